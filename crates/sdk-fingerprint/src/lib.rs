//! Third-party code known again: fingerprints of libraries, their versions, and packers.
//!
//! A [`Profile`] holds hashes of one version of one library, made from class files or DEX code; [`compile`] joins
//! profiles into tables that [`ProfileImage`] reads where they lie; [`identify`] says which libraries a program holds
//! and which of its classes belong to them. Names of classes, methods and fields of the app are never looked at.
//! The crate does no I/O and knows no library by name.

mod atom;
mod background;
mod class_file;
mod compile;
mod dex_features;
mod error;
mod features;
mod fuse;
mod hash;
mod identify;
mod image;
mod named_code;
mod packers;
mod platform;
mod profile;
mod texts;
mod versions;

pub use background::Background;
pub use class_file::{ClassFile, Member, of_class_files, parse as parse_class_file};
pub use compile::{MAX_VERSIONS, compile};
pub use dex_features::of_program;
pub use error::FingerprintError;
pub use features::{ClassPrint, MethodPrint, NamedClass};
pub use fuse::{CodeView, Surroundings, catalogue_id, class_rows, fuse};
pub use identify::{Identified, LibraryMatch, identify, identify_beside};
pub use image::ProfileImage;
pub use named_code::NamedCode;
pub use packers::{PackedEntry, PackerInput, PackerVerdict, Seen, UNIDENTIFIED, find_packer};
pub use profile::{PROFILE_VERSION, Profile};
pub use versions::{Compared, VersionVerdict};
