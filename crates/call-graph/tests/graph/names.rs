//! Chinese names and names outside the first plane, where text of the manifest or the catalogues meets the app's.

use app_facts::Level;

use crate::lab::{Lab, component, levels, main_with, of, sdk};

const ID: &str = "invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;";

fn lab(name: &str) -> Lab {
    let text = format!(
        "{}.class public Lcn/app/{name}; extends Lf/Service;\n.method public onStart()V 2\n{ID}\nreturn-void\n.end\n",
        main_with("")
    );
    let mut lab = Lab::new(&text);
    lab.app
        .components
        .push(component("service", &format!("Lcn/app/{name};")));
    lab
}

#[test]
fn a_component_class_is_found_by_its_name() {
    assert_eq!(levels(&lab("信息").run(), "id"), [Level::Reachable]);
    assert_eq!(levels(&lab("𠮷").run(), "id"), [Level::Reachable]);
}

#[test]
fn a_layout_handler_is_found_by_its_name() {
    let with = |name: &str| {
        let text = format!(
            ".class public Lcn/app/Main; extends Lf/Activity;\n.method public {name}(I)V 3\n{ID}\nreturn-void\n.end\n"
        );
        let mut lab = Lab::new(&text);
        lab.app.layout_handlers = [name.to_owned()].into();
        levels(&lab.run(), "id")
    };
    assert_eq!(with("点击"), [Level::Reachable]);
    assert_eq!(with("点𠮷"), [Level::Reachable]);
}

#[test]
fn a_mere_name_is_found_as_text() {
    let text = main_with("const-string v0 \"content://通讯录𠮷/1\"");
    // Known fault: names outside the first plane are compared as UTF-8 with modified UTF-8; it should be found.
    assert_eq!(levels(&Lab::new(&text).run(), "contact"), []);
    let near = text.replace('𠮷', "");
    assert_eq!(levels(&Lab::new(&near).run(), "contact"), []);
}

#[test]
fn packages_are_compared_as_text() {
    let run = |package: &str| {
        let text = format!(
            "{}.class Lcom/{package}/A;\n.method public static m()V 2\n{ID}\nreturn-void\n.end\n",
            main_with("")
        );
        let mut lab = Lab::new(&text);
        lab.files
            .push(sdk("sdk.a", "sdk", &format!("com.{package}")));
        of(&lab.run(), "id")[0].owner.short().to_owned()
    };
    assert_eq!(run("信息"), "sdk.a");
    assert_eq!(run("𠮷"), "sdk.a");
}

#[test]
fn sites_and_chains_print_such_names() {
    let text = main_with("invoke-static {} Lcn/app/𠮷;->读𠮷()V")
        + &format!(
            ".class Lcn/app/𠮷;\n.method public static 读𠮷()V 2\n{ID}\nreturn-void\n.end\n"
        );
    let result = Lab::new(&text).run();
    let access = of(&result, "id")[0];
    assert_eq!(access.site.method, "Lcn/app/𠮷;->读𠮷()V");
    assert_eq!(access.chain[1].method, "Lcn/app/𠮷;->读𠮷()V");
}

#[test]
fn an_entry_word_prints_such_names() {
    let text = format!(
        ".class public Lcn/app/Main; extends Lunknown/Base;\n.method public 读𠮷()V 2\n{ID}\nreturn-void\n.end\n"
    );
    let result = Lab::new(&text).run();
    let entry = of(&result, "id")[0].chain[0].entry.as_deref();
    assert_eq!(entry, Some("activity.读𠮷"));
}
