//! Objects that end early: whether a method by which an object is made calls what ends it. Refuses to say no where more
//! code runs than is looked at.

use std::collections::{BTreeMap, BTreeSet};

use program_model::{DefId, EventKind, TypeId};

use crate::context::Ctx;
use crate::intent::Time;

/// Methods looked at for one type.
const MAX_LOOKED_AT: usize = 200;
/// Superclasses looked at.
const MAX_CHAIN: usize = 64;

/// Notes of the types of components which of their methods never come directly behind others.
pub(crate) fn keep_apart(ctx: &Ctx<'_, '_>, own_times: &BTreeMap<TypeId, BTreeSet<Time>>) {
    for (ty, own) in own_times {
        for (place, before, name, calls) in ctx.intents.conditions(*ty, own) {
            if !calls_one(ctx, methods_named(ctx, *ty, name), calls) {
                ctx.intents.keep_apart(*ty, place, before);
            }
        }
    }
}

/// Methods of a type and of the classes above it with a name and prototype.
fn methods_named(ctx: &Ctx<'_, '_>, ty: TypeId, wanted: &str) -> Vec<DefId> {
    let program = ctx.program;
    let mut out = Vec::new();
    let mut here = Some(ty);
    for _ in 0..MAX_CHAIN {
        let Some(class) = here.and_then(|ty| program.class_of(ty)) else {
            break;
        };
        let class = program.class(class);
        out.extend(class.methods().filter(|def| {
            let (name, proto) = program.selector(program.method(program.def(*def).method).selector);
            [program.name(name), program.proto(proto)].concat() == wanted.as_bytes()
        }));
        here = program.superclass(class.ty);
    }
    out
}

/// Code that runs within these methods calls a method with one of the names, or there is too much of it.
fn calls_one(ctx: &Ctx<'_, '_>, first: Vec<DefId>, names: &[String]) -> bool {
    let program = ctx.program;
    let mut seen: BTreeSet<DefId> = BTreeSet::new();
    let mut stack = first;
    while let Some(def) = stack.pop() {
        if !seen.insert(def) {
            continue;
        }
        if seen.len() > MAX_LOOKED_AT {
            return true;
        }
        let dex = program.dex_of(def);
        for event in program.events(def) {
            let is_call = matches!(
                event.kind,
                EventKind::InvokeVirtual
                    | EventKind::InvokeInterface
                    | EventKind::InvokeSuper
                    | EventKind::InvokeDirect
                    | EventKind::InvokeStatic
            );
            let Some(method) = is_call
                .then(|| program.method_at(dex, event.index))
                .flatten()
            else {
                continue;
            };
            let (name, _) = program.selector(program.method(method).selector);
            let name = program.name(name);
            if names.iter().any(|known| known.as_bytes() == name) {
                return true;
            }
        }
        stack.extend(ctx.edges(def).iter().map(|edge| edge.callee));
    }
    false
}
