//! What the framework hands to the parameters of a method of the app; calls nothing.

use super::{
    Addr, Address, Atom, Base, Effecting, Elem, Frame, Heap, Kind, Place, Prov, Set, Side, Site,
    SourceData, SourceSide, SourceSite, Spec, What, Yields,
};

impl Frame<'_, '_, '_> {
    /// What the framework hands to the parameters of a method of the app: information and channel content.
    pub(crate) fn received(
        &mut self,
        heap: &mut Heap,
        def: program_model::DefId,
        spec: &Spec<'_>,
        declared: &[(u16, bool)],
        by_slot: &mut [Set],
        delivered: bool,
    ) {
        let here: Vec<u32> = self
            .ctx
            .sources
            .at(def, 0)
            .iter()
            .filter(|(_, yields)| *yields == Yields::Params)
            .map(|(id, _)| *id)
            .collect();
        let rows: Vec<_> = spec
            .sources
            .iter()
            .filter(|row| row.side == SourceSide::Callback)
            .collect();
        let has_channels = spec.channels.iter().any(|end| end.side == Side::Deliver);
        if here.is_empty() && rows.is_empty() && !has_channels {
            return;
        }
        let program = self.ctx.program;
        let args: Vec<Set> = by_slot.to_vec();
        let site = Site {
            def,
            offset: 0,
            opcode: if program.def(def).is_static() {
                0x71
            } else {
                0x6e
            },
            method: program.def(def).method,
            args: &args,
            edges: &[],
            length: None,
            is_idle: false,
            row_base: 0,
        };
        let first = site.first();
        let prov = self.prov(Prov::Read { offset: 0 });
        let mut add = |frame: &mut Self, heap: &mut Heap, place: &Place<'_>, set: &Set| {
            let slot = match place.base {
                Base::Arg(n) => spec
                    .params
                    .get(n as usize)
                    .map(|param| first + usize::from(param.slot)),
                Base::This => Some(0),
                _ => None,
            };
            let Some(own) = slot.and_then(|slot| by_slot.get_mut(slot)) else {
                return;
            };
            if place.path.is_empty() {
                own.join(set);
            } else {
                let mut call = Effecting::new(&site, spec);
                frame.write_place(heap, &mut call, place, set);
            }
        };
        let taint = |id: u32| -> Set {
            [Elem {
                atom: Atom::Source(id),
                marks: 0,
                prov,
            }]
            .into_iter()
            .collect()
        };
        let by_points: Vec<_> = rows
            .iter()
            .filter(|row| row.data == SourceData::Points)
            .collect();
        for id in here {
            let value = taint(id);
            if by_points.is_empty() {
                for (n, (_, is_object)) in (0u32..).zip(declared) {
                    if *is_object {
                        let place = Place {
                            base: Base::Arg(n),
                            path: Vec::new(),
                        };
                        add(self, heap, &place, &value);
                    }
                }
            }
            for row in &by_points {
                for place in &row.values {
                    add(self, heap, place, &value);
                }
            }
        }
        for row in &rows {
            let SourceData::Kinds(kinds) = &row.data else {
                continue;
            };
            let id = self.ctx.sources.id(&SourceSite {
                def,
                offset: 0,
                api: program.def_name(def).into(),
                data: kinds.iter().map(|kind| (*kind).into()).collect(),
            });
            let value = taint(id);
            for place in &row.values {
                add(self, heap, place, &value);
            }
        }
        for end in spec.channels.iter().filter(|end| end.side == Side::Deliver) {
            if delivered && self.is_told_apart(end) {
                continue;
            }
            let name = self.ctx.name(end.channel);
            let mut call = Effecting::new(&site, spec);
            if self.is_asked_for(end) {
                let sel = self.held_sel(heap, &mut call, end.key.as_ref());
                let who = call.this().cloned().unwrap_or_default();
                let value = self.asked_for(heap, name, &who, sel);
                for place in &end.values {
                    add(self, heap, place, &value);
                }
                continue;
            }
            let channel = match &end.address {
                // The type of a parameter is what it declares.
                Some(Address::Type(place)) if place.path.is_empty() => {
                    let ty = match place.base {
                        Base::Arg(n) => spec.params.get(n as usize).and_then(|param| param.ty),
                        _ => None,
                    };
                    if let Some(ty) = ty {
                        self.outside(Kind::Channel(name, Addr::Type(ty)))
                    } else {
                        let held = self.read_place(heap, &mut call, place);
                        self.channel_of(name, &held)
                    }
                }
                other => self.channel_set(heap, &mut call, name, other.as_ref()),
            };
            let sel = self.held_sel(heap, &mut call, end.key.as_ref());
            let value = self.load(heap, &channel, sel);
            let mut value = self.stepped(&value, 0, What::Channel);
            if self.ctx.shared.contains(&name) {
                // The object itself, of which each key holds its own.
                value = channel;
            }
            for place in &end.values {
                add(self, heap, place, &value);
            }
        }
    }
}
