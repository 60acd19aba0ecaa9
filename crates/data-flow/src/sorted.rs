//! Sorted maps: which content stands under the first or the last key, and between two keys, while keys are constants. Refuses maps that
//! another order than that of the keys themselves was asked for.

use std::cmp::Ordering;

use ruleset::schema::dataflow::{KeyRef, Place};

use crate::context::Constant;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::library::{Copied, Effecting};
use crate::node::Sel;
use crate::value::{Atom, NodeId, Set};

/// Part of a map that says that it was made to sort its keys by their own order.
const SORTED: &str = "sorted";
/// Keys of one map that are told apart.
const MAX_KEYS: usize = 32;

/// Which of two keys stands first, where both are numbers or both are texts.
fn order(one: &Constant, other: &Constant) -> Option<Ordering> {
    match (one, other) {
        (Constant::Int(one), Constant::Int(other)) => Some(one.cmp(other)),
        (Constant::Text(one), Constant::Text(other)) => {
            Some(one.encode_utf16().cmp(other.encode_utf16()))
        }
        _ => None,
    }
}

impl Frame<'_, '_, '_> {
    /// The keys of a map from one end on, up to the first that is surely there. `None` while some key is not known.
    fn end_keys(&self, heap: &Heap, node: NodeId, is_last: bool) -> Option<Vec<Sel>> {
        let mark = Sel::Name(self.ctx.name(SORTED));
        heap.cells.get(&(node, mark))?.constant()?;
        if self.nodes.is_outside(node) {
            return None;
        }
        let mut numbers = Vec::new();
        let mut texts = Vec::new();
        for (sel, set) in heap.of(node) {
            match sel {
                _ if set.is_empty() => {}
                Sel::Key(id) => match self.ctx.constant_at(id)? {
                    Constant::Int(number) => numbers.push((number, sel)),
                    Constant::Text(text) => {
                        texts.push((text.encode_utf16().collect::<Vec<_>>(), sel));
                    }
                    _ => return None,
                },
                Sel::Name(_) | Sel::Keys => {}
                _ => return None,
            }
        }
        let mut keys: Vec<Sel> = match (numbers.is_empty(), texts.is_empty()) {
            (false, true) => {
                numbers.sort_unstable();
                numbers.into_iter().map(|(_, sel)| sel).collect()
            }
            (true, false) => {
                texts.sort_unstable();
                texts.into_iter().map(|(_, sel)| sel).collect()
            }
            _ => return None,
        };
        if keys.len() > MAX_KEYS {
            return None;
        }
        if is_last {
            keys.reverse();
        }
        let up_to = keys.iter().position(|key| heap.is_sure(node, *key));
        keys.truncate(up_to.map_or(keys.len(), |n| n + 1));
        Some(keys)
    }

    /// What is under the first or the last key.
    pub(crate) fn load_end_key(&mut self, heap: &Heap, base: &Set, is_last: bool) -> Set {
        let mut out = base.clone();
        out.retain(Atom::is_taint);
        for node in base.refs().collect::<Vec<_>>() {
            let map = Set::one(Atom::Ref(node));
            let keys = self
                .end_keys(heap, node, is_last)
                .unwrap_or_else(|| vec![Sel::Any]);
            for key in keys {
                let held = self.load(heap, &map, key);
                out.join(&held);
            }
        }
        out
    }

    /// What maps hold without what is under keys that surely stand before or behind some keys.
    pub(crate) fn range(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        from: &Place<'_>,
        (begin, end): (Option<KeyRef<'_>>, Option<KeyRef<'_>>),
    ) -> Copied {
        let maps = self.read_place(heap, call, from);
        let mut copied = Self::content_of(&self.nodes, heap, &maps);
        let mark = Sel::Name(self.ctx.name(SORTED));
        let is_sorted = maps.refs().all(|node| {
            let mark = heap.cells.get(&(node, mark));
            mark.is_some_and(|set| set.constant().is_some())
        });
        if !is_sorted {
            return copied;
        }
        let mut bound = |key: Option<KeyRef<'_>>| match self.key(heap, call, key?) {
            Sel::Key(id) => self.ctx.constant_at(id),
            _ => None,
        };
        let (begin, end) = (bound(begin), bound(end));
        let ctx = self.ctx;
        copied.leave_out(|sel| {
            let Sel::Key(id) = sel else { return false };
            let key = ctx.constant_at(id);
            let is_before = |key: &Option<Constant>, bound: &Option<Constant>| {
                let order = order(key.as_ref()?, bound.as_ref()?)?;
                Some(order == Ordering::Less)
            };
            is_before(&key, &begin) == Some(true) || is_before(&key, &end) == Some(false)
        });
        copied
    }

    /// What is under the first or the last key goes.
    pub(crate) fn take_end_key(&mut self, heap: &mut Heap, base: &Set, is_last: bool) {
        let is_one = self.is_one(base);
        for node in base.refs() {
            let keys = self.end_keys(heap, node, is_last).filter(|_| is_one);
            match keys.as_deref() {
                Some([key]) if heap.is_sure(node, *key) => {
                    heap.put(node, *key, Set::default());
                    heap.sure.remove(&(node, *key));
                }
                _ => heap.unsure(node, Sel::Any),
            }
        }
    }
}
