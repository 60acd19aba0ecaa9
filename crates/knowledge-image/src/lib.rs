//! The compiled catalogues as bytes; knows nothing of their format.
//!
//! They stand in a crate of their own, which only programs and tests use, so that a change of the catalogues does not
//! compile the analysis anew.

/// The image that `cargo xtask gen` makes from `rulesets/`.
pub static IMAGE: &[u8] = include_bytes!("../image/knowledge.bin");
