//! Scores the reader on the labelled set, statement type by statement type.
//!
//! One unit is a line of a document, a type, and one item: a kind of information (`~` before a word that stands for
//! many), an SDK, a company, a permission, a right, or `-` where only the type counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use app_facts::{DisclosureMatch, DocumentRole, Statement, StatementType};
use policy_read::{AppNames, Input, InputRole};

use super::forms::build;
use super::knowledge::{knowledge, reader, root};
use super::labels::{self, Labelled};

const PRECISION: f64 = 0.95;
const RECALL: f64 = 0.90;

/// Documents whose number is this or more were written and labelled by someone who had not read the reader.
const INDEPENDENT: u32 = 21;

/// Documents whose number is this or more are by yet another author; they were unseen once, serve for tuning since, are
/// scored apart and decide on nothing.
const ONCE_UNSEEN: u32 = 41;

/// Documents with this beginning were written to find what the reader misses; they are scored apart, so that every change
/// shows in the scoreboard.
const DEVELOPMENT: &str = "dev-";

/// Documents with this beginning were written and labelled by someone who had never seen the reader; they were unseen
/// once, serve for tuning since, are scored apart and decide on nothing.
const SECOND_UNSEEN: &str = "unseen2-";

/// Documents with this beginning were written and labelled by someone who had never seen the reader; they serve for no
/// tuning, decide on nothing and have a scoreboard of their own.
const UNSEEN: &str = "unseen3-";

/// Known misses: types that do not reach the goal once the independent documents count.
const SHORT_OF_THE_GOAL: &[&str] = &[];

/// The number in the name of a later document.
fn number_of(id: &str) -> Option<u32> {
    let rest = id.strip_prefix("later-")?;
    rest.trim_start_matches(|c: char| c.is_ascii_alphabetic())
        .parse()
        .ok()
}

#[derive(Default, Clone, Copy)]
struct Count {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Count {
    fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
    fn precision(self) -> f64 {
        share(self.right, self.wrong)
    }
    fn recall(self) -> f64 {
        share(self.right, self.missed)
    }
}

fn share(right: u32, other: u32) -> f64 {
    if right + other == 0 {
        1.0
    } else {
        f64::from(right) / f64::from(right + other)
    }
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A line without tags, entities and the targets of links.
fn shown(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let skip = match c {
            '<' if after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => after
                .find('>')
                .filter(|end| !after[..*end].contains('@') || after[..*end].contains('='))
                .map(|end| end + 1),
            ']' if after.starts_with('(') => after.find(')').map(|end| end + 1),
            '&' => after
                .find(';')
                .filter(|end| {
                    *end > 0
                        && *end <= 10
                        && after[..*end]
                            .chars()
                            .all(|c| c.is_ascii_alphanumeric() || c == '#')
                })
                .filter(|end| {
                    ![
                        "eacute", "ouml", "auml", "uuml", "szlig", "egrave", "ccedil",
                    ]
                    .contains(&&after[..*end])
                })
                .map(|end| end + 1),
            _ => None,
        };
        if let Some(end) = skip {
            rest = &after[end..];
        } else {
            out.push(c);
            rest = after;
        }
    }
    out
}

/// Items of a statement.
fn items(statement: &Statement, umbrellas: &BTreeSet<String>) -> Vec<String> {
    let mut out = Vec::new();
    match statement.kind {
        StatementType::Collect | StatementType::Share | StatementType::Deny => {
            if statement.matched == DisclosureMatch::Umbrella {
                out.extend(
                    statement
                        .topics
                        .iter()
                        .filter(|topic| umbrellas.contains(*topic))
                        .map(|topic| format!("~{topic}")),
                );
            } else {
                out.extend(statement.data.iter().cloned());
            }
            if statement.kind == StatementType::Share {
                out.extend(statement.sdk.iter().map(|sdk| format!("sdk:{sdk}")));
                if !statement.topics.iter().any(|topic| topic == "recipient") {
                    out.extend(statement.company.iter().map(|name| format!("co:{name}")));
                }
            }
        }
        StatementType::Permission
        | StatementType::Right
        | StatementType::Contact
        | StatementType::CrossBorder
        | StatementType::Other => out.extend(statement.topics.iter().cloned()),
        _ => out.push("-".to_owned()),
    }
    out
}

/// The same company: one name contains the other.
fn same_company(one: &str, two: &str) -> bool {
    let (Some(one), Some(two)) = (one.strip_prefix("co:"), two.strip_prefix("co:")) else {
        return false;
    };
    let (one, two) = (bare(one), bare(two));
    one.contains(&two) || two.contains(&one)
}

type Units = BTreeSet<(usize, String, String)>;

struct Outcome {
    found: Units,
    role: &'static str,
    date: Option<String>,
    version: Option<String>,
    language: String,
    lost: Vec<String>,
}

fn run(document: &Labelled, umbrellas: &BTreeSet<String>) -> Outcome {
    let head = |key: &str| document.head.get(key).map_or("", String::as_str);
    let (name, bytes) = build(&document.id, &document.text, head("form"), head("enc"));
    let read = reader().read(
        &[Input {
            name: &name,
            bytes: &bytes,
            role: InputRole::Policy,
        }],
        &AppNames::default(),
    );
    // Tags and the targets of links are no part of what a reader of the document sees.
    let lines: Vec<String> = document
        .text
        .lines()
        .map(|line| bare(&shown(line)))
        .collect();
    let mut found = Units::new();
    let mut lost = Vec::new();
    let mut from = 0;
    for statement in &read.statements {
        let quote = bare(&statement.quote);
        let whole = |line: &String| *line == quote;
        let part = |line: &String| line.contains(&quote);
        let wide = |line: &String| line.len() > 12 && quote.contains(line.as_str());
        let later = |fits: &dyn Fn(&String) -> bool| {
            lines.iter().skip(from).position(fits).map(|at| at + from)
        };
        let at = later(&whole)
            .or_else(|| later(&part))
            .or_else(|| lines.iter().position(part))
            .or_else(|| later(&wide));
        let Some(at) = at else {
            lost.push(statement.quote.clone());
            continue;
        };
        from = at;
        for item in items(statement, umbrellas) {
            found.insert((at + 1, statement.kind.as_str().to_owned(), item));
        }
    }
    let document = &read.documents[0];
    Outcome {
        found,
        role: if document.role == DocumentRole::NotAPolicy {
            "not_a_policy"
        } else {
            "policy"
        },
        date: document.date.clone(),
        version: document.version.clone(),
        language: document.language.clone(),
        lost,
    }
}

fn compare(
    document: &Labelled,
    outcome: &Outcome,
    counts: &mut BTreeMap<String, Count>,
    log: &mut String,
) {
    let id = &document.id;
    let lines: Vec<&str> = document.text.lines().collect();
    let line = |number: usize| lines.get(number - 1).copied().unwrap_or_default();
    let mut missed: Vec<_> = document.items.difference(&outcome.found).cloned().collect();
    let mut wrong: Vec<_> = outcome.found.difference(&document.items).cloned().collect();
    let mut right: Vec<(usize, String, String)> = document
        .items
        .intersection(&outcome.found)
        .cloned()
        .collect();
    missed.retain(|want| {
        let same = wrong.iter().position(|have| {
            have.0 == want.0 && have.1 == want.1 && same_company(&have.2, &want.2)
        });
        if let Some(at) = same {
            right.push(wrong.remove(at));
        }
        same.is_none()
    });
    for (_, kind, _) in right {
        counts.entry(kind).or_default().right += 1;
    }
    for (number, kind, item) in missed {
        let _ = writeln!(log, "MISS {id}:{number} {kind} {item} | {}", line(number));
        counts.entry(kind).or_default().missed += 1;
    }
    for (number, kind, item) in wrong {
        let _ = writeln!(log, "EXTRA {id}:{number} {kind} {item} | {}", line(number));
        counts.entry(kind).or_default().wrong += 1;
    }
    let count = counts.entry("document".to_owned()).or_default();
    let label = |key: &str| {
        document
            .head
            .get(key)
            .map(String::as_str)
            .filter(|value| *value != "-")
    };
    for (what, want, have) in [
        ("role", label("role"), Some(outcome.role)),
        ("date", label("date"), outcome.date.as_deref()),
        ("version", label("version"), outcome.version.as_deref()),
        ("language", label("lang"), Some(outcome.language.as_str())),
    ] {
        let Some(want) = want else {
            continue;
        };
        if have == Some(want) {
            count.right += 1;
        } else {
            count.wrong += u32::from(have.is_some());
            count.missed += 1;
            let _ = writeln!(log, "DOCUMENT {id} {what}: {have:?} instead of {want}");
        }
    }
    for quote in &outcome.lost {
        count.wrong += 1;
        let _ = writeln!(log, "LOST {id} {quote}");
    }
}

fn table(title: &str, counts: &BTreeMap<String, Count>) -> String {
    let mut out = format!(
        "## {title}\n\n| type | labels | right | wrong | missed | precision | recall |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    for (kind, count) in counts {
        let _ = writeln!(
            out,
            "| {kind} | {} | {} | {} | {} | {:.3} | {:.3} |",
            count.right + count.missed,
            count.right,
            count.wrong,
            count.missed,
            count.precision(),
            count.recall()
        );
    }
    out
}

/// Ids of the words that stand for many kinds of information.
fn umbrella_ids() -> BTreeSet<String> {
    knowledge()
        .catalogues()
        .policy
        .umbrellas
        .iter()
        .map(|umbrella| umbrella.id.to_string())
        .collect()
}

/// Only the sums are kept: what was read and what was missed in these documents is written nowhere.
#[test]
fn unseen_documents_are_scored_apart() {
    let umbrellas = umbrella_ids();
    let mut chinese: BTreeMap<String, Count> = BTreeMap::new();
    let mut english: BTreeMap<String, Count> = BTreeMap::new();
    let mut both: BTreeMap<String, Count> = BTreeMap::new();
    let (mut n_chinese, mut n_english) = (0, 0);
    for document in labels::all() {
        let Some(rest) = document.id.strip_prefix(UNSEEN) else {
            continue;
        };
        let (part, n) = if rest.starts_with("zh") {
            (&mut chinese, &mut n_chinese)
        } else {
            (&mut english, &mut n_english)
        };
        let outcome = run(&document, &umbrellas);
        compare(&document, &outcome, part, &mut String::new());
        compare(&document, &outcome, &mut both, &mut String::new());
        *n += 1;
    }
    if n_chinese + n_english == 0 {
        // None are written yet.
        return;
    }
    let text = format!(
        "# Score of the policy reader on the documents `{UNSEEN}*`\n\n\
         Written by `BLESS=1 cargo nextest run --cargo-profile checked -p policy-read unseen_documents`; see README.md for the rules.\n\
         These documents serve for no tuning and decide on nothing; only the sums are looked at.\n\n\
         {}\n{}\n{}",
        table(&format!("All {} documents", n_chinese + n_english), &both),
        table(&format!("{n_chinese} Chinese documents"), &chinese),
        table(&format!("{n_english} English documents"), &english)
    );
    let path = root().join("tests/policies/scoreboard-unseen3.md");
    if std::env::var("BLESS").is_ok_and(|value| value == "1") {
        std::fs::write(&path, &text).unwrap();
    }
    // Before the first run there is nothing to compare with.
    if let Ok(kept) = std::fs::read_to_string(&path) {
        assert_eq!(kept, text, "the score changed: BLESS=1 to record it");
    }
}

#[test]
fn every_type_reaches_the_goal() {
    let umbrellas = umbrella_ids();
    let mut log = String::new();
    let mut all: BTreeMap<String, Count> = BTreeMap::new();
    let mut first: BTreeMap<String, Count> = BTreeMap::new();
    let mut later: BTreeMap<String, Count> = BTreeMap::new();
    let mut independent: BTreeMap<String, Count> = BTreeMap::new();
    let mut once_unseen: BTreeMap<String, Count> = BTreeMap::new();
    let mut development: BTreeMap<String, Count> = BTreeMap::new();
    let mut second_unseen: BTreeMap<String, Count> = BTreeMap::new();
    let (mut n_first, mut n_later, mut n_independent) = (0, 0, 0);
    let (mut n_development, mut n_once_unseen, mut n_second_unseen) = (0, 0, 0);
    for document in labels::all() {
        if document.id.starts_with(UNSEEN) {
            continue;
        }
        let outcome = run(&document, &umbrellas);
        if number_of(&document.id).is_some_and(|number| number >= ONCE_UNSEEN) {
            compare(&document, &outcome, &mut once_unseen, &mut log);
            n_once_unseen += 1;
            continue;
        }
        if document.id.starts_with(SECOND_UNSEEN) {
            compare(&document, &outcome, &mut second_unseen, &mut log);
            n_second_unseen += 1;
            continue;
        }
        if document.id.starts_with(DEVELOPMENT) {
            compare(&document, &outcome, &mut development, &mut log);
            n_development += 1;
            continue;
        }
        let is_independent = number_of(&document.id).is_some_and(|number| number >= INDEPENDENT);
        compare(&document, &outcome, &mut all, &mut log);
        let (part, n) = if is_independent {
            (&mut independent, &mut n_independent)
        } else if document.id.starts_with("later") {
            (&mut later, &mut n_later)
        } else {
            (&mut first, &mut n_first)
        };
        compare(&document, &outcome, part, &mut String::new());
        *n += 1;
    }
    let text = format!(
        "# Score of the policy reader on the labelled set\n\n\
         Written by `BLESS=1 cargo nextest run --cargo-profile checked -p policy-read every_type`; see README.md for the rules.\n\
         `first-run-later.md` and `first-run-independent.md` keep the scores of the first runs on the later documents.\n\n\
         {}\n{}\n{}\n{}\n{}\n{}\n{}",
        table(
            &format!("All {} documents", n_first + n_later + n_independent),
            &all
        ),
        table(
            &format!("{n_first} documents written before the reader"),
            &first
        ),
        table(
            &format!("{n_later} documents written after the reader"),
            &later
        ),
        table(
            &format!(
                "{n_independent} documents written and labelled by someone who had not read the reader"
            ),
            &independent
        ),
        table(
            &format!(
                "{n_development} documents written to find what the reader misses, not in the numbers above"
            ),
            &development
        ),
        table(
            &format!(
                "{n_once_unseen} documents by yet another author, used for tuning after their first runs, not in the numbers above"
            ),
            &once_unseen
        ),
        table(
            &format!(
                "{n_second_unseen} documents `{SECOND_UNSEEN}*` by an author who had never seen the reader, used for tuning after their first runs, not in the numbers above"
            ),
            &second_unseen
        )
    );
    let path = root().join("tests/policies/scoreboard.md");
    let details = root().join("target/policy-score.txt");
    let _ = std::fs::write(&details, format!("{text}\n{log}"));
    if std::env::var("BLESS").is_ok_and(|value| value == "1") {
        std::fs::write(&path, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let mut tuned = first;
    for (kind, count) in later {
        tuned.entry(kind).or_default().add(&count);
    }
    let short = |counts: &BTreeMap<String, Count>| -> Vec<String> {
        counts
            .iter()
            .filter(|(_, count)| count.precision() < PRECISION || count.recall() < RECALL)
            .map(|(kind, _)| kind.clone())
            .collect()
    };
    assert_eq!(
        short(&tuned),
        Vec::<String>::new(),
        "details: target/policy-score.txt"
    );
    assert_eq!(
        short(&all),
        SHORT_OF_THE_GOAL,
        "the types known to fall short on all documents; details: target/policy-score.txt"
    );
    assert_eq!(
        kept, text,
        "the scoreboard differs: read target/policy-score.txt, then BLESS=1"
    );
}
