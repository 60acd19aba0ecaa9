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

/// How sure it is that an SDK is inside.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum SdkConfidence {
    /// Its own classes, components, native libraries or files are there under their own names.
    #[default]
    Confirmed,
    /// Its code is there under other names.
    Fingerprint,
    /// Only texts or addresses point at it.
    Possible,
}

/// A call that starts an SDK or tells it of the user's agreement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct SdkInit {
    /// The method called, as the catalogue writes it.
    pub method: String,
    /// `init`, `pre_init`, `consent` or `switch`.
    pub role: String,
    /// The method that holds the call.
    pub caller: String,
    /// Who holds the calling code: `app`, `unknown` or a catalogue id.
    pub by: String,
    /// Some entry point reaches the call.
    pub reachable: bool,
}

/// One SDK or library found inside the app.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// How sure it is.
    #[serde(default)]
    pub confidence: SdkConfidence,
    /// The version, when one known version alone fits.
    #[serde(default)]
    pub version: Option<String>,
    /// Known versions that fit best, when several do or none does exactly.
    #[serde(default)]
    pub version_range: Option<String>,
    /// The SDK whose own binary brings it along.
    #[serde(default)]
    pub bundled_in: Option<String>,
    /// Calls that start it, sorted.
    #[serde(default)]
    pub init: Vec<SdkInit>,
    /// Classes of it that the app defines.
    #[serde(default)]
    pub classes: u32,
    /// Its methods hold no code worth the name: an empty package, an interface, or a stub.
    #[serde(default)]
    pub is_stub: bool,
    /// The manifest switches its collection off; the key that does.
    #[serde(default)]
    pub opted_out: Option<String>,
    /// Licence of the catalogue entry, when it is not the project's own.
    #[serde(default)]
    pub licence: Option<String>,
}
