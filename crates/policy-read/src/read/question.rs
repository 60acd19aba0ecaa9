//! Questions and their answers: what a question asks about stands behind a short answer; refuses to guess an answer
//! that says more than yes or no.

use app_facts::StatementType;

use super::table::longest_bare;
use super::{Found, spread, table};
use crate::words::{Class, Marks, Name, Words};

/// Longest question in characters: Chinese, and others.
const MAX_QUESTION: (usize, usize) = (60, 160);
/// Longest clause that is a bare yes or no, in bytes.
const MAX_ANSWER: usize = 30;

/// What a question asks about.
#[derive(Debug, Clone, Default)]
pub(super) struct Question {
    data: Vec<String>,
    umbrellas: Vec<u16>,
    any: bool,
    share: bool,
    permissions: Vec<u16>,
}

/// The text of a question without the mark before it; `None` when the text is none.
pub(super) fn question(text: &str) -> Option<&str> {
    let text = without_mark(
        text,
        &["问：", "问:", "問：", "問:", "Q：", "Q:", "Q.", "问 ", "Q "],
    );
    let han = text.chars().any(crate::normal::is_han);
    let limit = if han { MAX_QUESTION.0 } else { MAX_QUESTION.1 };
    let trimmed = text.trim_end();
    let body = trimmed.strip_suffix(['?', '？'])?;
    let one = !body.contains(['。', '？', '?', '！', '\n']) && !body.contains(". ");
    (one && body.chars().count() <= limit).then_some(text)
}

/// The text of an answer without the mark before it.
pub(super) fn answer(text: &str) -> &str {
    without_mark(text, &["答：", "答:", "A：", "A:", "A."])
}

fn without_mark<'t>(text: &'t str, marks: &[&str]) -> &'t str {
    marks
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
        .map_or(text, str::trim_start)
}

impl Question {
    /// Reads a question.
    pub(super) fn of(words: &Words, text: &str) -> Self {
        let form = words.normal.of(text);
        let marks = words.marks(text, &form);
        let mut out = Self {
            any: marks.has(Class::AnyInfo),
            share: marks.has(Class::VerbShare) || marks.has(Class::ThirdParty),
            ..Self::default()
        };
        for noun in &marks.nouns {
            match noun.name {
                Name::Term(at) => {
                    out.data.extend(
                        words
                            .terms
                            .get(usize::from(at))
                            .into_iter()
                            .flatten()
                            .cloned(),
                    );
                }
                Name::Umbrella(at) => out.umbrellas.push(at),
                Name::Permission(at) => out.permissions.push(at),
                Name::Sdk(_) | Name::Vendor(_) => {}
            }
        }
        let asks = marks.has(Class::PermissionWord) || marks.has(Class::Why);
        if asks && out.permissions.is_empty() {
            out.permissions = longest_bare(&marks.bare);
        } else if !asks {
            out.permissions.clear();
        }
        out
    }

    /// What the first sentence of the answer says by itself.
    pub(super) fn answered(&self, words: &Words, form: &str, marks: &Marks) -> Vec<Found> {
        let mut found = Vec::new();
        if !self.permissions.is_empty() {
            table::permission_statements(words, &self.permissions, &mut found);
            found.push(Found::new(StatementType::Purpose));
        }
        let clause = form
            .find([',', '。', '.', '!', ';', ':'])
            .unwrap_or(form.len());
        let no = clause <= MAX_ANSWER
            && marks
                .of(Class::AnswerNo)
                .any(|place| place.start == 0 && place.end <= clause);
        let nothing = self.data.is_empty() && self.umbrellas.is_empty();
        if no && (!nothing || self.any || self.share) {
            let base =
                Found::new(StatementType::Deny).topic(if self.share { "share" } else { "collect" });
            let whole = ["*".to_owned()];
            let data = if nothing {
                &whole[..]
            } else {
                self.data.as_slice()
            };
            spread(words, &base, data, &self.umbrellas, &[], &mut found);
        }
        found
    }
}
