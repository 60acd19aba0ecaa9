//! Errors of catalogue files; refuses to hide which file and which entry.

use std::fmt;

/// One fault of one catalogue file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path inside the catalogue folder.
    pub file: String,
    /// Entry id, line or other place; empty when the whole file is meant.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            write!(f, "{}: {}", self.file, self.what)
        } else {
            write!(f, "{}: {}: {}", self.file, self.place, self.what)
        }
    }
}

/// Why catalogues cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RulesetError {
    /// Source files do not parse or do not pass the checks.
    #[error("{}", join(.0))]
    Source(Vec<Problem>),
    /// The compiled image is damaged or of another version.
    #[error("catalogue image: {what} at byte {offset}")]
    Image {
        /// What is wrong.
        what: &'static str,
        /// Where in the image.
        offset: usize,
    },
    /// The catalogues cannot be written as an image.
    #[error("catalogue image: {0}")]
    Encode(String),
}

fn join(problems: &[Problem]) -> String {
    let mut out = String::new();
    for (n, problem) in problems.iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        out.push_str(&problem.to_string());
    }
    out
}
