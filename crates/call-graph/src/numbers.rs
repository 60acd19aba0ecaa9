//! The numbers that static fields begin with, as the ids of resources do; read once per class. Refuses values of other
//! types and what an initialiser computes.

use dex_parse::{ClassDefIdx, EncodedValue};
use program_model::{ClassId, FieldId, Program};
use rustc_hash::{FxHashMap, FxHashSet};

/// First values of static fields of type `int`, by field, of the classes that were asked about.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    read: FxHashSet<ClassId>,
    values: FxHashMap<FieldId, i32>,
}

impl Numbers {
    /// The number that a declared field begins with.
    pub(crate) fn of(&mut self, program: &Program<'_>, field: FieldId) -> Option<i32> {
        let class = program.class_of(program.field(field).class)?;
        if self.read.insert(class) {
            // What comes after an unreadable row is not known.
            let _ = self.read_class(program, class);
        }
        self.values.get(&field).copied()
    }

    fn read_class(&mut self, program: &Program<'_>, class: ClassId) -> Option<()> {
        let class = program.class(class);
        let file = &program.dex(class.dex).file;
        let def = file.class_def(ClassDefIdx(class.class_def)).ok()?;
        let data = file.class_data(&def).ok()??;
        for (declared, value) in data.static_fields().zip(file.static_values(&def)) {
            let (declared, value) = (declared.ok()?, value.ok()?);
            if let (EncodedValue::Int(value), Some(field)) =
                (value, program.dex_field(class.dex, declared.field))
            {
                self.values.insert(field, value);
            }
        }
        Some(())
    }
}
