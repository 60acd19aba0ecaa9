//! A profile: the fingerprints of one version of one library, hashes only; refuses names, code and order.
//!
//! Format `PLPROF`, version 2, little-endian: magic, version, id, version text, display name, kind, atoms (sorted), words
//! (sorted), classes as methods with two hashes of the whole, a number of shapes and atom numbers, and a hash over all
//! before it. Numbers are LEB128, atom numbers of a method are differences.

use byte_reader::Reader;

use crate::features::{ClassPrint, MethodPrint, NamedClass};
use crate::{FingerprintError, hash};

const MAGIC: &[u8; 6] = b"PLPROF";
/// Version of the format.
pub const PROFILE_VERSION: u16 = 3;
/// Largest profile that is read.
const MAX_BYTES: usize = 32 << 20;
/// Atoms kept of one method: those with the smallest hashes. Tables of texts in initialisers are the longest.
const MAX_METHOD_ATOMS: usize = 4096;
/// Classes and methods that one profile holds.
const MAX_ROWS: usize = 1 << 20;
/// Words kept of one library.
const MAX_WORDS: usize = 1 << 16;

/// Fingerprints of one version of one library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// Id of the catalogue entry that it belongs to.
    pub id: String,
    /// Version, as its vendor writes it; empty when unknown.
    pub version: String,
    /// Name to print when no catalogue entry has the id.
    pub name: String,
    /// A code library and not an SDK, when no catalogue entry has the id.
    pub is_library: bool,
    /// Hashes of the words in its texts, sorted, each once.
    pub words: Vec<u32>,
    /// Classes in no meaningful order.
    pub classes: Vec<ClassPrint>,
}

impl Profile {
    /// A profile of named classes; the names are dropped.
    pub fn new(id: &str, version: &str, classes: &[NamedClass]) -> Self {
        let mut out: Vec<ClassPrint> = classes
            .iter()
            .map(|class| {
                let mut methods: Vec<MethodPrint> = class
                    .methods
                    .iter()
                    .map(|(_, print)| print.clone())
                    .filter(|print| print.exact != 0 || !print.atoms.is_empty())
                    .collect();
                for method in &mut methods {
                    method.atoms.truncate(MAX_METHOD_ATOMS);
                }
                methods.sort();
                ClassPrint { methods }
            })
            .filter(|class| !class.methods.is_empty())
            .collect();
        out.sort();
        let mut words: Vec<u32> = classes
            .iter()
            .flat_map(|class| class.words.iter().copied())
            .collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(MAX_WORDS);
        Self {
            id: id.to_owned(),
            version: version.to_owned(),
            name: String::new(),
            is_library: false,
            words,
            classes: out,
        }
    }

    /// Methods with a fingerprint.
    pub fn n_methods(&self) -> usize {
        self.classes.iter().map(|class| class.methods.len()).sum()
    }

    /// The file form.
    pub fn encode(&self) -> Result<Vec<u8>, FingerprintError> {
        let mut atoms: Vec<u32> = self
            .classes
            .iter()
            .flat_map(|class| &class.methods)
            .flat_map(|method| method.atoms.iter().copied())
            .collect();
        atoms.sort_unstable();
        atoms.dedup();
        let mut out = MAGIC.to_vec();
        out.extend(PROFILE_VERSION.to_le_bytes());
        for text in [&self.id, &self.version, &self.name] {
            number(&mut out, text.len())?;
            out.extend_from_slice(text.as_bytes());
        }
        out.push(u8::from(self.is_library));
        number(&mut out, atoms.len())?;
        for atom in &atoms {
            out.extend(atom.to_le_bytes());
        }
        number(&mut out, self.words.len())?;
        for word in &self.words {
            out.extend(word.to_le_bytes());
        }
        number(&mut out, self.classes.len())?;
        for class in &self.classes {
            number(&mut out, class.methods.len())?;
            for method in &class.methods {
                out.extend(method.exact.to_le_bytes());
                out.extend(method.set.to_le_bytes());
                out.push(method.n_shapes);
                number(&mut out, method.atoms.len())?;
                let mut last = 0;
                for atom in &method.atoms {
                    let at = atoms.partition_point(|known| known < atom);
                    number(&mut out, at - last)?;
                    last = at;
                }
            }
        }
        let sum = hash::finish(hash::bytes(41, &out));
        out.extend(sum.to_le_bytes());
        Ok(out)
    }

    /// Reads the file form.
    pub fn decode(bytes: &[u8]) -> Result<Self, FingerprintError> {
        let fault = |what, offset| FingerprintError::Profile { what, offset };
        if bytes.len() > MAX_BYTES {
            return Err(fault("larger than a profile may be", MAX_BYTES));
        }
        let Some((body, sum)) = bytes.split_last_chunk::<8>() else {
            return Err(fault("the data ends early", bytes.len()));
        };
        let mut reader = Reader::new(body);
        let read = |error: byte_reader::ReadError| fault("the data ends early", error.offset());
        if reader.take(6).map_err(read)? != MAGIC {
            return Err(fault("no profile", 0));
        }
        if reader.u16().map_err(read)? != PROFILE_VERSION {
            return Err(fault("another version of the format", 6));
        }
        if hash::finish(hash::bytes(41, body)) != u64::from_le_bytes(*sum) {
            return Err(fault("the check sum does not agree", body.len()));
        }
        let mut texts = [String::new(), String::new(), String::new()];
        for text in &mut texts {
            let at = reader.offset();
            let len = reader.uleb128().map_err(read)?;
            let bytes = reader
                .take(usize::try_from(len).unwrap_or(usize::MAX))
                .map_err(read)?;
            std::str::from_utf8(bytes)
                .map_err(|_| fault("a text is not UTF-8", at))?
                .clone_into(text);
        }
        let [id, version, name] = texts;
        let is_library = reader.u8().map_err(read)? != 0;
        let count = |reader: &mut Reader<'_>, size: usize| -> Result<usize, FingerprintError> {
            let n = reader.uleb128().map_err(read)?;
            reader
                .check_count(n, size, MAX_ROWS, "rows of a profile")
                .map_err(|error| fault("more rows than the data holds", error.offset()))
        };
        let n_atoms = count(&mut reader, 4)?;
        let mut atoms = Vec::with_capacity(n_atoms);
        for _ in 0..n_atoms {
            atoms.push(reader.u32().map_err(read)?);
        }
        let n_words = count(&mut reader, 4)?;
        let mut words = Vec::with_capacity(n_words);
        for _ in 0..n_words {
            words.push(reader.u32().map_err(read)?);
        }
        let n_classes = count(&mut reader, 1)?;
        let mut classes = Vec::with_capacity(n_classes);
        for _ in 0..n_classes {
            let n_methods = count(&mut reader, 10)?;
            let mut methods = Vec::with_capacity(n_methods);
            for _ in 0..n_methods {
                let exact = reader.u32().map_err(read)?;
                let set = reader.u32().map_err(read)?;
                let n_shapes = reader.u8().map_err(read)?;
                let n = count(&mut reader, 1)?;
                let mut of_method = Vec::with_capacity(n);
                let mut at = 0usize;
                for _ in 0..n {
                    let step = reader.uleb128().map_err(read)?;
                    at = at.saturating_add(usize::try_from(step).unwrap_or(usize::MAX));
                    let atom = atoms
                        .get(at)
                        .ok_or_else(|| fault("an atom number is out of range", reader.offset()))?;
                    of_method.push(*atom);
                }
                methods.push(MethodPrint {
                    exact,
                    set,
                    n_shapes,
                    atoms: of_method,
                });
            }
            classes.push(ClassPrint { methods });
        }
        Ok(Self {
            id,
            version,
            name,
            is_library,
            words,
            classes,
        })
    }
}

fn number(out: &mut Vec<u8>, n: usize) -> Result<(), FingerprintError> {
    let mut n = u32::try_from(n).map_err(|_| FingerprintError::TooMany("rows of a profile"))?;
    loop {
        let [low, ..] = (n & 0x7f).to_le_bytes();
        n >>= 7;
        if n == 0 {
            out.push(low);
            return Ok(());
        }
        out.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Profile {
        let print = |exact, atoms: &[u32]| MethodPrint {
            exact,
            set: exact / 2,
            n_shapes: 2,
            atoms: atoms.to_vec(),
        };
        Profile {
            id: "getui-push".to_owned(),
            version: "3.3.12.0".to_owned(),
            name: "个推𠮷".to_owned(),
            is_library: true,
            words: vec![3, 77],
            classes: vec![
                ClassPrint {
                    methods: vec![print(7, &[4, 8, 900]), print(9, &[])],
                },
                ClassPrint {
                    methods: vec![print(0, &[8])],
                },
            ],
        }
    }

    #[test]
    fn comes_back_as_it_was() {
        let bytes = sample().encode().unwrap();
        assert_eq!(Profile::decode(&bytes).unwrap(), sample());
    }

    #[test]
    fn every_cut_and_every_changed_byte_is_refused() {
        let bytes = sample().encode().unwrap();
        for len in 0..bytes.len() {
            assert!(Profile::decode(&bytes[..len]).is_err(), "{len}");
        }
        for at in 0..bytes.len() {
            let mut bad = bytes.clone();
            bad[at] ^= 0x40;
            assert!(Profile::decode(&bad).is_err(), "{at}");
        }
    }
}
