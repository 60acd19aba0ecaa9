//! Columns of text on a terminal, and text made safe to print; refuses control characters.

use std::borrow::Cow;

/// Characters that take two columns: Unicode 16 East Asian Width `W` and `F`, in merged ranges, and
/// emoji shown as pictures. <https://www.unicode.org/reports/tr11/>
const WIDE: [(u32, u32); 26] = [
    (0x1100, 0x115F),
    (0x231A, 0x231B),
    (0x2329, 0x232A),
    (0x23E9, 0x23EC),
    (0x2614, 0x2615),
    (0x26A1, 0x26A1),
    (0x2705, 0x2705),
    (0x274C, 0x274C),
    (0x2753, 0x2757),
    (0x2795, 0x2797),
    (0x2B50, 0x2B50),
    (0x2E80, 0x303E),
    (0x3041, 0x33FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0xA4CF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE6F),
    (0xFF00, 0xFF60),
    (0xFFE0, 0xFFE6),
    (0x16FE0, 0x18DFF),
    (0x1B000, 0x1B2FF),
    (0x1F300, 0x1F64F),
    (0x1F680, 0x1FAFF),
    (0x20000, 0x3FFFD),
];

/// Characters that take no column: combining marks, joiners, variation selectors, skin tones.
const ZERO: [(u32, u32); 10] = [
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x200B, 0x200D),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0x1F3FB, 0x1F3FF),
    (0xE0100, 0xE01EF),
];

/// Columns of one character.
pub(super) fn char_columns(c: char) -> usize {
    let code = u32::from(c);
    if code < 0x0300 {
        return 1;
    }
    let within = |ranges: &[(u32, u32)]| {
        ranges
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&code))
    };
    if within(&ZERO) {
        0
    } else if within(&WIDE) {
        2
    } else {
        1
    }
}

/// Columns of a text without terminal colours.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(char_columns).sum()
}

/// The text followed by spaces up to `width` columns.
pub(super) fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(missing))
}

/// The text with spaces before it up to `width` columns.
pub(super) fn pad_left(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(columns(text));
    format!("{}{text}", " ".repeat(missing))
}

/// The text cut to `width` columns, with `…` for what is missing at the end.
pub(super) fn shorten(text: &str, width: usize) -> Cow<'_, str> {
    if columns(text) <= width {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += char_columns(c);
        if used > width {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    Cow::Owned(kept)
}

/// Breaks a text into lines of at most `width` columns: after spaces and Chinese punctuation where there is one,
/// otherwise anywhere.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(10);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    let mut chars = text.chars();
    // Byte length of the line up to the last place where it may break.
    let mut break_at = 0;
    while let Some(c) = chars.next() {
        let cost = char_columns(c);
        if used + cost > width && !line.is_empty() {
            let rest = if break_at > 0 {
                line.split_off(break_at)
            } else {
                String::new()
            };
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            line = rest;
            used = columns(&line);
            break_at = 0;
        }
        if !(line.is_empty() && c == ' ') {
            line.push(c);
            used += cost;
        }
        // A wide character may end a line, unless punctuation follows that must not begin one.
        let next_is_closing = chars
            .clone()
            .next()
            .is_some_and(|next| "，。、；：！？）》」】”’".contains(next));
        if (c == ' ' || (cost == 2 && !"（《「【“‘".contains(c))) && !next_is_closing {
            break_at = line.len();
        }
    }
    if !line.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Text of the app with everything that could steer a terminal or hide its direction written out.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    let steers = |c: char| {
        c.is_control()
            || matches!(
                c,
                '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{200e}' | '\u{200f}'
            )
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(columns("信息"), 4);
        assert_eq!(columns("𠮷"), 2);
        assert_eq!(columns("abc，"), 5);
        assert_eq!(columns("e\u{301}"), 1);
        assert_eq!(columns("🛰"), 2);
        assert_eq!(columns("›·…"), 3);
        assert_eq!(pad("信息", 6), "信息  ");
        assert_eq!(pad_left("信", 3), " 信");
    }

    #[test]
    fn cutting_never_exceeds_the_width() {
        assert_eq!(shorten("信息采集", 8), "信息采集");
        assert_eq!(shorten("信息采集", 7), "信息采…");
        assert_eq!(shorten("信息采集", 6), "信息…");
        assert_eq!(shorten("abcdef", 3), "ab…");
        for line in wrap("一二三四五六七八九十，甲乙丙丁 latin words follow here", 12)
        {
            assert!(columns(&line) <= 12, "{line}");
        }
        assert_eq!(wrap("aaaaaaaaaaaaaaaa", 10), ["aaaaaaaaaa", "aaaaaa"]);
        assert_eq!(wrap("one two three", 10), ["one two", "three"]);
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(safe("信息𠮷"), "信息𠮷");
        assert_eq!(safe("\u{1b}[31mred"), "\\u{1b}[31mred");
        assert_eq!(safe("a\u{202e}b\nc"), "a\\u{202e}b\\u{a}c");
    }
}
