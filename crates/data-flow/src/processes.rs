//! Static fields of components that run in a process of their own: each process has its own, and what one writes there
//! no other finds. Code that is called back later finds those of all: it is not told which process it runs in.

use std::collections::BTreeMap;

use program_model::TypeId;

use crate::context::Ctx;
use crate::heap::Heap;
use crate::node::Sel;
use crate::value::{NodeId, Set};

/// What static fields hold.
type Cells = BTreeMap<Sel, Set>;

/// The processes besides the main one.
#[derive(Default)]
pub(crate) struct Processes {
    /// Process of each component that has one besides the main one.
    of: BTreeMap<TypeId, usize>,
    /// What each found and left.
    own: Vec<Cells>,
    /// What each process has: what initialisers, applications and callbacks write.
    common: Cells,
    /// The common part is whole as far as what runs first goes.
    has_common: bool,
    /// What was there before the last method that runs in each process: most of them leave it alone.
    last: Option<Cells>,
}

fn cells_of(heap: &Heap, statics: NodeId) -> Cells {
    heap.of(statics)
        .map(|(sel, set)| (sel, set.clone()))
        .collect()
}

fn join(into: &mut Cells, from: &Cells) {
    for (sel, set) in from {
        into.entry(*sel).or_default().join(set);
    }
}

/// What is in the one and was not in the other.
fn added(before: &Cells, now: &Cells) -> Cells {
    let nothing = Set::default();
    let mut out = Cells::new();
    for (sel, set) in now {
        let known = before.get(sel).unwrap_or(&nothing);
        let mut set = set.clone();
        set.retain(|atom| !known.contains(atom));
        if !set.is_empty() {
            out.insert(*sel, set);
        }
    }
    out
}

fn put(heap: &mut Heap, statics: NodeId, cells: &Cells) {
    let all: Vec<Sel> = heap.of(statics).map(|(sel, _)| sel).collect();
    for sel in all {
        heap.cells.remove(&(statics, sel));
    }
    for (sel, set) in cells {
        heap.cells.insert((statics, *sel), set.clone());
    }
}

impl Processes {
    pub(crate) fn new(ctx: &Ctx<'_, '_>) -> Self {
        let mut names: Vec<&str> = Vec::new();
        let mut out = Self::default();
        for (ty, name) in ctx.intents.processes() {
            let at = names.iter().position(|known| *known == name);
            let at = at.unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            });
            out.of.insert(ty, at);
        }
        out.own = vec![Cells::new(); names.len()];
        out
    }

    fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// How much is known: it only grows.
    pub(crate) fn len(&self) -> usize {
        let cells = self.own.iter().flat_map(BTreeMap::values);
        cells.map(Set::len).sum()
    }

    /// Before a method that runs in each process when it starts, when `is_common`, or that of a component: shows what
    /// its process finds. Gives what is there for others, where that is something else.
    pub(crate) fn enter(
        &mut self,
        heap: &mut Heap,
        statics: NodeId,
        on: Option<TypeId>,
        is_common: bool,
    ) -> Option<Cells> {
        if self.is_empty() {
            return None;
        }
        if is_common {
            if self.has_common && (heap.cells.take_touched(statics) || self.last.is_none()) {
                self.last = Some(cells_of(heap, statics));
            }
            return None;
        }
        if !self.has_common {
            self.common = cells_of(heap, statics);
            self.has_common = true;
        }
        let own = self.own.get(*self.of.get(&on?)?)?;
        let others = cells_of(heap, statics);
        let mut shown = self.common.clone();
        join(&mut shown, own);
        put(heap, statics, &shown);
        Some(others)
    }

    /// Behind a method that runs in each process.
    pub(crate) fn leave_common(&mut self, heap: &mut Heap, statics: NodeId) {
        if self.is_empty() || !self.has_common || !heap.cells.take_touched(statics) {
            return;
        }
        let now = cells_of(heap, statics);
        if let Some(before) = &self.last {
            join(&mut self.common, &added(before, &now));
        }
        self.last = Some(now);
    }

    /// Behind a method of a component.
    pub(crate) fn leave(
        &mut self,
        heap: &mut Heap,
        statics: NodeId,
        on: Option<TypeId>,
        others: &Cells,
    ) {
        let own = on
            .and_then(|ty| self.of.get(&ty))
            .and_then(|at| self.own.get_mut(*at));
        if let Some(own) = own {
            join(own, &cells_of(heap, statics));
            put(heap, statics, others);
        }
    }

    /// Before callbacks run: shows what all processes have.
    pub(crate) fn enter_all(&self, heap: &mut Heap, statics: NodeId) -> Option<(Cells, Cells)> {
        if self.is_empty() {
            return None;
        }
        let before = cells_of(heap, statics);
        let mut shown = before.clone();
        for own in &self.own {
            join(&mut shown, own);
        }
        put(heap, statics, &shown);
        Some((before, shown))
    }

    /// Behind them: what they wrote is there for all.
    pub(crate) fn leave_all(
        &mut self,
        heap: &mut Heap,
        statics: NodeId,
        (before, shown): (Cells, Cells),
    ) {
        let more = added(&shown, &cells_of(heap, statics));
        let mut rest = before;
        join(&mut rest, &more);
        put(heap, statics, &rest);
        join(&mut self.common, &more);
    }
}
