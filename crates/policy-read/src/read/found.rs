//! Statements about kinds of information and who receives them, in the making; refuses to say where they stand.

use app_facts::{DisclosureMatch, StatementType};

use super::clause::{self, Action, Lead};
use super::entry::used_by_user;
use super::{InputRole, Walk};
use crate::words::{Class, Marks, Name, Words};

impl Walk<'_> {
    /// Statements about kinds of information, SDKs and companies.
    pub(super) fn information(
        &self,
        read: &clause::Read,
        marks: &Marks,
        form: &str,
        lead: Option<&Lead>,
        companies: &[String],
        found: &mut Vec<Found>,
    ) {
        let words = self.words;
        let mut sdks: Vec<u16> = Vec::new();
        for noun in &marks.nouns {
            if let Name::Sdk(at) = noun.name
                && !sdks.contains(&at)
            {
                sdks.push(at);
            }
        }
        if sdks.is_empty() && marks.has(Class::SdkPronoun) {
            sdks.extend(&self.last_sdks);
        }
        if sdks.is_empty() && marks.has(Class::SdkWord) && read.has(Action::Share) {
            sdks.extend(&self.last_sdks);
        }
        if sdks.is_empty() {
            sdks.extend(lead.iter().flat_map(|lead| lead.sdks.iter()));
        }
        let sections = self.sections();
        let in_sdk = sections.has(words, "sdk") || sections.has(words, "share");
        let mut shared = false;
        let of_last = !self.last_sdks.is_empty()
            && !marks.has(Class::SubjectUs)
            && !marks.has(Class::SubjectUser)
            && (in_sdk || goes_on_about(form));
        if of_last && sdks.is_empty() && read.has(Action::Collect) {
            // "Example SDK, by Example Ltd. Collects: device model."
            sdks.extend(&self.last_sdks);
        }
        for group in &read.groups {
            let mut group = group.clone();
            if of_last && !group.denied {
                group.action = Action::Share;
            }
            let group = &group;
            let mut base = Found::new(if group.denied {
                StatementType::Deny
            } else {
                match group.action {
                    Action::Collect => StatementType::Collect,
                    Action::Share => StatementType::Share,
                }
            });
            base.conditional = group.conditional;
            if group.denied {
                base.topics.push(
                    match group.action {
                        Action::Collect if group.kept => "keep",
                        Action::Collect => "collect",
                        Action::Share => "share",
                    }
                    .to_owned(),
                );
            }
            let parties = if base.kind == StatementType::Share {
                shared = true;
                sdks.as_slice()
            } else {
                &[]
            };
            let company = if base.kind == StatementType::Share {
                companies.first().cloned()
            } else {
                None
            };
            base.company = company;
            spread(words, &base, &group.data, &group.umbrellas, parties, found);
        }
        // An SDK or company that is named as a recipient, without any kind of information.
        let denied_use = clause::Read::negated_use(marks);
        if !shared && !denied_use {
            let uses = !used_by_user(marks, form)
                && (in_sdk
                    || by_party(marks, form)
                    || (marks.has(Class::Integrate)
                        && (marks.has(Class::SdkWord) || marks.has(Class::SubjectUs)))
                    || marks.has(Class::VerbReceive) && !taken_from(marks, form));
            if !sdks.is_empty()
                && marks
                    .nouns
                    .iter()
                    .any(|noun| matches!(noun.name, Name::Sdk(_)))
                && uses
                && !(self.role == InputRole::Policy && sections.has(words, "rights"))
            {
                let mut base = Found::new(StatementType::Share);
                base.company = companies.first().cloned();
                spread(words, &base, &[], &[], &sdks, found);
            } else if !companies.is_empty()
                && (marks.has(Class::Hosting) && !marks.has(Class::Negation)
                    || (in_sdk || marks.has(Class::VerbReceive))
                        && !sections.has(words, "contact")
                        && (lead.is_some_and(|lead| lead.action == Some(Action::Share))
                            || marks.has(Class::VerbReceive)
                            || marks.has(Class::PurposeOf))
                        && !marks.has(Class::SubjectUser))
            {
                for company in companies {
                    let mut base = Found::new(StatementType::Share);
                    base.company = Some(company.clone());
                    base.matched = DisclosureMatch::Vendor;
                    found.push(base);
                }
            }
        } else if shared && companies.len() > 1 {
            for company in companies.iter().skip(1) {
                let mut base = Found::new(StatementType::Share);
                base.company = Some(company.clone());
                base.matched = DisclosureMatch::Vendor;
                found.push(base);
            }
        }
    }
}

/// A statement in the making.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) kind: StatementType,
    pub(super) data: Vec<String>,
    pub(super) sdk: Option<u16>,
    pub(super) company: Option<String>,
    pub(super) matched: DisclosureMatch,
    pub(super) topics: Vec<String>,
    pub(super) permissions: Vec<String>,
    pub(super) conditional: bool,
}

impl Found {
    pub(super) fn new(kind: StatementType) -> Self {
        Self {
            kind,
            data: Vec::new(),
            sdk: None,
            company: None,
            matched: DisclosureMatch::Exact,
            topics: Vec::new(),
            permissions: Vec::new(),
            conditional: false,
        }
    }

    pub(super) fn topic(mut self, topic: &str) -> Self {
        self.topics.push(topic.to_owned());
        self
    }
}

/// "Payments are processed by X", "支付由X完成": an SDK does something for the app.
fn by_party(marks: &Marks, form: &str) -> bool {
    const BY: [&str; 24] = [
        "runs through",
        "run through",
        "goes through",
        "go through",
        "taken by",
        "made through",
        "collected by",
        "managed by",
        "processed by",
        "handled by",
        "sent by",
        "sent through",
        "sent via",
        "delivered by",
        "delivered through",
        "served by",
        "supplied by",
        "powered by",
        "hosted by",
        "run by",
        "done by",
        "carried out by",
        "performed by",
        "由",
    ];
    marks
        .nouns
        .iter()
        .find(|noun| matches!(noun.name, Name::Sdk(_)))
        .is_some_and(|noun| {
            let before = form.get(..noun.place.start).unwrap_or_default().trim_end();
            let before = before.strip_suffix(" the").unwrap_or(before);
            BY.iter().any(|word| before.ends_with(word)) && !before.ends_with("理由")
        })
}

/// True for a sentence whose subject is that of the one before: "会拿到机型".
fn goes_on_about(form: &str) -> bool {
    [
        "会",
        "将会",
        "可能会",
        "可能",
        "需要收集",
        "主要收集",
        "收集",
        "获取",
        "采集",
        "会收集",
        "collects ",
        "may collect ",
    ]
    .iter()
    .any(|word| form.starts_with(word))
}

/// "We obtain your nickname from X": the one that the operator takes from receives nothing.
fn taken_from(marks: &Marks, form: &str) -> bool {
    marks
        .nouns
        .iter()
        .find(|noun| matches!(noun.name, Name::Sdk(_)))
        .is_some_and(|noun| {
            let before = form.get(..noun.place.start).unwrap_or_default().trim_end();
            ["从", "自", "来自", "from"]
                .iter()
                .any(|word| before.ends_with(word))
        })
}

/// One statement for the kinds named, one for each umbrella word, each for every SDK.
pub(super) fn spread(
    words: &Words,
    base: &Found,
    data: &[String],
    umbrellas: &[u16],
    sdks: &[u16],
    found: &mut Vec<Found>,
) {
    let parties: Vec<Option<u16>> = if sdks.is_empty() {
        vec![None]
    } else {
        sdks.iter().copied().map(Some).collect()
    };
    for sdk in parties {
        let mut one = base.clone();
        one.sdk = sdk;
        if !data.is_empty() || umbrellas.is_empty() {
            let mut exact = one.clone();
            exact.data = data.to_vec();
            found.push(exact);
        }
        for umbrella in umbrellas {
            let Some(entry) = words.umbrellas.get(usize::from(*umbrella)) else {
                continue;
            };
            let mut wide = one.clone();
            wide.data.clone_from(&entry.covers);
            wide.matched = DisclosureMatch::Umbrella;
            wide.topics.push(entry.id.clone());
            found.push(wide);
        }
    }
}
