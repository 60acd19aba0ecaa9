//! Which class answers a call on an object in a static field, where the code before it puts a new one there. Refuses
//! to follow what may not have run.

use dex_parse::opcode::op;
use program_model::{Body, DefId, FieldId, Insn, MethodId, TypeId, Value, ValueId};

use super::conditions::At;
use super::flags::Flags;
use crate::graph::exact_target;

/// Copies that one object is followed through.
const MAX_COPIES: usize = 8;

impl Flags<'_, '_> {
    /// The static field of the app that the object of a virtual call is read from, and the instruction that reads it.
    pub(super) fn called_on(&self, at: At<'_>, call: usize) -> Option<(FieldId, usize)> {
        let program = self.program;
        let insn = at.body.insns().get(call)?;
        if !matches!(insn.opcode, 0x6e | 0x72 | 0x74 | 0x78) {
            return None;
        }
        let mut here = at.body.operands(call).get(0)?;
        for _ in 0..MAX_COPIES {
            let Value::Insn(made) = at.body.value(here) else {
                return None;
            };
            let made = *made as usize;
            let insn = at.body.insns().get(made)?;
            if insn.opcode == 0x62 {
                let field = program.field_at(program.dex_of(at.def), insn.index?)?;
                let field = program.declared_field(field);
                return program
                    .class_of(program.field(field).class)
                    .map(|_| (field, made));
            }
            if !insn.is_move() && insn.opcode != op::CHECK_CAST {
                return None;
            }
            here = at.body.operands(made).get(0)?;
        }
        None
    }

    /// The method that answers a call on such an object, when the code that led here put a new one into the field.
    pub(super) fn replaced_answer(
        &self,
        at: At<'_>,
        (field, read): (FieldId, usize),
        method: MethodId,
    ) -> Option<DefId> {
        let program = self.program;
        let mut found = self.put_before(at.def, at.body, read, field);
        for (caller, call) in at.frames.iter().rev() {
            if found.is_some() {
                break;
            }
            let body = program.body(*caller)?;
            found = self.put_before(*caller, body, *call, field);
        }
        program.lookup(found?, program.method(method).selector)
    }

    /// The class of the last object that the code before an instruction surely puts into a static field: itself, or in
    /// a method that it calls.
    fn put_before(&self, def: DefId, body: &Body, upto: usize, field: FieldId) -> Option<TypeId> {
        let program = self.program;
        let to = body.block_of(upto);
        for (n, insn) in body.insns().iter().enumerate().take(upto).rev() {
            let from = body.block_of(n);
            let sure = from == to || body.is_dominated(to, from);
            if self.puts(def, insn, field) {
                return sure
                    .then(|| self.made_class(def, body, body.operands(n).get(0)?))
                    .flatten();
            }
            if !matches!(
                insn.opcode,
                op::INVOKE_STATIC
                    | op::INVOKE_STATIC_RANGE
                    | op::INVOKE_DIRECT
                    | op::INVOKE_DIRECT_RANGE
            ) {
                continue;
            }
            let target = insn
                .index
                .and_then(|index| program.method_at(program.dex_of(def), index))
                .and_then(|method| exact_target(program, method));
            let Some(target) = target.filter(|target| self.names(*target, field)) else {
                continue;
            };
            let inner = program.body(target)?;
            let (put, _) = inner
                .insns()
                .iter()
                .enumerate()
                .rfind(|(_, insn)| self.puts(target, insn, field))?;
            let block = inner.block_of(put);
            let always = inner.insns().iter().enumerate().all(|(end, insn)| {
                let at = inner.block_of(end);
                !insn.is_return() || at == block || inner.is_dominated(at, block)
            });
            return (sure && always)
                .then(|| self.made_class(target, inner, inner.operands(put).get(0)?))
                .flatten();
        }
        None
    }

    fn names(&self, def: DefId, field: FieldId) -> bool {
        let program = self.program;
        let dex = program.dex_of(def);
        program.events(def).iter().any(|event| {
            event.kind == program_model::EventKind::StaticPut
                && program
                    .field_at(dex, event.index)
                    .is_some_and(|named| program.declared_field(named) == field)
        })
    }

    fn puts(&self, def: DefId, insn: &Insn, field: FieldId) -> bool {
        let program = self.program;
        insn.opcode == 0x69
            && insn
                .index
                .and_then(|index| program.field_at(program.dex_of(def), index))
                .is_some_and(|named| program.declared_field(named) == field)
    }

    fn made_class(&self, def: DefId, body: &Body, value: ValueId) -> Option<TypeId> {
        let mut here = value;
        for _ in 0..MAX_COPIES {
            let Value::Insn(at) = body.value(here) else {
                return None;
            };
            let at = *at as usize;
            let insn = body.insns().get(at)?;
            if insn.opcode == op::NEW_INSTANCE {
                return self.program.type_at(self.program.dex_of(def), insn.index?);
            }
            if !insn.is_move() && insn.opcode != op::CHECK_CAST {
                return None;
            }
            here = body.operands(at).get(0)?;
        }
        None
    }
}
