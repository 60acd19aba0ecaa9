//! Native code: which imported functions read what a text names, and which read information by themselves.

use serde::{Deserialize, Serialize};

use super::{ConsumerKind, Names};
use crate::Text;

/// The file about native code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NativeFile<'a> {
    /// `privlens/native/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Imported functions with which native code reads what a text names.
    #[serde(default)]
    pub readers: Vec<NativeReader<'a>>,
    /// Imported functions that read information by themselves.
    #[serde(default)]
    pub calls: Vec<NativeCall<'a>>,
    /// Functions of a library that run when it is loaded.
    #[serde(default)]
    pub on_load: Vec<Text<'a>>,
    /// Catalogued texts that occur in nearly every library for other reasons and so say nothing there.
    #[serde(default)]
    pub common: Vec<Text<'a>>,
}

/// Imported functions for one kind of constant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NativeReader<'a> {
    /// Which kind of constant they take.
    pub kind: ConsumerKind,
    /// Their symbols.
    #[serde(borrow)]
    pub imports: Vec<Text<'a>>,
}

/// An imported function that reads information.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NativeCall<'a> {
    /// Stable id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// What it is, in words.
    pub title: Names<'a>,
    /// Its symbols: any one of them.
    pub imports: Vec<Text<'a>>,
    /// Taxonomy ids.
    pub data: Vec<Text<'a>>,
    /// Permissions that it needs.
    #[serde(default)]
    pub permissions: Vec<Text<'a>>,
    /// Public page that shows it.
    pub source: Text<'a>,
}
