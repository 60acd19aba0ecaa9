//! Reachability: which methods can run, with virtual calls resolved over the types that reachable code makes.
//!
//! The framework's code is not analysed. An object that the app makes may be called back on every method with which
//! its class overrides a framework method; such an edge leaves from the place that makes the object.

use std::rc::Rc;

use dex_parse::{CallSiteIdx, EncodedValue, MethodHandleMember};
use program_model::{
    DefId, DexId, Event, EventKind, IdVec, MethodId, NameId, Program, SelectorId, TypeId,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Types seen below a receiver before the search turns to the candidates instead.
const SUBTREE_FACTOR: usize = 4;

/// Superclasses looked at for overridden methods.
const MAX_SUPERCLASSES: usize = 512;

/// What is reachable.
#[derive(Debug)]
pub(crate) struct Reach {
    pub(crate) reached: IdVec<DefId, bool>,
    pub(crate) instantiated: IdVec<TypeId, bool>,
    /// Targets of each virtual or interface call that the app could answer, in the order found.
    pub(crate) targets: FxHashMap<MethodId, Vec<DefId>>,
    /// Methods called back when a class is made.
    pub(crate) callbacks: FxHashMap<TypeId, Vec<DefId>>,
    /// Static initialisers that run when a class is first used, superclasses included.
    pub(crate) initialisers: FxHashMap<TypeId, Vec<DefId>>,
    /// Resolved edges.
    pub(crate) n_edges: u64,
}

type MemberSet = FxHashSet<(NameId, u32)>;

struct Solver<'p, 'a> {
    program: &'p Program<'a>,
    by_selector: BySelector,
    clinit: Option<SelectorId>,
    out: Reach,
    work: Vec<DefId>,
    /// Methods by class that layouts name: called back like overridden framework methods.
    handlers: FxHashMap<TypeId, Vec<DefId>>,
    called_on: FxHashMap<TypeId, Vec<(SelectorId, MethodId)>>,
    seen_call: IdVec<MethodId, bool>,
    pairs: FxHashSet<(MethodId, DefId)>,
    framework_members: FxHashMap<TypeId, Option<Rc<MemberSet>>>,
    called_back: IdVec<TypeId, bool>,
    visited: IdVec<TypeId, u32>,
    stamp: u32,
}

/// The app's virtual methods by selector, packed.
struct BySelector {
    ends: Vec<u32>,
    defs: Vec<DefId>,
}

impl BySelector {
    fn new(program: &Program<'_>) -> Self {
        let mut rows: Vec<(SelectorId, DefId)> = Vec::with_capacity(program.n_defs());
        for (def, row) in program.defs() {
            if !row.is_static() && !row.is_private() && !row.is_abstract() {
                rows.push((program.method(row.method).selector, def));
            }
        }
        let mut ends = vec![0u32; program.n_selectors()];
        for (selector, _) in &rows {
            ends[selector.index()] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            let n = *end;
            *end = sum;
            sum += n;
        }
        let mut defs = vec![DefId::from_index(0); sum as usize];
        for (selector, def) in rows {
            let end = &mut ends[selector.index()];
            defs[*end as usize] = def;
            *end += 1;
        }
        Self { ends, defs }
    }

    fn get(&self, selector: SelectorId) -> &[DefId] {
        let n = selector.index();
        let start = n.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.defs[start as usize..self.ends[n] as usize]
    }
}

/// Finds all that can run when the framework makes the classes in `roots`.
pub(crate) fn solve(
    program: &Program<'_>,
    roots: impl Iterator<Item = TypeId>,
    handlers: &[(TypeId, DefId)],
) -> Reach {
    let mut solver = Solver {
        program,
        by_selector: BySelector::new(program),
        clinit: program.find_selector(b"<clinit>", b"()V"),
        out: Reach {
            reached: IdVec::filled(false, program.n_defs()),
            instantiated: IdVec::filled(false, program.n_types()),
            targets: FxHashMap::default(),
            callbacks: FxHashMap::default(),
            initialisers: FxHashMap::default(),
            n_edges: 0,
        },
        work: Vec::new(),
        handlers: FxHashMap::default(),
        called_on: FxHashMap::default(),
        seen_call: IdVec::filled(false, program.n_methods()),
        pairs: FxHashSet::default(),
        framework_members: FxHashMap::default(),
        called_back: IdVec::filled(false, program.n_types()),
        visited: IdVec::filled(0, program.n_types()),
        stamp: 0,
    };
    for (ty, def) in handlers {
        solver.handlers.entry(*ty).or_default().push(*def);
    }
    for ty in roots {
        solver.instantiate(ty);
        for def in constructors(program, ty) {
            solver.reach(def);
        }
    }
    while let Some(def) = solver.work.pop() {
        solver.process(def);
    }
    solver.out
}

impl Solver<'_, '_> {
    fn reach(&mut self, def: DefId) {
        self.out.n_edges += 1;
        if !self.out.reached[def] {
            self.out.reached[def] = true;
            self.work.push(def);
        }
    }

    fn process(&mut self, def: DefId) {
        let program = self.program;
        let dex = program.dex_of(def);
        for event in program.events(def) {
            match event.kind {
                EventKind::InvokeVirtual | EventKind::InvokeInterface => {
                    if let Some(method) = program.method_at(dex, event.index) {
                        self.call(method);
                    }
                }
                EventKind::InvokeSuper | EventKind::InvokeDirect | EventKind::InvokeStatic => {
                    if let Some(method) = program.method_at(dex, event.index) {
                        if event.kind == EventKind::InvokeStatic {
                            self.init_class(program.method(method).class);
                        }
                        if let Some(target) = exact_target(program, method) {
                            self.reach(target);
                        }
                    }
                }
                EventKind::NewInstance => {
                    if let Some(ty) = program.type_at(dex, event.index) {
                        self.instantiate(ty);
                    }
                }
                EventKind::StaticGet | EventKind::StaticPut => {
                    if let Some(field) = program.field_at(dex, event.index) {
                        self.init_class(program.field(field).class);
                    }
                }
                EventKind::InvokeCustom => {
                    for target in custom_targets(program, dex, event) {
                        self.reach(target);
                    }
                }
                _ => {}
            }
        }
    }

    /// A virtual or interface call, resolved once per method named.
    fn call(&mut self, method: MethodId) {
        if std::mem::replace(&mut self.seen_call[method], true) {
            return;
        }
        let program = self.program;
        let row = program.method(method);
        let candidates = self.by_selector.get(row.selector).len();
        if candidates == 0 {
            return;
        }
        self.called_on
            .entry(row.class)
            .or_default()
            .push((row.selector, method));
        let found = self.instantiated_below(row.class, candidates * SUBTREE_FACTOR + 16);
        if let Some(types) = found {
            for ty in types {
                if let Some(target) = program.lookup(ty, row.selector) {
                    self.add_target(method, target);
                }
            }
            return;
        }
        // The receiver has many subtypes: look from the side of the methods instead.
        for n in 0..candidates {
            let target = self.by_selector.get(row.selector)[n];
            let holder = program.class(program.def(target).class).ty;
            let top = if program.is_subtype(holder, row.class) {
                holder
            } else {
                row.class
            };
            let related =
                program.is_subtype(holder, row.class) || program.is_subtype(row.class, holder);
            let holder_is_interface = program.class(program.def(target).class).is_interface();
            if !related && !holder_is_interface {
                continue;
            }
            if self
                .some_instantiated_below(top, |ty| program.lookup(ty, row.selector) == Some(target))
            {
                self.add_target(method, target);
            }
        }
    }

    fn add_target(&mut self, method: MethodId, target: DefId) {
        if self.pairs.insert((method, target)) {
            self.out.targets.entry(method).or_default().push(target);
            self.reach(target);
        }
    }

    /// Instantiated types at or below `top`; `None` when there are more types than `limit` to look at.
    fn instantiated_below(&mut self, top: TypeId, limit: usize) -> Option<Vec<TypeId>> {
        let mut found = Vec::new();
        let complete = self.walk_below(top, limit, |ty, instantiated| {
            if instantiated {
                found.push(ty);
            }
            false
        });
        complete.then_some(found)
    }

    fn some_instantiated_below(&mut self, top: TypeId, test: impl Fn(TypeId) -> bool) -> bool {
        let mut hit = false;
        self.walk_below(top, usize::MAX, |ty, instantiated| {
            hit = instantiated && test(ty);
            hit
        });
        hit
    }

    /// Visits types at and below `top` until `stop` says so; false when the limit was met.
    fn walk_below(
        &mut self,
        top: TypeId,
        limit: usize,
        mut stop: impl FnMut(TypeId, bool) -> bool,
    ) -> bool {
        self.stamp += 1;
        let mut stack = vec![top];
        let mut n = 0;
        while let Some(ty) = stack.pop() {
            if std::mem::replace(&mut self.visited[ty], self.stamp) == self.stamp {
                continue;
            }
            n += 1;
            if n > limit {
                return false;
            }
            if stop(ty, self.out.instantiated[ty]) {
                return true;
            }
            stack.extend_from_slice(self.program.subtypes(ty));
        }
        true
    }

    fn init_class(&mut self, ty: TypeId) {
        if self.out.initialisers.contains_key(&ty) || self.program.class_of(ty).is_none() {
            return;
        }
        let program = self.program;
        let mut list = Vec::new();
        if let Some(clinit) = self.clinit {
            for class in std::iter::once(ty).chain(program.ancestors(ty).iter().copied()) {
                let is_class = program
                    .class_of(class)
                    .is_some_and(|id| !program.class(id).is_interface());
                if is_class || class == ty {
                    list.extend(program.declared(class, clinit));
                }
            }
        }
        for def in &list {
            self.reach(*def);
        }
        self.out.initialisers.insert(ty, list);
    }

    fn instantiate(&mut self, ty: TypeId) {
        let program = self.program;
        if program.class_of(ty).is_none() || std::mem::replace(&mut self.out.instantiated[ty], true)
        {
            return;
        }
        self.init_class(ty);
        for above in std::iter::once(ty).chain(program.ancestors(ty).iter().copied()) {
            let n = self.called_on.get(&above).map_or(0, Vec::len);
            for k in 0..n {
                let Some((selector, method)) = self
                    .called_on
                    .get(&above)
                    .and_then(|list| list.get(k))
                    .copied()
                else {
                    continue;
                };
                if let Some(target) = program.lookup(ty, selector) {
                    self.add_target(method, target);
                }
            }
        }
        self.call_back(ty);
    }

    /// Methods of `ty`, own and inherited from app classes, that override a framework method.
    fn call_back(&mut self, ty: TypeId) {
        let program = self.program;
        let mut found = Vec::new();
        let external: Vec<TypeId> = program
            .ancestors(ty)
            .iter()
            .copied()
            .filter(|above| program.class_of(*above).is_none())
            .collect();
        let mut here = Some(ty);
        // A ring of superclasses would have no end.
        for _ in 0..MAX_SUPERCLASSES {
            let Some(holder) = here else { break };
            let Some(class) = program.class_of(holder) else {
                break;
            };
            found.extend(self.handlers.get(&holder).into_iter().flatten().copied());
            let done = holder != ty && self.called_back[holder];
            for above in &external {
                // What a superclass overrides of its own supertypes was found when it was first met.
                if done && program.is_subtype(holder, *above) {
                    continue;
                }
                let members = self.members(*above);
                for def in program.class(class).methods() {
                    let row = program.def(def);
                    if row.is_static() || row.is_private() || row.is_abstract() {
                        continue;
                    }
                    let selector = program.method(row.method).selector;
                    let (name, _) = program.selector(selector);
                    if program.name(name).starts_with(b"<") {
                        continue;
                    }
                    let n = program.n_params(selector);
                    let is_callback = members.as_ref().is_none_or(|set| set.contains(&(name, n)));
                    if is_callback && !found.contains(&def) {
                        found.push(def);
                    }
                }
            }
            self.called_back[holder] = true;
            here = program.superclass(holder);
        }
        for def in &found {
            self.reach(*def);
        }
        if !found.is_empty() {
            self.out.callbacks.insert(ty, found);
        }
    }

    /// Names and parameter counts of the instance methods that a framework type declares; `None` when the type is
    /// not modelled, so that any method may be called back.
    fn members(&mut self, ty: TypeId) -> Option<Rc<MemberSet>> {
        let program = self.program;
        self.framework_members
            .entry(ty)
            .or_insert_with(|| {
                let number = program.framework_type(ty)?;
                let mut set = MemberSet::default();
                program.framework().methods(number, &mut |name, _, n| {
                    if let Some(name) = program.find_name(name.as_bytes()) {
                        set.insert((name, n));
                    }
                });
                Some(Rc::new(set))
            })
            .clone()
    }
}

/// Constructors of a class that the framework makes: components by the one without arguments, views and fragments by
/// whichever fits, so all of them.
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

/// Target of a static, direct or super call inside the app.
pub(crate) fn exact_target(program: &Program<'_>, method: MethodId) -> Option<DefId> {
    if let Some(def) = program.def_of(method) {
        return Some(def);
    }
    let row = program.method(method);
    program.lookup(row.class, row.selector)
}

/// Methods that a call site made by a bootstrap method may call: every method handle among its arguments.
pub(crate) fn custom_targets(program: &Program<'_>, dex: DexId, event: &Event) -> Vec<DefId> {
    let file = &program.dex(dex).file;
    let Ok(site) = file.call_site(CallSiteIdx(event.index)) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for value in site.args.take(64) {
        if let Ok(EncodedValue::MethodHandle(handle)) = value
            && let Ok(handle) = file.method_handle(handle)
            && let MethodHandleMember::Method(method) = handle.member
            && let Some(method) = program.dex_method(dex, method)
            && let Some(target) = exact_target(program, method)
        {
            out.push(target);
        }
    }
    out
}
