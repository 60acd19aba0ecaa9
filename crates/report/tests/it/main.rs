//! Tests of the public functions on hand-made facts; one binary, so that helpers are shared.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may stop a test"
)]

mod common;
mod json;
mod stack;
mod text;
