//! Sets of Android API levels; refuses levels outside the known range.

use serde::{Deserialize, Serialize};

/// Lowest API level that the catalogues speak of.
pub const MIN_API: u32 = 1;
/// Newest API level that the catalogues know (Android 16, 2025).
pub const MAX_API: u32 = 36;

/// A set of API levels from [`MIN_API`] to [`MAX_API`], one bit a level.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct LevelSet(pub u64);

impl LevelSet {
    /// No level.
    pub const EMPTY: Self = Self(0);

    /// Every level from `from` to `to`, both included and both cut to the known range.
    #[must_use]
    pub fn range(from: u32, to: u32) -> Self {
        let from = from.clamp(MIN_API, MAX_API);
        if to < from {
            return Self::EMPTY;
        }
        let to = to.clamp(MIN_API, MAX_API);
        let upto = |level: u32| (1u64 << (level + 1)) - 1;
        Self(upto(to) & !upto(from - 1))
    }

    /// Every known level.
    #[must_use]
    pub fn all() -> Self {
        Self::range(MIN_API, MAX_API)
    }

    /// True when `level` is in the set.
    pub fn contains(self, level: u32) -> bool {
        level < 64 && self.0 & (1u64 << level) != 0
    }

    /// True when no level is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Levels in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Levels in either set.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Levels of this set that are not in `other`.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The levels in rising order.
    pub fn iter(self) -> impl Iterator<Item = u32> {
        (MIN_API..=MAX_API).filter(move |level| self.contains(*level))
    }

    /// The contract's words for this set, seen against the levels an app can meet (`universe`):
    /// `all`, `none`, `api<=28`, `api>=29`, `api 23-28`, or several of these joined by ` or `.
    #[must_use]
    pub fn describe(self, universe: Self) -> String {
        let here = self.and(universe);
        if here.is_empty() {
            return "none".to_owned();
        }
        if here == universe {
            return "all".to_owned();
        }
        let lowest = universe.iter().next().unwrap_or(MIN_API);
        let highest = universe.iter().last().unwrap_or(MAX_API);
        let mut parts = Vec::new();
        let mut run: Option<(u32, u32)> = None;
        for level in universe.iter().chain(std::iter::once(MAX_API + 1)) {
            match (here.contains(level), run) {
                (true, None) => run = Some((level, level)),
                (true, Some((first, _))) => run = Some((first, level)),
                (false, Some((first, last))) => {
                    parts.push(match (first == lowest, last == highest) {
                        (true, _) => format!("api<={last}"),
                        (_, true) => format!("api>={first}"),
                        _ if first == last => format!("api {first}"),
                        _ => format!("api {first}-{last}"),
                    });
                    run = None;
                }
                (false, None) => {}
            }
        }
        parts.join(" or ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn describes_ranges_in_the_contract_words() {
        let app = LevelSet::range(21, 36);
        assert_eq!(LevelSet::range(1, 36).describe(app), "all");
        assert_eq!(LevelSet::range(1, 20).describe(app), "none");
        assert_eq!(LevelSet::range(1, 28).describe(app), "api<=28");
        assert_eq!(LevelSet::range(29, 99).describe(app), "api>=29");
        assert_eq!(LevelSet::range(23, 28).describe(app), "api 23-28");
        let two = LevelSet::range(1, 22).or(LevelSet::range(30, 36));
        assert_eq!(two.describe(app), "api<=22 or api>=30");
        assert_eq!(LevelSet::range(26, 26).describe(app), "api 26");
    }

    #[test]
    fn ranges_are_cut_to_the_known_levels() {
        assert_eq!(LevelSet::range(0, 1000), LevelSet::all());
        assert!(LevelSet::range(30, 29).is_empty());
        assert!(!LevelSet::all().contains(0));
        assert!(!LevelSet::all().contains(64));
    }
}
