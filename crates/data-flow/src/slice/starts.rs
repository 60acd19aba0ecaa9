//! Where information enters: accesses, callbacks, calls and fields of the tables, views of layouts; follows nothing.

use super::{
    Base, Body, Constant, Ctx, DefId, EventKind, FxHashSet, MAX_HELPED, SourceData, SourceSide,
    Start, Value, ValueId, Yields, op,
};

/// All places where information enters; with it, whether it is of little weight.
pub(super) fn starts(ctx: &Ctx<'_, '_>) -> Vec<(Start, bool)> {
    let program = ctx.program;
    let mut out = Vec::new();
    for def in ctx.sources.methods() {
        if !ctx.runs(*def) && !ctx.reflection.is_target(*def) {
            continue;
        }
        for (offset, yields, is_late) in ctx.sources.of(*def) {
            match *yields {
                Yields::Params => out.push((Start::Param(*def, None), *is_late)),
                Yields::Here => {
                    out.push((Start::Result(*def, *offset), *is_late));
                    out.push((Start::This(*def, *offset), *is_late));
                    if let Some(method) = crate::report::called(program.all(), *def, *offset) {
                        for row in &ctx.spec(method).sources {
                            for place in &row.values {
                                match place.base {
                                    Base::Arg(n) => {
                                        out.push((Start::Operand(*def, *offset, n), *is_late));
                                    }
                                    Base::This => {
                                        let this = Start::Operand(*def, *offset, u32::MAX);
                                        out.push((this, *is_late));
                                    }
                                    _ => {}
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    // Sources that only the tables know: calls and callbacks by name.
    let mut names: FxHashSet<program_model::NameId> = FxHashSet::default();
    for row in ctx.tables.sources.rows() {
        names.extend(program.find_name(row.name.as_bytes()));
    }
    let named: Vec<bool> = program
        .methods()
        .map(|(_, row)| names.contains(&program.selector(row.selector).0))
        .collect();
    for (def, row) in program.defs() {
        if !ctx.runs(def) {
            continue;
        }
        if named.get(row.method.index()).copied().unwrap_or(false) && !row.is_static() {
            for source in &ctx.spec(row.method).sources {
                if source.side == SourceSide::Callback && source.data != SourceData::Points {
                    for place in &source.values {
                        if let Base::Arg(n) = place.base {
                            out.push((Start::Param(def, Some(n)), false));
                        }
                    }
                }
            }
        }
        let dex = program.dex_of(def);
        for event in program.events(def) {
            if !event.kind.is_plain_invoke() {
                continue;
            }
            let Some(method) = program.method_at(dex, event.index) else {
                continue;
            };
            if !named.get(method.index()).copied().unwrap_or(false) {
                continue;
            }
            for source in &ctx.spec(method).sources {
                if source.side != SourceSide::Call
                    || matches!(source.data, SourceData::Points | SourceData::Input)
                {
                    continue;
                }
                // Where a part of an argument decides, what it is to hold stands mostly in the same method.
                if let Some(when) = source.when.as_ref().filter(|when| when.part.is_some())
                    && !when.texts.iter().any(|text| mentions(ctx, def, text))
                {
                    continue;
                }
                if source.data == SourceData::View {
                    view_starts(ctx, def, event.offset, &source.values, &mut out);
                    continue;
                }
                for place in &source.values {
                    let start = match place.base {
                        Base::Arg(n) => Start::Operand(def, event.offset, n),
                        Base::This => Start::This(def, event.offset),
                        _ => Start::Result(def, event.offset),
                    };
                    out.push((start, false));
                }
            }
        }
    }
    out
}

/// The method names a text that begins so, or reads a field of the framework that holds one.
fn mentions(ctx: &Ctx<'_, '_>, def: DefId, wanted: &str) -> bool {
    let program = ctx.program;
    let dex = program.dex_of(def);
    program.events(def).iter().any(|event| match event.kind {
        EventKind::ConstString => program
            .string_at(dex, event.index)
            .is_some_and(|text| text.starts_with(wanted.as_bytes())),
        EventKind::StaticGet => program.field_at(dex, event.index).is_some_and(|field| {
            let row = program.field(field);
            let class = program.descriptor(row.class);
            program
                .framework()
                .constant(class, program.name(row.name))
                .is_some_and(|(_, value)| value.starts_with(wanted))
        }),
        _ => false,
    })
}

/// Views that hold information enter where they are found by number, or are told what they are for.
fn view_starts(
    ctx: &Ctx<'_, '_>,
    def: DefId,
    offset: u32,
    places: &[ruleset::schema::dataflow::Place<'_>],
    out: &mut Vec<(Start, bool)>,
) {
    let program = ctx.program;
    let Some(body) = program.body(def) else {
        return;
    };
    let Some(at) = body.insn_at(offset) else {
        return;
    };
    let insn = &body.insns()[at];
    let first = usize::from(!matches!(insn.opcode, 0x71 | 0x77));
    let told = body
        .operands(at)
        .get(first)
        .and_then(|value| local_constant(ctx, def, body, value));
    for place in places {
        let start = match (&place.base, &told) {
            (Base::This, Some(told)) => ctx
                .told_by(told)
                .map(|_| Start::Operand(def, offset, u32::MAX)),
            (Base::Ret, Some(Constant::Int(id))) => {
                ctx.inputs.has(*id).then_some(Start::Result(def, offset))
            }
            // A helper is given the number by its callers.
            (Base::Ret, None) => {
                let is_given = body
                    .operands(at)
                    .get(first)
                    .is_some_and(|value| matches!(body.value(value), Value::Param(_)));
                (is_given && ctx.inputs.any() && program.n_defs() <= MAX_HELPED)
                    .then_some(Start::Result(def, offset))
            }
            _ => None,
        };
        if start.is_some() {
            ctx.reads_fields.set(true);
        }
        out.extend(start.map(|start| (start, false)));
    }
}

/// The constant that a value is, as far as the method itself tells.
fn local_constant(ctx: &Ctx<'_, '_>, def: DefId, body: &Body, value: ValueId) -> Option<Constant> {
    let Value::Insn(at) = body.value(value) else {
        return None;
    };
    let insn = body.insns().get(*at as usize)?;
    match insn.opcode {
        0x12..=0x19 => insn.literal.map(Constant::Int),
        op::CONST_STRING | op::CONST_STRING_JUMBO => {
            let text = ctx
                .program
                .string_at(ctx.program.dex_of(def), insn.index?)?;
            let text = byte_reader::mutf8::decode_printable(text).text;
            Some(Constant::Text(text.as_ref().into()))
        }
        _ => None,
    }
}
