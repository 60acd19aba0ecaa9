//! The disagreements that are known and why. Excuses nothing that it does not name.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::Disagreement;

/// One line for each disagreement that is not known, and for each known one that is gone.
pub(crate) fn problems(path: &Path, found: &[Disagreement]) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let mut known: BTreeMap<[&str; 4], bool> = BTreeMap::new();
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        assert!(
            cells.len() == 5 && cells.iter().all(|cell| !cell.trim().is_empty()),
            "{} line {}: five columns are needed",
            path.display(),
            number + 1
        );
        known.insert([cells[0], cells[1], cells[2], cells[3]], false);
    }
    let mut problems = String::new();
    for one in found {
        let key = [
            one.app.as_str(),
            one.item.as_str(),
            one.expected.as_str(),
            one.found.as_str(),
        ];
        if let Some(seen) = known.get_mut(&key) {
            *seen = true;
        } else {
            let _ = writeln!(problems, "{}", key.join("\t"));
        }
    }
    for (key, seen) in known {
        if !seen {
            let _ = writeln!(problems, "known and gone: {}", key.join("\t"));
        }
    }
    problems
}
