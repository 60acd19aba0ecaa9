//! Components, intent filters and metadata, with the platform's defaults.

use super::attr;
use super::model::{Component, ComponentKind, IntentData, IntentFilter, Manifest, MetaData};
use super::read::Unknown;
use super::values::ValueReader;
use crate::document::Element;

/// From this target API level on, providers are private unless they say otherwise
/// (<https://developer.android.com/guide/topics/manifest/provider-element#exported>).
const PRIVATE_PROVIDERS_SINCE: u32 = 17;

/// The kind an element of `application` declares.
pub(super) fn kind_of(name: &str) -> Option<ComponentKind> {
    Some(match name {
        "activity" => ComponentKind::Activity,
        "activity-alias" => ComponentKind::ActivityAlias,
        "service" => ComponentKind::Service,
        "receiver" => ComponentKind::Receiver,
        "provider" => ComponentKind::Provider,
        _ => return None,
    })
}

/// Makes a class name absolute: `.C` and `C` belong to the package
/// (<https://developer.android.com/guide/topics/manifest/manifest-intro#components>).
pub(super) fn class_name(package: &str, name: &str) -> String {
    if name.starts_with('.') {
        format!("{package}{name}")
    } else if name.contains('.') || name.is_empty() || package.is_empty() || name.starts_with('@') {
        name.to_owned()
    } else {
        format!("{package}.{name}")
    }
}

/// The parts of an `authorities` attribute.
pub(super) fn authorities(text: &str) -> impl Iterator<Item = String> {
    text.split(';')
        .map(str::trim)
        .filter(|authority| !authority.is_empty())
        .map(str::to_owned)
}

/// Reads one component. `None` if it has no name, which makes the platform refuse the whole package.
pub(super) fn read(
    element: Element<'_>,
    kind: ComponentKind,
    manifest: &Manifest,
    values: &mut ValueReader<'_, '_>,
    unknown: &mut Unknown,
) -> Option<Component> {
    let raw_name = values.string(element, attr::NAME)?;
    let application = &manifest.application;
    let exported_stated = values.flag(element, attr::EXPORTED);
    let own_permission = values.string(element, attr::PERMISSION);
    // An alias does not inherit the application's permission.
    let inherited = if kind == ComponentKind::ActivityAlias {
        None
    } else {
        application.permission.clone()
    };
    let permission = own_permission.or(inherited);
    let is_provider = kind == ComponentKind::Provider;
    let access = |values: &mut ValueReader<'_, '_>, id| {
        if is_provider {
            values.string(element, id).or_else(|| permission.clone())
        } else {
            None
        }
    };
    let read_permission = access(values, attr::READ_PERMISSION);
    let write_permission = access(values, attr::WRITE_PERMISSION);
    let target = values
        .string(element, attr::TARGET_ACTIVITY)
        .filter(|_| kind == ComponentKind::ActivityAlias);
    let listed = if is_provider {
        values.string(element, attr::AUTHORITIES)
    } else {
        None
    };
    let mut component = Component {
        kind,
        name: class_name(&manifest.package, &raw_name),
        raw_name,
        target_activity: target.map(|name| class_name(&manifest.package, &name)),
        label: values.text(element, attr::LABEL),
        enabled: values.flag(element, attr::ENABLED).unwrap_or(true),
        exported: false,
        exported_stated,
        permission,
        read_permission,
        write_permission,
        process: values
            .string(element, attr::PROCESS)
            .or_else(|| application.process.clone()),
        direct_boot_aware: values
            .flag(element, attr::DIRECT_BOOT_AWARE)
            .unwrap_or(application.direct_boot_aware),
        foreground_service_type: values
            .number(element, attr::FOREGROUND_SERVICE_TYPE)
            .unwrap_or(0),
        isolated_process: values
            .flag(element, attr::ISOLATED_PROCESS)
            .unwrap_or(false),
        init_order: values
            .number(element, attr::INIT_ORDER)
            .map(u32::cast_signed),
        authorities: authorities(&listed.unwrap_or_default()).collect(),
        grant_uri_permissions: values
            .flag(element, attr::GRANT_URI_PERMISSIONS)
            .unwrap_or(false),
        syncable: values.flag(element, attr::SYNCABLE).unwrap_or(false),
        multiprocess: values.flag(element, attr::MULTIPROCESS).unwrap_or(false),
        task_affinity: values.string(element, attr::TASK_AFFINITY),
        config_changes: values.number(element, attr::CONFIG_CHANGES).unwrap_or(0),
        parent_activity: values
            .string(element, attr::PARENT_ACTIVITY_NAME)
            .map(|name| class_name(&manifest.package, &name)),
        launch_mode: values.number(element, attr::LAUNCH_MODE),
        exclude_from_recents: values
            .flag(element, attr::EXCLUDE_FROM_RECENTS)
            .unwrap_or(false),
        attribution_tags: values.string(element, attr::ATTRIBUTION_TAGS),
        filters: Vec::new(),
        meta_data: Vec::new(),
        in_first_application: true,
        line: element.line(),
    };
    for child in element.children() {
        match child.name() {
            "intent-filter" => component.filters.push(filter(child, values)),
            "meta-data" => component.meta_data.push(meta_data(child, values)),
            "grant-uri-permission" => component.grant_uri_permissions = true,
            "path-permission" | "property" | "layout" | "eat-comment" => {}
            name => unknown.count(kind.element_name(), name),
        }
    }
    component.exported = exported_stated.unwrap_or_else(|| {
        if is_provider {
            // A preview target is newer than every number; without a target the minimum counts, without that 1.
            let target = manifest.target_sdk.or(manifest.min_sdk).unwrap_or(1);
            target < PRIVATE_PROVIDERS_SINCE && manifest.sdk_codename.is_none()
        } else {
            !component.filters.is_empty()
        }
    });
    Some(component)
}

/// Reads an `intent-filter`, or the `intent` of a query.
pub(super) fn filter(element: Element<'_>, values: &mut ValueReader<'_, '_>) -> IntentFilter {
    let mut filter = IntentFilter {
        priority: values
            .number(element, attr::PRIORITY)
            .map_or(0, u32::cast_signed),
        auto_verify: values.flag(element, attr::AUTO_VERIFY).unwrap_or(false),
        ..IntentFilter::default()
    };
    for child in element.children() {
        match child.name() {
            "action" => filter.actions.extend(values.string(child, attr::NAME)),
            "category" => filter.categories.extend(values.string(child, attr::NAME)),
            "data" => filter.data.push(IntentData {
                scheme: values.string(child, attr::SCHEME),
                host: values.string(child, attr::HOST),
                port: values.string(child, attr::PORT),
                mime_type: values.string(child, attr::MIME_TYPE),
                paths: attr::PATHS
                    .iter()
                    .filter_map(|(id, name)| Some(((*name).to_owned(), values.string(child, *id)?)))
                    .collect(),
            }),
            _ => {}
        }
    }
    filter
}

/// Reads a `meta-data` or `property` element.
pub(super) fn meta_data(element: Element<'_>, values: &mut ValueReader<'_, '_>) -> MetaData {
    let resource = element.framework(attr::RESOURCE);
    MetaData {
        name: values.string(element, attr::NAME).unwrap_or_default(),
        value: values.text(element, attr::VALUE),
        resource: values.text_of(resource),
        resource_id: resource.and_then(|attribute| attribute.value.reference()),
    }
}
