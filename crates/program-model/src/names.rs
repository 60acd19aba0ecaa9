//! Names of ids: what leaves the program leaves as text.

use std::borrow::Cow;

use byte_reader::mutf8::decode_printable;

use crate::ids::{DefId, FieldId, MethodId, NameId, ProtoId, SelectorId, TypeId};
use crate::program::Program;

impl Program<'_> {
    /// Raw descriptor of a type (MUTF-8).
    pub fn descriptor(&self, ty: TypeId) -> &[u8] {
        self.type_names.text(ty.0)
    }

    /// Printable descriptor of a type.
    pub fn type_name(&self, ty: TypeId) -> Cow<'_, str> {
        printable(self.descriptor(ty))
    }

    /// The type with this descriptor, when the program mentions it.
    pub fn find_type(&self, descriptor: &[u8]) -> Option<TypeId> {
        self.type_names.find(descriptor).map(TypeId)
    }

    /// Raw member name.
    pub fn name(&self, name: NameId) -> &[u8] {
        self.names.text(name.0)
    }

    /// The id of a member name, when the program mentions it.
    pub fn find_name(&self, name: &[u8]) -> Option<NameId> {
        self.names.find(name).map(NameId)
    }

    /// Raw prototype, `(params)ret`.
    pub fn proto(&self, proto: ProtoId) -> &[u8] {
        self.protos.text(proto.0)
    }

    /// The id of a prototype, when the program mentions it.
    pub fn find_proto(&self, proto: &[u8]) -> Option<ProtoId> {
        self.protos.find(proto).map(ProtoId)
    }

    /// The id of a name with a prototype, when the program mentions it.
    pub fn find_selector(&self, name: &[u8], proto: &[u8]) -> Option<SelectorId> {
        let (name, proto) = (self.find_name(name)?, self.find_proto(proto)?);
        self.selector_ids
            .get(&(name.0, proto.0))
            .map(|id| SelectorId(*id))
    }

    /// The id of a method, when the program mentions exactly it.
    pub fn find_method(&self, class: TypeId, selector: SelectorId) -> Option<MethodId> {
        self.method_ids
            .get(&(class.0, selector.0))
            .map(|id| MethodId(*id))
    }

    /// The id of a field, when the program mentions exactly it.
    pub fn find_field(&self, class: TypeId, name: NameId, ty: TypeId) -> Option<FieldId> {
        self.field_ids
            .get(&(class.0, name.0, ty.0))
            .map(|id| FieldId(*id))
    }

    /// Printable method, `Lpkg/Cls;->name(params)ret`.
    pub fn method_name(&self, method: MethodId) -> String {
        let row = self.method(method);
        let (name, proto) = self.selector(row.selector);
        let mut out = self.type_name(row.class).into_owned();
        out.push_str("->");
        out.push_str(&printable(self.name(name)));
        out.push_str(&printable(self.proto(proto)));
        out
    }

    /// Printable name of a definition.
    pub fn def_name(&self, def: DefId) -> String {
        self.method_name(self.def(def).method)
    }

    /// Printable field, `Lpkg/Cls;->name:type`.
    pub fn field_name(&self, field: FieldId) -> String {
        let row = self.field(field);
        format!(
            "{}->{}:{}",
            self.type_name(row.class),
            printable(self.name(row.name)),
            self.type_name(row.ty)
        )
    }
}

fn printable(bytes: &[u8]) -> Cow<'_, str> {
    decode_printable(bytes).text
}
