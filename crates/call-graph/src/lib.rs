//! Entry points, call resolution, reachability and accesses to personal information.
//!
//! [`Index::new`] prepares the catalogues once per process; [`analyze`] runs over one program: it finds the entry
//! points of the manifest's components, resolves calls over the types that reachable code instantiates, finds the
//! places where catalogued interfaces are used, and gives each the shortest chain from an entry point. The crate
//! reads no bytes of its own and knows no API by name: all such knowledge comes from the catalogues.
//!
//! For analyses that build on this one: [`CallGraph::build`] resolves what can run, [`CallGraph::edges`] gives the
//! resolved edges of a reachable method call site by call site with the values that pass ([`Binding`]; for callbacks
//! [`CallGraph::links`] says which operand of the registering call is which parameter of the callee), and
//! [`Constants`] computes the constants that an argument or a value of a body may have. [`analyze_graph`] is the
//! rest of the analysis over a graph that was built before.
#![expect(
    clippy::indexing_slicing,
    reason = "tables are indexed by dense ids of the program, all of them in range"
)]

mod access;
mod analysis;
mod behaviours;
mod constants;
mod entry_points;
mod events;
mod framework;
mod graph;
mod holders;
mod index;
mod kin;
mod mentions;
mod neighbourhood;
mod numbers;
mod obtainable;
mod outside;
mod owners;
mod permissions;
mod phase;
mod query;
mod sdks;
mod sites;
mod timeline;

pub use analysis::{
    Analysis, AppInput, Component, DeclaredPermission, IntentFilter, LayoutInput, MetaDatum,
    analyze, analyze_graph, phases,
};
pub use constants::{Const, Constants, Consts};
pub use framework::FrameworkView;
pub use graph::{Binding, CallEdge, CallGraph, EdgeKind, EntryPoint, LinkEnd, ValueLink};
pub use holders::Holders;
pub use index::Index;
pub use mentions::{Mention, Mentions};
pub use outside::{LibraryInput, LibraryMatcher, LibraryRead, LibraryTexts, Outside, ScriptInput};
pub use query::CallQuery;
