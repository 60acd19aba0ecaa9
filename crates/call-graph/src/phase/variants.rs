//! Methods whose code depends on a number that the constructor fixed: shrinkers put several small classes into one and
//! tell them apart by such a number. Tells which of them a place makes, and which code belongs to which. Refuses to guess
//! at objects that are not made in the body at hand: those may be any of them.

use std::cell::RefCell;
use std::rc::Rc;

use dex_parse::ClassDefIdx;
use dex_parse::opcode::op;
use program_model::{Body, DefId, EventKind, FieldId, MethodId, Program, TypeId, Value, ValueId};
use rustc_hash::FxHashMap;

use crate::constants::Evaluator;
use crate::graph::{CallGraph, EdgeKind, Purpose, Site, event_at, exact_target};

/// A set of variants, one bit each.
pub(crate) type Mask = u64;
/// Every variant.
pub(crate) const ALL: Mask = (1 << VARIANTS) - 1;
/// Variants told apart; shrinkers put some thirty classes together at most.
const VARIANTS: u32 = 63;
/// Events at the start of a method among which the number is read.
const MAX_FIRST: usize = 6;
/// Values looked at for one operand.
const MAX_VALUES: usize = 48;
/// Places that make objects of one class, looked at.
const MAX_MAKERS: usize = 12;
/// The flag of a final field.
const FINAL: u32 = 0x10;

/// Which code of one method belongs to which variants.
#[derive(Debug)]
pub(crate) struct Split {
    blocks: Vec<(u32, Mask)>,
}

impl Split {
    /// The variants in which the instruction at an offset runs.
    pub(crate) fn at(&self, offset: u32) -> Mask {
        let n = self.blocks.partition_point(|(first, _)| *first <= offset);
        match n.checked_sub(1).and_then(|n| self.blocks.get(n)) {
            // Code of further numbers than are told apart.
            Some((_, 0)) | None => ALL,
            Some((_, mask)) => *mask,
        }
    }
}

/// How a block ends that asks for the number.
struct Ask {
    cases: Vec<(i64, u32)>,
    otherwise: Option<u32>,
}

/// The variants of one program, found when asked.
pub(crate) struct Variants<'x, 'a> {
    program: &'x Program<'a>,
    callers: Evaluator<'x, 'a>,
    known: RefCell<FxHashMap<DefId, Option<Rc<Split>>>>,
    fixed: RefCell<FxHashMap<DefId, Option<Fixed>>>,
}

/// What a constructor puts into the field.
#[derive(Clone, Copy)]
enum Fixed {
    Number(i64),
    Param(u16),
}

impl<'x, 'a> Variants<'x, 'a> {
    pub(crate) fn new(program: &'x Program<'a>, callers: Evaluator<'x, 'a>) -> Self {
        Self {
            program,
            callers,
            known: RefCell::default(),
            fixed: RefCell::default(),
        }
    }

    /// Which code of the method belongs to which variants; `None` when it has none.
    pub(crate) fn split(&self, def: DefId) -> Option<Rc<Split>> {
        let field = self.asked(def)?;
        if let Some(known) = self.known.borrow().get(&def) {
            return known.clone();
        }
        let found = self.find(def, field).map(Rc::new);
        self.known.borrow_mut().insert(def, found.clone());
        found
    }

    /// The number that a method may ask for first.
    fn asked(&self, def: DefId) -> Option<FieldId> {
        let program = self.program;
        let row = program.def(def);
        if row.is_static() {
            return None;
        }
        let dex = program.dex_of(def);
        let ty = program.class(row.class).ty;
        program
            .events(def)
            .iter()
            .take(MAX_FIRST)
            .filter(|event| event.kind == EventKind::InstanceGet)
            .filter_map(|event| program.field_at(dex, event.index))
            .find(|field| {
                let field = program.field(*field);
                field.class == ty && program.descriptor(field.ty) == b"I"
            })
    }

    fn find(&self, def: DefId, field: FieldId) -> Option<Split> {
        let program = self.program;
        if !self.is_final(program.def(def).class, field) {
            return None;
        }
        let body = program.body(def)?;
        let n = body.blocks().len();
        if !(2..=super::gates::MAX_BLOCKS).contains(&n) {
            return None;
        }
        let asks: Vec<Option<Ask>> = (0..n).map(|id| self.ask(def, body, id, field)).collect();
        if asks.iter().all(Option::is_none) {
            return None;
        }
        let mut masks: Vec<Mask> = vec![0; n];
        for variant in 0..VARIANTS {
            mark(body, &asks, variant, &mut masks);
        }
        let starts = body.blocks().iter().map(|block| {
            body.insns()
                .get(block.first)
                .map_or(u32::MAX, |insn| insn.offset)
        });
        Some(Split {
            blocks: starts.zip(masks).collect(),
        })
    }

    fn is_final(&self, class: program_model::ClassId, field: FieldId) -> bool {
        let program = self.program;
        let class = program.class(class);
        let file = &program.dex(class.dex).file;
        let Ok(def) = file.class_def(ClassDefIdx(class.class_def)) else {
            return false;
        };
        let Ok(Some(data)) = file.class_data(&def) else {
            return false;
        };
        data.instance_fields().flatten().any(|declared| {
            declared.access_flags & FINAL != 0
                && program.dex_field(class.dex, declared.field) == Some(field)
        })
    }

    /// The question that ends a block, when it is for the number.
    fn ask(&self, def: DefId, body: &Body, id: usize, field: FieldId) -> Option<Ask> {
        let program = self.program;
        let block = body.blocks().get(id)?;
        let last = block.end.checked_sub(1)?;
        let insn = body.insns().get(last)?;
        let operands = body.operands(last);
        let fall = u32::try_from(body.block_of(block.end)).ok();
        let is_number = |value: ValueId| self.is_number(def, body, value, field);
        match insn.opcode {
            0x2b | 0x2c => {
                if !is_number(operands.get(0)?) {
                    return None;
                }
                let code = program.code(def)?;
                let raw = code.instruction_at(insn.offset).ok()?.decode();
                let payload = code.payload(&raw).ok()?;
                let cases = payload
                    .cases()
                    .take(VARIANTS as usize + 1)
                    .filter_map(|(key, target)| {
                        let target = insn.offset.checked_add_signed(target)?;
                        let to = u32::try_from(body.block_of(body.insn_at(target)?)).ok()?;
                        Some((i64::from(key), to))
                    })
                    .collect();
                Some(Ask {
                    cases,
                    otherwise: fall,
                })
            }
            0x32 | 0x33 | 0x38 | 0x39 => {
                let first = operands.get(0)?;
                let (value, constant) = match operands.get(1) {
                    None => (first, 0),
                    Some(second) => match (number(body, first), number(body, second)) {
                        (None, Some(constant)) => (first, constant),
                        (Some(constant), None) => (second, constant),
                        _ => return None,
                    },
                };
                if !is_number(value) {
                    return None;
                }
                let taken = block.succs.iter().copied().find(|to| Some(*to) != fall)?;
                let equal = matches!(insn.opcode, 0x32 | 0x38);
                let (is, is_not) = if equal {
                    (taken, fall?)
                } else {
                    (fall?, taken)
                };
                Some(Ask {
                    cases: vec![(constant, is)],
                    otherwise: Some(is_not),
                })
            }
            _ => None,
        }
    }

    fn is_number(&self, def: DefId, body: &Body, value: ValueId, field: FieldId) -> bool {
        let Value::Insn(at) = body.value(value) else {
            return false;
        };
        let at = *at as usize;
        let Some(insn) = body.insns().get(at).filter(|insn| insn.opcode == 0x52) else {
            return false;
        };
        let this = body.operands(at).get(0).map(|object| body.value(object));
        let read = insn
            .index
            .and_then(|index| self.program.field_at(self.program.dex_of(def), index));
        matches!(this, Some(Value::Param(0))) && read == Some(field)
    }

    /// The variants of a class that a site may hand over.
    pub(crate) fn at_site(&self, site: &Site, ty: TypeId, callee: DefId) -> Mask {
        let slot = match site.purpose {
            Purpose::Dispatch(_) => 0,
            Purpose::Handed(_, slot) | Purpose::Rule(_, Some(slot)) => slot,
            _ => return ALL,
        };
        self.at_place((site.def, site.offset), slot, ty, callee)
    }

    /// The variants of a class that an operand of a call may be.
    pub(crate) fn at_place(
        &self,
        place: (DefId, u32),
        slot: u16,
        ty: TypeId,
        callee: DefId,
    ) -> Mask {
        let Some(field) = self.asked(callee) else {
            return ALL;
        };
        if self.split(callee).is_none() {
            return ALL;
        }
        self.made_at(place, slot, ty, field).unwrap_or(ALL)
    }

    fn made_at(
        &self,
        (def, offset): (DefId, u32),
        slot: u16,
        ty: TypeId,
        field: FieldId,
    ) -> Option<Mask> {
        let program = self.program;
        let body = program.body(def)?;
        let insn = body.insn_at(offset)?;
        let mut seen = vec![(def, body.operands(insn).get(usize::from(slot))?)];
        let mut next = 0;
        let mut out = 0;
        while let Some((def, value)) = seen.get(next).copied() {
            next += 1;
            if next > MAX_VALUES {
                return None;
            }
            let body = program.body(def)?;
            let mut from: Vec<(DefId, ValueId)> = Vec::new();
            match body.value(value) {
                Value::Merge(inputs) => {
                    from.extend(inputs.iter().take(MAX_VALUES).map(|input| (def, *input)));
                }
                Value::Insn(at) => {
                    let at = *at as usize;
                    let insn = body.insns().get(at)?;
                    let dex = program.dex_of(def);
                    match insn.opcode {
                        op::NEW_INSTANCE => {
                            let made = program.type_at(dex, insn.index?)?;
                            if made == ty {
                                out |= self.variant(def, body, value, field)?;
                            } else if program.is_subtype(made, ty) {
                                return None;
                            }
                        }
                        0x12..=0x1c => {}
                        _ if insn.is_move() || insn.opcode == 0x1f => {
                            from.push((def, body.operands(at).get(0)?));
                        }
                        // What the object at hand was made with.
                        0x54 if matches!(
                            body.operands(at).get(0).map(|object| body.value(object)),
                            Some(Value::Param(0))
                        ) =>
                        {
                            let held = program.field_at(dex, insn.index?)?;
                            from = self.given(def, held)?;
                        }
                        _ => return None,
                    }
                }
                Value::Param(slot) => from = self.handed(def, *slot)?,
                Value::Undefined => return None,
            }
            for one in from {
                if !seen.contains(&one) {
                    seen.push(one);
                }
            }
        }
        (out != 0).then_some(out)
    }

    /// The values that the callers of a method hand over in a parameter.
    fn handed(&self, def: DefId, slot: u16) -> Option<Vec<(DefId, ValueId)>> {
        let program = self.program;
        let callers = self.callers.call_sites(def);
        if callers.is_empty() || callers.len() > MAX_MAKERS {
            return None;
        }
        let mut out = Vec::new();
        for (caller, offset) in callers {
            let body = program.body(caller)?;
            let insn = body.insn_at(offset)?;
            out.push((caller, body.operands(insn).get(usize::from(slot))?));
        }
        Some(out)
    }

    /// The values that those who make objects of a method's class give for a final field.
    fn given(&self, def: DefId, field: FieldId) -> Option<Vec<(DefId, ValueId)>> {
        let program = self.program;
        let row = program.def(def);
        let class = program.class(row.class);
        if row.is_static()
            || program.field(field).class != class.ty
            || !self.is_final(row.class, field)
        {
            return None;
        }
        let mut out = Vec::new();
        for init in class.methods() {
            let (name, _) = program.selector(program.method(program.def(init).method).selector);
            if program.name(name) != b"<init>" {
                continue;
            }
            let calls = self.callers.call_sites(init);
            if calls.is_empty() {
                continue;
            }
            let Fixed::Param(slot) = self.put_in(init, field, 0x5b)? else {
                return None;
            };
            if calls.len() > MAX_MAKERS {
                return None;
            }
            for (caller, offset) in calls {
                let body = program.body(caller)?;
                let insn = body.insn_at(offset)?;
                out.push((caller, body.operands(insn).get(usize::from(slot))?));
            }
        }
        (!out.is_empty()).then_some(out)
    }

    /// The variant of an object that a body makes.
    fn variant(&self, def: DefId, body: &Body, object: ValueId, field: FieldId) -> Option<Mask> {
        let program = self.program;
        let dex = program.dex_of(def);
        for (n, insn) in body.insns().iter().enumerate() {
            if !matches!(insn.opcode, op::INVOKE_DIRECT | op::INVOKE_DIRECT_RANGE)
                || body.operands(n).get(0) != Some(object)
            {
                continue;
            }
            let target = insn
                .index
                .and_then(|index| program.method_at(dex, index))
                .and_then(|method| exact_target(program, method))?;
            let number = match self.fixed(target, field)? {
                Fixed::Number(number) => number,
                Fixed::Param(slot) => number(body, body.operands(n).get(usize::from(slot))?)?,
            };
            let bit = u32::try_from(number).ok().filter(|bit| *bit < VARIANTS)?;
            return Some(1 << bit);
        }
        None
    }

    /// What a constructor puts into the field.
    fn fixed(&self, init: DefId, field: FieldId) -> Option<Fixed> {
        if let Some(known) = self.fixed.borrow().get(&init) {
            return *known;
        }
        let found = self.put_in(init, field, 0x59);
        self.fixed.borrow_mut().insert(init, found);
        found
    }

    /// The one value that a constructor puts into a field.
    fn put_in(&self, init: DefId, field: FieldId, opcode: u8) -> Option<Fixed> {
        let program = self.program;
        let body = program.body(init)?;
        let dex = program.dex_of(init);
        let mut out = None;
        for (n, insn) in body.insns().iter().enumerate() {
            let is_put = insn.opcode == opcode
                && insn.index.and_then(|index| program.field_at(dex, index)) == Some(field);
            if !is_put {
                continue;
            }
            // Written twice: not fixed.
            if out.is_some() {
                return None;
            }
            let value = body.operands(n).get(0)?;
            out = Some(match body.value(value) {
                Value::Param(slot) => Fixed::Param(*slot),
                _ => Fixed::Number(number(body, value)?),
            });
        }
        out
    }

    /// Who gives a method to a dialog as a listener, and for which variants; `is_dialog` tells the dialogs' own methods.
    pub(crate) fn registrars(
        &self,
        graph: &CallGraph,
        is_dialog: impl Fn(MethodId) -> bool,
    ) -> FxHashMap<DefId, Vec<(Mask, DefId)>> {
        let program = self.program;
        let mut out: FxHashMap<DefId, Vec<(Mask, DefId)>> = FxHashMap::default();
        for site in &graph.sites {
            if !matches!(site.purpose, Purpose::Handed(..) | Purpose::Rule(..)) {
                continue;
            }
            let by_dialog = event_at(program, site.def, site.offset)
                .and_then(|event| program.method_at(program.dex_of(site.def), event.index))
                .is_some_and(&is_dialog);
            if !by_dialog {
                continue;
            }
            let mut answers = answers(program, graph, site);
            answers.retain(|(.., kind)| *kind == EdgeKind::User);
            for (ty, callee, _) in answers {
                let mask = self.at_site(site, ty, callee);
                let list = out.entry(callee).or_default();
                if !list.contains(&(mask, site.def)) && list.len() < MAX_VALUES {
                    list.push((mask, site.def));
                }
            }
        }
        out
    }
}

/// What a site lets run: its own answers, and those of a shared dispatch that has one answer.
pub(super) fn answers(
    program: &Program<'_>,
    graph: &CallGraph,
    site: &Site,
) -> Vec<(TypeId, DefId, EdgeKind)> {
    let own = site.pairs.iter();
    let mut out: Vec<_> = own.map(|pair| (pair.ty, pair.callee, pair.kind)).collect();
    for (shared, kind) in &site.shared {
        let row = graph.shared.get(*shared as usize);
        if let Some([target]) = row.map(|row| row.targets.as_slice()) {
            let ty = program.class(program.def(*target).class).ty;
            out.push((ty, *target, *kind));
        }
    }
    out
}

/// Marks the blocks that one variant runs.
fn mark(body: &Body, asks: &[Option<Ask>], variant: u32, masks: &mut [Mask]) {
    let bit: Mask = 1 << variant;
    let mut stack = vec![0u32];
    while let Some(block) = stack.pop() {
        let Some(mask) = masks.get_mut(block as usize) else {
            continue;
        };
        if *mask & bit != 0 {
            continue;
        }
        *mask |= bit;
        let Some(row) = body.blocks().get(block as usize) else {
            continue;
        };
        let Some(ask) = asks.get(block as usize).and_then(Option::as_ref) else {
            stack.extend(&row.succs);
            continue;
        };
        let to = ask
            .cases
            .iter()
            .find(|(key, _)| *key == i64::from(variant))
            .map(|(_, to)| *to)
            .or(ask.otherwise);
        let is_case =
            |next: u32| ask.otherwise == Some(next) || ask.cases.iter().any(|(_, to)| *to == next);
        stack.extend(
            row.succs
                .iter()
                .filter(|next| Some(**next) == to || !is_case(**next)),
        );
    }
}

/// The constant that a value is.
fn number(body: &Body, value: ValueId) -> Option<i64> {
    let mut here = value;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(here) else {
            return None;
        };
        let insn = body.insns().get(*at as usize)?;
        if !insn.is_move() {
            return matches!(insn.opcode, op::CONST_4..=0x19)
                .then_some(insn.literal)
                .flatten();
        }
        here = body.operands(*at as usize).get(0)?;
    }
    None
}
