//! The APK Signing Block: its place before the central directory and its ID-value pairs. It reads
//! no signer.
//!
//! <https://source.android.com/docs/security/features/apksigning/v2#apk-signing-block-format>

use byte_reader::Reader;

use crate::span;

const MAGIC: &[u8] = b"APK Sig Block 42";
/// Size field and magic after the pairs.
const FOOTER_LEN: u64 = 24;
/// Pairs read. Real blocks hold fewer than ten.
const MAX_PAIRS: usize = 1_000;

/// The block's place in the archive, both size fields included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) start: u64,
    pub(crate) end: u64,
    /// The size before the pairs equals the size after them.
    pub(crate) is_consistent: bool,
}

/// Finds the block that ends where the central directory starts.
pub(crate) fn locate(bytes: &[u8], directory_start: u64) -> Option<Block> {
    let footer = directory_start.checked_sub(FOOTER_LEN)?;
    if !span::has_magic(bytes, footer.saturating_add(8), MAGIC) {
        return None;
    }
    let read_u64 = |at: u64| Reader::at(bytes, span::position(at)).ok()?.u64().ok();
    let size = read_u64(footer)?;
    if size < FOOTER_LEN {
        return None;
    }
    // The size counts everything after the first size field.
    let start = directory_start.checked_sub(size)?.checked_sub(8)?;
    Some(Block {
        start,
        end: directory_start,
        is_consistent: read_u64(start) == Some(size),
    })
}

/// One pair: ID, offset of the value, value.
pub(crate) type Pair<'b> = (u32, u64, &'b [u8]);

/// The block's pairs in file order; the second value is the offset of a broken pair.
pub(crate) fn pairs(bytes: &[u8], block: Block) -> (Vec<Pair<'_>>, Option<u64>) {
    let mut pairs = Vec::new();
    let start = block.start.saturating_add(8);
    let Some(area) = span::slice(bytes, start, block.end.saturating_sub(FOOTER_LEN)) else {
        return (pairs, Some(start));
    };
    let mut reader = Reader::with_base(area, span::position(start));
    while !reader.is_empty() && pairs.len() < MAX_PAIRS {
        let at = span::offset(reader.offset());
        let pair = (|| {
            let len = reader.u64()?;
            let mut value = reader.take_reader(span::position(len))?;
            let id = value.u32()?;
            Ok::<_, byte_reader::ReadError>((id, span::offset(value.offset()), value.rest()))
        })();
        match pair {
            Ok(pair) => pairs.push(pair),
            Err(_) => return (pairs, Some(at)),
        }
    }
    let rest = (!reader.is_empty()).then(|| span::offset(reader.offset()));
    (pairs, rest)
}

/// What a pair's ID stands for. Sources: the scheme pages of source.android.com for the schemes and
/// padding, Android's `apksig` for stamp and dependency data, the tools' own repositories for
/// channel packages (Meituan Walle, Tencent VasDolly).
pub(crate) fn label(id: u32) -> Option<&'static str> {
    Some(match id {
        0x7109_871a => "APK Signature Scheme v2",
        0xf053_68c0 => "APK Signature Scheme v3",
        0x1b93_ad61 => "APK Signature Scheme v3.1",
        0x2b09_189e => "source stamp v1",
        0x6dff_800d => "source stamp v2",
        0x4272_6577 => "padding",
        0x504b_4453 => "dependency information",
        0x2146_444e => "Google Play metadata",
        0x7177_7777 => "Walle channel",
        0x8811_55ff => "VasDolly channel",
        _ => return None,
    })
}
