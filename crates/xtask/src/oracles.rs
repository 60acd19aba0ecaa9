//! Runs the tests of `tests/oracles.rs` over the whole corpus and keeps a dated record; compares nothing itself.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, bail};

use crate::process::{Tool, say};
use crate::{corpus, files, table, tools};

const CORPUS: &str = include_str!("../data/corpus.tsv");
const DEBIAN: &str = include_str!("../data/debian.tsv");
const ANDROGUARD: &str = include_str!("../data/androguard.txt");
const SLICES: [&str; 2] = ["ci", "full"];

/// Fetches every app but the large ones, runs the tests and writes `tests/oracles/record/<date>.md`, also when a test
/// fails.
pub(crate) fn run(root: &Path) -> Result<()> {
    tools::install_debian()?;
    tools::install_androguard(root)?;
    corpus::fetch(root, &SLICES)?;
    let counts = root.join("target/tmp/oracles-record");
    files::fresh_dir(&counts)?;
    let result = Tool::new("cargo")
        .args([
            "test",
            "--profile",
            "checked",
            "--locked",
            "--package",
            "privlens",
            "--test",
            "oracles",
        ])
        .dir(root)
        .env("PRIVLENS_ORACLES", "full")
        .env("PRIVLENS_ORACLES_OUT", &counts)
        .run();
    let date = Tool::new("date").args(["-u", "+%F"]).output()?;
    let path = root
        .join("tests/oracles/record")
        .join(format!("{}.md", date.trim()));
    let text = record(root, date.trim(), result.is_ok(), &counts)?;
    files::write(&path, text.as_bytes())?;
    say(&format!(
        "oracles: {} written",
        files::shown_below(root, &path)
    ));
    files::remove(&counts)?;
    result
}

/// The record: what was compared, with which programs, on which inputs, and the outcome.
fn record(root: &Path, date: &str, passed: bool, counts: &Path) -> Result<String> {
    let git = |arguments: &[&str]| Tool::new("git").args(arguments).dir(root).output();
    let commit = git(&["rev-parse", "HEAD"])?;
    let changed = git(&["status", "--porcelain", "--untracked-files=no"])?;
    let mut text = format!("# Oracles, {date}\n\n");
    let _ = writeln!(
        text,
        "Commit {}{}. Outcome: {}.\n",
        commit.trim(),
        if changed.trim().is_empty() {
            ""
        } else {
            ", with changes that are not committed"
        },
        if passed {
            "every oracle agrees, known differences apart"
        } else {
            "at least one oracle does not agree"
        }
    );
    text.push_str("| oracle | outcome | counted |\n|---|---|---|\n");
    let results = files::files_with(counts, "tsv")?;
    if results.is_empty() {
        bail!("the tests left no counts in {}", counts.display());
    }
    for file in results {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut outcome = String::new();
        let mut counted = Vec::new();
        for [key, value] in table::rows::<2>(&name, &files::read_text(&file)?)? {
            if key == "outcome" {
                outcome = value;
            } else {
                counted.push(format!("{key} {value}"));
            }
        }
        let _ = writeln!(text, "| {name} | {outcome} | {} |", counted.join(", "));
    }
    text.push_str("\n## Programs\n\n");
    for [package, _, _] in table::rows::<3>("debian.tsv", DEBIAN)? {
        if ["aapt", "apksigner", "dexdump"].contains(&package.as_str()) {
            let version = Tool::new("dpkg-query")
                .args(["--show", "--showformat=${Version}", &package])
                .output()?;
            let _ = writeln!(text, "- {package} {}", version.trim());
        }
    }
    if let Some(pin) = ANDROGUARD
        .lines()
        .find(|line| line.starts_with("androguard=="))
    {
        let version = pin.split([' ', ';']).next().unwrap_or(pin);
        let _ = writeln!(text, "- {}", version.replace("==", " "));
    }
    text.push_str(
        "- the crate dex, version in `Cargo.lock`\n\n## Inputs\n\n| file | sha256 |\n|---|---|\n",
    );
    for [slice, _, _, _, _, file, sha256] in table::rows::<7>("corpus.tsv", CORPUS)? {
        if SLICES.contains(&slice.as_str()) {
            let _ = writeln!(text, "| {file} | {sha256} |");
        }
    }
    Ok(text)
}
