//! Reflection with constant names: the catalogued members it reaches, the app's methods it calls, and how many look-ups
//! stay unresolved. Refuses to follow names that are put together while running.

use std::collections::BTreeMap;

use app_facts::{Access, Level, Scope, Via};
use program_model::{DefId, TypeId};
use ruleset::schema::{ReflectionRule, Reflects};
use rustc_hash::FxHashMap;

use super::{MAX_SITES, Meaning, Scene, Site, types};
use crate::access::{Candidate, facts};
use crate::constants::{Const, Evaluator};
use crate::index::PointId;
use crate::owners::owner_fact;

/// Steps of the evaluator for one class or name.
const STEPS: u32 = 120;
/// Classes taken for one look-up.
const MAX_CLASSES: usize = 8;
/// Methods of one class with the name looked up.
const MAX_OVERLOADS: usize = 16;

/// A call or allocation that reflection makes by a constant name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ReflectiveCall {
    /// The method that looks up.
    pub(crate) from: DefId,
    /// Code-unit offset of the look-up.
    pub(crate) offset: u32,
    /// The app's method that may run.
    pub(crate) target: DefId,
}

#[derive(Default)]
pub(super) struct Reflected {
    /// With the catalogue group of each.
    pub(super) accesses: Vec<(Access, u32)>,
    pub(super) calls: Vec<ReflectiveCall>,
    pub(super) unresolved: Vec<(String, u32)>,
}

/// A class by name, and by its id when the program names it.
struct Class {
    descriptor: String,
    ty: Option<TypeId>,
}

pub(super) fn find<'x, 'a>(
    scene: &Scene<'_, 'x, 'a>,
    evaluator: &mut Evaluator<'x, 'a>,
) -> Reflected {
    let (index, program) = (scene.shared.index, scene.shared.program);
    let rules = &index.catalogues.loading.reflection;
    let mut by_name: FxHashMap<&str, Vec<(&str, PointId)>> = FxHashMap::default();
    for (member, point) in index.methods.iter().chain(&index.fields) {
        by_name
            .entry(member.name)
            .or_default()
            .push((member.class, *point));
    }
    let mut out = Reflected::default();
    let mut candidates: BTreeMap<(DefId, u32, String), Candidate> = BTreeMap::new();
    let mut unresolved: BTreeMap<String, u32> = BTreeMap::new();
    let mut n = 0;
    for site in &scene.sites {
        let Meaning::Reflection(row) = site.meaning else {
            continue;
        };
        let Some(rule) = rules.get(row as usize) else {
            continue;
        };
        n += 1;
        if n > MAX_SITES {
            break;
        }
        let reachable = scene.shared.chains.reaches(site.def);
        let is_lookup = matches!(
            rule.does,
            Reflects::Class | Reflects::Method | Reflects::Field
        );
        // Code that nothing reaches is not worth the steps: its names are seen as texts.
        if !reachable {
            continue;
        }
        evaluator.set_limit(Some(STEPS));
        let resolved = match rule.does {
            Reflects::Class => !names(evaluator, site, rule).is_empty(),
            Reflects::Method | Reflects::Field => {
                let names = names(evaluator, site, rule);
                let classes = receiver_classes(scene, evaluator, site);
                for name in &names {
                    for class in &classes {
                        member(scene, site, rule, class, name, &by_name, &mut candidates);
                        if rule.does == Reflects::Method {
                            targets(scene, site, class, name, &mut out.calls);
                        }
                    }
                    let is_open = !classes.is_empty()
                        && classes.iter().all(|class| {
                            class.ty.is_some_and(|ty| program.superclass(ty).is_none())
                        });
                    if is_open && let Some(class) = only_holder(scene, name, &by_name) {
                        member(scene, site, rule, &class, name, &by_name, &mut candidates);
                    }
                }
                !names.is_empty() && !classes.is_empty()
            }
            Reflects::NewInstance | Reflects::Constructor => {
                for class in receiver_classes(scene, evaluator, site) {
                    targets(scene, site, &class, "<init>", &mut out.calls);
                }
                true
            }
            Reflects::Methods => {
                for class in receiver_classes(scene, evaluator, site) {
                    all_methods(scene, site, &class, &mut out.calls);
                }
                true
            }
            Reflects::Fields | Reflects::Invoke | Reflects::Get | Reflects::Set => true,
        };
        evaluator.set_limit(None);
        if is_lookup && !resolved {
            let owner = owner_fact(scene.shared.owner_of(site.def), index);
            *unresolved.entry(owner.short().to_owned()).or_insert(0) += 1;
        }
    }
    let with_data = candidates
        .into_iter()
        .map(|((_, _, data), candidate)| (candidate, data));
    let (accesses, groups) = facts::make(scene.shared, with_data);
    out.accesses = accesses.into_iter().zip(groups).collect();
    out.calls.sort_unstable();
    out.calls.dedup();
    out.unresolved = unresolved.into_iter().collect();
    out
}

/// Puts the accesses among those found before: of two at one place and kind the surer stays.
pub(super) fn add(found: &mut crate::access::Found, more: Vec<(Access, u32)>) {
    if more.is_empty() {
        return;
    }
    let place = |access: &Access| {
        (
            access.site.method.clone(),
            access.site.offset,
            access.data.clone(),
        )
    };
    let mut known: BTreeMap<(String, u32, String), usize> = BTreeMap::new();
    let mut ordinals: BTreeMap<(String, String, String, String), u32> = BTreeMap::new();
    let names = |access: &Access| {
        (
            access.data.clone(),
            access.api.clone(),
            access.owner.short().to_owned(),
            access
                .chain
                .first()
                .and_then(|frame| frame.entry.clone())
                .unwrap_or_default(),
        )
    };
    for (n, access) in found.accesses.iter().enumerate() {
        known.insert(place(access), n);
        *ordinals.entry(names(access)).or_insert(0) += 1;
    }
    for (mut access, group) in more {
        if let Some(old) = known.get(&place(&access)) {
            let (Some(old), Some(old_group)) =
                (found.accesses.get_mut(*old), found.groups.get_mut(*old))
            else {
                continue;
            };
            if access.level < old.level {
                access.key.clone_from(&old.key);
                *old = access;
                *old_group = group;
            }
            continue;
        }
        let parts = names(&access);
        let ordinal = ordinals.entry(parts.clone()).or_insert(0);
        access.key = facts::key(&parts, *ordinal);
        *ordinal += 1;
        found.accesses.push(access);
        found.groups.push(group);
    }
    let mut both: Vec<(Access, u32)> = std::mem::take(&mut found.accesses)
        .into_iter()
        .zip(std::mem::take(&mut found.groups))
        .collect();
    both.sort_by(|(a, _), (b, _)| (&a.key, &a.site).cmp(&(&b.key, &b.site)));
    (found.accesses, found.groups) = both.into_iter().unzip();
}

fn names(evaluator: &mut Evaluator<'_, '_>, site: &Site, rule: &ReflectionRule<'_>) -> Vec<String> {
    let Some(arg) = rule.name else {
        return Vec::new();
    };
    let found = evaluator.argument(site.def, site.offset, arg);
    let mut out: Vec<String> = found.texts().map(str::to_owned).collect();
    out.sort();
    out.dedup();
    out
}

/// Classes of the `Class` object that a call is made on.
fn receiver_classes<'x, 'a>(
    scene: &Scene<'_, 'x, 'a>,
    evaluator: &mut Evaluator<'x, 'a>,
    site: &Site,
) -> Vec<Class> {
    let program = scene.shared.program;
    let mut out = Vec::new();
    for value in evaluator.receiver(site.def, site.offset).values {
        match value {
            Const::Text(name) if !name.is_empty() => {
                let descriptor = format!("L{};", name.replace('.', "/"));
                out.push(Class {
                    ty: program.find_type(descriptor.as_bytes()),
                    descriptor,
                });
            }
            Const::Type(ty) => out.push(Class {
                descriptor: program.type_name(ty).into_owned(),
                ty: Some(ty),
            }),
            _ => {}
        }
    }
    if out.is_empty()
        && let Some(made) = types::made_by_class(program, site.def, site.offset)
    {
        for value in evaluator.receiver(site.def, made).values {
            let ty = match value {
                Const::Text(name) => {
                    program.find_type(format!("L{};", name.replace('.', "/")).as_bytes())
                }
                Const::Type(ty) => Some(ty),
                _ => None,
            };
            out.extend(ty.map(|ty| Class {
                descriptor: program.type_name(ty).into_owned(),
                ty: Some(ty),
            }));
        }
    }
    if out.is_empty() {
        let found = types::class_of_object(program, site.def, site.offset);
        out.extend(found.into_iter().map(|ty| Class {
            descriptor: program.type_name(ty).into_owned(),
            ty: Some(ty),
        }));
    }
    out.truncate(MAX_CLASSES);
    out
}

/// The one class with a catalogued member of the name, where no code of the app has a method of the name: an object of
/// which the code does not say the class is one of it.
fn only_holder(
    scene: &Scene<'_, '_, '_>,
    name: &str,
    by_name: &FxHashMap<&str, Vec<(&str, PointId)>>,
) -> Option<Class> {
    let program = scene.shared.program;
    let list = by_name.get(name)?;
    let (class, _) = list.first()?;
    if list.iter().any(|(other, _)| other != class) {
        return None;
    }
    let is_own = program.find_name(name.as_bytes()).is_some_and(|id| {
        program
            .defs()
            .any(|(_, row)| program.selector(program.method(row.method).selector).0 == id)
    });
    (!is_own).then(|| Class {
        descriptor: (*class).to_owned(),
        ty: program.find_type(class.as_bytes()),
    })
}

/// Catalogued members of the class with the name.
fn member(
    scene: &Scene<'_, '_, '_>,
    site: &Site,
    rule: &ReflectionRule<'_>,
    class: &Class,
    name: &str,
    by_name: &FxHashMap<&str, Vec<(&str, PointId)>>,
    candidates: &mut BTreeMap<(DefId, u32, String), Candidate>,
) {
    let (program, index) = (scene.shared.program, scene.shared.index);
    let Some(list) = by_name.get(name) else {
        return;
    };
    for (holder, id) in list {
        let inherits = || {
            let (Some(ty), Some(above)) = (class.ty, program.find_type(holder.as_bytes())) else {
                return false;
            };
            program.is_subtype(ty, above)
        };
        if *holder != class.descriptor && !inherits() {
            continue;
        }
        let point = index.point(*id);
        let is_field = rule.does == Reflects::Field;
        if point.field.is_some() != is_field {
            continue;
        }
        // What the argument of the call would have to be is not known here.
        if !point.when.is_empty() {
            continue;
        }
        let api = point
            .method
            .as_deref()
            .or(point.field.as_deref())
            .unwrap_or_default();
        for data in &index.group(*id).data {
            candidates
                .entry((site.def, site.offset, data.to_string()))
                .or_insert_with(|| Candidate {
                    def: site.def,
                    offset: site.offset,
                    point: *id,
                    api: api.to_owned(),
                    level: Level::Reachable,
                    scope: Scope::Full,
                    via: Via::Reflection,
                    cuts: vec![
                        "the member is looked up by name; its use is not followed".to_owned(),
                    ],
                });
        }
    }
}

/// The app's methods with the name, own and inherited.
/// Every method of a class may be the one that is called.
fn all_methods(
    scene: &Scene<'_, '_, '_>,
    site: &Site,
    class: &Class,
    out: &mut Vec<ReflectiveCall>,
) {
    let program = scene.shared.program;
    let Some(id) = class.ty.and_then(|ty| program.class_of(ty)) else {
        return;
    };
    let found = program.class(id).methods().filter(|def| {
        let row = program.def(*def);
        let (name, _) = program.selector(program.method(row.method).selector);
        row.has_code() && !program.name(name).starts_with(b"<")
    });
    out.extend(found.take(MAX_OVERLOADS).map(|target| ReflectiveCall {
        from: site.def,
        offset: site.offset,
        target,
    }));
}

fn targets(
    scene: &Scene<'_, '_, '_>,
    site: &Site,
    class: &Class,
    name: &str,
    out: &mut Vec<ReflectiveCall>,
) {
    let program = scene.shared.program;
    let mut here = class.ty;
    for _ in 0..MAX_CLASSES {
        let Some(id) = here.and_then(|ty| program.class_of(ty)) else {
            return;
        };
        let found: Vec<DefId> = program
            .class(id)
            .methods()
            .filter(|def| {
                let row = program.def(*def);
                let (own, _) = program.selector(program.method(row.method).selector);
                program.name(own) == name.as_bytes() && !row.is_abstract()
            })
            .take(MAX_OVERLOADS)
            .collect();
        if !found.is_empty() {
            out.extend(found.into_iter().map(|target| ReflectiveCall {
                from: site.def,
                offset: site.offset,
                target,
            }));
            return;
        }
        if name == "<init>" {
            return;
        }
        here = here.and_then(|ty| program.superclass(ty));
    }
}
