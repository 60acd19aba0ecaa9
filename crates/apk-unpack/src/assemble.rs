//! Builds an [`Archive`] from bytes: chooses the directory as Android would, adds what that choice
//! would hide, compares local headers, and sets what each entry may cost. It inflates nothing.
//!
//! Which directory: Android's `libziparchive` takes the last end record of the file and requires
//! its comment to reach the end of the file. Here the last record that fits that rule and has a
//! readable directory wins; without one, the last record with a readable directory; without one,
//! local headers are scanned.
//!
//! Which duplicate: the first in the directory. Android refuses such archives since the master key
//! bugs of 2013 (CVE-2013-4787); before, native code (which loads DEX files) took the first and
//! Java code the last. Both are listed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::archive::{Archive, Bytes, Entry, EntryOrigin};
use crate::directory::{Listing, Location, Record, list, locate, read_local};
use crate::end_record::{EndRecord, find_anywhere, find_in_tail};
use crate::error::UnpackError;
use crate::limits::Limits;
use crate::marks::{Marks, ProblemKind, TamperingKind};
use crate::names;
use crate::scan::{self, FLAG_DESCRIPTOR};
use crate::signing_block;
use crate::span;

/// Bit 0 of the general purpose flags. Android ignores it.
const FLAG_ENCRYPTED: u16 = 1;
/// Inflated bytes per byte of file that an entry with a lying size may give at least.
const MIN_SPAN_RATIO: u64 = 16;

/// An end record together with the directory it leads to.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    end: EndRecord,
    location: Location,
}

/// Whether a ZIP directory or local header can be found at all.
pub(crate) fn looks_like_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(crate::directory::LOCAL_MAGIC)
        || bytes.starts_with(crate::end_record::END_MAGIC)
        || !candidates(bytes).is_empty()
}

fn candidates(bytes: &[u8]) -> Vec<Candidate> {
    let with_directory = |ends: Vec<EndRecord>| -> Vec<Candidate> {
        // A file stuffed with end records must not pay for a search each.
        let mut found: Vec<Candidate> = Vec::new();
        for end in ends.into_iter().take(16) {
            found.extend(locate(bytes, &end).map(|location| Candidate { end, location }));
        }
        found
    };
    let in_tail = with_directory(find_in_tail(bytes));
    if in_tail.is_empty() {
        with_directory(find_anywhere(bytes))
    } else {
        in_tail
    }
}

/// Reads the structure of one archive.
pub(crate) fn assemble<'a>(bytes: Bytes<'a>, limits: &Limits) -> Result<Archive<'a>, UnpackError> {
    let data = bytes.get();
    let len = span::offset(data.len());
    let mut marks = Marks::new(limits.max_marks);
    let candidates = candidates(data);
    let chosen = candidates
        .iter()
        .find(|candidate| candidate.end.stated_file_end() == len)
        .or(candidates.first())
        .copied();

    let mut records = Vec::new();
    let (mut directory_start, mut shift) = (len, 0);
    if let Some(candidate) = chosen {
        let listing = read_chosen(data, &candidate, limits, &mut marks);
        directory_start = candidate.location.start;
        shift = candidate.location.shift;
        records = listing.records;
        add_other_directories(
            data,
            &candidates,
            &candidate,
            limits,
            &mut records,
            &mut marks,
        );
    } else {
        let kind = if find_in_tail(data).is_empty() {
            TamperingKind::MissingEndRecord
        } else {
            TamperingKind::MissingCentralDirectory
        };
        marks.tampering(kind, None, len, "entries are taken from local file headers");
    }
    let data_end =
        signing_block::locate(data, directory_start).map_or(directory_start, |block| block.start);
    let gaps = gaps(data, &records, shift, data_end);
    let n_listed = records.len();
    for gap in &gaps {
        scan::local_headers(data, gap.0, gap.1, limits.max_entries, &mut records);
    }
    let hidden = records.split_off(n_listed.min(records.len()));
    let mut entries = Vec::with_capacity(records.len().saturating_add(hidden.len()));
    let mut unlisted: Unlisted = BTreeMap::new();
    for record in &hidden {
        unlisted
            .entry(&record.raw_name)
            .or_default()
            .push_back(record.local_offset);
    }
    let mut adopted = BTreeSet::new();
    for record in records {
        let entry = resolve(data, record, shift, &mut unlisted, &mut marks);
        adopted.insert(entry.offset);
        entries.push(entry);
    }
    for record in hidden.iter().cloned() {
        if adopted.contains(&record.local_offset) {
            continue;
        }
        let entry = resolve(data, record, 0, &mut BTreeMap::new(), &mut marks);
        if chosen.is_some() {
            marks.tampering(
                TamperingKind::HiddenLocalEntry,
                Some(&entry.name),
                entry.offset,
                "a local file header that no directory lists",
            );
        }
        entries.push(entry);
    }
    if entries.is_empty() {
        return Err(UnpackError::NoEntries { len });
    }
    if entries.len() >= limits.max_entries {
        marks.problem(
            ProblemKind::TooManyEntries,
            None,
            directory_start,
            format!("only the first {} entries are listed", limits.max_entries),
        );
    }
    mark_prepended(data, &mut entries, &mut marks);
    let spans = set_data_limits(&mut entries, data_end, len, &mut marks);
    set_allowances(&mut entries, &spans, len, limits);
    let by_name = index_names(&mut entries, &mut marks);
    mark_directories(&entries, &by_name, &mut marks);
    let (tampering, problems) = marks.finish();
    Ok(Archive {
        is_zip64: chosen.is_some_and(|candidate| candidate.end.is_zip64),
        directory_offset: chosen.map(|_| directory_start),
        end_record_offset: chosen.map(|candidate| candidate.end.offset),
        bytes,
        entries,
        by_name,
        tampering,
        problems,
    })
}

fn read_chosen(data: &[u8], candidate: &Candidate, limits: &Limits, marks: &mut Marks) -> Listing {
    let end = candidate.end;
    let Location { start, shift } = candidate.location;
    let len = span::offset(data.len());
    let mut listing = list(
        data,
        start,
        end.directory_end,
        limits.max_entries,
        EntryOrigin::CentralDirectory,
    );
    let stated_end = end.stated_file_end();
    if stated_end < len {
        marks.tampering(
            TamperingKind::TrailingBytes,
            None,
            stated_end,
            format!("{} bytes after the end record", len - stated_end),
        );
    } else if stated_end > len {
        marks.tampering(
            TamperingKind::WrongCommentLength,
            None,
            end.offset,
            format!(
                "the comment length of {} passes the end of the file",
                end.comment_len
            ),
        );
    }
    if end.is_multi_disk || listing.records.iter().any(|record| record.disk != 0) {
        marks.tampering(
            TamperingKind::MultiDisk,
            None,
            end.offset,
            "disk numbers of a multi-part archive",
        );
    }
    if end.zip64_contradicts {
        marks.tampering(
            TamperingKind::Zip64Mismatch,
            None,
            end.offset,
            "the zip64 end record contradicts the end record",
        );
    }
    let stated = (end.directory_offset, end.directory_size);
    if start != stated.0 || start.saturating_add(stated.1) != end.directory_end {
        marks.tampering(
            TamperingKind::ShiftedCentralDirectory,
            None,
            start,
            format!(
                "the end record states offset {} and size {}, offsets are shifted by {shift}",
                stated.0, stated.1
            ),
        );
    }
    for &at in &listing.broken {
        marks.tampering(
            TamperingKind::BrokenCentralRecord,
            None,
            at,
            "a directory record cannot be read and was skipped",
        );
    }
    let found = span::offset(listing.records.len());
    if found > end.n_entries && !listing.is_cut {
        marks.tampering(
            TamperingKind::EntryCountTooSmall,
            None,
            end.offset,
            format!("{} entries stated, {found} found", end.n_entries),
        );
        for record in listing
            .records
            .iter_mut()
            .skip(span::position(end.n_entries))
        {
            record.origin = EntryOrigin::PastEntryCount;
        }
    } else if found < end.n_entries && !listing.is_cut {
        marks.tampering(
            TamperingKind::EntryCountTooLarge,
            None,
            end.offset,
            format!("{} entries stated, {found} found", end.n_entries),
        );
    }
    listing
}

/// Adds entries that only another end record's directory lists. The end record of a nested archive
/// that is stored inside an entry is no such record.
fn add_other_directories(
    data: &[u8],
    candidates: &[Candidate],
    chosen: &Candidate,
    limits: &Limits,
    records: &mut Vec<Record>,
    marks: &mut Marks,
) {
    let mut seen = vec![chosen.location.start];
    let mut known: BTreeSet<(Vec<u8>, u64)> = BTreeSet::new();
    let key = |record: &Record| (record.raw_name.clone(), record.local_offset);
    for other in candidates {
        let (at, start) = (other.end.offset, other.location.start);
        if at == chosen.end.offset || is_inside_entry(data, records, chosen, at) {
            continue;
        }
        marks.tampering(
            TamperingKind::SecondEndRecord,
            None,
            at,
            format!("a further end record leads to a directory at offset {start}"),
        );
        if seen.contains(&start) {
            continue;
        }
        seen.push(start);
        let room = limits.max_entries.saturating_sub(records.len());
        let listing = list(
            data,
            start,
            other.end.directory_end,
            room,
            EntryOrigin::OtherDirectory,
        );
        if known.is_empty() {
            known = records.iter().map(key).collect();
        }
        for record in listing.records {
            if !known.insert(key(&record)) {
                continue;
            }
            marks.tampering(
                TamperingKind::HiddenDirectoryEntry,
                Some(&names::printable(&record.raw_name)),
                record.listed_at,
                "listed only by a directory that Android does not use",
            );
            records.push(record);
        }
    }
}

fn is_inside_entry(data: &[u8], records: &[Record], chosen: &Candidate, at: u64) -> bool {
    records.iter().any(|record| {
        let start = record
            .local_offset
            .saturating_add_signed(chosen.location.shift);
        start < at
            && read_local(data, start).is_ok_and(|local| {
                local.data_offset <= at
                    && at < local.data_offset.saturating_add(record.compressed_size)
            })
    })
}

/// The parts of the file before `data_end` that no record claims.
fn gaps(data: &[u8], records: &[Record], shift: i64, data_end: u64) -> Vec<(u64, u64)> {
    let mut claimed: Vec<(u64, u64)> = records
        .iter()
        .filter_map(|record| {
            let start = record.local_offset.saturating_add_signed(shift);
            let local = read_local(data, start).ok()?;
            Some((
                start,
                local.data_offset.saturating_add(record.compressed_size),
            ))
        })
        .collect();
    claimed.sort_unstable();
    let mut gaps = Vec::new();
    let mut free_from = 0;
    for (start, end) in claimed {
        if start > free_from {
            gaps.push((free_from, start.min(data_end)));
        }
        free_from = free_from.max(end);
    }
    if data_end > free_from {
        gaps.push((free_from, data_end));
    }
    gaps
}

/// Offsets of local headers that no directory lists, by name.
type Unlisted<'r> = BTreeMap<&'r [u8], VecDeque<u64>>;

/// Makes an entry of a record, with its local header compared.
fn resolve(
    data: &[u8],
    record: Record,
    shift: i64,
    unlisted: &mut Unlisted<'_>,
    marks: &mut Marks,
) -> Entry {
    let name = names::printable(&record.raw_name);
    let mut offset = record.local_offset.saturating_add_signed(shift);
    let mut local = read_local(data, offset).ok();
    if local.is_none() {
        marks.tampering(
            TamperingKind::MissingLocalHeader,
            Some(&name),
            offset,
            format!("no local file header at offset {offset}"),
        );
        // The header may only have been moved: an unlisted one with the same name is taken.
        let moved_to = unlisted
            .get_mut(record.raw_name.as_slice())
            .and_then(VecDeque::pop_front);
        if let Some(moved_to) = moved_to {
            offset = moved_to;
            local = read_local(data, offset).ok();
        }
    }
    // Without a local header the fixed part and the name are assumed to have been there.
    let mut data_offset = offset
        .saturating_add(30)
        .saturating_add(span::offset(record.raw_name.len()));
    let mut flags = record.flags;
    if let Some(local) = local {
        data_offset = local.data_offset;
        flags |= local.flags & FLAG_ENCRYPTED;
        if local.raw_name != record.raw_name {
            marks.tampering(
                TamperingKind::NameMismatch,
                Some(&name),
                offset,
                format!("the local name is {:?}", names::printable(local.raw_name)),
            );
        }
        let has_descriptor = local.flags & FLAG_DESCRIPTOR != 0;
        // With a data descriptor, and with zip64, the fields may hold placeholders.
        let differs = |local: u32, listed: u64| {
            u64::from(local) != listed && local != u32::MAX && !(has_descriptor && local == 0)
        };
        if local.method != record.method
            || differs(local.crc32, u64::from(record.crc32))
            || differs(local.compressed_size, record.compressed_size)
            || differs(local.declared_size, record.declared_size)
        {
            marks.tampering(
                TamperingKind::LocalHeaderMismatch,
                Some(&name),
                offset,
                format!(
                    "method {}, crc {:08x}, sizes {}/{} locally; \
                     method {}, crc {:08x}, sizes {}/{} in the directory",
                    local.method,
                    local.crc32,
                    local.compressed_size,
                    local.declared_size,
                    record.method,
                    record.crc32,
                    record.compressed_size,
                    record.declared_size,
                ),
            );
        }
    }
    if flags & FLAG_ENCRYPTED != 0 {
        marks.tampering(
            TamperingKind::EncryptionFlag,
            Some(&name),
            offset,
            "the encryption bit is set; Android ignores it",
        );
    }
    if record.method != 0 && record.method != 8 {
        marks.tampering(
            TamperingKind::UnknownMethod,
            Some(&name),
            offset,
            format!("compression method {}", record.method),
        );
    }
    names::oddities(&record.raw_name, |kind, detail| {
        marks.tampering(kind, Some(&name), offset, detail);
    });
    Entry {
        name,
        raw_name: record.raw_name,
        index: 0,
        compressed_size: record.compressed_size,
        declared_size: record.declared_size,
        crc32: record.crc32,
        method: record.method,
        flags,
        offset,
        data_offset,
        origin: record.origin,
        is_duplicate: false,
        is_size_unknown: record.is_size_unknown,
        data_limit: 0,
        allowed: 0,
        allowed_by: "entry size",
    }
}

/// Marks bytes before the first entry; a DEX file there becomes an entry of its own.
fn mark_prepended(data: &[u8], entries: &mut Vec<Entry>, marks: &mut Marks) {
    let first = entries
        .iter()
        .filter(|entry| span::has_magic(data, entry.offset, crate::directory::LOCAL_MAGIC))
        .map(|entry| entry.offset)
        .min()
        .unwrap_or(0);
    if first == 0 || data.starts_with(crate::directory::LOCAL_MAGIC) {
        return;
    }
    if !crate::detect::is_dex(data) {
        marks.tampering(
            TamperingKind::PrependedBytes,
            None,
            0,
            format!("{first} bytes before the first entry"),
        );
        return;
    }
    marks.tampering(
        TamperingKind::PrependedDex,
        None,
        0,
        format!("a DEX file in the {first} bytes before the first entry"),
    );
    entries.push(crate::detect::whole_dex(
        "(prepended DEX file)",
        EntryOrigin::Prepended,
        first,
    ));
}

/// Sets where each entry's data must end, marks overlaps, and returns for each entry the bytes of
/// file that belong to it alone.
fn set_data_limits(entries: &mut [Entry], data_end: u64, len: u64, marks: &mut Marks) -> Vec<u64> {
    let mut order: Vec<(u64, usize)> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.origin != EntryOrigin::Prepended)
        .map(|(index, entry)| (entry.offset, index))
        .collect();
    order.sort_unstable();
    let mut spans = vec![0_u64; entries.len()];
    let mut next_offsets = order.iter().skip(1).map(|&(offset, _)| offset);
    let mut claimed_to = 0;
    let mut claimed_by: Option<String> = None;
    for &(offset, index) in &order {
        let next = next_offsets.next().unwrap_or(u64::MAX);
        let Some(entry) = entries.get_mut(index) else {
            continue;
        };
        entry.data_limit = if entry.data_offset <= data_end {
            data_end
        } else {
            len
        };
        if entry.is_size_unknown {
            entry.data_limit = entry.data_limit.min(next);
        }
        if let Some(span) = spans.get_mut(index) {
            *span = next.min(entry.data_limit).saturating_sub(entry.data_offset);
        }
        if let Some(other) = claimed_by.as_ref().filter(|_| offset < claimed_to) {
            marks.tampering(
                TamperingKind::OverlappingEntries,
                Some(&entry.name),
                offset,
                format!("shares bytes with {other:?}"),
            );
        }
        let end = entry
            .data_offset
            .saturating_add(entry.compressed_size)
            .min(entry.data_limit);
        if end > claimed_to {
            claimed_to = end;
            claimed_by = Some(entry.name.clone());
        }
    }
    spans
}

/// Sets how many bytes each entry may inflate to.
///
/// Declared sizes count against a total in directory order. What an entry gives beyond its declared
/// size is bounded by the file span that it shares with no other entry, so the sum over all entries
/// stays bounded whatever the sizes claim, and does not depend on the order of reading.
fn set_allowances(entries: &mut [Entry], spans: &[u64], len: u64, limits: &Limits) {
    let total = limits.max_total_size.min(
        len.saturating_mul(limits.max_ratio)
            .max(limits.ratio_floor.saturating_mul(4)),
    );
    let span_ratio = total
        .checked_div(len)
        .unwrap_or(0)
        .clamp(MIN_SPAN_RATIO, limits.max_ratio.max(MIN_SPAN_RATIO));
    let mut claimed = 0_u64;
    for (entry, &span) in entries.iter_mut().zip(spans) {
        if entry.origin == EntryOrigin::Prepended {
            continue;
        }
        let room = entry.data_limit.saturating_sub(entry.data_offset);
        let input = entry.compressed_size.max(span).min(room);
        let by_ratio = input
            .saturating_mul(limits.max_ratio)
            .max(limits.ratio_floor);
        let with_entry = claimed.saturating_add(entry.declared_size);
        let by_total = if with_entry <= total {
            claimed = with_entry;
            entry.declared_size.max(span.saturating_mul(span_ratio))
        } else {
            span.saturating_mul(span_ratio)
        };
        (entry.allowed, entry.allowed_by) = [
            (limits.max_entry_size, "entry size"),
            (by_ratio, "ratio"),
            (by_total, "total size"),
        ]
        .into_iter()
        .min_by_key(|&(bytes, _)| bytes)
        .unwrap_or((0, "entry size"));
    }
}

/// Numbers the entries, sorts them by name and marks duplicates.
fn index_names(entries: &mut [Entry], marks: &mut Marks) -> Vec<usize> {
    for (index, entry) in entries.iter_mut().enumerate() {
        entry.index = index;
    }
    let mut by_name: Vec<usize> = (0..entries.len()).collect();
    by_name.sort_by(|&a, &b| {
        let name = |index: usize| entries.get(index).map(|entry| entry.raw_name.as_slice());
        name(a).cmp(&name(b)).then(a.cmp(&b))
    });
    for pair in by_name.windows(2) {
        let &[a, b] = pair else { continue };
        let same = match (entries.get(a), entries.get(b)) {
            (Some(a), Some(b)) => a.raw_name == b.raw_name,
            _ => false,
        };
        if same && let Some(entry) = entries.get_mut(b) {
            entry.is_duplicate = true;
            marks.tampering(
                TamperingKind::DuplicateName,
                Some(&entry.name),
                entry.offset,
                "an earlier entry has the same name",
            );
        }
    }
    by_name
}

/// Marks `x/` entries that carry data, and files that are also used as a folder: extraction tools
/// make a folder of them and lose the file.
fn mark_directories(entries: &[Entry], by_name: &[usize], marks: &mut Marks) {
    let has_file = |raw: &[u8]| {
        by_name
            .binary_search_by(|&index| {
                entries
                    .get(index)
                    .map(|entry| entry.raw_name.as_slice())
                    .cmp(&Some(raw))
            })
            .is_ok()
    };
    let mut last_folder: &[u8] = &[];
    for &index in by_name {
        let Some(entry) = entries.get(index) else {
            continue;
        };
        let raw = entry.raw_name.as_slice();
        if raw.ends_with(b"/") && !entry.is_directory() {
            marks.tampering(
                TamperingKind::DirectoryHidesFile,
                Some(&entry.name),
                entry.offset,
                "a directory name with data",
            );
        }
        let Some(cut) = raw.iter().rposition(|&byte| byte == b'/') else {
            continue;
        };
        let folder = raw.get(..cut).unwrap_or_default();
        if folder == last_folder || folder.len() > MAX_FOLDER_LEN {
            continue;
        }
        last_folder = folder;
        // Every ancestor folder is tested, at most once per distinct folder.
        let ends = folder
            .iter()
            .enumerate()
            .filter(|&(_, &byte)| byte == b'/')
            .map(|(at, _)| at)
            .take(MAX_FOLDER_DEPTH)
            .chain([folder.len()]);
        for end in ends {
            let ancestor = folder.get(..end).unwrap_or_default();
            if !ancestor.is_empty() && has_file(ancestor) {
                marks.tampering(
                    TamperingKind::DirectoryHidesFile,
                    Some(&entry.name),
                    entry.offset,
                    format!(
                        "{:?} is both a file and a folder",
                        names::printable(ancestor)
                    ),
                );
            }
        }
    }
}

/// Longest folder name tested (Linux's `PATH_MAX`), and ancestors tested per name.
const MAX_FOLDER_LEN: usize = 4096;
const MAX_FOLDER_DEPTH: usize = 32;
