//! Pages that are no policy of this app: errors, logins, licences, and policies of other apps.
//! Refuses to reject a text that says anything about personal information and names nobody else.

use app_facts::{Statement, StatementType};

use super::{AppNames, InputRole};
use crate::block::Block;
use crate::words::{Class, Words};

/// Characters below which a page that looks like an error is one.
const SHORT_PAGE: usize = 2_500;

/// Characters below which no page can be a policy when it asks for a login.
const TINY_PAGE: usize = 400;

/// Why a document is no policy; `None` when it is one.
pub(super) fn not_a_policy(
    words: &Words,
    blocks: &[Block],
    statements: &[Statement],
    role: InputRole,
    app: &AppNames,
) -> Option<String> {
    let characters: usize = blocks.iter().map(|block| block.text.chars().count()).sum();
    let about = statements
        .iter()
        .filter(|one| {
            matches!(
                one.kind,
                StatementType::Collect | StatementType::Share | StatementType::Deny
            )
        })
        .count();
    let mut counts = [0_usize; 4];
    let classes = [
        Class::PageError,
        Class::PageCheck,
        Class::PageLogin,
        Class::PageLicence,
    ];
    let mut title = false;
    for (at, block) in blocks.iter().take(400).enumerate() {
        let text = super::cut(&block.text, 400);
        let form = words.normal.of(&text);
        let marks = words.marks(&text, &form);
        for (count, class) in counts.iter_mut().zip(classes) {
            *count += marks.of(class).count();
        }
        title |= at < 8 && marks.has(Class::PolicyTitle) && text.chars().count() < 80;
    }
    let [errors, checks, logins, licences] = counts;
    if characters < SHORT_PAGE && (about < 3 || characters < TINY_PAGE) {
        if errors > 0 {
            return Some("an error page".to_owned());
        }
        if checks > 0 {
            return Some("a page that checks the browser".to_owned());
        }
        if logins >= 2 {
            return Some("a login page".to_owned());
        }
    }
    if licences >= 2 && !title && about < 4 {
        return Some("terms of use or a licence, not a privacy policy".to_owned());
    }
    let other = statements
        .iter()
        .filter(|one| {
            !matches!(
                one.kind,
                StatementType::Other | StatementType::Purpose | StatementType::Update
            )
        })
        .count();
    let needed = if role == InputRole::SdkList { 1 } else { 2 };
    if about == 0 && other < needed {
        return Some("no sentence about personal information was found".to_owned());
    }
    another_app(words, blocks, app)
}

/// The name of another product in the title, while nothing in the text names this app.
fn another_app(words: &Words, blocks: &[Block], app: &AppNames) -> Option<String> {
    let names: Vec<String> = app
        .labels
        .iter()
        .chain(&app.operators)
        .chain(std::iter::once(&app.package))
        .map(|name| squash(&words.normal.of(name)))
        .filter(|name| name.chars().count() >= 2)
        .collect();
    if app.labels.is_empty() || names.is_empty() {
        return None;
    }
    let named = blocks.iter().any(|block| {
        let text = squash(&words.normal.of(&block.text));
        names.iter().any(|name| text.contains(name.as_str()))
    });
    if named {
        return None;
    }
    let product = blocks
        .iter()
        .take(6)
        .find_map(|block| product(words, &block.text))?;
    let form = squash(&words.normal.of(&product));
    let close = names
        .iter()
        .any(|name| form.contains(name.as_str()) || name.contains(&form));
    (!close).then(|| format!("it names {product} and never this app; naming its operator tells that it covers this app too"))
}

/// Words before "policy" that name no product.
const GENERAL: [&str; 10] = [
    "our", "the", "本", "应用", "软件", "产品", "mobile", "data", "app", "website",
];

/// Adds the names by which the text calls this app.
pub(super) fn add_own_names(
    words: &Words,
    blocks: &[Block],
    app: &AppNames,
    names: &mut Vec<String>,
) {
    for label in app.labels.iter().chain(std::iter::once(&app.package)) {
        let form = squash(&words.normal.of(label));
        if form.chars().count() < 2 || names.contains(label) {
            continue;
        }
        let called = blocks
            .iter()
            .any(|block| squash(&words.normal.of(&block.text)).contains(form.as_str()));
        if called {
            names.push(label.clone());
        }
    }
}

/// The product in a title such as "云朵记账隐私政策" or "BrightNotes Privacy Policy".
pub(super) fn product(words: &Words, title: &str) -> Option<String> {
    let form = words.normal.of(title);
    let marks = words.marks(title, &form);
    let place = marks
        .of(Class::PolicyTitle)
        .min_by_key(|place| place.start)?;
    if title.chars().count() > 60 {
        return None;
    }
    let name = crate::normal::original_part(title, &form, 0, place.start)
        .trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '《' | '》' | '"' | '“' | '”' | '-' | '—' | '|' | ':' | '：' | '#' | '*'
                )
        })
        .trim_end_matches("用户")
        .trim_end_matches("APP")
        .trim_end_matches("App")
        .trim();
    let is_sentence = name.contains(['，', ',', '。', '：', ':', '“', '”', '"', '、', '；']);
    if is_sentence || name.chars().count() > 40 {
        return None;
    }
    let is_general = GENERAL.contains(&name.to_lowercase().as_str());
    (name.chars().count() >= 2 && !is_general).then(|| name.to_owned())
}

fn squash(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
