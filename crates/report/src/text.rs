//! The terminal report; refuses words of judgement and refuses to call the unseen clean.

mod accesses;
mod header;
mod page;
mod parties;
mod permissions;
mod summary;
mod unseen;
mod view;
mod width;
pub(crate) mod words;

use app_facts::AppFacts;

use crate::mapping::Mapping;
use crate::{Labels, Lang, RunInfo};
use page::Page;
use view::View;

/// Form of the text report.
#[derive(Debug, Clone, Copy)]
pub struct TextOptions<'a> {
    /// Language of headings and names.
    pub lang: Lang,
    /// Writes terminal colours.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Shows every site, whole chains and all evidence.
    pub verbose: bool,
    /// Shows original names of renamed code.
    pub mapping: Option<&'a Mapping>,
}

impl Default for TextOptions<'_> {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            colour: false,
            width: 100,
            verbose: false,
            mapping: None,
        }
    }
}

/// The report as text, ending with a newline.
pub fn render(
    facts: &AppFacts,
    run: &RunInfo,
    labels: &Labels,
    options: &TextOptions<'_>,
) -> String {
    let view = View::new(facts, run, labels, options);
    let mut page = Page::new(options.colour, options.width);
    header::write(&view, &mut page);
    summary::write(&view, &mut page);
    accesses::write(&view, &mut page);
    permissions::write(&view, &mut page);
    parties::write(&view, &mut page);
    unseen::write(&view, &mut page);
    page.finish()
}

/// The permissions table alone.
pub fn render_permissions(
    facts: &AppFacts,
    run: &RunInfo,
    labels: &Labels,
    options: &TextOptions<'_>,
) -> String {
    let view = View::new(facts, run, labels, options);
    let mut page = Page::new(options.colour, options.width);
    permissions::write(&view, &mut page);
    page.finish()
}

/// Text from an app made safe to print on a terminal: control and direction characters written out.
pub fn safe_text(text: &str) -> String {
    width::safe(text).into_owned()
}

/// Columns that a text takes on a terminal; Chinese characters take two.
pub fn text_columns(text: &str) -> usize {
    width::columns(text)
}
