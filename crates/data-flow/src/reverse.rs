//! Who calls a method, reads or writes a field, takes from a channel, over all reached code.

use call_graph::{Binding, LinkEnd};
use program_model::{DefId, EventKind, FieldId};
use ruleset::schema::dataflow::{Base, Effect, Side};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::context::Ctx;
use crate::node::Sel;
use crate::spec::Spec;

/// Indexes over all reached code, made when first asked for.
pub(crate) struct Reverse {
    /// By method: where its callers begin among all; one more for the end.
    first_caller: Vec<u32>,
    /// Calling method, offset, how arguments get there.
    all_callers: Vec<(DefId, u32, Binding)>,
    /// By method: parameters of callbacks that its result is handed to.
    pub(crate) handed: FxHashMap<DefId, Vec<(DefId, u16)>>,
    pub(crate) readers: FxHashMap<Sel, Vec<(DefId, u32)>>,
    /// Methods that write a field which holds objects.
    pub(crate) writers: FxHashMap<Sel, Vec<DefId>>,
    /// Calls and methods that take from a channel, by its name.
    pub(crate) takers: FxHashMap<u32, Vec<(DefId, Option<u32>)>>,
    /// Calls whose row calls a method of this name and hands its result on.
    pub(crate) asking: FxHashMap<program_model::NameId, Vec<(DefId, u32)>>,
    /// Methods with a call whose row has a method of this name run once the code has ended.
    pub(crate) queuing: FxHashMap<program_model::NameId, Vec<DefId>>,
    /// Instance methods by name.
    pub(crate) named: FxHashMap<program_model::NameId, Vec<DefId>>,
}

impl Reverse {
    /// Calls of a method, in the order of the methods that make them.
    pub(crate) fn callers(&self, def: DefId) -> &[(DefId, u32, Binding)] {
        let at = def.index();
        match (self.first_caller.get(at), self.first_caller.get(at + 1)) {
            (Some(from), Some(to)) => &self.all_callers[*from as usize..*to as usize],
            _ => &[],
        }
    }

    /// Puts calls in the order of the methods called; those of one method stay in their order.
    fn sort_calls(&mut self, called: &[DefId], calls: Vec<(DefId, u32, Binding)>) {
        for def in called {
            self.first_caller[def.index() + 1] += 1;
        }
        for at in 1..self.first_caller.len() {
            self.first_caller[at] += self.first_caller[at - 1];
        }
        let mut place = self.first_caller.clone();
        self.all_callers.clone_from(&calls);
        for (def, call) in called.iter().zip(calls) {
            let at = &mut place[def.index()];
            self.all_callers[*at as usize] = call;
            *at += 1;
        }
    }
}

/// Makes the indexes.
pub(crate) fn reverse(ctx: &Ctx<'_, '_>) -> Reverse {
    let program = ctx.program;
    let mut out = Reverse {
        first_caller: vec![0; program.n_defs() + 1],
        all_callers: Vec::new(),
        handed: FxHashMap::default(),
        readers: FxHashMap::default(),
        writers: FxHashMap::default(),
        takers: FxHashMap::default(),
        asking: FxHashMap::default(),
        queuing: FxHashMap::default(),
        named: FxHashMap::default(),
    };
    let mut names: FxHashSet<program_model::NameId> = FxHashSet::default();
    for row in ctx.tables.channels.rows() {
        names.extend(program.find_name(row.name.as_bytes()));
    }
    for class in &ctx.tables.summaries.classes {
        let is_named = || program.find_type(class.class.as_bytes()).is_some();
        let asks = |text: &str| {
            [CELL, LINKED, QUEUED]
                .iter()
                .any(|part| text.contains(part))
        };
        if !is_named() || !asks(&class.rows) {
            continue;
        }
        for row in ctx.tables.summaries.class(&class.class) {
            if asks(row.cells) {
                names.extend(program.find_name(row.name.as_bytes()));
            }
        }
    }
    let named: Vec<bool> = program
        .methods()
        .map(|(_, row)| names.contains(&program.selector(row.selector).0))
        .collect();
    let mut called: Vec<DefId> = Vec::new();
    let mut calls: Vec<(DefId, u32, Binding)> = Vec::new();
    for (def, row) in program.defs() {
        if !row.has_code() || !ctx.runs(def) {
            continue;
        }
        if !row.is_static() {
            let (name, _) = program.selector(program.method(row.method).selector);
            out.named.entry(name).or_default().push(def);
        }
        for edge in ctx.edges(def).iter() {
            called.push(edge.callee);
            calls.push((def, edge.offset, edge.binding));
            for link in ctx.graph.links(edge.binding) {
                if let (LinkEnd::ReturnOf(from), LinkEnd::Param(to)) = (link.from, link.to) {
                    out.handed.entry(from).or_default().push((edge.callee, to));
                }
            }
        }
        let is_named = named.get(row.method.index()).copied().unwrap_or(false)
            || ctx.annotated.contains_key(&row.method);
        if is_named && !row.is_static() {
            for end in &ctx.spec(row.method).channels {
                if end.side == Side::Deliver {
                    let name = ctx.name(end.channel);
                    out.takers.entry(name).or_default().push((def, None));
                }
            }
        }
        let dex = program.dex_of(def);
        for event in program.events(def) {
            match event.kind {
                EventKind::InstanceGet | EventKind::StaticGet => {
                    if let Some(field) = program.field_at(dex, event.index) {
                        let sel = field_mark(ctx, field, event.kind == EventKind::StaticGet);
                        out.readers
                            .entry(sel)
                            .or_default()
                            .push((def, event.offset));
                    }
                }
                EventKind::InstancePut | EventKind::StaticPut => {
                    if let Some(field) = program.field_at(dex, event.index)
                        && holds_object(ctx, field)
                    {
                        let sel = field_mark(ctx, field, event.kind == EventKind::StaticPut);
                        let list = out.writers.entry(sel).or_default();
                        if list.last() != Some(&def) {
                            list.push(def);
                        }
                    }
                }
                kind if kind.is_plain_invoke() => {
                    if let Some(method) = program.method_at(dex, event.index)
                        && named.get(method.index()).copied().unwrap_or(false)
                    {
                        let spec = ctx.spec(method);
                        for effect in Effect::each(spec.effects.as_deref().unwrap_or_default()) {
                            let Effect::Call {
                                method: asked,
                                result,
                                later,
                                ..
                            } = effect
                            else {
                                continue;
                            };
                            let Some(name) = program.find_name(asked.as_bytes()) else {
                                continue;
                            };
                            if result.is_some() {
                                let list = out.asking.entry(name).or_default();
                                list.push((def, event.offset));
                            } else if *later {
                                let list = out.queuing.entry(name).or_default();
                                if list.last() != Some(&def) {
                                    list.push(def);
                                }
                            }
                        }
                        for cell in cells_read(&ctx.spec(method)) {
                            out.takers
                                .entry(ctx.name(cell))
                                .or_default()
                                .push((def, Some(event.offset)));
                        }
                        for end in &ctx.spec(method).channels {
                            if end.side == Side::Get {
                                let name = ctx.name(end.channel);
                                out.takers
                                    .entry(name)
                                    .or_default()
                                    .push((def, Some(event.offset)));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }
    out.sort_calls(&called, calls);
    out
}

/// What rows contain that hand the result of one callback to another.
const LINKED: &str = "call ret.";

/// What rows contain that have a part of their object called once the code has ended.
const QUEUED: &str = "later this.";

/// What rows call a cell of the whole program.
const CELL: &str = "static:";

/// Cells of the whole program that a call reads from.
fn cells_read<'s>(spec: &'s Spec<'_>) -> impl Iterator<Item = &'s str> {
    spec.effects
        .iter()
        .flatten()
        .filter_map(|effect| match effect {
            Effect::Flow { from, .. } => match from.base {
                Base::Static(cell) => Some(cell),
                _ => None,
            },
            _ => None,
        })
}

/// The field is of an object type.
pub(crate) fn holds_object(ctx: &Ctx<'_, '_>, field: FieldId) -> bool {
    let ty = ctx.program.field(field).ty;
    matches!(ctx.program.descriptor(ty).first(), Some(b'L' | b'['))
}

/// What stands for a field among the marks.
pub(crate) fn field_mark(ctx: &Ctx<'_, '_>, field: FieldId, is_static: bool) -> Sel {
    if is_static {
        // Static fields are told apart by class; the number space is shared, the kind is not.
        Sel::Key(u32::try_from(field.index()).unwrap_or(u32::MAX))
    } else {
        ctx.field_sel(field)
    }
}
