//! Fetches packages by name and version with the ecosystems' own clients; keeps no address of a registry.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::files;
use crate::process::Tool;
use crate::zips;

/// Fetches one package and returns the archive's path. `scratch` is emptied first.
///
/// `ecosystem` is `npm`, `pypi` (the wheel), `pypi-sdist` or `debian`.
pub(crate) fn package(
    ecosystem: &str,
    name: &str,
    version: &str,
    scratch: &Path,
) -> Result<PathBuf> {
    files::fresh_dir(scratch)?;
    match ecosystem {
        "npm" => Tool::new("npm")
            .args(["pack", "--ignore-scripts", "--silent"])
            .arg(format!("{name}@{version}"))
            .dir(scratch)
            .output(),
        "pypi" => Tool::new("python3")
            .args([
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--only-binary",
                name,
            ])
            .arg(format!("{name}=={version}"))
            .dir(scratch)
            .output(),
        // pip asks the source archive for its metadata, which runs its build script in an environment of its own.
        "pypi-sdist" => Tool::new("python3")
            .args([
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--no-binary",
                name,
            ])
            .arg(format!("{name}=={version}"))
            .dir(scratch)
            .output(),
        "debian" => Tool::new("apt-get")
            .args(["download", "-qq"])
            .arg(format!("{name}={version}"))
            .dir(scratch)
            .output(),
        other => bail!("unknown ecosystem {other}"),
    }
    .with_context(|| format!("failed to fetch {ecosystem} package {name} {version}"))?;
    let mut found = files::children(scratch)?;
    match (found.pop(), found.is_empty()) {
        (Some(path), true) => Ok(path),
        _ => bail!("the {ecosystem} client did not leave one file for {name} {version}"),
    }
}

/// The bytes of one file inside a fetched package.
pub(crate) fn member(archive: &Path, inner: &str, scratch: &Path) -> Result<Vec<u8>> {
    let name = archive.to_string_lossy();
    if name.ends_with(".whl") || name.ends_with(".zip") {
        return zips::read_member(archive, inner);
    }
    let unpacked = scratch.join("unpacked");
    files::fresh_dir(&unpacked)?;
    if name.ends_with(".deb") {
        Tool::new("dpkg-deb")
            .arg("-x")
            .arg(archive)
            .arg(&unpacked)
            .output()?;
    } else {
        Tool::new("tar")
            .arg("-xzf")
            .arg(archive)
            .arg("-C")
            .arg(&unpacked)
            .arg(inner)
            .output()?;
    }
    files::read(&unpacked.join(inner))
}
