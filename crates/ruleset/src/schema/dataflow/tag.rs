//! What rows say was done to a value on its way: hashed, encrypted, encoded. Refuses words that it does not know.

use super::place::{Place, parse_place, quoted};

/// What was done to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowTag<'a> {
    /// Kind of transform.
    pub kind: TagKind,
    /// Algorithm or form.
    pub name: Option<TagName<'a>>,
}

/// Name of an algorithm or form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TagName<'a> {
    /// Known here.
    Text(&'a str),
    /// The constant text that this place holds.
    Place(Place<'a>),
}

/// Kinds of transforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TagKind {
    /// Digest without a key.
    Hash,
    /// Digest with a key.
    Mac,
    /// Encryption.
    Encrypt,
    /// Decryption.
    Decrypt,
    /// Signature.
    Sign,
    /// Reversible encoding without a key.
    Encode,
    /// The reverse of an encoding.
    Decode,
    /// Compression.
    Compress,
    /// The reverse of a compression.
    Decompress,
    /// A part of the value.
    Truncate,
    /// Formatted for display.
    Format,
    /// Written in a structured form.
    Serialize,
    /// Read from a structured form.
    Parse,
    /// Mixed with random bytes.
    Random,
}

impl TagKind {
    /// All kinds with their words.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Hash, "hash"),
        (Self::Mac, "mac"),
        (Self::Encrypt, "encrypt"),
        (Self::Decrypt, "decrypt"),
        (Self::Sign, "sign"),
        (Self::Encode, "encode"),
        (Self::Decode, "decode"),
        (Self::Compress, "compress"),
        (Self::Decompress, "decompress"),
        (Self::Truncate, "truncate"),
        (Self::Format, "format"),
        (Self::Serialize, "serialize"),
        (Self::Parse, "parse"),
        (Self::Random, "random"),
    ];

    /// The word of the tables and of reports.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(kind, _)| *kind == self)
            .map_or("", |(_, word)| word)
    }

    fn parse(text: &str) -> Result<Self, &'static str> {
        Self::ALL
            .iter()
            .find(|(_, word)| *word == text)
            .map(|(kind, _)| *kind)
            .ok_or("unknown kind of transform")
    }
}

pub(super) fn parse_tag(text: &str) -> Result<FlowTag<'_>, &'static str> {
    let (kind, name) = match text.split_once(':') {
        Some((kind, name)) => (kind, Some(name)),
        None => (text, None),
    };
    let name = match name {
        Some(name) => Some(match name.strip_prefix('@') {
            Some(place) => TagName::Place(parse_place(place)?),
            None if name.is_empty() || quoted(name).is_some() => {
                return Err("a transform is named by a bare word");
            }
            None => TagName::Text(name),
        }),
        None => None,
    };
    Ok(FlowTag {
        kind: TagKind::parse(kind)?,
        name,
    })
}
