//! A flat reader of tags for HTML and Word's XML: text and tags in order, no tree, so that no nesting can hurt.

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Text between tags, entities not yet decoded.
    Text(&'a str),
    /// A tag that opens: name in lower case, the rest as written.
    Open {
        /// Name.
        name: String,
        /// Attributes as written.
        rest: &'a str,
    },
    /// A tag that closes.
    Close(String),
}

/// Longest tag name that is looked at.
const MAX_NAME: usize = 24;

/// Splits text at tags.
pub(crate) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// A reader at the beginning.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Goes behind the closing tag of a raw element such as a script.
    pub(crate) fn skip_raw(&mut self, name: &str) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut from = 0;
        while let Some(found) = rest.get(from..).and_then(|part| part.find("</")) {
            let at = from + found + 2;
            let candidate = rest.get(at..at + name.len());
            if candidate.is_some_and(|candidate| candidate.eq_ignore_ascii_case(name)) {
                self.at += at - 2;
                return;
            }
            from = at;
        }
        self.at = self.text.len();
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.text.get(self.at..)?;
            if rest.is_empty() {
                return None;
            }
            if let Some(comment) = rest.strip_prefix("<!--") {
                self.at += comment.find("-->").map_or(rest.len(), |end| end + 7);
                continue;
            }
            if rest.starts_with("<!") || rest.starts_with("<?") {
                self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
                continue;
            }
            let is_tag = rest.starts_with('<')
                && rest
                    .get(1..)
                    .and_then(|after| after.chars().next())
                    .is_some_and(|c| c.is_ascii_alphabetic() || c == '/');
            if !is_tag {
                let end = rest
                    .char_indices()
                    .skip(1)
                    .find(|(_, c)| *c == '<')
                    .map_or(rest.len(), |(at, _)| at);
                self.at += end;
                return Some(Token::Text(rest.get(..end).unwrap_or_default()));
            }
            let end = tag_end(rest);
            self.at += end;
            let inner = rest
                .get(1..end)
                .unwrap_or_default()
                .trim_end_matches('>')
                .trim();
            if let Some(name) = inner.strip_prefix('/') {
                return Some(Token::Close(lower_name(name)));
            }
            return Some(Token::Open {
                name: lower_name(inner),
                rest: inner,
            });
        }
    }
}

/// Where a tag ends; a `>` inside quotes does not end it, unless the quote never closes.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate().take(20_000) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    rest.find('>').map_or(rest.len(), |at| at + 1)
}

fn lower_name(inner: &str) -> String {
    inner
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_'))
        .take(MAX_NAME)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Value of an attribute.
pub(crate) fn attribute<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let at = rest.find(&format!("{name}="))? + name.len() + 1;
    let value = rest.get(at..)?;
    match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
        _ => value.split([' ', '>', '/']).next(),
    }
}

/// Decodes character references into `out`.
pub(crate) fn decode_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        let after = rest.get(at + 1..).unwrap_or_default();
        let end = after
            .char_indices()
            .take(12)
            .find(|(_, c)| *c == ';')
            .map(|(at, _)| at);
        let decoded = end.and_then(|end| reference(after.get(..end)?).map(|c| (c, end)));
        if let Some((c, end)) = decoded {
            out.push(c);
            rest = after.get(end + 1..).unwrap_or_default();
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "nbsp" | "ensp" | "emsp" | "thinsp" | "numsp" | "puncsp" | "hairsp" => ' ',
        "ldquo" => '“',
        "rdquo" => '”',
        "middot" => '·',
        "bull" => '•',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "times" => '×',
        "laquo" => '«',
        "raquo" => '»',
        "lsaquo" => '‹',
        "rsaquo" => '›',
        "sbquo" => '‚',
        "bdquo" => '„',
        "sect" => '§',
        "para" => '¶',
        "deg" => '°',
        "euro" => '€',
        "pound" => '£',
        "yen" => '¥',
        "cent" => '¢',
        "larr" => '←',
        "rarr" => '→',
        "uarr" => '↑',
        "darr" => '↓',
        "check" | "checkmark" => '✓',
        "cross" => '✗',
        "shy" | "zwj" | "zwnj" => '\u{200b}',
        "ordm" => 'º',
        "ordf" => 'ª',
        "minus" => '−',
        "plusmn" => '±',
        "le" => '≤',
        "ge" => '≥',
        "prime" => '′',
        _ => return letter(name),
    })
}

/// A Latin letter with a mark, such as `&eacute;`.
fn letter(name: &str) -> Option<char> {
    const MARKS: [(&str, &str); 8] = [
        ("acute", "aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝ"),
        ("grave", "aàeèiìoòuùAÀEÈIÌOÒUÙ"),
        ("circ", "aâeêiîoôuûAÂEÊIÎOÔUÛ"),
        ("uml", "aäeëiïoöuüyÿAÄEËIÏOÖUÜ"),
        ("tilde", "aãnñoõAÃNÑOÕ"),
        ("cedil", "cçCÇ"),
        ("ring", "aåAÅ"),
        ("slash", "oøOØ"),
    ];
    match name {
        "szlig" => return Some('ß'),
        "aelig" => return Some('æ'),
        "AElig" => return Some('Æ'),
        "oelig" => return Some('œ'),
        _ => {}
    }
    let mut chars = name.chars();
    let base = chars.next()?;
    let (_, pairs) = MARKS.iter().find(|(mark, _)| *mark == chars.as_str())?;
    let mut pairs = pairs.chars();
    while let (Some(plain), Some(marked)) = (pairs.next(), pairs.next()) {
        if plain == base {
            return Some(marked);
        }
    }
    None
}
