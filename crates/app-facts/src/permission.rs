//! Verdicts on permissions; refuses to say whether a permission is needed.

use serde::{Deserialize, Serialize};

/// What the code does with a permission. The words are the contract's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PermissionStatus {
    /// Code of the app itself (or of nobody known) uses it.
    Used,
    /// Only SDK or library code uses it.
    UsedBySdkOnly,
    /// Declared; nothing that was looked at uses it.
    Unused,
    /// Declared; no use is known to the tables, or part of the app could not be seen.
    Unknown,
    /// Not declared, yet code needs it.
    UsedUndeclared,
}

/// One permission and its verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionFact {
    /// Permission name.
    pub name: String,
    /// Base protection level on the newest API level that defines it, or `custom` / `unknown`.
    pub protection: String,
    /// Declared by `uses-permission`.
    pub declared: bool,
    /// `maxSdkVersion` of the declaration.
    pub max_sdk: Option<u32>,
    /// `usesPermissionFlags` words.
    pub flags: Vec<String>,
    /// Verdict.
    pub status: PermissionStatus,
    /// Indexes into `AppFacts::accesses` that need it.
    pub accesses: Vec<usize>,
    /// Places that use it without reading personal information: API, method, offset and owner.
    pub uses: Vec<PermissionUse>,
    /// Short owners, sorted.
    pub owners: Vec<String>,
    /// Why the verdict is what it is, when that is not plain.
    pub why: Option<String>,
}

/// One use of a permission.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PermissionUse {
    /// API, URI or action that needs the permission.
    pub api: String,
    /// Method that uses it.
    pub method: String,
    /// Code-unit offset in the method.
    pub offset: u32,
    /// Short owner.
    pub owner: String,
    /// A chain from an entry point exists.
    pub reachable: bool,
}
