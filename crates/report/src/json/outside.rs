//! Requests for permissions and code outside the DEX files in the shape of the JSON report; refuses to interpret them.

use app_facts::{AppFacts, PermissionRequest};
use serde::Serialize;

use super::build::{frame, owner, site};
use super::model;
use crate::contract;
use crate::mapping::Mapping;

#[derive(Serialize)]
pub(super) struct Request<'a> {
    id: String,
    permissions: &'a [String],
    site: model::Site<'a>,
    owner: model::Owner<'a>,
    phase: Option<&'static str>,
    chain: Vec<model::Frame<'a>>,
    rationale: Option<&'a str>,
    on_denied: &'a str,
}

#[derive(Serialize)]
pub(super) struct Repeat<'a> {
    kind: &'a str,
    period_ms: Option<u64>,
}

#[derive(Serialize)]
pub(super) struct Framework<'a> {
    id: &'a str,
    name: model::Names<'a>,
    version: Option<&'a str>,
    opaque: bool,
    evidence: &'a [String],
    settings: Vec<Setting<'a>>,
    n_bundles: u32,
    bundles: Vec<Bundle<'a>>,
}

#[derive(Serialize)]
struct Setting<'a> {
    key: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
struct Bundle<'a> {
    entry: &'a str,
    file: &'a str,
    form: &'a str,
    size: u64,
    readable: bool,
}

/// Code outside the app's own DEX files.
#[derive(Serialize)]
pub(super) struct Outside<'a> {
    native_libs: Vec<NativeLib<'a>>,
    unbound_natives: Vec<Unbound<'a>>,
    n_unbound_natives: u32,
    dex: Vec<Dex<'a>>,
    loads: Vec<Load<'a>>,
    unresolved_reflection: Vec<Count<'a>>,
}

#[derive(Serialize)]
struct NativeLib<'a> {
    name: &'a str,
    entry: &'a str,
    file: &'a str,
    abi: &'a str,
    abis: &'a [String],
    size: u64,
    soname: Option<&'a str>,
    needed: &'a [String],
    imports: u32,
    exports: u32,
    bound_methods: u32,
    loaded: bool,
    readable: bool,
}

#[derive(Serialize)]
struct Unbound<'a> {
    method: &'a str,
    reachable: bool,
}

#[derive(Serialize)]
struct Dex<'a> {
    entry: &'a str,
    file: &'a str,
    encoding: &'a str,
}

#[derive(Serialize)]
struct Load<'a> {
    loads: &'a str,
    api: &'a str,
    values: &'a [String],
    site: model::Site<'a>,
    owner: model::Owner<'a>,
    level: &'static str,
    phase: Option<&'static str>,
    chain: Vec<model::Frame<'a>>,
}

#[derive(Serialize)]
struct Count<'a> {
    owner: &'a str,
    count: u32,
}

pub(super) fn requests<'a>(
    list: &'a [PermissionRequest],
    mapping: Option<&Mapping>,
) -> Vec<Request<'a>> {
    list.iter()
        .enumerate()
        .map(|(n, fact)| Request {
            id: format!("r{}", n + 1),
            permissions: &fact.permissions,
            site: site(&fact.site, mapping),
            owner: owner(&fact.owner),
            phase: fact.phase.map(contract::phase),
            chain: fact.chain.iter().map(|step| frame(step, mapping)).collect(),
            rationale: fact.rationale.as_deref(),
            on_denied: &fact.on_denied,
        })
        .collect()
}

pub(super) fn repeat(repeat: Option<&app_facts::Repeat>) -> Option<Repeat<'_>> {
    repeat.map(|repeat| Repeat {
        kind: &repeat.kind,
        period_ms: repeat.period_ms,
    })
}

pub(super) fn frameworks(facts: &AppFacts) -> Vec<Framework<'_>> {
    facts
        .embedded
        .frameworks
        .iter()
        .map(|fact| Framework {
            id: &fact.id,
            name: model::Names {
                zh: &fact.name_zh,
                en: &fact.name_en,
            },
            version: fact.version.as_deref(),
            opaque: fact.opaque,
            evidence: &fact.evidence,
            settings: fact
                .settings
                .iter()
                .map(|(key, value)| Setting { key, value })
                .collect(),
            n_bundles: fact.n_bundles,
            bundles: fact
                .bundles
                .iter()
                .map(|bundle| Bundle {
                    entry: &bundle.entry,
                    file: &bundle.file,
                    form: &bundle.form,
                    size: bundle.size,
                    readable: bundle.readable,
                })
                .collect(),
        })
        .collect()
}

pub(super) fn outside<'a>(facts: &'a AppFacts, mapping: Option<&Mapping>) -> Outside<'a> {
    let all = &facts.embedded;
    Outside {
        native_libs: all
            .native_libs
            .iter()
            .map(|lib| NativeLib {
                name: &lib.name,
                entry: &lib.entry,
                file: &lib.file,
                abi: &lib.abi,
                abis: &lib.abis,
                size: lib.size,
                soname: lib.soname.as_deref(),
                needed: &lib.needed,
                imports: lib.imports,
                exports: lib.exports,
                bound_methods: lib.bound_methods,
                loaded: lib.loaded,
                readable: lib.readable,
            })
            .collect(),
        unbound_natives: all
            .unbound_natives
            .iter()
            .map(|one| Unbound {
                method: &one.method,
                reachable: one.reachable,
            })
            .collect(),
        n_unbound_natives: all.n_unbound_natives,
        dex: all
            .dex
            .iter()
            .map(|dex| Dex {
                entry: &dex.entry,
                file: &dex.file,
                encoding: &dex.encoding,
            })
            .collect(),
        loads: all
            .loads
            .iter()
            .map(|load| Load {
                loads: &load.loads,
                api: &load.api,
                values: &load.values,
                site: site(&load.site, mapping),
                owner: owner(&load.owner),
                level: contract::level(load.level),
                phase: load.phase.map(contract::phase),
                chain: load.chain.iter().map(|step| frame(step, mapping)).collect(),
            })
            .collect(),
        unresolved_reflection: all
            .unresolved_reflection
            .iter()
            .map(|(owner, count)| Count {
                owner,
                count: *count,
            })
            .collect(),
    }
}
