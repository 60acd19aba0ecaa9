//! Results of rules: findings, checks, the coverage matrix. Refuses legal conclusions: every result is evidence for a
//! reviewer.

use serde::{Deserialize, Serialize};

use crate::Owner;

/// What a rule says of an app. The words are the contract's.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// All facts that the rule asks for were found.
    Evidence,
    /// One link is uncertain.
    Suspected,
    /// The app could; no call was shown to be reachable.
    Capability,
    /// Facts cannot decide; a person or a device must.
    Manual,
    /// An input or a part of the app is missing.
    #[default]
    NotEvaluated,
    /// Looked for and not found in what was looked at.
    NotFound,
}

impl Verdict {
    /// The word of the report contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Suspected => "suspected",
            Self::Capability => "capability",
            Self::Manual => "manual",
            Self::NotEvaluated => "not_evaluated",
            Self::NotFound => "not_found",
        }
    }
}

/// Weight of a rule, which is not a legal class.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Context.
    #[default]
    Info,
    /// Formal.
    Low,
    /// Capability or missing notice.
    Medium,
    /// Strong evidence of excess or of missing disclosure.
    High,
    /// Leaves the device, precedes the agreement, or contradicts the app's own statement.
    Critical,
}

impl Severity {
    /// The word of the report contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

/// How much the facts behind a finding can be relied on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A weak hint.
    Low,
    /// One step rests on an approximation.
    #[default]
    Medium,
    /// Each step was shown.
    High,
}

impl Confidence {
    /// The word of the report contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A pointer to a fact of the report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EvidenceRef {
    /// `access`, `flow`, `sdk`, `permission`, `permission_request`, `component`, `resource`, `policy`, `behaviour`.
    pub kind: String,
    /// Id of the fact in the report, or its name.
    #[serde(rename = "ref")]
    pub id: String,
}

/// One finding: a kind of information, a holder, a behaviour, and all that speaks for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Finding {
    /// Stable across versions of the app.
    pub id: String,
    /// Rule that speaks first.
    pub rule: String,
    /// `Evidence`, `Suspected` or `Capability`.
    pub verdict: Verdict,
    /// The rule's own.
    pub severity: Severity,
    /// How much the facts can be relied on.
    pub confidence: Confidence,
    /// Why the confidence is what it is, as stable words.
    pub confidence_why: Vec<String>,
    /// 1 is the first to read.
    pub rank: u32,
    /// Title of the rule.
    pub title: Words,
    /// The finding with its facts.
    pub message: Words,
    /// What the facts cannot show.
    pub limits: Words,
    /// What a person must confirm.
    pub confirm: Words,
    /// How to mend it.
    pub remedy: Words,
    /// Clauses it speaks to.
    pub clauses: Vec<String>,
    /// Those of them whose number was not compared with the official text.
    pub clauses_unchecked: Vec<String>,
    /// Name of the problem in notices of the Ministry of Industry and Information Technology.
    pub miit_issue: Option<String>,
    /// Other rules that the same facts meet.
    pub related_rules: Vec<String>,
    /// Kinds of information.
    pub data: Vec<String>,
    /// Who holds the code; `None` when the finding is about the app as a whole.
    pub owner: Option<Owner>,
    /// Facts it stands on.
    pub evidence: Vec<EvidenceRef>,
    /// Facts beyond those that `evidence` keeps.
    #[serde(default)]
    pub evidence_more: u32,
}

/// One enabled rule and what it said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Check {
    /// Rule id.
    pub rule: String,
    /// What it said.
    pub result: Verdict,
    /// Ids of its findings.
    pub findings: Vec<String>,
    /// Inputs that were not given.
    pub missing_inputs: Vec<String>,
    /// Why it was not decided.
    pub why: Option<Words>,
}

/// One item of a regulation and how far this run decides it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MatrixRow {
    /// Clause id.
    pub item: String,
    /// What the item is about, in own words.
    pub title: Words,
    /// `static`, `support`, `device` or `person`.
    pub decided_by: String,
    /// The strongest result of its rules.
    pub result: Verdict,
    /// Rules that speak to it.
    pub rules: Vec<String>,
    /// What to do on a device or by a person.
    pub plan: Option<Words>,
}

/// One row of the two lists.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ListRow {
    /// Kind of information; empty in a row about a party without any.
    pub data: String,
    /// Name of the kind.
    pub name: Words,
    /// Party that reads or receives it: `app` or an SDK id.
    pub party: String,
    /// Name of the party.
    pub party_name: Words,
    /// Company behind it.
    pub company: Words,
    /// Business of the party.
    pub business: String,
    /// How: `read`, `sent`, `both`.
    pub how: String,
    /// Phases in which it is read.
    pub phases: Vec<String>,
    /// Permissions that guard it and that the app declares.
    pub permissions: Vec<String>,
    /// Hosts that receive it.
    pub hosts: Vec<String>,
    /// Purpose as the documents state it.
    pub purpose: Option<String>,
    /// `exact`, `umbrella`, `vendor`, `absent`, or `None` without documents.
    pub declared: Option<String>,
    /// Evidence.
    pub evidence: Vec<EvidenceRef>,
}

/// What the rules made of an app.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Judgement {
    /// Findings by rank.
    pub findings: Vec<Finding>,
    /// Every enabled rule, sorted by id.
    pub checks: Vec<Check>,
    /// Items of regulations in their own order.
    pub matrix: Vec<MatrixRow>,
    /// Information collected.
    pub collected: Vec<ListRow>,
    /// Information shared with third parties.
    pub shared: Vec<ListRow>,
    /// Remarks on the category given.
    pub notes: Vec<Words>,
}
