//! Names of permissions that code gathers in a collection before it asks for them: those that a loop or a test may put
//! in, without those that are surely taken out again. Refuses to follow collections beyond the class that keeps them.

use dex_parse::opcode::op;
use program_model::{Body, DefId, MethodId, Value, ValueId};
use rustc_hash::FxHashMap;

use super::{Scene, Site};
use crate::constants::{Consts, Evaluator};

/// Values looked at for one request.
const MAX_VALUES: usize = 64;
/// Places that write a field, or call a method, that are looked at.
const MAX_PLACES: usize = 12;
/// Calls on collections looked at in one body.
const MAX_CALLS: usize = 128;

/// What a call does with a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Does {
    Gathers,
    Drops,
    Turns,
}

/// A value and the instruction that uses it.
type Here = (DefId, ValueId, usize);

/// The calls of collections, by the rules.
pub(super) struct Collections {
    calls: FxHashMap<MethodId, Vec<Does>>,
}

impl Collections {
    pub(super) fn new(scene: &Scene<'_, '_, '_>) -> Self {
        let tables = &scene.shared.index.catalogues.requests;
        let lists = [
            (&tables.gathers, Does::Gathers),
            (&tables.drops, Does::Drops),
            (&tables.turns, Does::Turns),
        ];
        let mut rows: Vec<(&str, Does)> = Vec::new();
        for (list, does) in lists {
            rows.extend(list.iter().map(|row| (row.as_str(), does)));
        }
        Self {
            calls: super::match_names(scene.shared.program, &rows),
        }
    }

    fn does(&self, method: MethodId) -> Option<Does> {
        self.calls.get(&method)?.first().copied()
    }

    /// Texts that the collection in a parameter of a call may hold, each by itself.
    pub(super) fn texts(
        &self,
        scene: &Scene<'_, '_, '_>,
        evaluator: &mut Evaluator<'_, '_>,
        site: &Site,
        arg: u32,
    ) -> Vec<String> {
        let program = scene.shared.program;
        let mut out = Vec::new();
        if self.calls.is_empty() {
            return out;
        }
        let start = (|| {
            let body = program.body(site.def)?;
            let insn = body.insn_at(site.offset)?;
            let is_static = matches!(
                body.insns().get(insn)?.opcode,
                op::INVOKE_STATIC | op::INVOKE_STATIC_RANGE
            );
            let slot = crate::graph::operand_of(program, site.method, arg, is_static)?;
            let value = body.operands(insn).get(usize::from(slot))?;
            Some((site.def, value, insn))
        })();
        let mut work: Vec<Here> = start.into_iter().collect();
        let mut next = 0;
        while let Some(here) = work.get(next).copied() {
            next += 1;
            if next > MAX_VALUES {
                break;
            }
            let mut from = Vec::new();
            self.look(scene, evaluator, here, &mut from, &mut out);
            for one in from {
                if !work
                    .iter()
                    .any(|known| (known.0, known.1) == (one.0, one.1))
                {
                    work.push(one);
                }
            }
        }
        out.sort();
        out.dedup();
        out
    }

    fn look(
        &self,
        scene: &Scene<'_, '_, '_>,
        evaluator: &mut Evaluator<'_, '_>,
        (def, value, upto): Here,
        from: &mut Vec<Here>,
        out: &mut Vec<String>,
    ) -> Option<()> {
        let program = scene.shared.program;
        let body = program.body(def)?;
        let dex = program.dex_of(def);
        let at = match body.value(value) {
            Value::Undefined => return None,
            Value::Param(slot) => {
                let callers = evaluator.call_sites(def);
                for (caller, offset) in callers.into_iter().take(MAX_PLACES) {
                    let outer = program.body(caller)?;
                    let insn = outer.insn_at(offset)?;
                    from.push((caller, outer.operands(insn).get(usize::from(*slot))?, insn));
                }
                return Some(());
            }
            Value::Merge(inputs) => {
                from.extend(inputs.iter().map(|input| (def, *input, upto)));
                return Some(());
            }
            Value::Insn(at) => *at as usize,
        };
        let insn = body.insns().get(at)?;
        match insn.opcode {
            op::NEW_INSTANCE => self.gathered(scene, evaluator, (def, value, upto), from, out),
            // An element of an array: any of them.
            0x46 => from.push((def, body.operands(at).get(0)?, at)),
            0x54 | 0x62 => {
                let field = program.field_at(dex, insn.index?)?;
                let field = program.declared_field(field);
                let puts = evaluator.put_sites(field);
                for (writer, offset) in puts.iter().copied().take(MAX_PLACES) {
                    let outer = program.body(writer)?;
                    let put = outer.insn_at(offset)?;
                    from.push((writer, outer.operands(put).get(0)?, put));
                    // What its class puts in later.
                    self.kept(scene, writer, field, from);
                }
            }
            _ if insn.is_move() || insn.opcode == op::CHECK_CAST => {
                from.push((def, body.operands(at).get(0)?, upto));
            }
            _ if insn.is_move_result() => {
                let call = at.checked_sub(1)?;
                let called = body.insns().get(call)?;
                if !called.is_invoke() {
                    // An array with its elements.
                    from.extend(body.operands(call).iter().map(|one| (def, one, call)));
                    return Some(());
                }
                let method = program.method_at(dex, called.index?)?;
                if self.does(method) == Some(Does::Turns) {
                    from.push((def, body.operands(call).get(0)?, call));
                } else if let Some(target) = evaluator.only_target(def, called) {
                    let inner = program.body(target)?;
                    for (end, insn) in inner.insns().iter().enumerate() {
                        if insn.is_return() {
                            from.push((target, inner.operands(end).get(0)?, end));
                        }
                    }
                } else {
                    texts(&evaluator.value(def, value, upto), out);
                }
                self.gathered(scene, evaluator, (def, value, upto), from, out);
            }
            _ => texts(&evaluator.value(def, value, upto), out),
        }
        Some(())
    }

    /// What a body puts into a collection that it holds in a value.
    fn gathered(
        &self,
        scene: &Scene<'_, '_, '_>,
        evaluator: &mut Evaluator<'_, '_>,
        (def, value, upto): Here,
        from: &mut Vec<Here>,
        out: &mut Vec<String>,
    ) {
        let program = scene.shared.program;
        let Some(body) = program.body(def) else {
            return;
        };
        let mut dropped: Vec<String> = Vec::new();
        let mut put: Vec<Here> = Vec::new();
        let mut n_calls = 0;
        for (n, insn) in body.insns().iter().enumerate() {
            if !insn.is_invoke() || n_calls >= MAX_CALLS {
                continue;
            }
            let operands = body.operands(n);
            if operands.get(0).map(|object| base(body, object)) != Some(base(body, value)) {
                continue;
            }
            n_calls += 1;
            let method = insn
                .index
                .and_then(|index| program.method_at(program.dex_of(def), index));
            let Some(method) = method else { continue };
            let Some(given) = operands.get(1) else {
                continue;
            };
            match self.does(method) {
                Some(Does::Gathers) => put.push((def, given, n)),
                Some(Does::Drops) => {
                    // Taken out on every way to the use.
                    let (to, by) = (body.block_of(upto), body.block_of(n));
                    if n < upto && (to == by || body.is_dominated(to, by)) {
                        texts(&evaluator.value(def, given, n), &mut dropped);
                    }
                }
                _ => {}
            }
        }
        for (def, given, n) in put {
            let mut texts_of = Vec::new();
            texts(&evaluator.value(def, given, n), &mut texts_of);
            if texts_of.is_empty() {
                from.push((def, given, n));
            } else {
                out.extend(texts_of.into_iter().filter(|text| !dropped.contains(text)));
            }
        }
    }

    /// Reads of a field in its class on which calls put something in.
    fn kept(
        &self,
        scene: &Scene<'_, '_, '_>,
        writer: DefId,
        field: program_model::FieldId,
        from: &mut Vec<Here>,
    ) {
        let program = scene.shared.program;
        let dex = program.dex_of(writer);
        let class = program.class(program.def(writer).class);
        for def in class.methods().take(MAX_CALLS) {
            let reads = program.events(def).iter().any(|event| {
                matches!(
                    event.kind,
                    program_model::EventKind::InstanceGet | program_model::EventKind::StaticGet
                ) && program
                    .field_at(dex, event.index)
                    .is_some_and(|named| program.declared_field(named) == field)
            });
            let Some(body) = Some(def)
                .filter(|_| reads)
                .and_then(|def| program.body(def))
            else {
                continue;
            };
            for (n, insn) in body.insns().iter().enumerate() {
                let gathers = insn.is_invoke()
                    && insn
                        .index
                        .and_then(|index| program.method_at(dex, index))
                        .is_some_and(|method| self.does(method) == Some(Does::Gathers));
                let on = body.operands(n).get(0).filter(|_| gathers);
                let is_field = on.is_some_and(|object| {
                    matches!(body.value(base(body, object)), Value::Insn(at)
                    if body.insns().get(*at as usize).is_some_and(|insn| {
                        matches!(insn.opcode, 0x54 | 0x62)
                            && insn
                                .index
                                .and_then(|index| program.field_at(dex, index))
                                .is_some_and(|named| program.declared_field(named) == field)
                    }))
                });
                if is_field && let Some(given) = body.operands(n).get(1) {
                    from.push((def, given, n));
                }
            }
        }
    }
}

/// The value that copies and casts lead back to.
fn base(body: &Body, value: ValueId) -> ValueId {
    let mut here = value;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(here) else {
            return here;
        };
        let at = *at as usize;
        let copies = body
            .insns()
            .get(at)
            .is_some_and(|insn| insn.is_move() || insn.opcode == op::CHECK_CAST);
        match body.operands(at).get(0).filter(|_| copies) {
            Some(from) => here = from,
            None => return here,
        }
    }
    here
}

fn texts(found: &Consts, out: &mut Vec<String>) {
    out.extend(
        found
            .texts()
            .flat_map(|text| text.split(' '))
            .filter(|text| !text.is_empty())
            .map(str::to_owned),
    );
}
