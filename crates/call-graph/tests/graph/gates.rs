//! What keeps code closed until the user agrees, beyond a branch on a stored flag: checks that throw, objects that are
//! waited for, files, truth values that callers give, objects that a flag chooses. With each, what keeps nothing closed.

use app_facts::Phase;

use crate::lab::{Lab, of};

pub(crate) const ID: &str = "invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;\n";

/// The launcher activity, which asks for the agreement, with this code in `onCreate`, ten registers of which the last is
/// the receiver; `Yes` runs when the user agrees, `No` when the user refuses.
pub(crate) fn phase(code: &str, yes: &str, no: &str, classes: &str) -> Phase {
    let ask = "const-string v0 \"请阅读并同意隐私政策𠮷\"\n\
         new-instance v1 Lcn/app/Yes;\ninvoke-static {v0, v1} Lf/Dialog;->yes(Ljava/lang/String;Lf/Runnable;)V\n\
         new-instance v1 Lcn/app/No;\ninvoke-static {v0, v1} Lf/Dialog;->no(Ljava/lang/String;Lf/Runnable;)V\n";
    let runs = |name: &str, code: &str| {
        format!(
            ".class Lcn/app/{name}; implements Lf/Runnable;\n.method public run()V 10\n{code}return-void\n.end\n"
        )
    };
    let text = format!(
        ".class public Lcn/app/Main; extends Lf/Activity;\n.method public onCreate()V 10\n{ask}{code}return-void\n.end\n{}{}{classes}",
        runs("Yes", yes),
        runs("No", no)
    );
    let mut lab = Lab::new(&text);
    lab.app.components[0].is_launcher = true;
    let result = lab.run();
    let found = of(&result, "id");
    assert_eq!(found.len(), 1, "{:?}", result.accesses);
    found[0].phase.unwrap()
}

fn runnable(name: &str, code: &str) -> String {
    format!(
        ".class Lcn/app/{name}; implements Lf/Runnable;\n.method public run()V 10\n{code}return-void\n.end\n"
    )
}

/// Reads a flag into `v1`.
pub(crate) fn flag(key: &str, default: u8) -> String {
    format!(
        "const-string v0 \"{key}\"\nconst v1 {default}\ninvoke-static {{v0, v1}} Lf/Prefs;->flag(Ljava/lang/String;Z)Z\nmove-result v1\n"
    )
}

fn put(key: &str, value: u8) -> String {
    format!(
        "const-string v0 \"{key}\"\nconst v1 {value}\ninvoke-static {{v0, v1}} Lf/Prefs;->put(Ljava/lang/String;Z)V\n"
    )
}

#[test]
fn a_check_that_throws_keeps_closed_what_follows() {
    let check = |default: u8| {
        format!(
            ".class Lcn/app/C;\n.method public static check()V 4\n{}if-nez v1 on\nnew-instance v0 Ljava/lang/Exception;\nthrow v0\non:\nreturn-void\n.end\n",
            flag("agreed", default)
        )
    };
    let call = "invoke-static {} Lcn/app/C;->check()V\n";
    let test = |code: &str, default: u8| phase(code, "", "", &check(default));
    assert_eq!(test(&format!("{call}{ID}"), 0), Phase::GuardedConsent);
    assert_eq!(test(&format!("{ID}{call}"), 0), Phase::BeforeConsent);
    assert_eq!(test(&format!("{call}{ID}"), 1), Phase::BeforeConsent);
    // Caught, and the handler goes on to the read.
    let caught = format!(
        "from:\n{call}to:\ngoto read\nhandler:\nmove-exception v2\nread:\n{ID}.catch from to handler Ljava/lang/Exception;\n"
    );
    assert_eq!(test(&caught, 0), Phase::BeforeConsent);
    let caught = format!(
        "from:\n{call}{ID}to:\ngoto end\nhandler:\nmove-exception v2\nend:\n.catch from to handler Ljava/lang/Exception;\n"
    );
    assert_eq!(test(&caught, 0), Phase::GuardedConsent);
    // A check of what it is given.
    let given = ".class Lcn/app/C;\n.method public static check(Z)V 3\nif-nez p0 on\nnew-instance v0 Ljava/lang/Exception;\nthrow v0\non:\nreturn-void\n.end\n";
    let code = |default: u8| {
        format!(
            "{}invoke-static {{v1}} Lcn/app/C;->check(Z)V\n{ID}",
            flag("agreed", default)
        )
    };
    assert_eq!(phase(&code(0), "", "", given), Phase::GuardedConsent);
    assert_eq!(phase(&code(1), "", "", given), Phase::BeforeConsent);
}

#[test]
fn what_waits_for_an_object_runs_when_it_is_opened() {
    let field = "sget-object v2 Lcn/app/L;->a:Lf/Latch;\n";
    let other = "sget-object v2 Lcn/app/L;->b:Lf/Latch;\n";
    let classes = ".class Lcn/app/L;\n.field static a Lf/Latch;\n.field static b Lf/Latch;\n.method static <clinit>()V 2\nnew-instance v0 Lf/Latch;\nsput-object v0 Lcn/app/L;->a:Lf/Latch;\nnew-instance v0 Lf/Latch;\nsput-object v0 Lcn/app/L;->b:Lf/Latch;\nreturn-void\n.end\n";
    let hold = format!("{field}invoke-virtual {{v2}} Lf/Latch;->hold()V\n{ID}");
    let open = |which: &str| format!("{which}invoke-virtual {{v2}} Lf/Latch;->open()V\n");
    assert_eq!(
        phase(&hold, &open(field), "", classes),
        Phase::GuardedConsent
    );
    // Start-up opens it, or nothing does that is seen, or it is another one.
    let early = format!("{}{hold}", open(field));
    assert_eq!(
        phase(&early, &open(field), "", classes),
        Phase::BeforeConsent
    );
    assert_eq!(
        phase(&hold, &open(other), "", classes),
        Phase::BeforeConsent
    );
    assert_eq!(phase(&hold, "", "", classes), Phase::BeforeConsent);
}

#[test]
fn a_file_that_the_agreement_makes() {
    let file = |name: &str| {
        format!(
            "new-instance v2 Lf/File;\nconst-string v3 \"/app/{name}\"\ninvoke-direct {{v2, v3}} Lf/File;-><init>(Ljava/lang/String;)V\n"
        )
    };
    let make = |name: &str| format!("{}invoke-virtual {{v2}} Lf/File;->make()Z\n", file(name));
    let read = |name: &str| {
        format!(
            "{}invoke-virtual {{v2}} Lf/File;->there()Z\nmove-result v1\nif-eqz v1 end\n{ID}end:\n",
            file(name)
        )
    };
    assert_eq!(
        phase(&read("已同意𠮷"), &make("已同意𠮷"), "", ""),
        Phase::GuardedConsent
    );
    // Nobody makes it, another one is made, the refusal makes it too.
    assert_eq!(phase(&read("已同意"), "", "", ""), Phase::BeforeConsent);
    assert_eq!(phase(&read("a"), &make("b"), "", ""), Phase::BeforeConsent);
    assert_eq!(
        phase(&read("agreed"), &make("agreed"), &make("agreed"), ""),
        Phase::GuardedUnknown
    );
}

#[test]
fn a_key_that_a_refusal_writes_too_tells_of_an_answer_only() {
    let code = format!(
        "const-string v0 \"agreed_at\"\ninvoke-static {{v0}} Lf/Prefs;->has(Ljava/lang/String;)Z\nmove-result v1\nif-eqz v1 end\n{ID}end:\n"
    );
    let test = |no: &str| phase(&code, &put("agreed_at", 1), no, "");
    assert_eq!(test(""), Phase::GuardedConsent);
    assert_eq!(test(&put("agreed_at", 0)), Phase::GuardedUnknown);
    // The value itself is another matter: writing that it is off opens nothing.
    let value = format!("{}if-eqz v1 end\n{ID}end:\n", flag("agreed", 0));
    assert_eq!(
        phase(&value, &put("agreed", 1), &put("agreed", 0), ""),
        Phase::GuardedConsent
    );
}

#[test]
fn a_truth_value_that_callers_give() {
    let watcher = |test: &str| {
        format!(
            ".class abstract interface Lcn/app/W;\n.method public abstract told(Z)V\n\
             .class Lcn/app/R; implements Lcn/app/W;\n.method public told(Z)V 4\n{test}{ID}end:\nreturn-void\n.end\n"
        )
    };
    let tell = "new-instance v2 Lcn/app/R;\ninvoke-interface {v2, v1} Lcn/app/W;->told(Z)V\n";
    let yes = format!("const v1 1\n{tell}");
    let start = |default: u8| format!("{}{tell}", flag("agreed", default));
    let tests = watcher("if-eqz p1 end\n");
    assert_eq!(phase(&start(0), &yes, "", &tests), Phase::GuardedConsent);
    assert_eq!(phase(&start(1), &yes, "", &tests), Phase::BeforeConsent);
    assert_eq!(
        phase(&start(0), &yes, "", &watcher("")),
        Phase::BeforeConsent
    );
    // Start-up itself says yes.
    let both = format!("{}{yes}", start(0));
    assert_eq!(phase(&both, &yes, "", &tests), Phase::BeforeConsent);
}

#[test]
fn an_object_that_a_flag_chooses() {
    let classes = format!("{}{}", runnable("Full", ID), runnable("Basic", ""));
    let test = |branch: &str, default: u8| {
        let code = format!(
            "{}new-instance v2 Lcn/app/Full;\nnew-instance v3 Lcn/app/Basic;\n{branch} v1 other\nmove-object v4 v2\ngoto go\nother:\nmove-object v4 v3\ngo:\ninvoke-interface {{v4}} Lf/Runnable;->run()V\n",
            flag("agreed", default)
        );
        phase(&code, "", "", &classes)
    };
    assert_eq!(test("if-eqz", 0), Phase::GuardedConsent);
    assert_eq!(test("if-nez", 0), Phase::BeforeConsent);
    assert_eq!(test("if-eqz", 1), Phase::BeforeConsent);
}

#[test]
fn a_field_that_begins_open_guards_nothing_before_it_is_loaded() {
    let class = |first: &str| {
        format!(
            ".class Lcn/app/S;\n.field static on Z\n.method static <clinit>()V 4\n{first}return-void\n.end\n\
             .method public static load()V 4\n{}sput-boolean v1 Lcn/app/S;->on:Z\nreturn-void\n.end\n",
            flag("agreed", 0)
        )
    };
    let on = "const v1 1\nsput-boolean v1 Lcn/app/S;->on:Z\n";
    let load = "invoke-static {} Lcn/app/S;->load()V\n";
    let read = format!("sget-boolean v1 Lcn/app/S;->on:Z\nif-eqz v1 end\n{ID}end:\n");
    let late = format!("{read}{load}");
    let early = format!("{load}{read}");
    assert_eq!(phase(&late, "", "", &class("")), Phase::GuardedConsent);
    assert_eq!(phase(&late, "", "", &class(on)), Phase::BeforeConsent);
    assert_eq!(phase(&early, "", "", &class(on)), Phase::GuardedConsent);
}

#[test]
fn one_bit_of_a_stored_number() {
    let test = |default: i32, bit: i32| {
        let code = format!(
            "const-string v0 \"privacy_bits\"\nconst v1 {default}\ninvoke-static {{v0, v1}} Lf/Prefs;->num(Ljava/lang/String;I)I\nmove-result v1\n\
             xor-int/lit8 v1 v1 {bit}\nif-nez v1 end\n{ID}end:\n"
        );
        phase(&code, "", "", "")
    };
    // `(bits ^ bit) == 0`.
    assert_eq!(test(2, 3), Phase::GuardedConsent);
    assert_eq!(test(3, 3), Phase::BeforeConsent);
}

#[test]
fn keys_and_defaults_of_objects_that_a_class_makes_once() {
    let class = ".class Lcn/app/K;\n.field static final A Lcn/app/K;\n.field static final B Lcn/app/K;\n.field final id Ljava/lang/String;\n.field final start Z\n\
         .method public <init>(Ljava/lang/String;Z)V 4\niput-object p1 p0 Lcn/app/K;->id:Ljava/lang/String;\niput-boolean p2 p0 Lcn/app/K;->start:Z\nreturn-void\n.end\n\
         .method static <clinit>()V 4\nnew-instance v0 Lcn/app/K;\nconst-string v1 \"agreed\"\nconst v2 0\ninvoke-direct {v0, v1, v2} Lcn/app/K;-><init>(Ljava/lang/String;Z)V\nsput-object v0 Lcn/app/K;->A:Lcn/app/K;\n\
         new-instance v0 Lcn/app/K;\nconst-string v1 \"night\"\nconst v2 1\ninvoke-direct {v0, v1, v2} Lcn/app/K;-><init>(Ljava/lang/String;Z)V\nsput-object v0 Lcn/app/K;->B:Lcn/app/K;\nreturn-void\n.end\n\
         .class Lcn/app/P;\n.method public static on(Lcn/app/K;)Z 4\niget-object v0 p0 Lcn/app/K;->id:Ljava/lang/String;\niget-boolean v1 p0 Lcn/app/K;->start:Z\ninvoke-static {v0, v1} Lf/Prefs;->flag(Ljava/lang/String;Z)Z\nmove-result v0\nreturn v0\n.end\n\
         .method public static set(Lcn/app/K;)V 4\niget-object v0 p0 Lcn/app/K;->id:Ljava/lang/String;\nconst v1 1\ninvoke-static {v0, v1} Lf/Prefs;->put(Ljava/lang/String;Z)V\nreturn-void\n.end\n";
    let test = |key: &str, set: &str| {
        let code = format!(
            "{set}sget-object v2 Lcn/app/K;->{key}:Lcn/app/K;\ninvoke-static {{v2}} Lcn/app/P;->on(Lcn/app/K;)Z\nmove-result v1\nif-eqz v1 end\n{ID}end:\n"
        );
        phase(&code, "", "", class)
    };
    let set = |key: &str| {
        format!(
            "sget-object v2 Lcn/app/K;->{key}:Lcn/app/K;\ninvoke-static {{v2}} Lcn/app/P;->set(Lcn/app/K;)V\n"
        )
    };
    assert_eq!(test("A", ""), Phase::GuardedConsent);
    assert_eq!(test("B", ""), Phase::BeforeConsent);
    // Start-up writes the other key, or this one.
    assert_eq!(test("A", &set("B")), Phase::GuardedConsent);
    assert_eq!(test("A", &set("A")), Phase::GuardedUnknown);
}

#[test]
fn a_flag_in_memory_that_a_helper_of_the_dialog_switches() {
    let class = format!(
        ".class Lcn/app/Q;\n.field static ready Z\n.method public static enable()V 2\nconst v0 1\nsput-boolean v0 Lcn/app/Q;->ready:Z\nreturn-void\n.end\n\
         .method public static when()V 4\nsget-boolean v1 Lcn/app/Q;->ready:Z\nif-eqz v1 end\n{ID}end:\nreturn-void\n.end\n"
    );
    let enable = "invoke-static {} Lcn/app/Q;->enable()V\n";
    let when = "invoke-static {} Lcn/app/Q;->when()V\n";
    let asks = format!("const-string v0 \"请阅读隐私政策\"\n{enable}");
    assert_eq!(phase(when, &asks, "", &class), Phase::GuardedConsent);
    let early = format!("{enable}{when}");
    assert_eq!(phase(&early, &asks, "", &class), Phase::BeforeConsent);
}

#[test]
fn a_listener_hears_at_once_of_what_code_changes_after_it_registered() {
    let box_of = "new-instance v2 Lf/Box;\n";
    let watch =
        "new-instance v3 Lcn/app/T;\ninvoke-virtual {v2, v3} Lf/Box;->watch(Lf/Runnable;)V\n";
    let set = "const v4 1\ninvoke-virtual {v2, v4} Lf/Box;->set(I)V\n";
    let test = |code: &str| phase(&format!("{box_of}{code}"), "", "", &runnable("T", ID));
    assert_eq!(test(&format!("{watch}{set}")), Phase::BeforeConsent);
    assert_eq!(test(&format!("{set}{watch}")), Phase::UserAction);
    // Another box.
    assert_eq!(
        test(&format!("{watch}new-instance v2 Lf/Box;\n{set}")),
        Phase::UserAction
    );
}

#[test]
fn the_framework_calls_what_the_own_base_of_an_object_declares() {
    let class = format!(
        ".class Lcn/app/T; extends Lf/LongTask;\n.method public load()V 2\n{ID}return-void\n.end\n"
    );
    let code = "new-instance v2 Lcn/app/T;\ninvoke-virtual {v9, v2} Lf/Ctx;->work(Lf/Task;)V\n";
    assert_eq!(phase(code, "", "", &class), Phase::BeforeConsent);
}

#[test]
fn what_a_collection_holds_is_called() {
    let classes = format!("{}{}", runnable("A", ID), runnable("B", ""));
    let test = |class: &str| {
        let code = format!(
            "new-instance v2 Lf/Box;\nnew-instance v3 Lcn/app/{class};\ninvoke-virtual {{v2, v3}} Lf/Box;->watch(Lf/Runnable;)V\ninvoke-virtual {{v9, v2}} Lf/Ctx;->all(Lf/Box;)V\n\
             new-instance v3 Lcn/app/A;\ninvoke-virtual {{v9, v3}} Lf/Ctx;->tap(Lf/Runnable;)V\n"
        );
        phase(&code, "", "", &classes)
    };
    assert_eq!(test("A"), Phase::BeforeConsent);
    assert_eq!(test("B"), Phase::UserAction);
}

#[test]
fn an_answer_that_start_up_replaces() {
    let classes = |first: &str| {
        format!(
            ".class abstract interface Lcn/app/Q;\n.method public abstract yes()Z\n\
             .class Lcn/app/Always; implements Lcn/app/Q;\n.method public yes()Z 2\nconst v0 1\nreturn v0\n.end\n\
             .class Lcn/app/Asks; implements Lcn/app/Q;\n.method public yes()Z 4\n{}return v1\n.end\n\
             .class Lcn/app/P;\n.field static q Lcn/app/Q;\n.method static <clinit>()V 2\nnew-instance v0 Lcn/app/Always;\nsput-object v0 Lcn/app/P;->q:Lcn/app/Q;\nreturn-void\n.end\n\
             .method public static install()V 4\n{first}new-instance v0 Lcn/app/Asks;\nsput-object v0 Lcn/app/P;->q:Lcn/app/Q;\nend:\nreturn-void\n.end\n\
             .method public static ok()Z 4\nsget-object v0 Lcn/app/P;->q:Lcn/app/Q;\ninvoke-interface {{v0}} Lcn/app/Q;->yes()Z\nmove-result v0\nreturn v0\n.end\n",
            flag("agreed", 0)
        )
    };
    let install = "invoke-static {} Lcn/app/P;->install()V\n";
    let direct = format!(
        "sget-object v2 Lcn/app/P;->q:Lcn/app/Q;\ninvoke-interface {{v2}} Lcn/app/Q;->yes()Z\nmove-result v1\nif-eqz v1 end\n{ID}end:\n"
    );
    let called =
        format!("invoke-static {{}} Lcn/app/P;->ok()Z\nmove-result v1\nif-eqz v1 end\n{ID}end:\n");
    for test in [&direct, &called] {
        let installed = format!("{install}{test}");
        assert_eq!(
            phase(&installed, "", "", &classes("")),
            Phase::GuardedConsent
        );
        // Only after the test, or not always.
        let late = format!("{test}{install}");
        assert_eq!(phase(&late, "", "", &classes("")), Phase::BeforeConsent);
        let some = "invoke-static {} Lf/Proc;->myPid()I\nmove-result v0\nif-eqz v0 end\n";
        assert_eq!(
            phase(&installed, "", "", &classes(some)),
            Phase::BeforeConsent
        );
    }
}
