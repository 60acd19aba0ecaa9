//! Names of members as the Dalvik signature writes them; nothing is demangled or translated.

use std::fmt::Write as _;

use crate::{DexError, DexFile, FieldIdx, MethodIdx, ProtoIdx, TypeIdx};

impl DexFile<'_> {
    /// A type's descriptor in printable form.
    pub fn type_name(&self, idx: TypeIdx) -> Result<String, DexError> {
        self.string(self.type_string(idx)?)
            .map(std::borrow::Cow::into_owned)
    }

    /// A prototype as `(parameters)return`.
    pub fn proto_signature(&self, idx: ProtoIdx) -> Result<String, DexError> {
        let proto = self.proto(idx)?;
        let mut text = String::from("(");
        for parameter in proto.parameters {
            text.push_str(&self.string(self.type_string(parameter)?)?);
        }
        text.push(')');
        text.push_str(&self.string(self.type_string(proto.return_type)?)?);
        Ok(text)
    }

    /// A field as `Lclass;->name:type`.
    pub fn field_signature(&self, idx: FieldIdx) -> Result<String, DexError> {
        let field = self.field_id(idx)?;
        let mut text = self.type_name(field.class)?;
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "->{}:{}",
            self.string(field.name)?,
            self.type_name(field.ty)?
        );
        Ok(text)
    }

    /// A method as `Lclass;->name(parameters)return`.
    pub fn method_signature(&self, idx: MethodIdx) -> Result<String, DexError> {
        let method = self.method_id(idx)?;
        let mut text = self.type_name(method.class)?;
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "->{}{}",
            self.string(method.name)?,
            self.proto_signature(method.proto)?
        );
        Ok(text)
    }
}
