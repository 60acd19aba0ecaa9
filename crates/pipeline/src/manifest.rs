//! Reads the manifests of all parts into the identity of the app and the input of the call graph.

use apk_unpack::{Container, Part, PartRole};
use app_facts::{AppIdentity, Gap, LocalText, TamperingMark};
use call_graph::{AppInput, Component, DeclaredPermission, IntentFilter, MetaDatum};
use manifest_parse::{ComponentKind, Locale, Manifest};

use crate::marks::{self, gap};

/// Below this target API level activities are told of changes of the screen size that their manifest entry does not name
/// (<https://developer.android.com/guide/topics/manifest/activity-element#config>).
const ALL_CHANGES_UPTO: u32 = 13;

/// What the manifests gave.
#[derive(Default)]
pub(crate) struct Manifests {
    pub(crate) identity: AppIdentity,
    pub(crate) input: AppInput,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) tampering: Vec<TamperingMark>,
    pub(crate) found: bool,
    /// Keys and values of all meta-data.
    pub(crate) meta_data: Vec<(String, String)>,
    /// Switches of the manifest.
    pub(crate) switches: app_facts::ManifestFacts,
    /// Components as facts.
    pub(crate) components: Vec<app_facts::ComponentFact>,
}

/// Reads every part's manifest; the base comes first and names the app.
pub(crate) fn read(container: &Container<'_>, file_name: &str, locale: &str) -> Manifests {
    let locale = Locale::parse(locale);
    let mut out = Manifests::default();
    let mut parts: Vec<&Part<'_>> = container
        .parts()
        .iter()
        .filter(|part| part.role() != PartRole::Nested)
        .collect();
    parts.sort_by_key(|part| part.role() != PartRole::Base);
    for part in parts {
        let Some(entry) = part.find("AndroidManifest.xml") else {
            continue;
        };
        let place = if part.name().is_empty() {
            format!("{file_name}!/{}", entry.name)
        } else {
            part.location(entry)
        };
        let bytes = match part.read(entry) {
            Ok(read) => {
                out.tampering
                    .extend(crate::marks::tampering(&read.tampering));
                read.bytes
            }
            Err(error) => {
                out.lost(&place, error);
                continue;
            }
        };
        let table_bytes = part.find("resources.arsc").map(|entry| part.read(entry));
        let table_bytes = match table_bytes {
            Some(Err(error)) => {
                out.gaps.push(gap(
                    "apk-unpack",
                    "the resource table",
                    &place,
                    error,
                    "texts that the manifest refers to stay unresolved",
                ));
                None
            }
            Some(Ok(read)) => Some(read.bytes),
            None => None,
        };
        let table = match table_bytes.as_deref().map(manifest_parse::parse_resources) {
            Some(Err(error)) => {
                out.gaps.push(gap(
                    "manifest-parse",
                    "the resource table",
                    &place,
                    error,
                    "texts that the manifest refers to stay unresolved",
                ));
                None
            }
            Some(Ok(table)) => Some(table),
            None => None,
        };
        match manifest_parse::parse_manifest(&bytes, table.as_ref(), &locale) {
            Ok(manifest) => out.add(&manifest, &place),
            Err(error) => out.lost(&place, error),
        }
    }
    out.identity.min_sdk = out.identity.min_sdk.max(1);
    out.input.min_sdk = out.identity.min_sdk;
    out.input.target_sdk = out.identity.target_sdk;
    out.input.package = out.identity.package.clone();
    out.input.fully_visible = true;
    out
}

impl Manifests {
    fn lost(&mut self, place: &str, why: impl std::fmt::Display) {
        self.gaps.push(gap(
            "manifest-parse",
            "the manifest",
            place,
            why,
            "components and permissions declared there are not known",
        ));
    }

    fn add(&mut self, manifest: &Manifest, place: &str) {
        for anomaly in &manifest.anomalies {
            self.tampering.push(TamperingMark {
                kind: format!("manifest.{}", marks::snake(&format!("{:?}", anomaly.kind))),
                place: place.to_owned(),
                detail: format!("{} (at byte {})", anomaly.detail, anomaly.offset),
            });
        }
        let is_first = !self.found;
        self.found = true;
        crate::surroundings::add(&mut self.switches, &mut self.components, manifest);
        if is_first {
            let id = &mut self.identity;
            id.package.clone_from(&manifest.package);
            id.version_name.clone_from(&manifest.version_name);
            id.version_code = manifest.version_code;
            id.min_sdk = manifest.min_sdk.unwrap_or(1);
            id.target_sdk = manifest.target_sdk.unwrap_or(id.min_sdk);
            if let Some(label) = &manifest.application.label {
                id.label = LocalText {
                    default: label.default.clone(),
                    zh_cn: label.localized.clone(),
                };
            }
            self.application(manifest);
        }
        let meta_data = manifest
            .components
            .iter()
            .flat_map(|component| &component.meta_data)
            .chain(&manifest.application.meta_data);
        self.meta_data.extend(meta_data.map(|row| {
            let value = row.value.as_ref().or(row.resource.as_ref());
            (
                row.name.clone(),
                value.map(|text| text.best().to_owned()).unwrap_or_default(),
            )
        }));
        for permission in &manifest.permissions_used {
            if permission.name.is_empty() {
                continue;
            }
            let known = self
                .input
                .permissions
                .iter_mut()
                .find(|known| known.name == permission.name);
            let flags = if permission.never_for_location() {
                vec!["neverForLocation".to_owned()]
            } else {
                Vec::new()
            };
            match known {
                // Of several declarations the widest holds, as the installer merges them.
                Some(known) => {
                    known.max_sdk = match (known.max_sdk, permission.max_sdk) {
                        (Some(a), Some(b)) => Some(a.max(b)),
                        _ => None,
                    };
                }
                None => self.input.permissions.push(DeclaredPermission {
                    name: permission.name.clone(),
                    max_sdk: permission.max_sdk,
                    flags,
                }),
            }
        }
        self.input.defined_permissions.extend(
            manifest
                .permissions_defined
                .iter()
                .map(|permission| permission.name.clone()),
        );
        for component in &manifest.components {
            let kind = match component.kind {
                ComponentKind::Service => "service",
                ComponentKind::Receiver => "receiver",
                ComponentKind::Provider => "provider",
                _ => "activity",
            };
            let is_launcher = is_launcher(component);
            let permissions = [
                &component.permission,
                &component.read_permission,
                &component.write_permission,
            ];
            self.input.components.push(Component {
                kind: kind.to_owned(),
                class: component.code_descriptor(),
                names: vec![component.name.clone()],
                enabled: component.enabled && manifest.application.enabled,
                actions: component
                    .filters
                    .iter()
                    .flat_map(|filter| filter.actions.iter().cloned())
                    .collect(),
                filters: component
                    .filters
                    .iter()
                    .map(|filter| IntentFilter {
                        actions: filter.actions.clone(),
                        categories: filter.categories.clone(),
                        types: filter
                            .data
                            .iter()
                            .filter_map(|data| data.mime_type.clone())
                            .collect(),
                        schemes: filter
                            .data
                            .iter()
                            .filter_map(|data| data.scheme.clone())
                            .collect(),
                        hosts: filter
                            .data
                            .iter()
                            .filter_map(|data| Some((data.host.clone()?, data.port.clone())))
                            .collect(),
                        paths: filter
                            .data
                            .iter()
                            .flat_map(|data| data.paths.iter().cloned())
                            .collect(),
                        priority: filter.priority,
                    })
                    .collect(),
                is_launcher,
                exported: component.exported,
                init_order: component.init_order.unwrap_or(0),
                permissions: permissions.into_iter().flatten().cloned().collect(),
                authorities: component.authorities.clone(),
                handles_changes: component.config_changes != 0
                    || self.identity.target_sdk < ALL_CHANGES_UPTO,
                process: process_of(component, manifest),
            });
            // "Up" leads there.
            self.input.started_elsewhere.extend(
                component
                    .parent_activity
                    .as_deref()
                    .map(manifest_parse::descriptor_of),
            );
        }
        let data = manifest
            .components
            .iter()
            .filter(|component| component.enabled)
            .flat_map(|component| &component.meta_data)
            .chain(&manifest.application.meta_data);
        self.input.meta_data.extend(data.map(|row| {
            MetaDatum {
                key: row.name.clone(),
                value: row
                    .value
                    .as_ref()
                    .map(|text| text.best().to_owned())
                    .unwrap_or_default(),
            }
        }));
        for instrumentation in &manifest.instrumentation {
            self.named("instrumentation", Some(&instrumentation.name), true);
        }
    }

    fn application(&mut self, manifest: &Manifest) {
        let application = &manifest.application;
        self.input.started_elsewhere.extend(
            application
                .manage_space_activity
                .as_deref()
                .map(manifest_parse::descriptor_of),
        );
        self.named(
            "app_component_factory",
            application.app_component_factory.as_ref(),
            application.enabled,
        );
        self.named(
            "application",
            application.name.as_ref(),
            application.enabled,
        );
        self.named(
            "backup_agent",
            application.backup_agent.as_ref(),
            application.enabled,
        );
        self.named(
            "instrumentation",
            application.zygote_preload_name.as_ref(),
            application.enabled,
        );
    }

    fn named(&mut self, kind: &str, name: Option<&String>, enabled: bool) {
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            self.input.components.push(Component {
                kind: kind.to_owned(),
                class: manifest_parse::descriptor_of(name),
                enabled,
                ..Component::default()
            });
        }
    }
}

/// True for a component that the launcher starts.
fn is_launcher(component: &manifest_parse::Component) -> bool {
    component.filters.iter().any(|filter| {
        filter
            .actions
            .iter()
            .any(|action| action.ends_with(".MAIN"))
            && filter
                .categories
                .iter()
                .any(|category| category.ends_with(".LAUNCHER"))
    })
}

/// The process of a component, empty for the one that the launcher starts.
fn process_of(component: &manifest_parse::Component, manifest: &Manifest) -> String {
    let name = |process: &Option<String>| match process.as_deref() {
        None | Some("") => manifest.package.clone(),
        Some(process) => process.to_owned(),
    };
    let own = name(&component.process);
    let mut pages = manifest.components.iter().filter(|one| is_launcher(one));
    let is_main = own == name(&manifest.application.process)
        || component.multiprocess
        || pages.any(|page| name(&page.process) == own);
    if is_main { String::new() } else { own }
}
