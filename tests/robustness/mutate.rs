//! Structured damage to bytes: bits, fields, blocks, splices; refuses to know any file format beyond the
//! ranges that a caller calls hot.

use std::ops::Range;

use crate::prng::Prng;

/// Longest result in bytes: growth by copied blocks ends here.
const MAX_LEN: usize = 400_000;

/// Values at which readers of counts, sizes and offsets go wrong.
const NUMBERS: [u32; 20] = [
    0,
    1,
    2,
    3,
    4,
    7,
    0x10,
    0x7f,
    0x80,
    0xff,
    0x100,
    0x7fff,
    0x8000,
    0xffff,
    0x1_0000,
    0x00ff_ffff,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_fffe,
    0xffff_ffff,
];

/// Damages `bytes` in one to four places. Two in three places lie in a hot range, such as a header.
/// `within` bounds all damage and `other` is a second file of the same kind.
pub(crate) fn mutate(
    bytes: &mut Vec<u8>,
    within: &Range<usize>,
    hot: &[Range<usize>],
    other: &[u8],
    prng: &mut Prng,
) {
    let places = 1 + prng.below(4).min(prng.below(4));
    for _ in 0..places {
        let end = within.end.min(bytes.len());
        if within.start >= end {
            return;
        }
        let at = place(within.start..end, hot, prng);
        change(bytes, at, end, other, prng);
        if bytes.is_empty() {
            return;
        }
    }
}

fn place(within: Range<usize>, hot: &[Range<usize>], prng: &mut Prng) -> usize {
    let range = match hot.get(prng.below(hot.len())) {
        Some(range) if !prng.one_in(3) => range.start.max(within.start)..range.end.min(within.end),
        _ => within.clone(),
    };
    let range = if range.is_empty() { within } else { range };
    range.start + prng.below(range.len())
}

fn change(bytes: &mut Vec<u8>, at: usize, end: usize, other: &[u8], prng: &mut Prng) {
    let len = u32::try_from(bytes.len()).unwrap();
    // Fields are mostly aligned, in files whose own start is.
    let field = if prng.one_in(3) { at } else { at & !3 };
    match prng.below(14) {
        0 | 1 => bytes[at] ^= 1 << prng.below(8),
        2 => bytes[at] = prng.byte(),
        3..=5 => {
            let near = [len, len - 1, len + 1, len / 2, len.saturating_sub(4)];
            let n = prng.below(NUMBERS.len() + near.len());
            let value = NUMBERS
                .get(n)
                .copied()
                .unwrap_or_else(|| near[n - NUMBERS.len()]);
            put(bytes, field, end, value, if prng.one_in(3) { 2 } else { 4 });
        }
        6 | 7 => {
            let step = u32::try_from(prng.below(9)).unwrap().wrapping_sub(4);
            let value = get(bytes, field).wrapping_add(step);
            put(bytes, field, end, value, if prng.one_in(2) { 2 } else { 4 });
        }
        // A field takes the value of another one: a valid number at the wrong place.
        8 => {
            let value = get(bytes, prng.below(bytes.len()) & !3);
            put(bytes, field, end, value, if prng.one_in(2) { 2 } else { 4 });
        }
        9 => {
            let n = 1 + prng.below(64);
            let from = prng.below(bytes.len());
            let block: Vec<u8> = bytes.iter().skip(from).take(n).copied().collect();
            let stop = end.min(at + block.len());
            bytes[at..stop].copy_from_slice(&block[..stop - at]);
        }
        10 => {
            let most = if prng.one_in(4) { 4096 } else { 32 };
            let n = 1 + prng.below(most);
            bytes.drain(at..end.min(at + n));
        }
        11 => {
            let most = if prng.one_in(4) { 4096 } else { 64 };
            let n = 1 + prng.below(most);
            let from = prng.below(bytes.len());
            let block: Vec<u8> = bytes.iter().skip(from).take(n).copied().collect();
            if bytes.len() + block.len() <= MAX_LEN {
                bytes.splice(at..at, block);
            }
        }
        12 => {
            let n = 1 + prng.below(256);
            let stop = end.min(at + n);
            bytes[at..stop].fill(if prng.one_in(2) { 0 } else { 0xff });
        }
        _ => splice(bytes, at, end, other, prng),
    }
}

/// A block, or everything behind, comes from another file.
fn splice(bytes: &mut Vec<u8>, at: usize, end: usize, other: &[u8], prng: &mut Prng) {
    if other.is_empty() {
        bytes.truncate(at);
        return;
    }
    if prng.one_in(2) {
        let from = at.min(other.len());
        bytes.truncate(at);
        bytes.extend(other.iter().skip(from));
        bytes.truncate(MAX_LEN);
    } else {
        let n = 1 + prng.below(512);
        let from = prng.below(other.len());
        let block: Vec<u8> = other.iter().skip(from).take(n).copied().collect();
        let stop = end.min(at + block.len());
        bytes[at..stop].copy_from_slice(&block[..stop - at]);
    }
}

fn get(bytes: &[u8], at: usize) -> u32 {
    let mut word = [0; 4];
    for (to, from) in word.iter_mut().zip(bytes.iter().skip(at)) {
        *to = *from;
    }
    u32::from_le_bytes(word)
}

fn put(bytes: &mut [u8], at: usize, end: usize, value: u32, width: usize) {
    for (to, from) in bytes[..end]
        .iter_mut()
        .skip(at)
        .zip(value.to_le_bytes().iter().take(width))
    {
        *to = *from;
    }
}
