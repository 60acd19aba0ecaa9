//! Resolution: what can run. Calls are resolved over the types that reach their receiver where several classes could
//! answer, and over the types made so far elsewhere; what is handed to the framework is called back by the tables.

use std::collections::VecDeque;
use std::sync::Mutex;

use dex_parse::{CallSiteIdx, EncodedValue, MethodHandleMember};
use program_model::{
    Body, DefId, DexId, Event, EventKind, IdVec, MethodId, Program, SelectorId, TypeId,
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::edge::{EdgeKind, LinkEnd, ValueLink};
use super::model::{Model, Object};
use super::nodes::{Held, Key, Nodes, Sub};
use super::rta::{BySelector, Rta};
use crate::constants::Sweep;

mod given;
mod listeners;
mod rules;
mod values;

/// Origins of one value looked at.
const MAX_ORIGINS: usize = 24;

/// Related answers to a call that are counted.
const MAX_RELATED: usize = 64;

/// One callback or answer at a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The object's class; for components the component's.
    pub(crate) ty: TypeId,
    pub(crate) callee: DefId,
    pub(crate) kind: EdgeKind,
    pub(crate) links: u32,
}

/// What a site does with the objects that reach it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A call on them.
    Dispatch(MethodId),
    /// They go to the framework as a type, in an operand.
    Handed(TypeId, u16),
    /// They go to the framework by a row of the table, in an operand.
    Rule(u32, Option<u16>),
    /// The row needs a class constant.
    ClassRule(u32, Option<u32>),
    /// A component is started.
    Start(u32),
    /// A method that the framework calls gives them to it.
    Returned(TypeId),
}

/// A place in code whose edges are its own.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    pub(crate) def: DefId,
    pub(crate) offset: u32,
    pub(crate) purpose: Purpose,
    pub(crate) pairs: Vec<Pair>,
    /// Answers that are not told apart by type: shared dispatch and what makes it run.
    pub(crate) shared: Vec<(u32, EdgeKind)>,
    pub(crate) any: bool,
    /// Objects of the framework reach it, so that an empty list of answers is an answer.
    outside: bool,
    /// Objects of unknown class that reach it are of this type, which says more than the method named.
    below: Option<TypeId>,
    args: Vec<(u16, u32)>,
    result: Option<u32>,
}

/// An initialiser list: methods that run when a class is first used.
pub(crate) type Initialisers = FxHashMap<TypeId, Vec<DefId>>;

/// Entry methods of a component: method, what makes the framework call it.
pub(crate) type ComponentEntries = FxHashMap<TypeId, Vec<(DefId, EdgeKind)>>;

mod flag {
    pub(super) const KNOWN: u8 = 1;
    /// The app may answer, in one way only.
    pub(super) const MONO: u8 = 2;
    /// The app may answer in several ways.
    pub(super) const POLY: u8 = 4;
    /// Some argument or the receiver is worth following into the answer.
    pub(super) const ARGS: u8 = 8;
    /// The framework may answer, and could call an argument back.
    pub(super) const HANDS: u8 = 16;
    /// A row of the tables fits.
    pub(super) const ROW: u8 = 32;
    /// The result is worth following.
    pub(super) const RESULT: u8 = 64;
    /// As `HANDS`, and it is worth finding out which class is handed over.
    pub(super) const FOLLOW: u8 = 128;
}

/// The state of the resolution.
pub(crate) struct Solver<'p, 'a> {
    pub(crate) program: &'p Program<'a>,
    pub(crate) model: &'p Model<'p, 'a>,
    pub(crate) by_selector: &'p BySelector,
    clinit: Option<SelectorId>,
    pub(crate) rta: Rta<'p, 'a>,
    pub(crate) reached: IdVec<DefId, bool>,
    /// What was gathered of the code reached so far.
    pub(super) sweep: Mutex<Sweep>,
    work: VecDeque<DefId>,
    pub(crate) sites: Vec<Site>,
    /// By method: its sites, when it was looked at.
    pub(crate) site_range: IdVec<DefId, (u32, u32)>,
    /// What methods that the framework calls return to it.
    pub(crate) returned: FxHashMap<DefId, u32>,
    pub(crate) mono: IdVec<MethodId, u32>,
    pub(crate) initialisers: Initialisers,
    pub(crate) links: Vec<Vec<ValueLink>>,
    link_ids: FxHashMap<Vec<ValueLink>, u32>,
    /// By framework type: what happens to an object of unknown class that is handed over as it.
    /// Methods that registered for events, and posts that wait for one which has not.
    registered: FxHashSet<DefId>,
    unheard: FxHashMap<DefId, Vec<rules::Post>>,
    escapes: FxHashMap<TypeId, Vec<(u32, EdgeKind)>>,
    /// Shared dispatch whose answers the framework calls.
    framework_calls: Vec<bool>,
    called_back: IdVec<DefId, bool>,
    /// Methods whose results go to the framework, and the type as which they do.
    give_back: Vec<(DefId, TypeId)>,
    nodes: Nodes,
    flags: IdVec<MethodId, u8>,
    pub(crate) components: ComponentEntries,
    /// Calls of one body that register who other calls call at once.
    registrations: Option<(DefId, Vec<listeners::Registration>)>,
    /// Sites that need a class constant or an intent, not evaluated yet.
    pub(crate) late: Vec<u32>,
    /// Views of the framework that a place makes by showing a layout: method, offset, descriptor.
    pub(crate) views: Vec<(DefId, u32, String)>,
    /// Texts of the resource table.
    pub(crate) texts: std::sync::Arc<std::collections::BTreeMap<u32, String>>,
    pub(crate) meta_data: Vec<crate::analysis::MetaDatum>,
    /// The package name of the manifest.
    pub(crate) package: String,
    /// Components that run only once code that can run names them.
    pub(super) waiting: std::collections::BTreeSet<TypeId>,
    /// Those of them that were named.
    pub(super) named: Vec<TypeId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Made(TypeId),
    Node(u32),
    Any,
    /// An object of unknown class that was declared as this type.
    Below(TypeId),
    /// An object of the framework that no class of the app can be.
    Outside,
}

impl<'p, 'a> Solver<'p, 'a> {
    pub(crate) fn new(
        program: &'p Program<'a>,
        model: &'p Model<'p, 'a>,
        by_selector: &'p BySelector,
    ) -> Self {
        Self {
            program,
            model,
            by_selector,
            clinit: program.find_selector(b"<clinit>", b"()V"),
            rta: Rta::new(program, by_selector),
            reached: IdVec::filled(false, program.n_defs()),
            sweep: Mutex::default(),
            work: VecDeque::new(),
            sites: Vec::new(),
            site_range: IdVec::filled((0, 0), program.n_defs()),
            returned: FxHashMap::default(),
            mono: IdVec::filled(u32::MAX, program.n_methods()),
            initialisers: FxHashMap::default(),
            links: Vec::new(),
            link_ids: FxHashMap::default(),
            registered: FxHashSet::default(),
            unheard: FxHashMap::default(),
            escapes: FxHashMap::default(),
            framework_calls: Vec::new(),
            called_back: IdVec::filled(false, program.n_defs()),
            give_back: Vec::new(),
            nodes: Nodes::default(),
            flags: IdVec::filled(0, program.n_methods()),
            components: FxHashMap::default(),
            registrations: None,
            late: Vec::new(),
            views: Vec::new(),
            texts: std::sync::Arc::default(),
            meta_data: Vec::new(),
            package: String::new(),
            waiting: std::collections::BTreeSet::new(),
            named: Vec::new(),
        }
    }

    /// The framework makes an object of the class and calls these methods on it.
    pub(crate) fn enter(&mut self, ty: TypeId, methods: impl Iterator<Item = DefId>) {
        self.make(ty);
        for def in methods {
            self.called_by_framework(def, Some(ty));
        }
    }

    /// Follows everything that can run by now.
    pub(crate) fn run(&mut self) {
        loop {
            while let Some(def) = self.work.pop_front() {
                self.process(def);
                self.settle();
            }
            self.settle();
            if !self.work.is_empty() {
                continue;
            }
            // A call whose receiver was followed to nothing may have one that was not seen.
            let mut widened = false;
            for n in 0..self.sites.len() {
                let site = &self.sites[n];
                if matches!(site.purpose, Purpose::Dispatch(_))
                    && site.pairs.is_empty()
                    && !site.any
                    && !site.outside
                {
                    self.site_any(u32::try_from(n).unwrap_or(u32::MAX));
                    widened = true;
                }
            }
            self.settle();
            if !widened && self.work.is_empty() {
                return;
            }
        }
    }

    fn settle(&mut self) {
        loop {
            if let Some((shared, target)) = self.rta.found.pop() {
                self.answered(shared, target);
                continue;
            }
            if let Some((def, ty)) = self.give_back.pop() {
                self.returned_to_framework(def, ty);
                continue;
            }
            let Some((news, subs)) = self.nodes.next() else {
                return;
            };
            for sub in subs {
                for held in &news {
                    self.deliver(sub, *held);
                }
            }
        }
    }

    fn deliver(&mut self, sub: Sub, held: Held) {
        match (sub, held) {
            (Sub::Node(node), held) => self.nodes.add(self.program, node, held),
            (Sub::Site(site), Held::Type(ty)) => self.site_type(site, ty),
            (Sub::Site(site), Held::Any) => self.site_any(site),
            (Sub::Site(site), Held::Outside) => self.sites[site as usize].outside = true,
        }
    }

    fn feed(&mut self, origins: &[Origin], sub: Sub) {
        for origin in origins {
            match origin {
                Origin::Made(ty) if self.program.class_of(*ty).is_some() => {
                    self.deliver(sub, Held::Type(*ty));
                }
                Origin::Made(_) | Origin::Outside => self.deliver(sub, Held::Outside),
                Origin::Any | Origin::Below(_) => self.deliver(sub, Held::Any),
                Origin::Node(from) => {
                    for held in self.nodes.subscribe(*from, sub) {
                        self.deliver(sub, held);
                    }
                }
            }
        }
    }

    pub(crate) fn reach(&mut self, def: DefId) {
        if !std::mem::replace(&mut self.reached[def], true) {
            self.work.push_back(def);
        }
    }

    pub(crate) fn make(&mut self, ty: TypeId) {
        if self.rta.make(ty) {
            self.init_class(ty);
        }
    }

    pub(super) fn init_class(&mut self, ty: TypeId) {
        if self.initialisers.contains_key(&ty) || self.program.class_of(ty).is_none() {
            return;
        }
        let list = initialisers(self.program, self.clinit, ty);
        for def in &list {
            self.reach(*def);
        }
        self.initialisers.insert(ty, list);
    }

    /// The framework calls the method: its parameters hold what it likes, and what it returns goes to the framework.
    pub(super) fn called_by_framework(&mut self, def: DefId, this: Option<TypeId>) {
        self.reach(def);
        let program = self.program;
        let row = program.def(def);
        let method = program.method(row.method);
        if !row.is_static()
            && let Some(ty) = this
            && self.model.is_tracked(method.class)
        {
            let node = self.nodes.id(Key::Param(def, 0), Some(method.class));
            self.nodes.add(program, node, Held::Type(ty));
        }
        if std::mem::replace(&mut self.called_back[def], true) {
            return;
        }
        let (_, proto) = program.selector(method.selector);
        let first = u16::from(!row.is_static());
        let params = self.model.params(proto);
        for param in params.iter() {
            if self.model.is_tracked(param.ty) && !param.is_array {
                let key = Key::Param(def, first.saturating_add(param.slot));
                let node = self.nodes.id(key, Some(param.ty));
                self.nodes.add(program, node, Held::Any);
            }
        }
        if let Some(ty) = self.model.returns(proto)
            && self.model.may_call_back(ty)
            && !self.model.is_closed(ty)
        {
            self.give_back.push((def, ty));
        }
    }

    /// What a method that the framework calls returns goes to the framework.
    fn returned_to_framework(&mut self, def: DefId, ty: TypeId) {
        let site = self.add_site(def, 0, Purpose::Returned(ty));
        self.returned.insert(def, site);
        if self.model.is_tracked(ty) {
            let node = self.nodes.id(Key::Return(def), Some(ty));
            self.feed(&[Origin::Node(node)], Sub::Site(site));
        } else {
            self.site_any(site);
        }
    }

    fn add_site(&mut self, def: DefId, offset: u32, purpose: Purpose) -> u32 {
        let id = u32::try_from(self.sites.len()).unwrap_or(u32::MAX);
        self.sites.push(Site {
            def,
            offset,
            purpose,
            pairs: Vec::new(),
            shared: Vec::new(),
            any: false,
            outside: false,
            below: None,
            args: Vec::new(),
            result: None,
        });
        id
    }

    fn intern(&mut self, links: Vec<ValueLink>) -> u32 {
        if let Some(known) = self.link_ids.get(&links) {
            return *known;
        }
        let id = u32::try_from(self.links.len()).unwrap_or(u32::MAX);
        self.links.push(links.clone());
        self.link_ids.insert(links, id);
        id
    }

    /// A shared dispatch found a further answer.
    fn answered(&mut self, shared: u32, target: DefId) {
        self.reach(target);
        if self
            .framework_calls
            .get(shared as usize)
            .copied()
            .unwrap_or(false)
        {
            self.called_by_framework(target, None);
        }
        self.connect_shared(shared, target);
    }

    /// Values that pass between all calls that share a dispatch and one answer.
    fn connect_shared(&mut self, shared: u32, target: DefId) {
        let program = self.program;
        let method = program.method(program.def(target).method);
        let (_, proto) = program.selector(method.selector);
        let ty = self.rta.shared[shared as usize].ty;
        if self.model.is_tracked(ty) && self.model.is_tracked(method.class) {
            let from = self.nodes.id(Key::SharedArg(shared, 0), None);
            let to = self.nodes.id(Key::Param(target, 0), Some(method.class));
            self.feed(&[Origin::Node(from)], Sub::Node(to));
        }
        for param in self.model.params(proto).iter() {
            if param.is_array || !self.model.is_tracked(param.ty) {
                continue;
            }
            let slot = param.slot.saturating_add(1);
            let from = self.nodes.id(Key::SharedArg(shared, slot), Some(param.ty));
            let to = self.nodes.id(Key::Param(target, slot), Some(param.ty));
            self.feed(&[Origin::Node(from)], Sub::Node(to));
        }
        if let Some(ty) = self.model.returns(proto)
            && self.model.is_tracked(ty)
        {
            let from = self.nodes.id(Key::Return(target), Some(ty));
            let to = self.nodes.id(Key::SharedResult(shared), Some(ty));
            self.feed(&[Origin::Node(from)], Sub::Node(to));
        }
    }

    fn open(&mut self, ty: TypeId, selector: SelectorId, by_framework: bool) -> u32 {
        let id = self.rta.open(ty, selector);
        let n = id as usize;
        if self.framework_calls.len() <= n {
            self.framework_calls.resize(n + 1, false);
        }
        if by_framework && !std::mem::replace(&mut self.framework_calls[n], true) {
            for k in 0..self.rta.shared[n].targets.len() {
                let target = self.rta.shared[n].targets[k];
                self.called_by_framework(target, None);
            }
        }
        id
    }

    pub(super) fn add_pair(&mut self, site: u32, pair: Pair) -> bool {
        let list = &mut self.sites[site as usize].pairs;
        if list.contains(&pair) {
            return false;
        }
        list.push(pair);
        true
    }

    /// An object of a class reaches a site.
    fn site_type(&mut self, site: u32, ty: TypeId) {
        let program = self.program;
        let (purpose, any) = {
            let site = &self.sites[site as usize];
            (site.purpose, site.any)
        };
        if any {
            return;
        }
        match purpose {
            Purpose::Dispatch(method) => {
                let row = program.method(method);
                if !program.is_subtype(ty, row.class) {
                    return;
                }
                let Some(callee) = program.lookup(ty, row.selector) else {
                    return;
                };
                let pair = Pair {
                    ty,
                    callee,
                    kind: EdgeKind::Virtual,
                    links: u32::MAX,
                };
                if self.add_pair(site, pair) {
                    self.reach(callee);
                    self.connect_site(site, callee, ty);
                }
            }
            Purpose::Handed(as_type, operand) => {
                if !program.is_subtype(ty, as_type) || self.has_already(ty, as_type) {
                    return;
                }
                let links = self.intern(vec![ValueLink {
                    from: LinkEnd::Operand(operand),
                    to: LinkEnd::Param(0),
                }]);
                for (callee, kind) in self.model.overrides(ty, as_type).iter() {
                    let pair = Pair {
                        ty,
                        callee: *callee,
                        kind: *kind,
                        links,
                    };
                    if self.add_pair(site, pair) {
                        self.called_by_framework(*callee, Some(ty));
                    }
                }
            }
            Purpose::Returned(as_type) => {
                if !program.is_subtype(ty, as_type) || self.has_already(ty, as_type) {
                    return;
                }
                for (callee, kind) in self.model.overrides(ty, as_type).iter() {
                    let pair = Pair {
                        ty,
                        callee: *callee,
                        kind: *kind,
                        links: u32::MAX,
                    };
                    if self.add_pair(site, pair) {
                        self.called_by_framework(*callee, Some(ty));
                    }
                }
            }
            Purpose::Rule(rule, operand) => self.apply(site, rule, operand, ty),
            Purpose::ClassRule(..) | Purpose::Start(_) => {}
        }
    }

    /// A component that is handed over as what it is: the framework made it and calls it by its own lifecycle.
    fn has_already(&self, ty: TypeId, as_type: TypeId) -> bool {
        let program = self.program;
        self.components.contains_key(&ty)
            && program
                .first_external(ty)
                .is_some_and(|base| program.is_subtype(base, as_type))
    }

    /// An object of unknown class reaches a site.
    fn site_any(&mut self, site: u32) {
        let n = site as usize;
        if std::mem::replace(&mut self.sites[n].any, true) {
            return;
        }
        match self.sites[n].purpose {
            Purpose::Dispatch(method) => {
                let row = self.program.method(method);
                let class = self.sites[n].below.unwrap_or(row.class);
                let shared = self.open(class, row.selector, false);
                self.sites[n].shared.push((shared, EdgeKind::Virtual));
                for (slot, node) in self.sites[n].args.clone() {
                    let to = self.nodes.id(Key::SharedArg(shared, slot), None);
                    self.feed(&[Origin::Node(node)], Sub::Node(to));
                }
                if let Some(result) = self.sites[n].result {
                    let from = self.nodes.id(Key::SharedResult(shared), None);
                    self.feed(&[Origin::Node(from)], Sub::Node(result));
                }
            }
            Purpose::Handed(as_type, _) | Purpose::Returned(as_type) => {
                let list = self.escape(as_type);
                self.sites[n].shared.extend(list);
            }
            Purpose::Rule(rule, _) => {
                let rule = &self.model.rules[rule as usize];
                let of = rule.of.or_else(|| {
                    let (def, offset) = (self.sites[n].def, self.sites[n].offset);
                    self.rule_type(def, offset, rule.object)
                });
                let Some(of) = of else { return };
                for call in &rule.calls {
                    if let super::model::Call::Exact(selector) = call {
                        let shared = self.open(of, *selector, true);
                        self.sites[n].shared.push((shared, rule.kind));
                    }
                }
            }
            Purpose::ClassRule(..) | Purpose::Start(_) => {}
        }
    }

    /// Declared type of the operand that a row speaks of.
    fn rule_type(&self, def: DefId, offset: u32, object: Object) -> Option<TypeId> {
        let program = self.program;
        let event = event_at(program, def, offset)?;
        let method = program.method_at(program.dex_of(def), event.index)?;
        let row = program.method(method);
        match object {
            Object::Arg(wanted) => {
                let slot = operand_of(program, method, wanted, true)?;
                let (_, proto) = program.selector(row.selector);
                let params = self.model.params(proto);
                params
                    .iter()
                    .find(|param| param.slot == slot)
                    .map(|param| param.ty)
            }
            Object::This => Some(row.class),
            _ => None,
        }
    }

    /// What the framework may call on any object handed over as the type.
    fn escape(&mut self, as_type: TypeId) -> Vec<(u32, EdgeKind)> {
        if let Some(known) = self.escapes.get(&as_type) {
            return known.clone();
        }
        let program = self.program;
        let mut defs = Vec::new();
        let mut seen: FxHashSet<TypeId> = FxHashSet::default();
        let mut stack = vec![as_type];
        while let Some(ty) = stack.pop() {
            if !seen.insert(ty) {
                continue;
            }
            stack.extend_from_slice(program.subtypes(ty));
            if let Some(class) = program.class_of(ty) {
                defs.extend(program.class(class).methods().filter(|def| {
                    let row = program.def(*def);
                    !row.is_static() && !row.is_private()
                }));
                // A superclass beside the type may hold the method.
                stack.extend(
                    program
                        .ancestors(ty)
                        .iter()
                        .copied()
                        .filter(|above| program.class_of(*above).is_some() && !seen.contains(above))
                        .take(64),
                );
            }
        }
        let selectors = self.model.selectors_of(as_type, defs.into_iter());
        let mut out = Vec::new();
        for (selector, kind) in selectors {
            out.push((self.open(as_type, selector, true), kind));
        }
        self.escapes.insert(as_type, out.clone());
        out
    }

    /// Values that pass between a site and one answer.
    fn connect_site(&mut self, site: u32, callee: DefId, ty: TypeId) {
        let program = self.program;
        let method = program.method(program.def(callee).method);
        let (_, proto) = program.selector(method.selector);
        if self.model.is_tracked(method.class) {
            let node = self.nodes.id(Key::Param(callee, 0), Some(method.class));
            self.nodes.add(program, node, Held::Type(ty));
        }
        let args = self.sites[site as usize].args.clone();
        let params = self.model.params(proto);
        for param in params.iter() {
            let slot = param.slot.saturating_add(1);
            if let Some((_, from)) = args.iter().find(|(at, _)| *at == slot) {
                let to = self.nodes.id(Key::Param(callee, slot), Some(param.ty));
                self.feed(&[Origin::Node(*from)], Sub::Node(to));
            }
        }
        if let Some(result) = self.sites[site as usize].result
            && let Some(ty) = self.model.returns(proto)
        {
            let from = self.nodes.id(Key::Return(callee), Some(ty));
            self.feed(&[Origin::Node(from)], Sub::Node(result));
        }
    }

    /// True when the values of the body matter for resolution.
    fn wants_body(&mut self, def: DefId) -> bool {
        let program = self.program;
        let (_, proto) = program.selector(program.method(program.def(def).method).selector);
        if self
            .model
            .returns(proto)
            .is_some_and(|ty| self.model.is_tracked(ty))
        {
            return true;
        }
        let dex = program.dex_of(def);
        let (mut registers, mut tells) = (false, false);
        for event in program.events(def) {
            match event.kind {
                EventKind::InstancePut | EventKind::StaticPut => {
                    if let Some(field) = program.field_at(dex, event.index)
                        && self.model.is_tracked(program.field(field).ty)
                    {
                        return true;
                    }
                }
                kind if kind.is_plain_invoke() => {
                    if let Some(method) = program.method_at(dex, event.index) {
                        let flags = self.flags(method);
                        let is_virtual =
                            matches!(kind, EventKind::InvokeVirtual | EventKind::InvokeInterface);
                        if !self.model.registering.is_empty() {
                            let name = program.selector(program.method(method).selector).0;
                            registers |= self.model.registering.contains(&name);
                        }
                        let ruled = flags & flag::ROW != 0;
                        let hears = ruled && self.model.only_listeners(method);
                        tells |= hears;
                        if (ruled && !hears)
                            || flags & flag::FOLLOW != 0
                            || (is_virtual && flags & flag::POLY != 0)
                            || (flags & flag::ARGS != 0 && (flags & flag::MONO != 0 || !is_virtual))
                        {
                            return true;
                        }
                    }
                }
                _ => {}
            }
        }
        registers && tells
    }

    fn process(&mut self, def: DefId) {
        let program = self.program;
        let first = u32::try_from(self.sites.len()).unwrap_or(u32::MAX);
        // The phases and the constants look at the same bodies again, so what is built is kept.
        let body = self.wants_body(def).then(|| program.body(def)).flatten();
        // Sites come first, so that those of a method stand together.
        let mut sites = Vec::new();
        for event in program.events(def) {
            self.event(def, event, body, &mut sites);
        }
        let last = u32::try_from(self.sites.len()).unwrap_or(u32::MAX);
        self.site_range[def] = (first, last);
        for (site, origins) in sites {
            self.feed(&origins, Sub::Site(site));
        }
        if let Some(body) = body {
            self.returns(def, body);
        }
    }

    fn returns(&mut self, def: DefId, body: &Body) {
        let program = self.program;
        let (_, proto) = program.selector(program.method(program.def(def).method).selector);
        let Some(ty) = self.model.returns(proto) else {
            return;
        };
        if !self.model.is_tracked(ty) {
            return;
        }
        let node = self.nodes.id(Key::Return(def), Some(ty));
        for (n, insn) in body.insns().iter().enumerate() {
            if insn.is_return()
                && let Some(value) = body.operands(n).get(0)
            {
                let origins = self.origins(def, body, value);
                self.feed(&origins, Sub::Node(node));
            }
        }
    }

    fn event(
        &mut self,
        def: DefId,
        event: &Event,
        body: Option<&Body>,
        sites: &mut Vec<(u32, Vec<Origin>)>,
    ) {
        let program = self.program;
        let dex = program.dex_of(def);
        match event.kind {
            EventKind::NewInstance => {
                if let Some(ty) = program.type_at(dex, event.index) {
                    self.make(ty);
                }
            }
            EventKind::ConstClass if !self.waiting.is_empty() => {
                if let Some(ty) = program.type_at(dex, event.index)
                    && self.waiting.remove(&ty)
                {
                    self.named.push(ty);
                }
            }
            EventKind::StaticGet => {
                if let Some(field) = program.field_at(dex, event.index) {
                    self.init_class(program.field(field).class);
                }
            }
            EventKind::StaticPut | EventKind::InstancePut => {
                if let Some(field) = program.field_at(dex, event.index) {
                    let row = program.field(field);
                    if event.kind == EventKind::StaticPut {
                        self.init_class(row.class);
                    }
                    if self.model.is_tracked(row.ty)
                        && let Some(body) = body
                        && let Some(value) = body
                            .insn_at(event.offset)
                            .and_then(|insn| body.operands(insn).get(0))
                    {
                        let field = program.declared_field(field);
                        let node = self.nodes.id(Key::Field(field), Some(row.ty));
                        let origins = self.origins(def, body, value);
                        self.feed(&origins, Sub::Node(node));
                    }
                }
            }
            EventKind::InvokeCustom => {
                for (target, made) in custom_targets(program, dex, event) {
                    if let Some(ty) = made {
                        self.make(ty);
                        // The object goes wherever the lambda's caller takes it.
                        for above in program.ancestors(ty) {
                            if self.model.may_call_back(*above) {
                                let purpose = Purpose::Handed(*above, 0);
                                let site = self.add_site(def, event.offset, purpose);
                                sites.push((site, vec![Origin::Made(ty)]));
                            }
                        }
                    }
                    self.called_by_framework(target, made);
                }
            }
            kind if kind.is_plain_invoke() => {
                if let Some(method) = program.method_at(dex, event.index) {
                    self.invoke(def, event, method, body, sites);
                }
            }
            _ => {}
        }
    }

    fn invoke(
        &mut self,
        def: DefId,
        event: &Event,
        method: MethodId,
        body: Option<&Body>,
        sites: &mut Vec<(u32, Vec<Origin>)>,
    ) {
        let program = self.program;
        let row = program.method(method);
        let flags = self.flags(method);
        let is_static = event.kind == EventKind::InvokeStatic;
        let is_virtual = matches!(
            event.kind,
            EventKind::InvokeVirtual | EventKind::InvokeInterface
        );
        if is_static {
            self.init_class(row.class);
        }
        let insn = body.and_then(|body| body.insn_at(event.offset));
        let mut outside = !is_virtual;
        if is_virtual {
            outside = program.class_of(row.class).is_none()
                || program.lookup(row.class, row.selector).is_none()
                    && !self.declared_inside(row.class, row.selector);
            if flags & flag::POLY != 0
                && let (Some(body), Some(insn)) = (body, insn)
                && let Some(receiver) = body.operands(insn).get(0)
            {
                let site = self.add_site(def, event.offset, Purpose::Dispatch(method));
                let args = self.arguments(def, body, insn, method, Some(site));
                self.sites[site as usize].args = args;
                if flags & flag::RESULT != 0 {
                    let (_, proto) = program.selector(row.selector);
                    let node = self
                        .nodes
                        .id(Key::Result(def, event.offset), self.model.returns(proto));
                    self.sites[site as usize].result = Some(node);
                }
                let origins = self.origins(def, body, receiver);
                self.sites[site as usize].below = self.bound(&origins, row.class);
                sites.push((site, origins));
            } else if flags & (flag::POLY | flag::MONO) != 0 {
                let shared = self.open(row.class, row.selector, false);
                self.mono[method] = shared;
                if let (Some(body), Some(insn)) = (body, insn) {
                    self.pass_shared(def, body, insn, method, shared, event.offset);
                }
            }
        } else if let Some(target) = exact_target(program, method) {
            outside = false;
            self.reach(target);
            if let (Some(body), Some(insn)) = (body, insn) {
                self.pass(def, body, insn, method, target, (event.offset, is_static));
            }
        }
        let ruled = if flags & flag::ROW == 0 {
            Vec::new()
        } else {
            self.rows(def, event, method, body, insn, sites)
        };
        if outside && flags & flag::HANDS != 0 && !self.model.takes_back(method) {
            self.hand_over((def, event, method), body, insn, &ruled, sites);
        }
        if outside && is_virtual {
            self.used_outside(def, event, method, body, insn, sites);
        }
    }

    /// True for a method that a class or interface of the app declares without a body: its answers are the app's.
    fn declared_inside(&self, ty: TypeId, selector: SelectorId) -> bool {
        let program = self.program;
        program.ancestors(ty).iter().chain([&ty]).any(|above| {
            program.class_of(*above).is_some() && program.declared(*above, selector).is_some()
        })
    }
}

/// Methods that run when a class is first used: its initialiser and those of its superclasses.
pub(crate) fn initialisers(
    program: &Program<'_>,
    clinit: Option<SelectorId>,
    ty: TypeId,
) -> Vec<DefId> {
    let mut list = Vec::new();
    let Some(clinit) = clinit else { return list };
    for class in std::iter::once(ty).chain(program.ancestors(ty).iter().copied()) {
        let is_class = program
            .class_of(class)
            .is_some_and(|id| !program.class(id).is_interface());
        if is_class || class == ty {
            list.extend(program.declared(class, clinit));
        }
    }
    list
}

/// The event at an offset of a method.
pub(crate) fn event_at<'p>(program: &'p Program<'_>, def: DefId, offset: u32) -> Option<&'p Event> {
    let events = program.events(def);
    let at = events
        .binary_search_by_key(&offset, |event| event.offset)
        .ok()?;
    events.get(at)
}

/// Operand of a declared parameter of a call.
pub(crate) fn operand_of(
    program: &Program<'_>,
    method: MethodId,
    wanted: u32,
    is_static: bool,
) -> Option<u16> {
    let (_, proto) = program.selector(program.method(method).selector);
    let mut rest = program.proto(proto).strip_prefix(b"(")?;
    let mut slot = u16::from(!is_static);
    for _ in 0..wanted {
        let (len, wide) = crate::constants::parameter(rest)?;
        slot = slot.saturating_add(if wide { 2 } else { 1 });
        rest = rest.get(len..)?;
    }
    crate::constants::parameter(rest).map(|_| slot)
}

/// Target of a static, direct or super call inside the app.
pub(crate) fn exact_target(program: &Program<'_>, method: MethodId) -> Option<DefId> {
    if let Some(def) = program.def_of(method) {
        return Some(def);
    }
    let row = program.method(method);
    program.lookup(row.class, row.selector)
}

/// Methods that a call site made by a bootstrap method may call: every method handle among its arguments; with the
/// class that it makes when the handle is a constructor's.
pub(crate) fn custom_targets(
    program: &Program<'_>,
    dex: DexId,
    event: &Event,
) -> Vec<(DefId, Option<TypeId>)> {
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
            let row = program.method(method);
            let (name, _) = program.selector(row.selector);
            let made = (program.name(name) == b"<init>").then_some(row.class);
            out.push((target, made));
        }
    }
    out
}
