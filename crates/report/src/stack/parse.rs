//! Pasted text to stacks; refuses to fail: text without frames gives no stack.

use serde_json::Value;

use super::scan::{frames_in_line, leading_number};
use super::{Frame, Stack};

/// Longest text that is read, in bytes; the rest is not looked at.
const MAX_TEXT: usize = 8 << 20;
/// Most places at which a JSON value is tried in vain.
const MAX_JSON_ATTEMPTS: usize = 64;
/// Longest line that is scanned, in bytes.
const MAX_LINE: usize = 1 << 20;

const CLASS_KEYS: [&str; 5] = [
    "className",
    "class",
    "declaringClass",
    "class_name",
    "clazz",
];
const METHOD_KEYS: [&str; 3] = ["methodName", "method", "method_name"];
const FILE_KEYS: [&str; 3] = ["fileName", "file", "file_name"];
const LINE_KEYS: [&str; 3] = ["lineNumber", "line", "line_number"];

/// Finds every stack in a text, in the order of the text.
pub fn parse(text: &str) -> Vec<Stack> {
    let mut text = text;
    if text.len() > MAX_TEXT {
        let mut end = MAX_TEXT;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text = text.get(..end).unwrap_or_default();
    }
    let mut stacks = Vec::new();
    let mut attempts = 0;
    let mut line_number = 1;
    let looks_like_json = CLASS_KEYS
        .iter()
        .any(|key| text.contains(&format!("\"{key}\"")));
    let mut plain_from = 0;
    let mut at = 0;
    while looks_like_json && attempts < MAX_JSON_ATTEMPTS {
        let Some(start) = next_json(text, at) else {
            break;
        };
        let rest = text.get(start..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let found = match values.next() {
            Some(Ok(value)) => {
                stacks_in_json(&value, line_number + newlines(text, plain_from, start))
            }
            _ => Vec::new(),
        };
        if found.is_empty() {
            attempts += 1;
            at = start + 1;
            continue;
        }
        stacks_in_text(
            text.get(plain_from..start).unwrap_or_default(),
            line_number,
            &mut stacks,
        );
        let end = start + values.byte_offset();
        stacks.extend(found);
        line_number += newlines(text, plain_from, end);
        plain_from = end;
        at = end;
    }
    stacks_in_text(
        text.get(plain_from..).unwrap_or_default(),
        line_number,
        &mut stacks,
    );
    stacks
}

fn newlines(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to)
        .map_or(0, |part| part.matches('\n').count())
}

/// The next `{` or `[` that can begin a JSON object or list of objects or texts.
fn next_json(text: &str, from: usize) -> Option<usize> {
    let tail = text.get(from..)?;
    tail.match_indices(['{', '[']).find_map(|(at, _)| {
        let after = tail.get(at + 1..)?.trim_start();
        after.starts_with(['"', '{', '[']).then_some(from + at)
    })
}

fn stacks_in_json(value: &Value, text_line: usize) -> Vec<Stack> {
    let mut stacks = Vec::new();
    let mut pending = vec![value];
    while let Some(value) = pending.pop() {
        match value {
            Value::Array(items) => {
                let mut frames: Vec<Frame> = items.iter().filter_map(json_frame).collect();
                if frames.is_empty() {
                    let lines: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                    frames = lines.iter().flat_map(|line| frames_in_line(line)).collect();
                }
                if frames.is_empty() {
                    pending.extend(items.iter().rev());
                } else {
                    stacks.push(Stack { frames, text_line });
                }
            }
            Value::Object(fields) => {
                let values: Vec<&Value> = fields.values().collect();
                pending.extend(values.into_iter().rev());
            }
            Value::String(text) => stacks_in_text(text, text_line, &mut stacks),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    stacks
}

fn json_frame(value: &Value) -> Option<Frame> {
    let fields = value.as_object()?;
    let text = |keys: &[&str]| {
        keys.iter()
            .find_map(|key| fields.get(*key)?.as_str())
            .filter(|text| !text.is_empty())
    };
    let line = LINE_KEYS
        .iter()
        .find_map(|key| fields.get(*key))
        .and_then(|line| match line {
            Value::String(text) => text.trim().parse::<u32>().ok(),
            other => other.as_u64().and_then(|line| u32::try_from(line).ok()),
        })
        .filter(|line| *line > 0);
    Some(Frame {
        class: text(&CLASS_KEYS)?.trim().to_owned(),
        method: text(&METHOD_KEYS)?.trim().to_owned(),
        file: text(&FILE_KEYS).map(str::to_owned),
        line,
    })
}

/// Stacks of a text without JSON.
fn stacks_in_text(text: &str, first_line: usize, stacks: &mut Vec<Stack>) {
    let mut current = Stack::default();
    let mut last_number: Option<u32> = None;
    let mut arrow_open = false;
    for (position, raw) in text.lines().enumerate() {
        let unescaped = unescape(raw);
        for line in unescaped.split('\n') {
            let text_line = first_line + position;
            let frames = if line.len() > MAX_LINE {
                Vec::new()
            } else {
                frames_in_line(line)
            };
            if frames.is_empty() {
                let trimmed = line.trim_start();
                let comment = ["//", "..."].iter().any(|start| trimmed.starts_with(start));
                if !comment {
                    flush(&mut current, stacks);
                    last_number = None;
                }
                continue;
            }
            let number = leading_number(line);
            let restarts = match (number, last_number) {
                (Some(number), Some(last)) => number <= last,
                _ => false,
            };
            let whole = frames.len() >= 2;
            if (whole || restarts) && !arrow_open {
                flush(&mut current, stacks);
            }
            if current.frames.is_empty() {
                current.text_line = text_line;
            }
            current.frames.extend(frames);
            last_number = number;
            arrow_open = line.trim_end().ends_with("<---");
            if whole && !arrow_open {
                flush(&mut current, stacks);
            }
        }
    }
    flush(&mut current, stacks);
}

fn flush(current: &mut Stack, stacks: &mut Vec<Stack>) {
    let stack = std::mem::take(current);
    if !stack.frames.is_empty() {
        stacks.push(stack);
    }
}

/// Line breaks and brackets that a log, a table or a web page has escaped.
fn unescape(line: &str) -> String {
    let mut text = line.to_owned();
    for (from, to) in [
        ("\\r\\n", "\n"),
        ("\\n", "\n"),
        ("\\t", "\t"),
        ("<br/>", "\n"),
        ("<br />", "\n"),
        ("<br>", "\n"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
    ] {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text
}
