//! Modified UTF-8, the string encoding of DEX and class files; it refuses to guess other encodings.
//!
//! It differs from UTF-8 in two ways: NUL is `C0 80`, and characters outside the basic plane are two
//! three-byte surrogates. Source: <https://source.android.com/docs/core/runtime/dex-format#mutf-8>.

use std::borrow::Cow;

use crate::text::TextBuilder;
use crate::{DecodedText, ReadError, TextMarks};

/// Decodes `bytes` to text that equals the original string.
///
/// Surrogate pairs become one character, `C0 80` becomes NUL, four-byte UTF-8 is tolerated.
///
/// # Errors
///
/// An unpaired surrogate or an invalid byte; the error offset counts from the start of `bytes`.
/// Use [`decode_printable`] for a form that always exists.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let decoded = decode_printable(bytes);
    if decoded.marks.is_exact() {
        Ok(decoded.text)
    } else {
        Err(first_fault(bytes))
    }
}

/// Decodes `bytes` to printable text; never fails.
///
/// See [`DecodedText`] for how unpaired surrogates and invalid bytes appear. Text that is already
/// UTF-8, ASCII first of all, is borrowed.
#[inline]
pub fn decode_printable(bytes: &[u8]) -> DecodedText<'_> {
    // The standard library's UTF-8 check has a word-wise ASCII path, and every string without NUL
    // and without characters outside the basic plane is plain UTF-8.
    match std::str::from_utf8(bytes) {
        Ok(text) => DecodedText {
            marks: TextMarks {
                four_byte_sequences: count_four_byte(bytes),
                ..TextMarks::default()
            },
            text: Cow::Borrowed(text),
        },
        Err(_) => decode_slow(bytes),
    }
}

fn count_four_byte(bytes: &[u8]) -> u32 {
    if bytes.is_ascii() {
        return 0;
    }
    let n = bytes.iter().filter(|&&byte| byte >= 0xf0).count();
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// One decoded step: what the bytes at the front of `rest` are, and how many there are.
enum Step {
    Unit(u16, usize),
    FourBytes(usize),
    Invalid(u8),
}

fn step(rest: &[u8]) -> Option<Step> {
    let (&first, tail) = rest.split_first()?;
    let cont = |n: usize| {
        tail.get(n)
            .filter(|&&byte| byte & 0xc0 == 0x80)
            .map(|&byte| u16::from(byte & 0x3f))
    };
    let lead = u16::from(first);
    Some(match first {
        0x00..=0x7f => Step::Unit(lead, 1),
        0xc0..=0xdf => match cont(0) {
            // Overlong two-byte forms other than NUL are accepted: the runtime decodes them too.
            Some(a) => Step::Unit(((lead & 0x1f) << 6) | a, 2),
            None => Step::Invalid(first),
        },
        0xe0..=0xef => match (cont(0), cont(1)) {
            (Some(a), Some(b)) => Step::Unit(((lead & 0x0f) << 12) | (a << 6) | b, 3),
            _ => Step::Invalid(first),
        },
        0xf0..=0xf4 => match rest.get(..4).map(std::str::from_utf8) {
            Some(Ok(_)) => Step::FourBytes(4),
            _ => Step::Invalid(first),
        },
        _ => Step::Invalid(first),
    })
}

#[cold]
fn decode_slow(bytes: &[u8]) -> DecodedText<'_> {
    let mut builder = TextBuilder::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(step) = step(rest) {
        let len = match step {
            Step::Unit(unit, len) => {
                builder.unit(unit);
                len
            }
            Step::FourBytes(len) => {
                builder.four_byte_sequence();
                if let Some(Ok(text)) = rest.get(..len).map(std::str::from_utf8) {
                    builder.str(text);
                }
                len
            }
            Step::Invalid(byte) => {
                builder.invalid_byte(byte);
                1
            }
        };
        rest = rest.get(len..).unwrap_or_default();
    }
    builder.finish()
}

/// Where [`decode_printable`] had to write its first escape.
#[cold]
fn first_fault(bytes: &[u8]) -> ReadError {
    let mut offset = 0_usize;
    let mut high: Option<usize> = None;
    let mut rest = bytes;
    while let Some(step) = step(rest) {
        let (unit, len) = match step {
            Step::Unit(unit, len) => (unit, len),
            Step::FourBytes(len) => (0, len),
            Step::Invalid(_) => {
                return match high {
                    Some(at) => ReadError::invalid(at, "unpaired surrogate in text"),
                    None => ReadError::invalid(offset, "modified utf-8 byte"),
                };
            }
        };
        match (high, unit) {
            (None, 0xd800..=0xdbff) => high = Some(offset),
            (Some(_), 0xdc00..=0xdfff) => high = None,
            (None, 0xdc00..=0xdfff) => {
                return ReadError::invalid(offset, "unpaired surrogate in text");
            }
            (Some(at), _) => return ReadError::invalid(at, "unpaired surrogate in text"),
            (None, _) => {}
        }
        offset = offset.saturating_add(len);
        rest = rest.get(len..).unwrap_or_default();
    }
    ReadError::invalid(high.unwrap_or(offset), "unpaired surrogate in text")
}

/// The number of UTF-16 units `bytes` decode to, which is what a DEX string's length field counts.
///
/// An invalid byte counts as one unit.
pub fn utf16_len(bytes: &[u8]) -> usize {
    if bytes.is_ascii() {
        return bytes.len();
    }
    let mut units = 0_usize;
    let mut rest = bytes;
    while let Some(step) = step(rest) {
        let (n, len) = match step {
            Step::Unit(_, len) => (1, len),
            Step::FourBytes(len) => (2, len),
            Step::Invalid(_) => (1, 1),
        };
        units = units.saturating_add(n);
        rest = rest.get(len..).unwrap_or_default();
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printable(bytes: &[u8]) -> String {
        decode_printable(bytes).text.into_owned()
    }

    #[test]
    fn ascii_and_chinese_are_borrowed() {
        for text in ["", "Lcom/a/B;", "Lcn/app/信息;"] {
            let decoded = decode_printable(text.as_bytes());
            assert!(matches!(decoded.text, Cow::Borrowed(t) if t == text));
            assert!(decoded.marks.is_clean());
            assert_eq!(decode(text.as_bytes()).unwrap(), text);
        }
    }

    #[test]
    fn a_surrogate_pair_is_one_character() {
        // 𠮷 is U+20BB7, D842 DFB7 in UTF-16.
        let bytes = [b'<', 0xed, 0xa1, 0x82, 0xed, 0xbe, 0xb7, b'>'];
        assert_eq!(decode(&bytes).unwrap(), "<𠮷>");
        assert!(decode_printable(&bytes).marks.is_clean());
        assert_eq!(utf16_len(&bytes), 4);
    }

    #[test]
    fn unpaired_surrogates_are_escaped_and_refused_by_decode() {
        let high = [b'a', 0xed, 0xa0, 0xbd, b'b'];
        assert_eq!(printable(&high), r"a\uD83Db");
        assert_eq!(decode(&high).unwrap_err().offset(), 1);
        let low_first = [0xed, 0xbe, 0xb7, 0xed, 0xa1, 0x82];
        assert_eq!(printable(&low_first), r"\uDFB7\uD842");
        assert_eq!(decode(&low_first).unwrap_err().offset(), 0);
        let two_high = [0xed, 0xa1, 0x82, 0xed, 0xa1, 0x82, 0xed, 0xbe, 0xb7];
        assert_eq!(printable(&two_high), "\\uD842𠮷");
        assert_eq!(decode_printable(&two_high).marks.unpaired_surrogates, 1);
        assert_eq!(decode(&[b'x', 0xed, 0xa1, 0x82]).unwrap_err().offset(), 1);
    }

    #[test]
    fn c0_80_is_nul() {
        assert_eq!(decode(&[b'a', 0xc0, 0x80, b'b']).unwrap(), "a\0b");
        assert_eq!(decode(&[0]).unwrap(), "\0");
    }

    #[test]
    fn four_byte_utf8_is_tolerated_and_marked() {
        let fast = "𠮷".as_bytes();
        assert_eq!(decode(fast).unwrap(), "𠮷");
        assert_eq!(decode_printable(fast).marks.four_byte_sequences, 1);
        // The slow path meets it beside a NUL.
        let mut slow = vec![0xc0, 0x80];
        slow.extend_from_slice(fast);
        let decoded = decode_printable(&slow);
        assert_eq!(decoded.text, "\0𠮷");
        assert_eq!(decoded.marks.four_byte_sequences, 1);
        assert!(decoded.marks.is_exact() && !decoded.marks.is_clean());
        assert_eq!(utf16_len(&slow), 3);
    }

    #[test]
    fn invalid_bytes_lose_only_themselves() {
        assert_eq!(printable(&[b'a', 0xff, b'b']), r"a\xFFb");
        assert_eq!(printable(&[0xe4, b'b']), r"\xE4b");
        assert_eq!(printable(&[0x80, 0xc3]), r"\x80\xC3");
        assert_eq!(printable(&[0xf4, 0x9f, 0xbf, 0xbf]), r"\xF4\x9F\xBF\xBF");
        assert_eq!(decode(&[b'a', 0xff]).unwrap_err().offset(), 1);
        let after_high = [0xed, 0xa1, 0x82, 0xff];
        assert_eq!(printable(&after_high), r"\uD842\xFF");
        assert_eq!(decode(&after_high).unwrap_err().offset(), 0);
    }

    #[test]
    fn decode_and_printable_agree_on_every_pair_of_bytes_after_a_surrogate() {
        for a in 0..=255_u8 {
            for b in 0..=255_u8 {
                let bytes = [0xed, 0xa1, 0x82, a, b];
                let decoded = decode_printable(&bytes);
                assert_eq!(decode(&bytes).is_ok(), decoded.marks.is_exact());
            }
        }
    }
}
