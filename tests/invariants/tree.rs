//! The files of the repository as the invariants look at them; judges nothing.

use std::path::{Path, PathBuf};

/// Folders that hold build products or history.
const SKIPPED: &[&str] = &["target", ".git", ".tools", "node_modules"];

/// One text file.
pub(crate) struct File {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    /// Lines of code outside tests, with numbers from 1; lines that are only a comment are left out.
    pub(crate) fn code_lines(&self) -> Vec<(usize, &str)> {
        let mut lines = Vec::new();
        let mut rest = self.text.lines().enumerate().peekable();
        while let Some((number, line)) = rest.next() {
            let code = line.trim_start();
            if code == "#[cfg(test)]" {
                match rest.peek() {
                    // The module of tests is the last item of a file.
                    Some((_, next)) if next.starts_with("mod ") && next.ends_with('{') => break,
                    _ => {
                        rest.next();
                        continue;
                    }
                }
            }
            if !code.starts_with("//") {
                lines.push((number + 1, line));
            }
        }
        lines
    }

    /// Whether the whole file is a test.
    pub(crate) fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || self.path.ends_with("/tests.rs")
    }

    /// The crate's folder name for a file below `crates/`.
    pub(crate) fn crate_name(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }
}

/// Every UTF-8 file of the repository, sorted by path.
pub(crate) fn text_files(root: &Path) -> Vec<File> {
    paths(root)
        .into_iter()
        .filter_map(|path| {
            let text = String::from_utf8(std::fs::read(root.join(&path)).ok()?).ok()?;
            Some(File { path, text })
        })
        .collect()
}

/// Every Rust file of the repository, sorted by path.
pub(crate) fn rust_files(root: &Path) -> Vec<File> {
    text_files(root)
        .into_iter()
        .filter(|file| file.path.ends_with(".rs"))
        .collect()
}

/// Every path from `root`, with `/`, sorted.
pub(crate) fn paths(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                if !SKIPPED.contains(&name.as_str()) {
                    open.push(entry.path());
                }
            } else if kind.is_file() {
                let path = entry.path();
                let inside = path.strip_prefix(root).unwrap();
                found.push(inside.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}
