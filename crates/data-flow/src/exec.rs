//! One method gone through instruction by instruction: registers as values, the heap by point, blocks that constants
//! rule out left out.

mod asked;
mod awaited;
mod branches;
mod made;
mod parts;
mod positions;
mod shown;
mod thrown;
mod values;

use std::collections::BTreeSet;

use call_graph::CallEdge;
use dex_parse::opcode::op;
use program_model::{Body, DefId, FieldId, Insn, TypeId, Value, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

use self::parts::{order, parts};
use self::values::held_static;
use crate::apply::Outcome;
use crate::call::Site;
use crate::context::{Constant, Ctx, Key};
use crate::fields::Held;
use crate::frame::{Frame, Known, STATICS};
use crate::heap::Heap;
use crate::limits::MAX_PASSES;
use crate::node::{Kind, Node, Nodes, Sel};
use crate::numbers;
use crate::source::Yields;
use crate::summary::{Prov, Summary, What};
use crate::value::{Atom, Elem, NodeId, Set};

/// Inputs of one merge that are looked at.
const MAX_LEAVES: usize = 512;

/// Returns of a method of which it is asked what comes before all of them.
const MAX_EXITS: usize = 4;

/// Values of a counter that are told apart.
const MAX_COUNTED: i64 = 16;

/// What going through one method gave.
pub(crate) struct Made {
    pub(crate) summary: Summary,
    pub(crate) missing: BTreeSet<Key>,
    pub(crate) units: u64,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of the run, and none depends on another"
)]
struct Run<'c, 'x, 'a> {
    frame: Frame<'c, 'x, 'a>,
    def: DefId,
    body: &'x Body,
    values: Vec<Set>,
    /// Value of an instruction's result.
    result_of: Vec<Option<ValueId>>,
    leaves: Vec<Option<Vec<ValueId>>>,
    /// Values that come from several places.
    merges: Vec<ValueId>,
    /// Types of the app that values are cast to, with the places.
    casts: FxHashMap<ValueId, Vec<(usize, TypeId)>>,
    /// Branches by the value that their tests are computed from, once they are asked for.
    tests: Option<FxHashMap<ValueId, Vec<usize>>>,
    /// Offsets at which the only object of a static field is made.
    only: Vec<(u32, FieldId)>,
    caught: Vec<Set>,
    ret: Set,
    exit: Option<Heap>,
    changed: bool,
    /// Some way ended with a return.
    returned: bool,
    /// The call gone through last does not return.
    stopped: bool,
    /// Fields whose constants callers gave.
    given: Vec<(NodeId, Sel, u32)>,
    /// What the argument registers held when the method was called.
    slots: Vec<Set>,
    /// Some branch was decided: what a register holds depends on the blocks that can come before.
    pruned: bool,
    /// Blocks that handle only what no code throws.
    idle: FxHashSet<usize>,
    /// Ways from block to block that were taken.
    taken: FxHashSet<(usize, usize)>,
    /// By object that calls await something of: nothing completes what they put.
    idle_objects: FxHashMap<ValueId, bool>,
}

/// Makes the summary of a method.
pub(crate) fn summarise(ctx: &Ctx<'_, '_>, known: &dyn Known, key: &Key) -> Option<Made> {
    let program = ctx.program;
    let body = program.body(key.def)?;
    let mut run = Run {
        frame: Frame::new(ctx, known, Some(key.def)),
        def: key.def,
        body,
        values: vec![Set::default(); body.n_values()],
        result_of: vec![None; body.insns().len()],
        leaves: vec![None; body.n_values()],
        merges: Vec::new(),
        casts: FxHashMap::default(),
        tests: None,
        only: Vec::new(),
        caught: vec![Set::default(); body.blocks().len()],
        ret: Set::default(),
        exit: None,
        changed: false,
        returned: false,
        stopped: false,
        given: Vec::new(),
        slots: Vec::new(),
        pruned: false,
        idle: FxHashSet::default(),
        taken: FxHashSet::default(),
        idle_objects: FxHashMap::default(),
    };
    run.find_idle();
    run.results();
    run.find_only();
    run.find_casts();
    let mut heap = Heap::default();
    run.parameters(key, &mut heap);
    run.blocks(heap);
    let Run {
        mut frame,
        ret,
        exit,
        given,
        returned,
        ..
    } = run;
    let mut exit = exit.unwrap_or_default();
    for (node, sel, id) in given {
        // A field that still holds what the caller knows it to hold says nothing.
        let is_same = exit
            .cells
            .get(&(node, sel))
            .is_some_and(|set| set.constant() == Some(id));
        if is_same {
            exit.cells.remove(&(node, sel));
        }
    }
    frame.run_deferred(&mut exit);
    let end = body
        .insns()
        .iter()
        .rev()
        .find(|insn| insn.is_return())
        .map_or(0, |insn| insn.offset);
    frame.answers(&mut exit, key.def, end, &ret);
    let units = frame.units;
    let (mut summary, missing) = frame.finish(&exit, ret);
    summary.never_returns = !returned && missing.is_empty();
    Some(Made {
        summary,
        missing,
        units,
    })
}

impl Run<'_, '_, '_> {
    /// Finds the value of each instruction's result.
    fn results(&mut self) {
        let mut seen = vec![false; self.body.n_values()];
        let mut stack: Vec<ValueId> = Vec::new();
        for n in 0..self.body.insns().len() {
            stack.extend(self.body.operands(n).iter());
        }
        while let Some(id) = stack.pop() {
            if std::mem::replace(&mut seen[id.index()], true) {
                continue;
            }
            match self.body.value(id) {
                Value::Insn(insn) => self.result_of[*insn as usize] = Some(id),
                Value::Merge(inputs) => {
                    self.merges.push(id);
                    stack.extend(inputs.iter().copied());
                }
                _ => {}
            }
        }
    }

    fn parameters(&mut self, key: &Key, heap: &mut Heap) {
        let ctx = self.frame.ctx;
        let program = ctx.program;
        let row = program.def(self.def);
        let spec = ctx.spec(row.method);
        let first = u16::from(!row.is_static());
        let own = program.holder(self.def);
        let mut by_slot = vec![Set::default(); usize::from(self.body.n_ins())];
        for slot in 0..self.body.n_ins() {
            let mut ty = key
                .types
                .iter()
                .find(|(known, _)| known.slot == slot && known.path.is_empty())
                .map(|(_, ty)| *ty);
            if slot == 0 && first == 1 && ty.is_none() && program.is_leaf(own) {
                ty = Some(own);
            }
            let node = self.frame.nodes.intern(Node {
                kind: Kind::Param(slot),
                ty,
                single: true,
                outside: true,
                depth: 0,
                way: None,
            });
            let constant = key
                .consts
                .iter()
                .find(|(known, _)| known.slot == slot && known.path.is_empty());
            if let Some((_, id)) = constant {
                by_slot[usize::from(slot)] = self.known_constant(*id);
            } else if let Some(node) = node {
                by_slot[usize::from(slot)].add(Elem::plain(Atom::Ref(node)));
            }
        }
        self.known_inside(key, heap, &by_slot);
        let declared: Vec<(u16, bool)> = spec
            .params
            .iter()
            .map(|param| (param.slot + first, param.is_object))
            .collect();
        self.frame.received(
            heap,
            self.def,
            &spec,
            &declared,
            &mut by_slot,
            key.delivered,
        );
        let mut seen = vec![false; self.body.n_values()];
        let mut stack: Vec<ValueId> = Vec::new();
        for n in 0..self.body.insns().len() {
            stack.extend(self.body.operands(n).iter());
        }
        while let Some(id) = stack.pop() {
            if std::mem::replace(&mut seen[id.index()], true) {
                continue;
            }
            match self.body.value(id) {
                Value::Param(slot) => {
                    if let Some(set) = by_slot.get(usize::from(*slot)) {
                        self.values[id.index()] = set.clone();
                    }
                }
                Value::Merge(inputs) => stack.extend(inputs.iter().copied()),
                _ => {}
            }
        }
        self.slots = by_slot;
    }

    fn known_constant(&mut self, id: u32) -> Set {
        match self.frame.ctx.constant_at(id) {
            Some(Constant::Static(field)) => held_static(&mut self.frame.nodes, field),
            _ => Set::one(Atom::Const(id)),
        }
    }

    /// What callers know of fields inside the arguments.
    fn known_inside(&mut self, key: &Key, heap: &mut Heap, by_slot: &[Set]) {
        let nodes = &mut self.frame.nodes;
        let base_of = |nodes: &mut Nodes, slot: u16, path: &[Sel]| {
            let mut here = match by_slot.get(usize::from(slot)) {
                Some(held) => held.refs().next()?,
                None if slot == STATICS => nodes.outside(Kind::Statics)?,
                None => return None,
            };
            for sel in path {
                here = nodes.load(here, *sel)?;
            }
            Some(here)
        };
        // Shorter paths come first, so that a type stands before what is inside the object.
        for (ask, ty) in &key.types {
            if let Some((last, above)) = ask.path.split_last()
                && let Some(base) = base_of(nodes, ask.slot, above)
                && let Some(node) = nodes.load(base, *last)
            {
                nodes.set_type(node, *ty);
            }
        }
        for (ask, id) in &key.consts {
            if let Some((last, above)) = ask.path.split_last()
                && let Some(base) = base_of(nodes, ask.slot, above)
            {
                let set = if let Some(Constant::Static(field)) = self.frame.ctx.constant_at(*id) {
                    held_static(nodes, field)
                } else {
                    self.given.push((base, *last, *id));
                    Set::one(Atom::Const(*id))
                };
                heap.put(base, *last, set);
            }
        }
    }

    fn blocks(&mut self, entry: Heap) {
        let blocks = self.body.blocks();
        let order = order(self.body);
        let mut rank = vec![usize::MAX; blocks.len()];
        for (place, block) in order.iter().enumerate() {
            rank[*block] = place;
        }
        // A jump back makes everything between its ends a loop.
        let mut jumps: Vec<(usize, usize)> = Vec::new();
        for from in &order {
            for to in &blocks[*from].succs {
                let to = rank[*to as usize];
                if to <= rank[*from] {
                    jumps.push((to, rank[*from]));
                }
            }
        }
        let parts = parts(jumps, order.len());
        let mut entries: Vec<Option<Heap>> = vec![None; blocks.len()];
        if let Some(first) = entries.first_mut() {
            *first = Some(entry);
        }
        let exits: Vec<usize> = order
            .iter()
            .copied()
            .filter(|block| {
                let last = blocks[*block].end.checked_sub(1);
                last.is_some_and(|last| self.body.insns()[last].is_return())
            })
            .collect();
        let edges = self.frame.ctx.edges(self.def);
        // What comes before a loop does not change by it, and what comes behind sees its end only.
        for part in parts {
            let passes = if part.is_loop { MAX_PASSES } else { 1 };
            for pass in 0..passes {
                self.changed = false;
                for block in order.get(part.first..part.end).unwrap_or_default() {
                    // Nothing comes back to a block outside loops.
                    let entry = if part.is_loop {
                        entries[*block].clone()
                    } else {
                        entries[*block].take()
                    };
                    let Some(mut heap) = entry else {
                        continue;
                    };
                    self.frame.units += heap.cells.len() as u64 / 4 + 1;
                    self.frame.loops = part.is_loop;
                    self.frame.on_all_ways = exits.len() <= MAX_EXITS
                        && exits
                            .iter()
                            .all(|exit| exit == block || self.body.is_dominated(*exit, *block));
                    let feasible = self.block(*block, &mut heap, &edges);
                    if self.frame.units > self.frame.bound {
                        self.frame.cut = Some("work of one method");
                        // What was found up to here counts, as if the method ended here.
                        self.leave(&heap);
                        return;
                    }
                    let share = heap.cells.len() as u64 / 4;
                    let mut heap = Some(heap);
                    let n = feasible.len();
                    for (at, next) in feasible.into_iter().enumerate() {
                        self.taken.insert((*block, next));
                        self.frame.units += share;
                        let changed = match (entries[next].as_mut(), heap.as_ref()) {
                            (Some(known), Some(heap)) => known.join(&mut self.frame.nodes, heap),
                            (None, _) => {
                                // The last of those that come next takes it over.
                                entries[next] = if at + 1 == n {
                                    heap.take()
                                } else {
                                    heap.clone()
                                };
                                true
                            }
                            (Some(_), None) => false,
                        };
                        self.changed |= changed && rank[next] <= rank[*block];
                    }
                }
                if !self.changed && pass > 0 {
                    break;
                }
            }
        }
    }

    /// Runs a block; gives the blocks that may come next.
    fn block(&mut self, n: usize, heap: &mut Heap, edges: &[CallEdge]) -> Vec<usize> {
        let body = self.body;
        let block = &body.blocks()[n];
        for at in block.first..block.end {
            self.frame.units += 1;
            let insn = &body.insns()[at];
            self.stopped = false;
            self.insn(n, at, insn, heap, edges);
            if self.frame.units > self.frame.bound {
                break;
            }
            if self.stopped {
                // Only what catches what the call throws comes behind it.
                let from = u32::try_from(n).unwrap_or(u32::MAX);
                self.leave(heap);
                self.pruned = true;
                return block
                    .succs
                    .iter()
                    .map(|to| *to as usize)
                    .filter(|to| body.blocks()[*to].preds.contains(&(from, true)))
                    .collect();
            }
        }
        let mut next: Vec<usize> = block.succs.iter().map(|to| *to as usize).collect();
        if !self.idle.is_empty() {
            next.retain(|to| !self.idle.contains(to));
        }
        if let Some(last) = block.end.checked_sub(1)
            && let Some(insn) = body.insns().get(last)
            && (0x32..=0x3d).contains(&insn.opcode)
            && let Some(taken) = self.branch(last, insn)
        {
            let through = |to: &usize| body.blocks()[*to].first == block.end;
            if next.len() == 2 {
                next.retain(|to| through(to) != taken);
                self.pruned = true;
            }
        }
        if let Some(last) = block.end.checked_sub(1)
            && let Some(insn) = body.insns().get(last)
            && matches!(insn.opcode, op::PACKED_SWITCH | op::SPARSE_SWITCH)
            && let Some(only) = self.cases(last, insn)
        {
            next.retain(|to| only.contains(to));
            self.pruned = true;
        }
        next
    }

    fn int(&self, set: &Set) -> Option<i64> {
        self.frame.ctx.int_at(set.constant()?)
    }

    /// What a register use reads.
    fn read(&mut self, id: ValueId) -> Set {
        match self.body.value(id) {
            Value::Merge(_) => {
                if self.leaves[id.index()].is_none() {
                    self.leaves[id.index()] = Some(self.leaves_of(id));
                }
                let mut out = Set::default();
                for leaf in self.leaves[id.index()].iter().flatten() {
                    self.frame.units += 1;
                    out.join(&self.values[leaf.index()]);
                }
                out
            }
            _ => self.values[id.index()].clone(),
        }
    }

    fn leaves_of(&self, id: ValueId) -> Vec<ValueId> {
        let mut out = Vec::new();
        let mut seen = BTreeSet::new();
        let mut stack = vec![id];
        while let Some(id) = stack.pop() {
            if !seen.insert(id) || out.len() >= MAX_LEAVES {
                continue;
            }
            match self.body.value(id) {
                Value::Merge(inputs) => stack.extend(inputs.iter().copied()),
                _ => out.push(id),
            }
        }
        out.sort_unstable();
        out
    }

    fn operand(&mut self, at: usize, n: usize) -> Set {
        let Some(id) = self.body.operands(at).get(n) else {
            return Set::default();
        };
        let set = if self.pruned && matches!(self.body.value(id), Value::Merge(_)) {
            self.reaching(at, n).unwrap_or_else(|| self.read(id))
        } else {
            self.read(id)
        };
        let set = if self.casts.is_empty() {
            set
        } else {
            self.cast(at, id, set)
        };
        // Of a value that is one thing alone the branch itself is decided.
        let is_several = set.len() > 1 || set.constant().is_some() && self.frame.reflects;
        if is_several {
            self.shown(at, id, set)
        } else {
            set
        }
    }

    /// What a register use reads along the ways that were taken; `None` when the search gets long.
    fn reaching(&mut self, at: usize, n: usize) -> Option<Set> {
        let body = self.body;
        let insns = body.insns();
        let register = insns.get(at)?.uses().nth(n)?;
        let own = body.block_of(at);
        let mut out = Set::default();
        let mut seen: BTreeSet<(usize, bool)> = BTreeSet::new();
        // A block and up to where in it the register is looked for.
        let mut stack: Vec<(usize, usize)> = vec![(own, at)];
        while let Some((block, end)) = stack.pop() {
            self.frame.units += 1;
            let first = body.blocks()[block].first;
            let def = (first..end).rev().find(|k| insns[*k].dst == Some(register));
            if let Some(def) = def {
                if let Some(id) = self.result_of.get(def).copied().flatten() {
                    out.join(&self.values[id.index()]);
                }
                continue;
            }
            if block == 0 {
                // The register is an argument, or holds nothing yet.
                if let Some(slot) = self.slot_of(register) {
                    out.join(&self.slots[usize::from(slot)]);
                }
            }
            for (pred, exceptional) in &body.blocks()[block].preds {
                let pred = *pred as usize;
                if !self.taken.contains(&(pred, block)) || !seen.insert((pred, *exceptional)) {
                    continue;
                }
                if seen.len() > MAX_LEAVES {
                    return None;
                }
                let end = body.blocks()[pred].end - usize::from(*exceptional);
                stack.push((pred, end));
            }
        }
        Some(out)
    }

    /// Argument register of this method's register, when it is one.
    fn slot_of(&self, register: u16) -> Option<u16> {
        let first = self.body.n_registers().checked_sub(self.body.n_ins())?;
        let slot = register.checked_sub(first)?;
        (usize::from(slot) < self.slots.len()).then_some(slot)
    }

    fn write(&mut self, at: usize, set: &Set) {
        if let Some(id) = self.result_of.get(at).copied().flatten() {
            self.changed |= self.values[id.index()].join(set);
        }
    }

    fn constant(&self, value: &Constant) -> Set {
        Set::one(Atom::Const(self.frame.ctx.constant(value)))
    }

    fn insn(&mut self, block: usize, at: usize, insn: &Insn, heap: &mut Heap, edges: &[CallEdge]) {
        let ctx = self.frame.ctx;
        let program = ctx.program;
        let dex = program.dex_of(self.def);
        let offset = insn.offset;
        match insn.opcode {
            _ if insn.is_invoke() => self.invoke(at, insn, heap, edges),
            _ if insn.is_move_result() => {}
            _ if insn.is_move() => {
                let set = self.operand(at, 0);
                self.write(at, &set);
            }
            op::MOVE_EXCEPTION => {
                let mut set = self.caught[block].clone();
                if set.is_empty() {
                    set = self.object(offset, 0, None);
                }
                self.write(at, &set);
            }
            op::CONST_STRING | op::CONST_STRING_JUMBO => {
                let text = insn.index.and_then(|index| program.string_at(dex, index));
                let set = match text {
                    Some(bytes) => {
                        let text = byte_reader::mutf8::decode_printable(bytes).text;
                        Set::one(Atom::Const(ctx.text(&text)))
                    }
                    None => Set::one(Atom::Top),
                };
                self.write(at, &set);
            }
            op::CONST_CLASS => {
                let set = match insn.index.and_then(|index| program.type_at(dex, index)) {
                    Some(ty) => self.constant(&Constant::Type(ty)),
                    None => Set::one(Atom::Top),
                };
                self.write(at, &set);
            }
            0x12..=0x19 => {
                let set = match insn.literal {
                    Some(value) => self.constant(&Constant::Int(value)),
                    None => Set::one(Atom::Top),
                };
                self.write(at, &set);
            }
            op::NEW_INSTANCE | op::NEW_ARRAY => {
                let ty = insn.index.and_then(|index| program.type_at(dex, index));
                let set = if insn.opcode == op::NEW_INSTANCE {
                    self.new_object(at, offset, ty, heap)
                } else {
                    self.object(offset, 0, ty)
                };
                if insn.opcode == op::NEW_ARRAY {
                    let n = self.operand(at, 0);
                    if let Some(n) = self.int(&n) {
                        self.frame.sized(heap, &set, n);
                    }
                }
                self.write(at, &set);
            }
            op::FILLED_NEW_ARRAY | op::FILLED_NEW_ARRAY_RANGE => {
                let ty = insn.index.and_then(|index| program.type_at(dex, index));
                let array = self.object(offset, 0, ty);
                for n in 0..self.body.operands(at).iter().count() {
                    let value = self.operand(at, n);
                    let value = self.frame.stepped(&value, offset, What::ElementWrite);
                    let index = i64::try_from(n).unwrap_or(i64::MAX);
                    let key = ctx.constant(&Constant::Int(index));
                    self.frame.store(heap, &array, Sel::Key(key), &value);
                }
                let n = i64::try_from(self.body.operands(at).iter().count()).unwrap_or(i64::MAX);
                self.frame.sized(heap, &array, n);
                self.write(at + 1, &array);
            }
            op::FILL_ARRAY_DATA => self.filled_here(at, insn, heap),
            op::RETURN | op::RETURN_WIDE | op::RETURN_OBJECT => {
                self.returned = true;
                let set = self.operand(at, 0);
                self.ret.join(&set);
                self.leave(heap);
            }
            op::RETURN_VOID => {
                self.returned = true;
                self.leave(heap);
            }
            op::THROW => {
                let set = self.operand(at, 0);
                let set = self.frame.stepped(&set, offset, What::Throw);
                self.throw(offset, &set);
                self.leave(heap);
            }
            0x44..=0x4a => {
                let (array, index) = (self.operand(at, 0), self.operand(at, 1));
                if let Some(value) = self.filled(&array, &index) {
                    self.write(at, &value);
                    return;
                }
                if insn.opcode == op::AGET_OBJECT
                    && let Some(value) = self.frame.held_texts(&array, self.int(&index))
                {
                    self.write(at, &value);
                    return;
                }
                let sel = self.index_sel(&index);
                let mut set = Set::default();
                match self.positions(at, &index) {
                    Some(list) => {
                        for n in list {
                            let key = Sel::Key(ctx.constant(&Constant::Int(n)));
                            let held = self.frame.load(heap, &array, key);
                            set.join(&held);
                        }
                    }
                    None => set = self.frame.load(heap, &array, sel),
                }
                if set.is_empty() && insn.opcode == op::AGET_OBJECT {
                    // An array that the framework filled holds objects as well.
                    set = self.object(offset, 0, None);
                    for node in array.refs().collect::<Vec<_>>() {
                        heap.add(&mut self.frame.nodes, node, sel, &set);
                    }
                }
                // What is looked up in a table tells what it was looked up by.
                let by = self.frame.taints(heap, &index, false);
                set.join(&by);
                self.write(at, &set);
            }
            0x4b..=0x51 => {
                let (value, array, index) = (
                    self.operand(at, 0),
                    self.operand(at, 1),
                    self.operand(at, 2),
                );
                let sel = self.index_sel(&index);
                let value = self.frame.stepped(&value, offset, What::ElementWrite);
                self.frame.store(heap, &array, sel, &value);
            }
            0x52..=0x58 => {
                let base = self.operand(at, 0);
                let Some(field) = insn.index.and_then(|index| program.field_at(dex, index)) else {
                    return;
                };
                let mut set = match ctx.held_for_good(field) {
                    Some(Held::Number(value)) => self.constant(&Constant::Int(value)),
                    Some(Held::Static(field)) => self.frame.load_static(heap, field),
                    // Numbers and truth values may be switches that stay off.
                    None if matches!(insn.opcode, 0x52 | 0x55) && ctx.stays_zero(field) => {
                        self.constant(&Constant::Int(0))
                    }
                    None if insn.opcode == op::IGET_OBJECT && ctx.stays_null(field) => {
                        self.constant(&Constant::Int(0))
                    }
                    None => self.frame.load(heap, &base, ctx.field_sel(field)),
                };
                self.add_sources(offset, &mut set);
                self.write(at, &set);
            }
            0x59..=0x5f => {
                let (value, base) = (self.operand(at, 0), self.operand(at, 1));
                let Some(field) = insn.index.and_then(|index| program.field_at(dex, index)) else {
                    return;
                };
                let value = self.frame.stepped(&value, offset, What::FieldWrite);
                self.frame.store(heap, &base, ctx.field_sel(field), &value);
            }
            0x60..=0x66 => {
                let Some(field) = insn.index.and_then(|index| program.field_at(dex, index)) else {
                    return;
                };
                let mut set = self.frame.static_constant(field);
                if let Some((field, only)) = ctx.only_object(field) {
                    set = self.only(field, only.ty);
                } else if set.is_empty() && insn.opcode == op::SGET_OBJECT && ctx.stays_null(field)
                {
                    set = self.constant(&Constant::Int(0));
                } else if set.is_empty()
                    && insn.opcode == op::SGET_OBJECT
                    && ctx.is_app_type(ctx.program.field(field).ty)
                    && let Some(Held::Static(member)) = ctx.held_for_good(field)
                {
                    set = self.frame.load_static(heap, member);
                } else if set.is_empty() {
                    set = self.frame.load_static(heap, field);
                }
                self.opened_field(at, insn, field, heap, &mut set);
                self.add_sources(offset, &mut set);
                self.write(at, &set);
            }
            0x67..=0x6d => {
                let value = self.operand(at, 0);
                let Some(field) = insn.index.and_then(|index| program.field_at(dex, index)) else {
                    return;
                };
                let base = self.frame.outside(Kind::Statics);
                let sel = Sel::Field(u32::try_from(field.index()).unwrap_or(u32::MAX));
                let value = self.frame.stepped(&value, offset, What::FieldWrite);
                self.frame.store(heap, &base, sel, &value);
            }
            op::INSTANCE_OF => {
                let object = self.operand(at, 0);
                let ty = insn.index.and_then(|index| program.type_at(dex, index));
                let known = ty.and_then(|ty| self.is_instance(&object, ty));
                if known.is_none() {
                    self.frame.ask(&object, false);
                }
                let set = match known {
                    Some(is) => self.constant(&Constant::Int(i64::from(is))),
                    None => Set::one(Atom::Top),
                };
                self.write(at, &set);
            }
            op::ARRAY_LENGTH => {
                let array = self.operand(at, 0);
                let set = match self.frame.length_of(heap, &array) {
                    Some(n) => self.constant(&Constant::Int(n)),
                    None => Set::one(Atom::Top),
                };
                self.write(at, &set);
            }
            0x2d..=0x31 => {
                let (a, b) = (self.operand(at, 0), self.operand(at, 1));
                // Only whole numbers are computed with.
                let known = (insn.opcode == 0x31)
                    .then(|| Some((self.int(&a)?, self.int(&b)?)))
                    .flatten();
                let set = match known {
                    Some((a, b)) => {
                        self.constant(&Constant::Int(i64::from(a > b) - i64::from(a < b)))
                    }
                    None => Set::one(Atom::Top),
                };
                self.write(at, &set);
            }
            0x7b..=0xe2 => self.arithmetic(at, insn, heap),
            _ => {}
        }
    }

    fn add_sources(&mut self, offset: u32, set: &mut Set) {
        let here: Vec<u32> = self
            .frame
            .ctx
            .sources
            .at(self.def, offset)
            .iter()
            .filter(|(_, yields)| *yields == Yields::Here)
            .map(|(id, _)| *id)
            .collect();
        for id in here {
            let prov = self.frame.prov(Prov::Read { offset });
            set.add(Elem {
                atom: Atom::Source(id),
                marks: 0,
                prov,
            });
        }
    }

    fn object(&mut self, offset: u32, n: u32, ty: Option<program_model::TypeId>) -> Set {
        let single = !self.frame.loops;
        match self.frame.nodes.made(offset, n, ty, single) {
            Some(node) => Set::one(Atom::Ref(node)),
            None => Set::one(Atom::Top),
        }
    }

    fn index_sel(&self, index: &Set) -> Sel {
        match index.constant() {
            Some(id) if self.frame.ctx.int_at(id).is_some() => Sel::Key(id),
            Some(_) => Sel::Any,
            // A position that a caller knows.
            None => match self.frame.key_sel(index) {
                Sel::Sym(node) if index.len() == 1 && self.is_given(node) => Sel::Sym(node),
                _ => Sel::Any,
            },
        }
    }

    /// The unknown is what an argument register held.
    fn is_given(&self, node: NodeId) -> bool {
        let nodes = &self.frame.nodes;
        nodes
            .get(node)
            .is_some_and(|node| matches!(node.kind, Kind::Param(_)))
    }

    fn leave(&mut self, heap: &Heap) {
        match self.exit.as_mut() {
            Some(exit) => {
                exit.join(&mut self.frame.nodes, heap);
            }
            None => self.exit = Some(heap.clone()),
        }
    }

    fn invoke(&mut self, at: usize, insn: &Insn, heap: &mut Heap, edges: &[CallEdge]) {
        let program = self.frame.ctx.program;
        let dex = program.dex_of(self.def);
        let n = self.body.operands(at).iter().count();
        let args: Vec<Set> = (0..n).map(|k| self.operand(at, k)).collect();
        let from = edges.partition_point(|edge| edge.offset < insn.offset);
        let upto = edges.partition_point(|edge| edge.offset <= insn.offset);
        let here = edges.get(from..upto).unwrap_or_default();
        let method = if matches!(insn.opcode, 0xfc | 0xfd) {
            None
        } else {
            insn.index.and_then(|index| program.method_at(dex, index))
        };
        let length = self.asked_length(at, &args);
        let is_idle = method.is_some_and(|method| self.is_never_completed(at, method, edges));
        let outcome = match method {
            Some(method) => self.frame.invoke(
                heap,
                &Site {
                    def: self.def,
                    offset: insn.offset,
                    opcode: insn.opcode,
                    method,
                    args: &args,
                    edges: here,
                    length,
                    is_idle,
                    row_base: 0,
                },
            ),
            None => Outcome::default(),
        };
        if let Some(id) = outcome.becomes {
            self.becomes(at, id);
        }
        self.frame.run_pending(heap);
        self.stopped = outcome.never_returns;
        self.throw(insn.offset, &outcome.thrown);
        if self
            .body
            .insns()
            .get(at + 1)
            .is_some_and(Insn::is_move_result)
        {
            self.write(at + 1, &outcome.ret);
        }
    }
}
