//! Where values go: taint analysis from reads of personal information to the calls by which values leave.
//!
//! [`analyze`] makes one summary for each method, callees first: which objects and values its results, its effects on
//! objects from outside, its sinks and its callbacks depend on. A summary knows sources by number only, so that one run
//! serves all kinds of information. Objects are told apart by where they were made and by the path on which a method
//! was given them, so that aliases need no extra search: two names of one object are one node. What the framework
//! does (components, callbacks, stores, intents) is run over the summaries at the end, until nothing changes.
//!
//! The crate knows no API by name: how library methods pass values, which calls are sinks and where values are handed
//! over is data in `rulesets/dataflow`. It does no I/O, reads no clock and prints nothing; every bound is in
//! `limits.rs` and is counted work, so that results are the same on every machine.
#![expect(
    clippy::indexing_slicing,
    reason = "tables are indexed by dense ids of the program and of one summary, all of them in range"
)]

mod analysis;
mod annotations;
mod answers;
mod apply;
mod cache;
mod call;
mod callbacks;
mod cells;
mod channels;
mod context;
mod delivery;
mod early;
mod engine;
mod exec;
mod few;
mod fields;
mod filters;
mod fold;
mod frame;
mod guard;
mod heap;
mod hosts;
mod initialisers;
mod inputs;
mod inside;
mod intent;
mod library;
mod limits;
mod lists;
mod living;
mod members;
mod node;
mod numbers;
mod ordered;
mod outside;
mod own_statics;
mod path;
mod processes;
mod reflection;
mod refused;
mod replaced;
mod report;
mod residents;
mod resources;
mod reverse;
mod shared;
mod slice;
mod sorted;
mod source;
mod spec;
mod statement;
mod summary;
mod taken;
mod texts;
mod toolkits;
mod top;
mod unset;
mod uses;
mod value;

pub use analysis::{FlowCoverage, FlowInput, FlowResult, analyze};
pub use cache::{CacheCounts, SummaryCache, SummaryStore};
pub use inputs::TextField;
pub use resources::{FixedResource, Resources};
