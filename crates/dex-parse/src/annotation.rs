//! Annotations of classes, fields, methods and parameters; what they mean is not judged here.
//!
//! Layout: <https://source.android.com/docs/core/runtime/dex-format#annotations-directory>.

use byte_reader::Reader;

use crate::encoded_value::read_value;
use crate::le::u32s;
use crate::{
    ClassDef, DexError, DexFile, EncodedAnnotation, EncodedValue, FieldIdx, Item, MethodIdx,
    StringIdx, TypeIdx,
};

/// Who can see an annotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Only the build.
    Build,
    /// The running program, by reflection.
    Runtime,
    /// The runtime system itself, such as for inner class records.
    System,
    /// A value the format does not define.
    Unknown(u8),
}

/// One annotation.
#[derive(Debug, Clone, Copy)]
pub struct Annotation<'a> {
    /// Who can see it.
    pub visibility: Visibility,
    /// Its type.
    pub ty: TypeIdx,
    value: EncodedAnnotation<'a>,
}

impl<'a> Annotation<'a> {
    /// Its elements in order.
    pub fn elements(&self) -> AnnotationElements<'a> {
        self.value.elements()
    }
}

impl<'a> EncodedAnnotation<'a> {
    /// Its elements in order; the first that cannot be read is an `Err` and the end.
    pub fn elements(&self) -> AnnotationElements<'a> {
        AnnotationElements {
            reader: self.elements,
            left: self.len,
        }
    }
}

/// Iterates over the elements of an annotation: name and value.
#[derive(Debug, Clone)]
pub struct AnnotationElements<'a> {
    reader: Reader<'a>,
    left: u32,
}

impl<'a> Iterator for AnnotationElements<'a> {
    type Item = Result<(StringIdx, EncodedValue<'a>), DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let name = self
            .reader
            .uleb128()
            .map_err(|error| DexError::read(Item::EncodedAnnotation, error));
        let element = match name {
            Ok(name) => read_value(&mut self.reader).map(|value| (StringIdx(name), value)),
            Err(error) => Err(error),
        };
        if element.is_err() {
            self.left = 0;
        }
        Some(element)
    }
}

/// The annotations of one class, field, method or parameter.
#[derive(Debug, Clone, Copy, Default)]
pub struct AnnotationSet<'a> {
    data: &'a [u8],
    rows: &'a [[u8; 4]],
}

impl<'a> AnnotationSet<'a> {
    /// Number of annotations.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The annotations in order, damaged ones in place.
    pub fn iter(&self) -> AnnotationSetIter<'a> {
        AnnotationSetIter {
            data: self.data,
            rows: self.rows.iter(),
        }
    }

    fn read(data: &'a [u8], off: u32) -> Result<Self, DexError> {
        if off == 0 {
            return Ok(Self::default());
        }
        let rows = read_offsets(data, off)?;
        Ok(Self { data, rows })
    }
}

impl<'a> IntoIterator for AnnotationSet<'a> {
    type Item = Result<Annotation<'a>, DexError>;
    type IntoIter = AnnotationSetIter<'a>;

    fn into_iter(self) -> AnnotationSetIter<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &AnnotationSet<'a> {
    type Item = Result<Annotation<'a>, DexError>;
    type IntoIter = AnnotationSetIter<'a>;

    fn into_iter(self) -> AnnotationSetIter<'a> {
        self.iter()
    }
}

/// A count and that many offsets: an annotation set or a set reference list.
fn read_offsets(data: &[u8], off: u32) -> Result<&[[u8; 4]], DexError> {
    let fault = |error| DexError::read(Item::AnnotationSet, error);
    let mut reader = Reader::at(data, off as usize).map_err(fault)?;
    let size = reader.u32().map_err(fault)? as usize;
    let bytes = reader.take(size.saturating_mul(4)).map_err(fault)?;
    Ok(bytes.as_chunks().0)
}

/// Iterates over an [`AnnotationSet`].
#[derive(Debug, Clone)]
pub struct AnnotationSetIter<'a> {
    data: &'a [u8],
    rows: std::slice::Iter<'a, [u8; 4]>,
}

impl<'a> Iterator for AnnotationSetIter<'a> {
    type Item = Result<Annotation<'a>, DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        let off = u32::from_le_bytes(*self.rows.next()?);
        Some(read_annotation(self.data, off))
    }
}

fn read_annotation(data: &[u8], off: u32) -> Result<Annotation<'_>, DexError> {
    let fault = |error| DexError::read(Item::AnnotationItem, error);
    let mut reader = Reader::at(data, off as usize).map_err(fault)?;
    let visibility = match reader.u8().map_err(fault)? {
        0 => Visibility::Build,
        1 => Visibility::Runtime,
        2 => Visibility::System,
        other => Visibility::Unknown(other),
    };
    let value = EncodedAnnotation::read(&mut reader)?;
    Ok(Annotation {
        visibility,
        ty: value.ty,
        value,
    })
}

/// Where the annotations of one class and its members are.
#[derive(Debug, Clone, Copy)]
pub struct AnnotationsDirectory<'a> {
    data: &'a [u8],
    class_off: u32,
    fields: &'a [[u8; 8]],
    methods: &'a [[u8; 8]],
    parameters: &'a [[u8; 8]],
}

impl<'a> DexFile<'a> {
    /// The annotations of `class`, or `None` when neither it nor a member has any.
    pub fn annotations(
        &self,
        class: &ClassDef<'a>,
    ) -> Result<Option<AnnotationsDirectory<'a>>, DexError> {
        if class.annotations_off == 0 {
            return Ok(None);
        }
        let fault = |error| DexError::read(Item::AnnotationsDirectory, error);
        let mut reader = Reader::at(self.data, class.annotations_off as usize).map_err(fault)?;
        let class_off = reader.u32().map_err(fault)?;
        let n_fields = reader.u32().map_err(fault)?;
        let n_methods = reader.u32().map_err(fault)?;
        let n_parameters = reader.u32().map_err(fault)?;
        let mut rows = |n: u32| {
            let bytes = reader.take((n as usize).saturating_mul(8)).map_err(fault)?;
            Ok(bytes.as_chunks::<8>().0)
        };
        Ok(Some(AnnotationsDirectory {
            data: self.data,
            class_off,
            fields: rows(n_fields)?,
            methods: rows(n_methods)?,
            parameters: rows(n_parameters)?,
        }))
    }
}

impl<'a> AnnotationsDirectory<'a> {
    /// Annotations of the class itself.
    pub fn class(&self) -> Result<AnnotationSet<'a>, DexError> {
        AnnotationSet::read(self.data, self.class_off)
    }

    /// Annotations of fields.
    pub fn fields(&self) -> FieldAnnotations<'a> {
        FieldAnnotations {
            data: self.data,
            rows: self.fields.iter(),
        }
    }

    /// Annotations of methods.
    pub fn methods(&self) -> MethodAnnotations<'a> {
        MethodAnnotations {
            data: self.data,
            rows: self.methods.iter(),
        }
    }

    /// Annotations of method parameters.
    pub fn parameters(&self) -> ParameterAnnotations<'a> {
        ParameterAnnotations {
            data: self.data,
            rows: self.parameters.iter(),
        }
    }
}

/// Iterates over annotated fields.
#[derive(Debug, Clone)]
pub struct FieldAnnotations<'a> {
    data: &'a [u8],
    rows: std::slice::Iter<'a, [u8; 8]>,
}

impl<'a> Iterator for FieldAnnotations<'a> {
    type Item = (FieldIdx, Result<AnnotationSet<'a>, DexError>);

    fn next(&mut self) -> Option<Self::Item> {
        let [index, off] = u32s(self.rows.next()?);
        Some((FieldIdx(index), AnnotationSet::read(self.data, off)))
    }
}

/// Iterates over annotated methods.
#[derive(Debug, Clone)]
pub struct MethodAnnotations<'a> {
    data: &'a [u8],
    rows: std::slice::Iter<'a, [u8; 8]>,
}

impl<'a> Iterator for MethodAnnotations<'a> {
    type Item = (MethodIdx, Result<AnnotationSet<'a>, DexError>);

    fn next(&mut self) -> Option<Self::Item> {
        let [index, off] = u32s(self.rows.next()?);
        Some((MethodIdx(index), AnnotationSet::read(self.data, off)))
    }
}

/// Iterates over methods with annotated parameters.
#[derive(Debug, Clone)]
pub struct ParameterAnnotations<'a> {
    data: &'a [u8],
    rows: std::slice::Iter<'a, [u8; 8]>,
}

impl<'a> Iterator for ParameterAnnotations<'a> {
    type Item = (MethodIdx, Result<ParameterSets<'a>, DexError>);

    fn next(&mut self) -> Option<Self::Item> {
        let [index, off] = u32s(self.rows.next()?);
        let sets = read_offsets(self.data, off).map(|rows| ParameterSets {
            data: self.data,
            rows: rows.iter(),
        });
        Some((MethodIdx(index), sets))
    }
}

/// Iterates over the parameters of one method: the annotation set of each, empty for none.
#[derive(Debug, Clone)]
pub struct ParameterSets<'a> {
    data: &'a [u8],
    rows: std::slice::Iter<'a, [u8; 4]>,
}

impl<'a> Iterator for ParameterSets<'a> {
    type Item = Result<AnnotationSet<'a>, DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        let off = u32::from_le_bytes(*self.rows.next()?);
        Some(AnnotationSet::read(self.data, off))
    }
}
