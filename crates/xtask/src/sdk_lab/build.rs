//! Builds one app of the lab with D8 or R8 and counts what is left of each library; refuses to guess: R8's own mapping
//! says which class is which.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use sdk_fingerprint::ClassFile;

use super::callers;
use super::libraries::LabLibrary;
use crate::process::Tool;
use crate::zips::{self, Member};
use crate::{files, tools};

/// How an app is built.
pub(super) const KINDS: [&str; 5] = ["plain", "renamed", "repackaged", "shrunk", "optimised"];

/// What each build leaves: shown in the record.
pub(super) fn rules(kind: &str) -> &'static [&'static str] {
    match kind {
        "renamed" => &["-dontshrink", "-dontoptimize"],
        "repackaged" => &["-dontshrink", "-dontoptimize", "-repackageclasses 'o'"],
        "shrunk" => &["-dontoptimize", "-repackageclasses 'o'"],
        "optimised" => &["-repackageclasses ''", "-allowaccessmodification"],
        _ => &[],
    }
}

/// Lowest API level of every build.
const MIN_API: &str = "21";

/// A built app.
pub(super) struct Built {
    pub(super) dex: PathBuf,
    /// Class as built, to its library in the app's list.
    pub(super) owner: BTreeMap<String, usize>,
}

/// One app: its libraries and host code.
pub(super) struct App<'l> {
    pub(super) name: String,
    pub(super) libraries: Vec<&'l LabLibrary>,
    pub(super) hosts: Vec<&'l LabLibrary>,
}

/// The builds that are still to be made, one line each for the driver.
fn line(java: &Path, app: &App<'_>, folder: &Path, kind: &str) -> Result<Option<String>> {
    let dex = folder.join(format!("{kind}.zip"));
    if dex.is_file() {
        return Ok(None);
    }
    let program = folder.join("program.jar");
    let part = folder.join(format!("{kind}.part.zip"));
    files::remove(&part)?;
    let show = |path: &Path| path.display().to_string();
    let tool = if kind == "plain" { "D8" } else { "R8" };
    let mut cells = vec![tool.to_owned(), show(&part), show(&dex)];
    cells.extend(["--release", "--min-api", MIN_API, "--lib"].map(str::to_owned));
    cells.push(show(&java.join("android.jar")));
    if kind != "plain" {
        let mut text = String::from(
            "-ignorewarnings\n-dontwarn **\n-keep class lab.** { *; }\n-keepattributes Signature,InnerClasses,EnclosingMethod\n",
        );
        for rule in rules(kind) {
            text.push_str(rule);
            text.push('\n');
        }
        for (option, ending) in [("-printmapping", "mapping"), ("-printusage", "usage")] {
            let file = folder.join(format!("{kind}.{ending}.txt"));
            text.push_str(option);
            text.push(' ');
            text.push_str(&file.display().to_string());
            text.push('\n');
        }
        let config = folder.join(format!("{kind}.pro"));
        files::write(&config, text.as_bytes())?;
        cells.extend(["--pg-conf".to_owned(), show(&config)]);
    }
    cells.extend(["--output".to_owned(), show(&part), show(&program)]);
    let _ = app;
    Ok(Some(cells.join("\t")))
}

/// The DEX form of one library, made by D8 from the library alone.
pub(super) fn library_dex(root: &Path, library: &LabLibrary) -> PathBuf {
    let name = format!(
        "{}@{}.zip",
        library.family.replace('/', "+"),
        library.version
    );
    root.join("target/sdk-lab/dex").join(name)
}

/// The builds of libraries that are still to be made.
fn d8_jobs(root: &Path, java: &Path, libraries: &[LabLibrary]) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    files::create_dir(&root.join("target/sdk-lab/dex"))?;
    for library in libraries.iter().filter(|library| library.role != "host") {
        let dex = library_dex(root, library);
        if dex.is_file() {
            continue;
        }
        let part = dex.with_extension("part.zip");
        let plain = dex.with_extension("classes.jar");
        zips::write_all(&plain, &class_members(&library.jar)?)?;
        let show = |path: &Path| path.display().to_string();
        lines.push(
            [
                "D8".to_owned(),
                show(&part),
                show(&dex),
                "--release".to_owned(),
                "--min-api".to_owned(),
                MIN_API.to_owned(),
                "--lib".to_owned(),
                show(&java.join("android.jar")),
                "--output".to_owned(),
                show(&part),
                show(&plain),
            ]
            .join("\t"),
        );
    }
    Ok(lines)
}

/// Makes every build of `kinds` that is not there yet, all in one Java virtual machine; returns those that failed.
pub(super) fn build_all(
    root: &Path,
    libraries: &[LabLibrary],
    apps: &[App<'_>],
    kinds: &[&str],
) -> Result<Vec<String>> {
    let java = tools::install_java_tools(root)?;
    let lab = root.join("target/sdk-lab");
    let mut lines = d8_jobs(root, &java, libraries)?;
    for app in apps {
        let folder = lab.join("apps").join(&app.name);
        if kinds
            .iter()
            .all(|kind| folder.join(format!("{kind}.zip")).is_file())
        {
            continue;
        }
        prepare(app, &folder, &folder.join("program.jar"))?;
        for kind in kinds {
            lines.extend(line(&java, app, &folder, kind)?);
        }
    }
    if !lines.is_empty() {
        let source = lab.join("Driver.java");
        files::write(&source, include_bytes!("Driver.java"))?;
        Tool::new("javac")
            .arg("-cp")
            .arg(java.join("d8.jar"))
            .arg("-d")
            .arg(&lab)
            .arg(&source)
            .output()?;
        let list = lab.join("builds.txt");
        files::write(&list, lines.join("\n").as_bytes())?;
        let mut path = lab.clone().into_os_string();
        path.push(":");
        path.push(java.join("d8.jar"));
        let log = Tool::new("java")
            .args(["-Xmx3g", "-XX:+UseSerialGC", "-cp"])
            .arg(path)
            .arg("Driver")
            .arg(&list)
            .run();
        log?;
    }
    let mut failed = Vec::new();
    for app in apps {
        for kind in KINDS {
            if !lab
                .join("apps")
                .join(&app.name)
                .join(format!("{kind}.zip"))
                .is_file()
            {
                failed.push(format!("{} {kind}", app.name));
            }
        }
    }
    Ok(failed)
}

/// A build that was made.
pub(super) fn built(root: &Path, app: &App<'_>, kind: &str) -> Result<Built> {
    let folder = root.join("target/sdk-lab/apps").join(&app.name);
    let program = folder.join("program.jar");
    let owners = prepare(app, &folder, &program)?;
    let dex = folder.join(format!("{kind}.zip"));
    let mapping = folder.join(format!("{kind}.mapping.txt"));
    let renamed = if kind == "plain" {
        BTreeMap::new()
    } else {
        class_mapping(&files::read_text(&mapping)?)
    };
    let owner = owners
        .into_iter()
        .map(|(name, library)| {
            let built = renamed.get(&name).cloned().unwrap_or(name);
            (built, library)
        })
        .collect();
    Ok(Built { dex, owner })
}

/// New name of each class by its old one.
fn class_mapping(text: &str) -> BTreeMap<String, String> {
    text.lines()
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| line.strip_suffix(':')?.split_once(" -> "))
        .map(|(old, new)| (old.to_owned(), new.to_owned()))
        .collect()
}

/// Joins libraries, hosts and calling code into one jar; returns each library class with its library. Of classes with
/// one name the first counts, as on a class path.
fn prepare(app: &App<'_>, folder: &Path, program: &Path) -> Result<BTreeMap<String, usize>> {
    files::create_dir(folder)?;
    let mut members: BTreeMap<String, Member> = BTreeMap::new();
    let mut owners = BTreeMap::new();
    let n_libraries = app.libraries.len();
    for (n, library) in app.libraries.iter().chain(&app.hosts).enumerate() {
        let classes = class_members(&library.jar)?;
        let mut own = Vec::new();
        for member in classes {
            if members.contains_key(&member.name) {
                continue;
            }
            if n < n_libraries {
                let name = member.name.trim_end_matches(".class").replace('/', ".");
                owners.insert(name, n);
            }
            own.push(member.name.clone());
            members.insert(member.name.clone(), member);
        }
        let parsed: Vec<ClassFile<'_>> = own
            .iter()
            .filter_map(|name| members.get(name))
            .filter_map(|member| sdk_fingerprint::parse_class_file(&member.bytes).ok())
            .collect();
        let (bytes, _) = callers::class_file(&format!("lab/Calls{n}"), &parsed);
        members.insert(
            format!("lab/Calls{n}.class"),
            Member {
                name: format!("lab/Calls{n}.class"),
                bytes,
                stored: true,
            },
        );
    }
    if !program.is_file() {
        let all: Vec<Member> = members.into_values().collect();
        zips::write_all(program, &all)?;
    }
    Ok(owners)
}

/// Class files of a jar, or of the jars in an aar.
pub(super) fn class_members(path: &Path) -> Result<Vec<Member>> {
    let mut out = Vec::new();
    for member in zips::read_all(path)? {
        if member.name.ends_with(".jar") {
            let inner = path.with_extension("inner.jar");
            files::write(&inner, &member.bytes)?;
            out.extend(class_members(&inner)?);
            files::remove(&inner)?;
        } else if member.name.ends_with(".class")
            && !member.name.starts_with("META-INF/")
            && !member.name.ends_with("module-info.class")
            && !member.name.ends_with("package-info.class")
        {
            out.push(Member {
                stored: true,
                ..member
            });
        }
    }
    Ok(out)
}
