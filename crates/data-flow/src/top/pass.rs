//! One pass over the entry points: they run in any order until nothing changes, and each finds what the others left.

use std::collections::{BTreeMap, BTreeSet};

use program_model::TypeId;

use super::entries::{Entry, times_of};
use super::made::{Aside, MadeBy, Start, go_back_to_made, note_made, put_aside_later, statics_of};
use crate::context::{Ctx, Key};
use crate::engine::Store;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::intent::Time;
use crate::limits::{
    BASE_TOP_UNITS, INSNS_PER_TOP_UNITS, MAX_TOP_ROUNDS, TOP_CELLS, TOP_NODES, TOP_SHARE, TOP_UNITS,
};
use crate::living::Living;
use crate::node::{Kind, Sel};
use crate::own_statics::OwnStatics;
use crate::processes::Processes;
use crate::residents::Residents;
use crate::shared::{Times, held_by_others};
use crate::summary::{Summary, What};
use crate::value::{Atom, NodeId, Set};

/// Kind of the component that stands for the process, and the cell in which the tables find it.
const APPLICATION: &str = "application";

/// Kind of the components that answer where code asks for rows.
const PROVIDER: &str = "provider";

/// The cell in which the tables find the exceptions that no code of the app catches.
const UNCAUGHT: &str = "uncaught";

/// What is told of an entry point, the same in each round.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is told of one method are independent questions"
)]
struct Told {
    time: Time,
    /// Times whose writes it finds in the component, and in what static fields of it hold.
    seen: BTreeSet<Time>,
    seen_static: BTreeSet<Time>,
    /// It runs once when the process starts.
    is_start: bool,
    is_initialiser: bool,
    /// Nothing but making the component comes before it.
    is_first: bool,
    /// The order of the methods of the component is told.
    has_order: bool,
}

impl Told {
    fn new(
        ctx: &Ctx<'_, '_>,
        own_times: &BTreeMap<TypeId, BTreeSet<Time>>,
        renewed: &BTreeSet<TypeId>,
        entry: &Entry,
    ) -> Self {
        let Some(ty) = entry.on else {
            return Self {
                time: Time::Middle,
                seen: BTreeSet::new(),
                seen_static: BTreeSet::new(),
                is_start: false,
                is_initialiser: ctx.is_initialiser(entry.def),
                is_first: false,
                has_order: false,
            };
        };
        let nothing = BTreeSet::new();
        let all = own_times.get(&ty).unwrap_or(&nothing);
        let time = ctx.intents.time(ctx.program, ty, entry.def);
        let seen_static = ctx.intents.seen(ty, time, all);
        // What is made anew for each call finds what making it wrote, not what an earlier call left.
        let seen = if renewed.contains(&ty) {
            ctx.intents.seen(ty, Time::First, all)
        } else {
            seen_static.clone()
        };
        Self {
            time,
            seen,
            seen_static,
            is_start: ctx.intents.start_rank(ctx.program, ty, entry.def).is_some(),
            is_initialiser: false,
            is_first: ctx.intents.is_first(ty, time, all),
            has_order: ctx.intents.has_order(ty),
        }
    }
}

/// What the entry points left so far.
pub(super) struct Pass<'c, 'x, 'a> {
    ctx: &'c Ctx<'x, 'a>,
    frame: Frame<'c, 'x, 'a>,
    heap: Heap,
    residents: Residents,
    renewed: BTreeSet<TypeId>,
    times: Times,
    own_times: BTreeMap<TypeId, BTreeSet<Time>>,
    /// By component the times whose writes others see, where that was asked.
    alive: BTreeMap<NodeId, BTreeSet<Time>>,
    applications: Vec<NodeId>,
    providers: Vec<NodeId>,
    /// What static fields hold is there before all else.
    statics: Option<NodeId>,
    processes: Processes,
    starts: BTreeMap<u32, Start>,
    made: BTreeMap<TypeId, Heap>,
    at_start: Option<BTreeMap<Sel, Set>>,
    made_by: MadeBy,
    living: Living,
    own_statics: OwnStatics,
    /// How much was noted behind the last round.
    kept: usize,
    /// Rounds gone through.
    n_rounds: u32,
    /// Units of work after which the pass gives up, and how many each start of it is given.
    bound: u64,
    units: u64,
}

impl<'c, 'x, 'a> Pass<'c, 'x, 'a> {
    pub(super) fn new(ctx: &'c Ctx<'x, 'a>, store: &'c Store, entries: &[Entry]) -> Self {
        let units = BASE_TOP_UNITS
            + ctx.program.all().n_instructions().saturating_mul(TOP_UNITS) / INSNS_PER_TOP_UNITS;
        let mut frame = Frame::new(ctx, store, None);
        frame.loops = true;
        frame.nodes.room = TOP_NODES;
        let mut heap = Heap {
            room: TOP_CELLS,
            ..Heap::default()
        };
        heap.cells.keep_touched();
        let applications = applications(&mut frame, ctx, &mut heap);
        let providers = providers(&mut frame, ctx);
        let statics = frame.outside(Kind::Statics).refs().next();
        let ordered = entries.iter().filter_map(|entry| {
            let ty = entry.on?;
            Some((entry.def, ty, ctx.intents.time(ctx.program, ty, entry.def)))
        });
        Self {
            ctx,
            frame,
            heap,
            residents: Residents::default(),
            renewed: ctx.intents.renewed().collect(),
            times: BTreeMap::new(),
            own_times: BTreeMap::new(),
            alive: BTreeMap::new(),
            applications,
            providers,
            statics,
            processes: Processes::new(ctx),
            starts: BTreeMap::new(),
            made: BTreeMap::new(),
            at_start: None,
            made_by: MadeBy::default(),
            living: Living::default(),
            own_statics: OwnStatics::new(ctx, ordered),
            kept: 0,
            n_rounds: 0,
            bound: 0,
            units,
        }
    }

    /// Runs the entry points until nothing changes. Where the pass is run once more anyway because of `lacks`, which
    /// is asked for what was missing, it ends as soon as no further summary is met, and if it `is_hasty` as soon as one
    /// is missing. False when it ended so.
    pub(super) fn run(
        &mut self,
        entries: &[Entry],
        extra: &[Entry],
        is_hasty: bool,
        lacks: impl Fn(&BTreeSet<Key>) -> bool,
    ) -> bool {
        self.own_times = times_of(self.ctx, entries, extra);
        self.alive.clear();
        let all = entries.iter().chain(extra);
        let told = all.map(|entry| Told::new(self.ctx, &self.own_times, &self.renewed, entry));
        let told: Vec<Told> = told.collect();
        self.bound = self.frame.units + self.units;
        for _ in 0..MAX_TOP_ROUNDS {
            let n_used = self.frame.used.len();
            let same = self.round(entries, extra, &told);
            self.n_rounds += 1;
            let goes_on = !same && (is_hasty || n_used == self.frame.used.len());
            if goes_on && lacks(&self.frame.missing) {
                return !is_hasty;
            }
            if same {
                break;
            }
        }
        true
    }

    /// Runs each entry point once, and what they handed over. True when nothing changed.
    fn round(&mut self, entries: &[Entry], extra: &[Entry], told: &[Told]) -> bool {
        let is_first = self.n_rounds == 0;
        self.frame.may_wait = is_first;
        self.frame.waits = false;
        let before = self.heap.clone();
        let n = self.n_found();
        let n_entries = (entries.len() + extra.len()) as u64;
        let shared = self.shared();
        let all = entries.iter().chain(extra).zip(told);
        for (number, (entry, told)) in (0u32..).zip(all) {
            if self.frame.units > self.bound {
                self.frame.cut = Some("work of one pass over the entry points");
                break;
            }
            // None takes so much that nothing is left for those behind it.
            let left = (n_entries - u64::from(number)).max(1);
            let share = TOP_SHARE * (self.bound - self.frame.units) / left;
            self.frame.bound = (self.frame.units + share).min(self.bound);
            self.enter(number, (entry, told), &shared);
        }
        self.residents.leave_all(&mut self.heap);
        self.frame.bound = self.bound;
        if is_first {
            self.frame.answer_all(&mut self.heap);
        }
        self.call_back();
        let now = self.n_kept();
        let same =
            self.heap.same(&before) && n == self.n_found() && now == self.kept && !self.frame.waits;
        self.kept = now;
        same
    }

    fn n_found(&self) -> (usize, usize, usize) {
        let frame = &self.frame;
        (frame.hits.len(), frame.done.len(), frame.deferred.len())
    }

    fn n_kept(&self) -> usize {
        let in_times: usize = self
            .times
            .values()
            .map(|cells| cells.values().map(Set::len).sum::<usize>())
            .sum();
        in_times + self.own_statics.len() + self.processes.len()
    }

    /// What others hold is there for them at any time.
    fn shared(&self) -> Vec<NodeId> {
        let applications = &self.applications;
        let mut shared = applications.clone();
        shared.extend(held_by_others(
            &self.frame,
            &self.heap,
            &self.times,
            applications,
        ));
        shared.extend(&self.providers);
        shared.sort_unstable();
        shared.dedup();
        shared
    }

    /// Runs one entry point on what it finds, and notes what it leaves.
    fn enter(&mut self, number: u32, (entry, told): (&Entry, &Told), shared: &[NodeId]) {
        let ctx = self.ctx;
        let own = entry
            .on
            .and_then(|ty| self.frame.outside(Kind::Component(ty)).refs().next());
        if let Some(own) = own {
            self.residents.leave(&mut self.heap, own);
            show(&mut self.heap, &self.times, own, &told.seen);
        }
        // The one object of the process outlives all others, which reach it at any time.
        for node in shared.iter().filter(|node| Some(**node) != own) {
            let alive = self
                .alive
                .entry(*node)
                .or_insert_with(|| alive(&self.frame, ctx, &self.own_times, *node));
            self.residents
                .show(&mut self.heap, &self.times, *node, alive);
        }
        // What runs once when the process starts finds what there is then, and what earlier processes stored.
        let (is_start, is_initialiser) = (told.is_start, told.is_initialiser);
        if !is_initialiser && self.at_start.is_none() {
            self.at_start = Some(statics_of(&mut self.frame, &self.heap));
        }
        let later = if is_initialiser && let Some(first) = &self.at_start {
            put_aside_later(&mut self.frame, ctx, &mut self.heap, first, entry.def)
        } else if is_start {
            let start = self
                .starts
                .entry(number)
                .or_insert_with(|| Start::new(&self.heap, self.frame.nodes.len()));
            start.go_back(&self.frame, &mut self.heap)
        } else if let Some(ty) = entry.on
            && told.is_first
            && let Some(fresh) = self.made.get(&ty)
        {
            go_back_to_made(&mut self.heap, fresh)
        } else {
            Aside::new()
        };
        let is_common = is_initialiser || is_start;
        let others = self.statics.and_then(|node| {
            self.processes
                .enter(&mut self.heap, node, entry.on, is_common)
        });
        let shown = entry.on.filter(|_| !is_start).and_then(|ty| {
            self.own_statics
                .show(&mut self.frame, &mut self.heap, ty, &told.seen_static)
        });
        let twins = match own {
            Some(own) if told.has_order => {
                let kept = (&self.times, &self.own_statics);
                self.frame
                    .put_twins(ctx, &mut self.heap, kept, (own, entry.def))
            }
            _ => Vec::new(),
        };
        // Where the order of calls is told, what a method overwrites is gone for those behind it.
        call(
            &mut self.frame,
            &mut self.heap,
            (number, entry),
            told.has_order,
        );
        self.frame.drop_twins(&mut self.heap, &twins);
        if let Some(shown) = shown {
            self.own_statics
                .keep(&mut self.frame, &mut self.heap, shown, told.time);
        }
        if let Some(node) = self.statics {
            if is_common {
                self.processes.leave_common(&mut self.heap, node);
            }
            if let Some(others) = &others {
                self.processes.leave(&mut self.heap, node, entry.on, others);
            }
        }
        self.frame.run_pending(&mut self.heap);
        self.living
            .take_new(&self.frame, &self.heap, &mut self.times);
        if let Some(ty) = entry.on
            && told.time == Time::First
        {
            let own = self.made_by.of(&self.frame, number);
            note_made(&self.heap, own, self.made.entry(ty).or_default());
        }
        for ((node, sel), set) in later {
            self.heap.cells.at_mut((node, sel)).join(&set);
        }
        for node in shared.iter().filter(|node| Some(**node) != own) {
            self.residents.keep(&mut self.heap, &mut self.times, *node);
        }
        if let Some(own) = own {
            keep(&mut self.heap, &mut self.times, own, told.time);
        }
    }

    /// Callbacks come when the component is ready, and may come as long as it lives.
    fn call_back(&mut self) {
        let ctx = self.ctx;
        let own: BTreeSet<NodeId> = self
            .times
            .keys()
            .map(|(node, _)| *node)
            .filter(|node| !self.living.has(*node))
            .collect();
        for node in &own {
            let alive = self
                .alive
                .entry(*node)
                .or_insert_with(|| alive(&self.frame, ctx, &self.own_times, *node));
            show(&mut self.heap, &self.times, *node, alive);
        }
        let found = found_by_callbacks(&self.frame, ctx, &self.heap, &own);
        let others = self
            .statics
            .and_then(|node| self.processes.enter_all(&mut self.heap, node));
        self.living.note_all(&self.heap, &mut self.times);
        self.living
            .run(&mut self.frame, &mut self.heap, &mut self.times);
        self.frame.run_deferred(&mut self.heap);
        self.living
            .take_new(&self.frame, &self.heap, &mut self.times);
        self.living.note_all(&self.heap, &mut self.times);
        if let (Some(node), Some(others)) = (self.statics, others) {
            self.processes.leave_all(&mut self.heap, node, others);
        }
        for (node, before) in own.iter().zip(found) {
            drop_same(&mut self.heap, *node, &before);
            keep(&mut self.heap, &mut self.times, *node, Time::Middle);
        }
    }

    /// Summaries that were asked for and not there.
    pub(super) fn missing(&self) -> &BTreeSet<Key> {
        &self.frame.missing
    }

    /// Summaries that were put in.
    pub(super) fn used(&self) -> impl Iterator<Item = u32> {
        self.frame.used.iter().copied()
    }

    /// Summaries of calls that happen only where some object is there.
    pub(super) fn refused(&self) -> impl Iterator<Item = u32> {
        self.frame.maybe.keys().copied()
    }

    /// The top as a summary of its own, and the units of work spent on it. Nobody calls it: only the finished flows
    /// count, not the state that it ends with.
    pub(super) fn finish(mut self) -> (Summary, u64) {
        self.frame.deferred.clear();
        let end = Heap {
            full: self.heap.full,
            ..Heap::default()
        };
        let units = self.frame.units;
        let (top, _) = self.frame.finish(&end, Set::default());
        (top, units)
    }
}

fn call(
    frame: &mut Frame<'_, '_, '_>,
    heap: &mut Heap,
    (number, entry): (u32, &Entry),
    strong: bool,
) {
    let ctx = frame.ctx;
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
    let outcome = frame.enter(heap, number, entry.def, &args, strong, What::Call);
    if !outcome.thrown.is_empty() {
        let cell = frame.outside(Kind::Cell(ctx.name(UNCAUGHT)));
        for node in cell.refs().collect::<Vec<_>>() {
            heap.add(&mut frame.nodes, node, Sel::Any, &outcome.thrown);
        }
    }
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
