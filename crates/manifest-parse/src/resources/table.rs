//! The table's skeleton: packages, pools, type chunks, and names; entries are read elsewhere.

use std::fmt;

use byte_reader::utf16;

use crate::chunk::{self, Header, kind, size_at, u8_at, u16_at, u32_at};
use crate::config::ResConfig;
use crate::error::{Anomalies, Anomaly, AnomalyKind, ManifestError};
use crate::limits::MAX_TABLE_CHUNKS;
use crate::locale::Locale;
use crate::string_pool::StringPool;

/// Bytes of `ResTable_header`.
const TABLE_HEADER: usize = 12;
/// Bytes of `ResTable_package` up to and with `keyStrings`.
const MIN_PACKAGE_HEADER: usize = 8 + 4 + 256 + 12;
/// Bytes of `ResTable_type` before its configuration.
const TYPE_CONFIG: usize = 20;
/// `ResTable_type::FLAG_SPARSE`: entries as sorted pairs of index and offset.
pub(super) const FLAG_SPARSE: u8 = 0x01;
/// `ResTable_type::FLAG_OFFSET16`: offsets of 16 bits, in words.
pub(super) const FLAG_OFFSET16: u8 = 0x02;

/// An opened table, borrowing its bytes.
#[derive(Debug, Clone)]
pub struct ResourceTable<'a> {
    pub(super) data: &'a [u8],
    pub(super) strings: StringPool<'a>,
    pub(super) packages: Vec<Package<'a>>,
    anomalies: Vec<Anomaly>,
}

/// One package of a table.
#[derive(Debug, Clone)]
pub(super) struct Package<'a> {
    pub(super) id: u8,
    pub(super) name: String,
    pub(super) types: StringPool<'a>,
    pub(super) keys: StringPool<'a>,
    /// Sorted by type identifier; in file order within one type.
    pub(super) chunks: Vec<TypeChunk>,
}

/// The values of one type for one configuration.
#[derive(Debug, Clone)]
pub(super) struct TypeChunk {
    pub(super) type_id: u8,
    pub(super) flags: u8,
    pub(super) config: ResConfig,
    /// Byte offset of the chunk in the table.
    pub(super) base: usize,
    /// Byte offset of its end.
    pub(super) end: usize,
    /// Byte offset of the entry offsets.
    pub(super) offsets: usize,
    /// Byte offset of the first entry.
    pub(super) entries: usize,
    pub(super) n_entries: usize,
}

/// The name of a resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceName {
    /// Package, such as `com.example`.
    pub package: String,
    /// Type, such as `string`.
    pub kind: String,
    /// Entry, such as `app_name`.
    pub entry: String,
}

impl fmt::Display for ResourceName {
    /// Without the package: `string/app_name`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.entry)
    }
}

impl<'a> ResourceTable<'a> {
    pub(super) fn open(data: &'a [u8]) -> Result<Self, ManifestError> {
        let header = Header::at(data, 0).ok_or(ManifestError::Truncated {
            what: "resource table header",
            offset: 0,
            available: data.len(),
        })?;
        let mut opener = Opener {
            data,
            anomalies: Anomalies::default(),
            n_chunks: 0,
        };
        if header.kind != kind::TABLE {
            // The runtime's loader demands the type; a table that is otherwise whole is still shown.
            let plausible =
                header.header_size == TABLE_HEADER && header.size.abs_diff(data.len()) < 0x1000;
            if !plausible {
                return Err(ManifestError::Malformed {
                    what: "resource table header",
                    offset: 0,
                });
            }
            opener.anomalies.push(AnomalyKind::WrongFileType, 0, || {
                format!("first word {:#06x}", header.kind)
            });
        }
        if header.size != data.len() {
            let stated = header.size;
            opener.anomalies.push(AnomalyKind::WrongFileSize, 4, || {
                format!("stated {stated}, present {}", data.len())
            });
        }
        let end = if header.size > header.header_size && header.size < data.len() {
            header.size
        } else {
            data.len()
        };
        let mut strings = None;
        let mut packages = Vec::new();
        for (at, inner) in opener.chunks(header.header_size.max(chunk::HEADER), end) {
            let next = at.saturating_add(inner.size);
            match inner.kind {
                kind::STRING_POOL if strings.is_none() => strings = opener.pool(at, next),
                kind::STRING_POOL => {
                    opener
                        .anomalies
                        .push(AnomalyKind::RepeatedChunk, at, || "string pool".to_owned());
                }
                kind::TABLE_PACKAGE => {
                    if let Some(package) = opener.package(at, inner) {
                        packages.push(package);
                    }
                }
                other => {
                    opener.anomalies.push(AnomalyKind::UnknownChunk, at, || {
                        format!("type {other:#06x}")
                    });
                }
            }
        }
        Ok(Self {
            data,
            strings: strings.unwrap_or(StringPool::EMPTY),
            packages,
            anomalies: opener.anomalies.into_vec(),
        })
    }

    /// Deviations met while opening; entries are not looked at.
    pub fn anomalies(&self) -> &[Anomaly] {
        &self.anomalies
    }

    /// Identifier and name of each package, in file order.
    pub fn packages(&self) -> impl Iterator<Item = (u8, &str)> {
        self.packages
            .iter()
            .map(|package| (package.id, &*package.name))
    }

    /// The locales any value is written for, sorted, each once; the empty one stands for the default values.
    pub fn locales(&self) -> Vec<Locale> {
        let chunks = self.packages.iter().flat_map(|package| &package.chunks);
        let mut locales: Vec<&Locale> = chunks.map(|chunk| &chunk.config.locale).collect();
        locales.sort_unstable();
        locales.dedup();
        locales.into_iter().cloned().collect()
    }

    /// Chunks that may hold a value of the resource, with the package of each.
    pub(super) fn chunks_of(&self, id: u32) -> impl Iterator<Item = (&Package<'a>, &TypeChunk)> {
        let [package_id, type_id, _, _] = id.to_be_bytes();
        self.packages
            .iter()
            .filter(move |package| package.id == package_id)
            .flat_map(move |package| {
                package
                    .of_type(type_id)
                    .iter()
                    .map(move |chunk| (package, chunk))
            })
    }

    /// How many chunks a lookup of this resource may have to look at; what a budget is charged.
    pub(crate) fn lookup_cost(&self, id: u32) -> usize {
        let [package_id, type_id, _, _] = id.to_be_bytes();
        let packages = self
            .packages
            .iter()
            .filter(|package| package.id == package_id);
        let own: usize = packages
            .map(|package| package.of_type(type_id).len())
            .fold(0, usize::saturating_add);
        own.saturating_add(self.packages.len())
    }

    /// How many names and chunks [`ResourceTable::id_of`] may have to look at.
    pub(crate) fn n_names(&self) -> usize {
        self.packages
            .iter()
            .map(|package| {
                let entries = package
                    .chunks
                    .iter()
                    .map(|chunk| chunk.n_entries)
                    .fold(0, usize::saturating_add);
                package
                    .keys
                    .len()
                    .saturating_add(package.types.len())
                    .saturating_add(entries)
            })
            .fold(1, usize::saturating_add)
    }

    /// The name of a resource, from the first configuration that has it.
    pub fn name_of(&self, id: u32) -> Option<ResourceName> {
        let index = entry_index(id);
        self.chunks_of(id).find_map(|(package, chunk)| {
            let head = self.entry_head(chunk, index)?;
            let key = package.keys.get(chunk::size(head.key))?;
            let kind = package
                .types
                .get(usize::from(chunk.type_id).checked_sub(1)?)?;
            Some(ResourceName {
                package: package.name.clone(),
                kind: kind.text.into_owned(),
                entry: key.text.into_owned(),
            })
        })
    }

    /// The identifier of `kind/entry`, in the named package or in any. Looks through the keys one by one.
    pub fn id_of(&self, package: Option<&str>, kind: &str, entry: &str) -> Option<u32> {
        self.packages
            .iter()
            .filter(|candidate| package.is_none_or(|name| name == candidate.name))
            .find_map(|package| self.id_in(package, kind, entry))
    }

    fn id_in(&self, package: &Package<'a>, kind: &str, entry: &str) -> Option<u32> {
        let type_row = (0..package.types.len()).find(|row| package.types.equals(*row, kind))?;
        let type_id = u8::try_from(type_row.checked_add(1)?).ok()?;
        // Pools of optimised tables share keys, so one name can stand in one row only, but be used by many types.
        let keys: Vec<usize> = (0..package.keys.len())
            .filter(|row| package.keys.equals(*row, entry))
            .collect();
        if keys.is_empty() {
            return None;
        }
        package.of_type(type_id).iter().find_map(|chunk| {
            let index = self.indexes(chunk).find(|index| {
                self.entry_head(chunk, *index)
                    .is_some_and(|head| keys.binary_search(&chunk::size(head.key)).is_ok())
            })?;
            let [high, low] = index.to_be_bytes();
            Some(u32::from_be_bytes([package.id, type_id, high, low]))
        })
    }

    /// Entry indexes a chunk may have values for.
    pub(super) fn indexes(&self, chunk: &TypeChunk) -> impl Iterator<Item = u16> {
        (0..chunk.n_entries).filter_map(|row| self.index_at(chunk, row))
    }

    /// The entry index in a row of a chunk: the row itself, except in sparse chunks.
    pub(super) fn index_at(&self, chunk: &TypeChunk, row: usize) -> Option<u16> {
        if chunk.flags & FLAG_SPARSE != 0 {
            u16_at(self.data, chunk.offsets.checked_add(row.checked_mul(4)?)?)
        } else {
            u16::try_from(row).ok()
        }
    }
}

/// The entry part of a resource identifier.
pub(super) fn entry_index(id: u32) -> u16 {
    let [_, _, high, low] = id.to_be_bytes();
    u16::from_be_bytes([high, low])
}

impl Package<'_> {
    /// Chunks of one type.
    pub(super) fn of_type(&self, type_id: u8) -> &[TypeChunk] {
        let first = self.chunks.partition_point(|chunk| chunk.type_id < type_id);
        let last = self
            .chunks
            .partition_point(|chunk| chunk.type_id <= type_id);
        self.chunks.get(first..last).unwrap_or_default()
    }
}

struct Opener<'a> {
    data: &'a [u8],
    anomalies: Anomalies,
    n_chunks: usize,
}

impl<'a> Opener<'a> {
    /// Headers of the chunks between two offsets. Stops at the first impossible one.
    fn chunks(&mut self, first: usize, end: usize) -> Vec<(usize, Header)> {
        let mut list = Vec::new();
        let mut at = first;
        while end.saturating_sub(at) >= chunk::HEADER {
            let Some(header) = Header::at(self.data, at) else {
                break;
            };
            let available = end.saturating_sub(at);
            if header.header_size < chunk::HEADER || header.header_size > header.size {
                self.anomalies.push(AnomalyKind::WrongChunkSize, at, || {
                    format!(
                        "chunk {:#06x}, header of {} bytes, {} in all",
                        header.kind, header.header_size, header.size
                    )
                });
                break;
            }
            let header = if header.size > available {
                self.anomalies.push(AnomalyKind::Truncated, at, || {
                    format!(
                        "chunk {:#06x} of {} bytes in {available} left",
                        header.kind, header.size
                    )
                });
                Header {
                    size: available,
                    ..header
                }
            } else {
                header
            };
            self.n_chunks = self.n_chunks.saturating_add(1);
            if self.n_chunks > MAX_TABLE_CHUNKS {
                self.anomalies.push(AnomalyKind::LimitReached, at, || {
                    "chunks of the table".to_owned()
                });
                break;
            }
            list.push((at, header));
            at = at.saturating_add(header.size);
        }
        list
    }

    fn pool(&mut self, at: usize, end: usize) -> Option<StringPool<'a>> {
        let pool = StringPool::parse(self.data.get(at..end)?);
        if pool.is_none_or(|pool| pool.is_damaged()) {
            self.anomalies.push(AnomalyKind::WrongStringPool, at, || {
                "counts or offsets outside the pool".to_owned()
            });
        }
        pool
    }

    fn package(&mut self, base: usize, header: Header) -> Option<Package<'a>> {
        if header.header_size < MIN_PACKAGE_HEADER {
            self.anomalies.push(AnomalyKind::WrongChunkSize, base, || {
                format!("package header of {} bytes", header.header_size)
            });
            return None;
        }
        let id = u32_at(self.data, base.checked_add(8)?)?;
        let name = self
            .data
            .get(base.checked_add(12)?..base.checked_add(268)?)?;
        let units = name.as_chunks::<2>().0;
        let length = units
            .iter()
            .position(|unit| *unit == [0, 0])
            .unwrap_or(units.len());
        let name = utf16::decode_le_printable(name.get(..length.checked_mul(2)?)?)
            .text
            .into_owned();
        let type_pool = base.checked_add(size_at(self.data, base.checked_add(268)?)?)?;
        let key_pool = base.checked_add(size_at(self.data, base.checked_add(276)?)?)?;
        let end = base.checked_add(header.size)?;
        let (mut types, mut keys, mut others) = (None, None, Vec::new());
        let mut chunks = Vec::new();
        for (at, inner) in self.chunks(base.checked_add(header.header_size)?, end) {
            let next = at.saturating_add(inner.size);
            match inner.kind {
                kind::STRING_POOL if at == type_pool => types = self.pool(at, next),
                kind::STRING_POOL if at == key_pool => keys = self.pool(at, next),
                kind::STRING_POOL => others.push((at, next)),
                kind::TABLE_TYPE => match self.type_chunk(at, inner) {
                    Some(chunk) => chunks.push(chunk),
                    None => self
                        .anomalies
                        .push(AnomalyKind::WrongChunkSize, at, || "type chunk".to_owned()),
                },
                kind::TABLE_TYPE_SPEC
                | kind::TABLE_LIBRARY
                | kind::TABLE_OVERLAYABLE
                | kind::TABLE_OVERLAYABLE_POLICY
                | kind::TABLE_STAGED_ALIAS => {}
                other => self.anomalies.push(AnomalyKind::UnknownChunk, at, || {
                    format!("type {other:#06x}")
                }),
            }
        }
        // The offsets of the header may lie; the pools then stand in their usual order.
        let mut others = others.into_iter();
        for slot in [&mut types, &mut keys] {
            if slot.is_none()
                && let Some((at, next)) = others.next()
            {
                self.anomalies.push(AnomalyKind::WrongStringPool, at, || {
                    "not where the package says".to_owned()
                });
                *slot = self.pool(at, next);
            }
        }
        chunks.sort_by_key(|chunk: &TypeChunk| chunk.type_id);
        Some(Package {
            id: id.to_le_bytes()[0],
            name,
            types: types.unwrap_or(StringPool::EMPTY),
            keys: keys.unwrap_or(StringPool::EMPTY),
            chunks,
        })
    }

    fn type_chunk(&mut self, base: usize, header: Header) -> Option<TypeChunk> {
        let end = base.checked_add(header.size)?;
        let type_id = u8_at(self.data, base.checked_add(8)?)?;
        let flags = u8_at(self.data, base.checked_add(9)?)?;
        let n_stated = size_at(self.data, base.checked_add(12)?)?;
        let entries = base.checked_add(size_at(self.data, base.checked_add(16)?)?)?;
        let offsets = base.checked_add(header.header_size)?;
        let config = ResConfig::parse(self.data.get(base.checked_add(TYPE_CONFIG)?..offsets)?)?;
        let width = if flags & FLAG_OFFSET16 != 0 && flags & FLAG_SPARSE == 0 {
            2
        } else {
            4
        };
        let room = end.saturating_sub(offsets) / width;
        if n_stated > room || type_id == 0 {
            self.anomalies.push(AnomalyKind::WrongChunkSize, base, || {
                format!("type {type_id} with {n_stated} entries in room for {room}")
            });
        }
        // An entry index has 16 bits.
        let n_entries = n_stated.min(room).min(0x1_0000);
        Some(TypeChunk {
            type_id,
            flags,
            config,
            base,
            end,
            offsets,
            entries,
            n_entries,
        })
    }
}
