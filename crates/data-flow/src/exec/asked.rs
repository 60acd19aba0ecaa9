//! What was asked right before a call, as the length of a text that is then emptied up to it; follows no jump.

use program_model::{Insn, Value};
use ruleset::schema::dataflow::{Effect, FoldOp};

use super::Run;
use crate::value::Set;

/// Instructions between the question for a length and the call that is given it.
const MAX_BETWEEN: usize = 4;

impl Run<'_, '_, '_> {
    /// Operand of a call, the receiver not counted, for which the receiver's length was asked right before the call.
    pub(super) fn asked_length(&mut self, at: usize, args: &[Set]) -> Option<u16> {
        let body = self.body;
        let program = self.frame.ctx.program;
        let this = args.first()?;
        for n in (1..args.len()).rev() {
            if args.get(n).is_none_or(|set| !set.is_unknown()) {
                continue;
            }
            let Value::Insn(result) = body.value(body.operands(at).get(n)?) else {
                continue;
            };
            let result = *result as usize;
            let asked = result.checked_sub(1)?;
            let insn = body.insns().get(asked)?;
            if asked >= at
                || !insn.is_invoke()
                || !body.insns().get(result).is_some_and(Insn::is_move_result)
                || at - result > MAX_BETWEEN
            {
                continue;
            }
            let between = body.insns().get(result + 1..at)?;
            let is_next = between.iter().all(|insn| {
                // Neither a jump nor a call.
                !insn.is_invoke()
                    && !(0x0e..=0x11).contains(&insn.opcode)
                    && !(0x27..=0x3d).contains(&insn.opcode)
            });
            let dex = program.dex_of(self.def);
            let method = insn.index.and_then(|index| program.method_at(dex, index))?;
            let spec = self.frame.ctx.spec(method);
            let is_length = spec.params.is_empty()
                && spec.effects.iter().flatten().any(|effect| {
                    matches!(
                        effect,
                        Effect::Fold {
                            op: FoldOp::Length,
                            ..
                        }
                    )
                });
            let of = self.operand(asked, 0);
            if is_next && is_length && self.frame.is_one(this) && of.same(this) {
                return u16::try_from(n - 1).ok();
            }
        }
        None
    }
}
