//! Which methods are worth a summary: those that information may pass by a cheap forward search over values that
//! tells neither objects nor calls apart, and those near them that build the objects it passes through.
//!
//! The search marks values, fields, parameters and results. Without a sink among what it marks, nothing can flow.

use std::rc::Rc;

use call_graph::{Binding, CallEdge, LinkEnd};
use dex_parse::opcode::op;
use program_model::{Body, DefId, EventKind, IdVec, Value, ValueId};
use ruleset::schema::dataflow::{Base, Effect, Side, SourceData, SourceSide};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::context::{Constant, Ctx};
use crate::library::ANSWER;
use crate::node::Sel;
use crate::reverse::{Reverse, field_mark, holds_object, reverse};
use crate::source::Yields;
use crate::spec::Spec;
use crate::uses::{Uses, uses_of};

/// Values marked in one app: a ground and, for each number of instructions, one more.
const BASE_MARKS: usize = 40_000;
const INSNS_PER_MARK: u64 = 12;
/// Code units of the methods that are gone through: a ground and, for each number of instructions, one more. Those on
/// the shortest ways from a source to a sink come first.
const BASE_CODE: u64 = 150_000;
const INSNS_PER_CODE: u64 = 16;
/// Steps by which information of little weight begins behind the other, so that it is followed less far.
const LATE: usize = 12;
/// Calls up through which what a method throws is followed.
const MAX_THROWN: usize = 24;
/// Calls up and down from marked methods within which others are taken along, and the same where many are marked.
const NEAR: usize = 3;
const NEAR_OF_MANY: usize = 1;
/// Marked methods that are many.
const MANY: usize = 400;
/// Instructions of a method that is taken along only for being near.
const MAX_NEAR_INSNS: usize = 400;
/// Methods of one name that a callback by name may run.
const MAX_NAMED: usize = 24;
/// Methods of an app in which views that helpers find by number, and objects that are read by their fields, are
/// looked for.
const MAX_HELPED: usize = 20_000;
/// Places that make objects of one class which hold information as a whole, and marks from which on none are added.
const MAX_HOLDERS: usize = 6;
const MAX_HOLDER_MARKS: usize = 4_000;
/// Callers of one method that are taken along.
const MAX_NEAR_CALLERS: usize = 12;

/// A mark that spreads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Mark {
    /// A value holds information.
    Value(DefId, ValueId),
    /// An object that the value names was changed to hold some.
    Changed(DefId, ValueId),
    /// A field holds some.
    Field(Sel),
    /// A method's result.
    Result(DefId),
    /// What a method throws.
    Thrown(DefId),
    /// The object that a method returns was changed.
    Given(DefId),
    /// A channel holds some.
    Channel(u32),
}

/// No number.
const NONE: u32 = u32::MAX;

struct Search<'c, 'x, 'a> {
    ctx: &'c Ctx<'x, 'a>,
    /// Marks that are no values, by number.
    ids: FxHashMap<Mark, u32>,
    /// Where the numbers of a method's values begin in `slots`: for each value one of itself, one of its being changed.
    first_slot: FxHashMap<DefId, usize>,
    slots: Vec<u32>,
    list: Vec<Mark>,
    /// Steps from the nearest source, by number.
    far: Vec<u32>,
    /// From one mark to another, by number.
    links: Vec<(u32, u32)>,
    current: Option<u32>,
    /// Marks that reach a sink by themselves.
    ends: Vec<u32>,
    work: Vec<u32>,
    uses: FxHashMap<DefId, Rc<Uses>>,
    reverse: Reverse,
    marked: IdVec<DefId, bool>,
    /// Classes whose objects hold some as a whole.
    holders: FxHashSet<program_model::ClassId>,
    /// Objects made to order were looked at.
    is_ordered: bool,
}

/// What the search found.
pub(crate) struct Slice {
    pub(crate) wanted: IdVec<DefId, bool>,
    /// Some marked value reaches some sink.
    pub(crate) any: bool,
    /// Values marked.
    pub(crate) n_marks: usize,
    pub(crate) full: bool,
    /// Methods on a way from a source to a sink that are left out because their ways are the longest.
    pub(crate) left_out: usize,
}

/// Searches from all sources.
pub(crate) fn find(ctx: &Ctx<'_, '_>) -> Slice {
    let program = ctx.program;
    let starts = starts(ctx);
    if starts.is_empty() {
        return Slice {
            wanted: IdVec::filled(false, program.n_defs()),
            any: false,
            n_marks: 0,
            full: false,
            left_out: 0,
        };
    }
    let mut search = Search {
        ctx,
        ids: FxHashMap::default(),
        first_slot: FxHashMap::default(),
        slots: Vec::new(),
        list: Vec::new(),
        far: Vec::new(),
        links: Vec::new(),
        current: None,
        ends: Vec::new(),
        work: Vec::new(),
        uses: FxHashMap::default(),
        reverse: reverse(ctx),
        marked: IdVec::filled(false, program.n_defs()),
        holders: FxHashSet::default(),
        is_ordered: false,
    };
    let most = usize::try_from(program.n_instructions() / INSNS_PER_MARK).unwrap_or(usize::MAX);
    let full = search.levels(&starts, BASE_MARKS.saturating_add(most));
    let any = !search.ends.is_empty();
    let is_reached = |def: DefId| ctx.graph.is_reached(def);
    let left_out = search.keep_what_ends();
    let mut wanted = search.near();
    for def in (0..wanted.len()).map(DefId::from_index) {
        wanted[def] &= is_reached(def) || ctx.reflection.is_target(def);
    }
    Slice {
        wanted,
        any,
        n_marks: search.list.len(),
        full,
        left_out,
    }
}

/// Where information enters.
enum Start {
    Result(DefId, u32),
    This(DefId, u32),
    Operand(DefId, u32, u32),
    Param(DefId, Option<u32>),
}

/// All places where information enters; with it, whether it is of little weight.
fn starts(ctx: &Ctx<'_, '_>) -> Vec<(Start, bool)> {
    let program = ctx.program;
    let mut out = Vec::new();
    for def in ctx.sources.methods() {
        if !ctx.graph.is_reached(*def) && !ctx.reflection.is_target(*def) {
            continue;
        }
        for (offset, yields, is_late) in ctx.sources.of(*def) {
            match *yields {
                Yields::Params => out.push((Start::Param(*def, None), *is_late)),
                Yields::Here => {
                    out.push((Start::Result(*def, *offset), *is_late));
                    out.push((Start::This(*def, *offset), *is_late));
                    if let Some(method) = crate::report::called(program, *def, *offset) {
                        for row in &ctx.spec(method).sources {
                            for place in &row.values {
                                if let Base::Arg(n) = place.base {
                                    out.push((Start::Operand(*def, *offset, n), *is_late));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    // Sources that only the tables know: calls and callbacks by name.
    let mut names: FxHashSet<program_model::NameId> = FxHashSet::default();
    for row in ctx.tables.sources.rows() {
        names.extend(program.find_name(row.name.as_bytes()));
    }
    let named: Vec<bool> = program
        .methods()
        .map(|(_, row)| names.contains(&program.selector(row.selector).0))
        .collect();
    for (def, row) in program.defs() {
        if !ctx.graph.is_reached(def) {
            continue;
        }
        if named.get(row.method.index()).copied().unwrap_or(false) && !row.is_static() {
            for source in &ctx.spec(row.method).sources {
                if source.side == SourceSide::Callback && source.data != SourceData::Points {
                    for place in &source.values {
                        if let Base::Arg(n) = place.base {
                            out.push((Start::Param(def, Some(n)), false));
                        }
                    }
                }
            }
        }
        let dex = program.dex_of(def);
        for event in program.events(def) {
            if !event.kind.is_plain_invoke() {
                continue;
            }
            let Some(method) = program.method_at(dex, event.index) else {
                continue;
            };
            if !named.get(method.index()).copied().unwrap_or(false) {
                continue;
            }
            for source in &ctx.spec(method).sources {
                if source.side != SourceSide::Call
                    || matches!(source.data, SourceData::Points | SourceData::Input)
                {
                    continue;
                }
                if source.data == SourceData::View {
                    view_starts(ctx, def, event.offset, &source.values, &mut out);
                    continue;
                }
                for place in &source.values {
                    let start = match place.base {
                        Base::Arg(n) => Start::Operand(def, event.offset, n),
                        Base::This => Start::This(def, event.offset),
                        _ => Start::Result(def, event.offset),
                    };
                    out.push((start, false));
                }
            }
        }
    }
    out
}

/// The edges of one call; those of a method are in code order.
fn edges_at(edges: &[CallEdge], offset: u32) -> impl Iterator<Item = &CallEdge> {
    let from = edges.partition_point(|edge| edge.offset < offset);
    edges
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(move |edge| edge.offset == offset)
}

/// Views that hold information enter where they are found by number, or are told what they are for.
fn view_starts(
    ctx: &Ctx<'_, '_>,
    def: DefId,
    offset: u32,
    places: &[ruleset::schema::dataflow::Place<'_>],
    out: &mut Vec<(Start, bool)>,
) {
    let program = ctx.program;
    let Some(body) = program.body(def) else {
        return;
    };
    let Some(at) = body.insn_at(offset) else {
        return;
    };
    let insn = &body.insns()[at];
    let first = usize::from(!matches!(insn.opcode, 0x71 | 0x77));
    let told = body
        .operands(at)
        .get(first)
        .and_then(|value| local_constant(ctx, def, body, value));
    for place in places {
        let start = match (&place.base, &told) {
            (Base::This, Some(told)) => ctx
                .told_by(told)
                .map(|_| Start::Operand(def, offset, u32::MAX)),
            (Base::Ret, Some(Constant::Int(id))) => {
                ctx.inputs.has(*id).then_some(Start::Result(def, offset))
            }
            // A helper is given the number by its callers.
            (Base::Ret, None) => {
                let is_given = body
                    .operands(at)
                    .get(first)
                    .is_some_and(|value| matches!(body.value(value), Value::Param(_)));
                (is_given && ctx.inputs.any() && program.n_defs() <= MAX_HELPED)
                    .then_some(Start::Result(def, offset))
            }
            _ => None,
        };
        if start.is_some() {
            ctx.reads_fields.set(true);
        }
        out.extend(start.map(|start| (start, false)));
    }
}

/// The constant that a value is, as far as the method itself tells.
fn local_constant(ctx: &Ctx<'_, '_>, def: DefId, body: &Body, value: ValueId) -> Option<Constant> {
    let Value::Insn(at) = body.value(value) else {
        return None;
    };
    let insn = body.insns().get(*at as usize)?;
    match insn.opcode {
        0x12..=0x19 => insn.literal.map(Constant::Int),
        op::CONST_STRING | op::CONST_STRING_JUMBO => {
            let text = ctx
                .program
                .string_at(ctx.program.dex_of(def), insn.index?)?;
            let text = byte_reader::mutf8::decode_printable(text).text;
            Some(Constant::Text(text.as_ref().into()))
        }
        _ => None,
    }
}

impl Search<'_, '_, '_> {
    /// Searches level by level, so that what is near a source comes first. True when there were more marks than are
    /// followed.
    fn levels(&mut self, starts: &[(Start, bool)], most: usize) -> bool {
        for (start, _) in starts.iter().filter(|(_, is_late)| !is_late) {
            self.start(start);
        }
        let mut level = 0usize;
        loop {
            if level == LATE {
                self.current = None;
                for (start, _) in starts.iter().filter(|(_, is_late)| *is_late) {
                    self.start(start);
                }
            }
            let marks = std::mem::take(&mut self.work);
            if marks.is_empty() && level >= LATE {
                return false;
            }
            level += 1;
            for mark in marks {
                if self.list.len() > most {
                    return true;
                }
                self.current = Some(mark);
                self.spread(self.list[mark as usize]);
            }
        }
    }

    /// Where the number of a mark stands.
    fn place(&mut self, mark: Mark) -> &mut u32 {
        let (def, value, is_changed) = match mark {
            Mark::Value(def, value) => (def, value, 0),
            Mark::Changed(def, value) => (def, value, 1),
            _ => return self.ids.entry(mark).or_insert(NONE),
        };
        let n_values = self.ctx.program.body(def).map_or(0, Body::n_values);
        let end = self.slots.len();
        let first = *self.first_slot.entry(def).or_insert(end);
        if first == end {
            self.slots.resize(end + 2 * n_values, NONE);
        }
        &mut self.slots[first + 2 * value.index() + is_changed]
    }

    fn mark(&mut self, mark: Mark) {
        let next = u32::try_from(self.list.len()).unwrap_or(NONE);
        let far = self
            .current
            .map_or(0, |from| self.far[from as usize].saturating_add(1));
        let place = self.place(mark);
        if *place == NONE {
            *place = next;
        }
        let id = *place;
        if id == next {
            self.list.push(mark);
            self.far.push(far);
            self.work.push(id);
        }
        if let Some(from) = self.current
            && from != id
        {
            self.links.push((from, id));
        }
    }

    /// Of the marked methods, those on the way to some sink, nearest first and as many as there is room for. Gives the
    /// number of those left out.
    fn keep_what_ends(&mut self) -> usize {
        let n = self.list.len();
        let mut starts = vec![0u32; n + 1];
        for (_, to) in &self.links {
            starts[*to as usize + 1] += 1;
        }
        for k in 0..n {
            starts[k + 1] += starts[k];
        }
        let mut place = starts.clone();
        let mut back = vec![0u32; self.links.len()];
        for (from, to) in &self.links {
            let at = &mut place[*to as usize];
            back[*at as usize] = *from;
            *at += 1;
        }
        // Steps to the nearest sink, found from the sinks back.
        let mut near = vec![NONE; n];
        let mut level = std::mem::take(&mut self.ends);
        let mut steps = 0u32;
        while !level.is_empty() {
            let mut next = Vec::new();
            for id in level {
                if near[id as usize] != NONE {
                    continue;
                }
                near[id as usize] = steps;
                let range = starts[id as usize] as usize..starts[id as usize + 1] as usize;
                next.extend(
                    back[range]
                        .iter()
                        .filter(|from| near[**from as usize] == NONE),
                );
            }
            level = next;
            steps += 1;
        }
        let mut best: IdVec<DefId, u32> = IdVec::filled(NONE, self.marked.len());
        for ((mark, far), near) in self.list.iter().zip(&self.far).zip(&near) {
            if *near == NONE {
                continue;
            }
            match mark {
                Mark::Value(def, _)
                | Mark::Changed(def, _)
                | Mark::Result(def)
                | Mark::Thrown(def)
                | Mark::Given(def) => {
                    let way = far.saturating_add(*near);
                    best[*def] = best[*def].min(way);
                }
                Mark::Field(_) | Mark::Channel(_) => {}
            }
        }
        let mut list: Vec<(u32, DefId)> = (0..best.len())
            .map(DefId::from_index)
            .filter(|def| best[*def] != NONE)
            .map(|def| (best[def], def))
            .collect();
        list.sort_unstable();
        let size = |def: DefId| {
            self.ctx
                .program
                .code(def)
                .map_or(0, |code| code.insns.len()) as u64
        };
        let mut room = BASE_CODE + self.ctx.program.n_instructions() / INSNS_PER_CODE;
        let mut left_out = 0;
        for (_, def) in list {
            let size = size(def);
            if size > room {
                left_out += 1;
            } else {
                room -= size;
                self.marked[def] = true;
            }
        }
        left_out
    }

    fn uses(&mut self, def: DefId) -> Option<Rc<Uses>> {
        if let Some(known) = self.uses.get(&def) {
            return Some(Rc::clone(known));
        }
        let body = self.ctx.program.body(def)?;
        let uses = Rc::new(uses_of(body));
        self.uses.insert(def, Rc::clone(&uses));
        Some(uses)
    }

    fn body(&self, def: DefId) -> Option<&'_ Body> {
        self.ctx.program.body(def)
    }

    fn start(&mut self, start: &Start) {
        match *start {
            Start::Result(def, offset) => self.mark_result(def, offset),
            Start::This(def, offset) => {
                if let Some(method) = crate::report::called(self.ctx.program, def, offset)
                    && self.ctx.spec(method).is_constructor
                {
                    self.mark_operand(def, offset, 0);
                }
            }
            Start::Operand(def, offset, u32::MAX) => self.mark_operand(def, offset, 0),
            Start::Operand(def, offset, n) => {
                if let Some(method) = crate::report::called(self.ctx.program, def, offset) {
                    let spec = self.ctx.spec(method);
                    let first = self.first(def, offset);
                    if let Some(param) = spec.params.get(n as usize) {
                        self.mark_operand(def, offset, first + usize::from(param.slot));
                    }
                }
            }
            Start::Param(def, n) => {
                let spec = self.ctx.spec(self.ctx.program.def(def).method);
                let first = u16::from(!self.ctx.program.def(def).is_static());
                for (k, param) in (0u32..).zip(&spec.params) {
                    if n.is_none_or(|n| n == k) {
                        self.mark_param(def, first + param.slot);
                    }
                }
            }
        }
    }

    /// Operand of declared parameter 0 at a call.
    fn first(&self, def: DefId, offset: u32) -> usize {
        let opcode = self
            .body(def)
            .and_then(|body| body.insns().get(body.insn_at(offset)?))
            .map_or(0, |insn| insn.opcode);
        usize::from(!matches!(opcode, 0x71 | 0x77))
    }

    fn mark_param(&mut self, def: DefId, slot: u16) {
        let Some(uses) = self.uses(def) else { return };
        if let Some(value) = uses.params.get(usize::from(slot)).copied().flatten() {
            self.mark(Mark::Value(def, value));
        }
    }

    fn mark_result(&mut self, def: DefId, offset: u32) {
        let Some(uses) = self.uses(def) else { return };
        let Some(at) = self.body(def).and_then(|body| body.insn_at(offset)) else {
            return;
        };
        let is_invoke = self
            .body(def)
            .is_some_and(|body| body.insns()[at].is_invoke());
        let at = if is_invoke { at + 1 } else { at };
        if let Some(value) = uses.result_of.get(at).copied().flatten() {
            self.mark(Mark::Value(def, value));
        }
    }

    fn mark_operand(&mut self, def: DefId, offset: u32, n: usize) {
        let value = self
            .body(def)
            .and_then(|body| body.operands(body.insn_at(offset)?).get(n));
        if let Some(value) = value {
            self.mark(Mark::Changed(def, value));
        }
    }

    fn spread(&mut self, mark: Mark) {
        match mark {
            Mark::Value(def, value) => self.spread_value(def, value),
            Mark::Changed(def, value) => {
                self.mark(Mark::Value(def, value));
                self.spread_back(def, value);
            }
            Mark::Field(sel) => {
                if self.ctx.reflection.fields.contains(&sel) {
                    self.mark_reflected();
                }
                let list = self.reverse.readers.get(&sel).cloned().unwrap_or_default();
                for (def, offset) in list {
                    self.mark_result(def, offset);
                }
            }
            Mark::Result(def) => {
                self.answered(def);
                if self.ctx.reflection.is_target(def) {
                    self.mark_reflected();
                }
                let list = self.reverse.callers.get(&def).cloned().unwrap_or_default();
                for (caller, offset, binding) in list {
                    self.mark_result(caller, offset);
                    if binding != Binding::Call {
                        // The table's row may hand the result of a callback on: to the call's result or its operands.
                        self.mark_operand(caller, offset, 0);
                    }
                }
                let list = self.reverse.handed.get(&def).cloned().unwrap_or_default();
                for (callee, to) in list {
                    self.mark_param(callee, to);
                }
            }
            Mark::Thrown(def) => self.spread_thrown(def),
            Mark::Given(def) => self.changed_result(def),
            Mark::Channel(name) => {
                let list = self.reverse.takers.get(&name).cloned().unwrap_or_default();
                for (def, offset) in list {
                    if let Some(offset) = offset {
                        self.taken(name, def, offset);
                    } else {
                        let n = self.ctx.spec(self.ctx.program.def(def).method).params.len();
                        for k in 0..n {
                            let k = u32::try_from(k).unwrap_or(u32::MAX);
                            self.start(&Start::Param(def, Some(k)));
                        }
                    }
                }
            }
        }
    }

    /// What a call takes from a channel is where its row says.
    fn taken(&mut self, name: u32, def: DefId, offset: u32) {
        let ctx = self.ctx;
        let Some(method) = crate::report::called(ctx.program, def, offset) else {
            return;
        };
        let spec = ctx.spec(method);
        let first = self.first(def, offset);
        for end in &spec.channels {
            if end.side != Side::Get || ctx.name(end.channel) != name {
                continue;
            }
            for place in &end.values {
                match place.base {
                    Base::Ret => self.mark_result(def, offset),
                    Base::This => self.mark_operand(def, offset, 0),
                    Base::Arg(n) => {
                        if let Some(param) = spec.params.get(n as usize) {
                            self.mark_operand(def, offset, first + usize::from(param.slot));
                        }
                    }
                    _ => {
                        for n in 0..4 {
                            self.mark_operand(def, offset, n);
                        }
                    }
                }
            }
        }
    }

    /// What the method gives back may leave the app, or go into a channel.
    fn answered(&mut self, def: DefId) {
        let ctx = self.ctx;
        let spec = ctx.spec(ctx.program.def(def).method);
        let leaves = spec
            .sinks
            .iter()
            .any(|sink| sink.via == Some(ANSWER) && ctx.answers_outside(def, &spec, sink.kind));
        if leaves {
            self.ends.extend(self.current);
        }
        for end in &spec.channels {
            if end.side == Side::Put && end.values.iter().any(|place| place.base == Base::Ret) {
                let name = ctx.name(end.channel);
                self.mark(Mark::Channel(name));
            }
        }
    }

    /// What a member looked up by name yields comes out of any call through one.
    fn mark_reflected(&mut self) {
        let ctx = self.ctx;
        for (def, offset) in &ctx.reflection.uses {
            self.mark_result(*def, *offset);
        }
    }

    fn spread_thrown(&mut self, def: DefId) {
        let list = self.reverse.callers.get(&def).cloned().unwrap_or_default();
        if list.len() > MAX_THROWN {
            return;
        }
        for (caller, offset, _) in list {
            self.thrown_at(caller, offset);
        }
    }

    /// Something is thrown at an offset: its handlers in the method get it, or else the callers.
    fn thrown_at(&mut self, def: DefId, offset: u32) {
        let Some(uses) = self.uses(def) else { return };
        let Some(body) = self.ctx.program.body(def) else {
            return;
        };
        let Some(at) = body.insn_at(offset) else {
            return;
        };
        let blocks = body.blocks();
        let from = body.block_of(at);
        let number = u32::try_from(from).unwrap_or(NONE);
        let mut handled = false;
        for to in &blocks[from].succs {
            let handler = &blocks[*to as usize];
            if !handler.preds.contains(&(number, true)) {
                continue;
            }
            handled = true;
            let is_read = body
                .insns()
                .get(handler.first)
                .is_some_and(|insn| insn.opcode == op::MOVE_EXCEPTION);
            if is_read && let Some(value) = uses.result_of.get(handler.first).copied().flatten() {
                self.mark(Mark::Value(def, value));
            }
        }
        if !handled {
            self.mark(Mark::Thrown(def));
        }
    }

    /// An object was changed: so was whatever else names it.
    fn spread_back(&mut self, def: DefId, value: ValueId) {
        let program = self.ctx.program;
        let Some(body) = program.body(def) else {
            return;
        };
        match body.value(value) {
            Value::Undefined => {}
            Value::Merge(inputs) => {
                for input in inputs {
                    self.mark(Mark::Changed(def, *input));
                }
            }
            Value::Param(slot) => {
                let row = program.def(def);
                let first = u16::from(!row.is_static());
                let spec = self.ctx.spec(row.method);
                self.answered(def);
                for end in spec.channels.iter().filter(|end| end.side == Side::Deliver) {
                    let name = self.ctx.name(end.channel);
                    let is_own = end.values.iter().any(|place| match place.base {
                        Base::Arg(n) => spec
                            .params
                            .get(n as usize)
                            .is_some_and(|param| first + param.slot == *slot),
                        _ => false,
                    });
                    if is_own && self.ctx.shared.contains(&name) {
                        self.mark(Mark::Channel(name));
                    }
                }
                let list = self.reverse.callers.get(&def).cloned().unwrap_or_default();
                for (caller, offset, binding) in list {
                    if binding == Binding::Call {
                        self.mark_operand(caller, offset, usize::from(*slot));
                        continue;
                    }
                    for link in self.ctx.graph.links(binding) {
                        if link.to == LinkEnd::Param(*slot)
                            && let LinkEnd::Operand(n) | LinkEnd::Inside(n) = link.from
                        {
                            self.mark_operand(caller, offset, usize::from(n));
                        }
                    }
                }
            }
            Value::Insn(at) => {
                let at = *at as usize;
                let insn = &body.insns()[at];
                let dex = program.dex_of(def);
                match insn.opcode {
                    0x52..=0x58 | 0x60..=0x66 => {
                        if let Some(field) = insn.index.and_then(|n| program.field_at(dex, n)) {
                            let sel = field_mark(self.ctx, field, insn.opcode >= 0x60);
                            self.mark(Mark::Field(sel));
                        }
                    }
                    0x44..=0x4a => {
                        if let Some(array) = body.operands(at).get(0) {
                            self.mark(Mark::Changed(def, array));
                        }
                    }
                    _ if insn.is_move() => {
                        if let Some(from) = body.operands(at).get(0) {
                            self.mark(Mark::Changed(def, from));
                        }
                    }
                    _ if insn.is_move_result() => {
                        let Some(call) = at.checked_sub(1) else {
                            return;
                        };
                        let invoke = &body.insns()[call];
                        if !invoke.is_invoke() {
                            return;
                        }
                        let edges = self.ctx.edges(def);
                        let mut entered = false;
                        for edge in edges_at(&edges, invoke.offset)
                            .filter(|edge| edge.binding == Binding::Call)
                        {
                            entered = true;
                            self.mark(Mark::Given(edge.callee));
                        }
                        if !entered {
                            // A part of the receiver, or of what the call was given.
                            let n = body.operands(call).iter().count().min(6);
                            for k in 0..n {
                                if let Some(value) = body.operands(call).get(k) {
                                    self.mark(Mark::Changed(def, value));
                                }
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// The object that a method returns was changed.
    fn changed_result(&mut self, def: DefId) {
        let Some(body) = self.ctx.program.body(def) else {
            return;
        };
        for (at, insn) in body.insns().iter().enumerate() {
            if insn.is_return()
                && let Some(value) = body.operands(at).get(0)
            {
                self.mark(Mark::Changed(def, value));
            }
        }
    }

    fn spread_value(&mut self, def: DefId, value: ValueId) {
        let program = self.ctx.program;
        let Some(uses) = self.uses(def) else { return };
        let Some(body) = program.body(def) else {
            return;
        };
        for merge in uses.merges(value) {
            self.mark(Mark::Value(def, *merge));
        }
        let dex = program.dex_of(def);
        for at in uses.insns(value) {
            let at = *at as usize;
            let insn = &body.insns()[at];
            let operands = body.operands(at);
            let result = uses.result_of.get(at).copied().flatten();
            match insn.opcode {
                _ if insn.is_invoke() => self.passed(def, at, value),
                op::RETURN | op::RETURN_WIDE | op::RETURN_OBJECT => self.mark(Mark::Result(def)),
                op::THROW => self.thrown_at(def, insn.offset),
                0x4b..=0x51 => {
                    if operands.get(0) == Some(value)
                        && let Some(array) = operands.get(1)
                    {
                        self.mark(Mark::Changed(def, array));
                    }
                }
                0x59..=0x5f | 0x67..=0x6d => {
                    if operands.get(0) == Some(value)
                        && let Some(field) = insn.index.and_then(|n| program.field_at(dex, n))
                    {
                        let sel = field_mark(self.ctx, field, insn.opcode >= 0x67);
                        self.mark(Mark::Field(sel));
                        if insn.opcode < 0x67 {
                            self.mark_holders(field);
                        }
                    }
                }
                0x44..=0x4a => {
                    // What is looked up in a table tells what it was looked up by.
                    if let Some(result) = result {
                        self.mark(Mark::Value(def, result));
                    }
                }
                op::FILLED_NEW_ARRAY | op::FILLED_NEW_ARRAY_RANGE => {
                    if let Some(array) = uses.result_of.get(at + 1).copied().flatten() {
                        self.mark(Mark::Value(def, array));
                    }
                }
                op::INSTANCE_OF | op::ARRAY_LENGTH | 0x2d..=0x3d => {}
                _ => {
                    if let Some(result) = result {
                        self.mark(Mark::Value(def, result));
                    }
                }
            }
        }
    }

    /// Objects of a plain class whose field holds some hold some as a whole: for calls that read objects by their
    /// fields, whatever these are.
    fn mark_holders(&mut self, field: program_model::FieldId) {
        let program = self.ctx.program;
        let Some(class) = program.class_of(program.field(field).class) else {
            return;
        };
        let is_large = program.n_defs() > MAX_HELPED || self.list.len() > MAX_HOLDER_MARKS;
        if is_large || !self.holders.insert(class) {
            return;
        }
        let row = program.class(class);
        let is_plain = program
            .superclass(row.ty)
            .is_some_and(|above| program.superclass(above).is_none());
        if !is_plain {
            return;
        }
        let mut made: Vec<(DefId, u32)> = Vec::new();
        for init in row.methods() {
            let (name, _) = program.selector(program.method(program.def(init).method).selector);
            if program.name(name) == b"<init>" {
                made.extend(
                    self.reverse
                        .callers
                        .get(&init)
                        .into_iter()
                        .flatten()
                        .map(|(caller, offset, _)| (*caller, *offset)),
                );
            }
        }
        if made.len() > MAX_HOLDERS {
            return;
        }
        for (def, offset) in made {
            let value = self
                .body(def)
                .and_then(|body| body.operands(body.insn_at(offset)?).get(0));
            if let Some(value) = value {
                self.mark(Mark::Value(def, value));
            }
        }
    }

    /// A marked value is an operand of a call.
    fn passed(&mut self, def: DefId, at: usize, value: ValueId) {
        let ctx = self.ctx;
        let program = ctx.program;
        let Some(body) = program.body(def) else {
            return;
        };
        let insn = &body.insns()[at];
        let operands: Vec<ValueId> = body.operands(at).iter().collect();
        let at_operands: Vec<usize> = operands
            .iter()
            .enumerate()
            .filter(|(_, operand)| **operand == value)
            .map(|(n, _)| n)
            .collect();
        let offset = insn.offset;
        let edges = ctx.edges(def);
        let mut entered = false;
        let method = insn
            .index
            .and_then(|n| program.method_at(program.dex_of(def), n));
        let row_of = method.and_then(|method| ctx.spec(method).effects_of);
        for edge in edges_at(&edges, offset) {
            match edge.binding {
                // A row for the class that holds the code stands for the code.
                Binding::Call
                    if row_of.is_some_and(|row| {
                        let holder = program.class(program.def(edge.callee).class).ty;
                        program.is_subtype(row, holder)
                    }) => {}
                Binding::Call => {
                    entered = true;
                    for n in &at_operands {
                        self.mark_param(edge.callee, u16::try_from(*n).unwrap_or(u16::MAX));
                    }
                }
                binding => {
                    for link in ctx.graph.links(binding) {
                        let fits = match link.from {
                            LinkEnd::Operand(n) | LinkEnd::Inside(n) => {
                                at_operands.contains(&usize::from(n))
                            }
                            _ => false,
                        };
                        if fits && let LinkEnd::Param(to) = link.to {
                            self.mark_param(edge.callee, to);
                        }
                    }
                }
            }
        }
        let Some(method) = method else { return };
        if ctx.reflection.is_use(method) {
            for target in &ctx.reflection.targets {
                self.mark_param(*target, 0);
                self.start(&Start::Param(*target, None));
            }
            self.mark_result(def, offset);
        }
        if ctx.reflection.is_write(method) {
            for sel in &ctx.reflection.fields {
                self.mark(Mark::Field(*sel));
            }
        }
        if !ctx.proxies.is_empty() && !entered && matches!(insn.opcode, 0x72 | 0x78) {
            self.made_to_order();
        }
        let spec = ctx.spec(method);
        let first = usize::from(!matches!(insn.opcode, 0x71 | 0x77));
        if spec.sinks.iter().any(|sink| sink.via != Some(ANSWER)) {
            self.ends.extend(self.current);
        }
        for end in &spec.channels {
            if end.side == Side::Put {
                let name = ctx.name(end.channel);
                self.mark(Mark::Channel(name));
            }
        }
        if let Some(effects) = &spec.effects {
            self.by_row(def, at, &spec, effects, first, &at_operands, &operands);
        } else {
            if entered {
                return;
            }
            if !matches!(spec.returns, b'V' | b'Z') {
                self.mark_result(def, offset);
            }
            let keeps = spec.is_constructor || spec.returns == b'V' || spec.returns_own;
            if first == 1 && keeps && !at_operands.contains(&0) {
                self.mark_operand(def, offset, 0);
            }
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one call, found by the caller"
    )]
    fn by_row(
        &mut self,
        def: DefId,
        at: usize,
        spec: &Spec<'_>,
        effects: &[Effect<'_>],
        first: usize,
        at_operands: &[usize],
        operands: &[ValueId],
    ) {
        let Some(offset) = self.body(def).map(|body| body.insns()[at].offset) else {
            return;
        };
        let operand_of = |base: &Base<'_>| -> Vec<usize> {
            match base {
                Base::This if first == 1 => vec![0],
                Base::Arg(n) => spec
                    .params
                    .get(*n as usize)
                    .map(|param| first + usize::from(param.slot))
                    .into_iter()
                    .collect(),
                Base::ArgsFrom(n) => spec
                    .params
                    .iter()
                    .skip(*n as usize)
                    .map(|param| first + usize::from(param.slot))
                    .collect(),
                _ => Vec::new(),
            }
        };
        let mut stack: Vec<&Effect<'_>> = effects.iter().collect();
        while let Some(effect) = stack.pop() {
            match effect {
                Effect::If { then, .. } => stack.extend(then),
                Effect::Kill(_) | Effect::Fold { .. } | Effect::Take(_) => {}
                Effect::Flow { from, to, .. }
                | Effect::Slice { from, to, .. }
                | Effect::Pairs { from, to, .. } => {
                    let begins = operand_of(&from.base)
                        .iter()
                        .any(|n| at_operands.contains(n));
                    if !begins {
                        continue;
                    }
                    match &to.base {
                        Base::Ret => self.mark_result(def, offset),
                        Base::Static(name) => {
                            let name = self.ctx.name(name);
                            self.mark(Mark::Channel(name));
                        }
                        Base::Thrown => self.thrown_at(def, offset),
                        base => {
                            for n in operand_of(base) {
                                if operands.get(n).is_some() {
                                    self.mark_operand(def, offset, n);
                                }
                            }
                        }
                    }
                }
                Effect::Call {
                    method,
                    args,
                    result,
                    ..
                } => {
                    // What the callback is given lies with the links of the call graph and, where those have none,
                    // with the objects themselves: every operand may come to hold it.
                    let given = args.iter().flatten().any(|place| {
                        operand_of(&place.base)
                            .iter()
                            .any(|n| at_operands.contains(n))
                    });
                    if given {
                        self.call_named(method, args.len());
                        for n in 0..operands.len().min(6) {
                            self.call_object(def, offset, n);
                        }
                    }
                    if result.is_some() {
                        self.mark_result(def, offset);
                    }
                }
            }
        }
    }

    /// The object that answers for one made to order may be given the value.
    fn made_to_order(&mut self) {
        if std::mem::replace(&mut self.is_ordered, true) {
            return;
        }
        let ctx = self.ctx;
        for (method, n) in &ctx.proxies {
            self.call_named(method, *n);
        }
    }

    /// Methods of the app that have the name of a callback may be given the value, where they are few.
    fn call_named(&mut self, name: &str, n_params: usize) {
        let program = self.ctx.program;
        let Some(name) = program.find_name(name.as_bytes()) else {
            return;
        };
        let list = self.reverse.named.get(&name).cloned().unwrap_or_default();
        if list.len() > MAX_NAMED {
            return;
        }
        for def in list {
            if self.ctx.spec(program.def(def).method).params.len() == n_params {
                self.start(&Start::Param(def, None));
            }
        }
    }

    /// Methods of the object at an operand may be given the value: all of its class's own.
    fn call_object(&mut self, def: DefId, offset: u32, n: usize) {
        let program = self.ctx.program;
        let Some(body) = program.body(def) else {
            return;
        };
        let Some(value) = body.insn_at(offset).and_then(|at| body.operands(at).get(n)) else {
            return;
        };
        let mut stack = vec![value];
        let mut seen = FxHashSet::default();
        while let Some(value) = stack.pop() {
            if !seen.insert(value) || seen.len() > 32 {
                continue;
            }
            match body.value(value) {
                Value::Merge(inputs) => stack.extend(inputs),
                Value::Insn(at) => {
                    let insn = &body.insns()[*at as usize];
                    if insn.is_move() {
                        stack.extend(body.operands(*at as usize).get(0));
                    } else if insn.opcode == op::NEW_INSTANCE
                        && let Some(ty) = insn
                            .index
                            .and_then(|n| program.type_at(program.dex_of(def), n))
                        && let Some(class) = program.class_of(ty)
                    {
                        for method in program.class(class).methods() {
                            let spec = self.ctx.spec(program.def(method).method);
                            if !spec.is_constructor && !program.def(method).is_static() {
                                self.start(&Start::Param(method, None));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The marked methods and those around them.
    fn near(&self) -> IdVec<DefId, bool> {
        let program = self.ctx.program;
        let mut wanted = self.marked.clone();
        let small = |def: DefId| {
            let row = program.def(def);
            row.has_code()
                && self.ctx.graph.is_reached(def)
                && program
                    .code(def)
                    .is_some_and(|code| code.insns.len() / 2 <= MAX_NEAR_INSNS)
        };
        let mut round: Vec<DefId> = (0..wanted.len())
            .map(DefId::from_index)
            .filter(|def| wanted[*def])
            .collect();
        let near = if round.len() > MANY {
            NEAR_OF_MANY
        } else {
            NEAR
        };
        if near > NEAR_OF_MANY {
            self.creators(&mut wanted, &mut round, &small);
        }
        // Up first, so that what callers make is seen; then down, to what builds the objects.
        let mut up = round.clone();
        for _ in 0..near {
            let mut next = Vec::new();
            for def in &up {
                let callers = self.reverse.callers.get(def).map_or(&[][..], Vec::as_slice);
                if callers.len() > MAX_NEAR_CALLERS {
                    continue;
                }
                for (caller, _, _) in callers {
                    if !wanted[*caller] && small(*caller) {
                        wanted[*caller] = true;
                        next.push(*caller);
                    }
                }
            }
            round.extend(next.iter().copied());
            up = next;
        }
        let is_few = near > NEAR_OF_MANY;
        for _ in 0..near {
            let mut next = Vec::new();
            for def in &round {
                for edge in self.ctx.edges(*def).iter() {
                    if !wanted[edge.callee]
                        && small(edge.callee)
                        && (self.shapes(edge.callee) || is_few && self.empties(edge.callee))
                    {
                        wanted[edge.callee] = true;
                        next.push(edge.callee);
                    }
                }
            }
            round = next;
        }
        self.writers_of(&mut wanted, near, &small);
        wanted
    }

    /// Methods that make the objects on whose methods values come and go.
    fn creators(
        &self,
        wanted: &mut IdVec<DefId, bool>,
        round: &mut Vec<DefId>,
        small: &dyn Fn(DefId) -> bool,
    ) {
        let program = self.ctx.program;
        let mut seen: FxHashSet<program_model::ClassId> = FxHashSet::default();
        let mut next = Vec::new();
        for def in round.iter() {
            let row = program.def(*def);
            if row.is_static() || !seen.insert(row.class) {
                continue;
            }
            for init in program.class(row.class).methods() {
                let (name, _) = program.selector(program.method(program.def(init).method).selector);
                if program.name(name) != b"<init>" {
                    continue;
                }
                let callers = self
                    .reverse
                    .callers
                    .get(&init)
                    .map_or(&[][..], Vec::as_slice);
                if callers.len() > MAX_NEAR_CALLERS {
                    continue;
                }
                for (caller, _, _) in callers {
                    if !wanted[*caller] && small(*caller) {
                        wanted[*caller] = true;
                        next.push(*caller);
                    }
                }
            }
        }
        round.extend(next);
    }

    /// Methods that put the objects into place which the wanted ones find in fields.
    fn writers_of(
        &self,
        wanted: &mut IdVec<DefId, bool>,
        rounds: usize,
        small: &dyn Fn(DefId) -> bool,
    ) {
        let program = self.ctx.program;
        let mut round: Vec<DefId> = (0..wanted.len())
            .map(DefId::from_index)
            .filter(|def| wanted[*def])
            .collect();
        for _ in 0..rounds {
            let mut next = Vec::new();
            for def in &round {
                let dex = program.dex_of(*def);
                for event in program.events(*def) {
                    let is_static = match event.kind {
                        EventKind::InstanceGet => false,
                        EventKind::StaticGet => true,
                        _ => continue,
                    };
                    let Some(field) = program.field_at(dex, event.index) else {
                        continue;
                    };
                    if program.class_of(program.field(field).class).is_none()
                        || !holds_object(self.ctx, field)
                    {
                        continue;
                    }
                    let sel = field_mark(self.ctx, field, is_static);
                    let list = self
                        .reverse
                        .writers
                        .get(&sel)
                        .map_or(&[][..], Vec::as_slice);
                    if list.len() > MAX_NEAR_CALLERS {
                        continue;
                    }
                    for writer in list {
                        if !wanted[*writer] && small(*writer) {
                            wanted[*writer] = true;
                            next.push(*writer);
                        }
                    }
                }
                for edge in self.ctx.edges(*def).iter() {
                    let callee = program.def(edge.callee);
                    let (name, _) = program.selector(program.method(callee.method).selector);
                    if program.name(name).starts_with(b"<")
                        && !wanted[edge.callee]
                        && small(edge.callee)
                    {
                        wanted[edge.callee] = true;
                        next.push(edge.callee);
                    }
                }
            }
            round = next;
        }
    }

    /// The method calls something on an object of a field, which it may empty.
    fn empties(&self, def: DefId) -> bool {
        let program = self.ctx.program;
        let dex = program.dex_of(def);
        let events = program.events(def);
        let has = |test: &dyn Fn(&program_model::Event) -> bool| events.iter().any(test);
        has(&|event| event.kind.is_plain_invoke())
            && has(&|event| {
                matches!(event.kind, EventKind::InstanceGet | EventKind::StaticGet)
                    && program
                        .field_at(dex, event.index)
                        .is_some_and(|field| holds_object(self.ctx, field))
            })
    }

    /// The method reads or writes objects, or gives one, so that leaving it out would lose an alias.
    fn shapes(&self, def: DefId) -> bool {
        let program = self.ctx.program;
        let spec = self.ctx.spec(program.def(def).method);
        let has_object = spec.params.iter().any(|param| param.is_object)
            || matches!(spec.returns, b'L' | b'[')
            || spec.is_constructor;
        has_object
            || program
                .events(def)
                .iter()
                .any(|event| matches!(event.kind, EventKind::InstancePut | EventKind::StaticPut))
    }
}
