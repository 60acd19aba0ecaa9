//! A bounded interpreter of bytecode: registers, arrays, branches and catalogued operations. Refuses fields of objects,
//! exceptions, floating point, and every call whose effect the catalogue does not give.

use dex_parse::opcode::op;
use dex_parse::{Instruction, Payload};
use program_model::{Body, DefId, FieldId, Insn};

use super::compute::{Run, as_value, is_settled};
use super::heap::{Obj, Val, modified_utf8};
use super::{Context, Evaluator, is_static_call, parameter, pure};

/// Calls inside calls.
const MAX_NEST: u32 = 4;
/// Longest array.
const MAX_ARRAY: usize = 8_192;

/// Registers of one method that runs.
pub(super) struct Frame<'x, 'c> {
    pub(super) def: DefId,
    pub(super) body: &'x Body,
    /// Where registers that the run did not set are looked up.
    pub(super) lazy: Option<(Option<&'c Context<'c>>, u32)>,
    registers: Vec<Option<Val>>,
    result: Val,
}

/// Where a run ends: when the value exists, or for an object that may change, when `upto` reads it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    pub(super) producer: usize,
    pub(super) upto: usize,
}

impl<'x, 'c> Frame<'x, 'c> {
    pub(super) fn new(
        def: DefId,
        body: &'x Body,
        lazy: Option<(Option<&'c Context<'c>>, u32)>,
    ) -> Self {
        Self {
            def,
            body,
            lazy,
            registers: vec![None; usize::from(body.n_registers())],
            result: Val::Unknown,
        }
    }

    fn set(&mut self, register: Option<u16>, value: Val) {
        let Some(place) = register.and_then(|n| self.registers.get_mut(usize::from(n))) else {
            return;
        };
        // What the run does not know, the rest of the evaluation may.
        *place = match value {
            Val::Unknown if self.lazy.is_some() => None,
            other => Some(other),
        };
    }

    fn held(&self, register: u16) -> Option<&Val> {
        self.registers.get(usize::from(register))?.as_ref()
    }
}

impl<'x> Evaluator<'x, '_> {
    /// Runs from an instruction on; the value asked for, or else what the method returns.
    pub(super) fn interpret(
        &mut self,
        run: &mut Run,
        frame: &mut Frame<'x, '_>,
        start: usize,
        stop: Option<Stop>,
        nest: u32,
    ) -> Option<Val> {
        let program = self.program;
        let (def, body) = (frame.def, frame.body);
        let dex = program.dex_of(def);
        let mut pc = start;
        let mut kept: Option<Val> = None;
        loop {
            if let (Some(stop), Some(found)) = (stop, &kept)
                && (pc == stop.upto || is_settled(run, found))
            {
                return kept;
            }
            run.left = run.left.checked_sub(1)?;
            let insn = body.insns().get(pc)?;
            let mut next = pc + 1;
            match insn.opcode {
                // nop, locks, and casts that succeed.
                0x00 | 0x1d | 0x1e | op::CHECK_CAST => {}
                0x0e => return stop.is_none().then_some(Val::Int(0)),
                0x0f..=0x11 => {
                    let value = self.read(run, frame, pc, 0, nest);
                    return stop.is_none().then_some(value);
                }
                0x12..=0x19 => {
                    let value = insn.literal.map_or(Val::Unknown, Val::Int);
                    frame.set(insn.dst, value);
                }
                op::CONST_STRING | op::CONST_STRING_JUMBO => {
                    let text = insn
                        .index
                        .and_then(|index| program.string_at(dex, index))
                        .and_then(modified_utf8);
                    frame.set(insn.dst, text.map_or(Val::Unknown, Val::Text));
                }
                _ if insn.is_move() => {
                    // A copy of what is not known is looked up where it is read.
                    let from = insn
                        .uses()
                        .next()
                        .and_then(|from| frame.held(from).cloned());
                    frame.set(insn.dst, from.unwrap_or(Val::Unknown));
                }
                _ if insn.is_move_result() => {
                    let result = std::mem::replace(&mut frame.result, Val::Unknown);
                    frame.set(insn.dst, result);
                }
                op::NEW_INSTANCE => {
                    let made = run.heap.add(Obj::Opaque)?;
                    frame.set(insn.dst, made);
                }
                op::NEW_ARRAY => {
                    let made = match self.read(run, frame, pc, 0, nest) {
                        Val::Int(len) => {
                            let len = usize::try_from(len).ok().filter(|len| *len <= MAX_ARRAY)?;
                            let kind = self.element(frame.def, insn);
                            run.heap.add(Obj::Array(kind, vec![Val::Int(0); len]))?
                        }
                        _ => Val::Unknown,
                    };
                    frame.set(insn.dst, made);
                }
                0x24 | 0x25 => {
                    let n = insn.uses().count();
                    let mut items = Vec::with_capacity(n);
                    for at in 0..n {
                        items.push(self.read(run, frame, pc, at, nest));
                    }
                    let kind = self.element(frame.def, insn);
                    frame.result = run.heap.add(Obj::Array(kind, items))?;
                }
                op::FILL_ARRAY_DATA => {
                    let array = self.read(run, frame, pc, 0, nest);
                    let raw = self.raw(def, insn)?;
                    let payload = program.code(def)?.payload(&raw).ok()?;
                    if let Val::Ref(at) = array {
                        fill(run, at, &payload)?;
                    }
                }
                op::ARRAY_LENGTH => {
                    let len = match self.read(run, frame, pc, 0, nest) {
                        Val::Ref(at) => match run.heap.get(at) {
                            Some(Obj::Array(_, items)) => i64::try_from(items.len()).ok(),
                            _ => None,
                        },
                        _ => None,
                    };
                    frame.set(insn.dst, len.map_or(Val::Unknown, Val::Int));
                }
                0x28..=0x2a => next = self.target(frame, insn)?,
                0x2b | 0x2c => {
                    let Val::Int(key) = self.read(run, frame, pc, 0, nest) else {
                        return None;
                    };
                    let raw = self.raw(def, insn)?;
                    let payload = program.code(def)?.payload(&raw).ok()?;
                    let wanted = i32::try_from(key).ok()?;
                    if let Some((_, by)) = payload.cases().find(|(case, _)| *case == wanted) {
                        next = body.insn_at(insn.offset.checked_add_signed(by)?)?;
                    }
                }
                0x31 => {
                    let (a, b) = self.two(run, frame, pc, nest);
                    let value = match (a, b) {
                        (Val::Int(a), Val::Int(b)) => Val::Int(match a.cmp(&b) {
                            std::cmp::Ordering::Less => -1,
                            std::cmp::Ordering::Equal => 0,
                            std::cmp::Ordering::Greater => 1,
                        }),
                        _ => Val::Unknown,
                    };
                    frame.set(insn.dst, value);
                }
                0x32..=0x3d => {
                    let (a, b) = if insn.opcode < 0x38 {
                        self.two(run, frame, pc, nest)
                    } else {
                        (self.read(run, frame, pc, 0, nest), Val::Int(0))
                    };
                    let test = (insn.opcode - 0x32) % 6;
                    if holds(test, &a, &b)? {
                        next = self.target(frame, insn)?;
                    }
                }
                0x44..=0x4a => {
                    let (array, index) = self.two(run, frame, pc, nest);
                    let found = match (array, index) {
                        (Val::Ref(at), Val::Int(index)) => match run.heap.get(at) {
                            Some(Obj::Array(_, items)) => {
                                // Out of range: the code would throw.
                                Some(items.get(usize::try_from(index).ok()?)?.clone())
                            }
                            _ => None,
                        },
                        _ => None,
                    };
                    frame.set(insn.dst, found.unwrap_or(Val::Unknown));
                }
                0x4b..=0x51 => {
                    let value = self.read(run, frame, pc, 0, nest);
                    let array = self.read(run, frame, pc, 1, nest);
                    let index = self.read(run, frame, pc, 2, nest);
                    match (&array, &index) {
                        (Val::Ref(at), Val::Int(index)) => {
                            if let Some(Obj::Array(_, items)) = run.heap.get_mut(*at) {
                                *items.get_mut(usize::try_from(*index).ok()?)? = value;
                            }
                        }
                        _ => run.heap.lose(&array),
                    }
                }
                0x60..=0x66 => {
                    let field = insn.index.and_then(|index| program.field_at(dex, index))?;
                    let field = program.declared_field(field);
                    let known = run.statics.iter().rev().find(|(known, _)| *known == field);
                    let value = match known {
                        Some((_, value)) => value.clone(),
                        None if frame.lazy.is_some() => Val::Unknown,
                        None => self.static_value(run, field, 0, nest),
                    };
                    frame.set(insn.dst, value);
                }
                0x67..=0x6d => {
                    let value = self.read(run, frame, pc, 0, nest);
                    let field = insn.index.and_then(|index| program.field_at(dex, index))?;
                    run.statics.push((program.declared_field(field), value));
                }
                0x59..=0x5f => {
                    let value = insn
                        .uses()
                        .next()
                        .and_then(|value| frame.held(value).cloned());
                    if let Some(value) = value {
                        run.heap.lose(&value);
                    }
                }
                _ if insn.is_invoke() => self.invoke(run, frame, pc, nest)?,
                0x7b..=0xe2 => {
                    let a = self.read(run, frame, pc, 0, nest);
                    let b = match insn.literal {
                        Some(literal) => Val::Int(literal),
                        None if insn.opcode >= 0x90 => self.read(run, frame, pc, 1, nest),
                        None => Val::Int(0),
                    };
                    let value = match (a, b) {
                        (Val::Int(a), Val::Int(b)) => {
                            arithmetic(insn.opcode, a, b).map_or(Val::Unknown, Val::Int)
                        }
                        _ => Val::Unknown,
                    };
                    frame.set(insn.dst, value);
                }
                // throw
                0x27 => return None,
                _ => frame.set(insn.dst, Val::Unknown),
            }
            if stop.is_some_and(|stop| stop.producer == pc) {
                kept = Some(frame.held(insn.dst?)?.clone());
            }
            pc = next;
        }
    }

    fn read(
        &mut self,
        run: &mut Run,
        frame: &mut Frame<'x, '_>,
        pc: usize,
        n: usize,
        nest: u32,
    ) -> Val {
        let Some(register) = frame
            .body
            .insns()
            .get(pc)
            .and_then(|insn| insn.uses().nth(n))
        else {
            return Val::Unknown;
        };
        if let Some(held) = frame.held(register) {
            return held.clone();
        }
        let Some(value) = frame.body.operands(pc).get(n) else {
            return Val::Unknown;
        };
        let found = self.demand(run, frame, value, pc, nest);
        frame.set(Some(register), found.clone());
        found
    }

    fn two(
        &mut self,
        run: &mut Run,
        frame: &mut Frame<'x, '_>,
        pc: usize,
        nest: u32,
    ) -> (Val, Val) {
        let first = self.read(run, frame, pc, 0, nest);
        (first, self.read(run, frame, pc, 1, nest))
    }

    fn raw(&self, def: DefId, insn: &Insn) -> Option<Instruction<'x>> {
        let raw = self.program.code(def)?.instruction_at(insn.offset).ok()?;
        Some(raw.decode())
    }

    fn target(&self, frame: &Frame<'x, '_>, insn: &Insn) -> Option<usize> {
        let target = self.raw(frame.def, insn)?.branch_target()?;
        frame.body.insn_at(target)
    }

    /// First letter of the element type of the array type that an instruction names.
    fn element(&self, def: DefId, insn: &Insn) -> u8 {
        let dex = self.program.dex_of(def);
        insn.index
            .and_then(|index| self.program.type_at(dex, index))
            .and_then(|ty| self.program.descriptor(ty).get(1).copied())
            .unwrap_or(b'L')
    }

    fn invoke(
        &mut self,
        run: &mut Run,
        frame: &mut Frame<'x, '_>,
        pc: usize,
        nest: u32,
    ) -> Option<()> {
        frame.result = Val::Unknown;
        let insn = &frame.body.insns()[pc];
        let method = self.method_of(frame.def, insn)?;
        let pure = self.pure_op(method);
        let target = match pure {
            Some(_) => None,
            None => self
                .only_target(frame.def, insn)
                .filter(|target| nest < MAX_NEST && self.is_decoder(*target)),
        };
        if pure.is_none() && target.is_none() {
            // What the call does to the objects that it is given is not known.
            for register in insn.uses() {
                if let Some(held) = frame.held(register).cloned() {
                    run.heap.lose(&held);
                }
            }
            return Some(());
        }
        let is_static = is_static_call(insn.opcode);
        let (_, proto) = self.program.selector(self.program.method(method).selector);
        let mut rest = self.program.proto(proto).strip_prefix(b"(")?;
        let mut args = Vec::new();
        let mut slots = Vec::new();
        let mut types = Vec::new();
        let mut slot = 0;
        if !is_static {
            args.push(self.read(run, frame, pc, 0, nest));
            slots.push(0);
            types.push(b'L');
            slot = 1;
        }
        while let Some((len, wide)) = parameter(rest) {
            args.push(self.read(run, frame, pc, slot, nest));
            slots.push(slot);
            types.push(*rest.first()?);
            slot += if wide { 2 } else { 1 };
            rest = rest.get(len..)?;
        }
        let result = if let Some(op) = pure {
            pure::apply(op, &args, &types, &mut run.heap)
        } else {
            let target = target?;
            let body = self.program.body(target)?;
            let mut inner = Frame::new(target, body, None);
            let first = usize::from(body.n_registers().checked_sub(body.n_ins())?);
            for (slot, arg) in slots.iter().zip(&args) {
                *inner.registers.get_mut(first + slot)? = Some(arg.clone());
            }
            self.interpret(run, &mut inner, 0, None, nest + 1)
        };
        match result {
            Some(value) => frame.result = value,
            None => args.iter().for_each(|arg| run.heap.lose(arg)),
        }
        Some(())
    }

    /// What a static field holds: one constant, or the object that the class initialiser makes.
    pub(super) fn static_value(
        &mut self,
        run: &mut Run,
        field: FieldId,
        depth: u32,
        nest: u32,
    ) -> Val {
        let program = self.program;
        let field = program.declared_field(field);
        let stored = |run: &Run| {
            let found = run.statics.iter().rev().find(|(known, _)| *known == field);
            found.map(|(_, value)| value.clone())
        };
        if let Some(known) = stored(run) {
            return known;
        }
        let plain = as_value(&self.static_field(field, depth + 1));
        // An object that nothing is known of counts as an empty text.
        let is_empty = matches!(&plain, Val::Text(text) if text.is_empty());
        if (plain != Val::Unknown && !is_empty) || nest >= MAX_NEST {
            return plain;
        }
        let sites = self.put_sites(field);
        let Some((writer, _)) = sites.first() else {
            return plain;
        };
        let method = program.method(program.def(*writer).method);
        let (name, _) = program.selector(method.selector);
        if program.name(name) != b"<clinit>"
            || sites.iter().any(|(site, _)| site != writer)
            || run.initialised.contains(writer)
        {
            return plain;
        }
        run.initialised.push(*writer);
        let Some(body) = program.body(*writer) else {
            return Val::Unknown;
        };
        let mut inner = Frame::new(*writer, body, Some((None, depth + 1)));
        if self.interpret(run, &mut inner, 0, None, nest + 1).is_none() {
            run.exact = false;
        }
        let found = stored(run).unwrap_or(plain);
        // Collections may be filled elsewhere too.
        if let Val::Ref(at) = &found
            && matches!(run.heap.get(*at), Some(Obj::List(_) | Obj::Map(_)))
        {
            run.exact = false;
        }
        found
    }
}

fn fill(run: &mut Run, at: usize, payload: &Payload<'_>) -> Option<()> {
    let Payload::FillArrayData {
        element_width,
        data,
        ..
    } = payload
    else {
        return None;
    };
    let Some(Obj::Array(kind, items)) = run.heap.get_mut(at) else {
        return Some(());
    };
    let width = usize::from(*element_width);
    if !matches!(width, 1 | 2 | 4 | 8) {
        return None;
    }
    for (item, bytes) in items.iter_mut().zip(data.chunks_exact(width)) {
        *item = match (bytes, *kind) {
            (&[a], _) => Val::Int(i64::from(a.cast_signed())),
            (&[a, b], b'C') => Val::Int(i64::from(u16::from_le_bytes([a, b]))),
            (&[a, b], _) => Val::Int(i64::from(i16::from_le_bytes([a, b]))),
            (&[a, b, c, d], b'I') => Val::Int(i64::from(i32::from_le_bytes([a, b, c, d]))),
            (bytes, b'J') => bytes
                .try_into()
                .map_or(Val::Unknown, |eight| Val::Int(i64::from_le_bytes(eight))),
            _ => Val::Unknown,
        };
    }
    Some(())
}

/// The tests of `if-*` in opcode order: equal, not equal, less, not less, greater, not greater.
fn holds(test: u8, a: &Val, b: &Val) -> Option<bool> {
    let equal = match (a, b) {
        (Val::Int(a), Val::Int(b)) => {
            return Some(match test {
                0 => a == b,
                1 => a != b,
                2 => a < b,
                3 => a >= b,
                4 => a > b,
                _ => a <= b,
            });
        }
        (Val::Ref(a), Val::Ref(b)) => a == b,
        // Objects and the null reference.
        (Val::Ref(_) | Val::Text(_), Val::Int(0)) | (Val::Int(0), Val::Ref(_) | Val::Text(_)) => {
            false
        }
        _ => return None,
    };
    match test {
        0 => Some(equal),
        1 => Some(!equal),
        _ => None,
    }
}

fn arithmetic(opcode: u8, a: i64, b: i64) -> Option<i64> {
    // Numbers of the operations: add, subtract, multiply, divide, remainder, and, or, xor, shift left, right, unsigned.
    let (operation, long) = match opcode {
        0x7b => return Some(cut(0i64.wrapping_sub(a))),
        0x7c | 0x7e => return Some(!a),
        0x7d => return Some(0i64.wrapping_sub(a)),
        0x81 => return Some(a),
        0x84 => return Some(cut(a)),
        0x8d => return Some(i64::from(a.to_le_bytes()[0].cast_signed())),
        0x8e => return Some(a & 0xffff),
        0x8f => {
            let [low, high, ..] = a.to_le_bytes();
            return Some(i64::from(i16::from_le_bytes([low, high])));
        }
        0x90..=0x9a => (opcode - 0x90, false),
        0x9b..=0xa5 => (opcode - 0x9b, true),
        0xb0..=0xba => (opcode - 0xb0, false),
        0xbb..=0xc5 => (opcode - 0xbb, true),
        // The literal is subtracted from.
        0xd1 | 0xd9 => return Some(cut(b.wrapping_sub(a))),
        0xd0..=0xd7 => (opcode - 0xd0, false),
        0xd8..=0xe2 => (opcode - 0xd8, false),
        _ => return None,
    };
    let bits = if long { 63 } else { 31 };
    let by = u32::try_from(b & bits).ok()?;
    let value = match operation {
        0 => a.wrapping_add(b),
        1 => a.wrapping_sub(b),
        2 => a.wrapping_mul(b),
        3 if b != 0 => a.wrapping_div(b),
        4 if b != 0 => a.wrapping_rem(b),
        5 => a & b,
        6 => a | b,
        7 => a ^ b,
        8 => a.wrapping_shl(by),
        9 => a >> by,
        10 if long => (a.cast_unsigned() >> by).cast_signed(),
        10 => ((a & 0xffff_ffff).cast_unsigned() >> by).cast_signed(),
        _ => return None,
    };
    Some(if long { value } else { cut(value) })
}

/// The low 32 bits, with their sign.
fn cut(value: i64) -> i64 {
    let [a, b, c, d, ..] = value.to_le_bytes();
    i64::from(i32::from_le_bytes([a, b, c, d]))
}
