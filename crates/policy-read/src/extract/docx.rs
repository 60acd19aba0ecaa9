//! Word documents: the paragraphs and tables of `word/document.xml`; refuses macros, pictures and embedded objects.

use std::io::{Cursor, Read as _};

use super::markup::{Token, Tokens, attribute, decode_into};
use super::{Blocks, ExtractError, plain};
use crate::block::{Block, BlockKind, squeeze};
use crate::limits::{MAX_CELLS, MAX_TEXT};

/// Bytes of XML read from the archive: text makes up a small part of it.
const MAX_XML: u64 = 8 * MAX_TEXT as u64;

/// Reads a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Blocks, ExtractError> {
    let broken = |what| ExtractError::Broken {
        form: "a Word document",
        what,
        offset: 0,
    };
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken("no list of entries"))?;
    let entry = archive
        .by_name("word/document.xml")
        .map_err(|_| ExtractError::NoText("an archive without word/document.xml"))?;
    let mut xml = Vec::new();
    // The size that the archive states is not believed; what comes out is counted.
    let result = entry.take(MAX_XML + 1).read_to_end(&mut xml);
    if result.is_err() && xml.is_empty() {
        return Err(broken("word/document.xml cannot be inflated"));
    }
    let too_long = xml.len() as u64 > MAX_XML;
    let mut blocks = parse(&String::from_utf8_lossy(&xml));
    blocks.cut |= too_long || result.is_err();
    Ok(blocks)
}

#[derive(Default)]
struct Paragraph {
    text: String,
    heading: Option<u8>,
    list: bool,
}

fn parse(xml: &str) -> Blocks {
    let mut blocks = Blocks::default();
    let mut paragraph = Paragraph::default();
    let mut in_text = false;
    let mut depth = 0_u32;
    let mut tables = 0_u32;
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    for token in Tokens::new(xml) {
        match token {
            Token::Text(text) if in_text => decode_into(&mut paragraph.text, text),
            Token::Text(_) => {}
            Token::Open { name, rest } => match name.as_str() {
                "w:t" => in_text = !rest.ends_with('/'),
                "w:tab" => paragraph.text.push(' '),
                "w:br" | "w:cr" => paragraph.text.push('\n'),
                "w:pstyle" => paragraph.heading = heading(attribute(rest, "w:val")),
                "w:numpr" => paragraph.list = true,
                "w:tbl" => {
                    depth += 1;
                    if depth == 1 {
                        tables += 1;
                    }
                }
                "w:tr" if depth == 1 => row.clear(),
                "w:tc" if depth == 1 => cell.clear(),
                _ => {}
            },
            Token::Close(name) => match name.as_str() {
                "w:t" => in_text = false,
                "w:p" => {
                    let done = std::mem::take(&mut paragraph);
                    if depth > 0 {
                        cell.push_str(&done.text);
                        cell.push(' ');
                    } else {
                        push(&mut blocks, &done);
                    }
                }
                "w:tc" if depth == 1 => {
                    if row.len() < MAX_CELLS {
                        row.push(squeeze(&cell));
                    }
                    cell.clear();
                }
                "w:tr" if depth == 1 && row.iter().any(|cell| !cell.is_empty()) => {
                    blocks.push(Block::row(tables, &row, false));
                }
                "w:tbl" => depth = depth.saturating_sub(1),
                _ => {}
            },
        }
        if blocks.cut {
            break;
        }
    }
    push(&mut blocks, &paragraph);
    blocks
}

fn push(blocks: &mut Blocks, paragraph: &Paragraph) {
    for line in paragraph.text.split('\n') {
        let text = squeeze(line);
        let kind = match paragraph.heading {
            Some(level) => BlockKind::Heading(level),
            None if paragraph.list => BlockKind::Item,
            None => plain::kind_of(&text),
        };
        blocks.text(kind, &text);
    }
}

/// Level of a heading style: `Heading1`, `heading 2`, a bare number, or the title.
fn heading(style: Option<&str>) -> Option<u8> {
    let style = style?.to_ascii_lowercase();
    if style == "title" {
        return Some(1);
    }
    let level = style.strip_prefix("heading").unwrap_or(&style).trim();
    level.parse().ok().filter(|level| (1..=6).contains(level))
}
