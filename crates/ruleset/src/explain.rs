//! Says in words what an entry of a catalogue means; refuses to say more than the catalogue.

use std::fmt::Write as _;

use crate::Knowledge;
use crate::schema::{Group, Kind, Names, Permission, Point, Sdk};

/// Language of an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Explanation of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// `access_point`, `kind`, `permission` or `sdk`.
    pub catalogue: &'static str,
    /// Id of the entry.
    pub id: String,
    /// Several lines of text.
    pub text: String,
}

impl Language {
    fn of<'a>(self, names: &'a Names<'_>) -> &'a str {
        match self {
            Self::Zh => &names.zh,
            Self::En => &names.en,
        }
    }

    fn word(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

impl Knowledge {
    /// Every entry with this id, or with an access point or need for this API, URI, key or name.
    pub fn explain(&self, what: &str, language: Language) -> Vec<Explanation> {
        let all = self.catalogues();
        let mut out = Vec::new();
        for phase in &all.consent.phases {
            if phase.id.as_str() == what || what == "phase" {
                let mut text = String::new();
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{}", language.of(&phase.name));
                let _ = writeln!(text, "{}", language.of(&phase.means));
                let word = language.word("需人工确认：", "to be confirmed by a person: ");
                let _ = writeln!(text, "{word}{}", language.of(&phase.confirm));
                out.push(Explanation {
                    catalogue: "phase",
                    id: phase.id.to_string(),
                    text,
                });
            }
        }
        for kind in all.kinds.iter().filter(|kind| kind.id.as_str() == what) {
            out.push(self.kind(kind, language));
        }
        for group in &all.groups {
            if group.id.as_str() == what
                || group.points.iter().any(|point| trigger(point).1 == what)
            {
                out.push(group_text(group, language));
            }
        }
        let short = what.rsplit('.').next().unwrap_or(what);
        for permission in &all.permissions {
            if permission.name.as_str() == what
                || (short == what && permission.name.rsplit('.').next() == Some(what))
            {
                out.push(self.permission(permission, language));
            }
        }
        for sdk in all.sdks.iter().filter(|sdk| sdk.id.as_str() == what) {
            out.push(sdk_text(sdk, language));
        }
        if out.is_empty()
            && let Some(need) = all.api_needs.iter().find(|need| need.api.as_str() == what)
        {
            let mut text = String::new();
            for range in &need.ranges {
                let names: Vec<&str> = range.permissions.iter().map(crate::Text::as_str).collect();
                let joined = names.join(if range.all { " + " } else { " | " });
                let _ = writeln!(text, "API {}: {joined}", range.levels);
            }
            out.push(Explanation {
                catalogue: "api",
                id: what.to_owned(),
                text,
            });
        }
        out
    }

    fn kind(&self, kind: &Kind<'_>, language: Language) -> Explanation {
        let mut text = format!("{} / {}\n", kind.zh, kind.en);
        let _ = writeln!(text, "{}: {}", language.word("分组", "group"), kind.group);
        if let Some(note) = &kind.note {
            let _ = writeln!(text, "{}", language.of(note));
        }
        for group in self
            .catalogues()
            .groups
            .iter()
            .filter(|group| group.data.contains(&kind.id))
        {
            let _ = writeln!(
                text,
                "- {} ({}): {}",
                group.id,
                group.points.len(),
                language.of(&group.title)
            );
        }
        Explanation {
            catalogue: "kind",
            id: kind.id.to_string(),
            text,
        }
    }

    fn permission(&self, permission: &Permission<'_>, language: Language) -> Explanation {
        let mut text = String::new();
        if let (Some(zh), Some(en)) = (&permission.zh, &permission.en) {
            let _ = writeln!(text, "{zh} / {en}");
        }
        for level in &permission.levels {
            let _ = writeln!(text, "API {}: {}", level.api, level.protection);
        }
        let apis = &self.catalogues().api_needs;
        let uses = apis.iter().filter(|need| {
            need.ranges
                .iter()
                .any(|range| range.permissions.contains(&permission.name))
        });
        let _ = writeln!(
            text,
            "{}: {}",
            language.word("相关接口数", "APIs that need it"),
            uses.count()
        );
        Explanation {
            catalogue: "permission",
            id: permission.name.to_string(),
            text,
        }
    }
}

/// Kind word and text of a point's trigger.
pub(crate) fn trigger<'p>(point: &'p Point<'_>) -> (&'static str, &'p str) {
    let fields = [
        ("method", &point.method),
        ("field", &point.field),
        ("override", &point.overrides),
        ("uri", &point.uri),
        ("setting", &point.setting),
        ("property", &point.property),
        ("file", &point.file),
        ("exec", &point.exec),
        ("action", &point.action),
        ("service", &point.service),
        ("string", &point.string),
    ];
    fields
        .into_iter()
        .find_map(|(word, text)| text.as_deref().map(|text| (word, text)))
        .unwrap_or(("none", ""))
}

fn group_text(group: &Group<'_>, language: Language) -> Explanation {
    let data: Vec<&str> = group.data.iter().map(crate::Text::as_str).collect();
    let mut text = format!(
        "{}\n{}: {}\n",
        language.of(&group.title),
        language.word("信息", "data"),
        data.join(", ")
    );
    for need in &group.needs {
        let list: Vec<&str> = need
            .any_of
            .iter()
            .chain(&need.all_of)
            .map(crate::Text::as_str)
            .collect();
        let joined = list.join(if need.all_of.is_empty() { " | " } else { " + " });
        let _ = writeln!(
            text,
            "{} API {}: {joined}",
            language.word("权限", "needs"),
            need.api
        );
    }
    for blocked in &group.blocked {
        let _ = writeln!(text, "API {}: {}", blocked.api, language.of(&blocked.why));
    }
    if let Some(note) = &group.note {
        let _ = writeln!(text, "{}", language.of(note));
    }
    for point in &group.points {
        let (word, what) = trigger(point);
        let _ = writeln!(text, "- {word}: {what}");
    }
    if let Some(source) = &group.source {
        let _ = writeln!(text, "{}: {source}", language.word("出处", "source"));
    }
    Explanation {
        catalogue: "access_point",
        id: group.id.to_string(),
        text,
    }
}

fn sdk_text(sdk: &Sdk<'_>, language: Language) -> Explanation {
    let packages: Vec<&str> = sdk.packages.iter().map(crate::Text::as_str).collect();
    let mut text = format!(
        "{} / {}\n{} / {}\n",
        sdk.name.zh, sdk.name.en, sdk.vendor.zh, sdk.vendor.en
    );
    let _ = writeln!(
        text,
        "{}: {}",
        language.word("类别", "category"),
        sdk.category
    );
    let _ = writeln!(
        text,
        "{}: {}",
        language.word("包名", "packages"),
        packages.join(", ")
    );
    for source in &sdk.sources {
        let date = source.date.as_ref().map_or("", |date| date.as_str());
        let _ = writeln!(text, "- {}: {} {date}", source.fact, source.seen);
    }
    Explanation {
        catalogue: "sdk",
        id: sdk.id.to_string(),
        text,
    }
}
