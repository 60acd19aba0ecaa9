//! Entry names: printable text from hostile bytes, and what is odd about a name. It opens no path
//! and guesses no charset: bytes that are not UTF-8 (GBK names of older Chinese tools) are kept as
//! hex escapes, and the raw bytes stay available.

use std::fmt::Write as _;

use crate::marks::TamperingKind;

/// Bytes of printable name kept (Linux's `PATH_MAX`); names can be 64 KiB long and are repeated in
/// every mark.
const MAX_PRINTABLE: usize = 4096;

/// The name as text without control, text-direction or undecodable characters.
pub(crate) fn printable(raw: &[u8]) -> String {
    let mut out = String::with_capacity(raw.len().min(MAX_PRINTABLE));
    // In a name of another charset some byte pairs are UTF-8 by chance (the GBK bytes of one Chinese
    // character are a Coptic letter), so one fault turns every byte beyond ASCII into an escape.
    let is_utf8 = std::str::from_utf8(raw).is_ok();
    for chunk in raw.utf8_chunks() {
        for c in chunk.valid().chars() {
            if out.len() >= MAX_PRINTABLE {
                out.push('…');
                return out;
            }
            // Writing to a `String` cannot fail.
            if is_unprintable(c) {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            } else if is_utf8 || c.is_ascii() {
                out.push(c);
            } else {
                push_bytes(&mut out, c.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
        push_bytes(&mut out, chunk.invalid());
        if out.len() >= MAX_PRINTABLE {
            out.push('…');
            return out;
        }
    }
    out
}

fn push_bytes(out: &mut String, bytes: &[u8]) {
    for byte in bytes {
        let _ = write!(out, "\\x{byte:02X}");
    }
}

/// Characters that would let a name lie about itself in a terminal or report: C0 and C1 controls,
/// bidirectional controls (UAX #9), zero-width and line-separator characters, the byte order mark.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{061c}'
        )
}

/// Deviations visible in a name alone.
pub(crate) fn oddities(raw: &[u8], mut found: impl FnMut(TamperingKind, &'static str)) {
    match std::str::from_utf8(raw) {
        Ok("") => found(TamperingKind::UnprintableName, "the name is empty"),
        Ok(name) => {
            if name.contains('\0') {
                found(TamperingKind::UnprintableName, "the name contains NUL");
            } else if name.chars().any(is_unprintable) {
                found(
                    TamperingKind::UnprintableName,
                    "the name contains control or text-direction characters",
                );
            }
        }
        Err(_) => found(TamperingKind::NonUtf8Name, "the name is not UTF-8"),
    }
    let is_drive = matches!(raw, [letter, b':', ..] if letter.is_ascii_alphabetic());
    if raw.starts_with(b"/") || raw.starts_with(b"\\") || is_drive {
        found(TamperingKind::PathTraversal, "the name is absolute");
    } else if raw
        .split(|&byte| byte == b'/' || byte == b'\\')
        .any(|component| component == b"..")
    {
        found(TamperingKind::PathTraversal, "the name contains `..`");
    }
}

/// Whether the name ends in `.` + `extension`, ASCII case ignored.
pub(crate) fn has_extension(raw: &[u8], extension: &str) -> bool {
    raw.len()
        .checked_sub(extension.len())
        .and_then(|at| raw.split_at_checked(at))
        .is_some_and(|(stem, tail)| {
            stem.ends_with(b".") && tail.eq_ignore_ascii_case(extension.as_bytes())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(raw: &[u8]) -> Vec<TamperingKind> {
        let mut kinds = Vec::new();
        oddities(raw, |kind, _| kinds.push(kind));
        kinds
    }

    #[test]
    fn chinese_and_astral_names_stay_as_they_are() {
        let name = "assets/信息/𠮷.dex";
        assert_eq!(printable(name.as_bytes()), name);
        assert_eq!(kinds(name.as_bytes()), []);
    }

    #[test]
    fn gbk_bytes_become_escapes() {
        // 信息 in GBK.
        let raw = b"assets/\xd0\xc5\xcf\xa2.txt";
        assert_eq!(printable(raw), "assets/\\xD0\\xC5\\xCF\\xA2.txt");
        assert_eq!(kinds(raw), [TamperingKind::NonUtf8Name]);
    }

    #[test]
    fn endless_names_are_cut() {
        let text = printable(&vec![b'\x01'; 65_535]);
        assert!(text.len() < MAX_PRINTABLE + 20 && text.ends_with('…'));
        let text = printable(&vec![0xff; 65_535]);
        assert!(text.len() < MAX_PRINTABLE + 20 && text.ends_with('…'));
        let short = "信".repeat(1000);
        assert_eq!(printable(short.as_bytes()), short);
    }

    #[test]
    fn control_and_direction_characters_are_escaped() {
        assert_eq!(
            printable("a\u{202e}gpj.dex".as_bytes()),
            "a\\u{202e}gpj.dex"
        );
        assert_eq!(printable(b"a\0b"), "a\\u{0}b");
        assert_eq!(kinds(b"a\0b"), [TamperingKind::UnprintableName]);
        assert_eq!(kinds(b""), [TamperingKind::UnprintableName]);
    }

    #[test]
    fn traversal_needs_a_whole_component() {
        for raw in ["/etc/x", "\\x", "C:\\x", "a/../b", "..", "a\\..\\b"] {
            assert_eq!(
                kinds(raw.as_bytes()),
                [TamperingKind::PathTraversal],
                "{raw}"
            );
        }
        for raw in ["a..b", "a/..b/c", "a/b..", "res/a.xml", "...", "1:x"] {
            assert_eq!(kinds(raw.as_bytes()), [], "{raw}");
        }
    }

    #[test]
    fn extensions_ignore_case() {
        assert!(has_extension(b"a/B.APK", "apk"));
        assert!(!has_extension(b"apk", "apk"));
        assert!(!has_extension(b"a.apkx", "apk"));
        assert!(has_extension("信息.apk".as_bytes(), "apk"));
    }
}
