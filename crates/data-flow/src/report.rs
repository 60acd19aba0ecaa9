//! Finished flows as facts with names: path, host, recipient, confidence, key; one for each source and sink.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::rc::Rc;

use app_facts::{Flow, FlowConfidence, FlowSink, FlowSite, FlowSource, FlowStep, HostFact};
use byte_reader::mutf8::decode_printable;
use call_graph::{Const, Constants, Holders};
use program_model::{DefId, Program};
use ruleset::schema::dataflow::{Base, HeldIn, Sink, SinkKind};
use sha2::{Digest, Sha256};

use crate::analysis::FlowInput;
use crate::answers::OWN_ROW;
use crate::context::{Constant, Ctx};
use crate::engine::Engine;
use crate::hosts;
use crate::limits::MAX_HOSTS;
use crate::outside::row_of;
use crate::path::{self, Doing, Step};
use crate::spec::Spec;
use crate::summary::{Done, What};
use crate::top::{self, Ran};
use crate::value::{
    CUT_TARGETS, DOUBTS, Marks, REFLECTED, STORED, TRANSFORMS, UNDESCRIBED, UNRESOLVED, WIDENED,
};

/// Words for doubts.
const DOUBT_WORDS: [(Marks, &str); 6] = [
    (UNDESCRIBED, "a method that no table describes"),
    (STORED, "via storage"),
    (
        WIDENED,
        "a place deeper inside an object than is told apart",
    ),
    (UNRESOLVED, "a receiver that is not known for sure"),
    (REFLECTED, "a method found by reflection"),
    (CUT_TARGETS, "more targets of a call than are entered"),
];

/// Ways of one flow that are compared: which of many is told matters little, and each costs up to thousands of steps.
const MAX_WAYS: u32 = 64;

/// What one flow is, without its way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Ends {
    source: u32,
    def: DefId,
    offset: u32,
    row: u32,
    way: Option<u32>,
    host: Option<String>,
}

/// Source, sink and way out of a flow, whatever its host.
type Same = (u32, DefId, u32, u32, Option<u32>);

fn same(done: &Done) -> Same {
    (done.source, done.def, done.offset, done.row, done.way)
}

/// A way found for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    doubts: u32,
    n_steps: usize,
    steps: Vec<Step>,
    marks: Marks,
    scheme: Option<String>,
}

/// Makes the facts, sorted by key, then source.
pub(crate) fn flows(
    input: &FlowInput<'_, '_>,
    ctx: &Ctx<'_, '_>,
    engine: &Engine<'_, '_, '_>,
    ran: &Ran,
) -> Vec<Flow> {
    // With the number of ways that were compared.
    let mut best: BTreeMap<Ends, (Found, u32)> = BTreeMap::new();
    let mut constants = Constants::new(input.program, input.index, input.graph);
    let mut evaluated: BTreeMap<(DefId, u32, u32, Option<u32>), Vec<String>> = BTreeMap::new();
    // Flows whose host some caller was found to know, or not to know: what the callee says of them is less.
    let mut told: BTreeSet<Same> = BTreeSet::new();
    top::flows(engine, ran, |_, done, _| {
        if !done.open_host {
            told.insert(same(done));
        }
    });
    top::flows(engine, ran, |key, done, _| {
        if done.open_host && told.contains(&same(done)) {
            return;
        }
        let spec = sink_spec(ctx, done.def, done.offset, done.row);
        let Some((_, kind)) = spec else { return };
        let networked = matches!(
            kind,
            SinkKind::Network | SinkKind::Channel | SinkKind::WebView
        );
        let mut texts: Vec<String> = done
            .host
            .iter()
            .filter_map(|id| match ctx.constant_at(*id) {
                Some(Constant::Text(text)) => Some(text.to_string()),
                _ => None,
            })
            .collect();
        let by_way = !texts.is_empty();
        if texts.is_empty() && networked {
            let found = evaluated
                .entry((done.def, done.offset, done.row, done.way))
                .or_insert_with(|| {
                    evaluate_host(
                        ctx,
                        &mut constants,
                        done.def,
                        done.offset,
                        done.row,
                        done.way,
                    )
                });
            texts.clone_from(found);
        }
        let mut named: BTreeSet<(String, Option<String>)> = texts
            .iter()
            .filter_map(|text| hosts::host_of(text))
            .collect();
        // Of what the way itself shows each host gets the value; of all that the code may mean only a single one does.
        let mut hosts: Vec<(Option<String>, Option<String>)> = Vec::new();
        if named.len() == 1 || by_way && named.len() <= MAX_HOSTS {
            while let Some((host, scheme)) = named.pop_first() {
                hosts.push((Some(host), scheme));
            }
        }
        if hosts.is_empty() {
            hosts.push((None, None));
        }
        let doubts = (done.marks & DOUBTS).count_ones();
        let ends = |host| Ends {
            source: done.source,
            def: done.def,
            offset: done.offset,
            row: done.row,
            way: done.way,
            host,
        };
        let hosts: Vec<(Ends, Option<String>)> = hosts
            .into_iter()
            .map(|(host, scheme)| (ends(host), scheme))
            .filter(|(ends, _)| {
                best.get(ends).is_none_or(|(known, n_ways)| {
                    doubts < known.doubts || (doubts == known.doubts && *n_ways < MAX_WAYS)
                })
            })
            .collect();
        if hosts.is_empty() {
            return;
        }
        let steps = path::steps(ctx, &engine.store, &ran.top.provs, key, done.prov);
        for (ends, scheme) in hosts {
            let found = Found {
                doubts,
                n_steps: steps.len(),
                steps: steps.clone(),
                marks: done.marks,
                scheme,
            };
            match best.get_mut(&ends) {
                Some((known, n_ways)) => {
                    *n_ways += 1;
                    if found < *known {
                        *known = found;
                    }
                }
                None => {
                    best.insert(ends, (found, 1));
                }
            }
        }
    });
    if best.is_empty() {
        return Vec::new();
    }
    let holders = Holders::new(input.program, input.index, input.app, input.graph);
    let mut out: Vec<Flow> = Vec::new();
    for (ends, (found, _)) in best {
        if let Some(flow) = fact(input, ctx, &holders, &ends, &found) {
            out.push(flow);
        }
    }
    merge(out)
}

/// One flow for each source, sink, kind and host: the surest, then the shortest.
fn merge(list: Vec<Flow>) -> Vec<Flow> {
    type Ends = (
        (String, FlowSite),
        (String, FlowSite),
        String,
        Option<String>,
        Vec<String>,
    );
    let mut by_ends: BTreeMap<Ends, Flow> = BTreeMap::new();
    for flow in list {
        let ends = (
            (flow.source.api.clone(), flow.source.site.clone()),
            (flow.sink.api.clone(), flow.sink.site.clone()),
            flow.sink.kind.clone(),
            flow.sink.host.clone(),
            flow.data.clone(),
        );
        match by_ends.get_mut(&ends) {
            Some(known) => {
                if (flow.confidence, flow.path.len()) < (known.confidence, known.path.len()) {
                    *known = flow;
                }
            }
            None => {
                by_ends.insert(ends, flow);
            }
        }
    }
    let mut out: Vec<Flow> = by_ends.into_values().collect();
    let mut ordinals: BTreeMap<Vec<String>, u32> = BTreeMap::new();
    for flow in &mut out {
        let names = vec![
            flow.data.join(","),
            flow.source.api.clone(),
            flow.sink.api.clone(),
            flow.sink.kind.clone(),
            flow.sink.host.clone().unwrap_or_default(),
            flow.sink.recipient.clone().unwrap_or_default(),
            flow.path
                .last()
                .map(|step| step.owner.clone())
                .unwrap_or_default(),
        ];
        let ordinal = ordinals.entry(names.clone()).or_insert(0);
        flow.key = key(&names, *ordinal);
        *ordinal += 1;
    }
    out.sort_by(|a, b| {
        (&a.key, &a.source, &a.sink, &a.path).cmp(&(&b.key, &b.source, &b.sink, &b.path))
    });
    out
}

fn key(names: &[String], ordinal: u32) -> String {
    let mut hash = Sha256::new();
    for name in names {
        hash.update(name.as_bytes());
        hash.update([0]);
    }
    hash.update(ordinal.to_le_bytes());
    let mut out = String::with_capacity(16);
    for byte in hash.finalize().iter().take(8) {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// Interface and kind of a sink.
fn sink_spec(ctx: &Ctx<'_, '_>, def: DefId, offset: u32, row: u32) -> Option<(String, SinkKind)> {
    let (spec, row, api) = spec_at(ctx, def, offset, row)?;
    let sink: &Sink<'_> = spec.sinks.get(row as usize)?;
    Some((api, sink.kind))
}

/// What the tables say of the method that a row at a place is of, the number of the row there, and the method.
fn spec_at<'x>(
    ctx: &Ctx<'x, '_>,
    def: DefId,
    offset: u32,
    row: u32,
) -> Option<(Rc<Spec<'x>>, u32, String)> {
    if let Some((id, row)) = row_of(row) {
        let named = ctx.outside.get(id)?;
        return Some((Rc::clone(&named.spec), row, named.api.clone()));
    }
    let method = sink_method(ctx.program.all(), def, offset, row)?;
    Some((
        ctx.spec(method),
        row & !OWN_ROW,
        ctx.program.method_name(method),
    ))
}

/// The method that is the sink: the one called, or the one that answers.
fn sink_method(
    program: &Program<'_>,
    def: DefId,
    offset: u32,
    row: u32,
) -> Option<program_model::MethodId> {
    if row & OWN_ROW == 0 {
        called(program, def, offset)
    } else {
        Some(program.def(def).method)
    }
}

/// Method that the call at a place names.
pub(crate) fn called(
    program: &Program<'_>,
    def: DefId,
    offset: u32,
) -> Option<program_model::MethodId> {
    let body = program.body(def)?;
    let insn = body.insns().get(body.insn_at(offset)?)?;
    if !insn.is_invoke() {
        return None;
    }
    program.method_at(program.dex_of(def), insn.index?)
}

/// What a static field of the framework is a way to.
fn field_way(ctx: &Ctx<'_, '_>, def: DefId, offset: u32, row: u32) -> Option<SinkKind> {
    let program = ctx.program;
    let body = program.body(def)?;
    let insn = body.insns().get(body.insn_at(offset)?)?;
    let field = program.field_at(program.dex_of(def), insn.index?)?;
    let named = program.field(field);
    let class = std::str::from_utf8(program.descriptor(named.class)).ok()?;
    let name = std::str::from_utf8(program.name(named.name)).ok()?;
    let rows = ctx.tables.openers.method(class, name, "");
    let opener = ruleset::schema::dataflow::Opener::parse(rows.get(row as usize)?.cells);
    opener.ok().map(|opener| opener.kind)
}

/// Texts that the host place of a sink or opener may hold.
fn evaluate_host(
    ctx: &Ctx<'_, '_>,
    constants: &mut Constants<'_, '_>,
    def: DefId,
    offset: u32,
    row: u32,
    way: Option<u32>,
) -> Vec<String> {
    // The arguments of a method called through a looked-up member do not stand at the call.
    let mut is_looked_up = row_of(row).is_some();
    let (def, offset, place) = match way {
        None => {
            let Some((spec, row, _)) = spec_at(ctx, def, offset, row) else {
                return Vec::new();
            };
            (
                def,
                offset,
                spec.sinks
                    .get(row as usize)
                    .and_then(|sink| sink.host.clone()),
            )
        }
        Some(way) => {
            let Some((def, offset, row)) = ctx.way_at(way) else {
                return Vec::new();
            };
            is_looked_up = row_of(row).is_some();
            let Some((spec, row, _)) = spec_at(ctx, def, offset, row) else {
                return Vec::new();
            };
            (
                def,
                offset,
                spec.openers
                    .get(row as usize)
                    .and_then(|opener| opener.host.clone()),
            )
        }
    };
    let held = match place {
        Some(HeldIn::Place(_) | HeldIn::Table(_)) if is_looked_up => return Vec::new(),
        Some(HeldIn::Text(text)) => return vec![text.to_owned()],
        Some(HeldIn::Place(place) | HeldIn::Table(place)) => match place.base {
            Base::This => constants.receiver(def, offset),
            Base::Arg(n) | Base::ArgsFrom(n) => constants.argument(def, offset, n),
            _ => return Vec::new(),
        },
        None => return Vec::new(),
    };
    held.values
        .iter()
        .filter_map(|value| match value {
            Const::Text(text) => Some(text.to_string()),
            _ => None,
        })
        .collect()
}

fn fact(
    input: &FlowInput<'_, '_>,
    ctx: &Ctx<'_, '_>,
    holders: &Holders<'_>,
    ends: &Ends,
    found: &Found,
) -> Option<Flow> {
    let program = input.program;
    let source = ctx.sources.get(ends.source)?;
    let (spec, row, api) = spec_at(ctx, ends.def, ends.offset, ends.row)?;
    let sink = spec.sinks.get(row as usize)?;
    let kind = match ends.way {
        Some(way) => {
            let (def, offset, row) = ctx.way_at(way)?;
            match spec_at(ctx, def, offset, row) {
                Some((spec, row, _)) => spec.openers.get(row as usize)?.kind,
                None => field_way(ctx, def, offset, row)?,
            }
        }
        None => sink.kind,
    };
    if kind == SinkKind::Channel {
        return None;
    }
    let mut path: Vec<FlowStep> = Vec::new();
    let owner = |def: DefId| holders.of(program, def).short().to_owned();
    let first = Step {
        def: source.def,
        offset: source.offset,
        doing: Doing::Read,
    };
    let has_first = found
        .steps
        .first()
        .is_some_and(|step| step.doing == Doing::Read);
    let lead = (!has_first).then_some(first);
    for step in lead.iter().chain(&found.steps) {
        path.push(FlowStep {
            method: program.def_name(step.def),
            offset: step.offset,
            line: program.line(step.def, step.offset),
            owner: owner(step.def),
            what: what(ctx, step, &source.api),
        });
    }
    path.push(FlowStep {
        method: program.def_name(ends.def),
        offset: ends.offset,
        line: program.line(ends.def, ends.offset),
        owner: owner(ends.def),
        what: format!("sink {api}"),
    });
    path.dedup();
    let mut data: Vec<String> = source
        .data
        .iter()
        .map(std::string::ToString::to_string)
        .collect();
    data.sort();
    data.dedup();
    let cuts: Vec<String> = DOUBT_WORDS
        .iter()
        .filter(|(bit, _)| found.marks & bit != 0)
        .map(|(_, word)| (*word).to_owned())
        .collect();
    let transforms: Vec<String> = {
        (0..48u32)
            .filter(|n| found.marks & TRANSFORMS & (1 << n) != 0)
            .filter_map(|n| ctx.transform_at(n).map(|name| name.to_string()))
            .collect::<BTreeSet<String>>()
            .into_iter()
            .collect()
    };
    let recipient = sink
        .to
        .map(str::to_owned)
        .or_else(|| {
            ends.host
                .as_deref()
                .and_then(|host| hosts::sdk_of(input.catalogues, host))
        })
        .or_else(|| {
            let holder = holders.of(program, ends.def);
            (holder.kind == app_facts::OwnerKind::Sdk)
                .then_some(holder.sdk)
                .flatten()
        });
    Some(Flow {
        data,
        source: FlowSource {
            api: source.api.to_string(),
            site: FlowSite {
                method: program.def_name(source.def),
                offset: source.offset,
            },
        },
        sink: FlowSink {
            api,
            kind: kind.word().to_owned(),
            site: FlowSite {
                method: program.def_name(ends.def),
                offset: ends.offset,
            },
            host: ends.host.clone(),
            scheme: found.scheme.clone(),
            recipient,
        },
        confidence: if cuts.is_empty() {
            FlowConfidence::Confirmed
        } else {
            FlowConfidence::Probable
        },
        transforms,
        cuts,
        key: String::new(),
        path,
    })
}

/// A step in a word, with the name of what is called or written there.
fn what(ctx: &Ctx<'_, '_>, step: &Step, api: &str) -> String {
    let word = match step.doing {
        Doing::Read => return format!("read {api}"),
        Doing::Return => "return",
        Doing::Did(What::Call) => "call",
        Doing::Did(What::Callback) => "callback",
        Doing::Did(What::Library) => "library",
        Doing::Did(What::FieldWrite) => "field",
        Doing::Did(What::ElementWrite) => "element",
        Doing::Did(What::Compute) => "compute",
        Doing::Did(What::Throw) => "throw",
        Doing::Did(What::Channel) => "hand_over",
    };
    let program = ctx.program;
    let name = called(program.all(), step.def, step.offset)
        .map(|method| program.method_name(method))
        .or_else(|| {
            let body = program.body(step.def)?;
            let insn = body.insns().get(body.insn_at(step.offset)?)?;
            // Field instructions: 0x52 to 0x6d of the Dalvik opcode table.
            if !(0x52..=0x6d).contains(&insn.opcode) {
                return None;
            }
            let field = program.field_at(program.dex_of(step.def), insn.index?)?;
            Some(program.all().field_name(field))
        });
    match name {
        Some(name) => format!("{word} {name}"),
        None => word.to_owned(),
    }
}

/// Every host that the code names or that a flow reaches, sorted by name.
pub(crate) fn hosts(input: &FlowInput<'_, '_>, ctx: &Ctx<'_, '_>, flows: &[Flow]) -> Vec<HostFact> {
    let program = input.program;
    let mut found: BTreeMap<String, (BTreeSet<String>, bool)> = BTreeMap::new();
    for flow in flows {
        if let Some(host) = &flow.sink.host {
            let entry = found.entry(host.clone()).or_default();
            entry.0.extend(flow.sink.scheme.clone());
            entry.1 = true;
        }
    }
    for (id, dex) in program.dex_files() {
        let n = dex.file.n_strings();
        for index in 0..n {
            let Some(bytes) = program.string_at(id, index) else {
                continue;
            };
            if !hosts::may_be_url(bytes) {
                continue;
            }
            let text = decode_printable(bytes).text;
            if let Some((host, Some(scheme))) = hosts::host_of(&text)
                && !hosts::is_mention(&ctx.tables.hosts, &host)
            {
                found.entry(host).or_default().0.insert(scheme);
            }
        }
    }
    found
        .into_iter()
        .map(|(host, (schemes, by_flow))| {
            let sdk = hosts::sdk_of(input.catalogues, &host);
            let hosting = hosts::is_hosting(&ctx.tables.hosts, &host);
            let (country, basis) = hosts::country_of(input.catalogues, sdk.as_deref(), &host);
            HostFact {
                role: if sdk.is_some() {
                    "sdk"
                } else if hosting {
                    "hosting"
                } else {
                    "unknown"
                }
                .to_owned(),
                host,
                sdk,
                country,
                country_basis: basis,
                schemes: schemes.into_iter().collect(),
                seen: if by_flow { "flow" } else { "string" }.to_owned(),
            }
        })
        .collect()
}
