//! The shared vocabulary: names, evidence, facts, gaps.
//!
//! Everything a later stage (rules, report) may know about an app is an [`AppFacts`]: owned, without
//! lifetimes, with stable names instead of program ids, and serialisable, so that a rule can be tested
//! from a facts file without any APK. This crate refuses to know file formats, catalogues or output.

mod access;
mod app;
mod coverage;
mod disclosure;
mod embedded;
mod facts;
mod finding;
mod flow;
mod levels;
mod owner;
mod permission;
mod request;
mod sdk;
mod surroundings;
mod timeline;

pub use access::{Access, ChainFrame, Level, Phase, Scope, Site, Via};
pub use app::{AppFile, AppIdentity, LocalText, Signer, TamperingMark};
pub use coverage::{Coverage, Gap, Visibility};
pub use disclosure::{
    DeclaredData, DeclaredNotSeen, DeclaredSdk, DeniedData, Disclosure, DisclosureAnswer,
    DisclosureMatch, Document, DocumentRole, Statement, StatementType, UndeclaredData,
    UndeclaredSdk,
};
pub use embedded::{
    Bundle, CodeLoad, EmbeddedDex, EmbeddedFacts, FrameworkFact, NativeLib, Repeat, UnboundNative,
};
pub use facts::{AppFacts, FACTS_FORMAT};
pub use finding::{
    Check, Confidence, EvidenceRef, Finding, Judgement, ListRow, MatrixRow, Severity, Verdict,
    Words,
};
pub use flow::{Flow, FlowConfidence, FlowSink, FlowSite, FlowSource, FlowStep, HostFact};
pub use levels::{LevelSet, MAX_API, MIN_API};
pub use owner::{Owner, OwnerKind};
pub use permission::{PermissionFact, PermissionStatus, PermissionUse};
pub use request::PermissionRequest;
pub use sdk::{SdkConfidence, SdkEvidence, SdkFact, SdkInit};
pub use surroundings::{Behaviour, ComponentFact, ManifestFacts, ResourceFact};
pub use timeline::{CallChain, TimelineStep};
