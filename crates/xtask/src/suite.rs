//! The suites of small programs below `samples/suites`: builds them, and scores reports of apps against expectations.
//! Decides nothing about what a program does; that is written by hand in its `truth.yaml`.

mod build;
mod counts;
mod libs;
mod lock;
mod plan;
pub(crate) mod score;
#[expect(
    dead_code,
    reason = "the tests of the suites share this file and read all of its fields"
)]
mod truth;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::process::say;
use crate::samples::android::Chain;
use crate::{files, tools};

/// Builds the programs that changed since `samples/suites/build.lock` was written.
pub(crate) fn build(root: &Path, only: &[String], all: bool) -> Result<()> {
    tools::install_debian()?;
    let chain = Chain::prepare(root)?;
    let libs = libs::Libs::prepare(root, &chain)?;
    let programs = programs(root, only)?;
    let mut lock = lock::Lock::read(root)?;
    let stale: Vec<&PathBuf> = programs
        .iter()
        .filter(|folder| all || !lock.is_current(root, folder).unwrap_or(false))
        .collect();
    say(&format!(
        "suite: {} of {} programs to build",
        stale.len(),
        programs.len()
    ));
    let failed = build::build(root, &chain, &libs, &stale, &mut lock)?;
    if only.is_empty() {
        lock.keep_only(root, &programs);
    }
    lock.write(root)?;
    if failed.is_empty() {
        return Ok(());
    }
    bail!("{} programs failed: {}", failed.len(), failed.join(", "));
}

/// Fails when a program or its APK differs from what the lock recorded.
pub(crate) fn check(root: &Path) -> Result<()> {
    let lock = lock::Lock::read(root)?;
    let mut stale = Vec::new();
    for folder in programs(root, &[])? {
        if !lock.is_current(root, &folder)? {
            stale.push(files::shown_below(root, &folder));
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    bail!(
        "programs are out of date, run `cargo xtask suite`:\n  {}",
        stale.join("\n  ")
    );
}

/// The folders with a `truth.yaml`, three levels below `samples/suites`; `only` are parts of their paths.
fn programs(root: &Path, only: &[String]) -> Result<Vec<PathBuf>> {
    let base = root.join("samples/suites");
    let mut found = Vec::new();
    for suite in truth::SUITES {
        for category in files::children(&base.join(suite))? {
            if !category.is_dir() {
                continue;
            }
            for program in files::children(&category)? {
                if program.join(truth::FILE).is_file() {
                    found.push(program);
                }
            }
        }
    }
    found.retain(|folder| {
        let shown = files::shown_below(&base, folder);
        only.is_empty() || only.iter().any(|part| shown.contains(part.as_str()))
    });
    if found.is_empty() {
        bail!("no program below {}", base.display());
    }
    Ok(found)
}
