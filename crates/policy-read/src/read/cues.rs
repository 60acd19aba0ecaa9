//! Statements that are told by words alone: rights, retention, security and so on, permissions and purposes.
//! Which words, and where, is said by `rulesets/policy/cues.yaml`.

use app_facts::StatementType;

use super::clause::Lead;
use super::table::{longest_bare, permission_statements};
use super::{Found, Sections};
use crate::words::{Class, Marks, Name, Words};

/// Statements by cues.
pub(super) fn cues(words: &Words, marks: &Marks, sections: u64, found: &mut Vec<Found>) {
    for cue in &words.cues {
        if marks.bits & cue.any == 0
            || marks.bits & cue.without != 0
            || sections & cue.not_in != 0
            || (cue.only_in != 0 && sections & cue.only_in == 0)
        {
            continue;
        }
        let met = cue.with == 0 || marks.bits & cue.with != 0 || sections & cue.or_in != 0;
        if !met {
            continue;
        }
        let same = found
            .iter_mut()
            .find(|one| one.kind == cue.kind && one.data.is_empty() && one.sdk.is_none());
        match same {
            Some(one) => {
                if !one.topics.contains(&cue.topic) {
                    one.topics.push(cue.topic.clone());
                }
            }
            None => found.push(Found::new(cue.kind).topic(&cue.topic)),
        }
    }
}

/// Takes rights away that a sentence outside the section of rights does not give: what the user fills in is no correction,
/// and looking at goods is no access to information.
pub(super) fn no_right(marks: &Marks, found: &mut Vec<Found>) {
    let collects = found.iter().any(|one| one.kind == StatementType::Collect);
    let named = marks.has(Class::AnyInfo)
        || marks
            .nouns
            .iter()
            .any(|noun| matches!(noun.name, Name::Term(_) | Name::Umbrella(_)));
    for one in found
        .iter_mut()
        .filter(|one| one.kind == StatementType::Right)
    {
        one.topics.retain(|topic| match topic.as_str() {
            "correct" => !collects,
            "access" => named,
            _ => true,
        });
    }
    found.retain(|one| one.kind != StatementType::Right || !one.topics.is_empty());
}

/// The kind of what is known of a child.
const OF_A_CHILD: &str = "minor_pi";

/// Words whose bearer is a child, at the beginning of what is the child's.
const CHILD: [&str; 14] = [
    "儿童的",
    "孩子的",
    "宝宝的",
    "宝宝",
    "儿童个人信息",
    "儿童信息",
    "同行儿童",
    "未成年人的",
    "学生的",
    "child's ",
    "child’s ",
    "children's ",
    "children’s ",
    "pupil's ",
];

/// Information that is said to be a child's is of that kind too.
pub(super) fn child(marks: &Marks, form: &str, found: &mut [Found]) {
    let childs = CHILD.iter().any(|word| {
        form.match_indices(word).any(|(at, _)| {
            !form
                .get(..at)
                .is_some_and(|before| before.ends_with(['与', '和', '是']))
        })
    });
    if !marks.has(Class::MinorOurs) || !childs {
        return;
    }
    for one in found.iter_mut().filter(|one| {
        one.kind == StatementType::Collect
            && one.matched == app_facts::DisclosureMatch::Exact
            && !one.data.is_empty()
    }) {
        one.data.push(OF_A_CHILD.to_owned());
    }
}

/// Bytes between two permissions that are named together.
const NEAR: usize = 12;
/// Bytes between a word such as "calls up" and the permission it stands before.
const CALL_NEAR: usize = 9;
/// Bytes between a negation and the permission that is not asked for.
const NEGATION_NEAR: usize = 40;

/// Permissions that a sentence says are asked for.
pub(super) fn permissions(
    words: &Words,
    form: &str,
    marks: &Marks,
    lead: Option<&Lead>,
    sections: &Sections,
    found: &mut Vec<Found>,
) {
    if sections.has(words, "rights") || marks.has(Class::RightWithdraw) {
        return;
    }
    let negated = |at: usize| {
        marks
            .of(Class::Negation)
            .chain(marks.of(Class::NoNeed))
            .any(|place| {
                place.end <= at
                    && at - place.end < NEGATION_NEAR
                    && !form
                        .get(place.end..at)
                        .is_some_and(|between| between.contains([',', '。', '、']))
            })
    };
    if not_asked(words, form, marks, found) {
        return;
    }
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut ids: Vec<u16> = Vec::new();
    for noun in &marks.nouns {
        if let Name::Permission(at) = noun.name
            && !negated(noun.place.start)
        {
            places.push((noun.place.start, noun.place.end));
            ids.push(at);
        }
    }
    let in_list = sections.has(words, "permissions") || lead.is_some_and(|lead| lead.permission);
    let asks = marks.has(Class::PermissionAsk) && marks.has(Class::PermissionWord);
    if in_list && ids.is_empty() {
        // The name stands at the beginning of an item.
        let begin = form.len()
            - form
                .trim_start_matches(|c: char| {
                    !c.is_alphabetic() || matches!(u32::from(c), 0x2460..=0x2473)
                })
                .len();
        let head = form
            .char_indices()
            .nth(24)
            .map_or(form.len(), |(at, _)| at)
            .max(begin);
        let until = form
            .get(begin..)
            .and_then(|rest| rest.find([':', '-', '(', '—']))
            .map_or(head, |at| begin + at)
            .min(head);
        let bare: Vec<_> = marks
            .bare
            .iter()
            .copied()
            .filter(|(place, _)| place.start < until && !negated(place.start))
            .collect();
        ids.extend(longest_bare(&bare));
        if ids.is_empty() && marks.has(Class::PermissionAsk) {
            // "The app asks for access to your calendar to add reminders."
            let purpose = marks
                .of(Class::PurposeOf)
                .map(|place| place.start)
                .min()
                .unwrap_or(form.len());
            let bare: Vec<_> = marks
                .bare
                .iter()
                .copied()
                .filter(|(place, _)| place.end <= purpose && !negated(place.start))
                .collect();
            ids.extend(longest_bare(&bare));
        }
    } else if asks || !ids.is_empty() || marks.has(Class::PermissionCall) {
        let mut bare = marks.bare.clone();
        bare.sort();
        for (place, at) in bare {
            // "microphone and camera permission", "location, camera and contacts permissions"
            let near = places.iter().any(|(_, end)| {
                place.start >= *end
                    && place.start - *end <= NEAR
                    && joins(form.get(*end..place.start))
            }) || places.iter().any(|(start, _)| {
                place.end <= *start
                    && *start - place.end <= NEAR
                    && joins(form.get(place.end..*start))
            }) || followed_by_word(form, place.end)
                || marks
                    .of(Class::PermissionCall)
                    .any(|call| call.end <= place.start && place.start - call.end <= CALL_NEAR);
            if near && !negated(place.start) && !ids.contains(&at) {
                places.push((place.start, place.end));
                ids.push(at);
            }
        }
    }
    permission_statements(words, &ids, found);
}

/// "We ask for no contacts, location or SMS permission": what the permissions give is denied.
fn not_asked(words: &Words, form: &str, marks: &Marks, found: &mut Vec<Found>) -> bool {
    const ASKS: [&str; 21] = [
        "do not ask for",
        "does not ask for",
        "don't ask for",
        "never ask for",
        "never asks for",
        "do not use",
        "does not use",
        "don't use",
        "不需要",
        "没有",
        "不具备",
        "不申请",
        "不会申请",
        "没有申请",
        "未申请",
        "不请求",
        "不会请求",
        "不索取",
        "do not request",
        "does not request",
        "don't request",
    ];
    let no_list = form.contains("no ") && form.contains("permission");
    let ends = ["权限", "permission"]
        .iter()
        .flat_map(|word| form.match_indices(word).map(|(at, _)| at));
    // The request that stands right before the first permission word that has one.
    let asked = ends
        .filter_map(|end| {
            let before = form.get(..end)?;
            let start = ASKS
                .iter()
                .filter_map(|word| before.rfind(word).map(|at| at + word.len()))
                .max()?;
            Some((end, start))
        })
        .min();
    let (end, start) = match asked {
        Some(found) => found,
        None if no_list && form.is_ascii() => match (form.find("no "), form.find("permission")) {
            (Some(start), Some(end)) if start < end => (end, start),
            _ => return false,
        },
        None => return false,
    };
    let between = form.get(start..end).unwrap_or_default();
    let by_user = marks
        .of(Class::SubjectUser)
        .any(|place| place.end <= start || place.start >= start && place.end <= end);
    if by_user
        || ["以外", "其他", "除", "other", "any "]
            .iter()
            .any(|word| between.contains(word))
    {
        return false;
    }
    if between.contains(['。', ';', ':'])
        || between.chars().count() > 60
        || asked.is_some() && between.contains(',') && !form.is_ascii()
    {
        return false;
    }
    let mut data: Vec<String> = Vec::new();
    let named = marks.nouns.iter().filter_map(|noun| match noun.name {
        Name::Permission(at) => Some((noun.place, at)),
        _ => None,
    });
    for (_, at) in named
        .chain(marks.bare.iter().copied())
        .filter(|(place, _)| place.start >= start && place.start < end)
    {
        let kinds = words.permissions.get(usize::from(at));
        for kind in kinds.into_iter().flat_map(|entry| &entry.kinds) {
            if !data.contains(kind) {
                data.push(kind.clone());
            }
        }
    }
    if data.is_empty() {
        return false;
    }
    found.retain(|one| one.kind != StatementType::Collect);
    let mut one = Found::new(StatementType::Deny).topic("collect");
    one.data = data;
    found.push(one);
    true
}

fn joins(between: Option<&str>) -> bool {
    between.is_some_and(|text| {
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '/' | ','));
        [
            "", "、", "和", "与", "及", "或", "以及", "and", "or", "and the", "and your",
        ]
        .contains(&text)
    })
}

fn followed_by_word(form: &str, end: usize) -> bool {
    form.get(end..).is_some_and(|rest| {
        let rest = rest.trim_start_matches([' ', '"', ')', '/']);
        rest.starts_with("权限") || rest.starts_with("permission")
    })
}

/// True for an entry that says something behind its colon, its dash or its bracket.
fn tells_more(form: &str) -> bool {
    let Some(at) = form.find([':', '—', '-', '(']) else {
        return false;
    };
    let rest = form.get(at..).unwrap_or_default();
    let least = if rest.chars().any(crate::normal::is_han) {
        2
    } else {
        5
    };
    rest.chars().filter(|c| c.is_alphabetic()).count() >= least
}

/// What something is for.
pub(super) fn purpose(
    words: &Words,
    marks: &Marks,
    form: &str,
    lead: Option<&Lead>,
    sections: &Sections,
    about_information: bool,
    found: &mut Vec<Found>,
) {
    let informs = found.iter().any(|one| {
        matches!(
            one.kind,
            StatementType::Collect | StatementType::Share | StatementType::Permission
        )
    });
    let here = ["collect", "share", "sdk", "use", "permissions", "cookies"]
        .iter()
        .any(|name| sections.has(words, name));
    let elsewhere = [
        "rights",
        "contact",
        "changes",
        "security",
        "definitions",
        "minors",
        "storage",
        "cross_border",
    ]
    .iter()
    .any(|name| sections.has(words, name));
    if elsewhere && !here && !informs {
        return;
    }
    if marks.has(Class::PurposeNone) {
        return;
    }
    // "Speech is turned into text by X": what a named recipient does is what it is given information for.
    let served = marks.has(Class::Serves)
        && found.iter().any(|one| {
            one.kind == StatementType::Share && (one.sdk.is_some() || one.company.is_some())
        });
    let denied_only = !found.is_empty() && found.iter().all(|one| one.kind == StatementType::Deny);
    let listed = lead.is_some_and(|lead| lead.purpose);
    // "You choose to send", "possible to use" tell no purpose.
    let meant = marks.of(Class::PurposeOf).any(|place| {
        let before = form.get(..place.start).unwrap_or_default().trim_end();
        ![
            "choose", "possible", "able", "want", "wish", "right", "like", "decide",
        ]
        .iter()
        .any(|word| before.ends_with(word))
    });
    let said = meant
        && (about_information || sections.has(words, "use"))
        && !marks.has(Class::How)
        && !marks.has(Class::Deidentified);
    let explained = sections.has(words, "permissions") || lead.is_some_and(|lead| lead.permission);
    let explained = explained
        && found
            .iter()
            .any(|one| one.kind == StatementType::Permission)
        && tells_more(form);
    if (listed || said || explained || served) && !denied_only {
        found.push(Found::new(StatementType::Purpose));
    }
}
