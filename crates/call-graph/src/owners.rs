//! Who holds a class: the app by its own packages, an SDK or library by the longest catalogued prefix, a class whose
//! name tells nothing by its neighbourhood. Holds no evidence of its own about renamed classes.

use app_facts::{Owner, OwnerKind};
use byte_reader::mutf8::decode_printable;
use program_model::{ClassId, IdVec, Program, TypeId};
use ruleset::schema::SdkKind;
use rustc_hash::FxHashMap;

use crate::analysis::AppInput;
use crate::index::Index;
use crate::neighbourhood;

/// Number of an owner of one app: 0 is unknown, 1 the app, then catalogue entries; packers from [`OwnerId::PACKERS`] on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct OwnerId(pub(crate) u32);

impl OwnerId {
    pub(crate) const APP: Self = Self(1);

    /// The owner of a catalogue row.
    pub(crate) fn of_sdk(row: usize) -> Self {
        Self(u32::try_from(row).map_or(0, |row| row.saturating_add(2)))
    }

    /// The first number of a packer; catalogues of SDKs stay far below.
    const PACKERS: u32 = 1 << 31;

    /// The owner of a row of the packers.
    pub(crate) fn of_packer(row: u32) -> Self {
        Self(Self::PACKERS.saturating_add(row))
    }

    /// The row of the packers.
    pub(crate) fn packer(self) -> Option<usize> {
        self.0.checked_sub(Self::PACKERS).map(|n| n as usize)
    }

    /// The catalogue row, for SDKs and libraries.
    pub(crate) fn sdk(self) -> Option<usize> {
        self.0
            .checked_sub(2)
            .filter(|_| self.0 < Self::PACKERS)
            .map(|n| n as usize)
    }
}

/// Owners of every class of one app.
#[derive(Debug)]
pub(crate) struct Owners {
    of_class: IdVec<ClassId, OwnerId>,
    /// For each catalogue row: classes found, and the prefix that found them with its count.
    pub(crate) found: Vec<FxHashMap<String, u32>>,
}

impl Owners {
    /// Decides the owner of every class. `own` are the app's own packages in Java form. A name decides before a
    /// fingerprint, except that a fingerprint wins over the app's own packages: code is moved into those.
    pub(crate) fn new(
        program: &Program<'_>,
        index: &Index<'_>,
        own: &[String],
        app: &AppInput,
    ) -> Self {
        let mut by_package: FxHashMap<Vec<u8>, (OwnerId, Option<String>)> = FxHashMap::default();
        let mut found = vec![FxHashMap::default(); index.catalogues.sdks.len()];
        let mut of_class = IdVec::default();
        for (id, class) in program.classes() {
            let name = program.descriptor(class.ty);
            let name = name
                .strip_prefix(b"L")
                .and_then(|rest| rest.strip_suffix(b";"))
                .unwrap_or(name);
            let end = name.iter().rposition(|byte| *byte == b'/').unwrap_or(0);
            let package = name.get(..end).unwrap_or_default();
            // A prefix may name a class too, so the owner is decided by package and confirmed by class name.
            let owner = if let Some(known) = by_package.get(package) {
                known.clone()
            } else {
                let decided = decide(package, index, own);
                by_package.insert(package.to_vec(), decided.clone());
                decided
            };
            let mut owner = match decide_class(name, index) {
                Some(exact) => exact,
                None => owner,
            };
            if let Some((packer, packages)) = &app.stub {
                let dotted = decode_printable(name).text.replace('/', ".");
                if packages.iter().any(|prefix| covers(prefix, &dotted)) {
                    owner = (OwnerId::of_packer(*packer), None);
                }
            }
            if owner.0.sdk().is_none()
                && owner.0.packer().is_none()
                && let Some(row) = app.class_owners.get(id.index()).copied().flatten()
                && (row as usize) < found.len()
            {
                owner = (OwnerId::of_sdk(row as usize), Some(String::new()));
            }
            if let (Some(row), Some(prefix)) = (owner.0.sdk(), owner.1) {
                *found[row].entry(prefix).or_insert(0) += 1;
            }
            of_class.push(owner.0);
        }
        neighbourhood::spread(program, &mut of_class, &app.package);
        Self { of_class, found }
    }

    /// Owner of a class.
    pub(crate) fn of(&self, class: ClassId) -> OwnerId {
        self.of_class[class]
    }
}

/// True when the class has the name of a catalogued SDK or library.
pub(crate) fn is_catalogued(program: &Program<'_>, index: &Index<'_>, ty: TypeId) -> bool {
    let name = program.descriptor(ty);
    let name = name.strip_prefix(b"L").unwrap_or(name);
    let end = name.iter().rposition(|byte| *byte == b'/').unwrap_or(0);
    let package = name.get(..end).unwrap_or_default();
    decide(package, index, &[]).0.sdk().is_some()
}

fn decide(package: &[u8], index: &Index<'_>, own: &[String]) -> (OwnerId, Option<String>) {
    let dotted: String = decode_printable(package).text.replace('/', ".");
    let own_len = own
        .iter()
        .filter(|prefix| covers(prefix, &dotted))
        .map(String::len)
        .max();
    let mut rest = dotted.as_str();
    loop {
        if index.exceptions.contains(rest) && !index.prefixes.contains_key(rest) {
            break;
        }
        if let Some(row) = index.prefixes.get(rest) {
            // The app's own namespace wins only when it is at least as long as the catalogued prefix.
            if own_len.is_none_or(|len| len < rest.len()) {
                return (OwnerId(row + 2), Some(rest.to_owned()));
            }
            break;
        }
        match rest.rsplit_once('.') {
            Some((above, _)) => rest = above,
            None => break,
        }
    }
    (
        if own_len.is_some() {
            OwnerId::APP
        } else {
            OwnerId::default()
        },
        None,
    )
}

fn decide_class(name: &[u8], index: &Index<'_>) -> Option<(OwnerId, Option<String>)> {
    if !index.has_class_prefixes {
        return None;
    }
    let dotted = decode_printable(name).text.replace('/', ".");
    let outer = dotted.split('$').next().unwrap_or(&dotted);
    index
        .prefixes
        .get(outer)
        .map(|row| (OwnerId(row + 2), Some(outer.to_owned())))
}

/// True when `prefix` is `package` or one of its parents.
pub(crate) fn covers(prefix: &str, package: &str) -> bool {
    package
        .strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The report's form of an owner.
pub(crate) fn owner_fact(owner: OwnerId, index: &Index<'_>) -> Owner {
    match owner.sdk().and_then(|row| index.catalogues.sdks.get(row)) {
        Some(sdk) => Owner {
            kind: match sdk.kind {
                SdkKind::Sdk => OwnerKind::Sdk,
                SdkKind::Library => OwnerKind::Library,
            },
            sdk: Some(sdk.id.to_string()),
        },
        None if owner == OwnerId::APP => Owner::app(),
        None => match owner
            .packer()
            .and_then(|row| index.catalogues.packers.get(row))
        {
            Some(packer) => Owner {
                kind: OwnerKind::Packer,
                sdk: Some(packer.id.to_string()),
            },
            None if owner.packer().is_some() => Owner {
                kind: OwnerKind::Packer,
                sdk: None,
            },
            None => Owner::default(),
        },
    }
}
