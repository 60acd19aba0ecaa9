//! Names inside bundles that are no readable script: bytecode, ahead-of-time code, managed libraries. A name there shows
//! that the bundle holds it, never that it is used.

use crate::{Mention, Names};

/// Mentions kept of one bundle.
const MAX_MENTIONS: usize = 10_000;

/// Every name that stands in the bytes with a border on both sides, in one byte a character or in two; each once.
pub fn mentions(bytes: &[u8], names: &Names) -> Vec<Mention> {
    let Some(search) = &names.search else {
        return Vec::new();
    };
    let mut out: Vec<Mention> = Vec::new();
    let mut seen = vec![false; names.rows.len()];
    for found in search.find_iter(bytes) {
        let row = found.pattern().as_usize();
        let before = found.start().checked_sub(1).and_then(|at| bytes.get(at));
        let after = bytes.get(found.end());
        if is_inner(before) || is_inner(after) {
            continue;
        }
        if let Some(place) = seen.get_mut(row)
            && !std::mem::replace(place, true)
            && out.len() < MAX_MENTIONS
        {
            out.push(Mention {
                row: u32::try_from(row).unwrap_or(u32::MAX),
                is_used: false,
                offset: found.start(),
            });
        }
    }
    out.sort();
    out
}

/// A letter or digit, inside which a name would only be part of a longer one.
fn is_inner(byte: Option<&u8>) -> bool {
    // Compact string tables put words side by side, so that a capital letter does not end the border.
    byte.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_need_borders() {
        let names = Names::new([
            ("dev.plus/device_info".to_owned(), false),
            ("a.b".to_owned(), true),
        ]);
        let found = mentions(b"\0\x14dev.plus/device_info\0", &names);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].row, found[0].is_used, found[0].offset),
            (0, false, 2)
        );
        assert_eq!(mentions(b"xdev.plus/device_info", &names), []);
        assert_eq!(mentions(b"dev.plus/device_infos", &names), []);
        assert_eq!(mentions(b"\0a.b\0", &names), []);
    }
}
