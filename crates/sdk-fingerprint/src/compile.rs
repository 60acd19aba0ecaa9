//! Profiles to compiled tables, with rarity weights over all of them; refuses facts that too many libraries share.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::background::Background;
use crate::image::{self, BUCKET_BITS, N_SECTIONS, section};
use crate::profile::Profile;
use crate::{FingerprintError, atom};

/// Versions of one family; a bit of a mask each.
pub const MAX_VERSIONS: usize = 64;
/// Signatures kept of one family, the heaviest first.
const MAX_SIGS: usize = 12_000;
/// Atoms of one loose signature.
const SIG_ATOMS: usize = 6;
/// Signatures of one family under one key.
const MAX_UNDER_KEY: usize = 8;
/// Families that may share an atom and have it in their vocabulary.
const MAX_SHARED: u32 = 12;
/// Weights are counted in sixteenths.
pub(crate) const UNIT: u32 = 16;
/// Least weight of a set of atoms.
const MIN_LOOSE: u32 = 5 * UNIT;
/// Least weight of an exact hash.
const MIN_EXACT: u32 = 2 * UNIT;
/// Most weight of one signature.
const MAX_WEIGHT: u32 = 20 * UNIT;
/// Families that may share an exact hash.
const MAX_EXACT_SHARED: u32 = 3;
/// Part of a loose signature's weight that must be found, of 16.
const NEED: u32 = 13;

/// Weight of one atom that only one library holds, by kind, in sixteenths.
fn base(kind: u32) -> u32 {
    match kind {
        atom::LONG => 6 * UNIT,
        atom::CALL => 4 * UNIT,
        _ => 3 * UNIT,
    }
}

/// Inverse document frequency in 256ths: 256 for one body of `all`, falling with the logarithm.
fn rarity(found: u32, all: u32) -> u32 {
    // Integer logarithms in 16ths keep the tables equal on every machine.
    let log = |n: u32| {
        let n = n.max(1);
        let whole = n.ilog2();
        let rest = (u64::from(n) << 16 >> whole) - (1 << 16);
        whole * 16 + u32::try_from(rest >> 12).unwrap_or(0)
    };
    let (top, bottom) = (log(all.max(4)), log(found));
    (top.saturating_sub(bottom) * 256) / top.max(1)
}

struct FamilyPart<'p> {
    profiles: Vec<&'p Profile>,
}

#[derive(Clone)]
struct Row {
    key: u32,
    family: u32,
    is_exact: bool,
    class: u32,
    weight: u32,
    need: u32,
    atoms: Vec<(u32, u32)>,
}

/// Compiles profiles. Profiles of one id are versions of one family, at most [`MAX_VERSIONS`].
pub fn compile(profiles: &[Profile], background: &Background) -> Result<Vec<u8>, FingerprintError> {
    let mut families: BTreeMap<&str, FamilyPart<'_>> = BTreeMap::new();
    for profile in profiles {
        let part = families
            .entry(profile.id.as_str())
            .or_insert_with(|| FamilyPart {
                profiles: Vec::new(),
            });
        part.profiles.push(profile);
    }
    for part in families.values_mut() {
        part.profiles
            .sort_by(|a, b| compare_versions(&a.version, &b.version));
        if part.profiles.len() > MAX_VERSIONS {
            return Err(FingerprintError::TooMany("versions of one library"));
        }
    }
    let counts = count(&families, background);
    let all = u32::try_from(families.len())
        .unwrap_or(u32::MAX)
        .saturating_add(background.n_bodies);
    let mut rows = Vec::new();
    let mut words: Vec<(u32, u32, u64, u32)> = Vec::new();
    let mut heads = Vec::new();
    for (n, part) in (0u32..).zip(families.values()) {
        let (own, total) = signatures(n, part, &counts, all);
        rows.extend(own);
        vocabulary(n, part, &counts, all, &mut words);
        heads.push(total);
    }
    for (fact, _) in &background.rows {
        if counts.get(fact).is_none_or(|count| count.families == 0) {
            words.push((*fact, u32::MAX, 0, 0));
        }
    }
    words.sort_unstable();
    rows.sort_by(|a, b| (a.key, a.family, &a.atoms).cmp(&(b.key, b.family, &b.atoms)));
    write(&families, &counts, &heads, &rows, &words)
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    families: u32,
    bodies: u32,
}

fn count(
    families: &BTreeMap<&str, FamilyPart<'_>>,
    background: &Background,
) -> FxHashMap<u32, Count> {
    let mut counts: FxHashMap<u32, Count> = FxHashMap::default();
    for part in families.values() {
        let mut facts: Vec<u32> = part
            .profiles
            .iter()
            .flat_map(|profile| &profile.classes)
            .flat_map(|class| &class.methods)
            .flat_map(|method| method.atoms.iter().copied().chain([method.exact]))
            .filter(|fact| *fact != 0)
            .collect();
        facts.sort_unstable();
        facts.dedup();
        for fact in facts {
            let place = counts.entry(fact).or_default();
            place.families += 1;
            if place.families == 1 {
                place.bodies = background.get(fact);
            }
        }
    }
    counts
}

impl Count {
    fn is_common(self) -> bool {
        self.families + self.bodies > MAX_SHARED
    }

    fn weight(self, atom: u32, all: u32) -> u32 {
        base(atom::kind(atom)) * rarity(self.families + self.bodies, all) / 256
    }
}

/// Signatures of one family and their whole weight.
fn signatures(
    family: u32,
    part: &FamilyPart<'_>,
    counts: &FxHashMap<u32, Count>,
    all: u32,
) -> (Vec<Row>, (u32, u32)) {
    // Atoms or exact hash, to the first class that has it.
    let mut exact: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let mut loose: BTreeMap<Vec<(u32, u32)>, u32> = BTreeMap::new();
    let mut n_methods = 0;
    for profile in &part.profiles {
        n_methods = n_methods.max(profile.n_methods());
        for (class, print) in (0u32..).zip(&profile.classes) {
            for method in &print.methods {
                let mut weighed: Vec<(u32, u32)> = method
                    .atoms
                    .iter()
                    .map(|atom| {
                        let count = counts.get(atom).copied().unwrap_or_default();
                        (count.weight(*atom, all), *atom)
                    })
                    .collect();
                weighed.sort_unstable_by(|a, b| b.cmp(a));
                if method.exact != 0 {
                    let count = counts.get(&method.exact).copied().unwrap_or_default();
                    let shared = count.families + count.bodies;
                    let plain: u32 = weighed.iter().take(8).map(|row| row.0).sum::<u32>()
                        + u32::from(method.n_shapes) * (UNIT * 3 / 4);
                    let weight = plain.min(MAX_WEIGHT) / shared.max(1);
                    if shared <= MAX_EXACT_SHARED && weight >= MIN_EXACT {
                        let place = exact.entry(method.exact).or_insert((class, weight));
                        place.1 = place.1.max(weight);
                    }
                }
                weighed.truncate(SIG_ATOMS);
                weighed.retain(|row| row.0 >= UNIT / 2);
                let sum: u32 = weighed.iter().map(|row| row.0).sum();
                if sum >= MIN_LOOSE {
                    let atoms = weighed.iter().map(|row| (row.1, row.0)).collect();
                    loose.entry(atoms).or_insert(class);
                }
            }
        }
    }
    let mut rows: Vec<Row> = exact
        .into_iter()
        .map(|(key, (class, weight))| Row {
            key,
            family,
            is_exact: true,
            class,
            weight,
            need: 0,
            atoms: Vec::new(),
        })
        .collect();
    let mut under: BTreeMap<u32, usize> = BTreeMap::new();
    let mut sets: Vec<_> = loose.into_iter().collect();
    sets.sort_by_key(|(atoms, _)| std::cmp::Reverse(atoms.iter().map(|row| row.1).sum::<u32>()));
    for (atoms, class) in sets {
        let Some(key) = atoms.first().map(|row| row.0) else {
            continue;
        };
        let n = under.entry(key).or_insert(0);
        *n += 1;
        if *n > MAX_UNDER_KEY {
            continue;
        }
        let sum: u32 = atoms.iter().map(|row| row.1).sum();
        rows.push(Row {
            key,
            family,
            is_exact: false,
            class,
            weight: sum.min(MAX_WEIGHT),
            need: sum * NEED / 16,
            atoms,
        });
    }
    rows.sort_by(|a, b| (b.weight, a.key, &a.atoms).cmp(&(a.weight, b.key, &b.atoms)));
    rows.truncate(MAX_SIGS);
    let total = rows
        .iter()
        .fold(0u32, |sum, row| sum.saturating_add(row.weight));
    (rows, (total, u32::try_from(n_methods).unwrap_or(u32::MAX)))
}

fn vocabulary(
    family: u32,
    part: &FamilyPart<'_>,
    counts: &FxHashMap<u32, Count>,
    all: u32,
    out: &mut Vec<(u32, u32, u64, u32)>,
) {
    let mut masks: BTreeMap<u32, u64> = BTreeMap::new();
    let mut exact: BTreeMap<u32, u64> = BTreeMap::new();
    for (bit, profile) in part.profiles.iter().enumerate() {
        for method in profile.classes.iter().flat_map(|class| &class.methods) {
            for atom in &method.atoms {
                *masks.entry(*atom).or_insert(0) |= 1 << bit;
            }
            for hash in [method.exact, method.set] {
                if hash != 0 {
                    *exact.entry(hash).or_insert(0) |= 1 << bit;
                }
            }
        }
    }
    // Exact hashes stand among the words, so that a method that no version has can be told from one without weight.
    out.extend(
        exact
            .into_iter()
            .map(|(hash, mask)| (hash, family, mask, 0)),
    );
    for (atom, mask) in masks {
        let count = counts.get(&atom).copied().unwrap_or_default();
        if count.is_common() {
            out.push((atom, u32::MAX, 0, 0));
        } else {
            out.push((atom, family, mask, count.weight(atom, all)));
        }
    }
    out.dedup();
}

/// Numbers in versions compare as numbers.
pub(crate) fn compare_versions(a: &str, b: &str) -> std::cmp::Ordering {
    let parts = |text: &str| -> Vec<(u64, String)> {
        text.split(|c: char| !c.is_ascii_alphanumeric())
            .map(|part| {
                let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
                (digits.parse().unwrap_or(0), part.to_owned())
            })
            .collect()
    };
    parts(a).cmp(&parts(b)).then_with(|| a.cmp(b))
}

fn write(
    families: &BTreeMap<&str, FamilyPart<'_>>,
    counts: &FxHashMap<u32, Count>,
    heads: &[(u32, u32)],
    rows: &[Row],
    words: &[(u32, u32, u64, u32)],
) -> Result<Vec<u8>, FingerprintError> {
    let mut sections: [Vec<u8>; N_SECTIONS] = Default::default();
    let mut texts = Vec::new();
    let size = |n: usize| {
        u32::try_from(n).map_err(|_| FingerprintError::TooMany("bytes of compiled profiles"))
    };
    let mut add_text = |text: &str| -> Result<[u32; 2], FingerprintError> {
        let at = size(texts.len())?;
        texts.extend_from_slice(text.as_bytes());
        Ok([at, size(text.len())?])
    };
    let mut n_versions = 0u32;
    let (mut family_rows, mut version_rows) = (Vec::new(), Vec::new());
    let (mut word_rows, mut n_words) = (Vec::new(), 0u32);
    for ((id, part), (weight, n_methods)) in families.iter().zip(heads) {
        let id = add_text(id)?;
        let newest = part.profiles.last();
        let name = add_text(newest.map_or("", |profile| profile.name.as_str()))?;
        let n = size(part.profiles.len())?;
        let is_library = newest.is_some_and(|profile| profile.is_library);
        let flags = u32::from(is_library) | (n_methods << 1);
        // Facts that are too common for the vocabulary stand among the words, so that a common fact that the library does
        // not have can be told.
        let mut words: Vec<u32> = part
            .profiles
            .iter()
            .flat_map(|profile| &profile.classes)
            .flat_map(|class| &class.methods)
            .flat_map(|method| method.atoms.iter().copied())
            .filter(|atom| counts.get(atom).is_some_and(|count| count.is_common()))
            .collect();
        words.extend(part.profiles.iter().flat_map(|profile| &profile.words));
        words.sort_unstable();
        words.dedup();
        push(&mut word_rows, &words);
        let own_words = size(words.len())?;
        push(
            &mut family_rows,
            &[
                id[0], id[1], n_versions, n, *weight, flags, name[0], name[1], n_words, own_words,
            ],
        );
        n_words += own_words;
        n_versions += n;
        for profile in &part.profiles {
            push(&mut version_rows, &add_text(&profile.version)?);
        }
    }
    let (mut sigs, mut atoms, mut keys, mut key_sigs) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut n_atoms = 0u32;
    for (n, row) in (0u32..).zip(rows) {
        let len = size(row.atoms.len())?;
        let family = row.family | (u32::from(row.is_exact) << 31);
        push(
            &mut sigs,
            &[family, row.class, row.weight, row.need, n_atoms, len],
        );
        n_atoms += len;
        for (atom, weight) in &row.atoms {
            push(&mut atoms, &[*atom, *weight]);
        }
        push(&mut keys, &[row.key]);
        push(&mut key_sigs, &[n]);
    }
    let (mut vocabulary, mut vocabulary_rows) = (Vec::new(), Vec::new());
    for (atom, family, mask, weight) in words {
        let [low, high] = halves(*mask);
        push(&mut vocabulary, &[*atom]);
        push(&mut vocabulary_rows, &[*family, low, high, *weight]);
    }
    let filter_len = (rows.len() * 2).next_power_of_two().max(64);
    let mut filter = vec![0u8; filter_len];
    for row in rows {
        let bit = row.key.wrapping_mul(0x9e37_79b1) as usize;
        if let Some(byte) = filter.get_mut((bit >> 3) & (filter_len - 1)) {
            *byte |= 1 << (bit & 7);
        }
    }
    let content = [
        (section::TEXTS, texts),
        (section::FAMILIES, family_rows),
        (section::VERSIONS, version_rows),
        (section::SIGS, sigs),
        (section::SIG_ATOMS, atoms),
        (
            section::KEY_BUCKETS,
            buckets(rows.iter().map(|row| row.key)),
        ),
        (section::KEYS, keys),
        (section::KEY_SIGS, key_sigs),
        (
            section::VOCABULARY_BUCKETS,
            buckets(words.iter().map(|row| row.0)),
        ),
        (section::VOCABULARY, vocabulary),
        (section::VOCABULARY_ROWS, vocabulary_rows),
        (section::FILTER, filter),
        (section::WORDS, word_rows),
    ];
    for (n, bytes) in content {
        if let Some(place) = sections.get_mut(n) {
            *place = bytes;
        }
    }
    let mut out = image::MAGIC.to_vec();
    out.extend(image::VERSION.to_le_bytes());
    let mut at = image::HEADER;
    for part in &sections {
        push(&mut out, &[size(at)?, size(part.len())?]);
        at += part.len().next_multiple_of(4);
    }
    for part in sections {
        let padding = part.len().next_multiple_of(4) - part.len();
        out.extend_from_slice(&part);
        out.extend(std::iter::repeat_n(0u8, padding));
    }
    size(out.len())?;
    Ok(out)
}

fn push(out: &mut Vec<u8>, words: &[u32]) {
    for word in words {
        out.extend(word.to_le_bytes());
    }
}

fn halves(mask: u64) -> [u32; 2] {
    let word = |part: u64| u32::try_from(part & u64::from(u32::MAX)).unwrap_or(0);
    [word(mask), word(mask >> 32)]
}

/// Start of each bucket of sorted keys, and the end of the last.
fn buckets(keys: impl Iterator<Item = u32>) -> Vec<u8> {
    let mut starts = vec![0u32; (1 << BUCKET_BITS) + 1];
    for key in keys {
        let bucket = (key >> (32 - BUCKET_BITS)) as usize;
        if let Some(place) = starts.get_mut(bucket + 1) {
            *place += 1;
        }
    }
    let mut sum = 0;
    let mut out = Vec::with_capacity(starts.len() * 4);
    for n in starts {
        sum += n;
        push(&mut out, &[sum]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        let mut all = ["3.10.0", "3.9.1", "3.9", "r5793", "r5756", ""];
        all.sort_by(|a, b| compare_versions(a, b));
        assert_eq!(all, ["", "r5756", "r5793", "3.9", "3.9.1", "3.10.0"]);
    }

    #[test]
    fn rarity_falls() {
        assert_eq!(rarity(1, 100), 256);
        assert!(rarity(2, 100) < 256 && rarity(2, 100) > rarity(10, 100));
        assert_eq!(rarity(100, 100), 0);
    }
}
