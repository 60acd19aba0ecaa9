//! What is asked for and then does not happen: edits that nobody applies, calls that are taken back, checks that throw,
//! values that another method of the same life overwrites; and the programs beside them in which it does happen.

use call_graph::Component;

use crate::lab::{run_app, run_with};

const SOURCE: &str = "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n";
const SEND: &str = "invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V\n";

#[test]
fn what_is_put_counts_where_it_may_be_applied() {
    let put = "const-string v2 \"键\"\ninvoke-virtual v1 v2 v0 Lf/Edit;->put(Ljava/lang/String;Ljava/lang/String;)Lf/Edit;\n";
    let get = format!(
        "const-string v2 \"键\"\ninvoke-static v2 Lf/Store;->get(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v0\n{SEND}"
    );
    let more = "
.class public Lt/Help; extends Ljava/lang/Object;
.method static keep(Lf/Edit;)V 1
  invoke-virtual p0 Lf/Edit;->apply()V
  return-void
.end
";
    let flows = |behind: &str| {
        let open = "invoke-static Lf/Store;->open()Lf/Edit;\nmove-result-object v1\n";
        let code = format!("{SOURCE}{open}{put}{behind}{get}");
        run_with(&code, more).flows.len()
    };
    assert_eq!(flows(""), 0);
    // A further edit of what the first gave back completes nothing.
    let again = format!("move-result-object v1\n{put}");
    assert_eq!(flows(&again), 0);
    assert_eq!(flows("invoke-virtual v1 Lf/Edit;->apply()V\n"), 1);
    let chained = "move-result-object v3\ninvoke-virtual v3 Lf/Edit;->apply()V\n";
    assert_eq!(flows(chained), 1);
    assert_eq!(flows("invoke-static v1 Lt/Help;->keep(Lf/Edit;)V\n"), 1);
    assert_eq!(flows("iput-object v1 v7 Lt/Main;->e:Lf/Edit;\n"), 1);
    assert_eq!(
        flows("const v3 0\nif-eqz v3 on\non:\ninvoke-virtual v1 Lf/Edit;->apply()V\n"),
        1
    );
}

#[test]
fn calls_are_taken_back_by_a_part_of_what_they_are_given() {
    let more = format!(
        ".class public Lt/Q; extends Ljava/lang/Object; implements Lf/Taker;\n\
         .method public on(Lf/Note;)V 3\n\
         invoke-virtual p1 Lf/Note;->text()Ljava/lang/String;\nmove-result-object v0\n{SEND}return-void\n.end\n"
    );
    let note = |register: &str, tag: &str| {
        format!(
            "new-instance {register} Lf/Note;\nconst-string v3 \"{tag}\"\n\
             invoke-virtual {register} v3 v0 Lf/Note;->fill(Ljava/lang/String;Ljava/lang/String;)V\n"
        )
    };
    let notify = |register: &str| {
        format!("invoke-static v1 {register} Lf/Net;->notify(Lf/Taker;Lf/Note;)V\n")
    };
    let drop = |tag: &str| {
        format!(
            "const-string v3 \"{tag}\"\ninvoke-static v1 v3 Lf/Net;->drop(Lf/Taker;Ljava/lang/String;)V\n"
        )
    };
    let flows = |steps: &[String]| {
        let made = format!("{SOURCE}new-instance v1 Lt/Q;\n");
        run_with(&format!("{made}{}", steps.concat()), &more)
            .flows
            .len()
    };
    let (one, send) = (note("v2", "一"), notify("v2"));
    assert_eq!(flows(&[one.clone(), send.clone()]), 1);
    assert_eq!(flows(&[one.clone(), send.clone(), drop("一")]), 0);
    assert_eq!(flows(&[one.clone(), send.clone(), drop("二")]), 1);
    // Only what was asked for before is taken back.
    assert_eq!(flows(&[one.clone(), drop("一"), send.clone()]), 1);
    let unknown = "invoke-static v3 Lf/Text;->other(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v3\n\
                   invoke-static v1 v3 Lf/Net;->drop(Lf/Taker;Ljava/lang/String;)V\n";
    assert_eq!(flows(&[one.clone(), send.clone(), unknown.to_owned()]), 1);
    let (two, also) = (note("v4", "二"), notify("v4"));
    let both = [one.clone(), send.clone(), two, also];
    assert_eq!(flows(&[&both[..], &[drop("一")]].concat()), 1);
    assert_eq!(flows(&[&both[..], &[drop("一"), drop("二")]].concat()), 0);
    let maybe = format!(
        "invoke-static v0 Lf/Net;->length(Ljava/lang/String;)I\nmove-result v5\nif-eqz v5 on\n{}on:\n",
        drop("一")
    );
    assert_eq!(flows(&[one, send, maybe]), 1);
}

#[test]
fn a_check_that_always_throws_ends_the_method() {
    let check = |test: &str| {
        format!(
            ".class public Lt/Check; extends Ljava/lang/Object;\n.method static check(II)V 3\n\
             {test} p1 fine\nconst v0 0\nthrow v0\nfine:\nreturn-void\n.end\n"
        )
    };
    let flows = |given: &str, test: &str| {
        let code = format!(
            "{SOURCE}const v2 1\n{given}\ninvoke-static v2 v1 Lt/Check;->check(II)V\n{SEND}"
        );
        run_with(&code, &check(test)).flows.len()
    };
    assert_eq!(flows("const v1 0", "if-nez"), 0);
    assert_eq!(flows("const v1 5", "if-nez"), 1);
    assert_eq!(flows("const v1 0", "if-eqz"), 1);
    assert_eq!(flows("const v1 5", "if-eqz"), 0);
    let unknown = "invoke-static v0 Lf/Net;->length(Ljava/lang/String;)I\nmove-result v1";
    assert_eq!(flows(unknown, "if-nez"), 1);
}

#[test]
fn static_fields_of_one_screen_are_followed_in_its_order() {
    let screen = |methods: &[(&str, &str)]| {
        let mut out = ".class public Lt/S; extends Lf/Screen;\n".to_owned();
        for (name, code) in methods {
            let body = match *code {
                "fill" => format!("{SOURCE}sput-object v0 Lt/S;->v:Ljava/lang/String;"),
                "quit" => format!(
                    "{SOURCE}sput-object v0 Lt/S;->v:Ljava/lang/String;\ninvoke-virtual p0 Lf/Screen;->quit()V"
                ),
                "empty" => "const-string v0 \"空𠮷\"\nsput-object v0 Lt/S;->v:Ljava/lang/String;"
                    .to_owned(),
                "later" => "new-instance v0 Lt/R;\ninvoke-static v0 Lf/Net;->post(Lf/Runnable;)V"
                    .to_owned(),
                _ => format!("sget-object v0 Lt/S;->v:Ljava/lang/String;\n{SEND}"),
            };
            for piece in [
                ".method public ",
                name,
                "()V 3\n",
                &body,
                "\nreturn-void\n.end\n",
            ] {
                out.push_str(piece);
            }
        }
        out
    };
    let with = |methods: &[(&str, &str)], code: &str, more: &str| {
        let component = Component {
            kind: "screen".to_owned(),
            class: "Lt/S;".to_owned(),
            enabled: true,
            exported: true,
            ..Component::default()
        };
        run_app(code, &format!("{}{more}", screen(methods)), vec![component])
            .flows
            .len()
    };
    let flows = |methods: &[(&str, &str)]| with(methods, "", "");
    let overwritten = [("onBuild", "fill"), ("onOpen", "empty"), ("onEnd", "send")];
    assert_eq!(flows(&[("onBuild", "fill"), ("onEnd", "send")]), 1);
    assert_eq!(flows(&overwritten), 0);
    // A screen that ends itself is never opened.
    let quits = [("onBuild", "quit"), ("onOpen", "empty"), ("onEnd", "send")];
    assert_eq!(flows(&quits), 1);
    // The next screen finds what the one before it left, another component finds it at any time.
    assert_eq!(flows(&[("onEnd", "fill"), ("onBuild", "send")]), 1);
    let read = format!("sget-object v0 Lt/S;->v:Ljava/lang/String;\n{SEND}");
    assert_eq!(with(&overwritten, &read, ""), 1);
    // What others write as well has no order.
    let written = format!("{SOURCE}sput-object v0 Lt/S;->v:Ljava/lang/String;\n");
    let emptied = [("onOpen", "empty"), ("onEnd", "send")];
    assert_eq!(flows(&emptied), 0);
    assert_eq!(with(&emptied, &written, ""), 1);
    // A callback runs when it runs.
    let runner = ".class public Lt/R; extends Ljava/lang/Object; implements Lf/Runnable;\n.method public run()V 3\n\
                  sget-object v0 Lt/S;->v:Ljava/lang/String;\n\
                  invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V\nreturn-void\n.end\n";
    let posted = [("onBuild", "later"), ("onOpen", "fill"), ("onEnd", "empty")];
    assert_eq!(with(&posted, "", runner), 1);
}
