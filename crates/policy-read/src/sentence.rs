//! Splits a block into sentences; knows Chinese and English ends and the abbreviations that end none.

use crate::limits::MAX_SENTENCE;

/// Words before a full stop that end no sentence, in lower case.
const ABBREVIATIONS: [&str; 34] = [
    "inc", "ltd", "co", "corp", "llc", "e.g", "i.e", "etc", "no", "nos", "art", "sec", "st", "ave",
    "rd", "dr", "mr", "mrs", "ms", "vs", "u.s", "u.k", "b.v", "n.v", "s.a", "p.o", "pte", "pty",
    "attn", "tel", "approx", "jan", "aug", "sept",
];

/// The sentences of a text, trimmed, in order.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut count = 0_usize;
    let mut brackets = 0_u32;
    let mut iter = text.char_indices().peekable();
    while let Some((at, c)) = iter.next() {
        count += 1;
        match c {
            '（' | '(' => brackets += 1,
            '）' | ')' => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        let after = at + c.len_utf8();
        let next = iter.peek().map(|(_, next)| *next);
        let ends = match c {
            '\n' => true,
            '。' | '！' | '？' | '；' | '!' | '?' => brackets == 0 || count > 400,
            ';' => brackets == 0 && next.is_none_or(char::is_whitespace),
            '.' => {
                next.is_none_or(char::is_whitespace)
                    && brackets == 0
                    && !is_abbreviation(text.get(start..at).unwrap_or_default())
                    && !starts_lower(text.get(after..).unwrap_or_default())
            }
            _ => count >= MAX_SENTENCE,
        };
        if ends {
            let mut end = after;
            // A closing quote belongs to the sentence.
            while let Some(&(place, close)) = iter.peek() {
                if matches!(close, '”' | '’' | '"' | '」' | '』') {
                    end = place + close.len_utf8();
                    iter.next();
                } else {
                    break;
                }
            }
            push(&mut out, text.get(start..end));
            start = end;
            count = 0;
            brackets = 0;
        }
    }
    push(&mut out, text.get(start..));
    out
}

fn push<'a>(out: &mut Vec<&'a str>, part: Option<&'a str>) {
    let part = part.unwrap_or_default().trim();
    if part.chars().any(char::is_alphanumeric) {
        out.push(part);
    }
}

/// True when the text ends in an abbreviation, an initial, or a number of a list.
fn is_abbreviation(text: &str) -> bool {
    let word = text
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | ',' | '"'))
        .next()
        .unwrap_or_default();
    let lower = word.to_lowercase();
    ABBREVIATIONS.contains(&lower.as_str())
        || (word.chars().count() == 1 && word.chars().all(char::is_uppercase))
        || (word.len() == text.trim_start().len()
            && word.chars().all(|c| c.is_ascii_digit() || c == '.'))
        || (word.chars().count() == 1 && word.len() == text.trim_start().len())
}

fn starts_lower(rest: &str) -> bool {
    rest.trim_start()
        .chars()
        .next()
        .is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_english_ends() {
        assert_eq!(
            sentences("我们收集手机号。我们不收集位置；如需，另行告知！好"),
            [
                "我们收集手机号。",
                "我们不收集位置；",
                "如需，另行告知！",
                "好"
            ]
        );
        assert_eq!(
            sentences("Google Inc. collects data, e.g. names. We do not. 1. Items remain"),
            [
                "Google Inc. collects data, e.g. names.",
                "We do not.",
                "1. Items remain"
            ]
        );
        assert_eq!(sentences("𠮷野家。𠮷？"), ["𠮷野家。", "𠮷？"]);
    }

    #[test]
    fn an_endless_run_is_cut() {
        let text = "啊".repeat(MAX_SENTENCE * 2 + 5);
        assert_eq!(sentences(&text).len(), 3);
    }
}
