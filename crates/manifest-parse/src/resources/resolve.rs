//! From a reference to the value a device would use, through at most a fixed number of steps.

use super::entry::{Entry, EntryValue};
use super::table::ResourceTable;
use crate::config::ResConfig;
use crate::limits::MAX_REFERENCE_STEPS;
use crate::value::{Value, spell};

/// What following a reference led to.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution {
    /// A value that is no reference.
    Found(Resolved),
    /// The last identifier is in no package of this table, or has no value that fits the device.
    Unresolved(u32),
    /// The references come back to this identifier, or are too many.
    Loop(u32),
}

/// A resolved value.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// The resource that holds the value, last of the chain.
    pub id: u32,
    /// The value.
    pub value: EntryValue,
    /// The configuration it is for.
    pub config: ResConfig,
}

impl Resolved {
    /// The value as text; nothing for a bag.
    pub fn text(&self) -> Option<String> {
        match &self.value {
            EntryValue::Plain(Value::String(text)) => Some(text.to_string()),
            EntryValue::Plain(Value::Null) | EntryValue::Bag(_) => None,
            EntryValue::Plain(value) => Some(spell(value)),
        }
    }
}

impl ResourceTable<'_> {
    /// Follows a reference for a device.
    pub fn resolve(&self, id: u32, device: &ResConfig) -> Resolution {
        let mut seen = Vec::with_capacity(4);
        let mut next = id;
        loop {
            if seen.contains(&next) || seen.len() >= MAX_REFERENCE_STEPS {
                return Resolution::Loop(next);
            }
            seen.push(next);
            let Some(Entry { value, config, .. }) = self.best_value_of(next, device) else {
                return Resolution::Unresolved(next);
            };
            match value {
                EntryValue::Plain(Value::Reference(id) | Value::DynamicReference(id)) => next = id,
                value => {
                    return Resolution::Found(Resolved {
                        id: next,
                        value,
                        config: config.clone(),
                    });
                }
            }
        }
    }

    /// The text a device shows for a reference, if it leads to one.
    pub fn text_of(&self, id: u32, device: &ResConfig) -> Option<String> {
        match self.resolve(id, device) {
            Resolution::Found(resolved) => resolved.text(),
            Resolution::Unresolved(_) | Resolution::Loop(_) => None,
        }
    }
}
