//! `samples/suites/build.lock`: for each program the hash of what it is made of and of its APK. Builds nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{files, table};

const FILE: &str = "samples/suites/build.lock";

/// The lock's rows by program.
pub(crate) struct Lock {
    rows: BTreeMap<String, (String, String)>,
}

impl Lock {
    /// Reads the lock; an absent one is empty.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let path = root.join(FILE);
        let mut rows = BTreeMap::new();
        if path.is_file() {
            for [name, inputs, apk] in table::rows::<3>(FILE, &files::read_text(&path)?)? {
                rows.insert(name, (inputs, apk));
            }
        }
        Ok(Self { rows })
    }

    /// Writes the lock.
    pub(crate) fn write(&self, root: &Path) -> Result<()> {
        let mut text = String::from("# program\tsha256 of its sources\tsha256 of its APK\n");
        for (name, (inputs, apk)) in &self.rows {
            let _ = writeln!(text, "{name}\t{inputs}\t{apk}");
        }
        files::write(&root.join(FILE), text.as_bytes())
    }

    /// Whether the program's sources and APK are those of the last build.
    pub(crate) fn is_current(&self, root: &Path, folder: &Path) -> Result<bool> {
        let name = files::shown_below(root, folder);
        let Some((inputs, apk)) = self.rows.get(&name) else {
            return Ok(false);
        };
        let path = apk_of(folder);
        Ok(path.is_file()
            && *apk == files::sha256(&files::read(&path)?)
            && *inputs == inputs_of(folder)?)
    }

    /// Records a build.
    pub(crate) fn set(&mut self, root: &Path, folder: &Path, apk: &[u8]) -> Result<()> {
        let name = files::shown_below(root, folder);
        self.rows
            .insert(name, (inputs_of(folder)?, files::sha256(apk)));
        Ok(())
    }

    /// Forgets programs that are gone.
    pub(crate) fn keep_only(&mut self, root: &Path, programs: &[PathBuf]) {
        let names: Vec<String> = programs
            .iter()
            .map(|folder| files::shown_below(root, folder))
            .collect();
        self.rows.retain(|name, _| names.contains(name));
    }
}

/// Where the APK of a program lies: beside its sources, named as the folder.
pub(crate) fn apk_of(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.join(format!("{name}.apk"))
}

/// The hash of the program's sources. Of `truth.yaml` only the `build` part counts: the rest changes no byte of the APK.
fn inputs_of(folder: &Path) -> Result<String> {
    let mut all = String::new();
    for path in files::files_below(folder)? {
        if path.extension().is_some_and(|ending| ending == "apk") {
            continue;
        }
        let mut bytes = files::read(&path)?;
        if path.ends_with(super::truth::FILE) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let part = text.lines().filter(|line| line.starts_with("build:"));
            bytes = part.collect::<Vec<_>>().join("\n").into_bytes();
        }
        all.push_str(&files::shown_below(folder, &path));
        all.push('\t');
        all.push_str(&files::sha256(&bytes));
        all.push('\n');
    }
    Ok(files::sha256(all.as_bytes()))
}
