//! Places where information is read, as the accesses and the tables tell; kinds are looked up only when reporting.

use std::cell::RefCell;
use std::rc::Rc;

use app_facts::{Access, Level};
use program_model::{DefId, Program};
use ruleset::schema::Catalogues;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::cache::{Event, Question, Watch};

/// One place where information enters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct SourceSite {
    pub(crate) def: DefId,
    pub(crate) offset: u32,
    /// The interface read.
    pub(crate) api: Rc<str>,
    /// Kinds of the taxonomy, sorted.
    pub(crate) data: Vec<Rc<str>>,
}

/// How an access yields its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Yields {
    /// A call or field read at the offset.
    Here,
    /// The parameters of the method.
    Params,
}

/// A place of a method: offset, how the value comes, whether all that is read there is of little weight.
pub(crate) type Place = (u32, Yields, bool);

/// Method, offset, interface, kinds, whether all of them are of little weight.
type Row<'x> = (DefId, u32, &'x str, Vec<Rc<str>>, bool);

/// All sources of one app by number; more are added as they are met.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    list: RefCell<Vec<SourceSite>>,
    ids: RefCell<FxHashMap<SourceSite, u32>>,
    by_place: FxHashMap<(DefId, u32), Vec<(u32, Yields)>>,
    methods: Vec<DefId>,
    /// Methods that read things by name, in order.
    by_name: Vec<DefId>,
    /// By interface its points in the catalogue, where arguments decide which of them a call is: group and point.
    by_argument: FxHashMap<Rc<str>, Vec<(usize, usize)>>,
    /// With it, whether all that is read there is of little weight; sorted by method.
    places: Vec<(DefId, Place)>,
    /// What summaries ask is noted here.
    watch: Rc<Watch>,
}

impl Sources {
    pub(crate) fn new(
        program: &Program<'_>,
        accesses: &[Access],
        catalogues: &Catalogues<'_>,
        watch: &Rc<Watch>,
    ) -> Self {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for access in accesses {
            if access.level == Level::String {
                continue;
            }
            let Some(def) = find_def(program, &access.site.method) else {
                continue;
            };
            let data: Rc<str> = access.data.as_str().into();
            let same = rows
                .iter_mut()
                .rev()
                .find(|row| row.0 == def && row.1 == access.site.offset && row.2 == access.api);
            match same {
                Some(row) => {
                    row.3.push(data);
                    row.4 &= access.background_weight;
                }
                None => rows.push((
                    def,
                    access.site.offset,
                    &access.api,
                    vec![data],
                    access.background_weight,
                )),
            }
        }
        rows.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
        let mut out = Self {
            by_argument: by_argument(catalogues, &rows.iter().map(|row| row.2).collect()),
            watch: Rc::clone(watch),
            ..Self::default()
        };
        for (def, offset, api, mut data, is_light) in rows {
            data.sort();
            data.dedup();
            let yields = if offset == 0 && is_own(program, def, api) {
                Yields::Params
            } else {
                Yields::Here
            };
            let id = out.id(&SourceSite {
                def,
                offset,
                api: api.into(),
                data,
            });
            out.by_place
                .entry((def, offset))
                .or_default()
                .push((id, yields));
            out.methods.push(def);
            if name_in(api).is_some() || out.by_argument.contains_key(api) {
                out.by_name.push(def);
            }
            out.places.push((def, (offset, yields, is_light)));
        }
        out.methods.sort_unstable();
        out.methods.dedup();
        out.by_name.sort_unstable();
        out.by_name.dedup();
        out
    }

    /// The number of a source.
    pub(crate) fn id(&self, site: &SourceSite) -> u32 {
        let id = self.number(site);
        self.watch.note(|| Event::Source(id));
        id
    }

    fn number(&self, site: &SourceSite) -> u32 {
        if let Some(id) = self.ids.borrow().get(site) {
            return *id;
        }
        let mut list = self.list.borrow_mut();
        let id = u32::try_from(list.len()).unwrap_or(u32::MAX);
        list.push(site.clone());
        self.ids.borrow_mut().insert(site.clone(), id);
        id
    }

    /// The number that a source has.
    pub(crate) fn find(&self, site: &SourceSite) -> Option<u32> {
        self.ids.borrow().get(site).copied()
    }

    pub(crate) fn get(&self, id: u32) -> Option<SourceSite> {
        self.list.borrow().get(id as usize).cloned()
    }

    /// Accesses at a place.
    pub(crate) fn at(&self, def: DefId, offset: u32) -> &[(u32, Yields)] {
        self.watch.ask(|| Question::Sources(def));
        let found = self
            .by_place
            .get(&(def, offset))
            .map_or(&[][..], Vec::as_slice);
        for (id, _) in found {
            self.watch.note(|| Event::Source(*id));
        }
        found
    }

    /// All accesses of a method, for the question about it.
    pub(crate) fn within(&self, def: DefId) -> Vec<(u32, &[(u32, Yields)])> {
        let from = self.places.partition_point(|(known, _)| *known < def);
        let own = self.places.iter().skip(from);
        let mut out: Vec<(u32, &[(u32, Yields)])> = Vec::new();
        for (_, (offset, ..)) in own.take_while(|(known, _)| *known == def) {
            if out.last().is_none_or(|(known, _)| known != offset)
                && let Some(list) = self.by_place.get(&(def, *offset))
            {
                out.push((*offset, list));
            }
        }
        out
    }

    /// Accesses of a method by offset.
    pub(crate) fn of(&self, def: DefId) -> impl Iterator<Item = &Place> {
        self.watch.spoil("accesses of a method");
        let from = self.places.partition_point(|(known, _)| *known < def);
        self.places
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |(known, _)| *known == def)
            .map(|(_, place)| place)
    }

    /// Points of an interface in the catalogue, where arguments decide which of them a call is: group and point.
    pub(crate) fn points_by_argument(&self, api: &str) -> &[(usize, usize)] {
        self.by_argument.get(api).map_or(&[], Vec::as_slice)
    }

    /// The method reads something by a name: which one, its callers may know.
    pub(crate) fn reads_by_name(&self, def: DefId) -> bool {
        self.by_name.binary_search(&def).is_ok()
    }

    /// Methods that hold an access, in order.
    pub(crate) fn methods(&self) -> &[DefId] {
        self.watch.spoil("methods with accesses");
        &self.methods
    }
}

/// The points of these interfaces of which some stands under a condition on arguments.
fn by_argument(
    catalogues: &Catalogues<'_>,
    apis: &FxHashSet<&str>,
) -> FxHashMap<Rc<str>, Vec<(usize, usize)>> {
    let mut out: FxHashMap<Rc<str>, Vec<(usize, usize)>> = FxHashMap::default();
    let mut decided: FxHashSet<&str> = FxHashSet::default();
    for (at, group) in catalogues.groups.iter().enumerate() {
        for (n, point) in group.points.iter().enumerate() {
            let Some(api) = point.method.as_deref().and_then(|api| apis.get(api)) else {
                continue;
            };
            out.entry((*api).into()).or_default().push((at, n));
            if !point.when.is_empty() {
                decided.insert(*api);
            }
        }
    }
    out.retain(|api, _| decided.contains(api.as_ref()));
    out
}

/// The name in an interface that is read by one: a command, a property, a setting, a file, a service.
pub(crate) fn name_in(api: &str) -> Option<&str> {
    if api.contains("->") || api.contains("://") {
        return None;
    }
    let (_, name) = api.split_once(':')?;
    Some(name.trim())
}

/// True when the interface is the method itself: it overrides a catalogued one or receives a catalogued broadcast.
fn is_own(program: &Program<'_>, def: DefId, api: &str) -> bool {
    let Some((_, member)) = api.split_once("->") else {
        return api.starts_with("action:");
    };
    let (name, proto) = program.selector(program.method(program.def(def).method).selector);
    let own = program.name(name).len() + program.proto(proto).len();
    own == member.len()
        && member.as_bytes().starts_with(program.name(name))
        && member.as_bytes().ends_with(program.proto(proto))
}

/// The app's method with this printed name.
pub(crate) fn find_def(program: &Program<'_>, text: &str) -> Option<DefId> {
    let (class, member) = text.split_once("->")?;
    let at = member.find('(')?;
    let (name, proto) = member.split_at_checked(at)?;
    let ty = program.find_type_named(class)?;
    let selector = program.find_selector(name.as_bytes(), proto.as_bytes());
    let exact = selector.and_then(|selector| program.declared(ty, selector));
    // Names outside ASCII are printed, not raw; they are looked for one by one.
    exact.or_else(|| {
        let class = program.class_of(ty)?;
        program
            .class(class)
            .methods()
            .find(|def| program.def_name(*def) == text)
    })
}
