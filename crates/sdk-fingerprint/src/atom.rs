//! Atoms: single facts of code that renaming leaves alone, as 32-bit hashes; refuses names of app classes.
//!
//! The two low bits tell the kind, because rarity weighs differently for each.

use crate::hash;

/// A hashed fact; the two low bits are its kind.
pub(crate) type Atom = u32;

/// A call of a platform method.
pub(crate) const CALL: u32 = 0;
/// A platform field or class named.
pub(crate) const MEMBER: u32 = 1;
/// A text shorter than [`LONG_TEXT`] bytes.
pub(crate) const SHORT: u32 = 2;
/// A longer text.
pub(crate) const LONG: u32 = 3;

/// Bytes from which on a text counts as long: shorter ones are mostly single words that unrelated code shares.
const LONG_TEXT: usize = 12;

fn make(state: u64, kind: u32) -> Atom {
    (hash::low(hash::finish(state)) & !3) | kind
}

/// A call of a platform method. Calls on an object leave out the class: compilers name any class between the object's
/// and the one that declares the method.
pub(crate) fn call(class: Option<&[u8]>, name: &[u8], proto: &[u8]) -> Atom {
    call_on(call_class(class.unwrap_or_default()), name, proto)
}

/// What the class adds to the hash of a call; the class of a call that leaves it out is empty.
pub(crate) fn call_class(class: &[u8]) -> u64 {
    hash::bytes(11, class)
}

/// As [`call`], with the class hashed before.
pub(crate) fn call_on(class: u64, name: &[u8], proto: &[u8]) -> Atom {
    make(hash::bytes(hash::bytes(class, name), proto), CALL)
}

/// A field of the platform. Its class is left out: compilers name any class between the object's and the one that
/// declares the field.
pub(crate) fn field(name: &[u8], ty: &[u8]) -> Atom {
    make(hash::bytes(hash::bytes(12, name), ty), MEMBER)
}

/// A class of the platform, as a constant.
pub(crate) fn class(descriptor: &[u8]) -> Atom {
    make(hash::bytes(13, descriptor), MEMBER)
}

/// True for a byte of a letter: ASCII letters, and every byte of the other scripts in modified UTF-8.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

/// A text constant in modified UTF-8, which class files and DEX files share. Signs at both ends are left out: compilers
/// join the constant pieces of a concatenation or leave them apart, and pieces meet at signs and spaces.
pub(crate) fn text(bytes: &[u8]) -> Option<Atom> {
    let is_sign = |byte: &u8| !(is_letter(*byte) || byte.is_ascii_digit());
    let start = bytes.iter().position(|byte| !is_sign(byte))?;
    let end = bytes.iter().rposition(|byte| !is_sign(byte))?;
    let bytes = bytes.get(start..=end)?;
    // One character says nothing.
    (bytes.len() >= 2).then(|| {
        let kind = if bytes.len() >= LONG_TEXT {
            LONG
        } else {
            SHORT
        };
        make(hash::bytes(14, bytes), kind)
    })
}

/// Shortest word that counts.
const MIN_WORD: usize = 3;
/// Words of one text that count: the rest of a very long text says nothing more.
const MAX_WORDS: usize = 256;

/// Hashes of the words of a text: runs of letters. However the pieces of a text are joined, its words stay.
pub(crate) fn words(bytes: &[u8], each: &mut dyn FnMut(u32)) {
    plain_words(bytes).for_each(|word| each(word_hash(word)));
}

/// The words of a text that count.
pub(crate) fn plain_words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .split(|byte| !is_letter(*byte))
        .filter(|word| word.len() >= MIN_WORD)
        .take(MAX_WORDS)
}

/// Hash of one word.
pub(crate) fn word_hash(word: &[u8]) -> u32 {
    hash::low(hash::finish(hash::bytes(15, word)))
}

/// Words that a compiler writes into a text in place of a constant.
const FOLDED: [&[u8]; 3] = [b"true", b"false", b"null"];
/// Longest word that is taken apart.
const MAX_JOINED: usize = 64;

/// True for a word of two or three parts that are known or too short to count: optimisers join constant pieces of texts,
/// and pieces that meet at letters make a word that nobody wrote.
pub(crate) fn is_joined(word: &[u8], is_known: &dyn Fn(u32) -> bool) -> bool {
    let is_known = |part: &[u8]| {
        part.len() >= MIN_WORD && (FOLDED.contains(&part) || is_known(word_hash(part)))
    };
    let in_two = |word: &[u8]| {
        (1..word.len())
            .filter_map(|at| word.split_at_checked(at))
            .any(|(a, b)| {
                let (known_a, known_b) = (is_known(a), is_known(b));
                (known_a || a.len() < MIN_WORD)
                    && (known_b || b.len() < MIN_WORD)
                    && (known_a || known_b)
            })
    };
    word.len() <= MAX_JOINED
        && (in_two(word)
            || (MIN_WORD..word.len())
                .filter_map(|at| word.split_at_checked(at))
                .any(|(a, b)| is_known(a) && in_two(b)))
}

/// True for a text without a word that counts but with a number of several parts, such as that of a version.
pub(crate) fn is_number(bytes: &[u8]) -> bool {
    let digits = || bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let has_word = || {
        bytes
            .split(|byte| !is_letter(*byte))
            .any(|word| word.len() >= MIN_WORD)
    };
    bytes.len() <= 24 && bytes.contains(&b'.') && digits() >= 2 && !has_word()
}

/// True for a text.
pub(crate) fn is_text(atom: Atom) -> bool {
    matches!(kind(atom), SHORT | LONG)
}

/// The kind of an atom.
pub(crate) fn kind(atom: Atom) -> u32 {
    atom & 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<u32> {
        let mut out = Vec::new();
        words(text.as_bytes(), &mut |word| out.push(word));
        out
    }

    #[test]
    fn joined_pieces_keep_their_words() {
        assert_eq!(all("', 标题𠮷=").len(), 1);
        assert_eq!(
            [all("max size"), all(" is not: ")].concat(),
            all("max size is not: ")
        );
        assert_ne!(all("size"), all("sizes"));
        assert_eq!(text(b"', tags="), text(b"tags"));
        assert_ne!(text(b"', tags="), text(b"tag"));
        assert_eq!(text(b"\"'}"), None);
    }

    #[test]
    fn a_word_of_known_parts_is_joined() {
        let known = |word: u32| {
            [&b"TASK"[..], b"error", "标题".as_bytes()]
                .map(word_hash)
                .contains(&word)
        };
        assert!(is_joined(b"TASKerror", &known) && is_joined(b"errorfalse", &known));
        assert!(is_joined("J标题".as_bytes(), &known) && is_joined("标题TASK".as_bytes(), &known));
        assert!(is_joined(b"TASKIDerror", &known) && !is_joined(b"IDTASKother", &known));
        assert!(!is_joined(b"TASKother", &known) && !is_joined(b"abcd", &known));
        assert!(!is_joined("标题𠮷".as_bytes(), &known) && !is_joined(b"", &known));
        // A word that is known as a whole is not asked about.
        assert!(!is_joined(b"error", &known));
    }

    #[test]
    fn version_numbers_are_no_words() {
        assert!(is_number(b"4.38.1") && is_number(b"v3.1"));
        assert!(!is_number(b"tag 1.2") && !is_number(b"404") && !is_number("第1.2版".as_bytes()));
    }
}
