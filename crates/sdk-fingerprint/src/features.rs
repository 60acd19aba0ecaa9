//! What a method is known by: the atoms in its code, and one hash over these and its shape. Refuses registers, order,
//! counts and every name that can be changed.

use crate::atom::{self, Atom};
use crate::hash;
use crate::platform::Platform;

/// Fingerprint of one method.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct MethodPrint {
    /// Hash over facts and shape; 0 when the method is too plain, or made by a compiler.
    pub exact: u32,
    /// Hash over the facts alone, which stays when a shrinker changes the shape; 0 for too few.
    pub set: u32,
    /// Different facts of shape behind `exact`.
    pub n_shapes: u8,
    /// Atoms, sorted, each once.
    pub atoms: Vec<u32>,
}

/// Fingerprints of the methods of one class.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ClassPrint {
    /// Methods with code, sorted.
    pub methods: Vec<MethodPrint>,
}

/// A class with the names that its fingerprint leaves out; for tests and for choosing classes by package.
#[derive(Debug, Clone, Default)]
pub struct NamedClass {
    /// Dalvik descriptor.
    pub descriptor: Vec<u8>,
    /// Each method: name with prototype, and fingerprint.
    pub methods: Vec<(Vec<u8>, MethodPrint)>,
    /// Hashes of the words in the texts of its code, sorted, each once.
    pub words: Vec<u32>,
}

/// The hashes of one method that stand for it as a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Whole {
    /// As [`MethodPrint::exact`].
    pub(crate) exact: u32,
    /// As [`MethodPrint::set`].
    pub(crate) set: u32,
    /// As [`MethodPrint::n_shapes`].
    pub(crate) n_shapes: u8,
}

/// Facts of one method while its code is read.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) atoms: Vec<Atom>,
    /// Words of the texts, which stand for the texts in the hashes of the whole method.
    pub(crate) words: Vec<u32>,
    /// Texts that are version numbers.
    pub(crate) numbers: Vec<Atom>,
    shapes: Vec<u32>,
}

/// Fewer facts than this make no exact hash: accessors of unrelated code look alike.
const MIN_FACTS: usize = 3;

impl Facts {
    pub(crate) fn clear(&mut self) {
        self.atoms.clear();
        self.words.clear();
        self.numbers.clear();
        self.shapes.clear();
    }

    /// A text constant whose facts were read before.
    pub(crate) fn known_text(&mut self, atom: Option<Atom>, is_number: bool, words: &[u32]) {
        self.atoms.extend(atom);
        if is_number {
            self.numbers.extend(atom);
        }
        self.words.extend_from_slice(words);
    }

    /// A text constant.
    pub(crate) fn text(&mut self, bytes: &[u8]) {
        if Platform::get().is_of_compilers(bytes) {
            return;
        }
        let atom = atom::text(bytes);
        self.atoms.extend(atom);
        if atom::is_number(bytes) {
            self.numbers.extend(atom);
        }
        atom::words(bytes, &mut |word| self.words.push(word));
    }

    /// A call of an app method, by its blurred prototype.
    pub(crate) fn callee(&mut self, blurred: u32) {
        self.shapes.push(blurred);
    }

    /// An access to a field of an app class, by its blurred type. Reads and writes are the same: a compiler drops a read
    /// that follows a write.
    pub(crate) fn field(&mut self, blurred: u32) {
        self.shapes
            .push(hash::low(hash::finish(hash::mix(u64::from(blurred), 2))));
    }

    /// Sorts the facts and returns the hashes of the whole. `own` is the blurred prototype of the method, `above` the
    /// platform types over its class.
    pub(crate) fn finish(&mut self, own: u32, above: u64, is_static: bool) -> Whole {
        for list in [&mut self.atoms, &mut self.words, &mut self.shapes] {
            list.sort_unstable();
            list.dedup();
        }
        let n_shapes = u8::try_from(self.shapes.len()).unwrap_or(u8::MAX);
        let is_code = |atom: &&Atom| !atom::is_text(**atom);
        let n_code = self.atoms.iter().filter(is_code).count();
        let n_facts = n_code + self.words.len();
        let mut whole = Whole {
            n_shapes,
            ..Whole::default()
        };
        if n_facts + self.shapes.len() < MIN_FACTS {
            return whole;
        }
        let mut facts = 51;
        for fact in self.atoms.iter().filter(is_code).chain(&self.words) {
            facts = hash::mix(facts, u64::from(*fact));
        }
        if n_facts >= MIN_SET {
            whole.set = hash::low(hash::finish(facts)).max(1);
        }
        let mut state = hash::mix(hash::mix(above, u64::from(own)), u64::from(is_static));
        state = hash::mix(state, facts);
        for shape in &self.shapes {
            state = hash::mix(state, u64::from(*shape));
        }
        whole.exact = hash::low(hash::finish(state)).max(1);
        whole
    }
}

/// Fewer facts than this make no set worth telling apart.
const MIN_SET: usize = 3;

/// Hash of a prototype or type in which every class of the app is the same.
pub(crate) fn blur(text: &[u8], platform: &Platform, is_defined: &dyn Fn(&[u8]) -> bool) -> u32 {
    let mut state = 21;
    let mut rest = text;
    while let Some(first) = rest.first() {
        let len = match first {
            b'L' => memchr_semicolon(rest),
            _ => 1,
        };
        let (head, tail) = rest.split_at_checked(len).unwrap_or((rest, &[]));
        state = if *first == b'L' && (!platform.is_platform(head) || is_defined(head)) {
            hash::mix(state, u64::from(b'X'))
        } else {
            hash::bytes(state, head)
        };
        rest = tail;
    }
    hash::low(hash::finish(state))
}

fn memchr_semicolon(text: &[u8]) -> usize {
    memchr::memchr(b';', text).map_or(text.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blurred(text: &str) -> u32 {
        blur(text.as_bytes(), Platform::get(), &|_| false)
    }

    #[test]
    fn app_types_are_alike_and_platform_types_are_not() {
        assert_eq!(blurred("(La/b;I)Lc/d;"), blurred("(Lx/𠮷;I)Ly;"));
        assert_ne!(blurred("(La/b;I)Lc/d;"), blurred("([La/b;I)Lc/d;"));
        assert_ne!(blurred("(Ljava/io/File;)V"), blurred("(Ljava/net/URL;)V"));
        // A cut-off descriptor ends the text.
        let _ = blurred("(Lcut");
    }

    #[test]
    fn order_and_repetition_do_not_count() {
        let mut a = Facts::default();
        let mut b = Facts::default();
        for atom in [4u32, 8, 12] {
            a.atoms.push(atom);
        }
        for atom in [12u32, 8, 8, 4, 4] {
            b.atoms.push(atom);
        }
        assert_eq!(a.finish(1, 2, false), b.finish(1, 2, false));
        assert_ne!(a.finish(1, 2, false), b.finish(1, 2, true));
        b.atoms.push(16);
        assert_ne!(a.finish(1, 2, false), b.finish(1, 2, false));
        let mut plain = Facts::default();
        plain.callee(1);
        assert_eq!(plain.finish(1, 2, false).exact, 0);
    }

    #[test]
    fn joined_texts_make_the_same_method() {
        let whole = |texts: &[&str]| {
            let mut facts = Facts::default();
            for text in texts {
                facts.text(text.as_bytes());
            }
            facts.atoms.push(4);
            facts.finish(1, 2, false)
        };
        assert_eq!(
            whole(&["'", ", 标题𠮷=", "', text="]),
            whole(&["', 标题𠮷='", ", text="])
        );
        assert_ne!(whole(&["one", "two 𠮷"]), whole(&["one", "two"]));
    }
}
