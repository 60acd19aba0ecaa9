//! Goes through the uses of catalogued names and decides which are accesses.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{Access, Level, Scope, Via};
use program_model::{DefId, EventKind};
use ruleset::schema::{Condition, ConsumerKind, Narrow, NarrowRule, Unknown};

use super::candidate::Candidate;
use super::{Matched, facts, texts};
use crate::analysis::Shared;
use crate::constants::{Const, Consts, Evaluator};
use crate::events::{Hit, What};
use crate::index::PointId;

/// Accesses, and what was met on the way.
pub(crate) struct Found {
    /// Sorted by key, then site.
    pub(crate) accesses: Vec<Access>,
    /// Permission group of each access: the catalogue group.
    pub(crate) groups: Vec<u32>,
    /// Content URIs given to consumers: text, place.
    pub(crate) uris: Vec<(String, DefId, u32)>,
    /// Content URIs that are written to: text, place.
    pub(crate) uri_writes: Vec<(String, DefId, u32)>,
    /// Intent and filter actions given to consumers: text, place.
    pub(crate) actions: Vec<(String, DefId, u32)>,
    pub(crate) unresolved_reflection: u32,
    /// Reachable places that read by a key, URI, property or command which is not constant.
    pub(crate) unresolved_names: u32,
}

/// Finds every access.
pub(crate) fn find<'a>(
    shared: &Shared<'_, 'a>,
    graph: &crate::graph::CallGraph,
    matched: &Matched,
    hits: &[Hit<'_>],
    evaluator: &mut Evaluator<'_, 'a>,
) -> Found {
    let mut finder = Finder {
        shared,
        matched,
        evaluator,
        candidates: BTreeMap::new(),
        resolved: BTreeSet::new(),
        uris: Vec::new(),
        uri_writes: Vec::new(),
        unresolved_names: 0,
        actions: Vec::new(),
        unresolved_reflection: 0,
        telling: texts::telling(shared),
        telling_class: vec![None; shared.program.classes().count()],
    };
    for hit in hits {
        match hit.what {
            What::Method(method) => {
                for point in matched.methods.get(method) {
                    finder.method_point(hit, *point);
                }
                for row in matched.consumers.get(method) {
                    finder.consumer(hit, *row);
                }
            }
            What::Field(field) => {
                for point in matched.fields.get(field) {
                    let api = shared.program.field_name(field);
                    if finder.is_inside(hit.def, Some(&api)) {
                        continue;
                    }
                    finder.add(
                        hit.def,
                        hit.event.offset,
                        *point,
                        &api,
                        finder.level(hit.def),
                        (Scope::Full, Via::Direct),
                        &[],
                    );
                }
            }
            What::Text => {}
        }
    }
    finder.views(graph);
    finder.overrides();
    finder.manifest_receivers();
    for hit in hits {
        finder.only_named(hit);
    }
    let Finder {
        candidates,
        uris,
        uri_writes,
        unresolved_names,
        actions,
        unresolved_reflection,
        ..
    } = finder;
    let (accesses, groups) = facts::make(shared, candidates.into_values());
    Found {
        accesses,
        groups,
        uris,
        uri_writes,
        actions,
        unresolved_reflection,
        unresolved_names,
    }
}

struct Finder<'f, 'x, 'a, 'e> {
    shared: &'f Shared<'x, 'a>,
    matched: &'f Matched,
    evaluator: &'f mut Evaluator<'e, 'a>,
    candidates: BTreeMap<(DefId, u32, String), (Candidate, String)>,
    /// Groups for which an owner's code was seen to read, so that a mere name adds nothing.
    resolved: BTreeSet<(u32, crate::owners::OwnerId)>,
    uris: Vec<(String, DefId, u32)>,
    uri_writes: Vec<(String, DefId, u32)>,
    unresolved_names: u32,
    actions: Vec<(String, DefId, u32)>,
    unresolved_reflection: u32,
    /// By DEX file: rows of its string table that are catalogued constants.
    telling: Vec<Vec<bool>>,
    /// By class: some method has such a constant; once it was asked.
    telling_class: Vec<Option<bool>>,
}

impl Finder<'_, '_, '_, '_> {
    fn level(&self, def: DefId) -> Level {
        if self.shared.chains.reaches(def) {
            Level::Reachable
        } else {
            Level::Present
        }
    }

    fn level_at(&self, def: DefId, offset: u32) -> Level {
        if self.shared.chains.reaches_place(def, offset) {
            Level::Reachable
        } else {
            Level::Present
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one candidate")]
    fn add(
        &mut self,
        def: DefId,
        offset: u32,
        point: PointId,
        api: &str,
        level: Level,
        (scope, via): (Scope, Via),
        cuts: &[String],
    ) {
        let group = self.shared.index.group(point);
        if level != Level::String {
            self.resolved
                .insert((point.group, self.shared.owner_of(def)));
        }
        for data in &group.data {
            let candidate = Candidate {
                def,
                offset,
                point,
                api: api.to_owned(),
                level,
                scope,
                via,
                cuts: cuts.to_vec(),
            };
            let entry = self.candidates.entry((def, offset, data.to_string()));
            match entry {
                std::collections::btree_map::Entry::Vacant(place) => {
                    place.insert((candidate, data.to_string()));
                }
                std::collections::btree_map::Entry::Occupied(mut place) => {
                    let (old, _) = place.get();
                    // The surer level counts; then the callback that receives before a call in it; then the
                    // one without imprecision.
                    let index = self.shared.index;
                    let rank = |one: &Candidate| {
                        let is_call = index.point(one.point).overrides.is_none();
                        (one.level, is_call, one.cuts.len(), one.point)
                    };
                    if rank(&candidate) < rank(old) {
                        place.insert((candidate, data.to_string()));
                    }
                }
            }
        }
    }

    /// A call of a catalogued method.
    fn method_point(&mut self, hit: &Hit<'_>, id: PointId) {
        let point = self.shared.index.point(id);
        if let Some(outer) = &point.within
            && !self.is_within(hit.def, outer)
        {
            return;
        }
        if self.is_inside(hit.def, point.method.as_deref()) {
            return;
        }
        if let Some(holder) = &point.holder
            && super::holder::stays(self.shared.program, hit.def, hit.event.offset, holder)
        {
            return;
        }
        let mut cuts = Vec::new();
        for condition in &point.when {
            let values = self
                .evaluator
                .argument(hit.def, hit.event.offset, condition.arg);
            match holds(condition, &values) {
                Some(true) => {
                    if !values.complete {
                        cuts.push(format!("argument {} has other values too", condition.arg));
                    }
                }
                None if condition.unknown == Unknown::Match => {
                    cuts.push(format!("argument {} is not constant", condition.arg));
                }
                Some(false) | None => return,
            }
        }
        let mut scope = Scope::Full;
        if let Some(narrow) = &point.narrow {
            let is_narrow = match narrow.rule {
                NarrowRule::OwnPid => {
                    let values = self
                        .evaluator
                        .argument(hit.def, hit.event.offset, narrow.arg);
                    let is_own = values.complete
                        && !values.values.is_empty()
                        && values.values.iter().all(|value| *value == Const::OwnPid);
                    is_own || self.evaluator.uses_own_pid(hit.def)
                }
                NarrowRule::OwnPackage => {
                    let values = self
                        .evaluator
                        .argument(hit.def, hit.event.offset, narrow.arg);
                    values.complete
                        && values.values.iter().all(|value| self.is_own_package(value))
                        && !values.values.is_empty()
                }
                NarrowRule::Intent => {
                    let values = self
                        .evaluator
                        .argument(hit.def, hit.event.offset, narrow.arg);
                    values.complete
                        && !values.values.is_empty()
                        && !values.texts().any(|text| is_broad(narrow, text))
                }
                NarrowRule::Constant => {
                    let values = self
                        .evaluator
                        .argument(hit.def, hit.event.offset, narrow.arg);
                    let own = values.values.iter().all(|value| self.is_own_package(value));
                    !values.values.is_empty()
                        && (own || (values.complete && values.values.len() == 1))
                }
            };
            if is_narrow {
                scope = Scope::Narrow;
            }
        }
        let api = point.method.as_deref().unwrap_or_default().to_owned();
        let level = self.level_at(hit.def, hit.event.offset);
        self.add(
            hit.def,
            hit.event.offset,
            id,
            &api,
            level,
            (
                scope,
                if self.shared.index.group(id).implied {
                    Via::Framework
                } else {
                    Via::Direct
                },
            ),
            &cuts,
        );
    }

    /// True when the code belongs to the class that offers the interface: how a vendor's class hands on its own fields
    /// is no read by anybody.
    fn is_inside(&self, def: DefId, api: Option<&str>) -> bool {
        let program = self.shared.program;
        let Some((class, _)) = api.and_then(|api| api.split_once(";->")) else {
            return false;
        };
        let own = program.descriptor(program.class(program.def(def).class).ty);
        own.strip_prefix(class.as_bytes())
            .is_some_and(|rest| rest.first().is_some_and(|byte| matches!(byte, b';' | b'$')))
    }

    /// True when the method's class, or one it is nested in by name, extends the type.
    fn is_within(&self, def: DefId, outer: &str) -> bool {
        let program = self.shared.program;
        let Some(top) = program.find_type(outer.as_bytes()) else {
            return false;
        };
        let ty = program.class(program.def(def).class).ty;
        let mut name = program.descriptor(ty).to_vec();
        loop {
            if program
                .find_type(&name)
                .is_some_and(|ty| program.is_subtype(ty, top))
            {
                return true;
            }
            let Some(at) = name.iter().rposition(|byte| *byte == b'$') else {
                return false;
            };
            name.truncate(at);
            name.push(b';');
        }
    }

    fn is_own_package(&self, value: &Const) -> bool {
        match value {
            Const::OwnPackage => true,
            Const::Text(text) => text.as_ref() == self.shared.app.package,
            _ => false,
        }
    }

    /// A call that takes a constant naming what is read.
    fn consumer(&mut self, hit: &Hit<'_>, row: u32) {
        let rule = self.shared.index.consumers[row as usize];
        // A call by reflection is not followed.
        self.unresolved_reflection +=
            u32::from(rule.reflection && self.level(hit.def) == Level::Reachable);
        // Code that nothing reaches is looked at only where its own class holds a constant that tells.
        let only_own = rule.own_class || self.level(hit.def) != Level::Reachable;
        if only_own && !self.class_tells(hit.def) {
            return;
        }
        if let Some(text) = rule.near
            && !self.class_holds(hit.def, text)
        {
            return;
        }
        self.evaluator.set_limit(steps_for(rule.kind));
        let values = if rule.receiver {
            self.evaluator.receiver(hit.def, hit.event.offset)
        } else {
            self.evaluator.argument(hit.def, hit.event.offset, rule.arg)
        };
        self.evaluator.set_limit(None);
        if rule.kind == ConsumerKind::Reflection {
            self.unresolved_reflection +=
                u32::from(values.values.is_empty() && self.level(hit.def) == Level::Reachable);
        }
        let by_name = matches!(
            rule.kind,
            ConsumerKind::Uri | ConsumerKind::Setting | ConsumerKind::Property | ConsumerKind::Exec
        );
        self.unresolved_names += u32::from(
            by_name
                && !rule.reflection
                && values.values.is_empty()
                && self.level(hit.def) == Level::Reachable,
        );
        let found: Vec<String> = values
            .texts()
            .map(str::to_owned)
            .chain(values.values.iter().filter_map(|value| {
                match value {
                    Const::Type(ty) => Some(
                        self.shared
                            .program
                            .type_name(*ty)
                            .trim_start_matches('L')
                            .trim_end_matches(';')
                            .replace('/', "."),
                    ),
                    _ => None,
                }
            }))
            .collect();
        let via = if rule.reflection || rule.kind == ConsumerKind::Reflection {
            Via::Reflection
        } else {
            Via::Direct
        };
        // Arguments of a reflective call come together: the key is one of the words.
        let found: Vec<String> = if rule.kind == ConsumerKind::Property {
            found
                .iter()
                .flat_map(|text| text.split(' '))
                .map(str::to_owned)
                .collect()
        } else {
            found
        };
        for text in found {
            match rule.kind {
                ConsumerKind::Uri => self.uris.push((text.clone(), hit.def, hit.event.offset)),
                ConsumerKind::UriWrite => {
                    for id in texts::points(self.shared.index, ConsumerKind::Uri, &text) {
                        self.resolved
                            .insert((id.group, self.shared.owner_of(hit.def)));
                    }
                    self.uri_writes
                        .push((text.clone(), hit.def, hit.event.offset));
                }
                ConsumerKind::Action | ConsumerKind::Service => {
                    self.actions.push((text.clone(), hit.def, hit.event.offset));
                }
                _ => {}
            }
            for id in texts::points(self.shared.index, rule.kind, &text) {
                let level = if rule.kind == ConsumerKind::Reflection {
                    Level::String
                } else {
                    self.level_at(hit.def, hit.event.offset)
                };
                let cuts = if values.complete {
                    Vec::new()
                } else {
                    vec![format!("argument {} has other values too", rule.arg)]
                };
                self.add(
                    hit.def,
                    hit.event.offset,
                    id,
                    &texts::api_text(rule.kind, &text),
                    level,
                    (Scope::Full, via),
                    &cuts,
                );
            }
        }
    }

    /// True when some method of the class has a catalogued constant, or reads a framework field that holds one.
    fn class_tells(&mut self, def: DefId) -> bool {
        let program = self.shared.program;
        let id = program.def(def).class;
        if let Some(known) = self.telling_class[id.index()] {
            return known;
        }
        let class = program.class(id);
        let rows = &self.telling[class.dex.index()];
        let tells = class.methods().any(|method| {
            program.events(method).iter().any(|event| match event.kind {
                EventKind::ConstString => rows.get(event.index as usize).copied().unwrap_or(false),
                EventKind::StaticGet => program
                    .field_at(class.dex, event.index)
                    .is_some_and(|field| self.matched.uri_fields.contains_key(&field)),
                EventKind::InvokeStatic => program
                    .method_at(class.dex, event.index)
                    .is_some_and(|method| self.evaluator.gives_constant(method)),
                _ => false,
            })
        });
        self.telling_class[id.index()] = Some(tells);
        tells
    }

    /// True when some method of the class has the text as a constant.
    fn class_holds(&self, def: DefId, text: &str) -> bool {
        let program = self.shared.program;
        let class = program.class(program.def(def).class);
        let Some(row) = texts::row_of(&program.dex(class.dex).file, text) else {
            return false;
        };
        class.methods().any(|method| {
            let mut events = program.events(method).iter();
            events.any(|event| event.kind == EventKind::ConstString && event.index == row)
        })
    }

    /// Views of the framework that showing a layout makes: their constructors are called within that call.
    fn views(&mut self, graph: &crate::graph::CallGraph) {
        if graph.views.is_empty() {
            return;
        }
        let index = self.shared.index;
        let mut points: BTreeMap<&str, Vec<PointId>> = BTreeMap::new();
        for (member, id) in &index.methods {
            if member.name == "<init>" && index.point(*id).when.is_empty() {
                points.entry(member.class).or_default().push(*id);
            }
        }
        for (def, offset, class) in &graph.views {
            for id in points.get(class.as_str()).into_iter().flatten() {
                let via = if index.group(*id).implied {
                    Via::Framework
                } else {
                    Via::Direct
                };
                let api = index.point(*id).method.as_deref().unwrap_or_default();
                let level = self.level_at(*def, *offset);
                self.add(*def, *offset, *id, api, level, (Scope::Full, via), &[]);
            }
        }
    }

    /// App classes that override a catalogued callback.
    fn overrides(&mut self) {
        let program = self.shared.program;
        if self.matched.overrides.is_empty() {
            return;
        }
        let mut caught = vec![false; program.n_selectors()];
        #[expect(
            clippy::iter_over_hash_type,
            reason = "setting marks does not depend on the order"
        )]
        for selector in self.matched.overrides.keys() {
            caught[selector.index()] = true;
        }
        for (def, row) in program.defs() {
            let method = program.method(row.method);
            if !caught[method.selector.index()] || row.is_static() || !row.has_code() {
                continue;
            }
            let Some(list) = self.matched.overrides.get(&method.selector) else {
                continue;
            };
            for (class, id) in list {
                if method.class != *class && program.is_subtype(method.class, *class) {
                    let api = self
                        .shared
                        .index
                        .point(*id)
                        .overrides
                        .as_deref()
                        .unwrap_or_default()
                        .to_owned();
                    let level = self.level(def);
                    self.add(def, 0, *id, &api, level, (Scope::Full, Via::Direct), &[]);
                }
            }
        }
    }

    /// Receivers that the manifest declares for a catalogued broadcast.
    fn manifest_receivers(&mut self) {
        let program = self.shared.program;
        let sets = &self.shared.index.catalogues.entry_points;
        let receive = sets
            .iter()
            .filter(|set| set.component.as_str() == "receiver")
            .flat_map(|set| &set.methods)
            .find_map(|method| {
                let (name, proto) = method.method.split_once('(')?;
                program.find_selector(name.as_bytes(), format!("({proto}").as_bytes())
            });
        let Some(receive) = receive else { return };
        for component in &self.shared.app.components {
            if component.kind != "receiver" {
                continue;
            }
            let Some(ty) = program.find_type_named(&component.class) else {
                continue;
            };
            let Some(def) = program.lookup(ty, receive) else {
                continue;
            };
            for action in &component.actions {
                for id in texts::points(self.shared.index, ConsumerKind::Action, action) {
                    let level = if component.enabled {
                        self.level(def)
                    } else {
                        Level::Present
                    };
                    let api = texts::api_text(ConsumerKind::Action, action);
                    self.add(def, 0, id, &api, level, (Scope::Full, Via::Direct), &[]);
                }
            }
        }
    }

    /// A constant that names what could be read, where no read by the same owner was seen.
    fn only_named(&mut self, hit: &Hit<'_>) {
        let shared = self.shared;
        let program = shared.program;
        let owner = shared.owner_of(hit.def);
        match hit.what {
            What::Text => {
                let dex = program.dex_of(hit.def);
                let list = self
                    .matched
                    .strings
                    .get(dex.index())
                    .and_then(|rows| rows.get(&hit.event.index));
                let Some(list) = list.cloned() else { return };
                let Some(bytes) = program.string_at(dex, hit.event.index) else {
                    return;
                };
                let text = byte_reader::mutf8::decode_printable(bytes).text;
                for id in list {
                    if !self.resolved.contains(&(id.group, owner)) {
                        let kind = kind_of(shared, id);
                        self.add(
                            hit.def,
                            hit.event.offset,
                            id,
                            &texts::api_text(kind, &text),
                            Level::String,
                            (Scope::Full, Via::Direct),
                            &[],
                        );
                    }
                }
            }
            What::Field(field) => {
                let Some(uri) = self.matched.uri_fields.get(&field) else {
                    return;
                };
                for id in texts::points(shared.index, ConsumerKind::Uri, uri) {
                    if !self.resolved.contains(&(id.group, owner)) {
                        self.add(
                            hit.def,
                            hit.event.offset,
                            id,
                            uri,
                            Level::String,
                            (Scope::Full, Via::Direct),
                            &[],
                        );
                    }
                }
            }
            What::Method(_) => {}
        }
    }
}

fn kind_of(shared: &Shared<'_, '_>, id: PointId) -> ConsumerKind {
    let point = shared.index.point(id);
    let kinds = [
        (&point.uri, ConsumerKind::Uri),
        (&point.setting, ConsumerKind::Setting),
        (&point.property, ConsumerKind::Property),
        (&point.file, ConsumerKind::File),
        (&point.exec, ConsumerKind::Exec),
        (&point.action, ConsumerKind::Action),
        (&point.service, ConsumerKind::Service),
    ];
    kinds
        .iter()
        .find(|(text, _)| text.is_some())
        .map_or(ConsumerKind::Reflection, |(_, kind)| *kind)
}

/// Steps worth taking for a constant of a kind: names for reflection and paths are asked for all over, and those that
/// tell stand near.
fn steps_for(kind: ConsumerKind) -> Option<u32> {
    match kind {
        ConsumerKind::Reflection => Some(30),
        ConsumerKind::File => Some(150),
        _ => None,
    }
}

/// True when an intent asks for a whole family of apps.
fn is_broad(narrow: &Narrow<'_>, text: &str) -> bool {
    narrow
        .broad
        .iter()
        .any(|entry| match entry.strip_suffix('+') {
            Some(word) => text.split(' ').any(|part| part == word),
            None => entry.as_str() == text,
        })
}

/// Whether a condition holds; `None` when no constant decides.
fn holds(condition: &Condition<'_>, values: &Consts) -> Option<bool> {
    let fits = |value: &Const| match value {
        Const::Text(text) => {
            condition.string.as_deref() == Some(text)
                || condition
                    .strings
                    .iter()
                    .any(|known| known.as_str() == text.as_ref())
                || condition
                    .prefix
                    .as_deref()
                    .is_some_and(|prefix| text.starts_with(prefix))
                || condition
                    .uri
                    .as_deref()
                    .is_some_and(|uri| text.starts_with(uri))
        }
        Const::Int(value) => {
            condition.ints.contains(value)
                || condition.flags.is_some_and(|flags| flags & value != 0)
        }
        _ => false,
    };
    if values.values.iter().any(fits) {
        return Some(true);
    }
    (values.complete && !values.values.is_empty()).then_some(false)
}
