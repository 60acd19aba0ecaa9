//! What kind of file is recognised, and its parts.

use apk_unpack::{
    Container, ContainerKind, DexLoad, EntryOrigin, Limits, PartRole, ProblemKind, UnpackError,
    open,
};

use crate::builder::{File, MANIFEST, Zip, dex};

fn opened(bytes: &[u8]) -> Container<'_> {
    open(bytes, &Limits::default()).unwrap()
}

fn parts<'c>(container: &'c Container<'_>) -> Vec<(&'c str, PartRole)> {
    container
        .parts()
        .iter()
        .map(|part| (part.name(), part.role()))
        .collect()
}

fn problems(container: &Container<'_>) -> Vec<ProblemKind> {
    container
        .problems()
        .iter()
        .map(|problem| problem.kind)
        .collect()
}

fn apk(tag: &str) -> Vec<u8> {
    Zip::of([
        File::deflated("AndroidManifest.xml", MANIFEST),
        File::deflated("classes.dex", &dex(tag)),
    ])
    .build()
}

#[test]
fn what_is_no_app_says_so_in_one_line() {
    let error = |bytes: &[u8]| open(bytes, &Limits::default()).unwrap_err();
    assert_eq!(error(b""), UnpackError::Empty);
    assert_eq!(error(b"").to_string(), "the file is empty");
    assert_eq!(
        error("你好，世界".as_bytes()).to_string(),
        "not an Android app: a text"
    );
    assert_eq!(
        error(b"\x7fELF\x01").to_string(),
        "not an Android app: an ELF binary"
    );
    let zip = Zip::of([File::stored("读我.txt", b"hello")]).build();
    assert!(matches!(error(&zip), UnpackError::NotAnApp { .. }));
    let empty_zip = Zip::default().build();
    assert!(matches!(
        error(&empty_zip),
        UnpackError::NoEntries { len: 22 }
    ));
    assert!(matches!(
        error(b"PK\x03\x04"),
        UnpackError::NoEntries { .. }
    ));
    for text in [error(&zip), error(&empty_zip)] {
        assert!(!text.to_string().contains('\n'));
    }
}

#[test]
fn a_bare_dex_file_is_its_own_part() {
    let bytes = dex("bare");
    let container = opened(&bytes);
    assert_eq!(container.kind(), ContainerKind::Dex);
    assert_eq!(parts(&container), [("", PartRole::Bare)]);
    let part = &container.parts()[0];
    let found = part.dex_entries();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].load, DexLoad::Loaded(1));
    assert_eq!(found[0].entry.origin, EntryOrigin::WholeFile);
    assert_eq!(&*part.read(found[0].entry).unwrap().bytes, &bytes);
    assert!(part.signing().signers.is_empty());
}

#[test]
fn dex_files_come_in_load_order() {
    let mut zip = Zip::of([File::stored("AndroidManifest.xml", MANIFEST)]);
    for name in [
        "classes10.dex",
        "classes2.dex",
        "classes.dex",
        "classes4.dex",
        "classes3.dex",
        "classes02.dex",
        "assets/插件.dex",
        "secondary-program",
    ] {
        zip = zip.push(File::stored(name, &dex(name)));
    }
    let bytes = zip.build();
    let container = opened(&bytes);
    let found: Vec<(&str, DexLoad)> = container.parts()[0]
        .dex_entries()
        .iter()
        .map(|dex| (dex.entry.name.as_str(), dex.load))
        .collect();
    assert_eq!(
        found,
        [
            ("classes.dex", DexLoad::Loaded(1)),
            ("classes2.dex", DexLoad::Loaded(2)),
            ("classes3.dex", DexLoad::Loaded(3)),
            ("classes4.dex", DexLoad::Loaded(4)),
            ("classes10.dex", DexLoad::Shadowed),
            ("classes02.dex", DexLoad::Embedded),
            ("assets/插件.dex", DexLoad::Embedded),
            ("secondary-program", DexLoad::Embedded),
        ]
    );
}

#[test]
fn native_libraries_are_grouped_by_abi() {
    let mut zip = Zip::apk();
    for name in [
        "lib/armeabi-v7a/libb.so",
        "lib/arm64-v8a/libb.so",
        "lib/arm64-v8a/liba.so",
        "lib/arm64-v8a/信息.dat",
        "lib/x86/",
        "lib/readme",
        "assets/lib/arm64-v8a/libc.so",
    ] {
        zip = zip.push(File::stored(name, b""));
    }
    let bytes = zip.build();
    let container = opened(&bytes);
    let libs: Vec<(&str, Vec<&str>)> = container.parts()[0]
        .native_libs()
        .iter()
        .map(|abi| {
            (
                abi.abi,
                abi.libs.iter().map(|lib| lib.name.as_str()).collect(),
            )
        })
        .collect();
    assert_eq!(
        libs,
        [
            (
                "arm64-v8a",
                vec![
                    "lib/arm64-v8a/liba.so",
                    "lib/arm64-v8a/libb.so",
                    "lib/arm64-v8a/信息.dat",
                ]
            ),
            ("armeabi-v7a", vec!["lib/armeabi-v7a/libb.so"]),
        ]
    );
}

#[test]
fn a_store_package_gives_base_splits_and_expansion_files() {
    let bytes = Zip::of([
        File::stored("config.zh.apk", &apk("zh")),
        File::deflated("com.example.应用.apk", &apk("base")),
        File::stored("split_feature.apk", &apk("feature")),
        File::stored("manifest.json", b"{}"),
        File::stored("icon.png", b"\x89PNG"),
        File::stored("Android/obb/com.example/main.1.com.example.obb", b"data"),
    ])
    .build();
    let container = opened(&bytes);
    assert_eq!(container.kind(), ContainerKind::SplitSet);
    assert_eq!(
        parts(&container),
        [
            ("com.example.应用.apk", PartRole::Base),
            ("config.zh.apk", PartRole::Split),
            ("split_feature.apk", PartRole::Split),
        ]
    );
    assert_eq!(problems(&container), [ProblemKind::ExpansionFile]);
    assert!(container.outer().unwrap().find("manifest.json").is_some());
    let base = &container.parts()[0];
    let found = base.find("classes.dex").unwrap();
    assert_eq!(&*base.read(found).unwrap().bytes, dex("base"));
    assert_eq!(base.location(found), "com.example.应用.apk!/classes.dex");
}

#[test]
fn a_bundletool_set_gives_every_location() {
    let bytes = Zip::of([
        File::stored("toc.pb", b""),
        File::stored("splits/base-master.apk", &apk("a")),
        File::stored("splits/base-zh.apk", &apk("b")),
        File::stored("splits/feature-master.apk", &apk("c")),
    ])
    .build();
    let container = opened(&bytes);
    assert_eq!(
        parts(&container),
        [
            ("splits/base-master.apk", PartRole::Base),
            ("splits/base-zh.apk", PartRole::Split),
            ("splits/feature-master.apk", PartRole::Split),
        ]
    );
}

#[test]
fn a_broken_part_loses_itself_alone() {
    let bytes = Zip::of([
        File::stored("base.apk", &apk("a")),
        File::stored("split_x.apk", b"not an archive"),
    ])
    .build();
    let container = opened(&bytes);
    assert_eq!(parts(&container), [("base.apk", PartRole::Base)]);
    assert_eq!(problems(&container), [ProblemKind::NestedUnreadable]);
    assert_eq!(
        container.problems()[0].entry.as_deref(),
        Some("split_x.apk")
    );
}

#[test]
fn nested_archives_with_code_are_parts_and_others_are_not() {
    let plugin = Zip::of([File::deflated("classes.dex", &dex("plugin"))]).build();
    let fonts = Zip::of([File::stored("a.ttf", b"font")]).build();
    let bytes = Zip::apk()
        .push(File::deflated("assets/plugin.jar", &plugin))
        .push(File::stored("assets/payload.dat", &plugin))
        .push(File::deflated("assets/fonts.zip", &fonts))
        .push(File::stored("assets/fake.zip", b"no zip"))
        .build();
    let container = opened(&bytes);
    assert_eq!(container.kind(), ContainerKind::Apk);
    assert_eq!(
        parts(&container),
        [
            ("", PartRole::Base),
            ("assets/plugin.jar", PartRole::Nested),
            ("assets/payload.dat", PartRole::Nested),
        ]
    );
    assert_eq!(container.problems(), []);
}

#[test]
fn tampering_of_nested_parts_names_the_location() {
    let mut inner = Zip::apk();
    inner.files[1].flags |= 1;
    let bytes = Zip::of([File::stored("base.apk", &inner.build())]).build();
    let container = opened(&bytes);
    assert_eq!(
        container.tampering()[0].entry.as_deref(),
        Some("base.apk!/classes.dex")
    );
}

#[test]
fn a_bundle_gives_its_modules() {
    let bytes = Zip::of([
        File::stored("BundleConfig.pb", b""),
        File::stored("feature/manifest/AndroidManifest.xml", b"feature manifest"),
        File::stored("feature/dex/classes.dex", &dex("feature")),
        File::stored("base/manifest/AndroidManifest.xml", b"base manifest"),
        File::stored("base/dex/classes2.dex", &dex("two")),
        File::stored("base/dex/classes.dex", &dex("one")),
        File::stored("base/lib/arm64-v8a/liba.so", b"elf"),
        File::stored("base/resources.pb", b"resources"),
        File::stored("BUNDLE-METADATA/x/classes.dex", b"no code"),
    ])
    .build();
    let container = opened(&bytes);
    assert_eq!(container.kind(), ContainerKind::Bundle);
    assert_eq!(
        parts(&container),
        [("base", PartRole::Module), ("feature", PartRole::Module)]
    );
    let base = &container.parts()[0];
    let read = |name: &str| {
        base.read(base.find(name).unwrap())
            .unwrap()
            .bytes
            .into_owned()
    };
    assert_eq!(read("AndroidManifest.xml"), b"base manifest");
    assert_eq!(read("classes.dex"), dex("one"));
    assert_eq!(read("resources.pb"), b"resources");
    let loads: Vec<DexLoad> = base.dex_entries().iter().map(|dex| dex.load).collect();
    assert_eq!(loads, [DexLoad::Loaded(1), DexLoad::Loaded(2)]);
    assert_eq!(base.native_libs()[0].abi, "arm64-v8a");
    assert_eq!(container.parts()[1].dex_entries().len(), 1);
    assert_eq!(container.outer().unwrap().entries().len(), 9);
}

#[test]
fn java_class_files_are_a_gap() {
    let jar = Zip::of([File::stored("a/B.class", b"\xca\xfe\xba\xbe")]).build();
    let container = opened(&jar);
    assert_eq!(container.kind(), ContainerKind::Archive);
    assert_eq!(problems(&container), [ProblemKind::JavaClassFiles]);
    assert_eq!(container.problems()[0].detail, "Java class files, no dex");

    let aar = Zip::of([
        File::stored("AndroidManifest.xml", b"<manifest/>"),
        File::deflated("classes.jar", &jar),
        File::stored("jni/arm64-v8a/liba.so", b"elf"),
    ])
    .build();
    let container = opened(&aar);
    assert_eq!(container.kind(), ContainerKind::Archive);
    assert_eq!(problems(&container), [ProblemKind::JavaClassFiles]);
    assert_eq!(container.parts()[0].native_libs()[0].abi, "arm64-v8a");

    let dexed = Zip::of([File::stored("classes.dex", &dex("jar"))]).build();
    let container = opened(&dexed);
    assert_eq!(container.kind(), ContainerKind::Archive);
    assert_eq!(container.problems(), []);
}

#[test]
fn a_resource_split_without_code_is_an_apk() {
    let bytes = Zip::of([File::stored("AndroidManifest.xml", MANIFEST)]).build();
    let container = opened(&bytes);
    assert_eq!(container.kind(), ContainerKind::Apk);
    assert!(container.parts()[0].dex_entries().is_empty());
}

#[test]
fn containers_are_shared_between_threads() {
    fn assert_sync<T: Sync + Send>(_: &T) {}
    let bytes = Zip::apk().build();
    let container = opened(&bytes);
    assert_sync(&container);
}
