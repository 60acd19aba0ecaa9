//! The order of stages: bytes in, facts out.
//!
//! This is the only place that knows which stage follows which. It does no I/O: a caller hands it a name and bytes.
//! A part that cannot be read leaves a gap and the rest goes on; a panic anywhere below becomes an error of that app
//! alone.

mod app;
mod code;
mod layouts;
mod manifest;
mod marks;

use app_facts::AppFacts;
use call_graph::Index;
use ruleset::Knowledge;

/// How an app is analysed.
#[derive(Debug, Clone)]
pub struct Options {
    /// Locale whose texts are kept beside the default ones.
    pub locale: String,
    /// Bounds on archives.
    pub limits: apk_unpack::Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            locale: "zh-CN".to_owned(),
            limits: apk_unpack::Limits::default(),
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
}

impl<'k> Analyzer<'k> {
    /// Arranges the catalogues once.
    pub fn new(knowledge: &'k Knowledge) -> Self {
        Self {
            index: Index::new(knowledge),
        }
    }

    /// Analyses one app given by a file name (without any path) and its bytes.
    pub fn analyze(
        &self,
        name: &str,
        bytes: &[u8],
        options: &Options,
    ) -> Result<AppFacts, AnalyzeError> {
        let run = std::panic::AssertUnwindSafe(|| app::analyze(name, bytes, &self.index, options));
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
pub fn analyze(
    name: &str,
    bytes: &[u8],
    knowledge: &Knowledge,
    options: &Options,
) -> Result<AppFacts, AnalyzeError> {
    Analyzer::new(knowledge).analyze(name, bytes, options)
}
