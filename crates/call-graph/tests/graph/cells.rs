//! The agreement where it does not stand in a branch on a stored flag: in objects that hold a value, in answers that code
//! waits for, in states of several classes, in blocks handed over. With each, what keeps nothing closed.

use app_facts::Phase;

use crate::gates::{ID, flag, phase};

/// Two holders in static fields, the first made by `make`.
fn holders(make: &str) -> String {
    format!(
        ".class Lcn/app/K;\n.field static a Lf/Cell;\n.field static b Lf/Cell;\n.field static r Lf/Reply;\n.method static <clinit>()V 2\n\
         new-instance v0 Lf/Cell;\n{make}sput-object v0 Lcn/app/K;->a:Lf/Cell;\n\
         new-instance v0 Lf/Cell;\ninvoke-direct {{v0}} Lf/Cell;-><init>()V\nsput-object v0 Lcn/app/K;->b:Lf/Cell;\n\
         new-instance v0 Lf/Reply;\ninvoke-direct {{v0}} Lf/Reply;-><init>()V\nsput-object v0 Lcn/app/K;->r:Lf/Reply;\nreturn-void\n.end\n"
    )
}

const EMPTY: &str = "invoke-direct {v0} Lf/Cell;-><init>()V\n";
const ON: &str = "const v1 1\ninvoke-direct {v0, v1} Lf/Cell;-><init>(Z)V\n";

fn put(cell: &str, value: u8) -> String {
    format!(
        "sget-object v2 Lcn/app/K;->{cell}:Lf/Cell;\nconst v3 {value}\ninvoke-virtual {{v2, v3}} Lf/Cell;->put(Z)V\n"
    )
}

fn read_if(cell: &str, jump: &str) -> String {
    format!(
        "sget-object v2 Lcn/app/K;->{cell}:Lf/Cell;\ninvoke-virtual {{v2}} Lf/Cell;->get()Z\nmove-result v3\n{jump} v3 off\n{ID}off:\n"
    )
}

#[test]
fn a_held_value_that_the_agreement_puts_in() {
    let test = |code: &str, yes: &str, make: &str| phase(code, yes, "", &holders(make));
    let read = read_if("a", "if-eqz");
    assert_eq!(test(&read, &put("a", 1), EMPTY), Phase::GuardedConsent);
    // Start-up puts it in too, it is in from the start, another holder is switched, the branch is turned around.
    let early = format!("{}{read}", put("a", 1));
    assert_eq!(test(&early, &put("a", 1), EMPTY), Phase::BeforeConsent);
    assert_eq!(test(&read, &put("a", 1), ON), Phase::BeforeConsent);
    assert_eq!(test(&read, &put("b", 1), EMPTY), Phase::BeforeConsent);
    let turned = read_if("a", "if-nez");
    assert_eq!(test(&turned, &put("a", 1), EMPTY), Phase::BeforeConsent);
    // Start-up puts the kept answer in.
    let kept = |key: &str, default: u8| {
        format!(
            "{}sget-object v2 Lcn/app/K;->a:Lf/Cell;\ninvoke-virtual {{v2, v1}} Lf/Cell;->put(Z)V\n{read}",
            flag(key, default)
        )
    };
    let code = kept("agreed", 0);
    assert_eq!(test(&code, &put("a", 1), EMPTY), Phase::GuardedConsent);
    let code = kept("agreed", 1);
    assert_eq!(test(&code, &put("a", 1), EMPTY), Phase::BeforeConsent);
    let code = kept("theme", 0);
    assert_eq!(test(&code, "", EMPTY), Phase::GuardedUnknown);
    // Somebody puts a value into a holder that is not known.
    let open = "invoke-static {} Lx/Y;->any()Lf/Cell;\nmove-result-object v4\nconst v5 1\ninvoke-virtual {v4, v5} Lf/Cell;->put(Z)V\n";
    let code = format!("{open}{read}");
    assert_eq!(test(&code, &put("a", 1), EMPTY), Phase::BeforeConsent);
    let off = open.replace("const v5 1", "const v5 0");
    let code = format!("{off}{read}");
    assert_eq!(test(&code, &put("a", 1), EMPTY), Phase::GuardedConsent);
}

#[test]
fn a_watcher_that_tests_what_it_is_told() {
    let watcher = |jump: &str| {
        format!(
            "{}.class Lcn/app/W; implements Lf/Seen;\n.method public seen(Z)V 10\n{jump}{ID}off:\nreturn-void\n.end\n",
            holders(EMPTY)
        )
    };
    let watch = |view: &str| {
        format!(
            "sget-object v2 Lcn/app/K;->a:Lf/Cell;\n{view}new-instance v3 Lcn/app/W;\ninvoke-virtual {{v2, v3}} Lf/Cell;->watch(Lf/Seen;)V\n"
        )
    };
    let test = |view: &str, yes: &str, jump: &str| phase(&watch(view), yes, "", &watcher(jump));
    let same = "invoke-virtual {v2} Lf/Cell;->same()Lf/Cell;\nmove-result-object v2\n";
    for view in ["", same] {
        assert_eq!(
            test(view, &put("a", 1), "if-eqz p1 off\n"),
            Phase::GuardedConsent
        );
        assert_eq!(
            test(view, &put("a", 1), "if-nez p1 off\n"),
            Phase::BeforeConsent
        );
        assert_eq!(test(view, &put("a", 1), ""), Phase::BeforeConsent);
        assert_eq!(
            test(view, &put("b", 1), "if-eqz p1 off\n"),
            Phase::BeforeConsent
        );
    }
}

#[test]
fn an_answer_that_code_waits_for() {
    let give = |value: u8| {
        format!(
            "sget-object v2 Lcn/app/K;->r:Lf/Reply;\nconst v3 {value}\ninvoke-virtual {{v2, v3}} Lf/Reply;->give(Z)V\n"
        )
    };
    let take = |jump: &str| {
        format!(
            "sget-object v2 Lcn/app/K;->r:Lf/Reply;\ninvoke-virtual {{v2}} Lf/Reply;->take()Z\nmove-result v3\n{jump} v3 off\n{ID}off:\n"
        )
    };
    let test =
        |jump: &str, yes: u8, no: u8| phase(&take(jump), &give(yes), &give(no), &holders(EMPTY));
    assert_eq!(test("if-eqz", 1, 0), Phase::GuardedConsent);
    assert_eq!(test("if-nez", 1, 0), Phase::BeforeConsent);
    // The refusal gives the same.
    assert_eq!(test("if-eqz", 1, 1), Phase::BeforeConsent);
    let early = format!("{}{}", give(1), take("if-eqz"));
    assert_eq!(
        phase(&early, &give(1), &give(0), &holders(EMPTY)),
        Phase::BeforeConsent
    );
}

#[test]
fn code_that_hears_of_the_answer() {
    let heard = |jump: &str| {
        format!(
            ".class abstract interface Lcn/app/Hears;\n.method public abstract on(Z)V\n\
             .class Lcn/app/H; implements Lcn/app/Hears;\n.method public on(Z)V 10\n{jump} p1 off\n{ID}off:\nreturn-void\n.end\n"
        )
    };
    let tell = |value: u8| {
        format!(
            "new-instance v2 Lcn/app/H;\nconst v3 {value}\ninvoke-interface {{v2, v3}} Lcn/app/Hears;->on(Z)V\n"
        )
    };
    let test =
        |code: &str, jump: &str, yes: u8, no: u8| phase(code, &tell(yes), &tell(no), &heard(jump));
    assert_ne!(test("", "if-eqz", 1, 0), Phase::BeforeConsent);
    assert_eq!(test("", "if-nez", 1, 0), Phase::BeforeConsent);
    assert_eq!(test("", "if-eqz", 1, 1), Phase::BeforeConsent);
    assert_eq!(test(&tell(1), "if-eqz", 1, 0), Phase::BeforeConsent);
    // Start-up asks for what may be done without the agreement.
    assert_ne!(test(&tell(0), "if-eqz", 1, 0), Phase::BeforeConsent);
}

#[test]
fn other_taps_on_the_page_that_asks_are_no_answer() {
    // A button of the first page, which also asks, switches it.
    let classes = format!(
        "{}.class Lcn/app/Main$1; implements Lf/Runnable;\n.method public run()V 10\n{}return-void\n.end\n",
        holders(EMPTY),
        put("a", 1)
    );
    let tap =
        "new-instance v2 Lcn/app/Main$1;\ninvoke-virtual {v9, v2} Lf/Ctx;->tap(Lf/Runnable;)V\n";
    let code = format!("{tap}{}", read_if("a", "if-eqz"));
    assert_ne!(phase(&code, "", "", &classes), Phase::GuardedConsent);
}

#[test]
fn blocks_of_one_class_that_a_function_tells_apart() {
    // As a shrinker leaves two blocks: one class with a number.
    let classes = |jump: &str, zero: &str, one: &str| {
        format!(
            ".class abstract interface Lcn/app/F;\n.method public abstract go()V\n\
             .class Lcn/app/M; implements Lcn/app/F;\n.field final a I\n\
             .method public <init>(I)V 2\niput p1 p0 Lcn/app/M;->a:I\nreturn-void\n.end\n\
             .method public go()V 8\niget v0 p0 Lcn/app/M;->a:I\nif-nez v0 one\n{zero}return-void\none:\n{one}return-void\n.end\n\
             .class Lcn/app/G;\n.method public static either(Lcn/app/F;Lcn/app/F;)V 8\n{}{jump} v1 other\n\
             invoke-interface {{p0}} Lcn/app/F;->go()V\nreturn-void\nother:\ninvoke-interface {{p1}} Lcn/app/F;->go()V\nreturn-void\n.end\n",
            flag("agreed", 0)
        )
    };
    let code = "new-instance v2 Lcn/app/M;\nconst v3 0\ninvoke-direct {v2, v3} Lcn/app/M;-><init>(I)V\n\
         new-instance v4 Lcn/app/M;\nconst v5 1\ninvoke-direct {v4, v5} Lcn/app/M;-><init>(I)V\n\
         invoke-static {v2, v4} Lcn/app/G;->either(Lcn/app/F;Lcn/app/F;)V\n";
    let test = |jump: &str, zero: &str, one: &str| phase(code, "", "", &classes(jump, zero, one));
    assert_eq!(test("if-eqz", ID, ""), Phase::GuardedConsent);
    assert_eq!(test("if-eqz", "", ID), Phase::BeforeConsent);
    assert_eq!(test("if-nez", ID, ""), Phase::BeforeConsent);
    assert_eq!(test("if-nez", "", ID), Phase::GuardedConsent);
}

#[test]
fn a_state_that_is_one_of_several_classes() {
    let classes = |default: u8| {
        format!(
            ".class abstract Lcn/app/S;\n.class Lcn/app/Said; extends Lcn/app/S;\n\
             .class Lcn/app/None; extends Lcn/app/S;\n.field static final I Lcn/app/None;\n.method static <clinit>()V 2\nnew-instance v0 Lcn/app/None;\nsput-object v0 Lcn/app/None;->I:Lcn/app/None;\nreturn-void\n.end\n\
             .class Lcn/app/Q;\n.method public static state()Lcn/app/S; 6\n{}if-eqz v1 none\nnew-instance v0 Lcn/app/Said;\nreturn-object v0\nnone:\nsget-object v0 Lcn/app/None;->I:Lcn/app/None;\nreturn-object v0\n.end\n",
            flag("agreed", default)
        )
    };
    let code = |class: &str, jump: &str| {
        format!(
            "invoke-static {{}} Lcn/app/Q;->state()Lcn/app/S;\nmove-result-object v2\ninstance-of v3 v2 Lcn/app/{class};\n{jump} v3 off\n{ID}off:\n"
        )
    };
    let test =
        |class: &str, jump: &str, default: u8| phase(&code(class, jump), "", "", &classes(default));
    assert_eq!(test("Said", "if-eqz", 0), Phase::GuardedConsent);
    assert_eq!(test("None", "if-nez", 0), Phase::GuardedConsent);
    assert_eq!(test("None", "if-eqz", 0), Phase::BeforeConsent);
    assert_eq!(test("Said", "if-nez", 0), Phase::BeforeConsent);
    assert_eq!(test("Said", "if-eqz", 1), Phase::BeforeConsent);
    // Neither of them: every state is one.
    assert_eq!(test("S", "if-eqz", 0), Phase::BeforeConsent);
    let same = format!(
        "invoke-static {{}} Lcn/app/Q;->state()Lcn/app/S;\nmove-result-object v2\nsget-object v3 Lcn/app/None;->I:Lcn/app/None;\nif-eq v2 v3 off\n{ID}off:\n"
    );
    assert_eq!(phase(&same, "", "", &classes(0)), Phase::GuardedConsent);
}
