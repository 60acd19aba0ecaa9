//! The call graph: what can run, from where, and which values pass; refuses to judge what the code reads.

mod edge;
pub(crate) mod glob;
mod held;
mod late;
mod model;
mod nodes;
pub(crate) mod roots;
mod rta;
mod solve;
mod unstarted;

pub use edge::{Binding, CallEdge, EdgeKind, LinkEnd, ValueLink};
pub(crate) use held::{Held, HeldCalls};
pub(crate) use model::method_name;
pub(crate) use roots::Root;
pub(crate) use rta::{BySelector, Rta};
pub(crate) use solve::{Pair, Purpose, Site, custom_targets, event_at, exact_target, operand_of};

use std::sync::Mutex;

use program_model::{DefId, Event, EventKind, IdVec, MethodId, Program, TypeId};
use rustc_hash::FxHashMap;

use self::late::Found;
use self::model::Model;
use self::solve::{Initialisers, Solver};
use crate::analysis::AppInput;
use crate::constants::Sweep;
use crate::events;
use crate::index::Index;
use crate::phase::Stage;

/// Rounds between resolution and constants; names found in one lead to code that names more.
const MAX_ROUNDS: usize = 4;
/// Entries of one component that a start leads to.
const NO_LINKS: u32 = u32::MAX;

/// A method that the framework calls without any call in the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPoint {
    /// The method.
    pub def: DefId,
    /// Such as `application.onCreate`.
    pub word: String,
}

/// A dispatch that all call sites share which could not be narrowed.
#[derive(Debug)]
pub(crate) struct SharedDispatch {
    pub(crate) ty: TypeId,
    pub(crate) selector: program_model::SelectorId,
    pub(crate) targets: Vec<DefId>,
}

/// The resolved call graph of one program.
#[derive(Debug)]
pub struct CallGraph {
    pub(crate) reached: IdVec<DefId, bool>,
    pub(crate) sites: Vec<Site>,
    pub(crate) site_range: IdVec<DefId, (u32, u32)>,
    pub(crate) returned: FxHashMap<DefId, u32>,
    pub(crate) mono: IdVec<MethodId, u32>,
    pub(crate) shared: Vec<SharedDispatch>,
    pub(crate) initialisers: Initialisers,
    /// What runs without the components that nothing starts, where there are such.
    runs: Option<IdVec<DefId, bool>>,
    pub(crate) roots: Vec<Root>,
    /// Calls whose objects wait for another call.
    pub(crate) held: HeldCalls,
    entries: Vec<EntryPoint>,
    links: Vec<Vec<ValueLink>>,
    n_edges: u64,
    /// Reachable places that make or start something by a name that is not constant.
    pub(crate) open_names: Vec<(DefId, u32)>,
    /// Views of the framework that a place makes by showing a layout: method, offset, descriptor.
    pub(crate) views: Vec<(DefId, u32, String)>,
    /// Texts of the resource table.
    texts: std::sync::Arc<std::collections::BTreeMap<u32, String>>,
    meta_data: Vec<crate::analysis::MetaDatum>,
    package: String,
    /// Who holds each class: several stages ask, and the answer is made once.
    owners: std::sync::OnceLock<crate::owners::Owners>,
    /// The app's virtual methods.
    pub(crate) by_selector: std::sync::Arc<BySelector>,
    /// Calls and writes of the reachable code: every evaluation of constants asks for them.
    sweep: Mutex<Sweep>,
}

/// What the constants evaluator asks of the resolution.
pub(crate) trait Calls {
    /// Reachable methods.
    fn reached(&self) -> &IdVec<DefId, bool>;
    /// Methods of the app that may answer the virtual call at a place; `None` when the place was not looked at.
    fn answers(&self, def: DefId, offset: u32, method: MethodId) -> Option<Vec<DefId>>;
    /// True when the virtual call at a place may run the method.
    fn may_answer(&self, def: DefId, offset: u32, method: MethodId, target: DefId) -> bool;
    /// What was gathered of the reachable code.
    fn sweep(&self) -> &Mutex<Sweep>;
    /// The text of the resource with this number.
    fn resource_text(&self, number: u32) -> Option<&str>;
    /// Meta data of the manifest.
    fn meta_data(&self) -> &[crate::analysis::MetaDatum];
    /// The package name of the manifest; empty when it is not known.
    fn own_package(&self) -> &str;
}

struct Tables<'t> {
    reached: &'t IdVec<DefId, bool>,
    sites: &'t [Site],
    site_range: &'t IdVec<DefId, (u32, u32)>,
    mono: &'t IdVec<MethodId, u32>,
}

impl Tables<'_> {
    /// Answers by type at the place, and the shared dispatch when there is one.
    fn at(&self, def: DefId, offset: u32, method: MethodId) -> (Option<&Site>, Option<u32>) {
        if !self.reached[def] {
            return (None, None);
        }
        let site = sites_at(self.sites, self.site_range, def, offset)
            .iter()
            .find(|site| matches!(site.purpose, Purpose::Dispatch(_)));
        if let Some(site) = site {
            (Some(site), site.shared.first().map(|(shared, _)| *shared))
        } else {
            let shared = self.mono[method];
            (None, (shared != u32::MAX).then_some(shared))
        }
    }
}

/// Sites of a method at an offset.
fn sites_at<'s>(
    sites: &'s [Site],
    range: &IdVec<DefId, (u32, u32)>,
    def: DefId,
    offset: u32,
) -> &'s [Site] {
    let (first, last) = range[def];
    let all = sites.get(first as usize..last as usize).unwrap_or_default();
    let from = all.partition_point(|site| site.offset < offset);
    let upto = all.partition_point(|site| site.offset <= offset);
    all.get(from..upto).unwrap_or_default()
}

macro_rules! calls {
    ($name:ty) => {
        impl Calls for $name {
            fn reached(&self) -> &IdVec<DefId, bool> {
                &self.reached
            }

            fn sweep(&self) -> &Mutex<Sweep> {
                &self.sweep
            }

            fn meta_data(&self) -> &[crate::analysis::MetaDatum] {
                &self.meta_data
            }

            fn own_package(&self) -> &str {
                &self.package
            }

            fn resource_text(&self, number: u32) -> Option<&str> {
                self.texts.get(&number).map(String::as_str)
            }

            fn answers(&self, def: DefId, offset: u32, method: MethodId) -> Option<Vec<DefId>> {
                let tables = Tables {
                    reached: &self.reached,
                    sites: &self.sites,
                    site_range: &self.site_range,
                    mono: &self.mono,
                };
                let (site, shared) = tables.at(def, offset, method);
                if site.is_none() && shared.is_none() {
                    return None;
                }
                let mut out: Vec<DefId> = site
                    .into_iter()
                    .flat_map(|site| site.pairs.iter().map(|pair| pair.callee))
                    .collect();
                if let Some(shared) = shared {
                    out.extend(self.targets_of(shared).iter().take(64));
                }
                out.sort_unstable();
                out.dedup();
                Some(out)
            }

            fn may_answer(&self, def: DefId, offset: u32, method: MethodId, target: DefId) -> bool {
                let tables = Tables {
                    reached: &self.reached,
                    sites: &self.sites,
                    site_range: &self.site_range,
                    mono: &self.mono,
                };
                let (site, shared) = tables.at(def, offset, method);
                site.is_some_and(|site| site.pairs.iter().any(|pair| pair.callee == target))
                    || shared.is_some_and(|shared| self.targets_of(shared).contains(&target))
            }
        }
    };
}

calls!(Solver<'_, '_>);
calls!(CallGraph);

impl Solver<'_, '_> {
    fn targets_of(&self, shared: u32) -> &[DefId] {
        &self.rta.shared[shared as usize].targets
    }
}

impl CallGraph {
    /// Who holds each class.
    pub(crate) fn owners(
        &self,
        program: &Program<'_>,
        index: &Index<'_>,
        app: &AppInput,
    ) -> &crate::owners::Owners {
        self.owners.get_or_init(|| {
            let own = crate::analysis::own_packages(index, app);
            crate::owners::Owners::new(program, index, &own, app)
        })
    }

    /// Resolves all that can run.
    pub fn build(program: &Program<'_>, index: &Index<'_>, app: &AppInput) -> Self {
        let model = Model::new(program, index);
        let by_selector = std::sync::Arc::new(BySelector::new(program));
        let mut solver = Solver::new(program, &model, &by_selector);
        solver.texts = std::sync::Arc::clone(&app.texts);
        solver.meta_data.clone_from(&app.meta_data);
        solver.package.clone_from(&app.package);
        let mut roots = roots::roots(program, index, &model, app);
        // Components that are switched off are known too: code may start or enable them.
        for component in app.components.iter().filter(|one| !one.enabled) {
            if let Some(ty) = program.find_type_named(&component.class)
                && program.class_of(ty).is_some()
                && !roots.iter().any(|root| root.ty == ty)
            {
                let handlers = FxHashMap::default();
                let stage = Stage::Unknown;
                let root = roots::root(program, index, &model, ty, component, stage, &handlers);
                solver.components.insert(ty, entries_of(&root));
            }
        }
        unstarted::hold_back(&mut solver, app, &mut roots);
        for root in &roots {
            solver.components.insert(root.ty, entries_of(root));
            if !root.waits {
                solver.enter(root.ty, root.methods.iter().map(|method| method.def));
            }
        }
        run(&mut solver, &mut roots);
        unstarted::named_by_tables(&mut solver);
        run(&mut solver, &mut roots);
        let wrappers = events::match_methods(
            program,
            (0u32..)
                .zip(&index.wrappers)
                .map(|(n, rule)| (rule.member, n)),
        );
        let mut enabled: Vec<TypeId> = Vec::new();
        let mut runs = None;
        // First without the components that nothing starts, then with them.
        for with_all in [false, true] {
            if with_all {
                if !roots.iter().any(|root| root.waits) {
                    break;
                }
                runs = Some(solver.reached.clone());
                for root in roots.iter().filter(|root| root.waits) {
                    solver.enter(root.ty, root.methods.iter().map(|method| method.def));
                }
                solver.waiting.clear();
                solver.run();
            }
            for _ in 0..MAX_ROUNDS {
                let late = std::mem::take(&mut solver.late);
                if late.is_empty() {
                    break;
                }
                let found = late::look_up(&solver, index, app, &wrappers, &late);
                solver.take_in(&found);
                for one in &found {
                    if let Found::Enabled(ty) = one
                        && !enabled.contains(ty)
                        && !roots.iter().any(|root| root.ty == *ty)
                    {
                        enabled.push(*ty);
                    }
                }
                for ty in enabled.drain(..) {
                    let component = app
                        .components
                        .iter()
                        .find(|one| program.find_type_named(&one.class) == Some(ty));
                    let Some(component) = component else { continue };
                    let stage = match component.kind.as_str() {
                        "activity" => Stage::User,
                        _ => Stage::Background,
                    };
                    let handlers = FxHashMap::default();
                    let root = roots::root(program, index, &model, ty, component, stage, &handlers);
                    solver.enter(ty, root.methods.iter().map(|method| method.def));
                    roots.push(root);
                }
                run(&mut solver, &mut roots);
            }
        }
        let mut entries = Vec::new();
        for method in roots.iter().flat_map(|root| &root.methods) {
            entries.push(EntryPoint {
                def: method.def,
                word: method.word.clone(),
            });
        }
        model::told_by_posts(&model, &mut solver.sites);
        let open_names = solver
            .sites
            .iter()
            .filter(|site| {
                site.any && matches!(site.purpose, Purpose::ClassRule(..) | Purpose::Start(_))
            })
            .map(|site| (site.def, site.offset))
            .collect();
        solver.views.sort_unstable();
        solver.views.dedup();
        let mut out = Self {
            views: solver.views,
            texts: solver.texts,
            meta_data: solver.meta_data,
            package: solver.package,
            owners: std::sync::OnceLock::new(),
            sweep: solver.sweep,
            by_selector: std::sync::Arc::clone(&by_selector),
            reached: solver.reached,
            sites: solver.sites,
            site_range: solver.site_range,
            returned: solver.returned,
            mono: solver.mono,
            shared: solver
                .rta
                .shared
                .into_iter()
                .map(|shared| SharedDispatch {
                    ty: shared.ty,
                    selector: shared.selector,
                    targets: shared.targets,
                })
                .collect(),
            initialisers: solver.initialisers,
            runs,
            roots,
            entries,
            links: solver.links,
            held: HeldCalls::new(program, index),
            n_edges: 0,
            open_names,
        };
        out.n_edges = out.count(program);
        out
    }

    fn targets_of(&self, shared: u32) -> &[DefId] {
        &self.shared[shared as usize].targets
    }

    fn count(&self, program: &Program<'_>) -> u64 {
        let sites: usize = self
            .sites
            .iter()
            .map(|site| site.pairs.len() + site.shared.len())
            .sum();
        let shared: usize = self.shared.iter().map(|shared| shared.targets.len()).sum();
        let mut direct = 0u64;
        for (def, _) in program.defs().filter(|(def, _)| self.reached[*def]) {
            let dex = program.dex_of(def);
            for event in program.events(def) {
                if matches!(
                    event.kind,
                    EventKind::InvokeSuper | EventKind::InvokeDirect | EventKind::InvokeStatic
                ) && program
                    .method_at(dex, event.index)
                    .and_then(|method| exact_target(program, method))
                    .is_some()
                {
                    direct += 1;
                }
            }
        }
        direct + sites as u64 + shared as u64
    }

    /// True when some chain from an entry point leads to the method.
    pub fn is_reached(&self, def: DefId) -> bool {
        self.reached.get(def).copied().unwrap_or(false)
    }

    /// As above, from entry points of components that the system, another app or code that runs can start.
    pub fn runs(&self, def: DefId) -> bool {
        match &self.runs {
            Some(runs) => runs.get(def).copied().unwrap_or(false),
            None => self.is_reached(def),
        }
    }

    /// A component that the manifest declares and nothing starts: only code of the app could, and none that runs names it.
    pub fn is_unstarted(&self, ty: TypeId) -> bool {
        self.runs.is_some() && self.roots.iter().any(|root| root.waits && root.ty == ty)
    }

    /// Number of reachable methods.
    pub fn n_reached(&self) -> usize {
        let reached = self.reached.as_slice().iter();
        reached.filter(|reached| **reached).count()
    }

    /// Number of resolved edges, those of a shared dispatch counted once.
    pub fn n_edges(&self) -> u64 {
        self.n_edges
    }

    /// Methods that the framework calls without any call in the app, in start-up order.
    pub fn entry_points(&self) -> &[EntryPoint] {
        &self.entries
    }

    /// Values that pass along a callback edge.
    pub fn links(&self, binding: Binding) -> &[ValueLink] {
        match binding {
            Binding::Links(row) => self.links.get(row as usize).map_or(&[], Vec::as_slice),
            Binding::Call | Binding::None => &[],
        }
    }

    /// Sites of a method at an offset.
    pub(crate) fn sites_at(&self, def: DefId, offset: u32) -> &[Site] {
        sites_at(&self.sites, &self.site_range, def, offset)
    }

    /// The methods of the app that may answer a call, when one instruction of a reachable method makes it: for static,
    /// direct and super calls at most one. Callbacks and initialisers are left out.
    pub fn callees(&self, program: &Program<'_>, def: DefId, offset: u32) -> Vec<DefId> {
        let Some(event) = event_at(program, def, offset) else {
            return Vec::new();
        };
        let Some(method) = program.method_at(program.dex_of(def), event.index) else {
            return Vec::new();
        };
        match event.kind {
            EventKind::InvokeVirtual | EventKind::InvokeInterface => {
                self.answers(def, offset, method).unwrap_or_default()
            }
            kind if kind.is_plain_invoke() => exact_target(program, method).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Every resolved edge out of a method, in code order. Empty for a method that is not reached. A call that only
    /// the framework answers has no edge.
    pub fn edges(&self, program: &Program<'_>, def: DefId) -> Vec<CallEdge> {
        let mut out = Vec::new();
        if !self.is_reached(def) {
            return out;
        }
        for event in program.events(def) {
            self.edges_at(program, def, event, &mut out);
        }
        if let Some(site) = self.returned.get(&def) {
            self.site_edges(&self.sites[*site as usize], &mut out);
        }
        out
    }

    fn edges_at(&self, program: &Program<'_>, def: DefId, event: &Event, out: &mut Vec<CallEdge>) {
        let dex = program.dex_of(def);
        let offset = event.offset;
        let mut add = |callee: DefId, kind: EdgeKind, binding: Binding| {
            out.push(CallEdge {
                offset,
                callee,
                kind,
                binding,
            });
        };
        let mut used = None;
        match event.kind {
            EventKind::InvokeVirtual | EventKind::InvokeInterface => {
                if let Some(method) = program.method_at(dex, event.index) {
                    for callee in self.answers(def, offset, method).unwrap_or_default() {
                        add(callee, EdgeKind::Virtual, Binding::Call);
                    }
                }
            }
            EventKind::InvokeSuper | EventKind::InvokeDirect | EventKind::InvokeStatic => {
                if let Some(method) = program.method_at(dex, event.index) {
                    if let Some(target) = exact_target(program, method) {
                        add(target, EdgeKind::Direct, Binding::Call);
                    }
                    if event.kind == EventKind::InvokeStatic {
                        used = Some(program.method(method).class);
                    }
                }
            }
            EventKind::NewInstance => used = program.type_at(dex, event.index),
            EventKind::StaticGet | EventKind::StaticPut => {
                used = program
                    .field_at(dex, event.index)
                    .map(|field| program.field(field).class);
            }
            EventKind::InvokeCustom => {
                for (target, _) in custom_targets(program, dex, event) {
                    add(target, EdgeKind::Lambda, Binding::None);
                }
            }
            _ => {}
        }
        if let Some(list) = used.and_then(|ty| self.initialisers.get(&ty)) {
            for target in list {
                add(*target, EdgeKind::ClassInit, Binding::None);
            }
        }
        if event.kind.is_plain_invoke() || event.kind == EventKind::InvokeCustom {
            for site in self.sites_at(def, offset) {
                if !matches!(site.purpose, Purpose::Dispatch(_)) {
                    self.site_edges(site, out);
                }
            }
        }
    }

    fn site_edges(&self, site: &Site, out: &mut Vec<CallEdge>) {
        for pair in &site.pairs {
            out.push(CallEdge {
                offset: site.offset,
                callee: pair.callee,
                kind: pair.kind,
                binding: if pair.links == NO_LINKS {
                    Binding::None
                } else {
                    Binding::Links(pair.links)
                },
            });
        }
        for (shared, kind) in &site.shared {
            for callee in &self.shared[*shared as usize].targets {
                out.push(CallEdge {
                    offset: site.offset,
                    callee: *callee,
                    kind: *kind,
                    binding: Binding::None,
                });
            }
        }
    }
}

/// Follows everything that can run by now, and the components that it names.
fn run(solver: &mut Solver<'_, '_>, roots: &mut [Root]) {
    loop {
        solver.run();
        if !unstarted::start_named(solver, roots) {
            return;
        }
    }
}

fn entries_of(root: &Root) -> Vec<(DefId, EdgeKind)> {
    root.methods
        .iter()
        .map(|method| (method.def, method.kind))
        .collect()
}
