//! Goes through the call graph stage by stage: first what start-up does by itself, dispatching only to types that
//! start-up makes, then what waits for something. The first stage that reaches a method is its phase, and the way by
//! which it was reached is the chain that proves it. Refuses edges that the call graph does not have.

use std::collections::VecDeque;
use std::rc::Rc;

use program_model::{DefId, Event, EventKind, IdVec, MethodId, Program, SelectorId, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

use super::gates::Blocked;
use super::variants::{ALL, Mask, Split, Variants, answers};
use super::{Gates, Stage};
use crate::graph::{
    BySelector, CallGraph, EdgeKind, Held, Pair, Purpose, Rta, Site, custom_targets, exact_target,
};

/// Chains longer than this are cut; none of a real app comes near.
const MAX_CHAIN: usize = 4096;
/// Rounds in which start-up opens what it opened the way to.
const MAX_OPENINGS: usize = 8;

/// How a method is reached: as an entry, or along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Entry,
    By(EdgeKind),
}

impl Edge {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::By(kind) => kind.word(),
        }
    }
}

/// How a method was first reached.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parent {
    /// The caller; `None` for an entry point.
    pub(crate) from: Option<DefId>,
    /// Offset in the caller.
    pub(crate) offset: u32,
    pub(crate) edge: Edge,
    /// Row of the entry words, for an entry point.
    pub(crate) entry: u32,
    /// The answer was not narrowed to the object's class.
    pub(crate) wide: bool,
}

/// What was reached, when, and how.
#[derive(Debug)]
pub(crate) struct Walked {
    parents: IdVec<DefId, Option<Parent>>,
    stages: IdVec<DefId, Option<Stage>>,
    /// Of methods whose code belongs to several variants: when and how each was reached.
    ways: FxHashMap<DefId, Ways>,
    entries: Vec<String>,
    /// Order in which methods were reached.
    pub(crate) order: Vec<DefId>,
    /// Rows of the table of held calls of which a beginning was reached.
    begun: u64,
}

/// How the variants of one method were reached, in the order in which they were.
#[derive(Debug)]
struct Ways {
    split: Rc<Split>,
    list: Vec<(Mask, Stage, Parent)>,
}

impl Ways {
    fn seen(&self) -> Mask {
        self.list.iter().fold(0, |all, (mask, ..)| all | mask)
    }

    /// The first way by which the instruction at an offset runs.
    fn at(&self, offset: u32) -> Option<(Stage, Parent)> {
        let wanted = self.split.at(offset);
        let way = self.list.iter().find(|(mask, ..)| mask & wanted != 0)?;
        Some((way.1, way.2))
    }
}

/// Something that waits for a later stage.
#[derive(Debug, Clone, Copy)]
enum Item {
    /// The event of a method, by its place among the method's events.
    Event(DefId, u32),
    /// An edge.
    Edge(DefId, Parent, TypeId, bool, Mask),
    /// A shared dispatch.
    Open(TypeId, SelectorId, Parent),
}

/// The walk.
pub(crate) struct Walk<'w, 'a> {
    program: &'w Program<'a>,
    graph: &'w CallGraph,
    variants: &'w Variants<'w, 'a>,
    rta: Rta<'w, 'a>,
    /// How each shared dispatch was opened.
    openers: Vec<Parent>,
    /// Those of the graph that were opened, by number.
    opened: Vec<bool>,
    waiting: FxHashMap<TypeId, Vec<(DefId, Parent, Mask)>>,
    waits: FxHashSet<(TypeId, DefId, Mask)>,
    initialised: IdVec<TypeId, bool>,
    out: Walked,
    /// Methods to look into: the variants that are new, those that were seen before.
    queue: VecDeque<(DefId, Mask, Mask)>,
    later: [Vec<Item>; 6],
    /// What is behind a gate whose meaning is not known before start-up has been walked: with the flags.
    gated: Vec<(Item, Vec<u32>)>,
    /// Components that a place starts only after a flag was switched, as their names are chosen behind it.
    chosen: FxHashMap<(DefId, u32, TypeId), Vec<u32>>,
    stage: Stage,
    staged: bool,
    seen_edges: FxHashSet<(TypeId, DefId, Mask)>,
    /// Answers to a dialog that asks for the agreement which refuse it.
    refusals: FxHashSet<(DefId, DefId, Mask)>,
    /// Rows of the table of held calls that hold back: what begins them is reached at some time.
    holds: u64,
    /// Calls that wait for the beginning of their row.
    held: Vec<(u8, DefId, u32)>,
    /// Beginnings that were just reached.
    begins: Vec<(u8, DefId, u32)>,
}

impl<'w, 'a> Walk<'w, 'a> {
    /// Walks all stages. Without gates everything is one stage, so that the chains found are the shortest. `all` is
    /// such a walk: what it never reaches is not waited for.
    pub(crate) fn run(
        program: &'w Program<'a>,
        graph: &'w CallGraph,
        by_selector: &'w BySelector,
        variants: &'w Variants<'w, 'a>,
        mut gates: Option<&mut Gates<'_, 'a>>,
        all: Option<&Walked>,
    ) -> Walked {
        let mut walk = Self {
            program,
            graph,
            variants,
            rta: Rta::new(program, by_selector),
            openers: Vec::new(),
            opened: vec![false; graph.shared.len()],
            waiting: FxHashMap::default(),
            waits: FxHashSet::default(),
            initialised: IdVec::filled(false, program.n_types()),
            out: Walked {
                parents: IdVec::filled(None, program.n_defs()),
                stages: IdVec::filled(None, program.n_defs()),
                ways: FxHashMap::default(),
                entries: Vec::new(),
                order: Vec::new(),
                begun: 0,
            },
            queue: VecDeque::new(),
            later: Default::default(),
            gated: Vec::new(),
            chosen: FxHashMap::default(),
            stage: Stage::BeforeConsent,
            staged: gates.is_some(),
            seen_edges: FxHashSet::default(),
            refusals: FxHashSet::default(),
            holds: all.map_or(0, |all| all.begun),
            held: Vec::new(),
            begins: Vec::new(),
        };
        walk.seed();
        for stage in Stage::ALL {
            walk.stage = stage;
            if stage == Stage::GuardedUnknown
                && let Some(gates) = gates.as_deref_mut()
            {
                walk.sort_gated(gates);
            }
            let mut n = 0;
            // Items may be added to the stage while it runs.
            while let Some(item) = walk.later[stage as usize].get(n).copied() {
                n += 1;
                walk.take(item);
            }
            walk.drain(gates.as_deref_mut());
            if stage == Stage::BeforeConsent
                && let Some(gates) = gates.as_deref_mut()
            {
                walk.take_opened(gates);
            }
        }
        walk.out
    }

    /// Entry points wait for their stages.
    fn seed(&mut self) {
        let mut started: FxHashSet<TypeId> = FxHashSet::default();
        for site in &self.graph.sites {
            if matches!(site.purpose, Purpose::Start(_)) {
                started.extend(site.pairs.iter().map(|pair| pair.ty));
            }
        }
        // The application object is made, then the providers, then the application's own start runs.
        let mut order: Vec<(u8, usize, usize)> = Vec::new();
        for (n, root) in self.graph.roots.iter().enumerate() {
            for (k, method) in root.methods.iter().enumerate() {
                let rank = match (root.stage, root.is_application) {
                    (Stage::BeforeConsent, true) if method.early => 0,
                    (Stage::BeforeConsent, true) => 2,
                    (Stage::BeforeConsent, false) if root.is_provider => 1,
                    _ => 3,
                };
                order.push((rank, n, k));
            }
        }
        order.sort_unstable();
        for (_, n, k) in order {
            let root = &self.graph.roots[n];
            let method = &root.methods[k];
            // A component that only the app can start runs when the app starts it.
            let base = if self.staged
                && root.stage > Stage::BeforeConsent
                && !root.exported
                && started.contains(&root.ty)
            {
                Stage::Unknown
            } else {
                root.stage
            };
            let stage = self.after(base, method.kind);
            let entry = u32::try_from(self.out.entries.len()).unwrap_or(u32::MAX);
            self.out.entries.push(method.word.clone());
            let parent = Parent {
                from: None,
                offset: 0,
                edge: Edge::Entry,
                entry,
                wide: false,
            };
            self.later[stage as usize].push(Item::Edge(method.def, parent, root.ty, true, ALL));
        }
    }

    /// The stage of what an edge of this kind leads to.
    fn after(&self, stage: Stage, kind: EdgeKind) -> Stage {
        if !self.staged {
            return Stage::BeforeConsent;
        }
        match kind {
            EdgeKind::User | EdgeKind::Refuse => stage.max(Stage::User),
            EdgeKind::Event | EdgeKind::Scheduled => stage.max(Stage::Background),
            EdgeKind::Bridge => Stage::Unknown,
            _ => stage,
        }
    }

    /// Decides which gates are the user's agreement, now that start-up is known.
    fn sort_gated(&mut self, gates: &mut Gates<'_, 'a>) {
        for (item, flags) in std::mem::take(&mut self.gated) {
            let stage = if gates.is_consent(&flags, &self.out) {
                Stage::GuardedConsent
            } else {
                Stage::GuardedUnknown
            };
            self.later[stage as usize].push(item);
        }
    }

    /// What start-up itself opens, in memory, runs with it.
    fn take_opened(&mut self, gates: &mut Gates<'_, 'a>) {
        for _ in 0..MAX_OPENINGS {
            let (opened, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.gated)
                .into_iter()
                .partition(|(_, flags)| gates.flags.opened_by_startup(flags, &self.out));
            self.gated = rest;
            if opened.is_empty() {
                return;
            }
            for (item, _) in opened {
                if let Item::Edge(_, parent, ty, ..) = item
                    && let Some(from) = parent.from
                {
                    self.chosen.remove(&(from, parent.offset, ty));
                }
                self.take(item);
            }
            self.drain(Some(gates));
        }
    }

    fn take(&mut self, item: Item) {
        match item {
            Item::Event(def, number) => {
                let program = self.program;
                if let Some(event) = program.events(def).get(number as usize) {
                    self.event(def, event);
                }
                self.settle();
            }
            Item::Edge(def, parent, ty, makes, mask) => {
                if makes {
                    self.make(ty, parent);
                }
                self.visit(def, parent, mask);
                self.settle();
            }
            Item::Open(ty, selector, parent) => {
                self.open(ty, selector, parent);
                self.settle();
            }
        }
    }

    fn drain(&mut self, mut gates: Option<&mut Gates<'_, 'a>>) {
        loop {
            while let Some((def, new, before)) = self.queue.pop_front() {
                self.expand(def, new, before, gates.as_deref_mut());
                self.settle();
                self.release();
            }
            self.release();
            // What a later item of this stage adds is taken by the caller's loop before; what an edge of the same
            // stage adds goes to the queue at once.
            if self.queue.is_empty() {
                return;
            }
        }
    }

    /// Who was handed over before hears of what has begun, from the call that begins it.
    fn release(&mut self) {
        let graph = self.graph;
        while let Some((row, from, at)) = self.begins.pop() {
            let (told, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.held)
                .into_iter()
                .partition(|one| one.0 == row);
            self.held = rest;
            for (_, def, offset) in told {
                for site in graph.sites_at(def, offset) {
                    self.site_from(site, (from, at));
                }
                self.settle();
            }
        }
    }

    /// True when the call hands over somebody who waits; notes what a call begins.
    fn must_wait(&mut self, method: MethodId, def: DefId, offset: u32) -> bool {
        match self.graph.held.of(method) {
            Some(Held::Waits(row)) => {
                let bit = 1_u64.checked_shl(row.into()).unwrap_or(0);
                let waits = self.holds & bit != 0 && self.out.begun & bit == 0;
                if waits {
                    self.held.push((row, def, offset));
                }
                waits
            }
            Some(Held::Begins(row)) => {
                let bit = 1_u64.checked_shl(row.into()).unwrap_or(0);
                if self.out.begun & bit == 0 {
                    self.out.begun |= bit;
                    self.begins.push((row, def, offset));
                }
                false
            }
            None => false,
        }
    }

    fn settle(&mut self) {
        while let Some((shared, target)) = self.rta.found.pop() {
            if let Some(parent) = self.openers.get(shared as usize).copied() {
                self.visit(target, parent, ALL);
            }
        }
    }

    fn visit(&mut self, def: DefId, parent: Parent, mask: Mask) {
        if self.is_done(def, mask) {
            return;
        }
        let is_new = self.out.parents[def].is_none();
        if is_new {
            self.out.parents[def] = Some(parent);
            self.out.stages[def] = Some(self.stage);
            self.out.order.push(def);
            if let Some(split) = self.variants.split(def) {
                let list = Vec::new();
                self.out.ways.insert(def, Ways { split, list });
            }
        }
        let (new, before) = match self.out.ways.get_mut(&def) {
            Some(ways) => {
                let before = ways.seen();
                ways.list.push((mask & !before, self.stage, parent));
                (mask & !before, before)
            }
            None => (ALL, 0),
        };
        self.queue.push_back((def, new, before));
    }

    /// True when all these variants of a method were reached.
    fn is_done(&self, def: DefId, mask: Mask) -> bool {
        self.out.parents[def].is_some()
            && self
                .out
                .ways
                .get(&def)
                .is_none_or(|ways| mask & !ways.seen() == 0)
    }

    fn make(&mut self, ty: TypeId, parent: Parent) {
        if self.rta.make(ty) {
            self.use_class(ty, parent);
            for (callee, parent, mask) in self.waiting.remove(&ty).unwrap_or_default() {
                self.visit(callee, parent, mask);
            }
        }
    }

    fn use_class(&mut self, ty: TypeId, parent: Parent) {
        if std::mem::replace(&mut self.initialised[ty], true) {
            return;
        }
        if let Some(list) = self.graph.initialisers.get(&ty) {
            for def in list {
                let edge = if parent.from.is_some() {
                    Edge::By(EdgeKind::ClassInit)
                } else {
                    parent.edge
                };
                self.visit(*def, Parent { edge, ..parent }, ALL);
            }
        }
    }

    fn open(&mut self, ty: TypeId, selector: SelectorId, parent: Parent) {
        let id = self.rta.open(ty, selector) as usize;
        if id >= self.openers.len() {
            self.openers.resize(id + 1, parent);
        }
    }

    fn expand(&mut self, def: DefId, new: Mask, before: Mask, gates: Option<&mut Gates<'_, 'a>>) {
        let program = self.program;
        let stage = self.stage;
        let mut gates = gates.filter(|_| stage <= Stage::Background);
        // A user's own action needs no further agreement to be one.
        let blocked = gates.as_deref_mut().and_then(|gates| gates.of(def));
        if stage == Stage::BeforeConsent
            && let Some(gates) = gates.as_deref_mut()
        {
            self.find_refusals(def, gates);
        }
        let split = self.out.ways.get(&def).map(|ways| Rc::clone(&ways.split));
        for (n, event) in (0u32..).zip(program.events(def)) {
            // Code of other variants, and what was looked at with them.
            if let Some(split) = &split {
                let here = split.at(event.offset);
                if here & new == 0 || here & before != 0 {
                    continue;
                }
            }
            if let Some(blocked) = &blocked
                && let Some(flags) = blocked.at(event.offset)
            {
                match stage {
                    Stage::BeforeConsent => {
                        self.gated.push((Item::Event(def, n), flags.to_vec()));
                        continue;
                    }
                    _ if gates
                        .as_deref_mut()
                        .is_some_and(|gates| gates.is_consent(flags, &self.out)) =>
                    {
                        self.later[Stage::GuardedConsent as usize].push(Item::Event(def, n));
                        continue;
                    }
                    _ => {}
                }
            }
            if let Some(blocked) = &blocked {
                self.choose(def, event.offset, blocked, gates.as_deref_mut());
            }
            self.event(def, event);
        }
        if let Some(site) = self.graph.returned.get(&def) {
            let site = &self.graph.sites[*site as usize];
            self.site(site);
        }
    }

    /// Keeps the components that a place starts, and the objects that it calls or hands over, only where a flag lets
    /// them be chosen.
    fn choose(
        &mut self,
        def: DefId,
        offset: u32,
        blocked: &Blocked,
        mut gates: Option<&mut Gates<'_, 'a>>,
    ) {
        let graph = self.graph;
        for site in graph.sites_at(def, offset) {
            let slot = match site.purpose {
                Purpose::Start(_) => None,
                Purpose::Dispatch(_) => Some(0),
                Purpose::Handed(_, slot) | Purpose::Rule(_, Some(slot)) => Some(slot),
                _ => continue,
            };
            let mut types: Vec<TypeId> = site.pairs.iter().map(|pair| pair.ty).collect();
            types.sort_unstable();
            types.dedup();
            if types.len() < 2 && slot.is_none() {
                continue;
            }
            for ty in types {
                let flags = match slot {
                    None => super::gates::naming(self.program, def, ty, blocked),
                    Some(slot) => blocked.choosing(self.program, def, (offset, slot), ty),
                };
                let (Some(flags), Some(gates)) = (flags, gates.as_deref_mut()) else {
                    continue;
                };
                if self.stage == Stage::BeforeConsent || gates.is_consent(&flags, &self.out) {
                    self.chosen.insert((def, offset, ty), flags);
                }
            }
        }
    }

    /// What runs when the user refuses in a dialog that asks for the agreement runs without it. A listener that hears
    /// of both answers is not told apart and waits for the user.
    fn find_refusals(&mut self, def: DefId, gates: &mut Gates<'_, 'a>) {
        let (first, last) = self.graph.site_range[def];
        let sites = self
            .graph
            .sites
            .get(first as usize..last as usize)
            .unwrap_or_default();
        let refuses = |site: &Site| {
            let own = site.pairs.iter().map(|pair| pair.kind);
            let mut kinds = own.chain(site.shared.iter().map(|(_, kind)| *kind));
            kinds.any(|kind| kind == EdgeKind::Refuse)
        };
        if !sites.iter().any(refuses) {
            return;
        }
        let mut all: Vec<(DefId, EdgeKind, Mask)> = Vec::new();
        for site in sites {
            for (ty, callee, kind) in answers(self.program, self.graph, site) {
                if matches!(kind, EdgeKind::Refuse | EdgeKind::User) {
                    all.push((callee, kind, self.variants.at_site(site, ty, callee)));
                }
            }
        }
        for (callee, _, mask) in all.iter().filter(|one| one.1 == EdgeKind::Refuse) {
            let both = all.iter().any(|(other, kind, of)| {
                *kind == EdgeKind::User && other == callee && of & mask != 0
            });
            if !both && gates.flags.near_dialog(def) {
                self.refusals.insert((def, *callee, *mask));
            }
        }
    }

    fn event(&mut self, def: DefId, event: &Event) {
        let (program, graph) = (self.program, self.graph);
        let dex = program.dex_of(def);
        let parent = |kind: EdgeKind| Parent {
            from: Some(def),
            offset: event.offset,
            edge: Edge::By(kind),
            entry: 0,
            wide: false,
        };
        match event.kind {
            EventKind::InvokeVirtual | EventKind::InvokeInterface => {
                if let Some(method) = program.method_at(dex, event.index) {
                    if self.must_wait(method, def, event.offset) {
                        return;
                    }
                    let mut narrowed = false;
                    for site in graph.sites_at(def, event.offset) {
                        narrowed |= matches!(site.purpose, Purpose::Dispatch(_));
                        self.site(site);
                    }
                    if !narrowed && graph.mono[method] != u32::MAX {
                        let row = program.method(method);
                        // One answer for objects that are made at hand: which of its variants is known.
                        let shared = graph.shared.get(graph.mono[method] as usize);
                        if let Some([target]) = shared.map(|shared| shared.targets.as_slice()) {
                            let ty = program.class(program.def(*target).class).ty;
                            let place = (def, event.offset);
                            let mask = self.variants.at_place(place, 0, ty, *target);
                            if mask != ALL {
                                self.visit(*target, parent(EdgeKind::Virtual), mask);
                                return;
                            }
                        }
                        self.open(row.class, row.selector, parent(EdgeKind::Virtual));
                    }
                }
                return;
            }
            EventKind::InvokeSuper | EventKind::InvokeDirect | EventKind::InvokeStatic => {
                if let Some(method) = program.method_at(dex, event.index) {
                    if self.must_wait(method, def, event.offset) {
                        return;
                    }
                    if event.kind == EventKind::InvokeStatic {
                        self.use_class(program.method(method).class, parent(EdgeKind::ClassInit));
                    }
                    if let Some(target) = exact_target(program, method) {
                        self.visit(target, parent(EdgeKind::Direct), ALL);
                    }
                }
            }
            EventKind::NewInstance => {
                if let Some(ty) = program.type_at(dex, event.index) {
                    self.make(ty, parent(EdgeKind::ClassInit));
                }
                return;
            }
            EventKind::StaticGet | EventKind::StaticPut => {
                if let Some(field) = program.field_at(dex, event.index) {
                    let class = program.field(field).class;
                    self.use_class(class, parent(EdgeKind::ClassInit));
                }
                return;
            }
            EventKind::InvokeCustom => {
                for (target, made) in custom_targets(program, dex, event) {
                    if let Some(ty) = made {
                        self.make(ty, parent(EdgeKind::ClassInit));
                    }
                    self.visit(target, parent(EdgeKind::Lambda), ALL);
                }
            }
            _ => return,
        }
        for site in graph.sites_at(def, event.offset) {
            self.site(site);
        }
    }

    fn site(&mut self, site: &Site) {
        self.site_from(site, (site.def, site.offset));
    }

    /// The edges of a site, which another place may set off.
    fn site_from(&mut self, site: &Site, from: (DefId, u32)) {
        let parent = |kind: EdgeKind, wide: bool| Parent {
            from: Some(from.0),
            offset: from.1,
            edge: Edge::By(kind),
            entry: 0,
            wide,
        };
        for pair in &site.pairs {
            let Pair {
                ty, callee, kind, ..
            } = *pair;
            let makes = matches!(site.purpose, Purpose::Start(_) | Purpose::ClassRule(..));
            let mask = self.variants.at_site(site, ty, callee);
            let refuses =
                kind == EdgeKind::Refuse && self.refusals.contains(&(site.def, callee, mask));
            let stage = if refuses {
                self.stage
            } else {
                self.after(self.stage, kind)
            };
            let parent = parent(kind, false);
            if !self.chosen.is_empty()
                && self.stage <= Stage::Background
                && let Some(flags) = self.chosen.get(&(site.def, site.offset, ty))
            {
                let item = Item::Edge(callee, parent, ty, makes, mask);
                if self.stage == Stage::BeforeConsent {
                    self.gated.push((item, flags.clone()));
                } else {
                    self.later[Stage::GuardedConsent as usize].push(item);
                }
                continue;
            }
            if stage > self.stage {
                // One edge to a method is enough for a later stage, unless it makes the object.
                if self.seen_edges.insert((ty, callee, mask)) || makes {
                    self.later[stage as usize].push(Item::Edge(callee, parent, ty, makes, mask));
                }
                continue;
            }
            if makes {
                self.make(ty, parent);
            }
            if self.is_done(callee, mask) {
                continue;
            }
            if makes || self.rta.made[ty] || !self.staged {
                self.visit(callee, parent, mask);
            } else if self.waits.insert((ty, callee, mask)) {
                let list = self.waiting.entry(ty).or_default();
                list.push((callee, parent, mask));
            }
        }
        for (number, kind) in &site.shared {
            let shared = &self.graph.shared[*number as usize];
            let stage = self.after(self.stage, *kind);
            // One answer for objects that are made at hand: which of its variants is known.
            if let [target] = shared.targets.as_slice() {
                let ty = self.program.class(self.program.def(*target).class).ty;
                let mask = self.variants.at_site(site, ty, *target);
                if mask != ALL {
                    let refuses = *kind == EdgeKind::Refuse
                        && self.refusals.contains(&(site.def, *target, mask));
                    let parent = parent(*kind, false);
                    if stage <= self.stage || refuses {
                        self.visit(*target, parent, mask);
                    } else if self.seen_edges.insert((ty, *target, mask)) {
                        let item = Item::Edge(*target, parent, ty, false, mask);
                        self.later[stage as usize].push(item);
                    }
                    continue;
                }
            }
            let parent = parent(*kind, true);
            if stage > self.stage {
                let item = Item::Open(shared.ty, shared.selector, parent);
                self.later[stage as usize].push(item);
            } else {
                // Whoever opens it first is the one that counts, and many sites share one.
                let known = self.opened.get_mut(*number as usize);
                if known.is_none_or(|known| !std::mem::replace(known, true)) {
                    self.open(shared.ty, shared.selector, parent);
                }
            }
        }
    }
}

impl Walked {
    /// The chain to a method, entry point first: each method with how it was reached.
    pub(crate) fn to(&self, def: DefId) -> Vec<(DefId, Parent)> {
        self.chain(def, None)
    }

    /// The chain to the instruction at an offset of a method.
    pub(crate) fn to_place(&self, def: DefId, offset: u32) -> Vec<(DefId, Parent)> {
        self.chain(def, Some(offset))
    }

    fn chain(&self, def: DefId, offset: Option<u32>) -> Vec<(DefId, Parent)> {
        let mut out = Vec::new();
        let mut here = Some((def, offset));
        while let Some((def, offset)) = here {
            let Some((_, parent)) = self.way(def, offset) else {
                break;
            };
            out.push((def, parent));
            here = parent.from.map(|from| (from, Some(parent.offset)));
            if out.len() > MAX_CHAIN {
                break;
            }
        }
        out.reverse();
        out
    }

    /// Number of frames of the chain to a method.
    pub(crate) fn len_to(&self, def: DefId, offset: u32) -> usize {
        let mut n = 0;
        let mut here = Some((def, offset));
        while let Some((_, parent)) = here.and_then(|(def, at)| self.way(def, Some(at))) {
            n += 1;
            here = parent.from.map(|from| (from, parent.offset));
            if n > MAX_CHAIN {
                break;
            }
        }
        n
    }

    /// When and how a method, or the instruction at an offset of it, was first reached.
    fn way(&self, def: DefId, offset: Option<u32>) -> Option<(Stage, Parent)> {
        if let Some(offset) = offset
            && let Some(ways) = self.ways.get(&def)
        {
            return ways.at(offset);
        }
        Some((self.stages[def]?, self.parents[def]?))
    }

    /// True when some chain leads to the instruction at an offset.
    pub(crate) fn reaches_place(&self, def: DefId, offset: u32) -> bool {
        self.way(def, Some(offset)).is_some()
    }

    /// The first stage that reaches the instruction at an offset.
    pub(crate) fn stage_of_place(&self, def: DefId, offset: u32) -> Option<Stage> {
        self.way(def, Some(offset)).map(|(stage, _)| stage)
    }

    /// True when the chain to the instruction leads through the user's refusal.
    pub(crate) fn is_refusal(&self, def: DefId, offset: u32) -> bool {
        self.to_place(def, offset)
            .iter()
            .any(|(_, parent)| parent.edge == Edge::By(EdgeKind::Refuse))
    }

    /// True when some chain leads to the method.
    pub(crate) fn reaches(&self, def: DefId) -> bool {
        self.parents[def].is_some()
    }

    /// The first stage that reaches the method.
    pub(crate) fn stage(&self, def: DefId) -> Option<Stage> {
        self.stages[def]
    }

    /// Entry word of an entry point.
    pub(crate) fn entry(&self, parent: &Parent) -> Option<&str> {
        (parent.edge == Edge::Entry)
            .then(|| self.entries.get(parent.entry as usize))
            .flatten()
            .map(String::as_str)
    }
}
