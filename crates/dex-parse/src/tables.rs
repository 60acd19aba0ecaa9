//! The row tables of one file: strings, types, prototypes, fields, methods, classes.
//!
//! Rows are decoded on each call and nothing is cached. Index operands inside a row are not checked
//! here; looking them up is.
//! Layouts: <https://source.android.com/docs/core/runtime/dex-format#string-item> and following.

use std::borrow::Cow;

use byte_reader::{Reader, mutf8};

use crate::error::clamp;
use crate::ids::NO_INDEX;
use crate::le::{u16s, u32s};
use crate::limits::MAX_STRING_BYTES;
use crate::{
    ClassDefIdx, DexError, DexFile, FieldIdx, Item, MethodIdx, ProtoIdx, StringIdx, TypeIdx,
};

/// A prototype: return and parameter types of a method.
#[derive(Debug, Clone, Copy)]
pub struct Proto<'a> {
    /// Short form, such as `VL`.
    pub shorty: StringIdx,
    /// Return type.
    pub return_type: TypeIdx,
    /// Parameter types in order.
    pub parameters: TypeList<'a>,
}

/// A field reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldId {
    /// The class the reference names, which need not be the one that declares the field.
    pub class: TypeIdx,
    /// The field's type.
    pub ty: TypeIdx,
    /// The field's name.
    pub name: StringIdx,
}

/// A method reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodId {
    /// The class the reference names, which need not be the one that declares the method.
    pub class: TypeIdx,
    /// Return and parameter types.
    pub proto: ProtoIdx,
    /// The method's name.
    pub name: StringIdx,
}

/// A class definition.
#[derive(Debug, Clone, Copy)]
pub struct ClassDef<'a> {
    /// The class itself.
    pub class: TypeIdx,
    /// Access flags, <https://source.android.com/docs/core/runtime/dex-format#access-flags>.
    pub access_flags: u32,
    /// The superclass; `None` for `java.lang.Object` only in well-formed files.
    pub superclass: Option<TypeIdx>,
    /// Implemented interfaces; empty when [`interfaces_error`](Self::interfaces_error) is set.
    pub interfaces: TypeList<'a>,
    /// Why the interface list cannot be read, if it cannot; the rest of the row stands.
    pub interfaces_error: Option<DexError>,
    /// Name of the source file.
    pub source_file: Option<StringIdx>,
    /// Offset of the annotations directory, or zero.
    pub annotations_off: u32,
    /// Offset of the class data, or zero.
    pub class_data_off: u32,
    /// Offset of the initial values of static fields, or zero.
    pub static_values_off: u32,
}

/// A list of types, borrowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TypeList<'a> {
    rows: &'a [[u8; 2]],
}

impl<'a> TypeList<'a> {
    /// Number of types.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The types in order.
    #[inline]
    pub fn iter(&self) -> TypeListIter<'a> {
        TypeListIter {
            rows: self.rows.iter(),
        }
    }

    /// The list at `off`; offset zero is the empty list.
    pub(crate) fn read(data: &'a [u8], off: u32) -> Result<Self, DexError> {
        if off == 0 {
            return Ok(Self::default());
        }
        let fault = |error| DexError::read(Item::TypeList, error);
        let mut reader = Reader::at(data, off as usize).map_err(fault)?;
        let size = reader.u32().map_err(fault)? as usize;
        let bytes = reader.take(size.saturating_mul(2)).map_err(fault)?;
        Ok(Self {
            rows: bytes.as_chunks().0,
        })
    }
}

impl<'a> IntoIterator for TypeList<'a> {
    type Item = TypeIdx;
    type IntoIter = TypeListIter<'a>;

    fn into_iter(self) -> TypeListIter<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &TypeList<'a> {
    type Item = TypeIdx;
    type IntoIter = TypeListIter<'a>;

    fn into_iter(self) -> TypeListIter<'a> {
        self.iter()
    }
}

/// Iterates over a [`TypeList`].
#[derive(Debug, Clone)]
pub struct TypeListIter<'a> {
    rows: std::slice::Iter<'a, [u8; 2]>,
}

impl Iterator for TypeListIter<'_> {
    type Item = TypeIdx;

    #[inline]
    fn next(&mut self) -> Option<TypeIdx> {
        self.rows
            .next()
            .map(|&row| TypeIdx(u32::from(u16::from_le_bytes(row))))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl ExactSizeIterator for TypeListIter<'_> {}

/// Iterates over the class definitions of a file, damaged rows in place.
#[derive(Debug, Clone)]
pub struct ClassDefs<'f, 'a> {
    file: &'f DexFile<'a>,
    next: u32,
}

impl<'a> Iterator for ClassDefs<'_, 'a> {
    type Item = (ClassDefIdx, Result<ClassDef<'a>, DexError>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.file.n_class_defs() {
            return None;
        }
        let idx = ClassDefIdx(self.next);
        self.next = self.next.saturating_add(1);
        Some((idx, self.file.class_def(idx)))
    }
}

#[inline]
fn row<const N: usize>(table: &[[u8; N]], index: u32, item: Item) -> Result<&[u8; N], DexError> {
    table
        .get(index as usize)
        .ok_or_else(|| DexError::index(item, index, clamp(table.len())))
}

fn optional(value: u32) -> Option<u32> {
    (value != NO_INDEX).then_some(value)
}

impl<'a> DexFile<'a> {
    /// Number of strings.
    pub fn n_strings(&self) -> u32 {
        clamp(self.string_ids.len())
    }

    /// Number of types.
    pub fn n_types(&self) -> u32 {
        clamp(self.type_ids.len())
    }

    /// Number of prototypes.
    pub fn n_protos(&self) -> u32 {
        clamp(self.proto_ids.len())
    }

    /// Number of field references.
    pub fn n_fields(&self) -> u32 {
        clamp(self.field_ids.len())
    }

    /// Number of method references.
    pub fn n_methods(&self) -> u32 {
        clamp(self.method_ids.len())
    }

    /// Number of class definitions.
    pub fn n_class_defs(&self) -> u32 {
        clamp(self.class_def_rows.len())
    }

    fn string_reader(&self, idx: StringIdx) -> Result<(u32, Reader<'a>), DexError> {
        let off = u32::from_le_bytes(*row(self.string_ids, idx.0, Item::StringId)?);
        let fault = |error| DexError::read(Item::StringData, error);
        let mut reader = Reader::at(self.data, off as usize).map_err(fault)?;
        let units = reader.uleb128().map_err(fault)?;
        Ok((units, reader))
    }

    /// The MUTF-8 bytes of a string, up to and without its NUL.
    ///
    /// The length field in front of the text counts UTF-16 units, not bytes, and is not used.
    pub fn string_bytes(&self, idx: StringIdx) -> Result<&'a [u8], DexError> {
        let (_, reader) = self.string_reader(idx)?;
        let rest = reader.rest();
        let window = rest.get(..MAX_STRING_BYTES).unwrap_or(rest);
        match memchr::memchr(0, window).and_then(|len| window.get(..len)) {
            Some(bytes) => Ok(bytes),
            None if window.len() < rest.len() => {
                Err(DexError::limit(Item::StringData, reader.offset()))
            }
            None => Err(DexError::truncated(Item::StringData, reader.offset())),
        }
    }

    /// The first bytes of a string, at most `n`: enough to compare with a text of that length without looking for the
    /// string's end.
    pub fn string_begins(&self, idx: StringIdx, n: usize) -> Result<&'a [u8], DexError> {
        let (_, reader) = self.string_reader(idx)?;
        let rest = reader.rest();
        let window = rest.get(..n).unwrap_or(rest);
        let end = memchr::memchr(0, window).unwrap_or(window.len());
        Ok(window.get(..end).unwrap_or_default())
    }

    /// The length field of a string, in UTF-16 units; compare with [`mutf8::utf16_len`].
    pub fn string_declared_len(&self, idx: StringIdx) -> Result<u32, DexError> {
        Ok(self.string_reader(idx)?.0)
    }

    /// A string in printable form; see [`mutf8::decode_printable`] for what that changes.
    pub fn string(&self, idx: StringIdx) -> Result<Cow<'a, str>, DexError> {
        Ok(mutf8::decode_printable(self.string_bytes(idx)?).text)
    }

    /// The string that names a type.
    pub fn type_string(&self, idx: TypeIdx) -> Result<StringIdx, DexError> {
        row(self.type_ids, idx.0, Item::TypeId).map(|bytes| StringIdx(u32::from_le_bytes(*bytes)))
    }

    /// The descriptor of a type as MUTF-8 bytes, such as `Lcom/example/A;`.
    pub fn type_descriptor(&self, idx: TypeIdx) -> Result<&'a [u8], DexError> {
        self.string_bytes(self.type_string(idx)?)
    }

    /// A prototype.
    pub fn proto(&self, idx: ProtoIdx) -> Result<Proto<'a>, DexError> {
        let [shorty, return_type, parameters_off] =
            u32s(row(self.proto_ids, idx.0, Item::ProtoId)?);
        Ok(Proto {
            shorty: StringIdx(shorty),
            return_type: TypeIdx(return_type),
            parameters: TypeList::read(self.data, parameters_off)?,
        })
    }

    /// A field reference.
    pub fn field_id(&self, idx: FieldIdx) -> Result<FieldId, DexError> {
        let bytes = row(self.field_ids, idx.0, Item::FieldId)?;
        let [class, ty] = u16s(bytes);
        let [_, name] = u32s(bytes);
        Ok(FieldId {
            class: TypeIdx(class.into()),
            ty: TypeIdx(ty.into()),
            name: StringIdx(name),
        })
    }

    /// A method reference.
    pub fn method_id(&self, idx: MethodIdx) -> Result<MethodId, DexError> {
        let bytes = row(self.method_ids, idx.0, Item::MethodId)?;
        let [class, proto] = u16s(bytes);
        let [_, name] = u32s(bytes);
        Ok(MethodId {
            class: TypeIdx(class.into()),
            proto: ProtoIdx(proto.into()),
            name: StringIdx(name),
        })
    }

    /// A class definition.
    pub fn class_def(&self, idx: ClassDefIdx) -> Result<ClassDef<'a>, DexError> {
        let [
            class,
            access_flags,
            superclass,
            interfaces_off,
            source_file,
            annotations_off,
            class_data_off,
            static_values_off,
        ] = u32s(row(self.class_def_rows, idx.0, Item::ClassDef)?);
        let interfaces = TypeList::read(self.data, interfaces_off);
        Ok(ClassDef {
            class: TypeIdx(class),
            access_flags,
            superclass: optional(superclass).map(TypeIdx),
            interfaces: interfaces.unwrap_or_default(),
            interfaces_error: interfaces.err(),
            source_file: optional(source_file).map(StringIdx),
            annotations_off,
            class_data_off,
            static_values_off,
        })
    }

    /// Every class definition with its index, in file order.
    pub fn class_defs(&self) -> ClassDefs<'_, 'a> {
        ClassDefs {
            file: self,
            next: 0,
        }
    }
}
