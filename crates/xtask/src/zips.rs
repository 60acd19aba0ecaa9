//! Reads and writes ZIP files with fixed times and order, so that equal content gives equal bytes.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::files;

/// One file inside an archive.
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) stored: bool,
}

/// All files of an archive, in archive order.
pub(crate) fn read_all(path: &Path) -> Result<Vec<Member>> {
    read_below(path, "")
}

/// The files of an archive whose names begin with `prefix`, in archive order.
pub(crate) fn read_below(path: &Path, prefix: &str) -> Result<Vec<Member>> {
    let mut archive = open(path)?;
    let mut members = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index)?;
        let name = entry.name()?.into_owned();
        if entry.is_dir() || !name.starts_with(prefix) {
            continue;
        }
        let stored = entry.compression() == CompressionMethod::Stored;
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        members.push(Member {
            name,
            bytes,
            stored,
        });
    }
    Ok(members)
}

/// One file of an archive.
pub(crate) fn read_member(path: &Path, name: &str) -> Result<Vec<u8>> {
    let mut archive = open(path)?;
    let mut entry = archive
        .by_name(name)
        .with_context(|| format!("no {name} in {}", path.display()))?;
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes an archive; every time is 1980-01-01, the earliest a ZIP file can hold.
pub(crate) fn write_all(path: &Path, members: &[Member]) -> Result<()> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for member in members {
        let method = if member.stored {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        writer.start_file(member.name.as_str(), options)?;
        writer.write_all(&member.bytes)?;
    }
    files::write(path, &writer.finish()?.into_inner())
}

fn open(path: &Path) -> Result<ZipArchive<Cursor<Vec<u8>>>> {
    ZipArchive::new(Cursor::new(files::read(path)?))
        .with_context(|| format!("failed to open {}", path.display()))
}
