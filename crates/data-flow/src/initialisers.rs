//! When the initialiser of a class runs: once, when the class is first used. Tells which static fields get what they
//! hold only behind that; refuses where a write is not seen or not surely behind a use of the class.

use program_model::{DefId, FieldId, Insn, TypeId};

use crate::context::Ctx;
use crate::node::{Kind, Sel};
use crate::summary::Summary;

/// Name of class initialisers in class files.
const NAME: &[u8] = b"<clinit>";
/// `sget` to `sput-short`, in this order
/// (<https://source.android.com/docs/core/runtime/dalvik-bytecode>).
const STATIC_FIELDS: std::ops::RangeInclusive<u8> = 0x60..=0x6d;
/// Instructions looked at of one method.
const MAX_INSNS: usize = 4_000;
/// Fields looked at for one initialiser.
const MAX_FIELDS: usize = 32;

impl Ctx<'_, '_> {
    /// The method initialises its class.
    pub(crate) fn is_initialiser(&self, def: DefId) -> bool {
        let program = self.program;
        let (name, _) = program.selector(program.method(program.def(def).method).selector);
        program.name(name) == NAME
    }

    /// Static fields of other classes that the initialiser reads and that are written only when it has run.
    pub(crate) fn written_behind(&self, def: DefId, summary: &Summary) -> Vec<Sel> {
        let program = self.program;
        let own = program.holder(def);
        let mut out = Vec::new();
        for (_, node) in summary.nodes.iter() {
            let Kind::Load(base, sel @ Sel::Field(number)) = node.kind else {
                continue;
            };
            let is_static = summary
                .nodes
                .get(base)
                .is_some_and(|base| base.kind == Kind::Statics);
            if !is_static || out.len() >= MAX_FIELDS || self.reflection.fields.contains(&sel) {
                continue;
            }
            let field = FieldId::from_index(number as usize);
            let holder = program.field(field).class;
            let is_behind = holder != own
                && self.writes(field).is_some_and(|list| {
                    list.iter().all(|(def, offset)| {
                        let is_first = self.is_initialiser(*def) && program.holder(*def) == holder;
                        is_first || self.is_used_before(own, *def, *offset)
                    })
                });
            if is_behind {
                out.push(sel);
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Each way to an instruction uses the class first.
    fn is_used_before(&self, class: TypeId, def: DefId, offset: u32) -> bool {
        let program = self.program;
        let holder = program.holder(def);
        if holder == class {
            // What belongs to a class runs when it is initialised, but for what the initialiser itself does.
            return !self.is_initialiser(def) && !program.def(def).is_private();
        }
        let Some(body) = program.body(def) else {
            return false;
        };
        let Some(at) = body.insn_at(offset) else {
            return false;
        };
        let own = body.block_of(at);
        body.insns()
            .iter()
            .take(MAX_INSNS)
            .enumerate()
            .any(|(n, insn)| {
                self.uses(class, def, insn) && {
                    let block = body.block_of(n);
                    if block == own {
                        n < at
                    } else {
                        body.is_dominated(own, block)
                    }
                }
            })
    }

    /// The instruction initialises the class, unless that was done before.
    fn uses(&self, class: TypeId, def: DefId, insn: &Insn) -> bool {
        let program = self.program;
        let dex = program.dex_of(def);
        let Some(index) = insn.index else {
            return false;
        };
        let used = match insn.opcode {
            opcode if STATIC_FIELDS.contains(&opcode) => program
                .field_at(dex, index)
                .map(|field| program.field(program.declared_field(field)).class),
            // `invoke-static` and `invoke-static/range`.
            0x71 | 0x77 => program
                .method_at(dex, index)
                .and_then(|method| program.def_of(method))
                .map(|def| program.holder(def)),
            dex_parse::opcode::op::NEW_INSTANCE => program.type_at(dex, index),
            _ => None,
        };
        used == Some(class)
    }
}
