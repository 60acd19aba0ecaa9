//! What the framework delivers to a method, one object at a time, where the method tells the objects apart by what is
//! in them: the action of an intent, the name of a question. Refuses to split what no constant tells apart.

use std::collections::BTreeSet;

use program_model::DefId;
use ruleset::schema::dataflow::{Address, Base, ChannelEnd, HeldIn, Place, Side};

use crate::apply::Outcome;
use crate::call::Site;
use crate::context::Ctx;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::library::Effecting;
use crate::node::{Addr, Kind, Sel};
use crate::spec::Spec;
use crate::summary::What;
use crate::value::{Atom, NodeId, Set};

/// Cell of a channel that holds which answers were asked for.
const ASKED: &str = "asked";

/// Names of the channels by which calls ask for what others answer.
pub(crate) fn asking(ctx: &Ctx<'_, '_>) -> BTreeSet<u32> {
    let names = ctx.asked.iter();
    names
        .map(|name| ctx.name(&format!("{ASKED} {name}")))
        .collect()
}

/// Objects delivered to one method that are told apart.
const MAX_DELIVERED: usize = 6;

impl Frame<'_, '_, '_> {
    /// The row delivers objects each of which the method may be called with on its own.
    pub(crate) fn is_told_apart(&self, end: &ChannelEnd<'_>) -> bool {
        end.side == Side::Deliver
            && (end.key.is_none() || self.is_asked_for(end))
            && matches!(&end.values[..], [place] if place.path.is_empty() && matches!(place.base, Base::Arg(_)))
            && !self.ctx.shared.contains(&self.ctx.name(end.channel))
    }

    /// The object that the framework delivers to a method is among the arguments.
    pub(crate) fn is_handed_over(&self, def: DefId, args: &[Set]) -> bool {
        let ctx = self.ctx;
        let row = ctx.program.def(def);
        let spec = ctx.spec(row.method);
        if spec.channels.is_empty() || row.is_static() || !ctx.wanted[def] {
            return false;
        }
        spec.channels
            .iter()
            .filter(|end| self.is_told_apart(end))
            .any(|end| {
                let place = end.values.first().map(|place| place.base);
                let slot = match place {
                    Some(Base::Arg(n)) => spec.params.get(n as usize).map(|param| param.slot + 1),
                    _ => None,
                };
                slot.and_then(|slot| args.get(usize::from(slot)))
                    .is_some_and(|set| set.refs().next().is_some())
            })
    }

    /// What a channel holds for a method.
    fn content(
        &mut self,
        heap: &Heap,
        site: &Site<'_>,
        spec: &Spec<'_>,
        end: &ChannelEnd<'_>,
    ) -> Set {
        let name = self.ctx.name(end.channel);
        let declared = match &end.address {
            Some(Address::Type(place)) if place.path.is_empty() => match place.base {
                Base::Arg(n) => spec.params.get(n as usize).and_then(|param| param.ty),
                _ => None,
            },
            _ => None,
        };
        let channel = if let Some(ty) = declared {
            self.outside(Kind::Channel(name, Addr::Type(ty)))
        } else {
            let mut effecting = Effecting::new(site, spec);
            self.channel_set(heap, &mut effecting, name, end.address.as_ref())
        };
        let value = self.load(heap, &channel, Sel::Any);
        self.stepped(&value, 0, What::Channel)
    }

    /// Calls a method once for each object that is delivered to it, and once for those of others; `None` where nothing
    /// tells them apart.
    pub(crate) fn enter_delivered(
        &mut self,
        heap: &mut Heap,
        call: (u32, bool, What),
        def: DefId,
        args: &[Set],
    ) -> Option<Outcome> {
        let ctx = self.ctx;
        let program = ctx.program;
        let row = program.def(def);
        let spec = ctx.spec(row.method);
        if spec.channels.is_empty() || row.is_static() || !ctx.wanted[def] {
            return None;
        }
        let ends: Vec<&ChannelEnd<'_>> = spec
            .channels
            .iter()
            .filter(|end| self.is_told_apart(end))
            .collect();
        if let [end] = &ends[..]
            && self.is_asked_for(end)
        {
            return self.enter_answered(heap, call, def, args, end);
        }
        let slot_of = |end: &ChannelEnd<'_>| match end.values.first()?.base {
            Base::Arg(n) => Some(spec.params.get(n as usize)?.slot + 1),
            _ => None,
        };
        let key = ctx.key_id(&crate::context::Key::generic(def));
        let summary = self.known.summary(key)?;
        let is_asked = |end: &&ChannelEnd<'_>| {
            slot_of(end).is_some_and(|slot| {
                summary
                    .asks
                    .iter()
                    .any(|ask| ask.constant && ask.slot == slot)
            })
        };
        let mut asked = ends.iter().copied().filter(is_asked);
        let (Some(end), None) = (asked.next(), asked.next()) else {
            return None;
        };
        if summary.cut.is_some() {
            return None;
        }
        let slot = slot_of(end)?;
        if self.is_asked_for(end) {
            return None;
        }
        let site = Site {
            def,
            offset: 0,
            opcode: 0x6e,
            method: row.method,
            args,
            edges: &[],
            length: None,
            is_idle: false,
            row_base: 0,
        };
        let value = self.content(heap, &site, &spec, end);
        let is_one = |atom: Atom| matches!(atom, Atom::Ref(_) | Atom::Const(_));
        let own = args.first().and_then(|this| self.exact_type(this));
        let is_private = own.is_some_and(|ty| ctx.intents.is_private(ty));
        if value.is_empty() && is_private && self.may_wait {
            self.waits = true;
            return Some(Outcome::default());
        }
        if value.is_empty()
            || value.len() > MAX_DELIVERED
            || value
                .iter()
                .any(|elem| !is_one(elem.atom) && elem.atom != Atom::Top)
        {
            return None;
        }
        let mut out = Outcome::default();
        let mut slots = args.to_vec();
        slots.resize_with(slots.len().max(usize::from(slot) + 1), Set::default);
        for other in &ends {
            // What else is delivered comes along as a whole.
            if let Some(other_slot) = slot_of(other).filter(|other| *other != slot) {
                let held = self.content(heap, &site, &spec, other);
                if let Some(place) = slots.get_mut(usize::from(other_slot)) {
                    place.join(&held);
                }
            }
        }
        let (offset, strong, what) = call;
        let strong = strong && value.len() == 1;
        // Others may call it as well, with objects of their own.
        let by_name = value.constants().next().is_some();
        let others = (!by_name || !is_private).then(|| Set::one(Atom::Top));
        let elems = others.into_iter().chain(
            value
                .iter()
                .filter(|elem| is_one(elem.atom))
                .map(|elem| [elem].into_iter().collect()),
        );
        for given in elems {
            let is_known = !given.is_unknown();
            if let Some(place) = slots.get_mut(usize::from(slot)) {
                *place = given;
            }
            let call = (offset, strong && is_known, what);
            let one = self.enter_as(heap, call, def, &slots, true);
            out.ret.join(&one.ret);
            out.thrown.join(&one.thrown);
        }
        Some(out)
    }

    /// Calls a method once for each object that an argument may be, where it does with one what it does not do with
    /// another: it asks for a constant or a type in it, and these differ.
    pub(crate) fn enter_apart(
        &mut self,
        heap: &mut Heap,
        (offset, _, what): (u32, bool, What),
        def: DefId,
        args: &[Set],
        delivered: bool,
    ) -> Option<Outcome> {
        let is_many = |set: &Set| {
            let n = set.refs().count();
            (2..=MAX_DELIVERED).contains(&n) && !set.iter().any(|elem| elem.atom.is_taint())
        };
        // The receiver is told apart where the call is resolved.
        if !args.iter().skip(1).any(is_many) {
            return None;
        }
        let key = self.ctx.key_id(&crate::context::Key::generic(def));
        let summary = self
            .known
            .summary(key)
            .filter(|known| known.cut.is_none())?;
        let mut slot = None;
        for ask in summary.asks.iter().filter(|ask| ask.slot > 0) {
            let Some(set) = args.get(usize::from(ask.slot)).filter(|set| is_many(set)) else {
                continue;
            };
            let mut answers = Vec::new();
            for elem in set.iter().filter(|elem| matches!(elem.atom, Atom::Ref(_))) {
                let one = [elem].into_iter().collect();
                answers.push(self.answer(heap, def, ask, one));
            }
            if answers.iter().any(|answer| Some(answer) != answers.first()) {
                slot = Some(usize::from(ask.slot));
                break;
            }
        }
        let slot = slot?;
        let (objects, rest): (Vec<_>, Vec<_>) = args
            .get(slot)?
            .iter()
            .partition(|elem| matches!(elem.atom, Atom::Ref(_)));
        let rest: Set = rest.into_iter().collect();
        let each = objects.into_iter().map(|elem| [elem].into_iter().collect());
        let mut out = Outcome::default();
        let mut slots = args.to_vec();
        for given in each.chain((!rest.is_empty()).then_some(rest)) {
            if let Some(place) = slots.get_mut(slot) {
                *place = given;
            }
            let one = self.enter_as(heap, (offset, false, what), def, &slots, delivered);
            out.ret.join(&one.ret);
            out.thrown.join(&one.thrown);
        }
        Some(out)
    }

    /// What is delivered answers a request of the app, which a number tells from others.
    pub(crate) fn is_asked_for(&self, end: &ChannelEnd<'_>) -> bool {
        end.address.is_none()
            && matches!(&end.key, Some(HeldIn::Place(place))
                if place.path.is_empty() && matches!(place.base, Base::Arg(_)))
            && self.ctx.asked.contains(&self.ctx.name(end.channel))
    }

    /// Where is noted which answers nobody known has asked for.
    fn requests(&mut self, name: u32) -> Set {
        let asked = self.ctx.text(ASKED);
        self.outside(Kind::Channel(name, Addr::Const(asked)))
    }

    /// Where is noted which answers an object has asked for: each type of objects gets its own.
    fn requests_of(&mut self, name: u32, who: &Set) -> Set {
        let kept = self.ctx.name(&format!("{ASKED} {name}"));
        let is_told = !who.is_empty()
            && who.refs().all(|node| match self.nodes.ty(node) {
                Some(ty) => self.ctx.is_app_type(ty),
                None => self.nodes.is_outside(node),
            });
        if is_told && who.iter().all(|elem| matches!(elem.atom, Atom::Ref(_))) {
            self.channel_of(kept, who)
        } else {
            self.outside(Kind::Channel(kept, Addr::Unknown))
        }
    }

    /// Where is noted which answers may be for an object: those that it asked for and those of which it is not known
    /// who asked.
    fn requests_for(&mut self, name: u32, who: &Set) -> Set {
        let mut out = self.requests_of(name, who);
        out.join(&self.requests_of(name, &Set::default()));
        out.join(&self.requests(name));
        out
    }

    /// Notes under the number of a request whose answers it gets.
    pub(crate) fn ask_for(
        &mut self,
        heap: &mut Heap,
        (name, who): (u32, &Set),
        sel: Sel,
        from: Set,
    ) {
        let mut from = from;
        // Who answers without a name of his own may be the one that was asked.
        from.join(&self.outside(Kind::Channel(name, Addr::Unknown)));
        for node in self.requests_of(name, who).refs().collect::<Vec<_>>() {
            heap.add(&mut self.nodes, node, sel, &from);
        }
    }

    /// The answers to the request with a number.
    pub(crate) fn asked_for(&mut self, heap: &Heap, name: u32, who: &Set, sel: Sel) -> Set {
        let requests = self.requests_for(name, who);
        let channels = self.load(heap, &requests, sel);
        let value = self.load(heap, &channels, Sel::Any);
        self.stepped(&value, 0, What::Channel)
    }

    /// Where nobody is known to have asked, any answer may come.
    pub(crate) fn answer_all(&mut self, heap: &mut Heap) {
        let names: BTreeSet<u32> = self.ctx.asked.iter().copied().collect();
        for name in names {
            let kept = self.ctx.name(&format!("{ASKED} {name}"));
            let asked: BTreeSet<NodeId> = self
                .nodes
                .iter()
                .filter(|(_, node)| matches!(node.kind, Kind::Channel(own, _) if own == kept))
                .map(|(id, _)| id)
                .collect();
            if asked.iter().any(|node| heap.of(*node).next().is_some()) {
                continue;
            }
            let all = self.outside(Kind::Channel(name, Addr::One));
            for node in self.requests(name).refs().collect::<Vec<_>>() {
                heap.add(&mut self.nodes, node, Sel::Any, &all);
            }
        }
    }

    /// Calls a method once for each request that it tells apart, and once for those of others.
    fn enter_answered(
        &mut self,
        heap: &mut Heap,
        (offset, _, what): (u32, bool, What),
        def: DefId,
        args: &[Set],
        end: &ChannelEnd<'_>,
    ) -> Option<Outcome> {
        let ctx = self.ctx;
        let spec = ctx.spec(ctx.program.def(def).method);
        let slot_of = |place: &Place<'_>| match place.base {
            Base::Arg(n) => Some(spec.params.get(n as usize)?.slot + 1),
            _ => None,
        };
        let Some(HeldIn::Place(place)) = &end.key else {
            return None;
        };
        let (number, value) = (slot_of(place)?, slot_of(end.values.first()?)?);
        let key = ctx.key_id(&crate::context::Key::generic(def));
        let summary = self.known.summary(key)?;
        let is_told = summary
            .asks
            .iter()
            .any(|ask| ask.constant && ask.slot == number && ask.path.is_empty());
        if !is_told || summary.cut.is_some() {
            return None;
        }
        if self.may_wait {
            self.waits = true;
            return Some(Outcome::default());
        }
        let name = ctx.name(end.channel);
        let who = args.first().cloned().unwrap_or_default();
        let mut keys: Vec<Sel> = Vec::new();
        let requests = self.requests_for(name, &who);
        for node in requests.refs() {
            keys.extend(heap.of(node).map(|(sel, _)| sel));
        }
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|sel| *sel != Sel::Any);
        if keys.len() > MAX_DELIVERED || !keys.iter().all(|sel| matches!(sel, Sel::Key(_))) {
            return None;
        }
        let mut out = Outcome::default();
        let mut slots = args.to_vec();
        slots.resize_with(
            slots.len().max(usize::from(number.max(value)) + 1),
            Set::default,
        );
        let mut numbers: Vec<(Set, Set)> = Vec::new();
        for sel in keys {
            if let Sel::Key(id) = sel {
                let answers = self.asked_for(heap, name, &who, sel);
                numbers.push((Set::one(Atom::Const(id)), answers));
            }
        }
        // Requests of which the number or the one who is asked is not known.
        let mut others = Set::one(Atom::Top);
        for node in requests.refs() {
            let channels = heap
                .cells
                .get(&(node, Sel::Any))
                .cloned()
                .unwrap_or_default();
            others.join(&self.load(heap, &channels, Sel::Any));
        }
        numbers.push((Set::one(Atom::Top), others));
        for (asked, answers) in numbers {
            for (slot, set) in [(number, asked), (value, answers)] {
                if let Some(place) = slots.get_mut(usize::from(slot)) {
                    *place = set;
                }
            }
            let one = self.enter_as(heap, (offset, false, what), def, &slots, true);
            out.ret.join(&one.ret);
            out.thrown.join(&one.thrown);
        }
        Some(out)
    }
}
