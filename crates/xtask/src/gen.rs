//! Compiles `rulesets/` into the embedded image; with `check`, fails when the committed image is out of date.

use std::path::Path;

use anyhow::{Context, Result, bail};
use ruleset::{Knowledge, image, source};

use crate::files;

/// Where the image lies, seen from the project's root.
const IMAGE: &str = "crates/ruleset/image/knowledge.bin";

/// Writes the generated files below `root`, or with `check` fails when one of them differs.
pub(crate) fn run(root: &Path, check: bool) -> Result<()> {
    let folder = root.join("rulesets");
    let mut files = Vec::new();
    for path in files::files_below(&folder)? {
        let inside = path
            .strip_prefix(&folder)?
            .to_string_lossy()
            .replace('\\', "/");
        files.push((inside, files::read(&path)?));
    }
    let source = source::read(&files)?;
    Knowledge::from_source(&source)?;
    let bytes = image::compile(&source.catalogues, &source.framework)?;
    let path = root.join(IMAGE);
    if check {
        let committed = files::read(&path).unwrap_or_default();
        if committed != bytes {
            bail!("{IMAGE} is out of date: run `cargo xtask gen`");
        }
        return Ok(());
    }
    files::write(&path, &bytes).with_context(|| format!("failed to write {IMAGE}"))
}
