//! Tests of `call-graph` on assembled programs and a made-up framework; no file made by others is used.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

#[path = "../../../program-model/tests/model/assembler.rs"]
mod assembler;
mod cells;
mod chains;
mod computed;
mod conditions;
mod constants;
mod consumers;
mod dispatch;
mod gates;
mod hostile;
mod lab;
mod levels;
mod makes;
mod names;
mod obtainable;
mod outside;
mod owners;
mod permissions;
mod phases;
mod sites;
#[expect(dead_code, reason = "the builder offers more than these tests use")]
#[path = "../../../dex-parse/tests/dex/support.rs"]
mod support;
