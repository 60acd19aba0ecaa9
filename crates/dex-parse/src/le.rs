//! Little-endian numbers of fixed-size rows; missing bytes read as zero, so callers pass whole rows.

/// The first `N` 16-bit numbers of `row`.
#[inline]
pub(crate) fn u16s<const N: usize>(row: &[u8]) -> [u16; N] {
    let mut numbers = [0; N];
    for (number, bytes) in numbers.iter_mut().zip(row.as_chunks::<2>().0) {
        *number = u16::from_le_bytes(*bytes);
    }
    numbers
}

/// The first `N` 32-bit numbers of `row`.
#[inline]
pub(crate) fn u32s<const N: usize>(row: &[u8]) -> [u32; N] {
    let mut numbers = [0; N];
    for (number, bytes) in numbers.iter_mut().zip(row.as_chunks::<4>().0) {
        *number = u32::from_le_bytes(*bytes);
    }
    numbers
}
