//! Fingerprints of the methods of a program, from the events that its one sweep kept; refuses a second walk of code.

use dex_parse::{ClassDefIdx, EncodedValue};
use program_model::{ClassId, DefId, EventKind, FieldId, MethodId, Program, TypeId};
use rayon::prelude::*;

use crate::atom;
use crate::features::{Facts, MethodPrint, NamedClass, Whole, blur};
use crate::hash;
use crate::platform::Platform;
use crate::texts::Texts;

/// `ACC_SYNTHETIC` of the class file and DEX formats: made by a compiler.
const SYNTHETIC: u32 = 0x1000;
/// `ACC_BRIDGE`.
const BRIDGE: u32 = 0x40;
/// Initial values of one class that are looked at.
const MAX_INITIAL: usize = 4096;

/// What a call of one method, or an access to one field, says.
#[derive(Debug, Clone, Copy)]
enum Reference {
    /// Nothing stable.
    Nothing,
    /// The platform's: atom with the class, and without.
    Platform(u32, u32),
    /// The app's: blurred prototype or type.
    App(u32),
}

/// Tables over one program, from which the facts of any method are read.
pub(crate) struct DexFeatures<'p, 'a> {
    program: &'p Program<'a>,
    methods: Vec<Reference>,
    fields: Vec<Reference>,
    classes: Vec<u32>,
    above: Vec<u64>,
    protos: Vec<u32>,
    texts: Texts,
}

/// Names that the code of the classes in question uses.
struct Used {
    methods: Vec<bool>,
    fields: Vec<bool>,
}

impl Used {
    /// What the classes marked in `open` use and define, and what compilers put into classes of their own.
    fn of(program: &Program<'_>, open: &[bool]) -> Self {
        let mut out = Self {
            methods: vec![false; program.methods().count()],
            fields: vec![false; program.fields().count()],
        };
        let mark = |list: &mut Vec<bool>, at: usize| {
            if let Some(place) = list.get_mut(at) {
                *place = true;
            }
        };
        for (id, class) in program.classes() {
            let is_open = open.get(id.index()).copied().unwrap_or(false);
            if !is_open && class.access_flags & SYNTHETIC == 0 {
                continue;
            }
            let (methods, fields) = program.rows(class.dex);
            for def in class.methods() {
                mark(&mut out.methods, program.def(def).method.index());
                for event in program.events(def) {
                    let at = event.index as usize;
                    if event.kind.is_plain_invoke() {
                        if let Some(method) = methods.get(at) {
                            mark(&mut out.methods, method.index());
                        }
                    } else if is_field(event.kind)
                        && let Some(field) = fields.get(at)
                    {
                        mark(&mut out.fields, field.index());
                    }
                }
            }
        }
        out
    }

    fn has(list: &[bool], at: usize) -> bool {
        list.get(at).copied().unwrap_or(false)
    }
}

/// True for an access to a field.
fn is_field(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::StaticGet
            | EventKind::InstanceGet
            | EventKind::StaticPut
            | EventKind::InstancePut
    )
}

impl<'p, 'a> DexFeatures<'p, 'a> {
    /// Tables for the classes marked in `open`; other classes have no facts.
    pub(crate) fn new(program: &'p Program<'a>, open: &[bool]) -> Self {
        let platform = Platform::get();
        let used = Used::of(program, open);
        let is_platform: Vec<bool> = (0..program.n_types())
            .map(TypeId::from_index)
            .map(|ty| {
                let name = program.descriptor(ty);
                platform.is_platform(name)
                    && (program.class_of(ty).is_none() || name.first() != Some(&b'L'))
            })
            .collect();
        // Classes that the app defines although their names look like the platform's.
        let mut defined: Vec<&[u8]> = program
            .classes()
            .map(|(_, class)| program.descriptor(class.ty))
            .filter(|name| platform.is_platform(name))
            .collect();
        defined.sort_unstable();
        let is_defined = |name: &[u8]| !defined.is_empty() && defined.binary_search(&name).is_ok();
        let on = |ty: TypeId| is_platform.get(ty.index()).copied().unwrap_or(false);
        // By prototype, computed once; a method's id leads to it through its selector.
        let mut protos: Vec<u32> = Vec::new();
        let mut blurred = |proto: program_model::ProtoId| {
            if protos.len() <= proto.index() {
                protos.resize(proto.index() + 1, 0);
            }
            let Some(place) = protos.get_mut(proto.index()) else {
                return 0;
            };
            if *place == 0 {
                *place = blur(program.proto(proto), platform, &is_defined).max(1);
            }
            *place
        };
        // Listed classes have names of the platform.
        let unstable: Vec<bool> = is_platform
            .iter()
            .enumerate()
            .map(|(n, named)| {
                *named && platform.is_unstable_class(program.descriptor(TypeId::from_index(n)))
            })
            .collect();
        // Hashes of the classes of calls, each computed once.
        let no_class = atom::call_class(&[]);
        let mut call_classes: Vec<Option<u64>> = vec![None; program.n_types()];
        let mut methods: Vec<Reference> = program
            .methods()
            .map(|(id, row)| {
                if !Used::has(&used.methods, id.index()) {
                    return Reference::Nothing;
                }
                let (name, proto) = program.selector(row.selector);
                if unstable.get(row.class.index()).copied().unwrap_or(false) {
                    return Reference::Nothing;
                }
                let declared = match whose(program, id, &on) {
                    Whose::Nobody => return Reference::Nothing,
                    Whose::App => return Reference::App(blurred(proto)),
                    Whose::Platform(declared) => declared,
                };
                let (name, proto) = (program.name(name), program.proto(proto));
                let of_class = || atom::call_class(program.descriptor(declared));
                let class = match call_classes.get_mut(declared.index()) {
                    Some(known) => *known.get_or_insert_with(of_class),
                    None => of_class(),
                };
                let with = atom::call_on(class, name, proto);
                let bare = atom::call_on(no_class, name, proto);
                if platform.is_unstable(with) {
                    Reference::Nothing
                } else {
                    Reference::Platform(with, bare)
                }
            })
            .collect();
        let mut field_types: Vec<Option<u32>> = vec![None; program.n_types()];
        let fields: Vec<Reference> = program
            .fields()
            .map(|(id, row)| {
                if !Used::has(&used.fields, id.index()) {
                    return Reference::Nothing;
                }
                let is_platform = on(row.class) || is_inherited(program, id, &on);
                if is_platform {
                    let atom = atom::field(program.name(row.name), program.descriptor(row.ty));
                    let is_unstable_class = unstable.get(row.class.index()).copied();
                    if is_unstable_class.unwrap_or(false) || platform.is_unstable(atom) {
                        Reference::Nothing
                    } else {
                        Reference::Platform(atom, atom)
                    }
                } else if is_synthetic(program, row.class) {
                    Reference::Nothing
                } else {
                    let of_type = || blur(program.descriptor(row.ty), platform, &is_defined);
                    Reference::App(match field_types.get_mut(row.ty.index()) {
                        Some(known) => *known.get_or_insert_with(of_type),
                        None => of_type(),
                    })
                }
            })
            .collect();
        outlined(program, &mut methods, &fields);
        let classes = (0..program.n_types())
            .map(TypeId::from_index)
            .map(|ty| {
                let name = program.descriptor(ty);
                if on(ty) && name.first() == Some(&b'L') {
                    atom::class(name)
                } else {
                    0
                }
            })
            .collect();
        let mut named: Vec<TypeId> = Vec::new();
        let above = program
            .classes()
            .map(|(id, class)| {
                let mut sum = 0u64;
                if !Used::has(open, id.index()) {
                    return sum;
                }
                app_edges(program, class.ty, &on, &mut named);
                for ty in program.ancestors(class.ty) {
                    // Only what the app itself names: what the platform's types extend depends on its version.
                    if on(*ty) && named.contains(ty) && !is_root(program, *ty) {
                        sum = sum
                            .wrapping_add(hash::finish(hash::bytes(31, program.descriptor(*ty))));
                    }
                }
                sum
            })
            .collect();
        Self {
            program,
            methods,
            fields,
            classes,
            above,
            protos,
            texts: Texts::new(program, open),
        }
    }

    pub(crate) fn program(&self) -> &'p Program<'a> {
        self.program
    }

    /// Reads the facts of one method into `facts`; returns the hashes of the whole. `None` without code.
    pub(crate) fn read(&self, def: DefId, facts: &mut Facts) -> Option<Whole> {
        let program = self.program;
        let row = program.def(def);
        if !row.has_code() {
            return None;
        }
        facts.clear();
        let dex = program.dex_of(def);
        let (methods, fields) = program.rows(dex);
        for event in program.events(def) {
            let index = event.index as usize;
            match event.kind {
                EventKind::ConstString => {
                    if let Some((atom, is_number, words)) = self.texts.get(dex, event.index) {
                        facts.known_text(atom, is_number, words);
                    }
                }
                EventKind::ConstClass => {
                    if let Some(atom) = program
                        .type_at(dex, event.index)
                        .and_then(|ty| self.classes.get(ty.index()))
                        .filter(|atom| **atom != 0)
                    {
                        facts.atoms.push(*atom);
                    }
                }
                kind if kind.is_plain_invoke() => {
                    let id = methods.get(index).copied();
                    match id.and_then(|id| self.methods.get(id.index())) {
                        Some(Reference::Platform(with, bare)) => {
                            let by_class =
                                matches!(kind, EventKind::InvokeStatic | EventKind::InvokeDirect);
                            facts.atoms.push(if by_class { *with } else { *bare });
                        }
                        Some(Reference::App(shape)) => facts.callee(*shape),
                        _ => {}
                    }
                }
                kind if is_field(kind) => {
                    let id = fields.get(index).copied();
                    match id.and_then(|id| self.fields.get(id.index())) {
                        Some(Reference::Platform(atom, _)) => facts.atoms.push(*atom),
                        Some(Reference::App(shape)) => facts.field(*shape),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        let (name, proto) = program.selector(program.method(row.method).selector);
        let own = self.protos.get(proto.index()).copied().unwrap_or(0);
        let above = self.above.get(row.class.index()).copied().unwrap_or(0);
        let is_initialiser = program.name(name) == b"<clinit>";
        if is_initialiser {
            self.initial_values(row.class, facts);
        }
        let mut whole = facts.finish(own, above, row.is_static());
        let plain = row.access_flags & (SYNTHETIC | BRIDGE) == 0
            && program.class(row.class).access_flags & SYNTHETIC == 0
            && !is_initialiser;
        if !plain {
            whole = Whole::default();
        }
        Some(whole)
    }

    /// Hashes of those unknown words in the texts of a method that come from joining two pieces, sorted. Every word that
    /// is taken apart costs one of `left`.
    pub(crate) fn joined_words(
        &self,
        def: DefId,
        left: &mut usize,
        is_known: &dyn Fn(u32) -> bool,
    ) -> Vec<u32> {
        let program = self.program;
        let dex = program.dex_of(def);
        let texts = program
            .events(def)
            .iter()
            .filter(|event| matches!(event.kind, EventKind::ConstString))
            .filter_map(|event| program.string_at(dex, event.index));
        let mut out = Vec::new();
        for word in texts.flat_map(atom::plain_words) {
            let hash = atom::word_hash(word);
            if is_known(hash) {
                continue;
            }
            if *left == 0 {
                break;
            }
            *left -= 1;
            if atom::is_joined(word, is_known) {
                out.push(hash);
            }
        }
        out.sort_unstable();
        out
    }

    /// Texts that fields of a class start with: a compiler moves them out of its initialiser.
    fn initial_values(&self, class: ClassId, facts: &mut Facts) {
        let program = self.program;
        let class = program.class(class);
        let file = &program.dex(class.dex).file;
        let Ok(row) = file.class_def(ClassDefIdx(class.class_def)) else {
            return;
        };
        for value in file.static_values(&row).take(MAX_INITIAL) {
            if let Ok(EncodedValue::String(text)) = value
                && let Ok(text) = file.string_bytes(text)
            {
                facts.text(text);
            }
        }
    }

    /// Fingerprints of one class with its names.
    fn named(&self, class: ClassId) -> NamedClass {
        let program = self.program;
        let row = program.class(class);
        let mut facts = Facts::default();
        let mut methods = Vec::new();
        let mut words = Vec::new();
        for def in row.methods() {
            if let Some(whole) = self.read(def, &mut facts) {
                words.extend_from_slice(&facts.words);
                let (name, proto) =
                    program.selector(program.method(program.def(def).method).selector);
                let mut label = program.name(name).to_vec();
                label.extend_from_slice(program.proto(proto));
                let atoms = facts.atoms.clone();
                methods.push((
                    label,
                    MethodPrint {
                        exact: whole.exact,
                        set: whole.set,
                        n_shapes: whole.n_shapes,
                        atoms,
                    },
                ));
            }
        }
        // An optimiser puts the values of constants where they are used, which the class alone does not show.
        facts.clear();
        self.initial_values(class, &mut facts);
        words.extend_from_slice(&facts.words);
        words.sort_unstable();
        words.dedup();
        NamedClass {
            descriptor: program.descriptor(row.ty).to_vec(),
            methods,
            words,
        }
    }
}

/// Fingerprints of all classes of a program, in the order of its classes.
pub fn of_program(program: &Program<'_>) -> Vec<NamedClass> {
    let all = vec![true; program.classes().count()];
    let features = DexFeatures::new(program, &all);
    let ids: Vec<ClassId> = program.classes().map(|(id, _)| id).collect();
    ids.par_iter().map(|id| features.named(*id)).collect()
}

/// True for a field that a class of the app has from a class of the platform.
fn is_inherited(program: &Program<'_>, id: FieldId, on: &dyn Fn(TypeId) -> bool) -> bool {
    let class = program.field(id).class;
    program.class_of(class).is_some()
        && !program.is_declared_field(id)
        && program.declared_field(id) == id
        && program
            .ancestors(class)
            .iter()
            .any(|above| on(*above) && !is_root(program, *above))
}

/// A compiler puts a single access to a new part of the platform into a method of its own; a call of such a method says
/// what the access says.
fn outlined(program: &Program<'_>, methods: &mut [Reference], fields: &[Reference]) {
    let mut found = Vec::new();
    for (id, row) in program.methods() {
        if !is_synthetic(program, row.class) {
            continue;
        }
        let Some(def) = program
            .def_of(id)
            .filter(|def| program.def(*def).is_static())
        else {
            continue;
        };
        let [event] = program.events(def) else {
            continue;
        };
        let (of_methods, of_fields) = program.rows(program.dex_of(def));
        let index = event.index as usize;
        let inner = if event.kind.is_plain_invoke() {
            of_methods.get(index).and_then(|id| methods.get(id.index()))
        } else {
            of_fields.get(index).and_then(|id| fields.get(id.index()))
        };
        if let Some(Reference::Platform(with, bare)) = inner {
            let by_class = matches!(
                event.kind,
                EventKind::InvokeStatic | EventKind::InvokeDirect
            );
            let atom = if by_class { *with } else { *bare };
            found.push((id, Reference::Platform(atom, atom)));
        }
    }
    for (id, reference) in found {
        if let Some(place) = methods.get_mut(id.index()) {
            *place = reference;
        }
    }
}

enum Whose {
    App,
    Platform(TypeId),
    Nobody,
}

fn is_synthetic(program: &Program<'_>, ty: TypeId) -> bool {
    program
        .class_of(ty)
        .is_some_and(|class| program.class(class).access_flags & SYNTHETIC != 0)
}

fn is_root(program: &Program<'_>, ty: TypeId) -> bool {
    Platform::get().is_root(program.descriptor(ty))
}

/// Types that a class, or a class of the app over it, names as its superclass or interface.
fn app_edges(
    program: &Program<'_>,
    ty: TypeId,
    on: &dyn Fn(TypeId) -> bool,
    out: &mut Vec<TypeId>,
) {
    out.clear();
    let own = program.ancestors(ty).iter().copied();
    for here in own.filter(|here| !on(*here)).chain([ty]) {
        out.extend(program.superclass(here));
        out.extend_from_slice(program.interfaces(here));
    }
    out.sort_unstable();
    out.dedup();
}

/// Whose method a name means: one that the app declares, or one that a platform type over the named class must declare.
fn whose(program: &Program<'_>, id: MethodId, on: &dyn Fn(TypeId) -> bool) -> Whose {
    let row = program.method(id);
    if on(row.class) {
        return Whose::Platform(row.class);
    }
    if is_synthetic(program, row.class) {
        return Whose::Nobody;
    }
    if let Some(def) = program.def_of(id) {
        return if program.def(def).access_flags & SYNTHETIC != 0 {
            Whose::Nobody
        } else {
            Whose::App
        };
    }
    let (name, proto) = program.selector(row.selector);
    // A class of another library: what every class has is not looked for there.
    if program.class_of(row.class).is_none()
        && Platform::get().is_unstable(atom::call(None, program.name(name), program.proto(proto)))
    {
        return Whose::Nobody;
    }
    if program.class_of(row.class).is_none() || program.name(name).first() == Some(&b'<') {
        return Whose::App;
    }
    let mut external = None;
    for ty in program.ancestors(row.class) {
        if on(*ty) {
            if !is_root(program, *ty) && external.is_none() {
                external = Some(*ty);
            }
        } else if program.class_of(*ty).is_none() || program.declared(*ty, row.selector).is_some() {
            return Whose::App;
        }
    }
    external.map_or(Whose::Nobody, Whose::Platform)
}
