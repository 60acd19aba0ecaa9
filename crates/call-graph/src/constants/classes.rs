//! Class objects as constants: of which class an object is, and the names of classes. Refuses objects that may be of
//! several classes.

use dex_parse::opcode::op;
use program_model::{Body, DefId, Program, TypeId, Value, ValueId};

use super::compute::origin;
use super::{Const, Consts, Context, Evaluator, MAX_CALLERS, MAX_CALLS, MAX_DEPTH};
use crate::index::WrapOp;

impl<'x> Evaluator<'x, '_> {
    /// The same constants, with the name of the app's own package as a text where it is known.
    pub(super) fn told(&self, mut found: Consts) -> Consts {
        let package = self.reach.own_package();
        if !package.is_empty() {
            for value in &mut found.values {
                if *value == Const::OwnPackage {
                    *value = Const::Text(package.into());
                }
            }
        }
        found
    }

    /// The class of an object: the one it is made of, the only one that a receiver can be of, the one that makes it, or
    /// that of a service of the system.
    pub(super) fn class_of(
        &mut self,
        def: DefId,
        body: &'x Body,
        object: ValueId,
        upto: usize,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        self.steps += 1;
        if depth > MAX_DEPTH || self.steps > self.limit {
            return Consts::unknown();
        }
        let program = self.program;
        let object = origin(body, object);
        match body.value(object) {
            Value::Param(0) if context.is_none() && !program.def(def).is_static() => {
                let own = program.class(program.def(def).class).ty;
                if program.subtypes(own).is_empty() {
                    Consts::one(Const::Type(own))
                } else {
                    Consts::unknown()
                }
            }
            Value::Param(slot) => match context {
                Some(entered) => {
                    let found = program.body(entered.def).and_then(|above| {
                        let value = above.operands(entered.insn).get(usize::from(*slot))?;
                        Some((above, value))
                    });
                    match found {
                        Some((above, value)) => self.class_of(
                            entered.def,
                            above,
                            value,
                            entered.insn,
                            depth + 1,
                            entered.above,
                        ),
                        None => Consts::unknown(),
                    }
                }
                None => self.class_given(def, *slot, depth),
            },
            Value::Merge(inputs) if inputs.len() <= 4 => {
                let mut all = Consts::nothing();
                for input in inputs {
                    all.join(self.class_of(def, body, *input, upto, depth + 4, context));
                }
                all
            }
            Value::Undefined | Value::Merge(_) => Consts::unknown(),
            Value::Insn(at) => {
                let at = *at as usize;
                let Some(insn) = body.insns().get(at) else {
                    return Consts::unknown();
                };
                if insn.opcode == op::NEW_INSTANCE {
                    return insn
                        .index
                        .and_then(|index| program.type_at(program.dex_of(def), index))
                        .map_or_else(Consts::unknown, |ty| Consts::one(Const::Type(ty)));
                }
                if !insn.is_move_result() {
                    return Consts::unknown();
                }
                self.class_of_result(def, body, (at, object), upto, depth, context)
            }
        }
    }

    /// The classes of what the callers of a method give for a parameter.
    fn class_given(&mut self, def: DefId, slot: u16, depth: u32) -> Consts {
        let program = self.program;
        let sites = self.call_sites(def);
        if self.calls >= MAX_CALLS || sites.is_empty() || sites.len() > MAX_CALLERS {
            return Consts::unknown();
        }
        self.calls += 1;
        let mut all = Consts::nothing();
        for (caller, offset) in sites {
            let found = program.body(caller).and_then(|body| {
                let insn = body.insn_at(offset)?;
                Some((body, insn, body.operands(insn).get(usize::from(slot))?))
            });
            all.join(match found {
                Some((body, insn, value)) => {
                    self.class_of(caller, body, value, insn, depth + 1, None)
                }
                None => Consts::unknown(),
            });
        }
        self.calls -= 1;
        let row = program.def(def);
        all.complete &= row.is_private() || row.is_static();
        all
    }

    /// The class of what a call gives: an object made by its class, or a service of the system by its name.
    fn class_of_result(
        &mut self,
        def: DefId,
        body: &'x Body,
        (at, object): (usize, ValueId),
        upto: usize,
        depth: u32,
        context: Option<&Context<'_>>,
    ) -> Consts {
        let program = self.program;
        let found = at.checked_sub(1).and_then(|call| {
            let insn = body.insns().get(call).filter(|insn| insn.is_invoke())?;
            Some((call, self.method_of(def, insn)?))
        });
        let Some((call, method)) = found else {
            return Consts::unknown();
        };
        let rules = &self.index.catalogues.loading.reflection;
        let row = program.method(method);
        let (name, proto) = program.selector(row.selector);
        let makes = rules.iter().any(|rule| {
            rule.does == ruleset::schema::Reflects::NewInstance
                && rule
                    .method
                    .strip_prefix(&*program.type_name(row.class))
                    .and_then(|rest| rest.strip_prefix("->"))
                    .and_then(|rest| rest.as_bytes().strip_prefix(program.name(name)))
                    == Some(program.proto(proto))
        });
        if makes {
            return match body.operands(call).get(0) {
                Some(class) => self.eval(def, body, class, call, depth + 1, context),
                None => Consts::unknown(),
            };
        }
        let index = self.index;
        let services = &index.catalogues.loading.services;
        let named = self.eval(def, body, object, upto, depth + 1, context);
        let mut all = Consts::nothing();
        all.complete = named.complete && !named.values.is_empty();
        for text in named.texts() {
            let service = services
                .iter()
                .find(|service| service.name.as_str() == text);
            all.join(match service {
                Some(service) => match program.find_type(service.class.as_bytes()) {
                    Some(ty) => Consts::one(Const::Type(ty)),
                    // No code of the app names the class.
                    None => Consts::text(&dotted(&service.class)),
                },
                None => Consts::unknown(),
            });
        }
        all
    }

    /// A name that a class gives of itself.
    pub(super) fn class_text(&self, op: WrapOp, classes: &Consts) -> Consts {
        let mut all = Consts::nothing();
        all.complete = classes.complete && !classes.values.is_empty();
        for value in &classes.values {
            let name = match value {
                Const::Type(ty) => name_of(self.program, *ty),
                Const::Text(text) => Some(text.to_string()),
                _ => None,
            };
            all.join(match name.and_then(|name| part(op, &name)) {
                Some(text) => Consts::text(&text),
                None => Consts::unknown(),
            });
        }
        all
    }
}

fn part(op: WrapOp, name: &str) -> Option<String> {
    match op {
        WrapOp::ClassName => Some(name.to_owned()),
        WrapOp::SimpleName => Some(name.rsplit(['.', '$']).next()?.to_owned()),
        _ => Some(name.rsplit_once('.')?.0.to_owned()),
    }
}

fn dotted(descriptor: &str) -> String {
    descriptor
        .trim_start_matches('L')
        .trim_end_matches(';')
        .replace('/', ".")
}

fn name_of(program: &Program<'_>, ty: TypeId) -> Option<String> {
    let name = program.type_name(ty);
    name.starts_with('L').then(|| dotted(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_tell_their_names() {
        let name = "cn.shop.包$列";
        assert_eq!(part(WrapOp::ClassName, name).as_deref(), Some(name));
        assert_eq!(part(WrapOp::SimpleName, name).as_deref(), Some("列"));
        assert_eq!(part(WrapOp::ClassPackage, name).as_deref(), Some("cn.shop"));
        assert_eq!(part(WrapOp::ClassPackage, "NoPackage"), None);
        assert_eq!(dotted("Lcn/shop/𠮷;"), "cn.shop.𠮷");
    }
}
