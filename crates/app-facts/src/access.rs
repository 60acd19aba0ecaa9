//! Accesses: places where personal information is read. Refuses to say where the value goes.

use serde::{Deserialize, Serialize};

use crate::{LevelSet, Owner, Repeat};

/// How sure it is that the code at the site can run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A chain leads from an entry point to the site.
    Reachable,
    /// The code exists; no chain from an entry point was found.
    Present,
    /// Only a name (URI, class, path) was seen, not a read.
    String,
}

/// When, seen against the user's agreement, the site can run. The words are the contract's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// A start-up chain without any gate.
    BeforeConsent,
    /// A start-up chain behind a condition that is not known to be the user's agreement.
    GuardedUnknown,
    /// Started by the system or a schedule.
    Background,
    /// Started by something the user does.
    UserAction,
    /// A start-up chain behind a flag that looks like the user's agreement.
    GuardedConsent,
    /// Not decided.
    Unknown,
}

/// By which mechanism the information is read.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// An ordinary call, field read or overridden callback.
    #[default]
    Direct,
    /// Java reflection.
    Reflection,
    /// A read inside the framework that the call implies.
    Framework,
    /// Native code.
    Native,
    /// Code loaded while running.
    Dynamic,
    /// A script behind a bridge.
    Script,
}

/// Whether the read is of the whole or only of the app's own part.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole information.
    #[default]
    Full,
    /// Own package, one constant package, or own process only.
    Narrow,
}

/// A place in the app's code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Site {
    /// Dalvik method, `Lpkg/Cls;->name(params)ret`.
    pub method: String,
    /// 16-bit code units from the method's start.
    pub offset: u32,
    /// Source line when debug information gives one.
    pub line: Option<u32>,
    /// Name of the dex entry, such as `classes2.dex`.
    pub dex: String,
    /// Name of the APK file that holds the dex, such as `base.apk`.
    pub file: String,
}

/// One frame of a call chain, from the entry point (first) to the reading method (last).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChainFrame {
    /// Dalvik method of this frame.
    pub method: String,
    /// Short owner of the method's class.
    pub owner: String,
    /// How the frame before reaches this one: `entry`, `direct`, `virtual`, `callback`, `class_init` …
    pub edge: String,
    /// Entry kind of a first frame, such as `application.onCreate`.
    pub entry: Option<String>,
    /// Code-unit offset in *this* method from which the next frame (or the read) is reached.
    pub offset: Option<u32>,
    /// Source line of that offset.
    pub line: Option<u32>,
}

/// One place where one kind of personal information is read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Access {
    /// Taxonomy id of the information.
    pub data: String,
    /// Dalvik descriptor, or `content://…`, `settings:…`, `property:…`, `file:…`, `exec:…`, `action:…`,
    /// `service:…`, `string:…`.
    pub api: String,
    /// Where.
    pub site: Site,
    /// Who holds the code that reads.
    pub owner: Owner,
    /// Who started the chain.
    pub initiator: Owner,
    /// How sure that it can run.
    pub level: Level,
    /// When; `None` for code that no chain reaches.
    pub phase: Option<Phase>,
    /// By which mechanism.
    pub via: Via,
    /// Device API levels on which the read can succeed; `None` when not known.
    pub obtainable: Option<LevelSet>,
    /// Whole or own part only.
    pub scope: Scope,
    /// True for kinds of background weight, shown as one line per owner.
    pub background_weight: bool,
    /// The chain from an entry point that proves the phase, entry first; empty unless reachable.
    pub chain: Vec<ChainFrame>,
    /// The shortest chain, when it is shorter than the one that proves the phase; else empty.
    #[serde(default)]
    pub chain_shortest: Vec<ChainFrame>,
    /// How often it repeats, when a timer, a schedule or a registration makes it.
    #[serde(default)]
    pub repeat: Option<Repeat>,
    /// Imprecision met on the way.
    pub cuts: Vec<String>,
    /// Id of the catalogue entry that made this an access.
    pub model: String,
    /// Hash of names that renaming leaves alone.
    pub key: String,
}
