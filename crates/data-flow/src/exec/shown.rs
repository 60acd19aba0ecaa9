//! What tests have shown of a value holds behind them: texts, members and objects that a branch refuses are none of
//! those that the value may be there. Follows tests that are computed from one value alone, and only by the tables.

use dex_parse::opcode::op;
use program_model::{Value, ValueId};
use ruleset::schema::dataflow::{Base, Effect, FoldArg, FoldOp};
use rustc_hash::FxHashMap;

use super::Run;
use crate::context::Constant;
use crate::fold::compute;
use crate::members;
use crate::value::{Atom, Elem, Set};

/// Calls inside calls of one test.
const MAX_NEST: u32 = 6;
/// Register copies looked through.
const MAX_MOVES: u32 = 8;
/// Tests of one value.
const MAX_TESTS: usize = 16;

/// Operand of a call by its number, or a constant that the table gives.
type Operand = Result<usize, Constant>;

/// What one element of a value is, while a test is computed for it.
enum One {
    Known(Constant),
    Object(program_model::TypeId),
}

impl Run<'_, '_, '_> {
    /// Finds the branches whose tests are computed from one value.
    fn find_tests(&self) -> FxHashMap<ValueId, Vec<usize>> {
        let body = self.body;
        let mut tests: FxHashMap<ValueId, Vec<usize>> = FxHashMap::default();
        for (at, insn) in body.insns().iter().enumerate() {
            if !matches!(insn.opcode, op::IF_EQ | op::IF_NE | op::IF_EQZ | op::IF_NEZ) {
                continue;
            }
            let mut root = None;
            let mut is_computed = false;
            let mut is_one = true;
            for id in body.operands(at).iter() {
                is_one &= self.root(id, &mut root, &mut is_computed, 0);
            }
            if let (Some(root), true, true) = (root, is_computed, is_one) {
                let list = tests.entry(root).or_default();
                if list.len() < MAX_TESTS {
                    list.push(at);
                }
            }
        }
        tests
    }

    /// The value that copies of registers copy.
    pub(super) fn source_of(&self, mut id: ValueId) -> ValueId {
        for _ in 0..MAX_MOVES {
            let at = match self.body.value(id) {
                Value::Insn(at) => *at as usize,
                // What a loop leaves alone meets itself at the loop's beginning.
                Value::Merge(_) => match self.leaves_of(id).as_slice() {
                    [one] => {
                        id = *one;
                        continue;
                    }
                    _ => break,
                },
                _ => break,
            };
            let is_copy = self
                .body
                .insns()
                .get(at)
                .is_some_and(program_model::Insn::is_move);
            match self.body.operands(at).get(0) {
                Some(from) if is_copy => id = from,
                _ => break,
            }
        }
        id
    }

    /// Looks for the one value that a test is computed from; false when there are several.
    fn root(
        &self,
        id: ValueId,
        root: &mut Option<ValueId>,
        is_computed: &mut bool,
        nest: u32,
    ) -> bool {
        let id = self.source_of(id);
        let body = self.body;
        if let Value::Insn(at) = body.value(id)
            && let Some(insn) = body.insns().get(*at as usize)
        {
            let at = *at as usize;
            match insn.opcode {
                0x12..=0x1c => return true,
                // A static field that never changes is a constant too.
                0x60..=0x66 if self.is_constant_field(insn) => return true,
                op::INSTANCE_OF if nest == 0 => {
                    *is_computed = true;
                    return match body.operands(at).get(0) {
                        Some(id) => self.root(id, root, is_computed, MAX_NEST),
                        None => false,
                    };
                }
                _ if insn.is_move_result() && nest < MAX_NEST => {
                    if let Some((call, _, args)) = self.folded(at) {
                        *is_computed = true;
                        return args.iter().all(|arg| match arg {
                            Ok(n) => match body.operands(call).get(*n) {
                                Some(id) => self.root(id, root, is_computed, nest + 1),
                                None => false,
                            },
                            Err(_) => true,
                        });
                    }
                }
                _ => {}
            }
        }
        *root.get_or_insert(id) == id
    }

    fn is_constant_field(&self, insn: &program_model::Insn) -> bool {
        let program = self.frame.ctx.program;
        insn.index
            .and_then(|index| program.field_at(program.dex_of(self.def), index))
            .is_some_and(|field| self.frame.static_constant(field).constant().is_some())
    }

    /// The call before a result that the tables compute from its operands alone: how, and the operands or constants.
    fn folded(&self, at: usize) -> Option<(usize, FoldOp, Vec<Operand>)> {
        let ctx = self.frame.ctx;
        let call = at.checked_sub(1)?;
        let insn = self.body.insns().get(call)?;
        if !insn.is_invoke() || matches!(insn.opcode, 0xfa..=0xfd) {
            return None;
        }
        let dex = ctx.program.dex_of(self.def);
        let method = ctx.program.method_at(dex, insn.index?)?;
        let spec = ctx.spec(method);
        let first = usize::from(!matches!(insn.opcode, 0x71 | 0x77));
        spec.effects.iter().flatten().find_map(|effect| {
            let Effect::Fold { op, args, to } = effect else {
                return None;
            };
            let is_plain = !matches!(
                op,
                FoldOp::Permission
                    | FoldOp::Columns
                    | FoldOp::Split
                    | FoldOp::MemberNamed
                    | FoldOp::Spelled
                    | FoldOp::MemberName
                    | FoldOp::MemberNumber
            );
            if !is_plain || to.base != Base::Ret || !to.path.is_empty() {
                return None;
            }
            let args: Option<Vec<Operand>> = args
                .iter()
                .map(|arg| match arg {
                    FoldArg::Text(text) => Some(Err(Constant::Text((*text).into()))),
                    FoldArg::Int(value) => Some(Err(Constant::Int(*value))),
                    FoldArg::Place(place) if !place.path.is_empty() => None,
                    FoldArg::Place(place) => match place.base {
                        Base::This if first == 1 => Some(Ok(0)),
                        Base::Arg(n) => spec
                            .params
                            .get(n as usize)
                            .map(|param| Ok(first + usize::from(param.slot))),
                        _ => None,
                    },
                })
                .collect();
            args.map(|args| (call, *op, args))
        })
    }

    /// What a part of a test is for one element of the value that it is computed from.
    fn computed(&self, id: ValueId, root: ValueId, one: &One, nest: u32) -> Option<Constant> {
        let id = self.source_of(id);
        if id == root {
            return match one {
                One::Known(constant) => Some(constant.clone()),
                One::Object(_) => None,
            };
        }
        let ctx = self.frame.ctx;
        if let Value::Insn(at) = self.body.value(id)
            && let Some(insn) = self.body.insns().get(*at as usize)
            && nest < MAX_NEST
        {
            let at = *at as usize;
            if insn.opcode == op::INSTANCE_OF {
                let One::Object(own) = one else { return None };
                let tested = self.source_of(self.body.operands(at).get(0)?);
                let ty = ctx
                    .program
                    .type_at(ctx.program.dex_of(self.def), insn.index?)?;
                let is = ctx.program.is_subtype(*own, ty);
                return (tested == root).then_some(Constant::Int(i64::from(is)));
            }
            if insn.is_move_result()
                && let Some((call, op, args)) = self.folded(at)
            {
                let values: Option<Vec<Constant>> = args
                    .into_iter()
                    .map(|arg| match arg {
                        Ok(n) => {
                            self.computed(self.body.operands(call).get(n)?, root, one, nest + 1)
                        }
                        Err(constant) => Some(constant),
                    })
                    .collect();
                return compute(ctx.program, op, &values?);
            }
        }
        ctx.constant_at(self.values.get(id.index())?.constant()?)
    }

    /// Whether a branch is taken for one element.
    fn is_taken(&self, test: usize, root: ValueId, one: &One) -> Option<bool> {
        let opcode = self.body.insns().get(test)?.opcode;
        let operands = self.body.operands(test);
        let first = self.computed(operands.get(0)?, root, one, 0)?;
        let same = if matches!(opcode, op::IF_EQZ | op::IF_NEZ) {
            match first {
                Constant::Int(value) => value == 0,
                _ => return None,
            }
        } else {
            match (first, self.computed(operands.get(1)?, root, one, 0)?) {
                (Constant::Int(a), Constant::Int(b)) => a == b,
                (Constant::Type(a), Constant::Type(b)) => a == b,
                _ => return None,
            }
        };
        Some(same == matches!(opcode, op::IF_EQ | op::IF_EQZ))
    }

    /// What a value may be at an instruction, after the tests that the way there has passed.
    pub(super) fn shown(&mut self, at: usize, id: ValueId, set: Set) -> Set {
        if self.tests.is_none() {
            self.frame.units += self.body.insns().len() as u64 / 16;
            self.tests = Some(self.find_tests());
        }
        let root = self.source_of(id);
        let Some(tests) = self.tests.as_ref().and_then(|tests| tests.get(&root)) else {
            return set;
        };
        let body = self.body;
        let own = body.block_of(at);
        let mut passed: Vec<(usize, bool)> = Vec::new();
        for test in tests {
            let from = body.block_of(*test);
            let block = &body.blocks()[from];
            if block.succs.len() < 2 {
                continue;
            }
            for to in &block.succs {
                let next = &body.blocks()[*to as usize];
                let only = next.preds.iter().all(|(pred, _)| *pred as usize == from);
                if only && body.is_dominated(own, *to as usize) {
                    passed.push((*test, next.first != block.end));
                }
            }
        }
        if passed.is_empty() {
            return set;
        }
        self.frame.units += passed.len() as u64;
        let mut out = Set::default();
        for elem in set.iter() {
            if let Some(atom) = self.left_of(elem.atom, root, &passed) {
                out.add(Elem { atom, ..elem });
            }
        }
        out
    }

    /// What is left of one element behind the tests that were passed.
    fn left_of(&self, atom: Atom, root: ValueId, passed: &[(usize, bool)]) -> Option<Atom> {
        let ctx = self.frame.ctx;
        let passes = |one: &One| {
            passed.iter().all(|(test, taken)| {
                self.is_taken(*test, root, one)
                    .is_none_or(|is| is == *taken)
            })
        };
        match atom {
            Atom::Ref(node) => match self.frame.nodes.ty(node) {
                Some(ty) => passes(&One::Object(ty)).then_some(atom),
                None => Some(atom),
            },
            Atom::Const(id) => match ctx.constant_at(id) {
                Some(Constant::Member(class, name)) => {
                    let Some(names) = members::names(ctx.program, class, &name) else {
                        return Some(atom);
                    };
                    let n = names.len();
                    let left: Vec<String> = names
                        .into_iter()
                        .filter(|name| {
                            passes(&One::Known(Constant::Member(class, name.as_str().into())))
                        })
                        .collect();
                    if left.len() == n {
                        return Some(atom);
                    }
                    let name = members::one_of(&left);
                    let member = Constant::Member(class, name.into());
                    (!left.is_empty()).then(|| Atom::Const(ctx.constant(&member)))
                }
                Some(constant) => passes(&One::Known(constant)).then_some(atom),
                None => Some(atom),
            },
            other => Some(other),
        }
    }
}
