//! What documents declare against what was found in an app; refuses to call a difference a breach.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{
    AppFacts, DeclaredNotSeen, Disclosure, DisclosureAnswer, DisclosureMatch, Level, OwnerKind,
    StatementType, UndeclaredData, UndeclaredSdk,
};

use crate::read::Reader;
use crate::words::Words;

/// What a person said about who belongs together.
#[derive(Debug, Clone, Default)]
pub struct Compare {
    /// Names of the operator and of the companies of its group.
    pub operators: Vec<String>,
}

/// Fills the lists of differences of `disclosure`. Without a policy nothing is compared.
pub fn compare(reader: &Reader, facts: &AppFacts, options: &Compare, disclosure: &mut Disclosure) {
    if !disclosure.has_policy() && !has_list(disclosure) {
        return;
    }
    let words = reader.words();
    denied(facts, disclosure);
    if disclosure.has_policy() {
        undeclared_data(words, facts, disclosure);
    }
    undeclared_sdks(reader, facts, options, disclosure);
    not_seen(words, facts, disclosure);
}

fn has_list(disclosure: &Disclosure) -> bool {
    disclosure
        .documents
        .iter()
        .any(|document| document.role == app_facts::DocumentRole::SdkList)
}

/// Accesses by kind, names only left out: a string alone is no reading.
fn accesses(facts: &AppFacts) -> BTreeMap<&str, Vec<usize>> {
    let mut out: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, access) in facts.accesses.iter().enumerate() {
        // Code of a library that nothing reaches says nothing of the app.
        let idle = access.level == Level::Present && access.owner.kind == OwnerKind::Library;
        if access.level != Level::String && !idle {
            out.entry(access.data.as_str()).or_default().push(at);
        }
    }
    out
}

fn denied(facts: &AppFacts, disclosure: &mut Disclosure) {
    let by_kind = accesses(facts);
    for row in &mut disclosure.denied_data {
        if row.action == "collect" {
            row.accesses = by_kind.get(row.data.as_str()).cloned().unwrap_or_default();
        }
    }
}

fn undeclared_data(words: &Words, facts: &AppFacts, disclosure: &mut Disclosure) {
    let mut rows = Vec::new();
    for (kind, places) in accesses(facts) {
        let declared = disclosure
            .declared_data
            .binary_search_by(|row| row.data.as_str().cmp(kind))
            .ok()
            .and_then(|at| disclosure.declared_data.get(at));
        let answer = match declared.map(|row| row.matched) {
            Some(DisclosureMatch::Exact | DisclosureMatch::Vendor) => continue,
            Some(DisclosureMatch::Umbrella) => DisclosureAnswer::Umbrella,
            None => DisclosureAnswer::Absent,
        };
        let owners: BTreeSet<String> = places
            .iter()
            .filter_map(|at| facts.accesses.get(*at))
            .map(|access| access.owner.short().to_owned())
            .collect();
        rows.push(UndeclaredData {
            data: kind.to_owned(),
            answer,
            accesses: places,
            owners: owners.into_iter().collect(),
            statements: declared
                .map(|row| row.statements.clone())
                .unwrap_or_default(),
            searched: words.searched_kinds.get(kind).cloned().unwrap_or_default(),
        });
    }
    disclosure.undeclared_data = rows;
}

fn undeclared_sdks(
    reader: &Reader,
    facts: &AppFacts,
    options: &Compare,
    disclosure: &mut Disclosure,
) {
    let words = reader.words();
    let mut named: BTreeMap<u16, Vec<String>> = BTreeMap::new();
    let mut companies: Vec<(String, String)> = Vec::new();
    for statement in &disclosure.statements {
        if !matches!(
            statement.kind,
            StatementType::Share | StatementType::Collect
        ) {
            continue;
        }
        if let Some(at) = statement.sdk.as_deref().and_then(|id| words.sdk(id)) {
            named.entry(at).or_default().push(statement.id.clone());
        }
        if let Some(company) = &statement.company {
            companies.push((words.normal.of(company), statement.id.clone()));
        }
    }
    let mut rows = Vec::new();
    for sdk in facts.sdks.iter().filter(|sdk| !sdk.is_library) {
        let Some(at) = words.sdk(&sdk.id) else {
            continue;
        };
        let Some(entry) = words.sdk_entry(at).filter(|entry| !entry.library) else {
            continue;
        };
        let direct = std::iter::once(&at)
            .chain(&entry.twins)
            .any(|one| named.contains_key(one));
        if direct {
            continue;
        }
        let mut instead: Vec<String> = Vec::new();
        let mut statements: Vec<String> = Vec::new();
        for (other, ids) in &named {
            if let Some(sibling) = words
                .sdk_entry(*other)
                .filter(|one| one.vendor == entry.vendor)
            {
                instead.push(sibling.words.first().unwrap_or(&sibling.id).clone());
                statements.extend(ids.iter().cloned());
            }
        }
        let mut answer = if instead.is_empty() {
            DisclosureAnswer::Absent
        } else {
            DisclosureAnswer::Sibling
        };
        let vendor_words: Vec<String> = words
            .vendors
            .get(usize::from(entry.vendor))
            .map(|vendor| {
                vendor
                    .words
                    .iter()
                    .map(|word| words.normal.of(word))
                    .collect()
            })
            .unwrap_or_default();
        if answer == DisclosureAnswer::Absent {
            for (company, id) in &companies {
                if vendor_words
                    .iter()
                    .any(|word| company.contains(word.as_str()))
                {
                    if !instead.contains(company) {
                        instead.push(company.clone());
                    }
                    statements.push(id.clone());
                    answer = DisclosureAnswer::Vendor;
                }
            }
        }
        let same_group = options.operators.iter().any(|operator| {
            let operator = words.normal.of(operator);
            let long = operator.chars().count() >= 2;
            long && vendor_words
                .iter()
                .any(|word| word.contains(&operator) || operator.contains(word.as_str()))
        });
        rows.push(UndeclaredSdk {
            sdk: sdk.id.clone(),
            answer,
            named_instead: instead,
            statements,
            data: sdk.data.clone(),
            same_group,
            searched: reader.searched(&sdk.id),
        });
    }
    rows.sort_by(|a, b| a.sdk.cmp(&b.sdk));
    disclosure.undeclared_sdks = rows;
}

fn not_seen(words: &Words, facts: &AppFacts, disclosure: &mut Disclosure) {
    let by_kind = accesses(facts);
    let found: BTreeSet<&str> = facts.sdks.iter().map(|sdk| sdk.id.as_str()).collect();
    let mut rows: Vec<DeclaredNotSeen> = disclosure
        .declared_data
        .iter()
        .filter(|row| {
            row.matched == DisclosureMatch::Exact
                && !by_kind.contains_key(row.data.as_str())
                // What a user types is not seen in code.
                && words.visible.contains(&row.data)
        })
        .map(|row| DeclaredNotSeen {
            data: Some(row.data.clone()),
            sdk: None,
            name: row.data.clone(),
            statements: row.statements.clone(),
        })
        .collect();
    rows.extend(
        disclosure
            .declared_sdks
            .iter()
            .filter(|row| row.sdk.as_deref().is_some_and(|id| !found.contains(id)))
            .map(|row| DeclaredNotSeen {
                data: None,
                sdk: row.sdk.clone(),
                name: row.name.clone(),
                statements: row.statements.clone(),
            }),
    );
    disclosure.declared_not_seen = rows;
}
