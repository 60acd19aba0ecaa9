//! Methods that carry an annotation which the tables name; refuses to read what the annotation says.

use dex_parse::ClassDefIdx;
use program_model::{MethodId, Program, TypeId};
use ruleset::schema::dataflow::DataFlow;
use rustc_hash::{FxHashMap, FxHashSet};

/// Annotations by method. Costs nothing where the program names none of them.
pub(crate) fn named(
    program: &Program<'_>,
    tables: &DataFlow<'static>,
) -> FxHashMap<MethodId, Vec<TypeId>> {
    let mut out: FxHashMap<MethodId, Vec<TypeId>> = FxHashMap::default();
    let wanted: FxHashSet<TypeId> = tables
        .channels
        .rows()
        .chain(tables.sinks.rows())
        .filter_map(|row| program.find_type(row.class.strip_prefix('@')?.as_bytes()))
        .collect();
    if wanted.is_empty() {
        return out;
    }
    for (_, class) in program.classes() {
        let file = &program.dex(class.dex).file;
        let Ok(item) = file.class_def(ClassDefIdx(class.class_def)) else {
            continue;
        };
        let Ok(Some(directory)) = file.annotations(&item) else {
            continue;
        };
        for (method, set) in directory.methods() {
            let (Ok(set), Some(method)) = (set, program.dex_method(class.dex, method)) else {
                continue;
            };
            for one in set.iter().flatten() {
                if let Some(ty) = program.dex_type(class.dex, one.ty)
                    && wanted.contains(&ty)
                {
                    out.entry(method).or_default().push(ty);
                }
            }
        }
    }
    out
}
