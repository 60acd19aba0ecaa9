//! Resource tables (`resources.arsc`): opened by their headers, looked up entry by entry; nothing is parsed ahead.
//!
//! Format: <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h>.
//! Overlayable groups and staged aliases are skipped.

mod entry;
mod resolve;
mod strings;
mod table;

pub use entry::{Bag, Entry, EntryValue};
pub use resolve::{Resolution, Resolved};
pub use strings::{StringEntry, StringKind, Strings};
pub use table::{ResourceName, ResourceTable};

use crate::error::ManifestError;

/// Opens a resource table. Costs time in proportion to its chunks, not to its entries.
pub fn parse_resources(data: &[u8]) -> Result<ResourceTable<'_>, ManifestError> {
    ResourceTable::open(data)
}
