//! Who holds a method, for analyses outside this crate; refuses to guess beyond what the owners say.

use app_facts::Owner;
use program_model::{DefId, Program};

use crate::analysis::AppInput;
use crate::graph::CallGraph;
use crate::index::Index;
use crate::owners::{Owners, owner_fact};

/// Owners of the methods of one program.
#[derive(Debug)]
pub struct Holders<'x> {
    index: &'x Index<'x>,
    owners: &'x Owners,
}

impl<'x> Holders<'x> {
    /// Decides the owner of every class.
    pub fn new(
        program: &Program<'_>,
        index: &'x Index<'x>,
        app: &AppInput,
        graph: &'x CallGraph,
    ) -> Self {
        Self {
            index,
            owners: graph.owners(program, index, app),
        }
    }

    /// Owner of a class.
    pub fn of_class(&self, class: program_model::ClassId) -> Owner {
        owner_fact(self.owners.of(class), self.index)
    }

    /// Owner of a method's class.
    pub fn of(&self, program: &Program<'_>, def: DefId) -> Owner {
        owner_fact(self.owners.of(program.def(def).class), self.index)
    }
}
