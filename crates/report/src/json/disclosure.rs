//! What documents say in the shape of the JSON report; refuses to interpret it.

use app_facts::{
    DeclaredData, DeclaredNotSeen, DeclaredSdk, Disclosure, Document, SdkFact, Statement,
};
use serde::Serialize;

use super::access_id;

#[derive(Serialize)]
pub(super) struct Row<'a> {
    documents: &'a [Document],
    statements: &'a [Statement],
    declared_data: &'a [DeclaredData],
    declared_sdks: &'a [DeclaredSdk],
    denied_data: Vec<Denied<'a>>,
    undeclared_data: Vec<Undeclared<'a>>,
    undeclared_sdks: &'a [app_facts::UndeclaredSdk],
    declared_not_seen: &'a [DeclaredNotSeen],
}

#[derive(Serialize)]
struct Denied<'a> {
    data: &'a str,
    action: &'a str,
    conditional: bool,
    statements: &'a [String],
    accesses: Vec<String>,
}

#[derive(Serialize)]
struct Undeclared<'a> {
    data: &'a str,
    answer: &'static str,
    accesses: Vec<String>,
    owners: &'a [String],
    statements: &'a [String],
    searched: &'a [String],
}

fn ids(accesses: &[usize]) -> Vec<String> {
    accesses.iter().map(|at| access_id(*at)).collect()
}

pub(super) fn disclosure(all: &Disclosure) -> Row<'_> {
    Row {
        documents: &all.documents,
        statements: &all.statements,
        declared_data: &all.declared_data,
        declared_sdks: &all.declared_sdks,
        denied_data: all
            .denied_data
            .iter()
            .map(|row| Denied {
                data: &row.data,
                action: &row.action,
                conditional: row.conditional,
                statements: &row.statements,
                accesses: ids(&row.accesses),
            })
            .collect(),
        undeclared_data: all
            .undeclared_data
            .iter()
            .map(|row| Undeclared {
                data: &row.data,
                answer: row.answer.as_str(),
                accesses: ids(&row.accesses),
                owners: &row.owners,
                statements: &row.statements,
                searched: &row.searched,
            })
            .collect(),
        undeclared_sdks: &all.undeclared_sdks,
        declared_not_seen: &all.declared_not_seen,
    }
}

/// Whether a document names an SDK; `None` when there is none to look in, or when it is a library.
pub(super) fn disclosed(all: &Disclosure, sdk: &SdkFact) -> Option<bool> {
    let is_list = all
        .documents
        .iter()
        .any(|document| document.role == app_facts::DocumentRole::SdkList);
    if sdk.is_library || !(all.has_policy() || is_list) {
        return None;
    }
    Some(!all.undeclared_sdks.iter().any(|row| row.sdk == sdk.id))
}
