//! States that come back: what the process or a component finds when it starts once more.

use std::collections::{BTreeMap, BTreeSet};

use program_model::DefId;
use rustc_hash::FxHashMap;

use crate::context::{Ctx, Key};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::node::{Kind, Sel};
use crate::value::{NodeId, Set};

/// The state in which the process starts something that it does once.
pub(super) struct Start {
    heap: Heap,
    n_nodes: usize,
}

/// Cells that were put aside.
pub(super) type Aside = Vec<((NodeId, Sel), Set)>;

impl Start {
    pub(super) fn new(heap: &Heap, n_nodes: usize) -> Self {
        Self {
            heap: heap.clone(),
            n_nodes,
        }
    }

    /// Puts aside what came later, but for what is handed from process to process; with what follows from it.
    pub(super) fn go_back(&self, frame: &Frame<'_, '_, '_>, heap: &mut Heap) -> Aside {
        let mut out = Aside::new();
        let keys: Vec<(NodeId, Sel)> = heap
            .cells
            .keys()
            .filter(|(node, _)| {
                let is_channel = frame.nodes.get(*node).is_some_and(|node| {
                    matches!(node.kind, Kind::Channel(..) | Kind::Component(_))
                });
                node.index() < self.n_nodes && !is_channel
            })
            .collect();
        for key in keys {
            let before = self.heap.cells.get(&key);
            let Some(now) = heap.cells.get_mut(&key) else {
                continue;
            };
            if before.is_some_and(|before| before.same(now)) {
                continue;
            }
            let now = match before {
                Some(before) => std::mem::replace(now, before.clone()),
                None => heap.cells.remove(&key).unwrap_or_default(),
            };
            out.push((key, now));
        }
        out
    }
}

/// What static fields hold.
pub(super) fn statics_of(frame: &mut Frame<'_, '_, '_>, heap: &Heap) -> BTreeMap<Sel, Set> {
    let statics = frame.outside(Kind::Statics);
    let cells = statics.refs().flat_map(|node| heap.of(node));
    cells.map(|(sel, set)| (sel, set.clone())).collect()
}

/// Puts aside what static fields get only when the initialiser of a class has run: it runs once.
pub(super) fn put_aside_later(
    frame: &mut Frame<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    heap: &mut Heap,
    first: &BTreeMap<Sel, Set>,
    def: DefId,
) -> Aside {
    let mut out = Aside::new();
    let key = ctx.key_id(&Key::generic(def));
    let Some(summary) = frame.known.summary(key) else {
        return out;
    };
    let statics = frame.outside(Kind::Statics);
    for sel in ctx.written_behind(def, &summary) {
        for node in statics.refs() {
            let before = first.get(&sel).cloned().unwrap_or_default();
            if let Some(now) = heap.cells.insert((node, sel), before) {
                out.push(((node, sel), now));
            }
        }
    }
    out
}

/// Objects that making a component made are as new when its first method runs.
pub(super) fn go_back_to_made(heap: &mut Heap, fresh: &Heap) -> Aside {
    let mut out = Aside::new();
    let nodes: BTreeSet<NodeId> = fresh.cells.keys().map(|(node, _)| node).collect();
    for node in nodes {
        let cells: Vec<(Sel, Set)> = heap.of(node).map(|(sel, set)| (sel, set.clone())).collect();
        for (sel, set) in cells {
            heap.cells.remove(&(node, sel));
            out.push(((node, sel), set));
        }
        for (sel, set) in fresh.of(node) {
            heap.cells.insert((node, sel), set.clone());
        }
    }
    out
}

/// Notes the objects that the entry made, as it leaves them for the first time.
pub(super) fn note_made(heap: &Heap, own: &[NodeId], made: &mut Heap) {
    for node in own {
        for (sel, set) in heap.of(*node) {
            if !made.cells.contains_key(&(*node, sel)) {
                made.cells.insert((*node, sel), set.clone());
            }
        }
    }
}

/// Objects by the number of the entry that made them.
#[derive(Default)]
pub(super) struct MadeBy {
    by_entry: FxHashMap<u32, Vec<NodeId>>,
    n_seen: usize,
}

impl MadeBy {
    /// The objects that an entry made so far.
    pub(super) fn of(&mut self, frame: &Frame<'_, '_, '_>, number: u32) -> &[NodeId] {
        for (id, node) in frame.nodes.since(self.n_seen) {
            if let Kind::Inner(by, ..) = node.kind {
                self.by_entry.entry(by).or_default().push(id);
            }
        }
        self.n_seen = frame.nodes.len();
        self.by_entry.get(&number).map_or(&[], Vec::as_slice)
    }
}
