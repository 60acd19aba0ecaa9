//! Manners of writing that a policy may have: tables, questions, other names for "we"; each with a near miss.

use app_facts::{Disclosure, DisclosureMatch, StatementType};
use policy_read::{AppNames, Input, InputRole};

use super::knowledge::{knowledge, reader};

fn read_as(text: &str, app: &AppNames) -> Disclosure {
    reader().read(
        &[Input {
            name: "policy.md",
            bytes: text.as_bytes(),
            role: InputRole::Policy,
        }],
        app,
    )
}

/// Kinds by type below a heading.
fn kinds(text: &str, kind: StatementType) -> Vec<String> {
    let text = format!("# 测试隐私政策\n\n我们会收集您的性别，您可以注销账号。\n\n{text}");
    let mut out: Vec<String> = read_as(&text, &AppNames::default())
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

const COLLECT: StatementType = StatementType::Collect;
const SHARE: StatementType = StatementType::Share;
const DENY: StatementType = StatementType::Deny;

#[test]
fn columns_in_any_order() {
    for head in [
        "| 序号 | 类别 | 第三方名称 | 收集个人信息类型 | 使用目的 |\n| 1 | 推送 | 极光推送 | OAID、IP地址 | 消息推送 |\n| 2 | 统计 | 友盟统计 | OAID、IP地址 | 统计 |",
        "| 收集信息 | SDK名称 | 目的 |\n| OAID、IP地址 | 极光推送 | 推送 |\n| OAID | 友盟统计 | 统计 |",
        "| 谁 | 得到什么 | 干什么 |\n| --- | --- | --- |\n| 极光推送 | OAID、IP地址 | 推送 |\n| 友盟统计 | OAID | 统计 |",
    ] {
        let text = format!("## 第三方\n\n{head}\n");
        assert_eq!(kinds(&text, SHARE), ["ip_address", "oaid"], "{head}");
        assert!(kinds(&text, COLLECT).is_empty(), "{head}");
    }
    // A table of what the app itself collects has no recipients.
    let text = "## 我们收集的信息\n\n| 类别 | 内容 |\n| --- | --- |\n| 账号 | 手机号码 |\n| 设备 | OAID |\n";
    assert!(kinds(text, SHARE).is_empty());
    assert!(kinds(text, COLLECT).contains(&"phone_number".to_owned()));
}

#[test]
fn questions_stand_over_their_answers() {
    let text = "## 问答\n\n问：会读取我的通讯录吗？\n\n答：不会。\n";
    assert_eq!(kinds(text, DENY), ["contacts"]);
    let text = "## 问答\n\n问：会读取我的通讯录吗？\n\n答：会，用于查找好友。\n";
    assert!(kinds(text, DENY).is_empty());
    let text = "## Questions\n\nQ: Do you read my text messages?\n\nA: Never.\n";
    assert_eq!(kinds(text, DENY), ["sms_content"]);
}

#[test]
fn the_operator_has_other_names() {
    for text in [
        "## 信息\n\n青禾科技有限公司（以下简称“青禾”）运营本应用。\n\n青禾收集您的手机号码。",
        "## 信息\n\n本行收集您的手机号码。",
        "## 信息\n\n运营者会记录您的手机号码。",
        "## 資料\n\n本公司會蒐集您的手機號碼。",
    ] {
        assert_eq!(kinds(text, COLLECT), ["phone_number"], "{text}");
        assert!(kinds(text, SHARE).is_empty(), "{text}");
    }
    // Somebody else's name is none of the operator's.
    let text = "## 信息\n\n合作方会收集您的手机号码。";
    assert_eq!(kinds(text, SHARE), ["phone_number"]);
}

#[test]
fn a_list_under_a_heading_that_carries_the_verb() {
    let text = "## 我们不碰的东西\n\n- 通讯录、短信、麦克风\n";
    assert_eq!(
        kinds(text, DENY),
        ["contacts", "microphone_audio", "sms_content"]
    );
    let text = "## 我们会用到什么\n\n- 通讯录、短信\n";
    assert_eq!(kinds(text, COLLECT), ["contacts", "sms_content"]);
    let text = "## 您的权利\n\n- 查询通讯录\n";
    assert!(kinds(text, COLLECT).is_empty());
}

#[test]
fn denials_reach_what_they_deny_and_no_more() {
    let text = "## 信息\n\n我们不收集通讯录、短信和通话记录。";
    assert_eq!(kinds(text, DENY), ["call_log", "contacts", "sms_content"]);
    let text = "## 信息\n\n我们看不到您的通讯录。";
    assert_eq!(kinds(text, DENY), ["contacts"]);
    let text = "## Data\n\nWe do not read your contacts or text messages, other than the verification code.";
    assert_eq!(kinds(text, DENY), ["contacts", "sms_content"]);
    let text = "## Data\n\nWe collect your location. We never share it.";
    assert_eq!(
        kinds(text, COLLECT),
        ["location_coarse", "location_precise"]
    );
    assert_eq!(kinds(text, DENY), ["location_coarse", "location_precise"]);
    // The camera is a permission, unless it is denied.
    assert_eq!(
        kinds("## Data\n\nWe do not access your camera.", DENY),
        ["camera_image"]
    );
    assert!(
        kinds(
            "## Data\n\nWe use the camera permission to scan codes.",
            COLLECT
        )
        .is_empty()
    );
    // A request to the reader denies nothing.
    assert!(kinds("## 信息\n\n请勿向任何人透露您的银行卡号。", DENY).is_empty());
}

#[test]
fn not_read_or_uploaded_denies_the_reading() {
    let read = read_as(
        "# 测试隐私政策\n\n我们会收集您的性别。我们不会读取、上传您的通讯录。我们不会上传您的日历。",
        &AppNames::default(),
    );
    let action = |kind: &str| {
        let row = read.denied_data.iter().find(|row| row.data == kind);
        row.map(|row| row.action.clone())
    };
    assert_eq!(action("contacts").as_deref(), Some("collect"));
    assert_eq!(action("calendar_events").as_deref(), Some("keep"));
}

#[test]
fn what_is_declared_is_not_denied_by_a_condition() {
    let text = "# 测试隐私政策\n\n我们收集您的通讯录，用于匹配好友。未经您的同意，我们不会收集您的通讯录。";
    let read = read_as(text, &AppNames::default());
    assert!(read.denied_data.is_empty());
    assert!(read.declared_data.iter().any(|row| row.data == "contacts"));
    // Without a declaration the denial stays, with its condition.
    let text = "# 测试隐私政策\n\n我们收集您的性别。未经您的同意，我们不会收集您的通讯录。";
    let read = read_as(text, &AppNames::default());
    let row = read
        .denied_data
        .iter()
        .find(|row| row.data == "contacts")
        .unwrap();
    assert!(row.conditional);
}

#[test]
fn the_app_is_among_the_names_when_the_text_calls_it_so() {
    let app = AppNames {
        labels: vec!["𠮷运司机".to_owned()],
        package: "com.example.jiyun".to_owned(),
        operators: Vec::new(),
    };
    let text =
        "# 𠮷运司机隐私政策\n\n“𠮷运司机”由宁波𠮷运供应链有限公司提供。我们收集您的手机号码。";
    let names = &read_as(text, &app).documents[0].names;
    assert!(names.contains(&"𠮷运司机".to_owned()), "{names:?}");
    let text =
        "# 隐私政策\n\n宁波𠮷运供应链有限公司提供本应用。我们收集您的手机号码，您可以注销账号。";
    let names = &read_as(text, &app).documents[0].names;
    assert!(!names.contains(&"𠮷运司机".to_owned()), "{names:?}");
}

#[test]
fn dates_in_a_line_of_their_own() {
    let date = |text: &str| {
        read_as(text, &AppNames::default()).documents[0]
            .date
            .clone()
    };
    let tail = "我们收集您的手机号码。您可以注销账号。";
    assert_eq!(
        date(&format!("# 隐私政策\n\n2025年3月1日起施行\n\n{tail}")).as_deref(),
        Some("2025-03-01")
    );
    assert_eq!(
        date(&format!("# Privacy\n\nVersion 5, 1 July 2025\n\n{tail}")).as_deref(),
        Some("2025-07-01")
    );
    // A date in a sentence is the date of something else.
    assert_eq!(
        date(&format!(
            "# 隐私政策\n\n我们的公司于2015年3月1日在杭州成立，为您提供记账服务和其他各类服务。\n\n{tail}"
        )),
        None
    );
}

#[test]
fn every_class_of_words_has_a_number() {
    let knowledge = knowledge();
    let mut ids: Vec<&str> = knowledge
        .catalogues()
        .policy
        .classes
        .iter()
        .map(|class| class.id.as_str())
        // Lists that are looked for in no sentence.
        .filter(|id| {
            ![
                "common_names",
                "no_names",
                "verb_upload",
                "embedded_endings",
                "embedded_names",
                "embedded_texts",
            ]
            .contains(id)
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert!(
        ids.len() < 128,
        "{} classes do not fit the bits of a sentence",
        ids.len()
    );
}

#[test]
fn lines_below_the_name_of_an_sdk_speak_of_it() {
    let text = "## 第三方SDK\n\nSDK名称：极光推送\n公司名称：深圳市和讯华谷信息技术有限公司\n使用目的：消息推送\n收集信息：OAID、IP地址、手机型号\n";
    assert_eq!(
        kinds(text, SHARE),
        ["device_model", "ip_address", "oaid"],
        "the data line is about the SDK"
    );
    assert!(kinds(text, COLLECT).is_empty());
    let read = read_as(&format!("# 测试隐私政策\n\n{text}"), &AppNames::default());
    let data = read
        .statements
        .iter()
        .find(|one| one.data.contains(&"oaid".to_owned()))
        .unwrap();
    assert_eq!(data.sdk.as_deref(), Some("jpush"));
    // Without a recipient above it the same line says what the app collects.
    let own = "## 我们收集的信息\n\n收集信息：OAID、IP地址\n使用目的：统计\n";
    assert_eq!(kinds(own, COLLECT), ["ip_address", "oaid"]);
    assert!(kinds(own, SHARE).is_empty());
}

#[test]
fn ordinary_words_name_information_only_among_other_names() {
    let list = "## What we collect\n\nWe collect your name, phone, language and IP address.\n";
    assert!(kinds(list, COLLECT).contains(&"device_state".to_owned()));
    let plain = "## About\n\nWe write this policy in plain language, and we improve the performance of the app.\n";
    assert!(kinds(plain, COLLECT).is_empty());
    let zh = "## 收集\n\n我们会收集您的搜索记录、浏览、点击和𠮷字输入习惯。\n";
    assert!(kinds(zh, COLLECT).contains(&"app_interaction".to_owned()));
    assert!(kinds("## 收集\n\n您可以浏览𠮷店。\n", COLLECT).is_empty());
}

#[test]
fn cells_that_say_no_deny_the_row() {
    let text = "## Information We Collect\n\n| Category | Examples | Collected |\n| --- | --- | --- |\n| Identifiers | Email address, IP address | YES |\n| Characteristics | Marital status, religion | NO |\n";
    assert_eq!(kinds(text, COLLECT), ["email_address", "ip_address"]);
    assert_eq!(kinds(text, DENY), ["marital_status", "religion_politics"]);
}

#[test]
fn lines_broken_at_a_column_are_one_sentence() {
    let text = "We collect your e-mail address, your telephone number and the\nlist of installed apps, and we keep them for as long as you\nuse the service. We never collect your precise location or the\ncontents of your text messages, and nobody who works for us is\nable to see them.\n\nThat is all there is to say about this, and you may write to\nus whenever you like.\n";
    assert!(kinds(text, COLLECT).contains(&"installed_apps".to_owned()));
    assert!(kinds(text, DENY).contains(&"sms_content".to_owned()));
}

#[test]
fn cells_reach_down_over_rows() {
    let page = "<html><body><h2>第三方SDK</h2><table><tr><th>公司</th><th>SDK</th><th>收集信息</th></tr>\
        <tr><td rowspan=\"2\">深圳市腾讯计算机系统有限公司</td><td>腾讯Bugly</td><td>手机型号</td></tr>\
        <tr><td>QQ互联SDK</td><td>OAID</td></tr></table></body></html>";
    let read = reader().read(
        &[Input {
            name: "policy.html",
            bytes: page.as_bytes(),
            role: InputRole::Policy,
        }],
        &AppNames::default(),
    );
    let last = read
        .statements
        .iter()
        .find(|one| one.data.contains(&"oaid".to_owned()))
        .unwrap();
    assert_eq!(last.sdk.as_deref(), Some("tencent-qq-connect"));
    assert_eq!(
        last.company.as_deref(),
        Some("深圳市腾讯计算机系统有限公司")
    );
}
