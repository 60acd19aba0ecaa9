//! Elements of arrays made in the app.

use dex_parse::opcode::op;
use program_model::{Body, DefId, Value, ValueId};

use super::compute::origin;
use super::values::command_line;
use super::{Const, Consts, Context, Evaluator, MAX_DEPTH};

impl<'x> Evaluator<'x, '_> {
    /// Texts put into an array made here, in order, joined by spaces as a command line would be.
    pub(super) fn array(
        &mut self,
        def: DefId,
        body: &'x Body,
        array: ValueId,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        command_line(&self.stored_one_by_one(def, body, array, None, depth, context))
    }

    /// Elements of an array: the one at `index`, or any when the index is not known.
    pub(super) fn elements(
        &mut self,
        def: DefId,
        body: &'x Body,
        array: ValueId,
        index: Option<i64>,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        self.steps += 1;
        if depth > MAX_DEPTH || self.steps > self.limit {
            return Consts::unknown();
        }
        let program = self.program;
        let at = match body.value(array) {
            Value::Insn(at) => *at as usize,
            Value::Merge(inputs) if inputs.len() <= 4 => {
                let mut all = Consts::nothing();
                for input in inputs {
                    all.join(self.elements(def, body, *input, index, depth + 4, context));
                }
                return all;
            }
            _ => return Consts::unknown(),
        };
        let insn = &body.insns()[at];
        match insn.opcode {
            op::NEW_ARRAY => self.stored(def, body, array, index, depth, context),
            _ if insn.is_move() => match body.operands(at).get(0) {
                Some(from) => self.elements(def, body, from, index, depth + 1, context),
                None => Consts::unknown(),
            },
            _ if insn.is_move_result() => {
                let Some(call) = at
                    .checked_sub(1)
                    .filter(|call| !body.insns()[*call].is_invoke())
                else {
                    return Consts::unknown();
                };
                let mut all = Consts::nothing();
                for (n, value) in body.operands(call).iter().enumerate() {
                    if index.is_none_or(|index| usize::try_from(index) == Ok(n)) {
                        all.join(self.eval(def, body, value, call, depth + 1, context));
                    }
                }
                all
            }
            0x60..=0x66 => {
                let field = insn
                    .index
                    .and_then(|index| program.field_at(program.dex_of(def), index));
                let sites = field.map(|field| self.put_sites(field));
                let Some([(writer, offset)]) = sites.as_deref() else {
                    return Consts::unknown();
                };
                let found = program.body(*writer).and_then(|body| {
                    let insn = body.insn_at(*offset)?;
                    Some((body, body.operands(insn).get(0)?))
                });
                match found {
                    Some((inner, value)) => {
                        self.elements(*writer, inner, value, index, depth + 4, None)
                    }
                    None => Consts::unknown(),
                }
            }
            _ => Consts::unknown(),
        }
    }

    /// What is stored into an array made here.
    fn stored(
        &mut self,
        def: DefId,
        body: &'x Body,
        array: ValueId,
        index: Option<i64>,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        let mut all = Consts::nothing();
        for one in self.stored_one_by_one(def, body, array, index, depth, context) {
            all.join(one);
        }
        all
    }

    /// The same by instruction.
    fn stored_one_by_one(
        &mut self,
        def: DefId,
        body: &'x Body,
        array: ValueId,
        index: Option<i64>,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Vec<Consts> {
        if !self.affords_sweep(body) {
            return vec![Consts::unknown()];
        }
        let mut all = Vec::new();
        for (n, insn) in body.insns().iter().enumerate() {
            let operands = body.operands(n);
            if insn.opcode == op::FILL_ARRAY_DATA && operands.get(0) == Some(array) {
                return vec![Consts::unknown()];
            }
            if !(0x4b..=0x51).contains(&insn.opcode)
                || operands.get(1).map(|to| origin(body, to)) != Some(array)
            {
                continue;
            }
            let (Some(value), Some(place)) = (operands.get(0), operands.get(2)) else {
                continue;
            };
            if let Some(index) = index {
                let place = self.eval(def, body, place, n, depth + 1, context);
                if place.complete && !place.values.contains(&Const::Int(index)) {
                    continue;
                }
            }
            all.push(self.eval(def, body, value, n, depth + 1, context));
        }
        all
    }
}
