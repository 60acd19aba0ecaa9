//! One part of a container and how Android would use its entries: which DEX files load in which
//! order, which libraries belong to which ABI. It reads no manifest and no DEX table.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::archive::{Archive, Entry, EntryOrigin, ReadEntry};
use crate::content_digest;
use crate::detect;
use crate::error::UnpackError;
use crate::names;
use crate::read;
use crate::signers;
use crate::signing::{ContentDigest, Signing};

/// What a part is within its container.
///
/// Base and split are told apart by file names; the `split` attribute of each manifest has the last
/// word, and manifests are not read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartRole {
    /// An APK that is not named like a split, or the only one.
    Base,
    /// A split APK.
    Split,
    /// A module of an App Bundle.
    Module,
    /// A bare DEX file, a `.jar` or an `.aar`.
    Bare,
    /// An archive with code inside another part.
    Nested,
}

/// One APK, bundle module, or bare file.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    pub(crate) name: String,
    pub(crate) role: PartRole,
    pub(crate) archive: Archive<'a>,
    /// For a module, its folder in the bundle with the slash; otherwise empty.
    pub(crate) folder: String,
    /// For a module, the bundle that carries the signature.
    pub(crate) signed: Option<Arc<Archive<'a>>>,
    /// Certificates and digests read per scheme.
    pub(crate) max_signers: usize,
}

impl<'a> Part<'a> {
    /// Location inside the container: `base.apk`, `base.apk!/assets/plugin.apk`, a module name, or
    /// empty for the outer file itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the part is.
    pub fn role(&self) -> PartRole {
        self.role
    }

    /// The part's archive. For a module, the entries of the bundle that belong to it.
    pub fn archive(&self) -> &Archive<'a> {
        &self.archive
    }

    /// All entries: those of the central directory in its order, then hidden ones.
    pub fn entries(&self) -> &[Entry] {
        self.archive.entries()
    }

    /// The location of an entry in the container, such as `base.apk!/classes.dex`.
    pub fn location(&self, entry: &Entry) -> String {
        join_location(&self.name, self.role, &entry.name)
    }

    /// The entry Android would use under this name. For a module the APK's name is translated:
    /// `AndroidManifest.xml` finds `base/manifest/AndroidManifest.xml`, `classes.dex` finds
    /// `base/dex/classes.dex`, and other names are looked up in the module's folder.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        if self.role != PartRole::Module {
            return self.archive.find(name);
        }
        let folder = &self.folder;
        let in_module = if name == MANIFEST {
            format!("{folder}manifest/{name}")
        } else if is_root_dex(name) {
            format!("{folder}dex/{name}")
        } else {
            format!("{folder}{name}")
        };
        self.archive
            .find(&in_module)
            .or_else(|| self.archive.find(name))
    }

    /// The inflated bytes of an entry of this part, and what is odd about its data. Stored entries
    /// are borrowed. Callable from many threads at once.
    pub fn read(&self, entry: &Entry) -> Result<ReadEntry<'_>, UnpackError> {
        let mut read = self.archive.read(entry)?;
        for mark in &mut read.tampering {
            mark.entry = Some(self.location(entry));
        }
        Ok(read)
    }

    /// The first bytes of an entry, at most `n`, for telling what it is: nothing behind them is inflated and nothing is
    /// checked. Empty when nothing can be read.
    pub fn prefix(&self, entry: &Entry, n: usize) -> Vec<u8> {
        read::prefix(self.archive.bytes(), entry, n)
    }

    /// DEX files: those Android loads in load order, then those named alike that it does not load,
    /// then any other DEX file found by name or, where stored, by content.
    ///
    /// Load order: `classes.dex`, `classes2.dex` and so on up to the first missing number
    /// (`DexFileLoader::GetMultiDexClassesDexName` in Android's runtime).
    pub fn dex_entries(&self) -> Vec<DexEntry<'_>> {
        let folder = if self.role == PartRole::Module {
            format!("{}dex/", self.folder)
        } else {
            String::new()
        };
        let mut numbered: BTreeMap<u32, &Entry> = BTreeMap::new();
        let mut shadowed = Vec::new();
        let mut embedded = Vec::new();
        for entry in self.entries() {
            if entry.is_directory() {
                continue;
            }
            let number = entry
                .raw_name
                .strip_prefix(folder.as_bytes())
                .and_then(dex_number);
            if let Some(number) = number {
                if self.is_visible(entry) && !numbered.contains_key(&number) {
                    numbered.insert(number, entry);
                } else {
                    shadowed.push(entry);
                }
            } else if self.is_dex_like(entry) {
                embedded.push(entry);
            }
        }
        let mut found = Vec::new();
        let mut next = 1;
        for (number, entry) in numbered {
            if number == next {
                found.push(DexEntry {
                    entry,
                    load: DexLoad::Loaded(number),
                });
                next = next.saturating_add(1);
            } else {
                shadowed.push(entry);
            }
        }
        shadowed.sort_by_key(|entry| entry.index);
        let with_load = |load| move |entry| DexEntry { entry, load };
        found.extend(shadowed.into_iter().map(with_load(DexLoad::Shadowed)));
        found.extend(embedded.into_iter().map(with_load(DexLoad::Embedded)));
        found
    }

    /// Whether Android sees the entry; in an archive without a directory, every entry counts.
    fn is_visible(&self, entry: &Entry) -> bool {
        entry.origin == EntryOrigin::CentralDirectory || self.archive.directory_offset.is_none()
    }

    fn is_dex_like(&self, entry: &Entry) -> bool {
        match entry.origin {
            EntryOrigin::Prepended | EntryOrigin::WholeFile => return true,
            _ => {}
        }
        let raw = entry.raw_name.as_slice();
        let raw = raw.strip_suffix(b"/").unwrap_or(raw);
        names::has_extension(raw, "dex")
            || self.archive.stored_data(entry).is_some_and(detect::is_dex)
    }

    /// Files below `lib/<ABI>/` (`jni/<ABI>/` in an `.aar`), grouped by ABI, ordered by name. Files
    /// that are not called `lib*.so` are included: loaders of packed apps hide there.
    pub fn native_libs(&self) -> Vec<NativeLibs<'_>> {
        let mut by_abi: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in self.entries() {
            let name = entry.name.as_str();
            let name = name.strip_prefix(self.folder.as_str()).unwrap_or(name);
            let Some(rest) = name
                .strip_prefix("lib/")
                .or_else(|| name.strip_prefix("jni/"))
            else {
                continue;
            };
            if let Some((abi, file)) = rest.split_once('/')
                && !abi.is_empty()
                && !file.is_empty()
                && !entry.is_directory()
            {
                by_abi.entry(abi).or_default().push(entry);
            }
        }
        by_abi
            .into_iter()
            .map(|(abi, mut libs)| {
                libs.sort_by(|a, b| a.name.cmp(&b.name).then(a.index.cmp(&b.index)));
                NativeLibs { abi, libs }
            })
            .collect()
    }

    /// Who signed this part; for a module, who signed the bundle. Reads the signature files of
    /// scheme v1 and the APK Signing Block each time it is called.
    pub fn signing(&self) -> Signing {
        signers::read(self.signed_archive(), self.max_signers)
    }

    /// Compares the content digests stated by the v2, v3 and v3.1 signatures with the archive's
    /// bytes: one pass over the whole file per digest algorithm. Empty without such signatures.
    /// The signatures over the digests are not verified.
    pub fn verify_content_digest(&self) -> Vec<ContentDigest> {
        content_digest::verify(self.signed_archive(), self.max_signers)
    }

    fn signed_archive(&self) -> &Archive<'a> {
        self.signed.as_deref().unwrap_or(&self.archive)
    }
}

/// The root manifest's name.
pub(crate) const MANIFEST: &str = "AndroidManifest.xml";

/// Joins a part's name and an entry's. Names of a module's entries already begin with the module.
pub(crate) fn join_location(part: &str, role: PartRole, entry: &str) -> String {
    if part.is_empty() || role == PartRole::Module {
        entry.to_owned()
    } else {
        format!("{part}!/{entry}")
    }
}

/// Whether a name is one of Android's numbered DEX names.
pub(crate) fn is_root_dex(name: &str) -> bool {
    dex_number(name.as_bytes()).is_some()
}

/// 1 for `classes.dex`, n for `classes<n>.dex` with n from 2 and no leading zero.
fn dex_number(raw: &[u8]) -> Option<u32> {
    let digits = raw.strip_prefix(b"classes")?.strip_suffix(b".dex")?;
    if digits.is_empty() {
        return Some(1);
    }
    let is_canonical = digits.iter().all(u8::is_ascii_digit) && !digits.starts_with(b"0");
    std::str::from_utf8(digits)
        .ok()
        .filter(|_| is_canonical)?
        .parse()
        .ok()
        .filter(|&number| number >= 2)
}

/// A DEX file of a part.
#[derive(Debug, Clone, Copy)]
pub struct DexEntry<'b> {
    /// The entry.
    pub entry: &'b Entry,
    /// How the entry comes to be code.
    pub load: DexLoad,
}

/// How a DEX entry comes to be code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DexLoad {
    /// `classes.dex` (1), `classes2.dex` (2) …: loaded by Android in this order.
    Loaded(u32),
    /// Named like a loaded DEX file, but Android would not load it: a duplicate, a number after a
    /// gap, or an entry Android does not see.
    Shadowed,
    /// Another DEX file of the archive, loaded only if code asks for it.
    Embedded,
}

/// The native libraries of one ABI.
#[derive(Debug, Clone)]
pub struct NativeLibs<'b> {
    /// ABI folder name, such as `arm64-v8a`.
    pub abi: &'b str,
    /// Libraries by name.
    pub libs: Vec<&'b Entry>,
}

#[cfg(test)]
mod tests {
    use super::dex_number;

    #[test]
    fn dex_numbers_are_androids() {
        assert_eq!(dex_number(b"classes.dex"), Some(1));
        assert_eq!(dex_number(b"classes2.dex"), Some(2));
        assert_eq!(dex_number(b"classes10.dex"), Some(10));
        for raw in [
            "classes0.dex",
            "classes1.dex",
            "classes02.dex",
            "Classes.dex",
            "classes.dex/",
            "a/classes.dex",
            "classes２.dex",
            "classes99999999999.dex",
        ] {
            assert_eq!(dex_number(raw.as_bytes()), None, "{raw}");
        }
    }
}
