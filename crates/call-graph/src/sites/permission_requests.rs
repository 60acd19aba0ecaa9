//! Requests for permissions while the app runs: which, together with which, on which chain, and what a refusal leads to.
//! Refuses to say whether a request is needed.

use app_facts::{OwnerKind, PermissionRequest};
use program_model::{Body, DefId, Value, ValueId};
use ruleset::schema::{RequestKind, RequestRule};

use super::denied::Answers;
use super::gathered::Collections;
use super::spacing::{Memory, Spacing};
use super::{MAX_SITES, Meaning, Scene, Site, types};
use crate::constants::{Const, Evaluator};

/// Calls of a builder followed back from a request.
const MAX_CHAIN: usize = 64;
/// Texts near a request that are looked at.
const MAX_SHOWN: usize = 64;
/// Characters kept of an explaining text.
const MAX_RATIONALE: usize = 300;

pub(super) fn find<'x, 'a>(
    scene: &Scene<'_, 'x, 'a>,
    evaluator: &mut Evaluator<'x, 'a>,
) -> Vec<PermissionRequest> {
    let rules = &scene.shared.index.catalogues.requests.requests;
    let names: Vec<&str> = rules.iter().map(|rule| rule.method.as_str()).collect();
    let mut found = Vec::new();
    let collections = Collections::new(scene);
    for site in &scene.sites {
        let Meaning::Request(row) = site.meaning else {
            continue;
        };
        let Some(rule) = rules.get(row as usize) else {
            continue;
        };
        // What the library does inside was asked for outside.
        if found.len() >= MAX_SITES || scene.is_inside(site.def, &names) {
            continue;
        }
        if let Some(arg) = rule.granted {
            let answer = evaluator.argument(site.def, site.offset, arg);
            if answer.complete && answer.values == [Const::Int(0)] {
                continue;
            }
        }
        let permissions = permissions(scene, evaluator, &collections, site, row, rule);
        if permissions.is_empty() && rule.only_permissions {
            continue;
        }
        found.push((site, rule, permissions));
    }
    if found.is_empty() {
        return Vec::new();
    }
    let places: Vec<_> = found
        .iter()
        .map(|(site, _, _)| (site.def, site.offset))
        .collect();
    let described = scene.describe(&places);
    let answers = Answers::new(scene);
    let mut memory = Memory::new(scene);
    let mut out = Vec::new();
    for ((site, rule, permissions), place) in found.into_iter().zip(described) {
        // A library that hands on what it was given asks for nothing of its own.
        if permissions.is_empty() && place.owner.kind == OwnerKind::Library {
            continue;
        }
        let (on_denied, exit_scope, spacing) = if rule.kind == RequestKind::Runtime {
            let answering = answers.methods(scene, site, rule);
            let spacing = memory.of_chain(scene, evaluator, &place.chain, &answering);
            let asked = |at| memory.of_place(scene, evaluator, at, &answering) == Spacing::None;
            let (on_denied, exit_scope) = answers.on_denied(scene, site, rule, asked);
            (on_denied, exit_scope, spacing)
        } else {
            ("unknown", "", Spacing::None)
        };
        out.push(PermissionRequest {
            permissions,
            rationale: rationale(scene, evaluator, site, rule),
            site: place.site,
            owner: place.owner,
            phase: place.phase,
            chain: place.chain,
            on_denied: on_denied.to_owned(),
            exit_scope: exit_scope.to_owned(),
            spacing: spacing.word().to_owned(),
        });
    }
    out.sort_by(|a, b| (&a.site, &a.permissions).cmp(&(&b.site, &b.permissions)));
    out.dedup_by(|a, b| a.site == b.site);
    out
}

/// Permissions asked for, sorted; empty when none is constant.
fn permissions<'x, 'a>(
    scene: &Scene<'_, 'x, 'a>,
    evaluator: &mut Evaluator<'x, 'a>,
    collections: &Collections,
    site: &Site,
    row: u32,
    rule: &RequestRule<'_>,
) -> Vec<String> {
    let mut out = Vec::new();
    match rule.permissions {
        Some(arg) => {
            out.extend(words(scene, evaluator, site, arg));
            if out.is_empty() {
                let gathered = collections.texts(scene, evaluator, site, arg);
                out.extend(gathered.into_iter().filter(|word| is_word(scene, word)));
            }
        }
        None => out.extend(all_words(scene, evaluator, site)),
    }
    if out.is_empty() && !rule.adds.is_empty() {
        let chain = builder_calls(scene, site, row);
        let of_method = || {
            scene
                .sites
                .iter()
                .filter(|other| other.def == site.def && other.meaning == Meaning::Adds(row))
                .copied()
                .collect()
        };
        let calls: Vec<Site> = if chain.is_empty() { of_method() } else { chain };
        for call in calls.iter().take(MAX_CHAIN) {
            out.extend(all_words(scene, evaluator, call));
        }
        if out.is_empty() {
            for call in calls.iter().take(MAX_CHAIN) {
                let gathered = collections.texts(scene, evaluator, call, 0);
                out.extend(gathered.into_iter().filter(|word| is_word(scene, word)));
            }
        }
    }
    if out.is_empty() {
        out.extend(rule.implied.iter().map(ToString::to_string));
    }
    out.sort();
    out.dedup();
    out
}

/// Names of permissions among the constants of one parameter.
fn words(
    scene: &Scene<'_, '_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    site: &Site,
    arg: u32,
) -> Vec<String> {
    let found = evaluator.argument(site.def, site.offset, arg);
    found
        .texts()
        .flat_map(|text| text.split(' '))
        .filter(|word| is_word(scene, word))
        .map(str::to_owned)
        .collect()
}

/// True for the name of a permission.
fn is_word(scene: &Scene<'_, '_, '_>, word: &str) -> bool {
    let tables = &scene.shared.index.catalogues.requests;
    let mut parts = tables.permission_words.iter();
    parts.any(|part| word.contains(part.as_str()))
        || tables
            .requests
            .iter()
            .any(|rule| rule.implied.iter().any(|name| name.as_str() == word))
}

/// The same for every parameter that may hold texts.
fn all_words(
    scene: &Scene<'_, '_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    site: &Site,
) -> Vec<String> {
    let program = scene.shared.program;
    let (_, proto) = program.selector(program.method(site.method).selector);
    let holds_texts: Vec<bool> = types::parameters(program.proto(proto))
        .map(|ty| !matches!(ty, [_]))
        .collect();
    let mut out = Vec::new();
    for (arg, _) in (0u32..).zip(holds_texts).filter(|(_, holds)| *holds) {
        out.extend(words(scene, evaluator, site, arg));
    }
    out
}

/// Calls on the builder before the request, from last to first, that add permissions.
fn builder_calls(scene: &Scene<'_, '_, '_>, site: &Site, row: u32) -> Vec<Site> {
    let program = scene.shared.program;
    let mut out = Vec::new();
    let Some(body) = program.body(site.def) else {
        return out;
    };
    let mut at = body.insn_at(site.offset);
    for _ in 0..MAX_CHAIN {
        let receiver = at.and_then(|at| body.operands(at).get(0));
        let Some(call) = receiver.and_then(|value| call_of(body, value)) else {
            break;
        };
        let insn = &body.insns()[call];
        let method = insn
            .index
            .and_then(|index| program.method_at(program.dex_of(site.def), index));
        if let Some(method) = method
            && scene.meanings_of(method).contains(&Meaning::Adds(row))
        {
            out.push(Site {
                def: site.def,
                offset: insn.offset,
                method,
                meaning: Meaning::Adds(row),
            });
        }
        at = Some(call);
    }
    out
}

/// The call whose result a value is.
fn call_of(body: &Body, value: ValueId) -> Option<usize> {
    let mut value = value;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(value) else {
            return None;
        };
        let at = *at as usize;
        let insn = &body.insns()[at];
        if insn.is_move() {
            value = body.operands(at).get(0)?;
            continue;
        }
        let call = insn.is_move_result().then(|| at.checked_sub(1)).flatten()?;
        return body.insns()[call].is_invoke().then_some(call);
    }
    None
}

/// Text that explains the request: the call's own, else one that the same class shows and that speaks of permissions.
fn rationale(
    scene: &Scene<'_, '_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    site: &Site,
    rule: &RequestRule<'_>,
) -> Option<String> {
    let tables = &scene.shared.index.catalogues.requests;
    if let Some(arg) = rule.rationale {
        let own = evaluator.argument(site.def, site.offset, arg);
        let text = own.texts().find(|text| !text.is_empty()).map(shorten);
        if text.is_some() {
            return text;
        }
    }
    let here = outer_class(scene, site.def);
    let shown = scene.sites.iter().filter(|other| {
        matches!(other.meaning, Meaning::Show(_)) && outer_class(scene, other.def) == here
    });
    for other in shown.take(MAX_SHOWN) {
        let Meaning::Show(row) = other.meaning else {
            continue;
        };
        let Some(show) = tables.shows.get(row as usize) else {
            continue;
        };
        let found = evaluator.argument(other.def, other.offset, show.arg);
        let fits = |text: &&str| {
            let lower = text.to_lowercase();
            tables
                .rationale_words
                .iter()
                .any(|word| lower.contains(word.as_str()))
        };
        if let Some(text) = found.texts().find(fits) {
            return Some(shorten(text));
        }
    }
    None
}

fn shorten(text: &str) -> String {
    text.chars().take(MAX_RATIONALE).collect()
}

/// Descriptor of a method's class without the parts that nested classes add.
pub(super) fn outer_class<'s>(scene: &Scene<'s, '_, '_>, def: DefId) -> &'s [u8] {
    let program = scene.shared.program;
    let name = program.descriptor(program.class(program.def(def).class).ty);
    let end = name
        .iter()
        .position(|byte| *byte == b'$')
        .unwrap_or(name.len().saturating_sub(1));
    name.get(..end).unwrap_or(name)
}
