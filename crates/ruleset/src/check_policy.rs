//! Checks the words by which policies are read; refuses names of kinds, SDKs, classes and sections that do not exist.

use std::collections::BTreeSet;

use crate::Problem;
use crate::schema::Catalogues;

/// Most classes of words, which the reader keeps in one set of bits.
const MAX_CLASSES: usize = 128;
/// Most sections, for the same reason.
const MAX_SECTIONS: usize = 64;
/// Types of statements.
const TYPES: [&str; 13] = [
    "collect",
    "share",
    "deny",
    "permission",
    "purpose",
    "right",
    "contact",
    "minors",
    "retention",
    "cross_border",
    "security",
    "update",
    "other",
];

/// Adds every fault found.
pub(crate) fn check(all: &Catalogues<'_>, kinds: &BTreeSet<&str>, out: &mut Vec<Problem>) {
    let words = &all.policy;
    if words.is_empty() {
        return;
    }
    let mut fault = |place: &str, what: String| {
        out.push(Problem {
            file: "policy".to_owned(),
            place: place.to_owned(),
            what,
        });
    };
    for term in &words.terms {
        for id in term.data.iter().filter(|id| !kinds.contains(id.as_str())) {
            fault("terms", format!("unknown kind of information {id}"));
        }
    }
    for umbrella in &words.umbrellas {
        for id in umbrella
            .covers
            .iter()
            .filter(|id| !kinds.contains(id.as_str()))
        {
            fault(&umbrella.id, format!("unknown kind of information {id}"));
        }
    }
    let sdks: BTreeSet<&str> = all.sdks.iter().map(|sdk| sdk.id.as_str()).collect();
    for names in words
        .sdk_names
        .iter()
        .filter(|names| !sdks.contains(names.sdk.as_str()))
    {
        fault("sdk_names", format!("unknown SDK {}", names.sdk));
    }
    let classes: BTreeSet<&str> = words
        .classes
        .iter()
        .map(|class| class.id.as_str())
        .collect();
    let sections: BTreeSet<&str> = words
        .sections
        .iter()
        .map(|class| class.id.as_str())
        .collect();
    if classes.len() > MAX_CLASSES {
        fault("classes", format!("more than {MAX_CLASSES}"));
    }
    if sections.len() > MAX_SECTIONS {
        fault("sections", format!("more than {MAX_SECTIONS}"));
    }
    for cue in &words.cues {
        if !TYPES.contains(&cue.r#type.as_str()) {
            fault("cues", format!("unknown type of statement {}", cue.r#type));
        }
        for id in cue.any.iter().chain(&cue.with).chain(&cue.without) {
            if !classes.contains(id.as_str()) {
                fault("cues", format!("unknown class {id}"));
            }
        }
        for id in cue.or_in.iter().chain(&cue.only_in).chain(&cue.not_in) {
            if !sections.contains(id.as_str()) {
                fault("cues", format!("unknown section {id}"));
            }
        }
    }
    let lists = words
        .classes
        .iter()
        .chain(&words.sections)
        .chain(&words.columns);
    for class in lists.filter(|class| class.words.iter().any(|word| word.trim().is_empty())) {
        fault(&class.id, "an empty word".to_owned());
    }
    for pair in words
        .characters
        .iter()
        .filter(|pair| pair.chars().count() != 2)
    {
        fault("characters", format!("{pair} is not a pair"));
    }
}
