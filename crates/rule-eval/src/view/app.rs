//! The one row about the app as a whole, and how much of it was seen.

use app_facts::{AppFacts, Visibility};

use super::{Source, View};
use crate::rows::{Columns, Doubt, Row, Val};

/// Methods without readable code among a thousand from which an app counts as hidden.
const HIDDEN_PERMILLE: u64 = 50;

/// Why part of the app was not seen, in Chinese and English.
pub(super) fn low_coverage(facts: &AppFacts) -> Option<(&'static str, &'static str)> {
    let coverage = &facts.coverage;
    if coverage.packed.is_some() || coverage.visibility == Visibility::ShellOnly {
        return Some((
            "应用经过加固，代码不可见",
            "the app is packed and its code is not visible",
        ));
    }
    if coverage.dex_files == 0 {
        return Some(("没有可读取的代码", "no code could be read"));
    }
    if hidden(facts) >= HIDDEN_PERMILLE {
        return Some((
            "大量方法没有可读取的代码",
            "many methods have no readable code",
        ));
    }
    if coverage.visibility == Visibility::Partial || !coverage.complete {
        return Some((
            "部分内容未能读取，见覆盖范围说明",
            "part of the app was not read; see the gaps",
        ));
    }
    None
}

/// Methods without readable code among a thousand.
fn hidden(facts: &AppFacts) -> u64 {
    let coverage = &facts.coverage;
    u64::from(coverage.methods_without_body) * 1000 / u64::from(coverage.methods.max(1))
}

/// True when the name in the store and every name of the app have nothing in common; a channel or edition behind the
/// name is not a difference.
fn name_differs<'f>(source: &Source<'f>) -> Val<'f> {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let label = &source.facts.app.label;
    let names: Vec<String> = [label.default.as_deref(), label.zh_cn.as_deref()]
        .into_iter()
        .flatten()
        .map(plain)
        .filter(|name| !name.is_empty())
        .collect();
    let Some(store) = source.options.store_name.as_deref().map(plain) else {
        return Val::Missing;
    };
    if store.is_empty() || names.is_empty() {
        return Val::Missing;
    }
    let same = names
        .iter()
        .any(|name| name.contains(&store) || store.contains(name));
    Val::Flag(!same)
}

pub(super) fn row<'f>(source: &Source<'f>, view: &View<'f>) -> Row<'f> {
    let facts = source.facts;
    let (app, coverage, manifest) = (&facts.app, &facts.coverage, &facts.manifest);
    let columns = Columns::new(
        "app",
        &[
            "category",
            "no_pi_category",
            "target_sdk",
            "min_sdk",
            "manifest",
            "packed",
            "complete",
            "visibility",
            "data_flow",
            "hidden_permille",
            "native_libs",
            "framework",
            "cleartext",
            "allow_backup",
            "backup_rules",
            "debuggable",
            "queries_all",
            "has_policy",
            "policy_given",
            "jurisdiction",
            "timed",
            "store_name_differs",
        ],
    );
    Row {
        values: columns.row([
            Val::strings(&source.options.categories),
            if source.union.given.is_empty() {
                Val::Missing
            } else {
                Val::Flag(source.union.none_needed())
            },
            Val::number(app.target_sdk),
            Val::number(app.min_sdk),
            Val::Flag(manifest.read || app.target_sdk > 0),
            Val::Flag(coverage.packed.is_some()),
            Val::Flag(view.low_coverage.is_none()),
            Val::word(match coverage.visibility {
                Visibility::Full => "full",
                Visibility::Partial => "partial",
                Visibility::ShellOnly => "shell_only",
            }),
            Val::word(view.data_flow),
            Val::number(hidden(facts)),
            Val::number(coverage.native_libs),
            Val::strings(&coverage.frameworks),
            Val::Flag(manifest.cleartext),
            Val::Flag(manifest.allow_backup),
            Val::Flag(manifest.backup_rules),
            Val::Flag(manifest.debuggable),
            Val::Flag(manifest.queries_all),
            Val::Flag(view.has_policy),
            Val::Flag(view.policy_given),
            Val::strings(&source.options.jurisdictions),
            Val::Flag(view.timed),
            name_differs(source),
        ]),
        kind: "resource",
        id: "manifest".to_owned(),
        owner: None,
        doubt: Doubt::default(),
    }
}
