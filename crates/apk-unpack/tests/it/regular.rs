//! Archives written by another implementation read back the same, without marks.

use std::io::{Cursor, Write};

use apk_unpack::{Limits, open};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use crate::builder::{MANIFEST, dex};

fn write(large: bool, comment: &str) -> (Vec<u8>, Vec<(String, Vec<u8>)>) {
    let mut files = vec![
        ("AndroidManifest.xml".to_owned(), MANIFEST.to_vec()),
        ("classes.dex".to_owned(), dex("zip")),
        (
            "assets/信息/𠮷.txt".to_owned(),
            "信息".repeat(500).into_bytes(),
        ),
        ("empty".to_owned(), Vec::new()),
    ];
    files.extend((0..300_u32).map(|n| {
        let data = (0..n * 13).flat_map(|i| (i ^ n).to_le_bytes()).collect();
        (format!("res/layout/{n}.xml"), data)
    }));
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .add_directory("assets/", SimpleFileOptions::default())
        .unwrap();
    for (n, (name, data)) in files.iter().enumerate() {
        let method = if n % 3 == 0 {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .large_file(large);
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(data).unwrap();
    }
    writer.set_comment(comment).unwrap();
    (writer.finish().unwrap().into_inner(), files)
}

#[test]
fn every_entry_reads_back() {
    for (large, comment) in [(false, ""), (false, "a comment, 注释"), (true, "")] {
        let (bytes, files) = write(large, comment);
        let container = open(&bytes, &Limits::default()).unwrap();
        assert_eq!(container.tampering(), []);
        assert_eq!(container.problems(), []);
        let part = &container.parts()[0];
        assert_eq!(part.entries().len(), files.len() + 1);
        assert!(part.entries()[0].is_directory());
        for (name, data) in &files {
            let read = part.read(part.find(name).unwrap()).unwrap();
            assert_eq!(&*read.bytes, data, "{name}");
            assert_eq!(read.tampering, []);
        }
    }
}
