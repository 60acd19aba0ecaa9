//! Evaluates rules over the facts of one app: findings, checks, the coverage matrix, the two lists.
//!
//! Input is an [`app_facts::AppFacts`] and the rules of a [`ruleset::Knowledge`]; output is an
//! [`app_facts::Judgement`]. The crate sees nothing of the app but its facts. It refuses conclusions: each finding is
//! evidence with the clause it speaks to, a missing input gives `not_evaluated`, and what was not seen is never passed.

mod category;
mod clauses;
mod compile;
pub mod declaration;
mod evaluate;
pub mod fixture;
mod lists;
mod matching;
mod matrix;
mod merge;
mod options;
mod parties;
mod rows;
mod view;
mod words;

pub use category::{CategoryError, find_category, resolve_categories};
pub use clauses::{Cited, cite, names_clause};
pub use evaluate::Judge;
pub use options::{EvalOptions, Previous};
