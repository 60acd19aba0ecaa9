//! Heap cells at one point of a method, and how two states join. An object from outside holds, where no cell is
//! noted, what it held when the method was called.

use std::collections::BTreeSet;

use crate::cells::Cells;
use crate::limits::MAX_CELLS;
use crate::node::{Nodes, Sel};
use crate::value::{Atom, NodeId, Set};

/// The heap at one point.
#[derive(Debug, Clone)]
pub(crate) struct Heap {
    pub(crate) cells: Cells,
    /// Content that is surely there: noted where it was put, on every way here.
    pub(crate) sure: BTreeSet<(NodeId, Sel)>,
    /// Some object has content of others.
    pub(crate) rests: bool,
    /// Cells were left out at the limit.
    pub(crate) full: bool,
    /// The limit.
    pub(crate) room: usize,
}

impl Default for Heap {
    fn default() -> Self {
        Self {
            cells: Cells::new(),
            sure: BTreeSet::new(),
            rests: false,
            full: false,
            room: MAX_CELLS,
        }
    }
}

impl Heap {
    /// The cells of one object.
    pub(crate) fn of(&self, node: NodeId) -> impl Iterator<Item = (Sel, &Set)> {
        self.cells.of(node)
    }

    /// Content of a cell that is not noted: of an object from outside what it held at entry, of a copy what the
    /// original held.
    pub(crate) fn initial(&self, nodes: &mut Nodes, node: NodeId, sel: Sel) -> Set {
        if matches!(sel, Sel::Whole | Sel::Size) {
            return Set::default();
        }
        let rest = self.cells.get(&(node, Sel::Rest)).filter(|_| self.rests);
        if sel == Sel::Rest {
            return if nodes.is_outside(node) {
                Set::one(Atom::Ref(node))
            } else {
                Set::default()
            };
        }
        let Some(rest) = rest else {
            return Self::at_entry(nodes, node, sel);
        };
        let mut out = Set::default();
        for elem in rest.iter() {
            if let Atom::Ref(from) = elem.atom {
                out.join(&Self::at_entry(nodes, from, sel).marked(elem.marks));
            }
        }
        out
    }

    fn at_entry(nodes: &mut Nodes, node: NodeId, sel: Sel) -> Set {
        if !nodes.is_outside(node) {
            return Set::default();
        }
        match nodes.load(node, sel) {
            Some(load) => Set::one(Atom::Ref(load)),
            None => Set::one(Atom::Data(node)),
        }
    }

    /// Replaces a cell.
    pub(crate) fn put(&mut self, node: NodeId, sel: Sel, set: Set) {
        self.rests |= sel == Sel::Rest;
        if self.cells.len() >= self.room && !self.cells.contains_key(&(node, sel)) {
            self.full = true;
        } else {
            self.cells.insert((node, sel), set);
        }
    }

    /// The cell surely holds something.
    pub(crate) fn is_sure(&self, node: NodeId, sel: Sel) -> bool {
        self.sure.contains(&(node, sel))
            && self
                .cells
                .get(&(node, sel))
                .is_some_and(|set| !set.is_empty())
    }

    /// What a cell holds may be gone; with it that of all keys where the key is not known.
    pub(crate) fn unsure(&mut self, node: NodeId, sel: Sel) {
        match sel {
            Sel::Any | Sel::Sym(_) => self.sure.retain(|(known, _)| *known != node),
            sel => {
                self.sure.remove(&(node, sel));
            }
        }
    }

    /// Adds to a cell. True when something changed.
    pub(crate) fn add(&mut self, nodes: &mut Nodes, node: NodeId, sel: Sel, set: &Set) -> bool {
        if let Some(changed) = self.cells.join(&(node, sel), set) {
            return changed;
        }
        if set.is_empty() {
            return false;
        }
        let mut all = self.initial(nodes, node, sel);
        all.join(set);
        self.put(node, sel, all);
        true
    }

    /// Joins another state into this one. True when something changed.
    pub(crate) fn join(&mut self, nodes: &mut Nodes, other: &Self) -> bool {
        let n_sure = self.sure.len();
        self.sure.retain(|key| other.sure.contains(key));
        let mut changed = self.sure.len() != n_sure;
        self.full |= other.full;
        let mut only_here = self.cells.not_in(&other.cells);
        only_here.retain(|(node, _)| {
            nodes.is_outside(*node) || other.rests && other.cells.contains_key(&(*node, Sel::Rest))
        });
        for (node, sel) in only_here {
            let initial = other.initial(nodes, node, sel);
            changed |= self.cells.join(&(node, sel), &initial).unwrap_or(false);
        }
        let (has_more, missing) = self.cells.join_known(&other.cells);
        changed |= has_more;
        for ((node, sel), set) in missing {
            let before = self.cells.len();
            let mut all = self.initial(nodes, node, sel);
            all.join(set);
            self.put(node, sel, all);
            changed |= self.cells.len() != before;
        }
        changed
    }

    /// Equal but for the ways taken.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self.cells.len() == other.cells.len()
            && self
                .cells
                .iter()
                .zip(other.cells.iter())
                .all(|((a, x), (b, y))| a == b && x.same(y))
    }
}
