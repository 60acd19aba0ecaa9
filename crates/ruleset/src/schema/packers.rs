//! Packers and protectors: programs that wrap the code of an app.

use serde::{Deserialize, Serialize};

use super::{Names, SeenFact};
use crate::Text;

/// One file of packers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackerFile<'a> {
    /// `privlens/packers/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// The packers.
    pub packers: Vec<Packer<'a>>,
}

/// One packer. A `*` in a name of a library stands for any characters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Packer<'a> {
    /// Stable id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Names.
    pub name: Names<'a>,
    /// Vendor.
    pub vendor: Names<'a>,
    /// Application classes of its stub.
    #[serde(default)]
    pub applications: Vec<Text<'a>>,
    /// Packages and classes of its stub.
    #[serde(default)]
    pub packages: Vec<Text<'a>>,
    /// File names of native libraries that nothing else has.
    #[serde(default)]
    pub native_libs: Vec<Text<'a>>,
    /// File names of native libraries that other programs have too: they count only beside another sign.
    #[serde(default)]
    pub weak_libs: Vec<Text<'a>>,
    /// Paths in the APK; one that ends in `/` is a folder.
    #[serde(default)]
    pub assets: Vec<Text<'a>>,
    /// Where each fact was seen.
    #[serde(default)]
    pub sources: Vec<SeenFact<'a>>,
}
