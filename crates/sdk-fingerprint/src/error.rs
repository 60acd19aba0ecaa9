//! Why a library or a profile cannot be read.

/// Errors of this crate, with the offset in the input where there is one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FingerprintError {
    /// A class file breaks its format.
    #[error("class file: {what} (at byte {offset})")]
    ClassFile {
        /// What is wrong.
        what: &'static str,
        /// Byte offset.
        offset: usize,
    },
    /// A profile breaks its format.
    #[error("profile: {what} (at byte {offset})")]
    Profile {
        /// What is wrong.
        what: &'static str,
        /// Byte offset.
        offset: usize,
    },
    /// The compiled profiles break their format.
    #[error("compiled profiles: {what} (at byte {offset})")]
    Image {
        /// What is wrong.
        what: &'static str,
        /// Byte offset.
        offset: usize,
    },
    /// More of something than the format holds.
    #[error("too many {0}")]
    TooMany(&'static str),
}

impl From<byte_reader::ReadError> for FingerprintError {
    fn from(error: byte_reader::ReadError) -> Self {
        Self::ClassFile {
            what: "the data ends early",
            offset: error.offset(),
        }
    }
}
