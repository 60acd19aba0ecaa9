//! Tests of `program-model` on programs assembled from text; no file made by others is used.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod assembler;
mod bodies;
mod events;
mod hierarchy;
mod hostile;
mod merge;
#[expect(dead_code, reason = "the builder offers more than these tests use")]
#[path = "../../../dex-parse/tests/dex/support.rs"]
mod support;
mod values;

use program_model::{
    Body, DefId, DexInput, Framework, NoFramework, Program, TypeId, Value, ValueId,
};

static NOTHING: NoFramework = NoFramework;

/// A program of several files, in order.
fn program<'a>(files: &'a [Vec<u8>], framework: &'a dyn Framework) -> Program<'a> {
    let mut inputs = Vec::new();
    for (n, bytes) in files.iter().enumerate() {
        let container = dex_parse::parse(bytes).unwrap();
        inputs.push(DexInput {
            file: container.files()[0].clone(),
            name: format!("classes{}.dex", n + 1),
            apk: "base.apk".to_owned(),
        });
    }
    Program::build(inputs, framework)
}

fn ty(program: &Program<'_>, descriptor: &str) -> TypeId {
    let units: Vec<u16> = descriptor.encode_utf16().collect();
    program.find_type(&support::mutf8(&units)).unwrap()
}

/// The definition with this printed name.
fn def(program: &Program<'_>, name: &str) -> DefId {
    program
        .defs()
        .map(|(id, _)| id)
        .find(|id| program.def_name(*id) == name)
        .unwrap_or_else(|| panic!("no method {name}"))
}

/// Numbers of the instructions whose results a value may be, moves looked through; parameters as `-1 - n`.
fn sources(body: &Body, value: ValueId) -> Vec<i64> {
    let mut out = Vec::new();
    let mut seen = Vec::new();
    let mut work = vec![value];
    while let Some(value) = work.pop() {
        if seen.contains(&value) {
            continue;
        }
        seen.push(value);
        match body.value(value) {
            Value::Undefined => out.push(i64::MIN),
            Value::Param(n) => out.push(-1 - i64::from(*n)),
            Value::Insn(n) => {
                let insn = usize::try_from(*n).unwrap();
                if body.insns()[insn].is_move() {
                    work.extend(body.operands(insn).get(0));
                } else {
                    out.push(i64::from(body.insns()[insn].offset));
                }
            }
            Value::Merge(inputs) => work.extend(inputs),
        }
    }
    out.sort_unstable();
    out
}
