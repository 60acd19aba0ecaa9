//! Calls whose effect waits for another call on the same object, such as an edit of the settings that must be applied.
//! Refuses to say that the other call never comes unless all uses of the object stand in this method.

use call_graph::CallEdge;
use dex_parse::opcode::op;
use program_model::{Insn, MethodId, Value, ValueId};
use ruleset::schema::dataflow::{Base, Effect};

use super::Run;
use crate::spec::Spec;

/// Calls on one object, each on what the one before gave back.
const MAX_CHAIN: usize = 64;

/// The methods that a call waits for.
fn awaited<'s, 'x>(spec: &'s Spec<'x>) -> Option<&'s [&'x str]> {
    spec.effects
        .iter()
        .flatten()
        .find_map(|effect| match effect {
            Effect::Awaits(names) => Some(names.as_slice()),
            _ => None,
        })
}

/// A call gives back the object it is made on.
fn gives_receiver(spec: &Spec<'_>) -> bool {
    spec.effects.iter().flatten().any(|effect| {
        matches!(effect, Effect::Flow { from, to, same: true, .. }
            if from.base == Base::This && from.path.is_empty() && to.base == Base::Ret && to.path.is_empty())
    })
}

impl Run<'_, '_, '_> {
    /// What a call puts never counts: the object it is made on was made in this method, stays in it, and none of the
    /// methods that the call waits for is called on it.
    pub(super) fn is_never_completed(
        &mut self,
        at: usize,
        method: MethodId,
        edges: &[CallEdge],
    ) -> bool {
        let ctx = self.frame.ctx;
        if ctx.is_app_type(ctx.program.method(method).class) {
            return false;
        }
        let spec = ctx.spec(method);
        let between = spec
            .effects
            .iter()
            .flatten()
            .find_map(|effect| match effect {
                Effect::AwaitsBetween { names, begin, end } => {
                    Some((names.as_slice(), *begin, *end))
                }
                _ => None,
            });
        if let Some(between) = between {
            return self.is_taken_back(at, between, edges);
        }
        let Some(names) = awaited(&spec) else {
            return false;
        };
        let Some(root) = self.made_by_library(at, edges) else {
            return false;
        };
        if let Some(known) = self.idle_objects.get(&root) {
            return *known;
        }
        let found = self.is_left_alone(root, names);
        self.idle_objects.insert(root, found);
        found
    }

    fn method_of(&self, at: usize) -> Option<MethodId> {
        let insn = self.body.insns().get(at).filter(|insn| insn.is_invoke())?;
        let program = self.frame.ctx.program;
        program.method_at(program.dex_of(self.def), insn.index?)
    }

    /// The object that a call is made on, when a library call of this method gave it for the first time.
    fn made_by_library(&self, at: usize, edges: &[CallEdge]) -> Option<ValueId> {
        let ctx = self.frame.ctx;
        let body = self.body;
        let mut here = body.operands(at).get(0)?;
        for _ in 0..MAX_CHAIN {
            let Value::Insn(from) = body.value(here) else {
                return None;
            };
            let from = *from as usize;
            let insn = body.insns().get(from)?;
            if insn.is_move() || insn.opcode == op::CHECK_CAST {
                here = body.operands(from).get(0)?;
                continue;
            }
            if !insn.is_move_result() {
                return None;
            }
            let call = from.checked_sub(1)?;
            let method = self.method_of(call)?;
            let spec = ctx.spec(method);
            let offset = body.insns().get(call)?.offset;
            let is_answered = edges.iter().any(|edge| edge.offset == offset);
            let row = ctx.program.method(method);
            if is_answered
                || spec.effects.is_none()
                || ctx.program.lookup(row.class, row.selector).is_some()
            {
                return None;
            }
            if !gives_receiver(&spec) {
                return Some(here);
            }
            here = body.operands(call).get(0)?;
        }
        None
    }

    /// What a call puts is taken back: behind a first method of the receiver, before a second one, with none of those
    /// that keep it called on the receiver, which stays in this method.
    fn is_taken_back(
        &mut self,
        at: usize,
        (names, begin, end): (&[&str], &str, &str),
        edges: &[CallEdge],
    ) -> bool {
        let ctx = self.frame.ctx;
        let program = ctx.program;
        let body = self.body;
        let Some(root) = self.made_by_library(at, edges) else {
            return false;
        };
        self.frame.units += body.insns().len() as u64 / 8;
        let mut begins: Vec<usize> = Vec::new();
        let mut ends: Vec<usize> = Vec::new();
        for other in 0..body.insns().len() {
            for (n, id) in body.operands(other).iter().enumerate() {
                let is_root = self.source_of(id) == root;
                if !is_root {
                    let is_merged = matches!(body.value(id), Value::Merge(_))
                        && self.leaves_of(id).contains(&root);
                    if is_merged {
                        return false;
                    }
                    continue;
                }
                if body.insns()[other].is_move() {
                    continue;
                }
                let Some(method) = self.method_of(other).filter(|_| n == 0) else {
                    return false;
                };
                let row = program.method(method);
                if ctx.is_app_type(row.class) {
                    return false;
                }
                let name = program.name(program.selector(row.selector).0);
                let is = |known: &str| known.as_bytes() == name;
                if names.iter().any(|known| is(known)) {
                    return false;
                }
                if is(begin) {
                    begins.push(other);
                }
                if is(end) {
                    ends.push(other);
                }
            }
        }
        let [begin] = begins.as_slice() else {
            return false;
        };
        let (own, first) = (body.block_of(at), body.block_of(*begin));
        let is_behind = if own == first {
            *begin < at
        } else {
            body.is_dominated(own, first)
        };
        is_behind && !ends.is_empty() && !ends.iter().any(|end| self.leads_to(*end, at))
    }

    /// Some way leads from one instruction to another.
    fn leads_to(&self, from: usize, to: usize) -> bool {
        let body = self.body;
        let (first, last) = (body.block_of(from), body.block_of(to));
        if first == last && from < to {
            return true;
        }
        let mut seen = vec![false; body.blocks().len()];
        let mut stack = vec![first];
        while let Some(block) = stack.pop() {
            for next in body
                .blocks()
                .get(block)
                .into_iter()
                .flat_map(|block| &block.succs)
            {
                let next = *next as usize;
                if next == last {
                    return true;
                }
                if let Some(seen) = seen.get_mut(next)
                    && !std::mem::replace(seen, true)
                {
                    stack.push(next);
                }
            }
        }
        false
    }

    /// All uses of an object are calls on it that give it back or wait like this one, none of them one of these.
    fn is_left_alone(&mut self, root: ValueId, names: &[&str]) -> bool {
        let ctx = self.frame.ctx;
        let program = ctx.program;
        let body = self.body;
        let mut same: Vec<ValueId> = vec![root];
        loop {
            let n_known = same.len();
            for at in 0..body.insns().len() {
                let insn = &body.insns()[at];
                for (n, id) in body.operands(at).iter().enumerate() {
                    if !same.contains(&id) {
                        if matches!(body.value(id), Value::Merge(_))
                            && self.leaves_of(id).iter().any(|leaf| same.contains(leaf))
                        {
                            return false;
                        }
                        continue;
                    }
                    let mut gives = None;
                    if insn.is_move() || insn.opcode == op::CHECK_CAST {
                        gives = Some(at);
                    } else {
                        let Some(method) = self.method_of(at).filter(|_| n == 0) else {
                            return false;
                        };
                        let spec = ctx.spec(method);
                        let row = program.method(method);
                        let name = program.name(program.selector(row.selector).0);
                        let is_awaited = names.iter().any(|known| known.as_bytes() == name);
                        let is_like_it = gives_receiver(&spec) || awaited(&spec).is_some();
                        if is_awaited || !is_like_it || ctx.is_app_type(row.class) {
                            return false;
                        }
                        let is_taken = body.insns().get(at + 1).is_some_and(Insn::is_move_result);
                        if is_taken && gives_receiver(&spec) {
                            gives = Some(at + 1);
                        }
                    }
                    if let Some(id) = gives.and_then(|at| self.result_of.get(at).copied().flatten())
                        && !same.contains(&id)
                    {
                        if same.len() >= MAX_CHAIN {
                            return false;
                        }
                        same.push(id);
                    }
                }
            }
            self.frame.units += body.insns().len() as u64 / 8;
            if same.len() == n_known {
                return true;
            }
        }
    }
}
