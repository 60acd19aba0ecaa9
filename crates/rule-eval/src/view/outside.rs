//! Rows of what stands around the code: SDKs, hosts, permissions, components, texts, changes.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{DisclosureAnswer, PermissionStatus};
use ruleset::schema::InitRole;

use super::{Source, owner_kind};
use crate::rows::{Columns, Doubt, Row, Val};

pub(super) fn sdks<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let facts = source.facts;
    let disclosure = &facts.disclosure;
    let undeclared: BTreeMap<&str, DisclosureAnswer> = disclosure
        .undeclared_sdks
        .iter()
        .map(|row| (row.sdk.as_str(), row.answer))
        .collect();
    let named: BTreeMap<&str, &str> = disclosure
        .declared_sdks
        .iter()
        .filter_map(|row| row.sdk.as_deref().map(|id| (id, row.matched.as_str())))
        .collect();
    let senders: BTreeSet<&str> = facts
        .flows
        .iter()
        .filter(|flow| flow.sink.kind == "network")
        .filter_map(|flow| flow.path.first().map(|step| step.owner.as_str()))
        .collect();
    let columns = Columns::new(
        "sdk",
        &[
            "id",
            "category",
            "country",
            "library",
            "reachable",
            "data",
            "collects",
            "sends",
            "declared",
            "same_group",
            "confidence",
            "version",
            "major",
            "evidence",
            "init_phase",
        ],
    );
    facts
        .sdks
        .iter()
        .map(|sdk| {
            let has = |kinds: &[&str]| {
                sdk.evidence
                    .iter()
                    .any(|evidence| kinds.contains(&evidence.kind.as_str()))
            };
            let confidence = if has(&["package", "component", "native_lib"]) {
                "confirmed"
            } else if has(&["class_fingerprint"]) {
                "fingerprint"
            } else {
                "possible"
            };
            let collects = sdk.data.iter().any(|id| !source.is_background(id));
            let declared = match (undeclared.get(sdk.id.as_str()), named.get(sdk.id.as_str())) {
                _ if disclosure.documents.is_empty() => "unknown",
                (Some(DisclosureAnswer::Vendor), _) | (None, Some(&"vendor")) => "vendor",
                (Some(DisclosureAnswer::Sibling), _) => "sibling",
                (None, Some(_)) => "yes",
                _ => "no",
            };
            Row {
                values: columns.row([
                    Val::word(&sdk.id),
                    Val::word(&sdk.category),
                    Val::maybe(sdk.country.as_deref()),
                    Val::Flag(sdk.is_library),
                    Val::Flag(sdk.reachable),
                    Val::strings(&sdk.data),
                    Val::Flag(collects),
                    Val::Flag(senders.contains(sdk.id.as_str())),
                    Val::word(declared),
                    Val::Flag(source.same_group(&sdk.id)),
                    Val::word(confidence),
                    Val::maybe(sdk.version.as_deref()),
                    sdk.version
                        .as_deref()
                        .and_then(|text| text.split('.').next()?.parse::<i64>().ok())
                        .map_or(Val::Missing, Val::Number),
                    Val::list(sdk.evidence.iter().map(|evidence| evidence.kind.as_str())),
                    init_phase(source, &sdk.id),
                ]),
                kind: "sdk",
                id: sdk.id.clone(),
                owner: None,
                doubt: Doubt {
                    possible_sdk: confidence == "possible",
                    same_group: source.same_group(&sdk.id),
                    ..Doubt::default()
                },
            }
        })
        .collect()
}

/// Timing and roles of the catalogued start methods that behaviours name, as `role:phase`.
fn init_phase<'f>(source: &Source<'f>, id: &str) -> Val<'f> {
    let Some(sdk) = source.sdk(id).filter(|sdk| !sdk.init.is_empty()) else {
        return Val::Missing;
    };
    let mut words = BTreeSet::new();
    for method in &sdk.init {
        let role = match method.role {
            InitRole::Init => "init",
            InitRole::PreInit => "pre_init",
            InitRole::Consent => "consent",
            InitRole::Switch => "switch",
        };
        words.insert(format!("has:{role}"));
        for row in &source.facts.behaviours {
            if row.id == "sdk_start" && row.api.starts_with(method.method.as_str()) {
                let phase = row.phase.map_or("none", super::phase_word);
                words.insert(format!("{role}:{phase}"));
            }
        }
    }
    Val::List(words.into_iter().map(std::borrow::Cow::Owned).collect())
}

pub(super) fn hosts<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let columns = Columns::new(
        "host",
        &["host", "role", "sdk", "country", "scheme", "seen"],
    );
    source
        .facts
        .hosts
        .iter()
        .map(|host| Row {
            values: columns.row([
                Val::word(&host.host),
                Val::word(if source.group.owns_host(&host.host) {
                    "first_party"
                } else {
                    &host.role
                }),
                Val::maybe(host.sdk.as_deref()),
                Val::maybe(host.country.as_deref()),
                Val::strings(&host.schemes),
                Val::word(&host.seen),
            ]),
            kind: "resource",
            id: format!("host:{}", host.host),
            owner: None,
            doubt: Doubt::default(),
        })
        .collect()
}

pub(super) fn permissions<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let columns = Columns::new(
        "permission",
        &[
            "name",
            "group",
            "personal",
            "protection",
            "declared",
            "status",
            "owner",
            "max_sdk",
            "relevance",
        ],
    );
    source
        .facts
        .permissions
        .iter()
        .enumerate()
        .map(|(index, permission)| {
            let group = source.group_of(&permission.name);
            Row {
                values: columns.row([
                    Val::word(&permission.name),
                    group.map_or(Val::Missing, |group| Val::word(&group.name)),
                    Val::Flag(group.is_some_and(|group| group.personal)),
                    Val::word(&permission.protection),
                    Val::Flag(permission.declared),
                    Val::word(match permission.status {
                        PermissionStatus::Used => "used",
                        PermissionStatus::UsedBySdkOnly => "used_by_sdk_only",
                        PermissionStatus::Unused => "unused",
                        PermissionStatus::Unknown => "unknown",
                        PermissionStatus::UsedUndeclared => "used_undeclared",
                    }),
                    Val::strings(&permission.owners),
                    permission.max_sdk.map_or(Val::Missing, Val::number),
                    Val::word(group.map_or("unknown", |group| source.union.relevance(&group.name))),
                ]),
                kind: "permission",
                id: format!("p{}", index + 1),
                owner: None,
                doubt: Doubt::default(),
            }
        })
        .collect()
}

pub(super) fn components<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let columns = Columns::new(
        "component",
        &[
            "kind",
            "class",
            "owner",
            "owner_kind",
            "sdk_category",
            "exported",
            "enabled",
            "launcher",
            "permission",
            "guarded",
            "own_process",
            "action",
            "category",
            "meta",
        ],
    );
    source
        .facts
        .components
        .iter()
        .map(|row| Row {
            values: columns.row([
                Val::word(&row.kind),
                Val::word(&row.class),
                Val::word(row.owner.short()),
                Val::word(owner_kind(&row.owner)),
                source.sdk_category(&row.owner),
                Val::Flag(row.exported),
                Val::Flag(row.enabled),
                Val::Flag(row.launcher),
                Val::maybe(row.permission.as_deref()),
                Val::Flag(row.permission.is_some()),
                Val::Flag(row.process.is_some()),
                Val::strings(&row.actions),
                Val::strings(&row.categories),
                Val::strings(&row.meta),
            ]),
            kind: "component",
            id: row.class.clone(),
            owner: Some(&row.owner),
            doubt: Doubt::default(),
        })
        .collect()
}

pub(super) fn resources<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let columns = Columns::new(
        "resource",
        &[
            "kind",
            "topic",
            "page_topic",
            "checked",
            "first_screen",
            "shown",
            "value",
        ],
    );
    source
        .facts
        .resources
        .iter()
        .map(|row| Row {
            values: columns.row([
                Val::word(&row.kind),
                Val::strings(&row.topics),
                Val::strings(&row.page_topics),
                row.checked.map_or(Val::Missing, Val::Flag),
                Val::Flag(row.first_screen),
                Val::word(&row.shown),
                Val::word(&row.value),
            ]),
            kind: "resource",
            id: row.place.clone(),
            owner: None,
            doubt: Doubt::default(),
        })
        .collect()
}

/// What is new against the version before.
pub(super) fn changes<'f>(source: &Source<'f>) -> Vec<Row<'f>> {
    let Some(previous) = &source.options.previous else {
        return Vec::new();
    };
    let facts = source.facts;
    let columns = Columns::new("change", &["what", "value", "declared"]);
    let declared_data: BTreeSet<&str> = facts
        .disclosure
        .declared_data
        .iter()
        .map(|row| row.data.as_str())
        .collect();
    let declared_sdks: BTreeSet<&str> = facts
        .disclosure
        .declared_sdks
        .iter()
        .filter_map(|row| row.sdk.as_deref())
        .collect();
    let mut new: BTreeSet<(&str, &str, bool)> = BTreeSet::new();
    for access in &facts.accesses {
        let data = access.data.as_str();
        if access.level == app_facts::Level::Reachable
            && !source.is_background(data)
            && !previous.data.contains(&access.data)
        {
            new.insert(("data", data, declared_data.contains(data)));
        }
    }
    for sdk in facts.sdks.iter().filter(|sdk| !sdk.is_library) {
        if !previous.sdks.contains(&sdk.id) {
            new.insert(("sdk", &sdk.id, declared_sdks.contains(sdk.id.as_str())));
        }
    }
    for permission in facts
        .permissions
        .iter()
        .filter(|permission| permission.declared)
    {
        if !previous.permissions.contains(&permission.name)
            && source.group_of(&permission.name).is_some()
        {
            new.insert(("permission", &permission.name, false));
        }
    }
    new.into_iter()
        .map(|(what, value, declared)| Row {
            values: columns.row([Val::word(what), Val::word(value), Val::Flag(declared)]),
            kind: "resource",
            id: format!("new:{what}:{value}"),
            owner: None,
            doubt: Doubt::default(),
        })
        .collect()
}
