//! The Adler-32 checksum of the header, fast enough to run on every file; not a general hash.
//!
//! Definition: <https://www.rfc-editor.org/rfc/rfc1950#section-8>.

const MODULUS: u32 = 65521;
const LANES: usize = 16;

/// Chunks per block so that no 32-bit lane overflows: the weighted lane sum is at most
/// `255 * n * (n + 1) / 2`, which for 4096 is below 2^31.
const BLOCK_CHUNKS: usize = 4096;

/// The checksum of `bytes`.
pub(crate) fn adler32(bytes: &[u8]) -> u32 {
    let mut a = 1_u32;
    let mut b = 0_u32;
    let (chunks, tail) = bytes.as_chunks::<LANES>();
    for block in chunks.chunks(BLOCK_CHUNKS) {
        let mut sum = [0_u32; LANES];
        let mut weighted = [0_u32; LANES];
        for chunk in block {
            for ((s, w), &byte) in sum.iter_mut().zip(&mut weighted).zip(chunk) {
                *s = s.wrapping_add(u32::from(byte));
                *w = w.wrapping_add(*s);
            }
        }
        // Byte j of chunk k of n has weight LANES * (n - k) - j; the lanes hold the first part.
        let len = block.len().saturating_mul(LANES) as u64;
        let mut plain = 0_u64;
        let mut total = u64::from(a).wrapping_mul(len).wrapping_add(u64::from(b));
        let mut lane_bias = 0_u64;
        for (j, (&s, &w)) in (0_u64..).zip(sum.iter().zip(&weighted)) {
            plain = plain.wrapping_add(u64::from(s));
            total = total.wrapping_add(u64::from(w).wrapping_mul(LANES as u64));
            lane_bias = lane_bias.wrapping_add(j.wrapping_mul(u64::from(s)));
        }
        a = modulo(plain.wrapping_add(u64::from(a)));
        b = modulo(total.wrapping_sub(lane_bias));
    }
    for &byte in tail {
        a = (a + u32::from(byte)) % MODULUS;
        b = (b + a) % MODULUS;
    }
    (b << 16) | a
}

fn modulo(value: u64) -> u32 {
    // The remainder of a 16-bit modulus fits in 32 bits.
    u32::try_from(value % u64::from(MODULUS)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn naive(bytes: &[u8]) -> u32 {
        let (mut a, mut b) = (1_u32, 0_u32);
        for &byte in bytes {
            a = (a + u32::from(byte)) % MODULUS;
            b = (b + a) % MODULUS;
        }
        (b << 16) | a
    }

    #[test]
    fn agrees_with_the_definition() {
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
        for len in [0, 1, 15, 16, 17, 1000, 65535, 65536, 65537, 200_003] {
            let bytes: Vec<u8> = (0..=250_u8).cycle().step_by(31).take(len).collect();
            assert_eq!(adler32(&bytes), naive(&bytes), "length {len}");
            let high = vec![0xff; len];
            assert_eq!(adler32(&high), naive(&high), "length {len} of ff");
        }
    }
}
