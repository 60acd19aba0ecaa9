//! Objects, aliases, keys, calls: each flow with a twin that differs in one thing and must not flow.

use crate::lab::{only, run, run_with};

const SOURCE: &str = "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n";

fn code(rest: &str) -> String {
    format!("{SOURCE}{rest}")
}

fn boxes(rest: &str) -> String {
    code(&format!(
        "new-instance v1 Lt/Box;\nnew-instance v2 Lt/Box;\nconst-string v3 \"键𠮷\"\n{rest}"
    ))
}

const SEND: &str = "invoke-static v4 Lf/Net;->send(Ljava/lang/String;)V\n";

#[test]
fn a_value_reaches_the_sink_and_a_constant_does_not() {
    let result = run(&code("invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V"));
    let flow = only(&result);
    assert_eq!(flow.data, ["id"]);
    assert_eq!(flow.sink.kind, "network");
    assert_eq!(flow.path.len(), 2, "{:?}", flow.path);
    let result = run(&code(
        "const-string v1 \"x\"\ninvoke-static v1 Lf/Net;->send(Ljava/lang/String;)V",
    ));
    assert!(result.flows.is_empty());
}

#[test]
fn two_objects_of_one_class_do_not_mix() {
    let get = |object: &str| {
        boxes(&format!(
            "invoke-virtual v1 v0 Lt/Box;->set(Ljava/lang/String;)V\n\
             invoke-virtual v2 v3 Lt/Box;->set(Ljava/lang/String;)V\n\
             invoke-virtual {object} Lt/Box;->get()Ljava/lang/String;\nmove-result-object v4\n{SEND}"
        ))
    };
    only(&run(&get("v1")));
    assert!(run(&get("v2")).flows.is_empty());
}

#[test]
fn an_alias_made_before_is_seen_and_an_overwritten_field_is_not() {
    let alias = boxes(&format!(
        "move-object v2 v1\niput-object v0 v1 Lt/Box;->v:Ljava/lang/String;\n\
         iget-object v4 v2 Lt/Box;->v:Ljava/lang/String;\n{SEND}"
    ));
    only(&run(&alias));
    let killed = boxes(&format!(
        "iput-object v0 v1 Lt/Box;->v:Ljava/lang/String;\niput-object v3 v1 Lt/Box;->v:Ljava/lang/String;\n\
         iget-object v4 v1 Lt/Box;->v:Ljava/lang/String;\n{SEND}"
    ));
    assert!(run(&killed).flows.is_empty());
}

#[test]
fn two_calls_of_one_method_do_not_mix() {
    let call = |from: &str| {
        boxes(&format!(
            "invoke-static v0 Lt/Box;->same(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v5\n\
             invoke-static v3 Lt/Box;->same(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v6\n\
             move-object v4 {from}\n{SEND}"
        ))
    };
    only(&run(&call("v5")));
    assert!(run(&call("v6")).flows.is_empty());
}

#[test]
fn keys_of_a_map_are_told_apart() {
    let map = |key: &str| {
        code(&format!(
            "new-instance v1 Lf/Map;\nconst-string v2 \"键𠮷\"\nconst-string v3 \"别的\"\n\
             invoke-virtual v1 v2 v0 Lf/Map;->put(Ljava/lang/String;Ljava/lang/String;)V\n\
             invoke-virtual v1 {key} Lf/Map;->get(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v4\n{SEND}"
        ))
    };
    only(&run(&map("v2")));
    assert!(run(&map("v3")).flows.is_empty());
}

#[test]
fn a_field_set_in_the_last_callback_is_not_read_in_the_first() {
    let read = "iget-object v4 p0 Lt/Main;->s:Ljava/lang/String;\n\
                invoke-static v4 Lf/Net;->send(Ljava/lang/String;)V";
    let write = format!("{SOURCE}iput-object v0 p0 Lt/Main;->s:Ljava/lang/String;");
    let last = |code: &str| format!(".method public onDestroy()V 8\n{code}\nreturn-void\n.end\n");
    only(&run_with(&write, &last(read)));
    assert!(run_with(read, &last(&write)).flows.is_empty());
}
