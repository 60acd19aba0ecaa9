//! What one method does to values and objects, in terms of what its caller gives; says nothing of kinds of information.

use std::rc::Rc;

use program_model::{DefId, TypeId};
use rustc_hash::FxHashMap;

use crate::cells::Cells;
use crate::node::{Nodes, Sel};
use crate::value::{NodeId, ProvId, Set};

/// One step on the way of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prov {
    /// Nothing is noted.
    None,
    /// Read at this offset.
    Read { offset: u32 },
    /// Something happened here.
    Step {
        before: ProvId,
        offset: u32,
        what: What,
    },
    /// Passed through a callee: the way to the call, the summary, and the way in there.
    Through {
        before: ProvId,
        offset: u32,
        key: u32,
        inner: ProvId,
        what: What,
    },
}

/// What happened at a step, as readers see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum What {
    /// Passed to a method and came back or went on from there.
    Call,
    /// Passed to a callback.
    Callback,
    /// Computed by a framework or library method.
    Library,
    /// Written into a field.
    FieldWrite,
    /// Written into an array or collection.
    ElementWrite,
    /// Computed.
    Compute,
    /// Thrown.
    Throw,
    /// Handed over by a channel: intent, store, event.
    Channel,
}

/// A sink that values may reach.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a sink waits for are independent questions"
)]
pub(crate) struct Hit {
    /// Method with the call.
    pub(crate) def: DefId,
    pub(crate) offset: u32,
    /// Row of the sink in the method's tables.
    pub(crate) row: u32,
    /// What leaves: information and unknowns.
    pub(crate) values: Set,
    /// Ways out that the receiver carries, for sinks that take theirs from it.
    pub(crate) ways: Set,
    /// The sink takes its way out from the receiver.
    pub(crate) needs_way: bool,
    /// What the host is read from.
    pub(crate) host: Set,
    /// The host is the object that receives the value; where that is one of the app, nothing leaves.
    pub(crate) to_object: bool,
    /// The host are intents of which callers know whom they are for; where that is the app, nothing leaves.
    pub(crate) to_intent: bool,
    /// A host that callers know is waited for.
    pub(crate) by_host: bool,
    /// Objects of which one must be there for the call to happen: content of containers that callers know. Without
    /// any the call happens.
    pub(crate) needs: Set,
    /// The method that such an object must answer the call with.
    pub(crate) needs_def: Option<DefId>,
    /// Way through callees to the call: offset here and the hit of the callee.
    pub(crate) inner: Option<Inner>,
}

/// A hit inside a callee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Inner {
    pub(crate) offset: u32,
    pub(crate) key: u32,
    /// Number of the hit in the callee.
    pub(crate) hit: u32,
}

/// A flow that is complete inside the method and its callees.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    pub(crate) source: u32,
    pub(crate) marks: u64,
    pub(crate) prov: ProvId,
    pub(crate) def: DefId,
    pub(crate) offset: u32,
    pub(crate) row: u32,
    /// Opener of the way out, by number, for a sink that takes its kind from one.
    pub(crate) way: Option<u32>,
    /// Constants of the host place.
    pub(crate) host: Vec<u32>,
    /// Callers know more of the host: the same flow is told there once more.
    pub(crate) open_host: bool,
}

/// Which method of an object is called later.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Which {
    /// By name and number of arguments.
    Named(Rc<str>, usize),
    /// Its only method that the interface leaves open.
    Only,
    /// This very method, with arguments by register.
    Method(DefId),
    /// Whatever overrides a method of this type or, without one, of any framework type.
    Overrides(Option<TypeId>),
}

/// A callback that runs later.
#[derive(Debug, Clone)]
pub(crate) struct Deferred {
    pub(crate) offset: u32,
    pub(crate) receiver: Set,
    pub(crate) which: Which,
    pub(crate) args: Vec<Set>,
    /// It runs when the code that runs now has ended, not before.
    pub(crate) later: bool,
}

/// Something of an argument that decides what the method does: known to callers, unknown to the method.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Ask {
    /// Argument register.
    pub(crate) slot: u16,
    /// Fields from there, none for the argument itself.
    pub(crate) path: Vec<Sel>,
    /// Its constant is asked for rather than its type.
    pub(crate) constant: bool,
}

/// A callee that may not be called after all.
#[derive(Debug, Clone)]
pub(crate) struct Maybe {
    /// Its summary.
    pub(crate) key: u32,
    /// Objects of which one must be there for the call to happen; none when it surely does not.
    pub(crate) needs: Set,
    /// The method that such an object must answer the call with.
    pub(crate) needs_def: Option<DefId>,
}

/// The summary of one method.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    pub(crate) nodes: Nodes,
    pub(crate) cells: Cells,
    /// Objects from outside that a cell of `cells` belongs to, by step.
    pub(crate) written: FxHashMap<Sel, Vec<NodeId>>,
    pub(crate) ret: Set,
    pub(crate) thrown: Set,
    pub(crate) hits: Vec<Hit>,
    pub(crate) done: Vec<Done>,
    pub(crate) deferred: Vec<Deferred>,
    /// What callers know and this method would like to.
    pub(crate) asks: Vec<Ask>,
    /// Summaries that it stands on.
    pub(crate) used: Vec<u32>,
    /// Those of them, and further ones, that count only where some object is there.
    pub(crate) maybe: Vec<Maybe>,
    pub(crate) provs: Vec<Prov>,
    /// Nodes that matter to a caller.
    pub(crate) live: Vec<bool>,
    /// No way through the method ends with its return.
    pub(crate) never_returns: bool,
    /// A bound of the engine was met.
    pub(crate) cut: Option<&'static str>,
}

/// Objects from outside that cells belong to, by step.
pub(crate) fn written_by_step(nodes: &Nodes, cells: &Cells) -> FxHashMap<Sel, Vec<NodeId>> {
    let mut written: FxHashMap<Sel, Vec<NodeId>> = FxHashMap::default();
    for (node, sel) in cells.keys() {
        if nodes.is_outside(node) {
            written.entry(sel).or_default().push(node);
        }
    }
    written
}

impl Summary {
    /// Equal but for the ways taken.
    pub(crate) fn same(&self, other: &Self) -> bool {
        let cells = self.cells.len() == other.cells.len()
            && self
                .cells
                .iter()
                .zip(other.cells.iter())
                .all(|((a, x), (b, y))| a == b && x.same(y));
        cells
            && self.nodes.len() == other.nodes.len()
            && self.ret.same(&other.ret)
            && self.thrown.same(&other.thrown)
            && self.hits.len() == other.hits.len()
            && self.hits.iter().zip(&other.hits).all(|(a, b)| {
                a.offset == b.offset
                    && a.def == b.def
                    && a.values.same(&b.values)
                    && a.ways.same(&b.ways)
                    && a.host.same(&b.host)
                    && a.needs.same(&b.needs)
                    && a.needs_def == b.needs_def
            })
            && self.done.len() == other.done.len()
            && self.deferred.len() == other.deferred.len()
            && self.never_returns == other.never_returns
            && self.asks == other.asks
            && self.used == other.used
            && self.maybe.len() == other.maybe.len()
            && self.maybe.iter().zip(&other.maybe).all(|(a, b)| {
                a.key == b.key && a.needs.same(&b.needs) && a.needs_def == b.needs_def
            })
    }
}
