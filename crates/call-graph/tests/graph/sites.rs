//! Requests for permissions, repetition, loading of code and reflection on small programs.

use app_facts::{Level, Via};

use crate::lab::{Lab, component, main_with, of, only};

const REQUESTS: &str = "format: privlens/permission-requests/1
requests:
- {method: 'Lf/Activity;->ask', permissions: 0}
- {method: 'Lq/Launcher;->launch', permissions: 0, only_permissions: true}
- {method: 'Lq/Builder;->go', adds: ['Lq/Builder;->add'], callback: 0}
- {method: 'Lq/Page;->grant', kind: webview, permissions: 0, implied: [page.CAMERA]}
- {method: 'Lq/Place;->invoke', kind: geolocation, granted: 0, implied: [page.PLACE]}
answers:
- {method: 'Lf/Activity;->onAnswer([I)V', means: results, arg: 0}
- {method: 'Lq/Callback;->onNo()V', means: denied}
- {method: 'Lq/Callback;->onResult(Z)V', means: flag, arg: 0}
checks: ['Lf/Ctx;->granted']
closes: ['Lf/Activity;->finish()V']
exits: ['Lf/Sys;->exit()V']
clocks: ['Lf/Sys;->now']
shows:
- {method: 'Lq/Dialog;->message(Ljava/lang/String;)V', arg: 0}
rationale_words: [权限]
permission_words: [.permission.]
gathers: ['Lq/List;->add(Ljava/lang/Object;)Z', 'Lq/List;->all(Lq/List;)Z']
drops: ['Lq/List;->remove(Ljava/lang/Object;)Z']
turns: ['Lq/List;->array']
";

const REPEATS: &str = "format: privlens/repetition/1
repeats:
- {method: 'Lq/Timer;->every(Lf/Runnable;J)V', kind: timer, callback: 0, runs: [run()V], period: 1}
- {method: 'Lq/Timer;->each(Lf/Runnable;JLq/Unit;)V', kind: scheduled_executor, callback: 0, runs: [run()V], period: 1, unit: 2}
- {method: 'Lq/Alarm;->set(JLf/Runnable;)V', kind: alarm, callback: 1, runs: [run()V], period: 0, itself: true, from_now: true}
- {method: 'Lq/Queue;->later(Lf/Runnable;J)V', kind: handler, callback: 0, runs: [run()V], period: 1, itself: true}
units:
- {field: 'Lq/Unit;->SECONDS:Lq/Unit;', nanoseconds: 1000000000}
";

const LOADING: &str = "format: privlens/code-loading/1
loaders:
- {method: 'Lq/Loader;-><init>', loads: dex, path: 0}
- {method: 'Lq/Sys;->library', loads: library, path: 0}
reflection:
- {method: 'Lq/Cls;->forName(Ljava/lang/String;)Lq/Cls;', does: class, name: 0}
- {method: 'Lq/Cls;->method(Ljava/lang/String;)Lq/Method;', does: method, name: 0}
- {method: 'Lq/Cls;->field(Ljava/lang/String;)Lq/Field;', does: field, name: 0}
";

const WRAPPERS: &str = "format: privlens/wrappers/1
wrappers:
- {method: 'Lq/Cls;->forName(Ljava/lang/String;)Lq/Cls;', from: arg 0, to: return, op: identity}
";

fn lab(text: &str) -> Lab {
    let mut lab = Lab::new(text);
    let own = |(path, text): (&str, &str)| (path.to_owned(), text.as_bytes().to_vec());
    lab.files.extend(
        [
            ("sites/permission-requests.yaml", REQUESTS),
            ("sites/repetition.yaml", REPEATS),
            ("sites/code-loading.yaml", LOADING),
        ]
        .map(own),
    );
    for (path, bytes) in &mut lab.files {
        if path == "apis/wrappers.yaml" {
            let more = WRAPPERS.split_once("wrappers:\n").unwrap().1;
            bytes.extend_from_slice(more.as_bytes());
        }
    }
    lab
}

fn run(text: &str) -> call_graph::Analysis {
    lab(text).run()
}

const ASK: &str = "const v1 2
new-array v2 v1 [Ljava/lang/String;
const v3 0
const-string v4 \"android.permission.CAMERA\"
aput-object v4 v2 v3
const v3 1
const-string v4 \"android.permission.相机𠮷\"
aput-object v4 v2 v3
invoke-virtual {p0, v2} Lcn/app/Main;->ask([Ljava/lang/String;)V";

#[test]
fn permissions_asked_together_are_one_request() {
    let found = run(&main_with(ASK)).permission_requests;
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].permissions,
        ["android.permission.CAMERA", "android.permission.相机𠮷"]
    );
    assert!(found[0].phase.is_some());
    assert_eq!(found[0].chain.len(), 1);
    assert_eq!(found[0].on_denied, "unknown");
    assert_eq!(found[0].rationale, None);
    // Another method of that name.
    assert!(
        run(&main_with(
            &ASK.replace("Lcn/app/Main;->ask(", "Lx/Y;->ask(")
        ))
        .permission_requests
        .is_empty()
    );
}

/// A list with these calls on it, asked for.
fn gathered(calls: &str) -> Vec<Vec<String>> {
    let code = format!(
        "invoke-static {{}} Lq/List;->make()Lq/List;\nmove-result-object v1\n{calls}\
         invoke-virtual {{v1}} Lq/List;->array()[Ljava/lang/String;\nmove-result-object v2\n\
         invoke-virtual {{p0, v2}} Lcn/app/Main;->ask([Ljava/lang/String;)V"
    );
    let found = run(&main_with(&code)).permission_requests;
    found.into_iter().map(|one| one.permissions).collect()
}

fn on_list(call: &str, name: &str) -> String {
    format!(
        "const-string v3 \"android.permission.{name}\"\ninvoke-virtual {{v1, v3}} Lq/List;->{call}(Ljava/lang/Object;)Z\n"
    )
}

#[test]
fn permissions_gathered_in_a_list() {
    let a = on_list("add", "A");
    let b = on_list("add", "相机𠮷");
    assert_eq!(
        gathered(&format!("{a}{b}")),
        [["android.permission.A", "android.permission.相机𠮷"]]
    );
    // Put in behind a test, as code does that asks for what is missing.
    let tested =
        format!("{a}invoke-static {{}} Lx/Y;->z()I\nmove-result v4\nif-eqz v4 off\n{b}off:\n");
    assert_eq!(gathered(&tested)[0].len(), 2);
    // Surely taken out again, or only perhaps.
    let dropped = format!("{a}{b}{}", on_list("remove", "A"));
    assert_eq!(gathered(&dropped), [["android.permission.相机𠮷"]]);
    let perhaps = format!(
        "{a}{b}invoke-static {{}} Lx/Y;->z()I\nmove-result v4\nif-eqz v4 off\n{}off:\n",
        on_list("remove", "A")
    );
    assert_eq!(gathered(&perhaps)[0].len(), 2);
    // A list of another list, and one that holds something else.
    let all = format!(
        "{a}invoke-static {{}} Lq/List;->make()Lq/List;\nmove-result-object v5\ninvoke-virtual {{v5, v1}} Lq/List;->all(Lq/List;)Z\nmove-object v1 v5\n{b}"
    );
    assert_eq!(gathered(&all)[0].len(), 2);
    assert_eq!(gathered(&on_list("find", "A")), [Vec::<String>::new()]);
}

#[test]
fn an_alarm_that_sets_the_next_one() {
    let again = "invoke-static {} Lcn/app/R;->set()V\n";
    let runs = |again: &str| {
        format!(
            "{}.class Lcn/app/R; implements Lf/Runnable;\n.method public static set()V 8\n\
             invoke-static {{}} Lf/Sys;->now()J\nmove-result-wide v0\nconst-wide v2 900000\nadd-long v0 v0 v2\nnew-instance v4 Lcn/app/R;\n\
             invoke-static {{v0, v1, v4}} Lq/Alarm;->set(JLf/Runnable;)V\nreturn-void\n.end\n\
             .method public run()V 4\ninvoke-virtual {{v0}} Lf/Tel;->getId()Ljava/lang/String;\n{again}return-void\n.end\n",
            main_with("invoke-static {} Lcn/app/R;->set()V")
        )
    };
    let repeat = |again: &str| only(&run(&runs(again)), "id").repeat.clone();
    let found = repeat(again).unwrap();
    assert_eq!(
        (found.kind.as_str(), found.period_ms),
        ("alarm", Some(900_000))
    );
    assert_eq!(repeat(""), None);
}

#[test]
fn a_launcher_counts_for_permissions_only() {
    let code = |text: &str| {
        main_with(&format!(
            "const-string v1 \"{text}\"\ninvoke-virtual {{v0, v1}} Lq/Launcher;->launch(Ljava/lang/Object;)V"
        ))
    };
    let found = run(&code("android.permission.CAMERA")).permission_requests;
    assert_eq!(found[0].permissions, ["android.permission.CAMERA"]);
    assert!(run(&code("image/*")).permission_requests.is_empty());
}

#[test]
fn a_builder_is_followed_back() {
    let code = "invoke-static {} Lq/Builder;->with()Lq/Builder;
move-result-object v0
const-string v1 \"android.permission.A\"
invoke-virtual {v0, v1} Lq/Builder;->add(Ljava/lang/String;)Lq/Builder;
move-result-object v0
const-string v1 \"android.permission.B\"
invoke-virtual {v0, v1} Lq/Builder;->add(Ljava/lang/String;)Lq/Builder;
move-result-object v0
new-instance v1 Lcn/app/Answer;
invoke-virtual {v0, v1} Lq/Builder;->go(Lq/Callback;)V";
    let answer = |body: &str| {
        format!(
            "{}\n.class public Lcn/app/Answer; extends Ljava/lang/Object; implements Lq/Callback;\n\
             .method public onNo()V 4\n{body}\nreturn-void\n.end\n",
            main_with(code)
        )
    };
    let of = |body: &str| run(&answer(body)).permission_requests;
    let found = of("nop");
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].permissions,
        ["android.permission.A", "android.permission.B"]
    );
    assert_eq!(found[0].on_denied, "continues");
    let exits = of("invoke-static {} Lcn/app/Exit;->now(Lf/Activity;)V"
        .replace("{}", "{v0}")
        .as_str());
    assert_eq!(exits[0].on_denied, "continues");
    let exits = of("invoke-virtual {v0} Lf/Activity;->finish()V");
    assert_eq!(exits[0].on_denied, "exits");
}

#[test]
fn a_page_that_closes_alone_does_not_end_the_app() {
    let text = |home: &str, refused: &str| {
        format!(
            ".class public Lcn/app/Main; extends Lf/Activity;\n.method public onCreate()V 8\n{home}\nreturn-void\n.end\n\
             .class public Lcn/app/Page; extends Lf/Activity;\n.method public onCreate()V 8\n{}\nreturn-void\n.end\n\
             .method public onAnswer([I)V 6\nconst v0 0\naget-object v1 p1 v0\nif-eqz v1 ok\n{refused}\nok:\nreturn-void\n.end\n",
            ASK.replace("cn/app/Main", "cn/app/Page")
        )
    };
    let scope = |home: &str, refused: &str, launcher: &str| {
        let mut lab = lab(&text(home, refused));
        lab.app
            .components
            .push(component("activity", "Lcn/app/Page;"));
        for component in &mut lab.app.components {
            component.is_launcher = component.class == launcher;
        }
        let found = lab.run().permission_requests;
        let one = found
            .iter()
            .find(|one| one.site.method.starts_with("Lcn/app/Page;"))
            .unwrap();
        (one.on_denied.clone(), one.exit_scope.clone())
    };
    let word = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let close = "invoke-virtual {p0} Lcn/app/Page;->finish()V";
    assert_eq!(scope("nop", close, "Lcn/app/Main;"), word("exits", "page"));
    // The launcher's own page, a launcher page that closed before, and the end of the process.
    assert_eq!(scope("nop", close, "Lcn/app/Page;"), word("exits", "app"));
    let gone = "invoke-virtual {p0} Lcn/app/Main;->finish()V";
    assert_eq!(scope(gone, close, "Lcn/app/Main;"), word("exits", "app"));
    let end = "invoke-static {} Lf/Sys;->exit()V";
    assert_eq!(scope("nop", end, "Lcn/app/Main;"), word("exits", "app"));
    assert_eq!(scope("nop", "nop", "Lcn/app/Main;"), word("continues", ""));
}

#[test]
fn what_the_app_remembers_holds_the_next_request_back() {
    // `more` is another method of the page that the user can bring about.
    let spacing = |code: &str, more: &str| {
        let text = format!(
            ".class public Lcn/app/Main; extends Lf/Activity;\n.field static I last\n.field static Z asked\n\
             .method public onCreate()V 12\n{code}\nreturn-void\n.end\n\
             .method public onResume()V 12\n{more}\nreturn-void\n.end\n"
        );
        let found = run(&text).permission_requests;
        found
            .iter()
            .find(|one| one.site.method.contains("onCreate"))
            .unwrap()
            .spacing
            .clone()
    };
    let put = |value: u8| {
        format!(
            "const-string v5 \"asked𠮷\"\nconst v6 {value}\n\
             invoke-static {{v5, v6}} Lf/Prefs;->put(Ljava/lang/String;Z)V"
        )
    };
    let flag = |kept: &str| {
        format!(
            "const-string v5 \"asked𠮷\"\nconst v6 0\n\
             invoke-static {{v5, v6}} Lf/Prefs;->flag(Ljava/lang/String;Z)Z\nmove-result v5\n\
             if-nez v5 done\n{kept}\n{ASK}\ndone:"
        )
    };
    assert_eq!(spacing(ASK, "nop"), "none");
    assert_eq!(spacing(&flag(&put(1)), "nop"), "once");
    // Written elsewhere as well: the same value changes nothing, another one takes it back.
    assert_eq!(spacing(&flag(&put(1)), &put(1)), "once");
    assert_eq!(spacing(&flag(&put(1)), &put(0)), "none");
    // A flag that the request does not switch.
    assert_eq!(spacing(&flag("nop"), &put(1)), "none");
    let other = put(1).replace("asked𠮷", "agreed");
    assert_eq!(spacing(&flag(&other), "nop"), "none");
    // Written on the other side only.
    let asks_there = flag("nop").replace(
        "if-nez v5 done",
        &format!("if-eqz v5 ask\n{}\ngoto done\nask:", put(1)),
    );
    assert_eq!(spacing(&asks_there, "nop"), "none");
    // The time of the last request, in a field.
    let time = |renewed: &str| {
        format!(
            "invoke-static {{}} Lf/Sys;->now()I\nmove-result v5\nsget v6 Lcn/app/Main;->last:I\n\
             const v7 100\nadd-int v6 v6 v7\nif-lt v5 v6 done\n{renewed}\n{ASK}\ndone:"
        )
    };
    let renew = "sput v5 Lcn/app/Main;->last:I";
    assert_eq!(spacing(&time(renew), "nop"), "time");
    // Some time after something else, again and again.
    assert_eq!(spacing(&time("nop"), renew), "none");
    // Without a clock a count that is put back holds nothing.
    let count = time(renew).replace(
        "invoke-static {} Lf/Sys;->now()I\nmove-result v5",
        "const v5 1",
    );
    assert_eq!(
        spacing(&count, "const v5 0\nsput v5 Lcn/app/Main;->last:I"),
        "none"
    );
}

#[test]
fn texts_and_pages_are_mentioned_at_start_or_later() {
    use call_graph::Mention;
    let mut lab = lab(&format!(
        "{}\n.class public Lcn/app/Tap; extends Ljava/lang/Object; implements Lf/Runnable;\n\
         .method public <init>()V 1\nreturn-void\n.end\n\
         .method public run()V 4\nconst v0 2131361793\nconst-string v1 \"晚𠮷\"\nreturn-void\n.end\n\
         .class public Lcn/app/Dead; extends Ljava/lang/Object;\n\
         .method public never()V 4\nconst v0 2131361794\nreturn-void\n.end\n",
        main_with(
            "const v0 2131361792\nconst v1 7\nnew-instance v2 Lcn/app/Tap;\n\
             invoke-direct {v2} Lcn/app/Tap;-><init>()V\n\
             invoke-virtual {p0, v2} Lcn/app/Main;->tap(Lf/Runnable;)V"
        )
    ));
    lab.app.components[0].is_launcher = true;
    let found = lab.run().mentions;
    let ids: Vec<(u32, Mention)> = found
        .resources
        .iter()
        .map(|(id, when)| (*id, *when))
        .collect();
    // 0x7f0a0000 in onCreate, 0x7f0a0001 behind a tap; a small number and dead code count for nothing.
    assert_eq!(
        ids,
        [(0x7f0a_0000, Mention::Start), (0x7f0a_0001, Mention::Later)]
    );
    assert_eq!(found.strings.len(), 1);
    assert!(found.strings.values().all(|when| *when == Mention::Later));
}

#[test]
fn the_refusing_branch_decides() {
    let main = |answer: &str| {
        format!(
            ".class public Lcn/app/Main; extends Lf/Activity;\n.method public onCreate()V 8\n{ASK}\nreturn-void\n.end\n\
             .method public onAnswer([I)V 6\nconst v0 0\naget-object v1 p1 v0\n{answer}\nreturn-void\n.end\n"
        )
    };
    let denied = |answer: &str| {
        let found = run(&main(answer)).permission_requests;
        found
            .iter()
            .find(|one| one.site.method.contains("onCreate"))
            .unwrap()
            .on_denied
            .clone()
    };
    let finish = "invoke-virtual {p0} Lcn/app/Main;->finish()V";
    let ask = "invoke-virtual {p0, v2} Lcn/app/Main;->ask([Ljava/lang/String;)V";
    // Zero is granted.
    assert_eq!(denied(&format!("if-eqz v1 ok\n{finish}\nok:")), "exits");
    assert_eq!(
        denied(&format!("if-nez v1 no\nreturn-void\nno:\n{ask}")),
        "asks_again"
    );
    assert_eq!(
        denied(&format!("if-nez v1 no\n{finish}\nno:\nnop")),
        "continues"
    );
    assert_eq!(
        denied(&format!("const v3 -1\nif-ne v1 v3 ok\n{finish}\nok:")),
        "exits"
    );
    // Closing the page either way says nothing of a refusal alone; no branch says nothing at all.
    assert_eq!(
        denied(&format!("if-eqz v1 ok\nnop\nok:\n{finish}")),
        "continues"
    );
    assert_eq!(denied(finish), "unknown");
}

#[test]
fn web_pages_are_granted_what_they_ask_for() {
    let found = run(&main_with(
        "invoke-virtual {v0, v1} Lq/Page;->grant([Ljava/lang/String;)V",
    ));
    assert_eq!(found.permission_requests[0].permissions, ["page.CAMERA"]);
    let place = |granted: u8| {
        run(&main_with(&format!(
            "const v1 {granted}\ninvoke-virtual {{v0, v1}} Lq/Place;->invoke(Z)V"
        )))
        .permission_requests
        .len()
    };
    assert_eq!(place(1), 1);
    assert_eq!(place(0), 0);
}

#[test]
fn a_text_shown_beside_explains() {
    let show = |text: &str| {
        let code = format!(
            "const-string v5 \"{text}\"\ninvoke-virtual {{v6, v5}} Lq/Dialog;->message(Ljava/lang/String;)V\n{ASK}"
        );
        run(&main_with(&code)).permission_requests[0]
            .rationale
            .clone()
    };
    assert_eq!(show("需要相机权限𠮷").as_deref(), Some("需要相机权限𠮷"));
    assert_eq!(show("欢迎").as_deref(), None);
}

fn repeating(register: &str, run: &str) -> String {
    format!(
        "{}\n.class public Lcn/app/Job; extends Ljava/lang/Object; implements Lf/Runnable;\n\
         .method public run()V 6\n{run}\nreturn-void\n.end\n\
         .method public static work()V 4\n\
         invoke-virtual {{v0}} Lf/Tel;->getId()Ljava/lang/String;\nreturn-void\n.end\n",
        main_with(register)
    )
}

const WORK: &str = "invoke-static {} Lcn/app/Job;->work()V";

#[test]
fn reads_under_a_timer_repeat() {
    let timer = "new-instance v1 Lcn/app/Job;\nconst-wide v2 5000\n\
                 invoke-virtual {v0, v1, v2, v3} Lq/Timer;->every(Lf/Runnable;J)V";
    let found = run(&repeating(timer, WORK));
    let repeat = only(&found, "id").repeat.clone().unwrap();
    assert_eq!(
        (repeat.kind.as_str(), repeat.period_ms),
        ("timer", Some(5000))
    );
    // Without the timer the same read happens once.
    let once = "new-instance v1 Lcn/app/Job;\ninvoke-virtual {v1} Lcn/app/Job;->run()V";
    assert_eq!(only(&run(&repeating(once, WORK)), "id").repeat, None);
}

#[test]
fn a_unit_scales_the_period() {
    let timer = "new-instance v1 Lcn/app/Job;\nconst-wide v2 30\nsget-object v4 Lq/Unit;->SECONDS:Lq/Unit;\n\
                 invoke-virtual {v0, v1, v2, v3, v4} Lq/Timer;->each(Lf/Runnable;JLq/Unit;)V";
    let found = run(&repeating(timer, WORK));
    let repeat = only(&found, "id").repeat.clone().unwrap();
    assert_eq!(repeat.period_ms, Some(30_000));
    let other = timer.replace("SECONDS", "YEARS");
    let found = run(&repeating(&other, WORK));
    assert_eq!(only(&found, "id").repeat.clone().unwrap().period_ms, None);
}

#[test]
fn a_handler_repeats_only_when_it_posts_itself() {
    let post =
        "const-wide v2 1000\ninvoke-virtual {v0, v1, v2, v3} Lq/Queue;->later(Lf/Runnable;J)V";
    let start = format!("new-instance v1 Lcn/app/Job;\n{post}");
    let again = format!(
        "{WORK}\nconst-wide v2 1000\ninvoke-virtual {{v0, p0, v2, v3}} Lq/Queue;->later(Lf/Runnable;J)V"
    );
    let found = run(&repeating(&start, &again));
    let repeat = only(&found, "id").repeat.clone().unwrap();
    assert_eq!(
        (repeat.kind.as_str(), repeat.period_ms),
        ("handler", Some(1000))
    );
    assert_eq!(only(&run(&repeating(&start, WORK)), "id").repeat, None);
}

#[test]
fn loads_are_facts() {
    let code = "const-string v1 \"/data/插件𠮷.dex\"\nnew-instance v0 Lq/Loader;\n\
                invoke-direct {v0, v1} Lq/Loader;-><init>(Ljava/lang/String;)V\n\
                const-string v1 \"demo\"\ninvoke-static {v1} Lq/Sys;->library(Ljava/lang/String;)V";
    let loads = run(&main_with(code)).loads;
    let found: Vec<(&str, &str)> = loads
        .iter()
        .map(|load| (load.loads.as_str(), load.values[0].as_str()))
        .collect();
    assert_eq!(found, [("dex", "/data/插件𠮷.dex"), ("library", "demo")]);
    assert!(loads.iter().all(|load| load.level == Level::Reachable));
}

fn reflect(class: &str, member: &str, name: &str, kind: &str) -> String {
    main_with(&format!(
        "const-string v1 \"{class}\"\ninvoke-static {{v1}} Lq/Cls;->forName(Ljava/lang/String;)Lq/Cls;\n\
         move-result-object v0\nconst-string v1 \"{name}\"\n\
         invoke-virtual {{v0, v1}} Lq/Cls;->{member}(Ljava/lang/String;)Lq/{kind};"
    ))
}

#[test]
fn members_looked_up_by_name_are_reads() {
    let found = run(&reflect("f.Tel", "method", "getId", "Method"));
    let access = only(&found, "id");
    assert_eq!(
        (access.level, access.via),
        (Level::Reachable, Via::Reflection)
    );
    assert_eq!(access.api, "Lf/Tel;->getId()Ljava/lang/String;");
    assert_eq!(access.cuts.len(), 1);
    let serial = run(&reflect("f.Build", "field", "SERIAL", "Field"));
    assert_eq!(only(&serial, "serial").via, Via::Reflection);
    // Near misses: another class, another member, a method where a field stands.
    for (class, member, name, kind) in [
        ("f.Tele", "method", "getId", "Method"),
        ("f.Tel", "method", "getIdd", "Method"),
        ("f.Tel", "field", "getId", "Field"),
    ] {
        let found = run(&reflect(class, member, name, kind));
        assert!(of(&found, "id").is_empty(), "{class} {name}");
    }
}

#[test]
fn open_names_are_counted_by_owner() {
    let code = "invoke-static {} Lx/Y;->name()Ljava/lang/String;\nmove-result-object v1\n\
                invoke-static {v1} Lq/Cls;->forName(Ljava/lang/String;)Lq/Cls;";
    let found = run(&main_with(code));
    assert_eq!(found.unresolved_reflection, 1);
    assert_eq!(found.unresolved_by_owner, [("app".to_owned(), 1)]);
    let known = run(&reflect("f.Tel", "method", "getId", "Method"));
    assert_eq!(known.unresolved_reflection, 0);
}

#[test]
fn code_without_a_chain_asks_for_nothing_certain() {
    let mut lab = lab(&main_with(ASK));
    lab.app.components = vec![component("activity", "Lcn/app/Other;")];
    let found = lab.run();
    assert_eq!(found.permission_requests.len(), 1);
    assert_eq!(found.permission_requests[0].phase, None);
    assert!(found.permission_requests[0].chain.is_empty());
}

#[test]
fn implied_reads_come_from_the_framework() {
    let groups = "- {id: implied.x, data: [apps], implied: true, title: {zh: 隐含, en: implied}, points: [{method: 'Lf/Tel;->plain()V'}]}\n";
    let code = "invoke-virtual {v0} Lf/Tel;->plain()V\ninvoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;";
    let found = Lab::new(&main_with(code)).with_groups(groups).run();
    assert_eq!(only(&found, "apps").via, Via::Framework);
    assert_eq!(only(&found, "id").via, Via::Direct);
}
