//! What start-up does, in its order; refuses to say whether any of it is allowed.

use app_facts::{Phase, TimelineStep};

use super::page::{Ink, Page};
use super::view::View;
use super::width::safe;
use crate::Lang;
use crate::names::readable;

/// Steps shown in the short form.
const MOST_STEPS: usize = 24;

struct Texts {
    heading: &'static str,
    note: &'static str,
    entry: &'static str,
    init: &'static str,
    pre_init: &'static str,
    consent: &'static str,
    switch: &'static str,
    read: &'static str,
    request: &'static str,
    dialog: &'static str,
    by: &'static str,
    more: &'static str,
}

const ZH: Texts = Texts {
    heading: "启动过程",
    note: "按代码中的先后排列；异步执行的排在后面，实际先后需运行时核实",
    entry: "进入",
    init: "初始化 SDK",
    pre_init: "预初始化 SDK",
    consent: "告知 SDK 同意状态",
    switch: "设置 SDK 开关",
    read: "读取",
    request: "申请权限",
    dialog: "显示征求同意的界面",
    by: "由",
    more: "更多步骤用 --verbose 查看",
};

const EN: Texts = Texts {
    heading: "Start-up",
    note: "in the order of the code; what runs asynchronously stands last, its real order needs a run",
    entry: "enters",
    init: "starts SDK",
    pre_init: "prepares SDK",
    consent: "tells SDK of the agreement",
    switch: "switches SDK",
    read: "reads",
    request: "asks for permission",
    dialog: "shows what asks for the agreement",
    by: "by",
    more: "more steps with --verbose",
};

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let early: Vec<&TimelineStep> = view
        .facts
        .timeline
        .iter()
        .filter(|step| step.phase == Some(Phase::BeforeConsent))
        .collect();
    if early.is_empty() {
        return;
    }
    let texts = match view.options.lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    };
    page.heading(texts.heading);
    page.field(2, "", Ink::Dim, texts.note);
    let shown = if view.options.verbose {
        early.len()
    } else {
        MOST_STEPS
    };
    for (n, step) in early.iter().take(shown).enumerate() {
        write_step(view, page, texts, n + 1, step);
    }
    if early.len() > shown {
        page.line(2, &[(Ink::Dim, texts.more)]);
    }
}

fn write_step(view: &View<'_>, page: &mut Page, texts: &Texts, n: usize, step: &TimelineStep) {
    let (word, ink) = match step.kind.as_str() {
        "entry" => (texts.entry, Ink::Dim),
        "init" => (texts.init, Ink::Strong),
        "pre_init" => (texts.pre_init, Ink::Plain),
        "consent" => (texts.consent, Ink::Plain),
        "switch" => (texts.switch, Ink::Plain),
        "request" => (texts.request, Ink::Strong),
        "dialog" => (texts.dialog, Ink::Reachable),
        _ => (texts.read, Ink::Strong),
    };
    let what = match step.kind.as_str() {
        "read" => view.kind_name(&step.what),
        "entry" | "request" => safe(&step.what).into_owned(),
        _ => readable(&step.what),
    };
    let who = view.owner(&step.owner);
    page.line(
        4,
        &[
            (Ink::Dim, &format!("{n:>3}. ")),
            (ink, word),
            (Ink::Plain, " "),
            (Ink::Plain, &safe(&what)),
            (Ink::Dim, &format!("  {} {}", texts.by, safe(&who))),
        ],
    );
}
