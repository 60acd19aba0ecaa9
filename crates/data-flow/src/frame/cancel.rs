//! Callbacks that are taken back before they run. Refuses to take back what may have been asked for on another way, or
//! for another object.

use ruleset::schema::dataflow::Place;

use super::Frame;
use crate::heap::Heap;
use crate::library::Effecting;
use crate::node::Sel;
use crate::summary::{Deferred, Which};
use crate::value::{Atom, NodeId, Set};

impl Frame<'_, '_, '_> {
    /// The object of which callbacks are taken back, when it is surely this one and each way out of the method passes
    /// here. What this method asked for on an unknown from outside it asked for on that very object.
    fn surely(&self, object: &Set) -> Option<NodeId> {
        let mut refs = object.refs();
        let (Some(node), None) = (refs.next(), refs.next()) else {
            return None;
        };
        let is_sure = self.nodes.is_single(node) && !self.loops && self.on_all_ways;
        is_sure.then_some(node)
    }

    /// What was to be called on an object is not called any more.
    pub(crate) fn cancel(&mut self, object: &Set) {
        let Some(node) = self.surely(object) else {
            return;
        };
        self.keep_deferred(|_, known| !known.receiver.contains(Atom::Ref(node)));
    }

    /// One method of an object is not called any more, or not with arguments whose parts are these constants.
    pub(crate) fn cancel_call(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        receiver: &Place<'_>,
        method: &str,
        args: &[Option<(&str, Place<'_>)>],
    ) {
        let object = self.read_place(heap, call, receiver);
        let Some(node) = self.surely(&object) else {
            return;
        };
        let mut wanted: Vec<(usize, Sel, u32)> = Vec::new();
        for (n, (part, place)) in args
            .iter()
            .enumerate()
            .filter_map(|(n, arg)| Some((n, arg.as_ref()?)))
        {
            let held = self.read_place(heap, call, place);
            let Some(id) = held.constant() else { return };
            wanted.push((n, Sel::Name(self.ctx.name(part)), id));
        }
        self.keep_deferred(|frame, known| {
            !known.receiver.contains(Atom::Ref(node))
                || !frame.is_call_of(known, method, args.len())
                || !frame.is_given(heap, known, &wanted)
        });
    }

    /// Drops the callbacks for which the test says no.
    fn keep_deferred(&mut self, mut keeps: impl FnMut(&mut Self, &mut Deferred) -> bool) {
        let list = std::mem::take(&mut self.deferred);
        self.deferred_at.clear();
        for mut known in list {
            if !keeps(self, &mut known) {
                if let Which::Method(def) = known.which {
                    // That nothing calls it is known, and no reason to call it after all.
                    self.ctx.cancel(def);
                }
                continue;
            }
            if let Some(node) = known.receiver.refs().next() {
                let key = (node, known.which.clone());
                let at = self.deferred.len();
                self.deferred_at.entry(key).or_default().push(at);
            }
            self.deferred.push(known);
        }
    }

    fn is_call_of(&self, known: &Deferred, method: &str, n: usize) -> bool {
        let program = self.ctx.program;
        match &known.which {
            Which::Named(name, n_args) => name.as_ref() == method && *n_args == n,
            Which::Method(def) => {
                let selector = program.method(program.def(*def).method).selector;
                program.name(program.selector(selector).0) == method.as_bytes()
                    && program.n_params(selector) as usize == n
            }
            Which::Only | Which::Overrides(_) => false,
        }
    }

    /// Each part is the constant in all objects that the callback is given; those in which it is are taken out of it.
    fn is_given(
        &mut self,
        heap: &Heap,
        known: &mut Deferred,
        wanted: &[(usize, Sel, u32)],
    ) -> bool {
        let slot_of = |n: usize| match known.which {
            Which::Method(def) => {
                let spec = self.ctx.spec(self.ctx.program.def(def).method);
                spec.params.get(n).map(|param| usize::from(param.slot) + 1)
            }
            _ => Some(n),
        };
        let slots: Vec<Option<usize>> = wanted.iter().map(|(n, ..)| slot_of(*n)).collect();
        // With several conditions nothing says which object meets them all.
        if let [(_, sel, id)] = wanted
            && let [Some(slot)] = slots[..]
            && let Some(arg) = known.args.get_mut(slot)
        {
            let mut rest = Set::default();
            for elem in arg.iter() {
                let meets = matches!(elem.atom, Atom::Ref(node)
                    if self.load(heap, &Set::one(Atom::Ref(node)), *sel).constant() == Some(*id));
                if !meets {
                    rest.add(elem);
                }
            }
            let is_all = rest.is_empty() && !arg.is_empty();
            if !is_all {
                *arg = rest;
            }
            return is_all;
        }
        wanted.is_empty()
    }
}
