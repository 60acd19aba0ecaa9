//! Switches and components of the manifest as facts for rules; refuses to decide what they mean.

use std::collections::BTreeMap;

use app_facts::{ComponentFact, ManifestFacts, Owner, OwnerKind};
use manifest_parse::{ComponentKind, Manifest};
use ruleset::schema::{Catalogues, SdkKind};

/// Components kept; the largest apps have some thousands.
const MAX_COMPONENTS: usize = 20_000;
/// Target level from which cleartext traffic is off unless the manifest allows it
/// (<https://developer.android.com/guide/topics/manifest/application-element#usesCleartextTraffic>).
const CLEARTEXT_OFF_FROM: u32 = 28;
/// Ending of the action by which apps with a screen are found.
const MAIN_ACTION: &str = ".action.MAIN";

/// Adds what one manifest says; the first names the switches.
pub(crate) fn add(
    switches: &mut ManifestFacts,
    components: &mut Vec<ComponentFact>,
    manifest: &Manifest,
) {
    let application = &manifest.application;
    if !switches.read {
        let target = manifest.target_sdk.or(manifest.min_sdk).unwrap_or(1);
        *switches = ManifestFacts {
            read: true,
            allow_backup: application.allow_backup.unwrap_or(true),
            backup_rules: application.full_backup_content.is_some()
                || application.data_extraction_rules.is_some(),
            // A network security configuration decides by host.
            cleartext: application.network_security_config.is_none()
                && application
                    .uses_cleartext_traffic
                    .unwrap_or(target < CLEARTEXT_OFF_FROM),
            network_security_config: application.network_security_config.is_some(),
            debuggable: application.debuggable,
            shared_user_id: manifest.shared_user_id.clone(),
            queries_all: false,
            query_packages: 0,
        };
    }
    let queries = &manifest.queries;
    switches.query_packages = switches
        .query_packages
        .saturating_add(u32::try_from(queries.packages.len()).unwrap_or(u32::MAX));
    switches.queries_all |= queries.intents.iter().any(|intent| {
        intent
            .actions
            .iter()
            .any(|action| action.ends_with(MAIN_ACTION))
            && intent.data.iter().all(|data| data.host.is_none())
    });
    for component in &manifest.components {
        if components.len() >= MAX_COMPONENTS {
            break;
        }
        let kind = match component.kind {
            ComponentKind::Service => "service",
            ComponentKind::Receiver => "receiver",
            ComponentKind::Provider => "provider",
            _ => "activity",
        };
        let mut fact = ComponentFact {
            kind: kind.to_owned(),
            class: component.code_descriptor(),
            owner: Owner::default(),
            exported: component.exported,
            enabled: component.enabled && application.enabled,
            launcher: false,
            permission: [
                &component.permission,
                &component.read_permission,
                &component.write_permission,
            ]
            .into_iter()
            .flatten()
            .next()
            .cloned(),
            process: component
                .process
                .clone()
                .filter(|process| *process != manifest.package),
            authorities: component.authorities.clone(),
            ..ComponentFact::default()
        };
        for filter in &component.filters {
            fact.actions.extend(filter.actions.iter().cloned());
            fact.categories.extend(filter.categories.iter().cloned());
            fact.launcher |= filter
                .actions
                .iter()
                .any(|action| action.ends_with(MAIN_ACTION))
                && filter
                    .categories
                    .iter()
                    .any(|category| category.ends_with(".LAUNCHER"));
        }
        fact.meta = component
            .meta_data
            .iter()
            .map(|row| {
                let value = row.value.as_ref().or(row.resource.as_ref());
                format!("{}={}", row.name, value.map_or("", |text| text.best()))
            })
            .collect();
        for list in [&mut fact.actions, &mut fact.categories, &mut fact.meta] {
            list.sort();
            list.dedup();
        }
        components.push(fact);
    }
}

/// Sets who holds the class of each component, by package, and sorts them.
pub(crate) fn finish(
    components: &mut Vec<ComponentFact>,
    catalogues: &Catalogues<'_>,
    package: &str,
) {
    let mut prefixes: BTreeMap<&str, (&str, SdkKind)> = BTreeMap::new();
    for sdk in &catalogues.sdks {
        for prefix in &sdk.packages {
            prefixes.insert(prefix, (&sdk.id, sdk.kind));
        }
    }
    let mut own: Vec<String> = vec![package.to_owned()];
    for component in components.iter().filter(|component| component.launcher) {
        if let Some((package, _)) = java_name(&component.class).rsplit_once('.') {
            own.push(package.to_owned());
        }
    }
    for component in components.iter_mut() {
        let name = java_name(&component.class);
        let mut at = name.as_str();
        component.owner = loop {
            if let Some((id, kind)) = prefixes.get(at) {
                break Owner {
                    kind: match kind {
                        SdkKind::Sdk => OwnerKind::Sdk,
                        SdkKind::Library => OwnerKind::Library,
                    },
                    sdk: Some((*id).to_owned()),
                };
            }
            if own.iter().any(|own| own == at) {
                break Owner::app();
            }
            match at.rsplit_once('.') {
                Some((outer, _)) => at = outer,
                None => break Owner::default(),
            }
        };
    }
    components.sort();
    components.dedup();
}

/// `La/b/C;` as `a.b.C`.
fn java_name(class: &str) -> String {
    class
        .trim_start_matches('L')
        .trim_end_matches(';')
        .replace('/', ".")
}
