//! Class constants and intents: what is made or started by name. They need constants, and constants need the call
//! graph, so they are looked up between rounds of the resolution. Refuses names that are not constant.

use program_model::{DefId, MethodId, TypeId};

use super::model::Object;
use super::solve::{Purpose, Solver};
use super::{EdgeKind, Pair};
use crate::analysis::AppInput;
use crate::constants::{Const, Consts, Evaluator};
use crate::events::Matches;
use crate::index::Index;
use crate::sites::{cast_of, class_of_object, concrete, made_by_class};

/// Steps of one look-up; names stand near.
const STEPS: u32 = 120;
/// Sites looked up in one round.
const MAX_SITES: usize = 20_000;

/// Classes whose methods one look-up by name may mean.
const MAX_CLASSES: usize = 8;

/// What a round found.
pub(super) enum Found {
    /// The row of a site applies to a class.
    Made(u32, u32, TypeId),
    /// A site starts a component.
    Started(u32, TypeId, EdgeKind),
    /// Methods of a class that reflection calls by name.
    Named(u32, TypeId, Vec<DefId>),
    /// A site makes a view of the framework.
    View(u32, String),
    /// A component is switched on.
    Enabled(TypeId),
    /// The name at the site is not constant.
    Open(u32),
}

/// Looks up the classes and intents of sites.
pub(super) fn look_up(
    solver: &Solver<'_, '_>,
    index: &Index<'_>,
    app: &AppInput,
    wrappers: &Matches<MethodId, u32>,
    sites: &[u32],
) -> Vec<Found> {
    let program = solver.program;
    let mut evaluator = Evaluator::new(program, index, solver, wrappers.clone());
    evaluator.set_limit(Some(STEPS));
    let mut out = Vec::new();
    for number in sites.iter().take(MAX_SITES) {
        let site = &solver.sites[*number as usize];
        let types = |values: &Consts| -> Vec<TypeId> {
            let mut list: Vec<TypeId> = values
                .values
                .iter()
                .filter_map(|value| class_of(program, app, value))
                .collect();
            list.sort_unstable();
            list.dedup();
            list
        };
        match site.purpose {
            Purpose::ClassRule(rule, arg) => {
                let values = match arg {
                    Some(arg) => evaluator.argument(site.def, site.offset, arg),
                    None => evaluator.receiver(site.def, site.offset),
                };
                let row = &solver.model.rules[rule as usize];
                let mut found = if matches!(row.object, Object::Services(_)) {
                    services(program, app, &values)
                } else {
                    types(&values)
                };
                if found.is_empty() && arg.is_none() {
                    found = class_of_object(program, site.def, site.offset);
                    found.retain(|ty| program.class_of(*ty).is_some());
                }
                if found.is_empty()
                    && arg.is_none()
                    && let Some(made) = made_by_class(program, site.def, site.offset)
                {
                    found = types(&evaluator.receiver(site.def, made));
                }
                if found.is_empty() && arg.is_none() && row.named_by().is_none() {
                    // Nothing tells the name: the objects are those that the code casts them to.
                    let cast = cast_of(program, site.def, site.offset)
                        .filter(|ty| program.class_of(*ty).is_some())
                        // What a library makes by name, it is told by data that the tables know.
                        .filter(|ty| !crate::owners::is_catalogued(program, index, *ty));
                    found = cast.map_or_else(Vec::new, |ty| concrete(program, ty, MAX_CLASSES));
                }
                if let Some(arg) = row.named_by() {
                    if found.is_empty() {
                        continue;
                    }
                    let names = evaluator.argument(site.def, site.offset, arg);
                    for name in names.texts() {
                        for ty in found.iter().take(MAX_CLASSES) {
                            let methods = solver.model.methods_named(*ty, name);
                            if !methods.is_empty() {
                                out.push(Found::Named(*number, *ty, methods));
                            }
                        }
                    }
                    continue;
                }
                if found.is_empty() && !matches!(row.object, Object::Services(_)) {
                    out.push(Found::Open(*number));
                }
                for ty in found {
                    out.push(Found::Made(*number, rule, ty));
                }
            }
            Purpose::Start(row) => {
                let start = &solver.model.starts[row as usize];
                let values = evaluator.argument(site.def, site.offset, start.arg);
                if start.component == "layout" {
                    layout(solver, app, *number, &values, start.kind, &mut out);
                    continue;
                }
                let kind = match start.kind {
                    EdgeKind::Sync | EdgeKind::Async => EdgeKind::Start,
                    kind => kind,
                };
                let mut found = types(&values);
                // An action stands for every component of the kind that takes it.
                for text in values.texts() {
                    let action = text.split(' ').next().unwrap_or_default();
                    for component in &app.components {
                        if component.kind == start.component
                            && component.actions.iter().any(|known| known == action)
                            && let Some(ty) = program.find_type_named(&component.class)
                            && !found.contains(&ty)
                        {
                            found.push(ty);
                        }
                    }
                }
                if found.is_empty() && values.values.is_empty() {
                    out.push(Found::Open(*number));
                }
                for ty in found {
                    if start.component == "enable" {
                        out.push(Found::Enabled(ty));
                        continue;
                    }
                    out.push(Found::Started(*number, ty, kind));
                    // With the first component of another process its providers are made.
                    for provider in of_process(program, app, ty) {
                        out.push(Found::Started(*number, provider, kind));
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// Providers of the process of a component, where that is not the main one.
fn of_process(
    program: &program_model::Program<'_>,
    app: &AppInput,
    component: TypeId,
) -> Vec<TypeId> {
    let mut out = Vec::new();
    for started in &app.components {
        if started.process.is_empty()
            || started.kind == "provider"
            || program.find_type_named(&started.class) != Some(component)
        {
            continue;
        }
        for other in &app.components {
            if other.kind == "provider" && other.enabled && other.process == started.process {
                out.extend(program.find_type_named(&other.class));
            }
        }
    }
    out
}

/// What the compiled resources of these numbers make.
fn layout(
    solver: &Solver<'_, '_>,
    app: &AppInput,
    site: u32,
    values: &Consts,
    kind: EdgeKind,
    out: &mut Vec<Found>,
) {
    let program = solver.program;
    for value in &values.values {
        let Const::Int(number) = value else { continue };
        let Some(made) = u32::try_from(*number)
            .ok()
            .and_then(|number| app.layouts.get(&number))
        else {
            continue;
        };
        for class in &made.classes {
            match program.find_type_named(class) {
                Some(ty) if program.class_of(ty).is_some() => {
                    out.push(Found::Started(site, ty, kind));
                }
                _ => out.push(Found::View(site, class.clone())),
            }
        }
        for view in &made.plain_views {
            let packages = solver.model.view_packages().iter();
            let class = packages
                .map(|package| format!("{package}{view};"))
                .find(|class| program.framework().find_type(class.as_bytes()).is_some());
            out.extend(class.map(|class| Found::View(site, class)));
        }
    }
}

/// Classes that the app registers for the classes named.
fn services(program: &program_model::Program<'_>, app: &AppInput, values: &Consts) -> Vec<TypeId> {
    let mut out = Vec::new();
    for value in &values.values {
        let name = match value {
            Const::Type(ty) => program
                .type_name(*ty)
                .trim_start_matches('L')
                .trim_end_matches(';')
                .replace('/', "."),
            Const::Text(text) => text.to_string(),
            _ => continue,
        };
        for class in app.services.get(&name).into_iter().flatten() {
            let ty = program.find_type_named(&format!("L{};", class.replace('.', "/")));
            out.extend(ty.filter(|ty| program.class_of(*ty).is_some()));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The class of the app that a constant names.
fn class_of(program: &program_model::Program<'_>, app: &AppInput, value: &Const) -> Option<TypeId> {
    let ty = match value {
        Const::Type(ty) => *ty,
        Const::Text(text) => {
            let name = match text.strip_prefix('.') {
                Some(rest) => format!("{}.{rest}", app.package),
                None => text.to_string(),
            };
            program.find_type_named(&format!("L{};", name.replace('.', "/")))?
        }
        _ => return None,
    };
    program.class_of(ty).map(|_| ty)
}

impl Solver<'_, '_> {
    /// Takes in what a round found.
    pub(super) fn take_in(&mut self, found: &[Found]) {
        for one in found {
            match one {
                Found::Made(site, rule, ty) => {
                    self.make(*ty);
                    self.apply(*site, *rule, None, *ty);
                }
                Found::Started(site, ty, kind) => {
                    let Some(entries) = self.components.get(ty).cloned() else {
                        continue;
                    };
                    self.make(*ty);
                    for (callee, own) in entries {
                        // What starts the component runs its start; the rest waits for what it waits for.
                        let kind = if own == EdgeKind::Start { *kind } else { own };
                        let pair = Pair {
                            ty: *ty,
                            callee,
                            kind,
                            links: u32::MAX,
                        };
                        let list = &mut self.sites[*site as usize].pairs;
                        if !list.contains(&pair) {
                            list.push(pair);
                        }
                        self.reach(callee);
                    }
                }
                Found::Named(site, ty, methods) => {
                    self.init_class(*ty);
                    for callee in methods {
                        let pair = Pair {
                            ty: *ty,
                            callee: *callee,
                            kind: EdgeKind::Reflection,
                            links: u32::MAX,
                        };
                        if self.add_pair(*site, pair) {
                            self.called_by_framework(*callee, None);
                        }
                    }
                }
                Found::View(site, class) => {
                    let site = &self.sites[*site as usize];
                    self.views.push((site.def, site.offset, class.clone()));
                }
                Found::Open(site) => self.sites[*site as usize].any = true,
                Found::Enabled(_) => {}
            }
        }
    }
}
