//! Facts to the shape of the JSON report; refuses to reorder or interpret them.

use app_facts::{
    Access, AppFacts, ChainFrame, LevelSet, MAX_API, Owner, PermissionFact, SdkFact, Site,
};

use super::access_id;
use super::{disclosure, flows, judgement, model, outside, timeline};
use crate::RunInfo;
use crate::contract;
use crate::mapping::Mapping;
use crate::run_info::SCHEMA;

pub(super) fn report<'a>(
    facts: &'a AppFacts,
    run: &'a RunInfo,
    mapping: Option<&Mapping>,
) -> model::Report<'a> {
    let universe = LevelSet::range(facts.app.min_sdk, MAX_API);
    model::Report {
        schema: SCHEMA,
        tool: tool(run),
        ruleset: ruleset(run),
        app: app(facts, run),
        permissions: facts
            .permissions
            .iter()
            .enumerate()
            .map(|(index, fact)| permission(index, fact))
            .collect(),
        timeline: timeline::steps(&facts.timeline, mapping),
        permission_requests: outside::requests(&facts.permission_requests, mapping),
        accesses: facts
            .accesses
            .iter()
            .enumerate()
            .map(|(index, fact)| access(index, fact, universe, mapping))
            .collect(),
        flows: flows::flows(&facts.flows, mapping),
        hosts: flows::hosts(&facts.hosts),
        sdks: facts
            .sdks
            .iter()
            .map(|fact| {
                let disclosed = disclosure::disclosed(&facts.disclosure, fact);
                let init = timeline::inits(&facts.timeline, &fact.id, mapping);
                sdk(fact, disclosed, init)
            })
            .collect(),
        disclosure: disclosure::disclosure(&facts.disclosure),
        findings: judgement::findings(&facts.judgement),
        checks: judgement::checks(&facts.judgement),
        matrix: judgement::matrix(&facts.judgement),
        lists: judgement::lists(&facts.judgement),
        behaviours: &facts.behaviours,
        outside: outside::outside(facts, mapping),
        coverage: coverage(facts),
        gaps: facts
            .gaps
            .iter()
            .map(|gap| model::Gap {
                stage: &gap.stage,
                what: &gap.what,
                place: &gap.place,
                why: &gap.why,
                effect: &gap.effect,
            })
            .collect(),
    }
}

fn tool(run: &RunInfo) -> model::Tool<'_> {
    model::Tool {
        name: "privlens",
        version: &run.tool_version,
    }
}

fn ruleset(run: &RunInfo) -> model::Ruleset<'_> {
    model::Ruleset {
        version: &run.ruleset_version,
        knowledge_sha256: &run.knowledge_sha256,
        rules_sha256: &run.rules_sha256,
        jurisdictions: &run.jurisdictions,
        as_of: &run.as_of,
    }
}

/// What was read from documents, without an app.
pub(super) fn documents<'a>(facts: &'a AppFacts, run: &'a RunInfo) -> model::Documents<'a> {
    model::Documents {
        schema: SCHEMA,
        tool: tool(run),
        ruleset: ruleset(run),
        disclosure: disclosure::disclosure(&facts.disclosure),
    }
}

fn app<'a>(facts: &'a AppFacts, run: &'a RunInfo) -> model::App<'a> {
    let app = &facts.app;
    model::App {
        package: &app.package,
        version_name: app.version_name.as_deref(),
        version_code: app.version_code,
        label: model::Label {
            default: app.label.default.as_deref(),
            zh_cn: app.label.zh_cn.as_deref(),
        },
        min_sdk: app.min_sdk,
        target_sdk: app.target_sdk,
        files: app
            .files
            .iter()
            .map(|file| model::File {
                name: &file.name,
                sha256: &file.sha256,
                sha1: &file.sha1,
                md5: &file.md5,
                size: file.size,
                kind: &file.kind,
            })
            .collect(),
        signers: app
            .signers
            .iter()
            .map(|signer| model::Signer {
                file: &signer.file,
                scheme: &signer.scheme,
                subject: &signer.subject,
                cert_sha256: &signer.cert_sha256,
                cert_sha1: &signer.cert_sha1,
                cert_md5: &signer.cert_md5,
                public_key: &signer.public_key,
                not_before: &signer.not_before,
                not_after: &signer.not_after,
            })
            .collect(),
        categories: &run.categories,
        submission: None,
        tampering: app
            .tampering
            .iter()
            .map(|mark| model::Tampering {
                kind: &mark.kind,
                place: &mark.place,
                detail: &mark.detail,
            })
            .collect(),
    }
}

fn permission(index: usize, fact: &PermissionFact) -> model::Permission<'_> {
    model::Permission {
        id: format!("p{}", index + 1),
        name: &fact.name,
        protection: &fact.protection,
        declared: fact.declared,
        max_sdk: fact.max_sdk,
        flags: &fact.flags,
        status: contract::status(fact.status),
        accesses: fact
            .accesses
            .iter()
            .map(|access| access_id(*access))
            .collect(),
        uses: fact
            .uses
            .iter()
            .map(|place| model::PermissionUse {
                api: &place.api,
                method: &place.method,
                offset: place.offset,
                owner: &place.owner,
                reachable: place.reachable,
            })
            .collect(),
        owners: &fact.owners,
        why: fact.why.as_deref(),
    }
}

fn access<'a>(
    index: usize,
    fact: &'a Access,
    universe: LevelSet,
    mapping: Option<&Mapping>,
) -> model::Access<'a> {
    model::Access {
        id: access_id(index),
        data: &fact.data,
        api: &fact.api,
        site: site(&fact.site, mapping),
        owner: owner(&fact.owner),
        initiator: owner(&fact.initiator),
        level: contract::level(fact.level),
        phase: fact.phase.map(contract::phase),
        via: contract::via(fact.via),
        obtainable: fact
            .obtainable
            .map_or_else(|| "unknown".to_owned(), |levels| levels.describe(universe)),
        scope: contract::scope(fact.scope),
        repeat: outside::repeat(fact.repeat.as_ref()),
        background_weight: fact.background_weight,
        chain: fact.chain.iter().map(|step| frame(step, mapping)).collect(),
        chain_shortest: (!fact.chain_shortest.is_empty()).then(|| {
            fact.chain_shortest
                .iter()
                .map(|step| frame(step, mapping))
                .collect()
        }),
        cuts: &fact.cuts,
        model: &fact.model,
        key: &fact.key,
    }
}

pub(super) fn site<'a>(site: &'a Site, mapping: Option<&Mapping>) -> model::Site<'a> {
    model::Site {
        method: &site.method,
        offset: site.offset,
        line: site.line,
        dex: &site.dex,
        file: &site.file,
        mapped: mapping.and_then(|mapping| mapping.readable(&site.method, site.line)),
    }
}

pub(super) fn frame<'a>(frame: &'a ChainFrame, mapping: Option<&Mapping>) -> model::Frame<'a> {
    model::Frame {
        method: &frame.method,
        owner: &frame.owner,
        edge: &frame.edge,
        entry: frame.entry.as_deref(),
        offset: frame.offset,
        line: frame.line,
        mapped: mapping.and_then(|mapping| mapping.readable(&frame.method, frame.line)),
    }
}

pub(super) fn owner(owner: &Owner) -> model::Owner<'_> {
    model::Owner {
        kind: contract::owner_kind(owner.kind),
        sdk: owner.sdk.as_deref(),
    }
}

fn sdk<'a>(
    fact: &'a SdkFact,
    disclosed: Option<bool>,
    init: Vec<timeline::Init<'a>>,
) -> model::Sdk<'a> {
    let confidence = match fact.confidence {
        app_facts::SdkConfidence::Confirmed => "confirmed",
        app_facts::SdkConfidence::Fingerprint => "fingerprint",
        app_facts::SdkConfidence::Possible => "possible",
    };
    model::Sdk {
        id: &fact.id,
        name: model::Names {
            zh: &fact.name_zh,
            en: &fact.name_en,
        },
        vendor: model::Names {
            zh: &fact.vendor_zh,
            en: &fact.vendor_en,
        },
        country: fact.country.as_deref(),
        category: &fact.category,
        is_library: fact.is_library,
        version: fact.version.as_deref(),
        version_range: fact.version_range.as_deref(),
        confidence,
        evidence: fact
            .evidence
            .iter()
            .map(|evidence| model::Evidence {
                kind: &evidence.kind,
                value: &evidence.value,
                count: evidence.count,
            })
            .collect(),
        bundled_in: fact.bundled_in.as_deref(),
        reachable: fact.reachable,
        init,
        disclosed,
        data: &fact.data,
    }
}

fn coverage(facts: &AppFacts) -> model::Coverage<'_> {
    let coverage = &facts.coverage;
    model::Coverage {
        visibility: contract::visibility(coverage.visibility),
        dex_files: coverage.dex_files,
        added_dex: coverage.added_dex,
        classes: coverage.classes,
        methods: coverage.methods,
        methods_with_code: coverage.methods_with_code,
        methods_without_body: coverage.methods_without_body,
        methods_reachable: coverage.methods_reachable,
        native_libs: coverage.native_libs,
        unresolved_reflection: coverage.unresolved_reflection,
        instructions: coverage.instructions,
        call_edges: coverage.call_edges,
        frameworks: outside::frameworks(facts),
        packed: coverage.packed.as_deref(),
        complete: coverage.complete,
        data_flow: if coverage.data_flow.is_empty() {
            "skipped"
        } else {
            &coverage.data_flow
        },
    }
}
