//! Reads compiled layouts, menus and navigation graphs for the classes and methods that they name; refuses values.

use std::collections::{BTreeMap, BTreeSet};

use apk_unpack::{Container, Entry, Part, PartRole};
use app_facts::Gap;
use manifest_parse::{LayoutFacts, XmlRole};
use rayon::prelude::*;

use crate::marks::gap;

/// Resource folders whose files name classes or methods.
const FOLDERS: [&str; 4] = ["res/layout", "res/menu", "res/navigation", "res/xml"];
/// Layouts of one app beyond this are not read; the largest apps hold some ten thousand.
const MAX_LAYOUTS: usize = 60_000;

/// What layouts name.
#[derive(Debug, Default)]
pub(crate) struct Layouts {
    /// Method names in onClick attributes.
    pub(crate) handlers: BTreeSet<String>,
    /// Descriptors of views and fragments made by name.
    pub(crate) classes: BTreeSet<String>,
    /// Descriptors of pages that are opened because a file names them.
    pub(crate) opened: BTreeSet<String>,
    /// Text fields by resource number.
    pub(crate) fields: Vec<data_flow::TextField>,
    /// Layouts with boxes or fields.
    pub(crate) pages: Vec<crate::texts::Page>,
    /// What each file makes by itself, by the name of its part and entry.
    pub(crate) files: BTreeMap<(String, String), FileMakes>,
}

/// What one file makes when it is shown.
#[derive(Debug, Default)]
pub(crate) struct FileMakes {
    /// Descriptors of views and fragments made by name; of a navigation graph only the first page.
    pub(crate) classes: BTreeSet<String>,
    /// Names of views without a package.
    pub(crate) plain_views: BTreeSet<String>,
    /// Numbers of further files that are put in.
    pub(crate) includes: Vec<u32>,
    /// Its texts, those of labels, boxes and buttons.
    pub(crate) texts: Vec<String>,
}

impl FileMakes {
    fn of(facts: &LayoutFacts) -> Self {
        let views = facts.custom_views.iter().map(|view| &view.class_name);
        let starts: Vec<&str> = facts
            .destinations
            .iter()
            .filter(|place| place.is_start)
            .filter_map(|place| place.class_name.as_deref())
            .collect();
        let is_graph = facts.role == XmlRole::Navigation;
        // A screen of settings names pages that the user opens from it.
        let fragments = facts
            .fragments
            .iter()
            .filter(|_| facts.role != XmlRole::Preferences)
            .map(|fragment| &fragment.class_name)
            .filter(|name| !is_graph || starts.contains(&name.as_str()));
        let text = |text: &manifest_parse::Text| text.best().to_owned();
        Self {
            classes: views
                .chain(fragments)
                .map(|name| manifest_parse::descriptor_of(name))
                .collect(),
            plain_views: facts.plain_views.clone(),
            includes: facts.includes.clone(),
            texts: facts
                .texts
                .iter()
                .map(|row| text(&row.text))
                .chain(
                    facts
                        .checkables
                        .iter()
                        .filter_map(|row| row.text.as_ref().map(text)),
                )
                .chain(
                    facts
                        .on_click
                        .iter()
                        .filter_map(|row| row.text.as_ref().map(text)),
                )
                .collect(),
        }
    }
}

/// Everything that the app's compiled layouts name.
pub(crate) fn read(
    container: &Container<'_>,
    file_name: &str,
    tables: &[(&str, manifest_parse::ResourceTable<'_>)],
    locale: &str,
    gaps: &mut Vec<Gap>,
) -> Layouts {
    let locale = manifest_parse::Locale::parse(locale);
    let mut list: Vec<(&Part<'_>, &Entry)> = Vec::new();
    for part in container
        .parts()
        .iter()
        .filter(|part| part.role() != PartRole::Nested)
    {
        let is_layout = |entry: &&Entry| {
            FOLDERS.iter().any(|folder| entry.name.contains(folder)) && entry.name.ends_with(".xml")
        };
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
    let read: Vec<Result<LayoutFacts, String>> = list
        .par_iter()
        .map(|(part, entry)| {
            let read = part.read(entry).map_err(|error| error.to_string())?;
            let document =
                manifest_parse::parse_xml(&read.bytes).map_err(|error| error.to_string())?;
            Ok(manifest_parse::scan_layout_with(
                &document,
                crate::texts::table_of(tables, part),
                &locale,
            ))
        })
        .collect();
    let mut out = Layouts::default();
    for ((part, entry), result) in list.iter().zip(read) {
        match result {
            Ok(facts) => {
                let table = crate::texts::table_of(tables, part);
                out.fields
                    .extend(facts.inputs.iter().filter_map(|input| field(input, table)));
                let name = (part.name().to_owned(), entry.name.clone());
                out.files.insert(name, FileMakes::of(&facts));
                out.pages.extend(crate::texts::Page::of(
                    part.location(entry),
                    &entry.name,
                    &facts,
                ));
                out.handlers
                    .extend(facts.on_click.into_iter().map(|handler| handler.method));
                let views = facts.custom_views.into_iter().map(|view| view.class_name);
                let fragments = facts
                    .fragments
                    .into_iter()
                    .map(|fragment| fragment.class_name);
                let destinations = facts
                    .destinations
                    .into_iter()
                    .filter_map(|place| place.class_name);
                let opened = facts.pages.into_iter();
                out.opened
                    .extend(opened.map(|name| manifest_parse::descriptor_of(&name)));
                let names = views.chain(fragments).chain(destinations);
                out.classes
                    .extend(names.map(|name| manifest_parse::descriptor_of(&name)));
            }
            Err(why) => gaps.push(gap(
                "manifest-parse",
                "a layout",
                &part.location(entry),
                why,
                "classes and methods that only it names count as unreachable",
            )),
        }
    }
    out.fields.sort();
    out.fields.dedup();
    out
}

/// A text field with a number, and what it says of itself.
fn field(
    input: &manifest_parse::TextInput,
    table: Option<&manifest_parse::ResourceTable<'_>>,
) -> Option<data_flow::TextField> {
    let id = input.id?;
    let name = table.and_then(|table| table.name_of(id));
    Some(data_flow::TextField {
        id,
        name: name.map(|name| name.entry).unwrap_or_default(),
        input_type: input.input_type.unwrap_or_default(),
        hint: input
            .hint
            .as_ref()
            .map(|text| text.best().to_owned())
            .unwrap_or_default(),
        autofill: input.autofill_hints.clone().unwrap_or_default(),
    })
}
