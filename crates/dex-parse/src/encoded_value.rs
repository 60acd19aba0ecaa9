//! Encoded values: initial values of static fields, annotation elements, call site arguments.
//!
//! Nested arrays and annotations are skipped with a stack of fixed size, never by recursion.
//! Layout: <https://source.android.com/docs/core/runtime/dex-format#encoding>.

use byte_reader::{ReadError, Reader};

use crate::limits::MAX_VALUE_DEPTH;
use crate::{
    ClassDef, DexError, DexFile, FieldIdx, Item, MethodHandleIdx, MethodIdx, ProtoIdx, StringIdx,
    TypeIdx,
};

/// One value.
///
/// An [`Array`](Self::Array) or [`Annotation`](Self::Annotation) was walked to its end before it is
/// returned, so it nests at most [`MAX_VALUE_DEPTH`] levels and a caller may recurse into it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "each name is the specification's name of the value type"
)]
pub enum EncodedValue<'a> {
    Byte(i8),
    Short(i16),
    Char(u16),
    Int(i32),
    Long(i64),
    Float(f32),
    Double(f64),
    MethodType(ProtoIdx),
    MethodHandle(MethodHandleIdx),
    String(StringIdx),
    Type(TypeIdx),
    Field(FieldIdx),
    Method(MethodIdx),
    Enum(FieldIdx),
    Array(EncodedArray<'a>),
    Annotation(EncodedAnnotation<'a>),
    Null,
    Boolean(bool),
}

/// An array of values, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct EncodedArray<'a> {
    elements: Reader<'a>,
    len: u32,
    byte_len: usize,
}

/// An annotation's type and elements, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct EncodedAnnotation<'a> {
    /// The annotation's type.
    pub ty: TypeIdx,
    pub(crate) elements: Reader<'a>,
    pub(crate) len: u32,
    byte_len: usize,
}

impl<'a> EncodedArray<'a> {
    /// Declared number of values.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Bytes that were walked to find the end of a nested array; zero for one that stands alone,
    /// whose end is not looked for.
    pub fn byte_len(&self) -> usize {
        self.byte_len
    }

    /// The values in order; the first that cannot be read is an `Err` and the end.
    pub fn iter(&self) -> EncodedArrayIter<'a> {
        EncodedArrayIter {
            reader: self.elements,
            left: self.len,
            failed: None,
        }
    }

    pub(crate) fn read(data: &'a [u8], off: u32) -> Result<Self, DexError> {
        let fault = |error| DexError::read(Item::EncodedArray, error);
        let mut elements = Reader::at(data, off as usize).map_err(fault)?;
        let len = elements.uleb128().map_err(fault)?;
        Ok(Self {
            elements,
            len,
            byte_len: 0,
        })
    }
}

impl<'a> IntoIterator for EncodedArray<'a> {
    type Item = Result<EncodedValue<'a>, DexError>;
    type IntoIter = EncodedArrayIter<'a>;

    fn into_iter(self) -> EncodedArrayIter<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &EncodedArray<'a> {
    type Item = Result<EncodedValue<'a>, DexError>;
    type IntoIter = EncodedArrayIter<'a>;

    fn into_iter(self) -> EncodedArrayIter<'a> {
        self.iter()
    }
}

/// Iterates over values.
#[derive(Debug, Clone)]
pub struct EncodedArrayIter<'a> {
    reader: Reader<'a>,
    left: u32,
    failed: Option<DexError>,
}

impl EncodedArrayIter<'_> {
    fn empty() -> Self {
        Self {
            reader: Reader::new(&[]),
            left: 0,
            failed: None,
        }
    }

    fn failed(error: DexError) -> Self {
        Self {
            failed: Some(error),
            ..Self::empty()
        }
    }
}

impl<'a> Iterator for EncodedArrayIter<'a> {
    type Item = Result<EncodedValue<'a>, DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failed.take() {
            return Some(Err(error));
        }
        self.left = self.left.checked_sub(1)?;
        let value = read_value(&mut self.reader);
        if value.is_err() {
            self.left = 0;
        }
        Some(value)
    }
}

impl<'a> DexFile<'a> {
    /// Initial values of the static fields of `class`, in their order; fields beyond the last value
    /// start as zero or null.
    pub fn static_values(&self, class: &ClassDef<'a>) -> EncodedArrayIter<'a> {
        if class.static_values_off == 0 {
            return EncodedArrayIter::empty();
        }
        match EncodedArray::read(self.data, class.static_values_off) {
            Ok(array) => array.iter(),
            Err(error) => EncodedArrayIter::failed(error),
        }
    }
}

/// The low bytes of a value, zero-extended or sign-extended.
fn number(reader: &mut Reader<'_>, bytes: usize, signed: bool) -> Result<u64, ReadError> {
    let bytes = reader.take(bytes)?;
    let negative = signed && bytes.last().is_some_and(|byte| byte & 0x80 != 0);
    let mut all = [if negative { 0xff } else { 0 }; 8];
    for (to, from) in all.iter_mut().zip(bytes) {
        *to = *from;
    }
    Ok(u64::from_le_bytes(all))
}

/// Bytes that fill a float from the top, zero below.
fn fraction(reader: &mut Reader<'_>, bytes: usize, width: usize) -> Result<u64, ReadError> {
    let missing = width.saturating_sub(bytes).saturating_mul(8);
    let value = number(reader, bytes, false)?;
    Ok(u32::try_from(missing)
        .ok()
        .and_then(|shift| value.checked_shl(shift))
        .unwrap_or(0))
}

// Value types of the specification.
const BYTE: u8 = 0x00;
const SHORT: u8 = 0x02;
const CHAR: u8 = 0x03;
const INT: u8 = 0x04;
const LONG: u8 = 0x06;
const FLOAT: u8 = 0x10;
const DOUBLE: u8 = 0x11;
const METHOD_TYPE: u8 = 0x15;
const METHOD_HANDLE: u8 = 0x16;
const STRING: u8 = 0x17;
const TYPE: u8 = 0x18;
const FIELD: u8 = 0x19;
const METHOD: u8 = 0x1a;
const ENUM: u8 = 0x1b;
const ARRAY: u8 = 0x1c;
const ANNOTATION: u8 = 0x1d;
const NULL: u8 = 0x1e;
const BOOLEAN: u8 = 0x1f;

/// The largest size argument (bytes minus one, or the value of a boolean) of each value type.
fn max_argument(kind: u8) -> Option<u8> {
    match kind {
        BYTE | ARRAY | ANNOTATION | NULL => Some(0),
        SHORT | CHAR | BOOLEAN => Some(1),
        INT | FLOAT | METHOD_TYPE..=ENUM => Some(3),
        LONG | DOUBLE => Some(7),
        _ => None,
    }
}

/// Type and size argument of the next value.
fn read_head(reader: &mut Reader<'_>) -> Result<(u8, u8), DexError> {
    let offset = reader.offset();
    let head = reader
        .u8()
        .map_err(|error| DexError::read(Item::EncodedValue, error))?;
    let (kind, argument) = (head & 0x1f, head >> 5);
    match max_argument(kind) {
        Some(max) if argument <= max => Ok((kind, argument)),
        _ => Err(DexError::invalid(Item::EncodedValue, offset)),
    }
}

/// Reads one value and leaves the reader behind it.
pub(crate) fn read_value<'a>(reader: &mut Reader<'a>) -> Result<EncodedValue<'a>, DexError> {
    let (kind, argument) = read_head(reader)?;
    let fault = |error| DexError::read(Item::EncodedValue, error);
    match kind {
        ARRAY => {
            let len = reader.uleb128().map_err(fault)?;
            let elements = *reader;
            skip_nested(
                reader,
                Frame {
                    left: len,
                    named: false,
                },
            )?;
            return Ok(EncodedValue::Array(EncodedArray {
                elements,
                len,
                byte_len: reader.offset().saturating_sub(elements.offset()),
            }));
        }
        ANNOTATION => {
            let mut annotation = EncodedAnnotation::read(reader)?;
            *reader = annotation.elements;
            let frame = Frame {
                left: annotation.len,
                named: true,
            };
            skip_nested(reader, frame)?;
            annotation.byte_len = reader.offset().saturating_sub(annotation.elements.offset());
            return Ok(EncodedValue::Annotation(annotation));
        }
        NULL => return Ok(EncodedValue::Null),
        BOOLEAN => return Ok(EncodedValue::Boolean(argument == 1)),
        _ => {}
    }
    let bytes = usize::from(argument).saturating_add(1);
    let value = match kind {
        FLOAT => fraction(reader, bytes, 4),
        DOUBLE => fraction(reader, bytes, 8),
        BYTE | SHORT | INT | LONG => number(reader, bytes, true),
        _ => number(reader, bytes, false),
    }
    .map_err(fault)?;
    let [b0, b1, b2, b3, ..] = value.to_le_bytes();
    let low = u32::from_le_bytes([b0, b1, b2, b3]);
    Ok(match kind {
        BYTE => EncodedValue::Byte(b0.cast_signed()),
        SHORT => EncodedValue::Short(i16::from_le_bytes([b0, b1])),
        CHAR => EncodedValue::Char(u16::from_le_bytes([b0, b1])),
        INT => EncodedValue::Int(low.cast_signed()),
        LONG => EncodedValue::Long(value.cast_signed()),
        FLOAT => EncodedValue::Float(f32::from_bits(low)),
        DOUBLE => EncodedValue::Double(f64::from_bits(value)),
        METHOD_TYPE => EncodedValue::MethodType(ProtoIdx(low)),
        METHOD_HANDLE => EncodedValue::MethodHandle(MethodHandleIdx(low)),
        STRING => EncodedValue::String(StringIdx(low)),
        TYPE => EncodedValue::Type(TypeIdx(low)),
        FIELD => EncodedValue::Field(FieldIdx(low)),
        METHOD => EncodedValue::Method(MethodIdx(low)),
        // `read_head` lets no other type through.
        _ => EncodedValue::Enum(FieldIdx(low)),
    })
}

impl<'a> EncodedAnnotation<'a> {
    /// Bytes that were walked to find the end of a nested annotation.
    pub fn byte_len(&self) -> usize {
        self.byte_len
    }

    /// Reads type and size; the elements follow at the reader's position.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, DexError> {
        let fault = |error| DexError::read(Item::EncodedAnnotation, error);
        let ty = TypeIdx(reader.uleb128().map_err(fault)?);
        let len = reader.uleb128().map_err(fault)?;
        Ok(Self {
            ty,
            elements: *reader,
            len,
            byte_len: 0,
        })
    }
}

/// An array or annotation being skipped: how many values are left, and whether names precede them.
#[derive(Clone, Copy)]
struct Frame {
    left: u32,
    named: bool,
}

/// Moves past the values of `outer`.
fn skip_nested(reader: &mut Reader<'_>, outer: Frame) -> Result<(), DexError> {
    let start = reader.offset();
    let fault = |error| DexError::read(Item::EncodedValue, error);
    let mut stack = [outer; MAX_VALUE_DEPTH];
    let mut depth = 0_usize;
    loop {
        // `depth` stays below the stack's length; the other arm cannot be reached.
        let Some(frame) = stack.get_mut(depth) else {
            return Err(DexError::limit(Item::EncodedValue, start));
        };
        let Some(left) = frame.left.checked_sub(1) else {
            match depth.checked_sub(1) {
                Some(outer) => {
                    depth = outer;
                    continue;
                }
                None => return Ok(()),
            }
        };
        frame.left = left;
        if frame.named {
            reader.uleb128().map_err(fault)?;
        }
        let (kind, argument) = read_head(reader)?;
        let nested = match kind {
            ARRAY => Frame {
                left: reader.uleb128().map_err(fault)?,
                named: false,
            },
            ANNOTATION => {
                reader.uleb128().map_err(fault)?;
                Frame {
                    left: reader.uleb128().map_err(fault)?,
                    named: true,
                }
            }
            NULL | BOOLEAN => continue,
            _ => {
                let bytes = usize::from(argument).saturating_add(1);
                reader.skip(bytes).map_err(fault)?;
                continue;
            }
        };
        depth = depth.saturating_add(1);
        match stack.get_mut(depth) {
            Some(slot) => *slot = nested,
            None => return Err(DexError::limit(Item::EncodedValue, start)),
        }
    }
}
