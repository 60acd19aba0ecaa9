//! `samples/rules/pairs.yaml`: the two apps of each rule, in their author's words. Only reads.

use std::path::Path;

use serde::Deserialize;

/// The pairs; the keys are explained in `samples/rules/README.md`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairs {
    format: String,
    pairs: Vec<Pair>,
}

/// One rule and its two apps.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pair {
    pub(crate) rule: String,
    pub(crate) hit: Run,
    because: String,
    pub(crate) miss: Run,
    although: String,
}

/// An app and what the program is told of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Run {
    pub(crate) app: String,
    #[serde(default)]
    pub(crate) data: Option<String>,
    #[serde(default)]
    pub(crate) policy: Option<String>,
    #[serde(default)]
    pub(crate) policy_of: Option<String>,
    #[serde(default)]
    pub(crate) declaration: Option<String>,
    #[serde(default)]
    pub(crate) declaration_of: Option<String>,
    #[serde(default)]
    pub(crate) category: Option<String>,
    #[serde(default)]
    pub(crate) domain: Option<String>,
    #[serde(default)]
    pub(crate) jurisdiction: Option<String>,
    #[serde(default)]
    pub(crate) previous: Option<String>,
}

/// Reads the pairs; each rule has one.
pub(crate) fn read(path: &Path) -> Vec<Pair> {
    let text = std::fs::read_to_string(path).unwrap();
    let read: Pairs = match serde_saphyr::from_str(&text) {
        Ok(read) => read,
        Err(error) => panic!("{}: {error}", path.display()),
    };
    assert_eq!(read.format, "privlens/rule-pairs/1");
    let mut seen = std::collections::BTreeSet::new();
    for pair in &read.pairs {
        assert!(seen.insert(&pair.rule), "{} has two pairs", pair.rule);
        assert!(!pair.because.is_empty() && !pair.although.is_empty());
    }
    read.pairs
}
