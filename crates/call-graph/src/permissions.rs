//! Verdicts on permissions: which are used, by whom, and which are not. Refuses to call a permission unused when the
//! tables know nothing of it or part of the code was not seen.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{
    Level, LevelSet, MAX_API, OwnerKind, PermissionFact, PermissionStatus, PermissionUse,
};
use program_model::{DefId, MethodId};
use ruleset::parse_levels;
use ruleset::schema::Need;

use crate::access::Found;
use crate::analysis::Shared;
use crate::events::{Hit, Matches, What};
use crate::index::permissions_of;
use crate::owners::owner_fact;

/// Places listed for one permission.
const MAX_USES: usize = 24;

/// One use while it is collected.
#[derive(Debug, Clone)]
struct Use {
    api: String,
    /// Where, when in code.
    site: Option<(DefId, u32)>,
    owner: OwnerKind,
    owner_short: String,
    reachable: bool,
    /// Needed in every case and by itself.
    hard: bool,
}

#[derive(Debug, Default)]
struct Uses {
    uses: Vec<Use>,
    accesses: Vec<usize>,
}

/// Collects uses per permission.
struct Collector<'f, 'x, 'a> {
    shared: &'f Shared<'x, 'a>,
    universe: LevelSet,
    declared: BTreeSet<String>,
    by_permission: BTreeMap<String, Uses>,
}

/// One fact per permission that is declared, or needed by reachable code though not declared.
pub(crate) fn verdicts(
    shared: &Shared<'_, '_>,
    found: &Found,
    hits: &[Hit<'_>],
    needs: &Matches<MethodId, u32>,
) -> Vec<PermissionFact> {
    let app = shared.app;
    let mut all = Collector {
        shared,
        universe: LevelSet::range(app.min_sdk, MAX_API),
        declared: app
            .permissions
            .iter()
            .map(|permission| permission.name.clone())
            .collect(),
        by_permission: BTreeMap::new(),
    };
    for hit in hits {
        let rows = match hit.what {
            What::Method(method) => needs.get(method),
            What::Field(_) | What::Text => &[],
        };
        for row in rows {
            all.api_need(hit, *row);
        }
    }
    all.accesses(found);
    all.uris(found);
    all.actions(found);
    all.manifest();
    let known = known_permissions(shared);
    let mut names: BTreeSet<String> = all.declared.clone();
    names.extend(
        all.by_permission
            .iter()
            .filter(|(_, uses)| is_needed(uses))
            .map(|(name, _)| name.clone()),
    );
    names
        .into_iter()
        .filter_map(|name| all.fact(name, &known))
        .collect()
}

fn is_needed(uses: &Uses) -> bool {
    uses.uses
        .iter()
        .any(|one| one.hard && one.reachable && one.site.is_some())
}

/// Every permission that some table ties to an API, URI or action.
fn known_permissions(shared: &Shared<'_, '_>) -> BTreeSet<String> {
    let all = shared.index.catalogues;
    let mut out = BTreeSet::new();
    for need in &all.api_needs {
        out.extend(
            need.ranges
                .iter()
                .flat_map(|range| &range.permissions)
                .map(ToString::to_string),
        );
    }
    let groups = all.groups.iter().flat_map(|group| &group.needs);
    let uris = all
        .uri_needs
        .iter()
        .flat_map(|row| row.read.iter().chain(&row.write));
    let actions = all.action_needs.iter().flat_map(|row| &row.needs);
    for need in groups.chain(uris).chain(actions) {
        out.extend(permissions_of(need).map(str::to_owned));
    }
    out
}

impl Collector<'_, '_, '_> {
    fn add(&mut self, name: &str, one: Use) {
        self.by_permission
            .entry(name.to_owned())
            .or_default()
            .uses
            .push(one);
    }

    fn use_at(&self, api: String, def: DefId, offset: u32, hard: bool) -> Use {
        let owner = owner_fact(self.shared.owner_of(def), self.shared.index);
        Use {
            api,
            site: Some((def, offset)),
            owner: owner.kind,
            owner_short: owner.short().to_owned(),
            reachable: self.shared.chains.reaches(def),
            hard,
        }
    }

    /// Of several permissions of which one suffices: the first that is declared, with those declared of the same
    /// permission group, such as precise and coarse location. Without any, the first.
    fn relevant<'n>(&self, any: bool, names: &[&'n str]) -> Vec<&'n str> {
        if !any {
            return names.to_vec();
        }
        let mut declared = names
            .iter()
            .copied()
            .filter(|name| self.declared.contains(*name));
        let Some(first) = declared.next() else {
            return names.first().copied().into_iter().collect();
        };
        let group = self.group(first);
        std::iter::once(first)
            .chain(declared.filter(|name| group.is_some() && self.group(name) == group))
            .collect()
    }

    fn group(&self, name: &str) -> Option<&str> {
        let rows = &self.shared.index.catalogues.permissions;
        let n = rows
            .binary_search_by(|row| row.name.as_str().cmp(name))
            .ok()?;
        rows.get(n)?.group.as_deref()
    }

    fn api_need(&mut self, hit: &Hit<'_>, row: u32) {
        let need = &self.shared.index.catalogues.api_needs[row as usize];
        for range in &need.ranges {
            let levels = parse_levels(&range.levels)
                .unwrap_or_else(LevelSet::all)
                .and(self.universe);
            if levels.is_empty() {
                continue;
            }
            let names: Vec<&str> = range
                .permissions
                .iter()
                .map(ruleset::Text::as_str)
                .collect();
            for name in self.relevant(!range.all, &names) {
                let grantable = levels
                    .iter()
                    .any(|level| self.shared.index.grantable(name, level));
                let hard = !range.conditional && (range.all || names.len() == 1) && grantable;
                let one = self.use_at(need.api.to_string(), hit.def, hit.event.offset, hard);
                self.add(name, one);
            }
        }
    }

    fn need(&mut self, need: &Need<'_>, api: &str, site: Option<(DefId, u32)>) {
        let levels = parse_levels(&need.api)
            .unwrap_or_else(LevelSet::all)
            .and(self.universe);
        let target = need
            .target
            .as_deref()
            .and_then(parse_levels)
            .unwrap_or_else(LevelSet::all);
        if levels.is_empty() || !target.contains(self.shared.app.target_sdk) {
            return;
        }
        let names: Vec<&str> = permissions_of(need).collect();
        for name in self.relevant(need.all_of.is_empty(), &names) {
            let grantable = levels
                .iter()
                .any(|level| self.shared.index.grantable(name, level));
            let hard =
                !need.conditional && (names.len() == 1 || need.any_of.is_empty()) && grantable;
            let one = match site {
                Some((def, offset)) => self.use_at(api.to_owned(), def, offset, hard),
                None => Use {
                    api: api.to_owned(),
                    site: None,
                    owner: OwnerKind::App,
                    owner_short: "app".to_owned(),
                    reachable: true,
                    hard: false,
                },
            };
            self.add(name, one);
        }
    }

    fn accesses(&mut self, found: &Found) {
        for (n, (access, group)) in found.accesses.iter().zip(&found.groups).enumerate() {
            if access.level == Level::String {
                continue;
            }
            let group = &self.shared.index.catalogues.groups[*group as usize];
            for need in &group.needs {
                let levels = parse_levels(&need.api)
                    .unwrap_or_else(LevelSet::all)
                    .and(self.universe);
                let target = need
                    .target
                    .as_deref()
                    .and_then(parse_levels)
                    .unwrap_or_else(LevelSet::all);
                if levels.is_empty() || !target.contains(self.shared.app.target_sdk) {
                    continue;
                }
                let names: Vec<&str> = permissions_of(need).collect();
                for name in self.relevant(need.all_of.is_empty(), &names) {
                    let grantable = levels
                        .iter()
                        .any(|level| self.shared.index.grantable(name, level));
                    let hard = !need.conditional
                        && (names.len() == 1 || need.any_of.is_empty())
                        && grantable;
                    let owner = access.owner.kind;
                    let one = Use {
                        api: access.api.clone(),
                        site: None,
                        owner,
                        owner_short: access.owner.short().to_owned(),
                        reachable: access.level == Level::Reachable,
                        hard,
                    };
                    let uses = self.by_permission.entry(name.to_owned()).or_default();
                    uses.uses.push(one);
                    if uses.accesses.last() != Some(&n) {
                        uses.accesses.push(n);
                    }
                }
            }
        }
    }

    fn uris(&mut self, found: &Found) {
        let rows = &self.shared.index.catalogues.uri_needs;
        let reads = found.uris.iter().map(|place| (place, false));
        let writes = found.uri_writes.iter().map(|place| (place, true));
        for ((uri, def, offset), is_write) in reads.chain(writes) {
            let best = rows
                .iter()
                .filter(|row| {
                    uri.strip_prefix(row.uri.as_str()).is_some_and(|rest| {
                        rest.is_empty()
                            || rest.starts_with(['/', '?', '#'])
                            || row.uri.ends_with('/')
                    })
                })
                .max_by_key(|row| row.uri.len());
            for need in best
                .into_iter()
                .flat_map(|row| if is_write { &row.write } else { &row.read })
            {
                self.need(need, uri, Some((*def, *offset)));
            }
        }
    }

    fn actions(&mut self, found: &Found) {
        for (action, def, offset) in &found.actions {
            for row in self
                .shared
                .index
                .catalogues
                .action_needs
                .iter()
                .filter(|row| row.action.as_str() == action)
            {
                if row.r#use.as_deref() != Some("bind") {
                    for need in &row.needs {
                        self.need(need, &format!("action:{action}"), Some((*def, *offset)));
                    }
                }
            }
        }
    }

    /// Filters of components, and permissions that the app itself demands of callers.
    fn manifest(&mut self) {
        let app = self.shared.app;
        // A component that is disabled may be enabled by code, and its filters were written to be used.
        for component in &app.components {
            for action in &component.actions {
                for row in self
                    .shared
                    .index
                    .catalogues
                    .action_needs
                    .iter()
                    .filter(|row| row.action.as_str() == action)
                {
                    if row.r#use.as_deref() == Some("receive") {
                        for need in &row.needs {
                            self.need(need, &format!("action:{action}"), None);
                        }
                    }
                }
            }
            for name in &component.permissions {
                self.manifest_use(name, &component.class);
            }
        }
    }

    fn manifest_use(&mut self, name: &str, place: &str) {
        if self.declared.contains(name) {
            let one = Use {
                api: format!("manifest:{place}"),
                site: None,
                owner: OwnerKind::App,
                owner_short: "app".to_owned(),
                reachable: true,
                hard: false,
            };
            self.add(name, one);
        }
    }

    fn fact(&self, name: String, known: &BTreeSet<String>) -> Option<PermissionFact> {
        let shared = self.shared;
        let declaration = shared
            .app
            .permissions
            .iter()
            .find(|permission| permission.name == name);
        let empty = Uses::default();
        let uses = self.by_permission.get(&name).unwrap_or(&empty);
        let reachable = || uses.uses.iter().filter(|one| one.reachable);
        let by_app =
            reachable().any(|one| matches!(one.owner, OwnerKind::App | OwnerKind::Unknown));
        let mut why = None;
        let status = if declaration.is_none() {
            PermissionStatus::UsedUndeclared
        } else if by_app {
            PermissionStatus::Used
        } else if reachable().next().is_some() {
            PermissionStatus::UsedBySdkOnly
        } else if !known.contains(&name) {
            why = Some("no table ties this permission to an API, URI or action".to_owned());
            PermissionStatus::Unknown
        } else if !shared.app.fully_visible {
            why = Some("part of the app's code could not be read".to_owned());
            PermissionStatus::Unknown
        } else if !shared.index.grantable(&name, MAX_API) {
            why = Some(
                "interfaces hidden from the tables may need it, which code reaches by reflection"
                    .to_owned(),
            );
            PermissionStatus::Unknown
        } else {
            if !uses.uses.is_empty() {
                why = Some("only code that no entry point reaches uses it".to_owned());
            }
            PermissionStatus::Unused
        };
        let mut list: Vec<PermissionUse> = uses
            .uses
            .iter()
            .filter_map(|one| {
                let (def, offset) = one.site?;
                Some(PermissionUse {
                    api: one.api.clone(),
                    method: shared.program.def_name(def),
                    offset,
                    owner: one.owner_short.clone(),
                    reachable: one.reachable,
                })
            })
            .collect();
        list.sort_by(|a, b| (!a.reachable, a).cmp(&(!b.reachable, b)));
        list.dedup();
        list.truncate(MAX_USES);
        let mut owners: Vec<String> = reachable().map(|one| one.owner_short.clone()).collect();
        owners.sort();
        owners.dedup();
        let protection = match shared.index.protection(&name) {
            Some(base) => base.to_owned(),
            None if shared.app.defined_permissions.contains(&name) => "custom".to_owned(),
            None => "unknown".to_owned(),
        };
        if declaration.is_none() && !matches!(protection.as_str(), "normal" | "dangerous") {
            return None;
        }
        Some(PermissionFact {
            protection,
            declared: declaration.is_some(),
            max_sdk: declaration.and_then(|row| row.max_sdk),
            flags: declaration.map(|row| row.flags.clone()).unwrap_or_default(),
            status,
            accesses: uses.accesses.clone(),
            uses: list,
            owners,
            why,
            name,
        })
    }
}
