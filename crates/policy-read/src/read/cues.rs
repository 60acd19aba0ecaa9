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
        let head = form.char_indices().nth(24).map_or(form.len(), |(at, _)| at);
        let until = form.find([':', '-', '(', '—']).unwrap_or(head).min(head);
        let bare: Vec<_> = marks
            .bare
            .iter()
            .copied()
            .filter(|(place, _)| place.start < until && !negated(place.start))
            .collect();
        ids.extend(longest_bare(&bare));
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
        && form.contains([':', '—', '-', '('])
        && form.chars().count() > 8;
    if (listed || said || explained || served) && !denied_only {
        found.push(Found::new(StatementType::Purpose));
    }
}
