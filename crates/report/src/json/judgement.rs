//! Findings, checks and the matrix in the shape of the contract; refuses to reorder them.

use app_facts::{Check, EvidenceRef, Finding, Judgement, ListRow, MatrixRow, OwnerKind, Words};
use serde::Serialize;

use super::model::{Never, Owner};
use crate::contract;

#[derive(Serialize)]
pub(super) struct FindingRow<'a> {
    id: &'a str,
    rule: &'a str,
    verdict: &'static str,
    severity: &'static str,
    confidence: &'static str,
    confidence_why: &'a [String],
    rank: u32,
    title: &'a Words,
    message: &'a Words,
    limits: &'a Words,
    confirm: &'a Words,
    remedy: &'a Words,
    clauses: &'a [String],
    clauses_unchecked: &'a [String],
    miit_issue: Option<&'a str>,
    related_rules: &'a [String],
    data: &'a [String],
    owner: Owner<'a>,
    suppressed: Option<Never>,
    baseline: Option<Never>,
    evidence: &'a [EvidenceRef],
    evidence_more: u32,
}

#[derive(Serialize)]
pub(super) struct CheckRow<'a> {
    rule: &'a str,
    result: &'static str,
    findings: &'a [String],
    missing_inputs: &'a [String],
    why: Option<&'a Words>,
}

#[derive(Serialize)]
pub(super) struct MatrixItem<'a> {
    item: &'a str,
    title: &'a Words,
    decided_by: &'a str,
    result: &'static str,
    rules: &'a [String],
    plan: Option<&'a Words>,
}

/// The two lists.
#[derive(Serialize)]
pub(super) struct Lists<'a> {
    collected: &'a [ListRow],
    shared: &'a [ListRow],
    notes: &'a [Words],
}

pub(super) fn findings(judgement: &Judgement) -> Vec<FindingRow<'_>> {
    judgement.findings.iter().map(finding).collect()
}

fn finding(row: &Finding) -> FindingRow<'_> {
    FindingRow {
        id: &row.id,
        rule: &row.rule,
        verdict: row.verdict.as_str(),
        severity: row.severity.as_str(),
        confidence: row.confidence.as_str(),
        confidence_why: &row.confidence_why,
        rank: row.rank,
        title: &row.title,
        message: &row.message,
        limits: &row.limits,
        confirm: &row.confirm,
        remedy: &row.remedy,
        clauses: &row.clauses,
        clauses_unchecked: &row.clauses_unchecked,
        miit_issue: row.miit_issue.as_deref(),
        related_rules: &row.related_rules,
        data: &row.data,
        // A finding about the app as a whole is the app's.
        owner: row.owner.as_ref().map_or(
            Owner {
                kind: contract::owner_kind(OwnerKind::App),
                sdk: None,
            },
            super::build::owner,
        ),
        suppressed: None,
        baseline: None,
        evidence: &row.evidence,
        evidence_more: row.evidence_more,
    }
}

pub(super) fn checks(judgement: &Judgement) -> Vec<CheckRow<'_>> {
    judgement.checks.iter().map(check).collect()
}

fn check(row: &Check) -> CheckRow<'_> {
    CheckRow {
        rule: &row.rule,
        result: row.result.as_str(),
        findings: &row.findings,
        missing_inputs: &row.missing_inputs,
        why: row.why.as_ref(),
    }
}

pub(super) fn matrix(judgement: &Judgement) -> Vec<MatrixItem<'_>> {
    judgement.matrix.iter().map(item).collect()
}

fn item(row: &MatrixRow) -> MatrixItem<'_> {
    MatrixItem {
        item: &row.item,
        title: &row.title,
        decided_by: &row.decided_by,
        result: row.result.as_str(),
        rules: &row.rules,
        plan: row.plan.as_ref(),
    }
}

pub(super) fn lists(judgement: &Judgement) -> Lists<'_> {
    Lists {
        collected: &judgement.collected,
        shared: &judgement.shared,
        notes: &judgement.notes,
    }
}
