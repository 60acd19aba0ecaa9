//! The whole of it for one app: sources and tables in, flows, hosts and gaps out.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use app_facts::{Access, Flow, Gap, HostFact};
use call_graph::{AppInput, CallGraph, Index};
use program_model::{DefId, EventKind, Program};
use ruleset::schema::Catalogues;

use crate::cache::{CacheCounts, SummaryCache, View, Watch};
use crate::context::Ctx;
use crate::engine::Engine;
use crate::inputs::{Inputs, TextField};
use crate::intent::{Intents, Time};
use crate::limits::{
    BASE_UNITS, BASE_UNITS_OF_MANY, MANY_DEFS, MAX_BASE_OF_FEW, UNITS_PER_100_INSNS,
    UNITS_PER_INSN_OF_FEW,
};
use crate::resources::Resources;
use crate::source::Sources;
use crate::{annotations, channels, report, slice, top};

/// What the analysis works on.
#[derive(Debug, Clone, Copy)]
pub struct FlowInput<'x, 'a> {
    /// The program.
    pub program: &'x Program<'a>,
    /// Its call graph.
    pub graph: &'x CallGraph,
    /// The catalogues arranged for matching.
    pub index: &'x Index<'x>,
    /// The catalogues.
    pub catalogues: &'x Catalogues<'static>,
    /// The manifest.
    pub app: &'x AppInput,
    /// Accesses found in the program.
    pub accesses: &'x [Access],
    /// Text fields of its layouts.
    pub fields: &'x [TextField],
    /// Its resources, when it has a table of them.
    pub resources: Option<&'x dyn Resources>,
    /// Summaries kept from app to app, when there are any.
    pub cache: Option<SummaryCache<'x>>,
}

/// How much of the flows could be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum FlowCoverage {
    /// All that can run.
    Complete,
    /// Some bound ended the work; gaps say which.
    Partial,
    /// Nothing.
    #[default]
    Skipped,
}

impl FlowCoverage {
    /// The word of reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Partial => "partial",
            Self::Skipped => "skipped",
        }
    }
}

/// Flows of one app.
#[derive(Debug, Default)]
pub struct FlowResult {
    /// Flows sorted by key, then source.
    pub flows: Vec<Flow>,
    /// Hosts sorted by name.
    pub hosts: Vec<HostFact>,
    /// How much was looked at.
    pub coverage: FlowCoverage,
    /// What was not.
    pub gaps: Vec<Gap>,
    /// Work done, in the units of the budgets.
    pub units: u64,
    /// Summaries made.
    pub summaries: usize,
    /// The methods that took most of the work, with their units.
    pub heaviest: Vec<(String, u64)>,
    /// Values marked by the search for methods worth one.
    pub marks: usize,
    /// Methods in the slice.
    pub wanted: usize,
    /// What the cache did, where there is one.
    pub cache: Option<CacheCounts>,
}

/// Finds the flows of one app.
pub fn analyze(input: &FlowInput<'_, '_>) -> FlowResult {
    let program = input.program;
    let tables = &input.catalogues.data_flow;
    let watch = Rc::new(Watch::default());
    let sources = Sources::new(program, input.accesses, input.catalogues, &watch);
    let intents = Intents::new(program, input.app, &input.catalogues.entry_points, &watch);
    let view = View::new(program, &watch);
    let mut ctx = Ctx::new(view, input.graph, tables, sources, intents, &watch);
    ctx.annotated.put_in(annotations::named(program, tables));
    ctx.inputs.put_in(Inputs::new(input.fields, &tables.inputs));
    let kinds = channels::kinds(&ctx);
    ctx.shared = kinds.shared;
    ctx.asked = kinds.asked;
    ctx.keyed = kinds.keyed;
    ctx.keyed_by_own = kinds.keyed_by_own;
    let (proxies, makers) = made_to_order(&ctx);
    ctx.proxies.put_in(proxies);
    ctx.makers = makers;
    ctx.index = Some(input.index);
    ctx.resources.put_in(input.resources);
    ctx.reflection = crate::reflection::Reflection::new(
        &ctx,
        program,
        input.index,
        input.graph,
        &input.catalogues.loading.reflection,
        &watch,
    );
    crate::reflection::number_names(&ctx);
    let slice = slice::find(&ctx);
    ctx.wanted.set(&slice.wanted);
    ctx.gives.clone_from(&slice.gives);
    ctx.nearest.clone_from(&slice.nearest);
    overwriting(&mut ctx);
    let ctx = ctx;
    let insns = program.n_instructions();
    let base = if program.n_defs() > MANY_DEFS {
        BASE_UNITS_OF_MANY
    } else {
        let more = insns.saturating_mul(UNITS_PER_INSN_OF_FEW);
        BASE_UNITS.saturating_add(more).min(MAX_BASE_OF_FEW)
    };
    let budget = base + insns.saturating_mul(UNITS_PER_100_INSNS) / 100;
    let mut engine = Engine::new(&ctx, budget, input.cache);
    let (flows, more, top_cut) = if slice.any {
        engine.queue_methods(&slice.order, ctx.wanted.list());
        engine.work();
        let ran = top::run(&mut engine, &ctx);
        let flows = report::flows(input, &ctx, &engine, &ran);
        (flows, ran.units, ran.top.cut)
    } else {
        (Vec::new(), 0, None)
    };
    let hosts = report::hosts(input, &ctx, &flows);
    let gaps = gaps(&ctx, &engine, &slice, top_cut);
    let cache = engine.end_cache();
    FlowResult {
        coverage: if gaps.is_empty() {
            FlowCoverage::Complete
        } else {
            FlowCoverage::Partial
        },
        flows,
        hosts,
        gaps,
        cache,
        units: engine.units + more,
        summaries: engine.store.len(),
        marks: slice.n_marks,
        wanted: ctx
            .wanted
            .list()
            .as_slice()
            .iter()
            .filter(|wanted| **wanted)
            .count(),
        heaviest: heaviest(&ctx, &engine),
    }
}

/// Takes along the methods that the system calls on components in a known order and that write fields: what they
/// overwrite is gone, although nothing marked passes through them.
fn overwriting(ctx: &mut Ctx<'_, '_>) {
    let program = ctx.program;
    let mut found = Vec::new();
    for (ty, _) in &ctx.intents.components {
        if !ctx.intents.has_order(*ty) {
            continue;
        }
        let mut list = Vec::new();
        let mut any = false;
        let mut here = Some(*ty);
        for _ in 0..MAX_SUPERCLASSES {
            let Some(class) = here.and_then(|ty| program.class_of(ty)) else {
                break;
            };
            for def in program.class(class).methods() {
                any |= ctx.wanted[def];
                let is_ordered = matches!(ctx.intents.time(program, *ty, def), Time::At(_));
                if is_ordered
                    && program.def(def).has_code()
                    && program
                        .events(def)
                        .iter()
                        .any(|event| event.kind == EventKind::InstancePut)
                {
                    list.push(def);
                }
            }
            here = program.superclass(program.class(class).ty);
        }
        if any {
            found.extend(list);
        }
    }
    for def in found {
        ctx.wanted[def] = true;
    }
}

/// Superclasses of a component looked at.
const MAX_SUPERCLASSES: usize = 16;

/// What rows of calls that make objects to order name.
const MADE_TO_ORDER: &str = ".proxied";

/// Methods that answer for objects made to order, where the app makes any, and the names of those that make them.
fn made_to_order(ctx: &Ctx<'_, '_>) -> (Vec<(String, usize)>, Vec<String>) {
    use ruleset::schema::dataflow::{Effect, parse_effects};
    let (mut out, mut makers) = (Vec::new(), Vec::new());
    for class in &ctx.tables.summaries.classes {
        let is_named = || ctx.program.find_type(class.class.as_bytes()).is_some();
        if !is_named() || !class.rows.contains(MADE_TO_ORDER) {
            continue;
        }
        for row in ctx.tables.summaries.class(&class.class) {
            let is_used = row.cells.contains(MADE_TO_ORDER)
                && ctx.program.find_name(row.name.as_bytes()).is_some();
            if !is_used {
                continue;
            }
            for effect in parse_effects(row.cells).unwrap_or_default() {
                if let Effect::Call { method, args, .. } = effect {
                    out.push((method.to_owned(), args.len()));
                    makers.push(row.name.to_owned());
                }
            }
        }
    }
    (out, makers)
}

/// Methods listed as heaviest.
const MAX_HEAVIEST: usize = 20;

fn heaviest(ctx: &Ctx<'_, '_>, engine: &Engine<'_, '_, '_>) -> Vec<(String, u64)> {
    let mut list: Vec<(u64, DefId)> = engine
        .by_method
        .iter()
        .map(|(def, units)| (*units, *def))
        .collect();
    list.sort_unstable_by(|a, b| b.cmp(a));
    list.iter()
        .take(MAX_HEAVIEST)
        .map(|(units, def)| (ctx.program.def_name(*def), *units))
        .collect()
}

/// Methods of toolkits that may run and read information.
fn reads_of_toolkits(ctx: &Ctx<'_, '_>) -> Vec<DefId> {
    let methods = ctx.sources.methods().iter().copied();
    methods
        .filter(|def| ctx.is_of_toolkit(*def) && ctx.graph.runs(*def))
        .collect()
}

fn gaps(
    ctx: &Ctx<'_, '_>,
    engine: &Engine<'_, '_, '_>,
    slice: &slice::Slice,
    top_cut: Option<&str>,
) -> Vec<Gap> {
    let mut out = Vec::new();
    if slice.left_out > 0 {
        out.push(Gap {
            stage: "data-flow".to_owned(),
            what: format!("{} methods", slice.left_out),
            place: String::new(),
            why: "they lie only on the longest ways from a read to a way out, beyond the room for ways".to_owned(),
            effect: "values that pass through these methods are not followed".to_owned(),
        });
    }
    let unseen = reads_of_toolkits(ctx);
    if let Some(first) = unseen.first() {
        out.push(Gap {
            stage: "data-flow".to_owned(),
            what: format!("what {} methods of toolkits read", unseen.len()),
            place: ctx.program.def_name(*first),
            why: "code of libraries that draw pages is not gone through".to_owned(),
            effect: "where these methods send what they read is not followed".to_owned(),
        });
    }
    if engine.spent || slice.full {
        out.push(Gap {
            stage: "data-flow".to_owned(),
            what: "flows of some methods".to_owned(),
            place: String::new(),
            why: "the work of the whole app reached its bound".to_owned(),
            effect: "values that pass through these methods are not followed".to_owned(),
        });
    }
    if let Some(cut) = top_cut {
        out.push(Gap {
            stage: "data-flow".to_owned(),
            what: "flows between components".to_owned(),
            place: String::new(),
            why: format!("a bound was reached: {cut}"),
            effect: "some values that components hand to each other are not followed".to_owned(),
        });
    }
    let by_cut: BTreeMap<&str, &BTreeSet<DefId>> =
        engine.cuts.iter().map(|(cut, defs)| (*cut, defs)).collect();
    for (cut, defs) in by_cut {
        let Some(first) = defs.first() else { continue };
        out.push(Gap {
            stage: "data-flow".to_owned(),
            what: format!("flows of {} methods", defs.len()),
            place: ctx.program.def_name(*first),
            why: format!("a bound was reached: {cut}"),
            effect: "some values that pass there are not followed".to_owned(),
        });
    }
    out
}
