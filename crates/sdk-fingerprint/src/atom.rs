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
    let state = hash::bytes(11, class.unwrap_or_default());
    make(hash::bytes(hash::bytes(state, name), proto), CALL)
}

/// A field of the platform.
pub(crate) fn field(class: &[u8], name: &[u8]) -> Atom {
    make(hash::bytes(hash::bytes(12, class), name), MEMBER)
}

/// A class of the platform, as a constant.
pub(crate) fn class(descriptor: &[u8]) -> Atom {
    make(hash::bytes(13, descriptor), MEMBER)
}

/// A text constant in modified UTF-8, which class files and DEX files share.
pub(crate) fn text(bytes: &[u8]) -> Option<Atom> {
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

/// The kind of an atom.
pub(crate) fn kind(atom: Atom) -> u32 {
    atom & 3
}
