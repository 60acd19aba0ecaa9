//! Who holds a piece of code; refuses to guess: what no evidence decides is `Unknown`.

use serde::{Deserialize, Serialize};

/// The kinds of holder that the report contract names.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum OwnerKind {
    /// The app's own code, by its manifest package or namespace.
    App,
    /// A third-party SDK of the catalogue.
    Sdk,
    /// A code library of the catalogue that neither reads nor sends information on its own account.
    Library,
    /// The stub of a packer.
    Packer,
    /// No evidence decides.
    #[default]
    Unknown,
}

/// A holder of code: the kind, and the catalogue id when the kind is SDK, library or packer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Owner {
    /// The kind of holder.
    pub kind: OwnerKind,
    /// Catalogue id of the SDK, library or packer.
    pub sdk: Option<String>,
}

impl Owner {
    /// The app itself.
    #[must_use]
    pub fn app() -> Self {
        Self {
            kind: OwnerKind::App,
            sdk: None,
        }
    }

    /// Short form for chains and tables: `app`, `unknown`, or the catalogue id.
    pub fn short(&self) -> &str {
        match (&self.sdk, self.kind) {
            (Some(id), _) => id,
            (None, OwnerKind::App) => "app",
            (None, OwnerKind::Sdk) => "sdk",
            (None, OwnerKind::Library) => "library",
            (None, OwnerKind::Packer) => "packer",
            (None, OwnerKind::Unknown) => "unknown",
        }
    }
}
