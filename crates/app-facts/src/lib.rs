//! The shared vocabulary: names, evidence, facts, gaps.
//!
//! Everything a later stage (rules, report) may know about an app is an [`AppFacts`]: owned, without
//! lifetimes, with stable names instead of program ids, and serialisable, so that a rule can be tested
//! from a facts file without any APK. This crate refuses to know file formats, catalogues or output.

mod access;
mod app;
mod coverage;
mod facts;
mod levels;
mod owner;
mod permission;
mod sdk;

pub use access::{Access, ChainFrame, Level, Phase, Scope, Site, Via};
pub use app::{AppFile, AppIdentity, LocalText, Signer, TamperingMark};
pub use coverage::{Coverage, Gap, Visibility};
pub use facts::{AppFacts, FACTS_FORMAT};
pub use levels::{LevelSet, MAX_API, MIN_API};
pub use owner::{Owner, OwnerKind};
pub use permission::{PermissionFact, PermissionStatus, PermissionUse};
pub use sdk::{SdkEvidence, SdkFact};
