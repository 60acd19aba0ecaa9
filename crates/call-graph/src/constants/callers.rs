//! Who calls a method: places that may call it, and callers that can mean no other. Refuses calls that were resolved to
//! others.

use program_model::{DefId, MethodId};

use super::sites::unreached_events;
use super::{Evaluator, MAX_CALLERS};
use crate::graph::exact_target;

impl Evaluator<'_, '_> {
    /// Reached methods with a call that only this method can answer, as [`Self::only_target`] tells.
    pub(crate) fn sole_callers(&self, def: DefId) -> Vec<DefId> {
        let program = self.program;
        let by_selector = &self.sites().called;
        let selector = program.method(program.def(def).method).selector;
        let is_static = program.def(def).is_static();
        let mut out: Vec<DefId> = Vec::new();
        for method in by_selector.get(selector) {
            let is_exact = exact_target(program, *method) == Some(def);
            for (caller, offset) in self.sites().calls.get(method.index()) {
                if out.last() == Some(caller) {
                    continue;
                }
                let answers = || {
                    let answers = self.reach.answers(*caller, *offset, *method);
                    answers.as_deref() == Some(&[def])
                };
                if is_exact || (!is_static && answers()) {
                    out.push(*caller);
                }
            }
        }
        out
    }

    /// Places that may call a method of the app.
    pub(crate) fn call_sites(&self, def: DefId) -> Vec<(DefId, u32)> {
        let program = self.program;
        let own = program.def(def).method;
        let holder = program.method(own).class;
        let selector = program.method(own).selector;
        let is_virtual = !program.def(def).is_static();
        let is_reached = self.reach.reached()[def];
        let mut out = Vec::new();
        let mut named: Vec<MethodId> = Vec::new();
        // A constructor is named by its own class only.
        let (name, _) = program.selector(selector);
        let candidates = if program.name(name) == b"<init>" {
            std::slice::from_ref(&own)
        } else if is_reached {
            self.sites().called.get(selector)
        } else {
            self.by_selector().get(selector)
        };
        for method in candidates {
            let sites = self.sites().calls.get(method.index());
            let class = program.method(*method).class;
            let exact = *method == own
                || (program.is_subtype(class, holder)
                    && exact_target(program, *method) == Some(def));
            let may = exact || (is_virtual && program.is_subtype(holder, class));
            if !may {
                continue;
            }
            named.push(*method);
            for (caller, offset) in sites {
                // A call that was resolved to others is none of this method's.
                if is_virtual && !exact && !self.reach.may_answer(*caller, *offset, *method, def) {
                    continue;
                }
                out.push((*caller, *offset));
                if out.len() > MAX_CALLERS {
                    return out;
                }
            }
        }
        if !is_reached {
            // Code that nothing reaches is looked at within its class.
            let class = program.def(def).class;
            let dex = program.class(class).dex;
            for (caller, event) in unreached_events(program, class, self.reach.reached()) {
                let is_call = event.kind.is_plain_invoke()
                    && program
                        .method_at(dex, event.index)
                        .is_some_and(|method| named.contains(&method));
                if is_call && out.len() <= MAX_CALLERS {
                    out.push((caller, event.offset));
                }
            }
        }
        out
    }
}
