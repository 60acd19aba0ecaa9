//! Checks the tables of callbacks and of the agreement; refuses members that the framework model does not know.

use crate::Problem;
use crate::check::{n_params, problem, split_method};
use crate::schema::Catalogues;

const FILE: &str = "entry-points/callbacks.yaml";
const CONSENT: &str = "entry-points/consent.yaml";

/// Adds every fault found. `fault` tells what is wrong with a full method descriptor of the framework.
pub(crate) fn check(
    all: &Catalogues<'_>,
    fault: &dyn Fn(&str) -> Option<&'static str>,
    out: &mut Vec<Problem>,
) {
    for row in &all.callbacks.types {
        if row.r#type.as_str().is_empty() || row.method.as_ref().is_some_and(|name| name.is_empty())
        {
            out.push(problem(FILE, &row.r#type, "an empty pattern"));
        }
    }
    for name in all
        .callbacks
        .untracked
        .iter()
        .chain(&all.callbacks.uncalled)
        .chain(&all.callbacks.parts)
    {
        if !name.starts_with('L') || !name.ends_with(';') {
            out.push(problem(FILE, name, "not a class descriptor"));
        }
    }
    for row in &all.callbacks.registrations {
        check_method(FILE, &row.method, fault, out);
        if !is_object(&row.object) {
            out.push(problem(
                FILE,
                &row.method,
                "object is `this`, `arg N`, `each`, `class N`, `class this`, `services N`, `inside N` or `listener N of NAME`",
            ));
        }
        if row.calls.is_empty() {
            out.push(problem(FILE, &row.method, "calls nothing back"));
        }
        for call in &row.calls {
            let proto = call.split_once('(').map(|(_, rest)| format!("({rest}"));
            if proto.is_some_and(|proto| n_params(&proto).is_none()) {
                out.push(problem(FILE, &row.method, "a prototype does not parse"));
            }
        }
        for link in &row.links {
            let is_nothing = link.as_str() == "nothing" && row.links.len() == 1;
            if link.split_once(" -> ").is_none() && !is_nothing {
                out.push(problem(
                    FILE,
                    &row.method,
                    "a link has the form `from -> to`, or is `nothing` alone",
                ));
            }
        }
    }
    for row in &all.callbacks.held {
        for method in row.calls.iter().chain(&row.until) {
            check_method(FILE, method, fault, out);
        }
        let first = row.calls.first().map_or("held", |name| name.as_str());
        if row.calls.is_empty() || row.until.is_empty() {
            out.push(problem(FILE, first, "held calls need `calls` and `until`"));
        }
    }
    for row in &all.callbacks.starts {
        check_method(FILE, &row.method, fault, out);
        if !matches!(
            row.component.as_str(),
            "activity" | "service" | "receiver" | "enable" | "layout"
        ) {
            out.push(problem(FILE, &row.method, "unknown kind of component"));
        }
    }
    for method in all
        .consent
        .getters
        .iter()
        .map(|row| &row.method)
        .chain(all.consent.setters.iter().map(|row| &row.method))
        .chain(
            all.consent
                .waits
                .iter()
                .flat_map(|row| [&row.method, &row.opened_by]),
        )
        .chain(all.consent.holders.iter().flat_map(|row| {
            row.makes
                .iter()
                .chain(&row.makes_empty)
                .chain(&row.sets)
                .chain(&row.sets_last)
                .chain(&row.gets)
                .chain(&row.views)
        }))
        .chain(&all.consent.transparent)
        .chain(&all.consent.equals)
        .chain(&all.consent.never)
        .chain(&all.consent.negates)
        .chain(&all.consent.shows)
        .chain(
            all.consent
                .launch
                .iter()
                .flat_map(|launch| launch.gives.iter().chain(&launch.tests)),
        )
    {
        check_method(CONSENT, method, fault, out);
    }
    for word in all
        .consent
        .flag_words
        .iter()
        .chain(&all.consent.other_words)
        .chain(&all.consent.negative_words)
    {
        if word.is_empty() || word.as_str() != word.to_lowercase() {
            out.push(problem(CONSENT, word, "words are given in lower case"));
        }
    }
}

fn is_object(text: &str) -> bool {
    let number = |rest: &str| rest.parse::<u32>().is_ok();
    matches!(text, "this" | "each" | "class this")
        || text.strip_prefix("arg ").is_some_and(number)
        || text.strip_prefix("class ").is_some_and(number)
        || text.strip_prefix("services ").is_some_and(number)
        || text.strip_prefix("inside ").is_some_and(number)
        || text
            .strip_prefix("listener ")
            .and_then(|rest| rest.split_once(" of "))
            .is_some_and(|(at, name)| number(at) && !name.is_empty())
}

/// A member of a framework package must exist; members of libraries are what their published code has.
fn check_method(
    file: &str,
    method: &str,
    fault: &dyn Fn(&str) -> Option<&'static str>,
    out: &mut Vec<Problem>,
) {
    if split_method(method).is_none() {
        let named = method
            .split_once("->")
            .is_some_and(|(class, name)| class.ends_with(';') && !name.is_empty());
        if !named || method.contains('(') {
            out.push(problem(file, method, "not a method"));
        }
        return;
    }
    let of_platform = ["Landroid/", "Ljava/"]
        .iter()
        .any(|prefix| method.starts_with(prefix))
        && !method.starts_with("Landroid/support/")
        && !method.starts_with("Landroid/arch/");
    if of_platform && let Some(why) = fault(method) {
        out.push(problem(file, method, why));
    }
}
