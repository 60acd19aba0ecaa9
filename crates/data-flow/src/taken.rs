//! Callbacks for which the framework asks another object first: a method that is left out because that one always says
//! yes. Refuses to leave one out while something else may be asked, or may answer.

use program_model::{DefId, TypeId};
use ruleset::schema::dataflow::{Effect, Step};

use crate::context::{Constant, Ctx, Key};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::limits::MAX_SET;
use crate::node::Sel;
use crate::value::{Atom, NodeId, Set};

/// Superclasses looked at.
const MAX_CHAIN: usize = 64;

impl Frame<'_, '_, '_> {
    /// Each object that is asked before the method of this one always says yes.
    pub(crate) fn is_taken_before(&mut self, heap: &Heap, node: NodeId, def: DefId) -> bool {
        let program = self.ctx.program;
        let own = program.def(def).method;
        let spec = self.ctx.spec(own);
        let after = spec
            .effects
            .iter()
            .flatten()
            .find_map(|effect| match effect {
                Effect::After { asked, method } => Some((asked, *method)),
                _ => None,
            });
        let Some((asked, method)) = after else {
            return false;
        };
        let mut held = Set::one(Atom::Ref(node));
        for step in &asked.path {
            let Step::Field(part) = step else {
                return false;
            };
            held = self.load(heap, &held, Sel::Name(self.ctx.name(part)));
        }
        if held.is_empty() || held.len() >= MAX_SET {
            return false;
        }
        let is_taken = held.iter().all(|elem| {
            let Atom::Ref(asked) = elem.atom else {
                return false;
            };
            let Some(ty) = self.nodes.ty(asked).filter(|ty| self.ctx.is_app_type(*ty)) else {
                return false;
            };
            self.says_yes(ty, method, spec.params.len())
        });
        if is_taken {
            self.ctx.cancel(def);
        }
        is_taken
    }

    /// The method of an object of this type, by name and number of parameters, gives nothing but numbers that are not 0.
    fn says_yes(&mut self, ty: TypeId, method: &str, n_params: usize) -> bool {
        let found = self.ctx.own_methods(ty, method, n_params);
        !found.is_empty() && found.into_iter().all(|def| self.gives_yes(def))
    }

    fn gives_yes(&mut self, def: DefId) -> bool {
        if let Some(number) = self.ctx.returned_number(def) {
            return number != 0;
        }
        if !self.ctx.wanted[def] {
            return false;
        }
        let generic = Key::generic(def);
        let key = self.ctx.key_id(&generic);
        self.used.insert(key);
        let Some(summary) = self.known.summary(key) else {
            self.missing.insert(generic);
            return false;
        };
        summary.cut.is_none()
            && !summary.ret.is_empty()
            && summary.ret.iter().all(|elem| match elem.atom {
                Atom::Const(id) => {
                    matches!(self.ctx.constant_at(id), Some(Constant::Int(number)) if number != 0)
                }
                _ => false,
            })
    }
}

impl Ctx<'_, '_> {
    /// Methods of the app by name and number of parameters in the class that is lowest among those of a type and above.
    pub(crate) fn own_methods(&self, ty: TypeId, method: &str, n_params: usize) -> Vec<DefId> {
        let program = self.program;
        let mut here = Some(ty);
        for _ in 0..MAX_CHAIN {
            let Some(class) = here.and_then(|ty| program.class_of(ty)) else {
                break;
            };
            let class = program.class(class);
            let found: Vec<DefId> = class
                .methods()
                .filter(|def| {
                    let row = program.def(*def);
                    let (name, _) = program.selector(program.method(row.method).selector);
                    !row.is_static()
                        && program.name(name) == method.as_bytes()
                        && program.n_params(program.method(row.method).selector) as usize
                            == n_params
                })
                .collect();
            if !found.is_empty() {
                return found;
            }
            here = program.superclass(class.ty);
        }
        Vec::new()
    }
}
