//! A possible access before its chain is known; of several at one place and kind the surest stays.

use app_facts::{Level, Scope, Via};
use program_model::DefId;

use crate::index::PointId;

/// A possible access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) def: DefId,
    pub(crate) offset: u32,
    pub(crate) point: PointId,
    pub(crate) api: String,
    pub(crate) level: Level,
    pub(crate) scope: Scope,
    pub(crate) via: Via,
    pub(crate) cuts: Vec<String>,
}
