//! The one error of this crate: why bytes are no library that can be read.

use byte_reader::ReadError;

/// Why a library gives nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NativeError {
    /// The bytes do not begin with the magic of ELF.
    #[error("no ELF file")]
    NotElf,
    /// The class or byte order is none that Android runs.
    #[error("ELF {what} {value} is not known, at offset {offset:#x}")]
    Unknown {
        /// What was read.
        what: &'static str,
        /// The value found.
        value: u8,
        /// Where, in bytes.
        offset: usize,
    },
    /// The header is cut short.
    #[error("{0}")]
    Read(#[from] ReadError),
}
