//! The order of stages: bytes in, facts out.
//!
//! This is the only place that knows which stage follows which. It does no I/O: a caller hands it a name and bytes.
//! A part that cannot be read leaves a gap and the rest goes on; a panic anywhere below becomes an error of that app
//! alone.

mod added_dex;
mod app;
mod code;
mod embedded;
mod fixed;
mod flows;
mod frameworks;
mod layouts;
mod library;
mod manifest;
mod marks;
mod native;
mod outside;
mod policy;
mod resource_input;
mod stage;
mod surroundings;
mod texts;
mod third_parties;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use app_facts::AppFacts;
pub use call_graph::CallQuery;
use call_graph::Index;
pub use data_flow::{CacheCounts, SummaryStore};
use ruleset::Knowledge;
use sdk_fingerprint::ProfileImage;

pub use library::{Library, library_classes};
pub use policy::{PolicyDocument, PolicyOptions};
pub use stage::Stage;

/// How an app is analysed.
#[derive(Debug, Clone)]
pub struct Options {
    /// Locale whose texts are kept beside the default ones.
    pub locale: String,
    /// Bounds on archives.
    pub limits: apk_unpack::Limits,
    /// A question about the call graph, answered in [`AppFacts::calls`].
    pub query: Option<CallQuery>,
    /// DEX files that were dumped from memory while the app ran: names and bytes.
    pub added_dex: Vec<(String, Vec<u8>)>,
    /// Whether values are followed to their recipients. Without it a scan costs a small part, knows no flows and no
    /// hosts, says so in a gap, and rules on them are not evaluated.
    pub flows: bool,
    /// Where summaries of methods are kept from app to app, when they are.
    pub summaries: Option<Arc<dyn SummaryStore>>,
    /// Told when a stage begins; it must not change what the analysis sees.
    pub on_stage: Option<fn(Stage)>,
}

impl Options {
    fn at(&self, stage: Stage) {
        if let Some(tell) = self.on_stage {
            tell(stage);
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            locale: "zh-CN".to_owned(),
            limits: apk_unpack::Limits::default(),
            query: None,
            added_dex: Vec::new(),
            flows: true,
            summaries: None,
            on_stage: None,
        }
    }
}

/// Why an input gives no report at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnalyzeError {
    /// The bytes are no app.
    #[error("{0}")]
    Unpack(#[from] apk_unpack::UnpackError),
    /// A stage failed in a way that it should not.
    #[error("internal error: {0}")]
    Internal(String),
}

/// Analyses many apps with one set of catalogues.
#[derive(Debug)]
pub struct Analyzer<'k> {
    index: Index<'k>,
    profiles: third_parties::Fingerprints,
    policy: policy::Stage<'k>,
    /// SHA-256 of the catalogues.
    catalogues: String,
    /// Made for the first app.
    topic_words: OnceLock<Option<texts::TopicWords>>,
}

impl<'k> Analyzer<'k> {
    /// Arranges the catalogues once.
    pub fn new(knowledge: &'k Knowledge) -> Self {
        // The built-in profiles are checked by the tests; without them names still tell.
        let profiles = ProfileImage::embedded().unwrap_or_else(|_| ProfileImage::empty());
        Self::with_profiles(knowledge, profiles)
    }

    /// As [`Analyzer::new`], with profiles compiled by the caller in place of the built-in ones.
    pub fn with_profiles(knowledge: &'k Knowledge, profiles: ProfileImage) -> Self {
        Self {
            index: Index::new(knowledge),
            profiles: third_parties::Fingerprints::new(knowledge, profiles),
            policy: policy::Stage::new(knowledge),
            catalogues: knowledge.sha256(),
            topic_words: OnceLock::new(),
        }
    }

    /// With documents about the app and names of its operator.
    #[must_use]
    pub fn with_policy(mut self, options: PolicyOptions) -> Self {
        self.policy.options = options;
        self
    }

    /// Analyses one app given by a file name (without any path) and its bytes. Bytes that are handed over are freed as
    /// soon as the archive is not needed any more, before the stages that need most memory.
    pub fn analyze<'b>(
        &self,
        name: &str,
        bytes: impl Into<Cow<'b, [u8]>>,
        options: &Options,
    ) -> Result<AppFacts, AnalyzeError> {
        let bytes = bytes.into();
        let run = std::panic::AssertUnwindSafe(|| {
            let list = &self.index.catalogues().judging.topics;
            let words = self
                .topic_words
                .get_or_init(|| texts::TopicWords::new(list));
            let topics = words.as_ref().map(|words| texts::Topics { list, words });
            let mut facts = app::analyze(
                name,
                bytes,
                &self.index,
                &self.profiles,
                &self.policy,
                &self.catalogues,
                topics.as_ref(),
                options,
            )?;
            self.policy.compare(&mut facts);
            options.at(Stage::End);
            Ok(facts)
        });
        match std::panic::catch_unwind(run) {
            Ok(result) => result,
            Err(panic) => {
                let text = panic
                    .downcast_ref::<String>()
                    .map(String::as_str)
                    .or_else(|| panic.downcast_ref::<&str>().copied())
                    .unwrap_or("no message");
                Err(AnalyzeError::Internal(text.to_owned()))
            }
        }
    }
}

/// Analyses one app; for several, one [`Analyzer`] spares arranging the catalogues again.
pub fn analyze<'b>(
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    knowledge: &Knowledge,
    options: &Options,
) -> Result<AppFacts, AnalyzeError> {
    Analyzer::new(knowledge).analyze(name, bytes, options)
}
