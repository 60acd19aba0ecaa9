//! What start-up does, in order, and chains that were asked for. Refuses to say whether any of it is allowed.

use serde::{Deserialize, Serialize};

use crate::{ChainFrame, Owner, Phase, Site};

/// One step of start-up, or a call that starts an SDK.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TimelineStep {
    /// `entry`, `init`, `pre_init`, `consent`, `switch`, `read`, `request` or `dialog`.
    pub kind: String,
    /// Entry word, method of the SDK, kind of information, or permissions joined by a comma.
    pub what: String,
    /// The SDK that is started.
    pub sdk: Option<String>,
    /// Who holds the code.
    pub owner: Owner,
    /// Who started the chain.
    pub initiator: Owner,
    /// When it happens; `None` for code that no chain reaches.
    pub phase: Option<Phase>,
    /// Where.
    pub site: Site,
    /// The chain that proves the phase, entry first.
    pub chain: Vec<ChainFrame>,
}

/// A chain that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CallChain {
    /// What was asked for: the method, or the kind of information that the last frame reads.
    pub what: String,
    /// When its first method runs.
    pub phase: Option<Phase>,
    /// Frames, first caller first.
    pub chain: Vec<ChainFrame>,
}
