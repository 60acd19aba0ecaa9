//! What native libraries and scripts add: reads by texts, native methods, calls from native code, permissions.

use app_facts::{Level, PermissionStatus, Phase, Via};
use call_graph::{
    Analysis, Index, LibraryInput, LibraryMatcher, LibraryTexts, ScriptInput, analyze,
};
use program_model::{DefId, DexInput, Program};
use ruleset::{Knowledge, source};

use crate::lab::{Lab, declared, main_with, of, only, permission};

const NATIVE: &str = "format: privlens/native/1
readers:
- {kind: property, imports: [read_property]}
- {kind: file, imports: [fopen]}
calls:
- {id: native.lan, title: {zh: 地址, en: address}, imports: [getifaddrs], data: [own], source: x}
- {id: native.net, title: {zh: 网络, en: network}, imports: [connect], data: [], permissions: [], source: x}
common: [/proc]
";

/// Runs an app with one library of these texts and imports; `users` are the native methods that use the first text.
fn run_with(
    program_text: &str,
    texts: &[&str],
    imports: &[&str],
    bind: &str,
    scripts: Vec<ScriptInput>,
) -> (Analysis, Vec<String>, bool) {
    let mut lab = Lab::new(program_text);
    lab.files
        .push(("native/native.yaml".to_owned(), NATIVE.as_bytes().to_vec()));
    lab.app.permissions = vec![declared("p.SCRIPT", None)];
    let knowledge = Knowledge::from_source(&source::read(&lab.files).unwrap()).unwrap();
    let index = Index::new(&knowledge);
    let view = index.framework_view();
    let input = DexInput {
        file: dex_parse::parse(&lab.dex[0]).unwrap().files()[0].clone(),
        name: "classes.dex".to_owned(),
        apk: "base.apk".to_owned(),
    };
    let program = Program::build(vec![input], &view);
    let matcher = LibraryMatcher::new(&program, &index);
    let mut found = LibraryTexts::default();
    for (n, text) in texts.iter().enumerate() {
        matcher.text(&mut found, 100 + n as u64, text.as_bytes(), true);
    }
    let imports = imports.iter().map(|name| name.as_bytes()).collect();
    let (mut reads, called) = matcher.finish(&found, &imports);
    let natives: Vec<DefId> = program
        .defs()
        .filter(|(_, row)| row.is_native())
        .map(|(def, _)| def)
        .collect();
    let registers = natives.iter().any(|def| matcher.registers(&found, *def));
    if bind == "users" {
        for read in &mut reads {
            read.users.clone_from(&natives);
        }
    }
    let names = called.iter().map(|def| program.def_name(*def)).collect();
    lab.app.outside.called_by_native = called;
    lab.app.outside.scripts = scripts;
    lab.app.outside.libraries = vec![LibraryInput {
        entry: "lib/arm64-v8a/libx.so".to_owned(),
        name: "libx.so".to_owned(),
        file: "base.apk".to_owned(),
        reads,
        bound: natives,
        ..LibraryInput::default()
    }];
    (analyze(&program, &index, &lab.app), names, registers)
}

const EMPTY: &str = "nop";

fn library(texts: &[&str], imports: &[&str]) -> Analysis {
    run_with(&main_with(EMPTY), texts, imports, "", Vec::new()).0
}

#[test]
fn a_text_with_its_reader_is_present() {
    let found = library(&["ro.serialno"], &["read_property"]);
    let access = only(&found, "prop");
    assert_eq!((access.level, access.via), (Level::Present, Via::Native));
    assert_eq!(access.api, "property:ro.serialno");
    assert_eq!(access.site.method, "lib/arm64-v8a/libx.so");
    assert_eq!(access.phase, None);
    // Without the import, or with that of another kind, it is only a text.
    assert_eq!(
        only(&library(&["ro.serialno"], &[]), "prop").level,
        Level::String
    );
    assert_eq!(
        only(&library(&["ro.serialno"], &["fopen"]), "prop").level,
        Level::String
    );
}

#[test]
fn texts_are_matched_at_words() {
    let file = |text: &str| of(&library(&[text], &["fopen"]), "file").len();
    assert_eq!(file("/sys/class/net/wlan0/address"), 1);
    assert_eq!(file("cat /sys/class/net/%s/address"), 1);
    assert_eq!(file("x/sys/class/net/wlan0/address"), 0);
    assert_eq!(file("/system/class/net/"), 0);
    // What every library holds says nothing.
    assert_eq!(file("/proc"), 0);
    assert_eq!(
        of(&library(&["ro.serialno2"], &["read_property"]), "prop").len(),
        0
    );
    assert_eq!(
        of(&library(&["content://通讯录𠮷/1"], &[]), "contact").len(),
        1
    );
}

#[test]
fn a_member_needs_class_name_and_signature() {
    let all = ["f/Tel", "getId", "()Ljava/lang/String;"];
    let access = library(&all, &[]);
    assert_eq!(only(&access, "id").level, Level::String);
    for gone in 0..3 {
        let mut some: Vec<&str> = all.to_vec();
        some.remove(gone);
        assert!(of(&library(&some, &[]), "id").is_empty(), "{gone}");
    }
    assert_eq!(
        only(
            &library(&["Lf/Tel;", "getId", "()Ljava/lang/String;"], &[]),
            "id"
        )
        .via,
        Via::Native
    );
}

#[test]
fn an_import_that_reads_is_present() {
    let found = library(&[], &["getifaddrs"]);
    let access = only(&found, "own");
    assert_eq!(
        (access.level, access.api.as_str()),
        (Level::Present, "native:getifaddrs")
    );
    assert!(library(&[], &["connect"]).accesses.is_empty());
}

const WITH_NATIVE: &str = ".class public Lcn/app/Main; extends Lf/Activity;
.method public onCreate()V 4
invoke-virtual {p0} Lcn/app/Main;->read()Ljava/lang/String;
return-void
.end
.method public native read()Ljava/lang/String;
";

#[test]
fn a_chain_through_a_native_method_makes_it_reachable() {
    let found = run_with(
        WITH_NATIVE,
        &["ro.serialno"],
        &["read_property"],
        "users",
        Vec::new(),
    )
    .0;
    let access = only(&found, "prop");
    assert_eq!(access.level, Level::Reachable);
    assert_eq!(access.chain.len(), 3);
    assert_eq!(access.chain[2].edge, "native");
    assert!(access.phase.is_some());
    assert_eq!(access.cuts.len(), 1);
    assert_eq!(access.owner.short(), "app");
    // Nothing shows that the function reads the text: present.
    let other = run_with(
        WITH_NATIVE,
        &["ro.serialno"],
        &["read_property"],
        "",
        Vec::new(),
    )
    .0;
    assert_eq!(only(&other, "prop").level, Level::Present);
    // A native method that nothing calls.
    let unused = WITH_NATIVE.replace(
        "invoke-virtual {p0} Lcn/app/Main;->read()Ljava/lang/String;\n",
        "",
    );
    let found = run_with(
        &unused,
        &["ro.serialno"],
        &["read_property"],
        "users",
        Vec::new(),
    )
    .0;
    assert_eq!(only(&found, "prop").level, Level::Present);
}

#[test]
fn registrations_name_class_method_and_signature() {
    let is = |texts: &[&str]| run_with(WITH_NATIVE, texts, &[], "", Vec::new()).2;
    assert!(is(&["cn/app/Main", "read", "()Ljava/lang/String;"]));
    assert!(!is(&["cn/app/Main", "read", "()V"]));
    assert!(!is(&["cn/app/Other", "read", "()Ljava/lang/String;"]));
}

#[test]
fn methods_that_native_code_names_can_run() {
    let text = format!(
        "{}.class public Lcn/app/Back; extends Ljava/lang/Object;\n\
         .method public static call()V 4\ninvoke-virtual {{v0}} Lf/Tel;->getId()Ljava/lang/String;\nreturn-void\n.end\n",
        main_with(EMPTY)
    );
    let (found, names, _) = run_with(&text, &["cn/app/Back", "call", "()V"], &[], "", Vec::new());
    assert_eq!(names, ["Lcn/app/Back;->call()V"]);
    let access = only(&found, "id");
    assert_eq!(access.level, Level::Reachable);
    assert_eq!(access.phase, Some(Phase::Unknown));
    let (found, names, _) = run_with(&text, &["cn/app/Back", "call", "(I)V"], &[], "", Vec::new());
    assert!(names.is_empty());
    assert_eq!(only(&found, "id").level, Level::Present);
}

#[test]
fn scripts_give_accesses_and_keep_permissions_open() {
    let script = |is_used| ScriptInput {
        framework: "demo".to_owned(),
        name: "uni.取𠮷".to_owned(),
        data: vec!["place".to_owned()],
        permissions: vec!["p.SCRIPT".to_owned()],
        entry: "assets/a.js".to_owned(),
        file: "base.apk".to_owned(),
        offset: 7,
        is_used,
    };
    let of_script = |list| run_with(&main_with(EMPTY), &[], &[], "", list).0;
    let found = of_script(vec![script(true)]);
    let access = only(&found, "place");
    assert_eq!((access.level, access.via), (Level::Present, Via::Script));
    assert_eq!(access.api, "script:uni.取𠮷");
    assert_eq!(
        only(&of_script(vec![script(false)]), "place").level,
        Level::String
    );
    let fact = permission(&found, "p.SCRIPT").unwrap();
    assert_ne!(fact.status, PermissionStatus::Unused);
    let at = found
        .accesses
        .iter()
        .position(|one| one.data == "place")
        .unwrap();
    assert!(fact.accesses.contains(&at));
}
