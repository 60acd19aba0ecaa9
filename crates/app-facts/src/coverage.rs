//! What was looked at and what was not; refuses to call the unseen clean.

use serde::{Deserialize, Serialize};

/// How much of the app's code the analysis could see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// All code was read.
    #[default]
    Full,
    /// Part of the code could not be read.
    Partial,
    /// Only a stub could be read.
    ShellOnly,
}

/// Counts of what was read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// How much of the code was visible.
    pub visibility: Visibility,
    /// DEX files read.
    pub dex_files: u32,
    /// Of these, files given beside the app, such as those dumped from memory.
    #[serde(default)]
    pub added_dex: u32,
    /// Classes defined.
    pub classes: u32,
    /// Methods defined.
    pub methods: u32,
    /// Methods with code that was read.
    pub methods_with_code: u32,
    /// Non-abstract, non-native methods without readable code.
    pub methods_without_body: u32,
    /// Methods that some entry point reaches.
    pub methods_reachable: u32,
    /// Native libraries present.
    pub native_libs: u32,
    /// Reflective calls whose target is not known.
    pub unresolved_reflection: u32,
    /// Instructions decoded.
    pub instructions: u64,
    /// Call edges of the call graph.
    pub call_edges: u64,
    /// Packer that wraps the app's code.
    #[serde(default)]
    pub packed: Option<String>,
    /// Script and cross-platform frameworks, sorted.
    #[serde(default)]
    pub frameworks: Vec<String>,
    /// `complete`, `partial` or `skipped`; empty means skipped.
    #[serde(default)]
    pub data_flow: String,
    /// False when any stage gave up on a part.
    pub complete: bool,
}

/// Something that was not analysed, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Gap {
    /// Stage that gave up: the crate's name.
    pub stage: String,
    /// What was not analysed.
    pub what: String,
    /// Where: file, entry, method.
    pub place: String,
    /// Why.
    pub why: String,
    /// What this means for the results.
    pub effect: String,
}
