//! Classes of toolkits that are taken as the framework is: their code is not gone through, tables and the default rule
//! say what their methods do.

use program_model::{ClassId, DefId, IdVec, Program};
use ruleset::Text;
use ruleset::schema::dataflow::DataFlow;

/// Which classes of the app belong to a toolkit.
#[derive(Debug)]
pub(crate) struct Toolkits(IdVec<ClassId, bool>);

impl Toolkits {
    /// Looks at the names of all classes.
    pub(crate) fn new(program: &Program<'_>, tables: &DataFlow<'_>) -> Self {
        let mut out = IdVec::filled(false, program.classes().count());
        for (id, class) in program.classes() {
            let name = program.descriptor(class.ty);
            out[id] = tables.toolkits.iter().any(|toolkit| {
                let begins = |part: &Text<'_>| name.starts_with(part.as_bytes());
                toolkit.packages.iter().any(begins) && !toolkit.except.iter().any(begins)
            });
        }
        Self(out)
    }

    pub(crate) fn has_class(&self, class: ClassId) -> bool {
        self.0.get(class).copied().unwrap_or(false)
    }

    pub(crate) fn has_method(&self, program: &Program<'_>, def: DefId) -> bool {
        self.has_class(program.def(def).class)
    }
}
