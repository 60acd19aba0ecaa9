//! Positions of lists and keys that are computed: each with a twin that flows.

use crate::lab::{only, run, run_with};

const SOURCE: &str = "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n\
     const-string v3 \"别的𠮷\"\nnew-instance v1 Lf/List;\ninvoke-direct v1 Lf/List;-><init>()V\n";
const SEND: &str = "move-result-object v4\ninvoke-static v4 Lf/Net;->send(Ljava/lang/String;)V";

fn list(code: &str) -> String {
    format!("{SOURCE}{code}\n{SEND}")
}

fn call(value: &str, name: &str) -> String {
    format!("invoke-virtual v1 {value} Lf/List;->{name}(Ljava/lang/String;)V\n")
}

fn get(at: u32) -> String {
    format!("const v5 {at}\ninvoke-virtual v1 v5 Lf/List;->get(I)Ljava/lang/String;")
}

#[test]
fn what_is_pushed_in_front_moves_the_others() {
    let both = call("v3", "add") + &call("v0", "push");
    only(&run(&list(&(both.clone() + &get(0)))));
    assert!(run(&list(&(both + &get(1)))).flows.is_empty());
    let first = "invoke-virtual v1 Lf/List;->first()Ljava/lang/String;";
    only(&run(&list(
        &(call("v3", "add") + &call("v0", "push") + first),
    )));
    let other = call("v0", "add") + &call("v3", "push") + first;
    assert!(run(&list(&other)).flows.is_empty());
}

#[test]
fn what_is_taken_out_moves_those_behind_it() {
    let taken = call("v3", "add")
        + &call("v0", "add")
        + "const v5 0\ninvoke-virtual v1 v5 Lf/List;->remove(I)V\n";
    only(&run(&list(&(taken + &get(0)))));
    let gone = call("v0", "add")
        + &call("v3", "add")
        + "const v5 0\ninvoke-virtual v1 v5 Lf/List;->remove(I)V\n";
    assert!(run(&list(&(gone + &get(0)))).flows.is_empty());
}

#[test]
fn what_is_mixed_may_be_at_any_position() {
    let both = call("v3", "add") + &call("v0", "add");
    let mixed = both.clone() + "invoke-virtual v1 Lf/List;->shuffle()V\n" + &get(0);
    only(&run(&list(&mixed)));
    assert!(run(&list(&(both + &get(0)))).flows.is_empty());
}

#[test]
fn a_part_of_a_list_has_only_its_own_elements() {
    let part = |from: u32, to: u32| {
        call("v3", "add")
            + &call("v0", "add")
            + &format!(
                "const v5 {from}\nconst v6 {to}\ninvoke-virtual v1 v5 v6 Lf/List;->part(II)Lf/List;\n\
                 move-result-object v1\n"
            )
            + &get(0)
    };
    only(&run(&list(&part(1, 2))));
    assert!(run(&list(&part(0, 1))).flows.is_empty());
}

#[test]
fn a_key_that_a_method_puts_together_is_that_key() {
    let more = ".method static key(Ljava/lang/String;)Ljava/lang/String; 3\n\
                const-string v0 \"键_\"\n\
                invoke-static v0 p0 Lf/Text;->join(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;\n\
                move-result-object v0\nreturn-object v0\n.end\n";
    let map = |read: &str| {
        format!(
            "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n\
             new-instance v1 Lf/Map;\nconst-string v2 \"甲\"\n\
             invoke-static v2 Lt/Main;->key(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v2\n\
             invoke-virtual v1 v2 v0 Lf/Map;->put(Ljava/lang/String;Ljava/lang/String;)V\n\
             const-string v3 \"{read}\"\n\
             invoke-virtual v1 v3 Lf/Map;->get(Ljava/lang/String;)Ljava/lang/String;\n{SEND}"
        )
    };
    only(&run_with(&map("键_甲"), more));
    assert!(run_with(&map("键_乙"), more).flows.is_empty());
}

#[test]
fn a_text_that_is_compared_decides_the_branch_of_this_call() {
    let more = ".method static pick(Ljava/lang/String;)Ljava/lang/String; 3\n\
                const-string v0 \"设备\"\n\
                invoke-static v0 p0 Lf/Text;->same(Ljava/lang/String;Ljava/lang/String;)Z\n\
                move-result v0\nif-eqz v0 none\n\
                invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\nreturn-object v0\n\
                none:\nconst-string v0 \"无\"\nreturn-object v0\n.end\n";
    let main = |what: &str| {
        format!(
            "const-string v1 \"{what}\"\n\
             invoke-static v1 Lt/Main;->pick(Ljava/lang/String;)Ljava/lang/String;\n{SEND}"
        )
    };
    only(&run_with(&main("设备"), more));
    assert!(run_with(&main("城市"), more).flows.is_empty());
}
