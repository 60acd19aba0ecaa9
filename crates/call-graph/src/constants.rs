//! Constant values of call arguments: through registers, merges, static and instance fields, string building,
//! catalogued wrappers, and calls up and down the call graph, within a fixed number of steps.

mod arrays;
mod callers;
mod classes;
mod compute;
mod fixed;
mod heap;
mod machine;
mod public;
mod pure;
mod sites;
mod values;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, PoisonError};

use dex_parse::opcode::op;
use dex_parse::{ClassDefIdx, EncodedValue};
use program_model::{Body, DefId, EventKind, FieldId, Insn, MethodId, Program, Value, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

use self::compute::{ALL_INSNS, origin};
pub use self::public::Constants;
pub(crate) use self::pure::Pure;
pub(crate) use self::sites::Sweep;
use self::sites::{BySelector, Sites, unreached_events};
pub use self::values::{Const, Consts};
use self::values::{append_path, command_line, concat};
use crate::events::Matches;
use crate::graph::{Calls, exact_target};
use crate::index::{Index, Place, WrapOp};

/// Values looked at for one argument.
const MAX_STEPS: u32 = 600;
/// Instructions gone through for one step.
const INSNS_PER_STEP: usize = 32;
/// Different values kept for one argument.
const MAX_VALUES: usize = 24;
/// Callers looked at for one parameter.
const MAX_CALLERS: usize = 12;
/// Nesting of one evaluation: registers, calls and fields together.
const MAX_DEPTH: u32 = 40;
/// Calls entered or left on one path.
const MAX_CALLS: u32 = 5;
/// Writers of a field looked at.
const MAX_PUTS: usize = 6;
/// Longest text kept, in bytes.
const MAX_TEXT: usize = 4_096;

/// Where an evaluation stands: the call through which a method was entered, if any.
struct Context<'c> {
    def: DefId,
    insn: usize,
    above: Option<&'c Context<'c>>,
}

/// The call through which a method was entered, without those above.
type Entered = Option<(DefId, usize)>;

/// Evaluates constants of one program.
pub(crate) struct Evaluator<'x, 'a> {
    program: &'x Program<'a>,
    index: &'x Index<'x>,
    reach: &'x dyn Calls,
    wrappers: Matches<MethodId, u32>,
    places: Rc<Places>,
    /// Values of fields that were evaluated from the top of a query.
    fields: FxHashMap<FieldId, Consts>,
    steps: u32,
    /// Steps that the query may take.
    limit: u32,
    calls: u32,
    /// Values being evaluated, against cycles.
    open: Vec<(DefId, ValueId, Entered)>,
    /// Private and static methods that were asked about, with whether they only compute.
    decoders: FxHashMap<DefId, bool>,
    /// Values that a run did not tell.
    failed: FxHashSet<(DefId, ValueId, usize)>,
    /// Runs under way.
    runs: u32,
    /// Instructions that runs may still take.
    insns_left: u32,
}

/// Call sites and writes, made when first asked.
#[derive(Default)]
struct Places {
    sites: OnceCell<Arc<Sites>>,
    by_selector: OnceCell<Arc<BySelector>>,
    /// Answers of [`Evaluator::put_sites`].
    puts: RefCell<FxHashMap<FieldId, PutSites>>,
}

/// Methods and offsets that write a field.
pub(crate) type PutSites = Rc<[(DefId, u32)]>;

impl<'x, 'a> Evaluator<'x, 'a> {
    /// One more evaluator of the same program, which shares what was gathered from the whole of it.
    pub(crate) fn sibling(&self) -> Self {
        let mut new = Self::new(self.program, self.index, self.reach, self.wrappers.clone());
        new.places = Rc::clone(&self.places);
        new
    }

    pub(crate) fn new(
        program: &'x Program<'a>,
        index: &'x Index<'x>,
        reach: &'x dyn Calls,
        wrappers: Matches<MethodId, u32>,
    ) -> Self {
        Self {
            program,
            index,
            reach,
            wrappers,
            places: Rc::default(),
            fields: FxHashMap::default(),
            steps: 0,
            limit: MAX_STEPS,
            calls: 0,
            open: Vec::new(),
            decoders: FxHashMap::default(),
            failed: FxHashSet::default(),
            runs: 0,
            insns_left: ALL_INSNS,
        }
    }

    /// Bounds the steps of the queries that follow, to `limit` or to the greatest allowed.
    pub(crate) fn set_limit(&mut self, limit: Option<u32>) {
        self.limit = limit.unwrap_or(MAX_STEPS).min(MAX_STEPS);
    }

    /// Constants of declared parameter `arg` of the call at `offset`.
    pub(crate) fn argument(&mut self, def: DefId, offset: u32, arg: u32) -> Consts {
        self.steps = 0;
        self.calls = 0;
        self.open.clear();
        let Some(body) = self.program.body(def) else {
            return Consts::unknown();
        };
        let Some(insn) = body.insn_at(offset) else {
            return Consts::unknown();
        };
        self.call_argument(def, body, insn, arg, 0, None)
    }

    /// What the app writes into a field.
    pub(crate) fn field(&mut self, field: FieldId) -> Consts {
        self.steps = 0;
        self.open.clear();
        self.written(self.program.declared_field(field), 0)
    }

    /// Constants of the object that the call at `offset` is made on.
    pub(crate) fn receiver(&mut self, def: DefId, offset: u32) -> Consts {
        self.steps = 0;
        self.calls = 0;
        self.open.clear();
        let Some(body) = self.program.body(def) else {
            return Consts::unknown();
        };
        let found = body
            .insn_at(offset)
            .and_then(|insn| Some((insn, body.operands(insn).get(0)?)));
        match found {
            Some((insn, value)) => self.eval(def, body, value, insn, 0, None),
            None => Consts::unknown(),
        }
    }

    /// Constants of a value of a body as the instruction `upto` reads it.
    pub(crate) fn value(&mut self, def: DefId, value: ValueId, upto: usize) -> Consts {
        self.steps = 0;
        self.calls = 0;
        self.open.clear();
        match self.program.body(def) {
            Some(body) => self.eval(def, body, value, upto, 0, None),
            None => Consts::unknown(),
        }
    }

    /// Constants of declared parameter `arg` of the instruction `insn`, or of the object that it is made on, in a method
    /// entered through these calls.
    pub(crate) fn argument_in(
        &mut self,
        def: DefId,
        insn: usize,
        arg: Option<u32>,
        frames: &[(DefId, usize)],
    ) -> Consts {
        self.steps = 0;
        self.calls = 0;
        self.open.clear();
        self.enter(def, insn, arg, frames, None)
    }

    /// Nesting is bounded by the number of frames.
    fn enter(
        &mut self,
        def: DefId,
        insn: usize,
        arg: Option<u32>,
        frames: &[(DefId, usize)],
        above: Option<&Context<'_>>,
    ) -> Consts {
        if let Some(((caller, at), rest)) = frames.split_first() {
            let entered = Context {
                def: *caller,
                insn: *at,
                above,
            };
            return self.enter(def, insn, arg, rest, Some(&entered));
        }
        match self.program.body(def) {
            Some(body) if insn < body.insns().len() => match arg {
                Some(arg) => self.call_argument(def, body, insn, arg, 0, above),
                None => match body.operands(insn).get(0) {
                    Some(value) => self.eval(def, body, value, insn, 0, above),
                    None => Consts::unknown(),
                },
            },
            _ => Consts::unknown(),
        }
    }

    /// True when some chain leads to the method.
    pub(crate) fn is_reached(&self, def: DefId) -> bool {
        self.reach.reached()[def]
    }

    /// True for a catalogued method that gives a constant of its own, such as a place of shared storage.
    pub(crate) fn gives_constant(&self, method: MethodId) -> bool {
        self.wrappers.get(method).iter().any(|row| {
            matches!(
                self.index.wrappers[*row as usize].op,
                WrapOp::Constant | WrapOp::Under
            )
        })
    }

    /// True when the method calls something that gives the own process id.
    pub(crate) fn uses_own_pid(&self, def: DefId) -> bool {
        let dex = self.program.dex_of(def);
        self.program.events(def).iter().any(|event| {
            event.kind.is_plain_invoke()
                && self
                    .program
                    .method_at(dex, event.index)
                    .is_some_and(|method| {
                        self.wrappers
                            .get(method)
                            .iter()
                            .any(|row| self.index.wrappers[*row as usize].op == WrapOp::OwnPid)
                    })
        })
    }

    fn call_argument(
        &mut self,
        def: DefId,
        body: &'x Body,
        insn: usize,
        arg: u32,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        let Some(method) = self.method_of(def, &body.insns()[insn]) else {
            return Consts::unknown();
        };
        let is_static = is_static_call(body.insns()[insn].opcode);
        let Some(slot) = self.slot(method, arg, is_static) else {
            return Consts::unknown();
        };
        match body.operands(insn).get(slot) {
            Some(value) => self.eval(def, body, value, insn, depth + 1, context),
            None => Consts::unknown(),
        }
    }

    fn method_of(&self, def: DefId, insn: &Insn) -> Option<MethodId> {
        self.program
            .method_at(self.program.dex_of(def), insn.index?)
    }

    /// Operand number of a declared parameter: wide parameters take two operands.
    fn slot(&self, method: MethodId, arg: u32, is_static: bool) -> Option<usize> {
        let (_, proto) = self.program.selector(self.program.method(method).selector);
        let mut rest = self.program.proto(proto).strip_prefix(b"(")?;
        let mut slot = usize::from(!is_static);
        for _ in 0..arg {
            let (len, wide) = parameter(rest)?;
            slot += if wide { 2 } else { 1 };
            rest = rest.get(len..)?;
        }
        parameter(rest).map(|_| slot)
    }

    fn eval(
        &mut self,
        def: DefId,
        body: &'x Body,
        value: ValueId,
        upto: usize,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        self.steps += 1;
        if depth > MAX_DEPTH || self.steps > self.limit {
            return Consts::unknown();
        }
        let key = (
            def,
            value,
            context.map(|entered| (entered.def, entered.insn)),
        );
        if self.open.contains(&key) {
            // A loop adds nothing of its own; that it may build something up makes the result incomplete.
            return match body.value(value) {
                Value::Merge(_) => Consts::nothing(),
                _ => Consts::unknown(),
            };
        }
        self.open.push(key);
        let out = match body.value(value) {
            Value::Undefined => Consts::unknown(),
            Value::Param(slot) => self.parameter(def, *slot, depth, context),
            Value::Insn(insn) => {
                self.result(def, body, *insn as usize, value, upto, depth, context)
            }
            Value::Merge(inputs) => {
                let mut all = Consts::nothing();
                for input in inputs {
                    all.join(self.eval(def, body, *input, upto, depth + 1, context));
                }
                all
            }
        };
        self.open.pop();
        out
    }

    fn parameter(
        &mut self,
        def: DefId,
        slot: u16,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        let program = self.program;
        if let Some(entered) = context {
            let Some(body) = program.body(entered.def) else {
                return Consts::unknown();
            };
            return match body.operands(entered.insn).get(usize::from(slot)) {
                Some(value) => self.eval(
                    entered.def,
                    body,
                    value,
                    entered.insn,
                    depth + 1,
                    entered.above,
                ),
                None => Consts::unknown(),
            };
        }
        if self.calls >= MAX_CALLS {
            return Consts::unknown();
        }
        let sites = self.call_sites(def);
        if sites.is_empty() || sites.len() > MAX_CALLERS {
            return Consts::unknown();
        }
        self.calls += 1;
        let mut all = Consts::nothing();
        for (caller, offset) in sites {
            let value = program.body(caller).and_then(|body| {
                let insn = body.insn_at(offset)?;
                Some((body, insn, body.operands(insn).get(usize::from(slot))?))
            });
            all.join(match value {
                Some((body, insn, value)) => self.eval(caller, body, value, insn, depth + 1, None),
                None => Consts::unknown(),
            });
        }
        self.calls -= 1;
        // The framework or code that was not seen may call it too.
        let row = program.def(def);
        all.complete &= row.is_private() || row.is_static();
        all
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the state of one evaluation, passed down as it is"
    )]
    fn result(
        &mut self,
        def: DefId,
        body: &'x Body,
        at: usize,
        value: ValueId,
        upto: usize,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        let program = self.program;
        let insn = &body.insns()[at];
        let operand = |n: usize| body.operands(at).get(n);
        let dex = program.dex_of(def);
        match insn.opcode {
            op::CONST_STRING | op::CONST_STRING_JUMBO => {
                match insn.index.and_then(|index| program.string_at(dex, index)) {
                    Some(bytes) => Consts::text(&byte_reader::mutf8::decode_printable(bytes).text),
                    None => Consts::unknown(),
                }
            }
            op::CONST_CLASS => match insn.index.and_then(|index| program.type_at(dex, index)) {
                Some(ty) => Consts::one(Const::Type(ty)),
                None => Consts::unknown(),
            },
            0x12..=0x19 => insn
                .literal
                .map_or_else(Consts::unknown, |value| Consts::one(Const::Int(value))),
            _ if insn.is_move() => match operand(0) {
                Some(from) => self.eval(def, body, from, upto, depth + 1, context),
                None => Consts::unknown(),
            },
            _ if insn.is_move_result() => self.call_result(def, body, at, value, depth, context),
            0x60..=0x66 => match insn.index.and_then(|index| program.field_at(dex, index)) {
                Some(field) => self.static_field(field, depth),
                None => Consts::unknown(),
            },
            0x52..=0x58 => match insn.index.and_then(|index| program.field_at(dex, index)) {
                Some(field) => operand(0)
                    .and_then(|object| self.of_constant(def, body, object, field, depth, context))
                    .unwrap_or_else(|| self.written(field, depth)),
                None => Consts::unknown(),
            },
            op::NEW_INSTANCE => self.made(def, body, at, value, upto, depth, context),
            op::NEW_ARRAY => self.array(def, body, value, depth, context),
            0x44..=0x4a => {
                let (Some(array), Some(index)) = (operand(0), operand(1)) else {
                    return Consts::unknown();
                };
                let index = self.eval(def, body, index, at, depth + 1, context);
                let index = match index.values.as_slice() {
                    [Const::Int(one)] if index.complete => Some(*one),
                    _ => None,
                };
                self.elements(def, body, array, index, depth, context)
            }
            0x90..=0xe2 => self.arithmetic(def, body, at, upto, depth, context),
            _ => Consts::unknown(),
        }
    }

    /// Result of the call before a `move-result`.
    fn call_result(
        &mut self,
        def: DefId,
        body: &'x Body,
        at: usize,
        value: ValueId,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        let Some(call) = at.checked_sub(1) else {
            return Consts::unknown();
        };
        let insn = &body.insns()[call];
        if !insn.is_invoke() {
            // filled-new-array
            let values = body.operands(call);
            let all: Vec<Consts> = values
                .iter()
                .map(|value| self.eval(def, body, value, call, depth + 1, context))
                .collect();
            return command_line(&all);
        }
        let Some(method) = self.method_of(def, insn) else {
            return Consts::unknown();
        };
        let program = self.program;
        for row in self.wrappers.get(method).to_vec() {
            let rule = self.index.wrappers[row as usize];
            let from = match rule.from {
                Place::This => Consts::nothing(),
                Place::Arg(_) | Place::Return => Consts::unknown(),
            };
            match (rule.op, rule.to) {
                // What changes an object gives the object, where it gives anything.
                (WrapOp::Pure(_), _) => {
                    if let Some(found) = self.compute(def, body, value, at + 1, depth, context) {
                        return found;
                    }
                }
                (WrapOp::OwnPackage, _) => return Consts::one(Const::OwnPackage),
                (WrapOp::Constant, _) => {
                    return rule.value.map_or_else(Consts::unknown, Consts::text);
                }
                (WrapOp::Under, _) => {
                    let Place::Arg(arg) = rule.from else {
                        return Consts::unknown();
                    };
                    let base = rule.value.map_or_else(Consts::unknown, Consts::text);
                    let given = self.call_argument(def, body, call, arg, depth + 1, context);
                    return concat(&base, &self.told(given), "/");
                }
                (WrapOp::OwnPid, _) => return Consts::one(Const::OwnPid),
                (
                    WrapOp::ClassOf | WrapOp::ClassName | WrapOp::SimpleName | WrapOp::ClassPackage,
                    _,
                ) => {
                    return match body.operands(call).get(0) {
                        Some(this) if rule.op == WrapOp::ClassOf => {
                            self.class_of(def, body, this, call, depth + 1, context)
                        }
                        Some(this) => {
                            let classes = self.eval(def, body, this, call, depth + 1, context);
                            self.class_text(rule.op, &classes)
                        }
                        None => Consts::unknown(),
                    };
                }
                (WrapOp::MetaData, _) => {
                    let (Place::Arg(arg), Some(field)) = (rule.from, rule.value) else {
                        return Consts::unknown();
                    };
                    if !self.is_read_from(def, body, call, field) {
                        return Consts::unknown();
                    }
                    let keys = self.call_argument(def, body, call, arg, depth + 1, context);
                    return self.meta_data(&keys);
                }
                (WrapOp::Resource, _) => {
                    let Place::Arg(arg) = rule.from else {
                        return Consts::unknown();
                    };
                    let number = self.call_argument(def, body, call, arg, depth + 1, context);
                    return self.resource_texts(&number);
                }
                (WrapOp::Append, _) => {
                    let mut text = match body.operands(call).get(0) {
                        Some(this) => self.eval(def, body, this, call, depth + 1, context),
                        None => from,
                    };
                    let Place::Arg(arg) = rule.from else {
                        return Consts::unknown();
                    };
                    let mut added = self.call_argument(def, body, call, arg, depth + 1, context);
                    self.as_characters(method, &mut added);
                    text = concat(&self.told(text), &self.told(added), "");
                    return text;
                }
                (WrapOp::Concat, _) => {
                    let Some(this) = body.operands(call).get(0) else {
                        return Consts::unknown();
                    };
                    let first = self.eval(def, body, this, call, depth + 1, context);
                    let second = self.call_argument(def, body, call, 0, depth + 1, context);
                    return concat(&self.told(first), &self.told(second), "");
                }
                (WrapOp::UriAppend, Place::Return) => {
                    let base = match rule.from {
                        Place::This => match body.operands(call).get(0) {
                            Some(this) => self.eval(def, body, this, call, depth + 1, context),
                            None => Consts::unknown(),
                        },
                        Place::Arg(arg) => {
                            self.call_argument(def, body, call, arg, depth + 1, context)
                        }
                        Place::Return => Consts::unknown(),
                    };
                    let added = match rule.from {
                        Place::Arg(arg) => arg + 1,
                        _ => 0,
                    };
                    let added = self.call_argument(def, body, call, added, depth + 1, context);
                    return append_path(&base, &added);
                }
                // What the call itself puts into the object counts too.
                (_, Place::Return) => {
                    return match rule.from {
                        Place::This => match body.operands(call).get(0) {
                            Some(this) => self.eval(def, body, this, call + 1, depth + 1, context),
                            None => Consts::unknown(),
                        },
                        Place::Arg(arg) => {
                            self.call_argument(def, body, call, arg, depth + 1, context)
                        }
                        Place::Return => Consts::unknown(),
                    };
                }
                _ => {}
            }
        }
        if self.calls >= MAX_CALLS {
            return Consts::unknown();
        }
        let Some(target) = self.only_target(def, insn) else {
            return Consts::unknown();
        };
        if self.is_decoder(target)
            && let Some(found) = self.compute(def, body, value, at + 1, depth, context)
        {
            return found;
        }
        let Some(inner) = program.body(target) else {
            return Consts::unknown();
        };
        self.calls += 1;
        let entered = Context {
            def,
            insn: call,
            above: context,
        };
        let mut all = Consts::nothing();
        for (n, insn) in inner.insns().iter().enumerate() {
            if insn.is_return()
                && let Some(value) = inner.operands(n).get(0)
            {
                all.join(self.eval(target, inner, value, n, depth + 1, Some(&entered)));
            }
        }
        self.calls -= 1;
        if all.values.is_empty() {
            Consts::unknown()
        } else {
            all
        }
    }

    /// Charges going through a whole body; false when the steps are used up.
    fn affords_sweep(&mut self, body: &Body) -> bool {
        let cost = body.insns().len() / INSNS_PER_STEP + 1;
        self.steps = self
            .steps
            .saturating_add(u32::try_from(cost).unwrap_or(u32::MAX));
        self.steps <= self.limit
    }

    /// Numbers given to a parameter of type `char` are characters.
    fn as_characters(&self, method: MethodId, given: &mut Consts) {
        let (_, proto) = self.program.selector(self.program.method(method).selector);
        if !self.program.proto(proto).starts_with(b"(C)") {
            return;
        }
        for value in &mut given.values {
            if let Const::Int(number) = value
                && let Some(c) = u32::try_from(*number).ok().and_then(char::from_u32)
            {
                *value = Const::Text(c.to_string().into());
            }
        }
    }

    /// The only method of the app that a call runs; `None` also when the framework may answer instead.
    pub(crate) fn only_target(&self, def: DefId, insn: &Insn) -> Option<DefId> {
        let method = self.method_of(def, insn)?;
        if matches!(insn.opcode, 0x6e | 0x72 | 0x74 | 0x78) {
            return match self.reach.answers(def, insn.offset, method).as_deref() {
                Some([one]) => Some(*one),
                Some([]) | None => exact_target(self.program, method),
                Some(_) => None,
            };
        }
        exact_target(self.program, method)
    }

    /// A framework constant, an initial value, or what the app writes into the field.
    fn static_field(&mut self, field: FieldId, depth: u32) -> Consts {
        let program = self.program;
        let field = program.declared_field(field);
        let row = program.field(field);
        let Some(class) = program.class_of(row.class) else {
            let class = program.descriptor(row.class);
            return match program.framework().constant(class, program.name(row.name)) {
                Some(("I" | "J" | "S" | "B" | "Z" | "C", value)) => value.parse().map_or_else(
                    |_| Consts::unknown(),
                    |value| Consts::one(Const::Int(value)),
                ),
                Some(("class", _)) | None => Consts::unknown(),
                Some((_, value)) => Consts::text(value),
            };
        };
        let written = self.written(field, depth);
        let class = program.class(class);
        let file = &program.dex(class.dex).file;
        let Ok(def) = file.class_def(ClassDefIdx(class.class_def)) else {
            return written;
        };
        let Ok(Some(data)) = file.class_data(&def) else {
            return written;
        };
        let mut initial = None;
        for (declared, value) in data.static_fields().zip(file.static_values(&def)) {
            let (Ok(declared), Ok(value)) = (declared, value) else {
                break;
            };
            if program.dex_field(class.dex, declared.field) == Some(field) {
                initial = Some(match value {
                    EncodedValue::String(text) => program
                        .string_at(class.dex, text.0)
                        .map_or_else(Consts::unknown, |bytes| {
                            Consts::text(&byte_reader::mutf8::decode_printable(bytes).text)
                        }),
                    EncodedValue::Int(value) => Consts::one(Const::Int(i64::from(value))),
                    EncodedValue::Short(value) => Consts::one(Const::Int(i64::from(value))),
                    EncodedValue::Byte(value) => Consts::one(Const::Int(i64::from(value))),
                    EncodedValue::Char(value) => Consts::one(Const::Int(i64::from(value))),
                    EncodedValue::Long(value) => Consts::one(Const::Int(value)),
                    EncodedValue::Boolean(value) => Consts::one(Const::Int(i64::from(value))),
                    _ => Consts::nothing(),
                });
                break;
            }
        }
        match initial {
            Some(mut all) => {
                if self.n_puts(field) > 0 {
                    all.join(written);
                }
                all
            }
            None => written,
        }
    }

    fn by_selector(&self) -> &BySelector {
        self.places.by_selector.get_or_init(|| {
            let sweep = self.reach.sweep().lock();
            let mut sweep = sweep.unwrap_or_else(PoisonError::into_inner);
            sweep.by_selector(self.program)
        })
    }

    fn sites(&self) -> &Sites {
        self.places.sites.get_or_init(|| {
            let sweep = self.reach.sweep().lock();
            let mut sweep = sweep.unwrap_or_else(PoisonError::into_inner);
            sweep.sites(self.program, self.reach.reached())
        })
    }

    /// Writes of a field in reachable code, and in the rest of the class that declares it.
    pub(crate) fn put_sites(&self, field: FieldId) -> PutSites {
        let program = self.program;
        let field = program.declared_field(field);
        if let Some(known) = self.places.puts.borrow().get(&field) {
            return Rc::clone(known);
        }
        let reached = self.sites().puts.get(field.index()).iter().copied();
        let class = program.class_of(program.field(field).class);
        let unreached = class.into_iter().flat_map(|class| {
            let dex = program.class(class).dex;
            unreached_events(program, class, self.reach.reached())
                .filter(move |(_, event)| {
                    let is_put =
                        matches!(event.kind, EventKind::StaticPut | EventKind::InstancePut);
                    is_put
                        && program
                            .field_at(dex, event.index)
                            .is_some_and(|named| program.declared_field(named) == field)
                })
                .map(|(def, event)| (def, event.offset))
        });
        let out: PutSites = reached.chain(unreached).collect();
        self.places.puts.borrow_mut().insert(field, Rc::clone(&out));
        out
    }

    fn n_puts(&self, field: FieldId) -> usize {
        self.put_sites(field).len()
    }

    /// What the app writes into a field, when it writes in few places.
    fn written(&mut self, field: FieldId, depth: u32) -> Consts {
        let program = self.program;
        if let Some(known) = self.fields.get(&field) {
            return known.clone();
        }
        let sites = self.put_sites(field);
        if sites.is_empty() || sites.len() > MAX_PUTS || self.calls >= MAX_CALLS {
            return Consts::unknown();
        }
        self.calls += 1;
        let mut all = Consts::nothing();
        for (def, offset) in sites.iter().copied() {
            let value = program.body(def).and_then(|body| {
                let insn = body.insn_at(offset)?;
                Some((body, insn, body.operands(insn).get(0)?))
            });
            all.join(match value {
                Some((body, insn, value)) => self.eval(def, body, value, insn, depth + 1, None),
                None => Consts::unknown(),
            });
        }
        self.calls -= 1;
        if self.calls == 0 {
            self.fields.insert(field, all.clone());
        }
        all
    }

    /// An object made here: what its constructor takes, and what is appended to it before `upto`.
    #[expect(
        clippy::too_many_arguments,
        reason = "the state of one evaluation, passed down as it is"
    )]
    fn made(
        &mut self,
        def: DefId,
        body: &'x Body,
        at: usize,
        value: ValueId,
        upto: usize,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        if !self.affords_sweep(body) {
            return Consts::unknown();
        }
        let mut text: Option<Consts> = None;
        let mut needs_run = false;
        for call in at + 1..upto.min(body.insns().len()) {
            let insn = &body.insns()[call];
            if !insn.is_invoke() {
                continue;
            }
            match body.operands(call).get(0) {
                Some(this) if this == value || origin(body, this) == value => {}
                _ => continue,
            }
            let Some(method) = self.method_of(def, insn) else {
                continue;
            };
            needs_run |= self.needs_run(method);
            for row in self.wrappers.get(method).to_vec() {
                let rule = self.index.wrappers[row as usize];
                if matches!(rule.op, WrapOp::Pure(_)) {
                    continue;
                }
                let (Place::Arg(arg), Place::This) = (rule.from, rule.to) else {
                    continue;
                };
                let given = self.call_argument(def, body, call, arg, depth + 1, context);
                let mut given = match rule.op {
                    WrapOp::Append | WrapOp::Join => self.told(given),
                    _ => given,
                };
                self.as_characters(method, &mut given);
                if rule.op == WrapOp::UriAppend {
                    let added = self.call_argument(def, body, call, arg + 1, depth + 1, context);
                    given = append_path(&given, &added);
                }
                let is_longer = matches!(rule.op, WrapOp::Append | WrapOp::Join | WrapOp::Tag);
                let before = match text.take() {
                    Some(before) if is_longer => Some(self.told(before)),
                    before => before,
                };
                text = Some(match (rule.op, before) {
                    (WrapOp::Append, Some(before)) => concat(&before, &given, ""),
                    (WrapOp::Join, Some(before)) => concat(&before, &given, "/"),
                    (WrapOp::Tag, Some(before)) => concat(&before, &given, " "),
                    (_, Some(before)) if before.complete && !before.values.is_empty() => before,
                    (_, _) => given,
                });
            }
        }
        if needs_run {
            if let Some(found) = self.compute(def, body, value, upto, depth, context) {
                return found;
            }
            let mut begun = text.unwrap_or_else(Consts::unknown);
            begun.complete = false;
            return begun;
        }
        // A builder that nothing was put into is an empty text, so that what follows is kept.
        text.unwrap_or_else(|| Consts {
            values: vec![Const::Text("".into())],
            complete: true,
        })
    }

    /// True when the object that a call is made on was read from a field of this name and type.
    fn is_read_from(&self, def: DefId, body: &Body, call: usize, field: &str) -> bool {
        let object = body
            .operands(call)
            .get(0)
            .map(|object| origin(body, object));
        let Some(Value::Insn(at)) = object.map(|object| body.value(object)) else {
            return false;
        };
        body.insns()
            .get(*at as usize)
            .filter(|insn| insn.opcode == 0x54)
            .and_then(|insn| self.program.field_at(self.program.dex_of(def), insn.index?))
            .is_some_and(|read| self.program.field_name(read).ends_with(field))
    }

    /// What the manifest's meta data hold under these keys; nothing is known of keys that are not there.
    fn meta_data(&self, keys: &Consts) -> Consts {
        let mut all = Consts::nothing();
        all.complete = keys.complete && !keys.values.is_empty();
        for key in keys.texts() {
            let mut found = false;
            for datum in self.reach.meta_data() {
                if datum.key == key && !datum.value.is_empty() {
                    found = true;
                    all.join(Consts::text(&datum.value));
                }
            }
            all.complete &= found;
        }
        all
    }

    /// Texts of the resources with these numbers.
    fn resource_texts(&self, numbers: &Consts) -> Consts {
        let mut all = Consts::nothing();
        all.complete = numbers.complete && !numbers.values.is_empty();
        for value in &numbers.values {
            let text = match value {
                Const::Int(number) => u32::try_from(*number)
                    .ok()
                    .and_then(|number| self.reach.resource_text(number)),
                _ => None,
            };
            all.join(text.map_or_else(Consts::unknown, Consts::text));
        }
        all
    }

    fn arithmetic(
        &mut self,
        def: DefId,
        body: &'x Body,
        at: usize,
        upto: usize,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        let insn = &body.insns()[at];
        let mut side = |n: usize| -> Option<i64> {
            let value = body.operands(at).get(n)?;
            match self
                .eval(def, body, value, upto, depth + 1, context)
                .values
                .as_slice()
            {
                [Const::Int(value)] => Some(*value),
                _ => None,
            }
        };
        let (Some(a), b) = (side(0), insn.literal.or_else(|| side(1))) else {
            return Consts::unknown();
        };
        let Some(b) = b else { return Consts::unknown() };
        let value = match insn.opcode {
            0x90 | 0xb0 | 0xd0 | 0xd8 => a.wrapping_add(b),
            0x91 | 0xb1 => a.wrapping_sub(b),
            0x95 | 0xb5 | 0xd5 | 0xdd => a & b,
            0x96 | 0xb6 | 0xd6 | 0xde => a | b,
            0x97 | 0xb7 | 0xd7 | 0xdf => a ^ b,
            _ => return Consts::unknown(),
        };
        Consts::one(Const::Int(value))
    }
}

fn is_static_call(opcode: u8) -> bool {
    matches!(opcode, op::INVOKE_STATIC | op::INVOKE_STATIC_RANGE)
}

/// Length and width of the parameter at the front of a prototype's parameters.
pub(crate) fn parameter(text: &[u8]) -> Option<(usize, bool)> {
    match text.first()? {
        b'J' | b'D' => Some((1, true)),
        b'Z' | b'B' | b'S' | b'C' | b'I' | b'F' => Some((1, false)),
        b'L' => Some((text.iter().position(|byte| *byte == b';')? + 1, false)),
        b'[' => {
            let dimensions = text.iter().take_while(|byte| **byte == b'[').count();
            let (len, _) = match text.get(dimensions)? {
                b'L' => (
                    text.iter().position(|byte| *byte == b';')? + 1 - dimensions,
                    false,
                ),
                _ => (1, false),
            };
            Some((dimensions + len, false))
        }
        _ => None,
    }
}
