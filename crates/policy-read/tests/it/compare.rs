//! What documents declare against facts: each answer with a near miss.

use app_facts::{
    Access, AppFacts, DisclosureAnswer, Level, Owner, OwnerKind, Scope, SdkFact, Site, Via,
};
use policy_read::{AppNames, Compare, Input, InputRole};

use super::knowledge::reader;

fn access(data: &str, kind: OwnerKind, level: Level) -> Access {
    Access {
        data: data.to_owned(),
        api: "Lx;->f()V".to_owned(),
        site: Site {
            method: "La/B;->c()V".to_owned(),
            offset: 0,
            line: None,
            dex: "classes.dex".to_owned(),
            file: "base.apk".to_owned(),
        },
        owner: Owner { kind, sdk: None },
        initiator: Owner::app(),
        level,
        phase: None,
        via: Via::Direct,
        obtainable: None,
        scope: Scope::Full,
        background_weight: false,
        chain: Vec::new(),
        chain_shortest: Vec::new(),
        repeat: None,
        cuts: Vec::new(),
        model: "m".to_owned(),
        key: data.to_owned(),
    }
}

fn app(kinds: &[&str], sdks: &[&str]) -> AppFacts {
    AppFacts {
        accesses: kinds
            .iter()
            .map(|data| access(data, OwnerKind::App, Level::Reachable))
            .collect(),
        sdks: sdks
            .iter()
            .map(|id| SdkFact {
                id: (*id).to_owned(),
                ..SdkFact::default()
            })
            .collect(),
        ..AppFacts::default()
    }
}

fn compared(policy: &str, facts: &AppFacts, operators: &[&str]) -> app_facts::Disclosure {
    let text = format!("# 隐私政策\n我们会收集您的性别。您可以注销账号。\n{policy}");
    let input = Input {
        name: "p.txt",
        bytes: text.as_bytes(),
        role: InputRole::Policy,
    };
    let mut disclosure = reader().read(&[input], &AppNames::default());
    let options = Compare {
        operators: operators.iter().map(|name| (*name).to_owned()).collect(),
    };
    policy_read::compare(reader(), facts, &options, &mut disclosure);
    disclosure
}

#[test]
fn data_named_covered_or_absent() {
    let facts = app(&["imei", "oaid", "contacts"], &[]);
    let found = compared("我们会收集您的设备信息（包括OAID）。", &facts, &[]);
    let rows: Vec<_> = found
        .undeclared_data
        .iter()
        .map(|row| (row.data.as_str(), row.answer))
        .collect();
    assert_eq!(
        rows,
        [
            ("contacts", DisclosureAnswer::Absent),
            ("imei", DisclosureAnswer::Umbrella)
        ]
    );
    assert!(
        found.undeclared_data[0]
            .searched
            .iter()
            .any(|word| word == "通讯录")
    );
}

#[test]
fn a_denial_points_at_the_code() {
    let facts = app(&["contacts"], &[]);
    let found = compared("我们不会收集您的通讯录和短信。", &facts, &[]);
    let accesses = |data: &str| {
        let row = found.denied_data.iter().find(|row| row.data == data);
        row.unwrap().accesses.clone()
    };
    assert_eq!(accesses("contacts"), [0]);
    // Not uploading is no denial of reading.
    let kept = compared("我们不会上传您的通讯录。", &facts, &[]);
    assert!(
        kept.denied_data
            .iter()
            .all(|row| row.accesses.is_empty() && row.action == "keep")
    );
    assert!(accesses("sms_content").is_empty());
}

#[test]
fn sdks_named_by_product_sibling_vendor_or_not() {
    let answer = |policy: &str, sdk: &str| {
        compared(policy, &app(&[], &[sdk]), &[])
            .undeclared_sdks
            .first()
            .map(|row| row.answer)
    };
    assert_eq!(answer("我们接入了极光推送SDK。", "jpush"), None);
    assert_eq!(
        answer("我们接入了极光统计SDK，该SDK会收集设备型号。", "jpush"),
        Some(DisclosureAnswer::Sibling)
    );
    assert_eq!(
        answer(
            "深圳市和讯华谷信息技术有限公司会收集您的设备型号。",
            "jpush"
        ),
        Some(DisclosureAnswer::Vendor)
    );
    assert_eq!(
        answer("我们接入了神策分析SDK，该SDK会收集设备型号。", "jpush"),
        Some(DisclosureAnswer::Absent)
    );
}

#[test]
fn libraries_never_count_and_groups_are_marked() {
    let mut facts = app(&[], &["jpush", "jpush"]);
    facts.sdks[1].is_library = true;
    let found = compared("", &facts, &["深圳市和讯华谷信息技术有限公司"]);
    assert_eq!(found.undeclared_sdks.len(), 1);
    assert!(found.undeclared_sdks[0].same_group);
    let other = compared("", &facts, &["蓝天科技"]);
    assert!(!other.undeclared_sdks[0].same_group);
    let idle = AppFacts {
        accesses: vec![access("imei", OwnerKind::Library, Level::Present)],
        ..AppFacts::default()
    };
    assert!(compared("", &idle, &[]).undeclared_data.is_empty());
}

#[test]
fn without_a_policy_nothing_is_compared() {
    let input = Input {
        name: "p.txt",
        bytes: b"404 Not Found",
        role: InputRole::Policy,
    };
    let mut disclosure = reader().read(&[input], &AppNames::default());
    let facts = app(&["imei"], &["jpush"]);
    policy_read::compare(reader(), &facts, &Compare::default(), &mut disclosure);
    assert!(disclosure.undeclared_data.is_empty() && disclosure.undeclared_sdks.is_empty());
}
