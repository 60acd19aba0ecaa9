//! Words such as "phone" or "language" that name information among other names and are ordinary words elsewhere;
//! refuses them outside lists.

use super::marks::{Candidate, Name};

/// Such words in a row that make a list by themselves.
const ENOUGH: usize = 3;
/// Longest text between two parts of a list, in bytes.
const MAX_BETWEEN: usize = 28;

/// Words that may stand between two parts of a list.
const BETWEEN: [&str; 16] = [
    "", "and", "or", "your", "their", "the", "a", "an", "any", "和", "与", "及", "或", "以及",
    "您的", "你的",
];

/// True for a text that joins two parts of a list.
fn joins(between: &str) -> bool {
    if between.len() > MAX_BETWEEN {
        return false;
    }
    let separates = |c: char| matches!(c, ',' | '、' | '/' | '|' | ';' | '&' | '(' | '+' | '·');
    let mut words = between.split(|c: char| {
        separates(c) || matches!(c, ')' | '"' | '*' | '-' | '[' | ']') || c.is_whitespace()
    });
    let joined = between.contains(separates)
        || words
            .clone()
            .any(|word| matches!(word, "and" | "or" | "和" | "与" | "及" | "或" | "以及"));
    joined && words.all(|word| BETWEEN.contains(&word))
}

/// Drops the words that stand in no list.
pub(super) fn keep(form: &str, terms: &[Vec<String>], nouns: &mut Vec<Candidate>) {
    if !nouns.iter().any(|one| one.listed) {
        return;
    }
    let informs = |one: &Candidate| {
        one.names.iter().any(|name| match name {
            Name::Term(at) => terms
                .get(usize::from(*at))
                .is_some_and(|kinds| !kinds.is_empty()),
            Name::Umbrella(_) => true,
            _ => false,
        })
    };
    // Runs of nouns that a list joins.
    let mut kept = vec![false; nouns.len()];
    let mut start = 0;
    while start < nouns.len() {
        let mut end = start + 1;
        while let (Some(last), Some(next)) = (nouns.get(end - 1), nouns.get(end)) {
            let between = form
                .get(last.place.end..next.place.start)
                .unwrap_or_default();
            if !(informs(next) && joins(between)) {
                break;
            }
            end += 1;
        }
        let run = nouns.get(start..end).unwrap_or_default();
        let plain = run.iter().any(|one| !one.listed && informs(one));
        let whole = match (run.first(), run.last()) {
            (Some(first), Some(last)) => alone(form, first.place.start, last.place.end),
            _ => false,
        };
        if plain || run.len() >= ENOUGH || whole {
            for one in kept.iter_mut().take(end).skip(start) {
                *one = true;
            }
        }
        start = end;
    }
    let mut at = 0;
    nouns.retain(|one| {
        let keep =
            !one.listed || kept.get(at).copied().unwrap_or(false) || object(form, one.place.start);
        at += 1;
        keep
    });
}

/// Chinese verbs whose object is information, also when its name is an ordinary word.
const TAKES: [&str; 12] = [
    "收集", "采集", "搜集", "获取", "读取", "记录", "获得", "填写", "提交", "上传", "输入", "录入",
];

/// True for the object of a verb of collecting: "收集您的账号".
fn object(form: &str, start: usize) -> bool {
    let before = form.get(..start).unwrap_or_default().trim_end_matches('"');
    let before = ["您的", "你的", "用户的", "其", "该"]
        .iter()
        .find_map(|owner| before.strip_suffix(owner))
        .unwrap_or(before);
    if TAKES.iter().any(|verb| before.ends_with(verb)) {
        return true;
    }
    let before = before.trim_end();
    before
        .strip_suffix(" your")
        .is_some_and(|before| TAKES_YOUR.iter().any(|verb| before.ends_with(verb)))
}

/// English verbs whose object is information when "your" stands before it.
const TAKES_YOUR: [&str; 26] = [
    "collect", "collects", "store", "stores", "record", "records", "read", "reads", "access",
    "receive", "receives", "save", "saves", "process", "log", "logs", "share", "shares", "see",
    "sees", "know", "obtain", "gather", "ask for", "upload", "track",
];

/// True when nothing but marks stands around a part of the text.
fn alone(form: &str, start: usize, end: usize) -> bool {
    let empty = |part: Option<&str>| {
        part.is_some_and(|part| {
            part.chars()
                .all(|c| !c.is_alphabetic() && !matches!(c, '。' | '.'))
        })
    };
    empty(form.get(..start)) && empty(form.get(end..))
}
