//! All DEX files of an app joined into one program.
//!
//! [`Program::build`] interns types, names, prototypes, fields and methods of every DEX file into one id space,
//! joins the class hierarchy with a [`Framework`] passed in as a value, and sweeps every method's code once for
//! its [`Event`]s (calls, allocations, constants, field accesses). Control flow, values and dominators of a single
//! method are built when asked for ([`Program::body`]). The crate knows nothing of privacy and does no I/O; ids mean
//! nothing outside their `Program` and leave it as names only.
#![expect(
    clippy::indexing_slicing,
    reason = "tables are indexed by dense ids that only this crate makes, all of them in range"
)]

mod body;
mod build;
mod events;
mod framework;
mod hierarchy;
mod ids;
mod intern;
mod names;
mod program;
mod resolve;

pub use body::{Block, Body, Insn, Operands, Value, ValueId};
pub use build::{DexInput, ProgramGap};
pub use events::{Event, EventKind};
pub use framework::{Framework, NoFramework};
pub use ids::{
    ClassId, DefId, DexId, FieldId, IdVec, MethodId, NameId, ProtoId, SelectorId, TypeId,
};
pub use program::{Class, FieldRef, MethodDef, MethodRef, Program};
