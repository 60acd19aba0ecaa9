//! Calls that return only when a flag was switched: checks that throw otherwise, and calls that wait for an object that
//! somebody opens; and truth values that callers give. Refuses objects that are not made in one place.

use std::rc::Rc;

use dex_parse::opcode::op;
use program_model::{Body, DefId, FieldId, MethodId, Value, ValueId};
use rustc_hash::FxHashMap;

use super::conditions::{At, Frames, Truth};
use super::flags::{FlagId, Flags, Place, Switches};
use super::fresh::Known;
use super::guards::NONE;

/// Nesting of checks within checks.
const MAX_DEPTH: u32 = 24;
/// Methods entered on one way.
const MAX_ENTERED: usize = 5;
/// Steps from the use of an object to where it is made.
const MAX_HOPS: usize = 16;
/// Calls that open objects, looked at in one app.
const MAX_OPENERS: usize = 500;
/// Callers that give a truth value, looked at.
const MAX_GIVERS: usize = 12;

/// An object, told from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Identity {
    /// Made at one place, which keeps it in one field or hands it on.
    Made(DefId, u32),
    Field(FieldId),
}

/// What is known of the methods and objects of one app.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Whether a method may end without returning, or wait.
    refuses: FxHashMap<DefId, bool>,
    /// Flags without which a method does not return.
    passes: FxHashMap<DefId, Vec<FlagId>>,
    /// Calls that open objects, by row.
    openers: Option<Rc<Vec<(u32, Identity, Place)>>>,
    given: FxHashMap<(DefId, u16), Truth>,
    given_known: FxHashMap<(DefId, u16), Option<Known>>,
}

impl Flags<'_, '_> {
    /// Flags that must have been switched when a call has returned.
    pub(super) fn passed_only(
        &mut self,
        at: At<'_>,
        call: usize,
        steps: &mut u32,
    ) -> Option<Vec<FlagId>> {
        let program = self.program;
        let insn = at.body.insns().get(call)?;
        let method = program.method_at(program.dex_of(at.def), insn.index?)?;
        if let Some(row) = self.waits.get(method).first().copied() {
            return self.waited_for(at, call, row).map(|flag| vec![flag]);
        }
        program.class_of(program.method(method).class)?;
        if at.depth > MAX_DEPTH || at.frames.len() >= MAX_ENTERED {
            return None;
        }
        let target = self.evaluator.only_target(at.def, insn)?;
        if target == at.def
            || at.frames.iter().any(|(entered, _)| *entered == target)
            || !self.may_refuse(target)
        {
            return None;
        }
        let plain = if let Some(known) = self.checks.passes.get(&target) {
            known.clone()
        } else {
            self.checks.passes.insert(target, Vec::new());
            let found = self.passes(target, &[], at.depth, steps);
            self.checks.passes.insert(target, found.clone());
            found
        };
        if !plain.is_empty() {
            return Some(plain);
        }
        // A check of what it is given.
        let (_, proto) = program.selector(program.method(method).selector);
        let proto = program.proto(proto);
        let end = proto.iter().position(|byte| *byte == b')')?;
        if !proto.get(..end)?.contains(&b'Z') {
            return None;
        }
        let mut frames = at.frames.to_vec();
        frames.push((at.def, call));
        let found = self.passes(target, &frames, at.depth, steps);
        (!found.is_empty()).then_some(found)
    }

    /// Flags that are behind every return of a method.
    fn passes(
        &mut self,
        target: DefId,
        frames: Frames<'_>,
        depth: u32,
        steps: &mut u32,
    ) -> Vec<FlagId> {
        let Some(body) = self.program.body(target) else {
            return Vec::new();
        };
        let guards = self.block_flags(target, body, frames, depth + 1, steps);
        if guards.closed.is_empty() && guards.behind.is_empty() {
            return Vec::new();
        }
        let mut all: Option<Vec<FlagId>> = None;
        for (n, insn) in body.insns().iter().enumerate() {
            if !insn.is_return() {
                continue;
            }
            let here = guards.at(body, n);
            match &mut all {
                Some(known) => known.retain(|flag| here.contains(flag)),
                None => all = Some(here),
            }
        }
        all.unwrap_or_default()
    }

    /// True for a method that may throw by itself, or wait.
    pub(super) fn may_refuse(&mut self, def: DefId) -> bool {
        if let Some(known) = self.checks.refuses.get(&def) {
            return *known;
        }
        let program = self.program;
        let dex = program.dex_of(def);
        let waits = program.events(def).iter().any(|event| {
            event.kind.is_plain_invoke()
                && program
                    .method_at(dex, event.index)
                    .is_some_and(|method| self.waits.contains(method))
        });
        let found = waits
            || program.code(def).is_some_and(|code| {
                let mut list = code.raw_instructions().map_while(Result::ok);
                list.any(|insn| insn.opcode() == 0x27)
            });
        self.checks.refuses.insert(def, found);
        found
    }

    /// The flag of the object that a call waits for.
    fn waited_for(&mut self, at: At<'_>, call: usize, row: u32) -> Option<FlagId> {
        let object = at.body.operands(call).get(0)?;
        let object = self.identity(at.def, at.body, object)?;
        let openers = self.openers();
        let places: Vec<Place> = openers
            .iter()
            .filter(|(of, opened, _)| *of == row && *opened == object)
            .map(|(.., place)| *place)
            .collect();
        self.opened_flag(object, &places)
    }

    /// Every call that opens an object which calls of a row wait for.
    fn openers(&mut self) -> Rc<Vec<(u32, Identity, Place)>> {
        if let Some(known) = &self.checks.openers {
            return Rc::clone(known);
        }
        let program = self.program;
        let table = self.table();
        let mut rows: Vec<(MethodId, u32)> = Vec::new();
        for (n, row) in (0u32..).zip(&table.waits) {
            let Some((class, name, proto)) = crate::graph::method_name(program, &row.opened_by)
            else {
                continue;
            };
            for (id, method) in program.methods() {
                let (own, own_proto) = program.selector(method.selector);
                if own == name
                    && proto.is_none_or(|proto| proto == own_proto)
                    && program.is_subtype(method.class, class)
                {
                    rows.push((id, n));
                }
            }
        }
        let mut out = Vec::new();
        if !rows.is_empty() {
            for (def, _) in program.defs() {
                if !self.evaluator.is_reached(def) {
                    continue;
                }
                let dex = program.dex_of(def);
                for event in program.events(def) {
                    let method = Some(event)
                        .filter(|event| event.kind.is_plain_invoke())
                        .and_then(|event| program.method_at(dex, event.index));
                    for (_, row) in rows.iter().filter(|(opener, _)| Some(*opener) == method) {
                        let object = program.body(def).and_then(|body| {
                            let object = body.operands(body.insn_at(event.offset)?).get(0)?;
                            self.identity(def, body, object)
                        });
                        if let Some(object) = object
                            && out.len() < MAX_OPENERS
                        {
                            out.push((*row, object, (def, event.offset)));
                        }
                    }
                }
            }
        }
        let out = Rc::new(out);
        self.checks.openers = Some(Rc::clone(&out));
        out
    }

    /// Which object a value is: where it is made, through fields that are written once, parameters with one caller, and
    /// methods that hand it out.
    fn identity(&mut self, def: DefId, body: &Body, value: ValueId) -> Option<Identity> {
        let program = self.program;
        let (mut def, mut body, mut here) = (def, body, value);
        let mut field_before = None;
        for _ in 0..MAX_HOPS {
            match body.value(here) {
                Value::Param(slot) => {
                    let [(caller, offset)] = self.evaluator.call_sites(def)[..] else {
                        return field_before;
                    };
                    let outer = program.body(caller)?;
                    let insn = outer.insn_at(offset)?;
                    here = outer.operands(insn).get(usize::from(*slot))?;
                    (def, body) = (caller, outer);
                }
                Value::Insn(at) => {
                    let at = *at as usize;
                    let insn = body.insns().get(at)?;
                    let dex = program.dex_of(def);
                    match insn.opcode {
                        op::NEW_INSTANCE => return Some(Identity::Made(def, insn.offset)),
                        0x54 | 0x62 => {
                            let field = program.field_at(dex, insn.index?)?;
                            let field = program.declared_field(field);
                            program.class_of(program.field(field).class)?;
                            field_before = Some(Identity::Field(field));
                            let [(writer, offset)] = self.evaluator.put_sites(field)[..] else {
                                return field_before;
                            };
                            let outer = program.body(writer)?;
                            let put = outer.insn_at(offset)?;
                            here = outer.operands(put).get(0)?;
                            (def, body) = (writer, outer);
                        }
                        _ if insn.is_move() || insn.opcode == op::CHECK_CAST => {
                            here = body.operands(at).get(0)?;
                        }
                        _ if insn.is_move_result() => {
                            let call = body.insns().get(at.checked_sub(1)?)?;
                            let method = program.method_at(dex, call.index?)?;
                            program.class_of(program.method(method).class)?;
                            let target = self.evaluator.only_target(def, call)?;
                            let inner = program.body(target)?;
                            let mut returns = inner
                                .insns()
                                .iter()
                                .enumerate()
                                .filter(|(_, insn)| insn.is_return());
                            let (Some((end, _)), None) = (returns.next(), returns.next()) else {
                                return None;
                            };
                            here = inner.operands(end).get(0)?;
                            (def, body) = (target, inner);
                        }
                        _ => return field_before,
                    }
                }
                _ => return field_before,
            }
        }
        None
    }

    /// A truth value that the callers of a method give: some of them a stored flag, others a constant.
    pub(super) fn given(&mut self, def: DefId, slot: u16, depth: u32) -> Truth {
        if let Some(known) = self.checks.given.get(&(def, slot)) {
            return known.clone();
        }
        self.checks.given.insert((def, slot), Truth::unknown());
        let found = self
            .told_truth(def, slot, depth)
            .or_else(|| self.find_given(def, slot, depth))
            .unwrap_or_else(Truth::unknown);
        self.checks.given.insert((def, slot), found.clone());
        found
    }

    /// The value that a method is given on a fresh installation: told by a holder, or by all its callers alike.
    pub(super) fn given_known(&mut self, def: DefId, slot: u16, depth: u32) -> Option<Known> {
        if let Some(known) = self.checks.given_known.get(&(def, slot)) {
            return known.clone();
        }
        self.checks.given_known.insert((def, slot), None);
        let found = self
            .told_known(def, slot, depth)
            .or_else(|| self.find_given_known(def, slot, depth));
        self.checks.given_known.insert((def, slot), found.clone());
        found
    }

    fn find_given_known(&mut self, def: DefId, slot: u16, depth: u32) -> Option<Known> {
        let program = self.program;
        let givers = self.evaluator.call_sites(def);
        if givers.is_empty() || givers.len() > MAX_GIVERS || depth > MAX_DEPTH {
            return None;
        }
        let mut all: Option<Known> = None;
        for (caller, offset) in givers {
            let body = program.body(caller)?;
            let insn = body.insn_at(offset)?;
            let value = body.operands(insn).get(usize::from(slot))?;
            let at = At {
                def: caller,
                body,
                guards: &NONE,
                frames: &[],
                depth: depth + 1,
            };
            let mut steps = 0;
            let one = self.fresh(at, value, body.block_of(insn), &mut steps)?;
            // What is always the same tells nothing of this value.
            if one.flags.is_empty() {
                return None;
            }
            all = Some(match all {
                Some(known) if known.value == one.value => known.with(&one.flags),
                Some(_) => return None,
                None => one,
            });
        }
        all
    }

    fn find_given(&mut self, def: DefId, slot: u16, depth: u32) -> Option<Truth> {
        let program = self.program;
        let givers = self.evaluator.call_sites(def);
        if givers.is_empty() || givers.len() > MAX_GIVERS {
            return None;
        }
        // For each of the two values: what it needs where a flag gives it, and the places that just give it.
        let mut needs: [Option<Vec<FlagId>>; 2] = [None, None];
        let mut plain: [Vec<Place>; 2] = [Vec::new(), Vec::new()];
        let mut told = false;
        for (caller, offset) in givers {
            let body = program.body(caller)?;
            let insn = body.insn_at(offset)?;
            let value = body.operands(insn).get(usize::from(slot))?;
            let at = At {
                def: caller,
                body,
                guards: &NONE,
                frames: &[],
                depth: depth + 1,
            };
            let mut truth = self.truth(at, value, &mut 0);
            if truth.open {
                // Handed on as it was given.
                let above = self.given_by(at, value).filter(|_| depth < MAX_DEPTH)?;
                truth = self.given(caller, above, depth + 1);
            }
            told |= truth.tells();
            for (n, side) in [truth.when_false, truth.when_true].into_iter().enumerate() {
                let (Some(needs), Some(plain)) = (needs.get_mut(n), plain.get_mut(n)) else {
                    continue;
                };
                match side {
                    None => {}
                    Some(flags) if flags.is_empty() => plain.push((caller, offset)),
                    Some(flags) => match needs {
                        Some(known) => known.retain(|flag| flags.contains(flag)),
                        None => *needs = Some(flags),
                    },
                }
            }
        }
        // Or the code that hears of the answer to a dialog which asks gives the one that agrees.
        let answered = !told
            && plain.get(1).is_some_and(|places| {
                !places.is_empty() && places.iter().all(|place| self.answers_dialog(*place))
            });
        if !told && !answered {
            return None;
        }
        let mut side = |n: usize| -> Option<Vec<FlagId>> {
            let behind = needs.get_mut(n)?.take();
            let places = std::mem::take(plain.get_mut(n)?);
            match behind {
                None if answered && n == 1 => {
                    let switches = Switches {
                        writers: places.clone(),
                        sure: places,
                        behind: Vec::new(),
                    };
                    Some(vec![self.given_flag(def, slot, switches)])
                }
                Some(flags) if flags.is_empty() => Some(Vec::new()),
                Some(flags) if places.is_empty() => Some(flags),
                Some(flags) => {
                    let switches = Switches {
                        writers: places.clone(),
                        sure: places,
                        behind: flags,
                    };
                    Some(vec![self.given_flag(def, slot, switches)])
                }
                None if places.is_empty() => None,
                None => Some(Vec::new()),
            }
        };
        let (when_false, when_true) = (side(0), side(1));
        Some(Truth {
            when_true,
            when_false,
            open: false,
        })
    }
}
