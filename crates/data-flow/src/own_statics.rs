//! Static fields that only the methods of one component write whose order is told: these methods find in them what the
//! methods before them left. All others find whatever was ever written. Refuses to order what other code writes as well,
//! or what code reads that the framework does not call itself. Objects of one component are taken to live one behind
//! the other.

use std::collections::{BTreeMap, BTreeSet};

use program_model::{DefId, EventKind, TypeId};

use crate::context::Ctx;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::intent::Time;
use crate::node::{Kind, Sel};
use crate::value::{NodeId, Set};

/// Static fields of one component that are looked at.
const MAX_FIELDS: usize = 32;

/// The fields, and what the methods of each time leave in them.
pub(crate) struct OwnStatics {
    by_type: BTreeMap<TypeId, BTreeSet<Sel>>,
    times: BTreeMap<(TypeId, Time), BTreeMap<Sel, Set>>,
    /// What each field held when its component was done with it.
    known: BTreeMap<Sel, Set>,
}

/// What static fields held before a method was called.
pub(crate) struct Shown {
    ty: TypeId,
    node: NodeId,
    before: Vec<(Sel, Set)>,
}

impl OwnStatics {
    /// Some of what is noted for the fields is this object.
    pub(crate) fn holds(&self, node: NodeId) -> bool {
        let atom = crate::value::Atom::Ref(node);
        let has = |cells: &BTreeMap<Sel, Set>| cells.values().any(|set| set.contains(atom));
        has(&self.known) || self.times.values().any(has)
    }

    /// Finds the fields; `methods` are those that the framework calls, with the component and the time.
    pub(crate) fn new(
        ctx: &Ctx<'_, '_>,
        methods: impl Iterator<Item = (DefId, TypeId, Time)>,
    ) -> Self {
        let program = ctx.program;
        let mut of: BTreeMap<DefId, Option<TypeId>> = BTreeMap::new();
        for (def, ty, time) in methods {
            let is_told = matches!(time, Time::At(_)) && ctx.intents.has_order(ty);
            let own = of.entry(def).or_insert(Some(ty));
            if *own != Some(ty) || !is_told {
                *own = None;
            }
        }
        let is_initialiser = |def: DefId| {
            let (name, _) = program.selector(program.method(program.def(def).method).selector);
            program.name(name) == b"<clinit>"
        };
        let mut by_type: BTreeMap<TypeId, BTreeSet<Sel>> = BTreeMap::new();
        for (def, ty) in &of {
            let Some(ty) = ty else { continue };
            let dex = program.dex_of(*def);
            for event in program.events(*def) {
                if event.kind != EventKind::StaticPut {
                    continue;
                }
                let Some(field) = program.field_at(dex, event.index) else {
                    continue;
                };
                let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
                let is_own = ctx.writes(field).is_some_and(|list| {
                    list.iter().all(|(writer, _)| {
                        of.get(writer) == Some(&Some(*ty)) || is_initialiser(*writer)
                    })
                });
                let is_plain = program.declared_field(field) == field
                    && !ctx.reflection.fields.contains(&Sel::Field(number));
                let list = by_type.entry(*ty).or_default();
                if is_own && is_plain && list.len() < MAX_FIELDS {
                    list.insert(Sel::Field(number));
                }
            }
        }
        if by_type.values().any(|list| !list.is_empty()) {
            // Callbacks run later than the method that asks for them, and find what others left by then.
            for (def, _) in program.defs() {
                if !ctx.wanted[def] || of.contains_key(&def) {
                    continue;
                }
                let dex = program.dex_of(def);
                for event in program.events(def) {
                    if event.kind == EventKind::StaticGet
                        && let Some(field) = program.field_at(dex, event.index)
                    {
                        let field = program.declared_field(field);
                        let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
                        for list in by_type.values_mut() {
                            list.remove(&Sel::Field(number));
                        }
                    }
                }
            }
        }
        by_type.retain(|_, list| !list.is_empty());
        Self {
            by_type,
            times: BTreeMap::new(),
            known: BTreeMap::new(),
        }
    }

    /// How much is known: it only grows.
    pub(crate) fn len(&self) -> usize {
        let cells = self.times.values().flat_map(BTreeMap::values);
        cells.map(Set::len).sum()
    }

    /// Shows a method of a component what those before it left, which it overwrites where it writes.
    pub(crate) fn show(
        &mut self,
        frame: &mut Frame<'_, '_, '_>,
        heap: &mut Heap,
        ty: TypeId,
        seen: &BTreeSet<Time>,
    ) -> Option<Shown> {
        let own = self.by_type.get_mut(&ty)?;
        let node = frame.outside(Kind::Statics).refs().next()?;
        let nothing = Set::default();
        // What others wrote after all has no order.
        own.retain(|sel| {
            let held = heap.cells.get(&(node, *sel)).unwrap_or(&nothing);
            self.known.get(sel).is_none_or(|known| known.same(held))
        });
        if own.is_empty() {
            return None;
        }
        let before: Vec<(Sel, Set)> = heap.of(node).map(|(sel, set)| (sel, set.clone())).collect();
        // A new object finds what the one before it left.
        if !seen.contains(&Time::First) {
            for sel in own.iter() {
                let mut held = Set::default();
                for time in seen {
                    if let Some(set) = self
                        .times
                        .get(&(ty, *time))
                        .and_then(|cells| cells.get(sel))
                    {
                        held.join(set);
                    }
                }
                heap.cells.insert((node, *sel), held);
            }
        }
        frame.nodes.order_statics(node, true);
        Some(Shown { ty, node, before })
    }

    /// Notes what the method left, and gives back what others find.
    pub(crate) fn keep(
        &mut self,
        frame: &mut Frame<'_, '_, '_>,
        heap: &mut Heap,
        shown: Shown,
        time: Time,
    ) {
        let node = shown.node;
        frame.nodes.order_statics(node, false);
        let own = self.by_type.get(&shown.ty);
        let cells = self.times.entry((shown.ty, time)).or_default();
        for sel in own.into_iter().flatten() {
            if let Some(held) = heap.cells.get(&(node, *sel)) {
                cells.entry(*sel).or_default().join(held);
            }
        }
        for (sel, set) in shown.before {
            heap.cells.at_mut((node, sel)).join(&set);
        }
        for sel in own.into_iter().flatten() {
            let held = heap.cells.get(&(node, *sel)).cloned().unwrap_or_default();
            self.known.insert(*sel, held);
        }
    }
}
