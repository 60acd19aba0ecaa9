//! One method's body: instructions, control flow, values and dominators.
//!
//! Values are the method's definitions and their merges: every register use names the one value that reaches it, and
//! a value is a parameter, an instruction's result, or a merge of values at a join. All is built by loops, never by
//! recursion, and only when asked for.

mod dominators;
mod flow;
mod values;

use std::cell::RefCell;
use std::sync::OnceLock;

use dex_parse::opcode::{self, Flags};
use dex_parse::{CodeItem, Instruction, Registers};

pub use flow::Block;
pub use values::{Value, ValueId};

use crate::ids::DefId;
use crate::program::Program;

/// Methods with more instructions than this have no body: the largest methods of real apps stay below it.
pub(crate) const MAX_INSNS: usize = 200_000;

/// Instructions whose scratch tables are kept for the next method.
const MAX_SCRATCH: usize = 20_000;

/// Tables that building a body needs for a moment, kept from method to method.
#[derive(Default)]
struct Scratch {
    insns: Vec<Insn>,
    /// Instructions that name an address, in order, and how far from them it is.
    branches: Vec<(usize, i32)>,
    flow: flow::Scratch,
    values: values::Scratch,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// One instruction with its operands.
#[derive(Debug, Clone, Copy)]
pub struct Insn {
    /// Code-unit offset.
    pub offset: u32,
    /// Opcode value.
    pub opcode: u8,
    /// Register written, when one is.
    pub dst: Option<u16>,
    /// Literal operand.
    pub literal: Option<i64>,
    /// Index operand, into the tables of the DEX file that holds the method.
    pub index: Option<u32>,
    pub(crate) flags: Flags,
    pub(crate) uses: Registers,
    pub(crate) skip: u8,
}

impl Insn {
    fn new(raw: &Instruction<'_>) -> Self {
        let flags = opcode::info(raw.opcode).flags;
        let sets = flags.sets_register() && !raw.is_payload;
        // The two-address forms (0xb0..=0xcf) read the register they write.
        let reads_dst = (0xb0..=0xcf).contains(&raw.opcode);
        Self {
            offset: raw.offset,
            opcode: raw.opcode,
            dst: sets.then(|| raw.registers.get(0)).flatten(),
            literal: raw.literal,
            index: raw.index,
            flags: if raw.is_payload { Flags::EMPTY } else { flags },
            uses: raw.registers,
            skip: u8::from(sets && !reads_dst),
        }
    }

    /// Registers read, in operand order; the receiver of an instance call comes first.
    pub fn uses(&self) -> impl Iterator<Item = u16> + use<> {
        let (uses, skip) = (self.uses, usize::from(self.skip));
        (skip..uses.len()).map_while(move |n| uses.get(n))
    }

    /// True for a call.
    pub fn is_invoke(&self) -> bool {
        self.flags.is_invoke()
    }

    /// True for `move` from register to register.
    pub fn is_move(&self) -> bool {
        self.flags.has(Flags::MOVE)
    }

    /// True for `move-result*`.
    pub fn is_move_result(&self) -> bool {
        self.flags.has(Flags::MOVE_RESULT)
    }

    /// True for a return of a value or of nothing.
    pub fn is_return(&self) -> bool {
        self.flags.is_return()
    }
}

/// The values that an instruction reads.
#[derive(Debug, Clone, Copy)]
pub struct Operands<'b>(&'b [ValueId]);

impl<'b> Operands<'b> {
    /// Operand `n`, the receiver counting for instance calls. Long and double arguments take two operands, as in the
    /// bytecode.
    pub fn get(self, n: usize) -> Option<ValueId> {
        self.0.get(n).copied()
    }

    /// All operands.
    pub fn iter(self) -> impl ExactSizeIterator<Item = ValueId> + 'b {
        self.0.iter().copied()
    }
}

/// A method's body.
#[derive(Debug)]
pub struct Body {
    insns: Vec<Insn>,
    flow: flow::Flow,
    values: values::Values,
    idom: OnceLock<Vec<Option<u32>>>,
    n_registers: u16,
    n_ins: u16,
}

impl Body {
    pub(crate) fn build(program: &Program<'_>, def: DefId) -> Option<Self> {
        let code = program.code(def)?;
        SCRATCH.with_borrow_mut(|scratch| {
            let built = Self::build_with(&code, scratch);
            // One giant method must not hold memory for good.
            if scratch.insns.capacity() > MAX_SCRATCH {
                *scratch = Scratch::default();
            }
            built
        })
    }

    fn build_with(code: &CodeItem<'_>, scratch: &mut Scratch) -> Option<Self> {
        let Scratch {
            insns,
            branches,
            flow: flow_scratch,
            values: values_scratch,
        } = scratch;
        insns.clear();
        branches.clear();
        for raw in code.raw_instructions() {
            let Ok(raw) = raw else { break };
            if insns.len() >= MAX_INSNS {
                return None;
            }
            let raw = raw.decode();
            if let Some(branch) = raw.branch {
                branches.push((insns.len(), branch));
            }
            insns.push(Insn::new(&raw));
        }
        let flow = flow::Flow::build(insns, branches, code, flow_scratch);
        let sizes = (code.registers_size, code.ins_size);
        let values = values::Values::build(insns, &flow, sizes, values_scratch)?;
        Some(Self {
            // Bodies are kept, so they take no more than they need.
            insns: insns.clone(),
            flow,
            values,
            idom: OnceLock::new(),
            n_registers: code.registers_size,
            n_ins: code.ins_size,
        })
    }

    /// Instructions in address order.
    pub fn insns(&self) -> &[Insn] {
        &self.insns
    }

    /// Number of the instruction at an offset.
    pub fn insn_at(&self, offset: u32) -> Option<usize> {
        self.insns
            .binary_search_by_key(&offset, |insn| insn.offset)
            .ok()
    }

    /// Basic blocks; the first is the entry.
    pub fn blocks(&self) -> &[Block] {
        &self.flow.blocks
    }

    /// Block of an instruction.
    pub fn block_of(&self, insn: usize) -> usize {
        self.flow.block_of(insn)
    }

    /// Values that an instruction reads.
    pub fn operands(&self, insn: usize) -> Operands<'_> {
        Operands(self.values.operands(insn))
    }

    /// What a value is.
    pub fn value(&self, id: ValueId) -> &Value {
        self.values.get(id)
    }

    /// Every value, in the order of [`ValueId::index`].
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.values.all()
    }

    /// Number of values.
    pub fn n_values(&self) -> usize {
        self.values.len()
    }

    /// Number of registers.
    pub fn n_registers(&self) -> u16 {
        self.n_registers
    }

    /// Number of argument registers, `this` included.
    pub fn n_ins(&self) -> u16 {
        self.n_ins
    }

    /// Immediate dominator of each block; `None` for the entry and unreachable blocks.
    pub fn immediate_dominators(&self) -> &[Option<u32>] {
        self.idom
            .get_or_init(|| dominators::immediate(&self.flow.blocks))
    }

    /// True when every path to `block` passes `by`.
    pub fn is_dominated(&self, block: usize, by: usize) -> bool {
        let idom = self.immediate_dominators();
        let mut here = block;
        // A chain of immediate dominators is never longer than the number of blocks.
        for _ in 0..=idom.len() {
            if here == by {
                return true;
            }
            match idom.get(here).copied().flatten() {
                Some(above) => here = above as usize,
                None => return false,
            }
        }
        false
    }
}
