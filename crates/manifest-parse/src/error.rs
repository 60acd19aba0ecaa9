//! The one error type of the crate and the list of format deviations: where something was wrong, never the whole input.

use std::fmt;

/// Why a document or table could not be read at all.
///
/// Damage that leaves something readable is not an error; it is an [`Anomaly`] beside the value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ManifestError {
    /// The input ends before the named structure.
    #[error("input of {available} bytes is too short for {what} at offset {offset:#x}")]
    Truncated {
        /// The structure that was expected.
        what: &'static str,
        /// Byte offset of the structure.
        offset: usize,
        /// Bytes in the whole input.
        available: usize,
    },
    /// A structure has a value that leaves nothing to read.
    #[error("malformed {what} at offset {offset:#x}")]
    Malformed {
        /// The structure that was expected.
        what: &'static str,
        /// Byte offset of the structure.
        offset: usize,
    },
    /// The input is none of binary XML, protobuf XML and text XML.
    #[error("not an android xml document: unknown first bytes at offset {offset:#x}")]
    UnknownFormat {
        /// Byte offset of the bytes that were looked at.
        offset: usize,
    },
    /// The document has no root element.
    #[error("no root element before offset {offset:#x}")]
    NoRoot {
        /// Byte offset at which the search ended.
        offset: usize,
    },
    /// The root element is not `manifest`.
    #[error("root element is not manifest at offset {offset:#x}")]
    NotAManifest {
        /// Byte offset of the root element.
        offset: usize,
    },
    /// A named limit was reached before anything useful was read.
    #[error("limit {limit} reached at offset {offset:#x}")]
    LimitReached {
        /// Name of the limit in [`crate::limits`].
        limit: &'static str,
        /// Byte offset at which it was reached.
        offset: usize,
    },
    /// Text XML that is not well formed.
    #[error("text xml is not well formed at offset {offset:#x}: {reason}")]
    TextXml {
        /// Byte offset in the text.
        offset: usize,
        /// What the XML reader said.
        reason: String,
    },
}

/// What kind of deviation from the format was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AnomalyKind {
    /// The first word of the file does not name the chunk it holds.
    WrongFileType,
    /// The file says it is longer or shorter than it is.
    WrongFileSize,
    /// A chunk header has an impossible size or a misaligned one.
    WrongChunkSize,
    /// A chunk of a type that does not belong here was skipped.
    UnknownChunk,
    /// Bytes that belong to no chunk were skipped.
    ExtraBytes,
    /// A chunk that must be unique came again; the later one counts, as on Android.
    RepeatedChunk,
    /// A string pool with counts or offsets outside its chunk.
    WrongStringPool,
    /// A string index outside the pool, or a string outside the pool's bytes.
    WrongStringIndex,
    /// A string that is not valid text; replacement characters stand in.
    InvalidText,
    /// The name of an attribute disagrees with its resource identifier; the identifier decides.
    MisleadingName,
    /// A framework attribute without a resource identifier; Android would not see it.
    AttributeWithoutId,
    /// Attributes are not in ascending identifier order; Android may overlook some.
    UnsortedAttributes,
    /// The same attribute twice in one element; the first counts.
    DuplicateAttribute,
    /// Attribute records of a length other than the format's 20 bytes.
    WrongAttributeSize,
    /// An end tag without its start tag, or with another name.
    UnbalancedEnd,
    /// A start tag that is never closed.
    UnclosedElement,
    /// A second root element.
    ExtraRoot,
    /// A limit was reached; the rest was not read.
    LimitReached,
    /// The document ends in the middle of something.
    Truncated,
    /// A resource reference that leads back to itself or through too many steps.
    ReferenceLoop,
    /// A resource reference that no given table answers.
    UnresolvedReference,
    /// An element the platform reads once is there again.
    DuplicateElement,
    /// A value that cannot be what its attribute means.
    WrongValue,
    /// A protobuf field with an impossible tag or length.
    WrongProtobuf,
}

impl fmt::Display for AnomalyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::WrongFileType => "wrong file type",
            Self::WrongFileSize => "wrong file size",
            Self::WrongChunkSize => "wrong chunk size",
            Self::UnknownChunk => "unknown chunk",
            Self::ExtraBytes => "extra bytes",
            Self::RepeatedChunk => "repeated chunk",
            Self::WrongStringPool => "wrong string pool",
            Self::WrongStringIndex => "wrong string index",
            Self::InvalidText => "invalid text",
            Self::MisleadingName => "misleading attribute name",
            Self::AttributeWithoutId => "attribute without identifier",
            Self::UnsortedAttributes => "unsorted attributes",
            Self::DuplicateAttribute => "duplicate attribute",
            Self::WrongAttributeSize => "wrong attribute size",
            Self::UnbalancedEnd => "unbalanced end tag",
            Self::UnclosedElement => "unclosed element",
            Self::ExtraRoot => "extra root element",
            Self::LimitReached => "limit reached",
            Self::Truncated => "truncated",
            Self::ReferenceLoop => "reference loop",
            Self::UnresolvedReference => "unresolved reference",
            Self::DuplicateElement => "duplicate element",
            Self::WrongValue => "wrong value",
            Self::WrongProtobuf => "wrong protobuf field",
        };
        f.write_str(text)
    }
}

/// One deviation from the format: a fact about the file, not a failure of the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anomaly {
    /// What kind of deviation.
    pub kind: AnomalyKind,
    /// Byte offset in the input it was met at.
    pub offset: usize,
    /// Details for a person: names and numbers, at most a few hundred bytes.
    pub detail: String,
}

/// Collects anomalies up to [`crate::limits::MAX_ANOMALIES`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Anomalies {
    list: Vec<Anomaly>,
}

impl Anomalies {
    /// Records one deviation; `detail` is only built while there is room.
    pub(crate) fn push(
        &mut self,
        kind: AnomalyKind,
        offset: usize,
        detail: impl FnOnce() -> String,
    ) {
        if self.list.len() < crate::limits::MAX_ANOMALIES {
            let mut detail = detail();
            crate::text::truncate(&mut detail, crate::limits::MAX_ANOMALY_DETAIL);
            self.list.push(Anomaly {
                kind,
                offset,
                detail,
            });
        }
    }

    /// Whether this kind was recorded already; for deviations that repeat in every row.
    pub(crate) fn has(&self, kind: AnomalyKind) -> bool {
        self.list.iter().any(|anomaly| anomaly.kind == kind)
    }

    /// Appends what another reader recorded.
    pub(crate) fn extend(&mut self, others: &[Anomaly]) {
        let room = crate::limits::MAX_ANOMALIES.saturating_sub(self.list.len());
        self.list.extend(others.iter().take(room).cloned());
    }

    /// The list, in order of discovery.
    pub(crate) fn into_vec(self) -> Vec<Anomaly> {
        self.list
    }
}
