//! Constants that rule out branches across calls, and fields of one name in two classes: each with a twin that flows.

use crate::lab::{only, run_with};

const PICK: &str = ".method static pick(I)Ljava/lang/String; 3
if-eqz p0 none
invoke-static Lf/Tel;->getId()Ljava/lang/String;
move-result-object v0
return-object v0
none:
const-string v0 \"无𠮷\"
return-object v0
.end
";

const SEND: &str = "move-result-object v4\ninvoke-static v4 Lf/Net;->send(Ljava/lang/String;)V";

#[test]
fn a_constant_argument_decides_the_branch_of_this_call_only() {
    let call = |n: u32| {
        format!("const v1 {n}\ninvoke-static v1 Lt/Main;->pick(I)Ljava/lang/String;\n{SEND}")
    };
    only(&run_with(&call(1), PICK));
    assert!(run_with(&call(0), PICK).flows.is_empty());
}

#[test]
fn a_constant_is_passed_on_through_a_second_call() {
    let more = format!(
        "{PICK}.method static over(I)Ljava/lang/String; 3\n\
         invoke-static p0 Lt/Main;->pick(I)Ljava/lang/String;\nmove-result-object v0\nreturn-object v0\n.end\n"
    );
    let call = |n: u32| {
        format!("const v1 {n}\ninvoke-static v1 Lt/Main;->over(I)Ljava/lang/String;\n{SEND}")
    };
    only(&run_with(&call(1), &more));
    assert!(run_with(&call(0), &more).flows.is_empty());
}

#[test]
fn a_method_that_returns_one_number_decides_a_branch() {
    let level =
        |n: u32| format!("{PICK}.method static level()I 1\nconst v0 {n}\nreturn v0\n.end\n");
    let call = format!(
        "invoke-static Lt/Main;->level()I\nmove-result v1\n\
         invoke-static v1 Lt/Main;->pick(I)Ljava/lang/String;\n{SEND}"
    );
    only(&run_with(&call, &level(1)));
    assert!(run_with(&call, &level(0)).flows.is_empty());
}

#[test]
fn an_earlier_call_with_another_constant_does_not_decide() {
    let call = format!(
        "const v1 0\ninvoke-static v1 Lt/Main;->pick(I)Ljava/lang/String;\n\
         const v1 1\ninvoke-static v1 Lt/Main;->pick(I)Ljava/lang/String;\n{SEND}"
    );
    only(&run_with(&call, PICK));
}

#[test]
fn a_field_is_not_the_field_of_the_same_name_in_the_superclass() {
    let code = |class: &str| {
        format!(
            "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n\
             new-instance v1 Lt/Low;\niput-object v0 v1 Lt/Top;->v:Ljava/lang/String;\n\
             iget-object v4 v1 {class}->v:Ljava/lang/String;\n\
             invoke-static v4 Lf/Net;->send(Ljava/lang/String;)V"
        )
    };
    let classes = |field: &str| {
        format!(
            ".class public Lt/Top; extends Ljava/lang/Object;\n.field v Ljava/lang/String;\n\
             .class public Lt/Low; extends Lt/Top;\n{field}"
        )
    };
    let own = classes(".field v Ljava/lang/String;\n");
    only(&run_with(&code("Lt/Top;"), &own));
    assert!(run_with(&code("Lt/Low;"), &own).flows.is_empty());
    // Without a field of its own, the name means the inherited one.
    only(&run_with(&code("Lt/Low;"), &classes("")));
}

#[test]
fn a_static_field_that_nothing_writes_decides_and_a_written_one_does_not() {
    let call = format!(
        "sget v1 Lt/Mode;->N:I\ninvoke-static v1 Lt/Main;->pick(I)Ljava/lang/String;\n{SEND}"
    );
    let mode = |n: u32| {
        format!(".class public Lt/Mode; extends Ljava/lang/Object;\n.field static N I = {n}\n")
    };
    let writer = ".method static set(I)V 1\nsput p0 Lt/Mode;->N:I\nreturn-void\n.end\n";
    assert!(
        run_with(&call, &format!("{PICK}{}", mode(0)))
            .flows
            .is_empty()
    );
    only(&run_with(&call, &format!("{PICK}{}", mode(1))));
    let with_writer = format!("{PICK}{}{writer}", mode(0));
    // What nothing calls writes nothing.
    assert!(run_with(&call, &with_writer).flows.is_empty());
    let written = format!("const v1 1\ninvoke-static v1 Lt/Mode;->set(I)V\n{call}");
    only(&run_with(&written, &with_writer));
}

#[test]
fn nothing_runs_behind_a_call_that_never_returns() {
    let code = "invoke-static Lt/Check;->fail()V\ninvoke-static Lf/Tel;->getId()Ljava/lang/String;\n\
         move-result-object v0\ninvoke-static v0 Lf/Net;->send(Ljava/lang/String;)V";
    let class = |body: &str| {
        format!(
            ".class public Lt/Check; extends Ljava/lang/Object;\n\
             .method static fail()V 1\n  {body}\n.end\n"
        )
    };
    only(&run_with(code, &class("return-void")));
    let thrown = class("new-instance v0 Ljava/lang/Object;\n  throw v0");
    assert!(run_with(code, &thrown).flows.is_empty());
}

#[test]
fn a_static_number_that_nothing_writes_is_zero() {
    let code = "sget v1 Lt/Flag;->on:I\nif-eqz v1 end\n\
         invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n\
         invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V\nend:";
    let class = |value: u32| {
        format!(
            ".class public Lt/Flag; extends Ljava/lang/Object;\n.method static set()V 1\n  \
             const v0 {value}\n  sput v0 Lt/Flag;->on:I\n  return-void\n.end\n"
        )
    };
    let call = |code: &str| format!("invoke-static Lt/Flag;->set()V\n{code}");
    only(&run_with(&call(code), &class(1)));
    assert!(run_with(&call(code), &class(0)).flows.is_empty());
}
