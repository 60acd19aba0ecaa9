//! The contract JSON `privlens-report/1`; refuses to leave a field out: what no stage filled is empty
//! or null.

mod build;
mod disclosure;
mod flows;
mod judgement;
mod model;
mod outside;
mod timeline;

use app_facts::AppFacts;

use crate::RunInfo;
use crate::mapping::Mapping;

/// Form of the JSON text.
#[derive(Debug, Clone, Copy, Default)]
pub struct JsonOptions<'a> {
    /// One line, for `jsonl`, instead of indented text.
    pub one_line: bool,
    /// Adds `mapped` (original names) to sites and chain frames.
    pub mapping: Option<&'a Mapping>,
}

/// The report as indented JSON text, ending with a newline.
pub fn render(facts: &AppFacts, run: &RunInfo) -> String {
    render_with(facts, run, &JsonOptions::default())
}

/// The report as JSON text in the given form, ending with a newline.
pub fn render_with(facts: &AppFacts, run: &RunInfo, options: &JsonOptions<'_>) -> String {
    let report = build::report(facts, run, options.mapping);
    let text = if options.one_line {
        serde_json::to_string(&report)
    } else {
        serde_json::to_string_pretty(&report)
    };
    // The structs hold strings, numbers and lists only, none of which can fail to serialise.
    let mut text = text.unwrap_or_default();
    text.push('\n');
    text
}

/// What was read from documents, without an app, as indented JSON text: `schema`, `tool`, `ruleset`, `disclosure`.
pub fn render_documents(facts: &AppFacts, run: &RunInfo) -> String {
    let report = build::documents(facts, run);
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

/// Ids of the accesses as the report writes them: `a1` is the first access of the facts, which are
/// sorted by key, then site.
pub fn access_id(index: usize) -> String {
    format!("a{}", index + 1)
}
