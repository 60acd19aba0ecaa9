//! Runs the program on a judged app and answers what the truth asks of the report; judges nothing.

use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

use crate::path_of;
use crate::truth::Truth;

/// The fields of a report that are compared.
#[derive(Deserialize)]
pub(crate) struct Report {
    accesses: Vec<Access>,
    checks: Vec<Check>,
    disclosure: Disclosure,
}

#[derive(Deserialize)]
struct Access {
    data: String,
    background_weight: bool,
}

#[derive(Deserialize)]
struct Check {
    rule: String,
    result: String,
}

#[derive(Deserialize)]
struct Disclosure {
    documents: Vec<Document>,
    declared_data: Vec<DeclaredData>,
    declared_sdks: Vec<DeclaredSdk>,
    denied_data: Vec<Denied>,
    undeclared_data: Vec<UndeclaredData>,
    undeclared_sdks: Vec<UndeclaredSdk>,
    declared_not_seen: Vec<NotSeen>,
}

#[derive(Deserialize)]
struct Document {
    role: String,
    name: String,
}

#[derive(Deserialize)]
struct DeclaredData {
    data: String,
    #[serde(rename = "match")]
    how: String,
}

#[derive(Deserialize)]
struct DeclaredSdk {
    sdk: Option<String>,
    #[serde(rename = "match")]
    how: String,
}

#[derive(Deserialize)]
struct Denied {
    data: String,
    accesses: Vec<String>,
}

#[derive(Deserialize)]
struct UndeclaredData {
    data: String,
    answer: String,
}

#[derive(Deserialize)]
struct UndeclaredSdk {
    sdk: String,
    answer: String,
}

#[derive(Deserialize)]
struct NotSeen {
    data: Option<String>,
    sdk: Option<String>,
}

/// Runs the program with the options of the truth.
pub(crate) fn scan(folder: &Path, truth: &Truth) -> Report {
    let mut command = Command::new(env!("CARGO_BIN_EXE_privlens"));
    command
        .args(["scan", "--quiet", "--format", "json"])
        .arg(path_of(folder, &format!("{}.apk", truth.app)))
        .stdin(Stdio::null());
    for name in &truth.options.policy {
        command.arg("--policy").arg(path_of(folder, name));
    }
    for name in &truth.options.sdk_list {
        command.arg("--sdk-list").arg(path_of(folder, name));
    }
    for category in &truth.options.category {
        command.args(["--category", category]);
    }
    for domain in &truth.options.first_party_domain {
        command.args(["--first-party-domain", domain]);
    }
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}: {}",
        truth.app,
        String::from_utf8_lossy(&output.stderr)
    );
    match serde_json::from_slice(&output.stdout) {
        Ok(report) => report,
        Err(error) => panic!("{}: {error}", truth.app),
    }
}

impl Report {
    /// The result of a rule, or `no such check`.
    pub(crate) fn verdict(&self, rule: &str) -> &str {
        let check = self.checks.iter().find(|check| check.rule == rule);
        check.map_or("no such check", |check| &check.result)
    }

    /// What a file was taken for.
    pub(crate) fn role(&self, name: &str) -> &str {
        let documents = &self.disclosure.documents;
        let document = documents.iter().find(|document| document.name == name);
        document.map_or("no such document", |document| &document.role)
    }

    /// How the texts speak of a kind that the app reads.
    pub(crate) fn data_answer(&self, kind: &str) -> &str {
        let texts = &self.disclosure;
        if let Some(found) = texts.undeclared_data.iter().find(|one| one.data == kind) {
            return &found.answer;
        }
        let found = texts.declared_data.iter().find(|one| one.data == kind);
        found.map_or("none", |one| &one.how)
    }

    /// Kinds that are read and not named, without the facts that nearly every program reads.
    pub(crate) fn undeclared_kinds(&self) -> Vec<&str> {
        let background = |kind: &str| {
            self.accesses
                .iter()
                .any(|access| access.data == kind && access.background_weight)
        };
        self.disclosure
            .undeclared_data
            .iter()
            .map(|one| one.data.as_str())
            .filter(|kind| !background(kind))
            .collect()
    }

    /// How the texts speak of an SDK in the app.
    pub(crate) fn sdk_answer(&self, sdk: &str) -> &str {
        let texts = &self.disclosure;
        if let Some(found) = texts.undeclared_sdks.iter().find(|one| one.sdk == sdk) {
            return &found.answer;
        }
        let found = texts
            .declared_sdks
            .iter()
            .find(|one| one.sdk.as_deref() == Some(sdk));
        found.map_or("none", |one| &one.how)
    }

    /// SDKs of the app that the texts do not name.
    pub(crate) fn undeclared_sdks(&self) -> Vec<&str> {
        let sdks = self.disclosure.undeclared_sdks.iter();
        sdks.map(|one| one.sdk.as_str()).collect()
    }

    /// Kinds that the texts deny and the app reads.
    pub(crate) fn denied_and_seen(&self) -> Vec<&str> {
        let denied = self.disclosure.denied_data.iter();
        denied
            .filter(|one| !one.accesses.is_empty())
            .map(|one| one.data.as_str())
            .collect()
    }

    /// Whether the report says that a kind is declared and was not seen.
    pub(crate) fn data_not_seen(&self, kind: &str) -> bool {
        let mut declared = self.disclosure.declared_not_seen.iter();
        declared.any(|one| one.data.as_deref() == Some(kind))
    }

    /// Whether the report says that an SDK is declared and was not seen.
    pub(crate) fn sdk_not_seen(&self, sdk: &str) -> bool {
        let mut declared = self.disclosure.declared_not_seen.iter();
        declared.any(|one| one.sdk.as_deref() == Some(sdk))
    }
}
