//! Every table and item of a DEX file, within the work budget that walkers are told to use.

use dex_parse::{
    AnnotationSet, CallSiteIdx, ClassDef, ClassDefIdx, CodeItem, DexError, DexFile, EncodedValue,
    FieldIdx, MethodHandleIdx, MethodIdx, ProtoIdx, StringIdx, TypeIdx, WorkBudget,
};

/// Reads all that the bytes hold.
pub fn run(data: &[u8]) {
    let Ok(container) = dex_parse::parse(data) else {
        return;
    };
    for anomaly in container.anomalies() {
        assert!(!anomaly.to_string().is_empty());
    }
    // A tenth of the default keeps one input fast.
    let mut budget = WorkBudget::new(200_000);
    for file in container.files() {
        // An exhausted budget is how a hostile file ends.
        let _ = tables(file, &mut budget);
        let _ = classes(file, &mut budget);
    }
}

fn tables(file: &DexFile<'_>, budget: &mut WorkBudget) -> Result<(), DexError> {
    assert!(file.n_strings() as usize <= file.data().len());
    let _ = file.check_signature();
    for entry in file.map_list().iter() {
        budget.charge(1)?;
        let _ = file.map_list().find(entry.kind);
    }
    for i in 0..file.n_strings() {
        let len = file.string_bytes(StringIdx(i)).map_or(0, <[u8]>::len);
        budget.charge_bytes(len)?;
        if let Ok(text) = file.string(StringIdx(i)) {
            assert!(text.len() <= 16 * len.max(1));
        }
        let _ = file.string_declared_len(StringIdx(i));
    }
    for i in 0..file.n_types() {
        budget.charge(1)?;
        let _ = file.type_name(TypeIdx(i));
        let _ = file.type_descriptor(TypeIdx(i));
    }
    for i in 0..file.n_protos() {
        if let Ok(proto) = file.proto(ProtoIdx(i)) {
            budget
                .charge(1 + u64::from(u32::try_from(proto.parameters.len()).unwrap_or(u32::MAX)))?;
            let _ = file.proto_signature(ProtoIdx(i));
        }
    }
    for i in 0..file.n_fields() {
        budget.charge(1)?;
        let _ = file.field_signature(FieldIdx(i));
    }
    for i in 0..file.n_methods() {
        budget.charge(1)?;
        let _ = file.method_signature(MethodIdx(i));
    }
    for i in 0..file.n_method_handles() {
        budget.charge(1)?;
        let _ = file.method_handle(MethodHandleIdx(i));
    }
    for i in 0..file.n_call_sites() {
        budget.charge(1)?;
        if let Ok(site) = file.call_site(CallSiteIdx(i)) {
            for value in site.args.flatten() {
                visit(value, budget)?;
            }
        }
    }
    Ok(())
}

fn classes(file: &DexFile<'_>, budget: &mut WorkBudget) -> Result<(), DexError> {
    for (idx, class) in file.class_defs() {
        budget.charge(1)?;
        assert_eq!(file.class_def(ClassDefIdx(idx.0)).is_ok(), class.is_ok());
        let Ok(class) = class else { continue };
        for _ in class.interfaces.iter() {
            budget.charge(1)?;
        }
        for value in file.static_values(&class).flatten() {
            visit(value, budget)?;
        }
        annotations(file, &class, budget)?;
        let Ok(Some(data)) = file.class_data(&class) else {
            continue;
        };
        budget.charge_class_data(&data)?;
        for field in data.static_fields().chain(data.instance_fields()) {
            budget.charge(1)?;
            let _ = field.map(|field| file.field_id(field.field));
        }
        for method in data.methods() {
            budget.charge(1)?;
            let Ok(method) = method else { continue };
            if let Ok(Some(code)) = file.code(method.code_off) {
                code_item(file, &code, budget)?;
            }
        }
    }
    Ok(())
}

fn code_item(
    file: &DexFile<'_>,
    code: &CodeItem<'_>,
    budget: &mut WorkBudget,
) -> Result<(), DexError> {
    budget.charge_code(code)?;
    let mut last_end = 0;
    for raw in code.raw_instructions().flatten() {
        assert!(raw.offset >= last_end && raw.n_units() > 0);
        last_end = raw.offset + raw.n_units();
        assert!(last_end <= code.insns_units());
        let instruction = raw.decode();
        let _ = instruction.branch_target();
        assert!(code.instruction_at(raw.offset).is_ok());
        if let Ok(payload) = code.payload(&instruction) {
            for _ in payload.cases() {
                budget.charge(1)?;
            }
        }
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
    Ok(())
}

fn annotations(
    file: &DexFile<'_>,
    class: &ClassDef<'_>,
    budget: &mut WorkBudget,
) -> Result<(), DexError> {
    let Ok(Some(directory)) = file.annotations(class) else {
        return Ok(());
    };
    if let Ok(set) = directory.class() {
        annotation_set(&set, budget)?;
    }
    for (_, set) in directory.fields().flatten_pairs() {
        annotation_set(&set, budget)?;
    }
    for (_, set) in directory.methods().flatten_pairs() {
        annotation_set(&set, budget)?;
    }
    for (_, sets) in directory.parameters() {
        budget.charge(1)?;
        let Ok(sets) = sets else { continue };
        for set in sets.flatten() {
            annotation_set(&set, budget)?;
        }
    }
    Ok(())
}

/// Members whose annotation set can be read.
trait FlattenPairs<M, S> {
    fn flatten_pairs(self) -> impl Iterator<Item = (M, S)>;
}

impl<M, S, E, I: Iterator<Item = (M, Result<S, E>)>> FlattenPairs<M, S> for I {
    fn flatten_pairs(self) -> impl Iterator<Item = (M, S)> {
        self.filter_map(|(member, set)| Some((member, set.ok()?)))
    }
}

fn annotation_set(set: &AnnotationSet<'_>, budget: &mut WorkBudget) -> Result<(), DexError> {
    budget.charge(1)?;
    for annotation in set.iter() {
        budget.charge(1)?;
        let Ok(annotation) = annotation else { continue };
        for element in annotation.elements() {
            budget.charge(1)?;
            if let Ok((_, value)) = element {
                visit(value, budget)?;
            }
        }
    }
    Ok(())
}

fn visit(value: EncodedValue<'_>, budget: &mut WorkBudget) -> Result<(), DexError> {
    // Nested values wait on a list: nothing here goes as deep as the input does.
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        budget.charge(1)?;
        match value {
            EncodedValue::Array(array) => {
                budget.charge_bytes(array.byte_len())?;
                waiting.extend(array.iter().flatten());
            }
            EncodedValue::Annotation(annotation) => {
                budget.charge_bytes(annotation.byte_len())?;
                let values = annotation.elements().flatten().map(|(_, value)| value);
                waiting.extend(values);
            }
            _ => {}
        }
    }
    Ok(())
}
