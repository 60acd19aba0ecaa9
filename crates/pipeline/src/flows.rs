//! The stage that follows values; refuses to take the report down with it: a failure here becomes a gap.

use app_facts::{Access, Coverage, Flow, Gap, HostFact};
use call_graph::{AppInput, CallGraph, Index};
use data_flow::{FlowCoverage, FlowInput, FlowResult, Resources, SummaryCache, TextField};
use program_model::Program;

use crate::marks::gap;

/// What a scan without this stage says in its place.
pub(crate) fn left_out(
    name: &str,
    coverage: &mut Coverage,
    gaps: &mut Vec<Gap>,
) -> (Vec<Flow>, Vec<HostFact>) {
    FlowCoverage::Skipped
        .word()
        .clone_into(&mut coverage.data_flow);
    gaps.push(gap(
        "data-flow",
        "flows",
        name,
        "the scan was asked not to follow values",
        "where values go, and which hosts the code names, is not known",
    ));
    (Vec::new(), Vec::new())
}

/// Flows and hosts of one app.
#[expect(
    clippy::too_many_arguments,
    reason = "what the stages before gave, each once"
)]
pub(crate) fn run(
    program: &Program<'_>,
    index: &Index<'_>,
    graph: &CallGraph,
    app: &AppInput,
    accesses: &[Access],
    fields: &[TextField],
    resources: &dyn Resources,
    cache: Option<SummaryCache<'_>>,
    coverage: &mut Coverage,
    gaps: &mut Vec<Gap>,
) -> (Vec<Flow>, Vec<HostFact>) {
    let work = std::panic::AssertUnwindSafe(|| {
        data_flow::analyze(&FlowInput {
            program,
            graph,
            index,
            catalogues: index.catalogues(),
            app,
            accesses,
            fields,
            resources: Some(resources),
            cache,
        })
    });
    let result = std::panic::catch_unwind(work).unwrap_or_else(|_| {
        gaps.push(gap(
            "data-flow",
            "flows",
            "",
            "the stage failed",
            "where values go is not known",
        ));
        FlowResult::default()
    });
    result.coverage.word().clone_into(&mut coverage.data_flow);
    gaps.extend(result.gaps);
    (result.flows, result.hosts)
}
