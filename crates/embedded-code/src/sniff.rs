//! What an entry is, from its first bytes; refuses to trust its name.

/// How the bytes of an entry were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// Not at all.
    Plain,
    /// Exclusive or of every byte with this one.
    Xor(u8),
    /// Base64 text.
    Base64,
    /// Exclusive or, and Base64 around it.
    XorBase64(u8),
}

impl Encoding {
    /// The word of reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Xor(_) => "xor",
            Self::Base64 => "base64",
            Self::XorBase64(_) => "xor, base64",
        }
    }
}

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A DEX file.
    Dex,
    /// A ZIP archive.
    Zip,
    /// An ELF library or program.
    Elf,
    /// Hermes bytecode, with its version.
    Hermes(u32),
    /// A Windows program, as managed libraries are.
    Managed,
    /// Metadata of Unity's ahead-of-time compiler.
    Il2cppMetadata,
    /// Compiled Lua.
    LuaBytecode,
    /// Compiled QuickJS or another script without source.
    ScriptBytecode,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sniffed {
    /// What the bytes are once decoded.
    pub form: Form,
    /// How they were changed.
    pub encoding: Encoding,
}

/// Hermes's magic number, <https://github.com/facebook/hermes/blob/main/include/hermes/BCGen/HBC/BytecodeFileFormat.h>.
const HERMES: [u8; 8] = 0x1F19_03C1_03BC_1FC6_u64.to_le_bytes();
/// Unity's number at the start of `global-metadata.dat`.
const IL2CPP: [u8; 4] = 0xFAB1_1BAF_u32.to_le_bytes();

/// Tells what an entry is from its first bytes.
pub fn sniff(head: &[u8]) -> Option<Sniffed> {
    if let Some(form) = form_of(head) {
        return Some(Sniffed {
            form,
            encoding: Encoding::Plain,
        });
    }
    if let Some((form, key)) = xored(head) {
        return Some(Sniffed {
            form,
            encoding: Encoding::Xor(key),
        });
    }
    let text = head.trim_ascii_start();
    // Whole groups of four letters only; the smallest code file is far longer.
    let text = text.get(..text.len() / 4 * 4)?;
    if text.len() < 16 || !text.iter().all(|byte| is_base64(*byte)) {
        return None;
    }
    let bytes = crate::decode::base64(text);
    if let Some(form) = form_of(&bytes).filter(|form| is_code(*form)) {
        return Some(Sniffed {
            form,
            encoding: Encoding::Base64,
        });
    }
    xored(&bytes).map(|(form, key)| Sniffed {
        form,
        encoding: Encoding::XorBase64(key),
    })
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/-_=\r\n".contains(&byte)
}

fn is_code(form: Form) -> bool {
    matches!(form, Form::Dex | Form::Zip | Form::Elf)
}

fn form_of(head: &[u8]) -> Option<Form> {
    match head {
        [b'd', b'e', b'x', b'\n', a, b, c, 0, ..]
            if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit() =>
        {
            Some(Form::Dex)
        }
        // A local header with a version that tools write and no unknown method.
        [b'P', b'K', 3, 4, version, 0 | 3, ..] if *version <= 63 => Some(Form::Zip),
        [0x7f, b'E', b'L', b'F', 1 | 2, 1 | 2, ..] => Some(Form::Elf),
        [b'M', b'Z', _, 0, ..] => Some(Form::Managed),
        [0x1b, b'L', b'u', b'a' | b'J', ..] | [0x1b, b'L', b'J', 1..=2, ..] => {
            Some(Form::LuaBytecode)
        }
        _ if head.starts_with(&HERMES) => {
            let version = head.get(8..12)?.first_chunk::<4>()?;
            Some(Form::Hermes(u32::from_le_bytes(*version)))
        }
        _ if head.starts_with(&IL2CPP) => Some(Form::Il2cppMetadata),
        _ => None,
    }
}

/// Code under an exclusive or with one byte other than zero.
fn xored(head: &[u8]) -> Option<(Form, u8)> {
    let first = *head.first()?;
    for (letter, form) in [(b'd', Form::Dex), (b'P', Form::Zip), (0x7f, Form::Elf)] {
        let key = first ^ letter;
        if key == 0 {
            continue;
        }
        let plain: Vec<u8> = head.iter().map(|byte| byte ^ key).collect();
        let is_likely = match form {
            // The header's size field of a DEX file is always 0x70, and its byte order is fixed.
            Form::Dex => {
                plain.get(36..40) == Some(&[0x70, 0, 0, 0])
                    && plain.get(40..44) == Some(&[0x78, 0x56, 0x34, 0x12])
            }
            // The first entry's name follows its length; methods other than 0 and 8 are rare.
            Form::Zip => plain.get(8..10).is_some_and(|method| {
                (method == [0, 0] || method == [8, 0]) && plain.get(26..28) != Some(&[0, 0])
            }),
            _ => plain.get(6) == Some(&1),
        };
        if is_likely && form_of(&plain) == Some(form) {
            return Some((form, key));
        }
    }
    None
}

/// Bytes with which a file that should be readable text cannot begin unless it is encrypted or compressed: more than a
/// third are neither printable ASCII nor part of a character.
pub fn is_encrypted(head: &[u8]) -> bool {
    if head.len() < 16 {
        return false;
    }
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let text = String::from_utf8_lossy(head);
    let odd = text
        .chars()
        .filter(|c| *c == '\u{fffd}' || (c.is_control() && !c.is_whitespace()))
        .count();
    // The cut at the end of the window may break one character.
    odd.saturating_sub(1) * 3 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dex_head() -> Vec<u8> {
        let mut head = b"dex\n035\0".to_vec();
        head.extend([7; 28]);
        head.extend([0x70, 0, 0, 0, 0x78, 0x56, 0x34, 0x12]);
        head.extend([9; 52]);
        head
    }

    #[expect(clippy::unnecessary_wraps, reason = "compared with what `sniff` gives")]
    fn found(form: Form, encoding: Encoding) -> Option<Sniffed> {
        Some(Sniffed { form, encoding })
    }

    #[test]
    fn code_is_seen_through_a_key() {
        let head = dex_head();
        assert_eq!(sniff(&head), found(Form::Dex, Encoding::Plain));
        for key in 1..=255u8 {
            let hidden: Vec<u8> = head.iter().map(|byte| byte ^ key).collect();
            assert_eq!(
                sniff(&hidden),
                found(Form::Dex, Encoding::Xor(key)),
                "{key}"
            );
        }
        let mut zip = b"PK\x03\x04\x14\0\0\0\x08\0".to_vec();
        zip.extend([1; 16]);
        zip.extend([11, 0, 0, 0, b'c']);
        assert_eq!(sniff(&zip), found(Form::Zip, Encoding::Plain));
        let hidden: Vec<u8> = zip.iter().map(|byte| byte ^ 0x5a).collect();
        assert_eq!(sniff(&hidden), found(Form::Zip, Encoding::Xor(0x5a)));
    }

    #[test]
    fn base64_is_seen() {
        // Made with the standard alphabet from the head above.
        let text = crate::decode::tests::encode(&dex_head());
        assert_eq!(sniff(text.as_bytes()), found(Form::Dex, Encoding::Base64));
        let hidden: Vec<u8> = dex_head().iter().map(|byte| byte ^ 3).collect();
        let text = crate::decode::tests::encode(&hidden);
        assert_eq!(
            sniff(text.as_bytes()),
            found(Form::Dex, Encoding::XorBase64(3))
        );
    }

    #[test]
    fn near_misses_are_nothing() {
        assert_eq!(sniff(b"dex\nabc\0"), None);
        assert_eq!(sniff(b"dexterous text that goes on"), None);
        assert_eq!(sniff(b""), None);
        assert_eq!(sniff(b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(sniff("应用数据应用数据应用数据𠮷".as_bytes()), None);
        assert_eq!(sniff(&[0; 96]), None);
        let mut head = dex_head();
        head[36] = 0x71;
        let hidden: Vec<u8> = head.iter().map(|byte| byte ^ 9).collect();
        assert_eq!(sniff(&hidden), None);
    }

    #[test]
    fn bundles_are_told_apart() {
        let mut hermes = HERMES.to_vec();
        hermes.extend(96u32.to_le_bytes());
        assert_eq!(sniff(&hermes), found(Form::Hermes(96), Encoding::Plain));
        assert_eq!(sniff(&IL2CPP), found(Form::Il2cppMetadata, Encoding::Plain));
        assert_eq!(
            sniff(b"\x1bLua\x51"),
            found(Form::LuaBytecode, Encoding::Plain)
        );
    }

    #[test]
    fn encrypted_text_is_told_from_text() {
        assert!(!is_encrypted(b"!function(e){var t={};return t}"));
        assert!(!is_encrypted("/* 中文注释𠮷 */ var 变量 = 1;".as_bytes()));
        let noise: Vec<u8> = (0..96u8)
            .map(|n| n.wrapping_mul(167).wrapping_add(13) | 0x80)
            .collect();
        assert!(is_encrypted(&noise));
        assert!(!is_encrypted(b"\x80"));
    }
}
