//! Cross-platform frameworks: how they are told, where their bundles lie, what their script interfaces read.

use serde::{Deserialize, Serialize};

use super::Names;
use crate::Text;

/// One framework.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework<'a> {
    /// `privlens/framework/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Stable id.
    pub id: Text<'a>,
    /// Its name.
    pub name: Names<'a>,
    /// Any one of these shows that it is inside.
    pub markers: Vec<Marker<'a>>,
    /// Where its version stands; the first that gives one counts.
    #[serde(default)]
    pub version: Vec<VersionSource<'a>>,
    /// Settings that reports name.
    #[serde(default)]
    pub settings: Vec<SettingSource<'a>>,
    /// Where its bundles lie.
    #[serde(default)]
    pub bundles: Vec<BundleRow<'a>>,
    /// Entries that name the classes of its plug-ins: patterns as in [`Marker::entry`].
    #[serde(default)]
    pub plugins: Vec<Text<'a>>,
    /// Interfaces through which its scripts read information.
    #[serde(default)]
    pub apis: Vec<ScriptApi<'a>>,
    /// Public pages that show these facts.
    pub sources: Vec<Text<'a>>,
}

/// One sign of a framework: exactly one key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marker<'a> {
    /// Pattern of an entry's name: `*` for any characters but `/`, `**` for any.
    #[serde(borrow, default)]
    pub entry: Option<Text<'a>>,
    /// Descriptor of a class that the app defines.
    #[serde(default)]
    pub class: Option<Text<'a>>,
}

/// Where a version stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionSource<'a> {
    /// Pattern of an entry's name.
    #[serde(borrow)]
    pub entry: Text<'a>,
    /// Pattern of the text: `#` digits, `*` a word, a blank for white space, the version in braces.
    pub pattern: Text<'a>,
    /// What the version is of, when not of the framework itself; it then stands before the version.
    #[serde(default)]
    pub of: Option<Text<'a>>,
}

/// A setting of the framework that reports name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingSource<'a> {
    /// Name in reports.
    #[serde(borrow)]
    pub key: Text<'a>,
    /// Pattern of an entry's name.
    pub entry: Text<'a>,
    /// Pattern of the text as in [`VersionSource::pattern`]; without one, that the entry exists gives `present`.
    #[serde(default)]
    pub pattern: Option<Text<'a>>,
}

/// Where bundles of code lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleRow<'a> {
    /// Pattern of an entry's name.
    #[serde(borrow)]
    pub entry: Text<'a>,
    /// What they hold.
    pub form: BundleForm,
}

/// What a bundle holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleForm {
    /// JavaScript source, unless its first bytes say otherwise.
    Script,
    /// Dart compiled ahead of time.
    DartAot,
    /// Managed code compiled ahead of time by Unity.
    Il2cpp,
    /// Managed libraries.
    Managed,
    /// Lua.
    Lua,
    /// Native code of an engine.
    Native,
    /// Another language without readable source.
    Opaque,
}

/// An interface through which scripts read information: exactly one of `call` and `text`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScriptApi<'a> {
    /// An object and its members, `uni.getLocation`.
    #[serde(borrow, default)]
    pub call: Option<Text<'a>>,
    /// Name of a plug-in, module or channel.
    #[serde(default)]
    pub text: Option<Text<'a>>,
    /// Taxonomy ids.
    pub data: Vec<Text<'a>>,
    /// Permissions that it needs, where it needs any.
    #[serde(default)]
    pub permissions: Vec<Text<'a>>,
}

impl ScriptApi<'_> {
    /// The name looked for.
    pub fn name(&self) -> &str {
        self.call
            .as_deref()
            .or(self.text.as_deref())
            .unwrap_or_default()
    }
}
