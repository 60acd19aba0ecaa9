//! Edges of the call graph and the values that pass along them; refuses to say when an edge runs relative to consent.

use program_model::DefId;

/// How control passes along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// A static, direct or super call.
    Direct,
    /// A virtual or interface call.
    Virtual,
    /// A call site made by a bootstrap method.
    Lambda,
    /// A static initialiser that runs because its class is first used here.
    ClassInit,
    /// The framework calls back before the call at the site returns.
    Sync,
    /// The framework calls back soon: another thread, the end of the queue.
    Async,
    /// The framework calls back after a time that the code asked for.
    Delayed,
    /// The framework calls back with the answer to what was asked for here.
    Result,
    /// The framework runs the lifecycle of a thing that was handed to it here.
    Lifecycle,
    /// A component of the app that the code starts here.
    Start,
    /// The framework calls back when the user does something.
    User,
    /// The framework calls back when the user refuses in a dialog that asks for the agreement.
    Refuse,
    /// The framework calls back when the system tells of something.
    Event,
    /// The framework calls back by a schedule: alarms, jobs, periodic work.
    Scheduled,
    /// A script behind a bridge may call it.
    Bridge,
    /// The object went to framework code that no table describes; it may be called back there.
    Escape,
    /// A name that reflection looked up.
    Reflection,
}

impl EdgeKind {
    /// The word of reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Virtual => "virtual",
            Self::Lambda => "lambda",
            Self::ClassInit => "class_init",
            Self::Sync => "callback",
            Self::Async => "async",
            Self::Delayed => "delayed",
            Self::Result => "result",
            Self::Lifecycle => "lifecycle",
            Self::Start => "start",
            Self::User => "user",
            Self::Refuse => "refuse",
            Self::Event => "event",
            Self::Scheduled => "scheduled",
            Self::Bridge => "bridge",
            Self::Escape => "escape",
            Self::Reflection => "reflection",
        }
    }

    /// True when the call happens before the instruction at the site ends, so that its effects are seen behind it.
    pub fn is_synchronous(self) -> bool {
        matches!(
            self,
            Self::Direct | Self::Virtual | Self::Lambda | Self::ClassInit | Self::Sync
        )
    }
}

/// One resolved edge out of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallEdge {
    /// Code-unit offset of the instruction in the caller.
    pub offset: u32,
    /// The method that may run.
    pub callee: DefId,
    /// How control passes.
    pub kind: EdgeKind,
    /// Which values pass.
    pub binding: Binding,
}

/// Which values pass along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// An ordinary call: operand `n` of the instruction is argument register `n` of the callee (a long or double takes
    /// two of each), and what the callee returns is the result of the instruction.
    Call,
    /// A callback: the links in the row of [`super::CallGraph::links`].
    Links(u32),
    /// None: static initialisers, components, bootstrap methods.
    None,
}

/// One value that passes along a callback edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueLink {
    /// Where the value is.
    pub from: LinkEnd,
    /// Where it goes.
    pub to: LinkEnd,
}

/// One end of a [`ValueLink`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkEnd {
    /// Operand of the instruction at the site, the receiver of an instance call being 0.
    Operand(u16),
    /// An element of the array, collection or message that this operand holds.
    Inside(u16),
    /// Result of the instruction at the site.
    Result,
    /// Argument register of the callee, `this` being 0.
    Param(u16),
    /// What the callee returns.
    Return,
    /// What another method that the same site calls back returns.
    ReturnOf(DefId),
}
