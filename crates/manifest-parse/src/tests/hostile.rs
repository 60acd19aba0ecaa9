//! Nothing panics and nothing runs away: every truncation, thousands of mutations, and inputs made to cost much.

use super::encode_table::{Form, R, Table, config};
use super::encode_xml::{Dice, V, Xml, a, bytes_field, plain, s};
use crate::{
    Locale, ResConfig, parse_manifest, parse_resources, parse_xml, read_network_security,
    scan_layout, to_xml,
};

fn document() -> Xml {
    Xml::new()
        .start(
            "manifest",
            vec![plain("package", "com.例子.𠮷"), a("versionCode", V::Int(3))],
        )
        .leaf(
            "uses-permission",
            vec![s("name", "perm.A"), a("maxSdkVersion", V::Int(28))],
        )
        .start(
            "application",
            vec![s("name", ".应用"), a("label", V::Ref(0x7f01_0000))],
        )
        .text("信息")
        .start("activity", vec![s("name", "a.B")])
        .start("intent-filter", vec![])
        .leaf("action", vec![s("name", "act.MAIN")])
        .end("intent-filter")
        .end("activity")
        .end("application")
        .end("manifest")
}

fn table() -> Vec<u8> {
    Table::new()
        .package(0x7f, "com.例子", &["string", "array"])
        .values(
            1,
            "",
            vec![
                (0, "app_name", R::Str("Example")),
                (1, "ref", R::Raw(0x01, 0x7f01_0000)),
            ],
        )
        .values_as(
            1,
            config("zh-CN"),
            Form::Sparse,
            vec![(0, "app_name", R::Str("例子𠮷"))],
        )
        .values_as(
            1,
            config("zh"),
            Form::Offset16,
            vec![(0, "app_name", R::Str("例")), (9, "x", R::Str("y"))],
        )
        .values_as(
            1,
            config("fil"),
            Form::Compact,
            vec![(0, "app_name", R::Str("é"))],
        )
        .values(
            2,
            "",
            vec![(
                0,
                "list",
                R::Bag(0, vec![(1, R::Str("甲")), (2, R::Raw(0x10, 5))]),
            )],
        )
        .build()
}

/// Everything the crate does with a document; results do not matter here.
fn use_document(bytes: &[u8]) {
    let good = table();
    let good = parse_resources(&good).unwrap();
    let _ = parse_manifest(bytes, Some(&good), &Locale::parse("zh-CN"));
    if let Ok(document) = parse_xml(bytes) {
        let _ = scan_layout(&document);
        let _ = read_network_security(&document);
        let text = to_xml(&document, Some(&good));
        assert!(
            parse_xml(text.as_bytes()).is_ok(),
            "written xml is xml: {text:?}"
        );
        for element in document.elements() {
            assert!(
                element
                    .children()
                    .all(|child| child.parent().map(|parent| parent.id()) == Some(element.id()))
            );
        }
    }
}

/// Everything the crate does with a table.
fn use_table(bytes: &[u8]) {
    let Ok(table) = parse_resources(bytes) else {
        return;
    };
    let device = ResConfig::phone(&Locale::parse("zh-CN"));
    for id in [
        0x7f01_0000,
        0x7f01_0001,
        0x7f01_0009,
        0x7f02_0000,
        0x0101_0003,
        0,
    ] {
        let _ = table.resolve(id, &device);
        let _ = table.name_of(id);
        for entry in table.values_of(id) {
            let _ = entry.config.to_string();
        }
    }
    let _ = table.id_of(None, "string", "app_name");
    let _ = table.locales();
    assert!(table.strings(|_| true).count() < 100_000);
}

#[test]
fn truncation_at_every_length() {
    for bytes in [
        document().build(),
        Xml {
            utf8: false,
            ..document()
        }
        .build(),
        document().build_protobuf(),
    ] {
        for length in 0..bytes.len() {
            use_document(&bytes[..length]);
        }
    }
    let text = to_xml(&parse_xml(&document().build()).unwrap(), None);
    for length in 0..text.len() {
        use_document(&text.as_bytes()[..length]);
    }
    let bytes = table();
    for length in 0..bytes.len() {
        use_table(&bytes[..length]);
    }
}

#[test]
fn two_thousand_mutations_of_each_input() {
    let text = to_xml(&parse_xml(&document().build()).unwrap(), None).into_bytes();
    let documents = [
        document().build(),
        Xml {
            utf8: false,
            ..document()
        }
        .build(),
        document().build_protobuf(),
        text,
    ];
    let mut dice = Dice(0x1234_5678_9abc_def1);
    for round in 0..2_000 {
        for good in &documents {
            use_document(&mutate(good, &mut dice, round));
        }
        use_table(&mutate(&table(), &mut dice, round));
    }
}

/// Changes one to eight bytes or words, and now and then cuts, repeats or moves a stretch.
fn mutate(good: &[u8], dice: &mut Dice, round: usize) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len());
        match dice.below(4) {
            0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            1 => bytes[at] ^= 1 << dice.below(8),
            2 => {
                let word = [0, 1, 0x7fff_ffff, 0x8000_0000, u32::MAX, 0xffff, 0x8000]
                    [dice.below(7)]
                .to_le_bytes();
                for (byte, new) in bytes[at & !3..].iter_mut().zip(word) {
                    *byte = new;
                }
            }
            _ => {
                let n = 1 + dice.below(4);
                for byte in bytes[at..].iter_mut().take(n) {
                    *byte = 0xff;
                }
            }
        }
    }
    if round.is_multiple_of(7) {
        let from = dice.below(bytes.len());
        let to = from + dice.below(bytes.len() - from);
        let stretch = bytes[from..to].to_vec();
        let at = dice.below(bytes.len());
        bytes.splice(at..at, stretch);
    }
    bytes
}

#[test]
fn one_long_text_in_many_attributes_costs_its_length_once() {
    let long = "信".repeat(100_000);
    let mut xml = Xml::new().start("manifest", vec![plain("package", "p")]);
    for _ in 0..2_000 {
        xml = xml.leaf("uses-permission", vec![s("name", &long)]);
    }
    let bytes = xml.end("manifest").build();
    let document = parse_xml(&bytes).unwrap();
    assert_eq!(document.anomalies(), &[]);
    let manifest = parse_manifest(&bytes, None, &Locale::none()).unwrap();
    let n_bytes: usize = manifest
        .permissions_used
        .iter()
        .map(|permission| permission.name.len())
        .sum();
    assert!(n_bytes <= crate::limits::MAX_TYPED_TEXT);
    assert_eq!(manifest.permissions_used.len(), 2_000);
    assert!(to_xml(&document, None).len() < crate::limits::MAX_WRITTEN_TEXT * 2);
}

#[test]
fn deep_protobuf_neither_recurses_nor_multiplies() {
    let mut node = bytes_field(1, &bytes_field(3, b"leaf"));
    for _ in 0..3_000 {
        let element = [bytes_field(3, b"e"), bytes_field(5, &node)].concat();
        node = bytes_field(1, &element);
    }
    let document = parse_xml(&node).unwrap();
    assert_eq!(document.elements().count(), crate::limits::MAX_DEPTH);
    let _ = to_xml(&document, None);
}
