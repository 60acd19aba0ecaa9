//! Listeners that a call calls at once: those that a call before it gave to the same object. Refuses to look beyond the
//! body at hand: what was registered elsewhere may not be registered yet.

use dex_parse::opcode::op;
use program_model::{Body, DefId, FieldId, MethodId, NameId, Value, ValueId};

use super::{Origin, Solver, operand_of};

/// Registrations looked at in one body.
const MAX_REGISTRATIONS: usize = 64;
/// Objects that one collection may hold.
const MAX_HELD: usize = 24;

/// A call that registers a listener.
#[derive(Debug, Clone, Copy)]
pub(super) struct Registration {
    call: usize,
    name: NameId,
    method: MethodId,
}

/// An object as one body names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Value(ValueId),
    Field(FieldId),
}

impl Solver<'_, '_> {
    /// What calls of a name gave, before the call at hand, to the object that it is made on.
    pub(super) fn listeners(
        &mut self,
        def: DefId,
        body: &Body,
        call: usize,
        (name, arg): (NameId, u32),
    ) -> Vec<Origin> {
        if !matches!(&self.registrations, Some((known, _)) if *known == def) {
            let found = self.find_registrations(def, body);
            self.registrations = Some((def, found));
        }
        let given: Vec<(usize, ValueId, ValueId)> = self
            .registrations
            .iter()
            .flat_map(|(_, list)| list)
            .filter(|one| one.name == name)
            .filter_map(|one| {
                let operands = body.operands(one.call);
                let slot = operand_of(self.program, one.method, arg, false)?;
                let value = operands.get(usize::from(slot))?;
                Some((one.call, operands.get(0)?, value))
            })
            .collect();
        if given.is_empty() {
            return Vec::new();
        }
        let Some(object) = body.operands(call).get(0) else {
            return Vec::new();
        };
        let object = self.named(def, body, object);
        let mut out = Vec::new();
        for (n, other, value) in given {
            if self.named(def, body, other) == object && runs_before(body, n, call) {
                out.extend(self.origins(def, body, value));
            }
        }
        out
    }

    /// What a collection holds that the body makes and fills; anything where it comes from elsewhere.
    pub(super) fn held(&mut self, def: DefId, body: &Body, list: ValueId) -> Vec<Origin> {
        let list = object_of(body, list);
        let made = matches!(body.value(list), Value::Insn(at)
            if body.insns().get(*at as usize).is_some_and(|insn| insn.opcode == op::NEW_INSTANCE));
        if !made {
            return vec![Origin::Any];
        }
        let mut out = Vec::new();
        for (n, insn) in body.insns().iter().enumerate() {
            if !insn.is_invoke() {
                continue;
            }
            let mut operands = body.operands(n).iter();
            if operands.next().map(|object| object_of(body, object)) != Some(list) {
                continue;
            }
            for value in operands {
                out.extend(self.origins(def, body, value));
            }
            if out.len() > MAX_HELD {
                return vec![Origin::Any];
            }
        }
        out
    }

    fn find_registrations(&self, def: DefId, body: &Body) -> Vec<Registration> {
        let program = self.program;
        let dex = program.dex_of(def);
        let names = &self.model.registering;
        let found = body.insns().iter().enumerate().filter_map(|(call, insn)| {
            let index = insn.index.filter(|_| insn.is_invoke())?;
            let method = program.method_at(dex, index)?;
            let (name, _) = program.selector(program.method(method).selector);
            names
                .contains(&name)
                .then_some(Registration { call, name, method })
        });
        found.take(MAX_REGISTRATIONS).collect()
    }

    fn named(&self, def: DefId, body: &Body, value: ValueId) -> Named {
        let program = self.program;
        let mut here = value;
        for _ in 0..8 {
            let Value::Insn(at) = body.value(here) else {
                break;
            };
            let at = *at as usize;
            let Some(insn) = body.insns().get(at) else {
                break;
            };
            if matches!(insn.opcode, 0x54 | 0x62) {
                let field = insn
                    .index
                    .and_then(|index| program.field_at(program.dex_of(def), index));
                return field.map_or(Named::Value(here), |field| {
                    Named::Field(program.declared_field(field))
                });
            }
            match body.operands(at).get(0) {
                Some(from) if insn.is_move() || insn.opcode == 0x1f => here = from,
                _ => break,
            }
        }
        // An object that the body made and keeps in a field is the one that the field names.
        let kept = body.insns().iter().enumerate().find_map(|(n, insn)| {
            (matches!(insn.opcode, 0x5b | 0x69) && body.operands(n).get(0) == Some(here))
                .then(|| program.field_at(program.dex_of(def), insn.index?))
                .flatten()
        });
        kept.map_or(Named::Value(here), |field| {
            Named::Field(program.declared_field(field))
        })
    }
}

/// The value that a chain of copies copies.
fn object_of(body: &Body, value: ValueId) -> ValueId {
    let mut here = value;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(here) else {
            break;
        };
        let at = *at as usize;
        let copies = body
            .insns()
            .get(at)
            .is_some_and(|insn| insn.is_move() || insn.opcode == op::CHECK_CAST);
        match body.operands(at).get(0) {
            Some(from) if copies => here = from,
            _ => break,
        }
    }
    here
}

/// True when an instruction can have run when another runs.
fn runs_before(body: &Body, first: usize, second: usize) -> bool {
    let (from, to) = (body.block_of(first), body.block_of(second));
    if from == to && first < second {
        return true;
    }
    let mut seen = vec![false; body.blocks().len()];
    let mut stack: Vec<u32> = body
        .blocks()
        .get(from)
        .map_or_else(Vec::new, |block| block.succs.clone());
    while let Some(block) = stack.pop() {
        let block = block as usize;
        if block == to {
            return true;
        }
        let Some(mark) = seen.get_mut(block) else {
            continue;
        };
        if !std::mem::replace(mark, true)
            && let Some(row) = body.blocks().get(block)
        {
            stack.extend(&row.succs);
        }
    }
    false
}
