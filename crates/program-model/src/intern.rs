//! Interning of byte strings; ids follow the order of first sight, so they do not depend on hashing.

use std::borrow::Cow;
use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// Byte strings by id. The table holds ids only, so that each text is stored once.
#[derive(Debug, Default)]
pub(crate) struct Interner<'a> {
    ids: HashTable<u32>,
    texts: Vec<Cow<'a, [u8]>>,
}

fn hash(text: &[u8]) -> u64 {
    FxBuildHasher.hash_one(text)
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
        let known = |id: &u32| {
            texts
                .get(*id as usize)
                .is_some_and(|known| **known == *text)
        };
        let rehash = |id: &u32| texts.get(*id as usize).map_or(0, |known| hash(known));
        match ids.entry(hash(text), known, rehash) {
            hashbrown::hash_table::Entry::Occupied(entry) => *entry.get(),
            hashbrown::hash_table::Entry::Vacant(entry) => {
                let id = u32::try_from(texts.len()).unwrap_or(u32::MAX);
                entry.insert(id);
                texts.push(own());
                id
            }
        }
    }

    pub(crate) fn find(&self, text: &[u8]) -> Option<u32> {
        let known = |id: &u32| {
            self.texts
                .get(*id as usize)
                .is_some_and(|known| **known == *text)
        };
        self.ids.find(hash(text), known).copied()
    }

    pub(crate) fn text(&self, id: u32) -> &[u8] {
        self.texts.get(id as usize).map_or(b"", |text| text)
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }
}
