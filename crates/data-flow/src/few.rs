//! Fields that can hold only a few of the constants of an enumeration: those that code which can run puts there.
//! Refuses fields that something besides code may fill.

use std::rc::Rc;

use program_model::FieldId;

use crate::cache::Question;
use crate::context::{Constant, Ctx};
use crate::fields::Held;
use crate::frame::Frame;
use crate::node::{Kind, Sel};
use crate::value::{Atom, Elem, NodeId, Set};

/// Constants of an enumeration, by the static fields that hold them, sorted.
pub(crate) type Few = Rc<[FieldId]>;

impl Ctx<'_, '_> {
    /// The constants that a field of an enumeration may hold, besides nothing.
    pub(crate) fn few_members(&self, field: FieldId) -> Option<Few> {
        self.watch().ask(|| Question::Few(field));
        let quiet = self.watch().quiet();
        let field = self.program.declared_field(field);
        let known = self.few.borrow().get(&field).cloned();
        let found = known.unwrap_or_else(|| {
            let found = self.find_few(field);
            self.few.borrow_mut().insert(field, found.clone());
            found
        });
        drop(quiet);
        for member in found.iter().flat_map(|list| list.iter()) {
            self.watch().ask(|| Question::Declared(*member));
        }
        found
    }

    fn find_few(&self, field: FieldId) -> Option<Few> {
        let program = self.program;
        let row = program.field(field);
        program.class_of(row.ty)?;
        let holder = program.class_of(row.class)?;
        // The constants themselves are asked for elsewhere.
        if self.is_enum_member(field) {
            return None;
        }
        let mut out: Vec<FieldId> = Vec::new();
        for (def, offset) in self.puts_of(field)? {
            match self.put_here(*def, *offset)? {
                Held::Static(member) => out.push(member),
                Held::Number(0) => {}
                Held::Number(_) => return None,
            }
        }
        if out.is_empty() || self.may_be_filled(row.class, holder, field) {
            return None;
        }
        out.sort_unstable();
        out.dedup();
        Some(out.into())
    }
}

impl Frame<'_, '_, '_> {
    /// The constants of an enumeration that a value may be; null is none of them.
    pub(crate) fn members_in(&self, set: &Set) -> Option<Vec<FieldId>> {
        let mut out: Vec<FieldId> = Vec::new();
        for elem in set.iter() {
            match elem.atom {
                Atom::Ref(node) => match self.enum_member(node) {
                    Some(member) => out.push(member),
                    None => out.extend(self.held_members(node)?.iter().copied()),
                },
                Atom::Const(id) if self.ctx.int_at(id) == Some(0) => {}
                _ => return None,
            }
        }
        out.sort_unstable();
        out.dedup();
        (!out.is_empty()).then_some(out)
    }

    /// The constants that may have been in a field when the method was called.
    fn held_members(&self, node: NodeId) -> Option<Few> {
        let Kind::Load(_, Sel::Field(number)) = self.nodes.get(node)?.kind else {
            return None;
        };
        self.ctx.few_members(FieldId::from_index(number as usize))
    }

    /// Names or numbers of the constants that a value may be, where it may be several.
    pub(crate) fn parts_of_members(&self, set: &Set, is_name: bool) -> Set {
        let parts: Option<Vec<Constant>> = self.members_in(set).and_then(|list| {
            list.into_iter()
                .map(|member| {
                    let (name, number) = self.ctx.enum_parts(member)?;
                    Some(if is_name {
                        Constant::Text(name.into())
                    } else {
                        Constant::Int(number)
                    })
                })
                .collect()
        });
        parts
            .into_iter()
            .flatten()
            .map(|part| Elem::plain(Atom::Const(self.ctx.constant(&part))))
            .collect()
    }
}
