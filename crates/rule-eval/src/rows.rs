//! Facts as rows of named values, one shape for each kind of fact; refuses to know what a value means.

use std::borrow::Cow;

use ruleset::schema::SUBJECTS;

/// Number of kinds of fact.
pub(crate) const N_SUBJECTS: usize = SUBJECTS.len();

/// A value of a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Val<'f> {
    /// Not known.
    Missing,
    /// One word.
    Word(Cow<'f, str>),
    /// Several words.
    List(Vec<Cow<'f, str>>),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

impl<'f> Val<'f> {
    pub(crate) fn word(text: &'f str) -> Self {
        Self::Word(Cow::Borrowed(text))
    }

    pub(crate) fn own(text: impl Into<String>) -> Self {
        Self::Word(Cow::Owned(text.into()))
    }

    pub(crate) fn maybe(text: Option<&'f str>) -> Self {
        text.map_or(Self::Missing, Self::word)
    }

    pub(crate) fn list(texts: impl IntoIterator<Item = &'f str>) -> Self {
        Self::List(texts.into_iter().map(Cow::Borrowed).collect())
    }

    pub(crate) fn strings(texts: &'f [String]) -> Self {
        Self::list(texts.iter().map(String::as_str))
    }

    pub(crate) fn number(n: impl TryInto<i64>) -> Self {
        Self::Number(n.try_into().unwrap_or(i64::MAX))
    }

    /// The words of the value.
    pub(crate) fn words(&self) -> &[Cow<'f, str>] {
        match self {
            Self::Word(word) => std::slice::from_ref(word),
            Self::List(list) => list,
            _ => &[],
        }
    }

    /// The value as text, for messages and keys.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Missing => Cow::Borrowed(""),
            Self::Word(word) => Cow::Borrowed(word),
            Self::List(list) => Cow::Owned(list.join(", ")),
            Self::Number(n) => Cow::Owned(n.to_string()),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
        }
    }
}

/// How firmly a fact is known, for lowering a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a reason of its own")]
pub(crate) struct Doubt {
    /// The read cannot succeed on any API level the app runs on.
    pub(crate) not_obtainable: bool,
    /// Reflection, native code, a script or loaded code stands between.
    pub(crate) indirect: bool,
    /// The chain or path has approximations.
    pub(crate) cut: bool,
    /// The flow is probable, not confirmed.
    pub(crate) probable: bool,
    /// The SDK is only possible.
    pub(crate) possible_sdk: bool,
    /// Nobody is known to hold the code.
    pub(crate) unknown_owner: bool,
    /// A code library reads, for whoever calls it.
    pub(crate) library: bool,
    /// The recipient belongs to the operator's group.
    pub(crate) same_group: bool,
}

/// One fact.
#[derive(Debug, Clone)]
pub(crate) struct Row<'f> {
    /// Values in the order of the subject's fields.
    pub(crate) values: Vec<Val<'f>>,
    /// Kind of evidence in reports.
    pub(crate) kind: &'static str,
    /// Id in the report.
    pub(crate) id: String,
    /// Holder for findings.
    pub(crate) owner: Option<&'f app_facts::Owner>,
    /// Hash of names that renaming leaves alone, or a name.
    pub(crate) doubt: Doubt,
}

impl Row<'_> {
    pub(crate) fn value(&self, field: usize) -> &Val<'_> {
        self.values.get(field).unwrap_or(&Val::Missing)
    }
}

/// Position of a subject in [`SUBJECTS`].
pub(crate) fn subject_index(word: &str) -> Option<usize> {
    SUBJECTS.iter().position(|(name, ..)| *name == word)
}

/// Position of a field of a subject.
pub(crate) fn field_index(subject: usize, field: &str) -> Option<usize> {
    SUBJECTS
        .get(subject)?
        .2
        .iter()
        .position(|info| info.name == field)
}

/// Makes rows of one subject from values given with the names of their fields.
#[derive(Debug)]
pub(crate) struct Columns {
    n_fields: usize,
    positions: Vec<usize>,
}

impl Columns {
    /// Columns of a subject in the order in which [`Columns::row`] takes their values.
    pub(crate) fn new(subject: &str, names: &[&str]) -> Self {
        let index = subject_index(subject).unwrap_or(N_SUBJECTS);
        let positions = names
            .iter()
            .map(|name| {
                let position = field_index(index, name);
                debug_assert!(position.is_some(), "{subject} has no field {name}");
                position.unwrap_or(usize::MAX)
            })
            .collect();
        Self {
            n_fields: SUBJECTS.get(index).map_or(0, |(_, _, fields)| fields.len()),
            positions,
        }
    }

    /// The values in the order of the subject's fields.
    pub(crate) fn row<'f>(&self, given: impl IntoIterator<Item = Val<'f>>) -> Vec<Val<'f>> {
        let mut values = vec![Val::Missing; self.n_fields];
        for (position, value) in self.positions.iter().zip(given) {
            if let Some(place) = values.get_mut(*position) {
                *place = value;
            }
        }
        values
    }
}
