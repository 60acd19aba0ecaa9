//! Values of single instructions: numbers computed, types asked for, switches decided, ways out in static fields.

use program_model::{FieldId, Insn};

use super::{Atom, Constant, Elem, Heap, Kind, Nodes, Run, Sel, Set, What, numbers};

/// The object in a static field that never changes.
pub(super) fn held_static(nodes: &mut Nodes, field: FieldId) -> Set {
    let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
    let held = nodes
        .outside(Kind::Statics)
        .and_then(|base| nodes.load(base, Sel::Field(number)));
    held.map_or_else(Set::default, |node| Set::one(Atom::Ref(node)))
}

impl Run<'_, '_, '_> {
    /// A static field of the framework may hold a way out, as the standard output does.
    pub(super) fn opened_field(
        &mut self,
        at: usize,
        insn: &Insn,
        field: FieldId,
        heap: &mut Heap,
        set: &mut Set,
    ) {
        let ctx = self.frame.ctx;
        let row = ctx.program.field(field);
        if ctx.is_app_type(row.class) || ctx.field_openers(field) == 0 {
            return;
        }
        if set.refs().next().is_none() {
            *set = self.object(insn.offset, 0, None);
        }
        let _ = at;
        for n in 0..ctx.field_openers(field) {
            let way = ctx.way((self.def, insn.offset, u32::try_from(n).unwrap_or(0)));
            let made = self.frame.nodes.made(insn.offset, 32, None, false);
            let Some(node) = made else { return };
            self.frame.nodes.set_way(node, way);
            let mark = Set::one(Atom::Way(node));
            for base in set.refs().collect::<Vec<_>>() {
                heap.add(&mut self.frame.nodes, base, Sel::Whole, &mark);
            }
        }
    }

    /// Whether an object is of a type, when its exact types decide it.
    pub(super) fn is_instance(&self, object: &Set, ty: program_model::TypeId) -> Option<bool> {
        let mut known = None;
        for elem in object.iter() {
            let own = match elem.atom {
                Atom::Ref(node) => self.frame.nodes.ty(node)?,
                // What went into a value does not tell its type: the object beside it does.
                Atom::Source(_) | Atom::Way(_)
                    if known.is_some() || object.refs().next().is_some() =>
                {
                    continue;
                }
                _ => return None,
            };
            let is = self.frame.ctx.program.is_subtype(own, ty);
            if known.is_some_and(|before| before != is) {
                return None;
            }
            known = Some(is);
        }
        known
    }

    /// Blocks that a switch may go on with, when constants decide it.
    pub(super) fn cases(&mut self, at: usize, insn: &Insn) -> Option<Vec<usize>> {
        let value = self.operand(at, 0);
        self.frame.ask(&value, true);
        let values = self.ints(&value).filter(|list| !list.is_empty())?;
        let code = self.frame.ctx.program.code(self.def)?;
        let raw = code.instruction_at(insn.offset).ok()?;
        let target = insn.offset.checked_add_signed(raw.decode().branch?)?;
        let payload = code.instruction_at(target).ok()?.payload()?;
        let mut out = Vec::with_capacity(values.len());
        for value in values {
            let taken = payload
                .cases()
                .find(|(key, _)| i64::from(*key) == value)
                .and_then(|(_, relative)| insn.offset.checked_add_signed(relative));
            let next = match taken {
                Some(offset) => self.body.insn_at(offset)?,
                None => at + 1,
            };
            out.push(self.body.block_of(next));
        }
        Some(out)
    }

    pub(super) fn arithmetic(&mut self, at: usize, insn: &Insn, heap: &Heap) {
        let a = self.operand(at, 0);
        let b = self.operand(at, 1);
        let mut out = self.frame.taints(heap, &a, false);
        let more = self.frame.taints(heap, &b, false);
        out.join(&more);
        let mut out = self.frame.stepped(&out, insn.offset, What::Compute);
        let first = self.int(&a);
        let second = insn.literal.or_else(|| self.int(&b));
        let folded = match (first, second) {
            (Some(a), Some(b)) => numbers::fold(insn.opcode, a, b),
            (Some(a), None) if insn.opcode < 0x90 => numbers::unary(insn.opcode, a),
            _ => None,
        };
        match folded {
            Some(value) => {
                out.join(&self.constant(&Constant::Int(value)));
            }
            None => {
                out.add(Elem::plain(Atom::Top));
            }
        }
        self.write(at, &out);
    }
}
