//! Roots: what the framework makes and calls without any call in the app. Refuses components whose class is not there.

use byte_reader::mutf8::decode_printable;
use program_model::{DefId, Program, TypeId};
use ruleset::schema::CallKind;
use rustc_hash::FxHashMap;

use super::edge::EdgeKind;
use super::model::{Model, constructors};
use super::solve::initialisers;
use crate::analysis::{AppInput, Component};
use crate::entry_points::layout_handlers;
use crate::index::Index;
use crate::phase::Stage;

/// A method of a root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RootMethod {
    pub(crate) def: DefId,
    /// Such as `activity.onCreate`.
    pub(crate) word: String,
    /// `Start` for what runs when the thing starts.
    pub(crate) kind: EdgeKind,
    /// It runs before the providers are made.
    pub(crate) early: bool,
}

/// A class that the framework makes.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is known of the class, each by itself"
)]
pub(crate) struct Root {
    pub(crate) ty: TypeId,
    /// Other apps can start it.
    pub(crate) exported: bool,
    /// It is the app's own process object, whose start is split by the making of the providers.
    pub(crate) is_application: bool,
    /// It is a provider, or made by one.
    pub(crate) is_provider: bool,
    /// When it starts by itself.
    pub(crate) stage: Stage,
    /// Nothing but code of the app can start it, so that it runs only once code that can run names it.
    pub(crate) waits: bool,
    pub(crate) methods: Vec<RootMethod>,
}

/// Every root of the app in start-up order: factory, application, providers by their order, launcher activities; then
/// the others by kind in manifest order; last what layouts and meta-data name.
pub(crate) fn roots(
    program: &Program<'_>,
    index: &Index<'_>,
    model: &Model<'_, '_>,
    app: &AppInput,
) -> Vec<Root> {
    let mut handlers: FxHashMap<TypeId, Vec<DefId>> = FxHashMap::default();
    for (ty, def) in layout_handlers(program, index, app) {
        handlers.entry(ty).or_default().push(def);
    }
    let mut out: Vec<Root> = Vec::new();
    let mut numbers: FxHashMap<TypeId, usize> = FxHashMap::default();
    let mut components: Vec<&Component> = app
        .components
        .iter()
        .filter(|component| component.enabled)
        .collect();
    let texts = super::unstarted::Texts::new(app);
    components.sort_by_key(|component| (order(component), -i64::from(component.init_order)));
    for component in components {
        let Some(ty) = program.find_type_named(&component.class) else {
            continue;
        };
        if program.class_of(ty).is_none() {
            continue;
        }
        let stage = stage(component);
        let waits = super::unstarted::waits(app, &texts, component);
        if let Some(known) = numbers.get(&ty) {
            if let Some(root) = out.get_mut(*known) {
                root.stage = root.stage.min(stage);
                root.exported |= component.exported;
                root.waits &= waits;
            }
            continue;
        }
        numbers.insert(ty, out.len());
        let mut made = root(program, index, model, ty, component, stage, &handlers);
        made.exported = component.exported;
        made.waits = waits;
        made.is_application = component.kind == "application";
        made.is_provider = component.kind == "provider";
        out.push(made);
    }
    for class in &app.layout_classes {
        if let Some(ty) = program.find_type_named(class)
            && program.class_of(ty).is_some()
            && !numbers.contains_key(&ty)
        {
            numbers.insert(ty, out.len());
            let layout = Component {
                kind: "layout".to_owned(),
                handles_changes: true,
                ..Component::default()
            };
            out.push(root(
                program,
                index,
                model,
                ty,
                &layout,
                Stage::User,
                &handlers,
            ));
        }
    }
    made_by_meta_data(program, index, model, app, &mut out);
    out.extend(crate::outside::roots(program, app));
    // In start-up order also for what meta-data names.
    out.sort_by_key(|root| root.stage);
    out
}

/// Classes that the value or the key of a component's meta-data names.
fn made_by_meta_data(
    program: &Program<'_>,
    index: &Index<'_>,
    model: &Model<'_, '_>,
    app: &AppInput,
    out: &mut Vec<Root>,
) {
    for row in &index.catalogues.callbacks.meta_data {
        for data in &app.meta_data {
            let class = match (&row.value, &row.prefix) {
                (Some(value), _) if data.value == value.as_str() => data.key.as_str(),
                (None, Some(prefix)) => match data.key.strip_prefix(prefix.as_str()) {
                    Some(rest) => rest,
                    None => continue,
                },
                _ => continue,
            };
            let descriptor = format!("L{};", class.replace('.', "/"));
            let Some(ty) = program.find_type_named(&descriptor) else {
                continue;
            };
            if program.class_of(ty).is_none() {
                continue;
            }
            let mut methods: Vec<RootMethod> = Vec::new();
            for def in constructors(program, ty) {
                methods.push(named(program, def, row.word.as_str(), EdgeKind::Start));
            }
            for call in &row.calls {
                let Some(name) = program.find_name(call.as_bytes()) else {
                    continue;
                };
                model.each_method(ty, |def, _, own| {
                    if own == name {
                        methods.push(named(program, def, row.word.as_str(), EdgeKind::Start));
                    }
                });
            }
            out.push(Root {
                ty,
                exported: false,
                is_application: false,
                is_provider: true,
                stage: Stage::BeforeConsent,
                waits: false,
                methods,
            });
        }
    }
}

fn named(program: &Program<'_>, def: DefId, component: &str, kind: EdgeKind) -> RootMethod {
    let (name, _) = program.selector(program.method(program.def(def).method).selector);
    RootMethod {
        def,
        early: program.name(name).starts_with(b"<"),
        word: format!("{component}.{}", decode_printable(program.name(name)).text),
        kind,
    }
}

/// A root of a component's class.
pub(crate) fn root(
    program: &Program<'_>,
    index: &Index<'_>,
    model: &Model<'_, '_>,
    ty: TypeId,
    entry: &Component,
    stage: Stage,
    handlers: &FxHashMap<TypeId, Vec<DefId>>,
) -> Root {
    let component = entry.kind.as_str();
    let mut list: Vec<(usize, RootMethod)> = Vec::new();
    let clinit = initialisers(program, program.find_selector(b"<clinit>", b"()V"), ty);
    for def in clinit.into_iter().chain(constructors(program, ty)) {
        list.push((0, named(program, def, component, EdgeKind::Start)));
    }
    // What an interface asks for is called where the object is handed over as it; the component itself is its
    // framework superclass.
    let external = program.first_external(ty);
    if let Some(above) = external {
        for (def, kind) in model.overrides(ty, above).iter() {
            let known = lifecycle(program, index, component, *def);
            let Place {
                rank: place,
                on,
                early,
                ..
            } = known;
            if known.if_handled && !entry.handles_changes {
                continue;
            }
            let kind = match on {
                Listed::On(kind) => super::model::edge_kind(kind),
                Listed::Start => EdgeKind::Start,
                // Not in the table of the component: what the tables of callbacks say of the type.
                Listed::No => match kind {
                    EdgeKind::User | EdgeKind::Event | EdgeKind::Refuse => *kind,
                    _ => EdgeKind::Start,
                },
            };
            let mut method = named(program, *def, component, kind);
            method.early |= early;
            match list.iter_mut().find(|(_, known)| known.def == *def) {
                None => list.push((place.saturating_add(1), method)),
                // Of several types that declare it the component's own table counts, then the user's action.
                Some((at, known)) => {
                    if place.saturating_add(1) < *at
                        || (*at == usize::MAX && kind == EdgeKind::User)
                    {
                        *at = place.saturating_add(1);
                        *known = method;
                    }
                }
            }
        }
    }
    for (holder, defs) in sorted(handlers) {
        if program.is_subtype(ty, holder) {
            for def in defs {
                // The class at hand may have a method of its own in its place.
                let selector = program.method(program.def(*def).method).selector;
                if program.lookup(ty, selector).is_some_and(|own| own != *def) {
                    continue;
                }
                if !list.iter().any(|(_, known)| known.def == *def) {
                    list.push((usize::MAX, named(program, *def, component, EdgeKind::User)));
                }
            }
        }
    }
    list.sort_by_key(|(place, method)| (*place, method.def));
    Root {
        ty,
        exported: false,
        is_application: false,
        is_provider: false,
        stage,
        waits: false,
        methods: list.into_iter().map(|(_, method)| method).collect(),
    }
}

fn sorted(map: &FxHashMap<TypeId, Vec<DefId>>) -> Vec<(TypeId, &Vec<DefId>)> {
    let mut out: Vec<_> = map.iter().map(|(ty, list)| (*ty, list)).collect();
    out.sort_unstable_by_key(|(ty, _)| *ty);
    out
}

/// What the table of a component says of a method.
enum Listed {
    On(CallKind),
    Start,
    No,
}

/// What the table of a component says of one of its methods.
struct Place {
    /// Its place in the lifecycle.
    rank: usize,
    /// What makes it run.
    on: Listed,
    /// It runs before the providers are made.
    early: bool,
    /// Only where the manifest names changes that the component handles.
    if_handled: bool,
}

/// Place of a method in the lifecycle of its component, and what makes it run when the table says so.
fn lifecycle(program: &Program<'_>, index: &Index<'_>, component: &str, def: DefId) -> Place {
    let (name, proto) = program.selector(program.method(program.def(def).method).selector);
    let set = index
        .catalogues
        .entry_points
        .iter()
        .find(|set| set.component.as_str() == component);
    set.and_then(|set| {
        set.methods.iter().enumerate().find(|(_, method)| {
            method
                .method
                .as_bytes()
                .strip_prefix(program.name(name))
                .is_some_and(|rest| rest == program.proto(proto))
        })
    })
    .map_or(
        Place {
            rank: usize::MAX - 1,
            on: Listed::No,
            early: false,
            if_handled: false,
        },
        |(place, method)| Place {
            rank: place,
            on: method.on.map_or(Listed::Start, Listed::On),
            early: method.before_providers,
            if_handled: method.if_handled,
        },
    )
}

fn order(component: &Component) -> u8 {
    match component.kind.as_str() {
        "app_component_factory" => 0,
        "application" => 1,
        "provider" => 2,
        "activity" if component.is_launcher => 3,
        "activity" => 4,
        "service" => 5,
        "receiver" => 6,
        _ => 7,
    }
}

fn stage(component: &Component) -> Stage {
    match component.kind.as_str() {
        // Made when something of its process starts.
        "provider" if !component.process.is_empty() => Stage::Background,
        "app_component_factory" | "application" | "provider" => Stage::BeforeConsent,
        "activity" if component.is_launcher => Stage::BeforeConsent,
        "activity" => Stage::User,
        "service" | "receiver" | "backup_agent" => Stage::Background,
        _ => Stage::Unknown,
    }
}
