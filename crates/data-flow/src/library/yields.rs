//! What a call yields by itself: information that the accesses or the tables name.

use ruleset::schema::dataflow::ChannelEnd;

use super::{
    Address, Atom, Base, Constant, Effecting, Elem, FlowSource, Frame, Heap, HeldIn, OWN, Place,
    Prov, STORED, Sel, Set, Side, SourceData, SourceSide, SourceSite, Step, What, few_constants,
};
use crate::value::{NodeId, UNRESOLVED};

impl Frame<'_, '_, '_> {
    /// Information that this call yields.
    pub(crate) fn yield_sources(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        here: &[u32],
    ) {
        let spec = call.spec;
        let offset = call.site.offset;
        let prov = self.prov(Prov::Read { offset });
        let taint = |id: u32| -> Set {
            [Elem {
                atom: Atom::Source(id),
                marks: 0,
                prov,
            }]
            .into_iter()
            .collect()
        };
        let rows: Vec<_> = spec
            .sources
            .iter()
            .filter(|row| row.side == SourceSide::Call)
            .collect();
        let by_points: Vec<_> = rows
            .iter()
            .filter(|row| row.data == SourceData::Points)
            .collect();
        for id in here {
            let Some(id) = self.read_here(heap, call, *id) else {
                continue;
            };
            let value = taint(id);
            if by_points.is_empty() {
                if spec.is_constructor {
                    let this = Place {
                        base: Base::This,
                        path: Vec::new(),
                    };
                    self.write_place(heap, call, &this, &value);
                } else if spec.returns != b'V' {
                    call.ret.join(&value);
                }
            }
            for row in &by_points {
                if !self.holds(heap, call, row) {
                    continue;
                }
                for place in &row.values {
                    self.write_place(heap, call, place, &value);
                }
            }
        }
        for row in rows {
            if row.data == SourceData::Input {
                self.typed_text(heap, call, row, false);
                continue;
            }
            let SourceData::Kinds(kinds) = &row.data else {
                continue;
            };
            if !self.holds(heap, call, row) {
                continue;
            }
            let id = self.ctx.sources.id(&SourceSite {
                def: call.site.def,
                offset,
                api: self.ctx.program.method_name(call.site.method).into(),
                data: kinds.iter().map(|kind| (*kind).into()).collect(),
            });
            let value = taint(id);
            for place in &row.values {
                self.write_place(heap, call, place, &value);
            }
        }
    }

    /// The condition of a row on a constant argument is met.
    fn holds(&mut self, heap: &Heap, call: &Effecting<'_, '_>, row: &FlowSource<'_>) -> bool {
        let Some(when) = &row.when else {
            return true;
        };
        let mut given = call.operand(when.arg as usize).cloned().unwrap_or_default();
        if let Some(part) = when.part {
            let sel = Sel::Name(self.ctx.name(part));
            given = self.load(heap, &given, sel);
        }
        if when.not {
            // A wrapper around the call is told by its callers what it asks for.
            self.ask(&given, true);
        }
        let fits = |id: u32| match self.ctx.constant_at(id) {
            Some(Constant::Text(text)) => when.texts.iter().any(|wanted| {
                let wanted = if *wanted == OWN {
                    self.ctx.intents.package()
                } else {
                    wanted
                };
                if when.prefix {
                    text.starts_with(wanted)
                } else {
                    text.as_ref() == wanted
                }
            }),
            Some(Constant::Int(value)) => {
                let value = value.to_string();
                when.texts.contains(&value.as_str())
            }
            _ => false,
        };
        if when.not {
            !given.constant().is_some_and(fits)
        } else {
            given.constants().any(fits)
        }
    }

    /// An array that is given as any object gives its name as text, not what is in it.
    pub(super) fn drop_arrays(&self, call: &Effecting<'_, '_>, base: Base<'_>, read: &mut Set) {
        let program = self.ctx.program;
        let is_root = |ty| {
            program.superclass(ty).is_none()
                && program
                    .framework_type(ty)
                    .is_some_and(|number| !program.framework().is_interface(number))
        };
        let declared = match base {
            Base::Arg(n) => call.spec.params.get(n as usize).and_then(|param| param.ty),
            // Arrays have the methods of all objects and no other.
            Base::This => call.spec.effects_of,
            _ => None,
        };
        if declared.is_none_or(|ty| !is_root(ty)) {
            return;
        }
        let is_array = |node| {
            self.nodes
                .ty(node)
                .is_some_and(|ty| program.descriptor(ty).first() == Some(&b'['))
        };
        read.retain(|atom| !matches!(atom, Atom::Ref(node) if is_array(node)));
    }

    /// The receiver works with a key that is a constant of the code.
    pub(super) fn has_constant_key(&mut self, heap: &Heap, call: &Effecting<'_, '_>) -> bool {
        let sel = Sel::Name(self.ctx.name("key"));
        let this = call.this().cloned().unwrap_or_default();
        let key = crate::fold::noted(heap, &this, sel);
        let inner = crate::fold::noted(heap, &key, sel);
        key.constant().or_else(|| inner.constant()).is_some()
    }

    /// Of several intents each goes to its own target.
    fn put_each(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        name: u32,
        place: &Place<'_>,
    ) {
        let held = self.read_place(heap, call, place);
        let held = self.stepped(&held, call.site.offset, What::Channel);
        for elem in held.iter() {
            let one: Set = [elem].into_iter().collect();
            for channel in self.channel_to(heap, name, &one).iter() {
                if let Atom::Ref(node) = channel.atom {
                    let value = one.marked(channel.marks);
                    heap.add(&mut self.nodes, node, Sel::Any, &value);
                }
            }
        }
    }

    /// The keys of a channel that an end means: a few constants are told apart.
    fn keys_of(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        end: &ChannelEnd<'_>,
        sel: Sel,
    ) -> Vec<Sel> {
        if let (Sel::Any, Some(HeldIn::Place(place))) = (sel, &end.key) {
            let held = self.read_place(heap, call, place);
            if let Some(keys) = few_constants(&held) {
                return keys;
            }
        }
        vec![sel]
    }

    /// The key of a cell of one channel; a name that is not known is the same only within a class where the channel
    /// has nothing else to tell its content apart.
    fn key_in(
        &self,
        call: &Effecting<'_, '_>,
        end: &ChannelEnd<'_>,
        channel: NodeId,
        key: Sel,
    ) -> Sel {
        if key == Sel::Any && end.key.is_some() && self.nodes.is_one_for_all(channel) {
            return self.ctx.unnamed(call.site.def);
        }
        key
    }

    /// What an operand received from an earlier call it does not receive from this one.
    fn forget_received(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
    ) {
        let ([step @ Step::Field(_)], Base::Arg(_)) = (&place.path[..], place.base) else {
            return;
        };
        let base = self.base_set(call, place.base);
        if self.is_one(&base) {
            let sel = self.sel(heap, call, *step);
            for node in base.refs() {
                heap.put(node, sel, Set::default());
            }
        }
    }

    /// Values handed over to, and received from, other calls.
    pub(crate) fn channels(&mut self, heap: &mut Heap, call: &mut Effecting<'_, '_>) {
        let spec = call.spec;
        if self.calls_component(heap, call) {
            return;
        }
        for end in &spec.channels {
            if call.site.is_idle && end.side == Side::Put {
                continue;
            }
            let name = self.ctx.name(end.channel);
            let channel = self.channel_set(heap, call, name, end.address.as_ref());
            let sel = self.held_sel(heap, call, end.key.as_ref());
            let stored = matches!(end.address, Some(Address::Held(_)));
            if let (Side::Put, Some(Address::Intent(place)), [value]) =
                (end.side, &end.address, &end.values[..])
                && place == value
                && !place.path.is_empty()
            {
                self.put_each(heap, call, name, place);
                continue;
            }
            match end.side {
                Side::Put => {
                    let mut value = Set::default();
                    for place in &end.values {
                        let held = self.part(heap, call, place, place.path.len());
                        value.join(&held);
                        let held = self.read_place(heap, call, place);
                        value.join(&held);
                    }
                    let mut value = self.stepped(&value, call.site.offset, What::Channel);
                    if stored {
                        value = value.marked(STORED);
                    }
                    if end.key.is_some() && sel == Sel::Any {
                        // What is asked for by a name may not be this.
                        value = value.marked(UNRESOLVED);
                    }
                    let keys = self.keys_of(heap, call, end, sel);
                    for elem in channel.iter() {
                        if let Atom::Ref(node) = elem.atom {
                            let value = value.marked(elem.marks);
                            for key in &keys {
                                let key = self.key_in(call, end, node, *key);
                                heap.add(&mut self.nodes, node, key, &value);
                            }
                        }
                    }
                }
                Side::Get => {
                    let mut value = Set::default();
                    let keys = self.keys_of(heap, call, end, sel);
                    for key in &keys {
                        for elem in channel.iter() {
                            let key = match elem.atom {
                                Atom::Ref(node) => self.key_in(call, end, node, *key),
                                _ => *key,
                            };
                            let one: Set = [elem].into_iter().collect();
                            value.join(&self.load(heap, &one, key));
                        }
                    }
                    if end.key.is_some() && keys == [Sel::Any] {
                        // What was put there may have another name.
                        value = value.marked(UNRESOLVED);
                    }
                    let value = self.stepped(&value, call.site.offset, What::Channel);
                    for place in &end.values {
                        self.forget_received(heap, call, place);
                        self.write_place(heap, call, place, &value);
                    }
                }
                Side::Drop => {
                    let zero = self.ctx.constant(&Constant::Int(0));
                    let mut holds = true;
                    for place in &end.values {
                        let held = self.read_place(heap, call, place);
                        if held.constant().is_none() {
                            self.ask(&held, true);
                        }
                        holds &= held.constant() == Some(zero);
                    }
                    if holds && end.key.is_none() {
                        self.clear(heap, &channel, true);
                    } else if holds
                        && self.is_one(&channel)
                        && matches!(sel, Sel::Key(_) | Sel::Sym(_))
                    {
                        for node in channel.refs().collect::<Vec<_>>() {
                            heap.put(node, sel, Set::default());
                        }
                    }
                }
                Side::Ask => {
                    // The page that asks, or the one that a helper asks for.
                    let who = call.this().or_else(|| call.operand(0)).cloned();
                    self.ask_for(heap, (name, &who.unwrap_or_default()), sel, channel);
                }
                Side::Deliver | Side::Call => {}
            }
        }
    }
}
