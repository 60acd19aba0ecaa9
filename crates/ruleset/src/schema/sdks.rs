//! SDKs and libraries, known by package prefix.

use serde::{Deserialize, Serialize};

use super::Names;
use crate::Text;

/// One SDK or library; one file each.
///
/// An entry needs at least one identifying fact: a package, a component, a native library, an asset, a meta-data key or
/// a string. Names under `packages` are Java package or class prefixes; all other names are compared whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sdk<'a> {
    /// `privlens/sdk/2`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Stable id.
    pub id: Text<'a>,
    /// Names.
    pub name: Names<'a>,
    /// Vendor.
    pub vendor: Names<'a>,
    /// Other names of the vendor: legal names, affiliates that publish the same SDK.
    #[serde(default)]
    pub vendor_aliases: Vec<Text<'a>>,
    /// Home country code, when known.
    #[serde(default)]
    pub country: Option<Text<'a>>,
    /// Category of service.
    pub category: Text<'a>,
    /// SDK or plain code library.
    pub kind: SdkKind,
    /// Names under which privacy policies and SDK lists mention it.
    #[serde(default)]
    pub aliases: Vec<Text<'a>>,
    /// Anchored Java package prefixes; the longest wins.
    #[serde(default)]
    pub packages: Vec<Text<'a>>,
    /// Prefixes below `packages` that do not belong to it.
    #[serde(default)]
    pub exceptions: Vec<Text<'a>>,
    /// Class names of manifest components.
    #[serde(default)]
    pub components: Vec<Text<'a>>,
    /// Meta-data keys of the manifest.
    #[serde(default)]
    pub meta_data: Vec<Text<'a>>,
    /// File names of native libraries.
    #[serde(default)]
    pub native_libs: Vec<Text<'a>>,
    /// Paths in the APK; one that ends in `/` is a folder.
    #[serde(default)]
    pub assets: Vec<Text<'a>>,
    /// Host names it talks to; a host below one of them counts too.
    #[serde(default)]
    pub domains: Vec<Text<'a>>,
    /// String constants that only this SDK holds; never words that occur elsewhere.
    #[serde(default)]
    pub strings: Vec<Text<'a>>,
    /// What the vendor's own disclosure says it takes.
    #[serde(default)]
    pub discloses: Option<Discloses<'a>>,
    /// Address of the vendor's privacy policy.
    #[serde(default)]
    pub policy_url: Option<Text<'a>>,
    /// Methods that matter for consent.
    #[serde(default)]
    pub init: Vec<InitMethod<'a>>,
    /// Manifest meta-data that switches collection off.
    #[serde(default)]
    pub opt_out: Vec<OptOut<'a>>,
    /// Licence of the entry's facts when they are not the project's own.
    #[serde(default)]
    pub licence: Option<Text<'a>>,
    /// Ids of SDKs that its own binary contains.
    #[serde(default)]
    pub bundles: Vec<Text<'a>>,
    /// Ids of SDKs on whose behalf it works, such as the push service behind a vendor channel.
    #[serde(default)]
    pub proxies: Vec<Text<'a>>,
    /// Where each fact was seen.
    #[serde(default)]
    pub sources: Vec<SeenFact<'a>>,
}

/// Entries taken over from one source under its own licence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkListFile<'a> {
    /// `privlens/sdk-list/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// SPDX name of the licence; every entry gets it.
    pub licence: Text<'a>,
    /// Whom to name.
    pub attribution: Text<'a>,
    /// The entries.
    pub sdks: Vec<Sdk<'a>>,
}

/// What the vendor says the SDK takes. Ids are those of the taxonomy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discloses<'a> {
    /// Always.
    #[serde(borrow, default)]
    pub required: Vec<Text<'a>>,
    /// Only with some function, or unless a switch is set.
    #[serde(default)]
    pub optional: Vec<Text<'a>>,
    /// Methods that switch optional collection, as `Lpkg/Cls;->name`.
    #[serde(default)]
    pub switches: Vec<Text<'a>>,
    /// True when the vendor says it takes no personal information.
    #[serde(default)]
    pub none: bool,
}

/// A method that starts an SDK or tells it about consent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitMethod<'a> {
    /// `Lpkg/Cls;->name`, all overloads, or with a prototype.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// What a call means.
    pub role: InitRole,
}

/// What calling such a method means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InitRole {
    /// Starts the SDK; collection may begin.
    Init,
    /// Prepares it; by the vendor's word nothing is collected yet.
    PreInit,
    /// Tells it whether the user agreed.
    Consent,
    /// Switches collection on or off.
    Switch,
}

/// Manifest meta-data that switches collection off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptOut<'a> {
    /// The key.
    #[serde(borrow)]
    pub key: Text<'a>,
    /// The value that switches off.
    pub value: Text<'a>,
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
