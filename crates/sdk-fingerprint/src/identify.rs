//! Which libraries a program holds, by fingerprints alone; refuses names, and claims no library on little evidence.
//!
//! Rare hashes find candidates, candidates claim classes, and only what a library's own classes show counts for it:
//! code that two libraries share goes to the one that explains more of the app.

use program_model::{ClassId, Program};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::atom;
use crate::compile::UNIT;
use crate::dex_features::DexFeatures;
use crate::features::Facts;
use crate::image::{Family, ProfileImage};
use crate::named_code::NamedCode;
use crate::versions::{self, Compared, VersionVerdict};

/// Classes looked at by one task.
const CHUNK: usize = 256;
/// Signatures compared for one method; bounds a method made of many common keys.
const MAX_COMPARED: usize = 4096;
/// Least weight of the evidence for a family.
pub(crate) const MIN_WEIGHT: u32 = 80 * UNIT;
/// Least number of different signatures.
pub(crate) const MIN_SIGNATURES: usize = 6;
/// Least number of different classes of the library that are seen again.
pub(crate) const MIN_CLASSES: usize = 2;
/// As [`MIN_CLASSES`], for a library of which less than [`MUCH`] is seen.
pub(crate) const MANY_CLASSES: usize = 7;
/// Part of a library's weight, in a thousand, that is much.
pub(crate) const MUCH: u64 = 150;
/// A library whose signatures weigh less than this together is too small to be known by code alone.
pub(crate) const MIN_LIBRARY: u32 = 64 * UNIT;
/// Part of the rare facts in the claimed classes that the library must know, in percent.
pub(crate) const MIN_EXPLAINED: u32 = 60;
/// As [`MIN_EXPLAINED`], where much remains unknown: less than [`KNOWN`] of the rich methods are the library's, or less
/// than [`SMALL_PART`] of the library is there.
const MOST_EXPLAINED: u32 = 86;
/// Part of the rich methods in the claimed classes, in percent, that the library knows.
const KNOWN: u32 = 42;
/// Part of a library's weight, in a thousand, that is little.
const SMALL_PART: u64 = 55;
/// Rich methods in the claimed classes from which on one at least must be as in the library.
const MIN_RICH: u32 = 4;
/// Facts from which on a method is rich.
const RICH: usize = 5;
/// Weight of a method's rare facts from which on the method is the library's, whatever else it holds.
const ANCHOR: u32 = 2 * UNIT;
/// New facts of a library that are looked up in other libraries; more than so many are never put together by chance.
const MAX_NEW: usize = 256;
/// New words of one library that are taken apart.
const MAX_PARTED: usize = 1 << 14;
/// A class is claimed from this weight on.
const MIN_CLASS: u32 = 4 * UNIT;

/// A library found by its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryMatch {
    /// Number of the family in the profiles.
    pub family: u32,
    /// Catalogue id.
    pub id: String,
    /// Name of the profile, for ids that no catalogue entry has.
    pub name: String,
    /// Kind of the profile, for ids that no catalogue entry has.
    pub is_library: bool,
    /// Signatures found.
    pub signatures: u32,
    /// Weight of the evidence, in units of one common fact.
    pub weight: u32,
    /// Part of the rare facts in its classes that the library knows, in percent.
    pub explained: u32,
    /// Part of the library's weight that was found, in a thousand.
    pub coverage: u32,
    /// What the version verdict rests on.
    pub compared: Compared,
    /// Classes of the program that belong to it, in their order.
    pub classes: Vec<ClassId>,
    /// Which version.
    pub version: VersionVerdict,
}

/// What was found in one program.
#[derive(Debug, Clone, Default)]
pub struct Identified {
    /// Libraries, by id.
    pub libraries: Vec<LibraryMatch>,
    /// For each class of the program the number of its library in `libraries`.
    pub owner: Vec<Option<u32>>,
}

/// One signature found in one class.
#[derive(Debug, Clone, Copy)]
struct Hit {
    class: u32,
    family: u32,
    sig: u32,
    weight: u32,
}

/// Finds the libraries of a program: by the profiles first, then by those laid over them for what is left.
pub fn identify(program: &Program<'_>, profiles: &ProfileImage) -> Identified {
    identify_beside(program, profiles, &NamedCode::default())
}

/// As [`identify`], without the classes that their names give to others.
pub fn identify_beside(
    program: &Program<'_>,
    profiles: &ProfileImage,
    named: &NamedCode,
) -> Identified {
    let open = open_classes(program, named);
    let mut out = identify_one(program, profiles, &open);
    if let Some(more) = profiles.more() {
        let second = identify_one(program, more, &open);
        for mut library in second.libraries {
            let known = out.libraries.iter().any(|known| known.id == library.id);
            library
                .classes
                .retain(|class| out.owner.get(class.index()).is_some_and(Option::is_none));
            if known || library.classes.is_empty() {
                continue;
            }
            let number = u32::try_from(out.libraries.len()).unwrap_or(u32::MAX);
            for class in &library.classes {
                if let Some(place) = out.owner.get_mut(class.index()) {
                    *place = Some(number);
                }
            }
            out.libraries.push(library);
        }
    }
    out
}

/// For each class whether it is looked at.
fn open_classes(program: &Program<'_>, named: &NamedCode) -> Vec<bool> {
    // Neighbours are mostly of one package.
    let mut last: Option<(&[u8], bool)> = None;
    program
        .classes()
        .map(|(_, class)| {
            let name = program.descriptor(class.ty);
            let end = name.iter().rposition(|byte| *byte == b'/').unwrap_or(1);
            let package = name.get(1..end).unwrap_or_default();
            match last {
                Some((known, answer)) if known == package => answer,
                _ => {
                    let answer = !named.holds(package);
                    last = Some((package, answer));
                    answer
                }
            }
        })
        .collect()
}

fn identify_one(program: &Program<'_>, profiles: &ProfileImage, open: &[bool]) -> Identified {
    let n_classes = program.classes().count();
    let mut out = Identified {
        libraries: Vec::new(),
        owner: vec![None; n_classes],
    };
    if profiles.n_families() == 0 {
        return out;
    }
    let features = DexFeatures::new(program, open);
    let hits = find_hits(&features, profiles, open);
    let claims = claim(&hits, profiles, n_classes);
    let mut by_family: Vec<Vec<Hit>> = vec![Vec::new(); profiles.n_families()];
    for hit in &hits {
        let claimed = claims.get(hit.class as usize).copied().flatten();
        if claimed == Some(hit.family)
            && let Some(list) = by_family.get_mut(hit.family as usize)
        {
            list.push(*hit);
        }
    }
    let found: Vec<Judged> = by_family
        .par_iter()
        .enumerate()
        .filter_map(|(family, hits)| {
            let family = u32::try_from(family).ok()?;
            judge(&features, profiles, family, hits)
        })
        .collect();
    let all: Vec<(u32, Family)> = found.iter().map(|one| (one.number, one.row)).collect();
    let found: Vec<LibraryMatch> = found
        .into_par_iter()
        .map(|one| one.with_version(profiles, &all))
        .collect();
    for (n, library) in (0u32..).zip(&found) {
        for class in &library.classes {
            if let Some(place) = out.owner.get_mut(class.index()) {
                *place = Some(n);
            }
        }
    }
    out.libraries = found;
    out
}

/// Every signature in every class, each at most once for a class.
fn find_hits(features: &DexFeatures<'_, '_>, profiles: &ProfileImage, open: &[bool]) -> Vec<Hit> {
    let starts: Vec<usize> = (0..open.len()).step_by(CHUNK).collect();
    let parts: Vec<Vec<Hit>> = starts
        .par_iter()
        .map(|start| {
            let mut out = Vec::new();
            let mut facts = Facts::default();
            let here = open.iter().enumerate().skip(*start).take(CHUNK);
            for (class, _) in here.filter(|(_, open)| **open) {
                class_hits(
                    features,
                    profiles,
                    ClassId::from_index(class),
                    &mut facts,
                    &mut out,
                );
            }
            out
        })
        .collect();
    parts.concat()
}

fn class_hits(
    features: &DexFeatures<'_, '_>,
    profiles: &ProfileImage,
    class: ClassId,
    facts: &mut Facts,
    out: &mut Vec<Hit>,
) {
    let first = out.len();
    let number = u32::try_from(class.index()).unwrap_or(u32::MAX);
    for def in features.program().class(class).methods() {
        let Some(whole) = features.read(def, facts) else {
            continue;
        };
        let exact = whole.exact;
        let mut compared = 0;
        for key in [exact].iter().chain(&facts.atoms) {
            if *key == 0 || !profiles.may_hold(*key) {
                continue;
            }
            for sig in profiles.sigs_of(*key) {
                compared += 1;
                if compared > MAX_COMPARED {
                    break;
                }
                let Some(row) = profiles.sig(sig) else {
                    continue;
                };
                let holds = if row.is_exact {
                    *key == exact
                } else {
                    let found: u32 = profiles
                        .sig_atoms(&row)
                        .filter(|(atom, _)| facts.atoms.binary_search(atom).is_ok())
                        .fold(0, |sum, (_, weight)| sum.saturating_add(weight));
                    found >= row.need
                };
                if holds {
                    out.push(Hit {
                        class: number,
                        family: row.family,
                        sig,
                        weight: row.weight,
                    });
                }
            }
        }
    }
    if let Some(own) = out.get_mut(first..) {
        own.sort_unstable_by_key(|hit| (hit.family, hit.sig));
    }
    let mut last = None;
    let mut at = first;
    out.retain(|hit| {
        at += 1;
        if at <= first {
            return true;
        }
        let key = Some((hit.class, hit.sig));
        let fresh = key != last;
        last = key;
        fresh
    });
}

/// Part of the best weight in a class, in quarters, with which the library with more evidence in all still gets it.
const NEARLY: u64 = 3;

/// The family that each class goes to. Libraries take their classes in the order of their evidence in all, each where it
/// explains the class nearly as well as the best: so code that two libraries share goes to the one that is there.
fn claim(hits: &[Hit], profiles: &ProfileImage, n_classes: usize) -> Vec<Option<u32>> {
    let n = profiles.n_families();
    // Weight of each family in each of its classes, and the best of each class.
    let mut sums: Vec<Vec<(u32, u64)>> = vec![Vec::new(); n];
    let mut best = vec![0u64; n_classes];
    for run in hits.chunk_by(|a, b| (a.class, a.family) == (b.class, b.family)) {
        let Some(first) = run.first() else { continue };
        let sum: u64 = run.iter().map(|hit| u64::from(hit.weight)).sum();
        if let Some(list) = sums.get_mut(first.family as usize) {
            list.push((first.class, sum));
        }
        if let Some(place) = best.get_mut(first.class as usize) {
            *place = (*place).max(sum);
        }
    }
    let mut by_family: Vec<Vec<(u32, u32, u32)>> = vec![Vec::new(); n];
    for hit in hits {
        if let Some(list) = by_family.get_mut(hit.family as usize) {
            list.push((hit.sig, hit.class, hit.weight));
        }
    }
    for list in &mut by_family {
        list.sort_unstable();
    }
    // A signature counts once, however many classes show it.
    let total = |family: usize, counts: &dyn Fn(u32) -> bool| -> u64 {
        let Some(list) = by_family.get(family) else {
            return 0;
        };
        list.chunk_by(|a, b| a.0 == b.0)
            .filter(|run| run.iter().any(|row| counts(row.1)))
            .filter_map(|run| run.first())
            .map(|row| u64::from(row.2))
            .sum()
    };
    // Evidence counts by the part of the library that it is, so that of two libraries with common code the one goes
    // first of which more is there.
    let mut order: Vec<(u64, usize)> = (0..n)
        .map(|family| (total(family, &|_| true), family))
        .filter(|(all, _)| *all >= u64::from(MIN_WEIGHT))
        .map(|(all, family)| {
            let whole = u32::try_from(family)
                .ok()
                .and_then(|family| profiles.family(family))
                .map_or(1, |row| u64::from(row.weight.max(1)));
            (all.saturating_mul(all) / whole, family)
        })
        .collect();
    order.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut claims: Vec<Option<u32>> = vec![None; n_classes];
    for (_, family) in order {
        let Some(list) = sums.get(family) else {
            continue;
        };
        let own: Vec<u32> = list
            .iter()
            .filter(|(class, sum)| {
                let at = *class as usize;
                let top = best.get(at).copied().unwrap_or(0);
                claims.get(at).is_some_and(Option::is_none)
                    && *sum >= u64::from(MIN_CLASS)
                    && *sum * 4 >= top * NEARLY
            })
            .map(|(class, _)| *class)
            .collect();
        let left = total(family, &|class| own.binary_search(&class).is_ok());
        if left < u64::from(MIN_WEIGHT) {
            continue;
        }
        for class in own {
            if let Some(place) = claims.get_mut(class as usize) {
                *place = u32::try_from(family).ok();
            }
        }
    }
    claims
}

/// A library that is there, before its version is told: that needs to know which others are.
struct Judged {
    number: u32,
    row: Family,
    /// Weight of the evidence, in sixteenths.
    weight: u32,
    evidence: Evidence,
    found: LibraryMatch,
}

impl Judged {
    /// Tells the version. `all` are the libraries that are there.
    fn with_version(mut self, profiles: &ProfileImage, all: &[(u32, Family)]) -> LibraryMatch {
        // Optimisers put code of one library into methods and classes of another.
        let is_of_others = |fact: u32| {
            let mut others = all.iter().filter(|(number, _)| *number != self.number);
            others.any(|(number, row)| {
                versions_of(profiles, *number, fact) != 0 || profiles.has_word(row, fact)
            })
        };
        let own = self.evidence.anchored.iter().take(MAX_NEW);
        let n_own = own.filter(|fact| !is_of_others(**fact)).count();
        self.evidence.own_new = u32::try_from(n_own).unwrap_or(u32::MAX);
        let (version, compared) =
            versions::decide(profiles, &self.row, self.weight, &self.evidence);
        LibraryMatch {
            compared,
            version,
            ..self.found
        }
    }
}

/// Decides on one family by the hits in the classes that it claimed.
fn judge(
    features: &DexFeatures<'_, '_>,
    profiles: &ProfileImage,
    family: u32,
    hits: &[Hit],
) -> Option<Judged> {
    let row = profiles.family(family)?;
    if row.weight < MIN_LIBRARY {
        return None;
    }
    let mut seen: FxHashMap<u32, u32> = FxHashMap::default();
    let mut rare: FxHashSet<u32> = FxHashSet::default();
    let mut theirs: FxHashSet<u32> = FxHashSet::default();
    for hit in hits {
        seen.entry(hit.sig).or_insert(hit.weight);
        if let Some(sig) = profiles.sig(hit.sig) {
            rare.insert(sig.class);
            theirs.insert(hit.class);
        }
    }
    let weight = seen
        .values()
        .fold(0u32, |sum, weight| sum.saturating_add(*weight));
    // Two or three classes may be a copy of public code; they count when they are much of a small library.
    let is_much = u64::from(weight) * 1000 >= u64::from(row.weight) * MUCH;
    let least = if is_much { MIN_CLASSES } else { MANY_CLASSES };
    let small = rare.len() < least || theirs.len() < least;
    if weight < MIN_WEIGHT || seen.len() < MIN_SIGNATURES || small {
        return None;
    }
    let mut classes: Vec<ClassId> = hits
        .iter()
        .map(|hit| ClassId::from_index(hit.class as usize))
        .collect();
    classes.sort_unstable();
    classes.dedup();
    let evidence = gather(features, profiles, family, &row, &classes);
    let all = evidence.known_weight + evidence.unknown_weight;
    let explained = u32::try_from(evidence.known_weight * 100 / all.max(1)).unwrap_or(100);
    if explained < MIN_EXPLAINED {
        return None;
    }
    // Unknown methods remain: another library with some common code looks like this.
    let known = evidence.exact.len() + evidence.reshaped.len();
    let known = u32::try_from(known).unwrap_or(u32::MAX);
    let all = known.saturating_add(evidence.new_methods);
    let is_small = u64::from(weight) * 1000 < u64::from(row.weight) * SMALL_PART;
    let has_unknown = known.saturating_mul(100) < all.saturating_mul(KNOWN);
    if (is_small || has_unknown) && explained < MOST_EXPLAINED {
        return None;
    }
    // Rich methods of which not one is as in the library: texts alone were shared.
    if evidence.exact.is_empty() && evidence.novel >= MIN_RICH {
        return None;
    }
    let found = LibraryMatch {
        family,
        id: profiles.text(row.id).to_owned(),
        name: profiles.text(row.name).to_owned(),
        is_library: row.flags & 1 != 0,
        signatures: u32::try_from(seen.len()).unwrap_or(u32::MAX),
        weight: weight / UNIT,
        explained,
        coverage: u32::try_from(u64::from(weight) * 1000 / u64::from(row.weight.max(1)))
            .unwrap_or(1000),
        compared: Compared::default(),
        classes,
        version: VersionVerdict::default(),
    };
    Some(Judged {
        number: family,
        row,
        weight,
        evidence,
        found,
    })
}

/// Facts in the classes that a family claimed.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    /// Rare atoms that the family knows: versions that have them, and weight.
    pub(crate) known: Vec<(u64, u32)>,
    pub(crate) known_weight: u64,
    /// Weight of atoms that no profile knows.
    pub(crate) unknown_weight: u64,
    /// Methods whose exact hash the family knows: versions.
    pub(crate) exact: Vec<u64>,
    /// Methods rich enough for an exact hash that the family does not have.
    pub(crate) novel: u32,
    /// Methods that the family knows by their facts but not by their shape: versions.
    pub(crate) reshaped: Vec<u64>,
    /// Methods that the family knows in no way.
    pub(crate) new_methods: u32,
    /// Different words in texts that the family does not have.
    pub(crate) new_words: u32,
    /// Different facts that the family does not have, in methods that it knows for the greater part: what compilers merge
    /// into a class comes as whole methods.
    pub(crate) new_facts: u32,
    /// Different version numbers that the family does not have.
    pub(crate) new_numbers: u32,
    /// Those of the new facts that stand in methods which rare facts of the family anchor; sorted, each once.
    pub(crate) anchored: Vec<u32>,
    /// How many anchored facts no other library of the app has.
    pub(crate) own_new: u32,
}

/// Versions of a family that have a word.
fn versions_of(profiles: &ProfileImage, family: u32, word: u32) -> u64 {
    profiles
        .vocabulary(word)
        .filter(|word| word.family == family)
        .fold(0u64, |mask, word| mask | word.versions)
}

fn gather(
    features: &DexFeatures<'_, '_>,
    profiles: &ProfileImage,
    number: u32,
    family: &Family,
    classes: &[ClassId],
) -> Evidence {
    let mut out = Evidence::default();
    let mut facts = Facts::default();
    let mut atoms: Vec<u32> = Vec::new();
    let mut words: Vec<u32> = Vec::new();
    let mut to_part = MAX_PARTED;
    let mut numbers: Vec<u32> = Vec::new();
    let (mut new, mut own_new): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    // Whether the library has a fact: most facts come again and again.
    let mut has: FxHashMap<u32, bool> = FxHashMap::default();
    for class in classes {
        for def in features.program().class(*class).methods() {
            let Some(whole) = features.read(def, &mut facts) else {
                continue;
            };
            atoms.extend_from_slice(&facts.atoms);
            words.extend_from_slice(&facts.words);
            numbers.extend_from_slice(&facts.numbers);
            own_new.clear();
            // Texts count by their words: compilers cut and join them.
            let code = || facts.atoms.iter().filter(|atom| !atom::is_text(**atom));
            own_new.extend(code().filter(|atom| {
                !*has.entry(**atom).or_insert_with(|| {
                    versions_of(profiles, number, **atom) != 0 || profiles.has_word(family, **atom)
                })
            }));
            let is_new_word = |word: &&u32| !profiles.has_word(family, **word);
            own_new.extend(facts.words.iter().filter(is_new_word));
            if !own_new.is_empty() && own_new.len() * 2 <= code().count() + facts.words.len() {
                new.extend_from_slice(&own_new);
                let weights = facts.atoms.iter().filter_map(|atom| {
                    let mut words = profiles.vocabulary(*atom);
                    words.find(|word| word.family == number)
                });
                if weights.map(|word| word.weight).sum::<u32>() >= ANCHOR {
                    let is_known = |word: u32| profiles.has_word(family, word);
                    let joined = features.joined_words(def, &mut to_part, &is_known);
                    let is_new = |fact: &&u32| joined.binary_search(fact).is_err();
                    out.anchored.extend(own_new.iter().filter(is_new));
                }
            }
            if whole.exact == 0 || facts.atoms.len() + usize::from(whole.n_shapes) < RICH {
                continue;
            }
            let own = versions_of(profiles, number, whole.exact);
            if own != 0 {
                out.exact.push(own);
                continue;
            }
            out.novel += 1;
            match versions_of(profiles, number, whole.set) {
                0 => out.new_methods += 1,
                mask => out.reshaped.push(mask),
            }
        }
    }
    for list in [
        &mut atoms,
        &mut words,
        &mut numbers,
        &mut new,
        &mut out.anchored,
    ] {
        list.sort_unstable();
        list.dedup();
    }
    let n_new = |list: &[u32], is_new: &dyn Fn(u32) -> bool| {
        let n = list.iter().filter(|fact| is_new(**fact)).count();
        u32::try_from(n).unwrap_or(u32::MAX)
    };
    out.new_words = n_new(&words, &|word| !profiles.has_word(family, word));
    out.new_facts = u32::try_from(new.len()).unwrap_or(u32::MAX);
    out.new_numbers = n_new(&numbers, &|atom| versions_of(profiles, number, atom) == 0);
    for fact in atoms {
        let mut mine = None;
        let mut others = false;
        for word in profiles.vocabulary(fact) {
            if word.family == number {
                mine = Some(word);
            } else {
                others = true;
            }
        }
        match mine {
            Some(word) => {
                out.known.push((word.versions, word.weight));
                out.known_weight += u64::from(word.weight);
            }
            None if others => {}
            None => {
                let weight = match atom::kind(fact) {
                    atom::LONG => 6,
                    atom::SHORT | atom::CALL => 2,
                    _ => 1,
                };
                out.unknown_weight += u64::from(weight * UNIT);
            }
        }
    }
    out
}
