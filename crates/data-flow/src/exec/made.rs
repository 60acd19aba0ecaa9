//! Objects that one instruction makes: one for each call, one for each round of a loop, or the one of the program.
//! Refuses to tell rounds apart where an object of an earlier round may still be got at.

use dex_parse::opcode::op;
use program_model::{EventKind, FieldId, TypeId, Value, ValueId};

use super::Run;
use crate::heap::Heap;
use crate::node::{Kind, Sel};
use crate::value::{Atom, NodeId, Set};

/// Values of a method in which rounds are told apart.
const MAX_VALUES: usize = 800;

impl Run<'_, '_, '_> {
    /// The object that a static field gets when it is first asked for.
    pub(super) fn only(&mut self, field: FieldId, ty: TypeId) -> Set {
        let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
        self.frame.outside(Kind::Only(ty, number))
    }

    /// The object that an instruction makes.
    pub(super) fn new_object(
        &mut self,
        at: usize,
        offset: u32,
        ty: Option<TypeId>,
        heap: &mut Heap,
    ) -> Set {
        let only = self.only.iter().find(|(made, _)| *made == offset);
        if let (Some((_, field)), Some(ty)) = (only.copied(), ty) {
            return self.only(field, ty);
        }
        if !self.frame.loops {
            return self.object(offset, 0, ty);
        }
        let Some(node) = self.frame.nodes.made(offset, 0, ty, true) else {
            return Set::one(Atom::Top);
        };
        if self.frame.nodes.is_single(node) {
            if self.is_left_behind(at, node, heap) {
                let cells: Vec<Sel> = heap.of(node).map(|(sel, _)| sel).collect();
                for sel in cells {
                    heap.cells.remove(&(node, sel));
                }
                heap.unsure(node, Sel::Any);
            } else {
                return self.object(offset, 0, ty);
            }
        }
        Set::one(Atom::Ref(node))
    }

    /// The static fields that keep an object which this method makes as their only one, with the place.
    pub(super) fn find_only(&mut self) {
        let ctx = self.frame.ctx;
        let program = ctx.program;
        let dex = program.dex_of(self.def);
        for event in program.events(self.def) {
            if event.kind == EventKind::StaticPut
                && let Some(field) = program.field_at(dex, event.index)
                && let Some((field, only)) = ctx.only_object(field)
                && only.def == self.def
            {
                self.only.push((only.made, field));
            }
        }
    }

    /// Notes which values are cast to types of the app.
    pub(super) fn find_casts(&mut self) {
        let ctx = self.frame.ctx;
        let program = ctx.program;
        let dex = program.dex_of(self.def);
        for (at, insn) in self.body.insns().iter().enumerate() {
            if insn.opcode == op::CHECK_CAST
                && let Some(id) = self.body.operands(at).get(0)
                && let Some(ty) = insn.index.and_then(|index| program.type_at(dex, index))
                && ctx.is_app_type(ty)
            {
                self.casts.entry(id).or_default().push((at, ty));
            }
        }
    }

    /// Behind a cast the value is none of the objects that the cast refuses.
    pub(super) fn cast(&self, at: usize, id: ValueId, mut set: Set) -> Set {
        let Some(list) = self.casts.get(&id) else {
            return set;
        };
        let own = self.body.block_of(at);
        for (before, ty) in list {
            let block = self.body.block_of(*before);
            let is_behind = if block == own {
                *before < at
            } else {
                self.body.is_dominated(own, block)
            };
            if is_behind {
                set.retain(|atom| match atom {
                    Atom::Ref(node) => self
                        .frame
                        .nodes
                        .ty(node)
                        .is_none_or(|own| self.frame.ctx.program.is_subtype(own, *ty)),
                    _ => true,
                });
            }
        }
        set
    }

    /// What the instruction made in an earlier round is not to be got at any more: nothing holds it but registers that
    /// are written anew before they are read.
    fn is_left_behind(&self, at: usize, node: NodeId, heap: &Heap) -> bool {
        if self.values.len() > MAX_VALUES {
            return false;
        }
        let made = Atom::Ref(node);
        let is_held = heap
            .cells
            .iter()
            .any(|((base, _), set)| base != node && set.contains(made));
        let is_waiting = self.frame.deferred.iter().any(|deferred| {
            deferred.receiver.contains(made) || deferred.args.iter().any(|arg| arg.contains(made))
        });
        if is_held
            || is_waiting
            || self.frame.thrown.contains(made)
            || self.ret.contains(made)
            || self.caught.iter().any(|set| set.contains(made))
        {
            return false;
        }
        // A value that comes together with others may be of the round before.
        let own = self.result_of.get(at).copied().flatten();
        let is_own = |id: &ValueId| {
            Some(*id) == own
                || self
                    .values
                    .get(id.index())
                    .is_some_and(|set| set.contains(made))
        };
        !self
            .merges
            .iter()
            .any(|merge| match self.body.value(*merge) {
                Value::Merge(inputs) => inputs.iter().any(is_own),
                _ => false,
            })
    }
}
