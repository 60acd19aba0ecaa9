//! `samples/judged/<app>/truth.yaml`: what an app and its policy are worth, in its author's words. Only reads.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

/// The truth about one app; the fields are explained in `samples/judged/README.md`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Truth {
    format: String,
    pub(crate) app: String,
    why: String,
    pub(crate) twin: Option<String>,
    pub(crate) options: Options,
    pub(crate) rules: BTreeMap<String, String>,
    pub(crate) documents: BTreeMap<String, String>,
    pub(crate) data: BTreeMap<String, String>,
    pub(crate) sdks: BTreeMap<String, String>,
    pub(crate) denied: Vec<String>,
    pub(crate) not_seen: NotSeen,
}

/// What the program is given beside the app.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Options {
    pub(crate) policy: Vec<String>,
    pub(crate) sdk_list: Vec<String>,
    pub(crate) category: Vec<String>,
    pub(crate) first_party_domain: Vec<String>,
}

/// What the policy names and the app does not hold.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotSeen {
    pub(crate) data: Vec<String>,
    pub(crate) sdks: Vec<String>,
}

/// Reads and checks the truth of one folder.
pub(crate) fn read(folder: &Path) -> Truth {
    let text = std::fs::read_to_string(folder.join("truth.yaml")).unwrap();
    let truth: Truth = match serde_saphyr::from_str(&text) {
        Ok(truth) => truth,
        Err(error) => panic!("{}: {error}", folder.display()),
    };
    assert_eq!(truth.format, "privlens/judged/1", "{}", folder.display());
    assert!(folder.ends_with(&truth.app), "{}", truth.app);
    assert!(!truth.why.is_empty(), "{}: no why", truth.app);
    let one_of = |what: &str, answers: &BTreeMap<String, String>, words: &[&str]| {
        for (name, word) in answers {
            assert!(
                words.contains(&word.as_str()),
                "{}: {what} {name}: {word}",
                truth.app
            );
        }
    };
    let verdicts = [
        "evidence",
        "suspected",
        "capability",
        "not_found",
        "not_evaluated",
        "manual",
    ];
    one_of("rule", &truth.rules, &verdicts);
    one_of("data", &truth.data, &["exact", "umbrella", "absent"]);
    one_of(
        "sdk",
        &truth.sdks,
        &["exact", "vendor", "sibling", "absent"],
    );
    truth
}
