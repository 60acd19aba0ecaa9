//! What a run was made with; refuses anything that the same input could not reproduce.

/// Version of the JSON report, the value of its `schema` field.
pub(crate) const SCHEMA: &str = "privlens-report/1";

/// The tool, the knowledge and the options behind one report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RunInfo {
    /// Version of the program.
    pub tool_version: String,
    /// Version of the ruleset.
    pub ruleset_version: String,
    /// Lowercase hex SHA-256 over the catalogues that shape facts.
    pub knowledge_sha256: String,
    /// Lowercase hex SHA-256 over rules, clauses and texts; empty while there are none.
    pub rules_sha256: String,
    /// Jurisdictions asked for, such as `cn`.
    pub jurisdictions: Vec<String>,
    /// Date that selects clause numbering and rule status, `YYYY-MM-DD`.
    pub as_of: String,
    /// Categories of the app as given on the command line; empty when not known.
    pub categories: Vec<String>,
}
