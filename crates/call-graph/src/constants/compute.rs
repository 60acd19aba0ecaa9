//! Constants that only running the code tells: texts decoded, formatted, or put together from characters. Runs the few
//! instructions that make one value, with operands that are known; refuses effects, unknown branches and long loops.

use dex_parse::opcode::op;
use program_model::{Body, DefId, Insn, MethodId, Value, ValueId};

use super::heap::{Heap, Obj, Val, modified_utf8, units};
use super::machine::{Frame, Stop};
use super::pure::Pure;
use super::{Const, Consts, Context, Evaluator, MAX_DEPTH};
use crate::index::{Place, WrapOp};

/// Instructions of one run.
const RUN_INSNS: u32 = 20_000;
/// Instructions of all runs over one program.
pub(super) const ALL_INSNS: u32 = 4_000_000;
/// Runs inside runs, through operands that need a run of their own.
const MAX_RUNS: u32 = 3;
/// Values looked through for the start of a run.
const MAX_SLICE: usize = 64;
/// Longest method that counts as a decoder.
const MAX_DECODER: usize = 600;
/// How far behind an allocation its constructor is looked for.
const MAX_INIT: usize = 64;
/// Register copies looked through.
const MAX_MOVES: usize = 8;

/// State of one run.
pub(super) struct Run {
    pub(super) heap: Heap,
    pub(super) left: u32,
    /// False when what was run may differ from what the app does.
    pub(super) exact: bool,
    pub(super) statics: Vec<(program_model::FieldId, Val)>,
    pub(super) initialised: Vec<DefId>,
}

/// The value that a register copy copies.
pub(super) fn origin(body: &Body, mut value: ValueId) -> ValueId {
    for _ in 0..MAX_MOVES {
        let Value::Insn(at) = body.value(value) else {
            break;
        };
        let at = *at as usize;
        let is_copy = body
            .insns()
            .get(at)
            .is_some_and(|insn| insn.is_move() || insn.opcode == op::CHECK_CAST);
        match body.operands(at).get(0) {
            Some(from) if is_copy => value = from,
            _ => break,
        }
    }
    value
}

impl<'x> Evaluator<'x, '_> {
    /// The operation that a catalogued method stands for.
    pub(super) fn pure_op(&self, method: MethodId) -> Option<Pure> {
        self.wrappers.get(method).iter().find_map(|row| {
            match self.index.wrappers[*row as usize].op {
                WrapOp::Pure(op) => Some(op),
                _ => None,
            }
        })
    }

    /// True when the object is changed in a way that only a run can follow.
    pub(super) fn needs_run(&self, method: MethodId) -> bool {
        let rows = self.wrappers.get(method);
        let into_this = |row: &u32| self.index.wrappers[*row as usize].to == Place::This;
        let is_pure = |row: &u32| matches!(self.index.wrappers[*row as usize].op, WrapOp::Pure(_));
        let changes = |row: &u32| matches!(self.index.wrappers[*row as usize].op, WrapOp::Pure(op) if op.changes_text());
        rows.iter().any(|row| into_this(row) && changes(row))
            && !rows.iter().any(|row| into_this(row) && !is_pure(row))
    }

    /// True for a private or static method that computes something from its parameters alone, as far as a look at its
    /// instructions tells.
    pub(super) fn is_decoder(&mut self, target: DefId) -> bool {
        if let Some(known) = self.decoders.get(&target) {
            return *known;
        }
        let answer = self.looks_like_decoder(target);
        self.decoders.insert(target, answer);
        answer
    }

    fn looks_like_decoder(&self, target: DefId) -> bool {
        let row = self.program.def(target);
        if !row.is_private() && !row.is_static() {
            return false;
        }
        let Some(body) = self.program.body(target) else {
            return false;
        };
        if body.insns().len() > MAX_DECODER {
            return false;
        }
        let mut works = false;
        for insn in body.insns() {
            match insn.opcode {
                _ if insn.is_invoke() => {
                    let Some(method) = self.method_of(target, insn) else {
                        return false;
                    };
                    let is_pure = self.pure_op(method).is_some();
                    let own = self.program.class_of(self.program.method(method).class);
                    if !is_pure && own.is_none() {
                        return false;
                    }
                    works |= is_pure;
                }
                // Locks, thrown exceptions aside, and everything written outside.
                0x1d | 0x1e | 0x59..=0x6d => return false,
                0x44..=0x51 | 0x90..=0xe2 => works = true,
                _ => {}
            }
        }
        works
    }

    /// What running the code says about a value as the instruction `upto` reads it.
    pub(super) fn compute(
        &mut self,
        def: DefId,
        body: &'x Body,
        value: ValueId,
        upto: usize,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Option<Consts> {
        if self.runs >= MAX_RUNS || self.insns_left == 0 || depth > MAX_DEPTH {
            return None;
        }
        let key = (def, value, upto);
        if context.is_none() && self.failed.contains(&key) {
            return None;
        }
        let value = origin(body, value);
        let Value::Insn(producer) = body.value(value) else {
            return None;
        };
        let stop = Stop {
            producer: *producer as usize,
            upto,
        };
        let (start, merged) = self.slice_start(def, body, value);
        let room = RUN_INSNS.min(self.insns_left);
        let mut run = Run {
            heap: Heap::new(),
            left: room,
            exact: !merged || start == 0,
            statics: Vec::new(),
            initialised: Vec::new(),
        };
        let mut frame = Frame::new(def, body, Some((context, depth)));
        self.runs += 1;
        let found = self.interpret(&mut run, &mut frame, start, Some(stop), 0);
        self.runs -= 1;
        let used = room - run.left;
        self.insns_left -= used;
        self.steps = self.steps.saturating_add(used / 32 + 1);
        let found = found.and_then(|found| {
            let text = match &found {
                Val::Int(number) => return Some(Consts::one(Const::Int(*number))),
                other => run.heap.text(other)?,
            };
            let found = Consts::text(&String::from_utf16(&text).ok()?);
            (!found.values.is_empty()).then_some(found)
        });
        if let Some(mut found) = found {
            found.complete &= run.exact;
            return Some(found);
        }
        if context.is_none() && self.steps < self.limit {
            self.failed.insert(key);
        }
        None
    }

    /// First instruction of those that make a value, and whether merges are among them.
    fn slice_start(&mut self, def: DefId, body: &'x Body, value: ValueId) -> (usize, bool) {
        let mut seen = vec![value];
        let mut merged = false;
        let mut start = usize::MAX;
        let mut next = 0;
        while let Some(value) = seen.get(next).copied() {
            next += 1;
            let add = |value: ValueId| {
                if seen.len() < MAX_SLICE && !seen.contains(&value) {
                    seen.push(value);
                }
            };
            let at = match body.value(value) {
                Value::Insn(at) => *at as usize,
                Value::Merge(inputs) => {
                    merged = true;
                    inputs.iter().copied().for_each(add);
                    continue;
                }
                Value::Param(_) | Value::Undefined => continue,
            };
            let Some(insn) = body.insns().get(at) else {
                continue;
            };
            match insn.opcode {
                op::NEW_INSTANCE => {
                    start = start.min(at);
                    let end = body.insns().len().min(at + MAX_INIT);
                    let init = (at + 1..end).find(|call| {
                        let insn = &body.insns()[*call];
                        insn.is_invoke() && body.operands(*call).get(0) == Some(value)
                    });
                    if let Some(init) = init {
                        body.operands(init).iter().for_each(add);
                    }
                }
                _ if insn.is_move() || insn.opcode == op::CHECK_CAST => {
                    body.operands(at).iter().for_each(add);
                }
                op::NEW_ARRAY | op::ARRAY_LENGTH | 0x44..=0x4a | 0x7b..=0xe2 => {
                    start = start.min(at);
                    body.operands(at).iter().for_each(add);
                }
                _ if insn.is_move_result() => {
                    let Some(call) = at.checked_sub(1) else {
                        continue;
                    };
                    if self.is_run(def, &body.insns()[call]) {
                        start = start.min(call);
                        body.operands(call).iter().for_each(add);
                    }
                }
                _ => {}
            }
        }
        if start == usize::MAX {
            (0, merged)
        } else {
            (start, merged)
        }
    }

    fn is_run(&mut self, def: DefId, call: &Insn) -> bool {
        if !call.is_invoke() {
            return true;
        }
        if self
            .method_of(def, call)
            .is_some_and(|method| self.pure_op(method).is_some())
        {
            return true;
        }
        self.only_target(def, call)
            .is_some_and(|target| self.is_decoder(target))
    }

    /// A register that the run did not set: what it holds, when that is one constant.
    pub(super) fn demand(
        &mut self,
        run: &mut Run,
        frame: &Frame<'x, '_>,
        value: ValueId,
        pc: usize,
        nest: u32,
    ) -> Val {
        let Some((context, depth)) = frame.lazy else {
            return Val::Unknown;
        };
        let (def, body) = (frame.def, frame.body);
        let value = origin(body, value);
        let program = self.program;
        let mut boxed = false;
        if let Value::Insn(at) = body.value(value)
            && let Some(insn) = body.insns().get(*at as usize)
        {
            let dex = program.dex_of(def);
            match insn.opcode {
                op::CONST_STRING | op::CONST_STRING_JUMBO => {
                    return insn
                        .index
                        .and_then(|index| program.string_at(dex, index))
                        .and_then(modified_utf8)
                        .map_or(Val::Unknown, Val::Text);
                }
                0x60..=0x66 => {
                    return match insn.index.and_then(|index| program.field_at(dex, index)) {
                        Some(field) => self.static_value(run, field, depth, nest),
                        None => Val::Unknown,
                    };
                }
                0x0c => boxed = true,
                _ => {}
            }
        }
        let found = self.eval(def, body, value, pc, depth + 1, context);
        match as_value(&self.told(found)) {
            Val::Int(_) if boxed => Val::Unknown,
            other => other,
        }
    }
}

/// The one constant that it is, if it is one.
pub(super) fn as_value(found: &Consts) -> Val {
    match found.values.as_slice() {
        [Const::Int(number)] if found.complete => Val::Int(*number),
        // A text that could not be decoded whole stands for another.
        [Const::Text(text)] if found.complete && !text.contains('\u{fffd}') => {
            Val::text(units(text))
        }
        _ => Val::Unknown,
    }
}

/// True when the object cannot change any more.
pub(super) fn is_settled(run: &Run, value: &Val) -> bool {
    match value {
        Val::Ref(at) => matches!(run.heap.get(*at), Some(Obj::Text(_))),
        _ => true,
    }
}
