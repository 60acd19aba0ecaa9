//! A document as readable XML text, with names for references where a table is given; it does not restore the source.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use crate::document::{Attribute, Element, ElementId, Node, XmlDocument};
use crate::framework_attrs::{ANDROID_NAMESPACE, attribute_name};
use crate::limits::{MAX_INDENTED_DEPTH, MAX_LOOKUP_STEPS, MAX_NAME, MAX_WRITTEN_TEXT};
use crate::resources::ResourceTable;
use crate::text::head;
use crate::value::{Value, spell};

/// Writes a document as XML, indented by two spaces. Flags and enumerations appear as the numbers that the compiled
/// form keeps; references by name when the table knows them, else as `@7f0100ab`.
pub fn to_xml(document: &XmlDocument, resources: Option<&ResourceTable<'_>>) -> String {
    let mut spelling = Spelling {
        prefixes: prefixes(document),
        resources,
        budget: MAX_WRITTEN_TEXT,
        lookups: MAX_LOOKUP_STEPS,
        names: BTreeMap::new(),
    };
    let is_deep = document
        .elements()
        .any(|element| element.depth() > MAX_INDENTED_DEPTH);
    let mut writer = if is_deep {
        Writer::new(Vec::new())
    } else {
        Writer::new_with_indent(Vec::new(), b' ', 2)
    };
    let mut open: Vec<(usize, String)> = Vec::new();
    for (index, node) in document.nodes().iter().enumerate() {
        // Writing into a vector cannot fail, so the results of the writer carry no news.
        while let Some((_, name)) = open.pop_if(|(end, _)| *end <= index) {
            let _ = writer.write_event(Event::End(BytesEnd::new(name)));
        }
        match node {
            Node::Text { text, .. } => {
                let text = if text.len() > spelling.budget {
                    String::new()
                } else {
                    legal(text)
                };
                let text = spelling.charge(text);
                let _ = writer.write_event(Event::Text(BytesText::new(&text)));
            }
            Node::Element(_) => {
                let Some(element) = document.element(ElementId(index)) else {
                    continue;
                };
                let name = spelling.name(element.namespace(), element.name());
                let mut tag = BytesStart::new(name.clone());
                if element.depth() == 0 {
                    for (uri, prefix) in &spelling.prefixes {
                        tag.push_attribute((
                            format!("xmlns:{prefix}").as_str(),
                            legal(uri).as_str(),
                        ));
                    }
                }
                spelling.attributes(element, &mut tag);
                let end = element.end_index();
                if end <= index.saturating_add(1) {
                    let _ = writer.write_event(Event::Empty(tag));
                } else {
                    let _ = writer.write_event(Event::Start(tag));
                    open.push((end, name));
                }
            }
        }
    }
    while let Some((_, name)) = open.pop() {
        let _ = writer.write_event(Event::End(BytesEnd::new(name)));
    }
    let mut text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
    text.push('\n');
    text
}

/// A prefix for every namespace the document uses, each prefix once.
fn prefixes(document: &XmlDocument) -> BTreeMap<String, String> {
    let mut prefixes: BTreeMap<String, String> = BTreeMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let declared = document
        .namespaces()
        .iter()
        .map(|declaration| (&*declaration.uri, &*declaration.prefix));
    let used = document.elements().flat_map(|element| {
        element.namespace().into_iter().chain(
            element
                .attributes()
                .iter()
                .filter_map(|attribute| attribute.namespace.as_deref()),
        )
    });
    for (uri, wanted) in declared.chain(used.map(|uri| (uri, ""))) {
        if uri.is_empty() || prefixes.contains_key(uri) {
            continue;
        }
        let mut prefix = if uri == ANDROID_NAMESPACE {
            "android".to_owned()
        } else {
            xml_name(wanted)
        };
        if wanted.is_empty() && uri != ANDROID_NAMESPACE
            || taken.contains(&prefix)
            || prefix == "xmlns"
        {
            prefix = format!("ns{}", prefixes.len());
        }
        taken.insert(prefix.clone());
        prefixes.insert(uri.to_owned(), prefix);
    }
    prefixes
}

struct Spelling<'r, 'a> {
    /// URI to prefix.
    prefixes: BTreeMap<String, String>,
    resources: Option<&'r ResourceTable<'a>>,
    /// Bytes that may still be written.
    budget: usize,
    /// Table rows that may still be looked at for names.
    lookups: usize,
    names: BTreeMap<u32, Option<String>>,
}

impl Spelling<'_, '_> {
    fn name(&self, namespace: Option<&str>, local: &str) -> String {
        let local = xml_name(local);
        match namespace.and_then(|uri| self.prefixes.get(uri)) {
            Some(prefix) => format!("{prefix}:{local}"),
            None => local,
        }
    }

    /// The text, or nothing once the budget is used up.
    fn charge(&mut self, text: String) -> String {
        match self.budget.checked_sub(text.len()) {
            Some(left) => {
                self.budget = left;
                text
            }
            None => String::new(),
        }
    }

    fn attributes(&mut self, element: Element<'_>, tag: &mut BytesStart<'_>) {
        for attribute in element.attributes() {
            let name = self.name(attribute.namespace.as_deref(), &attribute.name);
            let name = self.charge(name);
            if name.is_empty() {
                return;
            }
            let value = legal(&self.value(attribute));
            let value = self.charge(value);
            tag.push_attribute((name.as_str(), value.as_str()));
        }
    }

    fn value(&mut self, attribute: &Attribute) -> String {
        match &attribute.value {
            Value::String(text) if text.len() > self.budget => String::new(),
            Value::Reference(id) | Value::DynamicReference(id) => self.reference('@', *id),
            Value::ThemeAttribute(id) | Value::DynamicAttribute(id) => self.reference('?', *id),
            _ => attribute.text(),
        }
    }

    fn table_name(&mut self, id: u32) -> Option<String> {
        let table = self.resources?;
        if let Some(name) = self.names.get(&id) {
            return name.clone();
        }
        self.lookups = self.lookups.checked_sub(table.lookup_cost(id))?;
        let name = table
            .name_of(id)
            .map(|name| head(&name.to_string(), MAX_NAME).to_owned());
        // Long names cost more than the rows they stand in.
        self.lookups = self
            .lookups
            .saturating_sub(name.as_ref().map_or(0, String::len));
        self.names.insert(id, name.clone());
        name
    }

    fn reference(&mut self, sign: char, id: u32) -> String {
        if let Some(name) = self.table_name(id) {
            return format!("{sign}{name}");
        }
        if let Some(name) = attribute_name(id) {
            return format!("{sign}android:attr/{name}");
        }
        let mut text = spell(&Value::Reference(id));
        if sign == '?' {
            text.replace_range(..1, "?");
        }
        text
    }
}

/// A name made of characters that XML allows in names; others become `_`.
fn xml_name(name: &str) -> String {
    let legal = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let mut text: String = head(name, MAX_NAME)
        .chars()
        .map(|c| if legal(c) { c } else { '_' })
        .collect();
    if text
        .chars()
        .next()
        .is_none_or(|c| !(c.is_alphabetic() || c == '_'))
    {
        text.insert(0, '_');
    }
    text
}

/// The text with characters that XML 1.0 forbids replaced.
fn legal(text: &str) -> String {
    let forbidden = |c: char| {
        (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    text.chars()
        .map(|c| if forbidden(c) { '\u{fffd}' } else { c })
        .collect()
}
