//! The words of the report contract for facts that are enums; refuses synonyms.

use app_facts::{Level, OwnerKind, PermissionStatus, Phase, Scope, Via, Visibility};

/// `accesses[].level`.
pub(crate) fn level(level: Level) -> &'static str {
    match level {
        Level::Reachable => "reachable",
        Level::Present => "present",
        Level::String => "string",
    }
}

/// `accesses[].phase`.
pub(crate) fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::BeforeConsent => "before_consent",
        Phase::GuardedUnknown => "guarded_unknown",
        Phase::Background => "background",
        Phase::UserAction => "user_action",
        Phase::GuardedConsent => "guarded_consent",
        Phase::Unknown => "unknown",
    }
}

/// `accesses[].via`.
pub(crate) fn via(via: Via) -> &'static str {
    match via {
        Via::Direct => "direct",
        Via::Reflection => "reflection",
        Via::Framework => "framework",
        Via::Native => "native",
        Via::Dynamic => "dynamic",
        Via::Script => "script",
    }
}

/// `accesses[].scope`.
pub(crate) fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Full => "full",
        Scope::Narrow => "narrow",
    }
}

/// `owner.kind`.
pub(crate) fn owner_kind(kind: OwnerKind) -> &'static str {
    match kind {
        OwnerKind::App => "app",
        OwnerKind::Sdk => "sdk",
        OwnerKind::Library => "library",
        OwnerKind::Packer => "packer",
        OwnerKind::Unknown => "unknown",
    }
}

/// `permissions[].status`.
pub(crate) fn status(status: PermissionStatus) -> &'static str {
    match status {
        PermissionStatus::Used => "used",
        PermissionStatus::UsedBySdkOnly => "used_by_sdk_only",
        PermissionStatus::Unused => "unused",
        PermissionStatus::Unknown => "unknown",
        PermissionStatus::UsedUndeclared => "used_undeclared",
    }
}

/// `coverage.visibility`.
pub(crate) fn visibility(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Full => "full",
        Visibility::Partial => "partial",
        Visibility::ShellOnly => "shell_only",
    }
}
