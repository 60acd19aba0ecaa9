//! Identifiers of the framework attributes a manifest uses; numbers only, each checked against the name table in a test.

macro_rules! attributes {
    ($($constant:ident = $id:literal, $name:literal;)*) => {
        $(pub(crate) const $constant: u32 = $id;)*

        #[cfg(test)]
        const ALL: &[(u32, &str)] = &[$(($id, $name)),*];
    };
}

attributes! {
    LABEL = 0x0101_0001, "label";
    ICON = 0x0101_0002, "icon";
    NAME = 0x0101_0003, "name";
    MANAGE_SPACE_ACTIVITY = 0x0101_0004, "manageSpaceActivity";
    ALLOW_CLEAR_USER_DATA = 0x0101_0005, "allowClearUserData";
    PERMISSION = 0x0101_0006, "permission";
    READ_PERMISSION = 0x0101_0007, "readPermission";
    WRITE_PERMISSION = 0x0101_0008, "writePermission";
    PROTECTION_LEVEL = 0x0101_0009, "protectionLevel";
    PERMISSION_GROUP = 0x0101_000a, "permissionGroup";
    SHARED_USER_ID = 0x0101_000b, "sharedUserId";
    HAS_CODE = 0x0101_000c, "hasCode";
    PERSISTENT = 0x0101_000d, "persistent";
    ENABLED = 0x0101_000e, "enabled";
    DEBUGGABLE = 0x0101_000f, "debuggable";
    EXPORTED = 0x0101_0010, "exported";
    PROCESS = 0x0101_0011, "process";
    TASK_AFFINITY = 0x0101_0012, "taskAffinity";
    MULTIPROCESS = 0x0101_0013, "multiprocess";
    EXCLUDE_FROM_RECENTS = 0x0101_0017, "excludeFromRecents";
    AUTHORITIES = 0x0101_0018, "authorities";
    SYNCABLE = 0x0101_0019, "syncable";
    INIT_ORDER = 0x0101_001a, "initOrder";
    GRANT_URI_PERMISSIONS = 0x0101_001b, "grantUriPermissions";
    PRIORITY = 0x0101_001c, "priority";
    LAUNCH_MODE = 0x0101_001d, "launchMode";
    CONFIG_CHANGES = 0x0101_001f, "configChanges";
    DESCRIPTION = 0x0101_0020, "description";
    TARGET_PACKAGE = 0x0101_0021, "targetPackage";
    VALUE = 0x0101_0024, "value";
    RESOURCE = 0x0101_0025, "resource";
    MIME_TYPE = 0x0101_0026, "mimeType";
    SCHEME = 0x0101_0027, "scheme";
    HOST = 0x0101_0028, "host";
    PORT = 0x0101_0029, "port";
    TARGET_ACTIVITY = 0x0101_0202, "targetActivity";
    LAYOUT = 0x0101_00f2, "layout";
    MIN_SDK_VERSION = 0x0101_020c, "minSdkVersion";
    VERSION_CODE = 0x0101_021b, "versionCode";
    VERSION_NAME = 0x0101_021c, "versionName";
    TARGET_SDK_VERSION = 0x0101_0270, "targetSdkVersion";
    MAX_SDK_VERSION = 0x0101_0271, "maxSdkVersion";
    TEST_ONLY = 0x0101_0272, "testOnly";
    BACKUP_AGENT = 0x0101_027f, "backupAgent";
    ALLOW_BACKUP = 0x0101_0280, "allowBackup";
    GL_ES_VERSION = 0x0101_0281, "glEsVersion";
    REQUIRED = 0x0101_028e, "required";
    ISOLATED_PROCESS = 0x0101_03a9, "isolatedProcess";
    REQUIRED_ACCOUNT_TYPE = 0x0101_03d6, "requiredAccountType";
    FULL_BACKUP_ONLY = 0x0101_0473, "fullBackupOnly";
    EXTRACT_NATIVE_LIBS = 0x0101_04ea, "extractNativeLibs";
    FULL_BACKUP_CONTENT = 0x0101_04eb, "fullBackupContent";
    USES_CLEARTEXT_TRAFFIC = 0x0101_04ec, "usesCleartextTraffic";
    AUTO_VERIFY = 0x0101_04ee, "autoVerify";
    DIRECT_BOOT_AWARE = 0x0101_0505, "directBootAware";
    NETWORK_SECURITY_CONFIG = 0x0101_0527, "networkSecurityConfig";
    TARGET_PROCESSES = 0x0101_0541, "targetProcesses";
    APP_CATEGORY = 0x0101_0545, "appCategory";
    IS_FEATURE_SPLIT = 0x0101_055b, "isFeatureSplit";
    REQUIRED_FEATURE = 0x0101_0554, "requiredFeature";
    REQUIRED_NOT_FEATURE = 0x0101_0555, "requiredNotFeature";
    COMPILE_SDK_VERSION = 0x0101_0572, "compileSdkVersion";
    VERSION_CODE_MAJOR = 0x0101_0576, "versionCodeMajor";
    APP_COMPONENT_FACTORY = 0x0101_057a, "appComponentFactory";
    IS_SPLIT_REQUIRED = 0x0101_0591, "isSplitRequired";
    FOREGROUND_SERVICE_TYPE = 0x0101_0599, "foregroundServiceType";
    HAS_FRAGILE_USER_DATA = 0x0101_059a, "hasFragileUserData";
    ZYGOTE_PRELOAD_NAME = 0x0101_059d, "zygotePreloadName";
    ALLOW_AUDIO_PLAYBACK_CAPTURE = 0x0101_0601, "allowAudioPlaybackCapture";
    REQUEST_LEGACY_EXTERNAL_STORAGE = 0x0101_0603, "requestLegacyExternalStorage";
    PRESERVE_LEGACY_EXTERNAL_STORAGE = 0x0101_0614, "preserveLegacyExternalStorage";
    DATA_EXTRACTION_RULES = 0x0101_063e, "dataExtractionRules";
    ATTRIBUTION_TAGS = 0x0101_0642, "attributionTags";
    USES_PERMISSION_FLAGS = 0x0101_0644, "usesPermissionFlags";
    SHARED_USER_MAX_SDK_VERSION = 0x0101_064d, "sharedUserMaxSdkVersion";
    REQUIRED_SPLIT_TYPES = 0x0101_064e, "requiredSplitTypes";
    PARENT_ACTIVITY_NAME = 0x0101_03a7, "parentActivityName";
    SETTINGS_ACTIVITY = 0x0101_0225, "settingsActivity";
    CONFIGURE = 0x0101_025d, "configure";
    TARGET_CLASS = 0x0101_002f, "targetClass";
    DATA = 0x0101_002e, "data";
    ID = 0x0101_00d0, "id";
    CHECKED = 0x0101_0106, "checked";
    TEXT_ON = 0x0101_0124, "textOn";
    TEXT_OFF = 0x0101_0125, "textOff";
    TEXT = 0x0101_014f, "text";
    HINT = 0x0101_0150, "hint";
    TITLE = 0x0101_01e1, "title";
    KEY = 0x0101_01e8, "key";
    SUMMARY = 0x0101_01e9, "summary";
    DEFAULT_VALUE = 0x0101_01ed, "defaultValue";
    INPUT_TYPE = 0x0101_0220, "inputType";
    ON_CLICK = 0x0101_026f, "onClick";
    CONTENT_DESCRIPTION = 0x0101_0273, "contentDescription";
    FRAGMENT = 0x0101_02e3, "fragment";
    ACTION_VIEW_CLASS = 0x0101_02fc, "actionViewClass";
    ACTION_PROVIDER_CLASS = 0x0101_0389, "actionProviderClass";
    AUTOFILL_HINTS = 0x0101_0556, "autofillHints";
    LOCALE_CONFIG = 0x0101_065b, "localeConfig";
}

/// Attributes of `data` that constrain the path or the scheme-specific part.
pub(super) const PATHS: &[(u32, &str)] = &[
    (0x0101_002a, "path"),
    (0x0101_002b, "pathPrefix"),
    (0x0101_002c, "pathPattern"),
    (0x0101_061e, "pathSuffix"),
    (0x0101_0620, "pathAdvancedPattern"),
    (0x0101_03e3, "ssp"),
    (0x0101_03e4, "sspPrefix"),
    (0x0101_03e5, "sspPattern"),
    (0x0101_061f, "sspSuffix"),
    (0x0101_0621, "sspAdvancedPattern"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework_attrs::attribute_name;

    #[test]
    fn every_identifier_has_its_name() {
        for (id, name) in ALL.iter().chain(PATHS) {
            assert_eq!(attribute_name(*id), Some(*name), "{id:#010x}");
        }
    }
}
