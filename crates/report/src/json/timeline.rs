//! The start-up timeline in JSON; refuses to reorder or interpret it.

use app_facts::TimelineStep;
use serde::Serialize;

use super::build::{frame, owner, site};
use super::model;
use crate::contract;
use crate::mapping::Mapping;

#[derive(Serialize)]
pub(super) struct Step<'a> {
    kind: &'a str,
    what: &'a str,
    sdk: Option<&'a str>,
    owner: model::Owner<'a>,
    initiator: model::Owner<'a>,
    phase: Option<&'static str>,
    site: model::Site<'a>,
    chain: Vec<model::Frame<'a>>,
}

/// A call that starts an SDK.
#[derive(Serialize)]
pub(super) struct Init<'a> {
    method: &'a str,
    role: &'a str,
    phase: Option<&'static str>,
    chain: Vec<model::Frame<'a>>,
}

pub(super) fn steps<'a>(list: &'a [TimelineStep], mapping: Option<&Mapping>) -> Vec<Step<'a>> {
    list.iter()
        .map(|step| Step {
            kind: &step.kind,
            what: &step.what,
            sdk: step.sdk.as_deref(),
            owner: owner(&step.owner),
            initiator: owner(&step.initiator),
            phase: step.phase.map(contract::phase),
            site: site(&step.site, mapping),
            chain: step.chain.iter().map(|one| frame(one, mapping)).collect(),
        })
        .collect()
}

/// The calls that start one SDK, in the order of the timeline.
pub(super) fn inits<'a>(
    list: &'a [TimelineStep],
    sdk: &str,
    mapping: Option<&Mapping>,
) -> Vec<Init<'a>> {
    list.iter()
        .filter(|step| {
            step.sdk.as_deref() == Some(sdk)
                && matches!(
                    step.kind.as_str(),
                    "init" | "pre_init" | "consent" | "switch"
                )
        })
        .map(|step| Init {
            method: &step.what,
            role: &step.kind,
            phase: step.phase.map(contract::phase),
            chain: step.chain.iter().map(|one| frame(one, mapping)).collect(),
        })
        .collect()
}
