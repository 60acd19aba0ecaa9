//! `samples/<app>/build.lock`: the hashes of everything an APK was made of. Decides only equal or not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::recipe;
use crate::files;

const FILE: &str = "build.lock";

/// Writes the lock file after a build.
pub(crate) fn write(
    root: &Path,
    folder: &Path,
    results: &BTreeMap<String, Vec<u8>>,
    versions: &[(String, String)],
) -> Result<()> {
    let mut text = String::from(
        "# Written by `cargo xtask samples`; do not edit.\nformat\tprivlens/build-lock/1\n",
    );
    for (name, version) in versions {
        let _ = writeln!(text, "tool\t{name}\t{version}");
    }
    for (kind, name, hash) in inputs(root, folder)? {
        let _ = writeln!(text, "{kind}\t{name}\t{hash}");
    }
    for (name, bytes) in results {
        let _ = writeln!(text, "result\t{name}\t{}", files::sha256(bytes));
    }
    files::write(&folder.join(FILE), text.as_bytes())
}

/// One line for each input or result that differs from the lock file.
pub(crate) fn differences(root: &Path, folder: &Path) -> Result<Vec<String>> {
    let path = folder.join(FILE);
    if !path.is_file() {
        return Ok(vec![format!(
            "{}: no {FILE}",
            files::shown_below(root, folder)
        )]);
    }
    let text = files::read_text(&path)?;
    let mut recorded = BTreeSet::new();
    let mut found = BTreeSet::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        if let [kind @ ("source" | "result"), name, hash] = cells.as_slice() {
            recorded.insert(((*kind).to_owned(), (*name).to_owned(), (*hash).to_owned()));
            if *kind == "result" {
                let hash = files::read(&folder.join(name))
                    .map_or_else(|_| "absent".to_owned(), |bytes| files::sha256(&bytes));
                found.insert(((*kind).to_owned(), (*name).to_owned(), hash));
            }
        }
    }
    found.extend(inputs(root, folder)?);
    let names: BTreeSet<String> = recorded
        .symmetric_difference(&found)
        .map(|(kind, name, _)| {
            format!(
                "{}: {kind} {name} changed",
                files::shown_below(root, folder)
            )
        })
        .collect();
    Ok(names.into_iter().collect())
}

/// Every file that goes into the sample, with its hash, sorted.
fn inputs(root: &Path, folder: &Path) -> Result<BTreeSet<(String, String, String)>> {
    let recipe = recipe::read(folder)?;
    let mut paths: BTreeSet<PathBuf> = BTreeSet::new();
    paths.insert(folder.join(recipe::FILE));
    paths.extend(files::files_below(&folder.join("src"))?);
    for source in recipe.source_folders() {
        paths.extend(files::files_below(&folder.join(source))?);
    }
    paths.extend(files::files_below(&root.join("samples/stubs"))?);
    paths.extend(files::files_below(&root.join("samples/keys"))?);
    let mut found = BTreeSet::new();
    for path in paths {
        let path = path
            .canonicalize()
            .with_context(|| format!("failed to resolve {}", path.display()))?;
        let hash = files::sha256(&files::read(&path)?);
        found.insert((
            "source".to_owned(),
            files::shown_below(&root.canonicalize()?, &path),
            hash,
        ));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{differences, write};
    use crate::files;

    #[test]
    fn a_changed_source_or_result_is_named() {
        let root = std::env::temp_dir().join(format!("xtask-lock-{}", std::process::id()));
        let folder = root.join("samples/信息");
        files::fresh_dir(&root).unwrap();
        files::write(
            &folder.join("build.json"),
            br#"{"min_api": 21, "dex": [["src"]]}"#,
        )
        .unwrap();
        files::write(&folder.join("src/A.java"), b"class A {}").unwrap();
        files::write(&folder.join("信息.apk"), b"apk").unwrap();
        let results = BTreeMap::from([("信息.apk".to_owned(), b"apk".to_vec())]);

        assert_eq!(
            differences(&root, &folder).unwrap(),
            ["samples/信息: no build.lock"]
        );
        write(&root, &folder, &results, &[]).unwrap();
        assert!(differences(&root, &folder).unwrap().is_empty());

        files::write(&folder.join("src/A.java"), b"class A { }").unwrap();
        files::write(&folder.join("src/B.java"), b"class B {}").unwrap();
        files::remove(&folder.join("信息.apk")).unwrap();
        assert_eq!(
            differences(&root, &folder).unwrap(),
            [
                "samples/信息: result 信息.apk changed",
                "samples/信息: source samples/信息/src/A.java changed",
                "samples/信息: source samples/信息/src/B.java changed",
            ]
        );
        files::remove(&root).unwrap();
    }
}
