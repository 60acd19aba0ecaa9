//! Consumers of each kind of constant.

use app_facts::{Level, Via};

use crate::lab::{Lab, apis, component, levels, main_with, of, only};

fn run(code: &str) -> call_graph::Analysis {
    Lab::new(&main_with(code)).run()
}

fn with_text(text: &str, code: &str) -> call_graph::Analysis {
    run(&format!("const-string v1 \"{text}\"\n{code}"))
}

#[test]
fn settings() {
    let code = "invoke-static {v1} Lf/Secure;->get(Ljava/lang/String;)Ljava/lang/String;";
    assert_eq!(
        apis(&with_text("android_id", code), "setting"),
        ["settings:android_id"]
    );
    assert_eq!(apis(&with_text("设备𠮷", code), "own"), ["settings:设备𠮷"]);
    for near in ["android_ids", "Android_id", "设备吉"] {
        assert!(with_text(near, code).accesses.is_empty(), "{near}");
    }
    // Another method takes the same word.
    let other = "invoke-static {v1} Lf/Props;->get(Ljava/lang/String;)Ljava/lang/String;";
    assert!(with_text("android_id", other).accesses.is_empty());
}

#[test]
fn properties() {
    let code = "invoke-static {v1} Lf/Props;->get(Ljava/lang/String;)Ljava/lang/String;";
    assert_eq!(
        apis(&with_text("ro.serialno", code), "prop"),
        ["property:ro.serialno"]
    );
    // An entry that ends in a dot is a prefix.
    assert_eq!(
        apis(&with_text("gsm.运营商", code), "prop"),
        ["property:gsm.运营商"]
    );
    assert!(of(&with_text("ro.serialno2", code), "prop").is_empty());
    // The name alone, where nothing takes it.
    assert_eq!(
        levels(&with_text("ro.serialno", "nop"), "prop"),
        [Level::String]
    );
}

#[test]
fn a_property_put_together_from_parts() {
    let code = "new-instance v0 Lf/Text;
const-string v1 \"ro.\"
invoke-direct {v0, v1} Lf/Text;-><init>(Ljava/lang/String;)V
const-string v1 \"serialno\"
invoke-virtual {v0, v1} Lf/Text;->append(Ljava/lang/String;)Lf/Text;
invoke-virtual {v0} Lf/Text;->text()Ljava/lang/String;
move-result-object v1
invoke-static {v1} Lf/Props;->get(Ljava/lang/String;)Ljava/lang/String;";
    let early = code
        .replace("\"ro.\"", "\"ro.se\"")
        .replace("\"serialno\"", "\"rialno\"");
    assert_eq!(apis(&run(&early), "prop"), ["property:ro.serialno"]);
    assert_eq!(apis(&run(code), "prop"), ["property:ro.serialno"]);
}

#[test]
fn addresses() {
    let code = "invoke-static {v1} Lf/Uri;->parse(Ljava/lang/String;)Lf/Uri;
move-result-object v1
invoke-virtual {v0, v1} Lf/Resolver;->query(Lf/Uri;)V";
    for (uri, found) in [
        ("content://contacts", true),
        ("content://contacts/人", true),
        ("content://contacts?x=1", true),
        ("content://contacts2", false),
        ("content://通讯录𠮷/1", true),
        ("content://通讯录吉/1", false),
    ] {
        let result = with_text(uri, code);
        assert_eq!(
            levels(&result, "contact"),
            vec![Level::Reachable; usize::from(found)],
            "{uri}"
        );
        if found {
            assert_eq!(only(&result, "contact").api, uri);
        }
    }
    let constant = run(
        "sget-object v1 Lf/Keys;->CONTACTS:Lf/Uri;\ninvoke-virtual {v0, v1} Lf/Resolver;->query(Lf/Uri;)V",
    );
    assert_eq!(apis(&constant, "contact"), ["content://contacts/people"]);
    // The constant field alone is a mere name.
    let named = run("sget-object v1 Lf/Keys;->CONTACTS:Lf/Uri;");
    assert_eq!(levels(&named, "contact"), [Level::String]);
    let under = "invoke-static {v1} Lf/Uri;->parse(Ljava/lang/String;)Lf/Uri;
move-result-object v1
const-string v2 \"contacts/数据\"
invoke-static {v1, v2} Lf/Uri;->under(Lf/Uri;Ljava/lang/String;)Lf/Uri;
move-result-object v1
invoke-virtual {v0, v1} Lf/Resolver;->query(Lf/Uri;)V";
    assert_eq!(
        apis(&with_text("content://contacts", under), "contact"),
        ["content://contacts/contacts/数据"]
    );
}

#[test]
fn files() {
    let code = "new-instance v2 Lf/File;
invoke-direct {v2, v1} Lf/File;-><init>(Ljava/lang/String;)V
new-instance v3 Lf/Stream;
invoke-direct {v3, v2} Lf/Stream;-><init>(Lf/File;)V";
    let result = with_text("/sys/class/net/wlan0/地址", code);
    assert_eq!(only(&result, "file").api, "file:/sys/class/net/wlan0/地址");
    assert_eq!(only(&result, "file").level, Level::Reachable);
    assert!(with_text("/sys/class/netx", code).accesses.is_empty());
    // The file is named, but not opened.
    let named = with_text("/sys/class/net/wlan0", "nop");
    assert_eq!(levels(&named, "file"), [Level::String]);
    // Too short to give itself away.
    assert!(with_text("/proc", "nop").accesses.is_empty());
}

#[test]
fn commands() {
    let code = "invoke-virtual {v0, v1} Lf/Shell;->exec(Ljava/lang/String;)V";
    for (command, found) in [
        ("ip addr", true),
        ("ip addr show 网卡", true),
        ("sh -c 'ip addr'", true),
        ("/system/bin/ip addr", true),
        ("ip address", false),
        ("echo ip addr", false),
    ] {
        let result = with_text(command, code);
        assert_eq!(of(&result, "exec").len(), usize::from(found), "{command}");
    }
    let property = with_text("getprop ro.serialno", code);
    assert_eq!(only(&property, "prop").level, Level::Reachable);
    let array = "const v2 2
new-array v3 v2 [Ljava/lang/String;
const-string v1 \"ip\"
const v2 0
aput-object v1 v3 v2
const-string v1 \"addr\"
const v2 1
aput-object v1 v3 v2
invoke-virtual {v0, v3} Lf/Shell;->exec([Ljava/lang/String;)V";
    assert_eq!(apis(&run(array), "exec"), ["exec:ip addr"]);
    assert!(run(&array.replace("addr", "link")).accesses.is_empty());
}

#[test]
fn actions_and_services() {
    let code = "new-instance v2 Lf/Filter;\ninvoke-direct {v2, v1} Lf/Filter;-><init>(Ljava/lang/String;)V";
    assert_eq!(apis(&with_text("f.SMS", code), "action"), ["action:f.SMS"]);
    assert!(with_text("f.SMS2", code).accesses.is_empty());
    let bind = "new-instance v2 Lf/Intent;
invoke-direct {v2, v1} Lf/Intent;-><init>(Ljava/lang/String;)V
invoke-virtual {p0, v2} Lf/Ctx;->bind(Lf/Intent;)V";
    let result = with_text("f.oaid.SERVICE", bind);
    assert_eq!(only(&result, "service").api, "service:f.oaid.SERVICE");
    assert_eq!(only(&result, "service").level, Level::Reachable);
    // Started, not bound: only the name is seen.
    let start = bind.replace("bind", "start");
    assert_eq!(
        levels(&with_text("f.oaid.SERVICE", &start), "service"),
        [Level::String]
    );
}

#[test]
fn receivers_of_the_manifest() {
    let text = format!(
        "{}.class public Lcn/app/接收; extends Lf/Receiver;\n.method public onReceive()V 1\nreturn-void\n.end\n",
        main_with("")
    );
    let mut lab = Lab::new(&text);
    let mut receiver = component("receiver", "Lcn/app/接收;");
    receiver.actions = vec!["f.OTHER".to_owned()];
    lab.app.components.push(receiver);
    assert!(lab.run().accesses.is_empty());
    lab.app.components[1].actions.push("f.SMS".to_owned());
    let result = lab.run();
    let access = only(&result, "action");
    assert_eq!(
        (access.level, access.api.as_str()),
        (Level::Reachable, "action:f.SMS")
    );
    assert_eq!(access.site.method, "Lcn/app/接收;->onReceive()V");
    lab.app.components[1].enabled = false;
    assert_eq!(levels(&lab.run(), "action"), [Level::Present]);
    lab.app.components[1].kind = "activity".to_owned();
    assert!(lab.run().accesses.is_empty());
}

#[test]
fn reflection() {
    let code = "invoke-static {v1} Lf/Reflect;->forName(Ljava/lang/String;)V";
    let result = with_text("f.hidden.Class", code);
    // Known fault: the look-up and the constant that it takes are both given, two accesses for one thing.
    assert_eq!(levels(&result, "hidden"), [Level::String, Level::String]);
    assert_eq!(
        apis(&result, "hidden"),
        ["string:f.hidden.Class", "string:f.hidden.Class"]
    );
    assert_eq!(result.unresolved_reflection, 0);
    assert!(with_text("f.hidden.Clas", code).accesses.is_empty());
}

#[test]
fn reflection_of_an_unknown_name_is_counted() {
    let open = "invoke-static {} Lx/Y;->z()Ljava/lang/String;
move-result-object v1
invoke-static {v1} Lf/Reflect;->forName(Ljava/lang/String;)V";
    // Some other string of the app begins as a catalogued name does.
    let result = run(&format!("const-string v3 \"f.hidd\"\n{open}"));
    assert_eq!(result.unresolved_reflection, 1);
    let dead = format!(
        "{}.method public static dead()V 4\n{open}\nconst-string v3 \"f.hidd\"\nreturn-void\n.end\n",
        main_with("")
    );
    assert_eq!(Lab::new(&dead).run().unresolved_reflection, 0);
    assert_eq!(run(open).unresolved_reflection, 1);
}

#[test]
fn a_consumer_marked_as_reflection_is_said_to_be() {
    let mut lab = Lab::new(&main_with(
        "const-string v1 \"android_id\"\ninvoke-virtual {v0, v1} Lf/Shell;->exec(Ljava/lang/String;)V",
    ));
    let text = "format: privlens/consumers/1
consumers:
- {kind: setting, method: 'Lf/Shell;->exec(Ljava/lang/String;)V', arg: 0, reflection: true}
";
    for (path, bytes) in &mut lab.files {
        if path == "apis/consumers.yaml" {
            text.as_bytes().clone_into(bytes);
        }
    }
    let result = lab.run();
    assert_eq!(only(&result, "setting").via, Via::Reflection);
    assert_eq!(only(&result, "setting").level, Level::Reachable);
}

#[test]
fn a_consumer_may_take_its_receiver() {
    let mut lab = Lab::new(&main_with(
        "const-string v1 \"content://contacts\"
invoke-static {v1} Lf/Uri;->parse(Ljava/lang/String;)Lf/Uri;
move-result-object v1
invoke-virtual {v1} Lf/Uri;->read()V",
    ));
    let text = "format: privlens/consumers/1
consumers:
- {kind: uri, method: 'Lf/Uri;->read()V', receiver: true}
";
    for (path, bytes) in &mut lab.files {
        if path == "apis/consumers.yaml" {
            text.as_bytes().clone_into(bytes);
        }
    }
    let result = lab.run();
    assert_eq!(only(&result, "contact").level, Level::Reachable);
}
