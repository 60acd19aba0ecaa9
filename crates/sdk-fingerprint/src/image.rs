//! The compiled profiles: sorted tables read where they lie; refuses to decode or copy anything on loading.
//!
//! Layout: magic, version, then for each section its offset and length in bytes (32-bit little-endian), then the
//! sections. Every table is an array of 32-bit little-endian words.

use std::borrow::Cow;

use crate::FingerprintError;
use crate::background::Background;
use crate::profile::Profile;

pub(crate) const MAGIC: &[u8; 8] = b"PLSDKIMG";
pub(crate) const VERSION: u32 = 2;
pub(crate) const N_SECTIONS: usize = 13;
pub(crate) const HEADER: usize = 8 + 4 + N_SECTIONS * 8;
/// Buckets of each directory: a key's high bits.
pub(crate) const BUCKET_BITS: u32 = 14;

/// Words of one family's row.
pub(crate) const FAMILY_WORDS: usize = 10;
/// Words of one version's row.
pub(crate) const VERSION_WORDS: usize = 2;
/// Words of one signature's row.
pub(crate) const SIG_WORDS: usize = 6;
/// Words of one vocabulary row.
pub(crate) const VOCABULARY_WORDS: usize = 4;

pub(crate) mod section {
    pub(crate) const TEXTS: usize = 0;
    pub(crate) const FAMILIES: usize = 1;
    pub(crate) const VERSIONS: usize = 2;
    pub(crate) const SIGS: usize = 3;
    pub(crate) const SIG_ATOMS: usize = 4;
    pub(crate) const KEYS: usize = 5;
    pub(crate) const KEY_SIGS: usize = 6;
    pub(crate) const KEY_BUCKETS: usize = 7;
    pub(crate) const VOCABULARY: usize = 8;
    pub(crate) const VOCABULARY_ROWS: usize = 9;
    pub(crate) const VOCABULARY_BUCKETS: usize = 10;
    pub(crate) const FILTER: usize = 11;
    pub(crate) const WORDS: usize = 12;
}

/// Compiled profiles.
#[derive(Debug, Clone)]
pub struct ProfileImage {
    bytes: Cow<'static, [u8]>,
    sections: [(usize, usize); N_SECTIONS],
    more: Option<Box<ProfileImage>>,
}

/// A family: all versions of one library.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Family {
    pub(crate) id: (u32, u32),
    pub(crate) first_version: u32,
    pub(crate) n_versions: u32,
    /// Weight of all its signatures, in sixteenths.
    pub(crate) weight: u32,
    /// Bit 0: a library. The rest: methods of its largest version.
    pub(crate) flags: u32,
    pub(crate) name: (u32, u32),
    /// Place and number of the words of its texts.
    pub(crate) words: (u32, u32),
}

/// What one or several methods of a family are known by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sig {
    pub(crate) family: u32,
    /// True for an exact hash, false for a set of atoms.
    pub(crate) is_exact: bool,
    /// Number of a class in the family.
    pub(crate) class: u32,
    pub(crate) weight: u32,
    /// Weight of its atoms that must be there.
    pub(crate) need: u32,
    pub(crate) atoms: (u32, u32),
}

/// One row of the vocabulary: an atom known of a family.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// `u32::MAX` for code of no family.
    pub(crate) family: u32,
    pub(crate) versions: u64,
    pub(crate) weight: u32,
}

static EMBEDDED: &[u8] = include_bytes!("../image/profiles.bin");

impl ProfileImage {
    /// The profiles that are part of the program.
    pub fn embedded() -> Result<Self, FingerprintError> {
        Self::open(Cow::Borrowed(EMBEDDED))
    }

    /// Opens compiled profiles: checks the header and the bounds of the sections.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, FingerprintError> {
        let fault = |what, offset| FingerprintError::Image { what, offset };
        let mut sections = [(0, 0); N_SECTIONS];
        let data = bytes.as_ref();
        if data.get(..8) != Some(MAGIC.as_slice()) {
            return Err(fault("no compiled profiles", 0));
        }
        let read = |at: usize| -> Option<u32> {
            data.get(at..)?
                .first_chunk::<4>()
                .map(|word| u32::from_le_bytes(*word))
        };
        if read(8) != Some(VERSION) {
            return Err(fault("another version of the layout", 8));
        }
        for (n, place) in sections.iter_mut().enumerate() {
            let at = 12 + n * 8;
            let (Some(offset), Some(len)) = (read(at), read(at + 4)) else {
                return Err(fault("the header is cut off", at));
            };
            let (offset, len) = (offset as usize, len as usize);
            if offset.checked_add(len).is_none_or(|end| end > data.len()) {
                return Err(fault("a section lies outside", at));
            }
            *place = (offset, len);
        }
        Ok(Self {
            bytes,
            sections,
            more: None,
        })
    }

    /// Profiles of nothing.
    pub fn empty() -> Self {
        Self {
            bytes: Cow::Borrowed(&[]),
            sections: [(0, 0); N_SECTIONS],
            more: None,
        }
    }

    /// These profiles with further ones laid over them; what is common in these counts as common in those.
    pub fn with_profiles(mut self, further: &[Profile]) -> Result<Self, FingerprintError> {
        let mut rows: Vec<(u32, u32)> = Vec::new();
        for run in self
            .words(section::VOCABULARY)
            .chunk_by(|a, b| a == b)
            .filter(|run| run.len() > 1)
        {
            if let Some(word) = run.first() {
                let n = u32::try_from(run.len()).unwrap_or(u32::MAX);
                rows.push((u32::from_le_bytes(*word), n));
            }
        }
        let background = Background {
            n_bodies: u32::try_from(self.n_families()).unwrap_or(u32::MAX),
            rows,
        };
        let bytes = crate::compile::compile(further, &background)?;
        self.more = Some(Box::new(Self::open(Cow::Owned(bytes))?));
        Ok(self)
    }

    /// The profiles laid over these.
    pub(crate) fn more(&self) -> Option<&Self> {
        self.more.as_deref()
    }

    pub(crate) fn section(&self, n: usize) -> &[u8] {
        let (offset, len) = self.sections.get(n).copied().unwrap_or_default();
        self.bytes
            .get(offset..offset.saturating_add(len))
            .unwrap_or(&[])
    }

    #[inline]
    pub(crate) fn words(&self, n: usize) -> &[[u8; 4]] {
        self.section(n).as_chunks::<4>().0
    }

    /// Number of families.
    pub fn n_families(&self) -> usize {
        self.words(section::FAMILIES).len() / FAMILY_WORDS
    }

    /// Number of profiles: versions over all families.
    pub fn n_profiles(&self) -> usize {
        self.words(section::VERSIONS).len() / VERSION_WORDS
    }

    /// Number of signatures.
    pub fn n_signatures(&self) -> usize {
        self.words(section::SIGS).len() / SIG_WORDS
    }

    fn row<const N: usize>(&self, n: usize, index: u32) -> Option<[u32; N]> {
        let words = self.words(n);
        let start = (index as usize).checked_mul(N)?;
        let mut out = [0; N];
        for (place, word) in out.iter_mut().zip(words.get(start..start.checked_add(N)?)?) {
            *place = u32::from_le_bytes(*word);
        }
        Some(out)
    }

    pub(crate) fn family(&self, index: u32) -> Option<Family> {
        let [
            id,
            id_len,
            first_version,
            n_versions,
            weight,
            flags,
            name,
            name_len,
            word,
            n_words,
        ] = self.row::<FAMILY_WORDS>(section::FAMILIES, index)?;
        Some(Family {
            id: (id, id_len),
            first_version,
            n_versions,
            weight,
            flags,
            name: (name, name_len),
            words: (word, n_words),
        })
    }

    /// True when the texts of a family hold a word.
    pub(crate) fn has_word(&self, family: &Family, word: u32) -> bool {
        let start = family.words.0 as usize;
        self.words(section::WORDS)
            .get(start..start.saturating_add(family.words.1 as usize))
            .is_some_and(|words| {
                words
                    .binary_search_by_key(&word, |row| u32::from_le_bytes(*row))
                    .is_ok()
            })
    }

    /// Id of a family.
    pub fn family_id(&self, index: u32) -> &str {
        self.family(index).map_or("", |family| self.text(family.id))
    }

    /// Id, display name, whether it is a library, and versions of every family, in order of ids.
    pub fn families(&self) -> impl Iterator<Item = (&str, &str, bool, Vec<&str>)> {
        (0..u32::try_from(self.n_families()).unwrap_or(0)).filter_map(|n| {
            let family = self.family(n)?;
            let versions = (0..family.n_versions.min(64))
                .map(|at| self.version(family.first_version.saturating_add(at)))
                .collect();
            Some((
                self.text(family.id),
                self.text(family.name),
                family.flags & 1 != 0,
                versions,
            ))
        })
    }

    pub(crate) fn version(&self, index: u32) -> &str {
        self.row::<VERSION_WORDS>(section::VERSIONS, index)
            .map_or("", |[at, len]| self.text((at, len)))
    }

    pub(crate) fn text(&self, (at, len): (u32, u32)) -> &str {
        let start = at as usize;
        self.section(section::TEXTS)
            .get(start..start.saturating_add(len as usize))
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }

    pub(crate) fn sig(&self, index: u32) -> Option<Sig> {
        let [family, class, weight, need, at, n] = self.row::<SIG_WORDS>(section::SIGS, index)?;
        Some(Sig {
            family: family & 0x7fff_ffff,
            is_exact: family >> 31 != 0,
            class,
            weight,
            need,
            atoms: (at, n),
        })
    }

    /// Atoms of a signature with their weights.
    pub(crate) fn sig_atoms(&self, sig: &Sig) -> impl Iterator<Item = (u32, u32)> {
        let words = self.words(section::SIG_ATOMS);
        let (pairs, _) = words.as_chunks::<2>();
        let start = sig.atoms.0 as usize;
        pairs
            .get(start..start.saturating_add(sig.atoms.1 as usize))
            .unwrap_or(&[])
            .iter()
            .map(|[atom, weight]| (u32::from_le_bytes(*atom), u32::from_le_bytes(*weight)))
    }

    /// True when a key may be in the table; false is certain.
    #[inline]
    pub(crate) fn may_hold(&self, key: u32) -> bool {
        let filter = self.section(section::FILTER);
        // The number of bytes is a power of two.
        let mask = filter.len().wrapping_sub(1);
        let bit = key.wrapping_mul(0x9e37_79b1) as usize;
        filter
            .get((bit >> 3) & mask)
            .is_some_and(|byte| byte >> (bit & 7) & 1 != 0)
    }

    /// Positions of a key in a sorted table.
    #[inline]
    fn range(&self, keys: usize, buckets: usize, key: u32) -> std::ops::Range<usize> {
        let buckets = self.words(buckets);
        let bucket = (key >> (32 - BUCKET_BITS)) as usize;
        let bound =
            |at: usize| buckets.get(at).map_or(0, |word| u32::from_le_bytes(*word)) as usize;
        let (from, to) = (bound(bucket), bound(bucket + 1));
        let Some(part) = self.words(keys).get(from..to) else {
            return 0..0;
        };
        let first = part.partition_point(|word| u32::from_le_bytes(*word) < key);
        let n = part
            .get(first..)
            .unwrap_or(&[])
            .iter()
            .take_while(|word| u32::from_le_bytes(**word) == key)
            .count();
        from + first..from + first + n
    }

    /// Signatures under a key: an exact hash, or the rarest atom of a set.
    #[inline]
    pub(crate) fn sigs_of(&self, key: u32) -> impl Iterator<Item = u32> {
        let range = self.range(section::KEYS, section::KEY_BUCKETS, key);
        self.words(section::KEY_SIGS)
            .get(range)
            .unwrap_or(&[])
            .iter()
            .map(|word| u32::from_le_bytes(*word))
    }

    /// Rows of the vocabulary for an atom.
    pub(crate) fn vocabulary(&self, atom: u32) -> impl Iterator<Item = Word> {
        self.range(section::VOCABULARY, section::VOCABULARY_BUCKETS, atom)
            .filter_map(|at| {
                let at = u32::try_from(at).ok()?;
                let [family, low, high, weight] =
                    self.row::<VOCABULARY_WORDS>(section::VOCABULARY_ROWS, at)?;
                Some(Word {
                    family,
                    versions: u64::from(low) | (u64::from(high) << 32),
                    weight,
                })
            })
    }
}
