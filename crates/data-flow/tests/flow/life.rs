//! What runs and in which order: objects whose life the framework runs, components that nothing starts, fields that
//! nothing sets.

use call_graph::Component;

use crate::lab::{only, run_app, run_with};

const SOURCE: &str = "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n";
const SHOW: &str = "new-instance v1 Lt/P;\ninvoke-static v1 Lf/Net;->show(Lf/Page;)V";

/// A page with a field that these methods write and read.
fn page(methods: &[(&str, &str)]) -> String {
    let mut out = ".class public Lt/P; extends Lf/Page;\n".to_owned();
    for (name, code) in methods {
        let body = match *code {
            "fill" => format!("{SOURCE}iput-object v0 p0 Lt/P;->v:Ljava/lang/String;"),
            "empty" => {
                "const-string v0 \"空𠮷\"\niput-object v0 p0 Lt/P;->v:Ljava/lang/String;".to_owned()
            }
            _ => "iget-object v0 p0 Lt/P;->v:Ljava/lang/String;\n\
                  invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V"
                .to_owned(),
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
}

#[test]
fn what_a_method_of_a_life_overwrites_is_gone_for_those_behind_it() {
    let flows = |methods: &[(&str, &str)]| run_with(SHOW, &page(methods)).flows.len();
    assert_eq!(flows(&[("onMake", "fill"), ("onHide", "send")]), 1);
    assert_eq!(
        flows(&[("onMake", "fill"), ("onShow", "empty"), ("onHide", "send")]),
        0
    );
    // What is hidden may be shown again, but it is made once.
    assert_eq!(flows(&[("onHide", "fill"), ("onShow", "send")]), 1);
    assert_eq!(flows(&[("onHide", "fill"), ("onMake", "send")]), 0);
    assert_eq!(flows(&[("onHide", "send"), ("onMake", "fill")]), 1);
}

#[test]
fn what_code_puts_into_a_page_is_there_when_its_life_begins() {
    let put = format!(
        "{SOURCE}new-instance v1 Lt/P;\niput-object v0 v1 Lt/P;->v:Ljava/lang/String;\n\
         invoke-static v1 Lf/Net;->show(Lf/Page;)V"
    );
    let flows = |methods: &[(&str, &str)]| run_with(&put, &page(methods)).flows.len();
    assert_eq!(flows(&[("onHide", "send")]), 1);
    assert_eq!(flows(&[("onShow", "empty"), ("onMake", "send")]), 1);
    assert_eq!(flows(&[("onMake", "empty"), ("onHide", "send")]), 0);
}

/// A component that sends what it reads when it is made.
fn reader(kind: &str, exported: bool) -> (String, Component) {
    let code = format!(
        ".class public Lt/S; extends Lf/Activity;\n.method public onCreate()V 3\n{SOURCE}\
         invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V\nreturn-void\n.end\n"
    );
    let component = Component {
        kind: kind.to_owned(),
        class: "Lt/S;".to_owned(),
        enabled: true,
        exported,
        ..Component::default()
    };
    (code, component)
}

#[test]
fn a_component_that_nothing_starts_does_not_run() {
    let run = |code: &str, more: &str, kind: &str, exported: bool| {
        let (class, component) = reader(kind, exported);
        run_app(code, &format!("{class}{more}"), vec![component])
            .flows
            .len()
    };
    let named = "const-class v1 Lt/S;";
    assert_eq!(run("", "", "service", false), 0);
    assert_eq!(run("", "", "service", true), 1);
    assert_eq!(run("", "", "provider", false), 1);
    assert_eq!(run(named, "", "service", false), 1);
    assert_eq!(run("const-string v1 \"t.S\"", "", "activity", false), 1);
    assert_eq!(run("const-string v1 \"t.S𠮷\"", "", "activity", false), 0);
    let never = |extends: &str| {
        format!(
            ".class public Lt/T; extends Ljava/lang/Object;{extends}\n\
             .method public run()V 3\n{named}\nreturn-void\n.end\n"
        )
    };
    assert_eq!(run("", &never(""), "service", false), 0);
    // Something may make objects of a class that stands behind an interface by a name that is put together.
    assert_eq!(
        run("", &never(" implements Lf/Runnable;"), "service", false),
        1
    );
}

#[test]
fn a_field_that_nothing_sets_answers_no_call() {
    let more = "
.class public Lt/Up; extends Ljava/lang/Object;
.method public up(Ljava/lang/String;)V 2
  invoke-static p1 Lf/Net;->send(Ljava/lang/String;)V
  return-void
.end
.class public Lt/Hold; extends Ljava/lang/Object;
.method public set(Lt/Up;)V 2
  iput-object p1 p0 Lt/Hold;->u:Lt/Up;
  return-void
.end
.method public go(Ljava/lang/String;)V 3
  iget-object v0 p0 Lt/Hold;->u:Lt/Up;
  invoke-virtual v0 p1 Lt/Up;->up(Ljava/lang/String;)V
  return-void
.end
";
    let code = |set: &str| {
        format!(
            "{SOURCE}new-instance v1 Lt/Hold;\nnew-instance v2 Lt/Up;\n{set}\
             invoke-virtual v1 v0 Lt/Hold;->go(Ljava/lang/String;)V"
        )
    };
    let set = "invoke-virtual v1 v2 Lt/Hold;->set(Lt/Up;)V\n";
    only(&run_with(&code(set), more));
    assert!(run_with(&code(""), more).flows.is_empty());
    // Who names the class may fill objects of it by other ways.
    let named = code("const-class v3 Lt/Hold;\n");
    assert_eq!(run_with(&named, more).flows.len(), 1);
}

#[test]
fn a_method_answers_for_known_and_unknown_elements_of_an_array_alike() {
    let class = |name: &str, above: &str, code: &str| {
        format!(
            ".class public Lt/{name}; extends {above}\n.method public body()Ljava/lang/String; 2\n{code}\n\
             return-object v0\n.end\n"
        )
    };
    let constant = "const-string v0 \"x\"";
    let mut more = class("A", "Ljava/lang/Object;", constant);
    more += ".method public full()Ljava/lang/String; 2\ninvoke-virtual p0 Lt/A;->body()Ljava/lang/String;\n\
             move-result-object v0\nreturn-object v0\n.end\n";
    more += ".method public static print([Lt/A;)V 5\nconst v0 0\nconst v2 2\nagain:\n\
             if-ge v0 v2 end\naget-object v1 p0 v0\n\
             invoke-virtual v1 Lt/A;->full()Ljava/lang/String;\nmove-result-object v1\n\
             invoke-static v1 Lf/Net;->send(Ljava/lang/String;)V\nadd-int/lit8 v0 v0 1\ngoto again\n\
             end:\nreturn-void\n.end\n";
    more += &class("A0", "Lt/A;", constant);
    more += &class(
        "A1",
        "Lt/A;",
        "iget-object v0 p0 Lt/A1;->v:Ljava/lang/String;",
    );
    let code = |first: &str, second: &str| {
        format!(
            "{SOURCE}new-instance v1 Lt/A0;\nnew-instance v2 Lt/A1;\n\
             iput-object v0 v2 Lt/A1;->v:Ljava/lang/String;\n\
             const v3 2\nnew-array v4 v3 [Lt/A;\n\
             const v3 0\naput-object {first} v4 v3\nconst v3 1\naput-object {second} v4 v3\n\
             invoke-static v4 Lt/A;->print([Lt/A;)V"
        )
    };
    only(&run_with(&code("v1", "v2"), &more));
    only(&run_with(&code("v2", "v1"), &more));
    assert!(run_with(&code("v1", "v1"), &more).flows.is_empty());
}
