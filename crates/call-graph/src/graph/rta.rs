//! Rapid type analysis: which methods answer a virtual call on any of the types made so far; refuses to look at code.

use program_model::{DefId, IdVec, Program, SelectorId, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

/// Types seen below a receiver before the search turns to the candidates instead.
const SUBTREE_FACTOR: usize = 4;

/// The app's virtual methods by selector, packed.
#[derive(Debug)]
pub(crate) struct BySelector {
    ends: Vec<u32>,
    defs: Vec<DefId>,
}

impl BySelector {
    pub(crate) fn new(program: &Program<'_>) -> Self {
        let mut rows: Vec<(SelectorId, DefId)> = Vec::with_capacity(program.n_defs());
        for (def, row) in program.defs() {
            if !row.is_static() && !row.is_private() && !row.is_abstract() {
                rows.push((program.method(row.method).selector, def));
            }
        }
        let mut ends = vec![0u32; program.n_selectors()];
        for (selector, _) in &rows {
            ends[selector.index()] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            let n = *end;
            *end = sum;
            sum += n;
        }
        let mut defs = vec![DefId::from_index(0); sum as usize];
        for (selector, def) in rows {
            let end = &mut ends[selector.index()];
            defs[*end as usize] = def;
            *end += 1;
        }
        Self { ends, defs }
    }

    pub(crate) fn get(&self, selector: SelectorId) -> &[DefId] {
        let n = selector.index();
        let start = n.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.defs[start as usize..self.ends[n] as usize]
    }
}

/// A virtual call on a type, with the methods that answer it on the types made so far. All sites that could not be
/// narrowed share it.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) ty: TypeId,
    pub(crate) selector: SelectorId,
    /// In the order found.
    pub(crate) targets: Vec<DefId>,
}

/// Dispatch over the types made so far.
#[derive(Debug)]
pub(crate) struct Rta<'p, 'a> {
    program: &'p Program<'a>,
    by_selector: &'p BySelector,
    pub(crate) made: IdVec<TypeId, bool>,
    pub(crate) shared: Vec<Shared>,
    ids: FxHashMap<(TypeId, SelectorId), u32>,
    called_on: FxHashMap<TypeId, Vec<u32>>,
    pairs: FxHashSet<(u32, DefId)>,
    /// Answers found and not taken yet.
    pub(crate) found: Vec<(u32, DefId)>,
    visited: IdVec<TypeId, u32>,
    stamp: u32,
}

impl<'p, 'a> Rta<'p, 'a> {
    pub(crate) fn new(program: &'p Program<'a>, by_selector: &'p BySelector) -> Self {
        Self {
            program,
            by_selector,
            made: IdVec::filled(false, program.n_types()),
            shared: Vec::new(),
            ids: FxHashMap::default(),
            called_on: FxHashMap::default(),
            pairs: FxHashSet::default(),
            found: Vec::new(),
            visited: IdVec::filled(0, program.n_types()),
            stamp: 0,
        }
    }

    /// The shared dispatch of a call; opened when met for the first time.
    pub(crate) fn open(&mut self, ty: TypeId, selector: SelectorId) -> u32 {
        if let Some(known) = self.ids.get(&(ty, selector)) {
            return *known;
        }
        let id = u32::try_from(self.shared.len()).unwrap_or(u32::MAX);
        self.ids.insert((ty, selector), id);
        self.shared.push(Shared {
            ty,
            selector,
            targets: Vec::new(),
        });
        let candidates = self.by_selector.get(selector).len();
        if candidates == 0 {
            return id;
        }
        self.called_on.entry(ty).or_default().push(id);
        let program = self.program;
        if let Some(types) = self.made_below(ty, candidates * SUBTREE_FACTOR + 16) {
            for below in types {
                if let Some(target) = program.lookup(below, selector) {
                    self.add(id, target);
                }
            }
            return id;
        }
        // The receiver has many subtypes: look from the side of the methods instead.
        for n in 0..candidates {
            let target = self.by_selector.get(selector)[n];
            let class = program.class(program.def(target).class);
            let holder = class.ty;
            let is_below = program.is_subtype(holder, ty);
            if !is_below && !program.is_subtype(ty, holder) && !class.is_interface() {
                continue;
            }
            let top = if is_below { holder } else { ty };
            if self.some_made_below(top, |below| program.lookup(below, selector) == Some(target)) {
                self.add(id, target);
            }
        }
        id
    }

    fn add(&mut self, shared: u32, target: DefId) {
        if self.pairs.insert((shared, target)) {
            self.shared[shared as usize].targets.push(target);
            self.found.push((shared, target));
        }
    }

    /// A type is made; true the first time.
    pub(crate) fn make(&mut self, ty: TypeId) -> bool {
        let program = self.program;
        if program.class_of(ty).is_none() || std::mem::replace(&mut self.made[ty], true) {
            return false;
        }
        for above in std::iter::once(ty).chain(program.ancestors(ty).iter().copied()) {
            let n = self.called_on.get(&above).map_or(0, Vec::len);
            for k in 0..n {
                let Some(id) = self
                    .called_on
                    .get(&above)
                    .and_then(|list| list.get(k))
                    .copied()
                else {
                    continue;
                };
                let selector = self.shared[id as usize].selector;
                if let Some(target) = program.lookup(ty, selector) {
                    self.add(id, target);
                }
            }
        }
        true
    }

    /// Made types at or below `top`; `None` when there are more types than `limit` to look at.
    fn made_below(&mut self, top: TypeId, limit: usize) -> Option<Vec<TypeId>> {
        let mut found = Vec::new();
        let complete = self.walk_below(top, limit, |ty, made| {
            if made {
                found.push(ty);
            }
            false
        });
        complete.then_some(found)
    }

    fn some_made_below(&mut self, top: TypeId, test: impl Fn(TypeId) -> bool) -> bool {
        let mut hit = false;
        self.walk_below(top, usize::MAX, |ty, made| {
            hit = made && test(ty);
            hit
        });
        hit
    }

    /// Visits types at and below `top` until `stop` says so; false when the limit was met.
    fn walk_below(
        &mut self,
        top: TypeId,
        limit: usize,
        mut stop: impl FnMut(TypeId, bool) -> bool,
    ) -> bool {
        self.stamp += 1;
        let mut stack = vec![top];
        let mut n = 0;
        while let Some(ty) = stack.pop() {
            if std::mem::replace(&mut self.visited[ty], self.stamp) == self.stamp {
                continue;
            }
            n += 1;
            if n > limit {
                return false;
            }
            if stop(ty, self.made[ty]) {
                return true;
            }
            stack.extend_from_slice(self.program.subtypes(ty));
        }
        true
    }
}
