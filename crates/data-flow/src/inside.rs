//! Which hand-overs between processes stay in the app: own components, own package, own providers, answers to the app
//! itself. Decides nothing where a target is not known.

use ruleset::schema::dataflow::{Address, Side, SinkKind};

use crate::call::Site;
use crate::context::Constant;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::library::Effecting;
use crate::node::Sel;
use crate::spec::Spec;
use crate::value::{Atom, Set};

impl Frame<'_, '_, '_> {
    /// An intent whose target is known to be a component of the app leaves no process.
    pub(crate) fn stays_inside(
        &mut self,
        heap: &Heap,
        site: &Site<'_>,
        spec: &Spec<'_>,
        kind: SinkKind,
    ) -> bool {
        if kind != SinkKind::Ipc {
            return false;
        }
        // What a component that only the app itself starts answers goes to the app.
        let answers = spec
            .channels
            .iter()
            .any(|end| end.side == Side::Put && end.address.is_none() && end.key.is_none());
        let program = self.ctx.program;
        let class = program.method(site.method).class;
        if answers && !site.is_static() {
            let holder = match site.args.first().and_then(|set| self.exact_type(set)) {
                Some(ty) => ty,
                None if program.class_of(class).is_some() => class,
                None => program.class(program.def(site.def).class).ty,
            };
            if program.is_subtype(holder, class) && self.ctx.intents.is_private(holder) {
                return true;
            }
        }
        for end in &spec.channels {
            let Some(Address::Intent(place)) = &end.address else {
                continue;
            };
            let mut call = Effecting::new(site, spec);
            let intent = self.read_place(heap, &mut call, place);
            let nodes: Vec<_> = intent.refs().collect();
            if nodes.is_empty() {
                continue;
            }
            let package = self.ctx.text(self.ctx.intents.package());
            let part = Sel::Name(self.ctx.name("package"));
            let inside = nodes.iter().all(|node| {
                let own = self.load(heap, &Set::one(Atom::Ref(*node)), part);
                let mut named = own.constants();
                if named.next() == Some(package)
                    && named.next().is_none()
                    && own.iter().all(|elem| elem.atom != Atom::Top)
                    && own.refs().next().is_none()
                {
                    return true;
                }
                self.targets_of(heap, *node)
                    .is_some_and(|targets| !targets.is_empty())
            });
            if inside {
                return true;
            }
        }
        false
    }

    /// All addresses are of providers that only the app itself can use.
    pub(crate) fn is_own_host(&self, host: &Set) -> bool {
        let mut any = false;
        for elem in host.iter() {
            match elem.atom {
                Atom::Const(id) => match self.ctx.constant_at(id) {
                    Some(Constant::Text(text)) if self.ctx.intents.is_own_address(&text) => {
                        any = true;
                    }
                    _ => return false,
                },
                Atom::Ref(node) if !self.nodes.is_outside(node) => {}
                _ => return false,
            }
        }
        any
    }
}
