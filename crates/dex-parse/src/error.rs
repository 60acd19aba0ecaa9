//! The one error of this crate: 16 bytes, `Copy`, with item and offset; it owns no text.

use std::fmt;

use byte_reader::ReadError;

/// The part of a file an error or anomaly speaks of, by its name in the format specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "each name is the specification's name of the item"
)]
pub enum Item {
    File,
    Header,
    MapList,
    StringId,
    StringData,
    TypeId,
    ProtoId,
    FieldId,
    MethodId,
    ClassDef,
    CallSiteId,
    MethodHandle,
    TypeList,
    ClassData,
    EncodedField,
    EncodedMethod,
    CodeItem,
    Instruction,
    Payload,
    TryItem,
    CatchHandler,
    DebugInfo,
    EncodedValue,
    EncodedArray,
    EncodedAnnotation,
    AnnotationsDirectory,
    AnnotationSet,
    AnnotationItem,
    CallSite,
}

impl Item {
    /// The item's name in words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Header => "header",
            Self::MapList => "map list",
            Self::StringId => "string id",
            Self::StringData => "string data",
            Self::TypeId => "type id",
            Self::ProtoId => "proto id",
            Self::FieldId => "field id",
            Self::MethodId => "method id",
            Self::ClassDef => "class definition",
            Self::CallSiteId => "call site id",
            Self::MethodHandle => "method handle",
            Self::TypeList => "type list",
            Self::ClassData => "class data",
            Self::EncodedField => "encoded field",
            Self::EncodedMethod => "encoded method",
            Self::CodeItem => "code item",
            Self::Instruction => "instruction",
            Self::Payload => "instruction payload",
            Self::TryItem => "try item",
            Self::CatchHandler => "catch handler",
            Self::DebugInfo => "debug info",
            Self::EncodedValue => "encoded value",
            Self::EncodedArray => "encoded array",
            Self::EncodedAnnotation => "encoded annotation",
            Self::AnnotationsDirectory => "annotations directory",
            Self::AnnotationSet => "annotation set",
            Self::AnnotationItem => "annotation item",
            Self::CallSite => "call site",
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a file or one of its rows cannot be read.
///
/// Offsets are bytes from the start of the parsed data (the container, in version 41).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum DexError {
    /// Neither the magic nor the rest of the header looks like DEX.
    #[error("no dex header at offset {offset:#x}")]
    NotDex {
        /// Where a header was looked for.
        offset: u32,
    },
    /// The data ends before the item does.
    #[error("{item} at offset {offset:#x} runs past the end of the data")]
    Truncated {
        /// What is cut off.
        item: Item,
        /// Where it begins.
        offset: u32,
    },
    /// The bytes are there but break the item's format.
    #[error("invalid {item} at offset {offset:#x}")]
    Invalid {
        /// What is wrong.
        item: Item,
        /// Where it is.
        offset: u32,
    },
    /// An index names a row that its table does not have.
    #[error("{item} index {index} is outside the table of {rows} rows")]
    IndexOutOfRange {
        /// The table.
        item: Item,
        /// The row asked for.
        index: u32,
        /// How many rows the table has.
        rows: u32,
    },
    /// The item is larger or deeper than a limit of [`limits`](crate::limits).
    #[error("{item} at offset {offset:#x} is above a limit")]
    LimitExceeded {
        /// What is too large.
        item: Item,
        /// Where it is.
        offset: u32,
    },
    /// The [`WorkBudget`](crate::WorkBudget) is used up: the file shares its data so heavily that
    /// walking on would take far more time than its size justifies.
    #[error("work budget of {limit_kilo} thousand units is used up")]
    BudgetExhausted {
        /// The budget's limit, in thousands of units.
        limit_kilo: u32,
    },
}

impl DexError {
    /// The byte offset of the fault, where there is one.
    pub const fn offset(&self) -> Option<u32> {
        match *self {
            Self::NotDex { offset }
            | Self::Truncated { offset, .. }
            | Self::Invalid { offset, .. }
            | Self::LimitExceeded { offset, .. } => Some(offset),
            Self::IndexOutOfRange { .. } | Self::BudgetExhausted { .. } => None,
        }
    }

    #[cold]
    pub(crate) fn truncated(item: Item, offset: usize) -> Self {
        let offset = clamp(offset);
        Self::Truncated { item, offset }
    }

    #[cold]
    pub(crate) fn invalid(item: Item, offset: usize) -> Self {
        let offset = clamp(offset);
        Self::Invalid { item, offset }
    }

    #[cold]
    pub(crate) fn limit(item: Item, offset: usize) -> Self {
        let offset = clamp(offset);
        Self::LimitExceeded { item, offset }
    }

    #[cold]
    pub(crate) fn index(item: Item, index: u32, rows: u32) -> Self {
        Self::IndexOutOfRange { item, index, rows }
    }

    /// Names the item a failed read belongs to.
    #[cold]
    pub(crate) fn read(item: Item, error: ReadError) -> Self {
        match error {
            ReadError::UnexpectedEnd { offset, .. } => Self::truncated(item, offset),
            ReadError::LimitExceeded { offset, .. } => Self::limit(item, offset),
            other => Self::invalid(item, other.offset()),
        }
    }
}

/// A size or offset as the 32 bits the format has; inputs above 4 GiB are refused by `parse`.
pub(crate) fn clamp(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
