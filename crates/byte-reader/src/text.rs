//! What a text decoder returns: printable text and what was odd about it; no decoding here.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Oddities met while decoding one string, each as a count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct TextMarks {
    /// UTF-16 surrogates without their other half; printed as `\uXXXX`.
    pub unpaired_surrogates: u32,
    /// Bytes that fit no encoding rule; printed as `\xXX`.
    pub invalid_bytes: u32,
    /// Four-byte UTF-8 sequences, which modified UTF-8 does not have; decoded as UTF-8.
    pub four_byte_sequences: u32,
}

impl TextMarks {
    /// Whether the text holds no escape, so that it equals the original string exactly.
    pub const fn is_exact(&self) -> bool {
        self.unpaired_surrogates == 0 && self.invalid_bytes == 0
    }

    /// Whether nothing odd was met.
    pub const fn is_clean(&self) -> bool {
        self.is_exact() && self.four_byte_sequences == 0
    }
}

/// A decoded string in printable form.
///
/// Unpaired surrogates appear as `\uD83D`, bytes that decode to nothing as `\xFF`, everything else
/// as itself. A backslash of the original is not doubled: [`TextMarks::is_exact`] tells whether the
/// text holds any escape of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedText<'a> {
    /// The printable text; borrowed when the bytes are already UTF-8.
    pub text: Cow<'a, str>,
    /// What was odd.
    pub marks: TextMarks,
}

/// Builds the printable form; shared by the MUTF-8 and UTF-16 decoders.
#[derive(Default)]
pub(crate) struct TextBuilder {
    text: String,
    marks: TextMarks,
    high: Option<u16>,
}

impl TextBuilder {
    /// Reserves for input of `len` bytes that are present in memory.
    pub(crate) fn with_capacity(len: usize) -> Self {
        Self {
            text: String::with_capacity(len),
            ..Self::default()
        }
    }

    fn escape_surrogate(&mut self, unit: u16) {
        self.marks.unpaired_surrogates = self.marks.unpaired_surrogates.saturating_add(1);
        // Writing to a String cannot fail.
        let _ = write!(self.text, "\\u{unit:04X}");
    }

    fn flush(&mut self) {
        if let Some(high) = self.high.take() {
            self.escape_surrogate(high);
        }
    }

    /// Adds one UTF-16 unit and joins surrogate pairs.
    pub(crate) fn unit(&mut self, unit: u16) {
        match unit {
            0xd800..=0xdbff => {
                self.flush();
                self.high = Some(unit);
            }
            0xdc00..=0xdfff => match self.high.take() {
                Some(high) => {
                    let scalar =
                        0x1_0000 + ((u32::from(high) & 0x3ff) << 10) + (u32::from(unit) & 0x3ff);
                    if let Some(c) = char::from_u32(scalar) {
                        self.text.push(c);
                    }
                }
                None => self.escape_surrogate(unit),
            },
            _ => {
                self.flush();
                if let Some(c) = char::from_u32(u32::from(unit)) {
                    self.text.push(c);
                }
            }
        }
    }

    /// Adds text that is known to be valid.
    pub(crate) fn str(&mut self, text: &str) {
        self.flush();
        self.text.push_str(text);
    }

    /// Adds a byte that decodes to nothing.
    pub(crate) fn invalid_byte(&mut self, byte: u8) {
        self.flush();
        self.marks.invalid_bytes = self.marks.invalid_bytes.saturating_add(1);
        // Writing to a String cannot fail.
        let _ = write!(self.text, "\\x{byte:02X}");
    }

    /// Counts one four-byte UTF-8 sequence.
    pub(crate) fn four_byte_sequence(&mut self) {
        self.marks.four_byte_sequences = self.marks.four_byte_sequences.saturating_add(1);
    }

    /// The finished text.
    pub(crate) fn finish<'a>(mut self) -> DecodedText<'a> {
        self.flush();
        DecodedText {
            text: Cow::Owned(self.text),
            marks: self.marks,
        }
    }
}
