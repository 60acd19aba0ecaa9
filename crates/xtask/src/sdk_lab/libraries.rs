//! The libraries of the lab, pinned by package, version and hash; refuses a file with another hash.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process::say;
use crate::{fetch, files, table};

const TABLE: &str = include_str!("../../data/sdk-lab.tsv");

/// One version of one library.
#[derive(Debug, Clone)]
pub(super) struct LabLibrary {
    /// `sdk`, `library`, `lab` for a library whose profile is not shipped, or `host` for code that no profile is made of.
    pub(super) role: String,
    pub(super) family: String,
    pub(super) version: String,
    pub(super) name: String,
    pub(super) sha256: String,
    /// Of the group whose first score is kept: none of it was looked at while a threshold was chosen.
    pub(super) is_fresh: bool,
    pub(super) jar: PathBuf,
}

/// The libraries of a slice, in the order of the table. Fetches what is missing.
pub(super) fn load(root: &Path, only_ci: bool) -> Result<Vec<LabLibrary>> {
    let folder = root.join("target/sdk-lab/jars");
    let scratch = root.join("target/tmp/sdk-lab");
    files::create_dir(&folder)?;
    let mut out = Vec::new();
    let mut fetched: Option<(String, PathBuf)> = None;
    for [
        // `ci` for the slice that every run builds, `full` for the rest, `fresh` for what no threshold was set on.
        slice,
        role,
        family,
        version,
        name,
        ecosystem,
        package,
        package_version,
        inner,
        sha256,
    ] in table::rows::<10>("sdk-lab.tsv", TABLE)?
    {
        if only_ci && slice != "ci" {
            continue;
        }
        let ending = if inner.ends_with(".aar") {
            "aar"
        } else {
            "jar"
        };
        let jar = folder.join(format!("{}@{version}.{ending}", family.replace('/', "+")));
        if !files::has_sha256(&jar, &sha256) {
            let key = format!("{ecosystem} {package} {package_version}");
            let archive = match &fetched {
                Some((known, archive)) if *known == key => archive.clone(),
                _ => {
                    say(&format!("sdk-lab: fetching {key}"));
                    let archive = fetch::package(
                        &ecosystem,
                        &package,
                        &package_version,
                        &scratch.join("package"),
                    )?;
                    fetched = Some((key, archive.clone()));
                    archive
                }
            };
            let bytes = fetch::member(&archive, &inner, &scratch)
                .with_context(|| format!("{family} {version}"))?;
            let found = files::sha256(&bytes);
            if found != sha256 {
                bail!(
                    "{inner} of {package} {package_version} has sha256 {found}, expected {sha256}"
                );
            }
            files::write(&jar, &bytes)?;
        }
        out.push(LabLibrary {
            role,
            family,
            version,
            name,
            sha256,
            is_fresh: slice == "fresh",
            jar,
        });
    }
    files::remove(&scratch)?;
    Ok(out)
}
