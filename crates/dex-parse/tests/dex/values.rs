//! Encoded values, annotations, call sites and debug info.

use dex_parse::{
    CallSiteIdx, ClassDefIdx, DexError, EncodedValue, Item, LineEntry, MethodHandleIdx,
    MethodHandleKind, MethodHandleMember, MethodIdx, ProtoIdx, StringIdx, TypeIdx, Visibility,
    parse,
};

use crate::support::{Class, Code, DexBuilder, sample};

/// The static values of a class whose encoded array is `array`, printed.
fn values(array: &[u8]) -> Vec<Result<String, DexError>> {
    let mut dex = DexBuilder::default();
    let ty = dex.ty("La;");
    dex.classes.push(Class {
        ty,
        static_values: Some(array.to_vec()),
        ..Class::default()
    });
    let bytes = dex.build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    file.static_values(&class)
        .map(|value| value.map(show))
        .collect()
}

fn show(value: EncodedValue<'_>) -> String {
    match value {
        EncodedValue::Array(array) => {
            let parts: Vec<_> = array.iter().map(|value| show(value.unwrap())).collect();
            format!("[{}]", parts.join(" "))
        }
        EncodedValue::Annotation(annotation) => {
            let parts: Vec<_> = annotation
                .elements()
                .map(|element| {
                    let (name, value) = element.unwrap();
                    format!("{}={}", name.0, show(value))
                })
                .collect();
            format!("@{}({})", annotation.ty.0, parts.join(" "))
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn every_kind_of_value_is_decoded() {
    let cases: &[(&[u8], &str)] = &[
        (&[0x00, 0xff], "Byte(-1)"),
        (&[0x02, 0x80], "Short(-128)"),
        (&[0x22, 0x00, 0x80], "Short(-32768)"),
        (&[0x03, 0xff], "Char(255)"),
        (&[0x23, 0xff, 0xff], "Char(65535)"),
        (&[0x04, 0xff], "Int(-1)"),
        (&[0x24, 0xff, 0x00], "Int(255)"),
        (&[0x64, 0, 0, 0, 0x80], "Int(-2147483648)"),
        (&[0x06, 0x80], "Long(-128)"),
        (
            &[0xe6, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
            "Long(9223372036854775807)",
        ),
        // Floats keep their high bytes: 1.0f is 3f80 0000.
        (&[0x30, 0x80, 0x3f], "Float(1.0)"),
        (&[0x70, 0xc3, 0xf5, 0x48, 0x40], "Float(3.14)"),
        (&[0x31, 0xf0, 0x3f], "Double(1.0)"),
        (&[0x10, 0x40], "Float(2.0)"),
        (&[0x15, 1], "MethodType(ProtoIdx(1))"),
        (&[0x16, 2], "MethodHandle(MethodHandleIdx(2))"),
        (&[0x37, 3, 1], "String(StringIdx(259))"),
        (&[0x18, 4], "Type(TypeIdx(4))"),
        (&[0x19, 0xff], "Field(FieldIdx(255))"),
        (&[0x7a, 1, 0, 0, 1], "Method(MethodIdx(16777217))"),
        (&[0x1b, 6], "Enum(FieldIdx(6))"),
        (&[0x1e], "Null"),
        (&[0x1f], "Boolean(false)"),
        (&[0x3f], "Boolean(true)"),
        (&[0x1c, 2, 0x1e, 0x1c, 1, 0x00, 5], "[Null [Byte(5)]]"),
        (
            &[0x1d, 9, 2, 7, 0x1e, 8, 0x1d, 1, 1, 3, 0x1c, 0],
            "@9(7=Null 8=@1(3=[]))",
        ),
    ];
    for (bytes, expected) in cases {
        let array = [&[2], *bytes, &[0x1e]].concat();
        // The null behind shows that the value ends where it should.
        let all: Vec<_> = values(&array).into_iter().map(Result::unwrap).collect();
        assert_eq!(all, [*expected, "Null"], "{bytes:x?}");
    }
}

#[test]
fn malformed_values_end_the_array() {
    for bytes in [
        &[0x01_u8, 0][..],      // no such type
        &[0x20, 0, 0],          // a byte of two bytes
        &[0x84, 0, 0, 0, 0, 0], // an int of five bytes
        &[0x3e],                // null with an argument
        &[0x5f],                // a boolean of two
        &[0x3c, 0],             // an array with an argument
    ] {
        let found = values(&[&[3, 0x1e], bytes].concat());
        assert_eq!(found.len(), 2, "{bytes:x?}");
        assert!(found[0].is_ok());
        assert!(matches!(
            found[1],
            Err(DexError::Invalid {
                item: Item::EncodedValue,
                ..
            })
        ));
    }
    // A count of four billion costs nothing: the file ends first.
    let found = values(&[0xff, 0xff, 0xff, 0xff, 0x0f, 0x1e]);
    assert!(found.last().unwrap().is_err());
}

#[test]
fn nesting_meets_the_named_limit() {
    let nested = |depth: usize| {
        let mut array = vec![1];
        for _ in 0..depth {
            array.extend([0x1c, 1]);
        }
        array.push(0x1e);
        values(&array)
    };
    assert!(nested(dex_parse::limits::MAX_VALUE_DEPTH)[0].is_ok());
    assert!(matches!(
        nested(dex_parse::limits::MAX_VALUE_DEPTH + 1)[0],
        Err(DexError::LimitExceeded {
            item: Item::EncodedValue,
            ..
        })
    ));
    assert!(nested(100_000)[0].is_err());
}

#[test]
fn annotations_of_everything_read_back() {
    let bytes = sample().build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    let directory = file.annotations(&class).unwrap().unwrap();
    let set: Vec<_> = directory
        .class()
        .unwrap()
        .iter()
        .map(Result::unwrap)
        .collect();
    assert_eq!(set.len(), 2);
    assert_eq!(
        (set[0].visibility, set[1].visibility),
        (Visibility::Runtime, Visibility::System)
    );
    assert_eq!(set[0].ty, TypeIdx(5));
    let (name, value) = set[0].elements().next().unwrap().unwrap();
    assert_eq!(file.string(name).unwrap(), "标签𠮷");
    assert!(matches!(value, EncodedValue::Boolean(true)));
    let (field, set) = directory.fields().next().unwrap();
    assert_eq!((field.0, set.unwrap().len()), (0, 1));
    let (method, set) = directory.methods().next().unwrap();
    assert_eq!(method, MethodIdx(1));
    assert_eq!(
        set.unwrap().iter().next().unwrap().unwrap().visibility,
        Visibility::Runtime
    );
    let (method, sets) = directory.parameters().next().unwrap();
    assert_eq!(method, MethodIdx(1));
    let sets: Vec<_> = sets.unwrap().map(|set| set.unwrap().len()).collect();
    assert_eq!(sets, [0, 1]);
    let other = file.class_def(ClassDefIdx(1)).unwrap();
    assert!(file.annotations(&other).unwrap().is_none());
}

#[test]
fn call_sites_and_method_handles_read_back() {
    let mut dex = sample();
    // Lacks the method type.
    dex.call_sites.push(vec![3, 0x16, 0, 0x17, 0, 0x1e]);
    dex.call_sites.push(vec![1, 0x16, 0]);
    dex.handles.push((9, 0));
    let bytes = dex.build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    assert_eq!((file.n_call_sites(), file.n_method_handles()), (3, 3));
    let site = file.call_site(CallSiteIdx(0)).unwrap();
    assert_eq!((site.bootstrap, site.ty), (MethodHandleIdx(0), ProtoIdx(0)));
    assert_eq!(file.string(site.name).unwrap(), "标签𠮷");
    let args: Vec<_> = site.args.map(Result::unwrap).collect();
    assert!(matches!(args[..], [EncodedValue::Int(7)]));
    assert!(file.call_site(CallSiteIdx(1)).is_err() && file.call_site(CallSiteIdx(2)).is_err());
    let handle = file.method_handle(MethodHandleIdx(0)).unwrap();
    assert_eq!(handle.kind, MethodHandleKind::InvokeStatic);
    assert_eq!(handle.member, MethodHandleMember::Method(MethodIdx(2)));
    let handle = file.method_handle(MethodHandleIdx(1)).unwrap();
    assert_eq!(
        handle.member,
        MethodHandleMember::Field(dex_parse::FieldIdx(0))
    );
    assert!(matches!(
        file.method_handle(MethodHandleIdx(2)),
        Err(DexError::Invalid {
            item: Item::MethodHandle,
            ..
        })
    ));
}

/// Rows of a line table, `None` for an error, and parameter names.
type Debug = (
    Vec<Option<LineEntry>>,
    Vec<Result<Option<StringIdx>, DexError>>,
);

fn debug(bytes: &[u8]) -> Debug {
    let mut dex = DexBuilder::default();
    let ty = dex.ty("La;");
    let proto = dex.proto("V", ty, &[]);
    let method = dex.method(ty, proto, "m");
    let code = Code {
        insns: vec![0x000e],
        debug: Some(bytes.to_vec()),
        ..Code::default()
    };
    dex.classes.push(Class {
        ty,
        direct: vec![(method, 8, Some(code))],
        ..Class::default()
    });
    let bytes = dex.build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    let data = file.class_data(&class).unwrap().unwrap();
    let method = data.methods().next().unwrap().unwrap();
    let code = file.code(method.code_off).unwrap().unwrap();
    let info = file.debug_info(code.debug_info_off).unwrap().unwrap();
    (
        file.debug_lines(code.debug_info_off)
            .map(Result::ok)
            .collect(),
        info.parameter_names().collect(),
    )
}

#[test]
fn lines_and_parameter_names_read_back() {
    let bytes = sample().build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    let data = file.class_data(&class).unwrap().unwrap();
    let code = data.methods().next().unwrap().unwrap().code_off;
    let off = file.code(code).unwrap().unwrap().debug_info_off;
    let lines: Vec<_> = file.debug_lines(off).map(Result::unwrap).collect();
    // 0x0e: line +0, address +0. Then address +4, line -3, 0x0f: line +1, address +0.
    assert_eq!(
        lines,
        [
            LineEntry { addr: 0, line: 10 },
            LineEntry { addr: 4, line: 8 }
        ]
    );
    assert_eq!(file.line_at(off, 0), Some(10));
    assert_eq!(file.line_at(off, 3), Some(10));
    assert_eq!(file.line_at(off, 4), Some(8));
    assert_eq!(file.line_at(off, 99), Some(8));
    let info = file.debug_info(off).unwrap().unwrap();
    let names: Vec<_> = info.parameter_names().map(Result::unwrap).collect();
    assert_eq!(names, [None, Some(StringIdx(6))]);
    assert_eq!(file.string(names[1].unwrap()).unwrap(), "信息.java");
    // An address before the first row has no line.
    let (lines, _) = debug(&[5, 0, 0x01, 3, 0x0e, 0]);
    assert_eq!(lines, [Some(LineEntry { addr: 3, line: 5 })]);
}

#[test]
fn local_variable_steps_are_skipped_and_bad_ones_end_the_table() {
    let (lines, _) = debug(&[
        1, 0, 0x03, 0, 1, 2, 0x04, 1, 1, 2, 3, 0x05, 0, 0x06, 0, 0x08, 0x09, 0, 0xff, 0,
    ]);
    // 0xff: 245 = 16 * 15 + 5, line +1, address +16.
    assert_eq!(lines, [Some(LineEntry { addr: 16, line: 2 })]);
    // A number of six bytes ends the table with one error.
    let (lines, _) = debug(&[1, 0, 0x0e, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0x0e, 0]);
    assert_eq!(lines, [Some(LineEntry { addr: 0, line: 1 }), None]);
    // More parameters than bytes.
    let (lines, names) = debug(&[1, 0xff, 0x01, 0x80, 0x80, 0x80, 0x80, 0x80]);
    assert_eq!(lines, [None]);
    assert!(matches!(
        names[..],
        [Err(DexError::Truncated { .. } | DexError::Invalid { .. })]
    ));
}

#[test]
fn missing_debug_info_is_empty_and_a_wild_offset_one_error() {
    let bytes = sample().build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    for off in [0, u32::MAX] {
        assert!(file.debug_info(off).unwrap().is_none());
        assert_eq!(file.debug_lines(off).count(), 0);
        assert_eq!(file.line_at(off, 0), None);
    }
    assert!(matches!(
        file.debug_lines(0x7fff_ffff).collect::<Vec<_>>()[..],
        [Err(DexError::Truncated {
            item: Item::DebugInfo,
            ..
        })]
    ));
}
