//! Sentences of other manners, by the mechanism that reads them; each mechanism with its near misses.

use app_facts::{DisclosureMatch, StatementType};
use policy_read::{AppNames, Input, InputRole};

use super::knowledge::reader;

const COLLECT: StatementType = StatementType::Collect;
const SHARE: StatementType = StatementType::Share;
const DENY: StatementType = StatementType::Deny;

/// A document whose beginning makes it a policy.
fn read(name: &str, text: &str) -> Vec<app_facts::Statement> {
    reader()
        .read(
            &[Input {
                name,
                bytes: text.as_bytes(),
                role: InputRole::Policy,
            }],
            &AppNames::default(),
        )
        .statements
}

/// What follows the two sentences that make the document a policy.
fn statements(text: &str) -> Vec<app_facts::Statement> {
    let text = format!(
        "# 测试隐私政策 Privacy Policy\n\n我们会收集您的国籍，您可以注销账号。We collect your nationality and process your personal data.\n\n{text}\n"
    );
    read("policy.md", &text)
        .into_iter()
        .filter(|one| !one.quote.contains("国籍") && !one.quote.contains("nationality"))
        .collect()
}

fn kinds(text: &str, kind: StatementType) -> Vec<String> {
    let mut out: Vec<String> = statements(text)
        .into_iter()
        .filter(|one| one.kind == kind && one.matched == DisclosureMatch::Exact)
        .flat_map(|one| one.data)
        .collect();
    out.sort();
    out.dedup();
    out
}

fn topics(text: &str, kind: StatementType) -> Vec<String> {
    let mut out: Vec<String> = statements(text)
        .into_iter()
        .filter(|one| one.kind == kind)
        .flat_map(|one| one.topics)
        .collect();
    out.sort();
    out.dedup();
    out
}

/// Checks sentences below one heading: what is named, and under which type.
fn check(heading: &str, kind: StatementType, cases: &[(&str, &[&str])]) {
    for (sentence, want) in cases {
        assert_eq!(
            kinds(&format!("{heading}\n\n{sentence}"), kind),
            *want,
            "{kind:?}: {sentence}"
        );
    }
}

const ZH: &str = "## 信息的收集";
const EN: &str = "## Information we collect";
const ZH_SHARE: &str = "## 我们如何共享";
const EN_SHARE: &str = "## How we share information";

#[test]
fn a_denial_reaches_its_verb_and_its_list() {
    check(
        ZH,
        DENY,
        &[
            (
                "通讯录、短信、通话记录——这些我们一概不读。",
                &["call_log", "contacts", "sms_content"],
            ),
            ("我们既不收集IMEI，也不收集MAC地址。", &["imei", "mac_wifi"]),
            (
                "无论何种情况，我们都不会收集您的通话记录与短信内容。",
                &["call_log", "sms_content"],
            ),
            ("我们绝不以健康数据投放广告。", &["health_medical"]),
            (
                "我们不扫描附近的Wi-Fi，也不读取基站信息。",
                &["cell_tower", "wifi_scan_list"],
            ),
            ("未经您同意，录音不会交给任何人。", &["microphone_audio"]),
            ("𠮷祥助手不会读取您的剪贴板。", &["clipboard"]),
            // Near misses: nothing of this denies.
            ("您可以不填写性别和生日。", &[]),
            ("如您不提供手机号，将无法注册。", &[]),
            ("我们不仅收集手机号，还收集邮箱。", &[]),
        ],
    );
    check(
        EN,
        DENY,
        &[
            (
                "We neither read nor store your text messages.",
                &["sms_content"],
            ),
            ("At no time do we record your calls.", &["call_audio"]),
            (
                "No contacts and no call logs are read.",
                &["call_log", "contacts"],
            ),
            (
                "We don't need your real name or phone number.",
                &["name", "phone_number"],
            ),
            ("Clipboard contents are not accessed.", &["clipboard"]),
            (
                "We keep the country only, not your exact address.",
                &["address"],
            ),
            // Near misses.
            ("The app works without your location.", &[]),
            (
                "Not only your name but also your e-mail address is collected.",
                &[],
            ),
        ],
    );
}

#[test]
fn what_stays_on_the_device_is_not_collected() {
    check(
        ZH,
        DENY,
        &[
            (
                "人脸比对在您的手机上完成，人脸数据不会离开手机。",
                &["face_feature"],
            ),
            (
                "步数只存在手机里，不会传到我们的服务器。",
                &["activity_recognition"],
            ),
            (
                "您的聊天记录仅保存在手机本地，我们的服务器不存储。",
                &["im_message_content"],
            ),
            // Near miss: it is stored on a server.
            ("步数保存在我们的服务器上。", &[]),
        ],
    );
    check(
        EN,
        DENY,
        &[
            (
                "Your photos are processed on the device and never uploaded.",
                &["photos_videos"],
            ),
            (
                "Contacts are matched on the phone; they are not uploaded.",
                &["contacts"],
            ),
            (
                "The photo is analysed on the phone and is never sent anywhere.",
                &["photos_videos"],
            ),
            // Near miss: a list of what is installed does not stay anywhere.
            ("We read which apps are installed on your phone.", &[]),
        ],
    );
    check(
        EN,
        COLLECT,
        &[(
            "Contacts are matched on the phone; they are not uploaded.",
            &[],
        )],
    );
}

#[test]
fn who_sees_something_receives_it() {
    check(
        ZH_SHARE,
        SHARE,
        &[
            ("队友可以看到您的昵称。", &["avatar_nickname"]),
            ("您发表的评论会公开展示。", &["favorites_comments"]),
            ("我们收集您的手机号，并转交给合作方。", &["phone_number"]),
            // Near misses: the reader sees it, or a device of the reader's gets it.
            ("您可以看到您的昵称。", &[]),
        ],
    );
    check(
        ZH,
        SHARE,
        &[("来电时，应用会把来电号码转发到手环上显示。", &[])],
    );
    check(
        EN_SHARE,
        SHARE,
        &[
            (
                "Drivers see your first name and phone number.",
                &["name", "phone_number"],
            ),
            (
                "Other members see your nickname, except your birthday, which is never shown.",
                &["avatar_nickname"],
            ),
            (
                "We collect your address and share it with couriers.",
                &["address"],
            ),
            // Near misses.
            ("You can see your nickname in your profile.", &[]),
        ],
    );
    check(
        EN_SHARE,
        DENY,
        &[(
            "Other members see your nickname, except your birthday, which is never shown.",
            &["birth_date_age"],
        )],
    );
}

#[test]
fn what_is_given_to_the_operator_is_collected() {
    check(
        EN,
        COLLECT,
        &[
            (
                "Google gives us your name and email address.",
                &["email_address", "name"],
            ),
            ("Our servers record your IP address.", &["ip_address"]),
            (
                "The app reads your contacts, calendar and photos.",
                &["calendar_events", "contacts", "photos_videos"],
            ),
            // Near misses: a noun, and what the reader does.
            ("The app records can be deleted.", &[]),
            ("Users can change their nickname.", &[]),
        ],
    );
    check(
        ZH,
        COLLECT,
        &[
            ("以手机号码、邮箱注册。", &["email_address", "phone_number"]),
            ("您可以凭手机号登录。", &["phone_number"]),
            (
                "您的位置会发送到服务器计算。",
                &["location_coarse", "location_precise"],
            ),
            // Near misses.
            ("您可以在个人主页修改昵称和头像。", &[]),
            ("如您拒绝，可手动输入地址。", &[]),
        ],
    );
    check(
        ZH_SHARE,
        SHARE,
        &[
            ("您的身份证号由支付机构核验。", &["id_card_number"]),
            ("您的身份证号由系统核验。", &[]),
        ],
    );
}

#[test]
fn a_place_abroad_that_is_denied_is_none() {
    let cross = StatementType::CrossBorder;
    for text in [
        "## 存储\n\n服务器位于贵州，数据不会传到境外。",
        "## Storage\n\nYour data are not transferred outside the EU.",
    ] {
        assert_eq!(topics(text, cross), ["domestic"], "{text}");
    }
    for text in [
        "## 存储\n\n数据会传到境外的服务器。",
        "## Storage\n\nYour data are transferred outside the EU.",
    ] {
        assert_eq!(topics(text, cross), ["abroad"], "{text}");
    }
    assert!(
        topics(
            "## Sharing\n\nNobody outside our company gets your location.",
            cross
        )
        .is_empty()
    );
}

#[test]
fn any_number_of_days_is_a_period() {
    let has = |text: &str| {
        statements(text)
            .iter()
            .any(|one| one.kind == StatementType::Retention)
    };
    for text in [
        "## 保存\n\n日志在四十五天后清理。",
        "## 保存\n\n录音留存18个月。",
        "## Keeping data\n\nServer logs are wiped after eleven days.",
        "## Keeping data\n\nWe drop call recordings after 26 weeks.",
    ] {
        assert!(has(text), "{text}");
    }
    for text in [
        "## 信息的收集\n\n我们收集手机号，版本于2025年3月5日发布。",
        "## Information\n\nWe collect your name. The app is two years old.",
    ] {
        assert!(!has(text), "{text}");
    }
}

#[test]
fn short_rights_below_their_heading() {
    let right = StatementType::Right;
    for (text, want) in [
        ("## 您的权利\n\n- 改手机号：我的-设置-账号安全", "correct"),
        ("## 您的权利\n\n- 导出：设置-数据管理", "copy"),
        (
            "## 您的权利\n\n想要一份自己数据的拷贝，请发邮件给我们。",
            "copy",
        ),
        ("## Your rights\n\n- Edit: Profile > Details", "correct"),
        (
            "## Your rights\n\n- Close your account in Settings",
            "cancel",
        ),
        (
            "## Your rights\n\n- Take back your consent at any time",
            "withdraw",
        ),
    ] {
        assert_eq!(topics(text, right), [want], "{text}");
    }
    // Elsewhere the same words give no right.
    assert!(topics("## 信息的收集\n\n- 改手机号：需要验证新手机号", right).is_empty());
}

#[test]
fn headings_of_plain_texts() {
    let text = "小灯𠮷记账 隐私政策\n\n写在前面\n我们会收集您的手机号，您可以注销账号。\n\n要哪些权限\n相机：拍票据。\n定位：记下在哪儿花的钱。\n\n不收集什么\n没有手机号、没有昵称，我们都不知道。\n";
    let out = read("policy.txt", text);
    let permissions: Vec<&str> = out
        .iter()
        .filter(|one| one.kind == StatementType::Permission)
        .flat_map(|one| one.topics.iter().map(String::as_str))
        .collect();
    assert_eq!(permissions, ["camera", "location"]);
    assert!(out.iter().any(|one| one.kind == DENY));
    let text = "Notes privacy policy\n\nWe collect your name and process personal data.\n\nPART TWO: PERMISSIONS THE APP MAY REQUEST\n\nCamera - to scan receipts.\n";
    assert!(
        read("policy.txt", text)
            .iter()
            .any(|one| one.kind == StatementType::Permission)
    );
    // A short line at the end of a paragraph, and one with its own full stop, are none.
    let text = "Notes privacy policy\n\nWe collect your name and process personal data.\nCamera and permissions are below.\nCamera - to scan receipts.\n";
    assert!(
        read("policy.txt", text)
            .iter()
            .all(|one| one.kind != StatementType::Permission)
    );
}

#[test]
fn tables_with_headers_in_plain_words() {
    let text = "## 权限对照\n\n| 系统权限 | 用来做什么 | 能否拒绝 |\n| --- | --- | --- |\n| RECORD_AUDIO（麦克风） | 语音指令 | 可 |\n";
    let out = statements(text);
    assert!(out.iter().any(|one| one.kind == StatementType::Purpose));
    assert!(out.iter().all(|one| one.kind != COLLECT));
    let text = "## Personal information we collect\n\n| Category | Examples | Disclosed for a business purpose to | Sold or shared for cross-context advertising |\n| --- | --- | --- | --- |\n| Identifiers | Name, email address | Carriers | No |\n| Inferences | Interest profile | None | No |\n";
    assert_eq!(
        kinds(text, COLLECT),
        ["email_address", "name", "user_profile"]
    );
    assert_eq!(kinds(text, SHARE), ["email_address", "name"]);
    assert_eq!(kinds(text, DENY), ["email_address", "name", "user_profile"]);
    // An SDK that collects nothing is still there.
    let text = "## 第三方SDK\n\n| SDK名称 | 公司 | 目的 | 收集的信息 |\n| --- | --- | --- | --- |\n| 微信OpenSDK | 深圳市腾讯计算机系统有限公司 | 分享 | 不收集个人信息 |\n| 友盟统计 | 友盟同欣（北京）科技有限公司 | 统计 | OAID |\n";
    assert_eq!(kinds(text, DENY), ["*"]);
    assert_eq!(
        statements(text)
            .iter()
            .filter(|one| one.kind == SHARE && one.sdk.is_some())
            .count(),
        2
    );
    // The first row of a table without a rule is no header because it stands first.
    let text = "## 第三方SDK\n\n| 友盟统计 | 友盟同欣（北京）科技有限公司 | OAID |\n| 极光推送 | 深圳市和讯华谷信息技术有限公司 | IMEI |\n";
    assert_eq!(kinds(text, SHARE), ["imei", "oaid"]);
}

#[test]
fn what_brackets_leave_out_is_not_named() {
    check(
        ZH,
        COLLECT,
        &[
            (
                "我们会收集设备标识（Android ID、OAID，不含IMEI）。",
                &["android_id", "oaid"],
            ),
            ("我们会收集设备标识（包括但不限于IMEI）。", &["imei"]),
        ],
    );
    check(
        EN,
        COLLECT,
        &[
            (
                "We collect identifiers (your Android ID, not the IMEI).",
                &["android_id"],
            ),
            ("We collect identifiers (such as the IMEI).", &["imei"]),
        ],
    );
}

#[test]
fn a_sentence_about_protection_collects_nothing() {
    check(
        "## Other",
        COLLECT,
        &[
            ("Coordinates are encrypted in transit.", &[]),
            (
                "Health data and photos are protected by access controls.",
                &[],
            ),
            (
                "A phone number, a password and a name.",
                &["name", "password_credential", "phone_number"],
            ),
        ],
    );
}
