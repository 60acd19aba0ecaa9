//! The catalogues that the reader needs, from their source files.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use policy_read::Reader;
use ruleset::Knowledge;

/// Root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn add(folder: &Path, base: &Path, out: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            add(&path, base, out);
        } else {
            let name = path.strip_prefix(base).unwrap();
            let name = name.to_str().unwrap().replace('\\', "/");
            out.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

/// Catalogues without those that only the analysis of code needs.
pub(crate) fn knowledge() -> Knowledge {
    let base = root().join("rulesets");
    let mut files = Vec::new();
    for folder in ["policy", "sdks", "sdks-odbl", "taxonomy"] {
        add(&base.join(folder), &base, &mut files);
    }
    let source = ruleset::source::read(&files).unwrap();
    Knowledge::from_source(&source).unwrap()
}

/// One reader for all tests.
pub(crate) fn reader() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(|| Reader::new(&knowledge()))
}
