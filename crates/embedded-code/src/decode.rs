//! Undoes the light encodings under which code is hidden; refuses real encryption.

use std::borrow::Cow;

use crate::Encoding;

/// The plain bytes of an entry.
pub fn decode(bytes: &[u8], encoding: Encoding) -> Cow<'_, [u8]> {
    match encoding {
        Encoding::Plain => Cow::Borrowed(bytes),
        Encoding::Xor(key) => Cow::Owned(bytes.iter().map(|byte| byte ^ key).collect()),
        Encoding::Base64 => Cow::Owned(base64(bytes)),
        Encoding::XorBase64(key) => {
            let mut plain = base64(bytes);
            for byte in &mut plain {
                *byte ^= key;
            }
            Cow::Owned(plain)
        }
    }
}

/// Bytes of a Base64 text, in the usual alphabet or the one for addresses; other characters are left out.
pub(crate) fn base64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0u32, 0u32);
    for byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            let [byte, ..] = (bits >> n_bits).to_le_bytes();
            out.push(byte);
            bits &= (1 << n_bits) - 1;
        }
    }
    out
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn encode(bytes: &[u8]) -> String {
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut out = String::new();
        for group in bytes.chunks(3) {
            let mut whole = 0u32;
            for n in 0..3 {
                whole = (whole << 8) | u32::from(group.get(n).copied().unwrap_or(0));
            }
            for n in 0..4 {
                let place = ((whole >> (18 - 6 * n)) & 63) as usize;
                out.push(if n <= group.len() {
                    char::from(alphabet[place])
                } else {
                    '='
                });
            }
        }
        out
    }

    #[test]
    fn base64_goes_both_ways() {
        for len in 0..50u8 {
            let bytes: Vec<u8> = (0..len).map(|n| n.wrapping_mul(91)).collect();
            assert_eq!(base64(encode(&bytes).as_bytes()), bytes);
        }
        assert_eq!(base64(b"ZGV4\nCg=="), b"dex\n");
        assert_eq!(base64("字".as_bytes()), b"");
    }

    #[test]
    fn a_key_goes_both_ways() {
        let hidden = decode(b"dex\n", Encoding::Xor(7)).into_owned();
        assert_eq!(*decode(&hidden, Encoding::Xor(7)), *b"dex\n");
    }
}
