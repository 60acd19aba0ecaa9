//! Which ways of one body stay closed until a flag is switched; refuses to judge what the flags mean.

use program_model::{Body, Value, ValueId};

use super::flags::FlagId;

/// Inputs of a merge that are told apart.
const MAX_INPUTS: usize = 16;

/// What flags keep closed in one body.
#[derive(Debug, Default)]
pub(super) struct Guards {
    /// By block: flags that must have been switched for it to run.
    pub(super) blocks: Vec<Vec<FlagId>>,
    /// Edges that are taken only after a flag was switched: from, to, flags.
    pub(super) closed: Vec<(u32, u32, Vec<FlagId>)>,
    /// Calls that return only after a flag was switched: block, instruction, flags.
    pub(super) behind: Vec<(u32, u32, Vec<FlagId>)>,
}

/// Of a body of which nothing is known.
pub(super) static NONE: Guards = Guards {
    blocks: Vec::new(),
    closed: Vec::new(),
    behind: Vec::new(),
};

impl Guards {
    /// Flags that must have been switched for a block to run.
    pub(super) fn of(&self, block: usize) -> &[FlagId] {
        self.blocks.get(block).map_or(&[], Vec::as_slice)
    }

    /// Flags that must have been switched for an instruction to run.
    pub(super) fn at(&self, body: &Body, insn: usize) -> Vec<FlagId> {
        let block = body.block_of(insn);
        let mut out = self.of(block).to_vec();
        for (of, call, flags) in &self.behind {
            if *of as usize == block && (*call as usize) < insn {
                out.extend(flags);
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Closes what follows a call that returns only after a flag was switched; handlers of what it throws stay open.
    pub(super) fn close_behind(
        &mut self,
        body: &Body,
        block: usize,
        call: usize,
        flags: &[FlagId],
    ) {
        let (Ok(id), Ok(number)) = (u32::try_from(block), u32::try_from(call)) else {
            return;
        };
        let Some(row) = body.blocks().get(block) else {
            return;
        };
        let is_last = call + 1 == row.end;
        for to in row.succs.clone() {
            let handles = body
                .blocks()
                .get(to as usize)
                .is_some_and(|next| next.preds.contains(&(id, true)));
            if !(is_last && handles) {
                self.close(body, block, to, flags);
            }
        }
        self.behind.push((id, number, flags.to_vec()));
    }

    /// Closes an edge, and the blocks that run only behind it.
    pub(super) fn close(&mut self, body: &Body, from: usize, to: u32, flags: &[FlagId]) {
        let reachable = super::gates::without_edge(body, from, to as usize);
        for (place, reachable) in self.blocks.iter_mut().zip(reachable) {
            if !reachable {
                place.extend(flags);
                place.sort_unstable();
                place.dedup();
            }
        }
        if let Ok(from) = u32::try_from(from) {
            self.closed.push((from, to, flags.to_vec()));
        }
    }

    /// Marks blocks that several closed edges keep closed together, when one flag opens each of them.
    pub(super) fn close_together(&mut self, body: &Body) {
        let mut common: Option<Vec<FlagId>> = None;
        for (.., flags) in &self.closed {
            match &mut common {
                Some(known) => known.retain(|flag| flags.contains(flag)),
                None => common = Some(flags.clone()),
            }
        }
        let common = common.unwrap_or_default();
        if common.is_empty() || self.closed.len() < 2 {
            return;
        }
        let open = self.reach(body, 0, &[]);
        let all = super::gates::without_edge(body, usize::MAX, usize::MAX);
        for ((place, open), live) in self.blocks.iter_mut().zip(open).zip(all) {
            if live && !open && place.is_empty() {
                place.clone_from(&common);
            }
        }
    }

    /// Blocks that open edges lead to from a block; blocks of the list are entered and not left.
    fn reach(&self, body: &Body, from: usize, stops: &[usize]) -> Vec<bool> {
        let mut seen = vec![false; body.blocks().len()];
        let mut stack = vec![from];
        while let Some(block) = stack.pop() {
            let Some(mark) = seen.get_mut(block) else {
                continue;
            };
            if std::mem::replace(mark, true) || (block != from && stops.contains(&block)) {
                continue;
            }
            let Some(row) = body.blocks().get(block) else {
                continue;
            };
            for next in &row.succs {
                let is_closed = self
                    .closed
                    .iter()
                    .any(|(from, to, _)| *from as usize == block && to == next);
                if !is_closed {
                    stack.push(*next as usize);
                }
            }
        }
        seen
    }

    /// The inputs of a merge that reach a block while every flag is off, and the flags that hold back the others.
    pub(super) fn open_inputs(
        &self,
        body: &Body,
        inputs: &[ValueId],
        user: usize,
    ) -> (Vec<ValueId>, Vec<FlagId>) {
        if self.closed.is_empty() || inputs.len() > MAX_INPUTS {
            return (inputs.to_vec(), Vec::new());
        }
        let made = |value: &ValueId| match body.value(*value) {
            Value::Insn(at) => Some(body.block_of(*at as usize)),
            _ => None,
        };
        let blocks: Vec<Option<usize>> = inputs.iter().map(made).collect();
        let (mut open, mut flags) = (Vec::new(), Vec::new());
        for (input, block) in inputs.iter().zip(&blocks) {
            let Some(block) = *block else {
                open.push(*input);
                continue;
            };
            let guard = self.of(block);
            if !guard.is_empty() {
                flags.extend(guard);
                continue;
            }
            // Another value is put in its place in the blocks of the other inputs.
            let others: Vec<usize> = blocks
                .iter()
                .flatten()
                .copied()
                .filter(|other| *other != block && *other != user)
                .collect();
            if block == user || self.reach(body, block, &others).get(user) == Some(&true) {
                open.push(*input);
            } else {
                for (.., closing) in &self.closed {
                    flags.extend(closing);
                }
            }
        }
        (open, flags)
    }
}
