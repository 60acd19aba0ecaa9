//! Sums up statements: which kinds and SDKs are declared, which kinds denied; refuses to compare with an app.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{
    DeclaredData, DeclaredSdk, DeniedData, Disclosure, DisclosureMatch, Statement, StatementType,
};

use crate::words::Words;

/// Fills the declared and denied lists.
pub(super) fn sum_up(words: &Words, out: &mut Disclosure) {
    let mut data: BTreeMap<String, DeclaredData> = BTreeMap::new();
    let mut sdks: BTreeMap<(Option<String>, String), DeclaredSdk> = BTreeMap::new();
    let mut denied: BTreeMap<(String, String, bool), DeniedData> = BTreeMap::new();
    let told: BTreeSet<String> = out
        .statements
        .iter()
        .filter(|one| matches!(one.kind, StatementType::Collect | StatementType::Share))
        .filter(|one| one.matched != DisclosureMatch::Umbrella)
        .flat_map(|one| one.data.iter().cloned())
        .collect();
    for statement in &out.statements {
        match statement.kind {
            StatementType::Collect | StatementType::Share => {
                declare(&mut data, statement, statement.matched);
                party(words, &mut sdks, statement);
            }
            StatementType::Deny => {
                deny(&mut denied, &told, statement);
                if statement.conditional && statement.topics.iter().any(|topic| topic == "collect")
                {
                    // "Not unless you switch it on" tells that it happens then.
                    declare(&mut data, statement, statement.matched);
                }
            }
            _ => {}
        }
    }
    out.declared_data = data.into_values().collect();
    out.declared_sdks = sdks.into_values().collect();
    out.denied_data = denied.into_values().collect();
}

fn declare(
    data: &mut BTreeMap<String, DeclaredData>,
    statement: &Statement,
    matched: DisclosureMatch,
) {
    let matched = if matched == DisclosureMatch::Umbrella {
        DisclosureMatch::Umbrella
    } else {
        DisclosureMatch::Exact
    };
    for kind in statement.data.iter().filter(|kind| *kind != "*") {
        let row = data.entry(kind.clone()).or_insert_with(|| DeclaredData {
            data: kind.clone(),
            matched,
            statements: Vec::new(),
        });
        row.matched = row.matched.min(matched);
        row.statements.push(statement.id.clone());
    }
}

fn party(
    words: &Words,
    sdks: &mut BTreeMap<(Option<String>, String), DeclaredSdk>,
    statement: &Statement,
) {
    let name = match (&statement.sdk, &statement.company) {
        (Some(id), _) => words
            .sdk(id)
            .and_then(|at| words.sdk_entry(at))
            .and_then(|entry| entry.words.first().cloned())
            .unwrap_or_else(|| id.clone()),
        (None, Some(company)) => company.clone(),
        (None, None) => return,
    };
    let key = (statement.sdk.clone(), name.clone());
    let row = sdks.entry(key).or_insert_with(|| DeclaredSdk {
        sdk: statement.sdk.clone(),
        name,
        company: None,
        matched: if statement.sdk.is_some() {
            DisclosureMatch::Exact
        } else {
            DisclosureMatch::Vendor
        },
        data: Vec::new(),
        statements: Vec::new(),
    });
    if row.company.is_none() {
        row.company.clone_from(&statement.company);
    }
    if statement.matched != DisclosureMatch::Umbrella {
        for kind in &statement.data {
            if let Err(at) = row.data.binary_search(kind) {
                row.data.insert(at, kind.clone());
            }
        }
    }
    row.statements.push(statement.id.clone());
}

fn deny(
    denied: &mut BTreeMap<(String, String, bool), DeniedData>,
    told: &BTreeSet<String>,
    statement: &Statement,
) {
    let action = if statement.topics.iter().any(|topic| topic == "share") {
        "share"
    } else if statement.topics.iter().any(|topic| topic == "keep") {
        "keep"
    } else {
        "collect"
    };
    for kind in &statement.data {
        // "Not without your consent" denies nothing of what the text says is collected.
        if statement.conditional && action == "collect" && told.contains(kind) {
            continue;
        }
        let key = (kind.clone(), action.to_owned(), statement.conditional);
        let row = denied.entry(key).or_insert_with(|| DeniedData {
            data: kind.clone(),
            action: action.to_owned(),
            conditional: statement.conditional,
            statements: Vec::new(),
            accesses: Vec::new(),
        });
        row.statements.push(statement.id.clone());
    }
}
