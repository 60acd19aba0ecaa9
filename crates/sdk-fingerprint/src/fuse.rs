//! All evidence for an SDK joined into one fact; refuses to report one for a mere mention.
//!
//! Presence needs a class that the app defines, or a file that the app carries. A component that the manifest declares
//! counts when its class is there or when a packer hides the code. Texts and addresses add to what is found and never
//! stand alone.

use std::collections::BTreeMap;

use app_facts::{SdkConfidence, SdkEvidence, SdkFact, SdkInit};
use byte_reader::mutf8::decode_printable;
use program_model::{ClassId, DefId, Program};
use ruleset::schema::{InitRole, Sdk, SdkKind};
use rustc_hash::FxHashMap;

use crate::identify::Identified;

/// What lies around the code.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Classes of declared components, in Java form.
    pub components: Vec<String>,
    /// Meta-data of the manifest: key and value.
    pub meta_data: Vec<(String, String)>,
    /// Names of all entries in the app's archives.
    pub entries: Vec<String>,
    /// A packer hides the code.
    pub is_packed: bool,
}

/// What the call graph knows, as questions.
pub struct CodeView<'v> {
    /// True when some entry point reaches the method.
    pub reaches: &'v dyn Fn(DefId) -> bool,
    /// Short name of the owner of a class: `app`, `unknown` or a catalogue id.
    pub owner: &'v dyn Fn(ClassId) -> String,
}

impl std::fmt::Debug for CodeView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CodeView").finish_non_exhaustive()
    }
}

/// Calls that start an SDK, kept for each.
const MAX_INIT: usize = 32;
/// Strings of the app that are compared.
const MAX_STRINGS: usize = 4_000_000;
/// Longest text in which an address is looked for.
const MAX_TEXT: usize = 2048;
/// Events of a method from which on it does something.
const RICH: usize = 4;

/// The catalogue id of a profile: what stands before a slash names the part of an SDK.
pub fn catalogue_id(profile: &str) -> &str {
    profile.split('/').next().unwrap_or(profile)
}

/// For each class the catalogue row that its fingerprint names.
pub fn class_rows(found: &Identified, sdks: &[Sdk<'_>]) -> Vec<Option<u32>> {
    let rows: Vec<Option<u32>> = found
        .libraries
        .iter()
        .map(|library| row_of(sdks, catalogue_id(&library.id)))
        .collect();
    found
        .owner
        .iter()
        .map(|owner| owner.and_then(|n| rows.get(n as usize).copied().flatten()))
        .collect()
}

fn row_of(sdks: &[Sdk<'_>], id: &str) -> Option<u32> {
    sdks.binary_search_by(|sdk| sdk.id.as_str().cmp(id))
        .ok()
        .and_then(|at| u32::try_from(at).ok())
}

/// Joins the evidence. `base` are the facts by package, with reachability and data.
pub fn fuse(
    program: &Program<'_>,
    sdks: &[Sdk<'_>],
    base: Vec<SdkFact>,
    found: &Identified,
    around: &Surroundings,
    view: &CodeView<'_>,
) -> Vec<SdkFact> {
    let mut facts: BTreeMap<String, SdkFact> = BTreeMap::new();
    for mut fact in base {
        fact.classes = fact.evidence.iter().map(|evidence| evidence.count).sum();
        fact.evidence
            .retain(|evidence| evidence.kind != FINGERPRINT);
        facts.insert(fact.id.clone(), fact);
    }
    for library in &found.libraries {
        let id = catalogue_id(&library.id).to_owned();
        // Classes that stand under the name of another entry are that entry's: the code was shared, not renamed.
        let foreign = library
            .classes
            .iter()
            .filter(|class| {
                let owner = (view.owner)(**class);
                owner != id && owner != "app" && owner != "unknown"
            })
            .count();
        if foreign * 2 >= library.classes.len() {
            continue;
        }
        let fact = facts
            .entry(id.clone())
            .or_insert_with(|| match row_of(sdks, &id) {
                Some(row) => sdks.get(row as usize).map(named).unwrap_or_default(),
                None => SdkFact {
                    id: id.clone(),
                    name_zh: library.name.clone(),
                    name_en: library.name.clone(),
                    category: "library".to_owned(),
                    is_library: library.is_library,
                    ..SdkFact::default()
                },
            });
        let part = library.id.split_once('/').map_or("", |(_, part)| part);
        let version = library
            .version
            .exact
            .clone()
            .or_else(|| library.version.range.clone())
            .unwrap_or_default();
        let value = [part, version.as_str()].join(" ").trim().to_owned();
        let n = u32::try_from(library.classes.len()).unwrap_or(u32::MAX);
        fact.evidence.push(evidence(FINGERPRINT, &value, n));
        fact.classes = fact.classes.max(n);
        // Of several parts the one with most evidence came first or names no version.
        if fact.version.is_none() && fact.version_range.is_none() {
            fact.version.clone_from(&library.version.exact);
            fact.version_range.clone_from(&library.version.range);
        } else if fact.version != library.version.exact {
            let both = [fact.version.take(), fact.version_range.take(), Some(value)];
            let both: Vec<String> = both.into_iter().flatten().collect();
            fact.version_range = Some(both.join(", "));
        }
    }
    let defined = |name: &str| {
        let descriptor = format!("L{};", name.replace('.', "/"));
        program
            .find_type_named(&descriptor)
            .is_some_and(|ty| program.class_of(ty).is_some())
    };
    let files = files(sdks, around);
    for (row, sdk) in sdks.iter().enumerate() {
        let mut own = Vec::new();
        for (kind, name, n) in files.get(&row).into_iter().flatten() {
            own.push(evidence(kind, name, *n));
        }
        let mut declared = false;
        for component in &around.components {
            if sdk
                .components
                .iter()
                .any(|known| known.as_str() == component)
            {
                let there = defined(component);
                if there || around.is_packed {
                    own.push(evidence("component", component, 1));
                } else {
                    declared = true;
                }
            }
        }
        let known = facts.contains_key(sdk.id.as_str());
        if own.is_empty() && !known {
            continue;
        }
        let _ = declared;
        let fact = facts
            .entry(sdk.id.to_string())
            .or_insert_with(|| named(sdk));
        fact.evidence.extend(own);
        for (key, value) in &around.meta_data {
            if sdk.meta_data.iter().any(|known| known.as_str() == key) {
                fact.evidence.push(evidence("meta_data", key, 1));
            }
            if sdk.opt_out.iter().any(|off| {
                off.key.as_str() == key && off.value.as_str().eq_ignore_ascii_case(value)
            }) {
                fact.opted_out = Some(key.clone());
            }
        }
        fact.licence = sdk.licence.as_ref().map(ToString::to_string);
    }
    texts(program, sdks, &mut facts);
    stubs(program, sdks, &mut facts, view);
    starts(program, sdks, &mut facts, view);
    let ids: Vec<String> = facts.keys().cloned().collect();
    for id in &ids {
        let Some(host) = row_of(sdks, id).and_then(|row| sdks.get(row as usize)) else {
            continue;
        };
        for inner in &host.bundles {
            if let Some(fact) = facts.get_mut(inner.as_str())
                && fact.init.iter().all(|init| init.by != "app")
                && fact.bundled_in.is_none()
            {
                fact.bundled_in = Some(id.clone());
            }
        }
    }
    let mut out: Vec<SdkFact> = facts.into_values().collect();
    for fact in &mut out {
        fact.evidence.sort();
        fact.evidence.dedup();
        fact.confidence = confidence(&fact.evidence);
        if fact.opted_out.is_some() || fact.is_stub {
            fact.data.clear();
        }
    }
    out
}

const FINGERPRINT: &str = "class_fingerprint";

fn confidence(evidence: &[SdkEvidence]) -> SdkConfidence {
    let has = |kinds: &[&str]| {
        evidence
            .iter()
            .any(|row| kinds.contains(&row.kind.as_str()))
    };
    if has(&["package", "component", "native_lib", "asset"]) {
        SdkConfidence::Confirmed
    } else if has(&[FINGERPRINT]) {
        SdkConfidence::Fingerprint
    } else {
        SdkConfidence::Possible
    }
}

fn evidence(kind: &str, value: &str, count: u32) -> SdkEvidence {
    SdkEvidence {
        kind: kind.to_owned(),
        value: value.to_owned(),
        count,
    }
}

fn named(sdk: &Sdk<'_>) -> SdkFact {
    SdkFact {
        id: sdk.id.to_string(),
        name_zh: sdk.name.zh.to_string(),
        name_en: sdk.name.en.to_string(),
        vendor_zh: sdk.vendor.zh.to_string(),
        vendor_en: sdk.vendor.en.to_string(),
        country: sdk.country.as_ref().map(ToString::to_string),
        category: sdk.category.to_string(),
        is_library: sdk.kind == SdkKind::Library,
        ..SdkFact::default()
    }
}

type Files = BTreeMap<usize, Vec<(&'static str, String, u32)>>;

/// Native libraries and assets of the catalogue among the entries, by row.
fn files(sdks: &[Sdk<'_>], around: &Surroundings) -> Files {
    let mut libs: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut exact: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut folders: Vec<(&str, usize)> = Vec::new();
    for (row, sdk) in sdks.iter().enumerate() {
        for lib in &sdk.native_libs {
            libs.entry(lib.as_str()).or_default().push(row);
        }
        for asset in &sdk.assets {
            if asset.ends_with('/') {
                folders.push((asset.as_str(), row));
            } else {
                exact.entry(asset.as_str()).or_default().push(row);
            }
        }
    }
    let mut counts: BTreeMap<(usize, &'static str, &str), u32> = BTreeMap::new();
    for entry in &around.entries {
        let file = entry.rsplit('/').next().unwrap_or_default();
        if file.ends_with(".so") {
            for row in libs.get(file).into_iter().flatten() {
                *counts.entry((*row, "native_lib", file)).or_insert(0) += 1;
            }
        }
        for row in exact.get(entry.as_str()).into_iter().flatten() {
            *counts.entry((*row, "asset", entry)).or_insert(0) += 1;
        }
        for (folder, row) in &folders {
            if entry.starts_with(folder) {
                *counts.entry((*row, "asset", folder)).or_insert(0) += 1;
            }
        }
    }
    let mut out = Files::new();
    for ((row, kind, name), n) in counts {
        out.entry(row).or_default().push((kind, name.to_owned(), n));
    }
    out
}

/// Texts and addresses of the SDKs that were found.
fn texts(program: &Program<'_>, sdks: &[Sdk<'_>], facts: &mut BTreeMap<String, SdkFact>) {
    let mut wanted: FxHashMap<&str, Vec<(&str, &'static str)>> = FxHashMap::default();
    for sdk in sdks {
        if facts.contains_key(sdk.id.as_str()) {
            for domain in &sdk.domains {
                wanted
                    .entry(domain.as_str())
                    .or_default()
                    .push((sdk.id.as_str(), "domain"));
            }
            for text in &sdk.strings {
                wanted
                    .entry(text.as_str())
                    .or_default()
                    .push((sdk.id.as_str(), "string"));
            }
        }
    }
    if wanted.is_empty() {
        return;
    }
    let mut counts: BTreeMap<(&str, &'static str, &str), u32> = BTreeMap::new();
    let mut left = MAX_STRINGS;
    for (dex, input) in program.dex_files() {
        for index in 0..input.file.n_strings() {
            if left == 0 {
                break;
            }
            left -= 1;
            let Some(bytes) = program.string_at(dex, index) else {
                continue;
            };
            // Shorter than any address or catalogued text.
            if bytes.len() < 4 || bytes.len() > MAX_TEXT {
                continue;
            }
            let Ok(text) = std::str::from_utf8(bytes) else {
                continue;
            };
            let mut hit = |key: &str, kind: &str| {
                if let Some((key, rows)) = wanted.get_key_value(key) {
                    for (id, own) in rows.iter().filter(|(_, own)| *own == kind) {
                        *counts.entry((id, own, key)).or_insert(0) += 1;
                    }
                }
            };
            hit(text, "string");
            if let Some(host) = host(text) {
                let mut rest = host;
                loop {
                    hit(rest, "domain");
                    match rest.split_once('.') {
                        Some((_, above)) if above.contains('.') => rest = above,
                        _ => break,
                    }
                }
            }
        }
    }
    for ((id, kind, key), n) in counts {
        if let Some(fact) = facts.get_mut(id) {
            fact.evidence.push(evidence(kind, key, n));
        }
    }
}

/// The host that a text names: of an address, or the whole text when it looks like one.
fn host(text: &str) -> Option<&str> {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let end = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-'))
        .unwrap_or(rest.len());
    let host = rest.get(..end)?;
    let whole = text.contains("://") || end == rest.len();
    (whole && host.contains('.')).then_some(host)
}

/// Marks SDKs whose classes hold no code that does anything. Code that reads information does something, however little
/// of it there is.
fn stubs(
    program: &Program<'_>,
    sdks: &[Sdk<'_>],
    facts: &mut BTreeMap<String, SdkFact>,
    view: &CodeView<'_>,
) {
    let mut rich: FxHashMap<String, bool> = FxHashMap::default();
    for (id, class) in program.classes() {
        let owner = (view.owner)(id);
        if !facts.contains_key(&owner) || rich.get(&owner) == Some(&true) {
            continue;
        }
        let does = class
            .methods()
            .any(|def| program.events(def).len() >= RICH || program.def(def).is_native());
        *rich.entry(owner).or_insert(false) |= does;
    }
    for fact in facts.values_mut() {
        let known = row_of(sdks, &fact.id).is_some();
        let is_poor = rich.get(&fact.id) == Some(&false) && fact.data.is_empty();
        fact.is_stub = known && fact.classes > 0 && is_poor;
    }
}

/// Calls of the catalogued methods that start an SDK.
fn starts(
    program: &Program<'_>,
    sdks: &[Sdk<'_>],
    facts: &mut BTreeMap<String, SdkFact>,
    view: &CodeView<'_>,
) {
    let mut wanted: FxHashMap<u32, Vec<(&str, &str, InitRole)>> = FxHashMap::default();
    let mut by_class: FxHashMap<&str, Vec<(&str, &str, InitRole)>> = FxHashMap::default();
    for sdk in sdks
        .iter()
        .filter(|sdk| facts.contains_key(sdk.id.as_str()))
    {
        for init in &sdk.init {
            if let Some((class, _)) = init.method.split_once("->") {
                by_class.entry(class).or_default().push((
                    sdk.id.as_str(),
                    init.method.as_str(),
                    init.role,
                ));
            }
        }
    }
    if by_class.is_empty() {
        return;
    }
    for (id, row) in program.methods() {
        let class = program.type_name(row.class);
        let Some(rows) = by_class.get(class.as_ref()) else {
            continue;
        };
        let (name, proto) = program.selector(row.selector);
        let name = decode_printable(program.name(name)).text;
        let proto = decode_printable(program.proto(proto)).text;
        for (sdk, method, role) in rows {
            let member = method.split_once("->").map_or("", |(_, member)| member);
            let same = match member.split_once('(') {
                Some((wanted, _)) => wanted == name && member.get(wanted.len()..) == Some(&proto),
                None => member == name,
            };
            if same {
                let id = u32::try_from(id.index()).unwrap_or(u32::MAX);
                wanted.entry(id).or_default().push((sdk, method, *role));
            }
        }
    }
    if wanted.is_empty() {
        return;
    }
    for (def, row) in program.defs() {
        let dex = program.dex_of(def);
        let (methods, _) = program.rows(dex);
        for event in program.events(def) {
            if !event.kind.is_plain_invoke() {
                continue;
            }
            let Some(id) = methods.get(event.index as usize) else {
                continue;
            };
            let id = u32::try_from(id.index()).unwrap_or(u32::MAX);
            for (sdk, method, role) in wanted.get(&id).into_iter().flatten() {
                let by = (view.owner)(row.class);
                // What an SDK calls on itself starts nothing.
                if by == *sdk {
                    continue;
                }
                if let Some(fact) = facts.get_mut(*sdk)
                    && fact.init.len() < MAX_INIT
                {
                    fact.init.push(SdkInit {
                        method: (*method).to_owned(),
                        role: role_word(*role).to_owned(),
                        caller: program.def_name(def),
                        by,
                        reachable: (view.reaches)(def),
                    });
                }
            }
        }
    }
    for fact in facts.values_mut() {
        fact.init.sort();
        fact.init.dedup();
    }
}

fn role_word(role: InitRole) -> &'static str {
    match role {
        InitRole::Init => "init",
        InitRole::PreInit => "pre_init",
        InitRole::Consent => "consent",
        InitRole::Switch => "switch",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_whole() {
        assert_eq!(host("https://a.getui.net/x?y"), Some("a.getui.net"));
        assert_eq!(
            host("sdk.open.phone.igexin.com"),
            Some("sdk.open.phone.igexin.com")
        );
        assert_eq!(host("see a.b for more"), None);
        assert_eq!(host("https://中文/𠮷"), None);
        assert_eq!(host("plain"), None);
    }

    #[test]
    fn files_beat_code_and_code_beats_texts() {
        let of = |kinds: &[&str]| {
            confidence(
                &kinds
                    .iter()
                    .map(|kind| evidence(kind, "x", 1))
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(of(&["domain", "native_lib"]), SdkConfidence::Confirmed);
        assert_eq!(of(&["domain", FINGERPRINT]), SdkConfidence::Fingerprint);
        assert_eq!(of(&["domain", "string"]), SdkConfidence::Possible);
    }

    #[test]
    fn a_part_belongs_to_its_entry() {
        assert_eq!(catalogue_id("getui-push/gtc"), "getui-push");
        assert_eq!(catalogue_id("okio"), "okio");
    }
}
