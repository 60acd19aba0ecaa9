//! Rows: text in any script, and damage that stays in its row.

use dex_parse::{
    ClassDefIdx, DexError, FieldIdx, Item, MethodIdx, ProtoIdx, StringIdx, TypeIdx, parse,
};

use crate::support::{Class, DexBuilder, get_u32, put_u32, sample};

#[test]
fn text_outside_ascii_is_whole_and_in_place() {
    let bytes = sample().build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let names: Vec<String> = (0..file.n_types())
        .map(|i| file.type_name(TypeIdx(i)).unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "Ljava/lang/Object;",
            "Lcn/app/信息;",
            "Lcn/app/𠮷;",
            "V",
            "I",
            "Lcn/app/Note;"
        ]
    );
    assert_eq!(
        file.type_descriptor(TypeIdx(1)).unwrap(),
        "Lcn/app/信息;".as_bytes()
    );
    // Six bytes in two surrogates, one character.
    assert_eq!(
        file.type_descriptor(TypeIdx(2)).unwrap().len(),
        "Lcn/app/;".len() + 6
    );
    assert_eq!(file.string_declared_len(StringIdx(2)).unwrap(), 11);
    assert_eq!(file.string(StringIdx(8)).unwrap(), "a\\uD83Db");
    assert_eq!(
        file.method_signature(MethodIdx(1)).unwrap(),
        "Lcn/app/信息;->读取(ILcn/app/信息;)V"
    );
    assert_eq!(
        file.field_signature(FieldIdx(0)).unwrap(),
        "Lcn/app/信息;->计数:I"
    );
}

#[test]
fn a_wrong_length_field_does_not_cut_the_text() {
    let mut dex = DexBuilder::default();
    dex.string("前");
    dex.string("信息");
    dex.string("后");
    dex.strings[1].0 = 1;
    let bytes = dex.build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let all: Vec<_> = (0..3).map(|i| file.string(StringIdx(i)).unwrap()).collect();
    assert_eq!(all, ["前", "信息", "后"]);
}

#[test]
fn classes_and_members_read_back() {
    let bytes = sample().build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    assert_eq!((class.class, class.access_flags), (TypeIdx(1), 1));
    assert_eq!(class.superclass, Some(TypeIdx(0)));
    assert_eq!(class.interfaces.iter().collect::<Vec<_>>(), [TypeIdx(2)]);
    assert_eq!(
        file.string(class.source_file.unwrap()).unwrap(),
        "信息.java"
    );
    let data = file.class_data(&class).unwrap().unwrap();
    let field = data.static_fields().next().unwrap().unwrap();
    assert_eq!((field.field, field.access_flags), (FieldIdx(0), 8));
    let field = data.instance_fields().next().unwrap().unwrap();
    assert_eq!((field.field, field.access_flags), (FieldIdx(1), 2));
    let methods: Vec<_> = data.methods().map(Result::unwrap).collect();
    assert_eq!(methods.len(), 2);
    assert_eq!(
        (methods[0].method, methods[0].is_direct),
        (MethodIdx(0), true)
    );
    assert_eq!(
        (methods[1].method, methods[1].is_direct),
        (MethodIdx(1), false)
    );
    assert_eq!(data.direct_methods().next().unwrap().unwrap(), methods[0]);
    assert_eq!(data.virtual_methods().next().unwrap().unwrap(), methods[1]);
    let code = file.code(methods[1].code_off).unwrap().unwrap();
    assert_eq!(
        (code.registers_size, code.ins_size, code.outs_size),
        (4, 3, 1)
    );
    let tries: Vec<_> = code.tries().map(Result::unwrap).collect();
    assert_eq!((tries[1].start_addr, tries[1].insn_count), (2, 3));
    let handlers: Vec<_> = tries[0].handlers.clone().map(Result::unwrap).collect();
    assert_eq!(handlers, [(Some(TypeIdx(1)), 11)]);
    let handlers: Vec<_> = tries[1].handlers.clone().map(Result::unwrap).collect();
    assert_eq!(handlers, [(Some(TypeIdx(2)), 11), (None, 11)]);
    let other = file.class_def(ClassDefIdx(1)).unwrap();
    assert_eq!(other.superclass, None);
    let data = file.class_data(&other).unwrap().unwrap();
    assert!(
        file.code(data.methods().next().unwrap().unwrap().code_off)
            .unwrap()
            .is_none()
    );
}

/// Three rows in each table, so that the middle one can be damaged.
fn three() -> DexBuilder {
    let mut dex = DexBuilder::default();
    for name in ["La;", "L信;", "Lz;"] {
        let ty = dex.ty(name);
        let small = u16::try_from(ty).unwrap();
        let proto = dex.proto("VL", ty, &[small]);
        let method = dex.method(ty, proto, "m");
        let field = dex.field(ty, ty, "f");
        dex.classes.push(Class {
            ty,
            interfaces: vec![small],
            static_fields: vec![(field, 0)],
            virtuals: vec![(method, 0, None)],
            ..Class::default()
        });
    }
    dex
}

#[test]
fn a_bad_row_in_the_middle_loses_only_itself() {
    let good = three().build();
    let row = |table: usize, size: usize| get_u32(&good, 0x3c + 8 * table) as usize + size;

    // The string of type 1: its offset points behind the file.
    let mut bytes = good.clone();
    let at = row(0, 0);
    let string_of_type_1 = get_u32(&good, row(1, 4)) as usize;
    put_u32(&mut bytes, at + 4 * string_of_type_1, 0x7fff_ffff);
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    assert!(matches!(
        file.type_name(TypeIdx(1)),
        Err(DexError::Truncated {
            item: Item::StringData,
            ..
        })
    ));
    assert_eq!(file.type_name(TypeIdx(0)).unwrap(), "La;");
    assert_eq!(file.type_name(TypeIdx(2)).unwrap(), "Lz;");

    // Type 1 names no string.
    let mut bytes = good.clone();
    put_u32(&mut bytes, row(1, 4), 999);
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    assert_eq!(
        file.type_name(TypeIdx(1)),
        Err(DexError::IndexOutOfRange {
            item: Item::StringId,
            index: 999,
            rows: file.n_strings()
        })
    );
    assert_eq!(
        file.method_signature(MethodIdx(2)).unwrap(),
        "Lz;->m(Lz;)Lz;"
    );
    assert_eq!(file.field_signature(FieldIdx(0)).unwrap(), "La;->f:La;");
    assert!(file.method_signature(MethodIdx(1)).is_err());

    // Prototype 1 has a parameter list outside the file.
    let mut bytes = good.clone();
    put_u32(&mut bytes, row(2, 12 + 8), 0x7fff_ffff);
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    assert!(file.proto(ProtoIdx(0)).is_ok() && file.proto(ProtoIdx(2)).is_ok());
    assert!(matches!(
        file.proto(ProtoIdx(1)),
        Err(DexError::Truncated {
            item: Item::TypeList,
            ..
        })
    ));

    // Class 1: interfaces and class data outside the file; the row itself stands.
    let mut bytes = good.clone();
    put_u32(&mut bytes, row(5, 32 + 12), 0x7fff_fff0);
    put_u32(&mut bytes, row(5, 32 + 24), 0x7fff_fff0);
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let classes: Vec<_> = file.class_defs().map(|(_, class)| class.unwrap()).collect();
    assert_eq!(classes[1].class, TypeIdx(1));
    assert!(classes[1].interfaces_error.is_some() && classes[1].interfaces.is_empty());
    assert!(file.class_data(&classes[1]).is_err());
    for class in [&classes[0], &classes[2]] {
        assert!(class.interfaces_error.is_none());
        assert_eq!(
            file.class_data(class).unwrap().unwrap().methods().count(),
            1
        );
    }
    assert!(file.class_def(ClassDefIdx(3)).is_err());
}

#[test]
fn a_member_with_an_index_outside_its_table_is_lost_alone() {
    let mut dex = three();
    dex.classes[0].virtuals = vec![(0, 0, None), (77, 0, None)];
    dex.classes[0].static_fields = vec![(1, 0), (50, 0)];
    dex.classes[0].instance_fields = vec![(2, 0)];
    let bytes = dex.build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    let data = file.class_data(&class).unwrap().unwrap();
    let methods: Vec<_> = data.methods().collect();
    assert!(methods[0].is_ok());
    assert_eq!(
        methods[1],
        Err(DexError::IndexOutOfRange {
            item: Item::MethodId,
            index: 77,
            rows: 3
        })
    );
    let fields: Vec<_> = data.static_fields().collect();
    assert!(fields[0].is_ok() && fields[1].is_err());
    assert_eq!(
        data.instance_fields().next().unwrap().unwrap().field,
        FieldIdx(2)
    );
}

#[test]
fn a_string_without_end_is_an_error() {
    let mut dex = DexBuilder::default();
    dex.string("x");
    let mut bytes = dex.build();
    let at = get_u32(&bytes, 0x3c) as usize;
    let end = u32::try_from(bytes.len()).unwrap();
    put_u32(&mut bytes, at, end);
    bytes.extend([1, b'y']);
    let container = parse(&bytes).unwrap();
    assert!(matches!(
        container.files()[0].string_bytes(StringIdx(0)),
        Err(DexError::Truncated {
            item: Item::StringData,
            ..
        })
    ));
    bytes.extend(vec![b'y'; dex_parse::limits::MAX_STRING_BYTES + 1]);
    let container = parse(&bytes).unwrap();
    assert!(matches!(
        container.files()[0].string_bytes(StringIdx(0)),
        Err(DexError::LimitExceeded { .. })
    ));
}
