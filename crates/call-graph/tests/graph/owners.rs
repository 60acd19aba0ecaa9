//! Who holds the code, and who starts a chain.

use app_facts::{Owner, OwnerKind};

use crate::lab::{Lab, component, main_with, of, only, sdk};

const ID: &str = "invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;";

fn class(name: &str, code: &str) -> String {
    format!(".class public L{name};\n.method public static m()V 2\n{code}\nreturn-void\n.end\n")
}

/// Owner of a class that reads.
fn owner(name: &str, change: impl Fn(&mut Lab)) -> Owner {
    let mut lab = Lab::new(&format!("{}{}", main_with(""), class(name, ID)));
    lab.files.extend([
        sdk("sdk.a", "sdk", "com.sdk, com.一.二"),
        sdk("sdk.core", "sdk", "com.sdk.core"),
        sdk("lib.x", "library", "org.lib"),
        sdk("sdk.cls", "sdk", "com.shared.Thing"),
        sdk("sdk.inside", "sdk", "cn.app.plug"),
    ]);
    change(&mut lab);
    let result = lab.run();
    only(&result, "id").owner.clone()
}

fn plain(name: &str) -> String {
    owner(name, |_| {}).short().to_owned()
}

#[test]
fn the_longest_prefix_wins_and_prefixes_end_at_dots() {
    assert_eq!(plain("com/sdk/X"), "sdk.a");
    assert_eq!(plain("com/sdk/deep/er/X"), "sdk.a");
    assert_eq!(plain("com/sdk/core/X"), "sdk.core");
    assert_eq!(plain("com/sdk/core/in/X"), "sdk.core");
    assert_eq!(plain("com/sdk/corex/X"), "sdk.a");
    assert_eq!(plain("com/sdkx/X"), "unknown");
    assert_eq!(plain("com/X"), "unknown");
    assert_eq!(plain("com/一/二/三"), "sdk.a");
    assert_eq!(plain("com/一/𠮷/三"), "unknown");
    assert_eq!(plain("Default"), "unknown");
    assert_eq!(owner("org/lib/X", |_| {}).kind, OwnerKind::Library);
    assert_eq!(owner("com/sdk/X", |_| {}).kind, OwnerKind::Sdk);
}

#[test]
fn a_prefix_may_name_a_class() {
    assert_eq!(plain("com/shared/Thing"), "sdk.cls");
    assert_eq!(plain("com/shared/Thing$In"), "sdk.cls");
    assert_eq!(plain("com/shared/Things"), "unknown");
    assert_eq!(plain("com/shared/Other"), "unknown");
}

#[test]
fn the_apps_own_packages_are_its_own() {
    assert_eq!(plain("cn/app/X"), "app");
    assert_eq!(plain("cn/app/deep/X"), "app");
    assert_eq!(plain("cn/apps/X"), "unknown");
    // A catalogued package below the app's is an SDK that is kept there.
    assert_eq!(plain("cn/app/plug/X"), "sdk.inside");
    // The app is the SDK's own sample: as long a prefix as the catalogue's is the app's.
    let same = owner("com/sdk/X", |lab| lab.app.package = "com.sdk".to_owned());
    assert_eq!(same, Owner::app());
    let longer = owner("com/sdk/core/X", |lab| {
        lab.app.package = "com.sdk".to_owned();
    });
    assert_eq!(longer.short(), "sdk.core");
}

#[test]
fn the_namespace_of_application_and_launcher_counts_too() {
    let add = |kind: &str, class: &str, launcher: bool| {
        let (kind, class) = (kind.to_owned(), class.to_owned());
        move |lab: &mut Lab| {
            let mut new = component(&kind, &class);
            new.is_launcher = launcher;
            lab.app.components.push(new);
        }
    };
    assert_eq!(
        owner(
            "cn/other/space/X",
            add("application", "Lcn/other/space/App;", false)
        ),
        Owner::app()
    );
    assert_eq!(
        owner(
            "cn/other/space/X",
            add("activity", "Lcn/other/space/主;", true)
        ),
        Owner::app()
    );
    assert_eq!(
        owner(
            "cn/other/space/X",
            add("activity", "Lcn/other/space/主;", false)
        )
        .short(),
        "unknown"
    );
    // A catalogued package is never the app's through those, nor is a package of one word.
    assert_eq!(
        owner("com/sdk/X", add("application", "Lcom/sdk/App;", false)).short(),
        "sdk.a"
    );
    assert_eq!(
        owner("cn/Y", add("application", "Lcn/App;", false)).short(),
        "unknown"
    );
}

#[test]
fn the_initiator_is_the_first_holder_that_is_no_library() {
    let text = [
        ".class public Lorg/lib/Base; extends Lf/Activity;\n.method public onCreate()V 2\ninvoke-static {} Lcom/sdk/S;->m()V\nreturn-void\n.end\n".to_owned(),
        ".class public Lcn/app/Main; extends Lorg/lib/Base;\n".to_owned(),
        class("com/sdk/S", "invoke-static {} Lorg/lib/R;->m()V"),
        class("org/lib/R", ID),
        class("org/lib/Dead", ID),
    ]
    .concat();
    let mut lab = Lab::new(&text);
    lab.files.extend([
        sdk("sdk.a", "sdk", "com.sdk"),
        sdk("lib.x", "library", "org.lib"),
    ]);
    let result = lab.run();
    let live = of(&result, "id")
        .into_iter()
        .find(|access| !access.chain.is_empty())
        .unwrap();
    assert_eq!(live.owner.short(), "lib.x");
    assert_eq!(live.initiator.short(), "sdk.a");
    let owners: Vec<&str> = live
        .chain
        .iter()
        .map(|frame| frame.owner.as_str())
        .collect();
    assert_eq!(owners, ["lib.x", "sdk.a", "lib.x"]);
    let dead = of(&result, "id")
        .into_iter()
        .find(|access| access.chain.is_empty())
        .unwrap();
    assert_eq!(dead.initiator.short(), "lib.x");
}

#[test]
fn a_chain_of_libraries_only_has_the_first_as_initiator() {
    let text = ".class public Lorg/lib/Main; extends Lf/Activity;\n.method public onCreate()V 2\ninvoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;\nreturn-void\n.end\n";
    let mut lab = Lab::new(text);
    lab.app.components = vec![component("activity", "Lorg/lib/Main;")];
    lab.files.push(sdk("lib.x", "library", "org.lib"));
    assert_eq!(only(&lab.run(), "id").initiator.short(), "lib.x");
}

#[test]
fn third_parties_are_listed_with_their_evidence() {
    let text = [
        main_with("invoke-static {} Lcom/sdk/A;->m()V"),
        class("com/sdk/A", ID),
        class("com/sdk/in/B", ""),
        class("com/一/二/C", "const-string v0 \"content://contacts\""),
        class("org/lib/D", ""),
    ]
    .concat();
    let mut lab = Lab::new(&text);
    lab.files.extend([
        sdk("sdk.a", "sdk", "com.sdk, com.一.二"),
        sdk("lib.x", "library", "org.lib"),
        sdk("sdk.none", "sdk", "com.none"),
    ]);
    let result = lab.run();
    let ids: Vec<&str> = result.sdks.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(ids, ["lib.x", "sdk.a"]);
    let found = &result.sdks[1];
    assert!(found.reachable && !found.is_library);
    assert_eq!(
        (found.name_zh.as_str(), found.name_en.as_str()),
        ("某开发包", "Some SDK")
    );
    // A mere name is not data that it reads.
    assert_eq!(found.data, ["id"]);
    let evidence: Vec<(&str, u32)> = found
        .evidence
        .iter()
        .map(|row| (row.value.as_str(), row.count))
        .collect();
    assert_eq!(evidence, [("com.sdk", 2), ("com.一.二", 1)]);
    assert!(!result.sdks[0].reachable && result.sdks[0].is_library);
}

#[test]
fn a_base_class_that_only_the_app_extends_is_the_apps() {
    let base = ".class public La/b; extends Lf/Activity;\n.method public ask()V 2\ninvoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;\nreturn-void\n.end\n";
    let main = ".class public Lcn/app/Main; extends La/b;\n.method public onCreate()V 2\ninvoke-virtual {p0} La/b;->ask()V\nreturn-void\n.end\n";
    let test = |more: &str| {
        let mut lab = Lab::new(&format!("{base}{main}{more}"));
        lab.files.push(sdk("sdk.a", "sdk", "com.sdk"));
        only(&lab.run(), "id").owner.short().to_owned()
    };
    assert_eq!(test(""), "app");
    // A third party that names it, or extends it, may have brought it along.
    assert_eq!(test(&class("com/sdk/A", "const-class v0 La/b;")), "unknown");
    assert_eq!(
        test(
            ".class public Lcom/sdk/Page; extends La/b;\n.method public x()V 1\nreturn-void\n.end\n"
        ),
        "unknown"
    );
}

/// Owner of the class that reads, of a page of the app and the classes given.
fn beside(page: &str, classes: &str) -> String {
    let mut lab = Lab::new(&format!("{}{classes}", main_with(page)));
    lab.files.push(sdk("sdk.a", "sdk", "com.sdk"));
    only(&lab.run(), "id").owner.short().to_owned()
}

#[test]
fn a_small_renamed_group_that_only_the_app_knows_is_the_apps() {
    let reads = class("a/b", ID);
    let calls = "invoke-static {} La/b;->m()V";
    assert_eq!(beside(calls, &reads), "app");
    assert_eq!(
        beside("invoke-static {} L好/𠮷;->m()V", &class("好/𠮷", ID)),
        "app"
    );
    assert_eq!(
        beside(
            "invoke-static {} LoO0o/O0oO;->m()V",
            &class("oO0o/O0oO", ID)
        ),
        "app"
    );
    // Two classes of which the app knows one; two of three the app does not know.
    let through = class("a/c", calls);
    assert_eq!(
        beside("invoke-static {} La/c;->m()V", &format!("{reads}{through}")),
        "app"
    );
    let far = class("a/d", "invoke-static {} La/c;->m()V");
    assert_eq!(
        beside(
            "invoke-static {} La/d;->m()V",
            &format!("{reads}{through}{far}")
        ),
        "unknown"
    );
    // A readable name is no renamed one, and nobody's code that is not used has no neighbourhood.
    assert_eq!(
        beside(
            "invoke-static {} Lcom/other/Kit;->m()V",
            &class("com/other/Kit", ID)
        ),
        "unknown"
    );
    assert_eq!(beside("", &reads), "unknown");
}

#[test]
fn a_renamed_class_that_knows_a_third_party_or_is_known_to_it_is_not_given_to_the_app() {
    let calls = "invoke-static {} La/b;->m()V";
    let sdk = class("com/sdk/S", "");
    let knows = class(
        "a/b",
        &format!("{ID}\ninvoke-static {{}} Lcom/sdk/S;->m()V"),
    );
    assert_eq!(beside(calls, &format!("{sdk}{knows}")), "unknown");
    let reads = class("a/b", ID);
    assert_eq!(
        beside(calls, &format!("{reads}{}", class("com/sdk/S", calls))),
        "unknown"
    );
    // The third party only takes it as a parameter.
    let takes = ".class public Lcom/sdk/S;\n.method public static t(La/b;)V 2\nreturn-void\n.end\n";
    assert_eq!(beside(calls, &format!("{reads}{takes}")), "unknown");
    assert_eq!(
        beside(calls, &format!("{reads}{}", class("org/other/X", calls))),
        "unknown"
    );
}

#[test]
fn classes_of_one_package_stand_together_where_packages_were_renamed_one_by_one() {
    // A class that names the app, and one that a library of unknown origin runs and that names nobody.
    let known = class("a/a", "invoke-static {} Lcn/app/Main;->x()V");
    let reads = class("a/b", ID);
    let strange = class("d/a", "invoke-static {} La/b;->m()V");
    let others = ["b/a", "b/b", "c/a", "c/b", "d/b"]
        .map(|name| class(name, ""))
        .concat();
    assert_eq!(
        beside("", &format!("{known}{reads}{strange}{others}")),
        "app"
    );
    // All renamed code lies in one package, or the package has several holders.
    assert_eq!(beside("", &format!("{known}{reads}{strange}")), "unknown");
    let moved = ["a/c", "a/d", "a/e", "a/f", "a/g", "a/h"]
        .map(|name| class(name, ""))
        .concat();
    assert_eq!(
        beside("", &format!("{known}{reads}{strange}{others}{moved}")),
        "unknown"
    );
    let party = class("a/c", "invoke-static {} Lcom/sdk/S;->m()V");
    let sdk = class("com/sdk/S", "invoke-static {} La/c;->m()V");
    assert_eq!(
        beside("", &format!("{known}{reads}{strange}{others}{party}{sdk}")),
        "unknown"
    );
}

#[test]
fn nested_classes_stand_together() {
    let outer = class("a/x", "invoke-static {} Lcn/app/Main;->x()V");
    let inner = class("a/x$a", &format!("{ID}\ninvoke-static {{}} Lb/z;->m()V"));
    let z = class("b/z", "invoke-static {} La/x$a;->m()V");
    assert_eq!(beside("", &format!("{outer}{inner}{z}")), "app");
    let near = class("a/xx", &format!("{ID}\ninvoke-static {{}} Lb/z;->m()V"));
    let z = class("b/z", "invoke-static {} La/xx;->m()V");
    assert_eq!(beside("", &format!("{outer}{near}{z}")), "unknown");
}

#[test]
fn code_that_names_the_apps_id_in_a_text_is_the_apps() {
    let says = |text: &str| {
        let code = format!("{ID}\nconst-string v1 \"{text}\"");
        beside("", &class("com/other/Kit", &code))
    };
    assert_eq!(says("content://cn.app.店/𠮷"), "unknown");
    assert_eq!(says("cn.app"), "app");
    assert_eq!(says("content://cn.app/𠮷"), "app");
    // Below a name of two words anybody may lie.
    assert_eq!(says("/data/data/cn.app.plug"), "unknown");
    assert_eq!(says("cn.apps"), "unknown");
    assert_eq!(says("dcn.app"), "unknown");
    assert_eq!(says("cn.应"), "unknown");
}
