//! The plan that `SuiteBuilder.java` reads, and the rules R8 gets. Starts nothing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::truth::R8;

/// One program of a plan.
pub(crate) struct Step {
    /// Name for messages.
    pub(crate) name: String,
    /// Which compiler makes the DEX file.
    pub(crate) r8: R8,
    /// Where `classes.dex` goes.
    pub(crate) out: PathBuf,
    /// Compile-only jars.
    pub(crate) compile_only: Vec<PathBuf>,
    /// Jars that go into the program.
    pub(crate) program: Vec<PathBuf>,
    /// The file with R8's rules; read only when R8 runs.
    pub(crate) rules: PathBuf,
    /// Java and Kotlin files.
    pub(crate) sources: Vec<PathBuf>,
}

/// The lowest API level of every program.
const MIN_API: u32 = 21;

impl Step {
    /// The line of the plan.
    pub(crate) fn line(&self) -> Result<String> {
        let kind = if self.r8 == R8::None { "d8" } else { "r8" };
        let cells = [
            self.name.clone(),
            kind.to_owned(),
            text(&self.out),
            list(&self.compile_only),
            list(&self.program),
            text(&self.rules),
            list(&self.sources),
            MIN_API.to_string(),
        ];
        if cells.iter().any(|cell| cell.contains(['\t', '\n'])) {
            bail!("a path of {} holds a tab or a line break", self.name);
        }
        Ok(cells.join("\t"))
    }
}

/// Rules for R8: the classes that the manifest names stay, and what the kind of run asks for.
pub(crate) fn rules(r8: R8, manifest: &str, package: &str, own: &str) -> String {
    let mut lines = vec![
        "-dontwarn **".to_owned(),
        "-ignorewarnings".to_owned(),
        "-keepattributes *Annotation*,Signature,InnerClasses,EnclosingMethod,LineNumberTable,SourceFile".to_owned(),
        "-keepclassmembers class * { @android.webkit.JavascriptInterface <methods>; }".to_owned(),
        "-keepclassmembers class * implements android.os.Parcelable { public static final ** CREATOR; }".to_owned(),
    ];
    for class in names(manifest, package) {
        lines.push(format!("-keep class {class} {{ <init>(); }}"));
    }
    match r8 {
        R8::Rename | R8::None => {}
        R8::RenameOnly => lines.push("-dontoptimize".to_owned()),
        R8::Shrink => {
            lines.push("-dontoptimize".to_owned());
            lines.push("-dontobfuscate".to_owned());
        }
    }
    lines.push(own.to_owned());
    lines.join("\n")
}

/// The class names in `android:name` attributes and in `android:value` ones of start-up meta data.
fn names(manifest: &str, package: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for attribute in [
        "android:name=\"",
        "android:backupAgent=\"",
        "android:appComponentFactory=\"",
    ] {
        for part in manifest.split(attribute).skip(1) {
            let Some((name, _)) = part.split_once('"') else {
                continue;
            };
            if let Some(short) = name.strip_prefix('.') {
                found.insert(format!("{package}.{short}"));
            } else if name.contains('.')
                && !name.starts_with("android.")
                && !name.contains(".permission.")
                && !name.contains(".action.")
            {
                found.insert(name.to_owned());
            }
        }
    }
    found
}

/// The value of the manifest's `package` attribute.
pub(crate) fn package(manifest: &str) -> Result<&str> {
    match manifest
        .split_once("package=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
    {
        Some((package, _)) => Ok(package),
        None => bail!("the manifest names no package"),
    }
}

fn list(paths: &[PathBuf]) -> String {
    let parts: Vec<String> = paths.iter().map(|path| text(path)).collect();
    parts.join(":")
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::{names, package};

    #[test]
    fn component_names_are_kept_and_actions_are_not() {
        let manifest = r#"<manifest package="cn.a"><application android:name=".App">
            <activity android:name="cn.b.主页"/><action android:name="android.intent.action.MAIN"/>
            <uses-permission android:name="cn.a.permission.X"/></application></manifest>"#;
        assert_eq!(package(manifest).unwrap(), "cn.a");
        let found: Vec<String> = names(manifest, "cn.a").into_iter().collect();
        assert_eq!(found, ["cn.a.App", "cn.b.主页"]);
    }
}
