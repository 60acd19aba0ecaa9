//! What the shape of a sentence tells: its label, who stands first in it, whether it defines or explains; refuses to say
//! what is done with information.

use app_facts::StatementType;

use super::clause::Lead;
use super::{Found, Sections};
use crate::normal::is_han;
use crate::words::{Class, Marks, Name, Words};

/// "If you sign in with X": the user's use of a service is no integration of its SDK.
pub(super) fn used_by_user(marks: &Marks, form: &str) -> bool {
    let Some(at) = marks
        .nouns
        .iter()
        .find(|noun| matches!(noun.name, Name::Sdk(_)))
        .map(|noun| noun.place.start)
    else {
        return false;
    };
    let before = form.get(..at).unwrap_or_default();
    let clause = before.rfind([',', ';', '。']).unwrap_or(0);
    marks
        .of(Class::SubjectUser)
        .any(|user| user.start >= clause && user.end <= at)
        && !marks
            .of(Class::SubjectUs)
            .any(|us| us.start >= clause && us.end <= at)
}

/// "X means ..." explains a word and collects nothing.
pub(super) fn is_definition(
    form: &str,
    marks: &Marks,
    sections: &Sections,
    words: &Words,
    lead: Option<&Lead>,
) -> bool {
    if lead.is_some_and(|lead| lead.action.is_some()) {
        return false;
    }
    let Some(place) = marks.of(Class::Definition).next() else {
        return sections.has(words, "definitions")
            && form.contains(':')
            && !marks.has(Class::SubjectUs);
    };
    let verb_before = marks.classes.iter().any(|(at, id)| {
        at.end <= place.start && (*id == Class::VerbCollect.id() || *id == Class::VerbShare.id())
    });
    let brackets = form
        .get(..place.start)
        .is_some_and(|before| before.matches('(').count() > before.matches(')').count());
    let us_after = marks.of(Class::SubjectUs).any(|us| {
        us.start > place.end
            && marks
                .of(Class::VerbCollect)
                .any(|verb| verb.start > us.end && verb.start < us.end + 40)
    });
    let early = form
        .get(..place.start)
        .is_some_and(|before| before.chars().count() <= 40);
    // "It means that ...", "which means": what was said before is explained.
    let again = form.get(..place.start).is_some_and(|before| {
        ["it", "this", "that", "which", "these", "这", "也就"]
            .iter()
            .any(|word| before.trim_end().ends_with(word))
    });
    early && !verb_before && !brackets && !us_after && !again
}

/// Names of information in one sentence that make it a list.
const LISTED: usize = 3;

/// Words before the name that a list begins with.
const OPENS: [&str; 12] = [
    "a",
    "an",
    "the",
    "your",
    "any",
    "all",
    "no",
    "not",
    "list",
    "of",
    "没有",
    "没有您的",
];

/// True for a sentence that lists information: it names much, or begins with a name.
pub(super) fn is_list(form: &str, marks: &Marks) -> bool {
    let mut named = marks
        .nouns
        .iter()
        .filter(|noun| matches!(noun.name, Name::Term(_) | Name::Umbrella(_)));
    let Some(first) = named.next() else {
        return false;
    };
    let before = form.get(..first.place.start).unwrap_or_default();
    let begins = before.split(|c: char| !c.is_alphanumeric()).all(|word| {
        word.is_empty() || word.bytes().all(|c| c.is_ascii_digit()) || OPENS.contains(&word)
    });
    // "Your messages are encrypted" begins with a name and is no list.
    let rest = form.get(first.place.end..).unwrap_or_default().trim_start();
    let ends = rest.is_empty() || rest.starts_with([',', '、', '.', '。', ';', '(', ':', '-']);
    begins && ends || named.count() + 1 >= LISTED
}

/// True when what somebody does with information is to look after it: to change, to hide, to delete it.
pub(super) fn manages(form: &str) -> bool {
    const MANAGES: [&str; 24] = [
        "修改",
        "更改",
        "编辑",
        "删除",
        "设置",
        "隐藏",
        "关闭",
        "清空",
        "清除",
        "查看",
        "查阅",
        "更正",
        "导出",
        "change",
        "edit",
        "hide",
        "delete",
        "switch off",
        "turn off",
        "view",
        "download",
        "export",
        "correct",
        "remove",
    ];
    MANAGES.iter().any(|word| form.contains(word))
}

/// Parts of an entry that are looked at.
const MAX_PARTS: usize = 12;

/// Characters that a part of an entry needs to tell what something is for: Chinese, and others.
const EXPLAINS: (usize, usize) = (2, 4);

/// True when an entry such as "Jiguang: sends reminders, device identifiers" or "Location: shows the weather" has a part
/// that names no information: it tells what the thing before the colon is for.
pub(super) fn explains(form: &str, marks: &Marks, label: &str, found: &[Found]) -> bool {
    let told = found
        .iter()
        .any(|one| matches!(one.kind, StatementType::Collect | StatementType::Share));
    let first = marks
        .nouns
        .iter()
        .any(|noun| noun.place.start < label.len() && !matches!(noun.name, Name::Permission(_)));
    // "Hotels: name and telephone number, to check you in"
    let recipient = found.iter().any(|one| one.kind == StatementType::Share)
        && marks
            .of(Class::ThirdParty)
            .chain(marks.of(Class::CompanySuffix))
            .any(|place| place.start < label.len());
    if !told || label.is_empty() || !(first || recipient) {
        return false;
    }
    let han = form.chars().any(is_han);
    let least = if han { EXPLAINS.0 } else { EXPLAINS.1 };
    let mut start = label.len();
    let rest = form.get(start..).unwrap_or_default();
    rest.split_inclusive([',', '。', ';', ':', '—', '(', ')', '、', '.'])
        .take(MAX_PARTS)
        .any(|part| {
            let place = (start, start + part.len());
            start = place.1;
            let letters = part.chars().filter(|c| c.is_alphabetic()).count();
            let named = marks
                .nouns
                .iter()
                .any(|noun| noun.place.start < place.1 && place.0 < noun.place.end);
            let denied = marks
                .of(Class::Negation)
                .chain(marks.of(Class::Only))
                .chain(marks.of(Class::LocalOnly))
                .any(|one| one.start < place.1 && place.0 < one.end);
            let company = marks
                .of(Class::CompanySuffix)
                .any(|one| one.start < place.1 && place.0 < one.end);
            letters >= least && !named && !denied && !company
        })
}

/// The label of an entry about a company, in which the place of the company may stand too:
/// "Hetzner Online GmbH, Gunzenhausen: hosting".
pub(super) fn company_label<'f>(form: &'f str, marks: &Marks) -> &'f str {
    let Some(company) = marks.of(Class::CompanySuffix).map(|place| place.end).min() else {
        return "";
    };
    let Some(rest) = form.get(company..).filter(|_| company <= MAX_LABEL * 2) else {
        return "";
    };
    let end = rest
        .find(':')
        .into_iter()
        .chain(rest.find(" - "))
        .chain(rest.find('—'))
        .min()
        .filter(|at| *at <= MAX_LABEL);
    end.and_then(|end| form.get(..company + end))
        .unwrap_or_default()
}

/// Bytes of the longest label before a colon or a dash.
const MAX_LABEL: usize = 48;

/// The label that a sentence begins with, before a colon or a dash; empty when there is none.
pub(super) fn label(form: &str) -> &str {
    let end = form
        .char_indices()
        .take_while(|(at, _)| *at <= MAX_LABEL)
        .find(|(at, c)| {
            matches!(c, ':' | '—')
                || *c == '-'
                    && form.get(..*at).is_some_and(|before| before.ends_with(' '))
                    && form
                        .get(at + 1..)
                        .is_some_and(|after| after.starts_with(' '))
        })
        .map(|(at, _)| at);
    let text = end.and_then(|end| form.get(..end)).unwrap_or_default();
    if text.contains(['。', ',', ';', '.']) {
        ""
    } else {
        text.trim()
    }
}

/// True when a sentence begins with the name of an SDK, a vendor or a company.
pub(super) fn party_first(form: &str, marks: &Marks, companies: &[String]) -> bool {
    let begins = |place: usize| {
        form.get(..place).is_some_and(|before| {
            before.chars().all(|c| {
                !c.is_alphabetic() || before.trim_start().starts_with('(') && before.len() < 8
            })
        })
    };
    let named = marks.nouns.iter().find_map(|noun| match noun.name {
        Name::Sdk(_) | Name::Vendor(_) if begins(noun.place.start) => Some(noun.place.end),
        _ => None,
    });
    let company = companies.first().and_then(|name| {
        let suffix = marks
            .of(Class::CompanySuffix)
            .map(|place| place.end)
            .min()?;
        let head = form.get(..suffix)?;
        (head.chars().count() <= name.chars().count() + 6).then_some(suffix)
    });
    named.or(company).is_some_and(|end| {
        let rest = form.get(end..).unwrap_or_default().trim_start();
        let rest = rest.strip_prefix("sdk").unwrap_or(rest).trim_start();
        rest.starts_with([':', '—', '-', '(', ',', '|']) || rest.is_empty()
    })
}
