//! Facts to the public report: the JSON contract, the terminal text, and the match of pasted stacks.
//!
//! Input is an [`app_facts::AppFacts`] with the names of things passed in as [`Labels`]. This crate
//! refuses to read files, catalogues or the clock, and to add any judgement that the facts do not hold.
//! Field names of the JSON belong to the contract `privlens-report/1`: fields may be added, never renamed.

mod contract;
pub mod json;
mod labels;
pub mod mapping;
pub mod names;
mod run_info;
pub mod stack;
pub mod text;

pub use labels::{KindLabel, Labels, Lang, LocalName};
pub use run_info::RunInfo;

/// The word of reports for when something happens.
pub fn phase_word(phase: app_facts::Phase) -> &'static str {
    contract::phase(phase)
}
