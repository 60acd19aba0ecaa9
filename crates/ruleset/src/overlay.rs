//! Lays a user's catalogues over the base by id: a known id overrides, a new id adds, `disable.yaml` takes away.

use std::collections::BTreeSet;

use crate::flow;
use crate::source::{self, Source};

/// Lays `top` over `base`.
pub fn apply(base: &mut Source, top: Source) {
    let below = &mut base.catalogues;
    let above = top.catalogues;
    replace(&mut below.kinds, above.kinds, |kind| kind.id.to_string());
    replace(&mut below.groups, above.groups, |group| {
        group.id.to_string()
    });
    replace(&mut below.consumers, above.consumers, |row| {
        format!("{:?} {} {}", row.kind, row.method, row.arg)
    });
    replace(&mut below.wrappers, above.wrappers, |row| {
        format!("{} {}", row.method, row.from)
    });
    replace(&mut below.entry_points, above.entry_points, |set| {
        set.component.to_string()
    });
    lay_callbacks(&mut below.callbacks, above.callbacks);
    if !above.consent.format.is_empty() {
        below.consent = above.consent;
    }
    replace(&mut below.sdks, above.sdks, |sdk| sdk.id.to_string());
    replace(&mut below.packers, above.packers, |packer| {
        packer.id.to_string()
    });
    replace(&mut below.permissions, above.permissions, |permission| {
        permission.name.to_string()
    });
    replace(&mut below.api_needs, above.api_needs, |need| {
        need.api.to_string()
    });
    replace(&mut below.uri_needs, above.uri_needs, |need| {
        need.uri.to_string()
    });
    replace(&mut below.action_needs, above.action_needs, |need| {
        format!("{} {:?}", need.action, need.r#use)
    });
    flow::lay_over(&mut below.data_flow, above.data_flow);
    crate::judging::lay_over(&mut below.judging, above.judging);
    crate::sites::lay_over(
        below,
        crate::sites::Above {
            frameworks: above.frameworks,
            native: above.native,
            requests: above.requests,
            repeats: above.repeats,
            loading: above.loading,
        },
    );
    // Lists of words only grow: a word has no id to override.
    below.policy.extend(above.policy);
    if !above.release.version.is_empty() {
        below.release = above.release;
    }
    let gone: BTreeSet<&str> = top.disable.iter().map(String::as_str).collect();
    below.kinds.retain(|kind| !gone.contains(kind.id.as_str()));
    below
        .groups
        .retain(|group| !gone.contains(group.id.as_str()));
    below.sdks.retain(|sdk| !gone.contains(sdk.id.as_str()));
    below
        .permissions
        .retain(|permission| !gone.contains(permission.name.as_str()));
    crate::judging::take_away(&mut below.judging, &gone);
    crate::sites::take_away(below, &gone);
    source::sort(below);
    crate::judging::sort(&mut below.judging);

    let rows = &mut base.framework;
    replace(&mut rows.types, top.framework.types, |row| {
        row.descriptor.clone()
    });
    replace(&mut rows.members, top.framework.members, |row| {
        format!("{} {} {}", row.class, row.name, row.ty)
    });
    replace(&mut rows.constants, top.framework.constants, |row| {
        format!("{} {}", row.class, row.name)
    });
    rows.seen.extend(top.framework.seen);
    rows.finish(&mut Vec::new());
}

/// The first row that fits counts, so a user's rows come first.
fn lay_callbacks(
    below: &mut crate::schema::CallbackFile<'static>,
    mut above: crate::schema::CallbackFile<'static>,
) {
    above.untracked.append(&mut below.untracked);
    above.uncalled.append(&mut below.uncalled);
    above.parts.append(&mut below.parts);
    above.types.append(&mut below.types);
    above.registrations.append(&mut below.registrations);
    above.held.append(&mut below.held);
    above.starts.append(&mut below.starts);
    above.takes_back.append(&mut below.takes_back);
    above.view_packages.append(&mut below.view_packages);
    above.meta_data.append(&mut below.meta_data);
    if above.format.is_empty() {
        std::mem::swap(&mut above.format, &mut below.format);
    }
    *below = above;
}

pub(crate) fn replace<T>(below: &mut Vec<T>, above: Vec<T>, key: impl Fn(&T) -> String) {
    if above.is_empty() {
        return;
    }
    let new: BTreeSet<String> = above.iter().map(&key).collect();
    below.retain(|item| !new.contains(&key(item)));
    below.extend(above);
}
