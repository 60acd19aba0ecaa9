//! One test per way to make readers of a ZIP archive disagree.

use apk_unpack::{
    Container, ContainerKind, DexLoad, Entry, EntryOrigin, Limits, Part, TamperingKind, open,
};

use crate::builder::{File, MANIFEST, Zip, deflate, dex, put_central};

fn opened(bytes: &[u8]) -> Container<'_> {
    open(bytes, &Limits::default()).unwrap()
}

fn kinds(container: &Container<'_>) -> Vec<TamperingKind> {
    let mut kinds: Vec<_> = container.tampering().iter().map(|mark| mark.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// The bytes and the marks of reading one entry.
fn read(part: &Part<'_>, entry: &Entry) -> (Vec<u8>, Vec<TamperingKind>) {
    let read = part.read(entry).unwrap();
    let marks = read.tampering.iter().map(|mark| mark.kind).collect();
    (read.bytes.into_owned(), marks)
}

fn read_name(part: &Part<'_>, name: &str) -> (Vec<u8>, Vec<TamperingKind>) {
    read(part, part.find(name).unwrap())
}

/// Manifest and first DEX file must be readable whatever was done around them.
fn assert_readable(container: &Container<'_>) {
    let part = &container.parts()[0];
    assert_eq!(read_name(part, "AndroidManifest.xml").0, MANIFEST);
    assert_eq!(read_name(part, "classes.dex").0, dex("one"));
    assert_eq!(part.dex_entries()[0].load, DexLoad::Loaded(1));
}

#[test]
fn a_regular_apk_has_no_marks() {
    let bytes = Zip::apk().build();
    let container = opened(&bytes);
    assert_eq!(container.kind(), ContainerKind::Apk);
    assert_eq!(container.tampering(), []);
    assert_eq!(container.problems(), []);
    let part = &container.parts()[0];
    for entry in part.entries() {
        assert_eq!(read(part, entry).1, [], "{}", entry.name);
    }
    assert_readable(&container);
    let stored = part.read(part.find("resources.arsc").unwrap()).unwrap();
    assert!(matches!(stored.bytes, std::borrow::Cow::Borrowed(_)));
    assert!(part.find("resources.ars").is_none());
}

#[test]
fn data_descriptors_are_no_deviation() {
    let bytes = Zip::of([
        File::deflated("AndroidManifest.xml", MANIFEST).with(|f| f.descriptor = true),
        File::deflated("classes.dex", &dex("one")).with(|f| f.descriptor = true),
    ])
    .build();
    let container = opened(&bytes);
    assert_eq!(container.tampering(), []);
    assert_readable(&container);
}

#[test]
fn unknown_method_is_read_as_deflate_then_as_stored() {
    let bytes = Zip::apk()
        .push(File::deflated("a", b"deflated text").with(|f| f.method = 0x1234))
        .push(File::stored("b", b"stored text").with(|f| f.method = 99))
        .push(File::stored("c", b"wrong crc").with(|f| (f.method, f.crc) = (7, 1)))
        .build();
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::UnknownMethod]);
    let part = &container.parts()[0];
    let a = part.read(part.find("a").unwrap()).unwrap();
    assert_eq!(&*a.bytes, b"deflated text");
    assert!(a.tampering[0].detail.contains("read as deflate"));
    let b = part.read(part.find("b").unwrap()).unwrap();
    assert_eq!(&*b.bytes, b"stored text");
    assert!(b.tampering[0].detail.contains("read as stored"));
    let (c, marks) = read_name(part, "c");
    assert_eq!(c, b"wrong crc");
    assert_eq!(
        marks,
        [TamperingKind::UnknownMethod, TamperingKind::WrongCrc]
    );
}

#[test]
fn known_methods_that_lie_are_seen_through() {
    let bytes = Zip::apk()
        .push(File::deflated("a", b"really deflated, really").with(|f| f.method = 0))
        .push(File::stored("b", b"\xff\xffreally stored").with(|f| f.method = 8))
        .build();
    let container = opened(&bytes);
    let part = &container.parts()[0];
    let (a, marks) = read_name(part, "a");
    assert_eq!(a, b"really deflated, really");
    assert_eq!(marks[0], TamperingKind::UnknownMethod);
    let (b, marks) = read_name(part, "b");
    assert_eq!(b, b"\xff\xffreally stored");
    assert_eq!(marks, [TamperingKind::UnknownMethod]);
}

#[test]
fn the_encryption_bit_is_ignored() {
    let mut zip = Zip::apk();
    zip.files.iter_mut().for_each(|f| f.flags |= 1);
    let bytes = zip.build();
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::EncryptionFlag]);
    assert_eq!(container.tampering().len(), 3);
    assert_readable(&container);
}

#[test]
fn wrong_crc_and_sizes_are_marked_and_read() {
    let text = b"some text that is long enough to deflate, to deflate, to deflate";
    let bytes = Zip::apk()
        .push(File::deflated("crc", text).with(|f| f.crc ^= 1))
        .push(File::deflated("small", text).with(|f| f.declared = 3))
        .push(File::deflated("large", text).with(|f| f.declared = 3_000_000))
        .push(File::deflated("packed", text).with(|f| f.compressed = 2))
        .push(File::stored("stored", text).with(|f| f.compressed = 7))
        .build();
    let container = opened(&bytes);
    let part = &container.parts()[0];
    assert_eq!(
        read_name(part, "crc"),
        (text.to_vec(), vec![TamperingKind::WrongCrc])
    );
    for name in ["small", "large", "packed", "stored"] {
        let expected = (text.to_vec(), vec![TamperingKind::WrongSize]);
        assert_eq!(read_name(part, name), expected, "{name}");
    }
}

#[test]
fn a_broken_stream_gives_its_beginning() {
    let data: Vec<u8> = (0..60_000_u32)
        .flat_map(|i| (i * i).to_le_bytes())
        .collect();
    let mut zip = Zip::apk().push(File::deflated("x", &data));
    let payload = &mut zip.files[3].payload;
    let middle = payload.len() / 2;
    payload[middle..middle + 600].fill(0xff);
    let bytes = zip.build();
    let container = opened(&bytes);
    let (out, marks) = read_name(&container.parts()[0], "x");
    assert!(data.starts_with(&out[..40_000]));
    assert!(!marks.is_empty());
}

#[test]
fn both_duplicates_are_listed_and_the_first_is_found() {
    let bytes = Zip::apk()
        .push(File::deflated("classes.dex", &dex("two")))
        .build();
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::DuplicateName]);
    assert_readable(&container);
    let part = &container.parts()[0];
    let found = part.dex_entries();
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].load, DexLoad::Shadowed);
    assert!(found[1].entry.is_duplicate && !found[0].entry.is_duplicate);
    assert_eq!(read(part, found[1].entry).0, dex("two"));
}

#[test]
fn prepended_bytes_with_and_without_corrected_offsets() {
    for prefix_not_counted in [false, true] {
        let bytes = Zip::apk()
            .with(|zip| {
                zip.prefix = b"#!/bin/sh junk".to_vec();
                zip.prefix_not_counted = prefix_not_counted;
            })
            .build();
        let container = opened(&bytes);
        assert!(container.has_tampering(TamperingKind::PrependedBytes));
        assert_eq!(
            container.has_tampering(TamperingKind::ShiftedCentralDirectory),
            prefix_not_counted
        );
        assert_readable(&container);
    }
}

#[test]
fn a_prepended_dex_file_is_listed() {
    let bytes = Zip::apk().with(|zip| zip.prefix = dex("janus")).build();
    let container = opened(&bytes);
    assert_eq!(container.kind(), ContainerKind::Apk);
    assert_eq!(kinds(&container), [TamperingKind::PrependedDex]);
    assert_readable(&container);
    let part = &container.parts()[0];
    let last = *part.dex_entries().last().unwrap();
    assert_eq!(last.entry.origin, EntryOrigin::Prepended);
    assert_eq!(read(part, last.entry).0, dex("janus"));
}

#[test]
fn trailing_bytes_of_any_length() {
    for len in [1, 100, 70_000, 200_000] {
        let bytes = Zip::apk().with(|zip| zip.suffix = vec![b'x'; len]).build();
        let container = opened(&bytes);
        assert_eq!(kinds(&container), [TamperingKind::TrailingBytes], "{len}");
        assert_readable(&container);
    }
}

#[test]
fn comment_lengths_that_lie() {
    let comment = "渠道 𠮷".as_bytes().to_vec();
    let fits = Zip::apk().with(|zip| zip.comment = comment.clone()).build();
    assert_eq!(opened(&fits).tampering(), []);
    let long = Zip::apk().with(|zip| {
        zip.comment = comment.clone();
        zip.comment_len = Some(60_000);
    });
    let long = long.build();
    assert_eq!(kinds(&opened(&long)), [TamperingKind::WrongCommentLength]);
    assert_readable(&opened(&long));
    let short = Zip::apk().with(|zip| {
        zip.comment = comment;
        zip.comment_len = Some(0);
    });
    let short = short.build();
    assert_eq!(kinds(&opened(&short)), [TamperingKind::TrailingBytes]);
    assert_readable(&opened(&short));
}

#[test]
fn a_fake_end_record_in_the_comment_hides_nothing() {
    // The fake record has its own directory with one harmless entry and ends the file, so Android
    // would take it.
    let mut zip = Zip::apk();
    let real_len = u32::try_from(zip.build().len()).unwrap();
    let mut fake = Vec::new();
    put_central(&mut fake, &File::stored("harmless.txt", b""), 0);
    let size = u32::try_from(fake.len()).unwrap();
    fake.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    fake.extend(size.to_le_bytes());
    fake.extend(real_len.to_le_bytes());
    fake.extend([0, 0]);
    zip.comment = fake;
    let bytes = zip.build();
    let container = opened(&bytes);
    assert!(container.has_tampering(TamperingKind::SecondEndRecord));
    assert!(container.has_tampering(TamperingKind::HiddenDirectoryEntry));
    let part = &container.parts()[0];
    assert_eq!(part.entries()[0].name, "harmless.txt");
    let hidden = part.find("classes.dex").unwrap();
    assert_eq!(hidden.origin, EntryOrigin::OtherDirectory);
    assert_eq!(read(part, hidden).0, dex("one"));
    assert_eq!(part.dex_entries()[0].load, DexLoad::Shadowed);
}

#[test]
fn a_bare_end_signature_in_the_comment_changes_nothing() {
    for comment in [
        &b"PK\x05\x06"[..],
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0 more",
    ] {
        let bytes = Zip::apk()
            .with(|zip| zip.comment = comment.to_vec())
            .build();
        let container = opened(&bytes);
        assert_eq!(container.tampering(), []);
        assert_readable(&container);
    }
}

#[test]
fn the_end_record_of_a_nested_archive_is_no_second_one() {
    let inner = Zip::apk().build();
    let bytes = Zip::apk()
        .push(File::stored("assets/x.bin", &inner))
        .build();
    let container = opened(&bytes);
    assert_eq!(container.tampering(), []);
    assert_eq!(container.parts().len(), 2);
}

#[test]
fn entry_counts_that_lie_hide_nothing() {
    let bytes = Zip::apk().with(|zip| zip.entry_count = Some(1)).build();
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::EntryCountTooSmall]);
    let part = &container.parts()[0];
    assert_eq!(part.entries().len(), 3);
    assert_eq!(
        part.find("classes.dex").unwrap().origin,
        EntryOrigin::PastEntryCount
    );
    assert_eq!(read_name(part, "classes.dex").0, dex("one"));

    let bytes = Zip::apk().with(|zip| zip.entry_count = Some(900)).build();
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::EntryCountTooLarge]);
    assert_readable(&container);
}

#[test]
fn multi_disk_fields_are_ignored() {
    let bytes = Zip::apk().with(|zip| zip.disk = 3).build();
    assert_eq!(kinds(&opened(&bytes)), [TamperingKind::MultiDisk]);
    assert_readable(&opened(&bytes));
    let mut zip = Zip::apk();
    zip.files[1].disk = 1;
    let bytes = zip.build();
    assert_eq!(kinds(&opened(&bytes)), [TamperingKind::MultiDisk]);
}

#[test]
fn wrong_directory_offsets_are_found_again() {
    for (offset, size) in [
        (Some(7), None),
        (Some(7), Some(3)),
        (None, Some(1)),
        (Some(u32::MAX - 1), Some(0)),
    ] {
        let bytes = Zip::apk()
            .with(|zip| (zip.directory_offset, zip.directory_size) = (offset, size))
            .build();
        let container = opened(&bytes);
        assert!(
            container.has_tampering(TamperingKind::ShiftedCentralDirectory),
            "{offset:?} {size:?}"
        );
        // Stated offsets cannot be told from shifted ones when both fields lie; the local headers
        // then decide.
        assert_readable(&container);
    }
}

#[test]
fn local_names_and_fields_that_differ_are_marked() {
    let mut zip = Zip::apk();
    zip.files[1].local_name = b"other.bin".to_vec();
    zip.files[2].local_sizes = Some((1, 2, 3));
    let bytes = zip.build();
    let container = opened(&bytes);
    assert_eq!(
        kinds(&container),
        [
            TamperingKind::NameMismatch,
            TamperingKind::LocalHeaderMismatch
        ]
        .into_iter()
        .rev()
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
    );
    assert_readable(&container);
    let mark = container
        .tampering()
        .iter()
        .find(|mark| mark.kind == TamperingKind::NameMismatch)
        .unwrap();
    assert_eq!(mark.entry.as_deref(), Some("classes.dex"));
    assert!(mark.detail.contains("other.bin"));
}

#[test]
fn without_a_directory_local_headers_are_scanned() {
    for descriptor in [false, true] {
        let mut zip = Zip::apk().with(|zip| zip.without_directory = true);
        zip.files.truncate(2);
        zip.files.iter_mut().for_each(|f| f.descriptor = descriptor);
        let bytes = zip.build();
        let container = opened(&bytes);
        assert_eq!(container.kind(), ContainerKind::Apk);
        assert_eq!(kinds(&container), [TamperingKind::MissingEndRecord]);
        assert_readable(&container);
        assert_eq!(
            container.parts()[0].entries()[0].origin,
            EntryOrigin::LocalHeader
        );
    }
}

#[test]
fn an_end_record_without_a_directory_is_told_apart() {
    let mut bytes = Zip::apk().with(|zip| zip.without_directory = true).build();
    bytes.extend(b"PK\x05\x06\0\0\0\0\x03\0\x03\0\x10\0\0\0\xff\0\0\0\0\0");
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::MissingCentralDirectory]);
    assert_readable(&container);
}

#[test]
fn entries_missing_from_the_directory_are_listed_as_hidden() {
    let bytes = Zip::apk()
        .push(File::deflated("assets/隐藏.dex", &dex("hidden")).with(|f| f.in_directory = false))
        .push(File::stored("last", b"x"))
        .build();
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::HiddenLocalEntry]);
    let part = &container.parts()[0];
    let hidden = part.find("assets/隐藏.dex").unwrap();
    assert_eq!(hidden.origin, EntryOrigin::LocalHeader);
    assert_eq!(read(part, hidden).0, dex("hidden"));
    // Filler of incremental packaging has an empty name and hides nothing.
    let bytes = Zip::apk()
        .push(File::stored("", b"").with(|f| f.in_directory = false))
        .build();
    assert_eq!(opened(&bytes).tampering(), []);
}

#[test]
fn a_moved_local_header_is_found_by_its_name() {
    let mut zip = Zip::apk();
    let real = zip.files[1].clone();
    zip.files[1].in_directory = false;
    zip.files.push(real.with(|f| f.points_at = Some(5)));
    let bytes = zip.build();
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::MissingLocalHeader]);
    assert_readable(&container);
}

#[test]
fn broken_directory_records_lose_themselves_alone() {
    let bytes = Zip::apk().build();
    let at = bytes.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    let mut broken = bytes.clone();
    broken[at + 46 + 19] = b'X';
    // The second record's signature is destroyed.
    let second = at + 46 + "AndroidManifest.xml".len();
    broken[second] = b'X';
    let container = opened(&broken);
    assert!(container.has_tampering(TamperingKind::BrokenCentralRecord));
    assert!(container.has_tampering(TamperingKind::HiddenLocalEntry));
    let part = &container.parts()[0];
    assert_eq!(part.entries().len(), 3);
    assert!(part.find("resources.arsc").is_some());
    assert_eq!(read_name(part, "classes.dex").0, dex("one"));
}

#[test]
fn zip64_end_records_are_read() {
    let bytes = Zip::apk().with(|zip| zip.zip64 = true).build();
    let container = opened(&bytes);
    assert_eq!(container.tampering(), []);
    assert!(container.parts()[0].archive().is_zip64());
    assert_readable(&container);
}

#[test]
fn zip64_extra_fields_are_read() {
    let data = dex("one");
    let len = u64::try_from(data.len()).unwrap();
    let mut extra = vec![1, 0, 16, 0];
    extra.extend(len.to_le_bytes());
    extra.extend(len.to_le_bytes());
    let bytes = Zip::of([
        File::deflated("AndroidManifest.xml", MANIFEST),
        File::stored("classes.dex", &data).with(|f| {
            (f.compressed, f.declared) = (u32::MAX, u32::MAX);
            f.extra = extra;
        }),
    ])
    .build();
    let container = opened(&bytes);
    assert_eq!(container.tampering(), []);
    assert_readable(&container);
}

#[test]
fn hostile_names_are_listed_and_marked() {
    let bytes = Zip::apk()
        .push(File::stored("../../data/x", b"1"))
        .push(File::stored("/etc/hosts", b"2"))
        .push(File::stored("a\\..\\b", b"3"))
        .push(File::stored(b"assets/\xd0\xc5\xcf\xa2.dat", b"4"))
        .push(File::stored("nul\0name", b"5"))
        .push(File::stored("assets/信息/𠮷.txt", b"6"))
        .build();
    let container = opened(&bytes);
    let count = |kind| {
        container
            .tampering()
            .iter()
            .filter(|mark| mark.kind == kind)
            .count()
    };
    assert_eq!(count(TamperingKind::PathTraversal), 3);
    assert_eq!(count(TamperingKind::NonUtf8Name), 1);
    assert_eq!(count(TamperingKind::UnprintableName), 1);
    assert_eq!(container.tampering().len(), 5);
    let part = &container.parts()[0];
    let names: Vec<&str> = part.entries()[3..]
        .iter()
        .map(|e| e.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "../../data/x",
            "/etc/hosts",
            "a\\..\\b",
            "assets/\\xD0\\xC5\\xCF\\xA2.dat",
            "nul\\u{0}name",
            "assets/信息/𠮷.txt",
        ]
    );
    for (entry, expected) in part.entries()[3..].iter().zip(b'1'..) {
        assert_eq!(read(part, entry).0, [expected]);
    }
    assert_eq!(read_name(part, "assets/信息/𠮷.txt").0, b"6");
}

#[test]
fn folders_that_hide_files_are_marked() {
    let bytes = Zip::apk()
        .push(File::stored("classes.dex/", b""))
        .push(File::stored("AndroidManifest.xml/junk", b"junk"))
        .push(File::stored("hidden.dex/", &dex("folder")))
        .push(File::stored("assets/", b""))
        .push(File::deflated("res/", b""))
        .push(File::stored("assets/a", b""))
        .build();
    let container = opened(&bytes);
    assert_eq!(kinds(&container), [TamperingKind::DirectoryHidesFile]);
    assert_eq!(container.tampering().len(), 3);
    assert_readable(&container);
    let part = &container.parts()[0];
    let last = *part.dex_entries().last().unwrap();
    assert_eq!(
        (last.entry.name.as_str(), last.load),
        ("hidden.dex/", DexLoad::Embedded)
    );
}

#[test]
fn overlapping_entries_are_marked() {
    let mut zip = Zip::apk();
    let twin = zip.files[1].clone().with(|f| {
        f.name = b"twin.dex".to_vec();
        f.points_at = Some(30 + 19 + u32::try_from(deflate(MANIFEST).len()).unwrap());
    });
    zip.files.push(twin);
    let bytes = zip.build();
    let container = opened(&bytes);
    assert_eq!(
        kinds(&container),
        [
            TamperingKind::NameMismatch,
            TamperingKind::OverlappingEntries
        ]
    );
    assert_eq!(read_name(&container.parts()[0], "twin.dex").0, dex("one"));
    assert_readable(&container);
}

#[test]
fn entries_of_another_archive_are_refused() {
    let (a, b) = (
        Zip::apk().build(),
        Zip::of([File::stored("AndroidManifest.xml", b"")]).build(),
    );
    let (a, b) = (opened(&a), opened(&b));
    let foreign = a.parts()[0].find("classes.dex").unwrap();
    assert!(b.parts()[0].read(foreign).is_err());
}
