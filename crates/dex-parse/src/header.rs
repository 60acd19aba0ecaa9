//! The header at the start of each logical file, and whether it is plausible; tables are read elsewhere.
//!
//! Layout: <https://source.android.com/docs/core/runtime/dex-format#header-item>.

use byte_reader::Reader;

use crate::error::clamp;
use crate::{DexError, Item};

/// Bytes of a header before version 41.
pub(crate) const HEADER_SIZE: u32 = 0x70;
/// Bytes of a header from version 41 on.
pub(crate) const HEADER_SIZE_V41: u32 = 0x78;
/// The first version whose offsets count from the container.
pub(crate) const FIRST_CONTAINER_VERSION: u16 = 41;
/// The tag of a little-endian file; the runtime accepts no other.
pub(crate) const ENDIAN_TAG: u32 = 0x1234_5678;
/// Version assumed for a damaged magic: the oldest layout, which the later ones extend.
const FALLBACK_VERSION: u16 = 35;

/// Row count and place of one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) size: u32,
    pub(crate) off: u32,
}

/// The header's fields as they are in the file, with the version made out.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_field_names,
    reason = "the fields keep the names of the specification"
)]
pub(crate) struct Header {
    pub(crate) version: u16,
    pub(crate) magic_damaged: bool,
    pub(crate) checksum: u32,
    pub(crate) file_size: u32,
    pub(crate) header_size: u32,
    pub(crate) endian_tag: u32,
    pub(crate) map_off: u32,
    pub(crate) string_ids: Section,
    pub(crate) type_ids: Section,
    pub(crate) proto_ids: Section,
    pub(crate) field_ids: Section,
    pub(crate) method_ids: Section,
    pub(crate) class_defs: Section,
    pub(crate) container_size: u32,
    pub(crate) header_offset: u32,
}

impl Header {
    /// Reads the header at `offset` of `data`.
    pub(crate) fn read(data: &[u8], offset: usize) -> Result<Self, DexError> {
        let not_dex = DexError::NotDex {
            offset: clamp(offset),
        };
        let fault = |error| DexError::read(Item::Header, error);
        let mut reader = Reader::at(data, offset).map_err(|_| not_dex)?;
        let has_magic = reader.starts_with(b"dex\n");
        if !has_magic && reader.remaining() < HEADER_SIZE as usize {
            return Err(not_dex);
        }
        let magic: [u8; 8] = reader.array().map_err(fault)?;
        let checksum = reader.u32().map_err(fault)?;
        // The signature is read again by `check_signature`.
        reader.skip(20).map_err(fault)?;
        let file_size = reader.u32().map_err(fault)?;
        let header_size = reader.u32().map_err(fault)?;
        let endian_tag = reader.u32().map_err(fault)?;
        // Link size and offset: always zero in applications.
        reader.skip(8).map_err(fault)?;
        let map_off = reader.u32().map_err(fault)?;
        let mut section = || -> Result<Section, DexError> {
            Ok(Section {
                size: reader.u32().map_err(fault)?,
                off: reader.u32().map_err(fault)?,
            })
        };
        let string_ids = section()?;
        let type_ids = section()?;
        let proto_ids = section()?;
        let field_ids = section()?;
        let method_ids = section()?;
        let class_defs = section()?;
        let _data = section()?;
        let declared_version = version_of(magic);
        if declared_version.is_none() {
            // A dump with a wiped magic still has most of its fixed values.
            let hints = [
                endian_tag == ENDIAN_TAG,
                header_size == HEADER_SIZE || header_size == HEADER_SIZE_V41,
                string_ids.off == HEADER_SIZE || string_ids.off == HEADER_SIZE_V41,
                has_magic,
            ];
            if hints.iter().filter(|&&hint| hint).count() < 2 {
                return Err(not_dex);
            }
        }
        let version = declared_version.unwrap_or(if header_size == HEADER_SIZE_V41 {
            FIRST_CONTAINER_VERSION
        } else {
            FALLBACK_VERSION
        });
        let (container_size, header_offset) = if version >= FIRST_CONTAINER_VERSION {
            (reader.u32().map_err(fault)?, reader.u32().map_err(fault)?)
        } else {
            (0, 0)
        };
        Ok(Self {
            version,
            magic_damaged: declared_version.is_none(),
            checksum,
            file_size,
            header_size,
            endian_tag,
            map_off,
            string_ids,
            type_ids,
            proto_ids,
            field_ids,
            method_ids,
            class_defs,
            container_size,
            header_offset,
        })
    }

    /// The header size that belongs to the version.
    pub(crate) fn expected_size(&self) -> u32 {
        if self.is_container() {
            HEADER_SIZE_V41
        } else {
            HEADER_SIZE
        }
    }

    /// Whether offsets count from the container and further files may follow.
    pub(crate) fn is_container(&self) -> bool {
        self.version >= FIRST_CONTAINER_VERSION
    }
}

/// The version number of an undamaged magic, `dex\n` three digits NUL.
fn version_of(magic: [u8; 8]) -> Option<u16> {
    let [b'd', b'e', b'x', b'\n', a, b, c, 0] = magic else {
        return None;
    };
    [a, b, c].iter().try_fold(0_u16, |version, digit| {
        digit
            .is_ascii_digit()
            .then(|| version * 10 + u16::from(digit - b'0'))
    })
}
