//! Reads compiled layouts, only when the code has methods that a layout could name; refuses other resources.

use std::collections::BTreeSet;

use apk_unpack::{Container, Entry, Part, PartRole};
use app_facts::Gap;
use rayon::prelude::*;

use crate::marks::gap;

/// Layouts of one app beyond this are not read; the largest apps hold some ten thousand.
const MAX_LAYOUTS: usize = 60_000;

/// Method names in the onClick attributes of every layout.
pub(crate) fn handlers(
    container: &Container<'_>,
    file_name: &str,
    gaps: &mut Vec<Gap>,
) -> BTreeSet<String> {
    let mut list: Vec<(&Part<'_>, &Entry)> = Vec::new();
    for part in container
        .parts()
        .iter()
        .filter(|part| part.role() != PartRole::Nested)
    {
        let is_layout =
            |entry: &&Entry| entry.name.contains("res/layout") && entry.name.ends_with(".xml");
        let before = list.len();
        list.extend(
            part.entries()
                .iter()
                .filter(is_layout)
                .map(|entry| (part, entry)),
        );
        if list.len() == before {
            // Shortened resource paths hide which files are layouts.
            let is_xml =
                |entry: &&Entry| entry.name.starts_with('r') && entry.name.ends_with(".xml");
            list.extend(
                part.entries()
                    .iter()
                    .filter(is_xml)
                    .map(|entry| (part, entry)),
            );
        }
    }
    if list.len() > MAX_LAYOUTS {
        gaps.push(gap(
            "pipeline",
            format!("{} of {} layouts", list.len() - MAX_LAYOUTS, list.len()),
            file_name,
            "more layouts than are read",
            "methods that only they name count as unreachable",
        ));
        list.truncate(MAX_LAYOUTS);
    }
    let read: Vec<Result<BTreeSet<String>, String>> = list
        .par_iter()
        .map(|(part, entry)| {
            let read = part.read(entry).map_err(|error| error.to_string())?;
            let document =
                manifest_parse::parse_xml(&read.bytes).map_err(|error| error.to_string())?;
            let facts = manifest_parse::scan_layout(&document);
            Ok(facts
                .on_click
                .iter()
                .map(|handler| handler.method.clone())
                .collect())
        })
        .collect();
    let mut out = BTreeSet::new();
    for ((part, entry), result) in list.iter().zip(read) {
        match result {
            Ok(names) => out.extend(names),
            Err(why) => gaps.push(gap(
                "manifest-parse",
                "a layout",
                &part.location(entry),
                why,
                "methods that only it names count as unreachable",
            )),
        }
    }
    out
}
