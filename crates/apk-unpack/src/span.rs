//! Conversions between file offsets (`u64`) and slice positions, never panicking. No format here.

/// A file offset as a slice position; offsets past the address space become unreachable ones.
pub(crate) fn position(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

/// A length as a file offset.
pub(crate) fn offset(position: usize) -> u64 {
    u64::try_from(position).unwrap_or(u64::MAX)
}

/// The bytes between two file offsets, if both lie inside.
pub(crate) fn slice(bytes: &[u8], start: u64, end: u64) -> Option<&[u8]> {
    bytes.get(position(start)..position(end))
}

/// Whether `magic` stands at `offset`.
pub(crate) fn has_magic(bytes: &[u8], offset: u64, magic: &[u8]) -> bool {
    bytes
        .get(position(offset)..)
        .is_some_and(|rest| rest.starts_with(magic))
}
