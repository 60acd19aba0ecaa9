//! The shape of a document: blocks in reading order; holds no meaning.

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading; 1 is the outermost level, 0 the title of the file.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// What the items behind it speak of: the term of a list of terms.
    Term,
    /// A row of a table.
    Row {
        /// Number of the table in the document, from 0.
        table: u32,
        /// Cells in order.
        cells: Vec<String>,
        /// Marked as a header.
        header: bool,
    },
}

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text; cells of a row are joined by ` | `.
    pub text: String,
}

impl Block {
    pub(crate) fn new(kind: BlockKind, text: &str) -> Self {
        Self {
            kind,
            text: squeeze(text),
        }
    }

    pub(crate) fn row(table: u32, cells: &[String], header: bool) -> Self {
        let cells: Vec<String> = cells.iter().map(|cell| squeeze(cell)).collect();
        Self {
            text: cells.join(" | "),
            kind: BlockKind::Row {
                table,
                cells,
                header,
            },
        }
    }
}

/// Runs of white space become one space; the ends are trimmed.
pub(crate) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{0}') {
            space = !out.is_empty();
        } else {
            if space {
                out.push(' ');
                space = false;
            }
            out.push(c);
        }
    }
    out
}
