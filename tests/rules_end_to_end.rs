//! Every core rule on two apps built from our source: it reports on one and is silent on the other. Never changes what
//! `samples/rules/pairs.yaml` says.
//!
//! A pair that does not hold fails the test unless `tests/rules/known.tsv` names it with a reason, and a named one that
//! holds again fails too.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

#[path = "rules/pairs.rs"]
mod pairs;
#[path = "rules/run.rs"]
mod run;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use pairs::Pair;
use run::Reports;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn each_rule_reports_on_its_hit_and_is_silent_on_its_miss() {
    let pairs = pairs::read(&root().join("samples/rules/pairs.yaml"));
    let mut reports = Reports::new(root().join("samples/rules"));
    let mut found = BTreeMap::new();
    for pair in &pairs {
        let answer = reports.answer(&pair.hit, &pair.rule);
        if !answer.reports() || !answer.is_about(pair.hit.data.as_deref()) {
            found.insert((pair.rule.clone(), "hit".to_owned()), answer.shown());
        }
        let answer = reports.answer(&pair.miss, &pair.rule);
        if !answer.is_silent() {
            found.insert((pair.rule.clone(), "miss".to_owned()), answer.shown());
        }
    }
    let problems = compare_with_known(&found);
    assert!(problems.is_empty(), "rule, side, answer:\n{problems}");
}

/// One line for each answer that is wrong and not known, and for each known one that is gone.
fn compare_with_known(found: &BTreeMap<(String, String), String>) -> String {
    let path = root().join("tests/rules/known.tsv");
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let mut known = BTreeMap::new();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let cells: Vec<&str> = line.split('\t').collect();
        assert!(
            cells.len() == 4 && cells.iter().all(|cell| !cell.trim().is_empty()),
            "four columns are needed: {line}"
        );
        known.insert((cells[0].to_owned(), cells[1].to_owned()), cells[2]);
    }
    let mut problems = String::new();
    for ((rule, side), answer) in found {
        if known.get(&(rule.clone(), side.clone())) != Some(&answer.as_str()) {
            let _ = writeln!(problems, "{rule}\t{side}\t{answer}");
        }
    }
    for (rule, side) in known.keys() {
        if !found.contains_key(&(rule.clone(), side.clone())) {
            let _ = writeln!(problems, "known and gone: {rule}\t{side}");
        }
    }
    problems
}

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_privlens"))
        .args(["rules", "schema"])
        .output()
        .unwrap();
    let path = root().join("rulesets/rules/rule.schema.json");
    if std::env::var("BLESS").is_ok() {
        std::fs::write(&path, &output.stdout).unwrap();
    }
    let committed = std::fs::read(&path).unwrap();
    assert!(
        committed == output.stdout,
        "rule.schema.json is old; run this test with BLESS=1"
    );
}

#[test]
fn each_core_rule_has_a_pair() {
    let pairs = pairs::read(&root().join("samples/rules/pairs.yaml"));
    let mut missing = String::new();
    let mut n_core = 0;
    for place in ["cn", "eu", "play", "us"] {
        let Ok(folders) = std::fs::read_dir(root().join("rulesets/rules").join(place)) else {
            continue;
        };
        for folder in folders {
            let text = std::fs::read_to_string(folder.unwrap().path().join("rule.yaml")).unwrap();
            let line = |key: &str| {
                let line = text.lines().find_map(|line| line.strip_prefix(key));
                line.unwrap_or_default().trim().to_owned()
            };
            if line("tier:") != "core" || line("status:") != "active" {
                continue;
            }
            n_core += 1;
            let id = line("id:");
            if !pairs.iter().any(|pair: &Pair| pair.rule == id) {
                let _ = writeln!(missing, "{id}");
            }
        }
    }
    assert!(missing.is_empty(), "core rules without a pair:\n{missing}");
    assert!(n_core >= 99, "{n_core} core rules");
}
