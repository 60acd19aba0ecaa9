//! Chunk headers and numbers at offsets, the common ground of binary XML and resource tables; no chunk's content.

use byte_reader::Reader;

/// `RES_STRING_POOL_TYPE` and the other chunk types, from
/// <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h>.
pub(crate) mod kind {
    pub(crate) const STRING_POOL: u16 = 0x0001;
    pub(crate) const TABLE: u16 = 0x0002;
    pub(crate) const XML: u16 = 0x0003;
    pub(crate) const XML_START_NAMESPACE: u16 = 0x0100;
    pub(crate) const XML_END_NAMESPACE: u16 = 0x0101;
    pub(crate) const XML_START_ELEMENT: u16 = 0x0102;
    pub(crate) const XML_END_ELEMENT: u16 = 0x0103;
    pub(crate) const XML_CDATA: u16 = 0x0104;
    pub(crate) const XML_LAST_NODE: u16 = 0x017f;
    pub(crate) const XML_RESOURCE_MAP: u16 = 0x0180;
    pub(crate) const TABLE_PACKAGE: u16 = 0x0200;
    pub(crate) const TABLE_TYPE: u16 = 0x0201;
    pub(crate) const TABLE_TYPE_SPEC: u16 = 0x0202;
    pub(crate) const TABLE_LIBRARY: u16 = 0x0203;
    pub(crate) const TABLE_OVERLAYABLE: u16 = 0x0204;
    pub(crate) const TABLE_OVERLAYABLE_POLICY: u16 = 0x0205;
    pub(crate) const TABLE_STAGED_ALIAS: u16 = 0x0206;
}

/// Bytes of a chunk header: type, header size, total size.
pub(crate) const HEADER: usize = 8;

/// The byte at an offset.
pub(crate) fn u8_at(data: &[u8], offset: usize) -> Option<u8> {
    data.get(offset).copied()
}

/// The little-endian 16-bit number at an offset.
pub(crate) fn u16_at(data: &[u8], offset: usize) -> Option<u16> {
    Reader::at(data, offset).ok()?.u16().ok()
}

/// The little-endian 32-bit number at an offset.
pub(crate) fn u32_at(data: &[u8], offset: usize) -> Option<u32> {
    Reader::at(data, offset).ok()?.u32().ok()
}

/// A 32-bit number used as a size or index; saturates where `usize` is narrower.
pub(crate) fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The 32-bit number at an offset, as a size.
pub(crate) fn size_at(data: &[u8], offset: usize) -> Option<usize> {
    u32_at(data, offset).map(size)
}

/// A chunk header as it stands, not yet believed.
#[expect(clippy::struct_field_names, reason = "the format's own names")]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Header {
    /// `ResChunk_header::type`.
    pub(crate) kind: u16,
    /// Bytes of the header.
    pub(crate) header_size: usize,
    /// Bytes of the chunk with its header.
    pub(crate) size: usize,
}

impl Header {
    pub(crate) fn at(data: &[u8], offset: usize) -> Option<Self> {
        let mut reader = Reader::at(data, offset).ok()?;
        Some(Self {
            kind: reader.u16().ok()?,
            header_size: usize::from(reader.u16().ok()?),
            size: size(reader.u32().ok()?),
        })
    }

    /// What `validate_chunk` of the platform asks: a header of at least `min_header` bytes that fits in the chunk,
    /// and a chunk that fits in the `available` bytes. Alignment is left to the caller.
    pub(crate) fn fits(&self, min_header: usize, available: usize) -> bool {
        self.header_size >= min_header && self.header_size <= self.size && self.size <= available
    }

    /// Whether both sizes are multiples of four, as the platform demands.
    pub(crate) fn is_aligned(&self) -> bool {
        self.header_size.is_multiple_of(4) && self.size.is_multiple_of(4)
    }
}
