//! Results that only hold information: tells whether an object goes further than its own members; follows one body only.
//!
//! A call that returns such an object reads what the members asked of it read, and those are catalogued themselves.
//! Only where the object leaves the body, or is turned into text, does the call stand for all that it holds.

use program_model::{Body, DefId, MethodId, Program, Value, ValueId};
use ruleset::schema::Holder;

/// Rounds over the instructions in which copies and merges are followed; each adds at least one copy of the object.
const MAX_ROUNDS: usize = 8;

/// True when the call at the offset returns an object that is asked through its own members and goes nowhere else.
pub(crate) fn stays(program: &Program<'_>, def: DefId, offset: u32, holder: &Holder<'_>) -> bool {
    let Some(class) = program.find_type(holder.class.as_bytes()) else {
        return false;
    };
    let is_own = |method: MethodId| {
        let member = program.method(method);
        let (name, _) = program.selector(member.selector);
        let name = program.name(name);
        member.class == class && !holder.whole.iter().any(|whole| whole.as_bytes() == name)
    };
    program
        .with_body(def, |body| stays_in(program, def, body, offset, &is_own))
        .unwrap_or(false)
}

fn stays_in(
    program: &Program<'_>,
    def: DefId,
    body: &Body,
    offset: u32,
    is_own: &dyn Fn(MethodId) -> bool,
) -> bool {
    let Some(call) = body.insn_at(offset) else {
        return false;
    };
    let result = call.saturating_add(1);
    if !body
        .insns()
        .get(result)
        .is_some_and(program_model::Insn::is_move_result)
    {
        return false;
    }
    let held = copies(body, result);
    let is_held = |value: ValueId| held.get(value.index()).copied().unwrap_or(false);
    let mut is_asked = false;
    for (n, insn) in body.insns().iter().enumerate() {
        if is_copy(insn) || !body.operands(n).iter().any(is_held) {
            continue;
        }
        if !insn.is_invoke() {
            // A lock, a test of the class, comparisons with null or another object.
            if matches!(insn.opcode, 0x1d | 0x1e | 0x20 | 0x32 | 0x33 | 0x38 | 0x39) {
                continue;
            }
            return false;
        }
        let is_receiver = body.operands(n).get(0).is_some_and(is_held)
            && !body.operands(n).iter().skip(1).any(is_held);
        let method = insn
            .index
            .and_then(|index| program.method_at(program.dex_of(def), index));
        if !is_receiver || !method.is_some_and(is_own) {
            return false;
        }
        is_asked = true;
    }
    is_asked
}

fn is_copy(insn: &program_model::Insn) -> bool {
    insn.is_move() || insn.opcode == dex_parse::opcode::op::CHECK_CAST
}

/// By value: it is the result of the instruction, or may be.
fn copies(body: &Body, result: usize) -> Vec<bool> {
    let mut held = vec![false; body.n_values()];
    for _ in 0..MAX_ROUNDS {
        let mut grew = false;
        for (n, value) in body.values().enumerate() {
            if held.get(n).copied().unwrap_or(true) {
                continue;
            }
            let now = match value {
                Value::Insn(at) => {
                    let at = *at as usize;
                    at == result
                        || body.insns().get(at).is_some_and(is_copy)
                            && body
                                .operands(at)
                                .get(0)
                                .is_some_and(|from| held.get(from.index()) == Some(&true))
                }
                Value::Merge(inputs) => inputs
                    .iter()
                    .any(|input| held.get(input.index()) == Some(&true)),
                Value::Undefined | Value::Param(_) => false,
            };
            if now && let Some(slot) = held.get_mut(n) {
                *slot = true;
                grew = true;
            }
        }
        if !grew {
            break;
        }
    }
    held
}
