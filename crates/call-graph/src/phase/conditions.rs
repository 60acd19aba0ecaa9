//! Which stored flags must have been switched for a value to be true, and for it to be false; refuses to guess at
//! conditions that no stored flag takes part in.

use dex_parse::opcode::op;
use program_model::{Body, DefId, Insn, MethodId, Value, ValueId};

use super::flags::{FlagId, Flags};
use super::guards::{Guards, NONE};
use crate::constants::Const;

/// Values looked at for one condition.
const MAX_STEPS: u32 = 300;
/// Methods entered on one way.
const MAX_ENTERED: usize = 5;
/// Nesting within methods.
const MAX_DEPTH: u32 = 24;

/// What a truth value tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Truth {
    /// Flags that must have been switched when the value is true; `None` when it never is.
    pub(crate) when_true: Option<Vec<FlagId>>,
    /// The same when it is false.
    pub(crate) when_false: Option<Vec<FlagId>>,
    /// It depends on what the caller gives.
    pub(crate) open: bool,
}

impl Truth {
    pub(super) fn unknown() -> Self {
        Self {
            when_true: Some(Vec::new()),
            when_false: Some(Vec::new()),
            open: false,
        }
    }

    pub(super) fn constant(value: bool) -> Self {
        Self {
            when_true: value.then(Vec::new),
            when_false: (!value).then(Vec::new),
            open: false,
        }
    }

    /// A flag that is `default` on a fresh installation.
    pub(super) fn flag(flag: FlagId, default: bool) -> Self {
        let (on, off) = if default {
            (Vec::new(), vec![flag])
        } else {
            (vec![flag], Vec::new())
        };
        Self {
            when_true: Some(on),
            when_false: Some(off),
            open: false,
        }
    }

    fn negated(self) -> Self {
        Self {
            when_true: self.when_false,
            when_false: self.when_true,
            open: self.open,
        }
    }

    pub(super) fn tells(&self) -> bool {
        let some = |side: &Option<Vec<FlagId>>| side.as_ref().is_some_and(|list| !list.is_empty());
        some(&self.when_true) || some(&self.when_false)
    }

    fn is_constant(&self) -> bool {
        self.when_true.is_none() || self.when_false.is_none()
    }

    /// Of a comparison that null fails too.
    fn or_null(self) -> Self {
        Self {
            when_false: Some(Vec::new()),
            ..self
        }
    }

    /// One of two ways.
    pub(super) fn or_else(self, other: Self) -> Self {
        Self {
            when_true: either(self.when_true, other.when_true),
            when_false: either(self.when_false, other.when_false),
            open: self.open || other.open,
        }
    }

    /// With flags that must have been switched for this way to be taken.
    pub(super) fn behind(mut self, flags: &[FlagId]) -> Self {
        for side in [&mut self.when_true, &mut self.when_false]
            .into_iter()
            .flatten()
        {
            side.extend(flags);
            side.sort_unstable();
            side.dedup();
        }
        self
    }
}

fn either(a: Option<Vec<FlagId>>, b: Option<Vec<FlagId>>) -> Option<Vec<FlagId>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.into_iter().filter(|flag| b.contains(flag)).collect()),
        (a, b) => a.or(b),
    }
}

fn both(a: Option<Vec<FlagId>>, b: Option<Vec<FlagId>>) -> Option<Vec<FlagId>> {
    let (mut a, b) = (a?, b?);
    a.extend(b);
    a.sort_unstable();
    a.dedup();
    Some(a)
}

/// The calls through which a method was entered: caller and number of its instruction, innermost last.
pub(super) type Frames<'f> = &'f [(DefId, usize)];

/// Where a value is looked at.
#[derive(Clone, Copy)]
pub(super) struct At<'b> {
    pub(super) def: DefId,
    pub(super) body: &'b Body,
    /// What is known so far to be closed in the body.
    pub(super) guards: &'b Guards,
    pub(super) frames: Frames<'b>,
    pub(super) depth: u32,
}

impl Flags<'_, '_> {
    /// What the truth of a value tells. `steps` are used up over all values of one question.
    pub(super) fn truth(&mut self, at: At<'_>, value: ValueId, steps: &mut u32) -> Truth {
        *steps += 1;
        if *steps > MAX_STEPS || at.depth > MAX_DEPTH {
            return Truth::unknown();
        }
        let deeper = At {
            depth: at.depth + 1,
            ..at
        };
        match at.body.value(value) {
            Value::Undefined => Truth::unknown(),
            Value::Param(slot) => match at.frames.split_last() {
                Some(((caller, insn), above)) => {
                    let program = self.program;
                    let Some(body) = program.body(*caller) else {
                        return Truth::unknown();
                    };
                    match body.operands(*insn).get(usize::from(*slot)) {
                        Some(given) => self.truth(
                            At {
                                def: *caller,
                                body,
                                guards: &NONE,
                                frames: above,
                                depth: at.depth + 1,
                            },
                            given,
                            steps,
                        ),
                        None => Truth::unknown(),
                    }
                }
                None => Truth {
                    open: true,
                    ..Truth::unknown()
                },
            },
            Value::Merge(inputs) => {
                let mut all: Option<Truth> = None;
                let inputs = self.resumed(at, inputs).unwrap_or_else(|| inputs.clone());
                for input in inputs {
                    let mut one = self.truth(deeper, input, steps);
                    if let Value::Insn(made) = at.body.value(input) {
                        let block = at.body.block_of(*made as usize);
                        one = one.behind(at.guards.of(block));
                    }
                    all = Some(match all {
                        Some(known) => known.or_else(one),
                        None => one,
                    });
                }
                all.unwrap_or_else(Truth::unknown)
            }
            Value::Insn(made) => self.made(deeper, *made as usize, steps),
        }
    }

    fn made(&mut self, at: At<'_>, made: usize, steps: &mut u32) -> Truth {
        let Some(insn) = at.body.insns().get(made) else {
            return Truth::unknown();
        };
        let operand = |n: usize| at.body.operands(made).get(n);
        match insn.opcode {
            0x12..=0x19 => match insn.literal {
                Some(value) => Truth::constant(value != 0),
                None => Truth::unknown(),
            },
            0x1f => operand(0).map_or_else(Truth::unknown, |from| self.truth(at, from, steps)),
            _ if insn.is_move() => {
                operand(0).map_or_else(Truth::unknown, |from| self.truth(at, from, steps))
            }
            _ if insn.is_move_result() => match made.checked_sub(1) {
                Some(call) => self.call(at, call, steps),
                None => Truth::unknown(),
            },
            // xor with one turns a truth value around.
            0xd7 | 0xdf if insn.literal == Some(1) => {
                operand(0).map_or_else(Truth::unknown, |from| self.truth(at, from, steps).negated())
            }
            0x97 | 0xb7 => match (operand(0), operand(1).map(|b| constant_of(at.body, b))) {
                (Some(a), Some(Some(1))) => self.truth(at, a, steps).negated(),
                _ => Truth::unknown(),
            },
            0x95 | 0x96 | 0xb5 | 0xb6 => {
                let (Some(a), Some(b)) = (operand(0), operand(1)) else {
                    return Truth::unknown();
                };
                let (a, b) = (self.truth(at, a, steps), self.truth(at, b, steps));
                let is_and = matches!(insn.opcode, 0x95 | 0xb5);
                let open = a.open || b.open;
                if is_and {
                    Truth {
                        when_true: both(a.when_true, b.when_true),
                        when_false: either(a.when_false, b.when_false),
                        open,
                    }
                } else {
                    Truth {
                        when_true: either(a.when_true, b.when_true),
                        when_false: both(a.when_false, b.when_false),
                        open,
                    }
                }
            }
            0x52..=0x58 | 0x60..=0x66 => self.field(at, insn, steps),
            _ => Truth::unknown(),
        }
    }

    fn field(&mut self, at: At<'_>, insn: &Insn, steps: &mut u32) -> Truth {
        let program = self.program;
        let dex = program.dex_of(at.def);
        let Some(field) = insn.index.and_then(|index| program.field_at(dex, index)) else {
            return Truth::unknown();
        };
        let row = program.field(field);
        // The two constants of the boxed type.
        if program.class_of(row.class).is_none() {
            return match program.name(row.name) {
                b"TRUE" => Truth::constant(true),
                b"FALSE" => Truth::constant(false),
                _ => Truth::unknown(),
            };
        }
        let field = program.declared_field(field);
        let truth = if let Some(known) = self.fields.get(&field) {
            known.clone()
        } else {
            // Against fields written from each other.
            self.fields.insert(field, Truth::unknown());
            let truth = self.field_truth(field, at.depth, steps);
            self.fields.insert(field, truth.clone());
            truth
        };
        if self.unready.contains_key(&field) && !self.is_loaded(at, insn, field) {
            return Truth::unknown();
        }
        truth
    }

    /// True when code before the test, in the methods through which it was entered, calls what loads the stored value
    /// into a field that begins with another.
    fn is_loaded(&self, at: At<'_>, insn: &Insn, field: program_model::FieldId) -> bool {
        let program = self.program;
        let Some(loaders) = self.unready.get(&field) else {
            return true;
        };
        let loads = |def: DefId, body: &Body, upto: usize| {
            loaders.contains(&def)
                || body.insns().iter().take(upto).any(|insn| {
                    insn.is_invoke()
                        && self.evaluator.only_target(def, insn).is_some_and(|target| {
                            let dex = program.dex_of(target);
                            loaders.contains(&target)
                                || program.events(target).iter().any(|event| {
                                    event.kind.is_plain_invoke()
                                        && program
                                            .method_at(dex, event.index)
                                            .and_then(|method| {
                                                crate::graph::exact_target(program, method)
                                            })
                                            .is_some_and(|next| loaders.contains(&next))
                                })
                        })
                })
        };
        let here = at.body.insn_at(insn.offset).unwrap_or(0);
        loads(at.def, at.body, here)
            || at.frames.iter().any(|(def, call)| {
                program
                    .body(*def)
                    .is_some_and(|body| loads(*def, body, *call))
            })
    }

    /// Truth of a field: that of the value stored into it, or a flag of its own.
    fn field_truth(&mut self, field: program_model::FieldId, depth: u32, steps: &mut u32) -> Truth {
        let program = self.program;
        let puts = self.evaluator.put_sites(field);
        if puts.is_empty() || puts.len() > super::fresh::MAX_PUTS {
            return self.own_flag(field, &[], &[]);
        }
        let mut switches: Vec<(DefId, u32)> = Vec::new();
        let mut sure: Vec<(DefId, u32)> = Vec::new();
        let mut first: Option<(DefId, bool)> = None;
        let mut told: Option<Truth> = None;
        let mut loaders: Vec<DefId> = Vec::new();
        for (writer, offset) in puts.iter().copied() {
            let Some(body) = program.body(writer) else {
                continue;
            };
            let value = body
                .insn_at(offset)
                .and_then(|insn| body.operands(insn).get(0));
            let Some(value) = value else { continue };
            let at = At {
                def: writer,
                body,
                guards: &NONE,
                frames: &[],
                depth: depth + 1,
            };
            let truth = self.truth(at, value, steps);
            if truth.tells() {
                loaders.push(writer);
                told = told.or(Some(truth));
                continue;
            }
            if truth.is_constant() && self.makes(writer) {
                first = Some((writer, truth.when_true.is_some()));
            }
            if truth.when_false.is_none() || truth.open {
                switches.push((writer, offset));
            }
            if truth.when_false.is_none() {
                sure.push((writer, offset));
            }
        }
        let Some(truth) = told else {
            return self.own_flag(field, &switches, &sure);
        };
        // A field that begins with the value behind which the code runs guards nothing before it is loaded.
        if let Some((maker, value)) = first {
            let side = if value {
                &truth.when_true
            } else {
                &truth.when_false
            };
            let opens = side.as_ref().is_some_and(|flags| !flags.is_empty());
            let calls_loader = program.events(maker).iter().any(|event| {
                event.kind.is_plain_invoke()
                    && program
                        .method_at(program.dex_of(maker), event.index)
                        .and_then(|method| crate::graph::exact_target(program, method))
                        .is_some_and(|target| loaders.contains(&target))
            });
            if opens && !loaders.contains(&maker) && !calls_loader {
                self.unready.insert(field, loaders);
            }
        }
        truth
    }

    fn call(&mut self, at: At<'_>, call: usize, steps: &mut u32) -> Truth {
        let program = self.program;
        let Some(insn) = at.body.insns().get(call).filter(|insn| insn.is_invoke()) else {
            return Truth::unknown();
        };
        let method = insn
            .index
            .and_then(|index| program.method_at(program.dex_of(at.def), index));
        let Some(method) = method else {
            return Truth::unknown();
        };
        let first = at.body.operands(call).get(0);
        if let Some(row) = self.getters.get(method).first().copied() {
            return self.stored(at, call, row);
        }
        if self.kinds.gets.contains(method)
            && let Some(truth) = self.taken_truth(at, call)
        {
            return truth;
        }
        if self.never.contains(method) {
            return Truth {
                when_true: None,
                when_false: None,
                open: false,
            };
        }
        if let Some(truth) = self.called_back(at, insn.offset, steps) {
            return truth;
        }
        if self.transparent.contains(method) {
            return first.map_or_else(Truth::unknown, |value| self.truth(at, value, steps));
        }
        if self.negates.contains(method) {
            return first.map_or_else(Truth::unknown, |value| {
                self.truth(at, value, steps).negated()
            });
        }
        if self.launch_tests.contains(method)
            && let Some(truth) = self.launched(at, call)
        {
            return truth;
        }
        if self.equals.contains(method) {
            return self.same(at, call, steps);
        }
        self.own_method(at, call, insn, method, steps)
    }

    /// The result of a call that hands back what the methods which it calls back return.
    fn called_back(&mut self, at: At<'_>, offset: u32, steps: &mut u32) -> Option<Truth> {
        if at.frames.len() >= MAX_ENTERED {
            return None;
        }
        let answers = self.answers_with_result(at.def, offset);
        let mut all: Option<Truth> = None;
        for callee in answers {
            let one = if let Some(known) = self.summaries.get(&callee) {
                known.clone()
            } else {
                self.summaries.insert(callee, Truth::unknown());
                let found = self.summary(callee, &[], at.depth, steps);
                self.summaries.insert(callee, found.clone());
                found
            };
            all = Some(match all {
                Some(known) => known.or_else(one),
                None => one,
            });
        }
        all.filter(Truth::tells)
    }

    /// A test of the action with which a first page was started, against an action that the launcher does not use.
    fn launched(&mut self, at: At<'_>, call: usize) -> Option<Truth> {
        let program = self.program;
        let launch = self.launch?;
        let class = program.class(program.def(at.def).class).ty;
        if !self
            .launchers
            .iter()
            .any(|page| program.is_subtype(*page, class))
        {
            return None;
        }
        let operands = at.body.operands(call);
        let (a, b) = (operands.get(0)?, operands.get(1)?);
        let other = match (self.is_action(at, a), self.is_action(at, b)) {
            (true, false) => b,
            (false, true) => a,
            _ => return None,
        };
        let found = self.evaluator.value(at.def, other, call);
        let rules_out = found.complete
            && !found.values.is_empty()
            && found.values.iter().all(|value| match value {
                Const::Text(text) => !launch.action.starts_with(text.as_ref()),
                _ => false,
            });
        let offset = at.body.insns().get(call)?.offset;
        rules_out.then(|| Truth::flag(self.open_flag(at.def, offset), false))
    }

    /// True for a value that a method gives which tells of the action.
    fn is_action(&self, at: At<'_>, value: ValueId) -> bool {
        let program = self.program;
        let mut here = value;
        for _ in 0..8 {
            let Value::Insn(made) = at.body.value(here) else {
                return false;
            };
            let made = *made as usize;
            let Some(insn) = at.body.insns().get(made) else {
                return false;
            };
            if insn.is_move() {
                let Some(from) = at.body.operands(made).get(0) else {
                    return false;
                };
                here = from;
                continue;
            }
            let called = insn
                .is_move_result()
                .then(|| made.checked_sub(1))
                .flatten()
                .and_then(|call| at.body.insns().get(call))
                .filter(|call| call.is_invoke())
                .and_then(|call| program.method_at(program.dex_of(at.def), call.index?));
            return called.is_some_and(|method| self.launch_gives.contains(method));
        }
        false
    }

    /// The parameter that a truth value is, or is unpacked from.
    pub(super) fn given_by(&self, at: At<'_>, value: ValueId) -> Option<u16> {
        let program = self.program;
        let mut here = value;
        for _ in 0..8 {
            let made = match at.body.value(here) {
                Value::Param(slot) => return at.frames.is_empty().then_some(*slot),
                Value::Insn(made) => *made as usize,
                _ => return None,
            };
            let insn = at.body.insns().get(made)?;
            let from = if insn.is_move() || insn.opcode == op::CHECK_CAST {
                made
            } else {
                let call = made.checked_sub(1).filter(|_| insn.is_move_result())?;
                let insn = at.body.insns().get(call).filter(|insn| insn.is_invoke())?;
                let method = program.method_at(program.dex_of(at.def), insn.index?)?;
                if !self.transparent.contains(method) {
                    return None;
                }
                call
            };
            here = at.body.operands(from).get(0)?;
        }
        None
    }

    /// A comparison with a constant truth value.
    fn same(&mut self, at: At<'_>, call: usize, steps: &mut u32) -> Truth {
        let operands = at.body.operands(call);
        let (Some(a), Some(b)) = (operands.get(0), operands.get(1)) else {
            return Truth::unknown();
        };
        let (a, b) = (self.truth(at, a, steps), self.truth(at, b, steps));
        match (a.is_constant(), b.is_constant()) {
            (true, _) if a.when_true.is_some() => b,
            (_, true) if b.when_true.is_some() => a,
            // What is not false may be null.
            (true, _) => b.negated().or_null(),
            (_, true) => a.negated().or_null(),
            _ => Truth::unknown(),
        }
    }

    /// What the value on a fresh installation tells.
    fn by_default(&mut self, at: At<'_>, value: ValueId, user: usize) -> Option<Truth> {
        let (is_true, flags) = self.fresh_truth(at, value, user)?;
        let (on, off) = if is_true {
            (Vec::new(), flags)
        } else {
            (flags, Vec::new())
        };
        Some(Truth {
            when_true: Some(on),
            when_false: Some(off),
            open: false,
        })
    }

    /// A method of the app: what its results tell.
    fn own_method(
        &mut self,
        at: At<'_>,
        call: usize,
        insn: &Insn,
        method: MethodId,
        steps: &mut u32,
    ) -> Truth {
        let program = self.program;
        let mut target = self.evaluator.only_target(at.def, insn);
        if target.is_none()
            && let Some(read) = self.called_on(at, call)
        {
            target = self.replaced_answer(at, read, method);
            if target.is_none() {
                // The callers may have put another object there.
                let truth = self.named_method(method);
                return Truth {
                    open: !truth.tells(),
                    ..truth
                };
            }
        }
        let Some(target) = target else {
            return self.named_method(method);
        };
        if at.frames.len() >= MAX_ENTERED
            || at.frames.iter().any(|(entered, _)| *entered == target)
            || at.def == target
        {
            return Truth::unknown();
        }
        let plain = if let Some(known) = self.summaries.get(&target) {
            known.clone()
        } else {
            self.summaries.insert(target, Truth::unknown());
            let truth = self.summary(target, &[], at.depth, steps);
            self.summaries.insert(target, truth.clone());
            truth
        };
        let truth = if plain.open {
            let mut frames = at.frames.to_vec();
            frames.push((at.def, call));
            self.summary(target, &frames, at.depth, steps)
        } else {
            plain
        };
        if truth.tells() || truth.is_constant() {
            return truth;
        }
        self.named_method(program.def(target).method)
    }

    /// What the results of a method tell.
    fn summary(&mut self, target: DefId, frames: Frames<'_>, depth: u32, steps: &mut u32) -> Truth {
        let program = self.program;
        let Some(body) = program.body(target) else {
            return Truth::unknown();
        };
        let guards = self.block_flags(target, body, frames, depth + 1, steps);
        let mut all: Option<Truth> = None;
        for (n, insn) in body.insns().iter().enumerate() {
            if !insn.is_return() {
                continue;
            }
            let Some(value) = body.operands(n).get(0) else {
                return Truth::unknown();
            };
            let at = At {
                def: target,
                body,
                guards: &guards,
                frames,
                depth: depth + 1,
            };
            let mut one = self.truth(at, value, steps);
            if !one.tells()
                && !one.is_constant()
                && let Some(by_default) = self.by_default(at, value, body.block_of(n))
            {
                one = by_default;
            }
            one = one.behind(&guards.at(body, n));
            all = Some(match all {
                Some(known) => known.or_else(one),
                None => one,
            });
        }
        all.unwrap_or_else(Truth::unknown)
    }

    /// Flags of the two ways out of a conditional branch: taken, not taken.
    pub(super) fn branch(
        &mut self,
        at: At<'_>,
        number: usize,
        steps: &mut u32,
    ) -> Option<(Vec<FlagId>, Vec<FlagId>)> {
        if let Some((taken, flags)) = self.fresh_branch(at, number) {
            return Some(if taken {
                (Vec::new(), flags)
            } else {
                (flags, Vec::new())
            });
        }
        let insn = at.body.insns().get(number)?;
        let first = at.body.operands(number).get(0)?;
        let second = at.body.operands(number).get(1);
        // if-eq, if-ne, if-lt, if-ge with a constant; if-eqz, if-nez, if-gtz, if-lez.
        let (value, taken_when_true) = match insn.opcode {
            0x38 | 0x3d => (first, false),
            0x39 | 0x3c => (first, true),
            0x32 | 0x33 => {
                let (value, constant) =
                    match (constant_of(at.body, first), constant_of(at.body, second?)) {
                        (_, Some(constant)) => (first, constant),
                        (Some(constant), _) => (second?, constant),
                        _ => return None,
                    };
                (value, (insn.opcode == 0x32) == (constant != 0))
            }
            0x34 | 0x35 => {
                let constant = constant_of(at.body, second?)?;
                if constant < 1 {
                    return None;
                }
                (first, insn.opcode == 0x35)
            }
            _ => return None,
        };
        let mut truth = self.truth(at, value, steps);
        if truth.open
            && at.depth == 0
            && let Some(slot) = self.given_by(at, value)
        {
            truth = self.given(at.def, slot, at.depth);
        }
        if !truth.tells() {
            return None;
        }
        let (on, off) = (
            truth.when_true.unwrap_or_default(),
            truth.when_false.unwrap_or_default(),
        );
        Some(if taken_when_true {
            (on, off)
        } else {
            (off, on)
        })
    }
}

fn constant_of(body: &Body, value: ValueId) -> Option<i64> {
    match body.value(value) {
        Value::Insn(at) => {
            let insn = body.insns().get(*at as usize)?;
            matches!(insn.opcode, op::CONST_4..=0x19)
                .then_some(insn.literal)
                .flatten()
        }
        _ => None,
    }
}
