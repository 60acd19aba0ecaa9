//! Starts other programs and prints lines; uses no shell, so no quoting can go wrong.

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// One call of another program. Its standard input is always empty.
pub(crate) struct Tool {
    program: OsString,
    args: Vec<OsString>,
    dir: Option<PathBuf>,
    env: Vec<(OsString, OsString)>,
}

impl Tool {
    /// A call of `program`, found on the path.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        Self {
            program: program.as_ref().to_owned(),
            args: Vec::new(),
            dir: None,
            env: Vec::new(),
        }
    }

    /// Adds one argument.
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.args.push(arg.as_ref().to_owned());
        self
    }

    /// Adds arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args
            .extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    /// Sets the working folder.
    pub(crate) fn dir(mut self, dir: &Path) -> Self {
        self.dir = Some(dir.to_owned());
        self
    }

    /// Sets one environment variable.
    pub(crate) fn env(mut self, key: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.env
            .push((key.as_ref().to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Runs the program with its output shown; fails unless it exits with zero.
    pub(crate) fn run(self) -> Result<()> {
        let status = self
            .command()
            .status()
            .with_context(|| format!("failed to start {}", self.shown()))?;
        if !status.success() {
            bail!("`{}` ended with {status}", self.shown());
        }
        Ok(())
    }

    /// Runs the program and returns its standard output; its error text is in the error.
    pub(crate) fn output(self) -> Result<String> {
        let output = self
            .command()
            .output()
            .with_context(|| format!("failed to start {}", self.shown()))?;
        if !output.status.success() {
            bail!(
                "`{}` ended with {}\n{}{}",
                self.shown(),
                output.status,
                String::from_utf8_lossy(&output.stdout),
                String::from_utf8_lossy(&output.stderr)
            );
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.args).stdin(Stdio::null());
        // The caller's locale must not change a tool's messages or sort order.
        command.env("LC_ALL", "C.UTF-8");
        for (key, value) in &self.env {
            command.env(key, value);
        }
        if let Some(dir) = &self.dir {
            command.current_dir(dir);
        }
        command
    }

    fn shown(&self) -> String {
        let mut text = self.program.to_string_lossy().into_owned();
        for arg in self.args.iter().take(6) {
            text.push(' ');
            text.push_str(&arg.to_string_lossy());
        }
        if self.args.len() > 6 {
            text.push_str(" …");
        }
        text
    }
}

/// Whether `program` can be started with `probe` as its only argument.
pub(crate) fn starts(program: impl AsRef<OsStr>, probe: &str) -> bool {
    Command::new(program)
        .arg(probe)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// Prints a line to standard output; a closed pipe is not an error.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}

/// Prints a line to standard error; a closed pipe is not an error.
pub(crate) fn say_error(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
