//! When an access happens: start-up, behind the user's agreement, behind another flag, by the user, in the background.

use app_facts::Phase;

use crate::lab::{Lab, component, of};

const ID: &str = "invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;\n";

/// The launcher activity with this code in `onCreate`, eight registers of which the last is the receiver.
fn launcher(code: &str, classes: &str) -> Lab {
    let text = format!(
        ".class public Lcn/app/Main; extends Lf/Activity;\n.method public onCreate()V 8\n{code}\nreturn-void\n.end\n{classes}"
    );
    let mut lab = Lab::new(&text);
    lab.app.components[0].is_launcher = true;
    lab
}

/// The phase of the only read of the identifier.
fn phase(lab: &Lab) -> Phase {
    let result = lab.run();
    let found = of(&result, "id");
    assert_eq!(found.len(), 1, "{:?}", result.accesses);
    found[0].phase.unwrap()
}

fn in_launcher(code: &str) -> Phase {
    phase(&launcher(code, ""))
}

/// A class whose `run` has this code.
fn runs(name: &str, code: &str) -> String {
    format!(
        ".class Lcn/app/{name}; implements Lf/Runnable;\n.method public run()V 8\n{code}\nreturn-void\n.end\n"
    )
}

/// Reads the flag `key` with a default into `v1`.
fn flag(key: &str, default: u8) -> String {
    format!(
        "const-string v0 \"{key}\"\nconst v1 {default}\ninvoke-static {{v0, v1}} Lf/Prefs;->flag(Ljava/lang/String;Z)Z\nmove-result v1\n"
    )
}

fn put(key: &str, value: u8) -> String {
    format!(
        "const-string v0 \"{key}\"\nconst v1 {value}\ninvoke-static {{v0, v1}} Lf/Prefs;->put(Ljava/lang/String;Z)V\n"
    )
}

fn made(name: &str) -> String {
    format!("new-instance v2 Lcn/app/{name};\n")
}

fn given(method: &str) -> String {
    format!("invoke-virtual {{v7, v2}} Lf/Ctx;->{method}(Lf/Runnable;)V\n")
}

#[test]
fn without_a_gate_start_up_is_before_consent() {
    assert_eq!(in_launcher(ID), Phase::BeforeConsent);
}

#[test]
fn a_flag_that_is_off_at_first_guards_its_other_side_only() {
    let on = |default| format!("{}if-eqz v1 end\n{ID}end:\n", flag("user_agreed", default));
    assert_eq!(in_launcher(&on(0)), Phase::GuardedConsent);
    // On by default: a fresh installation reads.
    assert_eq!(in_launcher(&on(1)), Phase::BeforeConsent);
    // The wrong side.
    let off = format!("{}if-nez v1 end\n{ID}end:\n", flag("user_agreed", 0));
    assert_eq!(in_launcher(&off), Phase::BeforeConsent);
    // After the branches have met again.
    let after = format!(
        "{}if-eqz v1 end\nconst v3 1\nend:\n{ID}",
        flag("user_agreed", 0)
    );
    assert_eq!(in_launcher(&after), Phase::BeforeConsent);
    // Chinese names, and an early return.
    let early = format!(
        "{}if-nez v1 on\nreturn-void\non:\n{ID}",
        flag("是否同意𠮷", 0)
    );
    assert_eq!(in_launcher(&early), Phase::GuardedConsent);
}

#[test]
fn a_negated_flag() {
    let code = format!(
        "{}xor-int/lit8 v1 v1 1\nif-nez v1 end\n{ID}end:\n",
        flag("agree", 0)
    );
    assert_eq!(in_launcher(&code), Phase::GuardedConsent);
    // A flag that is on until the user agrees.
    let need = format!("{}if-nez v1 end\n{ID}end:\n", flag("need_agree", 1));
    assert_eq!(in_launcher(&need), Phase::GuardedConsent);
}

#[test]
fn another_flag_is_not_the_agreement() {
    let guide = format!("{}if-eqz v1 end\n{ID}end:\n", flag("guide_seen", 0));
    assert_eq!(in_launcher(&guide), Phase::GuardedUnknown);
    let first = format!("{}if-nez v1 end\n{ID}end:\n", flag("first_agree", 1));
    assert_eq!(in_launcher(&first), Phase::GuardedUnknown);
}

#[test]
fn a_flag_that_start_up_itself_switches_is_not_the_agreement() {
    let code = format!(
        "{}if-eqz v1 ask\n{ID}return-void\nask:\n{}",
        flag("agreed", 0),
        put("agreed", 1)
    );
    assert_eq!(in_launcher(&code), Phase::GuardedUnknown);
    // Switched by the tap alone.
    let tap = format!(
        "{}if-eqz v1 ask\n{ID}return-void\nask:\n{}{}",
        flag("agreed", 0),
        made("Yes"),
        given("tap")
    );
    let lab = launcher(&tap, &runs("Yes", &put("agreed", 1)));
    assert_eq!(phase(&lab), Phase::GuardedConsent);
}

#[test]
fn an_unnamed_flag_that_only_the_dialog_switches_is_the_agreement() {
    let code = format!(
        "{}if-eqz v1 ask\n{ID}return-void\nask:\n{}{}",
        flag("a", 0),
        made("Yes"),
        given("tap")
    );
    let dialog = runs(
        "Yes",
        &format!("const-string v3 \"请阅读《隐私政策》𠮷\"\n{}", put("a", 1)),
    );
    assert_eq!(phase(&launcher(&code, &dialog)), Phase::GuardedConsent);
    let other = runs("Yes", &put("a", 1));
    assert_eq!(phase(&launcher(&code, &other)), Phase::GuardedUnknown);
}

#[test]
fn wrappers_are_looked_through() {
    let wrapper = format!(
        ".class Lcn/app/P;\n.method public static on(Ljava/lang/String;)Z 2\nconst v0 0\ninvoke-static {{p0, v0}} Lf/Prefs;->flag(Ljava/lang/String;Z)Z\nmove-result v0\nreturn v0\n.end\n\
         .method public static both()Z 3\n{}if-eqz v1 no\nconst v0 1\nreturn v0\nno:\nconst v0 0\nreturn v0\n.end\n\
         .method public static main()Z 2\nconst v0 1\nreturn v0\n.end\n",
        flag("agree", 0)
    );
    let test = |call: &str| {
        let code = format!("{call}\nmove-result v1\nif-eqz v1 end\n{ID}end:\n");
        phase(&launcher(&code, &wrapper))
    };
    assert_eq!(
        test("const-string v0 \"agree\"\ninvoke-static {v0} Lcn/app/P;->on(Ljava/lang/String;)Z"),
        Phase::GuardedConsent
    );
    assert_eq!(
        test("const-string v0 \"guide\"\ninvoke-static {v0} Lcn/app/P;->on(Ljava/lang/String;)Z"),
        Phase::GuardedUnknown
    );
    assert_eq!(
        test("invoke-static {} Lcn/app/P;->both()Z"),
        Phase::GuardedConsent
    );
    // Whether this is the main process says nothing of the user.
    assert_eq!(
        test("invoke-static {} Lcn/app/P;->main()Z"),
        Phase::BeforeConsent
    );
}

#[test]
fn what_start_up_posts_is_start_up_and_what_waits_is_not() {
    let test = |method: &str| {
        phase(&launcher(
            &format!("{}{}", made("T"), given(method)),
            &runs("T", ID),
        ))
    };
    assert_eq!(test("run"), Phase::BeforeConsent);
    assert_eq!(test("tap"), Phase::UserAction);
    assert_eq!(test("alarm"), Phase::Background);
    let later = format!(
        "{}const-wide v4 1\ninvoke-virtual {{v7, v2, v4, v5}} Lf/Ctx;->later(Lf/Runnable;J)V\n",
        made("T")
    );
    assert_eq!(
        phase(&launcher(&later, &runs("T", ID))),
        Phase::BeforeConsent
    );
}

#[test]
fn components_wait_for_what_starts_them() {
    let service = format!(
        ".class Lcn/app/S; extends Lf/Service;\n.method public onStart()V 2\n{ID}return-void\n.end\n"
    );
    let mut lab = launcher("", &service);
    lab.app.components.push(component("service", "Lcn/app/S;"));
    assert_eq!(phase(&lab), Phase::Background);
    let second = format!(
        ".class Lcn/app/Home; extends Lf/Activity;\n.method public onCreate()V 2\n{ID}return-void\n.end\n"
    );
    let start = "const-class v0 Lcn/app/Home;\ninvoke-virtual {v7, v0} Lf/Ctx;->start(Ljava/lang/Class;)V\n";
    let test = |code: &str, more: &str| {
        let mut lab = launcher(code, &format!("{second}{more}"));
        lab.app
            .components
            .push(component("activity", "Lcn/app/Home;"));
        phase(&lab)
    };
    assert_eq!(test("", ""), Phase::UserAction);
    assert_eq!(test(start, ""), Phase::BeforeConsent);
    // Only the tap starts it.
    let tap = format!("{}{}", made("Yes"), given("tap"));
    let yes = runs("Yes", &start.replace("v7", "v6"));
    assert_eq!(test(&tap, &yes), Phase::UserAction);
    // Behind the agreement: nothing else starts it.
    let gated = format!("{}if-eqz v1 end\n{start}end:\n", flag("agree", 0));
    assert_eq!(test(&gated, ""), Phase::GuardedConsent);
}

#[test]
fn start_up_dispatches_to_what_it_makes_itself() {
    let classes = format!(
        ".class abstract Lcn/app/Base;\n.method public abstract go()V\n\
         .class Lcn/app/A; extends Lcn/app/Base;\n.method public go()V 2\nreturn-void\n.end\n\
         .class Lcn/app/B; extends Lcn/app/Base;\n.method public go()V 2\n{ID}return-void\n.end\n{}",
        runs(
            "Yes",
            "new-instance v0 Lcn/app/B;\nsput-object v0 Lcn/app/Main;->b:Lcn/app/Base;"
        )
    );
    let code = format!(
        "{}{}new-instance v0 Lcn/app/A;\nsput-object v0 Lcn/app/Main;->b:Lcn/app/Base;\nsget-object v1 Lcn/app/Main;->b:Lcn/app/Base;\ninvoke-virtual {{v1}} Lcn/app/Base;->go()V\n",
        made("Yes"),
        given("tap")
    );
    let lab = launcher(&code, &classes);
    assert_eq!(phase(&lab), Phase::UserAction);
}

#[test]
fn types_are_followed_through_fields_parameters_and_results() {
    // Two runnables in two fields: each call runs its own.
    let classes = format!(
        "{}{}.class Lcn/app/Box;\n.method public static go(Lf/Runnable;)V 2\ninvoke-interface {{p0}} Lf/Runnable;->run()V\nreturn-void\n.end\n\
         .method public static make()Lf/Runnable; 2\nnew-instance v0 Lcn/app/Good;\nreturn-object v0\n.end\n",
        runs("Good", "const v0 0"),
        runs("Bad", ID)
    );
    let code = "new-instance v0 Lcn/app/Bad;\nsput-object v0 Lcn/app/Main;->x:Lf/Runnable;\ninvoke-static {} Lcn/app/Box;->make()Lf/Runnable;\nmove-result-object v1\ninvoke-static {v1} Lcn/app/Box;->go(Lf/Runnable;)V\n";
    let result = launcher(code, &classes).run();
    assert_eq!(of(&result, "id")[0].phase, None);
    let code = format!(
        "{code}sget-object v2 Lcn/app/Main;->x:Lf/Runnable;\ninvoke-static {{v2}} Lcn/app/Box;->go(Lf/Runnable;)V\n"
    );
    assert_eq!(phase(&launcher(&code, &classes)), Phase::BeforeConsent);
}

#[test]
fn the_shortest_chain_is_given_when_it_is_not_the_proof() {
    // By a tap in two steps, at start-up in three.
    let classes = format!(
        ".class Lcn/app/A;\n.method public static a()V 1\ninvoke-static {{}} Lcn/app/A;->b()V\nreturn-void\n.end\n\
         .method public static b()V 1\ninvoke-static {{}} Lcn/app/A;->c()V\nreturn-void\n.end\n\
         .method public static c()V 1\n{ID}return-void\n.end\n{}",
        runs("Yes", "invoke-static {} Lcn/app/A;->c()V")
    );
    let code = format!(
        "{}{}invoke-static {{}} Lcn/app/A;->a()V\n",
        made("Yes"),
        given("tap")
    );
    let result = launcher(&code, &classes).run();
    let access = of(&result, "id")[0];
    assert_eq!(access.phase, Some(Phase::BeforeConsent));
    assert_eq!(access.chain.len(), 4);
    assert_eq!(access.chain_shortest.len(), 3);
    assert_eq!(access.chain_shortest[1].edge, "user");
}

#[test]
fn a_refusal_that_goes_on_is_without_consent() {
    let dialog = |method: &str| {
        format!(
            "{}const-string v0 \"请阅读《隐私政策》𠮷\"\ninvoke-static {{v0, v2}} Lf/Dialog;->{method}(Ljava/lang/String;Lf/Runnable;)V\n",
            made("T")
        )
    };
    let test = |code: &str| phase(&launcher(code, &runs("T", ID)));
    assert_eq!(test(&dialog("yes")), Phase::UserAction);
    assert_eq!(test(&dialog("no")), Phase::BeforeConsent);
    // Another dialog's refusal is a tap like any other.
    assert_eq!(
        test(&dialog("no").replace("隐私政策", "天气")),
        Phase::UserAction
    );
    // One listener for both answers.
    assert_eq!(
        test(&format!(
            "{}{}",
            dialog("yes"),
            dialog("no").replace("new-instance v2 Lcn/app/T;\n", "")
        )),
        Phase::UserAction
    );
}

#[test]
fn an_interface_of_a_component_is_called_where_it_is_handed_over() {
    let text = |code: &str| {
        format!(
            ".class public Lcn/app/Main; extends Lf/Activity; implements Lf/Runnable;\n.method public onCreate()V 8\n{code}return-void\n.end\n.method public run()V 2\n{ID}return-void\n.end\n"
        )
    };
    let idle = Lab::new(&text("")).run();
    assert_eq!(of(&idle, "id")[0].phase, None);
    let given = "invoke-virtual {p0, p0} Lf/Ctx;->run(Lf/Runnable;)V\n";
    assert!(of(&Lab::new(&text(given)).run(), "id")[0].phase.is_some());
}

#[test]
fn start_up_comes_in_its_order() {
    let class = |name: &str, base: &str, method: &str| {
        format!(
            ".class Lcn/app/{name}; extends Lf/{base};\n.method public {method}()V 2\n{ID}return-void\n.end\n"
        )
    };
    let mut lab = launcher(
        "",
        &format!(
            "{}{}",
            class("A", "App", "onCreate"),
            class("P", "Provider", "onMade")
        ),
    );
    lab.app
        .components
        .push(component("application", "Lcn/app/A;"));
    lab.app.components.push(component("provider", "Lcn/app/P;"));
    let result = lab.run();
    let entries: Vec<&str> = result
        .timeline
        .iter()
        .filter(|step| step.kind == "entry")
        .map(|step| step.what.as_str())
        .collect();
    assert_eq!(
        entries,
        [
            "provider.onMade",
            "application.onCreate",
            "activity.onCreate"
        ]
    );
    let reads: Vec<usize> = result
        .timeline
        .iter()
        .enumerate()
        .filter(|(_, step)| step.kind == "read")
        .map(|(n, _)| n)
        .collect();
    assert_eq!(reads, [1, 3]);
}

/// A class that holds two runnables, as a shrinker leaves them: `<init>` fixes a number, `run` asks for it.
fn merged(field: &str, zero: &str, one: &str) -> String {
    format!(
        ".class Lcn/app/M; implements Lf/Runnable;\n.field {field} a I\n\
         .method public <init>(I)V 2\niput p1 p0 Lcn/app/M;->a:I\nreturn-void\n.end\n\
         .method public run()V 8\niget v0 v7 Lcn/app/M;->a:I\nif-nez v0 one\n{zero}return-void\none:\n{one}return-void\n.end\n"
    )
}

/// Makes the runnable of a number in `v2` and hands it over.
fn merged_given(number: u8, to: &str) -> String {
    format!(
        "new-instance v2 Lcn/app/M;\nconst v3 {number}\ninvoke-direct {{v2, v3}} Lcn/app/M;-><init>(I)V\nconst-string v0 \"请阅读《隐私政策》𠮷\"\n{to}"
    )
}

const YES: &str = "invoke-static {v0, v2} Lf/Dialog;->yes(Ljava/lang/String;Lf/Runnable;)V\n";
const NO: &str = "invoke-static {v0, v2} Lf/Dialog;->no(Ljava/lang/String;Lf/Runnable;)V\n";

#[test]
fn listeners_that_a_shrinker_put_into_one_class_are_told_apart() {
    let both = format!("{}{}", merged_given(0, YES), merged_given(1, NO));
    let test = |code: &str, classes: &str| phase(&launcher(code, classes));
    assert_eq!(
        test(&both, &merged("final", ID, "")),
        Phase::UserAction,
        "the agreement reads"
    );
    assert_eq!(
        test(&both, &merged("final", "", ID)),
        Phase::BeforeConsent,
        "the refusal reads"
    );
    // A number that may change later tells nothing: one listener for both answers waits for the user.
    assert_eq!(test(&both, &merged("", "", ID)), Phase::UserAction);
    // What start-up itself runs, and what waits for a tap.
    let run = "invoke-virtual {v7, v2} Lf/Ctx;->run(Lf/Runnable;)V\n";
    let early = format!("{}{}", merged_given(0, run), merged_given(1, YES));
    assert_eq!(test(&early, &merged("final", ID, "")), Phase::BeforeConsent);
    let lab = launcher(&early, &merged("final", "", ID));
    assert_eq!(phase(&lab), Phase::UserAction, "{:?}", lab.run().accesses);
    // The one that nothing makes does not run.
    let lab = launcher(&merged_given(0, run), &merged("final", "", ID));
    assert_eq!(of(&lab.run(), "id")[0].phase, None);
    // Kept by the listener that a tap calls, which runs it.
    let keeper = |flags: &str| {
        format!(
            "{}.class Lcn/app/K; implements Lf/Runnable;\n.field {flags} r Lf/Runnable;\n\
             .method public <init>(Lf/Runnable;)V 2\niput-object p1 p0 Lcn/app/K;->r:Lf/Runnable;\nreturn-void\n.end\n\
             .method public run()V 8\niget-object v2 v7 Lcn/app/K;->r:Lf/Runnable;\nsget-object v6 Lcn/app/K;->c:Lf/Ctx;\n\
             invoke-virtual {{v6, v2}} Lf/Ctx;->run(Lf/Runnable;)V\nreturn-void\n.end\n",
            merged("final", "", ID)
        )
    };
    let kept = format!(
        "{}{}new-instance v4 Lcn/app/K;\ninvoke-direct {{v4, v2}} Lcn/app/K;-><init>(Lf/Runnable;)V\ninvoke-virtual {{v7, v4}} Lf/Ctx;->tap(Lf/Runnable;)V\n",
        merged_given(0, run),
        merged_given(1, "")
    );
    assert_eq!(test(&kept, &keeper("final")), Phase::UserAction);
    let swapped = kept
        .replace("const v3 1", "const v3 2")
        .replace("const v3 0", "const v3 1")
        .replace("const v3 2", "const v3 0");
    assert_eq!(test(&swapped, &keeper("final")), Phase::BeforeConsent);
    // A number that is not constant may be either.
    let open = "new-instance v2 Lcn/app/M;\ninvoke-static {} Lf/Proc;->myPid()I\nmove-result v3\ninvoke-direct {v2, v3} Lcn/app/M;-><init>(I)V\n";
    let open = format!("{open}{run}");
    assert_eq!(test(&open, &merged("final", "", ID)), Phase::BeforeConsent);
}

#[test]
fn the_switch_of_a_merged_listener_is_that_of_its_own_half() {
    let gate = format!(
        "{}if-eqz v1 ask\n{ID}return-void\nask:\n",
        flag("agreed", 0)
    );
    let both = format!("{gate}{}{}", merged_given(0, YES), merged_given(1, NO));
    let test = |zero: &str, one: &str| phase(&launcher(&both, &merged("final", zero, one)));
    assert_eq!(test(&put("agreed", 1), ""), Phase::GuardedConsent);
    // Written by the refusal, which start-up goes on with.
    assert_eq!(test("", &put("agreed", 1)), Phase::GuardedUnknown);
}

#[test]
fn the_dialog_that_registers_the_listener_names_the_flag() {
    // The listener's class has no words of its own.
    let gate = format!("{}if-eqz v1 ask\n{ID}return-void\nask:\n", flag("a", 0));
    let code = format!("{gate}{}{}", merged_given(0, YES), merged_given(1, NO));
    let listeners = merged("final", &put("a", 1), "");
    assert_eq!(phase(&launcher(&code, &listeners)), Phase::GuardedConsent);
    let other = code.replace("隐私政策", "天气");
    assert_eq!(phase(&launcher(&other, &listeners)), Phase::GuardedUnknown);
    // A tap beside the dialog, in the same page.
    let beside = code.replace(YES, &given("tap"));
    assert_eq!(phase(&launcher(&beside, &listeners)), Phase::GuardedUnknown);
}

#[test]
fn a_static_field_that_the_agreement_switches() {
    let field = "sget-boolean v1 Lcn/app/F;->a:Z\n";
    let gate = format!("{field}if-eqz v1 ask\n{ID}return-void\nask:\n");
    let code = format!("{gate}{}{}", merged_given(0, YES), merged_given(1, NO));
    let on = "const v1 1\nsput-boolean v1 Lcn/app/F;->a:Z\n";
    let test = |value: &str| {
        let classes = format!(
            "{}.class Lcn/app/F;\n.field static a Z{value}\n",
            merged("final", on, "")
        );
        phase(&launcher(&code, &classes))
    };
    assert_eq!(test(""), Phase::GuardedConsent);
    // On from the beginning.
    assert_eq!(test(" = true"), Phase::BeforeConsent);
}

#[test]
fn what_another_start_asks_for_does_not_run_at_the_start_by_the_launcher() {
    let test = |action: &str| {
        format!(
            "invoke-virtual {{v7}} Lf/Ctx;->deviceName()Ljava/lang/String;\nmove-result-object v1\nconst-string v2 \"{action}\"\n\
             invoke-static {{v1, v2}} Lf/Secure;->same(Ljava/lang/String;Ljava/lang/String;)Z\nmove-result v1\n\
             if-eqz v1 end\n{ID}end:\n"
        )
    };
    assert_eq!(in_launcher(&test("录音𠮷")), Phase::GuardedUnknown);
    assert_eq!(in_launcher(&test("主")), Phase::BeforeConsent);
    // The side on which the action is another one is that of the launcher.
    let other = test("录音").replace("if-eqz", "if-nez");
    assert_eq!(in_launcher(&other), Phase::BeforeConsent);
}

#[test]
fn a_flag_that_a_callback_hands_back_through_the_call() {
    let lab = |default| {
        let ask = format!(
            ".class Lcn/app/Ask; implements Lf/Call;
.method public call()Z 8
invoke-virtual {{v6}} Lf/Ctx;->pending()Z
move-result v1
if-eqz v2 later
{}later:
return v1
.end
",
            flag("user_agreed", default)
        );
        let code = format!(
            "new-instance v2 Lcn/app/Ask;\ninvoke-virtual {{v7, v2}} Lf/Ctx;->block(Lf/Call;)Z\nmove-result v1\nif-eqz v1 end\n{ID}end:\n"
        );
        phase(&launcher(&code, &ask))
    };
    // What says that the value comes later is no value.
    assert_eq!(lab(0), Phase::GuardedConsent);
    assert_eq!(lab(1), Phase::BeforeConsent);
}

/// Reads the number `key` with a default into `v1`.
fn stored_number(key: &str, default: i32) -> String {
    format!(
        "const-string v0 \"{key}\"\nconst v1 {default}\ninvoke-static {{v0, v1}} Lf/Prefs;->num(Ljava/lang/String;I)I\nmove-result v1\n"
    )
}

/// Reads the text `key` with a default into `v1`.
fn stored_word(key: &str, default: &str) -> String {
    format!(
        "const-string v0 \"{key}\"\nconst-string v1 \"{default}\"\ninvoke-static {{v0, v1}} Lf/Prefs;->word(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v1\n"
    )
}

#[test]
fn the_version_that_was_agreed_to_is_compared() {
    let behind = |default, wanted, test: &str| {
        in_launcher(&format!(
            "{}const v3 {wanted}\n{test} v1 v3 end\n{ID}end:\n",
            stored_number("privacy_version", default)
        ))
    };
    // `if (version >= 3) read()`, compiled as a jump over it.
    assert_eq!(behind(0, 3, "if-lt"), Phase::GuardedConsent);
    assert_eq!(behind(3, 3, "if-lt"), Phase::BeforeConsent);
    assert_eq!(behind(0, 3, "if-ge"), Phase::BeforeConsent);
    assert_eq!(behind(0, 2, "if-ne"), Phase::GuardedConsent);
    assert_eq!(behind(2, 2, "if-ne"), Phase::BeforeConsent);
    assert_eq!(behind(1, 2, "if-ne"), Phase::GuardedConsent);
    assert_eq!(behind(-1, 0, "if-eq"), Phase::BeforeConsent);
    // Compared with a number that nobody knows.
    let open = format!(
        "{}invoke-static {{}} Lx/Y;->n()I\nmove-result v3\nif-lt v1 v3 end\n{ID}end:\n",
        stored_number("privacy_version", 0)
    );
    assert_eq!(in_launcher(&open), Phase::BeforeConsent);
}

#[test]
fn a_state_kept_as_text_is_compared() {
    let behind = |default: &str, wanted: &str, test: &str| {
        in_launcher(&format!(
            "{}const-string v3 \"{wanted}\"\ninvoke-virtual {{v3, v1}} Ljava/lang/Object;->equals(Ljava/lang/Object;)Z\nmove-result v3\n{test} v3 end\n{ID}end:\n",
            stored_word("用户协议", default)
        ))
    };
    assert_eq!(behind("未知𠮷", "已同意", "if-eqz"), Phase::GuardedConsent);
    assert_eq!(behind("已同意", "已同意", "if-eqz"), Phase::BeforeConsent);
    assert_eq!(behind("未知𠮷", "已同意", "if-nez"), Phase::BeforeConsent);
    assert_eq!(behind("未知𠮷", "未知𠮷", "if-nez"), Phase::GuardedConsent);
}

#[test]
fn a_state_is_followed_through_a_method_that_tells_it_as_a_number() {
    let classes = |one: u8, other: u8| {
        format!(
            ".class Lcn/app/S;\n.method public static state()I 4\n{}const-string v3 \"AGREED\"\ninvoke-virtual {{v3, v1}} Ljava/lang/Object;->equals(Ljava/lang/Object;)Z\nmove-result v3\nif-eqz v3 no\nconst v0 {one}\nreturn v0\nno:\nconst v0 {other}\nreturn v0\n.end\n",
            stored_word("consent_state", "UNKNOWN")
        )
    };
    let test = |one, other| {
        phase(&launcher(
            &format!(
                "invoke-static {{}} Lcn/app/S;->state()I\nmove-result v1\nconst v3 2\nif-ne v1 v3 end\n{ID}end:\n"
            ),
            &classes(one, other),
        ))
    };
    assert_eq!(test(2, 1), Phase::GuardedConsent);
    // The fresh state is the one that reads.
    assert_eq!(test(1, 2), Phase::BeforeConsent);
    assert_eq!(test(2, 2), Phase::BeforeConsent);
}

#[test]
fn the_page_that_a_flag_chooses_is_started_behind_it() {
    let pages = |read_in: &str| {
        ["Ask", "Home"]
            .map(|name| {
                let code = if name == read_in { ID } else { "" };
                format!(
                    ".class public Lcn/app/{name}; extends Lf/Activity;\n.method public onCreate()V 8\n{code}return-void\n.end\n"
                )
            })
            .concat()
    };
    let test = |read_in: &str, default: i32| {
        let code = format!(
            "{}const v3 3\nif-ge v1 v3 home\nconst-class v2 Lcn/app/Ask;\ngoto go\nhome:\nconst-class v2 Lcn/app/Home;\ngo:\ninvoke-virtual {{v7, v2}} Lf/Ctx;->start(Ljava/lang/Class;)V\n",
            stored_number("agreed_version", default)
        );
        let mut lab = launcher(&code, &pages(read_in));
        lab.app
            .components
            .extend(["Ask", "Home"].map(|name| component("activity", &format!("Lcn/app/{name};"))));
        phase(&lab)
    };
    assert_eq!(test("Ask", 0), Phase::BeforeConsent);
    assert_eq!(test("Home", 0), Phase::GuardedConsent);
    assert_eq!(test("Home", 5), Phase::BeforeConsent);
}

#[test]
fn a_refusal_that_is_remembered_as_a_state_is_no_agreement_by_start_up() {
    let write = |word: &str| {
        format!(
            "const-string v0 \"privacy_state\"\nconst-string v1 \"{word}\"\ninvoke-static {{v0, v1}} Lf/Prefs;->write(Ljava/lang/String;Ljava/lang/String;)V\n"
        )
    };
    let ask = format!(
        "const-string v0 \"请阅读隐私政策\"\n{}{YES}{}{NO}",
        made("Yes"),
        made("No")
    );
    let test = |before: &str| {
        let code = format!(
            "{before}{ask}{}const-string v3 \"AGREED\"\ninvoke-virtual {{v3, v1}} Ljava/lang/Object;->equals(Ljava/lang/Object;)Z\nmove-result v3\nif-eqz v3 end\n{ID}end:\n",
            stored_word("privacy_state", "")
        );
        let classes = format!(
            "{}{}",
            runs("Yes", &write("AGREED")),
            runs("No", &write("REFUSED"))
        );
        phase(&launcher(&code, &classes))
    };
    assert_eq!(test(""), Phase::GuardedConsent);
    // Start-up itself writes the state.
    assert_eq!(test(&write("AGREED")), Phase::GuardedUnknown);
}

#[test]
fn who_is_handed_over_hears_nothing_before_somebody_begins() {
    let hears = format!(
        ".class Lcn/app/L; implements Lf/Listener;\n.method public onPlace(I)V 8\n{ID}return-void\n.end\n"
    );
    let hand = "new-instance v1 Lcn/app/L;\ninvoke-virtual {v7, v1} Lf/Ctx;->told(Lf/Listener;)V\n";
    let begin = "invoke-virtual {v7} Lf/Ctx;->begin()V\n";
    let tap = |code: &str| {
        let made = made("T");
        (format!("{made}{}", given("tap")), runs("T", code))
    };
    let run = |code: String, classes: String| phase(&launcher(&code, &format!("{hears}{classes}")));
    // Begun at start-up, before or after; begun on a tap; handed over on a tap.
    assert_eq!(
        run(format!("{hand}{begin}"), String::new()),
        Phase::BeforeConsent
    );
    assert_eq!(
        run(format!("{begin}{hand}"), String::new()),
        Phase::BeforeConsent
    );
    let (code, class) = tap(begin);
    assert_eq!(
        run(format!("{hand}{code}"), class.clone()),
        Phase::UserAction
    );
    assert_eq!(
        run(format!("{code}{hand}"), class.clone()),
        Phase::UserAction
    );
    assert_eq!(
        run(format!("{code}{hand}{begin}"), class),
        Phase::BeforeConsent
    );
    let (code, class) = tap(hand);
    assert_eq!(run(format!("{begin}{code}"), class), Phase::UserAction);
    // The app begins nothing, or only in code that nobody runs: who does is not seen.
    assert_eq!(run(hand.to_owned(), String::new()), Phase::BeforeConsent);
    assert_eq!(
        run(hand.to_owned(), runs("Dead", begin)),
        Phase::BeforeConsent
    );
}

#[test]
fn the_chain_of_who_hears_of_a_beginning_leads_through_the_beginning() {
    let classes = format!(
        ".class Lcn/app/L; implements Lf/Listener;\n.method public onPlace(I)V 8\n{ID}return-void\n.end\n{}",
        runs("T", "invoke-virtual {v7} Lf/Ctx;->begin()V\n")
    );
    let hand = "new-instance v1 Lcn/app/L;\ninvoke-virtual {v7, v1} Lf/Ctx;->told(Lf/Listener;)V\n";
    let lab = launcher(&format!("{hand}{}{}", made("T"), given("tap")), &classes);
    let result = lab.run();
    let chain: Vec<&str> = of(&result, "id")[0]
        .chain
        .iter()
        .map(|frame| frame.method.as_str())
        .collect();
    assert_eq!(
        chain,
        [
            "Lcn/app/Main;->onCreate()V",
            "Lcn/app/T;->run()V",
            "Lcn/app/L;->onPlace(I)V"
        ]
    );
}

#[test]
fn a_class_of_the_app_that_takes_the_listener_itself_does_as_its_code_does() {
    let classes = format!(
        ".class Lcn/app/L; implements Lf/Listener;\n.method public onPlace(I)V 8\n{ID}return-void\n.end\n\
         .class Lcn/app/Own; extends Lf/Ctx;\n.method public told(Lf/Listener;)V 8\nconst v0 1\n\
         invoke-interface {{v7, v0}} Lf/Listener;->onPlace(I)V\nreturn-void\n.end\n{}",
        runs("T", "invoke-virtual {v7} Lf/Ctx;->begin()V\n")
    );
    let hand = "new-instance v0 Lcn/app/Own;\nnew-instance v1 Lcn/app/L;\ninvoke-virtual {v0, v1} Lcn/app/Own;->told(Lf/Listener;)V\n";
    let code = format!("{hand}{}{}", made("T"), given("tap"));
    assert_eq!(phase(&launcher(&code, &classes)), Phase::BeforeConsent);
}
