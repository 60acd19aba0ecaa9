//! Kinds of personal information.

use serde::{Deserialize, Serialize};

use super::Names;
use crate::Text;

/// One file of kinds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindFile<'a> {
    /// `privlens/taxonomy/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// The kinds.
    pub kinds: Vec<Kind<'a>>,
}

/// One kind of personal information.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind<'a> {
    /// Stable id, never reused.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Group of kinds.
    pub group: Text<'a>,
    /// Chinese name.
    pub zh: Text<'a>,
    /// English name.
    pub en: Text<'a>,
    /// Sensitive by law or guide.
    pub sensitive: Sensitivity,
    /// How loudly a read is reported.
    #[serde(default)]
    pub weight: Weight,
    /// The user can reset it.
    #[serde(default)]
    pub resettable: Option<bool>,
    /// Permissions that usually guard it.
    #[serde(default)]
    pub permissions: Vec<Text<'a>>,
    /// What static analysis can see of it.
    #[serde(default, rename = "static")]
    pub view: StaticView,
    /// Remark.
    #[serde(default)]
    pub note: Option<Names<'a>>,
}

/// Whether the kind is sensitive personal information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// Sensitive by law or guide.
    Yes,
    /// Depends on use, join or amount.
    Contextual,
    /// Ordinary.
    No,
}

/// How loudly a read is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Each access is shown.
    #[default]
    Normal,
    /// Low-value profile facts: one line per owner.
    Background,
}

/// What static analysis of the code can see of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaticView {
    /// An API, URI or constant gives it away.
    #[default]
    Visible,
    /// Typed by the user.
    Input,
    /// Computed from other kinds.
    Derived,
    /// Nothing to see.
    None,
}
