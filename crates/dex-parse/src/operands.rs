//! Full operands of one instruction; it follows no branch and looks up no index.
//!
//! Formats: <https://source.android.com/docs/core/runtime/instruction-formats>.

use std::marker::PhantomData;

use crate::RawInstruction;
use crate::opcode::{self, Format, OpcodeInfo, op};

/// The registers an instruction names, without allocation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Registers {
    /// Up to five registers in operand order; only the first `len` count.
    List {
        /// How many are used.
        len: u8,
        /// The registers, zero beyond `len`.
        registers: [u16; 5],
    },
    /// Consecutive registers.
    Range {
        /// The first register.
        start: u16,
        /// How many.
        count: u16,
    },
}

impl Registers {
    const NONE: Self = Self::List {
        len: 0,
        registers: [0; 5],
    };

    fn one(a: u16) -> Self {
        Self::list(1, [a, 0, 0, 0, 0])
    }

    fn two(a: u16, b: u16) -> Self {
        Self::list(2, [a, b, 0, 0, 0])
    }

    fn list(len: u8, registers: [u16; 5]) -> Self {
        Self::List { len, registers }
    }

    /// Number of registers.
    #[inline]
    pub fn len(&self) -> usize {
        match *self {
            Self::List { len, .. } => usize::from(len),
            Self::Range { count, .. } => usize::from(count),
        }
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Register `i` in operand order.
    #[inline]
    pub fn get(&self, i: usize) -> Option<u16> {
        if i >= self.len() {
            return None;
        }
        match self {
            Self::List { registers, .. } => registers.get(i).copied(),
            Self::Range { start, .. } => u16::try_from(i).ok()?.checked_add(*start),
        }
    }

    /// The registers in operand order. A range that passes the last register number is cut there.
    pub fn iter(&self) -> impl Iterator<Item = u16> + use<> {
        let this = *self;
        (0..self.len()).map_while(move |i| this.get(i))
    }
}

/// One instruction with its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instruction<'a> {
    /// Address in 16-bit units from the method's start.
    pub offset: u32,
    /// The opcode value.
    pub opcode: u8,
    /// Registers in the order the specification prints them; the one written comes first.
    pub registers: Registers,
    /// The literal, already shifted for `const/high16`, sign-extended.
    pub literal: Option<i64>,
    /// The branch or payload offset in units, relative to this instruction.
    pub branch: Option<i32>,
    /// The index operand; what it names is [`OpcodeInfo::index_kind`].
    pub index: Option<u32>,
    /// The prototype of `invoke-polymorphic`.
    pub proto: Option<u32>,
    /// Whether this is a payload, which has no operands; see [`RawInstruction::payload`].
    pub is_payload: bool,
    lifetime: PhantomData<&'a ()>,
}

fn sign(unit: u16) -> i64 {
    i64::from(unit.cast_signed())
}

/// Sign-extends the low four bits.
fn sign4(nibble: u16) -> i64 {
    i64::from(((nibble << 12).cast_signed()) >> 12)
}

fn sign8(byte: u16) -> i64 {
    i64::from(((byte << 8).cast_signed()) >> 8)
}

impl<'a> Instruction<'a> {
    /// Decodes every operand of `raw`, which holds a whole instruction.
    pub fn decode(raw: &RawInstruction<'a>) -> Self {
        let first = raw.unit(0);
        let info = raw.info();
        let is_payload = raw.is_payload();
        let mut this = Self {
            offset: raw.offset,
            opcode: raw.opcode(),
            registers: Registers::NONE,
            literal: None,
            branch: None,
            index: None,
            proto: None,
            is_payload,
            lifetime: PhantomData,
        };
        if is_payload {
            return this;
        }
        // Named as in the specification: A is the low nibble of the high byte, B the high one.
        let (a, b, aa) = ((first >> 8) & 0xf, first >> 12, first >> 8);
        let (u1, u2) = (raw.unit(1), raw.unit(2));
        match info.format {
            Format::F10x => {}
            Format::F12x => this.registers = Registers::two(a, b),
            Format::F11n => {
                this.registers = Registers::one(a);
                this.literal = Some(sign4(b));
            }
            Format::F11x => this.registers = Registers::one(aa),
            Format::F10t => this.branch = i32::try_from(sign8(aa)).ok(),
            Format::F20t => this.branch = i32::try_from(sign(u1)).ok(),
            Format::F22x => this.registers = Registers::two(aa, u1),
            Format::F21t => {
                this.registers = Registers::one(aa);
                this.branch = i32::try_from(sign(u1)).ok();
            }
            Format::F21s => {
                this.registers = Registers::one(aa);
                this.literal = Some(sign(u1));
            }
            Format::F21h => {
                this.registers = Registers::one(aa);
                let shift = if raw.opcode() == op::CONST_WIDE_HIGH16 {
                    48
                } else {
                    16
                };
                this.literal = Some(sign(u1) << shift);
            }
            Format::F21c => {
                this.registers = Registers::one(aa);
                this.index = Some(u32::from(u1));
            }
            Format::F23x => {
                this.registers = Registers::list(3, [aa, u1 & 0xff, u1 >> 8, 0, 0]);
            }
            Format::F22b => {
                this.registers = Registers::two(aa, u1 & 0xff);
                this.literal = Some(sign8(u1 >> 8));
            }
            Format::F22t => {
                this.registers = Registers::two(a, b);
                this.branch = i32::try_from(sign(u1)).ok();
            }
            Format::F22s => {
                this.registers = Registers::two(a, b);
                this.literal = Some(sign(u1));
            }
            Format::F22c => {
                this.registers = Registers::two(a, b);
                this.index = Some(u32::from(u1));
            }
            Format::F30t => this.branch = Some(raw.wide_unit(1).cast_signed()),
            Format::F32x => this.registers = Registers::two(u1, u2),
            Format::F31i => {
                this.registers = Registers::one(aa);
                this.literal = Some(i64::from(raw.wide_unit(1).cast_signed()));
            }
            Format::F31t => {
                this.registers = Registers::one(aa);
                this.branch = Some(raw.wide_unit(1).cast_signed());
            }
            Format::F31c => {
                this.registers = Registers::one(aa);
                this.index = Some(raw.wide_unit(1));
            }
            Format::F35c | Format::F45cc => {
                // A is the count here and the low nibble is G, the fifth register.
                let len = u8::try_from(b.min(5)).unwrap_or(0);
                let mut registers = [u2 & 0xf, (u2 >> 4) & 0xf, (u2 >> 8) & 0xf, u2 >> 12, a];
                for unused in registers.iter_mut().skip(usize::from(len)) {
                    *unused = 0;
                }
                this.registers = Registers::list(len, registers);
                this.index = Some(u32::from(u1));
            }
            Format::F3rc | Format::F4rcc => {
                this.registers = Registers::Range {
                    start: u2,
                    count: aa,
                };
                this.index = Some(u32::from(u1));
            }
            Format::F51l => {
                this.registers = Registers::one(aa);
                let value = u64::from(raw.wide_unit(1)) | (u64::from(raw.wide_unit(3)) << 32);
                this.literal = Some(value.cast_signed());
            }
        }
        this.proto = raw.proto_index();
        this
    }

    /// The row of the opcode.
    pub fn info(&self) -> &'static OpcodeInfo {
        opcode::info(self.opcode)
    }

    /// The address the branch operand leads to; `None` without one or outside 0 to 2^32.
    pub fn branch_target(&self) -> Option<u32> {
        self.offset.checked_add_signed(self.branch?)
    }
}
