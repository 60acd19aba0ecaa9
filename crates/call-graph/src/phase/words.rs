//! Searches names and texts for the words of the agreement; refuses to look at anything but letters as they stand.

use std::borrow::Cow;

use aho_corasick::AhoCorasick;
use ruleset::Text;
use ruleset::schema::ConsentFile;

/// The words of the consent table, made ready for search. Case counts only outside ASCII.
pub(super) struct Words {
    flag: Option<AhoCorasick>,
    other: Option<AhoCorasick>,
    dialog: Option<AhoCorasick>,
}

impl Words {
    pub(super) fn new(table: &ConsentFile<'_>) -> Self {
        Self {
            flag: search_of(&table.flag_words),
            other: search_of(&table.other_words),
            dialog: search_of(&table.dialog_words),
        }
    }

    /// True when a name, in the encoding of DEX files, has a word of the agreement.
    pub(super) fn has_flag_word(&self, name: &[u8]) -> bool {
        is_in(self.flag.as_ref(), name)
    }

    /// True when a name has a word of the agreement and none that speaks of something else.
    pub(super) fn is_named(&self, name: &[u8]) -> bool {
        self.has_flag_word(name) && !is_in(self.other.as_ref(), name)
    }

    /// Whether a name has a word of the agreement, and one that speaks of something else.
    pub(super) fn both(&self, name: &str) -> (bool, bool) {
        let name = as_in_dex(name);
        (self.has_flag_word(&name), is_in(self.other.as_ref(), &name))
    }

    /// True when a text, in the encoding of DEX files, is one of a dialog that asks for the agreement.
    pub(super) fn speaks(&self, text: &[u8]) -> bool {
        is_in(self.dialog.as_ref(), text)
    }
}

fn is_in(search: Option<&AhoCorasick>, text: &[u8]) -> bool {
    search.is_some_and(|search| search.is_match(text))
}

/// `None` for no words, and for more than the search can hold.
fn search_of(words: &[Text<'_>]) -> Option<AhoCorasick> {
    if words.is_empty() {
        return None;
    }
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(
            words
                .iter()
                .map(|word| as_in_dex(word.as_str()).into_owned()),
        )
        .ok()
}

/// A text in the modified UTF-8 of DEX files: characters outside the BMP stand as two surrogates of three bytes each
/// (<https://source.android.com/docs/core/runtime/dex-format#mutf-8>). Zero cannot stand in a word.
fn as_in_dex(text: &str) -> Cow<'_, [u8]> {
    if text.bytes().all(|byte| byte < 0xf0) {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut out = Vec::with_capacity(text.len() + 8);
    for unit in text.encode_utf16() {
        let [high, low] = unit.to_be_bytes();
        match unit {
            0..=0x7f => out.push(low),
            0x80..=0x7ff => out.extend([0xc0 | high << 2 | low >> 6, 0x80 | low & 0x3f]),
            _ => out.extend([
                0xe0 | high >> 4,
                0x80 | (high & 0xf) << 2 | low >> 6,
                0x80 | low & 0x3f,
            ]),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_outside_the_bmp_are_written_as_two_surrogates() {
        assert_eq!(as_in_dex("同意").as_ref(), "同意".as_bytes());
        assert_eq!(
            as_in_dex("é𠮷a").as_ref(),
            [0xc3, 0xa9, 0xed, 0xa1, 0x82, 0xed, 0xbe, 0xb7, b'a']
        );
    }

    #[test]
    fn case_of_ascii_does_not_count() {
        let words = ["agree", "同意"].map(|word| Text(word.into()));
        let search = search_of(&words);
        assert!(is_in(search.as_ref(), b"hasAGREED"));
        assert!(is_in(search.as_ref(), "已同意".as_bytes()));
        assert!(!is_in(search.as_ref(), b"again"));
        assert!(!is_in(search_of(&[]).as_ref(), b"agree"));
    }
}
