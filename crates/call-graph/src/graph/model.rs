//! The tables of callbacks as one program names them; refuses to look at code.

use std::cell::RefCell;
use std::rc::Rc;

use byte_reader::mutf8::decode_printable;
use program_model::{DefId, IdVec, MethodId, NameId, Program, ProtoId, SelectorId, TypeId};
use ruleset::schema::{CallKind, CallbackFile};
use rustc_hash::{FxHashMap, FxHashSet};

use super::edge::{EdgeKind, LinkEnd, ValueLink};
use super::glob;
use crate::events::Matches;
use crate::index::Index;

/// Word of a row that passes no value.
const NOTHING: &str = "nothing";

/// Which operand of a call is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Object {
    This,
    Arg(u32),
    Each,
    /// The class constant in a declared parameter.
    ClassArg(u32),
    /// The class constant that the call is made on.
    ClassThis,
    /// Classes that the app registers for the class constant in a declared parameter.
    Services(u32),
    /// What the collection in a declared parameter holds.
    Inside(u32),
    /// What a call of this name gave before to the same object, in an argument.
    Listener(NameId, u32),
}

/// A method that is called back.
#[derive(Debug, Clone)]
pub(crate) enum Call {
    Exact(SelectorId),
    Named(NameId),
    Annotated(TypeId),
    /// Methods of any class that carry the annotation and take the object as their first parameter.
    Takers(TypeId),
    Constructors,
    /// Those whose name is the constant in a declared parameter.
    NamedArg(u32),
}

/// A call that hands an object over.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) object: Object,
    pub(crate) of: Option<TypeId>,
    pub(crate) calls: Vec<Call>,
    pub(crate) kind: EdgeKind,
    /// Texts of the links, in the catalogue's form.
    pub(crate) links: Vec<String>,
    /// The object made must then be used by a method of one of these names, or leave the method.
    pub(crate) if_used: Vec<NameId>,
    /// The row is about such a use, whether or not the program has a method of that name.
    pub(crate) needs_use: bool,
}

impl Rule {
    /// The declared parameter with the name of the methods called, when the row has one.
    pub(crate) fn named_by(&self) -> Option<u32> {
        self.calls.iter().find_map(|call| match call {
            Call::NamedArg(arg) => Some(*arg),
            _ => None,
        })
    }
}

/// A call that starts a component.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    pub(crate) arg: u32,
    pub(crate) component: String,
    pub(crate) kind: EdgeKind,
}

/// A row that a call matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Row {
    Rule(u32),
    Start(u32),
}

/// Methods of one class with a name that reflection looks up.
const MAX_OVERLOADS: usize = 16;

/// The shape of the methods with a name and a number of parameters, `None` when it is not known or there are several.
type MemberSet = FxHashMap<(NameId, u32), Option<u64>>;

/// Parameters of which the shape is told.
const MAX_SHAPE: usize = 16;

/// Which parameters of a prototype are objects, and which number the others are: what overrides a method has its shape,
/// whatever the types of its parameters are called.
fn shape(proto: &[u8]) -> u64 {
    let mut out = 1u64;
    let mut n = 0;
    let mut rest = proto.iter().skip(1);
    while let Some(byte) = rest.next().filter(|byte| **byte != b')' && n < MAX_SHAPE) {
        let mut kind = *byte;
        while kind == b'[' {
            kind = match rest.next() {
                Some(b'[') => b'[',
                // An array is an object.
                Some(b'L') => b'L',
                _ => 0,
            };
        }
        if kind == b'L' {
            let _ = rest.by_ref().find(|byte| **byte == b';');
        }
        let code = match kind {
            b'Z' => 1,
            b'B' => 2,
            b'S' => 3,
            b'C' => 4,
            b'I' => 5,
            b'J' => 6,
            b'F' => 7,
            b'D' => 8,
            _ => 0,
        };
        out = out.wrapping_mul(16) | code;
        n += 1;
    }
    out
}

/// The framework may call a method with this selector as one of the members.
fn is_member(program: &Program<'_>, members: &MemberSet, selector: SelectorId) -> bool {
    let (name, proto) = program.selector(selector);
    members
        .get(&(name, program.n_params(selector)))
        .is_some_and(|known| known.is_none_or(|known| known == shape(program.proto(proto))))
}

/// Methods by the class of the object that they take.
type Takers = Rc<Vec<(TypeId, DefId)>>;

/// Methods that the framework may call, with what makes it call.
type Overrides = Rc<[(DefId, EdgeKind)]>;

/// A reference parameter of a prototype: operand after the receiver, and its type (the element's for an array).
#[derive(Debug, Clone, Copy)]
pub(crate) struct RefParam {
    pub(crate) slot: u16,
    pub(crate) ty: TypeId,
    pub(crate) is_array: bool,
}

/// Names, numbers of parameters and shapes.
type Members = Rc<[(NameId, u32, Option<u64>)]>;

/// The tables of one program.
pub(crate) struct Model<'p, 'a> {
    program: &'p Program<'a>,
    table: &'p CallbackFile<'static>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) starts: Vec<Start>,
    pub(crate) rows: Matches<MethodId, Row>,
    /// Names of calls that register who other calls call at once.
    pub(crate) registering: Vec<NameId>,
    /// Concrete classes of the app at or below a type, counted up to 2.
    pub(crate) concrete: IdVec<TypeId, u8>,
    untracked: FxHashSet<TypeId>,
    parts: FxHashSet<TypeId>,
    uncalled: FxHashSet<TypeId>,
    kinds: RefCell<FxHashMap<(TypeId, NameId), EdgeKind>>,
    /// Rows of the table of types that speak of a type, in its order.
    kind_rows: RefCell<FxHashMap<TypeId, Rc<[usize]>>>,
    closed: RefCell<FxHashMap<TypeId, bool>>,
    members: RefCell<FxHashMap<TypeId, Option<Rc<MemberSet>>>>,
    /// Of framework types by number.
    own_members: RefCell<FxHashMap<u32, Members>>,
    params: RefCell<FxHashMap<ProtoId, Rc<[RefParam]>>>,
    overrides: RefCell<FxHashMap<(TypeId, TypeId), Overrides>>,
    takers: RefCell<FxHashMap<TypeId, Takers>>,
    /// The type of constant texts.
    pub(super) text_type: Option<TypeId>,
}

pub(crate) fn edge_kind(kind: CallKind) -> EdgeKind {
    match kind {
        CallKind::Sync => EdgeKind::Sync,
        CallKind::Async => EdgeKind::Async,
        CallKind::Delayed => EdgeKind::Delayed,
        CallKind::Result => EdgeKind::Result,
        CallKind::Lifecycle => EdgeKind::Lifecycle,
        CallKind::User => EdgeKind::User,
        CallKind::Refuse => EdgeKind::Refuse,
        CallKind::Event => EdgeKind::Event,
        CallKind::Scheduled => EdgeKind::Scheduled,
        CallKind::Bridge => EdgeKind::Bridge,
    }
}

impl<'p, 'a> Model<'p, 'a> {
    /// True for a call that takes back what was handed over elsewhere.
    pub(crate) fn takes_back(&self, method: MethodId) -> bool {
        let (name, _) = self.program.selector(self.program.method(method).selector);
        let name = self.program.name(name);
        self.table
            .takes_back
            .iter()
            .any(|pattern| super::glob::fits(pattern.as_bytes(), name))
    }

    pub(crate) fn new(program: &'p Program<'a>, index: &'p Index<'_>) -> Self {
        let table = &index.catalogues.callbacks;
        let mut out = Self {
            program,
            table,
            rules: Vec::new(),
            starts: Vec::new(),
            rows: Matches::default(),
            registering: Vec::new(),
            concrete: count_concrete(program),
            untracked: table
                .untracked
                .iter()
                .filter_map(|name| program.find_type(name.as_bytes()))
                .collect(),
            parts: table
                .parts
                .iter()
                .filter_map(|name| program.find_type(name.as_bytes()))
                .collect(),
            uncalled: table
                .uncalled
                .iter()
                .filter_map(|name| program.find_type(name.as_bytes()))
                .collect(),
            kinds: RefCell::default(),
            kind_rows: RefCell::default(),
            closed: RefCell::default(),
            members: RefCell::default(),
            own_members: RefCell::default(),
            params: RefCell::default(),
            overrides: RefCell::default(),
            takers: RefCell::default(),
            text_type: table
                .text_type
                .as_ref()
                .and_then(|name| program.find_type_named(name)),
        };
        let mut named: FxHashMap<NameId, Vec<(TypeId, Option<ProtoId>, Row)>> =
            FxHashMap::default();
        for row in &table.registrations {
            let Some(place) = method_name(program, &row.method) else {
                continue;
            };
            let number = u32::try_from(out.rules.len()).unwrap_or(u32::MAX);
            if let Some(rule) = rule(program, row) {
                if let Object::Listener(name, _) = rule.object
                    && !out.registering.contains(&name)
                {
                    out.registering.push(name);
                }
                out.rules.push(rule);
                let (class, name, proto) = place;
                named
                    .entry(name)
                    .or_default()
                    .push((class, proto, Row::Rule(number)));
            }
        }
        for row in &table.starts {
            let Some((class, name, proto)) = method_name(program, &row.method) else {
                continue;
            };
            let number = u32::try_from(out.starts.len()).unwrap_or(u32::MAX);
            out.starts.push(Start {
                arg: row.arg,
                component: row.component.to_string(),
                kind: edge_kind(row.kind),
            });
            named
                .entry(name)
                .or_default()
                .push((class, proto, Row::Start(number)));
        }
        for (id, method) in program.methods() {
            let (name, proto) = program.selector(method.selector);
            let Some(list) = named.get(&name) else {
                continue;
            };
            for (class, wanted, row) in list {
                if wanted.is_none_or(|wanted| wanted == proto)
                    && program.is_subtype(method.class, *class)
                    && (program.class_of(*class).is_some()
                        || program.lookup(method.class, method.selector).is_none())
                {
                    out.rows.add(id, *row);
                }
            }
        }
        out
    }

    /// True when every row that a call fits speaks of listeners registered before.
    pub(crate) fn only_listeners(&self, method: MethodId) -> bool {
        self.rows.get(method).iter().all(|row| match row {
            Row::Rule(number) => {
                matches!(self.rules[*number as usize].object, Object::Listener(..))
            }
            Row::Start(_) => false,
        })
    }

    /// True when several classes of the app may stand behind the type, so that it is worth following which do.
    pub(crate) fn is_tracked(&self, ty: TypeId) -> bool {
        self.concrete[ty] >= 2 && !self.untracked.contains(&ty)
    }

    /// Packages of the views that layouts name without one.
    pub(crate) fn view_packages(&self) -> &'p [ruleset::Text<'static>] {
        &self.table.view_packages
    }

    /// True for a type so general that any object may stand behind it.
    pub(crate) fn is_untracked(&self, ty: TypeId) -> bool {
        self.untracked.contains(&ty)
    }

    /// True for a type whose objects are parts of the object that was asked for them: of the framework when that is.
    pub(crate) fn is_part(&self, ty: TypeId) -> bool {
        self.parts.contains(&ty)
    }

    /// True when the framework could call back objects handed over as this type.
    pub(crate) fn may_call_back(&self, ty: TypeId) -> bool {
        self.concrete[ty] >= 1
            && !self.untracked.contains(&ty)
            && !self.uncalled.contains(&ty)
            && self.program.class_of(ty).is_none()
    }

    /// Reference parameters of a prototype.
    pub(crate) fn params(&self, proto: ProtoId) -> Rc<[RefParam]> {
        if let Some(known) = self.params.borrow().get(&proto) {
            return Rc::clone(known);
        }
        let program = self.program;
        let mut out = Vec::new();
        let mut slot = 0u16;
        let mut rest = program.proto(proto).strip_prefix(b"(").unwrap_or(&[]);
        while let Some((len, wide)) = crate::constants::parameter(rest) {
            let text = rest.get(..len).unwrap_or_default();
            let element = text
                .iter()
                .position(|byte| *byte != b'[')
                .and_then(|at| text.get(at..))
                .unwrap_or_default();
            if element.first() == Some(&b'L')
                && let Some(ty) = program.find_type(element)
            {
                out.push(RefParam {
                    slot,
                    ty,
                    is_array: element.len() < text.len(),
                });
            }
            slot = slot.saturating_add(if wide { 2 } else { 1 });
            rest = rest.get(len..).unwrap_or_default();
        }
        let out: Rc<[RefParam]> = out.into();
        self.params.borrow_mut().insert(proto, Rc::clone(&out));
        out
    }

    /// Return type of a prototype when it is a class.
    pub(crate) fn returns(&self, proto: ProtoId) -> Option<TypeId> {
        let text = self.program.proto(proto);
        let at = text.iter().position(|byte| *byte == b')')?;
        let ty = text.get(at + 1..)?;
        (ty.first() == Some(&b'L'))
            .then(|| self.program.find_type(ty))
            .flatten()
    }

    /// What makes the framework call a method of an object handed over as `ty`.
    pub(crate) fn kind(&self, ty: TypeId, name: NameId) -> EdgeKind {
        if let Some(known) = self.kinds.borrow().get(&(ty, name)) {
            return *known;
        }
        let method = self.program.name(name);
        let kind = self
            .kind_rows(ty)
            .iter()
            .filter_map(|row| self.table.types.get(*row))
            .find(|row| {
                row.method
                    .as_ref()
                    .is_none_or(|pattern| glob::fits(pattern.as_bytes(), method))
            })
            .map_or(EdgeKind::Escape, |row| edge_kind(row.kind));
        self.kinds.borrow_mut().insert((ty, name), kind);
        kind
    }

    /// Rows of the table of types that speak of the type: few types are asked for, with many names each.
    fn kind_rows(&self, ty: TypeId) -> Rc<[usize]> {
        if let Some(known) = self.kind_rows.borrow().get(&ty) {
            return Rc::clone(known);
        }
        let class = self.program.descriptor(ty);
        let rows = self.table.types.iter().enumerate();
        let found: Rc<[usize]> = rows
            .filter(|(_, row)| glob::fits(row.r#type.as_bytes(), class))
            .map(|(number, _)| number)
            .collect();
        self.kind_rows.borrow_mut().insert(ty, Rc::clone(&found));
        found
    }

    /// True when calls on objects of the type call back only by a registration.
    pub(crate) fn is_closed(&self, ty: TypeId) -> bool {
        if let Some(known) = self.closed.borrow().get(&ty) {
            return *known;
        }
        let program = self.program;
        let closed = std::iter::once(ty)
            .chain(program.ancestors(ty).iter().copied())
            .any(|above| {
                let class = program.descriptor(above);
                self.table
                    .types
                    .iter()
                    .any(|row| row.closed && glob::fits(row.r#type.as_bytes(), class))
            });
        self.closed.borrow_mut().insert(ty, closed);
        closed
    }

    /// Names and parameter counts of the instance methods of a framework type and its supertypes; `None` when one of
    /// them is not modelled, so that any method may be called back.
    fn members(&self, ty: TypeId) -> Option<Rc<MemberSet>> {
        if let Some(known) = self.members.borrow().get(&ty) {
            return known.clone();
        }
        let program = self.program;
        let all = std::iter::once(ty).chain(program.ancestors(ty).iter().copied());
        let mut set = Some(MemberSet::default());
        for above in all {
            if program.class_of(above).is_some() {
                continue;
            }
            let Some(number) = program.framework_type(above) else {
                set = None;
                break;
            };
            // What every object has is called by tables only.
            let framework = program.framework();
            if framework.superclass(number).is_none() && !framework.is_interface(number) {
                continue;
            }
            if let Some(set) = &mut set {
                for (name, n, shape) in self.own_members(number).iter() {
                    set.entry((*name, *n))
                        .and_modify(|known| {
                            // Of several any will do.
                            if known != shape {
                                *known = None;
                            }
                        })
                        .or_insert(*shape);
                }
            }
        }
        let set = set.map(Rc::new);
        self.members.borrow_mut().insert(ty, set.clone());
        set
    }

    /// Those that a framework type has of its own, of names that the app knows.
    fn own_members(&self, number: u32) -> Members {
        if let Some(known) = self.own_members.borrow().get(&number) {
            return Rc::clone(known);
        }
        let program = self.program;
        let mut out = Vec::new();
        program.framework().methods(number, &mut |name, proto, n| {
            let shape = proto.map(|proto| shape(proto.as_bytes()));
            out.extend(
                program
                    .find_name(name.as_bytes())
                    .map(|name| (name, n, shape)),
            );
        });
        let out: Members = out.into();
        self.own_members
            .borrow_mut()
            .insert(number, Rc::clone(&out));
        out
    }

    /// Methods of `ty` that the framework may call on an object handed over as `as_type`, with what makes it call.
    pub(crate) fn overrides(&self, ty: TypeId, as_type: TypeId) -> Rc<[(DefId, EdgeKind)]> {
        if let Some(known) = self.overrides.borrow().get(&(ty, as_type)) {
            return Rc::clone(known);
        }
        let program = self.program;
        let called_as = self.called_as(ty, as_type);
        let members = self.members(called_as);
        let mut out = Vec::new();
        self.each_method(ty, |def, selector, name| {
            if members
                .as_ref()
                .is_none_or(|set| is_member(program, set, selector))
            {
                out.push((def, self.kind(called_as, name)));
            }
        });
        let out: Rc<[(DefId, EdgeKind)]> = out.into();
        self.overrides
            .borrow_mut()
            .insert((ty, as_type), Rc::clone(&out));
        out
    }

    /// The type whose methods the framework may call on an object of class `ty` that was handed over as `as_type`: a
    /// framework superclass that is the type itself may call everything of its own, as a task its end after its run.
    fn called_as(&self, ty: TypeId, as_type: TypeId) -> TypeId {
        let program = self.program;
        program
            .first_external(ty)
            .filter(|base| program.is_subtype(*base, as_type))
            .unwrap_or(as_type)
    }

    /// Selectors that the framework may call on any object handed over as the type, of those that the app defines.
    pub(crate) fn selectors_of(
        &self,
        as_type: TypeId,
        defs: impl Iterator<Item = DefId>,
    ) -> Vec<(SelectorId, EdgeKind)> {
        let program = self.program;
        let mut out = Vec::new();
        // The methods of one class stand together.
        let mut last = None;
        for def in defs {
            let class = program.def(def).class;
            let (as_type, members) = match &last {
                Some((known, as_type, members)) if *known == class => (*as_type, members),
                _ => {
                    // Which of several classes it is, is not known.
                    let as_type = if self.concrete[as_type] < 2 {
                        self.called_as(program.class(class).ty, as_type)
                    } else {
                        as_type
                    };
                    let (_, as_type, members) =
                        last.insert((class, as_type, self.members(as_type)));
                    (*as_type, &*members)
                }
            };
            let selector = program.method(program.def(def).method).selector;
            let (name, _) = program.selector(selector);
            if !program.name(name).starts_with(b"<")
                && members
                    .as_ref()
                    .is_none_or(|set| is_member(program, set, selector))
            {
                out.push((selector, self.kind(as_type, name)));
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Methods of a class and its superclasses in the app with this name, the nearest class that has any.
    pub(crate) fn methods_named(&self, ty: TypeId, name: &str) -> Vec<DefId> {
        let program = self.program;
        let supers = program.ancestors(ty).iter().copied();
        for holder in std::iter::once(ty).chain(supers) {
            let Some(class) = program.class_of(holder) else {
                continue;
            };
            let found: Vec<DefId> = program
                .class(class)
                .methods()
                .filter(|def| {
                    let row = program.def(*def);
                    let (own, _) = program.selector(program.method(row.method).selector);
                    !row.is_abstract() && decode_printable(program.name(own)).text == name
                })
                .take(MAX_OVERLOADS)
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Every method that an object of exactly `ty` answers with code of the app, constructors left out.
    pub(crate) fn each_method(&self, ty: TypeId, mut each: impl FnMut(DefId, SelectorId, NameId)) {
        let program = self.program;
        for holder in std::iter::once(ty).chain(program.ancestors(ty).iter().copied()) {
            let Some(class) = program.class_of(holder) else {
                continue;
            };
            for def in program.class(class).methods() {
                let row = program.def(def);
                if row.is_static() || row.is_private() || row.is_abstract() {
                    continue;
                }
                let selector = program.method(row.method).selector;
                let (name, _) = program.selector(selector);
                if !program.name(name).starts_with(b"<")
                    && (holder == ty || program.lookup(ty, selector) == Some(def))
                {
                    each(def, selector, name);
                }
            }
        }
    }

    /// Methods of the program that carry the annotation, by the class of their first parameter.
    fn takers(&self, annotation: TypeId) -> Rc<Vec<(TypeId, DefId)>> {
        if let Some(known) = self.takers.borrow().get(&annotation) {
            return Rc::clone(known);
        }
        let program = self.program;
        let mut out = Vec::new();
        for (def, row) in program.defs() {
            if row.is_static() || row.is_abstract() {
                continue;
            }
            let (_, proto) = program.selector(program.method(row.method).selector);
            if let Some(first) = self.params(proto).first()
                && first.slot == 0
                && !first.is_array
                && has_annotation(program, def, annotation)
            {
                out.push((first.ty, def));
            }
        }
        let out = Rc::new(out);
        self.takers.borrow_mut().insert(annotation, Rc::clone(&out));
        out
    }

    /// Methods that a rule calls on an object of exactly `ty`.
    pub(crate) fn called_by(&self, rule: &Rule, ty: TypeId) -> Vec<DefId> {
        let program = self.program;
        let mut out = Vec::new();
        if rule.of.is_some_and(|of| !program.is_subtype(ty, of)) {
            return out;
        }
        for call in &rule.calls {
            match call {
                Call::Exact(selector) => out.extend(program.lookup(ty, *selector)),
                Call::Named(wanted) => self.each_method(ty, |def, _, name| {
                    if name == *wanted {
                        out.push(def);
                    }
                }),
                Call::Annotated(annotation) => self.each_method(ty, |def, _, _| {
                    if has_annotation(program, def, *annotation) {
                        out.push(def);
                    }
                }),
                Call::Takers(annotation) => out.extend(
                    self.takers(*annotation)
                        .iter()
                        .filter(|(taken, _)| program.is_subtype(ty, *taken))
                        .map(|(_, def)| *def),
                ),
                Call::Constructors => out.extend(constructors(program, ty)),
                // Only the call at hand tells the name.
                Call::NamedArg(_) => {}
            }
        }
        out
    }

    /// The links of a rule for one callback at a site whose other callbacks on the same object are `others`.
    pub(crate) fn links(
        &self,
        rule: &Rule,
        this: Option<u16>,
        callee: DefId,
        ty: TypeId,
        slots: impl Fn(u32) -> Option<u16>,
    ) -> Vec<ValueLink> {
        let program = self.program;
        let name_of = |def: DefId| {
            let (name, _) = program.selector(program.method(program.def(def).method).selector);
            program.name(name)
        };
        if rule.links.iter().any(|text| text == NOTHING) {
            return Vec::new();
        }
        let mut out: Vec<ValueLink> = this
            .map(|operand| ValueLink {
                from: LinkEnd::Operand(operand),
                to: LinkEnd::Param(0),
            })
            .into_iter()
            .collect();
        for text in &rule.links {
            let Some((from, to)) = text.split_once(" -> ") else {
                continue;
            };
            let own = name_of(callee);
            let to = match to.split_once(' ') {
                Some((name, number)) if name.as_bytes() == own => {
                    let wanted: u32 = number.parse().unwrap_or(0);
                    param_slot(program, callee, wanted).map(LinkEnd::Param)
                }
                None if to == "return" => Some(LinkEnd::Result),
                _ => None,
            };
            let Some(to) = to else { continue };
            let operand = |word: &str| match word {
                "this" => Some(0),
                number => number.parse().ok().and_then(&slots),
            };
            let from = match from.split_once(' ') {
                Some(("arg", number)) => operand(number).map(LinkEnd::Operand),
                Some(("inside", word)) => operand(word).map(LinkEnd::Inside),
                _ if from == "this" => Some(LinkEnd::Operand(0)),
                _ if from == "return" => Some(LinkEnd::Result),
                _ if from.as_bytes() == own => Some(LinkEnd::Return),
                _ => {
                    let mut other = None;
                    self.each_method(ty, |def, _, name| {
                        if program.name(name) == from.as_bytes() {
                            other = other.or(Some(def));
                        }
                    });
                    other.map(LinkEnd::ReturnOf)
                }
            };
            if let Some(from) = from
                && from != to
            {
                out.push(ValueLink { from, to });
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// Argument register of a declared parameter of a method.
pub(crate) fn param_slot(program: &Program<'_>, def: DefId, wanted: u32) -> Option<u16> {
    let row = program.def(def);
    let (_, proto) = program.selector(program.method(row.method).selector);
    let mut rest = program.proto(proto).strip_prefix(b"(")?;
    let mut slot = u16::from(!row.is_static());
    for _ in 0..wanted {
        let (len, wide) = crate::constants::parameter(rest)?;
        slot = slot.saturating_add(if wide { 2 } else { 1 });
        rest = rest.get(len..)?;
    }
    crate::constants::parameter(rest).map(|_| slot)
}

/// Constructors of a class.
pub(crate) fn constructors(program: &Program<'_>, ty: TypeId) -> Vec<DefId> {
    let Some(class) = program.class_of(ty) else {
        return Vec::new();
    };
    let is_constructor = |def: &DefId| {
        let (name, _) = program.selector(program.method(program.def(*def).method).selector);
        program.name(name) == b"<init>"
    };
    program
        .class(class)
        .methods()
        .filter(is_constructor)
        .collect()
}

/// Who takes a posted event runs when it is posted, not when it registers: callbacks at a registration give way to those
/// at a post.
pub(super) fn told_by_posts(model: &Model<'_, '_>, sites: &mut [super::Site]) {
    let called_by = |site: &super::Site, takes: bool| {
        let super::Purpose::Rule(number, _) = site.purpose else {
            return false;
        };
        let calls = &model.rules[number as usize].calls;
        calls.iter().any(|call| match call {
            Call::Takers(_) => takes,
            Call::Annotated(annotation) => !takes && model.takers.borrow().contains_key(annotation),
            _ => false,
        })
    };
    let mut posted: FxHashSet<DefId> = FxHashSet::default();
    for site in sites.iter().filter(|site| called_by(site, true)) {
        posted.extend(site.pairs.iter().map(|pair| pair.callee));
    }
    if posted.is_empty() {
        return;
    }
    for site in sites.iter_mut() {
        if called_by(site, false) {
            site.pairs.retain(|pair| !posted.contains(&pair.callee));
        }
    }
}

/// True when the method carries the annotation.
fn has_annotation(program: &Program<'_>, def: DefId, annotation: TypeId) -> bool {
    let row = program.def(def);
    let class = program.class(row.class);
    let file = &program.dex(class.dex).file;
    let Ok(item) = file.class_def(dex_parse::ClassDefIdx(class.class_def)) else {
        return false;
    };
    let Ok(Some(directory)) = file.annotations(&item) else {
        return false;
    };
    for entry in directory.methods() {
        let (method, set) = entry;
        let Ok(set) = set else { continue };
        if program.dex_method(class.dex, method) != Some(row.method) {
            continue;
        }
        return set.iter().any(|one| {
            one.is_ok_and(|one| program.dex_type(class.dex, one.ty) == Some(annotation))
        });
    }
    false
}

/// Concrete classes of the app at or below each type, counted up to 2.
fn count_concrete(program: &Program<'_>) -> IdVec<TypeId, u8> {
    let mut out = IdVec::filled(0u8, program.n_types());
    for (_, class) in program.classes() {
        if class.is_abstract() || class.is_interface() {
            continue;
        }
        for ty in std::iter::once(class.ty).chain(program.ancestors(class.ty).iter().copied()) {
            let count = &mut out[ty];
            *count = (*count + 1).min(2);
        }
    }
    out
}

pub(crate) fn method_name(
    program: &Program<'_>,
    text: &str,
) -> Option<(TypeId, NameId, Option<ProtoId>)> {
    let (class, rest) = text.split_once("->")?;
    let class = program.find_type(class.as_bytes())?;
    let (name, proto) = match rest.find('(') {
        Some(at) => {
            let (name, proto) = rest.split_at_checked(at)?;
            (name, Some(program.find_proto(proto.as_bytes())?))
        }
        None => (rest, None),
    };
    Some((class, program.find_name(name.as_bytes())?, proto))
}

fn rule(program: &Program<'_>, row: &ruleset::schema::Registration<'_>) -> Option<Rule> {
    let object = match row.object.as_str() {
        "this" => Object::This,
        "each" => Object::Each,
        "class this" => Object::ClassThis,
        text if text.starts_with("listener ") => {
            let (arg, name) = text.strip_prefix("listener ")?.split_once(" of ")?;
            Object::Listener(program.find_name(name.as_bytes())?, arg.parse().ok()?)
        }
        text => match text.split_once(' ')? {
            ("arg", number) => Object::Arg(number.parse().ok()?),
            ("class", number) => Object::ClassArg(number.parse().ok()?),
            ("inside", number) => Object::Inside(number.parse().ok()?),
            ("services", number) => Object::Services(number.parse().ok()?),
            _ => return None,
        },
    };
    let of = match &row.of {
        Some(name) => Some(program.find_type(name.as_bytes())?),
        None => None,
    };
    let calls: Vec<Call> = row
        .calls
        .iter()
        .filter_map(|text| {
            if text.as_str() == "<init>" {
                return Some(Call::Constructors);
            }
            if let Some(number) = text.strip_prefix("named ") {
                return number.parse().ok().map(Call::NamedArg);
            }
            if let Some(annotation) = text.strip_prefix("takers @") {
                return program.find_type(annotation.as_bytes()).map(Call::Takers);
            }
            if let Some(annotation) = text.strip_prefix('@') {
                return program
                    .find_type(annotation.as_bytes())
                    .map(Call::Annotated);
            }
            match text.find('(').and_then(|at| text.split_at_checked(at)) {
                Some((name, proto)) => program
                    .find_selector(name.as_bytes(), proto.as_bytes())
                    .map(Call::Exact),
                None => program.find_name(text.as_bytes()).map(Call::Named),
            }
        })
        .collect();
    (!calls.is_empty()).then(|| Rule {
        object,
        of,
        calls,
        kind: edge_kind(row.kind),
        links: row.links.iter().map(ToString::to_string).collect(),
        if_used: row
            .if_used
            .iter()
            .filter_map(|name| program.find_name(name.as_bytes()))
            .collect(),
        needs_use: !row.if_used.is_empty(),
    })
}
