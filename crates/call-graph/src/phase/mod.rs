//! When code runs, seen against the user's agreement; refuses to judge whether that is allowed.

mod cells;
mod checks;
mod conditions;
mod dialogs;
mod flags;
mod fresh;
mod gates;
mod guards;
mod relevant;
mod replaced;
mod variants;
mod walk;
mod words;

pub(crate) use flags::Flags;
pub(crate) use gates::Gates;
pub(crate) use variants::Variants;
pub(crate) use walk::{Edge, Walk, Walked};

use app_facts::Phase;

/// Phases in the order in which they are decided: a method has the first one that some chain supports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Stage {
    BeforeConsent,
    GuardedUnknown,
    Background,
    User,
    GuardedConsent,
    Unknown,
}

impl Stage {
    pub(crate) const ALL: [Self; 6] = [
        Self::BeforeConsent,
        Self::GuardedUnknown,
        Self::Background,
        Self::User,
        Self::GuardedConsent,
        Self::Unknown,
    ];

    /// The word of reports.
    pub(crate) fn phase(self) -> Phase {
        match self {
            Self::BeforeConsent => Phase::BeforeConsent,
            Self::GuardedUnknown => Phase::GuardedUnknown,
            Self::Background => Phase::Background,
            Self::User => Phase::UserAction,
            Self::GuardedConsent => Phase::GuardedConsent,
            Self::Unknown => Phase::Unknown,
        }
    }
}
