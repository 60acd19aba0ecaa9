//! The order in which the blocks of a body are gone through, and which of them are loops; looks at no instruction.

use program_model::Body;

/// Blocks that stand together in the order of visits.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) first: usize,
    pub(super) end: usize,
    /// They are gone through until nothing changes.
    pub(super) is_loop: bool,
}

/// Parts the order of `n` blocks by jumps back, given as first and last place: loops that overlap are one.
pub(super) fn parts(mut jumps: Vec<(usize, usize)>, n: usize) -> Vec<Part> {
    jumps.sort_unstable();
    let mut loops: Vec<(usize, usize)> = Vec::new();
    for (first, last) in jumps {
        match loops.last_mut() {
            Some(known) if first <= known.1 => known.1 = known.1.max(last),
            _ => loops.push((first, last)),
        }
    }
    let mut out = Vec::new();
    let mut at = 0;
    let straight = |first: usize, end: usize| Part {
        first,
        end,
        is_loop: false,
    };
    for (first, last) in loops {
        if at < first {
            out.push(straight(at, first));
        }
        at = last + 1;
        out.push(Part {
            first,
            end: at,
            is_loop: true,
        });
    }
    if at < n {
        out.push(straight(at, n));
    }
    out
}

/// Blocks in reverse postorder from the entry.
pub(super) fn order(body: &Body) -> Vec<usize> {
    let blocks = body.blocks();
    let mut seen = vec![false; blocks.len()];
    let mut out = Vec::with_capacity(blocks.len());
    let mut stack: Vec<(usize, usize)> = Vec::new();
    if let Some(first) = seen.first_mut() {
        *first = true;
        stack.push((0, 0));
    }
    while let Some((block, next)) = stack.last_mut() {
        let to = blocks[*block].succs.get(*next).copied();
        *next += 1;
        if let Some(to) = to {
            let to = to as usize;
            if !std::mem::replace(&mut seen[to], true) {
                stack.push((to, 0));
            }
        } else {
            out.push(*block);
            stack.pop();
        }
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_that_overlap_are_one_part() {
        let list: Vec<(usize, usize, bool)> = parts(vec![(6, 7), (2, 3), (1, 2)], 10)
            .into_iter()
            .map(|part| (part.first, part.end, part.is_loop))
            .collect();
        assert_eq!(
            list,
            [
                (0, 1, false),
                (1, 4, true),
                (4, 6, false),
                (6, 8, true),
                (8, 10, false)
            ]
        );
        assert_eq!(parts(vec![(0, 0)], 1).len(), 1);
        assert!(parts(Vec::new(), 0).is_empty());
    }
}
