//! Values: what each register use reads. Merges are made only where a use needs them, so that a register's unrelated
//! lives stay apart.

use rustc_hash::FxHashMap;

use super::Insn;
use super::flow::Flow;

/// Values of one method beyond this: the body is given up.
const MAX_VALUES: usize = 2_000_000;

/// A value of one body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId(u32);

impl ValueId {
    /// The id as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known to define it.
    Undefined,
    /// Argument register `n`, `this` being 0 in instance methods; a long or double takes two.
    Param(u16),
    /// Result of an instruction.
    Insn(u32),
    /// One of several values at a join.
    Merge(Vec<ValueId>),
}

#[derive(Debug)]
pub(super) struct Values {
    list: Vec<Value>,
    starts: Vec<u32>,
    operands: Vec<ValueId>,
}

/// Marks a register or instruction without a value yet.
const NONE: u32 = u32::MAX;

/// Cells of a table by block and register up to which all of them are there; bigger ones hold only what was put in.
const MAX_DENSE: usize = 1 << 14;

/// A table by block and register.
#[derive(Default)]
struct Grid<T> {
    n_registers: usize,
    dense: Vec<T>,
    sparse: FxHashMap<(u32, u16), T>,
    empty: T,
}

impl<T: Copy> Grid<T> {
    /// Makes it as large as a method needs, with every cell empty.
    fn reset(&mut self, n_blocks: usize, n_registers: u16, empty: T) {
        self.n_registers = usize::from(n_registers);
        let cells = n_blocks.saturating_mul(self.n_registers);
        self.dense.clear();
        self.dense
            .resize(if cells > MAX_DENSE { 0 } else { cells }, empty);
        self.sparse = FxHashMap::default();
        self.empty = empty;
    }

    fn cell(&self, block: u32, register: u16) -> usize {
        (block as usize)
            .saturating_mul(self.n_registers)
            .saturating_add(usize::from(register))
    }

    fn get(&self, block: u32, register: u16) -> T {
        if self.dense.is_empty() {
            return *self.sparse.get(&(block, register)).unwrap_or(&self.empty);
        }
        if usize::from(register) >= self.n_registers {
            return self.empty;
        }
        *self
            .dense
            .get(self.cell(block, register))
            .unwrap_or(&self.empty)
    }

    fn set(&mut self, block: u32, register: u16, value: T) {
        if self.dense.is_empty() {
            self.sparse.insert((block, register), value);
            return;
        }
        if usize::from(register) >= self.n_registers {
            return;
        }
        let cell = self.cell(block, register);
        if let Some(place) = self.dense.get_mut(cell) {
            *place = value;
        }
    }
}

/// Tables needed for a moment.
#[derive(Default)]
pub(super) struct Scratch {
    values: Vec<Value>,
    /// By argument register.
    params: Vec<u32>,
    /// By instruction.
    of_insn: Vec<u32>,
    /// Last definition of a register in a block, and the last one not made by the block's last instruction.
    last: Grid<(u32, u32)>,
    at_entry: Grid<u32>,
    pending: Vec<(ValueId, u32, u16)>,
    /// By register: the last definition in a block and the number of that block.
    local: Vec<(u32, u32)>,
    operands: Vec<ValueId>,
    inputs: Vec<ValueId>,
    path: Vec<u32>,
}

impl Scratch {
    fn reset(&mut self, n_insns: usize, n_blocks: usize, n_registers: u16, n_ins: u16) {
        fn fill<T: Copy>(list: &mut Vec<T>, len: usize, with: T) {
            list.clear();
            list.resize(len, with);
        }
        self.values.clear();
        self.values.push(Value::Undefined);
        fill(&mut self.params, usize::from(n_ins), NONE);
        fill(&mut self.of_insn, n_insns, NONE);
        self.last.reset(n_blocks, n_registers, (NONE, NONE));
        self.at_entry.reset(n_blocks, n_registers, NONE);
        self.pending.clear();
        fill(&mut self.local, usize::from(n_registers), (NONE, 0));
        self.operands.clear();
    }
}

struct Builder<'b> {
    insns: &'b [Insn],
    flow: &'b Flow,
    first_in: u16,
    on: &'b mut Scratch,
}

impl Values {
    /// `sizes` are the numbers of registers and of argument registers.
    pub(super) fn build(
        insns: &[Insn],
        flow: &Flow,
        sizes: (u16, u16),
        scratch: &mut Scratch,
    ) -> Option<Self> {
        let (n_registers, n_ins) = sizes;
        scratch.reset(insns.len(), flow.blocks.len(), n_registers, n_ins);
        let mut b = Builder {
            insns,
            flow,
            first_in: n_registers.saturating_sub(n_ins),
            on: scratch,
        };
        // Definitions are asked for from other blocks only.
        let joined = if flow.blocks.len() > 1 {
            flow.blocks.as_slice()
        } else {
            flow.blocks
                .first()
                .filter(|block| !block.preds.is_empty())
                .map(std::slice::from_ref)
                .unwrap_or_default()
        };
        for (id, block) in (0u32..).zip(joined) {
            for n in block.first..block.end {
                let Some(dst) = insns.get(n).and_then(|insn| insn.dst) else {
                    continue;
                };
                let number = u32::try_from(n).ok()?;
                let before = if n + 1 == block.end {
                    b.on.last.get(id, dst).0
                } else {
                    number
                };
                b.on.last.set(id, dst, (number, before));
            }
        }
        let mut starts = Vec::with_capacity(insns.len() + 1);
        for (id, block) in (0u32..).zip(&flow.blocks) {
            for n in block.first..block.end {
                starts.push(u32::try_from(b.on.operands.len()).ok()?);
                let Some(insn) = insns.get(n) else { continue };
                for register in insn.uses() {
                    let value = match b.on.local.get(usize::from(register)).copied() {
                        Some((block, def)) if block == id => b.insn_value(def),
                        _ => b.value_at_entry(id, register),
                    };
                    b.on.operands.push(value);
                }
                if let Some(dst) = insn.dst
                    && let Some(place) = b.on.local.get_mut(usize::from(dst))
                {
                    *place = (id, u32::try_from(n).ok()?);
                }
                if b.on.operands.len() > MAX_VALUES {
                    return None;
                }
            }
        }
        starts.push(u32::try_from(b.on.operands.len()).ok()?);
        while let Some((merge, block, register)) = b.on.pending.pop() {
            if b.on.values.len() > MAX_VALUES {
                return None;
            }
            let mut inputs = std::mem::take(&mut b.on.inputs);
            inputs.clear();
            let preds = flow
                .blocks
                .get(block as usize)
                .map(|block| block.preds.as_slice())
                .unwrap_or_default();
            for (pred, exceptional) in preds {
                inputs.push(b.value_at_end(*pred, register, *exceptional));
            }
            if block == 0 {
                inputs.push(b.incoming(register));
            }
            inputs.sort_unstable();
            inputs.dedup();
            inputs.retain(|input| *input != merge);
            if let Some(place) = b.on.values.get_mut(merge.index()) {
                *place = Value::Merge(inputs.clone());
            }
            b.on.inputs = inputs;
        }
        let mut list = Vec::with_capacity(b.on.values.len());
        list.append(&mut b.on.values);
        Some(Self {
            list,
            starts,
            operands: b.on.operands.clone(),
        })
    }

    pub(super) fn operands(&self, insn: usize) -> &[ValueId] {
        let start = self.starts.get(insn).copied().unwrap_or(0) as usize;
        let end = self.starts.get(insn + 1).copied().unwrap_or(0) as usize;
        self.operands.get(start..end).unwrap_or(&[])
    }

    pub(super) fn get(&self, id: ValueId) -> &Value {
        self.list.get(id.index()).unwrap_or(&Value::Undefined)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Value> {
        self.list.iter()
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }
}

impl Builder<'_> {
    fn add(&mut self, value: Value) -> ValueId {
        let id = ValueId(u32::try_from(self.on.values.len()).unwrap_or(0));
        self.on.values.push(value);
        id
    }

    fn insn_value(&mut self, mut insn: u32) -> ValueId {
        // A chain of moves is looked through only inside `Value`, so that every definition keeps its place.
        if self.insns.get(insn as usize).is_none() {
            insn = 0;
        }
        let known = self.on.of_insn.get(insn as usize).copied().unwrap_or(NONE);
        if known != NONE {
            return ValueId(known);
        }
        let id = self.add(Value::Insn(insn));
        if let Some(place) = self.on.of_insn.get_mut(insn as usize) {
            *place = id.0;
        }
        id
    }

    /// Value of a register when the method is called.
    fn incoming(&mut self, register: u16) -> ValueId {
        let Some(slot) = register.checked_sub(self.first_in) else {
            return ValueId(0);
        };
        let known = self
            .on
            .params
            .get(usize::from(slot))
            .copied()
            .unwrap_or(NONE);
        if known != NONE {
            return ValueId(known);
        }
        let id = self.add(Value::Param(slot));
        if let Some(place) = self.on.params.get_mut(usize::from(slot)) {
            *place = id.0;
        }
        id
    }

    fn defined_in(&self, block: u32, register: u16, exceptional: bool) -> Option<u32> {
        let (last, before_last) = self.on.last.get(block, register);
        let wanted = if exceptional { before_last } else { last };
        (wanted != NONE).then_some(wanted)
    }

    fn value_at_end(&mut self, block: u32, register: u16, exceptional: bool) -> ValueId {
        match self.defined_in(block, register, exceptional) {
            Some(def) => self.insn_value(def),
            None => self.value_at_entry(block, register),
        }
    }

    fn value_at_entry(&mut self, block: u32, register: u16) -> ValueId {
        // Code may name a register that the method does not have.
        if usize::from(register) >= self.on.last.n_registers {
            return ValueId(0);
        }
        let known = self.on.at_entry.get(block, register);
        if known != NONE {
            return ValueId(known);
        }
        let mut path = std::mem::take(&mut self.on.path);
        path.clear();
        let mut here = block;
        let value = loop {
            let known = self.on.at_entry.get(here, register);
            if known != NONE {
                break ValueId(known);
            }
            let flow = self.flow;
            let preds = flow
                .blocks
                .get(here as usize)
                .map(|block| block.preds.as_slice())
                .unwrap_or_default();
            match preds {
                [] => {
                    break if here == 0 {
                        self.incoming(register)
                    } else {
                        ValueId(0)
                    };
                }
                [(pred, exceptional)] if here != 0 => {
                    path.push(here);
                    // A loop of blocks that nothing enters has single predecessors all around.
                    if path.len() > flow.blocks.len() {
                        break ValueId(0);
                    }
                    match self.defined_in(*pred, register, *exceptional) {
                        Some(def) => break self.insn_value(def),
                        None => here = *pred,
                    }
                }
                _ => {
                    let merge = self.add(Value::Merge(Vec::new()));
                    self.on.at_entry.set(here, register, merge.0);
                    self.on.pending.push((merge, here, register));
                    break merge;
                }
            }
        };
        for block in &path {
            self.on.at_entry.set(*block, register, value.0);
        }
        self.on.path = path;
        value
    }
}
