//! Call sites and field writes of the whole program, grouped by what they name.

use std::sync::Arc;

use program_model::{ClassId, DefId, Event, EventKind, IdVec, MethodId, Program, SelectorId};

/// A number, with the method and offset of a place that names it.
type Place = (usize, DefId, u32);

/// Call sites by method named, and writes by field, of the whole program.
pub(crate) struct Sites {
    pub(super) calls: Packed,
    pub(super) puts: Packed,
    /// Methods that some of the calls name, by their selector: most methods are only defined.
    pub(super) called: BySelector,
}

/// Methods named anywhere by their selector, packed.
pub(super) struct BySelector {
    ends: Vec<u32>,
    methods: Vec<MethodId>,
}

impl BySelector {
    pub(super) fn new(program: &Program<'_>) -> Self {
        Self::of(program, |_| true)
    }

    fn of(program: &Program<'_>, wanted: impl Fn(MethodId) -> bool) -> Self {
        let mut ends = vec![0u32; program.n_selectors()];
        for (id, row) in program.methods() {
            ends[row.selector.index()] += u32::from(wanted(id));
        }
        let mut sum = 0;
        for end in &mut ends {
            let count = *end;
            *end = sum;
            sum += count;
        }
        let mut methods = vec![MethodId::from_index(0); sum as usize];
        for (id, row) in program.methods().filter(|(id, _)| wanted(*id)) {
            let end = &mut ends[row.selector.index()];
            methods[*end as usize] = id;
            *end += 1;
        }
        Self { ends, methods }
    }

    pub(super) fn get(&self, selector: SelectorId) -> &[MethodId] {
        &self.methods[range(&self.ends, selector.index())]
    }
}

/// Places grouped by a number.
pub(super) struct Packed {
    ends: Vec<u32>,
    sites: Vec<(DefId, u32)>,
}

impl Packed {
    pub(super) fn get(&self, n: usize) -> &[(DefId, u32)] {
        &self.sites[range(&self.ends, n)]
    }

    /// Sorts places, of which there are `n` numbers at most, by number; those of one stay in their order.
    fn new(places: &[Place], n: usize) -> Self {
        let mut ends = vec![0u32; n];
        for (number, ..) in places {
            ends[*number] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            let count = *end;
            *end = sum;
            sum += count;
        }
        let mut sites = vec![(DefId::from_index(0), 0); sum as usize];
        for (number, def, offset) in places {
            let end = &mut ends[*number];
            sites[*end as usize] = (*def, *offset);
            *end += 1;
        }
        Self { ends, sites }
    }
}

/// What has been gone through of a program so far. Code that is reached later is added, the rest is not looked at again.
#[derive(Default)]
pub(crate) struct Sweep {
    /// By method: the app's own methods may answer calls of it. Only such calls are ever asked for.
    wanted: Vec<bool>,
    done: Vec<bool>,
    calls: Vec<Place>,
    puts: Vec<Place>,
    made: Option<Arc<Sites>>,
    by_selector: Option<Arc<BySelector>>,
}

impl std::fmt::Debug for Sweep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sweep").finish_non_exhaustive()
    }
}

impl Sweep {
    /// Methods named anywhere, by their selector.
    pub(super) fn by_selector(&mut self, program: &Program<'_>) -> Arc<BySelector> {
        let made = || Arc::new(BySelector::new(program));
        Arc::clone(self.by_selector.get_or_insert_with(made))
    }

    /// Of the reachable code: what the rest does cannot bear on it.
    pub(super) fn sites(
        &mut self,
        program: &Program<'_>,
        reached: &IdVec<DefId, bool>,
    ) -> Arc<Sites> {
        if self.wanted.is_empty() {
            let mut answered = vec![false; program.n_selectors()];
            for (_, def) in program.defs() {
                answered[program.method(def.method).selector.index()] = true;
            }
            self.wanted = program
                .methods()
                .map(|(_, row)| answered[row.selector.index()])
                .collect();
            self.done = vec![false; program.n_defs()];
        }
        let mut is_new = false;
        for (def, _) in program.defs() {
            if reached[def] && !std::mem::replace(&mut self.done[def.index()], true) {
                is_new = true;
                self.add(program, def);
            }
        }
        if let Some(made) = self.made.as_ref().filter(|_| !is_new) {
            return Arc::clone(made);
        }
        // Made of a few sorted stretches, which this sort joins.
        for list in [&mut self.calls, &mut self.puts] {
            list.sort_by_key(|(_, def, offset)| (*def, *offset));
        }
        let calls = Packed::new(&self.calls, program.n_methods());
        let called = BySelector::of(program, |method| !calls.get(method.index()).is_empty());
        let made = Arc::new(Sites {
            calls,
            puts: Packed::new(&self.puts, program.n_fields()),
            called,
        });
        self.made = Some(Arc::clone(&made));
        made
    }

    fn add(&mut self, program: &Program<'_>, def: DefId) {
        let dex = program.dex_of(def);
        for event in program.events(def) {
            if event.kind.is_plain_invoke() {
                if let Some(method) = program.method_at(dex, event.index)
                    && self.wanted[method.index()]
                {
                    self.calls.push((method.index(), def, event.offset));
                }
            } else if matches!(event.kind, EventKind::StaticPut | EventKind::InstancePut)
                && let Some(field) = program.field_at(dex, event.index)
            {
                let field = program.declared_field(field);
                self.puts.push((field.index(), def, event.offset));
            }
        }
    }
}

fn range(ends: &[u32], n: usize) -> std::ops::Range<usize> {
    let start = n.checked_sub(1).map_or(0, |before| ends[before]);
    start as usize..ends[n] as usize
}

/// Events of the methods of one class that nothing reaches, with their methods.
pub(super) fn unreached_events<'p>(
    program: &'p Program<'_>,
    class: ClassId,
    reached: &'p IdVec<DefId, bool>,
) -> impl Iterator<Item = (DefId, &'p Event)> {
    program
        .class(class)
        .methods()
        .filter(|def| !reached[*def])
        .flat_map(|def| program.events(def).iter().map(move |event| (def, event)))
}
