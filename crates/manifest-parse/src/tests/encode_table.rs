//! A small encoder for resource tables: dense, sparse, 16-bit and compact entries, bags, several packages.

use super::encode_xml::{chunk, pool};

/// A value under test.
#[derive(Debug, Clone)]
pub(super) enum R {
    /// A string of the global pool.
    Str(&'static str),
    /// Type and data.
    Raw(u8, u32),
    /// Parent and items.
    Bag(u32, Vec<(u32, R)>),
}

/// How a type chunk stores its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Dense,
    Offset16,
    Sparse,
    /// Dense offsets with compact entries where the value is plain.
    Compact,
}

#[derive(Debug, Clone)]
struct TypeOf {
    type_id: u8,
    config: Vec<u8>,
    form: Form,
    entries: Vec<(u16, &'static str, R)>,
}

#[derive(Debug, Clone)]
struct PackageOf {
    id: u32,
    name: String,
    types: Vec<&'static str>,
    chunks: Vec<TypeOf>,
}

/// A table under test.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    packages: Vec<PackageOf>,
    pub(super) utf8: bool,
}

/// A configuration of a locale such as `zh`, `zh-CN`, `fil` or `zh-Hant-TW`, 64 bytes long.
pub(super) fn config(tag: &str) -> Vec<u8> {
    let mut out = vec![0_u8; 64];
    out[0] = 64;
    for (n, part) in tag.split('-').filter(|part| !part.is_empty()).enumerate() {
        let bytes = part.as_bytes();
        match (n, bytes.len()) {
            (0, 3) => {
                let [x, y, z] = [bytes[0] - b'a', bytes[1] - b'a', bytes[2] - b'a'];
                out[8] = 0x80 | (z << 2) | (y >> 3);
                out[9] = ((y & 7) << 5) | x;
            }
            (0, _) => out[8..10].copy_from_slice(bytes),
            (_, 4) => out[36..40].copy_from_slice(bytes),
            (_, 2) => out[10..12].copy_from_slice(bytes),
            _ => out[40..40 + bytes.len()].copy_from_slice(bytes),
        }
    }
    out
}

impl Table {
    pub(super) fn new() -> Self {
        Self {
            packages: Vec::new(),
            utf8: true,
        }
    }

    pub(super) fn package(mut self, id: u32, name: &str, types: &[&'static str]) -> Self {
        self.packages.push(PackageOf {
            id,
            name: name.to_owned(),
            types: types.to_vec(),
            chunks: Vec::new(),
        });
        self
    }

    /// Values of one type of the package added last.
    pub(super) fn values(
        self,
        type_id: u8,
        tag: &str,
        entries: Vec<(u16, &'static str, R)>,
    ) -> Self {
        self.values_as(type_id, config(tag), Form::Dense, entries)
    }

    pub(super) fn values_as(
        mut self,
        type_id: u8,
        config: Vec<u8>,
        form: Form,
        entries: Vec<(u16, &'static str, R)>,
    ) -> Self {
        self.packages.last_mut().unwrap().chunks.push(TypeOf {
            type_id,
            config,
            form,
            entries,
        });
        self
    }

    pub(super) fn build(&self) -> Vec<u8> {
        let mut strings: Vec<&'static str> = Vec::new();
        for package in &self.packages {
            for (_, _, value) in package.chunks.iter().flat_map(|chunk| &chunk.entries) {
                collect(value, &mut strings);
            }
        }
        let mut body = pool(&strings, self.utf8);
        for package in &self.packages {
            body.extend(package.build(&strings));
        }
        let n = u32::try_from(self.packages.len()).unwrap();
        chunk(0x0002, &n.to_le_bytes(), &body)
    }
}

fn collect(value: &R, strings: &mut Vec<&'static str>) {
    match value {
        R::Str(text) if !strings.contains(text) => strings.push(text),
        R::Bag(_, items) => items.iter().for_each(|(_, value)| collect(value, strings)),
        _ => {}
    }
}

fn type_and_data(value: &R, strings: &[&str]) -> (u8, u32) {
    match value {
        R::Str(text) => (
            0x03,
            u32::try_from(strings.iter().position(|known| known == text).unwrap()).unwrap(),
        ),
        R::Raw(data_type, data) => (*data_type, *data),
        R::Bag(..) => unreachable!("bags do not nest"),
    }
}

impl PackageOf {
    fn build(&self, strings: &[&str]) -> Vec<u8> {
        let mut keys: Vec<&'static str> = Vec::new();
        for (_, key, _) in self.chunks.iter().flat_map(|chunk| &chunk.entries) {
            if !keys.contains(key) {
                keys.push(key);
            }
        }
        let types = pool(&self.types, false);
        let key_pool = pool(&keys, true);
        let mut header = self.id.to_le_bytes().to_vec();
        let mut name: Vec<u8> = self
            .name
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        name.resize(256, 0);
        header.extend(name);
        for word in [288, 0, 288 + types.len(), 0, 0] {
            header.extend(u32::try_from(word).unwrap().to_le_bytes());
        }
        let mut body = types;
        body.extend(key_pool);
        for type_id in 1..=self.types.len() {
            let mut spec = vec![u8::try_from(type_id).unwrap(), 0, 0, 0];
            spec.extend(0_u32.to_le_bytes());
            body.extend(chunk(0x0202, &spec, &[]));
        }
        for chunk in &self.chunks {
            body.extend(chunk.build(&keys, strings));
        }
        chunk(0x0200, &header, &body)
    }
}

impl TypeOf {
    fn build(&self, keys: &[&str], strings: &[&str]) -> Vec<u8> {
        let mut data = Vec::new();
        let mut rows: Vec<(u16, usize)> = Vec::new();
        for (index, key, value) in &self.entries {
            rows.push((*index, data.len()));
            let key = u32::try_from(keys.iter().position(|known| known == key).unwrap()).unwrap();
            match value {
                R::Bag(parent, items) => {
                    data.extend([16, 0, 1, 0]);
                    data.extend(key.to_le_bytes());
                    data.extend(parent.to_le_bytes());
                    data.extend(u32::try_from(items.len()).unwrap().to_le_bytes());
                    for (name, value) in items {
                        let (data_type, number) = type_and_data(value, strings);
                        data.extend(name.to_le_bytes());
                        data.extend([8, 0, 0, data_type]);
                        data.extend(number.to_le_bytes());
                    }
                }
                plain if self.form == Form::Compact => {
                    let (data_type, number) = type_and_data(plain, strings);
                    data.extend(u16::try_from(key).unwrap().to_le_bytes());
                    data.extend([8, data_type]);
                    data.extend(number.to_le_bytes());
                }
                plain => {
                    let (data_type, number) = type_and_data(plain, strings);
                    data.extend([8, 0, 0, 0]);
                    data.extend(key.to_le_bytes());
                    data.extend([8, 0, 0, data_type]);
                    data.extend(number.to_le_bytes());
                }
            }
        }
        let n_dense = rows
            .iter()
            .map(|(index, _)| usize::from(*index) + 1)
            .max()
            .unwrap_or(0);
        let mut offsets = Vec::new();
        let (flags, n) = match self.form {
            Form::Sparse => {
                rows.sort_unstable();
                for (index, offset) in &rows {
                    offsets.extend(index.to_le_bytes());
                    offsets.extend(u16::try_from(offset / 4).unwrap().to_le_bytes());
                }
                (1, rows.len())
            }
            Form::Offset16 => {
                for row in 0..n_dense {
                    let offset = rows.iter().find(|(index, _)| usize::from(*index) == row);
                    let offset =
                        offset.map_or(0xffff, |(_, offset)| u16::try_from(offset / 4).unwrap());
                    offsets.extend(offset.to_le_bytes());
                }
                (2, n_dense)
            }
            Form::Dense | Form::Compact => {
                for row in 0..n_dense {
                    let offset = rows.iter().find(|(index, _)| usize::from(*index) == row);
                    let offset =
                        offset.map_or(u32::MAX, |(_, offset)| u32::try_from(*offset).unwrap());
                    offsets.extend(offset.to_le_bytes());
                }
                (0, n_dense)
            }
        };
        while !offsets.len().is_multiple_of(4) {
            offsets.push(0xff);
        }
        let header_size = 20 + self.config.len();
        let mut header = vec![self.type_id, flags, 0, 0];
        header.extend(u32::try_from(n).unwrap().to_le_bytes());
        header.extend(
            u32::try_from(header_size + offsets.len())
                .unwrap()
                .to_le_bytes(),
        );
        header.extend(&self.config);
        offsets.extend(data);
        chunk(0x0201, &header, &offsets)
    }
}
