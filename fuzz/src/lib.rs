//! Fuzz targets: each is a plain function that reads hostile bytes with one parser and uses all that it gives.
//!
//! `cargo fuzz run NAME` (nightly) searches for inputs; the example `replay` runs the committed ones on the
//! stable tool chain. A target refuses no input and returns nothing: a fault is a panic, an endless run or too
//! much memory.
//!
//! ```text
//! cargo run --profile checked --manifest-path fuzz/Cargo.toml --example replay            all of fuzz/corpus, which the tests of `robustness` make
//! cargo run --profile checked --manifest-path fuzz/Cargo.toml --example replay -- dex F   one target, these files
//! ```

pub mod app;
pub mod arsc;
pub mod axml;
pub mod bundle;
pub mod catalogue;
pub mod container;
pub mod dex;
pub mod disassembly;
pub mod elf;
pub mod image;
pub mod mapping;
pub mod mutf8;
pub mod policy;
pub mod protobuf;
pub mod signing;
pub mod stack;

/// One target: its name, which is also the folder of its seeds, and its function.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: &[Target] = &[
    ("app", app::run),
    ("arsc", arsc::run),
    ("axml", axml::run),
    ("bundle", bundle::run),
    ("catalogue", catalogue::run),
    ("container", container::run),
    ("dex", dex::run),
    ("disassembly", disassembly::run),
    ("elf", elf::run),
    ("image", image::run),
    ("mapping", mapping::run),
    ("mutf8", mutf8::run),
    ("policy", policy::run),
    ("protobuf", protobuf::run),
    ("signing", signing::run),
    ("stack", stack::run),
];
