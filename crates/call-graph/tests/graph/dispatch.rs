//! Which method a call can run.

use app_facts::Level;

use crate::assembler::assemble_with;
use crate::lab::{Lab, chain, levels, main_with, only};

const ID: &str = "invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;";
const LINE: &str = "invoke-virtual {v0} Lf/Tel;->getLine()Ljava/lang/String;";

/// Makes an object and hands it to the framework.
fn handed(name: &str) -> String {
    format!(
        "new-instance v0 Lcn/app/{name};\ninvoke-virtual {{v7, v0}} Lf/Ctx;->run(Lf/Runnable;)V\n"
    )
}

fn run(code: &str, classes: &str) -> call_graph::Analysis {
    Lab::new(&format!("{}{classes}", main_with(code))).run()
}

#[test]
fn virtual_calls_reach_instantiated_types_only() {
    let classes = format!(
        ".class abstract Lcn/app/Base;
.method public abstract 做()V
.class Lcn/app/One; extends Lcn/app/Base;
.method public 做()V 2
{ID}
return-void
.end
.class Lcn/app/Two; extends Lcn/app/Base;
.method public 做()V 2
{LINE}
return-void
.end
"
    );
    let call = "invoke-virtual {v0} Lcn/app/Base;->做()V";
    let none = run(call, &classes);
    assert_eq!(levels(&none, "id"), [Level::Present]);
    let one = run(&format!("new-instance v0 Lcn/app/One;\n{call}"), &classes);
    assert_eq!(levels(&one, "id"), [Level::Reachable]);
    assert_eq!(levels(&one, "line"), [Level::Present]);
    assert_eq!(
        chain(only(&one, "id")),
        [
            "entry Lcn/app/Main;->onCreate()V",
            "virtual Lcn/app/One;->做()V"
        ]
    );
    // Made after the call in code order, it is still a possible receiver.
    let after = run(&format!("{call}\nnew-instance v0 Lcn/app/Two;"), &classes);
    assert_eq!(levels(&after, "line"), [Level::Reachable]);
    // Made, but never called.
    let idle = run("new-instance v0 Lcn/app/One;", &classes);
    assert_eq!(levels(&idle, "id"), [Level::Present]);
}

#[test]
fn interface_calls_reach_implementations_and_default_methods() {
    let classes = format!(
        ".class interface abstract Lcn/app/I;
.method public abstract a()V
.method public b()V 2
{LINE}
return-void
.end
.class Lcn/app/C; implements Lcn/app/I;
.method public a()V 2
{ID}
return-void
.end
.class Lcn/app/Unrelated;
.method public a()V 2
invoke-virtual {{p0}} Lf/Ctx;->deviceName()Ljava/lang/String;
return-void
.end
"
    );
    let code = "new-instance v0 Lcn/app/C;
new-instance v1 Lcn/app/Unrelated;
invoke-interface {v0} Lcn/app/I;->a()V
invoke-interface {v0} Lcn/app/I;->b()V";
    let result = run(code, &classes);
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    assert_eq!(levels(&result, "line"), [Level::Reachable]);
    assert_eq!(levels(&result, "name"), [Level::Present]);
}

#[test]
fn a_call_named_on_a_subclass_finds_the_inherited_method() {
    let classes = format!(
        ".class Lcn/app/Base;
.method public m()V 2
{ID}
return-void
.end
.method public static s()V 1
{LINE}
return-void
.end
.class Lcn/app/Leaf; extends Lcn/app/Base;
"
    );
    let code = "new-instance v0 Lcn/app/Leaf;
invoke-virtual {v0} Lcn/app/Leaf;->m()V
invoke-static {} Lcn/app/Leaf;->s()V";
    let result = run(code, &classes);
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    assert_eq!(levels(&result, "line"), [Level::Reachable]);
}

#[test]
fn static_initialisers_run_on_first_use() {
    let classes = format!(
        ".class Lcn/app/Up;
.method static <clinit>()V 1
{LINE}
return-void
.end
.class Lcn/app/Init; extends Lcn/app/Up;
.field static x I
.method static <clinit>()V 1
{ID}
return-void
.end
.method public static s()V 0
return-void
.end
"
    );
    for code in [
        "sget v0 Lcn/app/Init;->x:I",
        "sput v0 Lcn/app/Init;->x:I",
        "invoke-static {} Lcn/app/Init;->s()V",
        "new-instance v0 Lcn/app/Init;",
    ] {
        let result = run(code, &classes);
        assert_eq!(levels(&result, "id"), [Level::Reachable], "{code}");
        assert_eq!(levels(&result, "line"), [Level::Reachable], "{code}");
        assert_eq!(
            chain(only(&result, "id")),
            [
                "entry Lcn/app/Main;->onCreate()V",
                "class_init Lcn/app/Init;-><clinit>()V"
            ]
        );
    }
    // Naming a class does not initialise it.
    let result = run("const-class v0 Lcn/app/Init;", &classes);
    assert_eq!(levels(&result, "id"), [Level::Present]);
}

#[test]
fn callbacks_are_methods_that_override_the_framework() {
    let classes = format!(
        ".class Lcn/app/任务; implements Lf/Runnable;
.method public run()V 2
{ID}
return-void
.end
.method public run(I)V 3
{LINE}
return-void
.end
.method public helper()V 2
{LINE}
return-void
.end
.class Lcn/app/NotMade; implements Lf/Runnable;
.method public run()V 2
invoke-virtual {{v0}} Lf/Ctx;->deviceName()Ljava/lang/String;
return-void
.end
"
    );
    let result = run(
        "new-instance v0 Lcn/app/任务;\ninvoke-virtual {v7, v0} Lf/Ctx;->run(Lf/Runnable;)V",
        &classes,
    );
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    assert_eq!(
        chain(only(&result, "id")),
        [
            "entry Lcn/app/Main;->onCreate()V",
            "async Lcn/app/任务;->run()V"
        ]
    );
    assert_eq!(levels(&result, "line"), [Level::Present, Level::Present]);
    assert_eq!(levels(&result, "name"), [Level::Present]);
    // An object that is made and never handed over is not called back.
    let result = run("new-instance v0 Lcn/app/任务;", &classes);
    assert_eq!(levels(&result, "id"), [Level::Present]);
}

#[test]
fn a_callback_inherited_from_an_app_class_is_called_on_every_subclass() {
    let classes = format!(
        ".class abstract Lcn/app/Task; implements Lf/Runnable;
.method public run()V 2
invoke-virtual {{p0}} Lcn/app/Task;->body()V
return-void
.end
.method public abstract body()V
.class Lcn/app/A; extends Lcn/app/Task;
.method public body()V 2
{ID}
return-void
.end
.class Lcn/app/B; extends Lcn/app/Task;
.method public body()V 2
{LINE}
return-void
.end
"
    );
    let result = run(&format!("{}{}", handed("A"), handed("B")), &classes);
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    assert_eq!(levels(&result, "line"), [Level::Reachable]);
    let one = run(&handed("A"), &classes);
    assert_eq!(levels(&one, "line"), [Level::Present]);
}

#[test]
fn an_interface_that_only_the_subclass_implements_makes_inherited_methods_callbacks() {
    let classes = format!(
        ".class Lcn/app/Base;
.method public run()V 2
{ID}
return-void
.end
.class Lcn/app/Leaf; extends Lcn/app/Base; implements Lf/Runnable;
"
    );
    let result = run(
        &format!("new-instance v0 Lcn/app/Base;\n{}", handed("Leaf")),
        &classes,
    );
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    let near = run("new-instance v0 Lcn/app/Base;", &classes);
    assert_eq!(levels(&near, "id"), [Level::Present]);
}

#[test]
fn any_method_may_be_called_back_by_an_unknown_supertype() {
    let classes = format!(
        ".class Lcn/app/X; extends Lunknown/Base;
.method public whatever()V 2
{ID}
return-void
.end
.method private hidden()V 2
{LINE}
return-void
.end
"
    );
    let result = run(
        "new-instance v0 Lcn/app/X;\ninvoke-virtual {v7, v0} Lunknown/Host;->take(Lunknown/Base;)V",
        &classes,
    );
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    assert!(
        only(&result, "id")
            .cuts
            .iter()
            .any(|cut| cut.contains("no table"))
    );
    assert_eq!(levels(&result, "line"), [Level::Present]);
}

#[test]
fn super_calls_go_to_the_superclass_only() {
    let text = format!(
        ".class Lcn/app/Base; extends Lf/Activity;
.method public onCreate()V 2
{ID}
return-void
.end
.method public onResume()V 2
{LINE}
return-void
.end
.class public Lcn/app/Main; extends Lcn/app/Base;
.method public onCreate()V 2
invoke-super {{p0}} Lcn/app/Base;->onCreate()V
return-void
.end
.method public onResume()V 2
return-void
.end
"
    );
    let result = Lab::new(&text).run();
    // The base class's methods override the framework too, but an object of `Main` runs them through super only.
    let access = only(&result, "id");
    assert_eq!(access.level, Level::Reachable);
    assert_eq!(only(&result, "line").level, Level::Present);
}

#[test]
fn a_framework_method_named_on_an_app_subclass_is_the_frameworks() {
    let result = run(
        "invoke-virtual {p0} Lcn/app/Main;->deviceName()Ljava/lang/String;",
        "",
    );
    let access = only(&result, "name");
    assert_eq!(access.api, "Lf/Ctx;->deviceName()Ljava/lang/String;");
    assert_eq!(access.level, Level::Reachable);
    // Named on another framework subclass.
    let result = run(
        "invoke-virtual {p0} Lf/Activity;->deviceName()Ljava/lang/String;",
        "",
    );
    only(&result, "name");
    // A class that is no context has its own method of that name.
    let result = run(
        "invoke-virtual {p0} Lf/Tel;->deviceName()Ljava/lang/String;",
        "",
    );
    assert!(result.accesses.is_empty());
}

#[test]
fn an_override_in_the_app_hides_the_framework_method() {
    let own = ".class Lcn/app/Own; extends Lf/Ctx;
.method public deviceName()Ljava/lang/String; 2
const-string v0 \"我\"
return-object v0
.end
";
    let call = "new-instance v0 Lcn/app/Own;
invoke-virtual {v0} Lcn/app/Own;->deviceName()Ljava/lang/String;";
    assert!(run(call, own).accesses.is_empty());
    // Through the override's own super call it is read after all.
    let through = own.replace(
        "const-string v0 \"我\"",
        "invoke-super {p0} Lf/Ctx;->deviceName()Ljava/lang/String;\nmove-result-object v0",
    );
    let result = run(call, &through);
    assert_eq!(
        only(&result, "name").site.method,
        "Lcn/app/Own;->deviceName()Ljava/lang/String;"
    );
}

#[test]
fn lambdas_made_by_call_sites_run() {
    let text = format!(
        "{}.class Lcn/app/L;
.method public static 体()V 1
{ID}
return-void
.end
.class Lcn/app/N;
.method public <init>()V 2
return-void
.end
.method public run()V 2
{LINE}
return-void
.end
",
        main_with("invoke-custom {} 0")
    );
    let build = |target: &'static str, kind: u16| {
        assemble_with(&text, |tables| {
            let bootstrap = tables.method("Lf/Meta;->factory()V");
            let method = tables.method(target);
            tables.dex.version = Some(*b"038");
            tables
                .dex
                .handles
                .push((4, u16::try_from(bootstrap).unwrap()));
            tables
                .dex
                .handles
                .push((kind, u16::try_from(method).unwrap()));
            let name = u8::try_from(tables.string("run")).unwrap();
            // Bootstrap handle 0, a name, prototype 0, then handle 1.
            tables
                .dex
                .call_sites
                .push(vec![4, 0x16, 0, 0x17, name, 0x15, 0, 0x16, 1]);
        })
        .bytes
    };
    let mut lab = Lab::new(&text);
    lab.dex = vec![build("Lcn/app/L;->体()V", 4)];
    let result = lab.run();
    assert_eq!(
        chain(only(&result, "id")),
        [
            "entry Lcn/app/Main;->onCreate()V",
            "lambda Lcn/app/L;->体()V"
        ]
    );
    lab.dex = vec![build("Lcn/app/Missing;->x()V", 4)];
    assert_eq!(levels(&lab.run(), "id"), [Level::Present]);
    // A reference to a constructor makes an object, which goes wherever the lambda's caller takes it.
    let made = text.replace(
        ".class Lcn/app/N;",
        ".class Lcn/app/N; implements Lf/Runnable;",
    );
    let bytes = assemble_with(&made, |tables| {
        let bootstrap = tables.method("Lf/Meta;->factory()V");
        let method = tables.method("Lcn/app/N;-><init>()V");
        tables.dex.version = Some(*b"038");
        tables
            .dex
            .handles
            .push((4, u16::try_from(bootstrap).unwrap()));
        tables.dex.handles.push((6, u16::try_from(method).unwrap()));
        let name = u8::try_from(tables.string("run")).unwrap();
        tables
            .dex
            .call_sites
            .push(vec![4, 0x16, 0, 0x17, name, 0x15, 0, 0x16, 1]);
    });
    lab.dex = vec![bytes.bytes];
    assert_eq!(levels(&lab.run(), "line"), [Level::Reachable]);
}
