//! Accesses: places where catalogued interfaces read personal information.

mod candidate;
mod facts;
mod find;
mod matched;
mod texts;

pub(crate) use find::{Found, find};
pub(crate) use matched::Matched;
