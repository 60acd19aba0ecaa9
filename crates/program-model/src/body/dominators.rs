//! Immediate dominators by the iterative algorithm of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm".

use super::Block;

/// Immediate dominator of each block.
pub(super) fn immediate(blocks: &[Block]) -> Vec<Option<u32>> {
    let n = blocks.len();
    let order = reverse_postorder(blocks);
    let mut rank = vec![u32::MAX; n];
    for (place, block) in (0u32..).zip(&order) {
        if let Some(slot) = rank.get_mut(*block as usize) {
            *slot = place;
        }
    }
    let rank_of = |block: u32| rank.get(block as usize).copied().unwrap_or(u32::MAX);
    let mut idom: Vec<Option<u32>> = vec![None; n];
    if let Some(entry) = idom.first_mut() {
        *entry = Some(0);
    }
    let mut changed = true;
    while changed {
        changed = false;
        for block in order.iter().skip(1).copied() {
            let mut new: Option<u32> = None;
            for (pred, _) in blocks
                .get(block as usize)
                .into_iter()
                .flat_map(|block| &block.preds)
            {
                if idom.get(*pred as usize).copied().flatten().is_none() {
                    continue;
                }
                new = Some(new.map_or(*pred, |other| meet(&idom, &rank_of, *pred, other)));
            }
            if let Some(slot) = idom.get_mut(block as usize)
                && *slot != new
            {
                *slot = new;
                changed = true;
            }
        }
    }
    if let Some(entry) = idom.first_mut() {
        *entry = None;
    }
    idom
}

fn meet(idom: &[Option<u32>], rank: &impl Fn(u32) -> u32, mut a: u32, mut b: u32) -> u32 {
    while a != b {
        let (high, low) = if rank(a) > rank(b) {
            (&mut a, b)
        } else {
            (&mut b, a)
        };
        match idom.get(*high as usize).copied().flatten() {
            Some(above) if above != *high => *high = above,
            _ => return low,
        }
    }
    a
}

fn reverse_postorder(blocks: &[Block]) -> Vec<u32> {
    let mut seen = vec![false; blocks.len()];
    let mut order = Vec::with_capacity(blocks.len());
    let mut stack: Vec<(u32, usize)> = Vec::new();
    if let Some(entry) = seen.first_mut() {
        *entry = true;
        stack.push((0, 0));
    }
    while let Some((block, next)) = stack.last_mut() {
        let succ = blocks
            .get(*block as usize)
            .and_then(|block| block.succs.get(*next))
            .copied();
        *next += 1;
        if let Some(succ) = succ {
            if let Some(mark) = seen.get_mut(succ as usize)
                && !*mark
            {
                *mark = true;
                stack.push((succ, 0));
            }
        } else {
            order.push(*block);
            stack.pop();
        }
    }
    order.reverse();
    order
}
