//! What was odd about a container: deviations from the format (tampering) and what could not be
//! looked at (problems). It judges nothing; a mark is a fact with a place.

use std::collections::BTreeMap;
use std::fmt;

/// One deviation from what a build tool would have written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tampering {
    /// Offset in the archive the mark belongs to (a nested archive counts from its own start).
    pub offset: u64,
    /// Which deviation.
    pub kind: TamperingKind,
    /// Location of the part and printable entry name, if the deviation belongs to one.
    pub entry: Option<String>,
    /// One lower-case fragment for a person to read.
    pub detail: String,
}

/// The deviations this crate can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TamperingKind {
    /// No end of central directory record; entries come from local headers.
    MissingEndRecord,
    /// The central directory cannot be read; entries come from local headers.
    MissingCentralDirectory,
    /// The end record's comment length does not reach the end of the file.
    WrongCommentLength,
    /// A further end record with a readable directory of its own.
    SecondEndRecord,
    /// The end record's entry count is smaller than the directory.
    EntryCountTooSmall,
    /// The end record's entry count is larger than the directory.
    EntryCountTooLarge,
    /// Disk numbers other than zero.
    MultiDisk,
    /// Bytes before the first local header.
    PrependedBytes,
    /// A DEX file before the first local header (Janus, CVE-2017-13156).
    PrependedDex,
    /// Bytes after the end record and its comment.
    TrailingBytes,
    /// The directory's offset or size is wrong but the directory was found.
    ShiftedCentralDirectory,
    /// A broken record inside the central directory.
    BrokenCentralRecord,
    /// An entry present only as a local header.
    HiddenLocalEntry,
    /// An entry present only in a directory that Android would not use.
    HiddenDirectoryEntry,
    /// The local header is not where the directory says.
    MissingLocalHeader,
    /// The local header's name differs from the directory's.
    NameMismatch,
    /// The local header's sizes, CRC, method or flags differ from the directory's.
    LocalHeaderMismatch,
    /// The encryption bit is set.
    EncryptionFlag,
    /// A compression method Android does not know; the detail says what it was read as.
    UnknownMethod,
    /// The data does not have the declared CRC-32.
    WrongCrc,
    /// The data does not have the declared sizes.
    WrongSize,
    /// The deflate stream is broken; what came before the fault is given.
    BrokenStream,
    /// Two entries with the same name.
    DuplicateName,
    /// Two entries whose data share bytes.
    OverlappingEntries,
    /// A directory entry (`x/`) that carries data or has the name of a file.
    DirectoryHidesFile,
    /// An absolute name or a `..` component.
    PathTraversal,
    /// A name that is not UTF-8.
    NonUtf8Name,
    /// A name with NUL, control or text-direction characters, or an empty one.
    UnprintableName,
    /// zip64 fields where the archive does not need them or that contradict the directory.
    Zip64Mismatch,
    /// The signing block has broken sizes or a broken pair.
    BrokenSigningBlock,
    /// A signature scheme stands in the signing block more than once; the first counts.
    DuplicateSigningBlock,
    /// Two schemes name different certificates.
    SignerMismatch,
    /// The v1 signature states a newer scheme that is absent.
    SchemeStripped,
    /// A signed content digest does not match the archive.
    ContentDigestMismatch,
}

impl TamperingKind {
    /// The stable identifier used in reports.
    pub fn id(self) -> &'static str {
        match self {
            Self::MissingEndRecord => "missing_end_record",
            Self::MissingCentralDirectory => "missing_central_directory",
            Self::WrongCommentLength => "wrong_comment_length",
            Self::SecondEndRecord => "second_end_record",
            Self::EntryCountTooSmall => "entry_count_too_small",
            Self::EntryCountTooLarge => "entry_count_too_large",
            Self::MultiDisk => "multi_disk",
            Self::PrependedBytes => "prepended_bytes",
            Self::PrependedDex => "prepended_dex",
            Self::TrailingBytes => "trailing_bytes",
            Self::ShiftedCentralDirectory => "shifted_central_directory",
            Self::BrokenCentralRecord => "broken_central_record",
            Self::HiddenLocalEntry => "hidden_local_entry",
            Self::HiddenDirectoryEntry => "hidden_directory_entry",
            Self::MissingLocalHeader => "missing_local_header",
            Self::NameMismatch => "name_mismatch",
            Self::LocalHeaderMismatch => "local_header_mismatch",
            Self::EncryptionFlag => "encryption_flag",
            Self::UnknownMethod => "unknown_method",
            Self::WrongCrc => "wrong_crc",
            Self::WrongSize => "wrong_size",
            Self::BrokenStream => "broken_stream",
            Self::DuplicateName => "duplicate_name",
            Self::OverlappingEntries => "overlapping_entries",
            Self::DirectoryHidesFile => "directory_hides_file",
            Self::PathTraversal => "path_traversal",
            Self::NonUtf8Name => "non_utf8_name",
            Self::UnprintableName => "unprintable_name",
            Self::Zip64Mismatch => "zip64_mismatch",
            Self::BrokenSigningBlock => "broken_signing_block",
            Self::DuplicateSigningBlock => "duplicate_signing_block",
            Self::SignerMismatch => "signer_mismatch",
            Self::SchemeStripped => "scheme_stripped",
            Self::ContentDigestMismatch => "content_digest_mismatch",
        }
    }
}

impl fmt::Display for TamperingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Something that could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Offset in the archive the problem belongs to.
    pub offset: u64,
    /// Which kind of gap.
    pub kind: ProblemKind,
    /// Location of the part and printable entry name, if the problem belongs to one.
    pub entry: Option<String>,
    /// One lower-case fragment for a person to read.
    pub detail: String,
}

/// The kinds of gaps in an unpacked container.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// Java class files without a DEX file: not readable by this program.
    JavaClassFiles,
    /// A nested archive that could not be opened.
    NestedUnreadable,
    /// Nested archives deeper, larger or more numerous than the limits allow.
    NestedLimit,
    /// More entries than the limit allows; the rest is not listed.
    TooManyEntries,
    /// More tampering marks than the limit allows; the rest is not listed.
    TooManyMarks,
    /// An opaque binary blob (OBB) that is listed but not analysed.
    ExpansionFile,
    /// A certificate that could not be decoded.
    BrokenCertificate,
}

impl ProblemKind {
    /// The stable identifier used in reports.
    pub fn id(self) -> &'static str {
        match self {
            Self::JavaClassFiles => "java_class_files",
            Self::NestedUnreadable => "nested_unreadable",
            Self::NestedLimit => "nested_limit",
            Self::TooManyEntries => "too_many_entries",
            Self::TooManyMarks => "too_many_marks",
            Self::ExpansionFile => "expansion_file",
            Self::BrokenCertificate => "broken_certificate",
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Collects marks up to a limit per kind, so that no kind of mark crowds out another.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    tampering: Vec<Tampering>,
    problems: Vec<Problem>,
    limit: usize,
    n_tampering: BTreeMap<TamperingKind, usize>,
    n_problems: BTreeMap<ProblemKind, usize>,
}

impl Marks {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            tampering: Vec::new(),
            problems: Vec::new(),
            limit,
            n_tampering: BTreeMap::new(),
            n_problems: BTreeMap::new(),
        }
    }

    pub(crate) fn tampering(
        &mut self,
        kind: TamperingKind,
        entry: Option<&str>,
        offset: u64,
        detail: impl Into<String>,
    ) {
        let count = self.n_tampering.entry(kind).or_default();
        *count = count.saturating_add(1);
        if *count <= self.limit {
            self.tampering.push(Tampering {
                offset,
                kind,
                entry: entry.map(str::to_owned),
                detail: detail.into(),
            });
        }
    }

    pub(crate) fn problem(
        &mut self,
        kind: ProblemKind,
        entry: Option<&str>,
        offset: u64,
        detail: impl Into<String>,
    ) {
        let count = self.n_problems.entry(kind).or_default();
        *count = count.saturating_add(1);
        if *count <= self.limit {
            self.problems.push(Problem {
                offset,
                kind,
                entry: entry.map(str::to_owned),
                detail: detail.into(),
            });
        }
    }

    /// Both lists in order of offset, with a note on what was dropped.
    pub(crate) fn finish(mut self) -> (Vec<Tampering>, Vec<Problem>) {
        self.tampering.sort();
        let counts = self
            .n_tampering
            .iter()
            .map(|(kind, count)| (kind.id(), *count))
            .chain(
                self.n_problems
                    .iter()
                    .map(|(kind, count)| (kind.id(), *count)),
            );
        let dropped: Vec<Problem> = counts
            .filter(|&(_, count)| count > self.limit)
            .map(|(id, count)| Problem {
                offset: 0,
                kind: ProblemKind::TooManyMarks,
                entry: None,
                detail: format!(
                    "{} further `{id}` marks are not listed",
                    count.saturating_sub(self.limit)
                ),
            })
            .collect();
        self.problems.extend(dropped);
        self.problems.sort();
        (self.tampering, self.problems)
    }
}
