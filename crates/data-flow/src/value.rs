//! Abstract values: which objects a register may hold and which information went into it. Holds no code knowledge.

use smallvec::SmallVec;

use crate::limits::{MAX_CONSTS, MAX_SET, MAX_SOURCES};

/// An object or unknown of one summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) u32);

impl NodeId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// One thing that a value may be or hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Atom {
    /// A constant.
    Const(u32),
    /// Some value without information.
    Top,
    /// This object itself.
    Ref(NodeId),
    /// Computed from this object or unknown and from what it contains.
    Data(NodeId),
    /// Computed from this object and from everything inside it.
    Deep(NodeId),
    /// Information read at this source.
    Source(u32),
    /// The way out that was opened at this object.
    Way(NodeId),
}

impl Atom {
    /// True for what follows a value through computations.
    pub(crate) fn is_taint(self) -> bool {
        matches!(
            self,
            Self::Data(_) | Self::Deep(_) | Self::Source(_) | Self::Way(_)
        )
    }
}

/// What happened to a value on its way, as bits: transforms below, doubts above.
pub(crate) type Marks = u64;

/// Bits of transforms.
pub(crate) const TRANSFORMS: Marks = (1 << 48) - 1;
/// Passed through a method that no table describes.
pub(crate) const UNDESCRIBED: Marks = 1 << 48;
/// Passed through a store of the device.
pub(crate) const STORED: Marks = 1 << 49;
/// Passed deeper into an object than is told apart.
pub(crate) const WIDENED: Marks = 1 << 50;
/// Passed to a component that could not be told for sure.
pub(crate) const UNRESOLVED: Marks = 1 << 51;
/// Passed through a method found by reflection.
pub(crate) const REFLECTED: Marks = 1 << 52;
/// Passed through a call with more targets than are entered.
pub(crate) const CUT_TARGETS: Marks = 1 << 53;
/// All doubts.
pub(crate) const DOUBTS: Marks = !TRANSFORMS;

/// Number of a step of the way a value took; 0 is none.
pub(crate) type ProvId = u32;

/// One element of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Elem {
    pub(crate) atom: Atom,
    pub(crate) marks: Marks,
    pub(crate) prov: ProvId,
}

impl Elem {
    pub(crate) fn plain(atom: Atom) -> Self {
        Self {
            atom,
            marks: 0,
            prov: 0,
        }
    }
}

fn doubts_of(marks: Marks) -> u32 {
    (marks & DOUBTS).count_ones()
}

/// What a register or heap cell may hold, sorted by atom. Most hold one element, which needs no allocation.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Set(SmallVec<[Elem; 1]>);

impl Clone for Set {
    fn clone(&self) -> Self {
        Self(SmallVec::from_slice(&self.0))
    }
}

impl Set {
    pub(crate) fn one(atom: Atom) -> Self {
        Self(SmallVec::from_buf([Elem::plain(atom)]))
    }

    /// Elements that stand in order; `None` for others.
    pub(crate) fn sorted(list: Vec<Elem>) -> Option<Self> {
        let is_sorted = list.windows(2).all(|pair| match pair {
            [a, b] => a.atom < b.atom,
            _ => true,
        });
        is_sorted.then(|| Self(SmallVec::from_vec(list)))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Elem> + '_ {
        self.0.iter().copied()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn contains(&self, atom: Atom) -> bool {
        self.0.binary_search_by_key(&atom, |elem| elem.atom).is_ok()
    }

    /// Adds an element; of two with the same atom the one with fewer doubts stays. True when something changed.
    pub(crate) fn add(&mut self, elem: Elem) -> bool {
        match self.0.binary_search_by_key(&elem.atom, |known| known.atom) {
            Ok(at) => {
                let Some(known) = self.0.get_mut(at) else {
                    return false;
                };
                if doubts_of(elem.marks) < doubts_of(known.marks) {
                    *known = elem;
                    return true;
                }
                false
            }
            Err(at) => {
                if matches!(elem.atom, Atom::Const(_)) && self.n_consts() >= MAX_CONSTS {
                    return self.give_up_constants();
                }
                if matches!(elem.atom, Atom::Const(_)) && self.contains(Atom::Top) {
                    return false;
                }
                let room = if matches!(elem.atom, Atom::Source(_)) {
                    MAX_SOURCES
                } else {
                    MAX_SET
                };
                if self.0.len() >= room {
                    return false;
                }
                self.0.insert(at, elem);
                true
            }
        }
    }

    fn n_consts(&self) -> usize {
        self.0
            .iter()
            .take_while(|elem| matches!(elem.atom, Atom::Const(_)))
            .count()
    }

    fn give_up_constants(&mut self) -> bool {
        self.0.retain(|elem| !matches!(elem.atom, Atom::Const(_)));
        self.add(Elem::plain(Atom::Top));
        true
    }

    /// Adds all of another value. True when something changed.
    pub(crate) fn join(&mut self, other: &Self) -> bool {
        if self.0.is_empty() {
            *self = other.clone();
            return !self.0.is_empty();
        }
        let mut changed = false;
        // Both are sorted: what is there already is found by one walk over both.
        let mut at = 0;
        for elem in &other.0 {
            while self.0.get(at).is_some_and(|known| known.atom < elem.atom) {
                at += 1;
            }
            match self.0.get_mut(at) {
                Some(known) if known.atom == elem.atom => {
                    if doubts_of(elem.marks) < doubts_of(known.marks) {
                        *known = *elem;
                        changed = true;
                    }
                }
                _ => {
                    if self.add(*elem) {
                        changed = true;
                        // Constants may have been given up.
                        if matches!(elem.atom, Atom::Const(_)) {
                            at = 0;
                        }
                    }
                }
            }
        }
        changed
    }

    /// Adds what stands for an atom unless it is there with as few doubts; `prov` is asked for only when it is added.
    pub(crate) fn add_better(&mut self, atom: Atom, marks: Marks, prov: impl FnOnce() -> ProvId) {
        match self.0.binary_search_by_key(&atom, |known| known.atom) {
            Ok(at) => {
                if let Some(known) = self.0.get_mut(at)
                    && doubts_of(marks) < doubts_of(known.marks)
                {
                    *known = Elem {
                        atom,
                        marks,
                        prov: prov(),
                    };
                }
            }
            Err(_) => {
                self.add(Elem {
                    atom,
                    marks,
                    prov: prov(),
                });
            }
        }
    }

    /// The objects it may be.
    pub(crate) fn refs(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.0.iter().filter_map(|elem| match elem.atom {
            Atom::Ref(node) => Some(node),
            _ => None,
        })
    }

    /// The constant it is, when it can be nothing else.
    pub(crate) fn constant(&self) -> Option<u32> {
        match self.0.as_slice() {
            [
                Elem {
                    atom: Atom::Const(id),
                    ..
                },
            ] => Some(*id),
            _ => None,
        }
    }

    /// The same when information may have gone into what it is a part of: that is no part of its name.
    pub(crate) fn named(&self) -> Option<u32> {
        let mut named = self.0.iter().filter(|elem| !elem.atom.is_taint());
        match (named.next().map(|elem| elem.atom), named.next()) {
            (Some(Atom::Const(id)), None) => Some(id),
            _ => None,
        }
    }

    /// It is some value and nothing more is known of it.
    pub(crate) fn is_unknown(&self) -> bool {
        matches!(
            self.0.as_slice(),
            [Elem {
                atom: Atom::Top,
                ..
            }]
        )
    }

    /// Its constants.
    pub(crate) fn constants(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().filter_map(|elem| match elem.atom {
            Atom::Const(id) => Some(id),
            _ => None,
        })
    }

    /// Keeps what the test says.
    pub(crate) fn retain(&mut self, test: impl Fn(Atom) -> bool) {
        self.0.retain(|elem| test(elem.atom));
    }

    /// The same with further marks.
    pub(crate) fn marked(&self, marks: Marks) -> Self {
        if marks == 0 {
            return self.clone();
        }
        Self(
            self.0
                .iter()
                .map(|elem| Elem {
                    marks: elem.marks | marks,
                    ..*elem
                })
                .collect(),
        )
    }

    /// Elements may be changed in place, but not their atoms.
    pub(crate) fn each_mut(&mut self, mut change: impl FnMut(&mut Elem)) {
        for elem in &mut self.0 {
            change(elem);
        }
    }

    /// Equal but for the way taken.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self
                .0
                .iter()
                .zip(&other.0)
                .all(|(a, b)| a.atom == b.atom && a.marks == b.marks)
    }
}

impl FromIterator<Elem> for Set {
    fn from_iter<T: IntoIterator<Item = Elem>>(iter: T) -> Self {
        let mut out = Self::default();
        for elem in iter {
            out.add(elem);
        }
        out
    }
}
