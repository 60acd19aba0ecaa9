//! The sample apps: builds them from source, and checks that the committed APKs belong to the sources.
//! Knows nothing of what the apps do.

pub(crate) mod android;
mod build;
mod lock;
mod recipe;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::process::say;
use crate::{files, tools};

/// Builds the samples twice, compares the two results and writes APK, mapping and `build.lock`.
pub(crate) fn build(root: &Path, only: &[String]) -> Result<()> {
    tools::install_debian()?;
    let chain = android::Chain::prepare(root)?;
    for folder in folders(root, only)? {
        let first = build::build(&chain, &folder, "first")?;
        let second = build::build(&chain, &folder, "second")?;
        if first != second {
            let names: Vec<_> = first
                .iter()
                .filter(|(name, bytes)| second.get(*name) != Some(*bytes))
                .map(|(name, _)| name.as_str())
                .collect();
            bail!(
                "{}: two builds differ in {}",
                folder.display(),
                names.join(", ")
            );
        }
        for (name, bytes) in &first {
            files::write(&folder.join(name), bytes)?;
            say(&format!("samples: {name}, {} bytes", bytes.len()));
        }
        lock::write(root, &folder, &first, &chain.versions)?;
    }
    Ok(())
}

/// Fails when a source or an APK differs from what `build.lock` recorded.
pub(crate) fn check(root: &Path, only: &[String]) -> Result<()> {
    let mut stale = Vec::new();
    for folder in folders(root, only)? {
        stale.extend(lock::differences(root, &folder)?);
    }
    if stale.is_empty() {
        return Ok(());
    }
    bail!(
        "samples are out of date, run `cargo xtask samples`:\n  {}",
        stale.join("\n  ")
    );
}

/// Folders of `samples/` that hold many samples; such a name means all of them.
const GROUPS: [&str; 2] = ["judged", "rules"];

/// The folders of `samples/` and of its groups with a recipe.
fn folders(root: &Path, only: &[String]) -> Result<Vec<PathBuf>> {
    let samples = root.join("samples");
    let mut found = files::children(&samples)?;
    for group in GROUPS {
        let below = samples.join(group);
        if below.is_dir() {
            found.extend(files::children(&below)?);
        }
    }
    found.retain(|folder| folder.join(recipe::FILE).is_file());
    if only.is_empty() {
        return Ok(found);
    }
    let is = |folder: &Path, wanted: &str| {
        folder.file_name().is_some_and(|name| name == wanted)
            || (GROUPS.contains(&wanted) && folder.parent() == Some(samples.join(wanted).as_path()))
    };
    for name in only {
        if !found.iter().any(|folder| is(folder, name)) {
            bail!("there is no sample {name}");
        }
    }
    found.retain(|folder| only.iter().any(|wanted| is(folder, wanted)));
    Ok(found)
}
