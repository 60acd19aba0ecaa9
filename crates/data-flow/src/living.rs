//! Objects that code hands to the framework, which then runs their life method by method: pages inside a page, dialogs.
//! Their fields are kept by the time at which they were written, as those of components are. Refuses to order methods
//! for which the tables give no order.

use std::collections::{BTreeMap, BTreeSet};

use program_model::{DefId, TypeId};

use crate::context::Ctx;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::intent::Time;
use crate::node::{Kind, Sel};
use crate::summary::{Deferred, Which};
use crate::shared::Times;
use crate::top::{keep, show};
use crate::value::{NodeId, Set};

impl Frame<'_, '_, '_> {
    /// The framework runs the method at its place in the life of an object of this type, and at no other time.
    pub(crate) fn is_of_life(&self, ty: TypeId, def: DefId) -> bool {
        let intents = &self.ctx.intents;
        intents.is_living(ty) && matches!(intents.time(self.ctx.program, ty, def), Time::At(_))
    }

    /// A callback that only the top runs, at its place in the life of the object.
    pub(crate) fn waits_for_life(&self, deferred: &Deferred) -> bool {
        let Which::Method(def) = deferred.which else {
            return false;
        };
        deferred.receiver.refs().any(|node| {
            self.nodes
                .ty(node)
                .is_some_and(|ty| self.is_of_life(ty, def))
        })
    }
}

/// The objects seen so far.
#[derive(Default)]
pub(crate) struct Living {
    nodes: BTreeSet<NodeId>,
    n_seen: usize,
    /// What the heap was given for them; more was written by code that may run at any time.
    given: BTreeMap<(NodeId, Sel), Set>,
    /// Times at which methods of each run.
    own: BTreeMap<NodeId, BTreeSet<Time>>,
}

impl Living {
    pub(crate) fn has(&self, node: NodeId) -> bool {
        self.nodes.contains(&node)
    }

    /// Takes in objects that were made since: what they hold now, they hold before their life begins.
    pub(crate) fn take_new(&mut self, frame: &Frame<'_, '_, '_>, heap: &Heap, times: &mut Times) {
        let intents = &frame.ctx.intents;
        for (id, node) in frame.nodes.since(self.n_seen) {
            let is_living = node.ty.is_some_and(|ty| intents.is_living(ty));
            if !is_living || matches!(node.kind, Kind::Component(_)) {
                continue;
            }
            self.nodes.insert(id);
            let first = times.entry((id, Time::First)).or_default();
            for (sel, set) in heap.of(id) {
                first.entry(sel).or_default().join(set);
                self.given.insert((id, sel), set.clone());
            }
        }
        self.n_seen = frame.nodes.len();
    }

    /// Notes what others wrote into an object.
    fn note(&self, heap: &Heap, times: &mut Times, node: NodeId) {
        let nothing = Set::default();
        let mut more: Vec<(Sel, Set)> = Vec::new();
        let first = times.get(&(node, Time::First));
        for (sel, set) in heap.of(node) {
            let given = self.given.get(&(node, sel)).unwrap_or(&nothing);
            let made = first.and_then(|cells| cells.get(&sel)).unwrap_or(&nothing);
            let mut set = set.clone();
            set.retain(|atom| !given.contains(atom) && !made.contains(atom));
            if !set.is_empty() {
                more.push((sel, set));
            }
        }
        for (sel, set) in more {
            let cells = times.entry((node, Time::Middle)).or_default();
            cells.entry(sel).or_default().join(&set);
        }
    }

    /// Notes what others wrote into the objects.
    pub(crate) fn note_all(&self, heap: &Heap, times: &mut Times) {
        for node in &self.nodes {
            self.note(heap, times, *node);
        }
    }

    /// Takes the fields of an object out of the heap.
    fn take_out(&mut self, heap: &mut Heap, node: NodeId) {
        let cells: Vec<Sel> = heap.of(node).map(|(sel, _)| sel).collect();
        for sel in cells {
            heap.cells.remove(&(node, sel));
            self.given.remove(&(node, sel));
        }
    }

    /// Puts in what others may see of an object while it lives.
    fn put_alive(
        &mut self,
        ctx: &Ctx<'_, '_>,
        heap: &mut Heap,
        times: &Times,
        at: (NodeId, TypeId),
    ) {
        let (node, ty) = at;
        let nothing = BTreeSet::new();
        let own = self.own.get(&node).unwrap_or(&nothing);
        show(heap, times, node, &ctx.intents.seen(ty, Time::Last, own));
        for (sel, set) in heap.of(node) {
            self.given.insert((node, sel), set.clone());
        }
    }

    /// Runs the lives of all objects once, each method on what those before it leave.
    pub(crate) fn run(
        &mut self,
        frame: &mut Frame<'_, '_, '_>,
        heap: &mut Heap,
        times: &mut Times,
    ) {
        let ctx = frame.ctx;
        let mut list: Vec<(NodeId, Time, TypeId, Deferred)> = Vec::new();
        for deferred in &frame.deferred {
            let (Which::Method(def), Some(node)) =
                (&deferred.which, deferred.receiver.refs().next())
            else {
                continue;
            };
            let Some(ty) = frame.nodes.ty(node).filter(|_| self.has(node)) else {
                continue;
            };
            let time = ctx.intents.time(ctx.program, ty, *def);
            if matches!(time, Time::At(_)) {
                self.own.entry(node).or_default().insert(time);
                list.push((node, time, ty, deferred.clone()));
            }
        }
        list.sort_by_key(|(node, time, ..)| (*node, *time));
        for (node, time, ty, deferred) in list {
            if frame.units > frame.bound {
                return;
            }
            self.note(heap, times, node);
            self.take_out(heap, node);
            let nothing = BTreeSet::new();
            let own = self.own.get(&node).unwrap_or(&nothing);
            show(heap, times, node, &ctx.intents.seen(ty, time, own));
            // One object runs the method, however many the node stands for.
            let was = frame.nodes.set_single(node, true);
            frame.holds_back = false;
            frame.call_back(
                heap,
                deferred.offset,
                &deferred.receiver,
                &deferred.which,
                &deferred.args,
                true,
            );
            frame.holds_back = true;
            frame.nodes.set_single(node, was);
            frame.run_pending(heap);
            keep(heap, times, node, time);
            self.put_alive(ctx, heap, times, (node, ty));
            self.take_new(frame, heap, times);
        }
    }
}
