//! Run-time requests for permissions; the fields are those of the report contract. Refuses to say whether a request is
//! needed.

use serde::{Deserialize, Serialize};

use crate::{ChainFrame, Owner, Phase, Site};

/// One place that asks for permissions while running.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PermissionRequest {
    /// Permissions asked for, sorted; empty when not constant.
    pub permissions: Vec<String>,
    /// Where.
    pub site: Site,
    /// Who holds the code.
    pub owner: Owner,
    /// When; `None` for code that no chain reaches.
    pub phase: Option<Phase>,
    /// Chain from an entry point, entry first.
    pub chain: Vec<ChainFrame>,
    /// Text shown before the request, when one was seen.
    pub rationale: Option<String>,
    /// `continues`, `asks_again`, `exits` or `unknown`.
    pub on_denied: String,
    /// What `exits` ends: `app`, or `page` when the page that asked is not the launcher's and closes alone; else empty.
    #[serde(default)]
    pub exit_scope: String,
    /// What the app remembers of the last request and waits for: `time`, `once` (a flag that nothing takes back), `none`.
    #[serde(default)]
    pub spacing: String,
}
