//! Tells the version of the engine: a number over the sources that summaries depend on, so that a cache of summaries is
//! never read by an engine that would make others. Refuses nothing: what cannot be read counts as empty.

#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads the sources that it tells the version of"
)]

use std::path::{Path, PathBuf};

/// Crates whose code decides what a summary says.
const CRATES: [&str; 6] = [
    "byte-reader",
    "call-graph",
    "data-flow",
    "dex-parse",
    "program-model",
    "ruleset",
];

fn main() {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut paths: Vec<PathBuf> = Vec::new();
    for name in CRATES {
        let folder = Path::new(root).join("..").join(name).join("src");
        println!("cargo::rerun-if-changed={}", folder.display());
        collect(&folder, &mut paths);
    }
    paths.sort();
    // FNV-1a, 128 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): it tells versions apart, not attackers.
    let mut sum = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let bytes = std::fs::read(&path).unwrap_or_default();
        for byte in name.unwrap_or_default().bytes().chain(bytes) {
            sum ^= u128::from(byte);
            sum = sum.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
    println!("cargo::rustc-env=ENGINE_SOURCES={sum:032x}");
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push(path);
        }
    }
}
