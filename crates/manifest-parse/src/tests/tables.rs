//! Resource tables: best match, entry forms, names, references, texts.

use super::encode_table::{Form, R, Table, config};
use crate::{
    AnomalyKind, EntryValue, Locale, ResConfig, Resolution, ResourceTable, StringKind, Value,
    parse_resources,
};

const APP_NAME: u32 = 0x7f01_0000;

fn text(table: &ResourceTable<'_>, id: u32, locale: &str) -> Option<String> {
    table.text_of(id, &ResConfig::phone(&Locale::parse(locale)))
}

fn names() -> Table {
    Table::new().package(0x7f, "com.例子", &["string", "drawable", "array"])
}

#[test]
fn the_best_locale_wins_and_the_default_stays_readable() {
    let bytes = names()
        .values(1, "", vec![(0, "app_name", R::Str("Example"))])
        .values(1, "zh", vec![(0, "app_name", R::Str("示例"))])
        .values(1, "zh-TW", vec![(0, "app_name", R::Str("範例"))])
        .values(1, "zh-CN", vec![(0, "app_name", R::Str("例子𠮷"))])
        .values(1, "fil", vec![(0, "app_name", R::Str("Halimbawa"))])
        .build();
    let table = parse_resources(&bytes).unwrap();
    assert_eq!(table.anomalies(), &[]);
    assert_eq!(
        text(&table, APP_NAME, "zh-Hans-CN").as_deref(),
        Some("例子𠮷")
    );
    assert_eq!(text(&table, APP_NAME, "zh-SG").as_deref(), Some("示例"));
    assert_eq!(text(&table, APP_NAME, "zh-HK").as_deref(), Some("範例"));
    assert_eq!(
        text(&table, APP_NAME, "fil-PH").as_deref(),
        Some("Halimbawa")
    );
    assert_eq!(text(&table, APP_NAME, "de").as_deref(), Some("Example"));
    assert_eq!(text(&table, APP_NAME, "").as_deref(), Some("Example"));
    let tags: Vec<String> = table.locales().iter().map(ToString::to_string).collect();
    assert_eq!(tags, ["", "fil", "zh", "zh-CN", "zh-TW"]);
}

#[test]
fn a_table_without_the_locale_falls_back_and_never_to_traditional_script() {
    let bytes = names()
        .values(1, "", vec![(0, "a", R::Str("Example"))])
        .values(
            1,
            "zh-TW",
            vec![(0, "a", R::Str("範例")), (1, "b", R::Str("只有"))],
        )
        .build();
    let table = parse_resources(&bytes).unwrap();
    assert_eq!(text(&table, APP_NAME, "zh-CN").as_deref(), Some("Example"));
    assert_eq!(text(&table, APP_NAME + 1, "zh-CN"), None);
    assert_eq!(text(&table, APP_NAME + 1, "zh-TW").as_deref(), Some("只有"));
}

#[test]
fn every_entry_form_gives_the_same_values() {
    for form in [Form::Dense, Form::Offset16, Form::Sparse, Form::Compact] {
        for utf8 in [true, false] {
            let mut builder = names().values_as(
                1,
                config("zh-CN"),
                form,
                vec![
                    (0, "first", R::Str("第一")),
                    (7, "eighth", R::Str("第八𠮷")),
                    (300, "last", R::Raw(0x10, 42)),
                ],
            );
            builder.utf8 = utf8;
            let bytes = builder.build();
            let table = parse_resources(&bytes).unwrap();
            assert_eq!(table.anomalies(), &[], "{form:?}");
            assert_eq!(
                text(&table, 0x7f01_0000, "zh").as_deref(),
                Some("第一"),
                "same script"
            );
            assert_eq!(text(&table, 0x7f01_0000, "zh-TW"), None, "another script");
            assert_eq!(
                text(&table, 0x7f01_0000, "zh-CN").as_deref(),
                Some("第一"),
                "{form:?}"
            );
            assert_eq!(
                text(&table, 0x7f01_0007, "zh-CN").as_deref(),
                Some("第八𠮷"),
                "{form:?}"
            );
            assert_eq!(
                text(&table, 0x7f01_012c, "zh-CN").as_deref(),
                Some("42"),
                "{form:?}"
            );
            for absent in [
                0x7f01_0001,
                0x7f01_0006,
                0x7f01_0008,
                0x7f01_012d,
                0x7f02_0000,
                0x7e01_0000,
            ] {
                assert_eq!(table.values_of(absent).count(), 0, "{form:?} {absent:#x}");
            }
            assert_eq!(
                table.name_of(0x7f01_0007).unwrap().to_string(),
                "string/eighth"
            );
            assert_eq!(table.name_of(0x7f01_0007).unwrap().package, "com.例子");
            assert_eq!(table.id_of(None, "string", "last"), Some(0x7f01_012c));
            assert_eq!(
                table.id_of(Some("com.例子"), "string", "first"),
                Some(0x7f01_0000)
            );
            assert_eq!(table.id_of(Some("com.other"), "string", "first"), None);
            assert_eq!(table.id_of(None, "drawable", "first"), None);
        }
    }
}

#[test]
fn references_are_followed_across_types_and_loops_end() {
    let bytes = names()
        .values(
            1,
            "",
            vec![
                (0, "a", R::Raw(0x01, 0x7f01_0001)),
                (1, "b", R::Raw(0x01, 0x7f02_0000)),
                (2, "loop", R::Raw(0x01, 0x7f01_0003)),
                (3, "pool", R::Raw(0x07, 0x7f01_0002)),
                (4, "gone", R::Raw(0x01, 0x7f01_00ab)),
                (5, "self", R::Raw(0x01, 0x7f01_0005)),
            ],
        )
        .values(2, "", vec![(0, "icon", R::Str("res/图标.png"))])
        .build();
    let table = parse_resources(&bytes).unwrap();
    let device = ResConfig::phone(&Locale::none());
    assert_eq!(
        text(&table, 0x7f01_0000, "").as_deref(),
        Some("res/图标.png")
    );
    assert_eq!(
        table.resolve(0x7f01_0002, &device),
        Resolution::Loop(0x7f01_0002)
    );
    assert_eq!(
        table.resolve(0x7f01_0005, &device),
        Resolution::Loop(0x7f01_0005)
    );
    assert_eq!(
        table.resolve(0x7f01_0004, &device),
        Resolution::Unresolved(0x7f01_00ab)
    );
    assert_eq!(
        table.resolve(0x0104_000a, &device),
        Resolution::Unresolved(0x0104_000a)
    );
}

#[test]
fn a_long_chain_is_given_up() {
    let mut entries: Vec<(u16, &'static str, R)> = (0..40)
        .map(|n| (n, "link", R::Raw(0x01, 0x7f01_0001 + u32::from(n))))
        .collect();
    entries.push((40, "end", R::Str("end")));
    let bytes = names().values(1, "", entries).build();
    let table = parse_resources(&bytes).unwrap();
    assert_eq!(text(&table, 0x7f01_0000, ""), None);
    assert_eq!(text(&table, 0x7f01_0020, "").as_deref(), Some("end"));
}

#[test]
fn bags_keep_their_items_and_texts_are_listed_by_locale() {
    let bytes = names()
        .values(
            1,
            "",
            vec![
                (0, "app_name", R::Str("Example")),
                (1, "count", R::Raw(0x10, 3)),
            ],
        )
        .values(1, "zh-CN", vec![(0, "app_name", R::Str("例子"))])
        .values(2, "", vec![(0, "icon", R::Str("res/icon.png"))])
        .values(
            3,
            "zh-CN",
            vec![(
                0,
                "list",
                R::Bag(
                    0,
                    vec![(0x0200_0000, R::Str("甲")), (0x0200_0001, R::Str("乙𠮷"))],
                ),
            )],
        )
        .build();
    let table = parse_resources(&bytes).unwrap();
    let entry = table.values_of(0x7f03_0000).next().unwrap();
    let EntryValue::Bag(bag) = entry.value else {
        panic!("not a bag")
    };
    assert_eq!(bag.items.len(), 2);
    assert_eq!(bag.items[1], (0x0200_0001, Value::String("乙𠮷".into())));
    let chinese: Vec<(u32, String, StringKind)> = table
        .strings(|config| config.locale.language == "zh")
        .map(|entry| (entry.id, entry.text, entry.kind))
        .collect();
    assert_eq!(
        chinese,
        [
            (0x7f01_0000, "例子".to_owned(), StringKind::String),
            (0x7f03_0000, "甲".to_owned(), StringKind::Array),
            (0x7f03_0000, "乙𠮷".to_owned(), StringKind::Array),
        ]
    );
    let all: Vec<String> = table
        .strings(|_| true)
        .map(|entry| entry.name.into_owned())
        .collect();
    assert_eq!(
        all,
        ["app_name", "app_name", "list", "list"],
        "file paths and numbers are no texts"
    );
}

#[test]
fn packages_are_kept_apart() {
    let bytes = Table::new()
        .package(0x7f, "app", &["string"])
        .values(1, "", vec![(0, "a", R::Str("app"))])
        .package(0x02, "lib", &["string"])
        .values(1, "", vec![(0, "a", R::Str("lib"))])
        .build();
    let table = parse_resources(&bytes).unwrap();
    assert_eq!(
        table.packages().collect::<Vec<_>>(),
        [(0x7f, "app"), (0x02, "lib")]
    );
    assert_eq!(text(&table, 0x7f01_0000, "").as_deref(), Some("app"));
    assert_eq!(text(&table, 0x0201_0000, "").as_deref(), Some("lib"));
    assert_eq!(table.id_of(Some("lib"), "string", "a"), Some(0x0201_0000));
}

#[test]
fn shared_long_texts_cannot_multiply_without_bound() {
    let long: &'static str = "信".repeat(30_000).leak();
    let entries = (0..2_000).map(|n| (n, "k", R::Str(long))).collect();
    let items = (0..9_000).map(|n| (n, R::Str(long))).collect();
    let bytes = names()
        .values(1, "", entries)
        .values(3, "", vec![(0, "k", R::Bag(0, items))])
        .build();
    let table = parse_resources(&bytes).unwrap();
    let mut strings = table.strings(|_| true);
    let n_bytes: usize = strings.by_ref().map(|entry| entry.text.len()).sum();
    assert!(strings.is_cut());
    assert!(
        n_bytes < bytes.len() * 8 + (1 << 20),
        "{n_bytes} from {}",
        bytes.len()
    );
    let entry = table.values_of(0x7f03_0000).next().unwrap();
    assert!(matches!(entry.value, EntryValue::Bag(bag) if bag.is_cut && bag.items.len() < 30));
}

#[test]
fn damage_to_headers_is_noted_and_the_rest_is_read() {
    let good = names().values(1, "", vec![(0, "a", R::Str("甲"))]).build();
    let mut wrong_type = good.clone();
    wrong_type[0] = 0x77;
    let table = parse_resources(&wrong_type).unwrap();
    assert_eq!(table.anomalies()[0].kind, AnomalyKind::WrongFileType);
    assert_eq!(text(&table, APP_NAME, "").as_deref(), Some("甲"));
    let mut longer = good.clone();
    longer.extend([0xab; 40]);
    let table = parse_resources(&longer).unwrap();
    assert_eq!(table.anomalies()[0].kind, AnomalyKind::WrongFileSize);
    assert_eq!(text(&table, APP_NAME, "").as_deref(), Some("甲"));
    assert!(parse_resources(b"PK\x03\x04 no table at all").is_err());
    assert!(parse_resources(&[]).is_err());
}
