//! Writes ZIP files, honest and dishonest ones, and takes files apart; refuses to check what it writes.

use std::io::Write as _;

/// One entry to write.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) data: Vec<u8>,
    pub(crate) is_deflated: bool,
    /// Written in place of the true CRC.
    pub(crate) crc: Option<u32>,
}

impl File {
    pub(crate) fn stored(name: &str, data: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.to_owned(),
            data: data.into(),
            is_deflated: false,
            crc: None,
        }
    }

    pub(crate) fn deflated(name: &str, data: impl Into<Vec<u8>>) -> Self {
        Self {
            is_deflated: true,
            ..Self::stored(name, data)
        }
    }
}

/// A DEFLATE stream.
pub(crate) fn deflate(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// What a central directory row says; the data may be shared between rows.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) method: u16,
    pub(crate) crc: u32,
    pub(crate) compressed: u32,
    pub(crate) size: u32,
    pub(crate) offset: u32,
}

/// A local header and its data; the row that names it.
pub(crate) fn put_file(out: &mut Vec<u8>, file: &File) -> Row {
    let data = if file.is_deflated {
        deflate(&file.data)
    } else {
        file.data.clone()
    };
    let row = Row {
        name: file.name.clone(),
        method: if file.is_deflated { 8 } else { 0 },
        crc: file.crc.unwrap_or_else(|| crc32fast::hash(&file.data)),
        compressed: u32::try_from(data.len()).unwrap(),
        size: u32::try_from(file.data.len()).unwrap(),
        offset: u32::try_from(out.len()).unwrap(),
    };
    out.extend(b"PK\x03\x04");
    common(out, &row);
    out.extend(row.name.as_bytes());
    out.extend(data);
    row
}

/// Central directory and end record.
pub(crate) fn put_directory(out: &mut Vec<u8>, rows: &[Row]) {
    let start = u32::try_from(out.len()).unwrap();
    for row in rows {
        out.extend(b"PK\x01\x02\x14\x00");
        common(out, row);
        // Comment length, disk, two sets of attributes.
        out.extend([0; 10]);
        out.extend(row.offset.to_le_bytes());
        out.extend(row.name.as_bytes());
    }
    let len = u32::try_from(out.len()).unwrap() - start;
    let n = u16::try_from(rows.len().min(0xffff)).unwrap();
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(n.to_le_bytes());
    out.extend(n.to_le_bytes());
    out.extend(len.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
}

/// The fields that a local header and a central row share, up to the length of the extra field.
fn common(out: &mut Vec<u8>, row: &Row) {
    out.extend([0x14, 0, 0, 0x08]);
    out.extend(row.method.to_le_bytes());
    out.extend([0, 0, 0x21, 0]);
    out.extend(row.crc.to_le_bytes());
    out.extend(row.compressed.to_le_bytes());
    out.extend(row.size.to_le_bytes());
    out.extend(u16::try_from(row.name.len()).unwrap().to_le_bytes());
    out.extend([0; 2]);
}

/// A whole archive.
pub(crate) fn build(files: &[File]) -> Vec<u8> {
    build_after(Vec::new(), files)
}

/// A whole archive behind other bytes, with offsets that count from the start of the file.
pub(crate) fn build_after(mut out: Vec<u8>, files: &[File]) -> Vec<u8> {
    let rows: Vec<Row> = files.iter().map(|file| put_file(&mut out, file)).collect();
    put_directory(&mut out, &rows);
    out
}

/// The entries of an archive, inflated, in the order of its directory.
pub(crate) fn take_apart(bytes: &[u8]) -> Vec<File> {
    let container = apk_unpack::open(bytes, &apk_unpack::Limits::default()).unwrap();
    let archive = container
        .outer()
        .unwrap_or_else(|| container.parts()[0].archive());
    archive
        .entries()
        .iter()
        .map(|entry| File::stored(&entry.name, archive.read(entry).unwrap().bytes))
        .collect()
}

/// Inserts a block between the entries and the central directory, and moves the directory's offset.
pub(crate) fn insert_signing_block(apk: &[u8], block: &[u8]) -> Vec<u8> {
    let end = apk.len() - 22;
    let field = end + 16;
    let start = u32::from_le_bytes(apk[field..field + 4].try_into().unwrap());
    let at = usize::try_from(start).unwrap();
    let mut out = apk[..at].to_vec();
    out.extend(block);
    out.extend(&apk[at..]);
    let moved = start + u32::try_from(block.len()).unwrap();
    let field = field + block.len();
    out[field..field + 4].copy_from_slice(&moved.to_le_bytes());
    out
}
