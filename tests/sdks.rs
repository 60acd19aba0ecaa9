//! Third parties end to end: no SDK without its classes or files, and DEX files dumped from memory join the app.
//! Refuses to trust names: what the report says is looked up in the app's bytes.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use app_facts::SdkConfidence;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every APK of the samples, and of the corpus as far as it was fetched.
fn apks() -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut folders = vec![root().join("samples"), root().join("target/corpus")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            // The suites hold thousands of small programs without third parties.
            if path.is_dir() && !path.ends_with("suites") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "apk") {
                out.push(path);
            }
        }
    }
    out.sort();
    out
}

/// Java names of the classes that an app defines, and names of its entries.
fn contents(bytes: &[u8]) -> Option<(Vec<String>, Vec<String>)> {
    let container = apk_unpack::open(bytes, &apk_unpack::Limits::default()).ok()?;
    let (mut classes, mut entries) = (Vec::new(), Vec::new());
    for part in container.parts() {
        for entry in part.entries() {
            entries.push(entry.name.clone());
        }
        for dex in part.dex_entries() {
            let Ok(read) = part.read(dex.entry) else {
                continue;
            };
            let Ok(container) = dex_parse::parse(&read.bytes) else {
                continue;
            };
            for file in container.files() {
                for (_, class) in file.class_defs() {
                    let Ok(class) = class else { continue };
                    if let Ok(name) = file.type_descriptor(class.class) {
                        let name = String::from_utf8_lossy(name).into_owned();
                        let name = name.trim_start_matches('L').trim_end_matches(';');
                        classes.push(name.replace('/', "."));
                    }
                }
            }
        }
    }
    Some((classes, entries))
}

/// Fails for an SDK of which the app neither defines a class nor carries a file; returns how many were looked at.
fn assert_proven(
    path: &Path,
    facts: &app_facts::AppFacts,
    classes: &[String],
    entries: &[String],
) -> usize {
    for sdk in &facts.sdks {
        let proven = sdk.evidence.iter().any(|row| match row.kind.as_str() {
            // A prefix is a package, or a class with what lies inside it.
            "package" => classes.iter().any(|class| {
                class
                    .strip_prefix(row.value.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '$']))
            }),
            "class_fingerprint" => row.count > 0 && classes.len() >= row.count as usize,
            "native_lib" => entries.iter().any(|name| name.ends_with(&row.value)),
            "asset" => entries.iter().any(|name| name.starts_with(&row.value)),
            "component" => {
                classes.contains(&row.value)
                    || facts.coverage.visibility == app_facts::Visibility::ShellOnly
            }
            _ => false,
        });
        assert!(
            proven && sdk.confidence != SdkConfidence::Possible,
            "{}: {} rests on {:?}",
            path.display(),
            sdk.id,
            sdk.evidence
        );
    }
    facts.sdks.len()
}

#[test]
fn no_sdk_is_reported_without_a_class_or_a_file_of_it() {
    let knowledge = ruleset::Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let mut n = 0;
    // The apps of the corpus itself are looked at below, where they are analysed anyway.
    let corpus = root().join("target/corpus");
    for path in apks()
        .into_iter()
        .filter(|path| path.parent() != Some(corpus.as_path()))
    {
        let bytes = std::fs::read(&path).unwrap();
        let Some((classes, entries)) = contents(&bytes) else {
            continue;
        };
        let options = pipeline::Options::default();
        let Ok(facts) = pipeline::analyze("app.apk", &bytes, &knowledge, &options) else {
            continue;
        };
        n += assert_proven(&path, &facts, &classes, &entries);
    }
    assert!(n >= 10, "only {n} facts were looked at");
}

/// What was decided by hand for each third party of the corpus.
const BY_HAND: &str = "tests/truth/sdks-corpus.tsv";

#[test]
fn every_report_of_the_corpus_was_checked_by_hand() {
    let text = std::fs::read_to_string(root().join(BY_HAND)).unwrap();
    let mut truth: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let [app, id, _, verdict, why, _] = line.split('\t').collect::<Vec<_>>()[..] else {
            unreachable!("{BY_HAND}: {line}");
        };
        assert!(["right", "stub", "wrong"].contains(&verdict), "{line}");
        assert!(why.len() >= 20, "no reason: {line}");
        assert!(truth.insert((app, id), verdict).is_none(), "twice: {line}");
    }
    let knowledge = ruleset::Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let analyzer = pipeline::Analyzer::new(&knowledge);
    let (mut looked_at, mut right, mut wrong) = (0, 0, 0);
    for entry in std::fs::read_dir(root().join("target/corpus"))
        .into_iter()
        .flatten()
    {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "apk") {
            continue;
        }
        let app = path.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let options = pipeline::Options::default();
        let Ok(facts) = analyzer.analyze("app.apk", &bytes, &options) else {
            continue;
        };
        looked_at += 1;
        let (classes, entries) = contents(&bytes).unwrap();
        assert_proven(&path, &facts, &classes, &entries);
        let reported: BTreeSet<&str> = facts.sdks.iter().map(|sdk| sdk.id.as_str()).collect();
        for id in &reported {
            let verdict = truth.get(&(app.as_str(), *id));
            let Some(verdict) = verdict else {
                unreachable!("{app}: {id} is reported and was not checked by hand");
            };
            if *verdict == "wrong" {
                wrong += 1;
            } else {
                right += 1;
            }
        }
        for (known, id) in truth.keys().filter(|(known, _)| *known == app) {
            assert!(reported.contains(id), "{known}: {id} is no longer reported");
        }
    }
    assert!(
        wrong * 50 <= right,
        "{wrong} of {} reports are wrong",
        right + wrong
    );
    assert!(looked_at > 0 || !root().join("target/corpus").is_dir());
}

fn scan(app: &Path, dex: &Path) -> serde_json::Value {
    let output = Command::new(env!("CARGO_BIN_EXE_privlens"))
        .args(["scan", "--format", "json", "--dex"])
        .arg(dex)
        .arg(app)
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        unreachable!("{error}: {text}")
    })
}

#[test]
fn dumped_dex_files_join_the_app_and_say_what_was_repaired() {
    let donor = std::fs::read(root().join("samples/weather/weather.apk")).unwrap();
    let container = apk_unpack::open(&donor, &apk_unpack::Limits::default()).unwrap();
    let part = container.parts().first().unwrap();
    let dex = part.read(part.find("classes.dex").unwrap()).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dumped 信𠮷");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    // Check sum, size and header as a memory dump leaves them, and something behind the file.
    let mut dumped = dex.bytes.to_vec();
    dumped[..8].fill(0);
    dumped[8..12].fill(0);
    dumped[36..40].fill(0xff);
    dumped.extend([0; 4096]);
    std::fs::write(folder.join("dump_1.dex"), &dumped).unwrap();
    std::fs::write(folder.join("noise.dex"), [7; 5000]).unwrap();
    let host = root().join("samples/features/features.apk");
    let report = scan(&host, &folder);
    let text = report.to_string();
    for mark in [
        "dex.repaired_magic",
        "dex.repaired_checksum",
        "dex.repaired_header_size",
        "dex.repaired_length",
    ] {
        assert!(text.contains(mark), "{mark}");
    }
    // The donor's SDK is found now, its reads are those of the added file, and the noise is a gap.
    assert!(text.contains("umeng-analytics"));
    assert!(text.contains("added"));
    assert!(text.contains("no header that can be repaired"));
    let none = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dumped nothing");
    std::fs::create_dir_all(&none).unwrap();
    assert!(!scan(&host, &none).to_string().contains("umeng-analytics"));
}
