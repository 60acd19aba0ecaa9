//! Which catalogued constants a text is; and where the app's string tables hold such texts.

use dex_parse::StringIdx;
use ruleset::schema::ConsumerKind;
use rustc_hash::FxHashMap;

use crate::analysis::Shared;
use crate::index::{Index, PointId, beginning};

/// Ways in which a shell command may be wrapped before the program's own name.
const SHELL_PREFIXES: [&str; 7] = [
    "sh -c ",
    "su -c ",
    "su root ",
    "/system/bin/sh -c ",
    "/system/bin/",
    "/system/xbin/",
    "/bin/",
];

/// Points whose constant of this kind the text is.
pub(crate) fn points(index: &Index<'_>, kind: ConsumerKind, text: &str) -> Vec<PointId> {
    if kind == ConsumerKind::Exec
        && let Some(key) = command_of(text).strip_prefix("getprop ")
    {
        return points(index, ConsumerKind::Property, key.trim());
    }
    let subject = if kind == ConsumerKind::Exec {
        command_of(text)
    } else {
        text
    };
    let start = beginning(subject);
    let mut best: Vec<(usize, PointId)> = Vec::new();
    // A constant shorter than the beginning is kept with zeros for the rest.
    for known in [start, [start[0], start[1], 0], [start[0], 0, 0]] {
        for (constant, point) in index.by_beginning.get(&(kind, known)).into_iter().flatten() {
            if is_match(kind, constant, subject) && !best.contains(&(constant.len(), *point)) {
                best.push((constant.len(), *point));
            }
        }
    }
    best.sort_unstable_by_key(|(_, point)| *point);
    // The longest constant of each group says most; shorter ones of other groups still hold.
    let longest = best.iter().map(|(len, _)| *len).max().unwrap_or(0);
    best.retain(|(len, _)| *len == longest);
    best.into_iter().map(|(_, point)| point).collect()
}

/// A command without the shell and folder before it.
fn command_of(text: &str) -> &str {
    let mut command = text.trim_start();
    while let Some(rest) = SHELL_PREFIXES
        .iter()
        .find_map(|prefix| command.strip_prefix(prefix))
    {
        command = rest.trim_start_matches(['"', '\'', ' ']);
    }
    command
}

fn is_match(kind: ConsumerKind, constant: &str, text: &str) -> bool {
    match kind {
        ConsumerKind::Uri => text.strip_prefix(constant).is_some_and(|rest| {
            rest.is_empty() || constant.ends_with('/') || rest.starts_with(['/', '?', '#'])
        }),
        ConsumerKind::File => text.starts_with(constant),
        ConsumerKind::Exec => command_of(text).strip_prefix(constant).is_some_and(|rest| {
            rest.is_empty()
                || constant.ends_with(' ')
                || rest.starts_with([' ', '\n', '|', ';', '"', '\''])
        }),
        ConsumerKind::Property => {
            text == constant || (constant.ends_with('.') && text.starts_with(constant))
        }
        _ => text == constant,
    }
}

/// Report form of a constant of a kind.
pub(crate) fn api_text(kind: ConsumerKind, text: &str) -> String {
    let prefix = match kind {
        ConsumerKind::Uri | ConsumerKind::UriWrite => return text.to_owned(),
        ConsumerKind::Setting => "settings:",
        ConsumerKind::Property => "property:",
        ConsumerKind::File => "file:",
        ConsumerKind::Exec => "exec:",
        ConsumerKind::Action => "action:",
        ConsumerKind::Service => "service:",
        ConsumerKind::Reflection => "string:",
    };
    format!("{prefix}{text}")
}

/// By DEX file: rows of its string table that give a point away, from the sorted table by binary search.
pub(crate) fn strings(shared: &Shared<'_, '_>) -> Vec<FxHashMap<u32, Vec<PointId>>> {
    let program = shared.program;
    let mut out = Vec::new();
    for (_, input) in program.dex_files() {
        let mut marked: FxHashMap<u32, Vec<PointId>> = FxHashMap::default();
        for (text, point) in &shared.index.strings {
            let is_prefix = {
                let row = shared.index.point(*point);
                row.uri.is_some() || row.file.is_some()
            };
            let mut at = first_not_below(&input.file, text.as_bytes());
            while let Ok(bytes) = input.file.string_bytes(StringIdx(at)) {
                let fits = if is_prefix {
                    bytes.starts_with(text.as_bytes())
                } else {
                    bytes == text.as_bytes()
                };
                if !fits {
                    break;
                }
                let kind = if is_prefix && shared.index.point(*point).uri.is_some() {
                    ConsumerKind::Uri
                } else {
                    ConsumerKind::File
                };
                let whole = byte_reader::mutf8::decode_printable(bytes).text;
                if !is_prefix || is_match(kind, text, &whole) {
                    marked.entry(at).or_default().push(*point);
                }
                at += 1;
            }
        }
        out.push(marked);
    }
    out
}

/// By DEX file: marks on the rows of its string table that are, or begin with, a catalogued constant of any kind.
pub(crate) fn telling(shared: &Shared<'_, '_>) -> Vec<Vec<bool>> {
    let mut out = Vec::new();
    for (_, input) in shared.program.dex_files() {
        let mut marks = vec![false; input.file.n_strings() as usize];
        #[expect(
            clippy::iter_over_hash_type,
            reason = "setting marks does not depend on the order"
        )]
        for (kind, list) in &shared.index.constants {
            for (constant, _) in list {
                let mut at = first_not_below(&input.file, constant.as_bytes());
                // One byte more tells whether the text ends there.
                while let Ok(bytes) = input.file.string_begins(StringIdx(at), constant.len() + 1) {
                    let Some(rest) = bytes.strip_prefix(constant.as_bytes()) else {
                        break;
                    };
                    let is_whole = match kind {
                        ConsumerKind::Uri | ConsumerKind::File => true,
                        _ => rest.is_empty() || rest.starts_with(b" "),
                    };
                    if is_whole && let Some(mark) = marks.get_mut(at as usize) {
                        *mark = true;
                    } else if !is_whole && constant.len() < 4 {
                        // Short words begin too many other texts to go through them all.
                        break;
                    }
                    at += 1;
                }
            }
        }
        out.push(marks);
    }
    out
}

/// Row of a text in a string table.
pub(crate) fn row_of(file: &dex_parse::DexFile<'_>, text: &str) -> Option<u32> {
    let row = first_not_below(file, text.as_bytes());
    file.string_bytes(StringIdx(row))
        .is_ok_and(|bytes| bytes == text.as_bytes())
        .then_some(row)
}

/// First row whose text is not below `text`.
fn first_not_below(file: &dex_parse::DexFile<'_>, text: &[u8]) -> u32 {
    let (mut low, mut high) = (0, file.n_strings());
    while low < high {
        let mid = low + (high - low) / 2;
        match file.string_begins(StringIdx(mid), text.len()) {
            Ok(bytes) if bytes < text => low = mid + 1,
            _ => high = mid,
        }
    }
    low
}
