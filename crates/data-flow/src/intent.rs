//! Which components of the app an intent reaches: explicit ones by class, others by the action of their filters.

use std::collections::{BTreeMap, BTreeSet};

use call_graph::{AppInput, IntentFilter};
use program_model::{DefId, Program, TypeId};
use ruleset::schema::EntryPointSet;
use rustc_hash::FxHashMap;

/// Components of the app as targets of intents.
#[derive(Debug, Default)]
pub(crate) struct Intents {
    /// Component classes, sorted, with the kind of each.
    pub(crate) components: Vec<(TypeId, String)>,
    by_action: FxHashMap<String, Vec<(TypeId, IntentFilter)>>,
    by_name: FxHashMap<String, TypeId>,
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
}

/// The order of the methods of one kind of component.
#[derive(Debug, Default)]
struct Order {
    /// Methods as name and prototype in the order of calls.
    methods: Vec<String>,
    /// Number of those that make it ready.
    ready: usize,
    /// For each method those that can run directly before it; [`ANY`] for methods that have no order.
    after: Vec<Vec<usize>>,
    /// Behind these the component waits for events.
    waits: Vec<usize>,
}

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
    pub(crate) fn new(program: &Program<'_>, app: &AppInput, sets: &[EntryPointSet<'_>]) -> Self {
        let mut out = Self::default();
        out.read_order(sets);
        out.package.clone_from(&app.package);
        for component in app.components.iter().filter(|component| component.enabled) {
            let Some(ty) = program.find_type_named(&component.class) else {
                continue;
            };
            if program.class_of(ty).is_none() {
                continue;
            }
            out.components.push((ty, component.kind.clone()));
            for authority in &component.authorities {
                out.by_authority.insert(authority.clone(), ty);
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
            for filter in &component.filters {
                for action in &filter.actions {
                    let list = out.by_action.entry(action.clone()).or_default();
                    list.push((ty, filter.clone()));
                }
            }
        }
        out.components.sort();
        out.components.dedup();
        out
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
                .map(|method| method.after.iter().flat_map(|text| place(text)).collect())
                .collect();
            let waits = (0..)
                .zip(&set.methods)
                .filter(|(_, method)| method.waits)
                .map(|(at, _)| at)
                .collect();
            let order = Order {
                after,
                waits,
                ready: n,
                methods,
            };
            self.order.insert(set.component.to_string(), order);
        }
    }

    /// When a method of a component runs.
    pub(crate) fn time(&self, program: &Program<'_>, ty: TypeId, def: DefId) -> Time {
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

    fn order_of(&self, ty: TypeId) -> Option<&Order> {
        let at = self
            .components
            .binary_search_by_key(&ty, |(known, _)| *known)
            .ok()?;
        self.order.get(&self.components.get(at)?.1)
    }

    /// The order of the methods of such a component is told one by one.
    pub(crate) fn has_order(&self, ty: TypeId) -> bool {
        self.order_of(ty).is_some_and(Order::is_told)
    }

    /// The times whose writes a method sees that runs at a time; `own` are the times at which the component has methods.
    /// Without an order what was written before is seen; of what the last method writes nothing is.
    pub(crate) fn seen(&self, ty: TypeId, time: Time, own: &BTreeSet<Time>) -> BTreeSet<Time> {
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
                Some(list) if !list.is_empty() => list.clone(),
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
                Some(list) if !list.is_empty() => stack.extend(list),
                _ => {
                    out.insert(Time::First);
                }
            }
        }
        out
    }

    /// Manifest package.
    pub(crate) fn package(&self) -> &str {
        &self.package
    }

    /// Components of which the system makes a new object for each call: receivers of the manifest.
    pub(crate) fn renewed(&self) -> impl Iterator<Item = TypeId> + '_ {
        self.components
            .iter()
            .filter(|(_, kind)| kind == "receiver")
            .map(|(ty, _)| *ty)
    }

    /// The type is one that components are derived from: the app itself has some of it.
    pub(crate) fn is_component_type(&self, ty: TypeId) -> bool {
        self.bases.contains(&ty)
    }

    /// A component that other apps can start or ask.
    pub(crate) fn is_exported(&self, ty: TypeId) -> bool {
        self.exported.contains(&ty)
    }

    /// Some service can be bound by other apps.
    pub(crate) fn any_exported(&self) -> bool {
        self.components
            .iter()
            .any(|(ty, kind)| kind == "service" && self.exported.contains(ty))
    }

    /// A component of the manifest that only the app itself can start.
    pub(crate) fn is_private(&self, ty: TypeId) -> bool {
        self.components
            .binary_search_by_key(&ty, |(known, _)| *known)
            .is_ok()
            && !self.exported.contains(&ty)
    }

    /// The address is one of a provider that only the app itself can use: `content://authority`, then nothing or a path.
    pub(crate) fn is_own_address(&self, text: &str) -> bool {
        self.own_authorities.contains(text)
            || text.strip_prefix("content://").is_some_and(|rest| {
                let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
                self.own_authorities.contains(authority)
            })
    }

    /// The provider at a content address; `None` for other addresses, and none in it for providers of others.
    pub(crate) fn provider_at(&self, text: &str) -> Option<Option<TypeId>> {
        let rest = text.strip_prefix("content://")?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        Some(self.by_authority.get(authority).copied())
    }

    /// A component, or a class from which one is derived.
    pub(crate) fn is_component(&self, ty: TypeId) -> bool {
        self.bases.contains(&ty)
    }

    /// The component with this class name in Java form, package prefix included.
    pub(crate) fn named(&self, name: &str) -> Option<TypeId> {
        self.by_name.get(name).copied()
    }

    /// Components with a filter that has the action and, as far as these are known, all categories and the media type.
    pub(crate) fn with_action(
        &self,
        action: &str,
        categories: &[String],
        media_type: Option<&str>,
    ) -> Vec<TypeId> {
        let mut out: Vec<TypeId> = self
            .by_action
            .get(action)
            .into_iter()
            .flatten()
            .filter(|(_, filter)| {
                categories
                    .iter()
                    .all(|category| filter.categories.contains(category))
                    && media_type.is_none_or(|wanted| {
                        filter.types.iter().any(|known| fits_type(known, wanted))
                    })
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
