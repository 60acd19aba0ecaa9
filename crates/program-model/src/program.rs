//! The program: tables by id and their accessors; refuses to change after it is built.

use std::ops::Range;
use std::sync::OnceLock;

use dex_parse::{CodeItem, DexFile, FieldIdx, MethodIdx, StringIdx, TypeIdx};
use rustc_hash::FxHashMap;

use crate::body::Body;
use crate::build::{DexInput, ProgramGap};
use crate::events::Event;
use crate::framework::Framework;
use crate::hierarchy::Hierarchy;
use crate::ids::{
    ClassId, DefId, DexId, FieldId, IdVec, MethodId, NameId, ProtoId, SelectorId, TypeId,
};
use crate::intern::Interner;

/// A class that the app defines.
#[derive(Debug, Clone)]
pub struct Class {
    /// Its type.
    pub ty: TypeId,
    /// Access flags as in the file.
    pub access_flags: u32,
    /// The DEX file that defines it.
    pub dex: DexId,
    /// Its row in that file.
    pub class_def: u32,
    /// Its methods.
    pub methods: Range<u32>,
    /// Source file name, when kept.
    pub source_file: Option<StringIdx>,
}

impl Class {
    /// True for an interface.
    pub fn is_interface(&self) -> bool {
        self.access_flags & 0x200 != 0
    }

    /// True for an abstract class or interface.
    pub fn is_abstract(&self) -> bool {
        self.access_flags & 0x400 != 0
    }

    /// Methods of the class.
    pub fn methods(&self) -> impl Iterator<Item = DefId> {
        self.methods.clone().map(DefId)
    }
}

/// A method as named at call sites or definitions.
#[derive(Debug, Clone, Copy)]
pub struct MethodRef {
    /// The class named.
    pub class: TypeId,
    /// Name and prototype.
    pub selector: SelectorId,
}

/// A field as named at accesses.
#[derive(Debug, Clone, Copy)]
pub struct FieldRef {
    /// The class named.
    pub class: TypeId,
    /// Name.
    pub name: NameId,
    /// Type.
    pub ty: TypeId,
}

/// A method that the app defines.
#[derive(Debug, Clone, Copy)]
pub struct MethodDef {
    /// Its name.
    pub method: MethodId,
    /// Its class.
    pub class: ClassId,
    /// Access flags as in the file.
    pub access_flags: u32,
    /// Offset of its code in the file; 0 without code.
    pub code_off: u32,
    pub(crate) chunk: u32,
    pub(crate) first_event: u32,
    pub(crate) n_events: u32,
}

impl MethodDef {
    /// True for a static method.
    pub fn is_static(&self) -> bool {
        self.access_flags & 0x8 != 0
    }

    /// True for an abstract method.
    pub fn is_abstract(&self) -> bool {
        self.access_flags & 0x400 != 0
    }

    /// True for a native method.
    pub fn is_native(&self) -> bool {
        self.access_flags & 0x100 != 0
    }

    /// True for a private method.
    pub fn is_private(&self) -> bool {
        self.access_flags & 0x2 != 0
    }

    /// True for a method with code that is not abstract or native.
    pub fn has_code(&self) -> bool {
        self.code_off != 0
    }
}

/// Index maps of one DEX file into the program's ids.
#[derive(Debug, Default)]
pub(crate) struct DexMaps {
    pub(crate) types: Vec<TypeId>,
    pub(crate) methods: Vec<MethodId>,
    pub(crate) fields: Vec<FieldId>,
}

/// All DEX files of an app joined.
pub struct Program<'a> {
    pub(crate) dex: IdVec<DexId, DexInput<'a>>,
    pub(crate) maps: IdVec<DexId, DexMaps>,
    pub(crate) type_names: Interner<'a>,
    pub(crate) names: Interner<'a>,
    pub(crate) protos: Interner<'a>,
    pub(crate) proto_params: IdVec<ProtoId, u32>,
    pub(crate) selectors: IdVec<SelectorId, (NameId, ProtoId)>,
    /// By selector: [`IMPLEMENTED`] and [`BY_INTERFACE`], so that most look-ups that find nothing end at once.
    pub(crate) implemented: IdVec<SelectorId, u8>,
    pub(crate) selector_ids: FxHashMap<(u32, u32), u32>,
    pub(crate) methods: IdVec<MethodId, MethodRef>,
    pub(crate) method_ids: FxHashMap<(u32, u32), u32>,
    pub(crate) def_of: IdVec<MethodId, Option<DefId>>,
    pub(crate) fields: IdVec<FieldId, FieldRef>,
    /// Fields that a class of the app declares, as opposed to names at accesses.
    pub(crate) declared_fields: IdVec<FieldId, bool>,
    pub(crate) field_ids: FxHashMap<(u32, u32, u32), u32>,
    pub(crate) classes: IdVec<ClassId, Class>,
    pub(crate) class_of: IdVec<TypeId, Option<ClassId>>,
    pub(crate) defs: IdVec<DefId, MethodDef>,
    pub(crate) events: Vec<Vec<Event>>,
    pub(crate) hierarchy: Hierarchy,
    pub(crate) framework: &'a dyn Framework,
    pub(crate) framework_of: IdVec<TypeId, Option<u32>>,
    pub(crate) bodies: IdVec<DefId, OnceLock<Option<Box<Body>>>>,
    pub(crate) gaps: Vec<ProgramGap>,
    pub(crate) instructions: u64,
}

/// Some class of the app has a method of the selector that is not abstract.
pub(crate) const IMPLEMENTED: u8 = 1;
/// Some interface of the app has.
pub(crate) const BY_INTERFACE: u8 = 2;

impl std::fmt::Debug for Program<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Program")
            .field("dex_files", &self.dex.len())
            .field("classes", &self.classes.len())
            .field("defs", &self.defs.len())
            .finish_non_exhaustive()
    }
}

impl<'a> Program<'a> {
    /// DEX files in load order.
    pub fn dex_files(&self) -> impl Iterator<Item = (DexId, &DexInput<'a>)> {
        (0u32..).map(DexId).zip(self.dex.as_slice())
    }

    /// One DEX file.
    pub fn dex(&self, id: DexId) -> &DexInput<'a> {
        &self.dex[id]
    }

    /// The file that defines a method.
    pub fn dex_of(&self, def: DefId) -> DexId {
        self.classes[self.defs[def].class].dex
    }

    /// Classes that the app defines.
    pub fn classes(&self) -> impl Iterator<Item = (ClassId, &Class)> {
        (0u32..).map(ClassId).zip(self.classes.as_slice())
    }

    /// One class.
    pub fn class(&self, id: ClassId) -> &Class {
        &self.classes[id]
    }

    /// The app's definition of a type.
    pub fn class_of(&self, ty: TypeId) -> Option<ClassId> {
        self.class_of.get(ty).copied().flatten()
    }

    /// Methods that the app defines.
    pub fn defs(&self) -> impl Iterator<Item = (DefId, &MethodDef)> {
        (0u32..).map(DefId).zip(self.defs.as_slice())
    }

    /// Number of methods that the app defines.
    pub fn n_defs(&self) -> usize {
        self.defs.len()
    }

    /// Number of types of any kind.
    pub fn n_types(&self) -> usize {
        self.type_names.len()
    }

    /// Number of methods named anywhere.
    pub fn n_methods(&self) -> usize {
        self.methods.len()
    }

    /// Number of fields named anywhere.
    pub fn n_fields(&self) -> usize {
        self.fields.len()
    }

    /// Number of selectors.
    pub fn n_selectors(&self) -> usize {
        self.selectors.len()
    }

    /// One definition.
    pub fn def(&self, id: DefId) -> &MethodDef {
        &self.defs[id]
    }

    /// The definition with exactly this name.
    pub fn def_of(&self, method: MethodId) -> Option<DefId> {
        self.def_of[method]
    }

    /// Methods named anywhere.
    pub fn methods(&self) -> impl Iterator<Item = (MethodId, &MethodRef)> {
        (0u32..).map(MethodId).zip(self.methods.as_slice())
    }

    /// One method name.
    pub fn method(&self, id: MethodId) -> MethodRef {
        self.methods[id]
    }

    /// Fields named anywhere.
    pub fn fields(&self) -> impl Iterator<Item = (FieldId, &FieldRef)> {
        (0u32..).map(FieldId).zip(self.fields.as_slice())
    }

    /// One field name.
    pub fn field(&self, id: FieldId) -> FieldRef {
        self.fields[id]
    }

    /// The field that an access of this name means: the nearest declaration up the hierarchy, or the name itself when
    /// no class of the app declares it.
    pub fn declared_field(&self, id: FieldId) -> FieldId {
        let is_declared = |field: FieldId| self.declared_fields.get(field).copied() == Some(true);
        if is_declared(id) {
            return id;
        }
        let row = self.field(id);
        self.ancestors(row.class)
            .iter()
            .filter_map(|above| self.find_field(*above, row.name, row.ty))
            .find(|field| is_declared(*field))
            .unwrap_or(id)
    }

    /// True when a class of the app declares a field by exactly this name.
    pub fn is_declared_field(&self, id: FieldId) -> bool {
        self.declared_fields.get(id).copied() == Some(true)
    }

    /// Name and prototype of a selector.
    pub fn selector(&self, id: SelectorId) -> (NameId, ProtoId) {
        self.selectors[id]
    }

    /// Number of parameters of a selector, a long or double counting once.
    pub fn n_params(&self, id: SelectorId) -> u32 {
        self.proto_params[self.selectors[id].1]
    }

    /// The events of a method in code order.
    pub fn events(&self, def: DefId) -> &[Event] {
        let def = &self.defs[def];
        let first = def.first_event as usize;
        self.events
            .get(def.chunk as usize)
            .and_then(|chunk| chunk.get(first..first + def.n_events as usize))
            .unwrap_or(&[])
    }

    /// The method that an index of a DEX file names; `None` when the row is out of range.
    pub fn method_at(&self, dex: DexId, index: u32) -> Option<MethodId> {
        self.maps[dex].methods.get(index as usize).copied()
    }

    /// The field that an index of a DEX file names.
    pub fn field_at(&self, dex: DexId, index: u32) -> Option<FieldId> {
        self.maps[dex].fields.get(index as usize).copied()
    }

    /// The type that an index of a DEX file names.
    pub fn type_at(&self, dex: DexId, index: u32) -> Option<TypeId> {
        self.maps[dex].types.get(index as usize).copied()
    }

    /// The tables of a DEX file in the program's ids: methods and fields by row.
    pub fn rows(&self, dex: DexId) -> (&[MethodId], &[FieldId]) {
        let maps = &self.maps[dex];
        (&maps.methods, &maps.fields)
    }

    /// The text of a string of a DEX file, without its bytes being copied; `None` when unreadable.
    pub fn string_at(&self, dex: DexId, index: u32) -> Option<&'a [u8]> {
        self.dex[dex].file.string_bytes(StringIdx(index)).ok()
    }

    /// Superclass.
    pub fn superclass(&self, ty: TypeId) -> Option<TypeId> {
        self.hierarchy.superclass(ty)
    }

    /// Direct interfaces.
    pub fn interfaces(&self, ty: TypeId) -> &[TypeId] {
        self.hierarchy.interfaces(ty)
    }

    /// Every proper supertype, nearest first.
    pub fn ancestors(&self, ty: TypeId) -> &[TypeId] {
        self.hierarchy.ancestors(ty)
    }

    /// Direct subtypes.
    pub fn subtypes(&self, ty: TypeId) -> &[TypeId] {
        self.hierarchy.subtypes(ty)
    }

    /// True when `sub` is `sup` or extends or implements it.
    pub fn is_subtype(&self, sub: TypeId, sup: TypeId) -> bool {
        sub == sup || self.ancestors(sub).contains(&sup)
    }

    /// Number of the type in the framework model; `None` for app types and unmodelled ones.
    pub fn framework_type(&self, ty: TypeId) -> Option<u32> {
        self.framework_of.get(ty).copied().flatten()
    }

    /// The framework model.
    pub fn framework(&self) -> &'a dyn Framework {
        self.framework
    }

    /// The code of a method.
    pub fn code(&self, def: DefId) -> Option<CodeItem<'a>> {
        let row = &self.defs[def];
        if row.code_off == 0 {
            return None;
        }
        self.dex[self.classes[row.class].dex]
            .file
            .code(row.code_off)
            .ok()
            .flatten()
    }

    /// The body of a method: instructions, control flow and values. Built on first use; `None` without code or when
    /// the code is beyond the limits of a body.
    pub fn body(&self, def: DefId) -> Option<&Body> {
        self.bodies[def]
            .get_or_init(|| Body::build(self, def).map(Box::new))
            .as_deref()
    }

    /// Looks at the body of a method without keeping it; as [`Self::body`] for what it is.
    pub fn with_body<R>(&self, def: DefId, look: impl FnOnce(&Body) -> R) -> Option<R> {
        match self.bodies[def].get() {
            Some(body) => body.as_deref().map(look),
            None => Body::build(self, def).map(|body| look(&body)),
        }
    }

    /// Source line of an offset, when debug information gives one.
    pub fn line(&self, def: DefId, offset: u32) -> Option<u32> {
        let code = self.code(def)?;
        let file: &DexFile<'_> = &self.dex[self.dex_of(def)].file;
        file.line_at(code.debug_info_off, offset)
    }

    /// What could not be read.
    pub fn gaps(&self) -> &[ProgramGap] {
        &self.gaps
    }

    /// Instructions decoded by the sweep.
    pub fn n_instructions(&self) -> u64 {
        self.instructions
    }

    /// The raw tables of a file's row numbers, for printing.
    pub fn dex_method(&self, dex: DexId, index: MethodIdx) -> Option<MethodId> {
        self.method_at(dex, index.0)
    }

    /// As [`Self::type_at`], for typed indexes.
    pub fn dex_type(&self, dex: DexId, index: TypeIdx) -> Option<TypeId> {
        self.type_at(dex, index.0)
    }

    /// As [`Self::field_at`], for typed indexes.
    pub fn dex_field(&self, dex: DexId, index: FieldIdx) -> Option<FieldId> {
        self.field_at(dex, index.0)
    }
}
