//! The end of central directory records of a ZIP archive: all candidates, from the end of the file.
//! It chooses none of them.
//!
//! Layout: APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16
//! (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>).

use std::collections::VecDeque;

use byte_reader::{ReadError, Reader};
use memchr::memmem;

use crate::span;

/// Signature of the end of central directory record.
pub(crate) const END_MAGIC: &[u8] = b"PK\x05\x06";
const ZIP64_END_MAGIC: &[u8] = b"PK\x06\x06";
const ZIP64_LOCATOR_MAGIC: &[u8] = b"PK\x06\x07";
/// Length of the record without its comment.
pub(crate) const END_LEN: u64 = 22;
/// Length of the zip64 locator, which stands directly before the end record.
const ZIP64_LOCATOR_LEN: u64 = 20;
/// Candidates looked at. Real archives have one; the bound keeps a file made of signatures cheap.
const MAX_CANDIDATES: usize = 256;

/// One end of central directory record, zip64 values already applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EndRecord {
    /// Offset of the record.
    pub(crate) offset: u64,
    /// Offset of the zip64 end record, if one is in use, otherwise of the record: the directory
    /// ends here.
    pub(crate) directory_end: u64,
    pub(crate) directory_offset: u64,
    pub(crate) directory_size: u64,
    pub(crate) n_entries: u64,
    /// Any disk field differs from zero, or the two entry counts differ.
    pub(crate) is_multi_disk: bool,
    pub(crate) is_zip64: bool,
    /// A zip64 record is present and contradicts fields that did not ask for it.
    pub(crate) zip64_contradicts: bool,
    pub(crate) comment_len: u64,
}

impl EndRecord {
    /// Where the record says that the file ends.
    pub(crate) fn stated_file_end(&self) -> u64 {
        self.offset
            .saturating_add(END_LEN)
            .saturating_add(self.comment_len)
    }
}

/// Longest distance of an end record from the end of a file: the record and a full comment.
const TAIL_LEN: usize = 65_535 + 22;

/// The records that a reader like Android's can meet (in the last 65,557 bytes), the last one in the
/// file first.
pub(crate) fn find_in_tail(bytes: &[u8]) -> Vec<EndRecord> {
    find_from(bytes, bytes.len().saturating_sub(TAIL_LEN))
}

/// The records of the whole file, the last one first: bytes appended to an APK may be longer than
/// the longest comment.
pub(crate) fn find_anywhere(bytes: &[u8]) -> Vec<EndRecord> {
    find_from(bytes, 0)
}

fn find_from(bytes: &[u8], from: usize) -> Vec<EndRecord> {
    let mut found = VecDeque::new();
    for at in memmem::find_iter(bytes.get(from..).unwrap_or_default(), END_MAGIC) {
        if found.len() >= MAX_CANDIDATES {
            found.pop_front();
        }
        found.extend(read(bytes, from.saturating_add(at)));
    }
    found.into_iter().rev().collect()
}

fn read(bytes: &[u8], at: usize) -> Result<EndRecord, ReadError> {
    let mut reader = Reader::at(bytes, at)?;
    reader.skip(4)?;
    let disk = reader.u16()?;
    let directory_disk = reader.u16()?;
    let n_on_disk = reader.u16()?;
    let n_entries = reader.u16()?;
    let size = reader.u32()?;
    let start = reader.u32()?;
    let comment_len = reader.u16()?;
    let offset = span::offset(at);
    let mut record = EndRecord {
        offset,
        directory_end: offset,
        directory_offset: u64::from(start),
        directory_size: u64::from(size),
        n_entries: u64::from(n_entries),
        is_multi_disk: disk != 0 || directory_disk != 0 || n_on_disk != n_entries,
        is_zip64: false,
        zip64_contradicts: false,
        comment_len: u64::from(comment_len),
    };
    // Like Android's libziparchive, zip64 values count only where a 32-bit field asks for them.
    let asks = n_entries == u16::MAX || size == u32::MAX || start == u32::MAX;
    if let Some(wide) = read_zip64(bytes, offset) {
        let same = (wide.n_entries, wide.size, wide.start)
            == (
                record.n_entries,
                record.directory_size,
                record.directory_offset,
            );
        if asks {
            record.is_zip64 = true;
            record.directory_end = wide.offset;
            record.n_entries = wide.n_entries;
            record.directory_size = wide.size;
            record.directory_offset = wide.start;
        } else if same {
            record.directory_end = wide.offset;
        } else {
            record.zip64_contradicts = true;
        }
    }
    Ok(record)
}

struct Zip64End {
    offset: u64,
    n_entries: u64,
    size: u64,
    start: u64,
}

fn read_zip64(bytes: &[u8], end_offset: u64) -> Option<Zip64End> {
    let locator = end_offset.checked_sub(ZIP64_LOCATOR_LEN)?;
    if !span::has_magic(bytes, locator, ZIP64_LOCATOR_MAGIC) {
        return None;
    }
    let mut reader = Reader::at(bytes, span::position(locator)).ok()?;
    reader.skip(8).ok()?;
    let stated = reader.u64().ok()?;
    // Prepended bytes shift the record; it then still stands directly before the locator.
    let usual = locator.checked_sub(56);
    let offset = [Some(stated), usual]
        .into_iter()
        .flatten()
        .find(|&at| at < locator && span::has_magic(bytes, at, ZIP64_END_MAGIC))?;
    let mut reader = Reader::at(bytes, span::position(offset)).ok()?;
    reader.skip(32).ok()?;
    Some(Zip64End {
        offset,
        n_entries: reader.u64().ok()?,
        size: reader.u64().ok()?,
        start: reader.u64().ok()?,
    })
}
