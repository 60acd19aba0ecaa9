//! PDF objects and operators as tokens; refuses nesting beyond a limit and keeps its own stack.

use crate::limits::MAX_PDF_DEPTH;

/// A PDF object.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dict(Vec<(String, Object)>),
    Ref(u32),
    /// An operator or any other bare word.
    Word(Vec<u8>),
}

impl Object {
    pub(super) fn get(&self, key: &str) -> Option<&Object> {
        match self {
            Self::Dict(entries) => entries
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    pub(super) fn reference(&self) -> Option<u32> {
        match self {
            Self::Ref(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// Reads tokens.
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
}

enum Open {
    Array,
    Dict,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self
                    .peek()
                    .is_some_and(|byte| byte != b'\n' && byte != b'\r')
                {
                    self.at += 1;
                }
            } else if byte.is_ascii_whitespace() || byte == 0 {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The next object; `None` at the end or when nesting is too deep.
    pub(super) fn object(&mut self) -> Option<Object> {
        let mut stack: Vec<(Open, Vec<Object>)> = Vec::new();
        loop {
            self.skip_space();
            let byte = self.peek()?;
            let done = match byte {
                b'[' => {
                    self.at += 1;
                    stack.push((Open::Array, Vec::new()));
                    None
                }
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                    self.at += 2;
                    stack.push((Open::Dict, Vec::new()));
                    None
                }
                b']' => {
                    self.at += 1;
                    match stack.pop() {
                        Some((Open::Array, items)) => Some(Object::Array(items)),
                        Some((Open::Dict, items)) => Some(dict(items)),
                        None => return Some(Object::Null),
                    }
                }
                b'>' if self.bytes.get(self.at + 1) == Some(&b'>') => {
                    self.at += 2;
                    match stack.pop() {
                        Some((_, items)) => Some(dict(items)),
                        None => return Some(Object::Null),
                    }
                }
                b'(' => Some(Object::Text(self.literal())),
                b'<' => Some(Object::Text(self.hex())),
                b'/' => Some(Object::Name(self.name())),
                b'+' | b'-' | b'.' | b'0'..=b'9' => Some(self.number()),
                b')' | b'}' | b'{' | b'>' => {
                    self.at += 1;
                    None
                }
                _ => Some(self.word()),
            };
            if stack.len() > MAX_PDF_DEPTH {
                return None;
            }
            let Some(object) = done else {
                continue;
            };
            match stack.last_mut() {
                None => return Some(object),
                Some((_, items)) => {
                    if object == Object::Word(b"R".to_vec()) {
                        reduce(items);
                    } else if matches!(&object, Object::Word(word) if word == b"endobj" || word == b"endstream")
                    {
                        return None;
                    } else {
                        items.push(object);
                    }
                }
            }
        }
    }

    fn number(&mut self) -> Object {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| matches!(byte, b'+' | b'-' | b'.' | b'0'..=b'9'))
        {
            self.at += 1;
        }
        let text = self.bytes.get(start..self.at).unwrap_or_default();
        let text = std::str::from_utf8(text.get(..text.len().min(32)).unwrap_or_default());
        Object::Number(text.ok().and_then(|text| text.parse().ok()).unwrap_or(0.0))
    }

    fn word(&mut self) -> Object {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| !byte.is_ascii_whitespace() && byte != 0 && !is_delimiter(byte))
        {
            self.at += 1;
        }
        if self.at == start {
            self.at += 1;
        }
        let word = self.bytes.get(start..self.at).unwrap_or_default();
        match word {
            b"null" => Object::Null,
            _ => Object::Word(word.get(..word.len().min(16)).unwrap_or_default().to_vec()),
        }
    }

    fn name(&mut self) -> String {
        self.at += 1;
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| !byte.is_ascii_whitespace() && byte != 0 && !is_delimiter(byte))
        {
            self.at += 1;
        }
        let bytes = self.bytes.get(start..self.at).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut depth = 1_u32;
        let mut out = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    let next = self.peek().unwrap_or(b' ');
                    self.at += 1;
                    match next {
                        b'n' => out.push(b'\n'),
                        b'r' => out.push(b'\r'),
                        b't' => out.push(b'\t'),
                        b'\r' | b'\n' => {}
                        b'0'..=b'7' => {
                            let mut value = u32::from(next - b'0');
                            for _ in 0..2 {
                                match self.peek() {
                                    Some(digit @ b'0'..=b'7') => {
                                        value = value * 8 + u32::from(digit - b'0');
                                        self.at += 1;
                                    }
                                    _ => break,
                                }
                            }
                            out.push(u8::try_from(value & 0xff).unwrap_or(0));
                        }
                        other => out.push(other),
                    }
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut high = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = char::from(byte).to_digit(16) else {
                continue;
            };
            let digit = u8::try_from(digit).unwrap_or(0);
            match high.take() {
                Some(first) => out.push(first * 16 + digit),
                None => high = Some(digit),
            }
        }
        if let Some(first) = high {
            out.push(first * 16);
        }
        out
    }
}

fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// `N G R` becomes a reference.
fn reduce(items: &mut Vec<Object>) {
    let number = items
        .len()
        .checked_sub(2)
        .and_then(|at| items.get(at))
        .and_then(Object::number)
        .and_then(super::to_usize)
        .and_then(|number| u32::try_from(number).ok());
    if let Some(number) = number {
        items.truncate(items.len() - 2);
        items.push(Object::Ref(number));
    }
}

fn dict(items: Vec<Object>) -> Object {
    let mut out = Vec::new();
    let mut items = items.into_iter();
    while let Some(key) = items.next() {
        if let Object::Name(name) = key {
            out.push((name, items.next().unwrap_or(Object::Null)));
        }
    }
    Object::Dict(out)
}
