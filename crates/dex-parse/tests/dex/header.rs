//! Headers: honest ones leave no mark, damaged ones are repaired and marked.

use dex_parse::{AnomalyKind, DexError, Item, StringIdx, parse};

use crate::support::{DexBuilder, container, get_u32, put_u32, sample, seal};

fn kinds(bytes: &[u8]) -> Vec<AnomalyKind> {
    let container = parse(bytes).unwrap();
    let file = &container.files()[0];
    // A repaired file still has its rows.
    assert_eq!(file.string(StringIdx(1)).unwrap(), "Lcn/app/信息;");
    assert_eq!(file.class_defs().count(), 2);
    file.anomalies()
        .iter()
        .map(|anomaly| anomaly.kind)
        .collect()
}

/// The sample with four bytes overwritten, checksum made good.
fn with_u32(at: usize, value: u32) -> Vec<u8> {
    let mut bytes = sample().build();
    put_u32(&mut bytes, at, value);
    let len = bytes.len();
    seal(&mut bytes, 0, len);
    bytes
}

#[test]
fn honest_files_have_no_anomaly() {
    for version in [*b"035", *b"037", *b"038", *b"039", *b"040", *b"041"] {
        let mut dex = sample();
        dex.version = Some(version);
        let bytes = dex.build();
        assert_eq!(kinds(&bytes), []);
        let container = parse(&bytes).unwrap();
        assert_eq!(container.files()[0].check_signature(), None);
        assert_eq!(container.anomalies(), []);
    }
}

#[test]
fn checksum_and_signature_are_told_apart() {
    let mut bytes = sample().build();
    put_u32(&mut bytes, 8, 1);
    assert!(matches!(
        kinds(&bytes)[..],
        [AnomalyKind::Checksum { declared: 1, .. }]
    ));
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let container = parse(&bytes).unwrap();
    let found = container.files()[0].check_signature().unwrap();
    assert_eq!((found.kind, found.offset), (AnomalyKind::Signature, 12));
}

#[test]
fn anomalies_are_printed_with_their_place() {
    let bytes = with_u32(0x24, 0x71);
    let container = parse(&bytes).unwrap();
    assert_eq!(
        container.files()[0].anomalies()[0].to_string(),
        "the header size 0x71 is not the version's at offset 0x24"
    );
}

#[test]
fn damaged_fields_are_marked_and_the_rows_kept() {
    assert_eq!(
        kinds(&with_u32(0x24, 0x71)),
        [AnomalyKind::HeaderSize { declared: 0x71 }]
    );
    assert_eq!(
        kinds(&with_u32(0x28, 0x7856_3412)),
        [AnomalyKind::EndianTag {
            declared: 0x7856_3412
        }]
    );
    assert!(kinds(&with_u32(0, 0)).contains(&AnomalyKind::Magic));
    assert!(matches!(
        kinds(&with_u32(4, u32::from_le_bytes(*b"099\0")))[..],
        [AnomalyKind::UnknownVersion { version: 99 }, ..]
    ));
    for size in [0, 0x6f, 0x200, u32::MAX] {
        let found = kinds(&with_u32(0x20, size));
        assert!(
            matches!(found[..], [AnomalyKind::FileSize { declared, .. }, ..] if declared == size),
            "{size}: {found:?}"
        );
    }
}

#[test]
fn a_wiped_header_is_not_dex_but_a_wiped_magic_is() {
    let mut bytes = sample().build();
    bytes[..8].fill(0);
    assert!(parse(&bytes).is_ok());
    bytes[..0x70].fill(0);
    assert_eq!(parse(&bytes).unwrap_err(), DexError::NotDex { offset: 0 });
    assert_eq!(parse(b"").unwrap_err(), DexError::NotDex { offset: 0 });
    assert!(matches!(
        parse(b"dex\n035\0").unwrap_err(),
        DexError::Truncated {
            item: Item::Header,
            ..
        }
    ));
    assert!(parse(&[0x50; 500]).is_err());
}

#[test]
fn wiped_tables_come_back_from_the_map_list() {
    let mut bytes = sample().build();
    for at in (0x38..0x68).step_by(4) {
        put_u32(&mut bytes, at, 0);
    }
    let found = kinds(&bytes);
    let repaired = found
        .iter()
        .filter(|kind| matches!(kind, AnomalyKind::TableFromMap { .. }));
    assert_eq!(repaired.count(), 6);
}

#[test]
fn a_header_that_differs_from_the_map_wins() {
    let found = kinds(&with_u32(0x58, 2));
    assert_eq!(
        found,
        [AnomalyKind::MapDisagrees {
            table: Item::MethodId
        }]
    );
}

#[test]
fn a_table_past_the_end_is_cut_to_the_rows_that_are_there() {
    let mut bytes = with_u32(0x58, 1 << 30);
    put_u32(&mut bytes, 0x34, 0);
    let len = bytes.len();
    seal(&mut bytes, 0, len);
    let found = kinds(&bytes);
    assert_eq!(found[0], AnomalyKind::NoMapList);
    let container = parse(&bytes).unwrap();
    let methods = container.files()[0].n_methods();
    assert!((3..1000).contains(&methods));
    assert!(matches!(
        found[1],
        AnomalyKind::TableTruncated { table: Item::MethodId, declared, actual }
            if declared == 1 << 30 && actual == methods
    ));
}

#[test]
fn a_second_file_behind_the_first_is_marked() {
    let mut bytes = sample().build();
    let len = bytes.len();
    bytes.extend(sample().build());
    let found = kinds(&bytes);
    assert!(matches!(found[0], AnomalyKind::FileSize { .. }));
    assert_eq!(found[1], AnomalyKind::TrailingDex);
    let container = parse(&bytes).unwrap();
    assert_eq!(container.files().len(), 1);
    assert_eq!(container.files()[0].anomalies()[1].offset as usize, len);
}

#[test]
fn containers_hold_several_files_with_offsets_from_the_container() {
    let mut first = sample();
    first.version = Some(*b"041");
    let mut second = DexBuilder {
        version: Some(*b"041"),
        ..DexBuilder::default()
    };
    second.ty("Lcn/second/类;");
    let bytes = container(&[first.clone(), second.clone(), first]);
    let parsed = parse(&bytes).unwrap();
    assert_eq!(parsed.files().len(), 3);
    for file in parsed.files() {
        assert_eq!((file.version(), file.anomalies()), (41, [].as_slice()));
        assert_eq!(file.check_signature(), None);
    }
    let file = &parsed.files()[1];
    assert_eq!(file.string(StringIdx(0)).unwrap(), "Lcn/second/类;");
    assert!(file.header_offset() > 0);
    assert_eq!(
        parsed.files()[2]
            .class_defs()
            .filter(|(_, class)| class.is_ok())
            .count(),
        2
    );
    // A string of the third file named from the first: offsets count from the container.
    let mut shared = bytes.clone();
    let third = parsed.files()[2].header_offset() as usize;
    let target = get_u32(&bytes, get_u32(&bytes, third + 0x3c) as usize);
    let row = get_u32(&bytes, 0x3c) as usize;
    put_u32(&mut shared, row + 4, target);
    let parsed = parse(&shared).unwrap();
    assert_eq!(
        parsed.files()[0].string(StringIdx(1)).unwrap(),
        "Ljava/lang/Object;"
    );
}

#[test]
fn a_broken_later_header_keeps_the_files_before_it() {
    let mut dex = sample();
    dex.version = Some(*b"041");
    let mut bytes = container(&[dex.clone(), dex]);
    let second = parse(&bytes).unwrap().files()[1].header_offset() as usize;
    bytes[second..second + 0x60].fill(0xff);
    let parsed = parse(&bytes).unwrap();
    assert_eq!(parsed.files().len(), 1);
    assert_eq!(parsed.anomalies()[0].kind, AnomalyKind::ContainerCut);
    assert_eq!(parsed.anomalies()[0].offset as usize, second);
    // A file size of zero must not make the chain stand still.
    put_u32(&mut bytes, 0x20, 0);
    assert_eq!(parse(&bytes).unwrap().files().len(), 1);
    put_u32(&mut bytes, 0x70, 5);
    put_u32(&mut bytes, 0x74, 6);
    let parsed = parse(&bytes).unwrap();
    let kinds: Vec<_> = parsed.files()[0]
        .anomalies()
        .iter()
        .map(|a| a.kind)
        .collect();
    assert!(kinds.contains(&AnomalyKind::ContainerSize { declared: 5 }));
    assert!(kinds.contains(&AnomalyKind::HeaderOffset { declared: 6 }));
}

#[test]
fn the_hidden_api_section_is_seen() {
    let mut dex = sample();
    let has =
        |dex: &DexBuilder| parse(&dex.build()).unwrap().files()[0].has_hidden_api_class_data();
    assert!(!has(&dex));
    dex.hidden_api = true;
    assert!(has(&dex));
}
