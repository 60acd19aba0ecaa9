//! Prints what knowing libraries by their code costs: matching against one walk of the DEX files, and opening a thousand
//! compiled profiles. Refuses to assert anything about time.
//!
//! `cargo bench --bench sdks -- [APK…]`; without arguments the biggest APKs of `target/corpus`.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads files and clocks, prints, and may stop on a broken set-up"
)]

use std::borrow::Cow;
use std::path::PathBuf;

use program_model::{DexInput, Program};
use sdk_fingerprint::{Background, ClassPrint, MethodPrint, NamedCode, Profile, ProfileImage};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs of each measurement; the least counts, since noise only adds.
const RUNS: usize = 7;
/// Profiles made up for the loading time.
const PROFILES: u32 = 1000;
/// The biggest applications of the corpus.
const BIGGEST: [&str; 6] = [
    "Yosemite.apk",
    "appium-uiautomator2-server-v10.6.6.apk",
    "app-debug-androidTest.apk",
    "pocoservice-debug.apk",
    "settings_apk-debug.apk",
    "ApiDemos-debug.apk",
];

/// CPU time of all threads of this process in milliseconds.
fn cpu_ms() -> f64 {
    cpu_time::ProcessTime::now().as_duration().as_secs_f64() * 1e3
}

fn least<T>(mut run: impl FnMut() -> T) -> f64 {
    (0..RUNS)
        .map(|_| {
            let start = cpu_ms();
            let made = run();
            let spent = cpu_ms() - start;
            drop(std::hint::black_box(made));
            spent
        })
        .fold(f64::INFINITY, f64::min)
}

fn matching(
    path: &PathBuf,
    profiles: &ProfileImage,
    named: &NamedCode,
    index: &call_graph::Index<'_>,
) {
    let bytes = std::fs::read(path).unwrap();
    let container = apk_unpack::open(&bytes, &apk_unpack::Limits::default()).unwrap();
    let part = container.parts().first().unwrap();
    let dex: Vec<Vec<u8>> = part
        .dex_entries()
        .iter()
        .map(|dex| part.read(dex.entry).unwrap().bytes.into_owned())
        .collect();
    let view = index.framework_view();
    let containers: Vec<_> = dex
        .iter()
        .map(|dex| dex_parse::parse(dex).unwrap())
        .collect();
    let build = || {
        let inputs = containers
            .iter()
            .flat_map(dex_parse::DexContainer::files)
            .map(|file| DexInput {
                file: file.clone(),
                name: String::new(),
                apk: String::new(),
            })
            .collect();
        Program::build(inputs, &view)
    };
    let walk = least(build);
    let program = build();
    let found = sdk_fingerprint::identify_beside(&program, profiles, named)
        .libraries
        .len();
    let matching = least(|| sdk_fingerprint::identify_beside(&program, profiles, named));
    let whole = least(|| sdk_fingerprint::identify(&program, profiles));
    println!(
        "{}: walk {walk:.1} ms; matching {} profiles {matching:.1} ms = {:.2} walks; without names {whole:.1} ms = {:.2} \
         walks; {found} libraries",
        path.file_name().unwrap().to_string_lossy(),
        profiles.n_profiles(),
        matching / walk,
        whole / walk,
    );
}

/// A thousand profiles of made-up libraries with the number of methods that real ones have in the middle.
fn made_up() -> Vec<u8> {
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state
    };
    let profiles: Vec<Profile> = (0..PROFILES)
        .map(|n| Profile {
            id: format!("made-up-{n}"),
            version: "1.0".to_owned(),
            words: (0..400).map(|_| next()).collect(),
            classes: (0..60)
                .map(|_| ClassPrint {
                    methods: (0..10)
                        .map(|_| {
                            let mut atoms: Vec<u32> = (0..5).map(|_| next()).collect();
                            atoms.sort_unstable();
                            MethodPrint {
                                exact: next().max(1),
                                set: next().max(1),
                                n_shapes: 2,
                                atoms,
                            }
                        })
                        .collect(),
                })
                .collect(),
            ..Profile::default()
        })
        .collect();
    sdk_fingerprint::compile(&profiles, &Background::default()).unwrap()
}

fn main() {
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global()
        .unwrap();
    let knowledge = ruleset::Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let index = call_graph::Index::new(&knowledge);
    let profiles = ProfileImage::embedded().unwrap();
    let named = NamedCode::new(&knowledge.catalogues().sdks, &profiles);
    let bytes = made_up();
    let size = bytes.len();
    let leaked: &'static [u8] = bytes.leak();
    let load = least(|| ProfileImage::open(Cow::Borrowed(leaked)).unwrap());
    println!("{PROFILES} made-up profiles, {size} bytes: opened in {load:.3} ms; bound 10 ms");
    let given: Vec<PathBuf> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .map(PathBuf::from)
        .collect();
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/corpus");
    let paths = if given.is_empty() {
        BIGGEST.iter().map(|name| corpus.join(name)).collect()
    } else {
        given
    };
    for path in paths {
        if path.exists() {
            matching(&path, &profiles, &named, &index);
        } else {
            println!("{}: not there", path.display());
        }
    }
}
