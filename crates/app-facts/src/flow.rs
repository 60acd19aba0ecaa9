//! Flows of values from reads to sinks, and hosts; the fields are those of the report contract. Refuses to say what a
//! receiver does with a value.

use serde::{Deserialize, Serialize};

/// How sure a flow is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum FlowConfidence {
    /// Every step was shown.
    Confirmed,
    /// Some step rests on an approximation.
    #[default]
    Probable,
}

/// A method and a place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct FlowSite {
    /// Dalvik method.
    pub method: String,
    /// 16-bit code units from the method's start.
    pub offset: u32,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct FlowSource {
    /// What is called or read.
    pub api: String,
    /// Where.
    pub site: FlowSite,
}

/// Where a value goes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct FlowSink {
    /// What is called or written.
    pub api: String,
    /// `network`, `log`, `file`, `sms`, `ipc`, `webview`, `sdk`, `clipboard`, `storage` or `other`.
    pub kind: String,
    /// Where.
    pub site: FlowSite,
    /// Host, when an address is known.
    pub host: Option<String>,
    /// Scheme of that address.
    pub scheme: Option<String>,
    /// Catalogue id of the SDK that receives it.
    pub recipient: Option<String>,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct FlowStep {
    /// Dalvik method.
    pub method: String,
    /// 16-bit code units from the method's start.
    pub offset: u32,
    /// Source line.
    pub line: Option<u32>,
    /// Short owner of the method's class.
    pub owner: String,
    /// What happens there.
    pub what: String,
}

/// A value's path from a source to a sink.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Flow {
    /// Kinds of information, sorted.
    pub data: Vec<String>,
    /// Where it comes from.
    pub source: FlowSource,
    /// Where it goes.
    pub sink: FlowSink,
    /// How sure.
    pub confidence: FlowConfidence,
    /// What is done to it on the way, such as `hash:md5`.
    pub transforms: Vec<String>,
    /// Imprecision met on the way.
    pub cuts: Vec<String>,
    /// Hash of names that renaming leaves alone.
    pub key: String,
    /// Steps from source to sink.
    pub path: Vec<FlowStep>,
}

/// A host that the app names or talks to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct HostFact {
    /// Name.
    pub host: String,
    /// `first_party`, `sdk`, `hosting` or `unknown`.
    pub role: String,
    /// Catalogue id of the SDK whose host it is.
    pub sdk: Option<String>,
    /// Two-letter country, when something tells.
    pub country: Option<String>,
    /// What tells it.
    pub country_basis: Option<String>,
    /// Schemes seen, sorted.
    pub schemes: Vec<String>,
    /// `flow` or `string`.
    pub seen: String,
}
