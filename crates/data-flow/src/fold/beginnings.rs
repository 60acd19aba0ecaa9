//! Texts of which only the beginning is known: what is cut from it, asked of it, and read of it line by line. Refuses to
//! say anything of what comes behind.

use std::rc::Rc;

use ruleset::schema::dataflow::{Base, FoldArg, FoldOp, Place, Step};

use super::{MAX_BEGINNING, TEXT, compute, text_of};
use crate::context::Constant;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::library::Effecting;
use crate::node::Sel;
use crate::value::{Atom, Set};

impl Frame<'_, '_, '_> {
    /// What a text begins with that is not known as a whole.
    pub(super) fn begins(&mut self, heap: &Heap, held: &Set) -> Option<Rc<str>> {
        let text = |set: &Set| match self.ctx.constant_at(set.named()?)? {
            Constant::Begins(text) => Some(text),
            _ => None,
        };
        if let Some(text) = text(held) {
            return Some(text);
        }
        let mut refs = held.refs();
        let (Some(node), None) = (refs.next(), refs.next()) else {
            return None;
        };
        let is_one = held.iter().all(|elem| match elem.atom {
            Atom::Ref(_) => true,
            atom => atom.is_taint(),
        });
        if !is_one || self.nodes.is_outside(node) {
            return None;
        }
        text(heap.cells.get(&(node, Sel::Name(self.ctx.name(TEXT))))?)
    }

    /// What the texts that are put together begin with, while the first ones are known.
    pub(super) fn beginning_of(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        args: &[FoldArg<'_>],
    ) -> Option<String> {
        let mut out = String::new();
        for arg in args {
            let place = match arg {
                FoldArg::Text(text) => {
                    out.push_str(text);
                    continue;
                }
                FoldArg::Int(_) => break,
                FoldArg::Place(place) => place,
            };
            let held = self.read_place(heap, call, place);
            let known = held.constant().and_then(|id| self.ctx.constant_at(id));
            if let Some(text) = known.as_ref().and_then(text_of) {
                out.push_str(&text);
                continue;
            }
            if let Some(text) = self.begins(heap, &held) {
                out.push_str(&text);
            }
            break;
        }
        (!out.is_empty() && out.len() <= MAX_BEGINNING).then_some(out)
    }

    pub(super) fn rest_of_beginning(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        args: &[FoldArg<'_>],
    ) -> Option<String> {
        let Some(FoldArg::Place(place)) = args.first() else {
            return None;
        };
        let held = self.read_place(heap, call, place);
        let text = self.begins(heap, &held)?;
        Some(text.split_once('\n')?.1.to_owned()).filter(|rest| !rest.is_empty())
    }

    pub(super) fn put_beginning(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        to: &Place<'_>,
        begins: &str,
    ) {
        let value = Set::one(Atom::Const(
            self.ctx.constant(&Constant::Begins(begins.into())),
        ));
        let (base, part) = match to.path.split_last() {
            Some((Step::Field(part), _)) => {
                let n = to.path.len() - 1;
                let base = if to.base == Base::Ret && call.makes_ret {
                    self.part(heap, call, to, n)
                } else {
                    self.read_upto(heap, call, to, n)
                };
                (base, *part)
            }
            None if to.base == Base::Ret => (self.part(heap, call, to, 0), TEXT),
            _ => return,
        };
        let sel = Sel::Name(self.ctx.name(part));
        if self.is_one(&base)
            && let Some(node) = base.refs().next()
            && !self.nodes.is_outside(node)
        {
            heap.put(node, sel, value);
        }
    }

    /// What can be said of a text of which only the beginning is known.
    pub(super) fn told_by_beginning(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        op: FoldOp,
        args: &[FoldArg<'_>],
    ) -> Option<Constant> {
        let is_asked = matches!(
            op,
            FoldOp::Substring | FoldOp::StartsWith | FoldOp::CharAt | FoldOp::FirstLine
        );
        let Some(FoldArg::Place(place)) = args.first().filter(|_| is_asked) else {
            return None;
        };
        let held = self.read_place(heap, call, place);
        let text = self.begins(heap, &held)?;
        let rest = self.known_args(heap, call, args.get(1..)?)?;
        let mut values = vec![Constant::Text(Rc::clone(&text))];
        values.extend(rest);
        match (op, values.get(1)) {
            (FoldOp::FirstLine, _) if !text.contains('\n') => None,
            // What has no end given goes on behind what is known.
            (FoldOp::Substring, _) if values.len() < 3 => None,
            (FoldOp::StartsWith, Some(Constant::Text(wanted)))
                if wanted.starts_with(&*text) && wanted.len() > text.len() =>
            {
                None
            }
            _ => compute(self.ctx.program, op, &values),
        }
    }
}
