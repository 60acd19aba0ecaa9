//! Plain text and Markdown to blocks: headings, items and tables by their marks; refuses to guess from layout alone.

use super::Blocks;
use crate::block::{Block, BlockKind, squeeze};
use crate::limits::MAX_CELLS;
use crate::normal::is_han;

/// Longest heading without a mark, in characters: Chinese, and others.
const MAX_HEADING: (usize, usize) = (26, 70);

/// Reads text line by line.
pub(crate) fn read(text: &str) -> Blocks {
    let mut blocks = Blocks::default();
    let mut table: Option<u32> = None;
    let mut tables = 0;
    let mut raw: Option<String> = None;
    let all = super::wrapped::lines(text);
    let marked = all
        .iter()
        .any(|line| markdown_heading(line.trim()).is_some());
    for (at, line) in all.iter().enumerate() {
        let line = squeeze_keep_tabs(line);
        if let Some(page) = &mut raw {
            // A table of HTML inside Markdown.
            page.push_str(&line);
            page.push('\n');
            if line.contains("</table") {
                raw_table(page, &mut tables, &mut blocks);
                raw = None;
            }
            continue;
        }
        if line.trim_start().starts_with("<table") && !line.contains("</table") {
            raw = Some(line);
            continue;
        }
        if line.trim().is_empty() {
            table = None;
            continue;
        }
        let line = line
            .trim_start()
            .strip_prefix("> ")
            .map_or(line.clone(), str::to_owned);
        if is_underline(line.trim()) {
            // A line of `=` or `-` makes the line above it a heading.
            if let Some(last) = blocks.list.last_mut()
                && last.kind == BlockKind::Paragraph
                && may_be_heading(&last.text)
            {
                last.kind = BlockKind::Heading(if line.trim().starts_with('=') { 1 } else { 2 });
            }
            continue;
        }
        if let Some(cells) = cells(&line) {
            let number = *table.get_or_insert_with(|| {
                tables += 1;
                tables
            });
            if !is_rule(&cells) {
                blocks.push(Block::row(number, &cells, false));
            } else if let Some(Block {
                kind: BlockKind::Row { table, header, .. },
                ..
            }) = blocks.list.last_mut()
                && *table == number
                && alone(&all, at)
            {
                // The rule of Markdown stands below the header.
                *header = true;
            }
            continue;
        }
        table = None;
        let trimmed = line.trim();
        if let Some((level, text)) = markdown_heading(trimmed) {
            blocks.text(BlockKind::Heading(level), &plain(text));
            continue;
        }
        let is_item = item_text(trimmed).is_some();
        let text = plain(item_text(trimmed).unwrap_or(trimmed));
        let kind = if is_item {
            BlockKind::Item
        } else if is_emphasised(trimmed) && may_be_heading(&text) {
            BlockKind::Heading(5)
        } else if is_capitals(&text) {
            BlockKind::Heading(3)
        } else if !marked && stands_over(&all, at, &text) {
            BlockKind::Heading(4)
        } else {
            kind_of(&text)
        };
        blocks.text(kind, &text);
        if blocks.cut {
            break;
        }
    }
    if let Some(page) = raw {
        raw_table(&page, &mut tables, &mut blocks);
    }
    blocks
}

/// Reads a table of HTML; its rows keep the numbers of tables apart.
fn raw_table(page: &str, tables: &mut u32, blocks: &mut Blocks) {
    for mut block in super::html::read(page).list {
        if let BlockKind::Row { table, .. } = &mut block.kind {
            *table += *tables;
        }
        blocks.push(block);
    }
    *tables += 64;
}

/// A rule, or the underline of a heading.
fn is_underline(line: &str) -> bool {
    line.chars().count() >= 3
        && (line.chars().all(|c| c == '=')
            || line.chars().all(|c| c == '-')
            || line.chars().all(|c| matches!(c, '*' | ' ')))
}

fn squeeze_keep_tabs(line: &str) -> String {
    line.chars()
        .filter(|c| !matches!(c, '\u{200b}' | '\u{feff}' | '\0' | '\u{c}'))
        .collect()
}

/// A row of a Markdown table, or of a table whose cells are set apart by tabs.
fn cells(line: &str) -> Option<Vec<String>> {
    let trimmed = line.trim();
    if trimmed.starts_with('|') && trimmed.len() > 1 {
        let inner = trimmed.trim_start_matches('|');
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        return Some(
            inner
                .split('|')
                .take(MAX_CELLS)
                .map(|cell| plain(cell.trim()))
                .collect(),
        );
    }
    let separator = if trimmed.contains('\t') { '\t' } else { '|' };
    let parts: Vec<&str> = trimmed.split(separator).take(MAX_CELLS).collect();
    (parts.len() >= 3 && !parts.iter().all(|part| part.trim().is_empty()))
        .then(|| parts.iter().map(|cell| plain(cell.trim())).collect())
}

/// The line between header and rows of a Markdown table.
fn is_rule(cells: &[String]) -> bool {
    cells.iter().all(|cell| {
        let cell = cell.trim();
        cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':' | ' '))
    })
}

/// True for a rule that stands below the first row of its table.
fn alone(lines: &[String], at: usize) -> bool {
    at.checked_sub(2)
        .and_then(|before| lines.get(before))
        .is_none_or(|line| cells(line).is_none())
}

fn markdown_heading(line: &str) -> Option<(u8, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line.get(level..)?;
    let level = u8::try_from(level).ok()?;
    ((1..=6).contains(&level) && rest.starts_with(' ')).then(|| (level, rest.trim()))
}

/// The text behind a bullet.
fn item_text(line: &str) -> Option<&str> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    match first {
        '-' | '*' | '+' | '–' | '—' => rest
            .strip_prefix([' ', '\t', '\u{3000}'])
            .map(str::trim_start),
        '•' | '·' | '●' | '○' | '■' | '□' | '◆' | '◇' | '▪' | '➢' | '►' | '▶' | '\u{f0b7}'
        | '‣' | '✓' => Some(rest.trim_start()),
        _ => None,
    }
}

/// Bytes in which the end of a link or tag is looked for.
const NEAR: usize = 400;

/// The first bytes of a text, up to a character.
fn head(text: &str) -> &str {
    let end = (0..=NEAR.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// Without the marks of Markdown: emphasis, links, tags and escapes.
fn plain(text: &str) -> String {
    let text = text.replace("**", "").replace("__", "").replace('`', "");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '[' | '!' => {
                let inner = if c == '!' {
                    after.strip_prefix('[')
                } else {
                    Some(after)
                };
                let link = inner.and_then(|inner| {
                    let near = head(inner);
                    let (name, tail) = near.split_once("](")?;
                    let target = tail.find(')')?;
                    let end = name.len() + 2 + target + 1;
                    (!name.contains(['[', ']'])).then_some((name, inner.get(end..)?))
                });
                if let Some((name, tail)) = link {
                    out.push_str(if c == '!' { "" } else { name });
                    rest = tail;
                    continue;
                }
                out.push(c);
            }
            '<' => {
                let tag =
                    after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
                let end = head(after).find('>').filter(|_| tag);
                let address = after.starts_with("http") || after.starts_with("mailto");
                if let Some(end) = end.filter(|_| !address) {
                    let name = after.get(..end).unwrap_or_default();
                    if !name.contains('@') {
                        out.push(' ');
                        rest = after.get(end + 1..).unwrap_or_default();
                        continue;
                    }
                }
                out.push(' ');
            }
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {}
            '*' if after.starts_with(char::is_alphanumeric)
                || out.ends_with(char::is_alphanumeric) => {}
            c => out.push(c),
        }
        rest = after;
    }
    if out.contains('&') {
        let mut decoded = String::with_capacity(out.len());
        super::markup::decode_into(&mut decoded, &out);
        out = decoded;
    }
    squeeze(&out)
}

/// Letters of the shortest line of capitals that is a heading.
const MIN_CAPITALS: usize = 6;

/// "PART ONE: HOW A CHILD GETS AN ACCOUNT"
fn is_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= MIN_CAPITALS
        && text.chars().count() <= MAX_HEADING.1
        && text.contains(' ')
        && !text.ends_with(['.', ';', ','])
        && !text.contains('@')
        && text
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase)
        && !text.chars().any(is_han)
}

/// Longest line of a text without marks that is a heading by where it stands, in characters: Chinese, and others.
const MAX_OVER: (usize, usize) = (14, 40);

/// A short line without punctuation, below an empty line and right above a longer one.
fn stands_over(lines: &[String], at: usize, text: &str) -> bool {
    let han = text.chars().any(is_han);
    let limit = if han { MAX_OVER.0 } else { MAX_OVER.1 };
    let empty = |line: Option<&String>| line.is_none_or(|line| line.trim().is_empty());
    let above = at.checked_sub(1).map(|above| empty(lines.get(above)));
    let Some(next) = lines.get(at + 1).map(|line| line.trim()) else {
        return false;
    };
    let longer = next.chars().count() > text.chars().count() + 2
        || next.ends_with(['。', '.', '；', ';', '：', ':']);
    above == Some(true)
        && at > 1
        && numbering(text).is_none()
        && text.chars().count() <= limit
        && may_be_heading(text)
        && !text.contains(['/', '|', '©', '（', '('])
        && !text.chars().any(|c| c.is_ascii_digit())
        && !next.is_empty()
        && longer
}

fn is_emphasised(line: &str) -> bool {
    line.len() > 4
        && line.starts_with("**")
        && line.ends_with("**")
        && line.matches("**").count() == 2
}

/// What a line without a mark is: a numbered item, a heading, or a paragraph.
pub(crate) fn kind_of(text: &str) -> BlockKind {
    let number = numbering(text);
    if may_be_heading(text) {
        match number {
            Some(Numbering::Chapter) => return BlockKind::Heading(3),
            Some(Numbering::Number(depth)) => {
                return BlockKind::Heading(3_u8.saturating_add(depth));
            }
            None if looks_like_title(text) => return BlockKind::Heading(4),
            Some(Numbering::Bracket) | None => {}
        }
    }
    match number {
        Some(_) => BlockKind::Item,
        None => BlockKind::Paragraph,
    }
}

/// How a line is numbered.
enum Numbering {
    /// `一、`, `第一部分`, `I.`
    Chapter,
    /// `1.`, `1.1`, with the count of further levels.
    Number(u8),
    /// `（1）`, `a)`, `①`.
    Bracket,
}

fn numbering(text: &str) -> Option<Numbering> {
    const HAN: &str = "一二三四五六七八九十百零〇";
    let mut chars = text.chars().peekable();
    let first = *chars.peek()?;
    if first == '第' && text.chars().nth(1).is_some_and(|c| HAN.contains(c)) {
        return Some(Numbering::Chapter);
    }
    if "甲乙丙丁戊己庚辛壹贰叁肆伍陆柒捌玖拾".contains(first) {
        let next = text.chars().nth(1);
        return matches!(next, Some('、' | '.' | '．' | '）' | ')')).then_some(Numbering::Bracket);
    }
    if HAN.contains(first) {
        let rest = text.trim_start_matches(|c| HAN.contains(c));
        return rest
            .starts_with(['、', '.', '．'])
            .then_some(Numbering::Chapter);
    }
    if matches!(first, '（' | '(') {
        let inner: String = text
            .chars()
            .skip(1)
            .take_while(|c| !matches!(c, '）' | ')'))
            .collect();
        let short = inner.chars().count() <= 3 && !inner.is_empty();
        let is_han = inner.chars().all(|c| HAN.contains(c));
        let is_number = inner.chars().all(|c| c.is_ascii_alphanumeric());
        return match (short, is_han, is_number) {
            (true, true, _) => Some(Numbering::Chapter),
            (true, _, true) => Some(Numbering::Bracket),
            _ => None,
        };
    }
    if matches!(u32::from(first), 0x2460..=0x2473) {
        return Some(Numbering::Bracket);
    }
    if first.is_ascii_digit() {
        let digits: String = text
            .chars()
            .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '．'))
            .collect();
        let rest = text.get(digits.len()..)?;
        let dots = digits.trim_end_matches('.').matches('.').count();
        let is_list = digits.len() <= 8
            && (digits.ends_with(['.', '．'])
                || rest.starts_with(['、', ')', '）'])
                || (rest.starts_with(' ') && digits.len() <= 5 && !digits.starts_with("20")));
        return is_list.then(|| {
            if rest.starts_with([')', '）']) {
                Numbering::Bracket
            } else {
                Numbering::Number(u8::try_from(dots.min(3)).unwrap_or(3))
            }
        });
    }
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(c), Some(')' | '）')) if c.is_ascii_alphabetic() => Some(Numbering::Bracket),
        (Some(c), Some('.')) if c.is_ascii_lowercase() && letters.next() == Some(' ') => {
            Some(Numbering::Bracket)
        }
        (Some(c), Some('.')) if c.is_ascii_uppercase() && text.get(2..3) == Some(" ") => {
            Some(Numbering::Chapter)
        }
        (Some('I' | 'V' | 'X'), _) => {
            let roman: String = text
                .chars()
                .take_while(|c| matches!(c, 'I' | 'V' | 'X'))
                .collect();
            text.get(roman.len()..)?
                .starts_with(". ")
                .then_some(Numbering::Chapter)
        }
        _ => None,
    }
}

/// Short, and without the punctuation of a sentence.
pub(crate) fn may_be_heading(text: &str) -> bool {
    let count = text.chars().count();
    let han = text.chars().any(is_han);
    let limit = if han { MAX_HEADING.0 } else { MAX_HEADING.1 };
    let body = text.trim_end_matches(['：', ':']);
    let inner = body.chars().enumerate().any(|(at, c)| {
        matches!(c, '。' | '；' | ';' | '！' | '：' | '，' | '@' | '—')
            || (matches!(c, ':' | ',' | '、') && at > 3)
    });
    let many_digits = han && text.chars().filter(char::is_ascii_digit).count() >= 7;
    let opens = body.len() != text.len();
    let fits = count <= limit && !body.is_empty();
    fits && !opens && !inner && !many_digits && !text.ends_with('.')
}

/// Without a number: a question, capitals, or title case in English.
fn looks_like_title(text: &str) -> bool {
    if text.chars().any(is_han) {
        const ENDS: [&str; 10] = [
            "政策", "SDK", "声明", "规则", "指引", "清单", "权利", "我们", "说明", "目录",
        ];
        return ENDS.iter().any(|end| text.ends_with(end)) && !text.contains(['（', '(']);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let long: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| word.chars().count() > 3)
        .collect();
    let is_question = text.ends_with('?')
        && [
            "What", "How", "Do", "Does", "Why", "Who", "Where", "Is", "Are", "Which", "When",
        ]
        .contains(words.first().unwrap_or(&""));
    let has_digit = text.chars().any(|c| c.is_ascii_digit());
    is_question
        || (!has_digit
            && words.len() <= 8
            && !long.is_empty()
            && !text.contains('/')
            && !text.contains("©")
            && long
                .iter()
                .all(|word| word.chars().next().is_some_and(char::is_uppercase)))
        || (words.len() <= 6
            && !has_digit
            && text.chars().next().is_some_and(char::is_uppercase)
            && text.chars().all(|c| c.is_alphabetic() || c == ' '))
}

/// True when a line begins with a bullet or a number.
pub(crate) fn starts_item(line: &str) -> bool {
    item_text(line).is_some() || numbering(line).is_some() || line.starts_with('|')
}
