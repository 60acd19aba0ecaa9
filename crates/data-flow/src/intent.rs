//! Which components of the app an intent reaches: explicit ones by class, others by the action of their filters.

use std::collections::{BTreeMap, BTreeSet};

use call_graph::AppInput;
use program_model::{DefId, Program, TypeId};
use ruleset::schema::EntryPointSet;
use rustc_hash::FxHashMap;

/// Components of the app as targets of intents.
#[derive(Debug, Default)]
pub(crate) struct Intents {
    /// Component classes, sorted, with the kind of each.
    pub(crate) components: Vec<(TypeId, String)>,
    by_action: FxHashMap<String, Vec<TypeId>>,
    by_name: FxHashMap<String, TypeId>,
    /// Components and their superclasses but the root of all.
    bases: BTreeSet<TypeId>,
    /// Components that other apps can start or write to.
    exported: BTreeSet<TypeId>,
    /// Manifest package.
    package: String,
    /// Authorities of providers that only the app itself can use.
    own_authorities: BTreeSet<String>,
    /// By kind of component: methods as name and prototype in the order of calls, and the number of those that make it
    /// ready.
    order: FxHashMap<String, (Vec<String>, usize)>,
}

/// When in the life of a component a method runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Time {
    /// Once, before all others.
    First,
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
            for action in &component.actions {
                out.by_action.entry(action.clone()).or_default().push(ty);
            }
        }
        out.components.sort();
        out.components.dedup();
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for list in out.by_action.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
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
            self.order.insert(set.component.to_string(), (methods, n));
        }
    }

    /// When a method of a component runs.
    pub(crate) fn time(&self, program: &Program<'_>, ty: TypeId, def: DefId) -> Time {
        let (name, proto) = program.selector(program.method(program.def(def).method).selector);
        let text = [program.name(name), program.proto(proto)].concat();
        if text.starts_with(b"<init>") {
            return Time::First;
        }
        let Ok(at) = self
            .components
            .binary_search_by_key(&ty, |(known, _)| *known)
        else {
            return Time::Middle;
        };
        let Some((methods, ready)) = self.order.get(&self.components[at].1) else {
            return Time::Middle;
        };
        match methods.iter().position(|known| known.as_bytes() == text) {
            Some(place) if place < *ready => Time::First,
            Some(place) if place + 1 == methods.len() && *ready > 0 => Time::Last,
            _ => Time::Middle,
        }
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
        text.strip_prefix("content://").is_some_and(|rest| {
            let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
            self.own_authorities.contains(authority)
        })
    }

    /// A component, or a class from which one is derived.
    pub(crate) fn is_component(&self, ty: TypeId) -> bool {
        self.bases.contains(&ty)
    }

    /// The component with this class name in Java form, package prefix included.
    pub(crate) fn named(&self, name: &str) -> Option<TypeId> {
        self.by_name.get(name).copied()
    }

    /// Components whose filters have the action.
    pub(crate) fn with_action(&self, action: &str) -> &[TypeId] {
        self.by_action.get(action).map_or(&[], Vec::as_slice)
    }
}
