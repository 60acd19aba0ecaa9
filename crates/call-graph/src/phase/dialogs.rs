//! Which code stands near a dialog that asks for the agreement; refuses to search more of a class than its limit.

use program_model::{ClassId, DefId, EventKind, FieldId};
use rustc_hash::FxHashMap;

use super::flags::{Flags, Place};
use super::variants::ALL;

/// Methods of one class searched for the words of a dialog.
const MAX_METHODS: usize = 400;
/// Methods looked at on the way up from one.
const MAX_CALLERS: usize = 8;

/// By class: whether it holds words of such a dialog, and whether its methods stand near one. 0 when not asked, 1 for
/// no, 2 for yes.
#[derive(Debug, Default)]
pub(super) struct Dialogs {
    speaks: Vec<u8>,
    near: Vec<u8>,
    /// By method: whether everything that calls it stands near one.
    called_near: FxHashMap<DefId, bool>,
}

fn known(list: &[u8], class: ClassId) -> Option<bool> {
    match list.get(class.index()) {
        None | Some(0) => None,
        Some(answer) => Some(*answer == 2),
    }
}

fn keep(list: &mut Vec<u8>, class: ClassId, answer: bool) {
    if list.len() <= class.index() {
        list.resize(class.index() + 1, 0);
    }
    if let Some(slot) = list.get_mut(class.index()) {
        *slot = 1 + u8::from(answer);
    }
}

impl Flags<'_, '_> {
    /// True when a place stands near a dialog that asks for the agreement, or what registers it for the user does, or
    /// everything that calls its method.
    pub(super) fn asked_near(&mut self, place: Place) -> bool {
        if self.asks_here(place) {
            return true;
        }
        let (def, _) = place;
        if let Some(known) = self.dialogs.called_near.get(&def) {
            return *known;
        }
        let found = self.called_near(def);
        self.dialogs.called_near.insert(def, found);
        found
    }

    /// True for a place near such a dialog that does what an answer does: in code that a dialog calls, or outside the
    /// first page, whose other code may do anything.
    pub(super) fn answers_dialog(&mut self, place: Place) -> bool {
        let (def, _) = place;
        if !self.asked_near(place) {
            return false;
        }
        if self.registrars.contains_key(&def) || !self.is_in_first_page(def) {
            return true;
        }
        let callers = self.evaluator.call_sites(def);
        !callers.is_empty()
            && callers.iter().all(|(caller, _)| {
                self.registrars.contains_key(caller) || {
                    let above = self.evaluator.call_sites(*caller);
                    !above.is_empty()
                        && above
                            .iter()
                            .all(|(caller, _)| self.registrars.contains_key(caller))
                }
            })
    }

    /// True for code of a first page, or of a class nested in one.
    fn is_in_first_page(&self, def: DefId) -> bool {
        let program = self.program;
        let outer = |name: &[u8]| -> Vec<u8> {
            let end = name.iter().position(|byte| matches!(byte, b'$' | b';'));
            end.and_then(|end| name.get(..end)).unwrap_or(name).to_vec()
        };
        let own = outer(program.descriptor(program.class(program.def(def).class).ty));
        let mut pages = self.launchers.iter();
        pages.any(|page| outer(program.descriptor(*page)) == own)
    }

    /// True when every way to a method, a few calls up, begins near such a dialog.
    fn called_near(&mut self, def: DefId) -> bool {
        let mut seen = vec![def];
        let mut next = 0;
        let mut any = false;
        while let Some(callee) = seen.get(next).copied() {
            next += 1;
            if self.makes(callee) {
                return false;
            }
            let callers = self.evaluator.call_sites(callee);
            if callers.is_empty() {
                return false;
            }
            for place in callers {
                if seen.contains(&place.0) {
                    continue;
                }
                if self.asks_here(place) {
                    any = true;
                } else {
                    if seen.len() >= MAX_CALLERS {
                        return false;
                    }
                    seen.push(place.0);
                }
            }
        }
        any
    }

    fn asks_here(&mut self, (def, offset): Place) -> bool {
        if self.near_dialog(def) {
            return true;
        }
        let Some(registrars) = self.registrars.get(&def) else {
            return false;
        };
        let mask = self
            .variants
            .split(def)
            .map_or(ALL, |split| split.at(offset));
        let by: Vec<DefId> = registrars
            .iter()
            .filter(|(of, _)| of & mask != 0)
            .map(|(_, by)| *by)
            .collect();
        by.into_iter().any(|by| self.near_dialog(by))
    }

    /// True when the class of the method, or the outermost one that it is nested in, holds words of a dialog that asks
    /// for the agreement, or is named by one.
    pub(crate) fn near_dialog(&mut self, def: DefId) -> bool {
        let class = self.program.def(def).class;
        if let Some(known) = known(&self.dialogs.near, class) {
            return known;
        }
        let found = self.family_speaks(class);
        keep(&mut self.dialogs.near, class, found);
        found
    }

    fn family_speaks(&mut self, class: ClassId) -> bool {
        let program = self.program;
        let name = program.descriptor(program.class(class).ty);
        let end = name.iter().position(|byte| matches!(byte, b'$' | b';'));
        let outer = end.and_then(|end| name.get(..end)).unwrap_or(name);
        let simple = outer.rsplit(|byte| *byte == b'/').next();
        if simple.is_some_and(|simple| self.words.has_flag_word(simple)) || self.class_speaks(class)
        {
            return true;
        }
        let mut top = outer.to_vec();
        top.push(b';');
        program
            .find_type(&top)
            .and_then(|ty| program.class_of(ty))
            .is_some_and(|top| top != class && self.class_speaks(top))
    }

    fn class_speaks(&mut self, class: ClassId) -> bool {
        if let Some(known) = known(&self.dialogs.speaks, class) {
            return known;
        }
        let program = self.program;
        let dex = program.class(class).dex;
        let mut methods = program.class(class).methods().take(MAX_METHODS);
        let found = methods.any(|method| {
            let mut events = program.events(method).iter();
            events.any(|event| {
                event.kind == EventKind::ConstString
                    && program
                        .string_at(dex, event.index)
                        .is_some_and(|text| self.words.speaks(text))
            }) || self.asks_by_number(method)
        });
        keep(&mut self.dialogs.speaks, class, found);
        found
    }

    /// True when the method names a text or a layout with words of such a dialog by its number.
    fn asks_by_number(&mut self, def: DefId) -> bool {
        if self.asking.is_empty() {
            return false;
        }
        let program = self.program;
        let dex = program.dex_of(def);
        let asking = self.asking;
        let asks = |number: i64| u32::try_from(number).is_ok_and(|number| asking.contains(&number));
        let Some(code) = program.code(def) else {
            return false;
        };
        let mut list = code.raw_instructions().map_while(Result::ok);
        list.any(|raw| match raw.opcode() {
            0x14 | 0x15 => raw.decode().literal.is_some_and(asks),
            0x60 => raw
                .decode()
                .index
                .and_then(|index| program.field_at(dex, index))
                .and_then(|field: FieldId| self.number_of(field))
                .is_some_and(asks),
            _ => false,
        })
    }
}
