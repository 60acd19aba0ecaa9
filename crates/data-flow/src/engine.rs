//! The order of work: callees before callers, again where a callee changed, within a budget of counted work.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use program_model::{DefId, IdVec};

use crate::cache::{CacheCounts, Session, SummaryCache};
use crate::context::{Ctx, Key};
use crate::exec;
use crate::frame::Known;
use crate::limits::{
    CONTEXT_SHARE, FEW_ROUNDS, MANY_DEFS, MANY_METHODS, MAX_ROUNDS, MAX_WAITS, METHOD_UNITS,
    POOR_METHOD_UNITS,
};
use crate::summary::Summary;

/// Summaries by number.
#[derive(Debug, Default)]
pub(crate) struct Store {
    list: RefCell<Vec<Option<Rc<Summary>>>>,
}

impl Known for Store {
    fn summary(&self, key: u32) -> Option<Rc<Summary>> {
        self.list.borrow().get(key as usize).cloned().flatten()
    }
}

impl Store {
    fn set(&self, key: u32, summary: Rc<Summary>) {
        let mut list = self.list.borrow_mut();
        let at = key as usize;
        if list.len() <= at {
            list.resize(at + 1, None);
        }
        if let Some(place) = list.get_mut(at) {
            *place = Some(summary);
        }
    }

    /// Numbers of all summaries.
    pub(crate) fn len(&self) -> usize {
        self.list.borrow().len()
    }
}

/// Work to be done and done.
pub(crate) struct Engine<'c, 'x, 'a> {
    ctx: &'c Ctx<'x, 'a>,
    session: Option<Session<'c, 'x, 'a>>,
    pub(crate) store: Store,
    queue: VecDeque<u32>,
    queued: BTreeSet<u32>,
    rounds: BTreeMap<u32, u8>,
    /// Times that a method waited for summaries it misses.
    waits: BTreeMap<u32, u8>,
    /// Summaries that changed while their method waited.
    untold: BTreeSet<u32>,
    users: BTreeMap<u32, BTreeSet<u32>>,
    pub(crate) units: u64,
    budget: u64,
    /// Work on summaries for arguments of known types and values.
    context_units: u64,
    /// Times that one method is gone through again.
    most_rounds: u8,
    /// Work by method.
    pub(crate) by_method: BTreeMap<DefId, u64>,
    /// The budget of the app was used up.
    pub(crate) spent: bool,
    /// Methods that met a bound: what it was, and how many.
    pub(crate) cuts: BTreeMap<&'static str, BTreeSet<DefId>>,
}

impl<'c, 'x, 'a> Engine<'c, 'x, 'a> {
    pub(crate) fn new(ctx: &'c Ctx<'x, 'a>, budget: u64, cache: Option<SummaryCache<'x>>) -> Self {
        Self {
            ctx,
            session: cache.map(|cache| Session::new(ctx, cache)),
            store: Store::default(),
            queue: VecDeque::new(),
            queued: BTreeSet::new(),
            rounds: BTreeMap::new(),
            waits: BTreeMap::new(),
            untold: BTreeSet::new(),
            users: BTreeMap::new(),
            units: 0,
            budget,
            context_units: 0,
            most_rounds: MAX_ROUNDS,
            by_method: BTreeMap::new(),
            spent: false,
            cuts: BTreeMap::new(),
        }
    }

    /// Writes what is new to the cache and tells what it did.
    pub(crate) fn end_cache(&mut self) -> Option<CacheCounts> {
        self.session.take().map(Session::finish)
    }

    /// Queues methods, callees first, and before the others those that come first in the order given.
    pub(crate) fn queue_methods(&mut self, order: &[DefId], wanted: &IdVec<DefId, bool>) {
        let n = wanted.len();
        if wanted.as_slice().iter().filter(|wanted| **wanted).count() > MANY_METHODS {
            self.most_rounds = FEW_ROUNDS;
        }
        let mut seen: IdVec<DefId, bool> = IdVec::filled(false, n);
        let order = if self.has_many() { order } else { &[] };
        let all = order.iter().copied().chain((0..n).map(DefId::from_index));
        for first in all {
            if !wanted[first] || seen[first] {
                continue;
            }
            seen[first] = true;
            let mut stack = vec![(first, self.ctx.edges(first), 0usize)];
            while let Some((def, edges, next)) = stack.last_mut() {
                let callee = edges.get(*next).map(|edge| edge.callee);
                *next += 1;
                if let Some(callee) = callee {
                    if wanted[callee] && !std::mem::replace(&mut seen[callee], true) {
                        let edges = self.ctx.edges(callee);
                        stack.push((callee, edges, 0));
                    }
                } else {
                    let def = *def;
                    stack.pop();
                    let key = self.ctx.key_id(&Key::generic(def));
                    self.push(key);
                }
            }
        }
    }

    /// The app is so big that its work surely ends at the bound: what lies on the shortest ways goes first, and the rest
    /// gets a little of the work.
    fn has_many(&self) -> bool {
        self.ctx.program.n_defs() > MANY_DEFS
    }

    /// Methods are gone through less often, since there are many.
    pub(crate) fn is_big(&self) -> bool {
        self.most_rounds < MAX_ROUNDS
    }

    fn push(&mut self, key: u32) {
        if self.queued.insert(key) {
            self.queue.push_back(key);
        }
    }

    /// Some of these summaries was never tried, and there is work left for it.
    pub(crate) fn lacks(&self, keys: &BTreeSet<Key>) -> bool {
        keys.iter().any(|key| {
            let id = self.ctx.key_id(key);
            self.ctx.program.def(key.def).has_code()
                && self.store.summary(id).is_none()
                && !self.rounds.contains_key(&id)
                && (self.units <= self.budget || !self.is_left_out(key.def))
        })
    }

    /// Once the budget is used up, a method that has to do without a summary.
    fn is_left_out(&self, def: DefId) -> bool {
        let is_late = !self.has_many() || self.units > 2 * self.budget;
        is_late && !self.ctx.nearest[def]
    }

    /// Asks for summaries by name.
    pub(crate) fn want(&mut self, keys: &BTreeSet<Key>) -> bool {
        let mut any = false;
        for key in keys {
            if self.ctx.program.def(key.def).has_code() {
                let id = self.ctx.key_id(key);
                if self.store.summary(id).is_none() && !self.rounds.contains_key(&id) {
                    self.push(id);
                    any = true;
                }
            }
        }
        any
    }

    /// Puts summaries that a method misses before it, so that its own users see it only when it is whole. False when
    /// there are none, or when it waited often enough.
    fn wait_for(&mut self, id: u32, missing: &BTreeSet<Key>) -> bool {
        // Where there are many methods it does so only for what is read by a name that it gives.
        let few = self.most_rounds == MAX_ROUNDS;
        let fresh: Vec<u32> = missing
            .iter()
            .filter(|key| few || self.ctx.sources.reads_by_name(key.def))
            .filter(|key| !key.is_generic() && self.ctx.program.def(key.def).has_code())
            .map(|key| self.ctx.key_id(key))
            .filter(|key| {
                *key != id
                    && self.store.summary(*key).is_none()
                    && !self.rounds.contains_key(key)
                    && !self.queued.contains(key)
            })
            .collect();
        let waits = self.waits.entry(id).or_insert(0);
        if fresh.is_empty() || self.spent || *waits >= MAX_WAITS {
            return false;
        }
        *waits += 1;
        if let Some(rounds) = self.rounds.get_mut(&id) {
            *rounds = rounds.saturating_sub(1);
        }
        if self.queued.insert(id) {
            self.queue.push_front(id);
        }
        for key in fresh.into_iter().rev() {
            if self.queued.insert(key) {
                self.queue.push_front(key);
            }
        }
        true
    }

    /// Works until nothing changes or the budget ends.
    pub(crate) fn work(&mut self) {
        while let Some(id) = self.queue.pop_front() {
            self.queued.remove(&id);
            if self.units > self.budget {
                // The shortest ways are gone through still, once and in full; the others as far as little work takes
                // them.
                self.spent = true;
                let def = self.ctx.method_at(id).map(|(def, _)| def);
                let is_near = def.is_some_and(|def| self.ctx.nearest[def]);
                self.ctx.bound.set(if is_near {
                    METHOD_UNITS
                } else {
                    POOR_METHOD_UNITS
                });
                let is_left_out = def.is_none_or(|def| self.is_left_out(def));
                if self.store.summary(id).is_some() || is_left_out {
                    continue;
                }
            }
            let rounds = self.rounds.entry(id).or_insert(0);
            let is_cut = self
                .store
                .summary(id)
                .is_some_and(|summary| summary.cut.is_some());
            // What met a bound would meet it again.
            if *rounds > self.most_rounds || (is_cut && *rounds > 1) {
                continue;
            }
            *rounds += 1;
            let Some(key) = self.ctx.key_at(id) else {
                continue;
            };
            let made = match &self.session {
                Some(session) => session.make(&self.store, id, &key),
                None => exec::summarise(self.ctx, &self.store, &key),
            };
            let Some(made) = made else {
                continue;
            };
            self.units += made.units + 8;
            if !key.is_generic() {
                self.context_units += made.units + 8;
                if self.context_units > self.budget / CONTEXT_SHARE {
                    self.ctx.no_more_contexts.set(true);
                }
            }
            *self.by_method.entry(key.def).or_default() += made.units;
            if let Some(cut) = made.summary.cut {
                self.cuts.entry(cut).or_default().insert(key.def);
            }
            let before = self.store.summary(id);
            let changed = before
                .as_ref()
                .is_none_or(|before| !before.same(&made.summary));
            for used in &made.summary.used {
                self.users.entry(*used).or_default().insert(id);
            }
            for key in &made.missing {
                let wanted = self.ctx.key_id(key);
                self.users.entry(wanted).or_default().insert(id);
            }
            self.store.set(id, Rc::new(made.summary));
            if self.wait_for(id, &made.missing) {
                if changed {
                    self.untold.insert(id);
                }
                continue;
            }
            let changed = self.untold.remove(&id) || changed;
            // It is gone through again when what it misses is there.
            let _ = self.want(&made.missing);
            if changed {
                let users: Vec<u32> = self.users.get(&id).into_iter().flatten().copied().collect();
                for user in users {
                    // Only what was made on the older form is made again.
                    if self.store.summary(user).is_some() {
                        self.push(user);
                    }
                }
            }
        }
    }
}
