//! The protobuf form of a compiled document (`aapt.pb.XmlNode`), as app bundles carry it; no other message.
//!
//! Field numbers: <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/tools/aapt2/Resources.proto>.
//! Wire format: <https://protobuf.dev/programming-guides/encoding/>.

use std::sync::Arc;

use byte_reader::Reader;

use crate::document::{Attribute, DocumentBuilder, SourceFormat, StartTag, XmlDocument};
use crate::error::{AnomalyKind, ManifestError};
use crate::framework_attrs::{ANDROID_NAMESPACE, attribute_id, attribute_name};
use crate::text::head;
use crate::value::Value;

/// One field of a message.
#[derive(Debug, Clone, Copy)]
enum Field<'a> {
    Varint(u64),
    Fixed32(u32),
    Bytes(&'a [u8], usize),
    Other,
}

/// The fields of one message, in file order. Ends at the first malformed one and remembers that.
#[derive(Debug, Clone)]
struct Message<'a> {
    reader: Reader<'a>,
    is_broken: bool,
}

impl<'a> Message<'a> {
    fn new(data: &'a [u8], base: usize) -> Self {
        Self {
            reader: Reader::with_base(data, base),
            is_broken: false,
        }
    }

    fn read(&mut self) -> Option<(u64, Field<'a>)> {
        let tag = varint(&mut self.reader)?;
        let field = match tag & 7 {
            0 => Field::Varint(varint(&mut self.reader)?),
            1 => {
                self.reader.skip(8).ok()?;
                Field::Other
            }
            2 => {
                let length = usize::try_from(varint(&mut self.reader)?).ok()?;
                let offset = self.reader.offset();
                Field::Bytes(self.reader.take(length).ok()?, offset)
            }
            5 => Field::Fixed32(self.reader.u32().ok()?),
            _ => return None,
        };
        Some((tag >> 3, field)).filter(|(number, _)| *number != 0)
    }
}

impl<'a> Iterator for Message<'a> {
    type Item = (u64, Field<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_broken || self.reader.is_empty() {
            return None;
        }
        let field = self.read();
        self.is_broken = field.is_none();
        field
    }
}

/// A base-128 number of at most ten bytes.
fn varint(reader: &mut Reader<'_>) -> Option<u64> {
    let mut number = 0_u64;
    for n in 0..10_u32 {
        let byte = reader.u8().ok()?;
        number |= u64::from(byte & 0x7f).checked_shl(n.checked_mul(7)?)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// Whether the bytes are one message whose first field is an element.
pub(crate) fn looks_protobuf(data: &[u8]) -> bool {
    let mut message = Message::new(data, 0);
    match message.next() {
        Some((1, Field::Bytes(element, base))) => {
            // The first field of an element is a namespace, its own namespace or its name.
            matches!(
                Message::new(element, base).next(),
                Some((1..=5, Field::Bytes(..)))
            )
        }
        _ => false,
    }
}

/// Reads a document.
pub(crate) fn parse(data: &[u8]) -> Result<XmlDocument, ManifestError> {
    let mut builder = DocumentBuilder::new(SourceFormat::Protobuf);
    // Open elements: the fields still to read of each. The first is a message that holds the root node as a child.
    let mut open: Vec<Message<'_>> = Vec::new();
    node(data, 0, &mut builder, &mut open);
    while let Some(top) = open.last_mut() {
        match top.next() {
            Some((5, Field::Bytes(child, base))) => node(child, base, &mut builder, &mut open),
            Some(_) => {}
            None => {
                let (is_broken, offset) = (top.is_broken, top.reader.offset());
                if is_broken {
                    builder
                        .anomalies
                        .push(AnomalyKind::WrongProtobuf, offset, || "element".to_owned());
                }
                builder.end(None, offset);
                open.pop();
            }
        }
    }
    builder.finish(data.len())
}

/// Reads one `XmlNode`: starts an element, leaving its children on the stack, or adds text.
fn node<'a>(
    data: &'a [u8],
    base: usize,
    builder: &mut DocumentBuilder,
    open: &mut Vec<Message<'a>>,
) {
    let (mut element, mut text, mut line) = (None, None, 0);
    let mut fields = Message::new(data, base);
    for field in &mut fields {
        match field {
            (1, Field::Bytes(bytes, base)) => element = Some((bytes, base)),
            (2, Field::Bytes(bytes, _)) => text = Some(bytes),
            (3, Field::Bytes(bytes, base)) => line = source_line(bytes, base),
            _ => {}
        }
    }
    if fields.is_broken {
        builder
            .anomalies
            .push(AnomalyKind::WrongProtobuf, base, || "node".to_owned());
    }
    if let Some((bytes, base)) = element {
        start(bytes, base, line, builder);
        // An element a limit swallowed keeps its place on the stack, because its end is counted too. Its depth on
        // this stack is bounded by the input: each level costs at least four bytes.
        open.push(Message::new(bytes, base));
    } else if let Some(bytes) = text {
        builder.text(string(bytes));
    }
}

fn start(data: &[u8], base: usize, line: u32, builder: &mut DocumentBuilder) {
    let (mut namespace, mut name) = (None, Arc::from(""));
    for field in Message::new(data, base) {
        match field {
            (1, Field::Bytes(bytes, base)) => {
                let (mut prefix, mut uri) = (Arc::from(""), Arc::from(""));
                for field in Message::new(bytes, base) {
                    match field {
                        (1, Field::Bytes(bytes, _)) => prefix = string(bytes),
                        (2, Field::Bytes(bytes, _)) => uri = string(bytes),
                        _ => {}
                    }
                }
                builder.namespace(prefix, uri);
            }
            (2, Field::Bytes(bytes, _)) => {
                namespace = Some(string(bytes)).filter(|uri| !uri.is_empty());
            }
            (3, Field::Bytes(bytes, _)) => name = string(bytes),
            _ => {}
        }
    }
    if !builder.start(StartTag {
        namespace,
        name,
        line,
        offset: base,
    }) {
        return;
    }
    for field in Message::new(data, base) {
        if let (4, Field::Bytes(bytes, base)) = field {
            let attribute = attribute(bytes, base, builder);
            builder.attribute(attribute);
        }
    }
}

fn attribute(data: &[u8], base: usize, builder: &mut DocumentBuilder) -> Attribute {
    let mut attribute = Attribute {
        namespace: None,
        name: Arc::from(""),
        resource_id: None,
        raw: None,
        value: Value::Null,
        offset: base,
    };
    let mut compiled = None;
    let mut fields = Message::new(data, base);
    for field in &mut fields {
        match field {
            (1, Field::Bytes(bytes, _)) => {
                attribute.namespace = Some(string(bytes)).filter(|uri| !uri.is_empty());
            }
            (2, Field::Bytes(bytes, _)) => attribute.name = string(bytes),
            (3, Field::Bytes(bytes, _)) => attribute.raw = Some(string(bytes)),
            (5, Field::Varint(id)) => {
                attribute.resource_id = u32::try_from(id).ok().filter(|id| *id != 0);
            }
            (6, Field::Bytes(bytes, base)) => compiled = item(bytes, base),
            _ => {}
        }
    }
    if fields.is_broken {
        builder
            .anomalies
            .push(AnomalyKind::WrongProtobuf, base, || "attribute".to_owned());
    }
    if let Some(known) = attribute.resource_id.and_then(attribute_name) {
        if &*attribute.name != known {
            let written = Arc::clone(&attribute.name);
            builder
                .anomalies
                .push(AnomalyKind::MisleadingName, base, || {
                    format!("{:?} is {known:?}", head(&written, 80))
                });
            attribute.name = Arc::from(known);
        }
        attribute.namespace = Some(Arc::from(ANDROID_NAMESPACE));
    } else if attribute.resource_id.is_none()
        && attribute.namespace.as_deref() == Some(ANDROID_NAMESPACE)
    {
        attribute.resource_id = attribute_id(&attribute.name);
    }
    let raw = attribute.raw.clone().unwrap_or_default();
    attribute.value = compiled.unwrap_or(Value::String(raw));
    attribute
}

/// Reads an `Item`.
fn item(data: &[u8], base: usize) -> Option<Value> {
    Message::new(data, base).find_map(|field| match field {
        (1, Field::Bytes(bytes, base)) => Some(reference(bytes, base)),
        // String, RawString, StyledString and FileReference all keep their text in field 1.
        (2..=5, Field::Bytes(bytes, base)) => {
            let text = Message::new(bytes, base).find_map(|field| match field {
                (1, Field::Bytes(bytes, _)) => Some(string(bytes)),
                _ => None,
            });
            Some(Value::String(text.unwrap_or_default()))
        }
        (7, Field::Bytes(bytes, base)) => primitive(bytes, base),
        _ => None,
    })
}

fn reference(data: &[u8], base: usize) -> Value {
    let (mut is_attribute, mut id, mut name) = (false, 0, None);
    for field in Message::new(data, base) {
        match field {
            (1, Field::Varint(kind)) => is_attribute = kind == 1,
            (2, Field::Varint(number)) => id = u32::try_from(number).unwrap_or(0),
            (3, Field::Bytes(bytes, _)) => name = Some(string(bytes)),
            _ => {}
        }
    }
    match (id, name) {
        (0, Some(name)) if !name.is_empty() && !is_attribute => Value::NamedReference(name),
        (0, Some(name)) if !name.is_empty() => Value::String(Arc::from(format!("?{name}"))),
        (0, _) => Value::Null,
        (id, _) if is_attribute => Value::ThemeAttribute(id),
        (id, _) => Value::Reference(id),
    }
}

fn primitive(data: &[u8], base: usize) -> Option<Value> {
    let low = |number: u64| u32::try_from(number & u64::from(u32::MAX)).unwrap_or(0);
    Message::new(data, base).find_map(|field| match field {
        (1, Field::Bytes(..)) => Some(Value::Null),
        (2, Field::Bytes(..)) => Some(Value::Empty),
        (3..=5, Field::Fixed32(bits)) => Some(Value::Float(f32::from_bits(bits))),
        (6, Field::Varint(number)) => Some(Value::Decimal(low(number).cast_signed())),
        (7, Field::Varint(number)) => Some(Value::Hex(low(number))),
        (8, Field::Varint(number)) => Some(Value::Bool(number != 0)),
        (9, Field::Varint(number)) => Some(Value::from_parts(0x1c, low(number))),
        (10, Field::Varint(number)) => Some(Value::from_parts(0x1d, low(number))),
        (11, Field::Varint(number)) => Some(Value::from_parts(0x1e, low(number))),
        (12, Field::Varint(number)) => Some(Value::from_parts(0x1f, low(number))),
        (13, Field::Varint(number)) => Some(Value::Dimension(low(number))),
        (14, Field::Varint(number)) => Some(Value::Fraction(low(number))),
        _ => None,
    })
}

fn source_line(data: &[u8], base: usize) -> u32 {
    Message::new(data, base)
        .find_map(|field| match field {
            (1, Field::Varint(line)) => u32::try_from(line).ok(),
            _ => None,
        })
        .unwrap_or(0)
}

fn string(bytes: &[u8]) -> Arc<str> {
    Arc::from(&*String::from_utf8_lossy(bytes))
}
