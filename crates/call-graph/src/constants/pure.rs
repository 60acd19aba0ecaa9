//! Operations of the platform that depend on nothing but their operands; refuses any other effect, and whatever it
//! cannot compute exactly. Which method stands for which operation is catalogue data.

use std::rc::Rc;

use super::MAX_TEXT;
use super::heap::{Heap, Obj, Val, decode_utf8, units};

/// An operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pure {
    NewText,
    NewBuilder,
    NewList,
    NewMap,
    ListOf,
    Text,
    Append,
    Insert,
    Reverse,
    SetChar,
    DeleteChar,
    Delete,
    SetLength,
    Length,
    CharAt,
    Chars,
    Bytes,
    Substring,
    Lower,
    Upper,
    Trim,
    Replace,
    Concat,
    Equals,
    EqualsIgnoreCase,
    IndexOf,
    LastIndexOf,
    StartsWith,
    EndsWith,
    Contains,
    IsEmpty,
    Format,
    Join,
    Base64,
    Base64Codec,
    ParseInt,
    Same,
    Add,
    Put,
    Get,
    Copy,
    CopyRange,
}

impl Pure {
    /// True when the object's text is another one afterwards, in a way that joining its parts does not give.
    pub(super) fn changes_text(self) -> bool {
        matches!(
            self,
            Self::NewText
                | Self::Append
                | Self::Insert
                | Self::Reverse
                | Self::SetChar
                | Self::DeleteChar
                | Self::Delete
                | Self::SetLength
        )
    }

    /// The operation that the catalogue calls so.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name.strip_prefix("calc_")? {
            "new_text" => Self::NewText,
            "new_builder" => Self::NewBuilder,
            "new_list" => Self::NewList,
            "new_map" => Self::NewMap,
            "list_of" => Self::ListOf,
            "text" => Self::Text,
            "append" => Self::Append,
            "insert" => Self::Insert,
            "reverse" => Self::Reverse,
            "set_char" => Self::SetChar,
            "delete_char" => Self::DeleteChar,
            "delete" => Self::Delete,
            "set_length" => Self::SetLength,
            "length" => Self::Length,
            "char_at" => Self::CharAt,
            "chars" => Self::Chars,
            "bytes" => Self::Bytes,
            "substring" => Self::Substring,
            "lower" => Self::Lower,
            "upper" => Self::Upper,
            "trim" => Self::Trim,
            "replace" => Self::Replace,
            "concat" => Self::Concat,
            "equals" => Self::Equals,
            "equals_ignore_case" => Self::EqualsIgnoreCase,
            "index_of" => Self::IndexOf,
            "last_index_of" => Self::LastIndexOf,
            "starts_with" => Self::StartsWith,
            "ends_with" => Self::EndsWith,
            "contains" => Self::Contains,
            "is_empty" => Self::IsEmpty,
            "format" => Self::Format,
            "join" => Self::Join,
            "base64" => Self::Base64,
            "base64_codec" => Self::Base64Codec,
            "parse_int" => Self::ParseInt,
            "same" => Self::Same,
            "add" => Self::Add,
            "put" => Self::Put,
            "get" => Self::Get,
            "copy" => Self::Copy,
            "copy_range" => Self::CopyRange,
            _ => return None,
        })
    }
}

/// Runs an operation. Operands are the receiver, where there is one, then the arguments; `types` their descriptors'
/// first letters. `None` when the result cannot be told.
pub(super) fn apply(op: Pure, args: &[Val], types: &[u8], heap: &mut Heap) -> Option<Val> {
    let arg = |n: usize| args.get(n);
    let int = |n: usize| match args.get(n) {
        Some(Val::Int(value)) => Some(*value),
        _ => None,
    };
    let place = |n: usize| int(n).and_then(|value| usize::try_from(value).ok());
    let kind = |n: usize| types.get(n).copied().unwrap_or(b'L');
    Some(match op {
        Pure::NewText | Pure::NewBuilder => {
            let Some(Val::Ref(this)) = arg(0) else {
                return None;
            };
            let text = match (args.len(), arg(1)) {
                (1, _) => Vec::new(),
                // A number is the room to make.
                (2, Some(Val::Int(_))) if op == Pure::NewBuilder => Vec::new(),
                (_, Some(Val::Text(text))) => text.to_vec(),
                (_, Some(Val::Ref(from))) => match heap.get(*from)? {
                    Obj::Builder(text) => text.clone(),
                    Obj::Array(kind @ (b'C' | b'B'), items) => {
                        let bytes = *kind == b'B';
                        let items = numbers(items)?;
                        // (array, start, length, and for bytes perhaps a character set).
                        let (part, charset) = match (int(2), int(3)) {
                            (Some(_), Some(_)) => {
                                let start = place(2)?;
                                let end = start.checked_add(place(3)?)?;
                                (items.get(start..end)?.to_vec(), arg(4))
                            }
                            _ => (items, arg(2)),
                        };
                        if bytes {
                            decode(&part, charset)?
                        } else {
                            to_units(&part)?
                        }
                    }
                    _ => return None,
                },
                _ => return None,
            };
            if op == Pure::NewText {
                heap.set(*this, Obj::Text(text.into()))?;
            } else {
                heap.set(*this, Obj::Builder(text))?;
            }
            Val::Int(0)
        }
        Pure::NewList => {
            let items = match args.get(1..)? {
                [] | [Val::Int(_)] => Vec::new(),
                [Val::Ref(from)] => match heap.get(*from)? {
                    Obj::List(items) => items.clone(),
                    _ => return None,
                },
                _ => return None,
            };
            heap.set(reference(arg(0)?)?, Obj::List(items))?;
            Val::Int(0)
        }
        Pure::NewMap => {
            let rows = match args.get(1..)? {
                [] | [Val::Int(_)] => Vec::new(),
                [Val::Ref(from)] => match heap.get(*from)? {
                    Obj::Map(rows) => rows.clone(),
                    _ => return None,
                },
                _ => return None,
            };
            heap.set(reference(arg(0)?)?, Obj::Map(rows))?;
            Val::Int(0)
        }
        Pure::ListOf => {
            let items = match args {
                [Val::Ref(from)] => match heap.get(*from)? {
                    Obj::Array(_, items) | Obj::List(items) => items.clone(),
                    _ => return None,
                },
                _ => args.to_vec(),
            };
            heap.add(Obj::List(items))?
        }
        Pure::Text => match (args.len(), kind(0)) {
            // The text of an array of characters, or of a part of it.
            (_, b'[') => {
                let Obj::Array(b'C', items) = heap.get(reference(arg(0)?)?)? else {
                    return None;
                };
                let items = numbers(items)?;
                let part = match args.len() {
                    1 => items.as_slice(),
                    _ => items.get(place(1)?..place(1)?.checked_add(place(2)?)?)?,
                };
                Val::text(to_units(part)?)
            }
            _ => Val::text(shown(arg(0)?, kind(0), heap)?),
        },
        Pure::Append | Pure::Insert => {
            let this = reference(arg(0)?)?;
            let (at, n) = if op == Pure::Insert {
                (Some(place(1)?), 2)
            } else {
                (None, 1)
            };
            let mut added = if kind(n) == b'[' {
                let Obj::Array(b'C', items) = heap.get(reference(arg(n)?)?)? else {
                    return None;
                };
                to_units(&numbers(items)?)?
            } else {
                shown(arg(n)?, kind(n), heap)?
            };
            if args.len() == n + 3 {
                added = added.get(place(n + 1)?..place(n + 2)?)?.to_vec();
            } else if args.len() != n + 1 {
                return None;
            }
            heap.spend(added.len())?;
            let text = heap.builder(this)?;
            if text.len() + added.len() > MAX_TEXT {
                return None;
            }
            let at = at.unwrap_or(text.len());
            if at > text.len() {
                return None;
            }
            text.splice(at..at, added);
            Val::Ref(this)
        }
        Pure::Reverse => {
            let this = reference(arg(0)?)?;
            let text = heap.builder(this)?;
            text.reverse();
            // The two halves of a character keep their order.
            let mut n = 0;
            while let Some([low, high]) = text.get_mut(n..n + 2) {
                if (0xdc00..0xe000).contains(low) && (0xd800..0xdc00).contains(high) {
                    std::mem::swap(low, high);
                    n += 1;
                }
                n += 1;
            }
            Val::Ref(this)
        }
        Pure::SetChar => {
            let (at, value) = (place(1)?, u16::try_from(int(2)?).ok()?);
            *heap.builder(reference(arg(0)?)?)?.get_mut(at)? = value;
            Val::Int(0)
        }
        Pure::DeleteChar | Pure::Delete => {
            let this = reference(arg(0)?)?;
            let start = place(1)?;
            let end = if op == Pure::Delete {
                Some(place(2)?)
            } else {
                start.checked_add(1)
            };
            let text = heap.builder(this)?;
            let end = match op {
                Pure::Delete => end?.min(text.len()),
                _ => end?,
            };
            if start > end || end > text.len() {
                return None;
            }
            text.drain(start..end);
            Val::Ref(this)
        }
        Pure::SetLength => {
            let len = place(1)?;
            let text = heap.builder(reference(arg(0)?)?)?;
            if len > text.len() {
                return None;
            }
            text.truncate(len);
            Val::Int(0)
        }
        Pure::Length => {
            let len = match arg(0)? {
                Val::Ref(this) => match heap.get(*this)? {
                    Obj::List(items) => items.len(),
                    Obj::Map(rows) => rows.len(),
                    _ => heap.text(arg(0)?)?.len(),
                },
                other => heap.text(other)?.len(),
            };
            Val::Int(i64::try_from(len).ok()?)
        }
        Pure::CharAt => Val::Int(i64::from(*heap.text(arg(0)?)?.get(place(1)?)?)),
        Pure::Chars => {
            let items = heap
                .text(arg(0)?)?
                .iter()
                .map(|unit| Val::Int(i64::from(*unit)))
                .collect();
            heap.add(Obj::Array(b'C', items))?
        }
        Pure::Bytes => {
            let text = heap.text(arg(0)?)?;
            let bytes = encode(&text, arg(1))?;
            heap.add(Obj::bytes(&bytes))?
        }
        Pure::Substring => {
            let text = heap.text(arg(0)?)?;
            let end = if args.len() > 2 {
                place(2)?
            } else {
                text.len()
            };
            Val::text(text.get(place(1)?..end)?.to_vec())
        }
        Pure::Lower | Pure::Upper => {
            let text = String::from_utf16(&heap.text(arg(0)?)?).ok()?;
            // Beyond ASCII the result depends on the language.
            let changed = if op == Pure::Lower {
                text.to_ascii_lowercase()
            } else {
                text.to_ascii_uppercase()
            };
            let whole = if op == Pure::Lower {
                text.to_lowercase()
            } else {
                text.to_uppercase()
            };
            if changed != whole {
                return None;
            }
            Val::text(units(&changed))
        }
        Pure::Trim => {
            let text = heap.text(arg(0)?)?;
            let start = text
                .iter()
                .position(|unit| *unit > 0x20)
                .unwrap_or(text.len());
            let end = text
                .iter()
                .rposition(|unit| *unit > 0x20)
                .map_or(start, |at| at + 1);
            Val::text(text.get(start..end)?.to_vec())
        }
        Pure::Replace => {
            let text = heap.text(arg(0)?)?;
            if let (Some(from), Some(to)) = (int(1), int(2)) {
                let to = u16::try_from(to).ok()?;
                return Some(Val::text(
                    text.iter()
                        .map(|unit| if i64::from(*unit) == from { to } else { *unit })
                        .collect(),
                ));
            }
            let (from, to) = (heap.text(arg(1)?)?, heap.text(arg(2)?)?);
            let mut out = Vec::new();
            if from.is_empty() {
                return None;
            }
            let mut at = 0;
            while at < text.len() {
                if text.get(at..)?.starts_with(&from) {
                    out.extend_from_slice(&to);
                    at += from.len();
                } else {
                    out.push(*text.get(at)?);
                    at += 1;
                }
                if out.len() > MAX_TEXT {
                    return None;
                }
            }
            Val::text(out)
        }
        Pure::Concat => {
            let (a, b) = (heap.text(arg(0)?)?, heap.text(arg(1)?)?);
            if a.len() + b.len() > MAX_TEXT {
                return None;
            }
            Val::text([&*a, &*b].concat())
        }
        Pure::Equals => match (arg(0)?, arg(1)?) {
            (Val::Text(_), Val::Int(0)) => Val::Int(0),
            (a, b) => Val::Int(i64::from(heap.text(a)? == heap.text(b)?)),
        },
        Pure::EqualsIgnoreCase => {
            let (a, b) = (plain(arg(0)?, heap)?, plain(arg(1)?, heap)?);
            if !a.is_ascii() || !b.is_ascii() {
                return None;
            }
            Val::Int(i64::from(a.eq_ignore_ascii_case(&b)))
        }
        Pure::IndexOf | Pure::LastIndexOf => {
            let text = heap.text(arg(0)?)?;
            let wanted: Rc<[u16]> = match arg(1)? {
                Val::Int(unit) => [u16::try_from(*unit).ok()?].into(),
                other => heap.text(other)?,
            };
            if wanted.is_empty() || args.len() > 3 {
                return None;
            }
            let start = if args.len() == 3 { place(2)? } else { 0 };
            heap.spend(text.len().saturating_mul(wanted.len()) / 8)?;
            let mut found = text
                .windows(wanted.len())
                .enumerate()
                .filter(|(at, part)| *at >= start && *part == &*wanted)
                .map(|(at, _)| at);
            let at = if op == Pure::IndexOf {
                found.next()
            } else if args.len() == 2 {
                found.next_back()
            } else {
                return None;
            };
            Val::Int(at.map_or(Some(-1), |at| i64::try_from(at).ok())?)
        }
        Pure::StartsWith | Pure::EndsWith | Pure::Contains => {
            let (text, part) = (heap.text(arg(0)?)?, heap.text(arg(1)?)?);
            if args.len() != 2 {
                return None;
            }
            heap.spend(text.len().saturating_mul(part.len()) / 8)?;
            Val::Int(i64::from(match op {
                Pure::StartsWith => text.starts_with(&part),
                Pure::EndsWith => text.ends_with(&part),
                _ => part.is_empty() || text.windows(part.len()).any(|here| here == &*part),
            }))
        }
        Pure::IsEmpty => Val::Int(i64::from(heap.text(arg(0)?)?.is_empty())),
        Pure::Format => {
            let (pattern, items) = match args {
                [pattern, Val::Ref(items)] | [_, pattern @ Val::Text(_), Val::Ref(items)] => {
                    (pattern, *items)
                }
                _ => return None,
            };
            let Obj::Array(_, items) = heap.get(items)? else {
                return None;
            };
            Val::text(units(&format(&plain(pattern, heap)?, items, heap)?))
        }
        Pure::Join => {
            let between = plain(arg(0)?, heap)?;
            let (Obj::Array(_, items) | Obj::List(items)) = heap.get(reference(arg(1)?)?)? else {
                return None;
            };
            let words: Option<Vec<String>> = items.iter().map(|item| plain(item, heap)).collect();
            Val::text(units(&words?.join(&between)))
        }
        Pure::Base64Codec => heap.add(Obj::Codec)?,
        Pure::Base64 => {
            // (text or bytes, flags), or a decoder and then text or bytes.
            let from = match arg(0)? {
                Val::Ref(this) if matches!(heap.get(*this), Some(Obj::Codec)) => 1,
                _ => 0,
            };
            let input: Vec<u8> = match arg(from)? {
                Val::Ref(array) if matches!(heap.get(*array), Some(Obj::Array(..))) => {
                    let Obj::Array(_, items) = heap.get(*array)? else {
                        return None;
                    };
                    numbers(items)?
                        .iter()
                        .map(|value| value.to_le_bytes()[0])
                        .collect()
                }
                other => plain(other, heap)?.into_bytes(),
            };
            heap.spend(input.len())?;
            let out = base64(&input)?;
            heap.add(Obj::bytes(&out))?
        }
        Pure::ParseInt => {
            let text = plain(arg(0)?, heap)?;
            let radix = match int(1) {
                Some(radix @ 2..=36) => u32::try_from(radix).ok()?,
                None if args.len() == 1 => 10,
                _ => return None,
            };
            Val::Int(i64::from(i32::from_str_radix(&text, radix).ok()?))
        }
        Pure::Same => arg(0)?.clone(),
        Pure::Add => {
            let this = reference(arg(0)?)?;
            let item = arg(1)?.clone();
            heap.spend(1)?;
            let Obj::List(items) = heap.get_mut(this)? else {
                return None;
            };
            if args.len() != 2 {
                return None;
            }
            items.push(item);
            Val::Int(1)
        }
        Pure::Put => {
            let this = reference(arg(0)?)?;
            let key = key(arg(1)?, heap)?;
            let item = arg(2)?.clone();
            heap.spend(1)?;
            let Obj::Map(rows) = heap.get_mut(this)? else {
                return None;
            };
            match rows.iter().position(|(known, _)| *known == key) {
                Some(row) => rows.get_mut(row)?.1 = item,
                None if rows.len() < MAX_ROWS => rows.push((key, item)),
                None => return None,
            }
            Val::Unknown
        }
        Pure::Get => match heap.get(reference(arg(0)?)?)? {
            Obj::List(items) => items.get(place(1)?)?.clone(),
            Obj::Map(rows) => {
                let key = key(arg(1)?, heap)?;
                rows.iter().find(|(known, _)| *known == key)?.1.clone()
            }
            _ => return None,
        },
        Pure::Copy => {
            let Obj::Array(_, items) = heap.get(reference(arg(0)?)?)? else {
                return None;
            };
            let part = items
                .get(place(1)?..place(1)?.checked_add(place(4)?)?)?
                .to_vec();
            heap.spend(part.len())?;
            let start = place(3)?;
            let Obj::Array(_, to) = heap.get_mut(reference(arg(2)?)?)? else {
                return None;
            };
            to.get_mut(start..start.checked_add(part.len())?)?
                .clone_from_slice(&part);
            Val::Int(0)
        }
        Pure::CopyRange => {
            let Obj::Array(kind, items) = heap.get(reference(arg(0)?)?)? else {
                return None;
            };
            let (start, end) = match args.len() {
                1 => (0, items.len()),
                2 => (0, place(1)?),
                _ => (place(1)?, place(2)?),
            };
            let (kind, part) = (*kind, items.get(start..end)?.to_vec());
            heap.add(Obj::Array(kind, part))?
        }
    })
}

/// Rows of one map.
const MAX_ROWS: usize = 512;

fn reference(value: &Val) -> Option<usize> {
    match value {
        Val::Ref(this) => Some(*this),
        _ => None,
    }
}

fn key(value: &Val, heap: &Heap) -> Option<Val> {
    match value {
        Val::Int(_) => Some(value.clone()),
        other => Some(Val::Text(heap.text(other)?)),
    }
}

fn numbers(items: &[Val]) -> Option<Vec<i64>> {
    items
        .iter()
        .map(|item| match item {
            Val::Int(value) => Some(*value),
            _ => None,
        })
        .collect()
}

fn to_units(items: &[i64]) -> Option<Vec<u16>> {
    items
        .iter()
        .map(|value| u16::try_from(*value).ok())
        .collect()
}

fn plain(value: &Val, heap: &Heap) -> Option<String> {
    String::from_utf16(&heap.text(value)?).ok()
}

/// How a value of this type is written out.
fn shown(value: &Val, kind: u8, heap: &Heap) -> Option<Vec<u16>> {
    match (value, kind) {
        (Val::Int(unit), b'C') => Some(vec![u16::try_from(*unit).ok()?]),
        (Val::Int(value), b'Z') => Some(units(if *value == 0 { "false" } else { "true" })),
        (Val::Int(value), b'I' | b'J' | b'S' | b'B') => Some(units(&value.to_string())),
        // A boxed number may be a character or a truth value.
        (Val::Int(_), _) => None,
        _ => Some(heap.text(value)?.to_vec()),
    }
}

enum Charset {
    Utf8,
    Latin1,
    /// Any that keeps ASCII as it is.
    Unknown,
}

fn charset(given: Option<&Val>) -> Option<Charset> {
    match given {
        None => Some(Charset::Utf8),
        Some(Val::Text(name)) => match String::from_utf16(name).ok()?.to_ascii_lowercase().as_str()
        {
            "utf-8" | "utf8" | "us-ascii" | "ascii" => Some(Charset::Utf8),
            "iso-8859-1" | "latin1" => Some(Charset::Latin1),
            _ => None,
        },
        Some(_) => Some(Charset::Unknown),
    }
}

fn decode(items: &[i64], given: Option<&Val>) -> Option<Vec<u16>> {
    let bytes: Vec<u8> = items.iter().map(|value| value.to_le_bytes()[0]).collect();
    match charset(given)? {
        Charset::Utf8 => decode_utf8(&bytes),
        Charset::Latin1 => Some(bytes.iter().map(|byte| u16::from(*byte)).collect()),
        Charset::Unknown => decode_utf8(&bytes).filter(|_| !bytes.contains(&0)),
    }
}

fn encode(text: &[u16], given: Option<&Val>) -> Option<Vec<u8>> {
    match charset(given)? {
        Charset::Latin1 => text.iter().map(|unit| u8::try_from(*unit).ok()).collect(),
        Charset::Utf8 => Some(String::from_utf16(text).ok()?.into_bytes()),
        Charset::Unknown => text
            .iter()
            .map(|unit| u8::try_from(*unit).ok().filter(u8::is_ascii))
            .collect(),
    }
}

/// The forms `%s`, `%d`, `%x`, `%c`, `%%` and `%n`, with a place (`%1$s`) and zeros to a width (`%02x`).
fn format(pattern: &str, items: &[Val], heap: &Heap) -> Option<String> {
    let mut out = String::new();
    let mut rest = pattern.chars().peekable();
    let mut next = 0usize;
    while let Some(c) = rest.next() {
        if out.len() > MAX_TEXT {
            return None;
        }
        if c != '%' {
            out.push(c);
            continue;
        }
        let mut zero = false;
        let mut number = 0usize;
        let mut place = None;
        loop {
            match rest.next()? {
                '0' if number == 0 => zero = true,
                digit @ '0'..='9' => {
                    number = number * 10 + usize::try_from(digit.to_digit(10)?).ok()?;
                    if number > 64 {
                        return None;
                    }
                }
                '$' if place.is_none() && number > 0 && !zero => {
                    place = Some(number - 1);
                    number = 0;
                }
                '%' if number == 0 && !zero => {
                    out.push('%');
                    break;
                }
                'n' if number == 0 && !zero => {
                    out.push('\n');
                    break;
                }
                form => {
                    let item = items.get(place.unwrap_or(next))?;
                    next += usize::from(place.is_none());
                    let text = match (form, item) {
                        ('s' | 'd', Val::Int(value)) => value.to_string(),
                        ('s', item) if !zero => plain(item, heap)?,
                        ('x', Val::Int(value)) => match i32::try_from(*value) {
                            Ok(value) => format!("{value:x}"),
                            Err(_) => format!("{value:x}"),
                        },
                        ('c', Val::Int(value)) => {
                            char::from_u32(u32::try_from(*value).ok()?)?.to_string()
                        }
                        _ => return None,
                    };
                    let missing = number.saturating_sub(text.chars().count());
                    if zero && text.starts_with('-') && missing > 0 {
                        return None;
                    }
                    out.extend(std::iter::repeat_n(if zero { '0' } else { ' ' }, missing));
                    out.push_str(&text);
                    break;
                }
            }
        }
    }
    Some(out)
}

/// Base64 in either alphabet (RFC 4648), line breaks skipped; `None` on anything else.
fn base64(input: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let (mut bits, mut held, mut padded) = (0u32, 0u32, false);
    for byte in input {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                padded = true;
                continue;
            }
            b'\r' | b'\n' | b' ' | b'\t' => continue,
            _ => return None,
        };
        if padded {
            return None;
        }
        bits = (bits << 6 | u32::from(digit)) & 0xffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held).to_le_bytes()[0]);
        }
    }
    (held < 6).then_some(out)
}
