//! The inputs that damage starts from: the committed samples and what they are made of; refuses to fetch
//! anything.

use std::ops::Range;
use std::path::PathBuf;

use crate::zips::{self, File};

/// Bytes of a committed sample, such as `weather/weather.apk`.
pub(crate) fn sample(path: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The samples that most tests use: small and of different make.
pub(crate) const SMALL: [&str; 3] = [
    "weather/weather.apk",
    "permissions/permissions.apk",
    "features/features.apk",
];

/// Puts `data` in the place of the entry `name`; everything is stored.
pub(crate) fn with_entry(files: &[File], name: &str, data: Vec<u8>) -> Vec<u8> {
    let mut files = files.to_vec();
    match files.iter_mut().find(|file| file.name == name) {
        Some(file) => file.data = data,
        None => files.push(File::stored(name, data)),
    }
    zips::build(&files)
}

/// The entry `name`.
pub(crate) fn entry(files: &[File], name: &str) -> Vec<u8> {
    let file = files.iter().find(|file| file.name == name);
    file.unwrap_or_else(|| panic!("no {name}")).data.clone()
}

/// A manifest as text with one launcher activity; the reader accepts text as well as compiled XML.
pub(crate) fn text_manifest(package: &str, activity: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" package=\"{package}\">\
         <uses-permission android:name=\"android.permission.READ_PHONE_STATE\"/>\
         <application android:label=\"信息𠮷\"><activity android:name=\"{activity}\" android:exported=\"true\">\
         <intent-filter><action android:name=\"android.intent.action.MAIN\"/>\
         <category android:name=\"android.intent.category.LAUNCHER\"/></intent-filter>\
         </activity></application></manifest>"
    )
    .into_bytes()
}

/// An APK with a text manifest and these DEX files.
pub(crate) fn apk_with(dex: &[Vec<u8>], activity: &str) -> Vec<u8> {
    let mut files = vec![File::stored(
        "AndroidManifest.xml",
        text_manifest("cn.hostile", activity),
    )];
    for (n, dex) in dex.iter().enumerate() {
        let number = if n == 0 {
            String::new()
        } else {
            (n + 1).to_string()
        };
        files.push(File::stored(&format!("classes{number}.dex"), dex.clone()));
    }
    zips::build(&files)
}

/// An Android App Bundle with one module: protobuf manifest and the DEX file of a sample.
pub(crate) fn bundle(manifest: Vec<u8>) -> Vec<u8> {
    let weather = zips::take_apart(&sample(SMALL[0]));
    zips::build(&[
        File::stored("BundleConfig.pb", vec![0x0a, 0x02, 0x0a, 0x00]),
        File::stored("base/manifest/AndroidManifest.xml", manifest),
        File::stored("base/dex/classes.dex", entry(&weather, "classes.dex")),
    ])
}

/// The manifest of a sample, encoded anew as `aapt.pb.XmlNode`.
pub(crate) fn protobuf_manifest(binary: &[u8]) -> Vec<u8> {
    let document = manifest_parse::parse_xml(binary).unwrap();
    node(document.root().unwrap())
}

fn varint(mut value: u64) -> Vec<u8> {
    let mut out = Vec::new();
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
    out
}

fn bytes_field(number: u64, bytes: &[u8]) -> Vec<u8> {
    let mut out = varint(number << 3 | 2);
    out.extend(varint(u64::try_from(bytes.len()).unwrap()));
    out.extend(bytes);
    out
}

fn node(element: manifest_parse::Element<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    if let Some(namespace) = element.namespace() {
        out.extend(bytes_field(2, namespace.as_bytes()));
    }
    out.extend(bytes_field(3, element.name().as_bytes()));
    for attribute in element.attributes() {
        let mut field = Vec::new();
        if let Some(namespace) = &attribute.namespace {
            field.extend(bytes_field(1, namespace.as_bytes()));
        }
        field.extend(bytes_field(2, attribute.name.as_bytes()));
        field.extend(bytes_field(3, attribute.text().as_bytes()));
        if let Some(id) = attribute.resource_id {
            field.extend(varint(5 << 3));
            field.extend(varint(u64::from(id)));
        }
        if let Some(id) = attribute.value.reference() {
            // Item { ref: Reference { id } }
            let mut reference = varint(2 << 3);
            reference.extend(varint(u64::from(id)));
            field.extend(bytes_field(6, &bytes_field(1, &reference)));
        } else if let Some(number) = attribute.value.as_u32() {
            // Item { prim: Primitive { int_decimal_value } }
            let mut primitive = varint(6 << 3);
            primitive.extend(varint(u64::from(number)));
            field.extend(bytes_field(6, &bytes_field(7, &primitive)));
        }
        out.extend(bytes_field(4, &field));
    }
    for child in element.children() {
        out.extend(bytes_field(5, &node(child)));
    }
    bytes_field(1, &out)
}

/// A v2 signing block around the certificate of a PKCS #7 file.
pub(crate) fn signing_block(pkcs7: &[u8]) -> Vec<u8> {
    let certificate = certificate_in(pkcs7);
    let sized = |bytes: &[u8]| {
        let mut out = u32::try_from(bytes.len()).unwrap().to_le_bytes().to_vec();
        out.extend(bytes);
        out
    };
    let with_algorithm = |bytes: &[u8]| {
        let mut out = 0x0103_u32.to_le_bytes().to_vec();
        out.extend(sized(bytes));
        sized(&out)
    };
    let mut signed = sized(&with_algorithm(&[7; 32]));
    signed.extend(sized(&sized(certificate)));
    signed.extend(sized(&[]));
    let mut signer = sized(&signed);
    signer.extend(sized(&with_algorithm(&[9; 256])));
    signer.extend(sized(&[1; 32]));
    let v2 = sized(&sized(&signer));
    let mut pairs = Vec::new();
    for (id, value) in [(0x7109_871a_u32, v2), (0x4272_6577, vec![0; 64])] {
        pairs.extend(u64::try_from(value.len() + 4).unwrap().to_le_bytes());
        pairs.extend(id.to_le_bytes());
        pairs.extend(value);
    }
    let size = u64::try_from(pairs.len() + 24).unwrap().to_le_bytes();
    let mut block = size.to_vec();
    block.extend(pairs);
    block.extend(size);
    block.extend(b"APK Sig Block 42");
    block
}

/// The first certificate: the sequence that fills a context tag 0.
fn certificate_in(pkcs7: &[u8]) -> &[u8] {
    let length = |at: usize| usize::from(u16::from_be_bytes([pkcs7[at], pkcs7[at + 1]]));
    (0..pkcs7.len() - 8)
        .find(|&at| {
            pkcs7[at..at + 2] == [0xa0, 0x82]
                && pkcs7[at + 4..at + 6] == [0x30, 0x82]
                && length(at + 2) == length(at + 6) + 4
        })
        .map(|at| &pkcs7[at + 4..at + 8 + length(at + 6)])
        .unwrap()
}

/// Local headers, the central directory and the end record.
pub(crate) fn zip_structure(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    for at in 0..bytes.len().saturating_sub(4) {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => ranges.push(at..at + 30),
            b"PK\x01\x02" => ranges.push(at..at + 46),
            b"PK\x05\x06" => ranges.push(at..at + 22),
            _ => {}
        }
    }
    ranges
}

/// Headers of nested chunks (`ResChunk_header`): type, header size, size.
pub(crate) fn chunk_headers(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut at = 0;
    while at + 8 <= bytes.len() {
        let half = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
        let (kind, header) = (half(at), half(at + 2));
        let size = half(at + 4) + (half(at + 6) << 16);
        if header < 8 || size < header || at + size > bytes.len() {
            break;
        }
        ranges.push(at..at + header.max(16));
        // The file, the package: their chunks follow the header.
        let opens = matches!(kind, 0x0002 | 0x0003 | 0x0200);
        at += if opens { header } else { size };
    }
    ranges
}

/// Header, tables, and the class data and code headers of a DEX file.
pub(crate) fn dex_structure(bytes: &[u8]) -> Vec<Range<usize>> {
    let word = |at: usize| {
        usize::try_from(u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())).unwrap()
    };
    let mut ranges = vec![0..0x70, 0..0x70, word(0x34)..bytes.len()];
    let widths = [4, 4, 12, 8, 8, 32];
    for (n, width) in widths.into_iter().enumerate() {
        let (count, at) = (word(0x38 + 8 * n), word(0x3c + 8 * n));
        ranges.push(at..at + count * width);
    }
    let container = dex_parse::parse(bytes).unwrap();
    for file in container.files() {
        for (_, class) in file.class_defs() {
            let class = class.unwrap();
            let at = usize::try_from(class.class_data_off).unwrap();
            ranges.push(at..at + 24);
        }
    }
    ranges.retain(|range| !range.is_empty() && range.end <= bytes.len());
    ranges
}

/// The instructions of every method, and their try blocks.
pub(crate) fn code_ranges(bytes: &[u8]) -> Vec<Range<usize>> {
    let container = dex_parse::parse(bytes).unwrap();
    let mut ranges = Vec::new();
    for file in container.files() {
        for (_, class) in file.class_defs() {
            let Some(data) = file.class_data(&class.unwrap()).unwrap() else {
                continue;
            };
            for method in data.methods() {
                let offset = method.unwrap().code_off;
                if let Some(code) = file.code(offset).unwrap() {
                    let at = usize::try_from(offset).unwrap();
                    let len = 16 + 2 * usize::try_from(code.insns_units()).unwrap();
                    ranges.push(at..at + len + 8 * usize::from(code.tries_size));
                }
            }
        }
    }
    ranges.retain(|range| range.end <= bytes.len());
    ranges
}
