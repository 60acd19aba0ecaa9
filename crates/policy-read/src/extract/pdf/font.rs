//! Codes of a font to characters; refuses fonts that say nothing of their codes.

use std::collections::BTreeMap;

use super::object::{Object, Scanner};

/// Codes that one map may hold.
const MAX_CODES: usize = 70_000;

/// A font as far as text is concerned.
#[derive(Debug, Clone, Default)]
pub(super) struct Font {
    pub(super) two_byte: bool,
    pub(super) encoding: Option<String>,
    pub(super) map: BTreeMap<u32, String>,
}

impl Font {
    /// The text of a string that is shown.
    pub(super) fn text(&self, bytes: &[u8], out: &mut String) {
        if self.two_byte {
            let unicode = self
                .encoding
                .as_deref()
                .is_some_and(|name| name.contains("UCS2") || name.contains("UTF16"));
            for pair in bytes.chunks(2) {
                let code = pair
                    .iter()
                    .fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
                match self.map.get(&code) {
                    Some(text) => out.push_str(text),
                    None if unicode => out.extend(char::from_u32(code)),
                    None => {}
                }
            }
            return;
        }
        for byte in bytes {
            match self.map.get(&u32::from(*byte)) {
                Some(text) => out.push_str(text),
                None => out.push(latin(*byte)),
            }
        }
    }
}

/// The Windows code page that most Latin fonts use.
fn latin(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 | 0x92 => '\'',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0..=0x1f | 0x7f..=0x9f => ' ',
        _ => char::from(byte),
    }
}

fn code(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |code, byte| (code << 8) | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .take(8)
        .filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?)))
        .collect();
    String::from_utf16_lossy(&units)
}

/// Reads a map of codes to characters.
pub(super) fn to_unicode(data: &[u8]) -> BTreeMap<u32, String> {
    let mut map = BTreeMap::new();
    let mut scanner = Scanner::new(data, 0);
    let mut texts: Vec<Object> = Vec::new();
    while let Some(object) = scanner.object() {
        match object {
            Object::Word(word) => {
                match word.as_slice() {
                    b"endbfchar" => single(&texts, &mut map),
                    b"endbfrange" => ranges(&texts, &mut map),
                    _ => {}
                }
                texts.clear();
            }
            Object::Text(_) | Object::Array(_) => texts.push(object),
            _ => {}
        }
        if map.len() > MAX_CODES || texts.len() > MAX_CODES {
            break;
        }
    }
    map
}

fn single(texts: &[Object], map: &mut BTreeMap<u32, String>) {
    for pair in texts.chunks_exact(2) {
        if let [Object::Text(from), Object::Text(to)] = pair {
            map.insert(code(from), utf16(to));
        }
    }
}

fn ranges(texts: &[Object], map: &mut BTreeMap<u32, String>) {
    for triple in texts.chunks_exact(3) {
        let [Object::Text(first), Object::Text(last), target] = triple else {
            continue;
        };
        let (first, last) = (code(first), code(last));
        let last = last.min(first.saturating_add(0xffff));
        match target {
            Object::Text(to) => {
                let start = utf16(to);
                let Some(base) = start.chars().next_back() else {
                    continue;
                };
                let head: String = start.chars().take(start.chars().count() - 1).collect();
                for at in first..=last {
                    if map.len() > MAX_CODES {
                        return;
                    }
                    if let Some(c) = char::from_u32(u32::from(base).saturating_add(at - first)) {
                        map.insert(at, format!("{head}{c}"));
                    }
                }
            }
            Object::Array(list) => {
                for (at, item) in (first..=last).zip(list) {
                    if let Object::Text(to) = item {
                        map.insert(at, utf16(to));
                    }
                }
            }
            _ => {}
        }
    }
}
