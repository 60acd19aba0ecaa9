//! XML text to a document: namespaces resolved, framework attributes given their identifiers; no document types.

use std::borrow::Cow;
use std::sync::Arc;

use byte_reader::utf16;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::document::{Attribute, DocumentBuilder, SourceFormat, StartTag, XmlDocument};
use crate::error::{AnomalyKind, ManifestError};
use crate::framework_attrs::{ANDROID_NAMESPACE, attribute_id};
use crate::value::Value;

/// Whether the bytes are text that begins with a tag, a declaration or a comment.
pub(crate) fn looks_text(data: &[u8]) -> bool {
    match data {
        [0xff, 0xfe, b'<', 0, ..] => true,
        [0xef, 0xbb, 0xbf, rest @ ..] => first_is_tag(rest),
        _ => first_is_tag(data),
    }
}

fn first_is_tag(data: &[u8]) -> bool {
    let mut tail = data.iter().skip_while(|byte| byte.is_ascii_whitespace());
    tail.next() == Some(&b'<')
        && tail.next().is_some_and(|byte| {
            matches!(byte, b'?' | b'!' | b'_' | b':') || byte.is_ascii_alphabetic() || *byte >= 0x80
        })
}

/// Reads a document from UTF-8 text, or UTF-16 with a byte order mark.
pub(crate) fn parse(data: &[u8]) -> Result<XmlDocument, ManifestError> {
    let text: Cow<'_, str> = match data {
        [0xff, 0xfe, rest @ ..] => utf16::decode_le_printable(rest).text,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        _ => String::from_utf8_lossy(data),
    };
    let mut parser = Parser {
        builder: DocumentBuilder::new(SourceFormat::Text),
        prefixes: Vec::new(),
        depth: 0,
        pending: String::new(),
    };
    if matches!(text, Cow::Owned(_)) && !data.starts_with(&[0xff, 0xfe]) {
        parser
            .builder
            .anomalies
            .push(AnomalyKind::InvalidText, 0, || {
                "not utf-8 throughout".to_owned()
            });
    }
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut lines = Lines {
        text: text.as_bytes(),
        at: 0,
        line: 1,
    };
    let mut n_events = 0_usize;
    loop {
        let offset = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match reader.read_event() {
            Ok(Event::Start(tag)) => parser.start(&tag, offset, lines.line_at(offset)),
            Ok(Event::Empty(tag)) => {
                parser.start(&tag, offset, lines.line_at(offset));
                parser.end(None, offset);
            }
            Ok(Event::End(tag)) => {
                let name = tag.name();
                let name = text_of(&name.local_name().into_inner());
                parser.end(Some(&name), offset);
            }
            Ok(Event::Text(text)) => parser.pending.push_str(&text_of(&text)),
            Ok(Event::CData(text)) => parser.pending.push_str(&text_of(&text)),
            Ok(Event::GeneralRef(entity)) => {
                let written = format!("&{};", text_of(&entity));
                parser
                    .pending
                    .push_str(&unescape(&written).unwrap_or(Cow::Borrowed(&written)));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                if n_events == 0 {
                    return Err(ManifestError::TextXml {
                        offset,
                        reason: error.to_string(),
                    });
                }
                parser
                    .builder
                    .anomalies
                    .push(AnomalyKind::Truncated, offset, || error.to_string());
                break;
            }
        }
        n_events = n_events.saturating_add(1);
    }
    parser.flush_text();
    parser.builder.finish(data.len())
}

/// The characters of an event or a name.
fn text_of(text: &impl AsRef<str>) -> String {
    text.as_ref().to_owned()
}

/// Line numbers, counted once from front to back.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn line_at(&mut self, offset: usize) -> u32 {
        let passed = self.text.get(self.at..offset).unwrap_or_default();
        let n = passed
            .split(|byte| *byte == b'\n')
            .count()
            .saturating_sub(1);
        self.line = self
            .line
            .saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
        self.at = self.at.max(offset);
        self.line
    }
}

struct Parser {
    builder: DocumentBuilder,
    /// Declared prefixes with the depth they were declared at.
    prefixes: Vec<(usize, Arc<str>, Arc<str>)>,
    depth: usize,
    pending: String,
}

impl Parser {
    fn flush_text(&mut self) {
        if !self.pending.trim().is_empty() {
            self.builder.text(Arc::from(self.pending.trim()));
        }
        self.pending.clear();
    }

    fn uri(&self, prefix: &str) -> Option<Arc<str>> {
        // Attributes without prefix have no namespace. Files have few prefixes; only the nearest 64 are searched.
        let declared = self
            .prefixes
            .iter()
            .rev()
            .take(64)
            .find(|(_, known, _)| &**known == prefix);
        match declared {
            Some((_, _, uri)) => Some(Arc::clone(uri)),
            None if prefix == "android" => Some(Arc::from(ANDROID_NAMESPACE)),
            None if prefix.is_empty() => None,
            None => Some(Arc::from(prefix)),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, offset: usize, line: u32) {
        self.flush_text();
        self.depth = self.depth.saturating_add(1);
        let mut plain = Vec::new();
        for attribute in tag.attributes().with_checks(false) {
            let Ok(attribute) = attribute else {
                self.builder
                    .anomalies
                    .push(AnomalyKind::WrongValue, offset, || {
                        "attribute syntax".to_owned()
                    });
                break;
            };
            let key = text_of(&attribute.key.into_inner());
            let written = text_of(&attribute.value);
            let value = unescape(&written).map_or_else(|_| written.clone(), Cow::into_owned);
            match key.split_once(':') {
                Some(("xmlns", prefix)) => self.declare(prefix, &value),
                None if key == "xmlns" => self.declare("", &value),
                Some((prefix, local)) => {
                    plain.push((Some(prefix.to_owned()), local.to_owned(), value));
                }
                None => plain.push((None, key, value)),
            }
        }
        let name = tag.name();
        let name = text_of(&name.into_inner());
        let (prefix, local) = name.split_once(':').unwrap_or(("", &name));
        let namespace = self.uri(prefix);
        if !self.builder.start(StartTag {
            namespace,
            name: Arc::from(local),
            line,
            offset,
        }) {
            return;
        }
        for (prefix, name, value) in plain {
            let namespace = prefix.and_then(|prefix| self.uri(&prefix));
            let is_framework = namespace.as_deref() == Some(ANDROID_NAMESPACE);
            let raw: Arc<str> = Arc::from(value);
            self.builder.attribute(Attribute {
                resource_id: if is_framework {
                    attribute_id(&name)
                } else {
                    None
                },
                namespace,
                name: Arc::from(name),
                value: value_of(&raw),
                raw: Some(raw),
                offset,
            });
        }
    }

    fn declare(&mut self, prefix: &str, uri: &str) {
        let (prefix, uri) = (Arc::<str>::from(prefix), Arc::<str>::from(uri));
        self.builder
            .namespace(Arc::clone(&prefix), Arc::clone(&uri));
        self.prefixes.push((self.depth, prefix, uri));
    }

    fn end(&mut self, name: Option<&str>, offset: usize) {
        self.flush_text();
        self.builder.end(name, offset);
        while self
            .prefixes
            .last()
            .is_some_and(|(depth, _, _)| *depth >= self.depth)
        {
            self.prefixes.pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }
}

/// What aapt would make of an attribute's text without knowing the attribute: a reference or a string.
fn value_of(text: &Arc<str>) -> Value {
    let Some(name) = text.strip_prefix('@') else {
        return Value::String(Arc::clone(text));
    };
    let name = name.trim_start_matches(['+', '*']);
    if name == "null" {
        return Value::Null;
    }
    if name == "empty" {
        return Value::Empty;
    }
    let digits = name.strip_prefix("0x").unwrap_or(name);
    if digits.len() == 8
        && let Ok(id) = u32::from_str_radix(digits, 16)
    {
        return Value::Reference(id);
    }
    if name.contains('/') {
        Value::NamedReference(Arc::from(name))
    } else {
        Value::String(Arc::clone(text))
    }
}
