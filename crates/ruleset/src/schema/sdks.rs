//! SDKs and libraries, known by package prefix.

use serde::{Deserialize, Serialize};

use super::Names;
use crate::Text;

/// One SDK or library; one file each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sdk<'a> {
    /// `privlens/sdk/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Stable id.
    pub id: Text<'a>,
    /// Names.
    pub name: Names<'a>,
    /// Vendor.
    pub vendor: Names<'a>,
    /// Home country code, when known.
    #[serde(default)]
    pub country: Option<Text<'a>>,
    /// Category of service.
    pub category: Text<'a>,
    /// SDK or plain code library.
    pub kind: SdkKind,
    /// Anchored Java package prefixes; the longest wins.
    pub packages: Vec<Text<'a>>,
    /// Where each fact was seen.
    #[serde(default)]
    pub sources: Vec<SeenFact<'a>>,
}

/// SDK or plain code library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SdkKind {
    /// Could read or send information on a third party's account.
    Sdk,
    /// Neither reads nor sends on its own account.
    Library,
}

/// Where a fact was seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenFact<'a> {
    /// Field of the entry.
    #[serde(borrow)]
    pub fact: Text<'a>,
    /// Where.
    pub seen: Text<'a>,
    /// When, `YYYY-MM-DD`.
    #[serde(default)]
    pub date: Option<Text<'a>>,
}
