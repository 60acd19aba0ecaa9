//! Word lists of the data-flow knowledge, and the whole of it. Refuses unknown keys.

use serde::{Deserialize, Serialize};

use super::ClassTable;
use crate::Text;

/// All data-flow knowledge.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DataFlow<'a> {
    /// How values pass; cells for [`parse_effects`](super::parse_effects).
    #[serde(borrow)]
    pub summaries: ClassTable<'a>,
    /// Calls by which values leave; cells for [`Sink::parse`](super::Sink::parse).
    pub sinks: ClassTable<'a>,
    /// Calls that open a way out; cells for [`Opener::parse`](super::Opener::parse).
    pub openers: ClassTable<'a>,
    /// Where values come from; cells for [`FlowSource::parse`](super::FlowSource::parse).
    pub sources: ClassTable<'a>,
    /// Calls that hand values over; cells for [`ChannelEnd::parse`](super::ChannelEnd::parse).
    pub channels: ClassTable<'a>,
    /// Text fields by kind of information.
    pub inputs: Vec<InputField<'a>>,
    /// Columns of providers.
    pub columns: Vec<CursorColumns<'a>>,
    /// Libraries that are taken as the framework is.
    pub toolkits: Vec<Toolkit<'a>>,
    /// Host names.
    pub hosts: HostFile<'a>,
    /// Framework members that rows name and the framework model lacks.
    pub not_in_model: Vec<Text<'a>>,
}

/// The file of text fields.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputFile<'a> {
    /// `privlens/flow-inputs/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Fields in the order in which they are tried: the first that fits wins.
    pub inputs: Vec<InputField<'a>>,
}

/// What tells that a text field holds some information.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputField<'a> {
    /// Kind of information.
    #[serde(borrow)]
    pub data: Text<'a>,
    /// Values of `android:inputType` that tell alone: class bits and variation bits, compared under `0xfff`.
    #[serde(default)]
    pub input_types: Vec<u32>,
    /// Values of `android:autofillHints`, lower case.
    #[serde(default)]
    pub autofill: Vec<Text<'a>>,
    /// Words in the hint, label or content description, lower case; a Latin word is met at word borders, a Chinese
    /// one anywhere.
    #[serde(default)]
    pub hint: Vec<Text<'a>>,
    /// Words in the resource id or field name, lower case; met between borders of `_`, digits and capitals.
    #[serde(default)]
    pub id: Vec<Text<'a>>,
    /// Words in hint or id with which the field is not meant.
    #[serde(default)]
    pub not: Vec<Text<'a>>,
}

/// The file of provider columns.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnFile<'a> {
    /// `privlens/flow-columns/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Providers.
    pub columns: Vec<CursorColumns<'a>>,
}

/// Columns of the rows under one content address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CursorColumns<'a> {
    /// Beginning of the content address.
    #[serde(borrow)]
    pub uri: Text<'a>,
    /// Kind of information, or empty for columns without any.
    #[serde(default)]
    pub data: Text<'a>,
    /// Names of the columns.
    pub names: Vec<Text<'a>>,
}

/// The file of toolkits.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolkitFile<'a> {
    /// `privlens/flow-toolkits/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Toolkits.
    pub toolkits: Vec<Toolkit<'a>>,
}

/// A library that draws, lays out or keeps the look of pages, as the framework does: its code is not gone through.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toolkit<'a> {
    /// What it is, for people.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Beginnings of the descriptors of its classes, each the whole name of a package.
    pub packages: Vec<Text<'a>>,
    /// Beginnings of the descriptors of classes in these packages that do not belong to it.
    #[serde(default)]
    pub except: Vec<Text<'a>>,
}

/// The file of host names.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HostFile<'a> {
    /// `privlens/flow-hosts/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Domains under which anybody's content lies.
    pub hosting: Vec<CloudHost<'a>>,
    /// Words in a host name that tell its task.
    pub roles: Vec<HostRole<'a>>,
    /// Endings of names that look like hosts and are none.
    pub not_hosts: Vec<Text<'a>>,
    /// Names that stand in many programs and receive nothing (XML name spaces, licence pages).
    pub mentions: Vec<Text<'a>>,
    /// Second-level endings under which names are given out: the registrable domain has one label more.
    pub second_level: Vec<Text<'a>>,
    /// Country endings: two letters of the domain and of the country where they differ.
    pub country_endings: Vec<Text<'a>>,
}

/// A domain of a hosting, cloud or content-delivery company.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloudHost<'a> {
    /// Company.
    #[serde(borrow)]
    pub company: Text<'a>,
    /// `storage`, `cdn`, `compute`, `dns`, `functions` or `mixed`.
    pub kind: Text<'a>,
    /// Domains, each with all names below it.
    pub domains: Vec<Text<'a>>,
    /// Regions that a label of the host names: `label=country code`.
    #[serde(default)]
    pub regions: Vec<Text<'a>>,
}

/// Words that tell the task of a host.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HostRole<'a> {
    /// `log`, `analytics`, `push`, `ads`, `location`, `upload`, `pay`, `login`, `update`, `cdn` or `api`.
    #[serde(borrow)]
    pub role: Text<'a>,
    /// Whole labels or parts of labels between `-`, `_` and digits.
    pub words: Vec<Text<'a>>,
}
