//! Runs the benchmarks; measures nothing itself.

use std::path::Path;

use anyhow::Result;

use crate::process::Tool;

/// Runs `cargo bench` for the whole workspace.
pub(crate) fn run(root: &Path) -> Result<()> {
    Tool::new("cargo")
        .args(["bench", "--workspace"])
        .dir(root)
        .run()
}
