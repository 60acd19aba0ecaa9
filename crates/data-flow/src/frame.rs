//! The state while one method, or the top, is gone through: its objects, values, sinks; reading and writing the heap.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use program_model::{DefId, TypeId};
use rustc_hash::FxHashMap;

use crate::context::{Ctx, Key};
use crate::heap::{Cells, Heap};
use crate::limits::{MAX_ASK_PATH, MAX_DEFERRED, MAX_DONE, MAX_HITS, MAX_INSIDE, TOP_UNITS};
use crate::node::{Addr, Kind, Nodes, Sel};
use crate::summary::{Ask, Deferred, Done, Hit, Inner, Prov, Summary, What};
use crate::value::{Atom, Elem, Marks, NodeId, ProvId, Set, WIDENED};

/// Summaries made so far.
pub(crate) trait Known {
    /// The summary with this number, when it was made.
    fn summary(&self, key: u32) -> Option<Rc<Summary>>;
}

/// Place of a sink inside a frame: offset here, then the hit of the callee.
type HitPlace = (u32, Option<Inner>, DefId, u32, u32);

/// State of one run over a method.
pub(crate) struct Frame<'c, 'x, 'a> {
    pub(crate) ctx: &'c Ctx<'x, 'a>,
    pub(crate) known: &'c dyn Known,
    /// The method; `None` for the top.
    pub(crate) def: Option<DefId>,
    pub(crate) nodes: Nodes,
    provs: Vec<Prov>,
    prov_ids: FxHashMap<ProvKey, ProvId>,
    pub(crate) hits: BTreeMap<HitPlace, Hit>,
    pub(crate) done: BTreeMap<(u32, HitPlace, Option<u32>), Done>,
    pub(crate) deferred: Vec<Deferred>,
    /// Callbacks that became known while a call was put in, and run behind it.
    pub(crate) pending: Vec<Deferred>,
    pub(crate) thrown: Set,
    pub(crate) asks: BTreeSet<Ask>,
    pub(crate) used: BTreeSet<u32>,
    /// Summaries that were wanted and not there.
    pub(crate) missing: BTreeSet<Key>,
    pub(crate) units: u64,
    pub(crate) cut: Option<&'static str>,
    /// The block being gone through may run again in the same call.
    pub(crate) loops: bool,
    /// Units of work after which the run gives up.
    pub(crate) bound: u64,
}

type ProvKey = (u8, ProvId, u32, u32, ProvId);

impl<'c, 'x, 'a> Frame<'c, 'x, 'a> {
    pub(crate) fn new(ctx: &'c Ctx<'x, 'a>, known: &'c dyn Known, def: Option<DefId>) -> Self {
        Self {
            ctx,
            known,
            def,
            nodes: Nodes::default(),
            provs: vec![Prov::None],
            prov_ids: FxHashMap::default(),
            hits: BTreeMap::new(),
            done: BTreeMap::new(),
            deferred: Vec::new(),
            pending: Vec::new(),
            thrown: Set::default(),
            asks: BTreeSet::new(),
            used: BTreeSet::new(),
            missing: BTreeSet::new(),
            units: 0,
            cut: None,
            loops: false,
            bound: if def.is_some() {
                ctx.bound.get()
            } else {
                TOP_UNITS
            },
        }
    }

    /// Notes a step; equal steps are noted once.
    pub(crate) fn prov(&mut self, prov: Prov) -> ProvId {
        let key = match prov {
            Prov::None => return 0,
            Prov::Read { offset } => (0, 0, offset, 0, 0),
            Prov::Step {
                before,
                offset,
                what,
            } => (1 + what as u8, before, offset, 0, 0),
            Prov::Through {
                before,
                offset,
                key,
                inner,
                what,
            } => (32 + what as u8, before, offset, key, inner),
        };
        if let Some(id) = self.prov_ids.get(&key) {
            return *id;
        }
        let Ok(id) = ProvId::try_from(self.provs.len()) else {
            return 0;
        };
        self.provs.push(prov);
        self.prov_ids.insert(key, id);
        id
    }

    /// The same value after a step; constants take none.
    pub(crate) fn stepped(&mut self, set: &Set, offset: u32, what: What) -> Set {
        let mut out = set.clone();
        let mut list: Vec<Elem> = out.iter().collect();
        for elem in &mut list {
            if !matches!(elem.atom, Atom::Const(_) | Atom::Top) {
                elem.prov = self.prov(Prov::Step {
                    before: elem.prov,
                    offset,
                    what,
                });
            }
        }
        let mut from = list.into_iter();
        out.each_mut(|elem| {
            if let Some(new) = from.next() {
                *elem = new;
            }
        });
        out
    }

    /// What a value carries through a computation: information, ways out, and unknowns; with `deep` all inside too.
    pub(crate) fn taints(&mut self, heap: &Heap, set: &Set, deep: bool) -> Set {
        let mut out = Set::default();
        let mut seen = BTreeSet::new();
        for elem in set.iter() {
            if elem.atom.is_taint() {
                out.add(elem);
            } else if let Atom::Ref(node) = elem.atom {
                self.inside(heap, node, elem, deep, &mut seen, &mut out);
            }
        }
        out
    }

    fn inside(
        &mut self,
        heap: &Heap,
        first: NodeId,
        from: Elem,
        deep: bool,
        seen: &mut BTreeSet<NodeId>,
        out: &mut Set,
    ) {
        let mut stack = vec![(first, from, 0u32)];
        while let Some((node, from, level)) = stack.pop() {
            if !seen.insert(node) || level > MAX_INSIDE {
                continue;
            }
            let is_component = self
                .nodes
                .get(node)
                .is_some_and(|node| matches!(node.kind, Kind::Component(_) | Kind::Statics));
            let deep = deep && !is_component;
            if self.nodes.is_outside(node) && !is_component {
                out.add(Elem {
                    atom: if deep {
                        Atom::Deep(node)
                    } else {
                        Atom::Data(node)
                    },
                    ..from
                });
            }
            for (sel, set) in heap.of(node) {
                self.units += 1;
                let is_inside = match sel {
                    Sel::Field(_) => deep,
                    Sel::Name(_) => deep || level == 0 && !is_component,
                    Sel::Size => false,
                    _ => true,
                };
                if !is_inside {
                    continue;
                }
                for elem in set.iter() {
                    let elem = Elem {
                        marks: elem.marks | from.marks,
                        ..elem
                    };
                    if elem.atom.is_taint() {
                        out.add(elem);
                    } else if let Atom::Ref(inner) = elem.atom {
                        stack.push((inner, elem, level + 1));
                    }
                }
            }
        }
    }

    /// Content of a cell of whatever objects the value may be.
    pub(crate) fn load(&mut self, heap: &Heap, base: &Set, sel: Sel) -> Set {
        let mut out = Set::default();
        for elem in base.iter() {
            match elem.atom {
                Atom::Ref(node) => {
                    let mut got = self.load_node(heap, node, sel);
                    got.each_mut(|inner| {
                        inner.marks |= elem.marks;
                        if inner.prov == 0 {
                            inner.prov = elem.prov;
                        }
                    });
                    out.join(&got);
                }
                atom if atom.is_taint() => {
                    out.add(elem);
                }
                _ => {}
            }
        }
        out
    }

    fn load_node(&mut self, heap: &Heap, node: NodeId, sel: Sel) -> Set {
        let mut out = Set::default();
        if let Some(known) = heap.cells.get(&(node, sel)) {
            out.join(known);
        } else {
            let mut initial = Heap::initial(&mut self.nodes, node, sel);
            initial.each_mut(|elem| {
                if matches!(elem.atom, Atom::Data(_)) {
                    elem.marks |= WIDENED;
                }
            });
            out.join(&initial);
        }
        if sel.is_content() {
            for (other, set) in heap.of(node) {
                self.units += 1;
                let overlaps = other != sel
                    && other.is_content()
                    && !(matches!(sel, Sel::Key(_)) && matches!(other, Sel::Key(_)));
                if overlaps {
                    out.join(set);
                }
            }
        }
        if sel != Sel::Whole
            && sel != Sel::Size
            && let Some(whole) = heap.cells.get(&(node, Sel::Whole))
        {
            for elem in whole.iter().filter(|elem| elem.atom.is_taint()) {
                out.add(elem);
            }
        }
        out
    }

    /// What a static field holds.
    pub(crate) fn load_static(&mut self, heap: &Heap, field: program_model::FieldId) -> Set {
        let base = self.outside(Kind::Statics);
        let sel = Sel::Field(u32::try_from(field.index()).unwrap_or(u32::MAX));
        self.load(heap, &base, sel)
    }

    /// Writes a cell of whatever objects the value may be: one object that stands for one is overwritten.
    pub(crate) fn store(&mut self, heap: &mut Heap, base: &Set, sel: Sel, value: &Set) {
        let strong =
            self.is_one(base) && !matches!(sel, Sel::Any | Sel::Sym(_) | Sel::Keys | Sel::Whole);
        let refs: Vec<NodeId> = base.refs().collect();
        for node in refs {
            self.units += 1;
            if strong {
                heap.put(node, sel, value.clone());
            } else {
                heap.add(&mut self.nodes, node, sel, value);
            }
        }
    }

    /// The value is one object, which stands for one at a time.
    pub(crate) fn is_one(&self, base: &Set) -> bool {
        let mut refs = base.refs();
        let (Some(node), None) = (refs.next(), refs.next()) else {
            return false;
        };
        self.nodes.is_single(node)
            && base
                .iter()
                .all(|elem| matches!(elem.atom, Atom::Ref(_) | Atom::Const(_)))
    }

    /// Empties an object: nothing is known to be in it any more.
    pub(crate) fn clear(&mut self, heap: &mut Heap, base: &Set, content_only: bool) {
        if !self.is_one(base) {
            return;
        }
        for node in base.refs() {
            let mut gone: Vec<Sel> = heap
                .of(node)
                .map(|(sel, _)| sel)
                .filter(|sel| !content_only || sel.is_content() || *sel == Sel::Size)
                .collect();
            if self.nodes.is_outside(node) {
                // What was there at entry is gone as well, as far as it was ever asked for.
                gone.push(Sel::Any);
                let loads: Vec<Sel> = self
                    .nodes
                    .iter()
                    .filter_map(|(_, known)| match known.kind {
                        Kind::Load(base, sel) if base == node => Some(sel),
                        _ => None,
                    })
                    .filter(|sel| !content_only || sel.is_content())
                    .collect();
                gone.extend(loads);
                for sel in gone {
                    heap.put(node, sel, Set::default());
                }
            } else {
                for sel in gone {
                    heap.cells.remove(&(node, sel));
                }
            }
        }
    }

    /// The step for content under a key value.
    pub(crate) fn key_sel(&self, key: &Set) -> Sel {
        // A way out that went into an object is no part of the names it is known by.
        let mut named = key.iter().filter(|elem| !matches!(elem.atom, Atom::Way(_)));
        if let (Some(elem), None) = (named.next(), named.next())
            && let Atom::Const(id) = elem.atom
        {
            return Sel::Key(id);
        }
        let mut list = key.iter();
        if let (Some(elem), None) = (list.next(), list.next())
            && let Atom::Ref(node) = elem.atom
            && self.nodes.is_outside(node)
            && self.nodes.is_single(node)
        {
            return Sel::Sym(node);
        }
        Sel::Any
    }

    /// The exact type of the objects that a value may be.
    pub(crate) fn exact_type(&self, set: &Set) -> Option<TypeId> {
        let mut found = None;
        for node in set.refs() {
            let ty = self.nodes.ty(node)?;
            if found.is_some_and(|known| known != ty) {
                return None;
            }
            found = Some(ty);
        }
        found
    }

    /// Argument register whose value at entry is among these, if one is.
    pub(crate) fn params_of<'s>(&'s self, set: &'s Set) -> impl Iterator<Item = u16> + 's {
        set.refs()
            .filter_map(|node| match self.nodes.get(node)?.kind {
                Kind::Param(slot) => Some(slot),
                _ => None,
            })
    }

    /// Notes that callers may know the type, or the constant, of what a value was when the method was called.
    pub(crate) fn ask(&mut self, set: &Set, constant: bool) {
        if self.def.is_none() {
            return;
        }
        for elem in set.iter() {
            let node = match elem.atom {
                Atom::Ref(node) => node,
                Atom::Data(node) if constant => node,
                _ => continue,
            };
            if let Some((slot, path)) = self.way_in(node) {
                self.asks.insert(Ask {
                    slot,
                    path,
                    constant,
                });
            }
        }
    }

    /// The argument and the fields by which an unknown was reached, when these are few.
    pub(crate) fn way_in(&self, node: NodeId) -> Option<(u16, Vec<Sel>)> {
        let mut path = Vec::new();
        let mut here = node;
        loop {
            match self.nodes.get(here)?.kind {
                Kind::Param(slot) => {
                    path.reverse();
                    return Some((slot, path));
                }
                Kind::Load(base, sel @ (Sel::Field(_) | Sel::Name(_)))
                    if path.len() < MAX_ASK_PATH && !self.ctx.many.get() =>
                {
                    path.push(sel);
                    here = base;
                }
                _ => return None,
            }
        }
    }

    /// Notes that values reach a sink; what is complete is set aside.
    pub(crate) fn hit(&mut self, mut hit: Hit) {
        let needs_way = hit.needs_way;
        hit.values
            .retain(|atom| matches!(atom, Atom::Source(_) | Atom::Data(_) | Atom::Deep(_)));
        hit.ways
            .retain(|atom| matches!(atom, Atom::Way(_) | Atom::Data(_) | Atom::Deep(_)));
        let is_open = |atom: Atom| matches!(atom, Atom::Data(_) | Atom::Deep(_));
        let mut is_told_later = false;
        if hit.to_object {
            let is_own = |node| {
                self.nodes
                    .ty(node)
                    .is_some_and(|ty| self.ctx.is_app_type(ty))
            };
            if hit.host.refs().any(is_own) {
                return;
            }
            is_told_later = hit.host.refs().any(|node| self.nodes.is_outside(node));
        }
        let place = (
            hit.inner.map_or(hit.offset, |inner| inner.offset),
            hit.inner,
            hit.def,
            hit.offset,
            hit.row,
        );
        let ways: Vec<Option<u32>> = if needs_way {
            hit.ways
                .iter()
                .filter_map(|elem| match elem.atom {
                    Atom::Way(node) => Some(self.nodes.get(node)?.way),
                    _ => None,
                })
                .collect()
        } else {
            vec![None]
        };
        for elem in hit.values.iter() {
            let Atom::Source(source) = elem.atom else {
                continue;
            };
            if is_told_later {
                break;
            }
            for way in &ways {
                if self.done.len() >= MAX_DONE {
                    self.cut = Some("finished flows of one method");
                    return;
                }
                let done = Done {
                    source,
                    marks: elem.marks,
                    prov: elem.prov,
                    def: hit.def,
                    offset: hit.offset,
                    row: hit.row,
                    way: *way,
                    host: hit.host.constants().collect(),
                };
                let known = self
                    .done
                    .entry((source, place, *way))
                    .or_insert(done.clone());
                let rank = |marks: Marks| (marks & crate::value::DOUBTS).count_ones();
                if rank(done.marks) < rank(known.marks) {
                    *known = done;
                }
            }
        }
        let open_values = hit.values.iter().any(|elem| is_open(elem.atom));
        let open_ways = needs_way && hit.ways.iter().any(|elem| is_open(elem.atom));
        let waits = (is_told_later && !hit.values.is_empty())
            || (open_values && (!needs_way || !hit.ways.is_empty()))
            || (open_ways && !hit.values.is_empty());
        if !waits {
            return;
        }
        if let Some(known) = self.hits.get_mut(&place) {
            known.values.join(&hit.values);
            known.ways.join(&hit.ways);
            known.host.join(&hit.host);
        } else {
            if self.hits.len() >= MAX_HITS {
                self.cut = Some("sinks of one method");
                return;
            }
            self.hits.insert(place, hit);
        }
    }

    /// Notes a callback that runs later, once.
    pub(crate) fn defer(&mut self, deferred: Deferred) -> bool {
        let same = self.deferred.iter_mut().find(|known| {
            known.which == deferred.which
                && known.receiver.len() == deferred.receiver.len()
                && known
                    .receiver
                    .iter()
                    .zip(deferred.receiver.iter())
                    .all(|(a, b)| a.atom == b.atom)
        });
        if let Some(known) = same {
            let mut changed = false;
            for (a, b) in known.args.iter_mut().zip(&deferred.args) {
                changed |= a.join(b);
            }
            return changed;
        }
        if self.deferred.len() >= MAX_DEFERRED {
            self.cut = Some("callbacks of one method");
            return false;
        }
        self.deferred.push(deferred);
        true
    }

    /// Something that existed before the method, or that it gives away, can be got at from a value.
    fn leads_outside(&self, exit: &Heap, first: &Set) -> bool {
        let mut seen: BTreeSet<NodeId> = BTreeSet::new();
        let mut stack: Vec<NodeId> = first.refs().collect();
        while let Some(node) = stack.pop() {
            if self.nodes.is_outside(node) || seen.len() > 64 {
                return true;
            }
            if seen.insert(node) {
                for (_, set) in exit.of(node) {
                    stack.extend(set.refs());
                }
            }
        }
        false
    }

    /// The summary of this run.
    pub(crate) fn finish(mut self, exit: &Heap, ret: Set) -> (Summary, BTreeSet<Key>) {
        if self.nodes.full {
            self.cut = Some("objects of one method");
        }
        if exit.full {
            self.cut = Some("heap cells of one method");
        }
        // A callback on objects that only this method knows has seen all that it can see.
        let all = std::mem::take(&mut self.deferred);
        self.deferred = all
            .into_iter()
            .filter(|deferred| {
                std::iter::once(&deferred.receiver)
                    .chain(&deferred.args)
                    .any(|set| self.leads_outside(exit, set))
            })
            .collect();
        // Cells of objects that die with the method are dropped: only what a caller can get at is kept.
        let mut live = vec![false; self.nodes.len()];
        let mut stack: Vec<NodeId> = Vec::new();
        let from_set = |set: &Set, stack: &mut Vec<NodeId>| {
            for elem in set.iter() {
                match elem.atom {
                    Atom::Ref(node) | Atom::Data(node) | Atom::Deep(node) | Atom::Way(node) => {
                        stack.push(node);
                    }
                    _ => {}
                }
            }
        };
        from_set(&ret, &mut stack);
        from_set(&self.thrown, &mut stack);
        for hit in self.hits.values() {
            from_set(&hit.values, &mut stack);
            from_set(&hit.ways, &mut stack);
            from_set(&hit.host, &mut stack);
        }
        for deferred in &self.deferred {
            from_set(&deferred.receiver, &mut stack);
            for arg in &deferred.args {
                from_set(arg, &mut stack);
            }
        }
        let mut by_node: FxHashMap<NodeId, Vec<Sel>> = FxHashMap::default();
        for (node, sel) in exit.cells.keys() {
            by_node.entry(*node).or_default().push(*sel);
            if self.nodes.is_outside(*node) {
                stack.push(*node);
            }
        }
        let mut cells = Cells::new();
        while let Some(node) = stack.pop() {
            let Some(mark) = live.get_mut(node.index()) else {
                continue;
            };
            if std::mem::replace(mark, true) {
                continue;
            }
            if let Some(known) = self.nodes.get(node) {
                match known.kind {
                    Kind::Load(base, sel) => {
                        stack.push(base);
                        if let Sel::Sym(key) = sel {
                            stack.push(key);
                        }
                    }
                    Kind::Channel(_, Addr::Sym(key) | Addr::Intent(key) | Addr::Of(key))
                    | Kind::Typed(key, _) => {
                        stack.push(key);
                    }
                    _ => {}
                }
            }
            for sel in by_node.get(&node).into_iter().flatten() {
                if let Some(set) = exit.cells.get(&(node, *sel)) {
                    from_set(set, &mut stack);
                    if let Sel::Sym(key) = sel {
                        stack.push(*key);
                    }
                    cells.insert((node, *sel), set.clone());
                }
            }
        }
        // A cell of an unknown that holds only what it held at entry says nothing.
        cells.retain(|(node, sel), set| {
            let mut list = set.iter();
            match (list.next(), list.next()) {
                (Some(elem), None) => match elem.atom {
                    Atom::Ref(load) => self
                        .nodes
                        .get(load)
                        .is_none_or(|known| known.kind != Kind::Load(*node, *sel)),
                    _ => true,
                },
                _ => true,
            }
        });
        let mut written: FxHashMap<Sel, Vec<NodeId>> = FxHashMap::default();
        for (node, sel) in cells.keys() {
            if self.nodes.is_outside(*node) {
                written.entry(*sel).or_default().push(*node);
            }
        }
        let summary = Summary {
            nodes: self.nodes,
            cells,
            written,
            ret,
            thrown: self.thrown,
            hits: self.hits.into_values().collect(),
            done: self.done.into_values().collect(),
            deferred: self.deferred,
            asks: self.asks.into_iter().collect(),
            used: self.used.into_iter().collect(),
            provs: self.provs,
            live,
            cut: self.cut,
        };
        (summary, self.missing)
    }
}
