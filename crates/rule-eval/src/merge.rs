//! One finding for each kind of information, holder and behaviour; ids and ranks. Refuses to let what an app could do
//! stand above what it was shown to do.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use app_facts::{Check, Confidence, Finding, Verdict};
use sha2::{Digest, Sha256};

use crate::evaluate::{Draft, steps};

/// Merges, numbers and ranks; puts the ids of findings into the checks.
pub(crate) fn merge(drafts: Vec<Draft>, checks: &mut [Check]) -> Vec<Finding> {
    let mut groups: BTreeMap<(String, String), Vec<Finding>> = BTreeMap::new();
    for draft in drafts {
        groups
            .entry((draft.behaviour, draft.key))
            .or_default()
            .push(draft.finding);
    }
    let mut out: Vec<Finding> = Vec::with_capacity(groups.len());
    for ((behaviour, key), mut list) in groups {
        list.sort_by_key(order);
        let mut list = list.into_iter();
        let Some(mut first) = list.next() else {
            continue;
        };
        first.id = id(&behaviour, &key, &first);
        let mut rules = vec![first.rule.clone()];
        for other in list {
            rules.push(other.rule.clone());
            first.related_rules.push(other.rule);
            append(&mut first.clauses, other.clauses);
            append(&mut first.clauses_unchecked, other.clauses_unchecked);
            append(&mut first.evidence, other.evidence);
            append(&mut first.data, other.data);
            if first.miit_issue.is_none() {
                first.miit_issue = other.miit_issue;
            }
        }
        first.related_rules.dedup();
        for check in checks
            .iter_mut()
            .filter(|check| rules.contains(&check.rule))
        {
            check.findings.push(first.id.clone());
        }
        out.push(first);
    }
    out.sort_by(|a, b| (order(a), &a.id).cmp(&(order(b), &b.id)));
    for (n, finding) in out.iter_mut().enumerate() {
        finding.rank = u32::try_from(n + 1).unwrap_or(u32::MAX);
    }
    for check in checks {
        check.findings.sort();
        check.findings.dedup();
    }
    out
}

fn append<T: PartialEq>(to: &mut Vec<T>, from: Vec<T>) {
    for item in from {
        if !to.contains(&item) {
            to.push(item);
        }
    }
}

/// Smaller comes first.
fn order(finding: &Finding) -> (bool, i32, Verdict, String) {
    let verdict = match finding.verdict {
        Verdict::Evidence => 0,
        Verdict::Suspected => 2,
        _ => 6,
    };
    let confidence = match finding.confidence {
        Confidence::High => 0,
        Confidence::Medium => 1,
        Confidence::Low => 2,
    };
    (
        finding.verdict == Verdict::Capability,
        verdict + confidence - steps(finding.severity),
        finding.verdict,
        finding.rule.clone(),
    )
}

/// Stable while rule behaviour, information and holder stay the same.
fn id(behaviour: &str, key: &str, finding: &Finding) -> String {
    let mut hash = Sha256::new();
    for part in [behaviour, key, &finding.data.join(",")] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut out = format!("{}-", finding.rule.to_lowercase());
    for byte in hash.finalize().iter().take(6) {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}
