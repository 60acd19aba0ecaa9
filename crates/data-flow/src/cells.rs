//! Cells by object and step, in order. Knows nothing of what a cell means.

use std::collections::{BTreeMap, BTreeSet};

use crate::node::Sel;
use crate::value::{NodeId, Set};

/// Object and step as one number, so that comparing two places is one comparison: the object above, then the kind of
/// the step, then its number. Its order is that of the pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u64);

/// Bits of the number of a step, and of that and its kind. Objects are fewer than what is left of 64 (`TOP_NODES`).
const STEP_BITS: u32 = 32;
const NODE_SHIFT: u32 = 40;

impl Place {
    fn new(node: NodeId, sel: Sel) -> Self {
        let (kind, number) = match sel {
            Sel::Field(n) => (0u64, n),
            Sel::Name(n) => (1, n),
            Sel::Key(n) => (2, n),
            Sel::Sym(node) => (3, node.0),
            Sel::Any => (4, 0),
            Sel::Keys => (5, 0),
            Sel::Size => (6, 0),
            Sel::Rest => (7, 0),
            Sel::Whole => (8, 0),
        };
        Self(u64::from(node.0) << NODE_SHIFT | kind << STEP_BITS | u64::from(number))
    }

    fn node(self) -> NodeId {
        NodeId(u32::try_from(self.0 >> NODE_SHIFT).unwrap_or(u32::MAX))
    }

    fn sel(self) -> Sel {
        let number = u32::try_from(self.0 & u64::from(u32::MAX)).unwrap_or(u32::MAX);
        match self.0 >> STEP_BITS & 0xff {
            0 => Sel::Field(number),
            1 => Sel::Name(number),
            2 => Sel::Key(number),
            3 => Sel::Sym(NodeId(number)),
            4 => Sel::Any,
            5 => Sel::Keys,
            6 => Sel::Size,
            7 => Sel::Rest,
            _ => Sel::Whole,
        }
    }

    fn pair(self) -> (NodeId, Sel) {
        (self.node(), self.sel())
    }
}

/// A cell of another state that is not in this one.
type Missing<'o> = ((NodeId, Sel), &'o Set);

/// Cells by object and step.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells {
    map: BTreeMap<Place, Set>,
    /// Objects of which some cell changed, where that is kept.
    touched: Option<BTreeSet<NodeId>>,
}

impl Cells {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn len(&self) -> usize {
        self.map.len()
    }

    pub(crate) fn get(&self, (node, sel): &(NodeId, Sel)) -> Option<&Set> {
        self.map.get(&Place::new(*node, *sel))
    }

    pub(crate) fn contains_key(&self, (node, sel): &(NodeId, Sel)) -> bool {
        self.map.contains_key(&Place::new(*node, *sel))
    }

    /// The cell, to be changed.
    pub(crate) fn get_mut(&mut self, (node, sel): &(NodeId, Sel)) -> Option<&mut Set> {
        let known = self.map.get_mut(&Place::new(*node, *sel));
        if let (Some(touched), true) = (&mut self.touched, known.is_some()) {
            touched.insert(*node);
        }
        known
    }

    /// The cell, made empty when it is not there.
    pub(crate) fn at_mut(&mut self, (node, sel): (NodeId, Sel)) -> &mut Set {
        self.touch(node);
        self.map.entry(Place::new(node, sel)).or_default()
    }

    /// Adds to a cell that is there, and tells whether something changed; `None` when there is no such cell.
    pub(crate) fn join(&mut self, (node, sel): &(NodeId, Sel), more: &Set) -> Option<bool> {
        let changed = self.map.get_mut(&Place::new(*node, *sel))?.join(more);
        if changed {
            self.touch(*node);
        }
        Some(changed)
    }

    pub(crate) fn insert(&mut self, (node, sel): (NodeId, Sel), set: Set) -> Option<Set> {
        self.touch(node);
        self.map.insert(Place::new(node, sel), set)
    }

    pub(crate) fn remove(&mut self, (node, sel): &(NodeId, Sel)) -> Option<Set> {
        let known = self.map.remove(&Place::new(*node, *sel));
        if known.is_some() {
            self.touch(*node);
        }
        known
    }

    /// Places that the other has not, in order. Both are walked once.
    pub(crate) fn not_in(&self, other: &Self) -> Vec<(NodeId, Sel)> {
        let mut theirs = other.map.keys().peekable();
        let mut out = Vec::new();
        for place in self.map.keys() {
            while theirs.next_if(|known| *known < place).is_some() {}
            if theirs.peek() != Some(&place) {
                out.push(place.pair());
            }
        }
        out
    }

    /// Adds what the other holds to the cells that are here, and gives the cells that are not, in order. True when
    /// something changed. Both are walked once.
    pub(crate) fn join_known<'o>(&mut self, other: &'o Self) -> (bool, Vec<Missing<'o>>) {
        let mut changed = false;
        let mut missing = Vec::new();
        let mut own = self.map.iter_mut().peekable();
        for (place, set) in &other.map {
            while own.next_if(|(known, _)| *known < place).is_some() {}
            match own.next_if(|(known, _)| *known == place) {
                Some((_, known)) => {
                    if known.join(set) {
                        changed = true;
                        if let Some(touched) = &mut self.touched {
                            touched.insert(place.node());
                        }
                    }
                }
                None => missing.push((place.pair(), set)),
            }
        }
        (changed, missing)
    }

    /// All cells in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = ((NodeId, Sel), &Set)> {
        self.map.iter().map(|(place, set)| (place.pair(), set))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = (NodeId, Sel)> + '_ {
        self.map.keys().map(|place| place.pair())
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Set> {
        self.map.values()
    }

    /// The cells of one object between two steps, both included.
    pub(crate) fn between(
        &self,
        node: NodeId,
        first: Sel,
        last: Sel,
    ) -> impl Iterator<Item = (Sel, &Set)> {
        self.map
            .range(Place::new(node, first)..=Place::new(node, last))
            .map(|(place, set)| (place.sel(), set))
    }

    /// The cells of one object.
    pub(crate) fn of(&self, node: NodeId) -> impl Iterator<Item = (Sel, &Set)> {
        self.between(node, Sel::Field(0), Sel::Whole)
    }

    /// Keeps the cells that the test says.
    pub(crate) fn retain(&mut self, mut test: impl FnMut(NodeId, Sel, &Set) -> bool) {
        self.map
            .retain(|place, set| test(place.node(), place.sel(), set));
    }

    /// From now on it is kept which objects are changed.
    pub(crate) fn keep_touched(&mut self) {
        self.touched = Some(BTreeSet::new());
    }

    /// Some cell of the object changed since this was asked last.
    pub(crate) fn take_touched(&mut self, node: NodeId) -> bool {
        self.touched
            .as_mut()
            .is_none_or(|touched| touched.remove(&node))
    }

    fn touch(&mut self, node: NodeId) {
        if let Some(touched) = &mut self.touched {
            touched.insert(node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::node::Sel;
    use crate::value::NodeId;

    #[test]
    fn places_are_in_the_order_of_their_pairs_and_lose_nothing() {
        let steps = [
            Sel::Field(0),
            Sel::Field(u32::MAX),
            Sel::Name(7),
            Sel::Key(0),
            Sel::Key(u32::MAX),
            Sel::Sym(NodeId(3)),
            Sel::Any,
            Sel::Keys,
            Sel::Size,
            Sel::Rest,
            Sel::Whole,
        ];
        let mut all = Vec::new();
        for node in [0, 1, 5_999, 0x00ff_ffff] {
            all.extend(steps.map(|sel| (NodeId(node), sel)));
        }
        for a in &all {
            assert_eq!(Place::new(a.0, a.1).pair(), *a);
            for b in &all {
                let (x, y) = (Place::new(a.0, a.1), Place::new(b.0, b.1));
                assert_eq!(x.cmp(&y), a.cmp(b), "{a:?} {b:?}");
            }
        }
    }
}
