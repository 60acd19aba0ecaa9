//! The whole of what rules and reports may know; refuses program ids and lifetimes.

use serde::{Deserialize, Serialize};

use crate::EmbeddedFacts;
use crate::{Access, AppIdentity, Coverage, Disclosure, Gap, PermissionFact, SdkFact};
use crate::{
    Behaviour, ComponentFact, Flow, HostFact, Judgement, ManifestFacts, PermissionRequest,
    ResourceFact,
};
use crate::{CallChain, TimelineStep};

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
    /// What the documents say and how it differs; empty when there is none.
    #[serde(default)]
    pub disclosure: Disclosure,
    /// Flows sorted by key, then source.
    #[serde(default)]
    pub flows: Vec<Flow>,
    /// Hosts sorted by name.
    #[serde(default)]
    pub hosts: Vec<HostFact>,
    /// What start-up does in its order; then the calls that start SDKs later.
    #[serde(default)]
    pub timeline: Vec<TimelineStep>,
    /// Chains that were asked for.
    #[serde(default)]
    pub calls: Vec<CallChain>,
    /// Run-time requests sorted by site.
    #[serde(default)]
    pub permission_requests: Vec<PermissionRequest>,
    /// Code outside the app's own DEX files.
    #[serde(default)]
    pub embedded: EmbeddedFacts,
    /// Switches of the manifest.
    #[serde(default)]
    pub manifest: ManifestFacts,
    /// Components of the manifest, sorted.
    #[serde(default)]
    pub components: Vec<ComponentFact>,
    /// Texts, boxes and fields that belong to a topic, sorted.
    #[serde(default)]
    pub resources: Vec<ResourceFact>,
    /// What code does that rules ask for and that reads no information, sorted by key, then site.
    #[serde(default)]
    pub behaviours: Vec<Behaviour>,
    /// What the rules say; empty until they have run.
    #[serde(default)]
    pub judgement: Judgement,
    /// What was looked at.
    pub coverage: Coverage,
    /// What was not, sorted.
    pub gaps: Vec<Gap>,
}
