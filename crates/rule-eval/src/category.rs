//! App categories and what their basic function needs; refuses to guess a category.

use std::collections::BTreeSet;

use ruleset::schema::{Category, Judging};

/// Why a category cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CategoryError {
    /// Neither an id, a name nor a store category of the tables.
    #[error("unknown app category {0}")]
    Unknown(String),
}

/// The category that a word names: an id, a Chinese or English name, with or without 类, or a known other name.
pub fn find_category<'k>(judging: &'k Judging<'_>, word: &str) -> Option<&'k Category> {
    let word = word.trim();
    let bare = word.strip_suffix('类').unwrap_or(word);
    judging.categories.iter().find(|category| {
        category.id == word
            || category
                .name
                .zh
                .strip_suffix('类')
                .unwrap_or(&category.name.zh)
                == bare
            || category.name.en.eq_ignore_ascii_case(word)
            || category
                .aliases
                .iter()
                .any(|alias| alias == bare || alias == word)
    })
}

/// Ids for the words given, sorted; a word may be an id, a name, or `store:category` of a store table.
pub fn resolve_categories(
    judging: &Judging<'_>,
    words: &[String],
) -> Result<Vec<String>, CategoryError> {
    let mut out = BTreeSet::new();
    for word in words {
        if let Some(category) = find_category(judging, word) {
            out.insert(category.id.clone());
            continue;
        }
        let mapped = judging.store_maps.iter().find_map(|map| {
            let name = word
                .strip_prefix(map.store.as_str())
                .and_then(|rest| rest.strip_prefix(':'))
                .unwrap_or(word);
            map.categories.iter().find(|row| row.name == name)
        });
        match mapped {
            Some(row) => out.extend(row.categories.iter().cloned()),
            None => return Err(CategoryError::Unknown(word.clone())),
        }
    }
    Ok(out.into_iter().collect())
}

/// What the categories given say together.
#[derive(Debug, Default)]
pub(crate) struct Union<'k> {
    pub(crate) given: Vec<&'k Category>,
    necessary: BTreeSet<&'k str>,
    needed: BTreeSet<&'k str>,
    usual: BTreeSet<&'k str>,
    low: BTreeSet<&'k str>,
}

impl<'k> Union<'k> {
    pub(crate) fn new(judging: &'k Judging<'_>, ids: &[String]) -> Self {
        let mut out = Self::default();
        for category in judging
            .categories
            .iter()
            .filter(|row| ids.contains(&row.id))
        {
            out.given.push(category);
            out.necessary
                .extend(category.necessary.iter().map(|row| row.data.as_str()));
            out.needed
                .extend(category.groups.needed.iter().map(String::as_str));
            out.usual
                .extend(category.groups.usual.iter().map(String::as_str));
            out.low
                .extend(category.groups.low.iter().map(String::as_str));
        }
        out
    }

    /// `yes`, `no`, or `unknown` without a category.
    pub(crate) fn necessary(&self, data: &str) -> &'static str {
        if self.given.is_empty() {
            "unknown"
        } else if self.necessary.contains(data) {
            "yes"
        } else {
            "no"
        }
    }

    /// `needed`, `usual`, `low`, or `unknown`.
    pub(crate) fn relevance(&self, group: &str) -> &'static str {
        if self.given.is_empty() {
            "unknown"
        } else if self.needed.contains(group) {
            "needed"
        } else if self.usual.contains(group) {
            "usual"
        } else if self.low.contains(group) {
            "low"
        } else {
            "unknown"
        }
    }

    /// Every category given needs no personal information.
    pub(crate) fn none_needed(&self) -> bool {
        !self.given.is_empty() && self.given.iter().all(|category| category.none_needed)
    }
}
