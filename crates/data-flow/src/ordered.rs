//! What is sent to one receiver behind the other: those behind one that always ends it get nothing. Refuses to leave a
//! receiver out unless the one before it surely gets what is sent, and surely ends it.

use program_model::{DefId, TypeId, Value};
use ruleset::schema::dataflow::Effect;

use crate::context::{Constant, Ctx};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::node::{Addr, Kind, Sel};
use crate::value::{Atom, Set};

/// Parts of an intent that decide with its action who gets it.
const PARTS: [&str; 4] = ["component", "category", "type", "data"];
/// The part that names what it is about.
const ACTION: &str = "action";
/// Cells of a row that takes back that something was ended.
const REOPENS: &str = "reopens";
/// Superclasses looked at.
const MAX_CHAIN: usize = 64;

impl Frame<'_, '_, '_> {
    /// The channels to the components that get an intent one behind the other.
    pub(crate) fn channel_in_order(&mut self, heap: &Heap, name: u32, intent: &Set) -> Set {
        let mut out = self.channel_to(heap, name, intent);
        let types: Vec<TypeId> = out
            .refs()
            .filter_map(|node| match self.nodes.get(node)?.kind {
                Kind::Channel(_, Addr::Type(ty)) => Some(ty),
                _ => None,
            })
            .collect();
        if types.len() < 2 || out.refs().count() != types.len() {
            return out;
        }
        let Some(action) = self.plain_action(heap, intent) else {
            return out;
        };
        let ctx = self.ctx;
        let end = types
            .iter()
            .filter_map(|ty| Some((ctx.intents.priorities(*ty, &action).0?, *ty)))
            .filter(|(_, ty)| ctx.always_ends(*ty))
            .map(|(priority, _)| priority)
            .max();
        let Some(end) = end.filter(|_| !ctx.may_reopen()) else {
            return out;
        };
        let nodes = &self.nodes;
        out.retain(|atom| {
            let Atom::Ref(node) = atom else { return true };
            match nodes.get(node).map(|known| known.kind) {
                Some(Kind::Channel(_, Addr::Type(ty))) => {
                    let own = ctx.intents.priorities(ty, &action).1;
                    own.is_none_or(|own| own >= end)
                }
                _ => true,
            }
        });
        out
    }

    /// The action of an intent that says nothing else of who gets it.
    fn plain_action(&mut self, heap: &Heap, intent: &Set) -> Option<String> {
        let mut refs = intent.refs();
        let (Some(node), None) = (refs.next(), refs.next()) else {
            return None;
        };
        let base = Set::one(Atom::Ref(node));
        if self.nodes.is_outside(node) {
            return None;
        }
        for part in PARTS {
            let held = self.load(heap, &base, Sel::Name(self.ctx.name(part)));
            if held.iter().any(|elem| !elem.atom.is_taint()) {
                return None;
            }
        }
        let action = self.load(heap, &base, Sel::Name(self.ctx.name(ACTION)));
        match self.ctx.constant_at(action.constant()?)? {
            Constant::Text(text) => Some(text.to_string()),
            _ => None,
        }
    }
}

impl Ctx<'_, '_> {
    /// Each way through the method that the framework calls on a component of this type ends what it was given.
    fn always_ends(&self, ty: TypeId) -> bool {
        let Some(method) = self.intents.only_method(ty) else {
            return false;
        };
        let program = self.program;
        let mut here = Some(ty);
        for _ in 0..MAX_CHAIN {
            let Some(class) = here.and_then(|ty| program.class_of(ty)) else {
                return false;
            };
            let class = program.class(class);
            let own = class.methods().find(|def| {
                let selector = program.method(program.def(*def).method).selector;
                let (name, proto) = program.selector(selector);
                [program.name(name), program.proto(proto)].concat() == method.as_bytes()
            });
            if let Some(def) = own {
                return self.ends_on_all_ways(def);
            }
            here = program.superclass(class.ty);
        }
        false
    }

    /// Before each return lies a call on the receiver that ends what it was given.
    fn ends_on_all_ways(&self, def: DefId) -> bool {
        let program = self.program;
        let Some(body) = program.body(def) else {
            return false;
        };
        let dex = program.dex_of(def);
        let blocks = body.blocks();
        let mut ends: Vec<usize> = Vec::new();
        for (at, insn) in body.insns().iter().enumerate() {
            let this = body.operands(at).get(0).map(|id| body.value(id));
            if !insn.is_invoke() || !matches!(this, Some(Value::Param(0))) {
                continue;
            }
            let method = insn.index.and_then(|index| program.method_at(dex, index));
            let is_end = method.is_some_and(|method| {
                let spec = self.spec(method);
                spec.effects
                    .iter()
                    .flatten()
                    .any(|one| *one == Effect::Ends)
            });
            let block = body.block_of(at);
            // What handles an exception may come without it.
            let from = u32::try_from(block).unwrap_or(u32::MAX);
            let is_whole = || {
                let next = blocks.get(block).map(|block| block.succs.iter());
                next.into_iter().flatten().all(|to| {
                    blocks
                        .get(*to as usize)
                        .is_some_and(|to| !to.preds.contains(&(from, true)))
                })
            };
            if is_end && is_whole() {
                ends.push(block);
            }
        }
        let mut exits = (0..blocks.len()).filter(|block| {
            let last = blocks
                .get(*block)
                .and_then(|block| block.end.checked_sub(1));
            last.and_then(|last| body.insns().get(last))
                .is_some_and(program_model::Insn::is_return)
        });
        !ends.is_empty() && exits.all(|exit| ends.iter().any(|end| body.is_dominated(exit, *end)))
    }

    /// The program names a method that takes back that something was ended.
    fn may_reopen(&self) -> bool {
        let program = self.program;
        let rows = self.tables.summaries.rows();
        let reopens: Vec<_> = rows
            .filter(|row| row.cells == REOPENS)
            .filter_map(|row| {
                let class = program.find_type(row.class.as_bytes())?;
                Some((class, program.find_name(row.name.as_bytes())?))
            })
            .collect();
        !reopens.is_empty()
            && program.methods().any(|(_, row)| {
                let name = program.selector(row.selector).0;
                reopens
                    .iter()
                    .any(|(class, known)| *known == name && program.is_subtype(row.class, *class))
            })
    }
}
