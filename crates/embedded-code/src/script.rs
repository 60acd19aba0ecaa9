//! JavaScript read for the names that it calls, without a parser: comments are left out, texts are told from code, and
//! chains of members (`plus.device.imei`, also with brackets and `?.`) are put together. Refuses to evaluate anything.

use crate::{Mention, Names};

/// Members kept of one chain.
const MAX_MEMBERS: usize = 8;
/// Bytes of one chain.
const MAX_CHAIN: usize = 256;
/// Bytes of a text that is looked up whole.
const MAX_TEXT: usize = 256;

/// Objects through which a script reaches its global names.
const GLOBALS: [&str; 5] = ["window", "globalThis", "global", "self", "this"];

/// Every name that the script uses or that stands in one of its texts; each once, a use before a mere text.
pub fn mentions(bytes: &[u8], names: &Names) -> Vec<Mention> {
    let mut finder = Finder {
        names,
        found: vec![None; names.rows.len()],
    };
    let mut lexer = Lexer {
        bytes,
        at: 0,
        last_code: b';',
        templates: Vec::new(),
        depth: 0,
    };
    lexer.run(&mut finder);
    let mut out: Vec<Mention> = finder.found.into_iter().flatten().collect();
    out.sort();
    out
}

struct Finder<'n> {
    names: &'n Names,
    found: Vec<Option<Mention>>,
}

impl Finder<'_> {
    fn add(&mut self, row: u32, offset: usize, is_used: bool) {
        let Some(place) = self.found.get_mut(row as usize) else {
            return;
        };
        if place.is_none_or(|old| is_used && !old.is_used) {
            *place = Some(Mention {
                row,
                is_used,
                offset,
            });
        }
    }

    /// A chain of members, from its first name on.
    fn chain(&mut self, offset: usize, members: &[&str], in_text: bool) {
        for member in members {
            if let Some(row) = self.names.texts.get(*member) {
                self.add(*row, offset, !in_text);
            }
        }
        let mut rest = members;
        while let [first, after @ ..] = rest {
            let mut joined = String::new();
            for member in rest {
                if !joined.is_empty() {
                    joined.push('.');
                }
                joined.push_str(member);
                if let Some(row) = self.names.calls.get(&joined) {
                    self.add(*row, offset, !in_text);
                }
            }
            if !GLOBALS.contains(first) {
                break;
            }
            rest = after;
        }
    }

    /// A text as a whole.
    fn text(&mut self, offset: usize, text: &[u8]) {
        if let Ok(text) = std::str::from_utf8(text)
            && let Some(row) = self.names.texts.get(text)
        {
            // Plug-ins are loaded by name, so that such a text is a use.
            self.add(*row, offset, true);
        }
    }
}

struct Lexer<'b> {
    bytes: &'b [u8],
    at: usize,
    /// Last byte of code that is no white space, which decides what a slash means.
    last_code: u8,
    /// Depth of braces at which each open `${` ends.
    templates: Vec<u32>,
    depth: u32,
}

/// Open templates beyond this are read as code.
const MAX_TEMPLATES: usize = 64;

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte >= 0x80
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn run(&mut self, finder: &mut Finder<'_>) {
        while self.at < self.bytes.len() {
            let byte = self.peek(0);
            match byte {
                b'/' if self.peek(1) == b'/' => self.skip_to(b"\n"),
                b'/' if self.peek(1) == b'*' => {
                    self.at += 2;
                    self.skip_to(b"*/");
                }
                b'/' if self.is_regex() => self.regex(),
                b'"' | b'\'' => self.quoted(byte, finder),
                b'`' => {
                    self.at += 1;
                    self.template(finder);
                }
                b'{' => {
                    self.depth = self.depth.saturating_add(1);
                    self.code(byte);
                }
                b'}' => {
                    self.depth = self.depth.saturating_sub(1);
                    self.code(byte);
                    if self.templates.last() == Some(&self.depth) {
                        self.templates.pop();
                        self.template(finder);
                    }
                }
                _ if is_name(byte) => self.members(finder, false),
                _ => self.code(byte),
            }
        }
    }

    fn code(&mut self, byte: u8) {
        if !byte.is_ascii_whitespace() {
            self.last_code = byte;
        }
        self.at += 1;
    }

    fn skip_to(&mut self, end: &[u8]) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let found = rest.windows(end.len()).position(|window| window == end);
        self.at = found.map_or(self.bytes.len(), |n| self.at + n + end.len());
    }

    /// True when a slash here begins a regular expression: after an operator or an opening bracket.
    fn is_regex(&self) -> bool {
        b"(,=:[!&|?{};+-*%<>~^".contains(&self.last_code)
    }

    /// A regular expression, which ends at the line's end at the latest.
    fn regex(&mut self) {
        self.at += 1;
        let mut in_class = false;
        while self.at < self.bytes.len() {
            match self.peek(0) {
                b'\\' => self.at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => {
                    self.at += 1;
                    break;
                }
                b'\n' => break,
                _ => {}
            }
            self.at += 1;
        }
        self.last_code = b')';
    }

    fn quoted(&mut self, quote: u8, finder: &mut Finder<'_>) {
        self.at += 1;
        let start = self.at;
        while self.at < self.bytes.len() {
            match self.peek(0) {
                b'\\' => self.at += 1,
                b'\n' => break,
                byte if byte == quote => break,
                _ => {}
            }
            self.at += 1;
        }
        let end = self.at.min(self.bytes.len());
        self.inside(start, end, finder);
        self.at = end + 1;
        self.last_code = b'"';
    }

    /// The text of a template up to its end or the next `${`.
    fn template(&mut self, finder: &mut Finder<'_>) {
        let start = self.at;
        while self.at < self.bytes.len() {
            match self.peek(0) {
                b'\\' => self.at += 1,
                b'`' => break,
                b'$' if self.peek(1) == b'{' && self.templates.len() < MAX_TEMPLATES => {
                    let end = self.at;
                    self.inside(start, end, finder);
                    self.templates.push(self.depth);
                    self.depth = self.depth.saturating_add(1);
                    self.at += 2;
                    self.last_code = b'{';
                    return;
                }
                _ => {}
            }
            self.at += 1;
        }
        let end = self.at.min(self.bytes.len());
        self.inside(start, end, finder);
        self.at = end + 1;
        self.last_code = b'"';
    }

    /// Looks into a text: as a whole, and for chains, since bundlers put code into texts.
    fn inside(&mut self, start: usize, end: usize, finder: &mut Finder<'_>) {
        let Some(text) = self.bytes.get(start..end) else {
            return;
        };
        if text.len() <= MAX_TEXT {
            finder.text(start, text);
        }
        let mut inner = Lexer {
            bytes: text,
            at: 0,
            last_code: b';',
            templates: Vec::new(),
            depth: 0,
        };
        while inner.at < text.len() {
            if is_name(inner.peek(0)) {
                let from = inner.at;
                inner.members_at(from, start, finder, true);
            } else {
                inner.at += 1;
            }
        }
    }

    fn members(&mut self, finder: &mut Finder<'_>, in_text: bool) {
        let from = self.at;
        self.members_at(from, 0, finder, in_text);
        self.last_code = b'a';
    }

    /// A chain of members from here; `base` is added to offsets.
    fn members_at(&mut self, from: usize, base: usize, finder: &mut Finder<'_>, in_text: bool) {
        // A member of something that is no name (`)` or `]` before the point) begins no chain of its own.
        let before = from
            .checked_sub(1)
            .and_then(|at| self.bytes.get(at))
            .copied();
        let mut parts: Vec<(usize, usize)> = Vec::new();
        loop {
            let start = self.at;
            while is_name(self.peek(0)) && self.at < self.bytes.len() {
                self.at += 1;
            }
            if parts.len() < MAX_MEMBERS && self.at - from <= MAX_CHAIN {
                parts.push((start, self.at));
            }
            let point = match (self.peek(0), self.peek(1)) {
                (b'.', next) if is_name(next) => 1,
                (b'?', b'.') if is_name(self.peek(2)) => 2,
                _ => 0,
            };
            if point > 0 {
                self.at += point;
                continue;
            }
            if let Some((start, end, after)) = self.bracket() {
                if parts.len() < MAX_MEMBERS {
                    parts.push((start, end));
                }
                self.at = after;
                if self.peek(0) == b'.' && is_name(self.peek(1)) {
                    self.at += 1;
                    continue;
                }
                if self.bracket().is_some() {
                    continue;
                }
            }
            break;
        }
        let names: Vec<&str> = parts
            .iter()
            .filter_map(|(start, end)| std::str::from_utf8(self.bytes.get(*start..*end)?).ok())
            .filter(|name| !name.is_empty())
            .collect();
        if before == Some(b'.') {
            // Only names of plug-ins count there.
            for name in names {
                if let Some(row) = finder.names.texts.get(name) {
                    finder.add(*row, base + from, !in_text);
                }
            }
            return;
        }
        finder.chain(base + from, &names, in_text);
    }

    /// A member in brackets, `["name"]`: its place and what follows.
    fn bracket(&self) -> Option<(usize, usize, usize)> {
        let quote = self.peek(1);
        if self.peek(0) != b'[' || !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let start = self.at + 2;
        let mut end = start;
        while self.bytes.get(end).copied().is_some_and(is_name) && end - start < MAX_CHAIN {
            end += 1;
        }
        let closes = self.bytes.get(end) == Some(&quote) && self.bytes.get(end + 1) == Some(&b']');
        (closes && end > start).then_some((start, end, end + 2))
    }
}

#[cfg(test)]
#[path = "script_tests.rs"]
mod tests;
