//! How often facts occur in code that belongs to no profile; refuses rare ones, which say nothing about the common.
//!
//! Format `PLBACK`, version 1, little-endian: magic, version, number of code bodies looked at, number of rows, rows of
//! hash and count sorted by hash, and a hash over all before it.

use byte_reader::Reader;
use rustc_hash::FxHashMap;

use crate::features::NamedClass;
use crate::{FingerprintError, hash};

const MAGIC: &[u8; 6] = b"PLBACK";
const VERSION: u16 = 1;
/// A fact in fewer bodies is left out.
const MIN_COUNT: u32 = 2;
const MAX_ROWS: usize = 1 << 22;

/// Counts of facts over bodies of unrelated code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Background {
    /// Bodies of code looked at.
    pub n_bodies: u32,
    /// Hash of an atom, or exact hash of a method, with the number of bodies that hold it; sorted.
    pub rows: Vec<(u32, u32)>,
}

impl Background {
    /// Counts over bodies, each the classes of one package family.
    pub fn count(bodies: &[Vec<NamedClass>]) -> Self {
        let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
        for body in bodies {
            let mut facts: Vec<u32> = body
                .iter()
                .flat_map(|class| &class.methods)
                .flat_map(|(_, print)| print.atoms.iter().copied().chain([print.exact]))
                .filter(|fact| *fact != 0)
                .collect();
            facts.sort_unstable();
            facts.dedup();
            for fact in facts {
                *counts.entry(fact).or_insert(0) += 1;
            }
        }
        let mut rows: Vec<(u32, u32)> = counts
            .into_iter()
            .filter(|(_, count)| *count >= MIN_COUNT)
            .collect();
        rows.sort_unstable();
        Self {
            n_bodies: u32::try_from(bodies.len()).unwrap_or(u32::MAX),
            rows,
        }
    }

    /// Bodies that hold a fact; 0 and 1 are not told apart.
    pub fn get(&self, fact: u32) -> u32 {
        self.rows
            .binary_search_by_key(&fact, |row| row.0)
            .ok()
            .and_then(|at| self.rows.get(at))
            .map_or(0, |row| row.1)
    }

    /// The file form.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(VERSION.to_le_bytes());
        out.extend(self.n_bodies.to_le_bytes());
        out.extend(
            u32::try_from(self.rows.len())
                .unwrap_or(u32::MAX)
                .to_le_bytes(),
        );
        for (fact, count) in &self.rows {
            out.extend(fact.to_le_bytes());
            out.extend(u16::try_from(*count).unwrap_or(u16::MAX).to_le_bytes());
        }
        let sum = hash::finish(hash::bytes(42, &out));
        out.extend(sum.to_le_bytes());
        out
    }

    /// Reads the file form.
    pub fn decode(bytes: &[u8]) -> Result<Self, FingerprintError> {
        let fault = |what, offset| FingerprintError::Profile { what, offset };
        let Some((body, sum)) = bytes.split_last_chunk::<8>() else {
            return Err(fault("the data ends early", bytes.len()));
        };
        let read = |error: byte_reader::ReadError| fault("the data ends early", error.offset());
        let mut reader = Reader::new(body);
        if reader.take(6).map_err(read)? != MAGIC || reader.u16().map_err(read)? != VERSION {
            return Err(fault("no background counts", 0));
        }
        if hash::finish(hash::bytes(42, body)) != u64::from_le_bytes(*sum) {
            return Err(fault("the check sum does not agree", body.len()));
        }
        let n_bodies = reader.u32().map_err(read)?;
        let n = reader.u32().map_err(read)?;
        let n = reader
            .check_count(n, 6, MAX_ROWS, "background rows")
            .map_err(|error| fault("more rows than the data holds", error.offset()))?;
        let mut rows = Vec::with_capacity(n);
        for _ in 0..n {
            let fact = reader.u32().map_err(read)?;
            rows.push((fact, u32::from(reader.u16().map_err(read)?)));
        }
        Ok(Self { n_bodies, rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::MethodPrint;

    #[test]
    fn counts_bodies_and_not_uses() {
        let body = |atoms: &[u32]| {
            let print = MethodPrint {
                exact: 77,
                set: 0,
                n_shapes: 0,
                atoms: atoms.to_vec(),
            };
            vec![NamedClass {
                descriptor: Vec::new(),
                methods: vec![(Vec::new(), print.clone()), (Vec::new(), print)],
                words: Vec::new(),
            }]
        };
        let all = Background::count(&[body(&[1, 2]), body(&[2, 3])]);
        assert_eq!((all.get(1), all.get(2), all.get(77)), (0, 2, 2));
        assert_eq!(Background::decode(&all.encode()).unwrap(), all);
        assert!(Background::decode(&all.encode()[1..]).is_err());
    }
}
