//! Runs the program as a child with bounds on memory, processor time and patience; refuses to hide how it
//! ended.

use std::fs::File;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Address space of the child in KiB: 2 GiB.
const MEMORY_KIB: u32 = 2 << 20;
/// Processor seconds of the child.
const CPU_SECONDS: u32 = 20;
/// Wall time after which the child is ended: only a busy machine comes near.
const PATIENCE: Duration = Duration::from_mins(5);

/// How a run ended.
pub(crate) struct Run {
    /// Exit code; `None` after a signal.
    pub(crate) code: Option<i32>,
    pub(crate) signal: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) time: Duration,
}

impl Run {
    /// Nothing that a person should not see: no signal, no panic, no code but the documented ones.
    pub(crate) fn check(&self) -> Result<i32, String> {
        let bad_words = ["panicked", "internal error", "RUST_BACKTRACE", "overflowed"];
        if bad_words.iter().any(|word| self.stderr.contains(word)) {
            return Err(format!("internal error: {}", head(&self.stderr)));
        }
        match self.code {
            Some(code @ (0 | 2 | 3 | 4)) => Ok(code),
            code => Err(format!(
                "code {code:?}, signal {:?} after {:?}: {}",
                self.signal,
                self.time,
                head(&self.stderr)
            )),
        }
    }

    /// The report of a run that ended well.
    pub(crate) fn report(&self) -> Result<serde_json::Value, String> {
        let code = self.check()?;
        if code != 0 && code != 4 {
            return Err(format!("code {code}: {}", head(&self.stderr)));
        }
        serde_json::from_str(&self.stdout).map_err(|error| format!("not JSON: {error}"))
    }
}

fn head(text: &str) -> String {
    text.chars().take(500).collect()
}

/// A new folder for the files of one test.
pub(crate) fn folder(tag: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("robustness")
        .join(tag.replace(' ', "-"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Scans a file with these bytes.
pub(crate) fn scan_bytes(tag: &str, name: &str, bytes: &[u8], options: &[&str]) -> Run {
    let folder = folder(tag);
    std::fs::write(folder.join(name), bytes).unwrap();
    let run = scan(&folder, Path::new(name), options, 2);
    if run.code.is_some() {
        // Kept only when something went wrong.
        let _ = std::fs::remove_dir_all(&folder);
    }
    run
}

/// `privlens scan PATH` in a folder, on so many threads.
pub(crate) fn scan(folder: &Path, path: &Path, options: &[&str], threads: usize) -> Run {
    let out = folder.join("stdout.tmp");
    let err = folder.join("stderr.tmp");
    let begin = Instant::now();
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "ulimit -v {MEMORY_KIB}; ulimit -t {CPU_SECONDS}; ulimit -c 0; exec \"$0\" \"$@\""
        ))
        .arg(env!("CARGO_BIN_EXE_privlens"))
        .arg("scan")
        .args(options)
        .arg("--jobs")
        .arg(threads.to_string())
        .arg(path)
        .current_dir(folder)
        .env_clear()
        .env("LANG", "C")
        .env("PATH", "/usr/bin:/bin")
        .env("RAYON_NUM_THREADS", threads.to_string())
        .stdin(Stdio::null())
        .stdout(File::create(&out).unwrap())
        .stderr(File::create(&err).unwrap())
        .spawn()
        .unwrap();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begin.elapsed() > PATIENCE {
            child.kill().unwrap();
            break child.wait().unwrap();
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    Run {
        code: status.code(),
        signal: status.signal(),
        stdout: String::from_utf8(std::fs::read(&out).unwrap()).unwrap(),
        stderr: String::from_utf8(std::fs::read(&err).unwrap()).unwrap(),
        time: begin.elapsed(),
    }
}
