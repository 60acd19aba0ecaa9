//! Which version of a library, where the code of versions differs; refuses an exact answer when the code seen holds
//! what no known version has.

use crate::compile::UNIT;
use crate::identify::Evidence;
use crate::image::{Family, ProfileImage};

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VersionVerdict {
    /// The version, when the code seen is of one known version alone.
    pub exact: Option<String>,
    /// The known versions that agree best, `a` or `a - b`, when there is no exact answer.
    pub range: Option<String>,
}

/// Rare facts, in percent of those seen, that the best version may lack.
const MISSING: u64 = 4;
/// Methods in a thousand whose set of facts no version has, from which on the version is none of the known ones, in code
/// that was not optimised.
const NOVEL_SETS: u64 = 18;
/// As [`NOVEL_SETS`], in code that was optimised: inlining makes new sets of most methods.
const NOVEL_OPTIMISED: u64 = 225;
/// Part of rich methods, in percent, that must be known exactly for code to count as not optimised.
const PLAIN: u64 = 50;
/// Unknown texts in a thousand known facts from which on the version is none of the known ones.
const FOREIGN: u64 = 10;

pub(crate) fn decide(
    profiles: &ProfileImage,
    family: &Family,
    found: &[u32],
    evidence: &Evidence,
) -> VersionVerdict {
    let n = family.n_versions.min(64);
    let text = |bit: u32| {
        profiles
            .version(family.first_version.saturating_add(bit))
            .to_owned()
    };
    let has = |mask: u64, bit: u32| mask >> bit & 1 != 0;
    let mut scores: Vec<i64> = vec![0; n as usize];
    let sigs: Vec<(u64, u32)> = found
        .iter()
        .filter_map(|sig| profiles.sig(*sig))
        .map(|sig| (sig.versions, sig.weight))
        .collect();
    for (bit, score) in (0..n).zip(&mut scores) {
        let support: u64 = sigs
            .iter()
            .filter(|(mask, _)| has(*mask, bit))
            .map(|(_, weight)| u64::from(*weight))
            .sum();
        let against: u64 = evidence
            .known
            .iter()
            .filter(|(mask, _)| !has(*mask, bit))
            .map(|(_, weight)| u64::from(*weight))
            .sum();
        let methods = evidence
            .sets
            .iter()
            .chain(&evidence.exact)
            .filter(|mask| has(**mask, bit))
            .count() as u64
            * u64::from(UNIT);
        *score = i64::try_from(support + methods).unwrap_or(i64::MAX)
            - i64::try_from(against).unwrap_or(0);
    }
    let Some(best) = scores.iter().copied().max() else {
        return VersionVerdict::default();
    };
    let tied: Vec<u32> = (0..n)
        .zip(&scores)
        .filter(|(_, score)| **score == best)
        .map(|(bit, _)| bit)
        .collect();
    let range = |from: u32, to: u32| {
        let (from, to) = (text(from), text(to));
        if from == to {
            from
        } else {
            format!("{from} - {to}")
        }
    };
    let (Some(first), Some(last)) = (tied.first().copied(), tied.last().copied()) else {
        return VersionVerdict::default();
    };
    if text(last).is_empty() {
        return VersionVerdict::default();
    }
    let has_first = |masks: &[u64]| masks.iter().filter(|mask| has(**mask, first)).count() as u64;
    let rich = evidence.exact.len() as u64 + u64::from(evidence.novel);
    let is_plain = evidence.exact.len() as u64 * 100 >= rich * PLAIN;
    let sets = evidence.sets.len() as u64 + u64::from(evidence.novel_sets);
    let novel_sets = sets - has_first(&evidence.sets);
    let foreign = u64::from(evidence.unknown_texts) * 1000 > evidence.known.len() as u64 * FOREIGN;
    let settled = if is_plain {
        novel_sets * 1000 <= sets * NOVEL_SETS && !foreign
    } else {
        evidence.unknown_texts == 0 && novel_sets * 1000 <= sets * NOVEL_OPTIMISED
    };
    let missing = evidence
        .known
        .iter()
        .filter(|(mask, _)| !has(*mask, first))
        .count() as u64;
    let clear = missing * 100 <= evidence.known.len() as u64 * MISSING;
    if tied.len() == 1 && settled && clear {
        return VersionVerdict {
            exact: Some(text(first)),
            range: None,
        };
    }
    VersionVerdict {
        exact: None,
        range: Some(range(first, last)),
    }
}
