//! Names of companies in a sentence; refuses names without a form of company, unless the catalogue knows the vendor.

use crate::normal::{is_han, original_part};
use crate::words::{Class, Marks, Name, Place, Words};

/// Longest name in characters.
const MAX_NAME: usize = 60;
/// Chinese words that stand before a name and are no part of it.
const LEADS: [char; 15] = [
    '由', '与', '和', '向', '是', '为', '及', '委', '托', '者', '给', '或', '将', '被', '予',
];

/// Companies told by a form of company, as written; names of vendors alone are left out.
pub(super) fn legal(text: &str, form: &str, marks: &Marks) -> Vec<String> {
    let mut out = Vec::new();
    let mut last = 0;
    for suffix in marks.of(Class::CompanySuffix) {
        if let Some(start) = begin(text, form, suffix).filter(|start| *start >= last) {
            last = suffix.end;
            let name = original_part(text, form, start, suffix.end).trim();
            if name.chars().count() >= 4 {
                out.push(name.to_owned());
            }
        }
    }
    out
}

/// A name without the form of company at its end.
pub(super) fn without_form(words: &Words, name: &str) -> String {
    let form = words.normal.of(name);
    let marks = words.marks(name, &form);
    let start = marks
        .of(Class::CompanySuffix)
        .map(|place| place.start)
        .min()
        .unwrap_or(form.len());
    original_part(name, &form, 0, start)
        .trim_end_matches([' ', ',', '，'])
        .to_owned()
}

/// Companies in order of place, as written.
pub(super) fn find(words: &Words, text: &str, form: &str, marks: &Marks) -> Vec<String> {
    let mut places: Vec<Place> = Vec::new();
    for suffix in marks.of(Class::CompanySuffix) {
        if let Some(start) = begin(text, form, suffix) {
            let place = Place {
                start,
                end: suffix.end,
            };
            match places.last_mut() {
                Some(last) if last.end >= place.start => last.end = place.end,
                _ => places.push(place),
            }
        }
    }
    for noun in &marks.nouns {
        if let Name::Vendor(_) = noun.name {
            let inside = places
                .iter()
                .position(|place| place.start < noun.place.end && noun.place.start < place.end);
            if let Some(place) = inside.and_then(|at| places.get_mut(at)) {
                // A known name begins where the catalogue says.
                if noun.place.end >= place.end {
                    *place = noun.place;
                }
                continue;
            }
            // "Google Play", "Apple Watch": the vendor is part of the name of a product.
            let after = original_part(text, form, noun.place.end, form.len());
            let product = after
                .strip_prefix(' ')
                .and_then(|rest| rest.chars().next())
                .is_some_and(char::is_uppercase);
            if product {
                continue;
            }
            // "Umeng SDK (Umeng Co., Ltd.)" names one company.
            let short = form
                .get(noun.place.start..noun.place.end)
                .unwrap_or_default();
            let again = places.iter().any(|place| {
                form.get(place.start..place.end)
                    .is_some_and(|name| name.contains(short))
            });
            if !again {
                places.push(noun.place);
            }
        }
    }
    places.sort_unstable();
    let mut out: Vec<String> = Vec::new();
    for place in places {
        let name = original_part(text, form, place.start, place.end)
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | ','))
            .to_owned();
        if name.chars().count() >= 2 && !out.contains(&name) {
            out.push(name);
        }
    }
    let _ = words;
    out
}

/// The same for a text of its own.
pub(super) fn of_text(words: &Words, text: &str) -> Vec<String> {
    let form = words.normal.of(text);
    let marks = words.marks(text, &form);
    find(words, text, &form, &marks)
}

/// Where the name before a form of company begins.
fn begin(text: &str, form: &str, suffix: Place) -> Option<usize> {
    let before = form.get(..suffix.start)?;
    let written = original_part(text, form, 0, suffix.start);
    let chars: Vec<(usize, char)> = before.char_indices().collect();
    let original: Vec<char> = written.chars().collect();
    let chinese = form.get(suffix.start..suffix.end)?.chars().any(is_han);
    let mut start = None;
    if chinese {
        for (at, c) in chars.iter().rev().take(MAX_NAME) {
            let part = is_han(*c) || c.is_ascii_alphanumeric() || matches!(c, '(' | ')');
            let provider = *c == '商'
                && before
                    .get(..*at)
                    .is_some_and(|head| head.ends_with(['务', '应']));
            if !part || provider || LEADS.contains(c) {
                break;
            }
            start = Some(*at);
        }
        // A bracket that opens before the name is no part of it.
        while let Some(at) = start {
            let rest = before.get(at..)?;
            let unbalanced = rest.matches('(').count() != rest.matches(')').count();
            if rest.starts_with(')') || (unbalanced && rest.contains('(')) {
                let open = rest.find(['(', ')'])?;
                start = Some(at + open + 1);
            } else {
                break;
            }
        }
        return start.filter(|at| {
            before
                .get(*at..)
                .is_some_and(|name| name.chars().count() >= 2)
        });
    }
    // Words with capitals before the form.
    let mut at = chars.len();
    let mut words = 0;
    loop {
        let end = trim_end(&original, at);
        let mut word = end;
        while word > 0
            && original.get(word - 1).is_some_and(|c| {
                !c.is_whitespace() && !matches!(c, '(' | '"' | '“' | ':' | ';' | ')' | '—')
            })
        {
            word -= 1;
        }
        let Some(first) = original.get(word).filter(|_| word < end) else {
            break;
        };
        let joins = words > 0
            && original
                .get(word..end)
                .is_some_and(|part| part == ['&'] || part == ['o', 'f']);
        if !(first.is_uppercase() || first.is_ascii_digit() && words == 0 || joins) {
            break;
        }
        let comma = original.get(end.saturating_sub(1)) == Some(&',');
        if comma && words > 0 {
            break;
        }
        words += 1;
        start = chars.get(word).map(|(place, _)| *place);
        at = word;
        if words > 6 || word == 0 || original.get(word - 1).is_some_and(|c| !c.is_whitespace()) {
            break;
        }
    }
    start
}

fn trim_end(chars: &[char], mut at: usize) -> usize {
    while at > 0 && chars.get(at - 1).is_some_and(|c| c.is_whitespace()) {
        at -= 1;
    }
    at
}
