//! A ZIP writer that can lie about everything. It reads nothing.

use std::io::Write;

pub(crate) const MANIFEST: &[u8] = b"\x03\x00\x08\x00 a manifest";

/// Bytes that begin like a DEX file.
pub(crate) fn dex(tag: &str) -> Vec<u8> {
    let mut bytes = b"dex\n035\0".to_vec();
    bytes.extend(tag.as_bytes());
    bytes.extend((0..200_u8).map(|i| i.wrapping_mul(37)));
    bytes
}

pub(crate) fn deflate(data: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(6));
    writer.write_all(data).unwrap();
    writer.finish().unwrap()
}

/// One entry; every field may be changed before building.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) name: Vec<u8>,
    pub(crate) local_name: Vec<u8>,
    pub(crate) payload: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) crc: u32,
    pub(crate) compressed: u32,
    pub(crate) declared: u32,
    /// Written to the local header; the directory's values if `None`.
    pub(crate) local_sizes: Option<(u32, u32, u32)>,
    pub(crate) descriptor: bool,
    pub(crate) in_directory: bool,
    /// Directory only, pointing at this offset.
    pub(crate) points_at: Option<u32>,
    pub(crate) disk: u16,
    pub(crate) extra: Vec<u8>,
}

impl File {
    pub(crate) fn stored(name: impl AsRef<[u8]>, data: &[u8]) -> Self {
        let len = u32::try_from(data.len()).unwrap();
        Self {
            name: name.as_ref().to_vec(),
            local_name: name.as_ref().to_vec(),
            payload: data.to_vec(),
            method: 0,
            flags: 0,
            crc: crc32fast::hash(data),
            compressed: len,
            declared: len,
            local_sizes: None,
            descriptor: false,
            in_directory: true,
            points_at: None,
            disk: 0,
            extra: Vec::new(),
        }
    }

    pub(crate) fn deflated(name: impl AsRef<[u8]>, data: &[u8]) -> Self {
        let payload = deflate(data);
        Self {
            method: 8,
            compressed: u32::try_from(payload.len()).unwrap(),
            payload,
            ..Self::stored(name, data)
        }
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }
}

/// The archive around the entries; every field may be changed before building.
#[derive(Clone, Default)]
pub(crate) struct Zip {
    pub(crate) files: Vec<File>,
    /// Bytes before the first entry.
    pub(crate) prefix: Vec<u8>,
    /// Offsets count from the first entry, not from the start of the file.
    pub(crate) prefix_not_counted: bool,
    /// Bytes between the last entry and the directory.
    pub(crate) before_directory: Vec<u8>,
    pub(crate) entry_count: Option<u16>,
    pub(crate) disk: u16,
    pub(crate) directory_offset: Option<u32>,
    pub(crate) directory_size: Option<u32>,
    pub(crate) comment: Vec<u8>,
    pub(crate) comment_len: Option<u16>,
    pub(crate) zip64: bool,
    /// Bytes after everything.
    pub(crate) suffix: Vec<u8>,
    pub(crate) without_directory: bool,
}

impl Zip {
    pub(crate) fn of(files: impl IntoIterator<Item = File>) -> Self {
        Self {
            files: files.into_iter().collect(),
            ..Self::default()
        }
    }

    /// A small regular APK.
    pub(crate) fn apk() -> Self {
        Self::of([
            File::deflated("AndroidManifest.xml", MANIFEST),
            File::deflated("classes.dex", &dex("one")),
            File::stored("resources.arsc", b"table"),
        ])
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub(crate) fn push(mut self, file: File) -> Self {
        self.files.push(file);
        self
    }

    pub(crate) fn build(&self) -> Vec<u8> {
        let mut out = self.prefix.clone();
        let base = if self.prefix_not_counted {
            self.prefix.len()
        } else {
            0
        };
        let mut directory = Vec::new();
        let mut n_listed = 0_u16;
        for file in &self.files {
            let at = u32::try_from(out.len() - base).unwrap();
            if file.points_at.is_none() {
                put_local(&mut out, file);
            }
            if file.in_directory {
                n_listed = n_listed.wrapping_add(1);
                put_central(&mut directory, file, file.points_at.unwrap_or(at));
            }
        }
        out.extend(&self.before_directory);
        if self.without_directory {
            return out;
        }
        let start = u32::try_from(out.len() - base).unwrap();
        let size = u32::try_from(directory.len()).unwrap();
        out.extend(&directory);
        let n_entries = self.entry_count.unwrap_or(n_listed);
        let (mut stated_start, mut stated_n) = (self.directory_offset.unwrap_or(start), n_entries);
        if self.zip64 {
            let end_at = u64::try_from(out.len()).unwrap();
            out.extend(b"PK\x06\x06");
            out.extend(44_u64.to_le_bytes());
            out.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            out.extend(u64::from(n_entries).to_le_bytes());
            out.extend(u64::from(n_entries).to_le_bytes());
            out.extend(u64::from(size).to_le_bytes());
            out.extend(u64::from(start).to_le_bytes());
            out.extend(b"PK\x06\x07");
            out.extend(0_u32.to_le_bytes());
            out.extend(end_at.to_le_bytes());
            out.extend(1_u32.to_le_bytes());
            (stated_start, stated_n) = (u32::MAX, u16::MAX);
        }
        out.extend(b"PK\x05\x06");
        out.extend(self.disk.to_le_bytes());
        out.extend(self.disk.to_le_bytes());
        out.extend(stated_n.to_le_bytes());
        out.extend(stated_n.to_le_bytes());
        out.extend(self.directory_size.unwrap_or(size).to_le_bytes());
        out.extend(stated_start.to_le_bytes());
        let comment_len = u16::try_from(self.comment.len()).unwrap();
        out.extend(self.comment_len.unwrap_or(comment_len).to_le_bytes());
        out.extend(&self.comment);
        out.extend(&self.suffix);
        out
    }
}

fn put_local(out: &mut Vec<u8>, file: &File) {
    let (crc, compressed, declared) = if file.descriptor {
        (0, 0, 0)
    } else {
        file.local_sizes
            .unwrap_or((file.crc, file.compressed, file.declared))
    };
    let flags = file.flags | if file.descriptor { 8 } else { 0 };
    out.extend(b"PK\x03\x04\x14\0");
    out.extend(flags.to_le_bytes());
    out.extend(file.method.to_le_bytes());
    out.extend([0; 4]);
    for value in [crc, compressed, declared] {
        out.extend(value.to_le_bytes());
    }
    out.extend(u16::try_from(file.local_name.len()).unwrap().to_le_bytes());
    out.extend([0; 2]);
    out.extend(&file.local_name);
    out.extend(&file.payload);
    if file.descriptor {
        out.extend(b"PK\x07\x08");
        for value in [file.crc, file.compressed, file.declared] {
            out.extend(value.to_le_bytes());
        }
    }
}

pub(crate) fn put_central(out: &mut Vec<u8>, file: &File, offset: u32) {
    let flags = file.flags | if file.descriptor { 8 } else { 0 };
    out.extend(b"PK\x01\x02\x14\0\x14\0");
    out.extend(flags.to_le_bytes());
    out.extend(file.method.to_le_bytes());
    out.extend([0; 4]);
    for value in [file.crc, file.compressed, file.declared] {
        out.extend(value.to_le_bytes());
    }
    out.extend(u16::try_from(file.name.len()).unwrap().to_le_bytes());
    out.extend(u16::try_from(file.extra.len()).unwrap().to_le_bytes());
    out.extend([0; 2]);
    out.extend(file.disk.to_le_bytes());
    out.extend([0; 6]);
    out.extend(offset.to_le_bytes());
    out.extend(&file.name);
    out.extend(&file.extra);
}
