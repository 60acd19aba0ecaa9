//! LEB128 numbers as DEX writes them: at most five bytes, 32 bits; longer ones are refused.
//!
//! Source: <https://source.android.com/docs/core/runtime/dex-format#leb128>.

use crate::limits::MAX_LEB128_BYTES;
use crate::{ReadError, Reader};

impl Reader<'_> {
    /// An unsigned LEB128 number.
    ///
    /// Bits above 32 in the fifth byte are dropped, as the Android runtime does; a continuation
    /// bit in the fifth byte is an error.
    #[inline]
    pub fn uleb128(&mut self) -> Result<u32, ReadError> {
        // One-byte values are by far the most frequent (index differences, access flags).
        match self.peek_u8() {
            Some(byte) if byte < 0x80 => {
                self.skip(1)?;
                Ok(u32::from(byte))
            }
            _ => self.uleb128_long(),
        }
    }

    #[inline]
    fn uleb128_long(&mut self) -> Result<u32, ReadError> {
        let rest = self.rest();
        let mut value = 0_u32;
        let mut shift = 0_u32;
        for (n, &byte) in rest.iter().take(MAX_LEB128_BYTES).enumerate() {
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                self.skip(n.saturating_add(1))?;
                return Ok(value);
            }
            shift = shift.saturating_add(7);
        }
        Err(self.leb128_error(rest.len()))
    }

    #[cold]
    fn leb128_error(&self, available: usize) -> ReadError {
        if available < MAX_LEB128_BYTES {
            ReadError::unexpected_end(self.offset(), available.saturating_add(1))
        } else {
            ReadError::invalid(self.offset(), "leb128 number of more than 5 bytes")
        }
    }

    /// An unsigned LEB128 number stored plus one; `None` stands for the value -1 (no index).
    #[inline]
    pub fn uleb128p1(&mut self) -> Result<Option<u32>, ReadError> {
        Ok(self.uleb128()?.checked_sub(1))
    }

    /// A signed LEB128 number, sign-extended from its last byte.
    #[inline]
    pub fn sleb128(&mut self) -> Result<i32, ReadError> {
        let rest = self.rest();
        let mut value = 0_i64;
        let mut shift = 0_u32;
        for (n, &byte) in rest.iter().take(MAX_LEB128_BYTES).enumerate() {
            value |= i64::from(byte & 0x7f) << shift;
            shift = shift.saturating_add(7);
            if byte & 0x80 == 0 {
                self.skip(n.saturating_add(1))?;
                if byte & 0x40 != 0 {
                    value |= -1_i64 << shift;
                }
                // The fifth byte carries bits 28..35; the runtime keeps the low 32.
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "the format defines the value as the low 32 bits"
                )]
                let low = value as i32;
                return Ok(low);
            }
        }
        Err(self.leb128_error(rest.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The sample table of the DEX specification, encoded value, sleb128, uleb128, uleb128p1.
    #[test]
    fn agrees_with_the_specification_samples() {
        let table: [(&[u8], i32, u32, Option<u32>); 4] = [
            (&[0x00], 0, 0, None),
            (&[0x01], 1, 1, Some(0)),
            (&[0x7f], -1, 127, Some(126)),
            (&[0x80, 0x7f], -128, 16256, Some(16255)),
        ];
        for (bytes, signed, unsigned, plus_one) in table {
            assert_eq!(Reader::new(bytes).sleb128(), Ok(signed), "{bytes:x?}");
            assert_eq!(Reader::new(bytes).uleb128(), Ok(unsigned), "{bytes:x?}");
            assert_eq!(Reader::new(bytes).uleb128p1(), Ok(plus_one), "{bytes:x?}");
        }
    }

    #[test]
    fn reads_the_extremes() {
        let max = [0xff, 0xff, 0xff, 0xff, 0x0f];
        assert_eq!(Reader::new(&max).uleb128(), Ok(u32::MAX));
        let min = [0x80, 0x80, 0x80, 0x80, 0x78];
        assert_eq!(Reader::new(&min).sleb128(), Ok(i32::MIN));
        let top = [0xff, 0xff, 0xff, 0xff, 0x07];
        assert_eq!(Reader::new(&top).sleb128(), Ok(i32::MAX));
    }

    #[test]
    fn refuses_six_bytes_and_truncation() {
        let six = [0x80, 0x80, 0x80, 0x80, 0x80, 0x01];
        assert!(matches!(
            Reader::new(&six).uleb128(),
            Err(ReadError::Invalid { offset: 0, .. })
        ));
        assert!(Reader::new(&six).sleb128().is_err());
        let cut = [0x80, 0x80];
        let mut reader = Reader::new(&cut);
        assert!(matches!(
            reader.uleb128(),
            Err(ReadError::UnexpectedEnd { .. })
        ));
        assert_eq!(reader.position(), 0);
        assert!(Reader::new(&[]).uleb128().is_err());
        assert!(Reader::new(&[]).sleb128().is_err());
    }
}
