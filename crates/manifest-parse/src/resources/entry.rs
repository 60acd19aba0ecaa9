//! Single entries of a type chunk: dense, sparse, 16-bit and compact forms, plain and complex values.

use std::sync::Arc;

use super::table::{FLAG_OFFSET16, FLAG_SPARSE, Package, ResourceTable, TypeChunk, entry_index};
use crate::chunk::{size, size_at, u8_at, u16_at, u32_at};
use crate::config::ResConfig;
use crate::limits::{MAX_BAG_ITEMS, TEXT_FLOOR};
use crate::value::Value;

/// `ResTable_entry::FLAG_COMPLEX`: the entry is a bag.
const FLAG_COMPLEX: u16 = 0x0001;
/// `ResTable_entry::FLAG_PUBLIC`.
const FLAG_PUBLIC: u16 = 0x0002;
/// `ResTable_entry::FLAG_COMPACT`: key and value share the eight bytes of the entry.
const FLAG_COMPACT: u16 = 0x0008;
/// Offset of an absent entry.
const NO_ENTRY: u32 = u32::MAX;
/// Offset of an absent entry in the 16-bit form.
const NO_ENTRY16: u16 = u16::MAX;

/// A value of a resource for one configuration.
#[derive(Debug, Clone)]
pub struct Entry<'t> {
    /// The configuration it is for.
    pub config: &'t ResConfig,
    /// Whether the resource is declared public.
    pub is_public: bool,
    /// The value.
    pub value: EntryValue,
}

/// The two shapes of values.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryValue {
    /// One value.
    Plain(Value),
    /// Several: an array, plurals, a style, an attribute's definition.
    Bag(Bag),
}

/// A complex entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bag {
    /// The style it inherits from, 0 for none.
    pub parent: u32,
    /// Name identifier and value of each item.
    pub items: Vec<(u32, Value)>,
    /// Whether items are missing because the chunk ends or a limit was reached.
    pub is_cut: bool,
}

/// What is known of an entry before its value is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct EntryHead {
    pub(super) key: u32,
    flags: u16,
    at: usize,
    header_size: usize,
}

impl<'a> ResourceTable<'a> {
    /// Every value of a resource, in file order.
    pub fn values_of(&self, id: u32) -> impl Iterator<Item = Entry<'_>> {
        self.chunks_of(id)
            .filter_map(move |(_, chunk)| self.entry(chunk, entry_index(id)))
    }

    /// The value for the configuration that fits the device best, as `AssetManager2::FindEntry` chooses it.
    pub fn best_value_of(&self, id: u32, device: &ResConfig) -> Option<Entry<'_>> {
        let index = entry_index(id);
        let mut best: Option<(&Package<'a>, &TypeChunk, EntryHead)> = None;
        for (package, chunk) in self.chunks_of(id) {
            if !chunk.config.matches(device)
                || best.is_some_and(|(_, old, _)| !chunk.config.is_better_than(&old.config, device))
            {
                continue;
            }
            if let Some(head) = self.entry_head(chunk, index) {
                best = Some((package, chunk, head));
            }
        }
        let (_, chunk, head) = best?;
        self.read(chunk, head)
    }

    pub(super) fn entry<'t>(&'t self, chunk: &'t TypeChunk, index: u16) -> Option<Entry<'t>> {
        let head = self.entry_head(chunk, index)?;
        self.read(chunk, head)
    }

    /// Finds an entry and reads its first words.
    pub(super) fn entry_head(&self, chunk: &TypeChunk, index: u16) -> Option<EntryHead> {
        let at = chunk
            .entries
            .checked_add(self.entry_offset(chunk, index)?)?;
        if at < chunk.base || at.checked_add(8)? > chunk.end {
            return None;
        }
        let first = u16_at(self.data, at)?;
        let flags = u16_at(self.data, at.checked_add(2)?)?;
        let key = if flags & FLAG_COMPACT != 0 {
            u32::from(first)
        } else {
            u32_at(self.data, at.checked_add(4)?)?
        };
        Some(EntryHead {
            key,
            flags,
            at,
            header_size: usize::from(first),
        })
    }

    fn entry_offset(&self, chunk: &TypeChunk, index: u16) -> Option<usize> {
        let row = usize::from(index);
        if chunk.flags & FLAG_SPARSE != 0 {
            return self.sparse_offset(chunk, index);
        }
        if row >= chunk.n_entries {
            return None;
        }
        if chunk.flags & FLAG_OFFSET16 != 0 {
            let offset = u16_at(self.data, chunk.offsets.checked_add(row.checked_mul(2)?)?)?;
            return (offset != NO_ENTRY16).then(|| usize::from(offset).saturating_mul(4));
        }
        let offset = u32_at(self.data, chunk.offsets.checked_add(row.checked_mul(4)?)?)?;
        (offset != NO_ENTRY).then(|| size(offset))
    }

    /// Pairs of index and offset in words, sorted by index; the platform searches them by halving.
    fn sparse_offset(&self, chunk: &TypeChunk, index: u16) -> Option<usize> {
        let (mut low, mut high) = (0_usize, chunk.n_entries);
        while low < high {
            let middle = low.midpoint(high);
            let at = chunk.offsets.checked_add(middle.checked_mul(4)?)?;
            match u16_at(self.data, at)?.cmp(&index) {
                std::cmp::Ordering::Less => low = middle.checked_add(1)?,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let offset = u16_at(self.data, at.checked_add(2)?)?;
                    return Some(usize::from(offset).saturating_mul(4));
                }
            }
        }
        None
    }

    fn read<'t>(&'t self, chunk: &'t TypeChunk, head: EntryHead) -> Option<Entry<'t>> {
        let value = if head.flags & FLAG_COMPACT != 0 {
            let [_, data_type] = head.flags.to_le_bytes();
            EntryValue::Plain(self.value(data_type, u32_at(self.data, head.at.checked_add(4)?)?))
        } else if head.flags & FLAG_COMPLEX != 0 {
            EntryValue::Bag(self.bag(chunk, head)?)
        } else {
            // A header of another size than 8 moves the value; less than 8 would overlap the key.
            EntryValue::Plain(self.value_at(chunk, head.at.checked_add(head.header_size.max(8))?)?)
        };
        Some(Entry {
            config: &chunk.config,
            is_public: head.flags & FLAG_PUBLIC != 0,
            value,
        })
    }

    fn bag(&self, chunk: &TypeChunk, head: EntryHead) -> Option<Bag> {
        let parent = u32_at(self.data, head.at.checked_add(8)?)?;
        let n_stated = size_at(self.data, head.at.checked_add(12)?)?;
        let mut at = head.at.checked_add(head.header_size.max(16))?;
        let mut bag = Bag {
            parent,
            ..Bag::default()
        };
        // Items that share one long string must not multiply it without bound.
        let mut budget = self.data.len().saturating_add(TEXT_FLOOR);
        for _ in 0..n_stated {
            let item = at
                .checked_add(4)
                .filter(|_| bag.items.len() < MAX_BAG_ITEMS)
                .and_then(|value| {
                    let name = u32_at(self.data, at)?;
                    budget = budget.checked_sub(self.text_len_at(value))?;
                    Some((name, self.value_at(chunk, value)?))
                });
            let Some(item) = item else {
                bag.is_cut = true;
                break;
            };
            bag.items.push(item);
            at = at.checked_add(12)?;
        }
        Some(bag)
    }

    /// Encoded length of the string a `Res_value` points to, 0 for other values.
    fn text_len_at(&self, at: usize) -> usize {
        let is_string = at.checked_add(3).and_then(|at| u8_at(self.data, at)) == Some(0x03);
        let index = at
            .checked_add(4)
            .and_then(|at| size_at(self.data, at))
            .filter(|_| is_string);
        index.map_or(0, |index| self.strings.encoded_len(index))
    }

    /// Reads a `Res_value` that must lie inside the chunk.
    fn value_at(&self, chunk: &TypeChunk, at: usize) -> Option<Value> {
        if at.checked_add(8)? > chunk.end {
            return None;
        }
        let data_type = u8_at(self.data, at.checked_add(3)?)?;
        Some(self.value(data_type, u32_at(self.data, at.checked_add(4)?)?))
    }

    fn value(&self, data_type: u8, data: u32) -> Value {
        if data_type != 0x03 {
            return Value::from_parts(data_type, data);
        }
        match self.strings.get(size(data)) {
            Some(string) => Value::String(Arc::from(&*string.text)),
            None => Value::Unknown { data_type, data },
        }
    }
}
