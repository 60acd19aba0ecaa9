//! `privlens sdks` and `privlens sdk`: which third parties are inside, and what the catalogue says of one. Refuses to
//! hide the evidence.

use std::fmt::Write as _;

use app_facts::{SdkConfidence, SdkFact};
use report::Lang;
use report::json::JsonOptions;

use crate::args::{Common, SdkArgs, SdksArgs, TableFormat};
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::{analysis, knowledge, language, out};

fn add(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    let _ = text.write_fmt(line);
}

pub(crate) fn run(args: &SdksArgs, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    let analyzer = knowledge::analyzer(&knowledge, &common.ruleset)?;
    let facts = analysis::analyze_without_flows(&Input::new(&args.app.app), &analyzer)?;
    let text = match args.format {
        TableFormat::Text => {
            let lang = language::language(common.lang);
            let mut text = String::new();
            for (title, is_library) in [
                (word(lang, "第三方 SDK", "Third-party SDKs"), false),
                (word(lang, "代码库", "Code libraries"), true),
            ] {
                let rows: Vec<&SdkFact> = facts
                    .sdks
                    .iter()
                    .filter(|fact| fact.is_library == is_library)
                    .collect();
                add(&mut text, format_args!("{title} ({})\n", rows.len()));
                for fact in rows {
                    text.push_str(&row(fact, lang));
                }
            }
            for gap in facts
                .gaps
                .iter()
                .filter(|gap| gap.stage == "sdk-fingerprint")
            {
                add(&mut text, format_args!("! {}: {}\n", gap.what, gap.why));
            }
            text
        }
        TableFormat::Json => {
            let run = knowledge::run_info(&knowledge, None, &[]);
            list_json(&report::json::render_with(
                &facts,
                &run,
                &JsonOptions::default(),
            ))?
        }
    };
    out::print(&text)?;
    Ok(Exit::Done)
}

fn word(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn row(fact: &SdkFact, lang: Lang) -> String {
    let (name, vendor) = match lang {
        Lang::Zh => (&fact.name_zh, &fact.vendor_zh),
        Lang::En => (&fact.name_en, &fact.vendor_en),
    };
    let version = fact
        .version
        .clone()
        .or_else(|| {
            fact.version_range
                .as_ref()
                .map(|range| format!("~ {range}"))
        })
        .unwrap_or_default();
    let confidence = match fact.confidence {
        SdkConfidence::Confirmed => word(lang, "确认", "confirmed"),
        SdkConfidence::Fingerprint => word(lang, "代码指纹", "fingerprint"),
        SdkConfidence::Possible => word(lang, "可能", "possible"),
    };
    let mut about: Vec<String> = vec![name.clone(), version, vendor.clone(), fact.category.clone()];
    about.retain(|part| !part.is_empty());
    let mut text = format!("  {}  {}  [{confidence}]\n", fact.id, about.join(" · "));
    let evidence: Vec<String> = fact
        .evidence
        .iter()
        .map(|row| format!("{} {} ×{}", row.kind, row.value, row.count))
        .collect();
    add(
        &mut text,
        format_args!("      {}\n", evidence.join(word(lang, "；", "; "))),
    );
    let mut notes = Vec::new();
    if !fact.data.is_empty() {
        notes.push(format!(
            "{} {}",
            word(lang, "读取", "reads"),
            fact.data.join(", ")
        ));
    }
    if !fact.reachable {
        notes.push(word(lang, "未见可达调用", "no reachable call seen").to_owned());
    }
    if fact.is_stub {
        notes.push(word(lang, "空壳，无实际代码", "a stub without code").to_owned());
    }
    if let Some(key) = &fact.opted_out {
        notes.push(format!(
            "{} {key}",
            word(lang, "清单中关闭", "switched off by")
        ));
    }
    if let Some(host) = &fact.bundled_in {
        notes.push(format!("{} {host}", word(lang, "随附于", "comes with")));
    }
    if !notes.is_empty() {
        add(
            &mut text,
            format_args!("      {}\n", notes.join(word(lang, "；", "; "))),
        );
    }
    text
}

/// The `sdks` array of the report, so that both commands print the same fields.
fn list_json(report: &str) -> Result<String, CliError> {
    let fail = |error: serde_json::Error| CliError::Input(format!("report: {error}"));
    let report: serde_json::Value = serde_json::from_str(report).map_err(fail)?;
    let list = report.get("sdks").unwrap_or(&serde_json::Value::Null);
    serde_json::to_string_pretty(list)
        .map(|text| text + "\n")
        .map_err(fail)
}

/// One entry of the catalogue, whole, with its sources.
pub(crate) fn explain(args: &SdkArgs, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    let all = &knowledge.catalogues().sdks;
    let Some(sdk) = all.iter().find(|sdk| sdk.id.as_str() == args.id) else {
        let near: Vec<&str> = all
            .iter()
            .map(|sdk| sdk.id.as_str())
            .filter(|id| id.contains(&args.id))
            .take(6)
            .collect();
        let near = if near.is_empty() {
            String::new()
        } else {
            format!("; near: {}", near.join(", "))
        };
        return Err(CliError::Usage(format!(
            "sdk {}: no such entry{near}",
            args.id
        )));
    };
    let lang = language::language(common.lang);
    let mut text = format!(
        "{}  {} / {}\n{} / {}  {}  {}\n",
        sdk.id,
        sdk.name.zh,
        sdk.name.en,
        sdk.vendor.zh,
        sdk.vendor.en,
        sdk.country.as_ref().map_or("", |country| country.as_str()),
        sdk.category
    );
    let mut list = |title: &str, rows: &[ruleset::Text<'_>]| {
        if !rows.is_empty() {
            let rows: Vec<&str> = rows.iter().map(ruleset::Text::as_str).collect();
            add(&mut text, format_args!("{title}: {}\n", rows.join(", ")));
        }
    };
    list(word(lang, "别名", "aliases"), &sdk.aliases);
    list(word(lang, "包名", "packages"), &sdk.packages);
    list(word(lang, "组件", "components"), &sdk.components);
    list(word(lang, "清单键", "meta-data keys"), &sdk.meta_data);
    list(word(lang, "原生库", "native libraries"), &sdk.native_libs);
    list(word(lang, "资源文件", "assets"), &sdk.assets);
    list(word(lang, "域名", "domains"), &sdk.domains);
    list(word(lang, "内含", "bundles"), &sdk.bundles);
    if let Some(discloses) = &sdk.discloses {
        list(
            word(lang, "自述必要信息", "says it takes"),
            &discloses.required,
        );
        list(
            word(lang, "自述可选信息", "says it may take"),
            &discloses.optional,
        );
    }
    if let Some(url) = &sdk.policy_url {
        add(
            &mut text,
            format_args!("{}: {url}\n", word(lang, "隐私政策", "policy")),
        );
    }
    for init in &sdk.init {
        add(
            &mut text,
            format_args!("{}: {}\n", word(lang, "初始化", "starts with"), init.method),
        );
    }
    for off in &sdk.opt_out {
        add(
            &mut text,
            format_args!(
                "{}: {} = {}\n",
                word(lang, "关闭收集", "switched off by"),
                off.key,
                off.value
            ),
        );
    }
    if let Some(licence) = &sdk.licence {
        add(
            &mut text,
            format_args!(
                "{}: {licence}\n",
                word(lang, "数据许可", "licence of the entry")
            ),
        );
    }
    for (id, _, _, versions) in knowledge::profiles(&common.ruleset)?.families() {
        if sdk_fingerprint::catalogue_id(id) == args.id {
            add(
                &mut text,
                format_args!(
                    "{}: {id} {}\n",
                    word(lang, "代码指纹", "profiles"),
                    versions.join(", ")
                ),
            );
        }
    }
    for source in &sdk.sources {
        let date = source.date.as_ref().map_or("", |date| date.as_str());
        add(
            &mut text,
            format_args!("- {}: {} {date}\n", source.fact, source.seen),
        );
    }
    out::print(&text)?;
    Ok(Exit::Done)
}
