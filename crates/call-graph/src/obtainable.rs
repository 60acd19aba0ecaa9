//! On which device levels a read can succeed, given the permissions declared and the target level.

use app_facts::{LevelSet, MAX_API};

use crate::analysis::AppInput;
use crate::index::Index;

/// Levels on which a declared permission is held or can be asked for.
pub(crate) fn declared_levels(app: &AppInput, index: &Index<'_>, name: &str) -> LevelSet {
    let mut out = LevelSet::EMPTY;
    for permission in app
        .permissions
        .iter()
        .filter(|permission| permission.name == name)
    {
        let range = LevelSet::range(1, permission.max_sdk.unwrap_or(MAX_API));
        for level in range.iter().filter(|level| index.grantable(name, *level)) {
            out = out.or(LevelSet::range(level, level));
        }
    }
    out
}

/// Levels on which the reads of a group can succeed.
pub(crate) fn group_levels(app: &AppInput, index: &Index<'_>, group: usize) -> LevelSet {
    let mut out = LevelSet::all();
    let rows = &index.group_levels[group];
    let entry = &index.catalogues.groups[group];
    for (levels, need) in rows.needs.iter().zip(&entry.needs) {
        if !levels.target.contains(app.target_sdk) || need.conditional {
            continue;
        }
        let held = if need.any_of.is_empty() {
            need.all_of.iter().fold(LevelSet::all(), |all, name| {
                all.and(declared_levels(app, index, name))
            })
        } else {
            need.any_of.iter().fold(LevelSet::EMPTY, |any, name| {
                any.or(declared_levels(app, index, name))
            })
        };
        out = out.minus(levels.device.minus(held));
    }
    for levels in &rows.blocked {
        if levels.target.contains(app.target_sdk) {
            out = out.minus(levels.device);
        }
    }
    out
}
