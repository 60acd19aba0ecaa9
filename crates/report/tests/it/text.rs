//! The terminal report of hand-made facts against stored texts, in both languages.

use crate::common;
use app_facts::AppFacts;
use report::text::{TextOptions, render, text_columns};
use report::{Lang, mapping::Mapping};

fn text(facts: &AppFacts, options: &TextOptions<'_>) -> String {
    render(facts, &common::run_info(), &common::labels(), options)
}

fn options(lang: Lang) -> TextOptions<'static> {
    TextOptions {
        lang,
        ..TextOptions::default()
    }
}

#[test]
fn weather_in_chinese() {
    common::snapshot(
        "weather.zh.txt",
        &text(&common::weather(), &options(Lang::Zh)),
    );
}

#[test]
fn weather_in_english() {
    common::snapshot(
        "weather.en.txt",
        &text(&common::weather(), &options(Lang::En)),
    );
}

#[test]
fn weather_verbose_with_mapping_and_colours() {
    let mapping = Mapping::parse(
        b"com.igexin.push.core.CoreReader -> com.igexin.push.core.a:\n    40:40:void readDevice(android.content.Context):77:77 -> b\n",
    );
    let options = TextOptions {
        colour: true,
        verbose: true,
        mapping: Some(&mapping),
        ..options(Lang::Zh)
    };
    common::snapshot("weather.verbose.txt", &text(&common::weather(), &options));
}

#[test]
fn an_empty_app_is_never_called_clean() {
    for (lang, name) in [(Lang::Zh, "empty.zh.txt"), (Lang::En, "empty.en.txt")] {
        let rendered = text(&AppFacts::default(), &options(lang));
        common::snapshot(name, &rendered);
        assert!(!rendered.contains("clean"));
    }
}

#[test]
fn control_characters_of_the_app_never_reach_the_terminal() {
    let mut facts = common::weather();
    facts.app.package = "com.\u{1b}[2Jx\u{202e}y".to_owned();
    for access in &mut facts.accesses {
        access.api = "content://\u{7}\n/".to_owned();
    }
    facts.gaps[0].why = "\r\u{9b}".to_owned();
    for verbose in [false, true] {
        let options = TextOptions {
            verbose,
            ..options(Lang::En)
        };
        let rendered = text(&facts, &options);
        assert!(
            rendered
                .chars()
                .all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}'))
        );
    }
}

#[test]
fn summary_rows_stay_within_the_width() {
    for width in [60, 80, 120] {
        let options = TextOptions {
            width,
            ..options(Lang::Zh)
        };
        let rendered = text(&common::weather(), &options);
        for line in rendered.lines().take(24) {
            assert!(text_columns(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn ten_thousand_places_stay_a_short_report() {
    let mut facts = common::weather();
    let one = facts.accesses[2].clone();
    for offset in 0..10_000 {
        let mut access = one.clone();
        access.site.offset = offset;
        facts.accesses.push(access);
    }
    let rendered = text(&facts, &options(Lang::En));
    assert!(rendered.lines().count() < 140);
    assert!(rendered.contains("10002 more (--verbose shows all)"));
}
