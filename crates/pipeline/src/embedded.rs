//! Looks at the first bytes of every entry for code that its name does not show, and decodes embedded DEX; refuses to
//! leave out a hit silently.

use apk_unpack::{Container, DexLoad, Entry, Part};
use app_facts::{EmbeddedDex, Gap};
use embedded_code::{Encoding, Form, SNIFF_BYTES, Sniffed};
use rayon::prelude::*;

use crate::code::DexBytes;
use crate::marks::gap;

/// Embedded DEX files and archives that are decoded.
const MAX_HIDDEN: usize = 64;
/// Bytes of all of them together.
const MAX_HIDDEN_BYTES: usize = 512 << 20;

/// An entry with what its first bytes say.
pub(crate) struct Item<'c> {
    pub(crate) part: &'c Part<'c>,
    /// Number of the part in its container.
    pub(crate) part_no: usize,
    pub(crate) entry: &'c Entry,
    /// Name below the module's folder.
    pub(crate) name: &'c str,
    pub(crate) sniffed: Option<Sniffed>,
    /// Text is expected by its name, and the bytes are none.
    pub(crate) is_encrypted: bool,
}

/// Every entry of every part, in order, with what its first bytes say.
pub(crate) fn items<'c>(container: &'c Container<'c>) -> Vec<Item<'c>> {
    let all: Vec<(usize, &'c Part<'c>, &'c Entry)> = container
        .parts()
        .iter()
        .enumerate()
        .flat_map(|(n, part)| part.entries().iter().map(move |entry| (n, part, entry)))
        .filter(|(_, _, entry)| !entry.is_directory())
        .collect();
    all.par_iter()
        .map(|(part_no, part, entry)| {
            let head = part.prefix(entry, SNIFF_BYTES);
            Item {
                part,
                part_no: *part_no,
                entry,
                name: inner_name(part, entry),
                sniffed: embedded_code::sniff(&head),
                is_encrypted: embedded_code::is_encrypted(&head),
            }
        })
        .collect()
}

/// The name below the module's folder in an App Bundle.
fn inner_name<'c>(part: &Part<'_>, entry: &'c Entry) -> &'c str {
    if part.role() == apk_unpack::PartRole::Module {
        let name = entry.name.strip_prefix(part.name()).unwrap_or(&entry.name);
        return name.strip_prefix('/').unwrap_or(name);
    }
    &entry.name
}

/// What was hidden.
#[derive(Default)]
pub(crate) struct Hidden {
    /// Decoded DEX files.
    pub(crate) dex: Vec<DexBytes>,
    pub(crate) facts: Vec<EmbeddedDex>,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) lost: u32,
}

/// Decodes DEX files that stand where nobody looks for them: under another name, under a key, in archives without a
/// telling name.
pub(crate) fn hidden(container: &Container<'_>, items: &[Item<'_>], file_name: &str) -> Hidden {
    let mut out = Hidden::default();
    let mut known: Vec<(usize, usize)> = Vec::new();
    for (part_no, part) in container.parts().iter().enumerate() {
        for dex in part.dex_entries() {
            if !matches!(dex.load, DexLoad::Loaded(_)) {
                out.facts.push(EmbeddedDex {
                    entry: part.location(dex.entry),
                    file: apk_name(part, file_name),
                    encoding: Encoding::Plain.word().to_owned(),
                });
            }
            known.push((part_no, dex.entry.index));
        }
    }
    known.sort_unstable();
    let mut n_bytes = 0;
    let mut n = 0;
    for item in items {
        let Some(sniffed) = item.sniffed else {
            continue;
        };
        if !matches!(sniffed.form, Form::Dex | Form::Zip) {
            continue;
        }
        let place = item.part.location(item.entry);
        let key = (item.part_no, item.entry.index);
        let is_known = known.binary_search(&key).is_ok()
            || container.parts().iter().any(|part| part.name() == place);
        if is_known {
            continue;
        }
        n += 1;
        if n > MAX_HIDDEN || n_bytes > MAX_HIDDEN_BYTES {
            out.lost += 1;
            out.gaps.push(gap(
                "embedded-code",
                "entries that look like code",
                &place,
                "more of them than are opened",
                "the code in them was not analysed",
            ));
            break;
        }
        let bytes = match item.part.read(item.entry) {
            Ok(read) => embedded_code::decode(&read.bytes, sniffed.encoding).into_owned(),
            Err(error) => {
                out.lost += 1;
                out.gaps.push(gap(
                    "apk-unpack",
                    "an entry that looks like code",
                    &place,
                    error,
                    "the code in it was not analysed",
                ));
                continue;
            }
        };
        n_bytes += bytes.len();
        match sniffed.form {
            Form::Dex => out.add(item, file_name, &place, sniffed.encoding, bytes),
            _ => out.archive(item, file_name, &place, sniffed.encoding, &bytes),
        }
    }
    out.facts.sort();
    out
}

fn apk_name(part: &Part<'_>, file_name: &str) -> String {
    if part.name().is_empty() {
        file_name.to_owned()
    } else {
        part.name().to_owned()
    }
}

impl Hidden {
    fn add(
        &mut self,
        item: &Item<'_>,
        file_name: &str,
        place: &str,
        encoding: Encoding,
        bytes: Vec<u8>,
    ) {
        self.facts.push(EmbeddedDex {
            entry: place.to_owned(),
            file: apk_name(item.part, file_name),
            encoding: encoding.word().to_owned(),
        });
        self.dex.push(DexBytes {
            bytes,
            name: item.entry.name.clone(),
            apk: apk_name(item.part, file_name),
            is_loaded: false,
        });
    }

    /// DEX files of an archive that stands under another name or under a key.
    fn archive(
        &mut self,
        item: &Item<'_>,
        file_name: &str,
        place: &str,
        encoding: Encoding,
        bytes: &[u8],
    ) {
        // Archives without code are common: fonts, themes, web pages.
        let Ok(inner) = apk_unpack::open(bytes, &apk_unpack::Limits::default()) else {
            return;
        };
        for part in inner.parts() {
            for dex in part.dex_entries() {
                let name = format!("{}!/{}", item.entry.name, part.location(dex.entry));
                match part.read(dex.entry) {
                    Ok(read) => {
                        self.facts.push(EmbeddedDex {
                            entry: format!("{place}!/{}", part.location(dex.entry)),
                            file: apk_name(item.part, file_name),
                            encoding: encoding.word().to_owned(),
                        });
                        self.dex.push(DexBytes {
                            bytes: read.bytes.into_owned(),
                            name,
                            apk: apk_name(item.part, file_name),
                            is_loaded: false,
                        });
                    }
                    Err(error) => {
                        self.lost += 1;
                        self.gaps.push(gap(
                            "apk-unpack",
                            "a DEX file",
                            &format!("{place}!/{}", part.location(dex.entry)),
                            error,
                            "the code in it was not analysed",
                        ));
                    }
                }
            }
        }
    }
}
