//! The invariants of ARCHITECTURE.md and the promises of the README, held against the repository itself.
//!
//! An exception stands in a list here with its reason, and an exception that is no longer needed fails too.
//! `BLESS=1` rewrites the run shown in the README; nothing else is written.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

#[path = "invariants/readme.rs"]
mod readme;
#[path = "invariants/tree.rs"]
mod tree;

/// Crates that may touch the outside world.
const OUTSIDE: &[&str] = &["cli", "xtask"];

/// Names in Rust code that are no knowledge about apps: file, text, reason.
const NAMES_IN_CODE: &[(&str, &str, &str)] = &[
    (
        "crates/data-flow/src/intent.rs",
        "\"content://",
        "the scheme of provider addresses, by which the name of a provider is cut out",
    ),
    (
        "crates/report/src/text/permissions.rs",
        "\"android.permission.",
        "the prefix is left out when a permission is printed",
    ),
    (
        "crates/report/src/stack/find.rs",
        "\"com.android.",
        "frames of the platform are not frames of the app",
    ),
    (
        "crates/call-graph/src/phase/flags.rs",
        "\"Ljava/",
        "a type of the language, not of an app",
    ),
    (
        "crates/ruleset/src/check_entry_points.rs",
        "\"Landroid/",
        "the loader tells members of the platform, which the framework model must know, by how their class begins",
    ),
    (
        "crates/ruleset/src/check_entry_points.rs",
        "\"Ljava/",
        "the loader tells members of the platform, which the framework model must know, by how their class begins",
    ),
    (
        "crates/ruleset/src/flow_check.rs",
        "\"Ljava/",
        "the loader tells members of the platform, which the framework model must know, by how their class begins",
    ),
    (
        "crates/ruleset/src/flow_check.rs",
        "\"Landroid/",
        "the loader tells members of the platform, which the framework model must know, by how their class begins",
    ),
    (
        "crates/ruleset/src/flow_check.rs",
        "\"Lorg/",
        "the loader tells members of the platform, which the framework model must know, by how their class begins",
    ),
    (
        "crates/ruleset/src/schema/dataflow/table.rs",
        "\"Landroid/",
        "the loader tells members of the platform, which the framework model must know, by how their class begins",
    ),
    (
        "crates/ruleset/src/schema/dataflow/table.rs",
        "\"Ljava/",
        "the loader tells members of the platform, which the framework model must know, by how their class begins",
    ),
    (
        "crates/ruleset/src/schema/dataflow/table.rs",
        "\"Lorg/",
        "the loader tells members of the platform, which the framework model must know, by how their class begins",
    ),
];

/// How a name of an API, a permission or an SDK would begin in Rust code.
const NAMES: &[&str] = &[
    "\"Landroid/",
    "\"Landroidx/",
    "\"Ljava/",
    "\"Lcom/",
    "\"Lcn/",
    "\"Lorg/",
    "\"android.permission.",
    "\"com.google.",
    "\"com.android.",
    "\"com.umeng",
    "\"com.tencent",
    "\"com.alibaba",
    "\"com.baidu",
    "\"com.huawei",
    "\"com.xiaomi",
    "\"cn.jpush",
    "\"content://",
];

/// Files that are one long table: path, reason.
const LONG_FILES: &[(&str, &str)] = &[];

/// Kinds marked visible that no access point reads: id, reason.
const KINDS_WITHOUT_POINTS: &[(&str, &str)] = &[
    (
        "app_log_usage",
        "what the app writes down about its own use; no interface reads it",
    ),
    (
        "location_track",
        "positions kept over time; each single read is a point of location_precise",
    ),
    (
        "payment_account",
        "known to the app's own servers and payment SDKs; no catalogued interface returns it",
    ),
    (
        "transaction_record",
        "known to the app's own servers; no catalogued interface returns it",
    ),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn none(offenders: &[String]) {
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
    path: Option<String>,
}

fn metadata() -> Metadata {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_crate_graph_is_the_table_of_the_architecture_page() {
    let real: BTreeMap<String, BTreeSet<String>> = metadata()
        .packages
        .into_iter()
        .map(|package| {
            let uses = package
                .dependencies
                .into_iter()
                .filter(|dependency| dependency.path.is_some() && dependency.kind.is_none())
                .map(|dependency| dependency.name)
                .collect();
            (package.name, uses)
        })
        .collect();
    let page = read("ARCHITECTURE.md");
    let (_, section) = page
        .split_once("## Crates and the edges that are allowed")
        .unwrap();
    let written: BTreeMap<String, BTreeSet<String>> = section
        .lines()
        .take_while(|line| !line.starts_with("## "))
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            let [name, _, uses] = cells.as_slice() else {
                panic!("{line}");
            };
            let names = |cell: &str| -> BTreeSet<String> {
                cell.split('`')
                    .skip(1)
                    .step_by(2)
                    .map(str::to_owned)
                    .collect()
            };
            (names(name).pop_first().unwrap(), names(uses))
        })
        .collect();
    assert_eq!(real, written);
}

#[test]
fn every_outside_crate_has_a_reason() {
    let page = read("ARCHITECTURE.md");
    let (_, section) = page.split_once("## Outside crates and why").unwrap();
    let section = section.split("\n## ").next().unwrap_or_default();
    let explained: BTreeSet<&str> = section.split('`').skip(1).step_by(2).collect();
    let offenders: Vec<String> = metadata()
        .packages
        .into_iter()
        .flat_map(|package| {
            let name = package.name;
            package
                .dependencies
                .into_iter()
                .filter(|dependency| dependency.path.is_none())
                .map(move |dependency| (name.clone(), dependency.name))
        })
        .filter(|(_, dependency)| !explained.contains(dependency.as_str()))
        .map(|(package, dependency)| format!("{package} uses {dependency}"))
        .collect();
    none(&offenders);
}

#[test]
fn nothing_below_the_command_line_touches_the_outside() {
    let files: Vec<tree::File> = tree::rust_files(&root())
        .into_iter()
        .filter(is_analysis)
        .collect();
    assert!(files.len() > 100, "only {} files", files.len());
    none(&files.iter().flat_map(outside).collect::<Vec<_>>());
}

/// Code below the command line; benchmarks and examples are programs of their own.
fn is_analysis(file: &tree::File) -> bool {
    file.path.contains("/src/")
        && !file.is_test()
        && file
            .crate_name()
            .is_some_and(|name| !OUTSIDE.contains(&name))
}

fn outside(file: &tree::File) -> Vec<String> {
    let words = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "SystemTime",
        "Instant::",
        "print!(",
        "println!(",
        "dbg!(",
        "stdout()",
        "stderr()",
    ];
    let mut offenders = Vec::new();
    for (number, line) in file.code_lines() {
        for word in words.iter().filter(|word| line.contains(*word)) {
            offenders.push(format!("{}:{number}: {word}", file.path));
        }
    }
    offenders
}

#[test]
fn no_api_permission_or_sdk_name_stands_in_code_below_the_command_line() {
    let mut offenders = Vec::new();
    let mut needed = BTreeSet::new();
    for file in tree::rust_files(&root())
        .iter()
        .filter(|file| is_analysis(file))
    {
        for (place, text) in names(file) {
            let exception = NAMES_IN_CODE
                .iter()
                .position(|(path, word, _)| *path == file.path && *word == text);
            match exception {
                Some(row) => {
                    needed.insert(row);
                }
                None => offenders.push(place),
            }
        }
    }
    for (row, (path, word, reason)) in NAMES_IN_CODE.iter().enumerate() {
        if !needed.contains(&row) {
            offenders.push(format!(
                "{path}: the exception for {word} ({reason}) is not needed"
            ));
        }
    }
    none(&offenders);
}

/// Lines with a name, and how the name begins.
fn names(file: &tree::File) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for (number, line) in file.code_lines() {
        for text in NAMES.iter().filter(|text| line.contains(*text)) {
            found.push((format!("{}:{number}: {}", file.path, line.trim()), *text));
        }
    }
    found
}

#[test]
fn every_source_file_says_what_it_is_for() {
    let offenders: Vec<String> = tree::rust_files(&root())
        .into_iter()
        .filter(|file| !file.path.starts_with("samples/"))
        .filter(|file| !file.text.starts_with("//!"))
        .map(|file| format!("{}: the first line is no `//!` line", file.path))
        .collect();
    none(&offenders);
}

#[test]
fn files_stay_small() {
    let mut offenders = Vec::new();
    for file in tree::rust_files(&root()) {
        let lines = file.text.lines().count();
        let exception = LONG_FILES.iter().any(|(path, _)| *path == file.path);
        if (lines > 1_000) != exception {
            offenders.push(format!(
                "{}: {lines} lines, exception: {exception}",
                file.path
            ));
        }
    }
    none(&offenders);
}

#[test]
fn there_is_no_unchecked_code_and_no_suppressed_lint() {
    let files = tree::rust_files(&root());
    none(&files.iter().flat_map(suppressions).collect::<Vec<_>>());
}

fn suppressions(file: &tree::File) -> Vec<String> {
    // Put together here so that this file does not find itself.
    let keyword = concat!("un", "safe");
    let forms = [
        format!("{keyword} {{"),
        format!("{keyword} fn"),
        format!("{keyword} impl"),
        format!("{keyword} trait"),
        format!("{keyword} extern"),
        format!("#[{keyword}("),
        concat!("#[al", "low(").to_owned(),
        concat!("#![al", "low(").to_owned(),
    ];
    let mut offenders = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for form in forms.iter().filter(|form| line.contains(form.as_str())) {
            offenders.push(format!("{}:{}: {form}", file.path, number + 1));
        }
    }
    offenders
}

#[test]
fn the_commands_of_the_readme_are_there() {
    let root = root();
    let page = read("README.md");
    for command in [
        "cargo run --release -- scan samples/weather/weather.apk",
        "cargo xtask test",
    ] {
        assert!(page.lines().any(|line| line == command), "{command}");
    }
    assert!(root.join("samples/weather/weather.apk").is_file());
    assert!(read(".ci/run").contains("cargo xtask test"));
    assert!(read(".github/workflows/ci.yml").contains(".ci/run"));
    assert!(read(".cargo/config.toml").contains("xtask"));
}

#[test]
fn links_between_pages_lead_somewhere() {
    let root = root();
    let mut offenders = Vec::new();
    for file in tree::text_files(&root) {
        if !file.path.ends_with(".md") {
            continue;
        }
        let folder = Path::new(&file.path).parent().unwrap();
        for link in file.text.split("](").skip(1) {
            let (target, _) = link.split_once(')').unwrap();
            let target = target.split('#').next().unwrap_or_default();
            let outside = target.contains("://") || target.is_empty();
            if !outside && !root.join(folder).join(target).exists() {
                offenders.push(format!("{}: {target}", file.path));
            }
        }
    }
    none(&offenders);
}

#[test]
fn places_named_by_the_architecture_page_exist() {
    let root = root();
    let page = read("ARCHITECTURE.md");
    let offenders: Vec<String> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| {
            ["crates/", "rulesets/", "tests/"]
                .iter()
                .any(|top| word.starts_with(top))
        })
        .filter(|word| !word.contains('<'))
        .filter(|word| {
            !root
                .join(word.trim_end_matches("*.yaml").trim_end_matches("*.tsv"))
                .exists()
        })
        .map(|word| format!("ARCHITECTURE.md: {word}"))
        .collect();
    none(&offenders);
}

#[test]
fn the_run_in_the_readme_is_what_the_program_prints() {
    let (readme, wanted) = readme::both(&root());
    if std::env::var("BLESS").is_ok() {
        std::fs::write(root().join("README.md"), &wanted).unwrap();
        return;
    }
    assert!(
        readme == wanted,
        "README.md is out of date; BLESS=1 rewrites it to\n{wanted}"
    );
}

#[test]
fn no_machine_path_and_no_registry_host_stands_in_a_file() {
    let files = tree::text_files(&root());
    // A lock file names the index of every package.
    let own = files
        .iter()
        .filter(|file| !file.path.ends_with("Cargo.lock"));
    none(&own.flat_map(machine).collect::<Vec<_>>());
}

fn machine(file: &tree::File) -> Vec<String> {
    // Put together here so that this file does not find itself.
    let folders = [
        ["/wo", "rk/"],
        ["/t", "mp/"],
        ["/ro", "ot/"],
        ["/ho", "me/"],
    ]
    .map(|p| p.concat());
    let hosts = [
        ["crates", ".io"],
        ["npmjs", ".org"],
        ["pypi", ".org"],
        ["pythonhosted", ".org"],
        ["proxy.golang", ".org"],
        ["repo.maven", ".apache.org"],
    ]
    .map(|p| p.concat());
    let mut offenders = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        let place = format!("{}:{}", file.path, number + 1);
        // The catalogues speak of paths on a device.
        for folder in folders
            .iter()
            .filter(|_| !file.path.starts_with("rulesets/"))
        {
            let from_the_root = line.match_indices(folder.as_str()).any(|(at, _)| {
                let before = line.get(..at).unwrap_or_default().chars().next_back();
                before.is_none_or(|c| !c.is_alphanumeric() && !"_-.}>*".contains(c))
            });
            if from_the_root {
                offenders.push(format!("{place}: {folder}"));
            }
        }
        for host in hosts.iter().filter(|host| line.contains(host.as_str())) {
            offenders.push(format!("{place}: {host}"));
        }
    }
    offenders
}

#[test]
fn the_checks_find_what_they_look_for() {
    let file = |text: &str| tree::File {
        path: "crates/report/src/信息.rs".to_owned(),
        text: text.to_owned(),
    };
    assert!(is_analysis(&file("")));

    assert_eq!(outside(&file("use std::fs::File;")).len(), 1);
    assert_eq!(
        outside(&file("let t = std::time::Instant::now();")).len(),
        1
    );
    assert!(outside(&file("/// Not by std::fs.\nfn f() {}")).is_empty());
    let tested = "fn f() {}\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
    assert!(outside(&file(tested)).is_empty());
    // Code behind a declaration of a test module is code all the same.
    let declared = "#[cfg(test)]\nmod tests;\nuse std::fs;\n";
    assert_eq!(outside(&file(declared)).len(), 1);

    let read = "const A: &str = \"Landroid/os/Build;\";";
    assert_eq!(names(&file(read)).len(), 1);
    assert!(names(&file("const A: &str = \"Landroid\"; // 𠮷")).is_empty());

    let block = ["un", "safe { f() }"].concat();
    assert_eq!(suppressions(&file(&block)).len(), 1);
    let attribute = ["#[al", "low(dead_code)]"].concat();
    assert_eq!(suppressions(&file(&attribute)).len(), 1);
    assert!(suppressions(&file("#[expect(dead_code)]")).is_empty());

    let folder = ["see /wo", "rk/x"].concat();
    assert_eq!(machine(&file(&folder)).len(), 1);
    let inside = ["target/t", "mp/x"].concat();
    assert!(machine(&file(&inside)).is_empty());
    let host = ["https://crates", ".io/x"].concat();
    assert_eq!(machine(&file(&host)).len(), 1);
}

fn catalogue_files() -> Vec<(String, Vec<u8>)> {
    let folder = root().join("rulesets");
    tree::paths(&folder)
        .into_iter()
        // Profiles are not text; `cargo xtask gen` compiles them into an image of their own.
        .filter(|path| !path.ends_with(".plprof") && !path.ends_with(".plback"))
        .map(|path| {
            let bytes = std::fs::read(folder.join(&path)).unwrap();
            (path, bytes)
        })
        .collect()
}

fn catalogues() -> ruleset::source::Source {
    ruleset::source::read(&catalogue_files()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_embedded_catalogues_are_those_of_the_folder() {
    let source = catalogues();
    ruleset::Knowledge::from_source(&source).unwrap_or_else(|error| panic!("{error}"));
    let image = ruleset::image::compile(&source.catalogues, &source.framework).unwrap();
    let committed =
        std::fs::read(root().join("crates/knowledge-image/image/knowledge.bin")).unwrap();
    assert!(
        image == committed,
        "the image is out of date: run `cargo xtask gen`"
    );
}

#[test]
fn every_folder_of_catalogues_is_explained() {
    let page = read("rulesets/README.md");
    let mut folders = BTreeSet::new();
    let mut explained = BTreeSet::new();
    for (path, _) in catalogue_files() {
        if let Some((folder, rest)) = path.split_once('/') {
            folders.insert(folder.to_owned());
            if rest == "README.md" || page.contains(&format!("\n## {folder}\n")) {
                explained.insert(folder.to_owned());
            }
        }
    }
    assert!(folders.len() >= 6);
    assert_eq!(folders, explained);
}

#[test]
fn every_visible_kind_has_an_access_point() {
    let source = catalogues();
    let catalogues = &source.catalogues;
    let points: usize = catalogues
        .groups
        .iter()
        .map(|group| group.points.len())
        .sum();
    assert!(points >= 600, "{points} access points");
    let read: BTreeSet<&str> = catalogues
        .groups
        .iter()
        .filter(|group| !group.points.is_empty())
        .flat_map(|group| group.data.iter())
        .map(|kind| &**kind)
        .collect();
    let without: BTreeSet<&str> = catalogues
        .kinds
        .iter()
        .filter(|kind| kind.view == ruleset::schema::StaticView::Visible)
        .map(|kind| &*kind.id)
        .filter(|id| !read.contains(id))
        .collect();
    let exceptions: BTreeSet<&str> = KINDS_WITHOUT_POINTS.iter().map(|(id, _)| *id).collect();
    assert_eq!(without, exceptions);
    let known: BTreeSet<&str> = catalogues.kinds.iter().map(|kind| &*kind.id).collect();
    // What the code does without reading anything is found in the same way, under names of its own.
    let unknown: Vec<&&str> = read
        .iter()
        .filter(|id| !known.contains(*id) && !id.starts_with("does:"))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
