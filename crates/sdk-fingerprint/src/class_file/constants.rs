//! The constant pool; refuses entries outside it.

use byte_reader::Reader;

use crate::FingerprintError;

/// One entry, as far as fingerprints need it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Constant<'a> {
    /// An entry that nothing here needs, or the second half of a long one.
    Other,
    /// Text in modified UTF-8.
    Utf8(&'a [u8]),
    /// A class, by the entry of its name.
    Class(u16),
    /// A text constant, by its entry.
    Text(u16),
    /// Field or method: class and name-with-type entries.
    Member(u16, u16),
    /// Name and descriptor entries.
    NameAndType(u16, u16),
    /// A dynamic call, by its bootstrap method.
    Dynamic(u16),
}

/// All entries; entry 0 is none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Constants<'a> {
    entries: Vec<Constant<'a>>,
}

impl<'a> Constants<'a> {
    /// Reads the pool.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, FingerprintError> {
        let count = usize::from(reader.u16_be()?);
        let mut entries = vec![Constant::Other];
        while entries.len() < count {
            let at = reader.offset();
            let entry = match reader.u8()? {
                1 => {
                    let len = usize::from(reader.u16_be()?);
                    Constant::Utf8(reader.take(len)?)
                }
                3 | 4 => {
                    reader.skip(4)?;
                    Constant::Other
                }
                5 | 6 => {
                    reader.skip(8)?;
                    entries.push(Constant::Other);
                    Constant::Other
                }
                7 => Constant::Class(reader.u16_be()?),
                8 => Constant::Text(reader.u16_be()?),
                9..=11 => Constant::Member(reader.u16_be()?, reader.u16_be()?),
                12 => Constant::NameAndType(reader.u16_be()?, reader.u16_be()?),
                15 => {
                    reader.skip(3)?;
                    Constant::Other
                }
                16 | 19 | 20 => {
                    reader.skip(2)?;
                    Constant::Other
                }
                17 | 18 => {
                    let bootstrap = reader.u16_be()?;
                    reader.skip(2)?;
                    Constant::Dynamic(bootstrap)
                }
                _ => {
                    return Err(FingerprintError::ClassFile {
                        what: "an unknown constant",
                        offset: at,
                    });
                }
            };
            entries.push(entry);
        }
        Ok(Self { entries })
    }

    fn at(&self, index: u16) -> Constant<'a> {
        self.entries
            .get(usize::from(index))
            .copied()
            .unwrap_or(Constant::Other)
    }

    /// A text entry.
    pub(crate) fn utf8(&self, index: u16) -> Option<&'a [u8]> {
        match self.at(index) {
            Constant::Utf8(text) => Some(text),
            _ => None,
        }
    }

    /// The internal name of a class entry.
    pub(crate) fn class(&self, index: u16) -> Option<&'a [u8]> {
        match self.at(index) {
            Constant::Class(name) => self.utf8(name),
            _ => None,
        }
    }

    /// A text constant.
    pub(crate) fn text(&self, index: u16) -> Option<&'a [u8]> {
        match self.at(index) {
            Constant::Text(text) => self.utf8(text),
            _ => None,
        }
    }

    /// Name and descriptor.
    pub(crate) fn name_and_type(&self, index: u16) -> Option<(&'a [u8], &'a [u8])> {
        match self.at(index) {
            Constant::NameAndType(name, ty) => Some((self.utf8(name)?, self.utf8(ty)?)),
            _ => None,
        }
    }

    /// Class, name and descriptor of a member.
    pub(crate) fn member(&self, index: u16) -> Option<(&'a [u8], &'a [u8], &'a [u8])> {
        match self.at(index) {
            Constant::Member(class, rest) => {
                let (name, ty) = self.name_and_type(rest)?;
                Some((self.class(class)?, name, ty))
            }
            _ => None,
        }
    }

    /// Bootstrap method of a dynamic call.
    pub(crate) fn bootstrap(&self, index: u16) -> Option<u16> {
        match self.at(index) {
            Constant::Dynamic(bootstrap) => Some(bootstrap),
            _ => None,
        }
    }
}
