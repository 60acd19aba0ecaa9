//! Builds the program from DEX files; refuses nothing: what cannot be read is left out and said.

use std::sync::OnceLock;

use dex_parse::{
    ClassDefIdx, DexFile, FieldIdx, MethodIdx, ProtoIdx, StringIdx, TypeIdx, WorkBudget,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::events::{self, Event};
use crate::framework::Framework;
use crate::hierarchy::Hierarchy;
use crate::ids::{
    ClassId, DefId, DexId, FieldId, IdVec, MethodId, NameId, ProtoId, SelectorId, TypeId,
};
use crate::intern::Interner;
use crate::program::{
    BY_INTERFACE, Class, DexMaps, FieldRef, IMPLEMENTED, MethodDef, MethodRef, Program,
};

/// Methods swept by one task.
const CHUNK: usize = 2048;

/// One DEX file of the app.
#[derive(Debug, Clone)]
pub struct DexInput<'a> {
    /// The file.
    pub file: DexFile<'a>,
    /// Entry name, such as `classes2.dex`.
    pub name: String,
    /// Name of the APK that holds it.
    pub apk: String,
}

/// Something of a DEX file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProgramGap {
    /// The APK and entry.
    pub place: String,
    /// What.
    pub what: String,
    /// Why.
    pub why: String,
}

struct Builder<'a> {
    type_names: Interner<'a>,
    names: Interner<'a>,
    protos: Interner<'a>,
    proto_params: Vec<u32>,
    selectors: Vec<(NameId, ProtoId)>,
    selector_ids: FxHashMap<(u32, u32), u32>,
    methods: Vec<MethodRef>,
    method_ids: FxHashMap<(u32, u32), u32>,
    def_of: Vec<Option<DefId>>,
    fields: Vec<FieldRef>,
    declared_fields: Vec<FieldId>,
    field_ids: FxHashMap<(u32, u32, u32), u32>,
    classes: Vec<Class>,
    class_of: Vec<Option<ClassId>>,
    supers: Vec<Option<TypeId>>,
    direct: Vec<Vec<TypeId>>,
    defs: Vec<MethodDef>,
    gaps: Vec<ProgramGap>,
}

/// Counts unreadable rows of one table.
#[derive(Default)]
struct BadRows {
    n: u32,
    first: Option<(u32, String)>,
}

impl BadRows {
    fn add(&mut self, index: u32, why: &dyn std::fmt::Display) {
        self.n += 1;
        if self.first.is_none() {
            self.first = Some((index, why.to_string()));
        }
    }

    fn report(self, dex: &DexInput<'_>, table: &str, gaps: &mut Vec<ProgramGap>) {
        if let Some((index, why)) = self.first {
            gaps.push(ProgramGap {
                place: place(dex),
                what: format!("{} rows of the {table} table, the first at {index}", self.n),
                why,
            });
        }
    }
}

fn place(dex: &DexInput<'_>) -> String {
    if dex.apk.is_empty() {
        dex.name.clone()
    } else {
        format!("{}!/{}", dex.apk, dex.name)
    }
}

/// Types of the framework that texts of one program name.
const MAX_NAMED_BY_TEXTS: usize = 8_192;
/// Bytes of the name of a type in a text.
const MAX_TYPE_NAME: usize = 256;

impl<'a> Program<'a> {
    /// Joins DEX files, given in load order, with a framework model.
    pub fn build(dex: Vec<DexInput<'a>>, framework: &'a dyn Framework) -> Self {
        let rows: usize = dex
            .iter()
            .map(|input| input.file.n_methods() as usize)
            .sum();
        let fields: usize = dex.iter().map(|input| input.file.n_fields() as usize).sum();
        let mut b = Builder::new(rows, fields);
        let mut maps = Vec::with_capacity(dex.len());
        for input in &dex {
            maps.push(b.tables(input));
        }
        for (n, (input, map)) in dex.iter().zip(&maps).enumerate() {
            b.classes(DexId::from_index(n), input, map);
        }
        let (events, instructions) = b.sweep(&dex);
        b.named_by_texts(&dex, framework);
        let framework_of = b.join(framework);
        let hierarchy = Hierarchy::new(std::mem::take(&mut b.supers), &b.direct);
        if let Some(first) = hierarchy.cut.first() {
            b.gaps.push(ProgramGap {
                place: String::from_utf8_lossy(b.type_names.text(first.0)).into_owned(),
                what: format!(
                    "supertypes beyond the limit, of {} classes",
                    hierarchy.cut.len()
                ),
                why: "a class has more supertypes than are followed".to_owned(),
            });
        }
        let mut declared_fields = IdVec::filled(false, b.fields.len());
        for field in &b.declared_fields {
            declared_fields[*field] = true;
        }
        let mut implemented = IdVec::filled(0, b.selectors.len());
        for def in b.defs.iter().filter(|def| !def.is_abstract()) {
            let by_interface = b
                .classes
                .get(def.class.index())
                .is_some_and(Class::is_interface);
            if let Some(method) = b.methods.get(def.method.index()) {
                implemented[method.selector] |= if by_interface {
                    IMPLEMENTED | BY_INTERFACE
                } else {
                    IMPLEMENTED
                };
            }
        }
        let mut bodies = Vec::new();
        bodies.resize_with(b.defs.len(), OnceLock::new);
        b.gaps.sort();
        Self {
            dex: IdVec::from_vec(dex),
            maps: IdVec::from_vec(maps),
            type_names: b.type_names,
            names: b.names,
            protos: b.protos,
            proto_params: IdVec::from_vec(b.proto_params),
            implemented,
            selectors: IdVec::from_vec(b.selectors),
            selector_ids: b.selector_ids,
            methods: IdVec::from_vec(b.methods),
            method_ids: b.method_ids,
            def_of: IdVec::from_vec(b.def_of),
            declared_fields,
            fields: IdVec::from_vec(b.fields),
            field_ids: b.field_ids,
            classes: IdVec::from_vec(b.classes),
            class_of: IdVec::from_vec(b.class_of),
            defs: IdVec::from_vec(b.defs),
            events,
            hierarchy,
            framework,
            framework_of,
            bodies: IdVec::from_vec(bodies),
            gaps: b.gaps,
            instructions,
        }
    }
}

impl<'a> Builder<'a> {
    fn new(rows: usize, fields: usize) -> Self {
        let reserved = |n: usize| {
            let mut map: FxHashMap<(u32, u32), u32> = FxHashMap::default();
            map.reserve(n);
            map
        };
        Self {
            type_names: Interner::with_capacity(rows / 4),
            names: Interner::with_capacity(rows / 3),
            protos: Interner::with_capacity(rows / 8),
            proto_params: Vec::new(),
            selectors: Vec::with_capacity(rows / 2),
            selector_ids: reserved(rows / 2),
            methods: Vec::with_capacity(rows),
            method_ids: reserved(rows),
            def_of: Vec::with_capacity(rows),
            fields: Vec::with_capacity(fields),
            declared_fields: Vec::with_capacity(fields),
            field_ids: {
                let mut map: FxHashMap<(u32, u32, u32), u32> = FxHashMap::default();
                map.reserve(fields);
                map
            },
            classes: Vec::new(),
            class_of: Vec::new(),
            supers: Vec::new(),
            direct: Vec::new(),
            defs: Vec::with_capacity(rows),
            gaps: Vec::new(),
        }
    }

    fn type_id(&mut self, descriptor: &'a [u8]) -> TypeId {
        let id = self.type_names.intern(descriptor);
        self.grow();
        TypeId(id)
    }

    fn grow(&mut self) {
        let n = self.type_names.len();
        if self.class_of.len() < n {
            self.class_of.resize(n, None);
            self.supers.resize(n, None);
            self.direct.resize_with(n, Vec::new);
        }
    }

    /// Interns the tables of one file. An unreadable row maps to an empty name, so that indexes stay true.
    fn tables(&mut self, input: &DexInput<'a>) -> DexMaps {
        let file = &input.file;
        let mut maps = DexMaps {
            types: Vec::with_capacity(file.n_types() as usize),
            methods: Vec::with_capacity(file.n_methods() as usize),
            fields: Vec::with_capacity(file.n_fields() as usize),
        };
        let mut bad = BadRows::default();
        for index in 0..file.n_types() {
            let descriptor = file
                .type_descriptor(TypeIdx(index))
                .unwrap_or_else(|error| {
                    bad.add(index, &error);
                    b""
                });
            maps.types.push(self.type_id(descriptor));
        }
        bad.report(input, "type", &mut self.gaps);

        // By string row: its name id, once it was looked up.
        let mut names: Vec<u32> = vec![u32::MAX; file.n_strings() as usize];
        self.names_in_order(file, &mut names);
        let mut bad = BadRows::default();
        let mut proto_map = Vec::with_capacity(file.n_protos() as usize);
        let mut text = Vec::new();
        for index in 0..file.n_protos() {
            text.clear();
            let n = write_proto(file, ProtoIdx(index), &mut text).unwrap_or_else(|error| {
                bad.add(index, &error);
                text.clear();
                0
            });
            let id = self.protos.intern_owned(&text);
            if id as usize == self.proto_params.len() {
                self.proto_params.push(n);
            }
            proto_map.push(ProtoId(id));
        }
        bad.report(input, "prototype", &mut self.gaps);

        let mut bad = BadRows::default();
        for index in 0..file.n_fields() {
            let row = file
                .field_id(FieldIdx(index))
                .map_err(|error| bad.add(index, &error))
                .ok();
            let part = |ty: TypeIdx| maps.types.get(ty.0 as usize).copied();
            let row = row.and_then(|row| Some((part(row.class)?, part(row.ty)?, row.name)));
            let (class, ty, name) = row.unwrap_or_else(|| {
                let none = TypeId(self.type_names.intern(b""));
                (none, TypeId(0), StringIdx(u32::MAX))
            });
            let name = self.name(file, name, &mut names);
            self.grow();
            maps.fields.push(self.field_id(class, name, ty));
        }
        bad.report(input, "field", &mut self.gaps);

        let mut bad = BadRows::default();
        for index in 0..file.n_methods() {
            let row = file
                .method_id(MethodIdx(index))
                .map_err(|error| bad.add(index, &error))
                .ok();
            let row = row.and_then(|row| {
                Some((
                    maps.types.get(row.class.0 as usize).copied()?,
                    proto_map.get(row.proto.0 as usize).copied()?,
                    row.name,
                ))
            });
            let (class, proto, name) = row.unwrap_or_else(|| {
                let proto = self.protos.intern(b"");
                if proto as usize == self.proto_params.len() {
                    self.proto_params.push(0);
                }
                (
                    TypeId(self.type_names.intern(b"")),
                    ProtoId(proto),
                    StringIdx(u32::MAX),
                )
            });
            self.grow();
            let name = self.name(file, name, &mut names);
            let selector = self.selector_id(name, proto);
            maps.methods.push(self.method_id(class, selector));
        }
        bad.report(input, "method", &mut self.gaps);
        maps
    }

    /// Interns the names of all members in the order of the string table, which is that of the bytes in memory.
    fn names_in_order(&mut self, file: &DexFile<'a>, seen: &mut [u32]) {
        const WANTED: u32 = u32::MAX - 1;
        let fields = (0..file.n_fields())
            .filter_map(|index| Some(file.field_id(FieldIdx(index)).ok()?.name));
        let methods = (0..file.n_methods())
            .filter_map(|index| Some(file.method_id(MethodIdx(index)).ok()?.name));
        for name in fields.chain(methods) {
            if let Some(mark) = seen.get_mut(name.0 as usize) {
                *mark = WANTED;
            }
        }
        for (index, mark) in (0u32..).zip(seen) {
            if *mark == WANTED {
                *mark = self
                    .names
                    .intern(file.string_bytes(StringIdx(index)).unwrap_or(b""));
            }
        }
    }

    fn name(&mut self, file: &DexFile<'a>, index: StringIdx, seen: &mut [u32]) -> NameId {
        let Some(known) = seen.get_mut(index.0 as usize) else {
            return NameId(self.names.intern(b""));
        };
        if *known == u32::MAX {
            *known = self.names.intern(file.string_bytes(index).unwrap_or(b""));
        }
        NameId(*known)
    }

    fn selector_id(&mut self, name: NameId, proto: ProtoId) -> SelectorId {
        let next = SelectorId::from_index(self.selectors.len());
        let id = *self.selector_ids.entry((name.0, proto.0)).or_insert(next.0);
        if id == next.0 {
            self.selectors.push((name, proto));
        }
        SelectorId(id)
    }

    fn method_id(&mut self, class: TypeId, selector: SelectorId) -> MethodId {
        let next = MethodId::from_index(self.methods.len());
        let id = *self
            .method_ids
            .entry((class.0, selector.0))
            .or_insert(next.0);
        if id == next.0 {
            self.methods.push(MethodRef { class, selector });
            self.def_of.push(None);
        }
        MethodId(id)
    }

    fn field_id(&mut self, class: TypeId, name: NameId, ty: TypeId) -> FieldId {
        let next = FieldId::from_index(self.fields.len());
        let id = *self
            .field_ids
            .entry((class.0, name.0, ty.0))
            .or_insert(next.0);
        if id == next.0 {
            self.fields.push(FieldRef { class, name, ty });
        }
        FieldId(id)
    }

    /// Reads the class definitions of one file. Of several definitions of one class the first counts, as the class
    /// loader would have it.
    fn classes(&mut self, dex: DexId, input: &DexInput<'a>, maps: &DexMaps) {
        let file = &input.file;
        let mut budget = WorkBudget::for_len(file.data().len());
        let mut bad = BadRows::default();
        let mut bad_methods = BadRows::default();
        let mut repeated = BadRows::default();
        for (ClassDefIdx(index), row) in file.class_defs() {
            if budget.charge(1).is_err() {
                self.spent(input, "class definitions");
                return;
            }
            let row = match row {
                Ok(row) => row,
                Err(error) => {
                    bad.add(index, &error);
                    continue;
                }
            };
            let Some(ty) = maps.types.get(row.class.0 as usize).copied() else {
                bad.add(index, &"the class's type is out of range");
                continue;
            };
            if self.class_of.get(ty.index()).copied().flatten().is_some() {
                repeated.add(
                    index,
                    &"the class is defined before, which is the definition that runs",
                );
                continue;
            }
            let class = ClassId::from_index(self.classes.len());
            let superclass = row
                .superclass
                .and_then(|idx| maps.types.get(idx.0 as usize).copied());
            let interfaces = row
                .interfaces
                .iter()
                .filter_map(|idx| maps.types.get(idx.0 as usize).copied())
                .collect();
            if let Some(place) = self.class_of.get_mut(ty.index()) {
                *place = Some(class);
            }
            if let Some(place) = self.supers.get_mut(ty.index()) {
                *place = superclass.filter(|above| *above != ty);
            }
            if let Some(place) = self.direct.get_mut(ty.index()) {
                *place = interfaces;
            }
            let first = self.defs.len();
            let mut stop = false;
            match file.class_data(&row) {
                Ok(None) => {}
                Err(error) => bad.add(index, &error),
                Ok(Some(data)) => {
                    for field in data.static_fields().chain(data.instance_fields()) {
                        if budget.charge(1).is_err() {
                            stop = true;
                            break;
                        }
                        let Ok(field) = field else { break };
                        if let Some(id) = maps.fields.get(field.field.0 as usize) {
                            self.declared_fields.push(*id);
                        }
                    }
                    for method in data.methods() {
                        if budget.charge(1).is_err() {
                            stop = true;
                            break;
                        }
                        match method {
                            Ok(method) => {
                                let code_off = match file.code(method.code_off) {
                                    Ok(None) => 0,
                                    Ok(Some(code)) if events::affordable(&code, &mut budget) => {
                                        method.code_off
                                    }
                                    Ok(Some(_)) => {
                                        stop = true;
                                        0
                                    }
                                    Err(error) => {
                                        bad_methods.add(method.method.0, &error);
                                        0
                                    }
                                };
                                self.define(
                                    method.method,
                                    method.access_flags,
                                    code_off,
                                    class,
                                    maps,
                                );
                            }
                            Err(error) => {
                                bad_methods.add(index, &error);
                                break;
                            }
                        }
                    }
                }
            }
            let range = DefId::from_index(first).0..DefId::from_index(self.defs.len()).0;
            self.classes.push(Class {
                ty,
                access_flags: row.access_flags,
                dex,
                class_def: index,
                methods: range,
                source_file: row.source_file,
            });
            if stop {
                self.spent(input, "code of shared or repeated methods");
                break;
            }
        }
        bad.report(input, "class", &mut self.gaps);
        bad_methods.report(input, "defined methods", &mut self.gaps);
        repeated.report(input, "class (repeated definitions)", &mut self.gaps);
    }

    fn spent(&mut self, input: &DexInput<'_>, what: &str) {
        self.gaps.push(ProgramGap {
            place: place(input),
            what: format!("{what} after the work budget was spent"),
            why: "rows of the file share data in a way that honest files do not".to_owned(),
        });
    }

    fn define(
        &mut self,
        method: MethodIdx,
        access_flags: u32,
        code_off: u32,
        class: ClassId,
        maps: &DexMaps,
    ) {
        let Some(method) = maps.methods.get(method.0 as usize).copied() else {
            return;
        };
        let def = DefId::from_index(self.defs.len());
        if let Some(place) = self.def_of.get_mut(method.index())
            && place.is_none()
        {
            *place = Some(def);
        }
        self.defs.push(MethodDef {
            method,
            class,
            access_flags,
            code_off,
            chunk: 0,
            first_event: 0,
            n_events: 0,
        });
    }

    /// Sweeps all code, in parallel by runs of methods; the result does not depend on the number of threads.
    fn sweep(&mut self, dex: &[DexInput<'a>]) -> (Vec<Vec<Event>>, u64) {
        let classes = &self.classes;
        let parts: Vec<_> = self
            .defs
            .par_chunks_mut(CHUNK)
            .enumerate()
            .map(|(chunk, defs)| {
                let mut out = Vec::with_capacity(defs.len() * 12);
                let mut instructions = 0u64;
                let mut broken = Vec::new();
                for def in defs {
                    def.chunk = u32::try_from(chunk).unwrap_or(u32::MAX);
                    def.first_event = u32::try_from(out.len()).unwrap_or(u32::MAX);
                    let input = classes
                        .get(def.class.index())
                        .and_then(|class| dex.get(class.dex.index()));
                    if let Some(input) = input
                        && def.code_off != 0
                        && let Ok(Some(code)) = input.file.code(def.code_off)
                    {
                        let swept = events::sweep(&code, &mut out);
                        instructions += u64::from(swept.instructions);
                        if let Some(offset) = swept.broken_at {
                            broken.push((def.method, def.class, offset));
                        }
                    }
                    def.n_events = u32::try_from(out.len()).unwrap_or(u32::MAX) - def.first_event;
                }
                (out, instructions, broken)
            })
            .collect();
        let mut events = Vec::with_capacity(parts.len());
        let mut instructions = 0;
        for (part, n, broken) in parts {
            events.push(part);
            instructions += n;
            for (method, class, offset) in broken {
                self.broken_code(dex, method, class, offset);
            }
        }
        (events, instructions)
    }

    fn broken_code(&mut self, dex: &[DexInput<'a>], method: MethodId, class: ClassId, offset: u32) {
        let Some(input) = self
            .classes
            .get(class.index())
            .and_then(|class| dex.get(class.dex.index()))
        else {
            return;
        };
        let name = self.methods.get(method.index()).and_then(|row| {
            let (name, _) = self.selectors.get(row.selector.index())?;
            let class = String::from_utf8_lossy(self.type_names.text(row.class.0)).into_owned();
            Some(format!(
                "{class}->{}",
                String::from_utf8_lossy(self.names.text(name.0))
            ))
        });
        self.gaps.push(ProgramGap {
            place: format!("{} {}", place(input), name.unwrap_or_default()),
            what: format!("code from unit {offset} on"),
            why: "an instruction does not decode".to_owned(),
        });
    }

    /// Takes in the types of the framework that texts of the program name, as look-ups by name do.
    fn named_by_texts(&mut self, dex: &[DexInput<'a>], framework: &'a dyn Framework) {
        let packages = framework.packages();
        let mut n = 0;
        let mut descriptor = Vec::new();
        for input in dex {
            let file = &input.file;
            let text = |index: u32| file.string_bytes(StringIdx(index)).unwrap_or(b"");
            for package in &packages {
                // Texts are sorted: those that begin with the package lie together.
                let (mut from, mut upto) = (0, file.n_strings());
                while from < upto {
                    let middle = from + (upto - from) / 2;
                    if text(middle) < package.as_slice() {
                        from = middle + 1;
                    } else {
                        upto = middle;
                    }
                }
                for index in from..file.n_strings() {
                    let name = text(index);
                    if !name.starts_with(package) || n >= MAX_NAMED_BY_TEXTS {
                        break;
                    }
                    let is_name = |byte: u8| {
                        byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'$')
                    };
                    if name.len() > MAX_TYPE_NAME || !name.iter().all(|byte| is_name(*byte)) {
                        continue;
                    }
                    descriptor.clear();
                    descriptor.push(b'L');
                    descriptor.extend(
                        name.iter()
                            .map(|byte| if *byte == b'.' { b'/' } else { *byte }),
                    );
                    descriptor.push(b';');
                    if framework.find_type(&descriptor).is_some() {
                        self.type_names.intern_owned(&descriptor);
                        n += 1;
                    }
                }
            }
        }
        self.grow();
    }

    /// Joins the framework model: every named type that the app does not define, and their supertypes.
    fn join(&mut self, framework: &'a dyn Framework) -> IdVec<TypeId, Option<u32>> {
        let mut framework_of: Vec<Option<u32>> = Vec::new();
        let mut index = 0;
        while index < self.type_names.len() {
            framework_of.resize(self.type_names.len(), None);
            let defined = self.class_of.get(index).copied().flatten().is_some();
            let name = self
                .type_names
                .text(u32::try_from(index).unwrap_or(u32::MAX));
            let number = if defined || name.first() != Some(&b'L') {
                None
            } else {
                framework.find_type(name)
            };
            if let Some(number) = number {
                let mut add = |number: u32| {
                    TypeId(self.type_names.intern_owned(framework.descriptor(number)))
                };
                let superclass = framework.superclass(number).map(&mut add);
                let interfaces: Vec<TypeId> =
                    framework.interfaces(number).into_iter().map(add).collect();
                self.grow();
                if let Some(place) = framework_of.get_mut(index) {
                    *place = Some(number);
                }
                if let Some(place) = self.supers.get_mut(index) {
                    *place = superclass;
                }
                if let Some(place) = self.direct.get_mut(index) {
                    *place = interfaces;
                }
            }
            index += 1;
        }
        framework_of.resize(self.type_names.len(), None);
        IdVec::from_vec(framework_of)
    }
}

/// Writes `(params)ret` and returns the number of parameters.
fn write_proto(
    file: &DexFile<'_>,
    index: ProtoIdx,
    out: &mut Vec<u8>,
) -> Result<u32, dex_parse::DexError> {
    let proto = file.proto(index)?;
    out.push(b'(');
    let mut n = 0;
    for ty in proto.parameters {
        out.extend_from_slice(file.type_descriptor(ty)?);
        n += 1;
    }
    out.push(b')');
    out.extend_from_slice(file.type_descriptor(proto.return_type)?);
    Ok(n)
}
