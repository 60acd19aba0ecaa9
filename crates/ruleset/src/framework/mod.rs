//! The framework model: types, hierarchy, members and constants of the boot class path.
//!
//! Source rows come from three TSV files ([`rows`]); the compiled form (`tables`) is read in place.

pub mod rows;
mod tables;
mod view;

pub use tables::encode;
pub use view::{FrameworkModel, Member, MemberKind, TypeKind};
