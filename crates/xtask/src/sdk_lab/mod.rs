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
    /// More apps of the families on which thresholds are set; none of them counts for the score.
    Tune,
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
        Slice::Tune => plan::set_apps(&libraries, &score::is_set(&libraries)),
        Slice::All => plan::apps(&libraries, ""),
    };
    if slice != Slice::Tune {
        apps.extend(plan::fresh_apps(&libraries));
    }
    // Versions are told without any doubt where nothing is dropped.
    let kinds = match slice {
        Slice::Tune => build::KINDS.split_at(3).1,
        _ => build::KINDS.as_slice(),
    };
    let built: &[_] = if profiles_only { &[] } else { &apps };
    let failed = build::build_all(root, &libraries, built, kinds)?;
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
    if slice == Slice::Tune {
        return record::write_verdicts(root, &board);
    }
    record::write(root, &libraries, &apps, &failed, &board, slice, date)?;
    agreement::check(root, &board.agreement)?;
    bars::check(&board)
}
