//! The table of known differences; a difference outside it and a row without its difference both fail.

use std::collections::BTreeSet;

use super::corpus;

/// Every oracle with known differences.
const ORACLES: [&str; 5] = ["aapt", "androguard", "apksigner", "dex", "dexdump"];

/// Columns: app, oracle, item, ours, theirs, who is right, reason.
const TABLE: &str = include_str!("known-differences.tsv");

/// Differences that one oracle found.
#[derive(Debug)]
pub(super) struct Differences {
    oracle: &'static str,
    apps: BTreeSet<String>,
    found: BTreeSet<[String; 4]>,
}

impl Differences {
    pub(super) fn new(oracle: &'static str) -> Self {
        Self {
            oracle,
            apps: BTreeSet::new(),
            found: BTreeSet::new(),
        }
    }

    /// Says that an app was compared, so that its rows must occur.
    pub(super) fn looked_at(&mut self, app: &str) {
        self.apps.insert(app.to_owned());
    }

    /// Notes a difference.
    pub(super) fn add(&mut self, app: &str, item: &str, ours: &str, theirs: &str) {
        self.found
            .insert([app, item, ours, theirs].map(|cell| cell.replace(['\t', '\n'], " ")));
    }

    /// Notes a difference when the two values are not the same.
    pub(super) fn compare(&mut self, app: &str, item: &str, ours: &str, theirs: &str) {
        if ours != theirs {
            self.add(app, item, ours, theirs);
        }
    }

    /// Number of known differences and of problems, with the problems as text.
    pub(super) fn settle(&self) -> (usize, Vec<String>) {
        let mut problems = Vec::new();
        let mut known = BTreeSet::new();
        for (number, line) in TABLE.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            let [app, oracle, item, ours, theirs, right, reason] = cells[..] else {
                problems.push(format!(
                    "known-differences.tsv line {}: {} columns instead of 7",
                    number + 1,
                    cells.len()
                ));
                continue;
            };
            if !["ours", "theirs", "both", "neither"].contains(&right) || reason.len() < 10 {
                problems.push(format!(
                    "known-differences.tsv line {}: says not who is right and why",
                    number + 1
                ));
            }
            if !ORACLES.contains(&oracle) || !corpus::lists(app) {
                problems.push(format!(
                    "known-differences.tsv line {}: no such oracle or app",
                    number + 1
                ));
            }
            if oracle != self.oracle || !self.apps.contains(app) {
                continue;
            }
            let row = [app, item, ours, theirs].map(str::to_owned);
            if !self.found.contains(&row) {
                problems.push(format!(
                    "known-differences.tsv line {}: this difference no longer occurs",
                    number + 1
                ));
            }
            known.insert(row);
        }
        for [app, item, ours, theirs] in self.found.difference(&known) {
            problems.push(format!(
                "{app}\t{}\t{item}\t{ours}\t{theirs}\t<who is right>\t<reason>",
                self.oracle
            ));
        }
        (known.len(), problems)
    }
}
