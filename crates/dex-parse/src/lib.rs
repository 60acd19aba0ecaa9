//! classes.dex to typed tables and instructions, zero copy.
//!
//! [`parse`] reads the headers; every row is read when it is asked for and borrows from the input.
//! A damaged row is an `Err` for that row, at its true index, and damages nothing else. Oddities of
//! a whole file are [`Anomaly`] values. The crate does no I/O, knows no Android API name and
//! resolves nothing across files.
//!
//! # Walking a hostile file
//!
//! Rows may share data, so a small file can name one huge method from many classes. A walker takes a
//! [`WorkBudget`] from [`DexContainer::work_budget`] and charges it *before* each piece of work; see
//! [`WorkBudget`] for the loop.
//!
//! ```
//! fn count(bytes: &[u8]) -> Result<u64, dex_parse::DexError> {
//!     let container = dex_parse::parse(bytes)?;
//!     let mut budget = container.work_budget();
//!     let mut n = 0;
//!     for file in container.files() {
//!         for (_, class) in file.class_defs() {
//!             let Ok(class) = class else { continue };
//!             budget.charge(1)?;
//!             let Ok(Some(data)) = file.class_data(&class) else { continue };
//!             budget.charge_class_data(&data)?;
//!             for method in data.methods() {
//!                 budget.charge(1)?;
//!                 let Ok(method) = method else { continue };
//!                 let Ok(Some(code)) = file.code(method.code_off) else { continue };
//!                 budget.charge_code(&code)?;
//!                 n += code.raw_instructions().filter(Result::is_ok).count() as u64;
//!             }
//!         }
//!     }
//!     Ok(n)
//! }
//! # assert!(count(b"not a dex file").is_err());
//! ```
#![forbid(unsafe_code)]

mod adler32;
mod annotation;
mod anomaly;
mod budget;
mod class_data;
mod code;
mod container;
mod debug_info;
mod dex_file;
mod disassemble;
mod encoded_value;
mod error;
mod header;
mod ids;
mod instruction;
mod le;
pub mod limits;
mod map_list;
mod method_handle;
mod names;
pub mod opcode;
mod operands;
mod payload;
mod tables;
mod try_item;

pub use annotation::{
    Annotation, AnnotationElements, AnnotationSet, AnnotationSetIter, AnnotationsDirectory,
    FieldAnnotations, MethodAnnotations, ParameterAnnotations, ParameterSets, Visibility,
};
pub use anomaly::{Anomaly, AnomalyKind};
pub use budget::WorkBudget;
pub use class_data::{ClassData, EncodedField, EncodedMethod, Fields, Methods};
pub use code::CodeItem;
pub use container::{DexContainer, parse};
pub use debug_info::{DebugInfo, DebugLines, LineEntry, ParameterNames};
pub use dex_file::DexFile;
pub use disassemble::{InstructionText, RegisterNames, print};
pub use encoded_value::{EncodedAnnotation, EncodedArray, EncodedArrayIter, EncodedValue};
pub use error::{DexError, Item};
pub use ids::{
    CallSiteIdx, ClassDefIdx, FieldIdx, MethodHandleIdx, MethodIdx, ProtoIdx, StringIdx, TypeIdx,
};
pub use instruction::{RawInstruction, RawInstructions};
pub use map_list::{MapEntry, MapList};
pub use method_handle::{CallSite, MethodHandle, MethodHandleKind, MethodHandleMember};
pub use operands::{Instruction, Registers};
pub use payload::{Payload, SwitchCases};
pub use tables::{ClassDef, ClassDefs, FieldId, MethodId, Proto, TypeList, TypeListIter};
pub use try_item::{CatchHandlers, Tries, TryItem};
