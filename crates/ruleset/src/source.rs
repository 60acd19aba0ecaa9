//! Reads the source files of `rulesets/`; refuses unknown files, unknown keys and wrong formats.

use serde::Deserialize;

use crate::flow::{self, Origins};
use crate::framework::rows::{self, FrameworkRows};
use crate::schema::dataflow::{ColumnFile, HostFile, InputFile, ToolkitFile};
use crate::schema::{
    ActionNeedFile, ApiNeed, ApiNeedRange, CallbackFile, Catalogues, ConsentFile, ConsumerFile,
    EntryPointFile, GroupFile, KindFile, PermissionFile, PolicyWords, Release, Sdk, SdkListFile,
    UriNeedFile, WrapperFile,
};
use crate::{Problem, RulesetError, Text};

/// Everything that a folder of source files holds.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The small catalogues.
    pub catalogues: Catalogues<'static>,
    /// The framework model.
    pub framework: FrameworkRows,
    /// Ids to take away, from `disable.yaml`.
    pub disable: Vec<String>,
    /// Where each row of the data-flow tables was read.
    pub flow_origins: Origins,
}

/// Ids that a user's folder takes away.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DisableFile {
    format: String,
    ids: Vec<String>,
}

/// Reads files given by path (inside the folder, with `/`) and bytes, in any order.
pub fn read(files: &[(String, Vec<u8>)]) -> Result<Source, RulesetError> {
    let mut source = Source::default();
    let mut flow = flow::Reader::default();
    let mut problems = Vec::new();
    let mut files: Vec<_> = files.iter().collect();
    files.sort();
    for (path, bytes) in files {
        let Ok(text) = std::str::from_utf8(bytes) else {
            problems.push(problem(path, "", "not UTF-8"));
            continue;
        };
        if let Some(table) = flow::Table::of(path) {
            flow.read(table, path, text, &mut source.flow_origins, &mut problems);
            continue;
        }
        if crate::sites::read(path, text, &mut source.catalogues, &mut problems) {
            continue;
        }
        if crate::judging::read(path, text, &mut source.catalogues, &mut problems) {
            continue;
        }
        read_one(path, text, &mut source, &mut problems);
    }
    flow.finish(&mut source.catalogues.data_flow);
    source.framework.finish(&mut problems);
    sort(&mut source.catalogues);
    crate::judging::sort(&mut source.catalogues.judging);
    crate::sites::sort(&mut source.catalogues);
    if problems.is_empty() {
        Ok(source)
    } else {
        Err(RulesetError::Source(problems))
    }
}

fn read_one(path: &str, text: &str, source: &mut Source, problems: &mut Vec<Problem>) {
    let all = &mut source.catalogues;
    let folder = path.split('/').next().unwrap_or_default();
    match (folder, path) {
        ("dataflow", "dataflow/not-in-model.txt") => {
            flow::read_not_in_model(text, &mut all.data_flow);
        }
        ("dataflow", "dataflow/inputs.yaml") => {
            if let Some(file) = yaml::<InputFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/flow-inputs/1", problems);
                all.data_flow.inputs = file.inputs;
            }
        }
        ("dataflow", "dataflow/columns.yaml") => {
            if let Some(file) = yaml::<ColumnFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/flow-columns/1", problems);
                all.data_flow.columns = file.columns;
            }
        }
        ("dataflow", "dataflow/toolkits.yaml") => {
            if let Some(file) = yaml::<ToolkitFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/flow-toolkits/1", problems);
                all.data_flow.toolkits = file.toolkits;
            }
        }
        ("dataflow", "dataflow/hosts.yaml") => {
            if let Some(file) = yaml::<HostFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/flow-hosts/1", problems);
                all.data_flow.hosts = file;
            }
        }
        (_, path) if path.ends_with(".md") || path.ends_with(".txt") => {}
        (_, "release.yaml") => {
            if let Some(file) = yaml::<Release<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/release/1", problems);
                all.release = file;
            }
        }
        (_, "disable.yaml") => {
            if let Some(file) = yaml::<DisableFile>(path, text, problems) {
                check_format(path, &file.format, "privlens/disable/1", problems);
                source.disable.extend(file.ids);
            }
        }
        ("framework", "framework/types.tsv") => source.framework.read_types(path, text, problems),
        ("framework", "framework/members.tsv") => {
            source.framework.read_members(path, text, problems);
        }
        ("framework", "framework/constants.tsv") => {
            source.framework.read_constants(path, text, problems);
        }
        (_, "apis/third-party-members.tsv" | "framework/seen-references.tsv") => {
            source.framework.read_seen(text);
        }
        ("taxonomy", _) => {
            if let Some(file) = yaml::<KindFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/taxonomy/1", problems);
                all.kinds.extend(file.kinds);
            }
        }
        ("apis", "apis/consumers.yaml") => {
            if let Some(file) = yaml::<ConsumerFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/consumers/1", problems);
                all.consumers.extend(file.consumers);
            }
        }
        ("apis", "apis/wrappers.yaml") => {
            if let Some(file) = yaml::<WrapperFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/wrappers/1", problems);
                all.wrappers.extend(file.wrappers);
            }
        }
        ("apis", _) => {
            if let Some(file) = yaml::<GroupFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/access-points/1", problems);
                all.groups.extend(file.groups);
            }
        }
        ("entry-points", "entry-points/callbacks.yaml") => {
            if let Some(file) = yaml::<CallbackFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/callbacks/1", problems);
                all.callbacks = file;
            }
        }
        ("entry-points", "entry-points/consent.yaml") => {
            if let Some(file) = yaml::<ConsentFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/consent/1", problems);
                all.consent = file;
            }
        }
        ("entry-points", _) => {
            if let Some(file) = yaml::<EntryPointFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/entry-points/1", problems);
                all.entry_points.extend(file.sets);
            }
        }
        ("policy", _) => {
            if let Some(file) = yaml::<PolicyWords<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/policy/1", problems);
                all.policy.extend(file);
            }
        }
        ("sdks", _) => {
            if let Some(file) = yaml::<Sdk<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/sdk/2", problems);
                all.sdks.push(file);
            }
        }
        ("packers", _) => {
            if let Some(file) = yaml::<crate::schema::PackerFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/packers/1", problems);
                all.packers.extend(file.packers);
            }
        }
        ("sdks-odbl", _) => {
            if let Some(file) = yaml::<SdkListFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/sdk-list/1", problems);
                let licence = file.licence;
                all.sdks.extend(file.sdks.into_iter().map(|mut sdk| {
                    sdk.licence = Some(licence.clone());
                    sdk
                }));
            }
        }
        ("permissions", "permissions/permissions.yaml") => {
            if let Some(file) = yaml::<PermissionFile<'static>>(path, text, problems) {
                all.permissions.extend(file.permissions);
            }
        }
        ("permissions", "permissions/uri-needs.yaml") => {
            if let Some(file) = yaml::<UriNeedFile<'static>>(path, text, problems) {
                all.uri_needs.extend(file.uris);
            }
        }
        ("permissions", "permissions/action-needs.yaml") => {
            if let Some(file) = yaml::<ActionNeedFile<'static>>(path, text, problems) {
                all.action_needs.extend(file.actions);
            }
        }
        ("permissions", "permissions/api-needs.tsv") => {
            read_api_needs(path, text, &mut all.api_needs, problems);
        }
        _ => problems.push(problem(path, "", "no catalogue keeps such a file")),
    }
}

/// Columns: api, levels, need, conditional, origin. Rows of one API stand together.
fn read_api_needs(
    path: &str,
    text: &str,
    out: &mut Vec<ApiNeed<'static>>,
    problems: &mut Vec<Problem>,
) {
    for (line, cells) in rows::rows(text) {
        let [api, levels, need, conditional, ..] = cells.as_slice() else {
            problems.push(problem(path, &format!("line {line}"), "expected 5 columns"));
            continue;
        };
        let (all, list, separator) = if let Some(list) = need.strip_prefix("all:") {
            (true, list, '&')
        } else {
            (false, need.strip_prefix("any:").unwrap_or(need), '|')
        };
        let range = ApiNeedRange {
            levels: Text::from((*levels).to_owned()),
            permissions: list
                .split(separator)
                .map(|name| Text::from(name.trim().to_owned()))
                .collect(),
            all,
            conditional: *conditional == "yes",
        };
        match out.last_mut().filter(|last| last.api.as_str() == *api) {
            Some(last) => last.ranges.push(range),
            None => out.push(ApiNeed {
                api: Text::from((*api).to_owned()),
                ranges: vec![range],
            }),
        }
    }
}

pub(crate) fn yaml<T: Deserialize<'static>>(
    path: &str,
    text: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    // Catalogues live as long as the process, and their texts borrow from the file; a folder is read once.
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    match serde_saphyr::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            problems.push(problem(path, "", &error.to_string()));
            None
        }
    }
}

pub(crate) fn check_format(path: &str, found: &str, expected: &str, problems: &mut Vec<Problem>) {
    if found != expected {
        problems.push(problem(
            path,
            "format",
            &format!("expected {expected}, found {found}"),
        ));
    }
}

pub(crate) fn problem(file: &str, place: &str, what: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        place: place.to_owned(),
        what: what.to_owned(),
    }
}

/// Sorts every catalogue by its id.
pub(crate) fn sort(all: &mut Catalogues<'_>) {
    all.kinds.sort_by(|a, b| a.id.cmp(&b.id));
    all.groups.sort_by(|a, b| a.id.cmp(&b.id));
    all.consumers
        .sort_by(|a, b| (&a.method, a.arg, a.kind).cmp(&(&b.method, b.arg, b.kind)));
    all.wrappers
        .sort_by(|a, b| (&a.method, &a.from).cmp(&(&b.method, &b.from)));
    all.entry_points
        .sort_by(|a, b| a.component.cmp(&b.component));
    all.sdks.sort_by(|a, b| a.id.cmp(&b.id));
    all.packers.sort_by(|a, b| a.id.cmp(&b.id));
    all.permissions.sort_by(|a, b| a.name.cmp(&b.name));
    all.api_needs.sort_by(|a, b| a.api.cmp(&b.api));
    all.uri_needs.sort_by(|a, b| a.uri.cmp(&b.uri));
    all.action_needs
        .sort_by(|a, b| (&a.action, &a.r#use).cmp(&(&b.action, &b.r#use)));
}
