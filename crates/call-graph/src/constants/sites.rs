//! Call sites and field writes of the whole program, grouped by what they name.

use program_model::{ClassId, DefId, Event, EventKind, IdVec, MethodId, Program, SelectorId};

/// Call sites by method named, and writes by field, of the whole program.
pub(super) struct Sites {
    pub(super) calls: Packed,
    pub(super) puts: Packed,
}

/// Methods named anywhere by their selector, packed.
pub(super) struct BySelector {
    ends: Vec<u32>,
    methods: Vec<MethodId>,
}

impl BySelector {
    pub(super) fn new(program: &Program<'_>) -> Self {
        let mut ends = vec![0u32; program.n_selectors()];
        for (_, row) in program.methods() {
            ends[row.selector.index()] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            let count = *end;
            *end = sum;
            sum += count;
        }
        let mut methods = vec![MethodId::from_index(0); sum as usize];
        for (id, row) in program.methods() {
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
#[derive(Default)]
pub(super) struct Packed {
    ends: Vec<u32>,
    sites: Vec<(DefId, u32)>,
}

impl Packed {
    pub(super) fn get(&self, n: usize) -> &[(DefId, u32)] {
        &self.sites[range(&self.ends, n)]
    }

    /// Turns counts into starts and makes room.
    fn open(&mut self) {
        let mut sum = 0;
        for end in &mut self.ends {
            let count = *end;
            *end = sum;
            sum += count;
        }
        self.sites = vec![(DefId::from_index(0), 0); sum as usize];
    }

    fn put(&mut self, n: usize, def: DefId, offset: u32) {
        let end = &mut self.ends[n];
        self.sites[*end as usize] = (def, offset);
        *end += 1;
    }
}

impl Sites {
    /// Of the reachable code: what the rest does cannot bear on it.
    pub(super) fn new(program: &Program<'_>, reached: &IdVec<DefId, bool>) -> Self {
        let mut calls = Packed {
            ends: vec![0; program.n_methods()],
            sites: Vec::new(),
        };
        let mut puts = Packed {
            ends: vec![0; program.n_fields()],
            sites: Vec::new(),
        };
        // Only calls that the app's own methods may answer are ever asked for.
        let mut answered = vec![false; program.n_selectors()];
        for (_, def) in program.defs() {
            answered[program.method(def.method).selector.index()] = true;
        }
        let wanted: Vec<bool> = program
            .methods()
            .map(|(_, row)| answered[row.selector.index()])
            .collect();
        each_site(program, reached, &wanted, |n, is_call, _, _| {
            let packed = if is_call { &mut calls } else { &mut puts };
            packed.ends[n] += 1;
        });
        calls.open();
        puts.open();
        each_site(program, reached, &wanted, |n, is_call, def, offset| {
            let packed = if is_call { &mut calls } else { &mut puts };
            packed.put(n, def, offset);
        });
        Self { calls, puts }
    }
}

/// Calls `each` with the number of the method or field, whether it is a call, and the place.
fn each_site(
    program: &Program<'_>,
    reached: &IdVec<DefId, bool>,
    wanted: &[bool],
    mut each: impl FnMut(usize, bool, DefId, u32),
) {
    for (def, _) in program.defs().filter(|(def, _)| reached[*def]) {
        let dex = program.dex_of(def);
        for event in program.events(def) {
            if event.kind.is_plain_invoke() {
                if let Some(method) = program.method_at(dex, event.index)
                    && wanted[method.index()]
                {
                    each(method.index(), true, def, event.offset);
                }
            } else if matches!(event.kind, EventKind::StaticPut | EventKind::InstancePut)
                && let Some(field) = program.field_at(dex, event.index)
            {
                let field = program.declared_field(field);
                each(field.index(), false, def, event.offset);
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
