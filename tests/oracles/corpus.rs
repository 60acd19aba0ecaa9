//! Which apps the oracles read and how other programs are started; fetches and installs nothing.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The table that `cargo xtask corpus` fetches by: its first column is the slice, its sixth the file name.
const TABLE: &str = include_str!("../../crates/xtask/data/corpus.tsv");

/// One app of the corpus.
#[derive(Debug, Clone)]
pub(super) struct App {
    pub(super) name: String,
    pub(super) path: PathBuf,
}

impl App {
    pub(super) fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).unwrap()
    }
}

/// True for the run over the whole corpus.
pub(super) fn is_full() -> bool {
    std::env::var("PRIVLENS_ORACLES").is_ok_and(|value| value == "full")
}

/// The apps to read; `None`, with a line that says so, when something is missing and nobody insists on it.
pub(super) fn apps(test: &str, programs: &[&Path]) -> Option<Vec<App>> {
    let folder = root().join("target/corpus");
    let slices: &[&str] = if is_full() { &["ci", "full"] } else { &["ci"] };
    let mut apps = Vec::new();
    let mut missing = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let (Some(slice), Some(name)) = (cells.first(), cells.get(5)) else {
            continue;
        };
        if !slices.contains(slice) {
            continue;
        }
        let path = folder.join(name);
        if !path.is_file() {
            missing.push(path.display().to_string());
        }
        apps.push(App {
            name: (*name).to_owned(),
            path,
        });
    }
    assert!(
        apps.len() >= 5,
        "the corpus table lists {} apps",
        apps.len()
    );
    for program in programs {
        if Command::new(program)
            .arg("--help")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_err()
        {
            missing.push(program.display().to_string());
        }
    }
    if missing.is_empty() {
        apps.sort_by(|a, b| a.name.cmp(&b.name));
        return Some(apps);
    }
    let missing = missing.join(", ");
    assert!(
        std::env::var("PRIVLENS_REQUIRE_INPUTS").is_err() && !is_full(),
        "missing: {missing}"
    );
    eprintln!(
        "{test}: skipped, `cargo xtask corpus` and `cargo xtask test` bring what is missing: {missing}"
    );
    None
}

/// Whether the corpus table names the app, in any slice.
pub(super) fn lists(app: &str) -> bool {
    TABLE
        .lines()
        .any(|line| line.split('\t').nth(5) == Some(app))
}

/// The repository.
pub(super) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// An empty folder of a test's own.
pub(super) fn scratch(test: &str, app: &App) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("oracles")
        .join(test)
        .join(&app.name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What another program printed.
#[derive(Debug)]
pub(super) struct Printed {
    pub(super) is_ok: bool,
    pub(super) stdout: String,
    pub(super) stderr: String,
}

/// Runs another program to its end; bytes that are not UTF-8 become U+FFFD.
pub(super) fn run(program: &Path, arguments: &[&Path]) -> Printed {
    let output = Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    Printed {
        is_ok: output.status.success(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
