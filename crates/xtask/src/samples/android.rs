//! The Android tool chain: one function per program, no knowledge of any sample.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process::Tool;
use crate::zips::{self, Member};
use crate::{files, tools};

/// Password of the committed test key. The key signs samples only and protects nothing.
const KEY_PASSWORD: &str = "privlens-samples";

/// The programs and libraries of a build, all present.
pub(crate) struct Chain {
    /// Where intermediate files go.
    pub(crate) work: PathBuf,
    /// Name and version of each program, for `build.lock`.
    pub(crate) versions: Vec<(String, String)>,
    jars: PathBuf,
    stubs: PathBuf,
    key: PathBuf,
}

impl Chain {
    /// Fetches what is missing, makes the signing key when there is none, and compiles the stubs.
    pub(crate) fn prepare(root: &Path) -> Result<Self> {
        let jars = tools::install_java_tools(root)?;
        let work = root.join("target/samples");
        files::create_dir(&work)?;
        let key = root.join("samples/keys/sample.p12");
        if !key.is_file() {
            make_key(&key)?;
        }
        let mut versions = vec![
            (
                "javac".to_owned(),
                first_line(&Tool::new("javac").arg("-version").output()?),
            ),
            (
                "aapt".to_owned(),
                first_line(&Tool::new("aapt").arg("version").output()?),
            ),
            (
                "cc".to_owned(),
                first_line(&Tool::new("cc").arg("--version").output()?),
            ),
            (
                "apksigner".to_owned(),
                first_line(&Tool::new("apksigner").arg("--version").output()?),
            ),
        ];
        for name in [
            "android.jar",
            "d8.jar",
            "kotlin-compiler.jar",
            "kotlin-stdlib.jar",
        ] {
            versions.push((name.to_owned(), tools::java_tool_sha256(name)?));
        }
        let chain = Self {
            stubs: work.join("stubs.jar"),
            work,
            versions,
            jars,
            key,
        };
        let classes = chain.work.join("stubs");
        files::fresh_dir(&classes)?;
        let sources = files::files_with(&root.join("samples/stubs"), "java")?;
        javac(&sources, &[chain.jar("android.jar")], &classes)?;
        jar(&classes, &chain.stubs, |_| Ok(true))?;
        Ok(chain)
    }

    /// A file of the Java tools.
    pub(crate) fn jar(&self, name: &str) -> PathBuf {
        self.jars.join(name)
    }

    /// What app code compiles against: the stubs first, because they replace older classes.
    pub(crate) fn boot(&self) -> Vec<PathBuf> {
        vec![self.stubs.clone(), self.jar("android.jar")]
    }

    /// The Kotlin standard library and its annotations.
    pub(crate) fn kotlin_library(&self) -> Vec<PathBuf> {
        vec![self.jar("kotlin-stdlib.jar"), self.jar("annotations.jar")]
    }

    /// The kotlinx.coroutines library, which the Kotlin compiler's jar contains.
    pub(crate) fn coroutines_library(&self) -> Result<PathBuf> {
        let library = self.work.join("coroutines.jar");
        if !library.is_file() {
            let source = self.jar("kotlin-compiler.jar");
            let mut members = zips::read_below(&source, "kotlinx/coroutines/")?;
            // Says which classes hold the library's top-level functions.
            members.extend(zips::read_below(
                &source,
                "META-INF/kotlinx-coroutines-core.",
            )?);
            if members.is_empty() {
                bail!("no kotlinx.coroutines in {}", source.display());
            }
            zips::write_all(&library, &members)?;
        }
        Ok(library)
    }

    /// Compiles Kotlin sources; Java sources may be given for reference.
    pub(crate) fn kotlinc(
        &self,
        sources: &[PathBuf],
        classpath: &[PathBuf],
        out: &Path,
    ) -> Result<()> {
        let mut classpath = classpath.to_vec();
        classpath.extend(self.kotlin_library());
        Tool::new("java")
            .args(["-Xmx1g", "-cp"])
            .arg(self.jar("kotlin-compiler.jar"))
            .args([
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "-no-stdlib",
                "-no-reflect",
            ])
            .args([
                "-jvm-target",
                "1.8",
                "-module-name",
                "sample",
                "-nowarn",
                "-d",
            ])
            .arg(out)
            .arg("-cp")
            .arg(join(&classpath))
            .args(sources)
            .output()
            .map(drop)
    }

    /// Turns one jar into DEX files in the folder `out`.
    pub(crate) fn d8(
        &self,
        program: &Path,
        classpath: &[PathBuf],
        min_api: u32,
        out: &Path,
    ) -> Result<()> {
        files::fresh_dir(out)?;
        // Without API modelling each call stays in the method whose source makes it.
        let mut tool = Tool::new("java")
            .args(["-Dcom.android.tools.r8.disableApiModeling=1", "-cp"])
            .arg(self.jar("d8.jar"))
            .args([
                "com.android.tools.r8.D8",
                "--release",
                "--min-api",
                &min_api.to_string(),
            ])
            .arg("--lib")
            .arg(self.jar("android.jar"));
        for path in classpath {
            tool = tool.arg("--classpath").arg(path);
        }
        tool.arg("--output")
            .arg(out)
            .arg(program)
            .output()
            .map(drop)
    }

    /// Shrinks and renames jars into DEX files in the folder `out`.
    pub(crate) fn r8(
        &self,
        program: &[PathBuf],
        rules: &Path,
        min_api: u32,
        mapping: &Path,
        out: &Path,
    ) -> Result<()> {
        files::fresh_dir(out)?;
        Tool::new("java")
            .args(["-Dcom.android.tools.r8.disableApiModeling=1", "-cp"])
            .arg(self.jar("d8.jar"))
            .args([
                "com.android.tools.r8.R8",
                "--release",
                "--min-api",
                &min_api.to_string(),
            ])
            .arg("--lib")
            .arg(self.jar("android.jar"))
            .arg("--classpath")
            .arg(&self.stubs)
            .arg("--pg-conf")
            .arg(rules)
            .arg("--pg-map-output")
            .arg(mapping)
            .arg("--output")
            .arg(out)
            .args(program)
            .output()
            .map(drop)
    }

    /// Compiles manifest and resources; `R.java` goes to `generated`. Returns the archive's files.
    pub(crate) fn aapt(
        &self,
        manifest: &Path,
        resources: &Path,
        assets: &Path,
        generated: &Path,
        out: &Path,
    ) -> Result<Vec<Member>> {
        files::create_dir(generated)?;
        files::remove(out)?;
        let mut tool = Tool::new("aapt")
            .args(["package", "-f", "-m", "-J"])
            .arg(generated)
            .arg("-M")
            .arg(manifest)
            .arg("-I")
            .arg(self.jar("android.jar"))
            .arg("-F")
            .arg(out);
        if resources.is_dir() {
            tool = tool.arg("-S").arg(resources);
        }
        if assets.is_dir() {
            tool = tool.arg("-A").arg(assets);
        }
        tool.output()?;
        let mut members = zips::read_all(out)?;
        members.sort_by(|a, b| a.name.cmp(&b.name));
        for member in &mut members {
            if member.name == "AndroidManifest.xml" {
                set_newer_attributes(&mut member.bytes);
            }
        }
        Ok(members)
    }

    /// Aligns and signs (schemes v1 and v2) an archive; returns the APK's bytes.
    pub(crate) fn sign(&self, unsigned: &Path) -> Result<Vec<u8>> {
        let aligned = unsigned.with_extension("aligned.apk");
        let signed = unsigned.with_extension("signed.apk");
        Tool::new("zipalign")
            .args(["-f", "4"])
            .arg(unsigned)
            .arg(&aligned)
            .output()?;
        Tool::new("apksigner")
            .args([
                "sign",
                "--ks-type",
                "PKCS12",
                "--ks-pass",
                &format!("pass:{KEY_PASSWORD}"),
                "--ks",
            ])
            .arg(&self.key)
            .args(["--v1-signer-name", "SAMPLE", "--min-sdk-version", "21"])
            .args([
                "--v1-signing-enabled",
                "true",
                "--v2-signing-enabled",
                "true",
            ])
            .args([
                "--v3-signing-enabled",
                "false",
                "--v4-signing-enabled",
                "false",
                "--out",
            ])
            .arg(&signed)
            .arg(&aligned)
            .output()?;
        Tool::new("apksigner")
            .args(["verify", "--min-sdk-version", "21"])
            .arg(&signed)
            .output()?;
        files::read(&signed)
    }
}

/// Compiles one C file to a shared library for the processor of this machine; it links nothing.
pub(crate) fn cc(source: &Path, out: &Path) -> Result<()> {
    Tool::new("cc")
        .args(["-shared", "-fPIC", "-Os", "-nostdlib", "-ffreestanding"])
        .args([
            "-fno-asynchronous-unwind-tables",
            "-Wl,--build-id=none",
            "-s",
            "-o",
        ])
        .arg(out)
        .arg(source)
        .output()
        .map(drop)
}

/// Compiles Java sources to class files of Java 8.
pub(crate) fn javac(sources: &[PathBuf], classpath: &[PathBuf], out: &Path) -> Result<()> {
    Tool::new("javac")
        .args([
            "--release",
            "8",
            "-encoding",
            "UTF-8",
            "-proc:none",
            "-g:lines,source",
        ])
        .args(["-Xlint:-options", "-nowarn", "-XDstringConcat=inline", "-d"])
        .arg(out)
        .arg("-cp")
        .arg(join(classpath))
        .args(sources)
        .output()
        .map(drop)
}

/// Packs the class files below `classes` that `wanted` takes, given the path inside the jar.
pub(crate) fn jar(classes: &Path, out: &Path, wanted: impl Fn(&str) -> Result<bool>) -> Result<()> {
    let mut members = Vec::new();
    for path in files::files_with(classes, "class")? {
        let name = path
            .strip_prefix(classes)?
            .to_str()
            .context("a class name is not UTF-8")?
            .to_owned();
        if wanted(&name)? {
            members.push(Member {
                bytes: files::read(&path)?,
                name,
                stored: true,
            });
        }
    }
    if members.is_empty() {
        bail!("no class for {}", out.display());
    }
    zips::write_all(out, &members)
}

/// Attributes newer than the resource table that aapt compiles against:
/// the stand-in's name (of the same length) and resource id, then the real ones.
/// Ids: <https://developer.android.com/reference/android/R.attr>.
const NEWER_ATTRIBUTES: &[(&str, u32, &str, u32)] = &[(
    "animationResolution",
    0x0101_031a,
    "usesPermissionFlags",
    0x0101_0644,
)];

/// Puts newer attributes in place of their stand-ins in a compiled manifest (UTF-16 strings, id table).
fn set_newer_attributes(manifest: &mut [u8]) {
    for (old_name, old_id, new_name, new_id) in NEWER_ATTRIBUTES {
        let utf16 =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        if replace_first(manifest, &utf16(old_name), &utf16(new_name)) {
            replace_first(manifest, &old_id.to_le_bytes(), &new_id.to_le_bytes());
        }
    }
}

fn replace_first(bytes: &mut [u8], old: &[u8], new: &[u8]) -> bool {
    let Some(at) = bytes.windows(old.len()).position(|window| window == old) else {
        return false;
    };
    match bytes.get_mut(at..at + old.len()) {
        Some(place) if place.len() == new.len() => {
            place.copy_from_slice(new);
            true
        }
        _ => false,
    }
}

fn make_key(key: &Path) -> Result<()> {
    if let Some(folder) = key.parent() {
        files::create_dir(folder)?;
    }
    Tool::new("keytool")
        .args([
            "-genkeypair",
            "-alias",
            "sample",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
        ])
        .args([
            "-validity",
            "36500",
            "-dname",
            "CN=privlens samples, O=privlens, C=CN",
        ])
        .args([
            "-storetype",
            "PKCS12",
            "-storepass",
            KEY_PASSWORD,
            "-keystore",
        ])
        .arg(key)
        .output()
        .map(drop)
}

fn join(paths: &[PathBuf]) -> String {
    let parts: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
    parts.join(":")
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::set_newer_attributes;

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn a_stand_in_gets_the_real_name_and_id() {
        let mut manifest = utf16("animationResolution");
        manifest.extend(0x0101_031a_u32.to_le_bytes());
        let mut expected = utf16("usesPermissionFlags");
        expected.extend(0x0101_0644_u32.to_le_bytes());
        set_newer_attributes(&mut manifest);
        assert_eq!(manifest, expected);
    }

    #[test]
    fn the_id_alone_is_left_alone() {
        let mut manifest = utf16("信息𠮷");
        manifest.extend(0x0101_031a_u32.to_le_bytes());
        let before = manifest.clone();
        set_newer_attributes(&mut manifest);
        assert_eq!(manifest, before);
    }
}
