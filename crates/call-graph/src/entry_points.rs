//! Entry points: the methods that the framework calls on the components of the manifest.

use byte_reader::mutf8::decode_printable;
use program_model::{DefId, Program, TypeId};
use rustc_hash::FxHashSet;

use crate::analysis::{AppInput, Component};
use crate::index::Index;

/// A class that the framework makes, with the words of its kind.
#[derive(Debug, Clone)]
pub(crate) struct Root {
    pub(crate) ty: TypeId,
    pub(crate) component: String,
}

/// Classes of enabled components that the app defines, in start-up order: application, providers, activities,
/// services, receivers, others; within a kind in manifest order. Last come the classes that layouts name.
pub(crate) fn roots(program: &Program<'_>, app: &AppInput) -> Vec<Root> {
    let mut out: Vec<Root> = Vec::new();
    let mut seen: FxHashSet<TypeId> = FxHashSet::default();
    let mut components: Vec<&Component> = app
        .components
        .iter()
        .filter(|component| component.enabled)
        .collect();
    components.sort_by_key(|component| order(&component.kind));
    for component in components {
        let Some(ty) = program.find_type_named(&component.class) else {
            continue;
        };
        if program.class_of(ty).is_some() && seen.insert(ty) {
            out.push(Root {
                ty,
                component: component.kind.clone(),
            });
        }
    }
    for class in &app.layout_classes {
        let Some(ty) = program.find_type_named(class) else {
            continue;
        };
        if program.class_of(ty).is_some() && seen.insert(ty) {
            out.push(Root {
                ty,
                component: "layout".to_owned(),
            });
        }
    }
    out
}

fn order(kind: &str) -> u8 {
    match kind {
        "app_component_factory" => 0,
        "application" => 1,
        "provider" => 2,
        "activity" => 3,
        "service" => 4,
        "receiver" => 5,
        _ => 6,
    }
}

/// Methods of component classes that a layout may name as handlers: public, not static, with the catalogued prototype.
fn layout_candidates<'p>(
    program: &'p Program<'_>,
    index: &'p Index<'_>,
) -> impl Iterator<Item = (TypeId, DefId)> + 'p {
    let sets = index
        .catalogues
        .entry_points
        .iter()
        .filter(|set| set.component.as_str() == "layout_handler");
    let rows = sets.flat_map(move |set| {
        let base = program.find_type(set.base.as_bytes());
        set.methods.iter().filter_map(move |method| {
            let proto = program.find_proto(method.method.strip_prefix('*')?.as_bytes())?;
            Some((base?, proto))
        })
    });
    rows.flat_map(move |(base, proto)| {
        program
            .classes()
            .filter(move |(_, class)| program.is_subtype(class.ty, base))
            .flat_map(move |(_, class)| {
                class.methods().filter_map(move |def| {
                    let row = program.def(def);
                    let (_, own) = program.selector(program.method(row.method).selector);
                    // Public is access flag 1; layouts can name no other.
                    (own == proto
                        && !row.is_static()
                        && row.access_flags & 1 != 0
                        && row.has_code())
                    .then_some((class.ty, def))
                })
            })
    })
}

/// Candidates that some layout names.
pub(crate) fn layout_handlers(
    program: &Program<'_>,
    index: &Index<'_>,
    app: &AppInput,
) -> Vec<(TypeId, DefId)> {
    if app.layout_handlers.is_empty() {
        return Vec::new();
    }
    layout_candidates(program, index)
        .filter(|(_, def)| {
            let (name, _) = program.selector(program.method(program.def(*def).method).selector);
            app.layout_handlers
                .contains(decode_printable(program.name(name)).text.as_ref())
        })
        .collect()
}

/// The entry word of a method of a component, such as `activity.onCreate`, and its place in the lifecycle; methods
/// that no table names come after those it does.
pub(crate) fn entry_word(
    program: &Program<'_>,
    index: &Index<'_>,
    component: &str,
    def: DefId,
) -> (usize, String) {
    let row = program.method(program.def(def).method);
    let (name, proto) = program.selector(row.selector);
    let name = decode_printable(program.name(name)).text;
    let text = format!("{name}{}", String::from_utf8_lossy(program.proto(proto)));
    let set = index
        .catalogues
        .entry_points
        .iter()
        .find(|set| set.component.as_str() == component);
    let place = set
        .and_then(|set| {
            set.methods
                .iter()
                .position(|method| method.method.as_str() == text)
        })
        .map_or(usize::MAX, |n| n);
    (place, format!("{component}.{name}"))
}
