//! `samples/<app>/build.json`: what a sample is made of. Says nothing of how it is compiled.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::files;

/// The recipe's file name.
pub(crate) const FILE: &str = "build.json";

/// How one sample is put together. Paths are relative to the sample's folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recipe {
    /// The lowest API level the DEX code must run on.
    pub(crate) min_api: u32,
    /// One list of source folders for each DEX file, in order; a folder holds Java or Kotlin files.
    pub(crate) dex: Vec<Vec<String>>,
    /// Folder names of Java sources that only help to compile and do not reach the APK.
    #[serde(default)]
    pub(crate) compile_only: Vec<String>,
    /// Whether the app uses and contains the kotlinx.coroutines library.
    #[serde(default)]
    pub(crate) coroutines: bool,
    /// Set when R8 makes the DEX file instead of D8.
    #[serde(default)]
    pub(crate) r8: Option<R8>,
    /// Native libraries: the path inside the APK and the C file that it is made of.
    #[serde(default)]
    pub(crate) native: BTreeMap<String, String>,
    /// Split APKs beside the base APK; with any, the result is one `.apks` file.
    #[serde(default)]
    pub(crate) splits: Vec<Split>,
}

/// A run of R8.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct R8 {
    /// The file with the keep rules.
    pub(crate) rules: String,
    /// Whether the name mapping is kept beside the APK as `mapping.txt`.
    pub(crate) keep_mapping: bool,
}

/// One split APK.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Split {
    /// Name of the split, as in its manifest.
    pub(crate) name: String,
    /// The folder with its `AndroidManifest.xml`.
    pub(crate) manifest: String,
    /// Its source folders.
    pub(crate) sources: Vec<String>,
}

/// Reads the recipe of the sample in `folder`.
pub(crate) fn read(folder: &Path) -> Result<Recipe> {
    let path = folder.join(FILE);
    serde_json::from_str(&files::read_text(&path)?)
        .with_context(|| format!("failed to read {}", path.display()))
}

impl Recipe {
    /// Every source folder, of the base and of the splits.
    pub(crate) fn source_folders(&self) -> impl Iterator<Item = &str> {
        self.dex
            .iter()
            .flatten()
            .chain(&self.compile_only)
            .chain(self.splits.iter().flat_map(|split| &split.sources))
            .map(String::as_str)
    }
}
