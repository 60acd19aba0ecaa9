//! What values are on a fresh installation, where every stored value still has its default: so that a branch which
//! compares a state, a version or a name tells which way only a switched flag opens. Refuses to guess at values that
//! depend on anything else.

use std::rc::Rc;

use byte_reader::mutf8::decode_printable;
use dex_parse::opcode::op;
use program_model::{Body, DefId, FieldId, Insn, MethodId, TypeId, Value, ValueId};
use rustc_hash::FxHashMap;

use super::conditions::At;
use super::flags::{FlagId, Flags, Place};
use super::guards::{Guards, NONE};
use crate::constants::Const;

/// Values looked at for one question.
const MAX_STEPS: u32 = 160;
/// Nesting of values and methods.
const MAX_DEPTH: u32 = 24;
/// Methods entered on one way.
const MAX_ENTERED: usize = 5;
/// Places that write one field, looked at.
pub(super) const MAX_PUTS: usize = 12;
/// Constants of one enumeration, looked at.
const MAX_MEMBERS: usize = 256;
/// Classes that one state is told apart by.
const MAX_CLASSES: usize = 16;
/// Access flag of abstract classes and interfaces.
const ABSTRACT: u32 = 0x400;
/// Access flag of enumerations and their constants.
const ENUM: u32 = 0x4000;

/// A value on a fresh installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fresh {
    /// A number or truth value; 0 is also null.
    Int(i64),
    Text(Rc<str>),
    Class(TypeId),
    /// A constant of an enumeration of the app, or the only object of its class.
    Member(FieldId),
    /// A new object of a class of the app.
    Made(TypeId),
}

/// A value with the flags that make it so: it is another only after one of them was switched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) value: Fresh,
    pub(super) flags: Vec<FlagId>,
    /// It was kept in a field, which is empty before it is first filled.
    pub(super) kept: bool,
}

impl Known {
    pub(super) fn plain(value: Fresh) -> Self {
        Self {
            value,
            flags: Vec::new(),
            kept: false,
        }
    }

    pub(super) fn with(mut self, flags: &[FlagId]) -> Self {
        self.flags.extend(flags);
        self.flags.sort_unstable();
        self.flags.dedup();
        self
    }

    fn is_made(&self) -> bool {
        matches!(self.value, Fresh::Made(_))
    }

    fn number(&self) -> Option<i64> {
        match self.value {
            Fresh::Int(value) => Some(value),
            _ => None,
        }
    }
}

/// What is known of the enumerations, fields and methods of one app.
#[derive(Debug, Default)]
pub(super) struct Memory {
    members: FxHashMap<TypeId, Rc<Vec<Member>>>,
    maps: FxHashMap<FieldId, Rc<Vec<(FieldId, i64)>>>,
    fields: FxHashMap<FieldId, Option<Known>>,
    methods: FxHashMap<DefId, Option<Known>>,
}

/// A constant of an enumeration.
#[derive(Debug)]
struct Member {
    field: FieldId,
    name: Rc<str>,
    ordinal: i64,
}

impl Flags<'_, '_> {
    /// The value on a fresh installation, as the block `user` sees it; `None` when it is not known.
    pub(super) fn fresh(
        &mut self,
        at: At<'_>,
        value: ValueId,
        user: usize,
        steps: &mut u32,
    ) -> Option<Known> {
        *steps += 1;
        if *steps > MAX_STEPS || at.depth > MAX_DEPTH {
            return None;
        }
        let deeper = At {
            depth: at.depth + 1,
            ..at
        };
        match at.body.value(value) {
            Value::Undefined => None,
            Value::Param(slot) => {
                let Some(((caller, insn), above)) = at.frames.split_last() else {
                    return self.given_known(at.def, *slot, at.depth);
                };
                let body = self.program.body(*caller)?;
                let given = body.operands(*insn).get(usize::from(*slot))?;
                let at = At {
                    def: *caller,
                    body,
                    guards: &NONE,
                    frames: above,
                    depth: at.depth + 1,
                };
                let user = body.block_of(*insn);
                self.fresh(at, given, user, steps)
            }
            Value::Merge(inputs) => {
                // Ways that a flag keeps closed are not taken.
                let inputs = self.resumed(at, inputs).unwrap_or_else(|| inputs.clone());
                let (open, closed) = at.guards.open_inputs(at.body, &inputs, user);
                let mut all: Option<Known> = None;
                for input in open {
                    let one = self.fresh(deeper, input, user, steps)?;
                    all = Some(match all {
                        Some(known) if known.value == one.value => {
                            let kept = known.kept || one.kept;
                            Known {
                                kept,
                                ..known.with(&one.flags)
                            }
                        }
                        Some(_) => return None,
                        None => one,
                    });
                }
                all.map(|known| known.with(&closed))
            }
            Value::Insn(made) => self.fresh_made(deeper, *made as usize, value, steps),
        }
    }

    fn fresh_made(
        &mut self,
        at: At<'_>,
        made: usize,
        value: ValueId,
        steps: &mut u32,
    ) -> Option<Known> {
        let program = self.program;
        let insn = at.body.insns().get(made)?;
        let operand = |n: usize| at.body.operands(made).get(n);
        let user = at.body.block_of(made);
        match insn.opcode {
            op::CONST_4..=0x19 => insn.literal.map(|value| Known::plain(Fresh::Int(value))),
            0x1a | 0x1b => {
                let text = program.string_at(program.dex_of(at.def), insn.index?)?;
                Some(Known::plain(Fresh::Text(
                    decode_printable(text).text.as_ref().into(),
                )))
            }
            0x1c => {
                let ty = program.type_at(program.dex_of(at.def), insn.index?)?;
                Some(Known::plain(Fresh::Class(ty)))
            }
            // A cast, or an int made long and back.
            op::CHECK_CAST | 0x81 | 0x84 => self.fresh(at, operand(0)?, user, steps),
            op::NEW_INSTANCE => {
                let ty = program.type_at(program.dex_of(at.def), insn.index?)?;
                program.class_of(ty)?;
                Some(Known::plain(Fresh::Made(ty)))
            }
            0x20 => {
                let wanted = program.type_at(program.dex_of(at.def), insn.index?)?;
                let object = self.fresh(at, operand(0)?, user, steps)?;
                let class = match object.value {
                    Fresh::Made(ty) => Some(ty),
                    Fresh::Member(field) => Some(program.field(field).ty),
                    Fresh::Int(0) => None,
                    _ => return None,
                };
                let is = class.is_some_and(|class| program.is_subtype(class, wanted));
                Some(Known {
                    value: Fresh::Int(i64::from(is)),
                    ..object
                })
            }
            0x31 => {
                let a = self.fresh(at, operand(0)?, user, steps)?;
                // Wide values take two operands.
                let b = self.fresh(at, operand(2).or_else(|| operand(1))?, user, steps)?;
                let order = a.number()?.cmp(&b.number()?) as i64;
                Some(
                    Known::plain(Fresh::Int(order))
                        .with(&a.flags)
                        .with(&b.flags),
                )
            }
            0x44 => {
                let table = self.switch_map(at, operand(0)?)?;
                let index = self.fresh(at, operand(1)?, user, steps)?;
                let number = index.number()?;
                let (_, case) = *table.get(usize::try_from(number).ok()?)?;
                Some(Known::plain(Fresh::Int(case)).with(&index.flags))
            }
            0x46 => {
                let class = self.enumerated(at, operand(0)?)?;
                let index = self.fresh(at, operand(1)?, user, steps)?;
                let number = index.number()?;
                let members = self.members(class);
                let member = members.iter().find(|one| one.ordinal == number)?;
                Some(Known::plain(Fresh::Member(member.field)).with(&index.flags))
            }
            0x90..=0xa5 | 0xb0..=0xc5 | 0xd0..=0xe2 => {
                let operation = Operation::of(insn.opcode)?;
                let a = self.fresh(at, operand(0)?, user, steps)?;
                let b = if let Some(literal) = insn.literal {
                    Known::plain(Fresh::Int(literal))
                } else {
                    // Wide values take two operands.
                    let second = operand(2).filter(|_| operation.is_wide);
                    self.fresh(at, second.or_else(|| operand(1))?, user, steps)?
                };
                let result = operation.compute(a.number()?, b.number()?)?;
                let kept = a.kept || b.kept;
                let known = Known::plain(Fresh::Int(result))
                    .with(&a.flags)
                    .with(&b.flags);
                Some(Known { kept, ..known })
            }
            0x52..=0x54 | 0x60..=0x62 => self.fresh_field(at, insn, value, made, steps),
            _ if insn.is_move() => self.fresh(at, operand(0)?, user, steps),
            _ if insn.is_move_result() => self.fresh_call(at, made.checked_sub(1)?, steps),
            _ => None,
        }
    }

    fn fresh_call(&mut self, at: At<'_>, call: usize, steps: &mut u32) -> Option<Known> {
        let program = self.program;
        let insn = at.body.insns().get(call).filter(|insn| insn.is_invoke())?;
        let method = program.method_at(program.dex_of(at.def), insn.index?)?;
        let operands = at.body.operands(call);
        let user = at.body.block_of(call);
        if let Some(row) = self.getters.get(method).first().copied() {
            return self.fresh_stored(at, call, row);
        }
        if self.kinds.gets.contains(method)
            && let Some(known) = self.taken_known(at, call)
        {
            return Some(known);
        }
        if self.transparent.contains(method) {
            let known = self.fresh(at, operands.get(0)?, user, steps)?;
            // Null cannot be unpacked.
            return Some(Known {
                kept: false,
                ..known
            });
        }
        if self.equals.contains(method) {
            let a = self.fresh(at, operands.get(0)?, user, steps)?;
            let b = self.fresh(at, operands.get(1)?, user, steps)?;
            // Objects may be equal by what they hold.
            let null = |known: &Known| known.kept && known.value == Fresh::Int(0);
            if a.is_made() || b.is_made() || null(&a) || null(&b) {
                return None;
            }
            let same = i64::from(a.value == b.value);
            return Some(Known::plain(Fresh::Int(same)).with(&a.flags).with(&b.flags));
        }
        if self.negates.contains(method) {
            let a = self.fresh(at, operands.get(0)?, user, steps)?;
            let empty = match &a.value {
                Fresh::Int(0) => true,
                Fresh::Text(text) => text.is_empty(),
                _ => return None,
            };
            return Some(Known::plain(Fresh::Int(i64::from(empty))).with(&a.flags));
        }
        if self.hashes.contains(method) {
            let a = self.fresh(at, operands.get(0)?, user, steps)?;
            let Fresh::Text(text) = &a.value else {
                return None;
            };
            // As defined for texts of the platform: s[0]*31^(n-1) + ... + s[n-1] in 32 bits.
            let hash = text.encode_utf16().fold(0i32, |hash, unit| {
                hash.wrapping_mul(31).wrapping_add(i32::from(unit))
            });
            return Some(Known::plain(Fresh::Int(hash.into())).with(&a.flags));
        }
        if self.enum_value_of.contains(method) {
            let class = self.fresh(at, operands.get(0)?, user, steps)?;
            let name = self.fresh(at, operands.get(1)?, user, steps)?;
            let (Fresh::Class(class), Fresh::Text(text)) = (class.value, &name.value) else {
                return None;
            };
            let members = self.members(class);
            let member = members.iter().find(|one| one.name == *text)?;
            return Some(Known::plain(Fresh::Member(member.field)).with(&name.flags));
        }
        let (is_name, is_ordinal) = (
            self.enum_names.contains(method),
            self.enum_ordinals.contains(method),
        );
        if is_name || is_ordinal {
            let a = self.fresh(at, operands.get(0)?, user, steps)?;
            let Fresh::Member(field) = a.value else {
                return None;
            };
            let members = self.members(program.field(field).class);
            let member = members.iter().find(|one| one.field == field)?;
            let value = if is_name {
                Fresh::Text(Rc::clone(&member.name))
            } else {
                Fresh::Int(member.ordinal)
            };
            return Some(Known::plain(value).with(&a.flags));
        }
        self.fresh_method(at, call, insn, method, steps)
    }

    /// A method of the app: what it returns.
    fn fresh_method(
        &mut self,
        at: At<'_>,
        call: usize,
        insn: &Insn,
        method: MethodId,
        steps: &mut u32,
    ) -> Option<Known> {
        let program = self.program;
        program.class_of(program.method(method).class)?;
        let target = self.evaluator.only_target(at.def, insn)?;
        if at.frames.len() >= MAX_ENTERED
            || at.frames.iter().any(|(entered, _)| *entered == target)
            || at.def == target
        {
            return None;
        }
        if let Some(known) = self.fresh.methods.get(&target) {
            if known.is_some() {
                return known.clone();
            }
        } else {
            self.fresh.methods.insert(target, None);
            let plain = self.fresh_result(target, &[], at.depth, steps);
            self.fresh.methods.insert(target, plain.clone());
            if plain.is_some() {
                return plain;
            }
        }
        let n_ins = program.body(target)?.n_ins();
        if n_ins == 0 {
            return None;
        }
        let mut frames = at.frames.to_vec();
        frames.push((at.def, call));
        self.fresh_result(target, &frames, at.depth, steps)
    }

    fn fresh_result(
        &mut self,
        target: DefId,
        frames: &[(DefId, usize)],
        depth: u32,
        steps: &mut u32,
    ) -> Option<Known> {
        let body = self.program.body(target)?;
        if depth > MAX_DEPTH || *steps > MAX_STEPS {
            return None;
        }
        let mut own_steps = 0;
        let guards = self.block_flags(target, body, frames, depth + 1, &mut own_steps);
        let mut all: Option<Known> = None;
        let mut closed: Vec<FlagId> = Vec::new();
        for (n, insn) in body.insns().iter().enumerate() {
            if !insn.is_return() {
                continue;
            }
            let flags = guards.at(body, n);
            if !flags.is_empty() {
                closed.extend(flags);
                continue;
            }
            let at = At {
                def: target,
                body,
                guards: &guards,
                frames,
                depth: depth + 1,
            };
            let user = body.block_of(n);
            let one = self.fresh(at, body.operands(n).get(0)?, user, steps)?;
            all = Some(match all {
                Some(known) if known.value == one.value => known.with(&one.flags),
                Some(_) => return None,
                None => one,
            });
        }
        all.map(|known| known.with(&closed))
    }

    /// A stored value: the default that its getter names.
    fn fresh_stored(&mut self, at: At<'_>, call: usize, row: u32) -> Option<Known> {
        let table = self.table();
        let getter = table.getters.get(row as usize)?;
        let value = match getter.default {
            Some(arg) => {
                let values = self
                    .evaluator
                    .argument_in(at.def, call, Some(arg), at.frames);
                match values.values.as_slice() {
                    [Const::Int(value)] if values.complete => Fresh::Int(*value),
                    [Const::Text(text)] if values.complete => Fresh::Text(Rc::clone(text)),
                    _ => {
                        let given = self.default_of(at, call, arg)?;
                        return Some(given.with(&self.stored_flag(at, call, row)?));
                    }
                }
            }
            None => Fresh::Int(getter.value),
        };
        let flags = self.stored_flag(at, call, row)?;
        Some(Known::plain(value).with(&flags))
    }

    /// The default that a getter is given, where it is computed from what is known.
    fn default_of(&mut self, at: At<'_>, call: usize, arg: u32) -> Option<Known> {
        let program = self.program;
        let insn = at.body.insns().get(call)?;
        let method = program.method_at(program.dex_of(at.def), insn.index?)?;
        let is_static = matches!(insn.opcode, op::INVOKE_STATIC | op::INVOKE_STATIC_RANGE);
        let slot = crate::graph::operand_of(program, method, arg, is_static)?;
        let value = at.body.operands(call).get(usize::from(slot))?;
        let mut steps = MAX_STEPS / 2;
        let user = at.body.block_of(call);
        self.fresh(at, value, user, &mut steps)
    }

    fn stored_flag(&mut self, at: At<'_>, call: usize, row: u32) -> Option<Vec<FlagId>> {
        let truth = self.stored(at, call, row);
        if truth.open {
            return None;
        }
        let flags: Vec<FlagId> = [truth.when_true, truth.when_false]
            .into_iter()
            .flatten()
            .flatten()
            .collect();
        (!flags.is_empty()).then_some(flags)
    }

    fn fresh_field(
        &mut self,
        at: At<'_>,
        insn: &Insn,
        value: ValueId,
        made: usize,
        steps: &mut u32,
    ) -> Option<Known> {
        let program = self.program;
        let field = program.field_at(program.dex_of(at.def), insn.index?)?;
        let row = program.field(field);
        program.class_of(row.class)?;
        let field = program.declared_field(field);
        let is_enum = self.is_enum(row.ty);
        let is_static = matches!(insn.opcode, 0x60..=0x66);
        if is_static && row.class == row.ty && !is_enum && self.is_only_object(field) {
            return Some(Known::plain(Fresh::Member(field)));
        }
        if !is_enum && !super::flags::is_value(program.descriptor(row.ty)) && !self.is_state(row.ty)
        {
            return None;
        }
        if row.class == row.ty && is_enum {
            let members = self.members(row.ty);
            if members.iter().any(|one| one.field == field) {
                return Some(Known::plain(Fresh::Member(field)));
            }
        }
        // Constants kept in fields.
        let found = self.evaluator.value(at.def, value, made);
        if found.complete
            && let [one] = found.values.as_slice()
        {
            match one {
                Const::Int(value) if self.evaluator.put_sites(field).is_empty() => {
                    return Some(Known::plain(Fresh::Int(*value)));
                }
                Const::Text(text) => return Some(Known::plain(Fresh::Text(Rc::clone(text)))),
                _ => {}
            }
        }
        if let Some(known) = self.fresh.fields.get(&field) {
            return known.clone();
        }
        // Against fields written from each other.
        self.fresh.fields.insert(field, None);
        let known = self.field_known(field, at.depth, steps);
        self.fresh.fields.insert(field, known.clone());
        known
    }

    /// The value of a field that is filled from a stored value, or that holds a state which only a dialog changes.
    fn field_known(&mut self, field: FieldId, depth: u32, steps: &mut u32) -> Option<Known> {
        let program = self.program;
        let puts = self.evaluator.put_sites(field);
        if puts.len() > MAX_PUTS {
            return None;
        }
        let mut first: Option<Fresh> = None;
        let mut switches: Vec<Place> = Vec::new();
        for (writer, offset) in puts.iter().copied() {
            let body = program.body(writer)?;
            let value = body
                .insn_at(offset)
                .and_then(|insn| body.operands(insn).get(0))?;
            let mut own_steps = 0;
            let guards = match body.value(value) {
                Value::Merge(_) => self.block_flags(writer, body, &[], depth + 1, &mut own_steps),
                _ => Guards::default(),
            };
            let at = At {
                def: writer,
                body,
                guards: &guards,
                frames: &[],
                depth: depth + 1,
            };
            let user = body.insn_at(offset).map_or(0, |insn| body.block_of(insn));
            let known = self.fresh(at, value, user, steps);
            match known {
                Some(known) if !known.flags.is_empty() => {
                    return Some(Known {
                        kept: true,
                        ..known
                    });
                }
                Some(known) if self.makes(writer) => first = Some(known.value),
                _ => switches.push((writer, offset)),
            }
        }
        let row = program.field(field);
        if switches.is_empty() || !(program.descriptor(row.ty) == b"I" || self.is_state(row.ty)) {
            return None;
        }
        let flag = self.state_flag(field, &switches)?;
        let value = first.unwrap_or_else(|| Fresh::Int(self.number_of(field).unwrap_or(0)));
        Some(Known {
            value,
            flags: vec![flag],
            kept: program.descriptor(row.ty) != b"I",
        })
    }

    /// True for an enumeration of the app.
    pub(super) fn is_enum(&self, ty: TypeId) -> bool {
        let program = self.program;
        program
            .class_of(ty)
            .is_some_and(|class| program.class(class).access_flags & ENUM != 0)
    }

    /// True for an enumeration, and for a state that is kept as one of several classes, one of which has only one object.
    pub(super) fn is_state(&mut self, ty: TypeId) -> bool {
        let program = self.program;
        if self.states.is_none() {
            let mut states = program_model::IdVec::filled(false, program.n_types());
            for (_, field) in program.fields() {
                if field.class == field.ty && !self.is_enum(field.ty) {
                    let own = program.superclass(field.class);
                    for above in own.iter().chain(program.interfaces(field.class)) {
                        let class = program.class_of(*above).map(|class| program.class(class));
                        states[*above] |= class
                            .is_some_and(|class| class.access_flags & ABSTRACT != 0)
                            && program.subtypes(*above).len() <= MAX_CLASSES;
                    }
                }
            }
            self.states = Some(states);
        }
        self.is_enum(ty) || self.states.as_ref().is_some_and(|states| states[ty])
    }

    /// True for the field of a class with its only object, which its initialiser makes.
    fn is_only_object(&self, field: FieldId) -> bool {
        let puts = self.evaluator.put_sites(field);
        let [(writer, offset)] = &puts[..] else {
            return false;
        };
        let program = self.program;
        self.is_named_exactly(*writer, b"<clinit>")
            && program.body(*writer).is_some_and(|body| {
                body.insn_at(*offset)
                    .and_then(|put| body.operands(put).get(0))
                    .and_then(|value| made_by(body, value))
                    .is_some_and(|insn| insn.opcode == op::NEW_INSTANCE)
            })
    }

    /// The constants of an enumeration with the names and numbers that they are made with.
    fn members(&mut self, ty: TypeId) -> Rc<Vec<Member>> {
        if let Some(known) = self.fresh.members.get(&ty) {
            return Rc::clone(known);
        }
        let found = Rc::new(self.find_members(ty).unwrap_or_default());
        self.fresh.members.insert(ty, Rc::clone(&found));
        found
    }

    fn find_members(&self, ty: TypeId) -> Option<Vec<Member>> {
        let program = self.program;
        if !self.is_enum(ty) {
            return None;
        }
        let maker = self.initialiser(ty)?;
        let body = program.body(maker)?;
        let dex = program.dex_of(maker);
        // Objects by the constructor call that makes them.
        let mut made: FxHashMap<ValueId, (Rc<str>, i64)> = FxHashMap::default();
        let mut out = Vec::new();
        for (n, insn) in body.insns().iter().enumerate() {
            let operands = body.operands(n);
            match insn.opcode {
                op::INVOKE_DIRECT | op::INVOKE_DIRECT_RANGE => {
                    let (Some(object), Some(name), Some(number)) =
                        (operands.get(0), operands.get(1), operands.get(2))
                    else {
                        continue;
                    };
                    let text = made_by(body, name)
                        .filter(|insn| matches!(insn.opcode, 0x1a | 0x1b))
                        .and_then(|insn| program.string_at(dex, insn.index?));
                    let ordinal = made_by(body, number).and_then(|insn| insn.literal);
                    if let (Some(text), Some(ordinal)) = (text, ordinal) {
                        let text = decode_printable(text).text.as_ref().into();
                        made.insert(object, (text, ordinal));
                    }
                }
                0x69 => {
                    let field = insn.index.and_then(|index| program.field_at(dex, index));
                    if let (Some(field), Some(object)) = (field, operands.get(0))
                        && let Some((name, ordinal)) = made.get(&object)
                        && program.field(field).ty == ty
                        && out.len() < MAX_MEMBERS
                    {
                        out.push(Member {
                            field: program.declared_field(field),
                            name: Rc::clone(name),
                            ordinal: *ordinal,
                        });
                    }
                }
                _ => {}
            }
        }
        Some(out)
    }

    fn initialiser(&self, ty: TypeId) -> Option<DefId> {
        let program = self.program;
        program
            .class(program.class_of(ty)?)
            .methods()
            .find(|def| self.is_named_exactly(*def, b"<clinit>"))
    }

    fn is_named_exactly(&self, def: DefId, wanted: &[u8]) -> bool {
        let program = self.program;
        let method = program.method(program.def(def).method);
        program.name(program.selector(method.selector).0) == wanted
    }

    /// True for code that makes a class or an object.
    pub(super) fn makes(&self, def: DefId) -> bool {
        self.is_named_exactly(def, b"<clinit>") || self.is_named_exactly(def, b"<init>")
    }

    /// The enumeration whose constants an array lists: what its `values` method returned.
    fn enumerated(&self, at: At<'_>, array: ValueId) -> Option<TypeId> {
        let program = self.program;
        let made = match at.body.value(array) {
            Value::Insn(made) => *made as usize,
            _ => return None,
        };
        let insn = at.body.insns().get(made)?;
        let element = |descriptor: &[u8]| {
            let element = descriptor.strip_prefix(b"[")?;
            program.find_type(element).filter(|ty| self.is_enum(*ty))
        };
        if insn.opcode == 0x62 {
            let field = program.field_at(program.dex_of(at.def), insn.index?)?;
            return element(program.descriptor(program.field(field).ty));
        }
        if !insn.is_move_result() {
            return None;
        }
        let call = at.body.insns().get(made.checked_sub(1)?)?;
        if !matches!(call.opcode, op::INVOKE_STATIC | op::INVOKE_STATIC_RANGE) {
            return None;
        }
        let method = program.method_at(program.dex_of(at.def), call.index?)?;
        let (_, proto) = program.selector(program.method(method).selector);
        let returns = program.proto(proto).strip_prefix(b"()")?;
        element(returns).filter(|ty| *ty == program.method(method).class)
    }

    /// The table by which compilers turn the constants of an enumeration into the numbers of a switch.
    fn switch_map(&mut self, at: At<'_>, array: ValueId) -> Option<Rc<Vec<(FieldId, i64)>>> {
        let program = self.program;
        let insn = made_by(at.body, array).filter(|insn| insn.opcode == 0x62)?;
        let field = program.field_at(program.dex_of(at.def), insn.index?)?;
        let field = program.declared_field(field);
        if let Some(known) = self.fresh.maps.get(&field) {
            return Some(Rc::clone(known));
        }
        let found = Rc::new(self.find_switch_map(field).unwrap_or_default());
        self.fresh.maps.insert(field, Rc::clone(&found));
        Some(found)
    }

    /// By ordinal: the constant and its number; constants without one have 0, as in a new array.
    fn find_switch_map(&mut self, field: FieldId) -> Option<Vec<(FieldId, i64)>> {
        let program = self.program;
        let row = program.field(field);
        if program.descriptor(row.ty) != b"[I" {
            return None;
        }
        let maker = self.initialiser(row.class)?;
        let body = program.body(maker)?;
        let dex = program.dex_of(maker);
        let mut cases: Vec<(FieldId, i64)> = Vec::new();
        for (n, insn) in body.insns().iter().enumerate() {
            // aput of the case at the place of the constant's ordinal
            if insn.opcode != 0x4b {
                continue;
            }
            let operands = body.operands(n);
            let case = operands.get(0).and_then(|value| made_by(body, value));
            let Some(case) = case.and_then(|insn| insn.literal) else {
                continue;
            };
            let index = operands.get(2).and_then(|value| index_of(body, value));
            let constant = index
                .filter(|call| {
                    body.insns().get(*call).is_some_and(|insn| {
                        insn.is_invoke()
                            && insn
                                .index
                                .and_then(|index| program.method_at(dex, index))
                                .is_some_and(|method| self.enum_ordinals.contains(method))
                    })
                })
                .and_then(|call| body.operands(call).get(0))
                .and_then(|object| made_by(body, object))
                .filter(|insn| insn.opcode == 0x62)
                .and_then(|insn| program.field_at(dex, insn.index?));
            if let Some(constant) = constant {
                cases.push((program.declared_field(constant), case));
            }
        }
        let class = program.field(cases.first()?.0).class;
        let members = self.members(class);
        let mut out: Vec<(FieldId, i64)> = Vec::new();
        for ordinal in 0..i64::try_from(members.len()).unwrap_or(0) {
            let member = members.iter().find(|one| one.ordinal == ordinal)?;
            let case = cases.iter().find(|(field, _)| *field == member.field);
            out.push((member.field, case.map_or(0, |(_, case)| *case)));
        }
        Some(out)
    }

    /// Whether the truth of a value is known on a fresh installation, and by which flags.
    pub(super) fn fresh_truth(
        &mut self,
        at: At<'_>,
        value: ValueId,
        user: usize,
    ) -> Option<(bool, Vec<FlagId>)> {
        let mut steps = 0;
        let known = self.fresh(at, value, user, &mut steps)?;
        let number = known.number().filter(|_| !known.kept)?;
        (!known.flags.is_empty()).then_some((number != 0, known.flags))
    }

    /// Whether a conditional branch is taken on a fresh installation, and the flags that change it.
    pub(super) fn fresh_branch(
        &mut self,
        at: At<'_>,
        number: usize,
    ) -> Option<(bool, Vec<FlagId>)> {
        let insn = at.body.insns().get(number)?;
        if !matches!(insn.opcode, 0x32..=0x3d) {
            return None;
        }
        let mut steps = 0;
        let user = at.body.block_of(number);
        let a = self.fresh(at, at.body.operands(number).get(0)?, user, &mut steps)?;
        let b = match at.body.operands(number).get(1) {
            Some(second) => self.fresh(at, second, user, &mut steps)?,
            None => Known::plain(Fresh::Int(0)),
        };
        let flags = a.clone().with(&b.flags).flags;
        if flags.is_empty() {
            return None;
        }
        let taken = match insn.opcode {
            0x32 | 0x33 | 0x38 | 0x39 => {
                // Before a field is filled it is null, whatever it holds later.
                let null = |known: &Known| matches!(known.value, Fresh::Int(0));
                if a.kept && null(&b) || b.kept && null(&a) || a.is_made() && b.is_made() {
                    return None;
                }
                (a.value == b.value) == matches!(insn.opcode, 0x32 | 0x38)
            }
            _ => {
                let order = a.number()?.cmp(&b.number()?);
                match insn.opcode {
                    0x34 | 0x3a => order.is_lt(),
                    0x35 | 0x3b => order.is_ge(),
                    0x36 | 0x3c => order.is_gt(),
                    _ => order.is_le(),
                }
            }
        };
        Some((taken, flags))
    }

    /// The block to which a switch goes on a fresh installation, and the flags that change it.
    pub(super) fn fresh_switch(&mut self, at: At<'_>, number: usize) -> Option<(u32, Vec<FlagId>)> {
        let program = self.program;
        let insn = at.body.insns().get(number)?;
        if !matches!(insn.opcode, 0x2b | 0x2c) {
            return None;
        }
        let mut steps = 0;
        let user = at.body.block_of(number);
        let known = self.fresh(at, at.body.operands(number).get(0)?, user, &mut steps)?;
        let value = known.number()?;
        if known.flags.is_empty() {
            return None;
        }
        let code = program.code(at.def)?;
        let raw = code.instruction_at(insn.offset).ok()?.decode();
        let payload = code.payload(&raw).ok()?;
        let target = payload
            .cases()
            .take(MAX_MEMBERS)
            .find(|(key, _)| i64::from(*key) == value)
            .and_then(|(_, target)| insn.offset.checked_add_signed(target))
            .and_then(|target| at.body.insn_at(target))
            .unwrap_or(number + 1);
        let block = u32::try_from(at.body.block_of(target)).ok()?;
        Some((block, known.flags))
    }
}

/// An operation on two numbers.
#[derive(Clone, Copy)]
struct Operation {
    /// Counted from `add`, in the order of the opcodes; `rsub` is 11.
    kind: u8,
    is_wide: bool,
}

impl Operation {
    /// By the opcode (<https://source.android.com/docs/core/runtime/dalvik-bytecode>): three registers, two registers,
    /// a register and a literal.
    fn of(opcode: u8) -> Option<Self> {
        let (kind, is_wide) = match opcode {
            0x90..=0x9a => (opcode - 0x90, false),
            0x9b..=0xa5 => (opcode - 0x9b, true),
            0xb0..=0xba => (opcode - 0xb0, false),
            0xbb..=0xc5 => (opcode - 0xbb, true),
            0xd1 | 0xd9 => (11, false),
            0xd0..=0xd7 => (opcode - 0xd0, false),
            0xd8..=0xe2 => (opcode - 0xd8, false),
            _ => return None,
        };
        Some(Self { kind, is_wide })
    }

    fn compute(self, a: i64, b: i64) -> Option<i64> {
        let bits = if self.is_wide { 63 } else { 31 };
        let shift = u32::try_from(b & bits).ok()?;
        let result = match self.kind {
            0 => a.wrapping_add(b),
            1 => a.wrapping_sub(b),
            2 => a.wrapping_mul(b),
            3 => a.checked_div(b)?,
            4 => a.checked_rem(b)?,
            5 => a & b,
            6 => a | b,
            7 => a ^ b,
            8 => a.wrapping_shl(shift),
            9 => a >> shift,
            10 if self.is_wide => (a.cast_unsigned() >> shift).cast_signed(),
            10 => i64::from(low(a).cast_unsigned() >> shift),
            11 => b.wrapping_sub(a),
            _ => return None,
        };
        Some(if self.is_wide {
            result
        } else {
            i64::from(low(result))
        })
    }
}

/// The number as 32 bits hold it.
fn low(value: i64) -> i32 {
    let [a, b, c, d, ..] = value.to_le_bytes();
    i32::from_le_bytes([a, b, c, d])
}

/// The instruction that made a value, copies looked through.
fn made_by(body: &Body, value: ValueId) -> Option<&Insn> {
    body.insns().get(index_by(body, value)?)
}

fn index_by(body: &Body, value: ValueId) -> Option<usize> {
    let mut here = value;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(here) else {
            return None;
        };
        let at = *at as usize;
        if !body.insns().get(at)?.is_move() {
            return Some(at);
        }
        here = body.operands(at).get(0)?;
    }
    None
}

/// The call whose result a value is.
fn index_of(body: &Body, value: ValueId) -> Option<usize> {
    let at = index_by(body, value)?;
    body.insns()
        .get(at)
        .filter(|insn| insn.is_move_result())
        .and_then(|_| at.checked_sub(1))
}
