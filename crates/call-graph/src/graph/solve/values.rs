//! What a call hands over, and where values come from; refuses to follow what the tables leave out.

use dex_parse::opcode::op;
use program_model::{Body, DefId, Event, EventKind, MethodId, TypeId, Value, ValueId};

use super::super::model::{Object, Row};
use super::super::nodes::{Key, Sub};
use super::{MAX_ORIGINS, MAX_RELATED, Origin, Purpose, Solver, exact_target, flag, operand_of};

impl Solver<'_, '_> {
    /// Rows of the tables that a call fits; gives the operands that a row spoke of.
    pub(super) fn rows(
        &mut self,
        def: DefId,
        event: &Event,
        method: MethodId,
        body: Option<&Body>,
        insn: Option<usize>,
        sites: &mut Vec<(u32, Vec<Origin>)>,
    ) -> Vec<u16> {
        let program = self.program;
        let is_static = event.kind == EventKind::InvokeStatic;
        let mut ruled = Vec::new();
        for row in self.model.rows.get(method).to_vec() {
            let number = match row {
                Row::Start(number) => {
                    let site = self.add_site(def, event.offset, Purpose::Start(number));
                    self.late.push(site);
                    continue;
                }
                Row::Rule(number) => number,
            };
            if let Object::Listener(name, arg) = self.model.rules[number as usize].object {
                let heard = match (body, insn) {
                    (Some(body), Some(insn)) => self.listeners(def, body, insn, (name, arg)),
                    _ => Vec::new(),
                };
                if !heard.is_empty() {
                    let site = self.add_site(def, event.offset, Purpose::Rule(number, None));
                    sites.push((site, heard));
                }
                continue;
            }
            let slots: Vec<u16> = match self.model.rules[number as usize].object {
                Object::This => vec![0],
                Object::Arg(wanted) => operand_of(program, method, wanted, is_static)
                    .into_iter()
                    .collect(),
                Object::Each => {
                    let (_, proto) = program.selector(program.method(method).selector);
                    let shift = u16::from(!is_static);
                    self.model
                        .params(proto)
                        .iter()
                        .filter(|param| match self.model.rules[number as usize].of {
                            Some(of) => {
                                program.is_subtype(param.ty, of) || program.is_subtype(of, param.ty)
                            }
                            None => true,
                        })
                        .map(|param| param.slot.saturating_add(shift))
                        .collect()
                }
                Object::ClassArg(wanted) | Object::Services(wanted) => {
                    let purpose = Purpose::ClassRule(number, Some(wanted));
                    let site = self.add_site(def, event.offset, purpose);
                    self.late.push(site);
                    continue;
                }
                Object::Listener(..) => continue,
                Object::Inside(wanted) => {
                    let slot = operand_of(program, method, wanted, is_static);
                    let held = match (body, insn, slot) {
                        (Some(body), Some(insn), Some(slot)) => {
                            match body.operands(insn).get(slot.into()) {
                                Some(list) => self.held(def, body, list),
                                None => vec![Origin::Any],
                            }
                        }
                        _ => vec![Origin::Any],
                    };
                    let site = self.add_site(def, event.offset, Purpose::Rule(number, None));
                    sites.push((site, held));
                    continue;
                }
                Object::ClassThis => {
                    let purpose = Purpose::ClassRule(number, None);
                    let site = self.add_site(def, event.offset, purpose);
                    self.late.push(site);
                    continue;
                }
            };
            ruled.extend(&slots);
            let rule = &self.model.rules[number as usize];
            if rule.needs_use
                && let (Some(body), Some(insn)) = (body, insn)
                && !self.is_used(def, body, insn, &rule.if_used)
            {
                continue;
            }
            for slot in slots {
                let purpose = Purpose::Rule(number, Some(slot));
                let site = self.add_site(def, event.offset, purpose);
                let value = body
                    .zip(insn)
                    .and_then(|(body, insn)| Some((body, body.operands(insn).get(slot.into())?)));
                // Nobody makes a text.
                if let Some(text) = value
                    .filter(|(body, value)| is_text(body, *value))
                    .and(self.model.text_type)
                {
                    self.apply(site, number, Some(slot), text);
                    continue;
                }
                let origins = match value {
                    Some((body, value)) => self.origins(def, body, value),
                    None => vec![Origin::Any],
                };
                sites.push((site, origins));
            }
        }
        ruled
    }

    /// True when the object that a constructor call makes is used by a method of one of these names, or leaves the
    /// body: as an argument of another call, into a field or an array, as the result. An object that the body was given
    /// was outside before.
    fn is_used(
        &self,
        def: DefId,
        body: &Body,
        call: usize,
        names: &[program_model::NameId],
    ) -> bool {
        let program = self.program;
        let dex = program.dex_of(def);
        let Some(object) = body.operands(call).get(0) else {
            return true;
        };
        if !matches!(body.value(object), Value::Insn(at)
            if body.insns().get(*at as usize).is_some_and(|insn| insn.opcode == op::NEW_INSTANCE))
        {
            return true;
        }
        // The value that a chain of copies copies.
        let origin = |value: ValueId| {
            let mut here = value;
            for _ in 0..8 {
                let Value::Insn(at) = body.value(here) else {
                    break;
                };
                let at = *at as usize;
                let copies = body
                    .insns()
                    .get(at)
                    .is_some_and(|insn| insn.is_move() || insn.opcode == op::CHECK_CAST);
                match body.operands(at).get(0) {
                    Some(from) if copies => here = from,
                    _ => break,
                }
            }
            here
        };
        for (n, insn) in body.insns().iter().enumerate() {
            if n == call || insn.is_move() || insn.opcode == op::CHECK_CAST {
                continue;
            }
            for (at, operand) in body.operands(n).iter().enumerate() {
                let operand = origin(operand);
                if let Value::Merge(inputs) = body.value(operand)
                    && inputs.iter().any(|input| origin(*input) == object)
                {
                    return true;
                }
                if operand != object {
                    continue;
                }
                if !insn.is_invoke() {
                    // Waiting on it, asking for its class and comparing it keep it where it is.
                    if matches!(insn.opcode, 0x1d | 0x1e | 0x20 | 0x32 | 0x33 | 0x38 | 0x39) {
                        continue;
                    }
                    return true;
                }
                let method = insn.index.and_then(|index| program.method_at(dex, index));
                let Some(method) = method else { return true };
                let row = program.method(method);
                let (name, _) = program.selector(row.selector);
                let is_static = matches!(insn.opcode, op::INVOKE_STATIC | op::INVOKE_STATIC_RANGE);
                let inside = program.class_of(row.class).is_some()
                    && exact_target(program, method).is_some();
                if at != 0 || is_static || inside || names.contains(&name) {
                    return true;
                }
            }
        }
        false
    }

    /// True for a value that the framework gave as a type of its own: what the app put in there, it handed over before.
    /// Results that are any object at all, such as an element of a collection, may be the app's.
    fn is_given(&self, def: DefId, body: &Body, value: ValueId) -> bool {
        let program = self.program;
        let mut here = value;
        for _ in 0..8 {
            let Value::Insn(at) = body.value(here) else {
                return false;
            };
            let at = *at as usize;
            let Some(insn) = body.insns().get(at) else {
                return false;
            };
            if insn.is_move() {
                let Some(from) = body.operands(at).get(0) else {
                    return false;
                };
                here = from;
                continue;
            }
            let method = insn
                .is_move_result()
                .then(|| at.checked_sub(1))
                .flatten()
                .and_then(|call| body.insns().get(call))
                .filter(|call| call.is_invoke())
                .and_then(|call| program.method_at(program.dex_of(def), call.index?));
            let Some(method) = method else { return false };
            let row = program.method(method);
            let (_, proto) = program.selector(row.selector);
            let returns = self.model.returns(proto);
            let by_app = program.class_of(row.class).is_some()
                || !self.by_selector.get(row.selector).is_empty();
            return !by_app && returns.is_some_and(|ty| !self.model.is_untracked(ty));
        }
        false
    }

    /// Arguments that the framework may call back, but for those operands that a row of the tables speaks of.
    pub(super) fn hand_over(
        &mut self,
        (def, event, method): (DefId, &Event, MethodId),
        body: Option<&Body>,
        insn: Option<usize>,
        ruled: &[u16],
        sites: &mut Vec<(u32, Vec<Origin>)>,
    ) {
        let program = self.program;
        let (_, proto) = program.selector(program.method(method).selector);
        let shift = u16::from(event.kind != EventKind::InvokeStatic);
        let params = self.model.params(proto);
        for param in params.iter() {
            if !self.model.may_call_back(param.ty) {
                continue;
            }
            let slot = param.slot.saturating_add(shift);
            if ruled.contains(&slot) {
                continue;
            }
            let value = body
                .zip(insn)
                .and_then(|(body, insn)| Some((body, body.operands(insn).get(slot.into())?)));
            if let Some((body, value)) = value
                && !param.is_array
                && self.is_given(def, body, value)
            {
                continue;
            }
            let purpose = Purpose::Handed(param.ty, slot);
            let site = self.add_site(def, event.offset, purpose);
            let origins = match value {
                Some((body, value)) if param.is_array => self.elements(def, body, value),
                Some((body, value)) if self.model.is_tracked(param.ty) => {
                    self.origins(def, body, value)
                }
                _ => vec![Origin::Any],
            };
            sites.push((site, origins));
        }
    }

    /// A call of a framework method on an object of the app's own class lets the framework call its overrides, unless
    /// the tables say otherwise. Calls on `this` say nothing: the framework has the object already.
    pub(super) fn used_outside(
        &mut self,
        def: DefId,
        event: &Event,
        method: MethodId,
        body: Option<&Body>,
        insn: Option<usize>,
        sites: &mut Vec<(u32, Vec<Origin>)>,
    ) {
        let program = self.program;
        let row = program.method(method);
        let base = if program.class_of(row.class).is_some() {
            match program.first_external(row.class) {
                Some(base) => base,
                None => return,
            }
        } else {
            row.class
        };
        if event.kind == EventKind::InvokeInterface
            || !self.model.may_call_back(base)
            || self.model.is_closed(base)
            || self.model.rows.contains(method)
        {
            return;
        }
        let (Some(body), Some(insn)) = (body, insn) else {
            return;
        };
        let Some(receiver) = body.operands(insn).get(0) else {
            return;
        };
        let is_this =
            !program.def(def).is_static() && matches!(body.value(receiver), Value::Param(0));
        if is_this {
            return;
        }
        // Only an object whose class is seen here: what comes from elsewhere was handed over there.
        let origins: Vec<Origin> = self
            .origins(def, body, receiver)
            .into_iter()
            .filter(|origin| matches!(origin, Origin::Made(_)))
            .collect();
        if !origins.is_empty() {
            let site = self.add_site(def, event.offset, Purpose::Handed(base, 0));
            sites.push((site, origins));
        }
    }

    /// What an array made in the body holds.
    pub(super) fn elements(&mut self, def: DefId, body: &Body, array: ValueId) -> Vec<Origin> {
        let mut out = Vec::new();
        let at = match body.value(array) {
            Value::Insn(at) => *at as usize,
            _ => return vec![Origin::Any],
        };
        let Some(insn) = body.insns().get(at) else {
            return vec![Origin::Any];
        };
        if insn.is_move_result() {
            return self.origins(def, body, array);
        }
        if insn.opcode != op::NEW_ARRAY {
            return vec![Origin::Any];
        }
        for (n, insn) in body.insns().iter().enumerate() {
            if insn.opcode == 0x4d
                && body.operands(n).get(1) == Some(array)
                && let Some(value) = body.operands(n).get(0)
            {
                out.extend(self.origins(def, body, value));
                if out.len() > MAX_ORIGINS {
                    return vec![Origin::Any];
                }
            }
        }
        out
    }

    /// Where the objects of a value come from.
    pub(super) fn origins(&mut self, def: DefId, body: &Body, value: ValueId) -> Vec<Origin> {
        let mut out: Vec<Origin> = Vec::new();
        let mut seen = vec![value];
        let mut next = 0;
        while let Some(value) = seen.get(next).copied() {
            next += 1;
            if next > MAX_ORIGINS * 2 || out.len() > MAX_ORIGINS {
                return vec![Origin::Any];
            }
            let mut follow = |value: ValueId| {
                if !seen.contains(&value) {
                    seen.push(value);
                }
            };
            match body.value(value) {
                Value::Undefined => {}
                Value::Merge(inputs) => inputs.iter().for_each(|input| follow(*input)),
                Value::Param(slot) => out.push(self.param_origin(def, *slot)),
                Value::Insn(at) => {
                    let at = *at as usize;
                    let Some(insn) = body.insns().get(at) else {
                        continue;
                    };
                    let from = body.operands(at).get(0);
                    match insn.opcode {
                        op::NEW_INSTANCE => {
                            let dex = self.program.dex_of(def);
                            let ty = insn.index.and_then(|row| self.program.type_at(dex, row));
                            out.extend(ty.map(Origin::Made));
                        }
                        // Constants hold no object of the app.
                        0x12..=0x1c => {}
                        _ if insn.is_move() => from.into_iter().for_each(&mut follow),
                        // A cast does not change the object, but to some types the app has no class.
                        0x1f => {
                            let dex = self.program.dex_of(def);
                            let ty = insn.index.and_then(|row| self.program.type_at(dex, row));
                            if ty.is_some_and(|ty| self.is_outside(ty)) {
                                out.push(Origin::Outside);
                            } else {
                                from.into_iter().for_each(&mut follow);
                            }
                        }
                        _ if insn.is_move_result() => match at.checked_sub(1) {
                            Some(call) if body.insns()[call].is_invoke() => {
                                if let Some(same) = self.fluent(def, body, call) {
                                    follow(same);
                                } else {
                                    out.push(self.result_origin(def, body, call));
                                }
                            }
                            Some(call) => body.operands(call).iter().for_each(follow),
                            None => {}
                        },
                        0x52..=0x58 | 0x60..=0x66 => out.push(self.field_origin(def, insn.index)),
                        _ => out.push(Origin::Any),
                    }
                }
            }
        }
        out.dedup();
        out
    }

    /// A framework method that returns its own class on such an object: builders return themselves.
    pub(super) fn fluent(&self, def: DefId, body: &Body, call: usize) -> Option<ValueId> {
        let program = self.program;
        let insn = body.insns().get(call)?;
        let method = program.method_at(program.dex_of(def), insn.index?)?;
        let row = program.method(method);
        let (_, proto) = program.selector(row.selector);
        let is_static = matches!(insn.opcode, op::INVOKE_STATIC | op::INVOKE_STATIC_RANGE);
        let returns = self.model.returns(proto)?;
        (!is_static
            && program.class_of(returns).is_none()
            // A result that may be any object is an element, not the object itself.
            && !self.model.is_untracked(returns)
            && exact_target(program, method).is_none()
            && program.is_subtype(row.class, returns))
        .then(|| body.operands(call).get(0))
        .flatten()
    }

    pub(super) fn param_origin(&mut self, def: DefId, slot: u16) -> Origin {
        let program = self.program;
        let row = program.def(def);
        let method = program.method(row.method);
        let shift = u16::from(!row.is_static());
        let ty = if shift == 1 && slot == 0 {
            Some(method.class)
        } else {
            let (_, proto) = program.selector(method.selector);
            let params = self.model.params(proto);
            params
                .iter()
                .find(|param| param.slot.saturating_add(shift) == slot)
                .filter(|param| !param.is_array)
                .map(|param| param.ty)
        };
        let Some(ty) = ty else { return Origin::Any };
        if !self.model.is_tracked(ty) {
            return self.untracked_origin(ty);
        }
        Origin::Node(self.nodes.id(Key::Param(def, slot), Some(ty)))
    }

    /// Objects of a declared type that is not followed.
    fn untracked_origin(&self, ty: TypeId) -> Origin {
        if self.is_outside(ty) {
            return Origin::Outside;
        }
        match self.only_class(ty) {
            Some(only) => Origin::Made(only),
            None => Origin::Below(ty),
        }
    }

    /// True for a class that no object of the app can have: the app has no concrete class at or below it.
    pub(super) fn is_outside(&self, ty: TypeId) -> bool {
        let program = self.program;
        // Any object at all may stand behind a type that is not followed for being too general.
        self.model.concrete[ty] == 0
            && !self.model.is_untracked(ty)
            && program.class_of(ty).is_none()
            && program.framework_type(ty).is_some()
    }

    /// The one concrete class of the app below a type of the app.
    pub(super) fn only_class(&self, ty: TypeId) -> Option<TypeId> {
        let program = self.program;
        let class = program.class(program.class_of(ty)?);
        let leaf = !class.is_abstract() && !class.is_interface() && self.model.concrete[ty] == 1;
        (leaf && self.rta.made[ty]).then_some(ty)
    }

    pub(super) fn field_origin(&mut self, def: DefId, index: Option<u32>) -> Origin {
        let program = self.program;
        let field = index.and_then(|index| program.field_at(program.dex_of(def), index));
        let Some(field) = field.map(|field| program.declared_field(field)) else {
            return Origin::Any;
        };
        let row = program.field(field);
        if program.class_of(row.class).is_none() || !self.model.is_tracked(row.ty) {
            return self.untracked_origin(row.ty);
        }
        Origin::Node(self.nodes.id(Key::Field(field), Some(row.ty)))
    }

    pub(super) fn result_origin(&mut self, def: DefId, body: &Body, call: usize) -> Origin {
        let program = self.program;
        let insn = &body.insns()[call];
        let method = insn
            .index
            .and_then(|index| program.method_at(program.dex_of(def), index));
        let Some(method) = method else {
            return Origin::Any;
        };
        let row = program.method(method);
        let (_, proto) = program.selector(row.selector);
        let Some(ty) = self.model.returns(proto) else {
            return Origin::Any;
        };
        if self.is_part_of_given(def, body, call, ty) {
            return Origin::Outside;
        }
        if !self.model.is_tracked(ty) {
            return self.untracked_origin(ty);
        }
        let is_virtual = matches!(insn.opcode, 0x6e | 0x72 | 0x74 | 0x78);
        let by_app = if is_virtual {
            program.class_of(row.class).is_some()
                && self.flags(method) & (flag::MONO | flag::POLY) != 0
        } else {
            exact_target(program, method).is_some()
        };
        if by_app {
            Origin::Node(self.nodes.id(Key::Result(def, insn.offset), Some(ty)))
        } else {
            Origin::Below(ty)
        }
    }

    pub(super) fn flags(&mut self, method: MethodId) -> u8 {
        let known = self.flags[method];
        if known != 0 {
            return known;
        }
        let (program, model) = (self.program, self.model);
        let row = program.method(method);
        let (_, proto) = program.selector(row.selector);
        let mut flags = flag::KNOWN;
        let candidates = self.by_selector.get(row.selector);
        if !candidates.is_empty() {
            let related = if model.concrete[row.class] < 2 {
                usize::from(model.concrete[row.class])
            } else {
                candidates
                    .iter()
                    .take(MAX_RELATED)
                    .filter(|def| {
                        let class = program.class(program.def(**def).class);
                        class.is_interface()
                            || program.is_subtype(class.ty, row.class)
                            || program.is_subtype(row.class, class.ty)
                    })
                    .count()
            };
            flags |= match related {
                0 if candidates.len() <= MAX_RELATED => 0,
                1 => flag::MONO,
                _ => flag::POLY,
            };
        }
        let params = model.params(proto);
        let follows = params
            .iter()
            .any(|param| !param.is_array && model.is_tracked(param.ty));
        if follows || model.is_tracked(row.class) {
            flags |= flag::ARGS;
        }
        if program.class_of(row.class).is_none()
            || program.lookup(row.class, row.selector).is_none()
        {
            for param in params.iter().filter(|param| model.may_call_back(param.ty)) {
                flags |= flag::HANDS;
                if model.is_tracked(param.ty) {
                    flags |= flag::FOLLOW;
                }
            }
        }
        if model.rows.contains(method) {
            flags |= flag::ROW;
        }
        if model.returns(proto).is_some_and(|ty| model.is_tracked(ty)) {
            flags |= flag::RESULT;
        }
        self.flags[method] = flags;
        flags
    }

    /// Arguments worth following: argument register of the answer, node.
    pub(super) fn arguments(
        &mut self,
        def: DefId,
        body: &Body,
        insn: usize,
        method: MethodId,
        site: Option<u32>,
    ) -> Vec<(u16, u32)> {
        let program = self.program;
        let (_, proto) = program.selector(program.method(method).selector);
        let mut out = Vec::new();
        let params = self.model.params(proto);
        for param in params.iter() {
            if param.is_array || !self.model.is_tracked(param.ty) {
                continue;
            }
            let slot = param.slot.saturating_add(1);
            let Some(value) = body.operands(insn).get(usize::from(slot)) else {
                continue;
            };
            let origins = self.origins(def, body, value);
            let node = match (origins.as_slice(), site) {
                ([Origin::Node(node)], _) => *node,
                (_, Some(site)) => {
                    let node = self.nodes.id(Key::Operand(site, slot), Some(param.ty));
                    self.feed(&origins, Sub::Node(node));
                    node
                }
                (_, None) => continue,
            };
            out.push((slot, node));
        }
        out
    }

    /// Values of a call whose answers all sites share.
    pub(super) fn pass_shared(
        &mut self,
        def: DefId,
        body: &Body,
        insn: usize,
        method: MethodId,
        shared: u32,
        offset: u32,
    ) {
        let program = self.program;
        let row = program.method(method);
        let (_, proto) = program.selector(row.selector);
        let pass = |solver: &mut Self, slot: u16, filter: TypeId| {
            if let Some(value) = body.operands(insn).get(usize::from(slot)) {
                let origins = solver.origins(def, body, value);
                let node = solver.nodes.id(Key::SharedArg(shared, slot), Some(filter));
                solver.feed(&origins, Sub::Node(node));
            }
        };
        if self.model.is_tracked(row.class) {
            pass(self, 0, row.class);
        }
        let params = self.model.params(proto);
        for param in params.iter() {
            if !param.is_array && self.model.is_tracked(param.ty) {
                pass(self, param.slot.saturating_add(1), param.ty);
            }
        }
        if let Some(ty) = self.model.returns(proto)
            && self.model.is_tracked(ty)
        {
            let from = self.nodes.id(Key::SharedResult(shared), Some(ty));
            let to = self.nodes.id(Key::Result(def, offset), Some(ty));
            self.feed(&[Origin::Node(from)], Sub::Node(to));
        }
    }

    /// Values of a call with one answer.
    pub(super) fn pass(
        &mut self,
        def: DefId,
        body: &Body,
        insn: usize,
        method: MethodId,
        target: DefId,
        (offset, is_static): (u32, bool),
    ) {
        let program = self.program;
        let holder = program.method(program.def(target).method).class;
        let (_, proto) = program.selector(program.method(method).selector);
        let shift = u16::from(!is_static);
        if !is_static
            && self.model.is_tracked(holder)
            && let Some(value) = body.operands(insn).get(0)
        {
            let origins = self.origins(def, body, value);
            let node = self.nodes.id(Key::Param(target, 0), Some(holder));
            self.feed(&origins, Sub::Node(node));
        }
        let params = self.model.params(proto);
        for param in params.iter() {
            if param.is_array || !self.model.is_tracked(param.ty) {
                continue;
            }
            let slot = param.slot.saturating_add(shift);
            if let Some(value) = body.operands(insn).get(usize::from(slot)) {
                let origins = self.origins(def, body, value);
                let node = self.nodes.id(Key::Param(target, slot), Some(param.ty));
                self.feed(&origins, Sub::Node(node));
            }
        }
        if let Some(ty) = self.model.returns(proto)
            && self.model.is_tracked(ty)
        {
            let from = self.nodes.id(Key::Return(target), Some(ty));
            let to = self.nodes.id(Key::Result(def, offset), Some(ty));
            self.feed(&[Origin::Node(from)], Sub::Node(to));
        }
    }
}

/// True for a constant text.
fn is_text(body: &Body, value: ValueId) -> bool {
    let Value::Insn(at) = body.value(value) else {
        return false;
    };
    body.insns()
        .get(*at as usize)
        .is_some_and(|insn| matches!(insn.opcode, 0x1a | 0x1b))
}
