//! One logical DEX file: where its tables are and what is odd about it; rows are in `tables.rs`.

use sha1::{Digest, Sha1};

use crate::adler32::adler32;
use crate::error::clamp;
use crate::header::{ENDIAN_TAG, FIRST_CONTAINER_VERSION, Header, Section};
use crate::{Anomaly, AnomalyKind, Item, MapList};

/// One logical DEX file, borrowed from the input.
///
/// Cheap to share between threads: it holds slices only. Every index is the row number in the file,
/// whether or not the rows before it can be read.
#[derive(Debug, Clone)]
pub struct DexFile<'a> {
    /// What offsets count from: the whole input, so that data behind a wrong file size is found and
    /// version 41 files can share it.
    pub(crate) data: &'a [u8],
    header_offset: usize,
    version: u16,
    declared_size: u32,
    anomalies: Vec<Anomaly>,
    map: MapList<'a>,
    pub(crate) string_ids: &'a [[u8; 4]],
    pub(crate) type_ids: &'a [[u8; 4]],
    pub(crate) proto_ids: &'a [[u8; 12]],
    pub(crate) field_ids: &'a [[u8; 8]],
    pub(crate) method_ids: &'a [[u8; 8]],
    pub(crate) class_def_rows: &'a [[u8; 32]],
    pub(crate) call_site_ids: &'a [[u8; 4]],
    pub(crate) method_handles: &'a [[u8; 8]],
}

/// The versions that exist: <https://source.android.com/docs/core/runtime/dex-format#dex-file-magic>.
const KNOWN_VERSIONS: [u16; 6] = [35, 37, 38, 39, 40, 41];

impl<'a> DexFile<'a> {
    pub(crate) fn from_header(data: &'a [u8], offset: usize, header: &Header) -> Self {
        let mut found = Vec::new();
        let at = |kind, field: usize| Anomaly {
            kind,
            offset: clamp(offset.saturating_add(field)),
        };
        if header.magic_damaged {
            found.push(at(AnomalyKind::Magic, 0));
        } else if !KNOWN_VERSIONS.contains(&header.version) {
            let version = header.version;
            found.push(at(AnomalyKind::UnknownVersion { version }, 4));
        }
        check_sizes(data, offset, header, &mut found);
        if header.header_size != header.expected_size() {
            let declared = header.header_size;
            found.push(at(AnomalyKind::HeaderSize { declared }, 0x24));
        }
        if header.endian_tag != ENDIAN_TAG {
            let declared = header.endian_tag;
            found.push(at(AnomalyKind::EndianTag { declared }, 0x28));
        }
        let map = MapList::read(data, header.map_off);
        if map.is_none() {
            found.push(at(AnomalyKind::NoMapList, 0x34));
        }
        let map = map.unwrap_or_default();
        let mut locate = Locator {
            data,
            map,
            header_offset: offset,
            found: &mut found,
        };
        let string_ids = locate.table(Item::StringId, header.string_ids, MapList::STRING_ID, 0x38);
        let type_ids = locate.table(Item::TypeId, header.type_ids, MapList::TYPE_ID, 0x40);
        let proto_ids = locate.table(Item::ProtoId, header.proto_ids, MapList::PROTO_ID, 0x48);
        let field_ids = locate.table(Item::FieldId, header.field_ids, MapList::FIELD_ID, 0x50);
        let method_ids = locate.table(Item::MethodId, header.method_ids, MapList::METHOD_ID, 0x58);
        let class_def_rows =
            locate.table(Item::ClassDef, header.class_defs, MapList::CLASS_DEF, 0x60);
        let call_site_ids = locate.map_table(Item::CallSiteId, MapList::CALL_SITE_ID);
        let method_handles = locate.map_table(Item::MethodHandle, MapList::METHOD_HANDLE);
        Self {
            data,
            header_offset: offset,
            version: header.version,
            declared_size: header.file_size,
            anomalies: found,
            map,
            string_ids,
            type_ids,
            proto_ids,
            field_ids,
            method_ids,
            class_def_rows,
            call_site_ids,
            method_handles,
        }
    }

    /// The number in the magic, such as 35; 35 or 41 where the magic is damaged.
    pub fn version(&self) -> u16 {
        self.version
    }

    /// Oddities found by [`parse`](crate::parse), in the order of the header's fields.
    pub fn anomalies(&self) -> &[Anomaly] {
        &self.anomalies
    }

    /// Where this file's header is in the input, in bytes; zero before version 41.
    pub fn header_offset(&self) -> u32 {
        clamp(self.header_offset)
    }

    /// The bytes that all offsets count from.
    pub fn data(&self) -> &'a [u8] {
        self.data
    }

    /// The map list; empty when it cannot be read.
    pub fn map_list(&self) -> MapList<'a> {
        self.map
    }

    /// Whether the file has a hidden API section, which belongs to platform files only.
    pub fn has_hidden_api_class_data(&self) -> bool {
        self.map.find(MapList::HIDDENAPI_CLASS_DATA).is_some()
    }

    /// Compares the SHA-1 signature of the header with the bytes.
    ///
    /// Not part of [`parse`](crate::parse) because it costs more than the rest of a parse and the
    /// runtime does not check it either. `None` when it matches or the declared size is unusable.
    pub fn check_signature(&self) -> Option<Anomaly> {
        let bytes = declared_bytes(self.data, self.header_offset, self.declared_size)?;
        let declared = bytes.get(12..32)?;
        let actual = Sha1::digest(bytes.get(32..)?);
        (declared != actual.as_slice()).then(|| Anomaly {
            kind: AnomalyKind::Signature,
            offset: clamp(self.header_offset.saturating_add(12)),
        })
    }
}

fn declared_bytes(data: &[u8], offset: usize, size: u32) -> Option<&[u8]> {
    data.get(offset..)?.get(..size as usize)
}

/// File size, checksum and the container fields.
fn check_sizes(data: &[u8], offset: usize, header: &Header, found: &mut Vec<Anomaly>) {
    let mut push = |kind, field: usize| {
        found.push(Anomaly {
            kind,
            offset: clamp(offset.saturating_add(field)),
        });
    };
    let present = data.len().saturating_sub(offset);
    let declared = header.file_size;
    let covered = declared_bytes(data, offset, declared)
        .filter(|bytes| bytes.len() >= header.expected_size() as usize);
    let exact = header.version >= FIRST_CONTAINER_VERSION || declared as usize == present;
    if covered.is_none() || !exact {
        let actual = clamp(present);
        push(AnomalyKind::FileSize { declared, actual }, 0x20);
    }
    if let Some(bytes) = covered {
        let actual = adler32(bytes.get(12..).unwrap_or_default());
        if actual != header.checksum {
            let declared = header.checksum;
            push(AnomalyKind::Checksum { declared, actual }, 8);
        }
        if !header.is_container() {
            let end = offset.saturating_add(bytes.len());
            if data
                .get(end..)
                .is_some_and(|rest| rest.starts_with(b"dex\n"))
            {
                found.push(Anomaly {
                    kind: AnomalyKind::TrailingDex,
                    offset: clamp(end),
                });
            }
        }
    }
    if header.is_container() {
        let mut push = |kind, field: usize| {
            found.push(Anomaly {
                kind,
                offset: clamp(offset.saturating_add(field)),
            });
        };
        if header.container_size as usize != data.len() {
            let declared = header.container_size;
            push(AnomalyKind::ContainerSize { declared }, 0x70);
        }
        if header.header_offset as usize != offset {
            let declared = header.header_offset;
            push(AnomalyKind::HeaderOffset { declared }, 0x74);
        }
    }
}

/// Finds tables by the header, or by the map list where the header's values are unusable.
struct Locator<'a, 'f> {
    data: &'a [u8],
    map: MapList<'a>,
    header_offset: usize,
    found: &'f mut Vec<Anomaly>,
}

impl<'a> Locator<'a, '_> {
    /// The rows of `section` that are there.
    fn rows<const N: usize>(&self, section: Section) -> &'a [[u8; N]] {
        let bytes = self.data.get(section.off as usize..).unwrap_or_default();
        let (rows, _) = bytes.as_chunks::<N>();
        rows.get(..section.size as usize).unwrap_or(rows)
    }

    fn push(&mut self, kind: AnomalyKind, offset: usize) {
        self.found.push(Anomaly {
            kind,
            offset: clamp(offset),
        });
    }

    fn table<const N: usize>(
        &mut self,
        table: Item,
        section: Section,
        kind: u16,
        field: usize,
    ) -> &'a [[u8; N]] {
        let at = self.header_offset.saturating_add(field);
        let mut section = section;
        let mut rows = self.rows::<N>(section);
        if let Some(mapped) = self.map.section(kind) {
            let same =
                mapped.size == section.size && (mapped.off == section.off || mapped.size == 0);
            // Offset zero is the header itself, where no table can be.
            let unusable = rows.is_empty() || section.off == 0;
            if !same && unusable && mapped.off != 0 && !self.rows::<N>(mapped).is_empty() {
                section = mapped;
                rows = self.rows::<N>(mapped);
                self.push(AnomalyKind::TableFromMap { table }, at);
            } else if !same {
                self.push(AnomalyKind::MapDisagrees { table }, at);
            }
        }
        self.check_len(table, section, rows.len(), at);
        rows
    }

    fn map_table<const N: usize>(&mut self, table: Item, kind: u16) -> &'a [[u8; N]] {
        let Some(section) = self.map.section(kind) else {
            return &[];
        };
        let rows = self.rows::<N>(section);
        self.check_len(table, section, rows.len(), section.off as usize);
        rows
    }

    fn check_len(&mut self, table: Item, section: Section, rows: usize, at: usize) {
        if rows < section.size as usize {
            let declared = section.size;
            let actual = clamp(rows);
            self.push(
                AnomalyKind::TableTruncated {
                    table,
                    declared,
                    actual,
                },
                at,
            );
        }
    }
}
