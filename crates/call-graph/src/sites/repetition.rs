//! What repeats: timers, schedules, handlers that post themselves again, registrations with a period. Sets the
//! repetition of the accesses that such code reaches; refuses periods that are not constant.

use std::collections::VecDeque;

use app_facts::{Access, Level, Repeat};
use program_model::{DefId, Program, TypeId};
use ruleset::schema::RepeatRule;

use super::{MAX_SITES, Meaning, Scene, Site, types};
use crate::constants::{Const, Evaluator};
use crate::graph::EdgeKind;

/// Methods gone through to see whether something posts itself again.
const MAX_LOOP: usize = 60;
/// Targets of one call that are followed: a call that many methods may answer says little of any one of them.
const MAX_TARGETS: usize = 2;
/// Calls below what runs that still count as run by it.
const MAX_DEPTH: u32 = 4;

/// Something that runs again and again.
struct Repeating {
    repeat: Repeat,
    runs: Vec<DefId>,
    site: (DefId, u32),
}

pub(super) fn set(
    scene: &Scene<'_, '_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    accesses: &mut [Access],
) {
    let mut all: Vec<Repeating> = scene
        .sites
        .iter()
        .filter(|site| scene.shared.chains.reaches(site.def))
        .filter_map(|site| match site.meaning {
            Meaning::Repeat(row) => Some((site, row)),
            _ => None,
        })
        .take(MAX_SITES)
        .filter_map(|(site, row)| repeating(scene, evaluator, site, row))
        .collect();
    if all.is_empty() {
        return;
    }
    // Of several the shortest period says most; without one it says least.
    all.sort_by(|a, b| {
        let key = |one: &Repeating| {
            (
                one.repeat.period_ms.is_none(),
                one.repeat.period_ms,
                one.repeat.kind.clone(),
                one.site,
            )
        };
        key(a).cmp(&key(b))
    });
    let program = scene.shared.program;
    let mut of_def: Vec<Option<u32>> = vec![None; program.n_defs()];
    for (n, one) in (0u32..).zip(&all) {
        spread(scene, &one.runs, n, &mut of_def);
    }
    for access in accesses.iter_mut() {
        if access.level != Level::Reachable || access.repeat.is_some() {
            continue;
        }
        let Some(def) = find_def(program, &access.site.method) else {
            continue;
        };
        let at_site = all.iter().find(|one| one.site == (def, access.site.offset));
        let inside = of_def[def.index()].and_then(|n| all.get(n as usize));
        access.repeat = at_site.or(inside).map(|one| one.repeat.clone());
    }
}

/// Marks all that runs because of these methods, each method once for the whole app.
fn spread(scene: &Scene<'_, '_, '_>, runs: &[DefId], n: u32, of_def: &mut [Option<u32>]) {
    let mut work: VecDeque<(DefId, u32)> = runs.iter().map(|def| (*def, 0)).collect();
    while let Some((def, depth)) = work.pop_front() {
        if of_def[def.index()].is_some() {
            continue;
        }
        of_def[def.index()] = Some(n);
        if depth < MAX_DEPTH {
            work.extend(
                certain(scene, def)
                    .into_iter()
                    .map(|next| (next, depth + 1)),
            );
        }
    }
}

/// Methods that a method surely runs: calls that few methods may answer. A class is initialised once, however often the
/// code runs.
fn certain(scene: &Scene<'_, '_, '_>, def: DefId) -> Vec<DefId> {
    let edges = scene.graph.edges(scene.shared.program, def);
    let mut out = Vec::new();
    for group in edges.chunk_by(|a, b| a.offset == b.offset) {
        let follows = |kind: EdgeKind| {
            (kind.is_synchronous() || kind == EdgeKind::Async) && kind != EdgeKind::ClassInit
        };
        let targets = group.iter().filter(|edge| follows(edge.kind));
        if targets.clone().count() <= MAX_TARGETS {
            out.extend(targets.map(|edge| edge.callee));
        }
    }
    out
}

fn repeating(
    scene: &Scene<'_, '_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    site: &Site,
    row: u32,
) -> Option<Repeating> {
    let rule = scene
        .shared
        .index
        .catalogues
        .repeats
        .repeats
        .get(row as usize)?;
    let runs = runs(scene, site, rule);
    if rule.itself && !runs.iter().any(|run| comes_back(scene, *run, site.def)) {
        return None;
    }
    let period_ms = period(scene, evaluator, site, rule);
    // Posted at once is a loop of the queue, and posted after an open time may be a retry: neither is a period.
    if rule.itself && period_ms.is_none_or(|ms| ms == 0) {
        return None;
    }
    Some(Repeating {
        repeat: Repeat {
            kind: rule.kind.to_string(),
            period_ms,
        },
        runs,
        site: (site.def, site.offset),
    })
}

/// Methods that run again: those that the call graph says the call makes run, else those of the object's type.
fn runs(scene: &Scene<'_, '_, '_>, site: &Site, rule: &RepeatRule<'_>) -> Vec<DefId> {
    let program = scene.shared.program;
    let mut out: Vec<DefId> = scene
        .edges(site.def)
        .iter()
        .filter(|edge| {
            edge.offset == site.offset
                && !matches!(
                    edge.kind,
                    EdgeKind::Direct | EdgeKind::Virtual | EdgeKind::ClassInit | EdgeKind::Lambda
                )
        })
        .map(|edge| edge.callee)
        .collect();
    if out.is_empty() {
        out.extend(behind(scene, site, rule));
    }
    for ty in object_types(scene, site, rule).unwrap_or_default() {
        for run in &rule.runs {
            let Some((name, proto)) = run.split_once('(') else {
                continue;
            };
            let selector = program.find_selector(name.as_bytes(), format!("({proto}").as_bytes());
            out.extend(selector.and_then(|selector| program.lookup(ty, selector)));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// What runs when the object given is one that stands for something to be started: made by a call in the same method,
/// or in a method of the app that was called for it.
fn behind(scene: &Scene<'_, '_, '_>, site: &Site, rule: &RepeatRule<'_>) -> Vec<DefId> {
    let program = scene.shared.program;
    let waits = |kind: EdgeKind| !kind.is_synchronous();
    let found = (|| {
        let (body, _, mut value) = scene.operand(site, rule.callback?)?;
        for _ in 0..8 {
            let program_model::Value::Insn(at) = body.value(value) else {
                return None;
            };
            let at = *at as usize;
            let insn = body.insns().get(at)?;
            if insn.is_move() || insn.opcode == dex_parse::opcode::op::CHECK_CAST {
                value = body.operands(at).get(0)?;
                continue;
            }
            if !insn.is_move_result() {
                return None;
            }
            let call = body.insns().get(at.checked_sub(1)?)?.offset;
            let edges = scene.edges(site.def);
            let here = edges.iter().filter(|edge| edge.offset == call);
            let mut out: Vec<DefId> = here
                .clone()
                .filter(|edge| waits(edge.kind))
                .map(|edge| edge.callee)
                .collect();
            if out.is_empty() {
                let makers: Vec<DefId> = here
                    .filter(|edge| edge.kind != EdgeKind::ClassInit)
                    .map(|edge| edge.callee)
                    .collect();
                if let [maker] = makers.as_slice() {
                    let edges = scene.graph.edges(program, *maker);
                    let started = edges.iter().filter(|edge| edge.kind == EdgeKind::Scheduled);
                    out.extend(started.map(|edge| edge.callee));
                }
            }
            return Some(out);
        }
        None
    })();
    found.unwrap_or_default()
}

fn object_types(
    scene: &Scene<'_, '_, '_>,
    site: &Site,
    rule: &RepeatRule<'_>,
) -> Option<Vec<TypeId>> {
    let program = scene.shared.program;
    if rule.receiver {
        let body = program.body(site.def)?;
        let at = body.insn_at(site.offset)?;
        let value = body.operands(at).get(0)?;
        return Some(types::of_value(program, site.def, body, value));
    }
    let (body, _, value) = scene.operand(site, rule.callback?)?;
    Some(types::of_value(program, site.def, body, value))
}

/// True when what runs makes the method with the site run again.
fn comes_back(scene: &Scene<'_, '_, '_>, run: DefId, site: DefId) -> bool {
    let mut seen = vec![run];
    let mut at = 0;
    while let Some(def) = seen.get(at).copied() {
        if def == site {
            return true;
        }
        at += 1;
        for next in certain(scene, def) {
            if seen.len() < MAX_LOOP && !seen.contains(&next) {
                seen.push(next);
            }
        }
    }
    false
}

fn period(
    scene: &Scene<'_, '_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    site: &Site,
    rule: &RepeatRule<'_>,
) -> Option<u64> {
    let found = evaluator.argument(site.def, site.offset, rule.period?);
    // Several constants: the shortest.
    let value = found
        .values
        .iter()
        .filter_map(|value| match value {
            Const::Int(value) => Some(*value),
            _ => None,
        })
        .min()?;
    if let Some(named) = rule.named.iter().find(|named| named.value == value) {
        return Some(named.ms);
    }
    let value = u64::try_from(value).ok()?;
    match rule.unit {
        None => Some(value.saturating_mul(u64::from(rule.microseconds)) / 1_000),
        Some(arg) => {
            let nanoseconds = unit(scene, site, arg)?;
            Some(value.saturating_mul(nanoseconds) / 1_000_000)
        }
    }
}

/// Nanoseconds of the unit that an argument names by a static field.
fn unit(scene: &Scene<'_, '_, '_>, site: &Site, arg: u32) -> Option<u64> {
    let program = scene.shared.program;
    let (body, _, mut value) = scene.operand(site, arg)?;
    for _ in 0..8 {
        let program_model::Value::Insn(at) = body.value(value) else {
            return None;
        };
        let at = *at as usize;
        let insn = &body.insns()[at];
        if insn.is_move() {
            value = body.operands(at).get(0)?;
            continue;
        }
        let field = program.field_at(program.dex_of(site.def), insn.index?)?;
        if !(0x60..=0x66).contains(&insn.opcode) {
            return None;
        }
        let name = program.field_name(field);
        return scene
            .shared
            .index
            .catalogues
            .repeats
            .units
            .iter()
            .find(|row| row.field.as_str() == name)
            .map(|row| row.nanoseconds);
    }
    None
}

/// The app's method with this full name.
fn find_def(program: &Program<'_>, method: &str) -> Option<DefId> {
    let (class, rest) = method.split_once("->")?;
    let at = rest.find('(')?;
    let (name, proto) = rest.split_at_checked(at)?;
    let ty = program.find_type_named(class)?;
    let selector = program.find_selector(name.as_bytes(), proto.as_bytes())?;
    program.declared(ty, selector)
}
