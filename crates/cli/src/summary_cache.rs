//! The folder of `--summary-cache`: summaries of methods kept from app to app. A scan never fails by it: what cannot be
//! read is made anew, what cannot be written is told once.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::SystemTime;

use pipeline::{CacheCounts, SummaryStore};

use crate::exit::note;

/// Ending of the files.
const ENDING: &str = "plsum";
/// Bytes of all files together; beyond, those that were written longest ago go.
const MAX_TOTAL: u64 = 1 << 30;
/// What is left when some had to go.
const LEFT: u64 = MAX_TOTAL / 4 * 3;
/// Largest file that is read.
const MAX_FILE: u64 = 16 << 20;

/// The folder.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    quiet: bool,
    /// Says why summaries were made.
    verbose: bool,
    failed: AtomicBool,
    n: AtomicU64,
    counts: Mutex<CacheCounts>,
}

impl Folder {
    /// Opens the folder, making it when it is not there.
    pub(crate) fn new(path: &Path, quiet: bool, verbose: bool) -> Self {
        let out = Self {
            path: path.to_owned(),
            quiet,
            verbose,
            failed: AtomicBool::new(false),
            n: AtomicU64::new(0),
            counts: Mutex::default(),
        };
        if let Err(error) = std::fs::create_dir_all(path) {
            out.fail(&error);
        }
        out
    }

    fn fail(&self, error: &std::io::Error) {
        if !self.failed.swap(true, Ordering::Relaxed) && !self.quiet {
            note(&format!(
                "--summary-cache {}: {error}; summaries are not kept",
                self.path.display()
            ));
        }
    }

    /// Tells what the cache did, and keeps the folder within its size.
    pub(crate) fn finish(&self) {
        if let Ok(counts) = self.counts.lock()
            && !self.quiet
        {
            let reasons: Vec<String> = counts
                .reasons
                .iter()
                .map(|(why, n)| format!("{n} {why}"))
                .collect();
            note(&format!(
                "summaries: {} from the cache, {} made and kept, {} made only",
                counts.found, counts.made, counts.untold,
            ));
            if self.verbose && !reasons.is_empty() {
                note(&format!("summaries made: {}", reasons.join(", ")));
            }
        }
        self.shrink();
    }

    fn shrink(&self) {
        let Ok(entries) = std::fs::read_dir(&self.path) else {
            return;
        };
        let mut files: Vec<(SystemTime, PathBuf, u64)> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
            .filter_map(|path| {
                let data = path.metadata().ok()?;
                Some((data.modified().ok()?, path, data.len()))
            })
            .collect();
        let mut total: u64 = files.iter().map(|(_, _, size)| *size).sum();
        if total <= MAX_TOTAL {
            return;
        }
        files.sort();
        for (_, path, size) in files {
            if total <= LEFT {
                break;
            }
            // Another process may have taken it away already.
            let _ = std::fs::remove_file(path);
            total = total.saturating_sub(size);
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path.join(format!("{name}.{ENDING}"))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the command line is where files are written"
    )]
    fn put(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        // Readers see the old file or the new one, never a part.
        let n = self.n.fetch_add(1, Ordering::Relaxed);
        let part = self
            .path
            .join(format!("{name}.{}.{n}.part", std::process::id()));
        let written =
            std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, self.file(name)));
        if written.is_err() {
            let _ = std::fs::remove_file(&part);
        }
        written
    }
}

impl SummaryStore for Folder {
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line is where files are opened"
    )]
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.file(name);
        let size = path.metadata().ok()?.len();
        (size <= MAX_FILE).then(|| std::fs::read(path).ok())?
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        if let Err(error) = self.put(name, bytes) {
            self.fail(&error);
        }
    }

    fn count(&self, counts: &CacheCounts) {
        if let Ok(mut all) = self.counts.lock() {
            all.add(counts);
        }
    }
}
