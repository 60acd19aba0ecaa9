//! Hand-made facts and the comparison with stored texts, for the tests of this crate.

use std::path::PathBuf;

use app_facts::{
    Access, AppFacts, AppFile, AppIdentity, ChainFrame, Coverage, FACTS_FORMAT, Gap, Level,
    LevelSet, LocalText, Owner, OwnerKind, PermissionFact, PermissionStatus, PermissionUse, Phase,
    Scope, SdkEvidence, SdkFact, Signer, Site, TamperingMark, Via, Visibility,
};
use report::{KindLabel, Labels, LocalName, RunInfo};

/// Compares with `tests/snapshots/NAME`; with `BLESS=1` in the environment, writes it.
#[expect(
    clippy::disallowed_methods,
    reason = "snapshots are files, and BLESS is asked for in the environment"
)]
pub(crate) fn snapshot(name: &str, actual: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .join(name);
    if std::env::var("BLESS").is_ok() {
        std::fs::write(&path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    for (number, (a, b)) in actual.lines().zip(expected.lines()).enumerate() {
        assert_eq!(a, b, "{name}, line {} (BLESS=1 rewrites)", number + 1);
    }
    assert_eq!(actual, expected, "{name} (BLESS=1 rewrites)");
}

pub(crate) fn sdk_owner(id: &str) -> Owner {
    Owner {
        kind: OwnerKind::Sdk,
        sdk: Some(id.to_owned()),
    }
}

fn frame(method: &str, owner: &str, edge: &str, line: Option<u32>) -> ChainFrame {
    ChainFrame {
        method: method.to_owned(),
        owner: owner.to_owned(),
        edge: edge.to_owned(),
        entry: (edge == "entry").then(|| "application.onCreate".to_owned()),
        offset: Some(7),
        line,
    }
}

fn access(data: &str, api: &str, method: &str, offset: u32) -> Access {
    Access {
        data: data.to_owned(),
        api: api.to_owned(),
        site: Site {
            method: method.to_owned(),
            offset,
            line: None,
            dex: "classes.dex".to_owned(),
            file: "weather.apk".to_owned(),
        },
        owner: Owner::app(),
        initiator: Owner::app(),
        level: Level::Present,
        phase: None,
        via: Via::Direct,
        obtainable: Some(LevelSet::all()),
        scope: Scope::Full,
        background_weight: false,
        chain: Vec::new(),
        chain_shortest: Vec::new(),
        repeat: None,
        cuts: Vec::new(),
        model: "telephony.device_id".to_owned(),
        key: format!("{offset:016x}"),
    }
}

pub(crate) const GET_DEVICE_ID: &str =
    "Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;";

/// An app with every shape of fact: SDKs, Chinese names outside the BMP, all levels, gaps.
pub(crate) fn weather() -> AppFacts {
    let mut reachable = access(
        "imei",
        GET_DEVICE_ID,
        "Lcom/igexin/push/core/a;->b(Landroid/content/Context;)V",
        18,
    );
    reachable.site.line = Some(40);
    reachable.owner = sdk_owner("getui-push");
    reachable.level = Level::Reachable;
    reachable.phase = Some(Phase::BeforeConsent);
    reachable.obtainable = Some(LevelSet::range(1, 28));
    reachable.chain = vec![
        frame(
            "Lcom/example/weather/App;->onCreate()V",
            "app",
            "entry",
            Some(12),
        ),
        frame(
            "Lcom/example/weather/信息;->初始化𠮷(I)V",
            "app",
            "direct",
            Some(30),
        ),
        frame(
            "Lcom/igexin/sdk/PushManager;->initialize(Landroid/content/Context;)V",
            "getui-push",
            "virtual",
            None,
        ),
        frame(
            "Lcom/igexin/push/core/CoreLogic;->run()V",
            "getui-push",
            "callback",
            None,
        ),
        frame(
            "Lcom/igexin/push/core/c;->a()V",
            "getui-push",
            "direct",
            None,
        ),
        frame(
            "Lcom/igexin/push/core/a;->b(Landroid/content/Context;)V",
            "getui-push",
            "direct",
            Some(40),
        ),
    ];
    reachable.cuts = vec!["fan-out cap 64".to_owned()];

    let mut own = access(
        "imei",
        GET_DEVICE_ID,
        "Lcom/example/weather/DeviceInfo;->imei()Ljava/lang/String;",
        4,
    );
    own.obtainable = Some(LevelSet::range(1, 28));
    let mut list = Vec::new();
    for offset in 0..5 {
        let mut read = access(
            "installed_apps",
            "Landroid/content/pm/PackageManager;->getInstalledPackages(I)Ljava/util/List;",
            "Lcom/example/weather/ui/AppList$1;->run()V",
            100 + offset,
        );
        read.level = Level::Reachable;
        read.phase = Some(Phase::UserAction);
        read.obtainable = None;
        read.chain = vec![frame(
            "Lcom/example/weather/ui/AppList$1;->run()V",
            "app",
            "entry",
            Some(99),
        )];
        list.push(read);
    }
    let mut contacts = access(
        "contacts",
        "content://com.android.contacts",
        "Lcn/jiguang/a/b;->c()V",
        9,
    );
    contacts.owner = Owner {
        kind: OwnerKind::Unknown,
        sdk: None,
    };
    contacts.via = Via::Reflection;
    contacts.scope = Scope::Narrow;
    contacts.level = Level::Reachable;
    contacts.phase = Some(Phase::Unknown);
    contacts.initiator = sdk_owner("getui-push");
    contacts.chain = vec![frame("Lcn/jiguang/a/b;->c()V", "unknown", "entry", None)];
    let mut sms = access("sms", "string:content://sms", "Lcn/jiguang/a/b;->d()V", 2);
    sms.level = Level::String;
    sms.owner = sdk_owner("getui-push");
    let mut model = access(
        "device_model",
        "Landroid/os/Build;->MODEL:Ljava/lang/String;",
        "Lcom/igexin/push/core/a;->d()V",
        3,
    );
    model.background_weight = true;
    model.owner = sdk_owner("getui-push");
    let mut model_own = model.clone();
    model_own.owner = Owner::app();
    model_own.level = Level::Reachable;
    model_own.phase = Some(Phase::GuardedConsent);
    model_own.site.offset = 5;

    let mut accesses = vec![reachable, own];
    accesses.extend(list);
    accesses.extend([contacts, sms, model, model_own]);

    AppFacts {
        format: FACTS_FORMAT.to_owned(),
        app: AppIdentity {
            package: "com.example.weather".to_owned(),
            version_name: Some("1.2.3".to_owned()),
            version_code: Some(10203),
            label: LocalText {
                default: Some("Weather".to_owned()),
                zh_cn: Some("天气𠮷".to_owned()),
            },
            min_sdk: 21,
            target_sdk: 33,
            files: vec![AppFile {
                name: "weather.apk".to_owned(),
                sha256: "ab".repeat(32),
                sha1: "cd".repeat(20),
                md5: "ef".repeat(16),
                size: 12_345_678,
                kind: "apk".to_owned(),
            }],
            signers: ["v1", "v2"]
                .into_iter()
                .map(|scheme| Signer {
                    file: "weather.apk".to_owned(),
                    scheme: scheme.to_owned(),
                    subject: "CN=天气开发, O=示例".to_owned(),
                    cert_sha256: "12".repeat(32),
                    cert_sha1: "34".repeat(20),
                    cert_md5: "56".repeat(16),
                    public_key: "RSA 2048".to_owned(),
                    not_before: "2020-01-01T00:00:00Z".to_owned(),
                    not_after: "2050-01-01T00:00:00Z".to_owned(),
                })
                .collect(),
            tampering: vec![TamperingMark {
                kind: "encrypted-flag".to_owned(),
                place: "weather.apk: classes.dex".to_owned(),
                detail: "encryption bit is set, \u{1b}[31mdata is plain".to_owned(),
            }],
        },
        permissions: permissions(),
        accesses,
        sdks: vec![
            SdkFact {
                id: "getui-push".to_owned(),
                name_zh: "个推消息推送".to_owned(),
                name_en: "Getui Push".to_owned(),
                vendor_zh: "每日互动".to_owned(),
                vendor_en: "Merit Interactive".to_owned(),
                country: Some("CN".to_owned()),
                category: "push".to_owned(),
                is_library: false,
                evidence: vec![SdkEvidence {
                    kind: "package".to_owned(),
                    value: "com.igexin.sdk".to_owned(),
                    count: 53,
                }],
                reachable: true,
                data: vec![
                    "device_model".to_owned(),
                    "imei".to_owned(),
                    "sms".to_owned(),
                ],
                ..SdkFact::default()
            },
            SdkFact {
                id: "okhttp".to_owned(),
                name_zh: String::new(),
                name_en: "OkHttp".to_owned(),
                vendor_zh: String::new(),
                vendor_en: "Square".to_owned(),
                country: None,
                category: "network".to_owned(),
                is_library: true,
                confidence: app_facts::SdkConfidence::Possible,
                evidence: Vec::new(),
                reachable: false,
                data: Vec::new(),
                ..SdkFact::default()
            },
        ],
        disclosure: app_facts::Disclosure::default(),
        coverage: Coverage {
            visibility: Visibility::Partial,
            dex_files: 2,
            classes: 4321,
            methods: 30210,
            methods_with_code: 28000,
            methods_without_body: 12,
            methods_reachable: 9000,
            native_libs: 3,
            unresolved_reflection: 41,
            instructions: 1_234_567,
            call_edges: 88_000,
            complete: false,
            ..Coverage::default()
        },
        gaps: vec![Gap {
            stage: "dex-parse".to_owned(),
            what: "method code".to_owned(),
            place: "classes2.dex".to_owned(),
            why: "code item at 0x1f00 is cut off".to_owned(),
            effect: "reads in this method are not seen".to_owned(),
        }],
        ..AppFacts::default()
    }
}

fn permissions() -> Vec<PermissionFact> {
    let fact = |name: &str, status, declared| PermissionFact {
        name: name.to_owned(),
        protection: "dangerous".to_owned(),
        declared,
        max_sdk: None,
        flags: Vec::new(),
        status,
        accesses: Vec::new(),
        uses: Vec::new(),
        owners: Vec::new(),
        why: None,
    };
    let mut contacts = fact(
        "android.permission.READ_CONTACTS",
        PermissionStatus::UsedUndeclared,
        false,
    );
    contacts.accesses = vec![7];
    contacts.owners = vec!["unknown".to_owned()];
    let mut phone = fact(
        "android.permission.READ_PHONE_STATE",
        PermissionStatus::Used,
        true,
    );
    phone.accesses = vec![0, 1];
    phone.max_sdk = Some(28);
    phone.owners = vec!["app".to_owned(), "getui-push".to_owned()];
    let mut camera = fact("android.permission.CAMERA", PermissionStatus::Unused, true);
    camera.flags = vec!["neverForLocation".to_owned()];
    let mut internet = fact(
        "android.permission.INTERNET",
        PermissionStatus::UsedBySdkOnly,
        true,
    );
    "normal".clone_into(&mut internet.protection);
    internet.owners = vec!["getui-push".to_owned()];
    internet.uses = vec![PermissionUse {
        api: "Ljava/net/Socket;-><init>(Ljava/lang/String;I)V".to_owned(),
        method: "Lcom/igexin/push/d;->a()V".to_owned(),
        offset: 3,
        owner: "getui-push".to_owned(),
        reachable: true,
    }];
    let mut own = fact(
        "com.example.weather.permission.消息",
        PermissionStatus::Unknown,
        true,
    );
    "custom".clone_into(&mut own.protection);
    own.why = Some("no table says what needs it".to_owned());
    vec![camera, internet, contacts, phone, own]
}

pub(crate) fn run_info() -> RunInfo {
    RunInfo {
        tool_version: "0.1.0".to_owned(),
        ruleset_version: "2026.11.1".to_owned(),
        knowledge_sha256: "77".repeat(32),
        rules_sha256: String::new(),
        jurisdictions: vec!["cn".to_owned()],
        as_of: "2026-11-21".to_owned(),
        categories: vec!["online_shopping".to_owned()],
    }
}

pub(crate) fn labels() -> Labels {
    let mut labels = Labels::default();
    let kinds = [
        (
            "imei",
            "国际移动设备识别码",
            "IMEI",
            "设备标识",
            "Device identifiers",
        ),
        (
            "device_model",
            "设备型号",
            "Device model",
            "设备标识",
            "Device identifiers",
        ),
        (
            "installed_apps",
            "应用列表",
            "Installed apps",
            "应用与使用",
            "Apps and use",
        ),
        ("contacts", "通讯录", "Contacts", "通信", "Communication"),
        ("sms", "短信", "Text messages", "通信", "Communication"),
    ];
    for (rank, (id, zh, en, group_zh, group_en)) in kinds.into_iter().enumerate() {
        labels.kinds.insert(
            id.to_owned(),
            KindLabel {
                name: LocalName::new(zh, en),
                group: LocalName::new(group_zh, group_en),
                rank,
            },
        );
    }
    for (name, zh, en) in [
        (
            "READ_PHONE_STATE",
            "读取手机状态和身份",
            "read phone status and identity",
        ),
        ("READ_CONTACTS", "读取联系人", "read your contacts"),
        ("CAMERA", "拍摄照片和视频", "take pictures and videos"),
        (
            "INTERNET",
            "拥有完全的网络访问权限",
            "have full network access",
        ),
    ] {
        labels
            .permissions
            .insert(format!("android.permission.{name}"), LocalName::new(zh, en));
    }
    labels
}
