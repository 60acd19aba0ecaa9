//! All texts of a table, one after another, with their locales; a budget bounds what shared strings can cost.

use std::borrow::Cow;

use super::entry::EntryValue;
use super::table::{Package, ResourceTable, TypeChunk};
use crate::config::ResConfig;
use crate::limits::{TEXT_FACTOR, TEXT_FLOOR};
use crate::value::Value;

/// Which type of resource a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StringKind {
    /// `string`.
    String,
    /// `plurals`: one text per quantity.
    Plurals,
    /// `array`.
    Array,
}

/// One text of the table.
#[derive(Debug, Clone)]
pub struct StringEntry<'t> {
    /// Resource identifier.
    pub id: u32,
    /// Entry name, such as `app_name`.
    pub name: Cow<'t, str>,
    /// Type of the resource.
    pub kind: StringKind,
    /// The configuration it is for; its locale is the text's language.
    pub config: &'t ResConfig,
    /// The text; references are left out.
    pub text: String,
}

/// Iterator over the texts of a table, made by [`ResourceTable::strings`].
#[derive(Debug)]
pub struct Strings<'t, 'a, F> {
    table: &'t ResourceTable<'a>,
    filter: F,
    /// Chunks still to read, last first.
    chunks: Vec<(&'t Package<'a>, &'t TypeChunk, StringKind)>,
    current: Option<(&'t Package<'a>, &'t TypeChunk, StringKind)>,
    row: usize,
    /// Items of a bag still to give out, last first.
    pending: Vec<StringEntry<'t>>,
    budget: usize,
    is_cut: bool,
}

impl<'a> ResourceTable<'a> {
    /// Every text of type `string`, `plurals` and `array` whose configuration passes the filter, ordered by
    /// package, type and chunk.
    pub fn strings<'t, F>(&'t self, filter: F) -> Strings<'t, 'a, F>
    where
        F: FnMut(&ResConfig) -> bool,
    {
        let mut chunks = Vec::new();
        for package in &self.packages {
            for chunk in &package.chunks {
                if let Some(kind) = kind_of(package, chunk) {
                    chunks.push((package, chunk, kind));
                }
            }
        }
        chunks.reverse();
        Strings {
            table: self,
            filter,
            chunks,
            current: None,
            row: 0,
            pending: Vec::new(),
            budget: self
                .data
                .len()
                .saturating_mul(TEXT_FACTOR)
                .saturating_add(TEXT_FLOOR),
            is_cut: false,
        }
    }
}

impl ResourceTable<'_> {
    /// Every value of these types that is a text, for all configurations: for the types of files their paths. Sorted
    /// by number, each pair once; a budget in proportion to the table bounds the bytes given.
    pub fn files(&self, kinds: &[&str]) -> Vec<(u32, String)> {
        let mut out = Vec::new();
        let mut budget = self
            .data
            .len()
            .saturating_mul(TEXT_FACTOR)
            .saturating_add(TEXT_FLOOR);
        for package in &self.packages {
            for chunk in &package.chunks {
                let row = usize::from(chunk.type_id).checked_sub(1);
                let wanted =
                    row.is_some_and(|row| kinds.iter().any(|kind| package.types.equals(row, kind)));
                if !wanted {
                    continue;
                }
                for row in 0..chunk.n_entries {
                    let Some(left) = budget.checked_sub(1) else {
                        break;
                    };
                    budget = left;
                    let Some(index) = self.index_at(chunk, row) else {
                        continue;
                    };
                    if let Some(entry) = self.entry(chunk, index)
                        && let EntryValue::Plain(Value::String(path)) = entry.value
                    {
                        budget = budget.saturating_sub(path.len());
                        let [high, low] = index.to_be_bytes();
                        let id = u32::from_be_bytes([package.id, chunk.type_id, high, low]);
                        out.push((id, path.to_string()));
                    }
                }
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }
}

fn kind_of(package: &Package<'_>, chunk: &TypeChunk) -> Option<StringKind> {
    let row = usize::from(chunk.type_id).checked_sub(1)?;
    [
        ("string", StringKind::String),
        ("plurals", StringKind::Plurals),
        ("array", StringKind::Array),
    ]
    .into_iter()
    .find(|(name, _)| package.types.equals(row, name))
    .map(|(_, kind)| kind)
}

impl<F> Strings<'_, '_, F> {
    /// Whether the budget ended the walk early because too many entries share long texts.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }
}

impl<'t, F> Iterator for Strings<'t, '_, F>
where
    F: FnMut(&ResConfig) -> bool,
{
    type Item = StringEntry<'t>;

    fn next(&mut self) -> Option<StringEntry<'t>> {
        loop {
            if let Some(entry) = self.pending.pop() {
                return Some(entry);
            }
            let Some((package, chunk, kind)) = self.current else {
                let (package, chunk, kind) = self.chunks.pop()?;
                if (self.filter)(&chunk.config) {
                    self.current = Some((package, chunk, kind));
                    self.row = 0;
                }
                continue;
            };
            if self.row >= chunk.n_entries {
                self.current = None;
                continue;
            }
            let row = self.row;
            self.row = row.saturating_add(1);
            // Every row costs something even when it holds nothing, so that empty chunks cannot repeat for free.
            self.budget = self.budget.saturating_sub(1);
            let Some(index) = self.table.index_at(chunk, row) else {
                continue;
            };
            let Some(head) = self.table.entry_head(chunk, index) else {
                continue;
            };
            let Some(entry) = self.table.entry(chunk, index) else {
                continue;
            };
            let mut texts: Vec<String> = match entry.value {
                EntryValue::Plain(Value::String(text)) => vec![text.to_string()],
                EntryValue::Plain(_) => continue,
                EntryValue::Bag(bag) => {
                    let texts = bag.items.into_iter().filter_map(|(_, value)| match value {
                        Value::String(text) => Some(text.to_string()),
                        _ => None,
                    });
                    texts.collect()
                }
            };
            let name = package
                .keys
                .get(crate::chunk::size(head.key))
                .map(|key| key.text)
                .unwrap_or_default();
            let cost = texts
                .iter()
                .map(|text| text.len().saturating_add(name.len()).saturating_add(16))
                .fold(0, usize::saturating_add);
            if cost > self.budget {
                self.is_cut = true;
                self.current = None;
                self.chunks.clear();
                return None;
            }
            self.budget = self.budget.saturating_sub(cost);
            let [high, low] = index.to_be_bytes();
            let id = u32::from_be_bytes([package.id, chunk.type_id, high, low]);
            texts.reverse();
            self.pending = texts
                .into_iter()
                .map(|text| StringEntry {
                    id,
                    name: name.clone(),
                    kind,
                    config: &chunk.config,
                    text,
                })
                .collect();
        }
    }
}
