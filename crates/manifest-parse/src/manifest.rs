//! The typed manifest and how it is read from a document.

mod application;
pub(crate) mod attr;
mod component;
mod model;
mod read;
mod symbols;
pub(crate) mod values;

pub use model::*;
pub use read::{parse_manifest, read_manifest};
