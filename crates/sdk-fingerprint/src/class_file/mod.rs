//! Java class files, as far as fingerprints need them; refuses to run, verify or load anything.
//!
//! Layout: the Java Virtual Machine Specification, chapter 4 (class files) and 6 (instructions).

mod code;
mod constants;
mod features;
mod reader;

pub use features::of_class_files;
pub use reader::{ClassFile, Member, parse};
