//! What happens when the user refuses: from the branches of the method that gets the answer. Refuses to guess where no
//! branch depends on the answer.

use program_model::{Body, DefId, MethodId, TypeId, Value};
use ruleset::schema::{AnswerMeaning, RequestRule};
use rustc_hash::FxHashMap;

use super::permission_requests::outer_class;
use super::{Meaning, Scene, Site, types};

/// Methods gone through from one refusing branch.
const MAX_METHODS: usize = 200;
/// Answering methods looked at for one request.
const MAX_ANSWERS: usize = 32;
/// Branches of one method that are followed.
const MAX_BRANCHES: usize = 64;
/// Passes over a method that mark what depends on the answer.
const PASSES: usize = 4;

/// A method of the app that gets an answer.
#[derive(Debug, Clone, Copy)]
struct Answer {
    def: DefId,
    meaning: AnswerMeaning,
    arg: u32,
}

/// All answering methods of the app.
pub(super) struct Answers<'s> {
    by_outer: FxHashMap<&'s [u8], Vec<Answer>>,
    by_type: FxHashMap<TypeId, Vec<Answer>>,
}

/// What a value says of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// Zero means granted.
    Number,
    /// True means granted.
    Flag,
    /// An array or map that holds such values.
    Holder,
}

impl<'s> Answers<'s> {
    pub(super) fn new(scene: &Scene<'s, '_, '_>) -> Self {
        let program = scene.shared.program;
        let mut wanted: FxHashMap<program_model::SelectorId, Vec<(TypeId, AnswerMeaning, u32)>> =
            FxHashMap::default();
        for rule in &scene.shared.index.catalogues.requests.answers {
            let found = (|| {
                let (class, rest) = rule.method.split_once("->")?;
                let (name, proto) = rest.split_at_checked(rest.find('(')?)?;
                let selector = program.find_selector(name.as_bytes(), proto.as_bytes())?;
                Some((selector, program.find_type(class.as_bytes())?))
            })();
            if let Some((selector, class)) = found {
                wanted
                    .entry(selector)
                    .or_default()
                    .push((class, rule.means, rule.arg));
            }
        }
        let mut out = Self {
            by_outer: FxHashMap::default(),
            by_type: FxHashMap::default(),
        };
        if wanted.is_empty() {
            return out;
        }
        for (def, row) in program.defs() {
            let method = program.method(row.method);
            let Some(rules) = wanted.get(&method.selector) else {
                continue;
            };
            let ty = program.class(row.class).ty;
            let rule = rules
                .iter()
                .find(|(above, _, _)| ty != *above && program.is_subtype(ty, *above));
            if let Some((_, meaning, arg)) = rule
                && row.has_code()
            {
                let answer = Answer {
                    def,
                    meaning: *meaning,
                    arg: *arg,
                };
                out.by_outer
                    .entry(outer_class(scene, def))
                    .or_default()
                    .push(answer);
                out.by_type.entry(ty).or_default().push(answer);
            }
        }
        out
    }

    /// Methods that get the answer to a request.
    pub(super) fn methods(
        &self,
        scene: &Scene<'_, '_, '_>,
        site: &Site,
        rule: &RequestRule<'_>,
    ) -> Vec<DefId> {
        let all = self.of(scene, site, rule).into_iter().take(MAX_ANSWERS);
        all.map(|answer| answer.def).collect()
    }

    /// `continues`, `asks_again`, `exits` or `unknown`, and what an exit ends; a request that does not ask freely
    /// counts for nothing.
    pub(super) fn on_denied(
        &self,
        scene: &Scene<'_, '_, '_>,
        site: &Site,
        rule: &RequestRule<'_>,
        mut asks_freely: impl FnMut((DefId, u32)) -> bool,
    ) -> (&'static str, &'static str) {
        let mut outcomes: Vec<Outcome> = Vec::new();
        for answer in self.of(scene, site, rule).into_iter().take(MAX_ANSWERS) {
            let is_page = is_inner_page(scene, answer);
            outcomes.extend(
                outcome(scene, answer, &mut asks_freely).map(|found| match found {
                    Outcome::Closes if !is_page => Outcome::Exits,
                    other => other,
                }),
            );
        }
        match outcomes.iter().max() {
            Some(Outcome::Exits) => ("exits", "app"),
            Some(Outcome::Closes) => ("exits", "page"),
            Some(Outcome::AsksAgain) => ("asks_again", ""),
            Some(Outcome::Continues) => ("continues", ""),
            None => ("unknown", ""),
        }
    }

    /// Methods that get the answer to a request: of the object handed over, else of the class that asks, its outer and
    /// nested classes and its superclasses, and of the component on whose behalf it asks.
    fn of(&self, scene: &Scene<'_, '_, '_>, site: &Site, rule: &RequestRule<'_>) -> Vec<Answer> {
        let program = scene.shared.program;
        let mut types: Vec<TypeId> = Vec::new();
        if let Some(arg) = rule.callback {
            if let Some((body, _, value)) = scene.operand(site, arg) {
                types = types::of_value(program, site.def, body, value);
            }
            let found = self.of_types(program, &types);
            if !found.is_empty() {
                return found;
            }
        }
        if let Some(list) = self.by_outer.get(outer_class(scene, site.def)) {
            return list.clone();
        }
        types.push(program.class(program.def(site.def).class).ty);
        if let Some(body) = program.body(site.def)
            && let Some(at) = body.insn_at(site.offset)
            && let Some(first) = body.operands(at).get(0)
        {
            types.extend(types::of_value(program, site.def, body, first));
        }
        self.of_types(program, &types)
    }

    fn of_types(&self, program: &program_model::Program<'_>, types: &[TypeId]) -> Vec<Answer> {
        types
            .iter()
            .flat_map(|ty| std::iter::once(ty).chain(program.ancestors(*ty)))
            .flat_map(|ty| self.by_type.get(ty).into_iter().flatten().copied())
            .collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Continues,
    AsksAgain,
    Closes,
    Exits,
}

/// True when the answering class is a page of the manifest that is not the launcher's, while the launcher's pages stay
/// open below it: closing it ends nothing but itself.
fn is_inner_page(scene: &Scene<'_, '_, '_>, answer: Answer) -> bool {
    let program = scene.shared.program;
    let ty = program.class(program.def(answer.def).class).ty;
    let mut is_page = false;
    for component in &scene.shared.app.components {
        let Some(declared) = program.find_type(component.class.as_bytes()) else {
            continue;
        };
        if component.kind != "activity" || !program.is_subtype(declared, ty) {
            continue;
        }
        if component.is_launcher {
            return false;
        }
        is_page = true;
    }
    let stays_open = |class: &str| {
        let found = program
            .find_type(class.as_bytes())
            .and_then(|ty| program.class_of(ty));
        found.is_some_and(|class| {
            program.class(class).methods().all(|def| {
                program.events(def).iter().all(|event| {
                    !event.kind.is_plain_invoke()
                        || program
                            .method_at(program.dex_of(def), event.index)
                            .is_none_or(|method| step(scene, method) < Outcome::Closes)
                })
            })
        })
    };
    is_page
        && scene
            .shared
            .app
            .components
            .iter()
            .filter(|component| component.kind == "activity" && component.is_launcher)
            .all(|component| stays_open(&component.class))
}

/// What the refusing side of an answering method does; `None` when no branch depends on the answer.
fn outcome(
    scene: &Scene<'_, '_, '_>,
    answer: Answer,
    asks_freely: &mut impl FnMut((DefId, u32)) -> bool,
) -> Option<Outcome> {
    let body = scene.shared.program.body(answer.def)?;
    let refused: Vec<bool> = if answer.meaning == AnswerMeaning::Denied {
        vec![true; body.blocks().len()]
    } else {
        let tells = dependent(scene, answer, body);
        refusing_blocks(scene, answer.def, body, &tells)?
    };
    let inside = |offset: u32| {
        body.insn_at(offset)
            .and_then(|insn| refused.get(body.block_of(insn)).copied())
            .unwrap_or(false)
    };
    let mut best = Outcome::Continues;
    let mut seen: Vec<DefId> = vec![answer.def];
    let mut at = 0;
    while let Some(def) = seen.get(at).copied() {
        let is_first = at == 0;
        at += 1;
        let program = scene.shared.program;
        for event in program.events(def) {
            if !event.kind.is_plain_invoke() || (is_first && !inside(event.offset)) {
                continue;
            }
            let Some(method) = program.method_at(program.dex_of(def), event.index) else {
                continue;
            };
            let next = step(scene, method);
            if next > best && (next != Outcome::AsksAgain || asks_freely((def, event.offset))) {
                best = next;
            }
        }
        for edge in scene.edges(def).iter() {
            if edge.kind.is_synchronous()
                && (!is_first || inside(edge.offset))
                && seen.len() < MAX_METHODS
                && !seen.contains(&edge.callee)
            {
                seen.push(edge.callee);
            }
        }
    }
    Some(best)
}

fn step(scene: &Scene<'_, '_, '_>, method: MethodId) -> Outcome {
    let mut out = Outcome::Continues;
    for meaning in scene.meanings_of(method) {
        out = out.max(match meaning {
            Meaning::Exit => Outcome::Exits,
            Meaning::Close => Outcome::Closes,
            Meaning::Request(_) => Outcome::AsksAgain,
            _ => Outcome::Continues,
        });
    }
    out
}

/// By instruction: what its result says of the answer.
fn dependent(scene: &Scene<'_, '_, '_>, answer: Answer, body: &Body) -> Vec<Option<Tells>> {
    let program = scene.shared.program;
    let row = program.def(answer.def);
    let (_, proto) = program.selector(program.method(row.method).selector);
    let slot = types::operand_of(program.proto(proto), row.is_static(), answer.arg);
    let first = match answer.meaning {
        AnswerMeaning::Results => Tells::Holder,
        _ => Tells::Flag,
    };
    let mut tells: Vec<Option<Tells>> = vec![None; body.insns().len()];
    let of = |tells: &[Option<Tells>], value: program_model::ValueId| match body.value(value) {
        Value::Param(n) => (Some(usize::from(*n)) == slot).then_some(first),
        Value::Insn(n) => tells.get(*n as usize).copied().flatten(),
        Value::Merge(inputs) => inputs.iter().find_map(|input| match body.value(*input) {
            Value::Insn(n) => tells.get(*n as usize).copied().flatten(),
            Value::Param(n) => (Some(usize::from(*n)) == slot).then_some(first),
            _ => None,
        }),
        Value::Undefined => None,
    };
    for _ in 0..PASSES {
        let before = tells.clone();
        for (at, insn) in body.insns().iter().enumerate() {
            let operand = |n: usize| body.operands(at).get(n).and_then(|v| of(&tells, v));
            let found = match insn.opcode {
                // An element of an array.
                0x44..=0x4a => operand(0).map(|held| match held {
                    Tells::Holder => Tells::Number,
                    other => other,
                }),
                // A cast.
                0x1f => operand(0),
                // A field may hold the answer only when this method put it there.
                _ if insn.is_move() => operand(0),
                _ if insn.is_move_result() => at.checked_sub(1).and_then(|call| {
                    let of_call = &body.insns()[call];
                    let method = program.method_at(program.dex_of(answer.def), of_call.index?)?;
                    let (_, proto) = program.selector(program.method(method).selector);
                    let result = program.proto(proto);
                    let kind = match result.iter().rposition(|byte| *byte == b')') {
                        Some(end) => result.get(end + 1..)?,
                        None => return None,
                    };
                    let asks = scene.meanings_of(method).contains(&Meaning::Check)
                        || body
                            .operands(call)
                            .iter()
                            .any(|value| of(&tells, value).is_some());
                    if !asks || !of_call.is_invoke() {
                        return None;
                    }
                    match kind {
                        b"I" => Some(Tells::Number),
                        b"V" => None,
                        _ => Some(Tells::Flag),
                    }
                }),
                _ => None,
            };
            if found.is_some() {
                tells[at] = found;
            }
        }
        if tells == before {
            break;
        }
    }
    tells
}

/// By block: only a refusal leads there; `None` when no branch depends on the answer.
fn refusing_blocks(
    scene: &Scene<'_, '_, '_>,
    def: DefId,
    body: &Body,
    tells: &[Option<Tells>],
) -> Option<Vec<bool>> {
    let blocks = body.blocks();
    let mut out = vec![false; blocks.len()];
    let mut n_branches = 0;
    let program = scene.shared.program;
    let row = program.def(def);
    let value_tells = |value: program_model::ValueId| match body.value(value) {
        Value::Insn(n) => tells.get(*n as usize).copied().flatten(),
        Value::Param(n) => {
            // Only a truth value that is the parameter itself decides a branch.
            let slot = usize::from(*n);
            let (_, proto) = program.selector(program.method(row.method).selector);
            let first = usize::from(!row.is_static());
            (slot >= first
                && types::parameters(program.proto(proto))
                    .nth(slot - first)
                    .is_some_and(|ty| ty == b"Z"))
            .then_some(Tells::Flag)
        }
        Value::Merge(inputs) => inputs.iter().find_map(|input| match body.value(*input) {
            Value::Insn(n) => tells.get(*n as usize).copied().flatten(),
            _ => None,
        }),
        Value::Undefined => None,
    };
    for (number, block) in blocks.iter().enumerate() {
        let Some(last) = block.end.checked_sub(1) else {
            continue;
        };
        let insn = &body.insns()[last];
        let operand = |n: usize| body.operands(last).get(n);
        let told = operand(0).and_then(value_tells);
        let other = operand(1);
        // Is the answer a refusal when the branch is taken?
        let refused_when_taken = match (insn.opcode, told) {
            (0x38, Some(Tells::Flag)) | (0x39, Some(Tells::Number)) => true,
            (0x39, Some(Tells::Flag)) | (0x38, Some(Tells::Number)) => false,
            (0x32 | 0x33, _) => {
                let second = other.and_then(value_tells);
                let constant = if told.is_some() {
                    other.and_then(|value| literal(body, value))
                } else {
                    operand(0).and_then(|value| literal(body, value))
                };
                let Some(kind) = told.or(second) else {
                    continue;
                };
                let Some(constant) = constant else { continue };
                let equal_means_refused = match (kind, constant) {
                    (Tells::Number, 0) | (Tells::Flag, 1) => false,
                    (Tells::Number, -1) | (Tells::Flag, 0) => true,
                    _ => continue,
                };
                equal_means_refused == (insn.opcode == 0x32)
            }
            _ => continue,
        };
        let next = body
            .insns()
            .get(block.end)
            .map(|_| body.block_of(block.end));
        let taken = block
            .succs
            .iter()
            .map(|succ| *succ as usize)
            .find(|succ| Some(*succ) != next);
        let (Some(taken), Some(next)) = (taken, next) else {
            continue;
        };
        n_branches += 1;
        if n_branches > MAX_BRANCHES {
            break;
        }
        let (refused, granted) = if refused_when_taken {
            (taken, next)
        } else {
            (next, taken)
        };
        let from_refused = reachable(body, refused);
        let from_granted = reachable(body, granted);
        let only_way = blocks.get(refused).is_some_and(
            |block| matches!(block.preds.as_slice(), [(pred, _)] if *pred as usize == number),
        );
        for (at, mark) in out.iter_mut().enumerate() {
            let only = from_refused[at] && !from_granted[at];
            *mark |= only || (only_way && body.is_dominated(at, refused));
        }
    }
    (n_branches > 0).then_some(out)
}

fn literal(body: &Body, value: program_model::ValueId) -> Option<i64> {
    match body.value(value) {
        Value::Insn(at) => {
            let insn = &body.insns()[*at as usize];
            // The constants of numbers, from `const/4` on.
            (0x12..=0x19)
                .contains(&insn.opcode)
                .then_some(insn.literal)
                .flatten()
        }
        _ => None,
    }
}

fn reachable(body: &Body, from: usize) -> Vec<bool> {
    let mut seen = vec![false; body.blocks().len()];
    let mut work = vec![from];
    while let Some(block) = work.pop() {
        let Some(place) = seen.get_mut(block) else {
            continue;
        };
        if std::mem::replace(place, true) {
            continue;
        }
        work.extend(
            body.blocks()
                .get(block)
                .into_iter()
                .flat_map(|block| block.succs.iter().map(|succ| *succ as usize)),
        );
    }
    seen
}
