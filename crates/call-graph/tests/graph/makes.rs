//! What is made without a call of its constructor: by layouts, by files that register services, by names; and threads
//! that nobody starts.

use std::collections::BTreeSet;
use std::sync::Arc;

use app_facts::{Level, Phase};
use call_graph::{Analysis, LayoutInput};

use crate::lab::{Lab, chain, levels, main_with, of, only};

const ID: &str = "invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;";
const LINE: &str = "invoke-virtual {v0} Lf/Tel;->getLine()Ljava/lang/String;";

/// An activity that other activities' taps may open, with a view of the app's own in a layout.
fn with_view(code: &str) -> Lab {
    let text = format!(
        "{}.class public Lcn/app/视; extends Lf/Frag;
.method public onShow()V 2
{ID}
return-void
.end
.class public Lcn/app/Tap; implements Lf/Runnable;
.method public run()V 8
const v1 2130837505
invoke-virtual {{v0, v1}} Lf/Ctx;->show(I)V
return-void
.end
",
        main_with(code)
    );
    let mut lab = Lab::new(&text);
    lab.app.components[0].is_launcher = true;
    let made = LayoutInput {
        classes: BTreeSet::from(["Lcn/app/视;".to_owned()]),
        plain_views: BTreeSet::new(),
    };
    lab.app.layouts.insert(0x7f02_0001, made);
    lab.app.layout_classes.insert("Lcn/app/视;".to_owned());
    lab
}

fn phase(result: &Analysis) -> Option<Phase> {
    only(result, "id").phase
}

#[test]
fn what_a_layout_names_is_made_where_the_layout_is_shown() {
    let shown = with_view("const v1 2130837505\ninvoke-virtual {v7, v1} Lf/Ctx;->show(I)V\n").run();
    assert_eq!(phase(&shown), Some(Phase::BeforeConsent));
    assert_eq!(
        chain(only(&shown, "id")),
        [
            "entry Lcn/app/Main;->onCreate()V",
            "lifecycle Lcn/app/视;->onShow()V"
        ]
    );
    // Shown on a tap.
    let tap = with_view(
        "new-instance v2 Lcn/app/Tap;\ninvoke-virtual {v7, v2} Lf/Ctx;->tap(Lf/Runnable;)V\n",
    )
    .run();
    assert_eq!(phase(&tap), Some(Phase::UserAction));
    // Another layout is shown: that this one is never shown cannot be known, so it waits for the user.
    let other = with_view("const v1 2130837506\ninvoke-virtual {v7, v1} Lf/Ctx;->show(I)V\n").run();
    assert_eq!(phase(&other), Some(Phase::UserAction));
}

#[test]
fn a_view_of_the_framework_in_a_layout_reads_what_its_constructor_reads() {
    let groups = "- {id: web, data: [apps], implied: true, title: {zh: 网页, en: page}, points: [{method: 'Lf/w/Web;-><init>(Lf/Ctx;)V'}]}\n";
    let run = |number: &str| {
        let code = format!("const v1 {number}\ninvoke-virtual {{v7, v1}} Lf/Ctx;->show(I)V\n");
        let mut lab = Lab::new(&main_with(&code)).with_groups(groups);
        let made = LayoutInput {
            classes: BTreeSet::new(),
            plain_views: BTreeSet::from(["Web".to_owned(), "Missing".to_owned()]),
        };
        lab.app.layouts.insert(7, made);
        lab.run()
    };
    let shown = run("7");
    assert_eq!(only(&shown, "apps").via, app_facts::Via::Framework);
    assert_eq!(levels(&shown, "apps"), [Level::Reachable]);
    assert!(of(&run("8"), "apps").is_empty());
}

#[test]
fn a_registered_service_is_made_where_it_is_asked_for() {
    let classes = format!(
        ".class interface abstract Lcn/app/Plugin;
.method public abstract go()V
.class public Lcn/app/One; implements Lcn/app/Plugin;
.method public <init>()V 2
return-void
.end
.method public go()V 2
{ID}
return-void
.end
.class public Lcn/app/Two; implements Lcn/app/Plugin;
.method public <init>()V 2
return-void
.end
.method public go()V 2
{LINE}
return-void
.end
"
    );
    let code = "const-class v1 Lcn/app/Plugin;\ninvoke-virtual {v7, v1} Lf/Ctx;->load(Ljava/lang/Class;)Ljava/lang/Object;\n\
                move-result-object v2\ncheck-cast v2 Lcn/app/Plugin;\ninvoke-interface {v2} Lcn/app/Plugin;->go()V\n";
    let mut lab = Lab::new(&format!("{}{classes}", main_with(code)));
    let none = lab.run();
    assert_eq!(levels(&none, "id"), [Level::Present]);
    lab.app.services.insert(
        "cn.app.Plugin".to_owned(),
        BTreeSet::from(["cn.app.One".to_owned(), "cn.app.没有".to_owned()]),
    );
    let one = lab.run();
    assert_eq!(levels(&one, "id"), [Level::Reachable]);
    assert_eq!(levels(&one, "line"), [Level::Present]);
}

#[test]
fn a_method_called_by_name_runs() {
    let classes = format!(
        ".class public Lcn/app/Deep;
.method public 读()V 2
{ID}
return-void
.end
.method public stay()V 2
{LINE}
return-void
.end
"
    );
    let run = |name: &str| {
        let code = format!(
            "const-string v1 \"cn.app.Deep\"\ninvoke-virtual {{v7, v1}} Lf/Ctx;->cls(Ljava/lang/String;)Lf/Cls;\n\
             move-result-object v2\nconst-string v3 \"{name}\"\ninvoke-virtual {{v2, v3}} Lf/Cls;->call(Ljava/lang/String;)V\n"
        );
        Lab::new(&format!("{}{classes}", main_with(&code))).run()
    };
    let found = run("读");
    assert_eq!(levels(&found, "line"), [Level::Present]);
    assert_eq!(
        chain(only(&found, "id")),
        [
            "entry Lcn/app/Main;->onCreate()V",
            "reflection Lcn/app/Deep;->读()V"
        ]
    );
    assert_eq!(levels(&run("else"), "id"), [Level::Present]);
}

#[test]
fn the_name_may_stand_in_the_resources() {
    let classes = format!(
        ".class public Lcn/app/Deep;
.method public go()V 2
{ID}
return-void
.end
"
    );
    let code = "const v1 2130968577\ninvoke-virtual {v7, v1} Lf/Ctx;->text(I)Ljava/lang/String;\nmove-result-object v1\n\
                invoke-virtual {v7, v1} Lf/Ctx;->cls(Ljava/lang/String;)Lf/Cls;\nmove-result-object v2\n\
                const-string v3 \"go\"\ninvoke-virtual {v2, v3} Lf/Cls;->call(Ljava/lang/String;)V\n";
    let mut lab = Lab::new(&format!("{}{classes}", main_with(code)));
    assert_eq!(levels(&lab.run(), "id"), [Level::Present]);
    lab.app.texts = Arc::new([(0x7f04_0001, "cn.app.Deep".to_owned())].into());
    assert_eq!(levels(&lab.run(), "id"), [Level::Reachable]);
}

#[test]
fn a_thread_that_nobody_starts_runs_nothing() {
    let job = format!(
        ".class public Lcn/app/Job; implements Lf/Runnable;\n.method public run()V 2\n{ID}\nreturn-void\n.end\n\
         .class public Lcn/app/Other;\n.field static 线 Lf/Thread;\n.method public static keep(Lf/Thread;)V 1\nreturn-void\n.end\n"
    );
    let run = |after: &str| {
        let code = format!(
            "new-instance v1 Lcn/app/Job;\nnew-instance v2 Lf/Thread;\n\
             invoke-direct {{v2, v1}} Lf/Thread;-><init>(Lf/Runnable;)V\n{after}"
        );
        levels(&Lab::new(&format!("{}{job}", main_with(&code))).run(), "id")
    };
    assert_eq!(run(""), [Level::Present]);
    assert_eq!(
        run("invoke-virtual {v2} Lf/Thread;->start()V\n"),
        [Level::Reachable]
    );
    assert_eq!(
        run("move-object v3 v2\ninvoke-virtual {v3} Lf/Thread;->start()V\n"),
        [Level::Reachable]
    );
    // Somebody else may start it.
    assert_eq!(
        run("invoke-static {v2} Lcn/app/Other;->keep(Lf/Thread;)V\n"),
        [Level::Reachable]
    );
    assert_eq!(
        run("sput-object v2 Lcn/app/Other;->线:Lf/Thread;\n"),
        [Level::Reachable]
    );
}

#[test]
fn what_the_framework_gives_as_its_own_type_was_handed_over_before() {
    let classes = format!(
        ".class public Lcn/app/Job; implements Lf/Runnable;\n.method public run()V 2\n{ID}\nreturn-void\n.end\n\
         .class public Lcn/app/Two; implements Lf/Runnable;\n.method public run()V 2\n{LINE}\nreturn-void\n.end\n"
    );
    let run = |call: &str| {
        let code = format!(
            "new-instance v1 Lcn/app/Job;\nnew-instance v3 Lcn/app/Two;\n{call}\nmove-result-object v2\ncheck-cast v2 Lf/Runnable;\n\
             invoke-virtual {{v7, v2}} Lf/Ctx;->run(Lf/Runnable;)V\n"
        );
        let given = code.replace("check-cast v2 Lf/Runnable;\n", "");
        let lab = |code: &str| Lab::new(&format!("{}{classes}", main_with(code))).run();
        (levels(&lab(&code), "id"), levels(&lab(&given), "id"))
    };
    let (cast, given) = run("invoke-virtual {v7} Lf/Ctx;->queue()Lf/Runnable;");
    assert_eq!(given, [Level::Present]);
    // A cast says that the declared type told nothing.
    assert_eq!(cast, [Level::Reachable]);
}
