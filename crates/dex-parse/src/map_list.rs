//! The map list: which sections a file has and where; it does not check that they are well formed.
//!
//! Layout: <https://source.android.com/docs/core/runtime/dex-format#map-list>.

use byte_reader::Reader;

use crate::header::Section;

/// One row of the map list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapEntry {
    /// Section type, such as `0x0001` for string ids; see [`MapList`] for the constants.
    pub kind: u16,
    /// Number of items.
    pub size: u32,
    /// Offset of the first item in bytes.
    pub offset: u32,
}

/// The map list of one file; empty when it has none that can be read.
#[derive(Debug, Clone, Copy, Default)]
pub struct MapList<'a> {
    rows: &'a [[u8; 12]],
}

impl<'a> MapList<'a> {
    /// String ids.
    pub const STRING_ID: u16 = 0x0001;
    /// Type ids.
    pub const TYPE_ID: u16 = 0x0002;
    /// Prototype ids.
    pub const PROTO_ID: u16 = 0x0003;
    /// Field ids.
    pub const FIELD_ID: u16 = 0x0004;
    /// Method ids.
    pub const METHOD_ID: u16 = 0x0005;
    /// Class definitions.
    pub const CLASS_DEF: u16 = 0x0006;
    /// Call site ids.
    pub const CALL_SITE_ID: u16 = 0x0007;
    /// Method handles.
    pub const METHOD_HANDLE: u16 = 0x0008;
    /// Class data.
    pub const CLASS_DATA: u16 = 0x2000;
    /// Code.
    pub const CODE: u16 = 0x2001;
    /// Hidden API class data, which only platform files should have.
    pub const HIDDENAPI_CLASS_DATA: u16 = 0xf000;

    /// The list at `map_off`, cut to the rows that are there; `None` when there is none.
    pub(crate) fn read(data: &'a [u8], map_off: u32) -> Option<Self> {
        if map_off == 0 {
            return None;
        }
        let mut reader = Reader::at(data, map_off as usize).ok()?;
        let size = reader.u32().ok()? as usize;
        let (rows, _) = reader.rest().as_chunks::<12>();
        let rows = rows.get(..size.min(MAX_ROWS)).unwrap_or(rows);
        (!rows.is_empty()).then_some(Self { rows })
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the file has no readable map list.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows in file order.
    pub fn iter(&self) -> impl Iterator<Item = MapEntry> + use<'a> {
        self.rows
            .iter()
            .map(|&[k0, k1, _, _, s0, s1, s2, s3, o0, o1, o2, o3]| MapEntry {
                kind: u16::from_le_bytes([k0, k1]),
                size: u32::from_le_bytes([s0, s1, s2, s3]),
                offset: u32::from_le_bytes([o0, o1, o2, o3]),
            })
    }

    /// The first row of type `kind`.
    pub fn find(&self, kind: u16) -> Option<MapEntry> {
        self.iter().find(|entry| entry.kind == kind)
    }

    pub(crate) fn section(&self, kind: u16) -> Option<Section> {
        self.find(kind).map(|entry| Section {
            size: entry.size,
            off: entry.offset,
        })
    }
}

/// The format defines 21 section types and each may appear once; more rows than this are not read.
const MAX_ROWS: usize = 64;
