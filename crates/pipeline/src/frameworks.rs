//! Finds cross-platform frameworks, their versions and bundles, and the catalogued names in them; a bundle that cannot
//! be read becomes a gap.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use app_facts::{Bundle, FrameworkFact, Gap};
use call_graph::ScriptInput;
use embedded_code::{Form, Glob, Mention, Names, Pattern};
use program_model::{Program, TypeId};
use rayon::prelude::*;
use ruleset::schema::{BundleForm, Framework};

use crate::embedded::Item;
use crate::marks::gap;

/// Bundles read of one framework.
const MAX_BUNDLES: usize = 4_000;
/// Bytes of all bundles read of one framework.
const MAX_BUNDLE_BYTES: u64 = 512 << 20;
/// Bundles named in the facts.
const MAX_NAMED: usize = 20;
/// Entries read for one version.
const MAX_VERSION_ENTRIES: usize = 4;
/// Longest name of a class.
const MAX_CLASS: usize = 512;
/// Plug-ins of one framework.
const MAX_PLUGINS: usize = 2_000;
/// Signs of one framework that are named.
const MAX_EVIDENCE: usize = 12;

/// What was found.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) facts: Vec<FrameworkFact>,
    pub(crate) scripts: Vec<ScriptInput>,
    /// Classes of plug-ins that configurations name, with the framework's id.
    pub(crate) plugins: Vec<(TypeId, String)>,
    pub(crate) gaps: Vec<Gap>,
    /// Some bundle could not be read.
    pub(crate) opaque: bool,
}

/// Finds every framework of the catalogue.
pub(crate) fn find(
    items: &[Item<'_>],
    program: &Program<'_>,
    frameworks: &[Framework<'static>],
    file_name: &str,
) -> Found {
    let mut sorted: Vec<&Item<'_>> = items.iter().collect();
    sorted.sort_by(|a, b| {
        (a.name, a.part_no, a.entry.index).cmp(&(b.name, b.part_no, b.entry.index))
    });
    let search = Search {
        items: sorted,
        program,
        file_name,
    };
    let mut out = Found::default();
    let parts: Vec<Found> = frameworks
        .par_iter()
        .map(|framework| search.framework(framework))
        .collect();
    for part in parts {
        out.facts.extend(part.facts);
        out.scripts.extend(part.scripts);
        out.plugins.extend(part.plugins);
        out.gaps.extend(part.gaps);
        out.opaque |= part.opaque;
    }
    out
}

struct Search<'s, 'c, 'a> {
    /// By name.
    items: Vec<&'s Item<'c>>,
    program: &'s Program<'a>,
    file_name: &'s str,
}

impl<'s, 'c> Search<'s, 'c, '_> {
    /// Entries whose names match, by name.
    fn matching(&self, pattern: &str) -> Vec<&'s Item<'c>> {
        let glob = Glob::new(pattern);
        let start = pattern.split('*').next().unwrap_or_default();
        let first = self.items.partition_point(|item| item.name < start);
        self.items
            .iter()
            .skip(first)
            .take_while(|item| item.name.starts_with(start))
            .filter(|item| glob.matches(item.name))
            .copied()
            .collect()
    }

    fn framework(&self, row: &Framework<'static>) -> Found {
        let mut out = Found::default();
        let mut fact = FrameworkFact {
            id: row.id.to_string(),
            name_zh: row.name.zh.to_string(),
            name_en: row.name.en.to_string(),
            ..FrameworkFact::default()
        };
        for marker in &row.markers {
            if let Some(class) = &marker.class {
                let is_there = self
                    .program
                    .find_type(class.as_bytes())
                    .is_some_and(|ty| self.program.class_of(ty).is_some());
                if is_there {
                    fact.evidence.push(class.to_string());
                }
            }
            if let Some(entry) = &marker.entry {
                let found = self.matching(entry);
                fact.evidence
                    .extend(found.iter().take(2).map(|item| item.entry.name.clone()));
            }
        }
        if fact.evidence.is_empty() {
            return out;
        }
        fact.evidence.sort();
        fact.evidence.dedup();
        fact.evidence.truncate(MAX_EVIDENCE);
        fact.version = row.version.iter().find_map(|source| {
            let version = self.taken(&source.entry, &source.pattern)?;
            Some(match &source.of {
                Some(of) => format!("{of} {version}"),
                None => version,
            })
        });
        for setting in &row.settings {
            let value = match &setting.pattern {
                Some(pattern) => self.taken(&setting.entry, pattern),
                None => self
                    .matching(&setting.entry)
                    .first()
                    .map(|_| "present".to_owned()),
            };
            if let Some(value) = value
                && !fact
                    .settings
                    .iter()
                    .any(|(key, _)| key == setting.key.as_str())
            {
                fact.settings.push((setting.key.to_string(), value));
            }
        }
        fact.settings.sort();
        self.bundles(row, &mut fact, &mut out);
        self.plugins(row, &mut out);
        out.opaque = fact.opaque;
        out.facts.push(fact);
        out
    }

    /// What a pattern takes from the first entries that match.
    fn taken(&self, entry: &str, pattern: &str) -> Option<String> {
        let pattern = Pattern::new(pattern)?;
        self.matching(entry)
            .into_iter()
            .take(MAX_VERSION_ENTRIES)
            .find_map(|item| {
                let read = item.part.read(item.entry).ok()?;
                pattern.find(&read.bytes)
            })
    }

    /// Classes of the app that the framework's configuration names.
    fn plugins(&self, row: &Framework<'static>, out: &mut Found) {
        for pattern in &row.plugins {
            for item in self.matching(pattern).into_iter().take(MAX_VERSION_ENTRIES) {
                let Ok(read) = item.part.read(item.entry) else {
                    continue;
                };
                // Compiled XML may hold its texts in two bytes a character.
                let narrow: Vec<u8> = read
                    .bytes
                    .iter()
                    .copied()
                    .filter(|byte| *byte != 0)
                    .collect();
                for bytes in [read.bytes.as_ref(), narrow.as_slice()] {
                    for word in bytes.split(|byte| !is_class_byte(*byte)) {
                        if word.len() > MAX_CLASS || !word.contains(&b'.') {
                            continue;
                        }
                        let name: Vec<u8> = word
                            .iter()
                            .map(|byte| if *byte == b'.' { b'/' } else { *byte })
                            .collect();
                        let descriptor = [b"L".as_slice(), &name, b";"].concat();
                        if let Some(ty) = self.program.find_type(&descriptor)
                            && self.program.class_of(ty).is_some()
                            && out.plugins.len() < MAX_PLUGINS
                        {
                            out.plugins.push((ty, row.id.to_string()));
                        }
                    }
                }
            }
        }
        out.plugins.sort();
        out.plugins.dedup();
    }

    fn bundles(&self, row: &Framework<'static>, fact: &mut FrameworkFact, out: &mut Found) {
        let mut list: Vec<(&Item<'_>, BundleForm)> = Vec::new();
        let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut of_lib: BTreeSet<&str> = BTreeSet::new();
        for bundle in &row.bundles {
            for item in self.matching(&bundle.entry) {
                if !seen.insert((item.part_no, item.entry.index)) {
                    continue;
                }
                // A library counts once for all ABIs; `arm64-v8a` comes first by name.
                if item.name.starts_with("lib/") {
                    let name = item.name.rsplit('/').next().unwrap_or_default();
                    if !of_lib.insert(name) {
                        continue;
                    }
                }
                list.push((item, bundle.form));
            }
        }
        let in_all = list.len();
        let mut n_bytes = 0u64;
        let mut cut = 0usize;
        list.retain(|(item, _)| {
            n_bytes = n_bytes.saturating_add(item.entry.declared_size);
            let keeps = n_bytes <= MAX_BUNDLE_BYTES;
            cut += usize::from(!keeps);
            keeps
        });
        cut += list.len().saturating_sub(MAX_BUNDLES);
        list.truncate(MAX_BUNDLES);
        if cut > 0 {
            fact.opaque = true;
            out.gaps.push(gap(
                "embedded-code",
                format!("{cut} of {in_all} bundles of {}", fact.name_en),
                self.file_name,
                "more than are read",
                "interfaces that they use may be missing",
            ));
        }
        let names = Names::new(
            row.apis
                .iter()
                .map(|api| (api.name().to_owned(), api.call.is_some())),
        );
        let read: Vec<Read> = list
            .par_iter()
            .map(|(item, form)| read(item, *form, &names))
            .collect();
        let mut best: BTreeMap<u32, (Mention, usize)> = BTreeMap::new();
        let mut unread: BTreeMap<&'static str, (u32, String)> = BTreeMap::new();
        let mut bundles: Vec<Bundle> = Vec::new();
        for (n, ((item, _), read)) in list.iter().zip(&read).enumerate() {
            let place = item.part.location(item.entry);
            let file = if item.part.name().is_empty() {
                self.file_name.to_owned()
            } else {
                item.part.name().to_owned()
            };
            for mention in &read.mentions {
                let is_better = best
                    .get(&mention.row)
                    .is_none_or(|(old, _)| mention.is_used && !old.is_used);
                if is_better {
                    best.insert(mention.row, (*mention, n));
                }
            }
            if let Some(error) = &read.error {
                out.gaps.push(gap(
                    "apk-unpack",
                    format!("a bundle of {}", fact.name_en),
                    &place,
                    error,
                    "interfaces that it uses are missing",
                ));
            }
            if !read.is_readable {
                unread.entry(read.form).or_insert((0, place)).0 += 1;
            }
            bundles.push(Bundle {
                entry: item.entry.name.clone(),
                file,
                form: read.form.to_owned(),
                size: item.entry.declared_size,
                readable: read.is_readable,
            });
        }
        for (form, (n, place)) in unread {
            fact.opaque = true;
            out.gaps.push(gap(
                "embedded-code",
                format!("{n} bundles of {} ({form})", fact.name_en),
                &place,
                why(form),
                "what this code reads through the framework's interfaces is known by names at most",
            ));
        }
        let expects_script = row
            .bundles
            .iter()
            .any(|bundle| matches!(bundle.form, BundleForm::Script));
        if bundles.is_empty() && expects_script {
            fact.opaque = true;
            out.gaps.push(gap(
                "embedded-code",
                format!("the scripts of {}", fact.name_en),
                self.file_name,
                "the framework is inside, and no bundle of its code was found",
                "scripts that come from elsewhere were not analysed",
            ));
        }
        for (row_no, (mention, n)) in best {
            let (Some(api), Some((item, _))) = (row.apis.get(row_no as usize), list.get(n)) else {
                continue;
            };
            out.scripts.push(ScriptInput {
                framework: row.id.to_string(),
                name: api.name().to_owned(),
                data: api.data.iter().map(ToString::to_string).collect(),
                permissions: api.permissions.iter().map(ToString::to_string).collect(),
                entry: item.entry.name.clone(),
                file: if item.part.name().is_empty() {
                    self.file_name.to_owned()
                } else {
                    item.part.name().to_owned()
                },
                offset: mention.offset as u64,
                is_used: mention.is_used,
            });
        }
        fact.n_bundles = u32::try_from(in_all).unwrap_or(u32::MAX);
        bundles.sort_by(|a, b| (b.size, &a.entry).cmp(&(a.size, &b.entry)));
        bundles.truncate(MAX_NAMED);
        bundles.sort();
        fact.bundles = bundles;
    }
}

/// Bytes of which the full names of classes are made.
fn is_class_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._$".contains(&byte) || byte >= 0x80
}

/// What reading one bundle gave.
struct Read {
    form: &'static str,
    is_readable: bool,
    mentions: Vec<Mention>,
    error: Option<String>,
}

fn read(item: &Item<'_>, form: BundleForm, names: &Names) -> Read {
    let sniffed = item.sniffed.map(|found| found.form);
    let form = match (form, sniffed) {
        (BundleForm::Script, Some(Form::Hermes(_))) => "hermes",
        (BundleForm::Script, Some(Form::ScriptBytecode)) => "bytecode",
        (BundleForm::Script, _) if item.is_encrypted => "encrypted",
        (BundleForm::Script, _) => "script",
        (BundleForm::Lua, _) => "lua",
        (BundleForm::DartAot, _) => "dart_aot",
        (BundleForm::Il2cpp, _) => "il2cpp",
        (BundleForm::Managed, _) => "managed",
        (BundleForm::Native, _) => "native",
        (BundleForm::Opaque, _) => "opaque",
    };
    let mut out = Read {
        form,
        is_readable: form == "script",
        mentions: Vec::new(),
        error: None,
    };
    if names.is_empty() || form == "encrypted" {
        return out;
    }
    let bytes: Cow<'_, [u8]> = match item.part.read(item.entry) {
        Ok(read) => read.bytes,
        Err(error) => {
            out.is_readable = false;
            out.error = Some(error.to_string());
            return out;
        }
    };
    out.mentions = if out.is_readable {
        embedded_code::script::mentions(&bytes, names)
    } else {
        embedded_code::opaque::mentions(&bytes, names)
    };
    out
}

fn why(form: &str) -> &'static str {
    match form {
        "hermes" => "Hermes bytecode is not decoded",
        "dart_aot" => "Dart is compiled ahead of time to machine code",
        "il2cpp" => "managed code is compiled ahead of time to machine code",
        "managed" => "managed code is not analysed",
        "lua" => "Lua is not analysed",
        "native" => "the engine's machine code is not analysed",
        "encrypted" => "the script is encrypted or compressed in a way of its own",
        _ => "this form of code is not analysed",
    }
}
