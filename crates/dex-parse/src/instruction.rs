//! Fast, shallow reading of instructions: boundaries, opcode, index; operands are in `operands.rs`.

use crate::opcode::{self, Format, IndexKind, OpcodeInfo, op};
use crate::payload::payload_units;
use crate::{DexError, Instruction, Item, Payload};

/// One instruction or payload, as its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawInstruction<'a> {
    /// Address in 16-bit units from the method's start.
    pub offset: u32,
    bytes: &'a [u8],
}

impl<'a> RawInstruction<'a> {
    /// Reads the instruction at the front of `rest`; `base` is the byte offset of the method's code.
    #[inline]
    pub(crate) fn read(rest: &'a [u8], offset: u32, base: u32) -> Result<Self, DexError> {
        let Some(&[opcode, high]) = rest.first_chunk::<2>() else {
            return Err(fault(DexError::truncated, offset, base));
        };
        let units = if opcode == 0 && high != 0 {
            payload_units(rest)
        } else {
            usize::from(opcode::units(opcode))
        };
        match units.checked_mul(2).and_then(|len| rest.get(..len)) {
            Some(bytes) => Ok(Self { offset, bytes }),
            None => Err(fault(DexError::truncated, offset, base)),
        }
    }

    /// The opcode value; zero for payloads.
    #[inline]
    pub fn opcode(&self) -> u8 {
        self.bytes.first().copied().unwrap_or(0)
    }

    /// The row of the opcode; that of `nop` for payloads.
    #[inline]
    pub fn info(&self) -> &'static OpcodeInfo {
        opcode::info(self.opcode())
    }

    /// Length in 16-bit units.
    #[inline]
    pub fn n_units(&self) -> u32 {
        crate::error::clamp(self.bytes.len() / 2)
    }

    /// The 16-bit unit `i`, zero when out of range.
    #[inline]
    pub fn unit(&self, i: usize) -> u16 {
        self.bytes
            .as_chunks::<2>()
            .0
            .get(i)
            .map_or(0, |&unit| u16::from_le_bytes(unit))
    }

    /// Two units from `i` on, low half first.
    #[inline]
    pub(crate) fn wide_unit(&self, i: usize) -> u32 {
        u32::from(self.unit(i)) | (u32::from(self.unit(i.saturating_add(1))) << 16)
    }

    /// The bytes of the instruction or payload.
    #[inline]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Whether this is a switch or array payload rather than an instruction.
    #[inline]
    pub fn is_payload(&self) -> bool {
        // A `nop` with any other high byte is an ordinary `nop` to the runtime.
        matches!(self.bytes, &[0, 1..=3, ..])
    }

    /// The payload, where this is one.
    pub fn payload(&self) -> Option<Payload<'a>> {
        Payload::read(self.bytes)
    }

    /// The index operand: string, type, field, method and so on by
    /// [`OpcodeInfo::index_kind`]; `u32::MAX`, which is no row of any table, where there is none.
    #[inline]
    pub fn index(&self) -> u32 {
        let info = self.info();
        if info.index_kind == IndexKind::None {
            u32::MAX
        } else if info.format == Format::F31c {
            self.wide_unit(1)
        } else {
            u32::from(self.unit(1))
        }
    }

    /// The prototype index of `invoke-polymorphic`, the one instruction with two indexes.
    pub fn proto_index(&self) -> Option<u32> {
        matches!(
            self.opcode(),
            op::INVOKE_POLYMORPHIC | op::INVOKE_POLYMORPHIC_RANGE
        )
        .then(|| u32::from(self.unit(3)))
    }

    /// All operands; the same as [`Instruction::decode`].
    pub fn decode(&self) -> Instruction<'a> {
        Instruction::decode(self)
    }
}

#[cold]
fn fault(make: fn(Item, usize) -> DexError, offset: u32, base: u32) -> DexError {
    make(
        Item::Instruction,
        (base as usize).saturating_add((offset as usize).saturating_mul(2)),
    )
}

/// Iterates over the instructions of a method in address order.
///
/// An opcode value that no instruction has is an `Err` of one unit, as the runtime sizes it; an
/// instruction that is cut off is an `Err` and the end.
#[derive(Debug, Clone)]
pub struct RawInstructions<'a> {
    rest: &'a [u8],
    offset: u32,
    base: u32,
}

impl<'a> RawInstructions<'a> {
    #[inline]
    pub(crate) fn new(insns: &'a [u8], base: u32) -> Self {
        Self {
            rest: insns,
            offset: 0,
            base,
        }
    }

    #[cold]
    fn cut(&mut self, error: DexError) -> DexError {
        self.rest = &[];
        error
    }
}

impl<'a> Iterator for RawInstructions<'a> {
    type Item = Result<RawInstruction<'a>, DexError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let raw = match RawInstruction::read(self.rest, self.offset, self.base) {
            Ok(raw) => raw,
            Err(error) => return Some(Err(self.cut(error))),
        };
        self.rest = self.rest.get(raw.bytes.len()..).unwrap_or_default();
        self.offset = self.offset.saturating_add(raw.n_units());
        if raw.info().is_unused() {
            return Some(Err(fault(DexError::invalid, raw.offset, self.base)));
        }
        Some(Ok(raw))
    }
}
