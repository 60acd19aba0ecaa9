//! What libraries and script bundles outside the DEX files show: texts that name what is read, functions imported, names
//! that scripts call. Turns them into accesses; refuses to call anything reachable that no chain proves.

mod entries;
mod merge;
mod native;
mod scripts;

use program_model::{DefId, TypeId};

pub(crate) use entries::roots;
pub(crate) use merge::merge;
pub use native::{LibraryInput, LibraryMatcher, LibraryRead, LibraryTexts};
pub use scripts::ScriptInput;

/// What was seen outside the DEX files.
#[derive(Debug, Clone, Default)]
pub struct Outside {
    /// Native libraries with what they show.
    pub libraries: Vec<LibraryInput>,
    /// Names that script bundles use or hold.
    pub scripts: Vec<ScriptInput>,
    /// Methods of the app that native code names with class, name and signature, sorted: native code may call them.
    pub called_by_native: Vec<DefId>,
    /// Classes that a framework of the app makes by names that stand in its configuration, and its word for them.
    pub made_by_name: Vec<(TypeId, String)>,
    /// Entries whose DEX code Android does not load by itself: APK and entry name as in the program's inputs.
    pub embedded_dex: std::collections::BTreeSet<(String, String)>,
    /// Some bundle of code could not be read.
    pub opaque: bool,
}
