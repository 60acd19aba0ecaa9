//! Checks of the SDK entries against each other and against the taxonomy; changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::problem;
use crate::schema::{Catalogues, Sdk, SdkKind};
use crate::{Problem, Text};

/// Facts that need a source of their own in the entry, with their names.
fn facts<'s, 'a>(sdk: &'s Sdk<'a>) -> [(&'static str, &'s [Text<'a>]); 8] {
    [
        ("aliases", &sdk.aliases),
        ("packages", &sdk.packages),
        ("components", &sdk.components),
        ("meta_data", &sdk.meta_data),
        ("native_libs", &sdk.native_libs),
        ("assets", &sdk.assets),
        ("domains", &sdk.domains),
        ("strings", &sdk.strings),
    ]
}

/// Adds what is wrong with the SDK entries.
pub(crate) fn check(all: &Catalogues<'_>, kinds: &BTreeSet<&str>, out: &mut Vec<Problem>) {
    let ids: BTreeSet<&str> = all.sdks.iter().map(|sdk| sdk.id.as_str()).collect();
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for sdk in &all.sdks {
        let mut say = |what: String| out.push(problem("sdks", &sdk.id, &what));
        let identifying = [
            &sdk.packages,
            &sdk.components,
            &sdk.meta_data,
            &sdk.native_libs,
            &sdk.assets,
            &sdk.strings,
        ];
        if identifying.iter().all(|facts| facts.is_empty()) {
            say("no fact that identifies it".to_owned());
        }
        if sdk.sources.is_empty() {
            say("no source".to_owned());
        }
        let lists = facts(sdk).into_iter().chain([
            ("exceptions", &*sdk.exceptions),
            ("vendor_aliases", &sdk.vendor_aliases),
            ("bundles", &sdk.bundles),
            ("proxies", &sdk.proxies),
        ]);
        for (name, list) in lists {
            if !list.is_sorted_by(|a, b| a.as_str() < b.as_str()) {
                say(format!("{name} is not sorted, or has a value twice"));
            }
        }
        for (name, list) in facts(sdk) {
            let sourced = sdk
                .sources
                .iter()
                .any(|source| source.fact.as_str() == name);
            if !list.is_empty() && !sourced {
                say(format!("{name} without a source"));
            }
        }
        for prefix in &sdk.packages {
            if sdk.kind == SdkKind::Sdk && !prefix.contains('.') {
                say(format!("prefix {prefix} is too broad"));
            }
            if let Some(other) = owners.insert(prefix.as_str(), sdk.id.as_str()) {
                say(format!("prefix {prefix} belongs to {other} too"));
            }
        }
        for exception in &sdk.exceptions {
            let below = |prefix: &Text<'_>| {
                exception
                    .strip_prefix(prefix.as_str())
                    .is_some_and(|rest| rest.starts_with('.'))
            };
            if !sdk.packages.iter().any(below) {
                say(format!(
                    "exception {exception} lies below none of the packages"
                ));
            }
        }
        for id in sdk.bundles.iter().chain(&sdk.proxies) {
            if !ids.contains(id.as_str()) || id.as_str() == sdk.id.as_str() {
                say(format!("{id} is no other entry"));
            }
        }
        if let Some(said) = &sdk.discloses {
            for id in said.required.iter().chain(&said.optional) {
                if !kinds.contains(id.as_str()) {
                    say(format!("unknown kind of information {id}"));
                }
            }
            if said.none && !(said.required.is_empty() && said.optional.is_empty()) {
                say("discloses none and some".to_owned());
            }
        }
        for init in &sdk.init {
            if !init.method.starts_with('L') || !init.method.contains(";->") {
                say(format!("{} is no method", init.method));
            }
        }
        for domain in &sdk.domains {
            let plain =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
            if !domain.contains('.') || !domain.chars().all(plain) {
                say(format!("{domain} is no host name"));
            }
        }
    }
}
