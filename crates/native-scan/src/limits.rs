//! The bounds that hostile libraries are held to; it holds numbers only.

/// Program headers read. The largest libraries have about a dozen.
pub const MAX_SEGMENTS: usize = 256;
/// Entries of the dynamic table read. Real libraries have some thirty, plus one for each needed library.
pub const MAX_DYNAMIC: usize = 4_096;
/// Needed libraries kept.
pub const MAX_NEEDED: usize = 512;
/// Symbols read. The largest game engines export some hundred thousand.
pub const MAX_SYMBOLS: usize = 1_000_000;
/// Longest symbol name kept, in bytes; names of C++ templates reach some thousand.
pub const MAX_SYMBOL_NAME: usize = 4_096;
/// Shortest run of text that counts as a string.
pub const MIN_STRING: usize = 3;
/// Bytes of one string that are looked at; a longer run is handed over cut.
pub const MAX_STRING: usize = 4_096;
/// Bytes of machine code that [`crate::code::references`] goes through.
pub const MAX_CODE_BYTES: usize = 512 << 20;
/// Functions and references kept of one library.
pub const MAX_FUNCTIONS: usize = 4_000_000;
