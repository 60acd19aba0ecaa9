//! Lists and arrays by position: what is added, put in and taken out, while the number of elements is known. Refuses
//! to guess a position: what is at no known one may be at any.

use ruleset::schema::dataflow::{KeyRef, Place, Step};

use crate::context::Constant;
use crate::frame::{Frame, STATICS};
use crate::heap::Heap;
use crate::library::Effecting;
use crate::node::Sel;
use crate::summary::Ask;
use crate::value::{Atom, NodeId, Set};

/// Elements of one list that are told apart.
const MAX_POSITIONS: i64 = 32;

/// What stands for an object itself where a part of it may be meant.
const ITSELF: &str = "_";

impl Frame<'_, '_, '_> {
    /// Number of elements of a list, while it is known.
    fn size(&self, heap: &Heap, node: NodeId) -> Option<i64> {
        match heap.cells.get(&(node, Sel::Size)) {
            Some(set) => set.constant().and_then(|id| self.ctx.int_at(id)),
            None if !self.nodes.is_outside(node)
                && !heap
                    .of(node)
                    .any(|(sel, _)| sel.is_content() || sel == Sel::Whole) =>
            {
                Some(0)
            }
            None => None,
        }
    }

    /// The number of elements of a list that was given, while nothing is known of it, is asked of callers. Lists inside
    /// of what was given are left alone: each caller would be another one.
    fn ask_size(&mut self, node: NodeId) {
        if let Some((slot, path)) = self.way_in(node)
            && slot != STATICS
            && path.is_empty()
            && self.def.is_some()
        {
            self.add_ask(Ask {
                slot,
                path: vec![Sel::Size],
                constant: true,
            });
        }
    }

    /// The number of elements of one list, for a callee that asks for it.
    pub(crate) fn size_of(&self, heap: &Heap, list: &Set) -> Option<i64> {
        let node = list.refs().next().filter(|_| self.is_one(list))?;
        let size = self.size(heap, node)?;
        (size < MAX_POSITIONS).then_some(size)
    }

    /// The same for a list made here: of one that was given it is not known what is at its positions.
    fn own_size(&self, heap: &Heap, node: NodeId) -> Option<i64> {
        self.size(heap, node)
            .filter(|_| !self.nodes.is_outside(node))
    }

    fn position(&self, n: i64) -> Sel {
        Sel::Key(self.ctx.constant(&Constant::Int(n)))
    }

    fn set_size(&self, heap: &mut Heap, node: NodeId, n: i64) {
        let id = self.ctx.constant(&Constant::Int(n));
        heap.put(node, Sel::Size, Set::one(Atom::Const(id)));
    }

    /// Notes the number of elements that an array is made with.
    pub(crate) fn sized(&self, heap: &mut Heap, array: &Set, n: i64) {
        if let Some(node) = array.refs().next()
            && self.is_one(array)
            && (0..=MAX_POSITIONS).contains(&n)
        {
            self.set_size(heap, node, n);
        }
    }

    /// The number of elements of an array or list that a value surely is.
    pub(crate) fn length_of(&self, heap: &Heap, set: &Set) -> Option<i64> {
        let node = set.refs().next().filter(|_| self.is_one(set))?;
        heap.cells.get(&(node, Sel::Size))?;
        self.size(heap, node)
    }

    /// Adds behind the last element, at its position while that is known.
    pub(crate) fn append(&mut self, heap: &mut Heap, base: &Set, value: &Set) {
        let nodes: Vec<_> = base.refs().collect();
        let is_one = self.is_one(base);
        for node in nodes {
            let size = self.size(heap, node).filter(|n| *n < MAX_POSITIONS);
            if size.is_none() && is_one && !heap.cells.contains_key(&(node, Sel::Size)) {
                self.ask_size(node);
            }
            if let Some(n) = size.filter(|_| is_one) {
                heap.put(node, self.position(n), value.clone());
                self.set_size(heap, node, n + 1);
            } else {
                heap.add(&mut self.nodes, node, Sel::Any, value);
                heap.put(node, Sel::Size, Set::one(Atom::Top));
            }
        }
    }

    /// Puts an element in; those behind it move down.
    pub(crate) fn insert(&mut self, heap: &mut Heap, base: &Set, at: Option<i64>, value: &Set) {
        let is_one = self.is_one(base);
        for node in base.refs().collect::<Vec<_>>() {
            let size = self.own_size(heap, node).filter(|n| *n < MAX_POSITIONS);
            let (Some(n), Some(at), true) = (size, at, is_one) else {
                self.unsettle(heap, node);
                heap.add(&mut self.nodes, node, Sel::Any, value);
                continue;
            };
            let at = at.clamp(0, n);
            for k in (at..n).rev() {
                let held = heap.cells.get(&(node, self.position(k))).cloned();
                heap.put(node, self.position(k + 1), held.unwrap_or_default());
            }
            heap.put(node, self.position(at), value.clone());
            self.set_size(heap, node, n + 1);
        }
    }

    /// Takes an element out; those behind it move up.
    pub(crate) fn take(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
    ) {
        let Some((last, _)) = place.path.split_last() else {
            return;
        };
        let base = self.read_upto(heap, call, place, place.path.len() - 1);
        let is_one = self.is_one(&base);
        if let Step::EndKey { is_last } = last {
            self.take_end_key(heap, &base, *is_last);
            return;
        }
        let object = match last {
            Step::At(KeyRef::Arg(n))
                if call
                    .spec
                    .params
                    .get(*n as usize)
                    .is_some_and(|param| param.is_object) =>
            {
                call.operand(*n as usize).cloned()
            }
            _ => None,
        };
        for node in base.refs().collect::<Vec<_>>() {
            let size = self.own_size(heap, node).filter(|_| is_one);
            let at = match last {
                Step::At(_) if object.is_some() => {
                    // The one position that surely holds this very object.
                    let wanted = object.clone().unwrap_or_default();
                    let is_sure = self.is_same_each_time(&wanted);
                    let mut found = (0..size.filter(|_| is_sure).unwrap_or(0)).filter(|n| {
                        heap.cells
                            .get(&(node, self.position(*n)))
                            .is_some_and(|set| set.same(&wanted))
                    });
                    found.next()
                }
                Step::First => Some(0),
                Step::Last => size.map(|n| n - 1),
                Step::At(key) => match self.key(heap, call, *key) {
                    Sel::Key(id) => self.ctx.int_at(id),
                    _ => None,
                },
                _ => None,
            };
            match (size, at) {
                (Some(n), Some(at)) if (0..n).contains(&at) => {
                    for k in at..n - 1 {
                        let next = heap.cells.get(&(node, self.position(k + 1))).cloned();
                        heap.put(node, self.position(k), next.unwrap_or_default());
                    }
                    heap.cells.remove(&(node, self.position(n - 1)));
                    self.set_size(heap, node, n - 1);
                }
                _ => self.unsettle(heap, node),
            }
        }
    }

    /// Takes the elements from one position up to another out; those behind them move up. Only what is surely a list with
    /// known positions changes.
    pub(crate) fn cut(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
        (begin, end): (KeyRef<'_>, KeyRef<'_>),
    ) {
        let Some((Step::Field(part), [])) = place.path.split_last() else {
            return;
        };
        let sel = Sel::Name(self.ctx.name(part));
        let view = self.base_set(call, place.base);
        // Few lists are views.
        if !self.is_one(&view) || !Self::is_noted(heap, &view, sel) {
            return;
        }
        let list = crate::fold::noted(heap, &view, sel);
        let mut bound = |frame: &mut Self, key: KeyRef<'_>| match frame.key(heap, call, key) {
            Sel::Key(id) => frame.ctx.int_at(id),
            _ => None,
        };
        let bounds = (bound(self, begin), bound(self, end));
        let is_one = self.is_one(&list);
        for node in list.refs().collect::<Vec<_>>() {
            let size = self.own_size(heap, node).filter(|_| is_one);
            let (Some(n), (Some(begin), Some(end))) = (size, bounds) else {
                self.unsettle(heap, node);
                continue;
            };
            if begin < 0 || begin > end || end > n || n > MAX_POSITIONS {
                continue;
            }
            let held: Vec<Set> = (end..n)
                .map(|k| heap.cells.get(&(node, self.position(k))).cloned())
                .map(Option::unwrap_or_default)
                .collect();
            for k in begin..n {
                heap.cells.remove(&(node, self.position(k)));
            }
            for (k, set) in (begin..).zip(held) {
                heap.put(node, self.position(k), set);
            }
            self.set_size(heap, node, n - (end - begin));
        }
    }

    /// The value is one object or constant each time it is looked at.
    fn is_same_each_time(&self, set: &Set) -> bool {
        let mut named = set.iter().filter(|elem| !elem.atom.is_taint());
        match (named.next().map(|elem| elem.atom), named.next()) {
            (Some(Atom::Ref(node)), None) => self.nodes.is_single(node),
            (Some(Atom::Const(_)), None) => true,
            _ => false,
        }
    }

    /// What is at the first or last position.
    pub(crate) fn load_end(&mut self, heap: &Heap, base: &Set, is_first: bool) -> Set {
        let mut out = base.clone();
        out.retain(Atom::is_taint);
        for node in base.refs().collect::<Vec<_>>() {
            let sel = match self.size(heap, node) {
                Some(n) if n > 0 => self.position(if is_first { 0 } else { n - 1 }),
                _ => Sel::Any,
            };
            let held = self.load(heap, &Set::one(Atom::Ref(node)), sel);
            out.join(&held);
        }
        out
    }

    /// Elements move in a way that is not followed: what was at a position may be at any.
    fn unsettle(&mut self, heap: &mut Heap, node: NodeId) {
        if self.nodes.is_outside(node) {
            let any = self.load(heap, &Set::one(Atom::Ref(node)), Sel::Any);
            heap.add(&mut self.nodes, node, Sel::Any, &any);
            if heap.cells.contains_key(&(node, Sel::Size)) && !self.is_array(node) {
                heap.put(node, Sel::Size, Set::one(Atom::Top));
            }
        } else {
            self.forget_positions(heap, node);
        }
    }

    /// Positions of a list whose elements move are no longer told apart.
    pub(crate) fn forget_positions(&mut self, heap: &mut Heap, node: NodeId) {
        if !heap.cells.contains_key(&(node, Sel::Size)) || self.is_array(node) {
            return;
        }
        let mut all = Set::default();
        let mut keys = Vec::new();
        for (sel, set) in heap.of(node) {
            if matches!(sel, Sel::Key(_)) {
                all.join(set);
                keys.push(sel);
            }
        }
        for sel in keys {
            heap.cells.remove(&(node, sel));
        }
        heap.add(&mut self.nodes, node, Sel::Any, &all);
        heap.put(node, Sel::Size, Set::one(Atom::Top));
    }

    /// Elements of an array keep their positions.
    fn is_array(&self, node: NodeId) -> bool {
        self.nodes
            .ty(node)
            .is_some_and(|ty| self.ctx.program.descriptor(ty).first() == Some(&b'['))
    }

    /// What was at one position may be at any.
    pub(crate) fn mix(&mut self, heap: &mut Heap, base: &Set) {
        for node in base.refs().collect::<Vec<_>>() {
            let has_key = heap.of(node).any(|(sel, _)| matches!(sel, Sel::Key(_)));
            if has_key || self.nodes.is_outside(node) {
                let all = self.load(heap, &Set::one(Atom::Ref(node)), Sel::Any);
                heap.add(&mut self.nodes, node, Sel::Any, &all);
            }
        }
    }

    /// The elements come to stand the other way round.
    pub(crate) fn turn(&mut self, heap: &mut Heap, base: &Set) {
        let one = base.refs().next().filter(|_| self.is_one(base));
        let known = one.and_then(|node| Some((node, self.own_size(heap, node)?)));
        let Some((node, n)) = known.filter(|(_, n)| (0..=MAX_POSITIONS).contains(n)) else {
            self.mix(heap, base);
            return;
        };
        let held: Vec<Set> = (0..n)
            .map(|k| heap.cells.get(&(node, self.position(k))).cloned())
            .map(Option::unwrap_or_default)
            .collect();
        for (k, set) in (0..n).rev().zip(held) {
            heap.put(node, self.position(k), set);
        }
    }

    /// So many elements of one array are put into another.
    pub(crate) fn copy_range(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        (from, to): (&Place<'_>, &Place<'_>),
        (begin, count, at): (KeyRef<'_>, KeyRef<'_>, KeyRef<'_>),
    ) {
        let array = self.read_upto(heap, call, from, from.path.len());
        let target = self.part(heap, call, to, to.path.len());
        let mut number = |frame: &mut Self, key: KeyRef<'_>| match frame.key(heap, call, key) {
            Sel::Key(id) => frame.ctx.int_at(id),
            _ => None,
        };
        let known = (number(self, begin), number(self, count), number(self, at));
        let node = target.refs().next().filter(|_| self.is_one(&target));
        let (Some(begin), Some(count), Some(at), Some(node)) = (known.0, known.1, known.2, node)
        else {
            let all = self.load(heap, &array, Sel::Any);
            for node in target.refs().collect::<Vec<_>>() {
                heap.add(&mut self.nodes, node, Sel::Any, &all);
            }
            return;
        };
        let is_few = (0..=MAX_POSITIONS).contains(&count) && begin >= 0 && at >= 0;
        if !is_few {
            let all = self.load(heap, &array, Sel::Any);
            heap.add(&mut self.nodes, node, Sel::Any, &all);
            return;
        }
        let held: Vec<Set> = (0..count)
            .map(|k| self.load(heap, &array, self.position(begin.saturating_add(k))))
            .collect();
        for (k, set) in (0i64..).zip(held) {
            heap.put(node, self.position(at.saturating_add(k)), set);
        }
    }

    /// A part of one list becomes another; what cannot be told by position is given to `moved`.
    pub(crate) fn slice(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        (from, to): (&Place<'_>, &Place<'_>),
        (begin, end): (KeyRef<'_>, KeyRef<'_>),
        moved: &mut Vec<(Set, Set)>,
    ) {
        let list = self.read_upto(heap, call, from, from.path.len());
        let mut bound = |frame: &mut Self, key: KeyRef<'_>| match frame.key(heap, call, key) {
            Sel::Key(id) => frame.ctx.int_at(id),
            _ => None,
        };
        let bounds = (bound(self, begin), bound(self, end));
        let target = self.part(heap, call, to, to.path.len());
        let (Some(begin), Some(end)) = bounds else {
            let all = self.load(heap, &list, Sel::Any);
            moved.push((target, all));
            return;
        };
        let n = end.saturating_sub(begin);
        let node = target.refs().next().filter(|_| self.is_one(&target));
        let (Some(node), true) = (node, begin >= 0 && (0..=MAX_POSITIONS).contains(&n)) else {
            let all = self.load(heap, &list, Sel::Any);
            moved.push((target, all));
            return;
        };
        for k in 0..n {
            let held = self.load(heap, &list, self.position(begin + k));
            heap.put(node, self.position(k), held);
        }
        self.set_size(heap, node, n);
    }

    /// One part of each object becomes content under the constant that another part holds.
    pub(crate) fn pairs(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        from: &Place<'_>,
        (key, value): (&str, &str),
        to: &Place<'_>,
    ) {
        let objects = self.read_upto(heap, call, from, from.path.len());
        let target = self.part(heap, call, to, to.path.len());
        let key = Sel::Name(self.ctx.name(key));
        let value = (value != ITSELF).then(|| Sel::Name(self.ctx.name(value)));
        let mut whole = objects.clone();
        whole.retain(Atom::is_taint);
        for object in objects.refs().collect::<Vec<_>>() {
            let object = Set::one(Atom::Ref(object));
            let name = self.load(heap, &object, key);
            let held = match value {
                Some(value) => self.load(heap, &object, value),
                None => object,
            };
            let sel = self.key_sel(&name);
            for node in target.refs().collect::<Vec<_>>() {
                heap.add(&mut self.nodes, node, sel, &held);
            }
        }
        for node in target.refs().collect::<Vec<_>>() {
            heap.add(&mut self.nodes, node, Sel::Any, &whole);
        }
    }
}
