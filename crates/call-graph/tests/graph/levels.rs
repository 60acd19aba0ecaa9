//! Reachable, present, or only named; entry points of components.

use app_facts::Level;

use crate::lab::{Lab, apis, chain, component, levels, main_with, of, only};

const READ: &str = "invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;";

#[test]
fn a_read_is_reachable_present_or_absent() {
    let result = Lab::new(&main_with(READ)).run();
    let access = only(&result, "id");
    assert_eq!(access.level, Level::Reachable);
    assert_eq!(access.api, "Lf/Tel;->getId()Ljava/lang/String;");
    assert_eq!(access.site.method, "Lcn/app/Main;->onCreate()V");
    assert_eq!(
        (access.site.dex.as_str(), access.site.file.as_str()),
        ("classes1.dex", "base.apk")
    );
    assert_eq!(access.chain[0].entry.as_deref(), Some("activity.onCreate"));
    assert!(access.phase.is_some());

    let unused = format!(
        "{}.method public static 从不()V 1\n{READ}\nreturn-void\n.end\n",
        main_with("")
    );
    let result = Lab::new(&unused).run();
    let access = only(&result, "id");
    assert_eq!(access.level, Level::Present);
    assert!(access.chain.is_empty() && access.phase.is_none());
    assert_eq!(access.site.method, "Lcn/app/Main;->从不()V");

    // Another method of the same class, and one of another class with the same name, are no reads.
    let near = main_with(
        "invoke-virtual {v0} Lf/Tel;->plain()V\ninvoke-virtual {v0} Lf/Pm;->getId()Ljava/lang/String;",
    );
    assert!(Lab::new(&near).run().accesses.is_empty());
}

#[test]
fn a_mere_name_is_a_string() {
    let result = Lab::new(&main_with("const-string v0 \"content://contacts/1\"")).run();
    let access = only(&result, "contact");
    assert_eq!(access.level, Level::String);
    assert_eq!(access.api, "content://contacts/1");
    assert!(access.chain.is_empty() && access.obtainable.is_none());
    for near in [
        "content://contacts2",
        "x content://contacts",
        "content://contact",
    ] {
        let result = Lab::new(&main_with(&format!("const-string v0 \"{near}\""))).run();
        assert!(result.accesses.is_empty(), "{near}");
    }
    let result = Lab::new(&main_with("const-string v0 \"f.hidden.Class\"")).run();
    assert_eq!(only(&result, "hidden").api, "string:f.hidden.Class");
    // Short settings keys are ordinary words.
    let result = Lab::new(&main_with("const-string v0 \"android_id\"")).run();
    assert!(result.accesses.is_empty());
}

#[test]
fn a_name_adds_nothing_where_the_same_owner_reads() {
    let query = "const-string v1 \"content://contacts\"
invoke-static {v1} Lf/Uri;->parse(Ljava/lang/String;)Lf/Uri;
move-result-object v1
invoke-virtual {v0, v1} Lf/Resolver;->query(Lf/Uri;)V
const-string v2 \"content://contacts/其他\"";
    let result = Lab::new(&main_with(query)).run();
    assert_eq!(levels(&result, "contact"), [Level::Reachable]);
    // Another owner's name stays.
    let text = format!(
        "{}.class Lorg/other/A;\n.method public static m()V 1\nconst-string v0 \"content://contacts/2\"\nreturn-void\n.end\n",
        main_with(query)
    );
    let result = Lab::new(&text).run();
    assert_eq!(
        levels(&result, "contact"),
        [Level::Reachable, Level::String]
    );
}

#[test]
fn entry_points_are_those_of_enabled_components() {
    let text = "
.class public Lcn/app/Main; extends Lf/Activity;
.class public Lcn/app/服务; extends Lf/Service;
.method public onStart()V 2
  invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;
  return-void
.end
.method public onClick2()V 2
  invoke-virtual {v0} Lf/Tel;->getLine()Ljava/lang/String;
  return-void
.end
";
    let mut lab = Lab::new(text);
    assert_eq!(levels(&lab.run(), "id"), [Level::Present]);
    lab.app
        .components
        .push(component("service", "Lcn/app/服务;"));
    let result = lab.run();
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    assert_eq!(
        only(&result, "id").chain[0].entry.as_deref(),
        Some("service.onStart")
    );
    // A method that overrides nothing is no entry point.
    assert_eq!(levels(&result, "line"), [Level::Present]);
    lab.app.components[1].enabled = false;
    assert_eq!(levels(&lab.run(), "id"), [Level::Present]);
}

#[test]
fn constructors_and_initialisers_of_components_run() {
    let text = "
.class public Lcn/app/Main; extends Lf/Activity;
.method static <clinit>()V 2
  invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;
  return-void
.end
.method public <init>()V 2
  invoke-virtual {v0} Lf/Tel;->getLine()Ljava/lang/String;
  return-void
.end
";
    let result = Lab::new(text).run();
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    assert_eq!(levels(&result, "line"), [Level::Reachable]);
    assert_eq!(
        chain(only(&result, "line")),
        ["entry Lcn/app/Main;-><init>()V"]
    );
    assert_eq!(
        only(&result, "id").chain[0].entry.as_deref(),
        Some("activity.<clinit>")
    );
}

#[test]
fn layouts_name_classes_and_handlers() {
    let text = "
.class public Lcn/app/Main; extends Lf/Activity;
.method public 点击(I)V 3
  invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;
  return-void
.end
.method private 私有(I)V 3
  invoke-virtual {v0} Lf/Tel;->getLine()Ljava/lang/String;
  return-void
.end
.class public Lcn/app/View; extends Lf/Ctx;
.method public <init>()V 2
  invoke-virtual {p0} Lf/Ctx;->deviceName()Ljava/lang/String;
  return-void
.end
";
    let mut lab = Lab::new(text);
    let result = lab.run();
    assert_eq!(levels(&result, "id"), [Level::Present]);
    assert_eq!(levels(&result, "name"), [Level::Present]);
    lab.app.layout_handlers = ["点击".to_owned(), "私有".to_owned()].into();
    lab.app.layout_classes = ["Lcn/app/View;".to_owned()].into();
    let result = lab.run();
    assert_eq!(levels(&result, "id"), [Level::Reachable]);
    assert_eq!(levels(&result, "line"), [Level::Present]);
    assert_eq!(levels(&result, "name"), [Level::Reachable]);
}

#[test]
fn fields_and_overrides_are_reads() {
    let text = format!(
        "{}.class public Lcn/app/L; implements Lf/Listener;
.method public onPlace(I)V 2
return-void
.end
.method public onPlace(II)V 3
return-void
.end
.class public Lcn/app/Not;
.method public onPlace(I)V 2
return-void
.end
",
        main_with(
            "sget-object v0 Lf/Build;->SERIAL:Ljava/lang/String;
iget-object v0 v1 Lf/Build;->name:Ljava/lang/String;
sput-object v0 Lf/Build;->SERIAL:Ljava/lang/String;
sget-object v0 Lf/Build;->OTHER:Ljava/lang/String;
new-instance v0 Lcn/app/L;
invoke-virtual {v7, v0} Lf/Ctx;->ask(Lf/Listener;)V"
        )
    );
    let result = Lab::new(&text).run();
    assert_eq!(
        apis(&result, "serial"),
        [
            "Lf/Build;->SERIAL:Ljava/lang/String;",
            "Lf/Build;->name:Ljava/lang/String;"
        ]
    );
    let access = only(&result, "place");
    assert_eq!(access.api, "Lf/Listener;->onPlace(I)V");
    assert_eq!((access.level, access.site.offset), (Level::Reachable, 0));
    assert_eq!(
        chain(access),
        [
            "entry Lcn/app/Main;->onCreate()V",
            "result Lcn/app/L;->onPlace(I)V"
        ]
    );
    let never = text.replace("new-instance v0 Lcn/app/L;", "");
    assert_eq!(levels(&Lab::new(&never).run(), "place"), [Level::Present]);
}

#[test]
fn one_place_and_kind_make_one_access() {
    let groups = "- {id: tel.id.again, data: [id, line], title: {zh: 又, en: again}, points: [{method: 'Lf/Tel;->getId()Ljava/lang/String;'}]}\n";
    let twice = format!("{READ}\n{READ}");
    let result = Lab::new(&main_with(&twice)).with_groups(groups).run();
    // Two places; the kind `id` of both groups counts once at each.
    assert_eq!(of(&result, "id").len(), 2);
    assert_eq!(of(&result, "line").len(), 2);
    assert!(
        of(&result, "id")
            .iter()
            .all(|access| access.model == "tel.id")
    );
    let offsets: Vec<u32> = of(&result, "line")
        .iter()
        .map(|access| access.site.offset)
        .collect();
    assert_eq!(offsets.len(), 2);
    assert_ne!(offsets[0], offsets[1]);
}

#[test]
fn an_app_without_its_component_classes_says_so() {
    let mut lab =
        Lab::new(".class Lcn/app/Other;\n.method public static m()V 1\nreturn-void\n.end\n");
    assert_eq!(lab.run().gaps.len(), 1);
    lab.dex.clear();
    assert!(lab.run().gaps.is_empty());
}
