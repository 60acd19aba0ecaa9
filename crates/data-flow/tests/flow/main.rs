//! Tests of `data-flow` on assembled programs with a made-up framework and tables; no file made by others is used.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

#[expect(dead_code, reason = "the assembler offers more than these tests use")]
#[path = "../../../program-model/tests/model/assembler.rs"]
mod assembler;
mod cache;
mod constants;
mod lab;
mod life;
mod lists;
mod objects;
mod recall;
mod results;
#[expect(dead_code, reason = "the builder offers more than these tests use")]
#[path = "../../../dex-parse/tests/dex/support.rs"]
mod support;
mod taken_back;
mod told_apart;
mod toolkits;
