//! Which of the things that a call is known to read by name it reads with the arguments that it has here: the accesses
//! name what any caller of a wrapper asks for, and each caller asks for one of them.

use std::rc::Rc;

use super::{Atom, Constant, Effecting, Frame, Heap, Sel, Set};
use crate::source::name_in;

/// Types of arguments that hold names.
const NAMES: [&[u8]; 4] = [
    b"Ljava/lang/String;",
    b"Ljava/lang/CharSequence;",
    b"Ljava/lang/Object;",
    b"[Ljava/lang/String;",
];
/// Types of arguments that hold none.
const NO_NAMES: [&[u8]; 2] = [
    b"Landroid/content/ContentResolver;",
    b"Landroid/content/Context;",
];

impl Frame<'_, '_, '_> {
    /// False when the arguments are known and say that something else is read.
    pub(super) fn reads_this(&mut self, heap: &Heap, call: &Effecting<'_, '_>, id: u32) -> bool {
        let Some(site) = self.ctx.sources.get(id) else {
            return true;
        };
        let Some(name) = name_in(&site.api) else {
            return true;
        };
        let mut texts: Vec<Rc<str>> = Vec::new();
        for (n, param) in call.spec.params.iter().enumerate() {
            let known = param.ty.map(|ty| self.ctx.program.all().descriptor(ty));
            if !param.is_object || known.is_some_and(|ty| NO_NAMES.contains(&ty)) {
                continue;
            }
            let given = call.operand(n).cloned().unwrap_or_default();
            let is_name = known.is_some_and(|ty| NAMES.contains(&ty));
            match self.texts_in(heap, &given) {
                Ok(more) if is_name => texts.extend(more),
                Ok(_) => return true,
                Err(unknown) => {
                    for set in unknown {
                        self.ask(&set, true);
                    }
                    return true;
                }
            }
        }
        texts.is_empty()
            || texts.iter().any(|text| text.contains(name))
            || texts.join(" ").contains(name)
    }

    /// The texts that a value may be, or that an array made here holds, when all of them are known; else what is not.
    fn texts_in(&self, heap: &Heap, given: &Set) -> Result<Vec<Rc<str>>, Vec<Set>> {
        let mut out = Vec::new();
        let mut unknown = Vec::new();
        for elem in given.iter() {
            match elem.atom {
                Atom::Const(_) => self.text_of(given, elem.atom, &mut out, &mut unknown),
                Atom::Ref(node) if !self.nodes.is_outside(node) => {
                    for (sel, set) in heap.of(node) {
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
            Some(Constant::Int(_)) => {}
            _ => unknown.push(of.clone()),
        }
    }
}
