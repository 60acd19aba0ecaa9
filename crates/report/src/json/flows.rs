//! Flows and hosts in the shape of the contract; refuses to reorder or interpret them.

use app_facts::{FlowConfidence, HostFact};
use serde::Serialize;

use crate::mapping::Mapping;

#[derive(Serialize)]
pub(super) struct Flow<'a> {
    id: String,
    data: &'a [String],
    source: Source<'a>,
    sink: Sink<'a>,
    confidence: &'static str,
    transforms: &'a [String],
    cuts: &'a [String],
    key: &'a str,
    path: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    api: &'a str,
    site: Site<'a>,
}

#[derive(Serialize)]
struct Sink<'a> {
    api: &'a str,
    kind: &'a str,
    site: Site<'a>,
    host: Option<&'a str>,
    scheme: Option<&'a str>,
    recipient: Option<&'a str>,
}

#[derive(Serialize)]
struct Site<'a> {
    method: &'a str,
    offset: u32,
}

#[derive(Serialize)]
struct Step<'a> {
    method: &'a str,
    offset: u32,
    line: Option<u32>,
    owner: &'a str,
    what: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mapped: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Host<'a> {
    #[serde(rename = "host")]
    name: &'a str,
    role: &'a str,
    sdk: Option<&'a str>,
    country: Option<&'a str>,
    country_basis: Option<&'a str>,
    schemes: &'a [String],
    seen: &'a str,
}

/// Ids of flows as the report writes them.
pub(super) fn flow_id(index: usize) -> String {
    format!("f{}", index + 1)
}

pub(super) fn flows<'a>(list: &'a [app_facts::Flow], mapping: Option<&Mapping>) -> Vec<Flow<'a>> {
    let site = |site: &'a app_facts::FlowSite| Site {
        method: &site.method,
        offset: site.offset,
    };
    list.iter()
        .enumerate()
        .map(|(index, flow)| Flow {
            id: flow_id(index),
            data: &flow.data,
            source: Source {
                api: &flow.source.api,
                site: site(&flow.source.site),
            },
            sink: Sink {
                api: &flow.sink.api,
                kind: &flow.sink.kind,
                site: site(&flow.sink.site),
                host: flow.sink.host.as_deref(),
                scheme: flow.sink.scheme.as_deref(),
                recipient: flow.sink.recipient.as_deref(),
            },
            confidence: confidence(flow.confidence),
            transforms: &flow.transforms,
            cuts: &flow.cuts,
            key: &flow.key,
            path: flow
                .path
                .iter()
                .map(|step| Step {
                    method: &step.method,
                    offset: step.offset,
                    line: step.line,
                    owner: &step.owner,
                    what: &step.what,
                    mapped: mapping.and_then(|mapping| mapping.readable(&step.method, step.line)),
                })
                .collect(),
        })
        .collect()
}

fn confidence(confidence: FlowConfidence) -> &'static str {
    match confidence {
        FlowConfidence::Confirmed => "confirmed",
        FlowConfidence::Probable => "probable",
    }
}

pub(super) fn hosts(list: &[HostFact]) -> Vec<Host<'_>> {
    list.iter()
        .map(|fact| Host {
            name: &fact.host,
            role: &fact.role,
            sdk: fact.sdk.as_deref(),
            country: fact.country.as_deref(),
            country_basis: fact.country_basis.as_deref(),
            schemes: &fact.schemes,
            seen: &fact.seen,
        })
        .collect()
}
