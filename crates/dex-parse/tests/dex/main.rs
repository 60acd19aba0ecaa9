//! Tests of `dex-parse` on hand-made files; no file made by others is used.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod header;
mod instructions;
mod robustness;
mod support;
mod tables;
mod values;
