//! How one mark leads to others: along uses, calls, fields, channels and what is thrown; decides nothing about what
//! is kept.

use program_model::Operands;
use smallvec::{SmallVec, smallvec};

use super::{
    ANSWER, Base, Binding, DefId, Effect, EventKind, From, FxHashSet, LinkEnd, MAX_HELPED,
    MAX_HOLDER_MARKS, MAX_HOLDERS, MAX_NAMED, MAX_PUTTING, MAX_THROWN, Mark, NONE, Search, Sel,
    Side, Spec, Start, Value, ValueId, edges_at, field_mark, op,
};

impl Search<'_, '_, '_, '_> {
    pub(super) fn spread(&mut self, mark: Mark) {
        match mark {
            Mark::Value(def, value) => self.spread_value(def, value),
            Mark::Changed(def, value) => {
                self.mark(Mark::Value(def, value));
                self.spread_back(def, value);
            }
            Mark::Field(sel) => {
                if self.ctx.reflection.fields.contains(&sel) {
                    self.mark_reflected();
                }
                let list = self
                    .reverse
                    .readers
                    .get(&sel)
                    .map_or(&[][..], Vec::as_slice);
                for (def, offset) in list {
                    self.mark_result(*def, *offset);
                }
            }
            Mark::Result(def) => {
                self.answered(def);
                if self.ctx.reflection.is_target(def) {
                    self.mark_reflected();
                }
                for (caller, offset, binding, from) in self.callers_of(def) {
                    self.from = from;
                    self.mark_result(caller, offset);
                    if binding != Binding::Call {
                        // The table's row may hand the result of a callback on: to the call's result or its operands.
                        self.mark_operand(caller, offset, 0);
                    }
                }
                self.from = From::Inside;
                let list = self.reverse.handed.get(&def).map_or(&[][..], Vec::as_slice);
                for (callee, to) in list {
                    self.mark_param(*callee, *to);
                }
                self.handed_on(def);
            }
            Mark::Thrown(def) => self.spread_thrown(def),
            Mark::Given(def) => {
                self.from = From::Inside;
                self.changed_result(def);
            }
            Mark::Channel(name) => {
                let list = self
                    .reverse
                    .takers
                    .get(&name)
                    .map_or(&[][..], Vec::as_slice);
                for &(def, offset) in list {
                    if let Some(offset) = offset {
                        self.taken(name, def, offset);
                    } else {
                        let n = self.ctx.spec(self.ctx.program.def(def).method).params.len();
                        for k in 0..n {
                            let k = u32::try_from(k).unwrap_or(u32::MAX);
                            self.start(&Start::Param(def, Some(k)));
                        }
                    }
                }
            }
        }
    }

    /// Rows may call a method of this name and hand its result on: to what the call gives, or to another callback.
    fn handed_on(&mut self, def: DefId) {
        let program = self.ctx.program;
        let row = program.def(def);
        if row.is_static() || program.n_defs() > MAX_HELPED {
            return;
        }
        let (name, _) = program.selector(program.method(row.method).selector);
        let list = self
            .reverse
            .asking
            .get(&name)
            .map_or(&[][..], Vec::as_slice);
        if list.len() > MAX_NAMED {
            return;
        }
        for &(caller, offset) in list {
            self.mark_result(caller, offset);
            let Some(method) = crate::report::called(program.all(), caller, offset) else {
                continue;
            };
            let spec = self.ctx.spec(method);
            for effect in spec.effects.iter().flatten() {
                if let Effect::Call { method, args, .. } = effect
                    && args.iter().flatten().any(|place| place.base == Base::Ret)
                {
                    self.call_named(method, args.len());
                }
            }
        }
    }

    /// What a call takes from a channel is where its row says.
    fn taken(&mut self, name: u32, def: DefId, offset: u32) {
        let ctx = self.ctx;
        let Some(method) = crate::report::called(ctx.program.all(), def, offset) else {
            return;
        };
        let spec = ctx.spec(method);
        let first = self.first(def, offset);
        for effect in spec.effects.iter().flatten() {
            let Effect::Flow { from, to, .. } = effect else {
                continue;
            };
            if matches!(from.base, Base::Static(cell) if ctx.name(cell) == name) {
                match to.base {
                    Base::Ret => self.mark_result(def, offset),
                    Base::This => self.mark_operand(def, offset, 0),
                    _ => {}
                }
            }
        }
        for end in &spec.channels {
            if end.side != Side::Get || ctx.name(end.channel) != name {
                continue;
            }
            for place in &end.values {
                match place.base {
                    Base::Ret => self.mark_result(def, offset),
                    Base::This => self.mark_operand(def, offset, 0),
                    Base::Arg(n) => {
                        if let Some(param) = spec.params.get(n as usize) {
                            self.mark_operand(def, offset, first + usize::from(param.slot));
                        }
                    }
                    _ => {
                        for n in 0..4 {
                            self.mark_operand(def, offset, n);
                        }
                    }
                }
            }
        }
    }

    /// What the method gives back may leave the app, or go into a channel.
    fn answered(&mut self, def: DefId) {
        let ctx = self.ctx;
        let spec = ctx.spec(ctx.program.def(def).method);
        let leaves = spec
            .sinks
            .iter()
            .any(|sink| sink.via == Some(ANSWER) && ctx.answers_outside(def, &spec, sink.kind));
        if leaves {
            self.ends.extend(self.current);
        }
        for end in &spec.channels {
            if end.side == Side::Put && end.values.iter().any(|place| place.base == Base::Ret) {
                let name = ctx.name(end.channel);
                self.mark(Mark::Channel(name));
            }
        }
    }

    /// What a member looked up by name yields comes out of any call through one.
    fn mark_reflected(&mut self) {
        let ctx = self.ctx;
        let before = std::mem::replace(&mut self.from, From::Inside);
        for (def, offset) in &ctx.reflection.uses {
            self.mark_result(*def, *offset);
        }
        self.from = before;
    }

    fn spread_thrown(&mut self, def: DefId) {
        let list = self.callers_of(def);
        if list.len() > MAX_THROWN {
            return;
        }
        for (caller, offset, binding, from) in list {
            self.from = from;
            self.thrown_at(caller, offset);
            if binding != Binding::Call {
                // What a task throws is kept by what stands for the task.
                self.mark_result(caller, offset);
                self.failure_told(caller, offset);
            }
        }
    }

    /// What a callback throws may be handed to another one, as the row of the call says.
    fn failure_told(&mut self, def: DefId, offset: u32) {
        let Some(method) = crate::report::called(self.ctx.program.all(), def, offset) else {
            return;
        };
        let spec = self.ctx.spec(method);
        let effects: Vec<&Effect<'_>> = spec.effects.iter().flatten().collect();
        for effect in &effects {
            let Effect::Call {
                failed: Some(to), ..
            } = effect
            else {
                continue;
            };
            for effect in &effects {
                if let Effect::Call { method, args, .. } = effect
                    && args.iter().flatten().any(|place| place.base == to.base)
                {
                    self.call_named(method, args.len());
                }
            }
        }
    }

    /// Something is thrown at an offset: its handlers in the method get it, or else the callers.
    pub(super) fn thrown_at(&mut self, def: DefId, offset: u32) {
        if !self.handled_at(def, offset) {
            self.mark(Mark::Thrown(def));
        }
    }

    /// What is thrown at an offset is seen by its handlers in the method. False when there are none.
    fn handled_at(&mut self, def: DefId, offset: u32) -> bool {
        let (Some(uses), Some(body)) = (self.uses(def), self.ctx.program.body(def)) else {
            return true;
        };
        let Some(at) = body.insn_at(offset) else {
            return true;
        };
        let blocks = body.blocks();
        let from = body.block_of(at);
        let number = u32::try_from(from).unwrap_or(NONE);
        let mut handled = false;
        for to in &blocks[from].succs {
            let handler = &blocks[*to as usize];
            if !handler.preds.contains(&(number, true)) {
                continue;
            }
            handled = true;
            let is_read = body
                .insns()
                .get(handler.first)
                .is_some_and(|insn| insn.opcode == op::MOVE_EXCEPTION);
            if is_read && let Some(value) = uses.result_of.get(handler.first).copied().flatten() {
                self.mark(Mark::Value(def, value));
            }
        }
        handled
    }

    /// An object was changed: so was whatever else names it.
    fn spread_back(&mut self, def: DefId, value: ValueId) {
        let program = self.ctx.program;
        let Some(body) = program.body(def) else {
            return;
        };
        match body.value(value) {
            Value::Undefined => {}
            Value::Merge(inputs) => {
                for input in inputs {
                    self.mark(Mark::Changed(def, *input));
                }
            }
            Value::Param(slot) => {
                let row = program.def(def);
                let first = u16::from(!row.is_static());
                let spec = self.ctx.spec(row.method);
                self.answered(def);
                for end in spec.channels.iter().filter(|end| end.side == Side::Deliver) {
                    let name = self.ctx.name(end.channel);
                    let is_own = end.values.iter().any(|place| match place.base {
                        Base::Arg(n) => spec
                            .params
                            .get(n as usize)
                            .is_some_and(|param| first + param.slot == *slot),
                        _ => false,
                    });
                    if is_own && self.ctx.shared.contains(&name) {
                        self.mark(Mark::Channel(name));
                    }
                }
                if self.from == From::Caller {
                    let slots = self.changed.entry(def).or_default();
                    if !slots.contains(slot) {
                        slots.push(*slot);
                    }
                }
                for (caller, offset, binding, from) in self.callers_of(def) {
                    self.from = from;
                    if binding == Binding::Call {
                        self.mark_operand(caller, offset, usize::from(*slot));
                        continue;
                    }
                    for link in self.ctx.graph.links(binding) {
                        if link.to == LinkEnd::Param(*slot)
                            && let LinkEnd::Operand(n) | LinkEnd::Inside(n) = link.from
                        {
                            self.mark_operand(caller, offset, usize::from(n));
                        }
                    }
                }
            }
            Value::Insn(at) => {
                let at = *at as usize;
                let insn = &body.insns()[at];
                let dex = program.dex_of(def);
                match insn.opcode {
                    0x52..=0x58 | 0x60..=0x66 => {
                        if let Some(field) = insn.index.and_then(|n| program.field_at(dex, n)) {
                            let sel = field_mark(self.ctx, field, insn.opcode >= 0x60);
                            self.mark(Mark::Field(sel));
                            self.changed_where_put(sel);
                        }
                    }
                    0x44..=0x4a => {
                        if let Some(array) = body.operands(at).get(0) {
                            self.mark(Mark::Changed(def, array));
                        }
                    }
                    _ if insn.is_move() => {
                        if let Some(from) = body.operands(at).get(0) {
                            self.mark(Mark::Changed(def, from));
                        }
                    }
                    op::NEW_INSTANCE => self.changed_inside(def, value),
                    _ if insn.is_move_result() => {
                        let Some(call) = at.checked_sub(1) else {
                            return;
                        };
                        let invoke = &body.insns()[call];
                        if !invoke.is_invoke() {
                            return;
                        }
                        let edges = self.ctx.edges(def);
                        let mut entered = false;
                        for edge in edges_at(&edges, invoke.offset)
                            .filter(|edge| edge.binding == Binding::Call)
                        {
                            entered = true;
                            self.mark(Mark::Given(edge.callee));
                        }
                        if !entered {
                            // A part of the receiver, or of what the call was given.
                            let n = body.operands(call).iter().count().min(6);
                            for k in 0..n {
                                if let Some(value) = body.operands(call).get(k) {
                                    self.mark(Mark::Changed(def, value));
                                }
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// An object of the framework was changed: so was what its constructor was given to keep, as a stream keeps the one
    /// below it.
    fn changed_inside(&mut self, def: DefId, object: ValueId) {
        let program = self.ctx.program;
        let (Some(uses), Some(body)) = (self.uses(def), program.body(def)) else {
            return;
        };
        let dex = program.dex_of(def);
        for at in uses.insns(object) {
            let at = *at as usize;
            let insn = &body.insns()[at];
            if !insn.is_invoke() || body.operands(at).get(0) != Some(object) {
                continue;
            }
            let method = insn.index.and_then(|index| program.method_at(dex, index));
            let Some(spec) = method.map(|method| self.ctx.spec(method)) else {
                continue;
            };
            if !spec.is_constructor {
                continue;
            }
            for effect in spec.effects.iter().flatten() {
                if let Effect::Flow { from, to, same, .. } = effect
                    && *same
                    && to.base == Base::This
                    && let Base::Arg(n) = from.base
                    && let Some(param) = spec.params.get(n as usize)
                    && param.is_object
                    && let Some(given) = body.operands(at).get(1 + usize::from(param.slot))
                {
                    self.mark(Mark::Changed(def, given));
                }
            }
        }
    }

    /// An object that a field holds was changed: so was what the few methods that write the field put there.
    fn changed_where_put(&mut self, sel: Sel) {
        let program = self.ctx.program;
        let list = self
            .reverse
            .writers
            .get(&sel)
            .map_or(&[][..], Vec::as_slice);
        let is_large = program.n_defs() > MAX_HELPED || self.list.len() > MAX_HOLDER_MARKS;
        if is_large || list.len() > MAX_PUTTING {
            return;
        }
        let before = std::mem::replace(&mut self.from, From::Inside);
        for &def in list {
            let Some(body) = program.body(def) else {
                continue;
            };
            let dex = program.dex_of(def);
            for event in program.events(def) {
                let is_static = match event.kind {
                    EventKind::InstancePut => false,
                    EventKind::StaticPut => true,
                    _ => continue,
                };
                let is_own = program
                    .field_at(dex, event.index)
                    .is_some_and(|field| field_mark(self.ctx, field, is_static) == sel);
                if is_own
                    && let Some(value) = body
                        .insn_at(event.offset)
                        .and_then(|at| body.operands(at).get(0))
                {
                    self.mark(Mark::Changed(def, value));
                }
            }
        }
        self.from = before;
    }

    /// The object that a method returns was changed.
    fn changed_result(&mut self, def: DefId) {
        let Some(body) = self.ctx.program.body(def) else {
            return;
        };
        for (at, insn) in body.insns().iter().enumerate() {
            if insn.is_return()
                && let Some(value) = body.operands(at).get(0)
            {
                self.mark(Mark::Changed(def, value));
            }
        }
    }

    fn spread_value(&mut self, def: DefId, value: ValueId) {
        let program = self.ctx.program;
        let Some(uses) = self.uses(def) else { return };
        let Some(body) = program.body(def) else {
            return;
        };
        for merge in uses.merges(value) {
            self.mark(Mark::Value(def, *merge));
        }
        let dex = program.dex_of(def);
        for at in uses.insns(value) {
            let at = *at as usize;
            let insn = &body.insns()[at];
            let operands = body.operands(at);
            let result = uses.result_of.get(at).copied().flatten();
            match insn.opcode {
                _ if insn.is_invoke() => self.passed(def, at, value),
                op::RETURN | op::RETURN_WIDE | op::RETURN_OBJECT => self.mark(Mark::Result(def)),
                op::THROW => self.thrown_at(def, insn.offset),
                0x4b..=0x51 => {
                    if operands.get(0) == Some(value)
                        && let Some(array) = operands.get(1)
                    {
                        self.mark(Mark::Changed(def, array));
                    }
                }
                0x59..=0x5f | 0x67..=0x6d => {
                    if operands.get(0) == Some(value)
                        && let Some(field) = insn.index.and_then(|n| program.field_at(dex, n))
                    {
                        let sel = field_mark(self.ctx, field, insn.opcode >= 0x67);
                        self.mark(Mark::Field(sel));
                        if insn.opcode < 0x67 {
                            self.mark_holders(field);
                        }
                    }
                }
                0x44..=0x4a => {
                    // What is looked up in a table tells what it was looked up by.
                    if let Some(result) = result {
                        self.mark(Mark::Value(def, result));
                    }
                }
                op::FILLED_NEW_ARRAY | op::FILLED_NEW_ARRAY_RANGE => {
                    if let Some(array) = uses.result_of.get(at + 1).copied().flatten() {
                        self.mark(Mark::Value(def, array));
                    }
                }
                op::INSTANCE_OF | op::ARRAY_LENGTH | 0x2d..=0x3d => {}
                _ => {
                    if let Some(result) = result {
                        self.mark(Mark::Value(def, result));
                    }
                }
            }
        }
    }

    /// Objects of a plain class whose field holds some hold some as a whole: for calls that read objects by their
    /// fields, whatever these are.
    fn mark_holders(&mut self, field: program_model::FieldId) {
        let program = self.ctx.program;
        let Some(class) = program.class_of(program.field(field).class) else {
            return;
        };
        let is_large = program.n_defs() > MAX_HELPED || self.list.len() > MAX_HOLDER_MARKS;
        if is_large || !self.holders.insert(class) {
            return;
        }
        let row = program.class(class);
        let is_plain = program
            .superclass(row.ty)
            .is_some_and(|above| program.superclass(above).is_none());
        if !is_plain {
            return;
        }
        let mut made: Vec<(DefId, u32)> = Vec::new();
        for init in row.methods() {
            let (name, _) = program.selector(program.method(program.def(init).method).selector);
            if program.name(name) == b"<init>" {
                made.extend(
                    self.reverse
                        .callers(init)
                        .iter()
                        .map(|(caller, offset, _)| (*caller, *offset)),
                );
            }
        }
        if made.len() > MAX_HOLDERS {
            return;
        }
        let before = std::mem::replace(&mut self.from, From::Inside);
        for (def, offset) in made {
            let value = self
                .body(def)
                .and_then(|body| body.operands(body.insn_at(offset)?).get(0));
            if let Some(value) = value {
                self.mark(Mark::Value(def, value));
            }
        }
        self.from = before;
    }

    /// A marked value is an operand of a call.
    fn passed(&mut self, def: DefId, at: usize, value: ValueId) {
        let ctx = self.ctx;
        let program = ctx.program;
        let Some(body) = program.body(def) else {
            return;
        };
        let insn = &body.insns()[at];
        let operands = body.operands(at);
        let at_operands: SmallVec<[usize; 6]> = operands
            .iter()
            .enumerate()
            .filter(|(_, operand)| *operand == value)
            .map(|(n, _)| n)
            .collect();
        let offset = insn.offset;
        let edges = ctx.edges(def);
        let mut entered = false;
        let method = insn
            .index
            .and_then(|n| program.method_at(program.dex_of(def), n));
        let row_of = method.and_then(|method| ctx.spec(method).effects_of);
        for edge in edges_at(&edges, offset) {
            match edge.binding {
                // A row for the class that holds the code stands for the code.
                Binding::Call
                    if row_of.is_some_and(|row| {
                        let holder = program.class(program.def(edge.callee).class).ty;
                        program.is_subtype(row, holder)
                    }) => {}
                Binding::Call => {
                    entered = true;
                    let slots: SmallVec<[u16; 6]> = at_operands
                        .iter()
                        .map(|n| u16::try_from(*n).unwrap_or(u16::MAX))
                        .collect();
                    self.enter(def, offset, edge.callee, &slots);
                }
                binding => {
                    for link in ctx.graph.links(binding) {
                        let fits = match link.from {
                            LinkEnd::Operand(n) | LinkEnd::Inside(n) => {
                                at_operands.contains(&usize::from(n))
                            }
                            _ => false,
                        };
                        if fits && let LinkEnd::Param(to) = link.to {
                            self.mark_param(edge.callee, to);
                        }
                    }
                }
            }
        }
        let Some(method) = method else { return };
        if ctx.reflection.is_use(method) {
            if ctx.reflection.leads_outside() {
                self.ends.extend(self.current);
            }
            for target in &ctx.reflection.targets {
                self.mark_param(*target, 0);
                self.start(&Start::Param(*target, None));
            }
            self.mark_result(def, offset);
        }
        if ctx.reflection.is_write(method) {
            let mut fields: Vec<_> = ctx.reflection.fields.iter().copied().collect();
            fields.sort_unstable();
            for sel in &fields {
                self.mark(Mark::Field(*sel));
            }
        }
        let is_ordered = || ctx.reflection.is_ordered(ctx.program.method(method).class);
        let is_part = self.parts.contains(&program.method(method).class);
        if !ctx.proxies.is_empty()
            && matches!(insn.opcode, 0x72 | 0x78)
            && (!entered && !is_part || is_ordered())
        {
            self.made_to_order();
        }
        let spec = ctx.spec(method);
        let first = usize::from(!matches!(insn.opcode, 0x71 | 0x77));
        if spec.sinks.iter().any(|sink| sink.via != Some(ANSWER)) {
            self.ends.extend(self.current);
        }
        for end in &spec.channels {
            if end.side == Side::Put {
                let name = ctx.name(end.channel);
                self.mark(Mark::Channel(name));
            }
        }
        if let Some(effects) = &spec.effects {
            self.by_row(def, at, &spec, effects, first, &at_operands, operands);
        } else {
            if entered {
                return;
            }
            if !matches!(spec.returns, b'V' | b'Z') {
                self.mark_result(def, offset);
            }
            let keeps = spec.is_constructor || spec.returns == b'V' || spec.returns_own;
            if first == 1 && keeps && !at_operands.contains(&0) {
                self.mark_operand(def, offset, 0);
            }
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one call, found by the caller"
    )]
    fn by_row(
        &mut self,
        def: DefId,
        at: usize,
        spec: &Spec<'_>,
        effects: &[Effect<'_>],
        first: usize,
        at_operands: &[usize],
        operands: Operands<'_>,
    ) {
        let Some(offset) = self.body(def).map(|body| body.insns()[at].offset) else {
            return;
        };
        let operand_of = |base: &Base<'_>| -> SmallVec<[usize; 6]> {
            match base {
                Base::This if first == 1 => smallvec![0],
                Base::Arg(n) => spec
                    .params
                    .get(*n as usize)
                    .map(|param| first + usize::from(param.slot))
                    .into_iter()
                    .collect(),
                Base::ArgsFrom(n) => spec
                    .params
                    .iter()
                    .skip(*n as usize)
                    .map(|param| first + usize::from(param.slot))
                    .collect(),
                _ => SmallVec::new(),
            }
        };
        let mut stack: SmallVec<[&Effect<'_>; 8]> = effects.iter().collect();
        while let Some(effect) = stack.pop() {
            match effect {
                Effect::If { then, .. }
                | Effect::Unless { then, .. }
                | Effect::Own { then, .. } => {
                    stack.extend(then);
                }
                Effect::Kill(_)
                | Effect::Cancel(_)
                | Effect::CancelCall { .. }
                | Effect::Awaits(_)
                | Effect::AwaitsBetween { .. }
                | Effect::Asks { .. }
                | Effect::After { .. }
                | Effect::Ends
                | Effect::Reopens
                | Effect::Fold { .. }
                | Effect::Take(_)
                | Effect::Cut { .. }
                | Effect::Mix(_)
                | Effect::Turn(_) => {}
                Effect::Flow { from, to, .. }
                | Effect::Copy { from, to, .. }
                | Effect::Slice { from, to, .. }
                | Effect::Range { from, to, .. }
                | Effect::Fill { from, to }
                | Effect::Format { args: from, to, .. }
                | Effect::Pairs { from, to, .. } => {
                    let text = match effect {
                        Effect::Format { text, .. } => operand_of(&text.base),
                        _ => SmallVec::new(),
                    };
                    let begins = operand_of(&from.base)
                        .iter()
                        .chain(&text)
                        .any(|n| at_operands.contains(n));
                    if !begins {
                        continue;
                    }
                    match &to.base {
                        Base::Ret => self.mark_result(def, offset),
                        Base::Static(name) => {
                            let name = self.ctx.name(name);
                            self.mark(Mark::Channel(name));
                        }
                        Base::Thrown => self.thrown_at(def, offset),
                        Base::Refused => {
                            self.handled_at(def, offset);
                        }
                        base => {
                            for n in operand_of(base) {
                                if operands.get(n).is_some() {
                                    self.mark_operand(def, offset, n);
                                }
                            }
                        }
                    }
                }
                Effect::Call {
                    method,
                    args,
                    result,
                    ..
                } => {
                    // What the callback is given lies with the links of the call graph and, where those have none,
                    // with the objects themselves: every operand may come to hold it.
                    let given = args.iter().flatten().any(|place| {
                        operand_of(&place.base)
                            .iter()
                            .any(|n| at_operands.contains(n))
                    });
                    if given {
                        self.call_named(method, args.len());
                        for n in 0..operands.iter().len().min(6) {
                            self.call_object(def, offset, n);
                        }
                    }
                    if result.is_some() {
                        self.mark_result(def, offset);
                    }
                }
            }
        }
    }

    /// The object that answers for one made to order may be given the value.
    pub(super) fn made_to_order(&mut self) {
        if std::mem::replace(&mut self.is_ordered, true) {
            return;
        }
        let ctx = self.ctx;
        for (method, n) in ctx.proxies.iter() {
            self.call_named(method, *n);
        }
    }

    /// Methods of the app that have the name of a callback may be given the value, where they are few.
    fn call_named(&mut self, name: &str, n_params: usize) {
        let program = self.ctx.program;
        let Some(name) = program.find_name(name.as_bytes()) else {
            return;
        };
        let list = self.reverse.named.get(&name).map_or(&[][..], Vec::as_slice);
        if list.len() > MAX_NAMED {
            return;
        }
        for &def in list {
            if self.ctx.spec(program.def(def).method).params.len() == n_params {
                self.start(&Start::Param(def, None));
            }
        }
    }

    /// Methods of the object at an operand may be given the value: all of its class's own.
    fn call_object(&mut self, def: DefId, offset: u32, n: usize) {
        let program = self.ctx.program;
        let Some(body) = program.body(def) else {
            return;
        };
        let Some(value) = body.insn_at(offset).and_then(|at| body.operands(at).get(n)) else {
            return;
        };
        let mut stack = vec![value];
        let mut seen = FxHashSet::default();
        while let Some(value) = stack.pop() {
            if !seen.insert(value) || seen.len() > 32 {
                continue;
            }
            match body.value(value) {
                Value::Merge(inputs) => stack.extend(inputs),
                Value::Insn(at) => {
                    let insn = &body.insns()[*at as usize];
                    if insn.is_move() {
                        stack.extend(body.operands(*at as usize).get(0));
                    } else if insn.opcode == op::NEW_INSTANCE
                        && let Some(ty) = insn
                            .index
                            .and_then(|n| program.type_at(program.dex_of(def), n))
                        && let Some(class) = program.class_of(ty)
                    {
                        for method in program.class(class).methods() {
                            let spec = self.ctx.spec(program.def(method).method);
                            if !spec.is_constructor && !program.def(method).is_static() {
                                self.start(&Start::Param(method, None));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
