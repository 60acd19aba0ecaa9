//! Exit codes and the one error type of the command line; refuses messages of more than one line,
//! except those of rule files, which point into the file.

use std::io::Write as _;
use std::process::ExitCode;

/// The table that `--help` prints.
pub(crate) const TABLE: &str = "\
Exit codes:
  0  done; no finding at or above --fail-on
  1  done; findings at or above --fail-on
  2  wrong usage, configuration or rule file
  3  an input could not be analysed
  4  an analysis is incomplete and --require-complete was given
With several inputs the worst code wins: 2, then 3, 4, 1, 0.";

/// What the process ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Done,
    Findings,
    Usage,
    Input,
    Incomplete,
}

impl Exit {
    fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Input => 3,
            Self::Incomplete => 4,
        }
    }

    fn weight(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Incomplete => 2,
            Self::Input => 3,
            Self::Usage => 4,
        }
    }

    /// The worse of two.
    pub(crate) fn worst(self, other: Self) -> Self {
        if other.weight() > self.weight() {
            other
        } else {
            self
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Why the command line stops.
#[derive(Debug)]
pub(crate) enum CliError {
    /// Wrong usage, configuration or rule file.
    Usage(String),
    /// An input that cannot be read or analysed.
    Input(String),
    /// Text of the argument parser, with its own layout; true when it is help that was asked for.
    Parser(String, bool),
    /// The reader of standard output went away: not an error.
    ClosedPipe,
}

impl CliError {
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) | Self::Parser(_, false) => Exit::Usage,
            Self::Input(_) => Exit::Input,
            Self::Parser(_, true) | Self::ClosedPipe => Exit::Done,
        }
    }

    /// Prints the error on standard error, or asked-for help on standard output.
    pub(crate) fn print(&self) {
        match self {
            Self::Usage(message) | Self::Input(message) => note(message),
            Self::Parser(text, false) => {
                let text = text.strip_prefix("error: ").unwrap_or(text);
                note(text.trim_end());
            }
            Self::Parser(text, true) => {
                // Nobody is left to tell when standard output is closed.
                let _ = std::io::stdout().lock().write_all(text.as_bytes());
            }
            Self::ClosedPipe => {}
        }
    }
}

impl std::fmt::Display for CliError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Usage(text) | Self::Input(text) | Self::Parser(text, _) => {
                formatter.write_str(text)
            }
            Self::ClosedPipe => formatter.write_str("standard output is closed"),
        }
    }
}

/// Prints one line on standard error.
pub(crate) fn note(message: &str) {
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(std::io::stderr().lock(), "privlens: {message}");
}

/// A fault of the program is told in one line with its place, so that a batch stays readable.
pub(crate) fn report_panics_in_one_line() {
    std::panic::set_hook(Box::new(|info| {
        let message = info
            .payload_as_str()
            .unwrap_or("no message")
            .replace('\n', " ");
        let place = info.location().map_or_else(
            || "unknown place".to_owned(),
            |location| format!("{}:{}", location.file(), location.line()),
        );
        note(&format!("internal error at {place}: {message}"));
    }));
}
