//! Runs the committed seeds, or the files given, through their targets; refuses a target without seeds.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use privlens_fuzz::{TARGETS, Target};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.split_first() {
        None => replay_all(),
        Some((name, files)) => replay_files(name, files),
    };
    match result {
        Ok(n) => {
            println!("{n} inputs");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("replay: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn replay_all() -> Result<usize, String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut n = 0;
    for target in TARGETS {
        let mut seeds = files(&corpus.join(target.0))?;
        seeds.sort();
        if seeds.is_empty() {
            return Err(format!("the target {} has no seed", target.0));
        }
        for seed in &seeds {
            run(target, seed)?;
        }
        n += seeds.len();
    }
    Ok(n)
}

fn replay_files(name: &str, files: &[String]) -> Result<usize, String> {
    let target = TARGETS
        .iter()
        .find(|target| target.0 == name)
        .ok_or_else(|| format!("there is no target {name}"))?;
    for file in files {
        run(target, Path::new(file))?;
    }
    Ok(files.len())
}

/// A panic ends the process; the line before it names the input.
fn run(target: &Target, path: &Path) -> Result<(), String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{} {}", target.0, path.display());
    (target.1)(&bytes);
    // A cut input is the most common damage there is.
    for cut in [bytes.len() / 2, bytes.len().saturating_sub(1)] {
        (target.1)(bytes.get(..cut).unwrap_or_default());
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        files.push(entry.map_err(fail)?.path());
    }
    Ok(files)
}
