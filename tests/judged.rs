//! The sample apps with written policies, judged by the program and compared with their authors' truth. Never changes
//! a truth.
//!
//! Every folder of `samples/judged` holds an app, its policy and `truth.yaml` (format in its README). A disagreement
//! fails the test unless `tests/judged/known.tsv` names it with a reason, and a named one that is gone fails too.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

#[path = "judged/known.rs"]
mod known;
#[path = "judged/report.rs"]
mod report;
#[path = "judged/truth.rs"]
mod truth;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use report::Report;
use truth::Truth;

/// Apps that there must be at least.
const LEAST: usize = 12;

/// One answer of the report that is not the truth's.
struct Disagreement {
    app: String,
    item: String,
    expected: String,
    found: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of the apps, in the order of their names.
fn folders() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(root().join("samples/judged"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("truth.yaml").is_file())
        .collect();
    found.sort();
    found
}

#[test]
fn verdicts_agree_with_the_truth() {
    let mut found = Vec::new();
    for folder in folders() {
        let truth = truth::read(&folder);
        let report = report::scan(&folder, &truth);
        compare(&truth, &report, &mut found);
    }
    let problems = known::problems(&root().join("tests/judged/known.tsv"), &found);
    assert!(
        problems.is_empty(),
        "app, item, expected, found:\n{problems}"
    );
}

#[test]
fn there_are_enough_apps_and_each_has_a_twin() {
    let folders = folders();
    assert!(folders.len() >= LEAST, "{} apps", folders.len());
    let mut lonely = String::new();
    for folder in &folders {
        let truth = truth::read(folder);
        let twin = folder.with_file_name(truth.twin.as_deref().unwrap_or_default());
        if truth.twin.is_none() || !twin.join("truth.yaml").is_file() {
            let _ = writeln!(lonely, "{}", truth.app);
        }
        assert!(!truth.rules.is_empty(), "{}: no rules", truth.app);
    }
    assert!(lonely.is_empty(), "no twin:\n{lonely}");
}

#[test]
fn each_rule_of_the_truths_is_a_rule_of_the_program() {
    let rules = std::fs::read_dir(root().join("rulesets/rules/cn")).unwrap();
    let names: Vec<String> = rules
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    for folder in folders() {
        for rule in truth::read(&folder).rules.keys() {
            assert!(
                names
                    .iter()
                    .any(|name| name.starts_with(&format!("{rule}-"))),
                "{}: no rule {rule}",
                folder.display()
            );
        }
    }
}

/// Puts every difference between a truth and a report into `found`.
fn compare(truth: &Truth, report: &Report, found: &mut Vec<Disagreement>) {
    let mut differ = |item: String, expected: &str, answer: &str| {
        if expected != answer {
            found.push(Disagreement {
                app: truth.app.clone(),
                item,
                expected: expected.to_owned(),
                found: answer.to_owned(),
            });
        }
    };
    for (rule, expected) in &truth.rules {
        differ(format!("rule:{rule}"), expected, report.verdict(rule));
    }
    for (name, expected) in &truth.documents {
        differ(format!("document:{name}"), expected, report.role(name));
    }
    for (kind, expected) in &truth.data {
        differ(format!("data:{kind}"), expected, report.data_answer(kind));
    }
    for kind in report.undeclared_kinds() {
        if !truth.data.contains_key(kind) {
            differ(format!("data:{kind}"), "none", report.data_answer(kind));
        }
    }
    for (sdk, expected) in &truth.sdks {
        differ(format!("sdk:{sdk}"), expected, report.sdk_answer(sdk));
    }
    for sdk in report.undeclared_sdks() {
        if !truth.sdks.contains_key(sdk) {
            differ(format!("sdk:{sdk}"), "none", report.sdk_answer(sdk));
        }
    }
    let denied = report.denied_and_seen();
    let mut kinds: Vec<&str> = truth.denied.iter().map(String::as_str).collect();
    kinds.extend(denied.iter().copied());
    kinds.sort_unstable();
    kinds.dedup();
    let word = |there: bool| if there { "denied" } else { "not denied" };
    for kind in kinds {
        differ(
            format!("denied:{kind}"),
            word(truth.denied.iter().any(|one| one == kind)),
            word(denied.contains(&kind)),
        );
    }
    let word = |there: bool| if there { "not seen" } else { "seen" };
    for kind in &truth.not_seen.data {
        differ(
            format!("not_seen:{kind}"),
            "not seen",
            word(report.data_not_seen(kind)),
        );
    }
    for sdk in &truth.not_seen.sdks {
        differ(
            format!("not_seen:{sdk}"),
            "not seen",
            word(report.sdk_not_seen(sdk)),
        );
    }
    for (kind, answer) in &truth.data {
        if answer == "exact" {
            differ(
                format!("not_seen:{kind}"),
                "seen",
                word(report.data_not_seen(kind)),
            );
        }
    }
    for (sdk, answer) in &truth.sdks {
        if answer == "exact" {
            differ(
                format!("not_seen:{sdk}"),
                "seen",
                word(report.sdk_not_seen(sdk)),
            );
        }
    }
}

/// The name of a file inside a folder, as an argument.
fn path_of(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    assert!(path.is_file(), "{} is missing", path.display());
    path
}
