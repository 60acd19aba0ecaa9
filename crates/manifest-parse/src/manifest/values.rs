//! Reads attributes as the types the manifest gives them, through the resource table, within budgets.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::model::Text;
use super::symbols;
use crate::config::ResConfig;
use crate::document::{Attribute, Element};
use crate::error::{Anomalies, AnomalyKind};
use crate::limits::{MAX_LOOKUP_STEPS, MAX_TYPED_TEXT};
use crate::locale::Locale;
use crate::resources::{EntryValue, Resolution, ResourceTable};
use crate::text::head;
use crate::value::{Value, spell};

/// Where a reference is looked up: the two devices of [`Text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Device {
    Default,
    Localized,
}

/// Reads typed attribute values.
pub(crate) struct ValueReader<'r, 'a> {
    resources: Option<&'r ResourceTable<'a>>,
    default_device: ResConfig,
    localized_device: ResConfig,
    resolved: BTreeMap<(u32, Device), Option<Value>>,
    named: BTreeMap<Arc<str>, Option<u32>>,
    /// Table rows that may still be looked at.
    lookups: usize,
    /// Bytes of text that may still be copied out of the document.
    text: usize,
    pub(crate) anomalies: Anomalies,
}

impl<'r, 'a> ValueReader<'r, 'a> {
    pub(crate) fn new(resources: Option<&'r ResourceTable<'a>>, locale: &Locale) -> Self {
        Self {
            resources,
            default_device: ResConfig::phone(&Locale::none()),
            localized_device: ResConfig::phone(locale),
            resolved: BTreeMap::new(),
            named: BTreeMap::new(),
            lookups: MAX_LOOKUP_STEPS,
            text: MAX_TYPED_TEXT,
            anomalies: Anomalies::default(),
        }
    }

    /// Copies text out of the document while the budget lasts.
    fn copy(&mut self, text: &str, offset: usize) -> String {
        if let Some(left) = self.text.checked_sub(text.len()) {
            self.text = left;
            return text.to_owned();
        }
        if !self.anomalies.has(AnomalyKind::LimitReached) {
            self.anomalies.push(AnomalyKind::LimitReached, offset, || {
                "text of the manifest".to_owned()
            });
        }
        String::new()
    }

    /// The identifier a reference by name stands for.
    fn id_of_name(&mut self, name: &Arc<str>) -> Option<u32> {
        if let Some(id) = self.named.get(name) {
            return *id;
        }
        let table = self.resources?;
        self.lookups = self.lookups.checked_sub(table.n_names())?;
        let (package, rest) = match name.split_once(':') {
            Some((package, rest)) => (Some(package), rest),
            None => (None, &**name),
        };
        let id = rest
            .split_once('/')
            .and_then(|(kind, entry)| table.id_of(package, kind, entry));
        self.named.insert(Arc::clone(name), id);
        id
    }

    fn follow(&mut self, id: u32, device: Device, offset: usize) -> Option<Value> {
        let table = self.resources?;
        if let Some(value) = self.resolved.get(&(id, device)) {
            return value.clone();
        }
        if self.text == 0 {
            return None;
        }
        let Some(left) = self.lookups.checked_sub(table.lookup_cost(id)) else {
            if !self.anomalies.has(AnomalyKind::LimitReached) {
                self.anomalies.push(AnomalyKind::LimitReached, offset, || {
                    "resource lookups".to_owned()
                });
            }
            return None;
        };
        self.lookups = left;
        let config = match device {
            Device::Default => &self.default_device,
            Device::Localized => &self.localized_device,
        };
        let value = match table.resolve(id, config) {
            Resolution::Found(resolved) => match resolved.value {
                EntryValue::Plain(value) => Some(value),
                EntryValue::Bag(_) => None,
            },
            Resolution::Loop(at) => {
                self.anomalies.push(AnomalyKind::ReferenceLoop, offset, || {
                    format!("@{id:08x} reaches @{at:08x} again")
                });
                None
            }
            Resolution::Unresolved(at) => {
                // The framework's own resources (package 1) are never in an app's table.
                if device == Device::Localized && id >> 24 != 1 {
                    self.anomalies
                        .push(AnomalyKind::UnresolvedReference, offset, || {
                            format!("@{id:08x} ends at @{at:08x}")
                        });
                }
                None
            }
        };
        // Each kept text is a copy of its own, so it is charged like one that is copied out of the document.
        let value = match value {
            Some(Value::String(text)) => {
                let left = self.text.checked_sub(text.len());
                self.text = left.unwrap_or(0);
                if left.is_none() {
                    self.anomalies.push(AnomalyKind::LimitReached, offset, || {
                        "text of resources".to_owned()
                    });
                }
                left.map(|_| Value::String(text))
            }
            other => other,
        };
        self.resolved.insert((id, device), value.clone());
        value
    }

    /// The value behind an attribute: itself, or what its reference leads to.
    fn value(&mut self, attribute: &Attribute, device: Device) -> Option<Value> {
        let id = match &attribute.value {
            Value::Reference(id) | Value::DynamicReference(id) => Some(*id),
            Value::NamedReference(name) => Some(self.id_of_name(name)?),
            _ => None,
        };
        match id {
            Some(id) => self.follow(id, device, attribute.offset),
            None => Some(attribute.value.clone()),
        }
    }

    /// The first of both devices' values that exists; for attributes that are no text for people.
    fn any_value(&mut self, attribute: &Attribute) -> Option<Value> {
        let value = self.value(attribute, Device::Default);
        value.or_else(|| self.value(attribute, Device::Localized))
    }

    fn spelled(&mut self, value: Option<Value>, offset: usize) -> Option<String> {
        match value? {
            Value::Null => None,
            Value::String(text) => Some(self.copy(&text, offset)),
            other => Some(spell(&other)),
        }
    }

    /// An attribute as text in both locales. `None` if it is absent or null.
    pub(crate) fn text_of(&mut self, attribute: Option<&Attribute>) -> Option<Text> {
        let attribute = attribute.filter(|attribute| attribute.value != Value::Null)?;
        let raw = match &attribute.value {
            Value::String(text) => self.copy(text, attribute.offset),
            other => spell(other),
        };
        let default = self.value(attribute, Device::Default);
        let default = self.spelled(default, attribute.offset);
        let localized = self.value(attribute, Device::Localized);
        let localized = self.spelled(localized, attribute.offset);
        Some(Text {
            raw,
            default,
            localized,
        })
    }

    /// A framework attribute as text in both locales.
    pub(crate) fn text(&mut self, element: Element<'_>, id: u32) -> Option<Text> {
        self.text_of(element.framework(id))
    }

    /// An attribute as one string: resolved when it can be, else as written, so that a reference stays visible.
    pub(crate) fn string_of(&mut self, attribute: Option<&Attribute>) -> Option<String> {
        let attribute = attribute.filter(|attribute| attribute.value != Value::Null)?;
        let value = self.any_value(attribute);
        match self.spelled(value, attribute.offset) {
            Some(text) => Some(text),
            None => Some(spell(&attribute.value)),
        }
    }

    /// A framework attribute as one string.
    pub(crate) fn string(&mut self, element: Element<'_>, id: u32) -> Option<String> {
        self.string_of(element.framework(id))
    }

    /// A framework attribute as a truth. `None` if it is absent or no truth.
    pub(crate) fn flag(&mut self, element: Element<'_>, id: u32) -> Option<bool> {
        let attribute = element.framework(id)?;
        let value = self.any_value(attribute)?;
        let flag = value.as_bool();
        if flag.is_none() && value != Value::Null {
            self.wrong(attribute, "true or false");
        }
        flag
    }

    /// A framework attribute as a number; names of flags and enumerations count.
    pub(crate) fn number(&mut self, element: Element<'_>, id: u32) -> Option<u32> {
        let attribute = element.framework(id)?;
        let value = self.any_value(attribute)?;
        if let Some(number) = value.as_u32() {
            return Some(number);
        }
        if let Value::String(text) = &value
            && let Some(number) = symbols::number_of(id, text)
        {
            return Some(number);
        }
        if value != Value::Null {
            self.wrong(attribute, "a number");
        }
        None
    }

    /// A platform version: a number, or the code name of a preview.
    pub(crate) fn platform(
        &mut self,
        element: Element<'_>,
        id: u32,
    ) -> (Option<u32>, Option<String>) {
        let Some(attribute) = element.framework(id) else {
            return (None, None);
        };
        match self.any_value(attribute) {
            Some(value) => match (value.as_u32(), &value) {
                (Some(number), _) => (Some(number), None),
                (None, Value::String(text)) if !text.is_empty() => {
                    (None, Some(self.copy(text, attribute.offset)))
                }
                _ => (None, None),
            },
            None => (None, None),
        }
    }

    fn wrong(&mut self, attribute: &Attribute, wanted: &str) {
        self.anomalies
            .push(AnomalyKind::WrongValue, attribute.offset, || {
                format!(
                    "{} is {:?} instead of {wanted}",
                    head(&attribute.name, 80),
                    head(&attribute.text(), 80)
                )
            });
    }
}
