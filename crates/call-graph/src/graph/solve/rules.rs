//! What the rows of the tables do with an object that is handed over; refuses to let those hear of a posted event who
//! never registered.

use program_model::{EventKind, TypeId};

use super::super::model::Call;
use super::{Pair, Solver, event_at, operand_of};

/// A posted event: site, row, operand, class of the event.
pub(super) type Post = (u32, u32, Option<u16>, TypeId);

impl Solver<'_, '_> {
    /// A row of the tables meets an object of a class.
    pub(crate) fn apply(&mut self, site: u32, rule: u32, operand: Option<u16>, ty: TypeId) {
        let mut heard = self.apply_one(site, rule, operand, ty);
        while let Some((site, rule, operand, ty)) = heard.pop() {
            heard.extend(self.apply_one(site, rule, operand, ty));
        }
    }

    /// Gives the posts that waited for a method that has registered now.
    fn apply_one(&mut self, site: u32, number: u32, operand: Option<u16>, ty: TypeId) -> Vec<Post> {
        let program = self.program;
        let mut heard = Vec::new();
        let rule = &self.model.rules[number as usize];
        let (def, offset) = (
            self.sites[site as usize].def,
            self.sites[site as usize].offset,
        );
        let event = event_at(program, def, offset);
        let dex = program.dex_of(def);
        let method = event.and_then(|event| program.method_at(dex, event.index));
        let is_static = event.is_some_and(|event| event.kind == EventKind::InvokeStatic);
        let registers = rule
            .calls
            .iter()
            .any(|call| matches!(call, Call::Annotated(_)));
        for callee in self.model.called_by(rule, ty) {
            let slots = |wanted: u32| {
                method.and_then(|method| operand_of(program, method, wanted, is_static))
            };
            let links = self.model.links(rule, operand, callee, ty, slots);
            let links = self.intern(links);
            // The object is what is taken, not who takes it.
            let takes = rule
                .calls
                .iter()
                .any(|call| matches!(call, Call::Takers(_)));
            let receiver = if takes {
                program.class(program.def(callee).class).ty
            } else {
                ty
            };
            // Who never registers hears of nothing.
            if takes && !self.registered.contains(&callee) {
                let waiting = self.unheard.entry(callee).or_default();
                waiting.push((site, number, operand, ty));
                continue;
            }
            if registers && self.registered.insert(callee) {
                heard.extend(self.unheard.remove(&callee).unwrap_or_default());
            }
            let is_made = program.class_of(ty).is_some();
            let pair = Pair {
                ty: if is_made { ty } else { receiver },
                callee,
                kind: rule.kind,
                links,
            };
            if self.add_pair(site, pair) {
                self.called_by_framework(callee, Some(receiver));
            }
        }
        heard
    }
}
