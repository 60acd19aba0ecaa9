//! Rules as written in `rulesets/rules/`; holds their shape and refuses to evaluate them.

use app_facts::{Confidence, Severity, Verdict};
use serde::{Deserialize, Serialize};

use super::matchers::Match;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One rule: one file `rulesets/rules/<jurisdiction>/<ID>-<slug>/rule.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// `privlens/rule/1`.
    pub format: String,
    /// Stable id, such as `CT-001`.
    pub id: String,
    /// Title.
    pub title: Pair,
    /// Theme, such as `consent-timing`.
    pub theme: String,
    /// Core or extended set.
    pub tier: Tier,
    /// In force, or resting on a draft instrument.
    pub status: RuleStatus,
    /// First date on which the rule holds, `YYYY-MM-DD`.
    pub since: String,
    /// Last date on which it holds.
    #[serde(default)]
    pub until: Option<String>,
    /// `cn`, `eu`, `play`, `us`.
    pub jurisdictions: Vec<String>,
    /// Weight, which is no legal class.
    pub severity: Severity,
    /// Findings of rules with the same behaviour about the same information and holder become one; absent means that
    /// the rule stands alone.
    #[serde(default)]
    pub behaviour: Option<String>,
    /// Name of the problem in notices.
    #[serde(default)]
    pub miit_issue: Option<String>,
    /// Clause ids of the clause table.
    pub clauses: Vec<String>,
    /// Inputs without which the rule is not evaluated.
    #[serde(default)]
    pub needs: Vec<Input>,
    /// Inputs without which no result is stronger than `suspected`.
    #[serde(default)]
    pub better_with: Vec<Input>,
    /// Words of the fact table that the rule stands on.
    pub facts: Vec<String>,
    /// The rule concludes from something that was not found, so it needs all of the app to have been seen.
    #[serde(default)]
    pub absence: bool,
    /// Tried in order; the first that a fact meets decides on it.
    pub cases: Vec<Case>,
    /// When one of these holds and nothing was found, the rule is not decided.
    #[serde(default)]
    pub undecided: Vec<Open>,
    /// When one of these holds and nothing was found, a person must look.
    #[serde(default)]
    pub manual: Vec<Open>,
    /// The finding in words, with `{fields}` of the facts.
    pub message: Pair,
    /// What the facts cannot show.
    pub limits: Pair,
    /// What a person must confirm.
    pub confirm: Pair,
    /// How to mend it.
    pub remedy: Pair,
}

/// Which set a rule belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The first set.
    Core,
    /// Further rules.
    Extended,
}

/// Whether a rule is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleStatus {
    /// Applied.
    Active,
    /// Rests on a draft instrument; applied only when drafts are asked for.
    Draft,
}

/// A side input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// A privacy policy or SDK list that could be read.
    PolicyText,
    /// Category of the app.
    AppCategory,
    /// Report of the version before.
    PreviousVersion,
    /// Play Data safety form.
    PlayDataSafetyForm,
    /// What the store says of the app.
    StoreMetadata,
    /// Domains of the operator.
    FirstPartyDomains,
}

impl Input {
    /// The word used in files and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PolicyText => "policy_text",
            Self::AppCategory => "app_category",
            Self::PreviousVersion => "previous_version",
            Self::PlayDataSafetyForm => "play_data_safety_form",
            Self::StoreMetadata => "store_metadata",
            Self::FirstPartyDomains => "first_party_domains",
        }
    }
}

/// One way to meet a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The facts gone through; absent means that the case is about the app as a whole.
    #[serde(default)]
    pub each: Option<Match>,
    /// What must hold besides; may name fields of the fact as `$field`.
    #[serde(default, rename = "if")]
    pub when: Option<Expr>,
    /// Fields whose values together make one finding; absent means `data` and `owner`.
    #[serde(default)]
    pub by: Option<Vec<String>>,
    /// How many facts a finding needs, such as `>=3`.
    #[serde(default)]
    pub count: Option<String>,
    /// Count different values of this field, not facts.
    #[serde(default)]
    pub distinct: Option<String>,
    /// What the case says.
    pub verdict: Verdict,
    /// How much its facts can be relied on.
    pub confidence: Confidence,
    /// Words of its own, in place of the rule's.
    #[serde(default)]
    pub message: Option<Pair>,
    /// Further facts kept as evidence.
    #[serde(default)]
    pub also: Vec<Match>,
}

/// A condition that leaves a rule open, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// When.
    #[serde(rename = "if")]
    pub when: Expr,
    /// Why, in words.
    pub why: Pair,
}

/// A condition over all facts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expr {
    /// Every one holds.
    All(Vec<Expr>),
    /// At least one holds.
    Any(Vec<Expr>),
    /// None of these holds.
    Not(Vec<Expr>),
    /// Some fact fits.
    Some(Box<Match>),
    /// No fact fits.
    None(Box<Match>),
    /// So many facts fit.
    Count(Box<Counted>),
}

/// How many facts fit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Which facts.
    pub of: Match,
    /// How many, such as `>=3`.
    pub is: String,
    /// Count different values of this field, not facts.
    #[serde(default)]
    pub distinct: Option<String>,
}
