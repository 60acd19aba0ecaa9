//! Lines of the form "key: value", and recipients whose name stands above the lines that speak of them; refuses keys
//! that are no header of a column.

use app_facts::{DisclosureMatch, StatementType};

use super::table::{self, Named, permission_statements};
use super::{Found, Sections, Walk, company, cut, entry, spread};
use crate::words::{Class, Marks, Name};

/// Letters that a line or heading may hold beside the name of an SDK: in Chinese, and in other scripts.
const BESIDE: (usize, usize) = (12, 28);
/// Longest name of a recipient in characters.
const MAX_NAME: usize = 60;
/// Most parts of a line in which each brings its key.
const MAX_PARTS: usize = 12;
/// Longest key in characters.
const MAX_KEY: usize = 30;

/// A recipient that the following lines speak of.
#[derive(Debug, Clone, Default)]
pub(super) struct Party {
    sdks: Vec<u16>,
    company: Option<String>,
    /// The heading that names it, until a statement does.
    heading: Option<String>,
}

impl Walk<'_> {
    /// Ends the lines about a recipient; one that only a heading names is stated now.
    pub(super) fn end_party(&mut self) {
        let Some(party) = self.party.take() else {
            return;
        };
        if let Some(heading) = &party.heading {
            let mut found = Vec::new();
            spread(self.words, &party.base(), &[], &[], &party.sdks, &mut found);
            for one in found {
                self.push(one, heading, "heading");
            }
        }
    }

    /// A heading that is hardly more than the name of an SDK.
    pub(super) fn party_heading(&mut self, text: &str) {
        let form = self.words.normal.of(text);
        let marks = self.words.marks(text, &form);
        if !is_bare(&form, &marks) || marks.has(Class::Negation) {
            return;
        }
        let sdks = sdks_of(&marks);
        if !sdks.is_empty() && !self.sections().has(self.words, "rights") {
            self.last_sdks.clone_from(&sdks);
            self.party = Some(Party {
                sdks,
                company: company::legal(text, &form, &marks).into_iter().next(),
                heading: Some(text.to_owned()),
            });
        }
    }

    /// An item that is hardly more than the name of an SDK names a recipient.
    pub(super) fn bare_party(
        &mut self,
        form: &str,
        marks: &Marks,
        sections: &Sections,
        companies: &[String],
        found: &mut Vec<Found>,
    ) {
        let elsewhere = ["rights", "contact", "no_collect", "definitions"]
            .iter()
            .any(|name| sections.has(self.words, name));
        let sdks = sdks_of(marks);
        if elsewhere || sdks.is_empty() || marks.has(Class::Negation) || !is_bare(form, marks) {
            return;
        }
        let mut base = Found::new(StatementType::Share);
        base.company = companies.first().cloned();
        spread(self.words, &base, &[], &[], &sdks, found);
    }

    /// Reads a line "key: value" whose key is that of a column; false when it is none.
    pub(super) fn keyed(&mut self, text: &str, tail: &str) -> bool {
        if self.many_keys(text, tail) {
            return true;
        }
        let words = self.words;
        let form = words.normal.of(text);
        let label = entry::label(&form);
        if label.is_empty() {
            return self.unkeyed(text, &form);
        }
        let key = label
            .trim_start_matches(|c: char| !c.is_alphabetic())
            .trim_end();
        if key.chars().count() > MAX_KEY {
            return self.unkeyed(text, &form);
        }
        let start = form.find(label).unwrap_or(0) + label.len();
        let start = form
            .get(start..)
            .and_then(|rest| rest.find([':', '—', '-']).map(|at| start + at))
            .map_or(form.len(), |at| {
                at + form
                    .get(at..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(1, char::len_utf8)
            });
        let value = crate::normal::original_part(text, &form, start, form.len()).trim();
        if value.is_empty() || value.contains('@') {
            return self.unkeyed(text, &form);
        }
        let key_marks = words.marks(key, key);
        let names = key_marks
            .nouns
            .iter()
            .any(|noun| !matches!(noun.name, Name::Vendor(_)));
        let roles: Vec<&str> = words
            .columns_of(key)
            .into_iter()
            .filter_map(|at| words.columns.get(usize::from(at)).map(String::as_str))
            .collect();
        let has = |role: &str| roles.contains(&role);
        let defines = marks_definition(words, &form);
        if roles.is_empty() || names || defines || key_marks.has(Class::SubjectUs) {
            return self.unkeyed(text, &form);
        }
        let sections = self.sections();
        let shares = self.party.is_some()
            || sections.has(words, "sdk")
            || sections.has(words, "share") && !sections.has(words, "collect");
        let mut found = Vec::new();
        if has("data") {
            if !self.keyed_data(key, value, shares, &mut found) {
                return false;
            }
        } else if has("sdk") || has("company") {
            // "Name:" stands before everything; only a recipient counts.
            let open = self
                .party
                .as_ref()
                .is_some_and(|party| !party.sdks.is_empty());
            let value_form = words.normal.of(value);
            let value_marks = words.marks(value, &value_form);
            // "Third party: Example Ltd." below the name of an SDK tells whose it is.
            let owner = open
                && sdks_of(&value_marks).is_empty()
                && !company::legal(value, &value_form, &value_marks).is_empty();
            if !self.keyed_party(value, has("company") || owner, shares, &mut found) {
                return false;
            }
        } else if has("purpose") {
            if !(shares || sections.has(words, "collect") || self.lead.is_some() || key_says(key)) {
                return false;
            }
            let value_form = words.normal.of(value);
            let value_marks = words.marks(value, &value_form);
            if value_marks.has(Class::SubjectUs) && value_marks.has(Class::VerbCollect) {
                return false;
            }
            found.push(Found::new(StatementType::Purpose));
        } else if has("place") {
            self.keyed_place(value, &mut found);
            if found.is_empty() {
                return false;
            }
        } else if has("permission") && sections.has(words, "permissions") {
            let named = words.marks(value, &words.normal.of(value));
            let mut ids: Vec<u16> = named
                .nouns
                .iter()
                .filter_map(|noun| match noun.name {
                    Name::Permission(at) => Some(at),
                    _ => None,
                })
                .collect();
            if ids.is_empty() {
                ids = table::longest_bare(&named.bare);
            }
            permission_statements(words, &ids, &mut found);
            if found.is_empty() {
                return false;
            }
        } else if (has("link") || has("method") || has("number") || has("necessity"))
            && self.party.is_some()
        {
            return true;
        } else {
            return self.unkeyed(text, &form);
        }
        for one in found {
            self.push(one, text, tail);
        }
        true
    }

    /// "Component: X | Company: Y | Data: Z": a row whose every cell brings its header.
    fn many_keys(&mut self, text: &str, tail: &str) -> bool {
        let parts: Vec<&str> = text
            .split(['|', '｜', '¦', '；', ';'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        if !(2..=MAX_PARTS).contains(&parts.len()) {
            return false;
        }
        let mut keys = Vec::new();
        let mut cells = Vec::new();
        for part in parts {
            let Some((key, value)) = part.split_once([':', '：']) else {
                return false;
            };
            if key.chars().count() > MAX_KEY || value.trim().is_empty() {
                return false;
            }
            keys.push(key.trim_start_matches(|c: char| !c.is_alphabetic()).trim());
            cells.push(value.trim().to_owned());
        }
        let Some(columns) = super::columns::Columns::of_keys(self.words, &keys) else {
            return false;
        };
        let _ = tail;
        self.end_party();
        self.table_row.1 += 1;
        self.row(&columns, &cells, text);
        true
    }

    /// A line without a key: a bare name begins a recipient, a sentence about the operator ends one.
    fn unkeyed(&mut self, text: &str, form: &str) -> bool {
        let marks = self.words.marks(text, form);
        let sections = self.sections();
        let sdks = sdks_of(&marks);
        if !sdks.is_empty() && is_bare(form, &marks) && !marks.has(Class::Negation) {
            let here = sections.has(self.words, "sdk") || sections.has(self.words, "share");
            if here || marks.has(Class::SdkWord) {
                self.party = Some(Party {
                    sdks,
                    company: company::legal(text, form, &marks).into_iter().next(),
                    heading: None,
                });
            }
        } else if let Some(party) = &mut self.party
            && !sdks.is_empty()
            && sdks.iter().all(|sdk| party.sdks.contains(sdk))
        {
            // "X is a service provided by ...": still about X, which this sentence states.
            party.heading = None;
        } else if marks.has(Class::SubjectUs) || !sdks.is_empty() {
            self.end_party();
        }
        false
    }

    fn keyed_data(&mut self, key: &str, value: &str, shares: bool, found: &mut Vec<Found>) -> bool {
        let words = self.words;
        let form = words.normal.of(value);
        let marks = words.marks(value, &form);
        let named: Named = table::named(words, value);
        let says = marks.has(Class::SubjectUs)
            || marks.has(Class::Negation) && marks.has(Class::VerbCollect)
            || marks.has(Class::VerbShare);
        if says || named.empty {
            return named.empty;
        }
        if named.data.is_empty() && named.umbrellas.is_empty() {
            return false;
        }
        let sections = self.sections();
        let denied =
            sections.has(words, "no_collect") || self.lead.as_ref().is_some_and(|lead| lead.denied);
        let key_marks = words.marks(key, key);
        if denied || key_marks.has(Class::Negation) {
            return false;
        }
        let shares = shares || key_marks.has(Class::VerbShare);
        let kind = if shares {
            StatementType::Share
        } else {
            StatementType::Collect
        };
        let party = self.party.clone().unwrap_or_default();
        let base = if shares {
            party.base()
        } else {
            Found::new(kind)
        };
        let sdks = if shares { party.sdks.as_slice() } else { &[] };
        spread(words, &base, &named.data, &named.umbrellas, sdks, found);
        if shares {
            self.named_now();
        }
        true
    }

    fn keyed_party(
        &mut self,
        value: &str,
        is_company: bool,
        shares: bool,
        found: &mut Vec<Found>,
    ) -> bool {
        let words = self.words;
        let form = words.normal.of(value);
        let marks = words.marks(value, &form);
        let sdks = sdks_of(&marks);
        let companies = company::of_text(words, value);
        let sections = self.sections();
        if sections.has(words, "contact") || value.chars().count() > MAX_NAME * 2 {
            return false;
        }
        if is_company {
            let Some(party) = &mut self.party else {
                if !shares || companies.is_empty() && sdks.is_empty() {
                    return false;
                }
                let mut base = Found::new(StatementType::Share);
                base.company = companies.into_iter().next();
                if sdks.is_empty() {
                    base.matched = DisclosureMatch::Vendor;
                }
                spread(words, &base, &[], &[], &sdks, found);
                return true;
            };
            let name = companies
                .into_iter()
                .next()
                .unwrap_or_else(|| cut(value, MAX_NAME));
            party.company = Some(name);
            if party.sdks.is_empty() {
                party.sdks = sdks;
            }
            let party = party.clone();
            spread(words, &party.base(), &[], &[], &party.sdks, found);
            self.named_now();
            return true;
        }
        if sdks.is_empty() && companies.is_empty() && !shares && !marks.has(Class::SdkWord) {
            return false;
        }
        self.end_party();
        let mut party = Party {
            sdks,
            company: companies.into_iter().next(),
            heading: None,
        };
        if party.company.is_none() && party.sdks.is_empty() {
            party.company = Some(cut(value, MAX_NAME));
        }
        self.last_sdks.clone_from(&party.sdks);
        spread(words, &party.base(), &[], &[], &party.sdks, found);
        self.party = Some(party);
        true
    }

    /// Where data is, by the name of a place.
    pub(super) fn keyed_place(&self, value: &str, found: &mut Vec<Found>) {
        let form = self.words.normal.of(value);
        let marks = self.words.marks(value, &form);
        let mut one = Found::new(StatementType::CrossBorder);
        if marks.has(Class::Abroad) {
            one.topics.push("abroad".to_owned());
        } else if marks.has(Class::Domestic) || marks.has(Class::HomePlace) {
            one.topics.push("domestic".to_owned());
        } else {
            return;
        }
        found.push(one);
    }

    /// The recipient was named by a statement.
    fn named_now(&mut self) {
        if let Some(party) = &mut self.party {
            party.heading = None;
        }
    }
}

impl Party {
    fn base(&self) -> Found {
        let mut base = Found::new(StatementType::Share);
        base.company.clone_from(&self.company);
        if self.sdks.is_empty() {
            base.matched = DisclosureMatch::Vendor;
        }
        base
    }
}

fn marks_definition(words: &crate::words::Words, form: &str) -> bool {
    words.marks(form, form).has(Class::Definition)
}

/// A key that says "purpose" in full.
fn key_says(key: &str) -> bool {
    key.contains("目的") || key.contains("purpose") || key.contains("用途")
}

fn sdks_of(marks: &Marks) -> Vec<u16> {
    let mut out = Vec::new();
    for noun in &marks.nouns {
        if let Name::Sdk(at) = noun.name
            && !out.contains(&at)
        {
            out.push(at);
        }
    }
    out
}

/// True when a text is hardly more than names of SDKs and companies.
fn is_bare(form: &str, marks: &Marks) -> bool {
    let han = form.chars().any(crate::normal::is_han);
    let limit = if han { BESIDE.0 } else { BESIDE.1 };
    let mut beside = 0;
    let mut until = 0;
    let mut places: Vec<(usize, usize)> = marks
        .nouns
        .iter()
        .filter(|noun| matches!(noun.name, Name::Sdk(_) | Name::Vendor(_)))
        .map(|noun| (noun.place.start, noun.place.end))
        .chain(
            marks
                .of(Class::SdkWord)
                .map(|place| (place.start, place.end)),
        )
        .collect();
    places.sort_unstable();
    places.push((form.len(), form.len()));
    let mut bracket = 0_u32;
    for (start, end) in places {
        for c in form.get(until..start).unwrap_or_default().chars() {
            match c {
                '(' => bracket += 1,
                ')' => bracket = bracket.saturating_sub(1),
                c if c.is_alphabetic() && bracket == 0 => beside += 1,
                _ => {}
            }
        }
        until = until.max(end);
    }
    let verbs = marks
        .classes
        .iter()
        .any(|(_, id)| super::clause::is_verb(*id));
    beside <= limit && !verbs && !form.contains('。') && !form.contains("http")
}
