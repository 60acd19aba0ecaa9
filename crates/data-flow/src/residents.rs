//! Components that others reach while any entry point runs: their fields are put into the heap before it and noted
//! behind it. While no entry point changes them they stay where they are. Decides nothing about who is reached.

use std::collections::BTreeSet;

use crate::heap::Heap;
use crate::intent::Time;
use crate::node::Sel;
use crate::shared::Times;
use crate::top::{keep, show};
use crate::value::NodeId;

/// Components whose fields are in the heap as others see them, and noted as such.
#[derive(Default)]
pub(crate) struct Residents {
    settled: BTreeSet<NodeId>,
}

impl Residents {
    /// Makes the fields of a component seen; `alive` gives the times whose writes are.
    pub(crate) fn show(
        &self,
        heap: &mut Heap,
        times: &Times,
        node: NodeId,
        alive: &BTreeSet<Time>,
    ) {
        if !self.settled.contains(&node) {
            show(heap, times, node, alive);
            heap.cells.take_touched(node);
        }
    }

    /// Notes what the entry point left in a component.
    pub(crate) fn keep(&mut self, heap: &mut Heap, times: &mut Times, node: NodeId) {
        if heap.cells.take_touched(node) {
            self.settled.remove(&node);
            keep(heap, times, node, Time::Middle);
        } else if self.settled.insert(node) {
            let own = times.entry((node, Time::Middle)).or_default();
            for (sel, set) in heap.of(node) {
                own.entry(sel).or_default().join(set);
            }
        }
    }

    /// Takes the fields of a component out of the heap; they are noted.
    pub(crate) fn leave(&mut self, heap: &mut Heap, node: NodeId) {
        if self.settled.remove(&node) {
            let cells: Vec<Sel> = heap.of(node).map(|(sel, _)| sel).collect();
            for sel in cells {
                heap.cells.remove(&(node, sel));
            }
        }
    }

    /// The same for all.
    pub(crate) fn leave_all(&mut self, heap: &mut Heap) {
        for node in self.settled.clone() {
            self.leave(heap, node);
        }
    }
}
