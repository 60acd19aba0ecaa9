//! Objects that a component keeps in a field, fills and then replaces within one call of the framework: what such a call
//! put into the old object is gone with it. The call is given twins of the objects, which nothing holds behind it.
//! Refuses objects that anything but that field holds, and calls that keep the old object anywhere.

use program_model::DefId;

use crate::context::{Ctx, Key};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::node::{Kind, Node, Nodes, Sel};
use crate::own_statics::OwnStatics;
use crate::shared::Times;
use crate::summary::{Deferred, Summary};
use crate::value::{Atom, Elem, NodeId, Set};

/// Offset that no entry point has: objects made there are twins.
const TWINS: u32 = u32::MAX;

/// Fields of one component that are looked at.
const MAX_FIELDS: usize = 16;

/// Objects with their twins.
pub(crate) type Twins = Vec<(NodeId, NodeId)>;

fn replace(set: &Set, from: NodeId, to: NodeId) -> Set {
    set.iter()
        .map(|elem| match elem.atom {
            Atom::Ref(node) if node == from => Elem {
                atom: Atom::Ref(to),
                ..elem
            },
            _ => elem,
        })
        .collect()
}

/// Fields of the receiver whose objects a method changes and replaces on all ways, without keeping them; and whether
/// they are called back if they are of the app.
fn replaced_fields(summary: &Summary) -> Vec<(Sel, bool)> {
    let nodes = &summary.nodes;
    let this = nodes.iter().find(|(_, node)| node.kind == Kind::Param(0));
    let Some((this, _)) = this.filter(|_| summary.cut.is_none()) else {
        return Vec::new();
    };
    let written: Vec<Sel> = summary
        .cells
        .of(this)
        .map(|(sel, _)| sel)
        .filter(|sel| matches!(sel, Sel::Field(_)))
        .take(MAX_FIELDS)
        .collect();
    let mut out = Vec::new();
    for sel in written {
        let old = nodes
            .iter()
            .find(|(_, node)| node.kind == Kind::Load(this, sel));
        let Some((old, _)) = old else { continue };
        let is_filled = summary.cells.of(old).next().is_some();
        if is_filled && !keeps(summary, old) {
            let called = |later: &Deferred| later.receiver.contains(Atom::Ref(old));
            out.push((sel, summary.deferred.iter().any(called)));
        }
    }
    out
}

/// Something that outlives the call holds the object.
fn keeps(summary: &Summary, node: NodeId) -> bool {
    let has = |set: &Set| set.contains(Atom::Ref(node));
    has(&summary.ret)
        || has(&summary.thrown)
        || summary.cells.values().any(has)
        || summary
            .deferred
            .iter()
            .any(|later| later.args.iter().any(has))
}

fn is_twin(nodes: &Nodes, node: NodeId) -> bool {
    nodes
        .get(node)
        .is_some_and(|known| matches!(known.kind, Kind::Inner(TWINS, ..)))
}

impl Frame<'_, '_, '_> {
    /// Puts twins of the objects that a method of a component replaces in their place.
    pub(crate) fn put_twins(
        &mut self,
        ctx: &Ctx<'_, '_>,
        heap: &mut Heap,
        (times, statics): (&Times, &OwnStatics),
        (own, def): (NodeId, DefId),
    ) -> Twins {
        let mut out = Twins::new();
        let key = ctx.key_id(&Key::generic(def));
        let Some(summary) = self.known.summary(key) else {
            return out;
        };
        for (sel, is_called) in replaced_fields(&summary) {
            let held: Vec<NodeId> = heap
                .cells
                .get(&(own, sel))
                .map_or_else(Vec::new, |set| set.refs().collect());
            for node in held {
                let is_alone = self.is_private_part(node, is_called)
                    && !self.is_held(heap, node, Some((own, sel)))
                    && !statics.holds(node)
                    && !times.iter().any(|((who, _), cells)| {
                        cells.iter().any(|(part, set)| {
                            (*who, *part) != (own, sel) && set.contains(Atom::Ref(node))
                        })
                    });
                self.units += heap.cells.len() as u64 / 4;
                if is_alone && let Some(twin) = self.twin(heap, node) {
                    let cell = heap.cells.at_mut((own, sel));
                    *cell = replace(cell, node, twin);
                    out.push((node, twin));
                }
            }
        }
        out
    }

    /// Takes the twins out again. What still holds one holds the object itself.
    pub(crate) fn drop_twins(&mut self, heap: &mut Heap, twins: &Twins) {
        for (node, twin) in twins {
            if self.is_held(heap, *twin, None) {
                let holders: Vec<(NodeId, Sel)> = heap
                    .cells
                    .iter()
                    .filter(|(_, set)| set.contains(Atom::Ref(*twin)))
                    .map(|(place, _)| place)
                    .collect();
                for place in holders {
                    let cell = heap.cells.at_mut(place);
                    *cell = replace(cell, *twin, *node);
                }
                let cells: Vec<(Sel, Set)> = heap
                    .of(*twin)
                    .map(|(sel, set)| (sel, set.clone()))
                    .collect();
                for (sel, set) in cells {
                    heap.cells
                        .at_mut((*node, sel))
                        .join(&replace(&set, *twin, *node));
                }
            }
            // What runs later may be given the twin itself.
            if !self.is_given_later(*twin) {
                heap.cells.retain(|known, _, _| known != *twin);
            }
        }
    }

    /// An object that code of the app made and whose life is no matter of the framework; where its methods are called
    /// back, one whose code is not the app's.
    fn is_private_part(&self, node: NodeId, is_called: bool) -> bool {
        let Some(known) = self.nodes.get(node) else {
            return false;
        };
        matches!(known.kind, Kind::Inner(..))
            && !is_twin(&self.nodes, node)
            && match known.ty {
                Some(ty) => {
                    !(self.ctx.intents.is_living(ty) || is_called && self.ctx.is_app_type(ty))
                }
                None => !is_called,
            }
    }

    fn is_given_later(&self, node: NodeId) -> bool {
        let has = |set: &Set| set.contains(Atom::Ref(node));
        let mut all = self.deferred.iter().chain(&self.pending);
        all.any(|later| has(&later.receiver) || later.args.iter().any(has))
    }

    /// Something holds the object besides one cell.
    fn is_held(&self, heap: &Heap, node: NodeId, but: Option<(NodeId, Sel)>) -> bool {
        self.is_given_later(node)
            || heap
                .cells
                .iter()
                .any(|(place, set)| Some(place) != but && set.contains(Atom::Ref(node)))
    }

    /// An object that holds what another holds now.
    fn twin(&mut self, heap: &mut Heap, node: NodeId) -> Option<NodeId> {
        let known = *self.nodes.get(node)?;
        let twin = self.nodes.intern(Node {
            kind: Kind::Inner(TWINS, 0, node),
            ..known
        })?;
        let cells: Vec<(Sel, Set)> = heap
            .of(node)
            .map(|(sel, set)| (sel, replace(set, node, twin)))
            .collect();
        for (sel, set) in cells {
            heap.put(twin, sel, set);
        }
        Some(twin)
    }
}
