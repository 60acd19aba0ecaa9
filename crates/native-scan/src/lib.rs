//! ELF libraries to imports, exports, JNI names and strings.
//!
//! [`parse`] reads the headers and the dynamic table of one library as the Android linker does; section headers are
//! used only where they add something, since packed libraries drop or falsify them. [`strings::each`] hands every run
//! of text in the bytes to the caller, and [`code::references`] tells which functions of an AArch64 library use an
//! address and which functions call which. [`jni`] translates between Java methods and the symbols of the Java Native
//! Interface.
//!
//! The crate knows no catalogue and no Java program; every count is bounded by a named limit, and time is linear in
//! the bytes.
#![forbid(unsafe_code)]

pub mod code;
mod elf;
mod error;
pub mod jni;
mod limits;
pub mod strings;

pub use elf::{Arch, Library, Problem, Segment, Symbol, is_elf, parse};
pub use error::NativeError;
pub use limits::{
    MAX_CODE_BYTES, MAX_DYNAMIC, MAX_FUNCTIONS, MAX_NEEDED, MAX_SEGMENTS, MAX_STRING,
    MAX_SYMBOL_NAME, MAX_SYMBOLS, MIN_STRING,
};
