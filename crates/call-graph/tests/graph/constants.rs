//! Constant arguments: where they come from, and where the evaluation must not guess.

use std::fmt::Write as _;

use crate::lab::{Lab, apis, main_with, of, only};

const USE: &str = "invoke-static {v0} Lf/Secure;->get(Ljava/lang/String;)Ljava/lang/String;";
const KEY: &str = "const-string v0 \"android_id\"";

fn run(code: &str, classes: &str) -> call_graph::Analysis {
    Lab::new(&format!("{}{classes}", main_with(code))).run()
}

/// The key is read, and nothing else could be meant.
fn surely(code: &str, classes: &str) {
    let result = run(code, classes);
    let access = only(&result, "setting");
    assert_eq!(access.api, "settings:android_id", "{code}");
    assert!(access.cuts.is_empty(), "{code}: {:?}", access.cuts);
}

/// The key is read, among other things.
fn perhaps(code: &str, classes: &str) {
    let result = run(code, classes);
    let access = only(&result, "setting");
    assert_eq!(access.cuts, ["argument 0 has other values too"], "{code}");
}

fn never(code: &str, classes: &str) {
    let result = run(code, classes);
    assert!(
        of(&result, "setting").is_empty(),
        "{code}: {:?}",
        result.accesses
    );
}

#[test]
fn through_registers() {
    surely(&format!("{KEY}\n{USE}"), "");
    surely(
        &format!("const-string v3 \"android_id\"\nmove-object v2 v3\nmove-object v0 v2\n{USE}"),
        "",
    );
    never(&format!("const-string v0 \"android_idx\"\n{USE}"), "");
    // The register holds something else by then.
    never(&format!("{KEY}\nconst-string v0 \"名\"\n{USE}"), "");
    never(
        &format!(
            "{KEY}\nconst-string v1 \"名\"\ninvoke-static {{v1}} Lf/Secure;->get(Ljava/lang/String;)Ljava/lang/String;"
        ),
        "",
    );
}

#[test]
fn through_merges() {
    let either =
        |other: &str| format!("if-eqz p0 else\n{KEY}\ngoto end\nelse:\n{other}\nend:\n{USE}");
    // Both sides are known, so nothing is left open.
    surely(&either("const-string v0 \"其他\""), "");
    perhaps(
        &either("invoke-static {} Lx/Y;->z()Ljava/lang/String;\nmove-result-object v0"),
        "",
    );
    never(
        &either("goto end").replace(KEY, "const-string v0 \"其他\""),
        "",
    );
    let both = either("const-string v0 \"设备𠮷\"");
    assert_eq!(apis(&run(&both, ""), "setting").len(), 1);
    assert_eq!(apis(&run(&both, ""), "own"), ["settings:设备𠮷"]);
    // A loop around the call changes nothing.
    surely(
        &format!("{KEY}\nhead:\nif-eqz p0 out\n{USE}\ngoto head\nout:"),
        "",
    );
}

#[test]
fn from_static_fields() {
    let get = |class: &str| format!("sget-object v0 {class}->K:Ljava/lang/String;\n{USE}");
    let own = ".class Lcn/app/键;\n.field static final A Ljava/lang/String; = \"其他\"\n.field static final K Ljava/lang/String; = \"android_id\"\n";
    surely(&get("Lcn/app/键;"), own);
    never(
        &get("Lcn/app/键;"),
        &own.replace("K Ljava/lang/String; =", "J Ljava/lang/String; ="),
    );
    // Written once in the initialiser.
    let written = ".class Lcn/app/键;\n.field static K Ljava/lang/String;\n.method static <clinit>()V 1\nconst-string v0 \"android_id\"\nsput-object v0 Lcn/app/键;->K:Ljava/lang/String;\nreturn-void\n.end\n";
    surely(&get("Lcn/app/键;"), written);
    // An initial value and a write.
    let both = written.replace(
        ".field static K Ljava/lang/String;",
        ".field static K Ljava/lang/String; = \"其他\"",
    );
    surely(&get("Lcn/app/键;"), &both);
    // Written with something unknown too.
    let unknown = written.replace(
        "return-void",
        "invoke-static {} Lx/Y;->z()Ljava/lang/String;\nmove-result-object v0\nsput-object v0 Lcn/app/键;->K:Ljava/lang/String;\nreturn-void",
    );
    perhaps(&get("Lcn/app/键;"), &unknown);
    // A framework constant.
    surely(
        &format!("sget-object v0 Lf/Keys;->ID:Ljava/lang/String;\n{USE}"),
        "",
    );
    never(
        &format!("sget-object v0 Lf/Keys;->NONE:Ljava/lang/String;\n{USE}"),
        "",
    );
}

#[test]
fn from_instance_fields_written_once() {
    let class = ".class Lcn/app/H;
.field k Ljava/lang/String;
.method public <init>()V 2
const-string v0 \"android_id\"
iput-object v0 p0 Lcn/app/H;->k:Ljava/lang/String;
return-void
.end
";
    let code = format!(
        "new-instance v1 Lcn/app/H;\ninvoke-direct {{v1}} Lcn/app/H;-><init>()V\niget-object v0 v1 Lcn/app/H;->k:Ljava/lang/String;\n{USE}"
    );
    surely(&code, class);
    never(&code, &class.replace("android_id", "其他"));
    let mut many = String::new();
    for n in 0..9 {
        writeln!(
            many,
            "const-string v0 \"k{n}\"\niput-object v0 p0 Lcn/app/H;->k:Ljava/lang/String;"
        )
        .unwrap();
    }
    // Written in more places than are looked at: not known.
    never(
        &code,
        &class.replace("return-void", &format!("{many}return-void")),
    );
}

#[test]
fn from_builders() {
    let made = "new-instance v1 Lf/Text;\ninvoke-direct {v1} Lf/Text;-><init>()V\n";
    let append = |reg: &str, text: &str| {
        format!(
            "const-string v2 \"{text}\"\ninvoke-virtual {{{reg}, v2}} Lf/Text;->append(Ljava/lang/String;)Lf/Text;\n"
        )
    };
    let end = format!(
        "invoke-virtual {{v1}} Lf/Text;->text()Ljava/lang/String;\nmove-result-object v0\n{USE}"
    );
    let moved = "move-result-object v1\n";
    surely(
        &format!(
            "{made}{}{}{end}",
            append("v1", "android"),
            append("v1", "_id")
        ),
        "",
    );
    surely(
        &format!(
            "{made}{}{moved}{}{moved}{end}",
            append("v1", "android"),
            append("v1", "_id")
        ),
        "",
    );
    let character = "const v2 95\ninvoke-virtual {v1, v2} Lf/Text;->append(C)Lf/Text;\n";
    surely(
        &format!(
            "{made}{}{character}{}{end}",
            append("v1", "android"),
            append("v1", "id")
        ),
        "",
    );
    let given = "const-string v2 \"android\"\nnew-instance v1 Lf/Text;\ninvoke-direct {v1, v2} Lf/Text;-><init>(Ljava/lang/String;)V\n";
    surely(&format!("{given}{}{end}", append("v1", "_id")), "");
    never(
        &format!(
            "{made}{}{}{end}",
            append("v1", "_id"),
            append("v1", "android")
        ),
        "",
    );
    never(&format!("{made}{}{end}", append("v1", "android")), "");
    // What is put in after the text was taken does not count.
    never(
        &format!(
            "{made}{}{end}\n{}",
            append("v1", "android"),
            append("v1", "_id")
        ),
        "",
    );
}

#[test]
fn a_builder_that_another_register_holds_is_followed() {
    let code = format!(
        "new-instance v1 Lf/Text;
invoke-direct {{v1}} Lf/Text;-><init>()V
move-object v3 v1
const-string v2 \"android\"
invoke-virtual {{v3, v2}} Lf/Text;->append(Ljava/lang/String;)Lf/Text;
const-string v2 \"_id\"
invoke-virtual {{v3, v2}} Lf/Text;->append(Ljava/lang/String;)Lf/Text;
invoke-virtual {{v3}} Lf/Text;->text()Ljava/lang/String;
move-result-object v0
{USE}"
    );
    surely(&code, "");
    never(&code.replace("\"_id\"", "\"_idx\""), "");
}

#[test]
fn through_a_wrapper_with_two_callers() {
    let wrapper = format!(
        ".class Lcn/app/工具;
.method public static read(ILjava/lang/String;)V 3
move-object v0 p1
{USE}
return-void
.end
"
    );
    let call = |text: &str| {
        format!(
            "const v1 0\nconst-string v2 \"{text}\"\ninvoke-static {{v1, v2}} Lcn/app/工具;->read(ILjava/lang/String;)V\n"
        )
    };
    let two = format!("{}{}", call("android_id"), call("设备𠮷"));
    let result = run(&two, &wrapper);
    assert_eq!(
        only(&result, "setting").site.method,
        "Lcn/app/工具;->read(ILjava/lang/String;)V"
    );
    assert!(only(&result, "setting").cuts.is_empty());
    assert_eq!(apis(&result, "own"), ["settings:设备𠮷"]);
    never(&call("其他"), &wrapper);
    // A public instance method may have callers that are not seen.
    let instance = wrapper
        .replace("public static read", "public read")
        .replace("V 3", "V 4")
        .replace("v0 p1", "v0 p2");
    let call = call("android_id").replace("invoke-static {v1, v2}", "invoke-virtual {v3, v1, v2}");
    perhaps(&format!("new-instance v3 Lcn/app/工具;\n{call}"), &instance);
}

#[test]
fn wide_parameters_take_two_registers() {
    let wrapper = format!(
        ".class Lcn/app/W;
.method public static read(JLjava/lang/String;D)V 8
move-object v0 p2
{USE}
return-void
.end
"
    );
    let call = "const-wide v1 5
const-string v3 \"android_id\"
const-wide v4 7
invoke-static/range {v1 5} Lcn/app/W;->read(JLjava/lang/String;D)V";
    surely(call, &wrapper);
    never(
        &call.replace("const-string v3", "const-string v0"),
        &wrapper,
    );
}

#[test]
fn from_what_a_helper_gives_back() {
    let helper = ".class Lcn/app/取;
.method public static key()Ljava/lang/String; 1
const-string v0 \"android_id\"
return-object v0
.end
.method public static same(Ljava/lang/String;)Ljava/lang/String; 1
return-object p0
.end
.method public static either(I)Ljava/lang/String; 2
if-eqz p0 other
const-string v0 \"android_id\"
return-object v0
other:
const-string v0 \"其他\"
return-object v0
.end
";
    let result = |call: &str| format!("{call}\nmove-result-object v0\n{USE}");
    surely(
        &result("invoke-static {} Lcn/app/取;->key()Ljava/lang/String;"),
        helper,
    );
    surely(
        &result("invoke-static {v0} Lcn/app/取;->either(I)Ljava/lang/String;"),
        helper,
    );
    let same = "const-string v1 \"android_id\"\ninvoke-static {v1} Lcn/app/取;->same(Ljava/lang/String;)Ljava/lang/String;";
    surely(&result(same), helper);
    never(&result(&same.replace("android_id", "其他")), helper);
    // Each call of the helper is looked at by itself.
    let other = "const-string v1 \"android_id\"\ninvoke-static {v1} Lcn/app/取;->same(Ljava/lang/String;)Ljava/lang/String;\nconst-string v2 \"其他\"\ninvoke-static {v2} Lcn/app/取;->same(Ljava/lang/String;)Ljava/lang/String;";
    never(&result(other), helper);
}

#[test]
fn a_helper_given_its_own_result_is_followed() {
    let helper = ".class Lcn/app/取;
.method public static same(Ljava/lang/String;)Ljava/lang/String; 1
return-object p0
.end
";
    let code = format!(
        "const-string v1 \"android_id\"
invoke-static {{v1}} Lcn/app/取;->same(Ljava/lang/String;)Ljava/lang/String;
move-result-object v1
invoke-static {{v1}} Lcn/app/取;->same(Ljava/lang/String;)Ljava/lang/String;
move-result-object v0
{USE}"
    );
    surely(&code, helper);
    never(&code.replace("android_id", "其他"), helper);
}

#[test]
fn from_array_elements() {
    let array = "const v1 2
new-array v2 v1 [Ljava/lang/String;
const v1 0
const-string v3 \"android_id\"
aput-object v3 v2 v1
const v4 1
const-string v3 \"设备𠮷\"
aput-object v3 v2 v4\n";
    let at = |place: &str| format!("{array}{place}\naget-object v0 v2 v5\n{USE}");
    let first = run(&at("const v5 0"), "");
    assert!(only(&first, "setting").cuts.is_empty());
    assert!(of(&first, "own").is_empty());
    let second = run(&at("const v5 1"), "");
    assert!(of(&second, "setting").is_empty());
    only(&second, "own");
    // Any element may be the one where the place is not known.
    let any = run(&at("invoke-static {} Lx/Y;->n()I\nmove-result v5"), "");
    only(&any, "setting");
    only(&any, "own");
    let none = run(&at("const v5 2"), "");
    assert!(of(&none, "setting").is_empty() && of(&none, "own").is_empty());
    never(&at("const v5 0").replace("android_id", "其他"), "");
    // Through a static field that is written once.
    let class = format!(
        ".class Lcn/app/表;\n.field static a [Ljava/lang/String;\n.method static <clinit>()V 6\n{array}sput-object v2 Lcn/app/表;->a:[Ljava/lang/String;\nreturn-void\n.end\n"
    );
    let get = "sget-object v2 Lcn/app/表;->a:[Ljava/lang/String;\nconst v5 0\naget-object v0 v2 v5";
    surely(&format!("{get}\n{USE}"), &class);
    never(&format!("{}\n{USE}", get.replace("v5 0", "v5 1")), &class);
}

#[test]
fn a_parameter_of_the_entry_point_is_not_known() {
    let text = format!(
        ".class public Lcn/app/Main; extends Lf/Activity;
.method public onCreate()V 2
return-void
.end
.method public onResume()V 2
move-object v0 p0
{USE}
return-void
.end
"
    );
    assert!(Lab::new(&text).run().accesses.is_empty());
}

#[test]
fn a_field_written_through_a_subclass_has_that_value_too() {
    let class = ".class Lcn/app/上;
.field static K Ljava/lang/String;
.method static <clinit>()V 1
const-string v0 \"其他\"
sput-object v0 Lcn/app/上;->K:Ljava/lang/String;
return-void
.end
.class Lcn/app/下; extends Lcn/app/上;
.method static <clinit>()V 1
const-string v0 \"android_id\"
sput-object v0 Lcn/app/下;->K:Ljava/lang/String;
return-void
.end
";
    let code = format!(
        "new-instance v1 Lcn/app/下;\nsget-object v0 Lcn/app/上;->K:Ljava/lang/String;\n{USE}"
    );
    surely(&code, class);
    never(&code, &class.replace("android_id", "其他𠮷"));
}
