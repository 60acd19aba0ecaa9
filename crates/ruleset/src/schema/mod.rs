//! The types of catalogue entries, one file a catalogue; the same types serve source files and the image.

mod access_points;
mod catalogues;
mod entry_points;
mod permissions;
mod sdks;
mod taxonomy;

pub use access_points::{
    Blocked, Condition, Consumer, ConsumerFile, ConsumerKind, Group, GroupFile, Narrow, NarrowRule,
    Need, Point, Unknown, Wrapper, WrapperFile,
};
pub use catalogues::{Catalogues, Names, Release};
pub use entry_points::{EntryPointFile, EntryPointSet, LifecycleMethod};
pub use permissions::{
    ActionNeed, ActionNeedFile, ApiNeed, ApiNeedRange, LevelProtection, Permission, PermissionFile,
    UriNeed, UriNeedFile,
};
pub use sdks::{Sdk, SdkKind, SeenFact};
pub use taxonomy::{Kind, KindFile, Sensitivity, StaticView, Weight};
