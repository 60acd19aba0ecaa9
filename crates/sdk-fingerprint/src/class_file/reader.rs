//! The structure of a class file: names, members, code; refuses what lies outside the bytes.

use byte_reader::Reader;

use super::constants::Constants;
use crate::FingerprintError;

/// A method or field.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    /// Access flags.
    pub access_flags: u16,
    /// Name.
    pub name: &'a [u8],
    /// Descriptor.
    pub descriptor: &'a [u8],
    /// Its instructions, empty without code.
    pub(crate) code: &'a [u8],
}

/// One class.
#[derive(Debug, Clone)]
pub struct ClassFile<'a> {
    /// Access flags; those of a nested class are the ones of the inner class table.
    pub access_flags: u16,
    /// Internal name, `pkg/Cls`.
    pub name: &'a [u8],
    /// Internal name of the superclass.
    pub superclass: Option<&'a [u8]>,
    /// Internal names of the interfaces.
    pub interfaces: Vec<&'a [u8]>,
    /// Methods in file order.
    pub methods: Vec<Member<'a>>,
    /// Major version of the format.
    pub major: u16,
    /// A nested class that needs an object of its outer class.
    pub is_inner: bool,
    pub(crate) constants: Constants<'a>,
    /// Arguments of each bootstrap method, after the method's own handle.
    pub(crate) bootstraps: Vec<Vec<u16>>,
    /// Names and descriptors of the fields.
    pub(crate) fields: Vec<(&'a [u8], &'a [u8])>,
    /// Constants that static fields start with.
    pub(crate) initial_values: Vec<u16>,
}

/// `ACC_SYNTHETIC`.
const SYNTHETIC: u16 = 0x1000;
const MAGIC: [u8; 4] = [0xca, 0xfe, 0xba, 0xbe];

/// Reads one class file.
pub fn parse(bytes: &[u8]) -> Result<ClassFile<'_>, FingerprintError> {
    let mut reader = Reader::new(bytes);
    if reader.array::<4>()? != MAGIC {
        return Err(FingerprintError::ClassFile {
            what: "no class file",
            offset: 0,
        });
    }
    let _minor = reader.u16_be()?;
    let major = reader.u16_be()?;
    let constants = Constants::read(&mut reader)?;
    let access_flags = reader.u16_be()?;
    let at = reader.offset();
    let name = constants
        .class(reader.u16_be()?)
        .ok_or(FingerprintError::ClassFile {
            what: "the class has no name",
            offset: at,
        })?;
    let superclass = constants.class(reader.u16_be()?);
    let n_interfaces = reader.u16_be()?;
    let mut interfaces = Vec::new();
    for _ in 0..n_interfaces {
        interfaces.extend(constants.class(reader.u16_be()?));
    }
    let mut out = ClassFile {
        access_flags,
        name,
        superclass,
        interfaces,
        methods: Vec::new(),
        major,
        is_inner: false,
        constants,
        bootstraps: Vec::new(),
        fields: Vec::new(),
        initial_values: Vec::new(),
    };
    let n_fields = reader.u16_be()?;
    for _ in 0..n_fields {
        let (field, value) = member(&mut reader, &out.constants)?;
        out.fields.push((field.name, field.descriptor));
        out.initial_values.extend(value);
    }
    let n_methods = reader.u16_be()?;
    for _ in 0..n_methods {
        let (method, _) = member(&mut reader, &out.constants)?;
        out.methods.push(method);
    }
    let n_attributes = reader.u16_be()?;
    for _ in 0..n_attributes {
        let name = out.constants.utf8(reader.u16_be()?);
        let len = reader.u32_be()?;
        let mut body = reader.take_reader(usize::try_from(len).unwrap_or(usize::MAX))?;
        match name {
            Some(b"BootstrapMethods") => {
                let n = body.u16_be()?;
                for _ in 0..n {
                    let _method = body.u16_be()?;
                    let n_arguments = body.u16_be()?;
                    let mut arguments = Vec::new();
                    for _ in 0..n_arguments {
                        arguments.push(body.u16_be()?);
                    }
                    out.bootstraps.push(arguments);
                }
            }
            Some(b"Synthetic") => out.access_flags |= SYNTHETIC,
            Some(b"InnerClasses") => {
                let n = body.u16_be()?;
                for _ in 0..n {
                    let inner = out.constants.class(body.u16_be()?);
                    let outer = body.u16_be()?;
                    let inner_name = body.u16_be()?;
                    let flags = body.u16_be()?;
                    if inner == Some(out.name) {
                        out.access_flags = (out.access_flags & !7) | (flags & 7) | (flags & 0x608);
                        out.is_inner = flags & 0x8 == 0 || outer == 0 || inner_name == 0;
                    }
                }
            }
            _ => {}
        }
    }
    Ok(out)
}

/// A field or method, and the constant that a field starts with.
fn member<'a>(
    reader: &mut Reader<'a>,
    constants: &Constants<'a>,
) -> Result<(Member<'a>, Option<u16>), FingerprintError> {
    let mut access_flags = reader.u16_be()?;
    let name = constants.utf8(reader.u16_be()?).unwrap_or_default();
    let descriptor = constants.utf8(reader.u16_be()?).unwrap_or_default();
    let n_attributes = reader.u16_be()?;
    let mut code: &[u8] = &[];
    let mut value = None;
    for _ in 0..n_attributes {
        let attribute = constants.utf8(reader.u16_be()?);
        let len = reader.u32_be()?;
        let mut body = reader.take_reader(usize::try_from(len).unwrap_or(usize::MAX))?;
        if attribute == Some(b"Code") {
            body.skip(4)?;
            let len = body.u32_be()?;
            code = body.take(usize::try_from(len).unwrap_or(usize::MAX))?;
        } else if attribute == Some(b"ConstantValue") {
            value = Some(body.u16_be()?);
        } else if attribute == Some(b"Synthetic") {
            // Before version 49 this attribute stood for the flag.
            access_flags |= SYNTHETIC;
        }
    }
    let member = Member {
        access_flags,
        name,
        descriptor,
        code,
    };
    Ok((member, value))
}
