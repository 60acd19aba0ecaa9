//! Arrays of constant texts in static fields: lists of keys that loops go through. Refuses arrays that hold anything
//! but constants, and fields that more than the initialiser of their class sets.

use std::rc::Rc;

use dex_parse::opcode::op;
use program_model::{DefId, FieldId, Insn, Value, ValueId};

use crate::cache::Question;
use crate::context::{Constant, Ctx};
use crate::frame::Frame;
use crate::node::{Kind, Sel};
use crate::value::{Atom, Elem, Set};

/// Texts of one array.
const MAX_TEXTS: usize = 64;
/// Code unit pairs of an initialiser that is looked at.
const MAX_INSNS: usize = 4_000;
/// `aput-object` (<https://source.android.com/docs/core/runtime/dalvik-bytecode>).
const APUT_OBJECT: u8 = 0x4d;

/// Positions of an array with the constants there.
pub(crate) type Texts = Rc<Vec<(i64, Rc<str>)>>;

impl Ctx<'_, '_> {
    /// The texts of an array that only the initialiser of its class makes.
    pub(crate) fn texts_once(&self, field: FieldId) -> Option<Texts> {
        self.watch().ask(|| Question::Texts(field));
        let quiet = self.watch().quiet();
        let found = self.texts_once_here(field);
        drop(quiet);
        found
    }

    fn texts_once_here(&self, field: FieldId) -> Option<Texts> {
        let field = self.program.declared_field(field);
        if let Some(known) = self.texts.borrow().get(&field) {
            return known.clone();
        }
        let found = self.find_texts(field).map(Rc::new);
        self.texts.borrow_mut().insert(field, found.clone());
        found
    }

    fn find_texts(&self, field: FieldId) -> Option<Vec<(i64, Rc<str>)>> {
        let program = self.program;
        let row = program.field(field);
        if program.descriptor(row.ty) != b"[Ljava/lang/String;" {
            return None;
        }
        let (def, offset) = self.only_write(field)?;
        if !self.is_initialiser(def)
            || program.holder(def) != row.class
            || program.code(def)?.insns.len() / 2 > MAX_INSNS
        {
            return None;
        }
        let body = program.body(def)?;
        let array = body.operands(body.insn_at(offset)?).get(0)?;
        let Value::Insn(made) = body.value(array) else {
            return None;
        };
        let made = *made as usize;
        let insn = body.insns().get(made)?;
        let mut out = Vec::new();
        if insn.is_move_result() {
            let from = made.checked_sub(1)?;
            let insn = body.insns().get(from)?;
            if !matches!(
                insn.opcode,
                op::FILLED_NEW_ARRAY | op::FILLED_NEW_ARRAY_RANGE
            ) {
                return None;
            }
            for (n, value) in (0i64..).zip(body.operands(from).iter()) {
                out.push((n, self.constant_text(def, value)?));
            }
        } else if insn.opcode == op::NEW_ARRAY {
            for (at, insn) in body.insns().iter().enumerate() {
                let is_own = body.operands(at).get(1) == Some(array);
                if insn.opcode != APUT_OBJECT || !is_own {
                    continue;
                }
                let place = self.literal(def, body.operands(at).get(2)?)?;
                out.push((place, self.constant_text(def, body.operands(at).get(0)?)?));
            }
        }
        (!out.is_empty() && out.len() <= MAX_TEXTS).then_some(out)
    }

    fn made_by(&self, def: DefId, value: ValueId) -> Option<&Insn> {
        let body = self.program.body(def)?;
        let Value::Insn(at) = body.value(value) else {
            return None;
        };
        body.insns().get(*at as usize)
    }

    fn literal(&self, def: DefId, value: ValueId) -> Option<i64> {
        let insn = self.made_by(def, value)?;
        insn.literal
            .filter(|_| (0x12..=0x15).contains(&insn.opcode))
    }

    fn constant_text(&self, def: DefId, value: ValueId) -> Option<Rc<str>> {
        let insn = self.made_by(def, value)?;
        if !matches!(insn.opcode, op::CONST_STRING | op::CONST_STRING_JUMBO) {
            return None;
        }
        let bytes = self
            .program
            .string_at(self.program.dex_of(def), insn.index?)?;
        let text = byte_reader::mutf8::decode_printable(bytes).text;
        Some(text.as_ref().into())
    }
}

impl Frame<'_, '_, '_> {
    /// The static field whose array a value surely is.
    pub(crate) fn static_array(&self, array: &Set) -> Option<FieldId> {
        let mut list = array.iter();
        let (Some(elem), None) = (list.next(), list.next()) else {
            return None;
        };
        let Atom::Ref(node) = elem.atom else {
            return None;
        };
        let Kind::Load(base, Sel::Field(number)) = self.nodes.get(node)?.kind else {
            return None;
        };
        let is_static = self.nodes.get(base)?.kind == Kind::Statics;
        is_static.then(|| FieldId::from_index(number as usize))
    }

    /// The texts that an array of constants in a static field holds at a position, or at any.
    pub(crate) fn held_texts(&self, array: &Set, index: Option<i64>) -> Option<Set> {
        let known = self.ctx.texts_once(self.static_array(array)?)?;
        let out: Set = known
            .iter()
            .filter(|(place, _)| index.is_none_or(|index| index == *place))
            .map(|(_, text)| {
                let id = self.ctx.constant(&Constant::Text(Rc::clone(text)));
                Elem::plain(Atom::Const(id))
            })
            .collect();
        (!out.is_empty()).then_some(out)
    }
}
