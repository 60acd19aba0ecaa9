//! Types of values inside one method: what was allocated, cast or declared. Refuses to look into other methods.

use dex_parse::opcode::op;
use program_model::{Body, DefId, Program, TypeId, Value, ValueId};

/// Values looked at for one question.
const MAX_STEPS: usize = 64;

/// Types that a value may have, as far as this method shows: allocated and constant classes first, else declared ones
/// that the app defines.
pub(super) fn of_value(
    program: &Program<'_>,
    def: DefId,
    body: &Body,
    value: ValueId,
) -> Vec<TypeId> {
    let mut work = vec![value];
    let mut seen = Vec::new();
    let mut out: Vec<TypeId> = Vec::new();
    let dex = program.dex_of(def);
    while let Some(value) = work.pop() {
        if seen.contains(&value) || seen.len() >= MAX_STEPS {
            continue;
        }
        seen.push(value);
        let found = match body.value(value) {
            Value::Undefined => None,
            Value::Param(slot) => parameter(program, def, *slot),
            Value::Merge(inputs) => {
                work.extend(inputs.iter().copied());
                None
            }
            Value::Insn(at) => {
                let at = *at as usize;
                let insn = &body.insns()[at];
                match insn.opcode {
                    op::NEW_INSTANCE | op::CONST_CLASS | 0x1f => {
                        insn.index.and_then(|index| program.type_at(dex, index))
                    }
                    0x52..=0x58 | 0x60..=0x66 => insn
                        .index
                        .and_then(|index| program.field_at(dex, index))
                        .map(|field| program.field(field).ty),
                    _ if insn.is_move() => {
                        work.extend(body.operands(at).get(0));
                        None
                    }
                    _ if insn.is_move_result() => at
                        .checked_sub(1)
                        .map(|call| &body.insns()[call])
                        .filter(|call| call.is_invoke())
                        .and_then(|call| program.method_at(dex, call.index?))
                        .and_then(|method| {
                            let (_, proto) = program.selector(program.method(method).selector);
                            let proto = program.proto(proto);
                            let end = proto.iter().position(|byte| *byte == b')')?;
                            program.find_type(proto.get(end + 1..)?)
                        }),
                    _ => None,
                }
            }
        };
        if let Some(ty) = found
            && !out.contains(&ty)
        {
            out.push(ty);
        }
    }
    out.sort_unstable();
    out
}

/// Class of the object whose `getClass` gave the receiver of the call at an offset: its type in this method.
pub(crate) fn class_of_object(program: &Program<'_>, def: DefId, offset: u32) -> Vec<TypeId> {
    let found = (|| {
        let body = program.body(def)?;
        let at = body.insn_at(offset)?;
        let mut value = body.operands(at).get(0)?;
        for _ in 0..4 {
            let Value::Insn(at) = body.value(value) else {
                return None;
            };
            let insn = &body.insns()[*at as usize];
            if insn.is_move() {
                value = body.operands(*at as usize).get(0)?;
                continue;
            }
            let call = insn
                .is_move_result()
                .then_some(*at as usize)?
                .checked_sub(1)?;
            let of = &body.insns()[call];
            let method = program.method_at(program.dex_of(def), of.index?)?;
            let (_, proto) = program.selector(program.method(method).selector);
            // Of calls without parameters only `getClass` gives a class.
            if !of.is_invoke() || program.proto(proto) != b"()Ljava/lang/Class;" {
                return None;
            }
            return Some(of_value(program, def, body, body.operands(call).get(0)?));
        }
        None
    })();
    found.unwrap_or_default()
}

/// The call that made the object whose `getClass` gave the receiver of the call at an offset, when that was asked of a
/// class: classes make objects without being told which.
pub(crate) fn made_by_class(program: &Program<'_>, def: DefId, offset: u32) -> Option<u32> {
    let body = program.body(def)?;
    let dex = program.dex_of(def);
    let call_of = |value: ValueId| -> Option<usize> {
        let mut value = value;
        for _ in 0..8 {
            let Value::Insn(at) = body.value(value) else {
                return None;
            };
            let insn = body.insns().get(*at as usize)?;
            if insn.is_move() || insn.opcode == op::CHECK_CAST {
                value = body.operands(*at as usize).get(0)?;
                continue;
            }
            let call = insn
                .is_move_result()
                .then_some(*at as usize)?
                .checked_sub(1)?;
            return body.insns().get(call)?.is_invoke().then_some(call);
        }
        None
    };
    let class = call_of(body.operands(body.insn_at(offset)?).get(0)?)?;
    let asked = program.method_at(dex, body.insns().get(class)?.index?)?;
    let (_, proto) = program.selector(program.method(asked).selector);
    let name = program.proto(proto).strip_prefix(b"()")?;
    let made = call_of(body.operands(class).get(0)?)?;
    let made = body.insns().get(made)?;
    let by = program.method(program.method_at(dex, made.index?)?);
    (program.descriptor(by.class) == name).then_some(made.offset)
}

/// The class that the result of a call is cast to, the result of a call on that result included.
pub(crate) fn cast_of(program: &Program<'_>, def: DefId, offset: u32) -> Option<TypeId> {
    let body = program.body(def)?;
    let dex = program.dex_of(def);
    let mut wanted = body.insn_at(offset)? + 1;
    for _ in 0..2 {
        let mut next = None;
        for (at, insn) in body.insns().iter().enumerate() {
            let from = body.operands(at).get(0);
            let is_use = from.is_some_and(
                |value| matches!(body.value(value), Value::Insn(made) if *made as usize == wanted),
            );
            if !is_use {
                continue;
            }
            if insn.opcode == op::CHECK_CAST {
                return program.type_at(dex, insn.index?);
            }
            if insn.is_invoke() && next.is_none() {
                next = Some(at + 1);
            }
        }
        wanted = next?;
    }
    None
}

/// Classes that can stand where a type is asked for: the concrete ones below it, itself included; none when there are
/// more than `most`.
pub(crate) fn concrete(program: &Program<'_>, ty: TypeId, most: usize) -> Vec<TypeId> {
    let mut out = Vec::new();
    let mut seen = vec![ty];
    let mut next = 0;
    while let Some(here) = seen.get(next).copied() {
        next += 1;
        if seen.len() > MAX_STEPS {
            return Vec::new();
        }
        if let Some(class) = program.class_of(here) {
            let has_open = program
                .class(class)
                .methods()
                .any(|def| program.def(def).is_abstract());
            if !has_open {
                out.push(here);
            }
        }
        for below in program.subtypes(here) {
            if !seen.contains(below) {
                seen.push(*below);
            }
        }
    }
    out.sort_unstable();
    if out.len() > most { Vec::new() } else { out }
}

/// Declared type of an argument register.
fn parameter(program: &Program<'_>, def: DefId, slot: u16) -> Option<TypeId> {
    let row = program.def(def);
    let mut left = usize::from(slot);
    if !row.is_static() {
        if left == 0 {
            return Some(program.class(row.class).ty);
        }
        left -= 1;
    }
    let (_, proto) = program.selector(program.method(row.method).selector);
    for ty in parameters(program.proto(proto)) {
        let width = if ty == b"J" || ty == b"D" { 2 } else { 1 };
        if left < width {
            return program.find_type(ty);
        }
        left -= width;
    }
    None
}

/// Descriptors of the parameters of a prototype, in order.
pub(super) fn parameters(proto: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = proto.strip_prefix(b"(").unwrap_or_default();
    std::iter::from_fn(move || {
        let arrays = rest.iter().take_while(|byte| **byte == b'[').count();
        let len = match rest.get(arrays)? {
            b')' => return None,
            b'L' => arrays + rest.get(arrays..)?.iter().position(|byte| *byte == b';')? + 1,
            _ => arrays + 1,
        };
        let (first, after) = rest.split_at_checked(len)?;
        rest = after;
        Some(first)
    })
}

/// Operand number of a declared parameter of a call.
pub(super) fn operand_of(proto: &[u8], is_static: bool, arg: u32) -> Option<usize> {
    let mut slot = usize::from(!is_static);
    for (n, ty) in (0u32..).zip(parameters(proto)) {
        if n == arg {
            return Some(slot);
        }
        slot += if ty == b"J" || ty == b"D" { 2 } else { 1 };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_split() {
        let proto = "(I[[JLa/𠮷;D[La/B;)V".as_bytes();
        let found: Vec<&[u8]> = parameters(proto).collect();
        assert_eq!(
            found,
            [&b"I"[..], b"[[J", "La/𠮷;".as_bytes(), b"D", b"[La/B;"]
        );
        assert_eq!(operand_of(proto, false, 4), Some(6));
        assert_eq!(operand_of(proto, true, 0), Some(0));
        assert_eq!(operand_of(proto, true, 5), None);
        assert_eq!(parameters(b"").count(), 0);
        assert_eq!(parameters(b"(La").count(), 0);
    }
}
