//! Compares reported flows with the truth. A reported flow that no row of the truth speaks of is a wrong one.

use serde_json::Value;

use crate::board::{Outcome, Row};
use crate::programs::Program;
use crate::truth::{Answer, Flow};

impl Flow {
    /// Whether the flow only goes to a store inside the app's own storage.
    pub fn is_store(&self) -> bool {
        self.sink
            .iter()
            .all(|word| word == "storage" || word == "file")
    }

    fn name(&self) -> String {
        format!("{} > {}", self.source, self.sink.join("/"))
    }

    /// Whether a reported flow is one that the row is about.
    pub fn speaks_of(&self, flow: &Value) -> bool {
        let source = flow["source"]["api"].as_str().unwrap_or("");
        let data = flow["data"].as_array().is_some_and(|data| {
            data.iter()
                .any(|id| id.as_str() == Some(self.source.as_str()))
        });
        let kind = flow["sink"]["kind"].as_str().unwrap_or("");
        let sink = flow["sink"]["api"].as_str().unwrap_or("");
        (data || names(source, &self.source))
            && self
                .sink
                .iter()
                .any(|word| word == kind || names(sink, word))
    }
}

/// Whether the word is the name of the member; names of kinds are in lower case with `_` and match no member.
fn names(api: &str, word: &str) -> bool {
    api.contains(&format!(";->{word}("))
}

/// The outcome for each program.
pub fn compare(programs: &[Program]) -> Vec<Outcome> {
    programs.iter().map(one).collect()
}

fn one(program: &Program) -> Outcome {
    let mut outcome = Outcome::new(program);
    let none = Vec::new();
    let flows = program.report["flows"].as_array().unwrap_or(&none);
    for row in &program.truth.flows {
        let found: Vec<&Value> = flows.iter().filter(|flow| row.speaks_of(flow)).collect();
        if row.expected == Answer::Any {
            continue;
        }
        let expected = row.expected == Answer::Yes;
        outcome.row(Row {
            item: row.name(),
            expected,
            reported: !found.is_empty(),
            why: row.why.clone(),
        });
        if let (Some(host), false) = (&row.host, found.is_empty()) {
            let right = found
                .iter()
                .any(|flow| flow["sink"]["host"].as_str() == Some(host.as_str()));
            outcome.detail("host", right, &row.name(), host);
        }
        if expected && !found.is_empty() {
            let confirmed = found
                .iter()
                .any(|flow| flow["confidence"].as_str() == Some("confirmed"));
            outcome.count("confirmed", confirmed);
        }
    }
    for flow in flows {
        if !program.truth.flows.iter().any(|row| row.speaks_of(flow)) {
            let data: Vec<&str> = flow["data"]
                .as_array()
                .map(|data| data.iter().filter_map(Value::as_str).collect())
                .unwrap_or_default();
            outcome.row(Row {
                item: format!(
                    "{} > {} not in the truth",
                    data.join("+"),
                    flow["sink"]["kind"].as_str().unwrap_or("?")
                ),
                expected: false,
                reported: true,
                why: String::new(),
            });
        }
    }
    outcome
}
