//! String pools (`ResStringPool`), UTF-8 and UTF-16, read string by string; style spans are ignored.
//!
//! Format: <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h>
//! (`ResStringPool_header`). UTF-8 pools hold modified UTF-8: aapt2 writes characters outside the basic plane as two
//! surrogates of three bytes each.

use std::borrow::Cow;

use byte_reader::{DecodedText, mutf8, utf16};

use crate::chunk::{Header, size_at, u8_at, u16_at, u32_at};

/// Bit of `flags`: strings are UTF-8.
const FLAG_UTF8: u32 = 1 << 8;
/// Bytes of `ResStringPool_header`.
const POOL_HEADER: usize = 28;

/// A pool that has only checked its header.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StringPool<'a> {
    /// The chunk, from its header to its end.
    data: &'a [u8],
    n_strings: usize,
    offsets: usize,
    strings: usize,
    utf8: bool,
    /// A count or start was outside the chunk.
    damaged: bool,
}

/// One string and whether its bytes were all right.
#[derive(Debug, Clone)]
pub(crate) struct PoolString<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Decoded without replacement.
    pub(crate) exact: bool,
}

impl<'a> StringPool<'a> {
    /// A pool without strings.
    pub(crate) const EMPTY: StringPool<'static> = StringPool {
        data: &[],
        n_strings: 0,
        offsets: 0,
        strings: 0,
        utf8: true,
        damaged: false,
    };

    /// Checks the header of the chunk in `data`, which is exactly one chunk.
    pub(crate) fn parse(data: &'a [u8]) -> Option<Self> {
        let header = Header::at(data, 0)?;
        let n_strings = size_at(data, 8)?;
        let flags = u32_at(data, 16)?;
        let strings = size_at(data, 20)?;
        // The offsets follow the header the chunk states; a smaller header than the format's would make the fields
        // above overlap the offsets.
        let offsets = header.header_size.max(POOL_HEADER);
        let room = data.len().saturating_sub(offsets) / 4;
        let damaged =
            n_strings > room || strings > data.len() || (n_strings > 0 && strings < offsets);
        Some(Self {
            data,
            n_strings: n_strings.min(room),
            offsets,
            strings,
            utf8: flags & FLAG_UTF8 != 0,
            damaged,
        })
    }

    /// Whether counts or starts lie outside the chunk.
    pub(crate) fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// Number of strings whose offsets are inside the chunk.
    pub(crate) fn len(&self) -> usize {
        self.n_strings
    }

    /// The encoded bytes of a string, without length and terminator.
    fn bytes(&self, index: usize) -> Option<(&'a [u8], bool)> {
        if index >= self.n_strings {
            return None;
        }
        let at = self.offsets.checked_add(index.checked_mul(4)?)?;
        let start = self.strings.checked_add(size_at(self.data, at)?)?;
        if self.utf8 {
            self.utf8_bytes(start)
        } else {
            self.utf16_bytes(start)
        }
    }

    fn utf8_bytes(&self, start: usize) -> Option<(&'a [u8], bool)> {
        // Two lengths of one or two bytes each: UTF-16 units, then bytes.
        let (n_units, start) = self.length8(start)?;
        let (n_bytes, start) = self.length8(start)?;
        let available = self.data.get(start..)?;
        let stated = available.get(..n_bytes);
        if let Some(bytes) = stated
            && available.get(n_bytes) == Some(&0)
        {
            return Some((bytes, true));
        }
        // Strings longer than 0x7fff bytes overflow the length. The platform then tries longer lengths with the same
        // low 15 bits until one ends at a NUL (`ResStringPool::stringDecodeAt`).
        let mut length = n_bytes.checked_add(0x8000)?;
        while length < available.len() && n_units > 0 {
            if available.get(length) == Some(&0) {
                return Some((available.get(..length)?, true));
            }
            length = length.checked_add(0x8000)?;
        }
        stated
            .map(|bytes| (bytes, false))
            .or(Some((available, false)))
    }

    fn length8(&self, at: usize) -> Option<(usize, usize)> {
        let first = usize::from(u8_at(self.data, at)?);
        if first & 0x80 == 0 {
            return Some((first, at.checked_add(1)?));
        }
        let second = usize::from(u8_at(self.data, at.checked_add(1)?)?);
        Some((((first & 0x7f) << 8) | second, at.checked_add(2)?))
    }

    fn utf16_bytes(&self, start: usize) -> Option<(&'a [u8], bool)> {
        let first = usize::from(u16_at(self.data, start)?);
        let (n_units, start) = if first & 0x8000 == 0 {
            (first, start.checked_add(2)?)
        } else {
            let second = usize::from(u16_at(self.data, start.checked_add(2)?)?);
            (((first & 0x7fff) << 16) | second, start.checked_add(4)?)
        };
        let available = self.data.get(start..)?;
        match n_units
            .checked_mul(2)
            .and_then(|n_bytes| available.get(..n_bytes))
        {
            Some(bytes) => Some((bytes, true)),
            None => Some((available, false)),
        }
    }

    /// Bytes a string takes encoded; what a budget is charged before decoding.
    pub(crate) fn encoded_len(&self, index: usize) -> usize {
        self.bytes(index).map_or(0, |(bytes, _)| bytes.len())
    }

    /// Decodes one string. `None` for an index or offset outside the pool.
    pub(crate) fn get(&self, index: usize) -> Option<PoolString<'a>> {
        let (bytes, complete) = self.bytes(index)?;
        let DecodedText { text, marks } = if self.utf8 {
            mutf8::decode_printable(bytes)
        } else {
            utf16::decode_le_printable(bytes)
        };
        Some(PoolString {
            text,
            exact: complete && marks.is_exact(),
        })
    }

    /// Whether a string equals `wanted`, without decoding when it is plain UTF-8.
    pub(crate) fn equals(&self, index: usize, wanted: &str) -> bool {
        match self.bytes(index) {
            Some((bytes, _)) if self.utf8 && bytes == wanted.as_bytes() => true,
            // A character takes at least one unit, so a much longer string cannot be equal.
            Some((bytes, _)) if bytes.len() <= wanted.len().saturating_mul(2) => {
                self.get(index).is_some_and(|string| string.text == wanted)
            }
            _ => false,
        }
    }
}
