//! Pasted call stacks in the shapes that stores, regulators and tools print, and their match against
//! the accesses of an app; refuses to claim a match without a frame of the app in common.

mod find;
mod parse;
mod scan;

pub use find::{FrameMatch, MatchOptions, NoMatch, Outcome, StackMatch, With, find};
pub use parse::parse;

/// One frame of a pasted stack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Frame {
    /// Java class, nested classes with `$`.
    pub class: String,
    /// Method name.
    pub method: String,
    /// Source file as printed; `None` for `Native Method`, `Unknown Source` and shapes without it.
    pub file: Option<String>,
    /// Source line; `None` when absent, zero or negative.
    pub line: Option<u32>,
}

/// One stack, innermost frame first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Stack {
    /// Frames, the call that was made first.
    pub frames: Vec<Frame>,
    /// Line of the pasted text on which the stack begins, from 1.
    pub text_line: usize,
}
