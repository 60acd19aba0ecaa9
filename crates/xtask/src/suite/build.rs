//! Builds suite programs: resources one by one, all code in few Java runs, then one archive each. Reads no report.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::libs::Libs;
use super::lock::{self, Lock};
use super::plan::{self, Step};
use super::truth::{self, Truth};
use crate::files;
use crate::process::{say, say_error};
use crate::samples::android::Chain;
use crate::zips::{self, Member};

/// The driver that compiles.
const DRIVER: &str = include_str!("SuiteBuilder.java");

/// How many Java processes compile at the same time.
const WORKERS: usize = 2;

/// A program between its resources and its archive.
struct Started {
    folder: PathBuf,
    step: Step,
    members: Vec<Member>,
}

/// Builds the programs; returns the names of those that failed.
pub(crate) fn build(
    root: &Path,
    chain: &Chain,
    libs: &Libs,
    programs: &[&PathBuf],
    lock: &mut Lock,
) -> Result<Vec<String>> {
    if programs.is_empty() {
        return Ok(Vec::new());
    }
    let mut failed = Vec::new();
    let mut started = Vec::new();
    for folder in programs {
        match start(root, chain, libs, folder) {
            Ok(program) => started.push(program),
            Err(error) => {
                say_error(&format!("{}: {error:#}", folder.display()));
                failed.push(files::shown_below(root, folder));
            }
        }
    }
    compile(root, chain, libs, &started)?;
    for mut program in started {
        let dex = program.step.out.join("classes.dex");
        if !dex.is_file() {
            failed.push(program.step.name);
            continue;
        }
        program.members.push(Member {
            name: "classes.dex".to_owned(),
            bytes: files::read(&dex)?,
            stored: false,
        });
        let apk = lock::apk_of(&program.folder);
        zips::write_all(&apk, &program.members)?;
        lock.set(root, &program.folder, &files::read(&apk)?)?;
    }
    Ok(failed)
}

/// Compiles manifest and resources and plans the code.
fn start(root: &Path, chain: &Chain, libs: &Libs, folder: &Path) -> Result<Started> {
    let name = files::shown_below(root, folder);
    let truth: Truth = serde_saphyr::from_str(&files::read_text(&folder.join(truth::FILE))?)
        .with_context(|| format!("{name}/{}", truth::FILE))?;
    if truth.format != truth::FORMAT {
        bail!("the format is {}", truth.format);
    }
    let work = root.join("target/suites").join(&name);
    files::fresh_dir(&work)?;
    let manifest = folder.join("AndroidManifest.xml");
    let manifest_text = files::read_text(&manifest)?;
    let package = plan::package(&manifest_text)?;
    let generated = work.join("generated");
    let resources = folder.join("res");
    let mut members = chain.aapt(
        &manifest,
        &resources,
        &folder.join("assets"),
        &generated,
        &work.join("resources.zip"),
    )?;
    if !resources.is_dir() {
        members.retain(|member| member.name != "resources.arsc");
    }
    for path in files::files_below(&folder.join("raw"))? {
        members.push(Member {
            name: files::shown_below(&folder.join("raw"), &path),
            bytes: files::read(&path)?,
            stored: false,
        });
    }
    let mut sources = files::files_with(folder, "java")?;
    sources.extend(files::files_with(folder, "kt")?);
    if resources.is_dir() {
        sources.extend(files::files_with(&generated, "java")?);
    }
    let linked = libs.link(&truth.build.libs)?;
    let own = folder.join("rules.pro");
    let own = if own.is_file() {
        files::read_text(&own)?
    } else {
        String::new()
    };
    let rules = work.join("rules.pro");
    files::write(
        &rules,
        plan::rules(truth.build.r8, &manifest_text, package, &own).as_bytes(),
    )?;
    let out = work.join("dex");
    files::create_dir(&out)?;
    Ok(Started {
        folder: folder.to_owned(),
        step: Step {
            name,
            r8: truth.build.r8,
            out,
            compile_only: linked.compile_only,
            program: linked.program,
            rules,
            sources,
        },
        members,
    })
}

/// Runs the driver over all programs, in a few processes; what failed has no DEX file afterwards.
fn compile(root: &Path, chain: &Chain, libs: &Libs, started: &[Started]) -> Result<()> {
    let folder = root.join("target/suites");
    let driver = folder.join("SuiteBuilder.java");
    files::write(&driver, DRIVER.as_bytes())?;
    // Kotlin programs take much longer than Java ones, so they are dealt out evenly.
    let mut plans = vec![String::new(); WORKERS];
    let kotlin = |program: &&Started| {
        program
            .step
            .sources
            .iter()
            .any(|path| path.extension().is_some_and(|ending| ending == "kt"))
    };
    let (slow, fast): (Vec<&Started>, Vec<&Started>) = started.iter().partition(kotlin);
    for (number, program) in slow.into_iter().chain(fast).enumerate() {
        if let Some(plan) = plans.get_mut(number % WORKERS) {
            plan.push_str(&program.step.line()?);
            plan.push('\n');
        }
    }
    let mut running = Vec::new();
    for (number, plan) in plans
        .iter()
        .enumerate()
        .filter(|(_, plan)| !plan.is_empty())
    {
        let path = folder.join(format!("plan{number}.tsv"));
        files::write(&path, plan.as_bytes())?;
        let classpath = format!(
            "{}:{}",
            chain.jar("d8.jar").display(),
            chain.jar("kotlin-compiler.jar").display()
        );
        let child = Command::new("java")
            .args(["-Xmx2g", "-cp", &classpath])
            .arg(&driver)
            .arg(&path)
            .arg(libs.android())
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .context("failed to start java")?;
        running.push(child);
    }
    for mut child in running {
        child.wait().context("failed to wait for java")?;
    }
    say(&format!("suite: compiled {} programs", started.len()));
    Ok(())
}
