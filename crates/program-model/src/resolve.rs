//! Method look-up along the hierarchy; refuses to guess a target that the app does not define.

use crate::ids::{DefId, SelectorId, TypeId};
use crate::program::{BY_INTERFACE, IMPLEMENTED, Program};

/// Steps up a chain of superclasses before the look-up gives up; bounds a cycle.
const MAX_CHAIN: usize = 512;

impl Program<'_> {
    /// The app's method that a call of `selector` on an object of exactly type `ty` runs: the nearest definition in
    /// the superclass chain, else a default method of an interface.
    pub fn lookup(&self, ty: TypeId, selector: SelectorId) -> Option<DefId> {
        let implemented = self.implemented[selector];
        if implemented & IMPLEMENTED == 0 {
            return None;
        }
        let mut here = Some(ty);
        for _ in 0..MAX_CHAIN {
            let Some(class) = here else { break };
            if self.class_of(class).is_none() {
                break;
            }
            if let Some(def) = self.declared(class, selector)
                && !self.def(def).is_abstract()
            {
                return Some(def);
            }
            here = self.superclass(class);
        }
        if implemented & BY_INTERFACE == 0 {
            return None;
        }
        // Of several default methods the most specific one runs, whichever is named first.
        let mut best: Option<(TypeId, DefId)> = None;
        for above in self.ancestors(ty) {
            let is_interface = self
                .class_of(*above)
                .is_some_and(|class| self.class(class).is_interface());
            if !is_interface {
                continue;
            }
            let found = self
                .declared(*above, selector)
                .filter(|def| !self.def(*def).is_abstract());
            if let Some(def) = found
                && best.is_none_or(|(holder, _)| self.is_subtype(*above, holder))
            {
                best = Some((*above, def));
            }
        }
        best.map(|(_, def)| def)
    }

    /// The app's method that `ty` itself declares.
    pub fn declared(&self, ty: TypeId, selector: SelectorId) -> Option<DefId> {
        self.find_method(ty, selector)
            .and_then(|method| self.def_of(method))
    }

    /// First type of the superclass chain, `ty` included, that the app does not define.
    pub fn first_external(&self, ty: TypeId) -> Option<TypeId> {
        let mut here = ty;
        for _ in 0..MAX_CHAIN {
            if self.class_of(here).is_none() {
                return Some(here);
            }
            here = self.superclass(here)?;
        }
        None
    }
}
