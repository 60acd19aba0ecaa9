//! Every bound of the engine in one place; what ends at one of them is said in the result.

/// Field loads from the state at a method's entry that are kept apart, one inside the other.
pub(crate) const MAX_DEPTH: u8 = 4;
/// Calls through which an object made in a callee keeps its identity.
pub(crate) const MAX_CLONES: u8 = 4;
/// Elements of one value, sources aside.
pub(crate) const MAX_SET: usize = 24;
/// Elements of one value with sources.
pub(crate) const MAX_SOURCES: usize = 64;
/// Constants of one value; beyond, the value is unknown.
pub(crate) const MAX_CONSTS: usize = 4;
/// Objects of one summary.
pub(crate) const MAX_NODES: usize = 600;
/// Heap cells at one point of a method.
pub(crate) const MAX_CELLS: usize = 400;
/// The same where all entry points are gone through together.
pub(crate) const TOP_NODES: usize = 6_000;
pub(crate) const TOP_CELLS: usize = 8_000;
pub(crate) const TOP_DONE: usize = 4_096;
/// Times an even share of the work that one entry point may take.
pub(crate) const TOP_SHARE: u64 = 8;
/// Sinks of one summary that wait for values from callers.
pub(crate) const MAX_HITS: usize = 96;
/// Hosts of one flow that are told, each as a flow of its own.
pub(crate) const MAX_HOSTS: usize = 4;
/// Finished flows of one summary.
pub(crate) const MAX_DONE: usize = 256;
/// Callbacks of one summary that run later: pairs of an object and a method.
pub(crate) const MAX_DEFERRED: usize = 400;
/// Passes over the blocks of a method with loops.
pub(crate) const MAX_PASSES: u32 = 6;
/// Targets of one call that are entered.
pub(crate) const MAX_TARGETS: usize = 24;
/// Times that one method is gone through again because a callee changed.
pub(crate) const MAX_ROUNDS: u8 = 4;
/// Times that one method waits until summaries for what it passes are there, before its users see it; in an app with
/// many methods none does.
pub(crate) const MAX_WAITS: u8 = 3;
/// Kinds of receivers for which one method is summarised on its own.
pub(crate) const MAX_CONTEXTS: u32 = 8;
/// Work on such summaries is at most this part of the work of the app.
pub(crate) const CONTEXT_SHARE: u64 = 4;
/// What one method asks its callers about.
pub(crate) const MAX_ASKS: usize = 24;
/// Fields from an argument to something that callers are asked about.
pub(crate) const MAX_ASK_PATH: usize = 3;
/// Code units pairs of a method whose result is looked at for being one number.
pub(crate) const MAX_CONSTANT_INSNS: usize = 64;
/// Calls of such methods by such methods.
pub(crate) const MAX_RETURNED: u8 = 2;
/// Rounds over the entry points.
pub(crate) const MAX_TOP_ROUNDS: u32 = 6;
/// Units of work of one method: instructions gone through, cells joined, objects mapped.
pub(crate) const METHOD_UNITS: u64 = 10_000;
/// The same once the work of the app is used up, for methods that are not on the shortest ways.
pub(crate) const POOR_METHOD_UNITS: u64 = 400;
/// Methods of one app from which on its work surely ends at the bound.
pub(crate) const MANY_DEFS: usize = 5_000;
/// Methods of one app from which on they are gone through again less often, and how often then.
pub(crate) const MANY_METHODS: usize = 500;
pub(crate) const FEW_ROUNDS: u8 = 1;
/// Methods of the framework that look-ups of one app name.
pub(crate) const MAX_OUTSIDE: usize = 4_096;
/// Units of work of one pass over the entry points: a ground and, for so many instructions, so many more.
pub(crate) const BASE_TOP_UNITS: u64 = 60_000;
pub(crate) const TOP_UNITS: u64 = 3;
pub(crate) const INSNS_PER_TOP_UNITS: u64 = 5;
/// Passes over the entry points behind the first, each with what the one before was missing, and how many in an app
/// with many methods.
pub(crate) const MAX_MORE_PASSES: u32 = 4;
pub(crate) const FEW_MORE_PASSES: u32 = 1;
/// Passes besides, in an app with few methods, that end as soon as a summary is missing.
pub(crate) const MAX_HASTY_PASSES: u32 = 2;
/// Units of work of one app: a ground, the ground of one with many methods, and for each hundred instructions this many
/// more. Methods on the shortest ways are gone through beyond it.
pub(crate) const BASE_UNITS: u64 = 60_000;
pub(crate) const BASE_UNITS_OF_MANY: u64 = 80_000;
pub(crate) const UNITS_PER_100_INSNS: u64 = 10;
/// Where the shortest ways do not go first, because the app has few methods, each instruction counts this much, up to
/// the greatest ground: programs of a few classes with a library need it.
pub(crate) const UNITS_PER_INSN_OF_FEW: u64 = 24;
pub(crate) const MAX_BASE_OF_FEW: u64 = 900_000;
/// Steps of one printed path.
pub(crate) const MAX_STEPS: usize = 64;
/// Nesting looked at when a value is asked for everything inside it.
pub(crate) const MAX_INSIDE: u32 = 4;
