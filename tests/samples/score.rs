//! Counts and differences of one app, and the two committed files they are compared with; knows no report.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// What the comparison of one app with its truth gave.
#[derive(Default)]
pub(crate) struct Score {
    /// Name of the sample or file name of the app.
    pub(crate) subject: String,
    /// Expected accesses that the report must have.
    pub(crate) expected: usize,
    /// Those that it has, right in every compared field.
    pub(crate) found: usize,
    /// Places that must not be reported.
    pub(crate) forbidden: usize,
    /// Those that are reported.
    pub(crate) wrong: usize,
    /// Accesses that the truth says are missed, and are.
    pub(crate) known_misses: usize,
    /// Permissions with a verdict.
    pub(crate) permissions: usize,
    /// Those whose verdict agrees.
    pub(crate) permissions_right: usize,
    /// One line for each disagreement.
    pub(crate) differences: Vec<String>,
}

/// The scoreboard: one line an app and the sum.
pub(crate) fn table(scores: &[Score]) -> String {
    let mut text = String::from(
        "# Written by tests/samples.rs (BLESS=1 rewrites). found/expected accesses, wrongly reported places/places\n\
         # that must not be reported, right/all permission verdicts, accesses that the truth says are missed.\n",
    );
    let _ = writeln!(
        text,
        "{:<24} {:>9} {:>9} {:>12} {:>13}",
        "app", "accesses", "wrong", "permissions", "known misses"
    );
    let mut sum = Score {
        subject: "all".to_owned(),
        ..Score::default()
    };
    for score in scores {
        line(&mut text, score);
        sum.expected += score.expected;
        sum.found += score.found;
        sum.forbidden += score.forbidden;
        sum.wrong += score.wrong;
        sum.known_misses += score.known_misses;
        sum.permissions += score.permissions;
        sum.permissions_right += score.permissions_right;
    }
    line(&mut text, &sum);
    text
}

fn line(text: &mut String, score: &Score) {
    let _ = writeln!(
        text,
        "{:<24} {:>9} {:>9} {:>12} {:>13}",
        score.subject,
        format!("{}/{}", score.found, score.expected),
        format!("{}/{}", score.wrong, score.forbidden),
        format!("{}/{}", score.permissions_right, score.permissions),
        score.known_misses
    );
}

/// Compares the scoreboard with the committed file, or rewrites it when `BLESS` is set.
pub(crate) fn compare_scoreboard(path: &Path, text: &str, problems: &mut String) {
    if std::env::var("BLESS").is_ok() {
        std::fs::write(path, text).unwrap();
        return;
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    if committed != text {
        let _ = writeln!(
            problems,
            "{} differs; BLESS=1 rewrites it. It should be:\n{text}",
            path.display()
        );
    }
}

/// Compares the differences with the list of known ones: an unlisted one fails, and so does a listed one that is gone.
pub(crate) fn compare_differences(list: &Path, scores: &[Score], problems: &mut String) {
    let text = std::fs::read_to_string(list).unwrap();
    let mut known: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for (number, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        match fields.as_slice() {
            [subject, difference, reason] if !reason.trim().is_empty() => {
                let before = known.insert((*subject, *difference), *reason);
                assert!(before.is_none(), "line {} stands twice", number + 1);
            }
            _ => panic!(
                "{}:{}: not app, difference, reason",
                list.display(),
                number + 1
            ),
        }
    }
    let compared: BTreeSet<&str> = scores.iter().map(|score| score.subject.as_str()).collect();
    let mut seen = BTreeSet::new();
    for score in scores {
        for difference in &score.differences {
            let key = (score.subject.as_str(), difference.as_str());
            if known.contains_key(&key) {
                seen.insert(key);
            } else {
                let _ = writeln!(problems, "{}\t{difference}", score.subject);
            }
        }
    }
    for key in known.keys() {
        if compared.contains(key.0) && !seen.contains(key) {
            let _ = writeln!(
                problems,
                "{}\t{}\tis no longer so: take the line out of {}",
                key.0,
                key.1,
                list.display()
            );
        }
    }
}
