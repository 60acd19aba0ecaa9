//! Which positions of an array or list an index may be, as far as counted loops tell.

use dex_parse::Payload;

use super::{Atom, Constant, Heap, Insn, MAX_COUNTED, Run, Sel, Set, Value, ValueId, op};

/// Elements of an array given as data that are told apart.
const MAX_DATA: u32 = 32;

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

    /// The numbers of an array whose content stands in the code.
    pub(super) fn filled_here(&mut self, at: usize, insn: &Insn, heap: &mut Heap) {
        let array = self.operand(at, 0);
        let Some(code) = self.frame.ctx.program.code(self.def) else {
            return;
        };
        let payload = code
            .instruction_at(insn.offset)
            .and_then(|raw| code.payload(&raw.decode()));
        let Ok(Payload::FillArrayData {
            element_width,
            count,
            data,
        }) = payload
        else {
            return;
        };
        if count > MAX_DATA || !(1..=8).contains(&element_width) {
            return;
        }
        for (n, bytes) in (0i64..).zip(data.chunks_exact(usize::from(element_width))) {
            // Little-endian, with the sign of the last byte.
            let negative = bytes.last().is_some_and(|byte| *byte >= 0x80);
            let is_signed = element_width != 2 || !self.holds_characters(&array);
            let mut wide = [if negative && is_signed { 0xff } else { 0 }; 8];
            for (to, from) in wide.iter_mut().zip(bytes) {
                *to = *from;
            }
            let value = self.constant(&Constant::Int(i64::from_le_bytes(wide)));
            let key = Sel::Key(self.frame.ctx.constant(&Constant::Int(n)));
            self.frame.store(heap, &array, key, &value);
        }
    }

    fn holds_characters(&self, array: &Set) -> bool {
        let program = self.frame.ctx.program;
        array.refs().any(|node| {
            self.frame
                .nodes
                .ty(node)
                .is_some_and(|ty| program.descriptor(ty).get(1) == Some(&b'C'))
        })
    }

    /// The object that a constructor was called on is a constant.
    pub(super) fn becomes(&mut self, at: usize, id: u32) {
        let Some(object) = self.body.operands(at).get(0) else {
            return;
        };
        let Value::Insn(made) = self.body.value(object) else {
            return;
        };
        let is_new = self
            .body
            .insns()
            .get(*made as usize)
            .is_some_and(|insn| insn.opcode == op::NEW_INSTANCE);
        let known = Set::one(Atom::Const(id));
        // Where it runs again the object would come and go.
        if is_new
            && !self.frame.loops
            && let Some(value) = self.values.get_mut(object.index())
        {
            self.changed |= *value != known;
            *value = known;
        }
    }
}
