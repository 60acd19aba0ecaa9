//! One ZIP archive as a list of entries, and reading one entry's bytes. It does not know what an
//! APK is.

use std::borrow::Cow;
use std::sync::Arc;

use crate::error::UnpackError;
use crate::marks::{Problem, Tampering};
use crate::read;

/// The bytes of an archive: the caller's, or inflated from an outer archive.
#[derive(Debug, Clone)]
pub(crate) enum Bytes<'a> {
    /// Bytes of the file given to [`open`](crate::open).
    Borrowed(&'a [u8]),
    /// Bytes inflated from an entry of an outer archive.
    Owned(Arc<Vec<u8>>),
}

impl Bytes<'_> {
    pub(crate) fn get(&self) -> &[u8] {
        match self {
            Bytes::Borrowed(bytes) => bytes,
            Bytes::Owned(bytes) => bytes,
        }
    }

    /// Memory held besides the caller's file.
    pub(crate) fn owned_len(&self) -> u64 {
        match self {
            Bytes::Borrowed(_) => 0,
            Bytes::Owned(bytes) => crate::span::offset(bytes.len()),
        }
    }
}

/// Where an entry was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryOrigin {
    /// In the central directory that Android uses.
    CentralDirectory,
    /// In that directory, but past the declared number of entries: Android does not see it.
    PastEntryCount,
    /// In another central directory: Android does not see it.
    OtherDirectory,
    /// Only as a local header: Android does not see it.
    LocalHeader,
    /// Before the archive (a prepended DEX file).
    Prepended,
    /// The whole file (a bare DEX file).
    WholeFile,
}

/// One entry of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Printable name: UTF-8 as is; bytes that are not UTF-8, control and text-direction
    /// characters are written as `\xNN` or `\u{N}`. Names past 4 KiB are cut.
    pub name: String,
    /// The name's bytes as stored.
    pub raw_name: Vec<u8>,
    /// Position in [`Archive::entries`].
    pub index: usize,
    /// Compressed size as declared in the central directory.
    pub compressed_size: u64,
    /// Inflated size as declared in the central directory.
    pub declared_size: u64,
    /// CRC-32 as declared in the central directory.
    pub crc32: u32,
    /// Compression method as declared: 0 stored, 8 deflate.
    pub method: u16,
    /// General purpose flags as declared.
    pub flags: u16,
    /// Offset of the local header.
    pub offset: u64,
    /// Offset of the entry's data.
    pub data_offset: u64,
    /// Where the entry was found.
    pub origin: EntryOrigin,
    /// An earlier entry has the same name. Readers that refuse nothing disagree on which of the
    /// two is used, so both are listed.
    pub is_duplicate: bool,
    /// Sizes and CRC are stated nowhere that can be read.
    pub(crate) is_size_unknown: bool,
    /// Data may not be read at or past this offset.
    pub(crate) data_limit: u64,
    /// Inflated bytes this entry may give, and the limit that says so.
    pub(crate) allowed: u64,
    pub(crate) allowed_by: &'static str,
}

impl Entry {
    /// The name ends in `/` and there is no data. (Some tools deflate the empty data to two bytes.)
    pub fn is_directory(&self) -> bool {
        let is_empty = self.compressed_size == 0 || (self.method == 8 && self.compressed_size == 2);
        self.raw_name.ends_with(b"/") && self.declared_size == 0 && is_empty
    }
}

/// The bytes of one entry and what was odd about them.
#[derive(Debug, Clone)]
pub struct ReadEntry<'b> {
    /// Inflated bytes; borrowed from the archive when stored.
    pub bytes: Cow<'b, [u8]>,
    /// Deviations seen while reading this entry.
    pub tampering: Vec<Tampering>,
}

/// One ZIP archive.
#[derive(Debug, Clone)]
pub struct Archive<'a> {
    pub(crate) bytes: Bytes<'a>,
    pub(crate) entries: Vec<Entry>,
    /// Entry indexes by raw name, then index.
    pub(crate) by_name: Vec<usize>,
    pub(crate) tampering: Vec<Tampering>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) is_zip64: bool,
    /// Start of the central directory in use, and of its end record.
    pub(crate) directory_offset: Option<u64>,
    pub(crate) end_record_offset: Option<u64>,
}

impl<'a> Archive<'a> {
    /// The same bytes with only these entries, numbered anew.
    pub(crate) fn with_entries(&self, mut entries: Vec<Entry>) -> Archive<'a> {
        for (index, entry) in entries.iter_mut().enumerate() {
            entry.index = index;
        }
        let mut by_name: Vec<usize> = (0..entries.len()).collect();
        by_name.sort_by(|&a, &b| {
            let name = |index: usize| entries.get(index).map(|entry| entry.raw_name.as_slice());
            name(a).cmp(&name(b)).then(a.cmp(&b))
        });
        Archive {
            bytes: self.bytes.clone(),
            entries,
            by_name,
            tampering: Vec::new(),
            problems: Vec::new(),
            is_zip64: self.is_zip64,
            directory_offset: self.directory_offset,
            end_record_offset: self.end_record_offset,
        }
    }

    /// All entries: those of the central directory in its order, then hidden ones.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The archive's bytes.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get()
    }

    /// Whether a zip64 end record is in use.
    pub fn is_zip64(&self) -> bool {
        self.is_zip64
    }

    /// Deviations found in the archive's structure. Those of an entry's data come with
    /// [`Archive::read`].
    pub fn tampering(&self) -> &[Tampering] {
        &self.tampering
    }

    /// What could not be listed.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The first entry with this name (the one native Android code uses), raw bytes compared.
    /// An entry Android does not see is found as well; [`Entry::origin`] tells.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.find_raw(name.as_bytes())
    }

    pub(crate) fn find_raw(&self, raw_name: &[u8]) -> Option<&Entry> {
        let name_at = |&index: &usize| {
            self.entries
                .get(index)
                .map_or(&[] as &[u8], |entry| entry.raw_name.as_slice())
        };
        let at = self
            .by_name
            .partition_point(|index| name_at(index) < raw_name);
        self.by_name
            .get(at)
            .and_then(|&index| self.entries.get(index))
            .filter(|entry| entry.raw_name == raw_name)
    }

    /// The inflated bytes of an entry, and what is odd about its data. Stored entries are borrowed.
    pub fn read(&self, entry: &Entry) -> Result<ReadEntry<'_>, UnpackError> {
        let own = self
            .entries
            .get(entry.index)
            .filter(|own| own.offset == entry.offset && own.raw_name == entry.raw_name);
        match own {
            Some(own) => read::read(self.bytes.get(), own),
            None => Err(UnpackError::ForeignEntry {
                name: entry.name.clone(),
            }),
        }
    }

    /// The first bytes of an entry's data where they can be had without inflating.
    pub(crate) fn stored_data(&self, entry: &Entry) -> Option<&[u8]> {
        (entry.method == 0)
            .then(|| {
                let end = entry
                    .data_offset
                    .saturating_add(entry.compressed_size)
                    .min(entry.data_limit);
                crate::span::slice(self.bytes.get(), entry.data_offset, end)
            })
            .flatten()
    }
}
