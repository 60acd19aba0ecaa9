//! Permissions, and which APIs, URIs and actions need them.

use serde::{Deserialize, Serialize};

use super::Need;
use crate::Text;

/// The file of permissions.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PermissionFile<'a> {
    /// `privlens/permissions/1`.
    #[serde(borrow, default)]
    pub format: Text<'a>,
    /// Permissions.
    pub permissions: Vec<Permission<'a>>,
}

/// One permission over the API levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission<'a> {
    /// Name.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Permission group.
    #[serde(default)]
    pub group: Option<Text<'a>>,
    /// Protection by level range.
    #[serde(default)]
    pub levels: Vec<LevelProtection<'a>>,
    /// First level.
    #[serde(default)]
    pub since: Option<u32>,
    /// First level without it.
    #[serde(default)]
    pub removed: Option<u32>,
    /// Chinese label.
    #[serde(default)]
    pub zh: Option<Text<'a>>,
    /// English label.
    #[serde(default)]
    pub en: Option<Text<'a>>,
    /// Where the facts come from, when not the platform.
    #[serde(default)]
    pub origin: Option<Text<'a>>,
}

/// Protection level on a range of API levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelProtection<'a> {
    /// Range.
    #[serde(borrow)]
    pub api: Text<'a>,
    /// `normal`, `dangerous`, `signature`, with flags after `|`.
    pub protection: Text<'a>,
}

/// The permission needs of one API.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiNeed<'a> {
    /// Dalvik method or field.
    #[serde(borrow)]
    pub api: Text<'a>,
    /// Needs by level range.
    pub ranges: Vec<ApiNeedRange<'a>>,
}

/// The need of one API on a range of levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiNeedRange<'a> {
    /// Range.
    #[serde(borrow)]
    pub levels: Text<'a>,
    /// The permissions.
    pub permissions: Vec<Text<'a>>,
    /// All are needed (else any).
    pub all: bool,
    /// Needed only in some cases.
    pub conditional: bool,
}

/// The file of URI needs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UriNeedFile<'a> {
    /// `privlens/uri-needs/1`.
    #[serde(borrow, default)]
    pub format: Text<'a>,
    /// Needs.
    pub uris: Vec<UriNeed<'a>>,
}

/// Permissions that a content URI needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UriNeed<'a> {
    /// URI prefix.
    #[serde(borrow)]
    pub uri: Text<'a>,
    /// Needs for reading.
    #[serde(default)]
    pub read: Vec<Need<'a>>,
    /// Needs for writing.
    #[serde(default)]
    pub write: Vec<Need<'a>>,
    /// Where the fact comes from.
    #[serde(default)]
    pub origin: Option<Text<'a>>,
}

/// The file of action needs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ActionNeedFile<'a> {
    /// `privlens/action-needs/1`.
    #[serde(borrow, default)]
    pub format: Text<'a>,
    /// Needs.
    pub actions: Vec<ActionNeed<'a>>,
}

/// Permissions that using an intent action or a component type needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionNeed<'a> {
    /// Intent action.
    #[serde(borrow)]
    pub action: Text<'a>,
    /// `send`, `receive` or `bind`.
    #[serde(default)]
    pub r#use: Option<Text<'a>>,
    /// Needs.
    #[serde(default)]
    pub needs: Vec<Need<'a>>,
    /// Where the fact comes from.
    #[serde(default)]
    pub origin: Option<Text<'a>>,
    /// Remark.
    #[serde(default)]
    pub note: Option<Text<'a>>,
}
