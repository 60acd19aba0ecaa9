//! The verdict table, the checks and the matrix for people; refuses conclusions: every line is evidence for a reviewer.

use std::collections::BTreeMap;

use app_facts::{Confidence, Finding, Severity, Verdict, Words};

use super::page::{Ink, Page};
use super::view::View;
use super::width::{columns, pad, safe, shorten};
use crate::Lang;

/// Findings told in full when not all are asked for.
const MOST_FINDINGS: usize = 30;
/// Widest columns of the verdict table, so that all of them fit a line of 100.
const MOST_COLUMNS: [usize; 7] = [4, 12, 8, 8, 36, 18, 40];
/// Pieces of evidence named for one finding.
const MOST_EVIDENCE: usize = 8;

/// One text in both languages.
type Both = (&'static str, &'static str);

fn say(lang: Lang, both: Both) -> &'static str {
    match lang {
        Lang::Zh => both.0,
        Lang::En => both.1,
    }
}

fn pick(lang: Lang, words: &Words) -> &str {
    match lang {
        Lang::Zh => &words.zh,
        Lang::En => &words.en,
    }
}

pub(crate) fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    say(
        lang,
        match verdict {
            Verdict::Evidence => ("有证据（待复核）", "evidence (to be reviewed)"),
            Verdict::Suspected => ("疑似", "suspected"),
            Verdict::Capability => (
                "具备能力（未见可达调用）",
                "capability (no reachable call shown)",
            ),
            Verdict::Manual => ("需人工核验", "needs a person"),
            Verdict::NotEvaluated => ("未检测", "not evaluated"),
            Verdict::NotFound => ("检测范围内未发现", "not found in what was looked at"),
        },
    )
}

fn severity(lang: Lang, severity: Severity) -> &'static str {
    say(
        lang,
        match severity {
            Severity::Critical => ("严重", "critical"),
            Severity::High => ("高", "high"),
            Severity::Medium => ("中", "medium"),
            Severity::Low => ("低", "low"),
            Severity::Info => ("提示", "info"),
        },
    )
}

fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    say(
        lang,
        match confidence {
            Confidence::High => ("高", "high"),
            Confidence::Medium => ("中", "medium"),
            Confidence::Low => ("低", "low"),
        },
    )
}

fn reason(lang: Lang, word: &str) -> &str {
    let both = match word {
        "not_obtainable" => (
            "在支持的系统版本上无法取得",
            "cannot succeed on the levels the app runs on",
        ),
        "flow_probable" => ("数据流含近似步骤", "the flow has approximations"),
        "sdk_possible" => ("SDK识别证据较弱", "the SDK is only possible"),
        "same_group" => ("疑似同一集团，待确认", "may belong to the operator's group"),
        "input_missing" => (
            "缺少可加强判断的输入",
            "an input that would make it firmer is missing",
        ),
        "policy_found_inside" => (
            "政策文本来自应用内部",
            "the policy was found inside the app",
        ),
        "indirect" => (
            "经反射、原生代码或脚本",
            "by reflection, native code or a script",
        ),
        "path_approximated" => ("调用链含近似步骤", "the chain has approximations"),
        "owner_unknown" => ("代码归属未知", "nobody is known to hold the code"),
        "library_code" => ("由代码库代为读取", "a code library reads for its caller"),
        "part_not_seen" => ("应用部分内容不可见", "part of the app was not seen"),
        "all_steps_shown" => ("各步骤均有证据", "every step was shown"),
        "rule_approximates" => ("规则含近似判断", "the rule approximates"),
        "rule_hints" => ("仅为线索", "a hint only"),
        _ => return word,
    };
    say(lang, both)
}

/// The table that is read first.
pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let judgement = &view.facts.judgement;
    if judgement.checks.is_empty() {
        return;
    }
    let lang = view.options.lang;
    page.heading(say(
        lang,
        (
            "检测结果（证据，非法律结论）",
            "Findings (evidence, no legal conclusion)",
        ),
    ));
    let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for check in &judgement.checks {
        *counts.entry(check.result).or_default() += 1;
    }
    let line: Vec<String> = counts
        .iter()
        .map(|(result, n)| format!("{} {n}", verdict(lang, *result)))
        .collect();
    page.field(
        2,
        "",
        Ink::Plain,
        &format!(
            "{} {}{}{}",
            judgement.checks.len(),
            say(lang, ("条规则：", "rules: ")),
            line.join(view.words.comma),
            say(lang, ("。", ".")),
        ),
    );
    for note in &judgement.notes {
        page.field(2, "", Ink::Dim, &safe(pick(lang, note)));
    }
    if judgement.findings.is_empty() {
        page.field(
            2,
            "",
            Ink::Strong,
            say(
                lang,
                (
                    "在检测范围内没有规则给出结果；请结合覆盖范围阅读。",
                    "No rule gave a result in what was looked at; read it with the coverage.",
                ),
            ),
        );
        return;
    }
    page.blank();
    let shown = if view.options.verbose {
        judgement.findings.len()
    } else {
        MOST_FINDINGS
    };
    table(
        view,
        page,
        judgement
            .findings
            .get(..shown)
            .unwrap_or(&judgement.findings),
    );
    page.blank();
    for finding in judgement.findings.iter().take(shown) {
        one(view, page, finding);
    }
    if judgement.findings.len() > shown {
        page.field(
            2,
            "",
            Ink::Dim,
            &format!(
                "+{} ({})",
                judgement.findings.len() - shown,
                view.words.verbose_hint
            ),
        );
    }
}

/// One line for each finding: verdict, severity, rule, title, information, who.
fn table(view: &View<'_>, page: &mut Page, findings: &[Finding]) {
    let lang = view.options.lang;
    let mut rows: Vec<Vec<String>> = vec![
        [
            ("序号", "no."),
            ("结论", "verdict"),
            ("严重程度", "severity"),
            ("规则", "rule"),
            ("问题", "finding"),
            ("信息", "information"),
            ("主体", "who"),
        ]
        .iter()
        .map(|both| say(lang, *both).to_owned())
        .collect(),
    ];
    for finding in findings {
        let data: Vec<&str> = finding
            .data
            .iter()
            .take(2)
            .map(|id| {
                let kind = view.labels.kinds.get(id);
                kind.and_then(|kind| kind.name.get(lang)).unwrap_or(id)
            })
            .collect();
        let more = if finding.data.len() > data.len() {
            format!(" +{}", finding.data.len() - data.len())
        } else {
            String::new()
        };
        let who = finding.owner.as_ref().map_or_else(
            || say(lang, ("应用", "the app")).to_owned(),
            |owner| view.owner(owner),
        );
        rows.push(vec![
            finding.rank.to_string(),
            short(lang, finding.verdict).to_owned(),
            severity(lang, finding.severity).to_owned(),
            finding.rule.clone(),
            safe(pick(lang, &finding.title)).into_owned(),
            format!("{}{more}", safe(&data.join(view.words.comma))),
            safe(&who).into_owned(),
        ]);
    }
    let mut widths: Vec<usize> = Vec::new();
    for row in &rows {
        for (n, cell) in row.iter().enumerate() {
            match widths.get_mut(n) {
                Some(width) => *width = columns(cell).max(*width),
                None => widths.push(columns(cell)),
            }
        }
    }
    for (n, row) in rows.iter().enumerate() {
        let mut line = String::new();
        for ((cell, width), most) in row.iter().zip(&widths).zip(MOST_COLUMNS) {
            let width = (*width).min(most);
            line.push_str(&pad(&shorten(cell, width), width + 2));
        }
        let ink = if n == 0 { Ink::Dim } else { Ink::Plain };
        let line = line.trim_end();
        page.line(2, &[(ink, &shorten(line, page.width.saturating_sub(2)))]);
    }
}

/// A verdict in one word.
fn short(lang: Lang, verdict: Verdict) -> &'static str {
    say(
        lang,
        match verdict {
            Verdict::Evidence => ("有证据", "evidence"),
            Verdict::Suspected => ("疑似", "suspected"),
            Verdict::Capability => ("具备能力", "capability"),
            Verdict::Manual => ("需人工核验", "person"),
            Verdict::NotEvaluated => ("未检测", "not evaluated"),
            Verdict::NotFound => ("未发现", "not found"),
        },
    )
}

fn one(view: &View<'_>, page: &mut Page, finding: &Finding) {
    let lang = view.options.lang;
    let colon = view.words.colon;
    let head = format!(
        "{}. [{}] {}  {}",
        finding.rank,
        severity(lang, finding.severity),
        verdict(lang, finding.verdict),
        safe(pick(lang, &finding.title)),
    );
    let ink = match finding.verdict {
        Verdict::Evidence => Ink::Reachable,
        Verdict::Suspected => Ink::Strong,
        _ => Ink::Plain,
    };
    page.line(2, &[(ink, &shorten(&head, page.width.saturating_sub(2)))]);
    let names = [
        ("事实", "what"),
        ("主体", "who"),
        ("时机", "when"),
        ("证据", "evidence"),
        ("条款", "clauses"),
        ("通报名称", "notice name"),
        ("置信度", "confidence"),
        ("局限", "limits"),
        ("待确认", "to confirm"),
        ("整改", "mend"),
        ("规则", "rule"),
    ];
    let width = names
        .iter()
        .map(|both| columns(say(lang, *both)))
        .max()
        .unwrap_or(0)
        + 2;
    let label = |both: Both| pad(&format!("{}{colon}", say(lang, both)), width + 1);
    page.field(
        4,
        &label(("事实", "what")),
        Ink::Plain,
        &safe(pick(lang, &finding.message)),
    );
    let who = finding.owner.as_ref().map_or_else(
        || say(lang, ("应用", "the app")).to_owned(),
        |owner| view.owner(owner),
    );
    page.field(4, &label(("主体", "who")), Ink::Plain, &safe(&who));
    let phases = phases(view, finding);
    if !phases.is_empty() {
        page.field(4, &label(("时机", "when")), Ink::Plain, &phases);
    }
    let evidence = evidence(view, finding);
    if !evidence.is_empty() {
        page.field(4, &label(("证据", "evidence")), Ink::Plain, &evidence);
    }
    page.field(
        4,
        &label(("条款", "clauses")),
        Ink::Plain,
        &clauses(view, finding),
    );
    if let Some(issue) = &finding.miit_issue {
        page.field(4, &label(("通报名称", "notice name")), Ink::Plain, issue);
    }
    let why: Vec<&str> = finding
        .confidence_why
        .iter()
        .map(|word| reason(lang, word))
        .collect();
    page.field(
        4,
        &label(("置信度", "confidence")),
        Ink::Plain,
        &format!(
            "{} ({})",
            confidence(lang, finding.confidence),
            why.join(view.words.comma)
        ),
    );
    page.field(
        4,
        &label(("局限", "limits")),
        Ink::Dim,
        &safe(pick(lang, &finding.limits)),
    );
    page.field(
        4,
        &label(("待确认", "to confirm")),
        Ink::Plain,
        &safe(pick(lang, &finding.confirm)),
    );
    page.field(
        4,
        &label(("整改", "mend")),
        Ink::Plain,
        &safe(pick(lang, &finding.remedy)),
    );
    let mut rules = vec![finding.rule.as_str()];
    rules.extend(finding.related_rules.iter().map(String::as_str));
    page.field(
        4,
        &label(("规则", "rule")),
        Ink::Dim,
        &format!("{}  {}", rules.join(" "), finding.id),
    );
    page.blank();
}

/// When the facts behind a finding can run.
fn phases(view: &View<'_>, finding: &Finding) -> String {
    let mut out: Vec<&str> = Vec::new();
    for reference in &finding.evidence {
        let phase = match reference.kind.as_str() {
            "access" => index(&reference.id, 'a')
                .and_then(|n| view.facts.accesses.get(n))
                .and_then(|access| access.phase),
            "flow" => index(&reference.id, 'f')
                .and_then(|n| view.facts.flows.get(n))
                .and_then(|flow| {
                    let mut accesses = view.facts.accesses.iter();
                    accesses.find(|access| {
                        access.site.method == flow.source.site.method
                            && access.site.offset == flow.source.site.offset
                    })
                })
                .and_then(|access| access.phase),
            "permission_request" => index(&reference.id, 'r')
                .and_then(|n| view.facts.permission_requests.get(n))
                .and_then(|request| request.phase),
            "behaviour" => behaviour(view, &reference.id).and_then(|row| row.phase),
            _ => None,
        };
        if let Some(phase) = phase {
            let word = view.words.phase(phase);
            if !out.contains(&word) {
                out.push(word);
            }
        }
    }
    out.join(view.words.comma)
}

/// The behaviour that evidence names as `id@method:offset`.
fn behaviour<'v>(view: &View<'v>, reference: &str) -> Option<&'v app_facts::Behaviour> {
    let (id, place) = reference.split_once('@')?;
    let (method, offset) = place.rsplit_once(':')?;
    let offset: u32 = offset.parse().ok()?;
    view.facts
        .behaviours
        .iter()
        .find(|row| row.id == id && row.site.offset == offset && row.site.method == method)
}

/// Entry point and place of a chain; how many calls lie between them.
fn way(chain: &[app_facts::ChainFrame], method: &str) -> String {
    let site = crate::names::stack_form(method);
    let entry = chain.first().and_then(|frame| frame.entry.as_deref());
    let entry = entry.map(|entry| entry.split('(').next().unwrap_or(entry));
    match (entry, chain.len().saturating_sub(2)) {
        (Some(entry), 0) => format!("{entry} → {site}"),
        (Some(entry), between) => format!("{entry} → … {between} … → {site}"),
        (None, _) => site,
    }
}

fn index(id: &str, letter: char) -> Option<usize> {
    id.strip_prefix(letter)?
        .parse::<usize>()
        .ok()?
        .checked_sub(1)
}

/// Ids of the report with the place that each stands for.
fn evidence(view: &View<'_>, finding: &Finding) -> String {
    let mut out: Vec<String> = Vec::new();
    for reference in finding.evidence.iter().take(MOST_EVIDENCE) {
        let place = match reference.kind.as_str() {
            "access" => index(&reference.id, 'a')
                .and_then(|n| view.facts.accesses.get(n))
                .map(|access| way(&access.chain, &access.site.method)),
            "permission_request" => index(&reference.id, 'r')
                .and_then(|n| view.facts.permission_requests.get(n))
                .map(|request| way(&request.chain, &request.site.method)),
            "behaviour" => {
                let row = behaviour(view, &reference.id);
                out.extend(row.map(|row| safe(&way(&row.chain, &row.site.method)).into_owned()));
                if row.is_some() {
                    continue;
                }
                None
            }
            "flow" => index(&reference.id, 'f')
                .and_then(|n| view.facts.flows.get(n))
                .map(|flow| {
                    format!(
                        "{} → {}",
                        crate::names::stack_form(&flow.source.site.method),
                        flow.sink.host.as_deref().unwrap_or(&flow.sink.kind)
                    )
                }),
            "permission" => index(&reference.id, 'p')
                .and_then(|n| view.facts.permissions.get(n))
                .map(|permission| permission.name.clone()),
            "policy" => view
                .facts
                .disclosure
                .statements
                .iter()
                .find(|statement| statement.id == reference.id)
                .map(|statement| {
                    format!("“{}”", statement.quote.chars().take(60).collect::<String>())
                }),
            _ => None,
        };
        out.push(match place {
            Some(place) => format!("{} {}", reference.id, safe(&place)),
            None => safe(&reference.id).into_owned(),
        });
    }
    let more =
        finding.evidence.len().saturating_sub(MOST_EVIDENCE) + finding.evidence_more as usize;
    if more > 0 {
        out.push(format!("+{more}"));
    }
    out.join(view.words.comma)
}

fn clauses(view: &View<'_>, finding: &Finding) -> String {
    let lang = view.options.lang;
    let list: Vec<String> = finding
        .clauses
        .iter()
        .map(|id| {
            let name = view
                .labels
                .clauses
                .get(id)
                .and_then(|name| name.get(lang))
                .map_or_else(|| id.clone(), str::to_owned);
            if finding.clauses_unchecked.contains(id) {
                format!("{name} *")
            } else {
                name
            }
        })
        .collect();
    if list.is_empty() {
        return "-".to_owned();
    }
    let mut out = list.join(view.words.comma);
    if !finding.clauses_unchecked.is_empty() {
        out.push_str(say(
            lang,
            ("（* 条号待核对）", " (* number not yet checked)"),
        ));
    }
    out
}

/// What was not decided, and the matrix with its test plan.
pub(super) fn write_end(view: &View<'_>, page: &mut Page) {
    let judgement = &view.facts.judgement;
    if judgement.checks.is_empty() {
        return;
    }
    let lang = view.options.lang;
    let mut open: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for check in &judgement.checks {
        if matches!(check.result, Verdict::NotEvaluated | Verdict::Manual) {
            let why = match &check.why {
                Some(why) if check.missing_inputs.is_empty() => pick(lang, why).to_owned(),
                _ => format!(
                    "{}{}{}",
                    say(lang, ("缺少输入", "missing input")),
                    view.words.colon,
                    check
                        .missing_inputs
                        .iter()
                        .map(|word| input(lang, word))
                        .collect::<Vec<_>>()
                        .join(view.words.comma)
                ),
            };
            open.entry(format!("{}  {why}", verdict(lang, check.result)))
                .or_default()
                .push(&check.rule);
        }
    }
    if !open.is_empty() {
        page.heading(say(lang, ("未判定的规则", "Rules that were not decided")));
        for (why, rules) in &open {
            page.field(
                2,
                "- ",
                Ink::Plain,
                &format!("{}{}{}", safe(why), view.words.colon, rules.join(" ")),
            );
        }
    }
    if judgement.matrix.is_empty() {
        return;
    }
    page.heading(say(
        lang,
        (
            "检测项覆盖与动态测试计划",
            "Items covered, and what a device or a person must look at",
        ),
    ));
    for row in &judgement.matrix {
        let by = say(
            lang,
            match row.decided_by.as_str() {
                "static" => ("静态可判", "static"),
                "support" => ("静态辅助", "supported"),
                "device" => ("需设备", "device"),
                _ => ("需人工", "person"),
            },
        );
        page.field(
            2,
            &pad(&format!("{by} "), 10),
            Ink::Plain,
            &format!(
                "{}{}{}",
                safe(pick(lang, &row.title)),
                view.words.colon,
                verdict(lang, row.result)
            ),
        );
        if let Some(plan) = row
            .plan
            .as_ref()
            .filter(|_| row.decided_by != "static" || view.options.verbose)
        {
            page.field(12, "→ ", Ink::Dim, &safe(pick(lang, plan)));
        }
    }
}

/// The two lists as tables for people.
pub(super) fn write_lists(view: &View<'_>, page: &mut Page) {
    let lang = view.options.lang;
    let judgement = &view.facts.judgement;
    page.heading(say(lang, ("已收集个人信息清单", "Information collected")));
    for row in &judgement.collected {
        let how = match row.how.as_str() {
            "both" => ("读取并上传", "read and sent"),
            "sent" => ("上传", "sent"),
            _ => ("读取", "read"),
        };
        let phases: Vec<&str> = row.phases.iter().map(|word| when(view, word)).collect();
        page.field(
            2,
            "- ",
            Ink::Plain,
            &format!(
                "{} | {} | {} | {} | {} | {}",
                safe(pick(lang, &row.name)),
                safe(pick(lang, &row.party_name)),
                say(lang, how),
                phases.join(view.words.comma),
                row.purpose.as_deref().map_or(
                    say(lang, ("目的：文本未说明", "purpose: not stated")),
                    |text| text
                ),
                declared(lang, row.declared.as_deref()),
            ),
        );
    }
    page.heading(say(
        lang,
        (
            "第三方信息共享清单",
            "Information shared with third parties",
        ),
    ));
    page.field(
        2,
        "",
        Ink::Dim,
        say(
            lang,
            (
                "第三方 | 公司 | 业务 | 信息种类 | 权限 | 主机 | 声明情况",
                "third party | company | business | information | permissions | hosts | declared",
            ),
        ),
    );
    for row in &judgement.shared {
        let name = pick(lang, &row.name);
        page.field(
            2,
            "- ",
            Ink::Plain,
            &format!(
                "{} | {} | {} | {} | {} | {} | {}",
                safe(pick(lang, &row.party_name)),
                safe(pick(lang, &row.company)),
                business(lang, &row.business),
                if name.is_empty() {
                    say(lang, ("未见其读取", "none seen"))
                } else {
                    name
                },
                row.permissions.join(" "),
                row.hosts.join(" "),
                declared(lang, row.declared.as_deref()),
            ),
        );
    }
}

/// A word of the report's JSON for the time of a read, as people say it.
fn when<'v>(view: &View<'v>, word: &'v str) -> &'v str {
    use app_facts::Phase::{
        Background, BeforeConsent, GuardedConsent, GuardedUnknown, Unknown, UserAction,
    };
    let phase = match word {
        "before_consent" => BeforeConsent,
        "guarded_unknown" => GuardedUnknown,
        "background" => Background,
        "user_action" => UserAction,
        "guarded_consent" => GuardedConsent,
        "unknown" => Unknown,
        _ => return word,
    };
    view.words.phase(phase)
}

/// The category of an SDK as people say it; English keeps the word of the catalogue.
fn business(lang: Lang, word: &str) -> String {
    let zh = match word {
        "ads" => "广告",
        "analytics" => "统计分析",
        "attribution" => "归因分析",
        "push" => "消息推送",
        "map_location" => "地图定位",
        "pay" => "支付",
        "social_login" => "第三方登录",
        "share" => "分享",
        "face_id" => "人脸核验",
        "ocr" => "文字识别",
        "crash_apm" => "崩溃与性能监测",
        "im_rtc" => "即时通信与音视频",
        "hotfix" => "热修复",
        "security" | "risk_control" => "安全风控",
        "one_key_login" => "一键登录",
        "consent" => "同意管理",
        "customer_service" => "客服",
        "speech" => "语音",
        "live_video" => "直播与视频",
        "device_id" | "oaid" => "设备标识",
        "captcha" => "验证码",
        "game" => "游戏",
        "cloud_storage" => "云存储",
        "framework" => "框架",
        _ => word,
    };
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => word.replace('_', " "),
    }
}

/// What the program was not given, as people say it.
fn input(lang: Lang, word: &str) -> &str {
    let both = match word {
        "policy_text" => ("隐私政策文本（--policy）", "privacy policy (--policy)"),
        "app_category" => ("应用类别（--category）", "category (--category)"),
        "previous_version" => (
            "上一版本的报告（--previous）",
            "report of the version before (--previous)",
        ),
        "play_data_safety_form" => (
            "数据安全表单（--declaration）",
            "Data safety form (--declaration)",
        ),
        "store_metadata" => (
            "商店名称（--store-name）",
            "name in the store (--store-name)",
        ),
        "first_party_domains" => (
            "运营者域名（--first-party-domain）",
            "domains of the operator (--first-party-domain)",
        ),
        _ => return word,
    };
    say(lang, both)
}

fn declared(lang: Lang, word: Option<&str>) -> &'static str {
    say(
        lang,
        match word {
            Some("exact") => ("已声明", "declared"),
            Some("umbrella") => ("仅概括声明", "declared by a general term"),
            Some("vendor") => ("仅列明厂商", "vendor named only"),
            Some("sibling") => (
                "仅列明同厂商其他产品",
                "another product of its vendor named only",
            ),
            Some(_) => ("未声明", "not declared"),
            None => ("未提供文本", "no documents given"),
        },
    )
}
