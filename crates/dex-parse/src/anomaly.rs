//! Oddities of a whole file that did not stop the parse; it judges nothing.

use crate::Item;

/// Something about a file that a compiler would not have written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Anomaly {
    /// What is odd.
    pub kind: AnomalyKind,
    /// Where, in bytes from the start of the parsed data.
    pub offset: u32,
}

/// The kinds of [`Anomaly`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AnomalyKind {
    /// The magic is damaged; the rest of the header is plausible and was used.
    Magic,
    /// The version is not one of 035 and 037 to 041; it was read as the nearest known layout.
    UnknownVersion {
        /// The number in the magic.
        version: u16,
    },
    /// The Adler-32 checksum does not match.
    Checksum {
        /// The header's value.
        declared: u32,
        /// The value of the bytes.
        actual: u32,
    },
    /// The SHA-1 signature does not match; only found by
    /// [`DexFile::check_signature`](crate::DexFile::check_signature).
    Signature,
    /// The header's file size is not what the data has; all of the data was used.
    FileSize {
        /// The header's value, in bytes.
        declared: u32,
        /// What is there, in bytes.
        actual: u32,
    },
    /// Bytes follow the end of the file and begin with another DEX magic.
    TrailingDex,
    /// The header size is not the version's.
    HeaderSize {
        /// The header's value, in bytes.
        declared: u32,
    },
    /// The endian tag is not the little-endian one; the file was read as little-endian.
    EndianTag {
        /// The header's value.
        declared: u32,
    },
    /// A table's rows do not fit in the data; the table was cut to the rows that do.
    TableTruncated {
        /// The table.
        table: Item,
        /// The header's row count.
        declared: u32,
        /// The rows that are there.
        actual: u32,
    },
    /// The header's size or offset of a table is unusable; the map list's was used.
    TableFromMap {
        /// The table.
        table: Item,
    },
    /// The header and the map list differ about a table; the header's values were used.
    MapDisagrees {
        /// The table.
        table: Item,
    },
    /// There is no readable map list, so call sites and method handles cannot be found.
    NoMapList,
    /// The container size of a version 41 header is not the data's length.
    ContainerSize {
        /// The header's value, in bytes.
        declared: u32,
    },
    /// The header offset of a version 41 header is not where the header is.
    HeaderOffset {
        /// The header's value, in bytes.
        declared: u32,
    },
    /// A later header of a version 41 container cannot be read; the files before it were kept.
    ContainerCut,
}
