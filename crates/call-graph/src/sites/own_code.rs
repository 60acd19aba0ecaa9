//! Whether a path is that of the app's own code, as the members in the tables give it. Looks into one method only.

use dex_parse::opcode::op;
use program_model::{Body, MethodRef, Program, Value, ValueId};

use super::{Scene, Site};

/// Moves and casts looked through.
const MAX_STEPS: usize = 16;

/// The argument of a call is the path of the app's own code.
pub(super) fn is_own(scene: &Scene<'_, '_, '_>, site: &Site, arg: u32) -> bool {
    let members = &scene.shared.index.catalogues.loading.own_code;
    let program = scene.shared.program;
    let found = (|| {
        let (body, _, value) = scene.operand(site, arg)?;
        let made = origin(body, value)?;
        let insn = body.insns().get(made)?;
        let dex = program.dex_of(site.def);
        // Reads of instance fields: 0x52 to 0x58 of the Dalvik opcode table.
        if (0x52..=0x58).contains(&insn.opcode) {
            let name = program.field_name(program.field_at(dex, insn.index?)?);
            if !members.iter().any(|member| *member.as_str() == *name) {
                return Some(false);
            }
            // An object that was asked for by a name may be that of another app.
            let of = origin(body, body.operands(made).get(0)?)?;
            let call = body.insns().get(of)?;
            let method = program.method_at(dex, call.index.filter(|_| call.is_invoke())?)?;
            let (_, proto) = program.selector(program.method(method).selector);
            return Some(program.proto(proto).starts_with(b"()"));
        }
        let method = program.method_at(dex, insn.index.filter(|_| insn.is_invoke())?)?;
        let row = program.method(method);
        Some(members.iter().any(|member| names(program, member, row)))
    })();
    found.unwrap_or(false)
}

/// The member is the method, or one that it overrides or inherits.
fn names(program: &Program<'_>, member: &str, row: MethodRef) -> bool {
    let Some((class, rest)) = member.split_once("->") else {
        return false;
    };
    let (name, proto) = program.selector(row.selector);
    let own = [program.name(name), program.proto(proto)].concat();
    own == rest.as_bytes()
        && program
            .find_type(class.as_bytes())
            .is_some_and(|ty| program.is_subtype(row.class, ty))
}

/// The instruction that made a value: the call for the result of one.
fn origin(body: &Body, value: ValueId) -> Option<usize> {
    let mut here = value;
    for _ in 0..MAX_STEPS {
        let Value::Insn(at) = body.value(here) else {
            return None;
        };
        let at = *at as usize;
        let insn = body.insns().get(at)?;
        if insn.is_move_result() {
            return at.checked_sub(1);
        }
        if !insn.is_move() && insn.opcode != op::CHECK_CAST {
            return Some(at);
        }
        here = body.operands(at).get(0)?;
    }
    None
}
