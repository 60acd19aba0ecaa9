//! Bytes of a document to blocks, for every form a policy comes in; refuses pictures, scripts and anything outside
//! the bytes.

mod decode;
mod docx;
mod html;
mod markup;
mod mhtml;
mod pdf;
mod plain;
mod wrapped;

use crate::block::{Block, BlockKind};
use crate::limits::{MAX_BLOCKS, MAX_INPUT, MAX_TEXT};

/// Why a document gives no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// Nothing in it.
    #[error("the document is empty")]
    Empty,
    /// Larger than any policy.
    #[error("larger than {0} bytes")]
    TooLarge(usize),
    /// Bytes that are no text in any known encoding.
    #[error("not text in UTF-8, UTF-16, GB18030 or GBK (first bad byte at {0})")]
    NotText(usize),
    /// A known binary form without text.
    #[error("{0}, which holds no text")]
    NoText(&'static str),
    /// Damaged.
    #[error("{form} that cannot be read: {what} (at byte {offset})")]
    Broken {
        /// Form of the file.
        form: &'static str,
        /// What is wrong.
        what: &'static str,
        /// Where.
        offset: usize,
    },
    /// Pages without any text operator.
    #[error("a PDF of {0} pages that holds pictures and no text")]
    ImageOnly(usize),
    /// Protected by a password.
    #[error("an encrypted PDF")]
    Encrypted,
}

/// A document as blocks.
#[derive(Debug, Clone, Default)]
pub struct Extracted {
    /// Name of the form: `text`, `markdown`, `html`, `mhtml`, `docx`, `pdf`.
    pub form: &'static str,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// What was left out, if anything.
    pub lost: Option<String>,
}

/// Collects blocks within the limits.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    pub(crate) list: Vec<Block>,
    bytes: usize,
    pub(crate) cut: bool,
}

impl Blocks {
    /// Adds a block; empty ones are left out.
    pub(crate) fn push(&mut self, block: Block) {
        if block.text.is_empty() {
            return;
        }
        let room = MAX_TEXT.saturating_sub(self.bytes);
        if self.list.len() >= MAX_BLOCKS || room == 0 {
            self.cut = true;
            return;
        }
        let mut block = block;
        if block.text.len() > room {
            // What fits is read; a row loses its cells, since they would be cut anywhere.
            self.cut = true;
            let end = (0..=room)
                .rev()
                .find(|at| block.text.is_char_boundary(*at))
                .unwrap_or(0);
            block.text.truncate(end);
            if matches!(block.kind, BlockKind::Row { .. }) {
                block.kind = BlockKind::Paragraph;
            }
        }
        self.bytes += block.text.len();
        self.list.push(block);
    }

    /// Adds a paragraph, item or heading.
    pub(crate) fn text(&mut self, kind: BlockKind, text: &str) {
        self.push(Block::new(kind, text));
    }
}

/// Reads a document. The name helps only to tell Markdown from plain text.
pub fn extract(name: &str, bytes: &[u8]) -> Result<Extracted, ExtractError> {
    if bytes.len() > MAX_INPUT {
        return Err(ExtractError::TooLarge(MAX_INPUT));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ExtractError::Empty);
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let (form, blocks) = if find(head, b"%PDF-").is_some() {
        ("pdf", pdf::read(bytes)?)
    } else if bytes.starts_with(b"PK\x03\x04") {
        ("docx", docx::read(bytes)?)
    } else if let Some(picture) = picture(bytes) {
        return Err(ExtractError::NoText(picture));
    } else {
        text_form(name, bytes)?
    };
    let lost = blocks
        .cut
        .then(|| "the document is longer than the limits; its end was not read".to_owned());
    if blocks.list.is_empty() {
        return Err(ExtractError::Empty);
    }
    Ok(Extracted {
        form,
        blocks: blocks.list,
        lost,
    })
}

fn text_form(name: &str, bytes: &[u8]) -> Result<(&'static str, Blocks), ExtractError> {
    let text = decode::decode(bytes)?;
    let lower = name.to_ascii_lowercase();
    let head: String = text.chars().take(4096).collect::<String>().to_lowercase();
    let is_mime = lower.ends_with(".mht") || lower.ends_with(".mhtml");
    if head.contains("mime-version:") && head.contains("content-type:") || is_mime {
        let page = mhtml::read(bytes);
        return page
            .map(|blocks| ("mhtml", blocks))
            .ok_or(ExtractError::NoText("a saved page without HTML"));
    }
    let markdown = lower.ends_with(".md") || lower.ends_with(".markdown");
    let is_page =
        head.contains("<html") || head.contains("<!doctype html") || head.contains("<body");
    // Markdown may hold tags without being a page.
    if (!markdown || is_page)
        && [
            "<html",
            "<!doctype html",
            "<body",
            "<p>",
            "<div",
            "<h1",
            "<p ",
            "<table",
            "<br",
        ]
        .iter()
        .any(|tag| head.contains(tag))
        || lower.ends_with(".html")
        || lower.ends_with(".htm")
    {
        return Ok(("html", html::read(&text)));
    }
    Ok(if markdown {
        ("markdown", plain::read(&text))
    } else {
        ("text", plain::read(&text))
    })
}

fn picture(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 8] = [
        (b"\x89PNG", "a PNG picture"),
        (b"\xff\xd8\xff", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"RIFF", "a WebP picture or a recording"),
        (b"\xd0\xcf\x11\xe0", "an old Office document"),
        (b"\x7fELF", "a program"),
        (b"dex\n", "a DEX file"),
        (b"\x1f\x8b", "a gzip file"),
    ];
    MAGIC
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, name)| *name)
}

/// Place of a byte string.
pub(crate) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    if what.is_empty() {
        return None;
    }
    bytes.windows(what.len()).position(|window| window == what)
}
