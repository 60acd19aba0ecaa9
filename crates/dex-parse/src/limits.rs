//! Named limits of this crate; numbers only, no checks.

/// Bytes of one string's MUTF-8 data.
///
/// A class file bounds a constant to 65535 bytes; DEX itself does not. Sixteen times that leaves room
/// for what obfuscators make and bounds the search for a missing terminator.
pub const MAX_STRING_BYTES: usize = 16 * 65536;

/// Logical files in one version 41 container. Apps with the most methods have about a hundred.
pub const MAX_CONTAINER_FILES: usize = 1024;

/// Nesting depth of encoded arrays and annotations. Compilers emit two or three levels.
pub const MAX_VALUE_DEPTH: usize = 32;

/// Parameters in one debug info item: the register count of a call is eight bits wide.
///
/// Source: <https://source.android.com/docs/core/runtime/instruction-formats>, format `3rc`.
pub const MAX_PARAMETERS: u32 = 255;

/// State machine steps in one debug info item.
///
/// A method has at most 65535 instructions in practice and one step seldom covers less than one.
pub const MAX_DEBUG_STEPS: u32 = 1 << 20;

/// Work units of [`WorkBudget`](crate::WorkBudget) per byte of input.
///
/// Without sharing, a file has at most half a unit per byte (an instruction takes two bytes), so
/// this admits a file in which every code item is shared eight times.
pub const WORK_UNITS_PER_BYTE: u64 = 4;

/// Work units any input gets, so that very small files with shared code are still walked.
pub const MIN_WORK_UNITS: u64 = 1 << 16;
