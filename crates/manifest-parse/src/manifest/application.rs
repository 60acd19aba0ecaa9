//! The `application` element without its components.

use super::attr;
use super::component::{class_name, meta_data};
use super::model::Application;
use super::values::ValueReader;
use crate::document::Element;

/// Reads the attributes and the metadata of an application.
pub(super) fn read(
    element: Element<'_>,
    package: &str,
    values: &mut ValueReader<'_, '_>,
) -> Application {
    let class = |values: &mut ValueReader<'_, '_>, id| {
        values
            .string(element, id)
            .filter(|name| !name.is_empty())
            .map(|name| class_name(package, &name))
    };
    let mut application = Application {
        is_declared: true,
        name: class(values, attr::NAME),
        label: values.text(element, attr::LABEL),
        description: values.text(element, attr::DESCRIPTION),
        icon: values.text(element, attr::ICON),
        debuggable: values.flag(element, attr::DEBUGGABLE).unwrap_or(false),
        allow_backup: values.flag(element, attr::ALLOW_BACKUP),
        full_backup_only: values.flag(element, attr::FULL_BACKUP_ONLY),
        full_backup_content: values.text(element, attr::FULL_BACKUP_CONTENT),
        data_extraction_rules: values.text(element, attr::DATA_EXTRACTION_RULES),
        uses_cleartext_traffic: values.flag(element, attr::USES_CLEARTEXT_TRAFFIC),
        network_security_config: values.text(element, attr::NETWORK_SECURITY_CONFIG),
        app_component_factory: class(values, attr::APP_COMPONENT_FACTORY),
        backup_agent: class(values, attr::BACKUP_AGENT),
        manage_space_activity: class(values, attr::MANAGE_SPACE_ACTIVITY),
        zygote_preload_name: class(values, attr::ZYGOTE_PRELOAD_NAME),
        process: values.string(element, attr::PROCESS),
        permission: values.string(element, attr::PERMISSION),
        enabled: values.flag(element, attr::ENABLED).unwrap_or(true),
        has_code: values.flag(element, attr::HAS_CODE).unwrap_or(true),
        persistent: values.flag(element, attr::PERSISTENT).unwrap_or(false),
        direct_boot_aware: values
            .flag(element, attr::DIRECT_BOOT_AWARE)
            .unwrap_or(false),
        test_only: values.flag(element, attr::TEST_ONLY).unwrap_or(false),
        extract_native_libs: values.flag(element, attr::EXTRACT_NATIVE_LIBS),
        has_fragile_user_data: values.flag(element, attr::HAS_FRAGILE_USER_DATA),
        request_legacy_external_storage: values
            .flag(element, attr::REQUEST_LEGACY_EXTERNAL_STORAGE),
        preserve_legacy_external_storage: values
            .flag(element, attr::PRESERVE_LEGACY_EXTERNAL_STORAGE),
        allow_clear_user_data: values.flag(element, attr::ALLOW_CLEAR_USER_DATA),
        allow_audio_playback_capture: values.flag(element, attr::ALLOW_AUDIO_PLAYBACK_CAPTURE),
        required_account_type: values.string(element, attr::REQUIRED_ACCOUNT_TYPE),
        category: values.number(element, attr::APP_CATEGORY),
        locale_config: values.text(element, attr::LOCALE_CONFIG),
        ..Application::default()
    };
    for child in element.children() {
        match child.name() {
            "meta-data" => application.meta_data.push(meta_data(child, values)),
            "property" => application.properties.push(meta_data(child, values)),
            _ => {}
        }
    }
    application
}
