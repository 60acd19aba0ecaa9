//! The score on the suites of small programs: reports compared with the truth written by hand. Never changes a truth.
//!
//! Every program below `samples/suites` has a `truth.yaml` (its format is in `samples/suites/README.md`) and an APK.
//! A disagreement fails the test unless `tests/suites/known.tsv` names it with a reason, and a named one that is gone
//! fails too. The counts by category are kept in `tests/suites/{flows,calls}-scoreboard.md`; `BLESS=1` rewrites these.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]
#![expect(
    unreachable_pub,
    dead_code,
    reason = "the modules of the project tasks are shared, and each side uses a part of them"
)]

use std::path::PathBuf;

#[path = "suites/board.rs"]
mod board;
#[path = "suites/calls.rs"]
mod calls;
#[path = "../crates/xtask/src/suite/counts.rs"]
mod counts;
#[path = "suites/flows.rs"]
mod flows;
#[path = "suites/hand_flows.rs"]
mod hand_flows;
#[path = "suites/known.rs"]
mod known;
#[path = "suites/monotone.rs"]
mod monotone;
#[path = "suites/programs.rs"]
mod programs;
#[path = "../crates/xtask/src/suite/truth.rs"]
mod truth;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Programs that the two suites must have at least.
const LEAST: [(&str, usize); 2] = [("calls", 150), ("flows", 220)];

#[test]
fn reported_flows_agree_with_the_truth() {
    let programs = programs::read(&root(), "flows");
    board::finish(&root(), "flows", &flows::compare(&programs));
}

#[test]
fn more_models_never_lose_a_true_flow() {
    monotone::check(&root());
}

#[test]
fn flows_are_the_same_on_every_run() {
    monotone::check_same(&root());
}

#[test]
fn flows_read_by_hand_are_reported_as_they_were_read() {
    hand_flows::check(&root());
}

#[test]
fn reported_accesses_agree_with_the_truth() {
    let programs = programs::read(&root(), "calls");
    board::finish(&root(), "calls", &calls::compare(&programs));
}

#[test]
fn the_suites_are_large_and_have_enough_programs_that_must_stay_quiet() {
    for (suite, least) in LEAST {
        let folders = programs::folders(&root(), suite);
        assert!(
            folders.len() >= least,
            "{suite}: {} programs",
            folders.len()
        );
    }
    let folders = programs::folders(&root(), "flows");
    let quiet = folders
        .iter()
        .filter(|folder| {
            let truth = programs::truth(folder);
            !truth
                .flows
                .iter()
                .any(|flow| flow.expected == truth::Answer::Yes && !flow.is_store())
        })
        .count();
    assert!(
        quiet * 10 >= folders.len() * 4,
        "only {quiet} of {} programs must not have a flow",
        folders.len()
    );
}

#[test]
fn a_third_of_the_call_programs_went_through_r8() {
    let folders = programs::folders(&root(), "calls");
    let renamed = folders
        .iter()
        .filter(|folder| {
            matches!(
                programs::truth(folder).build.r8,
                truth::R8::Rename | truth::R8::RenameOnly
            )
        })
        .count();
    assert!(
        renamed * 3 >= folders.len(),
        "only {renamed} of {} call programs are renamed",
        folders.len()
    );
}
