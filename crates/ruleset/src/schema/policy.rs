//! The words by which privacy policies are read; holds no grammar, which is the reader's.

use serde::{Deserialize, Serialize};

use crate::Text;

/// All word lists; a source file holds any part of them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PolicyWords<'a> {
    /// `privlens/policy/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Names of kinds of information.
    pub terms: Vec<PolicyTerm<'a>>,
    /// Words that stand for many kinds.
    pub umbrellas: Vec<PolicyUmbrella<'a>>,
    /// Names of permissions.
    pub permissions: Vec<PolicyPermission<'a>>,
    /// Named lists of words: verbs, subjects, negations and so on.
    pub classes: Vec<PolicyClass<'a>>,
    /// Which words make a statement of which type.
    pub cues: Vec<PolicyCue<'a>>,
    /// Words of headings that tell what a section is about.
    pub sections: Vec<PolicyClass<'a>>,
    /// Words of table headers that tell what a column holds.
    pub columns: Vec<PolicyClass<'a>>,
    /// Further names of SDKs as policies write them.
    pub sdk_names: Vec<PolicySdkNames<'a>>,
    /// Short names of vendors.
    pub vendors: Vec<PolicyVendor<'a>>,
    /// Pairs of a traditional or variant character and the one used for matching.
    pub characters: Vec<Text<'a>>,
}

/// Names of one or more kinds of information.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyTerm<'a> {
    /// Kinds; empty for words that only look like the name of a kind.
    #[serde(borrow, default)]
    pub data: Vec<Text<'a>>,
    /// Names, in any language.
    pub words: Vec<Text<'a>>,
    /// The words count only in a denial: "camera" is a permission, and "we do not use your camera" denies pictures.
    #[serde(default)]
    pub denied_only: bool,
}

/// A word that stands for many kinds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyUmbrella<'a> {
    /// Id, shown as a topic.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Kinds that it may stand for.
    pub covers: Vec<Text<'a>>,
    /// Names.
    pub words: Vec<Text<'a>>,
}

/// Names of one or more permissions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyPermission<'a> {
    /// Id, shown as a topic.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Android permissions.
    pub permissions: Vec<Text<'a>>,
    /// Names that are a permission by themselves.
    pub words: Vec<Text<'a>>,
    /// Names that are a permission only in a list or table of permissions, or before the word "permission".
    #[serde(default)]
    pub bare: Vec<Text<'a>>,
}

/// A named list of words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyClass<'a> {
    /// Name by which the reader or a cue asks for it.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Words; one that begins with `^` counts only at the beginning of a clause.
    pub words: Vec<Text<'a>>,
}

/// A rule that makes a statement out of words in one sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyCue<'a> {
    /// Type of statement.
    #[serde(borrow)]
    pub r#type: Text<'a>,
    /// Topic of the statement.
    #[serde(default)]
    pub topic: Text<'a>,
    /// Classes of which at least one word must stand in the sentence.
    pub any: Vec<Text<'a>>,
    /// Classes of which at least one word must stand there too; empty when none is needed.
    #[serde(default)]
    pub with: Vec<Text<'a>>,
    /// Sections in which `with` is not needed.
    #[serde(default)]
    pub or_in: Vec<Text<'a>>,
    /// Sections outside of which the cue does not hold; empty for none.
    #[serde(default)]
    pub only_in: Vec<Text<'a>>,
    /// Classes of which no word may stand in the sentence.
    #[serde(default)]
    pub without: Vec<Text<'a>>,
    /// Sections in which the cue does not hold.
    #[serde(default)]
    pub not_in: Vec<Text<'a>>,
}

/// Further names of an SDK.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicySdkNames<'a> {
    /// Catalogue id.
    #[serde(borrow)]
    pub sdk: Text<'a>,
    /// Names.
    pub words: Vec<Text<'a>>,
}

/// Short names of a vendor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyVendor<'a> {
    /// Vendor as the SDK catalogue writes it in English or Chinese; all spellings of one vendor.
    #[serde(borrow)]
    pub vendor: Vec<Text<'a>>,
    /// Short names.
    pub words: Vec<Text<'a>>,
}

impl PolicyWords<'_> {
    /// True when no list holds anything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.classes.is_empty()
    }
}

impl<'a> PolicyWords<'a> {
    /// Adds the lists of another file.
    pub fn extend(&mut self, other: PolicyWords<'a>) {
        self.terms.extend(other.terms);
        self.umbrellas.extend(other.umbrellas);
        self.permissions.extend(other.permissions);
        self.classes.extend(other.classes);
        self.cues.extend(other.cues);
        self.sections.extend(other.sections);
        self.columns.extend(other.columns);
        self.sdk_names.extend(other.sdk_names);
        self.vendors.extend(other.vendors);
        self.characters.extend(other.characters);
    }
}
