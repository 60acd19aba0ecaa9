//! Turning a feature of the call graph on never loses a chain: every group of rows of the callback tables is taken away
//! in turn, and what the rest still shows to be reachable must be reachable with all rows too. Runs over the suite of
//! small programs; refuses to ask whether what is found is right, which the suite's own test does.
//!
//! And the `before_consent` verdicts on real apps are exactly those that were read by hand, in
//! `tests/truth/before-consent.tsv`. Apps that are not in `target/corpus` are passed over.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use app_facts::{Level, Phase};
use pipeline::{Analyzer, Options};
use ruleset::Knowledge;
use ruleset::schema::CallbackFile;
use ruleset::source::Source;
use sdk_fingerprint::ProfileImage;

/// Parts of the suite whose programs are about features of the call graph.
const PARTS: [&str; 6] = [
    "callbacks",
    "entry_points",
    "reflection",
    "repetition",
    "store_chains",
    "threads",
];

/// Features without which some program of these parts loses an access.
const TELLING: usize = 9;

type Reachable = BTreeMap<String, BTreeSet<String>>;

fn apps() -> Vec<PathBuf> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/suites/calls");
    let mut out = Vec::new();
    for part in PARTS {
        for program in std::fs::read_dir(suite.join(part)).unwrap() {
            let folder = program.unwrap().path();
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            out.push(folder.join(format!("{name}.apk")));
        }
    }
    out.sort();
    out
}

/// Reachable accesses by app: kind of information, interface and place.
fn reachable(knowledge: &Knowledge, apps: &[(String, Vec<u8>)]) -> Reachable {
    let analyzer = Analyzer::with_profiles(knowledge, ProfileImage::empty());
    apps.iter()
        .map(|(name, bytes)| {
            let facts = analyzer.analyze(name, bytes, &Options::default()).unwrap();
            let found = facts
                .accesses
                .iter()
                .filter(|access| access.level == Level::Reachable)
                .map(|access| {
                    let site = &access.site;
                    format!(
                        "{} {} {}+{}",
                        access.data, access.api, site.method, site.offset
                    )
                })
                .collect();
            (name.clone(), found)
        })
        .collect()
}

/// The features: names, and what takes each away.
fn features(all: &CallbackFile<'_>) -> Vec<String> {
    let mut out = BTreeSet::new();
    for row in &all.registrations {
        // A row that holds back is there to lose chains: a thread that nobody starts runs nothing.
        if row.if_used.is_empty() {
            out.insert(format!("registration {}", package(&row.method)));
        }
    }
    for row in &all.starts {
        out.insert(format!("start {}", row.component));
    }
    for row in &all.meta_data {
        out.insert(format!("meta-data {}", row.word));
    }
    out.into_iter().collect()
}

/// The package of a method's class.
fn package(method: &str) -> &str {
    let class = method.split_once("->").map_or(method, |(class, _)| class);
    class.rsplit_once('/').map_or(class, |(package, _)| package)
}

fn without(all: &CallbackFile<'static>, feature: &str) -> CallbackFile<'static> {
    let mut out = all.clone();
    let is = |kind: &str, name: &str| feature == format!("{kind} {name}");
    out.registrations
        .retain(|row| !row.if_used.is_empty() || !is("registration", package(&row.method)));
    out.starts.retain(|row| !is("start", &row.component));
    out.meta_data.retain(|row| !is("meta-data", &row.word));
    out
}

#[test]
fn a_feature_that_is_turned_on_loses_no_chain() {
    let apps: Vec<(String, Vec<u8>)> = apps()
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(path).unwrap())
        })
        .collect();
    let knowledge = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let full = reachable(&knowledge, &apps);
    let mut source = Source {
        framework: knowledge.framework().to_rows(),
        catalogues: knowledge.catalogues().clone(),
        ..Source::default()
    };
    let all = source.catalogues.callbacks.clone();
    let features = features(&all);
    assert!(features.len() > 15, "{features:?}");
    let mut telling = 0;
    for feature in &features {
        source.catalogues.callbacks = without(&all, feature);
        let less = Knowledge::from_source(&source).unwrap();
        let mut gained = 0;
        for (app, found) in reachable(&less, &apps) {
            let with = &full[&app];
            let lost: Vec<&String> = found.difference(with).collect();
            assert!(
                lost.is_empty(),
                "{app}: `{feature}` loses what is reachable without it: {lost:?}"
            );
            gained += with.len() - found.len();
        }
        telling += usize::from(gained > 0);
    }
    // A feature that changes nothing anywhere would pass whatever it did. Many rows cover calls that other rows cover
    // too, or libraries that no program of the suite uses.
    assert!(telling >= TELLING, "{telling} of {}", features.len());
}

#[test]
fn verdicts_before_consent_on_real_apps_are_those_read_by_hand() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(root.join("tests/truth/before-consent.tsv")).unwrap();
    let mut by_app: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [sha256, app, data, api, site, chain, verdict, reason] = columns.as_slice() else {
            panic!("a row needs eight columns: {line}");
        };
        assert!(["right", "wrong"].contains(verdict), "{line}");
        assert!(!reason.is_empty() && !chain.is_empty(), "{line}");
        let rows = by_app.entry((sha256, app)).or_default();
        assert!(rows.insert(format!("{data} {api} {site}")), "twice: {line}");
    }
    assert!(by_app.len() >= 5);
    let knowledge = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let analyzer = Analyzer::new(&knowledge);
    for ((sha256, app), rows) in by_app {
        let Ok(bytes) = std::fs::read(root.join("target/corpus").join(app)) else {
            continue;
        };
        let facts = analyzer.analyze(app, &bytes, &Options::default()).unwrap();
        if facts.app.files[0].sha256 != sha256 {
            continue;
        }
        let found: BTreeSet<String> = facts
            .accesses
            .iter()
            .filter(|access| access.phase == Some(Phase::BeforeConsent))
            .map(|access| {
                let site = &access.site;
                format!(
                    "{} {} {}+{}",
                    access.data, access.api, site.method, site.offset
                )
            })
            .collect();
        let new: Vec<&String> = found.difference(&rows).collect();
        let gone: Vec<&String> = rows.difference(&found).collect();
        assert!(
            new.is_empty() && gone.is_empty(),
            "{app}: not read by hand: {new:#?}; gone: {gone:#?}"
        );
    }
}
