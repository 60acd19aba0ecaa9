//! The stage of policies: documents handed in, else those found inside the app, and their differences from the facts.
//! Refuses to look for documents anywhere but in the bytes it was given.

use std::sync::OnceLock;

use apk_unpack::Container;
use app_facts::{AppFacts, AppIdentity, Disclosure, DocumentRole};
use policy_read::{AppNames, Compare, Input, InputRole, Reader};
use ruleset::Knowledge;

use crate::marks::gap;

/// Entries of an app that are opened in search of a policy.
const MAX_ENTRIES: usize = 48;
/// Bytes of one entry that may be a policy.
const MAX_ENTRY: u64 = 4 << 20;
/// Characters from which a text of the resource table may be a policy.
const MIN_TEXT: usize = 600;
/// Statements from which a document inside an app counts as its policy.
const MIN_STATEMENTS: usize = 6;

/// A document about the app.
#[derive(Debug, Clone)]
pub struct PolicyDocument {
    /// File name without any path.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// A list of SDKs, not a policy.
    pub is_sdk_list: bool,
}

/// What is known beside the app.
#[derive(Debug, Clone, Default)]
pub struct PolicyOptions {
    /// Policies and lists of SDKs.
    pub documents: Vec<PolicyDocument>,
    /// Names of the operator and of the companies of its group.
    pub operators: Vec<String>,
}

/// Reads policies with one set of catalogues.
#[derive(Debug)]
pub(crate) struct Stage<'k> {
    knowledge: &'k Knowledge,
    pub(crate) options: PolicyOptions,
    reader: OnceLock<Reader>,
}

impl<'k> Stage<'k> {
    pub(crate) fn new(knowledge: &'k Knowledge) -> Self {
        Self {
            knowledge,
            options: PolicyOptions::default(),
            reader: OnceLock::new(),
        }
    }

    /// The words are compiled when the first document needs them.
    fn reader(&self) -> &Reader {
        self.reader.get_or_init(|| Reader::new(self.knowledge))
    }

    /// What the documents say.
    pub(crate) fn read(&self, container: &Container<'_>, app: &AppIdentity) -> Disclosure {
        let names = AppNames {
            labels: [&app.label.default, &app.label.zh_cn]
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
            package: app.package.clone(),
            operators: self.options.operators.clone(),
        };
        if !self.options.documents.is_empty() {
            let inputs: Vec<Input<'_>> = self
                .options
                .documents
                .iter()
                .map(|document| Input {
                    name: &document.name,
                    bytes: &document.bytes,
                    role: if document.is_sdk_list {
                        InputRole::SdkList
                    } else {
                        InputRole::Policy
                    },
                })
                .collect();
            return self.reader().read(&inputs, &names);
        }
        let found = self.inside(container);
        if found.is_empty() {
            return Disclosure::default();
        }
        // Only what reads as a policy is offered; a page of help is not even mentioned.
        let kept: Vec<&(String, Vec<u8>)> = found
            .iter()
            .filter(|(name, bytes)| {
                let read = self
                    .reader()
                    .read(&[embedded(name, bytes)], &AppNames::default());
                let is_policy = read
                    .documents
                    .iter()
                    .any(|document| document.role == DocumentRole::Embedded);
                is_policy && read.statements.len() >= MIN_STATEMENTS
            })
            .collect();
        let inputs: Vec<Input<'_>> = kept
            .iter()
            .map(|(name, bytes)| embedded(name, bytes))
            .collect();
        if inputs.is_empty() {
            return Disclosure::default();
        }
        self.reader().read(&inputs, &names)
    }

    /// Files and long texts of the app that may be a policy, sorted by name.
    fn inside(&self, container: &Container<'_>) -> Vec<(String, Vec<u8>)> {
        let mut out = Vec::new();
        for part in container.parts() {
            for entry in part.entries() {
                let fits = (200..=MAX_ENTRY).contains(&entry.declared_size)
                    && policy_read::file_may_be_policy(self.knowledge, &entry.name);
                if !fits || out.len() >= MAX_ENTRIES {
                    continue;
                }
                if let Ok(read) = part.read(entry) {
                    out.push((part.location(entry), read.bytes.into_owned()));
                }
            }
            let table = part.find("resources.arsc").map(|entry| part.read(entry));
            let Some(Ok(table)) = table else {
                continue;
            };
            let Ok(resources) = manifest_parse::parse_resources(&table.bytes) else {
                continue;
            };
            for text in resources.strings(|_| true) {
                if out.len() < MAX_ENTRIES
                    && text.text.len() >= MIN_TEXT
                    && policy_read::text_may_be_policy(self.knowledge, &text.text)
                {
                    let place = if part.name().is_empty() {
                        format!("resources.arsc string/{}", text.name)
                    } else {
                        format!("{}!/resources.arsc string/{}", part.name(), text.name)
                    };
                    out.push((place, text.text.into_bytes()));
                }
            }
        }
        out.sort();
        // The same text in several configurations is one document.
        out.dedup_by(|a, b| a.1 == b.1);
        out
    }

    /// Fills the differences.
    pub(crate) fn compare(&self, facts: &mut AppFacts) {
        if facts.disclosure.documents.is_empty() {
            return;
        }
        let mut disclosure = std::mem::take(&mut facts.disclosure);
        let options = Compare {
            operators: self.options.operators.clone(),
        };
        policy_read::compare(self.reader(), facts, &options, &mut disclosure);
        for document in &disclosure.documents {
            let Some(why) = &document.why else {
                continue;
            };
            let (what, effect) = if document.role == DocumentRole::NotAPolicy {
                (
                    "a document",
                    "nothing in it was compared with the app; without another policy it is not known what was told",
                )
            } else {
                (
                    "a part of a document",
                    "statements in that part are missing",
                )
            };
            facts
                .gaps
                .push(gap("policy-read", what, &document.name, why, effect));
        }
        facts.gaps.sort();
        facts.gaps.dedup();
        facts.disclosure = disclosure;
    }
}

fn embedded<'a>(name: &'a str, bytes: &'a [u8]) -> Input<'a> {
    Input {
        name,
        bytes,
        role: InputRole::Embedded,
    }
}
