//! The terminal report; refuses words of judgement and refuses to call the unseen clean.

mod accesses;
mod disclosure;
mod findings;
mod flows;
mod header;
mod outside;
mod page;
mod parties;
mod permissions;
mod summary;
mod timeline;
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
    findings::write(&view, &mut page);
    summary::write(&view, &mut page);
    timeline::write(&view, &mut page);
    accesses::write(&view, &mut page);
    flows::write(&view, &mut page);
    permissions::write(&view, &mut page);
    outside::write_requests(&view, &mut page);
    parties::write(&view, &mut page);
    outside::write(&view, &mut page);
    disclosure::write(&view, &mut page);
    unseen::write(&view, &mut page);
    findings::write_end(&view, &mut page);
    page.finish()
}

/// What was read from documents, without an app: `facts` holds nothing else.
pub fn render_documents(
    facts: &AppFacts,
    run: &RunInfo,
    labels: &Labels,
    options: &TextOptions<'_>,
) -> String {
    let view = View::new(facts, run, labels, options);
    let mut page = Page::new(options.colour, options.width);
    disclosure::write_read(&view, &mut page);
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

/// The two lists alone: information collected, information shared with third parties.
pub fn render_lists(
    facts: &AppFacts,
    run: &RunInfo,
    labels: &Labels,
    options: &TextOptions<'_>,
) -> String {
    let view = View::new(facts, run, labels, options);
    let mut page = Page::new(options.colour, options.width);
    findings::write_lists(&view, &mut page);
    page.finish()
}

/// Some flows alone, with all their steps.
pub fn render_flows(
    facts: &AppFacts,
    run: &RunInfo,
    labels: &Labels,
    options: &TextOptions<'_>,
    wanted: impl Fn(&app_facts::Flow) -> bool,
) -> String {
    let view = View::new(facts, run, labels, options);
    let mut page = Page::new(options.colour, options.width);
    let list: Vec<&app_facts::Flow> = facts.flows.iter().filter(|flow| wanted(flow)).collect();
    flows::write_flows(&view, &mut page, &list, list.len());
    page.field(
        2,
        "- ",
        page::Ink::Plain,
        flows::coverage(options.lang, &facts.coverage.data_flow),
    );
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
