//! One instruction as text in smali-like syntax; whole methods and labels are left to the caller.

use std::fmt;

use crate::opcode::{Format, IndexKind};
use crate::{
    CodeItem, DexError, DexFile, FieldIdx, Instruction, MethodIdx, ProtoIdx, Registers, StringIdx,
    TypeIdx,
};

/// How registers are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RegisterNames {
    /// `v0`, `v1` and so on.
    #[default]
    Plain,
    /// Those from `first_parameter` on as `p0`, `p1` and so on.
    Parameters {
        /// The register of the first parameter.
        first_parameter: u16,
    },
}

impl From<&CodeItem<'_>> for RegisterNames {
    fn from(code: &CodeItem<'_>) -> Self {
        match code.registers_size.checked_sub(code.ins_size) {
            Some(first_parameter) => Self::Parameters { first_parameter },
            None => Self::Plain,
        }
    }
}

/// One instruction ready to print.
#[derive(Debug, Clone, Copy)]
pub struct InstructionText<'f, 'a> {
    file: &'f DexFile<'a>,
    instruction: Instruction<'a>,
    names: RegisterNames,
}

/// Prints `instruction` with the names of `file`, such as
/// `invoke-virtual {v0, p1}, Lcom/example/A;->f(I)V`.
///
/// An index whose row cannot be read appears as `method@12`; branches as `+4` relative units.
pub fn print<'f, 'a>(
    file: &'f DexFile<'a>,
    instruction: &Instruction<'a>,
    names: RegisterNames,
) -> InstructionText<'f, 'a> {
    InstructionText {
        file,
        instruction: *instruction,
        names,
    }
}

struct Register(u16, RegisterNames);

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let RegisterNames::Parameters { first_parameter } = self.1
            && let Some(p) = self.0.checked_sub(first_parameter)
        {
            return write!(f, "p{p}");
        }
        write!(f, "v{}", self.0)
    }
}

impl InstructionText<'_, '_> {
    /// Formats with a register list keep their braces when it is empty.
    fn has_braces(&self) -> bool {
        matches!(
            self.instruction.info().format,
            Format::F35c | Format::F3rc | Format::F45cc | Format::F4rcc
        )
    }

    fn registers(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |register| Register(register, self.names);
        let braces = self.has_braces();
        if braces {
            f.write_str("{")?;
        }
        match self.instruction.registers {
            Registers::Range { start, count } if count > 0 => {
                let last = start.saturating_add(count.saturating_sub(1));
                write!(f, "{} .. {}", name(start), name(last))?;
            }
            list => {
                for (i, register) in list.iter().enumerate() {
                    let comma = if i == 0 { "" } else { ", " };
                    write!(f, "{comma}{}", name(register))?;
                }
            }
        }
        if braces {
            f.write_str("}")?;
        }
        Ok(())
    }

    fn index(&self, f: &mut fmt::Formatter<'_>, index: u32) -> fmt::Result {
        let file = self.file;
        let named =
            |f: &mut fmt::Formatter<'_>, text: Result<String, DexError>, kind: &str| match text {
                Ok(text) => f.write_str(&text),
                Err(_) => write!(f, "{kind}@{index}"),
            };
        match self.instruction.info().index_kind {
            IndexKind::None => Ok(()),
            IndexKind::String => match file.string(StringIdx(index)) {
                Ok(text) => write!(f, "{:?}", &*text),
                Err(_) => write!(f, "string@{index}"),
            },
            IndexKind::Type => named(f, file.type_name(TypeIdx(index)), "type"),
            IndexKind::Field => named(f, file.field_signature(FieldIdx(index)), "field"),
            IndexKind::Method => named(f, file.method_signature(MethodIdx(index)), "method"),
            IndexKind::Proto => named(f, file.proto_signature(ProtoIdx(index)), "proto"),
            IndexKind::CallSite => write!(f, "call_site@{index}"),
            IndexKind::MethodHandle => write!(f, "method_handle@{index}"),
            IndexKind::FieldOffset => write!(f, "field_offset@{index:#x}"),
            IndexKind::VtableOffset => write!(f, "vtable@{index}"),
        }
    }
}

impl fmt::Display for InstructionText<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instruction = &self.instruction;
        let info = instruction.info();
        if instruction.is_payload {
            return f.write_str(".payload");
        }
        f.write_str(info.mnemonic)?;
        let mut separator = " ";
        if self.has_braces() || !instruction.registers.is_empty() {
            f.write_str(separator)?;
            self.registers(f)?;
            separator = ", ";
        }
        if let Some(literal) = instruction.literal {
            let sign = if literal < 0 { "-" } else { "" };
            write!(f, "{separator}{sign}{:#x}", literal.unsigned_abs())?;
            separator = ", ";
        }
        if let Some(branch) = instruction.branch {
            write!(f, "{separator}{branch:+}")?;
            separator = ", ";
        }
        if let Some(index) = instruction.index {
            f.write_str(separator)?;
            self.index(f, index)?;
        }
        if let Some(proto) = instruction.proto {
            match self.file.proto_signature(ProtoIdx(proto)) {
                Ok(text) => write!(f, ", {text}")?,
                Err(_) => write!(f, ", proto@{proto}")?,
            }
        }
        Ok(())
    }
}
