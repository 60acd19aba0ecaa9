//! UTF-16 little-endian, the other string encoding of Android resources; it refuses to guess byte order.

use std::borrow::Cow;

use crate::text::TextBuilder;
use crate::{DecodedText, ReadError};

/// Decodes UTF-16LE to printable text; never fails.
///
/// Unpaired surrogates appear as `\uD83D`, a byte left over at an odd end as `\xXX`.
pub fn decode_le_printable(bytes: &[u8]) -> DecodedText<'static> {
    let (units, odd) = bytes.as_chunks::<2>();
    // ASCII-only text takes one byte per unit, so half the input is the usual size.
    let mut builder = TextBuilder::with_capacity(units.len());
    for unit in units {
        builder.unit(u16::from_le_bytes(*unit));
    }
    for &byte in odd {
        builder.invalid_byte(byte);
    }
    builder.finish()
}

/// Decodes UTF-16LE to text that equals the original string.
///
/// # Errors
///
/// An unpaired surrogate or an odd number of bytes; the offset counts from the start of `bytes`.
pub fn decode_le(bytes: &[u8]) -> Result<Cow<'static, str>, ReadError> {
    let decoded = decode_le_printable(bytes);
    if decoded.marks.is_exact() {
        return Ok(decoded.text);
    }
    let (units, _) = bytes.as_chunks::<2>();
    let mut offset = 0_usize;
    for item in char::decode_utf16(units.iter().map(|unit| u16::from_le_bytes(*unit))) {
        match item {
            Ok(c) => offset = offset.saturating_add(c.len_utf16().saturating_mul(2)),
            Err(_) => return Err(ReadError::invalid(offset, "unpaired surrogate in text")),
        }
    }
    Err(ReadError::invalid(offset, "half utf-16 unit"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn le(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn round_trips_text_outside_the_basic_plane() {
        for text in ["", "abc", "信息", "a𠮷b", "\0"] {
            assert_eq!(decode_le(&le(text)).unwrap(), text);
            assert!(decode_le_printable(&le(text)).marks.is_clean());
        }
    }

    #[test]
    fn unpaired_surrogates_and_odd_bytes_are_escaped() {
        let mut bytes = le("信");
        bytes.extend_from_slice(&[0x3d, 0xd8]);
        assert_eq!(decode_le_printable(&bytes).text, "信\\uD83D");
        assert_eq!(decode_le(&bytes).unwrap_err().offset(), 2);
        bytes.extend_from_slice(&[0x41, 0x00, 0x42]);
        assert_eq!(decode_le_printable(&bytes).text, "信\\uD83DA\\x42");
        assert_eq!(
            decode_le(&[0x41, 0, 0x42]).unwrap_err(),
            ReadError::invalid(2, "half utf-16 unit")
        );
    }
}
