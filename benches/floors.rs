//! Prints what the stages cost, in floors: the CPU time of inflating, in the same run, every entry that a scan must
//! read, with flate2 and zlib-rs. Stored entries are deflated at level 6 first. Refuses to assert anything about time.
//!
//! `cargo bench --bench floors -- [APK…]`; without arguments the biggest APKs of `target/corpus`.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a benchmark reads files and clocks, prints, and may stop on a broken set-up"
)]

use std::io::Write as _;
use std::path::PathBuf;

use apk_unpack::{Limits, Part};
use program_model::{DexInput, Program};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs of each measurement; the least counts, since noise only adds.
const RUNS: usize = 5;
/// The biggest applications of the corpus.
const BIGGEST: [&str; 4] = [
    "Yosemite.apk",
    "appium-uiautomator2-server-v10.6.6.apk",
    "app-debug-androidTest.apk",
    "pocoservice-debug.apk",
];

/// CPU time of all threads of this process in milliseconds.
fn cpu_ms() -> f64 {
    cpu_time::ProcessTime::now().as_duration().as_secs_f64() * 1e3
}

/// The least time of several runs; giving back what a run made is not counted.
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

/// One deflated stream with its inflated size.
struct Stream {
    deflated: Vec<u8>,
    size: usize,
}

fn stream(part: &Part<'_>, name: &str) -> Option<Stream> {
    let entry = part.find(name)?;
    let bytes = part.read(entry).ok()?.bytes;
    let start = usize::try_from(entry.data_offset).unwrap();
    let end = start + usize::try_from(entry.compressed_size).unwrap();
    let deflated = if entry.method == 8 {
        part.archive().bytes().get(start..end)?.to_vec()
    } else {
        let mut encoder =
            flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(6));
        encoder.write_all(&bytes).ok()?;
        encoder.finish().ok()?
    };
    Some(Stream {
        deflated,
        size: bytes.len(),
    })
}

fn inflate(streams: &[Stream]) {
    for stream in streams {
        let mut out = Vec::with_capacity(stream.size);
        let mut inflater = flate2::Decompress::new(false);
        inflater
            .decompress_vec(&stream.deflated, &mut out, flate2::FlushDecompress::Finish)
            .unwrap();
        std::hint::black_box(&out);
    }
}

/// The native libraries of the ABI that a device of today would take.
fn is_of_one_abi(part: &Part<'_>, name: &str) -> bool {
    let abi = [
        "lib/arm64-v8a/",
        "lib/armeabi-v7a/",
        "lib/armeabi/",
        "lib/x86_64/",
        "lib/x86/",
    ]
    .into_iter()
    .find(|abi| {
        part.entries()
            .iter()
            .any(|entry| entry.name.starts_with(abi))
    });
    abi.is_some_and(|abi| name.starts_with(abi))
}

/// What a scan reads besides the code: the manifest, the resource table, every compiled XML file that may be a
/// layout, the native libraries of one ABI, and the assets that are searched for scripts and texts.
fn others(part: &Part<'_>) -> Vec<Stream> {
    const SEARCHED: [&str; 7] = [".js", ".json", ".html", ".htm", ".txt", ".md", ".bundle"];
    part.entries()
        .iter()
        .filter(|entry| {
            let name = &entry.name;
            name == "resources.arsc"
                || name.ends_with(".xml")
                || is_of_one_abi(part, name)
                || (name.starts_with("assets/") && SEARCHED.iter().any(|end| name.ends_with(end)))
        })
        .filter_map(|entry| stream(part, &entry.name))
        .collect()
}

thread_local! {
    static STAGES: std::cell::RefCell<Vec<(pipeline::Stage, f64)>> = const { std::cell::RefCell::new(Vec::new()) };
}

fn on_stage(stage: pipeline::Stage) {
    STAGES.with_borrow_mut(|list| list.push((stage, cpu_ms())));
}

/// The least CPU time of each stage over the runs since the last call, in milliseconds.
fn stages() -> Vec<(pipeline::Stage, f64)> {
    STAGES.with_borrow_mut(|list| {
        let mut out: Vec<(pipeline::Stage, f64)> = Vec::new();
        for (this, next) in list.iter().zip(list.iter().skip(1)) {
            let (stage, spent) = (this.0, next.1 - this.1);
            if stage == pipeline::Stage::End {
                continue;
            }
            if let Some(known) = out.iter_mut().find(|known| known.0 == stage) {
                known.1 = known.1.min(spent);
            } else {
                out.push((stage, spent));
            }
        }
        list.clear();
        out
    })
}

fn measure(path: &PathBuf, knowledge: &ruleset::Knowledge) {
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let container = apk_unpack::open(&bytes, &Limits::default()).unwrap();
    let part = container.parts().first().unwrap();
    let dex_names: Vec<String> = part
        .dex_entries()
        .iter()
        .map(|dex| dex.entry.name.clone())
        .collect();
    let dex_streams: Vec<Stream> = dex_names
        .iter()
        .filter_map(|name| stream(part, name))
        .collect();
    let other_streams = others(part);
    let dex_floor = least(|| inflate(&dex_streams));
    let floor = dex_floor + least(|| inflate(&other_streams));

    let dex_bytes: Vec<Vec<u8>> = dex_names
        .iter()
        .map(|name| {
            part.read(part.find(name).unwrap())
                .unwrap()
                .bytes
                .into_owned()
        })
        .collect();
    let size: usize = dex_bytes.iter().map(Vec::len).sum();
    let index = call_graph::Index::new(knowledge);
    let view = index.framework_view();
    let walk = least(|| {
        let containers: Vec<_> = dex_bytes
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
        Program::build(inputs, &view)
    });
    let options = pipeline::Options {
        on_stage: Some(on_stage),
        ..pipeline::Options::default()
    };
    let analyzer = pipeline::Analyzer::new(knowledge);
    let scan = least(|| {
        let facts = analyzer.analyze(&name, &bytes, &options).unwrap();
        let info = report::RunInfo::default();
        std::hint::black_box(report::json::render(&facts, &info).len());
    });
    let measured = stages();
    let first_tier = pipeline::Options {
        flows: false,
        ..pipeline::Options::default()
    };
    let without_flows = least(|| {
        let facts = analyzer.analyze(&name, &bytes, &first_tier).unwrap();
        let info = report::RunInfo::default();
        std::hint::black_box(report::json::render(&facts, &info).len());
    });
    let load = least(|| {
        std::hint::black_box(
            ruleset::Knowledge::from_image(knowledge_image::IMAGE)
                .unwrap()
                .version()
                .len(),
        );
    });
    println!(
        "{name}: {:.1} MB of dex; floor {floor:.1} ms (dex {dex_floor:.1}); walk {walk:.1} ms = {:.2} dex floors; \
         scan {scan:.1} ms = {:.2} floors; without flows {without_flows:.1} ms = {:.2} floors, bound 4 floors + 40 ms, \
         3 floors for call graph and phases and one walk for third parties = {:.1} ms; catalogues {load:.1} ms",
        size as f64 / 1e6,
        walk / dex_floor,
        scan / floor,
        without_flows / floor,
        7.0 * floor + 40.0 + walk,
    );
    for (stage, spent) in measured {
        println!(
            "    {:<20} {spent:>8.1} ms {:>6.2} floors",
            stage.word(),
            spent / floor
        );
    }
}

fn main() {
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global()
        .unwrap();
    let knowledge = ruleset::Knowledge::from_image(knowledge_image::IMAGE).unwrap();
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
            measure(&path, &knowledge);
        } else {
            println!(
                "{}: not there; `cargo xtask corpus --all` fetches it",
                path.display()
            );
        }
    }
}
