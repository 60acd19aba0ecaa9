//! Which version of a library, where the code of versions differs; refuses an exact answer when the code seen holds
//! what no known version has.

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

/// What the verdict on the version rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compared {
    /// Rich methods in the library's classes.
    pub methods: u32,
    /// Those of them that the library knows as they are.
    pub exact: u32,
    /// Those that the library knows by their facts alone.
    pub reshaped: u32,
    /// Words and version numbers in texts that no known version has.
    pub new_texts: (u32, u32),
    /// Facts that no known version has, in methods that are known for the greater part.
    pub new_facts: u32,
    /// Those of them that are surely the library's: in methods that rare facts of the library anchor, no other library of
    /// the app has them, and they are no words that joining texts made.
    pub own_new: u32,
    /// Facts that the library is known by.
    pub facts: u32,
    /// For each known version, oldest first: methods that it does not have although another does, and rare facts so.
    pub lacking: Vec<(u32, u32)>,
}

/// Part of rich methods, in percent, that must be known as they are for code to count as not optimised.
const PLAIN: u32 = 70;
/// New methods, in percent, from which on code that was not optimised is of no known version.
const NOVEL: u32 = 7;
/// New facts, in percent of those known, from which on code is of no known version.
const NEW_FACTS: u64 = 8;
/// As [`NEW_FACTS`], in optimised code.
const NEW_OPTIMISED: u64 = 4;
/// New facts that are surely the library's, in a thousand of those known, that optimised code of a known version may have:
/// what optimisers put together by chance.
const OWN_NEW: u64 = 1;
/// New facts, in percent of those known, that optimised code may have whatever they are, when the next known version is
/// near.
const NEW_NEAR: u64 = 3;
/// Versions that lie far apart have unknown ones between them: the part of new facts times the part by which the next best
/// version differs, in hundred thousandths, up to which the next version is near.
const NEAR: u64 = 140;
/// The next best version counts as no farther than body divided by this.
const FARTHEST: u64 = 4;
/// What the next best version lacks must be this many times what the best one lacks; in code that was not optimised.
const CLEAR: u32 = 5;
/// As [`CLEAR`], in optimised code.
const CLEAR_OPTIMISED: u32 = 7;
/// Methods and facts that the next best version must lack more than the best.
const MARGIN: u32 = 2;
/// As [`MARGIN`], in optimised code, whose methods are cut and joined.
const MARGIN_OPTIMISED: u32 = 3;
/// Methods known again from which on a version is told in optimised code.
const MIN_KNOWN: u32 = 8;
/// Part of a library's weight, in a thousand, that must be seen when only one version is known: nothing but the whole
/// library without anything new tells it from an unknown neighbour.
const WHOLE: u64 = 900;

pub(crate) fn decide(
    profiles: &ProfileImage,
    family: &Family,
    weight: u32,
    evidence: &Evidence,
) -> (VersionVerdict, Compared) {
    let compared = compare(family, evidence);
    let text = |bit: usize| {
        let bit = u32::try_from(bit).unwrap_or(u32::MAX);
        profiles
            .version(family.first_version.saturating_add(bit))
            .to_owned()
    };
    let totals: Vec<u32> = compared
        .lacking
        .iter()
        .map(|(methods, facts)| methods.saturating_add(*facts))
        .collect();
    let Some((best, own)) = totals
        .iter()
        .copied()
        .enumerate()
        .min_by_key(|(bit, total)| (*total, *bit))
    else {
        return (VersionVerdict::default(), compared);
    };
    let next = totals
        .iter()
        .enumerate()
        .filter(|(bit, _)| *bit != best)
        .map(|(_, total)| *total)
        .min();
    let coverage = u64::from(weight) * 1000 / u64::from(family.weight.max(1));
    let mut out = VersionVerdict::default();
    if is_settled(&compared, own, next, coverage) {
        out.exact = Some(text(best)).filter(|version| !version.is_empty());
        return (out, compared);
    }
    // Every version that lacks hardly more than the best.
    let near = |total: &u32| *total < own.saturating_add(MARGIN);
    let first = totals.iter().position(near).unwrap_or(best);
    let last = totals.iter().rposition(near).unwrap_or(best);
    let (first, last) = (text(first), text(last));
    out.range = if last.is_empty() {
        None
    } else if first == last || first.is_empty() {
        Some(last)
    } else {
        Some(format!("{first} - {last}"))
    };
    (out, compared)
}

fn is_settled(compared: &Compared, own: u32, next: Option<u32>, coverage: u64) -> bool {
    let known = compared.exact.saturating_add(compared.reshaped);
    let new = compared.methods.saturating_sub(known);
    let is_plain = compared.exact.saturating_mul(100) >= compared.methods.saturating_mul(PLAIN);
    let Some(next) = next else {
        return is_plain
            && new == 0
            && compared.reshaped == 0
            && compared.new_texts.0 == 0
            && compared.new_facts == 0
            && coverage >= WHOLE;
    };
    let margin = next.saturating_sub(own);
    let body = u64::from(compared.facts.saturating_add(known)).max(1);
    let new_facts = u64::from(compared.new_facts);
    let clearly = |least: u32, times: u32| margin >= least && own.saturating_mul(times) <= next;
    let is_new = |most: u64| new_facts * 100 > body * most;
    if is_plain {
        return clearly(MARGIN, CLEAR)
            && !is_new(NEW_FACTS)
            && new.saturating_mul(100) <= compared.methods.saturating_mul(NOVEL);
    }
    // Two ways to see that nothing is there which a known version does not have.
    let by_own = !is_new(NEW_OPTIMISED) && u64::from(compared.own_new) * 1000 <= body * OWN_NEW;
    let distance = u64::from(margin).min(body / FARTHEST);
    let far = new_facts * distance * 100_000 / body.saturating_mul(body);
    let by_distance = !is_new(NEW_NEAR) && far <= NEAR;
    (by_own || by_distance) && known >= MIN_KNOWN && clearly(MARGIN_OPTIMISED, CLEAR_OPTIMISED)
}

fn compare(family: &Family, evidence: &Evidence) -> Compared {
    let n = family.n_versions.min(64);
    let has = |mask: u64, bit: u32| mask >> bit & 1 != 0;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let per = |test: &dyn Fn(u64, u32) -> bool| -> Vec<(u32, u32)> {
        (0..n)
            .map(|bit| {
                let methods = evidence.exact.iter().chain(&evidence.reshaped);
                let of_methods = methods.filter(|mask| test(**mask, bit)).count();
                let of_facts = evidence.known.iter().filter(|(mask, _)| test(*mask, bit));
                (count(of_methods), count(of_facts.count()))
            })
            .collect()
    };
    Compared {
        methods: count(evidence.exact.len()).saturating_add(evidence.novel),
        exact: count(evidence.exact.len()),
        reshaped: count(evidence.reshaped.len()),
        new_texts: (evidence.new_words, evidence.new_numbers),
        new_facts: evidence.new_facts,
        own_new: evidence.own_new,
        facts: count(evidence.known.len()),
        lacking: per(&|mask, bit| !has(mask, bit)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(methods: u32, exact: u32, reshaped: u32, new_facts: u32) -> Compared {
        Compared {
            methods,
            exact,
            reshaped,
            new_facts,
            facts: 100,
            ..Compared::default()
        }
    }

    #[test]
    fn a_single_known_version_is_told_only_from_the_whole_library() {
        assert!(is_settled(&seen(50, 50, 0, 0), 0, None, 950));
        for (compared, coverage) in [
            (seen(50, 50, 0, 0), 600),
            (seen(50, 49, 0, 0), 950),
            (seen(50, 49, 1, 0), 950),
            (seen(50, 50, 0, 1), 950),
        ] {
            assert!(!is_settled(&compared, 0, None, coverage), "{compared:?}");
        }
    }

    #[test]
    fn versions_are_told_by_what_the_others_lack() {
        assert!(is_settled(&seen(50, 50, 0, 0), 0, Some(2), 100));
        assert!(!is_settled(&seen(50, 50, 0, 0), 0, Some(1), 100));
        // The best lacks too much itself, or too many methods are new.
        assert!(!is_settled(&seen(50, 50, 0, 0), 5, Some(20), 100));
        assert!(!is_settled(&seen(50, 45, 0, 0), 0, Some(20), 100));
    }

    #[test]
    fn optimised_code_needs_more() {
        assert!(is_settled(&seen(50, 10, 10, 1), 0, Some(9), 100));
        assert!(!is_settled(&seen(50, 3, 4, 1), 0, Some(9), 100));
        assert!(!is_settled(&seen(50, 10, 10, 1), 0, Some(2), 100));
        // What optimisers put together has facts in common with two versions; ten of the best against sixty are too many.
        assert!(!is_settled(&seen(50, 10, 10, 1), 10, Some(60), 100));
    }

    #[test]
    fn facts_of_the_library_that_no_known_version_has_leave_a_range() {
        // However far the next known version is.
        let mut compared = seen(50, 10, 10, 4);
        assert!(is_settled(&compared, 0, Some(900), 100));
        compared.own_new = 1;
        assert!(!is_settled(&compared, 0, Some(900), 100));
        // Near the next known version less can lie between.
        compared.new_facts = 1;
        assert!(is_settled(&compared, 0, Some(9), 100));
        compared.new_facts = 4;
        compared.facts = 5000;
        assert!(is_settled(&compared, 0, Some(900), 100));
    }
}
