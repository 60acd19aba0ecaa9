//! What a short method never returns for: an argument that it tests and then always throws. Refuses to compute anything
//! but whether an argument is nothing (0, false or null).

use std::collections::BTreeSet;

use dex_parse::opcode::op;
use program_model::{DefId, Insn, Value};

use crate::cache::View;
use crate::limits::MAX_CONSTANT_INSNS;

/// Arguments with which a method never returns: register, and whether it is nothing.
pub(crate) type Refused = std::rc::Rc<[(u16, bool)]>;

/// Arguments, each as its register and whether it is nothing, with which no way through the method ends with a return.
pub(crate) fn refused(program: View<'_, '_>, def: DefId) -> Vec<(u16, bool)> {
    let is_short = program
        .code(def)
        .is_some_and(|code| code.insns.len() / 2 <= MAX_CONSTANT_INSNS);
    let Some(body) = program.body(def).filter(|_| is_short) else {
        return Vec::new();
    };
    let blocks = body.blocks();
    // By block the argument that its last instruction tests, and whether the jump is for nothing.
    let mut tests: Vec<Option<(u16, bool)>> = vec![None; blocks.len()];
    for (test, block) in tests.iter_mut().zip(blocks) {
        let Some(last) = block.end.checked_sub(1) else {
            continue;
        };
        let is_for_nothing = match body.insns().get(last).map(|insn| insn.opcode) {
            Some(op::IF_EQZ) => true,
            Some(op::IF_NEZ) => false,
            _ => continue,
        };
        if let Some(id) = body.operands(last).get(0)
            && let Value::Param(slot) = body.value(id)
        {
            *test = Some((*slot, is_for_nothing));
        }
    }
    let tested: BTreeSet<u16> = tests.iter().flatten().map(|(slot, _)| *slot).collect();
    let mut out = Vec::new();
    for slot in tested {
        for is_nothing in [false, true] {
            let mut seen = vec![false; blocks.len()];
            let mut stack = vec![0usize];
            let mut returns = false;
            while let Some(n) = stack.pop() {
                let (Some(block), Some(mark)) = (blocks.get(n), seen.get_mut(n)) else {
                    continue;
                };
                if std::mem::replace(mark, true) {
                    continue;
                }
                let insns = body.insns().get(block.first..block.end);
                returns |= insns.is_some_and(|list| list.iter().any(Insn::is_return));
                let decided = tests.get(n).copied().flatten();
                let jumps = decided
                    .filter(|(tested, _)| *tested == slot && block.succs.len() == 2)
                    .map(|(_, is_for_nothing)| is_for_nothing == is_nothing);
                for next in &block.succs {
                    let next = *next as usize;
                    let is_through = blocks.get(next).is_some_and(|to| to.first == block.end);
                    if jumps.is_none_or(|jumps| jumps != is_through) {
                        stack.push(next);
                    }
                }
            }
            if !returns {
                out.push((slot, is_nothing));
            }
        }
    }
    out
}
