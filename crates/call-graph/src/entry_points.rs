//! Methods that layouts name; the other entry points are in `graph/roots.rs`.

use byte_reader::mutf8::decode_printable;
use program_model::{DefId, Program, TypeId};

use crate::analysis::AppInput;
use crate::index::Index;

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
