//! Rows of what documents say and how it differs from the app.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::Level;

use super::Source;
use crate::rows::{Columns, Doubt, Row, Val};

pub(super) fn documents<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let app = &source.facts.app;
    let own: Vec<&str> = [app.label.default.as_deref(), app.label.zh_cn.as_deref()]
        .into_iter()
        .flatten()
        .chain(source.options.operator.as_deref())
        .chain(source.options.affiliates.iter().map(String::as_str))
        .filter(|name| !name.trim().is_empty())
        .collect();
    let columns = Columns::new(
        "document",
        &["role", "language", "dated", "name", "other_names"],
    );
    source
        .facts
        .disclosure
        .documents
        .iter()
        .map(|document| {
            let names = &document.names;
            let is_own = |name: &String| {
                own.iter().any(|own| {
                    name.contains(own)
                        || own.contains(name.as_str())
                        || source.group.owns_name(name)
                })
            };
            let other = !own.is_empty() && !names.is_empty() && !names.iter().any(is_own);
            Row {
                values: columns.row([
                    Val::word(document.role.as_str()),
                    Val::word(&document.language),
                    Val::Flag(document.date.is_some()),
                    Val::word(&document.name),
                    Val::Flag(other),
                ]),
                kind: "policy",
                id: document.name.clone(),
                owner: None,
                doubt: Doubt::default(),
            }
        })
        .collect()
}

pub(super) fn statements<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let disclosure = &source.facts.disclosure;
    let columns = Columns::new(
        "statement",
        &[
            "type",
            "data",
            "sdk",
            "company",
            "match",
            "topic",
            "permission",
            "conditional",
            "role",
            "quote",
            "place",
        ],
    );
    disclosure
        .statements
        .iter()
        .map(|row| Row {
            values: columns.row([
                Val::word(row.kind.as_str()),
                Val::strings(&row.data),
                Val::maybe(row.sdk.as_deref()),
                Val::Flag(row.company.is_some()),
                Val::word(row.matched.as_str()),
                Val::strings(&row.topics),
                Val::strings(&row.permissions),
                Val::Flag(row.conditional),
                disclosure
                    .documents
                    .get(usize::try_from(row.doc).unwrap_or(usize::MAX))
                    .map_or(Val::Missing, |document| Val::word(document.role.as_str())),
                Val::word(&row.quote),
                Val::word(&row.place),
            ]),
            kind: "policy",
            id: row.id.clone(),
            owner: None,
            doubt: Doubt::default(),
        })
        .collect()
}

pub(super) fn undeclared<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let columns = Columns::new(
        "undeclared",
        &["data", "group", "answer", "owner", "background_weight"],
    );
    let mut out = Vec::new();
    for row in &source.facts.disclosure.undeclared_data {
        let places: Vec<usize> = row
            .accesses
            .iter()
            .copied()
            .filter(|index| {
                source
                    .facts
                    .accesses
                    .get(*index)
                    .is_some_and(|access| access.level == Level::Reachable)
            })
            .collect();
        // One row for each holder, so that a finding names who reads.
        let mut by_owner: BTreeMap<&str, usize> = BTreeMap::new();
        for index in &places {
            if let Some(access) = source.facts.accesses.get(*index) {
                by_owner.entry(access.owner.short()).or_insert(*index);
            }
        }
        if places.is_empty() && row.accesses.is_empty() {
            // Rows without places come from facts files and from flows of typed text.
            let owner = row.owners.first().map_or("unknown", String::as_str);
            out.push(Row {
                values: columns.row([
                    Val::word(&row.data),
                    source.data_group(&row.data),
                    Val::word(row.answer.as_str()),
                    Val::word(owner),
                    Val::Flag(source.is_background(&row.data)),
                ]),
                kind: "policy",
                id: format!("undeclared:{}", row.data),
                owner: None,
                doubt: Doubt::default(),
            });
        }
        for (owner, index) in by_owner {
            out.push(Row {
                values: columns.row([
                    Val::word(&row.data),
                    source.data_group(&row.data),
                    Val::word(row.answer.as_str()),
                    Val::word(owner),
                    Val::Flag(source.is_background(&row.data)),
                ]),
                kind: "access",
                id: format!("a{}", index + 1),
                owner: source.facts.accesses.get(index).map(|access| &access.owner),
                doubt: Doubt::default(),
            });
        }
    }
    out
}

pub(super) fn undeclared_sdks<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let columns = Columns::new(
        "undeclared_sdk",
        &["sdk", "answer", "data", "collects", "same_group"],
    );
    source
        .facts
        .disclosure
        .undeclared_sdks
        .iter()
        .map(|row| {
            let same_group = row.same_group || source.same_group(&row.sdk);
            Row {
                values: columns.row([
                    Val::word(&row.sdk),
                    Val::word(row.answer.as_str()),
                    Val::strings(&row.data),
                    Val::Flag(row.data.iter().any(|id| !source.is_background(id))),
                    Val::Flag(same_group),
                ]),
                kind: "sdk",
                id: row.sdk.clone(),
                owner: None,
                doubt: Doubt {
                    same_group,
                    ..Doubt::default()
                },
            }
        })
        .collect()
}

/// What an SDK reads beyond what the documents declare for it; only for SDKs with a list of their own.
pub(super) fn excess<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let facts = source.facts;
    let columns = Columns::new("excess", &["sdk", "data", "background_weight"]);
    let mut declared: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &facts.disclosure.declared_sdks {
        if let Some(id) = row.sdk.as_deref().filter(|_| !row.data.is_empty()) {
            declared
                .entry(id)
                .or_default()
                .extend(row.data.iter().map(String::as_str));
        }
    }
    let mut out: BTreeMap<(&str, &str), Row<'f>> = BTreeMap::new();
    for (index, access) in facts.accesses.iter().enumerate() {
        let Some(sdk) = access.owner.sdk.as_deref() else {
            continue;
        };
        if access.level != Level::Reachable {
            continue;
        }
        let Some(list) = declared.get(sdk) else {
            continue;
        };
        if list.contains(access.data.as_str()) || list.contains("*") {
            continue;
        }
        out.entry((sdk, &access.data)).or_insert_with(|| Row {
            values: columns.row([
                Val::word(sdk),
                Val::word(&access.data),
                Val::Flag(source.is_background(&access.data)),
            ]),
            kind: "access",
            id: format!("a{}", index + 1),
            owner: Some(&access.owner),
            doubt: Doubt::default(),
        });
    }
    out.into_values().collect()
}

pub(super) fn denied<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let facts = source.facts;
    let columns = Columns::new("denied", &["data", "action", "conditional", "seen"]);
    facts
        .disclosure
        .denied_data
        .iter()
        .map(|row| {
            let place = row.accesses.iter().copied().find(|index| {
                facts
                    .accesses
                    .get(*index)
                    .is_some_and(|access| access.level == Level::Reachable)
            });
            Row {
                values: columns.row([
                    Val::word(&row.data),
                    Val::word(&row.action),
                    Val::Flag(row.conditional),
                    Val::Flag(place.is_some()),
                ]),
                kind: "policy",
                id: row
                    .statements
                    .first()
                    .cloned()
                    .unwrap_or_else(|| format!("denied:{}", row.data)),
                owner: place
                    .and_then(|index| facts.accesses.get(index))
                    .map(|access| &access.owner),
                doubt: Doubt::default(),
            }
        })
        .collect()
}
