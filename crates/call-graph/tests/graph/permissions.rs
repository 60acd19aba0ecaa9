//! Verdicts on permissions, one test for each status.

use app_facts::PermissionStatus as S;

use crate::lab::{Lab, component, declared, main_with, permission, sdk};

const PERMISSIONS: &str = "format: privlens/permissions/1
permissions:
- {name: p.PHONE, group: g.PHONE, levels: [{api: '1-', protection: dangerous}]}
- {name: p.PHONE_NUMBERS, group: g.PHONE, levels: [{api: '1-', protection: dangerous}]}
- {name: p.NET, levels: [{api: '1-', protection: normal}]}
- {name: p.CONTACTS, levels: [{api: '1-', protection: dangerous}]}
- {name: p.SMS, levels: [{api: '1-', protection: dangerous}]}
- {name: p.SYSTEM, levels: [{api: '1-', protection: signature}]}
- {name: p.IDLE, levels: [{api: '1-', protection: normal}]}
";

const API_NEEDS: &str = "\
Lf/Tel;->plain()V\t1-\tp.PHONE\tno\tx
Lf/Tel;->newId()Ljava/lang/String;\t1-30\tany:p.PHONE|p.NET\tno\tx
Lf/Tel;->at(JLjava/lang/String;I)V\t1-\tp.SYSTEM\tno\tx
Lf/Pm;->list(I)V\t1-\tp.NET\tyes\tx
Lf/Build;->name:Ljava/lang/String;\t1-\tp.IDLE\tno\tx
";

const URI_NEEDS: &str = "format: privlens/uri-needs/1
uris:
- {uri: 'content://', read: [{api: '1-', any_of: [p.NET]}]}
- {uri: 'content://contacts', read: [{api: '1-', any_of: [p.CONTACTS]}]}
";

const ACTION_NEEDS: &str = "format: privlens/action-needs/1
actions:
- {action: f.SMS, use: receive, needs: [{api: '1-', any_of: [p.SMS]}]}
- {action: f.BIND, use: bind, needs: [{api: '1-', any_of: [p.SMS]}]}
";

fn lab(text: &str, names: &[&str]) -> Lab {
    let mut lab = Lab::new(text);
    for (path, text) in [
        ("permissions/permissions.yaml", PERMISSIONS),
        ("permissions/api-needs.tsv", API_NEEDS),
        ("permissions/uri-needs.yaml", URI_NEEDS),
        ("permissions/action-needs.yaml", ACTION_NEEDS),
    ] {
        lab.files.push((path.to_owned(), text.as_bytes().to_vec()));
    }
    lab.files.push(sdk("sdk.a", "sdk", "com.sdk"));
    lab.app.permissions = names.iter().map(|name| declared(name, None)).collect();
    lab
}

const PLAIN: &str = "invoke-virtual {v0} Lf/Tel;->plain()V";

fn status(lab: &Lab, name: &str) -> Option<S> {
    permission(&lab.run(), name).map(|fact| fact.status)
}

fn sdk_class(code: &str) -> String {
    format!(".class Lcom/sdk/S;\n.method public static m()V 4\n{code}\nreturn-void\n.end\n")
}

#[test]
fn used_by_the_app() {
    let lab = lab(&main_with(PLAIN), &["p.PHONE", "p.NET"]);
    let result = lab.run();
    let fact = permission(&result, "p.PHONE").unwrap();
    assert_eq!(fact.status, S::Used);
    assert_eq!(
        (fact.protection.as_str(), fact.declared),
        ("dangerous", true)
    );
    assert_eq!(fact.owners, ["app"]);
    assert_eq!(fact.uses.len(), 1);
    assert_eq!(fact.uses[0].api, "Lf/Tel;->plain()V");
    assert_eq!(fact.uses[0].method, "Lcn/app/Main;->onCreate()V");
    assert!(fact.uses[0].reachable);
    assert_eq!(permission(&result, "p.NET").unwrap().status, S::Unused);
    // Declarations only: others are not listed.
    assert!(permission(&result, "p.CONTACTS").is_none());
}

#[test]
fn used_through_an_address_or_the_manifest_but_not_a_field() {
    // A table row on a field is not looked at: reading a field asks no permission.
    let text = main_with("iget-object v0 v1 Lf/Build;->name:Ljava/lang/String;");
    assert_eq!(status(&lab(&text, &["p.IDLE"]), "p.IDLE"), Some(S::Unused));
    let query = "const-string v1 \"content://contacts/人\"
invoke-static {v1} Lf/Uri;->parse(Ljava/lang/String;)Lf/Uri;
move-result-object v1
invoke-virtual {v0, v1} Lf/Resolver;->query(Lf/Uri;)V";
    let with_uri = lab(&main_with(query), &["p.CONTACTS", "p.NET"]);
    // The longest prefix decides.
    assert_eq!(status(&with_uri, "p.CONTACTS"), Some(S::Used));
    assert_eq!(status(&with_uri, "p.NET"), Some(S::Unused));
    let mut with_filter = lab(&main_with(""), &["p.SMS"]);
    assert_eq!(status(&with_filter, "p.SMS"), Some(S::Unused));
    with_filter.app.components[0].actions = vec!["f.BIND".to_owned()];
    assert_eq!(status(&with_filter, "p.SMS"), Some(S::Unused));
    with_filter.app.components[0].actions = vec!["f.SMS".to_owned()];
    assert_eq!(status(&with_filter, "p.SMS"), Some(S::Used));
    // A permission that callers of a component need, and that the app declares itself.
    let mut guarded = lab(&main_with(""), &["p.NET"]);
    guarded.app.components[0].permissions = vec!["p.NET".to_owned()];
    assert_eq!(status(&guarded, "p.NET"), Some(S::Used));
}

#[test]
fn used_by_an_sdk_only() {
    let text = format!(
        "{}{}",
        main_with("invoke-static {} Lcom/sdk/S;->m()V"),
        sdk_class(PLAIN)
    );
    let lab = lab(&text, &["p.PHONE"]);
    let result = lab.run();
    let fact = permission(&result, "p.PHONE").unwrap();
    assert_eq!(
        (fact.status, fact.owners.as_slice()),
        (S::UsedBySdkOnly, &["sdk.a".to_owned()][..])
    );
}

#[test]
fn unused_and_why() {
    let text = format!("{}{}", main_with(""), sdk_class(PLAIN));
    let unused = lab(&text, &["p.PHONE", "p.NET"]);
    let result = unused.run();
    let dead = permission(&result, "p.PHONE").unwrap();
    assert_eq!(dead.status, S::Unused);
    assert!(dead.why.as_deref().unwrap().contains("no entry point"));
    assert!(!dead.uses[0].reachable);
    let never = permission(&result, "p.NET").unwrap();
    assert_eq!((never.status, &never.why), (S::Unused, &None));
}

#[test]
fn unknown_and_why() {
    let text = main_with("");
    let mut lab = lab(&text, &["p.自定义𠮷", "p.SYSTEM", "p.NET"]);
    lab.app.defined_permissions = vec!["p.自定义𠮷".to_owned()];
    let result = lab.run();
    let custom = permission(&result, "p.自定义𠮷").unwrap();
    assert_eq!(
        (custom.status, custom.protection.as_str()),
        (S::Unknown, "custom")
    );
    assert!(custom.why.as_deref().unwrap().contains("no table"));
    let system = permission(&result, "p.SYSTEM").unwrap();
    assert_eq!(system.status, S::Unknown);
    assert!(system.why.as_deref().unwrap().contains("reflection"));
    lab.app.fully_visible = false;
    let hidden = lab.run();
    let unseen = permission(&hidden, "p.NET").unwrap();
    assert_eq!(unseen.status, S::Unknown);
    assert!(unseen.why.as_deref().unwrap().contains("could not be read"));
    lab.app.defined_permissions.clear();
    assert_eq!(
        permission(&lab.run(), "p.自定义𠮷").unwrap().protection,
        "unknown"
    );
}

#[test]
fn used_though_not_declared() {
    let result = lab(&main_with(PLAIN), &[]).run();
    let fact = permission(&result, "p.PHONE").unwrap();
    assert_eq!((fact.status, fact.declared), (S::UsedUndeclared, false));
    for (code, name) in [
        // Code that nothing reaches, a need in some cases only, one of two that suffice, one that no app can hold.
        ("", "p.PHONE"),
        ("invoke-virtual {v0, v0} Lf/Pm;->list(I)V", "p.NET"),
        (
            "invoke-virtual {v0} Lf/Tel;->newId()Ljava/lang/String;",
            "p.PHONE",
        ),
        (
            "invoke-virtual {v0, v0, v1, v2, v3} Lf/Tel;->at(JLjava/lang/String;I)V",
            "p.SYSTEM",
        ),
    ] {
        let text = format!("{}{}", main_with(code), sdk_class(PLAIN));
        assert_eq!(status(&lab(&text, &[]), name), None, "{code}");
    }
}

#[test]
fn of_several_that_suffice_the_declared_one_counts() {
    let text = main_with("invoke-virtual {v0} Lf/Tel;->newId()Ljava/lang/String;");
    assert_eq!(status(&lab(&text, &["p.NET"]), "p.NET"), Some(S::Used));
    let both = lab(&text, &["p.NET", "p.PHONE"]);
    assert_eq!(status(&both, "p.PHONE"), Some(S::Used));
    assert_eq!(status(&both, "p.NET"), Some(S::Unused));
    // Beyond the levels of the need.
    let mut late = lab(&text, &["p.NET"]);
    late.app.min_sdk = 31;
    assert_eq!(status(&late, "p.NET"), Some(S::Unused));
}

#[test]
fn accesses_use_the_permissions_of_their_group() {
    let groups = "- {id: listing, data: [apps], title: {zh: 列表, en: list}, needs: [{api: '1-', any_of: [p.PHONE, p.PHONE_NUMBERS]}], points: [{method: 'Lf/Pm;->query(Lf/Intent;)V'}]}\n";
    let text = main_with("invoke-virtual {v0, v1} Lf/Pm;->query(Lf/Intent;)V");
    let mut lab = lab(&text, &["p.PHONE", "p.PHONE_NUMBERS"]);
    let more = format!("format: privlens/access-points/1\ngroups:\n{groups}");
    lab.files
        .push(("apis/more.yaml".to_owned(), more.into_bytes()));
    let result = lab.run();
    // Both are of one permission group, so both count as used.
    for name in ["p.PHONE", "p.PHONE_NUMBERS"] {
        let fact = permission(&result, name).unwrap();
        assert_eq!(fact.status, S::Used, "{name}");
        let access = &result.accesses[fact.accesses[0]];
        assert_eq!(access.data, "apps");
    }
    // A component that is not reached uses nothing.
    lab.app.components = vec![component("activity", "Lcn/app/None;")];
    assert_eq!(status(&lab, "p.PHONE"), Some(S::Unused));
}

#[test]
fn facts_are_sorted_and_keep_the_declaration() {
    let mut lab = lab(&main_with(""), &["p.SMS", "p.NET"]);
    lab.app.permissions[0].max_sdk = Some(22);
    lab.app.permissions[0].flags = vec!["neverForLocation".to_owned()];
    let result = lab.run();
    let names: Vec<&str> = result
        .permissions
        .iter()
        .map(|fact| fact.name.as_str())
        .collect();
    assert_eq!(names, ["p.NET", "p.SMS"]);
    assert_eq!(result.permissions[1].max_sdk, Some(22));
    assert_eq!(result.permissions[1].flags, ["neverForLocation"]);
}
