//! Pasted stacks in the shapes that stores and tools print, and their match against hand-made facts.

use crate::common;
use report::mapping::Mapping;
use report::stack::{Frame, MatchOptions, NoMatch, Outcome, With, find, parse};

fn frame(class: &str, method: &str, line: u32) -> Frame {
    Frame {
        class: class.to_owned(),
        method: method.to_owned(),
        file: None,
        line: (line > 0).then_some(line),
    }
}

/// Frames of the only stack, without file names.
fn only(text: &str) -> Vec<Frame> {
    let stacks = parse(text);
    assert_eq!(stacks.len(), 1, "{stacks:#?}");
    let mut frames = stacks[0].frames.clone();
    for frame in &mut frames {
        frame.file = None;
    }
    frames
}

#[test]
fn java_stack_with_comments_and_log_prefixes() {
    let text = "
11-28 10:00:00.123  1234  5678 W System.err: \tat android.provider.Settings$Secure.getString(Settings.java:4664)
11-28 10:00:00.123  1234  5678 W System.err: \tat com.x.oaid.DeviceID.getAndroidID(SourceFile:12)
//initAgreeData 这里注册
W/System.err( 1234): \tat com.x.ui.PrivacyAgreeActivity.initClick$lambda-1(Unknown Source:14)
\tat com.x.ui.b.onClick(Unknown Source:2)
\tat java.lang.reflect.Method.invoke(Native Method)
\t... 12 more
";
    assert_eq!(
        only(text),
        [
            frame("android.provider.Settings$Secure", "getString", 4664),
            frame("com.x.oaid.DeviceID", "getAndroidID", 12),
            frame("com.x.ui.PrivacyAgreeActivity", "initClick$lambda-1", 14),
            frame("com.x.ui.b", "onClick", 2),
            frame("java.lang.reflect.Method", "invoke", 0),
        ]
    );
}

#[test]
fn semicolon_list_in_a_table_row() {
    let text = "获取设备信息\t2026-11-21 10:00:00\tcom.x.app\tandroid.app.ApplicationPackageManager.getInstalledPackages:1024;a.b.c.d:33;com.x.信息.f:-1;";
    assert_eq!(
        only(text),
        [
            frame(
                "android.app.ApplicationPackageManager",
                "getInstalledPackages",
                1024
            ),
            frame("a.b.c", "d", 33),
            frame("com.x.信息", "f", 0),
        ]
    );
}

#[test]
fn arrows_on_one_line() {
    let text = "调用堆栈：android.telephony.TelephonyManager.getDeviceId<---a.a.b.c<---com.x.App.onCreate<---android.app.Instrumentation.callApplicationOnCreate 次数 3";
    assert_eq!(
        only(text),
        [
            frame("android.telephony.TelephonyManager", "getDeviceId", 0),
            frame("a.a.b", "c", 0),
            frame("com.x.App", "onCreate", 0),
            frame("android.app.Instrumentation", "callApplicationOnCreate", 0),
        ]
    );
}

#[test]
fn numbered_rows_with_dashes() {
    let text = "
方法堆栈
1----android.telephony.TelephonyManager----TelephonyManager.java----123----getDeviceId
2----com.x.A$b----SourceFile----40----a
3----com.x.𠮷----Unknown Source----0----<init>
1----com.y.B----B.java----5----f
2----com.y.C----C.java----6----g
";
    let stacks = parse(text);
    assert_eq!(stacks.len(), 2, "{stacks:#?}");
    assert_eq!(stacks[0].frames.len(), 3);
    assert_eq!(stacks[0].text_line, 3);
    assert_eq!(stacks[0].frames[1].file.as_deref(), Some("SourceFile"));
    assert_eq!(stacks[0].frames[1].line, Some(40));
    assert_eq!(stacks[0].frames[2], frame("com.x.𠮷", "<init>", 0));
    assert_eq!(stacks[1].frames.len(), 2);
}

#[test]
fn json_stack_trace_inside_text() {
    let text = r#"检测详情 (1) [测试动作] 启动
{"stackTrace": [
  {"className": "android.webkit.WebViewFactory", "level": 0, "fileName": "WebViewFactory.java", "methodName": "getProvider", "lineNumber": 251},
  {"className": "com.x.信息", "level": 0, "fileName": null, "methodName": "f", "lineNumber": -1}
]}
另一条
com.y.B.g(B.java:7)
"#;
    let stacks = parse(text);
    assert_eq!(stacks.len(), 2, "{stacks:#?}");
    assert_eq!(stacks[0].frames[0].line, Some(251));
    assert_eq!(stacks[0].frames[1], frame("com.x.信息", "f", 0));
    assert_eq!(stacks[0].text_line, 2);
    assert_eq!(stacks[1].text_line, 7);
    assert_eq!(stacks[1].frames[0].class, "com.y.B");
}

#[test]
fn escaped_line_breaks_and_dalvik_names() {
    let text = r#"{"action":"getDeviceId","stack":"at a.b.C.m(C.java:1)\n\tat a.b.D.n(D.java:2)"}"#;
    assert_eq!(only(text), [frame("a.b.C", "m", 1), frame("a.b.D", "n", 2)]);
    assert_eq!(
        only("[+] Lcom/x/A$B;->f(Ljava/lang/String;I)V called from Lcom/x/C;-><clinit>()V"),
        [frame("com.x.A$B", "f", 0), frame("com.x.C", "<clinit>", 0)]
    );
}

#[test]
fn blank_lines_separate_stacks() {
    let text = "at a.b.C.m(C.java:1)\nat a.b.D.n(D.java:2)\n\nat a.b.E.o(E.java:3)\nCaused by: java.lang.Error: x\nat a.b.F.p(F.java:4)";
    let sizes: Vec<usize> = parse(text).iter().map(|stack| stack.frames.len()).collect();
    assert_eq!(sizes, [2, 1, 1]);
}

#[test]
fn what_only_looks_like_a_frame() {
    for text in [
        "",
        "com.example.weather",
        "android.permission.READ_PHONE_STATE",
        "2026-11-21 10:00:00.123 版本 1.2.3",
        "https://api.example.com:443/v1/x.html",
        "MainActivity.java:12",
        "/data/app/com.x/lib/arm64/libfoo.so",
        "W/System.err( 1234): java.lang.Throwable: msg",
        "#00 pc 0000abcd /system/lib64/libc.so (abort+12)",
        "违规行为：读取设备识别码",
        "[[[[[[{\"className\":",
        "----",
        "<---",
        ";->",
    ] {
        assert_eq!(parse(text), [], "{text}");
    }
}

#[test]
fn long_hostile_text_ends() {
    let text = "{\"className\":[".repeat(50_000);
    assert_eq!(parse(&text), []);
    let text = "a.".repeat(200_000);
    assert_eq!(parse(&text), []);
    let text = "a.b.C.m(".repeat(20_000);
    let _ = parse(&text);
    let text = "-".repeat(200_000);
    assert_eq!(parse(&text), []);
}

const STORE: &str = "
at android.telephony.TelephonyManager.getDeviceId(TelephonyManager.java:1)
at com.igexin.push.core.a.b(SourceFile:40)
at com.igexin.push.core.c.a(SourceFile:9)
at com.example.weather.App.onCreate(App.java:12)
";

fn outcome(text: &str, options: &MatchOptions<'_>) -> Outcome {
    find(&parse(text)[0], &common::weather(), options)
}

#[test]
fn a_stack_finds_its_access() {
    let Outcome::Matches(matches) = outcome(STORE, &MatchOptions::default()) else {
        panic!("no match");
    };
    assert_eq!(matches[0].access, 0);
    assert!(matches.len() == 1 || matches[0].score > matches[1].score);
    let with: Vec<With> = matches[0].frames.iter().map(|frame| frame.with).collect();
    assert_eq!(
        with,
        [With::Api, With::Site, With::Chain(4), With::Chain(0)]
    );
    assert!(matches[0].frames[1].same_line);
}

#[test]
fn a_retraced_stack_finds_its_access_through_the_mapping() {
    let mapping = Mapping::parse(
        b"com.igexin.push.core.CoreReader -> com.igexin.push.core.a:\n    40:40:void readDevice(android.content.Context):77:77 -> b\n",
    );
    let text = "at com.igexin.push.core.CoreReader.readDevice(CoreReader.java:77)";
    assert_eq!(
        outcome(text, &MatchOptions::default()),
        Outcome::None(NoMatch::NoKnownRead)
    );
    let options = MatchOptions {
        mapping: Some(&mapping),
        has_class: None,
    };
    let Outcome::Matches(matches) = outcome(text, &options) else {
        panic!("no match");
    };
    assert_eq!(matches[0].access, 0);
    assert!(matches[0].frames[0].same_line);
}

#[test]
fn lambdas_and_inner_classes_of_the_reading_class() {
    let text = "android.app.ApplicationPackageManager.getInstalledPackages:10;com.example.weather.ui.AppList$2.onClick:3;";
    let Outcome::Matches(matches) = outcome(text, &MatchOptions::default()) else {
        panic!("no match");
    };
    assert_eq!(matches.len(), 5);
    assert!(!matches[0].frames[1].exact);
}

#[test]
fn no_match_says_why() {
    let nothing = |_: &str| false;
    let everything = |_: &str| true;
    let absent = MatchOptions {
        mapping: None,
        has_class: Some(&nothing),
    };
    let present = MatchOptions {
        mapping: None,
        has_class: Some(&everything),
    };
    let other =
        "at com.other.Sdk.f(Sdk.java:1)\nat android.os.Handler.dispatchMessage(Handler.java:99)";
    assert_eq!(
        outcome(other, &absent),
        Outcome::None(NoMatch::ClassesNotInApp(vec!["com.other.Sdk".to_owned()]))
    );
    assert_eq!(
        outcome(other, &present),
        Outcome::None(NoMatch::NoKnownRead)
    );
    let elsewhere = "at android.telephony.TelephonyManager.getDeviceId(TelephonyManager.java:1)\nat com.other.Sdk.f(Sdk.java:1)";
    assert_eq!(
        outcome(elsewhere, &present),
        Outcome::None(NoMatch::ReadElsewhere {
            api: common::GET_DEVICE_ID.to_owned(),
            accesses: vec![0, 1],
        })
    );
    let platform = "at android.os.Handler.dispatchMessage(Handler.java:99)\nat android.os.Looper.loop(Looper.java:164)";
    assert_eq!(
        outcome(platform, &present),
        Outcome::None(NoMatch::OnlyPlatform)
    );
}
