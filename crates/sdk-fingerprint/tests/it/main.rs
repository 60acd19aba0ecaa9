//! Tests of `sdk-fingerprint` on assembled programs and made-up packers; no file made by others is used.
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
mod hostile;
mod libraries;
mod packers;
#[expect(dead_code, reason = "the builder offers more than these tests use")]
#[path = "../../../dex-parse/tests/dex/support.rs"]
mod support;

use program_model::{DexInput, NoFramework, Program};

static NOTHING: NoFramework = NoFramework;

/// A program of one file.
fn program(bytes: &[u8]) -> Program<'_> {
    let container = dex_parse::parse(bytes).unwrap();
    let input = DexInput {
        file: container.files()[0].clone(),
        name: "classes.dex".to_owned(),
        apk: "base.apk".to_owned(),
    };
    Program::build(vec![input], &NOTHING)
}
