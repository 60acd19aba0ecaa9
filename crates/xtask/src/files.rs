//! Reads, writes, lists and hashes files; the only place of this crate that opens one.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// The bytes of a file.
#[expect(
    clippy::disallowed_methods,
    reason = "project tasks work on files; the analysis crates do not use this crate"
)]
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("failed to read {}", path.display()))
}

/// The text of a UTF-8 file.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).with_context(|| format!("{} is not UTF-8", path.display()))
}

/// Writes a file, creating its folder.
#[expect(
    clippy::disallowed_methods,
    reason = "project tasks work on files; the analysis crates do not use this crate"
)]
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        create_dir(folder)?;
    }
    fs::write(path, bytes).with_context(|| format!("failed to write {}", path.display()))
}

/// Creates a folder and its parents.
pub(crate) fn create_dir(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| format!("failed to create {}", path.display()))
}

/// Creates an empty folder, removing what it held.
pub(crate) fn fresh_dir(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("failed to remove {}", path.display()))?;
    }
    create_dir(path)
}

/// Removes a file or folder that may be absent.
pub(crate) fn remove(path: &Path) -> Result<()> {
    if path.is_dir() {
        fs::remove_dir_all(path)
    } else if path.exists() {
        fs::remove_file(path)
    } else {
        Ok(())
    }
    .with_context(|| format!("failed to remove {}", path.display()))
}

/// The entries directly inside a folder, sorted.
pub(crate) fn children(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("failed to list {}", folder.display()))?
    {
        found.push(entry?.path());
    }
    found.sort();
    Ok(found)
}

/// Every file below a folder, sorted; an absent folder has none.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        if !next.is_dir() {
            continue;
        }
        for child in children(&next)? {
            if child.is_dir() {
                open.push(child);
            } else {
                found.push(child);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Every file below a folder whose name ends with `.{extension}`, sorted.
pub(crate) fn files_with(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = files_below(folder)?;
    found.retain(|path| path.extension().is_some_and(|e| e == extension));
    Ok(found)
}

/// A path seen from `folder`, with `/` between its parts.
pub(crate) fn shown_below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

/// SHA-256 of bytes, as lower-case hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Whether the file exists and has this SHA-256.
pub(crate) fn has_sha256(path: &Path, expected: &str) -> bool {
    path.is_file() && read(path).is_ok_and(|bytes| sha256(&bytes) == expected)
}
