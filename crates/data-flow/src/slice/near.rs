//! Methods taken along because they build the objects that information passes through; marks nothing.

use std::cell::Cell;

use super::{
    DefId, EventKind, FxHashSet, INSNS_PER_NEAR_CODE, IdVec, MANY, MAX_NEAR_CALLERS,
    MAX_NEAR_INSNS, NEAR, NEAR_CODE, NEAR_OF_MANY, Search, field_mark, holds_object,
};

/// Code units of a method that tells what state its object is in.
const MAX_TELLING_CODE: usize = 64;

/// Which methods may be taken along, and that one was.
struct NearBy<'s> {
    small: &'s dyn Fn(DefId) -> bool,
    take: &'s dyn Fn(DefId),
}

impl Search<'_, '_, '_, '_> {
    /// The marked methods and those around them.
    pub(super) fn near(&self) -> IdVec<DefId, bool> {
        let program = self.ctx.program;
        let mut wanted = self.marked.clone();
        let room = Cell::new(NEAR_CODE + program.all().n_instructions() / INSNS_PER_NEAR_CODE);
        // Methods are taken while there is room for their code.
        let small = |def: DefId| {
            let row = program.def(def);
            row.has_code()
                && self.ctx.runs(def)
                && program.code(def).is_some_and(|code| {
                    let size = code.insns.len() as u64;
                    code.insns.len() / 2 <= MAX_NEAR_INSNS && size <= room.get()
                })
        };
        let take = |def: DefId| {
            let size = program.code(def).map_or(0, |code| code.insns.len()) as u64;
            room.set(room.get().saturating_sub(size));
        };
        let near_by = NearBy {
            small: &small,
            take: &take,
        };
        let mut round: Vec<DefId> = (0..wanted.len())
            .map(DefId::from_index)
            .filter(|def| wanted[*def])
            .collect();
        let near = if round.len() > MANY {
            NEAR_OF_MANY
        } else {
            NEAR
        };
        if near > NEAR_OF_MANY {
            self.creators(&mut wanted, &mut round, &near_by);
        }
        for def in &self.ctx.reflection.makers {
            if !wanted[*def] && small(*def) {
                wanted[*def] = true;
                round.push(*def);
            }
        }
        // Up first, so that what callers make is seen; then down, to what builds the objects.
        let mut up = round.clone();
        for _ in 0..near {
            let mut next = Vec::new();
            for def in &up {
                let callers = self.reverse.callers(*def);
                if callers.len() > MAX_NEAR_CALLERS {
                    continue;
                }
                let callers = callers.iter().map(|(caller, _, _)| *caller);
                for caller in callers.chain(self.queued_by(*def)) {
                    if !wanted[caller] && small(caller) {
                        wanted[caller] = true;
                        take(caller);
                        next.push(caller);
                    }
                }
            }
            round.extend(next.iter().copied());
            up = next;
        }
        let is_few = near > NEAR_OF_MANY;
        for _ in 0..near {
            let mut next = Vec::new();
            for def in &round {
                for edge in self.ctx.edges(*def).iter() {
                    if !wanted[edge.callee]
                        && small(edge.callee)
                        && (self.shapes(edge.callee)
                            || is_few && (self.empties(edge.callee) || self.tells(edge.callee)))
                    {
                        wanted[edge.callee] = true;
                        take(edge.callee);
                        next.push(edge.callee);
                    }
                }
            }
            round = next;
        }
        self.writers_of(&mut wanted, near, &near_by);
        wanted
    }

    /// Methods with a call by whose row the method may run, where nothing in the call graph leads there.
    fn queued_by(&self, def: DefId) -> impl Iterator<Item = DefId> + '_ {
        let program = self.ctx.program;
        let row = program.def(def);
        let (name, _) = program.selector(program.method(row.method).selector);
        let list = (!row.is_static())
            .then(|| self.reverse.queuing.get(&name))
            .flatten()
            .filter(|list| list.len() <= MAX_NEAR_CALLERS);
        list.into_iter().flatten().copied()
    }

    /// Methods that make the objects on whose methods values come and go.
    fn creators(
        &self,
        wanted: &mut IdVec<DefId, bool>,
        round: &mut Vec<DefId>,
        near_by: &NearBy<'_>,
    ) {
        let program = self.ctx.program;
        let mut seen: FxHashSet<program_model::ClassId> = FxHashSet::default();
        let mut next = Vec::new();
        for def in round.iter() {
            let row = program.def(*def);
            if row.is_static() || !seen.insert(row.class) {
                continue;
            }
            for init in program.class(row.class).methods() {
                let (name, _) = program.selector(program.method(program.def(init).method).selector);
                if program.name(name) != b"<init>" {
                    continue;
                }
                let callers = self.reverse.callers(init);
                if callers.len() > MAX_NEAR_CALLERS {
                    continue;
                }
                for (caller, _, _) in callers {
                    if !wanted[*caller] && (near_by.small)(*caller) {
                        wanted[*caller] = true;
                        (near_by.take)(*caller);
                        next.push(*caller);
                    }
                }
            }
        }
        round.extend(next);
    }

    /// Methods that put the objects into place which the wanted ones find in fields.
    fn writers_of(&self, wanted: &mut IdVec<DefId, bool>, rounds: usize, near_by: &NearBy<'_>) {
        let program = self.ctx.program;
        let mut round: Vec<DefId> = (0..wanted.len())
            .map(DefId::from_index)
            .filter(|def| wanted[*def])
            .collect();
        for _ in 0..rounds {
            let mut next = Vec::new();
            for def in &round {
                let dex = program.dex_of(*def);
                for event in program.events(*def) {
                    let is_static = match event.kind {
                        EventKind::InstanceGet => false,
                        EventKind::StaticGet => true,
                        _ => continue,
                    };
                    let Some(field) = program.field_at(dex, event.index) else {
                        continue;
                    };
                    if program.class_of(program.field(field).class).is_none()
                        || !holds_object(self.ctx, field)
                    {
                        continue;
                    }
                    let sel = field_mark(self.ctx, field, is_static);
                    let list = self
                        .reverse
                        .writers
                        .get(&sel)
                        .map_or(&[][..], Vec::as_slice);
                    if list.len() > MAX_NEAR_CALLERS {
                        continue;
                    }
                    for writer in list {
                        if !wanted[*writer] && (near_by.small)(*writer) {
                            wanted[*writer] = true;
                            (near_by.take)(*writer);
                            next.push(*writer);
                        }
                    }
                }
                for edge in self.ctx.edges(*def).iter() {
                    let callee = program.def(edge.callee);
                    let (name, _) = program.selector(program.method(callee.method).selector);
                    if program.name(name).starts_with(b"<")
                        && !wanted[edge.callee]
                        && (near_by.small)(edge.callee)
                    {
                        wanted[edge.callee] = true;
                        (near_by.take)(edge.callee);
                        next.push(edge.callee);
                    }
                }
            }
            round = next;
        }
    }

    /// A small method tells by a truth value what state its object is in, which may decide whether a way is taken.
    fn tells(&self, def: DefId) -> bool {
        let program = self.ctx.program;
        let row = program.def(def);
        let is_small = program
            .code(def)
            .is_some_and(|code| code.insns.len() <= MAX_TELLING_CODE);
        !row.is_static()
            && is_small
            && self.ctx.spec(row.method).returns == b'Z'
            && program
                .events(def)
                .iter()
                .any(|event| event.kind == EventKind::InstanceGet)
    }

    /// The method calls something on an object of a field, which it may empty.
    fn empties(&self, def: DefId) -> bool {
        let program = self.ctx.program;
        let dex = program.dex_of(def);
        let events = program.events(def);
        let has = |test: &dyn Fn(&program_model::Event) -> bool| events.iter().any(test);
        has(&|event| event.kind.is_plain_invoke())
            && has(&|event| {
                matches!(event.kind, EventKind::InstanceGet | EventKind::StaticGet)
                    && program
                        .field_at(dex, event.index)
                        .is_some_and(|field| holds_object(self.ctx, field))
            })
    }

    /// The method reads or writes objects, or gives one, so that leaving it out would lose an alias.
    fn shapes(&self, def: DefId) -> bool {
        let program = self.ctx.program;
        let spec = self.ctx.spec(program.def(def).method);
        let has_object = spec.params.iter().any(|param| param.is_object)
            || matches!(spec.returns, b'L' | b'[')
            || spec.is_constructor;
        has_object
            || program
                .events(def)
                .iter()
                .any(|event| matches!(event.kind, EventKind::InstancePut | EventKind::StaticPut))
    }
}
