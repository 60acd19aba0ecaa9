//! Runs the program on the apps of the rules, once for each app and set of texts; judges nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde::Deserialize;

use crate::pairs::Run;

/// The fields of a report that are compared.
#[derive(Deserialize)]
struct Report {
    checks: Vec<Check>,
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
struct Check {
    rule: String,
    result: String,
}

#[derive(Deserialize)]
struct Finding {
    rule: String,
    related_rules: Vec<String>,
    data: Vec<String>,
}

/// Reports by what the program was told.
pub(crate) struct Reports {
    folder: PathBuf,
    made: BTreeMap<Vec<String>, Report>,
}

/// What a report says of one rule.
pub(crate) struct Answer {
    result: String,
    data: Vec<String>,
}

impl Reports {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            made: BTreeMap::new(),
        }
    }

    fn path(&self, app: &str, name: &str) -> String {
        let path = self.folder.join(app).join(name);
        assert!(path.is_file(), "{} is missing", path.display());
        path.to_str().unwrap().to_owned()
    }

    fn arguments(&self, run: &Run) -> Vec<String> {
        let mut out = vec![self.path(&run.app, &format!("{}.apk", run.app))];
        let mut option = |name: &str, value: String| {
            out.push(format!("--{name}"));
            out.push(value);
        };
        if let Some(name) = &run.policy {
            let app = run.policy_of.as_ref().unwrap_or(&run.app);
            option("policy", self.path(app, name));
        }
        if let Some(name) = &run.declaration {
            let app = run.declaration_of.as_ref().unwrap_or(&run.app);
            option("declaration", self.path(app, name));
        }
        if let Some(category) = &run.category {
            option("category", category.clone());
        }
        if let Some(domain) = &run.domain {
            option("first-party-domain", domain.clone());
        }
        if let Some(jurisdiction) = &run.jurisdiction {
            option("jurisdiction", jurisdiction.clone());
        }
        if let Some(app) = &run.previous {
            let report = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{app}.json"));
            let path = report.to_str().unwrap().to_owned();
            let bytes = scan(&[self.path(app, &format!("{app}.apk"))]);
            std::fs::write(&report, bytes).unwrap();
            option("previous", path);
        }
        out
    }

    /// What the report of a run says of a rule.
    pub(crate) fn answer(&mut self, run: &Run, rule: &str) -> Answer {
        let arguments = self.arguments(run);
        let report =
            self.made.entry(arguments).or_insert_with_key(
                |arguments| match serde_json::from_slice(&scan(arguments)) {
                    Ok(report) => report,
                    Err(error) => panic!("{arguments:?}: {error}"),
                },
            );
        let check = report.checks.iter().find(|check| check.rule == rule);
        Answer {
            result: check
                .map_or("no such check", |check| &check.result)
                .to_owned(),
            data: report
                .findings
                .iter()
                .filter(|one| {
                    one.rule == rule || one.related_rules.iter().any(|other| other == rule)
                })
                .flat_map(|one| one.data.iter().cloned())
                .collect(),
        }
    }
}

/// The JSON report of a run.
fn scan(arguments: &[String]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_privlens"))
        .args(["scan", "--quiet", "--format", "json"])
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

impl Answer {
    /// The rule speaks of what the app does, beyond what it could do.
    pub(crate) fn reports(&self) -> bool {
        matches!(self.result.as_str(), "evidence" | "suspected")
    }

    /// The rule was looked at and makes no finding; a rule that could not be looked at proves nothing.
    pub(crate) fn is_silent(&self) -> bool {
        matches!(self.result.as_str(), "not_found" | "manual")
    }

    /// One finding is about this kind of information.
    pub(crate) fn is_about(&self, data: Option<&str>) -> bool {
        data.is_none_or(|data| self.data.iter().any(|one| one == data))
    }

    pub(crate) fn shown(&self) -> String {
        if self.data.is_empty() {
            return self.result.clone();
        }
        format!("{} ({})", self.result, self.data.join(", "))
    }
}
