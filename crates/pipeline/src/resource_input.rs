//! What the resources and service files of the app tell the call graph: what a layout makes, which texts ask for the
//! agreement, texts that code names by number, classes registered for an interface. Refuses to judge any of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use apk_unpack::{Container, PartRole};
use app_facts::Gap;
use call_graph::{AppInput, LayoutInput};
use manifest_parse::ResourceTable;

use crate::layouts::Layouts;
use crate::marks::gap;

/// Types of resources that are files which make something when they are shown.
const KINDS: [&str; 4] = ["layout", "menu", "navigation", "xml"];
/// Files that one file puts in, all levels together.
const MAX_INCLUDED: usize = 400;
/// Texts kept for code that names them by number.
const MAX_TEXTS: usize = 60_000;
/// Longest such text, in bytes; longer ones are prose.
const MAX_TEXT: usize = 512;
/// Folder of the files that register services
/// (<https://docs.oracle.com/javase/8/docs/api/java/util/ServiceLoader.html>).
const SERVICES: &str = "META-INF/services/";
/// Service files read.
const MAX_SERVICES: usize = 2_000;
/// Bytes of one service file.
const MAX_SERVICE_FILE: usize = 1 << 20;

/// Fills the input with what resources and service files say.
pub(crate) fn fill(
    input: &mut AppInput,
    container: &Container<'_>,
    tables: &[(&str, ResourceTable<'_>)],
    layouts: &Layouts,
    dialog_words: &[String],
    gaps: &mut Vec<Gap>,
) {
    let speaks = |text: &str| {
        let lower = text.to_lowercase();
        dialog_words.iter().any(|word| lower.contains(word))
    };
    let mut texts: BTreeMap<u32, String> = BTreeMap::new();
    for (_, table) in tables {
        let all = table.strings(|config| {
            let locale = &config.locale;
            locale.is_none() || locale.language == "zh"
        });
        for entry in all {
            if speaks(&entry.text) {
                input.asking.insert(entry.id);
            }
            let is_default = entry.config.locale.is_none()
                && entry.kind == manifest_parse::StringKind::String
                && entry.text.len() <= MAX_TEXT;
            if is_default && texts.len() < MAX_TEXTS {
                texts.entry(entry.id).or_insert(entry.text);
            }
        }
    }
    input.texts = Arc::new(texts);

    // One number may stand for several files, one for each shape of device: what any of them makes counts.
    let mut files: BTreeMap<u32, Vec<&crate::layouts::FileMakes>> = BTreeMap::new();
    for (part, table) in tables {
        for (id, path) in table.files(&KINDS) {
            if let Some(file) = layouts.files.get(&((*part).to_owned(), path)) {
                files.entry(id).or_default().push(file);
            }
        }
    }
    for id in files.keys() {
        let mut made = LayoutInput::default();
        let mut seen = BTreeSet::from([*id]);
        let mut work = vec![*id];
        while let Some(here) = work.pop() {
            for file in files.get(&here).into_iter().flatten() {
                made.classes.extend(file.classes.iter().cloned());
                made.plain_views.extend(file.plain_views.iter().cloned());
                if file.texts.iter().any(|text| speaks(text)) {
                    input.asking.insert(*id);
                }
                for next in &file.includes {
                    if seen.len() < MAX_INCLUDED && seen.insert(*next) {
                        work.push(*next);
                    }
                }
            }
        }
        if !made.classes.is_empty() || !made.plain_views.is_empty() {
            input.layouts.insert(*id, made);
        }
    }
    services(input, container, gaps);
}

/// Classes that files of the archive register for an interface.
fn services(input: &mut AppInput, container: &Container<'_>, gaps: &mut Vec<Gap>) {
    let mut n = 0;
    for part in container.parts() {
        if part.role() == PartRole::Nested {
            continue;
        }
        for entry in part.entries() {
            // Modules of a bundle keep such files below a folder of their own.
            let Some((_, interface)) = entry.name.split_once(SERVICES) else {
                continue;
            };
            if interface.is_empty() || interface.contains('/') {
                continue;
            }
            n += 1;
            if n > MAX_SERVICES {
                gaps.push(gap(
                    "pipeline",
                    "files that register services",
                    &part.location(entry),
                    "more of them than are read",
                    "classes that only they name count as unreachable",
                ));
                return;
            }
            let read = match part.read(entry) {
                Ok(read) => read.bytes,
                Err(error) => {
                    gaps.push(gap(
                        "apk-unpack",
                        "a file that registers services",
                        &part.location(entry),
                        error,
                        "classes that only it names count as unreachable",
                    ));
                    continue;
                }
            };
            let bytes = read.get(..read.len().min(MAX_SERVICE_FILE));
            let text = String::from_utf8_lossy(bytes.unwrap_or_default());
            let list = input.services.entry(interface.to_owned()).or_default();
            for line in text.lines() {
                let name = line.split('#').next().unwrap_or_default().trim();
                if !name.is_empty() {
                    list.insert(name.to_owned());
                }
            }
        }
    }
}
