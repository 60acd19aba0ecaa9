//! Reads the programs of a suite and runs the analyser over all of them at once. Compares nothing.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::truth::{self, Truth};

/// A program with its truth and its report.
pub struct Program {
    /// `category/name`.
    pub name: String,
    /// The category.
    pub category: String,
    /// What was written by hand.
    pub truth: Truth,
    /// What the analyser printed.
    pub report: Value,
}

/// The folders of the programs of a suite, sorted.
pub fn folders(root: &Path, suite: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for category in children(&root.join("samples/suites").join(suite)) {
        found.extend(
            children(&category)
                .into_iter()
                .filter(|program| program.join(truth::FILE).is_file()),
        );
    }
    found
}

fn children(folder: &Path) -> Vec<PathBuf> {
    if !folder.is_dir() {
        return Vec::new();
    }
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    found
}

/// The truth of one program.
pub fn truth(folder: &Path) -> Truth {
    let text = std::fs::read_to_string(folder.join(truth::FILE)).unwrap();
    let truth: Truth = match serde_saphyr::from_str(&text) {
        Ok(truth) => truth,
        Err(error) => panic!("{}: {error}", folder.display()),
    };
    assert_eq!(truth.format, truth::FORMAT, "{}", folder.display());
    assert!(
        ["none", "real", "stub"].contains(&truth.linked.as_str()),
        "{}: linked {}",
        folder.display(),
        truth.linked
    );
    truth
}

/// Every program of a suite with its report.
pub fn read(root: &Path, suite: &str) -> Vec<Program> {
    read_with(root, suite, "as-it-is", &[])
}

/// The same with further arguments; the name keeps its files apart from those of other runs.
pub fn read_with(root: &Path, suite: &str, run: &str, arguments: &[&str]) -> Vec<Program> {
    read_part(root, suite, run, arguments, &[])
}

/// The same of the programs in some categories; without any, of all.
pub fn read_part(
    root: &Path,
    suite: &str,
    run: &str,
    arguments: &[&str],
    categories: &[&str],
) -> Vec<Program> {
    let scratch = root.join("target/tmp").join(format!("suite-{suite}-{run}"));
    std::fs::create_dir_all(&scratch).unwrap();
    let list = scratch.join("apps.txt");
    let out = scratch.join("reports.jsonl");
    let _ = std::fs::remove_file(&out);
    let mut paths = String::new();
    let mut by_digest = HashMap::new();
    let mut folders = folders(root, suite);
    folders.retain(|folder| {
        categories.is_empty()
            || categories
                .iter()
                .any(|part| shown(folder).starts_with(part))
    });
    for (index, folder) in folders.iter().enumerate() {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let apk = folder.join(format!("{name}.apk"));
        let bytes = std::fs::read(&apk).unwrap_or_else(|_| panic!("no {}", apk.display()));
        by_digest.insert(hex(&bytes), index);
        paths.push_str(apk.to_str().unwrap());
        paths.push('\n');
    }
    std::fs::write(&list, paths).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_privlens"))
        .args(["scan", "--format", "jsonl", "--progress", "none", "--list"])
        .arg(&list)
        .args(arguments)
        .arg("--output")
        .arg(&out)
        .output()
        .unwrap();
    let text = std::fs::read_to_string(&out)
        .unwrap_or_else(|_| panic!("no reports: {}", String::from_utf8_lossy(&output.stderr)));
    let mut reports: Vec<Option<Value>> = folders.iter().map(|_| None).collect();
    for line in text.lines() {
        let report: Value = serde_json::from_str(line).unwrap();
        let digest = report["app"]["files"][0]["sha256"].as_str().unwrap_or("");
        if let Some(index) = by_digest.get(digest) {
            reports[*index] = Some(report);
        }
    }
    folders
        .iter()
        .zip(reports)
        .map(|(folder, report)| Program {
            name: shown(folder),
            category: shown(folder.parent().unwrap())
                .split('/')
                .nth(1)
                .unwrap()
                .to_owned(),
            truth: truth(folder),
            report: report.unwrap_or_else(|| panic!("no report of {}", folder.display())),
        })
        .collect()
}

/// The last two parts of a path.
fn shown(folder: &Path) -> String {
    let parts: Vec<&str> = folder.iter().map(|part| part.to_str().unwrap()).collect();
    parts[parts.len() - 2..].join("/")
}

fn hex(bytes: &[u8]) -> String {
    let mut out = String::new();
    for byte in Sha256::digest(bytes) {
        write!(out, "{byte:02x}").unwrap();
    }
    out
}
