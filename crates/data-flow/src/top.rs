//! The framework's side: components are made, their callbacks run in any order, objects that were handed over are
//! called back; what static fields, components, stores and intents hold is seen by all.

mod entries;
mod made;
mod pass;

use std::collections::BTreeSet;

use program_model::{DefId, IdVec};

use crate::context::{Ctx, Key};
use crate::delivery::asking;
use crate::engine::Engine;
use crate::limits::{FEW_MORE_PASSES, MAX_HASTY_PASSES, MAX_MORE_PASSES};
use crate::node::Kind;
use crate::summary::{Done, Prov, Summary};
use crate::value::{Atom, Set};
use entries::{Entry, entries, times_of};
use pass::Pass;
pub(crate) use pass::{keep, show};

/// What came of running everything.
pub(crate) struct Ran {
    /// The top as a summary of its own.
    pub(crate) top: Summary,
    /// Summaries that what runs stands on, sorted.
    pub(crate) used: Vec<u32>,
    pub(crate) units: u64,
}

/// Runs all entry points until nothing changes.
pub(crate) fn run(engine: &mut Engine<'_, '_, '_>, ctx: &Ctx<'_, '_>) -> Ran {
    let entries = entries(ctx);
    crate::early::keep_apart(ctx, &times_of(ctx, &entries, &[]));
    let mut extra: Vec<Entry> = Vec::new();
    let (mut left, mut hasty) = if engine.is_big() {
        (FEW_MORE_PASSES, 0)
    } else {
        (MAX_MORE_PASSES, MAX_HASTY_PASSES)
    };
    let mut units = 0;
    loop {
        let missing = match pass(engine, ctx, (&entries, &mut extra), (&mut left, &mut hasty)) {
            Ended::Whole(ran) => {
                return Ran {
                    units: ran.units + units,
                    ..*ran
                };
            }
            Ended::Lacks(missing, spent) => {
                units += spent;
                missing
            }
        };
        if engine.want(&missing) {
            engine.work();
        }
    }
}

/// How a pass ended.
enum Ended {
    Whole(Box<Ran>),
    /// It has to be done anew, with these summaries if they can be made; units of work it took.
    Lacks(BTreeSet<Key>, u64),
}

/// Runs the entry points, and with them those methods that the call graph knows to run and they do not lead to.
fn pass(
    engine: &Engine<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    (entries, extra): (&[Entry], &mut Vec<Entry>),
    (left, hasty): (&mut u32, &mut u32),
) -> Ended {
    let mut pass = Pass::new(ctx, &engine.store, entries);
    loop {
        let lacks = |missing: &BTreeSet<Key>| *left > 0 && engine.lacks(missing);
        if !pass.run(entries, extra, *hasty > 0, lacks) {
            *hasty -= 1;
            let missing = pass.missing().clone();
            return Ended::Lacks(missing, pass.finish().1);
        }
        let mut reach = Reach::default();
        reach.add(engine, pass.used());
        let Reach {
            list: mut used,
            mut refused,
            ..
        } = reach;
        refused.extend(pass.refused());
        used.sort_unstable();
        refused.sort_unstable();
        refused.dedup();
        let lacks = lacks(pass.missing());
        let found = if *left == 0 {
            Vec::new()
        } else {
            unseen(engine, ctx, (&used, &refused), extra)
        };
        if !lacks && found.is_empty() {
            let (top, units) = pass.finish();
            return Ended::Whole(Box::new(Ran { top, used, units }));
        }
        *left -= 1;
        // Where it was taken that nobody asks, and somebody does, what came of that cannot be taken back.
        let asking = asking(ctx);
        let is_new = lacks || found.iter().any(|entry| asks(engine, ctx, entry, &asking));
        extra.extend(found);
        if is_new {
            let missing = pass.missing().clone();
            return Ended::Lacks(missing, pass.finish().1);
        }
    }
}

/// The method, or one that it calls, asks for what others answer.
fn asks(
    engine: &Engine<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    entry: &Entry,
    asking: &BTreeSet<u32>,
) -> bool {
    use crate::frame::Known as _;
    let key = ctx.key_id(&Key::generic(entry.def));
    engine.store.summary(key).is_some_and(|summary| {
        let mut nodes = summary.nodes.iter();
        nodes.any(|(_, node)| matches!(node.kind, Kind::Channel(name, _) if asking.contains(&name)))
    })
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

/// Methods that can run by the call graph, that nothing seen so far stands on, and that do something of note.
fn unseen(
    engine: &Engine<'_, '_, '_>,
    ctx: &Ctx<'_, '_>,
    (used, refused): (&[u32], &[u32]),
    extra: &[Entry],
) -> Vec<Entry> {
    use crate::frame::Known as _;
    let program = ctx.program;
    let mut reached: IdVec<DefId, bool> = IdVec::filled(false, program.n_defs());
    // Of methods whose calls were looked at it is known that they are on other objects.
    for key in used.iter().chain(refused) {
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
