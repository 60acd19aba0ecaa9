//! Progress of a batch on standard error; refuses to touch standard output.

use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::args::ProgressArg;

/// A single input below this size is done before a bar could be read.
const LARGE_INPUT: u64 = 20 << 20;

/// Tells how far a batch is.
#[derive(Debug)]
pub(crate) enum Progress {
    None,
    Bar(ProgressBar),
    Json { total: usize },
}

impl Progress {
    /// The progress that was asked for; `auto` shows a bar on a terminal when there is much to do.
    pub(crate) fn new(asked: ProgressArg, quiet: bool, total: usize, largest: u64) -> Self {
        let much = total > 1 || largest >= LARGE_INPUT;
        match asked {
            _ if quiet => Self::None,
            ProgressArg::None => Self::None,
            ProgressArg::Json => Self::Json { total },
            ProgressArg::Auto if !much || !std::io::stderr().is_terminal() => Self::None,
            ProgressArg::Auto | ProgressArg::Bar => Self::Bar(bar(total)),
        }
    }

    /// An app is being analysed.
    pub(crate) fn started(&self, index: usize, name: &str) {
        match self {
            Self::None => {}
            Self::Bar(bar) => bar.set_message(name.to_owned()),
            Self::Json { total } => line(&json!({
                "event": "started", "index": index, "total": total, "input": name,
            })),
        }
    }

    /// An app is done; `error` when it has no report.
    pub(crate) fn done(&self, index: usize, name: &str, error: Option<&str>) {
        match self {
            Self::None => {}
            Self::Bar(bar) => bar.inc(1),
            Self::Json { total } => line(&json!({
                "event": if error.is_some() { "failed" } else { "done" },
                "index": index, "total": total, "input": name, "error": error,
            })),
        }
    }

    /// Takes the bar away while `print` writes, so that lines do not mix.
    pub(crate) fn suspend<T>(&self, print: impl FnOnce() -> T) -> T {
        match self {
            Self::Bar(bar) => bar.suspend(print),
            Self::None | Self::Json { .. } => print(),
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(total).unwrap_or(u64::MAX));
    // A template that does not parse leaves the default style.
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos}/{len} {elapsed} {wide_msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn line(value: &serde_json::Value) {
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(std::io::stderr().lock(), "{value}");
}
