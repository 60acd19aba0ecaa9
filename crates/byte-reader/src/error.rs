//! The one error of this crate: small, `Copy`, with the offset; it refuses to own text.

/// Why a read failed, and where.
///
/// Offsets are absolute: a sub-reader made by [`Reader::take_reader`](crate::Reader::take_reader)
/// or given a base by [`Reader::with_base`](crate::Reader::with_base) reports positions in the
/// outer data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The data ends before the value does.
    #[error("unexpected end of data at offset {offset:#x}, {needed} more bytes needed")]
    UnexpectedEnd {
        /// Where the read began, in bytes.
        offset: usize,
        /// How many bytes are missing.
        needed: usize,
    },
    /// The bytes are present but cannot mean what they are read as.
    #[error("invalid {what} at offset {offset:#x}")]
    Invalid {
        /// Where the value began, in bytes.
        offset: usize,
        /// What was being read, as a noun phrase.
        what: &'static str,
    },
    /// A count or length is larger than the named limit allows.
    #[error("{what} at offset {offset:#x} is above the limit of {limit}")]
    LimitExceeded {
        /// Where the count was read, in bytes.
        offset: usize,
        /// The largest accepted value.
        limit: usize,
        /// What was counted, as a noun phrase.
        what: &'static str,
    },
}

impl ReadError {
    /// The data ends `needed` bytes before the value that begins at `offset` is complete.
    #[cold]
    pub const fn unexpected_end(offset: usize, needed: usize) -> Self {
        Self::UnexpectedEnd { offset, needed }
    }

    /// The bytes at `offset` are not a valid `what`.
    #[cold]
    pub const fn invalid(offset: usize, what: &'static str) -> Self {
        Self::Invalid { offset, what }
    }

    /// The count `what` at `offset` is above `limit`.
    #[cold]
    pub const fn limit_exceeded(offset: usize, limit: usize, what: &'static str) -> Self {
        Self::LimitExceeded {
            offset,
            limit,
            what,
        }
    }

    /// The absolute byte offset of the fault.
    pub const fn offset(&self) -> usize {
        match *self {
            Self::UnexpectedEnd { offset, .. }
            | Self::Invalid { offset, .. }
            | Self::LimitExceeded { offset, .. } => offset,
        }
    }
}
