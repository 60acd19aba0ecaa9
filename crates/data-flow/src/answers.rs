//! Methods of the app that others call and whose answer leaves: replies of providers and binders, methods for scripts
//! of web pages. Refuses answers of components that only the app itself can reach.

use program_model::DefId;
use ruleset::schema::dataflow::{Base, Place, Side, SinkKind};

use crate::call::Site;
use crate::context::Ctx;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::library::{ANSWER, Effecting};
use crate::spec::Spec;
use crate::summary::{Hit, What};
use crate::value::{Atom, Set};

/// Set on the number of a sink row that is one of the method itself and not of a method it calls.
pub(crate) const OWN_ROW: u32 = 1 << 30;

impl Ctx<'_, '_> {
    /// What a method gives back may leave the app.
    pub(crate) fn answers_outside(&self, def: DefId, spec: &Spec<'_>, kind: SinkKind) -> bool {
        if kind != SinkKind::Ipc {
            return true;
        }
        let program = self.program;
        let holder = program.holder(def);
        let names_component = spec
            .answer_of
            .is_some_and(|row| self.intents.is_component_type(row));
        if names_component {
            self.intents.is_exported(holder)
        } else {
            self.intents.any_exported()
        }
    }
}

impl Frame<'_, '_, '_> {
    /// Notes what leaves by the answer of the method itself, and what its answer puts into channels.
    pub(crate) fn answers(&mut self, heap: &mut Heap, def: DefId, offset: u32, ret: &Set) {
        let ctx = self.ctx;
        let program = ctx.program;
        let row = program.def(def);
        let spec = ctx.spec(row.method);
        let puts = |place: &Place<'_>| place.base == Base::Ret;
        let has_put = spec
            .channels
            .iter()
            .any(|end| end.side == Side::Put && end.values.iter().any(puts));
        if !has_put && spec.sinks.iter().all(|sink| sink.via != Some(ANSWER)) {
            return;
        }
        let first = u16::from(!row.is_static());
        let n = spec.params.last().map_or(usize::from(first), |last| {
            usize::from(first + last.slot) + 2
        });
        let mut args = vec![Set::default(); n];
        for (slot, arg) in (0u16..).zip(args.iter_mut()) {
            *arg = self
                .nodes
                .known_param(slot)
                .map_or_else(Set::default, |node| Set::one(Atom::Ref(node)));
        }
        let site = Site {
            def,
            offset,
            opcode: if row.is_static() { 0x71 } else { 0x6e },
            method: row.method,
            args: &args,
            edges: &[],
            length: None,
            is_idle: false,
            row_base: 0,
        };
        let mut call = Effecting::new(&site, &spec);
        call.ret.clone_from(ret);
        for (n, sink) in (0u32..).zip(&spec.sinks) {
            if sink.via != Some(ANSWER) || !ctx.answers_outside(def, &spec, sink.kind) {
                continue;
            }
            let mut values = Set::default();
            for place in &sink.values {
                let held = self.read_place(heap, &mut call, place);
                let taints = self.taints(heap, &held, true);
                values.join(&taints);
            }
            values.retain(|atom| !matches!(atom, Atom::Way(_)));
            if values.is_empty() {
                continue;
            }
            self.hit(
                heap,
                Hit {
                    def,
                    offset,
                    row: n | OWN_ROW,
                    values,
                    ways: Set::default(),
                    needs_way: false,
                    host: Set::default(),
                    to_object: false,
                    to_intent: false,
                    by_host: false,
                    needs: Set::default(),
                    needs_def: None,
                    inner: None,
                },
            );
        }
        for end in &spec.channels {
            if end.side != Side::Put || !end.values.iter().any(puts) {
                continue;
            }
            let name = ctx.name(end.channel);
            let channel = self.channel_set(heap, &mut call, name, end.address.as_ref());
            let sel = self.held_sel(heap, &mut call, end.key.as_ref());
            let value = self.stepped(ret, offset, What::Channel);
            for elem in channel.iter() {
                if let Atom::Ref(node) = elem.atom {
                    heap.add(&mut self.nodes, node, sel, &value);
                }
            }
        }
    }
}
