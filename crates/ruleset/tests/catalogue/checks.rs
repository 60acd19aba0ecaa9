//! Faults of meaning: ids, references, ranges, members that nothing proves to exist.

use crate::{GROUPS, KINDS, PERMISSIONS, SDK, base, check_faults, knowledge, with};

/// Place and text of the only fault.
fn only(path: &str, text: &str) -> (String, String) {
    let found = check_faults(&with(path, text));
    assert_eq!(found.len(), 1, "{found:?}");
    (found[0].place.clone(), found[0].what.clone())
}

fn group(change: &str, to: &str) -> (String, String) {
    assert!(GROUPS.contains(change));
    only("apis/phone.yaml", &GROUPS.replace(change, to))
}

const POINT: &str = "{method: 'Lf/Tel;->getId(I)Ljava/lang/String;'}";

#[test]
fn ids_are_given_once() {
    let kind = KINDS.lines().last().unwrap();
    assert_eq!(
        only("taxonomy/more.yaml", KINDS),
        ("device.id".to_owned(), "id is given twice".to_owned())
    );
    assert_eq!(
        only("taxonomy/kinds.yaml", &format!("{KINDS}{kind}\n")).0,
        "device.id"
    );
    assert_eq!(only("apis/more.yaml", GROUPS).0, "tel.id");
    assert_eq!(
        only(
            "permissions/permissions.yaml",
            &format!("{PERMISSIONS}- {{name: p.b.NET}}\n")
        )
        .0,
        "p.b.NET"
    );
    let twice = check_faults(&with("sdks/again/sdk.yaml", SDK));
    assert!(
        twice
            .iter()
            .any(|problem| problem.place == "some.sdk" && problem.what == "id is given twice")
    );
}

#[test]
fn groups_name_known_kinds_and_permissions() {
    assert_eq!(
        group("data: [device.id]", "data: [device.𠮷]"),
        (
            "tel.id".to_owned(),
            "unknown kind of information device.𠮷".to_owned()
        )
    );
    assert_eq!(
        group("data: [device.id]", "data: []").1,
        "no kind of information"
    );
    let (place, what) = group(
        "source:",
        "needs: [{api: '1-', any_of: [p.a.PHONE, p.没有]}], source:",
    );
    assert_eq!(
        (place.as_str(), what.as_str()),
        ("tel.id", "unknown permission p.没有")
    );
    let both = "needs: [{api: '1-', any_of: [p.a.PHONE], all_of: [p.b.NET]}], source:";
    assert_eq!(
        group("source:", both).1,
        "a need has either any_of or all_of"
    );
    assert_eq!(
        group("source:", "needs: [{api: '1-'}], source:").1,
        "a need has either any_of or all_of"
    );
}

#[test]
fn ranges_parse() {
    for bad in ["", "-", "28-16", "十六", "1-2-3", "16+"] {
        let need = format!("needs: [{{api: '{bad}', any_of: [p.a.PHONE]}}], source:");
        assert!(
            group("source:", &need).1.contains("does not parse"),
            "{bad}"
        );
        let target =
            format!("needs: [{{api: '1-', target: '{bad}', any_of: [p.a.PHONE]}}], source:");
        assert!(
            group("source:", &target).1.contains("does not parse"),
            "{bad}"
        );
        let blocked = format!("blocked: [{{api: '{bad}', why: {{zh: 因, en: why}}}}], source:");
        assert!(
            group("source:", &blocked).1.contains("does not parse"),
            "{bad}"
        );
    }
    let (place, what) = only(
        "permissions/api-needs.tsv",
        "Lf/Tel;->x()V\t5-4\tp.a.PHONE\tno\tx\n",
    );
    assert_eq!(
        (place.as_str(), what.as_str()),
        ("Lf/Tel;->x()V", "range of levels does not parse")
    );
    for good in ["16", "16-28", "29-", "-22"] {
        let text = GROUPS.replace(
            "source:",
            &format!("needs: [{{api: '{good}', any_of: [p.a.PHONE]}}], source:"),
        );
        knowledge(&with("apis/phone.yaml", &text));
    }
    // Known fault: levels that do not exist are cut to the newest one instead of refused, and a sign passes.
    assert_eq!(ruleset::parse_levels("99"), ruleset::parse_levels("36"));
    assert_eq!(ruleset::parse_levels("+16"), ruleset::parse_levels("16"));
}

#[test]
fn a_point_has_one_trigger() {
    assert_eq!(
        group(
            POINT,
            "{method: 'Lf/Tel;->getId(I)Ljava/lang/String;', setting: 键}"
        )
        .1,
        "a point needs exactly one trigger"
    );
    assert_eq!(
        group(POINT, "{since: 3}").1,
        "a point needs exactly one trigger"
    );
    assert_eq!(group(&format!("[{POINT}]"), "[]").1, "no points");
    assert!(
        group(POINT, &format!("{POINT}, {POINT}"))
            .1
            .contains("is given twice")
    );
    // The same method under other conditions is another point.
    let near = format!(
        "{POINT}, {{method: 'Lf/Tel;->getId(I)Ljava/lang/String;', when: [{{arg: 0, ints: [1]}}]}}"
    );
    knowledge(&with("apis/phone.yaml", &GROUPS.replace(POINT, &near)));
}

#[test]
fn members_exist() {
    for (point, fault) in [
        ("{method: 'Lf/Tel;->getIdx(I)V'}", "no such member"),
        (
            "{method: 'Lf/Tel;->getId(J)Ljava/lang/String;'}",
            "no such member",
        ),
        ("{method: 'Lf/Tel;->loose(I)V'}", "no such member"),
        (
            "{method: 'Lf/没有;->getId(I)V'}",
            "not in the framework model",
        ),
        ("{method: 'f.Tel.getId'}", "not a method descriptor"),
        (
            "{method: 'Lf/Tel;->getId(Lx)V'}",
            "prototype does not parse",
        ),
        ("{method: 'Lf/Tel;->getId(I)'}", "prototype does not parse"),
        ("{override: 'Lf/Tel;->nope()V'}", "no such member"),
        ("{field: 'Lf/Tel;->F:J'}", "no such member"),
        ("{field: 'Lf/Tel;->F'}", "not a field descriptor"),
        ("{method: 'Lseen/X;->b()V'}", "not in the framework model"),
    ] {
        let (place, what) = group(POINT, point);
        assert_eq!(place, "tel.id");
        assert!(what.contains(fault), "{point}: {what}");
    }
    for point in [
        // Inherited, with only the number of parameters known, of unknown type, and seen in a real binary.
        "{method: 'Lf/Tel;->base()V'}",
        "{method: 'Lf/Tel;->loose(I[Ljava/lang/String;)V'}",
        "{override: 'Lf/Base;->base()V'}",
        "{field: 'Lf/Tel;->F:I'}",
        "{field: 'Lf/Tel;->G:Ljava/lang/String;'}",
        "{method: 'Lseen/X;->a()V'}",
    ] {
        knowledge(&with("apis/phone.yaml", &GROUPS.replace(POINT, point)));
    }
}

#[test]
fn third_parties_have_prefixes_of_their_own() {
    let sdk = |from: &str, to: &str| only("sdks/some/sdk.yaml", &SDK.replace(from, to));
    assert_eq!(sdk("[com.some.sdk]", "[]").1, "no fact that identifies it");
    assert_eq!(sdk("[com.some.sdk]", "[com]").1, "prefix com is too broad");
    let other = SDK
        .replace("id: some.sdk", "id: other.sdk")
        .replace("[com.some.sdk]", "[com.other, com.some.sdk]");
    let (place, what) = only("sdks/other/sdk.yaml", &other);
    assert!(
        what.contains("prefix com.some.sdk belongs to"),
        "{place}: {what}"
    );
    // A longer prefix is another.
    knowledge(&with(
        "sdks/other/sdk.yaml",
        &other.replace("com.some.sdk]", "com.some.sdk.信息]"),
    ));
    // A library may be as broad as one word.
    let library = SDK
        .replace("kind: sdk", "kind: library")
        .replace("com.some.sdk", "kotlin");
    knowledge(&with("sdks/some/sdk.yaml", &library));
}

#[test]
fn facts_about_third_parties_are_sorted_sourced_and_known() {
    const SOURCE: &str = "{fact: packages, seen: made up, date: 2026-01-02}";
    let fault = |lines: &str, fact: &str| {
        let source = if fact.is_empty() {
            SOURCE.to_owned()
        } else {
            format!("{SOURCE}, {{fact: {fact}, seen: made up}}")
        };
        only(
            "sdks/some/sdk.yaml",
            &format!("{}{lines}\n", SDK.replace(SOURCE, &source)),
        )
        .1
    };
    let unsorted = "is not sorted, or has a value twice";
    assert_eq!(
        fault("aliases: [某推送𠮷, 某推送]", "aliases"),
        format!("aliases {unsorted}")
    );
    assert_eq!(
        fault("native_libs: [liba.so, liba.so]", "native_libs"),
        format!("native_libs {unsorted}")
    );
    assert_eq!(fault("aliases: [某推送]", ""), "aliases without a source");
    assert_eq!(
        fault("domains: [\"https://a.example\"]", "domains"),
        "https://a.example is no host name"
    );
    assert_eq!(
        fault("exceptions: [com.other.x]", ""),
        "exception com.other.x lies below none of the packages"
    );
    assert_eq!(fault("bundles: [nobody]", ""), "nobody is no other entry");
    assert_eq!(
        fault("bundles: [some.sdk]", ""),
        "some.sdk is no other entry"
    );
    assert_eq!(
        fault("discloses: {required: [no.such]}", ""),
        "unknown kind of information no.such"
    );
    assert_eq!(
        fault("discloses: {optional: [device.id], none: true}", ""),
        "discloses none and some"
    );
    assert_eq!(
        fault("init: [{method: com.some.sdk.A.init, role: init}]", ""),
        "com.some.sdk.A.init is no method"
    );
    let all = "aliases: [某推送, 某推送𠮷]
exceptions: [com.some.sdk.other]
components: [com.some.sdk.S]
meta_data: [SOME_KEY]
native_libs: [libsome.so]
assets: [assets/some/]
domains: [a.example]
strings: [some-sdk-string]
discloses: {required: [device.id], switches: ['Lcom/some/sdk/A;->off']}
policy_url: https://a.example/privacy
init: [{method: 'Lcom/some/sdk/A;->init', role: pre_init}]
opt_out: [{key: SOME_OFF, value: 'true'}]
";
    let sources: Vec<String> = [
        "aliases",
        "components",
        "meta_data",
        "native_libs",
        "assets",
        "domains",
        "strings",
    ]
    .iter()
    .map(|fact| format!("{{fact: {fact}, seen: made up}}"))
    .collect();
    let text = SDK.replace(SOURCE, &format!("{SOURCE}, {}", sources.join(", ")));
    knowledge(&with("sdks/some/sdk.yaml", &format!("{text}{all}")));
}

#[test]
fn entries_of_a_list_carry_its_licence() {
    let entry = format!("    {}\n", SDK.trim_end().replace('\n', "\n    "))
        .replacen("    format", "  - format", 1)
        .replace("some.sdk", "listed.sdk");
    let list = format!(
        "format: privlens/sdk-list/1\nlicence: ODbL-1.0\nattribution: made up\nsdks:\n{entry}"
    );
    let knowledge = knowledge(&with("sdks-odbl/list.yaml", &list));
    let licence = |id: &str| {
        let sdks = &knowledge.catalogues().sdks;
        let sdk = sdks.iter().find(|sdk| sdk.id.as_str() == id).unwrap();
        sdk.licence.as_ref().map(ToString::to_string)
    };
    assert_eq!(licence("listed.sdk").as_deref(), Some("ODbL-1.0"));
    assert_eq!(licence("some.sdk"), None);
}

#[test]
fn what_is_not_checked_yet() {
    // Known faults: each of these should be refused, and is not.
    for (path, text) in [
        (
            "permissions/api-needs.tsv",
            "Lf/没有;->x()V\t1-\tp.没有\tno\tx\n",
        ),
        (
            "permissions/uri-needs.yaml",
            "format: privlens/uri-needs/1\nuris: [{uri: 'content://a', read: [{api: '9-1', any_of: [p.没有]}]}]\n",
        ),
        (
            "permissions/action-needs.yaml",
            "format: privlens/action-needs/1\nactions: [{action: a, use: 没有, needs: [{api: '', any_of: [p.没有]}]}]\n",
        ),
        (
            "permissions/permissions.yaml",
            &PERMISSIONS.replace(
                "api: '1-', protection: normal",
                "api: '9-1', protection: 没有",
            ),
        ),
        (
            "apis/consumers.yaml",
            "format: privlens/consumers/1\nconsumers: [{kind: setting, method: 没有}]\n",
        ),
        (
            "apis/wrappers.yaml",
            "format: privlens/wrappers/1\nwrappers: [{method: 'Lf/Tel;->none()V', from: arg x, to: 没有, op: 没有}]\n",
        ),
        (
            "entry-points/a.yaml",
            "format: privlens/entry-points/1\nsets: [{component: 没有, base: 没有, methods: [{method: 没有}]}]\n",
        ),
        (
            "apis/phone.yaml",
            &GROUPS.replace(
                POINT,
                "{method: 'Lf/Tel;->base()V', since: 30, until: 20, when: [{arg: 7}]}",
            ),
        ),
        (
            "taxonomy/kinds.yaml",
            &KINDS.replace("sensitive:", "permissions: [p.没有], sensitive:"),
        ),
    ] {
        knowledge(&with(path, text));
    }
    // The file of a fault is the catalogue's folder, not the path of the file at fault.
    let found = check_faults(&with(
        "apis/phone.yaml",
        &GROUPS.replace("data: [device.id]", "data: []"),
    ));
    assert_eq!(found[0].file, "apis");
}

#[test]
fn faults_are_sorted_and_all_given() {
    let text = GROUPS
        .replace("data: [device.id]", "data: [b, a]")
        .replace(POINT, "{since: 1}");
    let found = check_faults(&with("apis/phone.yaml", &text));
    assert_eq!(found.len(), 3);
    assert!(found.is_sorted());
    assert!(check_faults_text(&text).lines().count() == 3);
    knowledge(&base());
}

fn check_faults_text(text: &str) -> String {
    let source = ruleset::source::read(&with("apis/phone.yaml", text)).unwrap();
    ruleset::Knowledge::from_source(&source)
        .unwrap_err()
        .to_string()
}
