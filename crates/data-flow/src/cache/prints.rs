//! Answers told by names: a fingerprint of what the app says to a question, the same in every app that says the same.
//! Refuses to use a number of the app in one.

use std::cell::RefCell;

use call_graph::{Binding, EdgeKind};
use dex_parse::CodeItem;
use dex_parse::opcode::IndexKind;
use program_model::{DefId, FieldId, MethodId, Program, TypeId};
use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};

use super::watch::Question;
use crate::context::{Constant, Ctx, Key};
use crate::fields::Held;
use crate::node::Sel;
use crate::summary::Ask;

/// Bytes of a fingerprint. Apps are hostile: it must not be possible to make two answers with one.
pub(crate) const PRINT_BYTES: usize = 16;

/// A fingerprint: the first half of a SHA-256.
pub(crate) type Print = [u8; PRINT_BYTES];

/// Parts of a fingerprint, each with its length.
pub(crate) struct Hasher(Sha256);

impl Hasher {
    pub(crate) fn new(kind: u8) -> Self {
        let mut out = Self(Sha256::new());
        out.0.update([kind]);
        out
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len() as u64);
        self.0.update(bytes);
        self
    }

    pub(crate) fn number(&mut self, number: u64) -> &mut Self {
        self.0.update(number.to_le_bytes());
        self
    }

    pub(crate) fn flag(&mut self, flag: bool) -> &mut Self {
        self.0.update([u8::from(flag)]);
        self
    }

    pub(crate) fn print(&mut self, print: Print) -> &mut Self {
        self.0.update(print);
        self
    }

    pub(crate) fn finish(self) -> Print {
        let all = self.0.finalize();
        let mut out = Print::default();
        for (to, from) in out.iter_mut().zip(all.iter()) {
            *to = *from;
        }
        out
    }
}

/// Fingerprints of one app, each made once.
pub(crate) struct Prints<'c, 'x, 'a> {
    ctx: &'c Ctx<'x, 'a>,
    program: &'x Program<'a>,
    own: RefCell<FxHashMap<TypeId, Print>>,
    types: RefCell<FxHashMap<TypeId, Print>>,
    methods: RefCell<FxHashMap<MethodId, Print>>,
    constants: RefCell<FxHashMap<u32, Print>>,
    codes: RefCell<FxHashMap<DefId, Option<Print>>>,
    answers: RefCell<FxHashMap<Question, Print>>,
}

impl<'c, 'x, 'a> Prints<'c, 'x, 'a> {
    pub(crate) fn new(ctx: &'c Ctx<'x, 'a>) -> Self {
        Self {
            ctx,
            program: ctx.program.all(),
            own: RefCell::default(),
            types: RefCell::default(),
            methods: RefCell::default(),
            constants: RefCell::default(),
            codes: RefCell::default(),
            answers: RefCell::default(),
        }
    }

    pub(crate) fn ty(&self, ty: TypeId) -> Print {
        if let Some(known) = self.types.borrow().get(&ty) {
            return *known;
        }
        let mut hasher = Hasher::new(b'T');
        hasher.bytes(self.program.descriptor(ty));
        let print = hasher.finish();
        self.types.borrow_mut().insert(ty, print);
        print
    }

    pub(crate) fn method(&self, method: MethodId) -> Print {
        if let Some(known) = self.methods.borrow().get(&method) {
            return *known;
        }
        let program = self.program;
        let row = program.method(method);
        let (name, proto) = program.selector(row.selector);
        let mut hasher = Hasher::new(b'M');
        hasher
            .bytes(program.descriptor(row.class))
            .bytes(program.name(name))
            .bytes(program.proto(proto));
        let print = hasher.finish();
        self.methods.borrow_mut().insert(method, print);
        print
    }

    pub(crate) fn def(&self, def: DefId) -> Print {
        self.method(self.program.def(def).method)
    }

    pub(crate) fn field(&self, field: FieldId) -> Print {
        let program = self.program;
        let row = program.field(field);
        let mut hasher = Hasher::new(b'F');
        hasher
            .bytes(program.descriptor(row.class))
            .bytes(program.name(row.name))
            .bytes(program.descriptor(row.ty));
        hasher.finish()
    }

    pub(crate) fn constant(&self, id: u32) -> Print {
        if let Some(known) = self.constants.borrow().get(&id) {
            return *known;
        }
        let value = self.ctx.constant_at(id);
        let print = value.map_or_else(Print::default, |value| self.value(&value));
        self.constants.borrow_mut().insert(id, print);
        print
    }

    fn value(&self, value: &Constant) -> Print {
        let mut hasher = Hasher::new(b'C');
        match value {
            Constant::Int(value) => hasher.bytes(b"i").bytes(&value.to_le_bytes()),
            Constant::Text(text) => hasher.bytes(b"s").bytes(text.as_bytes()),
            Constant::Type(ty) => hasher.bytes(b"t").print(self.ty(*ty)),
            Constant::Member(ty, name) => hasher
                .bytes(b"m")
                .print(self.ty(*ty))
                .bytes(name.as_bytes()),
            Constant::Static(field) => hasher.bytes(b"f").print(self.field(*field)),
            Constant::Begins(text) => hasher.bytes(b"b").bytes(text.as_bytes()),
        };
        hasher.finish()
    }

    pub(crate) fn label(&self, id: u32) -> Print {
        let mut hasher = Hasher::new(b'L');
        hasher.bytes(self.ctx.name_at(id).unwrap_or_default().as_bytes());
        hasher.finish()
    }

    pub(crate) fn transform(&self, id: u32) -> Print {
        let mut hasher = Hasher::new(b'X');
        hasher.bytes(self.ctx.transform_at(id).unwrap_or_default().as_bytes());
        hasher.finish()
    }

    pub(crate) fn source(&self, id: u32) -> Print {
        let mut hasher = Hasher::new(b'S');
        if let Some(site) = self.ctx.sources.get(id) {
            hasher
                .print(self.def(site.def))
                .number(u64::from(site.offset))
                .bytes(site.api.as_bytes())
                .number(site.data.len() as u64);
            for data in &site.data {
                hasher.bytes(data.as_bytes());
            }
        }
        hasher.finish()
    }

    pub(crate) fn way(&self, id: u32) -> Print {
        let mut hasher = Hasher::new(b'W');
        if let Some((def, offset, row)) = self.ctx.way_at(id) {
            hasher
                .print(self.def(def))
                .number(u64::from(offset))
                .number(u64::from(row));
        }
        hasher.finish()
    }

    fn ask(&self, hasher: &mut Hasher, ask: &Ask) {
        hasher
            .number(u64::from(ask.slot))
            .flag(ask.constant)
            .number(ask.path.len() as u64);
        for sel in &ask.path {
            match sel {
                Sel::Field(number) => {
                    hasher
                        .number(0)
                        .print(self.field(FieldId::from_index(*number as usize)));
                }
                Sel::Name(label) => {
                    hasher.number(1).print(self.label(*label));
                }
                Sel::Key(id) => {
                    hasher.number(2).print(self.constant(*id));
                }
                Sel::Sym(node) => {
                    hasher.number(3).number(u64::from(node.0));
                }
                Sel::Any => {
                    hasher.number(4);
                }
                Sel::Keys => {
                    hasher.number(5);
                }
                Sel::Size => {
                    hasher.number(6);
                }
                Sel::Rest => {
                    hasher.number(7);
                }
                Sel::Whole => {
                    hasher.number(8);
                }
            }
        }
    }

    /// For whom a summary is: the method by name with what is known of its arguments.
    pub(crate) fn key(&self, key: &Key) -> Print {
        let mut hasher = Hasher::new(b'K');
        hasher
            .print(self.def(key.def))
            .flag(key.delivered)
            .number(key.types.len() as u64)
            .number(key.consts.len() as u64);
        for (ask, ty) in &key.types {
            self.ask(&mut hasher, ask);
            hasher.print(self.ty(*ty));
        }
        for (ask, id) in &key.consts {
            self.ask(&mut hasher, ask);
            hasher.print(self.constant(*id));
        }
        hasher.finish()
    }

    /// Code of a method by names; `None` for code that names what has no name: call sites, prototypes, handles.
    pub(crate) fn code(&self, def: DefId) -> Option<Print> {
        if let Some(known) = self.codes.borrow().get(&def) {
            return *known;
        }
        let found = match self.program.code(def) {
            Some(code) => self.code_print(def, &code),
            None => Some(Hasher::new(b'-').finish()),
        };
        self.codes.borrow_mut().insert(def, found);
        found
    }

    fn code_print(&self, def: DefId, code: &CodeItem<'_>) -> Option<Print> {
        let program = self.program;
        let dex = program.dex_of(def);
        let mut hasher = Hasher::new(b'P');
        hasher
            .number(u64::from(code.registers_size))
            .number(u64::from(code.ins_size))
            .number(u64::from(code.outs_size))
            .number(code.insns.len() as u64);
        let mut units = code.insns.to_vec();
        let mut names: Vec<u8> = Vec::new();
        let mut at: Vec<u32> = Vec::new();
        for raw in code.raw_instructions() {
            // Behind what cannot be read the bytes stand for themselves.
            let Ok(raw) = raw else { return None };
            if raw.is_payload() {
                continue;
            }
            at.push(raw.offset);
            let index = raw.index();
            let print = match raw.info().index_kind {
                IndexKind::None => continue,
                IndexKind::Type => self.ty(program.type_at(dex, index)?),
                IndexKind::Field => self.field(program.field_at(dex, index)?),
                IndexKind::Method => self.method(program.method_at(dex, index)?),
                IndexKind::String => {
                    let mut text = Hasher::new(b's');
                    text.bytes(program.string_at(dex, index)?);
                    text.finish()
                }
                _ => return None,
            };
            names.extend(print);
            let n = if raw.opcode() == dex_parse::opcode::op::CONST_STRING_JUMBO {
                4
            } else {
                2
            };
            let first = (raw.offset as usize + 1) * 2;
            units.get_mut(first..first + n)?.fill(0);
        }
        // Code that jumps between the instructions of another reading of it is not told.
        let is_told = program.body(def).is_none_or(|body| {
            let mut insns = body.insns().iter();
            insns.all(|insn| insn.index.is_none() || at.binary_search(&insn.offset).is_ok())
        });
        if !is_told {
            return None;
        }
        hasher.bytes(&units).bytes(&names);
        for part in code.tries() {
            let Ok(part) = part else { return None };
            hasher
                .number(u64::from(part.start_addr))
                .number(u64::from(part.insn_count));
            for handler in part.handlers {
                let Ok((ty, address)) = handler else {
                    return None;
                };
                match ty {
                    Some(ty) => hasher.print(self.ty(program.type_at(dex, ty.0)?)),
                    None => hasher.number(0),
                };
                hasher.number(u64::from(address));
            }
        }
        Some(hasher.finish())
    }

    /// One class or other type by itself: name, and for a class of the app flags and methods.
    fn own(&self, ty: TypeId) -> Print {
        if let Some(known) = self.own.borrow().get(&ty) {
            return *known;
        }
        let program = self.program;
        let mut hasher = Hasher::new(b'O');
        hasher
            .bytes(program.descriptor(ty))
            .flag(program.framework_type(ty).is_some());
        if let Some(class) = program.class_of(ty) {
            let class = program.class(class);
            hasher.number(u64::from(class.access_flags));
            for def in class.methods() {
                let row = program.def(def);
                let (name, proto) = program.selector(program.method(row.method).selector);
                hasher
                    .bytes(program.name(name))
                    .bytes(program.proto(proto))
                    .number(u64::from(row.access_flags))
                    .flag(row.has_code());
            }
        }
        let print = hasher.finish();
        self.own.borrow_mut().insert(ty, print);
        print
    }

    /// What the app says to a question. `None` when that cannot be told by names.
    pub(crate) fn answer(&self, question: &Question) -> Option<Print> {
        if let Some(known) = self.answers.borrow().get(question) {
            return Some(*known);
        }
        let found = self.find(question)?;
        self.answers.borrow_mut().insert(question.clone(), found);
        Some(found)
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each question; the compiler asks for a new one"
    )]
    fn find(&self, question: &Question) -> Option<Print> {
        let (ctx, program) = (self.ctx, self.program);
        let mut hasher = Hasher::new(b'A');
        let out = &mut hasher;
        match question {
            Question::Shape(ty) => {
                out.print(self.own(*ty));
            }
            Question::App(ty) => {
                out.flag(program.class_of(*ty).is_some())
                    .flag(program.framework_type(*ty).is_some());
            }
            Question::Above(ty) => {
                out.flag(program.class_of(*ty).is_some());
                if let Some(above) = program.superclass(*ty) {
                    out.print(self.ty(above));
                }
                for above in program.ancestors(*ty) {
                    out.print(self.ty(*above))
                        .flag(program.class_of(*above).is_some());
                }
            }
            Question::Lookup(ty, selector) => {
                let found = program.lookup(*ty, *selector);
                out.flag(found.is_some());
                if let Some(def) = found {
                    out.print(self.def(def));
                }
            }
            Question::Declares(ty, selector) => {
                out.flag(program.declared(*ty, *selector).is_some());
            }
            Question::Answered(def, offset) => {
                for edge in ctx.edges(*def).iter() {
                    if edge.offset == *offset && edge.kind == EdgeKind::Virtual {
                        out.print(self.def(edge.callee));
                    }
                }
            }
            Question::Below(ty) => {
                for below in program.subtypes(*ty) {
                    out.print(self.ty(*below));
                }
            }
            Question::Leaf(ty) => {
                out.flag(program.subtypes(*ty).is_empty());
            }
            Question::Member(def) => {
                let row = program.def(*def);
                out.number(u64::from(row.access_flags)).flag(row.has_code());
            }
            Question::Code(def) => {
                out.print(self.code(*def)?);
            }
            Question::DefOf(method) => {
                out.flag(program.def_of(*method).is_some());
            }
            Question::Declared(field) => {
                let declared = program.declared_field(*field);
                let holder = program.field(declared).class;
                out.print(self.field(declared))
                    .flag(program.class_of(holder).is_some())
                    .flag(program.class_of(program.field(*field).class).is_some());
            }
            Question::NamedType(name) => {
                let text = std::str::from_utf8(name).unwrap_or_default();
                out.flag(program.find_type(name).is_some())
                    .flag(program.find_type_named(text).is_some());
            }
            Question::NamedName(name) => {
                out.flag(program.find_name(name).is_some());
            }
            Question::Spec(method) => self.spec(out, *method),
            Question::Edges(def) => {
                for edge in ctx.edges(*def).iter() {
                    if edge.kind == EdgeKind::Virtual && edge.binding == Binding::Call {
                        continue;
                    }
                    out.number(u64::from(edge.offset))
                        .print(self.def(edge.callee))
                        .bytes(edge.kind.word().as_bytes());
                    match edge.binding {
                        Binding::Call => {
                            out.number(0);
                        }
                        Binding::None => {
                            out.number(1);
                        }
                        Binding::Links(_) => {
                            let links = ctx.links(*def, edge.binding);
                            out.number(2).number(links.len() as u64);
                            for link in links {
                                for end in [link.from, link.to] {
                                    match end {
                                        call_graph::LinkEnd::ReturnOf(def) => {
                                            out.number(0).print(self.def(def));
                                        }
                                        end => {
                                            out.number(1).bytes(format!("{end:?}").as_bytes());
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            Question::Writes(field) => {
                let list = ctx.writes(*field);
                out.flag(list.is_some());
                for (def, offset) in list.into_iter().flatten() {
                    out.print(self.def(*def)).number(u64::from(*offset));
                }
            }
            Question::Written(field) => {
                out.flag(ctx.is_written(*field));
            }
            Question::Made(ty) => {
                out.flag(ctx.is_made(*ty));
            }
            Question::Static(field) => {
                let found = ctx.static_constant(*field);
                out.flag(found.is_some());
                if let Some(value) = found {
                    out.print(self.value(&value));
                }
            }
            Question::Returned(def) => {
                let found = ctx.returned_number(*def);
                out.flag(found.is_some())
                    .bytes(&found.unwrap_or_default().to_le_bytes());
            }
            Question::NoReturn(def) => {
                out.flag(ctx.has_no_return(*def));
                for (slot, is_nothing) in ctx.refuses(*def).iter() {
                    out.number(u64::from(*slot)).flag(*is_nothing);
                }
            }
            Question::Held(field) => match ctx.held_for_good(*field) {
                Some(Held::Number(value)) => {
                    out.number(1).bytes(&value.to_le_bytes());
                }
                Some(Held::Static(field)) => {
                    out.number(2).print(self.field(field));
                }
                None => {
                    out.number(0);
                }
            },
            Question::Zero(field) => {
                out.flag(ctx.stays_zero(*field));
            }
            Question::Filled(field) => {
                let list = ctx.filled_once(*field);
                out.flag(list.is_some());
                for (at, value) in list.iter().flat_map(|list| list.iter()) {
                    out.bytes(&at.to_le_bytes()).bytes(&value.to_le_bytes());
                }
            }
            Question::Texts(field) => {
                let list = ctx.texts_once(*field);
                out.flag(list.is_some());
                for (at, text) in list.iter().flat_map(|list| list.iter()) {
                    out.bytes(&at.to_le_bytes()).bytes(text.as_bytes());
                }
            }
            Question::Few(field) => {
                let list = ctx.few_members(*field);
                out.flag(list.is_some());
                for member in list.iter().flat_map(|list| list.iter()) {
                    out.print(self.field(*member));
                }
            }
            Question::Null(field) => {
                out.flag(ctx.stays_null(*field));
            }
            Question::Only(field) => {
                let found = ctx.only_object(*field);
                out.flag(found.is_some());
                if let Some((field, only)) = found {
                    out.print(self.field(field))
                        .print(self.def(only.def))
                        .number(u64::from(only.made))
                        .print(self.ty(only.ty));
                }
            }
            Question::Transient(field) => {
                let number = u32::try_from(field.index()).unwrap_or(u32::MAX);
                out.flag(ctx.is_transient(number));
            }
            Question::EnumMember(field) => {
                out.flag(ctx.is_enum_member(*field));
            }
            Question::EnumParts(field) => {
                let parts = ctx.enum_parts(*field);
                out.flag(parts.is_some());
                if let Some((name, number)) = parts {
                    out.bytes(name.as_bytes()).bytes(&number.to_le_bytes());
                }
            }
            Question::Wanted(def) => {
                out.flag(ctx.wanted[*def]);
            }
            Question::Component(ty) => {
                let (kind, life, flags) = ctx.intents.known(*ty);
                for text in [kind, life] {
                    out.flag(text.is_some())
                        .bytes(text.unwrap_or_default().as_bytes());
                }
                for flag in flags {
                    out.flag(flag);
                }
            }
            Question::AnyExported => {
                out.flag(ctx.intents.any_exported());
            }
            Question::Permission(name) => {
                out.flag(ctx.intents.asks_for(name));
            }
            Question::ComponentName(name) => {
                out.flag(ctx.intents.is_named(name));
            }
            Question::ComponentNamed(name) => {
                let found = ctx.intents.named(name);
                out.flag(found.is_some());
                if let Some(ty) = found {
                    out.print(self.ty(ty));
                }
            }
            Question::OwnAddress(text) => {
                out.flag(ctx.intents.is_own_address(text));
            }
            Question::Provider(text) => {
                let found = ctx.intents.provider_at(text);
                out.flag(found.is_some());
                for ty in found.into_iter().flatten() {
                    out.print(self.ty(ty));
                }
            }
            Question::Package => {
                out.bytes(ctx.intents.package().as_bytes());
            }
            Question::MetaData => {
                for (key, value) in ctx.intents.meta_data() {
                    out.bytes(key.as_bytes()).bytes(value.as_bytes());
                }
            }
            Question::Sources(def) => {
                for (offset, list) in ctx.sources.within(*def) {
                    out.number(u64::from(offset)).number(list.len() as u64);
                    for (id, yields) in list {
                        out.print(self.source(*id))
                            .flag(*yields == crate::source::Yields::Here);
                    }
                }
            }
            Question::Within(def) => {
                out.flag(ctx.reflection.is_within(*def));
            }
            Question::AnyRule => {
                out.flag(ctx.reflection.has_rules());
            }
            Question::Ordered(ty) => {
                out.flag(ctx.reflection.is_ordered(*ty));
            }
            Question::ReadsFields => {
                out.flag(ctx.reads_fields.get());
            }
            Question::Proxies => {
                for (name, n) in ctx.proxies.iter() {
                    out.bytes(name.as_bytes()).number(*n as u64);
                }
            }
        }
        Some(hasher.finish())
    }

    /// What the tables say of a method: which rows these are is told by the types that have them.
    fn spec(&self, out: &mut Hasher, method: MethodId) {
        let ctx = self.ctx;
        let spec = ctx.spec(method);
        for ty in ctx.described(self.program.method(method).class).iter() {
            out.print(self.ty(*ty));
        }
        out.number(spec.params.len() as u64)
            .number(spec.sinks.len() as u64)
            .number(spec.channels.len() as u64);
        for param in &spec.params {
            out.flag(param.ty.is_some());
        }
        out.flag(spec.returns_exact.is_some());
        for annotation in ctx.annotated.get(&method).into_iter().flatten() {
            out.print(self.ty(*annotation));
        }
    }
}
