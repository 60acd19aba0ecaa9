//! Names of things in Chinese and English, passed in by the caller; refuses to look anything up itself.

use std::collections::BTreeMap;

/// Language of a text report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    #[default]
    En,
}

/// One name in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct LocalName {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl LocalName {
    /// A name from both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The name in `lang`, or in the other language when that one is empty; `None` when both are.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        let (first, second) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        [first, second]
            .into_iter()
            .find(|text| !text.is_empty())
            .map(String::as_str)
    }
}

/// Name, group and place in the order of one kind of information.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KindLabel {
    /// Name of the kind.
    pub name: LocalName,
    /// Name of its group.
    pub group: LocalName,
    /// Place in the taxonomy's order; kinds with the same place sort by id.
    pub rank: usize,
}

/// Names by id. What is missing is shown by its id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// Kinds of information by taxonomy id.
    pub kinds: BTreeMap<String, KindLabel>,
    /// Permissions by full name.
    pub permissions: BTreeMap<String, LocalName>,
    /// SDKs, libraries and packers by catalogue id.
    pub sdks: BTreeMap<String, LocalName>,
    /// Clauses by id: number as cited and what they are about.
    pub clauses: BTreeMap<String, LocalName>,
}
