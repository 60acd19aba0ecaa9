//! A library found again under other names, its version told, and code that only looks like it left alone.

use std::borrow::Cow;
use std::fmt::Write as _;

use sdk_fingerprint::{
    Background, Identified, Profile, ProfileImage, compile, identify, of_program,
};

use crate::assembler::dex;
use crate::program;

/// A made-up library of eight classes with five methods each, below one package. `words` are what its texts are about;
/// `last` stands in the texts of the last class only.
fn library(package: &str, words: &str, last: &str) -> Vec<u8> {
    dex(&code(package, "C", words, last))
}

/// As [`library`], as text, with another beginning of the class names.
fn code(package: &str, prefix: &str, words: &str, last: &str) -> String {
    let mut text = String::new();
    for class in 0..8 {
        let word = if class == 7 { last } else { words };
        writeln!(text, ".class public L{package}/{prefix}{class};").unwrap();
        for method in 0..5 {
            writeln!(
                text,
                ".method public m{method}(Ljava/io/File;)V 4
const-string v0 \"{word} 第 {class} 类 𠮷 step {method}\"
const-string v1 \"{word} failure {method} of {class}\"
invoke-virtual {{p1}} Ljava/io/File;->op{words}{method}()V
invoke-static {{p1}} L{package}/{prefix}{class};->help(Ljava/io/File;)V
return-void
.end"
            )
            .unwrap();
        }
        writeln!(
            text,
            ".method public static help(Ljava/io/File;)V 2
const-string v0 \"{word} helper number {class}\"
return-void
.end"
        )
        .unwrap();
    }
    text
}

fn profile(id: &str, version: &str, bytes: &[u8]) -> Profile {
    Profile::new(id, version, &of_program(&program(bytes)))
}

/// Profiles of three libraries, one of them in two versions.
fn image() -> ProfileImage {
    let profiles = [
        profile("push", "1.0", &library("com/push", "push", "push")),
        profile("push", "2.0", &library("com/push", "push", "push new")),
        profile("map", "5.1", &library("com/map", "map", "map")),
        profile("pay", "3", &library("com/pay", "pay", "pay")),
    ];
    let bytes = compile(&profiles, &Background::default()).unwrap();
    ProfileImage::open(Cow::Owned(bytes)).unwrap()
}

fn found(bytes: &[u8]) -> Identified {
    identify(&program(bytes), &image())
}

fn ids(found: &Identified) -> Vec<&str> {
    found.libraries.iter().map(|hit| hit.id.as_str()).collect()
}

#[test]
fn a_renamed_copy_is_the_library_with_its_version_and_all_its_classes() {
    for (last, version) in [("push", "1.0"), ("push new", "2.0")] {
        let found = found(&library("a/b/信", "push", last));
        assert_eq!(ids(&found), ["push"]);
        let hit = &found.libraries[0];
        assert_eq!(hit.version.exact.as_deref(), Some(version), "{hit:?}");
        assert_eq!(hit.classes.len(), 8);
        assert!(found.owner.iter().all(|owner| *owner == Some(0)));
    }
}

#[test]
fn libraries_moved_into_one_package_are_told_apart_class_by_class() {
    // One package holds two libraries and the app's own code, as after shading and repackaging.
    let text = [
        code("o/𠮷", "a", "push", "push new"),
        code("o/𠮷", "b", "map", "map"),
        code("o/𠮷", "c", "weather", "weather"),
    ]
    .concat();
    let bytes = dex(&text);
    let found = found(&bytes);
    assert_eq!(ids(&found), ["map", "push"]);
    assert_eq!(found.libraries[1].version.exact.as_deref(), Some("2.0"));
    let program = program(&bytes);
    for (id, class) in program.classes() {
        let name = program.type_name(class.ty);
        let name = name.trim_start_matches("Lo/𠮷/");
        let expected = match name.as_bytes()[0] {
            b'a' => Some("push"),
            b'b' => Some("map"),
            _ => None,
        };
        let owner = found.owner[id.index()].map(|n| found.libraries[n as usize].id.as_str());
        assert_eq!(owner, expected, "{name}");
    }
}

#[test]
fn a_library_inside_the_package_of_another_is_not_the_other() {
    let text = [
        code("com/map", "C", "map", "map"),
        code("com/map/inner", "x", "pay", "pay"),
    ]
    .concat();
    let found = found(&dex(&text));
    assert_eq!(ids(&found), ["map", "pay"]);
    assert_eq!(
        found
            .libraries
            .iter()
            .map(|hit| hit.classes.len())
            .sum::<usize>(),
        16
    );
}

#[test]
fn a_version_that_no_profile_has_is_never_told_exactly() {
    // A third version: as the second, with other texts in its last class.
    let found = found(&library("a/b", "push", "push other"));
    assert_eq!(ids(&found), ["push"]);
    assert_eq!(
        found.libraries[0].version.exact, None,
        "{:?}",
        found.libraries[0]
    );
}

#[test]
fn unrelated_code_of_the_same_shape_and_under_the_same_names_is_no_library() {
    let found = found(&library("com/push", "weather", "weather"));
    assert!(ids(&found).is_empty(), "{found:?}");
    assert!(found.owner.iter().all(Option::is_none));
}

#[test]
fn one_copied_class_is_not_the_library() {
    let text = ".class public La/Copied;
.method public m(Ljava/io/File;)V 4
const-string v0 \"push 第 0 类 𠮷 step 0\"
const-string v1 \"push failure 0 of 0\"
invoke-virtual {p1} Ljava/io/File;->oppush0()V
return-void
.end
";
    assert!(ids(&found(&dex(text))).is_empty());
}

#[test]
fn profiles_laid_over_others_find_what_is_left() {
    let own = profile("𠮷.own", "7", &library("x", "own", "own"));
    let image = image().with_profiles(&[own]).unwrap();
    let bytes = library("o", "own", "own");
    let found = identify(&program(&bytes), &image);
    assert_eq!(ids(&found), ["𠮷.own"]);
}

#[test]
fn the_same_profiles_compile_to_the_same_bytes_in_any_order() {
    let mut profiles = vec![
        profile("push", "2.0", &library("p", "push", "push new")),
        profile("map", "5.1", &library("m", "map", "map")),
        profile("push", "1.0", &library("p", "push", "push")),
    ];
    let first = compile(&profiles, &Background::default()).unwrap();
    profiles.reverse();
    assert!(compile(&profiles, &Background::default()).unwrap() == first);
}
