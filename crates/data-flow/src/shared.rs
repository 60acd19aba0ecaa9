//! Components that others hold: through static fields, through the object of the process. What is in them is there
//! for all as long as they live. Refuses to follow more of them than a bound says.

use std::collections::{BTreeMap, BTreeSet};

use crate::frame::Frame;
use crate::heap::Heap;
use crate::intent::Time;
use crate::node::{Kind, Sel};
use crate::value::{NodeId, Set};

/// Fields of components by the time in which they were written.
pub(crate) type Times = BTreeMap<(NodeId, Time), BTreeMap<Sel, Set>>;

/// Components that others hold, and objects looked at to find them.
const MAX_SHARED: usize = 16;
const MAX_SEEN: usize = 4_000;

/// Components that can be got at from static fields, from cells of the whole program and from these objects.
pub(crate) fn held_by_others(
    frame: &Frame<'_, '_, '_>,
    heap: &Heap,
    times: &Times,
    processes: &[NodeId],
) -> Vec<NodeId> {
    let is_root = |kind: Kind| matches!(kind, Kind::Statics | Kind::Cell(_));
    let mut stack: Vec<NodeId> = processes.to_vec();
    stack.extend(
        frame
            .nodes
            .iter()
            .filter(|(_, node)| is_root(node.kind))
            .map(|(id, _)| id),
    );
    let mut seen: BTreeSet<NodeId> = BTreeSet::new();
    let mut out = Vec::new();
    while let Some(node) = stack.pop() {
        if seen.len() >= MAX_SEEN || !seen.insert(node) {
            continue;
        }
        let is_component = frame
            .nodes
            .get(node)
            .is_some_and(|known| matches!(known.kind, Kind::Component(_)));
        if is_component {
            if !processes.contains(&node) && out.len() < MAX_SHARED {
                out.push(node);
            }
            let own = (node, Time::First)..=(node, Time::Last);
            for cells in times.range(own).map(|(_, cells)| cells) {
                stack.extend(cells.values().flat_map(Set::refs));
            }
        }
        for (_, set) in heap.of(node) {
            stack.extend(set.refs());
        }
    }
    out.sort_unstable();
    out
}
