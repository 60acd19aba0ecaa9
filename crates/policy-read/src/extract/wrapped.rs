//! Lines of a text as their author meant them: lines broken at a fixed width are joined, raw tables of Markdown are kept
//! together; refuses to join where the text does not show a width.

use super::plain::starts_item;
use crate::normal::is_han;

/// Widest column at which a text counts as broken, in half-width characters.
const MAX_WIDTH: usize = 130;
/// Narrowest such column.
const MIN_WIDTH: usize = 40;
/// Lines that must end without a full stop near the column.
const MIN_LINES: usize = 4;
/// Lines of one joined paragraph.
const MAX_JOINED: usize = 200;

/// Width in half-width characters.
fn width(line: &str) -> usize {
    line.trim_end()
        .chars()
        .map(|c| {
            if is_han(c) || matches!(u32::from(c), 0x3000..=0x303f | 0xff00..=0xff60) {
                2
            } else {
                1
            }
        })
        .sum()
}

/// The last character ends a sentence or opens a list.
fn ends(line: &str) -> bool {
    line.trim_end()
        .trim_end_matches(['*', '_', '"', '”', ')', '）'])
        .ends_with(['.', '。', '!', '！', '?', '？', ':', '：', ';', '；'])
}

/// True for a line that belongs to no paragraph: a heading, a row, a rule.
fn stands_alone(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(['#', '|', '<'])
        || line.contains('\t')
        || !line.is_empty()
            && line
                .chars()
                .all(|c| matches!(c, '-' | '=' | '*' | '_' | ' '))
}

/// The column at which the lines of a text are broken.
fn column(lines: &[&str]) -> Option<usize> {
    let widths: Vec<usize> = lines
        .iter()
        .filter(|line| !line.trim().is_empty() && !stands_alone(line))
        .map(|line| width(line))
        .collect();
    let widest = widths.iter().copied().max()?;
    if !(MIN_WIDTH..=MAX_WIDTH).contains(&widest) {
        return None;
    }
    let near = |line: &str| !stands_alone(line) && width(line) * 10 >= widest * 7;
    let long = lines.iter().filter(|line| near(line)).count();
    let open = lines
        .iter()
        .filter(|line| near(line) && !ends(line))
        .count();
    // The line after a break goes on in lower case, or in Chinese at nearly the same width.
    let goes_on = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(line, next)| {
            let first = next.trim_start().chars().next();
            let full = width(line) * 10 >= widest * 9;
            near(line)
                && !ends(line)
                && first.is_some_and(|c| c.is_lowercase() || is_han(c) && full)
        })
        .count();
    (open >= MIN_LINES && open * 2 >= long && goes_on * 2 >= open).then_some(widest)
}

/// The lines of a text, joined where they were broken.
pub(super) fn lines(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let Some(column) = column(&lines) else {
        return lines.into_iter().map(str::to_owned).collect();
    };
    let mut out: Vec<String> = Vec::new();
    let mut last = 0;
    let mut joined = 0;
    for line in lines {
        let trimmed = line.trim();
        let goes_on = out.last().is_some_and(|before| {
            !before.trim().is_empty()
                && !stands_alone(before)
                && !trimmed.is_empty()
                && !stands_alone(line)
                && !starts_item(trimmed)
                && !trimmed.starts_with("**")
                && joined < MAX_JOINED
                // A short line was not broken by the column.
                && (last * 10 >= column * 7 || !ends(before) && trimmed.starts_with(char::is_lowercase))
                && !(ends(before) && last * 10 < column * 8)
        });
        last = width(line);
        if let Some(before) = out.last_mut().filter(|_| goes_on) {
            joined += 1;
            let han = before.chars().next_back().is_some_and(is_han)
                || trimmed.chars().next().is_some_and(is_han);
            if !han {
                before.push(' ');
            }
            before.push_str(trimmed);
        } else {
            joined = 0;
            out.push(line.to_owned());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_lines_are_joined_and_others_are_not() {
        let broken = "We collect your name, your e-mail address and the\n\
            telephone number that you give us when you open an\n\
            account, and we keep them for as long as you use the\n\
            service. We never collect your location, contacts or\n\
            photos.\n\n- The first item of a list that goes on and on in\n  a second line.\n- The second.";
        assert_eq!(
            lines(broken),
            [
                "We collect your name, your e-mail address and the telephone number that you give us when you open an \
                 account, and we keep them for as long as you use the service. We never collect your location, \
                 contacts or photos.",
                "",
                "- The first item of a list that goes on and on in a second line.",
                "- The second."
            ]
        );
        let kept = "隐私政策\n我们收集您的手机号。\n我们不收集位置。";
        assert_eq!(lines(kept).len(), 3);
    }
}
