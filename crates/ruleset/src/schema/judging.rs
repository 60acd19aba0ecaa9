//! Tables beside the rules: clauses, categories, sets of words, topics, behaviours, the matrix. Holds their shape only.

use serde::{Deserialize, Serialize};

use super::access_points::Point;
use super::rules::Pair;
use crate::Text;

/// `rulesets/clauses/*.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseFile {
    /// `privlens/clauses/1`.
    pub format: String,
    /// Instruments.
    pub instruments: Vec<Instrument>,
    /// Clauses.
    pub clauses: Vec<Clause>,
}

/// A law, standard, notice or store policy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Id, such as `cn.pipl`.
    pub id: String,
    /// Official title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// `in_force`, `draft`, `standard`, `action_notice` and the like.
    pub status: String,
    /// Remark.
    #[serde(default)]
    pub note: Option<String>,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Id, such as `cn.rd2019:3.1`.
    pub id: String,
    /// Instrument.
    pub instrument: String,
    /// Number as people cite it, Chinese and English.
    pub cite: Pair,
    /// What it is about, in own words.
    pub label: Pair,
    /// The number was compared with the official text or a copy of it.
    pub checked: bool,
    /// Numbers for other dates.
    #[serde(default)]
    pub versions: Vec<ClauseVersion>,
}

/// The number of a clause in one span of dates.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseVersion {
    /// Number of the article or item in that span.
    pub number: String,
    /// First date.
    #[serde(default)]
    pub from: Option<String>,
    /// Last date.
    #[serde(default)]
    pub to: Option<String>,
    /// Number as people cite it.
    pub cite: Pair,
    /// The number was compared.
    pub checked: bool,
}

/// `rulesets/categories/categories.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryFile {
    /// `privlens/categories/1`.
    pub format: String,
    /// Instrument.
    pub instrument: String,
    /// Categories.
    pub categories: Vec<Category>,
}

/// One category of apps.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Number in the instrument.
    pub number: u32,
    /// Id.
    pub id: String,
    /// Name.
    pub name: Pair,
    /// Basic function.
    pub basic_function: Pair,
    /// Needs no personal information for its basic function.
    pub none_needed: bool,
    /// What the basic function needs.
    pub necessary: Vec<Necessary>,
    /// Permission groups, as proposed by this project: needed, usual for more functions, of low relevance.
    pub groups: CategoryGroups,
    /// The row was compared with a copy of the text.
    pub checked: bool,
    /// What was seen in practice in 2020; a note only.
    #[serde(default)]
    pub profile: Option<Profile>,
    /// Other names by which people call it.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// One kind of information that a basic function needs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Necessary {
    /// Kind.
    pub data: String,
    /// Of whom or what.
    pub detail: Pair,
    /// When it is needed only in some cases.
    #[serde(default)]
    pub condition: Option<String>,
}

/// Permission groups of a category.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryGroups {
    /// Needed for the basic function.
    pub needed: Vec<String>,
    /// Usual for more functions.
    pub usual: Vec<String>,
    /// Of low relevance.
    pub low: Vec<String>,
}

/// What a report of 2020 saw apps of a kind ask for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Where.
    pub source: String,
    /// Kinds of information.
    pub data: Vec<String>,
}

/// `rulesets/rules/tables.yaml`: sets of words, the fact table, the matrix.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleTables {
    /// `privlens/rule-tables/1`.
    pub format: String,
    /// Named sets of words.
    pub sets: Vec<WordSet>,
    /// Facts that rules may stand on.
    pub facts: Vec<FactWord>,
    /// Items of regulations.
    pub matrix: Vec<MatrixItem>,
    /// Permission groups.
    pub permission_groups: Vec<PermissionGroup>,
}

/// A named set of words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordSet {
    /// Name, used as `@name`.
    pub name: String,
    /// Words.
    pub words: Vec<String>,
}

/// One word of the fact vocabulary and the stage that makes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactWord {
    /// Word.
    pub name: String,
    /// Meaning.
    pub about: Pair,
    /// Stage that makes it; absent when none does.
    #[serde(default)]
    pub stage: Option<String>,
    /// Kinds of fact in rule files that carry it.
    pub subjects: Vec<String>,
}

/// One item of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatrixItem {
    /// Clause id.
    pub item: String,
    /// `static`, `support`, `device` or `person`.
    pub decided_by: String,
    /// Rules that speak to it.
    pub rules: Vec<String>,
    /// What to do on a device or by a person.
    pub plan: Pair,
}

/// One group of permissions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PermissionGroup {
    /// Name, such as `LOCATION`.
    pub name: String,
    /// One of the ten groups that guard personal information.
    pub personal: bool,
    /// Permissions.
    pub permissions: Vec<String>,
    /// Kinds of information that it guards.
    pub data: Vec<String>,
}

/// `rulesets/texts/topics.yaml`: words by which a text belongs to a topic.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicFile {
    /// `privlens/topics/1`.
    pub format: String,
    /// Topics.
    pub topics: Vec<Topic>,
}

/// One topic.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Id.
    pub id: String,
    /// A text that holds one of these belongs to it; ASCII letters in either case.
    pub words: Vec<String>,
    /// A text that holds one of these does not.
    #[serde(default)]
    pub except: Vec<String>,
}

/// `rulesets/behaviours/*.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BehaviourFile<'a> {
    /// `privlens/behaviours/1`.
    pub format: String,
    /// Behaviours.
    #[serde(borrow)]
    pub behaviours: Vec<BehaviourGroup<'a>>,
}

/// One behaviour and the places in code that show it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BehaviourGroup<'a> {
    /// Id.
    pub id: String,
    /// What it is.
    pub title: Pair,
    /// Public page that shows it.
    #[serde(default)]
    pub source: Option<String>,
    /// Places.
    #[serde(borrow)]
    pub points: Vec<Point<'a>>,
    /// Arguments whose constants are kept, counted from 0.
    #[serde(default)]
    pub keep: Vec<u32>,
}

/// `rulesets/categories/store-map-*.yaml`: categories of stores.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoreMapFile {
    /// `privlens/store-map/1`.
    pub format: String,
    /// Store.
    pub store: String,
    /// Store category by name.
    pub categories: Vec<StoreCategory>,
}

/// One category of a store.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoreCategory {
    /// Name in the store.
    pub name: String,
    /// Categories of the instrument.
    pub categories: Vec<String>,
}

/// Everything that judging needs, each list sorted.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Judging<'a> {
    /// Rules by id.
    pub rules: Vec<super::rules::Rule>,
    /// Instruments by id.
    pub instruments: Vec<Instrument>,
    /// Clauses by id.
    pub clauses: Vec<Clause>,
    /// Categories by number.
    pub categories: Vec<Category>,
    /// Sets by name.
    pub sets: Vec<WordSet>,
    /// Fact table by name.
    pub facts: Vec<FactWord>,
    /// Items of the matrix in their own order.
    pub matrix: Vec<MatrixItem>,
    /// Permission groups by name.
    pub permission_groups: Vec<PermissionGroup>,
    /// Topics by id.
    pub topics: Vec<Topic>,
    /// Categories of stores by store.
    pub store_maps: Vec<StoreMapFile>,
    /// Behaviours by id.
    #[serde(borrow)]
    pub behaviours: Vec<BehaviourName<'a>>,
}

/// Name of a behaviour.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BehaviourName<'a> {
    /// Id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// What it is.
    pub title: Pair,
    /// Arguments whose constants are kept.
    pub keep: Vec<u32>,
}

/// What `data` of a catalogue group begins with when the group is a behaviour and no read of information.
pub const BEHAVIOUR: &str = "does:";
