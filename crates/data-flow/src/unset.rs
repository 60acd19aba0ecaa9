//! Fields that no code which can run sets: they hold nothing, and what is called on them does not run. Refuses fields
//! that something besides code may fill: what is read from text, injected, or set by native code.

use dex_parse::{ClassDefIdx, Visibility};
use program_model::{ClassId, DefId, EventKind, FieldId, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use crate::cache::{Question, View};
use crate::context::Ctx;
use crate::fields::Held;
use crate::node::Sel;

/// Writes of one field that are looked at.
const MAX_PUTS: usize = 4;

/// What code that can run does to fields that hold objects of the app.
#[derive(Default)]
pub(crate) struct Puts {
    /// Where each is written; one more than are looked at stands for many.
    by_field: FxHashMap<FieldId, SmallVec<[(DefId, u32); 2]>>,
    /// Classes that code names: others may make and fill objects of them.
    named: FxHashSet<TypeId>,
}

impl Ctx<'_, '_> {
    fn find_puts(&self) -> Puts {
        let program = self.program;
        let mut out = Puts::default();
        for (def, row) in program.defs() {
            if !row.has_code() || !self.runs(def) {
                continue;
            }
            let dex = program.dex_of(def);
            for event in program.events(def) {
                match event.kind {
                    EventKind::InstancePut | EventKind::StaticPut => {
                        let Some(field) = program.field_at(dex, event.index) else {
                            continue;
                        };
                        if program.class_of(program.field(field).ty).is_none() {
                            continue;
                        }
                        let list = out
                            .by_field
                            .entry(program.declared_field(field))
                            .or_default();
                        if list.len() <= MAX_PUTS {
                            list.push((def, event.offset));
                        }
                    }
                    EventKind::ConstClass => out.named.extend(program.type_at(dex, event.index)),
                    _ => {}
                }
            }
        }
        out
    }

    /// The field holds nothing whenever it is read.
    pub(crate) fn stays_null(&self, field: FieldId) -> bool {
        self.watch().ask(|| Question::Null(field));
        let _quiet = self.watch().quiet();
        let program = self.program;
        let field = program.declared_field(field);
        let row = program.field(field);
        let (Some(_), Some(holder)) = (program.class_of(row.ty), program.class_of(row.class))
        else {
            return false;
        };
        if let Some(known) = self.unset.borrow().get(&field) {
            return *known;
        }
        let found = self.is_never_set(field) && !self.may_be_filled(row.class, holder, field);
        self.unset.borrow_mut().insert(field, found);
        found
    }

    /// All that reached code writes there is null.
    fn is_never_set(&self, field: FieldId) -> bool {
        let puts = self.puts.get_or_init(|| self.find_puts());
        let Some(list) = puts.by_field.get(&field) else {
            return true;
        };
        list.len() <= MAX_PUTS
            && list
                .iter()
                .all(|(def, offset)| self.put_here(*def, *offset) == Some(Held::Number(0)))
    }

    /// Where code that can run writes a field, when that is in a few places.
    pub(crate) fn puts_of(&self, field: FieldId) -> Option<&[(DefId, u32)]> {
        let puts = self.puts.get_or_init(|| self.find_puts());
        let list = puts.by_field.get(&field)?;
        (list.len() <= MAX_PUTS).then_some(list.as_slice())
    }

    /// Something but the code that is seen may write fields of the class.
    pub(crate) fn may_be_filled(&self, holder: TypeId, class: ClassId, field: FieldId) -> bool {
        let program = self.program;
        let puts = self.puts.get_or_init(|| self.find_puts());
        let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
        let is_own = self.intents.is_component(holder) || self.intents.is_living(holder);
        let is_named = || {
            let around = program
                .ancestors(holder)
                .iter()
                .chain(program.subtypes(holder));
            std::iter::once(&holder)
                .chain(around.filter(|ty| program.class_of(**ty).is_some()))
                .any(|ty| puts.named.contains(ty))
        };
        let has_native = || {
            let mut methods = program.class(class).methods();
            methods.any(|def| program.def(def).is_native())
        };
        self.reflection.fields.contains(&Sel::Field(number))
            || !is_own && (!self.is_made(holder) || is_named())
            || has_native()
            || is_annotated(program, class, field)
    }
}

/// The field carries an annotation that is there at run time.
fn is_annotated(program: View<'_, '_>, class: ClassId, field: FieldId) -> bool {
    let class = program.class(class);
    let file = &program.dex(class.dex).file;
    let Ok(item) = file.class_def(ClassDefIdx(class.class_def)) else {
        return true;
    };
    let Ok(Some(directory)) = file.annotations(&item) else {
        return false;
    };
    directory.fields().any(|(known, set)| {
        let is_this = program.dex_field(class.dex, known) == Some(field);
        is_this
            && set.map_or(true, |set| {
                set.iter()
                    .any(|one| one.map_or(true, |one| one.visibility == Visibility::Runtime))
            })
    })
}
