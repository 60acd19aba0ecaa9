//! All small catalogues together; the framework model stands apart because of its size.

use serde::{Deserialize, Serialize};

use super::Packer;
use super::dataflow::DataFlow;
use super::judging::Judging;
use super::{
    ActionNeed, ApiNeed, CallbackFile, ConsentFile, Consumer, EntryPointSet, Group, Kind,
    Permission, PolicyWords, Sdk, UriNeed, Wrapper,
};
use super::{Framework, LoaderFile, NativeFile, RepeatFile, RequestFile};
use crate::Text;

/// A text in Chinese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names<'a> {
    /// Chinese.
    #[serde(borrow)]
    pub zh: Text<'a>,
    /// English.
    pub en: Text<'a>,
}

/// Version and date of the catalogues.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release<'a> {
    /// `privlens/release/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Version.
    pub version: Text<'a>,
    /// Release date, `YYYY-MM-DD`: the default of `--as-of`.
    pub date: Text<'a>,
}

/// Every catalogue but the framework model, each sorted by id.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Catalogues<'a> {
    /// Version and date.
    #[serde(borrow)]
    pub release: Release<'a>,
    /// Kinds of personal information by id.
    pub kinds: Vec<Kind<'a>>,
    /// Access points by group id.
    pub groups: Vec<Group<'a>>,
    /// Consumers by method.
    pub consumers: Vec<Consumer<'a>>,
    /// Wrappers by method.
    pub wrappers: Vec<Wrapper<'a>>,
    /// Entry points by component kind.
    pub entry_points: Vec<EntryPointSet<'a>>,
    /// Callbacks of the framework and of well-known libraries.
    pub callbacks: CallbackFile<'a>,
    /// What tells of the user's agreement.
    pub consent: ConsentFile<'a>,
    /// SDKs and libraries by id.
    pub sdks: Vec<Sdk<'a>>,
    /// Packers by id.
    pub packers: Vec<Packer<'a>>,
    /// Permissions by name.
    pub permissions: Vec<Permission<'a>>,
    /// API needs by API.
    pub api_needs: Vec<ApiNeed<'a>>,
    /// URI needs by URI.
    pub uri_needs: Vec<UriNeed<'a>>,
    /// Action needs by action.
    pub action_needs: Vec<ActionNeed<'a>>,
    /// How values pass, leave, enter and are handed over.
    pub data_flow: DataFlow<'a>,
    /// Words by which privacy policies are read.
    pub policy: PolicyWords<'a>,
    /// Cross-platform frameworks by id.
    pub frameworks: Vec<Framework<'a>>,
    /// Native code.
    pub native: NativeFile<'a>,
    /// Requests for permissions.
    pub requests: RequestFile<'a>,
    /// Repetition.
    pub repeats: RepeatFile<'a>,
    /// Loading of code.
    pub loading: LoaderFile<'a>,
    /// Rules and their tables.
    pub judging: Judging<'a>,
}
