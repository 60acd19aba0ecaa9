//! Texts and pages that code mentions, told apart by whether it runs before the user's agreement; refuses to follow
//! values: a resource id or text in an instruction of a method counts as shown by that method.
//!
//! Resource ids are the numbers that `aapt` gives, `0xPPTTEEEE` with the package id 0x7f for the app's own
//! (<https://developer.android.com/guide/topics/resources/providing-resources>); instructions after
//! <https://source.android.com/docs/core/runtime/dalvik-bytecode>.

use std::collections::BTreeMap;

use program_model::{FieldId, Program};

use crate::analysis::Shared;
use crate::numbers::Numbers;
use crate::phase::Stage;

/// Resources and texts that are kept; a hostile app could name one in every instruction.
const MAX_MENTIONS: usize = 400_000;
/// Upper half of the resource ids of an app: package ids from that of shared libraries on.
const OWN_PACKAGES: std::ops::RangeInclusive<u32> = 0x02..=0x7f;

/// When a text or page is first mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mention {
    /// By code that runs before the agreement, or behind a condition of unknown meaning.
    Start,
    /// By code that runs later.
    Later,
}

/// Resource ids and texts that reachable code mentions.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// By resource id.
    pub resources: BTreeMap<u32, Mention>,
    /// By number of the DEX file and row of its string table.
    pub strings: BTreeMap<(usize, u32), Mention>,
    /// Some were left out at a limit.
    pub cut: bool,
}

impl Mentions {
    fn resource(&mut self, id: u32, when: Mention) {
        if OWN_PACKAGES.contains(&(id >> 24)) && id & 0x00ff_0000 != 0 {
            if self.resources.len() >= MAX_MENTIONS {
                self.cut = true;
                return;
            }
            let known = self.resources.entry(id).or_insert(when);
            *known = (*known).min(when);
        }
    }

    fn string(&mut self, dex: usize, row: u32, when: Mention) {
        if self.strings.len() >= MAX_MENTIONS {
            self.cut = true;
            return;
        }
        let known = self.strings.entry((dex, row)).or_insert(when);
        *known = (*known).min(when);
    }
}

/// Goes once through the code of all reachable methods.
pub(crate) fn find(shared: &Shared<'_, '_>) -> Mentions {
    let program = shared.program;
    let mut out = Mentions::default();
    let mut fields: BTreeMap<FieldId, Option<u32>> = BTreeMap::new();
    let mut numbers = Numbers::default();
    for (def, _) in program.defs() {
        let when = match shared.chains.stage(def) {
            Some(Stage::BeforeConsent | Stage::GuardedUnknown) => Mention::Start,
            Some(_) => Mention::Later,
            None => continue,
        };
        let Some(code) = program.code(def) else {
            continue;
        };
        let dex = program.dex_of(def);
        for instruction in code.raw_instructions() {
            let Ok(instruction) = instruction else { break };
            match instruction.opcode() {
                // const vAA, #+BBBBBBBB
                0x14 => out.resource(wide(&instruction), when),
                // const/high16 vAA, #+BBBB0000
                0x15 => out.resource(u32::from(instruction.unit(1)) << 16, when),
                // const-string vAA, string@BBBB
                0x1a => out.string(dex.index(), u32::from(instruction.unit(1)), when),
                // const-string/jumbo vAA, string@BBBBBBBB
                0x1b => out.string(dex.index(), wide(&instruction), when),
                // sget vAA, field@BBBB: ids of libraries are static fields of classes named `R$…`.
                0x60 => {
                    let field = program.field_at(dex, u32::from(instruction.unit(1)));
                    if let Some(id) = field.and_then(|field| {
                        *fields
                            .entry(field)
                            .or_insert_with(|| id_of(program, &mut numbers, field))
                    }) {
                        out.resource(id, when);
                    }
                }
                _ => {}
            }
        }
    }
    out
}

fn wide(instruction: &dex_parse::RawInstruction<'_>) -> u32 {
    u32::from(instruction.unit(1)) | u32::from(instruction.unit(2)) << 16
}

/// The first value of a static field of a class `R$…`.
fn id_of(program: &Program<'_>, numbers: &mut Numbers, field: FieldId) -> Option<u32> {
    let field = program.declared_field(field);
    let name = program.descriptor(program.field(field).class);
    let simple = name.rsplit(|byte| *byte == b'/').next().unwrap_or(name);
    if !simple.starts_with(b"R$") {
        return None;
    }
    numbers.of(program, field).map(i32::cast_unsigned)
}
