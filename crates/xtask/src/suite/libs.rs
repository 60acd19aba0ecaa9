//! What suite programs are linked against: fetched libraries and stub groups. Never packs anything.
//!
//! A group below `samples/suites/lib/framework` only helps to compile, because the device has these classes.
//! A group below `samples/suites/lib/bundled` goes into the program, as a library does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::samples::android::{self, Chain};
use crate::{fetch, files, table};

const LIBS: &str = include_str!("../../data/suite-libs.tsv");

/// Every library and stub group, ready to link.
pub(crate) struct Libs {
    /// Compile-only jars by group.
    framework: BTreeMap<String, Vec<PathBuf>>,
    /// Jars that go into a program.
    program: BTreeMap<String, Vec<PathBuf>>,
    /// The framework classes.
    android: PathBuf,
}

/// What one program is linked against.
pub(crate) struct Linked {
    /// First the stubs of newer framework classes, which replace older ones, then the framework.
    pub(crate) compile_only: Vec<PathBuf>,
    /// Jars that become part of the program.
    pub(crate) program: Vec<PathBuf>,
}

impl Libs {
    /// Fetches the libraries that are missing and compiles the stub groups.
    pub(crate) fn prepare(root: &Path, chain: &Chain) -> Result<Self> {
        let android = chain.jar("android.jar");
        let mut program = fetched(root)?;
        let kotlin = chain.kotlin_library();
        let mut coroutines = kotlin.clone();
        coroutines.push(chain.coroutines_library()?);
        program.insert("kotlin".to_owned(), kotlin);
        program.insert("coroutines".to_owned(), coroutines);
        let base = root.join("samples/suites/lib");
        let framework = groups(chain, &base.join("framework"), &android)?;
        for (name, jars) in groups(chain, &base.join("bundled"), &android)? {
            if program.insert(name.clone(), jars).is_some() {
                bail!("{name} is a fetched library and a stub group");
            }
        }
        Ok(Self {
            framework,
            program,
            android,
        })
    }

    /// What the named libraries add up to.
    pub(crate) fn link(&self, names: &[String]) -> Result<Linked> {
        let mut linked = Linked {
            compile_only: Vec::new(),
            program: Vec::new(),
        };
        for name in names {
            if let Some(jars) = self.framework.get(name) {
                linked.compile_only.extend(jars.iter().cloned());
            } else if let Some(jars) = self.program.get(name) {
                for jar in jars {
                    if !linked.program.contains(jar) {
                        linked.program.push(jar.clone());
                    }
                }
            } else {
                bail!("there is no library {name}");
            }
        }
        linked.compile_only.push(self.android.clone());
        Ok(linked)
    }

    /// The framework classes of the tool chain.
    pub(crate) fn android(&self) -> &Path {
        &self.android
    }
}

fn fetched(root: &Path) -> Result<BTreeMap<String, Vec<PathBuf>>> {
    let folder = root.join("target/tools/suite");
    let scratch = root.join("target/tmp/suite-libs");
    let mut found: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for [lib, ecosystem, package, version, inner, sha256] in
        table::rows::<6>("suite-libs.tsv", LIBS)?
    {
        let name = Path::new(&inner)
            .file_name()
            .context("a library path without a file name")?;
        let path = folder.join(name);
        if !files::has_sha256(&path, &sha256) {
            let archive = fetch::package(&ecosystem, &package, &version, &scratch)?;
            let bytes = fetch::member(&archive, &inner, &scratch)?;
            let is = files::sha256(&bytes);
            if is != sha256 {
                bail!("{inner} of {package} {version} has sha256 {is}, expected {sha256}");
            }
            files::write(&path, &bytes)?;
        }
        found.entry(lib).or_default().push(path);
    }
    files::remove(&scratch)?;
    Ok(found)
}

/// Compiles each folder of `base` to one jar; a group sees no other group, only the framework classes.
fn groups(chain: &Chain, base: &Path, android: &Path) -> Result<BTreeMap<String, Vec<PathBuf>>> {
    let mut found = BTreeMap::new();
    if !base.is_dir() {
        return Ok(found);
    }
    for folder in files::children(base)? {
        let name = folder
            .file_name()
            .and_then(|name| name.to_str())
            .context("a stub group without a name")?
            .to_owned();
        let sources = files::files_with(&folder, "java")?;
        let mut text = String::new();
        for source in &sources {
            text.push_str(&files::read_text(source)?);
        }
        let digest = files::sha256(text.as_bytes());
        let jar = chain
            .work
            .join("suite-stubs")
            .join(format!("{name}-{}.jar", digest.get(..16).unwrap_or("0")));
        if !jar.is_file() {
            let classes = chain.work.join("suite-stubs").join(&name);
            files::fresh_dir(&classes)?;
            android::javac(&sources, &[android.to_owned()], &classes)?;
            android::jar(&classes, &jar, |_| Ok(true))?;
        }
        found.insert(name, vec![jar]);
    }
    Ok(found)
}
