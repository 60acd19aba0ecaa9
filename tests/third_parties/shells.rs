//! Apps whose code is wrapped: what is seen is told, a gap says why, and nothing is concluded from what is absent.
//! Refuses to call an app with a large encrypted asset wrapped.

use std::fmt::Write as _;

use app_facts::{AppFacts, Verdict, Visibility};
use rule_eval::{EvalOptions, Judge};

use crate::assembler::dex;
use crate::zips::{self, File};
use crate::{KNOWLEDGE, facts, manifest};

/// Bytes that look encrypted.
fn noise(len: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    (0..len)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            u8::try_from(state >> 56).unwrap()
        })
        .collect()
}

/// The stub of a packer: one application class that loads a library.
fn stub(class: &str) -> String {
    format!(
        ".class public {class} extends Landroid/app/Application;
.method public attachBaseContext(Landroid/content/Context;)V 3
const-string v0 \"shell\"
invoke-static {{v0}} Ljava/lang/System;->loadLibrary(Ljava/lang/String;)V
return-void
.end
"
    )
}

const MAIN: &str = ".class public Lcn/shop/Main; extends Landroid/app/Activity;
.method public onCreate(Landroid/os/Bundle;)V 3
const-string v0 \"店\"
return-void
.end
.class public Lcn/shop/App; extends Landroid/app/Application;
.method public onCreate()V 2
const-string v0 \"店 𠮷\"
return-void
.end
";

fn apk(application: &str, code: &str, more: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut files = vec![
        File::stored(
            "AndroidManifest.xml",
            manifest(application, &["cn.shop.Main", "cn.shop.Pay"]),
        ),
        File::stored("classes.dex", dex(code)),
    ];
    for (name, bytes) in more {
        files.push(File::stored(name, bytes.clone()));
    }
    zips::build(&files)
}

/// As [`MAIN`], with every declared component.
fn whole() -> String {
    format!(
        "{MAIN}.class public Lcn/shop/Pay; extends Landroid/app/Activity;\n.method public onCreate(Landroid/os/Bundle;)V \
         3\nconst-string v0 \"付\"\nreturn-void\n.end\n"
    )
}

fn has_gap(facts: &AppFacts) -> bool {
    facts.gaps.iter().any(|gap| gap.why.contains("packed"))
}

/// Answers of the rules that rest on something being absent.
fn absence_answers(facts: &AppFacts) -> Vec<(String, Verdict)> {
    let rules = &KNOWLEDGE.catalogues().judging.rules;
    let absence: Vec<&str> = rules
        .iter()
        .filter(|rule| rule.absence)
        .map(|rule| rule.id.as_str())
        .collect();
    assert!(absence.len() >= 5, "{absence:?}");
    let options = EvalOptions {
        as_of: "2026-11-22".to_owned(),
        ..EvalOptions::default()
    };
    let judged = Judge::new(&KNOWLEDGE, &options).judge(facts);
    judged
        .checks
        .into_iter()
        .filter(|check| absence.contains(&check.rule.as_str()))
        .map(|check| (check.rule, check.result))
        .collect()
}

fn assert_wrapped(facts: &AppFacts, packer: Option<&str>, visibility: Visibility) {
    assert_eq!(
        facts.coverage.visibility, visibility,
        "{:?}",
        facts.coverage
    );
    assert!(!facts.coverage.complete);
    assert!(has_gap(facts), "{:?}", facts.gaps);
    if packer.is_some() {
        assert_eq!(facts.coverage.packed.as_deref(), packer);
    }
    for (rule, result) in absence_answers(facts) {
        assert_eq!(result, Verdict::NotEvaluated, "{rule}");
    }
}

#[test]
fn the_catalogue_names_forty_packers() {
    let n = KNOWLEDGE.catalogues().packers.len();
    assert!(n >= 40, "{n}");
}

#[test]
fn the_stub_of_a_catalogued_packer_is_a_shell_and_owns_its_code() {
    // Every packer of the catalogue that has a stub class.
    let mut n = 0;
    for packer in &KNOWLEDGE.catalogues().packers {
        for class in &packer.applications {
            let descriptor = format!("L{};", class.replace('.', "/"));
            let facts = facts(&apk(
                class,
                &stub(&descriptor),
                &[("assets/data.bin", noise(200_000))],
            ));
            assert_wrapped(&facts, Some(packer.id.as_str()), Visibility::ShellOnly);
            n += 1;
        }
    }
    assert!(n >= 20, "{n}");
}

#[test]
fn a_tiny_dex_beside_a_payload_is_a_shell_only_when_declared_code_is_missing() {
    let payload = [("assets/壳𠮷.dat", noise(900_000))];
    let facts_of = |code: &str| facts(&apk("x.Y", code, &payload));
    assert_wrapped(
        &facts_of(&stub("Lx/Y;")),
        Some("unidentified"),
        Visibility::ShellOnly,
    );
    // The same payload in an app with all its code is an asset.
    let normal = facts(&apk("cn.shop.App", &whole(), &payload));
    assert_eq!(
        normal.coverage.visibility,
        Visibility::Full,
        "{:?}",
        normal.coverage
    );
    assert_eq!(normal.coverage.packed, None);
    assert!(!has_gap(&normal));
    // There a permission that nothing uses is told, which a shell says nothing about.
    let unused = absence_answers(&normal)
        .into_iter()
        .find(|(rule, _)| rule == "PA-003");
    assert!(
        unused.is_some_and(|(_, result)| result != Verdict::NotEvaluated),
        "PA-003 on whole code"
    );
}

#[test]
fn extracted_bodies_are_part_of_the_code() {
    let code = |n_zero: usize| {
        let mut out = whole();
        out.push_str(".class public Lcn/shop/Logic;\n");
        for n in 0..200 {
            let body = if n < n_zero {
                "nop\nnop\nnop\nnop\nreturn-void"
            } else {
                "const-string v0 \"算 𠮷\"\nreturn-void"
            };
            writeln!(out, ".method public m{n}()V 2\n{body}\n.end").unwrap();
        }
        out
    };
    assert_wrapped(
        &facts(&apk("cn.shop.App", &code(150), &[])),
        None,
        Visibility::Partial,
    );
    let few = facts(&apk("cn.shop.App", &code(4), &[]));
    assert_eq!(few.coverage.visibility, Visibility::Full);
}

#[test]
fn code_compiled_to_native_methods_is_part_of_the_code() {
    let code = |n_native: usize| {
        let mut out = whole();
        out.push_str(".class public Lcn/shop/Logic;\n");
        for n in 0..200 {
            if n < n_native {
                writeln!(out, ".method public native m{n}()V").unwrap();
            } else {
                writeln!(
                    out,
                    ".method public m{n}()V 2\nconst-string v0 \"算 𠮷\"\nreturn-void\n.end"
                )
                .unwrap();
            }
        }
        out
    };
    assert_wrapped(
        &facts(&apk("cn.shop.App", &code(120), &[])),
        None,
        Visibility::Partial,
    );
    // A few native methods are what every app with a library has.
    let few = facts(&apk("cn.shop.App", &code(6), &[]));
    assert_eq!(few.coverage.visibility, Visibility::Full);
}

#[test]
fn a_hardened_app_still_yields_libraries_of_its_files_and_permissions() {
    let facts = facts(&apk(
        "com.stub.StubApp",
        &stub("Lcom/stub/StubApp;"),
        &[
            ("assets/libjiagu.so", noise(300_000)),
            ("lib/arm64-v8a/libBugly.so", vec![0x7f, b'E', b'L', b'F']),
        ],
    ));
    assert_eq!(facts.coverage.visibility, Visibility::ShellOnly);
    assert!(
        facts
            .permissions
            .iter()
            .any(|row| row.name.ends_with("READ_PHONE_STATE")),
        "{:?}",
        facts.permissions
    );
    assert!(
        facts.sdks.iter().any(|sdk| sdk.id == "tencent-bugly"),
        "{:?}",
        facts.sdks
    );
}
