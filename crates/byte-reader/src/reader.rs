//! The bounds-checked cursor; it refuses to read outside its slice and never panics.

use crate::ReadError;

/// A cursor over borrowed bytes.
///
/// Cheap to copy, so a caller may keep a copy as a bookmark. All multi-byte reads are little-endian
/// unless the name ends in `_be`. A failed read leaves the position where it was.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    data: &'a [u8],
    pos: usize,
    base: usize,
}

impl<'a> Reader<'a> {
    /// Reads `data` from its start; offsets in errors count from the start of `data`.
    #[inline]
    pub const fn new(data: &'a [u8]) -> Self {
        Self {
            data,
            pos: 0,
            base: 0,
        }
    }

    /// Reads `data`, which begins `base` bytes into some larger input, so that
    /// [`offset`](Self::offset) and errors speak of the larger input.
    #[inline]
    pub const fn with_base(data: &'a [u8], base: usize) -> Self {
        Self { data, pos: 0, base }
    }

    /// Reads `data` from `offset` on.
    ///
    /// An `offset` past the end is an error; an `offset` equal to the length gives an empty reader.
    #[inline]
    pub fn at(data: &'a [u8], offset: usize) -> Result<Self, ReadError> {
        let mut reader = Self::new(data);
        reader.seek(offset)?;
        Ok(reader)
    }

    /// The position in this reader's own slice, in bytes.
    #[inline]
    pub const fn position(&self) -> usize {
        self.pos
    }

    /// The absolute position: [`position`](Self::position) plus the base.
    #[inline]
    pub const fn offset(&self) -> usize {
        self.base.saturating_add(self.pos)
    }

    /// How many bytes are left.
    #[inline]
    pub const fn remaining(&self) -> usize {
        self.data.len().saturating_sub(self.pos)
    }

    /// Whether every byte was read.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.remaining() == 0
    }

    /// The bytes not yet read, without moving.
    #[inline]
    pub fn rest(&self) -> &'a [u8] {
        self.data.get(self.pos..).unwrap_or_default()
    }

    /// The whole slice this reader was made from.
    #[inline]
    pub const fn data(&self) -> &'a [u8] {
        self.data
    }

    #[cold]
    fn end(&self, wanted: usize) -> ReadError {
        ReadError::unexpected_end(self.offset(), wanted.saturating_sub(self.remaining()))
    }

    /// Moves to `position`, counted from the start of this reader's slice.
    #[inline]
    pub fn seek(&mut self, position: usize) -> Result<(), ReadError> {
        if position > self.data.len() {
            return Err(ReadError::unexpected_end(
                self.base.saturating_add(self.data.len()),
                position.saturating_sub(self.data.len()),
            ));
        }
        self.pos = position;
        Ok(())
    }

    /// Skips `n` bytes.
    #[inline]
    pub fn skip(&mut self, n: usize) -> Result<(), ReadError> {
        if n > self.remaining() {
            return Err(self.end(n));
        }
        self.pos = self.pos.saturating_add(n);
        Ok(())
    }

    /// Skips to the next multiple of `alignment`, counted from the start of this reader's slice.
    #[inline]
    pub fn align(&mut self, alignment: usize) -> Result<(), ReadError> {
        match self.pos.checked_next_multiple_of(alignment) {
            Some(aligned) => self.seek(aligned),
            None => Err(ReadError::invalid(self.offset(), "alignment")),
        }
    }

    /// Takes the next `n` bytes as a slice.
    #[inline]
    pub fn take(&mut self, n: usize) -> Result<&'a [u8], ReadError> {
        match self.rest().get(..n) {
            Some(bytes) => {
                self.pos = self.pos.saturating_add(n);
                Ok(bytes)
            }
            None => Err(self.end(n)),
        }
    }

    /// Takes the next `n` bytes as a reader of their own that keeps absolute offsets.
    #[inline]
    pub fn take_reader(&mut self, n: usize) -> Result<Reader<'a>, ReadError> {
        let base = self.offset();
        Ok(Reader::with_base(self.take(n)?, base))
    }

    /// The `len` bytes at `position` of this reader's slice as a reader of their own; does not move.
    #[inline]
    pub fn sub_reader(&self, position: usize, len: usize) -> Result<Reader<'a>, ReadError> {
        let mut copy = *self;
        copy.seek(position)?;
        copy.take_reader(len)
    }

    /// The next `N` bytes as an array.
    #[inline]
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], ReadError> {
        match self
            .data
            .get(self.pos..)
            .and_then(|rest| rest.first_chunk::<N>())
        {
            Some(bytes) => {
                self.pos = self.pos.saturating_add(N);
                Ok(*bytes)
            }
            None => Err(self.end(N)),
        }
    }

    /// The next byte without moving, or `None` at the end.
    #[inline]
    pub fn peek_u8(&self) -> Option<u8> {
        self.data.get(self.pos).copied()
    }

    /// Whether the bytes at the position begin with `prefix`; does not move.
    #[inline]
    pub fn starts_with(&self, prefix: &[u8]) -> bool {
        self.rest().starts_with(prefix)
    }

    /// One byte.
    #[inline]
    pub fn u8(&mut self) -> Result<u8, ReadError> {
        match self.data.get(self.pos) {
            Some(&byte) => {
                self.pos = self.pos.saturating_add(1);
                Ok(byte)
            }
            None => Err(self.end(1)),
        }
    }

    /// One signed byte.
    #[inline]
    pub fn i8(&mut self) -> Result<i8, ReadError> {
        Ok(self.u8()?.cast_signed())
    }

    /// A little-endian 16-bit number.
    #[inline]
    pub fn u16(&mut self) -> Result<u16, ReadError> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    /// A little-endian 32-bit number.
    #[inline]
    pub fn u32(&mut self) -> Result<u32, ReadError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// A little-endian 64-bit number.
    #[inline]
    pub fn u64(&mut self) -> Result<u64, ReadError> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A little-endian signed 16-bit number.
    #[inline]
    pub fn i16(&mut self) -> Result<i16, ReadError> {
        Ok(i16::from_le_bytes(self.array()?))
    }

    /// A little-endian signed 32-bit number.
    #[inline]
    pub fn i32(&mut self) -> Result<i32, ReadError> {
        Ok(i32::from_le_bytes(self.array()?))
    }

    /// A little-endian signed 64-bit number.
    #[inline]
    pub fn i64(&mut self) -> Result<i64, ReadError> {
        Ok(i64::from_le_bytes(self.array()?))
    }

    /// A big-endian 16-bit number.
    #[inline]
    pub fn u16_be(&mut self) -> Result<u16, ReadError> {
        Ok(u16::from_be_bytes(self.array()?))
    }

    /// A big-endian 32-bit number.
    #[inline]
    pub fn u32_be(&mut self) -> Result<u32, ReadError> {
        Ok(u32::from_be_bytes(self.array()?))
    }

    /// Checks a row count that was just read: at most `limit`, and `count` rows of `row_bytes` bytes
    /// must still fit in the data. Call it before anything is sized by `count`.
    pub fn check_count(
        &self,
        count: u32,
        row_bytes: usize,
        limit: usize,
        what: &'static str,
    ) -> Result<usize, ReadError> {
        let Ok(count) = usize::try_from(count) else {
            return Err(ReadError::limit_exceeded(self.offset(), limit, what));
        };
        if count > limit {
            return Err(ReadError::limit_exceeded(self.offset(), limit, what));
        }
        let bytes = count.saturating_mul(row_bytes);
        if bytes > self.remaining() {
            return Err(self.end(bytes));
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_byte_orders() {
        let data = [1, 2, 3, 4, 5, 6, 7, 8];
        assert_eq!(Reader::new(&data).u16(), Ok(0x0201));
        assert_eq!(Reader::new(&data).u16_be(), Ok(0x0102));
        assert_eq!(Reader::new(&data).u32(), Ok(0x0403_0201));
        assert_eq!(Reader::new(&data).u32_be(), Ok(0x0102_0304));
        assert_eq!(Reader::new(&data).u64(), Ok(0x0807_0605_0403_0201));
        assert_eq!(Reader::new(&[0xfe, 0xff, 0xff, 0xff]).i32(), Ok(-2));
    }

    #[test]
    fn a_failed_read_does_not_move() {
        let mut reader = Reader::new(&[1, 2, 3]);
        assert_eq!(reader.u8(), Ok(1));
        assert_eq!(reader.u32(), Err(ReadError::unexpected_end(1, 2)));
        assert_eq!(reader.position(), 1);
        assert_eq!(reader.take(3), Err(ReadError::unexpected_end(1, 1)));
        assert_eq!(reader.skip(usize::MAX).unwrap_err().offset(), 1);
        assert_eq!(reader.u16(), Ok(0x0302));
        assert!(reader.is_empty());
    }

    #[test]
    fn sub_readers_report_absolute_offsets() {
        let data = [0, 1, 2, 3, 4, 5];
        let mut outer = Reader::with_base(&data, 100);
        outer.skip(2).unwrap();
        let mut inner = outer.take_reader(2).unwrap();
        assert_eq!(inner.u16(), Ok(0x0302));
        assert_eq!(inner.u8(), Err(ReadError::unexpected_end(104, 1)));
        assert_eq!(outer.position(), 4);
        let sub = outer.sub_reader(1, 3).unwrap();
        assert_eq!(sub.offset(), 101);
        assert!(outer.sub_reader(4, 3).is_err());
        assert!(outer.sub_reader(7, 0).is_err());
    }

    #[test]
    fn at_accepts_the_end_but_not_past_it() {
        assert!(Reader::at(&[1, 2], 2).unwrap().is_empty());
        assert_eq!(
            Reader::at(&[1, 2], 3).unwrap_err(),
            ReadError::unexpected_end(2, 1)
        );
    }

    #[test]
    fn align_counts_from_the_slice_start() {
        let mut reader = Reader::new(&[0; 6]);
        reader.skip(1).unwrap();
        reader.align(4).unwrap();
        assert_eq!(reader.position(), 4);
        reader.align(4).unwrap();
        assert_eq!(reader.position(), 4);
        reader.skip(1).unwrap();
        assert!(reader.align(4).is_err());
        assert!(reader.align(0).is_err());
    }

    #[test]
    fn counts_meet_the_limit_and_the_data() {
        let reader = Reader::new(&[0; 12]);
        assert_eq!(reader.check_count(3, 4, 10, "rows"), Ok(3));
        assert_eq!(
            reader.check_count(11, 0, 10, "rows"),
            Err(ReadError::limit_exceeded(0, 10, "rows"))
        );
        assert_eq!(
            reader.check_count(4, 4, 10, "rows"),
            Err(ReadError::unexpected_end(0, 4))
        );
        assert!(
            reader
                .check_count(u32::MAX, usize::MAX, usize::MAX, "rows")
                .is_err()
        );
    }
}
