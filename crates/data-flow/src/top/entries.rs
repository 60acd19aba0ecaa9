//! The methods that the framework calls, in the order in which it first may.

use std::collections::{BTreeMap, BTreeSet};

use program_model::{DefId, TypeId};
use rustc_hash::FxHashMap;

use crate::context::Ctx;
use crate::frame::Frame;
use crate::intent::Time;
use crate::summary::{Summary, Which};

/// One method that the framework calls.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) def: DefId,
    /// The component it is called on.
    pub(super) on: Option<TypeId>,
}

/// The times at which each type has entry points.
pub(super) fn times_of(
    ctx: &Ctx<'_, '_>,
    entries: &[Entry],
    extra: &[Entry],
) -> BTreeMap<TypeId, BTreeSet<Time>> {
    let mut out: BTreeMap<TypeId, BTreeSet<Time>> = BTreeMap::new();
    for entry in entries.iter().chain(extra) {
        if let Some(ty) = entry.on {
            let time = ctx.intents.time(ctx.program, ty, entry.def);
            out.entry(ty).or_default().insert(time);
        }
    }
    out
}

/// Static initialisers, then for each component its constructors and callbacks.
pub(super) fn entries(ctx: &Ctx<'_, '_>) -> Vec<Entry> {
    let program = ctx.program;
    let mut out = Vec::new();
    for (def, row) in program.defs() {
        let (name, _) = program.selector(program.method(row.method).selector);
        if ctx.wanted[def] && program.name(name) == b"<clinit>" {
            out.push(Entry { def, on: None });
        }
    }
    let frame_less = |ty: TypeId| -> Vec<DefId> {
        struct Nothing;
        impl crate::frame::Known for Nothing {
            fn summary(&self, _key: u32) -> Option<std::rc::Rc<Summary>> {
                None
            }
        }
        // Methods of listeners run where the listener is handed over.
        let frame = Frame::new(ctx, &Nothing, None);
        let found = frame.callback_targets(ty, &Which::Overrides(None), None);
        let mut list = found.to_vec();
        list.retain(|def| frame.is_of_class(ty, *def));
        list
    };
    let mut by_type: BTreeMap<TypeId, BTreeSet<DefId>> = BTreeMap::new();
    // By class the components that are it or derived from it.
    let mut below: FxHashMap<TypeId, Vec<TypeId>> = FxHashMap::default();
    for (ty, _) in &ctx.intents.components {
        let known = by_type.insert(*ty, frame_less(*ty).into_iter().collect());
        if known.is_none() {
            for above in std::iter::once(*ty).chain(program.ancestors(*ty).iter().copied()) {
                below.entry(above).or_default().push(*ty);
            }
        }
    }
    for entry in ctx.graph.entry_points() {
        let row = program.def(entry.def);
        if row.is_static() {
            continue;
        }
        let holder = program.class(row.class).ty;
        for ty in below.get(&holder).into_iter().flatten() {
            by_type.entry(*ty).or_default().insert(entry.def);
        }
    }
    for entry in ctx.graph.entry_points() {
        let row = program.def(entry.def);
        let holder = program.class(row.class).ty;
        if !row.is_static() && !below.contains_key(&holder) {
            by_type.entry(holder).or_default().insert(entry.def);
        }
    }
    for (ty, list) in by_type {
        if let Some(class) = program.class_of(ty) {
            for def in program.class(class).methods() {
                let (name, _) = program.selector(program.method(program.def(def).method).selector);
                if program.name(name) == b"<init>" {
                    out.push(Entry { def, on: Some(ty) });
                }
            }
        }
        out.extend(list.into_iter().map(|def| Entry { def, on: Some(ty) }));
    }
    out.retain(|entry| {
        let starts = entry.on.is_none_or(|ty| !ctx.graph.is_unstarted(ty));
        ctx.wanted[entry.def] && starts && !ctx.intents.is_by_call(program, entry.def)
    });
    // In the order of their times, so that one pass carries what they leave to each other.
    out.sort_by_key(|entry| {
        let time = entry.on.map(|ty| ctx.intents.time(program, ty, entry.def));
        let rank = entry.on.map(|ty| {
            ctx.intents
                .start_rank(program, ty, entry.def)
                .unwrap_or(u8::MAX)
        });
        (rank, entry.on, time, entry.def)
    });
    if ctx.intents.stay_disabled(ctx) {
        out.retain(|entry| entry.on.is_none_or(|ty| !ctx.intents.is_disabled(ty)));
    }
    out
}
