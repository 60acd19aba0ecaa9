//! Who holds a renamed class, by the classes that it stands with; refuses to speak where these have several holders.
//!
//! Two kinds of standing together count:
//! - Classes nested in each other, and classes of one package where packages were renamed one by one, were written
//!   together. Where renaming moved all classes into one package, that package tells nothing.
//! - A small group of renamed classes that nobody but the app knows, that knows nobody, and of which the app knows
//!   every second class itself, is the app's: a library is larger, or is entered through few of its classes.

use program_model::{ClassId, IdVec, Program};
use rustc_hash::FxHashMap;

use crate::neighbourhood::Edge;
use crate::owners::OwnerId;

/// Characters of a segment of a name that renaming made from the alphabet.
const SHORT: usize = 3;

/// Renamed packages from which on packages count as renamed one by one.
const MIN_PACKAGES: usize = 3;

/// One of how many classes of a package must be known to be the app's for the others to follow.
const APP_SHARE: u32 = 4;

/// One of how many classes of a package must be known to be a third party's for the others to follow.
const PARTY_SHARE: u32 = 2;

/// Classes of a group that only the app knows. What R8 leaves of a library that is used at all is mostly larger.
const MAX_GROUP: u32 = 8;

/// One of how many classes of such a group the app must know itself: a library is entered through few of its classes.
const KNOWN_SHARE: u32 = 2;

/// What the names of the classes say, found once.
pub(crate) struct Names {
    /// Whether renaming made the whole name.
    renamed: Vec<bool>,
    /// Number of the outermost class's name.
    nest: Vec<u32>,
    nests: usize,
    /// Number of the package, where packages were renamed one by one and the class is renamed.
    package: Vec<Option<u32>>,
    packages: usize,
}

impl Names {
    pub(crate) fn new(program: &Program<'_>) -> Self {
        let mut nests: FxHashMap<&[u8], u32> = FxHashMap::default();
        let mut packages: FxHashMap<&[u8], u32> = FxHashMap::default();
        let mut sizes: Vec<usize> = Vec::new();
        let (mut renamed, mut nest, mut package) = (Vec::new(), Vec::new(), Vec::new());
        for (_, class) in program.classes() {
            let name = program.descriptor(class.ty);
            let name = name.strip_prefix(b"L").unwrap_or(name);
            let name = name.strip_suffix(b";").unwrap_or(name);
            // A name may begin with the sign.
            let end = name
                .iter()
                .skip(1)
                .position(|byte| *byte == b'$')
                .map_or(name.len(), |at| at.saturating_add(1));
            let outer = name.get(..end).unwrap_or(name);
            let fresh = number(nests.len());
            nest.push(*nests.entry(outer).or_insert(fresh));
            let is_renamed = outer.split(|byte| *byte == b'/').all(is_made_up);
            renamed.push(is_renamed);
            if is_renamed {
                let end = outer.iter().rposition(|byte| *byte == b'/').unwrap_or(0);
                let fresh = number(packages.len());
                let row = *packages
                    .entry(outer.get(..end).unwrap_or_default())
                    .or_insert(fresh);
                if row as usize == sizes.len() {
                    sizes.push(0);
                }
                if let Some(size) = sizes.get_mut(row as usize) {
                    *size = size.saturating_add(1);
                }
                package.push(Some(row));
            } else {
                package.push(None);
            }
        }
        let all: usize = sizes.iter().sum();
        let largest = sizes.iter().copied().max().unwrap_or(0);
        if sizes.len() < MIN_PACKAGES || largest.saturating_mul(2) > all {
            package.fill(None);
        }
        Self {
            renamed,
            nest,
            nests: nests.len(),
            package,
            packages: packages.len(),
        }
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// True for a segment that renaming makes: short, or written with look-alikes only.
fn is_made_up(segment: &[u8]) -> bool {
    let count = segment.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    count <= SHORT
        || segment.iter().all(|byte| b"oO0".contains(byte))
        || segment.iter().all(|byte| b"iIlL1".contains(byte))
}

/// What is known of the classes of one nest or package.
#[derive(Debug, Clone, Copy, Default)]
struct Members {
    owner: OwnerId,
    known: u32,
    all: u32,
    mixed: bool,
}

impl Members {
    fn add(&mut self, owner: OwnerId) {
        self.all = self.all.saturating_add(1);
        if owner != OwnerId::default() {
            self.mixed |= self.known > 0 && self.owner != owner;
            self.owner = owner;
            self.known = self.known.saturating_add(1);
        }
    }
}

/// Gives classes without an owner that of their nest or package; true when there was one.
pub(crate) fn together(
    names: &Names,
    owners: &mut IdVec<ClassId, OwnerId>,
    ids: &[ClassId],
) -> bool {
    let unknown = OwnerId::default();
    let mut nests = vec![Members::default(); names.nests];
    let mut packages = vec![Members::default(); names.packages];
    for &id in ids {
        let owner = owners[id];
        let nest = names.nest.get(id.index()).map_or(0, |row| *row as usize);
        if let Some(members) = nests.get_mut(nest) {
            members.add(owner);
        }
        if let Some(Some(row)) = names.package.get(id.index())
            && let Some(members) = packages.get_mut(*row as usize)
        {
            members.add(owner);
        }
    }
    let mut changed = false;
    for &id in ids {
        if owners[id] != unknown {
            continue;
        }
        let nest = names
            .nest
            .get(id.index())
            .and_then(|row| nests.get(*row as usize))
            .filter(|nest| nest.known > 0 && !nest.mixed)
            // What a readable name says of a third party was read from it.
            .filter(|nest| {
                nest.owner == OwnerId::APP || names.renamed.get(id.index()) == Some(&true)
            });
        let package = names
            .package
            .get(id.index())
            .copied()
            .flatten()
            .and_then(|row| packages.get(row as usize))
            .filter(|package| package.known > 0 && !package.mixed)
            .filter(|package| {
                let share = if package.owner == OwnerId::APP {
                    APP_SHARE
                } else {
                    PARTY_SHARE
                };
                package.known.saturating_mul(share) >= package.all
            });
        if let Some(found) = nest.or(package) {
            owners[id] = found.owner;
            changed = true;
        }
    }
    changed
}

/// Gives the app the small groups of renamed classes that only it knows; true when there was one.
pub(crate) fn alone(
    names: &Names,
    owners: &mut IdVec<ClassId, OwnerId>,
    ids: &[ClassId],
    uses: &[Edge],
) -> bool {
    let unknown = OwnerId::default();
    let open: Vec<bool> = ids
        .iter()
        .map(|id| owners[*id] == unknown && names.renamed.get(id.index()).copied().unwrap_or(false))
        .collect();
    let is_open = |id: ClassId| open.get(id.index()).copied().unwrap_or(false);
    let mut groups = Groups::new(open.len());
    for &(from, to, _) in uses {
        if is_open(from) && is_open(to) {
            groups.join(from.index(), to.index());
        }
    }
    let mut strange = vec![false; open.len()];
    let mut is_known = vec![false; open.len()];
    for &(from, to, _) in uses {
        let (inside, outside) = match (is_open(from), is_open(to)) {
            (true, false) => (from, to),
            (false, true) => (to, from),
            _ => continue,
        };
        let (list, at) = if owners[outside] == OwnerId::APP {
            (&mut is_known, inside.index())
        } else {
            (&mut strange, groups.root(inside.index()))
        };
        if let Some(mark) = list.get_mut(at) {
            *mark = true;
        }
    }
    let mut known = vec![0_u32; open.len()];
    for (at, _) in is_known.iter().enumerate().filter(|(_, known)| **known) {
        if let Some(count) = known.get_mut(groups.root(at)) {
            *count = count.saturating_add(1);
        }
    }
    let mut changed = false;
    for &id in ids {
        if !is_open(id) {
            continue;
        }
        let root = groups.root(id.index());
        let known = known.get(root).copied().unwrap_or(0);
        let is_app = known > 0
            && !strange.get(root).copied().unwrap_or(true)
            && groups.size(root) <= MAX_GROUP
            && known.saturating_mul(KNOWN_SHARE) >= groups.size(root);
        if is_app {
            owners[id] = OwnerId::APP;
            changed = true;
        }
    }
    changed
}

/// Classes joined into groups.
struct Groups {
    above: Vec<u32>,
    size: Vec<u32>,
}

impl Groups {
    fn new(n: usize) -> Self {
        Self {
            above: (0..n).map(number).collect(),
            size: vec![1; n],
        }
    }

    fn size(&self, root: usize) -> u32 {
        self.size.get(root).copied().unwrap_or(u32::MAX)
    }

    /// The member that stands for the group; halves the way there, so that ways stay short.
    fn root(&mut self, mut at: usize) -> usize {
        loop {
            let Some(&above) = self.above.get(at) else {
                return at;
            };
            let above = above as usize;
            if above == at {
                return at;
            }
            let next = self.above.get(above).copied().unwrap_or(0);
            if let Some(place) = self.above.get_mut(at) {
                *place = next;
            }
            at = next as usize;
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (small, large) = if self.size(a) < self.size(b) {
            (a, b)
        } else {
            (b, a)
        };
        let sum = self.size(small).saturating_add(self.size(large));
        if let Some(place) = self.above.get_mut(small) {
            *place = number(large);
        }
        if let Some(size) = self.size.get_mut(large) {
            *size = sum;
        }
    }
}
