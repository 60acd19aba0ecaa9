//! Conditions on arguments, and reads of the app's own part only.

use app_facts::{Level, Scope};

use crate::lab::{Lab, levels, main_with, of, only};

fn group(condition: &str) -> String {
    format!(
        "- {{id: apps, data: [apps], title: {{zh: 应用, en: apps}}, points: [{{method: 'Lf/Pm;->packageInfo(Ljava/lang/String;I)V', {condition}}}]}}\n"
    )
}

fn run(condition: &str, text: &str, number: &str) -> call_graph::Analysis {
    let code = format!(
        "{text}\n{number}\ninvoke-virtual {{v0, v1, v2}} Lf/Pm;->packageInfo(Ljava/lang/String;I)V"
    );
    Lab::new(&main_with(&code))
        .with_groups(&group(condition))
        .run()
}

const TEXT: &str = "const-string v1 \"com.包.𠮷\"";
const OPEN_TEXT: &str = "invoke-static {} Lx/Y;->z()Ljava/lang/String;\nmove-result-object v1";
const OPEN_NUMBER: &str = "invoke-static {} Lx/Y;->n()I\nmove-result v2";

#[test]
fn numbers_and_bits() {
    for (condition, number, holds) in [
        ("when: [{arg: 1, ints: [4, 5]}]", "const v2 5", true),
        ("when: [{arg: 1, ints: [4, 5]}]", "const v2 6", false),
        ("when: [{arg: 1, flags: 4}]", "const v2 6", true),
        ("when: [{arg: 1, flags: 4}]", "const v2 3", false),
        (
            "when: [{arg: 1, flags: 4}]",
            "sget v2 Lf/Keys;->BITS:I",
            true,
        ),
        (
            "when: [{arg: 1, flags: 8}]",
            "sget v2 Lf/Keys;->BITS:I",
            false,
        ),
        (
            "when: [{arg: 1, flags: 8}]",
            "const v3 2\nconst v4 8\nor-int v2 v3 v4",
            true,
        ),
        (
            "when: [{arg: 1, ints: [7]}]",
            "const v3 6\nadd-int/lit8 v2 v3 1",
            true,
        ),
    ] {
        let result = run(condition, TEXT, number);
        assert_eq!(
            of(&result, "apps").len(),
            usize::from(holds),
            "{condition} {number}"
        );
    }
}

#[test]
fn texts_and_prefixes() {
    for (condition, holds) in [
        ("when: [{arg: 0, string: 'com.包.𠮷'}]", true),
        ("when: [{arg: 0, string: 'com.包'}]", false),
        ("when: [{arg: 0, strings: [a, 'com.包.𠮷']}]", true),
        ("when: [{arg: 0, strings: [a, b]}]", false),
        ("when: [{arg: 0, prefix: 'com.包.'}]", true),
        ("when: [{arg: 0, prefix: 'com.吉'}]", false),
        ("when: [{arg: 0, uri: 'com.'}]", true),
        ("when: [{arg: 0, prefix: com}, {arg: 1, ints: [1]}]", true),
        ("when: [{arg: 0, prefix: com}, {arg: 1, ints: [2]}]", false),
        // The wrong parameter.
        ("when: [{arg: 1, prefix: com}]", false),
        ("when: [{arg: 7, ints: [1]}]", false),
    ] {
        let result = run(condition, TEXT, "const v2 1");
        assert_eq!(of(&result, "apps").len(), usize::from(holds), "{condition}");
    }
}

#[test]
fn what_an_unknown_argument_means_is_the_catalogues_choice() {
    let skip = run("when: [{arg: 1, ints: [1]}]", TEXT, OPEN_NUMBER);
    assert!(skip.accesses.is_empty());
    let matched = run(
        "when: [{arg: 1, ints: [1], unknown: match}]",
        TEXT,
        OPEN_NUMBER,
    );
    assert_eq!(only(&matched, "apps").cuts, ["argument 1 is not constant"]);
    // Known to be something else, it does not hold all the same.
    let other = run(
        "when: [{arg: 1, ints: [1], unknown: match}]",
        TEXT,
        "const v2 9",
    );
    assert!(other.accesses.is_empty());
    // One value fits, another is open.
    let merged = format!("if-eqz p0 a\nconst v2 1\ngoto b\na:\n{OPEN_NUMBER}\nb:");
    let result = run("when: [{arg: 1, ints: [1]}]", TEXT, &merged);
    assert_eq!(
        only(&result, "apps").cuts,
        ["argument 1 has other values too"]
    );
}

#[test]
fn arguments_after_wide_ones_are_counted_as_declared() {
    let group = "- {id: at, data: [apps], title: {zh: 一, en: at}, points: [{method: 'Lf/Tel;->at(JLjava/lang/String;I)V', when: [{arg: 2, ints: [3]}, {arg: 1, string: x}]}]}\n";
    let code = |n: u32| {
        format!(
            "const-wide v1 3\nconst-string v3 \"x\"\nconst v4 {n}\ninvoke-virtual {{v0, v1, v2, v3, v4}} Lf/Tel;->at(JLjava/lang/String;I)V"
        )
    };
    let run = |n| Lab::new(&main_with(&code(n))).with_groups(group).run();
    only(&run(3), "apps");
    assert!(run(4).accesses.is_empty());
}

#[test]
fn the_own_package_is_narrow() {
    let condition = "narrow: {arg: 0, rule: own_package}";
    let scope = |text: &str| only(&run(condition, text, "const v2 1"), "apps").scope;
    assert_eq!(scope("const-string v1 \"cn.app\""), Scope::Narrow);
    assert_eq!(
        scope(
            "invoke-virtual {p0} Lf/Ctx;->packageName()Ljava/lang/String;\nmove-result-object v1"
        ),
        Scope::Narrow
    );
    assert_eq!(scope("const-string v1 \"cn.app2\""), Scope::Full);
    assert_eq!(scope(OPEN_TEXT), Scope::Full);
    // The own package on one way only.
    assert_eq!(
        scope(
            "if-eqz p0 a\nconst-string v1 \"cn.app\"\ngoto b\na:\nconst-string v1 \"cn.其他\"\nb:"
        ),
        Scope::Full
    );
}

#[test]
fn one_constant_is_narrow() {
    let condition = "narrow: {arg: 0, rule: constant}";
    let scope = |text: &str| only(&run(condition, text, "const v2 1"), "apps").scope;
    assert_eq!(scope(TEXT), Scope::Narrow);
    assert_eq!(scope(OPEN_TEXT), Scope::Full);
    assert_eq!(
        scope("if-eqz p0 a\nconst-string v1 \"一\"\ngoto b\na:\nconst-string v1 \"二\"\nb:"),
        Scope::Full
    );
}

#[test]
fn the_own_process_is_narrow() {
    let group = "- {id: procs, data: [apps], title: {zh: 进程, en: processes}, points: [{method: 'Lf/Proc;->list()V', narrow: {arg: 0, rule: own_pid}}]}\n";
    let scope = |code: &str| {
        let result = Lab::new(&main_with(code)).with_groups(group).run();
        only(&result, "apps").scope
    };
    let list = "invoke-virtual {v0} Lf/Proc;->list()V";
    assert_eq!(
        scope(&format!("{list}\ninvoke-static {{}} Lf/Proc;->myPid()I")),
        Scope::Narrow
    );
    assert_eq!(scope(list), Scope::Full);
}

#[test]
fn one_intent_is_narrow_and_a_broad_one_is_not() {
    let group = "- {id: query, data: [apps], title: {zh: 查询, en: query}, points: [{method: 'Lf/Pm;->query(Lf/Intent;)V', narrow: {arg: 0, rule: intent, broad: [f.MAIN, 'f.LAUNCHER+']}}]}\n";
    let scope = |code: &str| {
        let text = main_with(&format!(
            "{code}\ninvoke-virtual {{v0, v1}} Lf/Pm;->query(Lf/Intent;)V"
        ));
        let result = Lab::new(&text).with_groups(group).run();
        only(&result, "apps").scope
    };
    let make = |action: &str| {
        format!(
            "new-instance v1 Lf/Intent;\nconst-string v2 \"{action}\"\ninvoke-direct {{v1, v2}} Lf/Intent;-><init>(Ljava/lang/String;)V\n"
        )
    };
    let tag = |word: &str| {
        format!(
            "const-string v2 \"{word}\"\ninvoke-virtual {{v1, v2}} Lf/Intent;->addCategory(Ljava/lang/String;)Lf/Intent;\n"
        )
    };
    assert_eq!(scope(&make("f.VIEW")), Scope::Narrow);
    assert_eq!(scope(&make("f.MAIN")), Scope::Full);
    // The bare entry means the whole; with a category it asks for less.
    assert_eq!(
        scope(&format!("{}{}", make("f.MAIN"), tag("f.HOME"))),
        Scope::Narrow
    );
    assert_eq!(
        scope(&format!("{}{}", make("f.MAIN"), tag("f.LAUNCHER"))),
        Scope::Full
    );
    assert_eq!(
        scope("invoke-static {} Lx/Y;->i()Lf/Intent;\nmove-result-object v1"),
        Scope::Full
    );
    let open = format!(
        "{OPEN_TEXT}\nmove-object v2 v1\nnew-instance v1 Lf/Intent;\ninvoke-direct {{v1, v2}} Lf/Intent;-><init>(Ljava/lang/String;)V"
    );
    assert_eq!(scope(&open), Scope::Full);
    // Set on a copy of the reference.
    let copied = "new-instance v3 Lf/Intent;\ninvoke-direct {v3} Lf/Intent;-><init>()V\nmove-object v1 v3\nconst-string v2 \"f.MAIN\"\ninvoke-virtual {v1, v2} Lf/Intent;->setAction(Ljava/lang/String;)Lf/Intent;";
    assert_eq!(scope(copied), Scope::Full);
}

#[test]
fn a_point_may_hold_within_a_class_only() {
    let group = "- {id: within, data: [apps], title: {zh: 内, en: within}, points: [{method: 'Lf/Pm;->list(I)V', within: Lf/Service;}]}\n";
    let call = "invoke-virtual {v0, v0} Lf/Pm;->list(I)V";
    let method = format!(".method public static m()V 1\n{call}\nreturn-void\n.end\n");
    let text = format!(
        "{}.class Lcn/app/服务; extends Lf/Service;\n{method}.class Lcn/app/服务$1;\n{method}.class Lcn/app/Other;\n{method}",
        main_with(call)
    );
    let result = Lab::new(&text).with_groups(group).run();
    let mut sites: Vec<&str> = of(&result, "apps")
        .iter()
        .map(|access| access.site.method.as_str())
        .collect();
    sites.sort_unstable();
    assert_eq!(sites, ["Lcn/app/服务$1;->m()V", "Lcn/app/服务;->m()V"]);
    assert_eq!(levels(&result, "apps"), [Level::Present, Level::Present]);
}

#[test]
fn a_list_asked_for_with_the_own_user_id_is_narrow_through_a_helper_too() {
    let group = "- {id: names, data: [apps], title: {zh: 名称, en: names}, points: [{method: 'Lf/Pm;->names(I)V', narrow: {arg: 0, rule: own_pid}}]}\n";
    let scope = |number: &str| {
        let text = format!(
            "{}.class public Lcn/app/Help;\n.method public static ask(I)V 3\nnew-instance v0 Lf/Pm;\ninvoke-virtual {{v0, p0}} Lf/Pm;->names(I)V\nreturn-void\n.end\n",
            main_with(&format!(
                "{number}\ninvoke-static {{v2}} Lcn/app/Help;->ask(I)V"
            ))
        );
        let result = Lab::new(&text).with_groups(group).run();
        only(&result, "apps").scope
    };
    assert_eq!(
        scope("invoke-static {} Lf/Proc;->myPid()I\nmove-result v2"),
        Scope::Narrow
    );
    assert_eq!(scope("const v2 1000"), Scope::Full);
    assert_eq!(scope(OPEN_NUMBER), Scope::Full);
}

#[test]
fn an_object_that_is_only_asked_is_no_read_of_all_that_it_holds() {
    let group = "- {id: link, data: [apps], title: {zh: 连接, en: link}, points: [{method: 'Lf/Wifi;->link()Lf/Link;', holder: {class: 'Lf/Link;', whole: [toString]}}]}\n";
    let count = |rest: &str| {
        let text = main_with(&format!(
            "invoke-virtual {{v0}} Lf/Wifi;->link()Lf/Link;\n{rest}"
        ));
        of(&Lab::new(&text).with_groups(group).run(), "apps").len()
    };
    let ask = "invoke-virtual {v1} Lf/Link;->speed()I";
    assert_eq!(count(&format!("move-result-object v1\n{ask}")), 0);
    // Copies, casts, tests and merges are still the object.
    assert_eq!(
        count(&format!(
            "move-result-object v2\nif-eqz v2 a\ncheck-cast v2 Lf/Link;\nmove-object v1 v2\n{ask}\na:"
        )),
        0
    );
    assert_eq!(
        count(&format!(
            "move-result-object v1\nif-eqz p0 a\nconst v1 0\na:\n{ask}"
        )),
        0
    );
    // The whole of it goes on: as text, as an argument, into a field, together with a question, or unasked.
    let text = "invoke-virtual {v1} Lf/Link;->toString()Ljava/lang/String;";
    assert_eq!(count(&format!("move-result-object v1\n{text}")), 1);
    let hand_on = "invoke-static {v1} Lx/Y;->put(Lf/Link;)V";
    assert_eq!(
        count(&format!("move-result-object v1\n{ask}\n{hand_on}")),
        1
    );
    assert_eq!(
        count(&format!(
            "move-result-object v2\nif-eqz p0 a\nconst v2 0\na:\nmove-object v1 v2\n{hand_on}"
        )),
        1
    );
    assert_eq!(
        count(&format!(
            "move-result-object v1\n{ask}\nsput-object v1 Lx/Y;->link:Lf/Link;"
        )),
        1
    );
    assert_eq!(
        count("move-result-object v1\ninvoke-virtual {v1, v1} Lf/Link;->same(Lf/Link;)Z"),
        1
    );
    assert_eq!(count(""), 1);
    assert_eq!(count("move-result-object v1"), 1);
}

#[test]
fn a_vendor_class_that_hands_on_its_own_fields_reads_nothing() {
    let group = "- {id: mail, data: [apps], title: {zh: 邮箱, en: mail}, points: [{method: 'Lsdk/Account;->mail()Ljava/lang/String;'}, {field: 'Lsdk/Account;->key:Ljava/lang/String;'}]}\n";
    let count = |class: &str| {
        let text = format!(
            ".class public L{class};\n.method public static write(Lsdk/Account;)V 3\ninvoke-virtual {{p0}} Lsdk/Account;->mail()Ljava/lang/String;\niget-object v0 p0 Lsdk/Account;->key:Ljava/lang/String;\nreturn-void\n.end\n{}",
            main_with(&format!(
                "invoke-static {{v0}} L{class};->write(Lsdk/Account;)V"
            ))
        );
        of(&Lab::new(&text).with_groups(group).run(), "apps").len()
    };
    assert_eq!(count("sdk/Account"), 0);
    assert_eq!(count("sdk/Account$Store"), 0);
    assert_eq!(count("sdk/Accounts"), 2);
    assert_eq!(count("cn/app/Login"), 2);
}
