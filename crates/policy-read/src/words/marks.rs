//! The words found in one sentence; refuses words inside other words.

use std::collections::BTreeSet;

use super::{Class, Meaning, Words, listed};
use crate::normal::{is_han, original_part};

/// Bytes of the normal form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// Kinds of information: index of the term.
    Term(u16),
    /// Many kinds: index of the umbrella.
    Umbrella(u16),
    /// An SDK: index.
    Sdk(u16),
    /// A vendor: index.
    Vendor(u16),
    /// A permission: index.
    Permission(u16),
}

/// A noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Noun {
    pub(crate) place: Place,
    pub(crate) name: Name,
}

/// A word that may be a noun.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) place: Place,
    pub(super) names: Vec<Name>,
    /// Counts among other names only.
    pub(super) listed: bool,
    /// Found by adding the `s` of a plural.
    pub(super) plural: bool,
}

/// Words found in one sentence.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// Names of information, SDKs, vendors and permissions; the longest at each place.
    pub(crate) nouns: Vec<Noun>,
    /// Names that are permissions where permissions are spoken of.
    pub(crate) bare: Vec<(Place, u16)>,
    /// SDKs told by a domain or package prefix.
    pub(crate) addresses: Vec<u16>,
    /// Other words with their classes, in order of place.
    pub(crate) classes: Vec<(Place, u8)>,
    /// Classes found, as bits.
    pub(crate) bits: u128,
}

impl Marks {
    /// True when a word of the class was found.
    pub(crate) fn has(&self, class: Class) -> bool {
        self.bits & class.bit() != 0
    }

    /// Places of a class.
    pub(crate) fn of(&self, class: Class) -> impl Iterator<Item = Place> + '_ {
        self.classes
            .iter()
            .filter(move |(_, id)| *id == class.id())
            .map(|(place, _)| *place)
    }
}

/// Bytes of a header of which a word must make up more.
const LONG_HEADER: usize = 32;

impl Words {
    /// What a header cell says its column holds; empty when the cell is no header.
    pub(crate) fn columns_of(&self, cell: &str) -> Vec<u8> {
        let form = self.normal.of(cell);
        let form = form.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ':'));
        let mut found: Vec<(usize, u8)> = Vec::new();
        for (place, pattern) in self.hits(form) {
            for meaning in &pattern.meanings {
                if let Meaning::Column(id) = meaning {
                    found.push((place.end - place.start, *id));
                }
            }
        }
        // A header is short: its words must make up a good part of it.
        let longest = found.iter().map(|(n, _)| *n).max().unwrap_or(0);
        let share = if form.len() > LONG_HEADER { 3 } else { 2 };
        if longest * 5 < form.len() * share {
            return Vec::new();
        }
        found.retain(|(n, _)| *n == longest);
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// Sections that a heading speaks of, as bits.
    pub(crate) fn sections_of(&self, heading: &str) -> u64 {
        let form = self.normal.of(heading);
        let mut bits = 0;
        for (_, pattern) in self.hits(&form) {
            for meaning in &pattern.meanings {
                if let Meaning::Section(id) = meaning
                    && *id < 64
                {
                    bits |= 1 << *id;
                }
            }
        }
        bits
    }

    fn hits<'a>(&'a self, form: &'a str) -> impl Iterator<Item = (Place, &'a super::Pattern)> + 'a {
        self.automaton
            .iter()
            .flat_map(move |automaton| automaton.find_overlapping_iter(form))
            .filter_map(move |found| {
                let end = ends_whole(form, found.start(), found.end())?;
                let place = Place {
                    start: found.start(),
                    end,
                };
                Some((place, self.patterns.get(found.pattern().as_usize())?))
            })
    }

    /// Marks of one sentence in which further names stand for the operator: "we" by another name.
    pub(crate) fn marks_with(&self, text: &str, form: &str, own: &[String]) -> Marks {
        let mut marks = self.marks(text, form);
        let mut added: Vec<Place> = Vec::new();
        for name in own {
            for (start, found) in form.match_indices(name.as_str()) {
                let Some(end) = ends_whole(form, start, start + found.len()) else {
                    continue;
                };
                let place = Place { start, end };
                let taken = added.iter().any(|one| one.start < end && start < one.end);
                let wider = marks.nouns.iter().any(|noun| {
                    noun.place.start <= start && end <= noun.place.end && noun.place != place
                });
                if !taken && !wider {
                    added.push(place);
                }
            }
        }
        if added.is_empty() {
            return marks;
        }
        let covers = |place: &Place| {
            added
                .iter()
                .any(|one| one.start <= place.start && place.end <= one.end)
        };
        marks.nouns.retain(|noun| !covers(&noun.place));
        let group = group_of(Class::SubjectUs.id());
        marks
            .classes
            .retain(|(place, id)| group_of(*id) != group || !covers(place));
        marks
            .classes
            .extend(added.iter().map(|place| (*place, Class::SubjectUs.id())));
        marks
            .classes
            .sort_by_key(|(place, id)| (place.start, std::cmp::Reverse(place.end), *id));
        marks.bits |= Class::SubjectUs.bit();
        marks
    }

    /// Marks of one sentence: the text and its normal form.
    pub(crate) fn marks(&self, text: &str, form: &str) -> Marks {
        let mut nouns: Vec<Candidate> = Vec::new();
        let mut marks = Marks::default();
        let mut classes: Vec<(Place, u8)> = Vec::new();
        for (place, pattern) in self.hits(form) {
            let mut names = Vec::new();
            let mut listed = false;
            for meaning in &pattern.meanings {
                match meaning {
                    Meaning::Term(at) => names.push(Name::Term(*at)),
                    Meaning::Umbrella(at) => names.push(Name::Umbrella(*at)),
                    Meaning::ListedTerm(at) => {
                        names.push(Name::Term(*at));
                        listed = true;
                    }
                    Meaning::ListedUmbrella(at) => {
                        names.push(Name::Umbrella(*at));
                        listed = true;
                    }
                    Meaning::Permission(at) => names.push(Name::Permission(*at)),
                    Meaning::Sdk(at) => {
                        if !pattern.common || is_proper(text, form, place) {
                            names.push(Name::Sdk(*at));
                        }
                    }
                    Meaning::Vendor(at) => {
                        if !pattern.common || is_proper(text, form, place) {
                            names.push(Name::Vendor(*at));
                        }
                    }
                    Meaning::Address(at) => marks.addresses.push(*at),
                    Meaning::Bare(at) => marks.bare.push((place, *at)),
                    Meaning::Class { id, at_start } => {
                        if !at_start || at_clause_start(form, place.start) {
                            classes.push((place, *id));
                        }
                    }
                    Meaning::Column(_) | Meaning::Section(_) => {}
                }
            }
            if !names.is_empty() {
                nouns.push(Candidate {
                    place,
                    names,
                    listed,
                    plural: place.end - place.start > pattern.text.len(),
                });
            }
        }
        // Of two words at one place the one that is written so in the catalogue counts before a plural.
        nouns.sort_by_key(|one| {
            let place = one.place;
            (place.start, std::cmp::Reverse(place.end), one.plural)
        });
        let mut until = 0;
        nouns.retain(|one| {
            let free = one.place.start >= until;
            if free {
                until = one.place.end;
            }
            free
        });
        listed::keep(form, &self.terms, &mut nouns);
        let places: Vec<(Place, bool)> = nouns.iter().map(|one| (one.place, one.listed)).collect();
        for Candidate { place, names, .. } in nouns {
            // One word may name several entries of the catalogue; the best known stands for its twins.
            let best = names
                .iter()
                .filter_map(|name| match name {
                    Name::Sdk(at) => Some(*at),
                    _ => None,
                })
                .max_by_key(|at| {
                    let entry = self.sdks.get(usize::from(*at));
                    let known = entry.map_or((false, false, 0), |one| {
                        (one.preferred, one.full, one.words.len())
                    });
                    (known, std::cmp::Reverse(*at))
                });
            for name in names {
                let keep = match name {
                    Name::Sdk(at) => Some(at) == best,
                    Name::Vendor(_) => best.is_none(),
                    _ => true,
                };
                if keep {
                    marks.nouns.push(Noun { place, name });
                }
            }
        }
        infinitives(text, form, &mut classes);
        periods(form, &mut classes);
        stays(form, &mut classes);
        marks.classes = settle(classes, &places, self.rights);
        not_abroad(form, &mut marks.classes);
        marks.bits = marks
            .classes
            .iter()
            .fold(0, |bits, (_, id)| bits | (1_u128 << *id));
        marks
    }
}

/// Classes whose words compete for a place: the longest wins.
const GROUPS: [&[Class]; 5] = [
    &[Class::AnyInfo, Class::AnyInfoOff],
    &[
        Class::VerbOff,
        Class::VerbCollect,
        Class::VerbHold,
        Class::VerbGive,
        Class::VerbShare,
        Class::VerbReceive,
    ],
    &[
        Class::Negation,
        Class::NegationOff,
        Class::NoNeed,
        Class::Condition,
        Class::VerbDenied,
    ],
    &[Class::PurposeOf, Class::PurposeOff],
    &[
        Class::SubjectUs,
        Class::SubjectUser,
        Class::Possessive,
        Class::ThirdParty,
        Class::SdkWord,
        Class::ToUs,
        Class::Toward,
        Class::SdkPronoun,
    ],
];

/// English infinitives that tell what something is for.
fn infinitives(text: &str, form: &str, classes: &mut Vec<(Place, u8)>) {
    if form.chars().any(is_han) {
        return;
    }
    let of = |class: Class| {
        classes
            .iter()
            .filter(move |(_, id)| *id == class.id())
            .map(|(place, _)| *place)
    };
    let no_verb: BTreeSet<(usize, usize)> = of(Class::NoInfinitive)
        .map(|place| (place.start, place.end))
        .collect();
    let no_purpose: BTreeSet<usize> = of(Class::NoPurpose).map(|place| place.end).collect();
    let mut added = Vec::new();
    let mut chars = (0, text.char_indices());
    for (start, _) in form.match_indices(" to ") {
        let word = start + " to ".len();
        let next = form
            .get(word..)
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .next()
            .unwrap_or_default();
        // The form has as many characters as the text; a name is no verb.
        let skip = form
            .get(chars.0..word)
            .map_or(0, |part| part.chars().count());
        chars.0 = word;
        let written = chars.1.by_ref().nth(skip);
        chars.0 += written.map_or(0, |_| {
            form.get(word..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8)
        });
        let is_name = written.is_some_and(|(_, c)| c.is_uppercase());
        let plural = next.ends_with('s') && !next.ends_with("ss");
        let end = word + next.len();
        let off = no_verb.contains(&(word, end)) || no_purpose.contains(&start);
        if next.len() >= 2 && !is_name && !plural && !next.ends_with("ing") && !off {
            let place = Place {
                start: start + 1,
                end,
            };
            added.push((place, Class::PurposeOf.id()));
        }
    }
    // "for billing."
    for (start, _) in form.match_indices(" for ") {
        let word = start + " for ".len();
        let rest = form.get(word..).unwrap_or_default();
        let next = rest
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .next()
            .unwrap_or_default();
        let tail = rest.get(next.len()..).unwrap_or_default();
        let ends = tail.is_empty()
            || tail.starts_with([',', '.', ';', ')', ':'])
            || tail.starts_with(" and ");
        let end = word + next.len();
        if ends
            && next.len() >= 4
            && next.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
            && !no_verb.contains(&(word, end))
            && !no_purpose.contains(&start)
        {
            let place = Place {
                start: start + 1,
                end,
            };
            added.push((place, Class::PurposeOf.id()));
        }
    }
    classes.extend(added);
}

/// Units of time behind a number: Chinese, and others.
const UNITS: ([&str; 10], [&str; 6]) = (
    [
        "天", "日", "个月", "年", "小时", "分钟", "周", "星期", "季度", "秒",
    ],
    ["day", "week", "month", "year", "hour", "minute"],
);

/// English numbers below a hundred that stand before a unit.
const NUMBERS: [&str; 27] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "eighteen",
    "twenty",
    "twenty-four",
    "thirty",
    "forty-five",
    "sixty",
    "ninety",
    "several",
    "few",
    "calendar",
    "business",
    "hundred",
];

/// A number with a unit of time: "九十天", "45 days".
fn periods(form: &str, classes: &mut Vec<(Place, u8)>) {
    let numeral = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '一' | '二'
                    | '三'
                    | '四'
                    | '五'
                    | '六'
                    | '七'
                    | '八'
                    | '九'
                    | '十'
                    | '百'
                    | '千'
                    | '两'
                    | '半'
                    | '数'
            )
    };
    for unit in UNITS.0 {
        for (start, _) in form.match_indices(unit) {
            let head = form.get(..start).unwrap_or_default().trim_end();
            let before = head.trim_end_matches(numeral);
            let number = head.get(before.len()..).unwrap_or_default();
            let after = form.get(start + unit.len()..).unwrap_or_default();
            // "2025年", "3月5日" are dates, "14周岁" is an age.
            let date = unit == "年" && number.len() >= 4 && number.is_ascii()
                || unit == "日" && before.ends_with('月')
                || unit == "周" && after.starts_with('岁')
                || unit == "年" && after.starts_with(['满', '龄', '级'])
                || before.ends_with(['第', '每', '周', '星']);
            if !number.is_empty() && !date {
                let place = Place {
                    start: before.len(),
                    end: start + unit.len(),
                };
                classes.push((place, Class::Period.id()));
            }
        }
    }
    for unit in UNITS.1 {
        for (start, _) in form.match_indices(unit) {
            let head = form.get(..start).unwrap_or_default();
            let before = head.trim_end_matches([' ', '-']);
            let word = before
                .rsplit(|c: char| c.is_whitespace() || c == '(')
                .next()
                .unwrap_or_default();
            let number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
                || NUMBERS.contains(&word);
            let after = form.get(start + unit.len()..).unwrap_or_default();
            let ends = after
                .strip_prefix('s')
                .unwrap_or(after)
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphanumeric());
            if before.len() < head.len() && number && ends {
                let place = Place {
                    start,
                    end: start + unit.len(),
                };
                classes.push((place, Class::Period.id()));
            }
        }
    }
}

/// English participles that put something in place and say nothing of where it stays.
const PUT: [&str; 8] = [
    "installed",
    "placed",
    "displayed",
    "shown",
    "set",
    "enabled",
    "based",
    "pressed",
];

/// Words of an English clause that are looked at before a place on the device.
const STAYS_REACH: usize = 5;

/// "Contacts are matched on the phone": a participle behind a form of "to be", and a place on the device.
fn stays(form: &str, classes: &mut Vec<(Place, u8)>) {
    let places: Vec<Place> = classes
        .iter()
        .filter(|(_, id)| *id == Class::LocalPlace.id())
        .map(|(place, _)| *place)
        .collect();
    for place in places {
        let head = form.get(..place.start).unwrap_or_default();
        let mut words = head.split_whitespace().rev().take(STAYS_REACH);
        let participle = words.next().is_some_and(|word| {
            (word.ends_with("ed")
                || [
                    "kept", "held", "made", "done", "read", "run", "drawn", "built", "only",
                ]
                .contains(&word))
                && !PUT.contains(&word)
        });
        let passive =
            words.any(|word| ["is", "are", "be", "was", "were", "and", "only"].contains(&word));
        if participle && passive {
            classes.push((place, Class::LocalOnly.id()));
        }
    }
}

/// Bytes between a denial and a place abroad: Chinese, and others.
const ABROAD_REACH: (usize, usize) = (24, 48);

/// "不会传到境外", "are not moved outside the EU": a place abroad that is denied tells that nothing goes there.
fn not_abroad(form: &str, classes: &mut [(Place, u8)]) {
    let han = form.chars().any(is_han);
    let reach = if han { ABROAD_REACH.0 } else { ABROAD_REACH.1 };
    let denials: Vec<Place> = classes
        .iter()
        .filter(|(_, id)| *id == Class::Negation.id())
        .map(|(place, _)| *place)
        .collect();
    for (place, id) in classes.iter_mut() {
        let denied = *id == Class::Abroad.id()
            && denials.iter().any(|denial| {
                denial.end <= place.start
                    && place.start - denial.end <= reach
                    && form.get(denial.end..place.start).is_some_and(|between| {
                        // "Nobody outside our company" is no place abroad.
                        between.trim().chars().count() >= 2
                            && !between.contains([',', '。', ';', '、'])
                    })
            });
        if denied {
            *id = Class::NoTransfer.id();
        }
    }
}

fn group_of(id: u8) -> Option<usize> {
    GROUPS
        .iter()
        .position(|group| group.iter().any(|class| class.id() == id))
}

/// Drops words inside nouns and, within a group, words inside longer words of the group.
fn settle(
    mut classes: Vec<(Place, u8)>,
    nouns: &[(Place, bool)],
    rights: u128,
) -> Vec<(Place, u8)> {
    classes.sort_by_key(|(place, id)| (place.start, std::cmp::Reverse(place.end), *id));
    classes.dedup();
    // "Delete your account" is one right, not two.
    let mut taken: [Option<Place>; GROUPS.len() + 1] = [None; GROUPS.len() + 1];
    let mut noun_at = 0;
    classes.retain(|(place, id)| {
        let is_right = rights & (1 << *id) != 0;
        let Some(group) = group_of(*id).or(is_right.then_some(GROUPS.len())) else {
            return true;
        };
        while nouns
            .get(noun_at)
            .is_some_and(|(noun, _)| noun.end <= place.start)
        {
            noun_at += 1;
        }
        let inside = nouns.get(noun_at).is_some_and(|(noun, listed)| {
            noun.start <= place.start && place.end <= noun.end && (noun != place || *listed)
        });
        if inside && !is_right {
            return false;
        }
        let Some(last) = taken.get_mut(group) else {
            return true;
        };
        match last {
            Some(last) if last == place => true,
            Some(last) if last.end > place.start => false,
            _ => {
                *last = Some(*place);
                true
            }
        }
    });
    classes
}

/// The end of a word that stands alone: letters and digits of Latin script must not go on, but for a plural `s`.
fn ends_whole(form: &str, start: usize, end: usize) -> Option<usize> {
    let word = form.get(start..end)?;
    let is_word = |c: char| (c.is_alphanumeric() && !is_han(c)) || c == '_';
    let (first, last) = (word.chars().next()?, word.chars().next_back()?);
    let before = form.get(..start)?.chars().next_back();
    if is_word(first) && before.is_some_and(is_word) {
        return None;
    }
    if !is_word(last) {
        return Some(end);
    }
    let mut rest = form.get(end..)?.chars();
    match (rest.next(), rest.next()) {
        (Some('s'), after) if last.is_ascii_alphabetic() && !after.is_some_and(is_word) => {
            Some(end + 1)
        }
        (Some(c), _) if is_word(c) => None,
        _ => Some(end),
    }
}

fn at_clause_start(form: &str, start: usize) -> bool {
    form.get(..start).is_some_and(|before| {
        let before = before.trim_end();
        let article = before
            .strip_suffix(['条', '款', '章', '节'])
            .is_some_and(|head| {
                head.strip_prefix('第')
                    .is_some_and(|number| number.chars().count() <= 6)
            });
        if article {
            return true;
        }
        // A number before an item is no part of its first clause.
        before.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, '.' | ' ' | '(' | ')' | '*' | '#')
                || matches!(u32::from(c), 0x2460..=0x2473)
        }) || before.ends_with([
            ',', ';', ':', '。', '、', '(', '"', '-', '|', '!', '?', '.', ')', '】', '*',
        ])
    })
}

/// Bytes in which the form of a company stands behind the first word of its name.
const NAME_REACH: usize = 48;

/// "Sift Science, Inc.": the next word has a capital letter, and the form of a company follows.
fn names_on(text: &str, form: &str, end: usize) -> bool {
    let rest = form.get(end..).unwrap_or_default();
    let next = rest.trim_start();
    let start = end + (rest.len() - next.len());
    let written = original_part(text, form, start, form.len());
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let reach = next
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|at| *at <= NAME_REACH)
        .last()
        .unwrap_or(0);
    let near = next.get(..reach).unwrap_or_default();
    capital
        && [
            " inc", " ltd", " llc", " limited", " gmbh", " corp", " company", " b.v", " s.a",
            " plc", " ag",
        ]
        .iter()
        .any(|word| near.contains(word))
}

/// A name that is also an ordinary word: written with a capital letter, and not only because it begins the sentence.
fn is_proper(text: &str, form: &str, place: Place) -> bool {
    let written = original_part(text, form, place.start, place.end);
    if written.chars().any(is_han) {
        return true;
    }
    let alone = form
        .get(..place.start)
        .is_some_and(|before| before.trim().is_empty());
    let after = form.get(place.end..).unwrap_or_default().trim_start();
    written.chars().any(char::is_uppercase)
        && (!alone
            || names_on(text, form, place.end)
            || after.is_empty()
            || after.starts_with([',', '|', '(', ':', '-'])
            || ["sdk", "may", "receives", "collects", "will", "for "]
                .iter()
                .any(|word| after.starts_with(word)))
}
