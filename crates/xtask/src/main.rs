//! Command line of the project's own tasks; holds no task logic and decides no result itself.

mod bench;
mod corpus;
mod fetch;
mod files;
mod r#gen;
mod licences;
mod oracles;
mod process;
mod samples;
mod sdk_lab;
mod spdx;
mod steps;
mod suite;
mod table;
mod tools;
mod zips;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::{Parser, Subcommand};

/// Tasks of the privlens workspace.
#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what the tests need, then run every check of the project.
    Test,
    /// Write the generated files, or with --check fail when they are out of date.
    Gen {
        /// Compare only; write nothing.
        #[arg(long)]
        check: bool,
    },
    /// Build the sample apps from source to signed APKs.
    Samples {
        /// Build this sample only; may be given more than once.
        #[arg(long, value_name = "NAME")]
        only: Vec<String>,
        /// Compare the recorded source and APK hashes; build nothing.
        #[arg(long)]
        check: bool,
    },
    /// Build the small programs of the suites.
    Suite {
        /// Build only programs with one of these words in their path, such as `flows` or `calls/gates`.
        #[arg(value_name = "PART")]
        only: Vec<String>,
        /// Build every program, not only those that changed.
        #[arg(long)]
        all: bool,
        /// Compare the recorded hashes; build nothing.
        #[arg(long)]
        check: bool,
    },
    /// Score the flows reported for a folder of apps against its expectation file.
    Score {
        /// The folder with the apps and `expected.tsv`.
        folder: PathBuf,
        /// The privlens to run.
        #[arg(long, value_name = "FILE")]
        binary: Option<PathBuf>,
    },
    /// Build the SDK lab with R8 and score what is found in it; writes a dated record.
    SdkLab {
        /// The small slice that every change is checked with.
        #[arg(long)]
        ci: bool,
        /// Only the apps of the libraries that were added when all thresholds stood.
        #[arg(long, conflicts_with = "ci")]
        fresh: bool,
        /// More apps of the families on which thresholds are set, and what each verdict on a version rests on.
        #[arg(long, conflicts_with_all = ["ci", "fresh"])]
        tune: bool,
        /// Build the apps and stop.
        #[arg(long)]
        build_only: bool,
        /// Write the profiles of the lab's libraries to the rule sets and stop.
        #[arg(long)]
        profiles: bool,
        /// Date of the record, YYYY-MM-DD.
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
    },
    /// Fetch the real APKs used by tests and benchmarks into target/corpus.
    Corpus {
        /// Fetch everything except the files marked as large.
        #[arg(long)]
        all: bool,
        /// Fetch the large files too.
        #[arg(long)]
        large: bool,
    },
    /// Compare privlens with independent programs over the whole corpus and keep a dated record.
    Oracles,
    /// Run the benchmarks.
    Bench,
    /// Run the tests that measure time, and many more damaged inputs than the tests do.
    Stress,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            process::say_error(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<()> {
    let root = workspace_root()?;
    match &args.task {
        Task::Test => steps::run(&root),
        Task::Gen { check } => r#gen::run(&root, *check),
        Task::Samples { only, check: true } => samples::check(&root, only),
        Task::Samples { only, check: false } => samples::build(&root, only),
        Task::Suite { check: true, .. } => suite::check(&root),
        Task::Suite { only, all, .. } => suite::build(&root, only, *all),
        Task::Score { folder, binary } => suite::score::run(&root, folder, binary.as_deref()),
        Task::Corpus { all, large } => {
            let slices: &[&str] = match (all, large) {
                (_, true) => &["ci", "full", "large"],
                (true, false) => &["ci", "full"],
                (false, false) => &["ci"],
            };
            corpus::fetch(&root, slices)
        }
        Task::SdkLab {
            ci,
            fresh,
            tune,
            build_only,
            profiles,
            date,
        } => {
            let slice = match (ci, fresh, tune) {
                (true, _, _) => sdk_lab::Slice::Small,
                (_, true, _) => sdk_lab::Slice::Fresh,
                (_, _, true) => sdk_lab::Slice::Tune,
                _ => sdk_lab::Slice::All,
            };
            sdk_lab::run(&root, slice, *build_only, *profiles, date.as_deref())
        }
        Task::Oracles => oracles::run(&root),
        Task::Bench => bench::run(&root),
        Task::Stress => steps::stress(&root),
    }
}

/// The folder with the workspace's `Cargo.toml`.
fn workspace_root() -> Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .map(Path::to_path_buf)
        .context("this crate is not two folders below the workspace root")
}
