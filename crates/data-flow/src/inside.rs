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
use crate::value::{Atom, NodeId, Set};

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
                None => program.holder(site.def),
            };
            if program.is_subtype(holder, class) && self.ctx.intents.is_private(holder) {
                return true;
            }
        }
        for end in &spec.channels {
            let Some(place) = end.address.as_ref().and_then(Address::intent) else {
                continue;
            };
            let mut call = Effecting::new(site, spec);
            let intent = self.read_place(heap, &mut call, place);
            let nodes: Vec<_> = intent.refs().collect();
            if nodes.is_empty() {
                continue;
            }
            let inside = nodes.iter().all(|node| self.is_for_own(heap, *node));
            if inside {
                return true;
            }
        }
        false
    }

    /// An intent goes to the app itself: to its package or to components of it.
    pub(crate) fn is_for_own(&mut self, heap: &Heap, intent: NodeId) -> bool {
        let package = self.ctx.text(self.ctx.intents.package());
        let base = Set::one(Atom::Ref(intent));
        let own = self.load(heap, &base, Sel::Name(self.ctx.name("package")));
        let mut named = own.constants();
        if named.next() == Some(package)
            && named.next().is_none()
            && own.iter().all(|elem| elem.atom != Atom::Top)
            && own.refs().next().is_none()
        {
            return true;
        }
        self.targets_of(heap, intent)
            .is_some_and(|targets| !targets.is_empty())
            || self.names_own(heap, &base)
    }

    /// The component is one that the manifest names, whether it can be started or not.
    fn names_own(&mut self, heap: &Heap, intent: &Set) -> bool {
        let component = self.load(heap, intent, Sel::Name(self.ctx.name("component")));
        let is_own = |atom: Atom| match atom {
            Atom::Const(id) => match self.ctx.constant_at(id) {
                Some(Constant::Text(text)) => self.ctx.intents.is_named(&text),
                _ => false,
            },
            _ => false,
        };
        component.iter().next().is_some() && component.iter().all(|elem| is_own(elem.atom))
    }

    /// Callers know more of whom an intent is for.
    pub(crate) fn is_open_intent(&mut self, heap: &Heap, intent: NodeId) -> bool {
        if self.def.is_none() {
            return false;
        }
        if self.nodes.is_outside(intent) {
            return self.targets_of(heap, intent).is_none();
        }
        let base = Set::one(Atom::Ref(intent));
        let is_open = |frame: &Self, set: &Set| {
            set.iter().any(|elem| match elem.atom {
                Atom::Ref(node) => frame.nodes.is_outside(node),
                Atom::Data(_) | Atom::Deep(_) => true,
                _ => false,
            })
        };
        let component = self.load(heap, &base, Sel::Name(self.ctx.name("component")));
        if is_open(self, &component) {
            return true;
        }
        let action = self.load(heap, &base, Sel::Name(self.ctx.name("action")));
        component.is_empty() && is_open(self, &action)
    }

    /// Intents that a call is given and of which callers know more.
    pub(crate) fn open_intents(&mut self, heap: &Heap, site: &Site<'_>, spec: &Spec<'_>) -> Set {
        let mut out = Set::default();
        for end in &spec.channels {
            let Some(place) = end.address.as_ref().and_then(Address::intent) else {
                continue;
            };
            let mut call = Effecting::new(site, spec);
            let held = self.read_place(heap, &mut call, place);
            let open = held
                .refs()
                .collect::<Vec<_>>()
                .into_iter()
                .any(|node| self.is_open_intent(heap, node));
            if open {
                out.join(&held);
            }
        }
        out.retain(|atom| matches!(atom, Atom::Ref(_)));
        out
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
