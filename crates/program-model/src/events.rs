//! Events: what one linear sweep over a method's code keeps for the whole-program analyses.
//!
//! Only the instruction's kind, place and index are kept; operands are read again from the body when needed.

use dex_parse::{CodeItem, WorkBudget};

/// What an instruction does, as far as whole-program analyses care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum EventKind {
    /// `invoke-virtual`; the index is a method.
    InvokeVirtual,
    /// `invoke-super`; the index is a method.
    InvokeSuper,
    /// `invoke-direct`; the index is a method.
    InvokeDirect,
    /// `invoke-static`; the index is a method.
    InvokeStatic,
    /// `invoke-interface`; the index is a method.
    InvokeInterface,
    /// `invoke-polymorphic`; the index is a method.
    InvokePolymorphic,
    /// `invoke-custom`; the index is a call site.
    InvokeCustom,
    /// `new-instance`; the index is a type.
    NewInstance,
    /// `const-string`; the index is a string.
    ConstString,
    /// `const-class`; the index is a type.
    ConstClass,
    /// `sget*`; the index is a field.
    StaticGet,
    /// `sput*`; the index is a field.
    StaticPut,
    /// `iget*`; the index is a field.
    InstanceGet,
    /// `iput*`; the index is a field.
    InstancePut,
}

impl EventKind {
    /// True for the five kinds of plain calls.
    pub fn is_plain_invoke(self) -> bool {
        self <= Self::InvokeInterface
    }
}

/// One event of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Code-unit offset in the method.
    pub offset: u32,
    /// Index into the table of the DEX file that holds the method.
    pub index: u32,
    /// What happens.
    pub kind: EventKind,
}

/// Opcode to event kind plus one; 0 for instructions that are no events. From the Dalvik bytecode table,
/// <https://source.android.com/docs/core/runtime/dalvik-bytecode>.
const KINDS: [u8; 256] = {
    let mut kinds = [0u8; 256];
    let mut set = [(0usize, 0usize, 0u8); 16];
    set[0] = (0x6e, 0x6e, EventKind::InvokeVirtual as u8);
    set[1] = (0x6f, 0x6f, EventKind::InvokeSuper as u8);
    set[2] = (0x70, 0x70, EventKind::InvokeDirect as u8);
    set[3] = (0x71, 0x71, EventKind::InvokeStatic as u8);
    set[4] = (0x72, 0x72, EventKind::InvokeInterface as u8);
    set[5] = (0xfa, 0xfb, EventKind::InvokePolymorphic as u8);
    set[6] = (0xfc, 0xfd, EventKind::InvokeCustom as u8);
    set[7] = (0x22, 0x22, EventKind::NewInstance as u8);
    set[8] = (0x1a, 0x1b, EventKind::ConstString as u8);
    set[9] = (0x1c, 0x1c, EventKind::ConstClass as u8);
    set[10] = (0x60, 0x66, EventKind::StaticGet as u8);
    set[11] = (0x67, 0x6d, EventKind::StaticPut as u8);
    set[12] = (0x52, 0x58, EventKind::InstanceGet as u8);
    set[13] = (0x59, 0x5f, EventKind::InstancePut as u8);
    set[14] = (0, 0, 0);
    set[15] = (0, 0, 0);
    let mut n = 0;
    while n < 14 {
        let (mut op, last, kind) = set[n];
        while op <= last {
            kinds[op] = kind + 1;
            op += 1;
        }
        n += 1;
    }
    // The range forms 0x74..=0x78 mirror 0x6e..=0x72.
    let mut op = 0x74;
    while op <= 0x78 {
        kinds[op] = kinds[op - 6];
        op += 1;
    }
    kinds
};

const BY_NUMBER: [EventKind; 14] = [
    EventKind::InvokeVirtual,
    EventKind::InvokeSuper,
    EventKind::InvokeDirect,
    EventKind::InvokeStatic,
    EventKind::InvokeInterface,
    EventKind::InvokePolymorphic,
    EventKind::InvokeCustom,
    EventKind::NewInstance,
    EventKind::ConstString,
    EventKind::ConstClass,
    EventKind::StaticGet,
    EventKind::StaticPut,
    EventKind::InstanceGet,
    EventKind::InstancePut,
];

/// What sweeping one method gave.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Swept {
    /// Instructions decoded.
    pub(crate) instructions: u32,
    /// Offset of the first instruction that does not decode.
    pub(crate) broken_at: Option<u32>,
}

/// Appends the events of one method.
pub(crate) fn sweep(code: &CodeItem<'_>, out: &mut Vec<Event>) -> Swept {
    let mut swept = Swept::default();
    let mut next = 0;
    for insn in code.raw_instructions() {
        let Ok(insn) = insn else {
            swept.broken_at = Some(next);
            break;
        };
        next = insn.offset.saturating_add(insn.n_units());
        swept.instructions += 1;
        let number = KINDS.get(usize::from(insn.opcode())).copied().unwrap_or(0);
        if number != 0
            && !insn.is_payload()
            && let Some(kind) = BY_NUMBER.get(usize::from(number - 1))
        {
            out.push(Event {
                offset: insn.offset,
                index: insn.index(),
                kind: *kind,
            });
        }
    }
    swept
}

/// Charges the budget for one method; false when it is spent.
pub(crate) fn affordable(code: &CodeItem<'_>, budget: &mut WorkBudget) -> bool {
    budget.charge_code(code).is_ok()
}
