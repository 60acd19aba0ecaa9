//! What code does that rules ask for and that reads no information: takes the places of behaviour groups out of the
//! accesses, adds constants and the starts of SDKs. Refuses to judge them.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{Access, Behaviour, Level};
use program_model::{DefId, IdVec, Program};
use ruleset::schema::BEHAVIOUR;

use crate::access::Found;
use crate::analysis::Shared;
use crate::constants::{Const, Evaluator};
use crate::events::{self, Marks, What};
use crate::sites::describe;

/// Places of one behaviour that are kept; a hostile app could have one in every instruction.
const MAX_PLACES: usize = 2_000;
/// Starts of SDKs that are kept.
const MAX_STARTS: usize = 2_000;
/// Instructions of one callback that are looked at for numbers.
const MAX_INSTRUCTIONS: usize = 4_000;
/// Constants kept for one place.
const MAX_VALUES: usize = 12;
/// Value of a check that refuses nothing.
const ACCEPTS_ALL: &str = "accepts_all";

/// Takes behaviours out of the accesses, and adds the starts of SDKs; sorted by key, then site.
pub(crate) fn split(
    shared: &Shared<'_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    found: &mut Found,
) -> Vec<Behaviour> {
    let (mut accesses, mut groups) = (Vec::with_capacity(found.accesses.len()), Vec::new());
    let mut taken: Vec<Access> = Vec::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (access, group) in std::mem::take(&mut found.accesses)
        .into_iter()
        .zip(std::mem::take(&mut found.groups))
    {
        if access.data.starts_with(BEHAVIOUR) {
            let count = counts.entry(access.data.clone()).or_insert(0);
            *count += 1;
            if *count <= MAX_PLACES {
                taken.push(access);
            }
        } else {
            accesses.push(access);
            groups.push(group);
        }
    }
    found.accesses = accesses;
    found.groups = groups;
    let mut out: Vec<Behaviour> = Vec::with_capacity(taken.len());
    for access in taken {
        let id = access.data.trim_start_matches(BEHAVIOUR).to_owned();
        let def = def_of(shared.program, &access.site.method);
        let values = def.map_or_else(Vec::new, |def| values(shared, evaluator, def, &access, &id));
        out.push(make(id, access, values));
    }
    out.extend(starts(shared));
    beside(&mut out);
    out.sort_by(|a, b| (&a.key, &a.site).cmp(&(&b.key, &b.site)));
    out
}

fn make(id: String, access: Access, values: Vec<String>) -> Behaviour {
    Behaviour {
        id,
        api: access.api,
        site: access.site,
        owner: access.owner,
        initiator: access.initiator,
        level: access.level,
        phase: access.phase,
        values,
        beside: Vec::new(),
        chain: access.chain,
        key: access.key,
    }
}

/// Other behaviours of the same class, nested classes included.
fn beside(list: &mut [Behaviour]) {
    let mut classes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in list.iter() {
        classes
            .entry(outer_class(&row.site.method).to_owned())
            .or_default()
            .insert(row.id.clone());
    }
    for row in list.iter_mut() {
        if let Some(ids) = classes.get(outer_class(&row.site.method)) {
            row.beside = ids.iter().filter(|id| **id != row.id).cloned().collect();
        }
    }
}

/// The outermost class of a Dalvik method.
fn outer_class(method: &str) -> &str {
    let class = method.split_once("->").map_or(method, |(class, _)| class);
    class
        .split_once(['$', ';'])
        .map_or(class, |(outer, _)| outer)
}

/// The method with this name, as accesses write it.
fn def_of(program: &Program<'_>, name: &str) -> Option<DefId> {
    let (class, _) = name.split_once("->")?;
    let class = program.class_of(program.find_type_named(class)?)?;
    program
        .class(class)
        .methods()
        .find(|def| program.def_name(*def) == name)
}

/// Constants that tell what the place does.
fn values(
    shared: &Shared<'_, '_>,
    evaluator: &mut Evaluator<'_, '_>,
    def: DefId,
    access: &Access,
    id: &str,
) -> Vec<String> {
    let program = shared.program;
    let mut out = Vec::new();
    let catalogue = &shared.index.catalogues.judging.behaviours;
    let keep = catalogue
        .iter()
        .find(|row| row.id.as_str() == id)
        .map_or(&[][..], |row| row.keep.as_slice());
    if access.level == Level::Reachable {
        for arg in keep {
            let consts = evaluator.argument(def, access.site.offset, *arg);
            for value in &consts.values {
                match value {
                    Const::Text(text) => out.push(text.to_string()),
                    Const::Int(n) => out.push(n.to_string()),
                    Const::OwnPackage => out.push(shared.app.package.clone()),
                    _ => {}
                }
            }
        }
        out.retain(|text| *text != shared.app.package);
    }
    // A callback that the framework asks; where it is overridden the offset is that of the method's start.
    if access.site.offset == 0 && keep.is_empty() {
        if is_empty_check(program, def) {
            out.push(ACCEPTS_ALL.to_owned());
        }
        out.extend(numbers(program, def));
    }
    out.sort();
    out.dedup();
    out.truncate(MAX_VALUES);
    out
}

/// True when the method calls nothing, makes nothing and throws nothing, and answers yes where it answers at all.
fn is_empty_check(program: &Program<'_>, def: DefId) -> bool {
    /// `nop`, `move*` of small kinds, `return-void`, `return`, `const/4`, `const/16`.
    const HARMLESS: [u8; 5] = [0x00, 0x0e, 0x0f, 0x12, 0x13];
    let Some(code) = program.code(def) else {
        return false;
    };
    let mut last = None;
    for (n, instruction) in code.raw_instructions().enumerate() {
        let Ok(instruction) = instruction else {
            return false;
        };
        let opcode = instruction.opcode();
        if n > 8 || !HARMLESS.contains(&opcode) {
            return false;
        }
        match opcode {
            // The literal of `const/4` is in the upper four bits, that of `const/16` in the second unit.
            0x12 => last = Some(instruction.unit(0) >> 12),
            0x13 => last = Some(instruction.unit(1)),
            0x0f => return last == Some(1),
            0x0e => return true,
            _ => {}
        }
    }
    false
}

/// Floating-point constants of a method between 1 and 100, as whole numbers.
fn numbers(program: &Program<'_>, def: DefId) -> Vec<String> {
    let Some(code) = program.code(def) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for instruction in code.raw_instructions().take(MAX_INSTRUCTIONS) {
        let Ok(instruction) = instruction else { break };
        let value = match instruction.opcode() {
            // const vAA, #+BBBBBBBB
            0x14 => {
                let bits = u32::from(instruction.unit(1)) | u32::from(instruction.unit(2)) << 16;
                f64::from(f32::from_bits(bits))
            }
            // const/high16 vAA, #+BBBB0000
            0x15 => f64::from(f32::from_bits(u32::from(instruction.unit(1)) << 16)),
            // const-wide/high16 vAA, #+BBBB000000000000
            0x19 => f64::from_bits(u64::from(instruction.unit(1)) << 48),
            _ => continue,
        };
        if (1.0..=100.0).contains(&value) {
            out.push(format!("{:.0}", value.trunc()));
        }
    }
    out
}

/// Calls of the start and consent methods of catalogued SDKs, outside the SDK's own code.
fn starts(shared: &Shared<'_, '_>) -> Vec<Behaviour> {
    let (program, index) = (shared.program, shared.index);
    let mut wanted: BTreeMap<(&str, &str), Vec<(&str, &str)>> = BTreeMap::new();
    for sdk in &index.catalogues.sdks {
        for row in &sdk.init {
            let Some((class, rest)) = row.method.split_once("->") else {
                continue;
            };
            let name = rest.split('(').next().unwrap_or(rest);
            wanted
                .entry((class, name))
                .or_default()
                .push((sdk.id.as_str(), row.method.as_str()));
        }
    }
    let mut meaning = BTreeMap::new();
    let mut marks = Marks {
        methods: IdVec::from_vec(program.methods().map(|_| false).collect()),
        fields: IdVec::from_vec(program.fields().map(|_| false).collect()),
        strings: Vec::new(),
    };
    let mut types = BTreeMap::new();
    for (class, name) in wanted.keys() {
        if let Some(ty) = program.find_type_named(class) {
            types
                .entry(ty)
                .or_insert_with(Vec::new)
                .push((*class, *name));
        }
    }
    for (id, method) in program.methods() {
        let Some(list) = types.get(&method.class) else {
            continue;
        };
        let full = program.method_name(id);
        let fits = list.iter().find(|(class, name)| {
            full.strip_prefix(class)
                .and_then(|rest| rest.strip_prefix("->"))
                .and_then(|rest| rest.strip_prefix(name))
                .is_some_and(|rest| rest.starts_with('('))
        });
        if let Some(key) = fits
            && let Some(rows) = wanted.get(key)
        {
            let row = rows.iter().find(|(_, method)| full.starts_with(method));
            if let Some((sdk, _)) = row {
                marks.methods[id] = true;
                meaning.insert(id, (full.clone(), *sdk));
            }
        }
    }
    if meaning.is_empty() {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut apis = Vec::new();
    for hit in events::hits(program, &marks) {
        let What::Method(method) = hit.what else {
            continue;
        };
        let Some((api, sdk)) = meaning.get(&method) else {
            continue;
        };
        let owner = crate::owners::owner_fact(shared.owner_of(hit.def), index);
        if owner.sdk.as_deref() == Some(*sdk) || places.len() >= MAX_STARTS {
            continue;
        }
        places.push((hit.def, hit.event.offset));
        apis.push((api.clone(), (*sdk).to_owned()));
    }
    describe(shared, &places)
        .into_iter()
        .zip(apis)
        .map(|(mut access, (api, sdk))| {
            access.api = api;
            make("sdk_start".to_owned(), access, vec![sdk])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::outer_class;

    #[test]
    fn nested_classes_belong_to_the_outer_one() {
        assert_eq!(outer_class("La/B$1$2;->f()V"), "La/B");
        assert_eq!(outer_class("La/B;->f()V"), "La/B");
    }
}
