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

    /// The type with this descriptor given as text: characters outside the basic plane are surrogate pairs in DEX files.
    pub fn find_type_named(&self, descriptor: &str) -> Option<TypeId> {
        self.find_type(&modified_utf8(descriptor))
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

/// Text as DEX files hold it.
fn modified_utf8(text: &str) -> Cow<'_, [u8]> {
    if !text.chars().any(|c| c == '\0' || c > '\u{ffff}') {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut out = Vec::with_capacity(text.len() + 8);
    for unit in text.encode_utf16() {
        match unit {
            1..=0x7f => out.push(low_byte(unit)),
            0 | 0x80..=0x7ff => {
                out.extend([0xc0 | low_byte(unit >> 6), 0x80 | low_byte(unit & 0x3f)]);
            }
            _ => out.extend([
                0xe0 | low_byte(unit >> 12),
                0x80 | low_byte((unit >> 6) & 0x3f),
                0x80 | low_byte(unit & 0x3f),
            ]),
        }
    }
    Cow::Owned(out)
}

fn low_byte(unit: u16) -> u8 {
    unit.to_le_bytes()[0]
}

fn printable(bytes: &[u8]) -> Cow<'_, str> {
    decode_printable(bytes).text
}
