//! The form of text in which words are compared: lower case, half width, simplified; character for character.
//! Refuses to add or drop characters, so that a place in the form is a place in the text.

use std::collections::BTreeMap;

/// Maps characters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Normal {
    pairs: BTreeMap<char, char>,
}

impl Normal {
    /// From pairs of characters, the second of which is used for matching.
    pub(crate) fn new<'a>(pairs: impl Iterator<Item = &'a str>) -> Self {
        let pairs = pairs
            .filter_map(|pair| {
                let mut chars = pair.chars();
                match (chars.next(), chars.next(), chars.next()) {
                    (Some(from), Some(to), None) if from != to => Some((from, to)),
                    _ => None,
                }
            })
            .collect();
        Self { pairs }
    }

    /// The form of a text.
    pub(crate) fn of(&self, text: &str) -> String {
        text.chars().map(|c| self.one(c)).collect()
    }

    fn one(&self, c: char) -> char {
        let c = match c {
            '\u{3000}' | '\u{a0}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '“' | '”' | '「' | '」' | '『' | '』' | '〝' | '〞' => '"',
            '‘' | '’' => '\'',
            '‐' | '‑' | '‒' | '–' => '-',
            '︰' => ':',
            '﹑' | '､' => '、',
            '｡' => '。',
            _ => c,
        };
        if c.is_ascii() {
            return c.to_ascii_lowercase();
        }
        if let Some(to) = self.pairs.get(&c) {
            return *to;
        }
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) => one,
            _ => c,
        }
    }
}

/// True for Chinese characters, on every plane.
pub(crate) fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x323af)
}

/// The part of `original` whose characters stand where bytes `start..end` of its form stand.
pub(crate) fn original_part<'a>(
    original: &'a str,
    form: &str,
    start: usize,
    end: usize,
) -> &'a str {
    let skip = form.get(..start).map_or(0, |part| part.chars().count());
    let take = form.get(start..end).map_or(0, |part| part.chars().count());
    let mut places = original
        .char_indices()
        .map(|(at, _)| at)
        .chain(std::iter::once(original.len()))
        .skip(skip);
    let from = places.next().unwrap_or(original.len());
    let to = if take == 0 {
        from
    } else {
        places.nth(take - 1).unwrap_or(original.len())
    };
    original.get(from..to).unwrap_or_default()
}
