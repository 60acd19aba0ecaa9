//! Reads, checks, compiles and explains the catalogues in `rulesets/`.
//!
//! This is the only crate that knows the file formats of the catalogues. Source files (YAML, and TSV for bulk
//! facts) are read by [`source`], checked by [`check`], and compiled into one binary [`image`] that is embedded in
//! the program and read in place. A user's own files are laid over the embedded catalogues by id ([`overlay`]).
//! The crate does no I/O: callers hand it paths and bytes.

pub mod check;
mod check_entry_points;
mod check_policy;
mod check_sdks;
mod error;
mod explain;
pub mod flow;
mod flow_check;
pub mod framework;
pub mod image;
pub mod judging;
mod knowledge;
mod levels;
pub mod overlay;
pub mod schema;
mod sites;
pub mod source;
mod text;

pub use error::{Problem, RulesetError};
pub use explain::{Explanation, Language};
pub use framework::FrameworkModel;
pub use knowledge::Knowledge;
pub use levels::parse_levels;
pub use text::Text;
