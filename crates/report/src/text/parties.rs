//! Third-party code found inside the app, with its evidence.

use app_facts::SdkFact;

use super::page::{Ink, Page};
use super::view::View;
use super::width::safe;
use crate::Lang;

/// Evidence shown for one SDK in the short form.
const MOST_EVIDENCE: usize = 3;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let words = view.words;
    let (libraries, parties): (Vec<&SdkFact>, Vec<&SdkFact>) =
        view.facts.sdks.iter().partition(|sdk| sdk.is_library);
    page.heading(&format!("{} ({})", words.third_parties, parties.len()));
    if parties.is_empty() {
        page.field(2, "", Ink::Plain, words.no_third_parties);
    }
    for sdk in parties {
        write_party(view, page, sdk);
    }
    if !libraries.is_empty() {
        let names: Vec<String> = libraries.iter().map(|sdk| view.sdk(&sdk.id)).collect();
        page.blank();
        page.field(
            2,
            &format!("{} ({})  ", words.libraries, libraries.len()),
            Ink::Plain,
            &names.join(words.comma),
        );
    }
}

fn write_party(view: &View<'_>, page: &mut Page, sdk: &SdkFact) {
    let words = view.words;
    let vendor = match view.options.lang {
        Lang::Zh if !sdk.vendor_zh.is_empty() => &sdk.vendor_zh,
        Lang::Zh | Lang::En if !sdk.vendor_en.is_empty() => &sdk.vendor_en,
        Lang::Zh | Lang::En => &sdk.vendor_zh,
    };
    let mut about: Vec<&str> = vec![vendor];
    about.extend(sdk.country.as_deref());
    about.push(&sdk.category);
    about.retain(|part| !part.is_empty());
    page.line(
        2,
        &[
            (Ink::Strong, &view.sdk(&sdk.id)),
            (Ink::Dim, &format!("  {}", safe(&sdk.id))),
            (Ink::Plain, &format!("  {}", safe(&about.join(" · ")))),
        ],
    );
    let data: Vec<String> = sdk.data.iter().map(|id| view.kind_name(id)).collect();
    let mut reads = if data.is_empty() {
        words.reads_nothing_seen.to_owned()
    } else {
        format!("{}{}{}", words.reads, words.colon, data.join(words.comma))
    };
    if !sdk.reachable {
        reads.push_str(words.comma);
        reads.push_str(words.not_reachable);
    }
    page.field(4, "", Ink::Plain, &reads);
    let shown = if view.options.verbose {
        sdk.evidence.len()
    } else {
        MOST_EVIDENCE
    };
    let mut evidence: Vec<String> = sdk
        .evidence
        .iter()
        .take(shown)
        .map(|evidence| {
            format!(
                "{} {} ×{}",
                evidence.kind,
                safe(&evidence.value),
                evidence.count
            )
        })
        .collect();
    if sdk.evidence.len() > shown {
        evidence.push(format!("+{}", sdk.evidence.len() - shown));
    }
    page.field(
        4,
        &format!("{}{}", words.evidence, words.colon),
        Ink::Dim,
        &evidence.join(words.comma),
    );
}
