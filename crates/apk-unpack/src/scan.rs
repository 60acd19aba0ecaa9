//! Entries that stand in the file only as local headers: the gaps between listed entries, or the
//! whole file when there is no central directory. It inflates nothing.

use memchr::memmem;

use crate::archive::EntryOrigin;
use crate::directory::{LOCAL_MAGIC, Record, read_local};
use crate::span;

/// Bit 3 of the general purpose flags: sizes follow the data in a descriptor.
pub(crate) const FLAG_DESCRIPTOR: u16 = 1 << 3;
/// Names longer than this are no file names: the four magic bytes stood there by chance.
const MAX_NAME: usize = 4096;

/// Adds the local headers that begin between `start` and `end` and have a name.
///
/// An empty name marks the filler that incremental packaging leaves behind (the "virtual entries"
/// of zipflinger); it hides nothing.
pub(crate) fn local_headers(
    bytes: &[u8],
    start: u64,
    end: u64,
    max_records: usize,
    out: &mut Vec<Record>,
) {
    let Some(area) = span::slice(bytes, 0, end) else {
        return;
    };
    let mut from = start;
    while out.len() < max_records {
        let Some(found) = area
            .get(span::position(from)..)
            .and_then(|rest| memmem::find(rest, LOCAL_MAGIC))
        else {
            return;
        };
        let at = from.saturating_add(span::offset(found));
        from = at.saturating_add(span::offset(LOCAL_MAGIC.len()));
        let Ok(local) = read_local(area, at) else {
            continue;
        };
        if local.raw_name.len() > MAX_NAME {
            continue;
        }
        // Data is skipped only when its size is stated and fits; otherwise the next magic decides.
        let data_end = local
            .data_offset
            .saturating_add(u64::from(local.compressed_size));
        let is_size_unknown = local.flags & FLAG_DESCRIPTOR != 0 && local.compressed_size == 0;
        from = if data_end <= end {
            data_end
        } else {
            local.data_offset
        };
        if local.raw_name.is_empty() {
            continue;
        }
        out.push(Record {
            listed_at: at,
            raw_name: local.raw_name.to_vec(),
            flags: local.flags,
            method: local.method,
            crc32: local.crc32,
            compressed_size: u64::from(local.compressed_size),
            declared_size: u64::from(local.declared_size),
            local_offset: at,
            disk: 0,
            origin: EntryOrigin::LocalHeader,
            is_size_unknown,
        });
    }
}
