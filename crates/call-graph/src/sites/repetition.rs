//! What repeats: timers, schedules, handlers that post themselves again, loops that wait, registrations with a period. Sets the
//! repetition of the accesses that such code reaches; refuses periods that are not constant.

use std::collections::{BTreeSet, VecDeque};

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
    /// Offsets of the method that run again themselves: first, end.
    around: Vec<(u32, u32)>,
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
        let offset = access.site.offset;
        let at_site = all.iter().find(|one| {
            one.site == (def, offset)
                || one.site.0 == def
                    && one
                        .around
                        .iter()
                        .any(|(first, end)| (*first..*end).contains(&offset))
        });
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
    certain_at(scene, def, &|_| true)
}

/// The same for calls at some of the offsets.
fn certain_at(
    scene: &Scene<'_, '_, '_>,
    def: DefId,
    is_wanted: &dyn Fn(u32) -> bool,
) -> Vec<DefId> {
    let edges = scene.graph.edges(scene.shared.program, def);
    let mut out = Vec::new();
    for group in edges.chunk_by(|a, b| a.offset == b.offset) {
        let follows = |kind: EdgeKind| {
            (kind.is_synchronous() || kind == EdgeKind::Async) && kind != EdgeKind::ClassInit
        };
        let targets = group
            .iter()
            .filter(|edge| follows(edge.kind) && is_wanted(edge.offset));
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
    if rule.waits {
        let around = loop_around(scene.shared.program, site.def, site.offset)?;
        let period_ms = period(scene, evaluator, site, rule).filter(|ms| *ms > 0)?;
        return Some(Repeating {
            repeat: Repeat {
                kind: rule.kind.to_string(),
                period_ms: Some(period_ms),
            },
            runs: certain_at(scene, site.def, &|offset| {
                around
                    .iter()
                    .any(|(first, end)| (*first..*end).contains(&offset))
            }),
            site: (site.def, site.offset),
            around,
        });
    }
    let runs = runs(scene, site, rule);
    if rule.itself && !runs.iter().any(|run| comes_back(scene, *run, site.def)) {
        return None;
    }
    let period_ms = if rule.from_now {
        added(scene, evaluator, site, rule)
    } else {
        period(scene, evaluator, site, rule)
    };
    // Posted at once is a loop of the queue, and posted after an open time may be a retry: neither is a period.
    if rule.itself && !rule.from_now && period_ms.is_none_or(|ms| ms == 0) {
        return None;
    }
    Some(Repeating {
        repeat: Repeat {
            kind: rule.kind.to_string(),
            period_ms,
        },
        runs,
        site: (site.def, site.offset),
        around: Vec::new(),
    })
}

/// The offsets of the loop that a place is in; `None` when it is in none, or in one that counts its rounds: that tries
/// again a few times.
fn loop_around(program: &Program<'_>, def: DefId, offset: u32) -> Option<Vec<(u32, u32)>> {
    let body = program.body(def)?;
    let home = body.block_of(body.insn_at(offset)?);
    let blocks = body.blocks();
    let mut preds: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
    for (from, block) in blocks.iter().enumerate() {
        for to in &block.succs {
            preds.get_mut(*to as usize)?.push(from);
        }
    }
    let after = reached(home, |block| {
        blocks
            .get(block)
            .map(|row| row.succs.iter().map(|to| *to as usize).collect())
            .unwrap_or_default()
    });
    let before = reached(home, |block| preds.get(block).cloned().unwrap_or_default());
    if !after.contains(&home) {
        return None;
    }
    let mut out = Vec::new();
    let (mut counts, mut compares) = (false, false);
    for id in after.intersection(&before) {
        let block = blocks.get(*id)?;
        let insns = body.insns().get(block.first..block.end)?;
        for insn in insns {
            counts |=
                matches!(insn.opcode, 0xd0 | 0xd8) && insn.literal.is_some_and(|n| n.abs() == 1);
            compares |= matches!(insn.opcode, 0x34..=0x37 | 0x3a..=0x3d);
        }
        let first = insns.first()?.offset;
        let end = body
            .insns()
            .get(block.end)
            .map_or(u32::MAX, |insn| insn.offset);
        out.push((first, end));
    }
    (!(counts && compares)).then_some(out)
}

/// Blocks reached by one step or more.
fn reached(from: usize, steps: impl Fn(usize) -> Vec<usize>) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    let mut stack = steps(from);
    while let Some(block) = stack.pop() {
        if out.insert(block) {
            stack.extend(steps(block));
        }
    }
    out
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

/// The constant that is added to another value in the parameter with the period.
fn added(
    scene: &Scene<'_, '_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    site: &Site,
    rule: &RepeatRule<'_>,
) -> Option<u64> {
    let (body, insn, mut value) = scene.operand(site, rule.period?)?;
    for _ in 0..8 {
        let program_model::Value::Insn(at) = body.value(value) else {
            return None;
        };
        let at = *at as usize;
        let made = body.insns().get(at)?;
        let operands = body.operands(at);
        if made.is_move() {
            value = operands.get(0)?;
            continue;
        }
        // Addition of long numbers, which may take two operands each.
        if !matches!(made.opcode, 0x9b | 0xbb) {
            return None;
        }
        return operands.iter().find_map(|side| {
            let found = evaluator.value(site.def, side, insn);
            match found.values.as_slice() {
                [Const::Int(ms)] if found.complete => u64::try_from(*ms).ok().filter(|ms| *ms > 0),
                _ => None,
            }
        });
    }
    None
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
pub(super) fn find_def(program: &Program<'_>, method: &str) -> Option<DefId> {
    let (class, rest) = method.split_once("->")?;
    let at = rest.find('(')?;
    let (name, proto) = rest.split_at_checked(at)?;
    let ty = program.find_type_named(class)?;
    let selector = program.find_selector(name.as_bytes(), proto.as_bytes())?;
    program.declared(ty, selector)
}
