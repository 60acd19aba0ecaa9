//! Whether facts fit matchers and conditions hold; refuses to remember anything between rules.

use std::collections::BTreeSet;

use crate::compile::{Cexpr, Cond, Matcher, Pattern, Test};
use crate::rows::{Row, Val};
use crate::view::View;

/// True when the fact fits; `outer` is the fact gone through.
pub(crate) fn fits(matcher: &Matcher, row: &Row<'_>, outer: Option<&Row<'_>>) -> bool {
    matcher.conds.iter().all(|cond| holds(cond, row, outer))
}

fn holds(cond: &Cond, row: &Row<'_>, outer: Option<&Row<'_>>) -> bool {
    if let Some(answer) = cond.forced {
        return answer;
    }
    let value = row.value(cond.field);
    match &cond.test {
        Test::Flag(wanted) => *value == Val::Flag(*wanted),
        Test::Range(from, to) => match value {
            Val::Number(n) => from <= n && n <= to,
            _ => false,
        },
        Test::Words { yes, no } => {
            let words = value.words();
            let meets = |pattern: &Pattern| match pattern {
                Pattern::Of(field) => {
                    let wanted = outer.map_or(&[][..], |outer| outer.value(*field).words());
                    words.iter().any(|word| wanted.contains(word))
                }
                Pattern::Any => !words.is_empty(),
                Pattern::Is(text) => words.iter().any(|word| word == text),
                Pattern::Begins(text) => words.iter().any(|word| word.starts_with(text.as_str())),
                Pattern::Ends(text) => words.iter().any(|word| word.ends_with(text.as_str())),
                Pattern::Holds(text) => words.iter().any(|word| word.contains(text.as_str())),
            };
            (yes.is_empty() || yes.iter().any(meets)) && !no.iter().any(meets)
        }
    }
}

/// True when the condition holds.
pub(crate) fn is_true(expr: &Cexpr, view: &View<'_>, outer: Option<&Row<'_>>) -> bool {
    match expr {
        Cexpr::All(list) => list.iter().all(|inner| is_true(inner, view, outer)),
        Cexpr::Any(list) => list.iter().any(|inner| is_true(inner, view, outer)),
        Cexpr::Not(list) => !list.iter().any(|inner| is_true(inner, view, outer)),
        Cexpr::Count(matcher, (from, to), distinct) => {
            let rows = view.rows(matcher.subject);
            let mut found = rows.iter().filter(|row| fits(matcher, row, outer));
            match (distinct, from, to) {
                (None, 1, &i64::MAX) => found.next().is_some(),
                (None, 0, 0) => found.next().is_none(),
                (None, ..) => within(found.count(), *from, *to),
                (Some(field), ..) => {
                    let values: BTreeSet<String> = found
                        .flat_map(|row| row.value(*field).words().iter().map(ToString::to_string))
                        .collect();
                    within(values.len(), *from, *to)
                }
            }
        }
    }
}

/// True when a count lies in a range.
pub(crate) fn within(count: usize, from: i64, to: i64) -> bool {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    from <= count && count <= to
}
