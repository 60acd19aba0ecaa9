//! A renamed library owns its reads; the app's own renamed code, which does the same, does not go to it. Refuses names:
//! library and app stand in one package of the app after renaming.

use std::borrow::Cow;
use std::fmt::Write as _;

use app_facts::{AppFacts, OwnerKind};
use pipeline::Analyzer;
use program_model::{DexInput, NoFramework, Program};
use sdk_fingerprint::{Background, Profile, ProfileImage, compile, of_program};

use crate::assembler::dex;
use crate::zips::{self, File};
use crate::{KNOWLEDGE, manifest};

static NOTHING: NoFramework = NoFramework;

/// Ten classes of a library below one package; the first reads the number of the device when the app calls `start`.
fn library(package: &str, words: &str) -> String {
    let mut text = String::new();
    for class in 0..10 {
        writeln!(text, ".class public L{package}/C{class};").unwrap();
        for method in 0..5 {
            writeln!(
                text,
                ".method public m{method}(Ljava/io/File;)V 4
const-string v0 \"{words} 第 {class} 类 𠮷 step {method}\"
const-string v1 \"{words} failure {method} of {class}\"
invoke-virtual {{p1}} Ljava/io/File;->exists()Z
invoke-static {{p1}} L{package}/C{class};->help(Ljava/io/File;)V
return-void
.end"
            )
            .unwrap();
        }
        writeln!(
            text,
            ".method public static help(Ljava/io/File;)V 2
const-string v0 \"{words} helper number {class}\"
return-void
.end
.method public static start(Landroid/telephony/TelephonyManager;)V 2
const-string v0 \"{words} reads once {class}\"
invoke-virtual {{p0}} Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
return-void
.end"
        )
        .unwrap();
    }
    text
}

/// The activity calls the library and own code, both renamed into the same package.
fn app(library_package: &str, library_words: &str, own: &str) -> Vec<u8> {
    let mut code = format!(
        ".class public Lcn/shop/Main; extends Landroid/app/Activity;
.method public onCreate(Landroid/os/Bundle;)V 4
const-string v0 \"phone\"
invoke-virtual {{p0, v0}} Lcn/shop/Main;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
move-result-object v0
check-cast v0 Landroid/telephony/TelephonyManager;
invoke-static {{v0}} L{library_package}/C0;->start(Landroid/telephony/TelephonyManager;)V
invoke-static {{v0}} {own}->read(Landroid/telephony/TelephonyManager;)V
return-void
.end
.class public {own}
.method public static read(Landroid/telephony/TelephonyManager;)V 2
const-string v0 \"own code about the shop 店\"
invoke-virtual {{p0}} Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
return-void
.end
"
    );
    code.push_str(&library(library_package, library_words));
    zips::build(&[
        File::stored(
            "AndroidManifest.xml",
            manifest("android.app.Application", &["cn.shop.Main"]),
        ),
        File::stored("classes.dex", dex(&code)),
    ])
}

fn profile(id: &str, version: &str, package: &str, words: &str) -> Profile {
    let bytes = dex(&library(package, words));
    let container = dex_parse::parse(&bytes).unwrap();
    let input = DexInput {
        file: container.files()[0].clone(),
        name: "classes.dex".to_owned(),
        apk: String::new(),
    };
    let program = Program::build(vec![input], &NOTHING);
    Profile::new(id, version, &of_program(&program))
}

/// An image with profiles of two libraries under ids of catalogue entries.
fn profiles() -> ProfileImage {
    let profiles = [
        profile("jpush", "9.9", "com/vendor/push", "push"),
        profile("weibo", "1.0", "com/vendor/share", "share"),
    ];
    let bytes = compile(&profiles, &Background::default()).unwrap();
    ProfileImage::open(Cow::Owned(bytes)).unwrap()
}

/// For each read of the device's number: the class that reads, and its owner.
fn readers(facts: &AppFacts) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = facts
        .accesses
        .iter()
        .filter(|access| access.api.contains("getDeviceId"))
        .map(|access| {
            let class = access.site.method.split("->").next().unwrap().to_owned();
            let owner = match access.owner.kind {
                OwnerKind::App => "app".to_owned(),
                OwnerKind::Unknown => "unknown".to_owned(),
                _ => access.owner.sdk.clone().unwrap_or_default(),
            };
            (class, owner)
        })
        .collect();
    out.sort();
    out.dedup();
    out
}

fn scan(apk: &[u8]) -> AppFacts {
    let analyzer = Analyzer::with_profiles(&KNOWLEDGE, profiles());
    let options = pipeline::Options::default();
    analyzer.analyze("shop.apk", apk, &options).unwrap()
}

#[test]
fn reads_of_a_renamed_library_belong_to_it_and_those_of_renamed_own_code_do_not() {
    // The library was moved to a package of its own, into the app's package, and beside own code without any package.
    for (package, own) in [
        ("o", "La/b;"),
        ("cn/shop/a", "Lcn/shop/a/Own;"),
        ("信", "L信/己;"),
    ] {
        let facts = scan(&app(package, "push", own));
        let readers = readers(&facts);
        let of_library = format!("L{package}/C0;");
        assert!(
            readers.contains(&(of_library, "jpush".to_owned())),
            "{package}: {readers:?}"
        );
        let own_reader = readers.iter().find(|(class, _)| class == own).unwrap();
        assert_ne!(own_reader.1, "jpush", "{package}: {readers:?}");
        let sdk = facts.sdks.iter().find(|sdk| sdk.id == "jpush").unwrap();
        assert_eq!(sdk.confidence, app_facts::SdkConfidence::Fingerprint);
        assert!(sdk.reachable, "{package}");
    }
}

#[test]
fn code_of_the_same_shape_with_other_texts_is_no_library() {
    let facts = scan(&app("o", "weather", "La/b;"));
    assert!(
        facts.sdks.iter().all(|sdk| sdk.id != "jpush"),
        "{:?}",
        facts.sdks
    );
    assert!(readers(&facts).iter().all(|(_, owner)| owner != "jpush"));
}
