//! The evaluator for analyses outside this crate; refuses questions about code that has no body.

use program_model::{DefId, FieldId, Program, ValueId};

use super::{Consts, Evaluator};
use crate::events;
use crate::graph::CallGraph;
use crate::index::Index;

/// Computes constants of one program over its call graph.
pub struct Constants<'x, 'a>(Evaluator<'x, 'a>);

impl std::fmt::Debug for Constants<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Constants").finish_non_exhaustive()
    }
}

impl<'x, 'a> Constants<'x, 'a> {
    /// Prepares questions about one program.
    pub fn new(program: &'x Program<'a>, index: &'x Index<'x>, graph: &'x CallGraph) -> Self {
        let wrappers = events::match_methods(
            program,
            (0u32..)
                .zip(&index.wrappers)
                .map(|(n, rule)| (rule.member, n)),
        );
        Self(Evaluator::new(program, index, graph, wrappers))
    }

    /// Constants of declared parameter `arg` (from 0, the receiver not counted) of the call at `offset`.
    pub fn argument(&mut self, def: DefId, offset: u32, arg: u32) -> Consts {
        self.0.argument(def, offset, arg)
    }

    /// Constants of the object that the call at `offset` is made on.
    pub fn receiver(&mut self, def: DefId, offset: u32) -> Consts {
        self.0.receiver(def, offset)
    }

    /// Constants that the app writes into a field, without the value it begins with.
    pub fn written(&mut self, field: FieldId) -> Consts {
        self.0.field(field)
    }

    /// Constants of a value of the method's body, as the instruction number `upto` reads it.
    pub fn value(&mut self, def: DefId, value: ValueId, upto: usize) -> Consts {
        self.0.value(def, value, upto)
    }
}
