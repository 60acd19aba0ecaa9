//! Objects of the app that are called back: which of their methods, and running them on the heap as it stands.

use std::rc::Rc;

use call_graph::{EdgeKind, LinkEnd};
use program_model::{DefId, ProtoId, TypeId};
use rustc_hash::FxHashSet;

use crate::apply::Outcome;
use crate::frame::{Frame, by_register};
use crate::heap::Heap;
use crate::summary::{Deferred, What, Which};
use crate::value::{Atom, Set};

/// Superclasses looked at.
const MAX_CHAIN: usize = 64;
/// Callbacks run behind one call.
const MAX_PENDING: usize = 32;
/// Rounds over the callbacks of one method.
const ROUNDS: usize = 2;

/// How a class outside the app declares a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Declared {
    /// With this prototype.
    Exactly(ProtoId),
    /// With this number of parameters; no more is known.
    Params(u32),
}

impl Frame<'_, '_, '_> {
    /// Methods of an object of exactly this type that a callback runs.
    pub(crate) fn callback_targets(
        &self,
        ty: TypeId,
        which: &Which,
        n_args: Option<usize>,
    ) -> Rc<[DefId]> {
        // What is asked on the way is noted for each summary that is kept.
        if matches!(which, Which::Method(_)) || self.ctx.watch().is_on() {
            return self.find_callbacks(ty, which, n_args).into();
        }
        let known = self.ctx.callbacks.borrow();
        let same = known.get(&(ty, n_args)).and_then(|list| {
            let found = list.iter().find(|(known, _)| known == which);
            found.map(|(_, defs)| Rc::clone(defs))
        });
        drop(known);
        same.unwrap_or_else(|| {
            let found: Rc<[DefId]> = self.find_callbacks(ty, which, n_args).into();
            let mut known = self.ctx.callbacks.borrow_mut();
            let list = known.entry((ty, n_args)).or_default();
            list.push((which.clone(), Rc::clone(&found)));
            found
        })
    }

    fn find_callbacks(&self, ty: TypeId, which: &Which, n_args: Option<usize>) -> Vec<DefId> {
        let program = self.ctx.program;
        let mut out: Vec<DefId> = Vec::new();
        if let Which::Method(def) = which {
            let row = program.def(*def);
            if self.ctx.wanted[*def]
                && program.lookup(ty, program.method(row.method).selector) == Some(*def)
            {
                out.push(*def);
            }
            return out;
        }
        let mut seen = FxHashSet::default();
        let external: Vec<TypeId> = match which {
            Which::Overrides(Some(top)) => {
                if program.is_subtype(ty, *top) {
                    // What it inherits is called as well, but for what all objects have.
                    let is_root = |above: TypeId| {
                        program.superclass(above).is_none() && !self.is_interface(above)
                    };
                    let above = program.ancestors(*top).iter().copied();
                    std::iter::once(*top)
                        .chain(above.filter(|above| !is_root(*above)))
                        .collect()
                } else {
                    return out;
                }
            }
            _ => program
                .ancestors(ty)
                .iter()
                .copied()
                .filter(|above| !self.ctx.is_app_code(*above))
                .collect(),
        };
        let mut here = Some(ty);
        for _ in 0..MAX_CHAIN {
            let Some(class) = here.and_then(|ty| program.class_of(ty)) else {
                break;
            };
            let class = program.class(class);
            for def in class.methods() {
                let row = program.def(def);
                // Only by its name may one be called that is private: objects that write themselves out have such.
                let is_hidden = row.is_private() && !matches!(which, Which::Named(..));
                if row.is_static() || is_hidden || !row.has_code() {
                    continue;
                }
                let is_wanted = self.ctx.wanted[def];
                let selector = program.method(row.method).selector;
                let (name, _) = program.selector(selector);
                let text = program.name(name);
                if text.starts_with(b"<") || !seen.insert(selector) {
                    continue;
                }
                let fits = match which {
                    Which::Named(wanted, n) => {
                        text == wanted.as_bytes() && program.n_params(selector) as usize == *n
                    }
                    Which::Only => self.is_open_above(ty, selector, n_args),
                    Which::Method(_) => false,
                    Which::Overrides(_) => {
                        external.iter().any(|above| self.declares(*above, selector))
                    }
                };
                if fits && is_wanted {
                    out.push(def);
                }
            }
            here = program.superclass(class.ty);
        }
        out
    }

    /// A method gives nothing but constants of its own.
    fn gives_constants(&self, def: DefId) -> bool {
        let key = self.ctx.key_id(&crate::context::Key::generic(def));
        self.known.summary(key).is_some_and(|summary| {
            summary.cut.is_none()
                && !summary.ret.is_empty()
                && summary
                    .ret
                    .iter()
                    .all(|elem| matches!(elem.atom, Atom::Const(_)))
        })
    }

    /// Of objects that a call asks for what they give, such as their text, those of the app from which nothing of note
    /// comes: their own method is not worth a summary or gives a constant, or they have that of the root of all types, which tells a name.
    pub(crate) fn drop_silent(&self, site: &crate::call::Site<'_>, read: &mut Set) {
        if site.edges.is_empty() {
            return;
        }
        let program = self.ctx.program;
        let asked = site.edges.iter().find(|edge| {
            edge.kind.is_synchronous()
                && self
                    .ctx
                    .graph
                    .links(edge.binding)
                    .iter()
                    .any(|link| link.from == LinkEnd::Return && link.to == LinkEnd::Result)
        });
        let Some(asked) = asked else { return };
        let selector = program.method(program.def(asked.callee).method).selector;
        let is_silent = |ty: TypeId| match program.lookup(ty, selector) {
            Some(def) => !self.ctx.wanted[def] || self.gives_constants(def),
            None => program
                .first_external(ty)
                .is_some_and(|above| program.superclass(above).is_none()),
        };
        read.retain(|atom| match atom {
            Atom::Ref(node) => !self
                .nodes
                .ty(node)
                .is_some_and(|ty| self.ctx.is_app_type(ty) && is_silent(ty)),
            _ => true,
        });
    }

    /// Some supertype declares the method without code.
    fn is_open_above(
        &self,
        ty: TypeId,
        selector: program_model::SelectorId,
        n_args: Option<usize>,
    ) -> bool {
        let program = self.ctx.program;
        let n = program.n_params(selector);
        if n_args.is_some_and(|wanted| wanted != n as usize) {
            return false;
        }
        program.ancestors(ty).iter().any(|above| {
            if self.ctx.is_app_code(*above) {
                program
                    .declared(*above, selector)
                    .is_some_and(|def| program.def(def).is_abstract())
            } else {
                self.declares(*above, selector)
            }
        })
    }

    /// Objects of this type are equal to none but themselves: no class above has a word of its own on that.
    pub(crate) fn is_by_identity(&self, ty: TypeId) -> bool {
        let program = self.ctx.program;
        let Some(selector) = program
            .all()
            .find_selector(b"equals", b"(Ljava/lang/Object;)Z")
        else {
            return true;
        };
        let is_class = !matches!(program.descriptor(ty).first(), Some(b'['));
        let mut all = std::iter::once(&ty).chain(program.ancestors(ty));
        is_class
            && !all.any(|above| {
                program.superclass(*above).is_some() && self.declares(*above, selector)
            })
    }

    /// A type outside the app declares this method; a type that is not modelled may declare any. Where the prototype is
    /// known it counts as a whole: what overrides a generic method has a bridge of that prototype.
    fn declares(&self, ty: TypeId, selector: program_model::SelectorId) -> bool {
        let program = self.ctx.program;
        if program.class_of(ty).is_some() {
            return program
                .declared(ty, selector)
                .is_some_and(|def| !program.def(def).is_private());
        }
        if program.framework_type(ty).is_none() {
            return program.superclass(ty).is_none();
        }
        let (name, proto) = program.selector(selector);
        let members = self.ctx.framework_members(ty);
        members.contains(&(name, Declared::Exactly(proto)))
            || members.contains(&(name, Declared::Params(program.n_params(selector))))
    }

    /// The method overrides one of a class outside the app, not only one of an interface.
    pub(crate) fn is_of_class(&self, ty: TypeId, def: DefId) -> bool {
        let program = self.ctx.program;
        let selector = program.method(program.def(def).method).selector;
        program.ancestors(ty).iter().any(|above| {
            !self.ctx.is_app_code(*above)
                && program
                    .framework_type(*above)
                    .is_none_or(|number| !program.framework().is_interface(number))
                && self.declares(*above, selector)
        })
    }

    /// Runs the methods of the objects that a value may be; gives what they return and throw.
    pub(crate) fn call_back(
        &mut self,
        heap: &mut Heap,
        offset: u32,
        receiver: &Set,
        which: &Which,
        args: &[Set],
        strong: bool,
    ) -> Outcome {
        let program = self.ctx.program;
        let mut out = Outcome::default();
        let is_one = self.is_one(receiver);
        for elem in receiver.iter() {
            let Atom::Ref(node) = elem.atom else { continue };
            let Some(ty) = self.nodes.ty(node) else {
                self.ask(receiver, false);
                continue;
            };
            if !self.ctx.is_app_type(ty) {
                continue;
            }
            if self.units > self.bound {
                self.cut = Some("work of one method");
                return out;
            }
            let n_args = matches!(which, Which::Only).then_some(args.len());
            let targets = self.callback_targets(ty, which, n_args);
            for def in targets.iter() {
                if self.holds_back && self.is_of_life(ty, *def)
                    || self.is_taken_before(heap, node, *def)
                {
                    continue;
                }
                self.units += 4;
                if let Which::Method(_) = which {
                    let mut slots = args.to_vec();
                    if let Some(this) = slots.first_mut() {
                        *this = [elem].into_iter().collect();
                    }
                    let one = strong && is_one;
                    let outcome = self.enter(heap, offset, *def, &slots, one, What::Callback);
                    out.ret.join(&outcome.ret);
                    out.thrown.join(&outcome.thrown);
                    continue;
                }
                let spec = self.ctx.spec(program.def(*def).method);
                let mut slots = by_register(&spec, args);
                slots.insert(0, [elem].into_iter().collect());
                let one = strong && is_one && targets.len() == 1;
                let outcome = self.enter(heap, offset, *def, &slots, one, What::Callback);
                out.ret.join(&outcome.ret);
                out.thrown.join(&outcome.thrown);
            }
        }
        out
    }

    /// Callbacks that the call graph has for a call, with the values that pass along them; `is_later` when the tables say
    /// that what the call hands over waits in a queue.
    pub(crate) fn linked(
        &mut self,
        heap: &mut Heap,
        site: &crate::call::Site<'_>,
        result: &Set,
        is_later: bool,
    ) {
        let program = self.ctx.program;
        let mut returned: Vec<(DefId, Set)> = Vec::new();
        for edge in site.edges {
            let call_graph::Binding::Links(_) = edge.binding else {
                continue;
            };
            let row = program.def(edge.callee);
            if !row.has_code()
                || row.is_static()
                || !self.ctx.wanted[edge.callee]
                || self.not_called.contains(&edge.callee)
            {
                continue;
            }
            let links = self.ctx.links(site.def, edge.binding);
            let spec = self.ctx.spec(row.method);
            let n = spec
                .params
                .last()
                .map_or(1, |last| usize::from(last.slot) + 3);
            let mut slots: Vec<Set> = vec![Set::one(Atom::Top); n];
            if let Some(this) = slots.first_mut() {
                *this = Set::default();
            }
            for link in links {
                let value = match link.from {
                    LinkEnd::Operand(n) => site.args.get(usize::from(n)).cloned(),
                    LinkEnd::Inside(n) => site.args.get(usize::from(n)).cloned().map(|base| {
                        let inner = self.load(heap, &base, crate::node::Sel::Any);
                        if inner.is_empty() { base } else { inner }
                    }),
                    LinkEnd::Result => Some(result.clone()),
                    LinkEnd::ReturnOf(def) => returned
                        .iter()
                        .find(|(known, _)| *known == def)
                        .map(|(_, set)| set.clone()),
                    LinkEnd::Param(_) | LinkEnd::Return => None,
                };
                if let (Some(value), LinkEnd::Param(to)) = (value, link.to)
                    && let Some(slot) = slots.get_mut(usize::from(to))
                {
                    if to != 0 {
                        slot.retain(|atom| atom != Atom::Top);
                    }
                    let value = self.stepped(&value, site.offset, What::Callback);
                    slot.join(&value);
                }
            }
            let receiver = slots.first().cloned().unwrap_or_default();
            if receiver.refs().next().is_none() {
                continue;
            }
            let sync = edge.kind.is_synchronous();
            let queued = Self::is_queued(std::slice::from_ref(edge)) || is_later && !sync;
            let deferred = Deferred {
                offset: site.offset,
                receiver,
                which: Which::Method(edge.callee),
                args: slots,
                later: queued,
            };
            if !queued {
                let got = self.call_back(
                    heap,
                    site.offset,
                    &deferred.receiver,
                    &deferred.which,
                    &deferred.args,
                    sync,
                );
                returned.push((edge.callee, got.ret));
            }
            let open = deferred
                .receiver
                .refs()
                .any(|node| self.nodes.ty(node).is_none() && self.nodes.is_outside(node));
            if !sync || open {
                self.defer(&deferred);
            }
        }
    }

    /// All that a call asks for is called by the user or the system, or after a time: when the code that runs now has
    /// ended.
    pub(crate) fn is_queued(edges: &[call_graph::CallEdge]) -> bool {
        let mut any = false;
        for edge in edges {
            match edge.kind {
                EdgeKind::User
                | EdgeKind::Event
                | EdgeKind::Delayed
                | EdgeKind::Scheduled
                | EdgeKind::Refuse => any = true,
                EdgeKind::Direct | EdgeKind::Virtual | EdgeKind::Lambda | EdgeKind::ClassInit => {}
                _ => return false,
            }
        }
        any
    }

    /// Runs a callback now.
    pub(crate) fn run(&mut self, heap: &mut Heap, deferred: &Deferred) -> Outcome {
        self.call_back(
            heap,
            deferred.offset,
            &deferred.receiver,
            &deferred.which,
            &deferred.args,
            false,
        )
    }

    /// Runs what became known while a call was put in.
    pub(crate) fn run_pending(&mut self, heap: &mut Heap) {
        for _ in 0..MAX_PENDING {
            let Some(deferred) = self.pending.pop() else {
                return;
            };
            self.run(heap, &deferred);
        }
        self.pending.clear();
    }

    /// Runs all callbacks that wait, on the heap as the method leaves it.
    pub(crate) fn run_deferred(&mut self, heap: &mut Heap) {
        self.loops = true;
        for _ in 0..ROUNDS {
            if self.units > self.bound {
                return;
            }
            let list = self.deferred.clone();
            if list.is_empty() {
                return;
            }
            let before = heap.clone();
            for deferred in &list {
                self.run(heap, deferred);
                self.run_pending(heap);
            }
            if heap.same(&before) && self.deferred.len() == list.len() {
                return;
            }
        }
    }

    /// Whether the callback that a call of this method asks for runs after the call.
    pub(crate) fn is_later(edges: &[call_graph::CallEdge], has_result: bool) -> bool {
        let mut any = false;
        for edge in edges {
            match edge.kind {
                EdgeKind::Sync => return false,
                EdgeKind::Direct | EdgeKind::Virtual | EdgeKind::Lambda | EdgeKind::ClassInit => {}
                _ => any = true,
            }
        }
        any || !has_result
    }
}
