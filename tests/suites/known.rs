//! The disagreements that are known and why. Excuses nothing that it does not name.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// One disagreement between a report and the truth.
pub struct Disagreement {
    /// `suite/category/name`.
    pub program: String,
    /// What was asked.
    pub item: String,
    /// `missed`, `wrong` or the word that is not right.
    pub kind: String,
    /// The reason in the truth.
    pub why: String,
}

/// Writes to `problems` what is not known, and what is known and gone.
pub fn compare(path: &Path, suite: &str, found: &[Disagreement], problems: &mut String) {
    let mut known: BTreeMap<[String; 3], bool> = BTreeMap::new();
    let text = std::fs::read_to_string(path).unwrap_or_default();
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        assert!(
            cells.len() == 4 && cells.iter().all(|cell| !cell.trim().is_empty()),
            "{} line {}: four columns are needed",
            path.display(),
            number + 1
        );
        if cells[0].starts_with(&format!("{suite}/")) {
            known.insert([cells[0], cells[1], cells[2]].map(str::to_owned), false);
        }
    }
    for one in found {
        let key = [one.program.clone(), one.item.clone(), one.kind.clone()];
        if let Some(seen) = known.get_mut(&key) {
            *seen = true;
        } else {
            let _ = writeln!(
                problems,
                "{}\t{}\t{}\t{}",
                one.program, one.item, one.kind, one.why
            );
        }
    }
    for (key, seen) in known {
        if !seen {
            let _ = writeln!(problems, "known and gone: {}", key.join("\t"));
        }
    }
}
