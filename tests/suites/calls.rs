//! Compares reported accesses and permission requests with the truth, word by word.
//!
//! An expected access is found when at least one access of the kind is there and every access of the kind agrees with
//! all words that the truth gives.

use serde_json::Value;

use crate::board::{Outcome, Row};
use crate::programs::Program;
use crate::truth::{Access, Answer, Request};

/// The outcome for each program.
pub fn compare(programs: &[Program]) -> Vec<Outcome> {
    programs.iter().map(one).collect()
}

fn one(program: &Program) -> Outcome {
    let mut outcome = Outcome::new(program);
    let none = Vec::new();
    let accesses = program.report["accesses"].as_array().unwrap_or(&none);
    for row in &program.truth.accesses {
        access(row, accesses, &mut outcome);
    }
    let requests = program.report["permission_requests"]
        .as_array()
        .unwrap_or(&none);
    for row in &program.truth.requests {
        request(row, requests, &mut outcome);
    }
    outcome
}

fn access(row: &Access, accesses: &[Value], outcome: &mut Outcome) {
    let of_kind: Vec<&Value> = accesses
        .iter()
        .filter(|access| {
            access["data"].as_str() == Some(row.data.as_str())
                && row
                    .api
                    .as_ref()
                    .is_none_or(|part| text(&access["api"]).contains(part.as_str()))
                && row
                    .place
                    .as_ref()
                    .is_none_or(|part| text(&access["site"]["method"]).contains(part.as_str()))
        })
        .collect();
    match row.expected {
        Answer::Any => {}
        Answer::No => {
            let reported = of_kind
                .iter()
                .any(|access| words(row, access).iter().all(|word| word.right));
            outcome.row(Row {
                item: format!("{} (must not)", row.data),
                expected: false,
                reported,
                why: row.why.clone(),
            });
        }
        Answer::Yes => {
            let mut said = Vec::new();
            if of_kind.is_empty() {
                said.push("no access".to_owned());
            }
            for access in &of_kind {
                for word in words(row, access) {
                    outcome.count(word.name, word.right);
                    if !word.right {
                        said.push(format!("{} {}", word.name, word.said));
                    }
                }
            }
            said.sort();
            said.dedup();
            outcome.row(Row {
                item: row.data.clone(),
                expected: true,
                reported: said.is_empty(),
                why: format!("{}; reported: {}", row.why, said.join(", ")),
            });
        }
    }
}

fn request(row: &Request, requests: &[Value], outcome: &mut Outcome) {
    let mut wanted: Vec<&str> = row.permissions.iter().map(String::as_str).collect();
    wanted.sort_unstable();
    let found = requests.iter().find(|request| {
        let mut names: Vec<&str> = request["permissions"]
            .as_array()
            .map(|names| names.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        names.sort_unstable();
        names == wanted
    });
    let item = format!(
        "request {}",
        wanted
            .iter()
            .map(|name| name.rsplit('.').next().unwrap_or(name))
            .collect::<Vec<_>>()
            .join("+")
    );
    let mut said = Vec::new();
    if let Some(request) = found {
        for word in [
            one_of("phase", &row.phase, &text(&request["phase"])),
            one_of("owner", &row.owner, &owner(&request["owner"])),
            one_of("on_denied", &row.on_denied, &text(&request["on_denied"])),
        ]
        .into_iter()
        .flatten()
        {
            outcome.count(word.name, word.right);
            if !word.right {
                said.push(format!("{} {}", word.name, word.said));
            }
        }
    } else {
        said.push("no request".to_owned());
    }
    if row.expected != Answer::Any {
        outcome.row(Row {
            item,
            expected: row.expected == Answer::Yes,
            reported: said.is_empty(),
            why: format!("{}; reported: {}", row.why, said.join(", ")),
        });
    }
}

/// A word of the report that the truth speaks of.
struct Word {
    name: &'static str,
    said: String,
    right: bool,
}

fn words(row: &Access, access: &Value) -> Vec<Word> {
    let mut found: Vec<Word> = [
        one_of("phase", &row.phase, &text(&access["phase"])),
        one_of("owner", &row.owner, &owner(&access["owner"])),
        one_of("initiator", &row.initiator, &owner(&access["initiator"])),
        one_of("level", &row.level, &text(&access["level"])),
        one_of("via", &row.via, &text(&access["via"])),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !row.entry.is_empty() {
        let said = text(&access["chain"][0]["entry"]);
        found.push(Word {
            name: "entry",
            right: row
                .entry
                .iter()
                .any(|entry| said.starts_with(entry.as_str())),
            said,
        });
    }
    if let Some(repeat) = &row.repeat {
        let said = &access["repeat"];
        let period = said["period_ms"].as_u64();
        found.push(Word {
            name: "repeat",
            right: said.is_null() != repeat.repeats
                && repeat.period_ms.is_none_or(|wanted| period == Some(wanted)),
            said: said.to_string(),
        });
    }
    found
}

/// The word, unless the truth leaves it open.
fn one_of(name: &'static str, wanted: &[String], said: &str) -> Option<Word> {
    (!wanted.is_empty()).then(|| Word {
        name,
        said: said.to_owned(),
        right: wanted.iter().any(|word| word == said),
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or("null").to_owned()
}

/// The catalogue id, or the kind where there is none. A library is `library` whichever it is.
fn owner(value: &Value) -> String {
    match (value["kind"].as_str(), value["sdk"].as_str()) {
        (Some("library"), _) => "library".to_owned(),
        (_, Some(id)) => id.to_owned(),
        (Some(kind), None) => kind.to_owned(),
        (None, None) => text(value),
    }
}
