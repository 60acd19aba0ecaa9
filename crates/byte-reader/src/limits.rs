//! Named limits shared by the parsers; it holds numbers only, no checks.

/// Bytes in the longest LEB128 value of a DEX file: five, since each carries 7 of at most 32 bits.
///
/// Source: <https://source.android.com/docs/core/runtime/dex-format#leb128>.
pub const MAX_LEB128_BYTES: usize = 5;

/// Bytes of one string that a parser will decode for display.
///
/// A single Java string constant holds at most 65535 bytes of modified UTF-8 in a class file
/// (<https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.4.7>). DEX has no such
/// bound, so obfuscated and packed apps hold longer ones; 16 MiB is far above any seen.
pub const MAX_TEXT_BYTES: usize = 16 * 1024 * 1024;
