//! What documents say, and how it differs from the app, in the terminal report; refuses words of judgement.

use app_facts::{
    Disclosure, DisclosureAnswer, DisclosureMatch, DocumentRole, Statement, StatementType,
};

use super::page::{Ink, Page};
use super::view::View;
use super::width::safe;
use crate::Lang;

/// Rows of one list in the short form.
const MOST: usize = 14;
/// Names that are shown of those searched for.
const SEARCHED: usize = 8;

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn role(lang: Lang, role: DocumentRole) -> &'static str {
    match role {
        DocumentRole::Policy => pick(lang, "隐私政策", "privacy policy"),
        DocumentRole::SdkList => pick(lang, "SDK 清单", "SDK list"),
        DocumentRole::DataSafety => pick(lang, "数据安全表单", "Data safety form"),
        DocumentRole::Declaration => pick(lang, "声明文件", "declaration"),
        DocumentRole::Embedded => pick(lang, "应用内的隐私政策", "privacy policy inside the app"),
        DocumentRole::NotAPolicy => pick(lang, "不能作为隐私政策", "cannot be used as a policy"),
    }
}

fn kind(lang: Lang, kind: StatementType) -> &'static str {
    match kind {
        StatementType::Collect => pick(lang, "收集", "collects"),
        StatementType::Share => pick(
            lang,
            "共享或第三方收集",
            "shared or collected by a third party",
        ),
        StatementType::Deny => pick(lang, "声明不做", "said not to be done"),
        StatementType::Permission => pick(lang, "权限", "permissions"),
        StatementType::Purpose => pick(lang, "目的", "purposes"),
        StatementType::Right => pick(lang, "用户权利", "rights"),
        StatementType::Contact => pick(lang, "联系方式", "contact"),
        StatementType::Minors => pick(lang, "未成年人", "minors"),
        StatementType::Retention => pick(lang, "保存期限", "retention"),
        StatementType::CrossBorder => pick(lang, "存储地与跨境", "place and transfer abroad"),
        StatementType::Security => pick(lang, "安全措施", "security"),
        StatementType::Update => pick(lang, "政策更新", "changes of the policy"),
        StatementType::Other => pick(lang, "其他", "other"),
    }
}

/// The section of a report on an app; nothing when there is no document.
pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let all = &view.facts.disclosure;
    if all.documents.is_empty() {
        return;
    }
    let lang = view.options.lang;
    page.heading(pick(
        lang,
        "隐私政策与应用的对照",
        "The documents and the app",
    ));
    documents(lang, all, page);
    let readable = all
        .documents
        .iter()
        .any(|document| document.role != DocumentRole::NotAPolicy);
    if !readable {
        page.field(
            2,
            "",
            Ink::Warning,
            pick(
                lang,
                "没有可读的隐私政策：未检测是否已告知。",
                "No policy could be read: whether anything was told is not evaluated.",
            ),
        );
        return;
    }
    differences(view, all, page);
}

fn documents(lang: Lang, all: &Disclosure, page: &mut Page) {
    for document in &all.documents {
        let mut notes: Vec<String> = vec![
            role(lang, document.role).to_owned(),
            document.format.clone(),
            document.language.clone(),
        ];
        notes.extend(document.date.clone());
        notes.extend(document.version.clone());
        notes.retain(|note| !note.is_empty());
        page.line(
            2,
            &[
                (Ink::Strong, &safe(&document.name)),
                (Ink::Plain, "  "),
                (Ink::Plain, &safe(&notes.join(" · "))),
            ],
        );
        if let Some(why) = &document.why {
            page.field(4, "", Ink::Warning, &safe(why));
        }
    }
}

/// The sentences of some statements.
fn quotes(all: &Disclosure, ids: &[String], page: &mut Page, most: usize) {
    let mut last = "";
    for statement in ids
        .iter()
        .filter_map(|id| all.statements.iter().find(|one| one.id == *id))
        .take(most)
    {
        if statement.quote != last {
            page.field(
                6,
                &format!("{} ", statement.id),
                Ink::Dim,
                &safe(&format!("“{}”", short(&statement.quote))),
            );
        }
        last = &statement.quote;
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(160) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn differences(view: &View<'_>, all: &Disclosure, page: &mut Page) {
    let lang = view.options.lang;
    let most = if view.options.verbose {
        usize::MAX
    } else {
        MOST
    };
    let comma = view.words.comma;
    let contradicted: Vec<_> = all
        .denied_data
        .iter()
        .filter(|row| !row.accesses.is_empty())
        .collect();
    if !contradicted.is_empty() {
        page.line(
            2,
            &[(
                Ink::Warning,
                pick(
                    lang,
                    "声明不收集，但代码读取",
                    "said not to be collected, and read by code",
                ),
            )],
        );
        for row in contradicted.iter().take(most) {
            let places: Vec<String> = row
                .accesses
                .iter()
                .take(4)
                .map(|at| crate::json::access_id(*at))
                .collect();
            let condition = if row.conditional {
                pick(lang, "（声明附有条件）", " (the statement has a condition)")
            } else {
                ""
            };
            page.line(
                4,
                &[
                    (Ink::Strong, &safe(&view.kind_name(&row.data))),
                    (Ink::Plain, condition),
                    (Ink::Dim, &format!("  {}", places.join(comma))),
                ],
            );
            quotes(all, &row.statements, page, 2);
        }
    }
    if !all.undeclared_data.is_empty() {
        page.line(
            2,
            &[(
                Ink::Warning,
                pick(
                    lang,
                    "代码读取，文档中未逐项写明",
                    "read by code and not named in the documents",
                ),
            )],
        );
        for row in all.undeclared_data.iter().take(most) {
            let how = match row.answer {
                DisclosureAnswer::Umbrella => pick(lang, "仅有概括用语", "only an umbrella term"),
                _ => pick(lang, "未提及", "not mentioned"),
            };
            page.line(
                4,
                &[
                    (Ink::Strong, &safe(&view.kind_name(&row.data))),
                    (Ink::Plain, "  "),
                    (Ink::Plain, how),
                    (Ink::Dim, &format!("  {}", safe(&row.owners.join(comma)))),
                ],
            );
            if row.answer == DisclosureAnswer::Umbrella {
                quotes(all, &row.statements, page, 1);
            }
        }
        more(lang, page, all.undeclared_data.len(), most);
    }
    if !all.undeclared_sdks.is_empty() {
        page.line(
            2,
            &[(
                Ink::Warning,
                pick(
                    lang,
                    "应用中的 SDK，文档中未列名",
                    "SDKs in the app that the documents do not name",
                ),
            )],
        );
        for row in all.undeclared_sdks.iter().take(most) {
            let how = match row.answer {
                DisclosureAnswer::Vendor => pick(lang, "只提到其公司", "only its vendor is named"),
                DisclosureAnswer::Sibling => pick(
                    lang,
                    "只提到同公司的其他产品",
                    "only another product of its vendor is named",
                ),
                _ => pick(lang, "未提及", "not mentioned"),
            };
            let group = if row.same_group {
                pick(
                    lang,
                    "（与运营者同一集团，待确认）",
                    " (same group as the operator, to be confirmed)",
                )
            } else {
                ""
            };
            let name = view
                .labels
                .sdks
                .get(&row.sdk)
                .and_then(|name| name.get(lang))
                .unwrap_or(&row.sdk);
            page.line(
                4,
                &[
                    (Ink::Strong, &safe(name)),
                    (Ink::Plain, "  "),
                    (Ink::Plain, how),
                    (Ink::Plain, group),
                    (
                        Ink::Dim,
                        &format!("  {}", safe(&row.named_instead.join(comma))),
                    ),
                ],
            );
            let searched: Vec<&str> = row
                .searched
                .iter()
                .take(if view.options.verbose {
                    usize::MAX
                } else {
                    SEARCHED
                })
                .map(String::as_str)
                .collect();
            page.field(
                6,
                pick(lang, "已查找：", "searched: "),
                Ink::Dim,
                &safe(&searched.join(comma)),
            );
        }
        more(lang, page, all.undeclared_sdks.len(), most);
    }
    if !all.declared_not_seen.is_empty() {
        page.line(
            2,
            &[(
                Ink::Plain,
                pick(
                    lang,
                    "文档写明，应用代码中未见",
                    "named in the documents and not seen in the app's code",
                ),
            )],
        );
        let names: Vec<String> = all
            .declared_not_seen
            .iter()
            .map(|row| match &row.data {
                Some(data) => view.kind_name(data),
                None => row.name.clone(),
            })
            .collect();
        page.field(4, "", Ink::Dim, &safe(&names.join(comma)));
    }
}

fn more(lang: Lang, page: &mut Page, all: usize, shown: usize) {
    if all > shown {
        let rest = all - shown;
        let text = match lang {
            Lang::Zh => format!("另有 {rest} 项（--verbose 显示全部）"),
            Lang::En => format!("{rest} more (--verbose shows all)"),
        };
        page.line(4, &[(Ink::Dim, &text)]);
    }
}

/// What was read from documents, without an app.
pub(super) fn write_read(view: &View<'_>, page: &mut Page) {
    let all = &view.facts.disclosure;
    let lang = view.options.lang;
    documents(lang, all, page);
    let name = |id: &str| {
        if id == "*" {
            pick(
                lang,
                "个人信息（不限种类）",
                "personal information of any kind",
            )
            .to_owned()
        } else {
            view.kind_name(id)
        }
    };
    for of in StatementType::ALL {
        let list: Vec<&Statement> = all.statements.iter().filter(|one| one.kind == of).collect();
        if list.is_empty() {
            continue;
        }
        page.heading(&format!("{} ({})", kind(lang, of), list.len()));
        let most = if view.options.verbose { usize::MAX } else { 40 };
        for one in list.iter().take(most) {
            let mut what: Vec<String> = Vec::new();
            what.extend(one.sdk.iter().map(|id| {
                let label = view.labels.sdks.get(id).and_then(|name| name.get(lang));
                label.unwrap_or(id).to_owned()
            }));
            what.extend(one.company.clone());
            if one.matched == DisclosureMatch::Umbrella {
                what.push(pick(lang, "〔概括用语〕", "[umbrella term]").to_owned());
            } else {
                what.extend(one.data.iter().map(|id| name(id)));
            }
            what.extend(
                one.permissions
                    .iter()
                    .map(|name| name.rsplit('.').next().unwrap_or(name).to_owned()),
            );
            if one.conditional {
                what.push(pick(lang, "（附条件）", "(conditional)").to_owned());
            }
            page.field(
                2,
                &format!("{:<5} ", one.id),
                Ink::Plain,
                &safe(&format!("“{}”", short(&one.quote))),
            );
            if !what.is_empty() {
                page.field(8, "→ ", Ink::Strong, &safe(&what.join(view.words.comma)));
            }
            if view.options.verbose {
                page.field(8, "@ ", Ink::Dim, &safe(&one.place));
            }
        }
        more(lang, page, list.len(), most);
    }
    if all.statements.is_empty() {
        page.field(
            2,
            "",
            Ink::Warning,
            pick(lang, "没有读到任何陈述。", "No statement was read."),
        );
    }
}
