//! Explanations of entries in Chinese and English.

use ruleset::{Explanation, Knowledge, Language};

use crate::{GROUPS, base, knowledge, with};

fn one(all: &Knowledge, what: &str, language: Language) -> Explanation {
    let found = all.explain(what, language);
    assert_eq!(found.len(), 1, "{what}: {found:?}");
    found[0].clone()
}

#[test]
fn a_kind_is_explained_with_its_access_points() {
    let all = knowledge(&base());
    let zh = one(&all, "device.id", Language::Zh);
    assert_eq!((zh.catalogue, zh.id.as_str()), ("kind", "device.id"));
    for part in [
        "设备标识 / device id",
        "分组: device",
        "说明𠮷",
        "- tel.id (1): 读取标识",
    ] {
        assert!(zh.text.contains(part), "{part}: {}", zh.text);
    }
    let en = one(&all, "device.id", Language::En).text;
    assert!(
        en.contains("group: device") && en.contains("remark") && en.contains("reads the id"),
        "{en}"
    );
    assert!(!en.contains("说明"), "{en}");
    assert!(all.explain("device.i", Language::Zh).is_empty());
}

#[test]
fn a_group_is_found_by_id_or_by_interface() {
    let text = GROUPS.replace(
        "source: made up,",
        "source: made up, needs: [{api: '1-28', any_of: [p.a.PHONE, p.b.NET]}, {api: '29-', all_of: [p.a.PHONE, p.b.NET]}], blocked: [{api: '30-', why: {zh: 系统限制, en: closed}}],",
    );
    let all = knowledge(&with("apis/phone.yaml", &text));
    let by_id = one(&all, "tel.id", Language::Zh);
    assert_eq!(by_id.catalogue, "access_point");
    assert_eq!(
        by_id,
        one(&all, "Lf/Tel;->getId(I)Ljava/lang/String;", Language::Zh)
    );
    for part in [
        "读取标识",
        "信息: device.id",
        "权限 API 1-28: p.a.PHONE | p.b.NET",
        "权限 API 29-: p.a.PHONE + p.b.NET",
        "API 30-: 系统限制",
        "- method: Lf/Tel;->getId(I)Ljava/lang/String;",
        "出处: made up",
    ] {
        assert!(by_id.text.contains(part), "{part}: {}", by_id.text);
    }
    let en = one(&all, "tel.id", Language::En).text;
    assert!(
        en.contains("needs API 1-28") && en.contains("closed") && en.contains("source: made up"),
        "{en}"
    );
    assert!(all.explain("Lf/Tel;->getId(I)V", Language::En).is_empty());
}

#[test]
fn an_address_or_key_is_found_too() {
    let text = GROUPS.replace(
        "points: [",
        "points: [{uri: 'content://通讯录𠮷'}, {setting: 键}, ",
    );
    let all = knowledge(&with("apis/phone.yaml", &text));
    for what in ["content://通讯录𠮷", "键"] {
        assert_eq!(one(&all, what, Language::Zh).id, "tel.id");
    }
    assert!(all.explain("content://通讯录吉", Language::Zh).is_empty());
}

#[test]
fn a_permission_is_found_by_full_or_short_name() {
    let all = knowledge(&base());
    let full = one(&all, "p.a.PHONE", Language::Zh);
    assert_eq!(full, one(&all, "PHONE", Language::Zh));
    assert_eq!(
        (full.catalogue, full.id.as_str()),
        ("permission", "p.a.PHONE")
    );
    for part in ["电话 / phone", "API 1-: dangerous", "相关接口数: 1"] {
        assert!(full.text.contains(part), "{part}: {}", full.text);
    }
    assert!(
        one(&all, "NET", Language::En)
            .text
            .contains("APIs that need it: 0")
    );
    // The end of a name is not its short form.
    assert!(all.explain("b.NET", Language::En).is_empty());
    assert!(all.explain("HONE", Language::En).is_empty());
}

#[test]
fn an_sdk_is_explained_with_its_evidence() {
    let all = knowledge(&base());
    let zh = one(&all, "some.sdk", Language::Zh);
    assert_eq!(zh.catalogue, "sdk");
    for part in [
        "某开发包 / Some SDK",
        "某公司𠮷 / Vendor",
        "类别: push",
        "包名: com.some.sdk",
        "- packages: made up 2026-01-02",
    ] {
        assert!(zh.text.contains(part), "{part}: {}", zh.text);
    }
    let en = one(&all, "some.sdk", Language::En).text;
    assert!(
        en.contains("category: push") && en.contains("packages: com.some.sdk"),
        "{en}"
    );
}

#[test]
fn an_interface_that_only_needs_permissions_is_explained() {
    let needs = "Lf/Tel;->base()V\t1-22\tany:p.a.PHONE|p.b.NET\tno\tx\nLf/Tel;->base()V\t23-\tall:p.a.PHONE&p.b.NET\tyes\tx\n";
    let all = knowledge(&with("permissions/api-needs.tsv", needs));
    let found = one(&all, "Lf/Tel;->base()V", Language::En);
    assert_eq!(found.catalogue, "api");
    assert_eq!(
        found.text,
        "API 1-22: p.a.PHONE | p.b.NET\nAPI 23-: p.a.PHONE + p.b.NET\n"
    );
    // Known fault: that the second need is conditional is not said.
    assert!(!found.text.contains("case"));
}

#[test]
fn nothing_is_made_up_for_unknown_words() {
    let all = knowledge(&base());
    for what in ["", "没有", "𠮷", ".", "Lf/Tel;"] {
        assert!(all.explain(what, Language::Zh).is_empty(), "{what}");
    }
    // The embedded catalogues explain every kind in both languages.
    let embedded = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    for kind in embedded.kinds() {
        for language in [Language::Zh, Language::En] {
            let found = embedded.explain(&kind.id, language);
            assert!(
                found
                    .iter()
                    .any(|one| one.catalogue == "kind" && !one.text.is_empty()),
                "{}",
                kind.id
            );
        }
    }
}
