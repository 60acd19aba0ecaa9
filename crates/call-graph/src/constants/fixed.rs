//! Fields of objects that a class makes once and keeps in a static field, such as the constants of an enumeration: each
//! object's own value. Refuses fields that anything but a constructor writes.

use dex_parse::opcode::op;
use program_model::{Body, DefId, FieldId, Value, ValueId};

use super::{Consts, Context, Evaluator};
use crate::graph::exact_target;

/// Copies and calls that one object is followed through.
const MAX_HOPS: usize = 12;
/// Writers of a field looked at: one constructor each.
const MAX_MAKERS: usize = 8;

impl<'x> Evaluator<'x, '_> {
    /// The constants that a field of such an object has; `None` when the object is not known to be one.
    pub(super) fn of_constant(
        &mut self,
        def: DefId,
        body: &'x Body,
        object: ValueId,
        field: FieldId,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Option<Consts> {
        let program = self.program;
        let kept = self.kept_in(def, body, object, context)?;
        let field = program.declared_field(field);
        let [(maker, offset)] = self.put_sites(kept)[..] else {
            return None;
        };
        if !self.is_named(maker, b"<clinit>") {
            return None;
        }
        let made_in = program.body(maker)?;
        let put = made_in.insn_at(offset)?;
        let made = super::origin(made_in, made_in.operands(put).get(0)?);
        let Value::Insn(at) = made_in.value(made) else {
            return None;
        };
        if made_in.insns().get(*at as usize)?.opcode != op::NEW_INSTANCE {
            return None;
        }
        let puts = self.put_sites(field);
        let by_makers = puts
            .iter()
            .all(|(writer, _)| *writer == maker || self.is_named(*writer, b"<init>"));
        if puts.is_empty() || puts.len() > MAX_MAKERS || !by_makers || !self.affords_sweep(made_in)
        {
            return None;
        }
        // Written beside the constructor, where it was inlined.
        for (writer, offset) in puts.iter() {
            let insn = made_in.insn_at(*offset).filter(|_| *writer == maker);
            if let Some(insn) = insn
                && let Some(holder) = made_in.operands(insn).get(1)
                && super::origin(made_in, holder) == made
            {
                let value = made_in.operands(insn).get(0)?;
                return Some(self.eval(maker, made_in, value, insn, depth + 1, None));
            }
        }
        let call = made_in.insns().iter().enumerate().position(|(n, insn)| {
            matches!(insn.opcode, op::INVOKE_DIRECT | op::INVOKE_DIRECT_RANGE)
                && made_in.operands(n).get(0) == Some(made)
        })?;
        let method = self.method_of(maker, made_in.insns().get(call)?)?;
        let init = exact_target(program, method)?;
        let mut own = puts.iter().filter(|(writer, _)| *writer == init);
        let (Some((_, offset)), None) = (own.next(), own.next()) else {
            return None;
        };
        let inner = program.body(init)?;
        let put = inner.insn_at(*offset)?;
        let value = inner.operands(put).get(0)?;
        let entered = Context {
            def: maker,
            insn: call,
            above: None,
        };
        Some(self.eval(init, inner, value, put, depth + 1, Some(&entered)))
    }

    /// The static field of the app that an object is read from.
    fn kept_in(
        &self,
        def: DefId,
        body: &'x Body,
        object: ValueId,
        context: Option<&Context<'_>>,
    ) -> Option<FieldId> {
        let program = self.program;
        let (mut def, mut body, mut here, mut context) = (def, body, object, context);
        for _ in 0..MAX_HOPS {
            match body.value(here) {
                Value::Param(slot) => {
                    let entered = context?;
                    let outer = program.body(entered.def)?;
                    here = outer.operands(entered.insn).get(usize::from(*slot))?;
                    (def, body, context) = (entered.def, outer, entered.above);
                }
                Value::Insn(at) => {
                    let at = *at as usize;
                    let insn = body.insns().get(at)?;
                    if insn.opcode == 0x62 {
                        let field = program.field_at(program.dex_of(def), insn.index?)?;
                        let field = program.declared_field(field);
                        return program.class_of(program.field(field).class).map(|_| field);
                    }
                    if !insn.is_move() && insn.opcode != op::CHECK_CAST {
                        return None;
                    }
                    here = body.operands(at).get(0)?;
                }
                _ => return None,
            }
        }
        None
    }

    fn is_named(&self, def: DefId, wanted: &[u8]) -> bool {
        let program = self.program;
        let method = program.method(program.def(def).method);
        program.name(program.selector(method.selector).0) == wanted
    }
}
