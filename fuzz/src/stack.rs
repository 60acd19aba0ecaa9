//! Pasted call stacks: parsing and the match against the facts of a sample app.

use std::sync::OnceLock;

use app_facts::AppFacts;
use report::mapping::Mapping;
use report::stack::{MatchOptions, Outcome};

/// Finds the stacks in the text and what of the app they agree with.
pub fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let facts = facts();
    let mapping = Mapping::parse(b"com.example.A -> a.b:\n    1:3:void m() -> a\n");
    let has_class = |name: &str| name.starts_with("cn.");
    for stack in report::stack::parse(&text) {
        assert!(!stack.frames.is_empty());
        assert!(stack.text_line >= 1 && stack.text_line <= data.len() + 1);
        for mapping in [None, Some(&mapping)] {
            let options = MatchOptions {
                mapping,
                has_class: Some(&has_class),
            };
            if let Outcome::Matches(matches) = report::stack::find(&stack, facts, &options) {
                for found in matches {
                    assert!(found.access < facts.accesses.len());
                    assert!(
                        found
                            .frames
                            .iter()
                            .all(|one| one.frame < stack.frames.len())
                    );
                }
            }
        }
    }
    let shown = report::text::safe_text(&text);
    assert!(
        !shown
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t')
    );
    let _ = report::text::text_columns(&text);
}

/// Facts of the sample app `weather`.
fn facts() -> &'static AppFacts {
    static FACTS: OnceLock<AppFacts> = OnceLock::new();
    FACTS.get_or_init(|| {
        let bytes = include_bytes!("../../samples/weather/weather.apk");
        let facts = crate::app::analyzer().analyze("a.apk", bytes, &pipeline::Options::default());
        facts.unwrap_or_else(|error| panic!("{error}"))
    })
}
