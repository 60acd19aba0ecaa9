//! Hostile files: truncation, mutation, shared data; no panic and no quadratic time.

use dex_parse::{
    CallSiteIdx, ClassDefIdx, DexError, EncodedValue, FieldIdx, MethodHandleIdx, MethodIdx,
    ProtoIdx, StringIdx, TypeIdx, WorkBudget, parse, print,
};

use crate::support::{DexBuilder, container, get_u32, put_u32, sample, seal};

fn visit(value: EncodedValue<'_>, budget: &mut WorkBudget) -> Result<(), DexError> {
    budget.charge(1)?;
    match value {
        EncodedValue::Array(array) => {
            budget.charge_bytes(array.byte_len())?;
            for value in array.iter().flatten() {
                visit(value, budget)?;
            }
        }
        EncodedValue::Annotation(annotation) => {
            budget.charge_bytes(annotation.byte_len())?;
            for (_, value) in annotation.elements().flatten() {
                visit(value, budget)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Asks for everything there is, within the budget.
fn walk(bytes: &[u8]) -> Result<u64, DexError> {
    let container = parse(bytes)?;
    let mut budget = container.work_budget();
    for file in container.files() {
        let _ = file.check_signature();
        for i in 0..file.n_strings() {
            let len = file.string_bytes(StringIdx(i)).map_or(0, <[u8]>::len);
            budget.charge_bytes(len)?;
            let _ = file.string(StringIdx(i));
            let _ = file.string_declared_len(StringIdx(i));
        }
        for i in 0..file.n_types() {
            let _ = file.type_name(TypeIdx(i));
        }
        for i in 0..file.n_protos() {
            if let Ok(proto) = file.proto(ProtoIdx(i)) {
                budget.charge(1 + proto.parameters.len() as u64)?;
                let _ = file.proto_signature(ProtoIdx(i));
            }
        }
        for i in 0..file.n_fields() {
            let _ = file.field_signature(FieldIdx(i));
        }
        for i in 0..file.n_methods() {
            budget.charge(1)?;
            let _ = file.method_signature(MethodIdx(i));
        }
        for i in 0..file.n_method_handles() {
            let _ = file.method_handle(MethodHandleIdx(i));
        }
        for i in 0..file.n_call_sites() {
            if let Ok(site) = file.call_site(CallSiteIdx(i)) {
                for value in site.args.flatten() {
                    visit(value, &mut budget)?;
                }
            }
        }
        for (idx, class) in file.class_defs() {
            budget.charge(1)?;
            assert_eq!(file.class_def(idx).is_ok(), class.is_ok());
            let Ok(class) = class else { continue };
            budget.charge(class.interfaces.len() as u64)?;
            for value in file.static_values(&class).flatten() {
                visit(value, &mut budget)?;
            }
            if let Ok(Some(directory)) = file.annotations(&class) {
                let class_set = directory.class().into_iter();
                let fields = directory.fields().flat_map(|(_, set)| set);
                let methods = directory.methods().flat_map(|(_, set)| set);
                let parameters = directory
                    .parameters()
                    .flat_map(|(_, sets)| sets)
                    .flatten()
                    .flatten();
                for set in class_set.chain(fields).chain(methods).chain(parameters) {
                    budget.charge(1)?;
                    for annotation in set.iter().flatten() {
                        for (_, value) in annotation.elements().flatten() {
                            visit(value, &mut budget)?;
                        }
                    }
                }
            }
            let Ok(Some(data)) = file.class_data(&class) else {
                continue;
            };
            budget.charge_class_data(&data)?;
            for field in data.static_fields().chain(data.instance_fields()) {
                budget.charge(1)?;
                assert!(field.map_or(0, |field| field.field.0) <= file.n_fields());
            }
            for method in data.methods() {
                budget.charge(1)?;
                let Ok(method) = method else { continue };
                let Ok(Some(code)) = file.code(method.code_off) else {
                    continue;
                };
                budget.charge_code(&code)?;
                for raw in code.raw_instructions().flatten() {
                    let instruction = raw.decode();
                    assert!(raw.offset + raw.n_units() <= code.insns_units());
                    let _ = raw.index();
                    if let Ok(payload) = code.payload(&instruction) {
                        budget.charge(payload.cases().len() as u64)?;
                    }
                    let _ = print(file, &instruction, (&code).into()).to_string();
                }
                for block in code.tries().flatten() {
                    for _ in block.handlers {
                        budget.charge(1)?;
                    }
                }
                let mut lines = file.debug_lines(code.debug_info_off);
                lines.by_ref().for_each(drop);
                budget.charge(u64::from(lines.steps()))?;
                let _ = file.line_at(code.debug_info_off, 3);
                if let Ok(Some(info)) = file.debug_info(code.debug_info_off) {
                    for _ in info.parameter_names() {
                        budget.charge(1)?;
                    }
                }
            }
        }
    }
    Ok(budget.spent())
}

#[test]
fn an_honest_file_needs_less_than_a_unit_per_byte() {
    let bytes = sample().build();
    assert!(walk(&bytes).unwrap() < bytes.len() as u64);
}

#[test]
fn every_truncation_is_survived() {
    let mut v41 = sample();
    v41.version = Some(*b"041");
    for bytes in [sample().build(), container(&[v41.clone(), v41])] {
        for len in 0..bytes.len() {
            let cut = &bytes[..len];
            let _ = walk(cut);
            // With its size field made good the damage is in the tables only.
            if len >= 0x78 {
                let mut cut = cut.to_vec();
                put_u32(&mut cut, 0x20, u32::try_from(len).unwrap());
                seal(&mut cut, 0, len);
                let _ = walk(&cut);
            }
        }
    }
}

/// A small generator so that the mutations are the same on every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap()
    }
}

#[test]
fn random_mutations_are_survived() {
    let mut v41 = sample();
    v41.version = Some(*b"041");
    let seeds = [sample().build(), container(&[v41.clone(), v41])];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let interesting = [0, 1, 0x7f, 0x80, 0xff, 0x1c, 0x1d];
    for round in 0..6000 {
        let mut bytes = seeds[round % 2].clone();
        for _ in 0..=random.below(8) {
            // The magic stays, or most rounds would end at once.
            let at = 8 + random.below(bytes.len() - 12);
            match random.below(4) {
                0 => bytes[at] ^= 1 << random.below(8),
                1 => bytes[at] = interesting[random.below(interesting.len())],
                2 => {
                    let value = u32::try_from(random.below(bytes.len() + 8)).unwrap();
                    put_u32(&mut bytes, at & !3, value);
                }
                _ => put_u32(&mut bytes, at & !3, u32::MAX >> random.below(32)),
            }
        }
        let _ = walk(&bytes);
    }
}

#[test]
fn many_classes_on_one_huge_method_meet_the_budget() {
    let mut dex = sample();
    let code = dex.classes[0].direct[0].2.as_mut().unwrap();
    code.insns = vec![0; 50_000];
    let class = dex.classes[0].clone();
    dex.classes = vec![
        crate::support::Class {
            ty: 1,
            ..Default::default()
        };
        20_000
    ];
    dex.classes[0] = class;
    let mut bytes = dex.build();
    let rows = get_u32(&bytes, 0x64) as usize;
    let data = get_u32(&bytes, rows + 24);
    for i in 0..20_000 {
        put_u32(&mut bytes, rows + 32 * i + 24, data);
    }
    let parsed = parse(&bytes).unwrap();
    let last = parsed.files()[0].class_def(ClassDefIdx(19_999)).unwrap();
    assert_eq!(last.class_data_off, data);
    // A thousand million instructions without the budget.
    let limit_kilo = u32::try_from(bytes.len() * 4 / 1000).unwrap();
    assert_eq!(walk(&bytes), Err(DexError::BudgetExhausted { limit_kilo }));
}

#[test]
fn overlapping_code_items_are_read_where_they_are() {
    // The code of the second method begins two units into the instructions of the first.
    let mut dex = sample();
    let insns = vec![0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0x000e, 0x000e];
    let class = &mut dex.classes[0];
    for (_, _, code) in class.direct.iter_mut().chain(&mut class.virtuals) {
        let code = code.as_mut().unwrap();
        code.insns.clone_from(&insns);
        code.tries.clear();
    }
    let bytes = dex.build();
    let parsed = parse(&bytes).unwrap();
    let file = &parsed.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    let first = file
        .class_data(&class)
        .unwrap()
        .unwrap()
        .methods()
        .next()
        .unwrap()
        .unwrap();
    let inner = file.code(first.code_off + 16 + 4).unwrap().unwrap();
    assert_eq!((inner.registers_size, inner.insns_units()), (1, 1));
    assert!(walk(&bytes).is_ok());
}

#[test]
fn many_methods_on_one_long_debug_info_meet_the_budget() {
    let mut dex = sample();
    let (method, flags, code) = dex.classes[0].direct[0].clone();
    let mut code = code.unwrap();
    // A hundred thousand steps and no row.
    code.debug = Some([vec![1, 0], vec![0x07; 100_000], vec![0]].concat());
    dex.classes[0].direct[0] = (method, flags, Some(code));
    for _ in 0..2000 {
        let class = dex.classes[1].clone();
        dex.classes.push(class);
    }
    let mut bytes = dex.build();
    let rows = get_u32(&bytes, 0x64) as usize;
    let data = get_u32(&bytes, rows + 24);
    for i in 0..2000 {
        put_u32(&mut bytes, rows + 32 * i + 24, data);
    }
    assert!(matches!(
        walk(&bytes),
        Err(DexError::BudgetExhausted { .. })
    ));
}

#[test]
fn member_lists_longer_than_their_table_are_refused() {
    let mut dex = sample();
    dex.classes[0].static_fields = vec![(0, 8), (0, 8), (0, 8)];
    let bytes = dex.build();
    let parsed = parse(&bytes).unwrap();
    let file = &parsed.files()[0];
    let class = file.class_def(ClassDefIdx(0)).unwrap();
    assert!(matches!(
        file.class_data(&class).unwrap_err(),
        DexError::Invalid {
            item: dex_parse::Item::ClassData,
            ..
        }
    ));
    let other = file.class_def(ClassDefIdx(1)).unwrap();
    assert!(file.class_data(&other).is_ok());
}

#[test]
fn many_strings_on_one_long_text_meet_the_budget() {
    let mut dex = DexBuilder::default();
    dex.string(&"信".repeat(100_000));
    for _ in 0..10_000 {
        dex.string("");
    }
    let mut bytes = dex.build();
    let rows = get_u32(&bytes, 0x3c) as usize;
    let at = get_u32(&bytes, rows);
    for i in 0..10_000 {
        put_u32(&mut bytes, rows + 4 * i, at);
    }
    assert!(matches!(
        walk(&bytes),
        Err(DexError::BudgetExhausted { .. })
    ));
}

#[test]
fn the_budget_stays_empty_once_it_is() {
    let mut budget = WorkBudget::new(10);
    assert!(budget.charge(9).is_ok());
    assert!(budget.charge(2).is_err());
    assert!(budget.charge(1).is_err());
    assert_eq!((budget.left(), budget.spent()), (0, 10));
    assert!(WorkBudget::for_len(0).charge(60_000).is_ok());
}

#[test]
fn files_are_shared_between_threads() {
    fn shared<T: Sync + Send>(_: &T) {}
    let bytes = sample().build();
    shared(&parse(&bytes).unwrap());
}
