//! What fields hold for good: final fields set to one constant, constants of enumerations. Refuses fields that more
//! than their own class can set.

use std::rc::Rc;

use call_graph::Const;
use dex_parse::ClassDefIdx;
use dex_parse::opcode::op;
use program_model::{
    Body, ClassId, DefId, DexId, EventKind, FieldId, Insn, TypeId, Value, ValueId,
};
use ruleset::schema::dataflow::{Effect, FoldOp};

use crate::cache::{Question, View};
use crate::context::{Constant, Ctx};
use crate::frame::Frame;
use crate::node::{Kind, Sel};
use crate::value::{Atom, NodeId, Set};

/// Access flags of fields (<https://source.android.com/docs/core/runtime/dex-format#access-flags>).
const STATIC: u32 = 0x8;
const FINAL: u32 = 0x10;
const ENUM: u32 = 0x4000;
const TRANSIENT: u32 = 0x80;
const SYNTHETIC: u32 = 0x1000;
/// `sput-object`, `sget-object` and `aput` (<https://source.android.com/docs/core/runtime/dalvik-bytecode>).
const SPUT_OBJECT: u8 = 0x69;
const SGET_OBJECT: u8 = 0x62;
const APUT: u8 = 0x4b;
/// Fields of which it is asked whether they are switches that stay off.
const MAX_SWITCHES: usize = 200;
/// Code unit pairs of an initialiser that fills an array.
const MAX_FILLING: usize = 2_000;

/// Positions of an array with the numbers there that are not 0.
pub(crate) type Filled = Rc<Vec<(i64, i64)>>;

/// Code unit pairs of a constructor or initialiser that is looked at.
const MAX_INSNS: usize = 4_000;

/// What a field holds for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// This number.
    Number(i64),
    /// The object in this static field.
    Static(FieldId),
}

/// The one object of a static field: where it is made when the field is first asked for, and its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Only {
    pub(crate) def: DefId,
    /// Offset of the instruction that makes it.
    pub(crate) made: u32,
    pub(crate) ty: TypeId,
}

/// Access flags of a field of the app, by the class that declares it.
fn flags_of(program: View<'_, '_>, class: ClassId, field: FieldId) -> Option<u32> {
    let class = program.class(class);
    let file = &program.dex(class.dex).file;
    let def = file.class_def(ClassDefIdx(class.class_def)).ok()?;
    let data = file.class_data(&def).ok()??;
    let is_field = |idx| program.dex_field(class.dex, idx) == Some(field);
    data.static_fields()
        .chain(data.instance_fields())
        .filter_map(Result::ok)
        .find(|declared| is_field(declared.field))
        .map(|declared| declared.access_flags)
}

/// Constants of one enumeration that are looked at.
const MAX_MEMBERS: usize = 64;

impl Ctx<'_, '_> {
    /// The object that a static field gets once, when it is empty and asked for, and keeps.
    pub(crate) fn only_object(&self, field: FieldId) -> Option<(FieldId, Only)> {
        self.watch().ask(|| Question::Only(field));
        let _quiet = self.watch().quiet();
        let field = self.program.declared_field(field);
        if let Some(known) = self.only.borrow().get(&field) {
            return known.map(|only| (field, only));
        }
        let found = self.find_only(field);
        self.only.borrow_mut().insert(field, found);
        found.map(|only| (field, only))
    }

    fn find_only(&self, field: FieldId) -> Option<Only> {
        let program = self.program;
        let row = program.field(field);
        if program.descriptor(row.ty).first() != Some(&b'L') {
            return None;
        }
        program.class_of(row.class)?;
        let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
        if self.reflection.fields.contains(&Sel::Field(number)) {
            return None;
        }
        let (def, offset) = self.only_write(field)?;
        let body = program.body(def)?;
        let insns = body.insns();
        let put = body.insn_at(offset)?;
        let mut value = body.operands(put).get(0)?;
        let made = loop {
            let Value::Insn(at) = body.value(value) else {
                return None;
            };
            let at = *at as usize;
            let insn = insns.get(at)?;
            if insn.opcode == op::NEW_INSTANCE {
                break at;
            }
            if !insn.is_move() {
                return None;
            }
            value = body.operands(at).get(0)?;
        };
        let dex = program.dex_of(def);
        let ty = program.type_at(dex, insns.get(made)?.index?)?;
        program.class_of(ty)?;
        let own = body.block_of(made);
        let reads_field = |at: usize| {
            let Some(Value::Insn(from)) = body.operands(at).get(0).map(|id| body.value(id)) else {
                return false;
            };
            insns.get(*from as usize).is_some_and(|insn| {
                insn.opcode == SGET_OBJECT
                    && insn
                        .index
                        .and_then(|index| program.field_at(dex, index))
                        .map(|field| program.declared_field(field))
                        == Some(field)
            })
        };
        let is_guarded = body.blocks().iter().any(|block| {
            let Some(test) = block.end.checked_sub(1) else {
                return false;
            };
            let Some(insn) = insns.get(test) else {
                return false;
            };
            matches!(insn.opcode, op::IF_EQZ | op::IF_NEZ)
                && reads_field(test)
                && block.succs.iter().any(|to| {
                    let is_next = body.blocks()[*to as usize].first == block.end;
                    let is_null = is_next == (insn.opcode == op::IF_NEZ);
                    let next = &body.blocks()[*to as usize];
                    is_null && next.preds.len() == 1 && body.is_dominated(own, *to as usize)
                })
        });
        is_guarded.then(|| {
            insns.get(made).map(|insn| Only {
                def,
                made: insn.offset,
                ty,
            })
        })?
    }

    /// What an instance field of the app holds whenever it is read.
    pub(crate) fn held_for_good(&self, field: FieldId) -> Option<Held> {
        self.watch().ask(|| Question::Held(field));
        let quiet = self.watch().quiet();
        let found = self.held_for_good_here(field);
        drop(quiet);
        if let Some(Held::Static(field)) = found {
            self.watch().ask(|| Question::Declared(field));
        }
        found
    }

    fn held_for_good_here(&self, field: FieldId) -> Option<Held> {
        let field = self.program.declared_field(field);
        if let Some(known) = self.held.borrow().get(&field) {
            return *known;
        }
        let found = self.find_held(field);
        self.held.borrow_mut().insert(field, found);
        found
    }

    fn find_held(&self, field: FieldId) -> Option<Held> {
        let program = self.program;
        let class = program.class_of(program.field(field).class)?;
        let flags = flags_of(program, class, field)?;
        if flags & FINAL == 0 || flags & ENUM != 0 {
            return None;
        }
        // Only constructors may write a final field, or the initialiser of the class.
        let (kind, maker): (EventKind, &[u8]) = if flags & STATIC == 0 {
            (EventKind::InstancePut, b"<init>")
        } else {
            (EventKind::StaticPut, b"<clinit>")
        };
        let mut held = None;
        for def in program.class(class).methods() {
            let (name, _) = program.selector(program.method(program.def(def).method).selector);
            if program.name(name) != maker {
                continue;
            }
            let dex = program.dex_of(def);
            for event in program.events(def) {
                if event.kind != kind
                    || program
                        .field_at(dex, event.index)
                        .is_none_or(|put| program.declared_field(put) != field)
                {
                    continue;
                }
                let one = self.put_here(def, event.offset)?;
                if held.is_some_and(|known| known != one) {
                    return None;
                }
                held = Some(one);
            }
        }
        held
    }

    /// All that reached code writes into a field of numbers or truth values is 0, which it holds from the beginning.
    pub(crate) fn stays_zero(&self, field: FieldId) -> bool {
        self.watch().ask(|| Question::Zero(field));
        let _quiet = self.watch().quiet();
        let program = self.program;
        let field = program.declared_field(field);
        if let Some(known) = self.zeros.borrow().get(&field) {
            return *known;
        }
        let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
        let is_number = matches!(
            program.descriptor(program.field(field).ty),
            b"Z" | b"I" | b"B" | b"S"
        ) && !self.reflection.fields.contains(&Sel::Field(number));
        let room = self.zeros.borrow().len() < MAX_SWITCHES;
        let found = is_number && room && self.writes_zero(field);
        self.zeros.borrow_mut().insert(field, found);
        found
    }

    fn writes_zero(&self, field: FieldId) -> bool {
        let Some(index) = self.index else {
            return false;
        };
        let mut values = self.values.borrow_mut();
        let values = values.get_or_insert_with(|| {
            call_graph::Constants::new(self.program.all(), index, &self.graph)
        });
        let written = values.written(field);
        written.complete
            && !written.values.is_empty()
            && written.values.iter().all(|value| *value == Const::Int(0))
    }

    /// What an array of numbers holds that only the class initialiser fills: by position, for those that are not 0.
    /// Compilers make such arrays to switch over the constants of an enumeration.
    pub(crate) fn filled_once(&self, field: FieldId) -> Option<Filled> {
        self.watch().ask(|| Question::Filled(field));
        let _quiet = self.watch().quiet();
        let field = self.program.declared_field(field);
        if let Some(known) = self.filled.borrow().get(&field) {
            return known.clone();
        }
        let found = self.find_filled(field).map(Rc::new);
        self.filled.borrow_mut().insert(field, found.clone());
        found
    }

    fn find_filled(&self, field: FieldId) -> Option<Vec<(i64, i64)>> {
        let program = self.program;
        let class = program.class_of(program.field(field).class)?;
        let all = STATIC | FINAL | SYNTHETIC;
        if program.descriptor(program.field(field).ty) != b"[I"
            || flags_of(program, class, field)? & all != all
        {
            return None;
        }
        let init = program.class(class).methods().find(|def| {
            let (name, _) = program.selector(program.method(program.def(*def).method).selector);
            program.name(name) == b"<clinit>"
        })?;
        if program.code(init)?.insns.len() / 2 > MAX_FILLING {
            return None;
        }
        let body = program.body(init)?;
        let dex = program.dex_of(init);
        let is_field = |insn: &Insn| {
            insn.index
                .and_then(|index| program.field_at(dex, index))
                .is_some_and(|known| program.declared_field(known) == field)
        };
        // The array itself: what is put into the field, or read from it again.
        let put = body
            .insns()
            .iter()
            .position(|insn| insn.opcode == SPUT_OBJECT && is_field(insn))?;
        let array = body.operands(put).get(0)?;
        let mut out = Vec::new();
        for (at, insn) in body.insns().iter().enumerate() {
            if insn.opcode != APUT {
                continue;
            }
            let of = body.operands(at).get(1)?;
            let is_own = of == array
                || defined(body, of)
                    .is_some_and(|insn| insn.opcode == op::SGET_OBJECT && is_field(insn));
            if !is_own {
                continue;
            }
            let value = defined(body, body.operands(at).get(0)?)?;
            let value = value
                .literal
                .filter(|_| (0x12..=0x15).contains(&value.opcode))?;
            let place = self.member_number(body, dex, body.operands(at).get(2)?)?;
            out.push((place, value));
        }
        Some(out)
    }

    /// The number that a value is: a constant, or that of a constant of an enumeration.
    fn member_number(&self, body: &Body, dex: DexId, value: ValueId) -> Option<i64> {
        let program = self.program;
        let insn = defined(body, value)?;
        if (0x12..=0x15).contains(&insn.opcode) {
            return insn.literal;
        }
        let call = body.insn_at(insn.offset)?.checked_sub(1)?;
        let invoke = body.insns().get(call)?;
        if !insn.is_move_result() || !invoke.is_invoke() {
            return None;
        }
        let method = program.method_at(dex, invoke.index?)?;
        let is_number = self.spec(method).effects.iter().flatten().any(|effect| {
            matches!(
                effect,
                Effect::Fold {
                    op: FoldOp::MemberNumber,
                    ..
                }
            )
        });
        let object = defined(body, body.operands(call).get(0)?)?;
        if !is_number || object.opcode != op::SGET_OBJECT {
            return None;
        }
        let (_, number) = self.enum_parts(program.field_at(dex, object.index?)?)?;
        Some(number)
    }

    /// What an instruction puts into a field, when that is one thing.
    pub(crate) fn put_here(&self, def: DefId, offset: u32) -> Option<Held> {
        let program = self.program;
        if program.code(def)?.insns.len() / 2 > MAX_INSNS {
            return None;
        }
        let body = program.body(def)?;
        let at = body.insn_at(offset)?;
        let insn = defined(body, body.operands(at).get(0)?)?;
        let dex = program.dex_of(def);
        match insn.opcode {
            0x12..=0x19 => Some(Held::Number(insn.literal?)),
            op::SGET_OBJECT => {
                let field = program.declared_field(program.field_at(dex, insn.index?)?);
                self.is_enum_member(field).then_some(Held::Static(field))
            }
            _ => None,
        }
    }

    /// The field with this number is left out when an object is written out.
    pub(crate) fn is_transient(&self, number: u32) -> bool {
        self.watch()
            .ask(|| Question::Transient(FieldId::from_index(number as usize)));
        let _quiet = self.watch().quiet();
        if let Some(known) = self.transient.borrow().get(&number) {
            return *known;
        }
        let program = self.program;
        let field = FieldId::from_index(number as usize);
        let found = program
            .class_of(program.field(field).class)
            .and_then(|class| flags_of(program, class, field))
            .is_some_and(|flags| flags & TRANSIENT != 0);
        self.transient.borrow_mut().insert(number, found);
        found
    }

    /// The static field holds a constant of an enumeration.
    pub(crate) fn is_enum_member(&self, field: FieldId) -> bool {
        self.watch().ask(|| Question::EnumMember(field));
        let _quiet = self.watch().quiet();
        let field = self.program.declared_field(field);
        if let Some(known) = self.enums.borrow().get(&field) {
            return *known;
        }
        let program = self.program;
        let row = program.field(field);
        let found = row.ty == row.class
            && program
                .class_of(row.class)
                .and_then(|class| flags_of(program, class, field))
                .is_some_and(|flags| {
                    let all = STATIC | FINAL | ENUM;
                    flags & all == all
                });
        self.enums.borrow_mut().insert(field, found);
        found
    }

    /// The constant that stands for a constant of an enumeration where it is a key.
    pub(crate) fn enum_key(&self, field: FieldId) -> Option<u32> {
        let row = self.program.field(field);
        let name = byte_reader::mutf8::decode_printable(self.program.name(row.name)).text;
        self.is_enum_member(field)
            .then(|| self.constant(&Constant::Member(row.class, name.as_ref().into())))
    }

    /// The field with an enumeration's constant of a name.
    pub(crate) fn member_named(&self, class: program_model::TypeId, name: &str) -> Option<FieldId> {
        self.program
            .class_of(class)
            .into_iter()
            .flat_map(|id| crate::members::declared_fields(self.program, id))
            .map(|(field, _)| field)
            .filter(|field| self.is_enum_member(*field))
            .take(MAX_MEMBERS)
            .find(|field| self.enum_parts(*field).is_some_and(|(own, _)| own == name))
    }

    /// Name and number of an enumeration's constant, as its class initialiser makes it.
    pub(crate) fn enum_parts(&self, field: FieldId) -> Option<(String, i64)> {
        self.watch().ask(|| Question::EnumParts(field));
        let _quiet = self.watch().quiet();
        let program = self.program;
        let field = program.declared_field(field);
        let class = program.class_of(program.field(field).class)?;
        let init = program.class(class).methods().find(|def| {
            let (name, _) = program.selector(program.method(program.def(*def).method).selector);
            program.name(name) == b"<clinit>"
        })?;
        if program.code(init)?.insns.len() / 2 > MAX_INSNS {
            return None;
        }
        let body = program.body(init)?;
        let dex = program.dex_of(init);
        let put = program.events(init).iter().find(|event| {
            event.kind == EventKind::StaticPut
                && program
                    .field_at(dex, event.index)
                    .is_some_and(|put| program.declared_field(put) == field)
        })?;
        let object = body.operands(body.insn_at(put.offset)?).get(0)?;
        let (at, _) = body
            .insns()
            .iter()
            .enumerate()
            .find(|(at, insn)| insn.is_invoke() && body.operands(*at).get(0) == Some(object))?;
        let name = defined(body, body.operands(at).get(1)?)?;
        let number = defined(body, body.operands(at).get(2)?)?;
        let text = program.string_at(dex, name.index.filter(|_| is_text(name))?)?;
        let number = number
            .literal
            .filter(|_| (0x12..=0x15).contains(&number.opcode))?;
        let name = byte_reader::mutf8::decode_printable(text).text;
        Some((name.as_ref().to_owned(), number))
    }
}

fn is_text(insn: &Insn) -> bool {
    matches!(insn.opcode, op::CONST_STRING | op::CONST_STRING_JUMBO)
}

/// The instruction that defines a value, moves looked through.
fn defined(body: &Body, value: ValueId) -> Option<&Insn> {
    let mut here = value;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(here) else {
            return None;
        };
        let insn = body.insns().get(*at as usize)?;
        if !insn.is_move() {
            return Some(insn);
        }
        here = body.operands(*at as usize).get(0)?;
    }
    None
}

impl Frame<'_, '_, '_> {
    /// The enumeration's constant that a value surely is.
    pub(crate) fn only_member(&self, set: &Set) -> Option<FieldId> {
        let mut list = set.iter();
        let (Some(elem), None) = (list.next(), list.next()) else {
            return None;
        };
        match elem.atom {
            Atom::Ref(node) => self.enum_member(node),
            _ => None,
        }
    }

    /// The enumeration's constant that an object surely is.
    pub(crate) fn enum_member(&self, node: NodeId) -> Option<FieldId> {
        let Kind::Load(base, Sel::Field(number)) = self.nodes.get(node)?.kind else {
            return None;
        };
        if self.nodes.get(base)?.kind != Kind::Statics {
            return None;
        }
        let field = FieldId::from_index(number as usize);
        self.ctx.is_enum_member(field).then_some(field)
    }
}
