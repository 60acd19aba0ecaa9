//! Which components of the app an intent reaches: explicit ones by class, others by the action of their filters.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use call_graph::{AppInput, IntentFilter};
use program_model::{DefId, Program, TypeId};
use ruleset::schema::EntryPointSet;
use rustc_hash::FxHashMap;

use crate::cache::{Question, View, Watch};

/// Components of the app as targets of intents.
#[derive(Debug, Default)]
pub(crate) struct Intents {
    /// Names of all components of the manifest in Java form, also of aliases and of those that are disabled.
    names: BTreeSet<String>,
    /// What the manifest tells by name, with its value.
    meta_data: Vec<(String, String)>,
    /// Components that the manifest disables.
    disabled: BTreeSet<TypeId>,
    /// Components that do not run in the main process, with the name of theirs.
    processes: BTreeMap<TypeId, String>,
    /// Methods that run only within calls of the app: the type that declares them, name and prototype.
    by_call: Vec<(TypeId, String)>,
    /// Permissions that the manifest asks for.
    permissions: BTreeSet<String>,
    /// Component classes, sorted, with the kind of each.
    pub(crate) components: Vec<(TypeId, String)>,
    by_action: FxHashMap<String, Vec<(TypeId, IntentFilter)>>,
    by_name: FxHashMap<String, TypeId>,
    /// Components that only callers with a permission reach.
    guarded: BTreeSet<TypeId>,
    /// Components and their superclasses but the root of all.
    bases: BTreeSet<TypeId>,
    /// Components that other apps can start or write to.
    exported: BTreeSet<TypeId>,
    /// Manifest package.
    package: String,
    /// Providers by authority.
    by_authority: BTreeMap<String, TypeId>,
    /// Authorities of providers that only the app itself can use.
    own_authorities: BTreeSet<String>,
    /// Orders of methods by kind of component.
    order: FxHashMap<String, Order>,
    /// Types of objects that code hands to the framework, which runs their life, with the kind of each.
    living: FxHashMap<TypeId, String>,
    /// Methods of a type, by place, with one that they never come directly behind although the order of the kind has it.
    apart: RefCell<BTreeSet<(TypeId, usize, usize)>>,
    /// Times of methods of components, as far as they were worked out.
    times: RefCell<FxHashMap<(TypeId, DefId), Time>>,
    /// What summaries ask is noted here.
    watch: Rc<Watch>,
}

/// The order of the methods of one kind of component.
#[derive(Debug, Default)]
struct Order {
    /// Methods as name and prototype in the order of calls.
    methods: Vec<String>,
    /// Number of those that make it ready.
    ready: usize,
    /// Those that run before providers are made.
    before_providers: Vec<usize>,
    /// For each method those that can run directly before it; [`ANY`] for methods that have no order.
    after: Vec<Vec<usize>>,
    /// For each method those behind which it comes only where they call one of these.
    after_if: Vec<(Vec<usize>, Vec<String>)>,
    /// Behind these the component waits for events.
    waits: Vec<usize>,
}

/// Words of the manifest that are told apart by name.
const MAX_META_DATA: usize = 64;

/// Kinds of components that are made when the process starts.
const APPLICATION: &str = "application";
const PROVIDER: &str = "provider";

/// The kind of component that has a page of its own.
const PAGE: &str = "activity";

/// The channel by which components are enabled.
const ENABLES: &str = "component_state\t";

/// Stands for all methods that have no order.
const ANY: usize = usize::MAX;

impl Order {
    /// The order of calls is told method by method.
    fn is_told(&self) -> bool {
        self.after.iter().any(|list| !list.is_empty())
    }
}

/// When in the life of a component a method runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Time {
    /// Once, before all others.
    First,
    /// At this place of the order of its kind.
    At(u16),
    /// Any number of times.
    Middle,
    /// Once, behind all others.
    Last,
}

impl Intents {
    pub(crate) fn new(
        program: &Program<'_>,
        app: &AppInput,
        sets: &[EntryPointSet<'_>],
        watch: &Rc<Watch>,
    ) -> Self {
        let mut out = Self {
            times: RefCell::default(),
            watch: Rc::clone(watch),
            ..Self::default()
        };
        out.read_order(sets);
        for set in sets {
            for method in set.methods.iter().filter(|method| method.by_call) {
                let base = method.base.as_ref().unwrap_or(&set.base);
                if let Some(base) = program.find_type(base.as_bytes()) {
                    out.by_call.push((base, method.method.to_string()));
                }
            }
        }
        out.read_living(program, sets);
        out.package.clone_from(&app.package);
        let told = app.meta_data.iter().filter(|row| !row.value.is_empty());
        out.meta_data = told
            .take(MAX_META_DATA)
            .map(|row| (row.key.clone(), row.value.clone()))
            .collect();
        let asked = app.permissions.iter().map(|permission| &permission.name);
        out.permissions
            .extend(asked.chain(&app.defined_permissions).cloned());
        for component in &app.components {
            out.names.extend(component.names.iter().cloned());
            if !component.enabled {
                out.disabled
                    .extend(program.find_type_named(&component.class));
            }
        }
        for component in app.components.iter().filter(|component| component.enabled) {
            let Some(ty) = program.find_type_named(&component.class) else {
                continue;
            };
            if program.class_of(ty).is_none() {
                continue;
            }
            out.components.push((ty, component.kind.clone()));
            if !component.process.is_empty() && component.kind != APPLICATION {
                out.processes.insert(ty, component.process.clone());
            }
            for authority in &component.authorities {
                out.by_authority.insert(authority.clone(), ty);
            }
            if !component.permissions.is_empty() {
                out.guarded.insert(ty);
            }
            if component.exported {
                out.exported.insert(ty);
            } else {
                out.own_authorities
                    .extend(component.authorities.iter().cloned());
            }
            let mut here = Some(ty);
            while let Some(class) = here {
                let above = program.superclass(class);
                if above.is_none() || !out.bases.insert(class) {
                    break;
                }
                here = above;
            }
            let dotted = component
                .class
                .trim_start_matches('L')
                .trim_end_matches(';')
                .replace('/', ".");
            out.by_name.insert(dotted, ty);
            for name in &component.names {
                out.by_name.insert(name.clone(), ty);
            }
            for filter in &component.filters {
                for action in &filter.actions {
                    let list = out.by_action.entry(action.clone()).or_default();
                    list.push((ty, filter.clone()));
                }
            }
        }
        for component in app.components.iter().filter(|one| one.process.is_empty()) {
            // A class that runs in the main process as well is not of another one.
            if let Some(ty) = program.find_type_named(&component.class) {
                out.processes.remove(&ty);
            }
        }
        out.components.sort();
        out.components.dedup();
        for (ty, _) in &out.components {
            out.disabled.remove(ty);
        }
        out
    }

    /// Types of the app below those that the tables give a life.
    fn read_living(&mut self, program: &Program<'_>, sets: &[EntryPointSet<'_>]) {
        for set in sets.iter().filter(|set| set.handed) {
            for base in std::iter::once(&set.base).chain(&set.also) {
                let Some(base) = program.find_type(base.as_bytes()) else {
                    continue;
                };
                for ty in program.subtypes(base) {
                    if program.class_of(*ty).is_some() {
                        self.living.insert(*ty, set.component.to_string());
                    }
                }
            }
        }
    }

    /// The framework runs the life of objects of this type that code hands to it.
    pub(crate) fn is_living(&self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Component(ty));
        self.living.contains_key(&ty)
    }

    /// The name that most kinds of components share is that of the method which makes them ready.
    fn read_order(&mut self, sets: &[EntryPointSet<'_>]) {
        let name = |text: &str| text.split('(').next().unwrap_or_default().to_owned();
        let mut shared: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for set in sets {
            for method in set.methods.iter().filter(|method| method.on.is_none()) {
                shared
                    .entry(name(method.method.as_str()))
                    .or_default()
                    .insert(set.component.to_string());
            }
        }
        let ready = shared
            .iter()
            .max_by_key(|(name, kinds)| (kinds.len(), std::cmp::Reverse((*name).clone())))
            .map(|(name, _)| name.clone())
            .unwrap_or_default();
        for set in sets {
            let methods: Vec<String> = set
                .methods
                .iter()
                .map(|method| method.method.to_string())
                .collect();
            let n = methods
                .iter()
                .rposition(|text| name(text) == ready)
                .map_or(0, |at| at + 1);
            let place = |wanted: &str| {
                if wanted == "*" {
                    return vec![ANY];
                }
                let named = methods.iter().enumerate();
                named
                    .filter(|(_, text)| name(text) == wanted)
                    .map(|(at, _)| at)
                    .collect()
            };
            let after = set
                .methods
                .iter()
                .map(|method| {
                    let all = method.after.iter().chain(&method.after_if);
                    all.flat_map(|text| place(text)).collect()
                })
                .collect();
            let after_if = set
                .methods
                .iter()
                .map(|method| {
                    let from = method.after_if.iter().flat_map(|text| place(text));
                    let calls = method.if_calls.iter().map(ToString::to_string);
                    (from.collect(), calls.collect())
                })
                .collect();
            let waits = (0..)
                .zip(&set.methods)
                .filter(|(_, method)| method.waits)
                .map(|(at, _)| at)
                .collect();
            let before_providers = (0..)
                .zip(&set.methods)
                .filter(|(_, method)| method.before_providers)
                .map(|(at, _)| at)
                .collect();
            let order = Order {
                before_providers,
                after,
                after_if,
                waits,
                ready: n,
                methods,
            };
            self.order.insert(set.component.to_string(), order);
        }
    }

    /// When a method of a component runs.
    pub(crate) fn time(&self, program: View<'_, '_>, ty: TypeId, def: DefId) -> Time {
        self.watch.ask(|| Question::Component(ty));
        if let Some(known) = self.times.borrow().get(&(ty, def)) {
            return *known;
        }
        let time = self.find_time(program, ty, def);
        self.times.borrow_mut().insert((ty, def), time);
        time
    }

    fn find_time(&self, program: View<'_, '_>, ty: TypeId, def: DefId) -> Time {
        // Name and prototype are the method's own: no answer of the app is asked for.
        let _quiet = self.watch.quiet();
        let program = program.all();
        let (name, proto) = program.selector(program.method(program.def(def).method).selector);
        let text = [program.name(name), program.proto(proto)].concat();
        if text.starts_with(b"<init>") {
            return Time::First;
        }
        let Some(order) = self.order_of(ty) else {
            return Time::Middle;
        };
        let n = order.methods.len();
        match order
            .methods
            .iter()
            .position(|known| known.as_bytes() == text)
        {
            Some(place) if order.is_told() => {
                let is_known = !order.after[place].is_empty()
                    || order.after.iter().any(|list| list.contains(&place));
                match u16::try_from(place) {
                    Ok(place) if is_known => Time::At(place),
                    _ => Time::Middle,
                }
            }
            Some(place) if place < order.ready => Time::First,
            Some(place) if place + 1 == n && order.ready > 0 => Time::Last,
            _ => Time::Middle,
        }
    }

    /// When at the start of the process a method runs that runs once: the application is attached, providers are made,
    /// the application is made.
    pub(crate) fn start_rank(&self, program: View<'_, '_>, ty: TypeId, def: DefId) -> Option<u8> {
        self.watch.spoil("components that fit");
        let at = self
            .components
            .binary_search_by_key(&ty, |(known, _)| *known)
            .ok()?;
        let kind = self.components.get(at)?.1.as_str();
        match (kind, self.time(program, ty, def)) {
            (APPLICATION, Time::First) => Some(1),
            (APPLICATION, Time::At(place)) => {
                let order = self.order_of(ty)?;
                let is_before = order.before_providers.contains(&usize::from(place));
                Some(if is_before { 1 } else { 3 })
            }
            (PROVIDER, Time::First) => Some(2),
            _ => None,
        }
    }

    /// Nothing but making the component comes before a method that runs at a time.
    pub(crate) fn is_first(&self, ty: TypeId, time: Time, own: &BTreeSet<Time>) -> bool {
        self.watch.spoil("components that fit");
        let only_made = || {
            self.seen(ty, time, own)
                .iter()
                .all(|time| *time == Time::First)
        };
        matches!(time, Time::At(_)) && self.has_order(ty) && only_made()
    }

    /// The framework runs the method only within a call of the app that the tables describe.
    pub(crate) fn is_by_call(&self, program: View<'_, '_>, def: DefId) -> bool {
        // Name and prototype are the method's own: no answer of the app is asked for.
        let _quiet = self.watch.quiet();
        let row = program.method(program.def(def).method);
        let (name, proto) = program.selector(row.selector);
        let text = [program.name(name), program.proto(proto)].concat();
        self.by_call.iter().any(|(base, method)| {
            method.as_bytes() == text && program.all().is_subtype(row.class, *base)
        })
    }

    /// Components that do not run in the main process, with the name of theirs.
    pub(crate) fn processes(&self) -> impl Iterator<Item = (TypeId, &str)> {
        self.processes.iter().map(|(ty, name)| (*ty, name.as_str()))
    }

    /// A component that the manifest disables.
    pub(crate) fn is_disabled(&self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Component(ty));
        self.disabled.contains(&ty)
    }

    /// Nothing in the app enables components that the manifest disables.
    pub(crate) fn stay_disabled(&self, ctx: &crate::context::Ctx<'_, '_>) -> bool {
        self.watch.spoil("components that fit");
        let program = ctx.program;
        if self.disabled.is_empty() {
            return false;
        }
        let rows = ctx.tables.channels.rows();
        let enables: Vec<_> = rows
            .filter(|row| row.cells.starts_with(ENABLES))
            .filter_map(|row| {
                let class = program.find_type(row.class.as_bytes())?;
                Some((class, program.find_name(row.name.as_bytes())?))
            })
            .collect();
        !program.methods().any(|(_, row)| {
            let name = program.selector(row.selector).0;
            enables
                .iter()
                .any(|(class, known)| *known == name && program.is_subtype(row.class, *class))
        })
    }

    fn order_of(&self, ty: TypeId) -> Option<&Order> {
        let at = self
            .components
            .binary_search_by_key(&ty, |(known, _)| *known);
        let kind = match at {
            Ok(at) => &self.components.get(at)?.1,
            Err(_) => self.living.get(&ty)?,
        };
        self.order.get(kind)
    }

    /// The order of the methods of such a component is told one by one.
    pub(crate) fn has_order(&self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Component(ty));
        self.order_of(ty).is_some_and(Order::is_told)
    }

    /// The times whose writes a method sees that runs at a time; `own` are the times at which the component has methods.
    /// Without an order what was written before is seen; of what the last method writes nothing is.
    pub(crate) fn seen(&self, ty: TypeId, time: Time, own: &BTreeSet<Time>) -> BTreeSet<Time> {
        self.watch.spoil("components that fit");
        let Some(order) = self.order_of(ty).filter(|order| order.is_told()) else {
            return [Time::First, Time::Middle]
                .into_iter()
                .filter(|known| *known <= time)
                .collect();
        };
        let mut out = BTreeSet::new();
        let mut stack: Vec<usize> = match time {
            Time::First => return [Time::First].into_iter().collect(),
            Time::At(place) => match order.after.get(usize::from(place)) {
                Some(list) if !list.is_empty() => self.behind(ty, place.into(), list),
                _ => return [Time::First].into_iter().collect(),
            },
            Time::Middle | Time::Last => {
                let mut list = order.waits.clone();
                list.push(ANY);
                list
            }
        };
        let mut seen = BTreeSet::new();
        while let Some(place) = stack.pop() {
            if !seen.insert(place) {
                continue;
            }
            if place == ANY {
                out.insert(Time::Middle);
                continue;
            }
            let at = Time::At(u16::try_from(place).unwrap_or(u16::MAX));
            if own.contains(&at) {
                out.insert(at);
                continue;
            }
            match order.after.get(place) {
                Some(list) if !list.is_empty() => stack.extend(self.behind(ty, place, list)),
                _ => {
                    out.insert(Time::First);
                }
            }
        }
        out
    }

    /// Of the methods that can come directly before one, those that do so in objects of this type.
    fn behind(&self, ty: TypeId, place: usize, list: &[usize]) -> Vec<usize> {
        let apart = self.apart.borrow();
        let mut out = list.to_vec();
        out.retain(|before| !apart.contains(&(ty, place, *before)));
        out
    }

    /// Methods of a type that come behind another only where that one calls something: places of the two, the other as
    /// name and prototype, names of what it must call. Only those that run at these times.
    pub(crate) fn conditions(
        &self,
        ty: TypeId,
        own: &BTreeSet<Time>,
    ) -> Vec<(usize, usize, &str, &[String])> {
        self.watch.spoil("components that fit");
        let mut out = Vec::new();
        let Some(order) = self.order_of(ty) else {
            return out;
        };
        let runs = |place: usize| u16::try_from(place).is_ok_and(|at| own.contains(&Time::At(at)));
        for (place, (from, calls)) in order.after_if.iter().enumerate() {
            for before in from.iter().copied().filter(|_| runs(place)) {
                if let Some(name) = order.methods.get(before) {
                    out.push((place, before, name.as_str(), calls.as_slice()));
                }
            }
        }
        out
    }

    /// Notes that one method of a type never comes directly behind another.
    pub(crate) fn keep_apart(&self, ty: TypeId, place: usize, before: usize) {
        self.apart.borrow_mut().insert((ty, place, before));
    }

    /// Manifest package.
    pub(crate) fn package(&self) -> &str {
        self.watch.ask(|| Question::Package);
        &self.package
    }

    /// Components of which the system makes a new object for each call: receivers of the manifest.
    pub(crate) fn renewed(&self) -> impl Iterator<Item = TypeId> + '_ {
        self.watch.spoil("components that fit");
        self.components
            .iter()
            .filter(|(_, kind)| kind == "receiver")
            .map(|(ty, _)| *ty)
    }

    /// The type is one that components are derived from: the app itself has some of it.
    pub(crate) fn is_component_type(&self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Component(ty));
        self.bases.contains(&ty)
    }

    /// A component that other apps can start or ask.
    pub(crate) fn is_exported(&self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Component(ty));
        self.exported.contains(&ty)
    }

    /// Some service can be bound by other apps.
    pub(crate) fn any_exported(&self) -> bool {
        self.watch.ask(|| Question::AnyExported);
        self.components
            .iter()
            .any(|(ty, kind)| kind == "service" && self.exported.contains(ty))
    }

    /// A component of the manifest that only the app itself can start.
    pub(crate) fn is_private(&self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Component(ty));
        self.components
            .binary_search_by_key(&ty, |(known, _)| *known)
            .is_ok()
            && !self.exported.contains(&ty)
    }

    /// The address is one of a provider that only the app itself can use: `content://authority`, then nothing or a path.
    pub(crate) fn is_own_address(&self, text: &str) -> bool {
        self.watch.ask(|| Question::OwnAddress(text.into()));
        self.own_authorities.contains(text)
            || text.strip_prefix("content://").is_some_and(|rest| {
                let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
                self.own_authorities.contains(authority)
            })
    }

    /// The provider of the app at a content address, none for those of others; `None` for what is no such address.
    pub(crate) fn provider_at(&self, text: &str) -> Option<Vec<TypeId>> {
        self.watch.ask(|| Question::Provider(text.into()));
        let rest = text.strip_prefix("content://")?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        Some(
            self.by_authority
                .get(authority)
                .copied()
                .into_iter()
                .collect(),
        )
    }

    /// All that is known of a type, for the question about it: what kind of component it is, what life it has, whether
    /// components are derived from it, whether others reach it, whether it is disabled.
    pub(crate) fn known(&self, ty: TypeId) -> (Option<&str>, Option<&str>, [bool; 3]) {
        let at = self
            .components
            .binary_search_by_key(&ty, |(known, _)| *known);
        let kind = at.ok().and_then(|at| self.components.get(at));
        (
            kind.map(|(_, kind)| kind.as_str()),
            self.living.get(&ty).map(String::as_str),
            [
                self.bases.contains(&ty),
                self.exported.contains(&ty),
                self.disabled.contains(&ty),
            ],
        )
    }

    /// A component, or a class from which one is derived.
    pub(crate) fn is_component(&self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Component(ty));
        self.bases.contains(&ty)
    }

    /// The component with this class name in Java form, package prefix included.
    pub(crate) fn named(&self, name: &str) -> Option<TypeId> {
        self.watch.ask(|| Question::ComponentNamed(name.into()));
        self.by_name.get(name).copied()
    }

    /// What the manifest tells by name.
    pub(crate) fn meta_data(&self) -> &[(String, String)] {
        self.watch.ask(|| Question::MetaData);
        &self.meta_data
    }

    /// The manifest asks for the permission, or defines it.
    pub(crate) fn asks_for(&self, permission: &str) -> bool {
        self.watch.ask(|| Question::Permission(permission.into()));
        self.permissions.is_empty() || self.permissions.contains(permission)
    }

    /// The manifest has a component of this name.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.watch.ask(|| Question::ComponentName(name.into()));
        self.names.contains(name)
    }

    /// Filters of a component that have the action, with what is sent to whoever has it and to no one else: the least
    /// priority of those that ask for nothing more, and the greatest of all.
    pub(crate) fn priorities(&self, ty: TypeId, action: &str) -> (Option<i32>, Option<i32>) {
        self.watch.spoil("components that fit");
        let own = || {
            let all = self.by_action.get(action).into_iter().flatten();
            all.filter(|(known, _)| *known == ty)
                .map(|(_, filter)| filter)
        };
        let is_plain = |filter: &&IntentFilter| {
            filter.types.is_empty()
                && filter.schemes.is_empty()
                && filter.hosts.is_empty()
                && filter.paths.is_empty()
        };
        let plain = own().filter(is_plain).map(|filter| filter.priority).min();
        (
            plain.filter(|_| !self.guarded.contains(&ty)),
            own().map(|filter| filter.priority).max(),
        )
    }

    /// The one method that the framework calls on components of the kind of a type, as name and prototype.
    pub(crate) fn only_method(&self, ty: TypeId) -> Option<&str> {
        self.watch.spoil("components that fit");
        match self.order_of(ty)?.methods.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    fn is_of_kind(&self, ty: TypeId, kind: &str) -> bool {
        self.components
            .binary_search_by_key(&ty, |(known, _)| *known)
            .ok()
            .and_then(|at| self.components.get(at))
            .is_some_and(|(_, known)| known == kind)
    }

    /// Components with a filter that has the action and, as far as these are known, all categories, the media type and
    /// the address.
    pub(crate) fn with_action(
        &self,
        action: &str,
        categories: &[String],
        media_type: Option<&str>,
        data: Option<&str>,
    ) -> Vec<TypeId> {
        self.watch.spoil("components that fit");
        let mut out: Vec<TypeId> = self
            .by_action
            .get(action)
            .into_iter()
            .flatten()
            .filter(|(ty, filter)| {
                (!self.is_of_kind(*ty, PAGE)
                    || crate::filters::takes_starts(filter)
                    || categories
                        .iter()
                        .any(|category| category == crate::filters::LAUNCHER))
                    && categories
                        .iter()
                        .all(|category| filter.categories.contains(category))
                    && media_type.is_none_or(|wanted| {
                        filter.types.iter().any(|known| fits_type(known, wanted))
                    })
                    && data.is_none_or(|address| crate::filters::fits_address(filter, address))
            })
            .map(|(ty, _)| *ty)
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// A media type of a filter takes in another, part by part; `*` of either side takes any.
fn fits_type(known: &str, wanted: &str) -> bool {
    if known == "*" || known == "*/*" {
        return true;
    }
    let part = |a: &str, b: &str| a == "*" || b == "*" || a.eq_ignore_ascii_case(b);
    match (known.split_once('/'), wanted.split_once('/')) {
        (Some((a, b)), Some((c, d))) => part(a, c) && part(b, d),
        _ => known == wanted,
    }
}
