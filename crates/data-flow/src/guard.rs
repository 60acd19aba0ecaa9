//! Calls on objects that containers hold: where a caller knows that a container holds none that answers with the method, the call does not happen.
//! Refuses to conclude anything from fields, and from containers that code which is not seen may fill.

use program_model::DefId;

use crate::context::Key;
use crate::frame::Frame;
use crate::node::Kind;
use crate::summary::Summary;
use crate::value::{Atom, NodeId, Set};

/// Containers in containers that are looked into.
const MAX_NESTED: usize = 4;

/// Whether the objects that a call is on are there.
pub(crate) enum There {
    /// Some may be.
    Yes,
    /// None is.
    No,
    /// Callers know: content of these.
    Open(Set),
}

impl Frame<'_, '_, '_> {
    /// The value when it is nothing but content that containers held when the method was called.
    pub(crate) fn kept_in_containers(&self, receiver: &Set) -> Set {
        let is_kept = |atom: Atom| match atom {
            Atom::Ref(node) => self.is_content(node),
            _ => false,
        };
        // Nothing answers on null.
        let mut objects = receiver.clone();
        objects.retain(|atom| match atom {
            Atom::Const(id) => self.ctx.int_at(id) != Some(0),
            _ => true,
        });
        if objects.iter().all(|elem| is_kept(elem.atom)) {
            objects
        } else {
            Set::default()
        }
    }

    /// The object has another method for the call, or none.
    fn answers_otherwise(&self, node: NodeId, def: Option<DefId>) -> bool {
        let program = self.ctx.program;
        let (Some(def), Some(ty)) = (def, self.nodes.ty(node)) else {
            return false;
        };
        let selector = program.method(program.def(def).method).selector;
        self.ctx.is_app_type(ty) && program.lookup(ty, selector) != Some(def)
    }

    /// An unknown that some container holds.
    fn is_content(&self, node: NodeId) -> bool {
        let kind = self.nodes.get(node).map(|known| known.kind);
        self.is_open(node) && matches!(kind, Some(Kind::Load(_, sel)) if sel.is_content())
    }

    /// Callers know more of it.
    fn is_open(&self, node: NodeId) -> bool {
        self.nodes
            .get(node)
            .is_some_and(|known| known.outside && known.ty.is_none())
    }

    /// What a call in a callee needs, looked for here.
    pub(crate) fn there(
        &self,
        sum: &Summary,
        (needs, needs_def): (&Set, Option<DefId>),
        map: &[Set],
    ) -> There {
        if needs.is_empty() {
            return There::Yes;
        }
        let mut open = Set::default();
        for elem in needs.iter() {
            let Atom::Ref(node) = elem.atom else {
                return There::Yes;
            };
            let Some(held) = map.get(node.index()) else {
                return There::Yes;
            };
            if held.is_empty() {
                if !self.is_surely_empty(sum, node, map) {
                    return There::Yes;
                }
                continue;
            }
            for elem in held.iter() {
                match elem.atom {
                    Atom::Ref(node) if self.is_open(node) => {
                        open.add(elem);
                    }
                    Atom::Ref(node) if self.answers_otherwise(node, needs_def) => {}
                    _ => return There::Yes,
                }
            }
        }
        if open.is_empty() {
            There::No
        } else {
            There::Open(open)
        }
    }

    /// Notes that a callee runs, where one of these objects is there when there are any.
    pub(crate) fn runs(&mut self, key: u32, (needs, needs_def): (&Set, Option<DefId>)) {
        self.used.insert(key);
        if needs.is_empty() {
            self.sure.insert(key);
        } else {
            self.may_run(key, needs, needs_def);
        }
    }

    /// Notes that a method does not run by the call that is put in.
    pub(crate) fn leave_out(&mut self, def: DefId) {
        self.not_called.push(def);
        if self.ctx.wanted[def] {
            let key = self.ctx.key_id(&Key::generic(def));
            self.may_run(key, &Set::default(), None);
        }
    }

    fn may_run(&mut self, key: u32, needs: &Set, needs_def: Option<DefId>) {
        let known = self
            .maybe
            .entry(key)
            .or_insert_with(|| (needs.clone(), needs_def));
        if needs.is_empty() {
            return;
        }
        if known.0.is_empty() {
            known.1 = needs_def;
        } else if known.1 != needs_def {
            known.1 = None;
        }
        known.0.join(needs);
    }

    /// Notes which of the callees of a callee run that wait for objects, as far as is known here.
    pub(crate) fn run_there(&mut self, sum: &Summary, map: &[Set], guard: (&Set, Option<DefId>)) {
        for maybe in &sum.maybe {
            if maybe.needs.is_empty() {
                continue;
            }
            match self.there(sum, (&maybe.needs, maybe.needs_def), map) {
                There::No => self.may_run(maybe.key, &Set::default(), None),
                There::Yes => self.runs(maybe.key, guard),
                There::Open(needs) => self.runs(maybe.key, (&needs, maybe.needs_def)),
            }
        }
    }

    /// Nothing was put where this content would be: all containers it may be in are made by code that is seen.
    fn is_surely_empty(&self, sum: &Summary, first: NodeId, map: &[Set]) -> bool {
        let mut here = first;
        for _ in 0..MAX_NESTED {
            let Some(Kind::Load(base, sel)) = sum.nodes.get(here).map(|node| node.kind) else {
                return false;
            };
            if !sel.is_content() {
                return false;
            }
            let Some(containers) = map.get(base.index()) else {
                return false;
            };
            if containers.is_empty() {
                here = base;
                continue;
            }
            return containers.iter().all(|elem| match elem.atom {
                Atom::Ref(node) => self
                    .nodes
                    .get(node)
                    .is_some_and(|known| known.ty.is_some() && !known.outside),
                _ => false,
            });
        }
        false
    }
}
