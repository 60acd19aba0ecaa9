//! The members of a class: fields and methods with flags and code offsets; code is in `code.rs`.
//!
//! Layout: <https://source.android.com/docs/core/runtime/dex-format#class-data-item>.

use byte_reader::Reader;

use crate::{ClassDef, DexError, DexFile, FieldIdx, Item, MethodIdx};

/// A field a class declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EncodedField {
    /// Its row in the field table.
    pub field: FieldIdx,
    /// Access flags.
    pub access_flags: u32,
}

/// A method a class declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EncodedMethod {
    /// Its row in the method table.
    pub method: MethodIdx,
    /// Access flags.
    pub access_flags: u32,
    /// Offset of its code, or zero for abstract and native methods.
    pub code_off: u32,
    /// Whether it is in the list of direct methods (static, private, constructors).
    pub is_direct: bool,
}

/// The members of one class, decoded while iterating.
///
/// Each list stores index differences, so bytes that cannot be decoded lose the rest of that class:
/// its iterators yield one `Err` and end. An index outside its table is an `Err` for that member only.
#[derive(Debug, Clone, Copy)]
pub struct ClassData<'a> {
    members: Reader<'a>,
    n_static_fields: u32,
    n_instance_fields: u32,
    n_direct_methods: u32,
    n_virtual_methods: u32,
    field_rows: u32,
    method_rows: u32,
}

impl<'a> DexFile<'a> {
    /// The members of `class`, or `None` for a class without any (such as a marker interface).
    ///
    /// # Errors
    ///
    /// Also when a list claims more members than the table it indexes has rows.
    pub fn class_data(&self, class: &ClassDef<'a>) -> Result<Option<ClassData<'a>>, DexError> {
        if class.class_data_off == 0 {
            return Ok(None);
        }
        let fault = |error| DexError::read(Item::ClassData, error);
        let mut reader = Reader::at(self.data, class.class_data_off as usize).map_err(fault)?;
        let mut count = || reader.uleb128().map_err(fault);
        let data = ClassData {
            n_static_fields: count()?,
            n_instance_fields: count()?,
            n_direct_methods: count()?,
            n_virtual_methods: count()?,
            members: reader,
            field_rows: self.n_fields(),
            method_rows: self.n_methods(),
        };
        // A list names each row at most once, so a longer list is damage; refusing it bounds the cost
        // of skipping a list by the size of the tables.
        let lists_fit = data.n_static_fields.max(data.n_instance_fields) <= data.field_rows
            && data.n_direct_methods.max(data.n_virtual_methods) <= data.method_rows;
        if !lists_fit {
            return Err(DexError::invalid(
                Item::ClassData,
                class.class_data_off as usize,
            ));
        }
        Ok(Some(data))
    }
}

impl<'a> ClassData<'a> {
    /// Declared number of static fields; more than can be read in a damaged file.
    pub fn n_static_fields(&self) -> u32 {
        self.n_static_fields
    }

    /// Declared number of instance fields.
    pub fn n_instance_fields(&self) -> u32 {
        self.n_instance_fields
    }

    /// Declared number of direct methods.
    pub fn n_direct_methods(&self) -> u32 {
        self.n_direct_methods
    }

    /// Declared number of virtual methods.
    pub fn n_virtual_methods(&self) -> u32 {
        self.n_virtual_methods
    }

    /// The static fields.
    pub fn static_fields(&self) -> Fields<'a> {
        self.fields_after(0, self.n_static_fields)
    }

    /// The instance fields.
    pub fn instance_fields(&self) -> Fields<'a> {
        self.fields_after(
            u64::from(self.n_static_fields).saturating_mul(2),
            self.n_instance_fields,
        )
    }

    fn fields_after(&self, numbers: u64, n: u32) -> Fields<'a> {
        let mut reader = self.members;
        let failed = skip_numbers(&mut reader, numbers).err();
        Fields {
            reader,
            failed,
            left: n,
            index: 0,
            rows: self.field_rows,
        }
    }

    /// Every method, direct ones first.
    #[inline]
    pub fn methods(&self) -> Methods<'a> {
        self.methods_after(
            self.field_numbers(),
            self.n_direct_methods,
            self.n_virtual_methods,
        )
    }

    /// The direct methods: static, private, constructors.
    pub fn direct_methods(&self) -> Methods<'a> {
        self.methods_after(self.field_numbers(), self.n_direct_methods, 0)
    }

    /// The virtual methods.
    pub fn virtual_methods(&self) -> Methods<'a> {
        let direct = u64::from(self.n_direct_methods).saturating_mul(3);
        self.methods_after(
            self.field_numbers().saturating_add(direct),
            0,
            self.n_virtual_methods,
        )
    }

    fn field_numbers(&self) -> u64 {
        u64::from(self.n_static_fields)
            .saturating_add(u64::from(self.n_instance_fields))
            .saturating_mul(2)
    }

    #[inline]
    fn methods_after(&self, numbers: u64, n_direct: u32, n_virtual: u32) -> Methods<'a> {
        let mut reader = self.members;
        let failed = skip_numbers(&mut reader, numbers).err();
        Methods {
            reader,
            failed,
            left_direct: n_direct,
            left_virtual: n_virtual,
            index: 0,
            rows: self.method_rows,
            in_virtual: n_direct == 0,
        }
    }
}

/// Skips `n` LEB128 numbers by counting their last bytes.
fn skip_numbers(reader: &mut Reader<'_>, n: u64) -> Result<(), DexError> {
    if n == 0 {
        return Ok(());
    }
    let mut left = n;
    let mut len = 0_usize;
    for &byte in reader.rest() {
        len = len.saturating_add(1);
        if byte < 0x80 {
            left = left.saturating_sub(1);
            if left == 0 {
                return reader
                    .skip(len)
                    .map_err(|error| DexError::read(Item::ClassData, error));
            }
        }
    }
    Err(DexError::truncated(Item::ClassData, reader.offset()))
}

/// Iterates over the fields of a class.
#[derive(Debug, Clone)]
pub struct Fields<'a> {
    reader: Reader<'a>,
    failed: Option<DexError>,
    left: u32,
    index: u32,
    rows: u32,
}

impl Iterator for Fields<'_> {
    type Item = Result<EncodedField, DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        if let Some(error) = self.failed {
            self.left = 0;
            return Some(Err(error));
        }
        let offset = self.reader.offset();
        let mut read = || -> Result<(u32, u32), byte_reader::ReadError> {
            Ok((self.reader.uleb128()?, self.reader.uleb128()?))
        };
        let (diff, access_flags) = match read() {
            Ok(pair) => pair,
            Err(error) => {
                self.left = 0;
                return Some(Err(DexError::read(Item::EncodedField, error)));
            }
        };
        let Some(index) = self.index.checked_add(diff) else {
            self.left = 0;
            return Some(Err(DexError::invalid(Item::EncodedField, offset)));
        };
        self.index = index;
        if index >= self.rows {
            return Some(Err(DexError::index(Item::FieldId, index, self.rows)));
        }
        Some(Ok(EncodedField {
            field: FieldIdx(index),
            access_flags,
        }))
    }
}

/// Iterates over the methods of a class.
#[derive(Debug, Clone)]
pub struct Methods<'a> {
    reader: Reader<'a>,
    failed: Option<DexError>,
    left_direct: u32,
    left_virtual: u32,
    index: u32,
    rows: u32,
    in_virtual: bool,
}

impl Methods<'_> {
    #[cold]
    fn stop(&mut self, error: DexError) -> Result<EncodedMethod, DexError> {
        self.left_direct = 0;
        self.left_virtual = 0;
        Err(error)
    }
}

impl Iterator for Methods<'_> {
    type Item = Result<EncodedMethod, DexError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if let Some(left) = self.left_direct.checked_sub(1) {
            self.left_direct = left;
        } else {
            self.left_virtual = self.left_virtual.checked_sub(1)?;
            if !self.in_virtual {
                // Differences start anew in each list.
                self.in_virtual = true;
                self.index = 0;
            }
        }
        if let Some(error) = self.failed {
            return Some(self.stop(error));
        }
        let offset = self.reader.offset();
        let mut read = || -> Result<(u32, u32, u32), byte_reader::ReadError> {
            Ok((
                self.reader.uleb128()?,
                self.reader.uleb128()?,
                self.reader.uleb128()?,
            ))
        };
        let (diff, access_flags, code_off) = match read() {
            Ok(numbers) => numbers,
            Err(error) => return Some(self.stop(DexError::read(Item::EncodedMethod, error))),
        };
        let Some(index) = self.index.checked_add(diff) else {
            return Some(self.stop(DexError::invalid(Item::EncodedMethod, offset)));
        };
        self.index = index;
        if index >= self.rows {
            return Some(Err(DexError::index(Item::MethodId, index, self.rows)));
        }
        Some(Ok(EncodedMethod {
            method: MethodIdx(index),
            access_flags,
            code_off,
            is_direct: !self.in_virtual,
        }))
    }
}
