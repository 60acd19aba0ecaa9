//! Which methods are worth a summary: those that information may pass by a cheap forward search over values that
//! tells neither objects nor calls apart, and those near them that build the objects it passes through.
//!
//! The search marks values, fields, parameters and results. Without a sink among what it marks, nothing can flow.

mod near;
mod spread;
mod starts;

use std::rc::Rc;

use call_graph::{Binding, CallEdge, LinkEnd};
use dex_parse::opcode::op;
use program_model::{Body, DefId, EventKind, IdVec, Value, ValueId};
use ruleset::schema::dataflow::{Base, Effect, Side, SourceData, SourceSide};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use crate::context::{Constant, Ctx};
use crate::library::ANSWER;
use crate::limits::MANY_DEFS;
use crate::node::Sel;
use crate::reverse::{Reverse, field_mark, holds_object, reverse};
use crate::source::Yields;
use crate::spec::Spec;
use crate::uses::{Uses, uses_of};

/// Values marked in one app: a ground and, for each number of instructions, one more.
const BASE_MARKS: usize = 40_000;
const INSNS_PER_MARK: u64 = 12;
/// Marks after which it is looked for the first time whether the shortest ways take all the room, and marks for each of
/// which there must be one more before the next look.
const FIRST_LOOK: usize = 4_000;
const LOOKS_PER_MARKS: usize = 5;
/// Code units of the methods that are gone through: a ground and, for each number of instructions, one more. Those on
/// the shortest ways from a source to a sink come first.
const BASE_CODE: u64 = 12_000;
/// The ground in an app with many methods, where those on the shortest ways go first.
const BASE_CODE_OF_MANY: u64 = 30_000;
const INSNS_PER_CODE: u64 = 16;
/// Code units of the methods on the very shortest ways.
const NEAREST_CODE: u64 = 12_000;
/// Steps by which information of little weight begins behind the other, so that its ways count as longer.
const LATE: usize = 2;
/// Calls up through which what a method throws is followed.
const MAX_THROWN: usize = 24;
/// Calls up and down from marked methods within which others are taken along, and the same where many are marked.
const NEAR: usize = 3;
const NEAR_OF_MANY: usize = 1;
/// Code units of the methods that are taken along for being near: a ground and, for each number of instructions, one
/// more.
const NEAR_CODE: u64 = 20_000;
const INSNS_PER_NEAR_CODE: u64 = 8;
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
/// Methods that write a field, beyond which a change of what it holds is not followed to where that came from.
const MAX_PUTTING: usize = 4;
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

/// Where a mark of a method comes from. What came in by a parameter goes back only to the calls by which it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum From {
    /// A parameter of the method.
    Caller,
    /// Anything else: a source, a field, a channel, a callback.
    Inside,
}

/// No number.
const NONE: u32 = u32::MAX;

struct Search<'c, 'r, 'x, 'a> {
    ctx: &'c Ctx<'x, 'a>,
    /// Marks that are no values, by number.
    ids: FxHashMap<(Mark, From), u32>,
    /// Calls by which a marked value came into a method, by method and call: where the value of the caller was from.
    passed_by: FxHashMap<(DefId, DefId, u32), From>,
    /// Parameters of a method that hold objects which are changed by what came in by others.
    changed: FxHashMap<DefId, Vec<u16>>,
    /// Where the mark that spreads now is from.
    from: From,
    /// Where the numbers of a method's values begin in `slots`: for each value one of itself, one of its being changed,
    /// each for what came in by a parameter and for all else.
    first_slot: IdVec<DefId, u32>,
    slots: Vec<u32>,
    list: Vec<(Mark, From)>,
    /// Steps from the nearest source, by number.
    far: Vec<u32>,
    /// From one mark to another, by number.
    links: Vec<(u32, u32)>,
    current: Option<u32>,
    /// Steps behind what has none before it.
    begin: u32,
    /// Marks that reach a sink by themselves.
    ends: Vec<u32>,
    work: Vec<u32>,
    uses: IdVec<DefId, Option<Rc<Uses>>>,
    reverse: &'r Reverse,
    marked: IdVec<DefId, bool>,
    /// Classes whose objects hold some as a whole.
    holders: FxHashSet<program_model::ClassId>,
    /// Objects made to order were looked at.
    is_ordered: bool,
    /// The search ended before all marks were followed.
    is_cut: bool,
    /// Types of collections and what is asked of them; nobody makes such to order.
    parts: FxHashSet<program_model::TypeId>,
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
    /// Methods on the shortest ways: they are gone through in full whatever the others took.
    pub(crate) nearest: IdVec<DefId, bool>,
    /// Methods on ways from a source to a sink, those on the shortest first.
    pub(crate) order: Vec<DefId>,
    /// Methods that may give back something marked, where the search came to its end.
    pub(crate) gives: Option<FxHashSet<DefId>>,
}

/// Searches from all sources.
pub(crate) fn find(ctx: &Ctx<'_, '_>) -> Slice {
    let program = ctx.program;
    let starts = starts::starts(ctx);
    if starts.is_empty() {
        return Slice {
            wanted: IdVec::filled(false, program.n_defs()),
            any: false,
            n_marks: 0,
            full: false,
            left_out: 0,
            nearest: IdVec::filled(false, program.n_defs()),
            order: Vec::new(),
            gives: None,
        };
    }
    let reverse = reverse(ctx);
    let mut search = Search {
        ctx,
        ids: FxHashMap::default(),
        passed_by: FxHashMap::default(),
        changed: FxHashMap::default(),
        from: From::Inside,
        first_slot: IdVec::filled(NONE, program.n_defs()),
        slots: Vec::new(),
        list: Vec::new(),
        far: Vec::new(),
        links: Vec::new(),
        current: None,
        begin: 0,
        ends: Vec::new(),
        work: Vec::new(),
        uses: IdVec::filled(None, program.n_defs()),
        reverse: &reverse,
        marked: IdVec::filled(false, program.n_defs()),
        holders: FxHashSet::default(),
        is_ordered: false,
        is_cut: false,
        parts: ctx
            .index
            .map(|index| index.catalogues().callbacks.parts.as_slice())
            .unwrap_or_default()
            .iter()
            .filter_map(|name| program.find_type(name.as_bytes()))
            .collect(),
    };
    let most =
        usize::try_from(program.all().n_instructions() / INSNS_PER_MARK).unwrap_or(usize::MAX);
    let full = search.levels(&starts, BASE_MARKS.saturating_add(most));
    let any = !search.ends.is_empty();
    let gives = (!full && !search.is_cut).then(|| {
        let given = |mark: &Mark| match mark {
            Mark::Result(def) => Some(*def),
            _ => None,
        };
        search
            .list
            .iter()
            .filter_map(|(mark, _)| given(mark))
            .collect()
    });
    let is_reached = |def: DefId| ctx.runs(def);
    let (left_out, nearest, order) = search.keep_what_ends();
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
        nearest,
        order,
        gives,
    }
}

/// Where information enters.
enum Start {
    Result(DefId, u32),
    This(DefId, u32),
    Operand(DefId, u32, u32),
    Param(DefId, Option<u32>),
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

impl Search<'_, '_, '_, '_> {
    /// Searches level by level, so that what is near a source comes first. True when there were more marks than are
    /// followed. Ends as well when the ways that are surely the shortest take all the room there is for methods: what
    /// comes behind is on longer ones.
    fn levels(&mut self, starts: &[(Start, bool)], most: usize) -> bool {
        for (start, _) in starts.iter().filter(|(_, is_late)| !is_late) {
            self.start(start);
        }
        let mut next_look = FIRST_LOOK;
        let mut level = 0usize;
        loop {
            if self.list.len() >= next_look {
                if self.is_room_taken(u32::try_from(level).unwrap_or(NONE)) {
                    self.is_cut = true;
                    return false;
                }
                next_look = self.list.len() + self.list.len() / LOOKS_PER_MARKS;
            }
            if level == LATE {
                self.current = None;
                self.begin = u32::try_from(LATE).unwrap_or(0);
                self.from = From::Inside;
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
                let (what, from) = self.list[mark as usize];
                self.from = from;
                self.spread(what);
            }
        }
    }

    /// Where the number of a mark stands.
    fn place(&mut self, mark: Mark, from: From) -> &mut u32 {
        let (def, value, is_changed) = match mark {
            Mark::Value(def, value) => (def, value, 0),
            Mark::Changed(def, value) => (def, value, 1),
            _ => return self.ids.entry((mark, from)).or_insert(NONE),
        };
        let mut first = self.first_slot[def];
        if first == NONE {
            let n_values = self.ctx.program.body(def).map_or(0, Body::n_values);
            let end = self.slots.len();
            first = u32::try_from(end).unwrap_or(NONE);
            self.first_slot[def] = first;
            self.slots.resize(end + 4 * n_values, NONE);
        }
        let by = usize::from(from == From::Inside);
        &mut self.slots[first as usize + 4 * value.index() + 2 * by + is_changed]
    }

    fn mark(&mut self, mark: Mark) {
        let from = match mark {
            // Both are the same for all methods.
            Mark::Field(_) | Mark::Channel(_) => From::Inside,
            _ => self.from,
        };
        let next = u32::try_from(self.list.len()).unwrap_or(NONE);
        let far = self
            .current
            .map_or(self.begin, |from| self.far[from as usize].saturating_add(1));
        let mut id = *self.place(mark, From::Inside);
        if id == NONE {
            // What is known to come from elsewhere as well goes to all callers anyway.
            let place = self.place(mark, from);
            if *place == NONE {
                *place = next;
            }
            id = *place;
        }
        if id == next {
            self.list.push((mark, from));
            self.far.push(far);
            self.work.push(id);
        }
        if let Some(from) = self.current
            && from != id
        {
            self.links.push((from, id));
        }
    }

    /// Code units of the methods that there is room for.
    fn room(&self) -> u64 {
        let ground = if self.ctx.program.n_defs() > MANY_DEFS {
            BASE_CODE_OF_MANY
        } else {
            BASE_CODE
        };
        ground + self.ctx.program.all().n_instructions() / INSNS_PER_CODE
    }

    fn size(&self, def: DefId) -> u64 {
        let code = self.ctx.program.code(def);
        code.map_or(0, |code| code.insns.len()) as u64
    }

    /// Methods on ways of fewer steps take all the room.
    fn is_room_taken(&self, steps: u32) -> bool {
        let mut room = self.room();
        for (way, def) in self.shortest() {
            if way < steps {
                match room.checked_sub(self.size(def)) {
                    Some(left) => room = left,
                    None => return true,
                }
            }
        }
        false
    }

    /// The methods on ways from a source to a sink, each behind the steps of the shortest way that passes it.
    fn shortest(&self) -> Vec<(u32, DefId)> {
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
        let mut level = self.ends.clone();
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
        for (((mark, _), far), near) in self.list.iter().zip(&self.far).zip(&near) {
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
        (0..best.len())
            .map(DefId::from_index)
            .filter(|def| best[*def] != NONE)
            .map(|def| (best[def], def))
            .collect()
    }

    /// Of the marked methods, those on the way to some sink, nearest first and as many as there is room for. Gives the
    /// number of those left out.
    fn keep_what_ends(&mut self) -> (usize, IdVec<DefId, bool>, Vec<DefId>) {
        let mut list = self.shortest();
        list.sort_unstable();
        let mut room = self.room();
        let mut left_out = 0;
        let mut nearest = IdVec::filled(false, self.marked.len());
        let mut nearest_room = NEAREST_CODE;
        let mut order = Vec::new();
        for (_, def) in list {
            let size = self.size(def);
            if size > room {
                left_out += 1;
            } else {
                room -= size;
                self.marked[def] = true;
                order.push(def);
                nearest[def] = size <= nearest_room;
                nearest_room = nearest_room.saturating_sub(size);
            }
        }
        (left_out, nearest, order)
    }

    fn uses(&mut self, def: DefId) -> Option<Rc<Uses>> {
        if let Some(known) = &self.uses[def] {
            return Some(Rc::clone(known));
        }
        let body = self.ctx.program.body(def)?;
        let uses = Rc::new(uses_of(body));
        self.uses[def] = Some(Rc::clone(&uses));
        Some(uses)
    }

    fn body(&self, def: DefId) -> Option<&'_ Body> {
        self.ctx.program.body(def)
    }

    fn start(&mut self, start: &Start) {
        match *start {
            Start::Result(def, offset) => self.mark_result(def, offset),
            Start::This(def, offset) => {
                if let Some(method) = crate::report::called(self.ctx.program.all(), def, offset)
                    && self.ctx.spec(method).is_constructor
                {
                    self.mark_operand(def, offset, 0);
                }
            }
            Start::Operand(def, offset, u32::MAX) => self.mark_operand(def, offset, 0),
            Start::Operand(def, offset, n) => {
                if let Some(method) = crate::report::called(self.ctx.program.all(), def, offset) {
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

    /// Marks a parameter for whoever calls the method.
    fn mark_param(&mut self, def: DefId, slot: u16) {
        let before = std::mem::replace(&mut self.from, From::Inside);
        self.mark_slot(def, slot);
        self.from = before;
    }

    fn mark_slot(&mut self, def: DefId, slot: u16) {
        let Some(uses) = self.uses(def) else { return };
        if let Some(value) = uses.params.get(usize::from(slot)).copied().flatten() {
            self.mark(Mark::Value(def, value));
        }
    }

    /// Marks parameters that a call gives, and whatever of the method's result and of its objects is known to come from
    /// its parameters where that goes back to this call.
    fn enter(&mut self, caller: DefId, offset: u32, callee: DefId, slots: &[u16]) {
        let here = self.from;
        self.from = From::Caller;
        for slot in slots {
            self.mark_slot(callee, *slot);
        }
        self.from = here;
        let known = self.passed_by.get(&(callee, caller, offset)).copied();
        if known.is_none_or(|known| known < here) {
            self.passed_by.insert((callee, caller, offset), here);
            self.come_back(caller, offset, callee);
        }
    }

    /// What a method is already known to give back of its parameters goes to one more call.
    fn come_back(&mut self, caller: DefId, offset: u32, callee: DefId) {
        let current = self.current;
        let known = |search: &Self, mark: Mark| {
            let id = search.ids.get(&(mark, From::Caller)).copied();
            id.filter(|id| *id != NONE)
        };
        if let Some(id) = known(self, Mark::Result(callee)) {
            self.current = Some(id);
            self.mark_result(caller, offset);
        }
        if let Some(id) = known(self, Mark::Thrown(callee)) {
            self.current = Some(id);
            self.thrown_at(caller, offset);
        }
        for slot in self.changed.get(&callee).cloned().unwrap_or_default() {
            self.current = current;
            self.mark_operand(caller, offset, usize::from(slot));
        }
        self.current = current;
    }

    /// The calls to which something of a method goes back, with where it is from there.
    fn callers_of(&self, def: DefId) -> SmallVec<[(DefId, u32, Binding, From); 4]> {
        let list = self.reverse.callers(def);
        list.iter()
            .filter_map(|(caller, offset, binding)| {
                let from = match self.from {
                    From::Inside => From::Inside,
                    From::Caller if *binding == Binding::Call => {
                        *self.passed_by.get(&(def, *caller, *offset))?
                    }
                    From::Caller => return None,
                };
                Some((*caller, *offset, *binding, from))
            })
            .collect()
    }

    fn mark_result(&mut self, def: DefId, offset: u32) {
        let Some(uses) = self.uses(def) else { return };
        let Some(at) = self.body(def).and_then(|body| body.insn_at(offset)) else {
            return;
        };
        let is_invoke = self
            .body(def)
            .and_then(|body| body.insns().get(at))
            .is_some_and(program_model::Insn::is_invoke);
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
}
