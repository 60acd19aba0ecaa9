//! Bytes to text: UTF-8, UTF-16 with or without a mark, GB18030 (which holds GBK); refuses bytes that are none.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{ExtractError, find};

/// Share of wrong or control characters above which bytes are no text: one in this many.
const MAX_BAD: usize = 50;

/// Decodes a document.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, ExtractError> {
    if let Some((encoding, skip)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling(bytes.get(skip..).unwrap_or_default());
        return check(text.0.into_owned());
    }
    if let Some(encoding) = looks_like_utf16(bytes) {
        return check(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => check(text.to_owned()),
        Err(error) => {
            if let Some(named) = named(bytes).filter(|encoding| *encoding != UTF_8) {
                let (text, _) = named.decode_without_bom_handling(bytes);
                return check(text.into_owned());
            }
            // A few broken characters in a UTF-8 text must not turn it into Chinese.
            if error.valid_up_to() > bytes.len() / 2 && utf8_share(bytes) {
                return check(String::from_utf8_lossy(bytes).into_owned());
            }
            let (text, _) = GB18030.decode_without_bom_handling(bytes);
            check(text.into_owned()).map_err(|_| ExtractError::NotText(error.valid_up_to()))
        }
    }
}

/// True when nearly all multi-byte sequences are UTF-8.
fn utf8_share(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let bad = text.chars().filter(|c| *c == '\u{fffd}').count();
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    bad * 5 < wide
}

/// The encoding that a page names for itself.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096))?.to_ascii_lowercase();
    let at = find(&head, b"charset=")? + b"charset=".len();
    let label: Vec<u8> = head
        .get(at..)?
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .take(20)
        .collect();
    Encoding::for_label(&label)
}

/// UTF-16 without a mark: half of the bytes are zero (Latin), or the line ends and stops are those of one order.
fn looks_like_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (mut little, mut big, mut pairs) = (0_usize, 0_usize, 0_usize);
    for pair in bytes.chunks_exact(2).take(20_000) {
        pairs += 1;
        match pair {
            [byte, 0] if *byte != 0 => little += 1,
            [0, byte] if *byte != 0 => big += 1,
            [b' ' | 0x02 | 0x01 | 0x0c, 0x30 | 0xff] => little += 1,
            [0x30 | 0xff, 0x02 | 0x01 | 0x0c] => big += 1,
            _ => {}
        }
    }
    let enough = |n: usize| n * 30 > pairs;
    match (enough(little), enough(big)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        (true, true) if little > big * 4 => Some(UTF_16LE),
        (true, true) if big > little * 4 => Some(UTF_16BE),
        _ => None,
    }
}

fn check(text: String) -> Result<String, ExtractError> {
    let mut bad = 0_usize;
    let mut count = 0_usize;
    let mut first = None;
    for (at, c) in text.char_indices() {
        count += 1;
        let is_bad = c == '\u{fffd}'
            || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
            || matches!(u32::from(c), 0xe000..=0xf8ff);
        if is_bad {
            bad += 1;
            first = first.or(Some(at));
        }
    }
    if count == 0 {
        Err(ExtractError::Empty)
    } else if bad * MAX_BAD > count {
        Err(ExtractError::NotText(first.unwrap_or(0)))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "隐私政策：我们收集您的手机号码。\r\n𠮷野家 ABC privacy";

    fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let units = mark
            .then_some(0xfeff)
            .into_iter()
            .chain(text.encode_utf16());
        units
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn every_encoding() {
        assert_eq!(decode(TEXT.as_bytes()).unwrap(), TEXT);
        assert_eq!(decode(&GB18030.encode(TEXT).0).unwrap(), TEXT);
        for big in [false, true] {
            for mark in [false, true] {
                assert_eq!(decode(&utf16(TEXT, big, mark)).unwrap(), TEXT);
            }
        }
    }

    #[test]
    fn no_text() {
        let noise: Vec<u8> = (0..4000_u32)
            .map(|n| u8::try_from((n.wrapping_mul(2_654_435_761) >> 13) & 0xff).unwrap())
            .collect();
        assert!(matches!(decode(&noise), Err(ExtractError::NotText(_))));
    }
}
