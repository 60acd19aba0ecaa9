//! All words of `rulesets/policy` and all names of SDKs in one automaton; finds them in a sentence in one pass.
//! Refuses to interpret what it finds.

mod build;
mod class;
mod listed;
mod marks;

use aho_corasick::AhoCorasick;

pub(crate) use class::Class;
pub(crate) use marks::{Marks, Name, Place};

use crate::normal::Normal;

/// What a word may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    /// Names kinds of information: index of the term.
    Term(u16),
    /// Names kinds of information among other names only: index of the term.
    ListedTerm(u16),
    /// Stands for many kinds: index of the umbrella.
    Umbrella(u16),
    /// Stands for many kinds among other names only: index of the umbrella.
    ListedUmbrella(u16),
    /// Names an SDK: index.
    Sdk(u16),
    /// A domain or package prefix of an SDK: index.
    Address(u16),
    /// Names a vendor: index.
    Vendor(u16),
    /// Names a permission: index.
    Permission(u16),
    /// Names a permission where permissions are spoken of: index.
    Bare(u16),
    /// Belongs to a class of words.
    Class {
        /// Index of the class.
        id: u8,
        /// Counts at the beginning of a clause only.
        at_start: bool,
    },
    /// A column header.
    Column(u8),
    /// A word of a heading.
    Section(u8),
}

/// One pattern of the automaton.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pattern {
    pub(crate) text: String,
    pub(crate) meanings: Vec<Meaning>,
    /// An ordinary word too: needs a capital letter, away from the beginning.
    pub(crate) common: bool,
}

/// An SDK of the catalogue.
#[derive(Debug, Clone)]
pub(crate) struct SdkEntry {
    pub(crate) id: String,
    pub(crate) vendor: u16,
    pub(crate) library: bool,
    /// The policy words name it, so it is the entry meant where several share a name.
    pub(crate) preferred: bool,
    /// More is known of it than names and packages.
    pub(crate) full: bool,
    /// Every word that names it, as searched.
    pub(crate) words: Vec<String>,
    /// Domains and package prefixes.
    pub(crate) addresses: Vec<String>,
    /// SDKs that share a word with it.
    pub(crate) twins: Vec<u16>,
}

/// A vendor.
#[derive(Debug, Clone, Default)]
pub(crate) struct VendorEntry {
    pub(crate) words: Vec<String>,
}

/// A word that stands for many kinds.
#[derive(Debug, Clone)]
pub(crate) struct UmbrellaEntry {
    pub(crate) id: String,
    pub(crate) covers: Vec<String>,
}

/// A permission.
#[derive(Debug, Clone)]
pub(crate) struct PermissionEntry {
    pub(crate) id: String,
    pub(crate) names: Vec<String>,
    /// Kinds of information that the permissions guard first of all.
    pub(crate) kinds: Vec<String>,
}

/// A cue with its classes as bit sets.
#[derive(Debug, Clone)]
pub(crate) struct Cue {
    pub(crate) kind: app_facts::StatementType,
    pub(crate) topic: String,
    pub(crate) any: u128,
    pub(crate) with: u128,
    pub(crate) without: u128,
    pub(crate) or_in: u64,
    pub(crate) only_in: u64,
    pub(crate) not_in: u64,
}

/// Words, ready for search.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) normal: Normal,
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
    pub(crate) terms: Vec<Vec<String>>,
    /// Terms, by the same index, that count only in a denial.
    pub(crate) denied_only: Vec<bool>,
    /// Words of each kind of information, for the list of what was searched.
    pub(crate) searched_kinds: std::collections::BTreeMap<String, Vec<String>>,
    /// Kinds that code shows when it reads them.
    pub(crate) visible: std::collections::BTreeSet<String>,
    pub(crate) umbrellas: Vec<UmbrellaEntry>,
    pub(crate) permissions: Vec<PermissionEntry>,
    pub(crate) sdks: Vec<SdkEntry>,
    pub(crate) vendors: Vec<VendorEntry>,
    pub(crate) cues: Vec<Cue>,
    pub(crate) sections: Vec<String>,
    pub(crate) columns: Vec<String>,
    /// Verbs of uploading.
    uploads: Vec<String>,
    /// Classes of rights, as bits.
    rights: u128,
}

impl Words {
    /// Index of a section by name.
    pub(crate) fn section(&self, name: &str) -> Option<u8> {
        self.sections
            .iter()
            .position(|section| section == name)
            .and_then(|at| u8::try_from(at).ok())
    }

    /// Sections that a label before a colon may stand for, as bits.
    pub(crate) fn label_sections(&self) -> u64 {
        ["collect", "no_collect", "share"]
            .iter()
            .filter_map(|name| self.section(name))
            .fold(0, |bits, at| bits | (1 << at))
    }

    /// The verb at a place says that something goes to a server of the operator.
    pub(crate) fn is_upload(&self, form: &str, place: Place) -> bool {
        let word = form.get(place.start..place.end).unwrap_or_default();
        self.uploads.iter().any(|known| known == word)
    }

    /// Index of an SDK of the catalogue.
    pub(crate) fn sdk(&self, id: &str) -> Option<u16> {
        self.sdks
            .binary_search_by(|sdk| sdk.id.as_str().cmp(id))
            .ok()
            .and_then(|at| u16::try_from(at).ok())
    }

    pub(crate) fn sdk_entry(&self, at: u16) -> Option<&SdkEntry> {
        self.sdks.get(usize::from(at))
    }
}
