//! Where catalogued members are used: one pass over the events of the program, against marks on its names.

use program_model::{DefId, Event, EventKind, FieldId, IdVec, MethodId, Program, TypeId};
use rustc_hash::FxHashMap;

use crate::index::Member;

/// Catalogue rows by the program's names that stand for them.
#[derive(Debug, Clone)]
pub(crate) struct Matches<K, T> {
    rows: FxHashMap<K, Vec<T>>,
}

impl<K: Eq + std::hash::Hash, T> Default for Matches<K, T> {
    fn default() -> Self {
        Self {
            rows: FxHashMap::default(),
        }
    }
}

impl<K: Eq + std::hash::Hash + Copy, T> Matches<K, T> {
    pub(crate) fn get(&self, key: K) -> &[T] {
        self.rows.get(&key).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = K> {
        self.rows.keys().copied()
    }

    pub(crate) fn add(&mut self, key: K, row: T) {
        self.rows.entry(key).or_default().push(row);
    }

    pub(crate) fn contains(&self, key: K) -> bool {
        self.rows.contains_key(&key)
    }
}

/// Finds the methods of the program that a call of a catalogued method may name: the class itself, or a subtype that
/// inherits it and does not answer the call with a method of its own.
pub(crate) fn match_methods<'k, T: Copy>(
    program: &Program<'_>,
    rows: impl Iterator<Item = (Member<'k>, T)>,
) -> Matches<MethodId, T> {
    let mut by_selector: Vec<Vec<(TypeId, T)>> = Vec::new();
    let mut number: IdVec<program_model::SelectorId, u32> = IdVec::filled(0, program.n_selectors());
    for (member, row) in rows {
        let Some(selector) = program.find_selector(member.name.as_bytes(), member.ty.as_bytes())
        else {
            continue;
        };
        let Some(class) = program.find_type(member.class.as_bytes()) else {
            continue;
        };
        if number[selector] == 0 {
            by_selector.push(Vec::new());
            number[selector] = u32::try_from(by_selector.len()).unwrap_or(0);
        }
        by_selector[number[selector] as usize - 1].push((class, row));
    }
    let mut out = Matches::default();
    for (id, method) in program.methods() {
        let list = number[method.selector];
        if list == 0 {
            continue;
        }
        for (class, row) in &by_selector[list as usize - 1] {
            if program.is_subtype(method.class, *class)
                && (program.class_of(*class).is_some()
                    || program.lookup(method.class, method.selector).is_none())
            {
                out.rows.entry(id).or_default().push(*row);
            }
        }
    }
    out
}

/// Finds the fields of the program that are catalogued ones.
pub(crate) fn match_fields<'k, T: Copy>(
    program: &Program<'_>,
    rows: impl Iterator<Item = (Member<'k>, T)>,
) -> Matches<FieldId, T> {
    let mut out: Matches<FieldId, T> = Matches::default();
    for (member, row) in rows {
        let found = (|| {
            let class = program.find_type(member.class.as_bytes())?;
            let name = program.find_name(member.name.as_bytes())?;
            let ty = program.find_type(member.ty.as_bytes())?;
            program.find_field(class, name, ty)
        })();
        if let Some(field) = found {
            out.rows.entry(field).or_default().push(row);
        }
    }
    out
}

/// One place where a marked name is used.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit<'p> {
    pub(crate) def: DefId,
    pub(crate) event: &'p Event,
    pub(crate) what: What,
}

/// What is used.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What {
    Method(MethodId),
    Field(FieldId),
    Text,
}

/// Marks on the program's names.
pub(crate) struct Marks {
    pub(crate) methods: IdVec<MethodId, bool>,
    pub(crate) fields: IdVec<FieldId, bool>,
    /// By DEX file: marks on its strings.
    pub(crate) strings: Vec<Vec<bool>>,
}

/// Every use of a marked name, in code order.
pub(crate) fn hits<'p>(program: &'p Program<'_>, marks: &Marks) -> Vec<Hit<'p>> {
    let mut out = Vec::new();
    for (_, class) in program.classes() {
        let (methods, fields) = program.rows(class.dex);
        let strings = marks
            .strings
            .get(class.dex.index())
            .map_or(&[][..], Vec::as_slice);
        for def in class.methods() {
            for event in program.events(def) {
                let row = event.index as usize;
                let what = match event.kind {
                    EventKind::ConstString => {
                        if !strings.get(row).copied().unwrap_or(false) {
                            continue;
                        }
                        What::Text
                    }
                    EventKind::StaticGet | EventKind::InstanceGet => match fields.get(row) {
                        Some(field) if marks.fields[*field] => What::Field(*field),
                        _ => continue,
                    },
                    kind if kind.is_plain_invoke() => match methods.get(row) {
                        Some(method) if marks.methods[*method] => What::Method(*method),
                        _ => continue,
                    },
                    _ => continue,
                };
                out.push(Hit { def, event, what });
            }
        }
    }
    out
}
