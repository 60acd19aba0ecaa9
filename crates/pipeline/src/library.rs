//! The classes of a library file (jar, aar, apk, dex) for a profile; refuses to analyse or judge them.

use apk_unpack::{Archive, Container};
use program_model::{NoFramework, Program};
use sdk_fingerprint::NamedClass;

use crate::{AnalyzeError, Options, code};

/// Archives inside archives that are followed: an aar holds `classes.jar` and `libs/*.jar`.
const MAX_DEPTH: u32 = 2;
/// Class files of one library.
const MAX_CLASS_FILES: usize = 200_000;

/// Classes of a library and what of it could not be read.
#[derive(Debug, Default)]
pub struct Library {
    /// Classes with their fingerprints, in file order.
    pub classes: Vec<NamedClass>,
    /// Files that were left out, with the reason.
    pub left_out: Vec<String>,
}

/// Reads the classes of a library: class files when there are any, else DEX files. `packages` keeps only classes of
/// these packages, in Java form; empty keeps all.
pub fn library_classes(
    name: &str,
    bytes: &[u8],
    packages: &[String],
    options: &Options,
) -> Result<Library, AnalyzeError> {
    let mut out = Library::default();
    let container = apk_unpack::open(bytes, &options.limits)?;
    let mut class_files = Vec::new();
    collect_container(&container, 0, options, &mut class_files, &mut out.left_out);
    let mut parsed = Vec::with_capacity(class_files.len());
    for (place, bytes) in &class_files {
        match sdk_fingerprint::parse_class_file(bytes) {
            Ok(file) => parsed.push(file),
            Err(error) => out.left_out.push(format!("{place}: {error}")),
        }
    }
    if parsed.is_empty() {
        let read = code::read(&container, name);
        let dex = code::parse(&read.dex);
        for gap in read.gaps.iter().chain(&dex.gaps) {
            out.left_out.push(format!("{}: {}", gap.place, gap.why));
        }
        let program = Program::build(dex.inputs(), &NoFramework);
        out.classes = sdk_fingerprint::of_program(&program);
    } else {
        out.classes = sdk_fingerprint::of_class_files(&parsed);
    }
    if !packages.is_empty() {
        let prefixes: Vec<Vec<u8>> = packages
            .iter()
            .map(|package| format!("L{}/", package.replace('.', "/")).into_bytes())
            .collect();
        out.classes.retain(|class| {
            prefixes
                .iter()
                .any(|prefix| class.descriptor.starts_with(prefix))
        });
    }
    Ok(out)
}

fn collect_container(
    container: &Container<'_>,
    depth: u32,
    options: &Options,
    out: &mut Vec<(String, Vec<u8>)>,
    left_out: &mut Vec<String>,
) {
    let archives = container
        .parts()
        .iter()
        .map(apk_unpack::Part::archive)
        .chain(container.outer());
    let mut seen: Vec<*const u8> = Vec::new();
    for archive in archives {
        let start = archive.bytes().as_ptr();
        if !seen.contains(&start) {
            seen.push(start);
            collect(archive, depth, options, out, left_out);
        }
    }
}

fn collect(
    archive: &Archive<'_>,
    depth: u32,
    options: &Options,
    out: &mut Vec<(String, Vec<u8>)>,
    left_out: &mut Vec<String>,
) {
    for entry in archive.entries() {
        let is_class = entry.name.ends_with(".class")
            && !entry.name.starts_with("META-INF/")
            && !entry.name.ends_with("module-info.class");
        let is_jar = entry.name.ends_with(".jar") && depth < MAX_DEPTH;
        if !is_class && !is_jar {
            continue;
        }
        if out.len() >= MAX_CLASS_FILES {
            left_out.push(format!("{}: too many class files", entry.name));
            return;
        }
        match archive.read(entry) {
            Ok(read) if is_class => out.push((entry.name.clone(), read.bytes.into_owned())),
            Ok(read) => match apk_unpack::open(&read.bytes, &options.limits) {
                Ok(inner) => collect_container(&inner, depth + 1, options, out, left_out),
                Err(error) => left_out.push(format!("{}: {error}", entry.name)),
            },
            Err(error) => left_out.push(format!("{}: {error}", entry.name)),
        }
    }
}
