//! Runs of text in any bytes, in one pass; refuses to decide what a text means.

use crate::limits::{MAX_STRING, MIN_STRING};

/// Length of the character of a text that begins here: printable ASCII, tab and line ends, or a whole character of
/// UTF-8; 0 for anything else. Machine code is full of lone bytes above ASCII, which are no text.
fn text_len(bytes: &[u8], at: usize) -> usize {
    let continues = |n: usize| {
        bytes
            .get(at + 1..=at + n)
            .is_some_and(|rest| rest.iter().all(|byte| byte & 0xc0 == 0x80))
    };
    match bytes.get(at) {
        Some(9 | 10 | 13 | 0x20..=0x7e) => 1,
        Some(0xc2..=0xdf) if continues(1) => 2,
        Some(0xe0..=0xef) if continues(2) => 3,
        Some(0xf0..=0xf4) if continues(3) => 4,
        _ => 0,
    }
}

/// True for bytes that can stand in no text: neither a character of ASCII nor a part of one in UTF-8.
const fn is_no_text(byte: u8) -> bool {
    !matches!(byte, 9 | 10 | 13 | 0x20..=0x7e | 0x80..=0xbf | 0xc2..=0xf4)
}

/// By byte: 1 for a character of ASCII that stands in texts, 2 for a byte that stands in none, 0 for a part of another
/// character.
#[expect(
    clippy::indexing_slicing,
    reason = "a table of all bytes, made when compiled"
)]
const KINDS: [u8; 256] = {
    let mut kinds = [0u8; 256];
    let mut byte = 0u8;
    loop {
        kinds[byte as usize] = match byte {
            9 | 10 | 13 | 0x20..=0x7e => 1,
            _ if is_no_text(byte) => 2,
            _ => 0,
        };
        if byte == 255 {
            break;
        }
        byte += 1;
    }
    kinds
};

fn kind(byte: u8) -> u8 {
    KINDS.get(usize::from(byte)).copied().unwrap_or(0)
}

/// Hands every run of at least [`MIN_STRING`] text bytes to `each` with its offset; a run longer than [`MAX_STRING`]
/// is handed over in pieces.
pub fn each<'a>(bytes: &'a [u8], mut each: impl FnMut(usize, &'a [u8])) {
    let mut at = 0;
    loop {
        // A run that begins within the next bytes and is long enough covers the last of them.
        while bytes
            .get(at + MIN_STRING - 1)
            .is_some_and(|byte| kind(*byte) == 2)
        {
            at += MIN_STRING;
        }
        let start = at;
        loop {
            let room = MAX_STRING - (at - start);
            let rest = bytes.get(at..).unwrap_or_default();
            let rest = rest.get(..room).unwrap_or(rest);
            at += rest
                .iter()
                .position(|byte| kind(*byte) != 1)
                .unwrap_or(rest.len());
            let len = text_len(bytes, at);
            if len == 0 || at - start + len > MAX_STRING {
                break;
            }
            at += len;
        }
        if at - start >= MIN_STRING
            && let Some(run) = bytes.get(start..at)
        {
            each(start, run);
        }
        if at >= bytes.len() {
            return;
        }
        // A run that was cut goes on; any other ended at a byte that is no text.
        if at == start || text_len(bytes, at) == 0 {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<(usize, String)> {
        let mut out = Vec::new();
        each(bytes, |at, run| {
            out.push((at, String::from_utf8_lossy(run).into_owned()));
        });
        out
    }

    /// As [`each`], byte by byte.
    fn plainly(bytes: &[u8]) -> Vec<(usize, String)> {
        let mut out = Vec::new();
        let (mut start, mut at) = (0, 0);
        loop {
            let len = text_len(bytes, at);
            if len > 0 && at - start + len <= MAX_STRING {
                at += len;
                continue;
            }
            if at - start >= MIN_STRING {
                let run = String::from_utf8_lossy(&bytes[start..at]).into_owned();
                out.push((start, run));
            }
            if at >= bytes.len() {
                return out;
            }
            start = if len > 0 { at } else { at + 1 };
            at = start;
        }
    }

    #[test]
    fn skipping_finds_what_looking_at_each_byte_finds() {
        let parts: [&[u8]; 9] = [
            b"\0",
            b"a",
            b"bc",
            "设".as_bytes(),
            "𠮷".as_bytes(),
            b"\x80",
            b"\xe8\xae",
            b"\x01\x02\x03",
            b"text",
        ];
        let mut seed = 7u32;
        for _ in 0..400 {
            let mut bytes = Vec::new();
            for _ in 0..60 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                bytes.extend_from_slice(parts[(seed >> 16) as usize % parts.len()]);
            }
            assert_eq!(all(&bytes), plainly(&bytes));
        }
        let long = "字".repeat(MAX_STRING);
        assert_eq!(all(long.as_bytes()), plainly(long.as_bytes()));
        let cut = "x".repeat(MAX_STRING + 2);
        assert_eq!(all(cut.as_bytes()), plainly(cut.as_bytes()));
    }

    #[test]
    fn runs_end_at_other_bytes() {
        let bytes = "\0ab\0/sys/x\0设备𠮷\0\u{1}zz9".as_bytes();
        let texts: Vec<String> = all(bytes).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["/sys/x", "设备𠮷", "zz9"]);
        assert_eq!(all(bytes)[0].0, 4);
        assert_eq!(all(b""), []);
        assert_eq!(all(b"ab"), []);
        assert_eq!(all(b"abc"), [(0, "abc".to_owned())]);
        // Bytes above ASCII that are no characters end a run.
        assert_eq!(
            all(b"abc\xf0\x9fdef"),
            [(0, "abc".to_owned()), (5, "def".to_owned())]
        );
    }

    #[test]
    fn long_runs_come_in_pieces() {
        let bytes = vec![b'a'; MAX_STRING * 2 + 5];
        let lens: Vec<usize> = all(&bytes)
            .into_iter()
            .map(|(_, text)| text.len())
            .collect();
        assert_eq!(lens, [MAX_STRING, MAX_STRING, 5]);
    }
}
