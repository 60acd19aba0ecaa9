//! Which way a branch goes: decided by constants, by constants of enumerations, by what is made here. Decides nothing
//! from values that callers know.

use std::collections::BTreeSet;

use dex_parse::opcode::op;
use program_model::{Insn, Value};
use smallvec::SmallVec;

use super::{Atom, Constant, Run, Set};

impl Run<'_, '_, '_> {
    /// Whether a condition holds, when constants decide it.
    pub(super) fn branch(&mut self, at: usize, insn: &Insn) -> Option<bool> {
        let first = self.operand(at, 0);
        if insn.opcode >= 0x38 {
            let is_object = !first.is_empty()
                && first.iter().all(|elem| match elem.atom {
                    Atom::Ref(node) => !self.frame.nodes.is_outside(node),
                    _ => false,
                });
            let is_constant = first.constant().is_some_and(|id| {
                matches!(
                    self.frame.ctx.constant_at(id),
                    Some(Constant::Text(_) | Constant::Type(_))
                )
            });
            if is_constant || is_object && self.is_new(at) {
                // A text, a class or an object made here is never null.
                return match insn.opcode {
                    op::IF_EQZ => Some(false),
                    op::IF_NEZ => Some(true),
                    _ => None,
                };
            }
        }
        let b = if insn.opcode >= 0x38 {
            Some(0)
        } else {
            let second = self.operand(at, 1);
            if let Some(same) = self
                .same_object(&first, &second)
                .or_else(|| self.same_class(&first, &second))
            {
                return match insn.opcode {
                    op::IF_EQ => Some(same),
                    op::IF_NE => Some(!same),
                    _ => None,
                };
            }
            self.frame.ask(&second, true);
            self.int(&second)
        };
        self.frame.ask(&first, true);
        let b = b?;
        let mut holds = self.ints(&first)?.into_iter().map(|a| match insn.opcode {
            op::IF_EQ | op::IF_EQZ => a == b,
            op::IF_NE | op::IF_NEZ => a != b,
            op::IF_LT | op::IF_LTZ => a < b,
            op::IF_GE | op::IF_GEZ => a >= b,
            op::IF_GT | op::IF_GTZ => a > b,
            _ => a <= b,
        });
        let first = holds.next()?;
        holds.all(|next| next == first).then_some(first)
    }

    /// The numbers that a value may be, when it can be nothing else. In a loop a further round may bring others.
    pub(super) fn ints(&self, set: &Set) -> Option<SmallVec<[i64; 4]>> {
        if self.frame.loops && set.len() > 1 {
            return None;
        }
        set.iter()
            .map(|elem| match elem.atom {
                Atom::Const(id) => self.frame.ctx.int_at(id),
                _ => None,
            })
            .collect()
    }

    /// Two values are surely one object, or surely not: constants of one enumeration.
    pub(super) fn same_object(&self, a: &Set, b: &Set) -> Option<bool> {
        if let (Some(a), Some(b)) = (self.frame.only_member(a), self.frame.only_member(b)) {
            return Some(a == b);
        }
        // One constant is none of those that the other may be.
        let (few, one) = match (self.frame.only_member(a), self.frame.only_member(b)) {
            (Some(one), None) => (b, one),
            (None, Some(one)) => (a, one),
            _ => return None,
        };
        let few = self.frame.members_in(few)?;
        (!few.contains(&one)).then_some(false)
    }

    /// Two values are surely one class object, or surely not.
    pub(super) fn same_class(&self, a: &Set, b: &Set) -> Option<bool> {
        let class = |set: &Set| match self.frame.ctx.constant_at(set.constant()?)? {
            Constant::Type(ty) => Some(ty),
            _ => None,
        };
        Some(class(a)? == class(b)?)
    }

    /// The value read is what some instruction here makes.
    pub(super) fn is_new(&mut self, at: usize) -> bool {
        let Some(id) = self.body.operands(at).get(0) else {
            return false;
        };
        let mut stack = vec![id];
        let mut seen = BTreeSet::new();
        while let Some(id) = stack.pop() {
            if !seen.insert(id) || seen.len() > 32 {
                continue;
            }
            match self.body.value(id) {
                Value::Merge(inputs) => stack.extend(inputs.iter().copied()),
                Value::Insn(def) => {
                    let def = *def as usize;
                    let insn = &self.body.insns()[def];
                    if insn.is_move() {
                        stack.extend(self.body.operands(def).get(0));
                    } else if !matches!(insn.opcode, op::NEW_INSTANCE | op::NEW_ARRAY) {
                        return false;
                    }
                }
                _ => return false,
            }
        }
        true
    }
}
