//! The typed manifest: what an app declares, as plain values; no parsing here.

use crate::document::SourceFormat;
use crate::error::Anomaly;

/// A text that may stand in the resource table instead of the manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// As the document says it: the literal text, or the reference as `@7f0100ab` or `@string/name`.
    pub raw: String,
    /// What a device without a matching locale shows; `None` if a reference stayed unresolved.
    pub default: Option<String>,
    /// What a device with the chosen locale shows, which is the default when there is no translation.
    pub localized: Option<String>,
}

impl Text {
    /// The best text there is: localized, else default, else the raw form.
    pub fn best(&self) -> &str {
        self.localized
            .as_deref()
            .or(self.default.as_deref())
            .unwrap_or(&self.raw)
    }
}

/// Everything an `AndroidManifest.xml` declares. Repeated elements are kept, in document order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Manifest {
    /// Which of the three encodings it was read from; `None` only in a default value.
    pub source: Option<SourceFormat>,
    /// The application identifier.
    pub package: String,
    /// `versionName`, resolved.
    pub version_name: Option<String>,
    /// `versionCode`, with `versionCodeMajor` as its upper 32 bits.
    pub version_code: Option<u64>,
    /// `sharedUserId`.
    pub shared_user_id: Option<String>,
    /// `sharedUserMaxSdkVersion`.
    pub shared_user_max_sdk: Option<u32>,
    /// `compileSdkVersion`, or the build platform's version that older tools wrote.
    pub compile_sdk: Option<u32>,
    /// The name of the split this file belongs to; `None` in a base.
    pub split: Option<String>,
    /// `configForSplit`: the feature split this configuration split belongs to.
    pub config_for_split: Option<String>,
    /// `isFeatureSplit`.
    pub is_feature_split: bool,
    /// Whether the app cannot run without its splits.
    pub requires_splits: bool,
    /// `installLocation`, `coreApp` and the like are not modelled; this is `uses-sdk` `minSdkVersion`.
    pub min_sdk: Option<u32>,
    /// `targetSdkVersion`.
    pub target_sdk: Option<u32>,
    /// `maxSdkVersion` of `uses-sdk`.
    pub max_sdk: Option<u32>,
    /// The code name when min or target is a preview platform (`Tiramisu`), as written.
    pub sdk_codename: Option<String>,
    /// `uses-permission` of all kinds.
    pub permissions_used: Vec<UsesPermission>,
    /// `permission`, `permission-group` and `permission-tree`.
    pub permissions_defined: Vec<PermissionDefinition>,
    /// `uses-feature`.
    pub features: Vec<Feature>,
    /// `queries`.
    pub queries: Queries,
    /// The first `application` element, the one Android reads.
    pub application: Application,
    /// Components in document order.
    pub components: Vec<Component>,
    /// `instrumentation`.
    pub instrumentation: Vec<Instrumentation>,
    /// `uses-library`, `uses-native-library`, `uses-static-library` and `uses-sdk-library`.
    pub libraries: Vec<UsesLibrary>,
    /// Elements this model has no place for: path from the root with `/`, and how often, sorted.
    pub unknown_elements: Vec<(String, usize)>,
    /// Deviations from the format and from what the platform accepts.
    pub anomalies: Vec<Anomaly>,
}

/// Which element asked for a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UsesPermissionElement {
    /// `uses-permission`.
    UsesPermission,
    /// `uses-permission-sdk-23`: only on API level 23 and later.
    UsesPermissionSdk23,
    /// `uses-permission-sdk-m`, an older spelling of the same.
    UsesPermissionSdkM,
}

/// A permission the app asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsesPermission {
    /// The element it came from.
    pub element: UsesPermissionElement,
    /// Permission name.
    pub name: String,
    /// Highest API level it is asked on.
    pub max_sdk: Option<u32>,
    /// Lowest API level it is asked on, when stated.
    pub min_sdk: Option<u32>,
    /// `usesPermissionFlags` as a number.
    pub flags: Option<u32>,
    /// Features without which it is not asked (`requiredFeature`, or child elements).
    pub required_features: Vec<String>,
    /// Features with which it is not asked.
    pub required_not_features: Vec<String>,
    /// Line of the source file, 0 if unknown.
    pub line: u32,
}

impl UsesPermission {
    /// Flag `neverForLocation` of `usesPermissionFlags`
    /// (<https://developer.android.com/reference/android/R.attr#usesPermissionFlags>).
    pub const NEVER_FOR_LOCATION: u32 = 0x0001_0000;

    /// Whether the app asserts that it does not derive location from this permission.
    pub fn never_for_location(&self) -> bool {
        self.flags
            .is_some_and(|flags| flags & Self::NEVER_FOR_LOCATION != 0)
    }
}

/// Which element defined a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PermissionElement {
    /// `permission`.
    Permission,
    /// `permission-group`.
    Group,
    /// `permission-tree`.
    Tree,
}

/// A permission, group or tree the app defines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionDefinition {
    /// Which element.
    pub element: PermissionElement,
    /// Its name.
    pub name: String,
    /// `protectionLevel` as a number: low four bits the base (0 normal, 1 dangerous, 2 signature,
    /// 3 signatureOrSystem, 4 internal), higher bits flags. 0 when absent.
    pub protection_level: u32,
    /// `permissionGroup`.
    pub group: Option<String>,
    /// Label shown to the user.
    pub label: Option<Text>,
    /// Description shown to the user.
    pub description: Option<Text>,
    /// Line of the source file, 0 if unknown.
    pub line: u32,
}

/// A hardware or software feature the app uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// Feature name; `None` for an OpenGL ES version alone.
    pub name: Option<String>,
    /// Whether the app needs it; true when not said.
    pub required: bool,
    /// `glEsVersion` as a number.
    pub gl_es_version: Option<u32>,
}

/// Other apps this app wants to see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queries {
    /// Package names.
    pub packages: Vec<String>,
    /// Intents that other apps answer.
    pub intents: Vec<IntentFilter>,
    /// Authorities of content providers.
    pub providers: Vec<String>,
}

/// The `application` element.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one field per attribute of the format"
)]
pub struct Application {
    /// Whether the manifest has one at all.
    pub is_declared: bool,
    /// Class of the application object, in Java form.
    pub name: Option<String>,
    /// Label.
    pub label: Option<Text>,
    /// Description.
    pub description: Option<Text>,
    /// Icon reference as written, and its file when the table knows it.
    pub icon: Option<Text>,
    /// `debuggable`; false when absent.
    pub debuggable: bool,
    /// `allowBackup`; `None` when absent, which means true.
    pub allow_backup: Option<bool>,
    /// `fullBackupOnly`.
    pub full_backup_only: Option<bool>,
    /// `fullBackupContent`: a file of rules, or `true`/`false`.
    pub full_backup_content: Option<Text>,
    /// `dataExtractionRules`: a file of rules.
    pub data_extraction_rules: Option<Text>,
    /// `usesCleartextTraffic` as stated; the default depends on the target API level.
    pub uses_cleartext_traffic: Option<bool>,
    /// `networkSecurityConfig`: reference and file.
    pub network_security_config: Option<Text>,
    /// `appComponentFactory`, in Java form.
    pub app_component_factory: Option<String>,
    /// `backupAgent`, in Java form.
    pub backup_agent: Option<String>,
    /// `manageSpaceActivity`, in Java form.
    pub manage_space_activity: Option<String>,
    /// `zygotePreloadName`, in Java form.
    pub zygote_preload_name: Option<String>,
    /// Default process of the components.
    pub process: Option<String>,
    /// Default permission of the components.
    pub permission: Option<String>,
    /// `enabled`; true when absent.
    pub enabled: bool,
    /// `hasCode`; true when absent.
    pub has_code: bool,
    /// `persistent`.
    pub persistent: bool,
    /// `directBootAware`.
    pub direct_boot_aware: bool,
    /// `testOnly`.
    pub test_only: bool,
    /// `extractNativeLibs` as stated.
    pub extract_native_libs: Option<bool>,
    /// `hasFragileUserData` as stated.
    pub has_fragile_user_data: Option<bool>,
    /// `requestLegacyExternalStorage` as stated.
    pub request_legacy_external_storage: Option<bool>,
    /// `preserveLegacyExternalStorage` as stated.
    pub preserve_legacy_external_storage: Option<bool>,
    /// `allowClearUserData` as stated.
    pub allow_clear_user_data: Option<bool>,
    /// `allowAudioPlaybackCapture` as stated.
    pub allow_audio_playback_capture: Option<bool>,
    /// `restrictedAccountType` and the like are not modelled; this is `requiredAccountType`.
    pub required_account_type: Option<String>,
    /// `isGame` or `appCategory` game.
    pub category: Option<u32>,
    /// `localeConfig`: reference and file.
    pub locale_config: Option<Text>,
    /// `meta-data` of the application.
    pub meta_data: Vec<MetaData>,
    /// `property` of the application.
    pub properties: Vec<MetaData>,
    /// How many `application` elements there are; Android reads the first only.
    pub n_elements: usize,
}

/// The kind of a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ComponentKind {
    /// `activity`.
    Activity,
    /// `activity-alias`.
    ActivityAlias,
    /// `service`.
    Service,
    /// `receiver`.
    Receiver,
    /// `provider`.
    Provider,
}

impl ComponentKind {
    /// The element name.
    pub fn element_name(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::ActivityAlias => "activity-alias",
            Self::Service => "service",
            Self::Receiver => "receiver",
            Self::Provider => "provider",
        }
    }
}

/// A component of the app.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one field per attribute of the format"
)]
pub struct Component {
    /// Its kind.
    pub kind: ComponentKind,
    /// Class name in Java form, absolute: `a.b.C$D`. For an alias this is a name without a class.
    pub name: String,
    /// The name as written: `.C`, `C` or `a.b.C`.
    pub raw_name: String,
    /// The class an alias stands for, in Java form.
    pub target_activity: Option<String>,
    /// Label.
    pub label: Option<Text>,
    /// Whether it is switched on in the manifest; true when not said.
    pub enabled: bool,
    /// Whether other apps can reach it: as stated, else by the platform's default.
    pub exported: bool,
    /// What the manifest states about it.
    pub exported_stated: Option<bool>,
    /// Permission a caller needs; its own, else the application's.
    pub permission: Option<String>,
    /// Permission to read a provider.
    pub read_permission: Option<String>,
    /// Permission to write a provider.
    pub write_permission: Option<String>,
    /// Process it runs in; its own, else the application's. `:x` is private to the app.
    pub process: Option<String>,
    /// `directBootAware`.
    pub direct_boot_aware: bool,
    /// `foregroundServiceType` as flags, 0 when absent.
    pub foreground_service_type: u32,
    /// `isolatedProcess`.
    pub isolated_process: bool,
    /// `initOrder` of a provider.
    pub init_order: Option<i32>,
    /// Authorities of a provider.
    pub authorities: Vec<String>,
    /// `grantUriPermissions` of a provider, or `grant-uri-permission` children.
    pub grant_uri_permissions: bool,
    /// `syncable` of a provider.
    pub syncable: bool,
    /// `multiprocess` of a provider or activity.
    pub multiprocess: bool,
    /// `taskAffinity` as written.
    pub task_affinity: Option<String>,
    /// `configChanges` of an activity as flags: changes of the device that it is told of rather than made anew. 0 when
    /// absent.
    pub config_changes: u32,
    /// Class of the page above an activity, in Java form.
    pub parent_activity: Option<String>,
    /// `launchMode` as a number.
    pub launch_mode: Option<u32>,
    /// `excludeFromRecents`.
    pub exclude_from_recents: bool,
    /// `attributionTags`.
    pub attribution_tags: Option<String>,
    /// Intent filters.
    pub filters: Vec<IntentFilter>,
    /// `meta-data`.
    pub meta_data: Vec<MetaData>,
    /// Whether it stands in the application element Android reads.
    pub in_first_application: bool,
    /// Line of the source file, 0 if unknown.
    pub line: u32,
}

impl Component {
    /// The class name as a Dalvik descriptor, `La/b/C$D;`.
    pub fn descriptor(&self) -> String {
        descriptor_of(&self.name)
    }

    /// The descriptor of the class that runs: the target of an alias, else its own.
    pub fn code_descriptor(&self) -> String {
        descriptor_of(self.target_activity.as_deref().unwrap_or(&self.name))
    }
}

/// Turns a class name in Java form into a Dalvik descriptor.
pub fn descriptor_of(class_name: &str) -> String {
    format!("L{};", class_name.replace('.', "/"))
}

/// Intents a component answers, or a query asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IntentFilter {
    /// Action names.
    pub actions: Vec<String>,
    /// Category names.
    pub categories: Vec<String>,
    /// Parts of `data` elements.
    pub data: Vec<IntentData>,
    /// `priority`, 0 when absent.
    pub priority: i32,
    /// `autoVerify`.
    pub auto_verify: bool,
}

/// One `data` element of an intent filter; each part as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IntentData {
    /// URI scheme.
    pub scheme: Option<String>,
    /// Host.
    pub host: Option<String>,
    /// Port.
    pub port: Option<String>,
    /// Media type.
    pub mime_type: Option<String>,
    /// Path conditions: the attribute's name and its value.
    pub paths: Vec<(String, String)>,
}

/// A `meta-data` or `property` element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MetaData {
    /// Name.
    pub name: String,
    /// `value`: literal or resolved text.
    pub value: Option<Text>,
    /// `resource`: the reference as written, and what it resolves to, such as a file of the APK.
    pub resource: Option<Text>,
    /// Identifier of `resource`.
    pub resource_id: Option<u32>,
}

/// A test runner declared in the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrumentation {
    /// Class in Java form.
    pub name: String,
    /// Package under test.
    pub target_package: Option<String>,
    /// Processes under test.
    pub target_processes: Option<String>,
}

/// A shared library the app uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsesLibrary {
    /// The element's name.
    pub element: String,
    /// Library name.
    pub name: String,
    /// Whether the app needs it; true when not said.
    pub required: bool,
}
