//! Compiles the word lists and the names of SDKs; refuses nothing: unknown names simply never match.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};
use app_facts::StatementType;
use ruleset::schema::{PolicyClass, SdkKind, StaticView};
use ruleset::{Knowledge, Text};

use super::class::NAMES;
use super::{Cue, Meaning, Pattern, PermissionEntry, SdkEntry, UmbrellaEntry, VendorEntry, Words};
use crate::normal::{Normal, is_han};

/// Shortest name of an SDK or vendor in characters: with Chinese characters, and without.
const MIN_NAME: (usize, usize) = (2, 3);

/// The class of words that are parts of SDK names and name none.
const NO_NAMES: &str = "no_names";

/// Classes that are read as lists and looked for in no sentence.
const LISTS: [&str; 6] = [
    "common_names",
    NO_NAMES,
    "verb_upload",
    "embedded_endings",
    "embedded_names",
    "embedded_texts",
];

/// Mark before a word that names information only among other names.
const LISTED: char = '=';

/// Patterns by text, with their meanings.
#[derive(Default)]
struct Builder {
    normal: Normal,
    found: BTreeMap<String, BTreeSet<Meaning>>,
}

impl Builder {
    fn add(&mut self, word: &str, meaning: Meaning) {
        let word = self.normal.of(word.trim());
        if !word.is_empty() {
            self.found.entry(word).or_default().insert(meaning);
        }
    }
}

fn number(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn small(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(u8::MAX)
}

fn owned(texts: &[Text<'_>]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

impl Words {
    /// Compiles the catalogues.
    pub(crate) fn new(knowledge: &Knowledge) -> Self {
        let lists = &knowledge.catalogues().policy;
        let mut builder = Builder {
            normal: Normal::new(lists.characters.iter().map(Text::as_str)),
            ..Builder::default()
        };
        let mut searched_kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut terms = Vec::new();
        let mut denied_only = Vec::new();
        for (at, term) in lists.terms.iter().enumerate() {
            for word in &term.words {
                let (word, meaning) = match word.strip_prefix(LISTED) {
                    Some(rest) => (rest, Meaning::ListedTerm(number(at))),
                    None => (word.as_str(), Meaning::Term(number(at))),
                };
                builder.add(word, meaning);
                for kind in term.data.iter().filter(|_| !term.denied_only) {
                    let words = searched_kinds.entry(kind.to_string()).or_default();
                    words.push(word.to_string());
                }
            }
            denied_only.push(term.denied_only);
            terms.push(owned(&term.data));
        }
        let mut umbrellas = Vec::new();
        for (at, umbrella) in lists.umbrellas.iter().enumerate() {
            for word in &umbrella.words {
                match word.strip_prefix(LISTED) {
                    Some(rest) => builder.add(rest, Meaning::ListedUmbrella(number(at))),
                    None => builder.add(word, Meaning::Umbrella(number(at))),
                }
            }
            umbrellas.push(UmbrellaEntry {
                id: umbrella.id.to_string(),
                covers: owned(&umbrella.covers),
            });
        }
        let mut permissions = Vec::new();
        for (at, permission) in lists.permissions.iter().enumerate() {
            for word in &permission.words {
                builder.add(word, Meaning::Permission(number(at)));
            }
            for word in &permission.bare {
                builder.add(word, Meaning::Bare(number(at)));
            }
            permissions.push(PermissionEntry {
                id: permission.id.to_string(),
                kinds: guarded(knowledge, &permission.id, &permission.permissions),
                names: owned(&permission.permissions),
            });
        }
        let mut names: Vec<&str> = NAMES.to_vec();
        for class in &lists.classes {
            if !names.contains(&class.id.as_str()) && !LISTS.contains(&class.id.as_str()) {
                names.push(class.id.as_str());
            }
        }
        let class_of = |id: &str| {
            let at = names.iter().position(|name| *name == id)?;
            u8::try_from(at).ok().filter(|id| *id < 128)
        };
        let mut common = BTreeSet::new();
        for class in &lists.classes {
            if class.id.as_str() == "common_names" {
                common.extend(class.words.iter().map(|word| builder.normal.of(word)));
            } else if class.id.as_str() == NO_NAMES {
                // Read where the names of SDKs are compiled.
            } else if let Some(id) = class_of(&class.id) {
                for word in &class.words {
                    let (word, at_start) = match word.strip_prefix('^') {
                        Some(rest) => (rest, true),
                        None => (word.as_str(), false),
                    };
                    builder.add(word, Meaning::Class { id, at_start });
                }
            }
        }
        let (columns, sections) = (ids(&lists.columns), ids(&lists.sections));
        for class in &lists.columns {
            let at = columns.iter().position(|id| *id == class.id.as_str());
            for word in &class.words {
                builder.add(word, Meaning::Column(small(at.unwrap_or(usize::MAX))));
            }
        }
        for class in &lists.sections {
            let at = sections.iter().position(|id| *id == class.id.as_str());
            for word in &class.words {
                builder.add(word, Meaning::Section(small(at.unwrap_or(usize::MAX))));
            }
        }
        let bits = |ids: &[Text<'_>]| {
            ids.iter()
                .filter_map(|id| class_of(id))
                .fold(0_u128, |bits, id| bits | (1 << id))
        };
        let places = |ids: &[Text<'_>]| {
            ids.iter()
                .filter_map(|id| sections.iter().position(|name| *name == id.as_str()))
                .filter(|at| *at < 64)
                .fold(0_u64, |bits, at| bits | (1 << at))
        };
        let cues = lists
            .cues
            .iter()
            .filter_map(|cue| {
                let kind = StatementType::ALL
                    .into_iter()
                    .find(|kind| kind.as_str() == cue.r#type.as_str())?;
                Some(Cue {
                    kind,
                    topic: cue.topic.to_string(),
                    any: bits(&cue.any),
                    with: bits(&cue.with),
                    without: bits(&cue.without),
                    or_in: places(&cue.or_in),
                    only_in: places(&cue.only_in),
                    not_in: places(&cue.not_in),
                })
            })
            .collect();
        let rights = names
            .iter()
            .take(128)
            .enumerate()
            .filter(|(_, name)| name.starts_with("right_"))
            .fold(0_u128, |bits, (at, _)| bits | (1 << at));
        let (sdks, vendors) = parties(knowledge, &mut builder);
        let patterns: Vec<Pattern> = builder
            .found
            .into_iter()
            .map(|(text, meanings)| Pattern {
                common: common.contains(&text),
                meanings: meanings.into_iter().collect(),
                text,
            })
            .collect();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(patterns.iter().map(|pattern| pattern.text.as_str()))
            .ok();
        Self {
            normal: builder.normal,
            automaton,
            patterns,
            terms,
            denied_only,
            searched_kinds,
            visible: knowledge
                .kinds()
                .filter(|kind| kind.view == StaticView::Visible)
                .map(|kind| kind.id.to_string())
                .collect(),
            umbrellas,
            permissions,
            sdks,
            vendors,
            cues,
            sections,
            columns,
            uploads: lists
                .classes
                .iter()
                .filter(|class| class.id.as_str() == "verb_upload")
                .flat_map(|class| class.words.iter().map(ToString::to_string))
                .collect(),
            rights,
        }
    }
}

/// Kinds that the permissions guard first of all: named like the permission, and of each Android permission one.
fn guarded(knowledge: &Knowledge, id: &str, permissions: &[Text<'_>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut spent: Vec<&str> = Vec::new();
    for permission in permissions {
        let first = knowledge.kinds().find(|kind| {
            kind.id.starts_with(id)
                && kind
                    .permissions
                    .first()
                    .is_some_and(|one| one.as_str() == permission.as_str())
                && !kind
                    .permissions
                    .iter()
                    .any(|one| spent.contains(&one.as_str()))
        });
        if let Some(kind) = first {
            out.push(kind.id.to_string());
        }
        spent.push(permission.as_str());
    }
    out
}

fn ids(classes: &[PolicyClass<'_>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for class in classes {
        if !out.iter().any(|id| id == class.id.as_str()) {
            out.push(class.id.to_string());
        }
    }
    out
}

/// SDKs and vendors with all their names.
fn parties(knowledge: &Knowledge, builder: &mut Builder) -> (Vec<SdkEntry>, Vec<VendorEntry>) {
    let catalogues = knowledge.catalogues();
    let lists = &catalogues.policy;
    let mut vendors: Vec<VendorEntry> = Vec::new();
    let mut by_name: BTreeMap<String, u16> = BTreeMap::new();
    for vendor in &lists.vendors {
        let at = number(vendors.len());
        let mut words: Vec<String> = Vec::new();
        for word in vendor.vendor.iter().chain(&vendor.words) {
            by_name.insert(builder.normal.of(word), at);
            words.push(word.to_string());
        }
        vendors.push(VendorEntry { words });
    }
    let none: BTreeSet<String> = lists
        .classes
        .iter()
        .filter(|class| class.id.as_str() == NO_NAMES)
        .flat_map(|class| class.words.iter().map(|word| builder.normal.of(word)))
        .collect();
    let mut extra: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for names in &lists.sdk_names {
        let words = extra.entry(names.sdk.as_str()).or_default();
        words.extend(names.words.iter().map(Text::as_str));
    }
    let mut sdks = Vec::new();
    for sdk in &catalogues.sdks {
        let legal: Vec<&str> = [sdk.vendor.zh.as_str(), sdk.vendor.en.as_str()]
            .into_iter()
            .chain(sdk.vendor_aliases.iter().map(Text::as_str))
            .filter(|name| !name.is_empty())
            .collect();
        let known = legal
            .iter()
            .find_map(|name| by_name.get(&builder.normal.of(name)).copied());
        let vendor = known.unwrap_or_else(|| {
            vendors.push(VendorEntry::default());
            number(vendors.len() - 1)
        });
        if sdk.kind == SdkKind::Sdk {
            for name in &legal {
                by_name.entry(builder.normal.of(name)).or_insert(vendor);
                if let Some(entry) = vendors.get_mut(usize::from(vendor))
                    && !entry.words.iter().any(|word| word == name)
                {
                    entry.words.push((*name).to_owned());
                }
            }
        }
        let more = extra.get(sdk.id.as_str()).into_iter().flatten();
        let mut words: Vec<String> = Vec::new();
        let names = [sdk.name.zh.as_str(), sdk.name.en.as_str()]
            .into_iter()
            .flat_map(variants)
            .chain(more.map(|word| (*word).to_owned()))
            .chain(sdk.aliases.iter().map(ToString::to_string));
        for name in names {
            let is_word = none.contains(&builder.normal.of(&name));
            if long_enough(&name) && !is_word && !words.contains(&name) {
                words.push(name);
            }
        }
        let addresses = sdk
            .domains
            .iter()
            .chain(&sdk.packages)
            .map(ToString::to_string)
            .filter(|name| name.contains('.') && name.len() > 5)
            .collect();
        sdks.push(SdkEntry {
            id: sdk.id.to_string(),
            vendor,
            library: sdk.kind != SdkKind::Sdk,
            full: sdk.country.is_some(),
            preferred: extra.contains_key(sdk.id.as_str()),
            words,
            addresses,
            twins: Vec::new(),
        });
    }
    let mut count: BTreeMap<u16, u32> = BTreeMap::new();
    for sdk in sdks.iter().filter(|sdk| !sdk.library) {
        *count.entry(sdk.vendor).or_default() += 1;
    }
    let many: BTreeSet<String> = lists
        .vendors
        .iter()
        .enumerate()
        .filter(|(at, _)| count.get(&number(*at)).is_some_and(|n| *n > 1))
        .flat_map(|(_, vendor)| vendor.words.iter().map(|word| builder.normal.of(word)))
        .collect();
    for sdk in &mut sdks {
        // The bare name of a vendor with many products names none of them.
        sdk.words
            .retain(|word| !many.contains(&builder.normal.of(word)));
    }
    let mut owners: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for (at, sdk) in sdks.iter().enumerate().filter(|(_, sdk)| !sdk.library) {
        for word in &sdk.words {
            builder.add(word, Meaning::Sdk(number(at)));
            let owners = owners.entry(builder.normal.of(word)).or_default();
            owners.push(number(at));
        }
        for address in &sdk.addresses {
            builder.add(address, Meaning::Address(number(at)));
        }
    }
    for twins in owners.values().filter(|twins| twins.len() > 1) {
        for at in twins {
            if let Some(sdk) = sdks.get_mut(usize::from(*at)) {
                sdk.twins.extend(twins.iter().filter(|twin| *twin != at));
                sdk.twins.sort_unstable();
                sdk.twins.dedup();
            }
        }
    }
    for (at, vendor) in vendors.iter().enumerate() {
        for word in vendor.words.iter().filter(|word| long_enough(word)) {
            builder.add(word, Meaning::Vendor(number(at)));
        }
    }
    (sdks, vendors)
}

fn long_enough(name: &str) -> bool {
    let count = name.chars().count();
    if name.chars().any(is_han) {
        count >= MIN_NAME.0
    } else {
        count >= MIN_NAME.1
    }
}

/// The name, its parts around brackets and slashes, and each with and without the ending `SDK`.
fn variants(name: &str) -> Vec<String> {
    let mut out = vec![name.to_owned()];
    // What follows a bracket, as in "Name(short)ads", is no name by itself.
    let head = name.split(['（', '(']).next().unwrap_or_default();
    let inner = name
        .split_once(['（', '('])
        .and_then(|(_, rest)| rest.split(['）', ')']).next())
        .unwrap_or_default();
    for part in head.split('/').chain(inner.split('/')).map(str::trim) {
        if !part.is_empty() && part != name && part != "SDK" {
            out.push(part.to_owned());
        }
    }
    let mut more = Vec::new();
    for name in &out {
        if let Some(short) = name.strip_suffix("SDK") {
            // "ShareSDK" is one word; "Name SDK" and a Chinese name before it are two.
            if short.ends_with(|c: char| c == ' ' || is_han(c)) {
                more.push(short.trim().to_owned());
            }
        } else {
            more.push(format!("{name}SDK"));
            more.push(format!("{name} SDK"));
        }
    }
    out.extend(more);
    out
}
