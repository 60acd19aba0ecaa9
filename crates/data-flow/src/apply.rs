//! A callee's summary put into its caller: its unknowns become the caller's values, its effects happen to them.

use crate::frame::Frame;
use crate::guard::There;
use crate::heap::Heap;
use crate::limits::MAX_ASK_PATH;
use crate::node::{Addr, Kind, Sel};
use crate::summary::{Ask, Deferred, Hit, Inner, Prov, Summary, What};
use crate::value::{Atom, Elem, NodeId, ProvId, Set, UNRESOLVED};

/// What the callee's unknowns carry here, computed once for each call: by node, plainly and with all inside.
#[derive(Default)]
struct Memo([Vec<Option<Set>>; 2]);

impl Memo {
    fn place(&mut self, node: NodeId, deep: bool) -> &mut Option<Set> {
        let [plain, all] = &mut self.0;
        let list = if deep { all } else { plain };
        let at = node.index();
        if list.len() <= at {
            list.resize_with(at + 1, || None);
        }
        &mut list[at]
    }
}

/// What a call of a method yields besides its effects.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) ret: Set,
    pub(crate) thrown: Set,
    /// No method that answers the call returns.
    pub(crate) never_returns: bool,
    /// The object that a constructor was called on is this constant.
    pub(crate) becomes: Option<u32>,
}

/// One call being put in.
pub(crate) struct Entering<'s> {
    pub(crate) offset: u32,
    pub(crate) key: u32,
    pub(crate) summary: &'s Summary,
    /// The call surely happens to these very objects.
    pub(crate) strong: bool,
    pub(crate) what: What,
}

impl Frame<'_, '_, '_> {
    /// Puts a summary in.
    pub(crate) fn apply(&mut self, heap: &mut Heap, call: &Entering<'_>, args: &[Set]) -> Outcome {
        let sum = call.summary;
        let guard = (std::mem::take(&mut self.guard), self.guarded.take());
        self.runs(call.key, (&guard.0, guard.1));
        if self.units > self.bound {
            self.cut = Some("work of one method");
            return Outcome::default();
        }
        self.units += sum.nodes.len() as u64 + 2 * sum.cells.len() as u64 + 4;
        let mut map: Vec<Set> = Vec::new();
        map.resize_with(sum.nodes.len(), Set::default);
        for (id, node) in sum.nodes.iter() {
            if !sum.live.get(id.index()).copied().unwrap_or(false) {
                continue;
            }
            let set = match node.kind {
                Kind::Param(slot) => args.get(usize::from(slot)).cloned().unwrap_or_default(),
                Kind::Load(base, from) => {
                    let is_channel = sum
                        .nodes
                        .get(base)
                        .is_some_and(|base| matches!(base.kind, Kind::Channel(..)));
                    let mut sel = self.map_sel(from, &map, is_channel);
                    let is_unnamed = is_channel && matches!(from, Sel::Sym(_)) && sel == Sel::Any;
                    if is_unnamed && sum.nodes.is_one_for_all(base) {
                        sel = self.unnamed_in(call);
                    }
                    let held = match map.get(base.index()) {
                        Some(base) => self.load(heap, base, sel),
                        None => Set::default(),
                    };
                    if is_unnamed {
                        // What was put there may have another name.
                        held.marked(UNRESOLVED)
                    } else {
                        held
                    }
                }
                Kind::Statics | Kind::Cell(_) | Kind::Component(_) | Kind::Only(..) => {
                    self.outside(node.kind)
                }
                Kind::Channel(name, addr) => {
                    if let Addr::Intent(intent) = addr
                        && !sum.nodes.is_outside(intent)
                    {
                        self.name_target(heap, call, intent, &map);
                    }
                    self.map_channel(heap, name, addr, &map)
                }
                Kind::Typed(view, site) => {
                    let views = map.get(view.index()).cloned().unwrap_or_default();
                    self.typed_into(heap, &views, site)
                }
                Kind::Made(..) | Kind::Inner(..) | Kind::Merged(..) => {
                    let single = call.strong && !self.loops;
                    match self.nodes.inner(call.offset, call.key, id, node, single) {
                        Some(inner) => Set::one(Atom::Ref(inner)),
                        None => Set::one(Atom::Top),
                    }
                }
            };
            if let Some(place) = map.get_mut(id.index()) {
                *place = set;
            }
        }
        let mut memo = Memo::default();
        self.same_objects(call, heap, &mut map);
        let mut writes: Vec<(Set, Sel, Set, bool)> = Vec::with_capacity(sum.cells.len());
        let mut has_open = false;
        let mut copies: Vec<(Set, Set, NodeId)> = Vec::new();
        let mut emptied: Vec<Set> = Vec::new();
        for ((node, sel), set) in sum.cells.iter() {
            let Some(base) = map.get(node.index()).filter(|base| !base.is_empty()) else {
                continue;
            };
            if sel == Sel::Rest {
                let is_gone = sum.nodes.is_outside(node) && !set.contains(Atom::Ref(node));
                if is_gone && call.strong {
                    emptied.push(base.clone());
                }
                let mut from = set.clone();
                from.retain(|atom| atom != Atom::Ref(node));
                let from = self.map_set(heap, call, &from, &map, &mut memo);
                copies.push((from, base.clone(), node));
                continue;
            }
            let is_outside = sum.nodes.is_outside(node);
            let is_kept = |atom: Atom| {
                matches!(atom, Atom::Ref(load)
                    if sum.nodes.get(load).is_some_and(|known| known.kind == Kind::Load(node, sel)))
            };
            let keeps = is_outside && set.iter().any(|elem| is_kept(elem.atom));
            let was_open = matches!(sel, Sel::Sym(_));
            // What a channel holds under each key stays there, and is not what it holds under an unknown one. Elements of
            // other objects may have changed their positions.
            let is_channel = sum
                .nodes
                .get(node)
                .is_some_and(|known| matches!(known.kind, Kind::Channel(..)));
            let added;
            let set = if keeps && is_channel && sel == Sel::Any {
                let mut rest = set.clone();
                rest.retain(|atom| !is_kept(atom));
                added = rest;
                &added
            } else {
                set
            };
            let mut sel = self.map_sel(sel, &map, is_channel);
            if sel == Sel::Any && self.is_unnamed(sum, node, was_open, base) {
                sel = self.unnamed_in(call);
            }
            let value = self.map_set(heap, call, set, &map, &mut memo);
            let mut strong = call.strong && !keeps && (is_outside || sum.nodes.is_single(node));
            // A key that stays unknown is no word on all keys.
            strong &= !(was_open && sel == Sel::Any);
            has_open |= was_open;
            writes.push((base.clone(), sel, value, strong));
        }
        self.run_there(sum, &map, (&guard.0, guard.1));
        let mut hits: Vec<Hit> = Vec::with_capacity(sum.hits.len());
        for (n, hit) in (0u32..).zip(&sum.hits) {
            let inner = Inner {
                offset: call.offset,
                key: call.key,
                hit: n,
            };
            let (needs, needs_def) =
                match self.there(call.summary, (&hit.needs, hit.needs_def), &map) {
                    There::No => continue,
                    There::Yes => guard.clone(),
                    There::Open(needs) => (needs, hit.needs_def),
                };
            let mapped = Hit {
                def: hit.def,
                offset: hit.offset,
                row: hit.row,
                values: self.map_passed(heap, call, &hit.values, &map, &mut memo),
                ways: self.map_set(heap, call, &hit.ways, &map, &mut memo),
                host: self.map_set(heap, call, &hit.host, &map, &mut memo),
                needs_way: hit.needs_way,
                to_object: hit.to_object,
                to_intent: hit.to_intent,
                by_host: hit.by_host,
                needs,
                needs_def,
                inner: Some(inner),
            };
            hits.push(mapped);
        }
        let mut callbacks: Vec<(Deferred, bool)> = Vec::new();
        for later in &sum.deferred {
            let receiver = self.map_set(heap, call, &later.receiver, &map, &mut memo);
            if receiver.refs().next().is_none() {
                continue;
            }
            let was_open = later
                .receiver
                .refs()
                .any(|node| sum.nodes.ty(node).is_none());
            let args = later
                .args
                .iter()
                .map(|arg| self.map_set(heap, call, arg, &map, &mut memo))
                .collect();
            let mapped = Deferred {
                offset: call.offset,
                receiver,
                which: later.which.clone(),
                args,
                later: later.later,
            };
            callbacks.push((mapped, was_open));
        }
        let outcome = Outcome {
            ret: self.map_set(heap, call, &sum.ret, &map, &mut memo),
            thrown: self.map_set(heap, call, &sum.thrown, &map, &mut memo),
            never_returns: sum.never_returns && sum.cut.is_none(),
            becomes: None,
        };
        // Content that the callee emptied is gone before what it put in is there.
        let copies: Vec<_> = copies
            .into_iter()
            .map(|(from, to, node)| {
                let mut copied = Self::content_of(&self.nodes, heap, &from);
                // What the callee says of a key or part of the copy is all that is there.
                if !sum.nodes.is_outside(node) {
                    copied.leave_out(|sel| {
                        matches!(sel, Sel::Key(_) | Sel::Name(_) | Sel::Field(_))
                            && sum.cells.contains_key(&(node, sel))
                    });
                }
                (copied, to)
            })
            .collect();
        for base in emptied {
            self.clear(heap, &base, true);
        }
        for (base, sel, _, strong) in &writes {
            if *strong && *sel == Sel::Any {
                self.clear(heap, base, true);
            }
        }
        for (copied, to) in copies {
            self.put_copied(heap, &copied, &to);
        }
        if has_open {
            // Of two keys that are one here nobody knows which was written last.
            for at in 1..writes.len() {
                let (before, rest) = writes.split_at_mut(at);
                if let Some((base, sel, _, strong)) = rest.first_mut()
                    && before.iter().any(|(known, other, _, is_strong)| {
                        *is_strong && other == sel && known.refs().eq(base.refs())
                    })
                {
                    *strong = false;
                }
            }
        }
        for (base, sel, value, strong) in writes {
            if !heap.sure.is_empty() {
                for node in base.refs() {
                    heap.unsure(node, sel);
                }
            }
            if strong {
                self.store(heap, &base, sel, &value);
            } else {
                for node in base.refs().collect::<Vec<_>>() {
                    heap.add(&mut self.nodes, node, sel, &value);
                }
            }
        }
        // Ways out that the callee opened know their hosts by now.
        for hit in hits {
            self.hit(heap, hit);
        }
        for (mapped, was_open) in callbacks {
            // It runs once the call itself has been put in, so that callbacks that hand on callbacks do not nest.
            if self.defer(&mapped) && was_open && !mapped.later {
                self.pending.push(mapped);
            }
        }
        self.pass_on(&sum.asks, args);
        outcome
    }

    /// What a callee asks for and this method does not know either, its callers may.
    fn pass_on(&mut self, asks: &[Ask], args: &[Set]) {
        for ask in asks {
            let Some(arg) = args.get(usize::from(ask.slot)) else {
                continue;
            };
            for elem in arg.iter() {
                let Atom::Ref(node) = elem.atom else {
                    continue;
                };
                let Some((slot, mut path)) = self.way_in(node) else {
                    continue;
                };
                // Of lists inside of what was given there would be too many.
                if !path.is_empty() && ask.path.last() == Some(&Sel::Size) {
                    continue;
                }
                path.extend_from_slice(&ask.path);
                if path.len() <= MAX_ASK_PATH {
                    self.add_ask(Ask {
                        slot,
                        path,
                        constant: ask.constant,
                    });
                }
            }
        }
    }

    /// Two unknowns of the callee that are one object here: what was written to one is read from the other.
    fn same_objects(&mut self, call: &Entering<'_>, heap: &Heap, map: &mut [Set]) {
        let sum = call.summary;
        for (id, node) in sum.nodes.iter() {
            let Kind::Load(base, sel) = node.kind else {
                continue;
            };
            if !sum.live.get(id.index()).copied().unwrap_or(false) {
                continue;
            }
            let mut more = Set::default();
            for other in sum.written.get(&sel).into_iter().flatten() {
                if *other == base || self.units > self.bound {
                    continue;
                }
                self.units += 1;
                let (Some(a), Some(b)) = (map.get(base.index()), map.get(other.index())) else {
                    continue;
                };
                if a.refs().any(|node| b.contains(Atom::Ref(node)))
                    && let Some(set) = sum.cells.get(&(*other, sel))
                {
                    let mut memo = Memo::default();
                    more.join(&self.map_set(heap, call, set, map, &mut memo));
                }
            }
            if let Some(place) = map.get_mut(id.index()) {
                place.join(&more);
            }
        }
    }

    /// A store into which the callee puts under a name that stays unknown, and which nothing tells from others here.
    fn is_unnamed(&self, sum: &Summary, node: NodeId, was_open: bool, base: &Set) -> bool {
        if sum.nodes.is_one_for_all(node) {
            return was_open;
        }
        let by_address = sum.nodes.get(node).is_some_and(|node| {
            matches!(node.kind, Kind::Channel(name, Addr::Sym(_)) if self.ctx.keyed.contains(&name))
        });
        by_address && base.refs().all(|node| self.nodes.is_one_for_all(node))
    }

    /// The key of stores that no caller named for the callee.
    fn unnamed_in(&self, call: &Entering<'_>) -> Sel {
        let method = self.ctx.method_at(call.key);
        method.map_or(Sel::Any, |(def, _)| self.ctx.unnamed(def))
    }

    pub(crate) fn outside(&mut self, kind: Kind) -> Set {
        // At the top nothing is outside: what was never written holds nothing.
        let node = if self.def.is_some() {
            self.nodes.outside(kind)
        } else {
            self.nodes.global(kind)
        };
        match node {
            Some(node) => Set::one(Atom::Ref(node)),
            None => Set::default(),
        }
    }

    fn map_sel(&self, sel: Sel, map: &[Set], is_channel: bool) -> Sel {
        let Sel::Sym(node) = sel else { return sel };
        map.get(node.index()).map_or(Sel::Any, |set| {
            if is_channel {
                self.key_sel(set)
            } else {
                self.object_sel(set)
            }
        })
    }

    fn map_channel(&mut self, heap: &Heap, name: u32, addr: Addr, map: &[Set]) -> Set {
        match addr {
            Addr::Sym(node) => {
                let held = map.get(node.index()).cloned().unwrap_or_default();
                self.channel_at(name, &held)
            }
            Addr::Intent(node) => {
                let intent = map.get(node.index()).cloned().unwrap_or_default();
                self.channel_to(heap, name, &intent)
            }
            Addr::Of(node) => {
                let held = map.get(node.index()).cloned().unwrap_or_default();
                self.channel_of(name, &held)
            }
            known => self.outside(Kind::Channel(name, known)),
        }
    }

    /// The way of an element through the callee.
    fn passed(
        &mut self,
        call: &Entering<'_>,
        before: ProvId,
        inner: ProvId,
        always: bool,
    ) -> ProvId {
        if inner == 0 && !always {
            return before;
        }
        self.prov(Prov::Through {
            before,
            offset: call.offset,
            key: call.key,
            inner,
            what: call.what,
        })
    }

    fn map_set(
        &mut self,
        heap: &Heap,
        call: &Entering<'_>,
        set: &Set,
        map: &[Set],
        memo: &mut Memo,
    ) -> Set {
        self.map_elems(heap, call, set, map, memo, false)
    }

    /// As above, with the call kept as a step even when nothing else happens in the callee.
    fn map_passed(
        &mut self,
        heap: &Heap,
        call: &Entering<'_>,
        set: &Set,
        map: &[Set],
        memo: &mut Memo,
    ) -> Set {
        self.map_elems(heap, call, set, map, memo, true)
    }

    fn map_elems(
        &mut self,
        heap: &Heap,
        call: &Entering<'_>,
        set: &Set,
        map: &[Set],
        memo: &mut Memo,
        always: bool,
    ) -> Set {
        let mut out = Set::default();
        let nothing = Set::default();
        for elem in set.iter() {
            let of = |node: NodeId| map.get(node.index()).unwrap_or(&nothing);
            let ways: Set;
            let mapped: &Set = match elem.atom {
                Atom::Const(_) | Atom::Top => {
                    out.add(elem);
                    continue;
                }
                Atom::Source(_) => {
                    if out.contains(elem.atom) {
                        continue;
                    }
                    let prov = self.passed(call, 0, elem.prov, true);
                    out.add(Elem { prov, ..elem });
                    continue;
                }
                Atom::Ref(node) => of(node),
                Atom::Data(node) | Atom::Deep(node) => {
                    let deep = matches!(elem.atom, Atom::Deep(_));
                    memo.place(node, deep)
                        .get_or_insert_with(|| self.taints(heap, of(node), deep))
                }
                Atom::Way(node) => {
                    ways = of(node)
                        .refs()
                        .map(|node| Elem::plain(Atom::Way(node)))
                        .collect();
                    &ways
                }
            };
            self.units += 1 + mapped.len() as u64 / 2;
            if out.is_empty() && elem.marks == 0 && elem.prov == 0 && !always {
                out = mapped.clone();
                continue;
            }
            for one in mapped.iter() {
                out.add_better(one.atom, one.marks | elem.marks, || {
                    if matches!(one.atom, Atom::Const(_) | Atom::Top) {
                        0
                    } else {
                        self.passed(call, one.prov, elem.prov, always)
                    }
                });
            }
        }
        out
    }

    /// The channel with the address that a value holds.
    pub(crate) fn channel_at(&mut self, name: u32, held: &Set) -> Set {
        let addr = match self.key_sel(held) {
            Sel::Key(id) => Addr::Const(id),
            Sel::Sym(node) => Addr::Sym(node),
            _ => Addr::Unknown,
        };
        self.outside(Kind::Channel(name, addr))
    }

    /// Whom an intent that the callee made is for must be known before what it carries is handed over.
    fn name_target(&mut self, heap: &mut Heap, call: &Entering<'_>, intent: NodeId, map: &[Set]) {
        let targets: Vec<NodeId> = map
            .get(intent.index())
            .map(|set| set.refs().collect())
            .unwrap_or_default();
        let mut memo = Memo::default();
        let parts = (Sel::Name(0), Sel::Name(u32::MAX));
        for (sel, set) in call.summary.cells.between(intent, parts.0, parts.1) {
            let value = self.map_set(heap, call, set, map, &mut memo);
            for node in &targets {
                heap.add(&mut self.nodes, *node, sel, &value);
            }
        }
    }

    /// The channels to the components that an intent reaches.
    pub(crate) fn channel_to(&mut self, heap: &Heap, name: u32, intent: &Set) -> Set {
        let mut out = Set::default();
        for elem in intent.iter() {
            let Atom::Ref(node) = elem.atom else {
                continue;
            };
            let found = self.targets_of(heap, node);
            match found {
                Some(targets) => {
                    for (ty, sure) in targets {
                        let mut one = self.outside(Kind::Channel(name, Addr::Type(ty)));
                        if !sure {
                            one = one.marked(UNRESOLVED);
                        }
                        out.join(&one);
                    }
                }
                None if self.is_open_intent(heap, node) => {
                    out.join(&self.outside(Kind::Channel(name, Addr::Intent(node))));
                }
                None => {
                    // Whoever answers may be the one that was asked.
                    let addr = if self.ctx.asked.contains(&name) {
                        Addr::One
                    } else {
                        Addr::Unknown
                    };
                    out.join(&self.outside(Kind::Channel(name, addr)).marked(UNRESOLVED));
                }
            }
        }
        out
    }
}
