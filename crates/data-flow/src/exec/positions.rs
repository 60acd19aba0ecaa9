//! Which positions of an array or list an index may be, as far as counted loops tell.

use super::{Atom, MAX_COUNTED, Run, Set, Value, ValueId, op};

impl Run<'_, '_, '_> {
    /// The few positions that an index may be: constants, or the range of a counter that the loop's test bounds.
    pub(super) fn positions(&mut self, at: usize, index: &Set) -> Option<Vec<i64>> {
        if index.constant().is_some() {
            return None;
        }
        let numbers: Option<Vec<i64>> = index
            .iter()
            .map(|elem| match elem.atom {
                Atom::Const(id) => self.frame.ctx.int_at(id),
                _ => None,
            })
            .collect();
        if let Some(list) = numbers.filter(|list| !list.is_empty() && !self.frame.loops) {
            return Some(list);
        }
        let id = self.body.operands(at).get(1)?;
        let (first, end) = self.counted(at, id)?;
        (first >= 0 && end - first <= MAX_COUNTED).then(|| (first..end).collect())
    }

    /// First value of a counter that goes up by one, and the bound below which it is at an instruction.
    fn counted(&mut self, at: usize, id: ValueId) -> Option<(i64, i64)> {
        let body = self.body;
        let Value::Merge(inputs) = body.value(id) else {
            return None;
        };
        let mut first = None;
        for input in inputs {
            let Value::Insn(n) = body.value(*input) else {
                return None;
            };
            let insn = body.insns().get(*n as usize)?;
            let counts = matches!(insn.opcode, 0xd0 | 0xd8)
                && insn.literal == Some(1)
                && body.operands(*n as usize).get(0) == Some(id);
            if !counts {
                if first.is_some() || !(0x12..=0x15).contains(&insn.opcode) {
                    return None;
                }
                first = insn.literal;
            }
        }
        let own = body.block_of(at);
        self.frame.units += body.blocks().len() as u64 / 8;
        for (n, block) in body.blocks().iter().enumerate() {
            let Some(test) = block.end.checked_sub(1) else {
                continue;
            };
            let insn = body.insns().get(test)?;
            // `if-lt` and `if-ge` of the counter and a bound.
            if !matches!(insn.opcode, op::IF_LT | op::IF_GE)
                || body.operands(test).get(0) != Some(id)
            {
                continue;
            }
            let Some(bound) = body.operands(test).get(1).map(|value| self.read(value)) else {
                continue;
            };
            let Some(bound) = self.int(&bound) else {
                continue;
            };
            for to in &block.succs {
                let next = &body.blocks()[*to as usize];
                let falls = next.first == block.end;
                let holds = falls == (insn.opcode == op::IF_GE);
                let from = u32::try_from(n).ok()?;
                if holds
                    && next.preds.iter().all(|(pred, _)| *pred == from)
                    && body.is_dominated(own, *to as usize)
                {
                    return Some((first?, bound));
                }
            }
        }
        None
    }
}
