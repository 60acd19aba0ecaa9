//! The text of PDF files: objects are found by scanning, so a broken table of offsets does no harm.
//! Refuses pictures of text, encrypted files, and to inflate without bounds.

mod font;
mod object;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

use object::{Object, Scanner};

use super::{Blocks, ExtractError, find};
use crate::limits::{MAX_PDF_INFLATED, MAX_PDF_OBJECTS, MAX_PDF_PAGES};

/// Objects of a file.
struct File<'a> {
    bytes: &'a [u8],
    objects: BTreeMap<u32, Object>,
    /// Where the bytes of a stream begin, by object.
    streams: BTreeMap<u32, usize>,
    budget: usize,
}

/// Reads a file.
pub(crate) fn read(bytes: &[u8]) -> Result<Blocks, ExtractError> {
    let mut file = File::scan(bytes);
    if file.objects.is_empty() {
        return Err(ExtractError::Broken {
            form: "a PDF",
            what: "no object can be found",
            offset: 0,
        });
    }
    if find(bytes, b"/Encrypt").is_some() {
        return Err(ExtractError::Encrypted);
    }
    file.object_streams();
    let pages = file.pages();
    let mut out = text::Lines::default();
    for page in &pages {
        let fonts = file.fonts(*page);
        for content in file.contents(*page) {
            if let Some(data) = file.stream(content) {
                text::show(&data, &fonts, &mut out);
            }
        }
        out.end_page();
    }
    let blocks = out.blocks();
    if blocks.list.is_empty() {
        return Err(ExtractError::ImageOnly(pages.len()));
    }
    Ok(blocks)
}

impl<'a> File<'a> {
    /// Finds `N G obj` everywhere in the file; a later object of the same number wins.
    fn scan(bytes: &'a [u8]) -> Self {
        let mut file = Self {
            bytes,
            objects: BTreeMap::new(),
            streams: BTreeMap::new(),
            budget: MAX_PDF_INFLATED,
        };
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(find_obj) {
            let place = at + found;
            at = place + 3;
            let Some(number) = number_before(bytes, place) else {
                continue;
            };
            let mut scanner = Scanner::new(bytes, place + 3);
            let Some(object) = scanner.object() else {
                continue;
            };
            if matches!(object, Object::Dict(_))
                && let Some(start) = stream_start(bytes, scanner.at)
            {
                file.streams.insert(number, start);
                // Bytes of a stream are not searched for objects when its length is stated plainly.
                if let Some(Object::Number(length)) = object.get("Length")
                    && let Some(length) = to_usize(*length)
                    && bytes
                        .get(start.saturating_add(length)..)
                        .is_some_and(|rest| rest.trim_ascii_start().starts_with(b"endstream"))
                {
                    at = start + length;
                }
            } else {
                file.streams.remove(&number);
                at = at.max(scanner.at.min(place + (1 << 20)));
            }
            file.objects.insert(number, object);
            if file.objects.len() >= MAX_PDF_OBJECTS {
                break;
            }
        }
        file
    }

    fn get<'o>(&'o self, object: &'o Object) -> &'o Object {
        let mut current = object;
        for _ in 0..8 {
            let Object::Ref(number) = current else {
                break;
            };
            match self.objects.get(number) {
                Some(next) => current = next,
                None => return &Object::Null,
            }
        }
        current
    }

    fn entry<'o>(&'o self, object: &'o Object, key: &str) -> Option<&'o Object> {
        self.get(object).get(key).map(|value| self.get(value))
    }

    /// Bytes of a stream after its filter; only the common one is known.
    fn stream(&mut self, number: u32) -> Option<Vec<u8>> {
        let start = *self.streams.get(&number)?;
        let dict = self.objects.get(&number)?;
        let rest = self.bytes.get(start..)?;
        let stated = match self.entry(dict, "Length") {
            Some(Object::Number(length)) => to_usize(*length),
            _ => None,
        };
        let end = stated
            .filter(|length| {
                rest.get(*length..)
                    .is_some_and(|after| after.trim_ascii_start().starts_with(b"endstream"))
            })
            .or_else(|| find(rest, b"endstream"))
            .unwrap_or(rest.len());
        let data = rest.get(..end)?;
        let filter = match self.entry(dict, "Filter") {
            None | Some(Object::Null) => None,
            Some(Object::Name(name)) => Some(name.clone()),
            Some(Object::Array(list)) => match list.as_slice() {
                [] => None,
                [one] => match self.get(one) {
                    Object::Name(name) => Some(name.clone()),
                    _ => return None,
                },
                _ => return None,
            },
            Some(_) => return None,
        };
        match filter.as_deref() {
            None => {
                let take = data.len().min(self.budget);
                self.budget -= take;
                data.get(..take).map(<[u8]>::to_vec)
            }
            Some("FlateDecode" | "Fl") => {
                let mut out = Vec::new();
                let limit = self.budget as u64;
                // What was inflated before an error still counts.
                let _ = flate2::read::ZlibDecoder::new(data)
                    .take(limit)
                    .read_to_end(&mut out);
                self.budget -= out.len().min(self.budget);
                Some(out)
            }
            Some(_) => None,
        }
    }

    /// Objects inside compressed streams.
    fn object_streams(&mut self) {
        let numbers: Vec<u32> = self
            .streams
            .keys()
            .copied()
            .filter(|number| {
                self.objects
                    .get(number)
                    .and_then(|object| object.get("Type"))
                    .is_some_and(|kind| *kind == Object::Name("ObjStm".to_owned()))
            })
            .collect();
        for number in numbers {
            let count =
                |key: &str| match self.objects.get(&number).and_then(|object| object.get(key)) {
                    Some(Object::Number(n)) => to_usize(*n),
                    _ => None,
                };
            let (Some(n), Some(first)) = (count("N"), count("First")) else {
                continue;
            };
            let Some(data) = self.stream(number) else {
                continue;
            };
            let mut header = Scanner::new(&data, 0);
            let mut places = Vec::new();
            for _ in 0..n.min(MAX_PDF_OBJECTS) {
                match (header.object(), header.object()) {
                    (Some(Object::Number(id)), Some(Object::Number(at))) => {
                        places.push((to_usize(id), to_usize(at)));
                    }
                    _ => break,
                }
            }
            for (id, at) in places {
                let (Some(id), Some(at)) = (id.and_then(|id| u32::try_from(id).ok()), at) else {
                    continue;
                };
                if self.objects.len() >= MAX_PDF_OBJECTS {
                    return;
                }
                if let Some(object) = Scanner::new(&data, first.saturating_add(at)).object() {
                    self.objects.entry(id).or_insert(object);
                }
            }
        }
    }

    /// Pages in reading order: by the tree, else by number.
    fn pages(&self) -> Vec<u32> {
        let is = |number: &u32, name: &str| {
            self.objects
                .get(number)
                .and_then(|object| self.entry(object, "Type"))
                .is_some_and(|kind| *kind == Object::Name(name.to_owned()))
        };
        let root = self
            .objects
            .keys()
            .copied()
            .rfind(|number| is(number, "Catalog"));
        let mut out = Vec::new();
        let mut seen = BTreeSet::new();
        let mut pending: Vec<u32> = root
            .and_then(|root| self.objects.get(&root))
            .and_then(|catalog| catalog.get("Pages"))
            .and_then(Object::reference)
            .into_iter()
            .collect();
        while let Some(number) = pending.pop() {
            if !seen.insert(number) || out.len() >= MAX_PDF_PAGES {
                continue;
            }
            let kids = self
                .objects
                .get(&number)
                .and_then(|node| self.entry(node, "Kids"));
            match kids {
                Some(Object::Array(kids)) => {
                    pending.extend(kids.iter().rev().filter_map(Object::reference));
                }
                _ => out.push(number),
            }
        }
        if out.is_empty() {
            out = self
                .objects
                .keys()
                .copied()
                .filter(|number| is(number, "Page"))
                .take(MAX_PDF_PAGES)
                .collect();
        }
        out
    }

    /// Streams that draw a page.
    fn contents(&self, page: u32) -> Vec<u32> {
        let Some(contents) = self
            .objects
            .get(&page)
            .and_then(|page| page.get("Contents"))
        else {
            return Vec::new();
        };
        if let Object::Array(list) = self.get(contents) {
            return list.iter().filter_map(Object::reference).collect();
        }
        contents.reference().into_iter().collect()
    }

    /// Fonts of a page by name; resources may be those of a node above it.
    fn fonts(&mut self, page: u32) -> BTreeMap<String, font::Font> {
        let mut node = page;
        let mut named: Vec<(String, Object)> = Vec::new();
        for _ in 0..32 {
            let Some(object) = self.objects.get(&node) else {
                break;
            };
            if let Some(Object::Dict(fonts)) = self
                .entry(object, "Resources")
                .and_then(|resources| self.entry(resources, "Font"))
            {
                named.extend(fonts.iter().take(256).cloned());
                break;
            }
            match object.get("Parent").and_then(Object::reference) {
                Some(parent) => node = parent,
                None => break,
            }
        }
        let mut out = BTreeMap::new();
        for (name, value) in named {
            let font = self.get(&value);
            let two_byte = font
                .get("Subtype")
                .is_some_and(|kind| *kind == Object::Name("Type0".to_owned()));
            let encoding = match self.entry(font, "Encoding") {
                Some(Object::Name(name)) => Some(name.clone()),
                _ => None,
            };
            let map = font.get("ToUnicode").and_then(Object::reference);
            let map = map
                .and_then(|number| self.stream(number))
                .map(|data| font::to_unicode(&data))
                .unwrap_or_default();
            out.insert(
                name,
                font::Font {
                    two_byte,
                    encoding,
                    map,
                },
            );
        }
        out
    }
}

/// The next `obj` that is not the end of `endobj`.
fn find_obj(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + find_quick(bytes.get(from..)?)?;
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        if before.is_some_and(u8::is_ascii_whitespace) {
            return Some(at);
        }
        from = at + 3;
    }
}

fn find_quick(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == b'o')?;
        if bytes.get(at..at + 3)? == b"obj" {
            return Some(at);
        }
        from = at + 1;
    }
}

/// The object number before `N G obj`.
fn number_before(bytes: &[u8], place: usize) -> Option<u32> {
    let head = bytes.get(place.saturating_sub(24)..place)?;
    let text: Vec<&[u8]> = head
        .split(|byte| !byte.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let number = text.iter().rev().nth(1)?;
    std::str::from_utf8(number).ok()?.parse().ok()
}

/// Where the bytes of a stream begin, when one follows.
fn stream_start(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let skipped = rest.len() - rest.trim_ascii_start().len();
    let rest = rest.get(skipped..)?.strip_prefix(b"stream")?;
    let start = at + skipped + 6;
    Some(match rest {
        [b'\r', b'\n', ..] => start + 2,
        [b'\n' | b'\r', ..] => start + 1,
        _ => start,
    })
}

/// A count or offset of the file.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked before"
)]
fn to_usize(number: f64) -> Option<usize> {
    (0.0..=4e9).contains(&number).then_some(number as usize)
}
