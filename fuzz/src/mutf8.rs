//! Modified UTF-8 and UTF-16: strict and printable decoding agree where both give text.

use byte_reader::{Reader, mutf8, utf16};

/// Decodes the bytes in every way.
pub fn run(data: &[u8]) {
    let printable = mutf8::decode_printable(data);
    if let Ok(text) = mutf8::decode(data) {
        assert_eq!(text.encode_utf16().count(), mutf8::utf16_len(data));
        if printable.marks.is_clean() {
            assert_eq!(text, printable.text);
        }
    }
    let _ = utf16::decode_le(data);
    let _ = utf16::decode_le_printable(data);
    let mut reader = Reader::new(data);
    while !reader.is_empty() {
        let before = reader.position();
        let _ = match data[before] % 4 {
            0 => reader.uleb128().map(drop),
            1 => reader.sleb128().map(drop),
            2 => reader.uleb128p1().map(drop),
            _ => reader.skip(1),
        };
        if reader.position() <= before {
            break;
        }
    }
}
