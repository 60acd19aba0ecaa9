//! Ends a comparison: writes its counts for the record of a full run, then fails if something was wrong.

use std::fmt::Write as _;
use std::path::Path;

use super::known::Differences;

/// Writes the counts and panics with the problems, if there are any.
pub(super) fn finish(oracle: &str, counts: &[(&str, usize)], problems: &[String]) {
    let mut text = format!(
        "outcome\t{}\n",
        if problems.is_empty() {
            "agrees"
        } else {
            "DIFFERS"
        }
    );
    for (name, n) in counts {
        let _ = writeln!(text, "{name}\t{n}");
    }
    if !problems.is_empty() {
        let _ = writeln!(text, "problems\t{}", problems.len());
    }
    if let Ok(folder) = std::env::var("PRIVLENS_ORACLES_OUT") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(Path::new(&folder).join(format!("{oracle}.tsv")), &text).unwrap();
    }
    eprintln!(
        "{oracle}: {}",
        text.trim_end().replace('\t', " ").replace('\n', ", ")
    );
    assert!(
        problems.is_empty(),
        "{oracle}: {} problems\n{}",
        problems.len(),
        problems.join("\n")
    );
}

/// As [`finish`], for an oracle with known differences.
pub(super) fn settle(oracle: &str, mut counts: Vec<(&str, usize)>, differences: &Differences) {
    let (known, problems) = differences.settle();
    counts.push(("known differences", known));
    finish(oracle, &counts, &problems);
}
