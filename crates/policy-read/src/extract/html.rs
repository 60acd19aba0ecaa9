//! HTML to blocks; refuses scripts, styles and hidden elements, and builds no tree.

use super::Blocks;
use super::markup::{Token, Tokens, decode_into};
use crate::block::{Block, BlockKind, squeeze};
use crate::extract::plain;
use crate::limits::MAX_CELLS;

/// Longest bold paragraph that counts as a heading, in characters.
const MAX_BOLD_HEADING: usize = 60;

/// Elements whose text is not shown.
const RAW: [&str; 8] = [
    "script", "style", "noscript", "template", "svg", "textarea", "iframe", "object",
];

/// Reads a page.
pub(crate) fn read(text: &str) -> Blocks {
    let mut reader = Reader::default();
    let mut tokens = Tokens::new(text);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => {
                if !reader.in_head {
                    decode_into(&mut reader.text, text);
                    if !text.trim().is_empty() && reader.bold == 0 {
                        reader.only_bold = false;
                    }
                } else if reader.in_title {
                    decode_into(&mut reader.title, text);
                }
            }
            Token::Open { name, rest } => {
                if RAW.contains(&name.as_str()) {
                    if !rest.ends_with('/') {
                        tokens.skip_raw(&name);
                    }
                } else {
                    reader.open(&name, rest);
                }
            }
            Token::Close(name) => reader.close(&name),
        }
        if reader.blocks.cut {
            break;
        }
    }
    reader.flush();
    reader.end_row();
    if !reader.title.trim().is_empty() {
        let title = Block::new(BlockKind::Heading(0), &reader.title);
        if reader
            .blocks
            .list
            .first()
            .is_none_or(|first| first.text != title.text)
        {
            reader.blocks.list.insert(0, title);
        }
    }
    reader.blocks
}

#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each tells of another element that is open"
)]
struct Reader {
    blocks: Blocks,
    text: String,
    title: String,
    in_head: bool,
    in_title: bool,
    heading: Option<u8>,
    /// Inside the term of a list of terms.
    term: bool,
    items: u32,
    bold: u32,
    only_bold: bool,
    cells: Option<Vec<String>>,
    header: bool,
    in_cell: bool,
    tables: u32,
    /// Rows and columns that the open cell covers.
    span: (usize, usize),
    /// A header says the same of all its columns.
    span_repeats: bool,
    /// By column: rows that a cell still reaches down, and its text.
    spans: Vec<(usize, String)>,
}

/// Most rows or columns that a cell may cover.
const MAX_SPAN: usize = 64;

/// The number of an attribute such as `rowspan="3"`; 0 when there is none.
fn attribute(rest: &str, name: &str) -> usize {
    let lower = rest.to_ascii_lowercase();
    lower
        .split_once(name)
        .map(|(_, tail)| {
            tail.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\''))
                .chars()
                .take_while(char::is_ascii_digit)
                .take(4)
                .collect::<String>()
        })
        .and_then(|digits| digits.parse().ok())
        .map_or(0, |count: usize| count.min(MAX_SPAN))
}

impl Reader {
    fn open(&mut self, name: &str, rest: &str) {
        match name {
            "head" => self.in_head = true,
            "body" => self.in_head = false,
            "title" => self.in_title = true,
            "b" | "strong" => {
                if self.text.trim().is_empty() {
                    self.only_bold = true;
                }
                self.bold += 1;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.heading = name.get(1..).and_then(|level| level.parse().ok());
            }
            "li" | "dd" => {
                self.flush();
                self.term = false;
                self.items += 1;
            }
            "table" => {
                self.flush();
                if !self.in_cell {
                    self.tables += 1;
                    self.spans.clear();
                }
            }
            "tr" if !self.in_cell => {
                self.flush();
                self.end_row();
                self.cells = Some(Vec::new());
                self.header = false;
            }
            "td" | "th" => {
                self.end_cell();
                self.in_cell = self.cells.is_some();
                self.header |= name == "th";
                self.text.clear();
                self.span = (attribute(rest, "rowspan"), attribute(rest, "colspan"));
                self.span_repeats = name == "th";
            }
            "dt" => {
                self.flush();
                self.term = true;
            }
            "ul" | "ol" | "dl" | "br" | "p" | "div" | "section" | "article" | "blockquote"
            | "hr" | "pre" | "header" | "footer" | "main" | "nav" | "center" | "figcaption"
            | "form" | "label" | "input" | "button" | "select" => self.flush(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "head" => self.in_head = false,
            "title" => self.in_title = false,
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.heading = None;
            }
            "li" | "dd" => {
                self.flush();
                self.items = self.items.saturating_sub(1);
            }
            "td" | "th" => self.end_cell(),
            "tr" => {
                self.end_cell();
                self.end_row();
            }
            "table" => {
                self.end_cell();
                self.end_row();
                self.flush();
            }
            "dt" | "dl" => {
                self.flush();
                self.term = false;
            }
            "p" | "div" | "section" | "article" | "ul" | "ol" | "blockquote" | "pre" | "header"
            | "footer" | "main" | "center" | "label" | "button" | "form" => self.flush(),
            _ => {}
        }
    }

    fn flush(&mut self) {
        if self.in_cell {
            // Lines inside a cell stay apart.
            if !self.text.ends_with('\n') && !self.text.trim().is_empty() {
                self.text.push(' ');
            }
            return;
        }
        let text = squeeze(&self.text);
        self.text.clear();
        let bold = std::mem::take(&mut self.only_bold);
        if text.is_empty() {
            return;
        }
        let kind = if let Some(level) = self.heading {
            BlockKind::Heading(level)
        } else if self.term {
            BlockKind::Term
        } else if self.items > 0 {
            BlockKind::Item
        } else if bold && text.chars().count() <= MAX_BOLD_HEADING && plain::may_be_heading(&text) {
            BlockKind::Heading(5)
        } else {
            plain::kind_of(&text)
        };
        self.blocks.text(kind, &text);
    }

    fn end_cell(&mut self) {
        if !self.in_cell {
            return;
        }
        self.in_cell = false;
        let text = std::mem::take(&mut self.text);
        self.fill();
        let (rows, columns) = std::mem::take(&mut self.span);
        let Some(cells) = &mut self.cells else {
            return;
        };
        for at in 0..columns.max(1) {
            if cells.len() >= MAX_CELLS {
                break;
            }
            if rows > 1 {
                let column = cells.len();
                if self.spans.len() <= column {
                    self.spans.resize(column + 1, (0, String::new()));
                }
                if let Some(span) = self.spans.get_mut(column) {
                    *span = (rows - 1, text.clone());
                }
            }
            let again = at == 0 || self.span_repeats;
            cells.push(if again { text.clone() } else { String::new() });
        }
    }

    /// Cells that reach down from the rows above.
    fn fill(&mut self) {
        let Some(cells) = &mut self.cells else {
            return;
        };
        while cells.len() < MAX_CELLS
            && let Some((left, text)) = self.spans.get_mut(cells.len())
            && *left > 0
        {
            *left -= 1;
            cells.push(text.clone());
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if self.cells.as_ref().is_some_and(|cells| !cells.is_empty()) {
            self.fill();
        }
        if let Some(cells) = self.cells.take()
            && cells.iter().any(|cell| !cell.trim().is_empty())
        {
            self.blocks
                .push(Block::row(self.tables, &cells, self.header));
        }
    }
}
