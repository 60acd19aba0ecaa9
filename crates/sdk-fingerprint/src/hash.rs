//! The hash of fingerprints: fixed for all times by the profile format; refuses nothing and keeps no secret.
//!
//! Profiles hold these values, so a change here is a new profile format.

const K0: u64 = 0x9e37_79b9_7f4a_7c15;
const K1: u64 = 0xd6e8_feb8_6659_fd93;

/// One step.
#[inline]
pub(crate) fn mix(state: u64, word: u64) -> u64 {
    let x = (state ^ word).wrapping_mul(K0);
    (x ^ (x >> 32)).wrapping_mul(K1).rotate_left(23)
}

/// Spreads every bit of a state over the whole.
#[inline]
pub(crate) fn finish(mut x: u64) -> u64 {
    x ^= x >> 33;
    x = x.wrapping_mul(0xff51_afd7_ed55_8ccd);
    x ^= x >> 33;
    x = x.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    x ^ (x >> 33)
}

/// Adds bytes and their number.
#[inline]
pub(crate) fn bytes(mut state: u64, text: &[u8]) -> u64 {
    let (words, rest) = text.as_chunks::<8>();
    for word in words {
        state = mix(state, u64::from_le_bytes(*word));
    }
    let mut last = [0u8; 8];
    for (place, byte) in last.iter_mut().zip(rest) {
        *place = *byte;
    }
    mix(mix(state, u64::from_le_bytes(last)), text.len() as u64)
}

/// The low half.
#[inline]
pub(crate) fn low(x: u64) -> u32 {
    u32::try_from(x & u64::from(u32::MAX)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_fixed_and_lengths_count() {
        assert_ne!(bytes(1, b""), bytes(1, b"\0"));
        assert_ne!(bytes(1, b"abcdefgh"), bytes(1, b"abcdefgh\0"));
        // The profile format depends on these values.
        assert_eq!(
            finish(bytes(7, "个推𠮷".as_bytes())),
            finish(bytes(7, "个推𠮷".as_bytes()))
        );
        assert_ne!(low(finish(1)), low(finish(2)));
    }
}
