//! Answers to questions about the call graph: chains to methods, and what methods lead to. Refuses more answers than
//! its limits.

use std::collections::VecDeque;

use app_facts::{Access, CallChain, ChainFrame};
use byte_reader::mutf8::decode_printable;
use program_model::{DefId, MethodId};
use rustc_hash::FxHashMap;

use crate::analysis::Shared;
use crate::graph::{CallEdge, CallGraph, glob};
use crate::owners::owner_fact;
use crate::phase::Stage;

/// Chains given for one question.
const MAX_CHAINS: usize = 500;
/// Methods gone through for one question.
const MAX_METHODS: usize = 400_000;

/// A question about the call graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallQuery {
    /// Chains to methods of this name: a descriptor, a Java name, or a pattern with `*`.
    To(String),
    /// Reads that methods of this name lead to.
    From(String),
}

/// Answers a question.
pub(crate) fn answer(
    shared: &Shared<'_, '_>,
    graph: &CallGraph,
    accesses: &[Access],
    query: &CallQuery,
) -> Vec<CallChain> {
    match query {
        CallQuery::To(name) => to(shared, name),
        CallQuery::From(name) => from(shared, graph, accesses, name),
    }
}

/// True when a printed method fits: as a pattern of the descriptor, or of its Java form without parameters.
fn fits(name: &str, printed: &str) -> bool {
    if glob::fits(name.as_bytes(), printed.as_bytes()) {
        return true;
    }
    let Some((class, rest)) = printed.split_once("->") else {
        return false;
    };
    let short = format!("{class}->{}", rest.split('(').next().unwrap_or_default());
    if glob::fits(name.as_bytes(), short.as_bytes()) {
        return true;
    }
    let java = short
        .trim_start_matches('L')
        .replace(";->", ".")
        .replace('/', ".");
    glob::fits(name.as_bytes(), java.as_bytes())
}

/// Chains to the calls of framework methods and to methods of the app of this name.
fn to(shared: &Shared<'_, '_>, name: &str) -> Vec<CallChain> {
    let program = shared.program;
    let mut wanted: FxHashMap<MethodId, String> = FxHashMap::default();
    for (id, method) in program.methods() {
        // The name alone sorts most methods out before they are printed.
        let (own, _) = program.selector(method.selector);
        let own = decode_printable(program.name(own)).text;
        let may = name.contains('*') || name.contains(own.as_ref());
        if may {
            let printed = program.method_name(id);
            if fits(name, &printed) {
                wanted.insert(id, printed);
            }
        }
    }
    let mut out = Vec::new();
    for def in &shared.chains.order {
        if let Some(printed) = wanted.get(&program.def(*def).method) {
            out.push(chain_to(shared, *def, 0, printed));
        }
        let dex = program.dex_of(*def);
        for event in program.events(*def) {
            if out.len() >= MAX_CHAINS {
                return out;
            }
            if event.kind.is_plain_invoke()
                && let Some(method) = program.method_at(dex, event.index)
                && let Some(printed) = wanted.get(&method)
                && program.def_of(method).is_none()
            {
                out.push(chain_to(shared, *def, event.offset, printed));
            }
        }
    }
    out
}

fn chain_to(shared: &Shared<'_, '_>, def: DefId, offset: u32, what: &str) -> CallChain {
    let steps = shared.chains.to_place(def, offset);
    let mut chain = Vec::with_capacity(steps.len());
    for (n, (method, parent)) in steps.iter().enumerate() {
        let leaves = steps.get(n + 1).map_or(offset, |(_, next)| next.offset);
        let entry = shared.chains.entry(parent).map(str::to_owned);
        chain.push(frame(shared, *method, parent.edge.word(), entry, leaves));
    }
    let stage = shared
        .gates
        .borrow_mut()
        .stage_at(def, offset, &shared.chains);
    CallChain {
        what: what.to_owned(),
        phase: stage.map(Stage::phase),
        chain,
    }
}

fn frame(
    shared: &Shared<'_, '_>,
    def: DefId,
    edge: &str,
    entry: Option<String>,
    offset: u32,
) -> ChainFrame {
    ChainFrame {
        method: shared.program.def_name(def),
        owner: owner_fact(shared.owner_of(def), shared.index)
            .short()
            .to_owned(),
        edge: edge.to_owned(),
        entry,
        offset: Some(offset),
        line: shared.program.line(def, offset),
    }
}

/// Reads that methods of this name lead to, each by a shortest chain.
fn from(
    shared: &Shared<'_, '_>,
    graph: &CallGraph,
    accesses: &[Access],
    name: &str,
) -> Vec<CallChain> {
    let program = shared.program;
    let mut parents: FxHashMap<DefId, Option<(DefId, CallEdge)>> = FxHashMap::default();
    let mut queue = VecDeque::new();
    for def in &shared.chains.order {
        if fits(name, &program.def_name(*def)) {
            parents.insert(*def, None);
            queue.push_back(*def);
        }
    }
    while let Some(def) = queue.pop_front() {
        if parents.len() > MAX_METHODS {
            break;
        }
        for edge in graph.edges(program, def) {
            if let std::collections::hash_map::Entry::Vacant(place) = parents.entry(edge.callee) {
                place.insert(Some((def, edge)));
                queue.push_back(edge.callee);
            }
        }
    }
    let mut out = Vec::new();
    for access in accesses {
        if out.len() >= MAX_CHAINS {
            break;
        }
        let Some(def) = crate::timeline::find_def(shared, &access.site.method) else {
            continue;
        };
        if !parents.contains_key(&def) {
            continue;
        }
        let mut chain = Vec::new();
        let mut here = def;
        let mut leaves = access.site.offset;
        loop {
            if let Some((caller, edge)) = parents.get(&here).copied().flatten() {
                chain.push(frame(shared, here, edge.kind.word(), None, leaves));
                leaves = edge.offset;
                here = caller;
            } else {
                chain.push(frame(shared, here, "asked", None, leaves));
                break;
            }
        }
        chain.reverse();
        out.push(CallChain {
            what: format!("{} {}", access.data, access.api),
            phase: access.phase,
            chain,
        });
    }
    out
}
