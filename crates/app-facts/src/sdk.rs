//! Third-party code found inside the app; never a bare boolean.

use serde::{Deserialize, Serialize};

/// One piece of evidence that an SDK is inside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SdkEvidence {
    /// `package`, `component`, `native_lib`, `meta_data`, `asset`, `domain`, `string` or `class_fingerprint`.
    pub kind: String,
    /// What matched.
    pub value: String,
    /// How often.
    pub count: u32,
}

/// One SDK or library found inside the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SdkFact {
    /// Catalogue id.
    pub id: String,
    /// Chinese and English name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Vendor in Chinese.
    pub vendor_zh: String,
    /// Vendor in English.
    pub vendor_en: String,
    /// Home country code.
    pub country: Option<String>,
    /// Catalogue category.
    pub category: String,
    /// A code library, not a third party that could collect.
    pub is_library: bool,
    /// Evidence, sorted.
    pub evidence: Vec<SdkEvidence>,
    /// Some method of it is reachable.
    pub reachable: bool,
    /// Kinds of information that its code reads, sorted.
    pub data: Vec<String>,
}
