//! Messages in both languages with the matched facts filled in; refuses to add a judgement to them.

use std::collections::BTreeMap;

use app_facts::{AppFacts, Words};
use ruleset::schema::{Catalogues, Pair, SUBJECTS};

use crate::rows::{Row, Val};

/// Values of one field that a message shows.
const MAX_SHOWN: usize = 6;
/// Characters of one value that a message shows.
const MAX_CHARS: usize = 120;

/// Names of things in both languages.
pub(crate) struct Names<'k> {
    kinds: BTreeMap<&'k str, (&'k str, &'k str)>,
    sdks: BTreeMap<&'k str, (&'k str, &'k str)>,
    facts: BTreeMap<&'k str, (&'k str, &'k str)>,
    behaviours: BTreeMap<&'k str, (&'k str, &'k str)>,
}

impl<'k> Names<'k> {
    pub(crate) fn new(catalogues: &'k Catalogues<'static>, facts: &'k AppFacts) -> Self {
        Self {
            kinds: catalogues
                .kinds
                .iter()
                .map(|kind| (kind.id.as_str(), (kind.zh.as_str(), kind.en.as_str())))
                .collect(),
            sdks: catalogues
                .sdks
                .iter()
                .map(|sdk| {
                    (
                        sdk.id.as_str(),
                        (sdk.name.zh.as_str(), sdk.name.en.as_str()),
                    )
                })
                .collect(),
            facts: facts
                .sdks
                .iter()
                .map(|sdk| {
                    (
                        sdk.id.as_str(),
                        (sdk.name_zh.as_str(), sdk.name_en.as_str()),
                    )
                })
                .collect(),
            behaviours: catalogues
                .judging
                .behaviours
                .iter()
                .map(|row| {
                    (
                        row.id.as_str(),
                        (row.title.zh.as_str(), row.title.en.as_str()),
                    )
                })
                .collect(),
        }
    }

    /// Name of a kind of information.
    pub(crate) fn kind(&self, id: &str) -> Words {
        if id == "*" {
            return pair("任何个人信息", "any personal information");
        }
        named(&self.kinds, id)
    }

    /// Name of an SDK.
    pub(crate) fn sdk(&self, id: &str) -> Words {
        if self.sdks.contains_key(id) {
            return named(&self.sdks, id);
        }
        named(&self.facts, id)
    }

    /// Name of a holder given in its short form.
    pub(crate) fn short_owner(&self, short: &str) -> Words {
        match short {
            "app" => pair("应用自身代码", "the app's own code"),
            "unknown" | "" => pair("归属未知的代码", "code of an unknown holder"),
            "library" => pair("代码库", "a code library"),
            "packer" => pair("加固壳", "a packer"),
            "sdk" => pair("第三方SDK", "an SDK"),
            id => self.sdk(id),
        }
    }

    /// One value of a field in both languages.
    fn value(&self, field: &str, text: &str) -> Words {
        match field {
            "data" => self.kind(text),
            "owner" | "initiator" | "sink_owner" => self.short_owner(text),
            "id" | "beside" if self.behaviours.contains_key(text) => named(&self.behaviours, text),
            "id" | "sdk" | "recipient" => self.sdk(text),
            "phase" => phase(text),
            "sink" => sink(text),
            _ => {
                let text = cut(text);
                Words {
                    zh: text.clone(),
                    en: text,
                }
            }
        }
    }

    /// A message with `{field}` and `{count}` filled in from the facts.
    pub(crate) fn fill(&self, text: &Pair, subject: Option<usize>, rows: &[&Row<'_>]) -> Words {
        Words {
            zh: self.fill_one(&text.zh, subject, rows, true),
            en: self.fill_one(&text.en, subject, rows, false),
        }
    }

    fn fill_one(&self, text: &str, subject: Option<usize>, rows: &[&Row<'_>], zh: bool) -> String {
        let mut out = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                out.push('{');
                rest = after;
                continue;
            };
            out.push_str(&self.placeholder(name, subject, rows, zh));
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    fn placeholder(
        &self,
        name: &str,
        subject: Option<usize>,
        rows: &[&Row<'_>],
        zh: bool,
    ) -> String {
        if name == "count" {
            return rows.len().to_string();
        }
        let field = subject
            .and_then(|subject| SUBJECTS.get(subject))
            .and_then(|(_, _, fields)| fields.iter().position(|info| info.name == name));
        let mut shown: Vec<String> = Vec::new();
        let mut more = 0_usize;
        for row in rows {
            let Some(value) = field.map(|field| row.value(field)) else {
                continue;
            };
            let texts: Vec<String> = match value {
                Val::Missing => Vec::new(),
                Val::Word(_) | Val::List(_) => value
                    .words()
                    .iter()
                    .map(|word| {
                        let words = self.value(name, word);
                        if zh { words.zh } else { words.en }
                    })
                    .collect(),
                other => vec![other.text().into_owned()],
            };
            for text in texts {
                if shown.contains(&text) {
                    continue;
                }
                if shown.len() < MAX_SHOWN {
                    shown.push(text);
                } else {
                    more += 1;
                }
            }
        }
        if shown.is_empty() {
            return if zh { "未知" } else { "unknown" }.to_owned();
        }
        let mut out = shown.join(if zh { "、" } else { ", " });
        if more > 0 {
            out.push_str(if zh { "等" } else { " and others" });
        }
        out
    }
}

fn named(map: &BTreeMap<&str, (&str, &str)>, id: &str) -> Words {
    match map.get(id) {
        Some((zh, en)) => Words {
            zh: if zh.is_empty() { en } else { zh }.to_string(),
            en: if en.is_empty() { zh } else { en }.to_string(),
        },
        None => Words {
            zh: id.to_owned(),
            en: id.to_owned(),
        },
    }
}

pub(crate) fn pair(zh: &str, en: &str) -> Words {
    Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

pub(crate) fn phase(word: &str) -> Words {
    match word {
        "before_consent" => pair("同意前", "before consent"),
        "guarded_consent" => pair("受同意标志控制", "behind a consent flag"),
        "guarded_unknown" => pair("受未知条件控制", "behind an unknown condition"),
        "user_action" => pair("用户操作触发", "on a user action"),
        "background" => pair("后台", "in the background"),
        _ => pair("时机未知", "at an unknown time"),
    }
}

fn sink(word: &str) -> Words {
    match word {
        "network" => pair("网络", "the network"),
        "log" => pair("日志", "the log"),
        "file" => pair("文件", "a file"),
        "sms" => pair("短信", "a text message"),
        "ipc" => pair("其他应用", "another app"),
        "webview" => pair("网页", "a web page"),
        "sdk" => pair("SDK", "an SDK"),
        "clipboard" => pair("剪贴板", "the clipboard"),
        "storage" => pair("本地存储", "local storage"),
        other => pair(other, other),
    }
}

/// Text cut to a length that a message can hold, without control characters.
fn cut(text: &str) -> String {
    let mut out: String = text
        .chars()
        .filter(|c| !c.is_control())
        .take(MAX_CHARS)
        .collect();
    if text.chars().nth(MAX_CHARS).is_some() {
        out.push('…');
    }
    out
}
