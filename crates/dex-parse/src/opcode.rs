//! What each of the 256 opcode values means; the rows are in one table, decoding is elsewhere.
//!
//! Sources: <https://source.android.com/docs/core/runtime/dalvik-bytecode> and, for the formats,
//! <https://source.android.com/docs/core/runtime/instruction-formats>.

mod table;

pub use table::op;

use table::{TABLE, UNITS};

/// Meaning of one opcode value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpcodeInfo {
    /// The name in the specification, such as `invoke-virtual/range`; `unused` where there is none.
    pub mnemonic: &'static str,
    /// How the operands are laid out.
    pub format: Format,
    /// What the index operand names.
    pub index_kind: IndexKind,
    /// What the instruction may do.
    pub flags: Flags,
}

impl OpcodeInfo {
    /// The row of values that no instruction has; the runtime sizes them as one unit.
    pub(crate) const UNUSED: Self = Self {
        mnemonic: "unused",
        format: Format::F10x,
        index_kind: IndexKind::None,
        flags: Flags::UNUSED,
    };

    /// Whether no instruction has this opcode value.
    pub const fn is_unused(&self) -> bool {
        self.flags.has(Flags::UNUSED)
    }
}

/// The row of `opcode`.
#[inline]
pub fn info(opcode: u8) -> &'static OpcodeInfo {
    TABLE
        .get(usize::from(opcode))
        .unwrap_or(&OpcodeInfo::UNUSED)
}

/// The length of an instruction in 16-bit units, payloads aside.
#[inline]
pub fn units(opcode: u8) -> u8 {
    UNITS.get(usize::from(opcode)).copied().unwrap_or(1)
}

/// What an index operand names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IndexKind {
    /// There is no index operand.
    None,
    /// A row of the string table.
    String,
    /// A row of the type table.
    Type,
    /// A row of the field table.
    Field,
    /// A row of the method table.
    Method,
    /// A row of the prototype table.
    Proto,
    /// A row of the call site table.
    CallSite,
    /// A row of the method handle table.
    MethodHandle,
    /// A byte offset in the object, in optimised files only; names no row.
    FieldOffset,
    /// A slot of the class's method table, in optimised files only; names no row.
    VtableOffset,
}

/// A set of properties of an instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Flags(u32);

impl Flags {
    /// No property.
    pub const EMPTY: Self = Self(0);
    /// Execution may go on with the next instruction.
    pub const CONTINUE: Self = Self(1);
    /// May throw.
    pub const THROW: Self = Self(1 << 1);
    /// Jumps to a branch operand; conditional when [`CONTINUE`](Self::CONTINUE) is set too.
    pub const BRANCH: Self = Self(1 << 2);
    /// Jumps by a switch payload.
    pub const SWITCH: Self = Self(1 << 3);
    /// Calls a method or call site.
    pub const INVOKE: Self = Self(1 << 4);
    /// Returns from the method.
    pub const RETURN: Self = Self(1 << 5);
    /// Leaves a result for a following `move-result`.
    pub const SETS_RESULT: Self = Self(1 << 6);
    /// Writes its first register.
    pub const SETS: Self = Self(1 << 7);
    /// The value it writes, returns or stores takes a register pair.
    pub const WIDE: Self = Self(1 << 8);
    /// Copies one register to another.
    pub const MOVE: Self = Self(1 << 9);
    /// Takes the result of the instruction before it.
    pub const MOVE_RESULT: Self = Self(1 << 10);
    /// Reads a field.
    pub const FIELD_GET: Self = Self(1 << 11);
    /// Writes a field.
    pub const FIELD_PUT: Self = Self(1 << 12);
    /// Needs no receiver: static field access or call.
    pub const STATIC: Self = Self(1 << 13);
    /// Its branch operand points at a payload.
    pub const PAYLOAD_USER: Self = Self(1 << 14);
    /// Only found in files a runtime has optimised, such as memory dumps.
    pub const ODEX: Self = Self(1 << 15);
    /// No instruction has the opcode.
    pub const UNUSED: Self = Self(1 << 16);

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether every property of `other` is in this set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether execution may go on with the next instruction.
    pub const fn can_continue(self) -> bool {
        self.has(Self::CONTINUE)
    }

    /// Whether it may throw.
    pub const fn can_throw(self) -> bool {
        self.has(Self::THROW)
    }

    /// Whether it jumps to a branch operand.
    pub const fn is_branch(self) -> bool {
        self.has(Self::BRANCH)
    }

    /// Whether it jumps by a switch payload.
    pub const fn is_switch(self) -> bool {
        self.has(Self::SWITCH)
    }

    /// Whether it calls.
    pub const fn is_invoke(self) -> bool {
        self.has(Self::INVOKE)
    }

    /// Whether it returns.
    pub const fn is_return(self) -> bool {
        self.has(Self::RETURN)
    }

    /// Whether it leaves a result for `move-result`.
    pub const fn sets_result(self) -> bool {
        self.has(Self::SETS_RESULT)
    }

    /// Whether it writes its first register.
    pub const fn sets_register(self) -> bool {
        self.has(Self::SETS)
    }

    /// Whether it writes its first register and the one after it.
    pub const fn sets_wide(self) -> bool {
        self.has(Self::SETS.with(Self::WIDE))
    }
}

macro_rules! formats {
    ($($name:ident $units:literal $text:literal;)*) => {
        /// Operand layouts, named as in the specification after an `F`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Format {
            $(
                #[doc = concat!("`", $text, "`")]
                $name,
            )*
        }

        impl Format {
            /// Length in 16-bit units.
            pub const fn units(self) -> u8 {
                match self {
                    $(Self::$name => $units,)*
                }
            }

            /// Every format.
            pub const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

formats! {
    F10x 1 "op"; F12x 1 "op vA, vB"; F11n 1 "op vA, #+B"; F11x 1 "op vAA"; F10t 1 "op +AA";
    F20t 2 "op +AAAA"; F22x 2 "op vAA, vBBBB"; F21t 2 "op vAA, +BBBB"; F21s 2 "op vAA, #+BBBB";
    F21h 2 "op vAA, #+BBBB0000"; F21c 2 "op vAA, kind@BBBB"; F23x 2 "op vAA, vBB, vCC";
    F22b 2 "op vAA, vBB, #+CC"; F22t 2 "op vA, vB, +CCCC"; F22s 2 "op vA, vB, #+CCCC";
    F22c 2 "op vA, vB, kind@CCCC"; F30t 3 "op +AAAAAAAA"; F32x 3 "op vAAAA, vBBBB";
    F31i 3 "op vAA, #+BBBBBBBB"; F31t 3 "op vAA, +BBBBBBBB"; F31c 3 "op vAA, kind@BBBBBBBB";
    F35c 3 "op {vC, vD, vE, vF, vG}, kind@BBBB"; F3rc 3 "op {vCCCC .. vNNNN}, kind@BBBB";
    F45cc 4 "op {vC, vD, vE, vF, vG}, meth@BBBB, proto@HHHH";
    F4rcc 4 "op {vCCCC .. vNNNN}, meth@BBBB, proto@HHHH"; F51l 5 "op vAA, #+BBBBBBBBBBBBBBBB";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_instruction_once() {
        let used: Vec<u8> = (0..=255).filter(|&code| !info(code).is_unused()).collect();
        // 224 instructions of the specification, 1 + 16 of optimised files.
        assert_eq!(used.len(), 241);
        let mut names: Vec<&str> = used.iter().map(|&code| info(code).mnemonic).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 241);
        for code in 0..=255 {
            assert_eq!(units(code), info(code).format.units());
        }
        assert_eq!(info(op::INVOKE_VIRTUAL).mnemonic, "invoke-virtual");
        assert_eq!(op::CONST_METHOD_TYPE, 0xff);
    }

    #[test]
    fn flags_say_what_the_specification_says() {
        let of = |code| info(code).flags;
        assert!(of(op::INVOKE_CUSTOM).is_invoke() && of(op::INVOKE_CUSTOM).sets_result());
        assert!(!of(op::GOTO).can_continue() && of(op::GOTO).is_branch());
        assert!(of(op::IF_EQ).can_continue() && of(op::IF_EQ).is_branch());
        assert!(of(op::PACKED_SWITCH).is_switch() && !of(op::PACKED_SWITCH).is_branch());
        assert!(!of(op::THROW).can_continue() && of(op::THROW).can_throw());
        assert!(of(op::DIV_INT).can_throw() && !of(op::DIV_FLOAT).can_throw());
        assert!(of(op::REM_LONG_2ADDR).can_throw() && of(op::DIV_INT_LIT8).can_throw());
        assert!(of(op::LONG_TO_INT).sets_register() && !of(op::LONG_TO_INT).sets_wide());
        assert!(of(op::INT_TO_LONG).sets_wide() && of(op::AGET_WIDE).sets_wide());
        assert!(!of(op::APUT_WIDE).sets_wide() && of(op::APUT_WIDE).has(Flags::WIDE));
        assert!(of(op::RETURN_WIDE).is_return() && !of(op::RETURN_WIDE).sets_register());
    }
}
