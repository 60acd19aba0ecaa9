//! Oddities of a whole file that did not stop the parse; it judges nothing.

use std::fmt;

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

impl fmt::Display for AnomalyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Magic => f.write_str("the dex magic is damaged"),
            Self::UnknownVersion { version } => write!(f, "dex version {version:03} is unknown"),
            Self::Checksum { declared, actual } => write!(
                f,
                "the header's checksum is {declared:#010x}, the data's is {actual:#010x}"
            ),
            Self::Signature => f.write_str("the header's sha-1 signature does not match the data"),
            Self::FileSize { declared, actual } => write!(
                f,
                "the header's file size is {declared} bytes, there are {actual}"
            ),
            Self::TrailingDex => f.write_str("another dex file follows the end of the file"),
            Self::HeaderSize { declared } => {
                write!(f, "the header size {declared:#x} is not the version's")
            }
            Self::EndianTag { declared } => write!(f, "the endian tag is {declared:#010x}"),
            Self::TableTruncated {
                table,
                declared,
                actual,
            } => write!(
                f,
                "the {table} table declares {declared} rows, there are {actual}"
            ),
            Self::TableFromMap { table } => write!(
                f,
                "the header cannot locate the {table} table, the map list was used"
            ),
            Self::MapDisagrees { table } => write!(
                f,
                "the header and the map list differ about the {table} table"
            ),
            Self::NoMapList => f.write_str("there is no readable map list"),
            Self::ContainerSize { declared } => write!(
                f,
                "the container size {declared} is not the length of the data"
            ),
            Self::HeaderOffset { declared } => write!(
                f,
                "the header offset {declared:#x} is not where the header is"
            ),
            Self::ContainerCut => f.write_str("a later header of the container cannot be read"),
        }
    }
}

impl fmt::Display for Anomaly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at offset {:#x}", self.kind, self.offset)
    }
}
