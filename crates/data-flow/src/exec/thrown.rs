//! What is thrown finds its handler by its type, and numbers come out of arrays that never change.

use crate::context::Constant;
use rustc_hash::FxHashSet;

use super::{Atom, Run, Set};

impl Run<'_, '_, '_> {
    /// Something is thrown by an instruction: the first handler that takes its type gets it; one whose type is not
    /// known may go to each.
    pub(super) fn throw(&mut self, offset: u32, set: &Set) {
        if set.is_empty() {
            return;
        }
        let ctx = self.frame.ctx;
        let program = ctx.program;
        let mut left = set.clone();
        let code = program.code(self.def);
        let covering = code
            .iter()
            .flat_map(dex_parse::CodeItem::tries)
            .find(|part| {
                part.as_ref().is_ok_and(|part| {
                    let end = part.start_addr.saturating_add(u32::from(part.insn_count));
                    (part.start_addr..end).contains(&offset)
                })
            });
        let handlers = covering.and_then(Result::ok).map(|part| part.handlers);
        for handler in handlers.into_iter().flatten() {
            let Ok((ty, address)) = handler else { break };
            let Some(to) = self.body.insn_at(address).map(|at| self.body.block_of(at)) else {
                continue;
            };
            let wanted = ty.and_then(|ty| program.type_at(program.dex_of(self.def), ty.0));
            // Below the root of all there is one type that takes all that can be thrown.
            let takes_all = wanted.is_none_or(|ty| {
                program
                    .superclass(ty)
                    .is_some_and(|above| program.superclass(above).is_none())
            });
            let own = |atom: Atom| match atom {
                Atom::Ref(node) => self.frame.nodes.ty(node),
                _ => None,
            };
            let fits = |atom: Atom| match (own(atom), wanted) {
                (Some(own), Some(wanted)) => takes_all || program.is_subtype(own, wanted),
                _ => true,
            };
            let is_taken = |atom: Atom| takes_all || own(atom).is_some() && fits(atom);
            let mut got = left.clone();
            got.retain(fits);
            left.retain(|atom| !is_taken(atom));
            if !got.is_empty() {
                self.changed |= self.caught[to].join(&got);
            }
        }
        left.retain(|atom| !matches!(atom, Atom::Ref(node) if self.frame.nodes.is_refusal(node)));
        self.frame.thrown.join(&left);
    }

    /// Finds the blocks that handle only exceptions of the app of which none is ever made.
    pub(super) fn find_idle(&mut self) {
        let ctx = self.frame.ctx;
        let program = ctx.program;
        let Some(code) = program.code(self.def) else {
            return;
        };
        let mut busy = FxHashSet::default();
        for part in code.tries().filter_map(Result::ok) {
            for handler in part.handlers {
                let Ok((ty, address)) = handler else { break };
                let Some(to) = self.body.insn_at(address).map(|at| self.body.block_of(at)) else {
                    continue;
                };
                let wanted = ty.and_then(|ty| program.type_at(program.dex_of(self.def), ty.0));
                let is_idle = wanted.is_some_and(|ty| ctx.is_app_type(ty) && !ctx.is_made(ty));
                if is_idle {
                    self.idle.insert(to);
                } else {
                    busy.insert(to);
                }
            }
        }
        let blocks = self.body.blocks();
        self.idle.retain(|to| {
            // Nothing else comes there.
            !busy.contains(to)
                && blocks
                    .get(*to)
                    .is_some_and(|block| block.preds.iter().all(|(_, exceptional)| *exceptional))
        });
        self.pruned |= !self.idle.is_empty();
    }

    /// The number at a position of an array that only a class initialiser fills.
    pub(super) fn filled(&self, array: &Set, index: &Set) -> Option<Set> {
        let ctx = self.frame.ctx;
        let list = self.ints(index).filter(|list| !list.is_empty())?;
        let known = ctx.filled_once(self.frame.static_array(array)?)?;
        let mut out = Set::default();
        for at in list {
            let value = known
                .iter()
                .find(|(place, _)| *place == at)
                .map_or(0, |(_, value)| *value);
            out.join(&self.constant(&Constant::Int(value)));
        }
        Some(out)
    }
}
