//! The whole way from bytes to the report, in JSON and as text.

use std::sync::OnceLock;

use pipeline::{AnalyzeError, Analyzer, Options};
use report::text::TextOptions;
use report::{Labels, Lang, RunInfo};
use ruleset::Knowledge;

/// The analyser with the embedded catalogues, made once.
pub(crate) fn analyzer() -> &'static Analyzer<'static> {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    static ANALYZER: OnceLock<Analyzer<'static>> = OnceLock::new();
    ANALYZER.get_or_init(|| {
        let knowledge = KNOWLEDGE
            .get_or_init(|| Knowledge::from_image(knowledge_image::IMAGE).unwrap_or_else(|error| panic!("{error}")));
        Analyzer::new(knowledge)
    })
}

/// Analyses the bytes as an app and renders what comes of it.
pub fn run(data: &[u8]) {
    let options = Options {
        limits: crate::container::limits(),
        ..Options::default()
    };
    let facts = match analyzer().analyze("a.apk", data, &options) {
        Ok(facts) => facts,
        Err(AnalyzeError::Internal(message)) => panic!("{message}"),
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let json = report::json::render(&facts, &RunInfo::default());
    let value: Result<serde_json::Value, _> = serde_json::from_str(&json);
    assert!(value.is_ok(), "{value:?}");
    for lang in [Lang::Zh, Lang::En] {
        let options = TextOptions {
            lang,
            colour: false,
            width: 100,
            verbose: true,
            mapping: None,
        };
        let text = report::text::render(&facts, &RunInfo::default(), &Labels::default(), &options);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
    }
}
