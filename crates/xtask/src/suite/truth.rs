//! What a `truth.yaml` of a suite program says: how it is built and what a report must and must not hold.
//! Holds no file access and no comparison.

use serde::Deserialize;

/// The suites: the names of the folders in `samples/suites` that hold programs.
pub(crate) const SUITES: [&str; 2] = ["calls", "flows"];

/// The name of the file.
pub(crate) const FILE: &str = "truth.yaml";

/// The format this module reads.
pub(crate) const FORMAT: &str = "privlens/suite/1";

/// One program.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Truth {
    /// Always [`FORMAT`].
    pub(crate) format: String,
    /// What the program is about, in one sentence.
    pub(crate) about: String,
    /// What library features are linked against: `none`, `real` (bytecode of the library) or `stub` (classes of our own).
    pub(crate) linked: String,
    /// Whether the program was written after the engine that it tests.
    #[serde(default)]
    pub(crate) late: bool,
    /// How it is built.
    #[serde(default)]
    pub(crate) build: Build,
    /// Flows that a report must or must not have; a flow that stands in no row is a false one.
    #[serde(default)]
    pub(crate) flows: Vec<Flow>,
    /// Accesses that a report must or must not have, in programs of the call suite.
    #[serde(default)]
    pub(crate) accesses: Vec<Access>,
    /// Run-time permission requests that a report must or must not have.
    #[serde(default)]
    pub(crate) requests: Vec<Request>,
}

/// How a program is built.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Build {
    /// Names of stub groups (`samples/suites/lib`) and fetched libraries.
    #[serde(default)]
    pub(crate) libs: Vec<String>,
    /// `none`: D8 only. `shrink`: R8 removes unused library code only. `rename`: R8 with every step.
    /// `rename-only`: R8 without optimisation, where optimising would move the read into another owner's class.
    #[serde(default)]
    pub(crate) r8: R8,
}

/// What R8 does to a program.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum R8 {
    /// D8 only.
    #[default]
    None,
    /// Remove unused code; keep names and shapes.
    Shrink,
    /// Remove, rename and optimise.
    Rename,
    /// Remove and rename.
    RenameOnly,
}

/// A flow and whether it exists.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Flow {
    /// Kind of information (an id of the taxonomy) or part of the API's descriptor.
    pub(crate) source: String,
    /// Words for the sink: kinds of the report, or parts of the API's descriptor; any of them may match.
    pub(crate) sink: Vec<String>,
    /// Whether the program has the flow.
    pub(crate) expected: Answer,
    /// The reason, naming the line of the source in words.
    pub(crate) why: String,
    /// The host the report must name on the flow.
    #[serde(default)]
    pub(crate) host: Option<String>,
}

/// An access and what the report must say of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Access {
    /// Kind of information (an id of the taxonomy).
    pub(crate) data: String,
    /// Part of the API's descriptor, where the kind does not tell enough.
    #[serde(default)]
    pub(crate) api: Option<String>,
    /// Part of the full name of the method that reads, where the program reads in several places under readable names.
    #[serde(default, rename = "in")]
    pub(crate) place: Option<String>,
    /// Words one of which the report must use; empty: not compared.
    #[serde(default)]
    pub(crate) phase: Vec<String>,
    /// `app`, `unknown`, `library`, `packer` or `sdk:ID`; several where more than one is right.
    #[serde(default)]
    pub(crate) owner: Vec<String>,
    /// The same for who started the chain.
    #[serde(default)]
    pub(crate) initiator: Vec<String>,
    /// `reachable`, `present` or `string`.
    #[serde(default)]
    pub(crate) level: Vec<String>,
    /// Beginning of the first frame's entry word, such as `application` or `activity.onCreate`.
    #[serde(default)]
    pub(crate) entry: Vec<String>,
    /// `direct`, `reflection`, `framework`, `native`, `dynamic` or `script`.
    #[serde(default)]
    pub(crate) via: Vec<String>,
    /// Kind and period of a repetition.
    #[serde(default)]
    pub(crate) repeat: Option<Repeat>,
    /// `no`: no access that agrees with all given words may be in the report.
    pub(crate) expected: Answer,
    /// The reason, naming the line of the source in words.
    pub(crate) why: String,
}

/// A repetition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Repeat {
    /// Whether there is one.
    pub(crate) repeats: bool,
    /// Milliseconds, where the program has a constant.
    #[serde(default)]
    pub(crate) period_ms: Option<u64>,
}

/// A permission request and what the report must say of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Request {
    /// All permissions asked together.
    pub(crate) permissions: Vec<String>,
    /// Words one of which the report must use.
    #[serde(default)]
    pub(crate) phase: Vec<String>,
    /// As for accesses.
    #[serde(default)]
    pub(crate) owner: Vec<String>,
    /// `continues`, `asks_again`, `exits` or `unknown`.
    #[serde(default)]
    pub(crate) on_denied: Vec<String>,
    /// Whether the program has the request.
    pub(crate) expected: Answer,
    /// The reason, naming the line of the source in words.
    pub(crate) why: String,
}

/// Whether something is expected.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Answer {
    /// It must be reported.
    Yes,
    /// It must not be reported.
    No,
    /// Both are right: the definition of the word decides, not the program.
    Any,
}
