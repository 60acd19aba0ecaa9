//! What a method is known by: the atoms in its code, and one hash over these and its shape. Refuses registers, order,
//! counts and every name that can be changed.

use crate::atom::Atom;
use crate::hash;
use crate::platform::Platform;

/// Fingerprint of one method.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct MethodPrint {
    /// Hash over atoms and shape; 0 when the method is too plain, or made by a compiler.
    pub exact: u32,
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
}

/// Facts of one method while its code is read.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) atoms: Vec<Atom>,
    shapes: Vec<u32>,
}

/// Fewer facts than this make no exact hash: accessors of unrelated code look alike.
const MIN_FACTS: usize = 3;

impl Facts {
    pub(crate) fn clear(&mut self) {
        self.atoms.clear();
        self.shapes.clear();
    }

    /// A call of an app method, by its blurred prototype.
    pub(crate) fn callee(&mut self, blurred: u32) {
        self.shapes.push(blurred);
    }

    /// An access to a field of an app class, by its blurred type.
    pub(crate) fn field(&mut self, blurred: u32, is_put: bool) {
        self.shapes.push(hash::low(hash::finish(hash::mix(
            u64::from(blurred),
            2 + u64::from(is_put),
        ))));
    }

    /// Sorts the atoms and returns the exact hash with the number of shapes. `own` is the blurred prototype of the
    /// method, `above` the platform types over its class.
    pub(crate) fn finish(&mut self, own: u32, above: u64, is_static: bool) -> (u32, u8) {
        self.atoms.sort_unstable();
        self.atoms.dedup();
        self.shapes.sort_unstable();
        self.shapes.dedup();
        let n_shapes = u8::try_from(self.shapes.len()).unwrap_or(u8::MAX);
        if self.atoms.len() + self.shapes.len() < MIN_FACTS {
            return (0, n_shapes);
        }
        let mut state = hash::mix(hash::mix(above, u64::from(own)), u64::from(is_static));
        for atom in &self.atoms {
            state = hash::mix(state, u64::from(*atom));
        }
        state = hash::mix(state, 0x5a5a);
        for shape in &self.shapes {
            state = hash::mix(state, u64::from(*shape));
        }
        (hash::low(hash::finish(state)).max(1), n_shapes)
    }
}

/// Fewer atoms than this make no set worth telling apart.
const MIN_SET: usize = 3;

/// Hash of a method's atoms alone, which stays when a shrinker changes the shape; 0 for too few.
pub(crate) fn set_hash(atoms: &[Atom]) -> u32 {
    if atoms.len() < MIN_SET {
        return 0;
    }
    let state = atoms
        .iter()
        .fold(51, |state, atom| hash::mix(state, u64::from(*atom)));
    hash::low(hash::finish(state)).max(1)
}

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
    text.iter()
        .position(|byte| *byte == b';')
        .map_or(text.len(), |at| at + 1)
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
        assert_eq!(plain.finish(1, 2, false), (0, 1));
    }
}
