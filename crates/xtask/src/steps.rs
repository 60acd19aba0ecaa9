//! The order of the project's checks; each check is another program or another module of this crate.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::process::{Tool, say, say_error, starts};
use crate::{corpus, files, r#gen, licences, samples, sdk_lab, suite, tools};

/// Whether a step still runs after another one has failed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cost {
    /// Seconds: always runs, so that one run shows every such failure.
    Cheap,
    /// Minutes: does not run once a step has failed.
    Costly,
    /// As `Costly`, and without it no later costly step means anything.
    Setup,
}

struct Step {
    name: &'static str,
    cost: Cost,
    /// Returns a note for the summary.
    run: fn(&Path) -> Result<String>,
}

const STEPS: &[Step] = &[
    Step {
        name: "tools",
        cost: Cost::Setup,
        run: install_tools,
    },
    Step {
        name: "corpus",
        cost: Cost::Setup,
        run: fetch_corpus,
    },
    Step {
        name: "fmt",
        cost: Cost::Cheap,
        run: fmt,
    },
    Step {
        name: "clippy",
        cost: Cost::Costly,
        run: clippy,
    },
    // Before the tests, which look at the apps that it builds.
    Step {
        name: "sdk lab, small slice",
        cost: Cost::Costly,
        run: sdk_lab_slice,
    },
    Step {
        name: "tests",
        cost: Cost::Costly,
        run: unit_and_integration_tests,
    },
    Step {
        name: "doc tests",
        cost: Cost::Costly,
        run: doc_tests,
    },
    Step {
        name: "doc",
        cost: Cost::Costly,
        run: doc,
    },
    Step {
        name: "generated files",
        cost: Cost::Cheap,
        run: generated_files,
    },
    Step {
        name: "licences",
        cost: Cost::Cheap,
        run: licence_list,
    },
    Step {
        name: "fuzz replay",
        cost: Cost::Costly,
        run: fuzz_replay,
    },
    Step {
        name: "samples up to date",
        cost: Cost::Cheap,
        run: samples_up_to_date,
    },
];

/// Runs every step in order and fails when one of them failed.
pub(crate) fn run(root: &Path) -> Result<()> {
    let mut failed = false;
    let mut summary = Vec::new();
    let start = now();
    for step in STEPS {
        if failed && step.cost != Cost::Cheap {
            summary.push(format!("NOT RUN  {:<20} an earlier step failed", step.name));
            continue;
        }
        say(&format!("==> {}", step.name));
        let begin = now();
        let result = (step.run)(root);
        let time = seconds(begin.elapsed());
        let line = match result {
            Ok(note) => format!("ok       {:<20} {time:>7}  {note}", step.name),
            Err(error) => {
                failed = true;
                say_error(&format!("{}: {error:#}", step.name));
                let text = format!("{error:#}");
                let first = text.lines().next().unwrap_or_default();
                format!("FAILED   {:<20} {time:>7}  {first}", step.name)
            }
        };
        say(&line);
        summary.push(line);
    }
    say("");
    say("summary");
    for line in &summary {
        say(&format!("  {line}"));
    }
    let time = seconds(start.elapsed());
    if failed {
        bail!("checks failed after {time}");
    }
    say(&format!("all checks passed in {time}"));
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "step times are shown to a person and reach no result"
)]
fn now() -> std::time::Instant {
    std::time::Instant::now()
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn install_tools(root: &Path) -> Result<String> {
    tools::install_debian()?;
    tools::install_androguard(root)?;
    Ok(String::new())
}

fn fetch_corpus(root: &Path) -> Result<String> {
    corpus::fetch(root, &["ci"])?;
    Ok(String::new())
}

/// Builds a few apps with R8 and compares what is found in them with the committed record.
fn sdk_lab_slice(root: &Path) -> Result<String> {
    sdk_lab::run(root, sdk_lab::Slice::Small, false, false, None)?;
    Ok(String::new())
}

fn fmt(root: &Path) -> Result<String> {
    cargo(root, &["fmt", "--all", "--check"]).run()?;
    Ok(String::new())
}

fn clippy(root: &Path) -> Result<String> {
    cargo(
        root,
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--profile",
            "checked",
            "--locked",
            "--",
            "-D",
            "warnings",
        ],
    )
    .run()?;
    Ok(String::new())
}

fn unit_and_integration_tests(root: &Path) -> Result<String> {
    let nextest = starts("cargo-nextest", "--version");
    let arguments: &[&str] = if nextest {
        &[
            "nextest",
            "run",
            "--cargo-profile",
            "checked",
            "--workspace",
            "--locked",
        ]
    } else {
        &[
            "test",
            "--profile",
            "checked",
            "--workspace",
            "--locked",
            "--lib",
            "--bins",
            "--tests",
            "--examples",
        ]
    };
    let runner = if nextest {
        "cargo nextest"
    } else {
        "cargo test"
    };
    // Here everything was installed and fetched, so a test that would excuse itself must fail.
    cargo(root, arguments)
        .env("PRIVLENS_REQUIRE_INPUTS", "1")
        .run()?;
    Ok(format!("by {runner}"))
}

fn doc_tests(root: &Path) -> Result<String> {
    cargo(
        root,
        &[
            "test",
            "--doc",
            "--profile",
            "checked",
            "--workspace",
            "--locked",
        ],
    )
    .run()?;
    Ok(String::new())
}

fn doc(root: &Path) -> Result<String> {
    cargo(
        root,
        &[
            "doc",
            "--workspace",
            "--no-deps",
            "--profile",
            "checked",
            "--locked",
        ],
    )
    .env("RUSTDOCFLAGS", "-D warnings")
    .run()?;
    Ok(String::new())
}

fn generated_files(root: &Path) -> Result<String> {
    r#gen::run(root, true)?;
    Ok(String::new())
}

fn licence_list(root: &Path) -> Result<String> {
    Ok(format!("{} packages", licences::check(root)?))
}

fn fuzz_replay(root: &Path) -> Result<String> {
    let manifest = root.join("fuzz/Cargo.toml");
    if !manifest.is_file() {
        return Ok("there are no fuzz targets (no fuzz/Cargo.toml)".to_owned());
    }
    // The targets are plain functions, so the stable tool chain can run the seeds. The profile and the folder are
    // those of the tests, whose build of the same crates is used again.
    cargo(
        root,
        &["run", "--quiet", "--locked", "--profile", "checked"],
    )
    .args(["--manifest-path", "fuzz/Cargo.toml"])
    .args(["--target-dir", "target", "--example", "replay"])
    .run()?;
    // The tests make the seeds; without any, the replay would have run nothing.
    let seeds = files::files_below(&root.join("fuzz/corpus"))?.len();
    anyhow::ensure!(
        seeds > 0,
        "there are no seeds: the tests of `robustness` make them"
    );
    Ok(format!("{seeds} seeds"))
}

/// Growth of cost with size, and damaged inputs that the tests do not take. Not a step: a clock is no judge on a
/// busy machine.
pub(crate) fn stress(root: &Path) -> Result<()> {
    let test = [
        "test",
        "--profile",
        "checked",
        "--locked",
        "--package",
        "privlens",
        "--test",
        "robustness",
        "--",
        "--nocapture",
        "--test-threads",
    ];
    cargo(root, &test)
        .args(["1", "--ignored", "cost_grows"])
        .run()?;
    cargo(root, &test)
        .args(["2", "mutants"])
        .env("PRIVLENS_CASES", "2000..40000")
        .run()
}

fn samples_up_to_date(root: &Path) -> Result<String> {
    samples::check(root, &[])?;
    suite::check(root)?;
    Ok(String::new())
}

fn cargo(root: &Path, arguments: &[&str]) -> Tool {
    Tool::new("cargo").args(arguments).dir(root)
}
