//! What the caller says about the app and the run; refuses to guess any of it.

/// What is known of the version before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Previous {
    /// Kinds of information that it read.
    pub data: Vec<String>,
    /// SDKs inside.
    pub sdks: Vec<String>,
    /// Permissions declared.
    pub permissions: Vec<String>,
}

/// Options of one evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EvalOptions {
    /// Jurisdictions: `cn`, `eu`, `play`, `us`; empty means `cn`.
    pub jurisdictions: Vec<String>,
    /// Date that selects rule status and clause numbers, `YYYY-MM-DD`.
    pub as_of: String,
    /// Category ids; several mean the union.
    pub categories: Vec<String>,
    /// The app's operator.
    pub operator: Option<String>,
    /// Companies of the same group.
    pub affiliates: Vec<String>,
    /// Domains of the operator.
    pub first_party_domains: Vec<String>,
    /// Rules that rest on draft instruments are applied.
    pub drafts: bool,
    /// The version before.
    pub previous: Option<Previous>,
    /// Name of the app in the store.
    pub store_name: Option<String>,
    /// Only these rules; empty means all.
    pub only: Vec<String>,
}
