//! Shortest chains from entry points, by breadth-first search over the resolved calls.

use std::collections::VecDeque;

use program_model::{DefId, EventKind, IdVec, MethodId, Program, TypeId};

use crate::entry_points::{self, Root};
use crate::index::Index;
use crate::reach::{Reach, constructors, custom_targets, exact_target};

/// How one method reaches the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Entry,
    Direct,
    Virtual,
    Callback,
    ClassInit,
    Lambda,
}

impl Edge {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Direct => "direct",
            Self::Virtual => "virtual",
            Self::Callback => "callback",
            Self::ClassInit => "class_init",
            Self::Lambda => "lambda",
        }
    }
}

/// How a method was first reached.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parent {
    /// The caller; `None` for an entry point.
    pub(crate) from: Option<DefId>,
    /// Offset in the caller.
    pub(crate) offset: u32,
    pub(crate) edge: Edge,
    /// Row of [`Chains::entries`] for an entry point.
    pub(crate) entry: u32,
}

/// Shortest chains to every reachable method.
#[derive(Debug)]
pub(crate) struct Chains {
    parents: IdVec<DefId, Option<Parent>>,
    entries: Vec<String>,
}

/// Chains longer than this are cut in the middle; none of a real app comes near.
const MAX_CHAIN: usize = 4096;

struct Search<'p, 'a> {
    program: &'p Program<'a>,
    reach: &'p Reach,
    parents: IdVec<DefId, Option<Parent>>,
    queue: VecDeque<DefId>,
    call_done: IdVec<MethodId, bool>,
    made: IdVec<TypeId, bool>,
    used: IdVec<TypeId, bool>,
}

impl Search<'_, '_> {
    fn visit(&mut self, target: DefId, parent: Parent) {
        let place = &mut self.parents[target];
        if place.is_none() {
            *place = Some(parent);
            self.queue.push_back(target);
        }
    }

    fn all(&mut self, targets: &[DefId], from: DefId, offset: u32, edge: Edge) {
        for target in targets {
            self.visit(
                *target,
                Parent {
                    from: Some(from),
                    offset,
                    edge,
                    entry: 0,
                },
            );
        }
    }

    fn use_class(&mut self, ty: TypeId, from: DefId, offset: u32) {
        if !std::mem::replace(&mut self.used[ty], true)
            && let Some(list) = self.reach.initialisers.get(&ty)
        {
            self.all(list, from, offset, Edge::ClassInit);
        }
    }

    fn expand(&mut self, def: DefId) {
        let (program, reach) = (self.program, self.reach);
        let dex = program.dex_of(def);
        for event in program.events(def) {
            let offset = event.offset;
            match event.kind {
                EventKind::InvokeVirtual | EventKind::InvokeInterface => {
                    // The targets of a call were all visited when its name was first met.
                    if let Some(method) = program.method_at(dex, event.index)
                        && !std::mem::replace(&mut self.call_done[method], true)
                        && let Some(list) = reach.targets.get(&method)
                    {
                        self.all(list, def, offset, Edge::Virtual);
                    }
                }
                EventKind::InvokeSuper | EventKind::InvokeDirect | EventKind::InvokeStatic => {
                    if let Some(method) = program.method_at(dex, event.index) {
                        if event.kind == EventKind::InvokeStatic {
                            self.use_class(program.method(method).class, def, offset);
                        }
                        if let Some(target) = exact_target(program, method) {
                            self.all(&[target], def, offset, Edge::Direct);
                        }
                    }
                }
                EventKind::NewInstance => {
                    if let Some(ty) = program.type_at(dex, event.index) {
                        self.use_class(ty, def, offset);
                        if !std::mem::replace(&mut self.made[ty], true)
                            && let Some(list) = reach.callbacks.get(&ty)
                        {
                            self.all(list, def, offset, Edge::Callback);
                        }
                    }
                }
                EventKind::StaticGet | EventKind::StaticPut => {
                    if let Some(field) = program.field_at(dex, event.index) {
                        self.use_class(program.field(field).class, def, offset);
                    }
                }
                EventKind::InvokeCustom => {
                    let list = custom_targets(program, dex, event);
                    self.all(&list, def, offset, Edge::Lambda);
                }
                _ => {}
            }
        }
    }
}

impl Chains {
    /// Searches from the entry points in start-up order.
    pub(crate) fn new(
        program: &Program<'_>,
        index: &Index<'_>,
        reach: &Reach,
        roots: &[Root],
    ) -> Self {
        let mut search = Search {
            program,
            reach,
            parents: IdVec::filled(None, program.n_defs()),
            queue: VecDeque::new(),
            call_done: IdVec::filled(false, program.n_methods()),
            made: IdVec::filled(false, program.n_types()),
            used: IdVec::filled(false, program.n_types()),
        };
        let mut entries = Vec::new();
        for root in roots {
            let mut list: Vec<(usize, String, DefId)> = Vec::new();
            let clinit = reach
                .initialisers
                .get(&root.ty)
                .into_iter()
                .flatten()
                .copied();
            let constructor = constructors(program, root.ty);
            for def in clinit.chain(constructor) {
                let (_, word) = entry_points::entry_word(program, index, &root.component, def);
                list.push((0, word, def));
            }
            for def in reach.callbacks.get(&root.ty).into_iter().flatten().copied() {
                let (place, word) = entry_points::entry_word(program, index, &root.component, def);
                list.push((place.saturating_add(1), word, def));
            }
            search.made[root.ty] = true;
            search.used[root.ty] = true;
            list.sort_by_key(|(place, _, def)| (*place, *def));
            for (_, word, def) in list {
                let entry = u32::try_from(entries.len()).unwrap_or(u32::MAX);
                entries.push(word);
                search.visit(
                    def,
                    Parent {
                        from: None,
                        offset: 0,
                        edge: Edge::Entry,
                        entry,
                    },
                );
            }
        }
        while let Some(def) = search.queue.pop_front() {
            search.expand(def);
        }
        Self {
            parents: search.parents,
            entries,
        }
    }

    /// The chain to a method, entry point first: each method with how it was reached.
    pub(crate) fn to(&self, def: DefId) -> Vec<(DefId, Parent)> {
        let mut out = Vec::new();
        let mut here = Some(def);
        while let Some(def) = here {
            let Some(parent) = self.parents[def] else {
                break;
            };
            out.push((def, parent));
            here = parent.from;
            if out.len() > MAX_CHAIN {
                break;
            }
        }
        out.reverse();
        out
    }

    /// True when some chain leads to the method.
    pub(crate) fn reaches(&self, def: DefId) -> bool {
        self.parents[def].is_some()
    }

    /// Entry word of an entry point.
    pub(crate) fn entry(&self, parent: &Parent) -> Option<&str> {
        (parent.edge == Edge::Entry)
            .then(|| self.entries.get(parent.entry as usize))
            .flatten()
            .map(String::as_str)
    }
}
