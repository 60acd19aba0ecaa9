//! The whole of what rules and reports may know; refuses program ids and lifetimes.

use serde::{Deserialize, Serialize};

use crate::{Access, AppIdentity, Coverage, Gap, PermissionFact, SdkFact};

/// Version of the serialised form of [`AppFacts`].
pub const FACTS_FORMAT: &str = "privlens-facts/1";

/// Everything known about one app.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AppFacts {
    /// [`FACTS_FORMAT`].
    pub format: String,
    /// Who the app is.
    pub app: AppIdentity,
    /// Permissions sorted by name.
    pub permissions: Vec<PermissionFact>,
    /// Accesses sorted by key, then site.
    pub accesses: Vec<Access>,
    /// Third-party code sorted by id.
    pub sdks: Vec<SdkFact>,
    /// What was looked at.
    pub coverage: Coverage,
    /// What was not, sorted.
    pub gaps: Vec<Gap>,
}
