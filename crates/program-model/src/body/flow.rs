//! Basic blocks; refuses edges to addresses that hold no instruction.

use dex_parse::CodeItem;
use smallvec::SmallVec;

use super::Insn;

/// Handlers of one method beyond this are not followed.
const MAX_HANDLERS: usize = 65_536;

/// A run of instructions with one way in at its start.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// First instruction.
    pub first: usize,
    /// One past the last instruction.
    pub end: usize,
    /// Blocks that run next; exceptional ones included.
    pub succs: SmallVec<[u32; 4]>,
    /// Blocks before, with true when the edge is exceptional: taken before the last instruction's result exists.
    pub preds: SmallVec<[(u32, bool); 2]>,
}

#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) blocks: Vec<Block>,
}

/// Tables needed for a moment.
#[derive(Default)]
pub(super) struct Scratch {
    targets: Vec<(usize, usize)>,
    leader: Vec<bool>,
    block_of: Vec<u32>,
    edges: Vec<(u32, u32, bool)>,
}

/// A try block with its handlers as instruction numbers.
struct Try {
    start: u32,
    end: u32,
    handlers: Vec<usize>,
}

impl Flow {
    /// `branches` holds the instructions that name an address, in order, and how far from them it is.
    pub(super) fn build(
        insns: &[Insn],
        branches: &[(usize, i32)],
        code: &CodeItem<'_>,
        scratch: &mut Scratch,
    ) -> Self {
        // Most methods are one straight run.
        if branches.is_empty() && code.tries_size == 0 && is_straight(insns) {
            let block = Block {
                end: insns.len(),
                ..Block::default()
            };
            return Self {
                blocks: vec![block],
            };
        }
        let Scratch {
            targets,
            leader,
            block_of,
            edges,
        } = scratch;
        targets.clear();
        edges.clear();
        leader.clear();
        leader.resize(insns.len() + 1, false);
        block_of.clear();
        block_of.resize(insns.len(), 0);
        let at = |offset: u32| insns.binary_search_by_key(&offset, |insn| insn.offset).ok();
        let tries = read_tries(code, &at);
        if let Some(first) = leader.first_mut() {
            *first = true;
        }
        let mut lead = |n: usize| {
            if let Some(mark) = leader.get_mut(n) {
                *mark = true;
            }
        };
        let mut next_branch = branches.iter().peekable();
        for (n, insn) in insns.iter().enumerate() {
            let ends =
                insn.flags.is_branch() || insn.flags.is_switch() || !insn.flags.can_continue();
            if let Some((_, branch)) = next_branch.next_if(|(at, _)| *at == n) {
                each_target(insn, *branch, code, |target| {
                    if let Some(target) = at(target) {
                        lead(target);
                        targets.push((n, target));
                    }
                });
            }
            let covered = !tries.is_empty()
                && insn.flags.can_throw()
                && covering(&tries, insn.offset).next().is_some();
            if ends || covered {
                lead(n + 1);
            }
        }
        for handler in tries.iter().flat_map(|part| &part.handlers) {
            lead(*handler);
        }
        let n_blocks = leader
            .iter()
            .take(insns.len())
            .filter(|mark| **mark)
            .count();
        let mut blocks = Vec::with_capacity(n_blocks);
        let mut first = 0;
        for n in 1..=insns.len() {
            if leader.get(n).copied().unwrap_or(false) || n == insns.len() {
                let id = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
                if let Some(part) = block_of.get_mut(first..n) {
                    part.fill(id);
                }
                blocks.push(Block {
                    first,
                    end: n,
                    ..Block::default()
                });
                first = n;
            }
        }
        for (id, block) in (0u32..).zip(&blocks) {
            let last = block.end.saturating_sub(1);
            let Some(insn) = insns.get(last) else {
                continue;
            };
            let block_at = |n: usize| block_of.get(n).copied();
            if insn.flags.can_continue()
                && let Some(next) = block_at(block.end)
            {
                edges.push((id, next, false));
            }
            let from = targets.partition_point(|(insn, _)| *insn < last);
            for (_, target) in targets
                .iter()
                .skip(from)
                .take_while(|(insn, _)| *insn == last)
            {
                edges.extend(block_at(*target).map(|next| (id, next, false)));
            }
            if !tries.is_empty() && insn.flags.can_throw() {
                for handler in covering(&tries, insn.offset).flat_map(|part| &part.handlers) {
                    edges.extend(block_at(*handler).map(|next| (id, next, true)));
                }
            }
        }
        edges.sort_unstable();
        edges.dedup();
        for (from, to, exceptional) in edges.drain(..) {
            // A block may be both the next one and a handler of one block.
            if let Some(block) = blocks.get_mut(from as usize)
                && block.succs.last() != Some(&to)
            {
                block.succs.push(to);
            }
            if let Some(block) = blocks.get_mut(to as usize) {
                block.preds.push((from, exceptional));
            }
        }
        Self { blocks }
    }

    pub(super) fn block_of(&self, insn: usize) -> usize {
        self.blocks.partition_point(|block| block.end <= insn)
    }
}

/// True when nothing but the last of some instructions leaves the run.
fn is_straight(insns: &[Insn]) -> bool {
    insns.split_last().is_some_and(|(_, before)| {
        before.iter().all(|insn| {
            insn.flags.can_continue() && !insn.flags.is_branch() && !insn.flags.is_switch()
        })
    })
}

fn covering(tries: &[Try], offset: u32) -> impl Iterator<Item = &Try> {
    // Try blocks are sorted and do not overlap in valid files; in others the first match counts.
    let n = tries.partition_point(|part| part.end <= offset);
    tries
        .get(n)
        .into_iter()
        .filter(move |part| part.start <= offset)
}

fn read_tries(code: &CodeItem<'_>, at: &impl Fn(u32) -> Option<usize>) -> Vec<Try> {
    let mut tries: Vec<Try> = Vec::new();
    let mut n_handlers = 0;
    for part in code.tries() {
        let Ok(part) = part else { break };
        let mut handlers: Vec<usize> = Vec::new();
        for handler in part.handlers {
            let Ok((_, address)) = handler else { break };
            n_handlers += 1;
            if n_handlers > MAX_HANDLERS {
                return tries;
            }
            handlers.extend(at(address));
        }
        handlers.sort_unstable();
        handlers.dedup();
        let end = part.start_addr.saturating_add(u32::from(part.insn_count));
        if tries.last().is_none_or(|last| last.end <= part.start_addr) {
            tries.push(Try {
                start: part.start_addr,
                end,
                handlers,
            });
        }
    }
    tries
}

/// Hands over the addresses to which an instruction may jump.
fn each_target(insn: &Insn, branch: i32, code: &CodeItem<'_>, mut each: impl FnMut(u32)) {
    let Some(target) = insn.offset.checked_add_signed(branch) else {
        return;
    };
    if insn.flags.is_branch() {
        each(target);
        return;
    }
    if !insn.flags.is_switch() {
        return;
    }
    let payload = code
        .instruction_at(target)
        .ok()
        .and_then(|raw| raw.payload());
    for (_, relative) in payload.iter().flat_map(dex_parse::Payload::cases) {
        if let Some(target) = insn.offset.checked_add_signed(relative) {
            each(target);
        }
    }
}
