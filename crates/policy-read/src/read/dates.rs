//! Date and version that a document gives for itself; refuses dates that stand in the text for something else.

use crate::block::Block;
use crate::words::{Class, Words};

/// Blocks at the beginning and at the end in which a date is looked for.
const HEAD: usize = 14;
const TAIL: usize = 6;
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Blocks at the beginning in which a line that is hardly more than a date counts.
const BARE_HEAD: usize = 5;
/// Longest such line in characters.
const BARE: usize = 40;
/// Most letters in it.
const BARE_WORDS: usize = 18;

/// A short line that holds a date with its day.
fn mostly_date(form: &str) -> bool {
    let words = form
        .chars()
        .filter(|c| c.is_alphabetic() && !matches!(c, '年' | '月' | '日'))
        .count();
    let is_short = form.chars().count() <= BARE && words <= BARE_WORDS;
    is_short && !form.ends_with('。') && date(form).is_some_and(|date| date.len() == 10)
}

/// Date of the last change, else of effect, and the version.
pub(super) fn find(words: &Words, blocks: &[Block]) -> (Option<String>, Option<String>) {
    let mut best: Option<(u8, String)> = None;
    let mut version = None;
    let tail = blocks
        .len()
        .saturating_sub(TAIL)
        .max(HEAD.min(blocks.len()));
    let looked = blocks.iter().take(HEAD).chain(blocks.iter().skip(tail));
    for (at, block) in looked.enumerate() {
        let form = words.normal.of(&block.text);
        let marks = words.marks(&block.text, &form);
        let rank = if marks.has(Class::DateUpdated) {
            0
        } else if marks.has(Class::DateEffective) {
            1
        } else if (at < BARE_HEAD || at >= HEAD.min(blocks.len())) && mostly_date(&form) {
            // "Version 5, 1 July 2025", "2025年3月1日起": a line of its own at the head.
            2
        } else {
            continue;
        };
        if block.text.chars().count() > 160 && rank > 0 {
            continue;
        }
        let after = marks
            .of(if rank == 0 {
                Class::DateUpdated
            } else {
                Class::DateEffective
            })
            .filter(|_| rank < 2)
            .map(|place| place.start)
            .min()
            .unwrap_or(0);
        let date = form.get(after..).and_then(date).or_else(|| date(&form));
        if let Some(date) = date
            && best.as_ref().is_none_or(|(have, _)| rank < *have)
        {
            best = Some((rank, date));
        }
        version = version.or_else(|| version_in(&form));
    }
    for block in blocks.iter().take(HEAD) {
        if version.is_none() && block.text.chars().count() < 80 {
            version = version_in(&words.normal.of(&block.text));
        }
    }
    (best.map(|(_, date)| date), version)
}

/// A version that stands alone: `v1.6` at the end or beginning of a short line.
fn marked_version(form: &str) -> Option<String> {
    if form.chars().count() > BARE {
        return None;
    }
    form.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|' | '/' | ','))
        .find_map(|word| {
            let number = word.strip_prefix('v')?;
            let digits = number.starts_with(|c: char| c.is_ascii_digit())
                && number.chars().all(|c| c.is_ascii_digit() || c == '.')
                && number.contains('.');
            digits.then(|| word.to_owned())
        })
}

fn version_in(form: &str) -> Option<String> {
    if let Some(version) = marked_version(form) {
        return Some(version);
    }
    for word in [
        "版本号",
        "版本",
        "version",
        "ver.",
        "rev.",
        "revision",
        "第",
    ] {
        for (at, _) in form.match_indices(word) {
            let rest = form
                .get(at + word.len()..)?
                .trim_start_matches([':', ' ', '号', '.']);
            let v = rest.strip_prefix('v').unwrap_or(rest);
            let number: String = v
                .chars()
                .take_while(|c| c.is_ascii_digit() || *c == '.')
                .collect();
            let number = number.trim_end_matches('.');
            let ends = v.get(number.len()..).unwrap_or_default();
            if !number.is_empty()
                && number.len() <= 12
                && !number.starts_with("20")
                && !ends.starts_with(['年', '月', '-'])
                && (word != "第" || ends.starts_with('版'))
            {
                let mark = if rest.starts_with('v') { "V" } else { "" };
                return Some(format!("{mark}{number}"));
            }
        }
    }
    None
}

/// The first date of a text as `YYYY-MM-DD`, or `YYYY-MM` without a day.
fn date(form: &str) -> Option<String> {
    let numbers = numbers(form);
    for window in 0..numbers.len() {
        let (start, end, year) = *numbers.get(window)?;
        if !(1990..=2099).contains(&year) {
            continue;
        }
        let next = numbers.get(window + 1);
        let then = numbers.get(window + 2);
        let between = |a: usize, b: usize| form.get(a..b).unwrap_or_default().trim();
        // 2024年3月15日, 2024-03-15, 2024.3.15
        if let Some((m_start, m_end, month)) = next
            && ["年", "-", "/", "."].contains(&between(end, *m_start))
            && (1..=12).contains(month)
        {
            if let Some((d_start, _, day)) = then
                && ["月", "-", "/", "."].contains(&between(*m_end, *d_start))
                && (1..=31).contains(day)
            {
                return Some(format!("{year}-{month:02}-{day:02}"));
            }
            return Some(format!("{year}-{month:02}"));
        }
        // May 1, 2024 · 1 May 2024 · 5/5/2025
        let before = form.get(..start)?;
        if let Some(month) = month_before(before) {
            let day = window
                .checked_sub(1)
                .and_then(|at| numbers.get(at))
                .filter(|(day_start, _, day)| (1..=31).contains(day) && start - day_start < 24)
                .map(|(_, _, day)| *day);
            return Some(match day {
                Some(day) => format!("{year}-{month:02}-{day:02}"),
                None => format!("{year}-{month:02}"),
            });
        }
        if let (Some(one), Some(two)) = (
            window.checked_sub(2).and_then(|at| numbers.get(at)),
            window.checked_sub(1).and_then(|at| numbers.get(at)),
        ) && between(one.1, two.0) == "/"
            && between(two.1, start) == "/"
        {
            let (month, day) = if one.2 > 12 {
                (two.2, one.2)
            } else {
                (one.2, two.2)
            };
            if (1..=12).contains(&month) && (1..=31).contains(&day) {
                return Some(format!("{year}-{month:02}-{day:02}"));
            }
        }
    }
    None
}

fn month_before(before: &str) -> Option<usize> {
    let tail: String = before
        .chars()
        .rev()
        .take(24)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    MONTHS
        .iter()
        .enumerate()
        .filter_map(|(at, name)| {
            let short = name.get(..3)?;
            let found = tail.rfind(short)?;
            let alone = tail
                .get(..found)
                .and_then(|text| text.chars().next_back())
                .is_none_or(|c| !c.is_alphabetic());
            alone.then_some((found, at + 1))
        })
        .max()
        .map(|(_, month)| month)
}

/// Numbers of at most four digits: start, end, value.
fn numbers(form: &str) -> Vec<(usize, usize, u32)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in form
        .char_indices()
        .chain(std::iter::once((form.len(), ' ')))
    {
        match (c.is_ascii_digit(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                if at - from <= 4
                    && let Some(Ok(value)) = form.get(from..at).map(str::parse)
                {
                    out.push((from, at, value));
                }
                start = None;
            }
            _ => {}
        }
        if out.len() > 64 {
            break;
        }
    }
    out
}
