//! Objects that hold one value which others take out or are told of, such as live data, state flows, atomic values and
//! suspended answers: what the value tells of the agreement, from what the code puts in. Refuses to answer for objects
//! whose making or writing is not seen.

use std::rc::Rc;

use dex_parse::opcode::op;
use program_model::{Body, DefId, MethodId, TypeId, Value, ValueId};
use rustc_hash::FxHashMap;

use super::conditions::{At, Truth};
use super::flags::{BOXED, FlagId, Flags, Place, ROOT, Switches};
use super::fresh::{Fresh, Known};
use super::guards::Guards;
use crate::events::Matches;
use crate::graph::{LinkEnd, event_at};

/// Values looked at on the way from the use of a holder to where it is made.
const MAX_HOPS: usize = 48;
/// Places that make one, or put its value in.
const MAX_PLACES: usize = 12;
/// Puts looked at in one app.
const MAX_PUTS: usize = 4_000;
/// Nesting of values within values.
const MAX_DEPTH: u32 = 20;

/// The calls of holders, each with the row of its kind.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    pub(super) makes: Matches<MethodId, u32>,
    pub(super) makes_empty: Matches<MethodId, u32>,
    pub(super) sets: Matches<MethodId, u32>,
    pub(super) sets_last: Matches<MethodId, u32>,
    pub(super) gets: Matches<MethodId, u32>,
    pub(super) views: Matches<MethodId, u32>,
}

impl Kinds {
    /// True for a call that puts a value in.
    pub(super) fn puts(&self, method: MethodId) -> bool {
        self.sets.contains(method) || self.sets_last.contains(method)
    }

    fn row_of_put(&self, method: MethodId) -> &[u32] {
        let first = self.sets.get(method);
        if first.is_empty() {
            self.sets_last.get(method)
        } else {
            first
        }
    }
}

/// What is known of the holders of one app.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Calls that put values in.
    pub(super) sites: Vec<Place>,
    /// By method: the register that gets what a holder holds, and the places that register it there.
    pub(super) told: FxHashMap<DefId, Vec<(u16, Place, u16)>>,
    puts: Option<Rc<Vec<Put>>>,
    truths: FxHashMap<Place, Option<Truth>>,
    known: FxHashMap<Place, Option<Known>>,
}

/// One call that puts a value into a holder.
#[derive(Debug)]
struct Put {
    row: u32,
    place: Place,
    value: ValueId,
    objects: Objects,
}

/// What a holder is made with.
#[derive(Debug, Clone, Copy)]
enum First {
    Empty,
    /// A value, and the instruction that takes it.
    Value(ValueId, usize),
}

/// The holders that a value may be, by where they are made.
#[derive(Debug, Default, Clone)]
pub(super) struct Objects {
    made: Vec<Place>,
    complete: bool,
    /// The first field that it was read from.
    name: String,
}

impl Flags<'_, '_> {
    /// Where the holder that a value is may have been made.
    fn objects(&self, def: DefId, value: ValueId) -> Objects {
        let mut out = Objects {
            complete: true,
            ..Objects::default()
        };
        let mut work = vec![(def, value)];
        let mut next = 0;
        while let Some((def, value)) = work.get(next).copied() {
            next += 1;
            if next > MAX_HOPS || out.made.len() > MAX_PLACES {
                out.complete = false;
                break;
            }
            let before = work.len();
            let ends = self.object_from(def, value, &mut out, &mut work);
            if ends.is_none() {
                out.complete = false;
            }
            // Each value is looked at once.
            let mut n = before;
            while let Some(one) = work.get(n).copied() {
                if work.iter().take(n).any(|earlier| *earlier == one) {
                    work.remove(n);
                } else {
                    n += 1;
                }
            }
        }
        out.made
            .sort_unstable_by_key(|(def, offset)| (def.index(), *offset));
        out.made.dedup();
        out.complete &= !out.made.is_empty();
        out
    }

    fn object_from(
        &self,
        def: DefId,
        value: ValueId,
        out: &mut Objects,
        work: &mut Vec<(DefId, ValueId)>,
    ) -> Option<()> {
        let program = self.program;
        let body = program.body(def)?;
        let at = match body.value(value) {
            Value::Undefined => return None,
            Value::Param(slot) => return self.given_objects(def, *slot, work),
            Value::Merge(inputs) => {
                work.extend(inputs.iter().map(|input| (def, *input)));
                return Some(());
            }
            Value::Insn(at) => *at as usize,
        };
        let insn = body.insns().get(at)?;
        let dex = program.dex_of(def);
        match insn.opcode {
            op::NEW_INSTANCE => out.made.push((def, insn.offset)),
            // No object at all.
            0x12..=0x15 => {}
            0x54 | 0x62 => {
                let field = program.field_at(dex, insn.index?)?;
                let field = program.declared_field(field);
                program.class_of(program.field(field).class)?;
                let puts = self.evaluator.put_sites(field);
                if puts.is_empty() || puts.len() > MAX_PLACES {
                    return None;
                }
                if out.name.is_empty() {
                    out.name = self.name_of_field(field);
                }
                for (writer, offset) in puts.iter().copied() {
                    let outer = program.body(writer)?;
                    let put = outer.insn_at(offset)?;
                    work.push((writer, outer.operands(put).get(0)?));
                }
            }
            _ if insn.is_move() || insn.opcode == op::CHECK_CAST => {
                work.push((def, body.operands(at).get(0)?));
            }
            _ if insn.is_move_result() => {
                let at = at.checked_sub(1)?;
                let call = body.insns().get(at)?;
                let method = program.method_at(dex, call.index?)?;
                if self.kinds.makes.contains(method) || self.kinds.makes_empty.contains(method) {
                    out.made.push((def, call.offset));
                    return Some(());
                }
                if self.kinds.views.contains(method) {
                    work.push((def, body.operands(at).get(0)?));
                    return Some(());
                }
                let target = self.evaluator.only_target(def, call)?;
                let inner = program.body(target)?;
                for (end, insn) in inner.insns().iter().enumerate() {
                    if insn.is_return() {
                        work.push((target, inner.operands(end).get(0)?));
                    }
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn given_objects(&self, def: DefId, slot: u16, work: &mut Vec<(DefId, ValueId)>) -> Option<()> {
        let callers = self.evaluator.call_sites(def);
        if callers.is_empty() || callers.len() > MAX_PLACES {
            return None;
        }
        for (caller, offset) in callers {
            let outer = self.program.body(caller)?;
            let insn = outer.insn_at(offset)?;
            work.push((caller, outer.operands(insn).get(usize::from(slot))?));
        }
        Some(())
    }

    /// What a holder is made with.
    fn first_value(&self, (def, offset): Place) -> Option<First> {
        let program = self.program;
        let body = program.body(def)?;
        let at = body.insn_at(offset)?;
        let insn = body.insns().get(at)?;
        let dex = program.dex_of(def);
        let (call, first) = if insn.is_invoke() {
            (at, 0)
        } else {
            // The call of its constructor.
            let call = body.insns().iter().enumerate().find(|(n, insn)| {
                matches!(insn.opcode, op::INVOKE_DIRECT | op::INVOKE_DIRECT_RANGE)
                    && body
                        .operands(*n)
                        .get(0)
                        .is_some_and(|object| is_made_by(body, object, at))
            })?;
            (call.0, 1)
        };
        let method = program.method_at(dex, body.insns().get(call)?.index?)?;
        if self.kinds.makes.contains(method) {
            let is_static = first == 0;
            let slot = usize::from(!is_static);
            return Some(First::Value(body.operands(call).get(slot)?, call));
        }
        self.kinds
            .makes_empty
            .contains(method)
            .then_some(First::Empty)
    }

    /// Every call that puts a value into a holder.
    fn all_puts(&mut self) -> Rc<Vec<Put>> {
        if let Some(known) = &self.cells.puts {
            return Rc::clone(known);
        }
        let program = self.program;
        let mut out = Vec::new();
        for place in self.cells.sites.iter().take(MAX_PUTS) {
            let (def, offset) = *place;
            let found = (|| {
                let body = program.body(def)?;
                let insn = body.insn_at(offset)?;
                let index = body.insns().get(insn)?.index?;
                let method = program.method_at(program.dex_of(def), index)?;
                let operands = body.operands(insn);
                let value = if self.kinds.sets.contains(method) {
                    operands.get(1)?
                } else {
                    operands.iter().last()?
                };
                let row = *self.kinds.row_of_put(method).first()?;
                let objects = self.objects(def, operands.get(0)?);
                Some(Put {
                    row,
                    place: *place,
                    value,
                    objects,
                })
            })();
            out.extend(found);
        }
        let out = Rc::new(out);
        self.cells.puts = Some(Rc::clone(&out));
        out
    }

    /// The puts into one holder; `None` when one into an unknown holder may be among them.
    fn puts_into(&mut self, made: Place, row: u32) -> Option<Vec<(Place, ValueId)>> {
        let puts = self.all_puts();
        let mut out = Vec::new();
        for put in puts.iter().filter(|put| put.row == row) {
            let (def, _) = put.place;
            if self.is_of_library(def, row) {
                continue;
            }
            if put.objects.made.contains(&made) {
                out.push((put.place, put.value));
            } else if !put.objects.complete && self.may_hold_flag(def, put.value) {
                return None;
            }
        }
        (out.len() <= MAX_PLACES).then_some(out)
    }

    /// True for code of the library that the holder is of: what it does is what its calls mean.
    fn is_of_library(&self, def: DefId, row: u32) -> bool {
        let program = self.program;
        let root = |descriptor: &[u8]| -> Vec<u8> {
            let end = descriptor.iter().position(|byte| *byte == b'/');
            end.and_then(|end| descriptor.get(..end))
                .unwrap_or_default()
                .to_vec()
        };
        let own = root(program.descriptor(program.class(program.def(def).class).ty));
        let kind = self.table().holders.get(row as usize);
        kind.is_some_and(|kind| {
            let mut calls = kind.gets.iter().chain(&kind.sets);
            calls.any(|call| root(call.as_str().as_bytes()) == own)
        })
    }

    /// True for a value that may be a truth value or a state.
    fn may_hold_flag(&mut self, def: DefId, value: ValueId) -> bool {
        let program = self.program;
        let dex = program.dex_of(def);
        let may = |flags: &mut Self, ty: TypeId| {
            let descriptor = program.descriptor(ty);
            descriptor == BOXED || descriptor == ROOT || flags.is_state(ty) || descriptor == b"Z"
        };
        let Some(body) = program.body(def) else {
            return true;
        };
        let mut here = value;
        for _ in 0..8 {
            let Value::Insn(at) = body.value(here) else {
                return true;
            };
            let at = *at as usize;
            let Some(insn) = body.insns().get(at) else {
                return true;
            };
            let ty = match insn.opcode {
                0x12..=0x19 => return insn.literal != Some(0),
                0x1a | 0x1b => return false,
                op::NEW_INSTANCE | op::CHECK_CAST => {
                    insn.index.and_then(|index| program.type_at(dex, index))
                }
                0x52..=0x58 | 0x60..=0x66 => insn
                    .index
                    .and_then(|index| program.field_at(dex, index))
                    .map(|field| program.field(field).ty),
                _ if insn.is_move() => {
                    let Some(from) = body.operands(at).get(0) else {
                        return true;
                    };
                    here = from;
                    continue;
                }
                _ if insn.is_move_result() => at
                    .checked_sub(1)
                    .and_then(|call| body.insns().get(call))
                    .and_then(|call| program.method_at(dex, call.index?))
                    .and_then(|method| {
                        let (_, proto) = program.selector(program.method(method).selector);
                        let proto = program.proto(proto);
                        let end = proto.iter().position(|byte| *byte == b')')?;
                        program.find_type(proto.get(end + 1..)?)
                    }),
                _ => return true,
            };
            return ty.is_none_or(|ty| may(self, ty));
        }
        true
    }

    /// What the value tells that a call takes out of a holder.
    pub(super) fn taken_truth(&mut self, at: At<'_>, call: usize) -> Option<Truth> {
        let object = at.body.operands(call).get(0)?;
        let objects = self.objects(at.def, object);
        self.holder_truth(&objects, at.depth)
    }

    fn holder_truth(&mut self, objects: &Objects, depth: u32) -> Option<Truth> {
        if !objects.complete || depth > MAX_DEPTH {
            return None;
        }
        let mut all: Option<Truth> = None;
        for made in objects.made.clone() {
            let one = if let Some(known) = self.cells.truths.get(&made) {
                known.clone()
            } else {
                self.cells.truths.insert(made, None);
                let row = self.kind_of(made)?;
                let found = self.one_truth(made, row, &objects.name, depth);
                self.cells.truths.insert(made, found.clone());
                found
            }?;
            all = Some(match all {
                Some(known) => known.or_else(one),
                None => one,
            });
        }
        all.filter(Truth::tells)
    }

    fn one_truth(&mut self, made: Place, row: u32, name: &str, depth: u32) -> Option<Truth> {
        let waits = self.table().holders.get(row as usize)?.waits;
        let mut inputs: Vec<(Place, bool, Truth)> = Vec::new();
        let first = self.first_value(made)?;
        match first {
            First::Value(value, _) => {
                let truth = self.truth_at(made, value, depth)?;
                inputs.push((made, true, truth));
            }
            First::Empty if waits => {}
            First::Empty => inputs.push((made, true, Truth::constant(false))),
        }
        for (place, value) in self.puts_into(made, row)? {
            let truth = self.truth_at(place, value, depth)?;
            inputs.push((place, false, truth));
        }
        let near = self.is_named(name) && !self.is_negative(name);
        let side = |flags: &mut Self, is_true: bool| -> Option<Vec<FlagId>> {
            let mut needs: Option<Vec<FlagId>> = None;
            let mut plain: Vec<Place> = Vec::new();
            for (place, is_first, truth) in &inputs {
                let side = if is_true {
                    &truth.when_true
                } else {
                    &truth.when_false
                };
                match side {
                    None => {}
                    Some(list) if list.is_empty() && *is_first => return Some(Vec::new()),
                    Some(list) if list.is_empty() => plain.push(*place),
                    Some(list) => match &mut needs {
                        Some(known) => known.retain(|flag| list.contains(flag)),
                        None => needs = Some(list.clone()),
                    },
                }
            }
            if plain.is_empty() {
                return needs;
            }
            if needs.as_ref().is_some_and(Vec::is_empty) {
                return Some(Vec::new());
            }
            let asked = is_true && (near || plain.iter().all(|place| flags.answers_dialog(*place)));
            if !asked {
                return Some(Vec::new());
            }
            let switches = Switches {
                writers: plain.clone(),
                sure: plain,
                behind: needs.unwrap_or_default(),
            };
            Some(vec![flags.held_flag(made, is_true, name, switches)])
        };
        let (when_true, when_false) = (side(self, true), side(self, false));
        Some(Truth {
            when_true,
            when_false,
            open: false,
        })
    }

    /// The truth of a value where it is put in.
    fn truth_at(&mut self, (def, offset): Place, value: ValueId, depth: u32) -> Option<Truth> {
        let body = self.program.body(def)?;
        let mut own_steps = 0;
        let guards = self.block_flags(def, body, &[], depth + 1, &mut own_steps);
        let at = At {
            def,
            body,
            guards: &guards,
            frames: &[],
            depth: depth + 1,
        };
        let mut truth = self.truth(at, value, &mut 0);
        if truth.open
            && let Some(slot) = self.given_by(at, value)
        {
            truth = self.given(def, slot, depth + 1);
        }
        let insn = body.insn_at(offset)?;
        Some(truth.behind(&guards.at(body, insn)))
    }

    /// What a call takes out of a holder on a fresh installation.
    pub(super) fn taken_known(&mut self, at: At<'_>, call: usize) -> Option<Known> {
        let object = at.body.operands(call).get(0)?;
        let objects = self.objects(at.def, object);
        self.holder_known(&objects, at.depth)
    }

    fn holder_known(&mut self, objects: &Objects, depth: u32) -> Option<Known> {
        if !objects.complete || depth > MAX_DEPTH {
            return None;
        }
        let mut all: Option<Known> = None;
        for made in objects.made.clone() {
            let one = if let Some(known) = self.cells.known.get(&made) {
                known.clone()
            } else {
                self.cells.known.insert(made, None);
                let row = self.kind_of(made)?;
                let found = self.one_known(made, row, &objects.name, depth);
                self.cells.known.insert(made, found.clone());
                found
            }?;
            all = Some(match all {
                Some(known) if known.value == one.value => known.with(&one.flags),
                Some(_) => return None,
                None => one,
            });
        }
        all
    }

    fn one_known(&mut self, made: Place, row: u32, name: &str, depth: u32) -> Option<Known> {
        if self.table().holders.get(row as usize)?.waits {
            return None;
        }
        let first = match self.first_value(made)? {
            First::Value(value, insn) => {
                let body = self.program.body(made.0)?;
                let at = At {
                    def: made.0,
                    body,
                    guards: &Guards::default(),
                    frames: &[],
                    depth: depth + 1,
                };
                let mut steps = 0;
                self.fresh(at, value, body.block_of(insn), &mut steps)?
            }
            First::Empty => Known::plain(Fresh::Int(0)),
        };
        let mut behind = first.flags.clone();
        let mut switches: Vec<Place> = Vec::new();
        for ((def, offset), value) in self.puts_into(made, row)? {
            let body = self.program.body(def)?;
            let insn = body.insn_at(offset)?;
            let mut own_steps = 0;
            let guards = self.block_flags(def, body, &[], depth + 1, &mut own_steps);
            let closed = guards.at(body, insn);
            if !closed.is_empty() {
                behind.extend(closed);
                continue;
            }
            let at = At {
                def,
                body,
                guards: &guards,
                frames: &[],
                depth: depth + 1,
            };
            let mut steps = 0;
            match self.fresh(at, value, body.block_of(insn), &mut steps) {
                Some(known) if known.value == first.value => behind.extend(known.flags),
                _ => switches.push((def, offset)),
            }
        }
        behind.sort_unstable();
        behind.dedup();
        if switches.is_empty() {
            let known = Known::plain(first.value).with(&behind);
            return (!behind.is_empty()).then_some(known);
        }
        let asked = self.is_named(name) || switches.iter().all(|place| self.answers_dialog(*place));
        if !asked {
            return None;
        }
        let kept = matches!(first.value, Fresh::Int(0));
        let switches = Switches {
            writers: switches,
            sure: Vec::new(),
            behind,
        };
        let flag = self.held_flag(made, false, name, switches);
        let mut known = Known::plain(first.value).with(&[flag]);
        known.kept = kept;
        Some(known)
    }

    /// The holders whose values a method is told in a register.
    fn told_by(&mut self, def: DefId, slot: u16) -> Option<Objects> {
        let program = self.program;
        let places = self.cells.told.get(&def)?.clone();
        let mut all = Objects {
            complete: true,
            ..Objects::default()
        };
        let mut kind = None;
        for (register, (by, offset), operand) in places {
            if register != slot {
                continue;
            }
            let body = program.body(by)?;
            let insn = body.insn_at(offset)?;
            let one = self.objects(by, body.operands(insn).get(usize::from(operand))?);
            if !one.complete {
                return None;
            }
            for made in &one.made {
                let row = self.kind_of(*made)?;
                if kind.is_some_and(|known| known != row) {
                    return None;
                }
                kind = Some(row);
            }
            if all.name.is_empty() {
                all.name = one.name;
            }
            all.made.extend(one.made);
        }
        let kind = kind?;
        // What the library itself hands on is what it holds.
        let callers = self.evaluator.call_sites(def);
        if callers.len() > MAX_PLACES
            || callers
                .iter()
                .any(|(caller, _)| !self.is_of_library(*caller, kind))
        {
            return None;
        }
        Some(all)
    }

    fn kind_of(&self, (def, offset): Place) -> Option<u32> {
        let program = self.program;
        let body = program.body(def)?;
        let at = body.insn_at(offset)?;
        let insn = body.insns().get(at)?;
        let dex = program.dex_of(def);
        let call = if insn.is_invoke() {
            at
        } else {
            body.insns().iter().enumerate().position(|(n, insn)| {
                matches!(insn.opcode, op::INVOKE_DIRECT | op::INVOKE_DIRECT_RANGE)
                    && body
                        .operands(n)
                        .get(0)
                        .is_some_and(|object| is_made_by(body, object, at))
            })?
        };
        let method = program.method_at(dex, body.insns().get(call)?.index?)?;
        let rows = self.kinds.makes.get(method).first();
        rows.or_else(|| self.kinds.makes_empty.get(method).first())
            .copied()
    }

    /// What a value tells that a holder tells its watchers.
    pub(super) fn told_truth(&mut self, def: DefId, slot: u16, depth: u32) -> Option<Truth> {
        let objects = self.told_by(def, slot)?;
        self.holder_truth(&objects, depth)
    }

    /// The value that a holder tells its watchers on a fresh installation.
    pub(super) fn told_known(&mut self, def: DefId, slot: u16, depth: u32) -> Option<Known> {
        let objects = self.told_by(def, slot)?;
        self.holder_known(&objects, depth)
    }

    /// Finds the methods that are told what holders hold.
    pub(super) fn find_told(&mut self) -> Vec<DefId> {
        let program = self.program;
        let graph = self.graph;
        let mut classes: Vec<TypeId> = Vec::new();
        for matched in [&self.kinds.gets, &self.kinds.sets] {
            classes.extend(matched.keys().map(|method| program.method(method).class));
        }
        classes.sort_unstable();
        classes.dedup();
        let mut out = Vec::new();
        if classes.is_empty() {
            return out;
        }
        for site in &graph.sites {
            for pair in &site.pairs {
                let links = graph.links(crate::graph::Binding::Links(pair.links));
                for link in links {
                    let (LinkEnd::Inside(operand), LinkEnd::Param(slot)) = (link.from, link.to)
                    else {
                        continue;
                    };
                    let place = (site.def, site.offset);
                    let watches = event_at(program, site.def, site.offset)
                        .and_then(|event| program.method_at(program.dex_of(site.def), event.index))
                        .map(|method| program.method(method).class)
                        .is_some_and(|class| {
                            classes.iter().any(|holder| {
                                program.is_subtype(class, *holder)
                                    || program.is_subtype(*holder, class)
                            })
                        });
                    if watches {
                        let list = self.cells.told.entry(pair.callee).or_default();
                        if list.len() <= MAX_PLACES && !list.contains(&(slot, place, operand)) {
                            list.push((slot, place, operand));
                            out.push(pair.callee);
                        }
                    }
                }
            }
        }
        out
    }

    /// Leaves out of a merge what is the same value come back later: a suspended call hands its object on and is
    /// resumed with the result in a parameter or in a field of that object.
    pub(super) fn resumed(&self, at: At<'_>, inputs: &[ValueId]) -> Option<Vec<ValueId>> {
        if inputs.len() < 2 || inputs.len() > MAX_PLACES {
            return None;
        }
        let program = self.program;
        // The calls whose results are among them, with what they are handed.
        let calls: Vec<usize> = inputs
            .iter()
            .filter_map(|input| result_of(at.body, *input))
            .collect();
        if calls.is_empty() {
            return None;
        }
        let handed = |object: ValueId| {
            calls.iter().any(|call| {
                at.body
                    .operands(*call)
                    .iter()
                    .any(|operand| operand == object)
            })
        };
        let this = |value: ValueId| matches!(at.body.value(value), Value::Param(0));
        let hands_this = calls.iter().any(|call| {
            let mut operands = at.body.operands(*call).iter();
            operands.any(&this)
        });
        let is_result = |value: ValueId| match at.body.value(value) {
            Value::Param(slot) => {
                let method = program.def(at.def).method;
                let (_, proto) = program.selector(program.method(method).selector);
                *slot == 1
                    && !program.def(at.def).is_static()
                    && hands_this
                    && program.proto(proto) == b"(Ljava/lang/Object;)Ljava/lang/Object;"
            }
            Value::Insn(made) => {
                let made = *made as usize;
                let insn = at.body.insns().get(made);
                let field = insn
                    .filter(|insn| insn.opcode == 0x54)
                    .and_then(|insn| program.field_at(program.dex_of(at.def), insn.index?));
                field.is_some_and(|field| program.descriptor(program.field(field).ty) == ROOT)
                    && at.body.operands(made).get(0).is_some_and(&handed)
            }
            _ => false,
        };
        let rest: Vec<ValueId> = inputs
            .iter()
            .copied()
            .filter(|input| !is_result(*input))
            .collect();
        (!rest.is_empty() && rest.len() < inputs.len()).then_some(rest)
    }
}

/// True for an object that an instruction makes, copies looked through.
fn is_made_by(body: &Body, object: ValueId, made: usize) -> bool {
    let mut here = object;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(here) else {
            return false;
        };
        let at = *at as usize;
        if at == made {
            return true;
        }
        if !body
            .insns()
            .get(at)
            .is_some_and(program_model::Insn::is_move)
        {
            return false;
        }
        let Some(from) = body.operands(at).get(0) else {
            return false;
        };
        here = from;
    }
    false
}

/// The call whose result a value is.
fn result_of(body: &Body, value: ValueId) -> Option<usize> {
    let mut here = value;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(here) else {
            return None;
        };
        let at = *at as usize;
        let insn = body.insns().get(at)?;
        if insn.is_move_result() {
            return at.checked_sub(1);
        }
        if !insn.is_move() && insn.opcode != op::CHECK_CAST {
            return None;
        }
        here = body.operands(at).get(0)?;
    }
    None
}
