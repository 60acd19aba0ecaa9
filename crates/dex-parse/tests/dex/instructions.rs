//! Instructions: every opcode's operands, payloads, damage, and the printed form.

use dex_parse::opcode::{Format, IndexKind, info, op};
use dex_parse::{
    ClassDefIdx, CodeItem, DexError, Item, Payload, RegisterNames, Registers, parse, print,
};

use crate::support::{Class, Code, DexBuilder, sample};

/// Runs `check` on a method with `insns`.
fn with_code(insns: &[u16], check: impl FnOnce(&CodeItem<'_>)) {
    let mut dex = DexBuilder::default();
    let ty = dex.ty("La;");
    let proto = dex.proto("V", ty, &[]);
    let method = dex.method(ty, proto, "m");
    let code = Code {
        registers: 16,
        ins: 2,
        insns: insns.to_vec(),
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
    check(&file.code(method.code_off).unwrap().unwrap());
}

/// Operands a format gives for the units 0xBAop, 0x8c72, 0xfedc, 0x9876, 0x5432:
/// registers, literal, branch, index.
fn expected(format: Format) -> (Vec<u16>, Option<i64>, Option<i32>, Option<u32>) {
    let index = Some(0x8c72);
    match format {
        Format::F10x => (vec![], None, None, None),
        Format::F12x => (vec![0xa, 0xb], None, None, None),
        Format::F11n => (vec![0xa], Some(-5), None, None),
        Format::F11x => (vec![0xba], None, None, None),
        Format::F10t => (vec![], None, Some(-70), None),
        Format::F20t => (vec![], None, Some(-0x738e), None),
        Format::F22x => (vec![0xba, 0x8c72], None, None, None),
        Format::F21t => (vec![0xba], None, Some(-0x738e), None),
        Format::F21s => (vec![0xba], Some(-0x738e), None, None),
        Format::F21h => (vec![0xba], Some(-0x738e_0000), None, None),
        Format::F21c => (vec![0xba], None, None, index),
        Format::F23x => (vec![0xba, 0x72, 0x8c], None, None, None),
        Format::F22b => (vec![0xba, 0x72], Some(-116), None, None),
        Format::F22t => (vec![0xa, 0xb], None, Some(-0x738e), None),
        Format::F22s => (vec![0xa, 0xb], Some(-0x738e), None, None),
        Format::F22c => (vec![0xa, 0xb], None, None, index),
        Format::F30t => (vec![], None, Some(-0x0123_738e), None),
        Format::F32x => (vec![0x8c72, 0xfedc], None, None, None),
        Format::F31i => (vec![0xba], Some(-0x0123_738e), None, None),
        Format::F31t => (vec![0xba], None, Some(-0x0123_738e), None),
        Format::F31c => (vec![0xba], None, None, Some(0xfedc_8c72)),
        // The count is the high nibble, which 0xb exceeds; five is the most there is.
        Format::F35c | Format::F45cc => (vec![0xc, 0xd, 0xe, 0xf, 0xa], None, None, index),
        Format::F3rc | Format::F4rcc => ((0xfedc..0xfedc + 0xba).collect(), None, None, index),
        Format::F51l => (vec![0xba], Some(0x5432_9876_fedc_8c72), None, None),
        _ => unreachable!("no expectation for {format:?}"),
    }
}

#[test]
fn every_opcode_is_decoded_by_its_format() {
    for opcode in 1..=255_u8 {
        let row = info(opcode);
        let units = usize::from(row.format.units());
        let all = [0xba00 | u16::from(opcode), 0x8c72, 0xfedc, 0x9876, 0x5432];
        let insns = [&all[..units], &[0x000e]].concat();
        with_code(&insns, |code| {
            let read: Vec<_> = code.raw_instructions().collect();
            assert_eq!(read.len(), 2, "{opcode:#x}");
            if row.is_unused() {
                assert!(matches!(
                    read[0],
                    Err(DexError::Invalid { item: Item::Instruction, offset }) if offset == code.insns_off
                ));
                return;
            }
            let raw = read[0].unwrap();
            assert_eq!((raw.offset, raw.opcode()), (0, opcode));
            assert_eq!(raw.n_units() as usize, units);
            assert_eq!(read[1].unwrap().opcode(), op::RETURN_VOID);
            let instruction = raw.decode();
            let (registers, mut literal, branch, index) = expected(row.format);
            if opcode == op::CONST_WIDE_HIGH16 {
                literal = Some(-0x738e << 48);
            }
            assert_eq!(
                instruction.registers.iter().collect::<Vec<_>>(),
                registers,
                "{opcode:#x}"
            );
            assert_eq!(instruction.literal, literal, "{opcode:#x}");
            assert_eq!(instruction.branch, branch, "{opcode:#x}");
            assert_eq!(instruction.index, index, "{opcode:#x}");
            assert_eq!(
                index.is_some(),
                row.index_kind != IndexKind::None,
                "{opcode:#x}"
            );
            assert_eq!(raw.index(), index.unwrap_or(u32::MAX), "{opcode:#x}");
            let polymorphic = matches!(row.format, Format::F45cc | Format::F4rcc);
            assert_eq!(instruction.proto, polymorphic.then_some(0x9876));
            assert_eq!(raw.unit(units), 0);
        });
    }
}

#[test]
fn branch_targets_are_absolute_and_checked() {
    // nop, goto -1, goto/16 +100, goto -100.
    with_code(&[0x0000, 0xff28, 0x0029, 0x0064, 0x9c28], |code| {
        let all: Vec<_> = code
            .raw_instructions()
            .map(|raw| raw.unwrap().decode())
            .collect();
        assert_eq!(all[0].branch_target(), None);
        assert_eq!(all[1].branch_target(), Some(0));
        assert_eq!(all[2].branch_target(), Some(102));
        assert_eq!(all[3].branch_target(), None);
    });
}

#[test]
fn payloads_are_pseudo_instructions_with_their_data() {
    let insns = [
        0x002b, 0x000a, 0x0000, // 0: packed-switch v0, +10
        0x002c, 0x000f, 0x0000, // 3: sparse-switch v0, +15
        0x0026, 0x0016, 0x0000, // 6: fill-array-data v0, +22
        0x000e, // 9: return-void
        0x0100, 0x0002, 0xffff, 0xffff, 0x0009, 0x0000, 0xfffe, 0xffff, // 10: keys -1, 0
        0x0200, 0x0002, 0x0001, 0x0000, 0x0064, 0x0000, 0x0006, 0x0000, 0x0003, 0x0000, // 18
        0x0300, 0x0001, 0x0003, 0x0000, 0x2211, 0x0033, // 28: three bytes, padded
        0x0400, // 34: nop with a high byte that is no payload
        0x000e, // 35
    ];
    with_code(&insns, |code| {
        let all: Vec<_> = code.raw_instructions().map(Result::unwrap).collect();
        let shape: Vec<_> = all
            .iter()
            .map(|raw| (raw.offset, raw.is_payload()))
            .collect();
        assert_eq!(
            shape,
            [
                (0, false),
                (3, false),
                (6, false),
                (9, false),
                (10, true),
                (18, true),
                (28, true),
                (34, false),
                (35, false),
            ]
        );
        let payload = code.payload(&all[0].decode()).unwrap();
        assert_eq!(payload.cases().collect::<Vec<_>>(), [(-1, 9), (0, -2)]);
        // Sparse at +15 = 18, array at +22 = 28.
        let payload = code.payload(&all[1].decode()).unwrap();
        assert_eq!(payload.cases().collect::<Vec<_>>(), [(1, 6), (100, 3)]);
        let payload = code.payload(&all[2].decode()).unwrap();
        assert_eq!(
            payload,
            Payload::FillArrayData {
                element_width: 1,
                count: 3,
                data: &[0x11, 0x22, 0x33]
            }
        );
        assert_eq!(payload.cases().count(), 0);
        assert!(code.payload(&all[3].decode()).is_err());
        assert!(all[4].decode().is_payload && all[4].decode().registers.is_empty());
        assert!(all[7].payload().is_none());
    });
}

#[test]
fn a_payload_of_another_kind_or_cut_off_is_refused() {
    // packed-switch that points at an array, at an instruction, outside.
    for target in [4_u16, 3, 0xfff0, 400] {
        let insns = [0x002b, target, 0, 0x000e, 0x0300, 1, 0, 0];
        with_code(&insns, |code| {
            let raw = code.raw_instructions().next().unwrap().unwrap();
            assert!(matches!(
                code.payload(&raw.decode()),
                Err(DexError::Invalid {
                    item: Item::Payload,
                    ..
                })
            ));
        });
    }
    for insns in [
        &[0x0100_u16][..],
        &[0x0100, 1, 0, 0],
        &[0x0200, 0xffff, 0],
        &[0x0300, 0xffff, 0xffff, 0xffff, 0],
        &[0x006e, 1],
        &[0x0018, 1, 2, 3],
    ] {
        with_code(insns, |code| {
            let all: Vec<_> = code.raw_instructions().collect();
            assert_eq!(all.len(), 1, "{insns:x?}");
            assert!(matches!(
                all[0],
                Err(DexError::Truncated {
                    item: Item::Instruction,
                    ..
                })
            ));
        });
    }
}

#[test]
fn an_unused_opcode_costs_one_unit_and_the_rest_is_read() {
    with_code(&[0x003e, 0x1079, 0x000e], |code| {
        let all: Vec<_> = code.raw_instructions().collect();
        assert!(all[0].is_err() && all[1].is_err());
        assert_eq!(all[2].unwrap().offset, 2);
    });
}

#[test]
fn ranges_that_pass_the_last_register_are_cut() {
    let range = Registers::Range {
        start: 0xfffe,
        count: 4,
    };
    assert_eq!(range.iter().collect::<Vec<_>>(), [0xfffe, 0xffff]);
    assert_eq!(
        (range.get(1), range.get(2), range.get(9)),
        (Some(0xffff), None, None)
    );
}

#[test]
fn printed_instructions_name_what_they_use() {
    let bytes = sample().build();
    let container = parse(&bytes).unwrap();
    let file = &container.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    let data = file.class_data(&class).unwrap().unwrap();
    let method = data.methods().next().unwrap().unwrap();
    let code = file.code(method.code_off).unwrap().unwrap();
    let text = |names| -> Vec<String> {
        code.raw_instructions()
            .map(|raw| print(file, &raw.unwrap().decode(), names).to_string())
            .collect()
    };
    assert_eq!(
        text(RegisterNames::from(&code)),
        [
            "const-string v0, \"标签𠮷\"",
            "invoke-virtual {p0}, Lcn/app/𠮷;->run()V",
            "invoke-custom {p0}, call_site@0",
            "packed-switch v0, +4",
            "return-void",
            ".payload",
        ]
    );
    assert_eq!(
        text(RegisterNames::Plain)[1],
        "invoke-virtual {v1}, Lcn/app/𠮷;->run()V"
    );

    let printed = |units: &[u16]| {
        let mut text = String::new();
        with_code(units, |code| {
            let raw = code.raw_instructions().next().unwrap().unwrap();
            text = print(file, &raw.decode(), RegisterNames::Plain).to_string();
        });
        text
    };
    let cases: &[(&[u16], &str)] = &[
        (&[0xf112], "const/4 v1, -0x1"),
        (
            &[0x0119, 0x3ff0],
            "const-wide/high16 v1, 0x3ff0000000000000",
        ),
        (&[0x2152, 0], "iget v1, v2, Lcn/app/信息;->计数:I"),
        (&[0x0022, 1], "new-instance v0, Lcn/app/信息;"),
        (&[0x0222, 99], "new-instance v2, type@99"),
        (&[0x2132, 0xfffe], "if-eq v1, v2, -2"),
        (
            &[0x0374, 2, 5],
            "invoke-virtual/range {v5 .. v7}, Lcn/app/𠮷;->run()V",
        ),
        (&[0x0071, 2, 0], "invoke-static {}, Lcn/app/𠮷;->run()V"),
        (
            &[0x0074, 2, 0],
            "invoke-virtual/range {}, Lcn/app/𠮷;->run()V",
        ),
        (
            &[0x20fa, 2, 0x0010, 1],
            "invoke-polymorphic {v0, v1}, Lcn/app/𠮷;->run()V, (ILcn/app/信息;)V",
        ),
        (&[0x00ff, 1], "const-method-type v0, (ILcn/app/信息;)V"),
        (&[0x00d8, 0x8001], "add-int/lit8 v0, v1, -0x80"),
        (&[0x0390, 0x0504], "add-int v3, v4, v5"),
    ];
    for (units, expected) in cases {
        assert_eq!(printed(units), *expected);
    }
}
