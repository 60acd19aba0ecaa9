//! The framework's side: components are made, their callbacks run in any order, objects that were handed over are
//! called back; what static fields, components, stores and intents hold is seen by all.

use std::collections::{BTreeMap, BTreeSet};

use program_model::{DefId, IdVec, TypeId};
use rustc_hash::FxHashMap;

use crate::context::{Ctx, Key};
use crate::engine::Engine;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::intent::Time;
use crate::limits::{
    BASE_TOP_UNITS, FEW_MORE_PASSES, INSNS_PER_TOP_UNITS, MAX_MORE_PASSES, MAX_TOP_ROUNDS,
    TOP_CELLS, TOP_NODES, TOP_SHARE, TOP_UNITS,
};
use crate::living::Living;
use crate::node::{Kind, Sel};
use crate::own_statics::OwnStatics;
use crate::processes::Processes;
use crate::residents::Residents;
use crate::shared::{Times, held_by_others};
use crate::summary::{Done, Prov, Summary, What, Which};
use crate::value::{Atom, NodeId, Set};

/// Kind of the component that stands for the process, and the cell in which the tables find it.
const APPLICATION: &str = "application";

/// Kind of the components that answer where code asks for rows.
const PROVIDER: &str = "provider";

/// The cell in which the tables find the exceptions that no code of the app catches.
const UNCAUGHT: &str = "uncaught";

/// What came of running everything.
pub(crate) struct Ran {
    /// The top as a summary of its own.
    pub(crate) top: Summary,
    /// Summaries that what runs stands on, sorted.
    pub(crate) used: Vec<u32>,
    /// Summaries of methods that some call would run if it were on another object, sorted.
    refused: Vec<u32>,
    pub(crate) units: u64,
}

/// One method that the framework calls.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    def: DefId,
    /// The component it is called on.
    on: Option<TypeId>,
}

/// Runs all entry points until nothing changes.
pub(crate) fn run(engine: &mut Engine<'_, '_, '_>, ctx: &Ctx<'_, '_>) -> Ran {
    let entries = entries(ctx);
    crate::early::keep_apart(ctx, &times_of(ctx, &entries, &[]));
    let mut extra: Vec<Entry> = Vec::new();
    let mut result = pass(engine, ctx, &entries, &extra);
    let n_more = if engine.is_big() {
        FEW_MORE_PASSES
    } else {
        MAX_MORE_PASSES
    };
    for _ in 0..n_more {
        let (ran, missing) = result;
        let more = engine.want(&missing);
        if more {
            engine.work();
        }
        let found = unseen(engine, ctx, &ran, &extra);
        if !more && found.is_empty() {
            return ran;
        }
        extra.extend(found);
        result = pass(engine, ctx, &entries, &extra);
    }
    result.0
}

fn pass(
    engine: &Engine<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    entries: &[Entry],
    extra: &[Entry],
) -> (Ran, BTreeSet<Key>) {
    let top_units = BASE_TOP_UNITS
        + ctx.program.all().n_instructions().saturating_mul(TOP_UNITS) / INSNS_PER_TOP_UNITS;
    let mut frame = Frame::new(ctx, &engine.store, None);
    frame.loops = true;
    frame.nodes.room = TOP_NODES;
    let mut heap = Heap {
        room: TOP_CELLS,
        ..Heap::default()
    };
    heap.cells.keep_touched();
    let mut residents = Residents::default();
    let renewed: BTreeSet<TypeId> = ctx.intents.renewed().collect();
    let mut times: Times = BTreeMap::new();
    let own_times = times_of(ctx, entries, extra);
    let nothing = BTreeSet::new();
    let mut kept = 0;
    let applications = applications(&mut frame, ctx, &mut heap);
    let providers = providers(&mut frame, ctx);
    // What static fields hold is there before all else.
    let statics = frame.outside(Kind::Statics).refs().next();
    let mut processes = Processes::new(ctx);
    let mut starts: BTreeMap<u32, Start> = BTreeMap::new();
    let mut made: BTreeMap<TypeId, Heap> = BTreeMap::new();
    let mut at_start: Option<BTreeMap<Sel, Set>> = None;
    let mut made_by = MadeBy::default();
    let mut living = Living::default();
    let ordered = entries.iter().filter_map(|entry| {
        let ty = entry.on?;
        Some((entry.def, ty, ctx.intents.time(ctx.program, ty, entry.def)))
    });
    let mut own_statics = OwnStatics::new(ctx, ordered);
    for round in 0..MAX_TOP_ROUNDS {
        frame.may_wait = round == 0;
        frame.waits = false;
        let before = heap.clone();
        let n = (frame.hits.len(), frame.done.len(), frame.deferred.len());
        let n_entries = (entries.len() + extra.len()) as u64;
        // What others hold is there for them at any time.
        let mut shared = applications.clone();
        shared.extend(held_by_others(&frame, &heap, &times, &applications));
        shared.extend(&providers);
        shared.sort_unstable();
        shared.dedup();
        for (number, entry) in (0u32..).zip(entries.iter().chain(extra)) {
            if frame.units > top_units {
                frame.cut = Some("work of one pass over the entry points");
                break;
            }
            // None takes so much that nothing is left for those behind it.
            let left = (n_entries - u64::from(number)).max(1);
            let share = TOP_SHARE * (top_units - frame.units) / left;
            frame.bound = (frame.units + share).min(top_units);
            let time = entry.on.map_or(Time::Middle, |ty| {
                ctx.intents.time(ctx.program, ty, entry.def)
            });
            let own = entry
                .on
                .and_then(|ty| frame.outside(Kind::Component(ty)).refs().next());
            if let (Some(own), Some(ty)) = (own, entry.on) {
                residents.leave(&mut heap, own);
                // What is made anew for each call finds what making it wrote, not what an earlier call left.
                let is_new = entry.on.is_some_and(|ty| renewed.contains(&ty));
                let upto = if is_new { Time::First } else { time };
                let all = own_times.get(&ty).unwrap_or(&nothing);
                show(&mut heap, &times, own, &ctx.intents.seen(ty, upto, all));
            }
            // The one object of the process outlives all others, which reach it at any time.
            for node in shared.iter().filter(|node| Some(**node) != own) {
                let alive = || alive(&frame, ctx, &own_times, *node);
                residents.show(&mut heap, &times, *node, alive);
            }
            // What runs once when the process starts finds what there is then, and what earlier processes stored.
            let is_start = entry
                .on
                .is_some_and(|ty| ctx.intents.start_rank(ctx.program, ty, entry.def).is_some());
            let is_initialiser = entry.on.is_none() && ctx.is_initialiser(entry.def);
            if !is_initialiser && at_start.is_none() {
                at_start = Some(statics_of(&mut frame, &heap));
            }
            let later = if is_initialiser && let Some(first) = &at_start {
                put_aside_later(&mut frame, ctx, &mut heap, first, entry.def)
            } else if is_start {
                let start = starts.entry(number).or_insert_with(|| Start {
                    heap: heap.clone(),
                    n_nodes: frame.nodes.len(),
                });
                start.go_back(&frame, &mut heap)
            } else if let Some(ty) = entry.on
                && ctx
                    .intents
                    .is_first(ty, time, own_times.get(&ty).unwrap_or(&nothing))
                && let Some(fresh) = made.get(&ty)
            {
                go_back_to_made(&mut heap, fresh)
            } else {
                Vec::new()
            };
            let is_common = is_initialiser || is_start;
            let others =
                statics.and_then(|node| processes.enter(&mut heap, node, entry.on, is_common));
            let shown = entry.on.filter(|_| !is_start).and_then(|ty| {
                let seen = || {
                    let all = own_times.get(&ty).unwrap_or(&nothing);
                    ctx.intents.seen(ty, time, all)
                };
                own_statics.show(&mut frame, &mut heap, ty, seen)
            });
            let twins = match (own, entry.on) {
                (Some(own), Some(ty)) if ctx.intents.has_order(ty) => {
                    let kept = (&times, &own_statics);
                    frame.put_twins(ctx, &mut heap, kept, (own, entry.def))
                }
                _ => Vec::new(),
            };
            call(&mut frame, ctx, &mut heap, number, entry);
            frame.drop_twins(&mut heap, &twins);
            if let Some(shown) = shown {
                own_statics.keep(&mut frame, &mut heap, shown, time);
            }
            if let (Some(node), Some(others)) = (statics, &others) {
                processes.leave(&mut heap, node, entry.on, is_common, others);
            }
            frame.run_pending(&mut heap);
            living.take_new(&frame, &heap, &mut times);
            if let Some(ty) = entry.on
                && time == Time::First
            {
                let own = made_by.of(&frame, number);
                note_made(&heap, own, made.entry(ty).or_default());
            }
            for ((node, sel), set) in later {
                heap.cells.at_mut((node, sel)).join(&set);
            }
            for node in shared.iter().filter(|node| Some(**node) != own) {
                residents.keep(&mut heap, &mut times, *node);
            }
            if let Some(own) = own {
                keep(&mut heap, &mut times, own, time);
            }
        }
        residents.leave_all(&mut heap);
        frame.bound = top_units;
        if round == 0 {
            frame.answer_all(&mut heap);
        }
        // Callbacks come when the component is ready, and may come as long as it lives.
        let own: BTreeSet<NodeId> = times
            .keys()
            .map(|(node, _)| *node)
            .filter(|node| !living.has(*node))
            .collect();
        for node in &own {
            let alive = alive(&frame, ctx, &own_times, *node);
            show(&mut heap, &times, *node, &alive);
        }
        let found = found_by_callbacks(&frame, ctx, &heap, &own);
        let others = statics.and_then(|node| processes.enter_all(&mut heap, node));
        living.note_all(&heap, &mut times);
        living.run(&mut frame, &mut heap, &mut times);
        frame.run_deferred(&mut heap);
        living.take_new(&frame, &heap, &mut times);
        living.note_all(&heap, &mut times);
        if let (Some(node), Some(others)) = (statics, others) {
            processes.leave_all(&mut heap, node, others);
        }
        for (node, before) in own.iter().zip(found) {
            drop_same(&mut heap, *node, &before);
            keep(&mut heap, &mut times, *node, Time::Middle);
        }
        let now: usize = times
            .values()
            .map(|cells| cells.values().map(Set::len).sum::<usize>())
            .sum::<usize>()
            + own_statics.len()
            + processes.len();
        let same = heap.same(&before)
            && n == (frame.hits.len(), frame.done.len(), frame.deferred.len())
            && now == kept
            && !frame.waits;
        kept = now;
        if same {
            break;
        }
    }
    let units = frame.units;
    let mut reach = Reach::default();
    reach.add(engine, frame.used.iter().copied());
    let Reach {
        list: mut used,
        mut refused,
        ..
    } = reach;
    refused.extend(frame.maybe.keys());
    used.sort_unstable();
    refused.sort_unstable();
    refused.dedup();
    // Nobody calls the top: only the finished flows count, not the state that it ends with.
    frame.deferred.clear();
    let end = Heap {
        full: heap.full,
        ..Heap::default()
    };
    let (top, missing) = frame.finish(&end, Set::default());
    let ran = Ran {
        top,
        used,
        refused,
        units,
    };
    (ran, missing)
}

/// The state in which the process starts something that it does once.
struct Start {
    heap: Heap,
    n_nodes: usize,
}

/// Cells that were put aside.
type Aside = Vec<((NodeId, Sel), Set)>;

impl Start {
    /// Puts aside what came later, but for what is handed from process to process; with what follows from it.
    fn go_back(&self, frame: &Frame<'_, '_, '_>, heap: &mut Heap) -> Aside {
        let mut out = Aside::new();
        let keys: Vec<(NodeId, Sel)> = heap
            .cells
            .keys()
            .filter(|(node, _)| {
                let is_channel = frame.nodes.get(*node).is_some_and(|node| {
                    matches!(node.kind, Kind::Channel(..) | Kind::Component(_))
                });
                node.index() < self.n_nodes && !is_channel
            })
            .collect();
        for key in keys {
            let before = self.heap.cells.get(&key);
            let Some(now) = heap.cells.get_mut(&key) else {
                continue;
            };
            if before.is_some_and(|before| before.same(now)) {
                continue;
            }
            let now = match before {
                Some(before) => std::mem::replace(now, before.clone()),
                None => heap.cells.remove(&key).unwrap_or_default(),
            };
            out.push((key, now));
        }
        out
    }
}

/// What static fields hold.
fn statics_of(frame: &mut Frame<'_, '_, '_>, heap: &Heap) -> BTreeMap<Sel, Set> {
    let statics = frame.outside(Kind::Statics);
    let cells = statics.refs().flat_map(|node| heap.of(node));
    cells.map(|(sel, set)| (sel, set.clone())).collect()
}

/// Puts aside what static fields get only when the initialiser of a class has run: it runs once.
fn put_aside_later(
    frame: &mut Frame<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    heap: &mut Heap,
    first: &BTreeMap<Sel, Set>,
    def: DefId,
) -> Aside {
    let mut out = Aside::new();
    let key = ctx.key_id(&Key::generic(def));
    let Some(summary) = frame.known.summary(key) else {
        return out;
    };
    let statics = frame.outside(Kind::Statics);
    for sel in ctx.written_behind(def, &summary) {
        for node in statics.refs() {
            let before = first.get(&sel).cloned().unwrap_or_default();
            if let Some(now) = heap.cells.insert((node, sel), before) {
                out.push(((node, sel), now));
            }
        }
    }
    out
}

/// Objects that making a component made are as new when its first method runs.
fn go_back_to_made(heap: &mut Heap, fresh: &Heap) -> Aside {
    let mut out = Aside::new();
    let nodes: BTreeSet<NodeId> = fresh.cells.keys().map(|(node, _)| node).collect();
    for node in nodes {
        let cells: Vec<(Sel, Set)> = heap.of(node).map(|(sel, set)| (sel, set.clone())).collect();
        for (sel, set) in cells {
            heap.cells.remove(&(node, sel));
            out.push(((node, sel), set));
        }
        for (sel, set) in fresh.of(node) {
            heap.cells.insert((node, sel), set.clone());
        }
    }
    out
}

/// Notes the objects that the entry made, as it leaves them for the first time.
fn note_made(heap: &Heap, own: &[NodeId], made: &mut Heap) {
    for node in own {
        for (sel, set) in heap.of(*node) {
            if !made.cells.contains_key(&(*node, sel)) {
                made.cells.insert((*node, sel), set.clone());
            }
        }
    }
}

/// Objects by the number of the entry that made them.
#[derive(Default)]
struct MadeBy {
    by_entry: FxHashMap<u32, Vec<NodeId>>,
    n_seen: usize,
}

impl MadeBy {
    /// The objects that an entry made so far.
    fn of(&mut self, frame: &Frame<'_, '_, '_>, number: u32) -> &[NodeId] {
        for (id, node) in frame.nodes.since(self.n_seen) {
            if let Kind::Inner(by, ..) = node.kind {
                self.by_entry.entry(by).or_default().push(id);
            }
        }
        self.n_seen = frame.nodes.len();
        self.by_entry.get(&number).map_or(&[], Vec::as_slice)
    }
}

/// Components of which the process has one, put where the tables find them.
fn applications(frame: &mut Frame<'_, '_, '_>, ctx: &Ctx<'_, '_>, heap: &mut Heap) -> Vec<NodeId> {
    let mut out = Vec::new();
    for (ty, kind) in &ctx.intents.components {
        if kind != APPLICATION {
            continue;
        }
        let object = frame.outside(Kind::Component(*ty));
        let cell = frame.outside(Kind::Cell(ctx.name(kind)));
        for node in cell.refs().collect::<Vec<_>>() {
            heap.add(&mut frame.nodes, node, Sel::Any, &object);
        }
        out.extend(object.refs());
    }
    out
}

/// Components that others ask at any time.
fn providers(frame: &mut Frame<'_, '_, '_>, ctx: &Ctx<'_, '_>) -> Vec<NodeId> {
    let mut out = Vec::new();
    for (ty, kind) in &ctx.intents.components {
        if kind == PROVIDER {
            out.extend(frame.outside(Kind::Component(*ty)).refs());
        }
    }
    out
}

/// Times of a component without an order whose writes others see: nothing reads what the last method writes.
const ALIVE: [Time; 2] = [Time::First, Time::Middle];

/// Times of a component whose writes others see.
fn alive(
    frame: &Frame<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    own_times: &BTreeMap<TypeId, BTreeSet<Time>>,
    node: NodeId,
) -> BTreeSet<Time> {
    let Some(ty) = frame.nodes.ty(node) else {
        return ALIVE.into_iter().collect();
    };
    let nothing = BTreeSet::new();
    let all = own_times.get(&ty).unwrap_or(&nothing);
    ctx.intents.seen(ty, Time::Last, all)
}

/// The times at which each type has entry points.
fn times_of(
    ctx: &Ctx<'_, '_>,
    entries: &[Entry],
    extra: &[Entry],
) -> BTreeMap<TypeId, BTreeSet<Time>> {
    let mut out: BTreeMap<TypeId, BTreeSet<Time>> = BTreeMap::new();
    for entry in entries.iter().chain(extra) {
        if let Some(ty) = entry.on {
            let time = ctx.intents.time(ctx.program, ty, entry.def);
            out.entry(ty).or_default().insert(time);
        }
    }
    out
}

/// Puts in what the fields of a component may hold: what was written at these times.
pub(crate) fn show(heap: &mut Heap, times: &Times, node: NodeId, seen: &BTreeSet<Time>) {
    for time in seen {
        for (sel, set) in times.get(&(node, *time)).into_iter().flatten() {
            heap.cells.at_mut((node, *sel)).join(set);
        }
    }
}

/// What the fields of each component hold before callbacks run, where the order of its methods tells what each of them
/// finds: then what no callback writes is not theirs.
fn found_by_callbacks(
    frame: &Frame<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    heap: &Heap,
    own: &BTreeSet<NodeId>,
) -> Vec<Vec<(Sel, Set)>> {
    let cells = |node: &NodeId| {
        let is_ordered = frame
            .nodes
            .ty(*node)
            .is_some_and(|ty| ctx.intents.has_order(ty));
        let all = heap.of(*node).filter(|_| is_ordered);
        all.map(|(sel, set)| (sel, set.clone())).collect()
    };
    own.iter().map(cells).collect()
}

/// Takes the fields of a component out that hold what they held before.
fn drop_same(heap: &mut Heap, node: NodeId, before: &[(Sel, Set)]) {
    for (sel, set) in before {
        if heap.cells.get(&(node, *sel)) == Some(set) {
            heap.cells.remove(&(node, *sel));
        }
    }
}

/// Takes the fields of a component out again and notes when they were written.
pub(crate) fn keep(heap: &mut Heap, times: &mut Times, node: NodeId, time: Time) {
    let cells: Vec<(Sel, Set)> = heap.of(node).map(|(sel, set)| (sel, set.clone())).collect();
    let own = times.entry((node, time)).or_default();
    for (sel, set) in cells {
        heap.cells.remove(&(node, sel));
        own.entry(sel).or_default().join(&set);
    }
}

fn call(
    frame: &mut Frame<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    heap: &mut Heap,
    number: u32,
    entry: &Entry,
) {
    let program = ctx.program;
    let row = program.def(entry.def);
    let spec = ctx.spec(row.method);
    let first = usize::from(!row.is_static());
    let n = spec
        .params
        .last()
        .map_or(first, |last| first + usize::from(last.slot) + 2);
    let mut args = vec![Set::one(Atom::Top); n];
    if let (Some(ty), Some(this)) = (entry.on, args.first_mut()) {
        *this = frame.outside(Kind::Component(ty));
    }
    // Where the order of calls is told, what a method overwrites is gone for those behind it.
    let strong = entry.on.is_some_and(|ty| ctx.intents.has_order(ty));
    let outcome = frame.enter(heap, number, entry.def, &args, strong, What::Call);
    if !outcome.thrown.is_empty() {
        let cell = frame.outside(Kind::Cell(ctx.name(UNCAUGHT)));
        for node in cell.refs().collect::<Vec<_>>() {
            heap.add(&mut frame.nodes, node, Sel::Any, &outcome.thrown);
        }
    }
}

/// Summaries that some stand on, themselves included, each gone through once.
#[derive(Default)]
struct Reach {
    seen: Vec<bool>,
    list: Vec<u32>,
    /// Those that some call would run if another object were there.
    refused: Vec<u32>,
}

impl Reach {
    fn add(&mut self, engine: &Engine<'_, '_, '_>, first: impl Iterator<Item = u32>) {
        use crate::frame::Known as _;
        let mut stack: Vec<u32> = first.collect();
        while let Some(key) = stack.pop() {
            let at = key as usize;
            if self.seen.len() <= at {
                self.seen.resize(at + 1, false);
            }
            let Some(seen) = self.seen.get_mut(at) else {
                continue;
            };
            if std::mem::replace(seen, true) {
                continue;
            }
            self.list.push(key);
            if let Some(summary) = engine.store.summary(key) {
                let waits = |key: &u32| {
                    let at = summary.maybe.binary_search_by_key(key, |maybe| maybe.key);
                    at.is_ok()
                };
                stack.extend(summary.used.iter().copied().filter(|key| !waits(key)));
                let refused = summary.maybe.iter().filter(|one| one.needs.is_empty());
                self.refused.extend(refused.map(|one| one.key));
            }
        }
    }
}

/// Static initialisers, then for each component its constructors and callbacks.
fn entries(ctx: &Ctx<'_, '_>) -> Vec<Entry> {
    let program = ctx.program;
    let mut out = Vec::new();
    for (def, row) in program.defs() {
        let (name, _) = program.selector(program.method(row.method).selector);
        if ctx.wanted[def] && program.name(name) == b"<clinit>" {
            out.push(Entry { def, on: None });
        }
    }
    let frame_less = |ty: TypeId| -> Vec<DefId> {
        struct Nothing;
        impl crate::frame::Known for Nothing {
            fn summary(&self, _key: u32) -> Option<std::rc::Rc<Summary>> {
                None
            }
        }
        // Methods of listeners run where the listener is handed over.
        let frame = Frame::new(ctx, &Nothing, None);
        let found = frame.callback_targets(ty, &Which::Overrides(None), None);
        let mut list = found.to_vec();
        list.retain(|def| frame.is_of_class(ty, *def));
        list
    };
    let mut by_type: BTreeMap<TypeId, BTreeSet<DefId>> = BTreeMap::new();
    // By class the components that are it or derived from it.
    let mut below: FxHashMap<TypeId, Vec<TypeId>> = FxHashMap::default();
    for (ty, _) in &ctx.intents.components {
        let known = by_type.insert(*ty, frame_less(*ty).into_iter().collect());
        if known.is_none() {
            for above in std::iter::once(*ty).chain(program.ancestors(*ty).iter().copied()) {
                below.entry(above).or_default().push(*ty);
            }
        }
    }
    for entry in ctx.graph.entry_points() {
        let row = program.def(entry.def);
        if row.is_static() {
            continue;
        }
        let holder = program.class(row.class).ty;
        for ty in below.get(&holder).into_iter().flatten() {
            by_type.entry(*ty).or_default().insert(entry.def);
        }
    }
    for entry in ctx.graph.entry_points() {
        let row = program.def(entry.def);
        let holder = program.class(row.class).ty;
        if !row.is_static() && !below.contains_key(&holder) {
            by_type.entry(holder).or_default().insert(entry.def);
        }
    }
    for (ty, list) in by_type {
        if let Some(class) = program.class_of(ty) {
            for def in program.class(class).methods() {
                let (name, _) = program.selector(program.method(program.def(def).method).selector);
                if program.name(name) == b"<init>" {
                    out.push(Entry { def, on: Some(ty) });
                }
            }
        }
        out.extend(list.into_iter().map(|def| Entry { def, on: Some(ty) }));
    }
    out.retain(|entry| {
        let starts = entry.on.is_none_or(|ty| !ctx.graph.is_unstarted(ty));
        ctx.wanted[entry.def] && starts && !ctx.intents.is_by_call(program, entry.def)
    });
    // In the order of their times, so that one pass carries what they leave to each other.
    out.sort_by_key(|entry| {
        let time = entry.on.map(|ty| ctx.intents.time(program, ty, entry.def));
        let rank = entry.on.map(|ty| {
            ctx.intents
                .start_rank(program, ty, entry.def)
                .unwrap_or(u8::MAX)
        });
        (rank, entry.on, time, entry.def)
    });
    if ctx.intents.stay_disabled(ctx) {
        out.retain(|entry| entry.on.is_none_or(|ty| !ctx.intents.is_disabled(ty)));
    }
    out
}

/// Methods that can run by the call graph, that nothing seen so far stands on, and that do something of note.
fn unseen(
    engine: &Engine<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    ran: &Ran,
    extra: &[Entry],
) -> Vec<Entry> {
    use crate::frame::Known as _;
    let program = ctx.program;
    let mut reached: IdVec<DefId, bool> = IdVec::filled(false, program.n_defs());
    // Of methods whose calls were looked at it is known that they are on other objects.
    for key in ran.used.iter().chain(&ran.refused) {
        if let Some((def, _)) = ctx.method_at(*key) {
            reached[def] = true;
        }
    }
    let stay_disabled = ctx.intents.stay_disabled(ctx);
    let mut reach = Reach::default();
    let mut out = Vec::new();
    for id in 0..u32::try_from(engine.store.len()).unwrap_or(u32::MAX) {
        let Some((def, true)) = ctx.method_at(id) else {
            continue;
        };
        if reached[def] || !ctx.wanted[def] || extra.iter().any(|entry| entry.def == def) {
            continue;
        }
        let Some(summary) = engine.store.summary(id) else {
            continue;
        };
        let has_source = |set: &Set| set.iter().any(|elem| matches!(elem.atom, Atom::Source(_)));
        let of_note = !summary.done.is_empty()
            || !summary.hits.is_empty()
            || summary.cells.values().any(has_source);
        if !of_note {
            continue;
        }
        let row = program.def(def);
        let is_cancelled = ctx.cancelled.borrow().contains(&def);
        let own = program.class(row.class).ty;
        let is_disabled =
            stay_disabled && ctx.intents.is_disabled(own) || ctx.graph.is_unstarted(own);
        if is_cancelled
            || is_disabled
            || ctx.intents.is_by_call(program, def)
            || crate::call::stands_for(program, &ctx.spec(row.method), def)
        {
            continue;
        }
        let on = (!row.is_static()).then(|| program.class(row.class).ty);
        out.push(Entry { def, on });
        let before = reach.list.len();
        reach.add(engine, std::iter::once(id));
        for inner in reach.list.get(before..).unwrap_or_default() {
            if let Some((def, _)) = ctx.method_at(*inner) {
                reached[def] = true;
            }
        }
    }
    out
}

/// Finished flows with the steps that they are told by.
pub(crate) fn flows(
    engine: &Engine<'_, '_, '_>,
    ran: &Ran,
    mut each: impl FnMut(Option<u32>, &Done, &[Prov]),
) {
    use crate::frame::Known as _;
    for done in &ran.top.done {
        each(None, done, &ran.top.provs);
    }
    for key in &ran.used {
        if let Some(summary) = engine.store.summary(*key) {
            for done in &summary.done {
                each(Some(*key), done, &summary.provs);
            }
        }
    }
}
