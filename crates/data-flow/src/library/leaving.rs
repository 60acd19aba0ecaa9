//! Calls by which values leave, and ways out that calls open, as the rows say. Decides nothing about where they lead.

use ruleset::schema::dataflow::Base;
use ruleset::schema::dataflow::{HeldIn, SinkKind};

use super::{ANSWER, Effecting};
use crate::call::Site;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::node::Sel;
use crate::spec::Spec;
use crate::summary::Hit;
use crate::value::{Atom, Set};

impl Frame<'_, '_, '_> {
    /// Notes what leaves by this call.
    pub(crate) fn sinks(&mut self, heap: &mut Heap, site: &Site<'_>, spec: &Spec<'_>) {
        for (row, sink) in (0u32..).zip(&spec.sinks) {
            if sink.via == Some(ANSWER) {
                continue;
            }
            let mut call = Effecting::new(site, spec);
            let mut values = Set::default();
            for place in &sink.values {
                let held = self.read_place(heap, &mut call, place);
                let taints = self.taints(heap, &held, true);
                values.join(&taints);
            }
            values.retain(|atom| !matches!(atom, Atom::Way(_)));
            if values.is_empty() || self.stays_inside(heap, site, spec, sink.kind) {
                continue;
            }
            let needs_way = sink.kind == SinkKind::Channel;
            let ways = if needs_way {
                // What is written into: the receiver, or the object that the row names.
                let object = match &sink.name {
                    Some(HeldIn::Place(place)) => self.read_place(heap, &mut call, place),
                    _ => call.this().cloned().unwrap_or_default(),
                };
                let mut ways = self.taints(heap, &object, true);
                ways.retain(|atom| !matches!(atom, Atom::Source(_)));
                ways
            } else {
                Set::default()
            };
            let host = match &sink.host {
                Some(HeldIn::Place(place)) => self.read_place(heap, &mut call, place),
                Some(HeldIn::Text(text)) => Set::one(Atom::Const(self.ctx.text(text))),
                Some(HeldIn::Table(_)) | None => Set::default(),
            };
            let mut host = self.host_of(heap, &host);
            let mut to_object = false;
            if sink.kind == SinkKind::Ipc
                && let Some(HeldIn::Place(place)) = &sink.name
            {
                let held = self.read_place(heap, &mut call, place);
                let address = self.host_of(heap, &held);
                if self.is_own_host(&address) {
                    continue;
                }
                to_object = place.base == Base::This;
                if to_object {
                    host = held;
                }
            }
            let mut to_intent = false;
            if sink.kind == SinkKind::Ipc && !to_object {
                let open = self.open_intents(heap, site, spec);
                if !open.is_empty() {
                    to_intent = true;
                    host = open;
                }
            }
            let by_host = matches!(
                sink.kind,
                SinkKind::Network | SinkKind::Channel | SinkKind::WebView
            );
            self.hit(
                heap,
                Hit {
                    def: site.def,
                    offset: site.offset,
                    row: row | site.row_base,
                    values,
                    ways,
                    needs_way,
                    host,
                    to_object,
                    to_intent,
                    by_host,
                    needs: Set::default(),
                    needs_def: None,
                    inner: None,
                },
            );
        }
    }

    /// Constants and unknowns that a host is read from.
    fn host_of(&mut self, heap: &Heap, held: &Set) -> Set {
        let url = Sel::Name(self.ctx.name("url"));
        let inner = self.load(heap, held, url);
        let mut out: Set = held.iter().chain(inner.iter()).collect();
        out = self.with_starts(heap, out);
        out.retain(|atom| matches!(atom, Atom::Const(_) | Atom::Ref(_)));
        out
    }

    /// Marks what this call opens as a way out.
    pub(crate) fn open_ways(&mut self, heap: &mut Heap, call: &mut Effecting<'_, '_>) {
        let spec = call.spec;
        for (row, opener) in (0u32..).zip(&spec.openers) {
            let way_id = self
                .ctx
                .way((call.site.def, call.site.offset, row | call.site.row_base));
            let Some(node) = self
                .nodes
                .made(call.site.offset, 32 + row, None, !self.loops)
            else {
                continue;
            };
            self.nodes.set_way(node, way_id);
            let host = match &opener.host {
                Some(HeldIn::Place(place)) => {
                    let held = self.read_place(heap, call, place);
                    self.host_of(heap, &held)
                }
                Some(HeldIn::Text(text)) => Set::one(Atom::Const(self.ctx.text(text))),
                Some(HeldIn::Table(_)) | None => Set::default(),
            };
            let sel = Sel::Name(self.ctx.name(crate::frame::HOST));
            heap.put(node, sel, host);
            let mark = Set::one(Atom::Way(node));
            for place in &opener.values {
                self.write_place(heap, call, place, &mark);
            }
        }
    }
}
