//! Binary XML: the tricks packers play, and what Android makes of them.

use super::encode_xml::{A, E, V, Xml, a, chunk, lying, plain, raw_pool, s};
use crate::limits::MAX_DEPTH;
use crate::{Anomaly, AnomalyKind, Value, XmlDocument, parse_xml, to_xml};

fn kinds(document: &XmlDocument) -> Vec<AnomalyKind> {
    document
        .anomalies()
        .iter()
        .map(|Anomaly { kind, .. }| *kind)
        .collect()
}

fn sample() -> Xml {
    Xml::new()
        .start("manifest", vec![plain("package", "com.例子.𠮷")])
        .start(
            "application",
            vec![
                s("name", ".应用𠮷"),
                a("debuggable", V::Bool(true)),
                a("label", V::Ref(0x7f01_00ab)),
            ],
        )
        .text("信息")
        .leaf("activity", vec![s("name", "a.B")])
        .end("application")
        .end("manifest")
}

/// Name, depth, and attributes with their values.
type Shape = (String, usize, Vec<(String, String)>);

/// The names, values and depths of a document, to compare two of them.
fn shape(document: &XmlDocument) -> Vec<Shape> {
    document
        .elements()
        .map(|element| {
            let attributes = element.attributes().iter();
            let attributes = attributes
                .map(|attribute| (attribute.name.to_string(), attribute.text()))
                .collect();
            (element.name().to_owned(), element.depth(), attributes)
        })
        .collect()
}

#[test]
fn an_honest_document_reads_the_same_in_both_string_encodings() {
    let utf8 = parse_xml(&sample().build()).unwrap();
    let utf16 = parse_xml(
        &Xml {
            utf8: false,
            ..sample()
        }
        .build(),
    )
    .unwrap();
    assert_eq!(kinds(&utf8), []);
    assert_eq!(kinds(&utf16), []);
    assert_eq!(shape(&utf8), shape(&utf16));
    let root = utf8.root().unwrap();
    assert_eq!(root.plain("package").unwrap().text(), "com.例子.𠮷");
    let application = root.children().next().unwrap();
    assert_eq!(
        application.framework(0x0101_0003).unwrap().text(),
        ".应用𠮷"
    );
    assert_eq!(
        application.framework(0x0101_0001).unwrap().text(),
        "@7f0100ab"
    );
    assert_eq!(application.text(), "信息");
    assert_eq!(application.children().count(), 1);
    assert_eq!(root.text(), "");
}

#[test]
fn lies_of_the_file_header_are_noted_and_the_document_is_read() {
    let good = shape(&parse_xml(&sample().build()).unwrap());
    for kind in [0x0000, 0x0001, 0x0008, 0xffff] {
        let document = parse_xml(&Xml { kind, ..sample() }.build()).unwrap();
        assert_eq!(kinds(&document), [AnomalyKind::WrongFileType], "{kind:#x}");
        assert_eq!(shape(&document), good);
    }
    let mut longer = sample().build();
    longer.extend([0; 12]);
    let document = parse_xml(&longer).unwrap();
    assert_eq!(kinds(&document), [AnomalyKind::WrongFileSize]);
    assert_eq!(shape(&document), good);
    let mut overstated = sample().build();
    overstated[4..8].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
    let document = parse_xml(&overstated).unwrap();
    assert_eq!(kinds(&document), [AnomalyKind::WrongFileSize]);
    assert_eq!(shape(&document), good);
}

#[test]
fn foreign_chunks_and_loose_bytes_between_chunks_are_skipped() {
    let good = shape(&parse_xml(&sample().build()).unwrap());
    let (pool, map, nodes) = sample().parts();
    let foreign = chunk(0x0999, &[1, 2, 3, 4], &[5; 12]);
    let file = chunk(
        3,
        &[],
        &[
            foreign.clone(),
            pool.clone(),
            foreign,
            map.clone(),
            nodes.clone(),
        ]
        .concat(),
    );
    let document = parse_xml(&file).unwrap();
    assert_eq!(
        kinds(&document),
        [AnomalyKind::UnknownChunk, AnomalyKind::UnknownChunk]
    );
    assert_eq!(shape(&document), good);
    let file = chunk(3, &[], &[pool, vec![0; 12], map, nodes].concat());
    let document = parse_xml(&file).unwrap();
    assert_eq!(
        kinds(&document),
        [AnomalyKind::WrongChunkSize, AnomalyKind::ExtraBytes]
    );
    assert_eq!(shape(&document), good);
    let unknown_node = chunk(0x0144, &[0; 8], &[9; 8]);
    let document = parse_xml(
        &Xml::new()
            .start("manifest", vec![])
            .bytes(&unknown_node)
            .leaf("application", vec![])
            .end("manifest")
            .build(),
    )
    .unwrap();
    assert_eq!(kinds(&document), [AnomalyKind::UnknownChunk]);
    assert_eq!(document.elements().count(), 2);
}

#[test]
fn attribute_records_may_be_longer_and_may_start_later() {
    let good = shape(&parse_xml(&sample().build()).unwrap());
    let document = parse_xml(
        &Xml {
            stride: 28,
            gap: 8,
            ..sample()
        }
        .build(),
    )
    .unwrap();
    assert!(
        kinds(&document)
            .iter()
            .all(|kind| *kind == AnomalyKind::WrongAttributeSize)
    );
    assert_eq!(shape(&document), good);
}

#[test]
fn the_identifier_decides_and_not_the_name() {
    let document = parse_xml(
        &Xml::new()
            .leaf(
                "manifest",
                vec![
                    lying(0x0101_0003, "", "real.Name"),
                    lying(0x0101_0001, "icon", "a label"),
                    plain("name", "decoy"),
                ],
            )
            .build(),
    )
    .unwrap();
    let root = document.root().unwrap();
    assert_eq!(root.framework(0x0101_0003).unwrap().text(), "real.Name");
    assert_eq!(&*root.framework(0x0101_0003).unwrap().name, "name");
    assert_eq!(root.framework(0x0101_0001).unwrap().text(), "a label");
    assert!(
        root.framework(0x0101_0002).is_none(),
        "an icon in name only is no icon"
    );
    assert_eq!(
        kinds(&document),
        [AnomalyKind::MisleadingName, AnomalyKind::MisleadingName]
    );
}

#[test]
fn an_android_attribute_without_identifier_counts_only_when_nothing_better_is_there() {
    let decoy = A {
        android: true,
        name: "name".to_owned(),
        id: None,
        value: V::Str("decoy".to_owned()),
    };
    let both = Xml {
        sort: false,
        ..Xml::new()
    }
    .leaf("activity", vec![decoy.clone(), s("name", "real")]);
    let document = parse_xml(&both.build()).unwrap();
    assert_eq!(
        document
            .root()
            .unwrap()
            .framework(0x0101_0003)
            .unwrap()
            .text(),
        "real"
    );
    assert_eq!(kinds(&document), [AnomalyKind::AttributeWithoutId]);
    let alone = parse_xml(&Xml::new().leaf("activity", vec![decoy]).build()).unwrap();
    assert_eq!(
        alone.root().unwrap().framework(0x0101_0003).unwrap().text(),
        "decoy"
    );
    assert_eq!(kinds(&alone), [AnomalyKind::AttributeWithoutId]);
}

#[test]
fn order_and_repetition_of_attributes_are_noted() {
    let twice = Xml::new().leaf("activity", vec![s("name", "first"), s("name", "second")]);
    let document = parse_xml(&twice.build()).unwrap();
    assert_eq!(
        document
            .root()
            .unwrap()
            .framework(0x0101_0003)
            .unwrap()
            .text(),
        "first"
    );
    assert_eq!(kinds(&document), [AnomalyKind::DuplicateAttribute]);
    let unsorted = Xml {
        sort: false,
        ..Xml::new()
    }
    .leaf("activity", vec![s("name", "n"), s("label", "l")]);
    let document = parse_xml(&unsorted.build()).unwrap();
    assert_eq!(
        document
            .root()
            .unwrap()
            .framework(0x0101_0001)
            .unwrap()
            .text(),
        "l"
    );
    assert_eq!(kinds(&document), [AnomalyKind::UnsortedAttributes]);
}

#[test]
fn unbalanced_tags_keep_every_element() {
    let document = parse_xml(
        &Xml::new()
            .start("a", vec![])
            .start("b", vec![])
            .end("a")
            .leaf("c", vec![])
            .build(),
    )
    .unwrap();
    assert_eq!(
        kinds(&document),
        [AnomalyKind::UnbalancedEnd, AnomalyKind::UnclosedElement]
    );
    assert_eq!(document.elements().count(), 3);
    let document = parse_xml(
        &Xml::new()
            .leaf("a", vec![])
            .end("a")
            .leaf("b", vec![])
            .build(),
    )
    .unwrap();
    assert_eq!(
        kinds(&document),
        [AnomalyKind::UnbalancedEnd, AnomalyKind::ExtraRoot]
    );
}

#[test]
fn depth_is_limited_without_losing_what_follows() {
    let mut xml = Xml::new().start("root", vec![]);
    for _ in 0..MAX_DEPTH + 50 {
        xml = xml.start("deep", vec![]);
    }
    for _ in 0..MAX_DEPTH + 50 {
        xml = xml.end("deep");
    }
    let document = parse_xml(&xml.leaf("after", vec![]).end("root").build()).unwrap();
    assert_eq!(kinds(&document), [AnomalyKind::LimitReached]);
    let root = document.root().unwrap();
    let names: Vec<&str> = root.children().map(|child| child.name()).collect();
    assert_eq!(names, ["deep", "after"]);
    assert_eq!(
        document.elements().map(|element| element.depth()).max(),
        Some(MAX_DEPTH - 1)
    );
    assert!(to_xml(&document, None).contains("<after/>"));
}

/// A file with the given pool and one element named by string 0 with string 1 as an attribute's value.
fn with_pool(pool: &[u8]) -> Vec<u8> {
    let words = |list: &[u32]| {
        list.iter()
            .flat_map(|word| word.to_le_bytes())
            .collect::<Vec<u8>>()
    };
    let mut body = words(&[u32::MAX, 0]);
    for word in [20_u16, 20, 1, 0, 0, 0] {
        body.extend(word.to_le_bytes());
    }
    body.extend(words(&[u32::MAX, 0, u32::MAX, 0x0300_0008, 1]));
    let start = chunk(0x0102, &words(&[7, u32::MAX]), &body);
    chunk(3, &[], &[pool.to_vec(), start].concat())
}

fn value_with_pool(pool: &[u8]) -> (String, Vec<AnomalyKind>) {
    let document = parse_xml(&with_pool(pool)).unwrap();
    let text = document.root().unwrap().attributes()[0].text();
    (
        text,
        kinds(&document)
            .into_iter()
            .filter(|kind| *kind != AnomalyKind::UnclosedElement)
            .collect(),
    )
}

#[test]
fn damaged_strings_lose_themselves_alone() {
    let name = vec![1, 1, b'e', 0];
    // A length beyond the terminator, within the pool: what is there is shown and marked.
    let (text, found) = value_with_pool(&raw_pool(
        &[name.clone(), vec![2, 3, b'a', b'b', 0, b'z', b'z', 0]],
        true,
    ));
    assert_eq!((&*text, &*found), ("ab\0", &[AnomalyKind::InvalidText][..]));
    // Bytes that are no text.
    let (text, found) =
        value_with_pool(&raw_pool(&[name.clone(), vec![2, 2, 0xff, b'b', 0]], true));
    assert_eq!(
        (&*text, &*found),
        ("\\xFFb", &[AnomalyKind::InvalidText][..])
    );
    // An unpaired surrogate in UTF-16.
    let wide = vec![1, 0, b'e', 0, 0, 0];
    let (text, found) = value_with_pool(&raw_pool(
        &[wide.clone(), vec![2, 0, 0x42, 0xd8, b'x', 0, 0, 0]],
        false,
    ));
    assert_eq!(
        (&*text, &*found),
        ("\\uD842x", &[AnomalyKind::InvalidText][..])
    );
    // A pool that states more strings than it has offsets, and an index outside.
    let mut pool = raw_pool(std::slice::from_ref(&name), true);
    pool[8..12].copy_from_slice(&0x4000_0000_u32.to_le_bytes());
    let document = parse_xml(&with_pool(&pool)).unwrap();
    assert!(kinds(&document).contains(&AnomalyKind::WrongStringPool));
    // An offset outside the pool.
    let mut pool = raw_pool(&[name.clone(), name.clone()], true);
    pool[32..36].copy_from_slice(&0x00ff_ffff_u32.to_le_bytes());
    let (text, found) = value_with_pool(&pool);
    assert_eq!(
        (&*text, &*found),
        ("", &[AnomalyKind::WrongStringIndex][..])
    );
}

#[test]
fn long_strings_keep_their_length_in_both_encodings() {
    let long = "信".repeat(20_000);
    for utf8 in [true, false] {
        let document = parse_xml(
            &Xml { utf8, ..Xml::new() }
                .leaf("e", vec![s("name", &long)])
                .build(),
        )
        .unwrap();
        assert_eq!(kinds(&document), [], "{utf8}");
        assert_eq!(
            document
                .root()
                .unwrap()
                .framework(0x0101_0003)
                .unwrap()
                .text(),
            long,
            "{utf8}"
        );
    }
}

#[test]
fn typed_values_arrive_typed() {
    let values = [
        (V::Raw(0x04, 1.5_f32.to_bits()), "1.5"),
        (V::Raw(0x05, 0x0000_1001), "16.0dp"),
        (V::Raw(0x06, 0x4000_0030), "50.0%"),
        (V::Raw(0x07, 0x0201_0000), "@02010000"),
        (V::Raw(0x02, 0x7f01_0001), "?7f010001"),
        (V::Raw(0x1d, 0xff12_3456), "#123456"),
        (V::Raw(0x00, 0), "@null"),
        (V::Raw(0x00, 1), "@empty"),
        (V::Int(-7), "-7"),
        (V::Hex(0x13), "0x13"),
        (V::Raw(0x77, 5), "(0x77)0x5"),
    ];
    for (value, wanted) in values {
        let document = parse_xml(&Xml::new().leaf("e", vec![a("value", value)]).build()).unwrap();
        assert_eq!(document.root().unwrap().attributes()[0].text(), wanted);
    }
}

#[test]
fn written_xml_reads_back_as_the_same_elements() {
    let document = parse_xml(&sample().build()).unwrap();
    let text = to_xml(&document, None);
    assert!(
        text.contains("xmlns:android=\"http://schemas.android.com/apk/res/android\""),
        "{text}"
    );
    assert!(text.contains("android:name=\".应用𠮷\""), "{text}");
    assert!(text.contains("android:label=\"@7f0100ab\""), "{text}");
    let again = parse_xml(text.as_bytes()).unwrap();
    let names = |document: &XmlDocument| -> Vec<(String, usize)> {
        document
            .elements()
            .map(|element| (element.name().to_owned(), element.depth()))
            .collect()
    };
    assert_eq!(names(&again), names(&document));
    let label = again
        .root()
        .unwrap()
        .children()
        .next()
        .unwrap()
        .framework(0x0101_0001)
        .unwrap();
    assert_eq!(label.value, Value::Reference(0x7f01_00ab));
    let nasty = Xml::new().leaf("1 <bad>&", vec![plain("a b\"", "x<\u{1}>&\"'信")]);
    let text = to_xml(&parse_xml(&nasty.build()).unwrap(), None);
    let again = parse_xml(text.as_bytes()).unwrap();
    assert_eq!(
        again.root().unwrap().attributes()[0].text(),
        "x<\u{fffd}>&\"'信"
    );
}

#[test]
fn what_is_no_document_is_refused() {
    for bytes in [
        &b""[..],
        b"PK\x03\x04",
        b"\x03\x00",
        b"\x7fELF\x02\x01\x01\x00",
        b"hello",
        &[0; 64],
    ] {
        assert!(parse_xml(bytes).is_err(), "{bytes:?}");
    }
    let empty = Xml {
        events: vec![E::Text("x".to_owned())],
        ..Xml::new()
    };
    assert!(parse_xml(&empty.build()).is_err());
}
