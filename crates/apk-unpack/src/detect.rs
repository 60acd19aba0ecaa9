//! Tells what bytes look like from their first ones. It decides nothing about archives.

use crate::archive::{Entry, EntryOrigin};

/// Start of a DEX file: `dex\n`, three digits, NUL.
/// <https://source.android.com/docs/core/runtime/dex-format#dex-file-magic>
pub(crate) fn is_dex(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [b'd', b'e', b'x', b'\n', a, b, c, 0, ..]
            if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit()
    )
}

/// An entry that stands for the first `len` bytes of a file.
pub(crate) fn whole_dex(name: &str, origin: EntryOrigin, len: u64) -> Entry {
    Entry {
        name: name.to_owned(),
        raw_name: name.as_bytes().to_vec(),
        index: 0,
        compressed_size: len,
        declared_size: len,
        crc32: 0,
        method: 0,
        flags: 0,
        offset: 0,
        data_offset: 0,
        origin,
        is_duplicate: false,
        is_size_unknown: true,
        data_limit: len,
        allowed: len,
        allowed_by: "entry size",
    }
}

/// Prefixes of files that people hand in by mistake.
const KNOWN: &[(&[u8], &str)] = &[
    (b"\x7fELF", "an ELF binary"),
    (b"MZ", "a Windows program"),
    (b"%PDF", "a PDF document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\0", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xca\xfe\xba\xbe", "a Java class file or Mach-O binary"),
    (b"\x03\0\x08\0", "binary XML outside an APK"),
    (b"\x02\0\x0c\0", "a resource table outside an APK"),
    (b"dey\n", "an optimised DEX file (ODEX)"),
    (b"vdex", "a VDEX file"),
    (b"cdex", "a compact DEX file"),
    (b"oat\n", "an OAT file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"-----BEGIN", "a PEM file"),
];

/// A noun phrase for bytes that are no app.
pub(crate) fn describe(bytes: &[u8]) -> &'static str {
    if let Some((_, what)) = KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return what;
    }
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let text = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start();
    let starts = |prefix: &[u8]| {
        text.get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    if starts(b"<!doctype html") || starts(b"<html") {
        return "an HTML page";
    }
    if starts(b"<?xml") {
        return "an XML text";
    }
    if head.iter().all(|&byte| byte == 0) {
        return "only zero bytes";
    }
    if is_text(head) {
        if starts(b"{") || starts(b"[") {
            return "a JSON or other text";
        }
        return "a text";
    }
    "unknown binary data"
}

/// UTF-8, possibly cut inside a character, without controls other than line layout.
fn is_text(head: &[u8]) -> bool {
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => head
            .get(..error.valid_up_to())
            .and_then(|start| std::str::from_utf8(start).ok())
            .unwrap_or_default(),
        Err(_) => return false,
    };
    !valid.is_empty()
        && !valid
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dex_magic_needs_a_version() {
        assert!(is_dex(b"dex\n035\0rest"));
        assert!(is_dex(b"dex\n041\0"));
        assert!(!is_dex(b"dex\n03"));
        assert!(!is_dex(b"dex\nabc\0"));
    }

    #[test]
    fn describes_what_is_no_app() {
        assert_eq!(describe(b"\x7fELF\x02\x01"), "an ELF binary");
        assert_eq!(describe(b"  <!DOCTYPE html><title>404"), "an HTML page");
        assert_eq!(describe("下载失败，请稍后再试 𠮷".as_bytes()), "a text");
        assert_eq!(describe(&"信".as_bytes()[..2]), "unknown binary data");
        assert_eq!(describe(b"{\"error\": 404}"), "a JSON or other text");
        assert_eq!(describe(&[0; 64]), "only zero bytes");
        assert_eq!(describe(&[1, 2, 3, 0xff, 0xfe]), "unknown binary data");
    }
}
