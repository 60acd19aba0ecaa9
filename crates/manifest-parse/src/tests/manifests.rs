//! Typed manifests: fields, defaults of the platform, both locales, and the same result from all three encodings.

use super::encode_table::{R, Table};
use super::encode_xml::{V, Xml, a, plain, s};
use crate::{
    AnomalyKind, Component, ComponentKind, Locale, Manifest, ManifestError, PermissionElement,
    UsesPermissionElement, parse_manifest, parse_resources, parse_xml, to_xml,
};

fn table() -> Vec<u8> {
    Table::new()
        .package(0x7f, "com.例子", &["string", "bool", "xml"])
        .values(
            1,
            "",
            vec![
                (0, "app_name", R::Str("Example")),
                (1, "only", R::Str("Only")),
            ],
        )
        .values(1, "zh-CN", vec![(0, "app_name", R::Str("例子𠮷"))])
        .values(
            2,
            "",
            vec![
                (0, "on", R::Raw(0x12, u32::MAX)),
                (1, "off", R::Raw(0x12, 0)),
            ],
        )
        .values(3, "", vec![(0, "network", R::Str("res/xml/network.xml"))])
        .build()
}

fn sample() -> Xml {
    Xml::new()
        .start(
            "manifest",
            vec![
                plain("package", "com.例子"),
                a("versionCode", V::Int(7)),
                a("versionCodeMajor", V::Int(2)),
                s("versionName", "1.0-测试"),
                s("sharedUserId", "com.shared"),
            ],
        )
        .leaf(
            "uses-sdk",
            vec![
                a("minSdkVersion", V::Int(21)),
                a("targetSdkVersion", V::Int(34)),
            ],
        )
        .leaf(
            "uses-permission",
            vec![s("name", "perm.A"), a("maxSdkVersion", V::Int(28))],
        )
        .leaf("uses-permission", vec![s("name", "perm.A")])
        .start(
            "uses-permission",
            vec![
                s("name", "perm.B"),
                a("usesPermissionFlags", V::Hex(0x1_0000)),
            ],
        )
        .leaf("required-feature", vec![s("name", "feat.X")])
        .end("uses-permission")
        .leaf("uses-permission-sdk-23", vec![s("name", "perm.C")])
        .leaf("uses-permission-sdk-m", vec![s("name", "perm.D")])
        .leaf(
            "permission",
            vec![
                s("name", "my.PERM"),
                a("protectionLevel", V::Hex(0x12)),
                a("label", V::Ref(0x7f01_0000)),
            ],
        )
        .leaf("permission-group", vec![s("name", "my.GROUP")])
        .leaf(
            "uses-feature",
            vec![s("name", "feat.Y"), a("required", V::Bool(false))],
        )
        .start("queries", vec![])
        .leaf("package", vec![s("name", "com.other")])
        .start("intent", vec![])
        .leaf("action", vec![s("name", "act.VIEW")])
        .end("intent")
        .leaf("provider", vec![s("authorities", "com.one;com.two")])
        .end("queries")
        .leaf("spaceship", vec![])
        .start(
            "application",
            vec![
                s("name", ".应用"),
                a("label", V::Ref(0x7f01_0000)),
                a("debuggable", V::Ref(0x7f02_0000)),
                a("allowBackup", V::Bool(false)),
                a("networkSecurityConfig", V::Ref(0x7f03_0000)),
                a("description", V::Ref(0x7f01_00ab)),
                s("permission", "app.PERM"),
                s("process", ":main"),
            ],
        )
        .leaf("meta-data", vec![s("name", "key"), s("value", "值")])
        .start("activity", vec![s("name", ".Main")])
        .start(
            "intent-filter",
            vec![a("priority", V::Int(-5)), a("autoVerify", V::Bool(true))],
        )
        .leaf("action", vec![s("name", "act.MAIN")])
        .leaf("category", vec![s("name", "cat.LAUNCHER")])
        .leaf(
            "data",
            vec![
                s("scheme", "https"),
                s("host", "例子.cn"),
                s("pathPrefix", "/a"),
            ],
        )
        .end("intent-filter")
        .end("activity")
        .leaf(
            "activity",
            vec![s("name", "Plain"), a("enabled", V::Ref(0x7f02_0001))],
        )
        .leaf(
            "activity-alias",
            vec![
                s("name", ".Alias"),
                s("targetActivity", ".Main"),
                a("exported", V::Bool(true)),
            ],
        )
        .leaf(
            "service",
            vec![
                s("name", "com.sdk.S$Inner"),
                a("foregroundServiceType", V::Hex(0x48)),
                s("permission", "own.PERM"),
            ],
        )
        .leaf(
            "receiver",
            vec![s("name", "com.sdk.R"), a("directBootAware", V::Bool(true))],
        )
        .start(
            "provider",
            vec![
                s("name", "com.sdk.P"),
                s("authorities", "com.例子.p;com.例子.q"),
                s("readPermission", "read.PERM"),
                a("initOrder", V::Int(100)),
                a("grantUriPermissions", V::Bool(true)),
            ],
        )
        .leaf(
            "meta-data",
            vec![s("name", "paths"), a("resource", V::Ref(0x7f03_0000))],
        )
        .end("provider")
        .leaf(
            "uses-library",
            vec![s("name", "lib.L"), a("required", V::Bool(false))],
        )
        .end("application")
        .leaf(
            "instrumentation",
            vec![s("name", ".Runner"), s("targetPackage", "com.例子")],
        )
        .end("manifest")
}

fn read(bytes: &[u8]) -> Manifest {
    let table = table();
    let table = parse_resources(&table).unwrap();
    parse_manifest(bytes, Some(&table), &Locale::parse("zh-Hans-CN")).unwrap()
}

fn component<'m>(manifest: &'m Manifest, name: &str) -> &'m Component {
    manifest
        .components
        .iter()
        .find(|component| component.name == name)
        .unwrap()
}

#[test]
fn the_fields_of_the_manifest_element_and_its_neighbours() {
    let manifest = read(&sample().build());
    assert_eq!(manifest.package, "com.例子");
    assert_eq!(manifest.version_name.as_deref(), Some("1.0-测试"));
    assert_eq!(manifest.version_code, Some((2 << 32) | 7));
    assert_eq!(manifest.shared_user_id.as_deref(), Some("com.shared"));
    assert_eq!(
        (manifest.min_sdk, manifest.target_sdk, manifest.max_sdk),
        (Some(21), Some(34), None)
    );
    let used: Vec<(&str, Option<u32>)> = manifest
        .permissions_used
        .iter()
        .map(|used| (&*used.name, used.max_sdk))
        .collect();
    assert_eq!(
        used,
        [
            ("perm.A", Some(28)),
            ("perm.A", None),
            ("perm.B", None),
            ("perm.C", None),
            ("perm.D", None)
        ],
        "repeated elements are kept"
    );
    assert!(manifest.permissions_used[2].never_for_location());
    assert!(!manifest.permissions_used[1].never_for_location());
    assert_eq!(manifest.permissions_used[2].required_features, ["feat.X"]);
    assert_eq!(
        manifest.permissions_used[3].element,
        UsesPermissionElement::UsesPermissionSdk23
    );
    assert_eq!(
        manifest.permissions_used[4].element,
        UsesPermissionElement::UsesPermissionSdkM
    );
    assert_eq!(manifest.permissions_defined.len(), 2);
    assert_eq!(manifest.permissions_defined[0].protection_level, 0x12);
    assert_eq!(
        manifest.permissions_defined[0]
            .label
            .as_ref()
            .unwrap()
            .best(),
        "例子𠮷"
    );
    assert_eq!(
        manifest.permissions_defined[1].element,
        PermissionElement::Group
    );
    assert!(!manifest.features[0].required);
    assert_eq!(manifest.queries.packages, ["com.other"]);
    assert_eq!(manifest.queries.intents[0].actions, ["act.VIEW"]);
    assert_eq!(manifest.queries.providers, ["com.one", "com.two"]);
    assert_eq!(
        manifest.unknown_elements,
        [("manifest/spaceship".to_owned(), 1)]
    );
    assert_eq!(manifest.instrumentation[0].name, "com.例子.Runner");
    assert_eq!(manifest.libraries[0].name, "lib.L");
}

#[test]
fn the_application_speaks_both_locales() {
    let manifest = read(&sample().build());
    let application = &manifest.application;
    assert_eq!(application.name.as_deref(), Some("com.例子.应用"));
    let label = application.label.as_ref().unwrap();
    assert_eq!(label.raw, "@7f010000");
    assert_eq!(label.default.as_deref(), Some("Example"));
    assert_eq!(label.localized.as_deref(), Some("例子𠮷"));
    assert!(application.debuggable, "through a reference");
    assert_eq!(application.allow_backup, Some(false));
    assert_eq!(application.uses_cleartext_traffic, None);
    assert_eq!(
        application.network_security_config.as_ref().unwrap().best(),
        "res/xml/network.xml"
    );
    let description = application.description.as_ref().unwrap();
    assert_eq!(
        (&*description.raw, &description.default),
        ("@7f0100ab", &None),
        "unresolved references stay visible"
    );
    assert_eq!(description.best(), "@7f0100ab");
    assert_eq!(
        application.meta_data[0].value.as_ref().unwrap().best(),
        "值"
    );
    let kinds: Vec<AnomalyKind> = manifest
        .anomalies
        .iter()
        .map(|anomaly| anomaly.kind)
        .collect();
    assert_eq!(kinds, [AnomalyKind::UnresolvedReference]);
}

#[test]
fn components_get_the_platforms_defaults() {
    let manifest = read(&sample().build());
    let main = component(&manifest, "com.例子.Main");
    assert_eq!(main.descriptor(), "Lcom/例子/Main;");
    assert!(
        main.exported && main.exported_stated.is_none(),
        "a filter exports"
    );
    assert_eq!(main.permission.as_deref(), Some("app.PERM"));
    assert_eq!(main.process.as_deref(), Some(":main"));
    assert_eq!(main.filters[0].priority, -5);
    assert!(main.filters[0].auto_verify);
    assert_eq!(main.filters[0].data[0].host.as_deref(), Some("例子.cn"));
    assert_eq!(
        main.filters[0].data[0].paths,
        [("pathPrefix".to_owned(), "/a".to_owned())]
    );
    let plain = component(&manifest, "com.例子.Plain");
    assert!(
        !plain.exported && !plain.enabled,
        "no filter, and switched off through a reference"
    );
    let alias = component(&manifest, "com.例子.Alias");
    assert_eq!(alias.kind, ComponentKind::ActivityAlias);
    assert_eq!(alias.code_descriptor(), "Lcom/例子/Main;");
    assert_eq!(alias.permission, None, "an alias does not inherit");
    let service = component(&manifest, "com.sdk.S$Inner");
    assert_eq!(service.descriptor(), "Lcom/sdk/S$Inner;");
    assert_eq!(service.foreground_service_type, 0x48);
    assert_eq!(service.permission.as_deref(), Some("own.PERM"));
    assert!(component(&manifest, "com.sdk.R").direct_boot_aware);
    let provider = component(&manifest, "com.sdk.P");
    assert_eq!(provider.authorities, ["com.例子.p", "com.例子.q"]);
    assert_eq!(provider.read_permission.as_deref(), Some("read.PERM"));
    assert_eq!(provider.write_permission.as_deref(), Some("app.PERM"));
    assert_eq!(provider.init_order, Some(100));
    assert!(provider.grant_uri_permissions && !provider.exported);
    assert_eq!(provider.meta_data[0].resource_id, Some(0x7f03_0000));
    assert_eq!(
        provider.meta_data[0].resource.as_ref().unwrap().best(),
        "res/xml/network.xml"
    );
}

#[test]
fn activities_name_the_changes_they_handle_and_the_page_above() {
    let xml = Xml::new()
        .start("manifest", vec![plain("package", "p.q")])
        .start("application", vec![])
        .leaf(
            "activity",
            vec![
                s("name", ".A"),
                a("configChanges", V::Hex(0x480)),
                s("parentActivityName", ".首页"),
            ],
        )
        .leaf("activity", vec![s("name", ".B")])
        .end("application")
        .end("manifest");
    let manifest = read(&xml.build());
    let told = component(&manifest, "p.q.A");
    assert_eq!(told.config_changes, 0x480);
    assert_eq!(told.parent_activity.as_deref(), Some("p.q.首页"));
    let plain = component(&manifest, "p.q.B");
    assert_eq!((plain.config_changes, &plain.parent_activity), (0, &None));
}

#[test]
fn providers_were_public_before_api_level_17() {
    for (target, exported) in [(Some(16), true), (Some(17), false), (None, true)] {
        let sdk = target
            .map(|target| a("targetSdkVersion", V::Int(target)))
            .into_iter()
            .collect();
        let xml = Xml::new()
            .start("manifest", vec![plain("package", "p.q")])
            .start("application", vec![])
            .leaf("provider", vec![s("name", ".P")])
            .end("application")
            .leaf("uses-sdk", sdk)
            .end("manifest");
        assert_eq!(
            read(&xml.build()).components[0].exported,
            exported,
            "{target:?}"
        );
    }
}

#[test]
fn binary_protobuf_and_text_give_the_same_manifest() {
    // Text has no numbers for flags and no lines; these are compared elsewhere.
    let strip = |mut manifest: Manifest| {
        manifest.source = None;
        manifest.anomalies.clear();
        manifest
            .components
            .iter_mut()
            .for_each(|component| component.line = 0);
        manifest
            .permissions_used
            .iter_mut()
            .for_each(|permission| permission.line = 0);
        manifest
            .permissions_defined
            .iter_mut()
            .for_each(|permission| permission.line = 0);
        manifest
    };
    let binary = strip(read(&sample().build()));
    let protobuf = strip(read(&sample().build_protobuf()));
    assert_eq!(protobuf, binary);
    let text = to_xml(&parse_xml(&sample().build()).unwrap(), None);
    assert_eq!(strip(read(text.as_bytes())), binary);
    let resources = table();
    let resources = parse_resources(&resources).unwrap();
    let named = to_xml(&parse_xml(&sample().build()).unwrap(), Some(&resources));
    assert!(
        named.contains("android:label=\"@string/app_name\""),
        "{named}"
    );
    let named = read(named.as_bytes());
    assert_eq!(named.application.label.as_ref().unwrap().best(), "例子𠮷");
    assert!(named.application.debuggable);
}

#[test]
fn text_manifests_use_names_for_flags_and_entities() {
    let text = "\u{feff}<?xml version='1.0' encoding='utf-8'?>\n<!-- 注释 -->\n\
        <manifest xmlns:a='http://schemas.android.com/apk/res/android' package=\"com.例子\">\n\
        <uses-permission a:name='perm.&#x4FE1;&amp;' a:usesPermissionFlags='neverForLocation'/>\n\
        <permission a:name='p' a:protectionLevel='signature|privileged'/>\n\
        <uses-sdk a:minSdkVersion='21' a:targetSdkVersion='Tiramisu'/>\n\
        <application a:label='@string/app_name' a:name='.A'>\n\
        <service a:name='.S' a:foregroundServiceType='location|camera' a:exported='true'/></application></manifest>";
    let manifest = read(text.as_bytes());
    assert_eq!(manifest.anomalies, []);
    assert_eq!(manifest.permissions_used[0].name, "perm.信&");
    assert!(manifest.permissions_used[0].never_for_location());
    assert_eq!(manifest.permissions_used[0].line, 4);
    assert_eq!(manifest.permissions_defined[0].protection_level, 0x12);
    assert_eq!((manifest.min_sdk, manifest.target_sdk), (Some(21), None));
    assert_eq!(manifest.sdk_codename.as_deref(), Some("Tiramisu"));
    assert_eq!(
        manifest.application.label.as_ref().unwrap().raw,
        "@string/app_name"
    );
    assert_eq!(
        manifest.application.label.as_ref().unwrap().best(),
        "例子𠮷"
    );
    assert_eq!(manifest.components[0].foreground_service_type, 0x48);
    assert!(manifest.components[0].exported);
    let without = parse_manifest(text.as_bytes(), None, &Locale::none()).unwrap();
    assert_eq!(
        without.application.label.unwrap().best(),
        "@string/app_name"
    );
}

#[test]
fn cyclic_references_end_and_stay_visible() {
    let table = Table::new()
        .package(0x7f, "p", &["string"])
        .values(
            1,
            "",
            vec![
                (0, "a", R::Raw(0x01, 0x7f01_0001)),
                (1, "b", R::Raw(0x01, 0x7f01_0000)),
            ],
        )
        .build();
    let table = parse_resources(&table).unwrap();
    let xml = Xml::new()
        .start("manifest", vec![plain("package", "p")])
        .leaf(
            "application",
            vec![
                a("label", V::Ref(0x7f01_0000)),
                a("debuggable", V::Ref(0x7f01_0001)),
            ],
        )
        .end("manifest");
    let manifest = parse_manifest(&xml.build(), Some(&table), &Locale::parse("zh")).unwrap();
    let label = manifest.application.label.unwrap();
    assert_eq!(
        (&*label.raw, label.default, label.localized),
        ("@7f010000", None, None)
    );
    assert!(!manifest.application.debuggable);
    assert!(
        manifest
            .anomalies
            .iter()
            .all(|anomaly| anomaly.kind == AnomalyKind::ReferenceLoop)
    );
    assert!(!manifest.anomalies.is_empty());
}

#[test]
fn splits_second_applications_and_wrong_roots() {
    let xml = Xml::new()
        .start(
            "manifest",
            vec![
                plain("package", "p.q"),
                plain("split", "config.zh"),
                plain("configForSplit", "feature"),
                a("isFeatureSplit", V::Bool(true)),
            ],
        )
        .start("application", vec![a("debuggable", V::Bool(false))])
        .leaf("activity", vec![s("name", ".A")])
        .end("application")
        .start("application", vec![a("debuggable", V::Bool(true))])
        .leaf("activity", vec![s("name", ".B")])
        .end("application")
        .end("manifest");
    let manifest = read(&xml.build());
    assert_eq!(manifest.split.as_deref(), Some("config.zh"));
    assert_eq!(manifest.config_for_split.as_deref(), Some("feature"));
    assert!(manifest.is_feature_split);
    assert!(
        !manifest.application.debuggable,
        "the first application counts"
    );
    assert_eq!(manifest.application.n_elements, 2);
    let places: Vec<(&str, bool)> = manifest
        .components
        .iter()
        .map(|component| (&*component.name, component.in_first_application))
        .collect();
    assert_eq!(places, [("p.q.A", true), ("p.q.B", false)]);
    assert_eq!(manifest.anomalies[0].kind, AnomalyKind::DuplicateElement);
    let wrong = parse_manifest(
        &Xml::new().leaf("layout", vec![]).build(),
        None,
        &Locale::none(),
    );
    assert!(matches!(wrong, Err(ManifestError::NotAManifest { .. })));
}
