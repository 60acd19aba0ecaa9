//! Which places of a method run only after a stored flag was switched; refuses bodies beyond its limits.

use std::rc::Rc;

use program_model::{Body, DefId, EventKind, Program, TypeId, Value, ValueId};
use rustc_hash::FxHashMap;

use super::flags::{FlagId, Flags};
use super::guards::Guards;
use super::{Stage, Walked};

/// Bodies with more blocks are not looked at.
pub(super) const MAX_BLOCKS: usize = 4_000;
/// Ways out of branches looked at in one body.
pub(super) const MAX_EDGES: usize = 24;
/// Values chosen by a flag, kept for one body.
const MAX_CHOICES: usize = 64;

/// The guarded places of one method.
#[derive(Debug)]
pub(crate) struct Blocked {
    /// Offset at which each stretch of code begins, and its flags.
    blocks: Vec<(u32, Vec<FlagId>)>,
    /// Values that are chosen by a flag: the merge, the inputs that no flag holds back, the others, the flags.
    choices: Vec<Choice>,
}

/// A value that a flag chooses.
#[derive(Debug)]
struct Choice {
    merge: ValueId,
    open: Vec<ValueId>,
    flags: Vec<FlagId>,
}

impl Blocked {
    /// Flags that must have been switched for the instruction at an offset to run.
    pub(crate) fn at(&self, offset: u32) -> Option<&[FlagId]> {
        let n = self.blocks.partition_point(|(first, _)| *first <= offset);
        let (_, flags) = self.blocks.get(n.checked_sub(1)?)?;
        (!flags.is_empty()).then_some(flags.as_slice())
    }
}

/// The gates of one app.
pub(crate) struct Gates<'x, 'a> {
    pub(crate) flags: Flags<'x, 'a>,
    known: FxHashMap<DefId, Option<Rc<Blocked>>>,
}

impl<'x, 'a> Gates<'x, 'a> {
    pub(crate) fn new(flags: Flags<'x, 'a>) -> Self {
        Self {
            flags,
            known: FxHashMap::default(),
        }
    }

    /// The guarded places of a method; `None` when it has none.
    pub(crate) fn of(&mut self, def: DefId) -> Option<Rc<Blocked>> {
        if let Some(known) = self.known.get(&def) {
            return known.clone();
        }
        let found = self.find(def).map(Rc::new);
        self.known.insert(def, found.clone());
        found
    }

    fn find(&mut self, def: DefId) -> Option<Blocked> {
        let program = self.flags.program;
        // Without something to test and a branch there is no guard.
        if !self.flags.may_test(def) || !branches(program, def) {
            return None;
        }
        let body = program.body(def)?;
        let mut steps = 0;
        let guards = self.flags.block_flags(def, body, &[], 0, &mut steps);
        if guards.closed.is_empty() && guards.behind.is_empty() {
            return None;
        }
        let mut blocks = Vec::new();
        for (block, flags) in body.blocks().iter().zip(&guards.blocks) {
            let start = body.insns().get(block.first);
            blocks.push((start.map_or(u32::MAX, |insn| insn.offset), flags.clone()));
            for next in block.first + 1..block.end {
                let after = guards
                    .behind
                    .iter()
                    .any(|(_, call, _)| *call as usize + 1 == next);
                if let Some(insn) = body.insns().get(next).filter(|_| after) {
                    blocks.push((insn.offset, guards.at(body, next)));
                }
            }
        }
        let choices = choices(body, &guards);
        if choices.is_empty() && blocks.iter().all(|(_, flags)| flags.is_empty()) {
            return None;
        }
        Some(Blocked { blocks, choices })
    }

    /// True when one of the flags is the user's agreement.
    pub(crate) fn is_consent(&mut self, flags: &[FlagId], walked: &Walked) -> bool {
        self.flags.is_consent(flags, walked)
    }

    /// The stage in which a place of a method runs first.
    pub(crate) fn stage_at(&mut self, def: DefId, offset: u32, walked: &Walked) -> Option<Stage> {
        let stage = walked.stage_of_place(def, offset)?;
        if stage > Stage::Background {
            return Some(stage);
        }
        let Some(blocked) = self.of(def) else {
            return Some(stage);
        };
        Some(match blocked.at(offset) {
            None => stage,
            Some(flags) if self.flags.is_consent(flags, walked) => Stage::GuardedConsent,
            Some(flags) if self.flags.opened_by_startup(flags, walked) => stage,
            Some(_) => stage.max(Stage::GuardedUnknown),
        })
    }
}

/// The flags behind which a method names a class: those of every place that does; `None` when one place is open.
pub(crate) fn naming(
    program: &Program<'_>,
    def: DefId,
    ty: TypeId,
    blocked: &Blocked,
) -> Option<Vec<FlagId>> {
    let dex = program.dex_of(def);
    let name = program.type_name(ty);
    let dotted = name
        .trim_start_matches('L')
        .trim_end_matches(';')
        .replace('/', ".");
    let mut all: Option<Vec<FlagId>> = None;
    for event in program.events(def) {
        let names = match event.kind {
            EventKind::ConstClass => program.type_at(dex, event.index) == Some(ty),
            EventKind::ConstString => program
                .string_at(dex, event.index)
                .is_some_and(|text| text == dotted.as_bytes()),
            _ => false,
        };
        if !names {
            continue;
        }
        let flags = blocked.at(event.offset)?;
        all = Some(match all {
            Some(mut known) => {
                known.retain(|flag| flags.contains(flag));
                known
            }
            None => flags.to_vec(),
        });
    }
    all.filter(|flags| !flags.is_empty())
}

/// Merges of values that calls use, of which a flag holds some inputs back.
fn choices(body: &Body, guards: &Guards) -> Vec<Choice> {
    let mut out: Vec<Choice> = Vec::new();
    for (n, insn) in body.insns().iter().enumerate() {
        if !insn.is_invoke() {
            continue;
        }
        for value in body.operands(n).iter() {
            let Value::Merge(inputs) = body.value(value) else {
                continue;
            };
            if out.len() >= MAX_CHOICES || out.iter().any(|one| one.merge == value) {
                continue;
            }
            let (open, flags) = guards.open_inputs(body, inputs, body.block_of(n));
            if !flags.is_empty() && !open.is_empty() {
                out.push(Choice {
                    merge: value,
                    open,
                    flags,
                });
            }
        }
    }
    out
}

impl Blocked {
    /// Flags without which no object of a class stands in an operand of a call; `None` when one may.
    pub(crate) fn choosing(
        &self,
        program: &Program<'_>,
        def: DefId,
        (offset, slot): (u32, u16),
        ty: TypeId,
    ) -> Option<Vec<FlagId>> {
        if self.choices.is_empty() {
            return None;
        }
        let body = program.body(def)?;
        let insn = body.insn_at(offset)?;
        let value = body.operands(insn).get(usize::from(slot))?;
        let choice = self.choices.iter().find(|one| one.merge == value)?;
        let open = choice
            .open
            .iter()
            .all(|input| class_of(program, def, body, *input).is_some_and(|made| made != ty));
        open.then(|| choice.flags.clone())
    }
}

/// The class of an object that a body makes or takes from a field which holds its only instance.
fn class_of(program: &Program<'_>, def: DefId, body: &Body, value: ValueId) -> Option<TypeId> {
    let mut here = value;
    for _ in 0..8 {
        let Value::Insn(at) = body.value(here) else {
            return None;
        };
        let at = *at as usize;
        let insn = body.insns().get(at)?;
        let dex = program.dex_of(def);
        match insn.opcode {
            0x22 => return program.type_at(dex, insn.index?),
            0x62 => {
                let field = program.field(program.field_at(dex, insn.index?)?);
                return (field.ty == field.class).then_some(field.ty);
            }
            // No object at all.
            0x12 => return program.find_type(super::flags::ROOT),
            _ if insn.is_move() || insn.opcode == 0x1f => here = body.operands(at).get(0)?,
            _ => return None,
        }
    }
    None
}

/// True when the code has a conditional branch, a switch, or a call: something behind which code may wait.
fn branches(program: &program_model::Program<'_>, def: DefId) -> bool {
    let Some(code) = program.code(def) else {
        return false;
    };
    code.raw_instructions()
        .map_while(Result::ok)
        .any(|insn| matches!(insn.opcode(), 0x2b | 0x2c | 0x32..=0x3d | 0x6e..=0x72 | 0x74..=0x78))
}

/// Which blocks the entry still reaches when an edge is taken away.
pub(super) fn without_edge(body: &Body, from: usize, to: usize) -> Vec<bool> {
    let mut seen = vec![false; body.blocks().len()];
    let mut stack = vec![0usize];
    while let Some(block) = stack.pop() {
        let Some(mark) = seen.get_mut(block) else {
            continue;
        };
        if std::mem::replace(mark, true) {
            continue;
        }
        let Some(row) = body.blocks().get(block) else {
            continue;
        };
        for next in &row.succs {
            let next = *next as usize;
            if !(block == from && next == to) {
                stack.push(next);
            }
        }
    }
    // A block that nothing enters is not guarded but dead.
    seen
}
