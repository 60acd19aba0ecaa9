//! How to reach the operator: addresses, telephone numbers, the company's name; refuses contacts of third parties.

use app_facts::StatementType;

use super::{Found, company};
use crate::words::{Class, Marks, Name, Words};

/// A sentence with where it stands.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) form: &'a str,
    pub(super) marks: &'a Marks,
    pub(super) in_contact: bool,
    pub(super) early: bool,
    pub(super) shares: bool,
}

/// Names of the operator kept for the document.
const MAX_NAMES: usize = 16;

/// Contact elements of a sentence.
pub(super) fn find(
    words: &Words,
    sentence: &Sentence<'_>,
    companies: &[String],
    names: &mut Vec<String>,
    found: &mut Vec<Found>,
) {
    let marks = sentence.marks;
    let has_sdk = marks
        .nouns
        .iter()
        .any(|noun| matches!(noun.name, Name::Sdk(_)));
    if sentence.shares || has_sdk && !sentence.in_contact {
        return;
    }
    let mut topics: Vec<&str> = Vec::new();
    if has_email(sentence.form) {
        topics.push("email");
    }
    if has_phone(
        sentence.form,
        marks.has(Class::PhoneCue),
        sentence.in_contact,
    ) {
        topics.push("phone");
    }
    let digits = sentence.form.chars().any(|c| c.is_ascii_digit())
        || sentence.form.contains(['路', '街', '区', '市', '号']);
    if (marks.has(Class::AddressCue) || postal(sentence.form) && !companies.is_empty())
        && digits
        && (sentence.in_contact || address_like(sentence, companies))
    {
        topics.push("address");
    }
    let legal = company::legal(sentence.text, sentence.form, marks);
    let companies = legal.as_slice();
    let own = !companies.is_empty()
        && (sentence.in_contact || sentence.early && marks.has(Class::UsCompany));
    if own {
        topics.push("company");
        for company in companies {
            if names.len() < MAX_NAMES && !names.contains(company) {
                names.push(company.clone());
            }
        }
    }
    if topics.is_empty() {
        return;
    }
    let same = found
        .iter_mut()
        .find(|one| one.kind == StatementType::Contact);
    if let Some(one) = same {
        one.topics.extend(topics.into_iter().map(str::to_owned));
    } else {
        let mut one = Found::new(StatementType::Contact);
        one.topics = topics.into_iter().map(str::to_owned).collect();
        one.company = companies.first().filter(|_| own).cloned();
        found.push(one);
    }
    let _ = words;
}

/// An address outside the contact section: with a cue of its own, or beside a company or an e-mail address.
fn address_like(sentence: &Sentence<'_>, companies: &[String]) -> bool {
    sentence.form.contains("地址:")
        || sentence.form.contains("write to")
        || sentence.form.contains("address:")
        || !companies.is_empty() && digits_run(sentence.form) >= 2
        || sentence.form.contains("注册地址")
        || has_email(sentence.form) && digits_run(sentence.form) >= 2
}

/// A postal code: five or six digits in a row.
fn postal(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|run| (5..=6).contains(&run.len()))
}

fn digits_run(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .count()
}

fn has_email(form: &str) -> bool {
    form.match_indices('@').any(|(at, _)| {
        let before = form
            .get(..at)
            .and_then(|text| text.chars().next_back())
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
        let domain: String = form
            .get(at + 1..)
            .unwrap_or_default()
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
            .collect();
        let domain = domain.trim_end_matches('.');
        before && domain.contains('.') && domain.len() >= 4
    })
}

/// A run of digits, spaces, hyphens and brackets with the length of a telephone number.
fn has_phone(form: &str, cue: bool, in_contact: bool) -> bool {
    let mut run = String::new();
    let check = |run: &str| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let trimmed = run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+' && c != '(');
        let international = trimmed.starts_with('+') && digits >= 8;
        let service = digits >= 9
            && (trimmed.starts_with("400-")
                || trimmed.starts_with("400 ")
                || trimmed.starts_with("800-")
                || trimmed.starts_with("1-8"));
        let dated = trimmed.len() == 10 && (trimmed.starts_with("20") || trimmed.starts_with("19"));
        let separated = in_contact && trimmed.contains(['-', ' ', '(']) && digits >= 9;
        international || service || ((cue || separated) && !dated && (5..=15).contains(&digits))
    };
    for c in form.chars() {
        let joins = c.is_ascii_digit()
            || matches!(c, '+' | '-' | '(' | ')')
            || (c == ' ' && run.ends_with(|c: char| c.is_ascii_digit() || c == ')'));
        if joins {
            run.push(c);
        } else {
            if check(&run) {
                return true;
            }
            run.clear();
        }
        if run.len() > 40 {
            run.clear();
        }
    }
    check(&run)
}
