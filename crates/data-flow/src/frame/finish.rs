//! What of a run becomes the summary: cells and callbacks that a caller can see. Refuses to keep what dies with the
//! method.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::Frame;
use crate::cells::Cells;
use crate::context::{Constant, Key};
use crate::fold::TEXT;
use crate::heap::Heap;
use crate::node::{Addr, Kind, Sel};
use crate::summary::{Maybe, Summary, written_by_step};
use crate::value::{Atom, NodeId, Set};

/// Objects looked at to see whether something leads outside.
const MAX_LED: usize = 64;

impl Frame<'_, '_, '_> {
    /// Something that existed before the method, or that it gives away, can be got at from a value.
    fn leads_outside(
        &self,
        exit: &Heap,
        given_away: &BTreeSet<NodeId>,
        known: &mut FxHashMap<NodeId, bool>,
        set: &Set,
    ) -> bool {
        set.refs().any(|node| {
            *known
                .entry(node)
                .or_insert_with(|| self.node_leads_outside(exit, given_away, node))
        })
    }

    fn node_leads_outside(
        &self,
        exit: &Heap,
        given_away: &BTreeSet<NodeId>,
        first: NodeId,
    ) -> bool {
        let mut seen: SmallVec<[NodeId; 16]> = SmallVec::new();
        let mut stack: SmallVec<[NodeId; 8]> = SmallVec::new();
        stack.push(first);
        while let Some(node) = stack.pop() {
            let is_outside = self.nodes.is_outside(node) || given_away.contains(&node);
            if is_outside || seen.len() > MAX_LED {
                return true;
            }
            if !seen.contains(&node) {
                seen.push(node);
                for (_, set) in exit.of(node) {
                    stack.extend(set.refs());
                }
            }
        }
        false
    }

    /// Objects that are got at from outside when the method ends.
    fn given_away(&self, exit: &Heap, ret: &Set) -> BTreeSet<NodeId> {
        let mut seen: BTreeSet<NodeId> = BTreeSet::new();
        let mut stack: Vec<NodeId> = ret.refs().chain(self.thrown.refs()).collect();
        for ((node, _), set) in exit.cells.iter() {
            if self.nodes.is_outside(node) {
                stack.extend(set.refs());
            }
        }
        while let Some(node) = stack.pop() {
            if !self.nodes.is_outside(node) && seen.insert(node) {
                stack.extend(exit.of(node).flat_map(|(_, set)| set.refs()));
            }
        }
        seen
    }

    /// Nothing is known of a text but how it begins.
    fn is_unknown_text(&self, set: &Set) -> bool {
        set.iter().all(|elem| match elem.atom {
            Atom::Top => true,
            Atom::Const(id) => matches!(self.ctx.constant_at(id), Some(Constant::Begins(_))),
            _ => false,
        })
    }

    /// The summary of this run.
    pub(crate) fn finish(mut self, exit: &Heap, ret: Set) -> (Summary, BTreeSet<Key>) {
        if self.nodes.full {
            self.cut = Some("objects of one method");
        }
        if exit.full {
            self.cut = Some("heap cells of one method");
        }
        // A callback on objects that only this method knows has seen all that it can see.
        let all = std::mem::take(&mut self.deferred);
        let given_away = if all.is_empty() {
            BTreeSet::new()
        } else {
            self.given_away(exit, &ret)
        };
        let mut known = FxHashMap::default();
        self.deferred = all
            .into_iter()
            .filter(|deferred| {
                self.waits_for_life(deferred)
                    || std::iter::once(&deferred.receiver)
                        .chain(&deferred.args)
                        .any(|set| self.leads_outside(exit, &given_away, &mut known, set))
            })
            .collect();
        // Cells of objects that die with the method are dropped: only what a caller can get at is kept.
        let mut live = vec![false; self.nodes.len()];
        let mut stack: Vec<NodeId> = Vec::new();
        let from_set = |set: &Set, stack: &mut Vec<NodeId>| {
            for elem in set.iter() {
                match elem.atom {
                    Atom::Ref(node) | Atom::Data(node) | Atom::Deep(node) | Atom::Way(node) => {
                        stack.push(node);
                    }
                    _ => {}
                }
            }
        };
        from_set(&ret, &mut stack);
        from_set(&self.thrown, &mut stack);
        for hit in self.hits.values() {
            from_set(&hit.values, &mut stack);
            from_set(&hit.ways, &mut stack);
            from_set(&hit.host, &mut stack);
            from_set(&hit.needs, &mut stack);
        }
        let sure = std::mem::take(&mut self.sure);
        self.maybe.retain(|key, _| !sure.contains(key));
        for (needs, _) in self.maybe.values() {
            from_set(needs, &mut stack);
        }
        for deferred in &self.deferred {
            from_set(&deferred.receiver, &mut stack);
            for arg in &deferred.args {
                from_set(arg, &mut stack);
            }
        }
        let mut by_node: FxHashMap<NodeId, Vec<Sel>> = FxHashMap::default();
        for (node, sel) in exit.cells.keys() {
            by_node.entry(node).or_default().push(sel);
            if self.nodes.is_outside(node) {
                stack.push(node);
            }
        }
        let text = Sel::Name(self.ctx.name(TEXT));
        let mut cells = Cells::new();
        while let Some(node) = stack.pop() {
            let Some(mark) = live.get_mut(node.index()) else {
                continue;
            };
            if std::mem::replace(mark, true) {
                continue;
            }
            if let Some(known) = self.nodes.get(node) {
                match known.kind {
                    Kind::Load(base, sel) => {
                        stack.push(base);
                        if let Sel::Sym(key) = sel {
                            stack.push(key);
                        }
                    }
                    Kind::Channel(_, Addr::Sym(key) | Addr::Intent(key) | Addr::Of(key))
                    | Kind::Typed(key, _) => {
                        stack.push(key);
                    }
                    _ => {}
                }
            }
            for sel in by_node.get(&node).into_iter().flatten() {
                if let Some(set) = exit.cells.get(&(node, *sel)) {
                    if *sel == text && self.is_unknown_text(set) {
                        // Of a text that is not known as a whole callers are told only that it has changed.
                        if self.nodes.is_outside(node) {
                            cells.insert((node, *sel), Set::one(Atom::Top));
                        }
                        continue;
                    }
                    from_set(set, &mut stack);
                    if let Sel::Sym(key) = sel {
                        stack.push(*key);
                    }
                    cells.insert((node, *sel), set.clone());
                }
            }
        }
        // A cell of an unknown that holds only what it held at entry says nothing.
        cells.retain(|node, sel, set| {
            let mut list = set.iter();
            match (list.next(), list.next()) {
                (Some(elem), None) => match elem.atom {
                    Atom::Ref(load) => self
                        .nodes
                        .get(load)
                        .is_none_or(|known| known.kind != Kind::Load(node, sel)),
                    _ => true,
                },
                _ => true,
            }
        });
        let written = written_by_step(&self.nodes, &cells);
        let summary = Summary {
            nodes: self.nodes,
            cells,
            written,
            ret,
            thrown: self.thrown,
            hits: self.hits.into_values().collect(),
            done: self.done.into_values().collect(),
            deferred: self.deferred,
            asks: self.asks.into_iter().collect(),
            used: self.used.into_iter().collect(),
            maybe: self
                .maybe
                .into_iter()
                .map(|(key, (needs, needs_def))| Maybe {
                    key,
                    needs,
                    needs_def,
                })
                .collect(),
            provs: self.provs,
            live,
            never_returns: false,
            cut: self.cut,
        };
        (summary, self.missing)
    }
}
