//! Gaps and tampering marks in the vocabulary of facts.

use app_facts::{Gap, TamperingMark};

/// A gap with its effect.
pub(crate) fn gap(
    stage: &str,
    what: impl Into<String>,
    place: &str,
    why: impl std::fmt::Display,
    effect: &str,
) -> Gap {
    Gap {
        stage: stage.to_owned(),
        what: what.into(),
        place: place.to_owned(),
        why: why.to_string(),
        effect: effect.to_owned(),
    }
}

/// Marks of the archive.
pub(crate) fn tampering<'m>(
    marks: impl IntoIterator<Item = &'m apk_unpack::Tampering>,
) -> Vec<TamperingMark> {
    marks
        .into_iter()
        .map(|mark| TamperingMark {
            kind: mark.kind.id().to_owned(),
            place: mark.entry.clone().unwrap_or_default(),
            detail: if mark.detail.is_empty() {
                format!("at byte {}", mark.offset)
            } else {
                format!("{} (at byte {})", mark.detail, mark.offset)
            },
        })
        .collect()
}

/// A variant's name in lower case with underscores, without any fields.
pub(crate) fn snake(debug: &str) -> String {
    let name = debug
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    let mut out = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
