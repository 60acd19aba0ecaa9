//! Whether a request for permissions is held back by what the app remembers of the last one: by its time, or by a flag
//! that nothing takes back. Refuses conditions that the code behind them does not renew: time since the installation
//! holds nothing back for good.

use app_facts::ChainFrame;
use program_model::{Body, DefId, FieldId, MethodId, Program, Value, ValueId};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Meaning, Scene, Site, match_names, repetition, sites};
use crate::constants::{Const, Evaluator};
use crate::graph::EdgeKind;

/// Frames of a chain that are looked at, from the request upwards.
const MAX_FRAMES: usize = 16;
/// Values looked at for one condition.
const MAX_VALUES: usize = 400;
/// Methods entered for one condition.
const MAX_ENTERED: usize = 12;
/// Methods gone through behind one condition.
const MAX_BEHIND: usize = 100;
/// Calls below a condition that still count as behind it.
const MAX_DEPTH: u32 = 4;
/// Writes of stored values that are compared by key.
const MAX_WRITES: usize = 2_000;

/// What holds a request back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spacing {
    /// Nothing that was seen.
    None,
    /// A flag or a count that is written with the request and never taken back.
    Once,
    /// The time of the last request.
    Time,
}

impl Spacing {
    /// The word of the facts.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Once => "once",
            Self::Time => "time",
        }
    }
}

/// Something that the app remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kept {
    Key(String),
    Field(FieldId),
}

/// What a condition looks at.
#[derive(Debug, Default)]
struct Looked {
    clock: bool,
    kept: Vec<Kept>,
}

/// A write of something that the app remembers.
#[derive(Debug, Clone, Copy)]
struct Write {
    at: (DefId, u32),
    /// The constant written, as far as it is one truth value or number.
    value: Option<i64>,
}

/// The tables, by the program's methods, and what was asked before.
pub(super) struct Memory {
    clocks: FxHashSet<MethodId>,
    getters: FxHashMap<MethodId, Vec<u32>>,
    setters: Option<Vec<(String, Write)>>,
}

impl Memory {
    pub(super) fn new(scene: &Scene<'_, '_, '_>) -> Self {
        let all = scene.shared.index.catalogues;
        let program = scene.shared.program;
        let clocks: Vec<(&str, ())> = all.requests.clocks.iter().map(|m| (&**m, ())).collect();
        let getters: Vec<(&str, u32)> = (0u32..)
            .zip(&all.consent.getters)
            .filter(|(_, row)| row.key.is_some() && !row.file)
            .map(|(n, row)| (&*row.method, n))
            .collect();
        Self {
            clocks: match_names(program, &clocks).into_keys().collect(),
            getters: match_names(program, &getters),
            setters: None,
        }
    }

    /// What holds back the call at the end of a chain.
    pub(super) fn of_chain(
        &mut self,
        scene: &Scene<'_, '_, '_>,
        evaluator: &mut Evaluator<'_, '_>,
        chain: &[ChainFrame],
        answers: &[DefId],
    ) -> Spacing {
        let program = scene.shared.program;
        let mut best = Spacing::None;
        for frame in chain.iter().rev().take(MAX_FRAMES) {
            let def = repetition::find_def(program, &frame.method);
            if let (Some(def), Some(offset)) = (def, frame.offset) {
                best = best.max(self.of_place(scene, evaluator, (def, offset), answers));
            }
        }
        best
    }

    /// What holds back a call within its own method.
    pub(super) fn of_place(
        &mut self,
        scene: &Scene<'_, '_, '_>,
        evaluator: &mut Evaluator<'_, '_>,
        (def, offset): (DefId, u32),
        answers: &[DefId],
    ) -> Spacing {
        let program = scene.shared.program;
        let Some(body) = program.body(def) else {
            return Spacing::None;
        };
        let Some(here) = body.insn_at(offset).map(|insn| body.block_of(insn)) else {
            return Spacing::None;
        };
        let mut best = Spacing::None;
        for (branch, side) in guards(body, here) {
            let looked = self.looked_at(scene, evaluator, def, branch);
            if looked.kept.is_empty() {
                continue;
            }
            let behind = behind(scene, def, body, side, answers);
            for kept in &looked.kept {
                let writes = self.writes(scene, evaluator, kept);
                let is_behind = |write: &&Write| {
                    behind.contains(&write.at.0)
                        || (write.at.0 == def
                            && body
                                .insn_at(write.at.1)
                                .is_some_and(|at| body.is_dominated(body.block_of(at), side)))
                };
                let Some(renewed) = writes.iter().find(is_behind) else {
                    continue;
                };
                let found = if looked.clock {
                    Spacing::Time
                } else if writes
                    .iter()
                    .all(|write| is_behind(&write) || same(write, renewed))
                {
                    Spacing::Once
                } else {
                    Spacing::None
                };
                best = best.max(found);
            }
        }
        best
    }

    /// What the condition of a branch depends on, through the methods that it asks.
    fn looked_at(
        &self,
        scene: &Scene<'_, '_, '_>,
        evaluator: &mut Evaluator<'_, '_>,
        def: DefId,
        branch: usize,
    ) -> Looked {
        let program = scene.shared.program;
        let mut out = Looked::default();
        let mut work: Vec<(DefId, ValueId)> = Vec::new();
        if let Some(body) = program.body(def) {
            work.extend(body.operands(branch).iter().map(|value| (def, value)));
        }
        let mut seen: FxHashSet<(DefId, ValueId)> = FxHashSet::default();
        let mut entered = vec![def];
        while let Some((def, value)) = work.pop() {
            if seen.len() >= MAX_VALUES || !seen.insert((def, value)) {
                continue;
            }
            let Some(body) = program.body(def) else {
                continue;
            };
            let at = match body.value(value) {
                Value::Merge(inputs) => {
                    work.extend(inputs.iter().map(|input| (def, *input)));
                    continue;
                }
                Value::Insn(at) => *at as usize,
                Value::Param(_) | Value::Undefined => continue,
            };
            let insn = &body.insns()[at];
            if let 0x52..=0x58 | 0x60..=0x66 = insn.opcode {
                let field = insn
                    .index
                    .and_then(|index| program.field_at(program.dex_of(def), index));
                out.kept
                    .extend(field.map(|field| Kept::Field(program.declared_field(field))));
                continue;
            }
            if !insn.is_move_result() {
                work.extend(body.operands(at).iter().map(|value| (def, value)));
                continue;
            }
            let Some(call) = at.checked_sub(1) else {
                continue;
            };
            let invoke = &body.insns()[call];
            let method = invoke
                .index
                .filter(|_| invoke.is_invoke())
                .and_then(|index| program.method_at(program.dex_of(def), index));
            let Some(method) = method else { continue };
            if self.clocks.contains(&method) {
                out.clock = true;
                continue;
            }
            if let Some(row) = self.getters.get(&method).and_then(|rows| rows.first()) {
                let getters = &scene.shared.index.catalogues.consent.getters;
                let key = getters.get(*row as usize).and_then(|row| row.key);
                let key = key.and_then(|arg| only_text(evaluator, def, invoke.offset, arg));
                out.kept.extend(key.map(Kept::Key));
                continue;
            }
            work.extend(body.operands(call).iter().map(|value| (def, value)));
            if let Some(target) = evaluator.only_target(def, invoke)
                && entered.len() < MAX_ENTERED
                && !entered.contains(&target)
                && let Some(body) = program.body(target)
            {
                entered.push(target);
                for (n, insn) in body.insns().iter().enumerate() {
                    if is_branch(insn.opcode) || insn.is_return() {
                        work.extend(body.operands(n).iter().map(|value| (target, value)));
                    }
                }
            }
        }
        out
    }

    /// Every write of something that the app remembers, but for those with which it begins.
    fn writes(
        &mut self,
        scene: &Scene<'_, '_, '_>,
        evaluator: &mut Evaluator<'_, '_>,
        kept: &Kept,
    ) -> Vec<Write> {
        let program = scene.shared.program;
        match kept {
            Kept::Field(field) => evaluator
                .put_sites(*field)
                .iter()
                .copied()
                .filter(|(def, _)| !is_initializer(program, *def))
                .take(MAX_WRITES)
                .map(|at| Write {
                    at,
                    value: put_value(program, at),
                })
                .collect(),
            Kept::Key(key) => self
                .setters
                .get_or_insert_with(|| setters(scene, evaluator))
                .iter()
                .filter(|(name, _)| name == key)
                .map(|(_, write)| *write)
                .collect(),
        }
    }
}

/// The writes of stored values with a constant key.
fn setters(scene: &Scene<'_, '_, '_>, evaluator: &mut Evaluator<'_, '_>) -> Vec<(String, Write)> {
    let program = scene.shared.program;
    let rows = &scene.shared.index.catalogues.consent.setters;
    let names: Vec<(&str, Meaning)> = (0u32..)
        .zip(rows)
        .filter(|(_, row)| row.key.is_some() && !row.file)
        .map(|(n, row)| (&*row.method, Meaning::Stores(n)))
        .collect();
    let mut cut = false;
    let found: Vec<Site> = sites(program, &match_names(program, &names), &mut cut);
    let mut out = Vec::new();
    for site in found.into_iter().take(MAX_WRITES) {
        let Meaning::Stores(row) = site.meaning else {
            continue;
        };
        let Some(row) = rows.get(row as usize) else {
            continue;
        };
        let key = row
            .key
            .and_then(|arg| only_text(evaluator, site.def, site.offset, arg));
        let value = row.value.and_then(|arg| {
            let found = evaluator.argument(site.def, site.offset, arg);
            match found.values.as_slice() {
                [Const::Int(value)] if found.complete => Some(*value),
                _ => None,
            }
        });
        if let Some(key) = key {
            let at = (site.def, site.offset);
            out.push((key, Write { at, value }));
        }
    }
    out
}

/// Two writes of one and the same constant.
fn same(a: &Write, b: &Write) -> bool {
    a.value.is_some() && a.value == b.value
}

/// The constant text of a parameter, when it is one.
fn only_text(
    evaluator: &mut Evaluator<'_, '_>,
    def: DefId,
    offset: u32,
    arg: u32,
) -> Option<String> {
    let found = evaluator.argument(def, offset, arg);
    let mut texts = found.texts();
    let first = texts.next()?.to_owned();
    texts.next().is_none().then_some(first)
}

fn is_initializer(program: &Program<'_>, def: DefId) -> bool {
    let (name, _) = program.selector(program.method(program.def(def).method).selector);
    program.name(name).starts_with(b"<")
}

/// The constant that a write of a field puts there.
fn put_value(program: &Program<'_>, (def, offset): (DefId, u32)) -> Option<i64> {
    let body = program.body(def)?;
    let Value::Insn(at) = body.value(body.operands(body.insn_at(offset)?).get(0)?) else {
        return None;
    };
    let insn = &body.insns()[*at as usize];
    // The constants of numbers, from `const/4` on.
    (0x12..=0x19)
        .contains(&insn.opcode)
        .then_some(insn.literal)
        .flatten()
}

/// The two-way branches, from `if-eq` to `if-lez`.
fn is_branch(opcode: u8) -> bool {
    (0x32..=0x3d).contains(&opcode)
}

/// Branches of which one side is the only way to a block, with the first block of that side.
fn guards(body: &Body, here: usize) -> Vec<(usize, usize)> {
    let blocks = body.blocks();
    let mut out = Vec::new();
    let mut at = here;
    // From dominator to dominator.
    for _ in 0..blocks.len() {
        let only = blocks
            .get(at)
            .and_then(|block| match block.preds.as_slice() {
                [(pred, _)] => Some(*pred as usize),
                _ => None,
            });
        let branch = only
            .and_then(|pred| blocks.get(pred))
            .and_then(|block| block.end.checked_sub(1))
            .filter(|last| is_branch(body.insns()[*last].opcode));
        out.extend(branch.map(|branch| (branch, at)));
        match body.immediate_dominators().get(at).copied().flatten() {
            Some(above) => at = above as usize,
            None => break,
        }
    }
    out
}

/// Methods that run behind a condition, and those that get the answer, with what they call.
fn behind(
    scene: &Scene<'_, '_, '_>,
    def: DefId,
    body: &Body,
    side: usize,
    answers: &[DefId],
) -> FxHashSet<DefId> {
    let mut out: FxHashSet<DefId> = answers.iter().copied().collect();
    let mut work: Vec<(DefId, u32)> = answers.iter().map(|def| (*def, 0)).collect();
    for edge in scene.edges(def).iter() {
        let inside = body
            .insn_at(edge.offset)
            .is_some_and(|at| body.is_dominated(body.block_of(at), side));
        if inside && runs(edge.kind) && edge.callee != def && out.insert(edge.callee) {
            work.push((edge.callee, 1));
        }
    }
    while let Some((at, depth)) = work.pop() {
        if depth >= MAX_DEPTH || out.len() >= MAX_BEHIND {
            continue;
        }
        for edge in scene.edges(at).iter() {
            if runs(edge.kind) && edge.callee != def && out.insert(edge.callee) {
                work.push((edge.callee, depth + 1));
            }
        }
    }
    out
}

fn runs(kind: EdgeKind) -> bool {
    kind.is_synchronous()
}
