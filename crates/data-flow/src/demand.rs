//! Which summaries are made although nothing asked for them: in big apps those that are surely asked for and lie on
//! the shortest ways, so that they come before the work ends, and later those of methods that nothing seen to run
//! stands on, but that read information or give some away.

use call_graph::Binding;
use program_model::{DefId, IdVec};

use crate::context::Ctx;

/// Methods that may answer one call, up to which each of them is surely asked for.
const MAX_SURE: usize = 4;

/// Of methods in an order, those that the entry points reach by calls with few targets.
pub(crate) fn surely_run<'o>(
    ctx: &Ctx<'_, '_>,
    roots: impl Iterator<Item = DefId>,
    order: &'o [DefId],
) -> impl Iterator<Item = DefId> + 'o {
    let wanted = ctx.wanted.list();
    let mut seen: IdVec<DefId, bool> = IdVec::filled(false, wanted.len());
    let mut stack: Vec<DefId> = roots.collect();
    while let Some(def) = stack.pop() {
        if !wanted[def] || std::mem::replace(&mut seen[def], true) {
            continue;
        }
        let edges = ctx.edges(def);
        for same in edges.chunk_by(|a, b| a.offset == b.offset) {
            if same.len() <= MAX_SURE {
                let called = same.iter().filter(|edge| edge.binding != Binding::None);
                stack.extend(called.map(|edge| edge.callee));
            }
        }
    }
    order.iter().copied().filter(move |def| seen[*def])
}

/// Methods that nothing seen stands on, and by whose calls some of the seeds run, in the order of their numbers.
pub(crate) fn unseen(
    ctx: &Ctx<'_, '_>,
    is_seen: impl Fn(DefId) -> bool,
    seeds: &[DefId],
) -> Vec<DefId> {
    let wanted = ctx.wanted.list();
    let is_open = |def: DefId| wanted[def] && !is_seen(def);
    let mut calls: Vec<(DefId, DefId)> = Vec::new();
    for def in (0..wanted.len()).map(DefId::from_index) {
        if is_open(def) {
            let edges = ctx.edges(def);
            let called = edges
                .iter()
                .filter(|edge| edge.binding != Binding::None && is_open(edge.callee));
            calls.extend(called.map(|edge| (edge.callee, def)));
        }
    }
    calls.sort_unstable();
    calls.dedup();
    let mut found: IdVec<DefId, bool> = IdVec::filled(false, wanted.len());
    let mut stack: Vec<DefId> = seeds.to_vec();
    while let Some(def) = stack.pop() {
        if !is_open(def) || std::mem::replace(&mut found[def], true) {
            continue;
        }
        let first = calls.partition_point(|(callee, _)| *callee < def);
        let callers = calls.get(first..).unwrap_or_default().iter();
        stack.extend(
            callers
                .take_while(|(callee, _)| *callee == def)
                .map(|(_, caller)| *caller),
        );
    }
    (0..found.len())
        .map(DefId::from_index)
        .filter(|def| found[*def])
        .collect()
}
