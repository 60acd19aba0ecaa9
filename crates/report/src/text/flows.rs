//! Where values go: each flow with its steps; refuses to say that a value flows where only its parts are seen.

use app_facts::{Flow, FlowConfidence, FlowStep};

use super::page::{Ink, Page};
use super::view::View;
use super::width::safe;
use crate::Lang;

/// Flows shown in the short form.
const MOST_FLOWS: usize = 12;
/// Steps of one flow in the short form.
const MOST_STEPS: usize = 6;

/// Texts of one language.
struct Texts {
    heading: &'static str,
    none: &'static str,
    confirmed: &'static str,
    probable: &'static str,
    to: &'static str,
    host: &'static str,
    recipient: &'static str,
    transforms: &'static str,
    because: &'static str,
    line: &'static str,
    steps_left_out: &'static str,
    more: &'static str,
    complete: &'static str,
    partial: &'static str,
    skipped: &'static str,
}

const ZH: Texts = Texts {
    heading: "信息去向",
    none: "未见读取到的信息流向下列任何出口的路径",
    confirmed: "路径完整",
    probable: "路径有近似之处",
    to: "去向",
    host: "主机",
    recipient: "接收方",
    transforms: "处理方式",
    because: "近似之处",
    line: "行",
    steps_left_out: "步省略",
    more: "更多去向用 --verbose 或 privlens flows 查看",
    complete: "数据流：已检测全部可达代码",
    partial: "数据流：只检测了一部分（见上面的未检测项）",
    skipped: "数据流：未检测（看到的是读取，不是读取后的去向）",
};

const EN: Texts = Texts {
    heading: "Where values go",
    none: "no path was found from a read to a way out of the app",
    confirmed: "every step shown",
    probable: "some step is an approximation",
    to: "to",
    host: "host",
    recipient: "recipient",
    transforms: "transformed by",
    because: "approximations",
    line: "line",
    steps_left_out: "steps left out",
    more: "more with --verbose or privlens flows",
    complete: "data flow: all reachable code was followed",
    partial: "data flow: only a part was followed (see what was not analysed above)",
    skipped: "data flow: not evaluated (reads are shown, not where values go)",
};

/// Words for kinds of sinks: id, Chinese, English.
const SINKS: [(&str, &str, &str); 12] = [
    ("network", "网络发送", "network"),
    ("log", "日志", "log"),
    ("file", "文件", "file"),
    ("sms", "短信", "text message"),
    ("ipc", "其他应用或进程", "another app or process"),
    ("webview", "网页", "web page"),
    ("sdk", "第三方SDK接口", "SDK interface"),
    ("clipboard", "剪贴板", "clipboard"),
    ("storage", "应用存储", "app storage"),
    (
        "screen",
        "应用界面之外的显示",
        "shown outside the app's window",
    ),
    ("process", "其他程序", "another program"),
    ("other", "其他", "other"),
];

/// Words for steps: id, Chinese, English.
const STEPS: [(&str, &str, &str); 11] = [
    ("read", "读取", "read"),
    ("call", "传入方法", "passed to"),
    ("callback", "传入回调", "passed to callback"),
    ("return", "返回自", "returned from"),
    ("library", "经过", "through"),
    ("field", "写入字段", "written to field"),
    (
        "element",
        "写入数组或集合",
        "written to an array or collection",
    ),
    ("compute", "参与运算", "computed with"),
    ("throw", "随异常抛出", "thrown"),
    ("hand_over", "经组件或存储传递", "handed over"),
    ("sink", "到达", "reaches"),
];

fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

fn word(table: &[(&'static str, &'static str, &'static str)], id: &str, lang: Lang) -> String {
    table.iter().find(|(known, _, _)| *known == id).map_or_else(
        || safe(id).into_owned(),
        |(_, zh, en)| match lang {
            Lang::Zh => (*zh).to_owned(),
            Lang::En => (*en).to_owned(),
        },
    )
}

/// One line on how much was followed.
pub(super) fn coverage(lang: Lang, state: &str) -> &'static str {
    let texts = texts(lang);
    match state {
        "complete" => texts.complete,
        "partial" => texts.partial,
        _ => texts.skipped,
    }
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    if view.facts.coverage.data_flow.is_empty() || view.facts.coverage.data_flow == "skipped" {
        return;
    }
    let all: Vec<&Flow> = view.facts.flows.iter().collect();
    let most = if view.options.verbose {
        all.len()
    } else {
        MOST_FLOWS
    };
    write_flows(view, page, &all, most);
}

/// Writes flows, those to others first.
pub(super) fn write_flows(view: &View<'_>, page: &mut Page, flows: &[&Flow], most: usize) {
    let lang = view.options.lang;
    let texts = texts(lang);
    page.heading(&format!("{} ({})", texts.heading, flows.len()));
    if flows.is_empty() {
        page.field(2, "", Ink::Plain, texts.none);
    }
    let rank = |flow: &Flow| {
        SINKS
            .iter()
            .position(|(id, _, _)| *id == flow.sink.kind)
            .unwrap_or(SINKS.len())
    };
    let mut sorted = flows.to_vec();
    sorted.sort_by_key(|flow| (flow.confidence, rank(flow)));
    for flow in sorted.iter().take(most) {
        write_flow(view, page, flow, texts);
    }
    if sorted.len() > most {
        page.line(
            2,
            &[(
                Ink::Dim,
                &format!("+{}  {}", sorted.len() - most, texts.more),
            )],
        );
    }
}

fn write_flow(view: &View<'_>, page: &mut Page, flow: &Flow, texts: &Texts) {
    let words = view.words;
    let lang = view.options.lang;
    let data: Vec<String> = flow.data.iter().map(|id| view.kind_name(id)).collect();
    let sure = match flow.confidence {
        FlowConfidence::Confirmed => texts.confirmed,
        FlowConfidence::Probable => texts.probable,
    };
    page.line(
        2,
        &[
            (Ink::Strong, &data.join(words.comma)),
            (
                Ink::Reachable,
                &format!(" → {}", word(&SINKS, &flow.sink.kind, lang)),
            ),
            (Ink::Dim, &format!("  {sure}")),
        ],
    );
    let mut to: Vec<String> = vec![safe(&flow.sink.api).into_owned()];
    if let Some(host) = &flow.sink.host {
        let scheme = flow
            .sink
            .scheme
            .as_deref()
            .map_or_else(String::new, |scheme| format!("{scheme}://"));
        to.push(format!(
            "{} {}",
            texts.host,
            safe(&format!("{scheme}{host}"))
        ));
    }
    if let Some(recipient) = &flow.sink.recipient {
        to.push(format!("{} {}", texts.recipient, view.sdk(recipient)));
    }
    page.field(
        4,
        &format!("{}{}", texts.to, words.colon),
        Ink::Plain,
        &to.join(words.comma),
    );
    if !flow.transforms.is_empty() {
        page.field(
            4,
            &format!("{}{}", texts.transforms, words.colon),
            Ink::Plain,
            &safe(&flow.transforms.join(words.comma)),
        );
    }
    if !flow.cuts.is_empty() {
        page.field(
            4,
            &format!("{}{}", texts.because, words.colon),
            Ink::Dim,
            &safe(&flow.cuts.join(words.comma)),
        );
    }
    let shown = if view.options.verbose {
        flow.path.len()
    } else {
        MOST_STEPS
    };
    let head = shown.div_ceil(2);
    for (n, step) in flow.path.iter().enumerate() {
        if flow.path.len() > shown && n >= head && n + (shown - head) < flow.path.len() {
            if n == head {
                let left = flow.path.len() - shown;
                page.line(
                    6,
                    &[(Ink::Dim, &format!("… {left} {}", texts.steps_left_out))],
                );
            }
            continue;
        }
        write_step(view, page, n, step, texts);
    }
}

fn write_step(view: &View<'_>, page: &mut Page, n: usize, step: &FlowStep, texts: &Texts) {
    let (doing, name) = step.what.split_once(' ').unwrap_or((&step.what, ""));
    let line = step
        .line
        .map_or_else(String::new, |line| format!(" {} {line}", texts.line));
    let mapped = view
        .options
        .mapping
        .and_then(|mapping| mapping.readable(&step.method, step.line))
        .map_or_else(String::new, |name| format!(" = {}", safe(&name)));
    page.field(
        6,
        &format!("{} ", n + 1),
        Ink::Plain,
        &format!(
            "{} {}  [{}] {}+{}{line}{mapped}",
            word(&STEPS, doing, view.options.lang),
            safe(name),
            view.short_owner(&step.owner),
            safe(&step.method),
            step.offset,
        ),
    );
}
