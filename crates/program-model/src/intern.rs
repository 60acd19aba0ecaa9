//! Interning of byte strings; ids follow the order of first sight, so they do not depend on hashing.

use std::borrow::Cow;
use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// An entry of the table: the hash is kept, so that a look-up reads a text only when it is almost surely the one, and
/// growing reads no text at all.
#[derive(Debug, Clone, Copy)]
struct Known {
    hash: u32,
    id: u32,
}

/// Byte strings by id. The table holds ids only, so that each text is stored once.
#[derive(Debug, Default)]
pub(crate) struct Interner<'a> {
    ids: HashTable<Known>,
    texts: Vec<Cow<'a, [u8]>>,
}

/// The high half of the hash, which is its better half.
fn hash(text: &[u8]) -> u32 {
    let [_, _, _, _, a, b, c, d] = FxBuildHasher.hash_one(text).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The place in the table: the table takes its tag from the high bits and the slot from the low ones.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

impl<'a> Interner<'a> {
    pub(crate) fn with_capacity(n: usize) -> Self {
        Self {
            ids: HashTable::with_capacity(n),
            texts: Vec::with_capacity(n),
        }
    }

    pub(crate) fn intern(&mut self, text: &'a [u8]) -> u32 {
        self.get_or_add(text, || Cow::Borrowed(text))
    }

    pub(crate) fn intern_owned(&mut self, text: &[u8]) -> u32 {
        self.get_or_add(text, || Cow::Owned(text.to_vec()))
    }

    fn get_or_add(&mut self, text: &[u8], own: impl FnOnce() -> Cow<'a, [u8]>) -> u32 {
        let Self { ids, texts } = self;
        let hash = hash(text);
        let known = |known: &Known| {
            known.hash == hash
                && texts
                    .get(known.id as usize)
                    .is_some_and(|known| **known == *text)
        };
        match ids.entry(spread(hash), known, |known| spread(known.hash)) {
            hashbrown::hash_table::Entry::Occupied(entry) => entry.get().id,
            hashbrown::hash_table::Entry::Vacant(entry) => {
                let id = u32::try_from(texts.len()).unwrap_or(u32::MAX);
                entry.insert(Known { hash, id });
                texts.push(own());
                id
            }
        }
    }

    pub(crate) fn find(&self, text: &[u8]) -> Option<u32> {
        let hash = hash(text);
        let known = |known: &Known| {
            known.hash == hash
                && self
                    .texts
                    .get(known.id as usize)
                    .is_some_and(|known| **known == *text)
        };
        self.ids.find(spread(hash), known).map(|known| known.id)
    }

    pub(crate) fn text(&self, id: u32) -> &[u8] {
        self.texts.get(id as usize).map_or(b"", |text| text)
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }
}
