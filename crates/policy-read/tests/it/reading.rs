//! Small cases of the grammar: each with a near miss.

use app_facts::{Disclosure, DisclosureMatch, DocumentRole, StatementType};
use policy_read::{AppNames, Input, InputRole};

use super::knowledge::reader;

const TAIL: &str = "\n# 隐私政策\n我们会收集您的性别。您可以注销账号。";

fn read(text: &str) -> Disclosure {
    let text = format!("{text}{TAIL}");
    reader().read(
        &[Input {
            name: "policy.txt",
            bytes: text.as_bytes(),
            role: InputRole::Policy,
        }],
        &AppNames::default(),
    )
}

/// Kinds by type, without those of the tail.
fn kinds(text: &str, kind: StatementType) -> Vec<String> {
    let mut out: Vec<String> = read(text)
        .statements
        .iter()
        .filter(|one| one.kind == kind && one.matched == DisclosureMatch::Exact)
        .flat_map(|one| one.data.clone())
        .filter(|kind| kind != "gender")
        .collect();
    out.sort();
    out.dedup();
    out
}

fn collected(text: &str) -> Vec<String> {
    kinds(text, StatementType::Collect)
}

fn denied(text: &str) -> Vec<String> {
    kinds(text, StatementType::Deny)
}

#[test]
fn collecting_and_denying() {
    assert_eq!(collected("我们会收集您的手机号码。"), ["phone_number"]);
    assert_eq!(denied("我们不会收集您的通讯录。"), ["contacts"]);
    assert!(collected("我们不会收集您的通讯录。").is_empty());
    assert_eq!(collected("We collect your phone number."), ["phone_number"]);
    assert_eq!(denied("We do not collect your contacts."), ["contacts"]);
    // A double negation says yes.
    assert_eq!(collected("我们不得不收集您的手机号码。"), ["phone_number"]);
}

#[test]
fn scope_of_a_denial() {
    let text = "我们会收集您的手机号码，但不会读取您的短信。";
    assert_eq!(collected(text), ["phone_number"]);
    assert_eq!(denied(text), ["sms_content"]);
    let text = "We collect your email address, but we do not read your contacts.";
    assert_eq!(collected(text), ["email_address"]);
    assert_eq!(denied(text), ["contacts"]);
}

#[test]
fn conditions_are_kept() {
    let read = read("除非您主动开启，否则我们不会收集您的精确位置。");
    let one = read
        .statements
        .iter()
        .find(|one| one.kind == StatementType::Deny)
        .unwrap();
    assert!(one.conditional);
    assert_eq!(one.data, ["location_precise"]);
    // What is denied only under a condition is declared.
    assert!(
        read.declared_data
            .iter()
            .any(|row| row.data == "location_precise")
    );
}

#[test]
fn a_definition_collects_nothing() {
    let text = "个人信息是指以电子方式记录的各种信息，包括姓名、身份证件号码、行踪轨迹。";
    assert!(collected(text).is_empty());
    let text = "\"Personal data\" means any information such as a name or location data.";
    assert!(collected(text).is_empty());
}

#[test]
fn lists_take_the_verb_of_their_lead() {
    let text = "我们会收集以下信息：\n- 手机号码\n- 通讯录";
    assert_eq!(collected(text), ["contacts", "phone_number"]);
    let text = "We do not collect:\n- contacts\n- call logs";
    assert_eq!(denied(text), ["call_log", "contacts"]);
    // A paragraph after the list stands alone.
    let text = "We do not collect:\n- contacts\nWe collect your email address.";
    assert_eq!(collected(text), ["email_address"]);
}

#[test]
fn who_collects() {
    let text = "极光推送SDK会收集您的设备型号。";
    assert!(collected(text).is_empty());
    assert_eq!(kinds(text, StatementType::Share), ["device_model"]);
    let one = read(text);
    let one = one
        .declared_sdks
        .iter()
        .find(|row| row.sdk.is_some())
        .unwrap();
    assert_eq!(one.sdk.as_deref(), Some("jpush"));
}

#[test]
fn width_and_traditional_forms() {
    assert_eq!(
        collected("我們會收集您的ＩＭＥＩ與通訊錄。"),
        ["contacts", "imei"]
    );
    // A character outside the basic plane moves nothing.
    let read = read("𠮷祥公司𠮷：我们会收集您的手机号码𠮷。");
    let one = read
        .statements
        .iter()
        .find(|one| one.data == ["phone_number"])
        .unwrap();
    assert!(one.quote.contains("手机号码𠮷"));
}

#[test]
fn umbrella_words_name_nothing() {
    let read = read("我们会收集您的设备信息。");
    let row = read
        .declared_data
        .iter()
        .find(|row| row.data == "imei")
        .unwrap();
    assert_eq!(row.matched, DisclosureMatch::Umbrella);
    let read = self::read("我们会收集您的设备信息（包括IMEI）。");
    let row = read
        .declared_data
        .iter()
        .find(|row| row.data == "imei")
        .unwrap();
    assert_eq!(row.matched, DisclosureMatch::Exact);
}

#[test]
fn another_apps_policy_is_none_of_this_app() {
    let text = "# 云朵记账隐私政策\n云朵记账会收集您的手机号码、姓名。您可以注销账号。我们不会收集您的通讯录。";
    let input = Input {
        name: "policy.txt",
        bytes: text.as_bytes(),
        role: InputRole::Policy,
    };
    let app = |label: &str| AppNames {
        labels: vec![label.to_owned()],
        package: "com.example.app".to_owned(),
        operators: Vec::new(),
    };
    let own = reader().read(&[input], &app("云朵记账"));
    assert_eq!(own.documents[0].role, DocumentRole::Policy);
    let other = reader().read(&[input], &app("蓝天相机"));
    assert_eq!(other.documents[0].role, DocumentRole::NotAPolicy);
    assert!(
        other.documents[0]
            .why
            .as_ref()
            .unwrap()
            .contains("云朵记账")
    );
    assert!(other.statements.is_empty());
}
