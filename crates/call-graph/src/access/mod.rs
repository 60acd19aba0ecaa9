//! Accesses: places where catalogued interfaces read personal information.

mod candidate;
pub(crate) mod facts;
mod find;
mod holder;
mod matched;
pub(crate) mod texts;

pub(crate) use candidate::Candidate;
pub(crate) use find::{Found, find};
pub(crate) use matched::Matched;
