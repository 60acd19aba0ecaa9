//! Opens app bytes: tells the kind of file by content and finds its parts (base, splits, modules,
//! nested archives with code). It reads no manifest and no DEX table.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::archive::{Archive, Bytes, Entry, EntryOrigin};
use crate::assemble::{assemble, looks_like_archive};
use crate::detect;
use crate::directory::LOCAL_MAGIC;
use crate::error::UnpackError;
use crate::limits::Limits;
use crate::marks::{Marks, Problem, ProblemKind, Tampering, TamperingKind};
use crate::names;
use crate::part::{MANIFEST, Part, PartRole, is_root_dex, join_location};
use crate::span;

/// What kind of file was given, told by content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContainerKind {
    /// One APK.
    Apk,
    /// An archive of APKs (`.apks`, `.xapk`, `.apkm`, or a plain `.zip`).
    SplitSet,
    /// An Android App Bundle.
    Bundle,
    /// One DEX file.
    Dex,
    /// A `.jar` or `.aar`.
    Archive,
}

impl ContainerKind {
    /// `apk`, `split_set`, `bundle`, `dex` or `archive`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Apk => "apk",
            Self::SplitSet => "split_set",
            Self::Bundle => "bundle",
            Self::Dex => "dex",
            Self::Archive => "archive",
        }
    }
}

/// An opened app file.
#[derive(Debug, Clone)]
pub struct Container<'a> {
    kind: ContainerKind,
    parts: Vec<Part<'a>>,
    outer: Option<Arc<Archive<'a>>>,
    tampering: Vec<Tampering>,
    problems: Vec<Problem>,
}

/// Opens app bytes.
///
/// Broken structure is not an error: what can be read is listed, what is odd becomes a
/// [`Tampering`] mark and what cannot be looked at a [`Problem`]. Errors are left for bytes that
/// are no app at all.
pub fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Container<'a>, UnpackError> {
    if bytes.is_empty() {
        return Err(UnpackError::Empty);
    }
    let is_dex = detect::is_dex(bytes);
    if !looks_like_archive(bytes) {
        if is_dex {
            return Ok(bare_dex(bytes, limits));
        }
        return Err(UnpackError::NotAnApp {
            found: detect::describe(bytes),
        });
    }
    let archive = match assemble(Bytes::Borrowed(bytes), limits) {
        Ok(archive) => archive,
        Err(_) if is_dex => return Ok(bare_dex(bytes, limits)),
        Err(error) => return Err(error),
    };
    let Some(kind) = kind_of(&archive) else {
        if is_dex {
            return Ok(bare_dex(bytes, limits));
        }
        return Err(UnpackError::NotAnApp {
            found: "a ZIP archive without manifest, DEX files, APKs or class files",
        });
    };
    let mut opener = Opener {
        limits,
        marks: Marks::new(limits.max_marks),
        parts: Vec::new(),
        queue: VecDeque::new(),
        nested_bytes: 0,
        n_nested: 0,
        nested_entries: 0,
    };
    let outer = opener.open_outer(kind, archive);
    opener.open_nested();
    let mut parts = opener.parts;
    // Stable: within a role the order of discovery is the order of the directories.
    parts.sort_by_key(|part| part.role);
    let (mut tampering, mut problems) = opener.marks.finish();
    let outer_marks = outer
        .iter()
        .map(|archive| ("", PartRole::Base, archive.as_ref()));
    let part_marks = parts
        .iter()
        .filter(|part| part.role != PartRole::Module)
        .map(|part| (part.name.as_str(), part.role, &part.archive));
    for (name, role, archive) in outer_marks.chain(part_marks) {
        let locate = |entry: Option<&String>| match entry {
            Some(entry) => Some(join_location(name, role, entry)),
            None if name.is_empty() => None,
            None => Some(name.to_owned()),
        };
        tampering.extend(archive.tampering.iter().map(|mark| Tampering {
            entry: locate(mark.entry.as_ref()),
            ..mark.clone()
        }));
        problems.extend(archive.problems.iter().map(|problem| Problem {
            entry: locate(problem.entry.as_ref()),
            ..problem.clone()
        }));
    }
    Ok(Container {
        kind,
        parts,
        outer,
        tampering,
        problems,
    })
}

impl<'a> Container<'a> {
    /// What kind of file was given.
    pub fn kind(&self) -> ContainerKind {
        self.kind
    }

    /// The parts by role: base APKs first, then splits, modules, nested archives. Empty only for a
    /// set or bundle none of whose parts could be opened.
    pub fn parts(&self) -> &[Part<'a>] {
        &self.parts
    }

    /// The archive around the parts of a split set or bundle (`None` where it is itself a part).
    pub fn outer(&self) -> Option<&Archive<'a>> {
        self.outer.as_deref()
    }

    /// Deviations found when opening, of the container and all its parts. Those of entry data and
    /// of signatures come with [`Part::read`] and [`Part::signing`].
    pub fn tampering(&self) -> &[Tampering] {
        &self.tampering
    }

    /// Whether a deviation of this kind was found when opening.
    pub fn has_tampering(&self, kind: TamperingKind) -> bool {
        self.tampering.iter().any(|mark| mark.kind == kind)
    }

    /// What could not be looked at.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

fn bare_dex<'a>(bytes: &'a [u8], limits: &Limits) -> Container<'a> {
    let len = span::offset(bytes.len());
    let archive = Archive {
        bytes: Bytes::Borrowed(bytes),
        entries: vec![detect::whole_dex(
            "classes.dex",
            EntryOrigin::WholeFile,
            len,
        )],
        by_name: vec![0],
        tampering: Vec::new(),
        problems: Vec::new(),
        is_zip64: false,
        directory_offset: None,
        end_record_offset: None,
    };
    Container {
        kind: ContainerKind::Dex,
        parts: vec![Part {
            name: String::new(),
            role: PartRole::Bare,
            archive,
            folder: String::new(),
            signed: None,
            max_signers: limits.max_signers,
        }],
        outer: None,
        tampering: Vec::new(),
        problems: Vec::new(),
    }
}

/// Tells the kind by the names inside; `None` if nothing speaks of an app.
fn kind_of(archive: &Archive<'_>) -> Option<ContainerKind> {
    let has = |name| archive.find(name).is_some();
    let any = |test: &dyn Fn(&Entry) -> bool| archive.entries.iter().any(test);
    let has_root_dex = any(&|entry| is_root_dex(&entry.name));
    if has(MANIFEST) {
        // An `.aar` has a manifest too, beside the class files it was made for, and so have some
        // `.jar` files of SDKs.
        let has_classes = || any(&|entry| names::has_extension(&entry.raw_name, "class"));
        if !has_root_dex && (has("classes.jar") || has_classes()) {
            return Some(ContainerKind::Archive);
        }
        return Some(ContainerKind::Apk);
    }
    if has("BundleConfig.pb") || has("base/manifest/AndroidManifest.xml") {
        return Some(ContainerKind::Bundle);
    }
    if has_root_dex {
        return Some(ContainerKind::Archive);
    }
    if any(&|entry| names::has_extension(&entry.raw_name, "apk")) {
        return Some(ContainerKind::SplitSet);
    }
    if any(&|entry| {
        PACKAGES
            .iter()
            .any(|ext| names::has_extension(&entry.raw_name, ext))
    }) {
        return Some(ContainerKind::SplitSet);
    }
    let is_code = |entry: &Entry| {
        ["dex", "class"]
            .iter()
            .any(|extension| names::has_extension(&entry.raw_name, extension))
            || entry.origin == EntryOrigin::Prepended
    };
    (any(&is_code) || has("classes.jar")).then_some(ContainerKind::Archive)
}

/// Extensions of app packages that hold APKs or modules.
const PACKAGES: &[&str] = &["apks", "xapk", "apkm", "aab"];
/// Extensions under which archives with code travel inside other archives.
const NESTED: &[&str] = &["apk", "jar", "zip", "aar"];

/// A nested archive waiting to be opened.
struct Pending<'a> {
    location: String,
    depth: usize,
    role: PartRole,
    bytes: Bytes<'a>,
}

struct Opener<'a, 'l> {
    limits: &'l Limits,
    marks: Marks,
    parts: Vec<Part<'a>>,
    queue: VecDeque<Pending<'a>>,
    nested_bytes: u64,
    n_nested: usize,
    nested_entries: usize,
}

impl<'a> Opener<'a, '_> {
    fn open_outer(
        &mut self,
        kind: ContainerKind,
        archive: Archive<'a>,
    ) -> Option<Arc<Archive<'a>>> {
        let role = match kind {
            ContainerKind::Apk => PartRole::Base,
            ContainerKind::SplitSet => {
                let archive = Arc::new(archive);
                self.collect_set("", &archive, 1);
                return Some(archive);
            }
            ContainerKind::Bundle => {
                let archive = Arc::new(archive);
                self.add_modules("", &archive, 1);
                return Some(archive);
            }
            ContainerKind::Dex | ContainerKind::Archive => PartRole::Bare,
        };
        self.add_part(String::new(), role, archive, 1);
        None
    }

    /// Adds a part and queues the archives inside it.
    fn add_part(&mut self, name: String, role: PartRole, archive: Archive<'a>, depth: usize) {
        if role == PartRole::Bare {
            self.note_class_files(&archive);
        }
        self.collect_nested(&name, role, &archive, depth);
        self.parts.push(Part {
            name,
            role,
            archive,
            folder: String::new(),
            signed: None,
            max_signers: self.limits.max_signers,
        });
    }

    fn note_class_files(&mut self, archive: &Archive<'a>) {
        let has_dex = archive
            .entries
            .iter()
            .any(|entry| names::has_extension(&entry.raw_name, "dex"));
        let first_class = archive.entries.iter().find(|entry| {
            names::has_extension(&entry.raw_name, "class") || entry.name == "classes.jar"
        });
        if let Some(entry) = first_class {
            let detail = if has_dex {
                "Java class files beside the DEX files are not analysed"
            } else {
                "Java class files, no dex"
            };
            self.marks.problem(
                ProblemKind::JavaClassFiles,
                Some(&entry.name),
                entry.offset,
                detail,
            );
        }
    }

    /// Queues the APKs of a split set.
    fn collect_set(&mut self, location: &str, archive: &Archive<'a>, depth: usize) {
        let apks: Vec<&Entry> = archive
            .entries
            .iter()
            .filter(|entry| names::has_extension(&entry.raw_name, "apk") && !entry.is_directory())
            .collect();
        let is_only = apks.len() == 1;
        for entry in &archive.entries {
            let raw = &entry.raw_name;
            if names::has_extension(raw, "apk") && !entry.is_directory() {
                let role = if is_only || !is_split_name(&entry.name) {
                    PartRole::Base
                } else {
                    PartRole::Split
                };
                self.enqueue(location, archive, entry, role, depth);
            } else if PACKAGES.iter().any(|ext| names::has_extension(raw, ext)) {
                self.enqueue(location, archive, entry, PartRole::Base, depth);
            } else if names::has_extension(raw, "obb") {
                self.marks.problem(
                    ProblemKind::ExpansionFile,
                    Some(&join_location(location, PartRole::Base, &entry.name)),
                    entry.offset,
                    "an expansion file (OBB) is not analysed",
                );
            }
        }
    }

    /// Makes a part of each folder that holds a module manifest.
    fn add_modules(&mut self, location: &str, archive: &Arc<Archive<'a>>, depth: usize) {
        let mut modules: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
        for entry in &archive.entries {
            if let Some((module, rest)) = entry.name.split_once('/')
                && rest == "manifest/AndroidManifest.xml"
            {
                modules.insert(module, Vec::new());
            }
        }
        if modules.is_empty() {
            self.marks.problem(
                ProblemKind::NestedUnreadable,
                (!location.is_empty()).then_some(location),
                0,
                "the bundle has no module manifest",
            );
        }
        for entry in &archive.entries {
            if let Some((module, _)) = entry.name.split_once('/')
                && let Some(entries) = modules.get_mut(module)
            {
                entries.push(entry.clone());
            }
        }
        // `base` is the module every other one depends on.
        let mut ordered: Vec<(&str, Vec<Entry>)> = modules.into_iter().collect();
        ordered.sort_by_key(|(module, _)| *module != "base");
        for (module, entries) in ordered {
            let view = archive.with_entries(entries);
            let name = if location.is_empty() {
                module.to_owned()
            } else {
                format!("{location}!/{module}")
            };
            self.collect_nested(location, PartRole::Base, &view, depth);
            self.parts.push(Part {
                name,
                role: PartRole::Module,
                archive: view,
                folder: format!("{module}/"),
                signed: Some(Arc::clone(archive)),
                max_signers: self.limits.max_signers,
            });
        }
    }

    /// Queues archives that may hold code: by extension, and where stored also by content.
    fn collect_nested(
        &mut self,
        location: &str,
        role: PartRole,
        archive: &Archive<'a>,
        depth: usize,
    ) {
        for entry in &archive.entries {
            let raw = &entry.raw_name;
            if role == PartRole::Bare && entry.name == "classes.jar" {
                continue;
            }
            let is_nested = NESTED.iter().any(|ext| names::has_extension(raw, ext))
                || archive
                    .stored_data(entry)
                    .is_some_and(|data| data.starts_with(LOCAL_MAGIC));
            if is_nested && !entry.is_directory() {
                self.enqueue(location, archive, entry, PartRole::Nested, depth);
            }
        }
    }

    /// Reads a nested archive's bytes and queues it, within the limits.
    fn enqueue(
        &mut self,
        location: &str,
        archive: &Archive<'a>,
        entry: &Entry,
        role: PartRole,
        depth: usize,
    ) {
        let location = join_location(location, PartRole::Base, &entry.name);
        let is_borrowed = entry.method == 0 && matches!(archive.bytes, Bytes::Borrowed(_));
        let size = if is_borrowed { 0 } else { entry.declared_size };
        let limit = if depth > self.limits.max_depth {
            Some("deeper than the nesting limit")
        } else if self.n_nested >= self.limits.max_nested {
            Some("past the number of nested archives that are opened")
        } else if size > self.limits.max_nested_size {
            Some("larger than the limit for nested archives")
        } else if self.nested_bytes.saturating_add(size) > self.limits.max_nested_total {
            Some("past the memory limit for nested archives")
        } else {
            None
        };
        if let Some(detail) = limit {
            self.marks.problem(
                ProblemKind::NestedLimit,
                Some(&location),
                entry.offset,
                format!("not opened: {detail}"),
            );
            return;
        }
        self.n_nested = self.n_nested.saturating_add(1);
        match read_nested(archive, entry) {
            Ok((bytes, tampering)) => {
                let held = bytes.owned_len();
                let total = self.nested_bytes.saturating_add(held);
                if held > self.limits.max_nested_size || total > self.limits.max_nested_total {
                    self.marks.problem(
                        ProblemKind::NestedLimit,
                        Some(&location),
                        entry.offset,
                        "not opened: larger than declared and past the memory limit",
                    );
                    return;
                }
                self.nested_bytes = total;
                for mark in tampering {
                    self.marks
                        .tampering(mark.kind, Some(&location), mark.offset, mark.detail);
                }
                self.queue.push_back(Pending {
                    location,
                    depth,
                    role,
                    bytes,
                });
            }
            Err(error) => self.marks.problem(
                ProblemKind::NestedUnreadable,
                Some(&location),
                entry.offset,
                error.to_string(),
            ),
        }
    }

    fn open_nested(&mut self) {
        while let Some(pending) = self.queue.pop_front() {
            let Pending {
                location,
                depth,
                role,
                bytes,
            } = pending;
            let held = bytes.owned_len();
            if role == PartRole::Nested && !looks_like_archive(bytes.get()) {
                self.nested_bytes = self.nested_bytes.saturating_sub(held);
                continue;
            }
            // Many entries may lead to the same nested archive; together they get one allowance.
            let mut limits = self.limits.clone();
            limits.max_entries = limits.max_entries.saturating_sub(self.nested_entries);
            if limits.max_entries == 0 {
                self.marks.problem(
                    ProblemKind::NestedLimit,
                    Some(&location),
                    0,
                    "not opened: past the number of entries of nested archives",
                );
                continue;
            }
            let archive = match assemble(bytes, &limits) {
                Ok(archive) => {
                    self.nested_entries = self.nested_entries.saturating_add(archive.entries.len());
                    archive
                }
                Err(error) => {
                    self.marks.problem(
                        ProblemKind::NestedUnreadable,
                        Some(&location),
                        0,
                        error.to_string(),
                    );
                    continue;
                }
            };
            let kind = kind_of(&archive);
            let next = depth.saturating_add(1);
            match kind {
                Some(ContainerKind::SplitSet) => self.collect_set(&location, &archive, next),
                Some(ContainerKind::Bundle) => {
                    self.add_modules(&location, &Arc::new(archive), next);
                }
                Some(ContainerKind::Apk) => self.add_part(location, role, archive, next),
                _ if has_dex(&archive) => self.add_part(location, role, archive, next),
                _ if role == PartRole::Nested => {
                    self.nested_bytes = self.nested_bytes.saturating_sub(held);
                }
                _ => self.marks.problem(
                    ProblemKind::NestedUnreadable,
                    Some(&location),
                    0,
                    "neither manifest nor DEX file inside",
                ),
            }
        }
    }
}

fn has_dex(archive: &Archive<'_>) -> bool {
    archive
        .entries
        .iter()
        .any(|entry| names::has_extension(&entry.raw_name, "dex"))
}

fn read_nested<'a>(
    archive: &Archive<'a>,
    entry: &Entry,
) -> Result<(Bytes<'a>, Vec<Tampering>), UnpackError> {
    // Only bytes of the caller's file can be lent for the container's life.
    if let Bytes::Borrowed(bytes) = archive.bytes {
        let read = crate::read::read(bytes, entry)?;
        let bytes = match read.bytes {
            Cow::Borrowed(bytes) => Bytes::Borrowed(bytes),
            Cow::Owned(bytes) => Bytes::Owned(Arc::new(bytes)),
        };
        return Ok((bytes, read.tampering));
    }
    let read = archive.read(entry)?;
    Ok((
        Bytes::Owned(Arc::new(read.bytes.into_owned())),
        read.tampering,
    ))
}

/// File names of split APKs: `split_*` and `config.*` (stores), `<module>-<config>` below `splits/`
/// except `base-master` (bundletool).
fn is_split_name(name: &str) -> bool {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    if folder == "splits" || folder.ends_with("/splits") {
        return !file.starts_with("base-master");
    }
    let file = file.to_ascii_lowercase();
    ["split_", "split-", "split.", "config.", "config_"]
        .iter()
        .any(|prefix| file.starts_with(prefix))
        || file.contains(".config.")
        || file.contains("_config.")
}

#[cfg(test)]
mod tests {
    use super::is_split_name;

    #[test]
    fn split_names_of_stores_and_bundletool() {
        for split in [
            "split_config.arm64_v8a.apk",
            "config.zh.apk",
            "com.example.信息.config.xxhdpi.apk",
            "splits/base-zh.apk",
            "splits/feature-master.apk",
            "x/splits/base-xxhdpi.apk",
        ] {
            assert!(is_split_name(split), "{split}");
        }
        for base in [
            "base.apk",
            "com.example.app.apk",
            "splits/base-master.apk",
            "standalones/standalone-arm64.apk",
            "应用.apk",
            "configuration.apk",
        ] {
            assert!(!is_split_name(base), "{base}");
        }
    }
}
