//! Loads the catalogues, with the user's folders laid over them, and takes the names for reports from
//! them; refuses to run without a ruleset that passes its own checks.

use std::path::{Path, PathBuf};

use pipeline::Analyzer;
use report::{KindLabel, Labels, LocalName, RunInfo};
use ruleset::Knowledge;
use sdk_fingerprint::{Profile, ProfileImage};

use crate::exit::CliError;
use crate::{group_names, input};

/// Most files of one ruleset folder, so that a wrong folder is refused and not read whole.
const MAX_FILES: usize = 20_000;
/// Folder of a ruleset folder with profiles of libraries.
const PROFILES: &str = "sdk-profiles";

/// The built-in catalogues with each folder laid over them in turn.
pub(crate) fn load(folders: &[PathBuf]) -> Result<Knowledge, CliError> {
    let mut layers = Vec::new();
    for folder in folders {
        layers.push(read_folder(folder)?);
    }
    Knowledge::with_overlays(knowledge_image::IMAGE, &layers)
        .map_err(|error| CliError::Usage(format!("ruleset: {error}")))
}

/// The built-in profiles of libraries; with profiles in the user's folders, those are compiled with the built-in ones'
/// source left out only where an id and version stands twice.
pub(crate) fn profiles(folders: &[PathBuf]) -> Result<ProfileImage, CliError> {
    let fail = |what: String| CliError::Usage(format!("profiles: {what}"));
    let mut own = Vec::new();
    for folder in folders {
        let below = folder.join(PROFILES);
        let Ok(entries) = std::fs::read_dir(&below) else {
            continue;
        };
        let mut paths: Vec<PathBuf> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "plprof"))
            .collect();
        paths.sort_unstable();
        for path in paths {
            let bytes = input::read_option_file(&path)?;
            let profile = Profile::decode(&bytes)
                .map_err(|error| fail(format!("{}: {error}", path.display())))?;
            own.push(profile);
        }
    }
    let embedded = ProfileImage::embedded().map_err(|error| fail(error.to_string()))?;
    if own.is_empty() {
        return Ok(embedded);
    }
    embedded
        .with_profiles(&own)
        .map_err(|error| fail(error.to_string()))
}

/// The analyser with the profiles of the user's folders.
pub(crate) fn analyzer<'k>(
    knowledge: &'k Knowledge,
    folders: &[PathBuf],
) -> Result<Analyzer<'k>, CliError> {
    Ok(Analyzer::with_profiles(knowledge, profiles(folders)?))
}

/// What reports say about the run.
pub(crate) fn run_info(
    knowledge: &Knowledge,
    as_of: Option<&str>,
    categories: &[String],
) -> RunInfo {
    RunInfo {
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        ruleset_version: knowledge.version().to_owned(),
        knowledge_sha256: knowledge.sha256(),
        rules_sha256: crate::judging::rules_sha256(knowledge),
        jurisdictions: Vec::new(),
        as_of: as_of.unwrap_or_else(|| knowledge.release_date()).to_owned(),
        categories: categories.to_vec(),
    }
}

/// Names of kinds, permissions and SDKs.
pub(crate) fn labels(knowledge: &Knowledge) -> Labels {
    let all = knowledge.catalogues();
    let mut labels = Labels::default();
    for (position, kind) in knowledge.kinds().enumerate() {
        let (place, zh, en) = group_names::group(kind.group.as_str());
        labels.kinds.insert(
            kind.id.to_string(),
            KindLabel {
                name: LocalName::new(kind.zh.as_str(), kind.en.as_str()),
                group: LocalName::new(zh, en),
                rank: place * all.kinds.len() + position,
            },
        );
    }
    for permission in &all.permissions {
        if let (Some(zh), Some(en)) = (&permission.zh, &permission.en) {
            labels.permissions.insert(
                permission.name.to_string(),
                LocalName::new(zh.as_str(), en.as_str()),
            );
        }
    }
    for sdk in &all.sdks {
        labels.sdks.insert(
            sdk.id.to_string(),
            LocalName::new(sdk.name.zh.as_str(), sdk.name.en.as_str()),
        );
    }
    for clause in &all.judging.clauses {
        let dates = clause
            .versions
            .iter()
            .flat_map(|version| [&version.from, &version.to])
            .flatten()
            .map(String::as_str)
            .chain([knowledge.release_date()]);
        for date in dates {
            if let Some(cited) = rule_eval::cite(&all.judging, &clause.id, date) {
                labels.clauses.insert(
                    cited.id,
                    LocalName::new(
                        format!("{} {}", cited.cite.zh, cited.label.zh),
                        format!("{} {}", cited.cite.en, cited.label.en),
                    ),
                );
            }
        }
    }
    labels
}

/// Catalogue files of a folder: path inside the folder with `/`, and bytes.
pub(crate) fn read_folder(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, CliError> {
    let fail =
        |path: &Path, what: &str| CliError::Usage(format!("ruleset {}: {what}", path.display()));
    if !folder.is_dir() {
        return Err(fail(folder, "not a folder"));
    }
    let mut files = Vec::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(current) = pending.pop() {
        let entries =
            std::fs::read_dir(&current).map_err(|error| fail(&current, &error.to_string()))?;
        for entry in entries {
            let path = entry
                .map_err(|error| fail(&current, &error.to_string()))?
                .path();
            if path.is_symlink() && path.is_dir() {
                continue;
            }
            if path.is_dir() {
                pending.push(path);
            } else if is_catalogue_file(&path) {
                files.push(path);
                if files.len() > MAX_FILES {
                    return Err(fail(folder, "holds too many files for a ruleset"));
                }
            }
        }
    }
    // A folder may hold profiles of libraries alone.
    if files.is_empty() && !folder.join(PROFILES).is_dir() {
        return Err(fail(folder, "holds no .yaml or .tsv file"));
    }
    files.sort_unstable();
    files
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(folder).unwrap_or(&path);
            let name: Vec<String> = inside
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect();
            Ok((name.join("/"), input::read_option_file(&path)?))
        })
        .collect()
}

fn is_catalogue_file(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml" || ending == "tsv")
}
