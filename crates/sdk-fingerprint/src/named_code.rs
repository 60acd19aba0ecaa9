//! Classes that their names give to a catalogue entry without a profile; refuses to decide on any other class.
//!
//! A name decides before a fingerprint, so code of such an entry needs no matching: whatever it shares with a library is
//! the entry's own copy.

use std::collections::BTreeSet;

use ruleset::schema::Sdk;
use rustc_hash::FxHashMap;

use crate::fuse::catalogue_id;
use crate::image::ProfileImage;

/// Beginnings of names, in the form of descriptors, with the answer for what lies below them.
#[derive(Debug, Clone, Default)]
pub struct NamedCode {
    prefixes: FxHashMap<Box<[u8]>, bool>,
}

impl NamedCode {
    /// From the catalogue and the profiles that will be matched.
    pub fn new(sdks: &[Sdk<'_>], profiles: &ProfileImage) -> Self {
        let mut with_profile: BTreeSet<&str> = BTreeSet::new();
        let mut image = Some(profiles);
        while let Some(this) = image {
            with_profile.extend(this.families().map(|(id, ..)| catalogue_id(id)));
            image = this.more();
        }
        let key = |name: &str| name.replace('.', "/").into_bytes().into_boxed_slice();
        let mut prefixes: FxHashMap<Box<[u8]>, bool> = FxHashMap::default();
        // An exception of one entry may be a package of another one, which then counts.
        for name in sdks.iter().flat_map(|sdk| &sdk.exceptions) {
            prefixes.insert(key(name), false);
        }
        for sdk in sdks {
            let is_settled = !with_profile.contains(sdk.id.as_str());
            for name in &sdk.packages {
                prefixes.insert(key(name), is_settled);
            }
        }
        Self { prefixes }
    }

    /// True when the longest known beginning of the package belongs to an entry without a profile. `package` has
    /// slashes and no `L`.
    pub(crate) fn holds(&self, package: &[u8]) -> bool {
        let mut rest = package;
        loop {
            if let Some(answer) = self.prefixes.get(rest) {
                return *answer;
            }
            match rest.iter().rposition(|byte| *byte == b'/') {
                Some(at) => rest = rest.get(..at).unwrap_or_default(),
                None => return false,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_decides() {
        let named = NamedCode {
            prefixes: [("a/b", true), ("a/b/c", false), ("信/𠮷", true)]
                .into_iter()
                .map(|(name, answer)| (name.as_bytes().into(), answer))
                .collect(),
        };
        assert!(named.holds(b"a/b") && named.holds(b"a/b/d/e"));
        assert!(
            !named.holds(b"a/b/c/d")
                && !named.holds(b"a/bc")
                && !named.holds(b"a")
                && !named.holds(b"")
        );
        assert!(named.holds("信/𠮷/x".as_bytes()));
    }
}
