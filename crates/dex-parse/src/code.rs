//! The code of one method: register counts, instructions, try blocks; decoding is in other modules.
//!
//! Layout: <https://source.android.com/docs/core/runtime/dex-format#code-item>.

use crate::error::clamp;
use crate::try_item::Tries;
use crate::{DexError, DexFile, Instruction, Item, Payload, RawInstruction, RawInstructions};

/// The code of one method, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CodeItem<'a> {
    /// Registers the method uses, its parameters in the last ones.
    pub registers_size: u16,
    /// Registers its parameters take.
    pub ins_size: u16,
    /// Registers the methods it calls need for their arguments.
    pub outs_size: u16,
    /// Number of try blocks.
    pub tries_size: u16,
    /// Offset of the debug info; zero or `0xFFFFFFFF` for none.
    pub debug_info_off: u32,
    /// Offset of the first instruction, in bytes of the input.
    pub insns_off: u32,
    /// The instructions, two bytes per unit.
    pub insns: &'a [u8],
    data: &'a [u8],
}

impl<'a> DexFile<'a> {
    /// The code at `code_off`, or `None` for offset zero (abstract and native methods).
    #[inline]
    pub fn code(&self, code_off: u32) -> Result<Option<CodeItem<'a>>, DexError> {
        if code_off == 0 {
            return Ok(None);
        }
        CodeItem::read(self.data, code_off).map(Some)
    }
}

impl<'a> CodeItem<'a> {
    #[inline]
    fn read(data: &'a [u8], code_off: u32) -> Result<Self, DexError> {
        let cut = || DexError::truncated(Item::CodeItem, code_off as usize);
        let rest = data.get(code_off as usize..).ok_or_else(cut)?;
        let (
            &[
                r0,
                r1,
                i0,
                i1,
                o0,
                o1,
                t0,
                t1,
                d0,
                d1,
                d2,
                d3,
                n0,
                n1,
                n2,
                n3,
            ],
            rest,
        ) = rest.split_first_chunk().ok_or_else(cut)?;
        let bytes = u64::from(u32::from_le_bytes([n0, n1, n2, n3])) * 2;
        let insns = usize::try_from(bytes)
            .ok()
            .and_then(|bytes| rest.get(..bytes))
            .ok_or_else(cut)?;
        Ok(Self {
            registers_size: u16::from_le_bytes([r0, r1]),
            ins_size: u16::from_le_bytes([i0, i1]),
            outs_size: u16::from_le_bytes([o0, o1]),
            tries_size: u16::from_le_bytes([t0, t1]),
            debug_info_off: u32::from_le_bytes([d0, d1, d2, d3]),
            // The header of the item is 16 bytes and the instructions lie in the input.
            insns_off: code_off.saturating_add(16),
            insns,
            data,
        })
    }

    /// Length of the instructions in 16-bit units.
    #[inline]
    pub fn insns_units(&self) -> u32 {
        clamp(self.insns.len() / 2)
    }

    /// The instructions in address order, payloads included.
    #[inline]
    pub fn raw_instructions(&self) -> RawInstructions<'a> {
        RawInstructions::new(self.insns, self.insns_off)
    }

    /// The instruction or payload at `address`, in units from the method's start.
    pub fn instruction_at(&self, address: u32) -> Result<RawInstruction<'a>, DexError> {
        let at = u64::from(address).saturating_mul(2);
        let rest = usize::try_from(at)
            .ok()
            .and_then(|at| self.insns.get(at..))
            .unwrap_or_default();
        RawInstruction::read(rest, address, self.insns_off)
    }

    /// The payload a switch or `fill-array-data` instruction points at.
    ///
    /// # Errors
    ///
    /// [`DexError::Invalid`] when the instruction takes no payload or points at something else.
    pub fn payload(&self, instruction: &Instruction<'a>) -> Result<Payload<'a>, DexError> {
        let at = (self.insns_off as usize)
            .saturating_add((instruction.offset as usize).saturating_mul(2));
        instruction
            .branch_target()
            .and_then(|address| self.instruction_at(address).ok())
            .and_then(|raw| raw.payload())
            .filter(|payload| payload.belongs_to(instruction.opcode))
            .ok_or_else(|| DexError::invalid(Item::Payload, at))
    }

    /// The try blocks.
    pub fn tries(&self) -> Tries<'a> {
        // The list is aligned to four bytes; the padding depends only on the number of units.
        let end = (self.insns_off as usize).saturating_add(self.insns.len());
        let padding = if self.insns.len() % 4 == 2 { 2 } else { 0 };
        Tries::new(self.data, end.saturating_add(padding), self.tries_size)
    }
}
