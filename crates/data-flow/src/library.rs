//! Table rows put into effect at a call: values that pass, ways out, sinks, sources, channels, callbacks.

mod asked;
mod copies;
mod leaving;
mod named;
mod received;
mod told;
mod yields;

use ruleset::schema::dataflow::{
    Address, Base, Effect, FlowSource, FlowTag, HeldIn, KeyRef, Place, Side, SourceData,
    SourceSide, Step, TagKind, TagName, parse_place,
};

pub(crate) use self::copies::{Copied, few_constants};
use crate::apply::Outcome;
use crate::call::Site;
use crate::context::{Constant, ORIGIN};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::node::{Addr, Kind, Sel};
use crate::source::{SourceSite, Yields};
use crate::spec::Spec;
use crate::summary::{Deferred, Prov, What, Which};
use crate::value::{Atom, Elem, Marks, STORED, Set};

/// A call while rows are put into effect.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of what the call gives, and none depends on another"
)]
pub(crate) struct Effecting<'s, 'x> {
    pub(crate) site: &'s Site<'s>,
    pub(crate) spec: &'s Spec<'x>,
    pub(crate) ret: Set,
    pub(crate) thrown: Set,
    /// Objects made for parts that tables name, so far.
    parts: u32,
    /// The object that is made is this constant.
    pub(crate) becomes: Option<u32>,
    /// The call gives an object of its own.
    pub(crate) makes_ret: bool,
    /// The object that the call gives was found among those of the app.
    pub(crate) is_given: bool,
    /// The array that the call gives holds constants at known positions and no others.
    pub(crate) is_split: bool,
    /// What the call gives is known though what it is taken from is not: nothing of that is in it.
    pub(crate) is_known: bool,
    /// The parts that the call gives are known up to this position.
    pub(crate) behind: Option<i64>,
}

impl<'s, 'x> Effecting<'s, 'x> {
    pub(crate) fn new(site: &'s Site<'s>, spec: &'s Spec<'x>) -> Self {
        Self {
            site,
            spec,
            ret: Set::default(),
            thrown: Set::default(),
            parts: 0,
            becomes: None,
            makes_ret: false,
            is_given: false,
            is_split: false,
            is_known: false,
            behind: None,
        }
    }

    pub(crate) fn operand(&self, n: usize) -> Option<&Set> {
        let param = self.spec.params.get(n)?;
        self.site
            .args
            .get(self.site.first() + usize::from(param.slot))
    }

    pub(crate) fn this(&self) -> Option<&Set> {
        if self.site.is_static() {
            None
        } else {
            self.site.args.first()
        }
    }
}

/// One write that a row asks for.
struct Write<'p, 'x> {
    to: &'p Place<'x>,
    value: Set,
}

/// Technology of sinks that are methods of the app: what they give back leaves.
pub(crate) const ANSWER: &str = "answer";

/// Part of a list that holds the array which it is a view of.
const VIEWED: &str = "viewed";

/// What a format does to what it shows.
const FORMAT: &str = "format";

/// The length that the receiver has at the call.
const LENGTH: &str = "this.length";

/// Number of the object that a call throws, among those it makes.
const THROWN: u32 = 15;
/// The same where only the method that calls may see it.
pub(crate) const REFUSED: u32 = 14;

/// What stands for the name of the package in conditions.
const OWN: &str = "@package";

/// The cell that stands for what the manifest says of the application by name.
const META_DATA: &str = "own_meta_data";

/// The cell that stands for the package name of the manifest.
const OWN_PACKAGE: &str = "own_package";

impl Frame<'_, '_, '_> {
    /// Puts the effects of a described method in.
    pub(crate) fn described(
        &mut self,
        heap: &mut Heap,
        site: &Site<'_>,
        spec: &Spec<'_>,
    ) -> Outcome {
        let mut call = Effecting::new(site, spec);
        let effects = spec.effects.as_deref().unwrap_or_default();
        let mut list: Vec<&Effect<'_>> = Vec::new();
        for effect in effects {
            match effect {
                Effect::If {
                    arg,
                    equals: KeyRef::Held(LENGTH),
                    then,
                } => {
                    let zero = self.ctx.constant(&Constant::Int(0));
                    let is_whole = (0..*arg as usize).all(|n| {
                        call.operand(n)
                            .is_some_and(|set| set.constant() == Some(zero))
                    });
                    let at = spec.params.get(*arg as usize).map(|param| param.slot);
                    if is_whole && at.is_some_and(|slot| site.length == Some(slot)) {
                        list.extend(then);
                    }
                }
                Effect::If { arg, equals, then } => {
                    let given = call.operand(*arg as usize).cloned().unwrap_or_default();
                    let wanted = match equals {
                        KeyRef::Text(text) => Some(self.ctx.text(text)),
                        KeyRef::Int(value) => Some(self.ctx.constant(&Constant::Int(*value))),
                        KeyRef::Arg(_) | KeyRef::Held(_) => None,
                    };
                    if given.constant().is_some() && given.constant() == wanted {
                        list.extend(then);
                    }
                }
                Effect::Unless { place, then } => {
                    if !self.is_there(heap, &mut call, place) {
                        list.extend(then);
                    }
                }
                Effect::Own { place, is, then } => {
                    if self.is_own_object(heap, &mut call, place) == *is {
                        list.extend(then);
                    } else if !*is {
                        self.left_out(heap, &mut call, then);
                    }
                }
                other => list.push(other),
            }
        }
        for effect in &list {
            if let Effect::Cancel(place) = effect {
                let object = self.read_place(heap, &mut call, place);
                self.cancel(&object);
            }
            if let Effect::CancelCall {
                receiver,
                method,
                args,
            } = effect
            {
                self.cancel_call(heap, &mut call, receiver, method, args);
            }
        }
        for effect in &list {
            if let Effect::Asks { object, method } = effect {
                self.ask_for_texts(heap, &mut call, (object, method));
            }
        }
        let mut writes: Vec<Write<'_, '_>> = Vec::new();
        let mut copies: Vec<(Copied, &Place<'_>, usize)> = Vec::new();
        let mut returns_same = false;
        let mut is_unknown = false;
        let into_ret = list.iter().filter(|effect| {
            matches!(effect, Effect::Flow { to, .. } if to.base == Base::Ret && to.path.is_empty())
        });
        let is_only_source = into_ret.count() < 2;
        for effect in &list {
            if let Effect::Range {
                from,
                begin,
                end,
                to,
            } = effect
            {
                let copied = self.range(heap, &mut call, from, (*begin, *end));
                copies.push((copied, to, to.path.len()));
                continue;
            }
            if let Effect::Fill { from, to } = effect {
                let read = self.read_place(heap, &mut call, from);
                let mut copied = Self::content_of(&self.nodes, heap, &read);
                self.without_held(heap, &mut call, to, &mut copied);
                copies.push((copied, to, to.path.len()));
                continue;
            }
            if let Effect::Format { text, args, to } = effect {
                let value = self.formatted(heap, &mut call, (text, args));
                let marks = self.ctx.transform(FORMAT);
                let value = self
                    .stepped(&value, site.offset, What::Library)
                    .marked(marks);
                writes.push(Write { to, value });
                continue;
            }
            let Effect::Flow {
                from,
                to,
                same,
                tag,
            } = effect
            else {
                continue;
            };
            if to.base == Base::Ret && to.path.is_empty() && *same {
                returns_same = true;
            }
            if from.path.last() == Some(&Step::All) {
                let read = self.read_upto(heap, &mut call, from, from.path.len() - 1);
                let copied = Self::content_of(&self.nodes, heap, &read);
                copies.push((copied, to, to.path.len() - 1));
                continue;
            }
            if from.base == Base::Static(META_DATA) {
                let value = self.meta_data(heap, &call);
                writes.push(Write { to, value });
                continue;
            }
            let is_own = from.path.last() == Some(&Step::Own);
            let n = from.path.len() - usize::from(is_own);
            let read = self.read_upto(heap, &mut call, from, n);
            if to.base == Base::Ret
                && to.path.is_empty()
                && read.is_empty()
                && matches!(from.path.last(), Some(Step::Key(_)))
                && !self.is_made_here(&call, from.base)
            {
                // What the framework filled may hold something there.
                is_unknown = true;
            }
            let marks = tag
                .as_ref()
                .map_or(0, |tag| self.tag_marks(heap, &mut call, tag));
            let boxed = (tag.is_none() && from.path.is_empty() && to.path.is_empty())
                .then(|| self.boxed(&call, from.base, to.base, &read))
                .flatten();
            let value = if let Some(read) = boxed {
                returns_same = true;
                read
            } else if *same {
                let into_whole = to.path.is_empty() && matches!(to.base, Base::This | Base::Arg(_));
                if into_whole {
                    copies.push((Self::content_of(&self.nodes, heap, &read), to, 0));
                }
                read
            } else {
                self.serializes = tag
                    .as_ref()
                    .is_some_and(|tag| tag.kind == TagKind::Serialize);
                let mut read = read.clone();
                if tag.is_none() && from.path.is_empty() && to.path.is_empty() {
                    self.drop_arrays(&call, from.base, &mut read);
                    self.drop_silent(site, &mut read);
                }
                self.without_parts = is_own;
                let mut taints = self.taints(heap, &read, true);
                self.serializes = false;
                self.without_parts = false;
                if tag.is_none() && to.base == Base::Ret && spec.params.len() <= 1 && is_only_source
                {
                    // A box or a copy of a constant is that constant.
                    if let Some(id) = read.constant() {
                        taints.add(Elem::plain(Atom::Const(id)));
                    }
                }
                taints
            };
            let value = self
                .stepped(&value, site.offset, What::Library)
                .marked(marks);
            match writes.iter_mut().find(|write| write.to == to) {
                Some(write) => {
                    write.value.join(&value);
                }
                None => writes.push(Write { to, value }),
            }
        }
        self.told.clear();
        call.makes_ret = !returns_same && matches!(spec.returns, b'L' | b'[');
        // What is read is read before anything goes.
        for effect in &list {
            if let Effect::Kill(place) = effect {
                self.kill(heap, &mut call, place);
            }
        }
        for effect in &list {
            if let Effect::Fold { op, args, to } = effect {
                self.fold(heap, &mut call, *op, args, to);
            }
        }
        if !returns_same {
            match spec.returns {
                b'L' | b'[' => {
                    let exact = spec
                        .returns_exact
                        .or_else(|| self.put_together(site, &call, &list));
                    if call.ret.constant().is_none()
                        && !call.is_given
                        && let Some(node) = self.nodes.made(site.offset, 0, exact, !self.loops)
                    {
                        call.ret.add(Elem::plain(Atom::Ref(node)));
                    }
                }
                b'V' => {}
                _ => {
                    if call.ret.constant().is_none() {
                        call.ret.add(Elem::plain(Atom::Top));
                    }
                }
            }
        }
        let mut moved: Vec<(Set, Set)> = Vec::new();
        for effect in &list {
            match effect {
                Effect::Slice {
                    from,
                    begin,
                    end,
                    to,
                } => self.slice(heap, &mut call, (from, to), (*begin, *end), &mut moved),
                Effect::Pairs {
                    from,
                    key,
                    value,
                    to,
                } => self.pairs(heap, &mut call, from, (key, value), to),
                Effect::Copy {
                    from,
                    begin,
                    count,
                    to,
                    at,
                } => self.copy_range(heap, &mut call, (from, to), (*begin, *count, *at)),
                Effect::Turn(place) => {
                    let base = self.read_place(heap, &mut call, place);
                    self.turn(heap, &base);
                }
                Effect::Mix(place) => {
                    let base = self.read_place(heap, &mut call, place);
                    self.mix(heap, &base);
                }
                _ => {}
            }
        }
        for (copied, to, n) in copies {
            let targets = self.part(heap, &mut call, to, n);
            self.put_copied(heap, &copied, &targets);
        }
        for effect in &list {
            match effect {
                Effect::Take(place) => self.take(heap, &mut call, place),
                Effect::Cut { from, begin, end } => {
                    self.cut(heap, &mut call, from, (*begin, *end));
                }
                _ => {}
            }
        }
        for mut write in writes {
            if call.is_split && write.to.base == Base::Ret {
                write.value.retain(Atom::is_taint);
            }
            if call.is_known && write.to.base == Base::Ret && write.to.path.is_empty() {
                continue;
            }
            if let (Some(n), Base::Ret, [Step::Elem]) =
                (call.behind, write.to.base, write.to.path.as_slice())
            {
                self.put_behind(heap, &mut call, n, &write.value);
                continue;
            }
            self.write_place(heap, &mut call, write.to, &write.value);
        }
        for (list, value) in moved {
            for node in list.refs().collect::<Vec<_>>() {
                heap.add(&mut self.nodes, node, Sel::Any, &value);
            }
        }
        if is_unknown && spec.returns != b'V' {
            call.ret.add(Elem::plain(Atom::Top));
        } else if call.ret.constants().next().is_some() {
            // A constant result needs no object beside it.
            call.ret.retain(|atom| !matches!(atom, Atom::Top));
        }
        for effect in &list {
            let Effect::Call {
                receiver,
                method,
                args,
                result,
                failed,
                later: is_queued,
            } = effect
            else {
                continue;
            };
            let object = self.read_place(heap, &mut call, receiver);
            let values: Vec<Set> = args
                .iter()
                .map(|arg| match arg {
                    Some(place) => {
                        let set = self.read_place(heap, &mut call, place);
                        self.stepped(&set, site.offset, What::Callback)
                    }
                    None => Set::one(Atom::Top),
                })
                .collect();
            let which = if *method == "*" {
                Which::Only
            } else {
                Which::Named((*method).into(), args.len())
            };
            let later = *is_queued || Self::is_later(site.edges, result.is_some());
            let queued = result.is_none() && (*is_queued || Self::is_queued(site.edges));
            let got = if queued {
                Outcome::default()
            } else {
                self.call_back(heap, site.offset, &object, &which, &values, !later)
            };
            match failed {
                Some(to) => self.write_place(heap, &mut call, to, &got.thrown),
                None if later => {}
                None => {
                    call.thrown.join(&got.thrown);
                }
            }
            if let Some((to, same)) = result {
                let got = if *same {
                    got.ret
                } else {
                    self.taints(heap, &got.ret, true)
                };
                self.write_place(heap, &mut call, to, &got);
            }
            let open = object
                .refs()
                .any(|node| self.nodes.ty(node).is_none() && self.nodes.is_outside(node));
            if (later || open) && object.refs().next().is_some() {
                self.defer(&Deferred {
                    offset: site.offset,
                    receiver: object,
                    which,
                    args: values,
                    later: queued,
                });
            }
        }
        Outcome {
            ret: call.ret,
            thrown: call.thrown,
            never_returns: false,
            becomes: call.becomes,
        }
    }

    fn tag_marks(&mut self, heap: &Heap, call: &mut Effecting<'_, '_>, tag: &FlowTag<'_>) -> Marks {
        let kind = tag.kind.word();
        let name = match &tag.name {
            Some(TagName::Text(text)) => Some((*text).to_owned()),
            Some(TagName::Place(place)) => {
                let set = self.read_place(heap, call, place);
                set.constant()
                    .and_then(|id| match self.ctx.constant_at(id) {
                        Some(Constant::Text(text)) => Some(
                            text.to_lowercase()
                                .split('/')
                                .next()
                                .unwrap_or_default()
                                .replace('-', ""),
                        ),
                        _ => None,
                    })
            }
            None => None,
        };
        let marks = match name {
            Some(name) if !name.is_empty() => self.ctx.transform(&format!("{kind}:{name}")),
            _ => self.ctx.transform(kind),
        };
        let has_key = matches!(tag.kind, TagKind::Encrypt | TagKind::Mac | TagKind::Sign);
        if has_key && self.has_constant_key(heap, call) {
            return marks | self.ctx.transform(&format!("{kind}:constant-key"));
        }
        marks
    }

    pub(crate) fn base_set(&mut self, call: &mut Effecting<'_, '_>, base: Base<'_>) -> Set {
        match base {
            Base::This => call.this().cloned().unwrap_or_default(),
            Base::Arg(n) => call.operand(n as usize).cloned().unwrap_or_default(),
            Base::ArgsFrom(n) => {
                let mut out = Set::default();
                for k in n as usize..call.spec.params.len() {
                    if let Some(set) = call.operand(k) {
                        out.join(set);
                    }
                }
                out
            }
            Base::Ret => call.ret.clone(),
            Base::New(n) => match self.nodes.made(call.site.offset, 16 + n, None, !self.loops) {
                Some(node) => Set::one(Atom::Ref(node)),
                None => Set::default(),
            },
            Base::Static(name) => {
                if name == OWN_PACKAGE {
                    let package = self.ctx.intents.package();
                    return Set::one(Atom::Const(self.ctx.text(package)));
                }
                let name = self.ctx.name(name);
                self.outside_cell(Kind::Cell(name))
            }
            Base::Thrown | Base::Refused => call.thrown.clone(),
        }
    }

    fn outside_cell(&mut self, kind: Kind) -> Set {
        self.outside(kind)
    }

    fn sel(&mut self, heap: &Heap, call: &mut Effecting<'_, '_>, step: Step<'_>) -> Sel {
        match step {
            Step::Elem
            | Step::Add
            | Step::All
            | Step::First
            | Step::Last
            | Step::EndKey { .. }
            | Step::Front
            | Step::Insert(_) => Sel::Any,
            Step::Keys => Sel::Keys,
            Step::Own => Sel::Whole,
            Step::At(key) | Step::Key(key) => self.key(heap, call, key),
            Step::Field(name) => Sel::Name(self.ctx.name(name)),
        }
    }

    /// The step for a key or position.
    pub(crate) fn key(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        key: KeyRef<'_>,
    ) -> Sel {
        match key {
            KeyRef::Arg(n) => {
                let set = call.operand(n as usize).cloned().unwrap_or_default();
                self.object_sel(&set)
            }
            KeyRef::Text(text) => Sel::Key(self.ctx.text(text)),
            KeyRef::Int(value) => Sel::Key(self.ctx.constant(&Constant::Int(value))),
            KeyRef::Held(text) => {
                let Ok(place) = parse_place(text) else {
                    return Sel::Any;
                };
                // A position that is a name stands for itself, or for what has this new name.
                if let Some(Step::At(KeyRef::Arg(n)) | Step::Key(KeyRef::Arg(n))) =
                    place.path.last()
                    && let Some(id) = call.operand(*n as usize).and_then(Set::constant)
                    && matches!(self.ctx.constant_at(id), Some(Constant::Text(_)))
                {
                    let base = self.read_upto(heap, call, &place, place.path.len() - 1);
                    let known = crate::fold::noted(heap, &base, Sel::Key(id));
                    return if known.is_empty() {
                        Sel::Key(id)
                    } else {
                        self.key_sel(&known)
                    };
                }
                let held = self.read_place(heap, call, &place);
                self.key_sel(&held)
            }
        }
    }

    pub(crate) fn read_upto(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
        n: usize,
    ) -> Set {
        let mut set = self.base_set(call, place.base);
        if matches!(place.base, Base::Static(_)) && place.path.is_empty() {
            // A cell that stands for a constant is that constant.
            return if set.constant().is_some() {
                set
            } else {
                self.load(heap, &set, Sel::Any)
            };
        }
        for step in place.path.iter().take(n) {
            if matches!(step, Step::First | Step::Last) {
                set = self.load_end(heap, &set, *step == Step::First);
                continue;
            }
            if let Step::EndKey { is_last } = step {
                set = self.load_end_key(heap, &set, *is_last);
                continue;
            }
            let sel = self.sel(heap, call, *step);
            set = match Self::few_keys(call, *step, sel) {
                Some(keys) => {
                    let mut all = Set::default();
                    for key in keys {
                        all.join(&self.load(heap, &set, key));
                    }
                    all
                }
                None => self.load(heap, &set, sel),
            };
        }
        set
    }

    /// The keys that a parameter may be, where these are a few constants.
    fn few_keys(call: &Effecting<'_, '_>, step: Step<'_>, sel: Sel) -> Option<Vec<Sel>> {
        let (Sel::Any, Step::Key(KeyRef::Arg(n))) = (sel, step) else {
            return None;
        };
        few_constants(call.operand(n as usize)?)
    }

    /// What a place holds.
    pub(crate) fn read_place(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
    ) -> Set {
        self.read_upto(heap, call, place, place.path.len())
    }

    /// The objects at the first `n` steps of a place; parts that tables name are made when they are not there.
    pub(crate) fn part(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
        n: usize,
    ) -> Set {
        let mut set = self.base_set(call, place.base);
        if place.base == Base::Ret
            && set.refs().next().is_none()
            && let Some(node) = self.nodes.made(call.site.offset, 0, None, !self.loops)
        {
            call.ret.add(Elem::plain(Atom::Ref(node)));
            set.add(Elem::plain(Atom::Ref(node)));
        }
        let thrown = match place.base {
            Base::Thrown => Some(THROWN),
            Base::Refused => Some(REFUSED),
            _ => None,
        };
        if let Some(number) = thrown
            && set.refs().next().is_none()
            && let Some(node) = self.nodes.made(call.site.offset, number, None, !self.loops)
        {
            call.thrown.add(Elem::plain(Atom::Ref(node)));
            set.add(Elem::plain(Atom::Ref(node)));
        }
        for step in place.path.iter().take(n) {
            let sel = self.sel(heap, call, *step);
            if *step == Step::Field(VIEWED) && !Self::is_noted(heap, &set, sel) {
                // Few lists are views of an array.
                return Set::default();
            }
            let inner = self.load(heap, &set, sel);
            let is_shared = self.is_of_original(heap, &set, sel);
            if inner.refs().next().is_some() && !is_shared {
                set = inner;
                continue;
            }
            call.parts += 1;
            let Some(node) = self
                .nodes
                .made(call.site.offset, 64 + call.parts, None, !self.loops)
            else {
                return Set::default();
            };
            let made = Set::one(Atom::Ref(node));
            for base in set.refs().collect::<Vec<_>>() {
                if is_shared {
                    // A part of a copy is a copy of the part.
                    let mut held = inner.clone();
                    held.retain(|atom| !matches!(atom, Atom::Ref(_)));
                    held.join(&made);
                    heap.put(base, sel, held);
                    let mut rest = inner.clone();
                    rest.retain(|atom| matches!(atom, Atom::Ref(_)));
                    heap.put(node, Sel::Rest, rest);
                } else {
                    heap.add(&mut self.nodes, base, sel, &made);
                }
            }
            set = made;
        }
        set
    }

    /// Writes a value to a place.
    pub(crate) fn write_place(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
        value: &Set,
    ) {
        let Some((last, _)) = place.path.split_last() else {
            match place.base {
                Base::Ret => {
                    if call.spec.returns != b'V' {
                        call.ret.join(value);
                    }
                }
                Base::Thrown | Base::Refused => {
                    call.thrown.join(value);
                }
                Base::Static(_) => {
                    let base = self.base_set(call, place.base);
                    for node in base.refs().collect::<Vec<_>>() {
                        heap.add(&mut self.nodes, node, Sel::Any, value);
                    }
                }
                _ => {
                    let base = self.base_set(call, place.base);
                    let mut whole = value.clone();
                    whole.retain(Atom::is_taint);
                    for node in base.refs().collect::<Vec<_>>() {
                        heap.add(&mut self.nodes, node, Sel::Whole, &whole);
                    }
                }
            }
            return;
        };
        let is_nothing = matches!(place.base, Base::Thrown | Base::Refused) && value.is_empty();
        if is_nothing || place.base == Base::Ret && call.spec.returns == b'V' {
            return;
        }
        let base = self.part(heap, call, place, place.path.len() - 1);
        match last {
            Step::Add => self.append(heap, &base, value),
            Step::Front => self.insert(heap, &base, Some(0), value),
            Step::Insert(key) => {
                let at = match self.key(heap, call, *key) {
                    Sel::Key(id) => self.ctx.int_at(id),
                    _ => None,
                };
                self.insert(heap, &base, at, value);
            }
            // Nothing of note in an object that the call makes moves nothing there.
            Step::Elem if value.is_empty() && place.base == Base::Ret && call.makes_ret => {}
            Step::Elem => {
                for node in base.refs().collect::<Vec<_>>() {
                    self.forget_positions(heap, node);
                    heap.add(&mut self.nodes, node, Sel::Any, value);
                }
            }
            step => {
                // What was there before goes only where the row says so.
                let sel = self.sel(heap, call, *step);
                let held = self.load(heap, &base, sel);
                let keys = Self::few_keys(call, *step, sel).unwrap_or_else(|| vec![sel]);
                for node in base.refs().collect::<Vec<_>>() {
                    for key in &keys {
                        heap.add(&mut self.nodes, node, *key, value);
                    }
                }
                self.note_sure(
                    heap,
                    &base,
                    sel,
                    place.base == Base::Ret && !value.is_empty(),
                );
                let mut taints = value.clone();
                taints.retain(Atom::is_taint);
                if !taints.is_empty() && matches!(sel, Sel::Name(_)) {
                    for node in held.refs().collect::<Vec<_>>() {
                        heap.add(&mut self.nodes, node, Sel::Whole, &taints);
                    }
                }
            }
        }
    }

    fn kill(&mut self, heap: &mut Heap, call: &mut Effecting<'_, '_>, place: &Place<'_>) {
        let Some((last, _)) = place.path.split_last() else {
            let base = self.base_set(call, place.base);
            self.clear(heap, &base, false);
            return;
        };
        let base = if heap.rests {
            // A part of a copy is its own before anything goes.
            self.part(heap, call, place, place.path.len() - 1)
        } else {
            self.read_upto(heap, call, place, place.path.len() - 1)
        };
        if place.path.first() == Some(&Step::Field(ORIGIN)) {
            // Few sets are views of the keys of a map.
            let view = self.base_set(call, place.base);
            if !Self::is_noted(heap, &view, Sel::Name(self.ctx.origin)) {
                return;
            }
        }
        match last {
            Step::Elem | Step::All => self.clear(heap, &base, *last == Step::Elem),
            step => {
                let sel = self.sel(heap, call, *step);
                if self.is_one(&base) && sel != Sel::Any {
                    for node in base.refs().collect::<Vec<_>>() {
                        heap.put(node, sel, Set::default());
                        heap.sure.remove(&(node, sel));
                    }
                } else if !heap.sure.is_empty() {
                    // One of them may be what goes.
                    for node in base.refs() {
                        heap.unsure(node, sel);
                    }
                }
            }
        }
    }

    pub(crate) fn held_sel(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        key: Option<&HeldIn<'_>>,
    ) -> Sel {
        match key {
            None => Sel::Any,
            Some(HeldIn::Text(text)) => Sel::Key(self.ctx.text(text)),
            Some(HeldIn::Place(place)) => {
                let held = self.read_place(heap, call, place);
                self.key_sel(&held)
            }
            Some(HeldIn::Table(place)) => {
                let held = self.read_place(heap, call, place);
                match self.table_of(&held) {
                    Some(id) => Sel::Key(id),
                    None => Sel::Any,
                }
            }
        }
    }

    pub(crate) fn channel_set(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        name: u32,
        address: Option<&Address<'_>>,
    ) -> Set {
        match address {
            None => self.outside(Kind::Channel(name, Addr::One)),
            Some(Address::Held(HeldIn::Text(text))) => {
                let id = self.ctx.text(text);
                self.outside(Kind::Channel(name, Addr::Const(id)))
            }
            Some(Address::Held(HeldIn::Place(place) | HeldIn::Table(place))) => {
                let held = self.read_place(heap, call, place);
                self.channel_at(name, &held)
            }
            Some(Address::Type(place)) => {
                let held = self.read_place(heap, call, place);
                self.channel_of(name, &held)
            }
            Some(Address::Intent(place)) => {
                let held = self.read_place(heap, call, place);
                self.channel_to(heap, name, &held)
            }
            Some(Address::Ordered(place)) => {
                let held = self.read_place(heap, call, place);
                self.channel_in_order(heap, name, &held)
            }
        }
    }

    /// Channels addressed by the type of an object.
    pub(crate) fn channel_of(&mut self, name: u32, held: &Set) -> Set {
        let mut out = Set::default();
        for node in held.refs().collect::<Vec<_>>() {
            let addr = match self.nodes.ty(node) {
                Some(ty) => Addr::Type(ty),
                None if self.nodes.is_outside(node) => Addr::Of(node),
                None => Addr::Unknown,
            };
            out.join(&self.outside(Kind::Channel(name, addr)));
        }
        for id in held.constants().collect::<Vec<_>>() {
            if let Some(Constant::Type(ty)) = self.ctx.constant_at(id) {
                out.join(&self.outside(Kind::Channel(name, Addr::Type(ty))));
            }
        }
        out
    }
}
