//! The SDK lab: apps made of real libraries by real R8, and the score of finding them again. Refuses to commit any
//! library: they are fetched by package, version and hash.

mod agreement;
mod bars;
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

/// Which libraries and apps take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slice {
    /// The few that every run of the checks builds.
    Small,
    /// The apps of the fresh libraries, with all profiles.
    Fresh,
    /// Everything.
    All,
}

/// Runs the lab, or the part of it that was asked for.
pub(crate) fn run(
    root: &Path,
    slice: Slice,
    build_only: bool,
    profiles_only: bool,
    date: Option<&str>,
) -> Result<()> {
    let libraries = libraries::load(root, slice == Slice::Small)?;
    // The slice builds other apps under names of their own.
    let mut apps = match slice {
        Slice::Small => plan::apps(&libraries, "ci"),
        Slice::Fresh => Vec::new(),
        Slice::All => plan::apps(&libraries, ""),
    };
    apps.extend(plan::fresh_apps(&libraries));
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
    record::write(root, &libraries, &apps, &failed, &board, slice, date)?;
    agreement::check(root, &board.agreement)?;
    bars::check(&board)
}
