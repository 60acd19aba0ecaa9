//! The stage that follows values; refuses to take the report down with it: a failure here becomes a gap.

use app_facts::{Access, Coverage, Flow, Gap, HostFact};
use call_graph::{AppInput, CallGraph, Index};
use data_flow::{FlowInput, FlowResult, TextField};
use program_model::Program;

use crate::marks::gap;

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
