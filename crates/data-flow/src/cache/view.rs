//! The program as summaries see it: each look at what another app may have otherwise is noted as a question. What a
//! number stands for by its name alone (the name of a method, the type of a field) is no question: the number was got
//! from somewhere, and there the name was told. Refuses to give out the program itself but for what is no summary.

use dex_parse::{CodeItem, FieldIdx, MethodIdx, TypeIdx};
use program_model::{
    Body, Class, ClassId, DefId, DexId, DexInput, Event, FieldId, FieldRef, Framework, MethodDef,
    MethodId, MethodRef, NameId, Program, ProtoId, SelectorId, TypeId,
};

use super::watch::{Question, Watch};

/// The program, watched.
#[derive(Clone, Copy)]
pub(crate) struct View<'x, 'a> {
    program: &'x Program<'a>,
    watch: &'x Watch,
}

impl<'x, 'a> View<'x, 'a> {
    pub(crate) fn new(program: &'x Program<'a>, watch: &'x Watch) -> Self {
        Self { program, watch }
    }

    /// The whole program, for what is no summary or is asked as a question of its own.
    pub(crate) fn all(self) -> &'x Program<'a> {
        self.watch.spoil("a look at the whole program");
        self.program
    }

    pub(crate) fn watch(self) -> &'x Watch {
        self.watch
    }

    // Told by names.

    pub(crate) fn descriptor(self, ty: TypeId) -> &'x [u8] {
        self.program.descriptor(ty)
    }

    pub(crate) fn name(self, name: NameId) -> &'x [u8] {
        self.program.name(name)
    }

    pub(crate) fn proto(self, proto: ProtoId) -> &'x [u8] {
        self.program.proto(proto)
    }

    pub(crate) fn selector(self, id: SelectorId) -> (NameId, ProtoId) {
        self.program.selector(id)
    }

    /// The class of a method of the app.
    pub(crate) fn holder(self, def: DefId) -> TypeId {
        self.program.class(self.program.def(def).class).ty
    }

    pub(crate) fn n_params(self, id: SelectorId) -> u32 {
        self.program.n_params(id)
    }

    pub(crate) fn method(self, id: MethodId) -> MethodRef {
        self.program.method(id)
    }

    pub(crate) fn field(self, id: FieldId) -> FieldRef {
        self.program.field(id)
    }

    pub(crate) fn method_name(self, id: MethodId) -> String {
        self.program.method_name(id)
    }

    pub(crate) fn def_name(self, id: DefId) -> String {
        self.program.def_name(id)
    }

    /// The same in every app, by the catalogues.
    pub(crate) fn framework(self) -> &'a dyn Framework {
        self.program.framework()
    }

    // Told by the code that the index stands in, which was asked for.

    pub(crate) fn dex_of(self, def: DefId) -> DexId {
        self.program.dex_of(def)
    }

    pub(crate) fn method_at(self, dex: DexId, index: u32) -> Option<MethodId> {
        self.program.method_at(dex, index)
    }

    pub(crate) fn field_at(self, dex: DexId, index: u32) -> Option<FieldId> {
        self.program.field_at(dex, index)
    }

    pub(crate) fn type_at(self, dex: DexId, index: u32) -> Option<TypeId> {
        self.program.type_at(dex, index)
    }

    pub(crate) fn string_at(self, dex: DexId, index: u32) -> Option<&'a [u8]> {
        self.program.string_at(dex, index)
    }

    // Questions.

    pub(crate) fn code(self, def: DefId) -> Option<CodeItem<'a>> {
        self.watch.ask(|| Question::Code(def));
        self.program.code(def)
    }

    pub(crate) fn body(self, def: DefId) -> Option<&'x Body> {
        self.watch.ask(|| Question::Code(def));
        self.program.body(def)
    }

    pub(crate) fn events(self, def: DefId) -> &'x [Event] {
        self.watch.ask(|| Question::Code(def));
        self.program.events(def)
    }

    pub(crate) fn find_type(self, descriptor: &[u8]) -> Option<TypeId> {
        self.watch.ask(|| Question::NamedType(descriptor.into()));
        self.program.find_type(descriptor)
    }

    pub(crate) fn find_type_named(self, descriptor: &str) -> Option<TypeId> {
        self.watch
            .ask(|| Question::NamedType(descriptor.as_bytes().into()));
        self.program.find_type_named(descriptor)
    }

    pub(crate) fn find_name(self, name: &[u8]) -> Option<NameId> {
        self.watch.ask(|| Question::NamedName(name.into()));
        self.program.find_name(name)
    }

    /// Only asked within what stands for it: what a framework type declares.
    pub(crate) fn find_proto(self, proto: &[u8]) -> Option<ProtoId> {
        self.watch.spoil("a prototype by its text");
        self.program.find_proto(proto)
    }

    pub(crate) fn class_of(self, ty: TypeId) -> Option<ClassId> {
        self.watch.ask(|| Question::App(ty));
        self.program.class_of(ty)
    }

    pub(crate) fn class(self, id: ClassId) -> &'x Class {
        let class = self.program.class(id);
        self.watch.ask(|| Question::Shape(class.ty));
        class
    }

    pub(crate) fn superclass(self, ty: TypeId) -> Option<TypeId> {
        self.watch.ask(|| Question::Above(ty));
        self.program.superclass(ty)
    }

    pub(crate) fn ancestors(self, ty: TypeId) -> &'x [TypeId] {
        self.watch.ask(|| Question::Above(ty));
        self.program.ancestors(ty)
    }

    pub(crate) fn is_subtype(self, sub: TypeId, sup: TypeId) -> bool {
        self.watch.ask(|| Question::Above(sub));
        self.program.is_subtype(sub, sup)
    }

    pub(crate) fn framework_type(self, ty: TypeId) -> Option<u32> {
        self.watch.ask(|| Question::App(ty));
        self.program.framework_type(ty)
    }

    pub(crate) fn lookup(self, ty: TypeId, selector: SelectorId) -> Option<DefId> {
        self.watch.ask(|| Question::Lookup(ty, selector));
        self.program.lookup(ty, selector)
    }

    pub(crate) fn declared(self, ty: TypeId, selector: SelectorId) -> Option<DefId> {
        self.watch.ask(|| Question::Declares(ty, selector));
        self.program.declared(ty, selector)
    }

    pub(crate) fn first_external(self, ty: TypeId) -> Option<TypeId> {
        self.watch.ask(|| Question::Above(ty));
        self.program.first_external(ty)
    }

    pub(crate) fn subtypes(self, ty: TypeId) -> &'x [TypeId] {
        self.watch.ask(|| Question::Below(ty));
        self.program.subtypes(ty)
    }

    /// Nothing in the program is below the type.
    pub(crate) fn is_leaf(self, ty: TypeId) -> bool {
        self.watch.ask(|| Question::Leaf(ty));
        self.program.subtypes(ty).is_empty()
    }

    pub(crate) fn def(self, id: DefId) -> &'x MethodDef {
        self.watch.ask(|| Question::Member(id));
        self.program.def(id)
    }

    pub(crate) fn def_of(self, id: MethodId) -> Option<DefId> {
        self.watch.ask(|| Question::DefOf(id));
        self.program.def_of(id)
    }

    pub(crate) fn declared_field(self, id: FieldId) -> FieldId {
        self.watch.ask(|| Question::Declared(id));
        self.program.declared_field(id)
    }

    // No question can tell these.

    pub(crate) fn dex(self, id: DexId) -> &'x DexInput<'a> {
        self.watch.spoil("a look at the tables of a file");
        self.program.dex(id)
    }

    pub(crate) fn dex_field(self, dex: DexId, index: FieldIdx) -> Option<FieldId> {
        self.program.dex_field(dex, index)
    }

    pub(crate) fn dex_method(self, dex: DexId, index: MethodIdx) -> Option<MethodId> {
        self.program.dex_method(dex, index)
    }

    pub(crate) fn dex_type(self, dex: DexId, index: TypeIdx) -> Option<TypeId> {
        self.program.dex_type(dex, index)
    }

    pub(crate) fn defs(self) -> impl Iterator<Item = (DefId, &'x MethodDef)> {
        self.all().defs()
    }

    pub(crate) fn methods(self) -> impl Iterator<Item = (MethodId, &'x MethodRef)> {
        self.all().methods()
    }

    pub(crate) fn n_defs(self) -> usize {
        self.program.n_defs()
    }
}
