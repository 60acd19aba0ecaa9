//! Rows of what code does: accesses, flows, behaviours, permission requests.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{
    Access, ChainFrame, FlowConfidence, Level, LevelSet, MAX_API, OwnerKind, Scope, Via,
};

use super::{Source, class_of, owner_kind, phase_word};
use crate::rows::{Columns, Doubt, Row, Val};

/// Classes of a chain that are looked at.
const MAX_CHAIN: usize = 64;

fn level_word(level: Level) -> &'static str {
    match level {
        Level::Reachable => "reachable",
        Level::Present => "present",
        Level::String => "string",
    }
}

fn entry(chain: &[ChainFrame]) -> Option<&str> {
    chain.first().and_then(|frame| frame.entry.as_deref())
}

fn via_word(via: Via) -> &'static str {
    match via {
        Via::Direct => "direct",
        Via::Reflection => "reflection",
        Via::Framework => "framework",
        Via::Native => "native",
        Via::Dynamic => "dynamic",
        Via::Script => "script",
    }
}

/// `all`, `some`, `none` or `unknown`.
fn obtainable(access: &Access, universe: LevelSet) -> &'static str {
    match access.obtainable {
        None => "unknown",
        Some(levels) if levels.and(universe).is_empty() => "none",
        Some(levels) if levels.and(universe) == universe => "all",
        Some(_) => "some",
    }
}

fn doubt(access: &Access, universe: LevelSet) -> Doubt {
    Doubt {
        not_obtainable: obtainable(access, universe) == "none",
        indirect: !matches!(access.via, Via::Direct | Via::Framework),
        cut: !access.cuts.is_empty(),
        unknown_owner: access.owner.kind == OwnerKind::Unknown,
        library: access.owner.kind == OwnerKind::Library,
        ..Doubt::default()
    }
}

pub(super) fn accesses<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let facts = source.facts;
    let universe = LevelSet::range(facts.app.min_sdk, MAX_API);
    let declared: BTreeSet<&str> = facts
        .permissions
        .iter()
        .filter(|permission| permission.declared)
        .map(|permission| permission.name.as_str())
        .collect();
    let columns = Columns::new(
        "access",
        &[
            "data",
            "group",
            "sensitive",
            "background_weight",
            "level",
            "phase",
            "entry",
            "owner",
            "owner_kind",
            "sdk_category",
            "initiator",
            "via",
            "scope",
            "obtainable",
            "api",
            "model",
            "class",
            "chain_class",
            "necessary",
            "repeat",
            "period_s",
            "period_known",
            "permitted",
        ],
    );
    facts
        .accesses
        .iter()
        .enumerate()
        .map(|(index, access)| {
            let mut classes: Vec<&str> = access
                .chain
                .iter()
                .take(MAX_CHAIN)
                .map(|frame| class_of(&frame.method))
                .collect();
            classes.dedup();
            let guards = source
                .kind(&access.data)
                .map(|kind| kind.permissions.as_slice())
                .unwrap_or_default();
            let (repeat, period) = repetition(access);
            Row {
                values: columns.row([
                    Val::word(&access.data),
                    source.data_group(&access.data),
                    source.sensitive(&access.data),
                    Val::Flag(access.background_weight || source.is_background(&access.data)),
                    Val::word(level_word(access.level)),
                    Val::maybe(access.phase.map(phase_word)),
                    Val::maybe(entry(&access.chain)),
                    Val::word(access.owner.short()),
                    Val::word(owner_kind(&access.owner)),
                    source.sdk_category(&access.owner),
                    Val::word(access.initiator.short()),
                    Val::word(via_word(access.via)),
                    Val::word(match access.scope {
                        Scope::Full => "full",
                        Scope::Narrow => "narrow",
                    }),
                    Val::word(obtainable(access, universe)),
                    Val::word(&access.api),
                    Val::word(&access.model),
                    Val::word(class_of(&access.site.method)),
                    Val::list(classes),
                    Val::word(source.union.necessary(&access.data)),
                    repeat,
                    period,
                    Val::Flag(
                        access
                            .repeat
                            .as_ref()
                            .is_some_and(|repeat| repeat.period_ms.is_some()),
                    ),
                    Val::Flag(
                        guards.is_empty()
                            || guards.iter().any(|name| declared.contains(name.as_str())),
                    ),
                ]),
                kind: "access",
                id: format!("a{}", index + 1),
                owner: Some(&access.owner),
                doubt: doubt(access, universe),
            }
        })
        .collect()
}

fn repetition(access: &Access) -> (Val<'_>, Val<'_>) {
    let Some(repeat) = &access.repeat else {
        return (Val::Missing, Val::Missing);
    };
    let period = repeat
        .period_ms
        .map_or(Val::Missing, |ms| Val::number(ms.div_ceil(1000)));
    (Val::word(&repeat.kind), period)
}

/// Sinks that are off the device.
fn host_role<'f>(source: &Source<'f>, host: Option<&str>, recipient: Option<&str>) -> &'f str {
    let Some(host) = host else {
        return if recipient.is_some() { "sdk" } else { "none" };
    };
    if source.group.owns_host(host) {
        return "first_party";
    }
    if recipient.is_some() {
        return "sdk";
    }
    let known = source.facts.hosts.iter().find(|fact| fact.host == host);
    match known.map(|fact| fact.role.as_str()) {
        Some(role @ ("sdk" | "hosting" | "first_party")) => role,
        _ if source.group.has_domains() => "third_party",
        _ => "unknown",
    }
}

pub(super) fn flows<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let facts = source.facts;
    let sites = source.by_site();
    let declared: BTreeMap<&str, &str> = facts
        .disclosure
        .declared_sdks
        .iter()
        .filter_map(|row| row.sdk.as_deref().map(|id| (id, row.matched.as_str())))
        .collect();
    let columns = Columns::new(
        "flow",
        &[
            "data",
            "group",
            "sensitive",
            "sink",
            "sink_api",
            "sink_site",
            "host",
            "host_role",
            "country",
            "scheme",
            "recipient",
            "same_group",
            "recipient_declared",
            "owner",
            "owner_kind",
            "sdk_category",
            "confidence",
            "transform",
            "phase",
            "entry",
            "sink_owner",
            "path_class",
        ],
    );
    let mut out = Vec::new();
    for (index, flow) in facts.flows.iter().enumerate() {
        let access = sites.get(&(flow.source.site.method.as_str(), flow.source.site.offset));
        let host = flow.sink.host.as_deref();
        let recipient = flow.sink.recipient.as_deref().or_else(|| {
            let fact = facts
                .hosts
                .iter()
                .find(|fact| Some(fact.host.as_str()) == host);
            fact.and_then(|fact| fact.sdk.as_deref())
        });
        let country = facts
            .hosts
            .iter()
            .find(|fact| Some(fact.host.as_str()) == host)
            .and_then(|fact| fact.country.as_deref())
            .or_else(|| {
                recipient
                    .and_then(|id| source.sdk(id))
                    .and_then(|sdk| sdk.country.as_deref())
            });
        let same_group = recipient.is_some_and(|id| source.same_group(id))
            || host.is_some_and(|host| source.group.owns_host(host));
        let owner_step = flow.path.first().map(|step| step.owner.as_str());
        let (owner, kind) = if let Some(access) = access {
            (access.owner.short(), owner_kind(&access.owner))
        } else {
            let short = owner_step.unwrap_or("unknown");
            let kind = match short {
                "app" => "app",
                "unknown" => "unknown",
                "library" => "library",
                _ => "sdk",
            };
            (short, kind)
        };
        for data in &flow.data {
            out.push(Row {
                values: columns.row([
                    Val::word(data),
                    source.data_group(data),
                    source.sensitive(data),
                    Val::word(&flow.sink.kind),
                    Val::word(&flow.sink.api),
                    Val::own(format!(
                        "{}@{}",
                        flow.sink.site.method, flow.sink.site.offset
                    )),
                    Val::maybe(host),
                    Val::word(host_role(source, host, recipient)),
                    Val::maybe(country),
                    Val::maybe(flow.sink.scheme.as_deref()),
                    Val::maybe(recipient),
                    Val::Flag(same_group),
                    Val::word(if facts.disclosure.has_policy() {
                        recipient
                            .and_then(|id| declared.get(id).copied())
                            .unwrap_or("no")
                    } else {
                        "unknown"
                    }),
                    Val::word(owner),
                    Val::word(kind),
                    access.map_or(Val::Missing, |access| source.sdk_category(&access.owner)),
                    Val::word(match flow.confidence {
                        FlowConfidence::Confirmed => "confirmed",
                        FlowConfidence::Probable => "probable",
                    }),
                    Val::strings(&flow.transforms),
                    Val::maybe(access.and_then(|access| access.phase).map(phase_word)),
                    access.map_or(Val::Missing, |access| Val::maybe(entry(&access.chain))),
                    Val::maybe(flow.path.last().map(|step| step.owner.as_str())),
                    Val::list(
                        flow.path
                            .iter()
                            .take(MAX_CHAIN)
                            .map(|step| class_of(&step.method)),
                    ),
                ]),
                kind: "flow",
                id: format!("f{}", index + 1),
                owner: access.map(|access| &access.owner),
                doubt: Doubt {
                    cut: !flow.cuts.is_empty(),
                    probable: flow.confidence == FlowConfidence::Probable,
                    same_group,
                    ..Doubt::default()
                },
            });
        }
    }
    out
}

pub(super) fn behaviours<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let columns = Columns::new(
        "behaviour",
        &[
            "id",
            "level",
            "phase",
            "entry",
            "owner",
            "owner_kind",
            "sdk_category",
            "initiator",
            "api",
            "value",
            "number",
            "beside",
            "class",
            "method",
        ],
    );
    let loads = source
        .facts
        .embedded
        .loads
        .iter()
        .filter(|load| !matches!(load.loads.as_str(), "library" | "own_dex"))
        .map(|load| Row {
            values: columns.row([
                Val::word("dynamic_code"),
                Val::word(level_word(load.level)),
                Val::maybe(load.phase.map(phase_word)),
                Val::maybe(entry(&load.chain)),
                Val::word(load.owner.short()),
                Val::word(owner_kind(&load.owner)),
                source.sdk_category(&load.owner),
                Val::Missing,
                Val::word(&load.api),
                Val::strings(&load.values),
                Val::Missing,
                Val::Missing,
                Val::word(class_of(&load.site.method)),
                Val::word(&load.site.method),
            ]),
            kind: "behaviour",
            id: format!("dynamic_code@{}:{}", load.site.method, load.site.offset),
            owner: Some(&load.owner),
            doubt: Doubt {
                unknown_owner: load.owner.kind == OwnerKind::Unknown,
                ..Doubt::default()
            },
        });
    source
        .facts
        .behaviours
        .iter()
        .map(|row| Row {
            values: columns.row([
                Val::word(&row.id),
                Val::word(level_word(row.level)),
                Val::maybe(row.phase.map(phase_word)),
                Val::maybe(entry(&row.chain)),
                Val::word(row.owner.short()),
                Val::word(owner_kind(&row.owner)),
                source.sdk_category(&row.owner),
                Val::word(row.initiator.short()),
                Val::word(&row.api),
                Val::strings(&row.values),
                row.values
                    .iter()
                    .find_map(|text| text.parse::<f64>().ok())
                    .map_or(Val::Missing, rounded),
                Val::strings(&row.beside),
                Val::word(class_of(&row.site.method)),
                Val::word(&row.site.method),
            ]),
            kind: "behaviour",
            id: format!("{}@{}:{}", row.id, row.site.method, row.site.offset),
            owner: Some(&row.owner),
            doubt: Doubt {
                unknown_owner: row.owner.kind == OwnerKind::Unknown,
                ..Doubt::default()
            },
        })
        .chain(loads)
        .collect()
}

/// A number as text, cut to whole units.
fn rounded(value: f64) -> Val<'static> {
    let text = format!("{:.0}", value.trunc());
    text.parse::<i64>().map_or(Val::Missing, Val::Number)
}

pub(super) fn requests<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let columns = Columns::new(
        "permission_request",
        &[
            "permission",
            "group",
            "groups",
            "personal",
            "phase",
            "entry",
            "owner",
            "owner_kind",
            "sdk_category",
            "rationale",
            "on_denied",
            "exit_scope",
            "spacing",
            "relevance",
            "unneeded",
        ],
    );
    source
        .facts
        .permission_requests
        .iter()
        .enumerate()
        .map(|(index, request)| {
            let mut groups: Vec<&str> = Vec::new();
            let mut personal = 0_usize;
            for group in request
                .permissions
                .iter()
                .filter_map(|name| source.group_of(name))
            {
                if !groups.contains(&group.name.as_str()) {
                    groups.push(&group.name);
                    personal += usize::from(group.personal);
                }
            }
            let relevance = ["low", "unknown", "usual", "needed"]
                .into_iter()
                .find(|word| {
                    groups
                        .iter()
                        .any(|group| source.union.relevance(group) == *word)
                });
            let unneeded: Vec<&str> = groups
                .iter()
                .filter(|group| {
                    let data = source.guarded_by(group);
                    !data.is_empty() && data.iter().all(|id| source.union.necessary(id) == "no")
                })
                .copied()
                .collect();
            Row {
                values: columns.row([
                    Val::strings(&request.permissions),
                    Val::list(groups),
                    Val::number(personal),
                    Val::Flag(personal > 0),
                    Val::maybe(request.phase.map(phase_word)),
                    Val::maybe(entry(&request.chain)),
                    Val::word(request.owner.short()),
                    Val::word(owner_kind(&request.owner)),
                    source.sdk_category(&request.owner),
                    Val::word(if request.rationale.is_some() {
                        "yes"
                    } else {
                        "no"
                    }),
                    Val::word(&request.on_denied),
                    Val::word(&request.exit_scope),
                    Val::word(&request.spacing),
                    Val::maybe(relevance),
                    Val::list(unneeded),
                ]),
                kind: "permission_request",
                id: format!("r{}", index + 1),
                owner: Some(&request.owner),
                doubt: Doubt {
                    unknown_owner: request.owner.kind == OwnerKind::Unknown,
                    ..Doubt::default()
                },
            }
        })
        .collect()
}
