//! Objects copied into others with what is not noted of them, and what is surely in an object. Refuses to take a part
//! of the original for a part of its copy.

use ruleset::schema::dataflow::{Base, Effect, Place};

use super::Effecting;
use crate::call::Site;
use crate::context::Constant;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::node::Sel;
use crate::value::{Atom, Elem, NodeId, Set};

/// Number of the object that stands for the manifest's own words, among those of one call.
const META_NODE: u32 = 14;

/// What some objects hold, to be put into others.
#[derive(Default)]
pub(crate) struct Copied {
    cells: Vec<(NodeId, Sel, Set)>,
    /// Objects from outside of which not all is noted.
    rest: Set,
    /// What went into them as a whole.
    taints: Set,
}

impl Copied {
    /// Leaves out cells.
    pub(crate) fn leave_out(&mut self, is_out: impl Fn(Sel) -> bool) {
        self.cells.retain(|(_, sel, _)| !is_out(*sel));
    }
}

/// The constants that a value is one of, as keys.
pub(crate) fn few_constants(set: &Set) -> Option<Vec<Sel>> {
    set.iter()
        .filter(|elem| !elem.atom.is_taint())
        .map(|elem| match elem.atom {
            Atom::Const(id) => Some(Sel::Key(id)),
            _ => None,
        })
        .collect::<Option<Vec<_>>>()
        .filter(|list| list.len() > 1)
}

impl Frame<'_, '_, '_> {
    /// A part of an object is not its own yet but that of what it was copied from.
    pub(super) fn is_of_original(&self, heap: &Heap, base: &Set, sel: Sel) -> bool {
        let mut refs = base.refs();
        let (Some(node), None) = (refs.next(), refs.next()) else {
            return false;
        };
        heap.rests
            && matches!(sel, Sel::Name(_))
            && !self.nodes.is_outside(node)
            && heap.cells.contains_key(&(node, Sel::Rest))
            && !heap.cells.contains_key(&(node, sel))
    }

    /// Some of the objects have a noted part.
    pub(crate) fn is_noted(heap: &Heap, base: &Set, sel: Sel) -> bool {
        base.refs().any(|node| {
            heap.cells
                .get(&(node, sel))
                .is_some_and(|set| set.refs().next().is_some())
        })
    }

    /// Content under a known key is surely there once it was put; so are the parts of a new object.
    pub(super) fn note_sure(&self, heap: &mut Heap, base: &Set, sel: Sel, is_new: bool) {
        let is_noted = match sel {
            Sel::Key(_) => true,
            Sel::Name(_) => is_new,
            _ => false,
        };
        if is_noted
            && self.is_one(base)
            && let Some(node) = base.refs().next()
            && heap.cells.contains_key(&(node, sel))
        {
            heap.sure.insert((node, sel));
        }
    }

    /// A place surely holds something.
    pub(super) fn is_there(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
    ) -> bool {
        let Some((last, _)) = place.path.split_last() else {
            return false;
        };
        let base = self.read_upto(heap, call, place, place.path.len() - 1);
        let sel = self.sel(heap, call, *last);
        if self.loops && matches!(sel, Sel::Name(_)) {
            // A part may be gone after the first round: rather than going round once more, it is not counted on.
            return false;
        }
        self.is_one(&base) && base.refs().all(|node| heap.is_sure(node, sel))
    }

    /// A box around a number that callers know is that number.
    pub(super) fn boxed(
        &self,
        call: &Effecting<'_, '_>,
        from: Base<'_>,
        to: Base<'_>,
        read: &Set,
    ) -> Option<Set> {
        let (Base::Arg(0), Base::Ret, [param]) = (from, to, &call.spec.params[..]) else {
            return None;
        };
        let mut list = read.iter();
        let (Some(elem), None) = (list.next(), list.next()) else {
            return None;
        };
        let is_unknown = matches!(elem.atom, Atom::Ref(node) if self.nodes.is_outside(node));
        let is_box = !param.is_object && call.spec.returns_own && call.site.is_static();
        (is_unknown && is_box).then(|| read.clone())
    }

    /// Everything in some objects as it is now.
    pub(crate) fn content_of(nodes: &crate::node::Nodes, heap: &Heap, from: &Set) -> Copied {
        let mut out = Copied {
            taints: from.clone(),
            ..Copied::default()
        };
        out.taints.retain(Atom::is_taint);
        for source in from.refs() {
            let mut has_rest = false;
            for (sel, set) in heap.of(source) {
                if sel == Sel::Rest {
                    has_rest = true;
                    out.rest.join(set);
                } else {
                    out.cells.push((source, sel, set.clone()));
                }
            }
            if nodes.is_outside(source) && !has_rest {
                out.rest.add(Elem::plain(Atom::Ref(source)));
            }
        }
        out
    }

    /// Everything that some objects held is in others as well.
    pub(crate) fn put_copied(&mut self, heap: &mut Heap, copied: &Copied, to: &Set) {
        let targets: Vec<_> = to.refs().collect();
        for target in &targets {
            for (source, sel, set) in &copied.cells {
                if source == target {
                    continue;
                }
                self.units += 1;
                if *sel == Sel::Size {
                    let set = if heap.cells.contains_key(&(*target, Sel::Size)) {
                        Set::one(Atom::Top)
                    } else {
                        set.clone()
                    };
                    heap.put(*target, Sel::Size, set);
                } else if set.is_empty()
                    && !self.nodes.is_outside(*target)
                    && !heap.cells.contains_key(&(*target, *sel))
                {
                    // What the original surely lacks its copy lacks as well.
                    heap.put(*target, *sel, Set::default());
                } else {
                    heap.add(&mut self.nodes, *target, *sel, set);
                }
            }
            let mut rest = copied.rest.clone();
            rest.retain(|atom| atom != Atom::Ref(*target));
            heap.add(&mut self.nodes, *target, Sel::Rest, &rest);
        }
        if !copied.taints.is_empty() {
            for target in targets {
                heap.add(&mut self.nodes, target, Sel::Whole, &copied.taints);
            }
        }
    }

    /// An interface whose method puts its receiver into a new object of the same interface makes that object itself.
    pub(super) fn put_together(
        &self,
        site: &Site<'_>,
        call: &Effecting<'_, '_>,
        list: &[&Effect<'_>],
    ) -> Option<program_model::TypeId> {
        let class = self.ctx.program.method(site.method).class;
        let keeps_receiver = list.iter().any(|effect| {
            matches!(effect, Effect::Flow { from, to, same: true, .. }
                if from.base == Base::This && from.path.is_empty() && to.base == Base::Ret && !to.path.is_empty())
        });
        (call.spec.returns_own && keeps_receiver && self.is_interface(class)).then_some(class)
    }

    /// All objects that a place begins at were made by code that is seen.
    pub(super) fn is_made_here(&mut self, call: &Effecting<'_, '_>, base: Base<'_>) -> bool {
        let held = match base {
            Base::This => call.this(),
            Base::Arg(n) => call.operand(n as usize),
            _ => return true,
        };
        held.is_some_and(|set| {
            let mut refs = set.refs().peekable();
            refs.peek().is_some()
                && refs.all(|node| self.nodes.ty(node).is_some() || self.nodes.is_outside(node))
        })
    }

    /// What the manifest tells by name, as a container of constants.
    pub(super) fn meta_data(&mut self, heap: &mut Heap, call: &Effecting<'_, '_>) -> Set {
        let made = self
            .nodes
            .made(call.site.offset, META_NODE, None, !self.loops);
        let Some(node) = made else {
            return Set::default();
        };
        for (key, value) in self.ctx.intents.meta_data() {
            let constant = match value.as_str() {
                "true" => Constant::Int(1),
                "false" => Constant::Int(0),
                text => match text.parse() {
                    Ok(number) => Constant::Int(number),
                    Err(_) => Constant::Text(text.into()),
                },
            };
            let held = Set::one(Atom::Const(self.ctx.constant(&constant)));
            let sel = Sel::Key(self.ctx.text(key));
            heap.add(&mut self.nodes, node, sel, &held);
            heap.sure.insert((node, sel));
        }
        Set::one(Atom::Ref(node))
    }
}
