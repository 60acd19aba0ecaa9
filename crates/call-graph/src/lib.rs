//! Entry points, call resolution, reachability and accesses to personal information.
//!
//! [`Index::new`] prepares the catalogues once per process; [`analyze`] runs over one program: it finds the entry
//! points of the manifest's components, resolves calls over the types that reachable code instantiates, finds the
//! places where catalogued interfaces are used, and gives each the shortest chain from an entry point. The crate
//! reads no bytes of its own and knows no API by name: all such knowledge comes from the catalogues.
#![expect(
    clippy::indexing_slicing,
    reason = "tables are indexed by dense ids of the program, all of them in range"
)]

mod access;
mod analysis;
mod chain;
mod constants;
mod entry_points;
mod events;
mod framework;
mod index;
mod obtainable;
mod owners;
mod permissions;
mod reach;
mod sdks;

pub use analysis::{Analysis, AppInput, Component, DeclaredPermission, analyze};
pub use framework::FrameworkView;
pub use index::Index;
