//! Hostile programs: deep or cyclic hierarchies, recursive constants, very many call sites; all must end.

use std::fmt::Write as _;

use app_facts::Level;

use crate::lab::{Lab, ends, levels, main_with, of};

const USE: &str = "invoke-static {v0} Lf/Secure;->get(Ljava/lang/String;)Ljava/lang/String;";

#[test]
fn a_deep_hierarchy_ends() {
    let mut text = String::from(".class Lcn/app/C0; extends Lf/Activity;\n");
    text.push_str(".method public onCreate()V 2\ninvoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;\nreturn-void\n.end\n");
    for n in 1..3000 {
        writeln!(text, ".class Lcn/app/C{n}; extends Lcn/app/C{};", n - 1).unwrap();
    }
    let mut made = String::new();
    for n in 0..3000 {
        writeln!(
            made,
            "new-instance v0 Lcn/app/C{n};\ninvoke-virtual {{v7, v0}} Lf/Ctx;->add(Lf/Activity;)V"
        )
        .unwrap();
    }
    text.push_str(&main_with(&made));
    assert!(ends(move || {
        let result = Lab::new(&text).run();
        assert_eq!(levels(&result, "id"), [Level::Reachable]);
    }));
}

#[test]
fn a_cycle_of_superclasses_ends() {
    let text = ".class public Lcn/app/Main; extends Lcn/app/B;
.method public onCreate()V 2
return-void
.end
.class Lcn/app/B; extends Lcn/app/Main;
";
    assert!(ends(|| {
        Lab::new(text).run();
    }));
}

#[test]
fn mutually_recursive_constants_end() {
    let text = format!(
        "{}.class Lcn/app/递归;
.method public static a(Ljava/lang/String;)Ljava/lang/String; 2
invoke-static {{p0}} Lcn/app/递归;->b(Ljava/lang/String;)Ljava/lang/String;
move-result-object v0
return-object v0
.end
.method public static b(Ljava/lang/String;)Ljava/lang/String; 2
if-eqz p0 end
invoke-static {{p0}} Lcn/app/递归;->a(Ljava/lang/String;)Ljava/lang/String;
move-result-object v0
return-object v0
end:
const-string v0 \"android_id\"
return-object v0
.end
.class Lcn/app/环;
.field static a Ljava/lang/String;
.field static b Ljava/lang/String;
.method static <clinit>()V 1
sget-object v0 Lcn/app/环;->b:Ljava/lang/String;
sput-object v0 Lcn/app/环;->a:Ljava/lang/String;
sget-object v0 Lcn/app/环;->a:Ljava/lang/String;
sput-object v0 Lcn/app/环;->b:Ljava/lang/String;
return-void
.end
",
        main_with(&format!(
            "const-string v0 \"起\"
invoke-static {{v0}} Lcn/app/递归;->a(Ljava/lang/String;)Ljava/lang/String;
move-result-object v0
{USE}
sget-object v0 Lcn/app/环;->a:Ljava/lang/String;
{USE}"
        ))
    );
    assert!(ends(move || {
        let result = Lab::new(&text).run();
        assert_eq!(of(&result, "setting").len(), 1);
    }));
}

#[test]
fn a_text_that_grows_in_a_loop_ends() {
    let code = format!(
        "const-string v0 \"a\"
head:
new-instance v1 Lf/Text;
invoke-direct {{v1, v0}} Lf/Text;-><init>(Ljava/lang/String;)V
invoke-virtual {{v1, v0}} Lf/Text;->append(Ljava/lang/String;)Lf/Text;
invoke-virtual {{v1}} Lf/Text;->text()Ljava/lang/String;
move-result-object v0
{USE}
if-eqz p0 head"
    );
    assert!(ends(move || {
        assert!(Lab::new(&main_with(&code)).run().accesses.is_empty());
    }));
}

#[test]
fn five_thousand_call_sites_end() {
    // One wrapper called from 5000 places, and 5000 reads of one object made at the start of a method.
    let mut code =
        String::from("new-instance v1 Lf/Text;\ninvoke-direct {v1} Lf/Text;-><init>()V\n");
    for n in 0..5000 {
        writeln!(
            code,
            "const-string v0 \"键{n}\"\ninvoke-static {{v0}} Lcn/app/W;->read(Ljava/lang/String;)V"
        )
        .unwrap();
        writeln!(
            code,
            "invoke-virtual {{v1}} Lf/Text;->text()Ljava/lang/String;\nmove-result-object v0\n{USE}"
        )
        .unwrap();
    }
    let text = format!(
        "{}.class Lcn/app/W;\n.method public static read(Ljava/lang/String;)V 2\nmove-object v0 p0\n{USE}\nreturn-void\n.end\n",
        main_with(&code)
    );
    assert!(ends(move || {
        let result = Lab::new(&text).run();
        assert!(of(&result, "setting").is_empty());
    }));
}

#[test]
fn very_many_overloads_of_one_call_end() {
    let mut text = main_with("invoke-virtual {v0} Lcn/app/Base;->m()V");
    text.push_str(".class Lcn/app/Base;\n.method public m()V 2\nreturn-void\n.end\n");
    for n in 0..3000 {
        let next = (n + 1) % 3000;
        writeln!(
            text,
            ".class Lcn/app/S{n}; extends Lcn/app/Base;\n.method public m()V 2\nnew-instance v0 Lcn/app/S{next};\ninvoke-virtual {{v0}} Lcn/app/S{next};->m()V\nreturn-void\n.end"
        )
        .unwrap();
    }
    text.push_str(".class Lcn/app/Start; extends Lf/Service;\n.method static <clinit>()V 1\nnew-instance v0 Lcn/app/S0;\nreturn-void\n.end\n");
    assert!(ends(move || {
        let mut lab = Lab::new(&text);
        lab.app
            .components
            .push(crate::lab::component("service", "Lcn/app/Start;"));
        let result = lab.run();
        assert!(result.methods_reachable > 3000);
    }));
}

#[test]
fn a_prefix_given_by_two_entries_is_refused() {
    let mut lab = Lab::new(&main_with(""));
    lab.files.push(crate::lab::sdk("sdk.a", "sdk", "com.sdk"));
    lab.files
        .push(crate::lab::sdk("sdk.b", "sdk", "com.sdk, com.other"));
    let source = ruleset::source::read(&lab.files).unwrap();
    let error = ruleset::Knowledge::from_source(&source)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("sdk.b") && error.contains("com.sdk") && error.contains("sdk.a"),
        "{error}"
    );
}

#[test]
fn arrays_filled_from_themselves_end() {
    let mut code = String::from(
        "const v1 9\nnew-array v2 v1 [Ljava/lang/String;\ninvoke-static {} Lx/Y;->n()I\nmove-result v5\n",
    );
    for _ in 0..1500 {
        code.push_str("aget-object v0 v2 v5\naput-object v0 v2 v5\n");
    }
    for _ in 0..1000 {
        writeln!(code, "aget-object v0 v2 v5\n{USE}").unwrap();
    }
    assert!(ends(move || {
        assert!(Lab::new(&main_with(&code)).run().accesses.is_empty());
    }));
}
