//! Puts accesses from outside the DEX files among the others and keeps permission verdicts true; refuses to lower one.

use std::collections::BTreeMap;

use app_facts::{Access, PermissionFact, PermissionStatus};
use program_model::DefId;
use ruleset::schema::Weight;

use super::{Outside, native, scripts};
use crate::access::facts;
use crate::analysis::Shared;
use crate::sites;

/// Adds the accesses of libraries and scripts, in the contract's order.
pub(crate) fn merge(
    shared: &Shared<'_, '_>,
    outside: &Outside,
    accesses: &mut Vec<Access>,
    permissions: &mut [PermissionFact],
) {
    if outside.libraries.is_empty() && outside.scripts.is_empty() {
        return;
    }
    let phase_of = |def: DefId| {
        let place = sites::describe(shared, &[(def, 0)]).pop()?;
        Some((place.phase, place.chain))
    };
    let kinds = &shared.index.catalogues.kinds;
    let is_background = |id: &str| {
        kinds
            .binary_search_by(|kind| kind.id.as_str().cmp(id))
            .ok()
            .and_then(|n| kinds.get(n))
            .is_some_and(|kind| kind.weight == Weight::Background)
    };
    let mut added = native::accesses(shared, outside, &phase_of);
    added.extend(scripts::accesses(outside, &is_background));
    let mut ordinals: BTreeMap<(String, String, String, String), u32> = BTreeMap::new();
    let mut needs: Vec<(usize, Vec<String>)> = Vec::new();
    for (mut access, names) in added {
        let entry = access
            .chain
            .first()
            .and_then(|frame| frame.entry.clone())
            .unwrap_or_default();
        let parts = (
            access.data.clone(),
            access.api.clone(),
            access.owner.short().to_owned(),
            entry,
        );
        let ordinal = ordinals.entry(parts.clone()).or_insert(0);
        access.key = facts::key(&parts, *ordinal);
        *ordinal += 1;
        if !names.is_empty() {
            needs.push((accesses.len(), names));
        }
        accesses.push(access);
    }
    for (access, names) in &needs {
        for name in names {
            used_outside(permissions, name, *access);
        }
    }
    for library in &outside.libraries {
        for name in &library.permissions {
            may_use(permissions, name, &library.entry);
        }
    }
    sort(accesses, permissions);
}

/// A permission that something outside the DEX files needs is no longer unused.
fn used_outside(permissions: &mut [PermissionFact], name: &str, access: usize) {
    let Some(fact) = permissions.iter_mut().find(|fact| fact.name == name) else {
        return;
    };
    fact.accesses.push(access);
    if fact.status == PermissionStatus::Unused {
        fact.status = PermissionStatus::Unknown;
        fact.why = Some("a script or a native library may use it".to_owned());
    }
}

fn may_use(permissions: &mut [PermissionFact], name: &str, entry: &str) {
    if let Some(fact) = permissions.iter_mut().find(|fact| fact.name == name)
        && fact.status == PermissionStatus::Unused
    {
        fact.status = PermissionStatus::Unknown;
        fact.why = Some(format!("{entry} imports functions that need it"));
    }
}

/// Sorts accesses by key, then site, and moves the numbers that permissions hold along.
fn sort(accesses: &mut Vec<Access>, permissions: &mut [PermissionFact]) {
    let mut order: Vec<(usize, Access)> =
        std::mem::take(accesses).into_iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| (&a.key, &a.site).cmp(&(&b.key, &b.site)));
    let mut place = vec![0; order.len()];
    for (new, (old, _)) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(*old) {
            *slot = new;
        }
    }
    for fact in permissions {
        for access in &mut fact.accesses {
            *access = place.get(*access).copied().unwrap_or(*access);
        }
        fact.accesses.sort_unstable();
        fact.accesses.dedup();
    }
    *accesses = order.into_iter().map(|(_, access)| access).collect();
}
