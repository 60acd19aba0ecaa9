//! Which of the things that a call is known to read by name it reads with the arguments that it has here: the accesses
//! name what any caller of a wrapper asks for, and each caller asks for one of them.

use std::rc::Rc;

use ruleset::schema::Condition;

use super::{Atom, Constant, Effecting, Frame, Heap, Sel, Set, SourceSite};
use crate::source::name_in;

/// What is known of a condition on an argument; conditions on addresses are not looked at.
fn holds(condition: &Condition<'_>, value: &Constant) -> Option<bool> {
    match value {
        Constant::Text(text) if condition.uri.is_none() => {
            let is_one = |known: &str| known == text.as_ref();
            let begins = |known: &str| text.starts_with(known);
            Some(
                condition.string.as_deref().is_some_and(is_one)
                    || condition.strings.iter().any(|known| is_one(known))
                    || condition.prefix.as_deref().is_some_and(begins),
            )
        }
        Constant::Int(value) => Some(
            condition.ints.contains(value)
                || condition.flags.is_some_and(|flags| flags & value != 0),
        ),
        _ => None,
    }
}

impl Frame<'_, '_, '_> {
    /// The source as this call reads it: what its arguments, when they are known, say that is not read is left out.
    pub(super) fn read_here(
        &mut self,
        heap: &Heap,
        call: &Effecting<'_, '_>,
        id: u32,
    ) -> Option<u32> {
        let Some(site) = self.ctx.sources.get(id) else {
            return Some(id);
        };
        if let Some(name) = name_in(&site.api) {
            return self.reads_name(heap, call, name).then_some(id);
        }
        if self.ctx.sources.points_by_argument(&site.api).is_empty() {
            return Some(id);
        }
        let mut data = site.data.clone();
        data.retain(|kind| self.reads_kind(call, &site.api, kind));
        if data.len() == site.data.len() {
            return Some(id);
        }
        (!data.is_empty()).then(|| self.ctx.sources.id(&SourceSite { data, ..site }))
    }

    /// False when each point of the interface that yields this kind wants other arguments.
    fn reads_kind(&mut self, call: &Effecting<'_, '_>, api: &str, kind: &str) -> bool {
        let ctx = self.ctx;
        let Some(index) = ctx.index else {
            return true;
        };
        let groups = &index.catalogues().groups;
        let mut any = false;
        for (group, point) in ctx.sources.points_by_argument(api) {
            let Some(group) = groups.get(*group) else {
                continue;
            };
            let Some(point) = group.points.get(*point) else {
                continue;
            };
            if !group.data.iter().any(|known| **known == *kind) {
                continue;
            }
            any = true;
            let mut fits = true;
            for condition in &point.when {
                fits &= self.may_hold(call, condition);
            }
            if fits {
                return true;
            }
        }
        !any
    }

    /// The condition holds, or the argument is not known; then callers are asked.
    fn may_hold(&mut self, call: &Effecting<'_, '_>, condition: &Condition<'_>) -> bool {
        let given = call
            .operand(condition.arg as usize)
            .cloned()
            .unwrap_or_default();
        let mut is_known = !given.is_empty();
        for elem in given.iter() {
            let Atom::Const(id) = elem.atom else {
                is_known = false;
                continue;
            };
            let value = self.ctx.constant_at(id);
            match value.and_then(|value| holds(condition, &value)) {
                Some(true) => return true,
                Some(false) => {}
                None => is_known = false,
            }
        }
        if !is_known {
            self.ask(&given, true);
        }
        !is_known
    }

    /// False when the arguments that the catalogue names are known and say that something else is read.
    fn reads_name(&mut self, heap: &Heap, call: &Effecting<'_, '_>, name: &str) -> bool {
        let mut texts: Vec<Rc<str>> = Vec::new();
        for n in self.naming_arguments(call) {
            let given = call.operand(n as usize).cloned().unwrap_or_default();
            match self.texts_in(heap, &given) {
                Ok(more) => texts.extend(more),
                Err(unknown) => {
                    for set in unknown {
                        self.ask(&set, true);
                    }
                    return true;
                }
            }
        }
        // A command may come in words.
        texts.is_empty()
            || texts.iter().any(|text| text.contains(name))
            || texts.join(" ").contains(name)
    }

    /// The arguments that name what the call reads, as the catalogue says.
    fn naming_arguments(&self, call: &Effecting<'_, '_>) -> Vec<u32> {
        let Some(index) = self.ctx.index else {
            return Vec::new();
        };
        let method = self.ctx.program.method_name(call.site.method);
        let rows = index.catalogues().consumers.iter();
        let mut out: Vec<u32> = rows
            .filter(|row| *row.method == *method && !row.receiver)
            .map(|row| row.arg)
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The texts that a value may be, or that an array made here holds, when all of them are known; else what is not.
    fn texts_in(&self, heap: &Heap, given: &Set) -> Result<Vec<Rc<str>>, Vec<Set>> {
        let mut out = Vec::new();
        let mut unknown = Vec::new();
        for elem in given.iter() {
            match elem.atom {
                Atom::Const(_) => self.text_of(given, elem.atom, &mut out, &mut unknown),
                Atom::Ref(node) if !self.nodes.is_outside(node) => {
                    // Another object than an array is no name.
                    let ty = self
                        .nodes
                        .ty(node)
                        .map(|ty| self.ctx.program.descriptor(ty));
                    let has_elements = ty.is_none_or(|ty| ty.starts_with(b"["));
                    for (sel, set) in heap.of(node).filter(|_| has_elements) {
                        match sel {
                            Sel::Key(_) => {
                                for held in set.iter() {
                                    self.text_of(set, held.atom, &mut out, &mut unknown);
                                }
                            }
                            Sel::Size => {}
                            _ => unknown.push(set.clone()),
                        }
                    }
                }
                _ => unknown.push(given.clone()),
            }
        }
        if unknown.is_empty() {
            Ok(out)
        } else {
            Err(unknown)
        }
    }

    /// One text of a value, or the value when it is none.
    fn text_of(&self, of: &Set, atom: Atom, out: &mut Vec<Rc<str>>, unknown: &mut Vec<Set>) {
        let known = match atom {
            Atom::Const(id) => self.ctx.constant_at(id),
            _ => None,
        };
        match known {
            Some(Constant::Text(text)) => out.push(text),
            Some(Constant::Int(_) | Constant::Type(_) | Constant::Member(..)) => {}
            _ => unknown.push(of.clone()),
        }
    }
}
