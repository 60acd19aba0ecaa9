//! Hostile, damaged and re-packed input: bounded work, clear errors, the same facts. Refuses third-party
//! files: every input is made here from the committed samples.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test reads files, watches the clock and stops on what it does not expect"
)]

#[path = "robustness/bad_input.rs"]
mod bad_input;
#[path = "robustness/child.rs"]
mod child;
#[path = "../crates/dex-parse/tests/dex/support.rs"]
mod dex_builder;
#[path = "robustness/hostile.rs"]
mod hostile;
#[path = "robustness/inputs.rs"]
mod inputs;
#[path = "robustness/mutants.rs"]
mod mutants;
#[path = "robustness/mutate.rs"]
mod mutate;
#[path = "robustness/prng.rs"]
mod prng;
#[path = "robustness/run.rs"]
mod run;
#[path = "robustness/same.rs"]
mod same;
#[path = "robustness/scale.rs"]
mod scale;
#[path = "robustness/seeds.rs"]
mod seeds;
#[path = "robustness/zips.rs"]
mod zips;
