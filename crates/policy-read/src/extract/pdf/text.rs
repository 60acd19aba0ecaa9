//! Text operators to lines, and lines to blocks; refuses to guess columns beyond a wide gap.

use std::collections::BTreeMap;

use super::font::Font;
use super::object::{Object, Scanner};
use crate::block::{Block, BlockKind};
use crate::extract::{Blocks, plain};
use crate::limits::MAX_PDF_OPERATORS;
use crate::normal::is_han;

/// One line of a page.
#[derive(Debug, Default, Clone)]
struct Line {
    text: String,
    y: f64,
    size: f64,
    first_of_page: bool,
}

/// Lines of all pages.
#[derive(Debug, Default)]
pub(super) struct Lines {
    list: Vec<Line>,
    operators: usize,
    new_page: bool,
}

/// State of text.
struct State {
    size: f64,
    leading: f64,
    /// Line matrix: scale and place.
    scale: (f64, f64),
    at: (f64, f64),
    /// Estimated end of what was shown last.
    end: f64,
}

/// Runs the text operators of one content stream.
pub(super) fn show(data: &[u8], fonts: &BTreeMap<String, Font>, out: &mut Lines) {
    let none = Font::default();
    let mut font = &none;
    let mut state = State {
        size: 12.0,
        leading: 0.0,
        scale: (1.0, 1.0),
        at: (0.0, 0.0),
        end: 0.0,
    };
    let mut scanner = Scanner::new(data, 0);
    let mut stack: Vec<Object> = Vec::new();
    while let Some(object) = scanner.object() {
        let Object::Word(word) = object else {
            if stack.len() < 256 {
                stack.push(object);
            }
            continue;
        };
        out.operators += 1;
        if out.operators > MAX_PDF_OPERATORS {
            return;
        }
        let number = |at: usize| stack.get(at).and_then(Object::number).unwrap_or(0.0);
        match word.as_slice() {
            b"BT" => {
                state.scale = (1.0, 1.0);
                state.at = (0.0, 0.0);
            }
            b"Tf" => {
                if let Some(Object::Name(name)) = stack.first() {
                    font = fonts.get(name).unwrap_or(&none);
                }
                state.size = number(1).abs();
            }
            b"TL" => state.leading = number(0),
            b"Td" => state.go(number(0), number(1)),
            b"TD" => {
                state.leading = -number(1);
                state.go(number(0), number(1));
            }
            b"Tm" => {
                state.scale = (number(0), number(3));
                if state.scale.0 == 0.0 {
                    state.scale.0 = 1.0;
                }
                if state.scale.1 == 0.0 {
                    state.scale.1 = 1.0;
                }
                state.at = (number(4), number(5));
            }
            b"T*" => state.go(0.0, -state.leading),
            b"Tj" => shown(stack.last(), font, &mut state, out),
            b"'" | b"\"" => {
                state.go(0.0, -state.leading);
                shown(stack.last(), font, &mut state, out);
            }
            b"TJ" => shown(stack.first(), font, &mut state, out),
            b"ID" => {
                // Bytes of a picture inside the content.
                let rest = data.get(scanner.at..).unwrap_or_default();
                scanner.at += crate::extract::find(rest, b"EI").map_or(rest.len(), |at| at + 2);
            }
            _ => {}
        }
        stack.clear();
    }
}

impl State {
    fn go(&mut self, x: f64, y: f64) {
        self.at.0 += x * self.scale.0;
        self.at.1 += y * self.scale.1;
    }

    fn height(&self) -> f64 {
        (self.size * self.scale.1.abs()).clamp(1.0, 200.0)
    }
}

fn shown(object: Option<&Object>, font: &Font, state: &mut State, out: &mut Lines) {
    let mut text = String::new();
    match object {
        Some(Object::Text(bytes)) => font.text(bytes, &mut text),
        Some(Object::Array(items)) => {
            for item in items {
                match item {
                    Object::Text(bytes) => font.text(bytes, &mut text),
                    Object::Number(shift) if *shift < -180.0 => text.push(' '),
                    _ => {}
                }
            }
        }
        _ => return,
    }
    if text.is_empty() {
        return;
    }
    let height = state.height();
    let width: f64 = text
        .chars()
        .map(|c| if is_han(c) { height } else { height * 0.5 })
        .sum();
    let same = out
        .list
        .last_mut()
        .filter(|line| (line.y - state.at.1).abs() < height * 0.5 && !out.new_page);
    if let Some(line) = same {
        let gap = state.at.0 - state.end;
        if gap > height * 2.0 && !line.text.is_empty() {
            line.text.push('\t');
        } else if gap > height * 0.3 && !line.text.ends_with(' ') {
            line.text.push(' ');
        }
        line.text.push_str(&text);
        state.end = if gap < -height {
            state.end + width
        } else {
            state.at.0 + width
        };
        return;
    }
    out.list.push(Line {
        text,
        y: state.at.1,
        size: height,
        first_of_page: out.new_page || out.list.is_empty(),
    });
    out.new_page = false;
    state.end = state.at.0 + width;
}

impl Lines {
    pub(super) fn end_page(&mut self) {
        self.new_page = true;
    }

    /// Joins lines that belong to one paragraph.
    pub(super) fn blocks(self) -> Blocks {
        let mut gaps: Vec<f64> = self
            .list
            .windows(2)
            .filter_map(|pair| match pair {
                [one, two] if !two.first_of_page => Some((one.y - two.y).abs() / two.size),
                _ => None,
            })
            .filter(|gap| *gap > 0.2)
            .collect();
        gaps.sort_by(f64::total_cmp);
        // The narrower gaps are those inside paragraphs.
        let usual = gaps.get(gaps.len() / 4).copied().unwrap_or(1.2);
        let widest = self
            .list
            .iter()
            .map(|line| columns(&line.text))
            .max()
            .unwrap_or(0);
        let mut text = String::new();
        let mut last: Option<&Line> = None;
        for line in &self.list {
            let now = line.text.trim();
            if now.is_empty() {
                continue;
            }
            let joins = last.is_some_and(|before| {
                let gap = (before.y - line.y).abs() / line.size;
                let near = line.first_of_page || gap <= usual * 1.25;
                let full = columns(&before.text) * 10 >= widest * 7;
                let ended = before
                    .text
                    .trim_end()
                    .ends_with(['。', '：', ':', '；', '!', '？', '?'])
                    && line.first_of_page;
                near && full
                    && !ended
                    && !now.contains('\t')
                    && !before.text.contains('\t')
                    && !plain::starts_item(now)
            });
            if joins {
                let latin = !text.chars().next_back().is_some_and(is_han)
                    && !now.chars().next().is_some_and(is_han);
                if latin {
                    text.push(' ');
                }
            } else {
                text.push('\n');
            }
            text.push_str(now);
            last = Some(line);
        }
        let mut blocks = plain::read(&text);
        // Page numbers are no text.
        blocks.list.retain(|block: &Block| {
            !(block.kind == BlockKind::Paragraph
                && block.text.len() <= 6
                && block
                    .text
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | ' ')))
        });
        blocks
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_han(c) { 2 } else { 1 }).sum()
}
