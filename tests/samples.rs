//! The score: reports compared with what people wrote down about the apps. Never changes a truth file.
//!
//! - every `samples/*/truth.yaml`, written from the source of the app, and
//! - the hand-read lists in `tests/truth`, written from the bytecode of public apps. These apps are fetched by
//!   `cargo xtask corpus`; with `PRIVLENS_REQUIRE_INPUTS` set a missing one is a failure, else it is skipped.
//!
//! Every difference fails the test unless `tests/samples/known-differences.tsv` names it with a reason, and a named
//! one that is gone fails too. The counts are kept in `tests/samples/*scoreboard.txt`; `BLESS=1` rewrites these.
//! `tests/samples/first-run.txt` keeps the result of the first comparison and is not rewritten.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test reads files, stops on what it does not expect and says what it skips"
)]

use std::path::{Path, PathBuf};

#[path = "samples/hand_read.rs"]
mod hand_read;
#[path = "samples/own.rs"]
mod own;
#[path = "samples/report.rs"]
mod report;
#[path = "samples/score.rs"]
mod score;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn samples_agree_with_their_truth() {
    let root = root();
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root.join("samples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("truth.yaml").is_file())
        .collect();
    folders.sort();
    assert!(folders.len() >= 7, "only {} samples", folders.len());
    let scores: Vec<score::Score> = folders.iter().map(|folder| own::score(folder)).collect();
    finish(&root, "scoreboard.txt", &scores, true);
}

#[test]
fn public_apps_agree_with_the_hand_read_lists() {
    let root = root();
    let corpus = root.join("target/corpus");
    let required = std::env::var("PRIVLENS_REQUIRE_INPUTS").is_ok();
    let results = hand_read::scores(&root, &corpus);
    let all = results.len();
    let mut scores = Vec::new();
    for (apk, score) in results {
        match score {
            Some(score) => scores.push(score),
            None if required => panic!("{apk} is not in target/corpus: run `cargo xtask corpus`"),
            None => eprintln!("skipped: {apk} is not in target/corpus"),
        }
    }
    finish(
        &root,
        "hand-read-scoreboard.txt",
        &scores,
        scores.len() == all,
    );
}

fn finish(root: &Path, scoreboard: &str, scores: &[score::Score], complete: bool) {
    let folder = root.join("tests/samples");
    let mut problems = String::new();
    score::compare_differences(&folder.join("known-differences.tsv"), scores, &mut problems);
    if complete {
        let table = score::table(scores);
        score::compare_scoreboard(&folder.join(scoreboard), &table, &mut problems);
    }
    assert!(problems.is_empty(), "\n{problems}");
}
