//! What was decided for each item of a regulation, and what a device or a person must look at. Refuses to call an item
//! met.

use app_facts::{Check, MatrixRow, Verdict, Words};
use ruleset::schema::Judging;

use crate::clauses;

pub(crate) fn rows(
    judging: &Judging<'_>,
    checks: &[Check],
    as_of: &str,
    jurisdictions: &[String],
) -> Vec<MatrixRow> {
    judging
        .matrix
        .iter()
        .filter(|item| {
            let place = item.item.split('.').next().unwrap_or_default();
            jurisdictions.iter().any(|wanted| wanted == place)
        })
        .map(|item| {
            let results: Vec<Verdict> = checks
                .iter()
                .filter(|check| item.rules.contains(&check.rule))
                .map(|check| check.result)
                .collect();
            let by_device = matches!(item.decided_by.as_str(), "device" | "person");
            // What was not evaluated outweighs what was not found: an item is only looked at when all of it was.
            let result = results
                .iter()
                .copied()
                .filter(|result| *result <= Verdict::Capability)
                .min()
                .or_else(|| by_device.then_some(Verdict::Manual))
                .or_else(|| {
                    results
                        .iter()
                        .copied()
                        .find(|result| *result == Verdict::Manual)
                })
                .or_else(|| {
                    results
                        .iter()
                        .copied()
                        .find(|result| *result == Verdict::NotEvaluated)
                })
                .or_else(|| results.iter().copied().min())
                .unwrap_or(Verdict::NotEvaluated);
            let title =
                clauses::cite(judging, &item.item, as_of).map_or_else(Words::default, |clause| {
                    Words {
                        zh: format!("{} {}", clause.cite.zh, clause.label.zh),
                        en: format!("{} {}", clause.cite.en, clause.label.en),
                    }
                });
            let has_plan = !item.plan.zh.is_empty();
            MatrixRow {
                item: item.item.clone(),
                title,
                decided_by: item.decided_by.clone(),
                result,
                rules: item.rules.clone(),
                plan: has_plan.then(|| Words {
                    zh: item.plan.zh.clone(),
                    en: item.plan.en.clone(),
                }),
            }
        })
        .collect()
}
