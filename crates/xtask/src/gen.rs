//! Compiles `rulesets/` into the embedded image; with `check`, fails when the committed image is out of date.

use std::path::Path;

use anyhow::{Context, Result, bail};
use ruleset::{Knowledge, image, source};
use sdk_fingerprint::{Background, Profile};

use crate::files;

/// Where the image lies, seen from the project's root.
const IMAGE: &str = "crates/knowledge-image/image/knowledge.bin";

/// Where the compiled profiles of libraries lie.
const PROFILES: &str = "crates/sdk-fingerprint/image/profiles.bin";

/// The catalogues below `root`, compiled.
pub(crate) fn knowledge(root: &Path) -> Result<Knowledge> {
    let folder = root.join("rulesets");
    let mut files = Vec::new();
    for path in files::files_below(&folder)? {
        let inside = path
            .strip_prefix(&folder)?
            .to_string_lossy()
            .replace('\\', "/");
        if !inside.ends_with(".plprof") && !inside.ends_with(".plback") {
            files.push((inside, files::read(&path)?));
        }
    }
    Ok(Knowledge::from_source(&source::read(&files)?)?)
}

/// Writes the generated files below `root`, or with `check` fails when one of them differs.
pub(crate) fn run(root: &Path, check: bool) -> Result<()> {
    let folder = root.join("rulesets");
    let mut files = Vec::new();
    let mut profiles = Vec::new();
    let mut background = Background::default();
    for path in files::files_below(&folder)? {
        let inside = path
            .strip_prefix(&folder)?
            .to_string_lossy()
            .replace('\\', "/");
        let bytes = files::read(&path)?;
        if inside.ends_with(".plprof") {
            profiles.push(Profile::decode(&bytes).with_context(|| inside.clone())?);
        } else if inside.ends_with(".plback") {
            background = Background::decode(&bytes).with_context(|| inside.clone())?;
        } else {
            files.push((inside, bytes));
        }
    }
    let compiled = sdk_fingerprint::compile(&profiles, &background)?;
    let source = source::read(&files)?;
    Knowledge::from_source(&source)?;
    let bytes = image::compile(&source.catalogues, &source.framework)?;
    for (place, bytes) in [(IMAGE, bytes), (PROFILES, compiled)] {
        let path = root.join(place);
        if !check {
            files::write(&path, &bytes).with_context(|| format!("failed to write {place}"))?;
        } else if files::read(&path).unwrap_or_default() != bytes {
            bail!("{place} is out of date: run `cargo xtask gen`");
        }
    }
    Ok(())
}
