//! Summaries kept from app to app change nothing that is found: the facts of an app are the same without them, when
//! they are first made and when they come from the cache, in any order of apps and on any number of threads. Each one
//! that is found is made all the same here and compared, numbers and all. Refuses to ask whether what is found is
//! right, which the suites do.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use app_facts::AppFacts;
use pipeline::{Analyzer, CacheCounts, Options, SummaryStore};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use ruleset::Knowledge;
use sdk_fingerprint::ProfileImage;

/// Of the programs of the suites each so many-th is taken.
const EACH: usize = 5;

/// Files in memory; what is found is verified.
#[derive(Debug, Default)]
struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    counts: Mutex<CacheCounts>,
    trusting: bool,
}

impl Memory {
    fn counts(&self) -> CacheCounts {
        std::mem::take(&mut *self.counts.lock().unwrap())
    }
}

impl SummaryStore for Memory {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.files.lock().unwrap().get(name).cloned()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        assert!(name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let mut files = self.files.lock().unwrap();
        files.insert(name.to_owned(), bytes.to_vec());
    }

    fn verifies(&self) -> bool {
        !self.trusting
    }

    fn count(&self, counts: &CacheCounts) {
        self.counts.lock().unwrap().add(counts);
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    out.sort();
    out
}

/// Programs of the suites, and the sample apps that lie beside them.
fn apps() -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    for suite in ["flows", "calls"] {
        for category in children(&root().join("samples/suites").join(suite)) {
            for program in children(&category) {
                let name = program.file_name().unwrap().to_str().unwrap().to_owned();
                let apk = program.join(format!("{name}.apk"));
                if apk.is_file() {
                    out.push((format!("{suite}/{name}"), std::fs::read(apk).unwrap()));
                }
            }
        }
    }
    let mut out: Vec<_> = out.into_iter().step_by(EACH).collect();
    for sample in children(&root().join("samples")) {
        let name = sample.file_name().unwrap().to_str().unwrap().to_owned();
        let apk = sample.join(format!("{name}.apk"));
        if apk.is_file() {
            out.push((name, std::fs::read(apk).unwrap()));
        }
    }
    out
}

fn analyzer(knowledge: &Knowledge) -> Analyzer<'_> {
    Analyzer::with_profiles(knowledge, ProfileImage::empty())
}

fn knowledge() -> Knowledge {
    Knowledge::with_overlays(knowledge_image::IMAGE, &[]).unwrap()
}

fn with(store: Option<&Arc<Memory>>) -> Options {
    Options {
        summaries: store.map(|store| -> Arc<dyn SummaryStore> { Arc::clone(store) as _ }),
        ..Options::default()
    }
}

fn facts(
    analyzer: &Analyzer<'_>,
    store: Option<&Arc<Memory>>,
    app: &(String, Vec<u8>),
) -> AppFacts {
    analyzer.analyze(&app.0, &app.1[..], &with(store)).unwrap()
}

#[test]
fn facts_are_the_same_with_and_without_the_cache() {
    let knowledge = knowledge();
    let analyzer = analyzer(&knowledge);
    let apps = apps();
    assert!(apps.len() >= 100, "only {} apps", apps.len());
    let plain: Vec<AppFacts> = apps
        .par_iter()
        .map(|app| facts(&analyzer, None, app))
        .collect();
    let store = Arc::new(Memory::default());
    // Each app finds what those before it left.
    for (app, plain) in apps.iter().zip(&plain) {
        assert!(
            facts(&analyzer, Some(&store), app) == *plain,
            "{} cold",
            app.0
        );
    }
    let cold = store.counts();
    assert_eq!(cold.wrong, 0, "{cold:?}");
    assert!(cold.found > 1_000, "{cold:?}");
    // Apps with the same code did not agree on what it calls, and on what is looked at.
    for reason in ["another callee", "answer: methods looked at"] {
        assert!(cold.reasons.contains_key(reason), "{reason}: {cold:?}");
    }
    for (app, plain) in apps.iter().zip(&plain).rev() {
        assert!(
            facts(&analyzer, Some(&store), app) == *plain,
            "{} warm",
            app.0
        );
    }
    let warm = store.counts();
    assert_eq!(warm.wrong, 0, "{warm:?}");
    assert!(warm.found > 20 * warm.made, "{warm:?}");
}

#[test]
fn facts_are_the_same_on_every_thread() {
    let knowledge = knowledge();
    let analyzer = analyzer(&knowledge);
    let apps: Vec<_> = apps().into_iter().step_by(9).collect();
    let plain: Vec<AppFacts> = apps.iter().map(|app| facts(&analyzer, None, app)).collect();
    for threads in [1, 2, 8] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .stack_size(16 << 20)
            .build()
            .unwrap();
        let store = Arc::new(Memory {
            trusting: true,
            ..Memory::default()
        });
        for run in 0..7 {
            let got: Vec<AppFacts> = pool.install(|| {
                apps.par_iter()
                    .map(|app| facts(&analyzer, Some(&store), app))
                    .collect()
            });
            assert!(got == plain, "run {run} on {threads} threads");
        }
        assert!(store.counts().found > 0);
    }
}

#[test]
fn damaged_files_change_nothing() {
    let knowledge = knowledge();
    let analyzer = analyzer(&knowledge);
    let app = &apps()[0];
    let plain = facts(&analyzer, None, app);
    let store = Arc::new(Memory {
        trusting: true,
        ..Memory::default()
    });
    assert!(facts(&analyzer, Some(&store), app) == plain);
    let whole = store.files.lock().unwrap().clone();
    assert!(!whole.is_empty());
    for step in 0..40usize {
        for (name, bytes) in &whole {
            let mut damaged = bytes.clone();
            let at = (step * 7919) % damaged.len();
            match step % 3 {
                0 => damaged[at] ^= 1 << (step % 8),
                1 => damaged.truncate(at),
                _ => damaged.clear(),
            }
            store.files.lock().unwrap().insert(name.clone(), damaged);
        }
        store.counts();
        assert!(facts(&analyzer, Some(&store), app) == plain, "step {step}");
        assert_eq!(store.counts().found, 0, "step {step}");
    }
}
