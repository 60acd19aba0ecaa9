//! Which methods may test a flag at all: found once for the whole program, so that the conditions of the others need
//! not be worked out. Refuses to leave out a method that a flag may come to by results and fields.

use program_model::{DefId, EventKind, FieldId, IdVec, MethodId, TypeId};

use super::flags::{BOXED, Flags, ROOT, SetCall, is_truth_value, is_value};
use super::fresh::MAX_PUTS;
use crate::graph::LinkEnd;

/// An answer kept for a method or field: not asked, no, yes.
const NO: u8 = 1;
const YES: u8 = 2;
/// Of methods: it puts a value into a holder.
const PUTS: u8 = 3;

/// Methods that an object is followed to which may be a packed truth value.
const MAX_TAKERS: usize = 4;

struct Spread {
    touched: IdVec<DefId, bool>,
    work: Vec<DefId>,
}

impl Spread {
    fn touch(&mut self, def: DefId) {
        if !std::mem::replace(&mut self.touched[def], true) {
            self.work.push(def);
        }
    }
}

impl Flags<'_, '_> {
    /// True when a flag may come to a test in the method: from a stored value, a field or a method that is one, through
    /// results and fields of other methods.
    pub(super) fn may_test(&mut self, def: DefId) -> bool {
        if self.relevant.is_none() {
            self.relevant = Some(self.find_relevant());
        }
        self.relevant.as_ref().is_some_and(|touched| touched[def])
    }

    pub(super) fn find_relevant(&mut self) -> IdVec<DefId, bool> {
        let program = self.program;
        let mut spread = Spread {
            touched: IdVec::filled(false, program.n_defs()),
            work: Vec::new(),
        };
        let mut wanted: IdVec<FieldId, u8> = IdVec::filled(0, program.n_fields());
        let readers = self.first_sweep(&mut spread, &mut wanted);
        let mut carries: IdVec<FieldId, bool> = IdVec::filled(false, program.n_fields());
        for row in readers.chunk_by(|a, b| a.0 == b.0) {
            if let Some((field, _)) = row.first()
                && self.may_be_flag(*field)
            {
                carries[*field] = true;
                for (_, def) in row {
                    spread.touch(*def);
                }
            }
        }
        let answers = self.answered_by();
        for def in self.find_told() {
            spread.touch(def);
        }
        // What answers a dialog may hand the answer on.
        let mut listeners: Vec<DefId> = self.registrars.keys().copied().collect();
        listeners.sort_unstable();
        for def in listeners {
            spread.touch(def);
        }
        while let Some(def) = spread.work.pop() {
            let dex = program.dex_of(def);
            for event in program.events(def) {
                if !matches!(event.kind, EventKind::StaticPut | EventKind::InstancePut) {
                    continue;
                }
                let Some(field) = program.field_at(dex, event.index) else {
                    continue;
                };
                let field = program.declared_field(field);
                if wanted[field] != YES
                    || std::mem::replace(&mut carries[field], true)
                    || self.evaluator.put_sites(field).len() > MAX_PUTS
                {
                    continue;
                }
                let first = readers.partition_point(|row| row.0 < field);
                let rows = readers.get(first..).unwrap_or_default();
                for (_, reader) in rows.iter().take_while(|row| row.0 == field) {
                    spread.touch(*reader);
                }
            }
            let first = answers.partition_point(|row| row.0 < def);
            let rows = answers.get(first..).unwrap_or_default();
            for (_, at) in rows.iter().take_while(|row| row.0 == def) {
                spread.touch(*at);
            }
            // A truth value that is handed on may be tested there.
            for event in program.events(def) {
                if event.kind.is_plain_invoke()
                    && let Some(method) = program.method_at(dex, event.index)
                    && let Some(most) = self.takes_truth(method)
                {
                    let targets = self.graph.callees(program, def, event.offset);
                    if targets.len() <= most {
                        for target in targets {
                            spread.touch(target);
                        }
                    }
                }
            }
            if self.returns_value(program.def(def).method) || self.may_refuse(def) {
                for caller in self.evaluator.sole_callers(def) {
                    spread.touch(caller);
                }
                // One of several answers, to a call on an object in a static field.
                let class = program.class(program.def(def).class).ty;
                for (caller, _) in self.evaluator.call_sites(def) {
                    if !spread.touched[caller] && self.reads_object(caller, class) {
                        spread.touch(caller);
                    }
                }
            }
        }
        spread.touched
    }

    /// Marks the methods that ask for a flag themselves, and gives the fields that are read with their readers, sorted.
    fn first_sweep(
        &mut self,
        spread: &mut Spread,
        wanted: &mut IdVec<FieldId, u8>,
    ) -> Vec<(FieldId, DefId)> {
        let program = self.program;
        let mut readers: Vec<(FieldId, DefId)> = Vec::new();
        let mut asks: IdVec<MethodId, u8> = IdVec::filled(0, program.n_methods());
        let mut set_calls = Vec::new();
        for (def, _) in program.defs() {
            if !self.evaluator.is_reached(def) {
                continue;
            }
            let dex = program.dex_of(def);
            for event in program.events(def) {
                if matches!(event.kind, EventKind::StaticGet | EventKind::InstanceGet) {
                    let Some(field) = program.field_at(dex, event.index) else {
                        continue;
                    };
                    let field = program.declared_field(field);
                    if wanted[field] == 0 {
                        wanted[field] = if self.holds_value(field) { YES } else { NO };
                    }
                    if wanted[field] == YES && readers.last() != Some(&(field, def)) {
                        readers.push((field, def));
                    }
                } else if event.kind.is_plain_invoke()
                    && let Some(method) = program.method_at(dex, event.index)
                {
                    if asks[method] == 0 {
                        asks[method] = if self.kinds.puts(method) {
                            PUTS
                        } else if self.asks(method) {
                            YES
                        } else {
                            NO
                        };
                    }
                    if asks[method] == PUTS {
                        self.cells.sites.push((def, event.offset));
                    }
                    if !self.setters.get(method).is_empty() {
                        set_calls.push(SetCall {
                            def,
                            offset: event.offset,
                            method,
                            is_static: event.kind == EventKind::InvokeStatic,
                        });
                    }
                    if asks[method] == YES
                        || (self.launch_tests.contains(method) && self.is_of_first_page(def))
                    {
                        spread.touch(def);
                    }
                }
            }
        }
        self.set_calls = Some(set_calls);
        readers.sort_unstable();
        readers
    }

    /// True for code of a first page, which may ask why the app was started.
    fn is_of_first_page(&self, def: DefId) -> bool {
        let program = self.program;
        let class = program.class(program.def(def).class).ty;
        let mut pages = self.launchers.iter();
        pages.any(|page| program.is_subtype(*page, class))
    }

    /// True for a method that gives a flag by itself: a getter of the table, and one that is named so.
    fn asks(&self, method: MethodId) -> bool {
        let program = self.program;
        let (name, proto) = program.selector(program.method(method).selector);
        !self.getters.get(method).is_empty()
            || self.waits.contains(method)
            || self.kinds.gets.contains(method)
            || (program.proto(proto).ends_with(b")Z") && self.words.is_named(program.name(name)))
    }

    /// True for fields of the app that can hold a truth value, a number, a text or a state.
    fn holds_value(&mut self, field: FieldId) -> bool {
        let program = self.program;
        let row = program.field(field);
        program.class_of(row.class).is_some()
            && (is_value(program.descriptor(row.ty)) || self.is_state(row.ty))
    }

    /// True for a field that may be a flag of its own.
    fn may_be_flag(&mut self, field: FieldId) -> bool {
        let program = self.program;
        let row = program.field(field);
        let ty = program.descriptor(row.ty);
        if !is_truth_value(ty) && ty != b"I" && !self.is_state(row.ty) {
            return false;
        }
        if self.words.is_named(program.name(row.name)) {
            return true;
        }
        let puts = self.evaluator.put_sites(field);
        puts.len() <= MAX_PUTS && puts.iter().any(|place| self.asked_near(*place))
    }

    /// True for a method that reads an object from a static field which may be of the class.
    fn reads_object(&self, def: DefId, class: TypeId) -> bool {
        let program = self.program;
        let dex = program.dex_of(def);
        program.events(def).iter().any(|event| {
            event.kind == EventKind::StaticGet
                && program.field_at(dex, event.index).is_some_and(|field| {
                    let row = program.field(field);
                    program.class_of(row.class).is_some()
                        && program.class_of(row.ty).is_some()
                        && program.is_subtype(class, row.ty)
                })
        })
    }

    /// For a method of the app that takes a truth value: the most methods that one call of it is followed to. An object
    /// may be a packed one.
    fn takes_truth(&self, method: MethodId) -> Option<usize> {
        let program = self.program;
        let row = program.method(method);
        let (_, proto) = program.selector(row.selector);
        let proto = program.proto(proto);
        let end = proto.iter().position(|byte| *byte == b')').unwrap_or(0);
        let params = proto.get(..end).unwrap_or_default();
        program.class_of(row.class)?;
        let has = |name: &[u8]| params.windows(name.len()).any(|part| part == name);
        if params.contains(&b'Z') || has(BOXED) {
            return Some(usize::MAX);
        }
        has(ROOT).then_some(MAX_TAKERS)
    }

    fn returns_value(&mut self, method: MethodId) -> bool {
        let program = self.program;
        let (_, proto) = program.selector(program.method(method).selector);
        let proto = program.proto(proto);
        let end = proto.iter().position(|byte| *byte == b')');
        let returned = end.and_then(|end| proto.get(end + 1..)).unwrap_or_default();
        is_value(returned)
            || program
                .find_type(returned)
                .is_some_and(|ty| self.is_state(ty))
    }

    /// Methods whose result is handed back by a call elsewhere, with the methods that make that call, sorted.
    fn answered_by(&self) -> Vec<(DefId, DefId)> {
        let mut out = Vec::new();
        for site in &self.graph.sites {
            for pair in &site.pairs {
                let links = self.graph.links(crate::graph::Binding::Links(pair.links));
                if links
                    .iter()
                    .any(|link| link.from == LinkEnd::Return && link.to == LinkEnd::Result)
                {
                    out.push((pair.callee, site.def));
                }
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }
}
