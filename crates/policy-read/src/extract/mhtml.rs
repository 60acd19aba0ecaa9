//! Saved web pages (MHTML): the HTML parts of a MIME message; refuses pictures and style sheets.

use super::{Blocks, decode, html};

/// Parts looked at.
const MAX_PARTS: usize = 200;

/// Reads the HTML of a saved page; `None` when there is none.
pub(crate) fn read(bytes: &[u8]) -> Option<Blocks> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.replace("\r\n", "\n");
    let head_end = text.find("\n\n").unwrap_or(text.len());
    let head = unfold(text.get(..head_end).unwrap_or_default());
    let boundary = parameter(&head, "boundary");
    let mut out = Blocks::default();
    let mut found = false;
    let parts: Vec<&str> = match &boundary {
        Some(boundary) => text
            .split(&format!("--{boundary}"))
            .take(MAX_PARTS)
            .collect(),
        None => vec![text.as_str()],
    };
    for part in parts {
        let part = part.trim_start_matches('\n');
        let end = part.find("\n\n").unwrap_or(part.len());
        let header = unfold(part.get(..end).unwrap_or_default());
        if !header
            .to_ascii_lowercase()
            .contains("content-type: text/html")
        {
            continue;
        }
        let body = part.get(end..).unwrap_or_default().trim_start_matches('\n');
        let lower = header.to_ascii_lowercase();
        let raw = if lower.contains("quoted-printable") {
            quoted_printable(body)
        } else if lower.contains("base64") {
            base64(body)
        } else {
            body.as_bytes().to_vec()
        };
        if let Ok(page) = decode::decode(&raw) {
            found = true;
            let blocks = html::read(&page);
            out.cut |= blocks.cut;
            for block in blocks.list {
                out.push(block);
            }
        }
    }
    found.then_some(out)
}

fn unfold(header: &str) -> String {
    header.replace("\n\t", " ").replace("\n ", " ")
}

fn parameter(header: &str, name: &str) -> Option<String> {
    let at = header.to_ascii_lowercase().find(&format!("{name}="))? + name.len() + 1;
    let value = header.get(at..)?;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([';', '\n', ' ']).next()?,
    };
    (!value.is_empty()).then(|| value.to_owned())
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        if bytes.peek() == Some(&b'\n') {
            bytes.next();
            continue;
        }
        let high = bytes.peek().copied().and_then(hex);
        if let Some(high) = high {
            bytes.next();
            if let Some(low) = bytes.peek().copied().and_then(hex) {
                bytes.next();
                out.push(high * 16 + low);
            }
        } else {
            out.push(b'=');
        }
    }
    out
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

fn base64(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from((bits >> count) & 0xff).unwrap_or(0));
            bits &= (1 << count) - 1;
        }
    }
    out
}
