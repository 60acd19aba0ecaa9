//! One call: which methods of the app answer it, what the tables say, and the rule for methods that nothing describes.

use std::rc::Rc;

use call_graph::{CallEdge, EdgeKind};
use dex_parse::{ClassDefIdx, EncodedValue};
use program_model::{DefId, FieldId, MethodId, TypeId};
use ruleset::schema::dataflow::{Base, Effect};

use crate::apply::{Entering, Outcome};
use crate::cache::{Question, View};
use crate::context::{Constant, Ctx, Key};
use crate::frame::{Frame, STATICS};
use crate::heap::Heap;
use crate::library::Effecting;
use crate::limits::MAX_TARGETS;
use crate::node::{Kind, Sel};
use crate::source::Yields;
use crate::spec::Spec;
use crate::summary::{Ask, Deferred, What, Which};
use crate::value::{Atom, CUT_TARGETS, Elem, NodeId, Set, UNDESCRIBED};

/// A call in a method.
pub(crate) struct Site<'s> {
    pub(crate) def: DefId,
    pub(crate) offset: u32,
    pub(crate) opcode: u8,
    pub(crate) method: MethodId,
    /// Values by operand; the receiver comes first.
    pub(crate) args: &'s [Set],
    pub(crate) edges: &'s [CallEdge],
    /// Operand, the receiver not counted, that is the length the receiver has here.
    pub(crate) length: Option<u16>,
    /// What the call puts into channels never counts: nothing completes it.
    pub(crate) is_idle: bool,
    /// Added to the number of a row: for a method called through a looked-up member what tells which it is; else 0.
    pub(crate) row_base: u32,
}

impl Site<'_> {
    pub(crate) fn is_static(&self) -> bool {
        matches!(self.opcode, 0x71 | 0x77)
    }

    pub(crate) fn is_virtual(&self) -> bool {
        matches!(self.opcode, 0x6e | 0x72 | 0x74 | 0x78)
    }

    /// Operand of declared parameter 0.
    pub(crate) fn first(&self) -> usize {
        usize::from(!self.is_static())
    }
}

/// Methods of the app that answer a call, each with the receivers for which it does.
struct Targets {
    list: Vec<(DefId, Option<Set>)>,
    /// Some receiver may be an object whose code is not the app's.
    open: bool,
    /// More than are entered.
    cut: bool,
    /// Each receiver was made to order: another object answers for it.
    made_to_order: bool,
}

/// What a caller knows of something that a callee asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Type(TypeId),
    Constant(u32),
}

/// A class lies in the package of another, or below it: both are of one library, and a row for the one speaks for the
/// code of the other.
fn same_library(program: View<'_, '_>, row: TypeId, holder: TypeId) -> bool {
    let name = program.descriptor(row);
    let Some(end) = name.iter().rposition(|byte| *byte == b'/') else {
        return false;
    };
    let Some(package) = name.get(..=end) else {
        return false;
    };
    program.framework_type(row).is_none() && program.descriptor(holder).starts_with(package)
}

/// A row says what a method of the app does that belongs to the library of the row: its code is not looked at.
pub(crate) fn stands_for(program: View<'_, '_>, spec: &Spec<'_>, def: DefId) -> bool {
    let holder = program.holder(def);
    spec.effects_of
        .is_some_and(|row| program.is_subtype(row, holder) || same_library(program, row, holder))
}

/// A row for the class that holds the code of a method says what the method does, also where the call names an
/// interface above.
fn own_row<'x>(ctx: &Ctx<'x, '_>, def: DefId) -> Option<Rc<Spec<'x>>> {
    let program = ctx.program;
    let own = ctx.spec(program.def(def).method);
    let is_said = own.effects.is_some() && stands_for(program, &own, def);
    is_said.then_some(own)
}

impl Frame<'_, '_, '_> {
    /// Goes through a call.
    pub(crate) fn invoke(&mut self, heap: &mut Heap, site: &Site<'_>) -> Outcome {
        if self.is_on_nothing(site) {
            return Outcome::default();
        }
        let spec = self.ctx.spec(site.method);
        let targets = self.targets(heap, site);
        self.sinks(heap, site, &spec);
        self.taken_before(heap, site, &spec);
        let mut outcome = Outcome::default();
        let program = self.ctx.program;
        let by_reflection = self.reflect(heap, site, &spec, &mut outcome);
        if by_reflection == Some(true) {
            // The member is known: what it does is said by its code.
            self.after(heap, site, &spec, &mut outcome);
            return outcome;
        }
        // A row for the class that holds the code stands for the code; an override in the app counts before a row.
        let replaced = |def: DefId| stands_for(program, &spec, def);
        let mut entered: Vec<(DefId, Option<Set>)> = Vec::new();
        let mut by_row = spec.effects.is_some() && (targets.list.is_empty() || targets.open);
        let mut own_rows: Vec<Rc<Spec<'_>>> = Vec::new();
        for (def, receiver) in &targets.list {
            if replaced(*def) {
                by_row = true;
            } else if let Some(own) = own_row(self.ctx, *def) {
                own_rows.push(own);
            } else if !(spec.effects.is_some() && targets.open && targets.list.len() > 3) {
                entered.push((*def, receiver.clone()));
            }
        }
        let strong = entered.len() == 1 && !by_row && !targets.open && own_rows.is_empty();
        let has_own_row = !own_rows.is_empty();
        for own in own_rows {
            let one = self.described(heap, site, &own);
            outcome.ret.join(&one.ret);
            outcome.thrown.join(&one.thrown);
        }
        for (def, receiver) in &entered {
            let mut args = site.args.to_vec();
            if let (Some(receiver), Some(first)) = (receiver, args.first_mut()) {
                *first = receiver.clone();
            }
            self.guard = match receiver {
                Some(receiver) => self.kept_in_containers(receiver),
                None => Set::default(),
            };
            self.guarded = Some(*def).filter(|_| !self.guard.is_empty());
            let one = self.enter(heap, site.offset, *def, &args, strong, What::Call);
            self.guard = Set::default();
            self.guarded = None;
            outcome.ret.join(&one.ret);
            outcome.thrown.join(&one.thrown);
            outcome.never_returns = strong && one.never_returns;
        }
        if targets.cut {
            outcome.ret = outcome.ret.marked(CUT_TARGETS);
        }
        if by_row {
            let one = self.described(heap, site, &spec);
            let calls_back = Effect::each(spec.effects.as_deref().unwrap_or_default())
                .any(|effect| matches!(effect, Effect::Call { .. }));
            // What is taken back is not handed over.
            let takes_back = spec.effects.iter().flatten().any(|effect| {
                matches!(effect, Effect::Cancel(place)
                    if matches!(place.base, Base::Arg(_)) && place.path.is_empty())
            });
            if !calls_back && !takes_back {
                let is_own = site
                    .args
                    .first()
                    .is_some_and(|receiver| self.is_component(site, receiver));
                self.escapes(heap, site, &spec, is_own);
            }
            outcome.ret.join(&one.ret);
            outcome.thrown.join(&one.thrown);
            outcome.becomes = one.becomes;
        } else if spec.effects.is_none()
            && (entered.is_empty() && !has_own_row || targets.open)
            && !targets.made_to_order
        {
            let one = self.undescribed(heap, site, &spec);
            outcome.ret.join(&one.ret);
        }
        if site
            .edges
            .iter()
            .any(|edge| matches!(edge.binding, call_graph::Binding::Links(_)))
        {
            let result = outcome.ret.clone();
            let is_later = by_row
                && Effect::each(spec.effects.as_deref().unwrap_or_default())
                    .any(|effect| matches!(effect, Effect::Call { later: true, .. }));
            self.linked(heap, site, &result, is_later);
        }
        self.not_called.clear();
        if by_reflection.is_none() {
            self.proxied(heap, site, &mut outcome);
        }
        self.after(heap, site, &spec, &mut outcome);
        outcome
    }

    /// The receiver of a method of the app is null whenever the call is reached.
    fn is_on_nothing(&self, site: &Site<'_>) -> bool {
        let ctx = self.ctx;
        let null = ctx.constant(&Constant::Int(0));
        site.is_virtual()
            && ctx.is_app_type(ctx.program.method(site.method).class)
            && site.args.first().and_then(Set::constant) == Some(null)
    }

    /// Channel content that a call hands to its operands is there when the call runs what it was given.
    fn taken_before(&mut self, heap: &mut Heap, site: &Site<'_>, spec: &Spec<'_>) {
        use ruleset::schema::dataflow::{Side, SourceData};
        for row in spec
            .sources
            .iter()
            .filter(|row| row.data == SourceData::Input)
        {
            let mut effecting = Effecting::new(site, spec);
            self.typed_text(heap, &mut effecting, row, true);
        }
        let into_operand = spec.channels.iter().any(|end| {
            end.side == Side::Get && end.values.iter().any(|place| place.base != Base::Ret)
        });
        if into_operand {
            let mut effecting = Effecting::new(site, spec);
            self.channels(heap, &mut effecting);
        }
    }

    fn targets(&mut self, heap: &Heap, site: &Site<'_>) -> Targets {
        let ctx = self.ctx;
        let program = ctx.program;
        let row = program.method(site.method);
        let mut out = Targets {
            list: Vec::new(),
            open: false,
            cut: false,
            made_to_order: false,
        };
        let has_code = |def: &DefId| program.def(*def).has_code() && !ctx.is_of_toolkit(*def);
        if !site.is_virtual() {
            let target = program
                .def_of(site.method)
                .or_else(|| program.lookup(row.class, row.selector));
            out.list
                .extend(target.filter(has_code).map(|def| (def, None)));
            return out;
        }
        let receiver = site.args.first().cloned().unwrap_or_default();
        let mut unknown = receiver.refs().next().is_none();
        out.made_to_order = !unknown && receiver.refs().all(|node| self.is_proxied(heap, node));
        for elem in receiver.iter() {
            let Atom::Ref(node) = elem.atom else {
                continue;
            };
            let Some(ty) = self.nodes.ty(node) else {
                // What answers for an object made to order is called apart.
                unknown |= !self.is_proxied(heap, node);
                continue;
            };
            let found = program.lookup(ty, row.selector).filter(has_code);
            match found {
                Some(def) => {
                    let own = out.list.iter_mut().find(|(known, _)| *known == def);
                    match own {
                        Some((_, Some(set))) => {
                            set.add(elem);
                        }
                        _ => out.list.push((def, Some([elem].into_iter().collect()))),
                    }
                }
                None => out.open = true,
            }
        }
        if unknown {
            let known: Vec<DefId> = out.list.iter().map(|(def, _)| *def).collect();
            let open: Set = receiver
                .iter()
                .filter(|elem| match elem.atom {
                    Atom::Ref(node) => {
                        self.nodes.ty(node).is_none() && !self.is_proxied(heap, node)
                    }
                    _ => true,
                })
                .collect();
            let elements: Set = open
                .iter()
                .filter(|elem| match elem.atom {
                    Atom::Ref(node) => self.nodes.get(node).is_some_and(
                        |node| matches!(node.kind, Kind::Load(_, sel) if sel.is_content()),
                    ),
                    _ => false,
                })
                .collect();
            let mut n = 0;
            let mut is_answered = false;
            ctx.watch()
                .ask(|| Question::Answered(site.def, site.offset));
            for edge in site.edges {
                if edge.kind != EdgeKind::Virtual {
                    continue;
                }
                if known.contains(&edge.callee) {
                    // What answers for some elements of a container answers for the others too.
                    if !is_answered && !elements.is_empty() {
                        out.list.push((edge.callee, Some(elements.clone())));
                    }
                    is_answered = true;
                } else {
                    n += 1;
                    if n > MAX_TARGETS {
                        out.cut = true;
                        break;
                    }
                    if has_code(&edge.callee) {
                        out.list.push((edge.callee, Some(open.clone())));
                    }
                }
            }
            if n + usize::from(is_answered) > 1 {
                self.ask(&receiver, false);
            }
            // Where the class named is the app's own, its code answers; else the framework may.
            out.open |= !ctx.is_app_code(row.class) || n == 0 && !is_answered;
        }
        out
    }

    /// Enters a method of the app.
    pub(crate) fn enter(
        &mut self,
        heap: &mut Heap,
        offset: u32,
        def: DefId,
        args: &[Set],
        strong: bool,
        what: What,
    ) -> Outcome {
        let call = (offset, strong, what);
        if self.def.is_none()
            && let Some(outcome) = self.enter_delivered(heap, call, def, args)
        {
            return outcome;
        }
        let delivered = what == What::Callback && self.is_handed_over(def, args);
        if what == What::Callback
            && let Some(outcome) = self.enter_apart(heap, call, def, args, delivered)
        {
            return outcome;
        }
        self.enter_as(heap, call, def, args, delivered)
    }

    /// Enters a method of the app; what the framework delivers is among the arguments when `delivered` says so.
    pub(crate) fn enter_as(
        &mut self,
        heap: &mut Heap,
        (offset, strong, what): (u32, bool, What),
        def: DefId,
        args: &[Set],
        delivered: bool,
    ) -> Outcome {
        let ctx = self.ctx;
        if !ctx.wanted[def] {
            self.unknown_texts(heap, args);
            return self.closed(offset, def, args);
        }
        let generic = Key::generic(def);
        let mut key = ctx.key_id(&generic);
        let is_first = self.used.insert(key);
        let Some(mut summary) = self.known.summary(key) else {
            self.missing.insert(generic);
            return Outcome::default();
        };
        if (delivered || !summary.asks.is_empty()) && summary.cut.is_none() {
            let (types, consts) = self.known_answers(heap, def, &summary.asks, args);
            let special = ctx.special(def, types, consts, delivered);
            if !special.is_generic() {
                let id = ctx.key_id(&special);
                if let Some(found) = self.known.summary(id) {
                    if is_first {
                        self.used.remove(&key);
                    }
                    key = id;
                    summary = found;
                } else {
                    self.used.insert(id);
                    self.missing.insert(special);
                }
            }
        }
        self.apply(
            heap,
            &Entering {
                offset,
                key,
                summary: &summary,
                strong,
                what,
            },
            args,
        )
    }

    /// What this caller knows of what a callee asks for.
    #[expect(
        clippy::type_complexity,
        reason = "the two lists of a key, named there"
    )]
    fn known_answers(
        &mut self,
        heap: &Heap,
        def: DefId,
        asks: &[Ask],
        args: &[Set],
    ) -> (Vec<(Ask, TypeId)>, Vec<(Ask, u32)>) {
        let mut types = Vec::new();
        let mut consts = Vec::new();
        for ask in asks {
            let value = match args.get(usize::from(ask.slot)) {
                Some(value) => value.clone(),
                None if ask.slot == STATICS => self.outside(Kind::Statics),
                None => continue,
            };
            match self.answer(heap, def, ask, value) {
                Some(Answer::Type(ty)) => types.push((ask.clone(), ty)),
                Some(Answer::Constant(id)) => consts.push((ask.clone(), id)),
                None => {}
            }
        }
        (types, consts)
    }

    /// What is known of a part of an argument that a callee asks for.
    pub(crate) fn answer(
        &mut self,
        heap: &Heap,
        def: DefId,
        ask: &Ask,
        mut value: Set,
    ) -> Option<Answer> {
        let ctx = self.ctx;
        for sel in &ask.path {
            self.units += 1;
            if *sel == Sel::Size {
                let size = self.size_of(heap, &value)?;
                return Some(Answer::Constant(ctx.constant(&Constant::Int(size))));
            }
            value = self.load(heap, &value, *sel);
        }
        if !ask.constant {
            return self.exact_type(&value).map(Answer::Type);
        }
        let is_part = matches!(ask.path.last(), Some(Sel::Name(_)));
        let is_told = |id: u32| match ctx.constant_at(id) {
            Some(Constant::Begins(_)) => is_part,
            Some(Constant::Int(_) | Constant::Text(_) | Constant::Member(..)) => true,
            // Classes matter to what looks up members.
            Some(Constant::Type(_)) => ctx.reflection.is_within(def),
            Some(Constant::Static(_)) | None => false,
        };
        // What went into the object as a whole does not change how a part of it begins.
        let named = || {
            let begins = |id: &u32| matches!(ctx.constant_at(*id), Some(Constant::Begins(_)));
            value.named().filter(begins)
        };
        let known = value
            .constant()
            .or_else(|| self.held_for_good(&value))
            .or_else(named);
        if let Some(id) = known
            && is_told(id)
        {
            return Some(Answer::Constant(id));
        }
        let field = self.only_member(&value)?;
        Some(Answer::Constant(ctx.constant(&Constant::Static(field))))
    }

    /// A method through which no information passes: its result is some new object.
    fn closed(&mut self, offset: u32, def: DefId, args: &[Set]) -> Outcome {
        let program = self.ctx.program;
        let spec = self.ctx.spec(program.def(def).method);
        let mut outcome = Outcome {
            never_returns: self.ctx.has_no_return(def) || self.is_refused(def, args),
            ..Outcome::default()
        };
        match spec.returns {
            b'V' => {}
            b'L' | b'[' => {
                if let Some(node) = self.nodes.made(offset, 0, None, !self.loops) {
                    outcome.ret.add(Elem::plain(Atom::Ref(node)));
                }
            }
            _ => {
                let atom = self.ctx.returned_number(def).map_or(Atom::Top, |value| {
                    Atom::Const(self.ctx.constant(&Constant::Int(value)))
                });
                outcome.ret.add(Elem::plain(atom));
            }
        }
        outcome
    }

    /// The method throws whenever it is given what one of the arguments is.
    fn is_refused(&self, def: DefId, args: &[Set]) -> bool {
        if args.iter().all(|arg| arg.constant().is_none()) {
            return false;
        }
        self.ctx.refuses(def).iter().any(|(slot, is_nothing)| {
            let given = args.get(usize::from(*slot)).and_then(Set::constant);
            given
                .and_then(|id| self.ctx.constant_at(id))
                .is_some_and(|value| match value {
                    Constant::Int(value) => (value == 0) == *is_nothing,
                    Constant::Text(_) | Constant::Type(_) => !is_nothing,
                    Constant::Static(_) | Constant::Member(..) | Constant::Begins(_) => false,
                })
        })
    }

    /// A method whose code is not the app's and that no row describes: what goes in may come out, and objects of the
    /// app that it is given may be called back.
    pub(crate) fn undescribed(
        &mut self,
        heap: &mut Heap,
        site: &Site<'_>,
        spec: &Spec<'_>,
    ) -> Outcome {
        let mut outcome = Outcome::default();
        let mut given = Set::default();
        for arg in site.args.iter().skip(site.first()) {
            let taints = self.taints(heap, arg, false);
            given.join(&taints);
        }
        let receiver = (!site.is_static())
            .then(|| site.args.first().cloned())
            .flatten()
            .unwrap_or_default();
        let is_own = self.is_component(site, &receiver);
        let from_receiver = if is_own {
            Set::default()
        } else {
            self.taints(heap, &receiver, false)
        };
        let given = self
            .stepped(&given, site.offset, What::Library)
            .marked(UNDESCRIBED);
        let from_receiver = self
            .stepped(&from_receiver, site.offset, What::Library)
            .marked(UNDESCRIBED);
        // Nothing comes out of a question that is answered by yes or no.
        if !matches!(spec.returns, b'V' | b'Z') {
            outcome.ret.join(&given);
            outcome.ret.join(&from_receiver);
            if matches!(spec.returns, b'L' | b'[') {
                let made = self
                    .nodes
                    .made(site.offset, 0, spec.returns_exact, !self.loops);
                if let Some(node) = made {
                    outcome.ret.add(Elem::plain(Atom::Ref(node)));
                }
            } else {
                outcome.ret.add(Elem::plain(Atom::Top));
            }
        }
        let keeps = spec.is_constructor || spec.returns == b'V' || spec.returns_own;
        if keeps && !is_own && !given.is_empty() {
            for node in receiver.refs().collect::<Vec<_>>() {
                heap.add(&mut self.nodes, node, Sel::Whole, &given);
            }
        }
        if spec.returns_own && !site.is_static() {
            outcome.ret.join(&receiver);
        }
        self.escapes(heap, site, spec, is_own);
        outcome
    }

    /// The receiver is a component of the app talking to the framework about itself.
    fn is_component(&self, site: &Site<'_>, receiver: &Set) -> bool {
        if site.is_static() {
            return false;
        }
        let program = self.ctx.program;
        let class = program.method(site.method).class;
        let is_component = |ty: TypeId| self.ctx.intents.is_component(ty);
        is_component(class)
            || receiver.refs().any(|node| {
                self.nodes.ty(node).is_some_and(is_component)
                    || (self.params_of(&Set::one(Atom::Ref(node))).next() == Some(0)
                        && !program.def(site.def).is_static()
                        && is_component(program.holder(site.def)))
            })
    }

    /// Objects of the app that go to code that is not seen.
    fn escapes(&mut self, heap: &mut Heap, site: &Site<'_>, spec: &Spec<'_>, is_own: bool) {
        let program = self.ctx.program;
        for param in spec.params.iter().filter(|param| param.is_object) {
            let Some(ty) = param.ty else { continue };
            // The type that all objects have tells of no callback.
            if program.is_leaf(ty)
                || self.ctx.is_app_code(ty)
                || program.superclass(ty).is_none()
                    && program.framework_type(ty).is_some()
                    && !self.is_interface(ty)
            {
                continue;
            }
            let Some(arg) = site.args.get(site.first() + usize::from(param.slot)) else {
                continue;
            };
            self.escape(heap, site, arg, Some(ty), false);
        }
        // A thread that is started, a task that is executed: methods of its own framework class are called.
        if site.is_virtual() && !is_own {
            let class = program.method(site.method).class;
            let above = program.first_external(class).unwrap_or(class);
            if !self.ctx.is_app_code(above)
                && let Some(receiver) = site.args.first()
                && program.superclass(above).is_some()
            {
                // Nobody has an object that is being made: what it is told to do is done when it is ready.
                let is_being_made = self.ctx.spec(program.def(site.def).method).is_constructor
                    && receiver.refs().all(|node| {
                        matches!(self.nodes.get(node), Some(node) if node.kind == Kind::Param(0))
                    });
                self.escape(heap, site, receiver, Some(above), is_being_made);
            }
        }
    }

    pub(crate) fn is_interface(&self, ty: TypeId) -> bool {
        let program = self.ctx.program;
        program
            .framework_type(ty)
            .is_some_and(|number| program.framework().is_interface(number))
    }

    fn escape(
        &mut self,
        heap: &mut Heap,
        site: &Site<'_>,
        arg: &Set,
        ty: Option<TypeId>,
        is_later: bool,
    ) {
        let which = Which::Overrides(ty);
        let receiver: Set = arg
            .iter()
            .filter(|elem| match elem.atom {
                Atom::Ref(node) => match self.nodes.ty(node) {
                    Some(own) => !self.callback_targets(own, &which, None).is_empty(),
                    None => self.nodes.is_outside(node),
                },
                _ => false,
            })
            .collect();
        if receiver.is_empty() {
            return;
        }
        let later = is_later || Self::is_queued(site.edges);
        let deferred = Deferred {
            offset: site.offset,
            receiver,
            which,
            args: Vec::new(),
            later,
        };
        if !later {
            self.run(heap, &deferred);
        }
        self.defer(&deferred);
    }

    /// What a call yields by itself: information, ways out, channel content.
    fn after(&mut self, heap: &mut Heap, site: &Site<'_>, spec: &Spec<'_>, outcome: &mut Outcome) {
        let here: Vec<u32> = self
            .ctx
            .sources
            .at(site.def, site.offset)
            .iter()
            .filter(|(_, yields)| *yields == Yields::Here)
            .map(|(id, _)| *id)
            .collect();
        if here.is_empty()
            && spec.sources.is_empty()
            && spec.openers.is_empty()
            && spec.channels.is_empty()
        {
            return;
        }
        let mut effecting = Effecting::new(site, spec);
        effecting.ret = std::mem::take(&mut outcome.ret);
        self.yield_sources(heap, &mut effecting, &here);
        self.channels(heap, &mut effecting);
        self.open_ways(heap, &mut effecting);
        outcome.ret = effecting.ret;
        outcome.thrown.join(&effecting.thrown);
    }

    /// Value of a static field that never changes.
    pub(crate) fn static_constant(&self, field: FieldId) -> Set {
        let found = self.ctx.static_constant(field);
        found.map_or_else(Set::default, |value| {
            Set::one(Atom::Const(self.ctx.constant(&value)))
        })
    }
}

impl Ctx<'_, '_> {
    /// The constant that a static field holds for good.
    pub(crate) fn static_constant(&self, field: FieldId) -> Option<Constant> {
        self.static_value(field, || self.find_static(field))
    }

    fn find_static(&self, field: FieldId) -> Option<Constant> {
        let ctx = self;
        let program = ctx.program;
        let row = program.field(field);
        let Some(class) = program.class_of(row.class) else {
            let class = program.descriptor(row.class);
            return match program.framework().constant(class, program.name(row.name)) {
                Some(("I" | "J" | "S" | "B" | "Z" | "C", value)) => {
                    value.parse().ok().map(Constant::Int)
                }
                Some(("class", value)) => program.find_type(value.as_bytes()).map(Constant::Type),
                Some((_, value)) => Some(Constant::Text(value.into())),
                None => None,
            };
        };
        let class = program.class(class);
        let file = &program.dex(class.dex).file;
        let Ok(def) = file.class_def(ClassDefIdx(class.class_def)) else {
            return None;
        };
        let Ok(Some(data)) = file.class_data(&def) else {
            return None;
        };
        let is_reflected = || {
            let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
            ctx.reflection.fields.contains(&Sel::Field(number))
        };
        for (declared, value) in data.static_fields().zip(file.static_values(&def)) {
            let (Ok(declared), Ok(value)) = (declared, value) else {
                break;
            };
            if program.dex_field(class.dex, declared.field) != Some(field) {
                continue;
            }
            // `final` is access flag 0x10.
            if declared.access_flags & 0x10 == 0 && is_reflected() {
                return None;
            }
            if declared.access_flags & 0x10 == 0 && ctx.is_written(field) {
                let is_zero = matches!(
                    value,
                    EncodedValue::Boolean(false) | EncodedValue::Int(0) | EncodedValue::Short(0)
                );
                if !is_zero {
                    return None;
                }
                break;
            }
            return match value {
                EncodedValue::String(text) => match program.string_at(class.dex, text.0) {
                    Some(bytes) => {
                        let text = byte_reader::mutf8::decode_printable(bytes).text;
                        Some(Constant::Text(text.as_ref().into()))
                    }
                    None => None,
                },
                EncodedValue::Int(value) => Some(Constant::Int(i64::from(value))),
                EncodedValue::Short(value) => Some(Constant::Int(i64::from(value))),
                EncodedValue::Byte(value) => Some(Constant::Int(i64::from(value))),
                EncodedValue::Char(value) => Some(Constant::Int(i64::from(value))),
                EncodedValue::Long(value) => Some(Constant::Int(value)),
                // A final object field without a value here is set by the initialiser.
                EncodedValue::Boolean(value) => Some(Constant::Int(i64::from(value))),
                _ => None,
            };
        }
        // A number that nothing ever writes is 0, also where the file gives no value for it.
        let is_number = |ty: TypeId| !matches!(program.descriptor(ty).first(), Some(b'L' | b'['));
        if is_number(row.ty)
            && program.class_of(row.class).is_some()
            && !is_reflected()
            && (!ctx.is_written(field) || ctx.stays_zero(field))
        {
            return Some(Constant::Int(0));
        }
        None
    }
}

impl Frame<'_, '_, '_> {
    /// Components that an intent object reaches as far as its parts say: class first, else action. `None` when neither
    /// is known here.
    pub(crate) fn targets_of(
        &mut self,
        heap: &Heap,
        intent: NodeId,
    ) -> Option<Vec<(TypeId, bool)>> {
        let ctx = self.ctx;
        let base = Set::one(Atom::Ref(intent));
        let mut out: Vec<(TypeId, bool)> = Vec::new();
        // The address of a provider of the app.
        if let Some(url) = heap.cells.get(&(intent, Sel::Name(ctx.name("url"))))
            && let Some(Constant::Text(text)) = url.constant().and_then(|id| ctx.constant_at(id))
            && let Some(provider) = ctx.intents.provider_at(&text)
        {
            out.extend(provider.into_iter().map(|ty| (ty, true)));
            return Some(out);
        }
        let component = self.load(heap, &base, Sel::Name(ctx.name("component")));
        let mut known = false;
        for id in component.constants() {
            match ctx.constant_at(id) {
                Some(Constant::Type(ty)) => {
                    known = true;
                    out.push((ty, true));
                }
                Some(Constant::Text(text)) => {
                    known = true;
                    out.extend(ctx.intents.named(&text).map(|ty| (ty, true)));
                }
                _ => {}
            }
        }
        if known {
            return Some(out);
        }
        let is_open =
            |set: &Set| set.refs().next().is_some() || set.iter().any(|elem| elem.atom.is_taint());
        if is_open(&component) {
            return None;
        }
        let action = self.load(heap, &base, Sel::Name(ctx.name("action")));
        action.constants().next()?;
        let texts = |frame: &Self, set: &Set| -> Vec<String> {
            let all: Option<Vec<String>> = set
                .iter()
                .map(|elem| match elem.atom {
                    Atom::Const(id) => match frame.ctx.constant_at(id) {
                        Some(Constant::Text(text)) => Some(text.to_string()),
                        _ => None,
                    },
                    _ => None,
                })
                .collect();
            all.unwrap_or_default()
        };
        let held = self.load(heap, &base, Sel::Name(ctx.name("category")));
        let categories = texts(self, &held);
        let held = self.load(heap, &base, Sel::Name(ctx.name("type")));
        let types = texts(self, &held);
        let media_type = match types.as_slice() {
            [one] => Some(one.as_str()),
            _ => None,
        };
        let held = self.load(heap, &base, Sel::Name(ctx.name("data")));
        let held = self.load(heap, &held, Sel::Name(ctx.name("url")));
        let addresses = texts(self, &held);
        let address = match addresses.as_slice() {
            [one] => Some(one.as_str()),
            _ => None,
        };
        for id in action.constants() {
            if let Some(Constant::Text(text)) = ctx.constant_at(id) {
                known = true;
                let found = ctx
                    .intents
                    .with_action(&text, &categories, media_type, address);
                out.extend(found.into_iter().map(|ty| (ty, true)));
            }
        }
        known.then_some(out)
    }
}
