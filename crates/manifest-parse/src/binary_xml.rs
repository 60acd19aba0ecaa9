//! Compiled binary XML (`ResXMLTree`) to a document. It reads what the platform reads and notes every deviation; it
//! neither repairs nor resolves.
//!
//! Format and tolerance follow `ResXMLTree::setTo` and `ResXMLParser::nextNode` of
//! <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/ResourceTypes.cpp>.

use std::sync::Arc;

use crate::chunk::{self, Header, kind, size, size_at, u8_at, u16_at, u32_at};
use crate::document::{Attribute, DocumentBuilder, SourceFormat, StartTag, XmlDocument};
use crate::error::{AnomalyKind, ManifestError};
use crate::framework_attrs::{ANDROID_NAMESPACE, attribute_id, attribute_name};
use crate::limits::{TEXT_FACTOR, TEXT_FLOOR};
use crate::string_pool::StringPool;
use crate::text::head;
use crate::value::Value;

/// Bytes of `ResXMLTree_node`: chunk header, line number, comment.
const NODE_HEADER: usize = 16;
/// Bytes of one `ResXMLTree_attribute`.
const ATTRIBUTE: usize = 20;
/// String index that stands for no string.
const NO_STRING: u32 = u32::MAX;

/// Whether the bytes look like compiled XML: the first word may lie, the header size and the string pool do not.
pub(crate) fn looks_binary(data: &[u8]) -> bool {
    let Some(header) = Header::at(data, 0) else {
        return false;
    };
    if header.kind == kind::XML && header.header_size <= 0xff {
        return true;
    }
    header.header_size >= chunk::HEADER
        && Header::at(data, header.header_size).is_some_and(|inner| {
            matches!(inner.kind, kind::STRING_POOL | kind::XML_RESOURCE_MAP)
                && inner.header_size >= chunk::HEADER
        })
}

/// Reads a compiled document.
pub(crate) fn parse(data: &[u8]) -> Result<XmlDocument, ManifestError> {
    let header = Header::at(data, 0).ok_or(ManifestError::Truncated {
        what: "xml header",
        offset: 0,
        available: data.len(),
    })?;
    let mut parser = Parser {
        data,
        builder: DocumentBuilder::new(SourceFormat::Binary),
        strings: Strings::new(StringPool::EMPTY, 0),
        ids: Vec::new(),
        android: Arc::from(ANDROID_NAMESPACE),
        budget: data
            .len()
            .saturating_mul(TEXT_FACTOR)
            .saturating_add(TEXT_FLOOR),
    };
    if header.kind != kind::XML {
        let found = header.kind;
        parser.note(AnomalyKind::WrongFileType, 0, || {
            format!("first word {found:#06x} instead of 0x0003")
        });
    }
    let end = if header.size == data.len() {
        data.len()
    } else {
        let stated = header.size;
        parser.note(AnomalyKind::WrongFileSize, 4, || {
            format!("stated {stated}, present {}", data.len())
        });
        // Android reads up to the stated end; a size that leaves no room is not believed.
        if stated > header.header_size && stated < data.len() {
            stated
        } else {
            data.len()
        }
    };
    let mut first = header.header_size;
    if first < chunk::HEADER || first > end {
        parser.note(AnomalyKind::WrongChunkSize, 2, || {
            format!("file header of {first} bytes")
        });
        first = chunk::HEADER;
    }
    parser.chunks(first, end);
    parser.builder.finish(end)
}

/// The pool with each string decoded at most once.
struct Strings<'a> {
    pool: StringPool<'a>,
    decoded: Vec<Option<Arc<str>>>,
}

impl<'a> Strings<'a> {
    fn new(pool: StringPool<'a>, budget: usize) -> Self {
        // One pointer per offset word that is present in the file.
        Self {
            pool,
            decoded: vec![None; pool.len().min(budget)],
        }
    }
}

/// What is known of the element whose attributes are being read.
struct Tag {
    base: usize,
    /// Identifiers by the resource map, sorted.
    ids: Vec<u32>,
    /// Identifiers read so far, in file order.
    seen: Vec<u32>,
}

struct Parser<'a> {
    data: &'a [u8],
    builder: DocumentBuilder,
    strings: Strings<'a>,
    ids: Vec<u32>,
    android: Arc<str>,
    /// Bytes of text that may still be decoded.
    budget: usize,
}

impl Parser<'_> {
    fn note(&mut self, kind: AnomalyKind, offset: usize, detail: impl FnOnce() -> String) {
        self.builder.anomalies.push(kind, offset, detail);
    }

    /// A string of the pool; `None` for the index that means none. A bad index gives an empty string.
    fn string(&mut self, index: u32, at: usize) -> Option<Arc<str>> {
        if index == NO_STRING {
            return None;
        }
        let row = size(index);
        if let Some(Some(text)) = self.strings.decoded.get(row) {
            return Some(Arc::clone(text));
        }
        let length = self.strings.pool.encoded_len(row);
        let text: Arc<str> = if length > self.budget {
            self.note(AnomalyKind::LimitReached, at, || {
                format!("text of string {index} is not read")
            });
            Arc::from("")
        } else {
            self.budget = self.budget.saturating_sub(length);
            if let Some(string) = self.strings.pool.get(row) {
                if !string.exact {
                    self.note(AnomalyKind::InvalidText, at, || {
                        format!("string {index}: {:?}", head(&string.text, 80))
                    });
                }
                Arc::from(&*string.text)
            } else {
                self.note(AnomalyKind::WrongStringIndex, at, || {
                    format!("string {index}")
                });
                Arc::from("")
            }
        };
        if let Some(slot) = self.strings.decoded.get_mut(row) {
            *slot = Some(Arc::clone(&text));
        }
        Some(text)
    }

    fn chunks(&mut self, first: usize, end: usize) {
        let mut at = first;
        let mut has_pool = false;
        let mut has_ids = false;
        let mut in_nodes = false;
        while at < end {
            let available = end.saturating_sub(at);
            if available < chunk::HEADER {
                self.note(AnomalyKind::ExtraBytes, at, || {
                    format!("{available} bytes after the last chunk")
                });
                return;
            }
            let Some(header) = Header::at(self.data, at) else {
                return;
            };
            if !header.fits(chunk::HEADER, available) {
                let Some(next) = self.after_bad_header(at, end, header) else {
                    return;
                };
                at = next;
                continue;
            }
            if !header.is_aligned() {
                self.note(AnomalyKind::WrongChunkSize, at, || {
                    format!(
                        "sizes {} and {} are not multiples of 4",
                        header.header_size, header.size
                    )
                });
            }
            let next = at.saturating_add(header.size);
            let data = self.data.get(at..next).unwrap_or_default();
            match header.kind {
                kind::STRING_POOL if in_nodes => {
                    // Past the first node the platform skips everything that is no node.
                    self.note(AnomalyKind::UnknownChunk, at, || {
                        "string pool among the nodes".to_owned()
                    });
                }
                kind::STRING_POOL => {
                    if has_pool {
                        self.note(AnomalyKind::RepeatedChunk, at, || "string pool".to_owned());
                    }
                    has_pool = true;
                    self.pool(data, at);
                }
                kind::XML_RESOURCE_MAP if in_nodes => {
                    self.note(AnomalyKind::UnknownChunk, at, || {
                        "resource map among the nodes".to_owned()
                    });
                }
                kind::XML_RESOURCE_MAP => {
                    if has_ids {
                        self.note(AnomalyKind::RepeatedChunk, at, || "resource map".to_owned());
                    }
                    has_ids = true;
                    let words = data.get(header.header_size..).unwrap_or_default();
                    self.ids = words
                        .as_chunks::<4>()
                        .0
                        .iter()
                        .map(|word| u32::from_le_bytes(*word))
                        .collect();
                }
                kind::XML_START_NAMESPACE..=kind::XML_LAST_NODE => {
                    in_nodes = true;
                    self.node(data, at, header);
                }
                other => {
                    self.note(AnomalyKind::UnknownChunk, at, || {
                        format!("type {other:#06x} of {} bytes", header.size)
                    });
                }
            }
            at = next;
        }
    }

    /// Finds where reading can go on after an impossible header: the platform stops here, so what follows is extra.
    fn after_bad_header(&mut self, at: usize, end: usize, header: Header) -> Option<usize> {
        if self.builder.anomalies.has(AnomalyKind::ExtraBytes) {
            return None;
        }
        // A size past the end of the file means a cut file, or a lie; nodes that fit are still read.
        if header.header_size >= chunk::HEADER && header.size > end.saturating_sub(at) {
            self.note(AnomalyKind::Truncated, at, || {
                format!(
                    "chunk {:#06x} of {} bytes in {} left",
                    header.kind,
                    header.size,
                    end.saturating_sub(at)
                )
            });
        } else {
            self.note(AnomalyKind::WrongChunkSize, at, || {
                format!(
                    "chunk {:#06x}, header of {} bytes, {} in all",
                    header.kind, header.header_size, header.size
                )
            });
        }
        // One search for the next plausible chunk, word by word; it is the only time bytes are looked at twice.
        let mut next = at.checked_add(4)?;
        while next < end {
            if let Some(candidate) = Header::at(self.data, next)
                && candidate.is_aligned()
                && is_plausible(self.data, next, candidate, end.saturating_sub(next))
            {
                let skipped = next.saturating_sub(at);
                self.note(AnomalyKind::ExtraBytes, at, || {
                    format!("{skipped} bytes skipped")
                });
                return Some(next);
            }
            next = next.checked_add(4)?;
        }
        None
    }

    fn pool(&mut self, data: &[u8], at: usize) {
        // Re-slice so that the pool borrows the input, not the argument.
        let Some(data) = self.data.get(at..at.saturating_add(data.len())) else {
            return;
        };
        let Some(pool) = StringPool::parse(data) else {
            self.note(AnomalyKind::WrongStringPool, at, || {
                "header cut short".to_owned()
            });
            return;
        };
        if pool.is_damaged() {
            self.note(AnomalyKind::WrongStringPool, at, || {
                format!("{} of the stated strings have an offset", pool.len())
            });
        }
        let present = self.data.len();
        self.strings = Strings::new(pool, present);
    }

    fn node(&mut self, data: &[u8], at: usize, header: Header) {
        if header.header_size < NODE_HEADER {
            self.note(AnomalyKind::WrongChunkSize, at, || {
                format!("node header of {} bytes", header.header_size)
            });
        }
        let extension = header.header_size;
        let line = u32_at(data, 8).unwrap_or(0);
        let complete = match header.kind {
            kind::XML_START_NAMESPACE => self.namespace(data, extension, at),
            kind::XML_START_ELEMENT => self.start(data, extension, line, at),
            kind::XML_END_ELEMENT => self.end(data, extension, at),
            kind::XML_CDATA => self.cdata(data, extension, at),
            kind::XML_END_NAMESPACE => Some(()),
            other => {
                self.note(AnomalyKind::UnknownChunk, at, || {
                    format!("node type {other:#06x}")
                });
                Some(())
            }
        };
        if complete.is_none() {
            self.note(AnomalyKind::Truncated, at, || {
                format!("node {:#06x} has no room for its content", header.kind)
            });
        }
    }

    fn namespace(&mut self, data: &[u8], at: usize, base: usize) -> Option<()> {
        let prefix = u32_at(data, at)?;
        let uri = u32_at(data, at.checked_add(4)?)?;
        let prefix = self.string(prefix, base).unwrap_or_default();
        let uri = self.string(uri, base).unwrap_or_default();
        self.builder.namespace(prefix, uri);
        Some(())
    }

    fn start(&mut self, data: &[u8], at: usize, line: u32, base: usize) -> Option<()> {
        let namespace = u32_at(data, at)?;
        let name = u32_at(data, at.checked_add(4)?)?;
        let attributes = at.checked_add(usize::from(u16_at(data, at.checked_add(8)?)?))?;
        let stride = usize::from(u16_at(data, at.checked_add(10)?)?);
        let n_attributes = usize::from(u16_at(data, at.checked_add(12)?)?);
        let namespace = self.string(namespace, base);
        let name = self.string(name, base).unwrap_or_default();
        if !self.builder.start(StartTag {
            namespace,
            name,
            line,
            offset: base,
        }) {
            return Some(());
        }
        if n_attributes > 0 && stride != ATTRIBUTE {
            self.note(AnomalyKind::WrongAttributeSize, base, || {
                format!("{n_attributes} attributes of {stride} bytes instead of {ATTRIBUTE}")
            });
            if stride == 0 {
                return Some(());
            }
        }
        let mut row = attributes;
        let mut tag = Tag {
            base,
            ids: self.ids_of_tag(data, attributes, stride, n_attributes),
            seen: Vec::new(),
        };
        for n in 0..n_attributes {
            if self.attribute(data, row, &mut tag).is_none() {
                self.note(AnomalyKind::Truncated, base, || {
                    format!("{n} of {n_attributes} attributes fit in the element")
                });
                break;
            }
            row = row.checked_add(stride)?;
        }
        Some(())
    }

    /// Identifiers the attributes of one element have by the resource map, sorted.
    fn ids_of_tag(
        &self,
        data: &[u8],
        first: usize,
        stride: usize,
        n_attributes: usize,
    ) -> Vec<u32> {
        let rows = (0..n_attributes).map_while(|n| {
            let name = first.checked_add(stride.checked_mul(n)?)?.checked_add(4)?;
            u32_at(data, name)
        });
        let mut ids: Vec<u32> = rows
            .filter_map(|name| self.ids.get(size(name)).copied())
            .collect();
        ids.sort_unstable();
        ids
    }

    fn attribute(&mut self, data: &[u8], at: usize, tag: &mut Tag) -> Option<()> {
        let record = data.get(at..at.checked_add(ATTRIBUTE)?)?;
        let offset = tag.base.saturating_add(at);
        let namespace_index = u32_at(record, 0)?;
        let name_index = u32_at(record, 4)?;
        let raw_index = u32_at(record, 8)?;
        let data_type = u8_at(record, 15)?;
        let value_data = u32_at(record, 16)?;
        let mut namespace = self
            .string(namespace_index, offset)
            .filter(|uri| !uri.is_empty());
        let mut name = self.string(name_index, offset).unwrap_or_default();
        let raw = self.string(raw_index, offset);
        let mut resource_id = self
            .ids
            .get(size(name_index))
            .copied()
            .filter(|id| *id != 0);
        if let Some(id) = resource_id {
            // Android compares identifiers only; the name is for people, and obfuscators empty or falsify it.
            if let Some(known) = attribute_name(id) {
                if &*name != known {
                    let written = Arc::clone(&name);
                    self.note(AnomalyKind::MisleadingName, offset, || {
                        format!("{:?} is {known:?} ({id:#010x})", head(&written, 80))
                    });
                    name = Arc::from(known);
                }
                if namespace.as_deref() != Some(ANDROID_NAMESPACE) {
                    namespace = Some(Arc::clone(&self.android));
                }
            }
        } else if namespace.as_deref() == Some(ANDROID_NAMESPACE) && !name.is_empty() {
            self.note(AnomalyKind::AttributeWithoutId, offset, || {
                format!("android:{}", head(&name, 80))
            });
            // Recorded, and used only when no attribute of the element has the identifier by right.
            resource_id = attribute_id(&name).filter(|id| tag.ids.binary_search(id).is_err());
        }
        if let Some(id) = resource_id {
            self.check_order(id, &mut tag.seen, offset, &name);
        }
        let value = if data_type == 0x03 {
            match self.string(value_data, offset) {
                Some(text) => Value::String(text),
                None => Value::Unknown {
                    data_type,
                    data: value_data,
                },
            }
        } else {
            Value::from_parts(data_type, value_data)
        };
        self.builder.attribute(Attribute {
            namespace,
            name,
            resource_id,
            raw,
            value,
            offset,
        });
        Some(())
    }

    fn check_order(&mut self, id: u32, seen: &mut Vec<u32>, offset: usize, name: &str) {
        // Elements have few attributes; a hostile one is compared with its last 64 only.
        if seen.iter().rev().take(64).any(|other| *other == id) {
            self.note(AnomalyKind::DuplicateAttribute, offset, || {
                format!("{:?} ({id:#010x})", head(name, 80))
            });
        } else if seen.last().is_some_and(|last| *last > id)
            && !self.builder.anomalies.has(AnomalyKind::UnsortedAttributes)
        {
            self.note(AnomalyKind::UnsortedAttributes, offset, || {
                format!("{:?} ({id:#010x}) after a higher one", head(name, 80))
            });
        }
        seen.push(id);
    }

    fn end(&mut self, data: &[u8], at: usize, base: usize) -> Option<()> {
        let name = u32_at(data, at.checked_add(4)?)?;
        let name = self.string(name, base);
        self.builder.end(name.as_deref(), base);
        Some(())
    }

    fn cdata(&mut self, data: &[u8], at: usize, base: usize) -> Option<()> {
        let index = u32_at(data, at)?;
        if let Some(text) = self.string(index, base) {
            self.builder.text(text);
        }
        size_at(data, at).map(|_| ())
    }
}

/// Whether a header can be that of a chunk that belongs in a document.
fn is_plausible(data: &[u8], at: usize, header: Header, available: usize) -> bool {
    let min = match header.kind {
        kind::STRING_POOL => 28,
        kind::XML_RESOURCE_MAP => chunk::HEADER,
        kind::XML_START_NAMESPACE..=kind::XML_CDATA => NODE_HEADER,
        _ => return false,
    };
    header.header_size == min
        && header.fits(min, available)
        && header.size > min
        && u32_at(data, at.saturating_add(8)).is_some()
}
