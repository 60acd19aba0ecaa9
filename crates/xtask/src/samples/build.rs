//! Builds one sample by its recipe; which program does what is in `android`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::android::{self, Chain};
use super::recipe::{self, Recipe};
use crate::files;
use crate::zips::{self, Member};

/// Builds the sample in `folder`; returns its files by name. `turn` names the scratch folder.
pub(crate) fn build(chain: &Chain, folder: &Path, turn: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let app = folder
        .file_name()
        .and_then(|name| name.to_str())
        .context("the sample's folder has no name")?;
    let recipe = recipe::read(folder)?;
    let work = chain.work.join(app).join(turn);
    files::fresh_dir(&work)?;

    let generated = work.join("generated");
    let mut members = chain.aapt(
        &folder.join("src/AndroidManifest.xml"),
        &folder.join("src/res"),
        &folder.join("src/assets"),
        &generated,
        &work.join("resources.zip"),
    )?;
    let classes = compile(chain, folder, &recipe, &generated, &work)?;

    let mut results = BTreeMap::new();
    if let Some(r8) = &recipe.r8 {
        let program = work.join("program.jar");
        let skip = classes_of(folder, &recipe.compile_only)?;
        android::jar(&classes, &program, |name| {
            Ok(!skip.contains(top_level(name)))
        })?;
        let mut jars = vec![program];
        if uses_kotlin(folder, &recipe)? {
            jars.extend(chain.kotlin_library());
        }
        if recipe.coroutines {
            jars.push(chain.coroutines_library()?);
        }
        let mapping = work.join("mapping.txt");
        let out = work.join("dex");
        chain.r8(
            &jars,
            &folder.join(&r8.rules),
            recipe.min_api,
            &mapping,
            &out,
        )?;
        add_dex(&mut members, &out)?;
        if r8.keep_mapping {
            results.insert("mapping.txt".to_owned(), files::read(&mapping)?);
        }
    } else {
        for (index, sources) in recipe.dex.iter().enumerate() {
            let mut wanted = classes_of(folder, sources)?;
            if index == 0 {
                wanted.extend(classes_in(&generated)?);
            }
            let out = work.join(format!("dex{index}"));
            dex(chain, &classes, &wanted, recipe.min_api, &out)?;
            add_dex(&mut members, &out)?;
        }
    }
    for (name, source) in &recipe.native {
        let library = work.join("native.so");
        android::cc(&folder.join(source), &library)?;
        members.push(Member {
            name: name.clone(),
            bytes: files::read(&library)?,
            stored: false,
        });
    }
    let base = pack(chain, &work.join("base.zip"), &members)?;
    if recipe.splits.is_empty() {
        results.insert(format!("{app}.apk"), base);
        return Ok(results);
    }

    let mut parts = vec![Member {
        name: "base.apk".to_owned(),
        bytes: base,
        stored: true,
    }];
    for split in &recipe.splits {
        let source = folder.join(&split.manifest);
        let mut members = chain.aapt(
            &source.join("AndroidManifest.xml"),
            &source.join("res"),
            &source.join("assets"),
            &work.join(format!("generated-{}", split.name)),
            &work.join(format!("{}-resources.zip", split.name)),
        )?;
        let out = work.join(format!("dex-{}", split.name));
        dex(
            chain,
            &classes,
            &classes_of(folder, &split.sources)?,
            recipe.min_api,
            &out,
        )?;
        add_dex(&mut members, &out)?;
        let bytes = pack(chain, &work.join(format!("{}.zip", split.name)), &members)?;
        parts.push(Member {
            name: format!("split_{}.apk", split.name),
            bytes,
            stored: true,
        });
    }
    let set = work.join("set.apks");
    zips::write_all(&set, &parts)?;
    results.insert(format!("{app}.apks"), files::read(&set)?);
    Ok(results)
}

/// Compiles every source of the recipe together; returns the folder of the class files.
fn compile(
    chain: &Chain,
    folder: &Path,
    recipe: &Recipe,
    generated: &Path,
    work: &Path,
) -> Result<PathBuf> {
    let classes = work.join("classes");
    files::fresh_dir(&classes)?;
    let mut java = files::files_with(generated, "java")?;
    let mut kotlin = Vec::new();
    for source in recipe.source_folders() {
        let below = folder.join(source);
        if !below.is_dir() {
            bail!("{} names {source}, which is not a folder", recipe::FILE);
        }
        java.extend(files::files_with(&below, "java")?);
        kotlin.extend(files::files_with(&below, "kt")?);
    }
    let mut classpath = chain.boot();
    if recipe.coroutines {
        classpath.push(chain.coroutines_library()?);
    }
    if !kotlin.is_empty() {
        // The Kotlin compiler reads the Java sources, javac then reads Kotlin's classes.
        let mut all = kotlin;
        all.extend(java.iter().cloned());
        chain.kotlinc(&all, &classpath, &classes)?;
        classpath.push(classes.clone());
        classpath.extend(chain.kotlin_library());
    }
    if !java.is_empty() {
        android::javac(&java, &classpath, &classes)?;
    }
    Ok(classes)
}

/// Makes DEX files of the wanted top-level classes, the other classes being known but not included.
fn dex(
    chain: &Chain,
    classes: &Path,
    wanted: &BTreeSet<String>,
    min_api: u32,
    out: &Path,
) -> Result<()> {
    let program = out.with_extension("program.jar");
    let rest = out.with_extension("rest.jar");
    android::jar(classes, &program, |name| {
        Ok(wanted.contains(top_level(name)))
    })?;
    let mut classpath = chain.boot();
    if android::jar(classes, &rest, |name| Ok(!wanted.contains(top_level(name)))).is_ok() {
        classpath.insert(0, rest);
    }
    chain.d8(&program, &classpath, min_api, out)
}

/// Adds the DEX files of a folder under the next free names.
fn add_dex(members: &mut Vec<Member>, folder: &Path) -> Result<()> {
    for path in files::files_with(folder, "dex")? {
        let taken = members
            .iter()
            .filter(|member| member.name.starts_with("classes"))
            .count();
        let name = match taken {
            0 => "classes.dex".to_owned(),
            _ => format!("classes{}.dex", taken + 1),
        };
        members.push(Member {
            name,
            bytes: files::read(&path)?,
            stored: false,
        });
    }
    Ok(())
}

fn pack(chain: &Chain, path: &Path, members: &[Member]) -> Result<Vec<u8>> {
    zips::write_all(path, members)?;
    chain.sign(path)
}

/// The top-level classes of the source files below some folders, as paths inside a jar.
/// Every top-level class has a file of its own name; a Kotlin file may hold `<Name>Kt` as well.
fn classes_of(folder: &Path, sources: &[String]) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for source in sources {
        found.extend(classes_in(&folder.join(source))?);
    }
    Ok(found)
}

fn classes_in(source: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for path in files::files_below(source)? {
        let name = path
            .strip_prefix(source)?
            .with_extension("")
            .to_str()
            .context("a source file's name is not UTF-8")?
            .to_owned();
        found.insert(format!("{name}Kt"));
        found.insert(name);
    }
    Ok(found)
}

/// The top-level class of a class file: `a/B$C.class` belongs to `a/B`.
fn top_level(name: &str) -> &str {
    let name = name.strip_suffix(".class").unwrap_or(name);
    name.split('$').next().unwrap_or(name)
}

fn uses_kotlin(folder: &Path, recipe: &Recipe) -> Result<bool> {
    for source in recipe.source_folders() {
        if !files::files_with(&folder.join(source), "kt")?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::top_level;

    #[test]
    fn inner_classes_belong_to_their_file() {
        assert_eq!(top_level("cn/x/A$1$B.class"), "cn/x/A");
        assert_eq!(top_level("cn/x/信息.class"), "cn/x/信息");
    }
}
