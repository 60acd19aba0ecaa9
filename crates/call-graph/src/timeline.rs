//! The order in which start-up does what matters: entries, starts of SDKs, reads, requests, the dialog. Refuses to
//! order what runs at the same time: the order is that of the code along each chain, and what waits comes last.

use app_facts::{Access, Level, PermissionRequest, Phase, Scope, TimelineStep, Via};
use program_model::{DefId, MethodId};
use ruleset::schema::InitRole;

use crate::access::{Candidate, facts};
use crate::analysis::Shared;
use crate::events::Matches;
use crate::graph::{EdgeKind, method_name};
use crate::index::PointId;
use crate::phase::{Edge, Stage};

/// Steps kept.
const MAX_STEPS: usize = 600;
/// Calls of SDK methods looked at.
const MAX_CALLS: usize = 2_000;

/// Where a step stands: stage, what it waits for, entry, offsets along its chain.
type Place = (Stage, u8, u32, Vec<u32>);

/// What a call means for the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Init(u32, u32),
    Shows,
}

/// The steps in order.
pub(crate) fn steps(
    shared: &Shared<'_, '_>,
    accesses: &[Access],
    requests: &[PermissionRequest],
) -> Vec<TimelineStep> {
    let mut out: Vec<(Place, TimelineStep)> = entries(shared);
    out.extend(calls(shared));
    for access in accesses {
        let early = matches!(access.phase, Some(Phase::BeforeConsent));
        if !early || access.background_weight {
            continue;
        }
        let Some(place) = place_of_chain(shared, &access.chain) else {
            continue;
        };
        out.push((
            place,
            TimelineStep {
                kind: "read".to_owned(),
                what: access.data.clone(),
                sdk: access.owner.sdk.clone(),
                owner: access.owner.clone(),
                initiator: access.initiator.clone(),
                phase: access.phase,
                site: access.site.clone(),
                chain: access.chain.clone(),
            },
        ));
    }
    for request in requests {
        if request.phase != Some(Phase::BeforeConsent) {
            continue;
        }
        let Some(place) = place_of_chain(shared, &request.chain) else {
            continue;
        };
        out.push((
            place,
            TimelineStep {
                kind: "request".to_owned(),
                what: request.permissions.join(","),
                sdk: None,
                owner: request.owner.clone(),
                initiator: request.owner.clone(),
                phase: request.phase,
                site: request.site.clone(),
                chain: request.chain.clone(),
            },
        ));
    }
    out.sort();
    out.truncate(MAX_STEPS);
    out.into_iter().map(|(_, step)| step).collect()
}

/// Entry methods of start-up.
fn entries(shared: &Shared<'_, '_>) -> Vec<(Place, TimelineStep)> {
    let program = shared.program;
    let places: Vec<(DefId, u32)> = shared
        .chains
        .order
        .iter()
        .filter(|def| shared.chains.stage(**def) == Some(Stage::BeforeConsent))
        .filter(|def| {
            let chain = shared.chains.to(**def);
            matches!(chain.as_slice(), [(_, parent)] if parent.edge == Edge::Entry)
        })
        .map(|def| (*def, 0))
        .collect();
    describe(shared, &places)
        .into_iter()
        .map(|(def, access)| {
            let word = access
                .chain
                .first()
                .and_then(|frame| frame.entry.clone())
                .unwrap_or_else(|| program.def_name(def));
            let mut place = place(shared, def, 0);
            // The entry itself comes before all that it does.
            place.3.clear();
            (place, step("entry", word, None, access))
        })
        .collect()
}

/// Calls that start SDKs or show the dialog that asks for the agreement.
fn calls(shared: &Shared<'_, '_>) -> Vec<(Place, TimelineStep)> {
    let program = shared.program;
    let marks = marks(shared);
    let mut places: Vec<(DefId, u32)> = Vec::new();
    let mut meanings: Vec<Mark> = Vec::new();
    for def in &shared.chains.order {
        let dex = program.dex_of(*def);
        for event in program.events(*def) {
            if !event.kind.is_plain_invoke() || places.len() >= MAX_CALLS {
                continue;
            }
            let Some(method) = program.method_at(dex, event.index) else {
                continue;
            };
            for mark in marks.get(method) {
                if *mark == Mark::Shows && !shared.gates.borrow_mut().flags.near_dialog(*def) {
                    continue;
                }
                // A method of the SDK that calls its own start is not one.
                if let Mark::Init(sdk, _) = mark
                    && shared.owner_of(*def).sdk() == usize::try_from(*sdk).ok()
                {
                    continue;
                }
                places.push((*def, event.offset));
                meanings.push(*mark);
            }
        }
    }
    let described = describe(shared, &places);
    described
        .into_iter()
        .zip(meanings.iter().zip(&places))
        .map(|((def, access), (mark, (_, offset)))| {
            let place = place(shared, def, *offset);
            let step = match mark {
                Mark::Shows => {
                    let what = access.site.method.clone();
                    step("dialog", what, None, access)
                }
                Mark::Init(sdk, row) => {
                    let sdk = &shared.index.catalogues.sdks[*sdk as usize];
                    let init = &sdk.init[*row as usize];
                    let kind = match init.role {
                        InitRole::Init => "init",
                        InitRole::PreInit => "pre_init",
                        InitRole::Consent => "consent",
                        InitRole::Switch => "switch",
                    };
                    step(
                        kind,
                        init.method.to_string(),
                        Some(sdk.id.to_string()),
                        access,
                    )
                }
            };
            (place, step)
        })
        .collect()
}

fn step(kind: &str, what: String, sdk: Option<String>, access: Access) -> TimelineStep {
    TimelineStep {
        kind: kind.to_owned(),
        what,
        sdk,
        owner: access.owner,
        initiator: access.initiator,
        phase: access.phase,
        site: access.site,
        chain: access.chain,
    }
}

/// SDK methods and dialogs by the program's methods.
fn marks(shared: &Shared<'_, '_>) -> Matches<MethodId, Mark> {
    let program = shared.program;
    let all = shared.index.catalogues;
    let mut rows: Vec<(&str, Mark)> = Vec::new();
    for (n, sdk) in (0u32..).zip(&all.sdks) {
        for (k, init) in (0u32..).zip(&sdk.init) {
            rows.push((init.method.as_str(), Mark::Init(n, k)));
        }
    }
    for row in &all.consent.shows {
        rows.push((row.as_str(), Mark::Shows));
    }
    let mut named: rustc_hash::FxHashMap<program_model::NameId, Vec<_>> =
        rustc_hash::FxHashMap::default();
    for (text, mark) in rows {
        if let Some((class, name, proto)) = method_name(program, text) {
            named.entry(name).or_default().push((class, proto, mark));
        }
    }
    let mut out = Matches::default();
    for (id, method) in program.methods() {
        let (name, proto) = program.selector(method.selector);
        for (class, wanted, mark) in named.get(&name).into_iter().flatten() {
            if wanted.is_none_or(|wanted| wanted == proto)
                && program.is_subtype(method.class, *class)
            {
                out.add(id, *mark);
            }
        }
    }
    out
}

/// Place, owner, phase and chain of places in code, in the order given.
fn describe(shared: &Shared<'_, '_>, places: &[(DefId, u32)]) -> Vec<(DefId, Access)> {
    if shared.index.catalogues.groups.is_empty() {
        return Vec::new();
    }
    let candidates = places.iter().enumerate().map(|(n, (def, offset))| {
        let candidate = Candidate {
            def: *def,
            offset: *offset,
            point: PointId { group: 0, point: 0 },
            api: String::new(),
            level: Level::Reachable,
            scope: Scope::Full,
            via: Via::Direct,
            cuts: Vec::new(),
        };
        (candidate, n.to_string())
    });
    let (made, _) = facts::make(shared, candidates);
    let mut out: Vec<Option<(DefId, Access)>> = vec![None; places.len()];
    for access in made {
        if let Ok(n) = access.data.parse::<usize>()
            && let (Some(place), Some((def, _))) = (out.get_mut(n), places.get(n))
        {
            *place = Some((*def, access));
        }
    }
    out.into_iter().flatten().collect()
}

/// Where a place of code stands in the order.
fn place(shared: &Shared<'_, '_>, def: DefId, offset: u32) -> Place {
    let chain = shared.chains.to_place(def, offset);
    let stage = shared
        .gates
        .borrow_mut()
        .stage_at(def, offset, &shared.chains)
        .unwrap_or(Stage::Unknown);
    let mut waits = 0u8;
    let mut offsets = Vec::with_capacity(chain.len());
    for (_, parent) in chain.iter().skip(1) {
        offsets.push(parent.offset);
        waits = waits.max(match parent.edge {
            Edge::By(EdgeKind::Async | EdgeKind::Result | EdgeKind::Lifecycle) => 1,
            Edge::By(EdgeKind::Delayed) => 2,
            _ => 0,
        });
    }
    offsets.push(offset);
    let entry = chain.first().map_or(u32::MAX, |(_, parent)| parent.entry);
    (stage, waits, entry, offsets)
}

/// The same for a chain that was printed already.
fn place_of_chain(shared: &Shared<'_, '_>, chain: &[app_facts::ChainFrame]) -> Option<Place> {
    let last = chain.last()?;
    let def = find_def(shared, &last.method)?;
    Some(place(shared, def, last.offset.unwrap_or(0)))
}

/// The method of the app with a printed name.
pub(crate) fn find_def(shared: &Shared<'_, '_>, name: &str) -> Option<DefId> {
    let program = shared.program;
    let (class, rest) = name.split_once("->")?;
    let at = rest.find('(')?;
    let (name, proto) = rest.split_at_checked(at)?;
    let class = program.find_type_named(class)?;
    let id = program.class_of(class)?;
    program.class(id).methods().find(|def| {
        let (own, own_proto) = program.selector(program.method(program.def(*def).method).selector);
        let own = byte_reader::mutf8::decode_printable(program.name(own)).text;
        let own_proto = byte_reader::mutf8::decode_printable(program.proto(own_proto)).text;
        own == name && own_proto == proto
    })
}
