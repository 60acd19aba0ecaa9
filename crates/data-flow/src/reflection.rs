//! Members looked up by name: which the app has under the names that reach a look-up, and calls and reads through
//! them. Refuses to guess a name that no constant gives.

use std::rc::Rc;

use call_graph::{CallGraph, Const, Constants, EdgeKind, Index};
use program_model::{DefId, EventKind, MethodId, Program, TypeId};
use ruleset::schema::{ReflectionRule, Reflects};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::apply::Outcome;
use crate::cache::{Question, View, Watch, Watched};
use crate::call::Site;
use crate::context::{Constant, Ctx};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::members::{self, ALL, FIELDS};
use crate::node::Sel;
use crate::spec::Spec;
use crate::summary::{Deferred, What, Which};
use crate::value::{Atom, Elem, NodeId, REFLECTED, Set};

/// Look-ups by name of one app whose names are worked out.
const MAX_LOOKUPS: usize = 1_000;
/// Members that look-ups may give, for the search that tells them not apart.
const MAX_MEMBERS: usize = 128;
/// Calls and reads through looked-up members.
const MAX_USES: usize = 256;
/// Superclasses looked at.
const MAX_CHAIN: usize = 32;
/// Classes with a field of one name, where it is not known which class is meant.
const MAX_DECLARING: usize = 4;
/// Methods of one class with one name.
const MAX_OVERLOADS: usize = 16;
/// Interfaces that objects may be made to order for.
const MAX_ORDERED: usize = 256;
/// Name of constructors in DEX files.
const CONSTRUCTOR: &str = "<init>";
/// Part of an exception that holds the one behind it.
const CAUSE: &str = "cause";
/// Part of an object made to order that holds the object which answers for it.
const PROXIED: &str = "proxied";

/// What is known of reflection before any method is looked into.
#[derive(Debug, Default)]
pub(crate) struct Reflection {
    rules: FxHashMap<MethodId, (Reflects, Option<u32>)>,
    /// Names at a look-up.
    names: FxHashMap<(DefId, u32), Vec<Rc<str>>>,
    /// Methods of the app that may be called through a look-up.
    pub(crate) targets: Vec<DefId>,
    known: FxHashSet<DefId>,
    /// Fields that may be read through one.
    pub(crate) fields: Watched<FxHashSet<Sel>>,
    /// Calls and reads through looked-up members.
    pub(crate) uses: Vec<(DefId, u32)>,
    /// What is called through a look-up may be a way out of the framework.
    leads_outside: bool,
    /// Methods with a look-up, or a use of one.
    within: FxHashSet<DefId>,
    /// Interfaces of the app that objects may be made to order for.
    ordered: FxHashSet<TypeId>,
    /// Parameters of look-ups that hold the types of the parameters, by method.
    types: FxHashMap<MethodId, u32>,
    /// Methods that make objects to order.
    pub(crate) makers: Vec<DefId>,
    /// What summaries ask is noted here.
    watch: Rc<Watch>,
}

impl Reflection {
    /// Works out the names at all look-ups of reached code.
    pub(crate) fn new<'x>(
        ctx: &Ctx<'_, '_>,
        program: &'x Program<'_>,
        index: &'x Index<'x>,
        graph: &'x CallGraph,
        rules: &[ReflectionRule<'_>],
        watch: &Rc<Watch>,
    ) -> Self {
        let mut out = Self {
            fields: Watched::new(FxHashSet::default(), None, watch),
            watch: Rc::clone(watch),
            ..Self::default()
        };
        let mut by_member = FxHashMap::default();
        for rule in rules {
            let Some((class, member)) = rule.method.as_str().split_once("->") else {
                continue;
            };
            let Some((name, proto)) = member.find('(').and_then(|at| member.split_at_checked(at))
            else {
                continue;
            };
            if let (Some(ty), Some(selector)) = (
                program.find_type(class.as_bytes()),
                program.find_selector(name.as_bytes(), proto.as_bytes()),
            ) {
                by_member.insert((ty, selector), (rule.does, rule.name, rule.types));
            }
        }
        out.order(ctx, graph);
        if by_member.is_empty() {
            return out;
        }
        for (id, row) in program.methods() {
            if let Some((does, name, types)) = by_member.get(&(row.class, row.selector)) {
                out.rules.insert(id, (*does, *name));
                if let Some(types) = types {
                    out.types.insert(id, *types);
                }
            }
        }
        let mut constants = Constants::new(program, index, graph);
        let mut n = 0;
        for (def, row) in program.defs() {
            if !row.has_code() || !graph.runs(def) {
                continue;
            }
            let dex = program.dex_of(def);
            for event in program.events(def) {
                let called = event
                    .kind
                    .is_plain_invoke()
                    .then(|| program.method_at(dex, event.index))
                    .flatten();
                let Some((does, name)) = called.and_then(|method| out.rules.get(&method).copied())
                else {
                    continue;
                };
                n += 1;
                if n > MAX_LOOKUPS {
                    return out;
                }
                out.within.insert(def);
                out.site(ctx, &mut constants, (def, event.offset), does, name);
            }
        }
        out
    }

    fn site(
        &mut self,
        ctx: &Ctx<'_, '_>,
        constants: &mut Constants<'_, '_>,
        (def, offset): (DefId, u32),
        does: Reflects,
        name: Option<u32>,
    ) {
        let names: Vec<Rc<str>> = match (does, name) {
            (Reflects::Class | Reflects::Method | Reflects::Field, Some(arg)) => constants
                .argument(def, offset, arg)
                .texts()
                .map(Into::into)
                .collect(),
            (Reflects::Constructor | Reflects::NewInstance, _) => vec![CONSTRUCTOR.into()],
            _ => Vec::new(),
        };
        if matches!(
            does,
            Reflects::Invoke | Reflects::Get | Reflects::NewInstance
        ) && self.uses.len() < MAX_USES
        {
            self.uses.push((def, offset));
        }
        let is_member = !matches!(
            does,
            Reflects::Class | Reflects::Invoke | Reflects::Get | Reflects::Set
        );
        let names = match does {
            Reflects::Methods => vec![ALL.into()],
            Reflects::Fields => vec![FIELDS.into()],
            _ => names,
        };
        if is_member && !names.is_empty() {
            let mut classes: Vec<TypeId> = constants
                .receiver(def, offset)
                .values
                .into_iter()
                .filter_map(|value| match value {
                    Const::Type(ty) => Some(ty),
                    Const::Text(text) => class_named(ctx.program, &text),
                    _ => None,
                })
                .collect();
            let is_list = matches!(does, Reflects::Methods | Reflects::Fields);
            if classes.is_empty() && !is_list && does != Reflects::NewInstance {
                // The class of some object: mostly its own, else one of the few that have such a field.
                classes.push(ctx.program.class(ctx.program.def(def).class).ty);
                if does == Reflects::Field {
                    for name in &names {
                        classes.extend(with_field(ctx, name));
                    }
                }
            }
            for name in &names {
                for class in &classes {
                    let is_field = matches!(does, Reflects::Field | Reflects::Fields);
                    self.leads_outside |=
                        !is_field && !ctx.is_app_type(*class) && ctx.leads_outside(*class, name);
                    self.member(ctx, *class, name, is_field);
                }
            }
            for edge in ctx.edges(def).iter() {
                if edge.offset == offset
                    && edge.kind == EdgeKind::Reflection
                    && self.targets.len() < MAX_MEMBERS
                    && self.known.insert(edge.callee)
                {
                    self.targets.push(edge.callee);
                }
            }
        }
        if does == Reflects::Class || is_member {
            self.names.insert((def, offset), names);
        }
    }

    fn member(&mut self, ctx: &Ctx<'_, '_>, class: TypeId, name: &str, is_field: bool) {
        if self.targets.len() + self.fields.len() >= MAX_MEMBERS {
            return;
        }
        if is_field {
            for (sel, number) in fields_named(ctx, class, name).into_iter().flatten() {
                self.fields.insert(sel);
                // Marks of static fields are of this kind.
                self.fields.insert(Sel::Key(number));
            }
            return;
        }
        for target in methods_named(ctx.program, class, name) {
            if self.known.insert(target) {
                self.targets.push(target);
            }
        }
    }

    /// Notes the interfaces of the app that objects may be made to order for: those whose class object is named. Their
    /// methods are called through what the handler is given.
    fn order(&mut self, ctx: &Ctx<'_, '_>, graph: &CallGraph) {
        if ctx.proxies.is_empty() {
            return;
        }
        let program = ctx.program;
        let makers: FxHashSet<_> = ctx
            .makers
            .iter()
            .filter_map(|name| program.find_name(name.as_bytes()))
            .collect();
        let mut named_at: Vec<(DefId, TypeId)> = Vec::new();
        for (def, row) in program.defs() {
            if !row.has_code() || !graph.is_reached(def) {
                continue;
            }
            let dex = program.dex_of(def);
            for event in program.events(def) {
                let makes = event.kind.is_plain_invoke()
                    && program.method_at(dex, event.index).is_some_and(|method| {
                        let row = program.method(method);
                        makers.contains(&program.selector(row.selector).0)
                            && program.framework_type(row.class).is_some()
                    });
                if makes && self.makers.len() < MAX_ORDERED && self.makers.last() != Some(&def) {
                    self.makers.push(def);
                }
                let named = (event.kind == EventKind::ConstClass)
                    .then(|| program.type_at(dex, event.index))
                    .flatten();
                let is_interface = named
                    .and_then(|ty| program.class_of(ty))
                    .is_some_and(|class| program.class(class).is_interface());
                if let (Some(ty), true) = (named, is_interface) {
                    named_at.push((def, ty));
                }
            }
        }
        for (def, ty) in named_at {
            // One that classes of the app implement is made to order where it is named together with the call.
            let fits = program.subtypes(ty).is_empty() || self.makers.contains(&def);
            if fits && self.ordered.len() < MAX_ORDERED {
                self.ordered.insert(ty);
            }
        }
        let mut list: Vec<TypeId> = self.ordered.iter().copied().collect();
        list.sort_unstable();
        for ty in list {
            let Some(class) = program.class_of(ty) else {
                continue;
            };
            for open in program.class(class).methods() {
                let selector = program.method(program.def(open).method).selector;
                for below in program.subtypes(ty) {
                    let target = program.lookup(*below, selector);
                    if let Some(target) = target.filter(|def| program.def(*def).has_code())
                        && self.targets.len() < MAX_MEMBERS
                        && self.known.insert(target)
                    {
                        self.targets.push(target);
                    }
                }
            }
        }
    }

    /// The method has a look-up, or a use of one.
    pub(crate) fn is_within(&self, def: DefId) -> bool {
        self.watch.ask(|| Question::Within(def));
        self.within.contains(&def)
    }

    /// Objects of the interface may be made to order.
    pub(crate) fn is_ordered(&self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Ordered(ty));
        self.ordered.contains(&ty)
    }

    /// Some method that the program names looks members up.
    pub(crate) fn has_rules(&self) -> bool {
        self.watch.ask(|| Question::AnyRule);
        !self.rules.is_empty()
    }

    /// What a method does as a look-up, and where the name stands.
    pub(crate) fn rule(&self, method: MethodId) -> Option<(Reflects, Option<u32>)> {
        // Told by the name of the method and the catalogues.
        self.rules.get(&method).copied()
    }

    /// The method may be called through a look-up.
    pub(crate) fn is_target(&self, def: DefId) -> bool {
        self.watch.spoil("members looked up by name");
        self.known.contains(&def)
    }

    /// A call of the method is one through a looked-up member.
    pub(crate) fn is_use(&self, method: MethodId) -> bool {
        self.watch.spoil("members looked up by name");
        self.rules
            .get(&method)
            .is_some_and(|(does, _)| matches!(does, Reflects::Invoke | Reflects::NewInstance))
    }

    /// A call through a looked-up member may be a way out.
    pub(crate) fn leads_outside(&self) -> bool {
        self.watch.spoil("members looked up by name");
        self.leads_outside
    }

    /// A call of the method writes a looked-up field.
    pub(crate) fn is_write(&self, method: MethodId) -> bool {
        self.watch.spoil("members looked up by name");
        self.rules
            .get(&method)
            .is_some_and(|(does, _)| *does == Reflects::Set)
    }
}

/// The step to what was thrown inside a call through a looked-up member.
pub(crate) fn cause(ctx: &Ctx<'_, '_>) -> Sel {
    Sel::Name(ctx.name(CAUSE))
}

/// Names that some apps ask for and others do not get their numbers in all.
pub(crate) fn number_names(ctx: &Ctx<'_, '_>) {
    ctx.name(PROXIED);
}

fn class_named(program: View<'_, '_>, name: &str) -> Option<TypeId> {
    program.find_type_named(&format!("L{};", name.replace('.', "/")))
}

/// Methods of the lowest class above that has any of the name.
/// Classes of the app that declare a field of a name, where these are few.
fn with_field(ctx: &Ctx<'_, '_>, name: &str) -> Vec<TypeId> {
    let program = ctx.program.all();
    let Some(name) = program.find_name(name.as_bytes()) else {
        return Vec::new();
    };
    let mut out: Vec<TypeId> = program
        .fields()
        .filter(|(_, row)| row.name == name && program.class_of(row.class).is_some())
        .map(|(_, row)| row.class)
        .collect();
    out.sort_unstable();
    out.dedup();
    if out.len() > MAX_DECLARING {
        out.clear();
    }
    out
}

fn methods_named(program: View<'_, '_>, class: TypeId, name: &str) -> Vec<DefId> {
    if name == ALL || name.contains('|') {
        let Some(id) = program.class_of(class) else {
            return Vec::new();
        };
        let some = (name != ALL).then(|| members::names(program, class, name));
        let some = some.flatten();
        return program
            .class(id)
            .methods()
            .filter(|def| {
                let row = program.def(*def);
                let (name, _) = program.selector(program.method(row.method).selector);
                let name = program.name(name);
                row.has_code()
                    && !name.starts_with(b"<")
                    && some
                        .as_ref()
                        .is_none_or(|list| list.iter().any(|one| one.as_bytes() == name))
            })
            .take(MAX_OVERLOADS)
            .collect();
    }
    let (plain, params) = members::split_params(name);
    let Some(name_id) = program.find_name(plain.as_bytes()) else {
        return Vec::new();
    };
    let fits = |selector: program_model::SelectorId| {
        params.is_none_or(|params| members::has_params(program, selector, params))
    };
    let mut here = Some(class);
    for _ in 0..MAX_CHAIN {
        let Some(id) = here.and_then(|ty| program.class_of(ty)) else {
            break;
        };
        let found: Vec<DefId> = program
            .class(id)
            .methods()
            .filter(|def| {
                let row = program.def(*def);
                // What an interface leaves open is answered by the object that it is called on.
                let selector = program.method(row.method).selector;
                (row.has_code() || row.is_abstract())
                    && program.selector(selector).0 == name_id
                    && fits(selector)
            })
            .take(MAX_OVERLOADS)
            .collect();
        if !found.is_empty() || name == CONSTRUCTOR {
            return found;
        }
        here = program.superclass(program.class(id).ty);
    }
    Vec::new()
}

/// The steps for instance fields of the class or one above, and the numbers of static ones. `None` when there is no such
/// field in the app.
fn fields_named(ctx: &Ctx<'_, '_>, class: TypeId, name: &str) -> Option<Vec<(Sel, u32)>> {
    let program = ctx.program;
    let mut out = Vec::new();
    let is_list = name == FIELDS || name.contains('|');
    for name in members::names(program, class, name)? {
        let mut here = Some(class);
        for _ in 0..MAX_CHAIN {
            let ty = here.filter(|ty| program.class_of(*ty).is_some())?;
            if let Some(id) = members::field_of(program, ty, &name) {
                let number = u32::try_from(id.index()).unwrap_or(u32::MAX);
                out.push((ctx.field_sel(id), number));
                break;
            }
            if is_list {
                break;
            }
            here = program.superclass(ty);
        }
    }
    Some(out).filter(|list| !list.is_empty() || is_list)
}

impl Frame<'_, '_, '_> {
    /// What a call of reflection gives. `Some(true)` when the member is known, so that its code says what the call
    /// does; else the tables say more.
    pub(crate) fn reflect(
        &mut self,
        heap: &mut Heap,
        site: &Site<'_>,
        spec: &Spec<'_>,
        outcome: &mut Outcome,
    ) -> Option<bool> {
        let ctx = self.ctx;
        let program = ctx.program;
        let Some((does, name)) = ctx.reflection.rule(site.method) else {
            // Of calls without parameters only the one that all objects have gives the class of an object.
            let (_, proto) = program.selector(program.method(site.method).selector);
            let is_own = || {
                ctx.is_app_type(program.method(site.method).class)
                    && program.def_of(site.method).is_some()
            };
            if !site.is_static()
                && program.proto(proto) == b"()Ljava/lang/Class;"
                && !is_own()
                && ctx.reflection.has_rules()
            {
                let this = site.args.first().cloned().unwrap_or_default();
                let mut all = this.refs().next().is_some();
                if ctx.reflection.is_within(site.def) {
                    // Callers may know of which class it is.
                    self.ask(&this, false);
                }
                for node in this.refs() {
                    // The class of which a method runs is known where nothing is derived from it.
                    match self.nodes.ty(node) {
                        Some(ty) => {
                            let id = ctx.constant(&Constant::Type(ty));
                            outcome.ret.add(Elem::plain(Atom::Const(id)));
                        }
                        None => all = false,
                    }
                }
                if all {
                    return Some(true);
                }
            }
            return None;
        };
        ctx.watch().spoil("members looked up by name");
        let mut is_known = false;
        let operand = |n: u32| {
            spec.params
                .get(n as usize)
                .and_then(|param| site.args.get(site.first() + usize::from(param.slot)))
                .cloned()
                .unwrap_or_default()
        };
        let this = site.args.first().cloned().unwrap_or_default();
        let mut names: Vec<Rc<str>> = Vec::new();
        if let Some(n) = name {
            let given = operand(n);
            for id in given.constants() {
                if let Some(Constant::Text(text)) = ctx.constant_at(id) {
                    names.push(text);
                }
            }
            self.ask(&given, true);
        }
        if matches!(
            does,
            Reflects::Invoke | Reflects::Get | Reflects::Set | Reflects::Methods | Reflects::Fields
        ) {
            // A member or class that callers give.
            self.ask(&this, true);
        }
        if names.is_empty() {
            let known = ctx.reflection.names.get(&(site.def, site.offset));
            names.extend(known.into_iter().flatten().cloned());
        }
        let held: Vec<Constant> = this
            .constants()
            .filter_map(|id| ctx.constant_at(id))
            .collect();
        let classes: Vec<TypeId> = held
            .iter()
            .filter_map(|constant| match constant {
                Constant::Type(ty) => Some(*ty),
                _ => None,
            })
            .collect();
        let all_known = this
            .iter()
            .all(|elem| matches!(elem.atom, Atom::Const(_) | Atom::Source(_)));
        let mut given = false;
        let mut give = |constant: &Constant| {
            let id = ctx.constant(constant);
            outcome.ret.add(Elem::plain(Atom::Const(id)));
            given = true;
        };
        match does {
            Reflects::Class => {
                for ty in names.iter().filter_map(|name| class_named(program, name)) {
                    give(&Constant::Type(ty));
                }
            }
            Reflects::Method | Reflects::Field => {
                let params = ctx
                    .reflection
                    .types
                    .get(&site.method)
                    .and_then(|n| self.types_in(heap, &operand(*n)));
                for class in &classes {
                    for name in &names {
                        let name = match &params {
                            Some(params) if ctx.is_app_type(*class) => {
                                members::with_params(name, params).into()
                            }
                            _ => Rc::clone(name),
                        };
                        give(&Constant::Member(*class, name));
                    }
                }
            }
            Reflects::Constructor => {
                for class in &classes {
                    give(&Constant::Type(*class));
                }
            }
            Reflects::Methods | Reflects::Fields => {
                let list = if does == Reflects::Fields {
                    FIELDS
                } else {
                    ALL
                };
                let made = self.nodes.made(site.offset, 0, None, !self.loops);
                if let (Some(node), false) = (made, classes.is_empty()) {
                    for class in &classes {
                        let id = ctx.constant(&Constant::Member(*class, list.into()));
                        heap.add(&mut self.nodes, node, Sel::Any, &Set::one(Atom::Const(id)));
                    }
                    outcome.ret.add(Elem::plain(Atom::Ref(node)));
                    is_known = all_known;
                }
            }
            Reflects::NewInstance => {
                let array = operand(0);
                is_known = all_known
                    && !classes.is_empty()
                    && classes.iter().all(|class| ctx.is_app_type(*class));
                for (n, class) in (0u32..).zip(classes.iter().take(8)) {
                    if !ctx.is_app_type(*class) {
                        continue;
                    }
                    let made = self
                        .nodes
                        .made(site.offset, 4096 + n, Some(*class), !self.loops);
                    let Some(node) = made else { continue };
                    let object = Set::one(Atom::Ref(node));
                    self.through(heap, site, *class, CONSTRUCTOR, &object, &array);
                    outcome.ret.join(&object);
                }
            }
            Reflects::Invoke => {
                let (object, array) = (operand(0), operand(1));
                if !self.ctx.proxies.is_empty() || held.is_empty() {
                    // Where callers give the member, they know the object as well.
                    self.ask(&object, false);
                }
                let mut tainted = this.clone();
                // A catalogued member that was looked up by name yields its value when it is called.
                tainted.retain(|atom| matches!(atom, Atom::Source(_)));
                outcome.ret.join(&tainted.marked(REFLECTED));
                is_known = all_known && !held.is_empty();
                for constant in &held {
                    if let Constant::Member(class, name) = constant {
                        if !ctx.is_app_type(*class) {
                            let member = (*class, &**name);
                            match self.call_outside(heap, site, member, &object, &array) {
                                Some(got) => {
                                    outcome.ret.join(&got.ret);
                                    outcome.thrown.join(&got.thrown);
                                }
                                None => is_known = false,
                            }
                            continue;
                        }
                        let got = self.through(heap, site, *class, name, &object, &array);
                        outcome.ret.join(&got.ret);
                        let made = self.nodes.made(site.offset, 8193, None, !self.loops);
                        if let (Some(node), false) = (made, got.thrown.is_empty()) {
                            // It comes as the cause of another.
                            let sel = Sel::Name(ctx.name(CAUSE));
                            heap.add(&mut self.nodes, node, sel, &got.thrown);
                            outcome.thrown.add(Elem::plain(Atom::Ref(node)));
                        }
                    }
                }
            }
            Reflects::Get => {
                let object = operand(0);
                is_known = all_known && !held.is_empty();
                for constant in &held {
                    let Constant::Member(class, name) = constant else {
                        is_known = false;
                        continue;
                    };
                    let Some(list) = fields_named(ctx, *class, name) else {
                        is_known = false;
                        continue;
                    };
                    for (sel, number) in list {
                        let mut set = self.load(heap, &object, sel);
                        let statics = self.outside(crate::node::Kind::Statics);
                        set.join(&self.load(heap, &statics, Sel::Field(number)));
                        outcome.ret.join(&set.marked(REFLECTED));
                    }
                }
            }
            Reflects::Set => {
                let (object, value) = (operand(0), operand(1));
                let value = self.stepped(&value, site.offset, What::FieldWrite);
                let value = value.marked(REFLECTED);
                for constant in &held {
                    let Constant::Member(class, name) = constant else {
                        continue;
                    };
                    let Some(list) = fields_named(ctx, *class, name) else {
                        continue;
                    };
                    is_known = all_known;
                    for (sel, number) in list {
                        if object.refs().next().is_some() {
                            for node in object.refs().collect::<Vec<_>>() {
                                heap.add(&mut self.nodes, node, sel, &value);
                            }
                        } else {
                            let statics = self.outside(crate::node::Kind::Statics);
                            for node in statics.refs().collect::<Vec<_>>() {
                                heap.add(&mut self.nodes, node, Sel::Field(number), &value);
                            }
                        }
                    }
                }
            }
        }
        Some(is_known || (given && all_known))
    }

    /// The descriptors of the types that an array holds, one behind the other, when all are known.
    fn types_in(&mut self, heap: &Heap, array: &Set) -> Option<String> {
        let n = self.length_of(heap, array)?;
        let mut out = String::new();
        for k in 0..n {
            let sel = Sel::Key(self.ctx.constant(&Constant::Int(k)));
            let held = self.load(heap, array, sel);
            let Some(Constant::Type(ty)) = self.ctx.constant_at(held.constant()?) else {
                return None;
            };
            out.push_str(std::str::from_utf8(self.ctx.program.descriptor(ty)).ok()?);
        }
        Some(out)
    }

    /// The object was made to order: another one answers for it.
    pub(crate) fn is_proxied(&self, heap: &Heap, node: NodeId) -> bool {
        // No object is, where nobody makes any: only where one is does it matter who does.
        let is_one = !self.ctx.proxies.unasked().is_empty()
            && heap
                .cells
                .contains_key(&(node, Sel::Name(self.ctx.name(PROXIED))));
        is_one && !self.ctx.proxies.is_empty()
    }

    /// A call of an object that was made to order runs the object which answers for it.
    pub(crate) fn proxied(&mut self, heap: &mut Heap, site: &Site<'_>, outcome: &mut Outcome) {
        // Only interfaces are answered for so.
        if !matches!(site.opcode, 0x72 | 0x78) {
            return;
        }
        let program = self.ctx.program;
        if self.ctx.proxies.unasked().is_empty() {
            // Then nothing is made to order for the interface, which is all that matters here.
            let class = program.method(site.method).class;
            self.ctx.watch().ask(|| Question::Ordered(class));
            return;
        }
        let sel = Sel::Name(self.ctx.name(PROXIED));
        let row = program.method(site.method);
        let receiver = site.args.first().cloned().unwrap_or_default();
        let mut handlers = Set::default();
        let mut open = Set::default();
        for node in receiver.refs() {
            if let Some(held) = heap.cells.get(&(node, sel)) {
                handlers.join(held);
            } else if self.nodes.is_outside(node)
                && self.nodes.ty(node).is_none()
                && self.ctx.reflection.is_ordered(row.class)
                && let Some(load) = self.nodes.load(node, sel)
            {
                // Callers may know who answers for it.
                open.add(Elem::plain(Atom::Ref(load)));
            }
        }
        if handlers.is_empty() && open.is_empty() {
            return;
        }
        let Some(array) = self.nodes.made(site.offset, 8192, None, !self.loops) else {
            return;
        };
        let spec = self.ctx.spec(site.method);
        for (n, param) in (0i64..).zip(&spec.params) {
            let key = Sel::Key(self.ctx.constant(&Constant::Int(n)));
            let arg = site.args.get(site.first() + usize::from(param.slot));
            heap.put(array, key, arg.cloned().unwrap_or_default());
        }
        let n = i64::try_from(spec.params.len()).unwrap_or(i64::MAX);
        let array = Set::one(Atom::Ref(array));
        self.sized(heap, &array, n);
        let (name, _) = program.selector(row.selector);
        let name = byte_reader::mutf8::decode_printable(program.name(name)).text;
        let member = Constant::Member(row.class, name.as_ref().into());
        let member = Set::one(Atom::Const(self.ctx.constant(&member)));
        let args = [receiver, member, array];
        let got = self.call_back(heap, site.offset, &handlers, &Which::Only, &args, false);
        outcome.ret.join(&got.ret.marked(REFLECTED));
        outcome.thrown.join(&got.thrown);
        if !open.is_empty() {
            self.defer(&Deferred {
                offset: site.offset,
                receiver: open,
                which: Which::Only,
                args: args.to_vec(),
                later: false,
            });
        }
    }

    /// Calls the methods of a class by name with the arguments that an array holds.
    fn through(
        &mut self,
        heap: &mut Heap,
        site: &Site<'_>,
        class: TypeId,
        name: &str,
        object: &Set,
        array: &Set,
    ) -> Outcome {
        let ctx = self.ctx;
        let program = ctx.program;
        let mut out = Outcome::default();
        for named in methods_named(program, class, name) {
            let row = program.def(named);
            let selector = program.method(row.method).selector;
            let first = usize::from(!row.is_static());
            let mut list: Vec<DefId> = Vec::new();
            if first == 1 && name != CONSTRUCTOR && !row.is_private() {
                list.extend(
                    object
                        .refs()
                        .filter_map(|node| self.nodes.ty(node))
                        .filter_map(|ty| program.lookup(ty, selector))
                        .filter(|def| program.def(*def).has_code()),
                );
            }
            if list.is_empty() && first == 1 {
                self.ask(object, false);
            }
            if list.is_empty() && row.has_code() {
                list.push(named);
            }
            list.sort_unstable();
            list.dedup();
            let spec = ctx.spec(row.method);
            let n = spec
                .params
                .last()
                .map_or(first, |last| first + usize::from(last.slot) + 2);
            let mut slots = vec![Set::one(Atom::Top); n];
            if let (1, Some(slot)) = (first, slots.first_mut()) {
                *slot = object.clone();
            }
            for (k, param) in (0i64..).zip(&spec.params) {
                let sel = Sel::Key(ctx.constant(&Constant::Int(k)));
                let mut value = self.load(heap, array, sel);
                if !param.is_object {
                    // A number is taken out of the object around it.
                    let inner = self.taints(heap, &value, true);
                    value.join(&inner);
                }
                if let Some(slot) = slots.get_mut(first + usize::from(param.slot)) {
                    slot.join(&value.marked(REFLECTED));
                }
            }
            for def in list {
                let one = self.enter(heap, site.offset, def, &slots, false, What::Call);
                out.ret.join(&one.ret.marked(REFLECTED));
                out.thrown.join(&one.thrown);
            }
        }
        out
    }
}
