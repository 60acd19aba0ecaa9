//! What is known of receivers whose class no code of the app shows: the type they were declared as, and that parts of
//! objects of the framework are the framework's too. Refuses to look into other methods.

use dex_parse::opcode::op;
use program_model::{Body, DefId, TypeId, Value, ValueId};

use super::{Origin, Solver, exact_target};

/// Values looked at for one question.
const MAX_VALUES: usize = 32;

impl Solver<'_, '_> {
    /// The type that all receivers of unknown class were declared as, where it says more than the class whose method
    /// the call names.
    pub(super) fn bound(&self, origins: &[Origin], class: TypeId) -> Option<TypeId> {
        let mut found: Option<TypeId> = None;
        for origin in origins {
            let ty = match origin {
                Origin::Made(_) | Origin::Outside => continue,
                Origin::Any => return None,
                Origin::Below(ty) => *ty,
                Origin::Node(node) => self.nodes.filter(*node)?,
            };
            if found.is_some_and(|known| known != ty) {
                return None;
            }
            found = Some(ty);
        }
        found.filter(|ty| *ty != class && self.program.is_subtype(*ty, class))
    }

    /// True for the result of a call that gives a part of the receiver, such as an iterator, where the receiver is an
    /// object of the framework: so is the part.
    pub(super) fn is_part_of_given(
        &self,
        def: DefId,
        body: &Body,
        call: usize,
        ty: TypeId,
    ) -> bool {
        if !self.model.is_part(ty) {
            return false;
        }
        let Some(first) = self.receiver(def, body, call) else {
            return false;
        };
        let mut values = vec![first];
        let mut next = 0;
        while let Some(value) = values.get(next).copied() {
            next += 1;
            if next > MAX_VALUES || !self.is_given_value(def, body, value, &mut values) {
                return false;
            }
        }
        true
    }

    /// The receiver of a call that no code of the app answers for sure.
    fn receiver(&self, def: DefId, body: &Body, call: usize) -> Option<ValueId> {
        let program = self.program;
        let insn = body.insns().get(call)?;
        let method = program.method_at(program.dex_of(def), insn.index?)?;
        let is_virtual = matches!(insn.opcode, 0x6e | 0x72 | 0x74 | 0x78);
        let is_own = program.class_of(program.method(method).class).is_some()
            || !is_virtual && exact_target(program, method).is_some();
        (is_virtual && !is_own)
            .then(|| body.operands(call).get(0))
            .flatten()
    }

    /// The value is an object of the framework if those are that are added to the list.
    fn is_given_value(
        &self,
        def: DefId,
        body: &Body,
        value: ValueId,
        values: &mut Vec<ValueId>,
    ) -> bool {
        let program = self.program;
        let dex = program.dex_of(def);
        let mut follow = |value: ValueId| {
            if !values.contains(&value) {
                values.push(value);
            }
        };
        let at = match body.value(value) {
            Value::Undefined => return true,
            Value::Merge(inputs) => {
                for input in inputs {
                    follow(*input);
                }
                return true;
            }
            Value::Param(slot) => return self.is_given_param(def, *slot),
            Value::Insn(at) => *at as usize,
        };
        let Some(insn) = body.insns().get(at) else {
            return false;
        };
        let from = body.operands(at).get(0);
        let ty = || insn.index.and_then(|row| program.type_at(dex, row));
        match insn.opcode {
            op::NEW_INSTANCE => ty().is_some_and(|ty| program.class_of(ty).is_none()),
            // Constants are no objects of the app.
            0x12..=0x1c => true,
            op::CHECK_CAST if ty().is_some_and(|ty| self.is_outside(ty)) => true,
            _ if insn.is_move() || insn.opcode == op::CHECK_CAST => {
                if let Some(from) = from {
                    follow(from);
                }
                from.is_some()
            }
            0x52..=0x58 | 0x60..=0x66 => insn
                .index
                .and_then(|row| program.field_at(dex, row))
                .is_some_and(|field| self.is_outside(program.field(field).ty)),
            _ if insn.is_move_result() => {
                let Some(call) = at.checked_sub(1).filter(|call| {
                    body.insns()
                        .get(*call)
                        .is_some_and(program_model::Insn::is_invoke)
                }) else {
                    return false;
                };
                let returns = body.insns()[call]
                    .index
                    .and_then(|row| program.method_at(dex, row))
                    .and_then(|method| {
                        let (_, proto) = program.selector(program.method(method).selector);
                        self.model.returns(proto)
                    });
                let Some(ty) = returns else { return false };
                if self.is_outside(ty) {
                    return true;
                }
                let receiver = self.receiver(def, body, call);
                if let Some(receiver) = receiver.filter(|_| self.model.is_part(ty)) {
                    follow(receiver);
                    return true;
                }
                false
            }
            _ => false,
        }
    }

    fn is_given_param(&self, def: DefId, slot: u16) -> bool {
        let program = self.program;
        let row = program.def(def);
        let shift = u16::from(!row.is_static());
        if shift == 1 && slot == 0 {
            return false;
        }
        let (_, proto) = program.selector(program.method(row.method).selector);
        self.model
            .params(proto)
            .iter()
            .find(|param| param.slot.saturating_add(shift) == slot)
            .is_some_and(|param| !param.is_array && self.is_outside(param.ty))
    }
}
