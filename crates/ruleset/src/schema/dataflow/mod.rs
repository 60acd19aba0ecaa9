//! Data-flow knowledge: how values pass through methods, leave the app, enter it, and are handed over. Rows stay text
//! in the image and are parsed when asked for; nothing here decides whether a value flows.

mod effect;
mod fold_op;
mod place;
mod rows;
mod table;
mod tag;
mod words;

pub use effect::{Effect, FoldArg, parse_effects};
pub use fold_op::FoldOp;
pub use place::{Base, KeyRef, Place, Step, parse_place, parse_places};
pub use rows::{
    Address, ChannelEnd, FlowSource, HeldIn, Opener, Side, Sink, SinkKind, SourceData, SourceSide,
    SourceWhen,
};
pub(crate) use table::method_cell;
pub use table::{ClassRows, ClassTable, Row, Shape};
pub use tag::{FlowTag, TagKind, TagName};
pub use words::{
    CloudHost, ColumnFile, CursorColumns, DataFlow, HostFile, HostRole, InputField, InputFile,
    Toolkit, ToolkitFile,
};
