//! Reads one entry's data as Android would, or as near to it as broken fields allow, and says what
//! was broken. It looks at no other entry.
//!
//! - Stored: Android takes the inflated size from the directory; where that size contradicts the
//!   compressed size, the one with the right CRC-32 is taken.
//! - Deflate: the stream decides where it ends, whatever the sizes say.
//! - Any other method: read as deflate if the result has the declared CRC-32 or size, else as
//!   stored (what Android's asset manager does with methods other than deflate).

use std::borrow::Cow;

use crate::archive::{Entry, EntryOrigin, ReadEntry};
use crate::error::UnpackError;
use crate::inflate::{Inflated, StreamEnd, inflate};
use crate::marks::{Tampering, TamperingKind};
use crate::span;

struct EntryReader<'b, 'e> {
    entry: &'e Entry,
    /// From the data's start to the last byte that can belong to it.
    input: &'b [u8],
    tampering: Vec<Tampering>,
}

/// Reads `entry` from the archive's `bytes`.
pub(crate) fn read<'b>(bytes: &'b [u8], entry: &Entry) -> Result<ReadEntry<'b>, UnpackError> {
    let input = span::slice(bytes, entry.data_offset, entry.data_limit).ok_or_else(|| {
        UnpackError::OutOfBounds {
            name: entry.name.clone(),
            offset: entry.data_offset,
        }
    })?;
    if matches!(
        entry.origin,
        EntryOrigin::Prepended | EntryOrigin::WholeFile
    ) {
        return Ok(ReadEntry {
            bytes: Cow::Borrowed(input),
            tampering: Vec::new(),
        });
    }
    let mut reader = EntryReader {
        entry,
        input,
        tampering: Vec::new(),
    };
    let bytes = match entry.method {
        0 => reader.stored()?,
        8 => reader.deflated()?,
        _ => reader.unknown_method()?,
    };
    Ok(ReadEntry {
        bytes,
        tampering: reader.tampering,
    })
}

/// The first `n` bytes of an entry, as far as they can be had; not checked.
pub(crate) fn prefix(bytes: &[u8], entry: &Entry, n: usize) -> Vec<u8> {
    let Some(input) = span::slice(bytes, entry.data_offset, entry.data_limit) else {
        return Vec::new();
    };
    let stored = || input.get(..n.min(input.len())).unwrap_or_default().to_vec();
    if entry.method == 0 {
        return stored();
    }
    let wanted = span::offset(n).min(entry.allowed);
    let mut out = inflate(input, wanted, wanted).bytes;
    out.truncate(n);
    if out.is_empty() && entry.method != 8 {
        return stored();
    }
    out
}

impl<'b> EntryReader<'b, '_> {
    fn mark(&mut self, kind: TamperingKind, detail: String) {
        self.tampering.push(Tampering {
            offset: self.entry.data_offset,
            kind,
            entry: Some(self.entry.name.clone()),
            detail,
        });
    }

    fn limit_exceeded(&self) -> UnpackError {
        UnpackError::LimitExceeded {
            name: self.entry.name.clone(),
            limit: self.entry.allowed_by,
            allowed: self.entry.allowed,
            offset: self.entry.data_offset,
        }
    }

    fn has_crc(&self, bytes: &[u8]) -> bool {
        crc32fast::hash(bytes) == self.entry.crc32
    }

    fn inflate(&self) -> Inflated {
        inflate(self.input, self.entry.declared_size, self.entry.allowed)
    }

    /// The stored reading with the right CRC-32, if there is one.
    fn stored_with_crc(&self) -> Option<&'b [u8]> {
        let (declared, compressed) = (self.entry.declared_size, self.entry.compressed_size);
        let second = (declared != compressed).then_some(compressed);
        [Some(declared), second]
            .into_iter()
            .flatten()
            .filter_map(|len| self.input.get(..span::position(len)))
            .find(|bytes| self.has_crc(bytes))
    }

    /// The stored reading Android would take, cut at the end of the data.
    fn stored_as_declared(&self) -> &'b [u8] {
        let len = if self.entry.is_size_unknown {
            usize::MAX
        } else if self.entry.declared_size == 0 {
            span::position(self.entry.compressed_size)
        } else {
            span::position(self.entry.declared_size)
        };
        self.input
            .get(..len.min(self.input.len()))
            .unwrap_or_default()
    }

    fn stored(&mut self) -> Result<Cow<'b, [u8]>, UnpackError> {
        let entry = self.entry;
        let with_crc = self.stored_with_crc();
        let bytes = with_crc.unwrap_or_else(|| self.stored_as_declared());
        if span::offset(bytes.len()) > entry.allowed {
            return Err(self.limit_exceeded());
        }
        if with_crc.is_some() || entry.is_size_unknown {
            if entry.declared_size != entry.compressed_size && !entry.is_size_unknown {
                self.mark_sizes(span::offset(bytes.len()), span::offset(bytes.len()));
            }
            return Ok(Cow::Borrowed(bytes));
        }
        // A deflated entry may be called stored.
        let inflated = self.inflate();
        if inflated.end == StreamEnd::Complete && self.has_crc(&inflated.bytes) {
            self.mark(
                TamperingKind::UnknownMethod,
                "called stored, read as deflate".to_owned(),
            );
            self.mark_inflated_sizes(&inflated);
            return Ok(Cow::Owned(inflated.bytes));
        }
        let len = span::offset(bytes.len());
        if len != entry.declared_size || len != entry.compressed_size {
            self.mark_sizes(len, len);
        }
        self.mark_crc(bytes);
        Ok(Cow::Borrowed(bytes))
    }

    fn deflated(&mut self) -> Result<Cow<'b, [u8]>, UnpackError> {
        let inflated = self.inflate();
        match inflated.end {
            StreamEnd::Capped => Err(self.limit_exceeded()),
            StreamEnd::Complete => {
                if !self.entry.is_size_unknown {
                    self.mark_inflated_sizes(&inflated);
                    self.mark_crc(&inflated.bytes);
                }
                Ok(Cow::Owned(inflated.bytes))
            }
            StreamEnd::InputExhausted | StreamEnd::Broken => {
                if let Some(bytes) = self.stored_with_crc()
                    && !self.entry.is_size_unknown
                {
                    if span::offset(bytes.len()) > self.entry.allowed {
                        return Err(self.limit_exceeded());
                    }
                    self.mark(
                        TamperingKind::UnknownMethod,
                        "called deflate, read as stored".to_owned(),
                    );
                    return Ok(Cow::Borrowed(bytes));
                }
                self.partial(inflated)
            }
        }
    }

    /// What a broken stream gave before its fault.
    fn partial(&mut self, inflated: Inflated) -> Result<Cow<'b, [u8]>, UnpackError> {
        if inflated.bytes.is_empty() {
            return Err(UnpackError::Inflate {
                name: self.entry.name.clone(),
                offset: self.entry.data_offset,
            });
        }
        let reason = if inflated.end == StreamEnd::Broken {
            "is broken"
        } else {
            "ends early"
        };
        self.mark(
            TamperingKind::BrokenStream,
            format!(
                "the deflate stream {reason} after {} of {} bytes",
                inflated.bytes.len(),
                self.entry.declared_size
            ),
        );
        Ok(Cow::Owned(inflated.bytes))
    }

    fn unknown_method(&mut self) -> Result<Cow<'b, [u8]>, UnpackError> {
        let method = self.entry.method;
        let inflated = self.inflate();
        let is_complete = inflated.end == StreamEnd::Complete;
        let has_size = span::offset(inflated.bytes.len()) == self.entry.declared_size;
        if is_complete && (has_size || self.has_crc(&inflated.bytes)) {
            self.mark(
                TamperingKind::UnknownMethod,
                format!("compression method {method} read as deflate"),
            );
            self.mark_inflated_sizes(&inflated);
            self.mark_crc(&inflated.bytes);
            return Ok(Cow::Owned(inflated.bytes));
        }
        let with_crc = self.stored_with_crc();
        if with_crc.is_none() && is_complete && !inflated.bytes.is_empty() {
            self.mark(
                TamperingKind::UnknownMethod,
                format!("compression method {method} read as deflate"),
            );
            self.mark_inflated_sizes(&inflated);
            self.mark_crc(&inflated.bytes);
            return Ok(Cow::Owned(inflated.bytes));
        }
        if with_crc.is_none() && inflated.end == StreamEnd::Capped {
            return Err(self.limit_exceeded());
        }
        let bytes = with_crc.unwrap_or_else(|| self.stored_as_declared());
        if span::offset(bytes.len()) > self.entry.allowed {
            return Err(self.limit_exceeded());
        }
        self.mark(
            TamperingKind::UnknownMethod,
            format!("compression method {method} read as stored"),
        );
        if with_crc.is_none() {
            self.mark_crc(bytes);
        }
        Ok(Cow::Borrowed(bytes))
    }

    fn mark_inflated_sizes(&mut self, inflated: &Inflated) {
        let len = span::offset(inflated.bytes.len());
        if len != self.entry.declared_size || inflated.consumed != self.entry.compressed_size {
            self.mark_sizes(inflated.consumed, len);
        }
    }

    fn mark_sizes(&mut self, compressed: u64, inflated: u64) {
        self.mark(
            TamperingKind::WrongSize,
            format!(
                "sizes {}/{} declared, {compressed}/{inflated} found",
                self.entry.compressed_size, self.entry.declared_size
            ),
        );
    }

    fn mark_crc(&mut self, bytes: &[u8]) {
        let crc = crc32fast::hash(bytes);
        if crc != self.entry.crc32 {
            self.mark(
                TamperingKind::WrongCrc,
                format!("crc {:08x} declared, {crc:08x} found", self.entry.crc32),
            );
        }
    }
}
