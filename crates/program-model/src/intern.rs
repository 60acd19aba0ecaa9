//! Interning of byte strings; ids follow the order of first sight, so they do not depend on hashing.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

/// Byte strings by id.
#[derive(Debug, Default)]
pub(crate) struct Interner<'a> {
    by_text: FxHashMap<Cow<'a, [u8]>, u32>,
    texts: Vec<Cow<'a, [u8]>>,
}

impl<'a> Interner<'a> {
    pub(crate) fn with_capacity(n: usize) -> Self {
        let mut by_text = FxHashMap::default();
        by_text.reserve(n);
        Self {
            by_text,
            texts: Vec::with_capacity(n),
        }
    }

    pub(crate) fn intern(&mut self, text: &'a [u8]) -> u32 {
        if let Some(id) = self.by_text.get(text) {
            return *id;
        }
        self.add(Cow::Borrowed(text))
    }

    pub(crate) fn intern_owned(&mut self, text: &[u8]) -> u32 {
        if let Some(id) = self.by_text.get(text) {
            return *id;
        }
        self.add(Cow::Owned(text.to_vec()))
    }

    fn add(&mut self, text: Cow<'a, [u8]>) -> u32 {
        let id = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.by_text.insert(text.clone(), id);
        self.texts.push(text);
        id
    }

    pub(crate) fn find(&self, text: &[u8]) -> Option<u32> {
        self.by_text.get(text).copied()
    }

    pub(crate) fn text(&self, id: u32) -> &[u8] {
        self.texts.get(id as usize).map_or(b"", |text| text)
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }
}
