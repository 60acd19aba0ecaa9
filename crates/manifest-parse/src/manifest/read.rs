//! From a document to the typed manifest: the `manifest` element and everything beside `application`.

use std::collections::BTreeMap;

use super::application;
use super::attr;
use super::component;
use super::model::{
    Feature, Instrumentation, Manifest, PermissionDefinition, PermissionElement, Queries,
    UsesLibrary, UsesPermission, UsesPermissionElement,
};
use super::values::ValueReader;
use crate::document::{Element, XmlDocument};
use crate::error::{Anomaly, AnomalyKind, ManifestError};
use crate::limits::{MAX_COMPONENTS, MAX_UNKNOWN_ELEMENTS};
use crate::locale::Locale;
use crate::parse::parse_xml;
use crate::resources::ResourceTable;

/// Elements of `manifest` that are read elsewhere or hold nothing this model needs.
const SILENT: &[&str] = &[
    "adopt-permissions",
    "attribution",
    "compatible-screens",
    "eat-comment",
    "install-constraints",
    "key-sets",
    "original-package",
    "overlay",
    "package-verifier",
    "profileable",
    "protected-broadcast",
    "restrict-update",
    "supports-gl-texture",
    "supports-input",
    "supports-screens",
    "uses-configuration",
    "uses-split",
];

/// Reads a manifest in any of the three encodings. References are resolved through `resources` for a device without
/// locale and one with `locale`; without a table they stay visible as `@7f0100ab`.
pub fn parse_manifest(
    data: &[u8],
    resources: Option<&ResourceTable<'_>>,
    locale: &Locale,
) -> Result<Manifest, ManifestError> {
    read_manifest(&parse_xml(data)?, resources, locale)
}

/// Types a document that is already decoded.
pub fn read_manifest(
    document: &XmlDocument,
    resources: Option<&ResourceTable<'_>>,
    locale: &Locale,
) -> Result<Manifest, ManifestError> {
    let root = document.root().ok_or(ManifestError::NoRoot { offset: 0 })?;
    if root.name() != "manifest" {
        return Err(ManifestError::NotAManifest {
            offset: root.offset(),
        });
    }
    let mut values = ValueReader::new(resources, locale);
    values.anomalies.extend(document.anomalies());
    let mut manifest = Manifest {
        source: Some(document.source()),
        ..Manifest::default()
    };
    read_root(root, &mut values, &mut manifest);
    let mut unknown = Unknown::default();
    // Defaults of components depend on the platform versions and on the application, so these are read first.
    for child in root.children() {
        match child.name() {
            "uses-sdk" => uses_sdk(child, &mut values, &mut manifest),
            "application" => {
                manifest.application.n_elements = manifest.application.n_elements.saturating_add(1);
                if manifest.application.n_elements == 1 {
                    let n_elements = 1;
                    manifest.application = application::read(child, &manifest.package, &mut values);
                    manifest.application.n_elements = n_elements;
                }
            }
            _ => {}
        }
    }
    let mut n_applications = 0_usize;
    for child in root.children() {
        match child.name() {
            "uses-sdk" => {}
            "application" => {
                n_applications = n_applications.saturating_add(1);
                if n_applications == 2 {
                    values
                        .anomalies
                        .push(AnomalyKind::DuplicateElement, child.offset(), || {
                            "application".to_owned()
                        });
                }
                read_components(
                    child,
                    n_applications == 1,
                    &mut manifest,
                    &mut values,
                    &mut unknown,
                );
            }
            "uses-permission" | "uses-permission-sdk-23" | "uses-permission-sdk-m" => {
                manifest
                    .permissions_used
                    .extend(uses_permission(child, &mut values));
            }
            "permission" | "permission-group" | "permission-tree" => {
                manifest
                    .permissions_defined
                    .extend(permission(child, &mut values));
            }
            "uses-feature" => manifest.features.push(feature(child, &mut values)),
            "feature-group" => {
                let inner = child
                    .children()
                    .filter(|inner| inner.name() == "uses-feature");
                manifest
                    .features
                    .extend(inner.map(|inner| feature(inner, &mut values)));
            }
            "queries" => queries(child, &mut values, &mut manifest.queries),
            "instrumentation" => manifest.instrumentation.extend(instrumentation(
                child,
                &manifest.package,
                &mut values,
            )),
            name if SILENT.contains(&name) => {}
            name => unknown.count("manifest", name),
        }
    }
    manifest.unknown_elements = unknown.into_vec();
    manifest.anomalies = sorted(std::mem::take(&mut values.anomalies).into_vec());
    Ok(manifest)
}

/// Anomalies in the order of the file, so that typing after decoding does not show.
fn sorted(mut anomalies: Vec<Anomaly>) -> Vec<Anomaly> {
    anomalies.sort_by(|left, right| {
        (left.offset, left.kind, &left.detail).cmp(&(right.offset, right.kind, &right.detail))
    });
    anomalies.dedup();
    anomalies
}

fn read_root(root: Element<'_>, values: &mut ValueReader<'_, '_>, manifest: &mut Manifest) {
    manifest.package = values.string_of(root.plain("package")).unwrap_or_default();
    manifest.version_name = values.string(root, attr::VERSION_NAME);
    let minor = values.number(root, attr::VERSION_CODE);
    let major = values.number(root, attr::VERSION_CODE_MAJOR);
    manifest.version_code = match (major, minor) {
        (None, None) => None,
        (major, minor) => {
            Some((u64::from(major.unwrap_or(0)) << 32) | u64::from(minor.unwrap_or(0)))
        }
    };
    manifest.shared_user_id = values.string(root, attr::SHARED_USER_ID);
    manifest.shared_user_max_sdk = values.number(root, attr::SHARED_USER_MAX_SDK_VERSION);
    manifest.compile_sdk = values.number(root, attr::COMPILE_SDK_VERSION).or_else(|| {
        root.plain("platformBuildVersionCode")
            .and_then(|attribute| attribute.value.as_u32())
    });
    manifest.split = values.string_of(root.plain("split"));
    manifest.config_for_split = values.string_of(root.plain("configForSplit"));
    manifest.is_feature_split = values.flag(root, attr::IS_FEATURE_SPLIT).unwrap_or(false);
    manifest.requires_splits = values.flag(root, attr::IS_SPLIT_REQUIRED).unwrap_or(false)
        || root.framework(attr::REQUIRED_SPLIT_TYPES).is_some();
}

fn uses_sdk(element: Element<'_>, values: &mut ValueReader<'_, '_>, manifest: &mut Manifest) {
    let (min, min_name) = values.platform(element, attr::MIN_SDK_VERSION);
    let (target, target_name) = values.platform(element, attr::TARGET_SDK_VERSION);
    // A later element overrides what it states, as on the platform.
    manifest.min_sdk = min.or(manifest.min_sdk);
    manifest.target_sdk = target.or(manifest.target_sdk);
    manifest.max_sdk = values
        .number(element, attr::MAX_SDK_VERSION)
        .or(manifest.max_sdk);
    manifest.sdk_codename = target_name.or(min_name).or(manifest.sdk_codename.take());
}

fn uses_permission(
    element: Element<'_>,
    values: &mut ValueReader<'_, '_>,
) -> Option<UsesPermission> {
    let kind = match element.name() {
        "uses-permission-sdk-23" => UsesPermissionElement::UsesPermissionSdk23,
        "uses-permission-sdk-m" => UsesPermissionElement::UsesPermissionSdkM,
        _ => UsesPermissionElement::UsesPermission,
    };
    let name = values.string(element, attr::NAME)?;
    let mut permission = UsesPermission {
        element: kind,
        name,
        max_sdk: values.number(element, attr::MAX_SDK_VERSION),
        min_sdk: values.number(element, attr::MIN_SDK_VERSION),
        flags: values.number(element, attr::USES_PERMISSION_FLAGS),
        required_features: values
            .string(element, attr::REQUIRED_FEATURE)
            .into_iter()
            .collect(),
        required_not_features: values
            .string(element, attr::REQUIRED_NOT_FEATURE)
            .into_iter()
            .collect(),
        line: element.line(),
    };
    for child in element.children() {
        let feature = values.string(child, attr::NAME);
        match child.name() {
            "required-feature" => permission.required_features.extend(feature),
            "required-not-feature" => permission.required_not_features.extend(feature),
            _ => {}
        }
    }
    Some(permission)
}

fn permission(
    element: Element<'_>,
    values: &mut ValueReader<'_, '_>,
) -> Option<PermissionDefinition> {
    Some(PermissionDefinition {
        element: match element.name() {
            "permission-group" => PermissionElement::Group,
            "permission-tree" => PermissionElement::Tree,
            _ => PermissionElement::Permission,
        },
        name: values.string(element, attr::NAME)?,
        protection_level: values.number(element, attr::PROTECTION_LEVEL).unwrap_or(0),
        group: values.string(element, attr::PERMISSION_GROUP),
        label: values.text(element, attr::LABEL),
        description: values.text(element, attr::DESCRIPTION),
        line: element.line(),
    })
}

fn feature(element: Element<'_>, values: &mut ValueReader<'_, '_>) -> Feature {
    Feature {
        name: values.string(element, attr::NAME),
        required: values.flag(element, attr::REQUIRED).unwrap_or(true),
        gl_es_version: values.number(element, attr::GL_ES_VERSION),
    }
}

fn queries(element: Element<'_>, values: &mut ValueReader<'_, '_>, queries: &mut Queries) {
    for child in element.children() {
        match child.name() {
            "package" => queries.packages.extend(values.string(child, attr::NAME)),
            "intent" => queries.intents.push(component::filter(child, values)),
            "provider" => {
                let authorities = values.string(child, attr::AUTHORITIES).unwrap_or_default();
                queries
                    .providers
                    .extend(component::authorities(&authorities));
            }
            _ => {}
        }
    }
}

fn instrumentation(
    element: Element<'_>,
    package: &str,
    values: &mut ValueReader<'_, '_>,
) -> Option<Instrumentation> {
    let name = values.string(element, attr::NAME)?;
    Some(Instrumentation {
        name: component::class_name(package, &name),
        target_package: values.string(element, attr::TARGET_PACKAGE),
        target_processes: values.string(element, attr::TARGET_PROCESSES),
    })
}

fn read_components(
    application: Element<'_>,
    is_first: bool,
    manifest: &mut Manifest,
    values: &mut ValueReader<'_, '_>,
    unknown: &mut Unknown,
) {
    for child in application.children() {
        if let Some(kind) = component::kind_of(child.name()) {
            if manifest.components.len() >= MAX_COMPONENTS {
                values
                    .anomalies
                    .push(AnomalyKind::LimitReached, child.offset(), || {
                        "components".to_owned()
                    });
                return;
            }
            let component = component::read(child, kind, manifest, values, unknown);
            manifest
                .components
                .extend(component.map(|component| super::model::Component {
                    in_first_application: is_first,
                    ..component
                }));
            continue;
        }
        match child.name() {
            "uses-library"
            | "uses-native-library"
            | "uses-static-library"
            | "uses-sdk-library"
            | "uses-package" => {
                if let Some(name) = values.string(child, attr::NAME) {
                    let required = values.flag(child, attr::REQUIRED).unwrap_or(true);
                    manifest.libraries.push(UsesLibrary {
                        element: child.name().to_owned(),
                        name,
                        required,
                    });
                }
            }
            "meta-data" | "property" | "library" | "native-library" | "static-library"
            | "sdk-library" | "processes" | "profileable" | "eat-comment" => {}
            name => unknown.count("manifest/application", name),
        }
    }
}

/// Counts elements without a place in the model.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    counts: BTreeMap<String, usize>,
}

impl Unknown {
    pub(super) fn count(&mut self, path: &str, name: &str) {
        let key = format!("{path}/{}", crate::text::head(name, 100));
        if self.counts.len() < MAX_UNKNOWN_ELEMENTS || self.counts.contains_key(&key) {
            let count = self.counts.entry(key).or_insert(0);
            *count = count.saturating_add(1);
        }
    }

    fn into_vec(self) -> Vec<(String, usize)> {
        self.counts.into_iter().collect()
    }
}
