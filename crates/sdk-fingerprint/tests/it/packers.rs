//! Packers: a stub is seen, a hardened library beside whole code is not, and neither is a large asset alone.

use std::fmt::Write as _;

use ruleset::Text;
use ruleset::schema::{Names, Packer};
use sdk_fingerprint::{PackedEntry, PackerInput, PackerVerdict, Seen, UNIDENTIFIED, find_packer};

use crate::assembler::dex;
use crate::program;

fn text(text: &str) -> Text<'static> {
    Text::from(text.to_owned())
}

fn catalogue() -> Vec<Packer<'static>> {
    let names = || Names {
        zh: text("某加固"),
        en: text("Some packer"),
    };
    vec![Packer {
        id: text("some-packer"),
        name: names(),
        vendor: names(),
        applications: vec![text("com.stub.Wrapper")],
        packages: vec![text("com.stub")],
        native_libs: vec![text("libshell-*.so")],
        weak_libs: vec![text("libutil.so")],
        assets: vec![text("assets/壳/")],
        sources: Vec::new(),
    }]
}

fn entry(name: &str, size: u64) -> PackedEntry {
    PackedEntry {
        name: name.to_owned(),
        size,
        packed_size: size - size / 100,
        is_random: false,
    }
}

fn look(code: &str, input: &PackerInput) -> PackerVerdict {
    let bytes = dex(code);
    let mut input = input.clone();
    if input.dex_bytes == 0 {
        input.dex_bytes = u64::try_from(bytes.len()).unwrap();
    }
    find_packer(&program(&bytes), &input, &catalogue())
}

const STUB: &str = ".class public Lcom/stub/Wrapper; extends Landroid/app/Application;
.method public attach()V 1
return-void
.end
";
const WHOLE: &str = ".class public Lcom/app/App; extends Landroid/app/Application;
.method public attach()V 1
return-void
.end
.class public Lcom/app/Main; extends Landroid/app/Activity;
.method public show()V 1
return-void
.end
";

fn whole_input() -> PackerInput {
    PackerInput {
        applications: vec!["com.app.App".to_owned()],
        components: vec!["com.app.Main".to_owned()],
        ..PackerInput::default()
    }
}

#[test]
fn a_catalogued_stub_is_named_and_lowers_what_is_seen() {
    let verdict = look(
        STUB,
        &PackerInput {
            applications: vec!["com.stub.Wrapper".to_owned()],
            components: vec!["com.app.Main".to_owned()],
            entries: vec![entry("lib/arm64-v8a/libshell-2.9.so", 9000)],
            ..PackerInput::default()
        },
    );
    assert_eq!(verdict.packer.as_deref(), Some("some-packer"));
    assert_eq!(verdict.seen, Seen::Stub);
    assert_eq!(verdict.stub_packages, ["com.stub"]);
    assert!(
        verdict
            .signs
            .contains(&"application class com.stub.Wrapper".to_owned()),
        "{verdict:?}"
    );
}

#[test]
fn names_without_missing_code_lower_nothing() {
    for name in [
        "lib/arm64-v8a/libshell-2.9.so",
        "lib/arm64-v8a/libutil.so",
        "assets/壳/a.dat",
    ] {
        let verdict = look(
            WHOLE,
            &PackerInput {
                entries: vec![entry(name, 9000)],
                ..whole_input()
            },
        );
        assert_eq!(verdict, PackerVerdict::default(), "{name}");
    }
}

#[test]
fn a_name_that_is_only_alike_is_no_packer() {
    // The class of another package, and a library whose name begins in the same way.
    let verdict = look(
        &STUB.replace("Lcom/stub/Wrapper;", "Lcom/stub/Wrapper2;"),
        &PackerInput {
            applications: vec!["com.stub.Wrapper2".to_owned()],
            entries: vec![entry("lib/arm64-v8a/libshell.so", 9000)],
            ..PackerInput::default()
        },
    );
    assert_eq!(verdict, PackerVerdict::default());
}

#[test]
fn an_unknown_packer_is_told_by_missing_components_beside_a_payload() {
    let input = PackerInput {
        applications: vec!["x.Y".to_owned()],
        components: vec!["com.app.Main".to_owned(), "com.app.Other".to_owned()],
        entries: vec![entry("assets/密文", 900_000)],
        ..PackerInput::default()
    };
    let stub = STUB.replace("Lcom/stub/Wrapper;", "Lx/Y;");
    let verdict = look(&stub, &input);
    assert_eq!(verdict.packer.as_deref(), Some(UNIDENTIFIED));
    assert_eq!(verdict.seen, Seen::Stub);
    // The same payload beside whole code is an asset.
    let whole = PackerInput {
        entries: input.entries,
        ..whole_input()
    };
    assert_eq!(look(WHOLE, &whole), PackerVerdict::default());
    // Dumped code was added: what is missing then is not the stub's doing.
    let added = PackerInput {
        has_added_dex: true,
        applications: vec!["x.Y".to_owned()],
        components: vec!["com.app.Main".to_owned(), "com.app.Other".to_owned()],
        ..PackerInput::default()
    };
    assert_ne!(look(&stub, &added).seen, Seen::Stub);
}

#[test]
fn bodies_of_zeros_mean_that_code_was_taken_out() {
    let code = |n_zero: usize| {
        let mut out = String::from(".class public Lcom/app/App;\n");
        for n in 0..100 {
            let body = if n < n_zero {
                "nop\nnop\nnop\nreturn-void"
            } else {
                "const-string v0 \"信 𠮷\"\nnop\nreturn-void"
            };
            writeln!(out, ".method public m{n}()V 2\n{body}\n.end").unwrap();
        }
        out
    };
    let input = PackerInput {
        applications: vec!["com.app.App".to_owned()],
        dex_bytes: 5_000_000,
        ..PackerInput::default()
    };
    let verdict = look(&code(10), &input);
    assert_eq!(verdict.seen, Seen::Part);
    assert_eq!(verdict.signs, ["10 of 100 methods hold only zeros"]);
    assert_eq!(look(&code(9), &input), PackerVerdict::default());
}

#[test]
fn code_compiled_to_native_methods_is_told() {
    let code = |n_native: usize| {
        let mut out = String::from(".class public Lcom/app/App;\n");
        for n in 0..100 {
            if n < n_native {
                writeln!(out, ".method public native m{n}()V").unwrap();
            } else {
                writeln!(
                    out,
                    ".method public m{n}()V 2\nconst-string v0 \"信 𠮷\"\nreturn-void\n.end"
                )
                .unwrap();
            }
        }
        out
    };
    let input = PackerInput {
        applications: vec!["com.app.App".to_owned()],
        dex_bytes: 5_000_000,
        ..PackerInput::default()
    };
    let verdict = look(&code(20), &input);
    assert_eq!(verdict.seen, Seen::Part);
    assert_eq!(verdict.signs, ["20 of 100 methods are native"]);
    assert_eq!(verdict.packer.as_deref(), Some(UNIDENTIFIED));
    // A library with some native methods is no packed app.
    assert_eq!(look(&code(19), &input), PackerVerdict::default());
}
