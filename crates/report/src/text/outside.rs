//! Requests for permissions, frameworks, libraries and loaded code in the terminal report; refuses to judge them.

use app_facts::{CodeLoad, Level, PermissionRequest, Repeat};

use super::page::{Ink, Page};
use super::view::View;
use super::width::safe;
use crate::Lang;

/// Rows of one table in the short form.
const MOST: usize = 12;

/// A text in the report's language.
fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The section on run-time requests; nothing when there are none.
pub(super) fn write_requests(view: &View<'_>, page: &mut Page) {
    let list = &view.facts.permission_requests;
    if list.is_empty() {
        return;
    }
    let lang = view.options.lang;
    page.heading(pick(
        lang,
        "运行时权限申请",
        "Permission requests while running",
    ));
    let shown = if view.options.verbose {
        list.len()
    } else {
        MOST
    };
    for request in list.iter().take(shown) {
        write_request(view, page, request);
    }
    more(view, page, list.len(), shown);
}

fn write_request(view: &View<'_>, page: &mut Page, request: &PermissionRequest) {
    let lang = view.options.lang;
    let names: Vec<String> = request
        .permissions
        .iter()
        .map(|name| safe(name.rsplit('.').next().unwrap_or(name)).into_owned())
        .collect();
    let names = if names.is_empty() {
        pick(lang, "（权限不是常量）", "(permissions not constant)").to_owned()
    } else {
        names.join(view.words.comma)
    };
    let state = match request.phase {
        Some(phase) => view.words.phase(phase).to_owned(),
        None => pick(lang, "未见可达", "no chain found").to_owned(),
    };
    page.line(
        2,
        &[
            (Ink::Strong, &names),
            (Ink::Plain, "  "),
            (Ink::Plain, &state),
            (Ink::Plain, "  "),
            (Ink::Dim, &view.owner(&request.owner)),
        ],
    );
    page.line(
        4,
        &[
            (Ink::Plain, &safe(&request.site.method)),
            (
                Ink::Dim,
                &format!("  {} +0x{:x}", safe(&request.site.dex), request.site.offset),
            ),
        ],
    );
    let denied = match request.on_denied.as_str() {
        "continues" => pick(lang, "拒绝后继续", "goes on when refused"),
        "asks_again" => pick(lang, "拒绝后再次申请", "asks again when refused"),
        "exits" if request.exit_scope == "page" => {
            pick(lang, "拒绝后关闭该页面", "closes the page when refused")
        }
        "exits" => pick(lang, "拒绝后退出应用", "exits when refused"),
        _ => pick(
            lang,
            "拒绝后的处理未知",
            "not known what happens when refused",
        ),
    };
    page.line(4, &[(Ink::Dim, denied)]);
    let spacing = match request.spacing.as_str() {
        "time" => pick(
            lang,
            "距上次申请未满一定时间时不再申请",
            "waits some time since it last asked",
        ),
        "once" => pick(lang, "只申请一次", "asks once only"),
        _ => "",
    };
    if !spacing.is_empty() {
        page.line(4, &[(Ink::Dim, spacing)]);
    }
    if let Some(text) = &request.rationale {
        let label = pick(lang, "说明文字：", "explanation: ");
        page.field(4, label, Ink::Dim, &safe(text));
    }
}

/// The section on frameworks, libraries and loaded code; nothing when there is none.
pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let all = &view.facts.embedded;
    let lang = view.options.lang;
    let loads: Vec<&CodeLoad> = all
        .loads
        .iter()
        .filter(|load| load.level == Level::Reachable && !load.loads.starts_with("library"))
        .collect();
    if all.frameworks.is_empty()
        && all.native_libs.is_empty()
        && all.dex.is_empty()
        && loads.is_empty()
    {
        return;
    }
    page.heading(pick(lang, "DEX 之外的代码", "Code outside the DEX files"));
    for fact in &all.frameworks {
        let name = pick_name(lang, &fact.name_zh, &fact.name_en);
        let version = fact.version.as_deref().map_or_else(
            || pick(lang, "版本未知", "version unknown").to_owned(),
            |version| safe(version).into_owned(),
        );
        let opaque = if fact.opaque {
            pick(lang, "部分代码不可读", "some of its code cannot be read")
        } else {
            ""
        };
        page.line(
            2,
            &[
                (Ink::Strong, &safe(name)),
                (Ink::Plain, "  "),
                (Ink::Plain, &version),
                (Ink::Plain, "  "),
                (Ink::Warning, opaque),
            ],
        );
        for (key, value) in &fact.settings {
            page.field(4, &format!("{}: ", safe(key)), Ink::Dim, &safe(value));
        }
        for bundle in fact
            .bundles
            .iter()
            .take(if view.options.verbose { 100 } else { 3 })
        {
            let text = format!("{}  {}", safe(&bundle.entry), bundle.form);
            page.field(4, "", Ink::Dim, &text);
        }
    }
    for dex in &all.dex {
        let label = pick(lang, "内嵌 DEX：", "embedded DEX: ");
        let text = format!("{}  {}", safe(&dex.entry), dex.encoding);
        page.field(2, label, Ink::Plain, &text);
    }
    let shown = if view.options.verbose {
        all.native_libs.len()
    } else {
        MOST
    };
    for lib in all.native_libs.iter().take(shown) {
        let bound = match lang {
            Lang::Zh => format!("实现 {} 个本地方法", lib.bound_methods),
            Lang::En => format!("implements {} native methods", lib.bound_methods),
        };
        page.line(
            2,
            &[
                (Ink::Plain, &safe(&lib.name)),
                (Ink::Dim, &format!("  {}  ", safe(&lib.abi))),
                (Ink::Dim, &bound),
            ],
        );
    }
    more(view, page, all.native_libs.len(), shown);
    let shown = if view.options.verbose {
        loads.len()
    } else {
        MOST
    };
    for load in loads.iter().take(shown) {
        let label = pick(lang, "加载代码：", "loads code: ");
        let values = load.values.join(view.words.comma);
        let text = format!("{}  {}", safe(&load.site.method), safe(&values));
        page.field(2, label, Ink::Plain, &text);
    }
    more(view, page, loads.len(), shown);
}

fn pick_name<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn more(view: &View<'_>, page: &mut Page, n: usize, shown: usize) {
    if n > shown {
        page.line(2, &[(Ink::Dim, &view.words.more_places(n - shown))]);
    }
}

/// How often a read repeats, in words.
pub(super) fn repeat(lang: Lang, repeat: &Repeat) -> String {
    let kind = match repeat.kind.as_str() {
        "timer" => pick(lang, "定时器", "timer"),
        "loop" => pick(lang, "循环等待", "loop that waits"),
        "scheduled_executor" => pick(lang, "定时线程池", "scheduled executor"),
        "handler" => pick(lang, "Handler 循环", "handler that posts itself"),
        "alarm" => pick(lang, "闹钟", "alarm"),
        "work" => pick(lang, "周期任务", "periodic work"),
        "location" => pick(lang, "位置监听", "location updates"),
        "sensor" => pick(lang, "传感器监听", "sensor listener"),
        _ => pick(lang, "周期执行", "interval"),
    };
    match (lang, repeat.period_ms) {
        (Lang::Zh, Some(ms)) => format!("重复：{kind}，每 {}", period(ms)),
        (Lang::En, Some(ms)) => format!("repeats: {kind}, every {}", period(ms)),
        (Lang::Zh, None) => format!("重复：{kind}，周期不是常量"),
        (Lang::En, None) => format!("repeats: {kind}, period not constant"),
    }
}

fn period(ms: u64) -> String {
    match ms {
        _ if !ms.is_multiple_of(1_000) || ms == 0 => format!("{ms} ms"),
        _ if ms < 60_000 => format!("{} s", ms / 1_000),
        _ if !ms.is_multiple_of(60_000) => format!("{} s", ms / 1_000),
        _ => format!("{} min", ms / 60_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_short() {
        assert_eq!(period(0), "0 ms");
        assert_eq!(period(66), "66 ms");
        assert_eq!(period(30_000), "30 s");
        assert_eq!(period(90_000), "90 s");
        assert_eq!(period(900_000), "15 min");
        let repeat_of = |kind: &str, period_ms| Repeat {
            kind: kind.to_owned(),
            period_ms,
        };
        assert_eq!(
            repeat(Lang::Zh, &repeat_of("timer", Some(5_000))),
            "重复：定时器，每 5 s"
        );
        assert_eq!(
            repeat(Lang::En, &repeat_of("sensor", None)),
            "repeats: sensor listener, period not constant"
        );
    }
}
