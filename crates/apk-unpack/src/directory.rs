//! Central directory records: where the directory is and what it lists. It reads no entry data and
//! no local header.
//!
//! Layout: APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.5.3
//! (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>).

use byte_reader::{ReadError, Reader};
use memchr::memmem;

use crate::archive::EntryOrigin;
use crate::end_record::EndRecord;
use crate::span;

/// Signature of a central directory record.
pub(crate) const CENTRAL_MAGIC: &[u8] = b"PK\x01\x02";
/// Signature of a local file header.
pub(crate) const LOCAL_MAGIC: &[u8] = b"PK\x03\x04";
/// Fixed part of a central directory record.
const CENTRAL_LEN: u64 = 46;
/// Places tried when neither the stated offset nor the stated size leads to the directory.
const MAX_SEARCHES: usize = 64;

/// One record, as stored, before its local header is looked at.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) listed_at: u64,
    pub(crate) raw_name: Vec<u8>,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) crc32: u32,
    pub(crate) compressed_size: u64,
    pub(crate) declared_size: u64,
    pub(crate) local_offset: u64,
    pub(crate) disk: u32,
    pub(crate) origin: EntryOrigin,
    /// Sizes and CRC are stated nowhere that can be read (a local header with a data descriptor).
    pub(crate) is_size_unknown: bool,
}

/// A located central directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Location {
    pub(crate) start: u64,
    /// What must be added to stated offsets, positive for prepended bytes.
    pub(crate) shift: i64,
}

/// Finds the directory an end record speaks of: at the stated offset (as Android does), else at
/// the stated size before the record, else anywhere before the record.
pub(crate) fn locate(bytes: &[u8], end: &EndRecord) -> Option<Location> {
    let starts_here = |at: u64| {
        at.saturating_add(CENTRAL_LEN) <= end.directory_end
            && span::has_magic(bytes, at, CENTRAL_MAGIC)
    };
    if starts_here(end.directory_offset) {
        return Some(Location {
            start: end.directory_offset,
            shift: 0,
        });
    }
    if let Some(start) = end.directory_end.checked_sub(end.directory_size)
        && starts_here(start)
    {
        return Some(Location {
            start,
            shift: signed_difference(start, end.directory_offset),
        });
    }
    search(bytes, end)
}

/// Looks for records that run up to the end record. Each try continues after the records it has
/// walked, so the search is linear in the file.
fn search(bytes: &[u8], end: &EndRecord) -> Option<Location> {
    let area = span::slice(bytes, 0, end.directory_end)?;
    let mut from = 0_u64;
    for _ in 0..MAX_SEARCHES {
        let rest = area.get(span::position(from)..)?;
        let start = from.saturating_add(span::offset(memmem::find(rest, CENTRAL_MAGIC)?));
        let mut at = start;
        while let Ok(next) = skip_record(area, at) {
            at = next;
        }
        if at == end.directory_end && at > start {
            // The stated offset is meaningless here, so it says nothing about a shift.
            return Some(Location { start, shift: 0 });
        }
        from = at.max(start.saturating_add(4));
    }
    None
}

fn signed_difference(a: u64, b: u64) -> i64 {
    let (a, b) = (i64::try_from(a), i64::try_from(b));
    match (a, b) {
        (Ok(a), Ok(b)) => a.saturating_sub(b),
        _ => 0,
    }
}

fn skip_record(area: &[u8], at: u64) -> Result<u64, ReadError> {
    let mut reader = Reader::at(area, span::position(at))?;
    if !reader.starts_with(CENTRAL_MAGIC) {
        return Err(ReadError::invalid(reader.offset(), "directory record"));
    }
    reader.skip(28)?;
    let variable = usize::from(reader.u16()?)
        .saturating_add(usize::from(reader.u16()?))
        .saturating_add(usize::from(reader.u16()?));
    reader.skip(12)?;
    reader.skip(variable)?;
    Ok(span::offset(reader.position()))
}

/// The records of a directory, read by their signatures and not by the stated count.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub(crate) records: Vec<Record>,
    /// Offsets of broken records that were skipped.
    pub(crate) broken: Vec<u64>,
    /// Records past the limit exist.
    pub(crate) is_cut: bool,
    /// First byte after the last record.
    pub(crate) end: u64,
}

/// Reads all records between `start` and `end`, resuming at the next signature after a broken one.
pub(crate) fn list(
    bytes: &[u8],
    start: u64,
    end: u64,
    max_records: usize,
    origin: EntryOrigin,
) -> Listing {
    let mut listing = Listing {
        end: start,
        ..Listing::default()
    };
    let Some(area) = span::slice(bytes, 0, end) else {
        return listing;
    };
    let mut at = start;
    loop {
        if listing.records.len() >= max_records {
            listing.is_cut = span::has_magic(area, at, CENTRAL_MAGIC);
            break;
        }
        if let Ok((record, next)) = read_record(area, at, origin) {
            listing.records.push(record);
            listing.end = next;
            at = next;
            continue;
        }
        let Some(rest) = area.get(span::position(at.saturating_add(1))..) else {
            break;
        };
        let Some(skip) = memmem::find(rest, CENTRAL_MAGIC) else {
            if span::has_magic(area, at, CENTRAL_MAGIC) {
                listing.broken.push(at);
            }
            break;
        };
        if listing.broken.len() < max_records {
            listing.broken.push(at);
        }
        at = at.saturating_add(1).saturating_add(span::offset(skip));
    }
    listing
}

fn read_record(area: &[u8], at: u64, origin: EntryOrigin) -> Result<(Record, u64), ReadError> {
    let mut reader = Reader::at(area, span::position(at))?;
    if !reader.starts_with(CENTRAL_MAGIC) {
        return Err(ReadError::invalid(reader.offset(), "directory record"));
    }
    reader.skip(8)?;
    let flags = reader.u16()?;
    let method = reader.u16()?;
    reader.skip(4)?;
    let crc32 = reader.u32()?;
    let compressed = reader.u32()?;
    let declared = reader.u32()?;
    let name_len = reader.u16()?;
    let extra_len = reader.u16()?;
    let comment_len = reader.u16()?;
    let disk = reader.u16()?;
    reader.skip(6)?;
    let local = reader.u32()?;
    let raw_name = reader.take(usize::from(name_len))?.to_vec();
    let extra = reader.take(usize::from(extra_len))?;
    reader.skip(usize::from(comment_len))?;
    let mut record = Record {
        listed_at: at,
        raw_name,
        flags,
        method,
        crc32,
        compressed_size: u64::from(compressed),
        declared_size: u64::from(declared),
        local_offset: u64::from(local),
        disk: u32::from(disk),
        origin,
        is_size_unknown: false,
    };
    if compressed == u32::MAX || declared == u32::MAX || local == u32::MAX {
        // A missing or short zip64 field leaves the 32-bit values standing.
        let _ = apply_zip64(&mut record, extra);
    }
    Ok((record, span::offset(reader.position())))
}

/// Header ID of the zip64 extended information extra field (APPNOTE 4.5.3).
const ZIP64_EXTRA: u16 = 0x0001;

fn apply_zip64(record: &mut Record, extra: &[u8]) -> Result<(), ReadError> {
    let mut reader = Reader::new(extra);
    while reader.remaining() >= 4 {
        let id = reader.u16()?;
        let len = usize::from(reader.u16()?);
        let mut field = reader.take_reader(len)?;
        if id != ZIP64_EXTRA {
            continue;
        }
        let wide = u64::from(u32::MAX);
        for value in [
            &mut record.declared_size,
            &mut record.compressed_size,
            &mut record.local_offset,
        ] {
            if *value == wide {
                *value = field.u64()?;
            }
        }
        return Ok(());
    }
    Ok(())
}

/// The fields of a local file header (APPNOTE 4.3.7).
#[derive(Debug, Clone)]
pub(crate) struct LocalHeader<'b> {
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) crc32: u32,
    pub(crate) compressed_size: u32,
    pub(crate) declared_size: u32,
    pub(crate) raw_name: &'b [u8],
    pub(crate) data_offset: u64,
}

/// Reads the local header at `at`.
pub(crate) fn read_local(bytes: &[u8], at: u64) -> Result<LocalHeader<'_>, ReadError> {
    let mut reader = Reader::at(bytes, span::position(at))?;
    if !reader.starts_with(LOCAL_MAGIC) {
        return Err(ReadError::invalid(reader.offset(), "local file header"));
    }
    reader.skip(6)?;
    let flags = reader.u16()?;
    let method = reader.u16()?;
    reader.skip(4)?;
    let crc32 = reader.u32()?;
    let compressed_size = reader.u32()?;
    let declared_size = reader.u32()?;
    let name_len = reader.u16()?;
    let extra_len = reader.u16()?;
    let raw_name = reader.take(usize::from(name_len))?;
    reader.skip(usize::from(extra_len))?;
    Ok(LocalHeader {
        flags,
        method,
        crc32,
        compressed_size,
        declared_size,
        raw_name,
        data_offset: span::offset(reader.position()),
    })
}
