//! The SDK lab: apps made of real libraries by real R8, and the score of finding them again. Refuses to commit any
//! library: they are fetched by package, version and hash.

mod build;
mod callers;
mod libraries;
mod plan;
mod profiles;
mod record;
mod score;

use std::path::Path;

use anyhow::{Result, bail};

/// Runs the lab, or the part of it that was asked for.
pub(crate) fn run(
    root: &Path,
    only_ci: bool,
    build_only: bool,
    profiles_only: bool,
    date: Option<&str>,
) -> Result<()> {
    if let Ok(pair) = std::env::var("DIFF") {
        let (a, b) = pair.split_once(',').unwrap();
        let load = |p: &str| -> Vec<sdk_fingerprint::NamedClass> {
            if p.ends_with(".jar") {
                let members = build::class_members(Path::new(p)).unwrap();
                let parsed: Vec<_> = members.iter().filter_map(|m| sdk_fingerprint::parse_class_file(&m.bytes).ok()).collect();
                return sdk_fingerprint::of_class_files(&parsed);
            }
            let members = crate::zips::read_all(Path::new(p)).unwrap();
            let files = score::parse(&members);
            sdk_fingerprint::of_program(&score::program(&files))
        };
        let (a, b) = (load(a), load(b));
        for class in &a {
            let Some(other) = b.iter().find(|o| o.descriptor == class.descriptor) else { println!("no class {}", String::from_utf8_lossy(&class.descriptor)); continue };
            for (label, print) in &class.methods {
                let Some((_, o)) = other.methods.iter().find(|(l, _)| l == label) else { continue };
                if o != print {
                    println!("{} {} {}{}{}", String::from_utf8_lossy(&class.descriptor), String::from_utf8_lossy(label), if o.exact != print.exact {"E"} else {""}, if o.set != print.set {"S"} else {""}, if o.atoms != print.atoms {"A"} else {""});
                }
            }
        }
        return Ok(());
    }
    let libraries = libraries::load(root, only_ci)?;
    let apps = plan::apps(&libraries);
    let failed = build::build_all(root, &libraries, if profiles_only { &[] } else { &apps })?;
    if profiles_only {
        return profiles::write(root, &libraries);
    }
    if build_only {
        if !failed.is_empty() {
            bail!("{} builds failed", failed.len());
        }
        return Ok(());
    }
    let board = score::score(root, &libraries, &apps, &failed)?;
    record::write(root, &libraries, &apps, &failed, &board, only_ci, date)
}
