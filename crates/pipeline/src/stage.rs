//! Names of the stages, for a caller that wants to know which one works; refuses to hold a clock.

/// A stage of the analysis of one app, told to [`crate::Options::on_stage`] when it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// The archive, its hashes and signers, the manifest, the bytes of the code.
    Unpack,
    /// Entries that may hold other code.
    Embedded,
    /// DEX files to one program.
    Program,
    /// Resource table, layouts, texts.
    Resources,
    /// Native libraries and script frameworks.
    Outside,
    /// SDKs and packers.
    ThirdParties,
    /// Call graph and phases.
    CallGraph,
    /// Accesses, permissions, timeline and the other facts of the call graph.
    Accesses,
    /// Data flow.
    Flows,
    /// Everything after: coverage, the policy, comparisons.
    Finish,
    /// The analysis has ended.
    End,
}

impl Stage {
    /// The word of printed tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unpack => "unpack",
            Self::Embedded => "embedded code",
            Self::Program => "program",
            Self::Resources => "resources",
            Self::Outside => "native and scripts",
            Self::ThirdParties => "third parties",
            Self::CallGraph => "call graph",
            Self::Accesses => "accesses",
            Self::Flows => "data flow",
            Self::Finish => "finish",
            Self::End => "end",
        }
    }
}
