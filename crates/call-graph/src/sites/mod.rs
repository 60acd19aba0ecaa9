//! Calls that mean more than a read: requests for permissions, repetition, loading of code, reflection. Finds them in one
//! pass over the code; refuses to judge them.

mod denied;
mod gathered;
mod loads;
mod own_code;
mod permission_requests;
mod reflection;
mod repetition;
mod spacing;
mod types;

use std::cell::RefCell;
use std::rc::Rc;

use app_facts::{Access, CodeLoad, Level, PermissionRequest, Scope, Via};
use program_model::{Body, DefId, EventKind, MethodId, NameId, Program, ProtoId, TypeId, ValueId};
use rustc_hash::FxHashMap;

use crate::access::{self, Candidate, facts};
use crate::analysis::Shared;
use crate::constants::Evaluator;
use crate::graph::{CallEdge, CallGraph};
use crate::index::PointId;

pub(crate) use reflection::ReflectiveCall;
pub(crate) use types::{cast_of, class_of_object, concrete, made_by_class};

/// Sites of one kind looked at; a hostile app could have one in every instruction.
const MAX_SITES: usize = 20_000;

/// What a call means, by its row in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    Request(u32),
    /// Adds permissions to the request of this row.
    Adds(u32),
    Check,
    Exit,
    /// Closes the page on which it is called.
    Close,
    Show(u32),
    Repeat(u32),
    Load(u32),
    Reflection(u32),
    /// Writes a stored value; only where requests are looked at.
    Stores(u32),
}

/// One call with a meaning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site {
    pub(super) def: DefId,
    pub(super) offset: u32,
    pub(super) method: MethodId,
    pub(super) meaning: Meaning,
}

/// Everything that the parts need.
pub(super) struct Scene<'s, 'x, 'a> {
    pub(super) shared: &'s Shared<'x, 'a>,
    pub(super) graph: &'s CallGraph,
    pub(super) sites: Vec<Site>,
    meanings: FxHashMap<MethodId, Vec<Meaning>>,
    /// Edges of the method asked for last: sites come method by method.
    last: RefCell<(Option<DefId>, Rc<Vec<CallEdge>>)>,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) requests: Vec<PermissionRequest>,
    pub(crate) loads: Vec<CodeLoad>,
    /// Calls and objects that reflection makes, with constant names.
    pub(crate) reflective: Vec<ReflectiveCall>,
    /// Reachable look-ups without a constant name, by short owner, sorted.
    pub(crate) unresolved: Vec<(String, u32)>,
    /// A table tells of reflection, so that `unresolved` is complete.
    looked_at_reflection: bool,
    /// Kinds of site of which more exist than are looked at.
    pub(crate) cut: bool,
}

/// Finds all such calls, sets the repetition of the accesses found before, and adds accesses by reflection to them.
pub(crate) fn find<'x, 'a>(
    shared: &Shared<'x, 'a>,
    graph: &CallGraph,
    evaluator: &mut Evaluator<'x, 'a>,
    found: &mut access::Found,
) -> Found {
    let meanings = meanings(shared);
    let mut cut = false;
    let sites = if meanings.is_empty() {
        Vec::new()
    } else {
        sites(shared.program, &meanings, &mut cut)
    };
    let scene = Scene {
        shared,
        graph,
        sites,
        meanings,
        last: RefCell::default(),
    };
    let mut out = Found {
        looked_at_reflection: !shared.index.catalogues.loading.reflection.is_empty(),
        cut,
        ..Found::default()
    };
    if scene.sites.is_empty() {
        return out;
    }
    let reflected = reflection::find(&scene, evaluator);
    reflection::add(found, reflected.accesses);
    out.reflective = reflected.calls;
    out.unresolved = reflected.unresolved;
    repetition::set(&scene, evaluator, &mut found.accesses);
    out.requests = permission_requests::find(&scene, evaluator);
    out.loads = loads::find(&scene, evaluator);
    out
}

/// Catalogue rows by the program's methods.
fn meanings(shared: &Shared<'_, '_>) -> FxHashMap<MethodId, Vec<Meaning>> {
    let all = shared.index.catalogues;
    let mut rows: Vec<(&str, Meaning)> = Vec::new();
    for (n, row) in (0u32..).zip(&all.requests.requests) {
        rows.push((&row.method, Meaning::Request(n)));
        rows.extend(row.adds.iter().map(|add| (&**add, Meaning::Adds(n))));
    }
    rows.extend(all.requests.checks.iter().map(|m| (&**m, Meaning::Check)));
    rows.extend(all.requests.exits.iter().map(|m| (&**m, Meaning::Exit)));
    rows.extend(all.requests.closes.iter().map(|m| (&**m, Meaning::Close)));
    for (n, row) in (0u32..).zip(&all.requests.shows) {
        rows.push((&row.method, Meaning::Show(n)));
    }
    for (n, row) in (0u32..).zip(&all.repeats.repeats) {
        rows.push((&row.method, Meaning::Repeat(n)));
    }
    for (n, row) in (0u32..).zip(&all.loading.loaders) {
        rows.push((&row.method, Meaning::Load(n)));
    }
    for (n, row) in (0u32..).zip(&all.loading.reflection) {
        rows.push((&row.method, Meaning::Reflection(n)));
    }
    match_names(shared.program, &rows)
}

/// The program's methods that rows name, `Lcls;->name` for all overloads or with a prototype; a call named on a subclass
/// counts unless the subclass answers it itself.
fn match_names<T: Copy + Ord>(
    program: &Program<'_>,
    rows: &[(&str, T)],
) -> FxHashMap<MethodId, Vec<T>> {
    type Row<T> = (TypeId, Option<ProtoId>, T);
    let mut by_name: FxHashMap<NameId, Vec<Row<T>>> = FxHashMap::default();
    for (method, what) in rows {
        let found = (|| {
            let (class, rest) = method.split_once("->")?;
            let (name, proto) = match rest.find('(') {
                Some(at) => rest.split_at_checked(at)?,
                None => (rest, ""),
            };
            let proto = if proto.is_empty() {
                None
            } else {
                Some(program.find_proto(proto.as_bytes())?)
            };
            let class = program.find_type(class.as_bytes())?;
            Some((program.find_name(name.as_bytes())?, (class, proto, *what)))
        })();
        if let Some((name, row)) = found {
            by_name.entry(name).or_default().push(row);
        }
    }
    let mut out: FxHashMap<MethodId, Vec<T>> = FxHashMap::default();
    if by_name.is_empty() {
        return out;
    }
    for (id, method) in program.methods() {
        let (name, proto) = program.selector(method.selector);
        for (class, wanted, what) in by_name.get(&name).into_iter().flatten() {
            if wanted.is_some_and(|wanted| wanted != proto) {
                continue;
            }
            let is_constructor = program.name(name).starts_with(b"<");
            let fits = method.class == *class
                || (!is_constructor
                    && program.is_subtype(method.class, *class)
                    && (program.class_of(*class).is_some()
                        || program.lookup(method.class, method.selector).is_none()));
            if fits {
                let list = out.entry(id).or_default();
                if !list.contains(what) {
                    list.push(*what);
                    list.sort_unstable();
                }
            }
        }
    }
    out
}

fn sites(
    program: &Program<'_>,
    meanings: &FxHashMap<MethodId, Vec<Meaning>>,
    cut: &mut bool,
) -> Vec<Site> {
    let mut marks = vec![false; program.n_methods()];
    #[expect(
        clippy::iter_over_hash_type,
        reason = "setting marks does not depend on the order"
    )]
    for method in meanings.keys() {
        marks[method.index()] = true;
    }
    let mut out = Vec::new();
    for (_, class) in program.classes() {
        let (methods, _) = program.rows(class.dex);
        for def in class.methods() {
            for event in program.events(def) {
                if !event.kind.is_plain_invoke() {
                    continue;
                }
                let Some(method) = methods.get(event.index as usize).copied() else {
                    continue;
                };
                if !marks[method.index()] {
                    continue;
                }
                for meaning in meanings.get(&method).into_iter().flatten() {
                    out.push(Site {
                        def,
                        offset: event.offset,
                        method,
                        meaning: *meaning,
                    });
                }
            }
        }
    }
    *cut = out.len() > MAX_SITES * 8;
    out.truncate(MAX_SITES * 8);
    out
}

impl Scene<'_, '_, '_> {
    /// Edges out of a method.
    pub(super) fn edges(&self, def: DefId) -> Rc<Vec<CallEdge>> {
        let mut last = self.last.borrow_mut();
        if last.0 != Some(def) {
            *last = (
                Some(def),
                Rc::new(self.graph.edges(self.shared.program, def)),
            );
        }
        Rc::clone(&last.1)
    }

    /// True for a call of a static method.
    pub(super) fn is_static_call(&self, site: &Site) -> bool {
        let events = self.shared.program.events(site.def);
        let at = events.partition_point(|event| event.offset < site.offset);
        events
            .get(at)
            .is_some_and(|event| event.kind == EventKind::InvokeStatic)
    }

    /// The values of a call: the method's body, the instruction, and the operand of a declared parameter.
    pub(super) fn operand(&self, site: &Site, arg: u32) -> Option<(&Body, usize, ValueId)> {
        let program = self.shared.program;
        let body = program.body(site.def)?;
        let at = body.insn_at(site.offset)?;
        let (_, proto) = program.selector(program.method(site.method).selector);
        let slot = types::operand_of(program.proto(proto), self.is_static_call(site), arg)?;
        Some((body, at, body.operands(at).get(slot)?))
    }

    /// What a call of this method means.
    pub(super) fn meanings_of(&self, method: MethodId) -> &[Meaning] {
        self.meanings.get(&method).map_or(&[], Vec::as_slice)
    }

    /// Place, owner, level, phase and chain of places in code, in the order given.
    pub(super) fn describe(&self, places: &[(DefId, u32)]) -> Vec<Access> {
        describe(self.shared, places)
    }

    /// True when the place lies in the package of a catalogued class of this kind: code of the library itself.
    pub(super) fn is_inside(&self, def: DefId, methods: &[&str]) -> bool {
        let program = self.shared.program;
        let class = program.class(program.def(def).class).ty;
        let here = package(program.descriptor(class));
        methods.iter().any(|method| {
            let class = method.split_once("->").map_or("", |(class, _)| class);
            let there = package(class.as_bytes());
            !there.is_empty() && here.starts_with(there)
        })
    }
}

/// Place, owner, level, phase and chain of places in code, in the order given, as an access has them.
pub(crate) fn describe(shared: &Shared<'_, '_>, places: &[(DefId, u32)]) -> Vec<Access> {
    // Any point will do: nothing of the catalogue is kept.
    let point = PointId { group: 0, point: 0 };
    if shared.index.catalogues.groups.is_empty() {
        return Vec::new();
    }
    let candidates = places.iter().enumerate().map(|(n, (def, offset))| {
        let candidate = Candidate {
            def: *def,
            offset: *offset,
            point,
            api: String::new(),
            level: if shared.chains.reaches(*def) {
                Level::Reachable
            } else {
                Level::Present
            },
            scope: Scope::Full,
            via: Via::Direct,
            cuts: Vec::new(),
        };
        (candidate, n.to_string())
    });
    let (made, _) = facts::make(shared, candidates);
    let mut out: Vec<Option<Access>> = vec![None; places.len()];
    for access in made {
        if let Some(place) = access
            .data
            .parse::<usize>()
            .ok()
            .and_then(|n| out.get_mut(n))
        {
            *place = Some(access);
        }
    }
    out.into_iter().flatten().collect()
}

impl Found {
    /// Unresolved look-ups by reflection; the count of the search for accesses when no table tells of reflection.
    pub(crate) fn n_unresolved(&self, otherwise: u32) -> u32 {
        if self.looked_at_reflection {
            self.unresolved.iter().map(|(_, n)| *n).sum()
        } else {
            otherwise
        }
    }
}

/// `com/x/` of `Lcom/x/A;`, empty when there is no package.
fn package(descriptor: &[u8]) -> &[u8] {
    let name = descriptor.strip_prefix(b"L").unwrap_or_default();
    let end = name.iter().rposition(|byte| *byte == b'/');
    end.and_then(|end| name.get(..=end)).unwrap_or_default()
}
