//! The way of a value from its source to its sink as steps; cut in the middle when it is long.

use program_model::DefId;
use rustc_hash::FxHashMap;

use crate::context::Ctx;
use crate::frame::Known;
use crate::limits::MAX_STEPS;
use crate::summary::{Prov, What};
use crate::value::ProvId;

/// Pieces looked at for one path.
const MAX_TASKS: usize = 20_000;

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Doing {
    Read,
    Did(What),
    Return,
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Step {
    pub(crate) def: DefId,
    pub(crate) offset: u32,
    pub(crate) doing: Doing,
}

/// A way that comes back to a step goes on from there at once.
fn without_rounds(steps: Vec<Step>) -> Vec<Step> {
    let mut places: FxHashMap<Step, usize> = FxHashMap::default();
    let mut out: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        if let Some(at) = places.get(&step).copied() {
            for gone in out.drain(at + 1..) {
                places.remove(&gone);
            }
        } else {
            places.insert(step, out.len());
            out.push(step);
        }
    }
    out
}

enum Task {
    Expand(Option<u32>, ProvId),
    Emit(Step),
}

/// Steps of the way noted under a number in a summary, or in the top when there is none.
pub(crate) fn steps(
    ctx: &Ctx<'_, '_>,
    known: &dyn Known,
    top: &[Prov],
    key: Option<u32>,
    prov: ProvId,
) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    let mut tasks = vec![Task::Expand(key, prov)];
    for _ in 0..MAX_TASKS {
        let Some(task) = tasks.pop() else { break };
        let (key, prov) = match task {
            Task::Emit(step) => {
                if out.last() != Some(&step) {
                    out.push(step);
                }
                continue;
            }
            Task::Expand(key, prov) => (key, prov),
        };
        let def = key.and_then(|key| ctx.method_at(key)).map(|(def, _)| def);
        let noted = match key {
            None => top.get(prov as usize).copied(),
            Some(key) => known
                .summary(key)
                .and_then(|summary| summary.provs.get(prov as usize).copied()),
        };
        let emit = |tasks: &mut Vec<Task>, offset: u32, doing: Doing| {
            if let Some(def) = def {
                tasks.push(Task::Emit(Step { def, offset, doing }));
            }
        };
        match noted {
            None | Some(Prov::None) => {}
            Some(Prov::Read { offset }) => emit(&mut tasks, offset, Doing::Read),
            Some(Prov::Step {
                before,
                offset,
                what,
            }) => {
                emit(&mut tasks, offset, Doing::Did(what));
                tasks.push(Task::Expand(key, before));
            }
            Some(Prov::Through {
                before,
                offset,
                key: callee,
                inner,
                what,
            }) => {
                if before == 0 {
                    emit(&mut tasks, offset, Doing::Return);
                    tasks.push(Task::Expand(Some(callee), inner));
                } else {
                    tasks.push(Task::Expand(Some(callee), inner));
                    emit(&mut tasks, offset, Doing::Did(what));
                    tasks.push(Task::Expand(key, before));
                }
            }
        }
    }
    // Of several things at one place the last is told.
    out.dedup_by(|b, a| {
        if a.def == b.def && a.offset == b.offset && a.doing != Doing::Read {
            a.doing = b.doing;
            true
        } else {
            false
        }
    });
    let mut out = without_rounds(out);
    if out.len() > MAX_STEPS {
        let tail = out.split_off(out.len() - MAX_STEPS / 2);
        out.truncate(MAX_STEPS / 2);
        out.extend(tail);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_go_round_nowhere() {
        let step = |offset| Step {
            def: DefId::from_index(0),
            offset,
            doing: Doing::Read,
        };
        let go = |list: &[u32]| -> Vec<u32> {
            let steps = list.iter().map(|offset| step(*offset)).collect();
            without_rounds(steps)
                .iter()
                .map(|step| step.offset)
                .collect()
        };
        assert_eq!(go(&[1, 2, 3, 2, 3, 4]), [1, 2, 3, 4]);
        assert_eq!(go(&[1, 2, 1, 2, 1]), [1]);
        assert_eq!(go(&[1, 2, 3, 1, 3, 4]), [1, 3, 4]);
        assert!(go(&[]).is_empty());
    }
}
