//! Calls that hand over who is told of something that another call begins; refuses to say when either is made.

use program_model::{IdVec, MethodId, Program};

use super::model::method_name;
use crate::index::Index;

/// Rows that are looked at; further ones of a table hold nothing back.
const MAX_ROWS: usize = 64;

/// What a call means to a row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// It hands an object over that hears nothing before the beginning.
    Waits(u8),
    /// It begins what the objects are told of.
    Begins(u8),
}

/// The table as one program names its methods.
#[derive(Debug, Default)]
pub(crate) struct HeldCalls {
    marks: IdVec<MethodId, Option<Held>>,
}

impl HeldCalls {
    pub(super) fn new(program: &Program<'_>, index: &Index<'_>) -> Self {
        let mut wanted = Vec::new();
        for (row, number) in index.catalogues.callbacks.held.iter().zip(0u8..) {
            if usize::from(number) >= MAX_ROWS {
                break;
            }
            let named = |list: &[ruleset::Text<'_>]| -> Vec<_> {
                list.iter()
                    .filter_map(|text| method_name(program, text))
                    .collect()
            };
            let (calls, until) = (named(&row.calls), named(&row.until));
            // A program that begins nothing itself leaves that to code which is not seen.
            if calls.is_empty() || until.is_empty() {
                continue;
            }
            wanted.extend(calls.into_iter().map(|name| (name, Held::Waits(number))));
            wanted.extend(until.into_iter().map(|name| (name, Held::Begins(number))));
        }
        if wanted.is_empty() {
            return Self::default();
        }
        let mut marks = IdVec::filled(None, program.n_methods());
        let names = wanted.iter().map(|((_, name, _), _)| name.index());
        let mut is_named = vec![false; names.clone().max().map_or(0, |last| last + 1)];
        for name in names {
            is_named[name] = true;
        }
        for (id, method) in program.methods() {
            let (name, proto) = program.selector(method.selector);
            if is_named.get(name.index()) != Some(&true) {
                continue;
            }
            for ((class, wanted_name, wanted_proto), held) in &wanted {
                // A class of the app that answers the call itself does with the object what its code does.
                if *wanted_name == name
                    && wanted_proto.is_none_or(|wanted| wanted == proto)
                    && program.is_subtype(method.class, *class)
                    && program.lookup(method.class, method.selector).is_none()
                {
                    marks[id] = Some(*held);
                }
            }
        }
        Self { marks }
    }

    /// What a call of the method means.
    pub(crate) fn of(&self, method: MethodId) -> Option<Held> {
        self.marks.get(method).copied().flatten()
    }
}
