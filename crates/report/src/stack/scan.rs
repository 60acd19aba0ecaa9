//! Frames in one line of text, whatever stands around them; refuses what only looks like a name:
//! files, hosts, times, permissions.

use super::Frame;

/// Longest content of the parentheses after a method name, in characters.
const MAX_PAREN: usize = 400;
/// Endings of file names, which would otherwise read as methods (`A.java:12`).
const FILE_ENDINGS: [&str; 10] = [
    "java", "kt", "class", "dex", "so", "xml", "apk", "jar", "scala", "groovy",
];

/// Frames found in one line, in the order of the text.
pub(super) fn frames_in_line(line: &str) -> Vec<Frame> {
    if line.contains(";->") {
        return dalvik_frames(line);
    }
    if let Some(frames) = arrow_frames(line) {
        return frames;
    }
    if line.contains("---")
        && let Some(frame) = dashed_frame(line)
    {
        return vec![frame];
    }
    plain_frames(line)
}

/// The number that a line begins with (`3 com.x…`, `[3]`, `#3`, `3、`), for lists of frames.
pub(super) fn leading_number(line: &str) -> Option<u32> {
    let line = line.trim_start().trim_start_matches(['[', '#', '(', '（']);
    let digits: String = line.chars().take_while(char::is_ascii_digit).collect();
    let mut after = line.chars().skip(digits.len());
    let (next, following) = (after.next()?, after.next());
    // Dates (`11-28`), times (`10:00`) and versions (`1.2`) go on with a digit.
    let ends_number = match next {
        '-' => following == Some('-'),
        '.' | ':' => !following.is_some_and(|c| c.is_ascii_digit()),
        _ => next.is_whitespace() || "])）、".contains(next),
    };
    if !ends_number {
        return None;
    }
    digits.parse().ok()
}

/// `Lcom/x/A;->f(I)V`, any number of them.
fn dalvik_frames(line: &str) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut pieces = line.split(";->");
    let Some(mut before) = pieces.next() else {
        return frames;
    };
    for after in pieces {
        let is_part = |c: char| is_name_char(c) || c == '/' || c == '-';
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_part(*c))
            .last()
            .map_or(before.len(), |(at, _)| at);
        let class = before
            .get(start..)
            .and_then(|text| text.strip_prefix('L'))
            .map(|text| text.replace('/', "."));
        let method: String = after
            .chars()
            .take_while(|c| is_name_char(*c) || matches!(c, '<' | '>' | '-'))
            .collect();
        if let Some(class) = class
            && !class.is_empty()
            && !method.is_empty()
        {
            frames.push(Frame {
                class,
                method,
                ..Frame::default()
            });
        }
        before = after;
    }
    frames
}

/// `api<---caller<---caller`; at least two frames.
fn arrow_frames(line: &str) -> Option<Vec<Frame>> {
    let separator = ["<---", "<--", "←"]
        .into_iter()
        .find(|separator| line.contains(separator))?;
    let mut frames = Vec::new();
    for (position, piece) in line.split(separator).enumerate() {
        let piece = piece.trim_matches('-').trim();
        let mut found = names_in(piece, Around::Arrows);
        // Text may stand before the first call and after the last one.
        let frame = if position == 0 {
            found.pop()
        } else if found.is_empty() {
            None
        } else {
            Some(found.swap_remove(0))
        };
        frames.extend(frame);
    }
    (frames.len() >= 2).then_some(frames)
}

/// `class----file----line----method`, with or without a number before it.
fn dashed_frame(line: &str) -> Option<Frame> {
    let fields: Vec<&str> = split_dashes(line);
    let mut fields = fields.as_slice();
    if let [first, rest @ ..] = fields
        && !rest.is_empty()
        && first.chars().any(|c| c.is_ascii_digit())
        && first
            .chars()
            .all(|c| c.is_ascii_digit() || "[]()#. 、".contains(c))
    {
        fields = rest;
    }
    let [first, middle @ .., last] = fields else {
        return None;
    };
    if middle.is_empty() {
        return None;
    }
    let class = first
        .rsplit(|c: char| c.is_whitespace() || "：:|,，\"'".contains(c))
        .next()?;
    let class = cut_foreign_start(class);
    let method: String = last
        .trim_start()
        .chars()
        .take_while(|c| is_name_char(*c) || matches!(c, '<' | '>' | '-'))
        .collect();
    if !is_dotted_name(class, 1) || method.is_empty() {
        return None;
    }
    let line_number = middle.iter().rev().find_map(|field| positive(field));
    let file = middle
        .iter()
        .find(|field| positive(field).is_none())
        .and_then(|field| source_file(field));
    Some(Frame {
        class: class.to_owned(),
        method,
        file,
        line: line_number,
    })
}

/// Splits at runs of three or more dashes.
fn split_dashes(line: &str) -> Vec<&str> {
    line.split("---")
        .map(|piece| piece.trim_start_matches('-').trim())
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// `at a.b.C.m(F.java:12)`, `a.b.C.m:12;…`, bare `a.b.C.m`.
fn plain_frames(line: &str) -> Vec<Frame> {
    let is_list = line.matches(';').count() >= 2 || line.trim_end().ends_with(';');
    let around = if is_list {
        Around::Semicolons
    } else {
        Around::Anything
    };
    names_in(line, around)
}

/// What stands around a name, which decides how much the name itself must show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// A piece of an arrow list: every dotted name is a call.
    Arrows,
    /// A line with a list of calls: every dotted name that ends at a semicolon is a call.
    Semicolons,
    Anything,
}

/// Every frame in a text.
fn names_in(text: &str, around: Around) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut rest = text;
    let mut previous: Option<char> = None;
    let mut after_at = false;
    while let Some(first) = rest.chars().next() {
        let starts_name = is_name_start(first, rest)
            && !previous.is_some_and(|c| is_name_char(c) || c == '.' || c == '/' || c == '@');
        if !starts_name {
            previous = Some(first);
            after_at = after_at && first.is_whitespace();
            rest = rest.strip_prefix(first).unwrap_or_default();
            continue;
        }
        let name_len = name_length(rest);
        let (name, after) = rest.split_at_checked(name_len).unwrap_or((rest, ""));
        if name == "at" {
            after_at = true;
            previous = Some('t');
            rest = after;
            continue;
        }
        // `java.base/java.lang.Thread.run`: the module before the slash is no part of the class.
        let (frame, remaining) = read_frame(name, after, after_at, around);
        frames.extend(frame);
        after_at = false;
        previous = if remaining.len() == after.len() {
            name.chars().last()
        } else {
            Some(')')
        };
        if previous.is_some_and(is_name_char) && remaining.starts_with('/') {
            previous = Some(' ');
            rest = remaining.strip_prefix('/').unwrap_or_default();
            after_at = is_module(name);
            continue;
        }
        rest = remaining;
    }
    frames
}

/// Names of platform modules (`java.base`) begin stack elements on desktop virtual machines only.
fn is_module(name: &str) -> bool {
    name.starts_with("java.") || name.starts_with("jdk.")
}

/// Decides on one dotted name and what follows it; returns the text left to read.
fn read_frame<'t>(
    name: &str,
    after: &'t str,
    after_at: bool,
    around: Around,
) -> (Option<Frame>, &'t str) {
    let name = cut_foreign_start(name).trim_end_matches('.');
    let Some((class, method)) = name.rsplit_once('.') else {
        return (None, after);
    };
    if FILE_ENDINGS.contains(&method) || !is_dotted_name(name, 2) {
        return (None, after);
    }
    let class_like = looks_like_class(class);
    let listed = around != Around::Anything;
    let frame = |file: Option<String>, line: Option<u32>| {
        Some(Frame {
            class: class.to_owned(),
            method: method.to_owned(),
            file,
            line,
        })
    };
    if let Some(inside) = after.strip_prefix('(') {
        let Some((content, remaining)) = inside.split_once(')') else {
            return (None, after);
        };
        if content.chars().nth(MAX_PAREN).is_some() {
            return (None, after);
        }
        return match parentheses(content) {
            Parentheses::Source(file, line) => (frame(file, line), remaining),
            Parentheses::Types if after_at || listed || class_like => {
                (frame(None, trailing_line(remaining)), remaining)
            }
            Parentheses::Types | Parentheses::Other => (None, after),
        };
    }
    if let Some(number) = after.strip_prefix(':') {
        let digits = number.trim_start_matches('-');
        if digits.starts_with(|c: char| c.is_ascii_digit()) {
            let remaining = digits.trim_start_matches(|c: char| c.is_ascii_digit());
            let text = number.strip_suffix(remaining).unwrap_or_default();
            if after_at || listed || class_like {
                return (frame(None, positive(text)), remaining);
            }
            return (None, remaining);
        }
    }
    let method_like = method.starts_with(|c: char| c.is_lowercase() || c == '<' || c == '_');
    let bare_is_frame = after_at || (class_like && method_like && class.contains('.'));
    let ends_in_list = around == Around::Arrows
        || after.trim_start().is_empty()
        || after.trim_start().starts_with(';');
    let list_is_frame = listed && ends_in_list && class.contains('.') && method_like;
    (
        (bare_is_frame || list_is_frame)
            .then(|| frame(None, None))
            .flatten(),
        after,
    )
}

/// `:12` directly after the closing parenthesis.
fn trailing_line(text: &str) -> Option<u32> {
    let digits: String = text
        .strip_prefix(':')?
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    positive(&digits)
}

enum Parentheses {
    Source(Option<String>, Option<u32>),
    Types,
    Other,
}

/// What stands between the parentheses after a method.
fn parentheses(content: &str) -> Parentheses {
    let content = content.trim();
    if content.is_empty() {
        return Parentheses::Types;
    }
    let (head, line) = match content.rsplit_once(':') {
        Some((head, number)) => (head, positive(number)),
        None => (content, None),
    };
    let has_line = content.len() != head.len();
    if head == "Native Method" || head.starts_with("Unknown Source") || head == "null" {
        return Parentheses::Source(None, line);
    }
    let ends_as_file = head
        .rsplit_once('.')
        .is_some_and(|(_, ending)| FILE_ENDINGS.contains(&ending));
    if ends_as_file || head == "SourceFile" || head == "Proguard" || head.starts_with("r8-map-id") {
        return Parentheses::Source(source_file(head), line);
    }
    if has_line && line.is_some() {
        return Parentheses::Source(source_file(head), line);
    }
    let starts_as_type = content.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '[');
    let only_types = content
        .chars()
        .all(|c| is_name_char(c) || ". ,[];/<>?".contains(c));
    if starts_as_type && only_types {
        Parentheses::Types
    } else {
        Parentheses::Other
    }
}

fn source_file(text: &str) -> Option<String> {
    let text = text.trim();
    let named = !text.is_empty()
        && !text.eq_ignore_ascii_case("null")
        && !text.starts_with("Unknown")
        && text != "Native Method";
    named.then(|| text.to_owned())
}

fn positive(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|line| *line > 0)
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

fn is_name_start(c: char, rest: &str) -> bool {
    c.is_alphabetic() || c == '_' || c == '$' || (c == '-' && rest.starts_with("-$$"))
}

/// Bytes of the dotted name at the start of `text`.
fn name_length(text: &str) -> usize {
    let mut length = 0;
    let mut chars = text.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let part = match c {
            // `f$lambda-1` and `-$$Lambda$A$x`.
            '-' => next == '$' || (is_name_char(previous) && next.is_ascii_digit()),
            '.' => is_name_char(next) || next == '<' || next == '-',
            // `<init>` and `<clinit>` only.
            '<' => {
                previous == '.'
                    && text.get(at..).is_some_and(|rest| {
                        rest.starts_with("<init>") || rest.starts_with("<clinit>")
                    })
            }
            '>' => text
                .get(..at)
                .is_some_and(|before| before.ends_with("<init") || before.ends_with("<clinit")),
            _ => is_name_char(c),
        };
        if !part {
            break;
        }
        length = at + c.len_utf8();
        previous = c;
    }
    length
}

/// Chinese text written directly before a package: `调用com.x.A.f`.
fn cut_foreign_start(name: &str) -> &str {
    let Some((first, _)) = name.split_once('.') else {
        return name;
    };
    match first.char_indices().rev().find(|(_, c)| !c.is_ascii()) {
        Some((at, c)) if at + c.len_utf8() < first.len() => {
            name.get(at + c.len_utf8()..).unwrap_or(name)
        }
        _ => name,
    }
}

fn is_dotted_name(name: &str, least_parts: usize) -> bool {
    let mut parts = 0;
    let good = name.split('.').all(|part| {
        parts += 1;
        part.starts_with(|c: char| is_name_char(c) && !c.is_ascii_digit() || c == '<' || c == '-')
    });
    good && parts >= least_parts
}

/// The last part of a class begins with a capital letter or holds `$`.
fn looks_like_class(class: &str) -> bool {
    let last = class.rsplit('.').next().unwrap_or(class);
    last.starts_with(char::is_uppercase) || last.contains('$')
}
