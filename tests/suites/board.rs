//! Adds outcomes up to a scoreboard and compares it with the committed one. Judges no program itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::counts::{self, Counts};
use crate::known;
use crate::programs::Program;

/// One question to a program and its answer.
pub struct Row {
    /// What was asked.
    pub item: String,
    /// Whether it is there.
    pub expected: bool,
    /// Whether it was reported, with all words right.
    pub reported: bool,
    /// The reason in the truth.
    pub why: String,
}

/// What one program came to.
pub struct Outcome {
    program: String,
    category: String,
    late: bool,
    linked: String,
    counts: Counts,
    /// Right answers and answers by word.
    words: BTreeMap<&'static str, (u32, u32)>,
    /// Item, kind of disagreement, reason.
    disagreements: Vec<(String, String, String)>,
}

impl Outcome {
    /// Nothing asked yet.
    pub fn new(program: &Program) -> Self {
        Self {
            program: program.name.clone(),
            category: program.category.clone(),
            late: program.truth.late,
            linked: program.truth.linked.clone(),
            counts: Counts::default(),
            words: BTreeMap::new(),
            disagreements: Vec::new(),
        }
    }

    /// Adds one question.
    pub fn row(&mut self, row: Row) {
        self.counts.count(row.expected, row.reported);
        if row.expected != row.reported {
            let kind = if row.expected { "missed" } else { "wrong" };
            self.disagreements
                .push((row.item, kind.to_owned(), row.why));
        }
    }

    /// Counts one word.
    pub fn count(&mut self, word: &'static str, right: bool) {
        let (rights, all) = self.words.entry(word).or_default();
        *rights += u32::from(right);
        *all += 1;
    }

    /// Counts one word and notes when it is not right.
    pub fn detail(&mut self, word: &'static str, right: bool, item: &str, wanted: &str) {
        self.count(word, right);
        if !right {
            self.disagreements.push((
                item.to_owned(),
                word.to_owned(),
                format!("{wanted} is not named"),
            ));
        }
    }
}

/// Compares with the committed scoreboard and the known disagreements; with `BLESS=1` rewrites the scoreboard.
pub fn finish(root: &Path, suite: &str, outcomes: &[Outcome]) {
    let folder = root.join("tests/suites");
    let board = board(suite, outcomes);
    let path = folder.join(format!("{suite}-scoreboard.md"));
    let mut problems = String::new();
    let found: Vec<known::Disagreement> = outcomes
        .iter()
        .flat_map(|outcome| {
            outcome
                .disagreements
                .iter()
                .map(|(item, kind, why)| known::Disagreement {
                    program: format!("{suite}/{}", outcome.program),
                    item: item.clone(),
                    kind: kind.clone(),
                    why: why.clone(),
                })
        })
        .collect();
    known::compare(&folder.join("known.tsv"), suite, &found, &mut problems);
    if std::env::var("BLESS").is_ok_and(|value| value == "1") {
        std::fs::write(&path, &board).unwrap();
    } else {
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        if committed != board {
            let _ = writeln!(
                problems,
                "{} differs; after a look at every change run with BLESS=1:\n{board}",
                path.display()
            );
        }
    }
    assert!(problems.is_empty(), "\n{problems}");
}

fn board(suite: &str, outcomes: &[Outcome]) -> String {
    let mut text = format!(
        "# Scoreboard of the suite `{suite}`\n\n\
         Written by `tests/suites.rs`; the programs and their truth are in `samples/suites/{suite}`.\n\
         A known disagreement stands in `known.tsv` with its reason; the first comparison is kept in `{suite}-first-run.md`.\n\n"
    );
    let mut rows: BTreeMap<String, Counts> = BTreeMap::new();
    let mut late = Counts::default();
    let mut programs: BTreeMap<&str, u32> = BTreeMap::new();
    for outcome in outcomes {
        rows.entry(outcome.category.clone())
            .or_default()
            .add(outcome.counts);
        if outcome.late {
            late.add(outcome.counts);
        }
        *programs.entry(outcome.linked.as_str()).or_default() += 1;
    }
    let _ = writeln!(
        text,
        "{} programs; library features: {} programs with real bytecode of the library, {} with stand-ins of our own.\n",
        outcomes.len(),
        programs.get("real").copied().unwrap_or_default(),
        programs.get("stub").copied().unwrap_or_default(),
    );
    text.push_str(&counts::table("category", &rows));
    if late != Counts::default() {
        let mut only = BTreeMap::new();
        only.insert("late".to_owned(), late);
        text.push_str("\nPrograms that were written after the engine:\n\n");
        text.push_str(&counts::table("batch", &only));
    }
    let mut words: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for outcome in outcomes {
        for (word, (right, all)) in &outcome.words {
            let sum = words.entry(word).or_default();
            sum.0 += right;
            sum.1 += all;
        }
    }
    if !words.is_empty() {
        text.push_str("\n| word | right | compared |\n|---|---:|---:|\n");
        for (word, (right, all)) in words {
            let _ = writeln!(text, "| {word} | {right} | {all} |");
        }
    }
    text
}
