//! Prints what the call graph and the phases cost: in floors for the apps of the corpus, and in seconds and memory for
//! a program of some 1,500,000 methods. A floor is the CPU time of inflating the DEX files of the app in the same run.
//! The big program is made in memory: copies of the DEX files of one app whose classes are moved to a package of their
//! own each, so that nothing but what all copies share (the framework's types such as Runnable, and the Kotlin library
//! with Function0) joins them. Refuses to assert anything about time.
//!
//! `cargo bench --bench scale -- [--copies N] [APK…]`; without arguments the biggest APKs of `target/corpus`, and 15
//! copies of the first.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a benchmark reads files and clocks, prints, and may stop on a broken set-up"
)]

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use call_graph::{AppInput, CallGraph, Component, Index, phases};
use dex_parse::{ClassDefIdx, StringIdx};
use manifest_parse::{ComponentKind, Locale};
use program_model::{DexInput, Program};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs of each measurement; the least counts, since noise only adds.
const RUNS: usize = 5;
/// Copies that make the big program.
const COPIES: usize = 18;
/// Packages that all copies share: the libraries through whose interfaces code of all parts of an app meets.
const SHARED: [&[u8]; 2] = [b"Lkotlin/", b"Lkotlinx/"];
/// The biggest applications of the corpus.
const BIGGEST: [&str; 6] = [
    "Yosemite.apk",
    "appium-uiautomator2-server-v10.6.6.apk",
    "app-debug-androidTest.apk",
    "pocoservice-debug.apk",
    "ApiDemos-debug.apk",
    "settings_apk-debug.apk",
];
/// Goal for the big program, CPU seconds of call graph and phases.
const GOAL_SECONDS: f64 = 30.0;
/// Goal for the big program, bytes.
const GOAL_BYTES: f64 = 4e9;
/// Goal for a real app, floors.
const GOAL_FLOORS: f64 = 3.0;

/// CPU time of all threads of this process in seconds.
fn cpu() -> f64 {
    cpu_time::ProcessTime::now().as_duration().as_secs_f64()
}

/// The least time of several runs in milliseconds; giving back what a run made is not counted.
fn least<T>(mut run: impl FnMut() -> T) -> f64 {
    (0..RUNS)
        .map(|_| {
            let start = cpu();
            let made = run();
            let spent = cpu() - start;
            drop(std::hint::black_box(made));
            spent * 1e3
        })
        .fold(f64::INFINITY, f64::min)
}

/// A line of the process's own status, in bytes: `VmHWM` is the greatest memory so far, `VmRSS` that of now.
fn memory(word: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(word));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) * 1024.0
}

/// The code and the components of an app.
struct App {
    name: String,
    dex: Vec<Vec<u8>>,
    input: AppInput,
}

fn open(path: &Path) -> App {
    let bytes = std::fs::read(path).unwrap();
    let container = apk_unpack::open(&bytes, &apk_unpack::Limits::default()).unwrap();
    let part = container.parts().first().unwrap();
    let dex = part
        .dex_entries()
        .iter()
        .map(|dex| part.read(dex.entry).unwrap().bytes.into_owned())
        .collect();
    let mut input = AppInput {
        min_sdk: 21,
        target_sdk: 33,
        fully_visible: true,
        ..AppInput::default()
    };
    if let Some(entry) = part.find("AndroidManifest.xml") {
        let xml = part.read(entry).unwrap().bytes;
        let manifest = manifest_parse::parse_manifest(&xml, None, &Locale::none()).unwrap();
        input.package.clone_from(&manifest.package);
        if let Some(name) = &manifest.application.name {
            input.components.push(Component {
                kind: "application".to_owned(),
                class: manifest_parse::descriptor_of(name),
                enabled: true,
                ..Component::default()
            });
        }
        for component in &manifest.components {
            let kind = match component.kind {
                ComponentKind::Service => "service",
                ComponentKind::Receiver => "receiver",
                ComponentKind::Provider => "provider",
                _ => "activity",
            };
            input.components.push(Component {
                kind: kind.to_owned(),
                class: component.code_descriptor(),
                enabled: component.enabled,
                is_launcher: component.filters.iter().any(|filter| {
                    let mut categories = filter.categories.iter();
                    categories.any(|category| category.ends_with(".LAUNCHER"))
                }),
                exported: component.exported,
                ..Component::default()
            });
        }
    }
    App {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        dex,
        input,
    }
}

/// The descriptor of a class in the package of a copy, or `None` for what all copies share.
fn moved(descriptor: &[u8], copy: usize) -> Option<Vec<u8>> {
    if SHARED.iter().any(|shared| descriptor.starts_with(shared)) {
        return None;
    }
    let rest = descriptor.strip_prefix(b"L")?;
    let mut out = format!("Lcopy{copy}/").into_bytes();
    out.extend_from_slice(rest);
    Some(out)
}

/// A DEX file whose own classes, and those of `own`, are in the package of a copy. The texts are put behind the file, so
/// that nothing else moves; the sums in the header are not those of the new bytes.
fn renamed(bytes: &[u8], own: &BTreeSet<Vec<u8>>, copy: usize) -> Vec<u8> {
    let word = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let container = dex_parse::parse(bytes).unwrap();
    let file = &container.files()[0];
    let (string_ids, mut out) = (word(0x3c), bytes.to_vec());
    for row in 0..file.n_strings() {
        let Ok(text) = file.string_bytes(StringIdx(row)) else {
            continue;
        };
        let dimensions = text.iter().take_while(|byte| **byte == b'[').count();
        let Some(new) = own
            .contains(&text[dimensions..])
            .then(|| moved(&text[dimensions..], copy))
            .flatten()
        else {
            continue;
        };
        let at = u32::try_from(out.len()).unwrap();
        let mut units = file.string_declared_len(StringIdx(row)).unwrap()
            + u32::try_from(new.len() + dimensions - text.len()).unwrap();
        while units > 0x7f {
            out.push(u8::try_from(units & 0x7f).unwrap() | 0x80);
            units >>= 7;
        }
        out.push(u8::try_from(units).unwrap());
        out.extend(std::iter::repeat_n(b'[', dimensions));
        out.extend_from_slice(&new);
        out.push(0);
        let id = string_ids + 4 * row as usize;
        out[id..id + 4].copy_from_slice(&at.to_le_bytes());
    }
    let size = u32::try_from(out.len()).unwrap();
    out[0x20..0x24].copy_from_slice(&size.to_le_bytes());
    let data = size - u32::from_le_bytes(out[0x6c..0x70].try_into().unwrap());
    out[0x68..0x6c].copy_from_slice(&data.to_le_bytes());
    out
}

/// Copies of an app joined into one.
fn multiplied(app: &App, copies: usize) -> App {
    let mut own = BTreeSet::new();
    for bytes in &app.dex {
        let container = dex_parse::parse(bytes).unwrap();
        let file = &container.files()[0];
        for row in 0..file.n_class_defs() {
            let class = file.class_def(ClassDefIdx(row)).unwrap();
            own.insert(file.type_descriptor(class.class).unwrap().to_vec());
        }
    }
    let mut out = App {
        name: format!("{copies} copies of {}", app.name),
        dex: Vec::new(),
        input: AppInput {
            components: Vec::new(),
            ..app.input.clone()
        },
    };
    for copy in 0..copies {
        for bytes in &app.dex {
            out.dex.push(renamed(bytes, &own, copy));
        }
        for component in &app.input.components {
            let class = moved(component.class.as_bytes(), copy).unwrap();
            out.input.components.push(Component {
                class: String::from_utf8(class).unwrap(),
                ..component.clone()
            });
        }
    }
    out
}

fn with_program<T>(app: &App, index: &Index<'_>, run: impl FnOnce(&Program<'_>) -> T) -> T {
    let containers: Vec<_> = app
        .dex
        .iter()
        .map(|bytes| dex_parse::parse(bytes).unwrap())
        .collect();
    let inputs = containers
        .iter()
        .flat_map(dex_parse::DexContainer::files)
        .map(|file| DexInput {
            file: file.clone(),
            name: String::new(),
            apk: String::new(),
        })
        .collect();
    let view = index.framework_view();
    run(&Program::build(inputs, &view))
}

/// Graph and phases of a real app in floors of its own DEX files.
fn measure(app: &App, index: &Index<'_>) {
    let streams: Vec<(Vec<u8>, usize)> = app
        .dex
        .iter()
        .map(|bytes| {
            let level = flate2::Compression::new(6);
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), level);
            encoder.write_all(bytes).unwrap();
            (encoder.finish().unwrap(), bytes.len())
        })
        .collect();
    let floor = least(|| {
        for (deflated, size) in &streams {
            let mut bytes = Vec::with_capacity(*size);
            let mut inflater = flate2::Decompress::new(false);
            let end = flate2::FlushDecompress::Finish;
            inflater.decompress_vec(deflated, &mut bytes, end).unwrap();
            std::hint::black_box(&bytes);
        }
    });
    let size: usize = app.dex.iter().map(Vec::len).sum();
    // A fresh program for each run: bodies that a run made are kept for the next.
    let (mut graph_ms, mut phases_ms) = (f64::INFINITY, f64::INFINITY);
    let mut counts = Vec::new();
    let mut methods = 0;
    let mut grown = 0.0;
    for _ in 0..RUNS {
        with_program(app, index, |program| {
            let before = memory("VmRSS");
            let start = cpu();
            let graph = CallGraph::build(program, index, &app.input);
            let middle = cpu();
            counts = phases(program, index, &app.input, &graph);
            let end = cpu();
            graph_ms = graph_ms.min((middle - start) * 1e3);
            phases_ms = phases_ms.min((end - middle) * 1e3);
            methods = program.n_defs();
            grown = f64::max(grown, memory("VmRSS") - before);
        });
    }
    let all = graph_ms + phases_ms;
    println!(
        "{}: {:.1} MB of dex, {methods} methods; floor {floor:.1} ms; graph {graph_ms:.1} ms, phases {phases_ms:.1} ms \
         = {:.2} floors (goal {GOAL_FLOORS}); memory grew by {:.0} MB (goal {:.0} MB); {counts:?}",
        app.name,
        size as f64 / 1e6,
        all / floor,
        grown / 1e6,
        6.0 * size as f64 / 1e6 + 64.0,
    );
}

fn big(app: &App, index: &Index<'_>, copies: usize) {
    let app = multiplied(app, copies);
    let size: usize = app.dex.iter().map(Vec::len).sum();
    let start = cpu();
    with_program(&app, index, |program| {
        let walked = cpu();
        let held = memory("VmRSS");
        let graph = CallGraph::build(program, index, &app.input);
        let built = cpu();
        let counts = phases(program, index, &app.input, &graph);
        let end = cpu();
        let peak = memory("VmHWM");
        println!(
            "{}: {:.1} MB of dex, {} methods, {} reached, {} edges; program {:.1} s; graph {:.1} s, phases {:.1} s = \
             {:.1} s (goal {GOAL_SECONDS} s); before the graph {:.2} GB, peak {:.2} GB (goal {:.0} GB): {}; {counts:?}",
            app.name,
            size as f64 / 1e6,
            program.n_defs(),
            graph.n_reached(),
            graph.n_edges(),
            walked - start,
            built - walked,
            end - built,
            end - walked,
            held / 1e9,
            peak / 1e9,
            GOAL_BYTES / 1e9,
            if end - walked <= GOAL_SECONDS && peak <= GOAL_BYTES {
                "held"
            } else {
                "not held"
            },
        );
    });
}

fn main() {
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global()
        .unwrap();
    let knowledge = ruleset::Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let index = Index::new(&knowledge);
    let mut copies = COPIES;
    let mut given: Vec<PathBuf> = Vec::new();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--copies" => copies = words.next().unwrap().parse().unwrap(),
            word if word.starts_with("--") => {}
            word => given.push(PathBuf::from(word)),
        }
    }
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/corpus");
    let paths: Vec<PathBuf> = if given.is_empty() {
        BIGGEST.iter().map(|name| corpus.join(name)).collect()
    } else {
        given
    };
    let mut first = None;
    for path in paths {
        if path.exists() {
            let app = open(&path);
            measure(&app, &index);
            first = first.or(Some(app));
        } else {
            let path = path.display();
            println!("{path}: not there; `cargo xtask corpus --all` fetches it");
        }
    }
    if let Some(app) = first.filter(|_| copies > 0) {
        big(&app, &index, copies);
    }
}
