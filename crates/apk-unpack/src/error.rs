//! The one error enum of this crate. A fault that leaves the rest readable is not an error but a
//! [`Tampering`](crate::Tampering) or a [`Problem`](crate::Problem).

use thiserror::Error;

/// Why bytes could not be opened or an entry could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum UnpackError {
    /// The input has no bytes.
    #[error("the file is empty")]
    Empty,
    /// The input is not an app container; `found` names what the first bytes look like.
    #[error("not an Android app: {found}")]
    NotAnApp {
        /// What the content looks like, such as `HTML text` or `an ELF library`.
        found: &'static str,
    },
    /// The bytes look like a ZIP archive but neither a central directory nor a local file header
    /// could be read.
    #[error("damaged ZIP archive: no readable entry in {len} bytes")]
    NoEntries {
        /// Length of the archive in bytes.
        len: u64,
    },
    /// The entry does not belong to this archive.
    #[error("entry {name:?} does not belong to this archive")]
    ForeignEntry {
        /// Printable name of the entry.
        name: String,
    },
    /// The data of an entry lies outside the archive.
    #[error("data of entry {name:?} lies outside the archive (at offset {offset})")]
    OutOfBounds {
        /// Printable name of the entry.
        name: String,
        /// Where the data would begin.
        offset: u64,
    },
    /// The compressed data of an entry is broken before anything useful came out.
    #[error("data of entry {name:?} cannot be inflated (at offset {offset})")]
    Inflate {
        /// Printable name of the entry.
        name: String,
        /// Where the entry's data begins.
        offset: u64,
    },
    /// The entry inflates to more than a limit allows.
    #[error(
        "entry {name:?} exceeds the {limit} limit of {allowed} inflated bytes (at offset {offset})"
    )]
    LimitExceeded {
        /// Printable name of the entry.
        name: String,
        /// Which limit: `entry size`, `ratio` or `total size`.
        limit: &'static str,
        /// The number of bytes the limit allows for this entry.
        allowed: u64,
        /// Where the entry's data begins.
        offset: u64,
    },
}
