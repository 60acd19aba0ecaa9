//! The state while one method, or the top, is gone through: its objects, values, sinks; reading and writing the heap.

mod cancel;
mod finish;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use program_model::{DefId, TypeId};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::context::{Constant, Ctx, Key};
use crate::heap::Heap;
use crate::limits::{
    BASE_TOP_UNITS, MAX_ASK_PATH, MAX_ASKS, MAX_DEFERRED, MAX_DONE, MAX_HITS, MAX_HOSTS,
    MAX_INSIDE, TOP_DONE,
};
use crate::node::{Kind, Nodes, Sel};
use crate::spec::Spec;
use crate::summary::{Ask, Deferred, Done, Hit, Prov, Summary, What, Which};
use crate::value::{Atom, Elem, Marks, NodeId, ProvId, Set, WIDENED};

/// Summaries made so far.
pub(crate) trait Known {
    /// The summary with this number, when it was made.
    fn summary(&self, key: u32) -> Option<Rc<Summary>>;
}

/// Stands for the register of an argument where something that static fields hold is asked for.
pub(crate) const STATICS: u16 = u16::MAX;

/// Part of a way out that its host is read from.
pub(crate) const HOST: &str = "host";

/// Place of a sink inside a frame: offset here, then the hit of the callee.
/// Callees go by the order in which they were first put in, which does not depend on numbers of the whole app.
type HitPlace = (u32, Option<(u32, u32)>, DefId, u32, u32);

/// State of one run over a method.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of the run, and none depends on another"
)]
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
    /// Their places by object and method: one for each set of arguments that constants tell apart.
    pub(crate) deferred_at: FxHashMap<(NodeId, Which), SmallVec<[usize; 2]>>,
    /// Callbacks that became known while a call was put in, and run behind it.
    pub(crate) pending: Vec<Deferred>,
    pub(crate) thrown: Set,
    pub(crate) asks: BTreeSet<Ask>,
    pub(crate) used: BTreeSet<u32>,
    /// Summaries of calls that happen only where some object is there, by number: which objects and what they answer
    /// with.
    pub(crate) maybe: BTreeMap<u32, (Set, Option<DefId>)>,
    /// Summaries of calls that happen whatever is there.
    pub(crate) sure: BTreeSet<u32>,
    /// Callees with sinks, numbered as they were met.
    callees: FxHashMap<u32, u32>,
    /// Summaries that were wanted and not there.
    pub(crate) missing: BTreeSet<Key>,
    pub(crate) units: u64,
    pub(crate) cut: Option<&'static str>,
    /// The block being gone through may run again in the same call.
    pub(crate) loops: bool,
    /// Each way out of the method passes the block being gone through.
    pub(crate) on_all_ways: bool,
    /// Objects are being written out: fields that are not part of that are left alone.
    pub(crate) serializes: bool,
    /// Parts of the object itself that only tables know are left alone.
    pub(crate) without_parts: bool,
    /// The method looks up members by name, or uses what was looked up.
    pub(crate) reflects: bool,
    /// Units of work after which the run gives up.
    pub(crate) bound: u64,
    /// At the top: what is delivered may come from an entry point behind this one, and a method that nothing is
    /// delivered to yet waits for the next round.
    pub(crate) may_wait: bool,
    /// Some method waits.
    pub(crate) waits: bool,
    /// Objects of which there must be one for the call that is being put in to happen.
    pub(crate) guard: Set,
    /// The method that is called on them.
    pub(crate) guarded: Option<DefId>,
    /// Methods that the call which is being put in surely does not make.
    pub(crate) not_called: SmallVec<[DefId; 2]>,
    /// Objects that tell only so much of themselves in the call that is being put in.
    pub(crate) told: FxHashMap<NodeId, Set>,
    /// Objects seen in the walk that is under way.
    seen: Seen,
    /// Methods of an object's life are left to the top, which runs them in their order.
    pub(crate) holds_back: bool,
}

/// Arguments by declared parameter put into registers behind that of the receiver, which is left out.
pub(crate) fn by_register(spec: &Spec<'_>, args: &[Set]) -> Vec<Set> {
    let mut slots: Vec<Set> = Vec::new();
    for (n, param) in spec.params.iter().enumerate() {
        let at = usize::from(param.slot);
        while slots.len() <= at {
            slots.push(Set::one(Atom::Top));
        }
        if let (Some(arg), Some(slot)) = (args.get(n), slots.get_mut(at)) {
            slot.clone_from(arg);
        }
    }
    slots
}

/// Objects that one walk has seen; the next one begins without clearing them.
#[derive(Debug, Default)]
struct Seen {
    /// By object the number of the walk that saw it last.
    walks: Vec<u32>,
    walk: u32,
}

impl Seen {
    fn start(&mut self, n_nodes: usize) {
        if self.walk == u32::MAX {
            self.walks.clear();
            self.walk = 0;
        }
        self.walk += 1;
        if self.walks.len() < n_nodes {
            self.walks.resize(n_nodes, 0);
        }
    }

    /// True the first time.
    fn insert(&mut self, node: NodeId) -> bool {
        let walk = self.walk;
        self.walks
            .get_mut(node.index())
            .is_some_and(|known| std::mem::replace(known, walk) != walk)
    }
}

/// Calls of one callback that are told apart by the constants they are given.
const MAX_VARIANTS: usize = 4;

/// Some argument is one constant in the one call and another in the other. Of two descriptions of one call one may
/// leave open what the other says.
fn tells_apart(a: &[Set], b: &[Set], is_same_call: bool) -> bool {
    a.iter()
        .zip(b)
        .any(|(a, b)| match (a.constant(), b.constant()) {
            (Some(a), Some(b)) => a != b,
            (None, None) => false,
            _ => !is_same_call,
        })
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
            deferred_at: FxHashMap::default(),
            pending: Vec::new(),
            thrown: Set::default(),
            asks: BTreeSet::new(),
            used: BTreeSet::new(),
            maybe: BTreeMap::new(),
            sure: BTreeSet::new(),
            callees: FxHashMap::default(),
            missing: BTreeSet::new(),
            units: 0,
            cut: None,
            loops: false,
            on_all_ways: false,
            serializes: false,
            without_parts: false,
            reflects: def.is_some_and(|def| ctx.reflection.is_within(def)),
            may_wait: false,
            waits: false,
            guard: Set::default(),
            guarded: None,
            holds_back: true,
            not_called: SmallVec::new(),
            told: FxHashMap::default(),
            seen: Seen::default(),
            bound: if def.is_some() {
                ctx.bound.get()
            } else {
                BASE_TOP_UNITS
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
        self.seen.start(self.nodes.len());
        for elem in set.iter() {
            if elem.atom.is_taint() {
                out.add(elem);
            } else if let Atom::Ref(node) = elem.atom {
                self.inside(heap, node, elem, deep, &mut out);
            }
        }
        out
    }

    fn inside(&mut self, heap: &Heap, first: NodeId, from: Elem, deep: bool, out: &mut Set) {
        let mut stack: SmallVec<[(NodeId, Elem, u32); 4]> = SmallVec::new();
        stack.push((first, from, 0));
        while let Some((node, from, level)) = stack.pop() {
            if !self.seen.insert(node) || level > MAX_INSIDE {
                continue;
            }
            if let Some(told) = self.told.get(&node) {
                for elem in told.iter() {
                    out.add(Elem {
                        marks: elem.marks | from.marks,
                        ..elem
                    });
                }
                continue;
            }
            let is_component = self
                .nodes
                .get(node)
                .is_some_and(|node| matches!(node.kind, Kind::Component(_) | Kind::Statics));
            let deep = deep && !is_component;
            // Of one that was emptied nothing is left that it held at entry.
            let is_emptied = heap.rests
                && heap
                    .cells
                    .get(&(node, Sel::Rest))
                    .is_some_and(|rest| !rest.contains(Atom::Ref(node)));
            if self.nodes.is_outside(node) && !is_component && !is_emptied {
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
                    Sel::Field(number) => {
                        deep && !(self.serializes && self.ctx.is_transient(number))
                    }
                    Sel::Name(part) if part == self.ctx.origin => false,
                    Sel::Name(_) if self.without_parts && level == 0 => false,
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
                    if elem.marks != 0 || elem.prov != 0 {
                        got.each_mut(|inner| {
                            inner.marks |= elem.marks;
                            if inner.prov == 0 {
                                inner.prov = elem.prov;
                            }
                        });
                    }
                    if out.is_empty() {
                        out = got;
                    } else {
                        out.join(&got);
                    }
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
        let mut out = if let Some(known) = heap.cells.get(&(node, sel)) {
            known.clone()
        } else if let Some(key) = self.own_key(node, sel) {
            key
        } else if self.is_made_key(sel) {
            // Nothing was there under an object that was not there itself.
            Set::default()
        } else {
            let mut initial = heap.initial(&mut self.nodes, node, sel);
            initial.each_mut(|elem| {
                if matches!(elem.atom, Atom::Data(_)) {
                    elem.marks |= WIDENED;
                }
            });
            initial
        };
        if sel.is_content() {
            for (other, set) in heap.of(node) {
                self.units += 1;
                let are_keys = sel != Sel::Any && other != Sel::Any;
                let are_apart = are_keys
                    && (self.is_made_key(sel)
                        || self.is_made_key(other)
                        || matches!((sel, other), (Sel::Key(_), Sel::Key(_))));
                let overlaps = other != sel && other.is_content() && !are_apart;
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

    /// The part of an object by which it lies in a channel: the key there.
    fn own_key(&self, node: NodeId, sel: Sel) -> Option<Set> {
        let Sel::Name(part) = sel else { return None };
        let Kind::Load(channel, key) = self.nodes.get(node)?.kind else {
            return None;
        };
        let Kind::Channel(name, _) = self.nodes.get(channel)?.kind else {
            return None;
        };
        if self.ctx.keyed_by_own.get(&name) != Some(&part) {
            return None;
        }
        match key {
            Sel::Key(id) => Some(Set::one(Atom::Const(id))),
            Sel::Sym(known) => Some(Set::one(Atom::Ref(known))),
            _ => None,
        }
    }

    /// What a static field holds.
    pub(crate) fn load_static(&mut self, heap: &Heap, field: program_model::FieldId) -> Set {
        let base = self.outside(Kind::Statics);
        let sel = Sel::Field(u32::try_from(field.index()).unwrap_or(u32::MAX));
        self.load(heap, &base, sel)
    }

    /// Writes a cell of whatever objects the value may be: one object that stands for one is overwritten.
    pub(crate) fn store(&mut self, heap: &mut Heap, base: &Set, sel: Sel, value: &Set) {
        // A key that callers know is one key as long as the call lasts.
        let strong = self.is_one(base) && !matches!(sel, Sel::Any | Sel::Keys | Sel::Whole);
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
            heap.unsure(node, Sel::Any);
            let mut gone: Vec<Sel> = heap
                .of(node)
                .map(|(sel, _)| sel)
                .filter(|sel| {
                    !content_only || sel.is_content() || matches!(sel, Sel::Size | Sel::Rest)
                })
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
                gone.push(Sel::Rest);
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
        // What went into an object as a whole is no part of the names it is known by.
        let mut named = key.iter().filter(|elem| !elem.atom.is_taint());
        if let (Some(elem), None) = (named.next(), named.next())
            && let Atom::Const(id) = elem.atom
        {
            return match self.ctx.constant_at(id) {
                Some(Constant::Begins(_)) => Sel::Any,
                _ => Sel::Key(id),
            };
        }
        let mut named = key.iter().filter(|elem| !elem.atom.is_taint());
        if let (Some(elem), None) = (named.next(), named.next())
            && let Atom::Ref(node) = elem.atom
            && self.nodes.is_outside(node)
            && self.nodes.is_single(node)
        {
            if let Some(id) = self
                .enum_member(node)
                .and_then(|field| self.ctx.enum_key(field))
            {
                return Sel::Key(id);
            }
            if let Some(id) = self.set_for_good(node) {
                return Sel::Key(id);
            }
            return Sel::Sym(node);
        }
        Sel::Any
    }

    /// The step for content under an object that is made by the code that is gone through: nothing else is the same key.
    pub(crate) fn object_sel(&self, key: &Set) -> Sel {
        let known = self.key_sel(key);
        if known != Sel::Any {
            return known;
        }
        let mut named = key.iter().filter(|elem| !elem.atom.is_taint());
        match (named.next().map(|elem| elem.atom), named.next()) {
            (Some(Atom::Ref(node)), None)
                if !self.nodes.is_outside(node)
                    && self.nodes.is_single(node)
                    && self
                        .nodes
                        .ty(node)
                        .is_some_and(|ty| self.is_by_identity(ty)) =>
            {
                Sel::Sym(node)
            }
            _ => Sel::Any,
        }
    }

    /// The key is an object made by the code that is gone through.
    fn is_made_key(&self, sel: Sel) -> bool {
        matches!(sel, Sel::Sym(node) if !self.nodes.is_outside(node))
    }

    /// The constant that the only value of a set is for good, being inside a static field.
    pub(crate) fn held_for_good(&self, set: &Set) -> Option<u32> {
        let mut list = set.iter();
        match (list.next()?.atom, list.next()) {
            (Atom::Ref(node), None) if self.nodes.is_outside(node) => self.set_for_good(node),
            _ => None,
        }
    }

    /// The constant that an unknown inside a static field is, when only the initialiser of its class writes the field.
    fn set_for_good(&self, node: NodeId) -> Option<u32> {
        let program = self.ctx.program;
        let mut path: SmallVec<[Sel; 4]> = SmallVec::new();
        let mut here = node;
        let number = loop {
            match self.nodes.get(here)?.kind {
                Kind::Load(base, sel) => {
                    if self.nodes.get(base)?.kind == Kind::Statics {
                        let Sel::Field(number) = sel else { return None };
                        break number;
                    }
                    path.push(sel);
                    here = base;
                }
                _ => return None,
            }
        };
        let field = program_model::FieldId::from_index(number as usize);
        let (def, _) = self.ctx.only_write(field)?;
        let (name, _) = program.selector(program.method(program.def(def).method).selector);
        if program.name(name) != b"<clinit>" || Some(def) == self.def {
            return None;
        }
        let summary = self.known.summary(self.ctx.key_id(&Key::generic(def)))?;
        let statics = summary
            .nodes
            .iter()
            .find(|(_, node)| node.kind == Kind::Statics)?
            .0;
        let mut held = summary.cells.get(&(statics, Sel::Field(number)))?;
        while let Some(sel) = path.pop() {
            let mut refs = held.refs();
            let (Some(node), None) = (refs.next(), refs.next()) else {
                return None;
            };
            held = summary.cells.get(&(node, sel))?;
        }
        held.constant()
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
                if slot == STATICS && constant {
                    continue;
                }
                self.add_ask(Ask {
                    slot,
                    path,
                    constant,
                });
            }
        }
    }

    /// Notes a question to callers while there is room.
    pub(crate) fn add_ask(&mut self, ask: Ask) {
        if self.asks.len() < MAX_ASKS {
            self.asks.insert(ask);
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
                Kind::Statics => {
                    path.reverse();
                    return Some((STATICS, path));
                }
                Kind::Load(base, sel @ (Sel::Field(_) | Sel::Name(_) | Sel::Any | Sel::Key(_)))
                    if path.len() < MAX_ASK_PATH =>
                {
                    path.push(sel);
                    here = base;
                }
                _ => return None,
            }
        }
    }

    /// Notes that values reach a sink; what is complete is set aside.
    pub(crate) fn hit(&mut self, heap: &Heap, mut hit: Hit) {
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
            // An object that nobody gave comes from another app only where another app can reach this one.
            if hit.host.is_empty() && !self.ctx.intents.any_exported() {
                return;
            }
            is_told_later = hit.host.refs().any(|node| self.nodes.is_outside(node));
        }
        if hit.to_intent {
            let intents: Vec<NodeId> = hit.host.refs().collect();
            if !intents.is_empty() && intents.iter().all(|node| self.is_for_own(heap, *node)) {
                return;
            }
            is_told_later = intents.iter().any(|node| self.is_open_intent(heap, *node));
        }
        let callee = hit.inner.map(|inner| {
            let n = u32::try_from(self.callees.len()).unwrap_or(u32::MAX);
            (*self.callees.entry(inner.key).or_insert(n), inner.hit)
        });
        let place = (
            hit.inner.map_or(hit.offset, |inner| inner.offset),
            callee,
            hit.def,
            hit.offset,
            hit.row,
        );
        // Each way out with what its host is read from.
        let part = Sel::Name(self.ctx.name(HOST));
        let ways: Vec<(Option<u32>, Set)> = if needs_way {
            hit.ways
                .iter()
                .filter_map(|elem| match elem.atom {
                    Atom::Way(node) => {
                        let host = heap.cells.get(&(node, part)).cloned().unwrap_or_default();
                        Some((self.nodes.get(node)?.way, self.with_starts(heap, host)))
                    }
                    _ => None,
                })
                .collect()
        } else {
            if hit.by_host {
                let host = std::mem::take(&mut hit.host);
                hit.host = self.with_starts(heap, host);
            }
            vec![(None, hit.host.clone())]
        };
        if self.hits.len() >= MAX_HITS / 2 {
            // Without room to wait it counts as a call that happens.
            hit.needs = Set::default();
            hit.needs_def = None;
        }
        let needs_object = !hit.needs.is_empty();
        let mut waits_for_host = false;
        for elem in hit.values.iter() {
            let Atom::Source(source) = elem.atom else {
                continue;
            };
            if is_told_later || needs_object {
                break;
            }
            for (way, host) in &ways {
                let open_host = hit.by_host && host.refs().any(|node| self.nodes.is_outside(node));
                waits_for_host |= open_host;
                let room = if self.def.is_some() {
                    MAX_DONE
                } else {
                    TOP_DONE
                };
                if self.done.len() >= room {
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
                    host: host.constants().collect(),
                    open_host,
                };
                let known = self
                    .done
                    .entry((source, place, *way))
                    .or_insert(done.clone());
                let rank = |marks: Marks| (marks & crate::value::DOUBTS).count_ones();
                if rank(done.marks) < rank(known.marks) || known.host != done.host {
                    let mut hosts = std::mem::take(&mut known.host);
                    if rank(done.marks) < rank(known.marks) {
                        *known = done.clone();
                    }
                    hosts.extend(done.host);
                    hosts.sort_unstable();
                    hosts.dedup();
                    hosts.truncate(MAX_HOSTS);
                    known.host = hosts;
                    known.open_host |= done.open_host;
                }
            }
        }
        let open_values = hit.values.iter().any(|elem| is_open(elem.atom));
        let open_ways = needs_way && hit.ways.iter().any(|elem| is_open(elem.atom));
        // A host alone is waited for as long as there is room.
        let waits_for_host = waits_for_host && self.hits.len() < MAX_HITS / 2;
        let waits = ((is_told_later || needs_object) && !hit.values.is_empty())
            || waits_for_host
            || (open_values && (!needs_way || !hit.ways.is_empty()))
            || (open_ways && !hit.values.is_empty());
        if !waits {
            return;
        }
        if let Some(known) = self.hits.get_mut(&place) {
            known.values.join(&hit.values);
            known.ways.join(&hit.ways);
            known.host.join(&hit.host);
            if known.needs.is_empty() || hit.needs.is_empty() {
                known.needs = Set::default();
                known.needs_def = None;
            } else {
                if known.needs_def != hit.needs_def {
                    known.needs_def = None;
                }
                known.needs.join(&hit.needs);
            }
        } else {
            if self.hits.len() >= MAX_HITS {
                self.cut = Some("sinks of one method");
                return;
            }
            self.hits.insert(place, hit);
        }
    }

    /// Notes a callback that runs later: once for each object and method of it, whichever ways led to the callback.
    /// Objects that no method of is worth running are left out.
    pub(crate) fn defer(&mut self, deferred: &Deferred) -> bool {
        let program = self.ctx.program;
        let mut changed = false;
        for elem in deferred.receiver.iter() {
            let Atom::Ref(node) = elem.atom else { continue };
            let Some(ty) = self.nodes.ty(node) else {
                // Callers may know what it is.
                if self.nodes.is_outside(node) {
                    let which = deferred.which.clone();
                    changed |= self.defer_one(deferred, elem, which, &deferred.args);
                }
                continue;
            };
            if !self.ctx.is_app_type(ty) {
                continue;
            }
            self.units += 1;
            let which = &deferred.which;
            let n_args = matches!(which, Which::Only).then_some(deferred.args.len());
            for def in self.callback_targets(ty, which, n_args).iter().copied() {
                let args = if matches!(which, Which::Method(_)) {
                    deferred.args.clone()
                } else {
                    let spec = self.ctx.spec(program.def(def).method);
                    let mut slots = by_register(&spec, &deferred.args);
                    slots.insert(0, Set::default());
                    slots
                };
                changed |= self.defer_one(deferred, elem, Which::Method(def), &args);
            }
        }
        changed
    }

    fn defer_one(&mut self, from: &Deferred, elem: Elem, which: Which, args: &[Set]) -> bool {
        let (offset, later) = (from.offset, from.later);
        let Atom::Ref(node) = elem.atom else {
            return false;
        };
        let key = (node, which);
        let by_register = matches!(key.1, Which::Method(_));
        let known: &[usize] = self.deferred_at.get(&key).map_or(&[], SmallVec::as_slice);
        let fitting = known.iter().copied().find(|at| {
            self.deferred
                .get(*at)
                .is_some_and(|known| !tells_apart(&known.args, args, known.offset == offset))
        });
        let is_full = known.len() >= MAX_VARIANTS;
        if let Some(at) = fitting.or_else(|| known.first().copied().filter(|_| is_full)) {
            let Some(known) = self.deferred.get_mut(at) else {
                return false;
            };
            known.later &= later;
            if known.args.len() < args.len() {
                known.args.resize_with(args.len(), Set::default);
            }
            let mut changed = false;
            for (n, (a, b)) in known.args.iter_mut().zip(args).enumerate() {
                // The object itself is the receiver.
                if n == 0 && by_register {
                    continue;
                }
                // Two descriptions of one call: the one that says nothing of an argument does not take back what the
                // other says.
                let is_same_call = known.offset == offset;
                if is_same_call && b.is_unknown() && !a.is_empty() {
                    continue;
                }
                if is_same_call && a.is_unknown() && !b.is_empty() {
                    changed |= !b.is_unknown();
                    a.clone_from(b);
                    continue;
                }
                changed |= a.join(b);
            }
            return changed;
        }
        if self.deferred.len() >= MAX_DEFERRED {
            self.cut = Some("callbacks of one method");
            return false;
        }
        let mut args = args.to_vec();
        if let (true, Some(this)) = (by_register, args.first_mut()) {
            *this = Set::default();
        }
        self.deferred_at
            .entry(key.clone())
            .or_default()
            .push(self.deferred.len());
        self.deferred.push(Deferred {
            offset,
            receiver: [elem].into_iter().collect(),
            which: key.1,
            args,
            later,
        });
        true
    }
}
