//! The SDK lab: apps made of real libraries by real R8, and the score of finding them again. Refuses to commit any
//! library: they are fetched by package, version and hash.

mod build;
mod callers;
mod libraries;
mod plan;
mod profiles;
mod record;
mod score;

use std::path::Path;

use anyhow::{Result, bail};

/// Runs the lab, or the part of it that was asked for.
pub(crate) fn run(
    root: &Path,
    only_ci: bool,
    build_only: bool,
    profiles_only: bool,
    date: Option<&str>,
) -> Result<()> {
    let libraries = libraries::load(root, only_ci)?;
    let apps = plan::apps(&libraries);
    let failed = build::build_all(root, &libraries, if profiles_only { &[] } else { &apps })?;
    if profiles_only {
        return profiles::write(root, &libraries);
    }
    if build_only {
        if !failed.is_empty() {
            bail!("{} builds failed", failed.len());
        }
        return Ok(());
    }
    let board = score::score(root, &libraries, &apps, &failed)?;
    record::write(root, &libraries, &apps, &failed, &board, only_ci, date)
}
