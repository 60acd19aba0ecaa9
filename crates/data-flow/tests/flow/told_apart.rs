//! Objects and keys that a sequence of calls tells apart: each with a twin that flows.

use crate::lab::{only, run, run_with};

const SOURCE: &str = "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\nconst-string v3 \"别的𠮷\"\n";
const SEND: &str = "invoke-static v4 Lf/Net;->send(Ljava/lang/String;)V\n";

fn code(rest: &str) -> String {
    format!("{SOURCE}{rest}")
}

const ON_DEMAND: &str = "
.class public Lt/Only; extends Ljava/lang/Object;
.field static one Lt/Box;
.method static get()Lt/Box; 2
  sget-object v0 Lt/Only;->one:Lt/Box;
  if-eqz v0 make
  return-object v0
make:
  new-instance v1 Lt/Box;
  sput-object v1 Lt/Only;->one:Lt/Box;
  return-object v1
.end
";

#[test]
fn an_object_made_on_demand_is_one() {
    let get = "invoke-static Lt/Only;->get()Lt/Box;\nmove-result-object v1\n";
    let read = "invoke-virtual v1 Lt/Box;->get()Ljava/lang/String;\nmove-result-object v4\n";
    let set = |what: &str| format!("invoke-virtual v1 {what} Lt/Box;->set(Ljava/lang/String;)V\n");
    let kept = code(&format!("{get}{}{get}{read}{SEND}", set("v0")));
    only(&run_with(&kept, ON_DEMAND));
    let closed = code(&format!(
        "{get}{}{get}{}{get}{read}{SEND}",
        set("v0"),
        set("v3")
    ));
    assert!(run_with(&closed, ON_DEMAND).flows.is_empty());
}

const EXCHANGE: &str = "
.class public Lt/Swap; extends Ljava/lang/Object;
.method static cells([Ljava/lang/String;II)V 5
  aget-object v0 p0 p1
  aget-object v1 p0 p2
  aput-object v1 p0 p1
  aput-object v0 p0 p2
  return-void
.end
";

#[test]
fn positions_given_to_a_helper_are_told_apart() {
    let exchange = |a: u32, b: u32, at: u32| {
        code(&format!(
            "const v5 2\nnew-array v1 v5 [Ljava/lang/String;\nconst v5 0\nconst v6 1\n\
             aput-object v0 v1 v5\naput-object v3 v1 v6\nconst v5 {a}\nconst v6 {b}\n\
             invoke-static v1 v5 v6 Lt/Swap;->cells([Ljava/lang/String;II)V\nconst v5 {at}\n\
             aget-object v4 v1 v5\n{SEND}"
        ))
    };
    only(&run_with(&exchange(0, 1, 1), EXCHANGE));
    assert!(run_with(&exchange(0, 1, 0), EXCHANGE).flows.is_empty());
    // One cell exchanged with itself stays.
    only(&run_with(&exchange(0, 0, 0), EXCHANGE));
}

#[test]
fn what_is_surely_there_is_not_put_again() {
    let map =
        "new-instance v1 Lf/Map;\ninvoke-direct v1 Lf/Map;-><init>()V\nconst-string v5 \"k\"\n";
    let first = "invoke-virtual v1 v5 v3 Lf/Map;->put(Ljava/lang/String;Ljava/lang/String;)V\n";
    let keep = "invoke-virtual v1 v5 v0 Lf/Map;->keep(Ljava/lang/String;Ljava/lang/String;)V\n";
    let read = format!(
        "invoke-virtual v1 v5 Lf/Map;->get(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v4\n{SEND}"
    );
    only(&run(&code(&format!("{map}{keep}{read}"))));
    assert!(
        run(&code(&format!("{map}{first}{keep}{read}")))
            .flows
            .is_empty()
    );
    // On one of two ways it is not there.
    let maybe = format!(
        "{map}invoke-static v3 v5 Lf/Text;->same(Ljava/lang/String;Ljava/lang/String;)Z\nmove-result v6\n\
         invoke-static v0 Lf/Net;->length(Ljava/lang/String;)I\nmove-result v6\nif-eqz v6 behind\n{first}behind:\n{keep}{read}"
    );
    only(&run(&code(&maybe)));
}

#[test]
fn each_round_of_a_loop_has_its_own_object() {
    let body = |inside: bool| {
        let made = "new-instance v1 Lt/Box;\n";
        let (before, again) = if inside { ("", made) } else { (made, "") };
        code(&format!(
            "{before}again:\n{again}invoke-virtual v1 Lt/Box;->get()Ljava/lang/String;\nmove-result-object v4\n{SEND}\
             invoke-virtual v1 v0 Lt/Box;->set(Ljava/lang/String;)V\n\
             invoke-static v0 Lf/Net;->length(Ljava/lang/String;)I\nmove-result v6\nif-eqz v6 again\n"
        ))
    };
    only(&run(&body(false)));
    assert!(run(&body(true)).flows.is_empty());
}

#[test]
fn a_round_whose_object_is_kept_is_not_told_apart() {
    let kept = code(&format!(
        "const v5 0\nconst v2 0\nagain:\nif-eqz v2 first\ninvoke-virtual v2 Lt/Box;->get()Ljava/lang/String;\n\
         move-result-object v4\n{SEND}first:\nnew-instance v1 Lt/Box;\ninvoke-virtual v1 v0 Lt/Box;->set(Ljava/lang/String;)V\n\
         move-object v2 v1\ninvoke-static v0 Lf/Net;->length(Ljava/lang/String;)I\nmove-result v6\nif-eqz v6 again\n"
    ));
    only(&run(&kept));
}

const COPY: &str = "
.class public Lt/Copies; extends Ljava/lang/Object;
.method static of(Lf/Map;)Lf/Map; 2
  new-instance v0 Lf/Map;
  invoke-direct v0 Lf/Map;-><init>()V
  invoke-virtual v0 p0 Lf/Map;->all(Lf/Map;)V
  return-object v0
.end
";

#[test]
fn a_copy_of_a_map_keeps_its_keys() {
    let read = |key: &str| {
        code(&format!(
            "new-instance v1 Lf/Map;\ninvoke-direct v1 Lf/Map;-><init>()V\nconst-string v5 \"键𠮷\"\nconst-string v6 \"b\"\n\
             invoke-virtual v1 v5 v0 Lf/Map;->put(Ljava/lang/String;Ljava/lang/String;)V\n\
             invoke-virtual v1 v6 v3 Lf/Map;->put(Ljava/lang/String;Ljava/lang/String;)V\n\
             invoke-static v1 Lt/Copies;->of(Lf/Map;)Lf/Map;\nmove-result-object v2\n\
             invoke-virtual v2 {key} Lf/Map;->get(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v4\n{SEND}"
        ))
    };
    only(&run_with(&read("v5"), COPY));
    assert!(run_with(&read("v6"), COPY).flows.is_empty());
}

#[test]
fn a_map_that_a_helper_empties_holds_nothing() {
    let helper = "
.class public Lt/Empty; extends Ljava/lang/Object;
.method static map(Lf/Map;)V 1
  invoke-virtual p0 Lf/Map;->clear()V
  return-void
.end
";
    let body = |empty: &str| {
        code(&format!(
            "new-instance v1 Lf/Map;\ninvoke-direct v1 Lf/Map;-><init>()V\nconst-string v5 \"a\"\n\
             invoke-virtual v1 v5 v0 Lf/Map;->put(Ljava/lang/String;Ljava/lang/String;)V\n{empty}\
             invoke-virtual v1 v5 Lf/Map;->get(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v4\n{SEND}"
        ))
    };
    only(&run_with(&body(""), helper));
    let emptied = "invoke-static v1 Lt/Empty;->map(Lf/Map;)V\n";
    assert!(run_with(&body(emptied), helper).flows.is_empty());
}

#[test]
fn behind_a_cast_other_objects_are_gone() {
    let more = "
.class public Lt/Pair; extends Ljava/lang/Object;
.class public Lt/Left; extends Lt/Box;
.class public Lt/Right; extends Lt/Box;
";
    let body = |ty: &str| {
        code(&format!(
            "const v5 2\nnew-array v6 v5 [Lt/Box;\nnew-instance v1 Lt/Left;\nnew-instance v2 Lt/Right;\n\
             invoke-virtual v1 v0 Lt/Box;->set(Ljava/lang/String;)V\ninvoke-virtual v2 v3 Lt/Box;->set(Ljava/lang/String;)V\n\
             invoke-static v0 Lf/Net;->length(Ljava/lang/String;)I\nmove-result v5\naput-object v1 v6 v5\naput-object v2 v6 v5\n\
             aget-object v1 v6 v5\ncheck-cast v1 {ty}\ninvoke-virtual v1 Lt/Box;->get()Ljava/lang/String;\nmove-result-object v4\n{SEND}"
        ))
    };
    only(&run_with(&body("Lt/Left;"), more));
    assert!(run_with(&body("Lt/Right;"), more).flows.is_empty());
}
