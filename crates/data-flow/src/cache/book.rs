//! One file of the cache: names, answers and entries, each once, as bytes that refer to each other by place. A file
//! that is damaged, of another version, or of another engine or ruleset is an empty one; reading never fails.

use rustc_hash::FxHashMap;

use super::bytes::{Reader, Writer};
use super::prints::{PRINT_BYTES, Print};

/// First bytes of each file.
const MAGIC: &[u8; 8] = b"PLENSUM\n";
/// Version of the form: other versions are not read.
pub(crate) const VERSION: u32 = 3;
/// Bytes of one file.
pub(crate) const MAX_BOOK: usize = 4 << 20;
/// A file with more is begun anew, so that what no app asks for any more goes.
const FULL: usize = MAX_BOOK / 8 * 7;
/// Entries for one method and one kind of arguments: different apps have different answers. Beyond, the oldest goes.
pub(crate) const MAX_VARIANTS: usize = 12;

/// What the file is for: engine and ruleset.
pub(crate) type Stamp = [u8; 32];

/// A book being read and added to.
#[derive(Debug, Default)]
pub(crate) struct Book {
    /// Names and answers.
    items: Vec<Box<[u8]>>,
    places: FxHashMap<Box<[u8]>, u32>,
    /// Entries with the fingerprint that they are found by.
    entries: Vec<Option<(Print, Box<[u8]>)>>,
    by_key: FxHashMap<Print, Vec<u32>>,
    size: usize,
    /// Something was added.
    pub(crate) changed: bool,
}

fn checksum(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes)
}

impl Book {
    /// Reads a file.
    pub(crate) fn read(bytes: &[u8], stamp: &Stamp) -> Option<Self> {
        if bytes.len() > FULL {
            return None;
        }
        let mut head = Reader::new(bytes);
        if head.raw(MAGIC.len())? != MAGIC
            || head.raw(4)? != VERSION.to_le_bytes()
            || head.raw(stamp.len())? != stamp
        {
            return None;
        }
        let sum = head.raw(4)?;
        let rest = head.rest();
        if sum != checksum(rest).to_le_bytes() {
            return None;
        }
        let mut reader = Reader::new(rest);
        let mut out = Self::default();
        let n = reader.count()?;
        out.items.reserve(n);
        for _ in 0..n {
            let item = reader.text()?;
            out.size += item.len() + 2;
            out.items.push(item.into());
        }
        let n = reader.count()?;
        out.entries.reserve(n);
        for _ in 0..n {
            let key = print(&mut reader)?;
            let entry = reader.text()?;
            out.push(key, entry.into());
        }
        reader.is_empty().then_some(out)
    }

    /// The file.
    pub(crate) fn write(&self, stamp: &Stamp) -> Vec<u8> {
        let mut body = Writer::default();
        body.count(self.items.len());
        for item in &self.items {
            body.text(item);
        }
        body.count(self.entries.iter().flatten().count());
        for (key, entry) in self.entries.iter().flatten() {
            body.raw(key);
            body.text(entry);
        }
        let mut out = Vec::with_capacity(body.0.len() + 64);
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        out.extend_from_slice(stamp);
        out.extend_from_slice(&checksum(&body.0).to_le_bytes());
        out.extend_from_slice(&body.0);
        out
    }

    pub(crate) fn item(&self, place: u32) -> Option<&[u8]> {
        self.items.get(place as usize).map(AsRef::as_ref)
    }

    pub(crate) fn n_items(&self) -> usize {
        self.items.len()
    }

    /// Place of an item, which is added when it is not there.
    pub(crate) fn place(&mut self, item: &[u8]) -> u32 {
        if self.places.is_empty() && !self.items.is_empty() {
            self.places = (0u32..)
                .zip(&self.items)
                .map(|(at, item)| (item.clone(), at))
                .collect();
        }
        if let Some(known) = self.places.get(item) {
            return *known;
        }
        let at = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        self.size += item.len() + 2;
        self.items.push(item.into());
        self.places.insert(item.into(), at);
        at
    }

    /// Entries for a key, those added last first.
    pub(crate) fn entries(&self, key: &Print) -> impl Iterator<Item = &[u8]> {
        self.by_key
            .get(key)
            .into_iter()
            .flatten()
            .rev()
            .filter_map(|at| self.entries.get(*at as usize)?.as_ref())
            .map(|(_, entry)| entry.as_ref())
    }

    fn push(&mut self, key: Print, entry: Box<[u8]>) {
        let at = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.size += entry.len() + PRINT_BYTES + 2;
        self.by_key.entry(key).or_default().push(at);
        self.entries.push(Some((key, entry)));
    }

    /// Adds an entry, unless there is no room for it.
    pub(crate) fn add(&mut self, key: Print, entry: Vec<u8>) -> bool {
        if self.size + entry.len() > MAX_BOOK {
            return false;
        }
        if let Some(list) = self.by_key.get_mut(&key)
            && list.len() >= MAX_VARIANTS
            && let Some(oldest) = self.entries.get_mut(list.remove(0) as usize)
        {
            let gone = oldest.take().map_or(0, |(_, entry)| entry.len());
            self.size = self.size.saturating_sub(gone);
        }
        self.push(key, entry.into());
        self.changed = true;
        true
    }
}

/// Reads a fingerprint.
pub(crate) fn print(reader: &mut Reader<'_>) -> Option<Print> {
    let mut out = Print::default();
    let bytes = reader.raw(PRINT_BYTES)?;
    for (to, from) in out.iter_mut().zip(bytes) {
        *to = *from;
    }
    Some(out)
}
