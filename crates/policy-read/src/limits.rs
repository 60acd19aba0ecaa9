//! Every bound of this crate, with its reason; holds no logic.

/// Bytes of one document that are looked at; a policy is a few hundred kilobytes, saved pages with pictures more.
pub(crate) const MAX_INPUT: usize = 64 << 20;
/// Bytes of text that one document may become (after inflating).
pub(crate) const MAX_TEXT: usize = 8 << 20;
/// Blocks (headings, paragraphs, items, rows) of one document.
pub(crate) const MAX_BLOCKS: usize = 60_000;
/// Characters of one sentence; a longer run without any end of sentence is cut here.
pub(crate) const MAX_SENTENCE: usize = 3_000;
/// Characters of a quote.
pub(crate) const MAX_QUOTE: usize = 1_200;
/// Statements of one document.
pub(crate) const MAX_STATEMENTS: usize = 20_000;
/// Cells of one table row.
pub(crate) const MAX_CELLS: usize = 64;
/// Bytes that all streams of one PDF may inflate to.
pub(crate) const MAX_PDF_INFLATED: usize = 48 << 20;
/// Objects of one PDF.
pub(crate) const MAX_PDF_OBJECTS: usize = 200_000;
/// Pages of one PDF.
pub(crate) const MAX_PDF_PAGES: usize = 5_000;
/// Operators of all page contents of one PDF.
pub(crate) const MAX_PDF_OPERATORS: usize = 4_000_000;
/// Nesting of arrays and dictionaries in one PDF object, and of forms on a page.
pub(crate) const MAX_PDF_DEPTH: usize = 24;
/// Headings kept for the place of a statement.
pub(crate) const MAX_HEADINGS: usize = 8;
/// Documents of one run.
pub(crate) const MAX_DOCUMENTS: usize = 64;
/// Things of one sentence that a later verb may take up again.
pub(crate) const MAX_NAMED: usize = 64;
