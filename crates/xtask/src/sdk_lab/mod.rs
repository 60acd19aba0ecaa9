//! The SDK lab: apps made of real libraries by real R8, and the score of finding them again. Refuses to commit any
//! library: they are fetched by package, version and hash.

mod agreement;
mod build;
mod callers;
mod evidence;
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
    // The slice builds other apps under names of their own.
    let apps = plan::apps(&libraries, if only_ci { "ci" } else { "" });
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
    record::write(root, &libraries, &apps, &failed, &board, only_ci, date)?;
    agreement::check(root, &board.agreement)
}
