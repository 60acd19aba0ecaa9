//! What matters in a sentence, in order of place: verbs, subjects, denials, names; refuses to relate them.

use crate::words::{Class, Marks, Name, Place};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Us,
    User,
    Third,
}

/// Something that matters, in order of place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Event {
    Weak,
    Strong,
    Colon,
    Subject(Who),
    Verb(u8),
    Negation,
    VerbDenied,
    Only,
    But,
    Purpose,
    IfWhen,
    Joins,
    How,
    Take,
    Toward,
    Passive,
    ToUs,
    From,
    Kinds(u16),
    Umbrella(u16),
    AnyInfo,
    SignUp,
    Except,
    ExceptAfter,
    Other,
}

pub(super) const COLLECT: u8 = 1;
pub(super) const HOLD: u8 = 2;
pub(super) const GIVE: u8 = 4;
pub(super) const SHARE: u8 = 8;
pub(super) const RECEIVE: u8 = 16;

/// The bit of a class of verbs.
pub(super) fn verb_bit(id: u8) -> Option<u8> {
    [
        (Class::VerbCollect, COLLECT),
        (Class::VerbHold, HOLD),
        (Class::VerbGive, GIVE),
        (Class::VerbShare, SHARE),
        (Class::VerbReceive, RECEIVE),
    ]
    .into_iter()
    .find(|(class, _)| class.id() == id)
    .map(|(_, bit)| bit)
}

/// Events of a sentence in order of place.
pub(super) fn events(form: &str, marks: &Marks) -> Vec<(Place, Event)> {
    let mut out: Vec<(Place, Event)> = Vec::new();
    for (at, c) in form.char_indices() {
        let event = match c {
            ',' => Event::Weak,
            ';' | '。' | '!' | '?' => Event::Strong,
            ':' => Event::Colon,
            '(' | ')' | '|' => Event::Other,
            _ => continue,
        };
        out.push((
            Place {
                start: at,
                end: at + c.len_utf8(),
            },
            event,
        ));
    }
    let mut verbs: Vec<(Place, u8)> = Vec::new();
    let denials: Vec<Place> = [Class::Negation, Class::NoNeed, Class::VerbDenied]
        .into_iter()
        .flat_map(|class| marks.of(class))
        .collect();
    for (place, id) in &marks.classes {
        if let Some(bit) = verb_bit(*id) {
            let mut place = *place;
            if let Some(denial) = denials
                .iter()
                .find(|one| one.start <= place.start && place.start < one.end && **one != place)
            {
                // "不需要" holds no "需要", but "不能查看" is "查看" denied.
                if bit != RECEIVE || place.end <= denial.end {
                    continue;
                }
                place.start = denial.end;
            }
            let place = &place;
            if is_noun(form, marks, *place) || bit == HOLD && uses_sdk(marks, *place) {
                continue;
            }
            match verbs.last_mut().filter(|(last, _)| last == place) {
                Some((_, bits)) => *bits |= bit,
                None => verbs.push((*place, bit)),
            }
            continue;
        }
        let event = [
            (Class::SubjectUs, Event::Subject(Who::Us)),
            (Class::SubjectUser, Event::Subject(Who::User)),
            (Class::ThirdParty, Event::Subject(Who::Third)),
            (Class::SdkWord, Event::Subject(Who::Third)),
            (Class::SdkPronoun, Event::Subject(Who::Third)),
            (Class::VerbDenied, Event::VerbDenied),
            (Class::Negation, Event::Negation),
            (Class::NoNeed, Event::Negation),
            (Class::Only, Event::Only),
            (Class::But, Event::But),
            (Class::PurposeOf, Event::Purpose),
            (Class::IfWhen, Event::IfWhen),
            (Class::Joins, Event::Joins),
            (Class::How, Event::How),
            (Class::TakeObject, Event::Take),
            (Class::Toward, Event::Toward),
            (Class::Passive, Event::Passive),
            (Class::ToUs, Event::ToUs),
            (Class::FromWord, Event::From),
            (Class::AnyInfo, Event::AnyInfo),
            (Class::SignUp, Event::SignUp),
            (Class::ExceptWord, Event::Except),
            (Class::ExceptAfter, Event::ExceptAfter),
        ]
        .into_iter()
        .find(|(class, _)| class.id() == *id)
        .map(|(_, event)| event);
        if let Some(event) = event {
            // "but not limited to" turns nothing round.
            let inside = matches!(event, Event::But)
                && marks
                    .of(Class::NegationOff)
                    .any(|off| off.start <= place.end && place.start < off.end);
            if !inside {
                out.push((*place, event));
            }
        }
    }
    for place in short_verbs(form, marks) {
        if !verbs.iter().any(|(verb, _)| verb.start == place.start) {
            verbs.push((place, COLLECT));
        }
    }
    for place in marks.of(Class::VerbNeed) {
        if needs_thing(form, marks, place) {
            verbs.push((place, COLLECT));
        }
    }
    out.extend(
        verbs
            .into_iter()
            .map(|(place, bits)| (place, Event::Verb(bits))),
    );
    for place in marks.of(Class::CompanySuffix) {
        let own = marks
            .of(Class::SubjectUs)
            .any(|us| us.start < place.end && place.start < us.end);
        let inside = marks
            .nouns
            .iter()
            .any(|noun| noun.place.start <= place.start && place.end <= noun.place.end);
        if !own && !inside {
            out.push((place, Event::Subject(Who::Third)));
        }
    }
    for noun in &marks.nouns {
        let event = match noun.name {
            Name::Term(at) => Event::Kinds(at),
            Name::Umbrella(at) => Event::Umbrella(at),
            Name::Sdk(_) | Name::Vendor(_) => Event::Subject(Who::Third),
            Name::Permission(_) => continue,
        };
        out.push((noun.place, event));
    }
    out.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
    let brackets = brackets(form, marks);
    out.retain(|(place, event)| {
        let inside = brackets
            .iter()
            .any(|bracket| bracket.start < place.start && place.end <= bracket.end);
        // What stands in brackets explains; only the things it names count, and not those that it leaves out.
        !inside
            || matches!(event, Event::Kinds(_) | Event::Umbrella(_))
                && !left_out(form, &brackets, *place)
    });
    out
}

/// Chinese characters that may stand between a denial and its verb.
const AUXILIARY: [char; 12] = [
    '会', '去', '再', '能', '曾', '得', '来', '敢', '想', '主', '动', '另',
];

/// Chinese verbs of one character that stand behind a denial: "一概不读", "不会去看".
fn short_verbs(form: &str, marks: &Marks) -> Vec<Place> {
    let short: Vec<Place> = marks.of(Class::VerbShort).collect();
    if short.is_empty() {
        return Vec::new();
    }
    marks
        .of(Class::Negation)
        .filter_map(|negation| {
            let rest = form.get(negation.end..)?;
            let verb = rest.trim_start_matches(AUXILIARY);
            let start = negation.end + (rest.len() - verb.len());
            short.iter().find(|place| place.start == start).copied()
        })
        .collect()
}

/// True for an English word that has the form of a verb and stands as a noun: "our records", "Requests are …".
fn is_noun(form: &str, marks: &Marks, place: Place) -> bool {
    let Some(word) = form
        .get(place.start..place.end)
        .filter(|word| word.is_ascii())
    else {
        return false;
    };
    let before = form.get(..place.start).unwrap_or_default().trim_end();
    if word.ends_with('s')
        && !word.contains(' ')
        && !before.ends_with(|c: char| c.is_alphanumeric())
    {
        let begins = before
            .trim_end_matches(|c: char| c == '.' || c == ')' || c.is_ascii_digit())
            .is_empty();
        return begins;
    }
    // "The app records": what stands before the word acts.
    let acts = marks
        .of(Class::SubjectUs)
        .any(|us| us.end == before.len() && us.end - us.start > "app".len());
    !acts
        && marks
            .of(Class::Determiner)
            .any(|one| one.end == before.len() && one.end < place.start)
}

/// True when what is used is an SDK, and no information.
fn uses_sdk(marks: &Marks, place: Place) -> bool {
    marks.nouns.iter().any(|noun| {
        matches!(noun.name, Name::Sdk(_) | Name::Vendor(_))
            && noun.place.start >= place.end
            && noun.place.start - place.end <= 4
    })
}

/// Bytes between "needs" and the thing that it needs.
const NEED_REACH: usize = 20;

/// True when the name of information follows, and no other verb before it.
fn needs_thing(form: &str, marks: &Marks, place: Place) -> bool {
    let Some(noun) = marks
        .nouns
        .iter()
        .find(|noun| noun.place.start >= place.end)
        .filter(|noun| matches!(noun.name, Name::Term(_) | Name::Umbrella(_)))
    else {
        return false;
    };
    let near = noun.place.start - place.end <= NEED_REACH
        && !form
            .get(place.end..noun.place.start)
            .is_some_and(|between| between.contains([',', '。', '、', ':']));
    let verb_between = marks.classes.iter().any(|(at, id)| {
        verb_bit(*id).is_some() && at.start >= place.start && at.end <= noun.place.start
    });
    let denied = [Class::Negation, Class::NoNeed].into_iter().any(|class| {
        marks
            .of(class)
            .any(|one| one.start <= place.start && place.end <= one.end)
    });
    near && !verb_between && !denied
}

/// True for a thing in brackets behind words that leave it out: "(Android ID, without the IMEI)".
fn left_out(form: &str, brackets: &[Place], place: Place) -> bool {
    const OUT: [&str; 12] = [
        "不含",
        "不包括",
        "不包含",
        "除外",
        "并非",
        "不收集",
        "不采集",
        "not ",
        "excluding",
        "without ",
        "never ",
        "except ",
    ];
    brackets
        .iter()
        .find(|bracket| bracket.start < place.start && place.end <= bracket.end)
        .and_then(|bracket| form.get(bracket.start..place.start))
        .is_some_and(|before| {
            OUT.iter().any(|word| before.contains(word)) && !before.contains("limited to")
        })
}

/// Brackets that hold no clause of their own.
fn brackets(form: &str, marks: &Marks) -> Vec<Place> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in form.char_indices() {
        match (c, open) {
            ('(', None) => open = Some(at),
            (')', Some(start)) => {
                open = None;
                let inside = |place: &Place| place.start > start && place.end <= at;
                let clause = marks.of(Class::SubjectUs).any(|place| inside(&place))
                    && marks.of(Class::Negation).any(|place| inside(&place));
                if !clause && start > 0 {
                    out.push(Place { start, end: at + 1 });
                }
            }
            _ => {}
        }
    }
    out
}
