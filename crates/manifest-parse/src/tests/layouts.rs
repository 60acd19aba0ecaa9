//! Layouts, menus, settings, navigation graphs and network security configurations.

use super::encode_table::{R, Table};
use super::encode_xml::{V, Xml, a, plain, s};
use crate::{
    Locale, XmlRole, parse_resources, parse_xml, read_network_security, scan_layout,
    scan_layout_with,
};

#[test]
fn layouts_name_methods_classes_boxes_and_fields() {
    let xml = Xml::new()
        .start("LinearLayout", vec![])
        .leaf(
            "Button",
            vec![
                s("onClick", "onAgree"),
                s("text", "同意𠮷"),
                a("id", V::Ref(0x7f05_0001)),
            ],
        )
        .leaf(
            "CheckBox",
            vec![a("checked", V::Bool(true)), a("text", V::Ref(0x7f01_0000))],
        )
        .leaf("androidx.appcompat.widget.SwitchCompat", vec![])
        .start(
            "com.google.android.material.textfield.TextInputLayout",
            vec![s("hint", "手机号")],
        )
        .leaf(
            "com.example.PhoneEditText",
            vec![a("inputType", V::Hex(3)), s("autofillHints", "phone")],
        )
        .end("com.google.android.material.textfield.TextInputLayout")
        .leaf("fragment", vec![s("name", "com.example.MapFragment")])
        .leaf(
            "androidx.fragment.app.FragmentContainerView",
            vec![plain("class", "com.example.Other")],
        )
        .leaf("view", vec![plain("class", "com.example.Drawn")])
        .leaf("include", vec![])
        .leaf("TextView", vec![])
        .end("LinearLayout");
    let table = Table::new()
        .package(0x7f, "p", &["string"])
        .values(1, "zh", vec![(0, "agree", R::Str("我已阅读"))])
        .build();
    let table = parse_resources(&table).unwrap();
    let document = parse_xml(&xml.build()).unwrap();
    let facts = scan_layout_with(&document, Some(&table), &Locale::parse("zh-CN"));
    assert_eq!(facts.role, XmlRole::Layout);
    assert_eq!(facts.on_click[0].method, "onAgree");
    assert_eq!(facts.on_click[0].id, Some(0x7f05_0001));
    assert_eq!(facts.on_click[0].text.as_ref().unwrap().best(), "同意𠮷");
    assert_eq!(facts.texts.len(), 1);
    assert_eq!(facts.checkables.len(), 2);
    assert_eq!(facts.checkables[0].checked, Some(true));
    assert_eq!(
        facts.checkables[0].text.as_ref().unwrap().best(),
        "我已阅读"
    );
    assert_eq!(facts.checkables[1].checked, None);
    assert_eq!(facts.inputs.len(), 1);
    assert_eq!(facts.inputs[0].input_type, Some(3));
    assert_eq!(facts.inputs[0].hint.as_ref().unwrap().best(), "手机号");
    assert_eq!(facts.inputs[0].autofill_hints.as_deref(), Some("phone"));
    let fragments: Vec<&str> = facts
        .fragments
        .iter()
        .map(|fragment| &*fragment.class_name)
        .collect();
    assert_eq!(fragments, ["com.example.MapFragment", "com.example.Other"]);
    let views: Vec<&str> = facts
        .custom_views
        .iter()
        .map(|view| &*view.class_name)
        .collect();
    assert!(views.contains(&"com.example.Drawn") && views.contains(&"com.example.PhoneEditText"));
    assert!(!views.contains(&"Button"));
    let bare = scan_layout(&document);
    assert_eq!(
        bare.checkables[0].text.as_ref().unwrap().best(),
        "@7f010000"
    );
}

#[test]
fn menus_settings_and_graphs_are_told_apart() {
    let menu = Xml::new()
        .start("menu", vec![])
        .leaf("item", vec![s("title", "分享"), s("onClick", "share")])
        .end("menu");
    let facts = scan_layout(&parse_xml(&menu.build()).unwrap());
    assert_eq!(
        (facts.role, &*facts.on_click[0].method),
        (XmlRole::Menu, "share")
    );
    assert_eq!(facts.menu_items[0].title.as_ref().unwrap().best(), "分享");
    let settings = Xml::new()
        .start("androidx.preference.PreferenceScreen", vec![])
        .start(
            "SwitchPreference",
            vec![
                s("key", "ads"),
                s("title", "个性化广告"),
                a("defaultValue", V::Bool(true)),
            ],
        )
        .leaf(
            "intent",
            vec![
                s("targetClass", "com.example.Ads"),
                s("data", "https://例子.cn"),
            ],
        )
        .end("SwitchPreference")
        .leaf("Preference", vec![s("fragment", "com.example.Privacy")])
        .end("androidx.preference.PreferenceScreen");
    let facts = scan_layout(&parse_xml(&settings.build()).unwrap());
    assert_eq!(facts.role, XmlRole::Preferences);
    let switch = facts
        .preferences
        .iter()
        .find(|preference| preference.element == "SwitchPreference")
        .unwrap();
    assert_eq!(switch.default_value.as_deref(), Some("true"));
    assert_eq!(switch.target_class.as_deref(), Some("com.example.Ads"));
    assert_eq!(facts.fragments[0].class_name, "com.example.Privacy");
    assert!(facts.pages.iter().eq(["com.example.Ads"]));
    let widget = Xml::new()
        .start(
            "appwidget-provider",
            vec![
                s("configure", "com.例子.SetUp"),
                s("settingsActivity", "com.例子.Settings"),
            ],
        )
        .end("appwidget-provider");
    let facts = scan_layout(&parse_xml(&widget.build()).unwrap());
    assert_eq!(facts.role, XmlRole::Other);
    assert!(
        facts
            .pages
            .iter()
            .eq(["com.例子.SetUp", "com.例子.Settings"])
    );
    let graph = "<navigation xmlns:android='http://schemas.android.com/apk/res/android' \
        xmlns:app='http://schemas.android.com/apk/res-auto' app:startDestination='@7f050001'>\
        <fragment android:id='@7f050001' android:name='com.example.Home' android:label='首页'>\
        <deepLink app:uri='app://home'/><action/></fragment>\
        <activity android:id='@7f050002' android:name='com.example.Act'/></navigation>";
    let facts = scan_layout(&parse_xml(graph.as_bytes()).unwrap());
    assert_eq!(facts.role, XmlRole::Navigation);
    let home = facts
        .destinations
        .iter()
        .find(|place| place.id == Some(0x7f05_0001))
        .unwrap();
    assert!(home.is_start);
    assert_eq!(home.deep_links, ["app://home"]);
    assert_eq!(facts.fragments.len(), 1);
    let drawable = Xml::new()
        .start("selector", vec![])
        .leaf("item", vec![s("text", "x")])
        .end("selector");
    let facts = scan_layout(&parse_xml(&drawable.build()).unwrap());
    assert_eq!(facts.role, XmlRole::Other);
    assert!(facts.texts.is_empty());
}

#[test]
fn network_security_keeps_domains_and_their_nesting() {
    let text = "<network-security-config>\
        <base-config cleartextTrafficPermitted='true'><trust-anchors><certificates src='system'/>\
        <certificates src='user' overridePins='true'/></trust-anchors></base-config>\
        <domain-config><domain includeSubdomains='true'>例子.cn</domain><domain>b.cn</domain>\
        <pin-set expiration='2027-01-01'><pin digest='SHA-256'>AAAA=</pin></pin-set>\
        <domain-config cleartextTrafficPermitted='false'><domain>c.例子.cn</domain></domain-config></domain-config>\
        <debug-overrides/></network-security-config>";
    let config = read_network_security(&parse_xml(text.as_bytes()).unwrap()).unwrap();
    let base = config.base.unwrap();
    assert_eq!(base.cleartext_permitted, Some(true));
    assert_eq!(
        base.trust_anchors.unwrap(),
        [("system".to_owned(), false), ("user".to_owned(), true)]
    );
    assert!(config.debug_overrides.is_some());
    assert_eq!(
        config.domains[0].domains,
        [("例子.cn".to_owned(), true), ("b.cn".to_owned(), false)]
    );
    assert_eq!(
        config.domains[0].policy.pins,
        [("SHA-256".to_owned(), "AAAA=".to_owned())]
    );
    assert_eq!(config.domains[0].parent, None);
    assert_eq!(config.domains[1].parent, Some(0));
    assert_eq!(config.domains[1].policy.cleartext_permitted, Some(false));
    assert!(read_network_security(&parse_xml(b"<paths/>").unwrap()).is_none());
}
