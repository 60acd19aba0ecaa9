//! X.500 names as text: RFC 4514 order, separators and escapes, any script kept as it is. Values in
//! broken encodings are escaped, never dropped.

use std::fmt::Write as _;

use x509_parser::x509::{AttributeTypeAndValue, X509Name};

/// The name as RFC 4514 text: most specific part first, `,` between parts, `+` within one.
/// <https://www.rfc-editor.org/rfc/rfc4514>
pub(crate) fn to_text(name: &X509Name<'_>) -> String {
    let mut parts: Vec<String> = name
        .iter_rdn()
        .map(|part| {
            let values: Vec<String> = part.iter().map(attribute).collect();
            values.join("+")
        })
        .collect();
    parts.reverse();
    parts.join(",")
}

/// Attribute types by OID content bytes: RFC 4514 section 3, and those of RFC 4519 and RFC 2985
/// that certificates of Android developers contain.
const TYPES: &[(&[u8], &str)] = &[
    (&[0x55, 4, 3], "CN"),
    (&[0x55, 4, 4], "SN"),
    (&[0x55, 4, 5], "serialNumber"),
    (&[0x55, 4, 6], "C"),
    (&[0x55, 4, 7], "L"),
    (&[0x55, 4, 8], "ST"),
    (&[0x55, 4, 9], "STREET"),
    (&[0x55, 4, 10], "O"),
    (&[0x55, 4, 11], "OU"),
    (&[0x55, 4, 12], "title"),
    (&[0x55, 4, 17], "postalCode"),
    (&[0x55, 4, 42], "GN"),
    (
        &[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x01],
        "UID",
    ),
    (
        &[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x19],
        "DC",
    ),
    (
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x01],
        "emailAddress",
    ),
];

fn attribute(attribute: &AttributeTypeAndValue<'_>) -> String {
    let id = attribute.attr_type().as_bytes();
    let mut out = TYPES
        .iter()
        .find(|(known, _)| *known == id)
        .map_or_else(|| object_id(id), |(_, name)| (*name).to_owned());
    out.push('=');
    let value = attribute.attr_value();
    push_value(&mut out, value.tag().0, value.data);
    out
}

/// Decodes a value by its string type (X.680 section 41) and appends it escaped.
fn push_value(out: &mut String, tag: u32, bytes: &[u8]) {
    match tag {
        // UTF8String, NumericString, PrintableString, IA5String, VisibleString. The narrow types
        // are found with UTF-8 inside.
        12 | 18 | 19 | 22 | 26 => push_escaped(out, bytes),
        // TeletexString: in practice ISO 8859-1, or UTF-8 by mistake.
        20 => {
            if std::str::from_utf8(bytes).is_ok() {
                push_escaped(out, bytes);
            } else {
                let text: String = bytes.iter().copied().map(char::from).collect();
                push_escaped(out, text.as_bytes());
            }
        }
        // UniversalString, UTF-32BE.
        28 => {
            let text: String = bytes
                .chunks(4)
                .map(|chunk| {
                    <[u8; 4]>::try_from(chunk)
                        .ok()
                        .and_then(|unit| char::from_u32(u32::from_be_bytes(unit)))
                        .unwrap_or(char::REPLACEMENT_CHARACTER)
                })
                .collect();
            push_escaped(out, text.as_bytes());
        }
        // BMPString, UTF-16BE; surrogate pairs are accepted.
        30 => {
            let units = bytes
                .chunks(2)
                .map(|chunk| <[u8; 2]>::try_from(chunk).map_or(0xfffd, u16::from_be_bytes));
            let text: String = char::decode_utf16(units)
                .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect();
            push_escaped(out, text.as_bytes());
        }
        _ => {
            out.push('#');
            out.push_str(&crate::certificate::hex(bytes));
        }
    }
}

/// RFC 4514 section 2.4; control and undecodable bytes as `\XX`.
fn push_escaped(out: &mut String, bytes: &[u8]) {
    let mut is_first = true;
    let last_space = bytes
        .ends_with(b" ")
        .then_some(bytes.len().saturating_sub(1));
    let mut at = 0_usize;
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            let is_edge_space = c == ' ' && (is_first || last_space == Some(at));
            if is_edge_space
                || (is_first && c == '#')
                || matches!(c, '"' | '+' | ',' | ';' | '<' | '>' | '\\')
            {
                out.push('\\');
                out.push(c);
            } else if c.is_control() || crate::names::is_unprintable(c) {
                let mut buffer = [0; 4];
                for byte in c.encode_utf8(&mut buffer).bytes() {
                    // Writing to a `String` cannot fail.
                    let _ = write!(out, "\\{byte:02X}");
                }
            } else {
                out.push(c);
            }
            is_first = false;
            at = at.saturating_add(c.len_utf8());
        }
        for byte in chunk.invalid() {
            let _ = write!(out, "\\{byte:02X}");
            is_first = false;
            at = at.saturating_add(1);
        }
    }
}

/// Dotted decimal form of an object identifier's content bytes (X.690 section 8.19).
pub(crate) fn object_id(bytes: &[u8]) -> String {
    let mut arcs: Vec<u128> = Vec::new();
    let mut arc = 0_u128;
    for byte in bytes {
        arc = (arc & (u128::MAX >> 7)) << 7 | u128::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            if arcs.is_empty() {
                let first = (arc / 40).min(2);
                arcs.push(first);
                arcs.push(arc.saturating_sub(first.saturating_mul(40)));
            } else {
                arcs.push(arc);
            }
            arc = 0;
        }
    }
    let texts: Vec<String> = arcs.iter().map(u128::to_string).collect();
    texts.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(tag: u32, bytes: &[u8]) -> String {
        let mut out = String::new();
        push_value(&mut out, tag, bytes);
        out
    }

    #[test]
    fn every_string_type_reads_chinese() {
        assert_eq!(value(12, "信息𠮷".as_bytes()), "信息𠮷");
        assert_eq!(value(19, "信息".as_bytes()), "信息");
        assert_eq!(value(30, &[0x4f, 0xe1, 0xd8, 0x42, 0xdf, 0xb7]), "信𠮷");
        assert_eq!(value(28, &[0, 2, 0x0b, 0xb7]), "𠮷");
        assert_eq!(value(20, b"Z\xfcrich"), "Zürich");
        assert_eq!(value(30, &[0x4f]), "\u{fffd}");
    }

    #[test]
    fn escapes_follow_rfc_4514() {
        assert_eq!(value(12, b" a,b+c\\ "), "\\ a\\,b\\+c\\\\\\ ");
        assert_eq!(value(12, b"#1#"), "\\#1#");
        assert_eq!(value(12, b"a\0b"), "a\\00b");
        assert_eq!(value(12, b"\xd0\xc5"), "\\D0\\C5");
        assert_eq!(value(4, b"\x01\xff"), "#01ff");
    }

    #[test]
    fn object_ids() {
        assert_eq!(
            object_id(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]),
            "1.2.840.113549"
        );
        assert_eq!(object_id(&[0x88, 0x37]), "2.999");
        assert_eq!(object_id(&[]), "");
    }
}
