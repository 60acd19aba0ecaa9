//! What stands around the code: manifest switches, components, texts, boxes and behaviours that are no read of
//! information. Refuses to interpret them.

use serde::{Deserialize, Serialize};

use crate::{ChainFrame, Level, Owner, Phase, Site};

/// Switches of the manifest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own in the manifest"
)]
pub struct ManifestFacts {
    /// A manifest was read.
    pub read: bool,
    /// Backup of the app's data is allowed.
    pub allow_backup: bool,
    /// Rules say what a backup leaves out.
    pub backup_rules: bool,
    /// Cleartext traffic is allowed for every host: stated, or the default of the target level.
    pub cleartext: bool,
    /// A network security configuration is named.
    pub network_security_config: bool,
    /// Debuggable build.
    pub debuggable: bool,
    /// Shared user id.
    pub shared_user_id: Option<String>,
    /// `queries` asks for every app that has a launcher entry, which is nearly every app.
    pub queries_all: bool,
    /// Packages that `queries` names.
    pub query_packages: u32,
}

/// One component of the manifest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct ComponentFact {
    /// `activity`, `service`, `receiver`, `provider`.
    pub kind: String,
    /// Dalvik descriptor of the class.
    pub class: String,
    /// Who holds the class.
    pub owner: Owner,
    /// Other apps can reach it.
    pub exported: bool,
    /// Switched on.
    pub enabled: bool,
    /// Started from the launcher.
    pub launcher: bool,
    /// Permission that callers need.
    pub permission: Option<String>,
    /// Process of its own.
    pub process: Option<String>,
    /// Actions of its filters, sorted.
    pub actions: Vec<String>,
    /// Categories of its filters, sorted.
    pub categories: Vec<String>,
    /// Names and values of its meta-data, `name=value`, sorted.
    pub meta: Vec<String>,
    /// Authorities of a provider.
    pub authorities: Vec<String>,
}

/// A text, box or input field that belongs to a topic of the catalogues.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct ResourceFact {
    /// `text` (resource string), `code_text` (string in code), `layout_text`, `checkbox`, `input`, `asset`.
    pub kind: String,
    /// Topics of the catalogues that it speaks of, sorted.
    pub topics: Vec<String>,
    /// The text, shortened.
    pub value: String,
    /// Where: resource name, layout file, method.
    pub place: String,
    /// A box is ticked by default.
    pub checked: Option<bool>,
    /// Topics of other texts on the same page, sorted.
    pub page_topics: Vec<String>,
    /// Code that runs before the agreement names the page or text.
    pub first_screen: bool,
    /// `start`: named by code that runs before the agreement; `later`: by other code that can run; `none`: by no such
    /// code and no page; `unknown`: by a page of which no such code is known.
    pub shown: String,
}

/// One place where code does something that rules ask for and that reads no information.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Behaviour {
    /// Id of the behaviour in the catalogues.
    pub id: String,
    /// Dalvik descriptor that was called, overridden or read.
    pub api: String,
    /// Where.
    pub site: Site,
    /// Who holds the code.
    pub owner: Owner,
    /// Who started the chain.
    pub initiator: Owner,
    /// How sure that it can run.
    pub level: Level,
    /// When; `None` for code that no chain reaches.
    pub phase: Option<Phase>,
    /// Constants of the call, such as a package, an address or a number.
    pub values: Vec<String>,
    /// Other behaviours that the same method, or one that it calls, has.
    pub beside: Vec<String>,
    /// Chain from an entry point, entry first.
    pub chain: Vec<ChainFrame>,
    /// Hash of names that renaming leaves alone.
    pub key: String,
}
