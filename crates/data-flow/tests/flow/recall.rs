//! Values that pass where no call names the method: members looked up by name. Each flow has a twin that must not flow.

use crate::lab::{only, run_with};

const HOLDER: &str = "
.class public Lt/Holder; extends Ljava/lang/Object;
.method public <init>()V 1
  invoke-direct p0 Ljava/lang/Object;-><init>()V
  return-void
.end
.method public secret()Ljava/lang/String; 2
  invoke-static Lf/Tel;->getId()Ljava/lang/String;
  move-result-object v0
  return-object v0
.end
.method public plain()Ljava/lang/String; 2
  const-string v0 \"字𠮷\"
  return-object v0
.end
.method public say(Ljava/lang/String;)V 2
  invoke-static p1 Lf/Net;->send(Ljava/lang/String;)V
  return-void
.end
.method public drop(Ljava/lang/String;)V 2
  return-void
.end
";

fn looked_up(name: &str, rest: &str) -> String {
    format!(
        "new-instance v1 Lt/Holder;\ninvoke-direct v1 Lt/Holder;-><init>()V\n\
         const-class v2 Lt/Holder;\nconst-string v3 \"{name}\"\n\
         invoke-virtual v2 v3 Ljava/lang/Class;->find(Ljava/lang/String;)Lf/Method;\nmove-result-object v2\n{rest}"
    )
}

#[test]
fn a_method_called_by_its_name_yields_what_it_returns() {
    let run = |name: &str| {
        run_with(
            &looked_up(
                name,
                "const v4 0\n\
                 invoke-virtual v2 v1 v4 Lf/Method;->call(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;\n\
                 move-result-object v5\n\
                 invoke-static v5 Lf/Net;->send(Ljava/lang/String;)V",
            ),
            HOLDER,
        )
    };
    only(&run("secret"));
    assert!(run("plain").flows.is_empty());
    assert!(run("none").flows.is_empty());
}

#[test]
fn a_method_called_by_its_name_gets_the_arguments() {
    let run = |name: &str| {
        run_with(
            &looked_up(
                name,
                "const v4 1\nnew-array v4 v4 [Ljava/lang/Object;\nconst v5 0\n\
                 invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v6\n\
                 aput-object v6 v4 v5\n\
                 invoke-virtual v2 v1 v4 Lf/Method;->call(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;",
            ),
            HOLDER,
        )
    };
    only(&run("say"));
    assert!(run("drop").flows.is_empty());
}

#[test]
fn what_a_component_saves_it_finds_again() {
    let run = |key: &str| {
        let more = format!(
            ".method public onSave(Lf/Map;)V 4\n\
             invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\nconst-string v1 \"键𠮷\"\n\
             invoke-virtual p1 v1 v0 Lf/Map;->put(Ljava/lang/String;Ljava/lang/String;)V\nreturn-void\n.end\n\
             .method public onBack(Lf/Map;)V 4\nconst-string v1 \"{key}\"\n\
             invoke-virtual p1 v1 Lf/Map;->get(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v0\n\
             invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V\nreturn-void\n.end\n"
        );
        run_with("const-string v0 \"x\"", &more)
    };
    only(&run("键𠮷"));
    assert!(run("键").flows.is_empty());
}
