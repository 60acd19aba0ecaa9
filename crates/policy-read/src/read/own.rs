//! Names by which a document calls the app and its operator, so that they count as "we"; refuses names of information
//! and of third parties.

use super::{AppNames, company, role};
use crate::block::{Block, BlockKind};
use crate::words::{Class, Name, Words};

/// Blocks at the beginning in which a document introduces its names.
const LOOKED_AT: usize = 24;
/// Names that are kept.
const MAX_OWN: usize = 12;
/// Longest name in characters.
const MAX_NAME: usize = 30;
/// Bytes within which a company is the first thing that a sentence names.
const FIRST_WORDS: usize = 40;
/// Characters before a quoted name in which a word such as "hereinafter" may stand.
const LEAD: usize = 16;

/// Names in normal form.
pub(super) fn find(words: &Words, blocks: &[Block], app: &AppNames) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for label in &app.labels {
        add(words, label, &mut out);
    }
    for (at, block) in blocks.iter().take(LOOKED_AT).enumerate() {
        if matches!(block.kind, BlockKind::Row { .. }) {
            continue;
        }
        if at < 3
            && let Some(product) = role::product(words, &block.text)
        {
            add(words, &product, &mut out);
        }
        for name in quoted(words, &block.text) {
            add(words, &name, &mut out);
        }
        if at < 12 {
            for name in introduced(words, &block.text) {
                add(words, &name, &mut out);
            }
        }
    }
    out
}

fn add(words: &Words, name: &str, out: &mut Vec<String>) {
    let form = words.normal.of(name.trim());
    let count = form.chars().count();
    if !(2..=MAX_NAME).contains(&count) || out.len() >= MAX_OWN || out.contains(&form) {
        return;
    }
    let marks = words.marks(name.trim(), &form);
    let whole = |place: crate::words::Place| place.start == 0 && place.end == form.len();
    let is_word = [
        Class::SubjectUser,
        Class::SubjectUs,
        Class::AnyInfo,
        Class::ThirdParty,
        Class::SdkWord,
        Class::Cookie,
        Class::MinorOurs,
        Class::Negation,
    ]
    .into_iter()
    .any(|class| marks.of(class).any(whole))
        || marks.has(Class::PolicyTitle)
        || marks.has(Class::PageLicence);
    let is_noun = marks
        .nouns
        .iter()
        .any(|noun| matches!(noun.name, Name::Term(_) | Name::Umbrella(_)) || whole(noun.place));
    let letters = form.chars().filter(|c| c.is_alphanumeric()).count();
    if !is_word && !is_noun && letters >= 2 {
        out.push(form);
    }
}

/// Names in quotes that stand in brackets or behind a word that shortens a name.
fn quoted(words: &Words, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut depth = 0_i32;
    let mut open: Option<(usize, char, bool)> = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('(' | '（', None) => depth += 1,
            (')' | '）', None) => depth -= 1,
            ('“' | '「' | '"' | '《', None) => {
                let head = text.get(..at).unwrap_or_default();
                let from = head.char_indices().rev().nth(LEAD).map_or(0, |(at, _)| at);
                let near = words.normal.of(head.get(from..).unwrap_or_default());
                let marks = words.marks(head.get(from..).unwrap_or_default(), &near);
                let begins = head.trim().is_empty();
                let told = depth > 0 || begins || marks.has(Class::ShortFor);
                open = Some((at + c.len_utf8(), c, told));
            }
            ('”' | '」' | '"' | '》', Some((from, with, told))) => {
                let closes = match with {
                    '“' => c == '”',
                    '「' => c == '」',
                    '《' => c == '》',
                    _ => c == '"',
                };
                if closes {
                    if told && let Some(name) = text.get(from..at) {
                        out.push(name.to_owned());
                    }
                    open = None;
                }
            }
            _ => {}
        }
    }
    out
}

/// Names at the beginning of a sentence that is about who makes the app, and the companies in it.
fn introduced(words: &Words, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for sentence in crate::sentence::sentences(text).into_iter().take(3) {
        let form = words.normal.of(sentence);
        let marks = words.marks(sentence, &form);
        if !marks.has(Class::UsCompany) {
            continue;
        }
        let others = [Class::VerbShare, Class::VerbReceive, Class::SdkWord]
            .into_iter()
            .any(|class| marks.has(class));
        let names_kind = marks.nouns.iter().any(|noun| match noun.name {
            Name::Term(at) => words
                .terms
                .get(usize::from(at))
                .is_some_and(|kinds| !kinds.is_empty()),
            _ => false,
        });
        let first = marks
            .of(Class::CompanySuffix)
            .map(|place| place.start)
            .min()
            .unwrap_or(0);
        if others || names_kind && first > FIRST_WORDS {
            continue;
        }
        for name in company::legal(sentence, &form, &marks) {
            let short = company::without_form(words, &name);
            if short != name {
                out.push(short);
            }
            out.push(name);
        }
        // "Jotter is a …", "豆豆由…提供"
        let end = marks
            .of(Class::Introduces)
            .map(|place| place.start)
            .min()
            .unwrap_or(0);
        let head = crate::normal::original_part(sentence, &form, 0, end).trim();
        let capital = head
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || crate::normal::is_han(c));
        let short = head.split_whitespace().count() <= 4 && head.chars().count() <= 16;
        if capital && short && !head.contains([',', '，', '。', '、', '：', ':']) {
            out.push(
                head.trim_matches(['“', '”', '"', '《', '》', '「', '」'])
                    .to_owned(),
            );
        }
    }
    out
}
