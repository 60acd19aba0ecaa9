//! Clauses, lists and rows of real policies that are easily read wrong; each case with a near miss.

use app_facts::{Disclosure, DisclosureMatch, Statement, StatementType};
use policy_read::{AppNames, Input, InputRole};

use super::knowledge::reader;

const COLLECT: StatementType = StatementType::Collect;
const SHARE: StatementType = StatementType::Share;
const DENY: StatementType = StatementType::Deny;
const PURPOSE: StatementType = StatementType::Purpose;
const RIGHT: StatementType = StatementType::Right;
const RETENTION: StatementType = StatementType::Retention;

fn read_named(name: &str, text: &str) -> Disclosure {
    reader().read(
        &[Input {
            name,
            bytes: text.as_bytes(),
            role: InputRole::Embedded,
        }],
        &AppNames::default(),
    )
}

fn read(text: &str) -> Vec<Statement> {
    let text = format!("# 测试隐私政策\n\n我们会收集您的性别，您可以注销账号。\n\n{text}\n");
    read_named("policy.md", &text).statements
}

fn of(statements: &[Statement], kind: StatementType) -> Vec<String> {
    let mut out: Vec<String> = statements
        .iter()
        .filter(|one| one.kind == kind && one.matched == DisclosureMatch::Exact)
        .flat_map(|one| one.data.clone())
        .filter(|kind| kind != "gender")
        .collect();
    out.sort();
    out.dedup();
    out
}

fn kinds(text: &str, kind: StatementType) -> Vec<String> {
    of(&read(text), kind)
}

fn count(text: &str, kind: StatementType) -> usize {
    read(text).iter().filter(|one| one.kind == kind).count()
}

fn none() -> Vec<String> {
    Vec::new()
}

#[test]
fn ordinary_words_count_as_objects_and_in_lists() {
    let text = "为识别刷量账号，我们会获取OAID。";
    assert_eq!(kinds(text, COLLECT), ["oaid"]);
    assert_eq!(kinds("我们会收集您的账号。", COLLECT), ["account_id"]);
    assert_eq!(
        kinds("我们会收集您的手机号、账号。", COLLECT),
        ["account_id", "phone_number"]
    );
}

#[test]
fn what_the_reader_is_told_is_not_shared() {
    let section = "## 我们如何共享您的个人信息\n\n";
    let told = format!("{section}我们会向您告知接收方的姓名和手机号。");
    assert_eq!(kinds(&told, SHARE), none());
    let given = format!("{section}我们会向接收方告知您的姓名和手机号。");
    assert_eq!(kinds(&given, SHARE), ["name", "phone_number"]);
}

#[test]
fn the_operator_and_its_partners_collect_together() {
    assert_eq!(
        kinds("我们及合作伙伴会收集设备型号。", COLLECT),
        ["device_model"]
    );
    assert_eq!(kinds("合作伙伴会收集设备型号。", COLLECT), none());
    assert_eq!(
        kinds("We and our partners collect your device model.", COLLECT),
        ["device_model"]
    );
    assert_eq!(
        kinds("Our partners collect your device model.", SHARE),
        ["device_model"]
    );
}

#[test]
fn a_table_of_sdks_may_name_permissions() {
    let rows = "| 使用目的 | 收集的信息类型 | 需要的权限 | SDK名称 | 运营主体 |\n| --- | --- | --- | --- | --- |\n| 显示地图 | GPS坐标、OAID | 位置 | 高德地图SDK | 高德软件有限公司 |\n";
    let read_rows = read(&format!("## 第三方SDK\n\n{rows}"));
    assert_eq!(of(&read_rows, SHARE), ["location_precise", "oaid"]);
    assert_eq!(of(&read_rows, COLLECT), none());
    let permissions =
        "## 权限\n\n| 权限 | 目的 | 收集的信息 |\n| --- | --- | --- |\n| 相机 | 扫码 | 照片 |\n";
    assert_eq!(kinds(permissions, COLLECT), ["photos_videos"]);
}

#[test]
fn a_table_of_periods_collects_nothing() {
    let periods = "## 保存期限\n\n| 信息 | 保存期限 |\n| --- | --- |\n| 聊天记录 | 60天 |\n";
    assert_eq!(kinds(periods, COLLECT), none());
    assert_eq!(count(periods, RETENTION), 1);
    let table = "## 收集的信息\n\n| 信息 | 目的 | 保存期限 |\n| --- | --- | --- |\n| 聊天记录 | 举报 | 60天 |\n";
    assert_eq!(kinds(table, COLLECT), ["im_message_content"]);
    assert_eq!(count(table, RETENTION), 1);
}

#[test]
fn a_period_under_a_heading_of_storage_is_enough() {
    let kept = "## 保存期限\n\n- 订单、轨迹：自行程结束起不少于两年；\n";
    assert_eq!(count(kept, RETENTION), 1);
    assert_eq!(kinds(kept, COLLECT), none());
    let elsewhere = "## 收集的信息\n\n- 订单：两年内的订单号；\n";
    assert_eq!(count(elsewhere, RETENTION), 0);
}

#[test]
fn what_a_denial_leaves_out_is_done() {
    let section = "## 共享\n\n";
    let out = format!(
        "{section}除下列各项外，我们不与任何第三方共享您的个人信息：\n\n（1）航空公司：姓名、证件号码，为您出票；\n"
    );
    assert_eq!(kinds(&out, SHARE), ["id_card_number", "name"]);
    let denied = format!("{section}我们不会向第三方共享下列信息：\n\n（1）姓名、证件号码；\n");
    assert_eq!(kinds(&denied, SHARE), none());
    assert_eq!(kinds(&denied, DENY), ["id_card_number", "name"]);
}

#[test]
fn cases_without_consent_tell_no_purpose() {
    let list = "以下情形中，我们可以不经您的同意处理您的个人信息：\n\n（1）为履行合同所必需的；\n";
    assert_eq!(count(list, PURPOSE), 0);
    assert_eq!(kinds(list, DENY), none());
    let purposes = "我们会将您的手机号用于下列用途：\n\n（1）为您提供登录服务；\n";
    assert!(count(purposes, PURPOSE) > 0);
}

#[test]
fn what_the_reader_does_with_rights_collects_nothing() {
    let rights = "## 您的权利\n\n- 在“我的”里查看和改正昵称、生日；\n";
    assert_eq!(kinds(rights, COLLECT), none());
    assert_eq!(count(rights, RIGHT), 2);
    let asked = "## 您的权利\n\n为核实身份，我们会收集您的姓名。\n";
    assert_eq!(kinds(asked, COLLECT), ["name"]);
}

#[test]
fn filling_in_is_no_correction_and_goods_are_no_information() {
    assert_eq!(count("您可自愿补充手机号和生日。", RIGHT), 1);
    assert_eq!(count("## 服务\n\n您可以查看线路和酒店。", RIGHT), 1);
    assert_eq!(count("您可以查看您的个人信息。", RIGHT), 2);
}

#[test]
fn a_line_of_keys_is_a_row() {
    let line = "## 第三方组件\n\n组件：友盟统计SDK｜主体：友盟同欣（北京）科技有限公司｜信息：OAID、IP地址｜目的：统计\n";
    let out = read(line);
    assert_eq!(of(&out, SHARE), ["ip_address", "oaid"]);
    assert!(out.iter().any(|one| one.sdk.is_some()));
    assert_eq!(out.iter().filter(|one| one.kind == PURPOSE).count(), 1);
    let prose = "## 第三方组件\n\n产地：北京｜颜色：红色\n";
    assert_eq!(kinds(prose, SHARE), none());
}

#[test]
fn whoever_is_entrusted_receives() {
    assert_eq!(
        kinds("我们委托云服务商存储您的手机号。", SHARE),
        ["phone_number"]
    );
    assert_eq!(kinds("我们会存储您委托下单时填写的手机号。", SHARE), none());
    assert_eq!(
        kinds("您的银行卡号由支付机构处理。", SHARE),
        ["bank_card_number"]
    );
    assert_eq!(kinds("您的银行卡号由您自行处理。", SHARE), none());
}

#[test]
fn the_one_before_the_verb_gets_it() {
    assert_eq!(kinds("经您同意，向其提供OAID。", SHARE), ["oaid"]);
    assert_eq!(kinds("您可以向我们提供手机号。", SHARE), none());
    assert_eq!(kinds("您可以向我们提供手机号。", COLLECT), ["phone_number"]);
}

#[test]
fn permissions_that_are_not_asked_for_deny_what_they_give() {
    assert_eq!(
        kinds("我们不申请通讯录、短信、定位权限。", DENY),
        [
            "contacts",
            "location_coarse",
            "location_precise",
            "sms_content"
        ]
    );
    assert_eq!(kinds("我们会申请通讯录权限。", DENY), none());
}

#[test]
fn a_denial_without_an_object_is_of_what_stood_before() {
    assert_eq!(
        kinds("开启后我们会保存您的步数；不开启则不收集。", DENY),
        ["activity_recognition"]
    );
    assert_eq!(
        kinds("我们会收集您的步数；您可以选择不提供。", DENY),
        none()
    );
    assert_eq!(
        kinds(
            "我们记录您的订单号，但您的银行卡号由支付机构处理，我们无从知悉。",
            DENY
        ),
        ["bank_card_number"]
    );
}

#[test]
fn a_clause_that_tells_when_governs_nothing_behind_it() {
    let text = "## 共享\n\n实名认证时，您的姓名会发送至学信网。\n";
    assert_eq!(kinds(text, SHARE), ["name"]);
    assert_eq!(kinds(text, COLLECT), none());
    assert_eq!(
        kinds("我们会收集您的姓名、照片。", COLLECT),
        ["name", "photos_videos"]
    );
}

#[test]
fn terms_of_a_list_belong_to_what_explains_them() {
    let page = "<html><body><h1>Privacy policy</h1><p>We collect your gender.</p><h2>Permissions</h2><dl><dt>Microphone</dt><dd>voice notes for your diary</dd></dl><h2>Who else sees it</h2><dl><dt>Deepgram, Inc.</dt><dd>Turns speech into text. Receives your voice recordings.</dd></dl></body></html>";
    let out = read_named("policy.html", page).statements;
    assert_eq!(of(&out, SHARE), ["microphone_audio"]);
    assert!(
        out.iter()
            .any(|one| one.kind == StatementType::Permission && one.topics == ["microphone"])
    );
    let none_of_it = "<html><body><h1>Privacy policy</h1><p>We collect your gender.</p><h2>Definitions</h2><dl><dt>Location</dt><dd>where a phone is</dd></dl></body></html>";
    assert_eq!(
        of(&read_named("policy.html", none_of_it).statements, COLLECT),
        none()
    );
}

#[test]
fn a_cell_may_deny_a_part() {
    let head = "## 收集的信息\n\n| 场景 | 信息 | 目的 |\n| --- | --- | --- |\n";
    let denies = format!("{head}| 支付 | 支付金额；我们不收集银行卡号 | 结算 |\n");
    assert_eq!(kinds(&denies, COLLECT), ["payment_record"]);
    assert_eq!(kinds(&denies, DENY), ["bank_card_number"]);
    let both = format!("{head}| 支付 | 支付金额；银行卡号 | 结算 |\n");
    assert_eq!(
        kinds(&both, COLLECT),
        ["bank_card_number", "payment_record"]
    );
}

#[test]
fn lines_below_a_lead_in_are_items() {
    let text = "# 隐私政策\n\n我们会收集您的性别。\n\n会用到的权限：\n存储——导出备份；\n通知——到点提醒。\n\n这些都可以关闭。\n";
    let out = read_named("policy.txt", text).statements;
    let permissions: Vec<&str> = out
        .iter()
        .filter(|one| one.kind == StatementType::Permission)
        .flat_map(|one| one.topics.iter().map(String::as_str))
        .collect();
    assert_eq!(permissions, ["storage", "notification"]);
    let prose = "# 隐私政策\n\n我们会收集您的性别。\n\n提示如下：\n存储——导出备份；\n";
    assert!(
        read_named("policy.txt", prose)
            .statements
            .iter()
            .all(|one| one.kind != StatementType::Permission)
    );
}

#[test]
fn information_of_a_child_is_of_that_kind_too() {
    let child = "## 未成年人\n\n我们会收集儿童的昵称和生日𠮷。\n";
    assert!(kinds(child, COLLECT).contains(&"minor_pi".to_owned()));
    let relation = "## 未成年人\n\n我们会收集监护人的姓名、与儿童的关系。\n";
    assert!(!kinds(relation, COLLECT).contains(&"minor_pi".to_owned()));
}

#[test]
fn a_sentence_without_a_subject_goes_on_about_the_sdk() {
    let sdk = "## 第三方SDK\n\n神策分析SDK，用于分析用户行为。收集个人信息类型：OAID、IP地址。\n";
    assert_eq!(kinds(sdk, SHARE), ["ip_address", "oaid"]);
    let ours = "## 第三方SDK\n\n神策分析SDK，用于分析用户行为。我们会收集OAID。\n";
    assert_eq!(kinds(ours, SHARE), none());
}

#[test]
fn what_a_condition_lets_the_app_have_is_collected() {
    assert_eq!(
        kinds(
            "If you allow access to your contacts, we look for friends.",
            COLLECT
        ),
        ["contacts"]
    );
    assert_eq!(
        kinds("If you lose your contacts, we are sorry for that.", COLLECT),
        none()
    );
    assert_eq!(
        kinds(
            "If you allow access to your contacts, we do not keep anything.",
            COLLECT
        ),
        none()
    );
}

#[test]
fn other_users_who_never_get_something() {
    assert_eq!(
        kinds("Drivers never get your phone number.", DENY),
        ["phone_number"]
    );
    assert_eq!(
        kinds("Drivers get your phone number.", SHARE),
        ["phone_number"]
    );
    assert_eq!(kinds("You get a phone number from us.", SHARE), none());
}

#[test]
fn a_participle_may_deny_what_stood_before() {
    assert_eq!(
        kinds(
            "Your voice recordings are turned into text and never uploaded.",
            DENY
        ),
        ["microphone_audio"]
    );
    assert_eq!(
        kinds("Your voice recordings are uploaded, and never late.", DENY),
        none()
    );
}

#[test]
fn what_stays_on_the_phone_denies_the_sentence_before() {
    let two =
        "We read the list of installed apps to sort them. This list never leaves your device.";
    assert_eq!(kinds(two, DENY), ["installed_apps"]);
    let other = "We read the list of installed apps to sort them. Your drawer looks tidy then.";
    assert_eq!(kinds(other, DENY), none());
}

#[test]
fn an_sdk_that_does_something_for_the_app() {
    let statements = read("Payments are processed by Stripe.");
    assert!(
        statements
            .iter()
            .any(|one| one.kind == SHARE && one.sdk.as_deref() == Some("stripe"))
    );
    let statements = read("You may pay with Stripe elsewhere.");
    assert!(statements.iter().all(|one| one.sdk.is_none()));
}

#[test]
fn entities_of_a_page_are_characters() {
    let page = "<html><body><h1>Privacy policy</h1><p>We collect your gender.</p><h2>Your rights</h2><p>A copy of everything (Profile &rsaquo; Export).</p><p>Caf&eacute; &unknown; names stay.</p></body></html>";
    let out = read_named("policy.html", page).statements;
    assert!(
        out.iter()
            .any(|one| one.kind == RIGHT && one.quote.contains('›'))
    );
    assert!(out.iter().all(|one| !one.quote.contains("&rsaquo;")));
}

#[test]
fn a_permission_may_stand_behind_what_is_asked_for() {
    let list = "## Permissions\n\nThe app asks for access to your calendar to add reminders.\n";
    assert_eq!(count(list, StatementType::Permission), 1);
    let prose = "## Our company\n\nThe calendar of our events asks for access to nothing.\n";
    assert_eq!(count(prose, StatementType::Permission), 0);
}

#[test]
fn a_clause_in_brackets_governs_nothing_behind_it() {
    let text =
        "We read your calendar (we do not read existing events), your contacts and your photos.";
    assert_eq!(kinds(text, DENY), ["calendar_events"]);
    let all = "We do not read your calendar, your contacts or your photos.";
    assert_eq!(
        kinds(all, DENY),
        ["calendar_events", "contacts", "photos_videos"]
    );
}
