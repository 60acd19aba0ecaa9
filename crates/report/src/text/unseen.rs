//! What was not seen, shown in every report; refuses to end a report without it.

use app_facts::Phase;

use super::page::{Ink, Page};
use super::view::View;
use super::width::safe;
use super::words::CoverageCounts;

/// Gaps of one stage in the short form.
const MOST_GAPS: usize = 20;

/// Methods with code from which on a small reachable part is worth a word.
const MANY_METHODS: u32 = 1000;
/// One method in so many reached counts as few. The number is a choice, not a measurement.
const FEW_REACHED: u32 = 50;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let words = view.words;
    let coverage = &view.facts.coverage;
    page.heading(words.unseen);
    if !coverage.complete {
        page.field(2, "! ", Ink::Warning, words.incomplete);
    }
    let shown = if view.options.verbose {
        view.facts.gaps.len()
    } else {
        MOST_GAPS
    };
    for gap in view.facts.gaps.iter().take(shown) {
        let place = if gap.place.is_empty() {
            String::new()
        } else {
            format!(" ({})", safe(&gap.place))
        };
        let mut text = format!(
            "{}{place}{}{}",
            safe(&gap.what),
            words.colon,
            safe(&gap.why)
        );
        if !gap.effect.is_empty() {
            text.push_str(" → ");
            text.push_str(&safe(&gap.effect));
        }
        page.field(2, &format!("! {}  ", gap.stage), Ink::Plain, &text);
    }
    if view.facts.gaps.len() > shown {
        page.line(
            2,
            &[(Ink::Dim, &words.more_places(view.facts.gaps.len() - shown))],
        );
    }
    if view.facts.gaps.is_empty() && coverage.complete {
        page.field(2, "", Ink::Plain, words.no_gap);
    }
    let counted = [
        (
            coverage.methods_without_body,
            words.without_body(coverage.methods_without_body),
        ),
        (
            coverage.native_libs,
            words.native_libs(coverage.native_libs),
        ),
        (
            coverage.unresolved_reflection,
            words.reflection(coverage.unresolved_reflection),
        ),
    ];
    for (count, text) in counted {
        if count > 0 {
            page.field(2, "- ", Ink::Plain, &text);
        }
    }
    let (reached, with_code) = (coverage.methods_reachable, coverage.methods_with_code);
    if with_code >= MANY_METHODS && reached < with_code / FEW_REACHED {
        page.field(2, "- ", Ink::Plain, &words.few_reached(reached, with_code));
    }
    let untimed = view
        .facts
        .accesses
        .iter()
        .filter(|access| access.phase == Some(Phase::Unknown))
        .count();
    if untimed > 0 {
        page.field(2, "- ", Ink::Plain, &words.untimed(untimed));
    }
    page.field(
        2,
        "- ",
        Ink::Plain,
        super::flows::coverage(view.options.lang, &coverage.data_flow),
    );
    page.blank();
    page.field(
        2,
        &format!("{}{}", words.looked_at, words.colon),
        Ink::Dim,
        &format!(
            "{}{}{}",
            words.visibility(coverage.visibility),
            words.comma,
            words.coverage(&CoverageCounts {
                dex: coverage.dex_files,
                classes: coverage.classes,
                methods: coverage.methods,
                with_code: coverage.methods_with_code,
                reachable: coverage.methods_reachable,
                instructions: coverage.instructions,
            })
        ),
    );
    page.field(2, "", Ink::Dim, words.footer);
}
